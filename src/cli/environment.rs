//! Reads the environment for commands.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::db::remote::Ambient;

/// The value of a variable, if it is set.
#[expect(
    clippy::disallowed_methods,
    reason = "commands read variables here alone"
)]
pub fn variable(name: &str) -> Option<OsString> {
    env::var_os(name)
}

/// The file that a variable names; empty: none.
pub fn file(name: &str) -> Option<PathBuf> {
    let file = variable(name).filter(|file| !file.is_empty());
    file.map(PathBuf::from)
}

/// A variable as text, if it is Unicode.
pub fn text(name: &str) -> Option<String> {
    variable(name)?.into_string().ok()
}

/// The settings that libpq takes from the environment and that we must know.
pub fn ambient() -> Ambient {
    let named = [
        ("host", "PGHOST"),
        ("hostaddr", "PGHOSTADDR"),
        ("port", "PGPORT"),
        ("sslmode", "PGSSLMODE"),
        ("sslrootcert", "PGSSLROOTCERT"),
        ("service", "PGSERVICE"),
        ("user", "PGUSER"),
        ("connect_timeout", "PGCONNECT_TIMEOUT"),
        ("application_name", "PGAPPNAME"),
    ];
    let of = |(key, variable): (&str, &str)| {
        let value = text(variable)?;
        Some((key.to_owned(), value))
    };
    let folder =
        |name: &str, file: &str| variable(name).map(|folder| PathBuf::from(folder).join(file));
    let files = [
        variable("PGSERVICEFILE").map(PathBuf::from),
        folder("HOME", ".pg_service.conf"),
        folder("PGSYSCONFDIR", "pg_service.conf"),
    ];
    Ambient {
        parameters: named.into_iter().filter_map(of).collect(),
        service_files: files.into_iter().flatten().collect(),
    }
}

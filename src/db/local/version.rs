//! Versions of PostgreSQL, and what packages call them.

use std::fs;
use std::path::Path;

use super::io_error;
use crate::error::{Error, Result};

/// The oldest major version that `wl` works with.
pub const OLDEST: u32 = 15;

/// The major version of the cluster in `data`.
pub fn of_cluster(data: &Path) -> Result<u32> {
    let file = data.join("PG_VERSION");
    let text = fs::read_to_string(&file).map_err(|error| io_error("read", &file, error))?;
    major_of(&text).ok_or_else(|| {
        Error::config(format!(
            "{} does not name a version of PostgreSQL",
            file.display()
        ))
    })
}

/// The first number of a version: `15.18`, `18beta1`.
pub fn major_of(version: &str) -> Option<u32> {
    let digits = version.trim().split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

/// What to type to get PostgreSQL.
pub fn install_command() -> &'static str {
    if cfg!(target_os = "macos") {
        "brew install postgresql@16"
    } else if Path::new("/etc/debian_version").exists() {
        "apt install postgresql"
    } else if Path::new("/etc/redhat-release").exists() {
        "dnf install postgresql-server"
    } else {
        "install PostgreSQL 15 or later"
    }
}

/// What to type to get one version beside the others.
pub fn install_command_of(major: u32) -> String {
    if cfg!(target_os = "macos") {
        format!("brew install postgresql@{major}")
    } else if Path::new("/etc/debian_version").exists() {
        format!(
            "apt install postgresql-{major}, from https://apt.postgresql.org if your system no longer has it"
        )
    } else if Path::new("/etc/redhat-release").exists() {
        format!("dnf install postgresql{major}-server, from https://yum.postgresql.org")
    } else {
        format!("install PostgreSQL {major}, from https://www.postgresql.org/download")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn majors_are_read_from_versions() {
        assert_eq!(major_of("15.18\n"), Some(15));
        assert_eq!(major_of("18beta1"), Some(18));
        assert_eq!(major_of("none"), None);
    }
}

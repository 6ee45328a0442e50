//! Making the cluster and its database.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{Account, Binaries, DATABASE, Local, SUPERUSER, failure, io_error, paths, server};
use crate::error::{Error, Result};
use crate::text;

/// Appended to the file that initdb writes; the last word on a setting counts.
const SETTINGS: &str = include_str!("postgresql.conf");

/// Sorts by code point, on every machine alike; C for machines without it.
const LOCALES: [&str; 2] = ["C.UTF-8", "C"];

/// Where the cluster really is, or will be.
pub fn data_dir(local: &Local) -> PathBuf {
    let data = local.data();
    if data.exists() {
        return paths::real(&data);
    }
    match Account::of_server() {
        Ok(server) if !server.can_enter(&local.home) => paths::outside(&local.home).join("data"),
        _ => data,
    }
}

/// Makes the cluster in a folder beside, and gives it its name when it is
/// complete: a killed initdb leaves nothing that could be taken for a cluster.
pub fn create(local: &Local, lock: &File, binaries: &Binaries) -> Result<()> {
    let server = Account::of_server()?;
    let data = data_dir(local);
    let is_outside = data != local.data();
    if data.exists() {
        return Err(occupied(local, &data, is_outside));
    }
    if is_outside {
        paths::make_outside(&local.home)?;
    }

    server::end_orphans(&data, &server)?;

    let new = data.with_extension("new");
    if new.exists() {
        fs::remove_dir_all(&new).map_err(|error| io_error("remove", &new, error))?;
    }
    paths::make_private_dir(&new, &server)?;
    if let Err(error) = fill(&new, &server, binaries, lock) {
        // The failure is what the reader must see; a rest is removed next time.
        let _ = fs::remove_dir_all(&new);
        return Err(error);
    }

    if is_outside {
        paths::make_link(&local.data(), &data)?;
    }
    fs::rename(&new, &data)
        .and_then(|()| {
            data.parent()
                .map_or(Ok(()), |dir| File::open(dir)?.sync_all())
        })
        .map_err(|error| io_error("create", &data, error))
}

/// Creates the database unless it is there. The caller holds the lock.
pub fn create_database(local: &Local) -> Result<()> {
    let psql = local.client("psql")?;
    let found = format!("SELECT 1 FROM pg_database WHERE datname = '{DATABASE}'");
    if query(local, &psql, &found)?.is_empty() {
        query(local, &psql, &format!("CREATE DATABASE {DATABASE}"))?;
    }
    Ok(())
}

fn query(local: &Local, psql: &Path, sql: &str) -> Result<String> {
    let output = Command::new(psql)
        .args(["-XAtqw", "-c", sql, "-d"])
        .arg(local.url(Some(SUPERUSER), "postgres"))
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .map_err(|error| io_error("run", psql, error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    let text = String::from_utf8_lossy(&output.stderr);
    Err(failure::explain(
        &format!("the database {DATABASE} could not be created"),
        &text,
        &local.data(),
    ))
}

fn fill(new: &Path, server: &Account, binaries: &Binaries, lock: &File) -> Result<()> {
    let mut complaint = String::new();
    for locale in LOCALES {
        complaint = match initdb(new, server, binaries, locale, lock)? {
            None => return configure(new),
            Some(complaint) => complaint,
        };
        if !complaint.contains("locale") {
            break;
        }
    }
    Err(failure::explain(
        "the database could not be created",
        &complaint,
        new,
    ))
}

/// Runs initdb; returns its complaint if it failed.
fn initdb(
    new: &Path,
    server: &Account,
    binaries: &Binaries,
    locale: &str,
    lock: &File,
) -> Result<Option<String>> {
    // With the lock as its input, an initdb that outlives a killed `wl` keeps
    // the next one out until it is done.
    let lock = lock
        .try_clone()
        .map_err(|error| Error::io("the lock file", error))?;
    let program = binaries.initdb();
    let output = server
        .command(&program)
        .arg("-D")
        .arg(new)
        .args(["-U", SUPERUSER])
        .args(["--auth-local=trust", "--auth-host=reject"])
        .args(["--data-checksums", "--no-instructions"])
        .args(["--encoding=UTF8", "--lc-messages=C"])
        .arg(format!("--locale={locale}"))
        .stdin(lock)
        .output()
        .map_err(|error| io_error("run", &program, error))?;
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    Ok((!output.status.success()).then_some(complaint))
}

fn configure(new: &Path) -> Result<()> {
    let path = new.join("postgresql.conf");
    let append = || {
        // Root writes into a folder of another user: it follows no link there.
        let mut file = OpenOptions::new()
            .append(true)
            .custom_flags(nix::libc::O_NOFOLLOW)
            .open(&path)?;
        file.write_all(SETTINGS.as_bytes())?;
        file.sync_all()
    };
    append().map_err(|error| io_error("write", &path, error))
}

/// Something is where the cluster should go; only a person may remove it.
fn occupied(local: &Local, data: &Path, is_outside: bool) -> Error {
    if !is_outside {
        return Error::config(format!(
            "{} exists and is not a PostgreSQL database",
            data.display()
        ))
        .hint("set WL_HOME to another folder");
    }
    let word = |path: &Path| text::shell_word(&path.to_string_lossy());
    Error::config(format!(
        "an earlier database of {} is still in {}",
        local.home.display(),
        data.display()
    ))
    .hint(format!(
        "to use it again: ln -s {0} {1}; to delete it: rm -r {0}",
        word(data),
        word(&local.data())
    ))
}

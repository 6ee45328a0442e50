//! One file with everything, made and read by PostgreSQL's own programs.
//!
//! A backup is written by `pg_dump`. Of the file, a restore takes only the rows
//! (`archive.rs`), into tables that this program makes (`restore.rs`).

mod archive;
mod restore;

use std::io::{self, Read, Seek, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Text;

pub use self::restore::{Restored, restore};
use crate::db::connect::Target;
use crate::db::local;
use crate::db::transaction::{SNAPSHOT, begin};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::seal::{self, Seal};

/// Of what a program complains about, so many bytes are read.
const LONGEST_COMPLAINT: u64 = 1 << 16;

/// Writes the entire schema from one snapshot; returns its seal.
pub fn dump(target: &Target, output: &mut impl Write) -> Result<Seal> {
    let mut conn = target.connect()?;
    dump_from(&mut conn, target, output).map_err(|error| refused(error, target))
}

fn dump_from(conn: &mut PgConnection, target: &Target, output: &mut impl Write) -> Result<Seal> {
    begin(conn, SNAPSHOT)?;
    let snapshot: String = diesel::select(sql::<Text>("pg_export_snapshot()")).get_result(conn)?;
    let seal = seal::of_trail(conn)?;
    let cannot = |error| Error::io("pg_dump can't be run", error);
    // a file, because a full pipe would stop the program
    let mut stderr = tempfile::tempfile().map_err(cannot)?;
    let mut child = pg_dump(target)?
        .args(["--format=custom", "--schema=wl"])
        .arg(format!("--snapshot={snapshot}"))
        .stdout(Stdio::piped())
        .stderr(stderr.try_clone().map_err(cannot)?)
        .spawn()
        .map_err(cannot)?;
    let copied = match &mut child.stdout {
        Some(stdout) => io::copy(stdout, output),
        None => Ok(0),
    };
    if copied.is_err() {
        // the reader is gone: it would wait for one
        let _ = child.kill();
    }
    let status = child.wait().map_err(|error| Error::io("pg_dump", error))?;
    copied.map_err(|error| Error::io("the backup can't be written", error))?;
    if status.success() {
        return Ok(seal);
    }
    let complaint = complaint(&mut stderr)
        .map_err(|error| Error::io("what pg_dump says can't be read", error))?;
    Err(failed("the backup was not made", &complaint))
}

/// Names the login that may not make a backup: it is not always the one that was meant.
fn refused(error: Error, target: &Target) -> Error {
    match (error.kind, target.session_login()) {
        (ErrorKind::NoPermission, Some(login)) => error.hint(format!(
            "it was {login} on {}; only the owner of the database can make a backup",
            target.name()
        )),
        _ => error,
    }
}

/// What a program wrote into the file that was its standard error.
fn complaint(stderr: &mut std::fs::File) -> io::Result<String> {
    stderr.rewind()?;
    let mut bytes = Vec::new();
    stderr.take(LONGEST_COMPLAINT).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A login that may verify a restored trail.
pub fn first_admin(target: &Target) -> Result<Option<String>> {
    use crate::schema::wl::users;
    let mut conn = target.connect()?;
    begin(&mut conn, SNAPSHOT)?;
    Ok(users::table
        .filter(users::role.eq("admin").and(users::deleted_at.is_null()))
        .order(users::id)
        .select(users::db_role)
        .first(&mut *conn)
        .optional()?)
}

/// One of PostgreSQL's programs, in English, because its complaints are recognised.
fn program(path: &Path) -> Command {
    let mut command = Command::new(path);
    command.env("LC_ALL", "C").stdin(Stdio::null());
    command
}

/// `pg_dump`, of the server's version, for the target.
fn pg_dump(target: &Target) -> Result<Command> {
    let path = match target.local() {
        Some(local) => local.client("pg_dump")?,
        None => local::find_client("pg_dump")?,
    };
    let mut command = program(&path);
    command.arg("--no-password");
    target.configure_command(&mut command);
    Ok(command)
}

/// The first complaint of one of the programs, in one line.
fn failed(what: &str, output: &str) -> Error {
    let complaint = output.lines().find(|line| line.contains("error: "));
    let complaint = complaint.or(output.lines().next()).unwrap_or_default();
    let complaint = complaint
        .split_once("error: ")
        .map_or(complaint, |(_, it)| it);
    let message = format!("{what}: {complaint}");
    let has = |part: &str| output.contains(part);
    if has("server version mismatch") {
        Error::config(message)
            .hint("install the PostgreSQL client programs of the server's version, or name their folder in WL_PG_BIN")
    } else if has("permission denied") || has("row-level security") {
        Error::no_permission(message)
            .hint("only the owner of the database can make and restore backups")
    } else if has("unsupported version") {
        Error::config(message)
            .hint("install the PostgreSQL client programs of the version that made the backup, or name their folder in WL_PG_BIN")
    } else if has("valid archive") || has("input file") || has("end of file") {
        Error::data(message).hint("name a file that wl db backup wrote")
    } else if has("No space left on device") {
        Error::new(ErrorKind::DiskFull, message)
    } else {
        Error::new(ErrorKind::Backup, message)
    }
}

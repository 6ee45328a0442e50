//! One file with everything, made and read by PostgreSQL's own programs.
//!
//! A backup is written by `pg_dump`. Of the file, a restore takes only the rows
//! (`archive.rs`), into tables that this program makes (`restore.rs`).

mod archive;
mod restore;

use std::io::{self, Read, Seek, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Text;

pub use self::restore::{Restored, restore};
use crate::db::connect::Target;
use crate::db::error_map::lost;
use crate::db::local;
use crate::db::transaction::{SNAPSHOT, begin};
use crate::db::watch::{self, LOCKS, Turn, Watched};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::seal::{self, Seal};

/// Of what a program complains about, so many bytes are read.
const LONGEST_COMPLAINT: u64 = 1 << 16;

/// Writes the entire schema from one snapshot; returns its seal.
pub fn dump(target: &Target, output: &mut impl Write) -> Result<Seal> {
    let mut conn = Watched::connect(target, LOCKS, |_| ())?;
    dump_on(&mut conn, target, output).map_err(|error| refused(conn.explain(error), target))
}

fn dump_on(conn: &mut Watched, target: &Target, output: &mut impl Write) -> Result<Seal> {
    begin(conn, SNAPSHOT)?;
    let snapshot: String =
        diesel::select(sql::<Text>("pg_export_snapshot()")).get_result(&mut ***conn)?;
    let seal = seal::of_trail(conn)?;
    let cannot = |error| Error::io("pg_dump can't be run", error);
    // a file, because a full pipe would stop the program
    let mut stderr = tempfile::tempfile().map_err(cannot)?;
    let mut child = pg_dump(target)?
        .args(["--format=custom", "--schema=wl"])
        .arg(format!("--snapshot={snapshot}"))
        .arg(format!("--lock-wait-timeout={}", LOCKS.as_millis()))
        .stdout(Stdio::piped())
        .stderr(stderr.try_clone().map_err(cannot)?)
        .spawn()
        .map_err(cannot)?;
    conn.works_by(&child);
    let copied = match &mut child.stdout {
        Some(stdout) => io::copy(&mut Awaited(stdout, watch::turn()), output),
        None => Ok(0),
    };
    let is_whole = conn.program_ended();
    if copied.is_err() {
        // the reader is gone: it would wait for one
        let _ = child.kill();
    }
    let status = child.wait().map_err(|error| Error::io("pg_dump", error))?;
    copied.map_err(|error| Error::io("the backup can't be written", error))?;
    if !is_whole {
        return Err(lost());
    }
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

/// The output of a program, with the watchdog looking whether any comes.
struct Awaited<R>(R, Arc<Turn>);

impl<R: Read> Read for Awaited<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.1.asks();
        let read = self.0.read(bytes);
        self.1.is_answered();
        read
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
    let mut conn = Watched::connect(target, LOCKS, |_| ())?;
    let found = begin(&mut conn, SNAPSHOT).and_then(|()| {
        users::table
            .filter(users::role.eq("admin").and(users::deleted_at.is_null()))
            .order(users::id)
            .select(users::db_role)
            .first(&mut **conn)
            .optional()
    });
    found.map_err(|error| conn.explain(error.into()))
}

/// One of PostgreSQL's programs, in English, because its complaints are recognised.
fn program(path: &Path) -> Command {
    let mut command = Command::new(path);
    command.env("LC_ALL", "C").stdin(Stdio::null());
    // Ctrl-C is for this program, which says what became of its work
    command.process_group(0);
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

/// What the programs say of a connection that broke, or never was.
const BROKEN: [&str; 4] = [
    "server closed the connection",
    "terminating connection",
    "could not receive data from server",
    "timeout expired",
];

/// The first complaint of one of the programs, in one line.
fn failed(what: &str, output: &str) -> Error {
    let complaint = output.lines().find(|line| line.contains("error: "));
    let complaint = complaint
        .or(output.lines().next())
        .unwrap_or("the program of PostgreSQL ended without a reason");
    let complaint = complaint
        .split_once("error: ")
        .map_or(complaint, |(_, it)| it);
    let message = format!("{what}: {complaint}");
    let has = |part: &str| output.contains(part);
    // the one limit that pg_dump sets, for its locks
    if has("due to statement timeout") {
        watch::lock_timeout()
    } else if BROKEN.iter().any(|part| has(part)) {
        lost()
    } else if has("server version mismatch") {
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

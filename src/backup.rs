//! One file with everything, made and read by PostgreSQL's own programs.
//!
//! Roles belong to the server and are in no dump of a database: a restore makes
//! the groups as every migration does, and the people's logins from the rows of
//! `users`, without passwords.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use crate::db::connect::Target;
use crate::db::transaction::{SNAPSHOT, begin};
use crate::db::{local, migrate, transaction};
use crate::error::{Error, ErrorKind, Result, io_reason};
use crate::ledger::seal::{self, Seal};

/// What a restore made.
pub struct Restored {
    pub seal: Seal,
    /// Logins that have another role in another database, and so none here.
    pub without_role: Vec<String>,
}

#[derive(QueryableByName)]
struct Login {
    #[diesel(sql_type = Text)]
    login: String,
}

/// Makes the logins as the trigger `sync_login` made them for the restored rows; returns
/// those that it left alone.
fn make_logins(conn: &mut PgConnection) -> Result<Vec<String>> {
    conn.batch_execute("SET LOCAL ROLE wl_owner")?;
    let left: Vec<Login> =
        diesel::sql_query("SELECT l::text AS login FROM wl.make_logins() l").load(conn)?;
    Ok(left.into_iter().map(|row| row.login).collect())
}

/// Writes the entire schema from one snapshot; returns its seal.
pub fn dump(target: &Target, output: &mut impl Write) -> Result<Seal> {
    let mut conn = target.connect()?;
    begin(&mut conn, SNAPSHOT)?;
    let snapshot: String =
        diesel::select(sql::<Text>("pg_export_snapshot()")).get_result(&mut conn)?;
    let seal = seal::of_trail(&mut conn)?;
    let mut child = connected(target, "pg_dump")?
        .args(["--format=custom", "--schema=wl"])
        .arg(format!("--snapshot={snapshot}"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Error::io("pg_dump can't be run", error))?;
    let copied = match &mut child.stdout {
        Some(stdout) => io::copy(stdout, output),
        None => Ok(0),
    };
    if copied.is_err() {
        // the reader is gone: it would wait for one
        let _ = child.kill();
    }
    let mut complaint = String::new();
    if let Some(stderr) = &mut child.stderr {
        let _ = stderr.read_to_string(&mut complaint);
    }
    let status = child.wait().map_err(|error| Error::io("pg_dump", error))?;
    copied.map_err(|error| Error::io("the backup can't be written", error))?;
    match status.success() {
        true => Ok(seal),
        false => Err(failed("the backup was not made", &complaint)),
    }
}

/// Restores a backup into an empty database.
pub fn restore(target: &Target, file: &Path) -> Result<Restored> {
    if let Err(error) = fs::File::open(file) {
        let what = format!("{} can't be read: {}", file.display(), io_reason(&error));
        return Err(Error::new(ErrorKind::NoInput, what).cause(error));
    }
    if let Some(local) = target.local() {
        local.init()?;
    }
    let mut conn = target.connect()?;
    let there = transaction::run(&mut conn, |conn| {
        let there = sql::<Bool>("to_regnamespace('wl') IS NOT NULL");
        Ok(diesel::select(there).get_result(conn)?)
    })?;
    if there {
        return Err(Error::new(
            ErrorKind::DatabaseNotEmpty,
            "this database is not empty; a backup can only be restored into a new one",
        )
        .hint(
            "use a new WL_HOME, or create a database with createdb and name it in DATABASE_URL",
        ));
    }
    let list = run(program(target, "pg_restore")?.arg("--list").arg(file))?;
    migrate::prepare(&mut conn)?;

    // the schema was just made, for its owner
    let mut wanted = tempfile::NamedTempFile::new()
        .map_err(|error| Error::io("a temporary list can't be written", error))?;
    for line in list.lines().filter(|line| !line.contains(" SCHEMA - wl ")) {
        writeln!(wanted, "{line}")
            .map_err(|error| Error::io("a temporary list can't be written", error))?;
    }
    let restored = run(connected(target, "pg_restore")?
        .args(["--single-transaction", "--exit-on-error"])
        .arg("--use-list")
        .arg(wanted.path())
        .arg(file));
    if let Err(error) = restored {
        // still empty, as it was
        conn.batch_execute("DROP SCHEMA wl")?;
        return Err(error);
    }
    if target.local().is_some() {
        migrate::restrict(&mut conn)?;
    }
    transaction::run(&mut conn, |conn| {
        Ok(Restored {
            without_role: make_logins(conn)?,
            seal: seal::of_trail(conn)?,
        })
    })
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
        .first(&mut conn)
        .optional()?)
}

fn program(target: &Target, name: &str) -> Result<Command> {
    let path = match target.local() {
        Some(local) => local.client(name)?,
        None => local::find_client(name)?,
    };
    let mut command = Command::new(path);
    command.stdin(Stdio::null());
    Ok(command)
}

/// A program that connects to the target.
fn connected(target: &Target, name: &str) -> Result<Command> {
    let mut command = program(target, name)?;
    command.arg("--no-password");
    target.configure_command(&mut command);
    Ok(command)
}

fn run(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .map_err(|error| Error::io("pg_restore can't be run", error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(failed(
        "the backup was not restored",
        &String::from_utf8_lossy(&output.stderr),
    ))
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
            .hint("install the PostgreSQL client programs of the server's version")
    } else if has("permission denied") || has("row-level security") {
        Error::no_permission(message)
            .hint("only the owner of the database can make and restore backups")
    } else if has("valid archive") || has("unsupported version") || has("input file") {
        Error::data(message).hint("name a file that wl db backup wrote")
    } else if has("No space left on device") {
        Error::new(ErrorKind::DiskFull, message)
    } else {
        Error::new(ErrorKind::Backup, message)
    }
}

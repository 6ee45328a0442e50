//! `wl db`: the private local database.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command as Process;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};

use super::audit;
use crate::backup;
use crate::cli::app::App;
use crate::cli::{Column, Interrupt, Row, Stoppable, config};
use crate::db::connect::Target;
use crate::db::local::{self, Local, Status};
use crate::db::watch::{LOCKS, Watched};
use crate::error::{Error, ErrorKind, Result, Saved};
use crate::file::{self, Output};
use crate::ledger::verify::{self, Scope};
use crate::ledger::{self, seal};
use crate::text;
use crate::upgrade;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start the private database
    Start,
    /// Stop the private database
    Stop,
    /// Show where the private database is and whether it is running
    Status,
    /// Open psql with your login, or with the one that --as names
    Psql(Psql),
    /// Back up the private database, or as its owner the configured server's
    Backup(Backup),
    /// Restore a backup into an empty database and verify it
    Restore(Restore),
    /// Move the private database to the newest PostgreSQL that is installed, and verify it
    ///
    /// It needs the programs of both versions; those of the old one may be in a folder
    /// that WL_PG_BIN names. The old data is kept in a folder beside the new.
    Upgrade,
}

#[derive(Debug, Args)]
pub struct Backup {
    /// File to write; its seal goes to FILE.seal.json
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    file: PathBuf,
    /// Replace the files if they exist
    #[arg(long)]
    force: bool,
}

#[derive(Debug, Args)]
pub struct Restore {
    /// Backup file, as wl db backup writes it
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    file: PathBuf,
}

#[derive(Debug, Args)]
pub struct Psql {
    /// Arguments for psql, after --
    #[arg(value_name = "ARGS", last = true)]
    args: Vec<OsString>,
}

impl Row for Status {
    const FIELDS: &'static [&'static str] = &[
        "url",
        "data_dir",
        "socket_dir",
        "port",
        "server_version",
        "running",
        "superuser",
        "database",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::left("running", "running"),
        Column::left("url", "url"),
        Column::left("data_dir", "data_dir"),
        Column::left("socket_dir", "socket_dir"),
        Column::left("port", "port"),
        Column::left("server_version", "server_version"),
        Column::left("superuser", "superuser"),
        Column::left("database", "database"),
    ];
}

pub fn run(app: &mut App, command: Command) -> Result<()> {
    match command {
        Command::Start => {
            make_ready(app)?;
            app.say(format!("{} is running.", private(app)?));
            say_if_unused(app);
            Ok(())
        }
        Command::Stop => {
            app.private_target()?;
            let stopped = config::local()?.stop()?;
            let name = private(app)?;
            app.say(match stopped {
                true => format!("Stopped {}.", name.replacen('T', "t", 1)),
                false => format!("{name} was not running."),
            });
            say_if_unused(app);
            Ok(())
        }
        Command::Status => {
            app.private_target()?;
            app.one(&config::local()?.status()?)?;
            say_if_unused(app);
            Ok(())
        }
        Command::Psql(args) => psql(app, args),
        Command::Backup(args) => backup(app, &args),
        Command::Restore(args) => restore(app, &args),
        Command::Upgrade => upgrade(app),
    }
}

fn upgrade(app: &App) -> Result<()> {
    let name = private(app)?;
    let private = config::local()?;
    let interrupt = Interrupt::hold()?;
    let tell = |sentence: &str| {
        interrupt.check()?;
        app.say(sentence);
        Ok(())
    };
    // PostgreSQL's programs may have ended by the same signal
    let done = upgrade::run(&private, tell).map_err(|error| stopped(&interrupt, error))?;
    let Some(done) = done else {
        app.say(format!(
            "{name} already has the newest version that is installed here."
        ));
        return Ok(());
    };
    app.say(format!(
        "{name} now works with PostgreSQL {}, seal {}.",
        done.to, done.seal
    ));
    match done.problems {
        None => app.warn("it has no admin, so its audit trail was not verified"),
        Some(0) => app.say(audit::INTACT),
        Some(count) => app.warn(format!(
            "its audit trail has {}, as it had before",
            text::counted(count, "problem", "problems")
        )),
    }
    app.say(format!(
        "The data of PostgreSQL {} is kept in {1}; once all is well, delete it with: rm -r {1}",
        done.from,
        text::shell_word(&done.aside.to_string_lossy())
    ));
    Ok(())
}

/// A failure after a signal is that of the signal.
fn stopped(interrupt: &Interrupt, error: Error) -> Error {
    interrupt.check().err().unwrap_or(error)
}

/// The private database at the beginning of a sentence.
fn private(app: &App) -> Result<String> {
    Ok(app.private_target()?.name().replacen('t', "T", 1))
}

/// Where the configuration names a server, the private database is another one. A fault
/// in a file is no reason not to stop it.
fn say_if_unused(app: &App) {
    if let Ok(target) = app.target()
        && target.local().is_none()
    {
        app.say(format!("Other commands use {}.", target.name()));
    }
}

/// Starts the private server and waits until it takes connections.
fn make_ready(app: &App) -> Result<()> {
    match app.private_target()?.connect() {
        Err(error) if error.kind == ErrorKind::NotInitialised => Err(instead(app, error)),
        Err(error) if error.kind != ErrorKind::NoDatabase => Err(error),
        _ => Ok(()),
    }
}

/// Nobody needs a private database beside the company's.
fn instead(app: &App, error: Error) -> Error {
    match app.target() {
        Ok(target) if target.local().is_none() => error.hint(format!(
            "other commands use {}, which needs no private database",
            target.name()
        )),
        _ => error,
    }
}

fn backup(app: &App, args: &Backup) -> Result<()> {
    if args.file.as_os_str() == "-" {
        return Err(
            Error::usage("a backup is written to a file, not to standard output")
                .hint("name the file; for a file with the name -, write ./-"),
        );
    }
    let target = app.owner_target()?;
    let last = last_backup(&target, &args.file);
    let interrupt = Interrupt::hold()?;
    let mut output = Output::create(&args.file, args.force)?;
    let mut beside = Output::create(&file::beside(&args.file, seal::ENDING), args.force)?;
    app.say(format!("Backing up {}.", target.name()));
    let seal = backup::dump(&target, &mut Stoppable(&mut output, &interrupt))
        .map_err(|error| stopped(&interrupt, error))?;
    // a disk that has no room for both gets neither
    audit::write_seal(&seal, &mut beside)?;
    beside.sync()?;
    output.commit()?;
    beside.commit().map_err(|error| error.saved(Saved::Some))?;
    app.say(format!(
        "Wrote {}, seal {}.",
        args.file.display(),
        seal.seal
    ));
    if let Some((file, at)) = last {
        let at = at.format("%Y-%m-%d %H:%M UTC");
        app.say(format!(
            "The backup before it is of {at}: {}.",
            file.display()
        ));
    }
    if let Some(local) = target.local() {
        let path = std::path::absolute(&args.file)
            .map_err(|error| Error::io(args.file.display(), error))?;
        local.remember_backup(&path)?;
    }
    Ok(())
}

/// The last backup and its time: the one that was made of the private database, or the
/// file that is to be replaced.
fn last_backup(target: &Target, file: &Path) -> Option<(PathBuf, DateTime<Utc>)> {
    let known = target.local().and_then(Local::last_backup);
    let files = known.into_iter().chain([file.to_owned()]);
    let dated = files.filter_map(|file| {
        let at = file.metadata().ok()?.modified().ok()?;
        Some((file, at.into()))
    });
    dated.max_by_key(|(_, at)| *at)
}

fn restore(app: &mut App, args: &Restore) -> Result<()> {
    let target = app.owner_target()?;
    app.say(format!("Restoring into {}.", target.name()));
    let beside = file::beside(&args.file, seal::ENDING);
    let before = match beside.exists() {
        true => Some(audit::read_seal(&beside)?),
        false => None,
    };
    let restored = app.set_up(|commits| backup::restore(&target, &args.file, commits))?;
    let after = restored.seal;
    app.say(format!(
        "Restored {}, seal {}.",
        args.file.display(),
        after.seal
    ));
    if !restored.without_role.is_empty() {
        app.warn(format!(
            "logins with another role in another database on this server, which have none here: {}",
            restored.without_role.join(", ")
        ));
    }
    match &before {
        None => app.warn(format!(
            "there is no seal file {} to compare with",
            beside.display()
        )),
        Some(before) if before.seal == after.seal => app.say("The seal matches the backup's."),
        Some(before) => {
            return Err(damaged(format!(
                "its seal file has the seal {}",
                before.seal
            )));
        }
    }
    let Some(admin) = backup::first_admin(&target)?.filter(|_| target.local().is_some()) else {
        app.say("Logins that are new on this server have no passwords yet. Verify the audit trail as an admin, an accountant or ops: wl --as NAME audit verify");
        return Ok(());
    };
    // on the private database, any login may connect
    let target = target.as_login(&admin);
    let mut conn = app.watched(&target)?;
    let report = ledger::read(&mut conn, |tx| {
        let connect = || Watched::connect(&target, LOCKS, |_| ());
        verify::verify(tx, &Scope::default(), connect, |_, _| ())
    });
    let report = report.map_err(|error| conn.explain(error).saved(Saved::Everything))?;
    match report.problem_count {
        0 => {
            app.say(audit::INTACT);
            Ok(())
        }
        count => Err(damaged(format!(
            "its audit trail has {}",
            text::counted(count, "problem", "problems")
        ))),
    }
}

fn damaged(why: String) -> Error {
    Error::new(
        ErrorKind::BackupDamaged,
        format!("the backup was changed: {why}"),
    )
    .saved(Saved::Everything)
    .hint("wl audit verify shows where")
}

/// Replaces this process with psql, so that exit code and signals are psql's.
fn psql(app: &App, args: Psql) -> Result<()> {
    let target = app.target()?;
    let program = match target.local() {
        Some(local) => {
            local.ensure_running()?;
            local.client("psql")?
        }
        None => local::find_client("psql")?,
    };
    let mut process = Process::new(&program);
    target.configure_command(&mut process);
    let error = process.args(args.args).exec();
    Err(Error::config(format!(
        "{} can't be run: {}",
        program.display(),
        crate::error::io_reason(&error)
    ))
    .cause(error))
}

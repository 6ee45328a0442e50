//! `wl db`: the private local database.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command as Process;

use clap::{Args, Subcommand};

use super::audit;
use crate::backup;
use crate::cli::app::App;
use crate::cli::{Column, Row, config};
use crate::db::local::{self, Status};
use crate::db::watch::{LOCKS, Watched};
use crate::error::{Error, ErrorKind, Result, Saved};
use crate::file::{self, Output};
use crate::ledger::verify::{self, Scope};
use crate::ledger::{self, seal};
use crate::text;

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
            config::local()?.ensure_running()?;
            app.say("The private database is running.");
            Ok(())
        }
        Command::Stop => {
            let stopped = config::local()?.stop()?;
            app.say(if stopped {
                "Stopped the private database."
            } else {
                "The private database was not running."
            });
            Ok(())
        }
        Command::Status => app.one(&config::local()?.status()?),
        Command::Psql(args) => psql(app, args),
        Command::Backup(args) => backup(app, &args),
        Command::Restore(args) => restore(app, &args),
    }
}

fn backup(app: &App, args: &Backup) -> Result<()> {
    if args.file.as_os_str() == "-" {
        return Err(
            Error::usage("a backup is written to a file, not to standard output")
                .hint("name the file; for a file with the name -, write ./-"),
        );
    }
    let mut output = Output::create(&args.file, args.force)?;
    let beside = Output::create(&file::beside(&args.file, seal::ENDING), args.force)?;
    let seal = backup::dump(&app.owner_target()?, &mut output)?;
    output.commit()?;
    audit::write_seal(&seal, beside)?;
    app.say(format!(
        "Wrote {}, seal {}.",
        args.file.display(),
        seal.seal
    ));
    Ok(())
}

fn restore(app: &mut App, args: &Restore) -> Result<()> {
    let target = app.owner_target()?;
    let beside = file::beside(&args.file, seal::ENDING);
    let before = match beside.exists() {
        true => Some(audit::read_seal(&beside)?),
        false => None,
    };
    let restored = backup::restore(&target, &args.file)?;
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
        app.say("Logins have no passwords yet. Verify the audit trail as an admin, an accountant or ops: wl --as NAME audit verify");
        return Ok(());
    };
    // on the private database, any login may connect
    let target = target.as_login(&admin);
    let report = ledger::read(&mut target.connect()?, |tx| {
        let connect = || Watched::connect(&target, LOCKS, |_| ());
        verify::verify(tx, &Scope::default(), connect, |_, _| ())
    })?;
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

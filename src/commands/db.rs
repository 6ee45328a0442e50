//! `wl db`: the private local database.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::process::Command as Process;

use clap::{Args, Subcommand};

use crate::cli::app::App;
use crate::cli::{Column, Row};
use crate::db::local::{self, Status};
use crate::db::uri::without_password;
use crate::error::{Error, Result};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start the private database
    Start,
    /// Stop it
    Stop,
    /// Show where it is and whether it runs
    Status,
    /// Open psql as your login, or as that of --as
    Psql(Psql),
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
            app.local()?.ensure_running()?;
            app.say("The private database runs.");
            Ok(())
        }
        Command::Stop => {
            let stopped = app.local()?.stop()?;
            app.say(if stopped {
                "Stopped the private database."
            } else {
                "The private database did not run."
            });
            Ok(())
        }
        Command::Status => app.one(&app.local()?.status()?),
        Command::Psql(args) => psql(app, args),
    }
}

/// Becomes psql, so that its exit code and its signals are psql's own.
fn psql(app: &App, args: Psql) -> Result<()> {
    let target = app.target()?;
    let program = match target.local() {
        Some(local) => {
            local.ensure_running()?;
            local.psql()?
        }
        None => local::find_psql()?,
    };
    let (conninfo, password) = without_password(&target.conninfo());
    let mut process = Process::new(&program);
    process.arg("--dbname").arg(conninfo).args(args.args);
    if let Some(password) = password {
        process.env("PGPASSWORD", password);
    }
    let error = process.exec();
    Err(Error::config(format!(
        "{} can't be run: {}",
        program.display(),
        crate::error::io_reason(&error)
    )))
}

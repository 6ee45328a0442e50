//! `wl migrate` and `wl init`: the schema and the first admin.

use chrono_tz::Tz;
use clap::{Args, Subcommand};

use super::complete;
use crate::cli::app::App;
use crate::cli::config;
use crate::cli::prompt;
use crate::cli::{Column, Row, machine_zone};
use crate::db::migrate::{self, State};
use crate::db::transaction;
use crate::db::watch::Watched;
use crate::domain::{password, user};
use crate::error::Result;
use crate::text;
use crate::time::zone_by_name;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Apply missing migrations
    Up,
    /// Undo the last migration; only possible while there is no data
    Down(Down),
    /// Show which migrations are applied
    Status,
}

#[derive(Debug, Args)]
pub struct Down {
    /// Undo all migrations
    #[arg(long)]
    all: bool,
    /// Don't ask for confirmation
    #[arg(short, long)]
    yes: bool,
}

#[derive(Debug, Args)]
pub struct Init {
    /// Login of the first admin [default: WL_USER, the user of a file, or your system user]
    #[arg(long, value_name = "NAME")]
    admin: Option<String>,
    /// Name of the first admin as printed on exports [default: the login]
    #[arg(long, value_name = "NAME")]
    full_name: Option<String>,
    /// Time zone of all days, periods and typed times [default: this machine's, if it is certain]
    #[arg(long, value_name = "NAME", add = complete::zones())]
    zone: Option<String>,
}

impl Row for State {
    const FIELDS: &'static [&'static str] = &["version", "name", "applied"];
    const COLUMNS: &'static [Column] = &[
        Column::text("name", "Migration"),
        Column::left("applied", "Applied"),
    ];
}

pub fn run(app: &mut App, command: Option<Command>) -> Result<()> {
    match command.unwrap_or(Command::Up) {
        Command::Up => {
            let mut conn = app.owner_connection()?;
            let done = app.set_up(|commits| {
                migrate::up(&mut conn, commits).map_err(|error| conn.explain(error))
            })?;
            if done.is_empty() {
                app.say("The schema is up to date.");
            }
            for name in done {
                app.say(format!("Applied {name}."));
            }
            Ok(())
        }
        Command::Down(args) => down(app, &args),
        Command::Status => {
            let mut conn = app.owner_connection()?;
            let states = transaction::run(&mut conn, migrate::status);
            let states = states.map_err(|error| conn.explain(error))?;
            app.rows(&states, "")
        }
    }
}

fn down(app: &App, args: &Down) -> Result<()> {
    let mut conn = app.owner_connection()?;
    if !args.yes {
        if !app.can_ask() {
            return Err(
                prompt::unconfirmed("migrating down drops tables").hint("confirm with --yes")
            );
        }
        if !prompt::confirm("Revert the schema?")? {
            app.say("Nothing was changed.");
            return Ok(());
        }
    }
    let done = app.set_up(|commits| {
        migrate::down(&mut conn, args.all, commits).map_err(|error| conn.explain(error))
    })?;
    if done.is_empty() {
        app.say("There is nothing to revert.");
    }
    for name in done {
        app.say(format!("Reverted {name}."));
    }
    Ok(())
}

fn is_set_up(app: &App) -> Result<bool> {
    if app.is_private()? && !config::local()?.initialised() {
        return Ok(false);
    }
    let mut conn = app.owner_connection()?;
    migrate::is_set_up(&mut conn).map_err(|error| conn.explain(error))
}

pub fn init(app: &mut App, args: &Init) -> Result<()> {
    // before anything is made
    app.owner_target()?;
    let admin = match &args.admin {
        Some(name) => name.clone(),
        None => app.login()?,
    };
    user::check_login(&admin)?;
    let full_name = args.full_name.as_deref().unwrap_or(&admin);
    let zone = match &args.zone {
        Some(name) => zone_by_name(name)?,
        None => match machine_zone() {
            Ok(zone) => zone,
            // asked for only where it is needed
            Err(_) if is_set_up(app)? => Tz::UTC,
            Err(error) => return Err(error),
        },
    };
    let is_private = app.is_private()?;
    // later steps do what is missing when they are repeated
    let (is_new, added) = app.set_up(|commits| {
        if is_private {
            config::local()?.init()?;
        }
        let mut conn = app.owner_connection()?;
        let steps = |conn: &mut Watched| {
            migrate::up(conn, commits)?;
            if is_private {
                migrate::restrict(conn)?;
            }
            let is_new = !password::has_login(conn, &admin)?;
            let added = migrate::add_first_admin(conn, &admin, full_name, zone.name())?;
            Ok((is_new, added))
        };
        steps(&mut conn).map_err(|error| conn.explain(error))
    })?;
    if added {
        app.say(format!(
            "Ready: {admin} is the first admin, and the time zone is {zone}."
        ));
        if is_new && !is_private {
            let name = text::shell_word(&admin);
            app.say(format!(
                "{name} has no password yet. Set one with: wl user password {name}"
            ));
        }
        if app.login()? != admin {
            let file = match app.config()?.files.is_empty() {
                true => String::new(),
                false => format!(
                    ", or write user = \"{admin}\" into the file that wl config path prints"
                ),
            };
            app.say(format!(
                "To act as {admin}: export WL_USER={}{file}.",
                text::shell_word(&admin)
            ));
        }
        app.say("Then add people with: wl user add NAME --full-name NAME --role technician");
    } else {
        app.say("Ready: the database was already set up; its users are unchanged.");
    }
    Ok(())
}

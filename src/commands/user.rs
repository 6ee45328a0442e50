//! `wl user`: people and their roles.

use clap::{Args, Subcommand};

use super::{complete, password};
use crate::cli::app::App;
use crate::cli::{Column, Row};
use crate::domain::password::has_login;
use crate::domain::user::{self, UserView};
use crate::error::Result;
use crate::models::Role;
use crate::text;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add a user with a login and a role
    Add(Add),
    /// List users
    List(List),
    /// Change a user's full name; the login stays
    Rename(Rename),
    /// Set your password, or as the owner of the database anyone's
    Password(password::Password),
    /// Change a user's role
    Role(SetRole),
    /// Remove a user's rights; the history stays
    Remove(NameReason),
    /// Bring a removed user back
    Restore(Removed),
}

#[derive(Debug, Args)]
pub struct Add {
    /// Login name
    #[arg(value_name = "NAME")]
    name: String,
    /// Name as printed on exports
    #[arg(long, value_name = "NAME")]
    full_name: String,
    /// Role, which decides what the user may do
    #[arg(long, value_enum, value_name = "ROLE")]
    role: Role,
}

#[derive(Debug, Args)]
pub struct List {
    /// Also list removed users
    #[arg(long)]
    removed: bool,
}

#[derive(Debug, Args)]
pub struct Rename {
    /// Login, which never changes, or the present name
    #[arg(value_name = "NAME", add = complete::users())]
    name: String,
    /// New name; bills that were made keep the old one
    #[arg(long, value_name = "NAME")]
    full_name: String,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct SetRole {
    /// User
    #[arg(value_name = "NAME", add = complete::users())]
    name: String,
    /// New role
    #[arg(value_enum, value_name = "ROLE")]
    role: Role,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct NameReason {
    /// User
    #[arg(value_name = "NAME", add = complete::users())]
    name: String,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct Removed {
    /// User
    #[arg(value_name = "NAME", add = complete::removed_users())]
    name: String,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

impl Row for UserView {
    const FIELDS: &'static [&'static str] = &["name", "full_name", "role", "removed"];
    const COLUMNS: &'static [Column] = &[
        Column::left("name", "Login"),
        Column::text("full_name", "Name"),
        Column::left("role", "Role"),
        Column::left("removed", "Removed"),
    ];
}

pub fn run(app: &mut App, command: Command) -> Result<()> {
    match command {
        Command::Add(args) => {
            let is_new = app.write(|tx, _| {
                let is_new = !has_login(tx.conn, &args.name)?;
                user::add(tx, &args.name, &args.full_name, args.role)?;
                Ok(is_new)
            })?;
            let view = UserView {
                name: args.name,
                full_name: args.full_name,
                role: args.role,
                removed: false,
            };
            done(
                app,
                &format!("Added {} {} ({}).", view.role, view.name, view.full_name),
                &view,
            )?;
            if is_new && !app.is_private()? {
                app.say(format!(
                    "{0} has no password yet. The owner of the database sets one with: wl user password {0}",
                    text::shell_word(&view.name)
                ));
            }
            app.created(&view.name)
        }
        Command::List(args) => {
            let users = app.read(|tx, _| user::list(tx, args.removed))?;
            app.rows(&users, "No users.")
        }
        Command::Rename(args) => {
            let reason = args.reason.as_deref();
            let (changed, view) =
                app.write(|tx, _| user::rename(tx, &args.name, args.full_name.trim(), reason))?;
            let sentence = match changed {
                true => format!("{} is now {}.", view.name, view.full_name),
                false => super::NOTHING_CHANGED.to_owned(),
            };
            done(app, &sentence, &view)
        }
        Command::Password(args) => password::run(app, &args),
        Command::Role(args) => {
            let (changed, view) = app.write(|tx, _| {
                let changed = user::role(tx, &args.name, args.role, args.reason.as_deref())?;
                Ok((changed, user::view(tx, &args.name)?))
            })?;
            let sentence = if changed {
                format!("{} is now {}.", view.name, view.role)
            } else {
                super::NOTHING_CHANGED.to_owned()
            };
            done(app, &sentence, &view)
        }
        Command::Remove(args) => {
            let (view, serves) = app.write(|tx, _| {
                let user = user::remove(tx, &args.name, args.reason.as_deref())?;
                Ok((user::view(tx, &args.name)?, user::has_role(tx, &user)?))
            })?;
            let rights = match serves {
                true => {
                    "the login has no rights in this database any more; it keeps its role in another one on this server"
                }
                false => "the login no longer has any rights",
            };
            done(app, &format!("Removed {}; {rights}.", view.name), &view)
        }
        Command::Restore(args) => {
            let view = app.write(|tx, _| {
                user::restore(tx, &args.name, args.reason.as_deref())?;
                user::view(tx, &args.name)
            })?;
            done(
                app,
                &format!("Restored {} as {}.", view.name, view.role),
                &view,
            )
        }
    }
}

fn done(app: &App, sentence: &str, view: &UserView) -> Result<()> {
    app.say(sentence);
    if app.is_table() {
        Ok(())
    } else {
        app.one(view)
    }
}

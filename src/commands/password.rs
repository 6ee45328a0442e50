//! `wl user password`: a person's own, or as the owner of the database anyone's.

use std::io::{self, IsTerminal, Read};

use clap::Args;

use super::complete;
use crate::cli::app::App;
use crate::cli::prompt;
use crate::db::transaction;
use crate::domain::password;
use crate::error::{Error, Result};

/// Longer than anyone types; more would not be a password but a wrong file.
const MOST: u64 = 1000;

#[derive(Debug, Args)]
pub struct Password {
    /// User; only the owner of the database may name another than you
    #[arg(value_name = "NAME", add = complete::users())]
    name: Option<String>,
}

pub fn run(app: &mut App, args: &Password) -> Result<()> {
    if app.is_private()? {
        return Err(
            Error::config("the private database has no passwords").hint(
                "nobody but you can reach it; to set a password on a server, name it with DATABASE_URL or in a configuration file",
            ),
        );
    }
    let mut conn = app.watched(&app.target()?)?;
    let whose = transaction::run(&mut conn, |conn| {
        password::whose(conn, args.name.as_deref())
    });
    let whose = whose.map_err(|error| conn.explain(error))?;
    // nobody waits for a person who types: no transaction is open
    let typed = if app.can_ask() {
        prompt::password(&format!("New password for {}:", whose.login))?
    } else {
        line()?
    };
    let typed = checked(typed)?;
    let set = transaction::run(&mut conn, |conn| password::set(conn, &whose, &typed));
    set.map_err(|error| conn.explain(error))?;
    app.say(format!("Set the password of {}.", whose.login));
    Ok(())
}

/// The one line of standard input.
fn line() -> Result<String> {
    let stdin = io::stdin();
    let mut bytes = Vec::new();
    if !stdin.is_terminal() {
        stdin
            .lock()
            .take(MOST + 3)
            .read_to_end(&mut bytes)
            .map_err(|error| Error::io("standard input can't be read", error))?;
    }
    if bytes.is_empty() {
        return Err(
            Error::usage("there is no terminal to ask for the password at")
                .hint("without a terminal, standard input gives it, as one line"),
        );
    }
    let mut text =
        String::from_utf8(bytes).map_err(|_| Error::data("the password is not UTF-8"))?;
    for end in ['\n', '\r'] {
        if text.ends_with(end) {
            text.pop();
        }
    }
    Ok(text)
}

fn checked(password: String) -> Result<String> {
    let fault = if password.is_empty() {
        "the password is empty"
    } else if password.len() as u64 > MOST {
        "the password is longer than 1000 bytes"
    } else if password.contains(['\n', '\r', '\0']) {
        "the password has more than one line, or a zero byte"
    } else {
        return Ok(password);
    };
    Err(Error::data(fault))
}

//! Whoever holds what a command needs can be ended by the owner of the private server, who is
//! the person that waits.

use crate::cli::app::App;
use crate::cli::prompt;
use crate::db::watch;
use crate::error::{Error, ErrorKind, Result};

/// Offers it at a terminal, and says in place of the hint what was ended.
pub fn offer_to_end(app: &App, error: Error) -> Error {
    if error.holders.is_empty() || !app.can_ask() || !app.is_private().unwrap_or(false) {
        return error;
    }
    match end(app, &error) {
        Ok(ended) if ended.is_empty() => error,
        Ok(ended) => Error {
            hint: Some(format!(
                "ended: {}; type the command again",
                ended.join(", ")
            )),
            ..error
        },
        Err(failed) if failed.kind == ErrorKind::Interrupted => Error {
            saved: error.saved,
            ..failed
        },
        Err(failed) => {
            app.warn(failed.message);
            error
        }
    }
}

/// What was ended.
fn end(app: &App, error: &Error) -> Result<Vec<String>> {
    let owner = app.private_owner()?;
    let mut ended = Vec::new();
    for holder in &error.holders {
        let name = &holder.name;
        let question = match holder.process {
            0 => format!("Roll back {name}?"),
            _ => format!("End the session of {name}?"),
        };
        if !prompt::confirm(&question)? {
            continue;
        }
        match watch::end(&owner, holder)? {
            true => ended.push(name.clone()),
            false => app.warn(format!("{name} was told to end, and goes on")),
        }
    }
    Ok(ended)
}

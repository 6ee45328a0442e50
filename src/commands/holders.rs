//! Whoever holds what a command needs can be ended by the owner of the private server, who is
//! the person that waits.

use crate::cli::app::App;
use crate::cli::prompt;
use crate::db::connect::Target;
use crate::db::watch;
use crate::error::{Error, ErrorKind, Holder, Result};
use crate::text;

/// Offers it at a terminal, and then says what was ended.
pub fn offer_to_end(app: &App, error: Error) -> Error {
    if error.holders.is_empty() || !app.can_ask() || !app.is_private().unwrap_or(false) {
        return error;
    }
    match end(app, &error) {
        Ok(ended) if ended.is_empty() => error,
        Ok(ended) => Error {
            message: format!(
                "what this command waited for is ended: {}",
                ended.join(", ")
            ),
            hint: Some("type the command again".to_owned()),
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
        if end_one(app, &owner, holder)? {
            ended.push(holder.name.clone());
        }
    }
    Ok(ended)
}

/// Whether the holder is ended, by itself or by us.
fn end_one(app: &App, owner: &Target, holder: &Holder) -> Result<bool> {
    let name = &holder.name;
    if holder.process == 0 {
        let agreed = prompt::confirm(&format!("Roll back {name}?"))?;
        if agreed {
            watch::roll_back_prepared(owner, holder)?;
        }
        return Ok(agreed);
    }
    let Some(held) = watch::held(owner, holder)? else {
        return Ok(true);
    };
    let program = match held.program.as_str() {
        "" => "the session".into(),
        named => text::one_line(named),
    };
    let question = format!("End {program} of {name}, and lose what it has not saved?");
    if !prompt::confirm(&question)? {
        return Ok(false);
    }
    let ended = watch::end(owner, holder, &held)?;
    if !ended {
        app.warn(format!("{name} was told to end, and goes on"));
    }
    Ok(ended)
}

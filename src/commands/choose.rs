//! The line item that a person means, or picks from a list.

use crate::cli::app::App;
use crate::cli::prompt;
use crate::domain::what::{self, What};
use crate::error::{Error, ErrorKind, Result};
use crate::text;

/// Runs `work` with the line item that was typed. If none was, or if several fit, a person
/// at a terminal picks one, or leaves the list, and is told that this was `declined`.
/// `missing` is the error if there is no terminal.
pub fn with_line(
    app: &mut App,
    typed: Option<What>,
    missing: impl FnOnce() -> Error,
    declined: &str,
    mut work: impl FnMut(&mut App, &What) -> Result<()>,
) -> Result<()> {
    let unclear = match &typed {
        None => missing(),
        Some(what) => match work(app, what) {
            Err(error) if error.kind == ErrorKind::ChooseLine => error,
            other => return other,
        },
    };
    if !app.can_ask() {
        return Err(unclear);
    }
    match pick(app, typed.as_ref())? {
        Some(what) => work(app, &what),
        None => {
            app.say(declined);
            Ok(())
        }
    }
}

fn pick(app: &mut App, typed: Option<&What>) -> Result<Option<What>> {
    let lines = app.read(|tx, _| what::candidates(tx, typed))?;
    if lines.is_empty() {
        return Err(Error::not_found("no line item takes time")
            .hint("an admin adds one with: wl line add ORDER --description TEXT"));
    }
    let items: Vec<String> = lines
        .iter()
        .map(|line| {
            let names = [&line.description, &line.title, &line.customer];
            let names = names.map(|name| text::short(name, 200));
            format!("{}  {}", line.place(), names.join(" · "))
        })
        .collect();
    Ok(prompt::pick("Line item", &items)?
        .and_then(|index| lines.get(index))
        .map(|line| What::line(&line.number, line.position)))
}

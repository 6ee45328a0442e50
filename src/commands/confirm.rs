//! Changes that a person confirms: a list, a question, then exactly that list.

use crate::cli::app::App;
use crate::cli::prompt;
use crate::error::{Error, Result};

/// Does `work` on the list that a person confirmed, or, with `yes`, on what is there.
/// `preview` shows the list and returns it with the question; with an empty list, there is
/// nothing to ask, and `work` says why. None: the answer was no.
pub fn confirmed<P, R>(
    app: &mut App,
    yes: bool,
    unconfirmed: impl FnOnce() -> Error,
    preview: impl FnOnce(&mut App) -> Result<(P, Option<String>)>,
    work: impl FnOnce(&mut App, Option<&P>) -> Result<R>,
) -> Result<Option<R>> {
    if yes {
        return work(app, None).map(Some);
    }
    if !app.can_ask() {
        return Err(unconfirmed());
    }
    let (plan, question) = preview(app)?;
    match question.map_or(Ok(true), |question| prompt::confirm(&question))? {
        true => work(app, Some(&plan)).map(Some),
        false => Ok(None),
    }
}

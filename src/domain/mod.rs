//! What changes data. Nothing here prints, prompts or reads the environment.

use std::collections::BTreeMap;

use crate::error::{Error, ErrorKind, Result};
use crate::text;

pub mod approval;
pub mod bill;
pub mod document;
pub mod entry;
pub mod import;
pub mod line;
pub mod order;
pub mod password;
pub mod settings;
pub mod timer;
pub mod undo;
pub mod user;
pub mod what;

/// Of each entry of a list, its version and its order.
type Versions<'p> = BTreeMap<i64, (i64, &'p str)>;

/// So many changes of a list are named.
const NAMED_CHANGES: usize = 3;

/// What a list shows besides, each text by what it is of: `the title of WO-1`.
type Texts<'p> = BTreeMap<String, &'p str>;

/// The texts that are different from those that were shown; None: nothing.
fn text_changes(before: &Texts<'_>, after: &Texts<'_>) -> Option<String> {
    let other = |name: &&String| after.get(*name).is_some_and(|now| *now != before[*name]);
    let changed: Vec<_> = before.keys().filter(other).collect();
    let named = changed.iter().take(NAMED_CHANGES);
    let mut changes: Vec<_> = named.map(|name| format!("{name} was changed")).collect();
    if changed.len() > NAMED_CHANGES {
        let more = changed.len() - NAMED_CHANGES;
        changes.push(text::counted(more, "more change", "more changes"));
    }
    in_words(changes)
}

/// What is different from the list that was confirmed; None: nothing. `fate` says what
/// became of an entry that is not in it any more.
fn list_changes(
    before: &Versions<'_>,
    after: &Versions<'_>,
    mut fate: impl FnMut(i64) -> Result<String>,
) -> Result<Option<String>> {
    let kept = before.iter().filter(|(id, old)| after.get(id) != Some(old));
    let new = after.iter().filter(|(id, _)| !before.contains_key(id));
    let differences: Vec<_> = kept.chain(new).collect();
    let mut changes = Vec::new();
    for (id, (_, order)) in differences.iter().take(NAMED_CHANGES) {
        let fate = match (before.get(id), after.get(id)) {
            (Some(_), None) => fate(**id)?,
            (None, _) => "is new".to_owned(),
            _ => "was changed".to_owned(),
        };
        changes.push(format!("entry {id} on {order} {fate}"));
    }
    if differences.len() > NAMED_CHANGES {
        let more = differences.len() - NAMED_CHANGES;
        changes.push(text::counted(more, "more change", "more changes"));
    }
    Ok(in_words(changes))
}

/// `this, that, and the other`
fn in_words(mut changes: Vec<String>) -> Option<String> {
    let last = changes.pop();
    match changes.as_slice() {
        [] => last,
        others => last.map(|last| format!("{}, and {last}", others.join(", "))),
    }
}

/// The refusal of a list that a person confirmed, if it is different now.
fn list_changed(kind: ErrorKind, what: &str) -> Error {
    Error::new(kind, format!("the list changed: {what}"))
        .hint("run the command again and check the new list")
}

//! A list to pick from, searched by words.

use std::cell::Cell;
use std::fmt;

use dialoguer::console::Term;
use inquire::ui::{Attributes, RenderConfig, StyleSheet, Styled};
use inquire::{InquireError, Select};

use super::prompt;
use crate::error::{Error, Result};
use crate::text;

/// So many items are offered. Who wants another one says so on the command line.
pub const MOST: usize = 200;

/// So many items are on the screen at once.
const PAGE: usize = 7;

/// With its brackets it fits into 40 columns, for a terminal may be made smaller while it
/// is shown.
const HELP: &str = "type to search, Enter to pick, or Esc";

/// An item as wide as the terminal is now, which may have been resized.
struct Item(String);

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text::fit(&self.0, columns().saturating_sub(3)))
    }
}

/// Lets a person pick one of the first `MOST` items: with the arrows, or by typing words
/// that it contains, in any order and case. None if they leave it with Esc. Fails as
/// [`crate::error::ErrorKind::Interrupted`] at Ctrl-C.
pub fn pick(question: &str, items: &[String]) -> Result<Option<usize>> {
    if items.is_empty() {
        return Ok(None);
    }
    let offered: Vec<Item> = items.iter().take(MOST).cloned().map(Item).collect();
    let searched: Vec<String> = offered.iter().map(|item| text::name_key(&item.0)).collect();
    let question = match items.len() {
        0..=MOST => text::safe(question).into_owned(),
        all => format!("{} (the first {MOST} of {all})", text::safe(question)),
    };
    let (found, typed) = (Cell::new(0), Cell::new(0));
    // it is asked for each item in turn, after each key that changes what was typed
    let scorer = |input: &str, _: &Item, _: &str, place: usize| {
        if place == 0 {
            found.set(0);
            typed.set(text::columns(input));
        }
        let hit = input
            .split_whitespace()
            .all(|word| searched[place].contains(&text::name_key(word)));
        found.set(found.get() + usize::from(hit));
        hit.then_some(0)
    };
    let page = PAGE
        .min(usize::from(terminal().size().0).saturating_sub(3))
        .max(1);
    let prefix = text::columns(&question) + 3;
    let formatter = |picked: inquire::list_option::ListOption<&Item>| {
        text::fit(&picked.value.0, columns().saturating_sub(prefix))
    };
    let select = Select::new(&question, offered)
        .with_scorer(&scorer)
        // our order stays
        .with_sorter(&|_| ())
        .with_formatter(&formatter)
        .with_page_size(page)
        .with_help_message(HELP)
        .with_render_config(look());
    reserve(page + 3)?;
    match prompt::on_fresh_input(|| select.raw_prompt()) {
        Ok(picked) => Ok(Some(picked.index)),
        Err(InquireError::OperationCanceled) => Ok(None),
        Err(InquireError::OperationInterrupted) => {
            let lines = |width: usize| width.div_ceil(columns().max(1));
            let around = lines(prefix + typed.get()) + lines(text::columns(HELP) + 2);
            let _ = terminal().clear_last_lines(around + found.get().min(page));
            Err(prompt::interrupted())
        }
        Err(InquireError::IO(error)) => Err(Error::io("the prompt failed", error)),
        Err(error) => Err(Error::bug(format!("the prompt failed: {error}"))),
    }
}

fn terminal() -> Term {
    Term::stderr()
}

fn columns() -> usize {
    terminal().size().1.into()
}

/// Makes room below the cursor, so that the list never scrolls, and its place is known
/// when it is to be cleared.
fn reserve(lines: usize) -> Result<()> {
    terminal()
        .write_str(&"\n".repeat(lines))
        .and_then(|()| terminal().move_cursor_up(lines))
        .map_err(|error| Error::io("the prompt failed", error))
}

fn look() -> RenderConfig<'static> {
    RenderConfig::empty()
        .with_selected_option(Some(StyleSheet::new().with_attr(Attributes::BOLD)))
        .with_canceled_prompt_indicator(Styled::new("nothing picked"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_fits_into_a_narrow_terminal() {
        assert!(text::columns(HELP) + 2 < 40);
    }
}

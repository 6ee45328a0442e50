//! Imports work orders and time entries from tables of text.
//!
//! A row passes or is rejected by a named rule; the caller decides whether one
//! rejected row stops everything. The rows that pass are written by set.

mod create;
mod entries;
mod names;
mod orders;
mod timeline;

pub use entries::{EntryOptions, entries};
pub use names::{Maps, Matches};
pub use orders::{OrderOptions, orders};

use serde::Serialize;

use crate::error::{Error, ErrorKind, Result};
use crate::intake::{Sheet, SheetRow};
use crate::{exit, text};

/// A rejected row, and the rule that rejected it.
#[derive(Debug, Clone, Serialize)]
pub struct Rejected {
    #[serde(skip)]
    pub row: usize,
    pub line: u64,
    pub rule: ErrorKind,
    pub reason: String,
    /// What to write instead, where it is known.
    #[serde(skip)]
    pub hint: Option<String>,
}

/// Rows that were left out: `running` or `break`.
#[derive(Debug, Clone, Serialize)]
pub struct Skipped {
    pub why: &'static str,
    pub rows: usize,
}

/// A value of the file that is no order, line item or person here.
#[derive(Debug, Clone, Serialize)]
pub struct Unknown {
    pub what: &'static str,
    pub value: String,
    pub rows: usize,
    /// The first row that has it.
    pub line: u64,
}

/// A person whose time an import added.
#[derive(Debug, Clone, Serialize)]
pub struct Person {
    pub name: String,
    pub full_name: String,
    pub added: usize,
    pub duration_seconds: i64,
}

/// The result of an import, or of a dry run.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Outcome {
    /// The tracker that wrote the file, by its word for `--tracker`.
    pub tracker: Option<&'static str>,
    /// Of times without an offset.
    pub zone: Option<String>,
    pub rows: usize,
    /// Rows that were left out because they are no finished work.
    pub skipped: Vec<Skipped>,
    pub added: usize,
    /// Line items added along with orders.
    pub lines_added: usize,
    /// Seconds of the entries added.
    pub duration_seconds: i64,
    /// Of the entries added, those longer than the setting `stale_after`, and its seconds.
    #[serde(skip)]
    pub long: usize,
    #[serde(skip)]
    pub stale_after: i64,
    /// Orders or entries that the database holds already.
    pub unchanged: usize,
    /// Orders added for the entries of a file.
    pub orders_added: usize,
    /// Whose time was added; empty for orders.
    pub people: Vec<Person>,
    /// Values of the file that are nothing here.
    pub unknown: Vec<Unknown>,
    /// What the names of the file mean here.
    #[serde(skip)]
    pub users: Matches,
    #[serde(skip)]
    pub orders: Matches,
    pub rejected: Vec<Rejected>,
}

/// Why a row is rejected, after its file and line; the reason of a bad cell has both.
pub fn place_and_reason(sheet: &Sheet, rejected: &Rejected) -> String {
    if rejected.rule.code() == exit::DATA {
        rejected.reason.clone()
    } else {
        format!(
            "{}, line {}: {}",
            sheet.file, rejected.line, rejected.reason
        )
    }
}

fn rejected(index: usize, row: &SheetRow, error: Error) -> Rejected {
    Rejected {
        row: index,
        line: row.line,
        rule: error.kind,
        reason: error.message,
        hint: error.hint,
    }
}

/// The first rejected row as the error that stops an import of all or nothing.
pub fn first_error(sheet: &Sheet, outcome: &Outcome) -> Option<Error> {
    let first = outcome.rejected.first()?;
    let mut hint = first
        .hint
        .iter()
        .fold(String::new(), |hint, row| hint + row + "; ");
    if outcome.rejected.len() > 1 {
        hint.push_str(&format!("{} rows are rejected; ", outcome.rejected.len()));
    }
    let several = outcome.unknown.len() > 1 || outcome.unknown.iter().any(|value| value.rows > 1);
    if several {
        hint.push_str(&format!("not known here: {}; ", unknown(&outcome.unknown)));
    }
    hint.push_str(match outcome.rejected.len() {
        1 => "correct the row, or import the other rows with --rejects FILE",
        _ => "correct them, or import the others with --rejects FILE",
    });
    Some(Error::new(first.rule, place_and_reason(sheet, first)).hint(hint))
}

/// The first values that are nothing here, each with its rows.
fn unknown(values: &[Unknown]) -> String {
    let shown = values.iter().take(10).map(|unknown| {
        let rows = text::counted(unknown.rows, "row", "rows");
        format!(
            "{} \"{}\" ({rows})",
            unknown.what,
            text::short(&unknown.value, 40)
        )
    });
    let mut list: Vec<String> = shown.collect();
    if let Some(more) = values.len().checked_sub(11) {
        list.push(format!("{} more", more + 1));
    }
    list.join(", ")
}

fn check_text(
    sheet: &Sheet,
    row: &SheetRow,
    target: &str,
    value: &str,
    max_chars: usize,
) -> Result<()> {
    if value.contains('\0') {
        return Err(sheet.bad(row, target, value, "the cell contains a NUL character"));
    }
    if value.chars().nth(max_chars).is_some() {
        return Err(sheet.bad(
            row,
            target,
            value,
            &format!("the text is longer than {max_chars} characters"),
        ));
    }
    Ok(())
}

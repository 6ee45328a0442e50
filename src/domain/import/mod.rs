//! Imports work orders and time entries from tables of text.
//!
//! A row passes or is rejected by a named rule; the caller decides whether one
//! rejected row stops everything. The rows that pass are written by set.

mod entries;
mod orders;

pub use entries::{EntryOptions, entries};
pub use orders::{OrderOptions, orders};

use serde::Serialize;

use crate::error::{Error, ErrorKind, Result};
use crate::exit;
use crate::intake::{Sheet, SheetRow};

/// A rejected row, and the rule that rejected it.
#[derive(Debug, Clone, Serialize)]
pub struct Rejected {
    #[serde(skip)]
    pub row: usize,
    pub line: u64,
    pub rule: ErrorKind,
    pub reason: String,
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
    pub rows: usize,
    pub added: usize,
    /// Line items added along with orders.
    pub lines_added: usize,
    /// Seconds of the entries added.
    pub duration_seconds: i64,
    /// Orders or entries that the database holds already.
    pub unchanged: usize,
    /// Whose time was added; empty for orders.
    pub people: Vec<Person>,
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
    }
}

/// The first rejected row as the error that stops an import of all or nothing.
pub fn first_error(sheet: &Sheet, outcome: &Outcome) -> Option<Error> {
    let first = outcome.rejected.first()?;
    let hint = match outcome.rejected.len() {
        1 => "correct the row, or import the other rows with --rejects FILE".to_owned(),
        n => {
            format!("{n} rows are rejected; correct them, or import the others with --rejects FILE")
        }
    };
    Some(Error::new(first.rule, place_and_reason(sheet, first)).hint(hint))
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

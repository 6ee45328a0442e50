//! Imports work orders and time entries from tables of text.
//!
//! A row passes or is rejected by a named rule; the caller decides whether one
//! rejected row stops everything. The rows that pass are written by set.

mod entries;
mod orders;

pub use entries::{EntryOptions, entries};
pub use orders::{OrderOptions, orders};

use std::collections::HashMap;

use serde::Serialize;

use crate::error::{Error, ErrorKind, Result};
use crate::{exit, text};

/// A file that was read: every cell is text, and rows are in file order.
pub struct Sheet {
    /// For messages.
    pub file: String,
    pub header: Vec<String>,
    pub rows: Vec<SheetRow>,
    /// Target word to column of the file.
    pub map: HashMap<&'static str, usize>,
}

pub struct SheetRow {
    /// Line of the file that the row begins on, from 1.
    pub line: u64,
    pub cells: Vec<String>,
}

/// A rejected row, and the rule that rejected it.
#[derive(Debug, Clone, Serialize)]
pub struct Rejected {
    #[serde(skip)]
    pub row: usize,
    pub line: u64,
    pub rule: ErrorKind,
    pub reason: String,
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
    pub rejected: Vec<Rejected>,
}

impl Sheet {
    /// Why a row is rejected, after its file and line; the reason of a bad cell has both.
    pub fn place_and_reason(&self, rejected: &Rejected) -> String {
        if rejected.rule.code() == exit::DATA {
            rejected.reason.clone()
        } else {
            format!("{}, line {}: {}", self.file, rejected.line, rejected.reason)
        }
    }

    /// The cell of a row for a target; None where the target is not mapped or
    /// the cell is blank.
    fn cell(&self, row: &SheetRow, target: &str) -> Option<String> {
        let cell = row.cells.get(*self.map.get(target)?)?.trim();
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    fn needed(&self, row: &SheetRow, target: &'static str) -> Result<String> {
        self.cell(row, target)
            .ok_or_else(|| self.bad(row, target, "", "the cell is empty"))
    }

    /// A bad cell: file, line, column and value.
    fn bad(&self, row: &SheetRow, target: &str, value: &str, why: &str) -> Error {
        let column = self
            .map
            .get(target)
            .and_then(|at| self.header.get(*at))
            .map_or(target, |name| name.as_str());
        Error::data(format!(
            "{}, line {}, column {column}: \"{}\": {why}",
            self.file,
            row.line,
            text::short(value, 60)
        ))
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
    Some(Error::new(first.rule, sheet.place_and_reason(first)).hint(hint))
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

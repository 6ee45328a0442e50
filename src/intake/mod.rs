//! Reads files to import: encodings, strict CSV, and which column holds what. No
//! database is asked here.

mod columns;
mod decode;
mod rejects;
mod scan;
mod table;

pub use columns::{Columns, Replace};
pub use decode::Encoding;
pub use rejects::{Reason, write_rejects};
pub use scan::Dialect;
pub use table::{Form, ReadOptions, read};

use crate::error::{Error, Result};
use crate::text;

/// A file that was read: every cell is text, and rows are in file order.
pub struct Sheet {
    /// For messages.
    pub file: String,
    pub header: Vec<String>,
    pub rows: Vec<SheetRow>,
    pub columns: Columns,
    pub form: Form,
}

/// A row: its cells one after the other, because a file may have many.
#[derive(Debug)]
pub struct SheetRow {
    /// Line of the file that the row begins on, from 1, as an editor shows it.
    pub line: u64,
    text: Box<str>,
    ends: Box<[u32]>,
}

impl SheetRow {
    pub fn new<'c>(line: u64, cells: impl IntoIterator<Item = &'c str>) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for cell in cells {
            text.push_str(cell);
            // a record is far shorter than 4 GiB
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        Self {
            line,
            text: text.into(),
            ends: ends.into(),
        }
    }

    pub fn cell(&self, at: usize) -> &str {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.text.get(start..end(at)).unwrap_or_default()
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|at| self.cell(at))
    }
}

impl Sheet {
    /// Whether a target has a column or a constant.
    pub fn has(&self, target: &str) -> bool {
        self.columns.has(target)
    }

    /// The value of a row for a target; None where it has neither a column nor a constant,
    /// or the cell is blank.
    pub fn cell(&self, row: &SheetRow, target: &str) -> Option<String> {
        self.columns.value(row, target)
    }

    pub fn needed(&self, row: &SheetRow, target: &'static str) -> Result<String> {
        self.cell(row, target)
            .ok_or_else(|| self.bad(row, target, "", "the cell is empty"))
    }

    /// A bad cell: file, line, column and value.
    pub fn bad(&self, row: &SheetRow, target: &str, value: &str, why: &str) -> Error {
        let column = self.columns.name(target, &self.header);
        Error::data(format!(
            "{}, line {}, column {column}: \"{}\": {why}",
            self.file,
            row.line,
            text::short(value, 60)
        ))
    }
}

//! The file of rejected rows: they are as they were in the file that they come from, so
//! that the same command imports them once they are corrected.

use std::io::Write;

use super::{Sheet, SheetRow};
use crate::error::{Error, Result};
use crate::text;

/// Columns behind those of the file: where a row was, and why it was rejected.
const EXTRA: [&str; 3] = ["rejected_line", "rejected_rule", "rejected_reason"];

/// Why a row was rejected.
pub struct Reason<'r> {
    pub row: &'r SheetRow,
    pub rule: &'r str,
    pub reason: &'r str,
}

/// Writes rows of a sheet with the reasons.
pub fn write_rejects<'r>(
    sheet: &Sheet,
    rejected: impl IntoIterator<Item = Reason<'r>>,
    mut output: impl Write,
) -> Result<()> {
    let failed = |error| Error::io("the rejects file can't be written", error);
    let delimiter = char::from(sheet.form.dialect.delimiter);
    let mark = if sheet.form.other_encoding {
        "\u{feff}"
    } else {
        ""
    };
    write!(output, "{mark}").map_err(failed)?;
    if sheet.form.names_delimiter {
        writeln!(output, "sep={delimiter}").map_err(failed)?;
    }
    // a file of rejects has the columns already
    let kept: Vec<usize> = (0..sheet.header.len())
        .filter(|at| !EXTRA.contains(&sheet.header[*at].as_str()))
        .collect();
    let mut line = Line::new(sheet);
    kept.iter().for_each(|at| line.cell(&sheet.header[*at]));
    EXTRA.into_iter().for_each(|name| line.cell(name));
    output.write_all(line.end().as_bytes()).map_err(failed)?;
    for Reason { row, rule, reason } in rejected {
        kept.iter().for_each(|at| line.cell(row.cell(*at)));
        line.cell(&row.line.to_string());
        line.cell(rule);
        line.cell(reason);
        output.write_all(line.end().as_bytes()).map_err(failed)?;
    }
    Ok(())
}

struct Line {
    delimiter: char,
    quotes: bool,
    cells: Vec<String>,
}

impl Line {
    fn new(sheet: &Sheet) -> Self {
        Self {
            delimiter: char::from(sheet.form.dialect.delimiter),
            quotes: sheet.form.dialect.quotes,
            cells: Vec::new(),
        }
    }

    fn cell(&mut self, cell: &str) {
        let special = [self.delimiter, '"', '\n', '\r'];
        self.cells.push(match cell.contains(special) {
            true if self.quotes => format!("\"{}\"", cell.replace('"', "\"\"")),
            // only the reason can contain these: a cell was read without quotes
            true => text::one_line(&cell.replace(self.delimiter, " ")).into_owned(),
            false => cell.to_owned(),
        });
    }

    fn end(&mut self) -> String {
        let mut line = self.cells.join(&self.delimiter.to_string());
        self.cells.clear();
        line.push('\n');
        line
    }
}

//! Reads files to import: encodings, strict CSV, the files of other trackers, and which
//! column holds what. No database is asked here.

mod columns;
mod dates;
mod decode;
mod rejects;
mod scan;
mod span;
mod table;
mod trackers;

pub use columns::{Columns, Replace, Wanted, listed};
pub use dates::date_order;
pub use decode::Encoding;
pub use rejects::{Reason, write_rejects};
pub use span::Clock;
pub use table::{Form, ReadOptions};
pub use trackers::Tracker;

use std::io::Read;

use self::decode::Text;
use self::scan::LineCount;
use self::table::Start;
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
    /// Whether it has columns; text and JSON have not.
    pub is_table: bool,
    /// Rows that are no finished work, by why they were left out.
    pub skipped: Vec<(&'static str, usize)>,
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

    /// The values of several targets as one text, the same for the same values.
    pub fn joined(&self, row: &SheetRow, targets: &[&str]) -> String {
        let mut joined = String::new();
        for target in targets {
            self.columns.push_cells(&mut joined, row, target);
            joined.push('\0');
        }
        joined
    }

    pub fn needed(&self, row: &SheetRow, target: &'static str) -> Result<String> {
        self.cell(row, target)
            .ok_or_else(|| self.bad(row, target, "", "the cell is empty"))
    }

    /// The tags of a row.
    pub fn tags(&self, row: &SheetRow) -> Vec<String> {
        let tags = self.cell(row, "tags").unwrap_or_default();
        let separator = self
            .columns
            .layout
            .map_or(',', |layout| layout.tag_separator);
        let tags = tags.split(separator).map(str::trim);
        tags.filter(|tag| !tag.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The tracker that the file comes from.
    pub fn tracker(&self) -> Option<Tracker> {
        self.columns.layout?.tracker
    }

    /// A bad cell: file, line, column and value.
    pub fn bad(&self, row: &SheetRow, target: &str, value: &str, why: &str) -> Error {
        let place = match self.is_table {
            true => format!("column {}", self.columns.name(target, &self.header)),
            false => trackers::field(target).to_owned(),
        };
        Error::data(format!(
            "{}, line {}, {place}: \"{}\": {why}",
            self.file,
            row.line,
            text::short(value, 60)
        ))
    }

    /// Leaves out rows, and remembers how many.
    pub fn leave_out(&mut self, why: &'static str, which: impl Fn(&Self, &SheetRow) -> bool) {
        let rows = std::mem::take(&mut self.rows);
        let before = rows.len();
        self.rows = rows.into_iter().filter(|row| !which(self, row)).collect();
        if before > self.rows.len() {
            self.skipped.push((why, before - self.rows.len()));
        }
    }
}

/// Reads a CSV file of a person's own making.
pub fn read(
    file: &str,
    input: Box<dyn Read>,
    options: &ReadOptions,
    columns: impl FnOnce(&[String]) -> Result<Columns>,
) -> Result<Sheet> {
    let text = Text::open(file, input, options.encoding.unwrap_or(Encoding::Utf8))?;
    if text.head.starts_with(ZIP) {
        return Err(trackers::organisation::other(file));
    }
    let start = Start::of(&text, options);
    table::read(file, text, &start, columns)
}

/// Reads a file of time: of the tracker named, else of the one that wrote it, else a CSV
/// file whose columns a person maps.
pub fn read_time(
    file: &str,
    input: Box<dyn Read>,
    options: &ReadOptions,
    tracker: Option<Tracker>,
    wanted: Wanted<'_>,
    check: impl FnOnce(&Columns, &[String]) -> Result<()>,
) -> Result<Sheet> {
    let text = Text::open(file, input, options.encoding.unwrap_or(Encoding::Utf8))?;
    if text.head.starts_with(ZIP) {
        return read_archive(file, text, options, wanted, check);
    }
    let mapped = tracker.is_none() && wanted.maps_all();
    if let Some(found) = trackers::recognise(&text.head).filter(|_| !mapped) {
        let tracker = tracker.unwrap_or(found);
        return read_entries(file, text, tracker, options, wanted, check);
    }
    let mut start = Start::of(&text, options);
    let layout = match mapped {
        true => None,
        false => start.layout(&text, tracker, options.delimiter),
    };
    match (layout, tracker) {
        (None, Some(tracker)) => {
            return read_entries(file, text, tracker, options, wanted, check).map_err(|error| {
                error.hint("to map the columns of any CSV file, leave out --tracker")
            });
        }
        (Some(layout), _) => {
            if let Some((why, what)) = layout.refused {
                return Err(Error::data(format!("{file}: {why}")).hint(what));
            }
        }
        (None, None) => {}
    }
    let mut sheet = table::read(file, text, &start, |header| {
        let columns = wanted.columns(header, layout)?;
        check(&columns, header)?;
        Ok(columns)
    })?;
    if let Some((column, value)) = layout.and_then(|layout| layout.skip) {
        let at = sheet.header.iter().position(|name| name == column);
        sheet.leave_out("break", |_, row| {
            at.is_some_and(|at| row.cell(at).trim() == value)
        });
    }
    Ok(sheet)
}

/// How a ZIP archive begins, and so a spreadsheet.
const ZIP: &[u8] = b"PK\x03\x04";

/// Reads solidtime's export of an organisation.
fn read_archive(
    file: &str,
    text: Text,
    options: &ReadOptions,
    wanted: Wanted<'_>,
    check: impl FnOnce(&Columns, &[String]) -> Result<()>,
) -> Result<Sheet> {
    let header: Vec<String> = trackers::organisation::COLUMNS.map(str::to_owned).into();
    let layout = trackers::layout(&header, Some(Tracker::Solidtime));
    let rows = trackers::organisation::entries(file, all(file, text)?)?;
    let columns = wanted.columns(&header, layout)?;
    check(&columns, &header)?;
    columns.one_person(file, &rows)?;
    Ok(Sheet {
        file: file.to_owned(),
        header,
        rows,
        columns,
        form: Form::of(options),
        is_table: true,
        skipped: Vec::new(),
    })
}

/// The bytes of a file.
fn all(file: &str, text: Text) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut reader = text.reader(0).take(MAX_TEXT + 1);
    reader
        .read_to_end(&mut bytes)
        .map_err(|error| decode::failed(file, error))?;
    match bytes.len() as u64 > MAX_TEXT {
        true => {
            Err(Error::data(format!("{file} is longer than 256 MiB")).hint("import it in parts"))
        }
        false => Ok(bytes),
    }
}

/// No text or JSON file is longer: all of it is in memory.
const MAX_TEXT: u64 = 1 << 28;

/// Reads the text or JSON of a tracker.
fn read_entries(
    file: &str,
    text: Text,
    tracker: Tracker,
    options: &ReadOptions,
    wanted: Wanted<'_>,
    check: impl FnOnce(&Columns, &[String]) -> Result<()>,
) -> Result<Sheet> {
    let header: Vec<String> = trackers::RECORD.map(str::to_owned).into();
    let columns = wanted.columns(&header, Some(trackers::records(tracker)))?;
    check(&columns, &header)?;
    if text.head.contains(&0) {
        return Err(Error::data(format!("{file} is no text file")));
    }
    let content = String::from_utf8(all(file, text)?).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let mut lines = LineCount::from(1);
        error.as_bytes()[..valid]
            .iter()
            .for_each(|byte| lines.pass(*byte));
        table::not_utf8(file, lines.line, None)
    })?;
    Ok(Sheet {
        rows: trackers::entries(file, tracker, &content)?,
        file: file.to_owned(),
        header,
        columns,
        form: Form::of(options),
        is_table: false,
        skipped: Vec::new(),
    })
}

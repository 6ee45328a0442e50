//! A CSV file as a table: its header, its rows.

use super::decode::{Encoding, Text};
use super::scan::{Dialect, LineCount, Record, Scanner};
use super::trackers::{self, Layout, Tracker};
use super::{Columns, Sheet, SheetRow};
use crate::error::{Error, Result};
use crate::text;

/// What a person says of a file.
#[derive(Debug, Clone, Copy)]
pub struct ReadOptions {
    /// None: a comma, unless the file names another one in its first line.
    pub delimiter: Option<u8>,
    pub quotes: bool,
    pub encoding: Option<Encoding>,
}

/// How a file was written, so that its rejects are written the same way.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    pub dialect: Dialect,
    /// Its first line names the delimiter.
    pub names_delimiter: bool,
    /// It needs an option to be read; a byte order mark replaces it.
    pub other_encoding: bool,
}

impl Form {
    /// The form that a person names; also of the rejects of a file that is no CSV.
    pub fn of(options: &ReadOptions) -> Self {
        Self {
            dialect: Dialect {
                delimiter: options.delimiter.unwrap_or(b','),
                quotes: options.quotes,
            },
            names_delimiter: false,
            other_encoding: options.encoding.is_some(),
        }
    }
}

/// The beginning of a CSV file: its first line that is data, and its form.
#[derive(Debug, Clone, Copy)]
pub struct Start {
    skip: usize,
    line: u64,
    pub form: Form,
}

impl Start {
    pub fn of(text: &Text, options: &ReadOptions) -> Self {
        let named = named_delimiter(&text.head);
        let (skip, line, names) = named.map_or((0, 1, None), |(skip, byte)| (skip, 2, Some(byte)));
        let mut form = Form::of(options);
        form.names_delimiter = named.is_some();
        form.dialect.delimiter = options.delimiter.or(names).unwrap_or(b',');
        Self { skip, line, form }
    }

    /// The layout of a tracker that the header has. If nothing names a delimiter, the
    /// layout tells it.
    pub fn layout(
        &mut self,
        text: &Text,
        tracker: Option<Tracker>,
        delimiter: Option<u8>,
    ) -> Option<&'static Layout> {
        let certain = delimiter.is_some() || self.form.names_delimiter;
        let others = if certain { &[][..] } else { b";\t" };
        for delimiter in [&[self.form.dialect.delimiter], others].concat() {
            let dialect = Dialect {
                delimiter,
                ..self.form.dialect
            };
            let head = &text.head[self.skip..];
            let mut record = Record::default();
            let read = Scanner::new("", head, dialect, self.line).read(&mut record);
            let header = read.is_ok().then(|| header(&record)).flatten();
            if let Some(layout) = header.and_then(|header| trackers::layout(&header, tracker)) {
                self.form.dialect.delimiter = delimiter;
                return Some(layout);
            }
        }
        None
    }
}

fn header(record: &Record) -> Option<Vec<String>> {
    let cells = record.cells("").ok()?;
    Some(
        cells
            .into_iter()
            .map(|name| name.trim().to_owned())
            .collect(),
    )
}

/// Reads an entire CSV file. `columns` says which column holds what, given the header.
pub fn read(
    file: &str,
    text: Text,
    start: &Start,
    columns: impl FnOnce(&[String]) -> Result<Columns>,
) -> Result<Sheet> {
    let form = start.form;
    let first = text.head[start.skip..].split(|byte| matches!(byte, b'\n' | b'\r'));
    let first = String::from_utf8_lossy(first.into_iter().next().unwrap_or_default()).into_owned();
    let mut scanner = Scanner::new(file, text.reader(start.skip), form.dialect, start.line);
    let mut record = Record::default();
    let begins = scanner.read(&mut record);
    // quotes behind another delimiter look as if they were inside a cell
    let begins =
        begins.map_err(
            |error| match first.contains(char::from(form.dialect.delimiter)) {
                true => error,
                false => other_delimiter(error, file, &[first]),
            },
        )?;
    let header: Vec<String> = match begins {
        true => record
            .cells(file)?
            .into_iter()
            .map(|name| name.trim().to_owned())
            .collect(),
        false => Vec::new(),
    };
    if header.iter().all(String::is_empty) {
        return Err(Error::data(format!(
            "{file} is empty: its first line must name the columns"
        )));
    }
    let columns = columns(&header).map_err(|error| other_delimiter(error, file, &header))?;
    let short = columns.layout.is_some_and(|layout| layout.short_rows);
    let mut rows = Vec::new();
    while scanner.read(&mut record)? {
        let cells = record.cells(file)?;
        // spreadsheets write lines of delimiters behind the data
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if cells.len() != header.len() && !(short && cells.len() < header.len()) {
            return Err(Error::data(format!(
                "{file}, line {}: the row has {}, the header has {}",
                record.line,
                text::counted(cells.len(), "column", "columns"),
                header.len()
            )));
        }
        rows.push(SheetRow::new(record.line, cells));
    }
    columns.one_person(file, &rows)?;
    Ok(Sheet {
        file: file.to_owned(),
        header,
        rows,
        columns,
        form,
        is_table: true,
        skipped: Vec::new(),
    })
}

/// A first line such as `sep=;`, which spreadsheets understand: where the next line
/// begins, and the delimiter.
fn named_delimiter(head: &[u8]) -> Option<(usize, u8)> {
    let end = head
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'))
        .unwrap_or(head.len());
    let line = head[..end].strip_prefix(b"\"").unwrap_or(&head[..end]);
    let line = line.strip_suffix(b"\"").unwrap_or(line);
    let (name, delimiter) = line.split_at_checked(4)?;
    let [delimiter] = delimiter else { return None };
    let breaks = match &head[end..] {
        [b'\r', b'\n', ..] => 2,
        rest => rest.len().min(1),
    };
    name.eq_ignore_ascii_case(b"sep=")
        .then_some((end + breaks, *delimiter))
}

impl Record {
    /// The cells as texts.
    pub fn cells(&self, file: &str) -> Result<Vec<&str>> {
        let mut from = 0;
        let mut cells = Vec::with_capacity(self.ends.len());
        for &end in &self.ends {
            let cell = std::str::from_utf8(&self.text[from..end]).map_err(|error| {
                let mut lines = LineCount::from(self.line);
                let before = &self.text[..from + error.valid_up_to()];
                before.iter().for_each(|byte| lines.pass(*byte));
                not_utf8(file, lines.line, Some(cells.len() + 1))
            })?;
            cells.push(cell);
            from = end;
        }
        Ok(cells)
    }
}

/// The error of bytes that are not UTF-8.
pub fn not_utf8(file: &str, line: u64, column: Option<usize>) -> Error {
    let column = column.map_or_else(|| "it".to_owned(), |column| format!("column {column}"));
    Error::data(format!("{file}, line {line}: {column} is not valid UTF-8"))
        .hint("if a program on Windows saved the file, add --encoding windows-1252")
}

/// A header of one column that holds another delimiter explains why a column is missing.
fn other_delimiter(error: Error, file: &str, header: &[String]) -> Error {
    let [only] = header else { return error };
    let (sign, word) = match only {
        name if name.contains(';') => ("semicolons", "';'"),
        name if name.contains('\t') => ("tabs", "tab"),
        _ => return error,
    };
    Error::usage(format!(
        "{file} has a single column, \"{}\"",
        text::short(only, 60)
    ))
    .hint(format!(
        "{sign} seem to separate its columns: add --delimiter {word}"
    ))
}

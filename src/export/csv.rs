//! The CSV export: one row per entry, streamed.

use std::fmt::Write as _;
use std::io::Write;

use chrono_tz::Tz;
use csv::{ByteRecord, Terminator, WriterBuilder};

use super::CheckedSelection;
use crate::db::copy::Field;
use crate::error::{Error, Result};
use crate::file;
use crate::ledger::Tx;
use crate::rows::{self, CellFormat, EntryColumn, Sorting};
use crate::{hours, text, time};

/// A column: its name, what of the row it shows, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    column: EntryColumn,
    format: CellFormat,
}

/// All columns, in this order in every version.
pub fn all_columns() -> Vec<Column> {
    let exported = rows::COLUMNS.iter().filter_map(|info| {
        info.exported.map(|format| Column {
            name: info.name,
            column: info.column,
            format,
        })
    });
    exported.collect()
}

#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// For spreadsheets: a byte-order mark, lines that end in CRLF, and times
    /// that a spreadsheet takes for times, which none does with an offset.
    pub excel: bool,
    pub delimiter: u8,
    pub columns: &'a [Column],
    /// Ends with the sums and the rounding difference.
    pub totals: bool,
}

/// The columns of these names, in the order given.
pub fn columns(names: &str) -> Result<Vec<Column>> {
    let all = all_columns();
    let mut columns = Vec::new();
    for name in names.split(',').map(str::trim) {
        let Some(column) = all.iter().find(|column| column.name == name).copied() else {
            let all: Vec<&str> = all.iter().map(|column| column.name).collect();
            return Err(
                Error::usage(format!("there is no column \"{}\"", text::short(name, 40)))
                    .hint(format!("the columns are {}", all.join(","))),
            );
        };
        if columns.contains(&column) {
            return Err(Error::usage(format!("the column {name} is named twice")));
        }
        columns.push(column);
    }
    Ok(columns)
}

/// What was written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct ExportTotals {
    pub entries: i64,
    pub seconds: i64,
    /// Some of it was approved by a person who worked, entered or changed it.
    pub own_approval: bool,
}

/// Writes the entries; memory does not grow with their number.
pub fn write(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    options: Options<'_>,
    mut out: impl Write,
) -> Result<ExportTotals> {
    let columns = options.columns;
    check_columns(checked, options)?;
    if options.excel {
        out.write_all("\u{feff}".as_bytes()).map_err(write_error)?;
    }
    let mut csv = WriterBuilder::new()
        .delimiter(options.delimiter)
        .terminator(if options.excel {
            Terminator::CRLF
        } else {
            Terminator::Any(b'\n')
        })
        .buffer_capacity(1 << 16)
        .from_writer(out);
    csv.write_record(columns.iter().map(|column| column.name))
        .map_err(csv_error)?;
    let mut written = ExportTotals::default();
    let mut printed_cents = 0;
    let mut record = ByteRecord::new();
    let mut cell = String::new();
    let wanted = |wanted| {
        let always = [EntryColumn::DurationSeconds, EntryColumn::OwnApproval];
        always.contains(&wanted) || columns.iter().any(|column| column.column == wanted)
    };
    rows::each_raw(tx, &checked.filter, Sorting::ByOrder, wanted, |row| {
        record.clear();
        for column in columns {
            write_cell(
                &mut record,
                &mut cell,
                *column,
                row,
                options.excel,
                checked.zone,
            )?;
        }
        csv.write_byte_record(&record).map_err(csv_error)?;
        let seconds = row[EntryColumn::DurationSeconds as usize];
        let seconds = seconds.optional(Field::i64)?.unwrap_or(0);
        written.entries += 1;
        written.seconds += seconds;
        written.own_approval |= row[EntryColumn::OwnApproval as usize].bool();
        printed_cents += hours::cents(seconds);
        Ok(())
    })?;
    if options.totals {
        write_totals(&mut csv, columns, &written, printed_cents)?;
    }
    csv.flush().map_err(write_error)?;
    Ok(written)
}

/// Refuses columns that can't show what the export must say.
fn check_columns(checked: &CheckedSelection, options: Options<'_>) -> Result<()> {
    let columns = options.columns;
    if options.totals && columns.iter().all(|column| column.is_summed()) {
        return Err(Error::usage(
            "--totals needs a column besides duration_seconds and hours, for its labels",
        ));
    }
    if checked.draft
        && !columns
            .iter()
            .any(|column| column.column == EntryColumn::Status)
    {
        return Err(Error::usage(
            "a draft must show which time is not approved, so it needs the column status",
        )
        .hint("add status to --columns"));
    }
    Ok(())
}

/// Adds one value to the record; `cell` is a buffer.
fn write_cell(
    record: &mut ByteRecord,
    cell: &mut String,
    column: Column,
    row: &rows::Fields<'_>,
    excel: bool,
    zone: Tz,
) -> Result<()> {
    let field = row[column.column as usize];
    cell.clear();
    match column.format {
        _ if field.is_null() => {}
        CellFormat::Text => {
            record.push_field(text::formula_inert(field.text()?).as_bytes());
            return Ok(());
        }
        CellFormat::Hours => cell.push_str(&hours::decimal(field.i64()?)),
        CellFormat::Integer => {
            let _ = write!(cell, "{}", field.i64()?);
        }
        CellFormat::Time if excel => time::write_local(cell, field.time()?, zone),
        CellFormat::Time => time::write_rfc3339(cell, field.time()?, zone),
    }
    record.push_field(cell.as_bytes());
    Ok(())
}

/// The line of sums, and one of rounding where the hours above don't add up to it.
fn write_totals(
    csv: &mut csv::Writer<impl Write>,
    columns: &[Column],
    written: &ExportTotals,
    printed_cents: i64,
) -> Result<()> {
    let word_place = columns.iter().position(|column| !column.is_summed());
    let mut line = |word: &str, seconds: &str, cents: i64| {
        let cells = columns
            .iter()
            .enumerate()
            .map(|(place, column)| match column.column {
                _ if Some(place) == word_place => word.to_owned(),
                EntryColumn::DurationSeconds => seconds.to_owned(),
                EntryColumn::Hours => hours::from_cents(cents),
                _ => String::new(),
            });
        csv.write_record(cells).map_err(csv_error)
    };
    let total = hours::cents(written.seconds);
    let rounding = hours::rounding([printed_cents], total);
    if rounding != 0
        && columns
            .iter()
            .any(|column| column.column == EntryColumn::Hours)
    {
        line("rounding", "", rounding)?;
    }
    line("total", &written.seconds.to_string(), total)
}

impl Column {
    fn is_summed(self) -> bool {
        matches!(
            self.column,
            EntryColumn::DurationSeconds | EntryColumn::Hours
        )
    }
}

fn csv_error(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => write_error(error),
        other => Error::bug(format!("the CSV can't be written: {other:?}")),
    }
}

/// The error for an export that can't be written.
pub fn write_error(error: std::io::Error) -> Error {
    file::write_error("the export can't be written", error)
}

//! The CSV export, streamed.

use std::io::Write;

use csv::{ByteRecord, Writer, WriterBuilder};

use super::CheckedSelection;
use super::cell::{Cell, CsvStyle};
use super::table::{ExportTotals, RowWriter, Table};
use crate::error::{Error, Result};
use crate::file;
use crate::hours;
use crate::ledger::Tx;
use crate::rows::{CellFormat, EntryColumn, ExportColumn, Fields};

#[derive(Debug, Clone, Copy)]
pub struct Options {
    pub delimiter: u8,
    /// The sign before the decimals.
    pub decimal: char,
    /// Line breaks in texts become ` / `.
    pub one_line: bool,
    /// Ends with the sums and the rounding difference.
    pub totals: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            delimiter: b',',
            decimal: '.',
            one_line: false,
            totals: false,
        }
    }
}

impl Options {
    /// What differs from the defaults.
    pub fn options(self) -> Vec<String> {
        [
            (self.delimiter != b',').then(|| format!("delimiter={}", char::from(self.delimiter))),
            (self.decimal != '.').then(|| format!("decimal={}", self.decimal)),
            self.one_line.then(|| "one-line-notes".to_owned()),
            self.totals.then(|| "totals".to_owned()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

struct CsvRows<W: Write> {
    csv: Writer<W>,
    style: CsvStyle,
    record: ByteRecord,
    cell: String,
}

/// Writes the table; memory does not grow with it.
pub fn write(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    table: &Table,
    options: Options,
    out: impl Write,
) -> Result<ExportTotals> {
    if options.totals && table.columns.iter().all(|column| column.is_summed()) {
        return Err(Error::usage(
            "--totals needs a column besides duration_seconds, hours and duration_hm, for its labels",
        ));
    }
    table.check_mark(checked)?;
    let mut rows = CsvRows {
        csv: WriterBuilder::new()
            .delimiter(options.delimiter)
            .buffer_capacity(1 << 16)
            .from_writer(out),
        style: CsvStyle {
            zone: checked.zone,
            decimal: options.decimal,
            one_line: options.one_line,
        },
        record: ByteRecord::new(),
        cell: String::new(),
    };
    rows.csv.write_record(table.names()).map_err(csv_error)?;
    let totals = table.write(tx, checked, &mut rows)?;
    if options.totals {
        write_totals(&mut rows, &table.columns, &totals)?;
    }
    rows.csv.flush().map_err(write_error)?;
    Ok(totals)
}

impl<W: Write> RowWriter for CsvRows<W> {
    const NEEDS: &'static [EntryColumn] = &[];

    fn entry(&mut self, _: &Fields<'_>, _: i64) -> Result<()> {
        Ok(())
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        self.record.clear();
        for cell in cells {
            self.cell.clear();
            cell.write_csv(&mut self.cell, &self.style);
            self.record.push_field(self.cell.as_bytes());
        }
        self.csv.write_byte_record(&self.record).map_err(csv_error)
    }
}

/// The line of sums, and one of rounding where the hours above don't add up to it.
fn write_totals(
    rows: &mut CsvRows<impl Write>,
    columns: &[ExportColumn],
    totals: &ExportTotals,
) -> Result<()> {
    let word_place = columns.iter().position(|column| !column.is_summed());
    let mut line = |word, sum: &dyn Fn(ExportColumn) -> Cell<'static>| {
        let cells: Vec<Cell<'_>> = columns
            .iter()
            .enumerate()
            .map(|(place, column)| match column.is_summed() {
                true => sum(*column),
                false if Some(place) == word_place => Cell::text(word),
                false => Cell::Empty,
            })
            .collect();
        rows.row(&cells)
    };
    let rounding = hours::rounding([totals.printed_cents], hours::cents(totals.seconds));
    let shows_hours = |column: &ExportColumn| column.format == CellFormat::Hours;
    if rounding != 0 && columns.iter().any(shows_hours) {
        line("rounding", &|column| match shows_hours(&column) {
            true => Cell::Hours(rounding),
            false => Cell::Empty,
        })?;
    }
    line("total", &|column| Cell::of_sum(column, totals.seconds))
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

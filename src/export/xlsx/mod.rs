//! The XLSX export: a sheet with the rows and one with totals, in constant memory.

mod totals;

use std::any::Any;
use std::io::{self, Seek, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Once;

use chrono_tz::Tz;
use rust_xlsxwriter::{
    ColNum, DocProperties, ExcelDateTime, Format, RowNum, Workbook, Worksheet, XlsxError,
};

use super::CheckedSelection;
use super::cell::{Cell, spreadsheet_format};
use super::csv::write_error;
use super::table::{ExportTotals, RowWriter, Table};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::Tx;
use crate::rows::{CellFormat, EntryColumn, Fields};

use totals::Totals;

/// The rows of a sheet, its header included; no spreadsheet has more.
const MAX_ROWS: RowNum = 1_048_576;

struct Book<'o, W> {
    rows: Sheet,
    totals: Totals,
    out: &'o mut W,
}

/// A worksheet that is written from the top down.
struct Sheet {
    worksheet: Worksheet,
    next: RowNum,
    last_column: ColNum,
    zone: Tz,
}

/// Writes the table. Its rows wait in files without a name in the folder `spool`.
pub fn write(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    table: &Table,
    spool: &Path,
    mut out: impl Write,
) -> Result<ExportTotals> {
    table.check_mark(checked)?;
    let mut workbook = new_workbook(spool)?;
    let columns: Vec<(&str, CellFormat)> = table
        .columns
        .iter()
        .map(|column| (column.name, column.format))
        .collect();
    let mut book = Book {
        rows: Sheet::new(
            &mut workbook,
            "Time",
            &columns,
            checked.zone,
            checked.mark(),
        )?,
        totals: Totals::new(&mut workbook, checked)?,
        out: &mut out,
    };
    let written = table.write(tx, checked, &mut book)?;
    let sheets = [book.rows, book.totals.finish()?];
    for sheet in sheets {
        workbook.push_worksheet(sheet.finish()?);
    }
    save(workbook, spool, out)?;
    Ok(written)
}

fn new_workbook(spool: &Path) -> Result<Workbook> {
    quiet_spool();
    let mut workbook = Workbook::new();
    workbook.set_tempdir(spool).map_err(xlsx_error)?;
    // otherwise the present time, and no file would have the same bytes as another
    let always = ExcelDateTime::from_ymd(2000, 1, 1).map_err(xlsx_error)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&always));
    Ok(workbook)
}

impl<W: Write> RowWriter for Book<'_, W> {
    const NEEDS: &'static [EntryColumn] = Totals::NEEDS;

    fn entry(&mut self, entry: &Fields<'_>, seconds: i64) -> Result<()> {
        self.totals.add(entry, seconds)
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        // nothing is in `out` before the end, but it notices Ctrl-C
        if self.rows.next.is_multiple_of(4096) {
            self.out.flush().map_err(write_error)?;
        }
        self.rows.row(cells)
    }
}

impl Sheet {
    fn new(
        workbook: &mut Workbook,
        name: &str,
        columns: &[(&str, CellFormat)],
        zone: Tz,
        mark: Option<&str>,
    ) -> Result<Self> {
        let mut worksheet = workbook
            .new_worksheet_with_constant_memory()
            .map_err(xlsx_error)?;
        let header = Format::new().set_bold();
        let lay_out = |worksheet: &mut Worksheet| {
            worksheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
            worksheet.set_landscape().set_print_fit_to_pages(1, 0);
            for (place, (name, format)) in (0..).zip(columns) {
                let (number, width) = spreadsheet_format(*format);
                // the button of the filter takes four characters
                let width = width.max(u16::try_from(name.len() + 4).unwrap_or(width));
                worksheet.set_column_format(place, &Format::new().set_num_format(number))?;
                worksheet.set_column_width(place, width)?;
                worksheet.write_string_with_format(0, place, *name, &header)?;
            }
            match mark {
                Some(mark) => {
                    worksheet.set_header(format!("&C&B{mark}"));
                    worksheet.set_name(format!("{name} {mark}"))?;
                }
                None => {
                    worksheet.set_name(name)?;
                }
            }
            Ok(())
        };
        spooled(|| lay_out(&mut worksheet))?;
        Ok(Self {
            worksheet,
            next: 1,
            last_column: ColNum::try_from(columns.len().saturating_sub(1)).unwrap_or(0),
            zone,
        })
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        let row = self.next;
        if row >= MAX_ROWS {
            return Err(Error::new(
                ErrorKind::CannotCreate,
                "the export has more rows than a sheet of a spreadsheet can have, 1,048,576",
            )
            .hint("export less with --from and --to, one file for each order with --dir, or CSV"));
        }
        spooled(|| {
            for (place, cell) in (0..).zip(cells) {
                cell.write_xlsx(&mut self.worksheet, row, place, self.zone)?;
            }
            Ok(())
        })?;
        self.next += 1;
        Ok(())
    }

    /// The filter covers the rows that are there now.
    fn finish(mut self) -> Result<Worksheet> {
        self.worksheet
            .autofilter(0, 0, self.next - 1, self.last_column)
            .map_err(xlsx_error)?;
        Ok(self.worksheet)
    }
}

/// Packs the workbook in a file without a name, then copies it to `out`.
fn save(mut workbook: Workbook, spool: &Path, mut out: impl Write) -> Result<()> {
    let mut packed = Packed {
        file: tempfile::tempfile_in(spool).map_err(write_error)?,
        error: None,
    };
    let saved = spooled(|| workbook.save_to_writer(&mut packed));
    if let Some(error) = packed.error {
        return Err(write_error(error));
    }
    saved?;
    let mut file = packed.file;
    file.rewind()
        .and_then(|()| io::copy(&mut file, &mut out))
        .and_then(|_| out.flush())
        .map_err(write_error)
}

/// Keeps the first error and goes on as if nothing were wrong: the zip crate prints an
/// error on standard error, where only our message belongs.
struct Packed {
    file: std::fs::File,
    error: Option<io::Error>,
}

impl Write for Packed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.error.is_none() {
            self.error = self.file.write_all(bytes).err();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// rust_xlsxwriter panics where a row can't be written to its file, as on a full disk.
fn spooled<T>(work: impl FnOnce() -> Result<T, XlsxError>) -> Result<T> {
    match panic::catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done.map_err(xlsx_error),
        Err(panic) => match system_error(&*panic) {
            Some(error) => Err(write_error(error)),
            None => panic::resume_unwind(panic),
        },
    }
}

/// The error in the message of a panic, such as `Couldn't …: Os { code: 28, … }`.
fn system_error(panic: &(dyn Any + Send)) -> Option<io::Error> {
    let (_, code) = panic.downcast_ref::<String>()?.split_once("Os { code: ")?;
    let (code, _) = code.split_once(',')?;
    code.parse().ok().map(io::Error::from_raw_os_error)
}

/// Such a panic prints nothing; all others do.
fn quiet_spool() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if system_error(info.payload()).is_none() {
                print(info);
            }
        }));
    });
}

fn xlsx_error(error: XlsxError) -> Error {
    match error {
        XlsxError::IoError(error) | XlsxError::TempFileError(_, error) => write_error(error),
        XlsxError::MaxStringLengthExceeded => Error::new(
            ErrorKind::CannotCreate,
            "the export has a text that is longer than a cell of a spreadsheet can be, 32,767 characters",
        )
        .hint("wl export csv writes texts of any length"),
        other => Error::bug(format!("the spreadsheet can't be written: {other}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let mut workbook = new_workbook(&std::env::temp_dir()).unwrap();
        let columns = [("note", CellFormat::Text)];
        Sheet::new(&mut workbook, "Time", &columns, Tz::UTC, None).unwrap()
    }

    #[test]
    fn what_a_sheet_can_not_hold_is_refused() {
        let mut last = sheet();
        last.next = MAX_ROWS - 1;
        last.row(&[Cell::text("last")]).unwrap();
        let error = last.row(&[Cell::text("one more")]).unwrap_err();
        assert_eq!(error.kind, ErrorKind::CannotCreate);
        assert!(error.message.contains("1,048,576"), "{error:?}");
        for (text, fits) in [
            ("x".repeat(32_767), true),
            ("x".repeat(32_768), false),
            ("😀".repeat(20_000), false),
        ] {
            let written = sheet().row(&[Cell::text(&text)]);
            assert_eq!(written.is_ok(), fits);
            if let Err(error) = written {
                assert_eq!(error.kind, ErrorKind::CannotCreate);
                assert!(error.message.contains("32,767"), "{error:?}");
            }
        }
    }

    #[test]
    fn only_errors_of_the_system_are_no_panic() {
        quiet_spool();
        let full = "Couldn't write to xml file: Os { code: 28, kind: StorageFull, message: \"\" }";
        let error = spooled(|| -> Result<(), _> { panic!("{full}") }).unwrap_err();
        assert!(error.message.contains("No space left"), "{error:?}");
        let other = panic::catch_unwind(|| spooled(|| -> Result<(), _> { panic!("a bug") }));
        assert!(other.is_err());
    }
}

//! A value of an export, and how each kind of it is shown: the one place for both the
//! text of a CSV file and the cell of a spreadsheet.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use rust_xlsxwriter::{ColNum, RowNum, Worksheet, XlsxError};

use crate::error::Result;
use crate::rows::{CellFormat, ExportColumn, Fields};
use crate::{hours, text, time};

/// A value; times are local ones.
#[derive(Debug, Clone)]
pub enum Cell<'a> {
    Empty,
    Integer(i64),
    Text(Cow<'a, str>),
    Time(DateTime<Utc>),
    Date(NaiveDate),
    Clock(NaiveTime),
    /// In seconds.
    Offset(i32),
    /// In seconds.
    Duration(i64),
    /// In hundredths of an hour.
    Hours(i64),
}

/// How a CSV file shows values.
#[derive(Debug, Clone, Copy)]
pub struct CsvStyle {
    pub zone: Tz,
    /// The sign before the decimals.
    pub decimal: char,
    pub one_line: bool,
}

impl<'a> Cell<'a> {
    /// What a column shows of a row.
    pub fn of(column: ExportColumn, row: &Fields<'a>, zone: Tz) -> Result<Self> {
        let field = row[column.column as usize];
        if field.is_null() {
            return Ok(Self::Empty);
        }
        let local = || field.time().map(|ts| time::local_time(ts, zone));
        Ok(match column.format {
            CellFormat::Integer => Self::Integer(field.i64()?),
            CellFormat::Text => Self::Text(Cow::Borrowed(field.text()?)),
            CellFormat::Time => Self::Time(field.time()?),
            CellFormat::Date => Self::Date(local()?.0.date()),
            CellFormat::Clock => Self::Clock(local()?.0.time()),
            CellFormat::Offset => Self::Offset(local()?.1),
            CellFormat::Duration => Self::Duration(field.i64()?),
            CellFormat::Hours => Self::Hours(hours::cents(field.i64()?)),
        })
    }

    /// A sum of seconds as a column shows it.
    pub fn of_sum(column: ExportColumn, seconds: i64) -> Self {
        match column.format {
            CellFormat::Hours => Self::Hours(hours::cents(seconds)),
            CellFormat::Duration => Self::Duration(seconds),
            _ => Self::Integer(seconds),
        }
    }

    pub fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// The same with a text of its own.
    pub fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
            Self::Empty => Cell::Empty,
            Self::Integer(number) => Cell::Integer(number),
            Self::Time(ts) => Cell::Time(ts),
            Self::Date(day) => Cell::Date(day),
            Self::Clock(time) => Cell::Clock(time),
            Self::Offset(seconds) => Cell::Offset(seconds),
            Self::Duration(seconds) => Cell::Duration(seconds),
            Self::Hours(cents) => Cell::Hours(cents),
        }
    }

    /// Appends it as a CSV file shows it. Only text is made inert: a number stays one.
    pub fn write_csv(&self, out: &mut String, style: &CsvStyle) {
        match self {
            Self::Empty => {}
            Self::Integer(number) => {
                let _ = write!(out, "{number}");
            }
            Self::Text(text) if style.one_line => {
                out.push_str(&text::formula_inert(&text::one_line(text)));
            }
            Self::Text(text) => out.push_str(&text::formula_inert(text)),
            Self::Time(ts) => time::write_rfc3339(out, *ts, style.zone),
            Self::Date(day) => time::write_date(out, *day),
            Self::Clock(time) => time::write_clock(out, *time),
            Self::Offset(seconds) => time::write_offset(out, *seconds),
            Self::Duration(seconds) => out.push_str(&hours::short_clock(*seconds)),
            Self::Hours(cents) if style.decimal == '.' => out.push_str(&hours::from_cents(*cents)),
            Self::Hours(cents) => {
                let number = hours::from_cents(*cents);
                out.extend(
                    number
                        .chars()
                        .map(|c| if c == '.' { style.decimal } else { c }),
                );
            }
        }
    }

    /// Writes it into a spreadsheet; the column has the format of the number.
    pub fn write_xlsx(
        &self,
        sheet: &mut Worksheet,
        row: RowNum,
        column: ColNum,
        zone: Tz,
    ) -> Result<(), XlsxError> {
        let number = match self {
            Self::Empty => return Ok(()),
            Self::Text(text) => return sheet.write_string(row, column, &**text).map(|_| ()),
            Self::Offset(seconds) => {
                let mut text = String::new();
                time::write_offset(&mut text, *seconds);
                return sheet.write_string(row, column, text).map(|_| ());
            }
            Self::Integer(number) => *number as f64,
            Self::Time(ts) => serial(time::local_time(*ts, zone).0),
            Self::Date(day) => serial(day.and_time(NaiveTime::MIN)),
            Self::Clock(time) => of_day(time.num_seconds_from_midnight().into()),
            Self::Duration(seconds) => of_day(*seconds),
            // the number nearest to the exact decimal, which is shown with the same digits
            Self::Hours(cents) => *cents as f64 / 100.0,
        };
        sheet.write_number(row, column, number).map(|_| ())
    }
}

/// How a spreadsheet formats the numbers of a column, and how wide the column is.
pub fn spreadsheet_format(format: CellFormat) -> (&'static str, u16) {
    match format {
        CellFormat::Integer => ("0", 10),
        CellFormat::Text => ("General", 20),
        CellFormat::Time => ("yyyy-mm-dd hh:mm:ss", 20),
        CellFormat::Date => ("yyyy-mm-dd", 12),
        CellFormat::Clock => ("hh:mm:ss", 10),
        CellFormat::Offset => ("General", 10),
        CellFormat::Duration => ("[h]:mm:ss", 12),
        CellFormat::Hours => ("0.00", 10),
    }
}

/// Days since 1899-12-30, the dates of every spreadsheet.
fn serial(local: NaiveDateTime) -> f64 {
    const UNIX_DAY: i64 = 25_569;
    let seconds = local.and_utc().timestamp();
    (seconds.div_euclid(86_400) + UNIX_DAY) as f64 + of_day(seconds.rem_euclid(86_400))
}

fn of_day(seconds: i64) -> f64 {
    seconds as f64 / 86_400.0
}

//! The CSV export: one row an entry, streamed.

use std::io::Write;

use csv::{Terminator, WriterBuilder};

use super::Checked;
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::rows::{self, Sorting};
use crate::{hours, text, time};

/// The header, in this order in every version.
pub const HEADER: [&str; 18] = [
    "id",
    "work_order",
    "title",
    "customer",
    "line_item",
    "line_description",
    "user",
    "user_name",
    "start_ts",
    "end_ts",
    "duration_seconds",
    "hours",
    "status",
    "note",
    "approved_by",
    "approved_at",
    "edited_reason",
    "edited_at",
];

#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// A byte-order mark, and lines that end in CRLF.
    pub excel: bool,
    pub delimiter: u8,
}

/// What was written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    pub entries: i64,
    pub seconds: i64,
    /// Some of it was approved by somebody who worked, entered or changed it.
    pub own_approval: bool,
}

/// Writes the entries; memory does not grow with their number.
pub fn write(
    tx: &mut Tx<'_>,
    checked: &Checked,
    options: Options,
    mut out: impl Write,
) -> Result<Written> {
    if options.excel {
        out.write_all("\u{feff}".as_bytes())
            .map_err(|error| write_error(&error))?;
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
    csv.write_record(HEADER).map_err(csv_error)?;
    let mut written = Written::default();
    let zone = checked.zone;
    let show = |ts| time::rfc3339(ts, zone);
    rows::each(tx, &checked.filter, Sorting::ByOrder, |row| {
        let optional = |text: &Option<String>| {
            text.as_deref()
                .map(|text| text::formula_inert(text).into_owned())
                .unwrap_or_default()
        };
        csv.write_record([
            row.id.to_string().as_str(),
            &text::formula_inert(&row.work_order),
            &text::formula_inert(&row.title),
            &text::formula_inert(&row.customer),
            &row.line_item.to_string(),
            &text::formula_inert(&row.line_description),
            &text::formula_inert(&row.user),
            &text::formula_inert(&row.user_name),
            &show(row.start_ts),
            &row.end_ts.map(show).unwrap_or_default(),
            &row.duration_seconds
                .map(|seconds| seconds.to_string())
                .unwrap_or_default(),
            &row.duration_seconds.map(hours::decimal).unwrap_or_default(),
            &row.status,
            &optional(&row.note),
            &optional(&row.approved_by),
            &row.approved_at.map(show).unwrap_or_default(),
            &optional(&row.edited_reason),
            &row.edited_at.map(show).unwrap_or_default(),
        ])
        .map_err(csv_error)?;
        written.entries += 1;
        written.own_approval |= row.own_approval;
        written.seconds += row.duration_seconds.unwrap_or(0);
        Ok(())
    })?;
    csv.flush().map_err(|error| write_error(&error))?;
    Ok(written)
}

fn csv_error(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => write_error(&error),
        other => Error::bug(format!("the CSV can't be written: {other:?}")),
    }
}

/// The kind says which: the reader that went away is no failure.
pub fn write_error(error: &std::io::Error) -> Error {
    if error.kind() == std::io::ErrorKind::BrokenPipe {
        return Error::new(
            crate::exit::OK,
            crate::error::BROKEN_PIPE,
            "nobody reads the output any more",
        );
    }
    Error::io("the export can't be written", error)
}

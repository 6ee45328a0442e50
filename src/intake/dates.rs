//! Where the dates of a file have their day.

use super::Sheet;
use crate::error::{Error, Result};
use crate::text;
use crate::time::{self, DateOrder};

/// What shows the order: a line with a number above 12.
struct Proof {
    line: u64,
    cell: String,
}

/// The order of day, month and year: the one that a person names, else the one that a
/// number of 13 or more in the file proves, with a sentence about it. It is never guessed.
pub fn date_order(
    sheet: &Sheet,
    given: Option<DateOrder>,
) -> Result<(Option<DateOrder>, Option<String>)> {
    if given.is_some() {
        return Ok((given, None));
    }
    let (mut day_first, mut month_first, mut open) = (None, None, None);
    for row in &sheet.rows {
        for target in ["start_ts", "end_ts"] {
            let Some(cell) = sheet.cell(row, target) else {
                continue;
            };
            let Some((first, second, long_year)) = time::open_date(&cell) else {
                continue;
            };
            let line = row.line;
            match (first > 12, second > 12) {
                // 26/07/13 has its day last
                (true, false) if long_year && day_first.is_none() => {
                    day_first = Some(Proof { line, cell });
                }
                (false, true) if long_year && month_first.is_none() => {
                    month_first = Some(Proof { line, cell });
                }
                _ if open.is_none() => open = Some(Proof { line, cell }),
                _ => {}
            }
        }
    }
    let said = |order: DateOrder, proof: &Proof| {
        let (line, cell) = (proof.line, text::short(&proof.cell, 40));
        Some(format!(
            "Dates are {}: line {line} has {cell}.",
            order.words()
        ))
    };
    match (day_first, month_first, open) {
        (Some(day), Some(month), _) => Err(Error::data(format!(
            "{} has dates in two orders: \"{}\" in line {} begins with the day, and \"{}\" in line {} with the month",
            sheet.file,
            text::short(&day.cell, 40),
            day.line,
            text::short(&month.cell, 40),
            month.line,
        ))),
        (Some(proof), None, _) => Ok((Some(DateOrder::Dmy), said(DateOrder::Dmy, &proof))),
        (None, Some(proof), _) => Ok((Some(DateOrder::Mdy), said(DateOrder::Mdy, &proof))),
        (None, None, Some(open)) => Err(Error::usage(format!(
            "{}, line {}: \"{}\" can be read in several ways, and no date of the file says which",
            sheet.file,
            open.line,
            text::short(&open.cell, 40)
        ))
        .hint("say how it writes dates: --date-order dmy, mdy or ymd")),
        (None, None, None) => Ok((None, None)),
    }
}

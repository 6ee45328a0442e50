//! The start and the end of a row's time.

use chrono::{DateTime, Days, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::{Sheet, SheetRow};
use crate::error::{Error, Result};
use crate::text;
use crate::time::{self, CellLength, CellTime, DateOrder};

/// How the times of a file are read.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// Of times without an offset.
    pub zone: Tz,
    /// Of dates that don't begin with the year.
    pub date_order: Option<DateOrder>,
}

const NO_END: &str = "the cell is empty: the entry has no end; --skip-running leaves out such rows";
const NO_DATE: &str = "the time has no date; join it with --map start_ts=DATE+TIME";
const NO_CLOCK: &str = "it has no clock times, and an entry needs them; \
    add it with: wl entry add ORDER/LINE --for LENGTH";

/// A time as its cell has it, to name the cell.
struct Written<'c> {
    target: &'static str,
    cell: &'c str,
    time: CellTime,
}

impl Sheet {
    /// Whether a row has no end: it is still running.
    pub fn is_running(&self, row: &SheetRow) -> bool {
        let lacks = |target: &str| self.cell(row, target).is_none();
        lacks("end_ts") && lacks("duration") && lacks("duration_seconds")
    }

    /// The start and the end of a row: each from its cell, the end else from the duration.
    /// A duration beside an end must agree with it.
    pub fn span(&self, row: &SheetRow, clock: &Clock) -> Result<(DateTime<Utc>, DateTime<Utc>)> {
        let start_cell = match (self.cell(row, "start_ts"), self.cell(row, "duration")) {
            (None, Some(length)) => return Err(self.bad(row, "duration", &length, NO_CLOCK)),
            (start, _) => {
                start.ok_or_else(|| self.bad(row, "start_ts", "", "the cell is empty"))?
            }
        };
        let start = self.written(row, "start_ts", &start_cell, clock)?;
        let local = match start.time {
            CellTime::Instant(ts) => time::local_time(ts, clock.zone).0,
            CellTime::Local(local) => local,
            CellTime::Clock { .. } => return Err(self.bad(row, "start_ts", &start_cell, NO_DATE)),
        };
        let length = self.length(row)?;
        let Some(end_cell) = self.cell(row, "end_ts") else {
            let length = length.ok_or_else(|| self.bad(row, "end_ts", "", NO_END))?;
            let start = self.instant(row, &start, clock.zone)?;
            let end = start.checked_add_signed(TimeDelta::seconds(length.seconds));
            return Ok((start, end.ok_or_else(time::out_of_range)?));
        };
        let mut end = self.written(row, "end_ts", &end_cell, clock)?;
        let same_day = self.columns.share_first("start_ts", "end_ts");
        end.time = end_after(local, end.time, same_day, length)?;
        let length = length.map(|length| {
            let exact = time::has_seconds(&start_cell) && time::has_seconds(&end_cell);
            let slack = length.slack + if exact { 0 } else { 60 };
            CellLength { slack, ..length }
        });
        self.both(row, &start, &end, length, clock.zone)
    }

    /// The instants of a start and an end. If clocks that go back show one of them twice,
    /// the duration may tell which is meant.
    fn both(
        &self,
        row: &SheetRow,
        start: &Written<'_>,
        end: &Written<'_>,
        length: Option<CellLength>,
        zone: Tz,
    ) -> Result<(DateTime<Utc>, DateTime<Utc>)> {
        let fits = |start: DateTime<Utc>, end: DateTime<Utc>| {
            let real = (end - start).num_seconds();
            length.is_none_or(|length| (real - length.seconds).abs() <= length.slack)
        };
        let instants = self.instant(row, start, zone).and_then(|first| {
            let last = self.instant(row, end, zone)?;
            Ok((first, last))
        });
        if instants.is_err() && length.is_some() {
            let (starts, ends) = (start.time.readings(zone), end.time.readings(zone));
            let pairs = starts.iter().flat_map(|start| {
                let ends = ends.iter().filter(|end| fits(*start, **end));
                ends.map(|end| (*start, *end))
            });
            if let [pair] = pairs.collect::<Vec<_>>().as_slice() {
                return Ok(*pair);
            }
        }
        let (first, last) = instants?;
        if fits(first, last) {
            return Ok((first, last));
        }
        let target = match self.has("duration") {
            true => "duration",
            false => "duration_seconds",
        };
        let written = self.cell(row, target).unwrap_or_default();
        let real = time::show_duration((last - first).num_seconds().max(0));
        let why = format!("from start to end it is {real}");
        Err(self.bad(row, target, &written, &why))
    }

    fn written<'c>(
        &self,
        row: &SheetRow,
        target: &'static str,
        cell: &'c str,
        clock: &Clock,
    ) -> Result<Written<'c>> {
        let time = time::cell_time(cell, clock.date_order)
            .map_err(|error| self.bad_time(row, target, cell, error))?;
        Ok(Written { target, cell, time })
    }

    fn instant(&self, row: &SheetRow, written: &Written<'_>, zone: Tz) -> Result<DateTime<Utc>> {
        let instant = written.time.instant(zone);
        instant.map_err(|error| self.bad_time(row, written.target, written.cell, error))
    }

    fn bad_time(&self, row: &SheetRow, target: &str, cell: &str, error: Error) -> Error {
        // the message of the time quotes the cell, too
        let quoted = format!("\"{}\" is ", text::short(cell, 60));
        let why = error.message.strip_prefix(&quoted);
        let bad = self.bad(row, target, cell, why.unwrap_or(&error.message));
        match error.hint {
            Some(hint) => bad.hint(hint),
            None => bad,
        }
    }

    fn length(&self, row: &SheetRow) -> Result<Option<CellLength>> {
        if let Some(cell) = self.cell(row, "duration_seconds") {
            let seconds = cell.parse();
            let why = "it is no number of seconds";
            let seconds = seconds.map_err(|_| self.bad(row, "duration_seconds", &cell, why))?;
            return Ok(Some(CellLength { seconds, slack: 0 }));
        }
        let Some(cell) = self.cell(row, "duration") else {
            return Ok(None);
        };
        let length = time::cell_length(&cell);
        let length = length.map_err(|error| self.bad_time(row, "duration", &cell, error))?;
        Ok(Some(length))
    }
}

/// An end that has the date of the start, or none, is on the next day if its time is the
/// smaller one, and days later if the duration says so.
fn end_after(
    start: NaiveDateTime,
    end: CellTime,
    same_day: bool,
    length: Option<CellLength>,
) -> Result<CellTime> {
    let local = match end {
        CellTime::Clock { time, next_day } => {
            let day = start.date() + Days::new(next_day.into());
            day.and_time(time)
        }
        CellTime::Local(local) if same_day => local,
        other => return Ok(other),
    };
    let local = match local < start {
        true => local + Days::new(1),
        false => local,
    };
    let missing = length.map_or(0, |length| length.seconds - (local - start).num_seconds());
    // half a day is more than clocks ever change
    let days = u64::try_from((missing + 43_200).div_euclid(86_400)).unwrap_or(0);
    let local = local.checked_add_days(Days::new(days));
    Ok(CellTime::Local(local.ok_or_else(time::out_of_range)?))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::intake::{ReadOptions, Wanted, read_time};

    /// The spans of rows of Toggl's columns, in Berlin.
    fn spans(rows: &[[&str; 5]]) -> Vec<String> {
        let mut text = "Project,Start date,Start time,End date,End time,Duration\n".to_owned();
        for row in rows {
            text.push_str(&format!("WO-1,{}\n", row.join(",")));
        }
        let options = ReadOptions {
            delimiter: None,
            quotes: true,
            encoding: None,
        };
        let wanted = Wanted {
            maps: &[],
            constants: Vec::new(),
            targets: &[],
            named: &[],
            replace: Vec::new(),
        };
        let input = Box::new(Cursor::new(text.into_bytes()));
        let sheet = read_time("x", input, &options, None, wanted, |_, _| Ok(())).unwrap();
        let clock = Clock {
            zone: Tz::Europe__Berlin,
            date_order: None,
        };
        let spans = sheet.rows.iter().map(|row| sheet.span(row, &clock));
        spans
            .map(|span| match span {
                Ok((start, end)) => {
                    format!("{} {}", start.format("%d %H:%M"), end.format("%d %H:%M"))
                }
                Err(error) => error.message,
            })
            .collect()
    }

    #[test]
    fn a_duration_tells_which_of_two_hours_is_meant() {
        let day = "2026-10-25";
        assert_eq!(
            spans(&[
                [day, "01:30:00", day, "02:15:00", "0:45:00"],
                [day, "01:30:00", day, "02:15:00", "1:45:00"],
                [day, "02:45:00", day, "02:15:00", "0:30:00"],
                [day, "02:15:00", day, "03:15:00", "2:00:00"],
                // both readings of both are as long
                [day, "02:15:00", day, "02:45:00", "0:30:00"],
                [day, "01:30:00", day, "02:15:00", ""],
            ]),
            [
                "24 23:30 25 00:15",
                "24 23:30 25 01:15",
                "25 00:45 25 01:15",
                "25 00:15 25 02:15",
                "x, line 6, column Start date+Start time: \"2026-10-25 02:15:00\": 2026-10-25 02:15:00 happens twice in Europe/Berlin: the clocks go back",
                "x, line 7, column End date+End time: \"2026-10-25 02:15:00\": 2026-10-25 02:15:00 happens twice in Europe/Berlin: the clocks go back",
            ]
        );
    }
}

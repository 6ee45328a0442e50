//! The start and the end of a row's time.

use chrono::{DateTime, Days, NaiveDateTime, Utc};
use chrono_tz::Tz;

use super::{Sheet, SheetRow};
use crate::error::{Error, Result};
use crate::time::{self, CellLength, CellTime, DateOrder};

/// How the times of a file are read.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// Of times without an offset.
    pub zone: Tz,
    /// Of dates that don't begin with the year.
    pub date_order: Option<DateOrder>,
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
        let (start_time, start) = self.at(row, "start_ts", &start_cell, clock, None)?;
        let length = self.length(row)?;
        let Some(cell) = self.cell(row, "end_ts") else {
            let Some(length) = length else {
                return Err(self.bad(row, "end_ts", "", NO_END));
            };
            let end = start.checked_add_signed(chrono::TimeDelta::seconds(length.seconds));
            let end = end.ok_or_else(time::out_of_range)?;
            return Ok((start, end));
        };
        let local = match start_time {
            CellTime::Instant(ts) => time::local_time(ts, clock.zone).0,
            CellTime::Local(local) => local,
            CellTime::Clock { .. } => return Err(self.bad(row, "start_ts", &start_cell, NO_DATE)),
        };
        let after = After {
            start,
            local,
            length,
        };
        let (_, end) = self.at(row, "end_ts", &cell, clock, Some(&after))?;
        if let Some(length) = length {
            let real = (end - start).num_seconds();
            let minutes = !time::has_seconds(&start_cell) || !time::has_seconds(&cell);
            let slack = length.slack + if minutes { 60 } else { 0 };
            if (real - length.seconds).abs() > slack {
                let target = match self.has("duration") {
                    true => "duration",
                    false => "duration_seconds",
                };
                let written = self.cell(row, target).unwrap_or_default();
                let real = time::show_duration(real.max(0));
                let why = format!("from start to end it is {real}");
                return Err(self.bad(row, target, &written, &why));
            }
        }
        Ok((start, end))
    }

    /// The time in a cell, as written and as an instant.
    fn at(
        &self,
        row: &SheetRow,
        target: &str,
        cell: &str,
        clock: &Clock,
        after: Option<&After>,
    ) -> Result<(CellTime, DateTime<Utc>)> {
        let read = || {
            let mut written = time::cell_time(cell, clock.date_order)?;
            if let Some(after) = after {
                let same_day = self.columns.share_first("start_ts", "end_ts");
                written = after.place(written, same_day, clock.zone)?;
            }
            Ok((written, written.instant(clock.zone)?))
        };
        read().map_err(|error: Error| {
            let hint = error.hint.clone();
            let bad = self.bad(row, target, cell, &error.message);
            match hint {
                Some(hint) => bad.hint(hint),
                None => bad,
            }
        })
    }

    fn length(&self, row: &SheetRow) -> Result<Option<CellLength>> {
        if let Some(cell) = self.cell(row, "duration_seconds") {
            let seconds = cell.parse();
            let seconds =
                seconds.map_err(|_| self.bad(row, "duration_seconds", &cell, "not seconds"))?;
            return Ok(Some(CellLength { seconds, slack: 0 }));
        }
        let Some(cell) = self.cell(row, "duration") else {
            return Ok(None);
        };
        let length = time::cell_length(&cell);
        let length = length.map_err(|error| self.bad(row, "duration", &cell, &error.message))?;
        Ok(Some(length))
    }
}

const NO_END: &str = "the cell is empty: the entry has no end; --skip-running leaves out such rows";
const NO_CLOCK: &str = "it has no clock times, and an entry needs them; \
    add it with: wl entry add ORDER/LINE --for LENGTH";
const NO_DATE: &str = "the time has no date; join it with --map start_ts=DATE+TIME";

/// What an end without a date of its own comes after.
struct After {
    start: DateTime<Utc>,
    local: NaiveDateTime,
    length: Option<CellLength>,
}

impl After {
    /// An end that has the date of the start, or none, is on the next day if its time is
    /// the smaller one, and days later if the duration says so.
    fn place(&self, end: CellTime, same_day: bool, zone: Tz) -> Result<CellTime> {
        let local = match end {
            CellTime::Clock { time, next_day } => {
                let day = self.local.date() + Days::new(next_day.into());
                day.and_time(time)
            }
            CellTime::Local(local) if same_day => local,
            other => return Ok(other),
        };
        let local = match local < self.local {
            true => local + Days::new(1),
            false => local,
        };
        let Some(length) = self.length else {
            return Ok(CellTime::Local(local));
        };
        let end = CellTime::Local(local).instant(zone)?;
        let missing = length.seconds - (end - self.start).num_seconds();
        let days = u64::try_from((missing + 43_200).div_euclid(86_400)).unwrap_or(0);
        let local = local.checked_add_days(Days::new(days));
        Ok(CellTime::Local(local.ok_or_else(time::out_of_range)?))
    }
}

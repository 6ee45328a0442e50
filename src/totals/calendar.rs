//! The days, weeks or months of a zone.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Weekday};
use chrono_tz::Tz;

use super::Unit;
use crate::error::Result;
use crate::time;

/// The spans of a zone. Its table is asked once for each that has time.
pub struct Calendar {
    zone: Tz,
    unit: Unit,
    /// By their start.
    spans: BTreeMap<i64, Span>,
}

/// A span: its first day, and where it ends in microseconds.
#[derive(Clone, Copy)]
pub struct Span {
    pub day: NaiveDate,
    pub end: i64,
}

impl Span {
    /// Its first day, as [`Unit::name`] takes it.
    pub fn day_number(&self) -> i64 {
        self.day.num_days_from_ce().into()
    }
}

impl Unit {
    /// `2026-03-01`, `2026-W09` or `2026-03`, by the number of its first day.
    pub fn name(self, day_number: i64) -> String {
        let day = i32::try_from(day_number)
            .ok()
            .and_then(NaiveDate::from_num_days_from_ce_opt)
            .unwrap_or_default();
        match self {
            Self::Day => day.to_string(),
            Self::Week => day.format("%G-W%V").to_string(),
            Self::Month => day.format("%Y-%m").to_string(),
        }
    }

    fn first_day(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day => Some(day),
            Self::Week => Some(day.week(Weekday::Mon).first_day()),
            Self::Month => day.with_day(1),
        }
    }

    fn next(self, first: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day => first.succ_opt(),
            Self::Week => first.checked_add_days(Days::new(7)),
            Self::Month => first.checked_add_months(Months::new(1)),
        }
    }
}

impl Calendar {
    pub fn new(zone: Tz, unit: Unit) -> Self {
        Self {
            zone,
            unit,
            spans: BTreeMap::new(),
        }
    }

    /// The span that an instant, in microseconds, is in.
    pub fn span(&mut self, at: i64) -> Result<Span> {
        let known = self.spans.range(..=at).next_back();
        if let Some((_, span)) = known.filter(|(_, span)| at < span.end) {
            return Ok(*span);
        }
        let instant = DateTime::from_timestamp_micros(at).ok_or_else(time::out_of_range)?;
        let day = instant.with_timezone(&self.zone).date_naive();
        let mut day = self.unit.first_day(day).ok_or_else(time::out_of_range)?;
        loop {
            let next = self.unit.next(day).ok_or_else(time::out_of_range)?;
            let end = time::day_start(next, self.zone).timestamp_micros();
            // clocks that go back over midnight show yesterday's date again
            if at < end {
                let span = Span { day, end };
                let start = time::day_start(day, self.zone).timestamp_micros();
                self.spans.insert(start, span);
                return Ok(span);
            }
            day = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::Utc;

    use super::*;

    #[test]
    fn names() {
        let name = |unit: Unit, day: &str| {
            let day: NaiveDate = day.parse().unwrap();
            unit.name(day.num_days_from_ce().into())
        };
        assert_eq!(name(Unit::Day, "2026-12-28"), "2026-12-28");
        assert_eq!(name(Unit::Week, "2026-12-28"), "2026-W53");
        // the first week of 2025 began in 2024
        assert_eq!(name(Unit::Week, "2024-12-30"), "2025-W01");
        assert_eq!(name(Unit::Month, "2026-12-01"), "2026-12");
    }

    #[test]
    fn every_instant_is_in_one_day() -> Result<()> {
        for (zone, from, hours) in [
            (Tz::Europe__Berlin, "2026-03-28T00:00:00Z", 96),
            (Tz::Europe__Berlin, "2026-10-24T00:00:00Z", 96),
            (Tz::Europe__Berlin, "2026-12-30T00:00:00Z", 96),
            (Tz::Australia__Lord_Howe, "2026-04-04T00:00:00Z", 96),
            (Tz::America__Havana, "2026-10-31T00:00:00Z", 96),
            // the clocks went from 00:01 back to 23:01 of the day before
            (Tz::America__St_Johns, "2010-11-06T00:00:00Z", 96),
            // a day that never was
            (Tz::Pacific__Apia, "2011-12-29T00:00:00Z", 96),
        ] {
            let from: DateTime<Utc> = from.parse().map_err(|_| time::out_of_range())?;
            for unit in [Unit::Day, Unit::Week, Unit::Month] {
                let mut known = Calendar::new(zone, unit);
                let mut last = NaiveDate::MIN;
                for minute in 0..hours * 60 {
                    let at = (from + chrono::TimeDelta::minutes(minute)).timestamp_micros();
                    let span = known.span(at)?;
                    assert!(
                        at < span.end && span.day >= last,
                        "{zone} {unit:?} {minute}"
                    );
                    let alone = Calendar::new(zone, unit).span(at)?;
                    assert_eq!(alone.day, span.day, "{zone} {unit:?} {minute}");
                    last = span.day;
                }
            }
        }
        Ok(())
    }
}

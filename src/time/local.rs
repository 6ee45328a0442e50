//! Converts local times to instants, including clock changes.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset};
use chrono::{MappedLocalTime, SecondsFormat, TimeDelta, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz};

use crate::error::{Error, ErrorKind, Result};

/// The one instant at which clocks in `zone` show `local`.
///
/// If a clock change skips or repeats it, the result is an [`exit::DATA`] error of
/// the kind `skipped_time` or `ambiguous_time`. Its hint has both readings in a form
/// that can be typed instead.
pub(super) fn instant(local: NaiveDateTime, zone: Tz) -> Result<DateTime<Utc>> {
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(ts) => Ok(ts.to_utc()),
        MappedLocalTime::Ambiguous(first, second) => Err(refusal(
            ErrorKind::AmbiguousTime,
            format!("{local} happens twice in {zone}: the clocks go back"),
            &[first.fixed_offset(), second.fixed_offset()],
        )),
        MappedLocalTime::None => Err(refusal(
            ErrorKind::SkippedTime,
            format!("{local} does not exist in {zone}: the clocks go forward"),
            &around_gap(local, zone),
        )),
    }
}

/// All instants at which clocks in `zone` show `local`.
pub(super) fn readings(local: NaiveDateTime, zone: Tz) -> Vec<DateTime<Utc>> {
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(ts) => vec![ts.to_utc()],
        MappedLocalTime::Ambiguous(first, second) => vec![first.to_utc(), second.to_utc()],
        MappedLocalTime::None => Vec::new(),
    }
}

fn refusal(kind: ErrorKind, message: String, readings: &[DateTime<FixedOffset>]) -> Error {
    let readings: Vec<String> = readings
        .iter()
        .map(|ts| ts.to_rfc3339_opts(SecondsFormat::AutoSi, false))
        .collect();
    Error::new(kind, message).hint(format!("write {}", readings.join(" or ")))
}

/// `local` with the offset before the gap that it is in, and with the one after.
fn around_gap(local: NaiveDateTime, zone: Tz) -> Vec<DateTime<FixedOffset>> {
    let Some(gap) = GapInfo::new(&local, &zone) else {
        return Vec::new();
    };
    let before = gap.begin.map(|(_, offset)| offset.fix());
    let after = gap.end.map(|end| end.offset().fix());
    [before, after]
        .into_iter()
        .flatten()
        .filter_map(|offset| offset.from_local_datetime(&local).single())
        .collect()
}

/// The first instant of the day `date` in `zone`, even if a clock change skips or
/// repeats midnight. If a zone skipped the entire day, it is the first instant after
/// it, so that `day_start(d)..day_start(d + 1)` is always a day.
pub fn day_start(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = date.and_time(NaiveTime::MIN);
    if let Some(ts) = zone.from_local_datetime(&midnight).earliest() {
        return ts.to_utc();
    }
    // No offset has ever reached 24 hours, so the day begins between these
    // two; at a gap there is one jump and halving finds it.
    let mut before = midnight.and_utc() - TimeDelta::days(1);
    let mut after = midnight.and_utc() + TimeDelta::days(1);
    while after - before > TimeDelta::seconds(1) {
        let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        if middle.with_timezone(&zone).date_naive() < date {
            before = middle;
        } else {
            after = middle;
        }
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit;

    const NEW_YORK: Tz = Tz::America__New_York;
    const BERLIN: Tz = Tz::Europe__Berlin;
    const LORD_HOWE: Tz = Tz::Australia__Lord_Howe;

    fn at(local: &str, zone: Tz) -> Result<String> {
        let local: NaiveDateTime = local.parse().unwrap();
        instant(local, zone).map(|ts| super::super::rfc3339(ts, zone))
    }

    #[test]
    fn doubled_times_are_refused_with_both_readings() {
        for (local, zone, first, second) in [
            ("2026-11-01T01:30:00", NEW_YORK, "-04:00", "-05:00"),
            ("2026-10-25T02:00:00", BERLIN, "+02:00", "+01:00"),
            ("2026-04-05T01:45:00", LORD_HOWE, "+11:00", "+10:30"),
        ] {
            let error = at(local, zone).unwrap_err();
            assert_eq!(
                (error.code(), error.kind.as_str()),
                (exit::DATA, "ambiguous_time")
            );
            let hint = format!("write {local}{first} or {local}{second}");
            assert_eq!(error.hint, Some(hint));
        }
    }

    #[test]
    fn skipped_times_are_refused_with_both_readings() {
        for (local, zone, before, after) in [
            ("2026-03-08T02:30:00", NEW_YORK, "-05:00", "-04:00"),
            ("2026-03-29T02:00:00", BERLIN, "+01:00", "+02:00"),
            ("2026-10-04T02:15:00", LORD_HOWE, "+10:30", "+11:00"),
        ] {
            let error = at(local, zone).unwrap_err();
            assert_eq!(
                (error.code(), error.kind.as_str()),
                (exit::DATA, "skipped_time")
            );
            let hint = format!("write {local}{before} or {local}{after}");
            assert_eq!(error.hint, Some(hint));
        }
        let error = at("2026-03-29T02:30:00", BERLIN).unwrap_err();
        assert_eq!(
            error.message,
            "2026-03-29 02:30:00 does not exist in Europe/Berlin: the clocks go forward"
        );
    }

    #[test]
    fn the_edges_of_a_change_are_clear() {
        for (local, zone, expected) in [
            ("2026-03-08T01:59:59", NEW_YORK, "2026-03-08T01:59:59-05:00"),
            ("2026-03-08T03:00:00", NEW_YORK, "2026-03-08T03:00:00-04:00"),
            ("2026-11-01T00:59:59", NEW_YORK, "2026-11-01T00:59:59-04:00"),
            ("2026-11-01T02:00:00", NEW_YORK, "2026-11-01T02:00:00-05:00"),
            ("2026-10-25T03:00:00", BERLIN, "2026-10-25T03:00:00+01:00"),
            (
                "2026-10-04T02:30:00",
                LORD_HOWE,
                "2026-10-04T02:30:00+11:00",
            ),
            (
                "2026-04-05T02:00:00",
                LORD_HOWE,
                "2026-04-05T02:00:00+10:30",
            ),
        ] {
            assert_eq!(at(local, zone).unwrap(), expected);
        }
    }

    #[test]
    fn days_begin() {
        for (date, zone, expected) in [
            ("2026-03-08", NEW_YORK, "2026-03-08T05:00:00Z"),
            ("2026-03-01", Tz::UTC, "2026-03-01T00:00:00Z"),
            // 00:00 to 01:00 was skipped.
            ("2018-11-04", Tz::America__Sao_Paulo, "2018-11-04T03:00:00Z"),
            // 00:00 to 01:00 happens twice.
            ("2026-11-01", Tz::America__Havana, "2026-11-01T04:00:00Z"),
            // From 00:01 back to 23:01 of the day before.
            ("2010-11-07", Tz::America__St_Johns, "2010-11-07T02:30:00Z"),
            // 30 December 2011 never was.
            ("2011-12-30", Tz::Pacific__Apia, "2011-12-30T10:00:00Z"),
            ("2011-12-31", Tz::Pacific__Apia, "2011-12-30T10:00:00Z"),
        ] {
            let expected: DateTime<Utc> = expected.parse().unwrap();
            assert_eq!(day_start(date.parse().unwrap(), zone), expected, "{zone}");
        }
    }

    #[test]
    fn extreme_dates_do_not_panic() {
        for year in [1, 1880, 9999] {
            let date = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            day_start(date, BERLIN);
            assert!(instant(date.and_time(NaiveTime::MIN), BERLIN).is_ok());
        }
    }
}

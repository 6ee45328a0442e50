//! Local times as people read them: minutes, and the offset only in an hour that a clock
//! change repeats, where the time alone would mean two instants. Each can be typed again
//! ([`super::When`]).

use chrono::{DateTime, MappedLocalTime, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;

/// `2026-03-01 14:30`; in a repeated hour `2026-10-25 02:30+01:00`. JSON and CSV have the
/// exact instant ([`super::rfc3339`]).
pub fn show(ts: DateTime<Utc>, zone: Tz) -> String {
    shown(ts, zone, "%Y-%m-%d %H:%M")
}

/// `2026-03-01 14:30:05`, where the second of a record matters.
pub fn show_second(ts: DateTime<Utc>, zone: Tz) -> String {
    shown(ts, zone, "%Y-%m-%d %H:%M:%S")
}

/// `14:30`, beside a day that is known.
pub fn show_clock(ts: DateTime<Utc>, zone: Tz) -> String {
    shown(ts, zone, "%H:%M")
}

/// `14:30:05`
pub fn show_clock_second(ts: DateTime<Utc>, zone: Tz) -> String {
    shown(ts, zone, "%H:%M:%S")
}

/// `Tue 2026-03-03`
pub fn show_day(day: NaiveDate) -> String {
    day.format("%a %Y-%m-%d").to_string()
}

/// `Tue 2026-03-03 14:30`
pub fn show_day_clock(ts: DateTime<Utc>, zone: Tz) -> String {
    shown(ts, zone, "%a %Y-%m-%d %H:%M")
}

/// For sentences about what began lately: `09:40` today, `Wed 07:55` within the last week,
/// else with its date.
pub fn show_since(ts: DateTime<Utc>, now: DateTime<Utc>, zone: Tz) -> String {
    let day = |ts: DateTime<Utc>| ts.with_timezone(&zone).date_naive();
    match (day(now) - day(ts)).num_days() {
        0 => show_clock(ts, zone),
        1..=6 => shown(ts, zone, "%a %H:%M"),
        _ => show_day_clock(ts, zone),
    }
}

/// `Tue 2026-03-03 08:00–10:00`; the day again if it is another one; only the start while
/// it runs.
pub fn show_span(start: DateTime<Utc>, end: Option<DateTime<Utc>>, zone: Tz) -> String {
    let first = show_day_clock(start, zone);
    match end {
        None => first,
        Some(end) if same_day(start, end, zone) => format!("{first}–{}", show_clock(end, zone)),
        Some(end) => format!("{first} – {}", show_day_clock(end, zone)),
    }
}

pub fn same_day(one: DateTime<Utc>, other: DateTime<Utc>, zone: Tz) -> bool {
    one.with_timezone(&zone).date_naive() == other.with_timezone(&zone).date_naive()
}

/// Whether the screen shows both as the same time.
pub fn same_minute(one: DateTime<Utc>, other: DateTime<Utc>, zone: Tz) -> bool {
    show_day_clock(one, zone) == show_day_clock(other, zone)
}

fn shown(ts: DateTime<Utc>, zone: Tz, form: &str) -> String {
    let local = ts.with_timezone(&zone);
    let repeated = matches!(
        zone.from_local_datetime(&local.naive_local()),
        MappedLocalTime::Ambiguous(..)
    );
    let offset = if repeated { "%:z" } else { "" };
    local.format(&format!("{form}{offset}")).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::When;

    const BERLIN: Tz = Tz::Europe__Berlin;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn what_began_lately_is_shown_without_its_date() {
        let now = utc("2026-11-30T10:00:00Z"); // a Monday
        for (ts, shown) in [
            ("2026-11-30T08:40:59Z", "09:40"),
            ("2026-11-29T23:00:00Z", "00:00"),
            ("2026-11-29T22:59:59Z", "Sun 23:59"),
            ("2026-11-24T06:55:00Z", "Tue 07:55"),
            ("2026-11-23T06:55:00Z", "Mon 2026-11-23 07:55"),
            ("2026-12-01T06:55:00Z", "Tue 2026-12-01 07:55"),
        ] {
            assert_eq!(show_since(utc(ts), now, BERLIN), shown);
        }
    }

    #[test]
    fn only_a_repeated_hour_shows_its_offset() {
        for (ts, expected) in [
            ("2026-07-01T12:30:59Z", "2026-07-01 14:30"),
            ("2026-10-24T23:59:59Z", "2026-10-25 01:59"),
            ("2026-10-25T00:30:00Z", "2026-10-25 02:30+02:00"),
            ("2026-10-25T01:30:00Z", "2026-10-25 02:30+01:00"),
            ("2026-10-25T02:00:00Z", "2026-10-25 03:00"),
        ] {
            assert_eq!(show(utc(ts), BERLIN), expected);
        }
        let second = show_second(utc("2026-10-25T00:30:07Z"), BERLIN);
        assert_eq!(second, "2026-10-25 02:30:07+02:00");
    }

    #[test]
    fn spans() {
        let start = utc("2026-11-24T07:00:00Z");
        let span = |end| show_span(start, end, BERLIN);
        assert_eq!(span(None), "Tue 2026-11-24 08:00");
        assert_eq!(
            span(Some(utc("2026-11-24T09:00:30Z"))),
            "Tue 2026-11-24 08:00–10:00"
        );
        assert_eq!(
            span(Some(utc("2026-11-25T01:00:00Z"))),
            "Tue 2026-11-24 08:00 – Wed 2026-11-25 02:00"
        );
        let night = show_span(
            utc("2026-10-25T00:30:00Z"),
            Some(utc("2026-10-25T01:30:00Z")),
            BERLIN,
        );
        assert_eq!(night, "Sun 2026-10-25 02:30+02:00–02:30+01:00");
    }

    #[test]
    fn what_is_shown_can_be_typed() {
        for ts in [
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-25T02:30:00Z",
        ] {
            for shown in [show(utc(ts), BERLIN), show_day_clock(utc(ts), BERLIN)] {
                let when: When = shown.parse().unwrap();
                assert_eq!(when.resolve(utc(ts), BERLIN).unwrap(), utc(ts));
            }
        }
    }
}

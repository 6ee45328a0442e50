//! ISO dates and times: `2026-03-01`, `2026-03-01T14:30:00+01:00`.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::{bad, local, normalized, number};
use crate::error::{Error, ErrorKind, Result};

/// A date with a time, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stamp {
    /// With an offset or `Z`.
    Instant(DateTime<Utc>),
    /// Without: means something only in a zone.
    Local(NaiveDateTime),
}

/// The instant in a cell of an import file: an ISO date with a time, with or
/// without an offset. Without one it is a local time in `zone`; a clock change
/// that skips or doubles it refuses it.
///
/// Errors are [`crate::exit::DATA`], of the kind `bad_time`, `skipped_time` or
/// `ambiguous_time`.
pub fn parse_cell(text: &str, zone: Tz) -> Result<DateTime<Utc>> {
    match normalized(text).as_deref().and_then(stamp) {
        Some(Stamp::Instant(ts)) => Ok(ts),
        Some(Stamp::Local(time)) => local::instant(time, zone),
        None => Err(bad_cell(text)),
    }
}

fn bad_cell(text: &str) -> Error {
    bad(ErrorKind::BadTime, text, "a date with a time")
        .hint("write it as 2026-03-01 14:30 or 2026-03-01T14:30:00+01:00")
}

/// A date and a time, between them a space or `t`, then perhaps an offset.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    let (day, rest) = text.split_once([' ', 't'])?;
    let day = date(day)?;
    let Some(at) = rest.find(['z', '+', '-']) else {
        return Some(Stamp::Local(day.and_time(time(rest)?)));
    };
    let (clock, zone) = rest.split_at(at);
    let local = day.and_time(time(clock.trim_end())?);
    let ts = offset(zone)?.from_local_datetime(&local).single()?;
    Some(Stamp::Instant(ts.to_utc()))
}

/// `2026-03-01`, all digits written, from the year 1 on.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let [year, month, day] = parts(text, '-')?;
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    let year = number(year).filter(|year| *year > 0)?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
}

/// `14:30`, `9:05`, `14:30:15`, `14:30:15.25`; no leap second.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    let (clock, nanos) = match text.split_once('.') {
        Some((clock, digits)) => (clock, nanoseconds(digits)?),
        None => (text, 0),
    };
    let (hour, minute, second) = match parts(clock, ':') {
        Some([hour, minute, second]) => (hour, minute, second),
        // A fraction is one of seconds only.
        None if nanos == 0 && clock == text => {
            let [hour, minute] = parts(clock, ':')?;
            (hour, minute, "00")
        }
        None => return None,
    };
    if hour.len() > 2 || minute.len() != 2 || second.len() != 2 {
        return None;
    }
    NaiveTime::from_hms_nano_opt(number(hour)?, number(minute)?, number(second)?, nanos)
}

/// One to nine digits after the point.
fn nanoseconds(digits: &str) -> Option<u32> {
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    number(&format!("{digits:0<9}"))
}

/// `z`, `+01:00`, `+0100` or `+01`, as PostgreSQL writes it.
fn offset(text: &str) -> Option<FixedOffset> {
    let digits = match text.split_at(1) {
        ("z", "") => return FixedOffset::east_opt(0),
        ("+" | "-", digits) => digits,
        _ => return None,
    };
    let (hours, minutes) = match digits.len() {
        2 => (digits, "00"),
        4 if digits.is_ascii() => digits.split_at(2),
        _ => digits
            .split_once(':')
            .filter(|(h, m)| h.len() == 2 && m.len() == 2)?,
    };
    let minutes: i32 = number(minutes).filter(|minutes| *minutes < 60)?;
    let seconds = number::<i32>(hours)? * 3600 + minutes * 60;
    FixedOffset::east_opt(if text.starts_with('-') {
        -seconds
    } else {
        seconds
    })
}

/// Exactly `N` parts between separators.
fn parts<const N: usize>(text: &str, separator: char) -> Option<[&str; N]> {
    let parts: Vec<&str> = text.split(separator).collect();
    parts.try_into().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BERLIN: Tz = Tz::Europe__Berlin;

    #[test]
    fn cells() {
        for (text, expected) in [
            ("2012-01-30T04:24:00", "2012-01-30T03:24:00Z"),
            ("2012-01-30 04:24", "2012-01-30T03:24:00Z"),
            (" 2012-01-30  4:24:05 ", "2012-01-30T03:24:05Z"),
            ("2012-01-30 04:24:05.25", "2012-01-30T03:24:05.250Z"),
            ("2012-01-30t04:24:00z", "2012-01-30T04:24:00Z"),
            ("2012-01-30T04:24Z", "2012-01-30T04:24:00Z"),
            ("2012-01-30 04:24:00+00", "2012-01-30T04:24:00Z"),
            ("2012-01-30 04:24:00 +0530", "2012-01-29T22:54:00Z"),
            ("2012-01-30T04:24:00-08:00", "2012-01-30T12:24:00Z"),
            (
                "2012-01-30T04:24:00.123456789-00:00",
                "2012-01-30T04:24:00.123456789Z",
            ),
            ("2012-02-29 00:00", "2012-02-28T23:00:00Z"),
        ] {
            let expected: DateTime<Utc> = expected.parse().unwrap();
            assert_eq!(parse_cell(text, BERLIN).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn bad_cells() {
        for text in [
            "",
            "now",
            "14:30",
            "2012-01-30",
            "30.01.2012 04:24",
            "2012-1-3 04:24",
            "2011-02-29 00:00",
            "2012-01-30 24:00",
            "2012-01-30 23:59:60",
            "2012-01-30 04:60",
            "2012-01-30T04:24:00+24:00",
            "2012-01-30T04:24:00+01:60",
            "2012-01-30T04:24:00+1",
            "2012-01-30T04:24:00.",
            "2012-01-30T04:24:00.1234567890",
            "2012-01-30T04:24.5",
            "2012-01-30T04:24:00z1",
            "2012-01-30T04:24:00+é1",
            "2012-01-30T04:24:00+0é1",
            "0000-01-01 00:00",
            "+012-01-30 04:24",
            "٢٠١٢-٠١-٣٠ ٠٤:٢٤",
            "\u{202e}2012-01-30 04:24",
            "📅",
            "12345-01-01 00:00",
        ] {
            let error = parse_cell(text, BERLIN).unwrap_err();
            assert_eq!(error.kind, ErrorKind::BadTime, "{text}");
            assert!(error.hint.is_some());
        }
        let junk = "2012-01-30 04:24".repeat(1 << 16);
        assert!(parse_cell(&junk, BERLIN).unwrap_err().message.len() < 120);
    }

    #[test]
    fn cells_at_clock_changes() {
        let skipped = parse_cell("2026-03-29 02:30", BERLIN).unwrap_err();
        assert_eq!(skipped.kind, ErrorKind::SkippedTime);
        let doubled = parse_cell("2026-10-25T02:30:00", BERLIN).unwrap_err();
        assert_eq!(doubled.kind, ErrorKind::AmbiguousTime);
        let chosen = parse_cell("2026-10-25T02:30:00+01:00", BERLIN);
        let expected: DateTime<Utc> = "2026-10-25T01:30:00Z".parse().unwrap();
        assert_eq!(chosen.unwrap(), expected);
    }

    proptest! {
        #[test]
        fn printed_times_can_be_read_back(
            micros in 0..4_000_000_000_000_000_i64,
            zone in proptest::sample::select(&chrono_tz::TZ_VARIANTS[..]),
        ) {
            let ts = DateTime::from_timestamp_micros(micros).unwrap();
            let text = super::super::rfc3339(ts, zone);
            prop_assert_eq!(parse_cell(&text, Tz::UTC).unwrap(), ts);
        }

        #[test]
        fn never_panics(text in "[0-9tz: .é+-]{0,40}") {
            let _ = parse_cell(&text, BERLIN);
        }
    }
}

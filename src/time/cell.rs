//! Times and lengths as files of other programs write them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::iso::Stamp;
use super::{bad, duration, iso, local, normalized, number};
use crate::error::{Error, ErrorKind, Result};

/// Where a date such as 03/04/2026 has its day. Nothing else than the file can say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    Dmy,
    Mdy,
    Ymd,
}

/// A time in a cell, before the zone is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellTime {
    /// With an offset, `Z` or `UTC`.
    Instant(DateTime<Utc>),
    Local(NaiveDateTime),
    /// Without a date; 24:00 is the midnight after it.
    Clock {
        time: NaiveTime,
        next_day: bool,
    },
}

/// A length of time in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellLength {
    pub seconds: i64,
    /// By how much the exact length may differ: 1.63 h are 5850 to 5886 seconds.
    pub slack: i64,
}

impl DateOrder {
    pub fn words(self) -> &'static str {
        match self {
            Self::Dmy => "day, month, year",
            Self::Mdy => "month, day, year",
            Self::Ymd => "year, month, day",
        }
    }
}

impl CellTime {
    /// A local time that a clock change skips or doubles is refused.
    pub fn instant(self, zone: Tz) -> Result<DateTime<Utc>> {
        match self {
            Self::Instant(ts) => Ok(ts),
            Self::Local(time) => local::instant(time, zone),
            Self::Clock { time, .. } => {
                Err(bad_cell(&time.to_string()).hint("join the columns of date and time"))
            }
        }
    }
}

impl CellTime {
    /// The instants at which clocks in `zone` show this: two where they go back.
    pub fn readings(self, zone: Tz) -> Vec<DateTime<Utc>> {
        match self {
            Self::Local(time) => local::readings(time, zone),
            other => other.instant(zone).into_iter().collect(),
        }
    }
}

/// The time in a cell: a date with a time, with or without an offset, or a time alone.
///
/// Errors are [`crate::exit::DATA`], of the kind `bad_time`.
pub fn cell_time(text: &str, order: Option<DateOrder>) -> Result<CellTime> {
    let words = normalized(text).ok_or_else(|| bad_cell(text))?;
    // what nearly all files have
    match iso::stamp(&words) {
        Some(Stamp::Instant(ts)) => return Ok(CellTime::Instant(ts)),
        Some(Stamp::Local(time)) => return Ok(CellTime::Local(time)),
        None => {}
    }
    if let Some((time, next_day)) = clock(&words) {
        return Ok(CellTime::Clock { time, next_day });
    }
    parse(&words, order).ok_or_else(|| match open_date(text) {
        Some(_) if order.is_none() => {
            bad_cell(text).hint("say where the day is with --date-order dmy, mdy or ymd")
        }
        _ => bad_cell(text),
    })
}

/// Whether a time in a cell says its seconds.
pub fn has_seconds(text: &str) -> bool {
    text.matches(':').count() != 1
}

/// The first two numbers of a date that does not say where its day is; None of other
/// dates. The third tells whether the year has four digits.
pub fn open_date(text: &str) -> Option<(u32, u32, bool)> {
    // nearly every cell begins with its year
    let year = text.as_bytes().get(..4)?;
    if year.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let words = normalized(text)?;
    let (day, _) = split(&words)?;
    let [a, b, c] = parts(day)?;
    let open = a.len() <= 2 && b.len() <= 2;
    open.then_some((number(a)?, number(b)?, c.len() == 4))
}

/// `1:38`, `1:38:00`, `1.63`, `1,63`, `1h 38m`.
pub fn cell_length(text: &str) -> Result<CellLength> {
    let words = normalized(text).unwrap_or_default();
    let clock = duration::clock_seconds(&words).map(|seconds| CellLength {
        seconds,
        slack: if has_seconds(&words) { 0 } else { 60 },
    });
    let decimal = || match words.contains(['.', ',']) {
        true => duration::hours(&words),
        false => None,
    };
    clock
        .or_else(|| {
            duration::decimal_hours(&words)
                .or_else(decimal)
                .and_then(rounded)
        })
        .or_else(|| {
            let seconds = duration::unit_seconds(&words)?;
            let last = words.rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
            let slack = if last.starts_with('s') { 0 } else { 60 };
            Some(CellLength { seconds, slack })
        })
        .ok_or_else(|| {
            bad(ErrorKind::BadDuration, text, "a length of time")
                .hint("write it as 1:38, 1:38:00 or in hours as 1.63")
        })
}

/// Rounded to a second half up.
fn rounded((seconds, unit): (i128, i128)) -> Option<CellLength> {
    let twice = seconds.checked_mul(2)?.checked_add(unit)?;
    Some(CellLength {
        seconds: i64::try_from(twice / (2 * unit)).ok()?,
        slack: i64::try_from(3600 / unit + 1).ok()?,
    })
}

fn bad_cell(text: &str) -> Error {
    bad(ErrorKind::BadTime, text, "a date with a time")
        .hint("write it as 2026-03-01 14:30 or 2026-03-01T14:30:00+01:00")
}

/// The words of a date, and the rest.
fn split(words: &str) -> Option<(&str, &str)> {
    let (day, rest) = words.split_once([' ', 't', ','])?;
    Some((day, rest.trim_start()))
}

fn parse(words: &str, order: Option<DateOrder>) -> Option<CellTime> {
    let (day, rest) = split(words)?;
    let basic = day.len() == 8 && number::<u32>(day).is_some();
    let day = match basic {
        true => iso::date(&format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]))?,
        false => date(day, order)?,
    };
    let (clocks, offset) = match rest.strip_suffix("utc").or(rest.strip_suffix("gmt")) {
        Some(clocks) => (clocks, Some("z")),
        None => match rest.find(['z', '+', '-']) {
            Some(at) => (&rest[..at], Some(&rest[at..])),
            None => (rest, None),
        },
    };
    let clocks = clocks.trim_end();
    let digits = clocks.len();
    let written;
    let clocks = match basic && matches!(digits, 4 | 6) && number::<u32>(clocks).is_some() {
        true => {
            let seconds = if digits == 6 { &clocks[4..] } else { "00" };
            written = format!("{}:{}:{seconds}", &clocks[..2], &clocks[2..4]);
            &written
        }
        false => clocks,
    };
    let (time, next_day) = clock(clocks)?;
    let day = if next_day { day.succ_opt()? } else { day };
    let local = day.and_time(time);
    let Some(offset) = offset else {
        return Some(CellTime::Local(local));
    };
    let ahead = TimeDelta::seconds(iso::offset(offset)?.local_minus_utc().into());
    let utc = local.checked_sub_signed(ahead)?;
    Some(CellTime::Instant(utc.and_utc()))
}

/// The three numbers of a date, with the same sign between them.
fn parts(day: &str) -> Option<[&str; 3]> {
    let sign = ['-', '/', '.']
        .into_iter()
        .find(|sign| day.contains(*sign))?;
    let mut parts = day.split(sign);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    (parts.next().is_none() && three.iter().all(digits)).then_some(three)
}

/// A date whose year comes first, or whose order is known.
fn date(day: &str, order: Option<DateOrder>) -> Option<NaiveDate> {
    let [a, b, c] = parts(day)?;
    let (year, month, day) = match (a.len(), order) {
        (4, _) | (_, Some(DateOrder::Ymd)) => (a, b, c),
        (_, Some(DateOrder::Dmy)) => (c, b, a),
        (_, Some(DateOrder::Mdy)) => (c, a, b),
        (_, None) => return None,
    };
    let short = |part: &str| part.len() <= 2;
    let year: i32 = match year.len() {
        4 => number(year).filter(|year| *year > 0)?,
        2 => 2000 + number::<i32>(year)?,
        _ => return None,
    };
    let known = short(month) && short(day);
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?).filter(|_| known)
}

/// `14:30`, `14:30:15`, `2:30 pm`, `24:00`; true for the midnight that ends a day.
fn clock(text: &str) -> Option<(NaiveTime, bool)> {
    if matches!(text, "24:00" | "24:00:00") {
        return Some((NaiveTime::MIN, true));
    }
    let without = |words: [&str; 2]| words.iter().find_map(|word| text.strip_suffix(word));
    let (digits, noon) = match (without(["am", "a.m."]), without(["pm", "p.m."])) {
        (Some(digits), _) => (digits, 0),
        (_, Some(digits)) => (digits, 12),
        _ => return iso::time(text).map(|time| (time, false)),
    };
    let (hour, rest) = digits.trim_end().split_once(':')?;
    let hour: u32 = number(hour).filter(|hour| (1..=12).contains(hour))?;
    // 12 am is midnight and 12 pm is noon
    iso::time(&format!("{}:{rest}", hour % 12 + noon)).map(|time| (time, false))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BERLIN: Tz = Tz::Europe__Berlin;

    fn instant(text: &str, zone: Tz) -> Result<DateTime<Utc>> {
        cell_time(text, None)?.instant(zone)
    }

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
            ("2012-1-3 04:24", "2012-01-03T03:24:00Z"),
            ("2012-02-28 24:00", "2012-02-28T23:00:00Z"),
            ("2012-02-28 24:00:00Z", "2012-02-29T00:00:00Z"),
            ("2012-01-30 04:24:00 UTC", "2012-01-30T04:24:00Z"),
            ("2012/01/30 04:24", "2012-01-30T03:24:00Z"),
            ("2012-01-30 12:24 AM", "2012-01-29T23:24:00Z"),
            ("2012-01-30 12:24:05pm", "2012-01-30T11:24:05Z"),
            ("2012-01-30, 4:24 p.m.", "2012-01-30T15:24:00Z"),
            ("20120130T042400Z", "2012-01-30T04:24:00Z"),
            ("20120130T0424", "2012-01-30T03:24:00Z"),
            ("20120130T042400+0100", "2012-01-30T03:24:00Z"),
        ] {
            let expected: DateTime<Utc> = expected.parse().unwrap();
            assert_eq!(instant(text, BERLIN).unwrap(), expected, "{text}");
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
            "03/04/2012 04:24",
            "2012-01-30 24:01",
            "2012-01-30 13:00 pm",
            "2012-01-30 0:30 am",
            "2012-01/30 04:24",
            "201201300T042400Z",
            "20120130T04240Z",
            "20121330T042400Z",
            "2011-02-29 00:00",
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
            let error = instant(text, BERLIN).unwrap_err();
            assert_eq!(error.kind, ErrorKind::BadTime, "{text}");
            assert!(error.hint.is_some());
        }
        let junk = "2012-01-30 04:24".repeat(1 << 16);
        assert!(instant(&junk, BERLIN).unwrap_err().message.len() < 120);
    }

    #[test]
    fn the_order_of_a_date_is_told_and_not_guessed() {
        use DateOrder::{Dmy, Mdy, Ymd};
        for (text, order, expected) in [
            ("03/04/2026 08:02", Dmy, "2026-04-03T08:02:00Z"),
            ("03/04/2026 08:02", Mdy, "2026-03-04T08:02:00Z"),
            ("3.4.2026, 8:02:11 PM", Dmy, "2026-04-03T20:02:11Z"),
            ("27-07-26 08:02", Dmy, "2026-07-27T08:02:00Z"),
            ("26/07/27 08:02", Ymd, "2026-07-27T08:02:00Z"),
            ("2026-07-27 08:02", Mdy, "2026-07-27T08:02:00Z"),
        ] {
            let read = cell_time(text, Some(order)).unwrap().instant(Tz::UTC);
            let expected: DateTime<Utc> = expected.parse().unwrap();
            assert_eq!(read.unwrap(), expected, "{text}");
        }
        for (text, order) in [
            ("13/04/2026 08:02", Mdy),
            ("03/13/2026 08:02", Dmy),
            ("03/04/2026 08:02", Ymd),
            ("03/04/126 08:02", Dmy),
            ("03/004/2026 08:02", Dmy),
        ] {
            assert!(cell_time(text, Some(order)).is_err(), "{text}");
        }
        let hint = cell_time("03/04/2026 08:02", None).unwrap_err().hint;
        assert!(hint.unwrap().contains("--date-order"));
        assert_eq!(open_date("03/14/2026 8:02"), Some((3, 14, true)));
        assert_eq!(open_date("3.14.26 8:02"), Some((3, 14, false)));
        assert_eq!(open_date("2026-03-14 8:02"), None);
        assert_eq!(open_date("8:02"), None);
    }

    #[test]
    fn times_alone() {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        for (text, expected) in [
            ("8:02", (time(8, 2), false)),
            ("12:02 AM", (time(0, 2), false)),
            ("24:00", (time(0, 0), true)),
        ] {
            let (time, next_day) = expected;
            let expected = CellTime::Clock { time, next_day };
            assert_eq!(cell_time(text, None).unwrap(), expected, "{text}");
        }
        assert!(cell_time("8:02", None).unwrap().instant(Tz::UTC).is_err());
    }

    #[test]
    fn lengths() {
        for (text, seconds, slack) in [
            ("1:38", 5880, 60),
            ("01:38:00", 5880, 0),
            ("100:00:01", 360_001, 0),
            ("1.63", 5868, 37),
            ("1,63", 5868, 37),
            ("1.6333333333333", 5880, 1),
            ("0.11", 396, 37),
            ("2", 7200, 3601),
            ("1h 38m", 5880, 60),
            ("5868s", 5868, 0),
            ("1.63h", 5868, 37),
            ("1,6333333333333 hours", 5880, 1),
            ("2 hours", 7200, 60),
        ] {
            let length = CellLength { seconds, slack };
            assert_eq!(cell_length(text).unwrap(), length, "{text}");
        }
        for text in [
            "", "-", "-1.5", "1.5.2", "1,000.5", ".5", "1e3", "٨", "1.5m",
        ] {
            assert!(cell_length(text).is_err(), "{text}");
        }
        assert!(cell_length("9223372036854775807.000000000000000000").is_err());
    }

    #[test]
    fn cells_at_clock_changes() {
        let skipped = instant("2026-03-29 02:30", BERLIN).unwrap_err();
        assert_eq!(skipped.kind, ErrorKind::SkippedTime);
        let doubled = instant("2026-10-25T02:30:00", BERLIN).unwrap_err();
        assert_eq!(doubled.kind, ErrorKind::AmbiguousTime);
        let chosen = instant("2026-10-25T02:30:00+01:00", BERLIN);
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
            prop_assert_eq!(instant(&text, Tz::UTC).unwrap(), ts);
        }

        #[test]
        fn never_panics(text in "[0-9tz: .é+-]{0,40}") {
            let _ = instant(&text, BERLIN);
        }
    }
}

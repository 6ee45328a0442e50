//! The words people type for an instant: `14:30`, `20m ago`.

use std::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;

use super::iso::{self, Stamp};
use super::{bad, duration, local, normalized, number};
use crate::error::{Error, ErrorKind, Result};

const HINT: &str = "write now, 14:30, 2:30pm, today 14:30, yesterday 16:00, mon 9:00, 20m ago, \
                    2026-03-01 14:30 or 2026-03-01T14:30:00+01:00";

/// A time as typed, before clock and zone are known.
///
/// Parsing fails with an [`crate::exit::DATA`] error of the kind `bad_time`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// `now`
    Now,
    /// `1h30m ago`, in seconds.
    Ago(i64),
    /// `14:30`, `today 14:30`
    Today(NaiveTime),
    /// `yesterday 16:00`
    Yesterday(NaiveTime),
    /// `mon 9:00`: the last one that is not after now.
    Weekday(Weekday, NaiveTime),
    /// `2026-03-01 14:30`
    Local(NaiveDateTime),
    /// RFC 3339, with an offset.
    Instant(DateTime<Utc>),
}

impl FromStr for When {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        normalized(text)
            .as_deref()
            .and_then(parse)
            .ok_or_else(|| bad(ErrorKind::BadTime, text, "a time").hint(HINT))
    }
}

impl When {
    /// The instant meant, at `now`, on the clocks of `zone`.
    ///
    /// `14:30` is today, even if that is in the future. A local time that a clock change
    /// skips or repeats is an [`crate::exit::DATA`] error of the kind `skipped_time` or
    /// `ambiguous_time`, with both readings.
    pub fn resolve(&self, now: DateTime<Utc>, zone: Tz) -> Result<DateTime<Utc>> {
        let today = now.with_timezone(&zone).date_naive();
        match *self {
            Self::Now => Ok(now),
            Self::Ago(seconds) => TimeDelta::try_seconds(seconds)
                .and_then(|length| now.checked_sub_signed(length))
                .ok_or_else(|| {
                    bad(ErrorKind::BadTime, &format!("{seconds}s ago"), "a time").hint(HINT)
                }),
            Self::Today(time) => local::instant(today.and_time(time), zone),
            Self::Yesterday(time) => on(today, 1, time, zone),
            Self::Weekday(day, time) => {
                let back = today.weekday().days_since(day);
                let last = on(today, back, time, zone)?;
                if last > now {
                    on(today, back + 7, time, zone)
                } else {
                    Ok(last)
                }
            }
            Self::Local(local) => local::instant(local, zone),
            Self::Instant(ts) => Ok(ts),
        }
    }
}

/// `time` on the day that is `back` days before `today`.
fn on(today: NaiveDate, back: u32, time: NaiveTime, zone: Tz) -> Result<DateTime<Utc>> {
    let day = today - TimeDelta::days(i64::from(back));
    local::instant(day.and_time(time), zone)
}

fn parse(text: &str) -> Option<When> {
    if text == "now" {
        return Some(When::Now);
    }
    if let Some(length) = text.strip_suffix(" ago") {
        return duration::unit_seconds(length).map(When::Ago);
    }
    if let Some(time) = clock(text) {
        return Some(When::Today(time));
    }
    if let Some(stamp) = iso::stamp(text) {
        return Some(match stamp {
            Stamp::Instant(ts) => When::Instant(ts),
            Stamp::Local(local) => When::Local(local),
        });
    }
    let (day, time) = text.split_once(' ')?;
    let time = clock(time)?;
    match day {
        "today" => Some(When::Today(time)),
        "yesterday" => Some(When::Yesterday(time)),
        // chrono knows mon and monday.
        day => day.parse().ok().map(|day| When::Weekday(day, time)),
    }
}

/// `14:30`, `14:30:15`, `2:30pm`, `2 pm`. An hour alone is not a time.
fn clock(text: &str) -> Option<NaiveTime> {
    let (digits, noon) = if let Some(digits) = text.strip_suffix("am") {
        (digits.trim_end(), 0)
    } else if let Some(digits) = text.strip_suffix("pm") {
        (digits.trim_end(), 12)
    } else {
        return iso::time(text);
    };
    let (hour, rest) = digits.split_once(':').unwrap_or((digits, "00"));
    let hour: u32 = number(hour).filter(|hour| (1..=12).contains(hour))?;
    // 12 am is midnight and 12 pm is noon.
    iso::time(&format!("{}:{rest}", hour % 12 + noon))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::exit;

    const BERLIN: Tz = Tz::Europe__Berlin;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// A Wednesday, 15:00:30 in Berlin.
    fn now() -> DateTime<Utc> {
        utc("2026-07-01T13:00:30Z")
    }

    fn resolved(text: &str) -> Result<DateTime<Utc>> {
        text.parse::<When>()?.resolve(now(), BERLIN)
    }

    #[test]
    fn accepted() {
        for (text, expected) in [
            ("now", "2026-07-01T13:00:30Z"),
            ("  NOW ", "2026-07-01T13:00:30Z"),
            ("14:30", "2026-07-01T12:30:00Z"),
            ("9:05", "2026-07-01T07:05:00Z"),
            ("14:30:15", "2026-07-01T12:30:15Z"),
            // In the future: the database refuses it, and no other day is guessed.
            ("23:00", "2026-07-01T21:00:00Z"),
            ("2:30pm", "2026-07-01T12:30:00Z"),
            ("2:30 PM", "2026-07-01T12:30:00Z"),
            ("2:30\u{202f}pm", "2026-07-01T12:30:00Z"),
            ("2:30:15pm", "2026-07-01T12:30:15Z"),
            ("2pm", "2026-07-01T12:00:00Z"),
            ("12am", "2026-06-30T22:00:00Z"),
            ("12:30pm", "2026-07-01T10:30:00Z"),
            ("today 14:30", "2026-07-01T12:30:00Z"),
            ("yesterday 4pm", "2026-06-30T14:00:00Z"),
            ("Yesterday   16:00", "2026-06-30T14:00:00Z"),
            ("20m ago", "2026-07-01T12:40:30Z"),
            ("1h30m ago", "2026-07-01T11:30:30Z"),
            ("1 hour 30 minutes ago", "2026-07-01T11:30:30Z"),
            ("90s ago", "2026-07-01T12:59:00Z"),
            ("1d ago", "2026-06-30T13:00:30Z"),
            ("mon 9:00", "2026-06-29T07:00:00Z"),
            ("Thursday 9:00", "2026-06-25T07:00:00Z"),
            ("wed 15:00", "2026-07-01T13:00:00Z"),
            ("wed 15:00:30", "2026-07-01T13:00:30Z"),
            ("wed 15:01", "2026-06-24T13:01:00Z"),
            ("2026-03-01 14:30", "2026-03-01T13:30:00Z"),
            ("2026-03-01 14:30:15", "2026-03-01T13:30:15Z"),
            ("2026-03-01T14:30", "2026-03-01T13:30:00Z"),
            ("2026-03-01T14:30:00Z", "2026-03-01T14:30:00Z"),
            ("2026-03-01 14:30:00.5-05:00", "2026-03-01T19:30:00.500Z"),
        ] {
            assert_eq!(resolved(text).unwrap(), utc(expected), "{text}");
        }
    }

    #[test]
    fn refused() {
        for text in [
            "",
            " ",
            "14",
            "1430",
            "24:00",
            "14:60",
            "14:3",
            "-1:30",
            "13pm",
            "0am",
            "2:30 xm",
            "am",
            "today",
            "tomorrow 9:00",
            "mon",
            "ago",
            " ago",
            "20 ago",
            "20m",
            "8:00 ago",
            "-20m ago",
            "20m ago ago",
            "2026-03-01",
            "2026-02-30 10:00",
            "03/01/2026 14:30",
            "１４:３０",
            "١٤:٣٠",
            "\u{202e}03:41",
            "מחר 9:00",
            "🕝",
            "now\0",
            "14:30'; drop table users",
        ] {
            let error = text.parse::<When>().unwrap_err();
            assert_eq!(
                (error.code(), error.kind.as_str()),
                (exit::DATA, "bad_time"),
                "{text}"
            );
            assert_eq!(error.hint.as_deref(), Some(HINT));
        }
    }

    #[test]
    fn a_megabyte_of_junk_is_not_echoed() {
        for junk in ["9", "now ", "\u{202e}", "🕝", "\u{1b}[2J"] {
            let error = junk.repeat(1 << 18).parse::<When>().unwrap_err();
            assert!(error.message.chars().count() < 90, "{}", error.message);
            assert!(!error.message.contains(['\u{1b}', '\u{202e}']));
        }
        let padded = format!("{}now", " ".repeat(1 << 20));
        assert_eq!(padded.parse::<When>().unwrap(), When::Now);
    }

    #[test]
    fn ago_beyond_the_calendar() {
        for text in ["9223372036854775807s ago", "99999999999d ago"] {
            assert_eq!(resolved(text).unwrap_err().kind, ErrorKind::BadTime);
        }
    }

    #[test]
    fn clock_changes_refuse_words_too() {
        // Sunday, the day the clocks go back, noon in New York.
        let now = utc("2026-11-01T17:00:00Z");
        for text in ["1:30", "today 1:30am", "sun 1:30", "2026-11-01 01:30"] {
            let when: When = text.parse().unwrap();
            let error = when.resolve(now, Tz::America__New_York).unwrap_err();
            assert_eq!(error.kind, ErrorKind::AmbiguousTime, "{text}");
        }
        let next_day = now + TimeDelta::days(1);
        let when: When = "yesterday 1:30".parse().unwrap();
        let hint = when
            .resolve(next_day, Tz::America__New_York)
            .unwrap_err()
            .hint;
        let hint = hint.unwrap();
        let readings = hint.strip_prefix("write ").unwrap().split(" or ");
        let pasted: Vec<_> = readings
            .map(|text| {
                let when: When = text.parse().unwrap();
                when.resolve(next_day, BERLIN).unwrap()
            })
            .collect();
        assert_eq!(
            pasted,
            [utc("2026-11-01T05:30:00Z"), utc("2026-11-01T06:30:00Z")]
        );
    }

    #[test]
    fn ago_counts_real_time_across_a_clock_change() {
        let when: When = "3h ago".parse().unwrap();
        let now = utc("2026-03-29T02:00:00Z");
        let expected = utc("2026-03-28T23:00:00Z");
        assert_eq!(when.resolve(now, BERLIN).unwrap(), expected);
    }

    proptest! {
        #[test]
        fn never_panics(text in any::<String>()) {
            let _ = resolved(&text);
        }

        #[test]
        fn a_weekday_is_within_the_last_week(
            day in proptest::sample::select(&["mon", "tue", "wed", "thu", "fri", "sat", "sun"][..]),
            hour in 0..24_u32,
            minute in 0..60_u32,
        ) {
            let ts = resolved(&format!("{day} {hour}:{minute:02}")).unwrap();
            prop_assert!(ts <= now() && now() - ts < TimeDelta::days(7));
        }
    }
}

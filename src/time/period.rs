//! Periods of whole days: `today`, `last-month`, `2026-W48`, `2026-07-01..2026-07-15`.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc, Weekday};
use chrono_tz::Tz;

use super::when::{self, Day};
use super::{bad, iso, local, normalized, number};
use crate::error::{Error, ErrorKind, Result};

const HINT: &str = "write today, yesterday, week, last-week, month, last-month, 2026-07, 2026-W48, \
                    2026-07-31, \"31 jul\", mon, 7d (the last 7 days) or 2026-07-01..2026-07-15";

/// The words that completion offers.
pub const PERIOD_WORDS: [(&str, &str); 6] = [
    ("today", "since midnight"),
    ("yesterday", "the day before today"),
    ("week", "this week, from Monday"),
    ("last-week", "the week before this one"),
    ("month", "this month"),
    ("last-month", "the month before this one"),
];

/// A period as typed, before clock and zone are known: from the first day of one part to
/// the last day of the other.
///
/// Parsing fails with an [`crate::exit::DATA`] error of the kind `bad_date`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    from: Part,
    to: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// `today`, `mon`, `31 jul`
    Day(Day),
    /// The last so many days, today included.
    LastDays(u64),
    /// The week, from Monday to Sunday, so many weeks ago.
    WeeksAgo(u64),
    MonthsAgo(u32),
    /// `2026-07`, `2026-W48`, `2026-07-31`
    Fixed(NaiveDate, NaiveDate),
}

/// Whole days, the first and the last included; without one there is no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DayRange {
    pub first: Option<NaiveDate>,
    pub last: Option<NaiveDate>,
}

impl FromStr for Period {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let words = normalized(text).unwrap_or_default();
        let (from, to) = words.split_once("..").unwrap_or((&words, &words));
        let from = iso::without_weekday(from.trim_end(), ErrorKind::BadDate)?;
        let to = iso::without_weekday(to.trim_start(), ErrorKind::BadDate)?;
        parse(from, to).ok_or_else(|| bad_period(text))
    }
}

fn bad_period(text: &str) -> Error {
    bad(ErrorKind::BadDate, text, "a day or a period").hint(HINT)
}

/// Years that the server reads in any zone, with the day before and the day after.
const YEARS: std::ops::Range<i32> = 2..9999;

fn parse(from: &str, to: &str) -> Option<Period> {
    let known = |part: &Part| match part {
        Part::Fixed(first, last) => YEARS.contains(&first.year()) && YEARS.contains(&last.year()),
        _ => true,
    };
    Some(Period {
        from: part(from).filter(known)?,
        to: part(to).filter(known)?,
    })
}

fn part(text: &str) -> Option<Part> {
    Some(match text {
        "week" => Part::WeeksAgo(0),
        "last-week" => Part::WeeksAgo(1),
        "month" => Part::MonthsAgo(0),
        "last-month" => Part::MonthsAgo(1),
        _ => {
            return last_days(text)
                .or_else(|| iso_week(text))
                .or_else(|| calendar_month(text))
                .or_else(|| day(text));
        }
    })
}

fn day(text: &str) -> Option<Part> {
    let words: Vec<&str> = text.split(' ').collect();
    Some(match when::day(&words)? {
        Day::Date(day) => Part::Fixed(day, day),
        day => Part::Day(day),
    })
}

/// `7d`, up to `9999d`.
fn last_days(text: &str) -> Option<Part> {
    let digits = text.strip_suffix('d').filter(|digits| digits.len() <= 4)?;
    number(digits).filter(|days| *days > 0).map(Part::LastDays)
}

/// `2026-w48`
fn iso_week(text: &str) -> Option<Part> {
    let (year, week) = text.split_once("-w")?;
    if year.len() != 4 || week.len() != 2 {
        return None;
    }
    let year = number(year).filter(|year| *year > 0)?;
    let monday = NaiveDate::from_isoywd_opt(year, number(week)?, Weekday::Mon)?;
    Some(Part::Fixed(monday, monday + Days::new(6)))
}

/// `2026-07`
fn calendar_month(text: &str) -> Option<Part> {
    let first = iso::date(&format!("{text}-01"))?;
    Some(Part::Fixed(first, last_of_month(first)))
}

fn last_of_month(first: NaiveDate) -> NaiveDate {
    first + Months::new(1) - Days::new(1)
}

impl Part {
    fn days(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let one = |day| (day, day);
        match self {
            Self::Day(day) => one(day.date(today)),
            Self::LastDays(count) => (today - Days::new(count - 1), today),
            Self::WeeksAgo(back) => {
                let week = (today - Days::new(7 * back)).week(Weekday::Mon);
                (week.first_day(), week.last_day())
            }
            Self::MonthsAgo(back) => {
                let first = today - Days::new(today.day0().into()) - Months::new(back);
                (first, last_of_month(first))
            }
            Self::Fixed(first, last) => (first, last),
        }
    }
}

impl Period {
    /// Its first and its last day at `now`, on the calendar of `zone`.
    ///
    /// A period that ends before it begins is an [`crate::exit::USAGE`] error.
    pub fn resolve(&self, now: DateTime<Utc>, zone: Tz) -> Result<(NaiveDate, NaiveDate)> {
        let today = now.with_timezone(&zone).date_naive();
        let (first, last) = (self.from.days(today).0, self.to.days(today).1);
        in_order(first, last)?;
        Ok((first, last))
    }
}

fn in_order(first: NaiveDate, last: NaiveDate) -> Result<()> {
    if last < first {
        return Err(Error::usage(format!(
            "the period ends ({last}) before it begins ({first})"
        ))
        .hint("write the earlier day first"));
    }
    Ok(())
}

impl DayRange {
    /// The days of a period, or from the first day of one to the last day of another.
    pub fn resolve(
        period: Option<&Period>,
        from: Option<&Period>,
        to: Option<&Period>,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<Self> {
        let days = |period: Option<&Period>| period.map(|p| p.resolve(now, zone)).transpose();
        let first = days(period.or(from))?.map(|(first, _)| first);
        let last = days(period.or(to))?.map(|(_, last)| last);
        if let (Some(first), Some(last)) = (first, last) {
            in_order(first, last)?;
        }
        Ok(Self { first, last })
    }

    /// The instant at which the first day begins.
    pub fn start(&self, zone: Tz) -> Option<DateTime<Utc>> {
        self.first.map(|day| local::day_start(day, zone))
    }

    /// The instant at which the last day has ended: the first one outside.
    pub fn end(&self, zone: Tz) -> Option<DateTime<Utc>> {
        let after = self.last.and_then(|day| day.succ_opt());
        after.map(|day| local::day_start(day, zone))
    }

    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }
}

/// `2026-03-01 to 2026-03-31`, `from 2026-03-01`, `until 2026-03-31`
impl fmt::Display for DayRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first, self.last) {
            (None, None) => Ok(()),
            (Some(first), None) => write!(f, "from {first}"),
            (None, Some(last)) => write!(f, "until {last}"),
            (Some(first), Some(last)) => write!(f, "{first} to {last}"),
        }
    }
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

    /// `FIRST LAST` at an instant in Berlin.
    fn days(text: &str, now: &str) -> String {
        let period: Period = text.parse().unwrap();
        let (first, last) = period.resolve(utc(now), BERLIN).unwrap();
        format!("{first} {last}")
    }

    /// A Sunday, the 29th of November 2026, in week 48.
    const NOW: &str = "2026-11-29T12:00:00Z";

    #[test]
    fn accepted() {
        for (text, expected) in [
            ("today", "2026-11-29 2026-11-29"),
            ("  Today ", "2026-11-29 2026-11-29"),
            ("yesterday", "2026-11-28 2026-11-28"),
            ("week", "2026-11-23 2026-11-29"),
            ("last-week", "2026-11-16 2026-11-22"),
            ("month", "2026-11-01 2026-11-30"),
            ("LAST-MONTH", "2026-10-01 2026-10-31"),
            ("2026-07", "2026-07-01 2026-07-31"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("2026-W48", "2026-11-23 2026-11-29"),
            ("2026-w48", "2026-11-23 2026-11-29"),
            ("2026-07-15", "2026-07-15 2026-07-15"),
            ("Wed 2026-07-15", "2026-07-15 2026-07-15"),
            ("Wed 2026-07-15..Thu 2026-07-16", "2026-07-15 2026-07-16"),
            ("28 nov", "2026-11-28 2026-11-28"),
            ("nov 30", "2025-11-30 2025-11-30"),
            ("31 Jul 2024", "2024-07-31 2024-07-31"),
            ("24 nov..Nov 28", "2026-11-24 2026-11-28"),
            ("sun", "2026-11-29 2026-11-29"),
            ("mon", "2026-11-23 2026-11-23"),
            ("Saturday", "2026-11-28 2026-11-28"),
            ("1d", "2026-11-29 2026-11-29"),
            ("7d", "2026-11-23 2026-11-29"),
            ("30d", "2026-10-31 2026-11-29"),
            ("2026-07-01..2026-07-15", "2026-07-01 2026-07-15"),
            ("2026-07-01 .. 2026-07-15", "2026-07-01 2026-07-15"),
            ("2026-07-01..2026-07-01", "2026-07-01 2026-07-01"),
            ("2026-07..2026-08", "2026-07-01 2026-08-31"),
            ("2026-W47..today", "2026-11-16 2026-11-29"),
            ("last-month..month", "2026-10-01 2026-11-30"),
            ("mon..yesterday", "2026-11-23 2026-11-28"),
        ] {
            assert_eq!(days(text, NOW), expected, "{text}");
        }
    }

    #[test]
    fn over_the_end_of_a_year() {
        for (text, now, expected) in [
            // a Friday; week 53 of 2026 ends in 2027
            ("week", "2027-01-01T12:00:00Z", "2026-12-28 2027-01-03"),
            ("last-week", "2027-01-04T12:00:00Z", "2026-12-28 2027-01-03"),
            ("month", "2026-12-31T12:00:00Z", "2026-12-01 2026-12-31"),
            (
                "last-month",
                "2027-01-31T12:00:00Z",
                "2026-12-01 2026-12-31",
            ),
            ("yesterday", "2027-01-01T12:00:00Z", "2026-12-31 2026-12-31"),
            ("7d", "2027-01-03T12:00:00Z", "2026-12-28 2027-01-03"),
            ("thu", "2027-01-01T12:00:00Z", "2026-12-31 2026-12-31"),
            ("2026-W53", NOW, "2026-12-28 2027-01-03"),
            ("2020-W53", NOW, "2020-12-28 2021-01-03"),
            // a year whose first week begins in the year before
            ("2025-W01", NOW, "2024-12-30 2025-01-05"),
            ("2026-12", NOW, "2026-12-01 2026-12-31"),
            ("2026-W53..2027-W01", NOW, "2026-12-28 2027-01-10"),
            // the 31st of March has no counterpart in February
            (
                "last-month",
                "2026-03-31T12:00:00Z",
                "2026-02-01 2026-02-28",
            ),
        ] {
            assert_eq!(days(text, now), expected, "{text}");
        }
    }

    #[test]
    fn a_weekday_beside_a_date_is_compared_with_it() {
        for text in ["Mon 2026-03-01", "yesterday..mon 2026-03-01"] {
            let error = text.parse::<Period>().unwrap_err();
            assert_eq!(error.kind, ErrorKind::BadDate);
            assert_eq!(error.message, "2026-03-01 is a Sunday, not a Monday");
        }
    }

    #[test]
    fn today_is_a_day_of_the_zone() {
        // half past midnight on Monday in Berlin
        assert_eq!(
            days("today", "2026-11-29T23:30:00Z"),
            "2026-11-30 2026-11-30"
        );
        assert_eq!(
            days("week", "2026-11-29T23:30:00Z"),
            "2026-11-30 2026-12-06"
        );
        assert_eq!(
            days("month", "2026-11-30T23:30:00Z"),
            "2026-12-01 2026-12-31"
        );
    }

    #[test]
    fn clock_changes_move_the_edges() {
        for (text, zone, start, end) in [
            // 23, 25 and 24 hours
            (
                "2026-03-29",
                BERLIN,
                "2026-03-28T23:00:00Z",
                "2026-03-29T22:00:00Z",
            ),
            (
                "2026-10-25",
                BERLIN,
                "2026-10-24T22:00:00Z",
                "2026-10-25T23:00:00Z",
            ),
            (
                "2026-10",
                BERLIN,
                "2026-09-30T22:00:00Z",
                "2026-10-31T23:00:00Z",
            ),
            // midnight was skipped
            (
                "2018-11-04",
                Tz::America__Sao_Paulo,
                "2018-11-04T03:00:00Z",
                "2018-11-05T02:00:00Z",
            ),
            // the day never was
            (
                "2011-12-30",
                Tz::Pacific__Apia,
                "2011-12-30T10:00:00Z",
                "2011-12-30T10:00:00Z",
            ),
        ] {
            let period: Period = text.parse().unwrap();
            let range = DayRange::resolve(Some(&period), None, None, utc(NOW), zone).unwrap();
            assert_eq!(range.start(zone), Some(utc(start)), "{text}");
            assert_eq!(range.end(zone), Some(utc(end)), "{text}");
        }
    }

    #[test]
    fn from_and_to_take_the_first_and_the_last_day() {
        let range = |from: &str, to: &str| {
            let parsed = |text: &str| (!text.is_empty()).then(|| text.parse::<Period>().unwrap());
            let (from, to) = (parsed(from), parsed(to));
            DayRange::resolve(None, from.as_ref(), to.as_ref(), utc(NOW), BERLIN)
                .map(|range| range.to_string())
        };
        assert_eq!(
            range("2026-07", "2026-08").unwrap(),
            "2026-07-01 to 2026-08-31"
        );
        assert_eq!(range("last-week", "").unwrap(), "from 2026-11-16");
        assert_eq!(range("", "last-month").unwrap(), "until 2026-10-31");
        assert_eq!(range("", "").unwrap(), "");
        let error = range("2026-08", "2026-07").unwrap_err();
        assert_eq!(error.code(), exit::USAGE);
        assert_eq!(
            error.message,
            "the period ends (2026-07-31) before it begins (2026-08-01)"
        );
    }

    #[test]
    fn the_end_before_the_beginning_is_refused() {
        for text in [
            "2026-07-15..2026-07-14",
            "today..yesterday",
            "mon..2026-11-01",
        ] {
            let period: Period = text.parse().unwrap();
            let error = period.resolve(utc(NOW), BERLIN).unwrap_err();
            assert_eq!(error.code(), exit::USAGE, "{text}");
        }
    }

    #[test]
    fn refused_with_the_list() {
        for text in [
            "",
            " ",
            "tomorrow",
            "yesterdayish",
            "last week",
            "2026",
            "2026-7",
            "2026-13",
            "2026-00",
            "2026-02-30",
            "2026-7-1",
            "20260701",
            "01/03/2026",
            "2026-W00",
            "2026-W54",
            "2025-W53",
            "2026-W4",
            "0000-W01",
            "0d",
            "d",
            "-7d",
            "10000d",
            "99999999999999999999d",
            "9999-W52",
            "9999-12-31",
            "9999-12",
            "0001-01-01",
            "7 d",
            "7h",
            "..",
            "2026-07-01..",
            "..2026-07-01",
            "2026-07-01...2026-07-02",
            "2026-07-01..2026-07-02..2026-07-03",
            "2026-07-01-2026-07-02",
            "٢٠٢٦-٠٧",
            "２０２６-07",
            "\u{202e}70-6202",
            "🗓",
            "today\0",
        ] {
            let error = text.parse::<Period>().unwrap_err();
            assert_eq!(error.kind, ErrorKind::BadDate, "{text}");
            assert_eq!(error.code(), exit::DATA);
            assert_eq!(error.hint.as_deref(), Some(HINT));
        }
        let junk = "2026-07-01..".repeat(1 << 16);
        assert!(junk.parse::<Period>().unwrap_err().message.len() < 120);
    }

    proptest! {
        #[test]
        fn never_panics(text in "[0-9a-z. -]{0,20}", now in 0..4_000_000_000_i64) {
            let now = DateTime::from_timestamp(now, 0).unwrap();
            if let Ok(period) = text.parse::<Period>() {
                let _ = period.resolve(now, BERLIN);
            }
        }

        #[test]
        fn words_name_days_that_follow_each_other(now in 0..4_000_000_000_i64) {
            let now = DateTime::from_timestamp(now, 0).unwrap();
            let days = |text: &str| text.parse::<Period>().unwrap().resolve(now, BERLIN).unwrap();
            for (before, after) in [("yesterday", "today"), ("last-week", "week"), ("last-month", "month")] {
                prop_assert_eq!(days(before).1.succ_opt(), Some(days(after).0));
            }
            let today = days("today").0;
            for whole in ["week", "month", "7d"] {
                let (first, last) = days(whole);
                prop_assert!(first <= today && today <= last);
            }
        }
    }
}

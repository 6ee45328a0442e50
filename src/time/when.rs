//! The words people type for an instant: `14:30`, `20m ago`, `24 nov 9:00`.

use std::str::FromStr;

use chrono::{DateTime, Datelike, Month, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc, Weekday};
use chrono_tz::Tz;

use super::iso::{self, Stamp};
use super::{bad, duration, local, normalized, number};
use crate::error::{Error, ErrorKind, Result};

const HINT: &str = "write now, 14:30, 9am, noon, \"yesterday 16:00\", \"mon 9:00\", \"24 nov 9:00\", \
                    \"20m ago\", \"2026-03-01 14:30\" or 2026-03-01T14:30:00+01:00";

/// A day without a year is one of this long; an earlier one was hardly meant.
const LATELY: TimeDelta = TimeDelta::days(183);

/// A time as typed, before clock and zone are known.
///
/// Parsing fails with an [`crate::exit::DATA`] error of the kind `bad_time`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    form: Form,
    /// A time of day without seconds, as the screen shows it.
    to_minute: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `now`
    Now,
    /// `1h30m ago`, in seconds.
    Ago(i64),
    /// `14:30`: today, unless it is the end of time that is known.
    Clock(NaiveTime),
    /// `mon 9:00`
    On(Day, NaiveTime),
    /// RFC 3339, with an offset.
    Instant(DateTime<Utc>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    Today,
    Yesterday,
    /// The last one, perhaps today.
    Weekday(Weekday),
    /// `24 nov`: the last one, perhaps today; a month and a day that some year has.
    EveryYear(u32, u32),
    /// `2026-03-01`
    Date(NaiveDate),
}

/// An instant that a person typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed {
    pub at: DateTime<Utc>,
    /// Typed without seconds: any second of this minute may be meant, because the screen
    /// shows no seconds.
    pub to_minute: bool,
}

impl FromStr for When {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let words = normalized(text).unwrap_or_default();
        let words = iso::without_weekday(&words, ErrorKind::BadTime)?;
        let form = parse(words);
        let form = form.ok_or_else(|| bad(ErrorKind::BadTime, text, "a time").hint(HINT))?;
        let to_minute = match form {
            Form::Now | Form::Ago(_) => false,
            Form::Clock(_) | Form::On(..) | Form::Instant(_) => !has_seconds(words),
        };
        Ok(Self { form, to_minute })
    }
}

impl When {
    /// The instant meant, at `now`, on the clocks of `zone`.
    ///
    /// `14:30` is today, even if that is in the future. `mon 9:00` on a Monday is today, and
    /// refused if that is in the future. A day without a year is one of the last half year.
    /// A local time that a clock change skips or repeats is an [`crate::exit::DATA`] error
    /// of the kind `skipped_time` or `ambiguous_time`, with both readings.
    pub fn resolve(&self, now: DateTime<Utc>, zone: Tz) -> Result<DateTime<Utc>> {
        let today = now.with_timezone(&zone).date_naive();
        match self.form {
            Form::Now => Ok(now),
            Form::Ago(seconds) => TimeDelta::try_seconds(seconds)
                .and_then(|length| now.checked_sub_signed(length))
                .ok_or_else(|| {
                    bad(ErrorKind::BadTime, &format!("{seconds}s ago"), "a time").hint(HINT)
                }),
            Form::Clock(time) => local::instant(today.and_time(time), zone),
            Form::On(day, time) => {
                let date = day.date(today);
                let at = local::instant(date.and_time(time), zone)?;
                match day {
                    Day::Weekday(_) if at > now + TimeDelta::minutes(1) => {
                        let before = date - TimeDelta::days(7);
                        Err(Error::new(
                            ErrorKind::FutureTime,
                            format!(
                                "{} is today, and {} still in the future: it is now {}",
                                date.format("%A"),
                                super::show_clock(at, zone),
                                super::show(now, zone)
                            ),
                        )
                        .hint(format!("for a week ago, write {}", written(before, time))))
                    }
                    Day::EveryYear(..) if today - date > LATELY => Err(Error::new(
                        ErrorKind::BadTime,
                        format!(
                            "the last {} was {} days ago, so a year is needed",
                            date.format("%-d %B"),
                            (today - date).num_days()
                        ),
                    )
                    .hint(format!("write {}", written(date, time)))),
                    _ => Ok(at),
                }
            }
            Form::Instant(ts) => Ok(ts),
        }
    }

    /// A point in time that is known, to the second.
    pub fn exact(at: DateTime<Utc>) -> Self {
        Self {
            form: Form::Instant(at),
            to_minute: false,
        }
    }

    pub fn is_now(&self) -> bool {
        self.form == Form::Now
    }

    pub fn typed(&self, now: DateTime<Utc>, zone: Tz) -> Result<Typed> {
        Ok(Typed {
            at: self.resolve(now, zone)?,
            to_minute: self.to_minute,
        })
    }

    /// The same of a correction: a bare time of day is on the day of what is corrected.
    pub fn typed_on_day_of(
        &self,
        old: DateTime<Utc>,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<Typed> {
        let Form::Clock(time) = self.form else {
            return self.typed(now, zone);
        };
        let day = old.with_timezone(&zone).date_naive();
        Ok(Typed {
            at: local::instant(day.and_time(time), zone)?,
            to_minute: self.to_minute,
        })
    }

    /// The same of an end: a bare time of day is on the day of `start`, or on the day after
    /// if it would be earlier than the start. If that is in the future, the day is not what
    /// was wrong, and the end stays before the start.
    pub fn typed_as_end(
        &self,
        start: DateTime<Utc>,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<Typed> {
        let end = self.typed_on_day_of(start, now, zone)?;
        let Form::Clock(time) = self.form else {
            return Ok(end);
        };
        let minute = i64::from(end.to_minute) * 60;
        if end.at + TimeDelta::seconds(minute) > start || end.at == start {
            return Ok(end);
        }
        let day = start.with_timezone(&zone).date_naive();
        let at = local::instant((day + TimeDelta::days(1)).and_time(time), zone)?;
        match at <= now + TimeDelta::minutes(1) {
            true => Ok(Typed { at, ..end }),
            false => Ok(end),
        }
    }
}

impl Day {
    pub(super) fn date(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::Today => today,
            Self::Yesterday => today - TimeDelta::days(1),
            Self::Weekday(day) => {
                let back = today.weekday().days_since(day);
                today - TimeDelta::days(i64::from(back))
            }
            // eight years lie at most between two 29 February
            Self::EveryYear(month, day) => (today.year() - 8..=today.year())
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
                .rfind(|date| *date <= today)
                .unwrap_or(today),
            Self::Date(date) => date,
        }
    }
}

/// As it is typed in a shell: `"2025-12-24 9:00"`.
fn written(date: NaiveDate, time: NaiveTime) -> String {
    let seconds = if time.second() == 0 { "" } else { ":%S" };
    let form = format!("\"%Y-%m-%d %-H:%M{seconds}\"");
    date.and_time(time).format(&form).to_string()
}

fn parse(text: &str) -> Option<Form> {
    match text {
        "now" => return Some(Form::Now),
        // beside a day, it would not be clear which of its two midnights
        "midnight" => return Some(Form::Clock(NaiveTime::MIN)),
        _ => {}
    }
    if let Some(length) = text.strip_suffix(" ago") {
        return duration::unit_seconds(length).map(Form::Ago);
    }
    if let Some(time) = clock(text) {
        return Some(Form::Clock(time));
    }
    if let Some(stamp) = iso::stamp(text) {
        return Some(match stamp {
            Stamp::Instant(ts) => Form::Instant(ts),
            Stamp::Local(local) => Form::On(Day::Date(local.date()), local.time()),
        });
    }
    let words: Vec<&str> = text.split(' ').collect();
    let on = |date: &[&str], time: &[&str]| Some(Form::On(day(date)?, clock(&time.join(" "))?));
    let mut parts = (1..words.len().min(4)).map(|count| words.split_at(count));
    parts
        .clone()
        .find_map(|(date, time)| on(date, time))
        // `9:00 24 nov`
        .or_else(|| parts.find_map(|(time, date)| on(date, time)))
}

pub(super) fn day(words: &[&str]) -> Option<Day> {
    match words {
        ["today"] => Some(Day::Today),
        ["yesterday"] => Some(Day::Yesterday),
        // chrono knows mon and monday, nov and november
        [word] => match word.parse() {
            Ok(weekday) => Some(Day::Weekday(weekday)),
            Err(_) => iso::date(word).map(Day::Date),
        },
        [one, other] => {
            let (month, day) = month_and_day(one, other)?;
            // 29 February is a day of some years
            NaiveDate::from_ymd_opt(2000, month, day).map(|_| Day::EveryYear(month, day))
        }
        [one, other, year] if year.len() == 4 => {
            let (month, day) = month_and_day(one, other)?;
            let year = number(year).filter(|year| *year > 0)?;
            NaiveDate::from_ymd_opt(year, month, day).map(Day::Date)
        }
        _ => None,
    }
}

/// `24 nov`, `nov 24`
fn month_and_day(one: &str, other: &str) -> Option<(u32, u32)> {
    let month = |word: &str| word.parse::<Month>().ok().map(|m| m.number_from_month());
    let day = |word: &str| number(word).filter(|_| word.len() <= 2);
    match month(one) {
        Some(month) => Some((month, day(other)?)),
        None => Some((month(other)?, day(one)?)),
    }
}

/// `14:30`, `14:30:15`, `2:30pm`, `2 pm`, `noon`. An hour alone is not a time.
fn clock(text: &str) -> Option<NaiveTime> {
    if text == "noon" {
        return NaiveTime::from_hms_opt(12, 0, 0);
    }
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

/// Whether a time of day, the first with a colon, has seconds.
fn has_seconds(text: &str) -> bool {
    let minutes = text.split_once(':').map(|(_, rest)| rest);
    minutes.is_some_and(|rest| rest.get(2..).is_some_and(|rest| rest.starts_with(':')))
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
            ("9:05 yesterday", "2026-06-30T07:05:00Z"),
            ("9:05 mon", "2026-06-29T07:05:00Z"),
            ("9 am 28 jun", "2026-06-28T07:00:00Z"),
            ("9:05 Jun 28 2025", "2025-06-28T07:05:00Z"),
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
            ("1.5h ago", "2026-07-01T11:30:30Z"),
            ("90s ago", "2026-07-01T12:59:00Z"),
            ("1d ago", "2026-06-30T13:00:30Z"),
            ("mon 9:00", "2026-06-29T07:00:00Z"),
            ("Thursday 9:00", "2026-06-25T07:00:00Z"),
            ("wed 15:00", "2026-07-01T13:00:00Z"),
            ("wed 15:00:30", "2026-07-01T13:00:30Z"),
            // today's weekday is today
            ("wed 15:01", "2026-07-01T13:01:00Z"),
            ("noon", "2026-07-01T10:00:00Z"),
            ("midnight", "2026-06-30T22:00:00Z"),
            ("yesterday noon", "2026-06-30T10:00:00Z"),
            ("30 jun 9:00", "2026-06-30T07:00:00Z"),
            ("jun 30 9am", "2026-06-30T07:00:00Z"),
            ("June 30 9:00 am", "2026-06-30T07:00:00Z"),
            ("1 jul 23:00", "2026-07-01T21:00:00Z"),
            // 183 days ago
            ("30 dec 9:00", "2025-12-30T08:00:00Z"),
            ("24 nov 2023 9:00", "2023-11-24T08:00:00Z"),
            ("Nov 24 2023 2:30 pm", "2023-11-24T13:30:00Z"),
            ("2026-03-01 9am", "2026-03-01T08:00:00Z"),
            ("2026-03-01 noon", "2026-03-01T11:00:00Z"),
            ("2026-03-01 14:30", "2026-03-01T13:30:00Z"),
            ("2026-03-01 14:30:15", "2026-03-01T13:30:15Z"),
            ("2026-03-01T14:30", "2026-03-01T13:30:00Z"),
            ("Sun 2026-03-01 14:30", "2026-03-01T13:30:00Z"),
            ("Sunday 2026-03-01 9am", "2026-03-01T08:00:00Z"),
            ("Sun 2026-03-01 14:30:15+01:00", "2026-03-01T13:30:15Z"),
            ("2026-03-01T14:30:00Z", "2026-03-01T14:30:00Z"),
            ("2026-03-01 14:30:00.5-05:00", "2026-03-01T19:30:00.500Z"),
        ] {
            assert_eq!(resolved(text).unwrap(), utc(expected), "{text}");
        }
    }

    #[test]
    fn a_day_that_was_hardly_meant_is_refused() {
        for (text, kind, message, hint) in [
            (
                "29 dec 9:00",
                ErrorKind::BadTime,
                "the last 29 December was 184 days ago, so a year is needed",
                "write \"2025-12-29 9:00\"",
            ),
            (
                "jul 2 14:30:05",
                ErrorKind::BadTime,
                "the last 2 July was 364 days ago, so a year is needed",
                "write \"2025-07-02 14:30:05\"",
            ),
            (
                "29 feb 12:00",
                ErrorKind::BadTime,
                "the last 29 February was 853 days ago, so a year is needed",
                "write \"2024-02-29 12:00\"",
            ),
            (
                "wed 15:02",
                ErrorKind::FutureTime,
                "Wednesday is today, and 15:02 still in the future: it is now 2026-07-01 15:00",
                "for a week ago, write \"2026-06-24 15:02\"",
            ),
        ] {
            let error = resolved(text).unwrap_err();
            assert_eq!(error.kind, kind, "{text}");
            assert_eq!(error.message, message);
            assert_eq!(error.hint.as_deref(), Some(hint));
            let written = hint.split('"').nth(1).unwrap();
            assert!(resolved(written).is_ok(), "{written}");
        }
    }

    #[test]
    fn a_weekday_beside_a_date_is_compared_with_it() {
        for text in ["Mon 2026-03-01 14:30", "mon 2026-03-01 14:30+01:00"] {
            let error = text.parse::<When>().unwrap_err();
            assert_eq!(error.kind, ErrorKind::BadTime);
            assert_eq!(error.message, "2026-03-01 is a Sunday, not a Monday");
            assert_eq!(error.hint.as_deref(), Some("write the date that you mean"));
        }
    }

    #[test]
    fn a_bare_end_is_on_the_day_of_its_start() {
        let start = utc("2026-06-25T14:00:20Z"); // a Thursday, 16:00:20 in Berlin
        for (text, expected) in [
            ("17:00", "2026-06-25T15:00:00Z"),
            // earlier than the start: on the day after
            ("15:59", "2026-06-26T13:59:00Z"),
            ("9:00", "2026-06-26T07:00:00Z"),
            ("midnight", "2026-06-25T22:00:00Z"),
            // in the minute of the start it is not: 24 hours were surely not meant
            ("16:00", "2026-06-25T14:00:00Z"),
            ("16:00:20", "2026-06-25T14:00:20Z"),
            ("16:00:19", "2026-06-26T14:00:19Z"),
            // with a day, it is that day
            ("today 9:00", "2026-07-01T07:00:00Z"),
            ("now", "2026-07-01T13:00:30Z"),
        ] {
            let when: When = text.parse().unwrap();
            let end = when.typed_as_end(start, now(), BERLIN).unwrap();
            assert_eq!(end.at, utc(expected), "{text}");
        }
        // the day after would be in the future
        let when: When = "14:00".parse().unwrap();
        let end = when.typed_as_end(utc("2026-07-01T12:30:00Z"), now(), BERLIN);
        assert_eq!(end.unwrap().at, utc("2026-07-01T12:00:00Z"));
        let old = utc("2026-06-25T14:00:20Z");
        let start = when.typed_on_day_of(old, now(), BERLIN).unwrap();
        assert_eq!(start.at, utc("2026-06-25T12:00:00Z"));
    }

    #[test]
    fn seconds_are_typed_or_not() {
        for (text, to_minute) in [
            ("14:30", true),
            ("9am", true),
            ("noon", true),
            ("mon 9:05", true),
            ("2026-03-01 14:30", true),
            ("2026-03-01T14:30+01:00", true),
            ("2026-03-01 14:30Z", true),
            ("14:30:00", false),
            ("2:30:00 pm", false),
            ("2026-03-01T14:30:00+01:00", false),
            ("2026-03-01T14:30:00Z", false),
            ("now", false),
            ("20m ago", false),
        ] {
            assert_eq!(text.parse::<When>().unwrap().to_minute, to_minute, "{text}");
        }
    }

    #[test]
    fn refused() {
        for text in [
            "",
            " ",
            "14",
            "31 jun 9:00",
            "24 nov",
            "nov 9:00",
            "24 24 9:00",
            "24 nov 26 9:00",
            "nov nov 9:00",
            "24 nov 2026",
            "mon midnight",
            "9:00 24 nov 2026 extra",
            "24 nov 2026 extra 9:00",
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
            "sun 2026-03-01",
            "sun sun 2026-03-01 10:00",
            "sun 2026-02-30 10:00",
            "2026-03-01 sun 10:00",
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
        assert_eq!(padded.parse::<When>().unwrap().form, Form::Now);
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
            match resolved(&format!("{day} {hour}:{minute:02}")) {
                Ok(ts) => {
                    let soon = now() + TimeDelta::minutes(1);
                    prop_assert!(ts <= soon && soon - ts < TimeDelta::days(7));
                }
                Err(error) => {
                    prop_assert_eq!(error.kind, ErrorKind::FutureTime);
                    prop_assert!(day == "wed" && (hour, minute) > (15, 0));
                }
            }
        }
    }
}

//! Numbers, dates and times as each language writes them.

use std::fmt::Display;

use chrono::{DateTime, Datelike, LocalResult, NaiveDate, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use super::words::{Word, fill};
use crate::hours;
use crate::models::Language;

/// How a document is written.
#[derive(Debug, Clone, Copy)]
pub struct Locale {
    pub language: Language,
    pub zone: Tz,
}

impl Locale {
    pub fn word(self, word: Word) -> &'static str {
        word.in_language(self.language)
    }

    pub fn sentence(self, word: Word, values: &[&dyn Display]) -> String {
        fill(self.word(word), values)
    }

    /// Hours with two decimals.
    pub fn hours(self, seconds: i64) -> String {
        self.number(&hours::decimal(seconds))
    }

    /// Hours with two decimals from hundredths.
    pub fn cents(self, cents: i64) -> String {
        self.number(&hours::from_cents(cents))
    }

    /// A number with two decimals, such as `12345.60`.
    fn number(self, plain: &str) -> String {
        let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
        let (point, group) = match self.language {
            Language::En => ('.', ','),
            Language::De | Language::It | Language::Nl | Language::Es => (',', '.'),
            // a space that no line ends at
            Language::Fr => (',', '\u{a0}'),
        };
        let digits = whole.trim_start_matches('-');
        let mut written = whole[..whole.len() - digits.len()].to_owned();
        for (at, digit) in digits.chars().enumerate() {
            let left = digits.len() - at;
            // four digits need no groups
            if at > 0 && left % 3 == 0 && digits.len() > 4 {
                written.push(group);
            }
            written.push(digit);
        }
        written.push(point);
        written.push_str(decimals);
        written
    }

    pub fn date(self, day: NaiveDate) -> String {
        let form = match self.language {
            // the same to readers on both sides of the Atlantic
            Language::En => "%-d %b %Y",
            Language::De => "%d.%m.%Y",
            Language::Fr | Language::Es | Language::It => "%d/%m/%Y",
            Language::Nl => "%d-%m-%Y",
        };
        day.format(form).to_string()
    }

    /// With the day of the week.
    pub fn weekday(self, day: NaiveDate) -> String {
        let mut names = self.word(Word::Weekdays).split(' ');
        let at = day.weekday().num_days_from_monday() as usize;
        format!("{} {}", names.nth(at).unwrap_or_default(), self.date(day))
    }

    /// From one day to another, or the day.
    pub fn days(self, first: NaiveDate, last: NaiveDate) -> String {
        match first == last {
            true => self.date(first),
            false => format!("{} – {}", self.date(first), self.date(last)),
        }
    }

    /// From one minute to another, such as `22:00–02:15`; the end's day where the
    /// clock alone does not tell it.
    pub fn span(self, start: DateTime<Utc>, end: Option<DateTime<Utc>>) -> String {
        let Some(end) = end else {
            return format!(
                "{} – {}",
                self.minute(start, self.is_odd(start)),
                self.word(Word::Running)
            );
        };
        let [from, to] = [start, end].map(|at| at.with_timezone(&self.zone));
        let odd =
            self.is_odd(start) || self.is_odd(end) || from.offset().fix() != to.offset().fix();
        let clocks = match odd {
            true => format!("{}\n– {}", self.minute(start, true), self.minute(end, true)),
            false => format!("{}–{}", self.minute(start, false), self.minute(end, false)),
        };
        match from.date_naive() == to.date_naive() || (end - start).num_hours() < 24 {
            true => clocks,
            false => format!("{clocks}\n({})", self.date(to.date_naive())),
        }
    }

    /// Whether the clock showed this time twice: in the night in which it goes back.
    fn is_odd(self, at: DateTime<Utc>) -> bool {
        let local = at.with_timezone(&self.zone).naive_local();
        matches!(
            self.zone.from_local_datetime(&local),
            LocalResult::Ambiguous(..)
        )
    }

    fn minute(self, at: DateTime<Utc>, with_offset: bool) -> String {
        let form = if with_offset { "%H:%M %:z" } else { "%H:%M" };
        at.with_timezone(&self.zone).format(form).to_string()
    }
}

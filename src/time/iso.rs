//! ISO dates and times: `2026-03-01`, `2026-03-01T14:30:00+01:00`.

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
    Weekday,
};

use super::number;
use crate::error::{Error, ErrorKind, Result};

/// A date with a time, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stamp {
    /// With an offset or `Z`.
    Instant(DateTime<Utc>),
    /// Without: means something only in a zone.
    Local(NaiveDateTime),
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

/// The text without the weekday before its date, which is how the screen shows a date:
/// `mon 2026-11-23 8:00`. The weekday of another date is refused.
pub(super) fn without_weekday(text: &str, kind: ErrorKind) -> Result<&str> {
    let named = text.split_once(' ').and_then(|(word, rest)| {
        let day = rest.get(..10).and_then(date)?;
        Some((word.parse::<Weekday>().ok()?, day, rest))
    });
    let Some((weekday, day, rest)) = named else {
        return Ok(text);
    };
    let before = i64::from(day.weekday().days_since(weekday));
    if before == 0 {
        return Ok(rest);
    }
    let other = (day - TimeDelta::days(before)).format("%A");
    let message = format!("{day} is a {}, not a {other}", day.format("%A"));
    Err(Error::new(kind, message).hint("write the date that you mean"))
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
pub(super) fn offset(text: &str) -> Option<FixedOffset> {
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

//! Times as people type and read them.
//!
//! Nothing here reads a clock or the environment: the caller passes now and
//! the zone. Words are read once ([`When`]) and become an instant when both
//! are known. A local time that a clock change skips or doubles is refused,
//! never guessed.

mod cell;
mod duration;
mod iso;
mod local;
mod period;
mod shown;
mod span;
mod when;
mod zone;

pub use cell::{CellLength, CellTime, DateOrder, cell_length, cell_time, has_seconds, open_date};
pub use duration::{parse_duration, show_duration};
pub use local::day_start;
pub use period::{DayRange, PERIOD_WORDS, Period};
pub use shown::{
    same_day, same_minute, show, show_clock, show_clock_second, show_day, show_day_clock,
    show_second, show_since, show_span,
};
pub use span::TypedSpan;
pub use when::{Typed, When};
pub use zone::{stored_zone, zone_by_name, zone_names};

use std::str::FromStr;

use chrono::{
    DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Timelike,
    Utc,
};
use chrono_tz::Tz;

use crate::error::{Error, ErrorKind};
use crate::text;

/// No accepted form is longer; the rest of a longer text is not read.
const MAX_BYTES: usize = 64;

/// RFC 3339 in `zone`, always with a numeric offset; a fraction, of
/// microseconds as the database has, only if there is one: `2026-03-01T14:30:00+01:00`.
pub fn rfc3339(ts: DateTime<Utc>, zone: Tz) -> String {
    let mut text = String::new();
    write_rfc3339(&mut text, ts, zone);
    text
}

/// The same at the end of `out`, digit by digit: an export has millions, and
/// chrono's own writing takes ten times as long.
pub fn write_rfc3339(out: &mut String, ts: DateTime<Utc>, zone: Tz) {
    let (local, offset) = local_time(ts, zone);
    write_date(out, local.date());
    out.push('T');
    write_clock(out, local.time());
    match ts.timestamp_subsec_micros() {
        0 => {}
        micros if micros.is_multiple_of(1000) => out.push_str(&format!(".{:03}", micros / 1000)),
        micros => out.push_str(&format!(".{micros:06}")),
    }
    write_offset(out, offset);
}

/// Local time, and the seconds that it is ahead of UTC.
pub fn local_time(ts: DateTime<Utc>, zone: Tz) -> (NaiveDateTime, i32) {
    let offset = zone.offset_from_utc_datetime(&ts.naive_utc()).fix();
    let mut seconds = offset.local_minus_utc();
    if seconds % 60 != 0 {
        // Local mean time of long ago: RFC 3339 has no seconds in an offset.
        seconds = 0;
    }
    (ts.naive_utc() + TimeDelta::seconds(seconds.into()), seconds)
}

/// `2026-03-01`.
pub fn write_date(out: &mut String, day: NaiveDate) {
    let year = day.year().unsigned_abs();
    write_two(out, year / 100);
    write_two(out, year % 100);
    out.push('-');
    write_two(out, day.month());
    out.push('-');
    write_two(out, day.day());
}

/// `14:30:00`.
pub fn write_clock(out: &mut String, time: NaiveTime) {
    write_two(out, time.hour());
    out.push(':');
    write_two(out, time.minute());
    out.push(':');
    write_two(out, time.second());
}

/// `+01:00`.
pub fn write_offset(out: &mut String, seconds: i32) {
    out.push(if seconds < 0 { '-' } else { '+' });
    let minutes = seconds.unsigned_abs() / 60;
    write_two(out, minutes / 60);
    out.push(':');
    write_two(out, minutes % 60);
}

fn write_two(out: &mut String, number: u32) {
    for digit in [number / 10 % 10, number % 10] {
        out.extend(char::from_digit(digit, 10));
    }
}

/// Lower case, single spaces, no longer than any form can be.
fn normalized(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    Some(words.join(" ").to_ascii_lowercase())
}

/// A number of ASCII digits only: `parse` alone would take a sign.
fn number<T: FromStr>(text: &str) -> Option<T> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// The error of a stored time that no calendar has, such as `infinity`.
pub fn out_of_range() -> Error {
    Error::data("the database contains a time that is out of range")
}

/// An [`exit::DATA`] error naming the text, such as `"25:00" is not a time`.
fn bad(kind: ErrorKind, text: &str, is_not: &str) -> Error {
    let quoted = text::short(text.trim(), 60);
    Error::new(kind, format!("\"{quoted}\" is not {is_not}"))
}

#[cfg(test)]
mod tests {
    use chrono::SecondsFormat;
    use proptest::prelude::*;

    use super::*;
    use crate::exit;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn shown_forms() {
        let ts = utc("2026-07-01T12:30:59Z");
        assert_eq!(rfc3339(ts, Tz::Europe__Berlin), "2026-07-01T14:30:59+02:00");
        assert_eq!(rfc3339(ts, Tz::UTC), "2026-07-01T12:30:59+00:00");
        assert_eq!(
            rfc3339(utc("2026-07-01T12:30:59.120Z"), Tz::Asia__Kolkata),
            "2026-07-01T18:00:59.120+05:30"
        );
        assert_eq!(
            rfc3339(utc("1880-01-01T00:00:00Z"), Tz::Europe__Berlin),
            "1880-01-01T00:00:00+00:00"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn digit_by_digit_is_as_chrono_writes(
            seconds in -2_000_000_000..8_000_000_000_i64,
            fraction in proptest::sample::select(&[0, 1, 500, 120_000, 999_999][..]),
            zone in proptest::sample::select(&chrono_tz::TZ_VARIANTS[..]),
        ) {
            let ts = DateTime::from_timestamp_micros(seconds * 1_000_000 + fraction).unwrap();
            let local = ts.with_timezone(&zone);
            if local.offset().fix().local_minus_utc() % 60 == 0 {
                let expected = local.to_rfc3339_opts(SecondsFormat::AutoSi, false);
                prop_assert_eq!(rfc3339(ts, zone), expected);
            }
        }
    }

    #[test]
    fn junk_is_named_shortly_and_harmlessly() {
        let error = bad(ErrorKind::BadTime, &"x".repeat(1 << 20), "a time");
        assert!(error.message.chars().count() < 90);
        let error = bad(ErrorKind::BadTime, "\u{1b}[2J\u{202e}", "a time");
        assert_eq!(error.message, r#""\u{1b}[2J\u{202e}" is not a time"#);
        assert_eq!(
            (error.code(), error.kind.as_str()),
            (exit::DATA, "bad_time")
        );
    }
}

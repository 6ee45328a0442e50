//! Lengths of time: `1h30m`, `1.5h`, `8:00`.

use super::{bad, normalized, number};
use crate::error::{Error, ErrorKind, Result};

const HINT: &str =
    "write a length as 8h, 1.5h, 90m, 1h30m, 45s, 1d (24 hours) or 8:00 (hours:minutes)";

/// Seconds from `8h`, `1.5h`, `90m`, `1h 30m`, `45s`, `1d` (24 hours), `8:00`
/// (hours:minutes) or `8:00:30`.
///
/// Units go from large to small, each at most once. A number without a unit is
/// refused, because it could mean minutes or hours. Anything else is an
/// [`crate::exit::DATA`] error of the kind `bad_duration`.
pub fn parse_duration(text: &str) -> Result<i64> {
    let words = normalized(text);
    let seconds = |words: &str| clock_seconds(words).or_else(|| unit_seconds(words));
    words
        .as_deref()
        .and_then(seconds)
        .ok_or_else(|| bad_duration(text, words.as_deref()))
}

fn bad_duration(text: &str, words: Option<&str>) -> Error {
    let is_not = match words.and_then(hours) {
        Some(_) => "a whole number of seconds",
        None => "a length of time",
    };
    bad(ErrorKind::BadDuration, text, is_not).hint(HINT)
}

/// `h:mm` or `h:mm:ss`, any number of hours.
pub(super) fn clock_seconds(text: &str) -> Option<i64> {
    let mut parts = text.split(':');
    let hours: i64 = number(parts.next()?)?;
    let minutes = sixtieth(parts.next()?)?;
    let seconds = parts.next().map_or(Some(0), sixtieth)?;
    if parts.next().is_some() {
        return None;
    }
    hours.checked_mul(3600)?.checked_add(minutes * 60 + seconds)
}

/// `1h30m`, `1 hour 30 min`: numbers, each with its unit; or hours alone, `1.5h`, that are
/// a whole number of seconds.
pub(super) fn unit_seconds(text: &str) -> Option<i64> {
    if let Some((seconds, unit)) = hours(text).filter(|(seconds, unit)| seconds % unit == 0) {
        return i64::try_from(seconds / unit).ok();
    }
    // `1h30`
    if let Some((hours, minutes)) = text.split_once('h')
        && let (Some(hours), Some(minutes)) = (number::<i64>(hours), sixtieth(minutes))
    {
        return hours.checked_mul(3600)?.checked_add(minutes * 60);
    }
    let mut rest = text;
    let mut total: i64 = 0;
    let mut previous_unit = i64::MAX;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let count: i64 = number(&rest[..digits])?;
        rest = rest[digits..].trim_start();
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let unit = unit(&rest[..letters])?;
        rest = rest[letters..].trim_start();
        if unit >= previous_unit {
            return None;
        }
        previous_unit = unit;
        total = total.checked_add(count.checked_mul(unit)?)?;
    }
    (previous_unit != i64::MAX).then_some(total)
}

/// `1.5h`, `0,25 hours`: their seconds, as [`decimal_hours`].
pub(super) fn hours(text: &str) -> Option<(i128, i128)> {
    let (number, word) = text.split_at(text.find(|c: char| c.is_ascii_alphabetic())?);
    unit(word).filter(|unit| *unit == 3600)?;
    decimal_hours(number.trim_end())
}

/// Hours with a point or a comma, `1.5`: the numerator and the denominator of their seconds.
pub(super) fn decimal_hours(text: &str) -> Option<(i128, i128)> {
    let (whole, fraction) = match text.split_once(['.', ',']) {
        Some((_, "")) => return None,
        parts => parts.unwrap_or((text, "")),
    };
    let digits: u32 = fraction.len().try_into().ok().filter(|n| *n <= 18)?;
    let unit = 10_i128.pow(digits);
    let whole: i64 = number(whole)?;
    let fraction: i64 = if digits == 0 { 0 } else { number(fraction)? };
    let hours = i128::from(whole) * unit + i128::from(fraction);
    Some((hours.checked_mul(3600)?, unit))
}

fn unit(word: &str) -> Option<i64> {
    match word {
        "d" | "day" | "days" => Some(86_400),
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(3600),
        "m" | "min" | "mins" | "minute" | "minutes" => Some(60),
        "s" | "sec" | "secs" | "second" | "seconds" => Some(1),
        _ => None,
    }
}

/// Two digits below 60.
fn sixtieth(text: &str) -> Option<i64> {
    number(text).filter(|n| text.len() == 2 && *n < 60)
}

/// For people: `8h`, `1h 30m`, `12h 05m`, `1h 00m 05s`, `45s`; hours are not
/// folded into days. `seconds` is 0 or more.
pub fn show_duration(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes, seconds) {
        (0, 0, s) => format!("{s}s"),
        (0, m, 0) => format!("{m}m"),
        (0, m, s) => format!("{m}m {s:02}s"),
        (h, 0, 0) => format!("{h}h"),
        (h, m, 0) => format!("{h}h {m:02}m"),
        (h, m, s) => format!("{h}h {m:02}m {s:02}s"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accepted() {
        for (text, seconds) in [
            ("8h", 28_800),
            ("90m", 5400),
            ("1h30m", 5400),
            ("1h 30m", 5400),
            ("1h30", 5400),
            ("12H05", 43_500),
            (" 1 Hour 30 MIN ", 5400),
            ("45s", 45),
            ("1d", 86_400),
            ("1d2h3m4s", 93_784),
            ("8:00", 28_800),
            ("0:05:09", 309),
            ("100:00", 360_000),
            ("0m", 0),
            ("1.5h", 5400),
            ("0.25h", 900),
            ("1,5 Hours", 5400),
            ("0.0125h", 45),
            ("1.50000000h", 5400),
        ] {
            assert_eq!(parse_duration(text).unwrap(), seconds, "{text}");
        }
    }

    #[test]
    fn refused() {
        for text in [
            "",
            " ",
            "8",
            "h",
            "-8h",
            "+8h",
            "1.5",
            "1.5m",
            "1.5h30m",
            "1.5h30",
            "1h3",
            "1h60",
            "1h030",
            "h30",
            "1h1.5m",
            ".5h",
            "1.h",
            "1.5.5h",
            "1,5.5h",
            "-1.5h",
            "9223372036854775807.0h",
            "9223372036854775807.000000000000000000h",
            "8h8h",
            "30m1h",
            "8x",
            "8:0",
            "8:60",
            "8:00:60",
            "8:00:00:00",
            ":30",
            "8:",
            "8h 30",
            "٨h",
            "８h",
            "9223372036854775807h",
            "99999999999999999999s",
            "8h\u{202e}",
            "⏱",
            "1h-30m",
        ] {
            let error = parse_duration(text).unwrap_err();
            assert_eq!(error.kind, ErrorKind::BadDuration, "{text}");
            assert!(error.hint.is_some());
        }
        assert!(parse_duration(&"1h ".repeat(1 << 20)).is_err());
        // 0.36 seconds too many
        let error = parse_duration("1.0001h").unwrap_err();
        assert_eq!(
            error.message,
            "\"1.0001h\" is not a whole number of seconds"
        );
    }

    #[test]
    fn shown() {
        for (seconds, text) in [
            (0, "0s"),
            (45, "45s"),
            (300, "5m"),
            (330, "5m 30s"),
            (28_800, "8h"),
            (5400, "1h 30m"),
            (43_500, "12h 05m"),
            (3605, "1h 00m 05s"),
            (367_384, "102h 03m 04s"),
        ] {
            assert_eq!(show_duration(seconds), text);
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed(seconds in 0..i64::MAX) {
            prop_assert_eq!(parse_duration(&show_duration(seconds)).unwrap(), seconds);
        }

        #[test]
        fn never_panics(text in any::<String>()) {
            let _ = parse_duration(&text);
        }
    }
}

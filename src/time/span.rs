//! From when to when, as typed: a start, an end, a length.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::{Typed, When, show_duration};
use crate::error::{Error, ErrorKind, Result};

/// What a person gave of a span of time.
#[derive(Debug, Clone, Copy, Default)]
pub struct TypedSpan<'a> {
    pub start: Option<&'a When>,
    pub end: Option<&'a When>,
    /// In seconds.
    pub length: Option<i64>,
}

impl TypedSpan<'_> {
    pub fn is_empty(&self) -> bool {
        self.start.is_none() && self.end.is_none() && self.length.is_none()
    }

    /// The start and the end of new time: two of the three, or a length alone, which ends
    /// now.
    pub fn resolve(&self, now: DateTime<Utc>, zone: Tz) -> Result<(Typed, Typed)> {
        match (self.start, self.end, self.length) {
            (Some(start), Some(end), None) => {
                let start = start.typed(now, zone)?;
                Ok((start, end.typed_as_end(start.at, now, zone)?))
            }
            (Some(start), None, Some(length)) => {
                let start = start.typed(now, zone)?;
                Ok((start, moved(start, length)?))
            }
            (None, Some(end), Some(length)) => {
                let end = end.typed(now, zone)?;
                Ok((moved(end, -length)?, end))
            }
            (None, None, Some(length)) => {
                let end = Typed {
                    at: now,
                    to_minute: false,
                };
                Ok((moved(end, -length)?, end))
            }
            (Some(_), Some(_), Some(_)) => Err(too_much()),
            (_, _, None) => Err(Error::usage("an entry needs a start and an end").hint(
                "give --start and --end; --for with one of them; or --for alone, to end now",
            )),
        }
    }

    /// The new start and the new end of an entry; None stays as it is. A bare time of day is
    /// on the day of the entry. A length alone moves the end.
    pub fn correct(
        &self,
        (start, end): (DateTime<Utc>, Option<DateTime<Utc>>),
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<(Option<Typed>, Option<Typed>)> {
        let new_start = self
            .start
            .map(|when| when.typed_on_day_of(start, now, zone))
            .transpose()?;
        let from = new_start.unwrap_or(Typed {
            at: start,
            to_minute: false,
        });
        match (self.end, self.length) {
            (None, None) => Ok((new_start, None)),
            (Some(when), None) => Ok((new_start, Some(when.typed_as_end(from.at, now, zone)?))),
            (None, Some(length)) => Ok((new_start, Some(moved(from, length)?))),
            (Some(_), Some(_)) if new_start.is_some() => Err(too_much()),
            (Some(when), Some(length)) => {
                let day = end.unwrap_or(start);
                let end = when.typed_on_day_of(day, now, zone)?;
                Ok((Some(moved(end, -length)?), Some(end)))
            }
        }
    }
}

fn too_much() -> Error {
    Error::usage("--for, --start and --end were all given").hint("leave one of them out")
}

/// So many seconds later.
fn moved(typed: Typed, seconds: i64) -> Result<Typed> {
    let at = TimeDelta::try_seconds(seconds).and_then(|by| typed.at.checked_add_signed(by));
    let at = at.ok_or_else(|| {
        let length = show_duration(seconds.saturating_abs());
        Error::new(
            ErrorKind::BadDuration,
            format!("{length} is longer than the calendar"),
        )
        .hint("give a shorter length: --for 2h")
    })?;
    Ok(Typed {
        at,
        to_minute: typed.to_minute && seconds % 60 == 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERLIN: Tz = Tz::Europe__Berlin;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// A Sunday, 11:00:30 in Berlin.
    fn now() -> DateTime<Utc> {
        utc("2026-11-29T10:00:30Z")
    }

    type Given<'a> = (Option<&'a str>, Option<&'a str>, Option<i64>);

    fn with<R>((start, end, length): Given<'_>, work: impl FnOnce(TypedSpan<'_>) -> R) -> R {
        let when = |text: Option<&str>| text.map(|text| text.parse::<When>().unwrap());
        let (start, end) = (when(start), when(end));
        work(TypedSpan {
            start: start.as_ref(),
            end: end.as_ref(),
            length,
        })
    }

    #[test]
    fn new_time() {
        for (given, start, end, to_minute) in [
            // two hours, not 74
            (
                (Some("thu 8:00"), Some("10:00"), None),
                "2026-11-26T07:00:00Z",
                "2026-11-26T09:00:00Z",
                true,
            ),
            (
                (Some("fri 22:00"), Some("6:00"), None),
                "2026-11-27T21:00:00Z",
                "2026-11-28T05:00:00Z",
                true,
            ),
            (
                (Some("9:00"), None, Some(5400)),
                "2026-11-29T08:00:00Z",
                "2026-11-29T09:30:00Z",
                true,
            ),
            (
                (None, Some("fri noon"), Some(3661)),
                "2026-11-27T09:58:59Z",
                "2026-11-27T11:00:00Z",
                false,
            ),
            (
                (None, None, Some(7200)),
                "2026-11-29T08:00:30Z",
                "2026-11-29T10:00:30Z",
                false,
            ),
        ] {
            let (from, to) = with(given, |span| span.resolve(now(), BERLIN)).unwrap();
            assert_eq!((from.at, to.at), (utc(start), utc(end)), "{given:?}");
            assert_eq!(from.to_minute && to.to_minute, to_minute, "{given:?}");
        }
        for given in [
            (Some("9:00"), None, None),
            (None, Some("9:00"), None),
            (None, None, None),
            (Some("8:00"), Some("9:00"), Some(3600)),
        ] {
            let error = with(given, |span| span.resolve(now(), BERLIN)).unwrap_err();
            assert_eq!(error.code(), crate::exit::USAGE, "{given:?}");
        }
        let endless = with((Some("9:00"), None, Some(i64::MAX)), |span| {
            span.resolve(now(), BERLIN)
        });
        assert_eq!(endless.unwrap_err().kind, ErrorKind::BadDuration);
    }

    #[test]
    fn corrections_stay_on_the_day_of_the_entry() {
        // Tuesday, 08:00:12 to 10:00:53 in Berlin
        let entry = (
            utc("2026-11-24T07:00:12Z"),
            Some(utc("2026-11-24T09:00:53Z")),
        );
        for (given, start, end) in [
            ((None, None, None), None, None),
            (
                (Some("8:30"), None, None),
                Some("2026-11-24T07:30:00Z"),
                None,
            ),
            (
                (None, Some("11:00"), None),
                None,
                Some("2026-11-24T10:00:00Z"),
            ),
            (
                (None, Some("2:00"), None),
                None,
                Some("2026-11-25T01:00:00Z"),
            ),
            (
                (Some("yesterday 8:00"), Some("9:00"), None),
                Some("2026-11-28T07:00:00Z"),
                Some("2026-11-28T08:00:00Z"),
            ),
            ((None, None, Some(3600)), None, Some("2026-11-24T08:00:12Z")),
            (
                (Some("9:00"), None, Some(3600)),
                Some("2026-11-24T08:00:00Z"),
                Some("2026-11-24T09:00:00Z"),
            ),
            (
                (None, Some("9:00"), Some(3600)),
                Some("2026-11-24T07:00:00Z"),
                Some("2026-11-24T08:00:00Z"),
            ),
        ] {
            let (from, to) = with(given, |span| span.correct(entry, now(), BERLIN)).unwrap();
            let at = |typed: Option<Typed>| typed.map(|typed| typed.at);
            assert_eq!(
                (at(from), at(to)),
                (start.map(utc), end.map(utc)),
                "{given:?}"
            );
        }
    }
}

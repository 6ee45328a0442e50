//! The period that two days name.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::error::{Error, Result};
use crate::time;

/// From (inclusive) and to (exclusive), where given.
pub type Period = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);

/// The instants at which the day `from` begins and the day `to` ends.
pub fn period(
    from: Option<&str>,
    to: Option<&str>,
    now: DateTime<Utc>,
    zone: Tz,
) -> Result<Period> {
    let from = from
        .map(|text| time::parse_date(text, now, zone))
        .transpose()?;
    let to = to
        .map(|text| time::parse_date(text, now, zone))
        .transpose()?;
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(Error::usage(format!(
            "the period ends ({to}) before it begins ({from})"
        )));
    }
    let after = to.and_then(|day| day.succ_opt());
    Ok((
        from.map(|day| time::day_start(day, zone)),
        after.map(|day| time::day_start(day, zone)),
    ))
}

//! The options that select a period.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use clap::Args;

use super::complete;
use crate::cli::app::App;
use crate::error::Result;
use crate::rows::EntryRow;
use crate::time::{self, DayRange, Period};

/// Selects time by the day on which it started.
#[derive(Debug, Args)]
pub struct PeriodArgs {
    /// Only time that started in it: wl help periods
    ///
    /// Such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15.
    #[arg(short, long, value_name = "PERIOD", conflicts_with_all = ["from", "to"], add = complete::periods())]
    period: Option<Period>,
    /// Only time that started on the first day of this period or later
    #[arg(long, value_name = "PERIOD", hide_short_help = true, add = complete::periods())]
    from: Option<Period>,
    /// Only time that started on the last day of this period or earlier
    #[arg(long, value_name = "PERIOD", hide_short_help = true, add = complete::periods())]
    to: Option<Period>,
}

impl PeriodArgs {
    pub fn is_given(&self) -> bool {
        self.period.is_some() || self.from.is_some() || self.to.is_some()
    }

    /// The days, at `now` in `zone`.
    pub fn days(&self, now: DateTime<Utc>, zone: Tz) -> Result<DayRange> {
        DayRange::resolve(
            self.period.as_ref(),
            self.from.as_ref(),
            self.to.as_ref(),
            now,
            zone,
        )
    }
}

/// That there is no time in these days, perhaps ` of tom`.
pub fn no_time(whose: &str, days: &DayRange) -> String {
    match (days.first, days.last) {
        (None, None) => format!("No time{whose}."),
        (Some(first), Some(last)) if first == last => {
            format!("No time{whose} on {}.", time::show_day(first))
        }
        (Some(_), Some(_)) => format!("No time{whose} in the period {days}."),
        _ => format!("No time{whose} {days}."),
    }
}

/// How many entries that cross an edge are named.
const NAMED: usize = 10;

/// Names the entries that cross an edge of a period that begins at `from`, so that no one
/// looks for their hours in the other period.
pub fn say_crossing(app: &App, crossing: &[EntryRow], from: Option<DateTime<Utc>>) {
    let zone = app.style.zone;
    for row in crossing.iter().take(NAMED) {
        let entry = format!(
            "entry {} of {} on {}/{}, {} h",
            row.id,
            row.user,
            row.work_order,
            row.line_item,
            row.hours.as_deref().unwrap_or_default(),
        );
        let end = row.end_ts.unwrap_or(row.start_ts);
        app.say(match from {
            Some(from) if row.start_ts < from => format!(
                "Not in the period: {entry}, which started before it, at {}.",
                time::show(row.start_ts, zone)
            ),
            _ => format!(
                "In the period as a whole: {entry}, which goes on until {}.",
                time::show(end, zone)
            ),
        });
    }
    if crossing.len() > NAMED {
        app.say(format!("… and {} more.", crossing.len() - NAMED));
    }
}

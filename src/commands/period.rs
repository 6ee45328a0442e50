//! The options that select a period.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use clap::Args;

use super::complete;
use crate::error::Result;
use crate::time::{DayRange, Period};

/// Selects time by the day on which it started.
#[derive(Debug, Args)]
pub struct PeriodArgs {
    /// Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d
    /// or 2026-07-01..2026-07-15
    #[arg(short, long, value_name = "PERIOD", conflicts_with_all = ["from", "to"], add = complete::periods())]
    period: Option<Period>,
    /// Only time that started on the first day of this period or later
    #[arg(long, value_name = "PERIOD", add = complete::periods())]
    from: Option<Period>,
    /// Only time that started on the last day of this period or earlier
    #[arg(long, value_name = "PERIOD", add = complete::periods())]
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

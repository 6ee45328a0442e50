//! `wl report hours`: totals of time that are the same however it is grouped.
//!
//! Only what lies inside the period counts. A piece of an entry is the whole
//! seconds from the entry's start to the piece's end, less those to the
//! piece's start: the pieces of an entry always make its `duration_seconds`.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};
use chrono_tz::Tz;
use clap::ValueEnum;
use diesel::prelude::*;

use crate::db::copy::{self, Field};
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::schema::wl::{users, work_orders};
use crate::time;

/// How to group the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GroupBy {
    Technician,
    Order,
    Day,
    /// ISO weeks, from Monday to Sunday
    Week,
}

/// Which time counts.
#[derive(Debug, Clone, Default)]
pub struct Period {
    pub from: Option<DateTime<Utc>>,
    pub to: Option<DateTime<Utc>>,
    pub user: Option<i64>,
}

/// Whole seconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    pub approved: i64,
    pub open: i64,
}

#[derive(Debug)]
pub struct Group {
    /// A login, the number of an order, `2026-03-01` or `2026-W09`.
    pub name: String,
    /// The full name, or the order's title.
    pub title: Option<String>,
    pub sum: Sum,
}

#[derive(Debug, Default)]
pub struct Hours {
    /// By login, by order as they were made, or by time.
    pub groups: Vec<Group>,
    /// Entries that count in more than one group.
    pub split: i64,
    /// Entries that cross the edge of the period and count in part.
    pub cut: i64,
    /// Running timers that began before the end of the period; they don't count.
    pub running: Vec<RunningTimer>,
}

#[derive(Debug)]
pub struct RunningTimer {
    pub entry: i64,
    pub user: String,
}

/// Adds up the time of a period by technician, order, day or week.
pub fn hours(tx: &mut Tx<'_>, by: GroupBy, period: &Period, zone: Tz) -> Result<Hours> {
    let mut sums: BTreeMap<i64, Sum> = BTreeMap::new();
    let mut running: Vec<(i64, i64)> = Vec::new();
    let mut calendar = Calendar {
        zone,
        by,
        spans: BTreeMap::new(),
    };
    let mut hours = Hours::default();
    let sql = query(tx, period)?;
    copy::each(tx.conn, &sql, |[id, user, order, start, end, locked]| {
        let Some(end) = end.optional(Field::micros)? else {
            running.push((id.i64()?, user.i64()?));
            return Ok(());
        };
        let start = start.micros()?;
        let inside_from = period
            .from
            .map_or(start, |from| start.max(from.timestamp_micros()));
        let inside_to = period.to.map_or(end, |to| end.min(to.timestamp_micros()));
        if inside_to <= inside_from {
            return Ok(());
        }
        hours.cut += i64::from((inside_from, inside_to) != (start, end));
        let locked = locked.bool();
        let mut add = |group: i64, from: i64, to: i64| {
            let sum = sums.entry(group).or_default();
            let seconds = (to - start) / 1_000_000 - (from - start) / 1_000_000;
            match locked {
                true => sum.approved += seconds,
                false => sum.open += seconds,
            }
        };
        match by {
            GroupBy::Technician => add(user.i64()?, inside_from, inside_to),
            GroupBy::Order => add(order.i64()?, inside_from, inside_to),
            GroupBy::Day | GroupBy::Week => {
                let mut from = inside_from;
                let mut pieces = 0;
                while from < inside_to {
                    let span = calendar.span(from)?;
                    let to = inside_to.min(span.end);
                    add(span.day.num_days_from_ce().into(), from, to);
                    from = to;
                    pieces += 1;
                }
                hours.split += i64::from(pieces > 1);
            }
        }
        Ok(())
    })?;
    let logins: HashMap<i64, (String, String)> = users::table
        .select((users::id, (users::db_role, users::full_name)))
        .load(tx.conn)?
        .into_iter()
        .collect();
    let login = |id: i64| logins.get(&id).cloned().unwrap_or_default();
    running.sort_unstable();
    hours.running = running
        .into_iter()
        .map(|(entry, user)| RunningTimer {
            entry,
            user: login(user).0,
        })
        .collect();
    let day = |key: i64| {
        let number = i32::try_from(key).ok();
        number
            .and_then(NaiveDate::from_num_days_from_ce_opt)
            .unwrap_or_default()
    };
    let orders = match by {
        GroupBy::Order => order_names(tx, sums.keys().copied().collect())?,
        _ => HashMap::new(),
    };
    hours.groups = sums
        .into_iter()
        .map(|(key, sum)| {
            let (name, title) = match by {
                GroupBy::Technician => login(key),
                GroupBy::Order => orders.get(&key).cloned().unwrap_or_default(),
                GroupBy::Day => (day(key).to_string(), String::new()),
                GroupBy::Week => {
                    let week = day(key).iso_week();
                    let name = format!("{:04}-W{:02}", week.year(), week.week());
                    (name, String::new())
                }
            };
            Group {
                name,
                title: Some(title).filter(|title| !title.is_empty()),
                sum,
            }
        })
        .collect();
    if by == GroupBy::Technician {
        hours.groups.sort_by(|a, b| a.name.cmp(&b.name));
    }
    Ok(hours)
}

/// Entries that start inside the period and, of each user, the one that may
/// reach into it: a user's entries don't overlap, so it is the last before.
fn query(tx: &mut Tx<'_>, period: &Period) -> Result<String> {
    let mut of_user = String::new();
    if let Some(user) = period.user {
        copy::set(tx.conn, "wl.user", &user.to_string())?;
        of_user = " AND e.user_id = current_setting('wl.user')::bigint".to_owned();
    }
    let mut before_end = String::new();
    if let Some(to) = period.to {
        copy::set(tx.conn, "wl.to", &to.to_rfc3339())?;
        before_end = " AND e.start_ts < current_setting('wl.to')::timestamptz".to_owned();
    }
    const COLUMNS: &str =
        "e.id, e.user_id, e.work_order_id, e.start_ts, e.end_ts, e.status = 'LOCKED' AS locked";
    let all = format!(
        "SELECT {COLUMNS} FROM wl.time_entries e WHERE e.deleted_at IS NULL{of_user}{before_end}"
    );
    let Some(from) = period.from else {
        return Ok(all);
    };
    copy::set(tx.conn, "wl.from", &from.to_rfc3339())?;
    Ok(format!(
        "{all} AND e.start_ts >= current_setting('wl.from')::timestamptz
         UNION ALL
         SELECT {COLUMNS} FROM wl.users u
         CROSS JOIN LATERAL (SELECT e.id, e.user_id, e.work_order_id, e.start_ts, e.end_ts, e.status FROM wl.time_entries e
            WHERE e.user_id = u.id AND e.deleted_at IS NULL{of_user}
              AND e.start_ts < current_setting('wl.from')::timestamptz
              AND e.end_ts IS DISTINCT FROM e.start_ts
            ORDER BY e.start_ts DESC LIMIT 1) e
         WHERE e.end_ts IS NULL OR e.end_ts > current_setting('wl.from')::timestamptz"
    ))
}

fn order_names(tx: &mut Tx<'_>, ids: Vec<i64>) -> Result<HashMap<i64, (String, String)>> {
    Ok(work_orders::table
        .filter(work_orders::id.eq_any(ids))
        .select((work_orders::id, (work_orders::number, work_orders::title)))
        .load(tx.conn)?
        .into_iter()
        .collect())
}

/// The days or weeks of a zone. Its table is asked once for each that has time.
struct Calendar {
    zone: Tz,
    by: GroupBy,
    /// By their start.
    spans: BTreeMap<i64, Span>,
}

/// A day or a week: its first day, and where it ends in microseconds.
#[derive(Clone, Copy)]
struct Span {
    day: NaiveDate,
    end: i64,
}

impl Calendar {
    /// The one that an instant, in microseconds, is in.
    fn span(&mut self, at: i64) -> Result<Span> {
        let known = self.spans.range(..=at).next_back();
        if let Some((_, span)) = known.filter(|(_, span)| at < span.end) {
            return Ok(*span);
        }
        let instant = DateTime::from_timestamp_micros(at).ok_or_else(no_day)?;
        let mut day = instant.with_timezone(&self.zone).date_naive();
        if self.by == GroupBy::Week {
            day = day.week(Weekday::Mon).first_day();
        }
        let length = Days::new(if self.by == GroupBy::Week { 7 } else { 1 });
        loop {
            let next = day.checked_add_days(length).ok_or_else(no_day)?;
            let end = time::day_start(next, self.zone).timestamp_micros();
            // clocks that go back over midnight show yesterday's date again
            if at < end {
                let span = Span { day, end };
                let start = time::day_start(day, self.zone).timestamp_micros();
                self.spans.insert(start, span);
                return Ok(span);
            }
            day = next;
        }
    }
}

fn no_day() -> Error {
    Error::data("the database holds a time that is on no day")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_instant_is_in_one_day() -> Result<()> {
        for (zone, from, hours) in [
            (Tz::Europe__Berlin, "2026-03-28T00:00:00Z", 96),
            (Tz::Europe__Berlin, "2026-10-24T00:00:00Z", 96),
            (Tz::Australia__Lord_Howe, "2026-04-04T00:00:00Z", 96),
            (Tz::America__Havana, "2026-10-31T00:00:00Z", 96),
            // the clocks went from 00:01 back to 23:01 of the day before
            (Tz::America__St_Johns, "2010-11-06T00:00:00Z", 96),
            // a day that never was
            (Tz::Pacific__Apia, "2011-12-29T00:00:00Z", 96),
        ] {
            let from: DateTime<Utc> = from.parse().map_err(|_| no_day())?;
            for by in [GroupBy::Day, GroupBy::Week] {
                let calendar = || Calendar {
                    zone,
                    by,
                    spans: BTreeMap::new(),
                };
                let mut known = calendar();
                let mut last = NaiveDate::MIN;
                for minute in 0..hours * 60 {
                    let at = (from + chrono::TimeDelta::minutes(minute)).timestamp_micros();
                    let span = known.span(at)?;
                    assert!(at < span.end && span.day >= last, "{zone} {by:?} {minute}");
                    assert_eq!(calendar().span(at)?.day, span.day, "{zone} {by:?} {minute}");
                    last = span.day;
                }
            }
        }
        Ok(())
    }
}

//! `wl report hours`: totals of time that are the same however it is grouped.
//!
//! Only time inside the period counts. The seconds of a piece of an entry are the
//! whole seconds from the entry's start to the piece's end, minus those to the piece's
//! start. So the pieces of an entry always add up to its `duration_seconds`.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};
use chrono_tz::Tz;
use clap::ValueEnum;
use diesel::prelude::*;

use crate::db::copy::{self, Field};
use crate::error::Result;
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

/// What the entries of a period add up to.
#[derive(Default)]
struct Tally {
    /// By user, by order, or by day: the first day of a week.
    sums: BTreeMap<i64, Sum>,
    split: i64,
    cut: i64,
    /// Entry and user.
    running: Vec<(i64, i64)>,
}

/// Adds up the time of a period by technician, order, day or week.
pub fn hours(tx: &mut Tx<'_>, by: GroupBy, period: &Period, zone: Tz) -> Result<Hours> {
    let tally = add_up(tx, by, period, zone)?;
    let logins: Names = users::table
        .select((users::id, (users::db_role, users::full_name)))
        .load(tx.conn)?
        .into_iter()
        .collect();
    Ok(Hours {
        running: running_timers(tally.running, &logins),
        groups: groups(tx, by, tally.sums, &logins)?,
        split: tally.split,
        cut: tally.cut,
    })
}

fn add_up(tx: &mut Tx<'_>, by: GroupBy, period: &Period, zone: Tz) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut calendar = Calendar {
        zone,
        by,
        spans: BTreeMap::new(),
    };
    let sql = query(tx, period)?;
    copy::each(tx.conn, &sql, |[id, user, order, start, end, locked]| {
        let Some(end) = end.optional(Field::micros)? else {
            tally.running.push((id.i64()?, user.i64()?));
            return Ok(());
        };
        let start = start.micros()?;
        let (from, to) = period.part_of(start, end);
        if to <= from {
            return Ok(());
        }
        tally.cut += i64::from((from, to) != (start, end));
        let locked = locked.bool();
        match by {
            GroupBy::Technician => tally.add(user.i64()?, locked, seconds(start, from, to)),
            GroupBy::Order => tally.add(order.i64()?, locked, seconds(start, from, to)),
            GroupBy::Day | GroupBy::Week => {
                let (mut piece, mut pieces) = (from, 0);
                while piece < to {
                    let span = calendar.span(piece)?;
                    let end = to.min(span.end);
                    let day = span.day.num_days_from_ce().into();
                    tally.add(day, locked, seconds(start, piece, end));
                    (piece, pieces) = (end, pieces + 1);
                }
                tally.split += i64::from(pieces > 1);
            }
        }
        Ok(())
    })?;
    Ok(tally)
}

/// The seconds from `from` to `to`, in microseconds, of an entry that starts at `start`.
fn seconds(start: i64, from: i64, to: i64) -> i64 {
    (to - start) / 1_000_000 - (from - start) / 1_000_000
}

impl Period {
    /// The part of an entry inside the period; empty where there is none.
    fn part_of(&self, start: i64, end: i64) -> (i64, i64) {
        let from = self.from.map(|from| from.timestamp_micros());
        let to = self.to.map(|to| to.timestamp_micros());
        (
            from.map_or(start, |from| from.max(start)),
            to.map_or(end, |to| to.min(end)),
        )
    }
}

impl Tally {
    fn add(&mut self, group: i64, locked: bool, seconds: i64) {
        let sum = self.sums.entry(group).or_default();
        match locked {
            true => sum.approved += seconds,
            false => sum.open += seconds,
        }
    }
}

/// Name and title by id.
type Names = HashMap<i64, (String, String)>;

fn running_timers(mut running: Vec<(i64, i64)>, logins: &Names) -> Vec<RunningTimer> {
    running.sort_unstable();
    let login = |user| logins.get(&user).cloned().unwrap_or_default().0;
    running
        .into_iter()
        .map(|(entry, user)| RunningTimer {
            entry,
            user: login(user),
        })
        .collect()
}

fn groups(
    tx: &mut Tx<'_>,
    by: GroupBy,
    sums: BTreeMap<i64, Sum>,
    logins: &Names,
) -> Result<Vec<Group>> {
    let orders = match by {
        GroupBy::Order => order_names(tx, sums.keys().copied().collect())?,
        _ => Names::new(),
    };
    let name_and_title = |key: i64| match by {
        GroupBy::Technician => logins.get(&key).cloned().unwrap_or_default(),
        GroupBy::Order => orders.get(&key).cloned().unwrap_or_default(),
        GroupBy::Day => (day(key).to_string(), String::new()),
        GroupBy::Week => {
            let week = day(key).iso_week();
            let name = format!("{:04}-W{:02}", week.year(), week.week());
            (name, String::new())
        }
    };
    let mut groups: Vec<Group> = sums
        .into_iter()
        .map(|(key, sum)| {
            let (name, title) = name_and_title(key);
            Group {
                name,
                title: Some(title).filter(|title| !title.is_empty()),
                sum,
            }
        })
        .collect();
    if by == GroupBy::Technician {
        groups.sort_by(|a, b| a.name.cmp(&b.name));
    }
    Ok(groups)
}

fn day(number: i64) -> NaiveDate {
    i32::try_from(number)
        .ok()
        .and_then(NaiveDate::from_num_days_from_ce_opt)
        .unwrap_or_default()
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

fn order_names(tx: &mut Tx<'_>, ids: Vec<i64>) -> Result<Names> {
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
        let instant = DateTime::from_timestamp_micros(at).ok_or_else(time::out_of_range)?;
        let mut day = instant.with_timezone(&self.zone).date_naive();
        if self.by == GroupBy::Week {
            day = day.week(Weekday::Mon).first_day();
        }
        let length = Days::new(if self.by == GroupBy::Week { 7 } else { 1 });
        loop {
            let next = day
                .checked_add_days(length)
                .ok_or_else(time::out_of_range)?;
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
            let from: DateTime<Utc> = from.parse().map_err(|_| time::out_of_range())?;
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

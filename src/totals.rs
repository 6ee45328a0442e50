//! `wl report hours`: totals of time that are the same however it is grouped.
//!
//! An entry counts in the period, and on the day, in which it started. With `split`, only
//! time inside the period counts, and work past midnight counts on each of its days: the
//! seconds of a piece of an entry are the whole seconds from the entry's start to the
//! piece's end, minus those to the piece's start. So the pieces of an entry always add up
//! to its `duration_seconds`.

mod calendar;
pub mod review;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use clap::ValueEnum;
use diesel::prelude::*;

use self::calendar::Calendar;
use crate::db::copy::{self, Field};
use crate::error::Result;
use crate::ledger::Tx;
use crate::rows::{self, EntryFilter, EntryRow};
use crate::schema::wl::{line_items, users, work_orders};
use crate::text;

/// How to group the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GroupBy {
    Technician,
    Order,
    /// Line items
    Line,
    /// By the full name, ignoring case
    Customer,
    Day,
    /// ISO weeks, from Monday to Sunday
    Week,
    Month,
}

/// Spans of the calendar: the columns of a pivot, or groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Unit {
    Day,
    /// ISO weeks, from Monday to Sunday
    Week,
    #[value(skip)]
    Month,
}

impl GroupBy {
    /// None: it does not group by time.
    pub fn unit(self) -> Option<Unit> {
        match self {
            Self::Day => Some(Unit::Day),
            Self::Week => Some(Unit::Week),
            Self::Month => Some(Unit::Month),
            Self::Technician | Self::Order | Self::Line | Self::Customer => None,
        }
    }
}

/// Which time counts, and how.
#[derive(Debug, Clone)]
pub struct Question {
    pub by: GroupBy,
    /// Also by day or week, each a column; not where `by` is one.
    pub across: Option<Unit>,
    pub from: Option<DateTime<Utc>>,
    pub to: Option<DateTime<Utc>>,
    pub user: Option<i64>,
    /// Only on these orders.
    pub orders: Option<Vec<i64>>,
    pub split: bool,
}

/// Whole seconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    pub approved: i64,
    pub open: i64,
}

impl Sum {
    pub fn seconds(self) -> i64 {
        self.approved + self.open
    }

    fn add(&mut self, locked: bool, seconds: i64) {
        match locked {
            true => self.approved += seconds,
            false => self.open += seconds,
        }
    }
}

impl std::ops::AddAssign for Sum {
    fn add_assign(&mut self, other: Self) {
        self.approved += other.approved;
        self.open += other.open;
    }
}

#[derive(Debug)]
pub struct Group {
    /// A login, an order, a line item, a customer, `2026-03-01`, `2026-W09` or `2026-03`.
    pub name: String,
    /// The full name, the order's title, or the line item's description.
    pub title: Option<String>,
    pub sum: Sum,
    /// One for each of [`Hours::columns`].
    pub cells: Vec<Sum>,
}

#[derive(Debug, Default)]
pub struct Hours {
    /// By name, by order as they were made, or by time.
    pub groups: Vec<Group>,
    /// The days or weeks of a pivot that have time.
    pub columns: Vec<String>,
    /// Entries that count in more than one day or week.
    pub split: i64,
    /// Entries that cross the edge of the period and count in part.
    pub cut: i64,
    /// The total by start, minus this total: not zero only where entries are cut.
    pub difference: Sum,
    /// Entries that cross an edge of the period and are not cut.
    pub crossing: Vec<EntryRow>,
    /// Running timers that began in the period, or before its end if time is split; they
    /// don't count.
    pub running: Vec<RunningTimer>,
}

impl Hours {
    pub fn total(&self) -> Sum {
        let mut total = Sum::default();
        for group in &self.groups {
            total += group.sum;
        }
        total
    }

    /// The sum of a column, by its place in [`Hours::columns`].
    pub fn column_sum(&self, place: usize) -> Sum {
        let mut sum = Sum::default();
        for cell in self
            .groups
            .iter()
            .filter_map(|group| group.cells.get(place))
        {
            sum += *cell;
        }
        sum
    }
}

#[derive(Debug)]
pub struct RunningTimer {
    pub entry: i64,
    pub user: String,
}

/// So many days or weeks of a period have a column even without time: a month.
const MOST_SPANS: usize = 31;

/// What the entries of a period add up to.
#[derive(Default)]
struct Tally {
    /// By group and column. A group is a user, an order, a line item or the first day of a
    /// span; a column is the first day of a span, or 0.
    sums: BTreeMap<(i64, i64), Sum>,
    split: i64,
    cut: i64,
    difference: Sum,
    /// Entry and user.
    running: Vec<(i64, i64)>,
}

/// Adds up the time of a period.
pub fn hours(tx: &mut Tx<'_>, question: &Question, zone: Tz) -> Result<Hours> {
    let tally = add_up(tx, question, zone)?;
    let logins: Names = users::table
        .select((users::id, (users::db_role, users::full_name)))
        .load(tx.conn)?
        .into_iter()
        .collect();
    let mut columns: BTreeSet<i64> = tally.sums.keys().map(|(_, column)| *column).collect();
    if let Some(unit) = question.across {
        columns.extend(question.spans(tx.now, Calendar::new(zone, unit))?);
    }
    let columns: Vec<i64> = columns.into_iter().collect();
    Ok(Hours {
        running: running_timers(tally.running, &logins),
        groups: groups(tx, question, &tally.sums, &columns, &logins)?,
        columns: match question.across {
            Some(unit) => columns.iter().map(|day| unit.name(*day)).collect(),
            None => Vec::new(),
        },
        split: tally.split,
        cut: tally.cut,
        difference: tally.difference,
        crossing: match question.split {
            true => Vec::new(),
            false => rows::crossing(tx, &question.filter())?,
        },
    })
}

fn add_up(tx: &mut Tx<'_>, question: &Question, zone: Tz) -> Result<Tally> {
    let mut tally = Tally::default();
    let unit = question.across.or(question.by.unit());
    let mut calendar = unit.map(|unit| Calendar::new(zone, unit));
    copy::each(
        tx.conn,
        &query(question),
        |[id, user, order, line, start, end, locked]| {
            let Some(end) = end.optional(Field::micros)? else {
                tally.running.push((id.i64()?, user.i64()?));
                return Ok(());
            };
            let (start, locked) = (start.micros()?, locked.bool());
            let group = match question.by {
                GroupBy::Technician => user.i64()?,
                GroupBy::Order | GroupBy::Customer => order.i64()?,
                GroupBy::Line => line.i64()?,
                GroupBy::Day | GroupBy::Week | GroupBy::Month => 0,
            };
            let key = |day: i64| match question.across {
                None if unit.is_some() => (day, 0),
                _ => (group, day),
            };
            if !question.split {
                let day = match &mut calendar {
                    Some(calendar) => calendar.span(start)?.day_number(),
                    None => 0,
                };
                let sum = tally.sums.entry(key(day)).or_default();
                sum.add(locked, seconds(start, start, end));
                return Ok(());
            }
            let (from, to) = question.part_of(start, end);
            if question.starts(start) {
                tally.difference.add(locked, seconds(start, start, end));
            }
            if to <= from {
                return Ok(());
            }
            tally.difference.add(locked, -seconds(start, from, to));
            tally.cut += i64::from((from, to) != (start, end));
            let (mut piece, mut pieces) = (from, 0);
            while piece < to {
                let (day, end) = match &mut calendar {
                    Some(calendar) => {
                        let span = calendar.span(piece)?;
                        (span.day_number(), to.min(span.end))
                    }
                    None => (0, to),
                };
                let sum = tally.sums.entry(key(day)).or_default();
                sum.add(locked, seconds(start, piece, end));
                (piece, pieces) = (end, pieces + 1);
            }
            tally.split += i64::from(pieces > 1);
            Ok(())
        },
    )?;
    Ok(tally)
}

/// The seconds from `from` to `to`, in microseconds, of an entry that starts at `start`.
fn seconds(start: i64, from: i64, to: i64) -> i64 {
    (to - start) / 1_000_000 - (from - start) / 1_000_000
}

impl Question {
    /// The part of an entry inside the period; empty where there is none.
    fn part_of(&self, start: i64, end: i64) -> (i64, i64) {
        let from = self.from.map(|from| from.timestamp_micros());
        let to = self.to.map(|to| to.timestamp_micros());
        (
            from.map_or(start, |from| from.max(start)),
            to.map_or(end, |to| to.min(end)),
        )
    }

    /// Whether an entry with this start belongs to the period.
    fn starts(&self, start: i64) -> bool {
        self.from
            .is_none_or(|from| from.timestamp_micros() <= start)
            && self.to.is_none_or(|to| start < to.timestamp_micros())
    }

    /// The days or weeks of the period up to `now`; none of a long one, or of one without
    /// a first or a last day.
    fn spans(&self, now: DateTime<Utc>, mut calendar: Calendar) -> Result<Vec<i64>> {
        let mut days = Vec::new();
        let (Some(from), Some(to)) = (self.from, self.to) else {
            return Ok(days);
        };
        let (mut at, end) = (from.timestamp_micros(), to.min(now).timestamp_micros());
        while at < end {
            if days.len() == MOST_SPANS {
                return Ok(Vec::new());
            }
            let span = calendar.span(at)?;
            days.push(span.day_number());
            at = span.end;
        }
        Ok(days)
    }

    fn filter(&self) -> EntryFilter {
        EntryFilter {
            from: self.from,
            to: self.to,
            user: self.user,
            orders: self.orders.clone(),
            ..EntryFilter::default()
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
    question: &Question,
    sums: &BTreeMap<(i64, i64), Sum>,
    columns: &[i64],
    logins: &Names,
) -> Result<Vec<Group>> {
    let mut ids: Vec<i64> = sums.keys().map(|(group, _)| *group).collect();
    ids.dedup();
    let cells = question.across.map_or(0, |_| columns.len());
    let mut groups: Vec<Group> = Vec::new();
    // a customer has several orders
    let mut customers: HashMap<String, usize> = HashMap::new();
    for (id, (name, title)) in named(tx, question.by, ids, logins)? {
        let next = groups.len();
        let place = match question.by {
            GroupBy::Customer => *customers.entry(text::name_key(&name)).or_insert(next),
            _ => next,
        };
        if place == next {
            groups.push(Group {
                name,
                title: Some(title).filter(|title| !title.is_empty()),
                sum: Sum::default(),
                cells: vec![Sum::default(); cells],
            });
        }
        let group = &mut groups[place];
        for ((_, column), sum) in sums.range((id, i64::MIN)..=(id, i64::MAX)) {
            group.sum += *sum;
            if let (Some(_), Ok(column)) = (question.across, columns.binary_search(column)) {
                group.cells[column] += *sum;
            }
        }
    }
    if matches!(question.by, GroupBy::Technician | GroupBy::Customer) {
        groups.sort_by(|a, b| a.name.cmp(&b.name));
    }
    Ok(groups)
}

/// The groups with their names and titles, in their order.
fn named(
    tx: &mut Tx<'_>,
    by: GroupBy,
    ids: Vec<i64>,
    logins: &Names,
) -> Result<Vec<(i64, (String, String))>> {
    let untitled = |name: String| (name, String::new());
    Ok(match by {
        GroupBy::Technician => ids
            .into_iter()
            .map(|id| (id, logins.get(&id).cloned().unwrap_or_default()))
            .collect(),
        GroupBy::Order => work_orders::table
            .filter(work_orders::id.eq_any(ids))
            .order(work_orders::id)
            .select((work_orders::id, (work_orders::number, work_orders::title)))
            .load(tx.conn)?,
        GroupBy::Customer => work_orders::table
            .filter(work_orders::id.eq_any(ids))
            .order(work_orders::id)
            .select((work_orders::id, work_orders::customer))
            .load::<(i64, String)>(tx.conn)?
            .into_iter()
            .map(|(id, customer)| (id, untitled(customer)))
            .collect(),
        GroupBy::Line => line_items::table
            .inner_join(work_orders::table.on(line_items::work_order_id.eq(work_orders::id)))
            .filter(line_items::id.eq_any(ids))
            .order((work_orders::id, line_items::position))
            .select((
                line_items::id,
                work_orders::number,
                line_items::position,
                line_items::description,
            ))
            .load::<(i64, String, i32, String)>(tx.conn)?
            .into_iter()
            .map(|(id, number, position, title)| (id, (format!("{number}/{position}"), title)))
            .collect(),
        GroupBy::Day | GroupBy::Week | GroupBy::Month => {
            let unit = by.unit().unwrap_or(Unit::Day);
            ids.into_iter()
                .map(|day| (day, untitled(unit.name(day))))
                .collect()
        }
    })
}

/// Entries that start inside the period and, if time is split, of each user the one that
/// may reach into it: a user's entries don't overlap, so it is the last before. Only
/// numbers and instants are spelled out in it.
fn query(question: &Question) -> String {
    const COLUMNS: &str = "e.id, e.user_id, e.work_order_id, e.line_item_id, e.start_ts, e.end_ts";
    let instant = |ts: DateTime<Utc>| format!("timestamptz '{}'", ts.to_rfc3339());
    let mut of_whom = String::new();
    if let Some(user) = question.user {
        of_whom.push_str(&format!(" AND e.user_id = {user}"));
    }
    if let Some(orders) = &question.orders {
        let ids: Vec<String> = orders.iter().map(i64::to_string).collect();
        let ids = ids.join(",");
        of_whom.push_str(&format!(
            " AND e.work_order_id = ANY ('{{{ids}}}'::bigint[])"
        ));
    }
    let before_end = match question.to {
        Some(to) => format!(" AND e.start_ts < {}", instant(to)),
        None => String::new(),
    };
    let all = format!(
        "SELECT {COLUMNS}, e.status = 'LOCKED' AS locked FROM wl.time_entries e
         WHERE e.deleted_at IS NULL{of_whom}{before_end}"
    );
    let Some(from) = question.from.map(instant) else {
        return all;
    };
    let inside = format!("{all} AND e.start_ts >= {from}");
    if !question.split {
        return inside;
    }
    format!(
        "{inside}
         UNION ALL
         SELECT {COLUMNS}, e.status = 'LOCKED' FROM wl.users u
         CROSS JOIN LATERAL (SELECT {COLUMNS}, e.status FROM wl.time_entries e
            WHERE e.user_id = u.id AND e.deleted_at IS NULL AND e.start_ts < {from}
              AND e.end_ts IS DISTINCT FROM e.start_ts
            ORDER BY e.start_ts DESC LIMIT 1) e
         WHERE (e.end_ts IS NULL OR e.end_ts > {from}){of_whom}"
    )
}

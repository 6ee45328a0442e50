//! The time that people have already, while rows are taken.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Timestamptz};

use super::entries::RowTime;
use crate::error::Result;
use crate::ledger::Tx;

/// A user's time while rows are taken: start to end of every span that is not
/// empty. A span of no length overlaps nothing, as in the database.
#[derive(Default)]
pub(super) struct Timeline(BTreeMap<DateTime<Utc>, DateTime<Utc>>);

impl Timeline {
    /// The span that overlaps, if one does.
    pub fn overlap(
        &self,
        start: DateTime<Utc>,
        end: DateTime<Utc>,
    ) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        if start == end {
            return None;
        }
        // spans don't overlap each other, so only the last one that begins before our end can
        let (before, until) = self.0.range(..end).next_back()?;
        (*until > start).then_some((*before, *until))
    }

    pub fn add(&mut self, start: DateTime<Utc>, end: DateTime<Utc>) {
        if start < end {
            self.0.insert(start, end);
        }
    }
}

/// A user, a start and an end.
type Span = (i64, DateTime<Utc>, DateTime<Utc>);

/// Entries by user and time: the order and the line item of each.
#[derive(Default)]
pub(super) struct Known(HashMap<Span, Vec<(i64, i64)>>);

impl Known {
    /// Whether a row's time is there already.
    pub fn has(&self, time: &RowTime) -> bool {
        let places = self.0.get(&(time.user, time.start, time.end));
        places.into_iter().flatten().any(|(order, line)| {
            let same_line = time.line.as_ref().is_ok_and(|wanted| wanted == line);
            same_line || time.any_line && *order == time.order
        })
    }
}

#[derive(QueryableByName)]
struct Existing {
    #[diesel(sql_type = BigInt)]
    user_id: i64,
    #[diesel(sql_type = BigInt)]
    work_order_id: i64,
    #[diesel(sql_type = BigInt)]
    line_item_id: i64,
    #[diesel(sql_type = Timestamptz)]
    start_ts: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    end_ts: Option<DateTime<Utc>>,
}

/// The time of the people that the rows name, as far as it matters.
pub(super) fn existing(
    tx: &mut Tx<'_>,
    rows: &[(usize, RowTime)],
) -> Result<(HashMap<i64, Timeline>, Known)> {
    let users: HashSet<i64> = rows.iter().map(|(_, row)| row.user).collect();
    let users: Vec<i64> = users.into_iter().collect();
    let from = rows.iter().map(|(_, row)| row.start).min();
    let to = rows.iter().map(|(_, row)| row.end).max();
    let found: Vec<Existing> = diesel::sql_query(
        "SELECT e.user_id, e.work_order_id, e.line_item_id, e.start_ts, e.end_ts
         FROM wl.time_entries e
         WHERE e.user_id = ANY ($1) AND e.deleted_at IS NULL AND e.start_ts <= $3
           AND (e.end_ts IS NULL OR e.end_ts >= $2)",
    )
    .bind::<Array<BigInt>, _>(&users)
    .bind::<Timestamptz, _>(from.unwrap_or_default())
    .bind::<Timestamptz, _>(to.unwrap_or_default())
    .load(tx.conn)?;
    let mut timelines: HashMap<i64, Timeline> = HashMap::new();
    let mut known = Known::default();
    for entry in found {
        let end = entry.end_ts.unwrap_or(DateTime::<Utc>::MAX_UTC);
        let timeline = timelines.entry(entry.user_id).or_default();
        timeline.add(entry.start_ts, end);
        let key = (entry.user_id, entry.start_ts, end);
        let places = known.0.entry(key).or_default();
        places.push((entry.work_order_id, entry.line_item_id));
    }
    Ok((timelines, known))
}

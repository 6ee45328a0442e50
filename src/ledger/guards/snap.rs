//! The screen shows minutes. So a time that was typed to the minute means the edge of the
//! neighbouring entry that lies within that minute: a start the end of the entry before,
//! an end the start of the entry after.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Timestamptz};

use crate::error::Result;
use crate::ledger::Tx;
use crate::time::Typed;

/// What became of a typed start or end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snap {
    pub edge: Edge,
    pub typed: DateTime<Utc>,
    pub at: DateTime<Utc>,
    /// The entry that ends or starts there.
    pub entry: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    Start,
    End,
}

/// A start and an end, as they are to be saved, and how they differ from what was typed.
#[derive(Debug, Clone, Default)]
pub struct Snapped {
    pub start: Option<DateTime<Utc>>,
    pub end: Option<DateTime<Utc>>,
    pub snaps: Vec<Snap>,
}

#[derive(QueryableByName)]
struct Neighbours {
    #[diesel(sql_type = Nullable<BigInt>)]
    before: Option<i64>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    before_end: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<BigInt>)]
    after: Option<i64>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    after_start: Option<DateTime<Utc>>,
}

/// The typed start and end of a user's time, snapped to the edges of their other entries.
/// `except` is the entry that is changed: it never snaps to itself. Call it under the
/// user's lock. Without a time that was typed to the minute, it asks the server nothing.
pub fn snap(
    tx: &mut Tx<'_>,
    user_id: i64,
    except: Option<i64>,
    start: Option<Typed>,
    end: Option<Typed>,
) -> Result<Snapped> {
    let mut snapped = Snapped {
        start: start.map(|typed| typed.at),
        end: end.map(|typed| typed.at),
        snaps: Vec::new(),
    };
    let to_minute = |typed: Option<Typed>| typed.filter(|typed| typed.to_minute);
    let (start, end) = (to_minute(start), to_minute(end));
    if start.is_none() && end.is_none() {
        return Ok(snapped);
    }
    let found: Neighbours = diesel::sql_query(
        "SELECT b.id AS before, b.end_ts AS before_end, a.id AS after, a.start_ts AS after_start
         FROM (SELECT) AS typed
         LEFT JOIN LATERAL (SELECT e.id, e.end_ts FROM wl.time_entries e
            WHERE e.user_id = $1 AND e.deleted_at IS NULL AND e.id IS DISTINCT FROM $2
              AND tstzrange(e.start_ts, e.end_ts) && tstzrange($3, $3 + interval '1 minute') AND $3 IS NOT NULL
              AND e.end_ts > $3 AND e.end_ts < $3 + interval '1 minute'
            ORDER BY e.end_ts DESC LIMIT 1) b ON true
         LEFT JOIN LATERAL (SELECT e.id, e.start_ts FROM wl.time_entries e
            WHERE e.user_id = $1 AND e.deleted_at IS NULL AND e.id IS DISTINCT FROM $2
              AND e.start_ts > $4 AND e.start_ts < $4 + interval '1 minute'
            ORDER BY e.start_ts LIMIT 1) a ON true",
    )
    .bind::<BigInt, _>(user_id)
    .bind::<Nullable<BigInt>, _>(except)
    .bind::<Nullable<Timestamptz>, _>(start.map(|typed| typed.at))
    .bind::<Nullable<Timestamptz>, _>(end.map(|typed| typed.at))
    .get_result(tx.conn)?;
    if let (Some(typed), Some(at), Some(entry)) = (start, found.before_end, found.before) {
        snapped.start = Some(at);
        snapped.snaps.push(Snap {
            edge: Edge::Start,
            typed: typed.at,
            at,
            entry,
        });
    }
    if let (Some(typed), Some(at), Some(entry)) = (end, found.after_start, found.after) {
        snapped.end = Some(at);
        snapped.snaps.push(Snap {
            edge: Edge::End,
            typed: typed.at,
            at,
            entry,
        });
    }
    Ok(snapped)
}

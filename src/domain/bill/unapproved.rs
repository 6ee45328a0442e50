//! Unapproved time, which stops a bill or waits for the next one.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Timestamptz};

use crate::error::{Error, ErrorKind, Result};
use crate::hours;
use crate::ledger::Tx;
use crate::text;

/// The unapproved time of one work order.
#[derive(Debug, Clone, QueryableByName)]
pub struct Unapproved {
    #[diesel(sql_type = Text)]
    pub work_order: String,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = BigInt)]
    entries: i64,
    #[diesel(sql_type = BigInt)]
    running: i64,
    #[diesel(sql_type = BigInt)]
    duration_seconds: i64,
}

/// The OPEN time of these orders that started before `end`.
pub(super) fn find(
    tx: &mut Tx<'_>,
    orders: &[i64],
    end: Option<DateTime<Utc>>,
) -> Result<Vec<Unapproved>> {
    Ok(diesel::sql_query(
        "SELECT o.number AS work_order, o.title, count(*) AS entries,
            count(*) FILTER (WHERE e.end_ts IS NULL) AS running,
            coalesce(sum(e.duration_seconds), 0)::bigint AS duration_seconds
         FROM wl.time_entries e JOIN wl.work_orders o ON o.id = e.work_order_id
         WHERE e.work_order_id = ANY ($1) AND e.start_ts < $2 AND e.status = 'OPEN' AND e.deleted_at IS NULL
         GROUP BY o.id ORDER BY o.id",
    )
    .bind::<Array<BigInt>, _>(orders)
    .bind::<Nullable<Timestamptz>, _>(end)
    .load(tx.conn)?)
}

/// How many orders a message lists.
const LISTED: usize = 20;

/// How many characters of a title a message shows.
const TITLE: usize = 40;

pub(super) fn refuse(open: &[Unapproved], until: NaiveDate) -> Error {
    let names: Vec<String> = open
        .iter()
        .take(LISTED)
        .map(|open| text::shell_word(&open.work_order))
        .collect();
    Error::new(
        ErrorKind::UnapprovedTime,
        format!("there is unapproved time up to {until}: {}", listed(open)),
    )
    .hint(format!(
        "approve it with: wl approve {}; or leave it for the next bill with --skip-unapproved",
        names.join(" ")
    ))
}

/// Such as `3 entries, 2.50 h, 1 running (WO-1: 2.00 h; WO-2: 0.50 h, 1 running)`.
pub fn listed(open: &[Unapproved]) -> String {
    let time = |entries: &[Unapproved]| {
        let seconds = entries.iter().map(|open| open.duration_seconds).sum();
        let running: i64 = entries.iter().map(|open| open.running).sum();
        let running = match running {
            0 => String::new(),
            running => format!(", {running} running"),
        };
        let count: i64 = entries.iter().map(|open| open.entries).sum();
        format!(
            "{}, {} h{running}",
            text::counted(count, "entry", "entries"),
            hours::decimal(seconds)
        )
    };
    let mut orders: Vec<String> = open
        .iter()
        .take(LISTED)
        .map(|order| {
            format!(
                "{} {}: {}",
                order.work_order,
                text::short(&order.title, TITLE),
                time(std::slice::from_ref(order))
            )
        })
        .collect();
    if open.len() > LISTED {
        orders.push(format!("and {} more", open.len() - LISTED));
    }
    match open {
        [_] => orders.concat(),
        _ => format!("{} ({})", time(open), orders.join("; ")),
    }
}

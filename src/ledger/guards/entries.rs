//! Time entries under lock, after their users and their share-locked orders.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt};

use super::{not_billed, refusal, shared_order_by_id, user};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::Tx;
use crate::models::{EntryStatus, TimeEntry, WorkOrder};
use crate::schema::wl::time_entries;

/// One entry. A user who may not see it gets the same answer as if it did not exist.
pub fn entry(tx: &mut Tx<'_>, id: i64) -> Result<(TimeEntry, WorkOrder)> {
    let mut one = entries(tx, &[id])?;
    one.pop()
        .ok_or_else(|| Error::bug(format!("entry {id} can't be locked")))
}

/// The same of several, each once and by rising id.
pub fn entries(tx: &mut Tx<'_>, ids: &[i64]) -> Result<Vec<(TimeEntry, WorkOrder)>> {
    let seen = find_entries(tx, ids)?;
    for id in seen
        .iter()
        .map(|entry| entry.user_id)
        .collect::<BTreeSet<_>>()
    {
        user(tx, id)?;
    }
    let orders: BTreeSet<i64> = seen.iter().map(|entry| entry.work_order_id).collect();
    let orders: Vec<WorkOrder> = orders
        .into_iter()
        .map(|id| shared_order_by_id(tx, id))
        .collect::<Result<_>>()?;
    let locked = seen
        .iter()
        .filter(|entry| entry.status == EntryStatus::Locked);
    let locked: Vec<i64> = locked.map(|entry| entry.id).collect();
    if !locked.is_empty() {
        on_no_bill(tx, &locked)?;
    }
    for order in &orders {
        not_billed(tx, order)?;
    }
    let held: Vec<TimeEntry> = time_entries::table
        .filter(time_entries::id.eq_any(ids))
        .order(time_entries::id)
        .select(TimeEntry::as_select())
        .for_no_key_update()
        .load(tx.conn)?;
    let with_order = held.into_iter().map(|entry| {
        let order = orders.iter().find(|order| order.id == entry.work_order_id);
        match order.cloned() {
            Some(order) => Ok((entry, order)),
            None => Err(Error::new(
                ErrorKind::Busy,
                format!("entry {} has just been moved", entry.id),
            )
            .hint("try again")),
        }
    });
    with_order.collect()
}

/// The entries are on no active bill (R4). Their orders are locked, so it stays so.
fn on_no_bill(tx: &mut Tx<'_>, ids: &[i64]) -> Result<()> {
    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = BigInt)]
        bill_id: i64,
        #[diesel(sql_type = BigInt)]
        time_entry_id: i64,
    }
    let line: Option<Line> = diesel::sql_query(
        "SELECT l.bill_id, l.time_entry_id FROM wl.bill_lines l
         WHERE l.time_entry_id = ANY ($1) AND NOT l.cancelled ORDER BY l.time_entry_id LIMIT 1",
    )
    .bind::<Array<BigInt>, _>(ids)
    .get_result(tx.conn)
    .optional()?;
    match line {
        None => Ok(()),
        Some(line) => Err(refusal(
            tx,
            ErrorKind::EntryBilled,
            &[&line.bill_id.to_string(), &line.time_entry_id.to_string()],
        )),
    }
}

/// A time entry, unlocked: to learn whose it is.
pub fn find_entry(tx: &mut Tx<'_>, id: i64) -> Result<TimeEntry> {
    find_entries(tx, &[id])?
        .pop()
        .ok_or_else(|| Error::bug(format!("entry {id} can't be read")))
}

fn find_entries(tx: &mut Tx<'_>, ids: &[i64]) -> Result<Vec<TimeEntry>> {
    // without the note, which ops may not read and which isn't needed here
    let found: Vec<TimeEntry> = diesel::sql_query(
        "SELECT e.id, e.user_id, e.work_order_id, e.line_item_id, e.start_ts, e.end_ts, e.duration_seconds,
            e.status, NULL::text AS note, e.approvals, e.deleted_at FROM wl.time_entries e
         WHERE e.id = ANY ($1) ORDER BY e.id",
    )
    .bind::<Array<BigInt>, _>(ids)
    .load(tx.conn)?;
    let missing = ids
        .iter()
        .find(|id| found.iter().all(|entry| entry.id != **id));
    match missing {
        None => Ok(found),
        Some(id) => Err(
            Error::not_found(format!("there is no time entry {id} that you may see"))
                .hint("see them with: wl entry list"),
        ),
    }
}

//! Line items of work orders.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Text};
use serde::Serialize;

use crate::error::{ErrorKind, Result};
use crate::hours;
use crate::ledger::audit;
use crate::ledger::{Tx, guards};
use crate::models::{Action, LineItem, LineRef, LineStatus, Role, WorkOrder};
use crate::schema::wl::line_items;

/// Adds a line item at the end of its order.
pub fn add(tx: &mut Tx<'_>, order: &str, description: &str) -> Result<(WorkOrder, i32)> {
    tx.require(&[Role::Admin], "add a line item")?;
    let order = guards::order(tx, order)?;
    guards::not_removed(tx, &order)?;
    guards::not_billed(tx, &order)?;
    let (id, position): (i64, i32) = diesel::insert_into(line_items::table)
        .values((
            line_items::work_order_id.eq(order.id),
            line_items::description.eq(description),
        ))
        .returning((line_items::id, line_items::position))
        .get_result(tx.conn)?;
    audit::record(tx, Action::LineAdd, id, None)?;
    Ok((order, position))
}

fn live(tx: &mut Tx<'_>, wanted: &LineRef, what: &str) -> Result<LineItem> {
    tx.require(&[Role::Admin], what)?;
    let (order, line) = guards::line(tx, wanted)?;
    if line.deleted_at.is_some() {
        let place = format!("{}/{}", order.number, line.position);
        return Err(guards::refusal(tx, ErrorKind::LineRemoved, &[&place]));
    }
    Ok(line)
}

/// Changes the description; false: nothing changed.
pub fn edit(
    tx: &mut Tx<'_>,
    wanted: &LineRef,
    description: &str,
    reason: Option<&str>,
) -> Result<bool> {
    let line = live(tx, wanted, "edit a line item")?;
    if line.description == description {
        return Ok(false);
    }
    diesel::update(line_items::table.find(line.id))
        .set(line_items::description.eq(description))
        .execute(tx.conn)?;
    audit::record(tx, Action::LineEdit, line.id, reason)?;
    Ok(true)
}

/// Changes a line item's status; false: nothing changed.
pub fn status(
    tx: &mut Tx<'_>,
    wanted: &LineRef,
    status: LineStatus,
    reason: Option<&str>,
) -> Result<bool> {
    let line = live(tx, wanted, "change the status of a line item")?;
    if line.status == status {
        return Ok(false);
    }
    diesel::update(line_items::table.find(line.id))
        .set(line_items::status.eq(status))
        .execute(tx.conn)?;
    audit::record(tx, Action::LineStatus, line.id, reason)?;
    Ok(true)
}

pub fn remove(tx: &mut Tx<'_>, wanted: &LineRef, reason: Option<&str>) -> Result<()> {
    let line = live(tx, wanted, "remove a line item")?;
    diesel::update(line_items::table.find(line.id))
        .set(line_items::deleted_at.eq(tx.now))
        .execute(tx.conn)?;
    audit::record(tx, Action::LineRemove, line.id, reason)
}

pub fn restore(tx: &mut Tx<'_>, wanted: &LineRef, reason: Option<&str>) -> Result<()> {
    tx.require(&[Role::Admin], "restore a line item")?;
    let (order, line) = guards::line(tx, wanted)?;
    if line.deleted_at.is_none() {
        let place = format!("{}/{}", order.number, line.position);
        return Err(guards::refusal(tx, ErrorKind::LineLive, &[&place]));
    }
    diesel::update(line_items::table.find(line.id))
        .set(line_items::deleted_at.eq(None::<chrono::DateTime<chrono::Utc>>))
        .execute(tx.conn)?;
    audit::record(tx, Action::LineRestore, line.id, reason)
}

/// A line item with its sums, as `wl line list` shows it.
#[derive(Debug, Clone, Serialize, QueryableByName)]
pub struct LineView {
    #[diesel(sql_type = Text)]
    pub work_order: String,
    #[diesel(sql_type = Text)]
    pub title: String,
    #[diesel(sql_type = Integer)]
    pub position: i32,
    #[diesel(sql_type = Text)]
    pub description: String,
    #[diesel(sql_type = Text)]
    pub status: LineStatus,
    #[diesel(sql_type = BigInt)]
    pub entries: i64,
    #[diesel(sql_type = BigInt)]
    pub open_entries: i64,
    #[diesel(sql_type = BigInt)]
    pub duration_seconds: i64,
    /// Made from the seconds after the rows are read.
    #[diesel(sql_type = Text)]
    pub hours: String,
    #[diesel(sql_type = Bool)]
    pub removed: bool,
}

/// The line items of an order, with the sums of the time that the reader may see.
pub fn list(tx: &mut Tx<'_>, order: &str, removed: bool) -> Result<Vec<LineView>> {
    let order = guards::find_order(tx, order)?;
    let mut lines: Vec<LineView> = diesel::sql_query(
        "SELECT o.number AS work_order, o.title, l.position, l.description, l.status, l.deleted_at IS NOT NULL AS removed,
            t.entries, t.open_entries, t.duration_seconds, '' AS hours
         FROM wl.line_items l
         JOIN wl.work_orders o ON o.id = l.work_order_id
         CROSS JOIN LATERAL (SELECT count(*) AS entries, count(*) FILTER (WHERE e.status = 'OPEN') AS open_entries,
                coalesce(sum(e.duration_seconds), 0)::bigint AS duration_seconds
            FROM wl.time_entries e WHERE e.line_item_id = l.id AND e.deleted_at IS NULL) t
         WHERE l.work_order_id = $1 AND ($2 OR l.deleted_at IS NULL)
         ORDER BY l.position",
    )
    .bind::<BigInt, _>(order.id)
    .bind::<Bool, _>(removed)
    .load(tx.conn)?;
    for line in &mut lines {
        line.hours = hours::decimal(line.duration_seconds);
    }
    Ok(lines)
}

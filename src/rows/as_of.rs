//! A time entry as it was, from the audit trail alone.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Json, Nullable, Text, Timestamptz};
use serde_json::{Map, Value};

use super::EntryRow;
use crate::error::{Error, Result};
use crate::hours;
use crate::ledger::{Tx, trail};
use crate::models::{Entity, Role};

type Image = Map<String, Value>;

/// An entry as it was at an instant, and its order, line item and people as they were.
/// Technicians may read the records of their own time only: for them, order, line item and
/// people are as they are now, and no bill is named.
pub fn as_of(tx: &mut Tx<'_>, id: i64, at: DateTime<Utc>) -> Result<EntryRow> {
    if at > tx.now {
        return Err(Error::data(
            "that time is in the future: it has no records yet",
        ));
    }
    let entry = trail::as_of(tx, Entity::TimeEntry, id, at)?;
    let technician = tx.actor.role == Role::Technician;
    let mut image_of = |entity, column: &str| match number(&entry, column) {
        Some(id) if technician => as_it_is(tx, entity, id),
        Some(id) => trail::as_of(tx, entity, id, at),
        None => Ok(Image::new()),
    };
    let order = image_of(Entity::WorkOrder, "work_order_id")?;
    let line = image_of(Entity::LineItem, "line_item_id")?;
    let user = image_of(Entity::User, "user_id")?;
    let approver = image_of(Entity::User, "approved_by")?;
    let position = number(&line, "position").and_then(|position| i32::try_from(position).ok());
    let bill = match technician {
        true => None,
        false => bill(tx, id, at)?,
    };
    let seconds = number(&entry, "duration_seconds");
    Ok(EntryRow {
        id,
        work_order_id: number(&entry, "work_order_id").unwrap_or_default(),
        work_order: text(&order, "number").unwrap_or_default(),
        title: text(&order, "title").unwrap_or_default(),
        customer: text(&order, "customer").unwrap_or_default(),
        order_status: text(&order, "status").unwrap_or_default().parse()?,
        line_item: position.unwrap_or_default(),
        line_description: text(&line, "description").unwrap_or_default(),
        user: text(&user, "db_role").unwrap_or_default(),
        user_name: text(&user, "full_name").unwrap_or_default(),
        start_ts: instant(&entry, "start_ts")
            .ok_or_else(|| Error::bug(format!("the record of entry {id} has no start")))?,
        end_ts: instant(&entry, "end_ts"),
        duration_seconds: seconds,
        hours: seconds.map(hours::decimal),
        status: text(&entry, "status").unwrap_or_default().parse()?,
        removed: entry.contains_key("deleted_at"),
        note: text(&entry, "note"),
        approved_by: text(&approver, "db_role"),
        approver_name: text(&approver, "full_name"),
        approved_at: instant(&entry, "approved_at"),
        own_approval: is_own_approval(&entry),
        edited_reason: text(&entry, "edited_reason"),
        edited_at: instant(&entry, "edited_at"),
        bill: bill.as_ref().map(|bill| bill.bill_id),
        reference: bill.and_then(|bill| bill.reference),
        late: false,
    })
}

/// A row as it is now.
fn as_it_is(tx: &mut Tx<'_>, entity: Entity, id: i64) -> Result<Image> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Json)]
        image: Value,
    }
    let table = match entity {
        Entity::WorkOrder => "wl.work_orders",
        Entity::LineItem => "wl.line_items",
        Entity::User => "wl.users",
        other => return Err(Error::bug(format!("no row of a {} is read", other.words()))),
    };
    let row: Row = diesel::sql_query(format!(
        "SELECT to_json(r) AS image FROM {table} r WHERE r.id = $1"
    ))
    .bind::<BigInt, _>(id)
    .get_result(tx.conn)?;
    Ok(row.image.as_object().cloned().unwrap_or_default())
}

/// The bill that an entry was on. Bills never change, so their own times say it.
fn bill(tx: &mut Tx<'_>, entry: i64, at: DateTime<Utc>) -> Result<Option<BillThen>> {
    Ok(diesel::sql_query(
        "SELECT l.bill_id, b.reference FROM wl.bill_lines l JOIN wl.bills b ON b.id = l.bill_id
         WHERE l.time_entry_id = $1 AND b.made_at <= $2 AND (b.cancelled_at IS NULL OR b.cancelled_at > $2)",
    )
    .bind::<BigInt, _>(entry)
    .bind::<Timestamptz, _>(at)
    .get_result(tx.conn)
    .optional()?)
}

#[derive(QueryableByName)]
struct BillThen {
    #[diesel(sql_type = BigInt)]
    bill_id: i64,
    #[diesel(sql_type = Nullable<Text>)]
    reference: Option<String>,
}

fn text(image: &Image, column: &str) -> Option<String> {
    image.get(column).and_then(Value::as_str).map(str::to_owned)
}

fn number(image: &Image, column: &str) -> Option<i64> {
    image.get(column).and_then(Value::as_i64)
}

fn instant(image: &Image, column: &str) -> Option<DateTime<Utc>> {
    text(image, column)
        .and_then(|text| DateTime::parse_from_rfc3339(&text).ok())
        .map(|ts| ts.to_utc())
}

/// Approved by a person who worked, entered or changed it.
fn is_own_approval(entry: &Image) -> bool {
    let Some(approver) = entry.get("approved_by") else {
        return false;
    };
    let touched_by = entry.get("touched_by").and_then(Value::as_array);
    entry.get("user_id") == Some(approver) || touched_by.is_some_and(|ids| ids.contains(approver))
}

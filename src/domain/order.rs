//! Work orders.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Nullable, Text};
use serde::Serialize;

use crate::error::{Error, ErrorKind, Result};
use crate::hours;
use crate::ledger::audit;
use crate::ledger::{Tx, guards};
use crate::models::{Action, OrderStatus, Role, WorkOrder};
use crate::schema::wl::work_orders;
use crate::text;

pub fn add(tx: &mut Tx<'_>, number: &str, title: &str, customer: &str) -> Result<i64> {
    tx.require(&[Role::Admin], "add a work order")?;
    let id: i64 = diesel::insert_into(work_orders::table)
        .values((
            work_orders::number.eq(text::composed(number.trim())),
            work_orders::title.eq(title),
            work_orders::customer.eq(text::composed(customer)),
        ))
        .returning(work_orders::id)
        .get_result(tx.conn)
        .map_err(|error| with_number(error, number))?;
    audit::record(tx, Action::OrderAdd, id, None)?;
    Ok(id)
}

/// The database's refusal of a number that is taken doesn't contain the number.
fn with_number(error: diesel::result::Error, number: &str) -> Error {
    let error = Error::from(error);
    if error.kind != ErrorKind::WorkOrdersNumberKey {
        return error;
    }
    let number = text::shell_word(number.trim());
    error.hint(format!(
        "see it with: wl order list --removed --search {number}"
    ))
}

#[derive(Default, AsChangeset)]
#[diesel(table_name = work_orders)]
pub struct Edit<'a> {
    pub number: Option<&'a str>,
    pub title: Option<&'a str>,
    pub customer: Option<&'a str>,
}

/// Changes the texts of an order; false: nothing changed.
pub fn edit(tx: &mut Tx<'_>, number: &str, edit: &Edit<'_>, reason: Option<&str>) -> Result<bool> {
    tx.require(&[Role::Admin], "edit a work order")?;
    let order = guards::order(tx, number)?;
    guards::not_removed(tx, &order)?;
    guards::not_billed(tx, &order)?;
    let number = edit.number.map(|number| text::composed(number.trim()));
    let customer = edit.customer.map(text::composed);
    let edit = Edit {
        number: number.as_deref(),
        title: edit.title,
        customer: customer.as_deref(),
    };
    let same = |new: Option<&str>, old: &str| new.is_none_or(|new| new == old);
    if same(edit.number, &order.number)
        && same(edit.title, &order.title)
        && same(edit.customer, &order.customer)
    {
        return Ok(false);
    }
    diesel::update(work_orders::table.find(order.id))
        .set(&edit)
        .execute(tx.conn)
        .map_err(|error| with_number(error, edit.number.unwrap_or(&order.number)))?;
    audit::record(tx, Action::OrderEdit, order.id, reason)?;
    Ok(true)
}

/// Changes the status of orders, of all or of none, and returns them as they were.
pub fn status(
    tx: &mut Tx<'_>,
    numbers: &[String],
    new: OrderStatus,
    reason: Option<&str>,
) -> Result<Vec<WorkOrder>> {
    tx.require(
        &[Role::Admin, Role::Accountant],
        "change the status of a work order",
    )?;
    let orders = guards::orders(tx, numbers)?;
    let mut changed = Vec::new();
    for order in &orders {
        guards::not_removed(tx, order)?;
        if order.status == new {
            continue;
        }
        if (order.status, new) == (OrderStatus::Billed, OrderStatus::ReadyToBill) {
            guards::require_reason(tx, reason, "billed", &order.number)?;
        }
        changed.push(order.id);
    }
    if !changed.is_empty() {
        diesel::update(work_orders::table.filter(work_orders::id.eq_any(&changed)))
            .set(work_orders::status.eq(new))
            .execute(tx.conn)?;
        audit::record_all(tx, Action::OrderStatus, &changed, reason)?;
    }
    Ok(orders)
}

pub fn remove(tx: &mut Tx<'_>, number: &str, reason: Option<&str>) -> Result<()> {
    tx.require(&[Role::Admin], "remove a work order")?;
    let order = guards::order(tx, number)?;
    guards::not_removed(tx, &order)?;
    guards::not_billed(tx, &order)?;
    diesel::update(work_orders::table.find(order.id))
        .set(work_orders::deleted_at.eq(tx.now))
        .execute(tx.conn)?;
    audit::record(tx, Action::OrderRemove, order.id, reason)
}

pub fn restore(tx: &mut Tx<'_>, number: &str, reason: Option<&str>) -> Result<()> {
    tx.require(&[Role::Admin], "restore a work order")?;
    let order = guards::order(tx, number)?;
    if order.deleted_at.is_none() {
        return Err(guards::refusal(tx, ErrorKind::OrderLive, &[&order.number]));
    }
    diesel::update(work_orders::table.find(order.id))
        .set(work_orders::deleted_at.eq(None::<chrono::DateTime<chrono::Utc>>))
        .execute(tx.conn)?;
    audit::record(tx, Action::OrderRestore, order.id, reason)
}

/// A work order with its sums, as `wl order list` shows it.
#[derive(Debug, Clone, Serialize, QueryableByName)]
pub struct OrderView {
    #[diesel(sql_type = Text)]
    pub number: String,
    #[diesel(sql_type = Text)]
    pub title: String,
    #[diesel(sql_type = Text)]
    pub customer: String,
    #[diesel(sql_type = Text)]
    pub status: OrderStatus,
    #[diesel(sql_type = BigInt)]
    pub line_items: i64,
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

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    pub numbers: Option<Vec<String>>,
    pub status: Option<OrderStatus>,
    pub customer: Option<String>,
    /// Part of the number, title or customer, whatever the case.
    pub search: Option<String>,
    pub removed: bool,
    pub limit: Option<i64>,
}

/// The orders, oldest first. Sums are of the time that the reader may see.
pub fn list(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<OrderView>> {
    let key = |part: &Option<String>| part.as_deref().map(text::name_key);
    let numbers = filter.numbers.as_ref().map(|numbers| {
        let keys = numbers.iter().map(|number| text::name_key(number.trim()));
        keys.collect::<Vec<_>>()
    });
    let mut orders: Vec<OrderView> = diesel::sql_query(
        "SELECT o.number, o.title, o.customer, o.status, o.deleted_at IS NOT NULL AS removed,
            (SELECT count(*) FROM wl.line_items l WHERE l.work_order_id = o.id AND l.deleted_at IS NULL) AS line_items,
            t.entries, t.open_entries, t.duration_seconds, '' AS hours
         FROM (SELECT * FROM wl.work_orders o
            WHERE ($1 IS NULL OR o.id = ANY (ARRAY(SELECT wl.order_ids($1))))
              AND ($2 IS NULL OR o.status = $2)
              AND ($3 IS NULL OR position($3 IN wl.name_key(o.customer)) > 0)
              AND ($4 IS NULL OR position($4 IN wl.name_key(o.number || E'\\n' || o.title || E'\\n' || o.customer)) > 0)
              AND ($5 OR o.deleted_at IS NULL)
            ORDER BY o.id LIMIT $6) o
         CROSS JOIN LATERAL (SELECT count(*) AS entries, count(*) FILTER (WHERE e.status = 'OPEN') AS open_entries,
                coalesce(sum(e.duration_seconds), 0)::bigint AS duration_seconds
            FROM wl.time_entries e WHERE e.work_order_id = o.id AND e.deleted_at IS NULL) t
         ORDER BY o.id",
    )
    .bind::<Nullable<Array<Text>>, _>(numbers)
    .bind::<Nullable<Text>, _>(filter.status)
    .bind::<Nullable<Text>, _>(key(&filter.customer))
    .bind::<Nullable<Text>, _>(key(&filter.search))
    .bind::<Bool, _>(filter.removed)
    .bind::<Nullable<BigInt>, _>(filter.limit)
    .load(tx.conn)?;
    for order in &mut orders {
        order.hours = hours::decimal(order.duration_seconds);
    }
    Ok(orders)
}

/// The active bills of an order, by the time on it that the reader may see.
pub fn bills(tx: &mut Tx<'_>, number: &str) -> Result<Vec<i64>> {
    #[derive(QueryableByName)]
    struct BillId {
        #[diesel(sql_type = BigInt)]
        bill_id: i64,
    }
    let found: Vec<BillId> = diesel::sql_query(
        "SELECT DISTINCT l.bill_id FROM wl.work_orders o
         JOIN wl.time_entries e ON e.work_order_id = o.id AND e.deleted_at IS NULL
         JOIN wl.bill_lines l ON l.time_entry_id = e.id AND NOT l.cancelled
         WHERE o.id = ANY (ARRAY(SELECT wl.order_ids(ARRAY[$1]))) ORDER BY l.bill_id",
    )
    .bind::<Text, _>(text::name_key(number.trim()))
    .load(tx.conn)?;
    Ok(found.into_iter().map(|found| found.bill_id).collect())
}

//! Cancelling a bill.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Text};

use super::{Bill, WRITERS, view};
use crate::error::{ErrorKind, Result};
use crate::ledger::{Tx, audit, guards};
use crate::models::{Action, OrderStatus, WorkOrder};

/// Cancels a bill: its entries can be billed again, and its billed orders are ready to
/// bill again. Returns it as it is now, and the numbers of those orders.
pub fn cancel(tx: &mut Tx<'_>, number: i64, reason: &str) -> Result<(Bill, Vec<String>)> {
    tx.require(WRITERS, "cancel bills")?;
    // the global order: first the orders, then the bill
    let orders: Vec<WorkOrder> = diesel::sql_query(
        "SELECT o.* FROM wl.work_orders o
         WHERE o.id IN (SELECT b.work_order_id FROM wl.bill_orders b WHERE b.bill_id = $1)
         ORDER BY o.id FOR NO KEY UPDATE",
    )
    .bind::<BigInt, _>(number)
    .load(tx.conn)?;
    let bill = view::find(tx, number)?;
    let id = number.to_string();
    if bill.cancelled_at.is_some() {
        return Err(guards::refusal(tx, ErrorKind::BillCancelled, &[&id]));
    }
    guards::require_reason(tx, Some(reason), "cancel", &id)?;
    let billed = |order: &WorkOrder| order.status == OrderStatus::Billed;
    let billed: Vec<WorkOrder> = orders.into_iter().filter(billed).collect();
    let ids: Vec<i64> = billed.iter().map(|order| order.id).collect();
    if !ids.is_empty() {
        diesel::sql_query("UPDATE wl.work_orders SET status = 'ready_to_bill' WHERE id = ANY ($1)")
            .bind::<Array<BigInt>, _>(&ids)
            .execute(tx.conn)?;
        audit::record_all(tx, Action::OrderStatus, &ids, Some(reason))?;
    }
    diesel::sql_query("UPDATE wl.bills SET cancel_reason = $2 WHERE id = $1")
        .bind::<BigInt, _>(number)
        .bind::<Text, _>(reason)
        .execute(tx.conn)?;
    audit::record(tx, Action::BillCancel, number, Some(reason))?;
    let numbers = billed.into_iter().map(|order| order.number).collect();
    Ok((view::find(tx, number)?, numbers))
}

//! What would be billed: approved time on no active bill, up to a day.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Timestamptz};

use super::WRITERS;
use super::unapproved::{self, Unapproved};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::{Tx, guards};
use crate::models::{OrderStatus, WorkOrder, text_enum};
use crate::text;
use crate::time::{DayRange, Period};

/// The time to bill.
#[derive(Debug, Clone)]
pub struct Selection {
    pub orders: Orders,
    /// Time that started by the last day of this; None: today.
    pub until: Option<Period>,
    pub per: Per,
    /// Accounting's own number, for one bill.
    pub reference: Option<String>,
    /// Unapproved time waits for the next bill.
    pub skip_unapproved: bool,
}

/// Which work orders.
#[derive(Debug, Clone)]
pub enum Orders {
    Named(Vec<String>),
    /// All of the customer with this name, ignoring case.
    Customer(String),
    ReadyToBill,
}

text_enum! {
    /// What a bill is for.
    pub enum Per {
        Order = "order",
        Customer = "customer",
    }
}

/// The time of one work order that is due.
#[derive(Debug, Clone, PartialEq, QueryableByName)]
pub struct Due {
    #[diesel(sql_type = BigInt)]
    pub order_id: i64,
    #[diesel(sql_type = Text)]
    pub work_order: String,
    #[diesel(sql_type = Text)]
    pub title: String,
    #[diesel(sql_type = Text)]
    pub customer: String,
    /// By which the database compares customers.
    #[diesel(sql_type = Text)]
    customer_key: String,
    #[diesel(sql_type = Array<BigInt>)]
    pub entry_ids: Vec<i64>,
    /// Of each entry, its version.
    #[diesel(sql_type = Array<BigInt>)]
    pub entry_versions: Vec<i64>,
    #[diesel(sql_type = BigInt)]
    pub duration_seconds: i64,
    #[diesel(sql_type = BigInt)]
    pub late_seconds: i64,
    /// The cancelled bills that the entries were on last.
    #[diesel(sql_type = Array<BigInt>)]
    replaces: Vec<i64>,
}

/// One bill that would be made.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedBill {
    pub orders: Vec<Due>,
}

/// The list that a person confirms.
#[derive(Debug, Clone)]
pub struct Plan {
    pub until: NaiveDate,
    pub bills: Vec<PlannedBill>,
    /// Unapproved time that is left for the next bill.
    pub skipped: Vec<Unapproved>,
    /// Selected orders that are ready to bill, without any time to bill.
    pub without_time: Vec<String>,
}

/// Lists what would be billed.
pub fn plan(tx: &mut Tx<'_>, selection: &Selection, zone: Tz) -> Result<Plan> {
    tx.require(WRITERS, "make bills")?;
    let until = until(tx, selection, zone)?;
    plan_until(tx, selection, until, zone, false)
}

/// The same up to a day that is known. With `lock`, the orders stay locked until the
/// transaction ends, so that no time of theirs changes.
pub(super) fn plan_until(
    tx: &mut Tx<'_>,
    selection: &Selection,
    until: NaiveDate,
    zone: Tz,
    lock: bool,
) -> Result<Plan> {
    // all orders are locked before anything is read, and before the first bill
    let orders = orders(tx, &selection.orders, lock)?;
    let ids: Vec<i64> = orders.iter().map(|order| order.id).collect();
    let days = DayRange {
        first: None,
        last: Some(until),
    };
    let end = days.end(zone);
    let skipped = unapproved::find(tx, &ids, end)?;
    if !skipped.is_empty() && !selection.skip_unapproved {
        return Err(unapproved::refuse(&skipped, until));
    }
    let due = due(tx, &ids, end)?;
    let without_time = orders
        .into_iter()
        .filter(|order| order.status == OrderStatus::ReadyToBill)
        .map(|order| order.number)
        .filter(|number| {
            due.iter().all(|due| due.work_order != *number)
                && skipped.iter().all(|open| open.work_order != *number)
        })
        .collect();
    let bills = bills(due, selection.per);
    if let Some(reference) = &selection.reference {
        one_bill(tx, reference, &bills)?;
    }
    Ok(Plan {
        until,
        bills,
        skipped,
        without_time,
    })
}

/// The last day of the selection, by the server's clock not in the future.
pub(super) fn until(tx: &mut Tx<'_>, selection: &Selection, zone: Tz) -> Result<NaiveDate> {
    let today = tx.now.with_timezone(&zone).date_naive();
    let Some(period) = &selection.until else {
        return Ok(today);
    };
    let (_, until) = period.resolve(tx.now, zone)?;
    if until <= today {
        return Ok(until);
    }
    let values = [until.to_string(), today.to_string(), zone.to_string()];
    let values = values.each_ref().map(String::as_str);
    Err(guards::refusal(tx, ErrorKind::BillUntil, &values))
}

fn orders(tx: &mut Tx<'_>, wanted: &Orders, lock: bool) -> Result<Vec<WorkOrder>> {
    match wanted {
        Orders::Named(numbers) => {
            let found = match lock {
                true => guards::orders(tx, numbers)?,
                false => guards::find_orders(tx, numbers)?,
            };
            for order in &found {
                guards::not_removed(tx, order)?;
            }
            Ok(found)
        }
        Orders::Customer(name) => {
            let found = select(
                tx,
                "wl.name_key(o.customer) = $1",
                &text::name_key(name.trim()),
                lock,
            )?;
            if found.is_empty() {
                guards::find_customer(tx, name)?;
            }
            Ok(found)
        }
        Orders::ReadyToBill => select(tx, "o.status = $1", OrderStatus::ReadyToBill.as_str(), lock),
    }
}

/// Billed orders have nothing to bill, and most orders are billed.
fn select(tx: &mut Tx<'_>, which: &str, value: &str, lock: bool) -> Result<Vec<WorkOrder>> {
    let lock = if lock { "FOR NO KEY UPDATE" } else { "" };
    Ok(diesel::sql_query(format!(
        "SELECT o.* FROM wl.work_orders o
         WHERE {which} AND o.status <> 'billed' AND o.deleted_at IS NULL ORDER BY o.id {lock}"
    ))
    .bind::<Text, _>(value)
    .load(tx.conn)?)
}

fn due(tx: &mut Tx<'_>, orders: &[i64], end: Option<DateTime<Utc>>) -> Result<Vec<Due>> {
    Ok(diesel::sql_query(
        "SELECT o.id AS order_id, o.number AS work_order, o.title, o.customer, wl.name_key(o.customer) AS customer_key,
            array_agg(e.id ORDER BY e.id) AS entry_ids, array_agg(e.row_version ORDER BY e.id) AS entry_versions,
            sum(e.duration_seconds)::bigint AS duration_seconds,
            coalesce(sum(e.duration_seconds) FILTER (WHERE u.late), 0)::bigint AS late_seconds,
            array_remove(array_agg(DISTINCT (SELECT max(l.bill_id) FROM wl.bill_lines l
                WHERE l.time_entry_id = e.id AND l.cancelled)), NULL) AS replaces
         FROM wl.unbilled_time u
         JOIN wl.time_entries e ON e.id = u.time_entry_id
         JOIN wl.work_orders o ON o.id = u.work_order_id
         WHERE u.work_order_id = ANY ($1) AND u.start_ts < $2
         GROUP BY o.id ORDER BY o.id",
    )
    .bind::<Array<BigInt>, _>(orders)
    .bind::<Nullable<Timestamptz>, _>(end)
    .load(tx.conn)?)
}

/// One bill for each order or customer, in the order of the first order.
fn bills(due: Vec<Due>, per: Per) -> Vec<PlannedBill> {
    let mut bills: Vec<PlannedBill> = Vec::new();
    for order in due {
        let bill = bills
            .iter_mut()
            .find(|bill| per == Per::Customer && bill.orders[0].customer_key == order.customer_key);
        match bill {
            Some(bill) => bill.orders.push(order),
            None => bills.push(PlannedBill {
                orders: vec![order],
            }),
        }
    }
    bills
}

fn one_bill(tx: &mut Tx<'_>, reference: &str, bills: &[PlannedBill]) -> Result<()> {
    #[derive(QueryableByName)]
    struct Other {
        #[diesel(sql_type = BigInt)]
        id: i64,
    }
    if bills.len() > 1 {
        return Err(Error::usage(format!(
            "the selection makes {} bills, and --reference is for one",
            bills.len()
        ))
        .hint("select less, make one bill with --per customer, or leave out --reference"));
    }
    let other: Option<Other> = diesel::sql_query(
        "SELECT b.id FROM wl.bills b WHERE wl.name_key(b.reference) = $1 AND NOT b.cancelled",
    )
    .bind::<Text, _>(text::name_key(reference))
    .get_result(tx.conn)
    .optional()?;
    match other {
        None => Ok(()),
        Some(other) => {
            let values = [&other.id.to_string(), reference];
            Err(guards::refusal(tx, ErrorKind::BillReference, &values))
        }
    }
}

impl PlannedBill {
    pub fn entries(&self) -> usize {
        self.orders.iter().map(|due| due.entry_ids.len()).sum()
    }

    pub fn duration_seconds(&self) -> i64 {
        self.orders.iter().map(|due| due.duration_seconds).sum()
    }

    pub fn late_seconds(&self) -> i64 {
        self.orders.iter().map(|due| due.late_seconds).sum()
    }

    pub fn replaces(&self) -> Vec<i64> {
        let mut numbers: Vec<i64> = self
            .orders
            .iter()
            .flat_map(|due| &due.replaces)
            .copied()
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

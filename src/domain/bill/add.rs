//! Making bills.

use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Nullable, Text};

use super::plan::{plan_until, until};
use super::{Bill, Filter, Plan, PlannedBill, Selection, WRITERS, view};
use crate::domain::{Texts, Versions, list_changed, list_changes, text_changes};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::{Tx, audit};
use crate::models::Action;
use crate::text;

/// What was billed.
#[derive(Debug)]
pub struct Added {
    pub plan: Plan,
    pub bills: Vec<Bill>,
    /// How many orders are `billed` now.
    pub billed_orders: usize,
}

/// One statement makes so many bills: each takes a round trip, and between them a
/// person sees the progress.
const BILLS_AT_ONCE: usize = 50;

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// Makes the bills that `plan` lists. When a person confirmed a list, `confirmed` is
/// that list: if anything of it is different now, nothing is billed.
pub fn add(
    tx: &mut Tx<'_>,
    selection: &Selection,
    confirmed: Option<&Plan>,
    zone: Tz,
    mut progress: impl FnMut(usize, usize),
) -> Result<Added> {
    tx.require(WRITERS, "make bills")?;
    let until = match confirmed {
        Some(plan) => plan.until,
        None => until(tx, selection, zone)?,
    };
    let plan = plan_until(tx, selection, until, zone, true)?;
    if let Some(confirmed) = confirmed
        && confirmed.bills != plan.bills
    {
        return Err(changed(confirmed, &plan)?);
    }
    if plan.bills.is_empty() {
        return Ok(Added {
            plan,
            bills: Vec::new(),
            billed_orders: 0,
        });
    }
    letterhead(tx)?;
    let mut numbers = Vec::new();
    for bills in plan.bills.chunks(BILLS_AT_ONCE) {
        numbers.extend(insert(tx, &plan, bills, selection.reference.as_deref())?);
        progress(numbers.len(), plan.bills.len());
    }
    audit::record_all(tx, Action::BillAdd, &numbers, None)?;
    let billed_orders = close_orders(tx, &plan)?;
    let filter = Filter {
        numbers: Some(numbers),
        ..Filter::default()
    };
    Ok(Added {
        plan,
        bills: view::load(tx, &filter)?,
        billed_orders,
    })
}

/// The letterhead of the present settings, if no bill has used it before.
fn letterhead(tx: &mut Tx<'_>) -> Result<()> {
    let new: Option<Id> = diesel::sql_query(
        "INSERT INTO wl.letterheads DEFAULT VALUES ON CONFLICT (sha256) DO NOTHING RETURNING id",
    )
    .get_result(tx.conn)
    .optional()?;
    match new {
        Some(new) => audit::record(tx, Action::LetterheadAdd, new.id, None),
        None => Ok(()),
    }
}

/// The database checks the entries and their versions once more, and copies them.
fn insert(
    tx: &mut Tx<'_>,
    plan: &Plan,
    bills: &[PlannedBill],
    reference: Option<&str>,
) -> Result<Vec<i64>> {
    let mut places = Vec::new();
    let (mut entries, mut versions) = (Vec::<i64>::new(), Vec::<i64>::new());
    for (place, bill) in (0_i64..).zip(bills) {
        places.extend(std::iter::repeat_n(place, bill.entries()));
        for due in &bill.orders {
            entries.extend(&due.entry_ids);
            versions.extend(&due.entry_versions);
        }
    }
    let made: Vec<Id> = diesel::sql_query(
        "INSERT INTO wl.bills (until, reference, entry_ids, entry_versions)
         SELECT $1, $2, array_agg(n.entry), array_agg(n.version)
         FROM unnest($3, $4, $5) AS n (place, entry, version)
         GROUP BY n.place ORDER BY n.place RETURNING id",
    )
    .bind::<Date, _>(plan.until)
    .bind::<Nullable<Text>, _>(reference.map(text::composed))
    .bind::<Array<BigInt>, _>(&places)
    .bind::<Array<BigInt>, _>(&entries)
    .bind::<Array<BigInt>, _>(&versions)
    .load(tx.conn)?;
    Ok(made.into_iter().map(|made| made.id).collect())
}

/// Orders that are ready to bill and have nothing left to bill are billed.
fn close_orders(tx: &mut Tx<'_>, plan: &Plan) -> Result<usize> {
    let orders = plan.bills.iter().flat_map(|bill| &bill.orders);
    let orders: Vec<i64> = orders.map(|due| due.order_id).collect();
    let billed: Vec<Id> = diesel::sql_query(
        "UPDATE wl.work_orders o SET status = 'billed'
         WHERE o.id = ANY ($1) AND o.status = 'ready_to_bill'
           AND NOT EXISTS (SELECT FROM wl.unbilled u WHERE u.work_order_id = o.id)
           AND NOT EXISTS (SELECT FROM wl.time_entries e
               WHERE e.work_order_id = o.id AND e.status = 'OPEN' AND e.deleted_at IS NULL)
         RETURNING o.id",
    )
    .bind::<Array<BigInt>, _>(&orders)
    .load(tx.conn)?;
    let mut ids: Vec<i64> = billed.into_iter().map(|order| order.id).collect();
    ids.sort_unstable();
    if !ids.is_empty() {
        audit::record_all(tx, Action::OrderStatus, &ids, None)?;
    }
    Ok(ids.len())
}

/// What is different from the list that was confirmed.
fn changed(confirmed: &Plan, now: &Plan) -> Result<Error> {
    let (before, after) = (versions(confirmed), versions(now));
    let changes = list_changes(&before, &after, |_| Ok("is no longer due".to_owned()))?;
    let what = changes
        .or_else(|| text_changes(&texts(confirmed), &texts(now)))
        .unwrap_or_else(|| "a work order or an earlier bill of it was changed".to_owned());
    Ok(list_changed(ErrorKind::BillChanged, &what))
}

/// The texts of the list, which are copied onto the bills.
fn texts(plan: &Plan) -> Texts<'_> {
    let mut texts = Texts::new();
    for due in plan.bills.iter().flat_map(|bill| &bill.orders) {
        texts.insert(format!("the title of {}", due.work_order), &due.title);
        texts.insert(format!("the customer of {}", due.work_order), &due.customer);
    }
    texts
}

/// Of each entry, its version and its order.
fn versions(plan: &Plan) -> Versions<'_> {
    let orders = plan.bills.iter().flat_map(|bill| &bill.orders);
    orders
        .flat_map(|due| {
            let versions = due.entry_ids.iter().zip(&due.entry_versions);
            versions.map(|(id, version)| (*id, (*version, due.work_order.as_str())))
        })
        .collect()
}

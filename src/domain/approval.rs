//! Approval: an admin approves finished time, which locks it (R5).

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable, Text, Timestamptz};
use serde::Serialize;

use crate::domain::list_changed;
use crate::error::{Error, ErrorKind, Result};
use crate::hours;
use crate::ledger::audit;
use crate::ledger::{Tx, guards};
use crate::models::{Action, Role};
use crate::text;

/// What to approve: the orders plus the entries, limited to the user if there is one.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    pub orders: Vec<String>,
    pub entries: Vec<i64>,
    pub user: Option<String>,
    /// Also entries over the stale limit.
    pub accept_long: bool,
}

/// One entry that could be approved, and what prevents it.
#[derive(Debug, Clone, Serialize, QueryableByName)]
pub struct Candidate {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = Text)]
    pub work_order: String,
    #[diesel(sql_type = Integer)]
    pub line_item: i32,
    #[diesel(sql_type = Text)]
    pub user: String,
    #[diesel(sql_type = Timestamptz)]
    pub start_ts: chrono::DateTime<chrono::Utc>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub end_ts: Option<chrono::DateTime<chrono::Utc>>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub duration_seconds: Option<i64>,
    #[diesel(sql_type = Bool)]
    #[serde(skip)]
    own: bool,
    #[diesel(sql_type = Bool)]
    #[serde(skip)]
    billed: bool,
}

/// An entry that stays as it is, and why.
#[derive(Debug, Clone, Serialize)]
pub struct Skipped {
    pub id: i64,
    pub work_order: String,
    pub line_item: i32,
    pub user: String,
    pub reason: String,
    #[serde(skip)]
    pub rule: ErrorKind,
}

impl Skipped {
    /// Such as `entry 7 on WO-1042/2 is a running timer of tom`.
    pub fn sentence(&self) -> String {
        format!(
            "entry {} on {}/{} {}",
            self.id, self.work_order, self.line_item, self.reason
        )
    }
}

/// The list that a person confirms or that was approved.
#[derive(Debug, Clone, Serialize)]
pub struct Plan {
    pub count: usize,
    pub duration_seconds: i64,
    pub hours: String,
    pub approved: Vec<Candidate>,
    pub skipped: Vec<Skipped>,
}

/// Lists what an approval would lock. With `lock`, it takes locks that last until the
/// transaction ends.
pub fn plan(tx: &mut Tx<'_>, selection: &Selection, lock: bool) -> Result<Plan> {
    tx.require(&[Role::Admin], "approve time")?;
    let orders = order_ids(tx, selection)?;
    let user = match &selection.user {
        Some(name) => Some(guards::find_user(tx, name)?.id),
        None => None,
    };
    if lock {
        lock_rows(tx, &orders, &selection.entries)?;
    }
    let found: Vec<Candidate> = diesel::sql_query(
        "SELECT e.id, o.number AS work_order, l.position AS line_item, u.db_role::text AS \"user\",
            e.start_ts, e.end_ts, e.duration_seconds,
            $4 = ANY (e.touched_by || e.user_id) AS own, o.status = 'billed' AS billed
         FROM wl.time_entries e
         JOIN wl.work_orders o ON o.id = e.work_order_id
         JOIN wl.line_items l ON l.id = e.line_item_id
         JOIN wl.users u ON u.id = e.user_id
         WHERE (e.work_order_id = ANY ($1) OR e.id = ANY ($2))
           AND ($3 IS NULL OR e.user_id = $3) AND e.status = 'OPEN' AND e.deleted_at IS NULL
         ORDER BY o.id, l.position, e.start_ts, e.id",
    )
    .bind::<Array<BigInt>, _>(&orders)
    .bind::<Array<BigInt>, _>(&selection.entries)
    .bind::<Nullable<BigInt>, _>(user)
    .bind::<BigInt, _>(tx.actor.id)
    .load(tx.conn)?;

    let mut plan = Plan {
        count: 0,
        duration_seconds: 0,
        hours: String::new(),
        approved: Vec::new(),
        skipped: Vec::new(),
    };
    for candidate in found {
        match objection(tx, selection, &candidate) {
            None => {
                plan.duration_seconds += candidate.duration_seconds.unwrap_or(0);
                plan.approved.push(candidate);
            }
            Some((rule, reason)) => plan.skipped.push(Skipped {
                id: candidate.id,
                work_order: candidate.work_order,
                line_item: candidate.line_item,
                user: candidate.user,
                reason,
                rule,
            }),
        }
    }
    plan.count = plan.approved.len();
    plan.hours = hours::decimal(plan.duration_seconds);
    Ok(plan)
}

/// Locks what `plan` allows. When a person confirmed a list, `confirmed` is
/// that list: if anything of it is different now, nothing is locked.
pub fn approve(tx: &mut Tx<'_>, selection: &Selection, confirmed: Option<&Plan>) -> Result<Plan> {
    let plan = plan(tx, selection, true)?;
    if let Some(confirmed) = confirmed
        && confirmed.spans() != plan.spans()
    {
        let what = format!(
            "you confirmed {} with {} h, and it now has {} with {} h",
            text::counted(confirmed.count, "entry", "entries"),
            confirmed.hours,
            text::counted(plan.count, "entry", "entries"),
            plan.hours
        );
        return Err(list_changed(ErrorKind::ApproveChanged, &what));
    }
    if plan.approved.is_empty() {
        if let Some(first) = plan.skipped.first() {
            let subject = match first.rule {
                ErrorKind::OrderBilled => first.work_order.clone(),
                _ => first.id.to_string(),
            };
            let remedy = guards::refusal(tx, first.rule, &[&subject, "", ""]).hint;
            return Err(Error {
                hint: remedy,
                ..Error::new(first.rule, plan.nothing_approved())
            });
        }
        return Ok(plan);
    }
    let ids: Vec<i64> = plan.approved.iter().map(|candidate| candidate.id).collect();
    diesel::sql_query(
        "UPDATE wl.time_entries SET status = 'LOCKED', long_accepted = duration_seconds > $2 WHERE id = ANY ($1)",
    )
    .bind::<Array<BigInt>, _>(&ids)
    .bind::<BigInt, _>(tx.settings.stale_after)
    .execute(tx.conn)?;
    audit::record_all(tx, Action::EntryApprove, &ids, None)?;
    Ok(plan)
}

impl Plan {
    fn spans(&self) -> Vec<(i64, Option<i64>)> {
        self.approved
            .iter()
            .map(|candidate| (candidate.id, candidate.duration_seconds))
            .collect()
    }

    fn nothing_approved(&self) -> String {
        let first = &self.skipped[0];
        let more = match self.skipped.len() - 1 {
            0 => String::new(),
            more => format!(", and {more} more"),
        };
        format!("nothing to approve: {}{more}", first.sentence())
    }
}

fn objection(
    tx: &Tx<'_>,
    selection: &Selection,
    candidate: &Candidate,
) -> Option<(ErrorKind, String)> {
    let Some(seconds) = candidate.duration_seconds else {
        return Some((
            ErrorKind::ApproveRunning,
            format!("is a running timer of {}", candidate.user),
        ));
    };
    if candidate.billed {
        return Some((ErrorKind::OrderBilled, "is on a billed order".to_owned()));
    }
    if tx.settings.two_pairs_of_eyes && candidate.own {
        return Some((
            ErrorKind::ApproveOwn,
            "was worked, entered or changed by you".to_owned(),
        ));
    }
    if seconds > tx.settings.stale_after && !selection.accept_long {
        let limit = crate::time::show_duration(tx.settings.stale_after);
        return Some((
            ErrorKind::ApproveLong,
            format!(
                "is {} long, over the limit of {limit}",
                hours::clock(seconds)
            ),
        ));
    }
    None
}

/// The orders by id, all found and none removed; entries must exist too.
fn order_ids(tx: &mut Tx<'_>, selection: &Selection) -> Result<Vec<i64>> {
    let orders = guards::find_orders(tx, &selection.orders)?;
    for order in &orders {
        guards::not_removed(tx, order)?;
    }
    if let [order] = orders.as_slice()
        && selection.entries.is_empty()
    {
        guards::not_billed(tx, order)?;
    }
    for id in &selection.entries {
        let entry = guards::find_entry(tx, *id)?;
        if entry.deleted_at.is_some() {
            guards::changeable(tx, &entry)?;
        }
    }
    Ok(orders.iter().map(|order| order.id).collect())
}

/// Locks in the global order: the orders against billing, then the entries
/// against edits.
fn lock_rows(tx: &mut Tx<'_>, orders: &[i64], entries: &[i64]) -> Result<()> {
    diesel::sql_query(
        "SELECT o.id FROM wl.work_orders o
         WHERE o.id = ANY ($1) OR o.id IN (SELECT e.work_order_id FROM wl.time_entries e WHERE e.id = ANY ($2))
         ORDER BY o.id FOR SHARE",
    )
    .bind::<Array<BigInt>, _>(orders)
    .bind::<Array<BigInt>, _>(entries)
    .execute(tx.conn)?;
    diesel::sql_query(
        "SELECT e.id FROM wl.time_entries e
         WHERE (e.work_order_id = ANY ($1) OR e.id = ANY ($2)) AND e.status = 'OPEN' AND e.deleted_at IS NULL
         ORDER BY e.id FOR NO KEY UPDATE",
    )
    .bind::<Array<BigInt>, _>(orders)
    .bind::<Array<BigInt>, _>(entries)
    .execute(tx.conn)?;
    Ok(())
}

//! What an approval would lock, and what it leaves out.

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{BoxedSqlQuery, SqlQuery};
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable, Text, Timestamptz};
use serde::Serialize;

use crate::error::{ErrorKind, Result};
use crate::hours;
use crate::ledger::{Tx, guards};
use crate::models::{Role, User};
use crate::schema::wl::users;

/// What to approve: time on the orders and the entries, or all time if there are neither;
/// of it only that of the users, if there are any, and only what started in the period.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    pub orders: Vec<String>,
    pub entries: Vec<i64>,
    pub users: Vec<String>,
    pub from: Option<DateTime<Utc>>,
    pub to: Option<DateTime<Utc>>,
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
    #[diesel(sql_type = Text)]
    pub title: String,
    #[diesel(sql_type = Text)]
    #[serde(skip)]
    pub customer: String,
    #[diesel(sql_type = Integer)]
    pub line_item: i32,
    #[diesel(sql_type = Text)]
    pub line_description: String,
    #[diesel(sql_type = Text)]
    pub user: String,
    #[diesel(sql_type = Text)]
    pub user_name: String,
    #[diesel(sql_type = Timestamptz)]
    pub start_ts: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub end_ts: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub duration_seconds: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    pub note: Option<String>,
    #[diesel(sql_type = BigInt)]
    #[serde(skip)]
    pub version: i64,
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
    /// Such as `entry 7 of tom on WO-1042/2 is a running timer`.
    pub fn sentence(&self) -> String {
        format!(
            "entry {} of {} on {}/{} {}",
            self.id, self.user, self.work_order, self.line_item, self.reason
        )
    }
}

/// What is approved of one person on one order.
#[derive(Debug, Clone, Serialize)]
pub struct Subtotal {
    pub user: String,
    pub work_order: String,
    pub title: String,
    pub count: usize,
    pub duration_seconds: i64,
    pub hours: String,
}

/// The list that a person confirms or that was approved.
#[derive(Debug, Clone, Serialize)]
pub struct Plan {
    pub count: usize,
    pub duration_seconds: i64,
    pub hours: String,
    /// By person, order, line item and time.
    pub approved: Vec<Candidate>,
    pub subtotals: Vec<Subtotal>,
    pub skipped: Vec<Skipped>,
}

/// Lists what an approval would lock.
pub fn plan(tx: &mut Tx<'_>, selection: &Selection) -> Result<Plan> {
    let chosen = Chosen::of(tx, selection)?;
    let found = candidates(tx, &chosen)?;
    Ok(sorted_out(tx, selection, found))
}

/// The same, and only what is selected stays locked until the transaction ends, in the
/// global order: the orders against billing, then the entries against changes.
pub(super) fn locked(tx: &mut Tx<'_>, selection: &Selection) -> Result<Plan> {
    #[derive(QueryableByName)]
    struct Id {
        #[diesel(sql_type = BigInt)]
        id: i64,
    }
    let chosen = Chosen::of(tx, selection)?;
    chosen
        .query(&format!(
            "SELECT o.id FROM wl.work_orders o
             WHERE o.id IN (SELECT e.work_order_id FROM wl.time_entries e WHERE {CHOSEN})
             ORDER BY o.id FOR SHARE"
        ))
        .execute(tx.conn)?;
    let entries: Vec<Id> = chosen
        .query(&format!(
            "SELECT e.id FROM wl.time_entries e WHERE {CHOSEN} ORDER BY e.id FOR NO KEY UPDATE"
        ))
        .load(tx.conn)?;
    let held = Chosen {
        entries: entries.into_iter().map(|entry| entry.id).collect(),
        ..Chosen::default()
    };
    let found = candidates(tx, &held)?;
    Ok(sorted_out(tx, selection, found))
}

/// A selection by IDs.
#[derive(Default)]
struct Chosen {
    /// Neither orders nor entries were given.
    anywhere: bool,
    orders: Vec<i64>,
    entries: Vec<i64>,
    users: Option<Vec<i64>>,
    from: Option<DateTime<Utc>>,
    to: Option<DateTime<Utc>>,
}

/// What [`Chosen::query`] binds. The planner knows the values, so that what is not given
/// costs nothing, and each selector has an index of open time or of time by its start.
const CHOSEN: &str = "($1 OR e.work_order_id = ANY ($2) OR e.id = ANY ($3))
    AND ($4 IS NULL OR e.user_id = ANY ($4))
    AND ($5 IS NULL OR e.start_ts >= $5) AND ($6 IS NULL OR e.start_ts < $6)
    AND e.status = 'OPEN' AND e.deleted_at IS NULL";

impl Chosen {
    /// The orders are found and not removed, and so are the entries.
    fn of(tx: &mut Tx<'_>, selection: &Selection) -> Result<Self> {
        tx.require(&[Role::Admin], "approve time")?;
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
        Ok(Self {
            anywhere: selection.orders.is_empty() && selection.entries.is_empty(),
            orders: orders.iter().map(|order| order.id).collect(),
            entries: selection.entries.clone(),
            users: user_ids(tx, &selection.users)?,
            from: selection.from,
            to: selection.to,
        })
    }

    fn query(&self, sql: &str) -> BoxedSqlQuery<'_, Pg, SqlQuery> {
        diesel::sql_query(sql)
            .into_boxed()
            .bind::<Bool, _>(self.anywhere)
            .bind::<Array<BigInt>, _>(&self.orders)
            .bind::<Array<BigInt>, _>(&self.entries)
            .bind::<Nullable<Array<BigInt>>, _>(&self.users)
            .bind::<Nullable<Timestamptz>, _>(self.from)
            .bind::<Nullable<Timestamptz>, _>(self.to)
    }
}

fn user_ids(tx: &mut Tx<'_>, names: &[String]) -> Result<Option<Vec<i64>>> {
    if names.is_empty() {
        return Ok(None);
    }
    let all: Vec<User> = users::table
        .select(User::as_select())
        .order(users::id)
        .load(tx.conn)?;
    let ids = names
        .iter()
        .map(|name| guards::pick_user(&all, name).map(|user| user.id));
    ids.collect::<Result<_>>().map(Some)
}

fn candidates(tx: &mut Tx<'_>, chosen: &Chosen) -> Result<Vec<Candidate>> {
    Ok(chosen
        .query(&format!(
            "SELECT e.id, o.number AS work_order, o.title, o.customer, l.position AS line_item,
                l.description AS line_description, u.db_role::text AS \"user\", u.full_name AS user_name,
                e.start_ts, e.end_ts, e.duration_seconds, e.note, e.row_version AS version,
                $7 = ANY (e.touched_by || e.user_id) AS own, o.status = 'billed' AS billed
             FROM wl.time_entries e
             JOIN wl.work_orders o ON o.id = e.work_order_id
             JOIN wl.line_items l ON l.id = e.line_item_id
             JOIN wl.users u ON u.id = e.user_id
             WHERE {CHOSEN}
             ORDER BY u.db_role, o.id, l.position, e.start_ts, e.id"
        ))
        .bind::<BigInt, _>(tx.actor.id)
        .load(tx.conn)?)
}

fn sorted_out(tx: &Tx<'_>, selection: &Selection, found: Vec<Candidate>) -> Plan {
    let (mut approved, mut skipped) = (Vec::new(), Vec::new());
    for candidate in found {
        match objection(tx, selection, &candidate) {
            None => approved.push(candidate),
            Some((rule, reason)) => skipped.push(Skipped {
                id: candidate.id,
                work_order: candidate.work_order,
                line_item: candidate.line_item,
                user: candidate.user,
                reason,
                rule,
            }),
        }
    }
    let duration_seconds = seconds(&approved);
    Plan {
        count: approved.len(),
        duration_seconds,
        hours: hours::decimal(duration_seconds),
        subtotals: approved
            .chunk_by(|a, b| (&a.user, &a.work_order) == (&b.user, &b.work_order))
            .map(subtotal)
            .collect(),
        approved,
        skipped,
    }
}

/// How much time entries have together.
pub fn seconds(entries: &[Candidate]) -> i64 {
    let seconds = entries.iter().filter_map(|entry| entry.duration_seconds);
    seconds.sum()
}

fn subtotal(entries: &[Candidate]) -> Subtotal {
    let duration_seconds = seconds(entries);
    Subtotal {
        user: entries[0].user.clone(),
        work_order: entries[0].work_order.clone(),
        title: entries[0].title.clone(),
        count: entries.len(),
        duration_seconds,
        hours: hours::decimal(duration_seconds),
    }
}

fn objection(
    tx: &Tx<'_>,
    selection: &Selection,
    candidate: &Candidate,
) -> Option<(ErrorKind, String)> {
    let Some(seconds) = candidate.duration_seconds else {
        return Some((ErrorKind::ApproveRunning, "is a running timer".to_owned()));
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

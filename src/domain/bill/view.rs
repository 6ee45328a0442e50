//! Bills as people and programs read them.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Integer, Nullable, Text, Timestamptz};
use serde::Serialize;

use super::READERS;
use crate::error::{Error, Result};
use crate::hours;
use crate::ledger::Tx;
use crate::models::Role;
use crate::text;

/// A bill; one that would be made has no number, no time and no maker.
#[derive(Debug, Clone, Serialize, QueryableByName)]
pub struct Bill {
    #[diesel(sql_type = Nullable<BigInt>)]
    pub number: Option<i64>,
    #[diesel(sql_type = Text)]
    pub customer: String,
    #[diesel(sql_type = Date)]
    pub until: NaiveDate,
    #[diesel(sql_type = Nullable<Text>)]
    pub reference: Option<String>,
    /// The cancelled bills that its entries were on last.
    #[diesel(sql_type = Array<BigInt>)]
    pub replaces: Vec<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub replaced_by: Option<i64>,
    #[diesel(sql_type = BigInt)]
    pub entries: i64,
    #[diesel(sql_type = BigInt)]
    pub duration_seconds: i64,
    /// Made from the seconds after the rows are read.
    #[diesel(sql_type = Text)]
    pub hours: String,
    #[diesel(sql_type = BigInt)]
    pub late_seconds: i64,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub made_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Text>)]
    pub made_by: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub cancelled_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Text>)]
    pub cancelled_by: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub cancel_reason: Option<String>,
    #[diesel(sql_type = Array<Text>)]
    pub orders: Vec<String>,
    /// The titles of the orders, in the same order.
    #[diesel(sql_type = Array<Text>)]
    pub order_titles: Vec<String>,
}

/// A line of a bill, as it was copied when the bill was made.
#[derive(Debug, Clone, Serialize, QueryableByName)]
pub struct BillLine {
    #[diesel(sql_type = BigInt)]
    pub time_entry_id: i64,
    #[diesel(sql_type = Text)]
    pub work_order: String,
    #[diesel(sql_type = Text)]
    pub title: String,
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
    #[diesel(sql_type = Timestamptz)]
    pub end_ts: DateTime<Utc>,
    #[diesel(sql_type = BigInt)]
    pub duration_seconds: i64,
    /// Made from the seconds after the rows are read.
    #[diesel(sql_type = Text)]
    pub hours: String,
    #[diesel(sql_type = Bool)]
    pub late: bool,
    #[diesel(sql_type = Nullable<Text>)]
    pub note: Option<String>,
    #[diesel(sql_type = Text)]
    pub approved_by: String,
    #[diesel(sql_type = Timestamptz)]
    pub approved_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub numbers: Option<Vec<i64>>,
    /// Part of the customer's name, ignoring case.
    pub customer: Option<String>,
    /// Made at this instant or later.
    pub from: Option<DateTime<Utc>>,
    /// Made before this instant.
    pub to: Option<DateTime<Utc>>,
    /// Also cancelled ones.
    pub cancelled: bool,
    /// The newest of them, at most so many.
    pub limit: Option<i64>,
}

/// The bills, oldest first.
pub fn list(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<Bill>> {
    tx.require(READERS, "read bills")?;
    load(tx, filter)
}

pub(super) fn load(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<Bill>> {
    let mut bills: Vec<Bill> = diesel::sql_query(
        "SELECT b.number, b.customer, b.until, b.reference, b.replaces,
            CASE WHEN b.cancelled THEN (SELECT max(r.id) FROM wl.bills r
                WHERE r.replaces <> '{}' AND r.replaces @> ARRAY[b.id]) END AS replaced_by,
            b.entries::bigint AS entries, b.duration_seconds, '' AS hours, b.late_seconds,
            b.made_at, m.db_role::text AS made_by,
            b.cancelled_at, c.db_role::text AS cancelled_by, b.cancel_reason,
            ARRAY(SELECT o.number FROM wl.bill_orders x JOIN wl.work_orders o ON o.id = x.work_order_id
                WHERE x.bill_id = b.id ORDER BY o.id) AS orders,
            ARRAY(SELECT o.title FROM wl.bill_orders x JOIN wl.work_orders o ON o.id = x.work_order_id
                WHERE x.bill_id = b.id ORDER BY o.id) AS order_titles
         FROM (SELECT * FROM wl.bills b
            WHERE ($1 IS NULL OR b.id = ANY ($1))
              AND ($2 IS NULL OR position($2 IN wl.name_key(b.customer)) > 0)
              AND ($3 IS NULL OR b.made_at >= $3) AND ($4 IS NULL OR b.made_at < $4)
              AND ($5 OR NOT b.cancelled)
            ORDER BY b.id DESC LIMIT $6) b
         JOIN wl.users m ON m.id = b.made_by
         LEFT JOIN wl.users c ON c.id = b.cancelled_by
         ORDER BY b.id",
    )
    .bind::<Nullable<Array<BigInt>>, _>(&filter.numbers)
    .bind::<Nullable<Text>, _>(filter.customer.as_deref().map(text::name_key))
    .bind::<Nullable<Timestamptz>, _>(filter.from)
    .bind::<Nullable<Timestamptz>, _>(filter.to)
    .bind::<Bool, _>(filter.cancelled)
    .bind::<Nullable<BigInt>, _>(filter.limit)
    .load(tx.conn)?;
    for bill in &mut bills {
        bill.hours = hours::decimal(bill.duration_seconds);
    }
    Ok(bills)
}

/// One bill, cancelled or not.
pub fn find(tx: &mut Tx<'_>, number: i64) -> Result<Bill> {
    tx.require(READERS, "read bills")?;
    let filter = Filter {
        numbers: Some(vec![number]),
        cancelled: true,
        ..Filter::default()
    };
    match load(tx, &filter)?.pop() {
        Some(bill) => Ok(bill),
        None => Err(no_bill(tx, number)?),
    }
}

/// Numbers have no gaps, so the nearest one is the greatest.
fn no_bill(tx: &mut Tx<'_>, number: i64) -> Result<Error> {
    #[derive(QueryableByName)]
    struct Greatest {
        #[diesel(sql_type = Nullable<BigInt>)]
        id: Option<i64>,
    }
    let greatest: Greatest =
        diesel::sql_query("SELECT max(b.id) AS id FROM wl.bills b").get_result(tx.conn)?;
    let error = Error::not_found(format!("there is no bill {number}"));
    Ok(match greatest.id {
        Some(id) => error.hint(format!(
            "the nearest is {id}; see all with: wl bill list --cancelled"
        )),
        None => error.hint("there is none yet; make one with: wl bill add ORDER"),
    })
}

/// The lines of a bill, in the order in which its documents print them.
pub fn lines(tx: &mut Tx<'_>, number: i64) -> Result<Vec<BillLine>> {
    // ops have no right to notes at all
    let note = match tx.actor.role {
        Role::Ops => "NULL",
        _ => "l.note",
    };
    let mut lines: Vec<BillLine> = diesel::sql_query(format!(
        "SELECT l.time_entry_id, l.work_order, l.title, l.line_item, l.line_description, l.user_login AS \"user\", l.user_name,
            l.start_ts, l.end_ts, l.duration_seconds, '' AS hours, l.late, {note} AS note,
            l.approver_login AS approved_by, l.approved_at
         FROM wl.bill_lines l WHERE l.bill_id = $1 ORDER BY l.position"
    ))
    .bind::<BigInt, _>(number)
    .load(tx.conn)?;
    for line in &mut lines {
        line.hours = hours::decimal(line.duration_seconds);
    }
    Ok(lines)
}

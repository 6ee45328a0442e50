//! The customer that `--customer NAME` means.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::{Names, not_found};
use crate::error::Result;
use crate::ledger::Tx;
use crate::text;

/// The full name as the newest order has it; `name` may be in any case.
pub fn find_customer(tx: &mut Tx<'_>, name: &str) -> Result<String> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = Text)]
        customer: String,
    }
    let found: Option<Found> = diesel::sql_query(
        "SELECT o.customer FROM wl.work_orders o
         WHERE wl.name_key(o.customer) = $1 AND o.deleted_at IS NULL ORDER BY o.id DESC LIMIT 1",
    )
    .bind::<Text, _>(text::name_key(name.trim()))
    .get_result(tx.conn)
    .optional()?;
    match found {
        Some(found) => Ok(found.customer),
        None => Err(not_found(tx, "customer", name, Names::Customers)),
    }
}

/// The orders of a customer that some order has.
pub fn orders_of_customer(tx: &mut Tx<'_>, name: &str) -> Result<Vec<i64>> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = BigInt)]
        id: i64,
    }
    let name = find_customer(tx, name)?;
    let found: Vec<Found> = diesel::sql_query(
        "SELECT o.id FROM wl.work_orders o
         WHERE wl.name_key(o.customer) = $1 AND o.deleted_at IS NULL ORDER BY o.id",
    )
    .bind::<Text, _>(text::name_key(&name))
    .load(tx.conn)?;
    Ok(found.into_iter().map(|order| order.id).collect())
}

//! Writes audit records. The client names the row, the action, the reason and the
//! operation; the database sets everything else and refuses what does not match the
//! change.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text};

use super::Tx;
use crate::error::Result;
use crate::models::Action;

/// Records the change just made to the row `id`.
pub fn record(tx: &mut Tx<'_>, action: Action, id: i64, reason: Option<&str>) -> Result<()> {
    record_all(tx, action, &[id], reason)
}

/// Records the same change of many rows, in one statement.
pub fn record_all(
    tx: &mut Tx<'_>,
    action: Action,
    ids: &[i64],
    reason: Option<&str>,
) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id, request)
         SELECT $1, id, $2, $3, $4, $6::uuid FROM unnest($5) WITH ORDINALITY AS changed (id, place) ORDER BY place",
    )
    .bind::<Text, _>(action.entity())
    .bind::<Text, _>(action)
    .bind::<Nullable<Text>, _>(reason)
    .bind::<Text, _>(tx.operation)
    .bind::<Array<BigInt>, _>(ids)
    .bind::<Nullable<Text>, _>(tx.request.map(|request| request.to_string()))
    .execute(tx.conn)?;
    Ok(())
}

//! Reading the audit trail.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamptz};
use serde::Serialize;

use super::Tx;
use crate::error::Result;

/// A record as `wl audit log` shows it.
#[derive(Debug, Clone, Serialize, QueryableByName)]
pub struct RecordView {
    #[diesel(sql_type = Timestamptz)]
    pub at: DateTime<Utc>,
    #[diesel(sql_type = Text)]
    pub actor: String,
    #[diesel(sql_type = Text)]
    pub actor_role: String,
    #[diesel(sql_type = Text)]
    pub action: String,
    #[diesel(sql_type = Text)]
    pub entity_type: String,
    #[diesel(sql_type = BigInt)]
    pub entity_id: i64,
    #[diesel(sql_type = BigInt)]
    pub entity_version: i64,
    #[diesel(sql_type = Nullable<Text>)]
    pub reason: Option<String>,
    #[diesel(sql_type = Text)]
    pub op_id: String,
    #[diesel(sql_type = BigInt)]
    pub chain_seq: i64,
    #[diesel(sql_type = diesel::sql_types::Jsonb)]
    pub after: serde_json::Value,
    /// 64 hexadecimal digits.
    #[diesel(sql_type = Text)]
    pub hash: String,
}

#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub actor: Option<String>,
    pub action: Option<String>,
    pub entity: Option<(String, i64)>,
    pub op_id: Option<String>,
    pub since: Option<DateTime<Utc>>,
    /// The newest so many.
    pub limit: i64,
}

/// The newest records that the reader may see, oldest first.
pub fn log(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<RecordView>> {
    Ok(diesel::sql_query(
        "SELECT * FROM (
            SELECT r.id, r.at, r.actor_login AS actor, r.actor_role, r.action, r.entity_type, r.entity_id,
                r.entity_version, r.reason, r.op_id, r.chain_seq, r.after, encode(r.hash, 'hex') AS hash
            FROM wl.audit_log r
            WHERE ($1 IS NULL OR lower(r.actor_login) = lower($1))
              AND ($2 IS NULL OR starts_with(r.action, $2))
              AND ($3 IS NULL OR r.entity_type = $3)
              AND ($4 IS NULL OR r.entity_id = $4)
              AND ($5 IS NULL OR r.op_id = $5)
              AND ($6 IS NULL OR r.at >= $6)
            ORDER BY r.id DESC LIMIT $7) newest
         ORDER BY id",
    )
    .bind::<Nullable<Text>, _>(&filter.actor)
    .bind::<Nullable<Text>, _>(&filter.action)
    .bind::<Nullable<Text>, _>(filter.entity.as_ref().map(|(kind, _)| kind))
    .bind::<Nullable<BigInt>, _>(filter.entity.as_ref().map(|(_, id)| *id))
    .bind::<Nullable<Text>, _>(&filter.op_id)
    .bind::<Nullable<Timestamptz>, _>(filter.since)
    .bind::<BigInt, _>(filter.limit)
    .load(tx.conn)?)
}

//! Documents of bills: registered by their SHA-256 before they are handed out, and found
//! again by it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Jsonb, Nullable, Text, Timestamptz};
use serde::Serialize;

use crate::error::{Error, ErrorKind, Result};
use crate::ledger::verify::{lines_hold, verify_rows};
use crate::ledger::{Tx, audit, guards};
use crate::models::{Action, BillState, DocumentKind, Entity, Role};

/// A document that was made.
#[derive(Debug, Clone, Serialize)]
pub struct NewDocument {
    /// Of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    pub bill_id: i64,
    pub kind: DocumentKind,
    /// The options that it was made with, unless they are the defaults.
    pub options: Option<String>,
    /// The fonts of the machine in it, each as its name and the hash of its file.
    pub fonts: Vec<String>,
}

/// A registered document.
#[derive(Debug, Clone, QueryableByName)]
pub struct Registered {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = Text)]
    pub sha256: String,
    #[diesel(sql_type = BigInt)]
    pub bill: i64,
    #[diesel(sql_type = BigInt)]
    pub letterhead: i64,
    #[diesel(sql_type = Text)]
    pub kind: DocumentKind,
    #[diesel(sql_type = Array<Text>)]
    pub fonts: Vec<String>,
    #[diesel(sql_type = Timestamptz)]
    pub made_at: DateTime<Utc>,
    #[diesel(sql_type = Text)]
    pub made_by: String,
    #[diesel(sql_type = Text)]
    pub bill_state: BillState,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub replaced_by: Option<i64>,
}

/// Registers documents. Bytes that are registered already add nothing.
pub fn register(tx: &mut Tx<'_>, documents: &[NewDocument]) -> Result<()> {
    #[derive(QueryableByName)]
    struct Added {
        #[diesel(sql_type = BigInt)]
        id: i64,
    }
    tx.require(&[Role::Admin, Role::Accountant], "make documents of bills")?;
    // in one order, so that two writers of the same documents don't block each other
    let added: Vec<Added> = diesel::sql_query(
        "INSERT INTO wl.documents (sha256, bill_id, kind, options, fonts)
         SELECT decode(d.sha256, 'hex'), d.bill_id, d.kind, d.options, ARRAY(SELECT jsonb_array_elements_text(d.fonts))
         FROM jsonb_to_recordset($1) AS d (sha256 text, bill_id bigint, kind text, options text, fonts jsonb)
         ORDER BY d.sha256
         ON CONFLICT (sha256) DO NOTHING RETURNING id",
    )
    .bind::<Jsonb, _>(serde_json::json!(documents))
    .load(tx.conn)?;
    let ids: Vec<i64> = added.into_iter().map(|added| added.id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    audit::record_all(tx, Action::DocumentAdd, &ids, None)
}

/// The refusal of bytes that are registered as something else.
pub fn taken(tx: &mut Tx<'_>, found: &Registered) -> Error {
    let (bill, kind) = (found.bill.to_string(), found.kind.to_string());
    guards::refusal(
        tx,
        ErrorKind::DocumentTaken,
        &[&bill, &kind, &found.made_by],
    )
}

/// Which of these hashes are registered.
pub fn find(tx: &mut Tx<'_>, hashes: &[String]) -> Result<Vec<Registered>> {
    Ok(diesel::sql_query(
        "SELECT d.id, encode(d.sha256, 'hex') AS sha256, d.bill_id AS bill, b.letterhead_id AS letterhead, d.kind, d.fonts,
            d.made_at, u.db_role::text AS made_by, s.replaced_by,
            CASE WHEN NOT b.cancelled THEN 'active' WHEN s.replaced_by IS NULL THEN 'cancelled' ELSE 'replaced' END
                AS bill_state
         FROM wl.documents d
         JOIN wl.bills b ON b.id = d.bill_id
         JOIN wl.users u ON u.id = d.made_by
         CROSS JOIN LATERAL (SELECT max(r.id) AS replaced_by FROM wl.bills r
            WHERE r.replaces <> '{}' AND r.replaces @> ARRAY[b.id]) s
         WHERE d.sha256 IN (SELECT decode(h, 'hex') FROM unnest($1) h)",
    )
    .bind::<Array<Text>, _>(hashes)
    .load(tx.conn)?)
}

/// Whether the server only copies another one, so that nothing can be registered there.
pub fn is_standby(tx: &mut Tx<'_>) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::sql::<Bool>("pg_is_in_recovery()")).get_result(tx.conn)?)
}

/// The problems in the audit trail of a document, its bill, the bill's lines and its
/// letterhead.
pub fn audit_problems(tx: &mut Tx<'_>, document: &Registered) -> Result<Vec<String>> {
    let rows = [
        (Entity::Document, document.id),
        (Entity::Bill, document.bill),
        (Entity::Letterhead, document.letterhead),
    ];
    let report = verify_rows(tx, &rows)?;
    let mut problems: Vec<String> = report
        .problems
        .iter()
        .map(|found| {
            format!(
                "{} {}: {}",
                found.entity_type, found.entity_id, found.problem
            )
        })
        .collect();
    if !lines_hold(tx, document.bill)? {
        problems.push(format!(
            "bill {}: the lines or the letterhead are not those that were recorded",
            document.bill
        ));
    }
    Ok(problems)
}

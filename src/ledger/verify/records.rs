//! What is read: each record with the row that it is about, in the order of the
//! chains.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Problem;
use super::ranges::Range;
use crate::db::copy::Field;
use crate::error::Result;
use crate::ledger::image;
use crate::models::Entity;

/// The columns of a record: first those that its hash covers, in the order of the
/// recipe; then its hash, and whether the note of a time entry is another one now.
#[derive(Clone, Copy)]
enum RecordColumn {
    Id,
    ActorId,
    ChainSeq,
    At,
    Txid,
    ActorLogin,
    ActorRole,
    EntityType,
    EntityId,
    EntityVersion,
    Action,
    Reason,
    OpId,
    RequestSha256,
    NoteSha256,
    After,
    Hash,
    OtherNote,
}

use RecordColumn as R;

const COLUMNS: [(RecordColumn, &str); 18] = [
    (R::Id, "r.id"),
    (R::ActorId, "r.actor_id"),
    (R::ChainSeq, "r.chain_seq"),
    (R::At, "r.at"),
    (R::Txid, "r.txid"),
    (R::ActorLogin, "r.actor_login"),
    (R::ActorRole, "r.actor_role"),
    (R::EntityType, "r.entity_type"),
    (R::EntityId, "r.entity_id"),
    (R::EntityVersion, "r.entity_version"),
    (R::Action, "r.action"),
    (R::Reason, "r.reason"),
    (R::OpId, "r.op_id"),
    (R::RequestSha256, "r.request_sha256"),
    (R::NoteSha256, "r.note_sha256"),
    (R::After, "r.after"),
    (R::Hash, "r.hash"),
    (R::OtherNote, "r.other_note"),
];

// `fields[column as usize]` is the column of that name
const _: () = {
    let mut place = 0;
    while place < COLUMNS.len() {
        assert!(COLUMNS[place].0 as usize == place);
        place += 1;
    }
};

/// A record's columns, then those of its row.
const FIELDS: usize = COLUMNS.len() + image::COLUMNS;

pub type Fields<'a> = [Field<'a>; FIELDS];

/// SQL: records `r` with their rows, from a FROM item and with conditions.
fn records(from: &str, conditions: &str) -> String {
    format!(
        "SELECT {}, {} FROM {from} {conditions} ORDER BY r.actor_id, r.chain_seq",
        COLUMNS.map(|(_, sql)| sql).join(", "),
        image::columns_sql()
    )
}

/// SQL: the complete chains of a range of actors.
pub fn whole(range: Range) -> String {
    let bound = |sign: &str, id: Option<i64>| {
        id.map_or_else(String::new, |id| format!("AND r.actor_id {sign} {id}"))
    };
    let range = format!("{} {}", bound(">=", range.first), bound("<", range.end));
    records("wl.audit_proof r", &format!("WHERE true {range}"))
}

/// SQL: from the heads of a seal on, the sealed records themselves included. The
/// heads are made first, in order: else row-level security would let PostgreSQL
/// look at them only after it has read each entire chain.
pub fn after_seal() -> String {
    records(
        "(SELECT u.id, coalesce(h.chain_seq, 0) AS chain_seq
            FROM wl.users u
            LEFT JOIN jsonb_to_recordset(current_setting('wl.heads')::jsonb) AS h (actor_id bigint, chain_seq bigint)
                ON h.actor_id = u.id ORDER BY u.id) h
         JOIN wl.audit_proof r ON r.actor_id = h.id AND r.chain_seq >= h.chain_seq",
        "",
    )
}

/// SQL: the records of some rows, each with the one before it in its chain.
pub fn of_rows(rows: &[(Entity, i64)]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|(entity, id)| format!("('{entity}', {id}::bigint)"))
        .collect();
    records(
        &format!(
            "(SELECT DISTINCT w.actor_id, n AS chain_seq
                FROM (VALUES {}) AS v (entity_type, entity_id)
                JOIN wl.audit_log w ON w.entity_type = v.entity_type AND w.entity_id = v.entity_id
                CROSS JOIN generate_series(w.chain_seq - 1, w.chain_seq) n OFFSET 0) w
             JOIN wl.audit_proof r ON r.actor_id = w.actor_id AND r.chain_seq = w.chain_seq",
            rows.join(", ")
        ),
        "",
    )
}

/// Rows are looked up one by one, in the order of the chains: any other join
/// would have to sort all records with all they hold. Images have times in UTC.
pub fn walk_the_chains(conn: &mut PgConnection) -> Result<()> {
    Ok(conn.batch_execute(
        "SET LOCAL jit = off; SET LOCAL TimeZone = 'UTC'; SET LOCAL enable_hashjoin = off;
         SET LOCAL enable_mergejoin = off; SET LOCAL enable_memoize = off; SET LOCAL enable_material = off",
    )?)
}

/// A record as the server sent it.
pub struct Record<'a> {
    pub actor_id: i64,
    pub chain_seq: i64,
    pub at: i64,
    pub entity_id: i64,
    pub entity_version: i64,
    fields: &'a Fields<'a>,
}

impl<'a> Record<'a> {
    pub fn of(fields: &'a Fields<'a>) -> Result<Self> {
        Ok(Self {
            actor_id: fields[R::ActorId as usize].i64()?,
            chain_seq: fields[R::ChainSeq as usize].i64()?,
            at: fields[R::At as usize].micros()?,
            entity_id: fields[R::EntityId as usize].i64()?,
            entity_version: fields[R::EntityVersion as usize].i64()?,
            fields,
        })
    }

    fn field(&self, column: RecordColumn) -> Field<'a> {
        self.fields[column as usize]
    }

    pub fn actor_login(&self) -> Result<&'a str> {
        self.field(R::ActorLogin).text()
    }

    pub fn entity_type(&self) -> &'a [u8] {
        self.field(R::EntityType).bytes()
    }

    pub fn after(&self) -> &'a [u8] {
        self.field(R::After).bytes()
    }

    pub fn hash(&self) -> &'a [u8] {
        self.field(R::Hash).bytes()
    }

    pub fn other_note(&self) -> bool {
        self.field(R::OtherNote).bool()
    }

    /// The columns of [`image::columns_sql`].
    pub fn row(&self) -> &'a [Field<'a>] {
        &self.fields[COLUMNS.len()..]
    }

    /// The hash of this record after another one. The recipe's JSON array is put
    /// together in `scratch`, as PostgreSQL's json_build_array writes it.
    pub fn hash_after(&self, previous: &[u8], scratch: &mut Vec<u8>) -> Result<[u8; 32]> {
        scratch.clear();
        scratch.extend_from_slice(previous);
        scratch.extend_from_slice(b"[\"wl-audit-1\"");
        for column in [R::Id, R::ActorId, R::ChainSeq] {
            next(&self.field(column).i64()?, scratch)?;
        }
        next(&self.at, scratch)?;
        next(&self.field(R::Txid).i64()?, scratch)?;
        for column in [R::ActorLogin, R::ActorRole, R::EntityType] {
            next(&self.field(column).text()?, scratch)?;
        }
        for number in [self.entity_id, self.entity_version] {
            next(&number, scratch)?;
        }
        for column in [R::Action, R::Reason, R::OpId] {
            next(&self.field(column).optional(Field::text)?, scratch)?;
        }
        for column in [R::RequestSha256, R::NoteSha256] {
            next(&self.field(column).get().map(hex::encode), scratch)?;
        }
        scratch.extend_from_slice(b", ");
        scratch.extend_from_slice(self.after());
        scratch.push(b']');
        Ok(Sha256::digest(scratch).into())
    }

    pub fn problem(&self, problem: String) -> Result<Problem> {
        Ok(Problem {
            entity_type: self.field(R::EntityType).text()?.to_owned(),
            entity_id: self.entity_id,
            entity_version: self.entity_version,
            problem,
        })
    }
}

/// One more member of a JSON array.
pub fn next<T: Serialize + ?Sized>(member: &T, json: &mut Vec<u8>) -> Result<()> {
    json.extend_from_slice(b", ");
    image::json(member, json)
}

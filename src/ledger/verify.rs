//! Verifying the audit trail: every chain is recomputed, and every row is
//! compared with its last record.
//!
//! The bytes that a record's hash covers, recipe `wl-audit-1`, are written
//! down in ARCHITECTURE.md; `wl.audit_payload` is the same in SQL.

use std::collections::HashMap;

use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Nullable, Text};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Tx;
use super::seal::{self, Head, Seal, hex};
use crate::error::Result;
use crate::models::Role;

/// How many problems a report names; the count goes on.
const NAMED: usize = 100;

/// What `wl audit verify` found.
#[derive(Debug, Serialize)]
pub struct Report {
    pub records: i64,
    pub chains: i64,
    pub seal: String,
    /// All problems; `problems` names the first hundred.
    pub problem_count: usize,
    pub problems: Vec<Problem>,
}

#[derive(Debug, Serialize, QueryableByName)]
pub struct Problem {
    #[diesel(sql_type = Text)]
    pub entity_type: String,
    #[diesel(sql_type = BigInt)]
    pub entity_id: i64,
    #[diesel(sql_type = BigInt)]
    pub entity_version: i64,
    #[diesel(sql_type = Text)]
    pub problem: String,
}

#[derive(QueryableByName)]
struct Record {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = BigInt)]
    actor_id: i64,
    #[diesel(sql_type = BigInt)]
    chain_seq: i64,
    /// Microseconds since 1970.
    #[diesel(sql_type = BigInt)]
    at: i64,
    #[diesel(sql_type = BigInt)]
    txid: i64,
    #[diesel(sql_type = Text)]
    actor_login: String,
    #[diesel(sql_type = Text)]
    actor_role: String,
    #[diesel(sql_type = Text)]
    entity_type: String,
    #[diesel(sql_type = BigInt)]
    entity_id: i64,
    #[diesel(sql_type = BigInt)]
    entity_version: i64,
    #[diesel(sql_type = Text)]
    action: String,
    #[diesel(sql_type = Nullable<Text>)]
    reason: Option<String>,
    #[diesel(sql_type = Text)]
    op_id: String,
    #[diesel(sql_type = Text)]
    after: String,
    #[diesel(sql_type = Binary)]
    hash: Vec<u8>,
}

impl Record {
    fn hash_after(&self, previous: &[u8]) -> Vec<u8> {
        let mut digest = Sha256::new();
        digest.update(previous);
        text(&mut digest, Some("wl-audit-1"));
        for number in [self.id, self.actor_id, self.chain_seq, self.at, self.txid] {
            digest.update(number.to_be_bytes());
        }
        text(&mut digest, Some(&self.actor_login));
        text(&mut digest, Some(&self.actor_role));
        text(&mut digest, Some(&self.entity_type));
        digest.update(self.entity_id.to_be_bytes());
        digest.update(self.entity_version.to_be_bytes());
        text(&mut digest, Some(&self.action));
        text(&mut digest, self.reason.as_deref());
        text(&mut digest, Some(&self.op_id));
        text(&mut digest, Some(&self.after));
        digest.finalize().to_vec()
    }

    fn problem(&self, problem: String) -> Problem {
        Problem {
            entity_type: self.entity_type.clone(),
            entity_id: self.entity_id,
            entity_version: self.entity_version,
            problem,
        }
    }
}

/// A text as its length in four bytes big-endian and its UTF-8; null is -1.
fn text(digest: &mut Sha256, text: Option<&str>) {
    let length = text.map_or(-1, |text| i32::try_from(text.len()).unwrap_or(i32::MAX));
    digest.update(length.to_be_bytes());
    digest.update(text.unwrap_or_default());
}

/// One chain while it is read.
struct Chain {
    head: Head,
    at: i64,
    broken: bool,
}

/// An earlier seal to hold the trail against.
pub enum Earlier {
    /// From a seal file.
    Heads(Seal),
    /// From a document.
    Digits(String),
}

/// Recomputes everything; with `earlier`, also checks that its heads are
/// still in the chains.
pub fn verify(tx: &mut Tx<'_>, earlier: Option<&Earlier>) -> Result<Report> {
    tx.require(
        &[Role::Admin, Role::Accountant, Role::Ops],
        "verify the audit trail",
    )?;
    let mut report = Report {
        records: 0,
        chains: 0,
        seal: String::new(),
        problem_count: 0,
        problems: Vec::new(),
    };
    let earlier = match earlier {
        None => None,
        Some(Earlier::Heads(seal)) => Some(seal.clone()),
        Some(Earlier::Digits(digits)) => {
            let found = seal::find(tx, digits)?;
            if found.is_none() {
                report.add(Problem::of_trail(format!(
                    "the trail never had the seal {digits}"
                )));
            }
            found
        }
    };
    let mut wanted: HashMap<(i64, i64), &Head> = earlier
        .iter()
        .flat_map(|seal| &seal.heads)
        .map(|head| ((head.actor_id, head.chain_seq), head))
        .collect();
    let mut heads: Vec<Head> = Vec::new();
    let mut chain: Option<Chain> = None;

    let records = diesel::sql_query(
        "SELECT id, actor_id, chain_seq, (extract(epoch FROM at) * 1000000)::bigint AS at, txid, actor_login, actor_role,
            entity_type, entity_id, entity_version, action, reason, op_id, after::text AS after, hash
         FROM wl.audit_log ORDER BY actor_id, chain_seq",
    )
    .load_iter::<Record, PgRowByRowLoadingMode>(tx.conn)?;
    for record in records {
        let record = record?;
        report.records += 1;
        if chain
            .as_ref()
            .is_none_or(|chain| chain.head.actor_id != record.actor_id)
        {
            heads.extend(chain.take().map(|chain| chain.head));
            report.chains += 1;
            let head = Head {
                actor_id: record.actor_id,
                login: record.actor_login.clone(),
                chain_seq: 0,
                hash: vec![0; 32],
            };
            chain = Some(Chain {
                head,
                at: i64::MIN,
                broken: false,
            });
        }
        let Some(chain) = chain.as_mut() else {
            continue;
        };
        // one break is reported once: everything after it hangs on it
        if !chain.broken
            && let Some(problem) = break_of(chain, &record)
        {
            chain.broken = true;
            report.add(record.problem(problem));
        }
        if let Some(head) = wanted.remove(&(record.actor_id, record.chain_seq))
            && head.hash != record.hash
        {
            report.add(record.problem(format!(
                "record {} of {} is not the one that was sealed",
                head.chain_seq, head.login
            )));
        }
        chain.head.chain_seq = record.chain_seq;
        chain.at = record.at;
        chain.head.hash = record.hash;
    }
    heads.extend(chain.map(|chain| chain.head));

    let mut missing: Vec<&Head> = wanted.into_values().collect();
    missing.sort_by_key(|head| (head.actor_id, head.chain_seq));
    for head in missing {
        report.add(Problem {
            entity_type: "user".to_owned(),
            entity_id: head.actor_id,
            entity_version: 0,
            problem: format!(
                "the chain of {} is shorter than when it was sealed: record {} is gone",
                head.login, head.chain_seq
            ),
        });
    }
    let mismatches = diesel::sql_query(
        "SELECT entity_type, entity_id, entity_version, problem FROM wl.audit_mismatches()",
    )
    .load_iter::<Problem, PgRowByRowLoadingMode>(tx.conn)?;
    for mismatch in mismatches {
        report.add(mismatch?);
    }
    report.seal = Seal::of(heads).seal;
    Ok(report)
}

impl Problem {
    /// About the trail as a whole.
    fn of_trail(problem: String) -> Self {
        Self {
            entity_type: "trail".to_owned(),
            entity_id: 0,
            entity_version: 0,
            problem,
        }
    }
}

fn break_of(chain: &Chain, record: &Record) -> Option<String> {
    let whose = format!(
        "chain of {}, record {}",
        record.actor_login, record.chain_seq
    );
    if record.chain_seq != chain.head.chain_seq + 1 {
        Some(format!(
            "{whose}: record {} should come next",
            chain.head.chain_seq + 1
        ))
    } else if record.at < chain.at {
        Some(format!("{whose}: it is dated before the one it follows"))
    } else if record.hash != record.hash_after(&chain.head.hash) {
        Some(format!(
            "{whose}: the hash does not fit, here stands {}",
            hex(&record.hash)
        ))
    } else {
        None
    }
}

impl Report {
    fn add(&mut self, problem: Problem) {
        self.problem_count += 1;
        if self.problems.len() < NAMED {
            self.problems.push(problem);
        }
    }
}

//! The seal: the heads of all audit chains condensed to one hash.
//!
//! With an earlier seal, anyone can prove that the trail still contains everything that
//! it held then. A trail that was cut, rewritten and hashed again, or restored from an
//! old backup no longer has those heads.
//!
//! Recipe `wl-seal-1`: SHA-256 over the bytes `wl-seal-1`, then for each actor
//! with records, by rising id: the id and the length of the chain as eight
//! bytes big-endian, and the 32 bytes of its last hash.

use std::collections::BTreeMap;

use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Bool, Jsonb, Nullable, Text};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Tx;
use crate::error::{Error, Result};

/// What a seal file's name has after the name of the file that it seals.
pub const ENDING: &str = ".seal.json";

/// The end of one actor's chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, QueryableByName)]
pub struct Head {
    #[diesel(sql_type = BigInt)]
    pub actor_id: i64,
    #[diesel(sql_type = Text)]
    pub login: String,
    #[diesel(sql_type = BigInt)]
    pub chain_seq: i64,
    #[diesel(sql_type = Binary)]
    #[serde(with = "hex::serde")]
    pub hash: Vec<u8>,
}

/// A seal with the heads it was made from: what a seal file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// 64 hexadecimal digits.
    pub seal: String,
    pub heads: Vec<Head>,
}

impl Seal {
    pub fn of(heads: Vec<Head>) -> Self {
        let mut digest = Sha256::new();
        digest.update(b"wl-seal-1");
        for head in &heads {
            digest.update(head.actor_id.to_be_bytes());
            digest.update(head.chain_seq.to_be_bytes());
            digest.update(&head.hash);
        }
        Self {
            seal: hex::encode(digest.finalize()),
            heads,
        }
    }

    /// Reads a seal file and checks that its hash fits its heads.
    pub fn parse(text: &str) -> Result<Self> {
        let seal: Self = serde_json::from_str(text).map_err(|_| {
            Error::data("this is not a seal file").hint("wl audit seal --output FILE writes one")
        })?;
        if Self::of(seal.heads.clone()).seal != seal.seal {
            return Err(Error::data(
                "the seal file is damaged: its hash doesn't match its contents",
            ));
        }
        Ok(seal)
    }
}

/// The seal of the trail as this transaction sees it.
pub fn current(tx: &mut Tx<'_>) -> Result<Seal> {
    of_trail(tx.conn)
}

/// The seal of the trail as the connected login sees it; the owner sees everything.
pub fn of_trail(conn: &mut PgConnection) -> Result<Seal> {
    let heads: Vec<Head> = diesel::sql_query(
        "SELECT u.id AS actor_id, u.db_role::text AS login, r.chain_seq, r.hash
         FROM wl.users u
         CROSS JOIN LATERAL (SELECT a.chain_seq, a.hash FROM wl.audit_log a
            WHERE a.actor_id = u.id ORDER BY a.chain_seq DESC LIMIT 1) r
         ORDER BY u.id",
    )
    .load(conn)?;
    Ok(Seal::of(heads))
}

/// Whether the trail still holds every record that was a chain's last under the seal.
pub fn is_in_trail(conn: &mut PgConnection, seal: &Seal) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Held {
        #[diesel(sql_type = Bool)]
        held: bool,
    }
    let found: Held = diesel::sql_query(
        "SELECT coalesce(bool_and(EXISTS (SELECT FROM wl.audit_log r
            WHERE r.actor_id = h.actor_id AND r.chain_seq = h.chain_seq AND encode(r.hash, 'hex') = h.hash)), true)
            AS held
         FROM jsonb_to_recordset($1) AS h (actor_id bigint, chain_seq bigint, hash text)",
    )
    .bind::<Jsonb, _>(serde_json::json!(seal.heads))
    .get_result(conn)?;
    Ok(found.held)
}

/// How many records are older than the newest one under the seal, but not under it. A
/// record has the time at which its transaction wrote it, and becomes visible when that is
/// committed.
pub fn under_way(tx: &mut Tx<'_>, seal: &Seal) -> Result<i64> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    let found: Count = diesel::sql_query(
        "WITH heads AS MATERIALIZED (SELECT h.actor_id, h.chain_seq
            FROM jsonb_to_recordset($1) AS h (actor_id bigint, chain_seq bigint)),
         newest AS MATERIALIZED (SELECT max(r.at) AS at
            FROM heads h JOIN wl.audit_log r ON r.actor_id = h.actor_id AND r.chain_seq = h.chain_seq)
         SELECT count(r.at) AS count
         FROM wl.users u LEFT JOIN heads h ON h.actor_id = u.id
         JOIN LATERAL (SELECT a.at FROM wl.audit_log a
            WHERE a.actor_id = u.id AND a.chain_seq > coalesce(h.chain_seq, 0)
                AND a.at < (SELECT n.at FROM newest n)) r ON true",
    )
    .bind::<Jsonb, _>(serde_json::json!(seal.heads))
    .get_result(tx.conn)?;
    Ok(found.count)
}

/// The 64 digits of a seal, alone or below or beside the word `seal`, as `wl audit seal`
/// prints them.
pub fn printed(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.strip_prefix("seal").unwrap_or(text).trim_start();
    let is_seal = hex::decode_to_slice(digits, &mut [0; 32]).is_ok();
    is_seal.then(|| digits.to_ascii_lowercase())
}

/// The refusal of digits that [`find`] doesn't find.
pub fn never_had() -> Error {
    Error::not_found("the audit trail never had this seal").hint(
        "a seal that was made during another transaction is known only to its seal file: give that",
    )
}

/// The heads behind the digits of an earlier seal, found by going back through
/// the trail from its present state, transaction by transaction. None: the
/// trail never was so, or another transaction was under way while the seal was
/// made; a seal file knows its heads and does not depend on that.
pub fn find(tx: &mut Tx<'_>, digits: &str) -> Result<Option<Seal>> {
    /// A record that is taken away: its chain ends with the one before, if any.
    #[derive(QueryableByName)]
    struct Step {
        #[diesel(sql_type = BigInt)]
        actor_id: i64,
        #[diesel(sql_type = Text)]
        login: String,
        #[diesel(sql_type = BigInt)]
        txid: i64,
        #[diesel(sql_type = Nullable<BigInt>)]
        chain_seq: Option<i64>,
        #[diesel(sql_type = Nullable<Binary>)]
        hash: Option<Vec<u8>>,
    }
    let present = current(tx)?.heads.into_iter();
    let mut heads: BTreeMap<i64, Head> = present.map(|head| (head.actor_id, head)).collect();
    let steps = diesel::sql_query(
        "SELECT actor_id, actor_login AS login, txid, lag(chain_seq) OVER chain AS chain_seq, lag(hash) OVER chain AS hash
         FROM wl.audit_log WINDOW chain AS (PARTITION BY actor_id ORDER BY chain_seq) ORDER BY at DESC, id DESC",
    )
    .load_iter::<Step, PgRowByRowLoadingMode>(tx.conn)?;
    let mut transaction = None;
    for step in steps {
        let step = step?;
        if transaction != Some(step.txid) {
            let seal = Seal::of(heads.values().cloned().collect());
            if seal.seal == digits {
                return Ok(Some(seal));
            }
        }
        transaction = Some(step.txid);
        let actor_id = step.actor_id;
        match (step.chain_seq, step.hash) {
            (Some(chain_seq), Some(hash)) => {
                let login = step.login;
                heads.insert(
                    actor_id,
                    Head {
                        actor_id,
                        login,
                        chain_seq,
                        hash,
                    },
                );
            }
            _ => {
                heads.remove(&actor_id);
            }
        }
    }
    let seal = Seal::of(heads.into_values().collect());
    Ok((seal.seal == digits).then_some(seal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_of_a_seal_in_each_printed_form() {
        let digits = "ab".repeat(32);
        for text in ["", "seal  ", "seal\n"] {
            let given = format!("{text}{}\n", digits.to_ascii_uppercase());
            assert_eq!(printed(&given).as_ref(), Some(&digits), "{given}");
        }
        for other in [
            "",
            "seal",
            "ab",
            &format!("seals {digits}"),
            &format!("{digits} x"),
        ] {
            assert_eq!(printed(other), None, "{other}");
        }
    }

    #[test]
    fn a_seal_file_that_was_changed_is_noticed() -> Result<()> {
        let head = Head {
            actor_id: 1,
            login: "ada".to_owned(),
            chain_seq: 7,
            hash: vec![9; 32],
        };
        let seal = Seal::of(vec![head]);
        let text = serde_json::to_string(&seal).map_err(|e| Error::bug(e.to_string()))?;
        assert_eq!(Seal::parse(&text)?, seal);
        assert!(Seal::parse(&text.replace(":7", ":8")).is_err());
        assert!(Seal::parse("{}").is_err());
        Ok(())
    }
}

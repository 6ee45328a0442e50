//! How several connections share the chains of an entire trail, all on one snapshot.

use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::db::copy;
use crate::db::transaction::{SNAPSHOT, begin};
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::ledger::seal::Head;

/// Actors from `first` on and before `end`; together, ranges leave no number out.
#[derive(Clone, Copy, Default)]
pub struct Range {
    pub first: Option<i64>,
    pub end: Option<i64>,
}

impl Range {
    pub fn holds(self, actor_id: i64) -> bool {
        self.first.is_none_or(|first| first <= actor_id)
            && self.end.is_none_or(|end| actor_id < end)
    }
}

/// Two connections for each processor of this machine, but no crowd: while one
/// waits for its server another has work, and rows come in larger pieces.
pub fn workers() -> usize {
    std::thread::available_parallelism().map_or(1, |count| (2 * count.get()).min(8))
}

/// Many ranges for each worker, of about the same number of records, so that
/// all have work until the end.
pub fn ranges(heads: &[Head]) -> Vec<Range> {
    let total: i64 = heads.iter().map(|head| head.chain_seq).sum();
    let share = total / i64::try_from(16 * workers()).unwrap_or(1) + 1;
    let mut ranges = Vec::new();
    let (mut first, mut records) = (None, 0);
    for head in heads {
        if records >= share {
            let end = Some(head.actor_id);
            ranges.push(Range { first, end });
            (first, records) = (end, 0);
        }
        records += head.chain_seq;
    }
    ranges.push(Range { first, end: None });
    ranges
}

/// The name by which another connection sees what this transaction sees.
pub struct Snapshot(String);

impl Snapshot {
    pub fn export(tx: &mut Tx<'_>) -> Result<Self> {
        // it lasts as long as this transaction, which may have to wait for the others
        copy::set(tx.conn, "idle_in_transaction_session_timeout", "0")?;
        let name: String =
            diesel::select(sql::<Text>("pg_export_snapshot()")).get_result(tx.conn)?;
        Ok(Self(name))
    }

    pub fn enter(&self, conn: &mut PgConnection) -> Result<()> {
        begin(conn, SNAPSHOT)?;
        let digits = |byte: u8| byte.is_ascii_hexdigit() || byte == b'-';
        if !self.0.bytes().all(digits) {
            return Err(Error::bug("no name of a snapshot"));
        }
        Ok(conn.batch_execute(&format!("SET TRANSACTION SNAPSHOT '{}'", self.0))?)
    }
}

//! The only place that begins and ends transactions.
#![expect(
    clippy::disallowed_methods,
    reason = "all other code starts its transactions here, with their pinned settings"
)]

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::result::Error::RollbackErrorOnCommit;

use super::{error_map, second_look};
use crate::error::Result;

/// Settings of a login, a database or the environment must not matter. Names
/// without a schema are found only in pg_catalog, because a function with that name
/// in another schema would run with the caller's rights. And a session that is idle in
/// a transaction must not block others for long.
const PINNED: &str = "SET LOCAL search_path = pg_catalog, pg_temp; SET LOCAL row_security = on; SET LOCAL lock_timeout = '10s'";

/// The mode of a transaction that only reads: all of it sees the same moment.
pub const SNAPSHOT: &str = "ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Begins a transaction in one round trip; `mode` as in SQL's `BEGIN`. Without
/// [`commit`] it ends, and changes nothing, when the connection ends.
pub fn begin(conn: &mut PgConnection, mode: &str) -> QueryResult<()> {
    AnsiTransactionManager::begin_transaction_sql(conn, &format!("BEGIN {mode}; {PINNED}"))
}

pub fn commit(conn: &mut PgConnection) -> Result<()> {
    match AnsiTransactionManager::commit_transaction(conn) {
        Err(RollbackErrorOnCommit { commit_error, .. }) => Err(error_map::at_commit(*commit_error)),
        other => other.map_err(error_map::at_commit),
    }
}

pub fn roll_back(conn: &mut PgConnection) -> QueryResult<()> {
    AnsiTransactionManager::rollback_transaction(conn)
}

/// Runs `work` in a transaction, and commits unless it fails.
pub fn run<T>(
    conn: &mut PgConnection,
    work: impl FnOnce(&mut PgConnection) -> Result<T>,
) -> Result<T> {
    let result = conn.transaction(|conn| {
        conn.batch_execute(PINNED)?;
        work(conn)
    });
    result.map_err(|error| second_look::explained(conn, error))
}

/// Runs `work` in a transaction that is taken back, whatever became of the one before:
/// diesel doesn't know of one whose `BEGIN` failed half-way. No limit of the login holds.
pub fn apart<R>(
    conn: &mut PgConnection,
    work: impl FnOnce(&mut PgConnection) -> QueryResult<R>,
) -> QueryResult<R> {
    conn.batch_execute(&format!(
        "ROLLBACK; BEGIN; SET LOCAL statement_timeout = 0; {PINNED}"
    ))?;
    let result = work(conn);
    conn.batch_execute("ROLLBACK")?;
    result
}

/// Runs `work` inside an open transaction, which its failure does not end.
pub fn savepoint<T>(
    conn: &mut PgConnection,
    work: impl FnOnce(&mut PgConnection) -> QueryResult<T>,
) -> QueryResult<T> {
    conn.transaction(work)
}

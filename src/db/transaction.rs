//! How every transaction begins.

use diesel::connection::AnsiTransactionManager;
use diesel::prelude::*;

/// Begins what every transaction of ours begins with: what a login, a database
/// or the environment has set must not matter. Names without a schema are
/// found in pg_catalog alone, for a function of that name in another schema
/// would run with the rights of whoever calls it. And nobody who sits idle in a
/// transaction stops the others for long.
pub const PINNED: &str = "SET LOCAL search_path = pg_catalog, pg_temp; SET LOCAL row_security = on; SET LOCAL lock_timeout = '10s'";

/// The mode of whoever only reads.
pub const SNAPSHOT: &str = "ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// One round trip; `mode` as in SQL's `BEGIN`.
pub fn begin(conn: &mut PgConnection, mode: &str) -> QueryResult<()> {
    AnsiTransactionManager::begin_transaction_sql(conn, &format!("BEGIN {mode}; {PINNED}"))
}

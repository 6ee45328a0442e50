//! Who holds the locks that others wait for, as anyone may read it, and what ends that.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Text};

use super::super::connect::Target;
use super::super::local::SUPERUSER;
use super::super::transaction::{self, apart};
use crate::error::{Holder, Result};
use crate::text;

/// A query: sessions, by their process, and prepared transactions, which have
/// none, by the name that is on their locks; since when they are in that state,
/// and what an administrator types to end them.
pub const HOLDERS: &str = "
    SELECT a.pid, NULL AS virtualtransaction, a.state, a.state_change AS since,
        pg_catalog.format('%s (server process %s)', coalesce(a.usename::text, '?'), a.pid) AS name,
        pg_catalog.format('SELECT pg_terminate_backend(%s)', a.pid) AS fix
    FROM pg_catalog.pg_stat_activity a
    UNION ALL
    SELECT NULL, t.virtualtransaction, 'prepared', x.prepared,
        pg_catalog.format('%s (prepared transaction %L)', x.owner, x.gid), pg_catalog.format('ROLLBACK PREPARED %L', x.gid)
    FROM pg_catalog.pg_prepared_xacts x
    JOIN pg_catalog.pg_locks t ON t.transactionid = x.transaction AND t.pid IS NULL";

/// A query: who waits since when for whom, and what an administrator types to
/// end that.
pub fn blockers() -> String {
    format!(
        "SELECT w.pid AS waiting, w.waitstart AS since, s.pid, s.name, s.fix
         FROM pg_catalog.pg_locks w
         CROSS JOIN LATERAL pg_catalog.unnest(pg_catalog.pg_blocking_pids(w.pid)) b (pid)
         JOIN ({HOLDERS}) s ON s.pid = b.pid
         WHERE NOT w.granted
         UNION ALL
         SELECT w.pid, w.waitstart, 0, s.name, s.fix
         FROM pg_catalog.pg_locks w
         JOIN pg_catalog.pg_locks h ON h.granted AND h.pid IS NULL AND h.locktype = w.locktype
            AND (h.database, h.relation, h.page, h.tuple, h.transactionid, h.classid, h.objid, h.objsubid)
                IS NOT DISTINCT FROM (w.database, w.relation, w.page, w.tuple, w.transactionid, w.classid, w.objid, w.objsubid)
         JOIN ({HOLDERS}) s ON s.virtualtransaction = h.virtualtransaction
         WHERE NOT w.granted AND 0 = ANY (pg_catalog.pg_blocking_pids(w.pid))"
    )
}

/// A query: who holds what the server process `$1` waits for. Those in front of it in the
/// queue wait themselves and are not named; in their place stands whoever they wait for.
pub fn holders() -> String {
    format!(
        "WITH RECURSIVE queue (pid) AS (
            SELECT $1
            UNION
            SELECT b.pid FROM queue q CROSS JOIN LATERAL pg_catalog.unnest(pg_catalog.pg_blocking_pids(q.pid)) b (pid)
            WHERE b.pid <> 0
         )
         SELECT DISTINCT b.name, b.pid, b.fix FROM ({}) b JOIN queue q ON q.pid = b.waiting
         WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_locks o WHERE o.pid = b.pid AND NOT o.granted)
         ORDER BY b.name LIMIT 5",
        blockers()
    )
}

/// So many locks fill the table of a small server, and no command of ours takes as many.
const MANY: i32 = 1_000;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Integer)]
    process: i32,
    #[diesel(sql_type = Text)]
    fix: String,
}

/// SQL: whether the holder `s` has the lock `l`.
const HAS: &str =
    "(s.pid = l.pid OR l.pid IS NULL AND s.virtualtransaction = l.virtualtransaction)";

/// A template of `format()`: the statement that ends all sessions of a login but our own.
pub const END_ALL: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %L AND pid <> pg_backend_pid()";

fn holder(row: Row) -> Holder {
    Holder {
        name: row.name,
        process: row.process,
        fix: row.fix,
    }
}

/// Who keeps everybody from our tables, also from reading them; in a transaction of its own.
pub fn of_tables(conn: &mut PgConnection) -> QueryResult<Vec<Holder>> {
    let query = format!(
        "SELECT DISTINCT s.name, coalesce(s.pid, 0) AS process, s.fix FROM pg_catalog.pg_locks l
         JOIN pg_catalog.pg_class c ON c.oid = l.relation AND c.relnamespace = to_regnamespace('wl')
         JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = current_database()
         JOIN ({HOLDERS}) s ON {HAS}
         WHERE l.granted AND l.mode = 'AccessExclusiveLock' ORDER BY 1 LIMIT 5"
    );
    let found: Vec<Row> = apart(conn, |conn| diesel::sql_query(query).load(conn))?;
    Ok(found.into_iter().map(holder).collect())
}

/// Whoever holds the most locks, if these are many; in a transaction of its own.
pub fn hoarders(conn: &mut PgConnection) -> QueryResult<Vec<Holder>> {
    let query = format!(
        "SELECT s.name, coalesce(s.pid, 0) AS process, s.fix
         FROM (SELECT l.pid, l.virtualtransaction, count(*) AS locks FROM pg_catalog.pg_locks l GROUP BY 1, 2) l
         JOIN ({HOLDERS}) s ON {HAS}
         WHERE l.locks >= $1 ORDER BY l.locks DESC LIMIT 1"
    );
    let found: Vec<Row> = apart(conn, |conn| {
        diesel::sql_query(query).bind::<Integer, _>(MANY).load(conn)
    })?;
    Ok(found.into_iter().map(holder).collect())
}

/// Who has the most connections, and the statement that ends them.
pub fn who_has_most(conn: &mut PgConnection) -> QueryResult<(String, String)> {
    #[derive(QueryableByName)]
    struct Most {
        #[diesel(sql_type = Text)]
        who: String,
        #[diesel(sql_type = Text)]
        fix: String,
    }
    let most: Most = diesel::sql_query(format!(
        "SELECT format('%s has %s of the %s connections', a.usename, count(*), sum(count(*)) OVER ()) AS who,
            format('{END_ALL}', a.usename) AS fix
         FROM pg_stat_activity a WHERE a.backend_type = 'client backend' AND a.pid <> pg_backend_pid()
         GROUP BY a.usename ORDER BY count(*) DESC LIMIT 1",
    ))
    .get_result(conn)?;
    Ok((most.who, most.fix))
}

/// The command with which the owner of the private server sends it statements.
pub fn psql(statements: &[&str]) -> String {
    let words = statements
        .iter()
        .map(|statement| text::shell_word(statement));
    let options: String = words.map(|word| format!(" -c {word}")).collect();
    format!("wl --as {SUPERUSER} db psql --{options}")
}

/// The transaction of a holder, as a superuser sees it.
#[derive(QueryableByName)]
pub struct Held {
    #[diesel(sql_type = Text)]
    pub program: String,
    /// Tells it from a later transaction, also one of another session with this number.
    #[diesel(sql_type = Text)]
    began: String,
}

/// What a holder holds now; None: it has ended by itself. Not for prepared transactions.
pub fn held(target: &Target, holder: &Holder) -> Result<Option<Held>> {
    let query = format!(
        "SELECT a.application_name AS program, a.xact_start::text AS began
         FROM pg_catalog.pg_stat_activity a JOIN ({HOLDERS}) s ON s.pid = a.pid
         WHERE a.pid = $1 AND s.name = $2 AND a.xact_start IS NOT NULL"
    );
    transaction::run(&mut *target.connect()?, |conn| {
        let query = diesel::sql_query(query)
            .bind::<Integer, _>(holder.process)
            .bind::<Text, _>(&holder.name);
        Ok(query.get_result(conn).optional()?)
    })
}

/// Ends the session of this transaction, unless that has ended by itself; false: it goes on.
pub fn end(target: &Target, holder: &Holder, held: &Held) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Ended {
        #[diesel(sql_type = Bool)]
        ended: bool,
    }
    transaction::run(&mut *target.connect()?, |conn| {
        let row: Ended = diesel::sql_query(
            "SELECT coalesce(bool_and(pg_catalog.pg_terminate_backend(a.pid, 5000)), true) AS ended
             FROM pg_catalog.pg_stat_activity a WHERE a.pid = $1 AND a.xact_start::text = $2",
        )
        .bind::<Integer, _>(holder.process)
        .bind::<Text, _>(&held.began)
        .get_result(conn)?;
        Ok(row.ended)
    })
}

/// Rolls a prepared transaction back.
pub fn roll_back_prepared(target: &Target, holder: &Holder) -> Result<()> {
    // no transaction may be open, and nothing can be bound: the server has quoted it
    Ok(target.connect()?.batch_execute(&holder.fix)?)
}

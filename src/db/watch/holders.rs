//! Who holds the locks that others wait for, as anyone may read it.

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
         SELECT DISTINCT b.name, b.fix FROM ({}) b JOIN queue q ON q.pid = b.waiting
         WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_locks o WHERE o.pid = b.pid AND NOT o.granted)
         ORDER BY b.name LIMIT 5",
        blockers()
    )
}

//! What an ops person runs first: is everything as it must be?
//!
//! Each check says what it found and how to mend it. A check that can't be
//! made is a finding too, never a pass.

use chrono::{DateTime, Datelike, NaiveDate, Offset, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable, Text, Timestamptz};
use serde::Serialize;

use crate::db::catalog;
use crate::db::connect::PINNED;
use crate::db::migrate;
use crate::db::remote::Security;
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::ledger::seal::{self, Seal};
use crate::models::Role;
use crate::time;

/// The outcome of one check.
#[derive(Debug, Clone, Serialize)]
pub struct Check {
    pub check: &'static str,
    pub ok: bool,
    pub detail: String,
    /// What to do; empty where all is well.
    pub fix: String,
}

impl Check {
    pub fn good(check: &'static str, detail: impl Into<String>) -> Self {
        Self {
            check,
            ok: true,
            detail: detail.into(),
            fix: String::new(),
        }
    }

    pub fn bad(check: &'static str, detail: impl Into<String>, fix: impl Into<String>) -> Self {
        Self {
            check,
            ok: false,
            detail: detail.into(),
            fix: fix.into(),
        }
    }
}

/// How many things of one kind a check names.
const NAMED: usize = 5;

/// A check by its name.
type Examine = (&'static str, fn(&mut PgConnection) -> Result<Vec<Check>>);

const CHECKS: [Examine; 7] = [
    ("server", server),
    ("schema", schema),
    ("people", people),
    ("objects", objects),
    ("exceptions", idle_lines),
    ("parameters", parameters),
    ("time zone", zone),
];

/// All checks that one connection can answer. Sessions that are idle in a
/// transaction for `idle_after` seconds are a finding.
pub fn examine(
    conn: &mut PgConnection,
    security: Option<&Security>,
    idle_after: i64,
) -> Vec<Check> {
    let mut found = Vec::new();
    let mut add = |name, checks: Result<Vec<Check>>| match checks {
        Ok(checks) => found.extend(checks),
        Err(error) => found.push(Check::bad(
            name,
            error.message,
            error.hint.unwrap_or_default(),
        )),
    };
    for (name, check) in CHECKS {
        add(name, alone(conn, check));
    }
    let mut add = |name, check: Result<Check>| add(name, check.map(|check| vec![check]));
    add("encryption", alone(conn, |conn| encryption(conn, security)));
    add("sessions", alone(conn, sessions));
    add("idle sessions", alone(conn, |conn| idle(conn, idle_after)));
    found
}

/// A transaction for each check: one that fails stops no other.
fn alone<R>(
    conn: &mut PgConnection,
    check: impl FnOnce(&mut PgConnection) -> Result<R>,
) -> Result<R> {
    conn.transaction(|conn| {
        conn.batch_execute(PINNED)?;
        check(conn)
    })
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

fn names(conn: &mut PgConnection, sql: &str) -> Result<Vec<String>> {
    Ok(diesel::sql_query(sql)
        .load::<Name>(conn)?
        .into_iter()
        .map(|row| row.name)
        .collect())
}

fn some(names: &[String]) -> String {
    let mut shown: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    let more = format!("{} more", names.len().saturating_sub(NAMED));
    if names.len() > NAMED {
        shown.push(&more);
    }
    shown.join(", ")
}

fn server(conn: &mut PgConnection) -> Result<Vec<Check>> {
    #[derive(QueryableByName)]
    struct Version {
        #[diesel(sql_type = Text)]
        version: String,
        #[diesel(sql_type = Integer)]
        number: i32,
        #[diesel(sql_type = Bool)]
        standby: bool,
        #[diesel(sql_type = Timestamptz)]
        now: DateTime<Utc>,
    }
    let found: Version = diesel::sql_query(
        "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
            pg_is_in_recovery() AS standby, clock_timestamp() AS now",
    )
    .get_result(conn)?;
    let role = if found.standby {
        "standby, read only"
    } else {
        "primary"
    };
    let version = format!("{}, {role}", found.version);
    Ok(vec![
        version_check(found.number, &version),
        clock_check((Utc::now() - found.now).num_seconds().abs()),
    ])
}

fn version_check(number: i32, version: &str) -> Check {
    let text = format!("PostgreSQL {version}");
    match number {
        ..150_000 => Check::bad("server", text, "use PostgreSQL 15 or later"),
        _ => Check::good("server", text),
    }
}

fn clock_check(apart: i64) -> Check {
    match apart {
        ..=60 => Check::good("clock", "the server's clock agrees with this machine's"),
        _ => Check::bad(
            "clock",
            format!("the server's clock and this machine's are {apart} s apart"),
            "set both by NTP; the server's is the one that counts",
        ),
    }
}

/// Under this much free space the private database is in danger.
const LOW_DISK: u64 = 1 << 30;

/// How much room the private database has.
pub fn disk_check(free: u64) -> Check {
    let text = format!("{} MiB free where the private database is", free >> 20);
    match free {
        ..LOW_DISK => Check::bad("disk", text, "make room, or move WL_HOME to a larger disk"),
        _ => Check::good("disk", text),
    }
}

fn schema(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let states = migrate::status(conn)?;
    let missing = states.iter().filter(|state| !state.applied).count();
    Ok(vec![if missing == 0 {
        Check::good("schema", format!("current, {}", migrate::newest_version()?))
    } else {
        Check::bad(
            "schema",
            format!("{missing} migrations are not applied"),
            "wl migrate",
        )
    }])
}

/// What libpq checked; when the server's certificate ends is not among what it
/// tells, and an ended one is refused by it.
fn encryption(conn: &mut PgConnection, security: Option<&Security>) -> Result<Check> {
    #[derive(QueryableByName)]
    struct Tls {
        #[diesel(sql_type = Nullable<Text>)]
        version: Option<String>,
    }
    let Some(security) = security.filter(|security| security.remote) else {
        return Ok(Check::good(
            "encryption",
            "not needed: the connection stays on this machine",
        ));
    };
    let found: Option<Tls> = diesel::sql_query(
        "SELECT s.version FROM pg_catalog.pg_stat_ssl s WHERE s.pid = pg_backend_pid() AND s.ssl",
    )
    .get_result(conn)
    .optional()?;
    Ok(encryption_check(
        found.map(|tls| tls.version.unwrap_or_default()),
        security.mode(),
    ))
}

fn encryption_check(version: Option<String>, mode: &str) -> Check {
    let fix = "say sslmode=verify-full and sslrootcert=FILE in DATABASE_URL";
    let Some(version) = version else {
        return Check::bad(
            "encryption",
            format!("the connection leaves this machine in clear text (sslmode={mode})"),
            format!("switch ssl on at the server, and {fix}"),
        );
    };
    match mode {
        "verify-full" => Check::good(
            "encryption",
            format!("{version}; the server's certificate and its name were checked"),
        ),
        "verify-ca" => Check::bad(
            "encryption",
            format!(
                "{version}; the server's certificate was checked, but not its name (sslmode={mode})"
            ),
            fix,
        ),
        _ => Check::bad(
            "encryption",
            format!("{version}, but nobody checked that it is the right server (sslmode={mode})"),
            fix,
        ),
    }
}

/// Nobody who records or bills time holds powers over the server.
fn people(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let powerful = names(
        conn,
        // powers of a person's own, and of every role that the person may become
        "SELECT format('%s (%s%s)', r.rolname, concat_ws(', ',
                CASE WHEN p.rolsuper THEN 'superuser' END, CASE WHEN p.rolcreaterole THEN 'CREATEROLE' END,
                CASE WHEN p.rolcreatedb THEN 'CREATEDB' END, CASE WHEN p.rolreplication THEN 'REPLICATION' END,
                CASE WHEN p.rolbypassrls THEN 'BYPASSRLS' END,
                CASE WHEN p.rolname ~ '^pg_.*server' THEN 'files and programs of the server' END,
                CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_database d WHERE d.datdba = p.oid) THEN 'owner of a database' END
            ), CASE WHEN p.oid <> r.oid THEN ' as ' || p.rolname END) AS name
         FROM wl.users u
         JOIN pg_catalog.pg_roles r ON r.rolname = u.db_role
         JOIN pg_catalog.pg_roles p ON p.oid = r.oid OR (NOT r.rolsuper AND pg_has_role(r.oid, p.oid, 'MEMBER'))
         WHERE p.rolsuper OR p.rolcreaterole OR p.rolcreatedb OR p.rolreplication OR p.rolbypassrls
            OR p.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files',
                'pg_read_all_data', 'pg_write_all_data')
            OR EXISTS (SELECT FROM pg_catalog.pg_database d WHERE d.datdba = p.oid)
         ORDER BY 1",
    )?;
    let mismatched = names(
        conn,
        "SELECT format('%s (%s, member of %s)', u.db_role, CASE WHEN u.deleted_at IS NULL THEN u.role ELSE 'removed' END,
                coalesce(nullif(concat_ws(' and ', g.list), ''), 'nothing')) AS name
         FROM wl.users u CROSS JOIN LATERAL (
            SELECT string_agg(duty, ' and ' ORDER BY duty) AS list
            FROM unnest(ARRAY['technician', 'admin', 'accountant', 'ops']) duty
            WHERE EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = u.db_role AND NOT r.rolsuper)
              AND pg_has_role(u.db_role, ('wl_' || duty)::name, 'MEMBER')) g
         WHERE g.list IS DISTINCT FROM CASE WHEN u.deleted_at IS NULL THEN u.role END
         ORDER BY 1",
    )?;
    Ok(vec![
        if powerful.is_empty() {
            Check::good("people", "nobody has powers over the server")
        } else {
            Check::bad(
                "people",
                format!("powers over the server: {}", some(&powerful)),
                "ALTER ROLE ... NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS; REVOKE wl_owner FROM ...",
            )
        },
        if mismatched.is_empty() {
            Check::good("duties", "everybody has exactly the one duty of their row")
        } else {
            Check::bad(
                "duties",
                format!(
                    "no right at all because row and membership differ: {}",
                    some(&mismatched)
                ),
                "wl user role NAME ROLE, or GRANT and REVOKE the wl_ groups to match the row",
            )
        },
    ])
}

fn objects(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let (missing, extra) = catalog::differences(conn)?;
    if missing.is_empty() && extra.is_empty() {
        return Ok(vec![Check::good(
            "objects",
            "tables, triggers, functions and rights are as the migrations make them",
        )]);
    }
    let mut detail = Vec::new();
    if !missing.is_empty() {
        detail.push(format!("missing or changed: {}", some(&missing)));
    }
    if !extra.is_empty() {
        detail.push(format!("not made by a migration: {}", some(&extra)));
    }
    Ok(vec![Check::bad(
        "objects",
        detail.join("; "),
        "find out who changed the schema (wl audit verify tells whether data was changed too); restore it from the migrations",
    )])
}

/// `idle_since` leads `wl exceptions` to the line items that are done without
/// time. One that is not marked would never be listed.
fn idle_lines(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let unmarked = names(
        conn,
        "SELECT o.number || '/' || l.position AS name
         FROM wl.line_items l
         JOIN wl.work_orders o ON o.id = l.work_order_id
         WHERE l.status = 'done' AND l.deleted_at IS NULL AND l.idle_since IS NULL
           AND NOT EXISTS (SELECT FROM wl.time_entries e
                WHERE e.line_item_id = l.id AND e.deleted_at IS NULL AND e.duration_seconds > 0)
           -- who sees only their own time can't tell
           AND coalesce((SELECT u.role FROM wl.users u WHERE u.id = wl.me()), '') <> 'technician'
         ORDER BY l.id",
    )?;
    Ok(vec![if unmarked.is_empty() {
        Check::good(
            "exceptions",
            "no line item that is done without time is hidden from them",
        )
    } else {
        Check::bad(
            "exceptions",
            format!("done without time and not listed: {}", some(&unmarked)),
            "somebody wrote past the guards, see wl audit verify; reopening such a line item and closing it marks it",
        )
    }])
}

/// Parameters with which a login could switch the rules off.
fn parameters(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = names(
        conn,
        "SELECT format('%s may be set by %s', p.parname, CASE WHEN a.grantee = 0 THEN 'everybody' ELSE a.grantee::regrole::text END) AS name
         FROM pg_catalog.pg_parameter_acl p CROSS JOIN LATERAL pg_catalog.aclexplode(p.paracl) a
         WHERE p.parname IN ('session_replication_role', 'ignore_checksum_failure', 'zero_damaged_pages', 'lc_messages',
                'allow_system_table_mods', 'track_activities')
           AND a.grantee <> 10
         UNION ALL
         SELECT format('%s is set for %s', setting, coalesce(s.setrole::regrole::text, 'everybody'))
         FROM pg_catalog.pg_db_role_setting s CROSS JOIN LATERAL unnest(s.setconfig) setting
         WHERE s.setdatabase IN (0, (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()))
           AND (setting LIKE 'session_replication_role=%' OR setting LIKE 'row_security=%'
             OR setting LIKE 'default_transaction_isolation=%')
         UNION ALL
         SELECT 'fsync is off: a crash may lose committed time' WHERE current_setting('fsync') = 'off'
         UNION ALL
         SELECT 'full_page_writes is off: a crash may damage the database' WHERE current_setting('full_page_writes') = 'off'
         ORDER BY 1",
    )?;
    Ok(vec![if found.is_empty() {
        Check::good(
            "parameters",
            "nobody can switch triggers off; the server writes durably",
        )
    } else {
        Check::bad(
            "parameters",
            some(&found),
            "REVOKE SET ON PARAMETER ... FROM ...; ALTER ROLE or DATABASE ... RESET ...; ALTER SYSTEM RESET ...",
        )
    }])
}

/// Sessions that hold locks on our tables while others wait for them.
fn sessions(conn: &mut PgConnection) -> Result<Check> {
    #[derive(QueryableByName)]
    struct Blocker {
        #[diesel(sql_type = Integer)]
        pid: i32,
        #[diesel(sql_type = Text)]
        login: String,
        #[diesel(sql_type = Nullable<BigInt>)]
        seconds: Option<i64>,
        #[diesel(sql_type = Array<Integer>)]
        waiting: Vec<i32>,
    }
    let found: Vec<Blocker> = diesel::sql_query(
        "SELECT b.pid, coalesce(a.usename::text, '?') AS login,
            floor(extract(epoch FROM (clock_timestamp() - min(w.waitstart))))::bigint AS seconds,
            array_agg(DISTINCT w.pid) AS waiting
         FROM pg_catalog.pg_locks w
         CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) AS b (pid)
         LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
         WHERE NOT w.granted AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks o
            WHERE o.pid = b.pid AND NOT o.granted)
         GROUP BY b.pid, a.usename ORDER BY b.pid",
    )
    .load(conn)?;
    if found.is_empty() {
        return Ok(Check::good("sessions", "nobody waits for a lock"));
    }
    let told: Vec<String> = found
        .iter()
        .map(|blocker| {
            let long = blocker.seconds.map_or_else(String::new, |seconds| {
                format!(", for {}", time::show_duration(seconds))
            });
            format!(
                "{} (server process {}) blocks {}{long}",
                blocker.login,
                blocker.pid,
                blocker.waiting.len()
            )
        })
        .collect();
    Ok(Check::bad(
        "sessions",
        some(&told),
        "ask them to end their transaction, or as a superuser: SELECT pg_terminate_backend(PID)",
    ))
}

/// Who left a transaction open with locks on our tables, before anybody waits.
fn idle(conn: &mut PgConnection, idle_after: i64) -> Result<Check> {
    #[derive(QueryableByName)]
    struct Holder {
        #[diesel(sql_type = Integer)]
        pid: i32,
        #[diesel(sql_type = Text)]
        login: String,
        /// None: the server does not show us what others do.
        #[diesel(sql_type = Nullable<BigInt>)]
        seconds: Option<i64>,
    }
    let holders: Vec<Holder> = diesel::sql_query(
        "SELECT a.pid, coalesce(a.usename::text, '?') AS login,
            floor(extract(epoch FROM (clock_timestamp() - a.state_change)))::bigint AS seconds
         FROM pg_catalog.pg_stat_activity a
         WHERE a.pid <> pg_backend_pid() AND (a.state IS NULL OR a.state LIKE 'idle in transaction%')
           AND EXISTS (SELECT FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation
              JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = current_database()
              WHERE l.pid = a.pid AND l.granted AND c.relnamespace = 'wl'::regnamespace
                AND l.mode NOT IN ('AccessShareLock', 'ShareUpdateExclusiveLock'))
         ORDER BY a.pid",
    )
    .load(conn)?;
    let told: Vec<String> = holders
        .iter()
        .filter_map(|holder| Some((holder, holder.seconds?)))
        .filter(|(_, seconds)| *seconds >= idle_after)
        .map(|(holder, seconds)| {
            format!(
                "{} (server process {}) is idle in a transaction for {}",
                holder.login,
                holder.pid,
                time::show_duration(seconds)
            )
        })
        .collect();
    if told.is_empty() {
        let hidden = holders.iter().filter(|holder| holder.seconds.is_none());
        return Ok(Check::good(
            "idle sessions",
            match hidden.count() {
                0 => "nobody leaves a transaction open".to_owned(),
                count => format!(
                    "{count} hold locks; for how long is shown to members of pg_read_all_stats"
                ),
            },
        ));
    }
    Ok(Check::bad(
        "idle sessions",
        some(&told),
        "ask them to end their transaction, or set idle_in_transaction_session_timeout",
    ))
}

/// Days after which a record should be under a seal.
const SEAL_DAYS: i64 = 7;

/// Whether the trail still contains an earlier seal, and what came after it.
pub fn seal_check(tx: &mut Tx<'_>, earlier: Option<&Seal>) -> Result<Check> {
    let Some(earlier) = earlier else {
        let present = seal::current(tx)?;
        return Ok(Check::good(
            "seal",
            format!(
                "{} over {} chains; none to compare with was named (--seal or WL_SEAL_FILE)",
                present.seal,
                present.heads.len()
            ),
        ));
    };
    tx.require(
        &[Role::Admin, Role::Accountant, Role::Ops],
        "compare the trail with a seal",
    )?;
    #[derive(QueryableByName)]
    struct Sealed {
        #[diesel(sql_type = BigInt)]
        missing: i64,
        #[diesel(sql_type = Nullable<Timestamptz>)]
        newest: Option<DateTime<Utc>>,
        #[diesel(sql_type = Nullable<Timestamptz>)]
        unsealed_since: Option<DateTime<Utc>>,
    }
    let heads = serde_json::to_string(&earlier.heads)
        .map_err(|error| Error::bug(format!("the seal: {error}")))?;
    let found: Sealed = diesel::sql_query(
        "WITH heads AS MATERIALIZED (
            SELECT * FROM jsonb_to_recordset($1::jsonb) AS h (actor_id bigint, chain_seq bigint, hash text))
         SELECT (SELECT count(*) FROM heads h WHERE NOT EXISTS (SELECT FROM wl.audit_log a
                WHERE a.actor_id = h.actor_id AND a.chain_seq = h.chain_seq AND encode(a.hash, 'hex') = h.hash)) AS missing,
            (SELECT max(a.at) FROM heads h JOIN wl.audit_log a USING (actor_id, chain_seq)) AS newest,
            (SELECT min(a.at) FROM wl.users u LEFT JOIN heads h ON h.actor_id = u.id
                JOIN wl.audit_log a ON a.actor_id = u.id AND a.chain_seq = coalesce(h.chain_seq, 0) + 1) AS unsealed_since",
    )
    .bind::<Text, _>(heads)
    .get_result(tx.conn)?;
    if found.missing > 0 {
        return Ok(Check::bad(
            "seal",
            "the trail no longer contains what is under the seal: it was rewritten, or an older backup was restored",
            "wl audit verify --seal FILE says where",
        ));
    }
    let day = |ts: DateTime<Utc>| ts.date_naive();
    let newest = found.newest.map_or_else(String::new, |ts| {
        format!(", the newest record of {}", day(ts))
    });
    Ok(match found.unsealed_since {
        Some(ts) if (tx.now - ts).num_days() >= SEAL_DAYS => Check::bad(
            "seal",
            format!("records since {} are under no seal", day(ts)),
            "wl audit seal --output FILE, kept on another machine",
        ),
        _ => Check::good("seal", format!("the trail contains the seal{newest}")),
    })
}

/// The zone of the settings means the same here and on the server.
fn zone(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let setting: Option<String> = {
        use crate::schema::wl::settings;
        settings::table
            .filter(settings::name.eq("zone"))
            .select(settings::value)
            .get_result(conn)?
    };
    let Some(name) = setting else {
        return Ok(vec![Check::good(
            "time zone",
            "none is set: exports are in UTC, people see their own (wl settings set zone NAME)",
        )]);
    };
    let own = time::zone_by_name(&name)?;
    let year = Utc::now().year();
    // clock changes of the past year and the next two, looked at day by day
    let days = (-365..730).filter_map(|day| {
        NaiveDate::from_yo_opt(year, 1)?.checked_add_signed(chrono::TimeDelta::days(day))
    });
    let instants: Vec<DateTime<Utc>> = days
        .filter_map(|day| Some(day.and_hms_opt(12, 0, 0)?.and_utc()))
        .collect();
    #[derive(QueryableByName)]
    struct Shift {
        #[diesel(sql_type = BigInt)]
        seconds: i64,
    }
    let shifts: Vec<Shift> = diesel::sql_query(
        "SELECT extract(epoch FROM (t AT TIME ZONE $2) - (t AT TIME ZONE 'UTC'))::bigint AS seconds
         FROM unnest($1) WITH ORDINALITY AS instants (t, place) ORDER BY place",
    )
    .bind::<Array<Timestamptz>, _>(&instants)
    .bind::<Text, _>(&name)
    .load(conn)?;
    let differs = instants.iter().zip(&shifts).find(|(ts, shift)| {
        i64::from(ts.with_timezone(&own).offset().fix().local_minus_utc()) != shift.seconds
    });
    Ok(vec![match differs {
        None => Check::good(
            "time zone",
            format!("{name}, the same here and on the server"),
        ),
        Some((ts, _)) => Check::bad(
            "time zone",
            format!(
                "{name} on {} is not the same here and on the server",
                ts.date_naive()
            ),
            "update the time zone data of the server (package tzdata), or install the newest wl",
        ),
    }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_test_server_shows_is_found_too() {
        assert!(!version_check(140_010, "14.10, primary").ok);
        assert!(version_check(150_000, "15.0, primary").ok);
        assert!(!clock_check(61).ok);
        assert!(clock_check(60).ok);
        assert!(!disk_check(LOW_DISK - 1).ok);
        assert!(disk_check(LOW_DISK).ok);
        assert!(!encryption_check(None, "prefer").ok);
    }
}

//! What an ops person runs first: is everything as it must be?
//!
//! Each check says what it found and how to mend it. A check that can't be
//! made is a finding too, never a pass.

use chrono::{DateTime, Datelike, NaiveDate, Offset, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable, Text, Timestamptz};
use serde::Serialize;

use crate::db::catalog;
use crate::db::migrate;
use crate::error::Result;
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

const CHECKS: [Examine; 9] = [
    ("server", server),
    ("schema", schema),
    ("encryption", encryption),
    ("people", people),
    ("objects", objects),
    ("exceptions", idle_lines),
    ("parameters", parameters),
    ("sessions", sessions),
    ("time zone", zone),
];

/// All checks that one connection can answer.
pub fn examine(conn: &mut PgConnection) -> Vec<Check> {
    let mut found = Vec::new();
    for (name, check) in CHECKS {
        match check(conn) {
            Ok(checks) => found.extend(checks),
            Err(error) => found.push(Check::bad(
                name,
                error.message,
                error.hint.unwrap_or_default(),
            )),
        }
    }
    found
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
    let mut checks = vec![if found.number < 150_000 {
        Check::bad(
            "server",
            format!("PostgreSQL {}", found.version),
            "use PostgreSQL 15 or later",
        )
    } else {
        Check::good("server", format!("PostgreSQL {}, {role}", found.version))
    }];
    let apart = (Utc::now() - found.now).num_seconds().abs();
    checks.push(if apart > 60 {
        Check::bad(
            "clock",
            format!("the server's clock and this machine's are {apart} s apart"),
            "set both by NTP; the server's is the one that counts",
        )
    } else {
        Check::good("clock", "the server's clock agrees with this machine's")
    });
    Ok(checks)
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

fn encryption(conn: &mut PgConnection) -> Result<Vec<Check>> {
    #[derive(QueryableByName)]
    struct Tls {
        #[diesel(sql_type = Bool)]
        local: bool,
        #[diesel(sql_type = Bool)]
        ssl: bool,
        #[diesel(sql_type = Nullable<Text>)]
        version: Option<String>,
    }
    let found: Tls = diesel::sql_query(
        "SELECT a.client_addr IS NULL OR a.client_addr <<= '127.0.0.0/8' OR a.client_addr = '::1' AS local,
            coalesce(s.ssl, false) AS ssl, s.version
         FROM pg_catalog.pg_stat_activity a LEFT JOIN pg_catalog.pg_stat_ssl s ON s.pid = a.pid
         WHERE a.pid = pg_backend_pid()",
    )
    .get_result(conn)?;
    Ok(vec![match (found.ssl, found.local) {
        (true, _) => Check::good(
            "encryption",
            format!("{} to the server", found.version.unwrap_or_default()),
        ),
        (false, true) => Check::good(
            "encryption",
            "not needed: the connection stays on this machine",
        ),
        (false, false) => Check::bad(
            "encryption",
            "the connection to the server is not encrypted",
            "add sslmode=verify-full and sslrootcert=FILE to DATABASE_URL",
        ),
    }])
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
            OR p.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')
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
         WHERE setting LIKE 'session_replication_role=%' OR setting LIKE 'row_security=%'
            OR setting LIKE 'default_transaction_isolation=%'
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
            "REVOKE SET ON PARAMETER ... FROM ...; ALTER ROLE ... RESET ...; ALTER SYSTEM RESET ...",
        )
    }])
}

/// Sessions that hold locks on our tables while others wait for them.
fn sessions(conn: &mut PgConnection) -> Result<Vec<Check>> {
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
            floor(extract(epoch FROM (clock_timestamp() - a.xact_start)))::bigint AS seconds,
            array_agg(DISTINCT w.pid) AS waiting
         FROM pg_catalog.pg_locks w
         CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) AS b (pid)
         LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
         WHERE NOT w.granted AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks o
            WHERE o.pid = b.pid AND NOT o.granted)
         GROUP BY b.pid, a.usename, a.xact_start ORDER BY b.pid",
    )
    .load(conn)?;
    if found.is_empty() {
        return Ok(vec![Check::good("sessions", "nobody waits for a lock")]);
    }
    let told: Vec<String> = found
        .iter()
        .map(|blocker| {
            let long = blocker.seconds.map_or_else(String::new, |seconds| {
                format!(", for {}", time::show_duration(seconds))
            });
            format!(
                "{} (server process {}{long}) blocks {}",
                blocker.login,
                blocker.pid,
                blocker.waiting.len()
            )
        })
        .collect();
    Ok(vec![Check::bad(
        "sessions",
        some(&told),
        "ask them to end their transaction, or as a superuser: SELECT pg_terminate_backend(PID)",
    )])
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

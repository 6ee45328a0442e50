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
use crate::db::error_map;
use crate::db::migrate;
use crate::db::remote::Security;
use crate::db::watch::{PREPARED, blockers};
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::ledger::seal::{self, Seal};
use crate::models::Role;
use crate::{text, time};

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

    /// A check that could not be made.
    pub fn failed(check: &'static str, error: Error) -> Self {
        let fix = error.hint.unwrap_or_else(|| {
            "mend what else is found; then: wl --as NAME doctor, as an admin".to_owned()
        });
        Self::bad(check, error.message, fix)
    }
}

/// How many things of one kind a check names.
const NAMED: usize = 5;

/// A check by its name.
type Examine = (&'static str, fn(&mut PgConnection) -> Result<Vec<Check>>);

const OF_SERVER: [Examine; 3] = [
    ("server", server),
    ("parameters", parameters),
    ("sessions", sessions),
];

const OF_SCHEMA: [Examine; 9] = [
    ("schema", schema),
    ("roles", roles),
    ("people", people),
    ("duties", duties),
    ("rights", rights),
    ("objects", objects),
    ("other objects", other_objects),
    ("exceptions", idle_lines),
    ("time zone", zone),
];

/// What can be told without reading a table of ours. Sessions that are idle in
/// a transaction for `idle_after` seconds are a finding.
pub fn of_server(
    conn: &mut PgConnection,
    security: Option<&Security>,
    idle_after: i64,
) -> Vec<Check> {
    let mut found = examine(conn, &OF_SERVER);
    found.extend(attempt(conn, "idle sessions", |conn| {
        idle(conn, idle_after).map(|check| vec![check])
    }));
    found.extend(attempt(conn, "encryption", |conn| {
        encryption(conn, security).map(|check| vec![check])
    }));
    found
}

/// What takes reading our tables: where [`closed`] finds nothing.
pub fn of_schema(conn: &mut PgConnection) -> Vec<Check> {
    examine(conn, &OF_SCHEMA)
}

fn examine(conn: &mut PgConnection, checks: &[Examine]) -> Vec<Check> {
    let all = checks.iter();
    all.flat_map(|(name, check)| attempt(conn, name, check))
        .collect()
}

/// A transaction for each check: one that fails stops no other. None waits long
/// for a lock.
fn attempt(
    conn: &mut PgConnection,
    name: &'static str,
    check: impl FnOnce(&mut PgConnection) -> Result<Vec<Check>>,
) -> Vec<Check> {
    let checks = conn.transaction(|conn| {
        conn.batch_execute(&format!("{PINNED}; SET LOCAL lock_timeout = '2s'"))?;
        check(conn)
    });
    checks.unwrap_or_else(|error| vec![Check::failed(name, error)])
}

/// What keeps all that reads our tables from answering, told once.
pub fn closed(conn: &mut PgConnection) -> Option<Check> {
    attempt(conn, "tables", |conn| {
        Ok(tables(conn)?.into_iter().collect())
    })
    .pop()
}

fn tables(conn: &mut PgConnection) -> Result<Option<Check>> {
    if names(
        conn,
        "SELECT nspname::text AS name FROM pg_namespace WHERE nspname = 'wl'",
    )?
    .is_empty()
    {
        return Ok(Some(Check::bad(
            "schema",
            "the database has no schema wl, so nothing more can be looked at",
            "as the owner of the database: wl init --admin NAME (or wl db restore FILE)",
        )));
    }
    let shut_out = names(
        conn,
        "SELECT session_user::text AS name FROM pg_namespace n
         WHERE n.nspname = 'wl' AND NOT has_schema_privilege(n.oid, 'USAGE')",
    )?;
    if let Some(login) = shut_out.first() {
        return Ok(Some(Check::bad(
            "tables",
            format!("the login {login} has no right in Worklock, so nothing more can be looked at"),
            format!(
                "an admin runs wl doctor, which says what {login} lacks; somebody new is added with: \
                 wl --as NAME user add {} --full-name NAME --role ROLE",
                text::shell_word(login)
            ),
        )));
    }
    let readable = names(
        conn,
        "SELECT format('wl.%I', c.relname) AS name FROM pg_class c
         WHERE c.relnamespace = to_regnamespace('wl') AND c.relkind = 'r'
           AND has_any_column_privilege(c.oid, 'SELECT')
         ORDER BY c.relname",
    )?;
    for table in readable {
        let read = conn.transaction(|conn| {
            diesel::sql_query(format!("SELECT FROM {table} LIMIT 0")).execute(conn)
        });
        let Err(error) = read.map_err(Error::from) else {
            continue;
        };
        if error.kind != error_map::LOCK_TIMEOUT {
            return Err(error);
        }
        let holders = findings(
            conn,
            &format!("SELECT DISTINCT CASE WHEN x.gid IS NULL THEN format('%s (server process %s)', coalesce(a.usename::text, '?'), l.pid)
                    ELSE format('%s (prepared transaction %L)', x.owner, x.gid) END AS what,
                CASE WHEN x.gid IS NULL THEN format('SELECT pg_terminate_backend(%s)', l.pid)
                    ELSE format('ROLLBACK PREPARED %L', x.gid) END AS fix
             FROM pg_locks l
             JOIN pg_class c ON c.oid = l.relation AND c.relnamespace = 'wl'::regnamespace
             JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
             LEFT JOIN pg_stat_activity a ON a.pid = l.pid
             LEFT JOIN ({PREPARED}) x ON l.pid IS NULL AND x.virtualtransaction = l.virtualtransaction
             WHERE l.mode = 'AccessExclusiveLock'
             ORDER BY 1"),
        )?;
        return Ok(Some(Check::bad(
            "tables",
            format!(
                "{table} can't be read, so nothing more can be looked at: it is locked by {}",
                some(holders.iter().map(|holder| &holder.what), ", ")
            ),
            format!(
                "ask them to end their transaction, or as a superuser: {}",
                some(holders.iter().map(|holder| &holder.fix), "; ")
            ),
        )));
    }
    Ok(None)
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

/// One thing found, and what to type.
#[derive(QueryableByName)]
struct Finding {
    #[diesel(sql_type = Text)]
    what: String,
    #[diesel(sql_type = Text)]
    fix: String,
}

fn findings(conn: &mut PgConnection, sql: &str) -> Result<Vec<Finding>> {
    Ok(diesel::sql_query(sql).load(conn)?)
}

/// Good where nothing was found; else the findings, and the statements that
/// mend them.
fn verdict(check: &'static str, good: &str, bad: &str, found: &[Finding]) -> Check {
    if found.is_empty() {
        return Check::good(check, good);
    }
    let mut fixes: Vec<&String> = found.iter().map(|finding| &finding.fix).collect();
    fixes.dedup();
    Check::bad(
        check,
        format!(
            "{bad}{}",
            some(found.iter().map(|finding| &finding.what), ", ")
        ),
        format!("as a superuser: {}", some(fixes, "; ")),
    )
}

fn some<'a>(texts: impl IntoIterator<Item = &'a String>, between: &str) -> String {
    let texts: Vec<&str> = texts.into_iter().map(String::as_str).collect();
    let mut shown = texts.iter().take(NAMED).copied().collect::<Vec<_>>();
    let more = format!("{} more", texts.len().saturating_sub(NAMED));
    if texts.len() > NAMED {
        shown.push(&more);
    }
    shown.join(between)
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

/// Who granted the membership `m`: without it, REVOKE looks for a grant of whoever types it.
const GRANTED_BY: &str = "coalesce((SELECT format(' GRANTED BY %I', o.rolname) FROM pg_roles o WHERE o.oid = m.grantor), '')";

/// What a role `r` is or is not, against what it should be.
const ATTRIBUTES: &str = "SELECT string_agg(CASE WHEN has THEN name ELSE 'NO' || name END, ' ') AS found,
        string_agg(CASE WHEN has THEN 'NO' || name ELSE name END, ' ') AS fix, count(*) AS count
    FROM (VALUES (r.rolcanlogin, logs_in, 'LOGIN'), (r.rolsuper, false, 'SUPERUSER'),
        (r.rolcreaterole, makes_roles, 'CREATEROLE'), (r.rolcreatedb, false, 'CREATEDB'),
        (r.rolreplication, false, 'REPLICATION'), (r.rolbypassrls, false, 'BYPASSRLS')) a (has, should, name)
    WHERE has <> should";

/// Roles, beside those with attributes, that are more than a person may be.
const POWERFUL: &str = "('wl_owner', 'pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files',
    'pg_read_all_data', 'pg_write_all_data', 'pg_signal_backend', 'pg_read_all_stats', 'pg_monitor', 'pg_maintain',
    'pg_create_subscription')";

/// The roles of ours are as `roles.sql` makes them.
fn roles(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        &format!(
            "WITH ours (name, logs_in, makes_roles) AS (VALUES ('wl_owner', false, true), ('wl_technician', false, false),
                ('wl_admin', false, false), ('wl_accountant', false, false), ('wl_ops', false, false))
             SELECT format('%s is missing', ours.name) AS what, format('CREATE ROLE %s; then: wl migrate', ours.name) AS fix
             FROM ours WHERE NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = ours.name)
             UNION ALL
             SELECT format('%s is %s', r.rolname, w.found), format('ALTER ROLE %I %s', r.rolname, w.fix)
             FROM ours JOIN pg_roles r ON r.rolname = ours.name CROSS JOIN LATERAL ({ATTRIBUTES}) w
             WHERE w.count > 0
             UNION ALL
             -- from PostgreSQL 16 on, wl_owner is a member of each login that it makes, but can't become it
             SELECT format('%s is a member of %s', r.rolname, p.rolname),
                format('REVOKE %I FROM %I', p.rolname, r.rolname) || {GRANTED_BY}
             FROM ours JOIN pg_roles r ON r.rolname = ours.name
             JOIN pg_auth_members m ON m.member = r.oid
             JOIN pg_roles p ON p.oid = m.roleid
             WHERE r.rolname <> 'wl_owner' OR p.rolname ~ '^pg_'
                OR (p.rolsuper OR p.rolcreaterole OR p.rolreplication OR p.rolbypassrls)
                    AND to_jsonb(m) ->> 'set_option' IS DISTINCT FROM 'false'
             ORDER BY 1"
        ),
    )?;
    Ok(vec![verdict(
        "roles",
        "wl_owner and the four groups are as wl migrate makes them",
        "",
        &found,
    )])
}

/// Nobody who records or bills time holds powers over the server.
fn people(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        // powers of a person's own, and of every role that the person may become
        &format!(
            "WITH RECURSIVE people AS (
                SELECT r.*, true AS logs_in, false AS makes_roles
                FROM pg_roles r JOIN wl.users u ON u.db_role = r.rolname
             ), reach (person, fix, oid) AS (
                SELECT p.rolname, format('REVOKE %I FROM %I', g.rolname, p.rolname) || {GRANTED_BY}, g.oid
                FROM people p JOIN pg_auth_members m ON m.member = p.oid
                JOIN pg_roles g ON g.oid = m.roleid AND g.rolname NOT IN ('wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops')
                UNION
                SELECT reach.person, reach.fix, m.roleid FROM reach JOIN pg_auth_members m ON m.member = reach.oid
             )
             SELECT format('%s (%s)', r.rolname, lower(w.found)) AS what, format('ALTER ROLE %I %s', r.rolname, w.fix) AS fix
             FROM people r CROSS JOIN LATERAL ({ATTRIBUTES} AND name <> 'LOGIN') w
             WHERE w.count > 0
             UNION ALL
             SELECT format('%s (owner of the database %s)', r.rolname, d.datname),
                format('ALTER DATABASE %I OWNER TO %I', d.datname,
                    CASE WHEN d.datname = current_database() THEN 'wl_owner' ELSE pg_get_userbyid(10) END)
             FROM people r JOIN pg_database d ON d.datdba = r.oid
             UNION ALL
             SELECT format('%s (%s)', reach.person, concat_ws(' as ', CASE WHEN r.rolname NOT IN {POWERFUL} THEN
                    concat_ws(', ', lower(w.found), d.list) END, r.rolname)), reach.fix
             FROM reach JOIN (SELECT r.*, r.rolcanlogin AS logs_in, false AS makes_roles FROM pg_roles r) r ON r.oid = reach.oid
             CROSS JOIN LATERAL ({ATTRIBUTES}) w
             CROSS JOIN LATERAL (SELECT 'owner of the database ' || string_agg(d.datname, ', ') AS list
                FROM pg_database d WHERE d.datdba = r.oid) d
             WHERE w.count > 0 OR d.list IS NOT NULL OR r.rolname IN {POWERFUL}
             ORDER BY 1"
        ),
    )?;
    Ok(vec![verdict(
        "people",
        "nobody has powers over the server",
        "powers over the server: ",
        &found,
    )])
}

/// Everybody has the duty of their row, and no other.
fn duties(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        // granted as the triggers grant, so that they can take it back
        &format!(
            "WITH people AS (
                SELECT u.db_role, u.role, u.deleted_at, r.oid, coalesce(r.rolsuper, false) AS rolsuper
                FROM wl.users u LEFT JOIN pg_roles r ON r.rolname = u.db_role
             ), groups AS (
                SELECT g.oid, g.rolname, substr(g.rolname, 4) AS duty FROM pg_roles g
                WHERE g.rolname IN ('wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops')
             )
             SELECT format('%s (%s, there is no such login)', p.db_role, p.role) AS what,
                format('CREATE ROLE %1$I LOGIN; GRANT wl_%2$s TO %1$I GRANTED BY wl_owner', p.db_role, p.role) AS fix
             FROM people p WHERE p.oid IS NULL AND p.deleted_at IS NULL
             UNION ALL
             SELECT format('%s (%s, no member of wl_%2$s)', p.db_role, p.role),
                format('GRANT wl_%s TO %I GRANTED BY wl_owner', p.role, p.db_role)
             FROM people p
             WHERE p.oid IS NOT NULL AND p.deleted_at IS NULL AND NOT p.rolsuper
                AND NOT EXISTS (SELECT FROM groups g WHERE g.duty = p.role AND pg_has_role(p.oid, g.oid, 'MEMBER'))
             UNION ALL
             SELECT format('%s (%s, member of %s)', p.db_role, CASE WHEN p.deleted_at IS NULL THEN p.role ELSE 'removed' END, g.rolname),
                format('REVOKE %I FROM %I', via.rolname, p.db_role) || {GRANTED_BY}
             FROM people p
             JOIN groups g ON p.deleted_at IS NOT NULL OR g.duty <> p.role
             JOIN pg_auth_members m ON m.member = p.oid
             JOIN pg_roles via ON via.oid = m.roleid AND NOT via.rolsuper
             WHERE via.oid = g.oid OR via.rolname !~ '^wl_' AND pg_has_role(via.oid, g.oid, 'MEMBER')
             UNION ALL
             SELECT format('%s (may hand out %s)', p.db_role, g.rolname),
                format('REVOKE ADMIN OPTION FOR %I FROM %I', g.rolname, p.db_role) || {GRANTED_BY}
             FROM people p JOIN pg_auth_members m ON m.member = p.oid AND m.admin_option
             JOIN groups g ON g.oid = m.roleid
             ORDER BY 1"
        ),
    )?;
    Ok(vec![verdict(
        "duties",
        "everybody has exactly the one duty of their row",
        "row and membership differ, so there is no right at all or one too many: ",
        &found,
    )])
}

/// The people, the groups and every role that one of them may become, as
/// `grantees`; 0 is everybody.
const GRANTEES: &str = "WITH RECURSIVE reach (oid) AS (
        SELECT r.oid FROM pg_roles r
        WHERE NOT r.rolsuper AND (r.rolname IN ('wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops')
            OR EXISTS (SELECT FROM wl.users u WHERE u.db_role = r.rolname))
        UNION
        SELECT m.roleid FROM reach JOIN pg_auth_members m ON m.member = reach.oid
    ), grantees (oid, who) AS (
        SELECT 0::oid, 'PUBLIC'
        UNION ALL
        SELECT r.oid, quote_ident(r.rolname) FROM pg_roles r
        WHERE NOT r.rolsuper AND (r.rolname = 'wl_owner' OR r.oid IN (SELECT oid FROM reach))
    )";

/// What was granted beside our tables: parameters of the server, and the
/// catalog's functions and tables beyond what the server came with.
fn rights(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        &format!(
            "{GRANTEES}, given (class, oid, part, kind, name, columns, acl, own) AS (
                SELECT 'pg_proc'::regclass, p.oid, 0, 'FUNCTION', p.oid::regprocedure::text, '', p.proacl, acldefault('f', p.proowner)
                FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proacl IS NOT NULL
                UNION ALL
                SELECT 'pg_class'::regclass, c.oid, 0, 'TABLE', c.oid::regclass::text, '', c.relacl, acldefault('r', c.relowner)
                FROM pg_class c WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relacl IS NOT NULL
                UNION ALL
                SELECT 'pg_class'::regclass, c.oid, t.attnum, 'TABLE', c.oid::regclass::text, format(' (%I)', t.attname), t.attacl, NULL
                FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid AND t.attacl IS NOT NULL
                WHERE c.relnamespace = 'pg_catalog'::regnamespace
             )
             SELECT format('%s on %s by %s', a.privilege_type, p.parname, g.who) AS what,
                format('REVOKE %s ON PARAMETER %s FROM %s', a.privilege_type, p.parname, g.who) AS fix
             FROM pg_parameter_acl p CROSS JOIN LATERAL aclexplode(p.paracl) a JOIN grantees g ON g.oid = a.grantee
             UNION ALL
             SELECT format('%s%s on %s by %s', a.privilege_type, o.columns, o.name, g.who),
                format('REVOKE %s%s ON %s %s FROM %s', a.privilege_type, o.columns, o.kind, o.name, g.who)
             FROM given o CROSS JOIN LATERAL aclexplode(o.acl) a JOIN grantees g ON g.oid = a.grantee
             WHERE NOT EXISTS (
                SELECT FROM aclexplode(coalesce((SELECT i.initprivs FROM pg_init_privs i
                    WHERE i.classoid = o.class AND i.objoid = o.oid AND i.objsubid = o.part), o.own)) was
                WHERE was.grantee = a.grantee AND was.privilege_type = a.privilege_type)
             ORDER BY 1"
        ),
    )?;
    Ok(vec![verdict(
        "rights",
        "nobody was given more of the server than it came with",
        "rights over the server: ",
        &found,
    )])
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
        detail.push(format!("missing or changed: {}", some(&missing, ", ")));
    }
    if !extra.is_empty() {
        detail.push(format!("not made by a migration: {}", some(&extra, ", ")));
    }
    Ok(vec![Check::bad(
        "objects",
        detail.join("; "),
        "wl audit verify names every difference and tells whether data was changed too; a superuser makes each as it was, or restores a backup from before: wl db restore FILE",
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
            format!(
                "done without time and not listed: {}",
                some(&unmarked, ", ")
            ),
            "somebody wrote past the guards, see wl audit verify; reopening such a line item and closing it marks it",
        )
    }])
}

/// What lies outside of our schema and leads into it.
fn other_objects(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        &format!(
            "{GRANTEES}, masters AS (
                SELECT r.oid FROM pg_roles r WHERE r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, 'wl_owner', 'MEMBER')
             ), spaces AS (
                SELECT n.oid FROM pg_namespace n
                WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'wl') AND EXISTS (
                    SELECT FROM aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
                    JOIN grantees g ON g.oid = a.grantee WHERE a.privilege_type = 'USAGE')
             ), readers (oid) AS (
                -- by a rule, which every view is; what reads such a view reads our tables too
                SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'wl'::regnamespace
                UNION
                SELECT w.ev_class FROM readers JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = readers.oid
                    AND d.classid = 'pg_rewrite'::regclass
                JOIN pg_rewrite w ON w.oid = d.objid
             )
             SELECT format('%s runs as its owner for %s', p.oid::regprocedure, g.who) AS what,
                format('REVOKE EXECUTE ON ROUTINE %s FROM %s', p.oid::regprocedure, g.who) AS fix
             FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace JOIN masters o ON o.oid = p.proowner
             CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
             JOIN grantees g ON g.oid = a.grantee
             WHERE p.prosecdef AND a.grantee <> p.proowner AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
             UNION
             SELECT format('%s shows our tables to %s', c.oid::regclass, g.who),
                format('REVOKE ALL ON TABLE %s FROM %s', c.oid::regclass, g.who)
             FROM readers JOIN pg_class c ON c.oid = readers.oid
             JOIN spaces s ON s.oid = c.relnamespace JOIN masters o ON o.oid = c.relowner
             CROSS JOIN LATERAL (SELECT c.relacl UNION ALL SELECT t.attacl FROM pg_attribute t WHERE t.attrelid = c.oid) l (acl)
             CROSS JOIN LATERAL aclexplode(l.acl) a
             JOIN grantees g ON g.oid = a.grantee
             WHERE a.grantee <> c.relowner AND NOT EXISTS (SELECT FROM pg_options_to_table(c.reloptions) i
                WHERE i.option_name = 'security_invoker' AND i.option_value::boolean)
             UNION
             -- found before the server's own of that name where its arguments fit better
             SELECT format('%s was added to the server''s own', p.oid::regprocedure), format('DROP ROUTINE pg_catalog.%s', p.oid::regprocedure)
             FROM pg_proc p
             WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
             UNION
             SELECT format('%s may make objects in schema public', g.who), format('REVOKE CREATE ON SCHEMA public FROM %s', g.who)
             FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a JOIN grantees g ON g.oid = a.grantee
             WHERE n.nspname = 'public' AND a.privilege_type = 'CREATE' AND a.grantee <> n.nspowner
             ORDER BY 1"
        ),
    )?;
    Ok(vec![verdict(
        "other objects",
        "nothing outside of schema wl leads past its rules",
        "",
        &found,
    )])
}

/// Parameters that switch the rules off, or what keeps the data.
fn parameters(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        "WITH wrong (name, value, harm) AS (
            VALUES ('session_replication_role', 'replica', 'no rule is looked at'),
                ('row_security', 'off', 'people can read nothing'),
                ('fsync', 'off', 'a crash may lose committed time'),
                ('full_page_writes', 'off', 'a crash may damage the database'),
                ('synchronous_commit', 'off', 'a crash may lose committed time')
            UNION ALL
            SELECT 'synchronous_commit', value, 'a standby that takes over may lack committed time'
            FROM (VALUES ('local'), ('remote_write')) weak (value) WHERE current_setting('synchronous_standby_names') <> ''
         ), own AS (
            -- of a role or a database, stronger than the server's
            SELECT setting, r.rolname, d.datname
            FROM pg_db_role_setting s CROSS JOIN LATERAL unnest(s.setconfig) setting
            LEFT JOIN pg_roles r ON r.oid = s.setrole
            LEFT JOIN pg_database d ON d.oid = s.setdatabase
            WHERE s.setdatabase = 0 OR d.datname = current_database()
         )
         SELECT format('%s is set for %s', own.setting, coalesce(own.rolname, 'everybody')) AS what,
            CASE WHEN own.rolname IS NOT NULL THEN format('ALTER ROLE %I%s', own.rolname, ' IN DATABASE ' || quote_ident(own.datname))
                WHEN own.datname IS NOT NULL THEN format('ALTER DATABASE %I', own.datname)
                ELSE 'ALTER ROLE ALL' END || ' RESET ' || split_part(own.setting, '=', 1) AS fix
         FROM own
         WHERE own.setting LIKE 'default_transaction_isolation=%'
            OR EXISTS (SELECT FROM wrong w WHERE own.setting = w.name || '=' || w.value)
         UNION ALL
         SELECT format('%s is %s: %s', p.name, p.reset_val, w.harm),
            format('ALTER SYSTEM SET %s = %s; SELECT pg_reload_conf()', p.name, p.boot_val)
         FROM wrong w JOIN pg_settings p ON p.name = w.name AND p.reset_val = w.value
         WHERE NOT EXISTS (SELECT FROM own WHERE own.setting = w.name || '=' || w.value)
         ORDER BY 1",
    )?;
    Ok(vec![verdict(
        "parameters",
        "triggers and row security are in force; the server writes durably",
        "",
        &found,
    )])
}

/// Sessions and prepared transactions for which others in this database wait.
fn sessions(conn: &mut PgConnection) -> Result<Vec<Check>> {
    #[derive(QueryableByName)]
    struct Blocker {
        #[diesel(sql_type = Text)]
        name: String,
        #[diesel(sql_type = Text)]
        fix: String,
        #[diesel(sql_type = Nullable<BigInt>)]
        seconds: Option<i64>,
        #[diesel(sql_type = BigInt)]
        waiting: i64,
    }
    let found: Vec<Blocker> = diesel::sql_query(format!(
        "SELECT b.name, b.fix, count(DISTINCT b.waiting) AS waiting,
            floor(extract(epoch FROM (clock_timestamp() - min(b.since))))::bigint AS seconds
         FROM ({}) b JOIN pg_stat_activity a ON a.pid = b.waiting AND a.datname = current_database()
         WHERE NOT EXISTS (SELECT FROM pg_locks o WHERE o.pid = b.pid AND NOT o.granted)
         GROUP BY b.name, b.fix ORDER BY b.name",
        blockers()
    ))
    .load(conn)?;
    if found.is_empty() {
        return Ok(vec![Check::good("sessions", "nobody waits for a lock")]);
    }
    let told = found.iter().map(|blocker| {
        let long = blocker.seconds.map_or_else(String::new, |seconds| {
            format!(", for {}", time::show_duration(seconds))
        });
        format!("{} blocks {}{long}", blocker.name, blocker.waiting)
    });
    Ok(vec![Check::bad(
        "sessions",
        some(&told.collect::<Vec<_>>(), ", "),
        format!(
            "ask them to end their transaction, or as a superuser: {}",
            some(found.iter().map(|blocker| &blocker.fix), "; ")
        ),
    )])
}

/// Who left a transaction open with locks on our tables, before anybody waits.
fn idle(conn: &mut PgConnection, idle_after: i64) -> Result<Check> {
    #[derive(QueryableByName)]
    struct Holder {
        #[diesel(sql_type = Text)]
        what: String,
        #[diesel(sql_type = Text)]
        fix: String,
        /// None: the server does not show us what others do.
        #[diesel(sql_type = Nullable<BigInt>)]
        seconds: Option<i64>,
    }
    let holders: Vec<Holder> = diesel::sql_query(format!(
        "WITH held AS (
            SELECT l.pid, l.virtualtransaction FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
            JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
            WHERE l.granted AND c.relnamespace = to_regnamespace('wl')
                AND l.mode NOT IN ('AccessShareLock', 'ShareUpdateExclusiveLock'))
         SELECT format('%s (server process %s) is idle in a transaction', coalesce(a.usename::text, '?'), a.pid) AS what,
            format('SELECT pg_terminate_backend(%s)', a.pid) AS fix,
            floor(extract(epoch FROM (clock_timestamp() - a.state_change)))::bigint AS seconds
         FROM pg_stat_activity a
         WHERE a.pid <> pg_backend_pid() AND (a.state IS NULL OR a.state LIKE 'idle in transaction%')
           AND a.pid IN (SELECT pid FROM held)
         UNION ALL
         SELECT format('%s (prepared transaction %L) is neither committed nor rolled back', x.owner, x.gid),
            format('ROLLBACK PREPARED %L', x.gid),
            floor(extract(epoch FROM (clock_timestamp() - x.prepared)))::bigint
         FROM ({PREPARED}) x
         WHERE x.virtualtransaction IN (SELECT virtualtransaction FROM held WHERE pid IS NULL)
         ORDER BY 1"
    ))
    .load(conn)?;
    let long: Vec<(&Holder, i64)> = holders
        .iter()
        .filter_map(|holder| Some((holder, holder.seconds?)))
        .filter(|(_, seconds)| *seconds >= idle_after)
        .collect();
    if long.is_empty() {
        let hidden = holders.iter().filter(|holder| holder.seconds.is_none());
        return Ok(Check::good(
            "idle sessions",
            match hidden.count() {
                0 => "nobody leaves a transaction open".to_owned(),
                count => format!(
                    "{count} hold locks; for how long is shown to a superuser, and to logins of monitoring that are nobody here"
                ),
            },
        ));
    }
    let told = long
        .iter()
        .map(|(holder, seconds)| format!("{} for {}", holder.what, time::show_duration(*seconds)));
    Ok(Check::bad(
        "idle sessions",
        some(&told.collect::<Vec<_>>(), ", "),
        format!(
            "ask them to end their transaction, or as a superuser: {}",
            some(long.iter().map(|(holder, _)| &holder.fix), "; ")
        ),
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

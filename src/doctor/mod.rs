//! Checks of the installation, for the first look at a problem.
//!
//! Each check reports what it found, what that endangers and how to fix it. A check that
//! fails is also a finding, never a pass; what this login can't see is "not looked at".

mod check;
mod extras;
mod logins;
mod rights;
mod server;
mod settings;

pub use check::{Check, State};
pub use server::disk_check;

use check::NAMED;

use std::fs;
use std::path::Path;

use chrono::{DateTime, Datelike, NaiveDate, Offset, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Timestamptz};

use crate::db::catalog;
use crate::db::migrate::{self, Age};
use crate::db::remote::Security;
use crate::db::schema_version;
use crate::db::transaction::{self, savepoint};
use crate::db::watch::HOLDERS;
use crate::error::{Error, ErrorKind, Result, io_reason};
use crate::ledger::Tx;
use crate::ledger::seal::{self, Seal};
use crate::models::Role;
use crate::{text, time};

/// Ends the detail of a check after which our tables can't be checked.
const SKIPPED: &str = "so no further checks are possible";

/// A check by its name.
type Examine = (&'static str, fn(&mut PgConnection) -> Result<Vec<Check>>);

const OF_SERVER: [Examine; 9] = [
    ("server", server::server),
    ("language", server::language),
    ("parameters", settings::parameters),
    ("libraries", settings::libraries),
    ("encoding", extras::encoding),
    ("event triggers", extras::event_triggers),
    ("casts", extras::casts),
    ("replication", extras::replication),
    ("sessions", server::sessions),
];

const OF_SCHEMA: [Examine; 14] = [
    ("schema", schema),
    ("roles", rights::roles),
    ("people", rights::people),
    ("memberships", rights::memberships),
    ("rights", rights::rights),
    ("objects", objects),
    ("other objects", rights::other_objects),
    ("creation", extras::creation),
    ("foreign servers", extras::foreign_servers),
    ("logins", logins::logins),
    ("limits", logins::limits),
    ("passwords", logins::passwords),
    ("exceptions", idle_lines),
    ("time zone", zone),
];

/// The checks that don't read our tables. Sessions that are idle in a transaction for
/// `idle_after` seconds are a finding.
///
/// `security` is None on the private server.
pub fn of_server(
    conn: &mut PgConnection,
    security: Option<&Security>,
    idle_after: i64,
) -> Vec<Check> {
    let mut found = examine(conn, &OF_SERVER);
    found.extend(attempt(conn, "sign-in", |conn| {
        logins::sign_in(conn, security.is_none()).map(|check| vec![check])
    }));
    found.extend(attempt(conn, "idle sessions", |conn| {
        server::idle(conn, idle_after).map(|check| vec![check])
    }));
    found.extend(attempt(conn, "encryption", |conn| {
        server::encryption(conn, security).map(|check| vec![check])
    }));
    found
}

/// The checks that read our tables, made if [`closed`] finds nothing.
pub fn of_schema(conn: &mut PgConnection) -> Vec<Check> {
    examine(conn, &OF_SCHEMA)
}

fn examine(conn: &mut PgConnection, checks: &[Examine]) -> Vec<Check> {
    let all = checks.iter();
    all.flat_map(|(name, check)| attempt(conn, name, check))
        .collect()
}

/// Each check has its own transaction, so that a failure stops no other. None waits long
/// for a lock.
fn attempt(
    conn: &mut PgConnection,
    name: &'static str,
    check: impl FnOnce(&mut PgConnection) -> Result<Vec<Check>>,
) -> Vec<Check> {
    let checks = transaction::run(conn, |conn| {
        conn.batch_execute("SET LOCAL lock_timeout = '2s'")?;
        check(conn)
    });
    checks.unwrap_or_else(|error| vec![Check::failed(name, error)])
}

/// What prevents all checks of our tables, reported once.
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
            format!("the database has no schema wl, {SKIPPED}"),
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
            format!("the login {login} has no rights in Worklock, {SKIPPED}"),
            format!(
                "wl doctor, run by an admin, shows the rights that {login} lacks; an admin adds a new user with: \
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
        let read = savepoint(conn, |conn| {
            diesel::sql_query(format!("SELECT FROM {table} LIMIT 0")).execute(conn)
        });
        let Err(error) = read.map_err(Error::from) else {
            continue;
        };
        if error.kind != ErrorKind::LockTimeout {
            return Err(error);
        }
        return locked_table(conn, &table).map(Some);
    }
    Ok(None)
}

fn locked_table(conn: &mut PgConnection, table: &str) -> Result<Check> {
    let holders = findings(
            conn,
            &format!("SELECT DISTINCT s.name AS what, s.fix
             FROM pg_locks l
             JOIN pg_class c ON c.oid = l.relation AND c.relnamespace = 'wl'::regnamespace
             JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
             JOIN ({HOLDERS}) s ON s.pid = l.pid OR l.pid IS NULL AND s.virtualtransaction = l.virtualtransaction
             WHERE l.mode = 'AccessExclusiveLock'
             ORDER BY 1"),
        )?;
    Ok(Check::bad(
        "tables",
        format!(
            "{table} is locked by {}, {SKIPPED}",
            some(holders.iter().map(|holder| &holder.what), ", ")
        ),
        end_transactions(holders.iter().map(|holder| &holder.fix)),
    ))
}

/// What to do about sessions that hold locks. `fixes` are the statements that end them.
fn end_transactions<'a>(fixes: impl IntoIterator<Item = &'a String>) -> String {
    format!(
        "ask them to end their transaction, or as a superuser: {}",
        some(fixes, "; ")
    )
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

/// Good if nothing was found; otherwise the findings, and the statements that fix
/// them.
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

/// Whether the owner of this database can change the whole server: a managed server has no
/// superuser for its customers.
/// What only a superuser can see, and what to type as one.
fn for_a_superuser(conn: &mut PgConnection, check: &'static str, detail: &str) -> Result<Check> {
    // the one that every server has from the beginning
    let superuser = names(
        conn,
        "SELECT rolname::text AS name FROM pg_roles WHERE oid = 10",
    )?;
    let login = superuser.first().map(|name| text::shell_word(name));
    let login = login.unwrap_or_default();
    let fix = format!("as a superuser: wl --as {login} doctor");
    Ok(Check::unseen(check, detail, fix))
}

fn owner_is_superuser(conn: &mut PgConnection) -> Result<bool> {
    Ok(!names(
        conn,
        "SELECT r.rolname::text AS name FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba
         WHERE d.datname = current_database() AND (r.rolsuper OR r.rolname = 'wl_owner')",
    )?
    .is_empty())
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

fn schema(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let number = schema_version::number(conn)?;
    let states = migrate::status(conn)?;
    let missing: Vec<&migrate::State> = states.iter().filter(|state| !state.applied).collect();
    let check = match (migrate::age(conn)?, missing.as_slice()) {
        (Age::Same, _) => Check::good("schema", format!("current, schema {number}")),
        (Age::Newer, _) => Check::bad(
            "schema",
            format!(
                "schema {number} is newer than this wl (schema {}), which can use it but not check it",
                schema_version::NUMBER
            ),
            "install the newer wl",
        ),
        (Age::Older, [only]) if only.name == migrate::RULES => Check::bad(
            "schema",
            "the database has older rules than this wl".to_owned(),
            "wl migrate",
        ),
        (Age::Older, []) => Check::bad(
            "schema",
            format!("the database says that it has schema {number}"),
            "wl migrate",
        ),
        (Age::Older, _) => Check::bad(
            "schema",
            format!(
                "not applied: {}",
                some(missing.iter().map(|state| &state.name), ", ")
            ),
            "wl migrate",
        ),
    };
    Ok(vec![check])
}

fn objects(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let (missing, extra) = catalog::differences(conn)?;
    if missing.is_empty() && extra.is_empty() {
        return Ok(vec![Check::good(
            "objects",
            "tables, triggers, functions and rights match the migrations and rules",
        )]);
    }
    let mut detail = Vec::new();
    if !missing.is_empty() {
        detail.push(format!("missing or changed: {}", some(&missing, ", ")));
    }
    if !extra.is_empty() {
        detail.push(format!(
            "not made by migrations or rules: {}",
            some(&extra, ", ")
        ));
    }
    Ok(vec![Check::bad(
        "objects",
        detail.join("; "),
        "wl audit verify lists every difference and checks the data; a superuser undoes each difference, or restores an earlier backup: wl db restore FILE",
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
           AND coalesce((SELECT u.role FROM wl.users u WHERE u.id = wl.current_user_id()), '') <> 'technician'
         ORDER BY l.id",
    )?;
    Ok(vec![if unmarked.is_empty() {
        Check::good(
            "exceptions",
            "every line item that is done without time is listed",
        )
    } else {
        Check::bad(
            "exceptions",
            format!(
                "done without time and not listed: {}",
                some(&unmarked, ", ")
            ),
            "a write bypassed the guards, see wl audit verify; to list such a line item, reopen it and set it to done again",
        )
    }])
}

/// Days after which a seal should cover a record.
const SEAL_DAYS: i64 = 7;

/// Days after which a backup is old.
const BACKUP_DAYS: u64 = 7;

/// How old the latest backup is, by the file's time.
pub fn backup_check(file: &Path) -> Check {
    let found = fs::metadata(file).and_then(|found| Ok((found.modified()?, found)));
    let made = match found {
        // only its owner may read more of it
        Ok((_, found)) if !found.is_file() || found.len() == 0 => {
            return Check::bad(
                "backup",
                format!("{} is empty or no file", file.display()),
                "wl db backup FILE",
            );
        }
        Ok((made, _)) => made,
        Err(error) => {
            return Check::bad(
                "backup",
                format!("{} can't be read: {}", file.display(), io_reason(&error)),
                "wl db backup FILE",
            );
        }
    };
    let days = made.elapsed().unwrap_or_default().as_secs() / 86_400;
    let day = DateTime::<Utc>::from(made).date_naive();
    let text = format!("the latest, {}, is of {day}", file.display());
    match days {
        ..BACKUP_DAYS => Check::good("backup", text),
        _ => Check::bad("backup", text, "wl db backup FILE"),
    }
}

/// Whether the trail still contains an earlier seal, and which records came later.
pub fn seal_check(tx: &mut Tx<'_>, earlier: Option<&Seal>) -> Result<Check> {
    let Some(earlier) = earlier else {
        let present = seal::current(tx)?;
        return Ok(Check::good(
            "seal",
            format!(
                "{} over {}; no earlier seal was given to compare with (--seal or WL_SEAL_FILE)",
                present.seal,
                text::counted(present.heads.len(), "chain", "chains")
            ),
        ));
    };
    tx.require(
        &[Role::Admin, Role::Accountant, Role::Ops],
        "compare the audit trail with a seal",
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
            "the audit trail no longer contains the records of the seal: it was rewritten, or an older backup was restored",
            "wl audit verify --seal FILE shows where",
        ));
    }
    let day = |ts: DateTime<Utc>| ts.date_naive();
    let newest = found.newest.map_or_else(String::new, |ts| {
        format!(", whose newest record is from {}", day(ts))
    });
    Ok(match found.unsealed_since {
        Some(ts) if (tx.now - ts).num_days() >= SEAL_DAYS => Check::bad(
            "seal",
            format!("records since {} are not sealed", day(ts)),
            "wl audit seal --output FILE; keep the file on another machine",
        ),
        _ => Check::good("seal", format!("the audit trail contains the seal{newest}")),
    })
}

/// The zone of the settings means the same here and on the server.
fn zone(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let name: Option<String> = {
        use crate::schema::wl::settings;
        settings::table
            .filter(settings::name.eq("zone"))
            .select(settings::value)
            .get_result(conn)?
    };
    let name = name.unwrap_or_default();
    let own = time::stored_zone(&name, "the settings")?;
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
                "{name} differs between this machine and the server on {}",
                ts.date_naive()
            ),
            "update the time zone data of the server (package tzdata), or install the newest wl",
        ),
    }])
}

//! The server itself: its version and clock, its parameters, the connection, and which
//! sessions block others.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text, Timestamptz};

use super::{Check, end_transactions, some};
use crate::db::remote::Security;
use crate::db::watch::{HOLDERS, blockers};
use crate::error::Result;
use crate::{text, time};

pub(super) fn server(conn: &mut PgConnection) -> Result<Vec<Check>> {
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
            "synchronise both with NTP; Worklock uses the server's clock",
        ),
    }
}

/// The exit codes of a few failures depend on the server's words; in another language than
/// English, `db::second_look` finds most of them.
pub(super) fn language(conn: &mut PgConnection) -> Result<Vec<Check>> {
    #[derive(QueryableByName)]
    struct Language {
        #[diesel(sql_type = Text)]
        name: String,
        #[diesel(sql_type = Bool)]
        english: bool,
        #[diesel(sql_type = Bool)]
        may_set: bool,
        #[diesel(sql_type = Text)]
        database: String,
    }
    let found: Language = diesel::sql_query(
        "SELECT l.name, l.name IN ('C', 'POSIX') OR l.name LIKE 'C.%' OR l.name LIKE 'en%' AS english,
            has_parameter_privilege('lc_messages', 'SET') AS may_set, quote_ident(current_database()) AS database
         FROM current_setting('lc_messages') l (name)",
    )
    .get_result(conn)?;
    let name = &found.name;
    Ok(vec![match (found.english, found.may_set) {
        (true, _) => Check::good("language", "the server's messages are in English"),
        (_, true) => Check::good(
            "language",
            format!("the server's messages are in {name}; wl has them in English"),
        ),
        _ => Check::advice(
            "language",
            format!(
                "the server's messages are in {name}: a deadlock of other programs, a full disk and a changed schema may exit with 70"
            ),
            format!(
                "as a superuser: ALTER DATABASE {} SET lc_messages = 'C'",
                found.database
            ),
        ),
    }])
}

/// Under this much free space the private database is in danger.
const LOW_DISK: u64 = 1 << 30;

/// The free space for the private database.
pub fn disk_check(free: u64) -> Check {
    let text = format!(
        "{} MiB free on the disk of the private database",
        free >> 20
    );
    match free {
        ..LOW_DISK => Check::bad(
            "disk",
            text,
            "free some space, or move WL_HOME to a larger disk",
        ),
        _ => Check::good("disk", text),
    }
}

/// What libpq checked. It doesn't tell when the server's certificate expires, but it
/// refuses an expired one.
pub(super) fn encryption(conn: &mut PgConnection, security: Option<&Security>) -> Result<Check> {
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
    let fix = "set sslmode=verify-full and sslrootcert=FILE in the database URL";
    let Some(version) = version else {
        return Check::bad(
            "encryption",
            format!("the connection to another machine is not encrypted (sslmode={mode})"),
            format!("turn ssl on at the server, and {fix}"),
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
            format!("{version}, but the server's identity is not verified (sslmode={mode})"),
            fix,
        ),
    }
}

/// Sessions and prepared transactions for which others in this database wait.
pub(super) fn sessions(conn: &mut PgConnection) -> Result<Vec<Check>> {
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
        return Ok(vec![Check::good(
            "sessions",
            "no session is waiting for a lock",
        )]);
    }
    let blocking = found.iter().map(|blocker| {
        let long = blocker.seconds.map_or_else(String::new, |seconds| {
            format!(", for {}", time::show_duration(seconds))
        });
        let waiting = text::counted(blocker.waiting, "session", "sessions");
        format!("{} blocks {waiting}{long}", blocker.name)
    });
    Ok(vec![Check::bad(
        "sessions",
        some(&blocking.collect::<Vec<_>>(), ", "),
        end_transactions(found.iter().map(|blocker| &blocker.fix)),
    )])
}

/// Sessions that left a transaction open with locks on our tables, even if none waits.
pub(super) fn idle(conn: &mut PgConnection, idle_after: i64) -> Result<Check> {
    #[derive(QueryableByName)]
    struct Holder {
        #[diesel(sql_type = Text)]
        what: String,
        #[diesel(sql_type = Text)]
        fix: String,
        /// None: the server does not show us the activity of others.
        #[diesel(sql_type = Nullable<BigInt>)]
        seconds: Option<i64>,
    }
    let holders: Vec<Holder> = diesel::sql_query(format!(
        "WITH held AS (
            SELECT l.pid, l.virtualtransaction FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
            JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
            WHERE l.granted AND c.relnamespace = to_regnamespace('wl')
                AND l.mode NOT IN ('AccessShareLock', 'ShareUpdateExclusiveLock'))
         SELECT s.name || CASE s.state WHEN 'prepared' THEN ' is neither committed nor rolled back'
                ELSE ' is idle in a transaction' END AS what,
            s.fix, floor(extract(epoch FROM (clock_timestamp() - s.since)))::bigint AS seconds
         FROM ({HOLDERS}) s
         WHERE s.pid IN (SELECT pid FROM held WHERE pid <> pg_backend_pid())
                AND (s.state IS NULL OR s.state LIKE 'idle in transaction%')
            OR s.virtualtransaction IN (SELECT virtualtransaction FROM held WHERE pid IS NULL)
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
        return Ok(match hidden.count() {
            0 => Check::good(
                "idle sessions",
                format!(
                    "no session has left a transaction open for {}",
                    time::show_duration(idle_after)
                ),
            ),
            count => Check::unseen(
                "idle sessions",
                format!(
                    "{}, and this login can't see for how long",
                    text::counted(count, "session holds locks", "sessions hold locks")
                ),
                "wl doctor, run by a superuser or by a monitoring login that is not a user of Worklock, looks at it",
            ),
        });
    }
    let idle = long
        .iter()
        .map(|(holder, seconds)| format!("{} for {}", holder.what, time::show_duration(*seconds)));
    Ok(Check::bad(
        "idle sessions",
        some(&idle.collect::<Vec<_>>(), ", "),
        end_transactions(long.iter().map(|(holder, _)| &holder.fix)),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;

    #[test]
    fn what_no_test_server_shows_is_found_too() {
        assert_eq!(
            version_check(140_010, "14.10, primary").state,
            State::Problem
        );
        assert_eq!(version_check(150_000, "15.0, primary").state, State::Ok);
        assert_eq!(clock_check(61).state, State::Problem);
        assert_eq!(clock_check(60).state, State::Ok);
        assert_eq!(disk_check(LOW_DISK - 1).state, State::Problem);
        assert_eq!(disk_check(LOW_DISK).state, State::Ok);
        assert_eq!(encryption_check(None, "prefer").state, State::Problem);
    }
}

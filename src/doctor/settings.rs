//! Parameters of the server, of this database and of its roles.

use diesel::prelude::*;

use super::check::Check;
use super::{findings, for_a_superuser, owner_is_superuser, verdict};
use crate::error::Result;

/// Parameters, a value of each that is a fault, and why.
const WRONG: &str = "
            VALUES ('session_replication_role', 'replica', 'rules are not checked'),
                ('row_security', 'off', 'users can''t read anything'),
                ('fsync', 'off', 'a crash may lose committed time'),
                ('full_page_writes', 'off', 'a crash may damage the database'),
                ('synchronous_commit', 'off', 'a crash may lose committed time')
            UNION ALL
            SELECT 'synchronous_commit', value, 'a standby that takes over may lack committed time'
            FROM (VALUES ('local'), ('remote_write')) weak (value) WHERE current_setting('synchronous_standby_names') <> ''";

/// Settings of a role or a database, which are stronger than the server's, as `own`.
const OWN: &str = "own AS (
            -- of a role or a database, stronger than the server's
            SELECT setting, r.rolname, d.datname
            FROM pg_db_role_setting s CROSS JOIN LATERAL unnest(s.setconfig) setting
            LEFT JOIN pg_roles r ON r.oid = s.setrole
            LEFT JOIN pg_database d ON d.oid = s.setdatabase
            WHERE s.setdatabase = 0 OR d.datname = current_database()
         )";

/// A query: those, and the statement that takes each away.
const FOUND: &str = "SELECT format('%s is set for %s', own.setting, coalesce(own.rolname, 'all roles')) AS what,
            CASE WHEN own.rolname IS NOT NULL THEN format('ALTER ROLE %I%s', own.rolname, ' IN DATABASE ' || quote_ident(own.datname))
                WHEN own.datname IS NOT NULL THEN format('ALTER DATABASE %I', own.datname)
                ELSE 'ALTER ROLE ALL' END || ' RESET ' || split_part(own.setting, '=', 1) AS fix
         FROM own";

/// Parameters that switch off the rules or the durability of the data.
pub(super) fn parameters(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let of_roles = findings(
        conn,
        &format!(
            "WITH wrong (name, value, harm) AS ({WRONG}), {OWN}
         {FOUND}
         WHERE own.setting LIKE 'default_transaction_isolation=%'
            OR EXISTS (SELECT FROM wrong w WHERE own.setting = w.name || '=' || w.value)
         ORDER BY 1"
        ),
    )?;
    let of_server = findings(
        conn,
        &format!(
            "WITH wrong (name, value, harm) AS ({WRONG}), {OWN}
         SELECT format('%s is %s: %s', p.name, p.reset_val, w.harm) AS what,
            format('ALTER SYSTEM SET %s = %s; SELECT pg_reload_conf()', p.name, p.boot_val) AS fix
         FROM wrong w JOIN pg_settings p ON p.name = w.name AND p.reset_val = w.value
         WHERE NOT EXISTS (SELECT FROM own WHERE own.setting = w.name || '=' || w.value)
         ORDER BY 1"
        ),
    )?;
    Ok(vec![
        verdict(
            "parameters",
            "no role and no database switches off the rules",
            "",
            &of_roles,
        ),
        verdict(
            "server parameters",
            "triggers and row security are in force; the server writes durably",
            "",
            &of_server,
        )
        .of_server(owner_is_superuser(conn)?),
    ])
}

/// Libraries that run in every session.
pub(super) fn libraries(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let own = findings(
        conn,
        &format!(
            "WITH {OWN} {FOUND}
             WHERE own.setting ~ '^(session|local)_preload_libraries=.'
             ORDER BY 1"
        ),
    )?;
    if !own.is_empty() {
        return Ok(vec![verdict("libraries", "", "", &own)]);
    }
    let seen = findings(
        conn,
        "SELECT p.reset_val AS what, format('ALTER SYSTEM RESET %s; SELECT pg_reload_conf()', p.name) AS fix
         FROM pg_settings p WHERE p.name = 'session_preload_libraries'",
    )?;
    Ok(vec![match seen.first() {
        None => {
            let detail = "only a superuser, or a member of pg_read_all_settings, sees session_preload_libraries";
            for_a_superuser(conn, "libraries", detail)?
        }
        Some(found) if found.what.is_empty() => {
            Check::good("libraries", "no library is loaded into every session")
        }
        Some(found) => Check::bad(
            "libraries",
            format!("session_preload_libraries is {}", found.what),
            format!("as a superuser: {}", found.fix),
        )
        .of_server(owner_is_superuser(conn)?),
    }])
}

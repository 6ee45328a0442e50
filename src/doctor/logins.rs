//! Whether the users can sign in, and how they prove who they are.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::check::Check;
use super::{findings, for_a_superuser, owner_is_superuser, some, verdict};
use crate::db::migrate::{HARMFUL, revoke_harmful};
use crate::error::Result;

/// Every user who is not removed can sign in.
pub(super) fn logins(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        "WITH people AS (
            SELECT r.*, (SELECT count(*) FROM pg_stat_activity a WHERE a.usesysid = r.oid) AS sessions
            FROM wl.users u JOIN pg_roles r ON r.rolname = u.db_role
            WHERE u.deleted_at IS NULL AND NOT r.rolsuper
         )
         SELECT format('%s is no login', p.rolname) AS what, format('ALTER ROLE %I LOGIN', p.rolname) AS fix
         FROM people p WHERE NOT p.rolcanlogin
         UNION ALL
         SELECT format('the password of %s has expired', p.rolname), format('ALTER ROLE %I VALID UNTIL ''infinity''', p.rolname)
         FROM people p WHERE p.rolvaliduntil < now()
         UNION ALL
         SELECT format('%s may not connect to this database', p.rolname),
            format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), p.rolname)
         FROM people p WHERE NOT has_database_privilege(p.oid, current_database(), 'CONNECT')
         UNION ALL
         SELECT format('%s has %s of %s sessions', p.rolname, p.sessions, p.rolconnlimit),
            format('ALTER ROLE %I CONNECTION LIMIT %s', p.rolname, greatest(20, 2 * p.sessions))
         FROM people p WHERE p.rolconnlimit >= 0 AND p.sessions >= p.rolconnlimit
         UNION ALL
         SELECT format('the database %s allows %s', d.datname, CASE WHEN d.datallowconn THEN d.datconnlimit || ' sessions' ELSE 'no connections' END),
            format('ALTER DATABASE %I CONNECTION LIMIT -1; ALTER DATABASE %1$I ALLOW_CONNECTIONS true', d.datname)
         FROM pg_database d WHERE d.datname = current_database()
            AND (NOT d.datallowconn OR d.datconnlimit >= 0 AND d.datconnlimit
                <= (SELECT count(*) FROM pg_stat_activity a WHERE a.datid = d.oid))
         ORDER BY 1",
    )?;
    Ok(vec![verdict(
        "logins",
        "every user can sign in",
        "",
        &found,
    )])
}

/// What lets one login take all connections, or fill the server's table of locks.
pub(super) fn limits(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        &format!("SELECT 'PUBLIC may make temporary tables' AS what, format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()) AS fix
         WHERE has_database_privilege('public', current_database(), 'TEMPORARY')
         UNION ALL
         SELECT 'PUBLIC may take advisory locks and make large objects', $fix${}$fix$
         WHERE EXISTS (SELECT FROM pg_proc p WHERE {HARMFUL} AND has_function_privilege('public', p.oid, 'EXECUTE'))
         UNION ALL
         SELECT format('%s may have any number of sessions', r.rolname), format('ALTER ROLE %I CONNECTION LIMIT 20', r.rolname)
         FROM wl.users u JOIN pg_roles r ON r.rolname = u.db_role
         WHERE u.deleted_at IS NULL AND NOT r.rolsuper AND r.rolconnlimit = -1
         ORDER BY 1",
            revoke_harmful()
        ),
    )?;
    let check = verdict(
        "limits",
        "no login can take more than its share of the server",
        "",
        &found,
    );
    Ok(vec![check.only_advice()])
}

#[derive(QueryableByName)]
struct Allowed {
    #[diesel(sql_type = Bool)]
    allowed: bool,
}

fn allowed(conn: &mut PgConnection, condition: &str) -> Result<bool> {
    let found: Allowed =
        diesel::sql_query(format!("SELECT {condition} AS allowed")).get_result(conn)?;
    Ok(found.allowed)
}

/// Passwords are stored so that a copy of them doesn't let anybody sign in.
pub(super) fn passwords(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let new = findings(
        conn,
        "SELECT 'new passwords are stored as MD5' AS what,
            'ALTER SYSTEM SET password_encryption = ''scram-sha-256''; SELECT pg_reload_conf()' AS fix
         FROM pg_settings WHERE name = 'password_encryption' AND reset_val = 'md5'
            -- not of this login alone
            AND source NOT IN ('database', 'user', 'database user')",
    )?;
    if !new.is_empty() {
        let check = verdict("passwords", "", "", &new);
        return Ok(vec![check.of_server(owner_is_superuser(conn)?)]);
    }
    if !allowed(conn, "has_table_privilege('pg_authid', 'SELECT')")? {
        let detail = "only a superuser sees how passwords are stored";
        return Ok(vec![for_a_superuser(conn, "passwords", detail)?]);
    }
    let old = findings(
        conn,
        "SELECT r.rolname::text AS what, format('wl user password %s', r.rolname) AS fix
         FROM pg_authid r JOIN wl.users u ON u.db_role = r.rolname
         WHERE r.rolpassword LIKE 'md5%' ORDER BY 1",
    )?;
    Ok(vec![if old.is_empty() {
        Check::good("passwords", "no user has a password stored as MD5")
    } else {
        Check::bad(
            "passwords",
            format!(
                "passwords stored as MD5: {}",
                some(old.iter().map(|finding| &finding.what), ", ")
            ),
            format!(
                "as the owner of the database: {}",
                some(old.iter().map(|finding| &finding.fix), "; ")
            ),
        )
    }])
}

/// Nobody signs in without proof. The folder of the private server's socket is closed to
/// others, so there the operating system has checked who it is.
pub(super) fn sign_in(conn: &mut PgConnection, private: bool) -> Result<Check> {
    if !allowed(
        conn,
        "has_table_privilege('pg_hba_file_rules', 'SELECT') AND has_function_privilege('pg_hba_file_rules()', 'EXECUTE')",
    )? {
        let detail = "only a superuser sees how the server asks for proof";
        return for_a_superuser(conn, "sign-in", detail);
    }
    let mut found = findings(
        conn,
        "SELECT CASE WHEN h.error IS NOT NULL THEN format('line %s of pg_hba.conf can''t be read: %s', h.line_number, h.error)
                ELSE format('line %s of pg_hba.conf asks for no proof (%s %s)', h.line_number, h.type, h.auth_method) END AS what,
            format('change line %s of %s', h.line_number, current_setting('hba_file')) AS fix
         FROM pg_hba_file_rules h
         WHERE h.error IS NOT NULL OR h.auth_method = 'trust'
            -- readable on the way, unless it is encrypted
            OR h.auth_method = 'password' AND h.type IN ('host', 'hostnossl')
         ORDER BY h.line_number",
    )?;
    if private {
        found.retain(|finding| !finding.what.ends_with("(local trust)"));
    }
    if found.is_empty() {
        return Ok(Check::good(
            "sign-in",
            "the server asks everybody for proof of who they are",
        ));
    }
    Ok(Check::bad(
        "sign-in",
        some(found.iter().map(|finding| &finding.what), ", "),
        format!(
            "{} (scram-sha-256, or peer for local logins); then, as a superuser: SELECT pg_reload_conf()",
            some(found.iter().map(|finding| &finding.fix), ", ")
        ),
    )
    .of_server(owner_is_superuser(conn)?))
}

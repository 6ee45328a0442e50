//! How a person could bypass the rules: roles and their privileges, group memberships,
//! rights beyond our tables, and objects outside our schema.

use diesel::prelude::*;

use super::{Check, findings, verdict};
use crate::error::Result;
use crate::models::Role;

/// Who granted the membership `m`: without it, REVOKE looks for a grant by the current role.
const GRANTED_BY: &str = "coalesce((SELECT format(' GRANTED BY %I', o.rolname) FROM pg_roles o WHERE o.oid = m.grantor), '')";

/// How a role `r` differs from what it should be.
const ATTRIBUTES: &str = "SELECT string_agg(CASE WHEN has THEN name ELSE 'NO' || name END, ' ') AS found,
        string_agg(CASE WHEN has THEN 'NO' || name ELSE name END, ' ') AS fix, count(*) AS count
    FROM (VALUES (r.rolcanlogin, logs_in, 'LOGIN'), (r.rolsuper, false, 'SUPERUSER'),
        (r.rolcreaterole, makes_roles, 'CREATEROLE'), (r.rolcreatedb, false, 'CREATEDB'),
        (r.rolreplication, false, 'REPLICATION'), (r.rolbypassrls, false, 'BYPASSRLS')) a (has, should, name)
    WHERE has <> should";

/// Roles, besides those with attributes, that a user must not have.
const POWERFUL: &str = "('wl_owner', 'pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files',
    'pg_read_all_data', 'pg_write_all_data', 'pg_signal_backend', 'pg_read_all_stats', 'pg_monitor', 'pg_maintain',
    'pg_create_subscription')";

/// The groups that roles stand for, as SQL writes texts.
fn groups() -> String {
    Role::ALL.map(|role| format!("'wl_{role}'")).join(", ")
}

/// Our roles are as `rules/01_roles.sql` creates them.
pub(super) fn roles(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let groups = groups();
    let found = findings(
        conn,
        &format!(
            "WITH ours (name, logs_in, makes_roles) AS (SELECT 'wl_owner', false, true
                UNION ALL SELECT unnest(ARRAY[{groups}, 'wl_person']), false, false)
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
        "wl_owner and the groups are as wl migrate creates them",
        "",
        &found,
    )])
}

/// No user has privileges on the server.
pub(super) fn people(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let groups = groups();
    let found = findings(
        conn,
        // privileges of the user, and of every role that the user may become
        &format!(
            "WITH RECURSIVE people AS (
                SELECT r.*, true AS logs_in, false AS makes_roles
                FROM pg_roles r JOIN wl.users u ON u.db_role = r.rolname
             ), reach (person, fix, oid) AS (
                SELECT p.rolname, format('REVOKE %I FROM %I', g.rolname, p.rolname) || {GRANTED_BY}, g.oid
                FROM people p JOIN pg_auth_members m ON m.member = p.oid
                JOIN pg_roles g ON g.oid = m.roleid AND g.rolname NOT IN ({groups})
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
        "no user has privileges on the server",
        "privileges on the server: ",
        &found,
    )])
}

/// Every user has the role in their row, and no other.
pub(super) fn memberships(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let groups = groups();
    let found = findings(
        conn,
        // granted as the triggers grant, so that they can take it back
        &format!(
            "WITH people AS (
                SELECT u.db_role, u.role, u.deleted_at, r.oid, coalesce(r.rolsuper, false) AS rolsuper
                FROM wl.users u LEFT JOIN pg_roles r ON r.rolname = u.db_role
             ), groups AS (
                SELECT g.oid, g.rolname, substr(g.rolname, 4) AS role FROM pg_roles g
                WHERE g.rolname IN ({groups})
             )
             SELECT format('%s (%s, there is no such login)', p.db_role, p.role) AS what,
                format('CREATE ROLE %1$I LOGIN; GRANT wl_%2$s TO %1$I GRANTED BY wl_owner', p.db_role, p.role) AS fix
             FROM people p WHERE p.oid IS NULL AND p.deleted_at IS NULL
             UNION ALL
             SELECT format('%s (%s, not a member of wl_%2$s)', p.db_role, p.role),
                format('GRANT wl_%s TO %I GRANTED BY wl_owner', p.role, p.db_role)
             FROM people p
             WHERE p.oid IS NOT NULL AND p.deleted_at IS NULL AND NOT p.rolsuper
                AND NOT EXISTS (SELECT FROM groups g WHERE g.role = p.role AND pg_has_role(p.oid, g.oid, 'MEMBER'))
             UNION ALL
             SELECT format('%s (%s, member of %s)', p.db_role, CASE WHEN p.deleted_at IS NULL THEN p.role ELSE 'removed' END, g.rolname),
                format('REVOKE %I FROM %I', via.rolname, p.db_role) || {GRANTED_BY}
             FROM people p
             JOIN groups g ON g.role <> p.role OR p.deleted_at IS NOT NULL AND NOT EXISTS (
                -- a user of another database keeps the role
                SELECT FROM pg_auth_members a JOIN pg_roles d ON d.oid = a.roleid
                JOIN pg_database other ON d.rolname = 'wl_people_' || other.oid AND other.datname <> current_database()
                WHERE a.member = p.oid)
             JOIN pg_auth_members m ON m.member = p.oid
             JOIN pg_roles via ON via.oid = m.roleid AND NOT via.rolsuper
             WHERE via.oid = g.oid OR via.rolname !~ '^wl_' AND pg_has_role(via.oid, g.oid, 'MEMBER')
             UNION ALL
             SELECT format('%s (may grant %s)', p.db_role, g.rolname),
                format('REVOKE ADMIN OPTION FOR %I FROM %I', g.rolname, p.db_role) || {GRANTED_BY}
             FROM people p JOIN pg_auth_members m ON m.member = p.oid AND m.admin_option
             JOIN groups g ON g.oid = m.roleid
             ORDER BY 1"
        ),
    )?;
    Ok(vec![verdict(
        "memberships",
        "every login has exactly the role of its user",
        "logins whose role differs from that of their user: ",
        &found,
    )])
}

/// The users, the groups and every role that one of them may become, as `grantees`; 0 is
/// everyone.
pub(super) fn grantees() -> String {
    let groups = groups();
    format!(
        "WITH RECURSIVE reach (oid) AS (
        SELECT r.oid FROM pg_roles r
        WHERE NOT r.rolsuper AND (r.rolname IN ({groups})
            OR EXISTS (SELECT FROM wl.users u WHERE u.db_role = r.rolname))
        UNION
        SELECT m.roleid FROM reach JOIN pg_auth_members m ON m.member = reach.oid
    ), grantees (oid, who) AS (
        SELECT 0::oid, 'PUBLIC'
        UNION ALL
        SELECT r.oid, quote_ident(r.rolname) FROM pg_roles r
        WHERE NOT r.rolsuper AND (r.rolname = 'wl_owner' OR r.oid IN (SELECT oid FROM reach))
    )"
    )
}

/// Rights beyond our tables: parameters of the server, and functions and tables of the
/// catalog beyond PostgreSQL's defaults.
pub(super) fn rights(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let grantees = grantees();
    let found = findings(
        conn,
        &format!(
            "{grantees}, given (class, oid, part, kind, name, columns, acl, own) AS (
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
        "rights on the server are PostgreSQL's defaults",
        "rights on the server beyond PostgreSQL's defaults: ",
        &found,
    )])
}

/// Objects outside our schema that lead into it.
pub(super) fn other_objects(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let grantees = grantees();
    let found = findings(
        conn,
        &format!(
            "{grantees}, masters AS (
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
             SELECT format('%s shows the tables of Worklock to %s', c.oid::regclass, g.who),
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
             SELECT format('%s was added to pg_catalog', p.oid::regprocedure), format('DROP ROUTINE pg_catalog.%s', p.oid::regprocedure)
             FROM pg_proc p
             WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
             ORDER BY 1"
        ),
    )?;
    Ok(vec![verdict(
        "other objects",
        "no object outside schema wl bypasses its rules",
        "",
        &found,
    )])
}

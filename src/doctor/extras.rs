//! Objects and settings of the database beside our schema that change what a statement
//! does, or where its data goes.

use diesel::prelude::*;

use super::check::Check;
use super::rights::grantees;
use super::{findings, owner_is_superuser, some, verdict};
use crate::error::Result;

/// The texts are stored as we expect, and their indexes are in the order of the system.
pub(super) fn encoding(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let encoding = findings(
        conn,
        "SELECT format('the database is in %s', current_setting('server_encoding')) AS what,
            'create a database with ENCODING ''UTF8'', and restore a backup there' AS fix
         WHERE current_setting('server_encoding') <> 'UTF8'",
    )?;
    let collation = findings(
        conn,
        "SELECT format('the database was made with collation version %s, and the system has %s', d.datcollversion, v.actual) AS what,
            format('REINDEX DATABASE %I; ALTER DATABASE %1$I REFRESH COLLATION VERSION', d.datname) AS fix
         FROM pg_database d CROSS JOIN LATERAL pg_database_collation_actual_version(d.oid) v (actual)
         WHERE d.datname = current_database() AND d.datcollversion <> v.actual
         UNION ALL
         SELECT format('collation %s was made with version %s, and the system has %s', c.oid::regcollation, c.collversion, v.actual),
            format('REINDEX DATABASE %I; ALTER COLLATION %s REFRESH VERSION', current_database(), c.oid::regcollation)
         FROM pg_collation c CROSS JOIN LATERAL pg_collation_actual_version(c.oid) v (actual)
         WHERE c.collversion <> v.actual AND EXISTS (SELECT FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
            WHERE t.relnamespace = to_regnamespace('wl') AND c.oid = ANY (i.indcollation))
         ORDER BY 1",
    )?;
    let encoding = match encoding.first() {
        None => Check::good("encoding", "the database stores UTF-8"),
        Some(found) => Check::bad("encoding", &found.what, &found.fix),
    };
    let collation = verdict(
        "collation",
        "indexes are in the order that the system's collations have",
        "",
        &collation,
    );
    Ok(vec![encoding, collation])
}

/// Nobody but the owner creates objects where others find them.
pub(super) fn creation(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        &format!(
            "{} SELECT format('%s may create objects in schema %I', g.who, n.nspname) AS what,
                format('REVOKE CREATE ON SCHEMA %I FROM %s', n.nspname, g.who) AS fix
             FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a JOIN grantees g ON g.oid = a.grantee
             WHERE n.nspname <> 'wl' AND a.privilege_type = 'CREATE' AND a.grantee <> n.nspowner
             UNION
             SELECT format('%s may create schemas in this database', g.who),
                format('REVOKE CREATE ON DATABASE %I FROM %s', d.datname, g.who)
             FROM pg_database d CROSS JOIN LATERAL aclexplode(d.datacl) a JOIN grantees g ON g.oid = a.grantee
             WHERE d.datname = current_database() AND a.privilege_type = 'CREATE' AND a.grantee <> d.datdba
                AND g.who <> 'wl_owner'
             ORDER BY 1",
            grantees()
        ),
    )?;
    Ok(vec![verdict(
        "creation",
        "no user may create objects that others find",
        "",
        &found,
    )])
}

/// No user reaches another server from here with rights that were lent to them.
pub(super) fn foreign_servers(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        &format!(
            "{} SELECT format('%s may use the foreign server %s', CASE m.umuser WHEN 0 THEN 'PUBLIC' ELSE m.usename::text END, m.srvname) AS what,
                format('DROP USER MAPPING FOR %s SERVER %I', CASE m.umuser WHEN 0 THEN 'PUBLIC' ELSE quote_ident(m.usename) END, m.srvname) AS fix
             FROM pg_user_mappings m JOIN grantees g ON g.oid = m.umuser
             ORDER BY 1",
            grantees()
        ),
    )?;
    Ok(vec![verdict(
        "foreign servers",
        "no user has a mapping to another server",
        "",
        &found,
    )])
}

/// Code that runs at every change of the schema.
pub(super) fn event_triggers(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        "SELECT format('%s calls %s', t.evtname, t.evtfoid::regprocedure) AS what, format('DROP EVENT TRIGGER %I', t.evtname) AS fix
         FROM pg_event_trigger t
         WHERE t.evtenabled <> 'D' AND NOT EXISTS (SELECT FROM pg_depend d
            WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = t.oid AND d.deptype = 'e')
         ORDER BY 1",
    )?;
    let check = verdict(
        "event triggers",
        "no code runs at a change of the schema",
        "",
        &found,
    );
    Ok(vec![check.of_server(owner_is_superuser(conn)?)])
}

/// Casts that PostgreSQL and its extensions don't have.
pub(super) fn casts(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let found = findings(
        conn,
        "SELECT format('%s to %s', c.castsource::regtype, c.casttarget::regtype) AS what,
            format('DROP CAST (%s AS %s)', c.castsource::regtype, c.casttarget::regtype) AS fix
         FROM pg_cast c WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d
            WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'e')
         ORDER BY 1",
    )?;
    Ok(vec![verdict(
        "casts",
        "the casts are PostgreSQL's",
        "casts that PostgreSQL doesn't have: ",
        &found,
    )])
}

/// Where the data goes, which the owner may want, and whence it comes, which bypasses all
/// rules.
pub(super) fn replication(conn: &mut PgConnection) -> Result<Vec<Check>> {
    let comes = findings(
        conn,
        "SELECT format('the subscription %s writes into this database', s.subname) AS what,
            format('ALTER SUBSCRIPTION %I DISABLE; ALTER SUBSCRIPTION %1$I SET (slot_name = NONE); DROP SUBSCRIPTION %1$I', s.subname) AS fix
         FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid AND d.datname = current_database()
         ORDER BY 1",
    )?;
    if !comes.is_empty() {
        return Ok(vec![verdict("replication", "", "", &comes)]);
    }
    let goes = findings(
        conn,
        "SELECT DISTINCT format('the publication %s sends tables of Worklock', t.pubname) AS what,
            format('DROP PUBLICATION %I', t.pubname) AS fix
         FROM pg_publication_tables t WHERE t.schemaname = 'wl' ORDER BY 1",
    )?;
    Ok(vec![if goes.is_empty() {
        Check::good(
            "replication",
            "no publication or subscription has tables of Worklock",
        )
    } else {
        Check::advice(
            "replication",
            some(goes.iter().map(|finding| &finding.what), ", "),
            format!(
                "make sure that its readers may see all time; otherwise, as a superuser: {}",
                some(goes.iter().map(|finding| &finding.fix), "; ")
            ),
        )
    }])
}

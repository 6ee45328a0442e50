//! `wl migrate`: up, down, status; and who may not.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use worklock::db::local::SUPERUSER;

use crate::support::{Db, Outcome};

/// Everything about the schema that the catalogs hold, a line each; rights as
/// they count, whether written down or by default.
const CATALOG: &str = "
    WITH wl AS (SELECT 'wl'::regnamespace AS oid),
    rel AS (SELECT c.* FROM pg_class c, wl WHERE c.relnamespace = wl.oid),
    fn AS (SELECT p.* FROM pg_proc p, wl WHERE p.pronamespace = wl.oid)
    SELECT line FROM (
        SELECT format('relation %s %s owner %s rls %s %s', relkind, relname, relowner::regrole,
            relrowsecurity, relforcerowsecurity) FROM rel
        UNION ALL SELECT format('column %s.%s %s %s null %s %s %s %s', relname, attname, attnum,
            format_type(atttypid, atttypmod), NOT attnotnull, attidentity, attgenerated, pg_get_expr(adbin, adrelid))
            FROM rel JOIN pg_attribute a ON attrelid = rel.oid AND attnum > 0 AND NOT attisdropped
            LEFT JOIN pg_attrdef ON adrelid = rel.oid AND adnum = attnum
        UNION ALL SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE connamespace = 'wl'::regnamespace
        UNION ALL SELECT format('index %s', pg_get_indexdef(oid)) FROM rel WHERE relkind = 'i'
        UNION ALL SELECT format('trigger %s %s %s', tgenabled, tgisinternal, CASE WHEN NOT tgisinternal
            THEN pg_get_triggerdef(t.oid) END) FROM pg_trigger t JOIN rel ON tgrelid = rel.oid
        UNION ALL SELECT format('function owner %s %s', proowner::regrole, pg_get_functiondef(oid)) FROM fn
        UNION ALL SELECT format('policy %s', p) FROM pg_policies p WHERE schemaname = 'wl'
        UNION ALL SELECT format('comment %s', d.description) FROM pg_description d JOIN rel ON objoid = rel.oid
        UNION ALL SELECT format('grant %s %s', relname, acl) FROM rel,
            aclexplode(coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\", relowner))) acl
            WHERE relkind <> 'i'
        UNION ALL SELECT format('grant %s.%s %s', relname, attname, acl)
            FROM rel JOIN pg_attribute ON attrelid = rel.oid, aclexplode(attacl) acl
        UNION ALL SELECT format('grant %s %s', fn.oid::regprocedure, acl) FROM fn,
            aclexplode(coalesce(proacl, acldefault('f', proowner))) acl
        UNION ALL SELECT format('grant schema %s', acl) FROM pg_namespace n,
            aclexplode(coalesce(nspacl, acldefault('n', nspowner))) acl WHERE nspname = 'wl'
        UNION ALL SELECT format('default %s %s', defaclobjtype, acl) FROM pg_default_acl, aclexplode(defaclacl) acl
        UNION ALL SELECT format('migration %s', version) FROM wl.__diesel_schema_migrations
    ) AS everything (line) ORDER BY line";

/// `wl migrate` as the one who owns the database.
fn migrate(db: &Db, args: &[&str]) -> Outcome {
    let url = format!("{}&user={SUPERUSER}", db.url());
    db.wl(
        "nobody",
        &[&["--database-url", &url, "migrate"], args].concat(),
    )
}

fn migrated() -> Db {
    let db = Db::empty();
    assert_eq!(migrate(&db, &[]).code, 0);
    db
}

#[test]
fn up_down_up_is_the_same_schema() {
    let db = migrated();
    let first = db.query(CATALOG);
    assert!(first.lines().count() > 400, "{first}");
    let down = migrate(&db, &["down", "--all", "--yes"]);
    assert_eq!(down.stderr.matches("Took back ").count(), 4, "{down:?}");
    let left = db.query(
        "SELECT string_agg(relname, ' ') FROM pg_class
         WHERE relnamespace = 'wl'::regnamespace AND relname !~ '^__diesel'",
    );
    assert_eq!(left, "");
    let functions = "SELECT count(*) FROM pg_proc WHERE pronamespace = 'wl'::regnamespace";
    assert_eq!(db.count(functions), 0);
    assert_eq!(migrate(&db, &[]).code, 0);
    assert_eq!(db.query(CATALOG), first);
}

#[test]
fn each_migration_comes_back_the_same_one_by_one() {
    let db = migrated();
    let first = db.query(CATALOG);
    for taken in 1..=4 {
        for _ in 0..taken {
            assert_eq!(migrate(&db, &["down", "--yes"]).code, 0);
        }
        assert_eq!(migrate(&db, &["up"]).code, 0);
        assert_eq!(db.query(CATALOG), first, "after {taken} taken back");
    }
}

/// The comparison itself: each of these must show.
#[test]
fn the_catalog_shows_every_kind_of_difference() {
    let db = migrated();
    let first = db.query(CATALOG);
    for change in [
        "ALTER TABLE wl.users ALTER full_name DROP NOT NULL",
        "ALTER TABLE wl.users ALTER full_name SET DEFAULT 'x'",
        "ALTER TABLE wl.users DROP CONSTRAINT users_role_check",
        "DROP INDEX wl.time_entries_open_idx",
        "ALTER TABLE wl.users DISABLE TRIGGER guard_user",
        "DROP TRIGGER guard_user ON wl.users",
        "ALTER FUNCTION wl.me() RESET ALL",
        "CREATE OR REPLACE FUNCTION wl.has_substance(words text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
        "DROP POLICY users_read ON wl.users",
        "ALTER TABLE wl.users DISABLE ROW LEVEL SECURITY",
        "GRANT DELETE ON wl.users TO wl_admin",
        "GRANT UPDATE (hash) ON wl.audit_log TO wl_admin",
        "GRANT EXECUTE ON FUNCTION wl.me() TO PUBLIC",
        "GRANT CREATE ON SCHEMA wl TO wl_admin",
        "ALTER TABLE wl.settings OWNER TO CURRENT_USER",
        "COMMENT ON TABLE wl.users IS 'x'",
    ] {
        let changed = db.query(&format!(
            "BEGIN; SET LOCAL check_function_bodies = off; {change}; {CATALOG}; ROLLBACK"
        ));
        assert_ne!(changed, first, "{change}");
    }
    assert_eq!(db.query(CATALOG), first);
}

#[test]
fn down_is_refused_while_there_is_data() {
    let db = Db::new();
    let before = db.checksum();
    for args in [&["down", "--yes"][..], &["down", "--all", "--yes"]] {
        migrate(&db, args).assert_refused(1, "the database holds users and their records");
    }
    assert_eq!(db.checksum(), before);
    migrate(&db, &["down"]).assert_refused(2, "nobody is there to confirm");
}

#[test]
fn a_person_cannot_migrate() {
    let db = migrated();
    let url = format!("{}&user=ada", db.url());
    let _ = Db::new(); // makes sure that the login is there
    let outcome = db.wl("ada", &["--database-url", &url, "migrate"]);
    outcome.assert_refused(77, "your login does not have this right");
    assert!(outcome.stderr.contains("never as a person"), "{outcome:?}");
    let refusal = Db::new()
        .sql("ada", "DROP TABLE wl.settings")
        .expect_err("ada owns nothing");
    assert_eq!(refusal.state, "42501", "{refusal:?}");
}

#[test]
fn a_database_without_the_schema_is_told_apart() {
    let db = Db::empty();
    let _ = Db::new();
    for args in [
        &["timer", "status"][..],
        &["timer", "start", "WO-1"],
        &["order", "list"],
        &["export", "csv", "WO-1"],
        &["approve", "WO-1", "--yes"],
        &["exceptions"],
        &["audit", "verify"],
    ] {
        let outcome = db.wl("ada", args);
        outcome.assert_refused(76, "does not have the schema");
        assert!(outcome.stderr.contains("wl migrate"), "{outcome:?}");
    }
}

#[test]
fn a_newer_schema_stops_every_command() {
    let db = Db::new();
    let _ =
        db.query("INSERT INTO wl.__diesel_schema_migrations (version) VALUES ('20991231000001')");
    for args in [&["timer", "status"][..], &["timer", "start", "WO-1/1"]] {
        let outcome = db.wl("tom", args);
        outcome.assert_refused(76, "20991231000001, which is newer than this wl");
        assert!(
            outcome.stderr.contains("hint: install the newer wl"),
            "{outcome:?}"
        );
    }
    migrate(&db, &[]).assert_refused(76, "newer than this wl");
    migrate(&db, &["down", "--yes"]).assert_refused(76, "newer than this wl");
}

#[test]
fn an_older_schema_says_who_migrates() {
    let db = migrated();
    let _ = Db::new();
    assert_eq!(migrate(&db, &["down", "--yes"]).code, 0);
    let url = format!("{}&user={SUPERUSER}", db.url());
    let outcome = db.wl(SUPERUSER, &["--database-url", &url, "timer", "status"]);
    outcome.assert_refused(76, "which is older than this wl");
    assert!(outcome.stderr.contains("wl migrate"), "{outcome:?}");
}

#[test]
fn status_shows_what_is_applied() {
    let db = Db::empty();
    let url = format!("{}&user={SUPERUSER}", db.url());
    let applied = || {
        let list = db.json("nobody", &["--database-url", &url, "migrate", "status"]);
        let list = list.as_array().expect("a list").clone();
        assert!(list[0]["name"].as_str().unwrap().ends_with("create_tables"));
        list.iter()
            .map(|state| state["applied"].as_bool().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(applied(), [false; 4]);
    assert_eq!(migrate(&db, &[]).code, 0);
    assert_eq!(applied(), [true; 4]);
    assert_eq!(migrate(&db, &["down", "--yes"]).code, 0);
    assert_eq!(applied(), [true, true, true, false]);
    let again = migrate(&db, &["up"]);
    assert!(again.stderr.contains("grant_rights"), "{again:?}");
    assert!(migrate(&db, &[]).stderr.contains("The schema is current."));
}

/// Any login may take an advisory lock, and sit on it.
#[test]
fn nobody_holds_up_a_migration() {
    let db = Db::new();
    let tom = format!("{}&user=tom", db.url());
    let mut idle = PgConnection::establish(&tom).expect("a connection");
    idle.batch_execute(
        "BEGIN; SELECT pg_advisory_lock(x'776f726b6c6f636b'::bit(64)::bigint); SELECT version FROM wl.__diesel_schema_migrations",
    )
    .expect("a lock");
    assert_eq!(migrate(&db, &[]).code, 0);
}

//! `wl migrate`: up, down, status; and who may not.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use worklock::db::catalog;
use worklock::db::local::SUPERUSER;
use worklock::db::rules;
use worklock::db::schema_version::{NUMBER, OLDEST_SCHEMA};

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
        UNION ALL SELECT format('function owner %s %s', proowner::regrole,
            CASE prokind WHEN 'a' THEN oid::regprocedure::text ELSE pg_get_functiondef(oid) END) FROM fn
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
        UNION ALL SELECT format('version %s', v) FROM wl.schema_version v
        UNION ALL SELECT format('rule %s', definition) FROM pg_rules WHERE schemaname = 'wl'
    ) AS everything (line) ORDER BY line";

/// `wl migrate` as the one who owns the database.
fn migrate(db: &Db, args: &[&str]) -> Outcome {
    let url = db.owner_url();
    db.wl(
        "nobody",
        &[&["--database-url", &url, "migrate"], args].concat(),
    )
}

/// How many migrations there are.
fn migrations() -> usize {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");
    std::fs::read_dir(folder).expect("migrations/").count()
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
    assert_eq!(
        down.stderr.matches("Reverted ").count(),
        migrations(),
        "{down:?}"
    );
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
    for taken in 1..=migrations() {
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
        "ALTER FUNCTION wl.current_user_id() RESET ALL",
        "CREATE OR REPLACE FUNCTION wl.has_substance(words text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
        "DROP POLICY users_read ON wl.users",
        "ALTER TABLE wl.users DISABLE ROW LEVEL SECURITY",
        "GRANT DELETE ON wl.users TO wl_admin",
        "GRANT UPDATE (hash) ON wl.audit_log TO wl_admin",
        "GRANT EXECUTE ON FUNCTION wl.current_user_id() TO PUBLIC",
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
        migrate(&db, args).assert_refused(1, "the database contains users and their records");
    }
    assert_eq!(db.checksum(), before);
    migrate(&db, &["down"]).assert_refused(2, "there is no terminal to confirm it at");
}

#[test]
fn a_person_cannot_migrate() {
    let db = migrated();
    let url = format!("{}&user=ada", db.url());
    let _ = Db::new(); // makes sure that the login is there
    let outcome = db.wl("ada", &["--database-url", &url, "migrate"]);
    outcome.assert_refused(77, "your login does not have this right");
    assert!(
        outcome.stderr.contains("but not as a user of Worklock"),
        "{outcome:?}"
    );
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

fn say_version(db: &Db, number: i32, oldest_program: i32) {
    db.query(&format!(
        "UPDATE wl.schema_version SET number = {number}, oldest_program = {oldest_program}"
    ));
}

/// Reads and writes, with the context in a query of its own and with others.
const COMMANDS: [&[&str]; 4] = [
    &["timer", "status"],
    &["timer", "start", "WO-1/1"],
    &["timer", "stop"],
    &["order", "list"],
];

#[test]
fn a_newer_schema_is_used_where_it_allows_this_program() {
    let db = Db::new();
    say_version(&db, NUMBER + 1, NUMBER);
    for args in COMMANDS {
        assert_eq!(db.wl("tom", args).code, 0, "{args:?}");
    }
    // but nothing that needs to know it: older rules must not replace newer ones
    let before = db.query(CATALOG);
    for args in [&[][..], &["down", "--yes"]] {
        migrate(&db, args).assert_refused(76, "this wl has schema 1");
    }
    assert_eq!(db.query(CATALOG), before);
    db.wl("olga", &["audit", "verify"])
        .assert_refused(76, "this wl can only verify schema 1");
    let checks = db.wl("olga", &["doctor"]);
    assert_eq!(checks.code, 3, "{checks:?}");
    assert!(
        checks.stdout.contains("is newer than this wl"),
        "{checks:?}"
    );
}

#[test]
fn a_newer_schema_stops_every_command_of_a_program_that_is_too_old() {
    let db = Db::new();
    say_version(&db, NUMBER + 1, NUMBER + 1);
    let before = db.checksum();
    for args in COMMANDS {
        let outcome = db.wl("tom", args);
        outcome.assert_refused(
            76,
            "schema 2 for programs from schema 2 on; this wl has schema 1",
        );
        assert!(
            outcome.stderr.contains("hint: install the newer wl"),
            "{outcome:?}"
        );
    }
    assert_eq!(db.checksum(), before);
}

#[test]
fn an_older_schema_says_who_migrates() {
    let db = Db::new();
    say_version(&db, OLDEST_SCHEMA - 1, OLDEST_SCHEMA - 1);
    let before = db.checksum();
    for args in COMMANDS {
        let outcome = db.wl("tom", args);
        outcome.assert_refused(76, "schema 0; this wl needs schema 1 or newer");
        assert!(outcome.stderr.contains("wl migrate"), "{outcome:?}");
    }
    assert_eq!(db.checksum(), before);
    assert_eq!(migrate(&db, &[]).code, 0);
    assert_eq!(db.wl("tom", &["timer", "status"]).code, 0);
}

#[test]
fn a_schema_without_its_rules_is_not_used() {
    let db = migrated();
    let _ = Db::new();
    assert_eq!(migrate(&db, &["down", "--yes"]).code, 0);
    let url = format!("{}&user={SUPERUSER}", db.url());
    let outcome = db.wl(SUPERUSER, &["--database-url", &url, "timer", "status"]);
    outcome.assert_refused(76, "does not have the schema");
}

/// Older rules: one is missing, one says something else, one is not needed now.
const OLDER_RULES: &str = "
    DROP POLICY users_read ON wl.users;
    CREATE OR REPLACE FUNCTION wl.has_substance(words text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
    CREATE FUNCTION wl.me() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
    GRANT EXECUTE ON FUNCTION wl.me() TO wl_technician;
    UPDATE wl.schema_version SET rules_sha256 = 'older'";

/// Whatever else a schema can hold.
const FOREIGN_RULES: &str = "
    CREATE TYPE wl.pair AS (a wl.users, b integer);
    CREATE FUNCTION wl.pairs(p wl.pair) RETURNS SETOF wl.pair LANGUAGE sql AS 'SELECT p';
    CREATE FUNCTION wl.pairs(p wl.pair, n integer) RETURNS wl.pair LANGUAGE sql AS 'SELECT p';
    CREATE PROCEDURE wl.nothing() LANGUAGE sql AS 'SELECT 1';
    CREATE AGGREGATE wl.total(bigint) (SFUNC = int8pl, STYPE = bigint);
    CREATE FUNCTION wl.late() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
    CREATE TRIGGER \"Late!\" AFTER UPDATE ON wl.settings EXECUTE FUNCTION wl.late();
    CREATE VIEW wl.names AS SELECT db_role FROM wl.users;
    CREATE VIEW wl.more_names AS SELECT * FROM wl.names;
    CREATE MATERIALIZED VIEW wl.few AS SELECT 1 AS one;
    CREATE POLICY everybody ON wl.time_entries USING (true);
    CREATE RULE lost AS ON INSERT TO wl.audit_log DO INSTEAD NOTHING;
    ALTER TABLE wl.audit_log FORCE ROW LEVEL SECURITY;
    ALTER TABLE wl.time_entries DISABLE ROW LEVEL SECURITY;
    GRANT ALL ON wl.time_entries TO PUBLIC;
    GRANT UPDATE (hash) ON wl.audit_log TO wl_ops WITH GRANT OPTION;
    GRANT USAGE ON SEQUENCE wl.users_id_seq TO wl_technician;
    GRANT CREATE ON SCHEMA wl TO wl_admin;
    UPDATE wl.schema_version SET rules_sha256 = 'foreign'";

#[test]
fn rules_replace_whatever_rules_are_there() {
    let db = migrated();
    let first = db.query(CATALOG);
    for rules in [OLDER_RULES, FOREIGN_RULES] {
        db.query(rules);
        assert_ne!(db.query(CATALOG), first);
        let outcome = migrate(&db, &[]);
        assert_eq!(outcome.stderr, "Applied rules.\n", "{outcome:?}");
        assert_eq!(db.query(CATALOG), first, "{rules}");
    }
    assert_eq!(migrate(&db, &[]).stderr, "The schema is up to date.\n");
}

#[test]
fn each_rule_file_may_run_again() {
    let db = migrated();
    let first = db.query(CATALOG);
    let files: Vec<&str> = rules::FILES.iter().map(|(_, text)| *text).collect();
    let text = format!(
        "BEGIN; {} {} {} COMMIT",
        rules::ROLES,
        files.join("\n"),
        files.join("\n")
    );
    db.query(&text);
    assert_eq!(db.query(CATALOG), first);
}

#[test]
fn the_program_has_every_rule_file_in_order() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/rules");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("rules/")
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let embedded = rules::FILES.iter().map(|(name, _)| *name);
    assert!(std::iter::once("01_roles.sql").chain(embedded).eq(names));
}

/// A view of somebody's reports must not vanish without a word.
#[test]
fn what_is_built_on_a_rule_outside_the_schema_stops_the_migration() {
    let db = migrated();
    db.query("CREATE VIEW public.report AS SELECT * FROM wl.audit_proof; UPDATE wl.schema_version SET rules_sha256 = ''");
    let first = db.query(CATALOG);
    let outcome = migrate(&db, &[]);
    outcome.assert_refused(78, "view public.report depends on view audit_proof");
    assert_eq!(db.query(CATALOG), first);
}

/// Any login may make temporary objects, and keep its session open.
#[test]
fn temporary_objects_hold_up_no_migration() {
    let db = Db::new();
    let first = db.query(CATALOG);
    let session = |login: &str, sql: &str| {
        let url = format!("{}&user={login}", db.url());
        let mut conn = PgConnection::establish(&url).expect("a connection");
        conn.batch_execute(sql).expect("temporary objects");
        conn
    };
    let _tom = session(
        "tom",
        "CREATE TEMP VIEW v AS SELECT wl.current_user_id() AS id;
         CREATE TEMP VIEW on_a_view AS SELECT id FROM v;
         CREATE TEMP TABLE t (id bigint DEFAULT wl.current_user_id());
         CREATE FUNCTION pg_temp.f() RETURNS bigint BEGIN ATOMIC SELECT wl.current_user_id(); END",
    );
    let _ada = session("ada", "CREATE TEMP VIEW v AS SELECT * FROM wl.audit_proof");
    let older = "UPDATE wl.schema_version SET rules_sha256 = 'older'";
    db.query(older);
    let outcome = migrate(&db, &[]);
    assert_eq!(outcome.stderr, "Applied rules.\n", "{outcome:?}");
    assert_eq!(db.query(CATALOG), first);

    // what lasts still stops it, and keeps the others
    db.query(&format!(
        "CREATE VIEW public.report AS SELECT wl.current_user_id() AS id; {older}"
    ));
    let _tess = session(
        "tess",
        "CREATE TEMP VIEW v AS SELECT wl.current_user_id() AS id",
    );
    migrate(&db, &[]).assert_refused(
        78,
        "view public.report depends on function current_user_id()",
    );
    let views = "SELECT count(*) FROM pg_class WHERE relname = 'v' AND relkind = 'v'";
    assert_eq!(db.count(views), 1);
}

/// What hangs on a table keeps a migration from changing it: the refusal says what that is,
/// and of temporary objects whose they are.
#[test]
fn what_hangs_on_a_table_is_named() {
    for (hangs, named) in [
        (
            "CREATE TEMP VIEW v AS SELECT name FROM wl.settings",
            "view pg_temp_",
        ),
        (
            "CREATE TEMP TABLE t (row wl.settings)",
            "column row of table pg_temp_",
        ),
        (
            "CREATE FUNCTION pg_temp.f() RETURNS text BEGIN ATOMIC SELECT name FROM wl.settings; END",
            "function pg_temp_",
        ),
        (
            "CREATE FUNCTION pg_temp.f(wl.settings) RETURNS int RETURN 1",
            "function pg_temp_",
        ),
        (
            "CREATE TEMP TABLE t (a int); CREATE RULE r AS ON INSERT TO t DO ALSO SELECT name FROM wl.settings",
            "rule r on table pg_temp_",
        ),
        (
            "CREATE TEMP VIEW v AS SELECT wl.name_key('x')",
            "view pg_temp_",
        ),
        (
            "CREATE VIEW public.v AS SELECT name FROM wl.settings",
            "view public.v",
        ),
        (
            "CREATE TABLE public.t (name text REFERENCES wl.settings (name))",
            "constraint t_name_fkey on table public.t",
        ),
    ] {
        let db = migrated();
        let mut session = PgConnection::establish(&db.superuser_url()).expect("a connection");
        session.batch_execute(hangs).expect(hangs);
        let first = db.query(CATALOG);
        let outcome = migrate(&db, &["down", "--all", "--yes"]);
        outcome.assert_refused(78, named);
        assert_eq!(
            outcome.stderr.contains("usename = 'wl_superuser'"),
            named.contains("pg_temp_"),
            "{outcome:?}"
        );
        assert_eq!(db.query(CATALOG), first, "{hangs}");
        drop(session);
    }
}

/// Nothing but rules is dropped with them.
#[test]
fn a_table_that_needs_a_rule_stops_the_migration() {
    let db = migrated();
    for needs in [
        "ALTER TABLE wl.users ALTER full_name SET DEFAULT wl.shell_word('x')",
        "ALTER TABLE wl.users ADD CONSTRAINT shell CHECK (wl.shell_word(full_name) <> '')",
    ] {
        db.query(&format!(
            "{needs}; UPDATE wl.schema_version SET rules_sha256 = 'older'"
        ));
        migrate(&db, &[]).assert_refused(78, "depends on function shell_word(text)");
        db.query(
            "ALTER TABLE wl.users ALTER full_name DROP DEFAULT, DROP CONSTRAINT IF EXISTS shell",
        );
    }
    assert_eq!(migrate(&db, &[]).code, 0);
}

#[test]
fn doctor_knows_older_rules_by_their_hash() {
    let db = Db::new();
    db.query("UPDATE wl.schema_version SET rules_sha256 = 'older'");
    let outcome = db.wl("ada", &["doctor"]);
    assert_eq!(outcome.code, 3, "{outcome:?}");
    assert!(
        outcome
            .stdout
            .contains("the database has older rules than this wl"),
        "{outcome:?}"
    );
    // which changes nothing else
    for args in COMMANDS {
        assert_eq!(db.wl("tom", args).code, 0, "{args:?}");
    }
    let verified = db.wl("olga", &["audit", "verify"]);
    assert_eq!(verified.code, 3, "{verified:?}");
    assert!(verified.stdout.contains("rules older"), "{verified:?}");
}

#[test]
fn status_shows_what_is_applied() {
    let db = Db::empty();
    let url = format!("{}&user={SUPERUSER}", db.url());
    let applied = || {
        let list = db.json("nobody", &["--database-url", &url, "migrate", "status"]);
        let list = list.as_array().expect("a list").clone();
        assert!(list[0]["name"].as_str().unwrap().ends_with("create_tables"));
        assert_eq!(list.last().unwrap()["name"], "rules");
        assert_eq!(list.len(), migrations() + 1);
        list.iter()
            .map(|state| state["applied"].as_bool().unwrap())
            .collect::<Vec<_>>()
    };
    let first = |count: usize| {
        (0..=migrations())
            .map(|place| place < count)
            .collect::<Vec<_>>()
    };
    assert_eq!(applied(), first(0));
    assert_eq!(migrate(&db, &[]).code, 0);
    assert_eq!(applied(), first(migrations() + 1));
    assert_eq!(migrate(&db, &["down", "--yes"]).code, 0);
    assert_eq!(applied(), first(migrations() - 1));
    let again = migrate(&db, &["up"]);
    assert_eq!(again.stderr.matches("Applied ").count(), 2, "{again:?}");
    assert!(
        migrate(&db, &[])
            .stderr
            .contains("The schema is up to date.")
    );
}

/// PostgreSQL writes the texts of functions and views as these say.
#[test]
fn no_setting_of_the_database_makes_the_schema_look_changed() {
    let db = Db::empty();
    let name = db.query("SELECT current_database()");
    let settings = [
        ("quote_all_identifiers", "on"),
        ("bytea_output", "escape"),
        ("standard_conforming_strings", "off"),
        ("datestyle", "German"),
    ];
    for (setting, value) in settings {
        db.query(&format!("ALTER DATABASE {name} SET {setting} = {value}"));
    }
    assert_eq!(migrate(&db, &[]).code, 0);
    let mut conn = PgConnection::establish(&db.superuser_url()).expect("a connection");
    let nothing = (Vec::<String>::new(), Vec::<String>::new());
    assert_eq!(catalog::differences(&mut conn).unwrap(), nothing);
    db.query(&format!("ALTER DATABASE {name} RESET ALL"));
    let mut conn = PgConnection::establish(&db.superuser_url()).expect("a connection");
    assert_eq!(catalog::differences(&mut conn).unwrap(), nothing);
}

/// The flags of a table stay set when its last trigger or rule is dropped.
#[test]
fn what_was_made_and_dropped_leaves_no_difference() {
    let db = migrated();
    db.query(
        "CREATE RULE r AS ON INSERT TO wl.users DO ALSO NOTHING; DROP RULE r ON wl.users;
         CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
         CREATE TRIGGER t AFTER INSERT ON wl.__diesel_schema_migrations EXECUTE FUNCTION public.f();
         DROP TRIGGER t ON wl.__diesel_schema_migrations; DROP FUNCTION public.f()",
    );
    let mut conn = PgConnection::establish(&db.superuser_url()).expect("a connection");
    let nothing = (Vec::<String>::new(), Vec::<String>::new());
    assert_eq!(catalog::differences(&mut conn).unwrap(), nothing);
}

#[test]
fn migrate_repairs_the_row_that_says_the_version() {
    let db = migrated();
    let first = db.query(CATALOG);
    for damage in [
        "UPDATE wl.schema_version SET oldest_program = 9",
        "UPDATE wl.schema_version SET number = 0",
        "SET session_replication_role = replica; DELETE FROM wl.schema_version",
    ] {
        db.query(damage);
        assert_eq!(migrate(&db, &[]).stderr, "Applied rules.\n", "{damage}");
        assert_eq!(db.query(CATALOG), first, "{damage}");
    }
}

/// Other commands wait ten seconds at most: a migration that can't have its locks
/// gives up before they do.
#[test]
fn a_migration_behind_an_idle_session_stops_nobody() {
    let db = Db::new();
    db.query("UPDATE wl.schema_version SET rules_sha256 = 'older'");
    let before = db.query(CATALOG);
    let idle = db.hold("SELECT FROM wl.time_entries LIMIT 1");
    let url = format!("{}&user={SUPERUSER}", db.url());
    let migration = db.start("nobody", &["--database-url", &url, "migrate"]);
    db.wait_for_waiting(1);
    let started = db.wl("tom", &["timer", "start", "WO-1/1"]);
    assert_eq!(started.code, 0, "{started:?}");
    let outcome = migration.finish();
    assert_eq!(outcome.code, 75, "{outcome:?}");
    assert!(outcome.stderr.contains("open transactions"), "{outcome:?}");
    assert_eq!(db.query(CATALOG), before);
    idle.commit();
    assert_eq!(migrate(&db, &[]).code, 0);
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

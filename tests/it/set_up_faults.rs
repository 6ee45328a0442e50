//! A server, a database or a login that is set up wrongly is no bug of `wl` (70): it says
//! what is wrong and how to change it (78), or works all the same.

use std::time::Duration;

use worklock::db::local::SUPERUSER;

use crate::support::{Db, Fault, Outcome, Proxy, bare_command};

fn init(db: &Db) -> Outcome {
    let mut command = bare_command(&["init", "--admin", "ada"]);
    let url = format!("{}&user={SUPERUSER}", db.url());
    Outcome::of(command.env("DATABASE_URL", url).output().expect("wl runs"))
}

#[test]
fn a_database_without_what_the_schema_needs_is_refused_at_init() {
    let db = Db::empty();
    db.query("DROP SCHEMA public");
    init(&db).assert_refused(78, "CREATE SCHEMA public");
    db.query("CREATE SCHEMA public");
    assert_eq!(init(&db).code, 0);

    // the extension may be anywhere, and then nothing else is needed
    let db = Db::empty();
    db.query("DROP SCHEMA public; CREATE SCHEMA extensions; CREATE EXTENSION btree_gist SCHEMA extensions");
    let outcome = init(&db);
    assert_eq!(outcome.code, 0, "{outcome:?}");

    let db = Db::latin1();
    init(&db).assert_refused(78, "LATIN1");
    assert_eq!(
        db.query("SELECT count(*) FROM pg_namespace WHERE nspname = 'wl'"),
        "0"
    );
}

/// Each for a login alone, which the test makes.
#[test]
fn settings_of_a_login_are_harmless_or_named() {
    let db = Db::new();
    let stranger = db.unused_name("stranger");
    db.query(&format!("CREATE ROLE {stranger}"));
    let set = |login: &str, setting: &str| {
        db.query(&format!("ALTER ROLE {login} SET {setting}"));
    };
    let login = db.person("technician");
    for setting in [
        "search_path = nowhere",
        &format!("role = {stranger}"),
        "role = wl_technician",
        "client_min_messages = error",
        "client_min_messages = debug5",
        "DateStyle = 'German, DMY'",
        "IntervalStyle = sql_standard",
        "bytea_output = escape",
        "standard_conforming_strings = off",
        "extra_float_digits = -15",
        "quote_all_identifiers = on",
        "transform_null_equals = on",
        "default_transaction_isolation = serializable",
        "default_transaction_deferrable = on",
        "TimeZone = 'Asia/Tokyo'",
        "client_encoding = 'latin1'",
        "row_security = off",
        "lock_timeout = '1ms'",
        "check_function_bodies = off",
        "escape_string_warning = off",
        "xmlbinary = hex",
        "plan_cache_mode = force_generic_plan",
        "default_tablespace = nowhere",
        "temp_tablespaces = nowhere",
        "default_table_access_method = nowhere",
    ] {
        set(&login, setting);
        for args in [
            &["timer", "start", "WO-1/1", "--note", "a\\b'ü"][..],
            &["status"],
            &["entry", "list"],
            &["timer", "cancel"],
        ] {
            let outcome = db.wl(&login, args);
            assert_eq!(outcome.code, 0, "{setting}: {args:?}: {outcome:?}");
        }
        db.query(&format!("ALTER ROLE {login} RESET ALL"));
    }
    set(&login, "session_preload_libraries = 'nowhere'");
    db.wl(&login, &["status"])
        .assert_refused(78, "session_preload_libraries");
    db.query(&format!("ALTER ROLE {login} RESET ALL"));
    set(&login, "local_preload_libraries = 'nowhere'");
    db.wl(&login, &["status"])
        .assert_refused(78, "RESET local_preload_libraries");
    db.query(&format!("ALTER ROLE {login} RESET ALL"));
    set(&login, "default_transaction_read_only = on");
    db.wl(&login, &["timer", "start", "WO-1/1"])
        .assert_refused(78, "RESET default_transaction_read_only");
    db.query(&format!("ALTER ROLE {login} RESET ALL"));
}

/// A statement that is sure to take longer waits for a lock.
#[test]
fn a_limit_on_statements_that_is_too_small_is_named() {
    let db = Db::new();
    let login = db.person("technician");
    db.start_timer(&login, "WO-1/1", "now");
    db.query(&format!(
        "ALTER ROLE {login} SET statement_timeout = '300ms'"
    ));
    let held = db.hold(&format!(
        "SELECT FROM wl.users WHERE db_role = '{login}' FOR UPDATE"
    ));
    db.wl(&login, &["timer", "stop"])
        .assert_refused(78, "statement_timeout");
    drop(held);
    db.ok(&login, &["timer", "stop"]);
}

/// Whoever acts as somebody on this machine means that person here, too.
#[test]
fn the_first_admin_is_whom_wl_user_names() {
    let db = Db::empty();
    let login = db.unused_name("admin");
    let mut command = bare_command(&["init"]);
    command
        .env("DATABASE_URL", db.owner_url())
        .env("WL_USER", &login);
    let outcome = Outcome::of(command.output().expect("wl runs"));
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let ready = format!("Ready: {login} is the first admin");
    assert!(outcome.stderr.contains(&ready), "{outcome:?}");
    db.ok(&login, &["user", "list"]);
}

/// A limit that is longer than the first look at a wait, which names the holder.
#[test]
fn whoever_holds_the_lock_is_named_where_a_limit_ends_the_wait() {
    let db = Db::new();
    let login = db.person("technician");
    db.start_timer(&login, "WO-1/1", "now");
    let held = db.hold(&format!(
        "SELECT FROM wl.users WHERE db_role = '{login}' FOR UPDATE"
    ));
    for limit in ["statement_timeout", "transaction_timeout"] {
        if !db.has_setting(limit) {
            continue;
        }
        db.query(&format!("ALTER ROLE {login} SET {limit} = '4s'"));
        let outcome = db.wl(&login, &["timer", "stop"]);
        outcome.assert_refused(78, &format!("RESET {limit}"));
        let stderr = &outcome.stderr;
        assert!(
            stderr.contains("open transactions: wl_superuser (server process "),
            "{outcome:?}"
        );
        assert!(
            stderr.contains("an administrator ends what is open: SELECT pg_terminate_backend("),
            "{outcome:?}"
        );
        db.query(&format!("ALTER ROLE {login} RESET {limit}"));
    }
    drop(held);
}

/// Nobody is to blame for a limit that comes long after a wait.
#[test]
fn a_limit_that_own_work_exceeds_names_nobody() {
    let db = Db::new();
    let login = db.person("admin");
    db.query(&format!("ALTER ROLE {login} SET statement_timeout = '7s'"));
    db.query(
        "CREATE FUNCTION public.works() RETURNS trigger LANGUAGE plpgsql AS
            $$BEGIN PERFORM pg_catalog.pg_sleep(60); RETURN NEW; END$$;
         CREATE TRIGGER works BEFORE UPDATE ON wl.work_orders FOR EACH ROW EXECUTE FUNCTION public.works()",
    );
    let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let edit = db.start(&login, &["order", "edit", "WO-1", "--title", "x"]);
    db.wait_for_waiting(1);
    std::thread::sleep(Duration::from_secs(2));
    held.commit();
    let outcome = edit.finish();
    outcome.assert_refused(78, "RESET statement_timeout");
    assert!(!outcome.stderr.contains("open transactions"), "{outcome:?}");
}

/// Limits on sessions, and what a command sends after a pause that exceeds them. The last
/// one is new in PostgreSQL 17.
pub const SESSION_LIMITS: [(&str, &str); 3] = [
    ("idle_in_transaction_session_timeout", "wl.schema_version"),
    ("idle_session_timeout", "BEGIN"),
    ("transaction_timeout", "wl.schema_version"),
];

#[test]
fn a_limit_on_sessions_that_is_too_small_is_named() {
    let db = Db::new();
    let login = db.person("technician");
    for (limit, words) in SESSION_LIMITS {
        if !db.has_setting(limit) {
            continue;
        }
        db.query(&format!("ALTER ROLE {login} SET {limit} = '500ms'"));
        for args in [&["entry", "list"][..], &["timer", "start", "WO-1/1"]] {
            let proxy = Proxy::new(words, Fault::Outlast, true);
            let mut command = db.command(&login, args);
            command.env("DATABASE_URL", proxy.url(&db.name));
            Outcome::of(command.output().expect("wl runs"))
                .assert_refused(78, &format!("RESET {limit}"));
        }
        db.query(&format!("ALTER ROLE {login} RESET {limit}"));
    }
}

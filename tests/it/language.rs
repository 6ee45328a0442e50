//! Exit codes don't depend on the language of the server's messages. In a German and in a
//! Japanese server, everything is tried twice: as `wl init` leaves the database, and with
//! its setting taken back, as where its owner may not set it.

use std::process::{Child, Stdio};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use worklock::db::local::SUPERUSER;

use crate::set_up_faults::SESSION_LIMITS;
use crate::support::{Cluster, Fault, Outcome, Proxy, bare_command};

const LANGUAGES: [&str; 2] = ["de_DE", "ja_JP"];

/// Few connections, so that all of them can be taken.
const SETTINGS: &str = "max_connections = 12\nsuperuser_reserved_connections = 3";

fn speaking_server() -> Cluster {
    let mut server = Cluster::new(SETTINGS);
    for language in LANGUAGES {
        server.make_locale(language);
    }
    server.file(
        "pg_hba.conf",
        "local all secret scram-sha-256\nlocal all all trust\n",
    );
    server.start();
    server.fill();
    server.sql(
        "postgres",
        "CREATE ROLE secret LOGIN PASSWORD 'right'; CREATE ROLE stranger LOGIN;
         CREATE ROLE full LOGIN CONNECTION LIMIT 0",
    );
    server.sql("postgres", "CREATE DATABASE bare");
    server
}

/// New sessions get the language as soon as the server has read its configuration again.
#[expect(clippy::print_stderr, reason = "says what this machine can't try")]
fn speak(server: &Cluster, language: &str) {
    let locale = format!("{language}.UTF-8");
    if !server.has_locale(language) {
        eprintln!("this machine can't make the locale {locale}: the server speaks English");
        return;
    }
    server.sql(
        "postgres",
        &format!("ALTER SYSTEM SET lc_messages = '{locale}'"),
    );
    server.sql("postgres", "SELECT pg_reload_conf()");
    while server.sql("postgres", "SHOW lc_messages") != locale {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let refusal = server.try_sql("postgres", "SELECT 1/0");
    if refusal.is_err_and(|words| words.contains("division by zero")) {
        eprintln!("this build of PostgreSQL has no translations: the server speaks English");
    }
}

fn assert_code(outcome: &Outcome, code: i32, what: &str) {
    assert_eq!(outcome.code, code, "{what}: {outcome:?}");
    outcome.assert_clear();
}

fn wl_in(server: &Cluster, database: &str, login: &str, args: &[&str]) -> Outcome {
    let mut command = bare_command(args);
    command
        .env("DATABASE_URL", server.url(database))
        .env("PGPASSWORD", "wrong")
        .env("WL_USER", login);
    Outcome::of(command.output().expect("wl runs"))
}

/// The server answers, so it is never unreachable (69), and never a bug.
fn before_login(server: &Cluster) {
    for login in ["secret", "nobody"] {
        let outcome = wl_in(server, "worklock", login, &["status"]);
        assert_code(&outcome, 77, login);
    }
    // known in English, which builds without translations speak
    let outcome = wl_in(server, "worklock", "full", &["status"]);
    assert!([75, 77].contains(&outcome.code), "{outcome:?}");
    outcome.assert_clear();
    server.sql(
        "postgres",
        "ALTER ROLE tess SET local_preload_libraries = 'nowhere'",
    );
    assert_code(&server.wl("tess", &["status"]), 78, "a missing library");
    server.sql("postgres", "ALTER ROLE tess RESET ALL");
    let outcome = wl_in(server, "nowhere", "tom", &["status"]);
    assert!([69, 77].contains(&outcome.code), "{outcome:?}");
    outcome.assert_clear();
    let url = format!("{}&user=tom", server.url("worklock"));
    let taken: Vec<PgConnection> = (0..13)
        .map_while(|_| PgConnection::establish(&url).ok())
        .collect();
    assert!(taken.len() < 13);
    assert_code(&server.wl("tess", &["status"]), 75, "too many connections");
}

fn in_session(server: &Cluster) {
    let stranger = server.wl("stranger", &["status"]);
    assert_code(&stranger, 77, "no user of Worklock");
    assert!(
        stranger.stderr.contains("not an active user"),
        "{stranger:?}"
    );
    let mut migrate = bare_command(&["migrate"]);
    migrate.env(
        "DATABASE_URL",
        format!("{}&user=tom", server.url("worklock")),
    );
    let outcome = Outcome::of(migrate.output().expect("wl runs"));
    assert_code(&outcome, 77, "no right to migrate");
    let bare = wl_in(server, "bare", "tom", &["status"]);
    assert_code(&bare, 76, "no schema");
    server.ok("tess", &["timer", "start", "WO-1/1"]);
    let holder = holding_tess(server);
    server.sql(
        "postgres",
        "ALTER ROLE tess SET statement_timeout = '300ms'",
    );
    let outcome = server.wl("tess", &["timer", "stop"]);
    server.sql("postgres", "ALTER ROLE tess RESET statement_timeout");
    assert_code(&outcome, 78, "statement_timeout");
    assert!(outcome.stderr.contains("statement_timeout"), "{outcome:?}");
    let waiting = start(server, "tess", &["timer", "stop"]);
    let cancel = "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity
        WHERE usename = 'tess' AND application_name = 'wl' AND wait_event_type = 'Lock'";
    while server.sql("postgres", cancel) == "0" {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let outcome = Outcome::of(waiting.wait_with_output().expect("wl ends"));
    assert_code(&outcome, 75, "cancelled");
    assert_code(&server.wl("tess", &["timer", "stop"]), 75, "a held lock");
    drop(holder);
    server.sql(
        "postgres",
        "ALTER ROLE tess SET default_transaction_read_only = on",
    );
    let outcome = server.wl("tess", &["timer", "stop"]);
    server.sql("postgres", "ALTER ROLE tess RESET ALL");
    assert_code(&outcome, 78, "default_transaction_read_only");
    server.ok("tess", &["timer", "cancel"]);
    with_a_changed_schema(server);
    with_a_small_limit(server);
}

/// The schema as somebody changed it by hand, and back.
fn with_a_changed_schema(server: &Cluster) {
    let rename = |from: &str, to: &str| {
        server.sql(
            "worklock",
            &format!("ALTER TABLE wl.work_orders RENAME COLUMN {from} TO {to}"),
        );
    };
    rename("title", "renamed");
    for args in [
        &["order", "list"][..],
        &["order", "edit", "WO-1", "--title", "T"],
    ] {
        assert_code(&server.wl("ada", args), 76, "a changed schema");
    }
    rename("renamed", "title");
}

fn with_a_small_limit(server: &Cluster) {
    for (limit, words) in SESSION_LIMITS {
        let exists = format!("SELECT count(*) FROM pg_settings WHERE name = '{limit}'");
        if server.sql("postgres", &exists) == "0" {
            continue;
        }
        server.sql(
            "postgres",
            &format!("ALTER ROLE tess SET {limit} = '500ms'"),
        );
        let socket = format!("{}/.s.PGSQL.{}", server.socket_dir(), server.port);
        let proxy = Proxy::before(socket.into(), words, Fault::Outlast);
        let mut command = bare_command(&["entry", "list"]);
        command
            .env("DATABASE_URL", proxy.url("worklock"))
            .env("WL_USER", "tess");
        let outcome = Outcome::of(command.output().expect("wl runs"));
        assert_code(&outcome, 78, limit);
        assert!(outcome.stderr.contains(limit), "{outcome:?}");
        server.sql("postgres", &format!("ALTER ROLE tess RESET {limit}"));
    }
}

/// A session that holds the lock on the user `tess`.
fn holding_tess(server: &Cluster) -> PgConnection {
    let url = format!("{}&user={SUPERUSER}", server.url("worklock"));
    let mut holder = PgConnection::establish(&url).expect("a connection");
    holder
        .batch_execute("BEGIN; SELECT FROM wl.users WHERE db_role = 'tess' FOR UPDATE")
        .expect("the lock");
    holder
}

fn start(server: &Cluster, login: &str, args: &[&str]) -> Child {
    let mut command = bare_command(args);
    command
        .env("DATABASE_URL", server.url("worklock"))
        .env("WL_USER", login)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.spawn().expect("wl runs")
}

fn doctor_on_language(server: &Cluster) -> (bool, String) {
    let outcome = server.wl("ada", &["--format", "json", "doctor"]);
    let checks: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    let mut checks = checks.as_array().expect("checks").iter();
    let found = checks.find(|check| check["check"] == "language");
    let found = found.expect("the check");
    let text = found["detail"].as_str().expect("a text").to_owned();
    (
        found["state"] == "ok",
        text + found["fix"].as_str().expect("a text"),
    )
}

#[test]
fn exit_codes_are_the_same_in_every_language() {
    let server = speaking_server();
    for language in LANGUAGES {
        speak(&server, language);
        let own = server.sql("worklock", "SHOW lc_messages");
        assert_eq!(own, "C", "wl init sets it");
        assert!(doctor_on_language(&server).0);
        before_login(&server);
        in_session(&server);

        server.sql("postgres", "ALTER DATABASE worklock RESET lc_messages");
        let (english, said) = doctor_on_language(&server);
        assert_eq!(english, !server.has_locale(language), "{said}");
        assert!(
            english || said.contains("ALTER DATABASE worklock SET lc_messages = 'C'"),
            "{said}"
        );
        in_session(&server);
        server.sql("postgres", "ALTER DATABASE worklock SET lc_messages = 'C'");
    }
}

/// Who may not set a parameter for the database, but may give the right to set it away.
#[test]
fn a_right_to_set_the_language_is_passed_on_and_used() {
    let mut server = Cluster::new("");
    server.make_locale("de_DE");
    server.start();
    speak(&server, "de_DE");
    server.sql("postgres", "CREATE DATABASE worklock");
    server.sql(
        "postgres",
        "CREATE ROLE boss LOGIN CREATEROLE; GRANT CREATE ON DATABASE worklock TO boss;
         GRANT SET ON PARAMETER lc_messages TO boss WITH GRANT OPTION",
    );
    let url = format!("{}&user=boss", server.url("worklock"));
    let mut init = bare_command(&["init", "--admin", "ada"]);
    let outcome = Outcome::of(init.env("DATABASE_URL", url).output().expect("wl runs"));
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let granted = "SELECT bool_and(has_parameter_privilege(r, 'lc_messages', 'SET'))
        FROM unnest(ARRAY['wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops']) r";
    assert_eq!(server.sql("worklock", granted), "t");
    assert!(doctor_on_language(&server).0);
    // what fails later in the transaction is in English: -v shows the server's words
    server.ok(
        "ada",
        &["order", "add", "WO-1", "--title", "T", "--customer", "C"],
    );
    server.sql(
        "worklock",
        "CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM 1/0; END';
         CREATE TRIGGER a BEFORE INSERT ON wl.line_items FOR EACH ROW EXECUTE FUNCTION public.fail()",
    );
    let outcome = server.wl("ada", &["-v", "line", "add", "WO-1", "--description", "D"]);
    assert!(outcome.stderr.contains("division by zero"), "{outcome:?}");
}

/// A server whose database is set up and leaves the language to the server.
fn translated_server() -> Cluster {
    let mut server = Cluster::new("");
    for language in LANGUAGES {
        server.make_locale(language);
    }
    server.start();
    server.fill();
    server.sql("postgres", "ALTER DATABASE worklock RESET lc_messages");
    server
}

/// A table whose file is a full device: it is empty, and can't get longer.
#[test]
fn a_full_disk_of_the_server_is_known_in_every_language() {
    let server = translated_server();
    let file = server.sql("worklock", "SELECT pg_relation_filepath('wl.time_entries')");
    let file = server.data().join(file);
    let kept = file.with_extension("kept");
    std::fs::rename(&file, &kept).expect("the table's file");
    std::os::unix::fs::symlink("/dev/full", &file).expect("a link");
    for language in LANGUAGES {
        speak(&server, language);
        let outcome = server.wl("tom", &["timer", "start", "WO-1/1"]);
        assert_code(&outcome, 74, "a full disk");
        assert!(
            outcome.stderr.contains("disk of the database server"),
            "{outcome:?}"
        );
    }
    std::fs::rename(&kept, &file).expect("the table's file");
    server.ok("tom", &["timer", "start", "WO-1/1"]);
}

/// The limit for changes of the schema is a minute, and so is this test.
#[test]
fn a_migration_that_waits_in_vain_says_so_in_every_language() {
    let server = translated_server();
    let mut holder =
        PgConnection::establish(&format!("{}&user={SUPERUSER}", server.url("worklock")))
            .expect("a connection");
    holder
        .batch_execute("BEGIN; LOCK TABLE wl.__diesel_schema_migrations")
        .expect("the lock");
    let waiting = LANGUAGES.map(|language| {
        speak(&server, language);
        let mut migrate = bare_command(&["migrate"]);
        let url = format!("{}&user={SUPERUSER}", server.url("worklock"));
        migrate.env("DATABASE_URL", url).stderr(Stdio::piped());
        migrate.spawn().expect("wl runs")
    });
    for migration in waiting {
        let outcome = Outcome::of(migration.wait_with_output().expect("wl ends"));
        assert_code(&outcome, 75, "a lock that others hold");
        assert!(
            outcome.stderr.contains("open transactions: "),
            "{outcome:?}"
        );
    }
}

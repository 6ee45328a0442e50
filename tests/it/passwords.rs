//! `wl user password`: who may set whose, and that nobody else ever sees it.

use std::io::Write;
use std::process::Stdio;

use crate::support::{Cluster, Outcome, Terminal, bare_command};
use worklock::db::local::SUPERUSER;

/// A server that asks everyone but the superuser for a password, by the socket, and logs
/// every statement.
fn server() -> Cluster {
    let mut server = Cluster::new("log_connections = on");
    server.start();
    server.fill();
    server.file(
        "pg_hba.conf",
        format!(
            "local all {SUPERUSER} trust\nlocal all owner trust\nlocal all all scram-sha-256\n"
        ),
    );
    server.stop();
    server.start();
    server
}

/// `wl` as a login with this password, and what is on standard input.
fn wl(server: &Cluster, login: &str, password: &str, args: &[&str], input: &str) -> Outcome {
    let mut child = bare_command(args)
        .env("DATABASE_URL", server.url("worklock"))
        .env("WL_USER", login)
        .env("PGPASSWORD", password)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("wl runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    // one that refuses doesn't read
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    Outcome::of(child.wait_with_output().expect("wl ends"))
}

fn set(server: &Cluster, login: &str, old: &str, name: &[&str], new: &str) -> Outcome {
    let args = [&["user", "password"], name].concat();
    wl(server, login, old, &args, &format!("{new}\n"))
}

fn can_log_in(server: &Cluster, login: &str, password: &str) -> bool {
    let outcome = wl(server, login, password, &["order", "list"], "");
    assert!([0, 77].contains(&outcome.code), "{outcome:?}");
    outcome.code == 0
}

#[test]
fn people_set_their_own_password_and_the_owner_anyones() {
    let server = server();
    let records = "SELECT count(*), string_agg(hash::text, '' ORDER BY id) FROM wl.audit_log";
    let before = server.sql("worklock", records);
    let passwords = ["f1rst horse", "s3cond hörse $1", "th1rd'\\\"%s"];
    let mut printed = String::new();
    assert!(!can_log_in(&server, "tom", passwords[0]));

    for (login, old, name, new) in [
        (SUPERUSER, "", &["tom"][..], passwords[0]),
        ("tom", passwords[0], &[], passwords[1]),
        ("tom", passwords[1], &["tom"], passwords[2]),
    ] {
        let args = [&["user", "password", "-vv"], name].concat();
        let outcome = wl(&server, login, old, &args, &format!("{new}\n"));
        assert_eq!(outcome.code, 0, "{outcome:?}");
        assert!(
            outcome.stderr.contains("Set the password of tom."),
            "{outcome:?}"
        );
        printed += &outcome.to_string();
        assert!(can_log_in(&server, "tom", new));
        assert!(!can_log_in(&server, "tom", old), "{old} still works");
    }

    // log_statement = all: the text of each statement, as in pg_stat_activity
    let log = server.log();
    assert!(log.contains("worklock.verifier"), "nothing was logged");
    for line in log.lines().filter(|line| line.contains("SCRAM-SHA-256$")) {
        // with a capital letter from PostgreSQL 18 on
        assert!(
            line.to_lowercase().contains("detail:  parameters: "),
            "{line}"
        );
    }
    for password in passwords {
        assert!(!log.contains(password), "in the server's log");
        assert!(!printed.contains(password), "{printed}");
    }
    assert!(!printed.contains("SCRAM-SHA-256$"), "{printed}");

    let stored =
        "SELECT rolpassword LIKE 'SCRAM-SHA-256$4096:%' FROM pg_authid WHERE rolname = 'tom'";
    assert_eq!(server.sql("postgres", stored), "t");

    // the schema's owner may not change a superuser, who may
    server.sql("postgres", "ALTER ROLE tom SUPERUSER");
    let outcome = set(&server, SUPERUSER, "", &["tom"], passwords[0]);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    server.sql("postgres", "ALTER ROLE tom NOSUPERUSER");
    assert_eq!(server.sql("worklock", records), before);
}

#[test]
fn nobody_but_the_owner_sets_anothers_password() {
    let server = server();
    for login in ["ada", "tom", "acc", "olga"] {
        let outcome = set(&server, SUPERUSER, "", &[login], login);
        assert_eq!(outcome.code, 0, "{outcome:?}");
    }
    let stored = "SELECT string_agg(rolname || rolpassword, ',' ORDER BY rolname) FROM pg_authid";
    let before = server.sql("postgres", stored);
    for login in ["ada", "tom", "acc", "olga"] {
        for other in ["ada", "tom", SUPERUSER, "nobody"] {
            if other != login {
                let outcome = set(&server, login, login, &[other], "mine");
                outcome.assert_refused(77, "not the owner of the database");
            }
        }
    }
    // a login that is no user of Worklock is not the owner's to change here
    for other in ["nobody", "wl_owner"] {
        let outcome = set(&server, SUPERUSER, "", &[other], "mine");
        outcome.assert_refused(66, "there is no user");
    }
    assert_eq!(server.sql("postgres", stored), before);
    // the same in plain SQL: the rule is PostgreSQL's own
    let taken = wl(
        &server,
        "ada",
        "ada",
        &["db", "psql", "--", "-c", "ALTER ROLE tom PASSWORD 'x'"],
        "",
    );
    assert_ne!(taken.code, 0, "{taken:?}");
    assert_eq!(server.sql("postgres", stored), before);
}

#[test]
fn what_is_no_password_is_refused() {
    let server = server();
    let long = "x".repeat(1001);
    for (input, code, words) in [
        ("", 2, "no terminal to ask for the password"),
        ("\n", 65, "the password is empty"),
        ("two\nlines\n", 65, "more than one line"),
        ("zero\0byte", 65, "zero byte"),
        (long.as_str(), 65, "longer than 1000 bytes"),
    ] {
        let outcome = wl(&server, SUPERUSER, "", &["user", "password", "tom"], input);
        outcome.assert_refused(code, words);
    }
    let set = "SELECT count(*) FROM pg_authid WHERE rolname = 'tom' AND rolpassword IS NOT NULL";
    assert_eq!(server.sql("postgres", set), "0");
}

#[test]
fn a_terminal_asks_twice_and_shows_nothing() {
    let server = server();
    let typed = format!(
        "stty cols 80 rows 24; DATABASE_URL='{}' WL_USER={SUPERUSER} {} user password tom",
        server.url("worklock"),
        env!("CARGO_BIN_EXE_wl"),
    );
    let ask = || {
        let mut terminal = Terminal::alone(&typed);
        terminal.wait_for("New password for tom:");
        terminal
    };

    let mut terminal = ask();
    terminal.press("one-secret\r");
    terminal.wait_for("Once more:");
    terminal.press("other-secret\r");
    terminal.wait_for("The two differ.");
    terminal.press("one-secret\r");
    terminal.wait_for_many("Once more:", 2);
    terminal.press("one-secret\r");
    let (code, printed) = terminal.finish();
    assert_eq!(code, Some(0), "{printed}");
    assert!(!printed.contains("secret"), "{printed}");
    assert!(printed.contains("Set the password of tom."), "{printed}");
    assert!(can_log_in(&server, "tom", "one-secret"));

    let mut terminal = ask();
    terminal.press("half\u{3}");
    let (code, printed) = terminal.finish();
    assert_eq!(code, Some(130), "{printed}");
    assert!(!printed.contains("half"), "{printed}");
    assert!(can_log_in(&server, "tom", "one-secret"));
}

#[test]
fn an_owner_without_superuser_sets_passwords() {
    let mut server = Cluster::new("");
    server.start();
    server.sql("postgres", "CREATE ROLE owner LOGIN CREATEROLE CREATEDB");
    server.sql("postgres", "CREATE DATABASE worklock OWNER owner");
    let url = format!("{}&user=owner", server.url("worklock"));
    let mut init = bare_command(&["init", "--admin", "ada"]);
    let made = Outcome::of(init.env("DATABASE_URL", url).output().expect("wl runs"));
    assert_eq!(made.code, 0, "{made:?}");
    assert!(
        made.stderr
            .contains("ada has no password yet. Set one with: wl user password ada"),
        "{made:?}"
    );
    // it is the role that owns the schema who may
    server.sql("postgres", "ALTER ROLE owner NOCREATEROLE");
    let outcome = set(&server, "owner", "", &["ada"], "from the owner");
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let stored = "SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'ada'";
    assert_eq!(server.sql("postgres", stored), "t");
}

#[test]
fn a_new_login_has_no_password_yet() {
    let server = server();
    set(&server, SUPERUSER, "", &["ada"], "ada");
    server.sql("postgres", "CREATE ROLE older LOGIN");
    for (name, said) in [("newer", true), ("older", false)] {
        let add = ["user", "add", name, "--full-name", "N", "--role", "ops"];
        let outcome = wl(&server, "ada", "ada", &add, "");
        assert_eq!(outcome.code, 0, "{outcome:?}");
        let words = format!(
            "{name} has no password yet. The owner of the database sets one with: wl user password {name}"
        );
        let found = outcome.stderr.replace("\n  ", " ").contains(&words);
        assert_eq!(found, said, "{outcome:?}");
    }
}

#[test]
fn the_private_database_has_no_passwords() {
    let home = tempfile::tempdir().expect("a folder");
    let mut command = bare_command(&["user", "password"]);
    command.env("WL_HOME", home.path());
    let outcome = Outcome::of(command.output().expect("wl runs"));
    outcome.assert_refused(78, "the private database has no passwords");
}

//! `-v` prints the causes of an error, `-vv` each statement: both on standard
//! error, and neither a value that is bound nor a secret.

use crate::support::{Db, Outcome, bare_command};

const NOTE: &str = "the pump leaks";

/// The lines of standard error that begin with a word.
fn lines<'o>(outcome: &'o Outcome, word: &str) -> Vec<&'o str> {
    let lines = outcome.stderr.lines();
    lines.filter_map(|line| line.strip_prefix(word)).collect()
}

#[test]
fn causes_follow_the_error_with_v() {
    let db = Db::new();
    let add = ["user", "add", "pg_x", "--full-name", "X", "--role", "ops"];
    let plain = db.wl("ada", &add);
    let causes = db.wl("ada", &[&["-v"], &add[..]].concat());
    assert_eq!((plain.code, causes.code), (65, 65), "{plain:?} {causes:?}");
    let cause = &causes.stderr[plain.stderr.len()..];
    assert_eq!(causes.stderr, format!("{}{cause}", plain.stderr));
    assert_eq!(
        cause,
        "caused by: new row for relation \"users\" violates check constraint \
         \"users_db_role_check\"; constraint: users_db_role_check; table: users\n"
    );

    // with --format json one object, and the causes in it
    let error = db.refused("ada", &[&["-v"], &add[..]].concat());
    assert!(
        error["causes"][0]
            .as_str()
            .expect("a cause")
            .contains("users_db_role_check")
    );
    let error = db.refused("ada", &add);
    assert_eq!(error.get("causes"), None, "{error}");
    // an error of wl's own has none
    let error = db.refused("ada", &["-v", "order", "show", "WO-9"]);
    assert_eq!(error["causes"], serde_json::json!([]));
}

#[test]
fn a_file_and_a_server_have_causes() {
    let db = Db::new();
    let outcome = db.wl("ada", &["-v", "order", "import", "/nonexistent/file.csv"]);
    let causes = lines(&outcome, "caused by: ");
    assert_eq!(causes, ["No such file or directory (os error 2)"]);

    let mut command = bare_command(&["-v", "timer", "status"]);
    command.env(
        "DATABASE_URL",
        "postgresql://tom:s3cret@127.0.0.1:1/worklock",
    );
    let outcome = Outcome::of(command.output().expect("wl runs"));
    let causes = lines(&outcome, "caused by: ");
    assert_eq!(causes.len(), 1, "{outcome:?}");
    assert!(causes[0].contains("Connection refused"), "{outcome:?}");
    assert!(!outcome.stderr.contains("s3cret"), "{outcome:?}");
}

#[test]
fn statements_are_printed_with_vv_without_their_values() {
    let db = Db::new();
    let start = ["timer", "start", "WO-1/1", "--note", NOTE];
    let outcome = db.ok("tom", &[&["-vv"], &start[..]].concat());
    let log = lines(&outcome, "debug: ");
    assert!(
        log[0].ends_with("  connected to a Unix socket, no TLS, as tom"),
        "{outcome:?}"
    );
    let sent = |part: &str| log.iter().filter(|line| line.contains(part)).count();
    assert_eq!(sent("connected to"), 1, "{outcome:?}");
    assert_eq!(
        sent("BEGIN ISOLATION LEVEL READ COMMITTED"),
        1,
        "{outcome:?}"
    );
    assert_eq!(
        sent("INSERT INTO \"wl\".\"time_entries\""),
        1,
        "{outcome:?}"
    );
    assert!(
        log.iter().any(|line| line.ends_with("  COMMIT")),
        "{outcome:?}"
    );
    for line in &log {
        let (time, _) = line.split_once(" ms  ").expect("a time");
        assert!(time.parse::<f64>().is_ok(), "{line}");
    }
    assert!(log.iter().all(|line| !line.contains(NOTE)), "{outcome:?}");
    assert!(outcome.stderr.contains("Started entry 1"), "{outcome:?}");

    // a COPY too, and a statement that fails
    let outcome = db.ok("olga", &["-vv", "audit", "verify"]);
    assert!(outcome.stderr.contains("  COPY (SELECT "), "{outcome:?}");
    assert!(
        outcome.stderr.contains("read the rows of the COPY"),
        "{outcome:?}"
    );
    let add = [
        "-vv",
        "user",
        "add",
        "pg_x",
        "--full-name",
        "X",
        "--role",
        "ops",
    ];
    let outcome = db.wl("ada", &add);
    let failed = "failed: INSERT INTO \"wl\".\"users\"";
    assert!(outcome.stderr.contains(failed), "{outcome:?}");

    // nothing of it otherwise, and the same by the variable
    for args in [&["timer", "status"][..], &["-v", "timer", "status"]] {
        assert_eq!(db.ok("tom", args).stderr, "");
    }
    let mut command = db.command("tom", &["timer", "status"]);
    let outcome = Outcome::of(command.env("WL_LOG", "debug").output().expect("wl runs"));
    assert!(lines(&outcome, "debug: ").len() > 2, "{outcome:?}");
}

#[test]
fn no_log_mixes_with_the_json_of_an_error() {
    let db = Db::new();
    let error = db.refused("tom", &["-vv", "timer", "status"]);
    assert_eq!(
        (&error["code"], &error["kind"]),
        (&2.into(), &"usage".into())
    );
    let mut command = db.command("tom", &["--format", "json", "order", "show", "WO-9"]);
    let outcome = Outcome::of(command.env("WL_LOG", "debug").output().expect("wl runs"));
    let error: serde_json::Value = serde_json::from_str(&outcome.stderr).expect("one object");
    assert_eq!(error["kind"], "not_found");
}

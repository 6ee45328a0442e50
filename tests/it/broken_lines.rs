//! The connection breaks, before, at and after the commit: what `wl` says of it
//! is what is in the database.

use crate::support::{Db, Fault, Outcome, Proxy};

const ADD: [&str; 8] = [
    "--op-id",
    "night-7",
    "entry",
    "add",
    "WO-1/1",
    "--start",
    "5h ago",
    "--end=4h ago",
];

/// `wl` as tom, by a line that breaks.
fn by(proxy: &Proxy, db: &Db, args: &[&str]) -> Outcome {
    let mut command = db.command("tom", args);
    command.env("DATABASE_URL", proxy.url(&db.name));
    Outcome::of(command.output().expect("wl runs"))
}

fn entries(db: &Db) -> i64 {
    db.count("SELECT count(*) FROM wl.time_entries")
}

#[test]
fn a_commit_that_did_not_arrive_saved_nothing() {
    for fault in [Fault::CutBefore, Fault::CutCable] {
        let db = Db::new();
        let proxy = Proxy::new("COMMIT\0", fault, true);
        let outcome = by(&proxy, &db, &ADD);
        outcome.assert_refused(75, "the connection broke during the commit");
        assert_eq!(entries(&db), 0);
        // the rest of it holds no lock: it is not waited for
        let again = db.ok("tom", &ADD);
        assert!(again.stderr.contains("Added entry"), "{again:?}");
        assert_eq!(entries(&db), 1);
        db.assert_whole();
    }
}

#[test]
fn a_commit_whose_answer_is_lost_is_looked_up() {
    let db = Db::new();
    let proxy = Proxy::new("COMMIT\0", Fault::CutAfter, true);
    let outcome = by(&proxy, &db, &ADD);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert!(outcome.stderr.contains("Added entry"), "{outcome:?}");
    assert_eq!(entries(&db), 1);
}

#[test]
fn an_outcome_that_cannot_be_looked_up_is_unknown() {
    for (fault, saved) in [(Fault::CutAfter, 1), (Fault::CutBefore, 0)] {
        let db = Db::new();
        let proxy = Proxy::new("COMMIT\0", fault, false);
        let outcome = by(&proxy, &db, &ADD);
        assert_eq!(outcome.code, 79, "{outcome:?}");
        let told = "it is not known whether the change was saved";
        assert!(outcome.stderr.contains(told), "{outcome:?}");
        let look = "wl audit log --operation night-7";
        assert!(outcome.stderr.contains(look), "{outcome:?}");
        let records = db.json("tom", &["audit", "log", "--operation", "night-7"]);
        assert_eq!(records.as_array().map(Vec::len), Some(saved), "{records}");
        // the same id again does the work once
        db.ok("tom", &ADD);
        db.ok("tom", &ADD);
        assert_eq!(entries(&db), 1);
    }
}

#[test]
fn a_line_that_breaks_before_the_commit_saved_nothing() {
    for words in ["BEGIN ISOLATION", "INSERT INTO"] {
        let db = Db::new();
        let proxy = Proxy::new(words, Fault::CutBefore, true);
        let outcome = by(&proxy, &db, &ADD);
        outcome.assert_refused(75, "the connection to the database broke");
        assert_eq!(entries(&db), 0);
    }
    let db = Db::new();
    let proxy = Proxy::new("wl.current_user_id()", Fault::CutAfter, true);
    let outcome = by(&proxy, &db, &["timer", "status"]);
    outcome.assert_refused(75, "the connection to the database broke");
}

#[test]
fn a_killed_server_process_saved_nothing() {
    let db = Db::new();
    let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let waiting = db.start("ada", &["order", "edit", "WO-1", "--title", "x"]);
    db.wait_for_waiting(1);
    db.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'wl' AND datname = current_database()");
    waiting
        .finish()
        .assert_refused(75, "the connection to the database broke");
    held.commit();
    assert_eq!(db.query("SELECT title FROM wl.work_orders"), "Fix the pump");
}

/// Nothing is closed and nothing is answered: `wl` ends all the same.
#[test]
fn a_frozen_server_ends_in_an_error() {
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let db = Db::new();
            let proxy = Proxy::new("INSERT INTO", Fault::Freeze, true);
            let outcome = by(&proxy, &db, &ADD);
            outcome.assert_refused(75, "the connection to the database broke");
            assert_eq!(entries(&db), 0);
        });
        scope.spawn(|| {
            let db = Db::new();
            let proxy = Proxy::new("COMMIT\0", Fault::Freeze, true);
            let outcome = by(&proxy, &db, &ADD);
            assert_eq!(outcome.code, 79, "{outcome:?}");
        });
        scope.spawn(|| {
            let db = Db::new();
            let proxy = Proxy::new("user", Fault::Freeze, true);
            let mut command = db.command("tom", &["timer", "status"]);
            command.env("DATABASE_URL", proxy.url(&db.name) + "&connect_timeout=2");
            let outcome = Outcome::of(command.output().expect("wl runs"));
            outcome.assert_refused(69, "can't be reached");
        });
    });
}

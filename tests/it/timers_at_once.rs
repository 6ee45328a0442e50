//! Many terminals of one person at once (R1, R2).

use worklock::db::local::SUPERUSER;

use crate::support::{Db, NO_RIGHT};

/// The gaps between the live entries of tom, the overlaps, the running ones.
fn assert_one_unbroken_chain(db: &Db, entries: i64) {
    let live = "FROM wl.time_entries WHERE deleted_at IS NULL";
    assert_eq!(db.count(&format!("SELECT count(*) {live}")), entries);
    assert_eq!(
        db.count(&format!("SELECT count(*) {live} AND end_ts IS NULL")),
        1
    );
    let pairs = "FROM wl.time_entries a JOIN wl.time_entries b ON a.id < b.id
        AND tstzrange(a.start_ts, a.end_ts) && tstzrange(b.start_ts, b.end_ts)";
    assert_eq!(db.count(&format!("SELECT count(*) {pairs}")), 0);
    let lost = "SELECT max(start_ts) - min(start_ts) - coalesce(sum(end_ts - start_ts), '0') ";
    assert_eq!(db.query(&format!("{lost} {live}")), "00:00:00");
    let floors = "SELECT count(*) FROM wl.time_entries
        WHERE duration_seconds IS DISTINCT FROM floor(extract(epoch FROM end_ts - start_ts))";
    assert_eq!(db.count(floors), 0);
}

#[test]
fn fifty_starts_of_one_person_leave_one_timer_and_lose_no_second() {
    let db = Db::new();
    let all: Vec<_> = (0..50)
        .map(|n| db.start("tom", &["timer", "start", ["WO-1/1", "WO-1/2"][n % 2]]))
        .collect();
    let mut done = 0;
    for outcome in all.into_iter().map(|one| one.finish()) {
        if outcome.code != 0 {
            outcome.assert_refused(worklock::exit::TRY_AGAIN, "");
        } else if !outcome.stderr.contains("has been running since") {
            done += 1;
        }
    }
    assert!(done > 0, "none of 50 started");
    assert_one_unbroken_chain(&db, done);
}

#[test]
fn a_start_that_waited_begins_when_its_turn_came() {
    let db = Db::new();
    let lock = "SELECT FROM wl.users WHERE db_role = 'tom' FOR UPDATE";
    let both = db.race(
        lock,
        ("tom", &["timer", "start", "WO-1/1"]),
        ("tom", &["timer", "start", "WO-1/2"]),
    );
    assert!(both.iter().all(|one| one.code == 0), "{both:?}");
    assert!(both[1].stderr.starts_with("Stopped entry 1: "), "{both:?}");
    assert_one_unbroken_chain(&db, 2);
}

#[test]
fn a_timer_stopped_from_two_terminals_stops_once() {
    let db = Db::new();
    db.ok("tom", &["timer", "start", "WO-1/1"]);
    let lock = "SELECT FROM wl.users WHERE db_role = 'tom' FOR UPDATE";
    let stop = ("tom", &["timer", "stop"][..]);
    let [first, second] = db.race(lock, stop, stop);
    assert_eq!(first.code, 0, "{first:?}");
    second.assert_refused(worklock::exit::REFUSED, "tom has no running timer");
    let stops = "SELECT count(*) FROM wl.audit_log WHERE action = 'timer.stop'";
    assert_eq!(db.count(stops), 1);
}

#[test]
fn a_line_done_from_two_terminals_is_done_once() {
    let db = Db::new();
    let lock = "SELECT FROM wl.line_items FOR UPDATE";
    let done = ("ada", &["line", "status", "WO-1/1", "done"][..]);
    let other = ("abe", done.1);
    let [first, second] = db.race(lock, done, other);
    assert_eq!((first.code, second.code), (0, 0), "{first:?} {second:?}");
    assert!(second.stderr.contains("Nothing changed."), "{second:?}");
    let changes = "SELECT count(*) FROM wl.audit_log WHERE action = 'line.status'";
    assert_eq!(db.count(changes), 1);
}

#[test]
fn an_operation_given_twice_is_done_once() {
    let db = Db::new();
    let add = [
        "--op-id",
        "night-import-7",
        "entry",
        "add",
        "WO-1/1",
        "--start",
        "2h ago",
        "--end",
        "1h ago",
    ];
    db.ok("tom", &add);
    let before = db.checksum();
    let again = db.wl("tom", &add);
    assert_eq!(again.code, 0, "{again:?}");
    assert!(
        again
            .stderr
            .contains("operation night-import-7 has already been done"),
        "{again:?}"
    );
    assert_eq!(db.checksum(), before);
    // the command that it says shows what was done
    let hint = again.stderr.split("wl ").nth(1).expect("a command");
    let hint: Vec<&str> = hint.split_whitespace().collect();
    db.ok("tom", &["timer", "start", "WO-1/1"]);
    let records = db.json("tom", &hint);
    let actions: Vec<_> = records
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| &one["action"])
        .collect();
    assert_eq!(actions, ["entry.add"]);
}

/// An ID belongs to one request, however the answer is to look and in whatever order the
/// arguments are.
#[test]
fn an_operation_id_is_not_taken_for_another_request() {
    let db = Db::new();
    db.ok(
        "tom",
        &[
            "--op-id", "job-7", "timer", "start", "WO-1/1", "-n", "a", "--at", "5m ago",
        ],
    );
    let same: [&[&str]; 3] = [
        &[
            "--op-id", "job-7", "timer", "start", "WO-1/1", "-n", "a", "--at", "5m ago",
        ],
        &[
            "start", "--at", "5m ago", "--note=a", "WO-1/1", "--op-id", "job-7", "-q",
        ],
        &[
            "--format",
            "json",
            "--op-id",
            "job-7",
            "start",
            "--at=5m ago",
            "-n",
            "a",
            "WO-1/1",
        ],
    ];
    let before = db.checksum();
    for again in same {
        assert_eq!(db.wl("tom", again).code, 0, "{again:?}");
        assert_eq!(db.checksum(), before, "{again:?}");
    }
    let others: [&[&str]; 7] = [
        &["timer", "stop"],
        &["timer", "start", "WO-1/2", "-n", "a", "--at", "5m ago"],
        &["timer", "start", "WO-1/1", "-n", "b", "--at", "5m ago"],
        &["timer", "start", "WO-1/1", "-n", "a"],
        &["timer", "start", "WO-1/1", "-n", "a", "--at", "6m ago"],
        &["note", "a"],
        &["cancel"],
    ];
    for other in others {
        let words = [&["--op-id", "job-7"], other].concat();
        let error = db.wl_refused("tom", &words, 2, "operation_reused");
        let message =
            "the operation ID job-7 belongs to another request, which began with timer.start";
        assert_eq!(error["message"], message);
    }
    // IDs are each person's own
    db.ok("tess", &["--op-id", "job-7", "timer", "start", "WO-1/2"]);
    // what was written by hand is no request of wl
    let by_hand = "BEGIN; UPDATE wl.time_entries SET end_ts = now() WHERE end_ts IS NULL;
         INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
         SELECT 'time_entry', max(id), 'timer.stop', 'by hand' FROM wl.time_entries; COMMIT";
    db.ask("tom", by_hand).expect("a stop");
    db.wl_refused(
        "tom",
        &["--op-id", "by hand", "timer", "stop"],
        2,
        "operation_reused",
    );
    db.assert_whole();
}

#[test]
fn of_two_requests_with_one_id_at_once_one_is_done() {
    let db = Db::new();
    let lock = "SELECT FROM wl.users WHERE db_role = 'tom' FOR UPDATE";
    let [first, second] = db.race(
        lock,
        ("tom", &["--op-id", "same", "timer", "start", "WO-1/1"]),
        ("tom", &["--op-id", "same", "timer", "start", "WO-1/2"]),
    );
    assert_eq!(first.code, 0, "{first:?}");
    second.assert_refused(worklock::exit::USAGE, "belongs to another request");
    assert_one_unbroken_chain(&db, 1);
}

/// Ops verify each record, but a hash of a command line must not let them guess its note.
#[test]
fn what_ops_see_of_a_request_does_not_give_it_away() {
    let db = Db::new();
    for day in ["2024-03-05", "2024-03-06"] {
        let start = format!("{day} 08:00");
        db.ok(
            "tom",
            &[
                "--op-id", day, "entry", "add", "WO-1/1", "--start", &start, "--for", "1h", "-n",
                "a secret",
            ],
        );
    }
    db.sql_refused("olga", "SELECT request FROM wl.audit_log", &[NO_RIGHT]);
    let marks = "SELECT count(DISTINCT request_sha256) FROM wl.audit_proof WHERE request_sha256 IS NOT NULL";
    assert_eq!(db.ask("olga", marks).expect("the marks"), "2");
    db.assert_whole();
}

#[test]
fn an_operation_given_twice_at_once_is_done_once() {
    let db = Db::new();
    let lock = "SELECT FROM wl.users WHERE db_role = 'tom' FOR UPDATE";
    let start = ("tom", &["--op-id", "same", "timer", "start", "WO-1/1"][..]);
    let both = db.race(lock, start, start);
    assert!(both.iter().all(|one| one.code == 0), "{both:?}");
    assert_one_unbroken_chain(&db, 1);
}

#[test]
fn a_killed_command_changes_nothing() {
    let db = Db::new();
    let before = db.checksum();
    // the entry is in the table already when the audit record waits for the chain
    for lock in [
        "SELECT FROM wl.users WHERE db_role = 'tom' FOR UPDATE",
        "SELECT FROM wl.audit_chains FOR UPDATE",
    ] {
        let held = db.hold(lock);
        let start = db.start("tom", &["timer", "start", "WO-1/1"]);
        db.wait_for_waiting(1);
        start.kill();
        held.commit();
        db.wait_for_silence();
        assert_eq!(db.checksum(), before, "{lock}");
    }
    db.ok("tom", &["timer", "start", "WO-1/1"]);
}

#[test]
fn a_connection_that_breaks_before_the_commit_has_saved_nothing() {
    let db = Db::new();
    let before = db.checksum();
    let held = db.hold("SELECT FROM wl.audit_chains FOR UPDATE");
    let start = db.start("tom", &["timer", "start", "WO-1/1"]);
    db.wait_for_waiting(1);
    db.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'wl'",
    );
    let outcome = start.finish();
    outcome.assert_refused(
        worklock::exit::TRY_AGAIN,
        "the connection to the database broke",
    );
    held.commit();
    assert_eq!(db.checksum(), before);
}

#[test]
fn whoever_waits_too_long_for_a_lock_is_told_to_try_again() {
    let db = Db::new();
    let before = db.checksum();
    let held = db.hold("SELECT FROM wl.users WHERE db_role = 'tom' FOR UPDATE");
    let outcome = db.wl("tom", &["timer", "start", "WO-1/1"]);
    outcome.assert_refused(worklock::exit::TRY_AGAIN, "another session holds a lock");
    held.commit();
    assert_eq!(db.checksum(), before);
}

#[test]
fn sixteen_migrations_at_once_apply_once() {
    let db = Db::empty();
    let url = format!("{}&user={SUPERUSER}", db.url());
    let all: Vec<_> = (0..16)
        .map(|_| db.start("nobody", &["--database-url", &url, "migrate"]))
        .collect();
    let mut applied = 0;
    for outcome in all.into_iter().map(|one| one.finish()) {
        assert_eq!(outcome.code, 0, "{outcome:?}");
        applied += outcome.stderr.matches("Applied ").count();
    }
    let migrations = db.count("SELECT count(*) FROM wl.__diesel_schema_migrations");
    // the rules are applied once too
    assert_eq!(migrations + 1, i64::try_from(applied).unwrap());
    assert!(migrations > 0);
}

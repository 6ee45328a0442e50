//! Ctrl-C, SIGTERM and SIGHUP during a change: what `wl` says of it is what is in the
//! database.

use nix::sys::signal::Signal;

use crate::support::{Db, Fault, Outcome, Proxy, Running};

const SIGNALS: [Signal; 3] = [Signal::SIGINT, Signal::SIGTERM, Signal::SIGHUP];
const EDIT: [&str; 5] = ["order", "edit", "WO-1", "--title", "new"];

fn title(db: &Db) -> String {
    db.query("SELECT title FROM wl.work_orders WHERE number = 'WO-1'")
}

/// Lets a commit wait until the test's lock is gone.
fn with_slow_commits(db: &Db) {
    db.query(
        "CREATE FUNCTION public.slow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
            $$BEGIN PERFORM pg_catalog.pg_advisory_xact_lock(7); RETURN NULL; END$$;
         CREATE CONSTRAINT TRIGGER slow AFTER UPDATE ON wl.work_orders
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.slow()",
    );
}

#[test]
fn before_the_commit_nothing_is_saved() {
    let db = Db::new();
    for signal in SIGNALS {
        let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
        let running = db.start("ada", &EDIT);
        db.wait_for_waiting(1);
        running.signal(signal);
        let outcome = running.finish();
        outcome.assert_refused(130, "interrupted");
        held.commit();
        db.wait_for_silence();
        assert_eq!(title(&db), "Fix the pump", "{signal}");
    }
    let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let running = db.start("ada", &[&["--format", "json"], &EDIT[..]].concat());
    db.wait_for_waiting(1);
    running.signal(Signal::SIGTERM);
    let outcome = running.finish();
    held.commit();
    let error: serde_json::Value = serde_json::from_str(&outcome.stderr).expect("JSON");
    assert_eq!(error["code"], 130, "{error}");
    assert_eq!(error["kind"], "interrupted", "{error}");
    assert_eq!(error["saved"], "nothing", "{error}");
}

#[test]
fn during_the_commit_its_outcome_is_reported() {
    for signal in SIGNALS {
        let db = Db::new();
        with_slow_commits(&db);
        let held = db.hold("SELECT pg_advisory_xact_lock(7)");
        let mut running = db.start("ada", &EDIT);
        db.wait_for_waiting(1);
        running.signal(signal);
        running.wait_for("The commit is under way");
        held.commit();
        let outcome = running.finish();
        assert_eq!(outcome.code, 0, "{signal}: {outcome:?}");
        assert!(outcome.stderr.contains("Changed"), "{outcome:?}");
        assert_eq!(title(&db), "new");
    }
}

/// Whoever can't wait for the outcome is told how to see it.
#[test]
fn a_second_signal_during_the_commit_leaves_the_outcome_open() {
    let db = Db::new();
    with_slow_commits(&db);
    let held = db.hold("SELECT pg_advisory_xact_lock(7)");
    let mut running = db.start("ada", &[&["--op-id", "job-9"], &EDIT[..]].concat());
    db.wait_for_waiting(1);
    running.signal(Signal::SIGINT);
    running.wait_for("The commit is under way");
    running.signal(Signal::SIGINT);
    let outcome = running.finish();
    assert_eq!(outcome.code, 79, "{outcome:?}");
    assert!(
        outcome.stderr.contains("wl audit log --operation job-9"),
        "{outcome:?}"
    );
    held.commit();
    db.wait_for_silence();
    let records = db.json("ada", &["audit", "log", "--operation", "job-9"]);
    assert_eq!(records.as_array().map(Vec::len), Some(1), "{records}");
}

/// The answer to the commit is lost as well: it is looked up.
#[test]
fn an_interrupted_commit_whose_answer_is_lost_is_looked_up() {
    let db = Db::new();
    with_slow_commits(&db);
    let held = db.hold("SELECT pg_advisory_xact_lock(7)");
    let proxy = Proxy::new("COMMIT\0", Fault::CutAfter, true);
    let mut command = db.command("ada", &EDIT);
    command.env("DATABASE_URL", proxy.url(&db.name));
    let mut running = Running::of(command);
    db.wait_for_waiting(1);
    running.signal(Signal::SIGTERM);
    running.wait_for("The commit is under way");
    held.commit();
    let outcome: Outcome = running.finish();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!(title(&db), "new");
}

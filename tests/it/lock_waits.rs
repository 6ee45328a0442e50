//! Nobody is blocked for long: the waits of a command are added up, and who holds the
//! locks is named.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::support::Db;

/// Two sessions that take the lock in turn, each before the other lets it go: the server's
/// lock_timeout begins anew with each of them.
#[test]
fn waits_are_added_up() {
    let db = Db::new();
    let share = "SELECT FROM wl.work_orders FOR SHARE";
    let (over, began) = (AtomicBool::new(false), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut held = db.hold(share);
            began.store(true, Ordering::SeqCst);
            // without the sum, the command would wait for as long as this goes on
            for _ in 0..60 {
                thread::sleep(Duration::from_millis(700));
                let next = db.hold(share);
                held.commit();
                held = next;
                if over.load(Ordering::SeqCst) {
                    break;
                }
            }
            held.commit();
        });
        while !began.load(Ordering::SeqCst) {
            thread::yield_now();
        }
        let outcome = db.wl("ada", &["order", "edit", "WO-1", "--title", "x"]);
        over.store(true, Ordering::SeqCst);
        outcome.assert_refused(75, "open transactions: wl_superuser (server process ");
    });
    assert_eq!(db.query("SELECT title FROM wl.work_orders"), "Fix the pump");
}

/// Whoever waits in front is not to blame; the statement of the hint ends the session
/// that is.
#[test]
fn the_holder_is_named_and_how_to_end_it() {
    let db = Db::new();
    let holder = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let edit = ["order", "edit", "WO-1", "--title", "x"];
    let first = db.start("ada", &edit);
    db.wait_for_waiting(1);
    let second = db.start("abe", &edit);
    let mut ends = String::new();
    for outcome in [first.finish(), second.finish()] {
        outcome.assert_refused(75, "open transactions: wl_superuser (server process ");
        assert!(!outcome.stderr.contains("ada ("), "{outcome:?}");
        let (_, statement) = outcome
            .stderr
            .rsplit_once("an administrator ends what is open: ")
            .expect("a statement");
        ends = statement.trim().to_owned();
        let pid = ends
            .strip_prefix("SELECT pg_terminate_backend(")
            .and_then(|rest| rest.strip_suffix(')'))
            .expect("a statement");
        assert_eq!(
            db.query(&format!(
                "SELECT state FROM pg_stat_activity WHERE pid = {pid}"
            )),
            "idle in transaction"
        );
    }
    assert_eq!(db.query(&ends), "t");
    drop(holder);
    db.ok("ada", &edit);
}

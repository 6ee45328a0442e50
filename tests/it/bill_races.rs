//! Two commands at once, at least one of which bills: each entry is billed once, and
//! the loser gets the sentence that it would get later.

use worklock::exit;

use crate::bills::assert_all_billed_or_waiting;
use crate::support::{Db, Folder};

const ORDERS: &str = "SELECT FROM wl.work_orders FOR UPDATE";
const ADD: [&str; 4] = ["bill", "add", "WO-1", "--yes"];

fn approved() -> (Db, String) {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    (db, id.to_string())
}

#[test]
fn two_bills_at_once_bill_once() {
    let (db, _) = approved();
    let [first, second] = db.race(ORDERS, ("acc", &ADD), ("ada", &ADD));
    assert!(first.stderr.starts_with("Made 1 bill"), "{first:?}");
    assert_eq!(second.code, 0, "{second:?}");
    assert!(second.stderr.starts_with("Nothing to bill"), "{second:?}");
    assert_eq!(db.count("SELECT count(*) FROM wl.bills"), 1);
    assert_all_billed_or_waiting(&db);
}

#[test]
fn a_bill_after_an_unlock_is_refused() {
    let (db, id) = approved();
    let unlock = ["unlock", &id, "--reason", "wrong day"];
    let [unlocked, billed] = db.race(ORDERS, ("ada", &unlock), ("acc", &ADD));
    assert_eq!(unlocked.code, 0, "{unlocked:?}");
    billed.assert_refused(1, "there is unapproved time up to");
    assert_eq!(db.count("SELECT count(*) FROM wl.bills"), 0);
    assert_all_billed_or_waiting(&db);
}

#[test]
fn an_unlock_after_a_bill_is_refused() {
    let (db, id) = approved();
    let unlock = ["unlock", &id, "--reason", "wrong day"];
    let [billed, unlocked] = db.race(ORDERS, ("acc", &ADD), ("ada", &unlock));
    assert_eq!(billed.code, 0, "{billed:?}");
    unlocked.assert_refused(1, "bill 1");
    assert_all_billed_or_waiting(&db);
}

#[test]
fn a_timer_waits_until_the_bill_is_made() {
    let (db, _) = approved();
    let start = ["timer", "start", "WO-1/1"];
    let [billed, started] = db.race(ORDERS, ("acc", &ADD), ("tess", &start));
    assert_eq!(
        (billed.code, started.code),
        (0, 0),
        "{billed:?} {started:?}"
    );
    assert_all_billed_or_waiting(&db);
    // the other way round, the bill sees it
    let (db, _) = approved();
    let [started, billed] = db.race(ORDERS, ("tess", &start), ("acc", &ADD));
    assert_eq!(started.code, 0, "{started:?}");
    billed.assert_refused(1, "1 running");
}

#[test]
fn two_cancellations_cancel_once() {
    let (db, _) = approved();
    db.bills_until(&["WO-1"], "today");
    let cancel = ["bill", "cancel", "1", "--reason", "wrong day"];
    let [first, second] = db.race(ORDERS, ("acc", &cancel), ("ada", &cancel));
    assert_eq!(first.code, 0, "{first:?}");
    second.assert_refused(1, "bill 1");
    assert_all_billed_or_waiting(&db);
}

#[test]
fn a_cancellation_and_a_bill_come_one_after_the_other() {
    let (db, _) = approved();
    db.bills_until(&["WO-1"], "today");
    let cancel = ["bill", "cancel", "1", "--reason", "wrong day"];
    let [cancelled, billed] = db.race(ORDERS, ("acc", &cancel), ("ada", &ADD));
    assert_eq!(
        (cancelled.code, billed.code),
        (0, 0),
        "{cancelled:?} {billed:?}"
    );
    assert!(billed.stderr.contains("replacing bill 1"), "{billed:?}");
    assert_all_billed_or_waiting(&db);
}

#[test]
fn twenty_accountants_bill_the_same_500_orders() {
    const ORDERS: usize = 500;
    let (db, folder) = (Db::new(), Folder::new());
    let names: Vec<String> = (0..ORDERS).map(|number| format!("B-{number}")).collect();
    let rows = names.iter().map(|name| format!("{name},T,C,D\n"));
    let orders = folder.file(
        "orders.csv",
        "number,title,customer,line\n".to_owned() + &rows.collect::<String>(),
    );
    let rows = names.iter().enumerate().map(|(number, name)| {
        let (day, hour) = (number / 24 + 1, number % 24);
        format!("{name},1,tom,2024-10-{day:02} {hour:02}:00,2024-10-{day:02} {hour:02}:10\n")
    });
    let time = folder.file(
        "time.csv",
        "number,line,user,start_ts,end_ts\n".to_owned() + &rows.collect::<String>(),
    );
    db.ok("ada", &["order", "import", &orders]);
    db.ok("tom", &["entry", "import", &time, "--zone", "UTC"]);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    db.ok("ada", &[&["approve", "--yes"], &names[..]].concat());
    db.ok(
        "ada",
        &[&["order", "status"], &names[..], &["ready_to_bill"]].concat(),
    );
    // each bills 50 of them, half of which the next one wants, too
    let accountants: Vec<String> = (0..20).map(|_| db.person("accountant")).collect();
    std::thread::scope(|scope| {
        for (number, login) in accountants.iter().enumerate() {
            let (db, names) = (&db, &names);
            scope.spawn(move || {
                let mine = names.iter().cycle().skip(number * 25).take(50).copied();
                let args: Vec<&str> = ["bill", "add", "--yes"].into_iter().chain(mine).collect();
                // whoever waited too long tries again
                let outcome = (0..100)
                    .map(|_| db.wl(login, &args))
                    .find(|outcome| outcome.code != i32::from(exit::TRY_AGAIN));
                assert_eq!(outcome.map(|outcome| outcome.code), Some(0), "{login}");
            });
        }
    });
    let bills = "SELECT count(*) || ' ' || max(number) || ' ' || sum(entries) FROM wl.bills";
    assert_eq!(db.query(bills), "500 500 500");
    let makers = "SELECT count(DISTINCT made_by) > 1 FROM wl.bills";
    assert_eq!(db.query(makers), "t");
    let billed = "SELECT count(*) FROM wl.work_orders WHERE status = 'billed'";
    assert_eq!(db.count(billed), 500);
    assert_all_billed_or_waiting(&db);
    db.assert_whole();
}

/// PostgreSQL locks the row of an UPDATE before any trigger, so plain SQL locks the bill first
/// and then its orders, where a command does it the other way round.
#[test]
fn a_cancellation_and_plain_sql_in_a_circle_end_in_one_cancellation() {
    let (db, _) = approved();
    db.ok("acc", &ADD);
    let held = db.hold(ORDERS);
    let cancel = db.start("acc", &["bill", "cancel", "1", "--reason", "by wl"]);
    db.wait_for_waiting(1);
    let by_hand = "BEGIN; UPDATE wl.bills SET cancel_reason = 'by hand' WHERE id = 1;
        INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
        VALUES ('bill', 1, 'bill.cancel', 'by hand', 'hand'); COMMIT";
    let (outcome, answer) = std::thread::scope(|scope| {
        let other = scope.spawn(|| db.sql("ada", by_hand));
        db.wait_until("wait_event_type = 'Lock'", 2);
        held.commit();
        (cancel.finish(), other.join().expect("no panic"))
    });
    match answer {
        Ok(_) => outcome.assert_refused(75, "two commands were waiting for each other"),
        Err(refusal) => {
            assert_eq!(refusal.state, "40P01", "{refusal:?}");
            assert_eq!(outcome.code, 0, "{outcome:?}");
        }
    }
    let cancelled = "SELECT count(*) FROM wl.audit_log WHERE action = 'bill.cancel'";
    assert_eq!(db.count(cancelled), 1);
    assert_all_billed_or_waiting(&db);
    db.assert_whole();
}

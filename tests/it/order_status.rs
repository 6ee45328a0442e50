//! The status of several work orders changes in one transaction: of all or of none.

use serde_json::json;
use worklock::domain::order;

use crate::completions::offered;
use crate::support::Db;

fn statuses(db: &Db) -> String {
    db.query("SELECT string_agg(number || ' ' || status, ', ' ORDER BY id) FROM wl.work_orders")
}

#[test]
fn several_orders_change_together() {
    let db = Db::new();
    db.order("WO-2");
    db.order("WO-3");
    // named twice, in another case and out of order
    let args = [
        "order",
        "status",
        "WO-3",
        "wo-1",
        "WO-3",
        "WO-2",
        "ready_to_bill",
    ];
    let orders = db.json("ada", &args);
    let found: Vec<_> = orders.as_array().expect("an array").iter().collect();
    let found: Vec<_> = found.iter().map(|o| (&o["number"], &o["status"])).collect();
    let ready = json!("ready_to_bill");
    let expected = [json!("WO-1"), json!("WO-2"), json!("WO-3")];
    let expected: Vec<_> = expected.iter().map(|number| (number, &ready)).collect();
    assert_eq!(found, expected);
    let records = "SELECT count(*) || ' ' || count(DISTINCT op_id) || ' ' || count(DISTINCT txid)
        FROM wl.audit_log WHERE action = 'order.status'";
    assert_eq!(db.query(records), "3 1 1");
    db.assert_whole();
}

#[test]
fn what_already_is_there_stays_without_a_record() {
    let db = Db::new();
    db.order("WO-2");
    db.move_order("WO-2", "ready_to_bill");
    let outcome = db.ok("ada", &["order", "status", "WO-1", "WO-2", "ready_to_bill"]);
    assert_eq!(
        outcome.stderr,
        "Work order WO-1 (Fix the pump): open -> ready_to_bill.\nWork order WO-2 (T) already is ready_to_bill.\n"
    );
    let records = "SELECT count(*) FROM wl.audit_log WHERE action = 'order.status'";
    assert_eq!(db.count(records), 2);
}

#[test]
fn one_refusal_leaves_all_as_they_were_and_names_the_order() {
    let db = Db::new();
    for number in ["WO-2", "WO-4", "WO-5"] {
        db.order(number);
    }
    db.set_up("ada", |tx| {
        order::add(tx, "WO-3", "T", "C")?;
        order::remove(tx, "WO-3", None)
    });
    db.move_order("WO-2", "cancelled");
    db.move_order("WO-4", "billed");
    db.entry("tom", 3);
    let before = statuses(&db);
    for (login, orders, status, code, kind, words) in [
        (
            "ada",
            &["WO-1", "WO-2"][..],
            "in_progress",
            1,
            "order_status",
            "work order WO-2 is cancelled; it can't become in_progress",
        ),
        (
            "ada",
            &["WO-1", "WO-3"],
            "in_progress",
            1,
            "order_removed",
            "work order WO-3 is removed",
        ),
        (
            "ada",
            &["WO-1", "WO-77"],
            "in_progress",
            66,
            "not_found",
            "there is no work order WO-77",
        ),
        (
            "acc",
            &["WO-5", "WO-4"],
            "ready_to_bill",
            2,
            "reason_required",
            "work order WO-4 is billed",
        ),
        (
            "acc",
            &["WO-1", "WO-5"],
            "ready_to_bill",
            77,
            "order_right",
            "only an admin",
        ),
    ] {
        let args = [&["order", "status"], orders, &[status]].concat();
        let error = db.wl_refused(login, &args, code, kind);
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.contains(words), "{words}: {error}");
    }
    assert_eq!(statuses(&db), before);
    let missing = db.refused("ada", &["order", "status", "WO-11", "cancelled"]);
    assert_eq!(
        missing["hint"],
        "did you mean WO-1? See all with: wl order list"
    );
}

#[test]
fn an_order_and_a_status_are_both_needed_and_offered() {
    let db = Db::new();
    assert_eq!(db.wl("ada", &["order", "status", "cancelled"]).code, 2);
    for (typed, expected) in [
        (&["order", "status", "W"][..], "WO-1"),
        (&["order", "status", "WO-1", "read"], "ready_to_bill"),
        (&["order", "status", "WO-1", "W"], "WO-1"),
        (
            &["order", "status", "WO-1", "WO-2", "read"],
            "ready_to_bill",
        ),
    ] {
        let outcome = offered(&db.url(), "ada", typed);
        assert_eq!(outcome.stdout.trim(), expected, "{typed:?}");
    }
}

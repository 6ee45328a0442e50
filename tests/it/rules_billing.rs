//! R6: no new time where billing has begun, and nothing changes once billed.

use worklock::models::LineStatus;
use worklock::models::OrderStatus::{self, Billed, ReadyToBill};

use crate::support::{Db, NO_RIGHT, audited, audited_because, insert_time, next};

/// The moves that an accountant may make.
const BILLING: [(OrderStatus, OrderStatus); 2] = [(ReadyToBill, Billed), (Billed, ReadyToBill)];

/// Every status with every other one.
fn pairs() -> impl Iterator<Item = (OrderStatus, OrderStatus)> {
    OrderStatus::ALL
        .into_iter()
        .flat_map(|from| OrderStatus::ALL.map(|to| (from, to)))
        .filter(|(from, to)| from != to)
}

fn order_id(number: &str) -> String {
    format!("(SELECT id FROM wl.work_orders WHERE number = '{number}')")
}

fn status_of(db: &Db, number: &str) -> String {
    db.query(&format!(
        "SELECT status FROM wl.work_orders WHERE number = '{number}'"
    ))
}

#[test]
fn r6_orders_move_as_the_table_says_through_wl() {
    let db = Db::new();
    for (from, to) in pairs() {
        let number = format!("{from}-{to}");
        db.order(&number);
        db.move_order(&number, from.as_str());
        let args = [
            "order",
            "status",
            &number,
            to.as_str(),
            "--reason",
            "as it must be",
        ];
        for login in ["tom", "olga"] {
            db.wl_refused(login, &args, 77, "no_permission");
        }
        if !next(from).contains(&to) {
            db.wl_refused("ada", &args, 1, "order_status");
            db.wl_refused("acc", &args, 1, "order_status");
            continue;
        }
        if BILLING.contains(&(from, to)) {
            db.ok("acc", &args);
        } else {
            db.wl_refused("acc", &args, 77, "order_right");
            db.ok("ada", &args);
        }
        assert_eq!(status_of(&db, &number), to.as_str());
    }
    db.assert_whole();
}

#[test]
fn r6_orders_move_as_the_table_says_through_sql() {
    let db = Db::new();
    for (from, to) in pairs() {
        let number = format!("{from}-{to}");
        db.order(&number);
        db.move_order(&number, from.as_str());
        let change = format!("UPDATE wl.work_orders SET status = '{to}' WHERE number = '{number}'");
        for login in ["tom", "olga"] {
            db.sql_refused(login, &change, &[NO_RIGHT]);
        }
        let sql = audited_because(
            &change,
            "work_order",
            order_id(&number),
            "order.status",
            "'as it must be'",
        );
        if !BILLING.contains(&(from, to)) {
            let rule = match next(from).contains(&to) {
                true => "order_right",
                false => "order_status",
            };
            db.sql_refused("acc", &sql, &[rule]);
        }
        if next(from).contains(&to) {
            db.sql("ada", &sql).expect("a move that the table has");
            assert_eq!(status_of(&db, &number), to.as_str());
        } else {
            db.sql_refused("ada", &sql, &["order_status"]);
        }
    }
    db.sql_refused(
        "ada",
        "UPDATE wl.work_orders SET status = 'paid' WHERE number = 'WO-1'",
        &["order_status"],
    );
}

/// No new time on this line item, by whoever and whatever way.
fn takes_no_time(db: &Db, number: &str, rule: &str) {
    let line = format!("{number}/1");
    let id = db.entry("tom", 5).to_string();
    for login in ["tom", "ada"] {
        db.wl_refused(login, &["timer", "start", &line], 1, rule);
        db.wl_refused(
            login,
            &[
                "entry", "add", &line, "--start", "2h ago", "--end", "1h ago",
            ],
            1,
            rule,
        );
        db.wl_refused(
            login,
            &[
                "entry",
                "edit",
                &id,
                "--line",
                &line,
                "--reason",
                "it belongs there",
            ],
            1,
            rule,
        );
        for (start, end) in [("now()", "NULL"), ("now() - interval '2h'", "now()")] {
            db.sql_refused(login, &insert_time("tom", number, 1, start, end), &[rule]);
        }
        let target = format!(
            "(SELECT l.id FROM wl.line_items l WHERE l.position = 1 AND l.work_order_id = {})",
            order_id(number)
        );
        db.sql_refused(
            login,
            &format!(
                "UPDATE wl.time_entries SET work_order_id = {}, line_item_id = {target}, edited_reason = 'there'
                 WHERE id = {id}",
                order_id(number)
            ),
            &[rule],
        );
    }
    // removed time of the order does not come back
    let hidden = db.query(&format!(
        "SELECT id FROM wl.time_entries WHERE deleted_at IS NOT NULL AND work_order_id = {}",
        order_id(number)
    ));
    for login in ["tess", "ada"] {
        db.wl_refused(
            login,
            &["entry", "restore", &hidden, "--reason", "it was right"],
            1,
            if rule == "order_closed" && status_of(db, number) == "billed" {
                "order_billed"
            } else {
                rule
            },
        );
        db.sql_refused(
            login,
            &format!("UPDATE wl.time_entries SET deleted_at = NULL WHERE id = {hidden}"),
            &[rule, "order_billed"],
        );
    }
}

/// An order with one removed entry of tess.
fn order_with_removed_time(db: &Db, number: &str) {
    db.order(number);
    let line = format!("{number}/1");
    let added = db.json(
        "tess",
        &[
            "entry",
            "add",
            &line,
            "--start",
            "2020-01-01T08:00Z",
            "--end",
            "2020-01-01T09:00Z",
        ],
    );
    db.ok("tess", &["entry", "remove", &added["id"].to_string()]);
}

#[test]
fn r6_new_time_goes_on_an_order_by_its_status() {
    for status in OrderStatus::ALL {
        let db = Db::new();
        order_with_removed_time(&db, "WO-2");
        db.move_order("WO-2", status.as_str());
        if status.takes_time() {
            db.start_timer("tom", "WO-2/1", "1m ago");
        } else {
            takes_no_time(&db, "WO-2", "order_closed");
        }
    }
}

#[test]
fn r6_new_time_goes_on_a_line_item_by_its_status() {
    for status in LineStatus::ALL {
        let db = Db::new();
        order_with_removed_time(&db, "WO-2");
        db.line_status("WO-2/1", status.as_str());
        if status.takes_time() {
            db.start_timer("tom", "WO-2/1", "1m ago");
        } else {
            takes_no_time(&db, "WO-2", "line_closed");
        }
    }
}

#[test]
fn r6_time_on_an_order_that_is_ready_to_bill_is_still_stopped_corrected_and_approved() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "30m ago");
    let id = db.entry("tess", 5).to_string();
    db.line_status("WO-1/1", "done");
    db.move_order("WO-1", "ready_to_bill");
    db.stop_timer("tom");
    db.ok("tess", &["entry", "edit", &id, "--end", "270m ago"]);
    // a correction is no move: to another line item of the same order it is new time there
    db.wl_refused(
        "tess",
        &["entry", "edit", &id, "--line", "WO-1/2"],
        1,
        "order_closed",
    );
    let plan = db.json("ada", &["approve", "WO-1", "--yes"]);
    assert_eq!(plan["count"], 2, "{plan}");
    db.ok("ada", &["unlock", &id, "--reason", "look again"]);
    db.ok(
        "tess",
        &["entry", "remove", &id, "--reason", "not for them"],
    );
    db.bill("acc", &["WO-1"]);
    db.ok("acc", &["order", "status", "WO-1", "billed"]);
    db.assert_whole();
}

#[test]
fn r6_billing_needs_all_time_locked_and_on_a_bill_and_no_timer() {
    let db = Db::new();
    let bill = audited(
        "UPDATE wl.work_orders SET status = 'billed' WHERE number = 'WO-1'",
        "work_order",
        order_id("WO-1"),
        "order.status",
    );
    let refused_as = |rule: &str| {
        for login in ["acc", "ada"] {
            db.wl_refused(login, &["order", "status", "WO-1", "billed"], 1, rule);
            db.sql_refused(login, &bill, &[rule]);
        }
    };
    let refused = || refused_as("order_unapproved");
    let id = db.entry("tom", 5).to_string();
    db.start_timer("tess", "WO-1/2", "now");
    db.move_order("WO-1", "ready_to_bill");
    refused();
    db.ok("ada", &["approve", "--entry", &id, "--yes"]);
    refused();
    db.stop_timer("tess");
    refused();
    db.approve("ada", "WO-1");
    db.ok("ada", &["unlock", &id, "--reason", "look again"]);
    refused();
    db.approve("ada", "WO-1");
    refused_as("order_unbilled");
    db.bill("acc", &["WO-1"]);
    let back = ["order", "status", "WO-1", "ready_to_bill"];
    db.ok("acc", &[&back[..], &["--reason", "look again"]].concat());
    db.sql("acc", &bill).expect("all is locked and on a bill");
}

#[test]
fn r6_a_billed_order_its_lines_and_its_time_are_frozen() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5).to_string();
    db.line("WO-1", "Third");
    db.ok("ada", &["line", "remove", "WO-1/3"]);
    db.move_order("WO-1", "billed");
    for args in [
        &["order", "edit", "WO-1", "--title", "X"][..],
        &["order", "edit", "WO-1", "--number", "WO-9"],
        &["order", "edit", "WO-1", "--customer", "X"],
        &["order", "remove", "WO-1"],
        &["line", "add", "WO-1", "--description", "X"],
        &["line", "edit", "WO-1/1", "--description", "X"],
        &["line", "status", "WO-1/1", "done"],
        &["line", "remove", "WO-1/2"],
        &["line", "restore", "WO-1/3"],
        &["approve", "WO-1", "--yes"],
    ] {
        db.wl_refused("ada", args, 1, "order_billed");
    }
    for args in [
        &["unlock", &id, "--reason", "a mistake"][..],
        &["entry", "edit", &id, "--note", "X", "--reason", "a mistake"],
        &["entry", "remove", &id, "--reason", "a mistake"],
    ] {
        db.wl_refused("ada", args, 1, "entry_billed");
    }
    for (sql, rule) in [
        (
            "UPDATE wl.work_orders SET title = 'X'".to_owned(),
            "order_billed",
        ),
        (
            "UPDATE wl.work_orders SET number = 'X'".to_owned(),
            "order_billed",
        ),
        (
            "UPDATE wl.work_orders SET customer = 'X'".to_owned(),
            "order_billed",
        ),
        (
            "UPDATE wl.work_orders SET deleted_at = now()".to_owned(),
            "order_billed",
        ),
        (
            "UPDATE wl.work_orders SET title = 'X', status = 'ready_to_bill'".to_owned(),
            "one_change",
        ),
        (
            format!(
                "INSERT INTO wl.line_items (work_order_id, description) VALUES ({}, 'X')",
                order_id("WO-1")
            ),
            "order_billed",
        ),
        (
            "UPDATE wl.line_items SET description = 'X'".to_owned(),
            "order_billed",
        ),
        (
            "UPDATE wl.line_items SET status = 'cancelled'".to_owned(),
            "order_billed",
        ),
        (
            "UPDATE wl.line_items SET deleted_at = NULL WHERE position = 3".to_owned(),
            "order_billed",
        ),
        (
            format!(
                "UPDATE wl.time_entries SET status = 'OPEN', edited_reason = 'a mistake' WHERE id = {id}"
            ),
            "entry_billed",
        ),
        (
            format!("UPDATE wl.time_entries SET note = 'X' WHERE id = {id}"),
            "entry_billed",
        ),
    ] {
        db.sql_refused("ada", &sql, &[rule]);
    }
}

#[test]
fn r6_a_billed_order_goes_back_with_a_reason_only() {
    let db = Db::new();
    db.move_order("WO-1", "billed");
    let back = "UPDATE wl.work_orders SET status = 'ready_to_bill' WHERE number = 'WO-1'";
    for login in ["acc", "ada"] {
        let args = ["order", "status", "WO-1", "ready_to_bill"];
        db.wl_refused(login, &args, 2, "reason_required");
        db.wl_refused(
            login,
            &[&args[..], &["--reason", " \u{a0} "]].concat(),
            1,
            "reason_required",
        );
        for reason in ["NULL", "''", "'\u{3164}\u{3164}\u{3164}'"] {
            let sql = audited_because(back, "work_order", order_id("WO-1"), "order.status", reason);
            db.sql_refused(login, &sql, &["reason_required"]);
        }
    }
    db.ok(
        "acc",
        &[
            "order",
            "status",
            "WO-1",
            "ready_to_bill",
            "--reason",
            "wrong customer",
        ],
    );
    let id: i64 = db
        .query("SELECT id FROM wl.work_orders")
        .parse()
        .expect("an id");
    assert_eq!(
        db.last_record("work_order", id),
        "order.status acc wrong customer"
    );
    db.assert_whole();
}

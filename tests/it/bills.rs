//! Bills through `wl`: a month end, corrections, and what is refused.

use serde_json::{Value, json};
use worklock::domain::bill;

use crate::support::Db;

/// October and November 2024 on WO-1, a contract that goes on: ten hours of October.
fn october() -> (Db, i64, i64) {
    let db = Db::new();
    let first = db.time("tom", "WO-1/1", "2024-10-03 08:00", "2024-10-03 12:00");
    let second = db.time("tom", "WO-1/2", "2024-10-17 08:00", "2024-10-17 14:00");
    db.approve("ada", "WO-1");
    (db, first, second)
}

fn bill_add(db: &Db, args: &[&str]) -> Value {
    db.json("acc", &[&["bill", "add", "--yes"], args].concat())
}

/// Some fields of a bill.
fn fields(bill: &Value, names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| bill[name].clone()).collect()
}

const SUMS: &[&str] = &[
    "number",
    "entries",
    "duration_seconds",
    "hours",
    "late_seconds",
    "replaces",
];

/// All approved time is on exactly one active bill or waits for one, and a bill's line
/// is the entry as it is.
pub fn assert_all_billed_or_waiting(db: &Db) {
    let astray = db.query(
        "SELECT string_agg(e.id::text, ', ') FROM wl.time_entries e
         LEFT JOIN (SELECT time_entry_id, count(*) AS times, max(duration_seconds) AS seconds,
                max(entry_version) AS version FROM wl.bill_lines WHERE NOT cancelled GROUP BY time_entry_id) l
            ON l.time_entry_id = e.id
         LEFT JOIN wl.unbilled u ON u.time_entry_id = e.id
         WHERE CASE WHEN e.status = 'LOCKED'
            THEN (l.times IS NULL) = (u.time_entry_id IS NULL) OR l.times > 1
                OR l.seconds <> e.duration_seconds OR l.version <> e.row_version
            ELSE l.times IS NOT NULL OR u.time_entry_id IS NOT NULL END",
    );
    assert_eq!(astray, "", "entries");
    let sums = db.query(
        "SELECT (SELECT coalesce(sum(duration_seconds), 0) FROM wl.bills WHERE NOT cancelled)
            + (SELECT coalesce(sum(e.duration_seconds), 0) FROM wl.unbilled u JOIN wl.time_entries e ON e.id = u.time_entry_id)
            - (SELECT coalesce(sum(duration_seconds), 0) FROM wl.time_entries WHERE status = 'LOCKED')",
    );
    assert_eq!(sums, "0", "billed + unbilled - approved");
}

#[test]
fn a_month_end() {
    let (db, _, second) = october();
    // October
    let bills = bill_add(
        &db,
        &["WO-1", "--until", "2024-10-31", "--reference", "R-10"],
    );
    assert_eq!(
        fields(&bills[0], SUMS),
        [
            json!(1),
            json!(2),
            json!(36_000),
            json!("10.00"),
            json!(0),
            json!([])
        ]
    );
    assert_eq!(bills.as_array().map(Vec::len), Some(1));
    let others = [
        "customer",
        "until",
        "reference",
        "replaced_by",
        "made_by",
        "orders",
    ];
    assert_eq!(
        fields(&bills[0], &others),
        [
            json!("ACME"),
            json!("2024-10-31"),
            json!("R-10"),
            Value::Null,
            json!("acc"),
            json!(["WO-1"])
        ]
    );
    // the contract goes on: the order is open, and takes time
    assert_eq!(db.json("ada", &["order", "show", "WO-1"])["status"], "open");

    // an hour of October that came late, and three of November
    let late = db.time("tess", "WO-1/1", "2024-10-30 09:00", "2024-10-30 10:00");
    db.time("tom", "WO-1/1", "2024-11-04 08:00", "2024-11-04 11:00");
    db.approve("ada", "WO-1");
    // the late hour is due, November is not yet
    let due = db.json("olga", &["exceptions", "--kind", "unbilled_time"]);
    assert_eq!(
        fields(&due[0], &["work_order", "duration_seconds"]),
        [json!("WO-1"), json!(3600)]
    );
    let bills = bill_add(&db, &["WO-1", "--until", "2024-11-30"]);
    assert_eq!(
        fields(&bills[0], SUMS),
        [
            json!(2),
            json!(2),
            json!(14_400),
            json!("4.00"),
            json!(3600),
            json!([])
        ]
    );
    let shown = db.json("acc", &["bill", "show", "2"]);
    let lines: Vec<_> = shown["lines"].as_array().expect("lines").iter().collect();
    let lines: Vec<_> = lines
        .iter()
        .map(|line| (&line["time_entry_id"], &line["late"]))
        .collect();
    assert_eq!(lines[0], (&json!(late), &json!(true)));
    assert_eq!(lines[1].1, &json!(false));
    assert_all_billed_or_waiting(&db);

    // a correction: the six hours were five
    let id = second.to_string();
    let refused = db.wl_refused(
        "ada",
        &["unlock", &id, "--reason", "five hours"],
        1,
        "entry_billed",
    );
    let text = format!("{} {}", refused["message"], refused["hint"]);
    for words in [
        "is on bill 1",
        "wl bill cancel 1 --reason TEXT",
        "unlock",
        "bill it again",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let cancelled = db.json("acc", &["bill", "cancel", "1", "--reason", "five hours"]);
    assert_eq!(
        fields(
            &cancelled,
            &["number", "cancelled_by", "cancel_reason", "replaced_by"]
        ),
        [json!(1), json!("acc"), json!("five hours"), Value::Null]
    );
    // released: due, for November's bill reaches beyond it, though not late
    let released = db.json("olga", &["exceptions", "--kind", "unbilled_time"]);
    assert_eq!(
        released[0]["duration_seconds"],
        cancelled["duration_seconds"]
    );
    db.unlock("ada", second, "five hours");
    db.ok(
        "tom",
        &[
            "entry",
            "edit",
            &id,
            "--end",
            "2024-10-17 13:00",
            "--reason",
            "five hours",
        ],
    );
    db.approve("ada", "WO-1");
    let bills = bill_add(
        &db,
        &["WO-1", "--until", "2024-10-31", "--reference", "R-10"],
    );
    // October is not late, although November is billed
    assert_eq!(
        fields(&bills[0], SUMS),
        [
            json!(3),
            json!(2),
            json!(32_400),
            json!("9.00"),
            json!(0),
            json!([1])
        ]
    );
    let replaced = db.json("olga", &["bill", "show", "1"]);
    assert_eq!(replaced["replaced_by"], 3);
    // what was handed over is as it was
    assert_eq!(replaced["lines"][1]["duration_seconds"], 21_600);

    // December ends the contract: the order is billed with its last time
    db.time("tom", "WO-1/1", "2024-12-02 08:00", "2024-12-02 08:30");
    db.approve("ada", "WO-1");
    db.move_order("WO-1", "ready_to_bill");
    let bills = bill_add(&db, &["WO-1"]);
    assert_eq!(
        fields(&bills[0], &["number", "hours"]),
        [json!(4), json!("0.50")]
    );
    let order = db.json("ada", &["order", "show", "WO-1"]);
    assert_eq!(
        fields(&order, &["status", "bills"]),
        [json!("billed"), json!([2, 3, 4])]
    );
    assert_all_billed_or_waiting(&db);
    db.assert_whole();
    assert_eq!(db.query("SELECT count(*) FROM wl.unbilled"), "0");
    let active = db.json("acc", &["bill", "list"]);
    let hours: Vec<_> = active
        .as_array()
        .expect("bills")
        .iter()
        .map(|b| b["hours"].clone())
        .collect();
    // 4 + 9 + 0.5 hours: all that was approved
    assert_eq!(hours, [json!("4.00"), json!("9.00"), json!("0.50")]);
    let all = db.json("acc", &["bill", "list", "--cancelled"]);
    assert_eq!(all.as_array().map(Vec::len), Some(4));
}

#[test]
fn an_entry_says_on_which_bill_it_is() {
    let (db, first, _) = october();
    let bill_of =
        |login: &str| db.json(login, &["entry", "show", &first.to_string()])["bill"].clone();
    assert_eq!(bill_of("acc"), Value::Null);
    db.bills_until(&["WO-1"], "2024-10-31");
    for login in ["tom", "ada", "acc", "olga"] {
        assert_eq!(bill_of(login), 1, "{login}");
    }
    let listed = db.json("tom", &["entry", "list"]);
    assert_eq!([&listed[0]["bill"], &listed[1]["bill"]], [1, 1]);
    let csv = db.ok("acc", &["export", "csv", "WO-1", "--columns", "id,bill"]);
    assert_eq!(
        csv.stdout.lines().nth(1),
        Some(format!("{first},1").as_str())
    );
    // a technician sees the number and nothing else of the bill
    db.wl_refused("tom", &["bill", "show", "1"], 77, "no_permission");
    db.wl_refused("tom", &["bill", "list"], 77, "no_permission");
    // as it was: on no bill, on bill 1, on none, on bill 2
    let instants: Vec<String> = (0..4)
        .map(|step| {
            match step {
                1 => db.cancel_bill("acc", 1, "too early"),
                2 => drop(db.bills_until(&["WO-1"], "2024-10-31")),
                _ => {}
            }
            db.query("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
        })
        .collect();
    let as_of = |at: &str| {
        let id = first.to_string();
        db.json("acc", &["entry", "show", &id, "--as-of", at])["bill"].clone()
    };
    let approved = db.entry_column(
        first,
        "to_char(approved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
    );
    let found: Vec<Value> = std::iter::once(&approved)
        .chain(&instants)
        .map(|at| as_of(at))
        .collect();
    assert_eq!(
        found,
        [Value::Null, json!(1), Value::Null, json!(2), json!(2)]
    );
}

#[test]
fn ops_read_bills_without_notes() {
    let (db, first, _) = october();
    db.time("tom", "WO-1/1", "2024-10-20 08:00", "2024-10-20 09:00");
    db.ok("tom", &["entry", "edit", "3", "--note", "new pump"]);
    db.approve("ada", "WO-1");
    db.bill("acc", &["WO-1"]);
    let notes = |login: &str| {
        let lines = db.json(login, &["bill", "show", "1"])["lines"].clone();
        let lines = lines.as_array().expect("lines").iter();
        lines.map(|line| line["note"].clone()).collect::<Vec<_>>()
    };
    // by line item, then by time
    assert_eq!(
        notes("acc"),
        [Value::Null, json!("new pump"), Value::Null],
        "{first}"
    );
    assert_eq!(notes("olga"), [Value::Null, Value::Null, Value::Null]);
}

#[test]
fn a_bill_takes_orders_a_customer_or_all_that_are_ready() {
    let db = Db::new();
    for (number, customer) in [("A-1", "Hansen"), ("A-2", "HANSEN"), ("B-1", "Berg")] {
        db.set_up("ada", |tx| {
            worklock::domain::order::add(tx, number, "T", customer)?;
            worklock::domain::line::add(tx, number, "D")
        });
    }
    for (day, line) in [("03", "A-1/1"), ("04", "A-2/1"), ("05", "B-1/1")] {
        let at = |hour: u32| format!("2024-10-{day} {hour:02}:00");
        db.time("tom", line, &at(8), &at(9));
        db.time("tess", line, &at(8), &at(10));
        db.approve("ada", line.split('/').next().unwrap_or_default());
    }
    // one for each order, by default
    let bills = bill_add(&db, &["--customer", "hansen"]);
    let orders = |bills: &Value| {
        let bills = bills.as_array().expect("bills").iter();
        bills.map(|bill| bill["orders"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(orders(&bills), [json!(["A-1"]), json!(["A-2"])]);
    for number in [1, 2] {
        db.cancel_bill("acc", number, "one for both");
    }
    let bills = bill_add(&db, &["--customer", " Hansen ", "--per", "customer"]);
    assert_eq!(orders(&bills), [json!(["A-1", "A-2"])]);
    assert_eq!(
        fields(&bills[0], &["customer", "replaces"]),
        [json!("Hansen"), json!([1, 2])]
    );
    db.cancel_bill("acc", 3, "again");
    // a cancelled order can be billed, and stays cancelled
    db.move_order("B-1", "cancelled");
    db.move_order("A-1", "ready_to_bill");
    db.move_order("A-2", "ready_to_bill");
    let bills = bill_add(&db, &["--status", "ready_to_bill"]);
    assert_eq!(orders(&bills), [json!(["A-1"]), json!(["A-2"])]);
    let bills = bill_add(&db, &["B-1"]);
    assert_eq!(orders(&bills), [json!(["B-1"])]);
    assert_eq!(
        db.query(
            "SELECT string_agg(number || ' ' || status, ', ' ORDER BY id) FROM wl.work_orders"
        ),
        "WO-1 open, A-1 billed, A-2 billed, B-1 cancelled"
    );
    let record = db.query(
        "SELECT string_agg(action || ' ' || entity_id, ', ' ORDER BY id) FROM wl.audit_log WHERE op_id =
            (SELECT op_id FROM wl.audit_log WHERE action = 'bill.add' AND entity_id = 5)",
    );
    assert_eq!(
        record,
        "bill.add 4, bill.add 5, order.status 2, order.status 3"
    );
    db.assert_whole();
}

#[test]
fn unapproved_time_stops_a_bill_or_waits_for_the_next() {
    let (db, ..) = october();
    db.time("tess", "WO-1/1", "2024-10-20 08:00", "2024-10-20 09:30");
    db.start_timer("tess", "WO-1/2", "10m ago");
    // later time is not asked about
    let error = db.wl_refused(
        "acc",
        &["bill", "add", "WO-1", "--until", "2024-10-31", "--yes"],
        1,
        "unapproved_time",
    );
    assert_eq!(
        error["message"],
        "there is unapproved time up to 2024-10-31: WO-1 Fix the pump: 1 entry, 1.50 h"
    );
    let error = db.wl_refused(
        "acc",
        &["bill", "add", "WO-1", "--dry-run"],
        1,
        "unapproved_time",
    );
    let message = error["message"].as_str().unwrap_or_default();
    assert!(
        message.ends_with(": WO-1 Fix the pump: 2 entries, 1.50 h, 1 running"),
        "{message}"
    );
    db.move_order("WO-1", "ready_to_bill");
    let done = db.ok(
        "acc",
        &["bill", "add", "WO-1", "--skip-unapproved", "--yes"],
    );
    assert!(
        done.stderr.contains("warning: left for the next bill, because it is not approved: WO-1 Fix the pump: 2 entries, 1.50 h, 1 running"),
        "{done:?}"
    );
    // not billed: something is left
    assert_eq!(
        db.query("SELECT status FROM wl.work_orders"),
        "ready_to_bill"
    );
    assert_all_billed_or_waiting(&db);
}

#[test]
fn nothing_to_bill_is_no_error() {
    let (db, ..) = october();
    db.bills_until(&["WO-1"], "2024-10-31");
    let before = db.checksum();
    let outcome = db.ok(
        "acc",
        &["bill", "add", "WO-1", "--until", "2024-10-31", "--yes"],
    );
    assert_eq!(
        (outcome.stdout.as_str(), outcome.stderr.as_str()),
        ("", "Nothing to bill up to 2024-10-31.\n")
    );
    assert_eq!(bill_add(&db, &["--status", "ready_to_bill"]), json!([]));
    assert_eq!(
        bill_add(&db, &["--customer", "acme", "--dry-run"]),
        json!([])
    );
    assert_eq!(db.checksum(), before);
    db.move_order("WO-1", "ready_to_bill");
    let outcome = db.ok(
        "acc",
        &["bill", "add", "--status", "ready_to_bill", "--yes"],
    );
    assert!(
        outcome.stderr.contains("wl order status WO-1 billed"),
        "{outcome:?}"
    );
    db.ok("acc", &["order", "status", "WO-1", "billed"]);
}

#[test]
fn a_dry_run_says_what_would_be_billed_and_changes_nothing() {
    let (db, ..) = october();
    db.bills_until(&["WO-1"], "2024-10-31");
    db.cancel_bill("acc", 1, "again");
    let before = db.checksum();
    let plan = db.json(
        "acc",
        &["bill", "add", "WO-1", "--dry-run", "--reference", "R"],
    );
    assert_eq!(
        fields(&plan[0], SUMS),
        [
            Value::Null,
            json!(2),
            json!(36_000),
            json!("10.00"),
            json!(0),
            json!([1])
        ]
    );
    assert_eq!(
        fields(&plan[0], &["made_at", "reference"]),
        [Value::Null, json!("R")]
    );
    assert_eq!(db.checksum(), before);
}

#[test]
fn bad_input_has_its_own_answer_and_changes_nothing() {
    let (db, ..) = october();
    db.order("WO-2");
    db.time("tom", "WO-2/1", "2024-10-04 08:00", "2024-10-04 09:00");
    db.approve("ada", "WO-2");
    db.time("tom", "WO-2/1", "2024-11-04 08:00", "2024-11-04 09:00");
    db.approve("ada", "WO-2");
    let args = [
        "bill",
        "add",
        "WO-2",
        "--until",
        "2024-10-31",
        "--reference",
        "R-1",
        "--yes",
    ];
    db.ok("acc", &args);
    let add = |args: &[&'static str]| [&["bill", "add", "--yes"], args].concat();
    for (login, args, code, kind, words) in [
        (
            "acc",
            add(&["WO-9"]),
            66,
            "not_found",
            "there is no work order WO-9",
        ),
        (
            "acc",
            add(&["WO-1", "WO-9"]),
            66,
            "not_found",
            "there is no work order WO-9",
        ),
        (
            "acc",
            add(&["--customer", "ACM"]),
            66,
            "not_found",
            "there is no customer ACM",
        ),
        (
            "acc",
            add(&["WO-1", "--until", "2099-01-01"]),
            65,
            "bill_until",
            "2099-01-01",
        ),
        (
            "acc",
            add(&["WO-1", "--until", "2024-02-30"]),
            65,
            "bad_date",
            "2024-02-30",
        ),
        (
            "acc",
            add(&["WO-1", "--until", "someday"]),
            65,
            "bad_date",
            "someday",
        ),
        (
            "acc",
            add(&["WO-1", "WO-2", "--reference", "R-2"]),
            2,
            "usage",
            "2 bills",
        ),
        (
            "acc",
            add(&["WO-1", "--reference", " r-1 "]),
            1,
            "bill_reference",
            "bill 1",
        ),
        (
            "acc",
            add(&["WO-1", "--reference", " "]),
            65,
            "bills_reference_check",
            "reference",
        ),
        ("acc", add(&[]), 2, "usage", ""),
        (
            "acc",
            add(&["WO-1", "--status", "ready_to_bill"]),
            2,
            "usage",
            "",
        ),
        ("acc", add(&["--status", "open"]), 2, "usage", ""),
        (
            "acc",
            vec!["bill", "add", "WO-1"],
            2,
            "usage",
            "no terminal",
        ),
        ("tom", add(&["WO-1"]), 77, "no_permission", "tom"),
        ("olga", add(&["WO-1"]), 77, "no_permission", "olga"),
        (
            "olga",
            vec!["bill", "cancel", "1", "--reason", "a mistake"],
            77,
            "no_permission",
            "olga",
        ),
        (
            "acc",
            vec!["bill", "show", "7"],
            66,
            "not_found",
            "there is no bill 7",
        ),
        (
            "acc",
            vec!["bill", "cancel", "7", "--reason", "a mistake"],
            66,
            "not_found",
            "there is no bill 7",
        ),
        ("acc", vec!["bill", "cancel", "1"], 2, "usage", "required"),
        (
            "acc",
            vec!["bill", "cancel", "1", "--reason", "x"],
            1,
            "reason_required",
            "bill 1",
        ),
        (
            "acc",
            vec!["order", "status", "WO-1", "billed"],
            1,
            "order_status",
            "WO-1",
        ),
    ] {
        let error = db.wl_refused(login, &args, code, kind);
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.contains(words), "{args:?}: {error}");
    }
    let hint = |args: &[&str]| db.refused("acc", args)["hint"].clone();
    assert_eq!(
        hint(&["bill", "show", "7"]),
        "the nearest is 1; see all with: wl bill list --cancelled"
    );
    assert_eq!(
        hint(&add(&["--customer", "ACM"])),
        "did you mean ACME? See all with: wl order list"
    );
    db.ok("acc", &["bill", "cancel", "1", "--reason", "a mistake"]);
    db.wl_refused(
        "acc",
        &["bill", "cancel", "1", "--reason", "a mistake"],
        1,
        "bill_cancelled",
    );
    // free again
    let args = [
        "bill",
        "add",
        "WO-1",
        "--until",
        "2024-10-31",
        "--reference",
        "R-1",
        "--yes",
    ];
    db.ok("acc", &args);
}

#[test]
fn an_order_is_billed_only_if_nothing_is_left_to_bill() {
    let (db, ..) = october();
    db.move_order("WO-1", "ready_to_bill");
    let error = db.wl_refused(
        "acc",
        &["order", "status", "WO-1", "billed"],
        1,
        "order_unbilled",
    );
    let hint = error["hint"].as_str().unwrap_or_default();
    assert!(hint.contains("wl bill add WO-1"), "{error}");
    db.ok("acc", &["bill", "add", "WO-1", "--yes"]);
    assert_eq!(db.query("SELECT status FROM wl.work_orders"), "billed");
    // the message names the bill, not only the order
    let refused = db.wl_refused(
        "ada",
        &["unlock", "1", "--reason", "a mistake"],
        1,
        "entry_billed",
    );
    assert!(
        refused["message"]
            .as_str()
            .unwrap_or_default()
            .contains("bill 1"),
        "{refused}"
    );
    let cancelled = db.ok("acc", &["bill", "cancel", "1", "--reason", "a mistake"]);
    assert_eq!(
        cancelled.stderr,
        "Cancelled bill 1: 2 entries, 10.00 h can be billed again. Ready to bill again: WO-1.\n"
    );
    assert_eq!(
        db.query("SELECT status FROM wl.work_orders"),
        "ready_to_bill"
    );
    let records = "SELECT string_agg(action || ' ' || coalesce(reason, ''), ', ' ORDER BY id) FROM wl.audit_log
        WHERE op_id = (SELECT op_id FROM wl.audit_log WHERE action = 'bill.cancel')";
    assert_eq!(
        db.query(records),
        "order.status a mistake, bill.cancel a mistake"
    );
    db.assert_whole();
}

#[test]
fn the_trail_shows_a_bills_history() {
    let (db, ..) = october();
    db.bills_until(&["WO-1"], "2024-10-31");
    db.cancel_bill("acc", 1, "a mistake");
    let history = db.json("olga", &["audit", "show", "bill:1"]);
    let actions: Vec<_> = history
        .as_array()
        .expect("changes")
        .iter()
        .map(|c| (c["action"].clone(), c["reason"].clone()))
        .collect();
    assert_eq!(
        actions,
        [
            (json!("bill.add"), Value::Null),
            (json!("bill.cancel"), json!("a mistake"))
        ]
    );
    let log = db.json("acc", &["audit", "log", "--action", "bill"]);
    assert_eq!(log.as_array().map(Vec::len), Some(2));
    db.wl_refused("acc", &["audit", "show", "bill:7"], 66, "not_found");
}

#[test]
fn bills_are_listed_by_customer_and_by_when_they_were_made() {
    let (db, ..) = october();
    db.bills_until(&["WO-1"], "2024-10-31");
    let listed = |args: &[&str]| {
        let bills = db.json("olga", &[&["bill", "list"], args].concat());
        bills.as_array().map(Vec::len)
    };
    assert_eq!(listed(&[]), Some(1));
    assert_eq!(listed(&["--customer", "acm"]), Some(1));
    assert_eq!(listed(&["--customer", "other"]), Some(0));
    assert_eq!(listed(&["-p", "2d"]), Some(1));
    assert_eq!(listed(&["-p", "2024-10"]), Some(0));
    db.cancel_bill("acc", 1, "a mistake");
    assert_eq!(listed(&[]), Some(0));
    assert_eq!(listed(&["--cancelled"]), Some(1));
}

#[test]
fn a_day_ends_in_the_zone_of_the_settings() {
    let db = Db::new();
    db.set("zone", "Europe/Berlin");
    // the last half hour of October and the first of November in Berlin
    db.time(
        "tom",
        "WO-1/1",
        "2024-10-31T22:30:00Z",
        "2024-10-31T23:00:00Z",
    );
    db.time(
        "tom",
        "WO-1/1",
        "2024-10-31T23:00:00Z",
        "2024-10-31T23:30:00Z",
    );
    db.approve("ada", "WO-1");
    let bills = bill_add(&db, &["WO-1", "--until", "2024-10-31"]);
    assert_eq!(bills[0]["entries"], 1);
    let bills = bill_add(&db, &["WO-1", "--until", "2024-11"]);
    assert_eq!(
        fields(&bills[0], &["entries", "late_seconds"]),
        [json!(1), json!(0)]
    );
}

/// Where the clocks go back at one, midnight comes twice, and the day begins with the
/// first.
#[test]
fn a_day_begins_with_the_first_of_two_midnights() {
    let db = Db::new();
    db.set("zone", "America/Havana");
    db.time(
        "tom",
        "WO-1/1",
        "2024-11-03T03:30:00Z",
        "2024-11-03T04:00:00Z",
    );
    db.time(
        "tom",
        "WO-1/1",
        "2024-11-03T04:30:00Z",
        "2024-11-03T05:00:00Z",
    );
    db.approve("ada", "WO-1");
    let bills = bill_add(&db, &["WO-1", "--until", "2024-11-02"]);
    assert_eq!(bills[0]["entries"], 1);
    // by SQL, too
    let sql = "INSERT INTO wl.bills (until, entry_ids, entry_versions)
        SELECT '2024-11-02', ARRAY[id], ARRAY[row_version] FROM wl.time_entries WHERE id = 2";
    db.sql_refused("acc", sql, &["bill_after_until"]);
    let bills = bill_add(&db, &["WO-1", "--until", "2024-11-03"]);
    assert_eq!(
        fields(&bills[0], &["entries", "late_seconds"]),
        [json!(1), json!(0)]
    );
}

#[test]
fn what_was_due_after_an_empty_list_is_not_billed() {
    let db = Db::new();
    let selection = bill::Selection {
        orders: bill::Orders::Named(vec!["WO-1".to_owned()]),
        until: None,
        per: bill::Per::Order,
        reference: None,
        skip_unapproved: false,
    };
    let plan = db.set_up("acc", |tx| bill::plan(tx, &selection, chrono_tz::Tz::UTC));
    assert!(plan.bills.is_empty());
    let id = db.locked_entry("tom", 3);
    let added = db.attempt("acc", |tx| {
        bill::add(tx, &selection, Some(&plan), chrono_tz::Tz::UTC, |_, _| ())
    });
    let error = added.expect_err("a refusal");
    assert_eq!(error.kind.as_str(), "bill_changed");
    assert!(
        error
            .message
            .contains(&format!("entry {id} on WO-1 is new")),
        "{}",
        error.message
    );
}

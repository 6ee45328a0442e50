//! The kinds of exceptions, each with its values and its fix.

use serde_json::Value;

use crate::support::Db;

fn only(db: &Db, kind: &str) -> Value {
    let found = db.json("olga", &["exceptions", "--kind", kind]);
    let found = found.as_array().expect("a list");
    assert_eq!(found.len(), 1, "{kind}: {found:?}");
    assert_eq!(found[0]["kind"], kind);
    found[0].clone()
}

#[test]
fn nothing_to_find_is_an_empty_list() {
    let db = Db::new();
    let outcome = db.ok("olga", &["--format", "json", "exceptions", "--exit-code"]);
    assert_eq!(outcome.stdout, "[]\n");
    assert_eq!(db.wl("tom", &["exceptions"]).code, 77);
}

#[test]
fn a_stale_timer_is_found_with_its_age() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "9h ago");
    let found = only(&db, "stale_timer");
    assert_eq!(
        (&found["user"], &found["line_item"]),
        (&Value::from("tom"), &Value::from(1))
    );
    assert!(found["duration_seconds"].as_i64() >= Some(9 * 3600));
    assert!(
        found["fix"]
            .as_str()
            .expect("a fix")
            .starts_with("wl stop --user tom")
    );
    assert_eq!(db.wl("olga", &["exceptions", "--exit-code"]).code, 3);
    assert_eq!(
        db.json("olga", &["exceptions", "--stale-after", "10h"]),
        Value::Array(Vec::new())
    );
}

#[test]
fn a_long_entry_is_found_until_it_is_corrected_or_approved() {
    let db = Db::new();
    // 8 h are the limit, and 8 h and a second are over it
    db.time("tom", "WO-1/1", "2024-06-03 06:00", "2024-06-03 14:00");
    let id = db.time("tom", "WO-1/1", "2024-06-04 06:00", "2024-06-04 14:00:01");
    db.start_timer("tess", "WO-1/1", "9h ago");
    let found = only(&db, "long_entry");
    assert_eq!(
        (
            &found["entry_id"],
            &found["user"],
            &found["duration_seconds"],
            &found["since"]
        ),
        (
            &id.into(),
            &"tom".into(),
            &28_801.into(),
            &"2024-06-04T06:00:00Z".into()
        )
    );
    assert_eq!(found["detail"], "longer than the limit of 8:00:00");
    let fix = format!("wl entry edit {id} --end TIME --reason TEXT");
    assert_eq!(found["fix"], fix);
    let longer = ["exceptions", "--kind", "long_entry", "--stale-after"];
    let of = |limit: &str| db.json("olga", &[&longer[..], &[limit]].concat());
    assert_eq!(of("8h 1s"), Value::Array(Vec::new()));
    let short = of("90m");
    assert_eq!(short.as_array().map(Vec::len), Some(2));
    assert_eq!(short[0]["detail"], "longer than the limit of 1:30:00");
    db.set("stale_after", "9h");
    assert_eq!(
        db.json("olga", &["exceptions", "--kind", "long_entry"]),
        Value::Array(Vec::new())
    );
    db.set("stale_after", "8h");
    db.ok(
        "ada",
        &[
            "entry",
            "edit",
            &id.to_string(),
            "--end",
            "2024-06-04 13:00",
            "--reason",
            "went home",
        ],
    );
    assert_eq!(
        db.json("olga", &["exceptions", "--kind", "long_entry"]),
        Value::Array(Vec::new())
    );
    // what an admin approves as it is, is none either
    let id = db.time("tom", "WO-1/1", "2024-06-05 06:00", "2024-06-05 16:00");
    only(&db, "long_entry");
    db.ok(
        "ada",
        &[
            "approve",
            "--entry",
            &id.to_string(),
            "--accept-long",
            "--yes",
        ],
    );
    assert_eq!(
        db.json("olga", &["exceptions", "--kind", "long_entry"]),
        Value::Array(Vec::new())
    );
}

#[test]
fn unapproved_time_on_an_order_ready_to_bill_is_found() {
    let db = Db::new();
    db.entry("tom", 5);
    db.order_status("ada", "WO-1", "ready_to_bill");
    let found = only(&db, "unapproved_ready_to_bill");
    assert_eq!(
        (&found["entries"], &found["duration_seconds"]),
        (&Value::from(1), &Value::from(3600))
    );
    assert_eq!(found["fix"], "wl approve WO-1");
    db.approve("ada", "WO-1");
    assert_eq!(db.json("olga", &["exceptions"]), Value::Array(Vec::new()));
}

#[test]
fn time_edited_after_approval_is_found_until_it_is_approved_again() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5).to_string();
    db.ok("ada", &["unlock", &id, "--reason", "wrong end"]);
    let found = only(&db, "edited_after_approval");
    assert_eq!(found["entry_id"].to_string(), id);
    assert!(
        found["detail"]
            .as_str()
            .expect("text")
            .contains("wrong end")
    );
    assert_eq!(found["fix"], format!("wl approve --entry {id}"));
    db.approve("ada", "WO-1");
    assert_eq!(db.json("olga", &["exceptions"]), Value::Array(Vec::new()));
    let resolved = db.json("olga", &["exceptions", "--since", "1h ago", "--exit-code"]);
    assert_eq!(resolved[0]["resolved"], true);
}

#[test]
fn the_fix_of_long_time_that_was_unlocked_works_as_printed() {
    let db = Db::new();
    let id = db.time("tom", "WO-1/1", "2024-06-03 06:00", "2024-06-03 18:00");
    let id = id.to_string();
    db.ok("ada", &["approve", "WO-1", "--accept-long", "--yes"]);
    db.ok("ada", &["unlock", &id, "--reason", "wrong end"]);
    let args = ["exceptions", "--kind", "edited_after_approval"];
    let fix = db.json("olga", &args)[0]["fix"].clone();
    let fix = fix.as_str().expect("a fix");
    assert_eq!(fix, format!("wl approve --entry {id} --accept-long"));
    let words: Vec<&str> = fix.split(' ').skip(1).chain(["--yes"]).collect();
    db.ok("ada", &words);
    assert_eq!(db.json("olga", &["exceptions"]), Value::Array(Vec::new()));
}

#[test]
fn a_done_line_without_time_is_found() {
    let db = Db::new();
    db.line_status("WO-1/2", "done");
    let found = only(&db, "done_without_time");
    assert_eq!(
        (&found["line_item"], &found["duration_seconds"]),
        (&Value::from(2), &Value::from(0))
    );
}

#[test]
fn late_time_is_found_until_it_is_billed() {
    let db = Db::new();
    db.locked_entry("tom", 9);
    let bill = db.bill("acc", &["WO-1"]);
    assert_eq!(db.json("olga", &["exceptions"]), Value::Array(Vec::new()));
    // both are from before the end of today, which is that bill's last day
    db.locked_entry("tom", 7);
    db.locked_entry("tom", 5);
    let found = only(&db, "unbilled_time");
    assert_eq!(
        (
            &found["work_order"],
            &found["entries"],
            &found["duration_seconds"]
        ),
        (&Value::from("WO-1"), &Value::from(2), &Value::from(7200))
    );
    assert!(
        found["detail"]
            .as_str()
            .expect("text")
            .contains(&format!("bill {bill} "))
    );
    assert_eq!(found["fix"], "wl bill add WO-1");
    let second = db.bill("acc", &["WO-1"]);
    assert_eq!(db.json("olga", &["exceptions"]), Value::Array(Vec::new()));
    // without an active bill, no time of the order is due yet
    db.cancel_bill("acc", second, "wrong customer");
    assert_eq!(only(&db, "unbilled_time")["entries"], 2);
    db.cancel_bill("acc", bill, "wrong customer");
    assert_eq!(db.json("olga", &["exceptions"]), Value::Array(Vec::new()));
}

#[test]
fn approved_time_on_a_cancelled_order_is_found() {
    let db = Db::new();
    db.locked_entry("tom", 9);
    db.order_status("ada", "WO-1", "cancelled");
    let found = only(&db, "unbilled_time");
    assert_eq!(
        (&found["entries"], &found["duration_seconds"], &found["fix"]),
        (
            &Value::from(1),
            &Value::from(3600),
            &Value::from("wl bill add WO-1")
        )
    );
    db.bill("acc", &["WO-1"]);
    assert_eq!(db.json("olga", &["exceptions"]), Value::Array(Vec::new()));
}

#[test]
fn orphans_that_a_superuser_made_are_found() {
    for (sql, fix) in [
        (
            "UPDATE wl.line_items SET deleted_at = now() WHERE position = 1",
            "wl line restore WO-1/1",
        ),
        (
            "UPDATE wl.users SET deleted_at = now() WHERE db_role = 'tom'",
            "wl approve --entry 1",
        ),
    ] {
        let db = Db::new();
        db.entry("tom", 5);
        db.query(&format!("SET session_replication_role = replica; {sql}"));
        assert_eq!(only(&db, "orphaned")["fix"], fix);
    }
    let db = Db::new();
    db.entry("tom", 5);
    db.query(
        "SET session_replication_role = replica; UPDATE wl.work_orders SET deleted_at = now()",
    );
    let found = db.json("olga", &["exceptions", "--kind", "orphaned"]);
    // two line items and one entry under it
    assert_eq!(found.as_array().map(Vec::len), Some(3), "{found}");
}

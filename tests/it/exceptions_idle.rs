//! `idle_since`: a line item that is done without time is always found, by
//! whatever way it came to be, and no time is needed to look at all the others.

use crate::support::{Db, NO_RIGHT};

/// WO-1/1 with an hour of tom's, done.
fn done_with_time() -> (Db, String) {
    let db = Db::new();
    let id = db.entry("tom", 9).to_string();
    db.line_status("WO-1/1", "done");
    assert!(!found(&db));
    (db, id)
}

/// Whether WO-1/1 is found, and that `wl doctor` thinks that nothing is hidden.
fn found(db: &Db) -> bool {
    let list = db.json("olga", &["exceptions", "--kind", "done_without_time"]);
    let list = list.as_array().expect("a list");
    assert!(
        list.iter().all(|finding| finding["line_item"] == 1),
        "{list:?}"
    );
    assert!(!hidden(db));
    !list.is_empty()
}

fn hidden(db: &Db) -> bool {
    let checks = db.wl("olga", &["--format", "json", "doctor"]).stdout;
    let checks: serde_json::Value = serde_json::from_str(&checks).expect("checks");
    let check = checks
        .as_array()
        .and_then(|checks| checks.iter().find(|check| check["check"] == "exceptions"));
    check.expect("the check")["state"] == "problem"
}

#[test]
fn time_that_is_removed_leaves_a_done_line_without() {
    let (db, first) = done_with_time();
    db.line_status("WO-1/1", "open");
    let second = db.entry("tess", 7).to_string();
    db.line_status("WO-1/1", "done");
    db.ok("tom", &["entry", "remove", &first]);
    assert!(!found(&db));
    db.ok("tess", &["entry", "remove", &second]);
    assert!(found(&db));
    db.assert_whole();
}

#[test]
fn one_statement_that_removes_all_time_is_noticed() {
    let (db, _) = done_with_time();
    db.line_status("WO-1/1", "open");
    db.entry("tom", 7);
    db.line_status("WO-1/1", "done");
    let removal = "BEGIN; UPDATE wl.time_entries SET deleted_at = now();
        INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
        SELECT 'time_entry', id, 'entry.remove', 'by hand' FROM wl.time_entries; COMMIT;";
    db.sql("tom", removal).expect("two removals");
    assert!(found(&db));
}

#[test]
fn time_that_becomes_zero_or_moves_away_leaves_a_done_line_without() {
    let (db, id) = done_with_time();
    let empty = "BEGIN; UPDATE wl.time_entries SET end_ts = start_ts;
        INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
        SELECT 'time_entry', id, 'entry.edit', 'by hand' FROM wl.time_entries; COMMIT;";
    db.sql("tom", empty).expect("a correction");
    assert!(found(&db));
    db.ok("tom", &["entry", "edit", &id, "--end", "8h ago"]);
    assert!(!found(&db));
    let marked = "SELECT idle_since IS NOT NULL FROM wl.line_items WHERE position = 1";
    assert_eq!(db.query(marked), "t", "time that arrives takes no lock");
    db.approve("ada", "WO-1");
    assert_eq!(db.query(marked), "f", "the approval tidies up");
    db.ok("ada", &["unlock", &id, "--reason", "wrong line"]);
    assert!(!found(&db));
    let away = [
        "entry",
        "edit",
        &id,
        "--line",
        "WO-1/2",
        "--reason",
        "wrong line",
    ];
    db.ok("tom", &away);
    assert!(found(&db));
    db.assert_whole();
}

#[test]
fn a_timer_that_runs_on_a_done_line_is_no_time_until_it_stops() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "1h ago");
    db.line_status("WO-1/1", "done");
    assert!(found(&db));
    db.stop_timer("tom");
    assert!(!found(&db));
}

#[test]
fn the_status_of_a_line_and_its_removal_decide_anew() {
    let db = Db::new();
    for (args, expected) in [
        (&["line", "status", "WO-1/1", "done"][..], true),
        (&["line", "edit", "WO-1/1", "--description", "Other"], true),
        (&["line", "status", "WO-1/1", "open"], false),
        (&["line", "status", "WO-1/1", "done"], true),
        (&["line", "remove", "WO-1/1"], false),
        (&["line", "restore", "WO-1/1"], true),
        (&["line", "status", "WO-1/1", "cancelled"], false),
    ] {
        db.ok("ada", args);
        assert_eq!(found(&db), expected, "{args:?}");
    }
}

#[test]
fn whoever_comes_second_sees_what_the_first_did() {
    const LINES: &str = "SELECT FROM wl.line_items WHERE position = 1 FOR UPDATE";
    for removal_first in [true, false] {
        let db = Db::new();
        let id = db.entry("tom", 9).to_string();
        let removal = ["entry", "remove", &id];
        let removal = ("tom", &removal[..]);
        let done = ("ada", &["line", "status", "WO-1/1", "done"][..]);
        // a removal does not wait for a line item that is not done, save for its lock
        let (first, second) = match removal_first {
            true => (removal, done),
            false => (done, removal),
        };
        for outcome in db.race(LINES, first, second) {
            assert_eq!(outcome.code, 0, "{outcome:?}");
        }
        assert!(found(&db));
    }
}

#[test]
fn two_who_take_the_last_time_away_at_once() {
    let (db, first) = done_with_time();
    db.line_status("WO-1/1", "open");
    let second = db.entry("tess", 7).to_string();
    db.line_status("WO-1/1", "done");
    let lines = "SELECT FROM wl.line_items WHERE position = 1 FOR UPDATE";
    let removals = [["entry", "remove", &first], ["entry", "remove", &second]];
    for outcome in db.race(lines, ("tom", &removals[0]), ("tess", &removals[1])) {
        assert_eq!(outcome.code, 0, "{outcome:?}");
    }
    assert!(found(&db));
}

#[test]
fn nobody_writes_the_mark_and_a_missing_one_is_told() {
    let db = Db::new();
    db.line_status("WO-1/1", "done");
    for login in ["tom", "ada", "acc", "olga"] {
        for value in ["NULL", "now()"] {
            let sql = format!("UPDATE wl.line_items SET idle_since = {value}");
            db.sql_refused(login, &sql, &[NO_RIGHT]);
        }
    }
    db.query("UPDATE wl.line_items SET idle_since = NULL");
    assert!(hidden(&db));
    // a mark too many costs a look, and no more
    db.query("UPDATE wl.line_items SET idle_since = now()");
    let list = db.json("olga", &["exceptions"]);
    assert_eq!(list.as_array().map(Vec::len), Some(1), "{list}");
}

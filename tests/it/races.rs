//! Two people at the same rows at once: whoever comes second decides on what
//! the first left, and is told so.

use crate::support::{Db, Folder, Terminal};

const ENTRIES: &str = "SELECT FROM wl.time_entries FOR UPDATE";
const ORDERS: &str = "SELECT FROM wl.work_orders FOR UPDATE";
const LINES: &str = "SELECT FROM wl.line_items WHERE position = 1 FOR UPDATE";
const TOM: &str = "SELECT FROM wl.users WHERE db_role = 'tom' FOR UPDATE";

const APPROVE: (&str, &[&str]) = ("ada", &["approve", "WO-1", "--yes"]);

fn state(db: &Db, id: i64) -> String {
    db.query(&format!(
        "SELECT status || ' ' || duration_seconds FROM wl.time_entries WHERE id = {id}"
    ))
}

/// A database with one finished entry of tom, and its id as text.
fn with_entry() -> (Db, i64, String) {
    let db = Db::new();
    let id = db.entry("tom", 3);
    (db, id, id.to_string())
}

/// The same, approved and ready to bill.
fn ready_to_bill() -> (Db, i64, String) {
    let (db, id, text) = with_entry();
    db.approve("ada", "WO-1");
    db.order_status("ada", "WO-1", "ready_to_bill");
    (db, id, text)
}

#[test]
fn an_edit_after_an_approval_is_refused() {
    let (db, id, text) = with_entry();
    let edit = ["entry", "edit", &text, "--end", "150m ago"];
    let [approved, edited] = db.race(ENTRIES, APPROVE, ("tom", &edit));
    assert_eq!(approved.code, 0, "{approved:?}");
    edited.assert_refused(1, &format!("entry {id} is LOCKED"));
    assert_eq!(state(&db, id), "LOCKED 3600");
}

#[test]
fn an_approval_after_an_edit_locks_the_edited_time() {
    let (db, id, text) = with_entry();
    let edit = ["entry", "edit", &text, "--note", "pump swapped"];
    let [edited, approved] = db.race(ENTRIES, ("tom", &edit), APPROVE);
    assert_eq!(
        (edited.code, approved.code),
        (0, 0),
        "{edited:?} {approved:?}"
    );
    assert_eq!(state(&db, id), "LOCKED 3600");
    let note = format!("SELECT note FROM wl.time_entries WHERE id = {id}");
    assert_eq!(db.query(&note), "pump swapped");
}

#[test]
fn an_approval_after_a_removal_finds_nothing() {
    let (db, id, text) = with_entry();
    let [removed, approved] = db.race(ENTRIES, ("tom", &["entry", "remove", &text]), APPROVE);
    assert_eq!(
        (removed.code, approved.code),
        (0, 0),
        "{removed:?} {approved:?}"
    );
    assert!(
        approved.stderr.contains("Nothing to approve."),
        "{approved:?}"
    );
    assert_eq!(state(&db, id), "OPEN 3600");
}

#[test]
fn two_approvals_lock_once() {
    let (db, id, _) = with_entry();
    let [first, second] = db.race(ENTRIES, APPROVE, ("abe", APPROVE.1));
    assert_eq!((first.code, second.code), (0, 0), "{first:?} {second:?}");
    assert!(second.stderr.contains("Nothing to approve."), "{second:?}");
    let by = format!("SELECT approvals || ' ' || approved_by FROM wl.time_entries WHERE id = {id}");
    assert_eq!(db.query(&by), "1 1");
}

#[test]
fn two_unlocks_open_once() {
    let (db, id, text) = ready_to_bill();
    let unlock = ["unlock", &text, "--reason", "wrong day"];
    let [first, second] = db.race(TOM, ("ada", &unlock), ("abe", &unlock));
    assert_eq!(first.code, 0, "{first:?}");
    second.assert_refused(1, &format!("entry {id} is not LOCKED"));
    assert_eq!(state(&db, id), "OPEN 3600");
}

#[test]
fn billing_after_an_unlock_is_refused() {
    let (db, id, text) = ready_to_bill();
    let unlock = ["unlock", &text, "--reason", "wrong day"];
    let bill = ["order", "status", "WO-1", "billed"];
    let [unlocked, billed] = db.race(ORDERS, ("ada", &unlock), ("acc", &bill));
    assert_eq!(unlocked.code, 0, "{unlocked:?}");
    billed.assert_refused(1, "work order WO-1 has unapproved time: 1 entry, 0 running");
    assert_eq!(state(&db, id), "OPEN 3600");
    assert_eq!(
        db.query("SELECT status FROM wl.work_orders"),
        "ready_to_bill"
    );
}

#[test]
fn an_unlock_after_billing_is_refused() {
    let (db, id, text) = ready_to_bill();
    db.bill("acc", &["WO-1"]);
    let unlock = ["unlock", &text, "--reason", "wrong day"];
    let bill = ["order", "status", "WO-1", "billed"];
    let [billed, unlocked] = db.race(ORDERS, ("acc", &bill), ("ada", &unlock));
    assert_eq!(billed.code, 0, "{billed:?}");
    unlocked.assert_refused(1, &format!("entry {id} is on bill 1"));
    assert_eq!(state(&db, id), "LOCKED 3600");
}

#[test]
fn time_never_lands_on_a_line_that_was_removed() {
    let db = Db::new();
    let remove = ["line", "remove", "WO-1/1"];
    let start = ["timer", "start", "WO-1/1"];
    let [removed, started] = db.race(LINES, ("ada", &remove), ("tom", &start));
    assert_eq!(removed.code, 0, "{removed:?}");
    started.assert_refused(1, "line item WO-1/1 is removed");
    assert_eq!(db.count("SELECT count(*) FROM wl.time_entries"), 0);
}

#[test]
fn a_line_that_got_time_is_not_removed() {
    let db = Db::new();
    let remove = ["line", "remove", "WO-1/1"];
    let start = ["timer", "start", "WO-1/1"];
    let [started, removed] = db.race(LINES, ("tom", &start), ("ada", &remove));
    assert_eq!(started.code, 0, "{started:?}");
    removed.assert_refused(1, "line item WO-1/1 still has 1 entry");
    let live = "SELECT count(*) FROM wl.line_items WHERE deleted_at IS NULL";
    assert_eq!(db.count(live), 2);
}

#[test]
fn a_start_after_the_order_was_closed_is_refused() {
    let db = Db::new();
    let close = ["order", "status", "WO-1", "ready_to_bill"];
    let start = ["timer", "start", "WO-1/1"];
    let [closed, started] = db.race(ORDERS, ("ada", &close), ("tom", &start));
    assert_eq!(closed.code, 0, "{closed:?}");
    started.assert_refused(1, "work order WO-1 is ready_to_bill");
    assert_eq!(db.count("SELECT count(*) FROM wl.time_entries"), 0);
}

#[test]
fn the_same_span_added_twice_at_once_is_added_once() {
    let db = Db::new();
    let add = |line| {
        [
            "entry",
            "add",
            line,
            "--start",
            "2024-05-02 08:00",
            "--end",
            "2024-05-02 09:00",
        ]
    };
    let [first, second] = db.race(TOM, ("tom", &add("WO-1/1")), ("tom", &add("WO-1/2")));
    assert_eq!(first.code, 0, "{first:?}");
    second.assert_refused(1, "this time overlaps entry");
    assert_eq!(db.count("SELECT count(*) FROM wl.time_entries"), 1);
}

#[test]
fn a_removal_of_a_person_waits_for_the_time_being_recorded() {
    let db = Db::new();
    let person = db.person("technician");
    let lock = format!("SELECT FROM wl.users WHERE db_role = '{person}' FOR UPDATE");
    let [started, removed] = db.race(
        &lock,
        (&person, &["timer", "start", "WO-1/1"]),
        ("ada", &["user", "remove", &person]),
    );
    assert_eq!(started.code, 0, "{started:?}");
    removed.assert_refused(1, "unapproved time: 1 entry");
}

/// Not what the database says of its functions, which such a person may not call.
#[test]
fn a_start_after_the_role_was_changed_says_so() {
    let db = Db::new();
    let person = db.person("technician");
    let [changed, started] = db.race(
        &format!("SELECT FROM wl.users WHERE db_role = '{person}' FOR UPDATE"),
        ("ada", &["user", "role", &person, "accountant"]),
        (&person, &["timer", "start", "WO-1/1"]),
    );
    assert_eq!(changed.code, 0, "{changed:?}");
    let words = format!("{person} was technician and is accountant now");
    started.assert_refused(77, &words);
    assert_eq!(db.count("SELECT count(*) FROM wl.time_entries"), 0);
}

/// An import reads the orders, then waits for them: a row that lost the race is
/// refused with its line, in the words that everybody gets.
#[test]
fn an_import_names_the_row_whose_order_was_closed_meanwhile() {
    let (db, folder) = (Db::new(), Folder::new());
    let time = "number,line,user,start_ts,end_ts\n\
        WO-2,1,tom,2024-06-03T08:00:00Z,2024-06-03T09:00:00Z\n\
        WO-1,1,tom,2024-06-03T09:00:00Z,2024-06-03T10:00:00Z\n";
    let file = folder.file("time.csv", time);
    db.order("WO-2");
    let close = ["order", "status", "WO-1", "cancelled"];
    let import = ["entry", "import", &file];
    let [closed, imported] = db.race(ORDERS, ("ada", &close), ("tom", &import));
    assert_eq!(closed.code, 0, "{closed:?}");
    imported.assert_refused(
        1,
        "time.csv, line 3: work order WO-1 is cancelled and takes no new time",
    );
    assert_eq!(db.count("SELECT count(*) FROM wl.time_entries"), 0);
}

/// A session that changes the entry through SQL does not hold the lock of the user: who
/// waited for the entry looks at it again.
#[test]
fn a_timer_that_was_ended_or_removed_meanwhile_no_longer_runs() {
    let ended = "end_ts = now()";
    let removed = "deleted_at = now()";
    for (change, args) in [
        (ended, ["cancel"].as_slice()),
        (removed, &["stop"]),
        (ended, &["stop"]),
        (removed, &["cancel"]),
        (removed, &["note", "B"]),
    ] {
        let db = Db::new();
        db.start_timer("tom", "WO-1/1", "now");
        // as if a session of tom had done it, with all that a change brings with it
        let held = db.hold(&format!(
            "SET LOCAL session_replication_role = replica; UPDATE wl.time_entries SET {change}"
        ));
        let command = db.start("tom", args);
        db.wait_for_waiting(1);
        held.commit();
        let done = command.finish();
        done.assert_refused(1, "tom has no running timer");
    }
}

#[test]
fn a_cancel_and_a_stop_at_once_are_one_of_them() {
    for (first, second) in [("stop", "cancel"), ("cancel", "stop")] {
        let db = Db::new();
        db.start_timer("tom", "WO-1/1", "now");
        let [done, refused] = db.race(ENTRIES, ("tom", &[first]), ("tom", &[second]));
        assert_eq!(done.code, 0, "{done:?}");
        refused.assert_refused(1, "tom has no running timer");
    }
}

/// What is approved or billed was shown: a text that changed before the answer is named.
#[test]
fn a_list_whose_texts_changed_meanwhile_is_shown_again() {
    let title = ["order", "edit", "WO-1", "--title", "Swap the pump"];
    let text = ["line", "edit", "WO-1/1", "--description", "Test"];
    let customer = ["order", "edit", "WO-1", "--customer", "Others"];
    for (login, list, change, words) in [
        (
            "ada",
            "approve WO-1",
            title,
            "the title of WO-1 was changed",
        ),
        (
            "ada",
            "approve WO-1",
            text,
            "the text of WO-1/1 was changed",
        ),
        (
            "acc",
            "bill add WO-1",
            title,
            "the title of WO-1 was changed",
        ),
        (
            "acc",
            "bill add WO-1",
            customer,
            "the customer of WO-1 was changed",
        ),
    ] {
        let (db, id, _) = with_entry();
        if login == "acc" {
            db.approve_entry("ada", id);
        }
        let mut terminal = Terminal::new(&db, login, list);
        terminal.wait_for("[y/N]");
        db.ok("ada", &change);
        let before = db.checksum();
        terminal.press("y\r");
        let (code, screen) = terminal.finish();
        assert_eq!((code, db.checksum()), (Some(1), before), "{screen}");
        let screen = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains(words), "{words}: {screen}");
    }
}

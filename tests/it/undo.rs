//! `wl undo`: what it takes back, where it stops, and that it does it once.

use chrono_tz::Tz;
use serde_json::Value;
use worklock::domain::what::What;
use worklock::domain::{entry, timer, undo};
use worklock::error::Result;
use worklock::ledger::Tx;
use worklock::time::{TypedSpan, When};

use crate::support::{Db, Dice, Folder, Terminal};

fn undone(db: &Db) -> Value {
    db.json("tom", &["undo", "--yes"])
}

/// What was undone, and with which actions.
#[track_caller]
fn assert_undone(undone: &Value, what: &str, actions: &[&str]) {
    let steps = undone["steps"].as_array().expect("steps");
    let found: Vec<_> = steps.iter().map(|step| step["action"].as_str()).collect();
    let wanted: Vec<_> = actions.iter().map(|action| Some(*action)).collect();
    assert_eq!(
        (undone["what"].as_str(), found),
        (Some(what), wanted),
        "{undone}"
    );
}

/// The live entries of tom: `ORDER/LINE start–end note`, times of day in UTC.
fn entries(db: &Db) -> Vec<String> {
    let rows = db.query(
        "SELECT concat_ws(' ', l.position, to_char(e.start_ts AT TIME ZONE 'UTC', 'HH24:MI') || '–'
             || coalesce(to_char(e.end_ts AT TIME ZONE 'UTC', 'HH24:MI'), 'now'), e.note)
         FROM wl.time_entries e JOIN wl.line_items l ON l.id = e.line_item_id
         JOIN wl.users u ON u.id = e.user_id
         WHERE u.db_role = 'tom' AND e.deleted_at IS NULL ORDER BY e.start_ts",
    );
    rows.lines().map(str::to_owned).collect()
}

fn start(db: &Db, line: &str, at: &str) {
    db.start_timer("tom", line, &format!("2024-03-05 {at}"));
}

fn add(db: &Db, start: &str, end: &str) -> i64 {
    let at = |time| format!("2024-03-05 {time}");
    db.time("tom", "WO-1/1", &at(start), &at(end))
}

fn stop(db: &Db, at: &str, note: &str) {
    let at = format!("2024-03-05 {at}");
    db.ok("tom", &["timer", "stop", "--at", &at, "--note", note]);
}

#[test]
fn a_start_never_happened() {
    let db = Db::new();
    start(&db, "WO-1/1", "08:00");
    let undone = undone(&db);
    assert_undone(&undone, "start", &["entry.remove"]);
    assert_eq!(entries(&db), Vec::<String>::new());
    let operation = undone["operation"].as_str().expect("an ID");
    assert_eq!(
        db.last_record("time_entry", 1),
        format!("entry.remove tom undo of {operation}")
    );
    let ids =
        db.query("SELECT DISTINCT op_id FROM wl.audit_log WHERE actor_login = 'tom' ORDER BY 1");
    assert_eq!(ids, format!("{operation}\nundo:{operation}"));
    db.assert_whole();
}

#[test]
fn after_a_switch_the_first_timer_goes_on() {
    let db = Db::new();
    start(&db, "WO-1/1", "08:00");
    start(&db, "WO-1/2", "09:40");
    assert_undone(&undone(&db), "start", &["entry.remove", "timer.start"]);
    assert_eq!(entries(&db), ["1 08:00–09:40", "1 09:40–now"]);
    // one step further back: the first start, with the time that goes on from it
    assert_undone(&undone(&db), "start", &["entry.remove", "entry.remove"]);
    assert_eq!(entries(&db), Vec::<String>::new());
    assert_eq!(undone(&db), Value::Null);
    let said = db.ok("tom", &["undo", "--yes"]);
    assert_eq!(said.stderr, "There is nothing to undo.\n");
    db.assert_whole();
}

/// The ID of the undo begins with `undo:`, and 100 characters are allowed, whatever their
/// width: these are two columns wide, or none.
#[test]
fn an_id_with_room_for_the_prefix_can_be_undone() {
    let db = Db::new();
    for (id, code) in [
        ("時".repeat(95), 0),
        ("x\u{301}".repeat(47), 0),
        ("x\u{301}".repeat(48), 1),
    ] {
        db.ok("tom", &["--op-id", &id, "start", "WO-1/1"]);
        assert_eq!(db.wl("tom", &["undo", "--yes"]).code, code, "{id}");
    }
}

#[test]
fn a_stopped_timer_goes_on_from_its_end_and_its_note_is_as_before() {
    let db = Db::new();
    start(&db, "WO-1/1", "08:00");
    db.ok("tom", &["entry", "edit", "1", "--note", "pump"]);
    stop(&db, "09:00", "done");
    assert_eq!(entries(&db), ["1 08:00–09:00 pump; done"]);
    assert_undone(&undone(&db), "stop", &["entry.edit", "timer.start"]);
    assert_eq!(entries(&db), ["1 08:00–09:00 pump", "1 09:00–now"]);
    // one step further back: the note, of time that has an end now
    assert_undone(&undone(&db), "note", &["entry.edit"]);
    assert_eq!(entries(&db), ["1 08:00–09:00", "1 09:00–now"]);
    assert_undone(&undone(&db), "start", &["entry.remove", "entry.remove"]);
    assert_eq!(entries(&db), Vec::<String>::new());
    db.assert_whole();
}

#[test]
fn a_note_before_a_switch_is_undone_after_it() {
    let db = Db::new();
    db.ok(
        "tom",
        &["start", "WO-1/1", "-n", "A", "--at", "2024-03-05 08:00"],
    );
    db.ok("tom", &["note", "B"]);
    start(&db, "WO-1/2", "09:00");
    assert_undone(&undone(&db), "start", &["entry.remove", "timer.start"]);
    assert_eq!(entries(&db), ["1 08:00–09:00 A; B", "1 09:00–now"]);
    assert_undone(&undone(&db), "note", &["entry.edit"]);
    assert_eq!(entries(&db), ["1 08:00–09:00 A", "1 09:00–now"]);
    assert_undone(&undone(&db), "start", &["entry.remove", "entry.remove"]);
    assert_eq!(entries(&db), Vec::<String>::new());
    db.assert_whole();
}

/// An edit of a running timer concerns all parts that it is in after an undone stop.
#[test]
fn an_edit_before_a_stop_is_undone_in_all_parts() {
    let db = Db::new();
    start(&db, "WO-1/1", "08:00");
    let edit = ["--line", "WO-1/2", "--start", "2024-03-05 07:00"];
    db.ok("tom", &[&["entry", "edit", "1"], &edit[..]].concat());
    db.ok("tom", &["timer", "stop", "--at", "2024-03-05 07:30"]);
    assert_undone(&undone(&db), "stop", &["timer.start"]);
    assert_eq!(entries(&db), ["2 07:00–07:30", "2 07:30–now"]);
    // it began at 08:00, after the end that can't be taken back
    assert_undone(&undone(&db), "entry edit", &["entry.edit", "entry.edit"]);
    assert_eq!(entries(&db), ["1 08:00–08:00", "1 08:00–now"]);
    assert_undone(&undone(&db), "start", &["entry.remove", "entry.remove"]);
    db.assert_whole();
}

/// A cancelled timer that was restored and stopped comes back in its parts.
#[test]
fn a_cancel_before_a_restore_is_undone_in_all_parts() {
    let db = Db::new();
    start(&db, "WO-1/1", "08:00");
    db.ok("tom", &["timer", "cancel"]);
    db.ok("tom", &["entry", "restore", "1"]);
    db.ok("tom", &["timer", "stop", "--at", "2024-03-05 09:00"]);
    assert_undone(&undone(&db), "stop", &["timer.start"]);
    let both = ["entry.remove", "entry.remove"];
    assert_undone(&undone(&db), "entry restore", &both);
    assert_eq!(entries(&db), Vec::<String>::new());
    assert_undone(&undone(&db), "cancel", &["entry.restore", "entry.restore"]);
    assert_eq!(entries(&db), ["1 08:00–09:00", "1 09:00–now"]);
    assert_undone(&undone(&db), "start", &both);
    db.assert_whole();
}

#[test]
fn stops_and_starts_are_undone_one_after_the_other() {
    let db = Db::new();
    start(&db, "WO-1/1", "08:00");
    start(&db, "WO-1/2", "09:00");
    db.ok("tom", &["timer", "stop", "--at", "2024-03-05 10:00"]);
    assert_undone(&undone(&db), "stop", &["timer.start"]);
    assert_eq!(
        entries(&db),
        ["1 08:00–09:00", "2 09:00–10:00", "2 10:00–now"]
    );
    assert_undone(
        &undone(&db),
        "start",
        &["entry.remove", "entry.remove", "timer.start"],
    );
    assert_eq!(entries(&db), ["1 08:00–09:00", "1 09:00–now"]);
    assert_undone(&undone(&db), "start", &["entry.remove", "entry.remove"]);
    assert_eq!(entries(&db), Vec::<String>::new());
    db.assert_whole();
}

#[test]
fn a_split_entry_is_one_again() {
    let db = Db::new();
    let id = add(&db, "08:00", "12:00").to_string();
    let at = [
        "--at",
        "2024-03-05 10:00",
        "--gap",
        "30m",
        "--line",
        "WO-1/2",
    ];
    db.ok("tom", &[&["entry", "split", &id], &at[..]].concat());
    assert_eq!(entries(&db), ["1 08:00–10:00", "2 10:30–12:00"]);
    assert_undone(&undone(&db), "entry split", &["entry.remove", "entry.edit"]);
    assert_eq!(entries(&db), ["1 08:00–12:00"]);
    assert_undone(&undone(&db), "entry add", &["entry.remove"]);
    db.assert_whole();
}

#[test]
fn an_added_entry_goes_and_a_removed_one_comes_back() {
    let db = Db::new();
    let id = add(&db, "08:00", "09:00").to_string();
    db.ok("tom", &["entry", "remove", &id]);
    assert_undone(&undone(&db), "entry remove", &["entry.restore"]);
    assert_eq!(entries(&db), ["1 08:00–09:00"]);
    db.ok("tom", &["entry", "remove", &id]);
    db.ok("tom", &["entry", "restore", &id]);
    assert_undone(&undone(&db), "entry restore", &["entry.remove"]);
    assert_undone(&undone(&db), "entry remove", &["entry.restore"]);
    assert_undone(&undone(&db), "entry add", &["entry.remove"]);
    assert_eq!(entries(&db), Vec::<String>::new());
    assert_eq!(undone(&db), Value::Null);
    db.assert_whole();
}

#[test]
fn an_edited_entry_is_as_it_was() {
    let db = Db::new();
    let id = add(&db, "08:00", "09:00").to_string();
    let times = ["--start", "2024-03-05 08:30", "--end", "2024-03-05 10:00"];
    let rest = ["--line", "WO-1/2", "--note", "pump"];
    db.ok(
        "tom",
        &[&["entry", "edit", &id], &times[..], &rest[..]].concat(),
    );
    assert_eq!(entries(&db), ["2 08:30–10:00 pump"]);
    assert_undone(&undone(&db), "entry edit", &["entry.edit"]);
    assert_eq!(entries(&db), ["1 08:00–09:00"]);
    // later undone changes are no obstacle for the ones before
    assert_undone(&undone(&db), "entry add", &["entry.remove"]);
}

#[test]
fn a_note_is_as_it_was_and_the_trail_keeps_both() {
    let db = Db::new();
    let id = add(&db, "08:00", "09:00").to_string();
    db.ok("tom", &["entry", "edit", &id, "--note", "first words"]);
    db.ok("tom", &["entry", "edit", &id, "--note", "second words"]);
    assert_undone(&undone(&db), "note", &["entry.edit"]);
    assert_eq!(entries(&db), ["1 08:00–09:00 first words"]);
    let trail = db.ok("tom", &["audit", "show", &id]).stdout;
    assert!(
        trail.contains("first words") && trail.contains("second words"),
        "{trail}"
    );
    assert_undone(&undone(&db), "note", &["entry.edit"]);
    assert_eq!(entries(&db), ["1 08:00–09:00"]);
}

/// Refused, with these words, and nothing changed.
#[track_caller]
fn assert_stops(db: &Db, login: &str, kind: &str, words: &[&str]) {
    let error = db.wl_refused(login, &["undo", "--yes"], 1, kind);
    let all = error.to_string();
    for word in words {
        assert!(all.contains(word), "{word}: {error}");
    }
}

#[test]
fn what_an_admin_changed_since_is_not_undone() {
    let db = Db::new();
    let id = add(&db, "08:00", "09:00").to_string();
    let edit = [
        "entry",
        "edit",
        &id,
        "--note",
        "checked",
        "--reason",
        "the note was missing",
    ];
    db.ok("ada", &edit);
    assert_stops(
        &db,
        "tom",
        "undo_changed",
        &["ada changed entry 1 after it, on "],
    );
    // the admin's own newest operation is about another's time
    assert_stops(
        &db,
        "ada",
        "undo_other",
        &[
            "entry.edit of time entry 1",
            "wl entry edit 1 --reason TEXT",
        ],
    );
}

#[test]
fn a_step_that_a_closed_line_item_blocks_is_named() {
    let db = Db::new();
    start(&db, "WO-1/1", "08:00");
    db.ok("tom", &["cancel"]);
    db.line_status("WO-1/1", "done");
    assert_stops(
        &db,
        "tom",
        "line_closed",
        &[
            "this cancel of ",
            " can't be undone: line item WO-1/1 is done",
        ],
    );
}

#[test]
fn a_timer_does_not_go_on_through_time_that_an_admin_added() {
    let db = Db::new();
    start(&db, "WO-1/1", "08:00");
    stop(&db, "09:00", "");
    let (from, to) = ("2024-03-05 10:00", "2024-03-05 11:00");
    let span = [
        "--start",
        from,
        "--end",
        to,
        "--user",
        "tom",
        "--reason",
        "he called",
    ];
    db.ok("ada", &[&["entry", "add", "WO-1/2"], &span[..]].concat());
    let words = [
        "this stop of ",
        "can't be undone",
        "overlaps entry 2 on WO-1/2",
    ];
    assert_stops(&db, "tom", "time_entries_no_overlap", &words);
    assert_eq!(entries(&db), ["1 08:00–09:00", "2 10:00–11:00"]);
}

#[test]
fn approved_time_is_not_undone() {
    let db = Db::new();
    let id = add(&db, "08:00", "09:00");
    db.approve_entry("ada", id);
    assert_stops(
        &db,
        "tom",
        "entry_locked",
        &["ada approved entry 1 after it, on ", "wl unlock 1"],
    );
    assert_stops(
        &db,
        "ada",
        "undo_other",
        &["entry.approve of time entry 1", "wl unlock 1 --reason TEXT"],
    );
    db.unlock("ada", id, "wrong day");
    assert_stops(
        &db,
        "tom",
        "undo_changed",
        &["ada unlocked entry 1 after it"],
    );
    assert_stops(&db, "ada", "undo_other", &["wl approve --entry 1"]);
}

#[test]
fn time_does_not_come_back_to_a_closed_line() {
    let db = Db::new();
    let id = add(&db, "08:00", "09:00");
    db.remove_entry("tom", id, None);
    db.line_status("WO-1/1", "cancelled");
    assert_stops(
        &db,
        "tom",
        "line_closed",
        &["line item WO-1/1 is cancelled"],
    );
    let own = db.time("abe", "WO-1/2", "2024-03-05 08:00", "2024-03-05 09:00");
    db.remove_entry("abe", own, None);
    db.order_status("ada", "WO-1", "cancelled");
    assert_stops(
        &db,
        "abe",
        "order_closed",
        &[" can't be undone: ", "; ada did that on "],
    );
}

#[test]
fn other_operations_stop_it_and_name_their_command() {
    let db = Db::new();
    let name = db.unused_name("una");
    for (line, words) in [
        (
            "order|edit|WO-1|--title|T",
            ["order.edit of work order WO-1", "wl order edit WO-1"],
        ),
        (
            "line|status|WO-1/1|done",
            [
                "line.status of line item WO-1/1",
                "wl line status WO-1/1 STATUS",
            ],
        ),
        (
            "settings|set|organisation|X",
            [
                "settings.change of setting organisation",
                "wl settings set organisation VALUE",
            ],
        ),
        (
            &format!("user|add|{name}|--full-name|Una|--role|ops"),
            [
                &format!("user.add of user {name}"),
                &format!("wl user remove {name}"),
            ],
        ),
    ] {
        let args: Vec<&str> = line.split('|').collect();
        db.ok("ada", &args);
        assert_stops(&db, "ada", "undo_other", &words);
    }
}

#[test]
fn an_import_stops_it() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.file(
        "time.csv",
        "number,line,user,start_ts,end_ts\n\
         WO-1,1,tom,2024-06-03T08:00:00Z,2024-06-03T09:00:00Z\n\
         WO-1,1,tom,2024-06-03T09:00:00Z,2024-06-03T10:00:00Z\n",
    );
    db.ok("tom", &["entry", "import", &file]);
    assert_stops(
        &db,
        "tom",
        "undo_other",
        &[
            "your newest operation was an import of 2 entries, on ",
            "wl undo doesn't reverse an import",
            "list the entries with: wl audit log --operation ",
        ],
    );
}

#[test]
fn two_undos_at_once_undo_two_operations() {
    let db = Db::new();
    add(&db, "08:00", "09:00");
    add(&db, "09:00", "10:00");
    let lock = "SELECT FROM wl.users WHERE db_role = 'tom' FOR UPDATE";
    let yes: (&str, &[&str]) = ("tom", &["undo", "--yes"]);
    let [first, second] = db.race(lock, yes, yes);
    assert_eq!((first.code, second.code), (0, 0), "{first:?} {second:?}");
    assert_eq!(entries(&db), Vec::<String>::new());
    let each = "SELECT count(*) FROM wl.audit_log WHERE op_id LIKE 'undo:%' GROUP BY op_id";
    assert_eq!(db.query(each), "1\n1");
    db.assert_whole();
}

#[test]
fn one_operation_is_undone_once() {
    let db = Db::new();
    add(&db, "08:00", "09:00");
    let lock = "SELECT FROM wl.users WHERE db_role = 'tom' FOR UPDATE";
    let yes: (&str, &[&str]) = ("tom", &["undo", "--yes"]);
    let [first, second] = db.race(lock, yes, yes);
    assert_eq!((first.code, second.code), (0, 0), "{first:?} {second:?}");
    assert_eq!(second.stderr, "There is nothing to undo.\n", "{second:?}");
    assert_eq!(
        db.count("SELECT count(*) FROM wl.audit_log WHERE op_id LIKE 'undo:%'"),
        1
    );
}

/// The trail must not say that an operation was undone which was not: the ID of an undo
/// needs the reason of one, and an operation of one's own that is not undone yet.
#[test]
fn plain_sql_can_name_only_an_undo_so() {
    let db = Db::new();
    db.ok(
        "tess",
        &[
            "--op-id",
            "hers",
            "entry",
            "add",
            "WO-1/1",
            "--start",
            "2024-03-05 08:00",
            "--end",
            "2024-03-05 09:00",
        ],
    );
    let of = |line: &str| ["--op-id", line, "entry", "add", "WO-1/1", "--start"].map(str::to_owned);
    for (id, day) in [("mine", "2024-03-05"), ("other", "2024-03-06")] {
        let mut add = of(id).to_vec();
        add.extend([format!("{day} 08:00"), "--for".into(), "1h".into()]);
        let add: Vec<&str> = add.iter().map(String::as_str).collect();
        db.ok("tom", &add);
    }
    let entry = |day: &str| {
        format!(
            "(SELECT id FROM wl.time_entries WHERE start_ts::date = '{day}' AND user_id = wl.current_user_id())"
        )
    };
    let remove = |id: &str, reason: &str, day: &str| {
        let id_of = entry(day);
        format!(
            "BEGIN; UPDATE wl.time_entries SET deleted_at = now() WHERE id = {id_of};
             INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
             VALUES ('time_entry', {id_of}, 'entry.remove', {reason}, '{id}'); COMMIT"
        )
    };
    for (what, id, reason) in [
        ("no such operation", "undo:x", "'undo of x'"),
        ("another's operation", "undo:hers", "'undo of hers'"),
        ("no reason", "undo:mine", "NULL"),
        ("another reason", "undo:mine", "'undo of other'"),
        (
            "the undo of an undo",
            "undo:undo:mine",
            "'undo of undo:mine'",
        ),
        ("no operation at all", "undo:", "'undo of '"),
    ] {
        let refusal = db.sql_refused("tom", &remove(id, reason, "2024-03-05"), &["audit_undo"]);
        assert_eq!(refusal.rule, "audit_undo", "{what}");
    }
    let title = "BEGIN; UPDATE wl.work_orders SET title = 'New' WHERE number = 'WO-1';
         INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
         SELECT 'work_order', id, 'order.edit', 'undo of WO', 'undo:WO' FROM wl.work_orders WHERE number = 'WO-1'; COMMIT";
    db.sql_refused("ada", title, &["audit_undo"]);
    // what wl undo does may be done by hand, once
    db.ask("tom", &remove("undo:mine", "'undo of mine'", "2024-03-05"))
        .expect("an undo by hand");
    db.sql_refused(
        "tom",
        &remove("undo:mine", "'undo of mine'", "2024-03-06"),
        &["audit_undo"],
    );
    db.ok("tom", &["undo", "--yes"]);
    db.sql_refused(
        "tom",
        &remove("undo:mine", "'undo of mine'", "2024-03-06"),
        &["audit_undo", "entry_removed"],
    );
    db.assert_whole();
}

#[test]
fn a_terminal_shows_what_it_will_do_and_asks() {
    let db = Db::new();
    start(&db, "WO-1/1", "08:00");
    start(&db, "WO-1/2", "09:40");
    let before = db.checksum();
    let mut terminal = Terminal::new(&db, "tom", "undo");
    terminal.wait_for("Undo this start? [y/N]");
    assert_eq!(db.checksum(), before);
    for words in [
        "Your last operation, at ",
        ": start. To undo it:",
        "Remove entry 2: Tue 2024-03-05 09:40",
        "WO-1/2 Repair · Fix the pump",
        "Start a timer at Tue 2024-03-05 09:40",
        "WO-1/1 Diagnose · Fix the pump",
    ] {
        assert!(
            terminal.seen().contains(words),
            "{words}: {}",
            terminal.seen()
        );
    }
    terminal.press("\r");
    let (code, screen) = terminal.finish();
    assert_eq!((code, db.checksum()), (Some(0), before), "{screen}");
    assert!(screen.contains("Nothing was undone."), "{screen}");
    let mut terminal = Terminal::new(&db, "tom", "undo");
    terminal.wait_for("Undo this start? [y/N]");
    terminal.press("y\r");
    let (code, screen) = terminal.finish();
    assert_eq!(code, Some(0), "{screen}");
    assert!(screen.contains("Undone your operation at "), "{screen}");
    // the timer of long ago is not left running in silence
    assert!(
        screen.contains("the timer on WO-1/1 has been running since Tue 2024-03-05 09:40"),
        "{screen}"
    );
    assert_eq!(entries(&db), ["1 08:00–09:40", "1 09:40–now"]);
}

#[test]
fn what_was_shown_is_undone_or_nothing() {
    for (meanwhile, words) in [
        ("add", "that is no longer your newest operation"),
        ("undo", "that operation has been undone meanwhile"),
        ("approve", "ada approved entry 1 after it"),
    ] {
        let db = Db::new();
        let id = add(&db, "08:00", "09:00");
        let mut terminal = Terminal::wide(&db, "tom", 200, "undo");
        terminal.wait_for("Undo this entry add? [y/N]");
        match meanwhile {
            "add" => drop(add(&db, "10:00", "11:00")),
            "undo" => drop(undone(&db)),
            _ => db.approve_entry("ada", id),
        }
        let before = db.checksum();
        terminal.press("y\r");
        let (code, screen) = terminal.finish();
        assert_eq!(
            (code, db.checksum()),
            (Some(1), before),
            "{meanwhile}: {screen}"
        );
        assert!(screen.contains(words), "{meanwhile}: {screen}");
    }
}

#[test]
fn without_a_terminal_it_takes_yes() {
    let db = Db::new();
    add(&db, "08:00", "09:00");
    db.wl_refused("tom", &["undo"], 2, "usage");
    db.wl_refused("tom", &["--op-id", "x", "undo", "--yes"], 2, "usage");
    // an undo would pass over what has such an ID
    db.wl_refused(
        "tom",
        &["--op-id", "undo:x", "timer", "start", "WO-1/1"],
        2,
        "usage",
    );
    for login in ["acc", "olga"] {
        db.wl_refused(login, &["undo", "--yes"], 77, "no_permission");
    }
}

#[test]
fn a_cancelled_timer_runs_again() {
    let db = Db::new();
    start(&db, "WO-1/1", "08:00");
    db.ok("tom", &["timer", "cancel"]);
    assert_undone(&undone(&db), "cancel", &["entry.restore"]);
    assert_eq!(entries(&db), ["1 08:00–now"]);
    start(&db, "WO-1/2", "09:40");
    db.ok("tom", &["timer", "cancel"]);
    assert_eq!(entries(&db), ["1 08:00–09:40", "1 09:40–now"]);
    assert_undone(&undone(&db), "cancel", &["entry.remove", "entry.restore"]);
    assert_eq!(entries(&db), ["1 08:00–09:40", "2 09:40–now"]);
    assert_undone(&undone(&db), "start", &["entry.remove", "timer.start"]);
    assert_undone(&undone(&db), "start", &["entry.remove", "entry.remove"]);
    assert_eq!(entries(&db), Vec::<String>::new());
    db.assert_whole();
}

fn clock(minute: usize) -> When {
    let text = format!("2024-03-05 {:02}:{:02}", minute / 60, minute % 60);
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

/// Does one thing by chance, `now` minutes after midnight. A rule may refuse it.
fn by_chance(tx: &mut Tx<'_>, dice: &mut Dice, now: usize, all: &[i64]) -> Result<()> {
    let lines = ["WO-1/1", "WO-1/2"].map(|line| line.parse::<What>().expect("a line item"));
    let line = &lines[dice.below(2)];
    let note = [None, Some("one"), Some("two")][dice.below(3)];
    let some = if all.is_empty() { 1 } else { *dice.of(all) };
    let at = clock(now);
    let (early, late) = (clock(dice.below(now)), clock(dice.below(now)));
    let reason = None;
    match dice.below(12) {
        0..3 => {
            let start = timer::Start {
                what: line,
                note,
                at: Some(&at),
                no_switch: false,
                forgotten: timer::Forgotten::Stop,
            };
            timer::start(tx, &start, Tz::UTC).map(drop)
        }
        3 | 4 => {
            let stop = timer::Stop {
                user: None,
                note,
                at: Some(&at),
                reason,
            };
            timer::stop(tx, &stop, Tz::UTC).map(drop)
        }
        5 => timer::note(tx, "more").map(drop),
        6 => timer::cancel(tx, Tz::UTC).map(drop),
        7 => {
            let add = entry::Add {
                line,
                span: TypedSpan {
                    start: Some(&early),
                    end: Some(&late),
                    length: None,
                },
                note,
                user: None,
                reason,
            };
            entry::add(tx, &add, Tz::UTC).map(drop)
        }
        8 => {
            let edit = entry::Edit {
                span: TypedSpan {
                    start: (dice.below(2) == 0).then_some(&early),
                    end: (dice.below(3) == 0).then_some(&late),
                    length: None,
                },
                line: (dice.below(2) == 0).then_some(line),
                note,
                reason,
            };
            entry::edit(tx, some, &edit, Tz::UTC).map(drop)
        }
        9 => {
            let split = entry::Split {
                at: &early,
                gap: 60 * i64::try_from(dice.below(3)).expect("a few"),
                line: (dice.below(2) == 0).then_some(line),
                note,
                reason,
            };
            entry::split(tx, some, &split, Tz::UTC).map(drop)
        }
        10 => entry::remove(tx, some, reason),
        _ => entry::restore(tx, some, reason, Tz::UTC),
    }
}

/// The seconds that tom's live entries cover of each line item, and their notes.
const COVERED: &str = "SELECT string_agg(x.part, E'\\n' ORDER BY x.part) FROM (
    SELECT e.line_item_id || ' ' || range_agg(tstzrange(e.start_ts, e.end_ts))::text AS part
    FROM wl.time_entries e WHERE e.deleted_at IS NULL AND e.start_ts IS DISTINCT FROM e.end_ts
    GROUP BY e.line_item_id
    UNION ALL
    SELECT e.note FROM wl.time_entries e WHERE e.deleted_at IS NULL AND e.note IS NOT NULL) x";

/// Whatever a person did, each undo goes one step further back until nothing is left, and
/// the time that was covered before an operation is covered after its undo.
#[test]
fn everything_is_undone_step_by_step() {
    let db = Db::new();
    let newest = || db.set_up("tom", undo::newest);
    let mut kinds = std::collections::BTreeSet::new();
    for seed in 1..=8 {
        let mut dice = Dice(seed);
        let mut steps = Vec::new();
        for place in 0..40 {
            let covered = db.query(COVERED);
            let ids = db.query("SELECT e.id FROM wl.time_entries e ORDER BY e.id DESC LIMIT 6");
            let all: Vec<i64> = ids.lines().filter_map(|id| id.parse().ok()).collect();
            let operation = format!("{seed}-{place}");
            let work = |tx: &mut Tx<'_>| by_chance(tx, &mut dice, 60 + 20 * place, &all);
            let done = db.attempt_as("tom", operation.clone(), work);
            if done.is_ok() && newest().as_ref() == Some(&operation) {
                steps.push((operation, covered));
            }
        }
        assert!(steps.len() > 10, "seed {seed}: {}", steps.len());
        while let Some((operation, covered)) = steps.pop() {
            assert_eq!(newest().as_ref(), Some(&operation));
            let undone = db.attempt_as("tom", undo::undoing(&operation), |tx| {
                undo::undo(tx, Some(&operation), Tz::UTC)
            });
            match undone {
                Ok(undone) => kinds.insert(undone.expect("something").what),
                Err(error) => panic!("{operation}: {error:?}"),
            };
            assert_eq!(db.query(COVERED), covered, "{operation}");
        }
        assert_eq!(newest(), None);
    }
    let all = [
        "cancel",
        "entry add",
        "entry edit",
        "entry remove",
        "entry restore",
        "entry split",
        "note",
        "start",
        "stop",
    ];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), all);
    db.assert_whole();
}

#[test]
fn who_lost_the_right_meanwhile_is_told_so() {
    let db = Db::new();
    let person = db.person("technician");
    db.time(&person, "WO-1/1", "2024-03-05 08:00", "2024-03-05 09:00");
    let lock = format!("SELECT FROM wl.users WHERE db_role = '{person}' FOR UPDATE");
    let [changed, undone] = db.race(
        &lock,
        ("ada", &["user", "role", &person, "accountant"]),
        (&person, &["undo", "--yes"]),
    );
    assert_eq!(changed.code, 0, "{changed:?}");
    // it began before the change or after it, and says "was technician and is accountant now"
    // or "has the role accountant"
    undone.assert_refused(77, "accountant");
    assert!(!undone.stderr.contains("permission denied"), "{undone:?}");
}

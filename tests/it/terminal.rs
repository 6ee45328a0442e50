//! A person at a terminal: asked before time is locked, and what was
//! confirmed is what gets locked.

use crate::support::{Db, Folder, Terminal};

fn approved(db: &Db) -> i64 {
    db.count("SELECT count(*) FROM wl.time_entries WHERE status = 'LOCKED'")
}

#[test]
fn a_yes_locks_what_was_shown() {
    let db = Db::new();
    db.entry("tom", 3);
    let mut terminal = Terminal::new(&db, "ada", "approve WO-1");
    terminal.wait_for("Approve 1 entry, 1.00 h (1:00:00)?");
    terminal.press("y\r");
    let (code, screen) = terminal.finish();
    assert_eq!((code, approved(&db)), (Some(0), 1), "{screen}");
    assert!(screen.contains("Approved and locked 1 entry"), "{screen}");
}

#[test]
fn anything_else_locks_nothing() {
    let db = Db::new();
    db.entry("tom", 3);
    let before = db.checksum();
    for keys in ["n\r", "\r", "maybe yes\r", "yn\r"] {
        let mut terminal = Terminal::new(&db, "ada", "approve WO-1");
        terminal.wait_for("Approve 1 entry");
        terminal.press(keys);
        let (code, screen) = terminal.finish();
        assert_eq!(code, Some(0), "{screen}");
        assert!(screen.contains("Nothing was approved."), "{screen}");
    }
    assert_eq!(db.checksum(), before);
}

#[test]
fn time_that_changed_while_somebody_looked_is_not_locked() {
    for change in ["time", "line", "note", "add", "remove", "approve", "again"] {
        let db = Db::new();
        db.order("WO-2");
        let entry = db.entry("tom", 3);
        let id = entry.to_string();
        let mut terminal = Terminal::new(&db, "ada", "approve WO-1");
        terminal.wait_for("Approve 1 entry");
        let edit = |login: &str, args: &[&str]| {
            drop(db.ok(login, &[&["entry", "edit", &id], args].concat()));
        };
        let (mut left, mut words) = (0, format!("entry {id} on WO-1 was changed"));
        match change {
            // the seconds stay the same
            "time" => edit("tom", &["--start", "5h ago", "--end", "4h ago"]),
            "line" => edit("tom", &["--line", "WO-1/2"]),
            "note" => edit("tom", &["--note", "without oil"]),
            "add" => words = format!("entry {} on WO-1 is new", db.entry("tess", 5)),
            "remove" => {
                db.remove_entry("tom", entry, None);
                words = format!("entry {id} on WO-1 was removed");
            }
            "approve" => {
                db.approve_entry("abe", entry);
                (left, words) = (1, format!("entry {id} on WO-1 was approved by abe"));
            }
            // approved and unlocked: the same time in another version
            _ => {
                db.approve_entry("abe", entry);
                db.unlock("abe", entry, "look again");
            }
        }
        terminal.press("y\r");
        let (code, screen) = terminal.finish();
        assert_eq!((code, approved(&db)), (Some(1), left), "{change}: {screen}");
        let screen = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            screen.contains(&format!("the list changed: {words}")),
            "{change}: {screen}"
        );
    }
}

fn bills(db: &Db) -> i64 {
    db.count("SELECT count(*) FROM wl.bills")
}

#[test]
fn a_yes_bills_what_was_shown() {
    let db = Db::new();
    db.locked_entry("tom", 3);
    let mut terminal = Terminal::new(&db, "acc", "bill add WO-1");
    terminal.wait_for("1 entry, 1.00 h?");
    assert!(
        terminal.seen().contains("Fix the pump"),
        "{}",
        terminal.seen()
    );
    terminal.press("y\r");
    let (code, screen) = terminal.finish();
    assert_eq!((code, bills(&db)), (Some(0), 1), "{screen}");
    assert!(screen.contains("Made 1 bill"), "{screen}");
}

#[test]
fn the_list_before_a_question_is_not_part_of_the_document() {
    for (line, field) in [("bill add WO-1", "number"), ("approve WO-1", "id")] {
        let db = Db::new();
        match field {
            "number" => drop(db.locked_entry("tom", 3)),
            _ => drop(db.entry("tom", 3)),
        }
        let folder = Folder::new();
        let file = folder.path("out.csv");
        let mut terminal = Terminal::new(&db, "ada", &format!("--format csv {line} > {file}"));
        terminal.wait_for("[y/N]");
        assert!(terminal.seen().contains("WO-1"), "{}", terminal.seen());
        terminal.press("y\r");
        let (code, screen) = terminal.finish();
        assert_eq!(code, Some(0), "{screen}");
        let text = std::fs::read_to_string(&file).expect("the file");
        let rows = crate::support::table(&text);
        assert_eq!(rows.len(), 1, "{text}");
        assert!(rows[0].contains_key(field), "{text}");
    }
}

#[test]
fn anything_else_bills_nothing() {
    let db = Db::new();
    db.locked_entry("tom", 3);
    let before = db.checksum();
    for (keys, code) in [("n\r", 0), ("\r", 0), ("maybe y\r", 0), ("\u{3}", 130)] {
        let mut terminal = Terminal::new(&db, "acc", "bill add WO-1");
        terminal.wait_for("Make 1 bill");
        terminal.press(keys);
        let (found, screen) = terminal.finish();
        assert_eq!(found, Some(code), "{screen}");
        assert_eq!(
            screen.contains("Nothing was billed."),
            code == 0,
            "{screen}"
        );
    }
    assert_eq!(db.checksum(), before);
}

#[test]
fn time_that_changed_while_somebody_looked_is_not_billed() {
    for change in ["correct", "add", "unlock", "bill"] {
        let db = Db::new();
        let id = db.locked_entry("tom", 3);
        let mut terminal = Terminal::new(&db, "acc", "bill add WO-1");
        terminal.wait_for("Make 1 bill");
        let (words, left) = match change {
            "correct" => {
                db.unlock("ada", id, "too long");
                let args = ["--end", "150m ago", "--reason", "too long"];
                let entry = id.to_string();
                db.ok("tom", &[&["entry", "edit", &entry], &args[..]].concat());
                db.approve_entry("ada", id);
                (format!("entry {id} on WO-1 was changed"), 0)
            }
            "add" => {
                let new = db.locked_entry("tess", 5);
                (format!("entry {new} on WO-1 is new"), 0)
            }
            "unlock" => {
                db.unlock("ada", id, "too long");
                ("there is unapproved time".to_owned(), 0)
            }
            _ => {
                db.ok("ada", &["bill", "add", "WO-1", "--yes"]);
                (format!("entry {id} on WO-1 is no longer due"), 1)
            }
        };
        terminal.press("y\r");
        let (code, screen) = terminal.finish();
        assert_eq!((code, bills(&db)), (Some(1), left), "{change}: {screen}");
        assert!(screen.contains(&words), "{change}: {screen}");
    }
}

#[test]
fn many_bills_show_how_far_they_are() {
    let db = Db::new();
    let orders: Vec<String> = (2..60).map(|number| format!("WO-{number}")).collect();
    for (minute, order) in (0..).zip(&orders) {
        db.order(order);
        let at = |minute| format!("2024-10-03 08:{minute:02}");
        db.time("tom", &format!("{order}/1"), &at(minute), &at(minute + 1));
        db.approve("ada", order);
        db.move_order(order, "ready_to_bill");
    }
    let line = "bill add --status ready_to_bill --yes";
    let (code, screen) = Terminal::new(&db, "acc", line).finish();
    assert_eq!((code, bills(&db)), (Some(0), 58), "{screen}");
    assert!(screen.contains("of 58 bills, "), "{screen:?}");
}

#[test]
fn an_order_with_several_lines_offers_them() {
    let db = Db::new();
    let mut terminal = Terminal::new(&db, "tom", "timer start WO-1");
    terminal.wait_for("WO-1/2  Repair");
    terminal.press("\u{1b}[B\r");
    let (code, screen) = terminal.finish();
    assert_eq!(code, Some(0), "{screen}");
    assert!(screen.contains("WO-1/2 Repair"), "{screen}");
}

#[test]
fn a_batch_shows_how_far_it_is() {
    let db = Db::new();
    db.order("A-1");
    db.order("A-2");
    let folder = Folder::new();
    let line = format!("export pdf A-1 A-2 --dir {}", folder.path(""));
    let (code, screen) = Terminal::new(&db, "acc", &line).finish();
    assert_eq!(code, Some(0), "{screen}");
    // a bar, and it is gone at the end
    assert!(screen.contains("of 2 files, "), "{screen:?}");
    assert!(screen.contains("\u{1b}[2KExported 0 entries"), "{screen:?}");
    // nobody looks
    let other = folder.path("other");
    let piped = db.ok("acc", &["export", "pdf", "A-1", "--dir", &other]);
    assert_eq!(piped.stderr.lines().count(), 1, "{piped:?}");
}

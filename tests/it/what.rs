//! WHAT: a line item by its number, the end of it, words, `-`, or from a list.

use serde_json::Value;
use worklock::domain::what::{self, What};
use worklock::domain::{line, order};

use crate::support::{Db, Terminal};

/// Orders with their line items: number, title, customer, texts.
const ORDERS: &[(&str, &str, &str, &[&str])] = &[
    (
        "WO-1042",
        "Cold store does not hold",
        "Nordfisk AS",
        &["Check the compressor", "Replace the door seal"],
    ),
    (
        "WO-2042",
        "Cold room alarm",
        "Müller GmbH",
        &["Reset the alarm"],
    ),
    (
        "2026-17-A",
        "Fan rattles",
        "Hansen",
        &["Balance the fan 17"],
    ),
    ("KV88", "Lift stands", "Otis", &["Grease 100% of the rails"]),
    ("RAIL", "Another", "Bahn", &["Weld"]),
    (
        "WO-3042",
        "Compressor gone",
        "Nordfisk AS",
        &["Look for it"],
    ),
];

fn with_orders() -> Db {
    let db = Db::new();
    for (number, title, customer, lines) in ORDERS {
        db.set_up("ada", |tx| order::add(tx, number, title, customer));
        for description in *lines {
            db.set_up("ada", |tx| line::add(tx, number, description));
        }
    }
    db.move_order("WO-3042", "cancelled");
    db
}

/// Where `wl start` with these words runs a timer.
fn started(db: &Db, words: &[&str]) -> String {
    let started = &db.json("tom", &[&["start"], words].concat())["started"];
    let order = started["work_order"].as_str().expect("a number");
    format!("{order}/{}", started["line_item"])
}

#[test]
fn a_number_its_end_and_words_name_a_line_item() {
    let db = with_orders();
    for (words, expected) in [
        (&["WO-1042/2"][..], "WO-1042/2"),
        (&["wo-1042/1"], "WO-1042/1"),
        (&["WO-2042"], "WO-2042/1"),
        (&["1042/2"], "WO-1042/2"),
        (&["2042"], "WO-2042/1"),
        // words before and after an option are one list
        (&["cold", "-n", "yearly", "compressor"], "WO-1042/1"),
        (&["cold", "--note=yearly", "door", "seal"], "WO-1042/2"),
        (&["17-a"], "2026-17-A/1"),
        (&["A"], "2026-17-A/1"),
        (&["88"], "KV88/1"),
        // a number in full wins over words
        (&["rail"], "RAIL/1"),
        (&["rails"], "KV88/1"),
        (&["100%"], "KV88/1"),
        // the cancelled order's compressor takes no time
        (&["compressor"], "WO-1042/1"),
        (&["COLD", "alarm"], "WO-2042/1"),
        (&["door cold"], "WO-1042/2"),
        (&["seal", "nordfisk"], "WO-1042/2"),
        (&["Müller"], "WO-2042/1"),
        (&["MU\u{308}LLER", "reset"], "WO-2042/1"),
        (&["fan", "17"], "2026-17-A/1"),
        (&["cold", "1042/1"], "WO-1042/1"),
    ] {
        assert_eq!(started(&db, words), expected, "{words:?}");
    }
}

#[test]
fn what_fits_nothing_or_too_much_starts_nothing() {
    let db = with_orders();
    for (words, code, kind, message) in [
        (&["42"][..], 66, "not_found", "there is no work order 42"),
        (&["042"], 66, "not_found", "there is no work order 042"),
        (&["7"], 66, "not_found", "there is no work order 7"),
        (&["10%"], 66, "not_found", "there is no work order 10%"),
        (&["3042"], 1, "order_closed", "WO-3042 is cancelled"),
        (&["gone"], 1, "order_closed", "WO-3042 is cancelled"),
        (
            &["compressor", "gone"],
            1,
            "order_closed",
            "WO-3042 is cancelled",
        ),
        (
            &["serivce"],
            66,
            "not_found",
            "there is no work order serivce, and no open line item has this word",
        ),
        (&["WO-3042"], 1, "order_closed", "WO-3042 is cancelled"),
        (&["1042/9"], 66, "not_found", "WO-1042 has no line item 9"),
        (&["1042"], 2, "choose_line", "WO-1042 has 2 open line items"),
        (
            &["cold"],
            2,
            "choose_line",
            "\"cold\" fits 3 open line items",
        ),
        (
            &["cold", "valve"],
            66,
            "not_found",
            "no open line item has the words cold valve",
        ),
        (
            &["-"],
            66,
            "not_found",
            "you have no time on another line item",
        ),
        (&[], 2, "usage", "no line item was named"),
        (&[" "], 2, "usage", "no line item was named"),
        (&["_"], 66, "not_found", "there is no work order _"),
        (&["WO-1/x"], 2, "usage", "WO-1/x is not a line item"),
    ] {
        let error = db.refused("tom", &[&["start"], words].concat());
        assert_eq!(
            (&error["code"], &error["kind"]),
            (&Value::from(code), &Value::from(kind)),
            "{words:?}: {error}"
        );
        let said = error["message"].as_str().expect("a message");
        assert!(said.contains(message), "{words:?}: {error}");
    }
    let hint = db.refused("tom", &["start", "cold"])["hint"].to_string();
    for line in [
        "WO-2042/1 Reset the alarm (Cold room alarm)",
        "WO-1042/1 Check the compressor (Cold store does not hold)",
        "WO-1042/2 Replace the door seal (Cold store does not hold)",
    ] {
        assert!(hint.contains(line), "{hint}");
    }
    assert_eq!(db.count("SELECT count(*) FROM wl.time_entries"), 0);
}

#[test]
fn words_of_what_is_done_say_that_it_is_done() {
    let db = with_orders();
    db.line_status("WO-1042/2", "done");
    for words in [&["seal"][..], &["door", "seal"], &["1042/2"]] {
        let error = db.refused("tom", &[&["start"], words].concat());
        assert_eq!(error["kind"], "line_closed", "{error}");
        let said = error["message"].as_str().expect("a message");
        assert!(
            said.contains("WO-1042/2") && said.contains("done"),
            "{said}"
        );
    }
    // of two orders: both are named
    db.line_status("KV88/1", "done");
    db.line_status("RAIL/1", "done");
    let error = db.refused("tom", &["start", "l"]);
    assert_eq!(error["kind"], "choose_line", "{error}");
    for line in ["2042/1", "1042/1"] {
        let place = format!("WO-{line}");
        db.line_status(&place, "done");
    }
    let error = db.refused("tom", &["start", "cold", "store"]);
    assert_eq!(error["kind"], "line_closed", "{error}");
    let error = db.refused("tom", &["start", "rail"]);
    assert_eq!(error["message"], "work order RAIL has no open line item");
    let error = db.refused("tom", &["start", "cold"]);
    assert_eq!(error["kind"], "not_found", "{error}");
    let hint = error["hint"].as_str().expect("a hint");
    assert!(
        hint.contains("WO-2042/1") && hint.contains("WO-1042/1") && hint.contains("take no time"),
        "{hint}"
    );
}

#[test]
fn a_dash_goes_back_to_where_the_time_was_before() {
    let db = with_orders();
    // another person's time is not mine
    db.start_timer("tess", "RAIL", "1h ago");
    db.start_timer("tom", "WO-1/1", "50m ago");
    db.start_timer("tom", "2042", "40m ago");
    assert_eq!(started(&db, &["-"]), "WO-1/1");
    assert_eq!(started(&db, &["-"]), "WO-2042/1");
    db.stop_timer("tom");
    // nothing runs, so it is the newest of all
    assert_eq!(started(&db, &["-"]), "WO-2042/1");
    db.line_status("WO-1/1", "done");
    assert_eq!(db.refused("tom", &["start", "-"])["kind"], "line_closed");
}

/// The statements of one `wl`, without the question that only the log asks.
fn statements(db: &Db, words: &[&str]) -> usize {
    let outcome = db.ok("tom", &[&["-vv"], words].concat());
    let sent = outcome
        .stderr
        .lines()
        .filter(|line| line.starts_with("debug: "));
    sent.count() - 1
}

#[test]
fn a_number_in_full_costs_no_statement_more() {
    let db = with_orders();
    // BEGIN, the context, the locks, INSERT, its record, COMMIT
    assert_eq!(statements(&db, &["start", "WO-1042/1"]), 6);
    // and UPDATE with its record
    assert_eq!(statements(&db, &["start", "WO-2042"]), 8);
    // it runs already: BEGIN, the context, the locks, COMMIT
    assert_eq!(statements(&db, &["start", "WO-2042"]), 4);
    // the search, and the locks again
    assert_eq!(statements(&db, &["start", "compressor"]), 10);
    assert_eq!(statements(&db, &["status"]), 2);
}

#[test]
fn the_list_begins_with_my_own_newest_and_has_an_end() {
    let db = with_orders();
    db.start_timer("tess", "RAIL", "1h ago");
    db.start_timer("tom", "WO-1042/2", "50m ago");
    db.start_timer("tom", "WO-1/2", "40m ago");
    db.stop_timer("tom");
    let listed = |db: &Db| -> Vec<String> {
        let found = db.set_up("tom", |tx| what::candidates(tx, None));
        found.iter().map(what::Candidate::place).collect()
    };
    assert_eq!(
        listed(&db),
        [
            "WO-1/2",
            "WO-1042/2",
            "RAIL/1",
            "KV88/1",
            "2026-17-A/1",
            "WO-2042/1",
            "WO-1042/1",
            "WO-1/1"
        ]
    );
    db.query(
        "ALTER TABLE wl.line_items DISABLE TRIGGER USER;
         INSERT INTO wl.line_items (work_order_id, position, description, created_at, created_by, row_version)
         SELECT 1, n, 'x', now(), 1, 1 FROM generate_series(11, 5010) n;",
    );
    assert_eq!(listed(&db).len(), 5000);
    let typed: What = "x".parse().expect("a word");
    let several = db.attempt("tom", |tx| what::find(tx, &typed));
    let error = several.expect_err("several");
    assert_eq!(error.message, "\"x\" fits 5000 open line items or more");
}

#[test]
fn without_a_name_a_list_with_names_appears() {
    let db = with_orders();
    db.start_timer("tom", "WO-1042/1", "50m ago");
    db.stop_timer("tom");
    let mut terminal = Terminal::wide(&db, "tom", 120, "start");
    terminal.wait_for("Esc");
    let names = "WO-1042/1  Check the compressor · Cold store does not hold · Nordfisk AS";
    assert!(terminal.seen().contains(names), "{}", terminal.seen());
    terminal.press("\r");
    let (code, screen) = terminal.finish();
    assert_eq!(code, Some(0), "{screen}");
    assert_eq!(started(&db, &["1042/1"]), "WO-1042/1");
    assert_eq!(db.count("SELECT count(*) FROM wl.time_entries"), 2);
}

#[test]
fn several_that_fit_are_offered_and_no_others() {
    let db = with_orders();
    let mut terminal = Terminal::wide(&db, "tom", 120, "timer start cold");
    terminal.wait_for("Esc");
    assert!(!terminal.seen().contains("KV88"), "{}", terminal.seen());
    terminal.press("seal");
    terminal.wait_for("seal");
    terminal.press("\r");
    let (code, screen) = terminal.finish();
    assert_eq!(code, Some(0), "{screen}");
    let running =
        "SELECT l.position FROM wl.time_entries e JOIN wl.line_items l ON l.id = e.line_item_id
        WHERE e.end_ts IS NULL";
    assert_eq!(db.query(running), "2");
}

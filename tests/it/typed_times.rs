//! What a person may type for a time, and what becomes of it.

use chrono::{Days, NaiveDate, Timelike, Utc};
use serde_json::Value;

use crate::support::{Db, Folder};

fn berlin() -> Db {
    let db = Db::new();
    db.set("zone", "Europe/Berlin");
    db
}

/// Days ago in UTC, which is the zone of a new database.
fn days_ago(days: u64) -> NaiveDate {
    // "today" must stay the same day meanwhile
    while (Utc::now().hour(), Utc::now().minute()) == (23, 59) {
        std::thread::sleep(std::time::Duration::from_secs(1));
    }
    Utc::now().date_naive() - Days::new(days)
}

/// Adds time of tom's on `WO-1/1`.
fn add(db: &Db, args: &[&str]) -> Value {
    db.json("tom", &[&["entry", "add", "WO-1/1"], args].concat())
}

fn refuse(db: &Db, args: &[&str]) -> Value {
    let before = db.checksum();
    let error = db.refused("tom", &[&["entry", "add", "WO-1/1"], args].concat());
    assert_eq!(db.checksum(), before);
    error
}

/// From when to when, in UTC.
fn span(db: &Db, entry: &Value) -> String {
    let shape = "'MM-DD HH24:MI:SS'";
    db.query(&format!(
        "SELECT to_char(start_ts AT TIME ZONE 'UTC', {shape}) || ' - ' || coalesce(to_char(end_ts AT TIME ZONE 'UTC', {shape}), '')
         FROM wl.time_entries WHERE id = {}",
        entry["id"]
    ))
}

#[test]
fn a_bare_end_is_on_the_day_of_the_start() {
    let db = Db::new();
    let day = days_ago(3);
    let weekday = day.format("%a 8:00").to_string();
    // two hours, not 74
    let entry = add(&db, &["--start", &weekday, "--end", "10:00"]);
    assert_eq!(entry["duration_seconds"], 7200);
    let id = entry["id"].to_string();
    let edited = db.json("tom", &["entry", "edit", &id, "--end", "11:30"]);
    assert_eq!(edited["duration_seconds"], 3 * 3600 + 1800);
    // over midnight
    let night = ["--start", "24 nov 2023 22:00", "--end", "6:00"];
    assert_eq!(add(&db, &night)["duration_seconds"], 8 * 3600);
    // a correction stays on the day of the entry
    let edited = db.json("tom", &["entry", "edit", &id, "--start", "9:00"]);
    assert_eq!(
        span(&db, &edited),
        format!("{0} 09:00:00 - {0} 11:30:00", day.format("%m-%d"))
    );
    // the day after would be in the future: the end is what is wrong
    let error = refuse(&db, &["--start", "today 0:02", "--end", "0:01"]);
    assert_eq!(error["kind"], "time_entries_end_check", "{error}");
}

#[test]
fn a_weekday_is_never_taken_as_last_weeks() {
    let db = Db::new();
    let today = days_ago(0).format("%a").to_string();
    let (start, end) = (format!("{today} 23:58"), format!("{today} 23:59"));
    let error = refuse(&db, &["--start", &start, "--end", &end]);
    assert_eq!(error["kind"], "future_time", "{error}");
    let start = ["timer", "start", "WO-1/1", "--at", &end];
    assert_eq!(db.refused("tom", &start)["kind"], "future_time");
}

#[test]
fn days_have_names_and_months() {
    let db = berlin();
    for (start, end, expected) in [
        ("2023-11-24 9am", "noon", "11-24 08:00:00 - 11-24 11:00:00"),
        (
            "25 nov 2023 9:00",
            "2:30 pm",
            "11-25 08:00:00 - 11-25 13:30:00",
        ),
        (
            "Nov 26 2023 22:00",
            "midnight",
            "11-26 21:00:00 - 11-26 23:00:00",
        ),
    ] {
        let entry = add(&db, &["--start", start, "--end", end]);
        assert_eq!(span(&db, &entry), expected, "{start}");
    }
    // a day without a year is the last such day, if that is within half a year
    let start = |days: u64| days_ago(days).format("%-d %b 9:00").to_string();
    let entry = add(&db, &["--start", &start(100), "--for", "1h"]);
    let expected = days_ago(100).to_string();
    let day = format!(
        "SELECT (start_ts AT TIME ZONE 'UTC')::date FROM wl.time_entries WHERE id = {}",
        entry["id"]
    );
    assert_eq!(db.query(&day), expected);
    let error = refuse(&db, &["--start", &start(300), "--for", "1h"]);
    assert_eq!(error["kind"], "bad_time", "{error}");
    let written = days_ago(300).format("write \"%Y-%m-%d 9:00\"").to_string();
    assert_eq!(error["hint"], written, "{error}");
    // a time that a clock change repeats or skips has two readings
    for (start, kind) in [
        ("29 oct 2023 2:30", "ambiguous_time"),
        ("26 mar 2023 2:30", "skipped_time"),
    ] {
        let error = refuse(&db, &["--start", start, "--end", "noon"]);
        assert_eq!(error["kind"], kind, "{error}");
        assert!(
            error["hint"]
                .as_str()
                .is_some_and(|hint| hint.contains(" or ")),
            "{error}"
        );
    }
    let error = refuse(&db, &["--start", "2023-10-28 22:00", "--end", "2:30"]);
    assert_eq!(error["kind"], "ambiguous_time", "{error}");
}

#[test]
fn a_length_stands_for_a_start_or_an_end() {
    let db = Db::new();
    for (args, expected) in [
        (
            ["--start", "2023-05-02 9:00", "--for", "1h30m"],
            "05-02 09:00:00 - 05-02 10:30:00",
        ),
        (
            ["--end", "2023-05-03 9:00", "--for", "90m"],
            "05-03 07:30:00 - 05-03 09:00:00",
        ),
        // as the screen shows it
        (
            ["--start", "Thu 2023-05-04 09:00", "--for", "1.5h"],
            "05-04 09:00:00 - 05-04 10:30:00",
        ),
    ] {
        assert_eq!(span(&db, &add(&db, &args)), expected);
    }
    let entry = add(&db, &["--for", "0:20"]);
    assert_eq!(entry["duration_seconds"], 1200);
    let since = "SELECT clock_timestamp() - end_ts < interval '1 minute' FROM wl.time_entries ORDER BY id DESC LIMIT 1";
    assert_eq!(db.query(since), "t");
    let id = entry["id"].to_string();
    let edited = db.json("tom", &["entry", "edit", &id, "--for", "10m"]);
    assert_eq!(edited["duration_seconds"], 600);
    assert_eq!(edited["start_ts"], entry["start_ts"]);
    let edit = [
        "entry",
        "edit",
        &id,
        "--end",
        "2023-05-06 12:00",
        "--for",
        "2h",
    ];
    assert_eq!(
        span(&db, &db.json("tom", &edit)),
        "05-06 10:00:00 - 05-06 12:00:00"
    );

    for args in [
        &["--start", "9:00"][..],
        &["--end", "9:00"],
        &[],
        &["--start", "2023-05-05 8:00", "--end", "9:00", "--for", "1h"],
    ] {
        assert_eq!(refuse(&db, args)["code"], 2, "{args:?}");
    }
    let endless = refuse(&db, &["--start", "9:00", "--for", "9999999999999d"]);
    assert_eq!(endless["kind"], "bad_duration", "{endless}");
}

#[test]
fn no_entry_without_length_is_typed() {
    let db = Db::new();
    for args in [
        ["--start", "2023-05-02 9:00", "--end", "9:00"],
        ["--start", "2023-05-02 9:00", "--for", "0m"],
        ["--start", "2023-05-02 9:00:00", "--end", "9:00:00.5"],
    ] {
        let error = refuse(&db, &args);
        assert_eq!(
            (&error["kind"], &error["code"]),
            (&"zero_length".into(), &1.into()),
            "{error}"
        );
    }
    let id = add(&db, &["--start", "2023-05-02 9:00", "--for", "1h"])["id"].to_string();
    let edit = ["entry", "edit", &id, "--end", "9:00"];
    assert_eq!(db.refused("tom", &edit)["kind"], "zero_length");
    // timers and imports may have none, and their other fields can be corrected
    db.start_timer("tom", "WO-1/2", "now");
    db.stop_timer("tom");
    db.ok("tom", &["entry", "edit", "@", "-n", "short"]);
}

/// An entry of tom's from 10:00:12 to 11:00:53.
fn uneven(db: &Db) -> String {
    let args = [
        "--start",
        "2023-05-02 10:00:12",
        "--end",
        "2023-05-02 11:00:53",
    ];
    add(db, &args)["id"].to_string()
}

#[test]
fn a_start_snaps_to_the_end_that_the_screen_shows() {
    let db = Db::new();
    let first = uneven(&db);
    let args = [
        "entry",
        "add",
        "WO-1/2",
        "--start",
        "2023-05-02 11:00",
        "--end",
        "12:00",
    ];
    let outcome = db.ok("tom", &args);
    let line = format!("\n  start: 11:00 is taken as 11:00:53, when entry {first} ends\n");
    assert!(outcome.stderr.contains(&line), "{outcome:?}");
    let second = db.json("tom", &["entry", "show", "@"]);
    assert_eq!(span(&db, &second), "05-02 11:00:53 - 05-02 12:00:00");

    // and an end to the start after it
    let end = ["--start", "2023-05-02 9:00", "--end", "10:00"];
    let outcome = db.ok("tom", &[&["entry", "add", "WO-1/1"], &end[..]].concat());
    let line = format!("\n  end: 10:00 is taken as 10:00:12, when entry {first} starts\n");
    assert!(outcome.stderr.contains(&line), "{outcome:?}");
    let before = db.json("tom", &["entry", "show", "@3"]);
    assert_eq!(span(&db, &before), "05-02 09:00:00 - 05-02 10:00:12");

    // a correction snaps too, but never to the entry itself
    let shorter = db.json("tom", &["entry", "edit", "@3", "--end", "9:30"]);
    assert_eq!(span(&db, &shorter), "05-02 09:00:00 - 05-02 09:30:00");
    let longer = db.json("tom", &["entry", "edit", "@3", "--end", "10:00"]);
    assert_eq!(span(&db, &longer), "05-02 09:00:00 - 05-02 10:00:12");
    let edit = ["entry", "edit", "@", "--start", "11:00"];
    assert!(db.ok("tom", &edit).stderr.contains("Nothing changed."));
    db.ok("tom", &["entry", "remove", "@"]);
    let own_end = ["entry", "edit", &first, "--end", "11:00"];
    assert!(
        db.ok("tom", &own_end)
            .stderr
            .contains("\n  end: 11:00:53 -> 11:00:00\n")
    );
    // another person's time is no neighbour
    let tess = [
        "entry",
        "add",
        "WO-1/2",
        "--start",
        "2023-05-02 11:00",
        "--for",
        "1h",
    ];
    assert_eq!(
        span(&db, &db.json("tess", &tess)),
        "05-02 11:00:00 - 05-02 12:00:00"
    );
}

#[test]
fn seconds_that_are_typed_are_meant() {
    let db = Db::new();
    let first = uneven(&db);
    for start in ["2023-05-02 11:00:00", "2023-05-02T11:00:00Z"] {
        let error = refuse(&db, &["--start", start, "--end", "2023-05-02 12:00"]);
        assert_eq!(error["kind"], "time_entries_no_overlap", "{error}");
        let message = error["message"].as_str().expect("a message");
        assert!(message.contains(&format!("entry {first} ")), "{error}");
        // minutes would show no overlap
        assert!(message.contains("to 2023-05-02 11:00:53"), "{error}");
    }
    // a removed entry is no neighbour
    db.ok("tom", &["entry", "remove", &first]);
    let entry = add(&db, &["--start", "2023-05-02 11:00", "--end", "12:00"]);
    assert_eq!(span(&db, &entry), "05-02 11:00:00 - 05-02 12:00:00");
}

#[test]
fn imports_never_snap() {
    let db = Db::new();
    uneven(&db);
    let folder = Folder::new();
    let row = "WO-1,2,tom,2023-05-02T11:00Z,2023-05-02T12:00Z,\n";
    let text = format!("number,line,user,start_ts,end_ts,note\n{row}");
    let file = folder.file("time.csv", text);
    let error = db.refused("ada", &["entry", "import", &file]);
    assert_eq!(error["kind"], "time_entries_no_overlap", "{error}");
    assert_eq!(db.query("SELECT count(*) FROM wl.time_entries"), "1");
}

#[test]
fn a_forgotten_timer_ends_on_the_day_on_which_it_started() {
    let db = Db::new();
    let day = days_ago(3);
    for (end, seconds) in [("17:00", 3600), ("9:00", 17 * 3600)] {
        db.start_timer("tom", "WO-1/1", &format!("{day} 16:00"));
        let stopped = db.json("tom", &["timer", "stop", "--at", end]);
        assert_eq!(stopped["duration_seconds"], seconds, "{stopped}");
        db.ok("tom", &["entry", "remove", "@"]);
    }
}

#[test]
fn a_timer_starts_where_the_entry_before_ends() {
    let db = Db::new();
    let first = uneven(&db);
    let start = ["timer", "start", "WO-1/2", "--at", "2023-05-02 11:00"];
    let outcome = db.ok("tom", &start);
    let line = format!("start: 11:00 is taken as 11:00:53, when entry {first} ends");
    assert!(outcome.stderr.contains(&line), "{outcome:?}");
    let running = db.json("tom", &["entry", "show", "@"]);
    assert_eq!(span(&db, &running), "05-02 11:00:53 -");
}

#[test]
fn less_than_a_minute_is_refused_of_a_part_and_warned_of_otherwise() {
    let db = Db::new();
    let id = db.time("tom", "WO-1/1", "2024-03-05 08:00", "2024-03-05 09:00:53");
    for (at, words) in [
        (
            "09:00",
            "the second part of entry 1 would be 53 seconds long, from 09:00:00 to 09:00:53",
        ),
        (
            "08:00:30",
            "the first part of entry 1 would be 30 seconds long, from 08:00:00 to 08:00:30",
        ),
    ] {
        let before = db.checksum();
        let split = ["entry", "split", &id.to_string(), "--at", at];
        db.wl("tom", &split).assert_refused(1, words);
        assert_eq!(db.checksum(), before);
    }
    // a minute is enough
    db.ok("tom", &["entry", "split", "1", "--at", "08:59:53"]);
    let add = [
        "--start",
        "2024-03-06 08:00",
        "--end",
        "2024-03-06 08:00:30",
    ];
    let added = db.ok("tom", &[&["entry", "add", "WO-1/1"], &add[..]].concat());
    let words = |id| format!("entry {id} is 30 seconds long");
    assert!(added.stderr.contains(&words(3)), "{added:?}");
    let edit = ["entry", "edit", "1", "--end", "2024-03-05 08:00:30"];
    let edited = db.ok("tom", &edit);
    assert!(edited.stderr.contains(&words(1)), "{edited:?}");
    // the time stays
    let edited = db.ok("tom", &["entry", "edit", "1", "--note", "short"]);
    assert!(!edited.stderr.contains("seconds long"), "{edited:?}");
}

//! `wl review`: each person's time by day, its marks, and the commands that approve it.

use crate::support::{Db, Terminal, audited, insert_time};

/// Times of week 23 of 2024, from Monday, June 3.
fn week() -> Db {
    let db = Db::new();
    let add = |login: &str, from: &str, to: &str| {
        let at = |time: &str| format!("2024-06-{time}");
        db.time(login, "WO-1/1", &at(from), &at(to))
    };
    db.approve_entry("ada", add("tom", "03 08:00", "03 16:00"));
    add("tom", "04 08:00", "04 12:00");
    add("tom", "04 12:30", "04 16:00");
    // over two days, it counts on the first
    add("tom", "05 08:00", "06 10:00");
    let zero = insert_time(
        "tom",
        "WO-1",
        1,
        "'2024-06-06 12:00Z'",
        "'2024-06-06 12:00Z'",
    );
    let row = "(SELECT max(id) FROM wl.time_entries)";
    db.sql("tom", &audited(&zero, "time_entry", row, "entry.add"))
        .expect("an entry of no length");
    let edited = add("tom", "07 08:00", "07 09:00");
    db.approve_entry("ada", edited);
    db.unlock("ada", edited, "look again");
    for day in ["03", "04", "05"] {
        add("tess", &format!("{day} 08:00"), &format!("{day} 08:20"));
    }
    db.start_timer("tess", "WO-1/1", "2024-06-08 08:00");
    add("ada", "03 08:00", "03 09:00");
    // before and after the week
    add("tom", "02 20:00", "03 02:00");
    add("tom", "10 00:00", "10 01:00");
    db
}

#[test]
fn a_week_has_a_line_for_each_person_and_the_command_that_approves() {
    let db = week();
    let outcome = db.ok("ada", &["review", "-p", "2024-W23"]);
    assert_eq!(
        outcome.stdout,
        "\
2024-W23: 2024-06-03 to 2024-06-09
      Mon 03  Tue 04  Wed 05  Thu 06  Fri 07  Sat 08  Sun 09   Total
ada    1.00*                                                   1.00*
  another admin approves your time
tess   0.33*   0.33*   0.33*                                   1.00*
                                                runs
  wl approve --user tess -p 2024-W23
tom    8.00    7.50*  26.00*   0.00*   1.00*                  42.50*
                        long    zero  edited
  wl approve --user tom -p 2024-W23
"
    );
    assert_eq!(
        outcome.stderr,
        "\
* contains time that is not approved.
long: an entry over 8h, which wl approve skips without --accept-long.
zero: an entry of no length.
edited: an entry that was unlocked after its approval.
runs: a running timer, which doesn't count.
Hours are rounded, so the days of a person may not add up to the total.
"
    );
    // the commands do what they say
    db.ok(
        "ada",
        &["approve", "--user", "tess", "-p", "2024-W23", "--yes"],
    );
    let shown = db.ok("abe", &["review", "-p", "2024-W23"]).stdout;
    assert!(shown.contains("\ntess   0.33    0.33 "), "{shown}");
    assert!(
        shown.contains("  wl approve --user ada -p 2024-W23\n"),
        "{shown}"
    );
    assert!(!shown.contains("--user tess"), "{shown}");
    // one pair of eyes is enough
    db.set("two_pairs_of_eyes", "off");
    let shown = db.ok("ada", &["review", "-p", "2024-W23"]).stdout;
    assert!(shown.contains("--user ada"), "{shown}");
}

#[test]
fn other_readers_see_who_approves() {
    let db = week();
    for login in ["acc", "olga"] {
        let outcome = db.ok(login, &["review", "-p", "2024-W23"]);
        assert!(!outcome.stdout.contains("wl approve"), "{outcome:?}");
        assert!(
            outcome
                .stderr
                .ends_with("An admin approves with: wl approve --user NAME -p PERIOD\n")
                || outcome
                    .stderr
                    .contains("An admin approves with: wl approve"),
            "{outcome:?}"
        );
    }
    db.wl_refused("tom", &["review"], 77, "no_permission");
}

#[test]
fn a_longer_period_goes_by_week_and_a_shorter_one_is_a_part_of_it() {
    let db = week();
    let shown = db.ok("ada", &["review", "-p", "2024-06"]).stdout;
    let heads: Vec<&str> = shown
        .lines()
        .filter(|line| line.starts_with("2024-W"))
        .collect();
    // June 1 and 2 are the end of week 22
    assert_eq!(
        heads,
        [
            "2024-W22: 2024-06-01 to 2024-06-02",
            "2024-W23: 2024-06-03 to 2024-06-09",
            "2024-W24: 2024-06-10 to 2024-06-16",
        ]
    );
    assert!(
        shown.contains("\n  wl approve --user tom -p 2024-06-01..2024-06-02\n"),
        "{shown}"
    );
    let shown = db.ok("ada", &["review", "-p", "2024-06-04"]).stdout;
    assert!(
        shown.contains("  wl approve --user tom -p 2024-06-04\n"),
        "{shown}"
    );
    let outcome = db.ok("ada", &["review", "-p", "2024-W30"]);
    assert_eq!(
        outcome.stderr,
        "No time in the period 2024-07-22 to 2024-07-28.\nTechnicians without time: tess, tom.\n"
    );
}

#[test]
fn days_are_those_of_the_zone() {
    let db = Db::new();
    db.time("tom", "WO-1/1", "2024-06-03 23:00", "2024-06-03 23:30");
    db.set("zone", "Europe/Berlin");
    let rows = db.json("ada", &["review", "-p", "2024-W23"]);
    assert_eq!(rows[0]["day"], "2024-06-04", "{rows}");
}

#[test]
fn programs_get_a_row_for_each_person_and_day() {
    let db = week();
    let rows = db.json("ada", &["review", "-p", "2024-W23"]);
    let rows = rows.as_array().expect("rows");
    assert_eq!(rows.len(), 10, "{rows:#?}");
    assert_eq!(
        rows[6],
        serde_json::json!({
            "user": "tom", "user_name": "Tom Tech", "week": "2024-W23", "day": "2024-06-04",
            "entries": 2, "duration_seconds": 27000, "hours": "7.50", "open": 2, "open_seconds": 27000,
            "long": 0, "zero": 0, "unlocked": 0, "running": 0,
            "approve": "wl approve --user tom -p 2024-W23"
        })
    );
    let csv = db
        .ok("ada", &["--format", "csv", "review", "-p", "2024-W23"])
        .stdout;
    assert!(
        csv.contains("\ntom,Tom Tech,2024-W23,2024-06-07,1,3600,1.00,1,3600,0,0,1,0,wl approve --user tom -p 2024-W23\n"),
        "{csv}"
    );
}

#[test]
fn a_narrow_screen_has_the_days_in_parts_and_whole_commands() {
    let db = week();
    for columns in [40, 80, 200] {
        let mut terminal = Terminal::wide(&db, "ada", columns, "review -p 2024-W23");
        terminal.wait_for("Hours are rounded");
        let (code, screen) = terminal.finish();
        assert_eq!(code, Some(0), "{screen}");
        let (table, _) = screen.split_once("* contains").expect("a legend");
        for line in table.lines() {
            assert!(line.chars().count() <= columns.into(), "{columns}: {line}");
        }
        assert!(
            table.contains("  wl approve --user tom -p 2024-W23\r\n"),
            "{table}"
        );
        let parts = table
            .lines()
            .filter(|line| line.starts_with("tom "))
            .count();
        assert_eq!(parts, if columns == 40 { 2 } else { 1 }, "{table}");
    }
}

#[test]
fn without_a_period_it_says_which_week_it_shows_and_how_to_see_the_last_one() {
    let db = Db::new();
    let last_week = "For the week before: wl review -p last-week\n";
    let empty = db.ok("ada", &["review"]).stderr;
    assert!(empty.starts_with("No time in the period 2"), "{empty}");
    assert!(empty.ends_with(last_week), "{empty}");
    db.ok("tom", &["entry", "add", "WO-1/1", "--for", "1m"]);
    let shown = db.ok("ada", &["review"]).stderr;
    assert!(shown.ends_with(last_week), "{shown}");
    let other = db.ok("ada", &["review", "-p", "last-week"]).stderr;
    assert!(!other.contains("last-week"), "{other}");
}

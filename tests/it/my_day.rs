//! A person's own time by day: `wl`, `wl today`, `wl week`, `wl entry list`.

use crate::support::{Db, Terminal};

/// Three entries of tom in the tenth week of 2024, times in UTC.
fn with_a_week(db: &Db) {
    db.time("tom", "WO-1/1", "2024-03-05 08:00", "2024-03-05 10:00");
    db.time("tom", "WO-1/2", "2024-03-05 10:00", "2024-03-05 10:30");
    db.time("tom", "WO-1/1", "2024-03-06 22:00", "2024-03-07 06:00");
}

#[test]
fn a_week_has_a_heading_and_a_sum_for_each_day() {
    let db = Db::new();
    with_a_week(&db);
    db.ok("tom", &["entry", "edit", "1", "--note", "no pressure"]);
    let expected = "\
Tue 2024-03-05       2:30
1  08:00–10:00       2:00  WO-1/1  Diagnose · Fix the pump  no pressure
2  10:00–10:30       0:30  WO-1/2  Repair · Fix the pump

Wed 2024-03-06       8:00
3  22:00–06:00 +1d   8:00  WO-1/1  Diagnose · Fix the pump

Total               10:30
";
    let shown = db.ok("tom", &["week", "2024-W10"]);
    assert_eq!(
        (shown.stdout.as_str(), shown.stderr.as_str()),
        (expected, "")
    );
    assert_eq!(
        db.ok("ada", &["week", "2024-W10", "--user", "tom"]).stdout,
        expected
    );
    let day = db.ok("tom", &["week", "2024-03-06"]);
    assert!(
        day.stdout.starts_with("Wed 2024-03-06      8:00\n3  22:00"),
        "{day:?}"
    );
}

#[test]
fn scripts_get_the_entries_and_the_sums() {
    let db = Db::new();
    with_a_week(&db);
    let week = db.json("tom", &["week", "2024-W10"]);
    assert_eq!(week["user"], "tom");
    assert_eq!(
        (&week["first"], &week["last"]),
        (&"2024-03-04".into(), &"2024-03-10".into())
    );
    let days = serde_json::json!([
        {"date": "2024-03-05", "duration_seconds": 9000, "running_seconds": 0},
        {"date": "2024-03-06", "duration_seconds": 28800, "running_seconds": 0},
    ]);
    assert_eq!(week["days"], days);
    assert_eq!(week["duration_seconds"], 37800);
    let listed = ["entry", "list", "-p", "2024-W10"];
    assert_eq!(week["entries"], db.json("tom", &listed));
    let csv = |args: &[&str]| db.ok("tom", &[&["--format", "csv"], args].concat()).stdout;
    assert_eq!(csv(&["week", "2024-W10"]), csv(&listed));
}

#[test]
fn my_day_is_the_timer_the_entries_of_today_and_the_week() {
    let db = Db::new();
    with_a_week(&db);
    let id = db.start_timer("tom", "WO-1/2", "now");
    let (code, screen) = Terminal::new(&db, "tom", "").finish();
    assert_eq!(code, Some(0), "{screen}");
    assert!(screen.contains("WO-1/2 running since "), "{screen}");
    assert!(screen.contains("  Repair · Fix the pump"), "{screen}");
    assert!(
        screen.contains(&format!("{id}  ")) && screen.contains("–now"),
        "{screen}"
    );
    assert!(screen.contains("Week 20"), "{screen}");
    assert!(!screen.contains("2024-03"), "{screen}");
}

/// A timer of long ago is no time of today or this week, and is not forgotten.
#[test]
fn a_timer_of_last_week_is_named() {
    let db = Db::new();
    let id = db.start_timer("tom", "WO-1/2", "2024-03-05 08:00");
    let (code, screen) = Terminal::new(&db, "tom", "").finish();
    assert_eq!(code, Some(0), "{screen}");
    assert!(
        screen.contains("WO-1/2 running since Tue 2024-03-05 08:00, "),
        "{screen}"
    );
    let today = db.ok("tom", &["today"]);
    assert_eq!(today.stdout, "");
    let words = format!(
        "Not in the period: entry {id} on WO-1/2, which has been running since Tue 2024-03-05 08:00."
    );
    assert!(today.stderr.contains(&words), "{today:?}");
}

#[test]
fn a_running_timer_counts_where_it_began() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "2024-03-05 08:00");
    let week = db.json("tom", &["week", "2024-W10"]);
    let running = week["running_seconds"].as_i64().expect("seconds");
    assert!(running > 86_400 && week["duration_seconds"] == 0, "{week}");
    assert_eq!(week["days"][0]["running_seconds"], running);
    let shown = db.ok("tom", &["week", "2024-W10"]).stdout;
    assert!(
        shown.contains("08:00–now") && shown.contains(" running)\n"),
        "{shown}"
    );
    // a list of entries counts finished time only
    let (_, screen) = Terminal::new(&db, "tom", "--color never entry list").finish();
    assert!(
        screen.contains("Tue 2024-03-05  0:00\r\n1  08:00–now"),
        "{screen}"
    );
}

#[test]
fn a_day_is_read_in_one_transaction() {
    let db = Db::new();
    with_a_week(&db);
    let (_, screen) = Terminal::new(&db, "tom", "-vv").finish();
    assert_eq!(screen.matches("BEGIN").count(), 1, "{screen}");
}

#[test]
fn without_a_terminal_there_is_no_day() {
    let db = Db::new();
    let bare = db.wl("tom", &[]);
    assert_eq!((bare.code, bare.stdout.as_str()), (2, ""), "{bare:?}");
    assert!(bare.stderr.contains("Usage: wl"), "{bare:?}");
    let error = db.refused("tom", &[]);
    assert_eq!(
        (&error["code"], &error["kind"]),
        (&2.into(), &"usage".into()),
        "{error}"
    );
}

#[test]
fn who_has_no_time_gets_the_help() {
    let db = Db::new();
    for login in ["acc", "olga"] {
        let (code, screen) = Terminal::new(&db, login, "").finish();
        assert_eq!(code, Some(0), "{screen}");
        assert!(
            screen.contains("wl help times") && !screen.contains("Week 20"),
            "{screen}"
        );
        let error = db.refused(login, &["today"]);
        assert_eq!(error["code"], 77, "{error}");
        assert!(
            error["hint"]
                .as_str()
                .expect("a hint")
                .contains("--user NAME"),
            "{error}"
        );
        db.ok(login, &["today", "--user", "tom"]);
    }
}

#[test]
fn a_technician_sees_no_day_of_anothers() {
    let db = Db::new();
    assert_eq!(db.refused("tom", &["today", "--user", "tess"])["code"], 77);
    assert_eq!(db.refused("tom", &["week", "--user", "nobody"])["code"], 66);
    db.ok("tom", &["week", "--user", "tom"]);
}

#[test]
fn an_empty_day_says_what_to_type() {
    let db = Db::new();
    for line in ["", "today", "week", "entry list"] {
        let (code, screen) = Terminal::new(&db, "tom", line).finish();
        assert_eq!(code, Some(0), "{screen}");
        assert!(
            screen.contains("Start a timer with: wl "),
            "{line}: {screen}"
        );
    }
}

#[test]
fn own_entries_are_listed_by_day_at_a_terminal() {
    let db = Db::new();
    with_a_week(&db);
    for columns in [40, 80, 200] {
        let (_, screen) = Terminal::wide(&db, "tom", columns, "--color never entry list").finish();
        assert!(screen.contains("Tue 2024-03-05       2:30"), "{screen}");
        for line in screen.lines() {
            assert!(
                line.trim_end().chars().count() <= usize::from(columns),
                "{line}"
            );
        }
    }
    // the time of several people is a table, and so is what goes into a pipe
    let (_, screen) = Terminal::new(&db, "ada", "--color never entry list").finish();
    assert!(screen.contains("Entry  "), "{screen}");
    assert!(
        db.ok("tom", &["entry", "list"])
            .stdout
            .starts_with("Entry  ")
    );
}

#[test]
fn approved_time_is_marked_where_other_time_is_not() {
    let db = Db::new();
    with_a_week(&db);
    db.approve_entry("ada", 1);
    let shown = db.ok("tom", &["week", "2024-W10"]).stdout;
    assert!(shown.contains("2:00  approved  WO-1/1"), "{shown}");
    assert!(shown.contains("0:30  open      WO-1/2"), "{shown}");
    let shown = db.ok("tom", &["week", "2024-03-06"]).stdout;
    assert!(!shown.contains("open"), "{shown}");
}

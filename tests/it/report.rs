//! `wl report hours`: the same time, however it is grouped.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::support::{Db, Outcome, table};

const GROUPINGS: [&str; 4] = ["technician", "order", "day", "week"];

fn report(db: &Db, login: &str, by: &str, more: &[&str]) -> Value {
    db.json(login, &[&["report", "hours", "--by", by], more].concat())
}

/// `GROUP approved open` of the groups, in seconds.
fn groups(report: &Value) -> Vec<String> {
    let lines = report.as_array().expect("an array").iter();
    lines
        .filter(|line| line["kind"] == "group")
        .map(|line| {
            let group = line["group"].as_str().expect("text");
            format!(
                "{group} {} {}",
                line["approved_seconds"], line["open_seconds"]
            )
        })
        .collect()
}

fn total(report: &Value) -> (i64, i64) {
    let last = report.as_array().expect("an array").last();
    last.map_or((0, 0), |line| {
        assert_eq!(line["kind"], "total");
        let seconds = |field: &str| line[field].as_i64().expect("a number");
        (seconds("approved_seconds"), seconds("open_seconds"))
    })
}

fn add(db: &Db, login: &str, line: &str, start: &str, end: &str) -> Outcome {
    db.ok(
        login,
        &["entry", "add", line, "--start", start, "--end", end],
    )
}

fn in_zone(zone: &str) -> Db {
    let db = Db::new();
    db.set("zone", zone);
    db
}

#[test]
fn totals_are_the_same_by_every_grouping() {
    let db = in_zone("Europe/Berlin");
    db.order("WO-2");
    // random gaps and lengths with fractions of a second, over both clock changes
    let spans = proptest::collection::vec((0..300_000_000_000_i64, 0..150_000_000_000_i64), 120);
    let spans = spans
        .new_tree(&mut TestRunner::default())
        .expect("spans")
        .current();
    let values: Vec<String> = spans
        .iter()
        .map(|(gap, length)| format!("({gap}, {length})"))
        .collect();
    db.query(&format!(
        "SET session_replication_role = replica;
         INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts, status, approved_by,
            approved_at, approvals, touched_by, created_at, created_by, row_version)
         SELECT u.id, l.work_order_id, l.id, s.start_ts, s.end_ts, CASE n % 3 WHEN 0 THEN 'OPEN' ELSE 'LOCKED' END,
            CASE n % 3 WHEN 0 THEN NULL ELSE 1 END, CASE n % 3 WHEN 0 THEN NULL ELSE now() END,
            CASE n % 3 WHEN 0 THEN 0 ELSE 1 END, '{{}}', now(), 1, 1
         FROM (SELECT n, '2025-01-01'::timestamptz + make_interval(secs => (sum(gap + length) OVER (ORDER BY n) - length)
                 / 1000000.0) AS start_ts,
                 '2025-01-01'::timestamptz + make_interval(secs => sum(gap + length) OVER (ORDER BY n) / 1000000.0)
                 AS end_ts
             FROM (SELECT row_number() OVER () AS n, gap, length FROM (VALUES {}) v (gap, length)) v) s
         JOIN wl.users u ON u.db_role = CASE n % 2 WHEN 0 THEN 'tom' ELSE 'tess' END
         JOIN wl.line_items l ON l.id = 1 + n % 3",
        values.join(", ")
    ));
    let sums = "SELECT coalesce(sum(duration_seconds) FILTER (WHERE status = 'LOCKED'), 0),
        coalesce(sum(duration_seconds) FILTER (WHERE status = 'OPEN'), 0) FROM wl.time_entries";
    let sql = db.query(sums);
    for period in [
        &[][..],
        &["--from", "2025-02-11", "--to", "2025-04-02"],
        &["--from", "2025-03-30", "--to", "2025-03-30"],
        &["--from", "2025-06-01"],
        &["--to", "2025-10-26"],
        &["--from", "2024-01-01", "--to", "2024-12-31"],
    ] {
        let totals = GROUPINGS.map(|by| total(&report(&db, "acc", by, period)));
        assert_eq!(totals, [totals[0]; 4], "{period:?} {spans:?}");
        if period.is_empty() {
            assert_eq!(format!("{}|{}", totals[0].0, totals[0].1), sql);
        }
    }
    // periods that follow each other make the whole
    let part = |period: &[&str]| total(&report(&db, "acc", "technician", period));
    let parts = [
        part(&["--to", "2025-03-30"]),
        part(&["--from", "2025-03-31", "--to", "2025-05-05"]),
        part(&["--from", "2025-05-06"]),
    ];
    let sum = parts.iter().fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    assert_eq!(sum, part(&[]), "{spans:?}");
    // and what is printed adds up
    for by in GROUPINGS {
        let lines = report(&db, "acc", by, &[]);
        for field in ["approved_hours", "open_hours"] {
            let cents = |line: &Value| -> i64 {
                let text = line[field].as_str().expect("text").replace('.', "");
                text.parse().expect("a number")
            };
            let lines = lines.as_array().expect("an array");
            let (last, rest) = lines.split_last().expect("lines");
            assert_eq!(
                rest.iter().map(cents).sum::<i64>(),
                cents(last),
                "{by} {field}"
            );
        }
    }
}

#[test]
fn work_over_midnight_is_split_and_says_so() {
    let db = in_zone("Europe/Berlin");
    // Sunday to Monday
    add(&db, "tom", "WO-1/1", "2024-06-02 22:00", "2024-06-03 01:30");
    assert_eq!(
        groups(&report(&db, "acc", "day", &[])),
        ["2024-06-02 0 7200", "2024-06-03 0 5400"]
    );
    assert_eq!(
        groups(&report(&db, "acc", "week", &[])),
        ["2024-W22 0 7200", "2024-W23 0 5400"]
    );
    let said = db.ok("acc", &["report", "hours", "--by", "day"]).stderr;
    assert!(said.contains("split") && said.contains("1 entry"), "{said}");
    let said = db.ok("acc", &["report", "hours", "--by", "order"]).stderr;
    assert_eq!(said, "");
    // a period cuts, by whatever it is grouped
    for by in GROUPINGS {
        let monday = ["--from", "2024-06-03"];
        assert_eq!(total(&report(&db, "acc", by, &monday)), (0, 5400), "{by}");
        let sunday = ["--to", "2024-06-02"];
        assert_eq!(total(&report(&db, "acc", by, &sunday)), (0, 7200), "{by}");
        let said = db.ok(
            "acc",
            &[&["report", "hours", "--by", by], &sunday[..]].concat(),
        );
        assert!(said.stderr.contains("inside the period"), "{said:?}");
    }
}

#[test]
fn an_entry_without_length_does_not_hide_one_that_reaches_into_the_period() {
    let db = Db::new();
    add(&db, "tom", "WO-1/1", "2024-06-02 22:00", "2024-06-03 02:00");
    db.query(
        "SET session_replication_role = replica;
         INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts, touched_by,
            created_at, created_by, row_version)
         SELECT user_id, work_order_id, line_item_id, '2024-06-02 23:00+00', '2024-06-02 23:00+00', touched_by,
            created_at, created_by, row_version FROM wl.time_entries",
    );
    let monday = report(&db, "acc", "day", &["--from", "2024-06-03"]);
    assert_eq!(groups(&monday), ["2024-06-03 0 7200"]);
}

#[test]
fn days_that_a_clock_change_shortens_or_lengthens_are_right() {
    for (zone, day, hours) in [
        ("Europe/Berlin", "2024-03-31", 23.0),
        ("Europe/Berlin", "2023-10-29", 25.0),
        ("Australia/Lord_Howe", "2023-10-01", 23.5),
        ("Australia/Lord_Howe", "2024-04-07", 24.5),
    ] {
        let db = in_zone(zone);
        // three whole days around it, without a gap
        let date: chrono::NaiveDate = day.parse().expect("a date");
        let at = |days: i64| format!("{} 00:00", date + chrono::TimeDelta::days(days));
        add(&db, "tom", "WO-1/1", &at(-1), &at(2));
        let seconds = format!("{day} 0 {}", hours * 3600.0);
        let days = groups(&report(&db, "acc", "day", &[]));
        assert_eq!(days.len(), 3, "{days:?}");
        assert_eq!(days[1], seconds);
        assert!(
            days[0].ends_with(" 86400") && days[2].ends_with(" 86400"),
            "{days:?}"
        );
        let only = ["--from", day, "--to", day];
        for by in GROUPINGS {
            let report = report(&db, "acc", by, &only);
            assert_eq!(total(&report).1 as f64, hours * 3600.0, "{zone} {day} {by}");
        }
    }
}

#[test]
fn approved_and_open_time_are_apart_and_running_timers_are_named() {
    let db = Db::new();
    add(&db, "tom", "WO-1/1", "2024-06-03 08:00", "2024-06-03 09:00");
    db.approve("ada", "WO-1");
    add(&db, "tom", "WO-1/2", "2024-06-03 10:00", "2024-06-03 10:30");
    add(
        &db,
        "tess",
        "WO-1/2",
        "2024-06-03 10:00",
        "2024-06-03 10:00:12",
    );
    db.start_timer("tess", "WO-1/1", "20m ago");
    db.ok(
        "ada",
        &["entry", "remove", "2", "--reason", "was twice there"],
    );
    let by_technician = ["report", "hours", "--by", "technician"];
    let all = report(&db, "olga", "technician", &[]);
    assert_eq!(groups(&all), ["tess 0 12", "tom 3600 0"]);
    assert_eq!(all[1]["approved_hours"], "1.00");
    let table_form = db.ok("acc", &by_technician);
    assert!(
        table_form
            .stderr
            .contains("entry 4 of tess is still running"),
        "{table_form:?}"
    );
    let bar = format!("1.00  0:00:00   0.00  {}", "#".repeat(40));
    assert!(table_form.stdout.contains(&bar), "{}", table_form.stdout);
    assert!(table_form.stdout.is_ascii(), "{table_form:?}");
    // a technician sees the own time, and no more
    assert_eq!(groups(&report(&db, "tom", "order", &[])), ["WO-1 3600 0"]);
    assert_eq!(
        groups(&report(&db, "acc", "order", &["--user", "tess"])),
        ["WO-1 0 12"]
    );
    let rows = table(
        &db.ok("acc", &[&["--format", "csv"], &by_technician[..]].concat())
            .stdout,
    );
    assert_eq!(
        (&*rows[2]["kind"], &*rows[2]["approved_seconds"]),
        ("total", "3600")
    );
    let none = db.ok(
        "acc",
        &["report", "hours", "--by", "day", "--to", "2001-01-01"],
    );
    assert_eq!(
        (&*none.stdout, &*none.stderr),
        ("", "No time in that period.\n")
    );
}

#[test]
fn hours_that_do_not_add_up_get_a_line_for_it() {
    let db = Db::new();
    for day in 1..=3 {
        let at = |second: u32| format!("2024-06-0{day} 08:00:{second:02}");
        add(&db, "tom", "WO-1/1", &at(0), &at(12));
    }
    let days = report(&db, "acc", "day", &[]);
    let hours: Vec<String> = days
        .as_array()
        .expect("an array")
        .iter()
        .map(|line| format!("{} {}", line["kind"], line["open_hours"]).replace('"', ""))
        .collect();
    assert_eq!(
        hours,
        [
            "group 0.00",
            "group 0.00",
            "group 0.00",
            "rounding 0.01",
            "total 0.01"
        ]
    );
}

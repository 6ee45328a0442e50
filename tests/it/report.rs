//! `wl report hours`: the same time, however it is grouped.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::support::{Db, Outcome, table};

const GROUPINGS: [&str; 7] = [
    "technician",
    "order",
    "line",
    "customer",
    "day",
    "week",
    "month",
];

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
    line(report, "total").unwrap_or((0, 0))
}

/// The approved and the open seconds of the line of this kind.
fn line(report: &Value, kind: &str) -> Option<(i64, i64)> {
    let mut lines = report.as_array().expect("an array").iter();
    let line = lines.find(|line| line["kind"] == kind)?;
    let seconds = |field: &str| line[field].as_i64().expect("a number");
    Some((seconds("approved_seconds"), seconds("open_seconds")))
}

/// The report with work split at midnight and at the edges of the period.
fn split(db: &Db, login: &str, by: &str, more: &[&str]) -> Value {
    report(db, login, by, &[&["--split"], more].concat())
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
        let totals = GROUPINGS.map(|by| total(&split(&db, "acc", by, period)));
        assert_eq!(totals, [totals[0]; 7], "{period:?} {spans:?}");
        let by_start = GROUPINGS.map(|by| total(&report(&db, "acc", by, period)));
        assert_eq!(by_start, [by_start[0]; 7], "{period:?} {spans:?}");
        if period.is_empty() {
            assert_eq!(format!("{}|{}", totals[0].0, totals[0].1), sql);
            assert_eq!(by_start, totals);
        }
        // the line between the two
        for by in GROUPINGS {
            let report = split(&db, "acc", by, period);
            let difference = line(&report, "difference").unwrap_or((0, 0));
            let sum = (totals[0].0 + difference.0, totals[0].1 + difference.1);
            assert_eq!(sum, by_start[0], "{by} {period:?} {spans:?}");
        }
    }
    // periods that follow each other make the whole
    for how in [report, split] {
        let part = |period: &[&str]| total(&how(&db, "acc", "technician", period));
        let parts = [
            part(&["--to", "2025-03-30"]),
            part(&["--from", "2025-03-31", "--to", "2025-05-05"]),
            part(&["--from", "2025-05-06"]),
        ];
        let sum = parts.iter().fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        assert_eq!(sum, part(&[]), "{spans:?}");
    }
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
        groups(&split(&db, "acc", "day", &[])),
        ["2024-06-02 0 7200", "2024-06-03 0 5400"]
    );
    assert_eq!(
        groups(&split(&db, "acc", "week", &[])),
        ["2024-W22 0 7200", "2024-W23 0 5400"]
    );
    let said = db
        .ok("acc", &["report", "hours", "--split", "--by", "day"])
        .stderr;
    assert!(said.contains("split") && said.contains("1 entry"), "{said}");
    let said = db
        .ok("acc", &["report", "hours", "--split", "--by", "order"])
        .stderr;
    assert_eq!(said, "");
    // a period cuts, by whatever it is grouped
    for by in GROUPINGS {
        let monday = ["--from", "2024-06-03"];
        assert_eq!(total(&split(&db, "acc", by, &monday)), (0, 5400), "{by}");
        let sunday = ["--to", "2024-06-02"];
        assert_eq!(total(&split(&db, "acc", by, &sunday)), (0, 7200), "{by}");
        let said = db.ok(
            "acc",
            &[&["report", "hours", "--split", "--by", by], &sunday[..]].concat(),
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
    let monday = split(&db, "acc", "day", &["--from", "2024-06-03"]);
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
        let days = groups(&split(&db, "acc", "day", &[]));
        assert_eq!(days.len(), 3, "{days:?}");
        assert_eq!(days[1], seconds);
        assert!(
            days[0].ends_with(" 86400") && days[2].ends_with(" 86400"),
            "{days:?}"
        );
        let only = ["--from", day, "--to", day];
        for by in GROUPINGS {
            let report = split(&db, "acc", by, &only);
            assert_eq!(total(&report).1 as f64, hours * 3600.0, "{zone} {day} {by}");
        }
    }
}

#[test]
fn time_belongs_to_the_period_and_the_day_in_which_it_started() {
    let db = in_zone("Europe/Berlin");
    // Sunday to Monday, over the end of a month
    add(&db, "tom", "WO-1/1", "2024-06-30 22:00", "2024-07-01 01:30");
    add(&db, "tom", "WO-1/1", "2024-07-01 08:00", "2024-07-01 09:00");
    let by = |by: &str, more: &[&str]| groups(&report(&db, "acc", by, more));
    assert_eq!(by("day", &[]), ["2024-06-30 0 12600", "2024-07-01 0 3600"]);
    assert_eq!(by("week", &[]), ["2024-W26 0 12600", "2024-W27 0 3600"]);
    assert_eq!(by("month", &[]), ["2024-06 0 12600", "2024-07 0 3600"]);
    for grouping in GROUPINGS {
        let of = |period: &[&str]| total(&report(&db, "acc", grouping, period));
        assert_eq!(of(&["-p", "2024-06"]), (0, 12600), "{grouping}");
        assert_eq!(of(&["-p", "2024-07"]), (0, 3600), "{grouping}");
        assert_eq!(of(&["--from", "2024-07-01"]), (0, 3600), "{grouping}");
    }
    // lists, reports and exports name the entry that crosses the edge
    let before = "Not in the period: entry 1 of tom on WO-1/1, 3.50 h, which started before it, at 2024-06-30 22:00.\n";
    let after = "In the period as a whole: entry 1 of tom on WO-1/1, 3.50 h, which goes on until 2024-07-01 01:30.\n";
    db.approve("ada", "WO-1");
    for command in [
        &["report", "hours", "--by", "technician"][..],
        &["entry", "list"],
        &["export", "csv"],
    ] {
        let said = |period: &str| db.ok("acc", &[command, &["-p", period]].concat()).stderr;
        assert!(
            said("2024-06").starts_with(after),
            "{command:?} {}",
            said("2024-06")
        );
        assert!(
            said("2024-07").starts_with(before),
            "{command:?} {}",
            said("2024-07")
        );
        assert!(
            !said("2024-06..2024-07").contains("he period"),
            "{command:?}"
        );
    }
    let of_tess = ["entry", "list", "--user", "tess", "-p", "2024-07"];
    assert!(
        db.ok("acc", &of_tess)
            .stderr
            .starts_with("No such time entries.")
    );
}

#[test]
fn a_split_total_leads_to_the_total_by_start() {
    let db = in_zone("Europe/Berlin");
    add(&db, "tom", "WO-1/1", "2024-05-31 22:00", "2024-06-01 00:20");
    add(&db, "tom", "WO-1/1", "2024-06-30 22:00", "2024-07-01 01:30");
    let june = split(&db, "acc", "technician", &["-p", "2024-06"]);
    // 20 minutes from May, and 2 of the 3.5 hours that began in June
    assert_eq!(total(&june), (0, 8400));
    assert_eq!(line(&june, "difference"), Some((0, 12600 - 8400)));
    let july = split(&db, "acc", "technician", &["-p", "2024-07"]);
    assert_eq!(
        (total(&july), line(&july, "difference")),
        ((0, 5400), Some((0, -5400)))
    );
    let last = july
        .as_array()
        .and_then(|lines| lines.last())
        .expect("lines");
    assert_eq!(last["open_hours"], "-1.50");
    let shown = db.ok(
        "acc",
        &[
            "report",
            "hours",
            "--by",
            "technician",
            "--split",
            "-p",
            "2024-07",
        ],
    );
    assert!(shown.stdout.contains("-1:30:00  -1.50"), "{shown:?}");
    assert_eq!(
        line(&split(&db, "acc", "technician", &[]), "difference"),
        None
    );
}

#[test]
fn customers_lines_and_people_select_and_group() {
    let db = Db::new();
    for (number, customer) in [
        ("WO-2", "Hansen Fisk AS"),
        ("WO-3", "HANSEN FISK AS"),
        ("WO-4", "Acme"),
    ] {
        db.order(number);
        db.ok("ada", &["order", "edit", number, "--customer", customer]);
    }
    db.line("WO-3", "Second");
    for (login, line, hour, minutes) in [
        ("tom", "WO-2/1", "08", "30"),
        ("tom", "WO-3/2", "09", "20"),
        ("tess", "WO-3/1", "09", "10"),
        ("tess", "WO-4/1", "10", "06"),
    ] {
        let (start, end) = (
            format!("2024-06-03 {hour}:00"),
            format!("2024-06-03 {hour}:{minutes}"),
        );
        add(&db, login, line, &start, &end);
    }
    let by = |by: &str, more: &[&str]| groups(&report(&db, "acc", by, more));
    assert_eq!(by("customer", &[]), ["Acme 0 360", "Hansen Fisk AS 0 3600"]);
    assert_eq!(
        by("line", &[]),
        [
            "WO-2/1 0 1800",
            "WO-3/1 0 600",
            "WO-3/2 0 1200",
            "WO-4/1 0 360"
        ]
    );
    assert_eq!(by("month", &[]), ["2024-06 0 3960"]);
    let hansen = ["--customer", "hansen fisk as"];
    assert_eq!(by("technician", &hansen), ["tess 0 600", "tom 0 3000"]);
    assert_eq!(
        groups(&split(
            &db,
            "acc",
            "technician",
            &[&hansen[..], &["-p", "2024-06"]].concat()
        )),
        ["tess 0 600", "tom 0 3000"]
    );
    let of_tess = [&hansen[..], &["--user", "tess"]].concat();
    assert_eq!(by("order", &of_tess), ["WO-3 0 600"]);
    let lines = report(&db, "acc", "line", &hansen);
    assert_eq!(lines[2]["title"], "Second");
    let unknown = ["report", "hours", "--by", "line", "--customer", "Hansen"];
    let error = db.refused("acc", &unknown);
    assert_eq!(
        (&error["code"], &error["kind"]),
        (&66.into(), &"not_found".into())
    );
}

#[test]
fn a_pivot_has_a_column_for_each_day_or_week() {
    let db = Db::new();
    // 12 + 12 + 12 seconds are 0.00 h each and 0.01 h together
    for day in ["2024-06-03", "2024-06-04", "2024-06-10"] {
        let at = |time: &str| format!("{day} {time}");
        add(&db, "tom", "WO-1/1", &at("08:00"), &at("08:00:12"));
    }
    db.approve("ada", "WO-1");
    add(
        &db,
        "tess",
        "WO-1/1",
        "2024-06-04 08:00",
        "2024-06-04 09:30",
    );
    let pivot = |more: &[&str]| {
        let args = [&["report", "hours", "--by", "technician"], more].concat();
        db.ok("acc", &args)
    };
    assert_eq!(
        pivot(&["--across", "day"]).stdout,
        "       06-03   06-04   06-10   rounding   total\n\
         tess            1.50*                      1.50*\n\
         tom     0.00    0.00    0.00       0.01    0.01\n\
         total   0.00    1.50*   0.00       0.01    1.51*\n"
    );
    // within a period, also for those without time
    assert_eq!(
        pivot(&["--across", "day", "-p", "2024-06-03..2024-06-06"]).stdout,
        "       06-03   06-04   06-05   06-06   rounding   total\n\
         tess            1.50*                              1.50*\n\
         tom     0.00    0.00                       0.01    0.01\n\
         total   0.00    1.50*                      0.01    1.51*\n"
    );
    let long = pivot(&["--across", "day", "-p", "2024-05..2024-06"]).stdout;
    assert!(!long.contains("06-05"), "{long}");
    let weeks = pivot(&["--across", "week"]);
    assert_eq!(
        weeks.stdout,
        "        W23    W24   total\n\
         tess   1.50*          1.50*\n\
         tom    0.01   0.00    0.01\n\
         total  1.51*  0.00    1.51*\n"
    );
    assert!(
        weeks
            .stderr
            .contains("* contains time that is not approved."),
        "{weeks:?}"
    );
    // scripts get each cell
    let lines = report(&db, "acc", "technician", &["--across", "week"]);
    let cells = lines.as_array().expect("an array").iter().map(|line| {
        let text = |field: &str| line[field].as_str().unwrap_or("-").to_owned();
        let (kind, group, across) = (text("kind"), text("group"), text("across"));
        format!(
            "{kind} {group} {across} {} {}",
            line["approved_seconds"], line["open_seconds"]
        )
    });
    assert_eq!(
        cells.collect::<Vec<_>>(),
        [
            "cell tess 2024-W23 0 5400",
            "group tess - 0 5400",
            "cell tom 2024-W23 24 0",
            "cell tom 2024-W24 12 0",
            "group tom - 36 0",
            "column - 2024-W23 24 5400",
            "column - 2024-W24 12 0",
            "total - - 36 5400",
        ]
    );
    for by in ["day", "week", "month"] {
        let error = db.refused("acc", &["report", "hours", "--by", by, "--across", "day"]);
        assert_eq!(error["code"], 2);
    }
}

#[test]
fn a_pivot_adds_up_downwards_too() {
    let db = Db::new();
    // 12 seconds each, together 0.01 h
    for login in ["ada", "tess", "tom"] {
        add(
            &db,
            login,
            "WO-1/1",
            "2024-06-03 08:00",
            "2024-06-03 08:00:12",
        );
    }
    let args = ["report", "hours", "--by", "technician", "--across", "day"];
    assert_eq!(
        db.ok("acc", &args).stdout,
        "          06-03   total\n\
         ada        0.00*   0.00*\n\
         tess       0.00*   0.00*\n\
         tom        0.00*   0.00*\n\
         rounding   0.01    0.01\n\
         total      0.01*   0.01*\n"
    );
}

#[test]
fn a_pivot_fits_the_screen_or_says_that_it_does_not() {
    let db = Db::new();
    for day in 1..=30 {
        let at = |time: &str| format!("2024-06-{day:02} {time}");
        add(&db, "tom", "WO-1/1", &at("08:00"), &at("15:30"));
    }
    let pivot = |period: &str| {
        db.ok(
            "acc",
            &[
                "report",
                "hours",
                "--by",
                "technician",
                "--across",
                "day",
                "-p",
                period,
            ],
        )
    };
    let week = pivot("2024-W23");
    assert_eq!(week.stdout.lines().count(), 3, "{week:?}");
    assert!(!week.stderr.contains("do not fit"), "{week:?}");
    let month = pivot("2024-06");
    assert!(
        month.stdout.lines().all(|line| line.len() <= 80),
        "{month:?}"
    );
    assert!(
        month
            .stderr
            .contains("30 columns do not fit into a width of 80"),
        "{month:?}"
    );
    // nothing is lost: every day, and the total of 30 days of 7.5 hours
    assert_eq!(month.stdout.matches("06-").count(), 30);
    assert!(month.stdout.contains(" 225.00*"), "{month:?}");
}

#[test]
fn numbers_in_csv_are_numbers() {
    let db = Db::new();
    // 18 seconds round up to 0.01 h each, 3 × 18 to 0.02 h
    for day in 1..=3 {
        let at = |second: u32| format!("2024-06-0{day} 08:00:{second:02}");
        add(&db, "tom", "WO-1/1", &at(0), &at(18));
    }
    let csv = db
        .ok(
            "acc",
            &["--format", "csv", "report", "hours", "--by", "day"],
        )
        .stdout;
    let rows = table(&csv);
    let rounding = rows
        .iter()
        .find(|row| row["kind"] == "rounding")
        .expect("a line");
    assert_eq!(rounding["open_hours"], "-0.01");
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
        ("", "No time until 2001-01-01.\n")
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

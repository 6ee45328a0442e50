//! The spreadsheet that accounting opens: what its cells are.

use worklock::domain::order;

use crate::support::{Db, Folder, Outcome, Sheet, sheet};

/// WO-1 with four approved entries and WO-2 with one, in Berlin.
fn approved() -> (Db, Folder) {
    let db = Db::new();
    db.set("zone", "Europe/Berlin");
    db.order("WO-2");
    db.time(
        "tom",
        "WO-1/1",
        "2024-06-04T08:00:00+02:00",
        "2024-06-04T09:30:00+02:00",
    );
    for (login, day) in [("tom", 5), ("tess", 5), ("tess", 6)] {
        let at = |second| format!("2024-06-0{day}T20:00:{second}+02:00");
        db.time(login, "WO-1/2", &at("00"), &at("12"));
    }
    db.time(
        "tess",
        "WO-2/1",
        "2024-06-07T08:00:00+02:00",
        "2024-06-09T14:00:00+02:00",
    );
    db.approve("ada", "WO-1");
    db.ok("ada", &["approve", "WO-2", "--accept-long", "--yes"]);
    (db, Folder::new())
}

fn export(db: &Db, folder: &Folder, args: &[&str]) -> (Sheet, Sheet) {
    let path = folder.path("time.xlsx");
    let export = ["export", "xlsx", "--force", "--output", &path];
    db.ok("acc", &[&export[..], args].concat());
    (sheet(&path, 1), sheet(&path, 2))
}

#[test]
fn numbers_and_times_are_numbers() {
    let (db, folder) = approved();
    let (time, _) = export(&db, &folder, &["WO-1", "WO-2"]);
    assert_eq!(time.name, "Time");
    let csv = db.ok("acc", &["export", "csv", "WO-1", "WO-2"]).stdout;
    let names = csv.lines().next().expect("a header").split(',');
    let first = &time.rows[0];
    // 4 June 2024 is day 45447; 8:00 is a third of it, 9:30 is 9.5 / 24
    for (name, format, content) in [
        ("id", "0", "1"),
        ("line_item", "0", "1"),
        ("duration_seconds", "0", "5400"),
        ("hours", "0.00", "1.5"),
        ("duration_hm", "[h]:mm:ss", "0.0625"),
        ("date", "yyyy-mm-dd", "45447"),
        ("start_time", "hh:mm:ss", "0.3333333333333333"),
        ("end_time", "hh:mm:ss", "0.3958333333333333"),
        ("start_ts", "yyyy-mm-dd hh:mm:ss", "45447.333333333336"),
        ("end_ts", "yyyy-mm-dd hh:mm:ss", "45447.395833333336"),
    ] {
        let cell = &first[name];
        let is = (&*cell.kind, &*cell.format, &*cell.content);
        assert_eq!(is, ("", format, content), "{name}");
    }
    for (name, content) in [
        ("work_order", "WO-1"),
        ("line_description", "Diagnose"),
        ("user_name", "Tom Tech"),
        ("status", "LOCKED"),
        ("utc_offset", "+02:00"),
        ("order_status", "open"),
    ] {
        let cell = &first[name];
        let is = (&*cell.kind, &*cell.content);
        assert_eq!(is, ("inlineStr", content), "{name}");
    }
    // empty cells are not there
    let filled = ["note", "edited_reason", "edited_at", "bill", "reference"];
    for name in names {
        assert_eq!(first.contains_key(name), !filled.contains(&name), "{name}");
    }
    // the header stays in sight, and filters
    assert!(
        time.xml.contains(r#"<pane ySplit="1" topLeftCell="A2""#),
        "{}",
        time.xml
    );
    assert!(
        time.xml.contains(r#"<autoFilter ref="A1:Z6"/>"#),
        "{}",
        time.xml
    );
}

#[test]
fn totals_by_line_item_person_and_customer_add_up() {
    let (db, folder) = approved();
    let columns = [
        "by",
        "name",
        "description",
        "entries",
        "duration_hm",
        "hours",
    ];
    let (_, totals) = export(&db, &folder, &["WO-1", "WO-2"]);
    // 12 s three times: 0.00 h each for a person, 36 s are 0.01 h
    let expected = [
        "line item,WO-1/1,Diagnose,1,0.0625,1.5",
        "line item,WO-1/2,Repair,3,0.0004166666666666667,0.01",
        "line item,WO-2/1,D,1,2.25,54",
        "line item,total,,5,2.3129166666666667,55.51",
        "person,tess,Tess Tech,3,2.250277777777778,54.01",
        "person,tom,Tom Tech,2,0.06263888888888888,1.5",
        "person,total,,5,2.3129166666666667,55.51",
        "customer,ACME,,4,0.06291666666666666,1.51",
        "customer,C,,1,2.25,54",
        "customer,total,,5,2.3129166666666667,55.51",
    ];
    assert_eq!(totals.shows(&columns), expected);
    assert_eq!(totals.name, "Totals");
    // one customer, as in reports and bills, however the name is written
    db.ok("ada", &["order", "edit", "WO-2", "--customer", "acme"]);
    let (_, renamed) = export(&db, &folder, &["WO-1", "WO-2"]);
    let customers = &renamed.shows(&columns)[7..];
    assert_eq!(customers[0], "customer,ACME,,5,2.3129166666666667,55.51");
    assert_eq!(customers.len(), 2);
    db.ok("ada", &["order", "edit", "WO-2", "--customer", "C"]);
    assert_eq!(totals.rows[0]["hours"].format, "0.00");
    // two people with 12 and 24 s: 0.00 and 0.01 h, and 0.01 together
    let (_, of_line) = export(
        &db,
        &folder,
        &["WO-1", "--from", "2024-06-05", "--to", "2024-06-05"],
    );
    let shown = of_line.shows(&["by", "name", "hours"]);
    let rounded = [
        "person,tess,0",
        "person,tom,0",
        "person,rounding,0.01",
        "person,total,0.01",
    ];
    assert_eq!(shown[2..6], rounded, "{shown:?}");
    // the same totals, whatever the rows are
    let of = |more: &[&str]| export(&db, &folder, &[&["WO-1", "WO-2"], more].concat());
    let (rows, by_line) = of(&["--by", "line", "--columns", "line_item,hours"]);
    assert_eq!(
        rows.shows(&["line_item", "hours"]),
        ["1,1.5", "2,0.01", "1,54"]
    );
    assert_eq!(by_line.shows(&columns), expected);
}

#[test]
fn hostile_texts_are_texts_and_come_back_whole() {
    let db = Db::new();
    let folder = Folder::new();
    let long = format!("=1+1{}", "漢".repeat(9_996));
    let emoji = "👩‍🔧".repeat(3_333);
    let texts = [
        "=1+1",
        "_x0041_",
        "_x005F_x0041_",
        "\u{1b}[31mred\u{7}",
        "a\r\nb\tc;=cmd|'!A0",
        "'quoted",
        "<b>&amp;</b> ]]>",
        " spaces ",
        "https://example.com",
        "1.50",
        "NaN",
        "\u{fffe}",
        &long,
        &emoji,
    ];
    let customer = "=HYPERLINK(\"http://x\")";
    db.set_up("ada", |tx| order::add(tx, "=1", "@T()", customer));
    db.line("=1", "-2+3");
    for (hour, text) in texts.into_iter().enumerate() {
        let at = |minute| format!("2024-06-10 {hour:02}:{minute}");
        let note = format!("--note={text}");
        let add = [
            "entry",
            "add",
            "=1/1",
            "--start",
            &at("00"),
            "--end",
            &at("30"),
            &note,
        ];
        db.ok("tom", &add);
    }
    db.approve("ada", "=1");
    let (time, totals) = export(&db, &folder, &["=1"]);
    assert_eq!(time.rows.len(), texts.len());
    for (row, text) in time.rows.iter().zip(texts) {
        assert_eq!(
            (&*row["note"].kind, &*row["note"].content),
            ("inlineStr", text)
        );
        assert_eq!(row["title"].content, "@T()");
        assert_eq!(row["customer"].content, customer);
    }
    for xml in [&time.xml, &totals.xml] {
        assert!(!xml.contains("<f>") && !xml.contains("<hyperlink"), "{xml}");
    }
}

#[test]
fn the_night_of_a_clock_change_and_midnight() {
    let (db, folder) = approved();
    // from the first to the second 2:30 of that night, then over a new year
    db.time(
        "tom",
        "WO-2/1",
        "2024-10-27T02:30:00+02:00",
        "2024-10-27T02:30:00+01:00",
    );
    db.time(
        "tom",
        "WO-2/1",
        "2024-12-31T23:30:00+01:00",
        "2025-01-01T00:00:00+01:00",
    );
    db.approve("ada", "WO-2");
    let (time, _) = export(&db, &folder, &["WO-2", "--from", "2024-10-01"]);
    let shown = time.shows(&[
        "start_ts",
        "end_ts",
        "date",
        "end_time",
        "utc_offset",
        "duration_hm",
    ]);
    assert_eq!(
        shown,
        [
            "45592.104166666664,45592.104166666664,45592,0.10416666666666667,+02:00,0.041666666666666664",
            "45657.979166666664,45658,45657,0,+01:00,0.020833333333333332",
        ]
    );
}

#[test]
fn a_sheet_without_rows_has_its_header() {
    let (db, folder) = approved();
    let (time, totals) = export(&db, &folder, &["WO-1", "--from", "2025-01-01"]);
    assert!(time.rows.is_empty() && time.xml.contains("duration_seconds"));
    assert!(
        time.xml.contains(r#"<autoFilter ref="A1:Z1"/>"#),
        "{}",
        time.xml
    );
    let shown = totals.shows(&["by", "name", "entries", "hours"]);
    assert_eq!(
        shown,
        [
            "line item,total,0,0",
            "person,total,0,0",
            "customer,total,0,0"
        ]
    );
}

#[test]
fn a_draft_is_marked_on_both_sheets() {
    let (db, folder) = approved();
    db.time("tom", "WO-2/1", "2024-06-10 08:00", "2024-06-10 09:00");
    db.start_timer("tom", "WO-2/1", "2024-06-11 08:00");
    let path = folder.path("time.xlsx");
    let refused = db.refused("acc", &["export", "xlsx", "WO-2", "--output", &path]);
    assert_eq!(refused["kind"], "unapproved_time");
    let (time, totals) = export(&db, &folder, &["WO-2", "--include-unapproved"]);
    assert_eq!((&*time.name, &*totals.name), ("Time DRAFT", "Totals DRAFT"));
    assert!(
        time.xml
            .contains("<oddHeader>&amp;C&amp;BDRAFT</oddHeader>"),
        "{}",
        time.xml
    );
    let shown = time.shows(&["status", "end_ts", "hours"]);
    assert_eq!(
        shown,
        [
            "LOCKED,45452.583333333336,54",
            "OPEN,45453.458333333336,1",
            "OPEN,,"
        ]
    );
    let bare = [
        "export",
        "xlsx",
        "WO-2",
        "--include-unapproved",
        "--columns",
        "id",
        "--output",
        &path,
        "--force",
    ];
    assert_eq!(db.refused("acc", &bare)["code"], 2);
}

#[test]
fn a_technicians_own_record_is_marked_too() {
    let (db, folder) = approved();
    let path = folder.path("own.xlsx");
    db.ok("tess", &["export", "xlsx", "WO-1", "--output", &path]);
    let (time, totals) = (sheet(&path, 1), sheet(&path, 2));
    assert_eq!(time.name, "Time OWN RECORD");
    assert_eq!(totals.name, "Totals OWN RECORD");
    assert_eq!(time.shows(&["user", "hours"]), ["tess,0", "tess,0"]);
}

#[test]
fn the_bytes_repeat() {
    let (db, folder) = approved();
    let mut all = Vec::new();
    for (login, name) in [("acc", "a.xlsx"), ("ada", "b.xlsx")] {
        let path = folder.path(name);
        db.ok(login, &["export", "xlsx", "WO-1", "--output", &path]);
        all.push(std::fs::read(path).expect("the file"));
        // the time in a ZIP file has steps of two seconds
        std::thread::sleep(std::time::Duration::from_millis(2100));
    }
    let mut command = db.command("acc", &["export", "xlsx", "WO-1", "--output", "-"]);
    let out = command.env("TZ", "Asia/Tokyo").output().expect("wl runs");
    all.push(out.stdout);
    let dir = folder.path("batch");
    db.ok("acc", &["export", "xlsx", "WO-1", "--dir", &dir]);
    all.push(std::fs::read(folder.path("batch/WO-1.xlsx")).expect("the file"));
    assert!(
        all.iter()
            .all(|bytes| *bytes == all[0] && bytes.starts_with(b"PK"))
    );
    let names = ["WO-1.xlsx", "manifest.json"];
    let mut left: Vec<_> = std::fs::read_dir(dir)
        .expect("a folder")
        .flatten()
        .map(|file| file.file_name())
        .collect();
    left.sort();
    assert_eq!(left, names);
}

#[test]
fn a_full_disk_is_one_error_and_leaves_nothing() {
    let (db, folder) = approved();
    let path = folder.file("time.xlsx", "mine");
    let export = [
        "--format", "json", "export", "xlsx", "WO-1", "--force", "--output", &path,
    ];
    // in blocks of 512 bytes: what the rows wait in is full, or what they are packed in
    let no_rows = ["--from", "2025-01-01"];
    for (blocks, more) in [("0", &[][..]), ("3", &[]), ("8", &no_rows)] {
        let wl = db.command("acc", &[&export[..], more].concat());
        let mut command = std::process::Command::new("sh");
        let words = std::iter::once(wl.get_program()).chain(wl.get_args());
        let script = format!("ulimit -f {blocks}; trap '' XFSZ; exec \"$@\"");
        let variables = wl
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?)));
        command
            .args(["-c", &script, "sh"])
            .args(words)
            .env_clear()
            .envs(variables);
        let outcome = Outcome::of(command.output().expect("sh runs"));
        assert_eq!((outcome.code, &*outcome.stdout), (74, ""), "{outcome:?}");
        let error: serde_json::Value =
            serde_json::from_str(&outcome.stderr).expect("one JSON object");
        let message = error["message"].as_str().expect("text");
        assert!(message.contains("File too large"), "{message}");
        assert_eq!(
            (folder.names(), folder.read("time.xlsx")),
            (vec!["time.xlsx".to_owned()], "mine".to_owned())
        );
    }
}

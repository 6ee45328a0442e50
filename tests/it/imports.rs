//! Tables of orders and of time, read from files.

use serde_json::json;

use crate::support::{Db, Folder, Outcome, Terminal, table};

const TIME: &str = "number,line,user,start_ts,end_ts,note\n\
    WO-1,1,tom,2024-06-03T08:00:00Z,2024-06-03T09:00:00Z,first\n\
    WO-1,repair,Tess Tech,2024-06-03 10:00,2024-06-03 11:30:30,\n\
    wo-1,2,TOM,2024-06-03T09:00:00Z,2024-06-03T09:00:00Z,no length\n";

#[test]
fn time_is_taken_once() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.file("time.csv", TIME);
    let import = ["entry", "import", &file, "--zone", "Europe/Berlin"];
    let before = db.checksum();
    let dry = db.json("ada", &[&import[..], &["--dry-run"]].concat());
    assert_eq!(db.checksum(), before);
    let first = db.json("ada", &import);
    assert_eq!(first, dry);
    assert_eq!(
        (&first["added"], &first["duration_seconds"]),
        (&3.into(), &(3600 + 5430).into())
    );
    let taken = db.checksum();
    let again = db.json("ada", &import);
    assert_eq!(
        (&again["added"], &again["unchanged"]),
        (&0.into(), &3.into())
    );
    assert_eq!(db.checksum(), taken);
    let list = db.json("ada", &["entry", "list", "--user", "tess"]);
    assert_eq!(list[0]["start_ts"], "2024-06-03T08:00:00Z");
    assert_eq!(
        (&list[0]["line_item"], &list[0]["note"]),
        (&2.into(), &json!(null))
    );
    let reasons =
        "SELECT string_agg(DISTINCT reason, ',') FROM wl.audit_log WHERE action = 'entry.add'";
    assert_eq!(db.query(reasons), "import of time.csv");
}

#[test]
fn one_bad_row_stops_all_or_goes_to_the_rejects() {
    let (db, folder) = (Db::new(), Folder::new());
    let bad = format!(
        "{TIME}WO-1,1,tom,2024-06-03T08:30:00Z,2024-06-03T08:40:00Z,\"over\nlaps\"\n\
        WO-1,1,nobody,2024-06-03T12:00:00Z,2024-06-03T13:00:00Z,\n\
        WO-1,1,tom,2024-06-03T15:00:00Z,2024-06-03T14:00:00Z,\n\
        WO-1,1,tom,2999-06-03T15:00:00Z,2999-06-03T16:00:00Z,\n\
        WO-9,1,tom,2024-06-04T15:00:00Z,2024-06-04T16:00:00Z,\n"
    );
    let file = folder.file("time.csv", bad);
    let before = db.checksum();
    let error = db.refused("ada", &["entry", "import", &file]);
    assert_eq!(
        (&error["code"], &error["kind"]),
        (&1.into(), &"time_entries_no_overlap".into())
    );
    let message = error["message"].as_str().expect("text");
    assert!(
        message.starts_with("time.csv, line 5: this time overlaps"),
        "{message}"
    );
    assert!(
        error["hint"]
            .as_str()
            .expect("a hint")
            .starts_with("5 rows are rejected"),
        "{error}"
    );
    assert_eq!(db.checksum(), before);

    let rejects = folder.path("rejects.csv");
    let outcome = db.json("ada", &["entry", "import", &file, "--rejects", &rejects]);
    assert_eq!(outcome["added"], 3);
    let rows = table(&folder.read("rejects.csv"));
    let rules: Vec<_> = rows
        .iter()
        .map(|row| (&*row["rejected_line"], &*row["rejected_rule"]))
        .collect();
    assert_eq!(
        rules,
        [
            ("5", "time_entries_no_overlap"),
            ("7", "bad_input"),
            ("8", "time_entries_end_check"),
            ("9", "future_time"),
            ("10", "bad_input"),
        ]
    );
    assert_eq!(rows[0]["note"], "over\nlaps");
    assert!(
        rows[1]["rejected_reason"].contains("there is no user nobody"),
        "{rows:?}"
    );
    // the rejects, corrected, are a file to import
    let again = db.refused("ada", &["entry", "import", &rejects]);
    assert_eq!(again["code"], 1);
    let error = db.refused("ada", &["entry", "import", &file, "--rejects", &rejects]);
    assert_eq!(
        error["code"], 73,
        "an existing file of rejects stays: {error}"
    );
}

#[test]
fn a_bad_cell_is_named_by_file_line_column_and_value() {
    let (db, folder) = (Db::new(), Folder::new());
    let before = db.checksum();
    let row = |order: &str, line: &str, user: &str, start: &str, end: &str| {
        format!("Nr,Job,Who,From,Until\n{order},{line},{user},{start},{end}\n")
    };
    let (day, end) = ("2024-06-03 08:00", "2024-06-03 09:00");
    for (text, column, value) in [
        (row("WO-9", "1", "tom", day, end), "Nr", "WO-9"),
        (row("", "1", "tom", day, end), "Nr", ""),
        (row("WO-1", "7", "tom", day, end), "Job", "7"),
        (row("WO-1", "", "tom", day, end), "Job", ""),
        (row("WO-1", "1", "Mr X", day, end), "Who", "Mr X"),
        (row("WO-1", "1", "", day, end), "Who", ""),
        (row("WO-1", "1", "tom", "noon", end), "From", "noon"),
        (
            row("WO-1", "1", "tom", day, "2024-02-30 09:00"),
            "Until",
            "2024-02-30 09:00",
        ),
        (
            row("WO-1", "1", "tom", "2024-03-31 02:30", end),
            "From",
            "2024-03-31 02:30",
        ),
        (row("WO-1", "1", "tom", day, ""), "Until", ""),
    ] {
        let file = folder.file("log.csv", text);
        let import = [
            "entry",
            "import",
            &file,
            "--zone",
            "Europe/Berlin",
            "--map",
            "number=Nr",
            "--map",
            "line=Job",
            "--map",
            "user=Who",
            "--map",
            "start_ts=From",
            "--map",
            "end_ts=Until",
        ];
        let error = db.refused("ada", &import);
        assert_eq!(error["code"], 65, "{error}");
        let place = format!("log.csv, line 2, column {column}: \"{value}\": ");
        let message = error["message"].as_str().expect("text");
        assert!(message.starts_with(&place), "{message} is not {place}");
    }
    assert_eq!(db.checksum(), before);
}

#[test]
fn a_technician_imports_own_time_and_no_orders() {
    let (db, folder) = (Db::new(), Folder::new());
    let own = "number,line,start_ts,end_ts\nWO-1,1,2024-06-03T08:00:00Z,2024-06-03T09:00:00Z\n";
    let file = folder.file("own.csv", own);
    assert_eq!(db.json("tom", &["entry", "import", &file])["added"], 1);
    let other = folder.file("other.csv", TIME);
    assert_eq!(db.refused("tom", &["entry", "import", &other])["code"], 77);
    let orders = folder.file("orders.csv", "number\nWO-7\n");
    assert_eq!(db.refused("tom", &["order", "import", &orders])["code"], 77);
    assert_eq!(db.refused("olga", &["entry", "import", &file])["code"], 77);
    assert_eq!(db.count("SELECT count(*) FROM wl.time_entries"), 1);
}

#[test]
fn closed_orders_take_no_imported_time() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.file("time.csv", TIME);
    db.line_status("WO-1/2", "done");
    assert_eq!(
        db.refused("ada", &["entry", "import", &file])["kind"],
        "line_closed"
    );
    db.order_status("ada", "WO-1", "cancelled");
    assert_eq!(
        db.refused("ada", &["entry", "import", &file])["kind"],
        "order_closed"
    );
    assert_eq!(db.count("SELECT count(*) FROM wl.time_entries"), 0);
}

#[test]
fn orders_and_their_lines_are_taken_once() {
    let (db, folder) = (Db::new(), Folder::new());
    let title = r#""Größe ""XL""""#;
    let text = format!("Nr;Titel;Kunde;Job\nA-1;{title};Ü/Co;Cut\na-1;{title};Ü/Co;Weld\n");
    let file = folder.file("orders.csv", text);
    let import = [
        "order",
        "import",
        &file,
        "--delimiter",
        ";",
        "--map",
        "number=Nr",
        "--map",
        "title=titel",
        "--map",
        "customer=Kunde",
        "--map",
        "line=Job",
    ];
    let before = db.checksum();
    let dry = db.json("ada", &[&import[..], &["--dry-run"]].concat());
    assert_eq!(db.checksum(), before);
    let first = db.json("ada", &import);
    assert_eq!(first, dry);
    assert_eq!(
        (&first["added"], &first["lines_added"]),
        (&1.into(), &2.into()),
        "{first}"
    );
    let taken = db.checksum();
    let again = db.json("ada", &import);
    assert_eq!(
        (&again["added"], &again["lines_added"]),
        (&0.into(), &0.into())
    );
    assert_eq!(db.checksum(), taken);
    let order = db.json("tom", &["order", "show", "a-1"]);
    assert_eq!(
        (&order["number"], &order["title"]),
        (&"A-1".into(), &"Größe \"XL\"".into())
    );
    assert_eq!(order["lines"][1]["description"], "Weld");
    // a new line of a known order is added to it, whatever the case
    let more = folder.file("more.csv", "number,line\nA-1,WELD\nA-1,Paint\na-1,paint\n");
    let more = db.json("ada", &["order", "import", &more]);
    assert_eq!(
        (&more["added"], &more["lines_added"]),
        (&0.into(), &1.into())
    );
}

#[test]
fn a_file_that_contradicts_itself_or_the_database_is_refused() {
    let (db, folder) = (Db::new(), Folder::new());
    let before = db.checksum();
    let twice = folder.file("twice.csv", "number,title\nA-1,One\nA-1,Two\n");
    let error = db.refused("ada", &["order", "import", &twice]);
    assert_eq!(error["code"], 65);
    assert!(
        error["message"]
            .as_str()
            .expect("text")
            .starts_with("twice.csv, line 3, column number")
    );
    assert_eq!(db.checksum(), before);
}

#[test]
fn what_is_there_already_stays_so_on_closed_orders() {
    let (db, folder) = (Db::new(), Folder::new());
    let orders = folder.file("orders.csv", "number,line\nWO-1,Diagnose\n");
    let file = folder.file("time.csv", TIME);
    db.ok("ada", &["entry", "import", &file]);
    db.approve("abe", "WO-1");
    db.order_status("ada", "WO-1", "ready_to_bill");
    db.bill("acc", &["WO-1"]);
    db.order_status("acc", "WO-1", "billed");
    let before = db.checksum();
    let again = db.json("ada", &["entry", "import", &file]);
    assert_eq!(
        (&again["unchanged"], &again["rejected"]),
        (&3.into(), &json!([]))
    );
    let again = db.json("ada", &["order", "import", &orders]);
    assert_eq!(
        (&again["unchanged"], &again["rejected"]),
        (&1.into(), &json!([]))
    );
    assert_eq!(db.checksum(), before);
}

#[test]
fn new_lines_of_billed_and_removed_orders_are_refused_by_row() {
    let (db, folder) = (Db::new(), Folder::new());
    db.ok(
        "ada",
        &["order", "add", "WO-2", "--title", "T", "--customer", "C"],
    );
    db.ok("ada", &["order", "remove", "WO-2"]);
    db.order_status("ada", "WO-1", "ready_to_bill");
    db.order_status("ada", "WO-1", "billed");
    let text = "number,line\nWO-1,Extra\nWO-2,Extra\nWO-3,Extra\n";
    let (file, rejects) = (folder.file("orders.csv", text), folder.path("rejects.csv"));
    let before = db.checksum();
    let error = db.refused("ada", &["order", "import", &file]);
    assert_eq!(error["kind"], "order_billed");
    let message = error["message"].as_str().expect("text");
    assert!(message.starts_with("orders.csv, line 2: "), "{message}");
    assert_eq!(db.checksum(), before);
    let outcome = db.json("ada", &["order", "import", &file, "--rejects", &rejects]);
    assert_eq!(
        (&outcome["added"], &outcome["lines_added"]),
        (&1.into(), &1.into())
    );
    let rows = table(&folder.read("rejects.csv"));
    let rules: Vec<_> = rows.iter().map(|row| &*row["rejected_rule"]).collect();
    assert_eq!(rules, ["order_billed", "order_removed"]);
}

/// A tracker's file with other names for people and orders.
const THEIRS: &str = "\
    Description,Task,Project,Client,User,Start,End,Duration,Tags\n\
    first,Diagnose,Cold store,Northwind,Tomas T,2026-03-02 08:00:00,2026-03-02 09:00:00,1:00:00,\n\
    second,Welding,Cold store,Northwind,Tess Tech,2026-03-02 08:00:00,2026-03-02 09:30:00,1:30:00,\n\
    third,,Pump,,Tomas T,2026-03-02 10:00:00,2026-03-02 11:00:00,1:00:00,van\n";

#[test]
fn names_of_a_file_are_mapped() {
    let (db, folder) = (Db::new(), Folder::new());
    db.order("WO-2");
    let file = folder.file("time.csv", THEIRS);
    let (people, projects) = (folder.path("people.csv"), folder.path("projects.csv"));
    let maps = ["--map-users", &people, "--map-orders", &projects];
    let import = [&["entry", "import", &file][..], &maps].concat();
    db.wl("ada", &import)
        .assert_refused(66, "people.csv can't be read");
    let before = db.checksum();
    let write = [&import[..], &["--dry-run", "--write-maps"]].concat();
    let dry = db.wl("ada", &write);
    assert_eq!(dry.code, 65, "{dry:?}");
    assert!(
        dry.stderr.contains("people.csv with 2 rows, 1 to fill in."),
        "{dry:?}"
    );
    assert_eq!(
        folder.read("people.csv"),
        "theirs,ours\nTess Tech,tess\nTomas T,\n"
    );
    assert_eq!(
        folder.read("projects.csv"),
        "theirs,ours\nCold store,\nPump,\n"
    );
    assert_eq!(db.checksum(), before);

    // completed in a spreadsheet, with semicolons; one task goes to another line item
    folder.file(
        "people.csv",
        "theirs;ours\r\nTess Tech;tess\r\nTomas T;TOM\r\n",
    );
    folder.file(
        "projects.csv",
        "theirs,ours\nCold store,WO-1\nCold store/welding,wo-1/2\nPump,WO-2\n",
    );
    let outcome = db.json("ada", &import);
    assert_eq!(
        (&outcome["added"], &outcome["duration_seconds"]),
        (&3.into(), &12_600.into()),
        "{outcome}"
    );
    let list = db.json("ada", &["entry", "list", "--user", "tom"]);
    assert_eq!(list[1]["work_order"], "WO-2");
    assert_eq!(list[1]["note"], "third [van]");
    let list = db.json("ada", &["entry", "list", "--user", "tess"]);
    assert_eq!(list[0]["line_item"], 2);
    assert_eq!(db.json("ada", &import)["unchanged"], 3);

    // what a person filled in stays
    db.ok("ada", &write);
    assert!(
        folder
            .read("projects.csv")
            .contains("Cold store/welding,wo-1/2\n")
    );
    folder.file("projects.csv", "theirs,ours\nPump,WO-1\npump,WO-2\n");
    db.wl("ada", &import).assert_refused(
        65,
        "projects.csv, line 3: \"pump\" stands in an earlier line",
    );
    let alone = ["entry", "import", &file, "--dry-run", "--write-maps"];
    db.wl("ada", &alone)
        .assert_refused(2, "--write-maps has no file to write");
}

#[test]
fn missing_orders_are_made_with_the_time_or_not_at_all() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.file("time.csv", THEIRS.replace("Tomas T", "tom"));
    let import = ["entry", "import", &file, "--create-orders"];
    let before = db.checksum();
    let dry = db.json("ada", &[&import[..], &["--dry-run"]].concat());
    assert_eq!(db.checksum(), before);
    let outcome = db.json("ada", &import);
    assert_eq!(outcome, dry);
    assert_eq!(
        (
            &outcome["added"],
            &outcome["orders_added"],
            &outcome["lines_added"]
        ),
        (&3.into(), &2.into(), &3.into())
    );
    let order = db.json("ada", &["order", "show", "cold store"]);
    assert_eq!(
        (&order["title"], &order["customer"]),
        (&"Cold store".into(), &"Northwind".into())
    );
    let lines = order["lines"].as_array().expect("lines").iter();
    let lines: Vec<_> = lines.map(|line| line["description"].clone()).collect();
    assert_eq!(lines, ["Diagnose", "Welding"]);
    let order = db.json("ada", &["order", "show", "Pump"]);
    assert_eq!(order["lines"][0]["description"], "Pump");
    let taken = db.checksum();
    let again = db.json("ada", &import);
    assert_eq!(
        (&again["added"], &again["orders_added"], &again["unchanged"]),
        (&0.into(), &0.into(), &3.into())
    );
    assert_eq!(db.checksum(), taken);
    // a task that is new becomes a line item of its order
    let more = THEIRS.replace("Tomas T", "tom")
        + "x,Paint,Pump,,tom,2026-03-03 08:00:00,2026-03-03 09:00:00,,\n";
    let file = folder.file("more.csv", more);
    let more = ["entry", "import", &file, "--create-orders"];
    let outcome = db.json("ada", &more);
    assert_eq!(
        (
            &outcome["added"],
            &outcome["orders_added"],
            &outcome["lines_added"]
        ),
        (&1.into(), &0.into(), &1.into())
    );

    // a closed order gets no line item
    db.order_status("ada", "Pump", "cancelled");
    let closed = THEIRS
        .replace("Tomas T", "tom")
        .replace("third,,Pump", "third,New,Pump");
    let file = folder.file("closed.csv", closed.replace("2026-03-02", "2026-03-04"));
    let closed = ["entry", "import", &file, "--create-orders"];
    db.wl("ada", &closed)
        .assert_refused(65, "work order Pump has no such line item");

    // a row that is refused leaves no order behind
    let bad = THEIRS
        .replace("Cold store", "Boiler")
        .replace("10:00:00", "23:00:00");
    let file = folder.file("bad.csv", bad.replace("Tomas T", "tom"));
    let taken = db.checksum();
    let bad = ["entry", "import", &file, "--create-orders"];
    assert_ne!(db.wl("ada", &bad).code, 0);
    assert_eq!(db.checksum(), taken);
    // a number that none can be, and a technician
    let slash = THEIRS.replace("Tomas T", "tom").replace("Pump", "A/7");
    let slash = folder.file("slash.csv", slash.replace("2026-03-02", "2026-03-05"));
    let import = ["entry", "import", &slash, "--create-orders"];
    db.wl("ada", &import).assert_refused(65, "\"A/7\"");
    db.wl("tom", &import).assert_refused(77, "add work orders");
    let replaced = [&import[..], &["--number-replace", "/=-", "--dry-run"]].concat();
    assert_eq!(db.json("ada", &replaced)["orders_added"], 1);
}

#[test]
fn time_on_an_orders_only_open_line_is_the_same_time_when_another_one_is_open() {
    let (db, folder) = (Db::new(), Folder::new());
    db.order("WO-2");
    let text = "number,start_ts,end_ts\nWO-2,2026-03-02 08:00,2026-03-02 09:00\n";
    let file = folder.file("time.csv", text);
    let import = ["entry", "import", &file];
    assert_eq!(db.json("tom", &import)["added"], 1);
    db.ok("ada", &["line", "add", "WO-2", "--description", "More"]);
    assert_eq!(db.json("tom", &import)["unchanged"], 1);
    db.line_status("WO-2/1", "done");
    assert_eq!(db.json("tom", &import)["unchanged"], 1);
    let more = text.to_owned() + "WO-2,2026-03-02 09:00,2026-03-02 10:00\n";
    let file = folder.file("time.csv", more);
    assert_eq!(db.json("tom", &["entry", "import", &file])["added"], 1);
    let list = db.json("tom", &["entry", "list"]);
    assert_eq!(
        (&list[0]["line_item"], &list[1]["line_item"]),
        (&1.into(), &2.into())
    );
}

#[test]
fn an_interrupted_import_leaves_nothing() {
    let (db, folder) = (Db::new(), Folder::new());
    let text = THEIRS.replace("Tomas T", "tom") + "x,,No/where,,tom,,,,\n";
    let (file, rejects) = (folder.file("time.csv", text), folder.path("rejects.csv"));
    let import = [
        "entry",
        "import",
        &file,
        "--create-orders",
        "--rejects",
        &rejects,
    ];
    let before = db.checksum();
    let held = db.hold("SELECT FROM wl.users WHERE db_role = 'tess' FOR UPDATE");
    let running = db.start("ada", &import);
    db.wait_for_waiting(1);
    running.interrupt();
    let outcome = running.finish();
    assert_ne!(outcome.code, 0, "{outcome:?}");
    held.commit();
    db.wait_for_silence();
    assert_eq!(db.checksum(), before);
    assert_eq!(folder.names(), ["time.csv"]);
    assert_eq!(db.json("ada", &import)["added"], 3);
}

#[test]
fn a_long_import_shows_its_progress() {
    let (db, folder) = (Db::new(), Folder::new());
    let mut text = "number,line,start_ts,end_ts\n".to_owned();
    for at in 0..4200 {
        let start = 1_500_000_000 + at * 60;
        let time = |seconds: i64| {
            let time = chrono::DateTime::from_timestamp(seconds, 0).expect("a time");
            time.to_rfc3339()
        };
        text.push_str(&format!("WO-1,1,{},{}\n", time(start), time(start + 60)));
    }
    let file = folder.file("time.csv", text);
    let terminal = Terminal::new(&db, "tom", &format!("entry import {file}"));
    let (code, screen) = terminal.finish();
    assert_eq!(code, Some(0), "{screen}");
    assert!(screen.contains("of 4,200 rows"), "{screen}");
    assert!(screen.contains("Imported 4200 entries"), "{screen}");
}

#[test]
fn the_rejects_never_replace_the_file() {
    let (db, folder) = (Db::new(), Folder::new());
    let text = "number,line,user,start_ts,end_ts\nWO-9,1,tom,2024-06-03 08:00,2024-06-03 09:00\n";
    let file = folder.file("log.csv", text);
    let link = folder.path("same.csv");
    std::fs::hard_link(&file, &link).expect("a second name");
    for rejects in [&file, &link] {
        let import = ["entry", "import", &file, "--force", "--rejects", rejects];
        db.wl_refused("ada", &import, 73, "cannot_create");
        let piped = ["entry", "import", "-", "--force", "--rejects", rejects];
        let mut command = db.command("ada", &piped);
        command.stdin(std::fs::File::open(&file).expect("the file"));
        let outcome = Outcome::of(command.output().expect("wl runs"));
        assert_eq!(outcome.code, 73, "{outcome:?}");
    }
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), text);
}

#[test]
fn what_a_file_says_is_repeated_in_short() {
    let (db, folder) = (Db::new(), Folder::new());
    let long = "x".repeat(100_000);
    let row = "WO-1,1,tom,2024-06-03 08:00,2024-06-03 09:00";
    for text in [
        "[".repeat(100_000),
        format!("[{}", "{\"start\":".repeat(100_000)),
        long.clone(),
        format!("{long},b\n1,2\n"),
        format!("{}\n", vec!["column"; 5_000].join(",")),
        format!(
            "number,line,user,start_ts,end_ts\n{}\n",
            row.replace("WO-1,1", &format!("WO-1/{long},"))
        ),
        format!(
            "number,line,user,start_ts,end_ts\n{}\n",
            row.replace("tom", &long)
        ),
        format!(
            "number,line,user,start_ts,end_ts\n{}\n",
            row.replace("2024-06-03 08:00", &long)
        ),
    ] {
        let file = folder.file("log.json", text);
        for more in [&[][..], &["--map", "number=y"], &["--tracker", "klog"]] {
            let error = db.refused("ada", &[&["entry", "import", &file], more].concat());
            let length = error.to_string().chars().count();
            assert!(
                length < 1_000,
                "{length}: {}",
                worklock::text::short(&error.to_string(), 900)
            );
        }
    }
}

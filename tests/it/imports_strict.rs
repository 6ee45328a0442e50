//! No row of a file is lost or misplaced: files that can be read in two ways are refused.

use serde_json::json;

use crate::support::{Db, Folder, table};

const HEADER: &str = "number,line,user,start_ts,end_ts,note\n";

fn row(hour: u32, note: &str) -> String {
    let day = "2024-06-03";
    format!("WO-1,1,tom,{day} {hour:02}:00,{day} {hour:02}:30,{note}\n")
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = text.encode_utf16();
    units.flat_map(order).collect()
}

#[test]
fn quotes_that_swallow_rows_are_refused_with_the_line_of_their_cell() {
    let (db, folder) = (Db::new(), Folder::new());
    let before = db.checksum();
    let open = format!("{HEADER}{}{}{}", row(8, "\"never"), row(9, ""), row(10, ""));
    let behind = format!("{HEADER}{}{}", row(8, ""), row(9, "\"a\" b"));
    let inside = format!("{HEADER}{}", row(8, "12\" pipe"));
    for (name, text, words) in [
        (
            "open.csv",
            open,
            "open.csv, line 2, column 6: the quote that begins this cell is never closed",
        ),
        (
            "behind.csv",
            behind,
            "behind.csv, line 3, column 6: there is text behind the closing quote",
        ),
        (
            "inside.csv",
            inside.clone(),
            "inside.csv, line 2, column 6: there is a quote inside this cell",
        ),
    ] {
        let file = folder.file(name, text);
        let outcome = db.wl("ada", &["entry", "import", &file]);
        outcome.assert_refused(65, words);
        outcome.assert_refused(65, "--quote none");
    }
    let orders = folder.file("orders.csv", "number,title\nA-1,\"x\nA-2,y\n");
    db.wl("ada", &["order", "import", &orders])
        .assert_refused(65, "orders.csv, line 2, column 2: the quote");
    assert_eq!(db.checksum(), before);

    let file = folder.file("inside.csv", inside);
    db.ok("ada", &["entry", "import", &file, "--quote", "none"]);
    let list = db.json("tom", &["entry", "list"]);
    assert_eq!(list[0]["note"], "12\" pipe");
}

#[test]
fn time_of_nobody_is_not_an_admins() {
    let (db, folder) = (Db::new(), Folder::new());
    let rows = "number,line,Who,start_ts,end_ts\n\
        WO-1,1,tom,2024-06-03 08:00,2024-06-03 09:00\n\
        WO-1,1,tess,2024-06-03 08:00,2024-06-03 08:30\n";
    let file = folder.file("time.csv", rows);
    let import = ["entry", "import", &file];
    let before = db.checksum();
    db.wl("ada", &import)
        .assert_refused(2, "nothing says whose time the file contains");
    assert_eq!(db.checksum(), before);
    let mapped = [&import[..], &["--map", "user=Who"]].concat();
    let said = db.ok("ada", &mapped).stderr;
    assert!(
        said.contains(
            "Time of Tom Tech (tom): 1 entry, 1.00 h.\nTime of Tess Tech (tess): 1 entry, 0.50 h.\n"
        ),
        "{said}"
    );
    let both = [&mapped[..], &["--user", "tom"]].concat();
    db.wl("ada", &both)
        .assert_refused(2, "--user and --map user=… both say what user is");
    let nobody = [&import[..], &["--user", "nobody"]].concat();
    db.wl("ada", &nobody)
        .assert_refused(66, "there is no user nobody");

    // the column of people has the target's name and several people
    let named = folder.file("named.csv", rows.replace("Who", "USER"));
    let one = ["entry", "import", &named, "--user", "ada"];
    db.wl("ada", &one)
        .assert_refused(2, "named.csv names 2 people, and --user ada");

    let own = folder.file(
        "own.csv",
        "number,line,start_ts,end_ts\nWO-1,1,2024-06-04 08:00,2024-06-04 09:00\n",
    );
    let outcome = db.json("ada", &["entry", "import", &own, "--user", "Tess Tech"]);
    assert_eq!(
        outcome["people"],
        json!([{"name": "tess", "full_name": "Tess Tech", "added": 1, "duration_seconds": 3600}])
    );
    let outcome = db.json("tom", &["entry", "import", &own]);
    assert_eq!(outcome["people"][0]["name"], "tom");
}

#[test]
fn a_column_that_could_be_another_is_refused() {
    let (db, folder) = (Db::new(), Folder::new());
    let twice = folder.file("twice.csv", "number,TITLE,Title\nA-1,x,y\n");
    db.wl("ada", &["order", "import", &twice])
        .assert_refused(2, "2 columns have the name title");
    let same = folder.file("same.csv", "number,What,What\nA-2,x,y\n");
    db.ok("ada", &["order", "import", &same]);
    db.wl("ada", &["order", "import", &same, "--map", "title=What"])
        .assert_refused(2, "2 columns have the name What");
    db.wl("ada", &["order", "import", &same, "--map", "title=what"])
        .assert_refused(2, "2 columns have the name what");
    let maps = ["--map", "title=number", "--map", "title=number"];
    db.wl("ada", &[&["order", "import", &same][..], &maps].concat())
        .assert_refused(2, "--map gives title two columns");
}

#[test]
fn lines_have_the_numbers_that_an_editor_shows() {
    let (db, folder) = (Db::new(), Folder::new());
    for (name, end) in [("lf.csv", "\n"), ("crlf.csv", "\r\n"), ("cr.csv", "\r")] {
        let text = [
            "number,title",
            "A-1,x",
            "",
            "A-2,\"two",
            "lines\"",
            "",
            "",
            "A/3,x",
        ];
        let file = folder.file(name, text.join(end));
        let outcome = db.wl("ada", &["order", "import", &file]);
        outcome.assert_refused(65, &format!("{name}, line 8, column number: \"A/3\""));
    }
}

#[test]
fn rejects_are_imported_by_the_same_command_once_they_are_corrected() {
    let (db, folder) = (Db::new(), Folder::new());
    let text = "sep=;\nNr;Was;Wer;Von;Bis;Wort\n\
        WO-1;1;tom;2024-06-03 08:00;2024-06-03 09:00;\"Stra\u{df}e; \"\"x\"\"\"\n\
        WO-1;1;tom;2024-06-03 10:00;2024-06-03 noon;\"Gr\u{f6}\u{df}e\"\n\
        WO-9;1;tom;2024-06-03 12:00;2024-06-03 13:00;\n;;;;;\n;;;;;\n";
    let bytes: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let (file, rejects) = (folder.file("time.csv", bytes), folder.path("rejects.csv"));
    let import = |file: &str, more: &[&str]| {
        let mut args = vec!["entry", "import", file, "--encoding", "windows-1252"];
        for map in [
            "number=Nr",
            "line=Was",
            "user=Wer",
            "start_ts=Von",
            "end_ts=Bis",
            "note=Wort",
        ] {
            args.extend(["--map", map]);
        }
        args.extend(more);
        db.json("ada", &args)
    };
    let outcome = import(&file, &["--rejects", &rejects]);
    assert_eq!(
        (&outcome["rows"], &outcome["added"]),
        (&3.into(), &1.into())
    );
    let lines: Vec<_> = outcome["rejected"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row["line"].clone())
        .collect();
    assert_eq!(lines, [4, 5]);
    let written = folder.read("rejects.csv");
    assert!(
        written.starts_with(
            "\u{feff}sep=;\nNr;Was;Wer;Von;Bis;Wort;rejected_line;rejected_rule;rejected_reason\n\
            WO-1;1;tom;2024-06-03 10:00;2024-06-03 noon;Gr\u{f6}\u{df}e;4;bad_input;"
        ),
        "{written}"
    );
    let corrected = written.replace("noon", "11:00").replace("WO-9", "WO-1");
    let corrected = folder.file("corrected.csv", corrected);
    assert_eq!(import(&corrected, &[])["added"], 2);
    let list = db.json("tom", &["entry", "list"]);
    assert_eq!(list[0]["note"], "Stra\u{df}e; \"x\"");
    assert_eq!(list[1]["note"], "Gr\u{f6}\u{df}e");

    // rejects of rejects have the columns once
    let again = folder.file("again.csv", written);
    let rest = folder.path("rest.csv");
    import(&again, &["--rejects", &rest]);
    let header = folder.read("rest.csv");
    assert_eq!(header.matches("rejected_line").count(), 1, "{header}");
}

#[test]
fn rejects_without_quotes_are_read_without_quotes() {
    let (db, folder) = (Db::new(), Folder::new());
    let (file, rejects) = (
        folder.file("orders.csv", "number,title\nA/1,12\" pipe\n"),
        folder.path("rejects.csv"),
    );
    let import = ["order", "import", &file, "--quote", "none"];
    db.ok("ada", &[&import[..], &["--rejects", &rejects]].concat());
    let written = folder.read("rejects.csv");
    let line = written.lines().nth(1).expect("a row");
    assert!(line.starts_with("A/1,12\" pipe,2,bad_input,"), "{line}");
    assert_eq!(line.matches(',').count(), 4, "{line}");
    let corrected = folder.file("corrected.csv", written.replace("A/1", "A-1"));
    db.ok("ada", &["order", "import", &corrected, "--quote", "none"]);
    assert_eq!(
        db.json("ada", &["order", "show", "A-1"])["title"],
        "12\" pipe"
    );
}

#[test]
fn a_dry_run_ends_like_the_real_run() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.file(
        "time.csv",
        format!("{HEADER}{}{}", row(8, ""), "WO-1,1,tom,noon,x,\n"),
    );
    let late = folder.file("late.csv", format!("{HEADER}{}{}", row(8, ""), row(8, "")));
    let rejects = folder.path("rejects.csv");
    let before = db.checksum();
    for (file, code) in [(&file, 65), (&late, 1)] {
        let import = ["entry", "import", file];
        let real = db.wl("ada", &import);
        assert_eq!(real.code, code, "{real:?}");
        let dry = db.wl("ada", &[&import[..], &["--dry-run"]].concat());
        assert_eq!(dry.code, code, "{dry:?}");
        assert!(dry.stderr.contains("Would import 1 entry"), "{dry:?}");
        let partial = [&import[..], &["--rejects", &rejects, "--dry-run"]].concat();
        assert_eq!(db.wl("ada", &partial).code, 0);
        assert_eq!(folder.names(), ["late.csv", "time.csv"]);
    }
    assert_eq!(db.checksum(), before);
}

#[test]
fn other_encodings_are_read() {
    let (db, folder) = (Db::new(), Folder::new());
    for (number, bytes) in [
        (
            "A-1",
            utf16(
                "\u{feff}number\ttitle\r\nA-1\tGröße €\r\n",
                u16::to_le_bytes,
            ),
        ),
        (
            "A-2",
            utf16(
                "\u{feff}number\ttitle\r\nA-2\tGröße €\r\n",
                u16::to_be_bytes,
            ),
        ),
        ("A-3", "\u{feff}number\ttitle\r\nA-3\tGröße €\r\n".into()),
        (
            "A-4",
            b"number\ttitle\r\nA-4\tGr\xf6\xdfe \x80\r\n".to_vec(),
        ),
    ] {
        let file = folder.file("orders.csv", bytes);
        let mut import = vec!["order", "import", &file, "--delimiter", "tab"];
        if number == "A-4" {
            db.wl("ada", &import)
                .assert_refused(65, "orders.csv, line 2: column 2 is not valid UTF-8");
            db.wl("ada", &import)
                .assert_refused(65, "--encoding windows-1252");
            import.extend(["--encoding", "windows-1252"]);
        }
        db.ok("ada", &import);
        assert_eq!(
            db.json("ada", &["order", "show", number])["title"],
            "Größe €"
        );
    }
    let file = folder.file("orders.csv", b"number,title\nA-5,x\x81\n");
    let import = ["order", "import", &file, "--encoding", "windows-1252"];
    db.wl("ada", &import).assert_refused(
        65,
        "orders.csv, line 2: the byte 0x81 is no character of windows-1252",
    );
}

#[test]
fn another_delimiter_is_named() {
    let (db, folder) = (Db::new(), Folder::new());
    for (delimiter, word) in [(";", "--delimiter ';'"), ("\t", "--delimiter tab")] {
        for text in ["number,title\nA-1,x\n", "number,\"title\"\nA-1,x\n"] {
            let file = folder.file("orders.csv", text.replace(',', delimiter));
            let outcome = db.wl("ada", &["order", "import", &file]);
            outcome.assert_refused(2, "orders.csv has a single column");
            outcome.assert_refused(2, word);
        }
    }
}

#[test]
fn endless_rows_end() {
    let db = Db::new();
    let outcome = db.wl("ada", &["order", "import", "/dev/zero"]);
    outcome.assert_refused(65, "zero, line 1: the row is longer than 1 MiB");
    let outcome = db.wl("ada", &["entry", "import", "/dev/zero"]);
    outcome.assert_refused(65, "zero, line 1: the row is longer than 1 MiB");
}

#[test]
fn a_cell_of_several_lines_makes_several_line_items() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.file(
        "orders.csv",
        "number,line\nA-1,\"Find the fault\r\n\n  Repair \nrepair\n\"\nA-1,Repair\nA-1,Test\n",
    );
    let import = ["order", "import", &file];
    let first = db.json("ada", &import);
    assert_eq!(
        (&first["added"], &first["lines_added"]),
        (&1.into(), &3.into())
    );
    let order = db.json("ada", &["order", "show", "A-1"]);
    let lines: Vec<&str> = order["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| line["description"].as_str().expect("text"))
        .collect();
    assert_eq!(lines, ["Find the fault", "Repair", "Test"]);
    assert_eq!(db.json("ada", &import)["lines_added"], 0);
}

#[test]
fn constants_and_replacements_supply_what_a_file_lacks() {
    let (db, folder) = (Db::new(), Folder::new());
    let orders = folder.file("orders.csv", "number\n2026/7\n2026/8\n");
    db.ok(
        "ada",
        &[
            "order",
            "import",
            &orders,
            "--number-replace",
            "/=-",
            "--line",
            "Repair",
        ],
    );
    let time = folder.file(
        "time.csv",
        "number,start_ts,end_ts\n2026/7,2024-06-03 08:00,2024-06-03 09:00\n",
    );
    let import = [
        "entry",
        "import",
        &time,
        "--user",
        "tom",
        "--number-replace",
        "/=-",
    ];
    assert_eq!(db.json("ada", &import)["added"], 1);
    let time = folder.file(
        "time.csv",
        "start_ts,end_ts\n2024-06-03 09:00,2024-06-03 09:30\n",
    );
    let import = [
        "entry", "import", &time, "--user", "tom", "--number", "2026-8", "--line", "repair",
    ];
    assert_eq!(db.json("ada", &import)["added"], 1);
    let list = table(
        &db.ok(
            "ada",
            &["--format", "csv", "entry", "list", "--user", "tom"],
        )
        .stdout,
    );
    let orders: Vec<&str> = list.iter().map(|row| &*row["work_order"]).collect();
    assert_eq!(orders, ["2026-7", "2026-8"]);
    let bad = [
        "order",
        "import",
        &orders_file(&folder),
        "--number-replace",
        "/",
    ];
    db.wl("ada", &bad)
        .assert_refused(2, "--number-replace / is not OLD=NEW");
}

fn orders_file(folder: &Folder) -> String {
    folder.file("more.csv", "number\nA-1\n")
}

#[test]
fn characters_that_no_text_has_are_refused_by_row() {
    let (db, folder) = (Db::new(), Folder::new());
    let good = "WO-1,1,tom,2024-06-03 08:00,2024-06-03 09:00,x";
    for (part, column) in [
        ("WO-1", "number"),
        (",1,", "line"),
        ("tom", "user"),
        ("x", "note"),
    ] {
        let row = good.replacen(part, &format!("{part}\0"), 1);
        // the separator behind a part belongs to it
        let row = row.replace(",\0", "\0,");
        let file = folder.file("time.csv", format!("{HEADER}{row}\n"));
        db.wl("ada", &["entry", "import", &file])
            .assert_refused(65, &format!("time.csv, line 2, column {column}: "));
    }
    assert_eq!(db.count("SELECT count(*) FROM wl.time_entries"), 0);
}

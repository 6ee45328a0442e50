//! The files of other trackers, as they are downloaded. The sums were worked out by hand.

use serde_json::{Value, json};

use crate::support::{Db, Folder};

fn data(name: &str) -> String {
    format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// A file of `tests/data` with its tracker, who imports it, the entries and their seconds.
type File = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    i64,
    i64,
);

const FILES: [File; 20] = [
    ("toggl-classic.csv", "toggl", "ada", &[], 3, 15_465),
    (
        "toggl-2026.csv",
        "toggl",
        "ada",
        &["--skip-running"],
        2,
        5_880,
    ),
    ("clockify.csv", "clockify", "ada", &[], 2, 39_630),
    (
        "clockify-open.csv",
        "clockify",
        "ada",
        &["--date-order", "dmy"],
        1,
        2_100,
    ),
    ("kimai.csv", "kimai", "ada", &[], 3, 192_180),
    ("kimai-de.csv", "kimai", "ada", &[], 1, 10_320),
    ("kimai-importer.csv", "kimai", "ada", &[], 1, 5_400),
    ("watson.csv", "watson", "tom", &[], 2, 7_070),
    ("watson.json", "watson", "tom", &[], 1, 5_880),
    ("watson-frames", "watson", "tom", &[], 2, 7_070),
    (
        "timewarrior.json",
        "timewarrior",
        "tom",
        &["--skip-running"],
        2,
        6_312,
    ),
    (
        "timewarrior.data",
        "timewarrior",
        "tom",
        &["--skip-running"],
        2,
        6_312,
    ),
    ("klog.klg", "klog", "tom", &["--skip-running"], 5, 87_780),
    ("klog.json", "klog", "tom", &["--skip-running"], 2, 11_880),
    ("time.timeclock", "timeclock", "tom", &[], 3, 11_310),
    ("bartib.txt", "bartib", "tom", &["--skip-running"], 2, 7_070),
    ("timetrap.csv", "timetrap", "tom", &[], 2, 6_799),
    ("timetrap.json", "timetrap", "tom", &[], 2, 6_799),
    ("solidtime.csv", "solidtime", "ada", &[], 2, 95_881),
    ("solidtime-generic.csv", "solidtime", "ada", &[], 2, 5_881),
];

fn entries(db: &Db) -> Vec<Value> {
    let list = db.json("ada", &["entry", "list"]);
    let mut list = list.as_array().expect("a list").clone();
    list.sort_by_key(|entry| entry["start_ts"].to_string());
    list
}

/// The line item, the start and the note of each entry.
fn shown(db: &Db) -> Vec<(i64, String, String)> {
    let shown = |entry: Value| {
        let text = |field: &str| entry[field].as_str().unwrap_or_default().to_owned();
        let line = entry["line_item"].as_i64().expect("a position");
        (line, text("start_ts"), text("note"))
    };
    entries(db).into_iter().map(shown).collect()
}

#[test]
fn every_file_is_recognised_and_imported_once() {
    for (name, tracker, login, more, added, seconds) in FILES {
        let db = Db::new();
        let file = data(name);
        let import = [
            &["entry", "import", &file, "--zone", "Europe/Berlin"][..],
            more,
        ]
        .concat();
        let first = db.json(login, &import);
        assert_eq!(
            (
                &first["tracker"],
                &first["added"],
                &first["duration_seconds"]
            ),
            (&tracker.into(), &added.into(), &seconds.into()),
            "{name}: {first}"
        );
        let taken = db.checksum();
        let named = [&import[..], &["--tracker", tracker]].concat();
        let again = db.json(login, &named);
        assert_eq!(
            (&again["added"], &again["unchanged"]),
            (&0.into(), &added.into()),
            "{name}: {again}"
        );
        assert_eq!(db.checksum(), taken, "{name}");
    }
}

fn imported(name: &str, login: &str, more: &[&str]) -> (Db, Vec<(i64, String, String)>) {
    let db = Db::new();
    let file = data(name);
    db.ok(login, &[&["entry", "import", &file][..], more].concat());
    let shown = shown(&db);
    (db, shown)
}

fn row(line: i64, start: &str, note: &str) -> (i64, String, String) {
    (line, start.to_owned(), note.to_owned())
}

#[test]
fn fields_mean_what_they_say() {
    let (_, toggl) = imported("toggl-classic.csv", "ada", &[]);
    assert_eq!(
        toggl,
        [
            row(
                1,
                "2026-03-02T08:02:00Z",
                "no pressure, high side [night, travel]"
            ),
            row(2, "2026-03-02T10:23:52Z", "checked only"),
            row(2, "2026-03-02T22:30:15Z", ""),
        ]
    );
    let (_, toggl) = imported("toggl-2026.csv", "ada", &["--skip-running"]);
    assert_eq!(
        toggl,
        [
            row(1, "2026-03-02T08:02:00Z", "Find the fault"),
            row(2, "2026-03-02T09:40:00Z", "[van]"),
        ]
    );
    let (_, kimai) = imported("kimai.csv", "ada", &[]);
    assert_eq!(
        kimai,
        [
            row(1, "2026-03-02T12:06:00Z", "=odd text [night, travel]"),
            row(2, "2026-03-02T22:05:00Z", "over midnight"),
            row(1, "2026-03-04T08:00:00Z", "two days, watching"),
        ]
    );
    let (_, timewarrior) = imported("timewarrior.json", "tom", &["--skip-running"]);
    assert_eq!(
        timewarrior,
        [
            row(1, "2026-03-01T09:00:00Z", "he said \"ok\" [cold store]"),
            row(2, "2026-03-01T10:30:00Z", ""),
        ]
    );
    let (_, klog) = imported("klog.klg", "tom", &["--skip-running"]);
    assert_eq!(
        klog,
        [
            row(2, "2026-03-01T23:30:00Z", "began the day before"),
            row(1, "2026-03-02T08:02:00Z", "find the fault"),
            row(2, "2026-03-02T09:40:00Z", "Repair of the seal\nsecond line"),
            row(2, "2026-03-02T22:00:00Z", "ends the day after"),
            row(1, "2026-03-03T08:00:00Z", "Diagnose"),
        ]
    );
    let (_, timeclock) = imported("time.timeclock", "tom", &[]);
    assert_eq!(
        timeclock,
        [
            row(1, "2026-03-02T08:02:00Z", "find the fault [travel]"),
            row(2, "2026-03-02T10:00:00Z", ""),
            row(2, "2026-03-02T11:00:00Z", "in the van"),
        ]
    );
    let (_, frames) = imported("watson-frames", "tom", &[]);
    assert_eq!(
        frames,
        [
            row(1, "2026-03-02T08:02:00Z", "[travel]"),
            row(2, "2026-03-02T23:50:10Z", ""),
        ]
    );
}

#[test]
fn what_was_assumed_is_said() {
    let db = Db::new();
    let said = db
        .ok(
            "ada",
            &[
                "entry",
                "import",
                &data("clockify.csv"),
                "--zone",
                "Europe/Berlin",
            ],
        )
        .stderr;
    for words in [
        "The file is from Clockify; times without an offset are in Europe/Berlin.",
        "Dates are month, day, year: line 2 has 03/14/2026 02:00:00 PM.",
        "Left out 1 row of breaks.",
        "Time of Tess Tech (tess): 1 entry, 1.51 h.",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn dates_are_never_guessed() {
    let (db, folder) = (Db::new(), Folder::new());
    let before = db.checksum();
    let open = data("clockify-open.csv");
    let import = ["entry", "import", &open];
    db.wl("ada", &import).assert_refused(
        2,
        "clockify-open.csv, line 2: \"03/04/2026 14:00\" can be read in several ways",
    );
    db.wl("ada", &import).assert_refused(2, "--date-order");
    let both = "number,line,start_ts,end_ts\n\
        WO-1,1,13/02/2026 08:00,13/02/2026 09:00\nWO-1,1,02/13/2026 08:00,02/13/2026 09:00\n";
    let both = folder.file("both.csv", both);
    db.wl("tom", &["entry", "import", &both])
        .assert_refused(65, "both.csv has dates in two orders");
    assert_eq!(db.checksum(), before);
    for (order, start) in [
        ("mdy", "2026-03-04T14:00:00Z"),
        ("dmy", "2026-04-03T14:00:00Z"),
    ] {
        let db = Db::new();
        db.ok("ada", &[&import[..], &["--date-order", order]].concat());
        assert_eq!(shown(&db), [row(2, start, "")]);
    }
}

#[test]
fn hours_without_clock_times_are_refused() {
    let db = Db::new();
    let before = db.checksum();
    let harvest = data("harvest.csv");
    for more in [&[][..], &["--tracker", "harvest"]] {
        let outcome = db.wl("ada", &[&["entry", "import", &harvest][..], more].concat());
        outcome.assert_refused(65, "harvest.csv: Harvest exports hours without clock times");
        outcome.assert_refused(65, "wl entry add ORDER/LINE --for 1h38m");
    }
    let lengths = data("klog-lengths.klg");
    let outcome = db.wl("tom", &["entry", "import", &lengths]);
    outcome.assert_refused(65, "klog-lengths.klg, line 3, length: ");
    outcome.assert_refused(65, "\"-30m on 2026-03-02\": it has no clock times");
    assert_eq!(db.checksum(), before);
}

#[test]
fn running_entries_are_refused_or_left_out() {
    let db = Db::new();
    let before = db.checksum();
    for name in [
        "toggl-2026.csv",
        "timewarrior.json",
        "klog.klg",
        "bartib.txt",
    ] {
        let login = if name.starts_with("toggl") {
            "ada"
        } else {
            "tom"
        };
        let import = ["entry", "import", &data(name)];
        db.wl(login, &import)
            .assert_refused(65, "the entry has no end");
    }
    assert_eq!(db.checksum(), before);
    let import = ["entry", "import", &data("bartib.txt"), "--skip-running"];
    let outcome = db.json("tom", &import);
    assert_eq!(outcome["skipped"], json!([{"why": "running", "rows": 1}]));
}

#[test]
fn a_file_that_has_grown_adds_its_new_rows() {
    let (db, folder) = (Db::new(), Folder::new());
    let text = std::fs::read_to_string(data("timetrap.csv")).expect("a file");
    let file = folder.file("time.csv", &text);
    assert_eq!(db.json("tom", &["entry", "import", &file])["added"], 2);
    let more = "\"2026-03-03 08:00:00\",\"2026-03-03 09:00:00\",\"\",\"WO-1/1\"\n";
    let file = folder.file("time.csv", text + more);
    let outcome = db.json("tom", &["entry", "import", &file]);
    assert_eq!(
        (&outcome["added"], &outcome["unchanged"]),
        (&1.into(), &2.into())
    );
}

#[test]
fn unknown_values_are_named_once_with_their_rows() {
    let (db, folder) = (Db::new(), Folder::new());
    let mut text = String::new();
    for (day, sheet) in [
        (2, "Cold store"),
        (3, "Cold store"),
        (4, "WO-1/Weld"),
        (5, "WO-1/1"),
    ] {
        text.push_str(&format!(
            "\"2026-03-0{day} 08:00:00\",\"2026-03-0{day} 09:00:00\",\"\",\"{sheet}\"\n"
        ));
    }
    let file = folder.file("time.csv", format!("start,end,note,sheet\n{text}"));
    let import = ["entry", "import", &file];
    let error = db.refused("tom", &import);
    assert_eq!(error["code"], 65);
    let hint = error["hint"].as_str().expect("a hint");
    assert!(
        hint.starts_with(
            "3 rows are rejected; not known here: work order \"Cold store\" (2 rows), line item \"WO-1/Weld\" (1 row); "
        ),
        "{hint}"
    );
    let outcome = db.wl("tom", &import);
    outcome.assert_refused(
        65,
        "The file is from timetrap; times without an offset are in UTC.",
    );
    let rejects = folder.path("rejects.csv");
    let outcome = db.json("tom", &[&import[..], &["--rejects", &rejects]].concat());
    assert_eq!(
        outcome["unknown"][0],
        json!({"what": "work order", "value": "Cold store", "rows": 2, "line": 2})
    );
}

#[test]
fn rejects_of_a_text_are_imported_by_the_same_command() {
    let (db, folder) = (Db::new(), Folder::new());
    let text = b"2026-03-02 08:02 - 2026-03-02 09:40 | WO-9 | gepr\xfcft, twice\n\
        2026-03-02 10:00 - 2026-03-02 10:30 | WO-1/2 | x\n";
    let file = folder.file("activities", text);
    let rejects = folder.path("rejects.csv");
    let import = |file: &str, more: &[&str]| {
        let named = [
            "--tracker",
            "bartib",
            "--encoding",
            "windows-1252",
            "--delimiter",
            ";",
        ];
        db.json(
            "tom",
            &[&["entry", "import", file][..], &named, more].concat(),
        )
    };
    assert_eq!(import(&file, &["--rejects", &rejects])["added"], 1);
    let corrected = folder.read("rejects.csv").replace("WO-9", "WO-1/1");
    let corrected = folder.file("corrected.csv", corrected);
    assert_eq!(import(&corrected, &[])["added"], 1);
    assert_eq!(
        shown(&db)[0],
        row(1, "2026-03-02T08:02:00Z", "gepr\u{fc}ft, twice")
    );
}

#[test]
fn people_are_found_by_their_mail_address() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.file(
        "time.csv",
        std::fs::read_to_string(data("toggl-classic.csv"))
            .expect("a file")
            .replace("Tom Tech", "T. Lindqvist"),
    );
    let people = folder.file("people.csv", "theirs,ours\nTOM@example.test,tom\n");
    let import = ["entry", "import", &file];
    db.wl("ada", &import)
        .assert_refused(65, "there is no user T. Lindqvist");
    let mapped = [&import[..], &["--map-users", &people]].concat();
    assert_eq!(db.json("ada", &mapped)["added"], 3);
    let wrong = folder.file("wrong.csv", "theirs,ours\ntom@example.test,nobody\n");
    let mapped = [&import[..], &["--map-users", &wrong]].concat();
    db.wl("ada", &mapped)
        .assert_refused(65, "the map says nobody, and there is no such user");
}

#[test]
fn a_duration_replaces_the_end_or_checks_it() {
    let (db, folder) = (Db::new(), Folder::new());
    let text = "number,line,Day,From,To,Length\n\
        WO-1,1,2026-03-02,8:00,,\"1,5\"\nWO-1,1,2026-03-02,22:00,01:00,3:00\n\
        WO-1,1,2026-03-03,08:00,24:00,16:00:00\n";
    let file = folder.file("time.csv", text);
    let import = |file: &str, map: &str| {
        let args = [
            "entry",
            "import",
            file,
            "--map",
            "start_ts=\"Day\"+\"From\"",
            "--map",
            map,
            "--map",
            "duration=Length",
        ];
        db.wl("tom", &args)
    };
    let outcome = import(&file, "end_ts=Day+To");
    outcome.assert_refused(65, "time.csv, line 2, column Day+To: \"2026-03-02\"");
    let outcome = import(&file, "end_ts=To");
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let ends: Vec<Value> = entries(&db)
        .iter()
        .map(|entry| entry["end_ts"].clone())
        .collect();
    assert_eq!(
        ends,
        [
            "2026-03-02T09:30:00Z",
            "2026-03-03T01:00:00Z",
            "2026-03-04T00:00:00Z"
        ]
    );
    let wrong = folder.file("wrong.csv", text.replace("3:00\n", "2:00\n"));
    import(&wrong, "end_ts=To").assert_refused(
        65,
        "wrong.csv, line 3, column Length: \"2:00\": from start to end it is 3h",
    );
}

#[test]
fn what_a_person_maps_replaces_what_a_field_means() {
    let (db, folder) = (Db::new(), Folder::new());
    let text = "Description,Task,Project,Client,User,Start,End,Duration,Tags\n\
        x,Welding,Cold store,WO/1,Somebody,2026-03-02 08:00:00,2026-03-02 09:00:00,1:00:00,\n";
    let file = folder.file("time.csv", text);
    let import = [
        "entry",
        "import",
        &file,
        "--map",
        "number=Client",
        "--number-replace",
        "/=-",
        "--line",
        "2",
        "--user",
        "tess",
    ];
    let outcome = db.json("ada", &import);
    assert_eq!(
        (&outcome["tracker"], &outcome["added"]),
        (&"solidtime".into(), &1.into())
    );
    assert_eq!(shown(&db), [row(2, "2026-03-02T08:00:00Z", "x")]);
    // and so does a file of its own making that has a tracker's columns
    let text = "start,end,note,sheet,job\n2026-03-03 08:00,2026-03-03 09:00,,Cold store,WO-1/1\n";
    let file = folder.file("own.csv", text);
    let import = ["entry", "import", &file, "--map", "number=job"];
    assert_eq!(db.json("tom", &import)["added"], 1);
}

#[test]
fn tags_of_several_orders_decide_nothing() {
    let (db, folder) = (Db::new(), Folder::new());
    db.order("WO-2");
    let export = |tags: &str| {
        format!(
            "[{{\"start\":\"20260301T090000Z\",\"end\":\"20260301T100000Z\",\"tags\":[{tags}]}}]\n"
        )
    };
    let file = folder.file("time.json", export("\"WO-1\",\"WO-2\""));
    db.wl("tom", &["entry", "import", &file])
        .assert_refused(65, "the tags name several work orders: WO-1, WO-2");
    let file = folder.file("time.json", export("\"a, b\",\"wo/2\""));
    db.wl("tom", &["entry", "import", &file]).assert_refused(
        65,
        "time.json, line 1, project: \"a, b, wo/2\": there is no such work order",
    );
    db.ok(
        "tom",
        &["entry", "import", &file, "--number-replace", "/=-"],
    );
    assert_eq!(shown(&db), [row(1, "2026-03-01T09:00:00Z", "[a, b]")]);
}

#[test]
fn files_that_no_tracker_writes_say_so() {
    let (db, folder) = (Db::new(), Folder::new());
    for (name, text, tracker, words) in [
        (
            "a.xlsx",
            "PK\u{3}\u{4}x",
            "",
            "a.xlsx is a spreadsheet or a ZIP archive",
        ),
        (
            "b.csv",
            "a,b\n1,2\n",
            "toggl",
            "b.csv is no file that Toggl Track writes",
        ),
        (
            "c.json",
            "[{\"start\":1",
            "timewarrior",
            "c.json ends before its JSON does",
        ),
        (
            "d.json",
            "[1]",
            "bartib",
            "d.json is no file that bartib writes",
        ),
        (
            "e.txt",
            "2026-03-02 08:02 | \n\nx",
            "bartib",
            "e.txt, line 3: \"x\": no activity of bartib",
        ),
        (
            "f.json",
            "{\"records\":[],\"errors\":[{}]}",
            "",
            "klog found errors",
        ),
        (
            "g.csv",
            "start,end,note,sheet\n\"a\",\"b\",\"c\",\"d\"e\"\n",
            "",
            "g.csv, line 2, column 4",
        ),
    ] {
        let file = folder.file(name, text);
        let mut import = vec!["entry", "import", &file];
        if !tracker.is_empty() {
            import.extend(["--tracker", tracker]);
        }
        db.wl("tom", &import).assert_refused(65, words);
    }
    let zero = ["entry", "import", "/dev/zero", "--tracker", "klog"];
    db.wl("tom", &zero)
        .assert_refused(65, "zero is no text file");
}

/// A ZIP file of these texts.
fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).expect("a part");
        std::io::Write::write_all(&mut archive, text.as_bytes()).expect("a part");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn the_export_of_an_organisation_is_joined_by_its_keys() {
    let (db, folder) = (Db::new(), Folder::new());
    let entries = "id,description,start,end,billable_rate,billable,member_id,user_id,organization_id,client_id,project_id,task_id,tags,is_imported,still_active_email_sent_at,created_at,updated_at\n\
        e1,first,2026-03-02T08:00:00Z,2026-03-02T09:00:00Z,,true,m1,u1,o,c1,p1,t1,\"[\"\"g1\"\"]\",false,,,\n\
        e2,,2026-03-02T09:00:00Z,2026-03-02T09:30:00Z,,true,m2,u2,o,,p2,,[],false,,,\n\
        e3,on,2026-03-03T09:00:00Z,,,true,m2,u2,o,,p2,,null,false,,,\n";
    let parts = [
        ("time_entries.csv", entries),
        ("clients.csv", "id,name\nc1,Northwind Foods\n"),
        (
            "projects.csv",
            "id,name,client_id\np1,New job,c1\np2,WO-1/2,\n",
        ),
        ("tasks.csv", "id,name,project_id\nt1,Diagnose,p1\n"),
        (
            "members.csv",
            "id,user_id,name,email\nm1,u1,Tom Tech,t@x.test\nm2,u2,Tess Tech,s@x.test\n",
        ),
        ("tags.csv", "id,name\ng1,night\n"),
    ];
    let file = folder.file("export.zip", zip(&parts));
    let import = [
        "entry",
        "import",
        &file,
        "--skip-running",
        "--create-orders",
    ];
    let outcome = db.json("ada", &import);
    assert_eq!(
        (
            &outcome["tracker"],
            &outcome["added"],
            &outcome["duration_seconds"]
        ),
        (&"solidtime".into(), &2.into(), &5_400.into())
    );
    assert_eq!(
        shown(&db),
        [
            row(1, "2026-03-02T08:00:00Z", "first [night]"),
            row(2, "2026-03-02T09:00:00Z", ""),
        ]
    );
    let order = db.json("ada", &["order", "show", "New job"]);
    assert_eq!(order["customer"], "Northwind Foods");
    assert_eq!(db.json("ada", &import)["unchanged"], 2);
    let damaged = folder.file("damaged.zip", zip(&parts[..2]));
    db.wl("ada", &["entry", "import", &damaged])
        .assert_refused(65, "damaged.zip, projects.csv is missing or damaged");
    let alone = folder.file("time_entries.csv", entries);
    db.wl("ada", &["entry", "import", &alone])
        .assert_refused(65, "import the ZIP file that it is from");
}

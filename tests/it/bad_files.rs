//! Files that cannot be read or written: the database stays as it was, the
//! old file too.

use std::io::Read;
use std::process::Stdio;

use crate::support::{Db, Folder, Outcome};

/// A database with time that can be exported.
fn approved() -> Db {
    let db = Db::new();
    db.entry("tom", 3);
    db.approve("ada", "WO-1");
    db
}

#[test]
fn files_that_are_no_tables_are_refused() {
    let (db, folder) = (Db::new(), Folder::new());
    let huge = "x".repeat(1 << 20);
    let before = db.checksum();
    for (name, bytes, code, words) in [
        ("empty.csv", b"".to_vec(), 65, "empty.csv is empty"),
        ("bom.csv", "\u{feff}".into(), 65, "bom.csv is empty"),
        ("blank.csv", b"\n\n\n".to_vec(), 65, "blank.csv is empty"),
        (
            "latin.csv",
            b"number,title\nA-1,M\xfcller\n".to_vec(),
            65,
            "latin.csv, line 2: column 2 is not valid UTF-8",
        ),
        (
            "head.csv",
            b"number,t\xff\nA-1,x\n".to_vec(),
            65,
            "head.csv, line 1: column 2 is not valid UTF-8",
        ),
        (
            "wide.csv",
            b"number,title\nA-1,x\nA-2,x,y\n".to_vec(),
            65,
            "wide.csv, line 3: the row has 3 columns, the header has 2",
        ),
        (
            "narrow.csv",
            b"number,title\nA-1\n".to_vec(),
            65,
            "narrow.csv, line 2: the row has 1 column, the header has 2",
        ),
        (
            "nul.csv",
            b"number,title\nA\0-1,x\n".to_vec(),
            65,
            "nul.csv, line 2, column number",
        ),
        (
            "slash.csv",
            b"number\nA/1\n".to_vec(),
            65,
            "slash.csv, line 2, column number: \"A/1\"",
        ),
        (
            "control.csv",
            b"number\n\x1b[2J\n".to_vec(),
            65,
            "control.csv, line 2, column number: \"\\u{1b}[2J\"",
        ),
        (
            "none.csv",
            b"title\nx\n".to_vec(),
            2,
            "no column contains the order numbers",
        ),
        (
            "huge.csv",
            format!("number,title\nA-1,{huge}\n").into(),
            65,
            "huge.csv, line 2: the row is longer than 1 MiB",
        ),
        (
            "number.csv",
            format!("number\n{huge}\n").into(),
            65,
            "number.csv, line 2, column number",
        ),
        (
            "column.csv",
            format!("{huge}\nx\n").into(),
            2,
            "no column contains the order numbers",
        ),
    ] {
        let file = folder.file(name, bytes);
        let outcome = db.wl("ada", &["order", "import", &file]);
        outcome.assert_refused(code, words);
        assert!(
            outcome.stderr.len() < 1000,
            "{name}: {} bytes",
            outcome.stderr.len()
        );
    }
    let missing = folder.path("missing.csv");
    db.wl("ada", &["order", "import", &missing])
        .assert_refused(66, "missing.csv can't be read: No such file");
    db.wl("ada", &["order", "import", "/"])
        .assert_refused(66, "/ is a directory");
    let needs_root_not = folder.file("text", "x");
    db.wl("ada", &["order", "import", &format!("{needs_root_not}/x")])
        .assert_refused(66, "Not a directory");
    assert_eq!(db.checksum(), before);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_matter() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.file(
        "excel.csv",
        "\u{feff}number,title\r\nA-1,\"two\r\nlines\"\r\n\r\n",
    );
    assert_eq!(db.json("ada", &["order", "import", &file])["added"], 1);
    assert_eq!(
        db.json("tom", &["order", "show", "A-1"])["title"],
        "two\r\nlines"
    );
}

#[test]
fn a_nonsense_map_is_usage_and_names_what_there_is() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.file("x.csv", "nr,what\nA-1,x\n");
    for (map, words) in [
        ("nonsense", "is not TARGET=COLUMN"),
        ("", "is not TARGET=COLUMN"),
        (
            "number=",
            "there is no such column; the columns are nr, what",
        ),
        (
            "number=Number",
            "there is no such column; the columns are nr, what",
        ),
        ("colour=nr", "the targets are number, title, customer, line"),
        ("=", "the targets are"),
    ] {
        let outcome = db.wl("ada", &["order", "import", &file, "--map", map]);
        outcome.assert_refused(2, words);
    }
    let entries = ["entry", "import", &file, "--map", "number=nr"];
    db.wl("ada", &entries)
        .assert_refused(2, "no column is mapped to start_ts");
    let delimiter = [
        "order",
        "import",
        &file,
        "--map",
        "number=nr",
        "--delimiter",
        "é",
    ];
    db.wl("ada", &delimiter).assert_refused(2, "--delimiter");
    let zone = [
        "entry",
        "import",
        &file,
        "--map",
        "number=nr",
        "--map",
        "start_ts=nr",
        "--map",
        "end_ts=nr",
        "--zone",
        "Mars",
    ];
    db.wl("ada", &zone).assert_refused(65, "Mars");
}

#[test]
fn a_file_of_rejects_that_cannot_be_written_stops_the_import() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.file("x.csv", "number\nA-1\nA/2\n");
    let before = db.checksum();
    for (rejects, code) in [
        ("/nonexistent/r.csv", 73),
        (&*folder.path(""), 73),
        (&*file, 73),
    ] {
        let import = ["order", "import", &file, "--rejects", rejects];
        db.wl("ada", &import)
            .assert_refused(code, "can't be written");
        assert_eq!(db.checksum(), before);
    }
    // written after the commit: the rows are in, and that is what is said
    let full = db.refused("ada", &["order", "import", &file, "--rejects", "/dev/full"]);
    assert_eq!(
        (&full["code"], &full["saved"]),
        (&74.into(), &"everything".into()),
        "{full}"
    );
    assert_eq!(db.json("ada", &["order", "show", "A-1"])["number"], "A-1");
}

#[test]
fn an_export_that_cannot_be_written_leaves_nothing() {
    let (db, folder) = (approved(), Folder::new());
    let old = folder.file("old", "mine");
    let link = folder.path("link");
    std::os::unix::fs::symlink(&old, &link).expect("a link");
    std::fs::create_dir(folder.path("dir")).expect("a folder");
    let before = db.checksum();
    let names = folder.names();
    for format in ["csv", "xlsx", "pdf"] {
        for (target, code, words) in [
            (&*link, 73, "it is a link"),
            (&*folder.path("dir"), 73, "it is a directory"),
            (&*old, 73, "it already exists"),
            ("/nonexistent/x", 73, "No such file"),
            (&*format!("{old}/x"), 73, "Not a directory"),
            ("/dev/full", 74, "No space left on device"),
        ] {
            for force in [false, true] {
                if force && target == old {
                    continue;
                }
                let mut export = vec!["export", format, "WO-1", "--output", target];
                export.extend(force.then_some("--force"));
                db.wl("acc", &export).assert_refused(code, words);
            }
        }
        let under = db.wl("acc", &["export", format, "WO-1", "--dir", &old]);
        under.assert_refused(73, "");
    }
    assert_eq!(
        (folder.names(), folder.read("old")),
        (names, "mine".to_owned())
    );
    assert_eq!(db.checksum(), before);
}

/// Standard output on a full disk.
fn onto_full_disk(db: &Db, login: &str, args: &[&str]) -> Outcome {
    let full = std::fs::File::options().write(true).open("/dev/full");
    let mut command = db.command(login, args);
    command.stdout(full.expect("/dev/full"));
    Outcome::of(command.output().expect("wl runs"))
}

#[test]
fn a_full_disk_behind_standard_output_is_said() {
    let db = approved();
    for args in [
        &["export", "csv", "WO-1"][..],
        &["export", "pdf", "WO-1", "--output", "-"],
        &["entry", "list"],
        &["--format", "json", "entry", "list"],
        &["completions", "bash"],
        &["--help"],
        &["--version"],
        &["entry", "-h"],
    ] {
        let outcome = onto_full_disk(&db, "acc", args);
        assert_eq!(outcome.code, 74, "{args:?} {outcome:?}");
        assert!(
            outcome.stderr.contains("No space left on device"),
            "{outcome:?}"
        );
    }
}

#[test]
fn what_was_saved_is_said_even_when_it_cannot_be_shown() {
    let db = Db::new();
    let args = ["--format", "json", "timer", "start", "WO-1/1"];
    let outcome = onto_full_disk(&db, "tom", &args);
    assert_eq!(outcome.code, 74, "{outcome:?}");
    assert_eq!(db.count("SELECT count(*) FROM wl.time_entries"), 1);
    assert!(
        outcome.stderr.contains("\"saved\": \"everything\""),
        "{outcome:?}"
    );
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let db = approved();
    let file = Folder::new();
    let mut rows = "number\n".to_owned();
    for n in 0..3000 {
        rows.push_str(&format!("A-{n:050}\n"));
    }
    let orders = file.file("orders.csv", rows);
    db.ok("ada", &["order", "import", &orders]);
    for args in [
        &["export", "csv", "WO-1"][..],
        &["order", "list"],
        &["--format", "json", "order", "list"],
        &["--format", "csv", "order", "list"],
        &["completions", "zsh"],
        &["--help"],
    ] {
        let mut command = db.command("acc", args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("wl runs");
        drop(child.stdout.take());
        let mut said = String::new();
        let mut stderr = child.stderr.take().expect("a pipe");
        stderr.read_to_string(&mut said).expect("text");
        let status = child.wait().expect("wl ends");
        assert_eq!(status.code(), Some(0), "{args:?} {said}");
        assert!(
            !said.contains("error") && !said.contains("panicked"),
            "{said}"
        );
    }
}

#[test]
fn a_folder_of_exports_is_made_whole_or_not_at_all() {
    let (db, folder) = (approved(), Folder::new());
    db.ok(
        "ada",
        &["order", "add", "A:1", "--title", "T", "--customer", "C"],
    );
    db.ok(
        "ada",
        &["order", "add", "A*1", "--title", "T", "--customer", "C"],
    );
    let dir = folder.path("");
    // two numbers, one file name: neither may replace the other
    for force in [&[][..], &["--force"]] {
        let same = ["export", "csv", "A:1", "A*1", "--dir", &dir];
        let error = db.refused("acc", &[&same[..], force].concat());
        assert_eq!(error["code"], 73);
        let message = error["message"].as_str().expect("text");
        assert!(
            message.contains("A:1") && message.contains("A*1"),
            "{message}"
        );
    }
    assert_eq!(folder.names(), Vec::<String>::new());
    // the second file is there already
    folder.file("A_1.csv", "mine");
    let error = db.refused("acc", &["export", "csv", "WO-1", "A:1", "--dir", &dir]);
    assert_eq!(error["code"], 73);
    assert_eq!(folder.names(), ["A_1.csv"]);
}

#[test]
fn a_file_that_cannot_grow_leaves_the_old_one_and_no_rest() {
    let (db, folder) = (approved(), Folder::new());
    folder.file("old", "mine");
    for format in ["csv", "xlsx", "pdf"] {
        // the limit of the shell makes the write fail in the middle of the file
        let mut command = std::process::Command::new("sh");
        let wl = db.command(
            "acc",
            &[
                "export",
                format,
                "WO-1",
                "--force",
                "--output",
                &folder.path("old"),
            ],
        );
        let words = std::iter::once(wl.get_program()).chain(wl.get_args());
        command
            .args(["-c", "ulimit -f 0; trap '' XFSZ; exec \"$@\"", "sh"])
            .args(words)
            .env_clear()
            .envs(
                wl.get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            );
        let outcome = Outcome::of(command.output().expect("sh runs"));
        outcome.assert_refused(74, "File too large");
        assert_eq!(
            (folder.names(), folder.read("old")),
            (vec!["old".to_owned()], "mine".to_owned())
        );
    }
}

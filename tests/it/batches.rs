//! A file for each order: stopped, carried on, begun again, and listed.

use std::os::unix::fs::MetadataExt;
use std::process::Command;

use serde_json::Value;

use crate::support::{Db, Folder, Outcome, pdf_text, table};

/// Three orders ready to bill, each with an approved hour on its only line.
fn ready() -> (Db, Folder) {
    let db = Db::new();
    for (order, day) in [("A-1", 1), ("A-2", 2), ("A-3", 3)] {
        db.order(order);
        let at = |hour| format!("2024-06-0{day} {hour}:00");
        db.time("tom", &format!("{order}/1"), &at(8), &at(9));
        db.approve("ada", order);
        db.order_status("ada", order, "ready_to_bill");
    }
    (db, Folder::new())
}

fn export<'a>(format: &'a str, dir: &'a str) -> [&'a str; 6] {
    ["export", format, "--status", "ready_to_bill", "--dir", dir]
}

/// Ctrl-C while `wl` waits for its first row: it is heard for sure, and obeyed
/// after the first file.
fn interrupted(db: &Db, args: &[&str]) -> Outcome {
    let held = db.hold("LOCK TABLE wl.time_entries IN ACCESS EXCLUSIVE MODE");
    let running = db.start("acc", args);
    db.wait_for_waiting(1);
    running.interrupt();
    held.commit();
    running.finish()
}

fn manifest(folder: &Folder) -> Value {
    serde_json::from_str(&folder.read("manifest.json")).expect("JSON")
}

fn names(folder: &Folder) -> Vec<String> {
    folder.names()
}

/// Another number, another file.
fn inode(folder: &Folder, name: &str) -> u64 {
    let found = std::fs::metadata(folder.path(name));
    found.expect("the file is there").ino()
}

#[test]
fn the_manifest_lists_every_file_with_its_hash() {
    for format in ["csv", "xlsx", "pdf"] {
        let (db, folder) = ready();
        let done = db.ok("acc", &export(format, &folder.path("")));
        assert!(
            done.stderr
                .contains("Exported 3 entries, 3.00 h (10800 seconds) to 3 files"),
            "{done:?}"
        );
        let manifest = manifest(&folder);
        assert_eq!(manifest["seal"], db.json("acc", &["audit", "seal"])["seal"]);
        assert_eq!(manifest["entries"], 3);
        assert_eq!(manifest["duration_seconds"], 10_800);
        assert_eq!(
            (&manifest["hours"], &manifest["draft"]),
            (&"3.00".into(), &false.into())
        );
        assert_eq!(manifest["selection"]["status"], "ready_to_bill");
        assert_eq!(
            (&manifest["zone"], &manifest["period"]),
            (&"UTC".into(), &Value::Null)
        );
        let columns = manifest["columns"]
            .as_array()
            .map(|columns| columns[0].clone());
        assert_eq!(columns, (format != "pdf").then(|| "id".into()));
        let mut sums = String::new();
        let files = manifest["files"].as_array().expect("a list");
        for (file, order) in files.iter().zip(["A-1", "A-2", "A-3"]) {
            assert_eq!(file["order"], order);
            assert_eq!(file["name"], format!("{order}.{format}"));
            assert_eq!(
                (&file["draft"], &file["own_approval"]),
                (&false.into(), &false.into())
            );
            assert_eq!(
                (&file["entries"], &file["duration_seconds"]),
                (&1.into(), &3600.into())
            );
            let hash = file["sha256"].as_str().expect("text");
            sums.push_str(&format!(
                "{hash}  {}\n",
                file["name"].as_str().expect("text")
            ));
        }
        assert_eq!(files.len(), 3);
        let sums = folder.file("sums", sums);
        let checked = Command::new("sha256sum")
            .args(["--check", "--strict", &sums])
            .current_dir(folder.path(""))
            .output()
            .expect("sha256sum, of coreutils");
        assert!(checked.status.success(), "{checked:?}");
        assert!(!names(&folder).contains(&"manifest.json.part".to_owned()));
        // it is a seal file too
        let seal = folder.path("manifest.json");
        db.ok("olga", &["audit", "verify", "--seal", &seal]);
    }
}

#[test]
fn a_batch_that_was_stopped_is_carried_on() {
    for (format, left) in [
        ("pdf", ["A-1.pdf", "manifest.json.part"]),
        ("csv", ["A-1.csv", "manifest.json.part"]),
    ] {
        let (db, folder) = ready();
        let dir = folder.path("");
        let stopped = interrupted(&db, &export(format, &dir));
        assert_eq!(stopped.code, 130, "{stopped:?}");
        for said in [
            "error: interrupted: 1 of 3 files complete\n",
            "\nthe finished files are kept\n",
            "hint: to continue, run the same command again\n",
        ] {
            assert!(stopped.stderr.contains(said), "{stopped:?}");
        }
        assert_eq!(names(&folder), left);
        let first = format!("A-1.{format}");
        let before = inode(&folder, &first);
        let done = db.ok("acc", &export(format, &dir));
        assert!(
            done.stderr.contains("3 files (1 from an earlier run)"),
            "{done:?}"
        );
        assert_eq!(inode(&folder, &first), before);
        // the same as in one go
        let whole = Folder::new();
        db.ok("acc", &export(format, &whole.path("")));
        assert_eq!(names(&folder), names(&whole));
        for name in names(&folder) {
            let read = |folder: &Folder| std::fs::read(folder.path(&name)).expect("the file");
            assert!(read(&folder) == read(&whole), "{name}");
        }
    }
}

#[test]
fn a_single_file_that_was_stopped_leaves_nothing() {
    for format in ["csv", "xlsx", "pdf"] {
        let (db, folder) = ready();
        let output = folder.path("out");
        let stopped = interrupted(&db, &["export", format, "A-1", "--output", &output]);
        stopped.assert_refused(130, "error: interrupted\n");
        assert_eq!(names(&folder), Vec::<String>::new());
    }
}

#[test]
fn what_a_killed_run_leaves_is_in_nobodys_way() {
    let (db, folder) = ready();
    let dir = folder.path("");
    assert_eq!(interrupted(&db, &export("csv", &dir)).code, 130);
    // it died before the file appeared, and in the middle of a line
    std::fs::remove_file(folder.path("A-1.csv")).expect("a file");
    let part = folder.read("manifest.json.part");
    folder.file("manifest.json.part", part + "{\"name\":\"A-2.c");
    let done = db.ok("acc", &export("csv", &dir));
    assert!(done.stderr.contains("to 3 files, listed in"), "{done:?}");
    let whole = Folder::new();
    db.ok("acc", &export("csv", &whole.path("")));
    assert_eq!(names(&folder), names(&whole));
    assert_eq!(folder.read("manifest.json"), whole.read("manifest.json"));
}

#[test]
fn what_the_batch_does_not_show_may_change_meanwhile() {
    let (db, folder) = ready();
    let dir = folder.path("");
    let seal = db.json("acc", &["audit", "seal"])["seal"].clone();
    assert_eq!(interrupted(&db, &export("pdf", &dir)).code, 130);
    let first = inode(&folder, "A-1.pdf");
    db.order("A-4");
    db.entry("tom", 3);
    db.ok(
        "ada",
        &[
            "settings",
            "set",
            "stale_after",
            "9h",
            "--reason",
            "long days",
        ],
    );
    assert_ne!(db.json("acc", &["audit", "seal"])["seal"], seal);
    let done = db.ok("acc", &export("pdf", &dir));
    assert!(done.stderr.contains("(1 from an earlier run)"), "{done:?}");
    assert_eq!(inode(&folder, "A-1.pdf"), first);
    // all of it is of one state, and says which
    assert_eq!(manifest(&folder)["seal"], seal);
    let digits = seal.as_str().expect("text");
    assert!(pdf_text(&folder.path("A-3.pdf")).contains(digits));
}

#[test]
fn a_batch_of_other_data_begins_again() {
    let entry = |db: &Db| {
        db.query("SELECT min(e.id) FROM wl.time_entries e JOIN wl.work_orders o ON o.id = e.work_order_id WHERE o.number = 'A-3'")
    };
    type Change<'c> = &'c dyn Fn(&Db);
    let changes: [(&str, Change<'_>); 6] = [
        ("the order", &|db| {
            db.ok("ada", &["order", "edit", "A-3", "--title", "Another"]);
        }),
        ("the line item", &|db| {
            db.ok(
                "ada",
                &["line", "edit", "A-3/1", "--description", "Another"],
            );
        }),
        ("the entry", &|db| {
            db.ok("ada", &["unlock", &entry(db), "--reason", "look again"]);
            db.approve("ada", "A-3");
        }),
        ("a printed setting", &|db| {
            db.ok(
                "ada",
                &[
                    "settings",
                    "set",
                    "organisation",
                    "Us",
                    "--reason",
                    "our name",
                ],
            );
        }),
        ("a name", &|db| {
            // no command renames people
            let rename = "BEGIN;
                UPDATE wl.users SET full_name = 'Tom T.' WHERE db_role = 'tom';
                INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
                    SELECT 'user', id, 'user.edit', 'a new name', 'x' FROM wl.users WHERE db_role = 'tom';
                COMMIT";
            db.sql("ada", rename).expect("a new name");
        }),
        ("the selection", &|db| {
            db.order_status("ada", "A-1", "in_progress");
        }),
    ];
    for (what, change) in changes {
        let (db, folder) = ready();
        let dir = folder.path("");
        assert_eq!(interrupted(&db, &export("csv", &dir)).code, 130);
        change(&db);
        let seal = db.json("acc", &["audit", "seal"])["seal"].clone();
        let done = db.ok("acc", &export("csv", &dir));
        assert!(
            done.stderr.contains(
                "The data has changed since the earlier run, so all files were written again."
            ),
            "{what}: {done:?}"
        );
        let manifest = manifest(&folder);
        assert_eq!(manifest["seal"], seal, "{what}");
        let files = manifest["files"].as_array().expect("a list");
        // nothing of the first run is left over
        assert_eq!(names(&folder).len(), files.len() + 1, "{what}");
        for file in files {
            let order = file["order"].as_str().expect("text");
            let now = db.ok("acc", &["export", "csv", order]).stdout;
            assert_eq!(folder.read(&format!("{order}.csv")), now, "{what}");
        }
    }
}

#[test]
fn a_status_that_the_files_show_is_the_same_in_all_of_them() {
    let (db, folder) = ready();
    let dir = folder.path("");
    let export = ["export", "csv", "A-1", "A-2", "A-3", "--dir", &dir];
    assert_eq!(interrupted(&db, &export).code, 130);
    for order in ["A-1", "A-2", "A-3"] {
        db.order_status("ada", order, "in_progress");
    }
    db.ok("acc", &export);
    for order in ["A-1", "A-2", "A-3"] {
        let rows = table(&folder.read(&format!("{order}.csv")));
        assert_eq!(rows[0]["order_status"], "in_progress", "{order}");
    }
}

#[test]
fn files_of_others_are_never_replaced_without_force() {
    let (db, folder) = ready();
    let dir = folder.path("");
    let args = export("pdf", &dir);
    folder.file("A-3.pdf", "mine");
    let error = db.refused("acc", &args);
    assert_eq!(error["code"], 73);
    assert_eq!(names(&folder), ["A-3.pdf"]);
    std::fs::remove_file(folder.path("A-3.pdf")).expect("a file");

    assert_eq!(interrupted(&db, &args).code, 130);
    folder.file("A-1.pdf", "mine now");
    for change in [false, true] {
        if change {
            db.ok("ada", &["order", "edit", "A-1", "--title", "Another"]);
        }
        let error = db.refused("acc", &args);
        assert_eq!(error["code"], 73);
        assert!(
            error["message"].as_str().expect("text").contains("A-1.pdf"),
            "{error}"
        );
        assert_eq!(folder.read("A-1.pdf"), "mine now");
    }
    db.ok("acc", &[&args[..], &["--force"]].concat());
    assert!(pdf_text(&folder.path("A-1.pdf")).contains("Another"));
    assert_eq!(manifest(&folder)["files"].as_array().map(Vec::len), Some(3));
}

#[test]
fn one_folder_holds_one_batch() {
    let (db, folder) = ready();
    let dir = folder.path("");
    assert_eq!(interrupted(&db, &export("pdf", &dir)).code, 130);
    // another selection
    let other = ["export", "pdf", "A-2", "--dir", &dir];
    let error = db.refused("acc", &other);
    assert_eq!(error["code"], 73);
    let hint = error["hint"].as_str().expect("a hint");
    assert!(hint.contains("the command that began it"), "{error}");
    // at the same time
    let part = std::fs::File::open(folder.path("manifest.json.part")).expect("the list");
    part.lock().expect("a lock");
    assert_eq!(db.refused("acc", &export("pdf", &dir))["code"], 75);
    drop(part);
    // a finished one
    db.ok("acc", &export("pdf", &dir));
    let before = folder.read("manifest.json");
    let error = db.refused("acc", &other);
    assert_eq!(error["code"], 73);
    assert!(
        error["hint"].as_str().expect("a hint").contains("--force"),
        "{error}"
    );
    assert_eq!(folder.read("manifest.json"), before);
    // a list that is none
    std::fs::remove_file(folder.path("manifest.json")).expect("a file");
    for text in ["", "mine", "mine\n", "{}\n"] {
        folder.file("manifest.json.part", text);
        assert_eq!(db.refused("acc", &other)["code"], 73, "{text}");
        assert_eq!(folder.read("manifest.json.part"), text);
    }
}

#[test]
fn a_list_does_not_lead_out_of_its_folder() {
    let (db, folder) = ready();
    let outside = folder.file("precious", "mine");
    let dir = folder.path("out");
    assert_eq!(interrupted(&db, &export("pdf", &dir)).code, 130);
    // of "mine"
    let hash = db.query("SELECT encode(sha256('mine'), 'hex')");
    let part = folder.path("out/manifest.json.part");
    let list = std::fs::read_to_string(&part).expect("the list");
    let line = format!(
        "{{\"name\":\"../precious\",\"order\":\"A-2\",\"entries\":1,\"duration_seconds\":1,\"sha256\":\"{hash}\",\"draft\":false,\"own_approval\":false,\"fonts\":[]}}\n"
    );
    std::fs::write(&part, list + &line).expect("the list");
    db.ok("ada", &["order", "edit", "A-3", "--title", "Another"]);
    db.ok("acc", &export("pdf", &dir));
    assert_eq!(std::fs::read_to_string(outside).expect("the file"), "mine");
}

/// A line of the list of an unfinished batch.
fn listed(name: &str) -> String {
    let hash = "0".repeat(64);
    format!(
        "{{\"name\":\"{name}\",\"order\":\"A-2\",\"entries\":1,\"duration_seconds\":1,\"sha256\":\"{hash}\",\"draft\":false,\"own_approval\":false,\"fonts\":[]}}\n"
    )
}

#[test]
fn a_list_leads_to_nothing_without_an_end() {
    let (db, folder) = ready();
    let dir = folder.path("");
    assert_eq!(interrupted(&db, &export("csv", &dir)).code, 130);
    let list = folder.read("manifest.json.part");
    // a pipe without a writer, in the folder
    let pipe = folder.path("pipe");
    nix::unistd::mkfifo(pipe.as_str(), nix::sys::stat::Mode::S_IRWXU).expect("a pipe");
    folder.file("manifest.json.part", format!("{list}{}", listed("pipe")));
    let outcome = db.wl("acc", &export("csv", &dir));
    outcome.assert_refused(73, "it is not a regular file");
    // outside of it
    let up = "../".repeat(20);
    let outside = [
        "/dev/zero".to_owned(),
        format!("{up}dev/zero"),
        pipe.clone(),
    ];
    let lines: String = outside.iter().map(|name| listed(name)).collect();
    folder.file("manifest.json.part", list + &lines);
    db.ok("acc", &export("csv", &dir));
    assert_eq!(manifest(&folder)["entries"], 3);
}

/// The files of the earlier run may be large.
#[test]
fn a_batch_also_stops_while_it_reads_what_is_there() {
    let (db, folder) = ready();
    let dir = folder.path("");
    assert_eq!(interrupted(&db, &export("csv", &dir)).code, 130);
    let before = names(&folder);
    assert_eq!(interrupted(&db, &export("csv", &dir)).code, 130);
    assert_eq!(names(&folder), before, "it wrote another file first");
}

#[test]
fn temporary_files_of_killed_runs_are_removed() {
    let (db, folder) = ready();
    let dir = folder.path("");
    assert_eq!(interrupted(&db, &export("csv", &dir)).code, 130);
    folder.file(".wl-export-dead00", "half");
    folder.file(".wl-exported", "mine");
    folder.file(".wl-export-mine.csv", "mine");
    let alive = folder.file(".wl-export-alive0", "half");
    let writer = std::fs::File::open(alive).expect("a file");
    writer.lock().expect("a lock");
    db.ok("acc", &export("csv", &dir));
    let left = [
        ".wl-export-alive0",
        ".wl-export-mine.csv",
        ".wl-exported",
        "A-1.csv",
        "A-2.csv",
        "A-3.csv",
        "manifest.json",
    ];
    assert_eq!(names(&folder), left);
    // what is written under such a name would be removed as well
    let lost = folder.path(".wl-export-backup");
    db.wl("acc", &["export", "csv", "A-1", "--output", &lost])
        .assert_refused(73, "a temporary file may have this name");
}

#[test]
fn a_long_number_gives_a_name_that_fits() {
    let (db, folder) = (Db::new(), Folder::new());
    // 64 characters are 256 bytes, and a name of a file has 255 at most
    let number = |last: char| format!("{}{last}", "\u{1f600}".repeat(63));
    let (one, other) = (number('\u{1f601}'), number('\u{1f602}'));
    for (number, start, end) in [(&one, "5h ago", "4h ago"), (&other, "3h ago", "2h ago")] {
        db.order(number);
        db.time("tom", &format!("{number}/1"), start, end);
        db.approve("ada", number);
    }
    for format in ["csv", "xlsx", "pdf"] {
        let dir = folder.path(format);
        db.ok("acc", &["export", format, &one, &other, "--dir", &dir]);
        let names: Vec<String> = std::fs::read_dir(&dir)
            .expect("a folder")
            .map(|file| {
                file.expect("a file")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        assert_eq!(names.len(), 3, "{names:?}");
        assert!(
            names
                .iter()
                .all(|name| name.len() + ".seal.json".len() <= 255),
            "{names:?}"
        );
    }
    // beside it is a side file
    let mut alone = db.command("acc", &["export", "pdf", &one]);
    let done = alone
        .current_dir(folder.path("pdf"))
        .output()
        .expect("wl runs");
    assert_eq!(Outcome::of(done).code, 73, "the batch wrote that name");
    std::fs::create_dir(folder.path("alone")).expect("a folder");
    let done = alone
        .current_dir(folder.path("alone"))
        .output()
        .expect("wl runs");
    let done = Outcome::of(done);
    assert_eq!(done.code, 0, "{done:?}");
}

#[test]
fn only_files_with_unapproved_time_are_drafts() {
    let (db, folder) = ready();
    db.order_status("ada", "A-2", "in_progress");
    let add = [
        "entry",
        "add",
        "A-2/1",
        "--start",
        "2024-06-05 08:00",
        "--end",
        "2024-06-05 09:00",
    ];
    db.ok("tom", &add);
    let dir = folder.path("");
    let export = [
        "export",
        "pdf",
        "A-1",
        "A-2",
        "--include-unapproved",
        "--dir",
        &dir,
    ];
    let done = db.ok("acc", &export);
    assert!(done.stderr.contains("DRAFTS"), "{done:?}");
    let manifest = manifest(&folder);
    let drafts = manifest["files"].as_array().expect("a list").iter();
    let drafts: Vec<&Value> = drafts.map(|file| &file["draft"]).collect();
    assert_eq!(
        (&manifest["draft"], drafts),
        (&true.into(), vec![&false.into(), &true.into()])
    );
    assert!(!pdf_text(&folder.path("A-1.pdf")).contains("DRAFT"));
    assert!(pdf_text(&folder.path("A-2.pdf")).contains("DRAFT"));
}

#[test]
fn from_the_batch_to_the_bill() {
    let (db, folder) = ready();
    let dir = folder.path("");
    db.ok("acc", &export("pdf", &dir));
    for order in ["A-1", "A-2", "A-3"] {
        db.bill("acc", &[order]);
        db.order_status("acc", order, "billed");
    }
    // billed once: the same selection is empty now
    let again = Folder::new();
    let none = db.ok("acc", &export("pdf", &again.path("")));
    assert!(none.stderr.contains("Nothing to export."), "{none:?}");
    assert_eq!(names(&again), Vec::<String>::new());
    for order in ["A-1", "A-2", "A-3"] {
        let unchanged = db.ok("acc", &["order", "status", order, "billed"]);
        let already = format!("Work order {order} (T) already is billed.\n");
        assert_eq!(unchanged.stderr, already);
        db.wl_refused(
            "ada",
            &["order", "status", order, "in_progress"],
            1,
            "order_status",
        );
    }
    // what was handed over is as it was
    let seal = folder.path("manifest.json");
    let whole = db.ok("olga", &["audit", "verify", "--seal", &seal]);
    assert!(
        whole.stderr.contains("The audit trail is intact."),
        "{whole:?}"
    );
}

#[test]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;
    let (db, folder) = (ready().0, Folder::new());
    std::fs::create_dir(folder.path("real")).expect("a folder");
    symlink(folder.path("real"), folder.path("link")).expect("a link");
    for dir in ["link", "link/", "link/."] {
        let outcome = db.wl("acc", &export("csv", &folder.path(dir)));
        outcome.assert_refused(73, "it is a link");
    }
    // on the way to the folder, and not the folder itself
    db.ok("acc", &export("csv", &folder.path("link/new")));

    for name in ["manifest.json", "manifest.json.part", "A-2.csv"] {
        let there = Folder::new();
        let elsewhere = there.file("elsewhere", "mine");
        symlink(&elsewhere, there.path(name)).expect("a link");
        let before = names(&there);
        let dir = there.path("");
        for force in [&[][..], &["--force"]] {
            let outcome = db.wl("acc", &[&export("csv", &dir)[..], force].concat());
            let words = match name {
                "manifest.json.part" => "it is not a regular file",
                _ => "it is a link",
            };
            outcome.assert_refused(73, words);
        }
        assert_eq!(
            (there.read("elsewhere"), names(&there)),
            ("mine".to_owned(), before),
            "{name}"
        );
    }

    // a file of an unfinished batch that became a link to the same bytes
    let there = Folder::new();
    let dir = there.path("");
    let stopped = interrupted(&db, &export("csv", &dir));
    assert_eq!(stopped.code, 130, "{stopped:?}");
    let (first, moved) = (there.path("A-1.csv"), there.path("moved"));
    std::fs::rename(&first, &moved).expect("it is moved");
    symlink(&moved, &first).expect("a link");
    let outcome = db.wl("acc", &export("csv", &dir));
    outcome.assert_refused(73, "it is a link");
}

#[test]
fn what_hides_in_a_number_does_not_hide_in_a_file_name() {
    let (db, folder) = (Db::new(), Folder::new());
    let number = "A\u{202e}fdp\u{200b}.exe";
    db.order(number);
    let line = format!("{number}/1");
    let times = ["--start", "3h ago", "--end", "2h ago"];
    db.ok("tom", &[&["entry", "add", &line][..], &times].concat());
    db.approve("ada", number);
    db.ok("acc", &["export", "pdf", number, "--dir", &folder.path("")]);
    assert_eq!(names(&folder), ["A_fdp_.exe.pdf", "manifest.json"]);
}

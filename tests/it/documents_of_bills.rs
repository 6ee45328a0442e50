//! Documents of bills: made of frozen lines, registered, and recognised again.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;
use sha2::Digest;

use crate::support::{Db, Folder, Outcome, bare_command, pdf_text, table};

const KINDS: [&str; 3] = ["pdf", "csv", "xlsx"];

/// A logo of one red pixel.
const RED: &[u8] = include_bytes!("red.png");

/// Bill 1 of WO-1, under a letterhead with everything in it: an hour of tom on 1/1, two of a person of the test's own on 1/2, who can
/// be removed.
fn billed() -> (Db, Folder, String) {
    let db = Db::new();
    let person = db.person("technician");
    db.time("tom", "WO-1/1", "2024-06-03 08:00", "2024-06-03 09:00");
    db.time(&person, "WO-1/2", "2024-06-04 08:00", "2024-06-04 10:00");
    db.approve("ada", "WO-1");
    let folder = Folder::new();
    let logo = folder.file("logo.png", RED);
    for (setting, value) in [
        ("organisation", "Kältetechnik Nord"),
        ("address", "Kai 1"),
        ("logo", &logo),
        ("footer", "IBAN DE00"),
    ] {
        let set = ["settings", "set", setting, value, "--reason", "our paper"];
        db.ok("ada", &set);
    }
    db.ok("acc", &["bill", "add", "WO-1", "--yes"]);
    std::fs::remove_file(logo).expect("a file");
    (db, folder, person)
}

/// `wl` as the owner of a database.
fn owner(db: &Db, args: &[&str]) {
    let mut command = bare_command(args);
    command.env("DATABASE_URL", db.superuser_url());
    let outcome = Outcome::of(command.output().expect("wl runs"));
    assert_eq!(outcome.code, 0, "{outcome:?}");
}

/// Writes the document of bill 1 in a format under its name in a folder, and returns it.
fn document(db: &Db, kind: &str, dir: &str) -> Vec<u8> {
    db.ok("acc", &["export", kind, "--bill", "1", "--dir", dir]);
    std::fs::read(format!("{dir}/bill-00001.{kind}")).expect("the document")
}

fn verify(db: &Db, file: &str) -> Outcome {
    db.wl("olga", &["--format", "json", "bill", "verify", file])
}

/// What `bill verify` says of one file.
fn verified(db: &Db, file: &str) -> Value {
    let outcome = verify(db, file);
    let all: Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    assert_eq!(
        outcome.code,
        if all[0]["bill"].is_null() { 3 } else { 0 },
        "{outcome:?}"
    );
    all[0].clone()
}

fn documents(db: &Db) -> String {
    db.query("SELECT count(*) || ' ' || (SELECT count(*) FROM wl.audit_log WHERE action = 'document.add') FROM wl.documents")
}

#[test]
fn a_document_stays_the_same_whatever_changes() {
    let (db, folder, person) = billed();
    let first = KINDS.map(|kind| document(&db, kind, &folder.path("first")));
    assert_eq!(documents(&db), "3 3");
    db.ok(
        "ada",
        &[
            "order",
            "edit",
            "WO-1",
            "--title",
            "Other",
            "--customer",
            "Other AG",
        ],
    );
    db.ok("ada", &["order", "edit", "WO-1", "--number", "WO-1b"]);
    db.ok(
        "ada",
        &["line", "edit", "WO-1b/1", "--description", "Other work"],
    );
    db.sql(
        "ada",
        "BEGIN; UPDATE wl.users SET full_name = 'Tom T.' WHERE db_role = 'tom';
         INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
            SELECT 'user', id, 'user.edit', 'a new name', 'x' FROM wl.users WHERE db_role = 'tom'; COMMIT",
    )
    .expect("a new name");
    db.ok("ada", &["user", "remove", &person, "--reason", "left"]);
    for (setting, value) in [
        ("organisation", "Others"),
        ("address", "Elsewhere 1"),
        ("logo", ""),
        ("footer", "Other foot"),
        ("language", "de"),
        ("zone", "Asia/Tokyo"),
        ("two_pairs_of_eyes", "off"),
    ] {
        db.ok(
            "ada",
            &["settings", "set", setting, value, "--reason", "new"],
        );
    }
    let backup = folder.path("all.dump");
    owner(&db, &["db", "backup", &backup]);
    let restored = Db::empty();
    owner(&restored, &["db", "restore", &backup]);
    for (kind, first) in KINDS.iter().zip(&first) {
        let again = document(&db, kind, &folder.path("again"));
        assert!(again == *first, "{kind}");
        let there = document(&restored, kind, &folder.path("restored"));
        assert!(there == *first, "{kind}");
    }
    let text = pdf_text(&folder.path("restored/bill-00001.pdf"));
    for printed in ["Kältetechnik Nord", "Kai 1", "IBAN DE00", "Tom Tech"] {
        assert!(text.contains(printed), "{printed}: {text}");
    }
    // the same bytes are registered once
    assert_eq!(documents(&db), "3 3");
    let csv = String::from_utf8(first[1].clone()).expect("text");
    let rows = table(&csv);
    assert_eq!(rows.len(), 2);
    assert_eq!((&*rows[0]["work_order"], &*rows[0]["bill"]), ("WO-1", "1"));
    assert_eq!(
        (&*rows[0]["start_ts"], &*rows[0]["hours"]),
        ("2024-06-03T08:00:00+00:00", "1.00")
    );
}

#[test]
fn a_cancelled_bill_says_so_in_documents_of_its_own() {
    let (db, folder, _) = billed();
    let active = KINDS.map(|kind| document(&db, kind, &folder.path("active")));
    db.ok(
        "acc",
        &["bill", "cancel", "1", "--reason", "wrong customer"],
    );
    for (kind, active) in KINDS.iter().zip(&active) {
        let cancelled = document(&db, kind, &folder.path("cancelled"));
        assert!(cancelled != *active, "{kind}");
        let of = |dir: &str| verified(&db, &folder.path(&format!("{dir}/bill-00001.{kind}")));
        for dir in ["active", "cancelled"] {
            assert_eq!(
                (&of(dir)["bill"], &of(dir)["bill_state"]),
                (&1.into(), &"cancelled".into())
            );
        }
    }
    assert!(pdf_text(&folder.path("cancelled/bill-00001.pdf")).contains("CANCELLED"));
    let rows = table(&folder.read("cancelled/bill-00001.csv"));
    assert!(
        rows.iter().all(|row| row["status"] == "CANCELLED"),
        "{rows:?}"
    );
    let hidden = ["export", "csv", "--bill", "1", "--columns", "id,hours"];
    assert_eq!(db.refused("acc", &hidden)["code"], 2);
    // its time on another bill: the first one is replaced
    db.ok("acc", &["bill", "add", "WO-1", "--yes"]);
    let replaced = verified(&db, &folder.path("active/bill-00001.pdf"));
    assert_eq!(
        (&replaced["bill_state"], &replaced["replaced_by"]),
        (&"replaced".into(), &2.into())
    );
}

#[test]
fn a_file_is_recognised_by_its_bytes_alone() {
    let (db, folder, _) = billed();
    for kind in KINDS {
        let bytes = document(&db, kind, &folder.path(""));
        let renamed = folder.path("renamed");
        std::fs::write(&renamed, &bytes).expect("a file");
        let found = verified(&db, &renamed);
        assert_eq!((&found["bill"], &found["kind"]), (&1.into(), &kind.into()));
        assert_eq!(
            (&found["made_by"], &found["bill_state"]),
            (&"acc".into(), &"active".into())
        );
        assert_eq!(
            (&found["audit_verified"], &found["file"]),
            (&true.into(), &renamed.clone().into())
        );
        assert_eq!(found["fonts"], serde_json::json!([]));
        let mut changed = bytes.clone();
        changed[bytes.len() / 2] ^= 1;
        std::fs::write(&renamed, &changed).expect("a file");
        let unknown = verified(&db, &renamed);
        assert_eq!(
            (&unknown["bill"], &unknown["made_at"]),
            (&Value::Null, &Value::Null)
        );
        assert_ne!(unknown["sha256"], found["sha256"]);
        std::fs::write(&renamed, [&*bytes, b"\n"].concat()).expect("a file");
        assert_eq!(verified(&db, &renamed)["bill"], Value::Null);
    }
    // an export of live time is none
    let live = folder.path("live.pdf");
    db.ok("acc", &["export", "pdf", "WO-1", "--output", &live]);
    let outcome = verify(&db, &live);
    assert_eq!(outcome.code, 3, "{outcome:?}");
    // several at once: one that is unknown is a finding
    let known = folder.path("bill-00001.pdf");
    let both = db.wl("acc", &["bill", "verify", &known, &live]);
    assert_eq!(both.code, 3, "{both:?}");
    assert!(
        both.stdout.contains("pdf of bill 1") && both.stdout.contains("unknown"),
        "{both:?}"
    );
    // standard input
    let mut child = db
        .command("olga", &["--format", "json", "bill", "verify", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("wl runs");
    let mut pipe = child.stdin.take().expect("a pipe");
    pipe.write_all(&std::fs::read(&known).expect("a file"))
        .expect("it reads");
    drop(pipe);
    let piped = child.wait_with_output().expect("wl ends");
    assert!(piped.status.success(), "{piped:?}");
}

#[test]
fn what_is_no_file_has_its_own_message() {
    let (db, folder, _) = billed();
    let empty = folder.file("empty", "");
    for (file, code, said) in [
        (folder.path(""), 66, "is a folder"),
        (folder.path("none"), 66, "No such file"),
        (empty, 65, "is empty"),
    ] {
        let error = db.refused("olga", &["bill", "verify", &file]);
        assert_eq!(error["code"], code, "{error}");
        assert!(
            error["message"].as_str().expect("text").contains(said),
            "{error}"
        );
    }
    assert_eq!(db.refused("olga", &["bill", "verify"])["code"], 2);
    // what is known of the others is said first
    let (known, none) = (folder.path("bill.pdf"), folder.path("none"));
    db.ok("acc", &["export", "pdf", "--bill", "1", "--output", &known]);
    let other = folder.file("other", "x");
    let outcome = db.wl("olga", &["bill", "verify", &known, &none, &other]);
    outcome.assert_refused(66, "none can't be read: No such file");
    assert!(
        outcome.stdout.contains("pdf of bill 1") && outcome.stdout.contains("unknown"),
        "{outcome:?}"
    );
}

/// Ctrl-C ends an export between two steps, never within one.
#[test]
fn an_interrupted_registration_is_saved_and_says_so() {
    let (db, folder, _) = billed();
    let file = folder.path("bill.csv");
    let held = db.hold("LOCK TABLE wl.documents IN SHARE MODE");
    let export = ["export", "csv", "--bill", "1", "--output", &file];
    let running = db.start("acc", &export);
    db.wait_for_waiting(1);
    running.interrupt();
    held.commit();
    let outcome = running.finish();
    assert_eq!(outcome.code, 130, "{outcome:?}");
    assert!(
        outcome.stderr.contains("the change was saved"),
        "{outcome:?}"
    );
    assert_eq!(db.count("SELECT count(*) FROM wl.documents"), 1);
    assert!(!std::fs::exists(&file).expect("a folder"), "{outcome:?}");
}

#[test]
fn a_full_disk_does_not_hide_what_was_registered() {
    let (db, _folder, _) = billed();
    let documents = || db.count("SELECT count(*) FROM wl.documents");
    for format in ["csv", "xlsx", "pdf"] {
        let outcome = db.wl(
            "acc",
            &["export", format, "--bill", "1", "--output", "/dev/full"],
        );
        outcome.assert_refused(74, "No space left on device");
    }
    assert_eq!(documents(), 0);
    // standard output waits for the registration
    for saved in ["the change was saved", "nothing was saved"] {
        let full = std::fs::File::options().write(true).open("/dev/full");
        let mut command = db.command("acc", &["export", "csv", "--bill", "1"]);
        command.stdout(full.expect("/dev/full"));
        let outcome = Outcome::of(command.output().expect("wl runs"));
        assert_eq!(outcome.code, 74, "{outcome:?}");
        assert!(outcome.stderr.contains(saved), "{outcome:?}");
        assert_eq!(documents(), 1);
    }
}

#[test]
fn damaged_records_are_reported() {
    let (db, folder, _) = billed();
    document(&db, "pdf", &folder.path(""));
    let file = folder.path("bill-00001.pdf");
    db.query(
        "SET session_replication_role = replica; UPDATE wl.bill_lines SET duration_seconds = 1 WHERE position = 1",
    );
    let outcome = verify(&db, &file);
    assert_eq!(outcome.code, 3, "{outcome:?}");
    let all: Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    assert_eq!(
        (&all[0]["bill"], &all[0]["audit_verified"]),
        (&1.into(), &false.into())
    );
    db.query(
        "SET session_replication_role = replica; UPDATE wl.bill_lines SET duration_seconds = 3600 WHERE position = 1",
    );
    assert_eq!(verify(&db, &file).code, 0);
    // a document that was slipped in has no record
    db.query(
        "SET session_replication_role = replica; INSERT INTO wl.documents
            (sha256, bill_id, kind, fonts, made_at, made_by, row_version)
         SELECT sha256('mine'), 1, 'csv', '{}', now(), min(id), 1 FROM wl.users",
    );
    let mine = folder.file("mine", "mine");
    let outcome = verify(&db, &mine);
    assert_eq!(outcome.code, 3, "{outcome:?}");
    assert!(outcome.stderr.contains("no audit record"), "{outcome:?}");
    // its record was rewritten
    db.query(
        "SET session_replication_role = replica; UPDATE wl.audit_log SET reason = 'x' WHERE action = 'document.add'",
    );
    let outcome = verify(&db, &file);
    assert!(
        outcome.code == 3 && outcome.stderr.contains("hash"),
        "{outcome:?}"
    );
}

#[test]
fn only_accounting_makes_documents_and_ops_may_verify() {
    let (db, folder, _) = billed();
    let file = folder.path("d.pdf");
    for login in ["tom", "olga"] {
        let error = db.refused(login, &["export", "pdf", "--bill", "1", "--output", &file]);
        assert_eq!(error["code"], 77);
    }
    assert!(!Path::new(&file).exists());
    db.ok("ada", &["export", "pdf", "--bill", "1", "--output", &file]);
    for (login, code) in [("ada", 0), ("acc", 0), ("olga", 0), ("tom", 77)] {
        assert_eq!(
            db.wl(login, &["bill", "verify", &file]).code,
            code,
            "{login}"
        );
    }
    for (login, rule) in [("tom", ""), ("olga", "")] {
        let insert = "INSERT INTO wl.documents (sha256, bill_id, kind, fonts) VALUES (sha256('x'), 1, 'pdf', '{}')";
        let refused = db.sql(login, insert).expect_err("no right");
        assert_eq!(
            (&*refused.rule, &*refused.state),
            (rule, "42501"),
            "{login}"
        );
    }
}

#[test]
fn other_bytes_are_replaced_only_with_force() {
    let (db, folder, _) = billed();
    let dir = folder.path("");
    folder.file("bill-00001.csv", "mine");
    folder.file("other", "mine");
    let export = ["export", "csv", "--bill", "1", "--dir", &dir];
    let error = db.refused("acc", &export);
    assert_eq!(error["code"], 73);
    assert!(
        error["hint"].as_str().expect("a hint").contains("--force"),
        "{error}"
    );
    assert_eq!(folder.read("bill-00001.csv"), "mine");
    // nothing was registered for a file that does not appear
    assert_eq!(documents(&db), "0 0");
    let done = db.ok("acc", &[&export[..], &["--force"]].concat());
    assert!(done.stderr.contains("1 document of bill 1"), "{done:?}");
    let written = folder.read("bill-00001.csv");
    let again = db.ok("acc", &export);
    assert!(again.stderr.contains("registered before"), "{again:?}");
    assert_eq!(folder.read("bill-00001.csv"), written);
    assert_eq!(folder.names(), ["bill-00001.csv", "other"]);
    for (args, code) in [
        (&["--bill", "2"][..], 66),
        (&["--bill", "0"], 2),
        (&["--bill", "1..2"], 2),
        (&["--bill", "1", "WO-1"], 2),
        (&["--bill", "1", "--status", "billed"], 2),
        (&["--bill", "1", "-p", "today"], 2),
        (&["--bill", "1", "--include-unapproved"], 2),
        (&["--bill", "1", "--output", "/proc/x"], 73),
    ] {
        let outcome = db.wl("acc", &[&["export", "csv"], args].concat());
        assert_eq!(outcome.code, code, "{args:?} {outcome:?}");
    }
    // to standard output, the same bytes
    let piped = db.ok("acc", &["export", "csv", "--bill", "1"]);
    assert_eq!(piped.stdout, written);
    assert_eq!(documents(&db), "1 1");
}

#[test]
fn two_writers_of_one_document_register_it_once() {
    let (db, folder, _) = billed();
    let held = db.hold("LOCK TABLE wl.documents IN EXCLUSIVE MODE");
    let dir = folder.path("");
    let export = ["export", "pdf", "--bill", "1", "--dir", &dir];
    let writers = [db.start("acc", &export), db.start("ada", &export)];
    db.wait_for_waiting(2);
    held.commit();
    for writer in writers {
        let outcome = writer.finish();
        assert_eq!(outcome.code, 0, "{outcome:?}");
    }
    assert_eq!(documents(&db), "1 1");
    assert_eq!(folder.names(), ["bill-00001.pdf"]);
    db.ok("olga", &["audit", "verify"]);
}

#[test]
fn bills_come_with_their_documents() {
    let db = Db::new();
    let folder = Folder::new();
    for order in ["A-1", "A-2"] {
        db.order(order);
        db.time(
            "tom",
            &format!("{order}/1"),
            &format!("2024-06-0{} 08:00", &order[2..]),
            &format!("2024-06-0{} 09:00", &order[2..]),
        );
        db.approve("ada", order);
        db.order_status("ada", order, "ready_to_bill");
    }
    let dir = folder.path("bills");
    let add = [
        "bill",
        "add",
        "--status",
        "ready_to_bill",
        "--yes",
        "--dir",
        &dir,
    ];
    let done = db.ok(
        "acc",
        &[&add[..], &["--documents", "pdf,csv,xlsx,pdf"]].concat(),
    );
    assert!(done.stderr.contains("Wrote 6 documents"), "{done:?}");
    let names: Vec<String> = KINDS
        .iter()
        .flat_map(|kind| (1..=2).map(move |n| format!("bill-0000{n}.{kind}")))
        .collect();
    for name in &names {
        let found = verified(&db, &folder.path(&format!("bills/{name}")));
        assert_eq!(
            found["bill"],
            name[9..10].parse::<i64>().expect("a number"),
            "{name}"
        );
    }
    assert_eq!(std::fs::read_dir(&dir).expect("a folder").count(), 6);
    // the same document, made later on its own
    let again = folder.path("again");
    db.ok("acc", &["export", "pdf", "--bill", "1..2", "--dir", &again]);
    for number in [1, 2] {
        let read =
            |dir: &str| std::fs::read(format!("{dir}/bill-0000{number}.pdf")).expect("a file");
        assert!(read(&dir) == read(&again));
    }
    assert_eq!(documents(&db), "6 6");
}

#[test]
fn without_a_folder_nothing_is_billed() {
    let (db, folder, _) = billed();
    db.time("tom", "WO-1/1", "2024-06-05 08:00", "2024-06-05 09:00");
    db.approve("ada", "WO-1");
    let file = folder.file("file", "mine");
    let error = db.refused("acc", &["bill", "add", "WO-1", "--yes", "--dir", &file]);
    assert_eq!(error["code"], 73, "{error}");
    assert_eq!(db.query("SELECT count(*) FROM wl.bills"), "1");
    let alone = ["bill", "add", "WO-1", "--yes", "--documents", "csv"];
    assert_eq!(db.refused("acc", &alone)["code"], 2);
}

#[test]
fn after_the_commit_an_interruption_says_how_to_go_on() {
    let db = Db::new();
    let folder = Folder::new();
    db.time("tom", "WO-1/1", "2024-06-05 08:00", "2024-06-05 09:00");
    db.approve("ada", "WO-1");
    let dir = folder.path("bills");
    let held = db.hold("LOCK TABLE wl.documents IN EXCLUSIVE MODE");
    let running = db.start("acc", &["bill", "add", "WO-1", "--yes", "--dir", &dir]);
    db.wait_for_waiting(1);
    running.interrupt();
    held.commit();
    let stopped = running.finish();
    assert_eq!(stopped.code, 130, "{stopped:?}");
    assert!(stopped.stderr.contains("Made 1 bill"), "{stopped:?}");
    assert!(
        stopped
            .stderr
            .contains("before all documents of bill 1 were written"),
        "{stopped:?}"
    );
    let command = format!("wl export pdf --bill 1 --dir {dir}");
    assert!(stopped.stderr.contains(&command), "{stopped:?}");
    assert_eq!(folder.names(), ["bills"]);
    assert_eq!(std::fs::read_dir(&dir).expect("a folder").count(), 0);
    db.ok("acc", &["export", "pdf", "--bill", "1", "--dir", &dir]);
    assert_eq!(verified(&db, &format!("{dir}/bill-00001.pdf"))["bill"], 1);
    assert_eq!(documents(&db), "1 1");
}

#[test]
fn a_document_shows_which_bill_it_is_of() {
    let (db, folder, _) = billed();
    // the same person, the same hours, on the next bill
    db.time("tom", "WO-1/1", "2024-06-05 08:00", "2024-06-05 09:00");
    db.approve("ada", "WO-1");
    db.ok("acc", &["bill", "add", "WO-1", "--yes"]);
    let csv = |bill: &str, by: &str| {
        let args = ["export", "csv", "--bill", bill, "--by", by];
        db.ok("acc", &args).stdout
    };
    assert_eq!(
        csv("2", "technician"),
        "user,user_name,duration_seconds,hours,status,duration_hm,bill\ntom,Tom Tech,3600,1.00,LOCKED,1:00,2\n"
    );
    for by in ["line", "technician", "day"] {
        assert_ne!(csv("1", by), csv("2", by));
    }
    let path = folder.path("d.csv");
    let line = format!("export csv --bill 2 --columns date,hours --output {path}");
    let args: Vec<&str> = line.split(' ').collect();
    db.wl("acc", &args)
        .assert_refused(2, "it needs the column bill");
    assert!(!Path::new(&path).exists());
}

#[test]
fn bytes_that_are_registered_as_another_document_are_refused() {
    let (db, folder, _) = billed();
    let dir = folder.path("known");
    let sha256 = hex::encode(sha2::Sha256::digest(document(&db, "csv", &dir)));
    db.query(&format!(
        "SET session_replication_role = replica;
         UPDATE wl.documents SET kind = 'xlsx' WHERE sha256 = decode('{sha256}', 'hex')"
    ));
    let refused = db.wl_refused(
        "acc",
        &["export", "csv", "--bill", "1"],
        1,
        "document_taken",
    );
    assert_eq!(
        refused["message"],
        "a file with these bytes is registered as the xlsx of bill 1, by acc"
    );
}

#[test]
fn several_documents_are_of_bills_that_exist() {
    let (db, folder, _) = billed();
    let dir = folder.path("all");
    for bills in ["1..2", "1..99999999999"] {
        let args = ["export", "csv", "--bill", bills, "--dir", &dir];
        db.wl("acc", &args).assert_refused(66, "there is no bill");
        assert_eq!(std::fs::read_dir(&dir).expect("the folder").count(), 0);
    }
}

#[test]
fn a_logo_that_can_not_be_read_is_left_out_with_a_warning() {
    let (db, folder, _) = billed();
    let png = "'\\x89504e470d0a1a0a00'::bytea";
    db.query(&format!(
        "SET session_replication_role = replica;
         INSERT INTO wl.logos (sha256, png) VALUES (sha256({png}), {png});
         UPDATE wl.settings SET value = encode(sha256({png}), 'hex') WHERE name = 'logo'"
    ));
    db.time("tom", "WO-1/1", "2024-06-05 08:00", "2024-06-05 09:00");
    db.approve("ada", "WO-1");
    db.ok("acc", &["bill", "add", "WO-1", "--yes"]);
    let path = folder.path("d.pdf");
    let done = db.ok("acc", &["export", "pdf", "--bill", "2", "--output", &path]);
    assert!(done.stderr.contains("the document has no logo"), "{done:?}");
    // nobody gets a document with other bytes in place of the logo that the bill names
    db.query(
        "ALTER TABLE wl.logos DROP CONSTRAINT logos_sha256_check;
         SET session_replication_role = replica; UPDATE wl.logos SET png = png || '\\x00'::bytea",
    );
    let args = ["export", "pdf", "--bill", "1", "--output", "x.pdf"];
    db.wl("acc", &args)
        .assert_refused(65, "its bytes have another SHA-256");
}

#[test]
fn what_happened_to_another_bill_says_nothing_of_a_document() {
    let (db, folder, _) = billed();
    let dir = folder.path("first");
    document(&db, "csv", &dir);
    db.time("tom", "WO-1/1", "2024-06-05 08:00", "2024-06-05 09:00");
    db.approve("ada", "WO-1");
    db.ok("acc", &["bill", "add", "WO-1", "--yes"]);
    db.query(
        "SET session_replication_role = replica; UPDATE wl.bill_lines SET duration_seconds = 1 WHERE bill_id = 2",
    );
    assert_eq!(verify(&db, &format!("{dir}/bill-00001.csv")).code, 0);
    let second = folder.path("second");
    let args = ["export", "csv", "--bill", "2", "--dir", &second];
    db.ok("acc", &args);
    assert_eq!(verify(&db, &format!("{second}/bill-00002.csv")).code, 3);
}

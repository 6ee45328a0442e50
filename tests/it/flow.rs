//! The seed's own check: from two timers to a bill.

use std::process::Command;

use serde_json::Value;

use crate::support::{Db, pdf_text, table};

/// The entries of WO-1 as `wl entry list` gives them.
fn entries(db: &Db) -> Vec<Value> {
    let list = db.json("ada", &["entry", "list", "WO-1"]);
    list.as_array().expect("a list").clone()
}

#[test]
fn from_two_timers_to_csv_and_pdf() {
    let db = Db::new();
    // the day began two hours ago: 50 min 18 s on the first line, then the second
    let start = "2024-06-10T08:00:00Z";
    let switch = "2024-06-10T08:50:18Z";
    let stop = "2024-06-10T10:00:00Z";
    db.ok("tom", &["timer", "start", "WO-1/1", "--at", start]);
    let both = db.json("tom", &["timer", "start", "WO-1/2", "--at", switch]);
    assert_eq!(both["stopped"]["duration_seconds"], 3018);
    assert_eq!(both["stopped"]["end_ts"], both["started"]["start_ts"]);
    let status = db.json("tom", &["timer", "status"]);
    assert_eq!(
        (&status["running"], &status["line"]),
        (&true.into(), &"WO-1/2".into())
    );
    db.ok("tom", &["timer", "stop", "--at", stop]);
    assert_eq!(db.json("tom", &["timer", "status"])["running"], false);
    let seconds = "SELECT string_agg(duration_seconds::text, ' ' ORDER BY id) FROM wl.time_entries";
    assert_eq!(db.query(seconds), "3018 4182");

    let plan = db.json("ada", &["approve", "WO-1", "--yes"]);
    assert_eq!(
        (&plan["count"], &plan["duration_seconds"]),
        (&2.into(), &7200.into())
    );
    assert_eq!(plan["hours"], "2.00");

    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (csv, pdf) = (path("time.csv"), path("time.pdf"));
    db.ok("acc", &["export", "csv", "WO-1", "--output", &csv]);
    db.ok("acc", &["export", "pdf", "WO-1", "--output", &pdf]);

    let rows = table(&std::fs::read_to_string(&csv).expect("the file"));
    assert_eq!(rows.len(), 2);
    for (row, line, seconds, hours) in [
        (&rows[0], "1", "3018", "0.84"),
        (&rows[1], "2", "4182", "1.16"),
    ] {
        assert_eq!(row["line_item"], line);
        assert_eq!(
            (&*row["duration_seconds"], &*row["hours"]),
            (seconds, hours)
        );
        assert_eq!((&*row["status"], &*row["approved_by"]), ("LOCKED", "ada"));
        assert_eq!((&*row["user"], &*row["user_name"]), ("tom", "Tom Tech"));
        assert_eq!(
            (&*row["customer"], &*row["title"]),
            ("ACME", "Fix the pump")
        );
    }
    assert_eq!(rows[0]["start_ts"], "2024-06-10T08:00:00+00:00");
    assert_eq!(rows[0]["end_ts"], rows[1]["start_ts"]);

    let text = pdf_text(&pdf);
    let line = |words: &str| {
        let found = text.lines().find(|line| line.contains(words));
        let found = found.unwrap_or_else(|| panic!("{words} is not in {text}"));
        found.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(line("1 Diagnose"), "1 Diagnose 0.84");
    assert_eq!(line("2 Repair"), "2 Repair 1.16");
    assert_eq!(line("Total  "), "ACME Total 2.00 h");
    assert!(line("seconds: 7200").contains("entries: 2, hours: 2.00"));
    assert!(line("Reviewed and approved by").contains("Ada Admin"));
    for words in [
        "ACME",
        "Fix the pump",
        "Diagnose",
        "Repair",
        "Tom Tech",
        "page 1 of 1",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("DRAFT"));
}

#[test]
fn locked_time_stays_as_it_is_until_an_admin_unlocks_it() {
    let db = Db::new();
    let id = db.entry("tom", 3).to_string();
    db.ok("ada", &["approve", "WO-1", "--yes"]);
    let before = db.checksum();
    for login in ["tom", "ada", "abe"] {
        for change in [
            &["entry", "edit", &id, "--note", "x", "--reason", "because"][..],
            &[
                "entry", "edit", &id, "--end", "1h ago", "--reason", "because",
            ],
            &[
                "entry", "edit", &id, "--line", "WO-1/2", "--reason", "because",
            ],
            &["entry", "remove", &id, "--reason", "because"],
        ] {
            let error = db.refused(login, change);
            assert_eq!(
                (&error["code"], &error["kind"]),
                (&1.into(), &"entry_locked".into())
            );
        }
    }
    let error = db.refused("tom", &["unlock", &id, "--reason", "because"]);
    assert_eq!(error["code"], 77);
    assert_eq!(
        db.refused("ada", &["unlock", &id, "--reason", "  "])["kind"],
        "reason_required"
    );
    assert_eq!(db.refused("ada", &["unlock", &id])["code"], 2);
    assert_eq!(db.checksum(), before);

    let open = &db.json("ada", &["unlock", &id, "--reason", "wrong line"])[0];
    assert_eq!(
        (&open["status"], &open["edited_reason"]),
        (&"OPEN".into(), &"wrong line".into())
    );
    assert!(open["edited_at"].is_string() && open["approved_by"].is_null());
    let reopened = db.json("olga", &["exceptions", "--kind", "edited_after_approval"]);
    assert_eq!(reopened.as_array().map(Vec::len), Some(1));
    assert_eq!(
        db.refused("tom", &["entry", "edit", &id, "--line", "WO-1/2"])["code"],
        2
    );
    db.ok(
        "tom",
        &[
            "entry",
            "edit",
            &id,
            "--line",
            "WO-1/2",
            "--reason",
            "wrong line",
        ],
    );
    db.ok("abe", &["approve", "WO-1", "--yes"]);
    let entry = &entries(&db)[0];
    assert_eq!(
        (&entry["line_item"], &entry["status"]),
        (&2.into(), &"LOCKED".into())
    );
    assert_eq!(entry["approved_by"], "abe");
    let actions = "SELECT string_agg(action, ' ' ORDER BY id) FROM wl.audit_log WHERE entity_type = 'time_entry'";
    assert_eq!(
        db.query(actions),
        "entry.add entry.approve entry.unlock entry.edit entry.approve"
    );
    let none = db.json("olga", &["exceptions", "--kind", "edited_after_approval"]);
    assert_eq!(none, Value::Array(Vec::new()));
}

#[test]
fn approval_takes_finished_time_of_others_and_says_what_it_left() {
    let db = Db::new();
    let done = db.entry("tom", 3);
    let own = db.entry("ada", 3);
    let long = db.json(
        "tess",
        &[
            "entry",
            "add",
            "WO-1/2",
            "--start",
            "2024-06-10 06:00",
            "--end",
            "2024-06-10 18:00",
        ],
    );
    let running = db.json("tess", &["timer", "start", "WO-1/2"]);
    let before = db.checksum();
    let dry = db.json("ada", &["approve", "WO-1", "--dry-run"]);
    assert_eq!(db.checksum(), before);
    assert_eq!(db.refused("ada", &["approve", "WO-1"])["code"], 2);
    assert_eq!(db.refused("tom", &["approve", "WO-1", "--yes"])["code"], 77);
    assert_eq!(db.checksum(), before);

    let plan = db.json("ada", &["approve", "WO-1", "--yes"]);
    assert_eq!(plan, dry);
    assert_eq!(
        (&plan["count"], &plan["approved"][0]["id"]),
        (&1.into(), &done.into())
    );
    let skipped: Vec<_> = plan["skipped"].as_array().expect("a list").iter().collect();
    let of = |id: &Value| {
        let found = skipped.iter().find(|entry| entry["id"] == *id);
        found.expect("it is skipped")["reason"]
            .as_str()
            .expect("a reason")
    };
    assert!(of(&own.into()).contains("by you"));
    assert!(of(&long["id"]).contains("12:00:00 long, over the limit of 8h"));
    assert!(of(&running["started"]["id"]).contains("is a running timer"));

    let refusal = db.refused("acc", &["export", "csv", "WO-1"]);
    assert_eq!(
        (&refusal["code"], &refusal["kind"]),
        (&1.into(), &"unapproved_time".into())
    );
    db.ok("tess", &["timer", "stop"]);
    db.ok("abe", &["approve", "WO-1", "--yes", "--accept-long"]);
    assert!(entries(&db).iter().all(|entry| entry["status"] == "LOCKED"));
    db.ok("ada", &["order", "status", "WO-1", "ready_to_bill"]);
    assert_eq!(
        db.refused("tom", &["timer", "start", "WO-1/1"])["kind"],
        "order_closed"
    );
    db.bill("acc", &["WO-1"]);
    db.ok("acc", &["order", "status", "WO-1", "billed"]);
    let id = done.to_string();
    assert_eq!(
        db.refused("ada", &["unlock", &id, "--reason", "wrong day"])["kind"],
        "entry_billed"
    );
    let verify = db.ok("olga", &["audit", "verify"]);
    assert!(
        verify.stderr.contains("The audit trail is intact."),
        "{verify:?}"
    );
}

#[test]
fn pdftotext_is_there() {
    let version = Command::new("pdftotext").arg("-v").output();
    assert!(
        version.is_ok(),
        "install poppler-utils: the exports are read with its pdftotext"
    );
}

//! The PDF for a customer, with the letterhead of the settings.

use crate::support::{Db, Folder, pdf_text};

/// A PNG of one red pixel, made once with zlib.
const RED: &[u8] = include_bytes!("red.png");

/// An hour from nine on a day of June 2024, approved.
fn hour(db: &Db, day: u32) {
    let [start, end] = [9, 10].map(|hour| format!("2024-06-{day:02}T{hour:02}:00:00Z"));
    let add = ["entry", "add", "WO-1/1", "--start", &start, "--end", &end];
    db.ok("tom", &add);
    db.approve("ada", "WO-1");
}

/// A database with approved time.
fn approved() -> Db {
    let db = Db::new();
    hour(&db, 3);
    hour(&db, 4);
    db
}

/// The bytes of a PDF, and its text in one line.
fn exported(db: &Db, login: &str, options: &[&str]) -> (Vec<u8>, String) {
    let folder = Folder::new();
    let path = folder.path("time.pdf");
    let args = ["export", "pdf", "WO-1", "--output", &path];
    db.ok(login, &[&args, options].concat());
    let text = pdf_text(&path);
    let words: Vec<&str> = text.split_whitespace().collect();
    (std::fs::read(&path).expect("the file"), words.join(" "))
}

fn has(bytes: &[u8], part: &str) -> bool {
    bytes
        .windows(part.len())
        .any(|some| some == part.as_bytes())
}

#[test]
fn the_letterhead_is_that_of_the_settings() {
    let (db, folder) = (approved(), Folder::new());
    let (bare, text) = exported(&db, "acc", &[]);
    assert!(text.starts_with("Time sheet WO-1 Fix the pump"), "{text}");
    assert!(!has(&bare, "/Image"));
    for (name, value) in [
        ("organisation", "Muster GmbH"),
        ("address", "Hafenstraße 3\n20457 Hamburg"),
        ("footer", "HRB 12345\nGeschäftsführerin: Ada Admin"),
        ("language", "de"),
        ("logo", &folder.file("logo.png", RED)),
    ] {
        db.ok("ada", &["settings", "set", name, value]);
    }
    // whoever may export may read the logo
    for login in ["ada", "acc", "tom"] {
        let (bytes, text) = exported(&db, login, &[]);
        let head =
            "Muster GmbH Hafenstraße 3 20457 Hamburg Stundennachweis WO-1 Fix the pump Kunde";
        assert!(text.contains(head), "{text}");
        let foot = "Seite 1 von 1 HRB 12345 Geschäftsführerin: Ada Admin";
        assert!(text.contains(foot), "{text}");
        assert!(has(&bytes, "/Image") && has(&bytes, "/Lang(de)"), "{login}");
    }
    let (with_logo, _) = exported(&db, "acc", &[]);
    assert!(with_logo == exported(&db, "acc", &[]).0);
    db.ok("ada", &["settings", "set", "logo", ""]);
    assert!(!has(&exported(&db, "acc", &[]).0, "/Image"));
}

#[test]
fn the_options_of_a_document_change_what_it_shows() {
    let db = approved();
    let (_, whole) = exported(&db, "acc", &[]);
    assert!(
        whole.contains("Tom Tech") && whole.contains("Ada Admin"),
        "{whole}"
    );
    assert!(whole.contains("09:00–10:00"), "{whole}");
    let (_, hidden) = exported(&db, "acc", &["--hide", "names,times", "--hide", "notes"]);
    for secret in ["Tom", "Ada", "09:00", "Note"] {
        assert!(!hidden.contains(secret), "{secret}: {hidden}");
    }
    let signatures = ["--signature", "Customer", "--signature", "Techniker / Ort"];
    let (_, signed) = exported(&db, "acc", &signatures);
    assert!(
        signed.contains("Customer Techniker / Ort Verification"),
        "{signed}"
    );
    let (letter, _) = exported(&db, "acc", &["--paper", "letter"]);
    assert!(has(&letter, "/MediaBox[0 0 612 792]"));
    for wrong in [
        &["--paper", "a5"][..],
        &["--hide", "hours"],
        &["--signature", " "],
        &["--signature", &"x".repeat(61)],
        &["--signature", "x"].repeat(5),
    ] {
        let args = [&["export", "pdf", "WO-1", "--output", "-"], wrong].concat();
        assert_eq!(db.refused("acc", &args)["code"], 2, "{wrong:?}");
    }
}

#[test]
fn time_on_a_bill_says_which() {
    let db = approved();
    assert!(!exported(&db, "acc", &[]).1.contains("Bills"));
    db.ok("acc", &["bill", "add", "WO-1", "--yes"]);
    let (_, text) = exported(&db, "acc", &[]);
    assert!(text.contains("Bills 1 "), "{text}");
    hour(&db, 5);
    let (_, text) = exported(&db, "acc", &[]);
    // two of three entries
    assert_eq!(text.matches("Bill 1 ").count(), 2, "{text}");
}

//! The settings that documents print, and the logo with its bytes.

use worklock::ledger::Setting;
use worklock::models::Language;

use crate::support::{Db, Folder, audited};

/// A PNG of one red pixel, made once with zlib.
const RED: &[u8] = include_bytes!("red.png");

fn value(db: &Db, name: &str) -> String {
    db.query(&format!(
        "SELECT value FROM wl.settings WHERE name = '{name}'"
    ))
}

#[test]
fn texts_of_several_lines_are_kept_within_limits() {
    let db = Db::new();
    let long = "x".repeat(501);
    let nine = "line\n".repeat(8) + "line";
    db.ok(
        "ada",
        &[
            "settings",
            "set",
            "address",
            "Hafenstraße 3\r\n20457 Hamburg\n",
        ],
    );
    assert_eq!(value(&db, "address"), "Hafenstraße 3\n20457 Hamburg");
    for (name, typed, words) in [
        (
            "address",
            &long,
            "an address has at most 500 characters and 8 lines; this one has 501 and 1",
        ),
        (
            "address",
            &nine,
            "an address has at most 500 characters and 8 lines; this one has 44 and 9",
        ),
        (
            "footer",
            &nine,
            "a footer has at most 500 characters and 4 lines; this one has 44 and 9",
        ),
    ] {
        let error = db.refused("ada", &["settings", "set", name, typed]);
        assert_eq!(
            (&error["code"], &error["message"]),
            (&65.into(), &words.into())
        );
        let change = format!("UPDATE wl.settings SET value = '{typed}' WHERE name = '{name}'");
        db.sql_refused("ada", &change, &["settings_value_check"]);
    }
    assert_eq!(value(&db, "address"), "Hafenstraße 3\n20457 Hamburg");
    db.ok("ada", &["settings", "set", "address", ""]);
    assert_eq!(value(&db, "address"), "");
}

#[test]
fn the_language_is_one_of_those_that_documents_have() {
    let db = Db::new();
    for language in Language::ALL {
        db.ok("ada", &["settings", "set", "language", language.as_str()]);
        assert_eq!(value(&db, "language"), language.as_str());
    }
    for typed in ["", "xx", "german", "en-US"] {
        let error = db.refused("ada", &["settings", "set", "language", typed]);
        assert_eq!(
            (&error["code"], &error["kind"]),
            (&2.into(), &"usage".into())
        );
        assert_eq!(error["hint"], "languages: en, de, fr, es, it, nl");
    }
    for sql in ["NULL", "''", "'xx'", "'EN'"] {
        let change = format!("UPDATE wl.settings SET value = {sql} WHERE name = 'language'");
        db.sql_refused("ada", &change, &["settings_value_check"]);
    }
    let names = Language::ALL
        .map(|language| format!("'{language}'"))
        .join(", ");
    let check = Setting::Language.definition().check;
    assert!(check.ends_with(&format!("IN ({names})")), "{check}");
}

#[test]
fn a_logo_is_stored_once_and_only_with_the_setting() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.file("logo.png", RED);
    let set = ["settings", "set", "logo", &file];
    for login in ["tom", "acc", "olga"] {
        db.wl_refused(login, &set, 77, "no_permission");
    }
    db.ok("ada", &set);
    let stored =
        "SELECT encode(sha256, 'hex') || ' ' || (png = decode('DIGITS', 'hex')) FROM wl.logos"
            .replace(
                "DIGITS",
                &RED.iter()
                    .map(|byte| format!("{byte:02x}"))
                    .collect::<String>(),
            );
    let hash = value(&db, "logo");
    assert_eq!(db.query(&stored), format!("{hash} true"));
    assert_eq!(
        db.query(
            "SELECT action || ' ' || (after ->> 'value') FROM wl.audit_log ORDER BY id DESC LIMIT 1"
        ),
        format!("settings.change {hash}")
    );
    assert_eq!(db.ok("ada", &set).stderr, "Nothing changed.\n");
    db.ok("ada", &["settings", "set", "logo", ""]);
    assert_eq!(value(&db, "logo"), "");
    db.ok("ada", &set);
    assert_eq!(db.query("SELECT count(*) FROM wl.logos"), "1");
    db.assert_whole();
}

#[test]
fn a_file_that_can_be_no_logo_is_refused() {
    let (db, folder) = (Db::new(), Folder::new());
    let large = [RED, &vec![0; 256 * 1024]].concat();
    let before = db.checksum();
    for (name, bytes, words) in [
        ("empty.png", &b""[..], "is not a PNG file"),
        ("photo.png", b"\xff\xd8\xff\xe0 JFIF", "is not a PNG file"),
        ("cut.png", &RED[..40], "is a damaged PNG file"),
        ("large.png", &large, "is larger than 256 KiB"),
    ] {
        let file = folder.file(name, bytes);
        let error = db.refused("ada", &["settings", "set", "logo", &file]);
        assert_eq!(error["code"], 65, "{error}");
        let message = error["message"].as_str().expect("a text");
        assert!(message.starts_with(&format!("{file} {words}")), "{message}");
    }
    let absent = folder.path("absent.png");
    db.wl_refused("ada", &["settings", "set", "logo", &absent], 66, "no_input");
    db.wl_refused(
        "ada",
        &["settings", "set", "logo", &folder.path("")],
        66,
        "no_input",
    );
    assert_eq!(db.checksum(), before);
}

#[test]
fn the_database_keeps_logos_by_their_hash() {
    let db = Db::new();
    let png = RED
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    let add = |hash: &str, png: &str| {
        format!("INSERT INTO wl.logos VALUES ({hash}, decode('{png}', 'hex'))")
    };
    let right = add(&format!("sha256(decode('{png}', 'hex'))"), &png);
    let name_it = |value: &str| {
        let change = format!("UPDATE wl.settings SET value = {value} WHERE name = 'logo'");
        let row = "(SELECT id FROM wl.settings WHERE name = 'logo')";
        audited(&change, "setting", row, "settings.change")
    };
    let hash = format!("encode(sha256(decode('{png}', 'hex')), 'hex')");
    db.sql_refused("ada", &right, &["logo_unused"]);
    db.sql_refused("ada", &name_it(&hash), &["setting_logo"]);
    db.sql_refused(
        "ada",
        &name_it("'x'"),
        &["setting_logo", "settings_value_check"],
    );
    db.sql_refused("ada", &add("sha256('x')", &png), &["logos_sha256_check"]);
    db.sql_refused("ada", &add("sha256('x')", "78"), &["logos_png_check"]);
    let long = png + &"00".repeat(256 * 1024);
    db.sql_refused(
        "ada",
        &add(&format!("sha256(decode('{long}', 'hex'))"), &long),
        &["logos_png_check"],
    );
    for login in ["tom", "acc", "olga"] {
        db.sql_refused(login, &right, &["42501"]);
    }
    db.sql_refused("olga", "SELECT FROM wl.logos", &["42501"]);

    db.ok(
        "ada",
        &[
            "settings",
            "set",
            "logo",
            &Folder::new().file("logo.png", RED),
        ],
    );
    for login in ["ada", "acc", "tom"] {
        let rows = db.sql(login, "SELECT count(*) FROM wl.logos");
        assert_eq!(rows.expect("whoever may export reads them"), "1");
    }
    let superuser = worklock::db::local::SUPERUSER;
    for sql in [
        "DELETE FROM wl.logos",
        "UPDATE wl.logos SET png = png",
        "TRUNCATE wl.logos CASCADE",
    ] {
        db.sql_refused("ada", sql, &["42501"]);
        db.sql_refused(superuser, sql, &["nothing_is_deleted"]);
    }
    db.assert_whole();
    db.query("SET session_replication_role = replica; DELETE FROM wl.logos");
    let verified = db.wl("olga", &["--format", "json", "audit", "verify"]);
    assert!(
        verified.code == 3 && verified.stdout.contains("is not in logos"),
        "{verified:?}"
    );
}

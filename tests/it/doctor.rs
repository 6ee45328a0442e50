//! What `wl doctor` finds while people work, and about the seal; what was
//! tampered with in the schema is in `catalog.rs`.

use serde_json::Value;

use crate::support::{Db, Folder};

/// One check of `wl doctor`, and that every finding has a fix.
fn check(db: &Db, login: &str, args: &[&str], name: &str) -> Value {
    let outcome = db.wl(login, &[&["--format", "json", "doctor"], args].concat());
    let checks: Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    let checks = checks.as_array().expect("a list");
    for check in checks {
        assert_eq!(check["ok"] == false, check["fix"] != "", "{check}");
    }
    let found = checks.iter().any(|check| check["ok"] == false);
    assert_eq!(outcome.code, if found { 3 } else { 0 }, "{outcome:?}");
    let check = checks.iter().find(|check| check["check"] == name);
    check
        .unwrap_or_else(|| panic!("{name}: {outcome:?}"))
        .clone()
}

#[track_caller]
fn assert_finds(check: &Value, words: &str) {
    let detail = check["detail"].as_str().expect("text");
    assert!(check["ok"] == false && detail.contains(words), "{check}");
}

#[test]
fn open_transactions_are_found() {
    let db = Db::new();
    let ops = db.person("ops");
    db.query(&format!("GRANT pg_read_all_stats TO {ops}"));
    let look = ["--idle-after", "0s"];
    assert_eq!(check(&db, &ops, &look, "idle sessions")["ok"], true);
    let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let idle = check(&db, &ops, &look, "idle sessions");
    assert_finds(&idle, "is idle in a transaction for");
    assert_eq!(check(&db, &ops, &[], "idle sessions")["ok"], true);
    // whoever may not see it says so
    let hidden = check(&db, "olga", &look, "idle sessions");
    assert!(
        hidden["detail"]
            .as_str()
            .expect("text")
            .starts_with("1 hold"),
        "{hidden}"
    );

    let waiting = db.start("ada", &["order", "edit", "WO-1", "--title", "x"]);
    db.wait_for_waiting(1);
    assert_finds(&check(&db, "olga", &[], "sessions"), ") blocks 1, for ");
    held.commit();
    assert_eq!(waiting.finish().code, 0);
}

#[test]
fn what_weakens_the_rules_is_found() {
    let db = Db::new();
    let set = "ALTER DATABASE {} SET default_transaction_isolation = 'serializable'";
    db.query(&set.replace("{}", &db.name));
    let parameters = check(&db, "olga", &[], "parameters");
    assert_finds(
        &parameters,
        "default_transaction_isolation=serializable is set for",
    );
    db.query(
        "ALTER TABLE wl.settings DISABLE TRIGGER USER;
         UPDATE wl.settings SET value = 'Nowhere/Land' WHERE name = 'zone'",
    );
    assert_finds(&check(&db, "olga", &[], "time zone"), "Nowhere/Land");
}

#[test]
fn the_trail_is_compared_with_a_seal() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.path("seal.json");
    let _ = db.ok("olga", &["audit", "seal", "--output", &file]);
    let sealed = ["--seal", file.as_str()];
    assert_eq!(check(&db, "olga", &sealed, "seal")["ok"], true);
    let digits = db.json("olga", &["audit", "seal"])["seal"].clone();
    let by_digits = ["--seal", digits.as_str().expect("text")];
    assert_eq!(check(&db, "olga", &by_digits, "seal")["ok"], true);
    let never = "0".repeat(64);
    assert_finds(
        &check(&db, "olga", &["--seal", &never], "seal"),
        "never had this seal",
    );
    assert_finds(
        &check(&db, "olga", &["--seal", "/nonexistent"], "seal"),
        "can't be read",
    );

    // new records may wait for a seal, old ones not
    let _ = db.entry("tom", 5);
    assert_eq!(check(&db, "olga", &sealed, "seal")["ok"], true);
    db.query(
        "ALTER TABLE wl.audit_log DISABLE TRIGGER USER;
         UPDATE wl.audit_log SET at = at - interval '8 days'",
    );
    assert_finds(&check(&db, "olga", &sealed, "seal"), "are under no seal");
    db.query("DELETE FROM wl.audit_log WHERE actor_login = 'ada'");
    assert_finds(&check(&db, "olga", &sealed, "seal"), "no longer contains");
}

//! `src/db/catalog.txt` is what the migrations make, and `wl doctor` sees
//! every difference from it.

use diesel::prelude::*;
use worklock::db::catalog;

use crate::doctor::assert_well;
use crate::support::Db;

fn listing(db: &Db) -> Vec<String> {
    let mut conn = PgConnection::establish(&db.superuser_url()).expect("a connection");
    catalog::listing(&mut conn).expect("a listing")
}

#[test]
fn the_expected_catalog_is_current() {
    let found = listing(&Db::new()).join("\n") + "\n";
    if std::env::var_os("WL_WRITE_CATALOG").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/db/catalog.txt");
        std::fs::write(path, found).expect("the file is written");
        return;
    }
    assert!(
        found == catalog::EXPECTED,
        "src/db/catalog.txt is not what the migrations make; write it with WL_WRITE_CATALOG=1 cargo test --test it catalog"
    );
}

#[test]
fn doctor_is_content_with_a_fresh_database() {
    let db = Db::new();
    for login in ["ada", "olga"] {
        let checks = db.json(login, &["doctor"]);
        let checks = checks.as_array().expect("a list");
        assert!(checks.len() >= 10, "{checks:?}");
        for check in checks {
            assert_well(check, "a fresh database");
        }
    }
}

#[test]
fn doctor_finds_what_was_tampered_with() {
    for (tampering, check) in [
        (
            "DROP TRIGGER guard_time_entry ON wl.time_entries",
            "objects",
        ),
        (
            "ALTER TABLE wl.time_entries DISABLE TRIGGER guard_time_entry",
            "objects",
        ),
        (
            "ALTER TABLE wl.time_entries DISABLE ROW LEVEL SECURITY",
            "objects",
        ),
        ("GRANT UPDATE ON wl.audit_log TO wl_admin", "objects"),
        (
            "GRANT EXECUTE ON FUNCTION wl.current_user_id() TO PUBLIC",
            "objects",
        ),
        (
            "ALTER FUNCTION wl.current_user_id() RESET search_path",
            "objects",
        ),
        (
            "CREATE OR REPLACE FUNCTION wl.has_substance(words text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
            "objects",
        ),
        (
            "ALTER TABLE wl.time_entries DROP CONSTRAINT time_entries_no_overlap",
            "objects",
        ),
        (
            "CREATE POLICY wide ON wl.time_entries USING (true)",
            "objects",
        ),
        (
            "DELETE FROM wl.__diesel_schema_migrations WHERE version = (SELECT max(version) FROM wl.__diesel_schema_migrations)",
            "schema",
        ),
    ] {
        let db = Db::new();
        db.query(tampering);
        let outcome = db.wl("ada", &["--format", "json", "doctor"]);
        assert_eq!(outcome.code, 3, "{tampering}: {outcome:?}");
        let checks: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
        let bad: Vec<_> = checks
            .as_array()
            .expect("a list")
            .iter()
            .filter(|check| check["state"] == "problem")
            .collect();
        assert!(
            bad.iter().any(|found| found["check"] == check),
            "{tampering}: {bad:?}"
        );
        assert!(
            bad.iter().all(|found| found["fix"] != ""),
            "{tampering}: {bad:?}"
        );
    }
}

#[test]
fn doctor_finds_people_with_powers() {
    let db = Db::new();
    let (powerful, twofold) = (db.person("ops"), db.person("ops"));
    db.query(&format!(
        "ALTER ROLE {powerful} CREATEROLE; GRANT wl_admin TO {twofold}"
    ));
    let outcome = db.wl("ada", &["--format", "json", "doctor"]);
    assert_eq!(outcome.code, 3, "{outcome:?}");
    for (check, person) in [("people", &powerful), ("memberships", &twofold)] {
        let checks: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
        let found = checks
            .as_array()
            .expect("a list")
            .iter()
            .find(|found| found["check"] == check)
            .cloned()
            .expect("the check");
        assert_eq!(found["state"], "problem");
        assert!(
            found["detail"]
                .as_str()
                .expect("text")
                .contains(person.as_str()),
            "{found:?}"
        );
    }
}

#[test]
fn an_unreachable_server_is_a_finding() {
    let mut command = crate::support::bare_command(&["--format", "json", "doctor"]);
    let output = command
        .env(
            "DATABASE_URL",
            "postgresql://127.0.0.1:1/none?connect_timeout=2",
        )
        .output()
        .expect("wl runs");
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stdout).contains("can't be reached"));
}

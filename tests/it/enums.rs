//! The closed types are one list each: the database and the JSON schema have the
//! names that the program has, all of them and in the same order.

use serde_json::Value;
use worklock::db::local::SUPERUSER;
use worklock::exceptions::Kind;
use worklock::ledger::Setting;
use worklock::models::{
    Action, BillState, DocumentKind, Entity, EntryStatus, LineStatus, OrderStatus, Role,
};

use crate::support::{Db, next};

/// The lists, each with its name among the definitions of the JSON schema and
/// the constraint that holds it in the database, where it is stored there.
fn lists() -> [(&'static str, &'static str, Vec<&'static str>); 9] {
    [
        (
            "role",
            "users_role_check",
            Role::ALL.map(Role::as_str).to_vec(),
        ),
        (
            "order-status",
            "work_orders_status_check",
            OrderStatus::ALL.map(OrderStatus::as_str).to_vec(),
        ),
        (
            "line-status",
            "line_items_status_check",
            LineStatus::ALL.map(LineStatus::as_str).to_vec(),
        ),
        (
            "entry-status",
            "time_entries_status_check",
            EntryStatus::ALL.map(EntryStatus::as_str).to_vec(),
        ),
        (
            "entity-type",
            "audit_log_entity_type_check",
            Entity::ALL.map(Entity::as_str).to_vec(),
        ),
        (
            "action",
            "audit_log_action_check",
            Action::ALL.map(Action::as_str).to_vec(),
        ),
        ("exception-kind", "", Kind::ALL.map(Kind::as_str).to_vec()),
        (
            "document-kind",
            "documents_kind_check",
            DocumentKind::ALL.map(DocumentKind::as_str).to_vec(),
        ),
        (
            "bill-state",
            "",
            BillState::ALL.map(BillState::as_str).to_vec(),
        ),
    ]
}

#[test]
fn the_database_checks_for_the_same_names() {
    let db = Db::new();
    for (name, constraint, names) in lists() {
        if constraint.is_empty() {
            continue;
        }
        let check = db.query(&format!(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = '{constraint}'"
        ));
        // CHECK ((role = ANY (ARRAY['technician'::text, 'admin'::text, ...])))
        let quoted: Vec<&str> = check.split('\'').skip(1).step_by(2).collect();
        assert_eq!(quoted, names, "{name}: {check}");
    }
}

#[test]
fn the_json_schema_lists_the_same_names() {
    let schema: Value =
        serde_json::from_str(include_str!("../../packaging/json-schema/wl.schema.json"))
            .expect("a JSON schema");
    for (name, _, names) in lists() {
        assert_eq!(
            schema["$defs"][name]["enum"],
            serde_json::json!(names),
            "{name}"
        );
    }
}

#[test]
fn each_role_has_its_group_and_may_log_in() {
    let db = Db::new();
    let groups = db.query(&format!(
        "SELECT rolname FROM pg_roles
         WHERE rolname ~ '^wl_' AND rolname NOT IN ('wl_owner', 'wl_person', '{SUPERUSER}')
            -- the people of one database
            AND rolname !~ '^wl_people_' ORDER BY 1"
    ));
    let mut expected = Role::ALL.map(|role| format!("wl_{role}"));
    expected.sort();
    assert_eq!(groups.lines().collect::<Vec<_>>(), expected);
    for role in Role::ALL {
        let name = db.person(role.as_str());
        let users = db.json(&name, &["user", "list"]);
        let own = users
            .as_array()
            .expect("a list")
            .iter()
            .find(|user| user["name"] == *name);
        assert_eq!(own.expect("the person")["role"], role.as_str());
    }
}

#[test]
fn the_database_allows_the_moves_that_the_tests_expect() {
    let db = Db::new();
    for status in OrderStatus::ALL {
        let allowed = db.query(&format!(
            "SELECT unnest(wl.next_order_statuses('{status}'))"
        ));
        let expected: Vec<&str> = next(status).iter().map(|next| next.as_str()).collect();
        assert_eq!(allowed.lines().collect::<Vec<_>>(), expected, "{status}");
    }
}

#[test]
fn the_database_begins_with_the_default_of_each_setting() {
    let db = Db::new();
    let rows = db.query("SELECT id, name, value FROM wl.settings ORDER BY id");
    let expected = Setting::ALL.iter().zip(1..).map(|(setting, id)| {
        let default = setting.definition().default.unwrap_or_default();
        format!("{id}|{setting}|{default}")
    });
    assert_eq!(
        rows.lines().collect::<Vec<_>>(),
        expected.collect::<Vec<_>>()
    );
    // verify finds nothing now, and each setting once all are gone
    db.assert_whole();
    db.query("SET session_replication_role = replica; DELETE FROM wl.settings");
    let verified = db.wl("ada", &["--format", "json", "audit", "verify"]);
    assert_eq!(verified.code, 3, "{verified:?}");
    let report: Value = serde_json::from_str(&verified.stdout).expect("JSON");
    let missing: Vec<_> = report["problems"]
        .as_array()
        .expect("the problems")
        .iter()
        .filter(|problem| problem["entity_type"] == "setting")
        .map(|problem| problem["entity_id"].clone())
        .collect();
    let ids: Vec<Value> = (1..=Setting::ALL.len()).map(Value::from).collect();
    assert_eq!(missing, ids);
}

#[test]
fn the_database_checks_each_setting_as_its_definition_says() {
    let db = Db::new();
    let cases = Setting::ALL.map(|setting| {
        let check = setting.definition().check;
        format!("WHEN '{setting}' THEN {check}")
    });
    let checks = db.query(&format!(
        "CREATE TABLE settings (name text, value text,
            CONSTRAINT as_defined CHECK (CASE name {} ELSE false END IS NOT FALSE));
         SELECT pg_get_constraintdef(oid) FROM pg_constraint
         WHERE conname IN ('as_defined', 'settings_value_check')",
        cases.join(" ")
    ));
    let (stored, defined) = checks.split_at(checks.len() / 2);
    assert_eq!(stored.trim(), defined.trim());
}

//! R10: no row without its parent; an entry's line item and work order agree.

use worklock::db::local::SUPERUSER;

use crate::support::{Db, NO_RIGHT};

/// What is refused whoever tries: as a right, as a rule, or as a foreign key.
const PAIR: &str = "time_entries_line_item_fkey";

#[test]
fn r10_an_entry_is_never_on_a_line_item_of_another_order() {
    let db = Db::new();
    db.order("WO-2");
    let id = db.entry("tom", 5);
    let other = "(SELECT l.id FROM wl.line_items l JOIN wl.work_orders o ON o.id = l.work_order_id WHERE o.number = 'WO-2')";
    let order = "(SELECT id FROM wl.work_orders WHERE number = 'WO-2')";
    for login in ["tom", "ada"] {
        for change in [
            format!("line_item_id = {other}"),
            format!("work_order_id = {order}"),
            "line_item_id = 999".to_owned(),
            "work_order_id = 999".to_owned(),
            "work_order_id = 999, line_item_id = 999".to_owned(),
        ] {
            db.sql_refused(
                login,
                &format!(
                    "UPDATE wl.time_entries SET {change}, edited_reason = 'move it' WHERE id = {id}"
                ),
                &[PAIR],
            );
        }
        for (order_id, line_id) in [("1", other), (order, "1"), ("999", "1"), ("1", "999")] {
            db.sql_refused(
                login,
                &format!(
                    "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts)
                     SELECT id, {order_id}, {line_id}, now() FROM wl.users WHERE db_role = 'tom'"
                ),
                &[PAIR],
            );
        }
    }
    db.ok(
        "tom",
        &["entry", "edit", &id.to_string(), "--line", "WO-2/1"],
    );
    assert_eq!(
        db.query(
            "SELECT count(*) FROM wl.time_entries e JOIN wl.line_items l ON l.id = e.line_item_id
             WHERE l.work_order_id = e.work_order_id"
        ),
        "1"
    );
}

#[test]
fn r10_rows_need_their_parents() {
    let db = Db::new();
    db.sql_refused(
        "ada",
        "INSERT INTO wl.line_items (work_order_id, description) VALUES (999, 'D')",
        &["line_items_work_order_id_fkey"],
    );
    db.sql_refused(
        "ada",
        "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts) VALUES (999, 1, 1, now())",
        &["time_entries_user_id_fkey"],
    );
    // parents and keys stay where they are
    for (sql, rule) in [
        ("UPDATE wl.line_items SET work_order_id = 999", NO_RIGHT),
        ("UPDATE wl.line_items SET position = 9", NO_RIGHT),
        ("UPDATE wl.time_entries SET user_id = 1", NO_RIGHT),
        ("UPDATE wl.users SET db_role = 'x'", NO_RIGHT),
        ("UPDATE wl.settings SET name = 'x'", NO_RIGHT),
    ] {
        db.sql_refused("ada", sql, &[rule]);
    }
}

#[test]
fn r10_the_keys_hold_without_our_triggers() {
    let db = Db::new();
    db.entry("tom", 5);
    let user_triggers_off = |table: &str, sql: &str| {
        format!("BEGIN; ALTER TABLE wl.{table} DISABLE TRIGGER USER; {sql}; COMMIT")
    };
    for (table, sql, key) in [
        (
            "work_orders",
            "DELETE FROM wl.work_orders",
            "line_items_work_order_id_fkey",
        ),
        ("line_items", "DELETE FROM wl.line_items", PAIR),
        ("line_items", "UPDATE wl.line_items SET id = DEFAULT", PAIR),
        (
            "users",
            "DELETE FROM wl.users WHERE db_role = 'olga'",
            "audit_chains_db_role_fkey",
        ),
        (
            "users",
            "DELETE FROM wl.users WHERE db_role = 'tom'",
            "time_entries_user_id_fkey",
        ),
        (
            "time_entries",
            "UPDATE wl.time_entries SET approved_by = 999, status = 'LOCKED', approved_at = now(), approvals = 1",
            "time_entries_approved_by_fkey",
        ),
        (
            "time_entries",
            "UPDATE wl.time_entries SET edited_by = 999",
            "time_entries_edited_by_fkey",
        ),
        (
            "time_entries",
            "UPDATE wl.time_entries SET created_by = 999",
            "time_entries_created_by_fkey",
        ),
    ] {
        let refusal = db.sql_refused(SUPERUSER, &user_triggers_off(table, sql), &["23503"]);
        let keys = [key, "audit_chains_db_role_fkey", "users_created_by_fkey"];
        assert!(keys.contains(&refusal.rule.as_str()), "{sql}: {refusal:?}");
    }
}

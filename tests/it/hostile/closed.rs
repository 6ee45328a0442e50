//! New time where none may go, changes of what was billed, deletions.

use super::{ADMINS, ALL, NO_RIGHT, Scene, change_entry, recorded};

#[test]
fn closed_orders_and_lines_take_no_time() {
    let scene = Scene::new();
    for (order, line, rule) in [
        ("{READY}", "{READY_1}", "order_closed"),
        ("{BILLED}", "{BILLED_1}", "order_closed"),
        ("{CANCELLED}", "{CANCELLED_1}", "order_closed"),
        ("{GONE}", "{GONE_1}", "order_removed"),
        ("1", "{DONE}", "line_closed"),
        ("1", "{OFF}", "line_closed"),
        ("1", "{AWAY}", "line_removed"),
    ] {
        for end in ["now() - interval '8 h'", "NULL"] {
            let insert = format!(
                "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts)
                 SELECT id, {order}, {line}, now() - interval '9 h', {end} FROM wl.users WHERE db_role = session_user"
            );
            scene.attack(&[(line, &["tom", "ada"], &insert, &[rule])]);
        }
        let set = format!("work_order_id = {order}, line_item_id = {line}");
        for entry in ["tom_open", "tom_running", "ready_open"] {
            if entry == "ready_open" && order == "{READY}" {
                continue;
            }
            let sql = change_entry(entry, &set, "entry.edit");
            scene.attack(&[(line, &["tom", "ada"], &sql, &[rule])]);
        }
    }
    for (entry, rules) in [
        ("ready_removed", &["order_closed"][..]),
        ("billed_removed", &["order_billed"]),
        ("cancelled_removed", &["order_closed"]),
        ("done_removed", &["line_closed"]),
        ("gone_removed", &["line_removed"]),
    ] {
        let sql = change_entry(entry, "deleted_at = NULL", "entry.restore");
        scene.attack(&[(entry, &["tom", "ada"], &sql, rules)]);
    }
    let open_and_book = "BEGIN; UPDATE wl.work_orders SET status = 'in_progress' WHERE id = {READY};
        UPDATE wl.time_entries SET work_order_id = {READY}, line_item_id = {READY_1}, edited_reason = 'because' WHERE id = {tess_open};
        UPDATE wl.work_orders SET status = 'ready_to_bill' WHERE id = {READY}; COMMIT;";
    scene.attack(&[
        (
            "open it for a moment",
            ADMINS,
            open_and_book,
            &["audit_missing"],
        ),
        (
            "move and restore",
            &["tom", "ada"],
            &change_entry(
                "done_removed",
                "deleted_at = NULL, line_item_id = 1",
                "entry.restore",
            ),
            &["one_change"],
        ),
        (
            "move what is removed",
            &["tom", "ada"],
            &change_entry("done_removed", "line_item_id = 1", "entry.edit"),
            &["entry_removed"],
        ),
    ]);
}

#[test]
fn what_is_billed_stays() {
    let scene = Scene::new();
    let order = |set: &str, row: &str, action: &str| {
        let change = format!("UPDATE wl.work_orders SET {set} WHERE id = {row}");
        recorded(&change, "work_order", row, action)
    };
    let line = |set: &str, row: &str, action: &str| {
        let change = format!("UPDATE wl.line_items SET {set} WHERE id = {row}");
        recorded(&change, "line_item", row, action)
    };
    let billed = &["order_billed"];
    for (set, action) in [
        ("number = 'X'", "order.edit"),
        ("title = 'X'", "order.edit"),
        ("customer = 'X'", "order.edit"),
        ("deleted_at = now()", "order.remove"),
    ] {
        let sql = order(set, "{BILLED}", action);
        scene.attack(&[
            (set, ADMINS, &sql, billed),
            (set, &["tom", "acc", "olga"], &sql, &[NO_RIGHT]),
        ]);
    }
    for (set, action) in [
        ("description = 'X'", "line.edit"),
        ("status = 'done'", "line.status"),
        ("deleted_at = now()", "line.remove"),
    ] {
        let sql = line(set, "{BILLED_1}", action);
        scene.attack(&[
            (set, ADMINS, &sql, billed),
            (set, &["tom", "acc", "olga"], &sql, &[NO_RIGHT]),
        ]);
    }
    for (set, action) in [
        ("status = 'OPEN'", "entry.unlock"),
        ("note = 'x'", "entry.edit"),
    ] {
        let sql = change_entry("billed_locked", set, action);
        scene.attack(&[(set, ADMINS, &sql, &["entry_billed"])]);
    }
    for status in ["open", "in_progress", "cancelled"] {
        let sql = order(&format!("status = '{status}'"), "{BILLED}", "order.status");
        scene.attack(&[(
            status,
            &["ada", "acc"],
            &sql,
            &["order_status", "order_right"],
        )]);
    }
    let back = "BEGIN; UPDATE wl.work_orders SET status = 'ready_to_bill' WHERE id = {BILLED};
        INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id) VALUES ('work_order', {BILLED}, 'order.status', E'\\u3164 .', 'x'); COMMIT;";
    let add = "INSERT INTO wl.line_items (work_order_id, description) VALUES ({BILLED}, 'more')";
    let round_trip = "BEGIN; UPDATE wl.work_orders SET status = 'ready_to_bill' WHERE id = {BILLED};
        UPDATE wl.work_orders SET title = 'other' WHERE id = {BILLED};
        UPDATE wl.work_orders SET status = 'billed' WHERE id = {BILLED};
        INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id) VALUES ('work_order', {BILLED}, 'order.status', 'because', 'x'); COMMIT;";
    scene.attack(&[
        (
            "back without a reason",
            &["ada", "acc"],
            back,
            &["reason_required"],
        ),
        ("a line more", ADMINS, add, billed),
        (
            "back and forth",
            ADMINS,
            round_trip,
            &["audit_missing", "audit_action"],
        ),
        (
            "bill open time",
            &["ada", "acc"],
            &order("status = 'billed'", "{READY}", "order.status"),
            &["order_unapproved"],
        ),
        (
            "bill an open order",
            &["ada", "acc"],
            &order("status = 'billed'", "1", "order.status"),
            &["order_status", "order_right"],
        ),
        (
            "bill a removed order",
            &["ada", "acc"],
            &order("status = 'billed'", "{GONE}", "order.status"),
            &["order_removed", "order_status"],
        ),
        (
            "bill",
            &["tom", "olga"],
            &order("status = 'billed'", "{READY}", "order.status"),
            &[NO_RIGHT],
        ),
        (
            "cancel",
            &["acc"],
            &order("status = 'cancelled'", "1", "order.status"),
            &["order_right"],
        ),
        (
            "remove a line in use",
            ADMINS,
            &line("deleted_at = now()", "1", "line.remove"),
            &["line_in_use"],
        ),
        (
            "remove an order in use",
            ADMINS,
            &order("deleted_at = now()", "1", "order.remove"),
            &["order_in_use"],
        ),
        (
            "a line on a removed order",
            ADMINS,
            "INSERT INTO wl.line_items (work_order_id, description) VALUES ({GONE}, 'x')",
            &["order_removed"],
        ),
        (
            "restore a line there",
            ADMINS,
            &line("deleted_at = NULL", "{GONE_1}", "line.restore"),
            &["order_removed"],
        ),
        (
            "a person with open time",
            ADMINS,
            &recorded(
                "UPDATE wl.users SET deleted_at = now() WHERE id = 3",
                "user",
                "3",
                "user.remove",
            ),
            &["user_open_time"],
        ),
        (
            "all admins",
            ADMINS,
            "UPDATE wl.users SET role = 'ops' WHERE role = 'admin'",
            // their logins serve the databases of other tests as well
            &["last_admin", "user_self", "user_other_role"],
        ),
    ]);
}

#[test]
fn nothing_is_deleted_or_loaded() {
    let scene = Scene::new();
    let tables = [
        "users",
        "work_orders",
        "line_items",
        "time_entries",
        "settings",
        "audit_log",
        "audit_chains",
        "schema_version",
        "__diesel_schema_migrations",
    ];
    for table in tables {
        for sql in [
            format!("DELETE FROM wl.{table}"),
            format!("DELETE FROM wl.{table} WHERE false"),
            format!("TRUNCATE wl.{table}"),
            format!("TRUNCATE wl.{table} CASCADE"),
            format!("TRUNCATE ONLY wl.{table} RESTART IDENTITY"),
            format!("COPY wl.{table} FROM STDIN;\n\\.\n"),
            format!("MERGE INTO wl.{table} t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE"),
            format!("WITH d AS (DELETE FROM wl.{table} RETURNING 1) SELECT count(*) FROM d"),
            format!("DROP TABLE wl.{table}"),
        ] {
            scene.attack(&[(table, ALL, &sql, &[NO_RIGHT, "0A000"])]);
        }
        if table != "__diesel_schema_migrations" {
            for sql in ["DELETE FROM", "TRUNCATE"] {
                let cascade = if sql == "TRUNCATE" { "CASCADE" } else { "" };
                let sql = format!("{sql} wl.{table} {cascade}");
                let owner = format!("SET ROLE wl_owner; {sql}");
                let rules = &["nothing_is_deleted"];
                scene.attack(&[(table, &[worklock::db::local::SUPERUSER], &sql, rules)]);
                scene.attack(&[(table, &[worklock::db::local::SUPERUSER], &owner, rules)]);
            }
        }
    }
    let copy = "COPY wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts) FROM STDIN;\n\
        4\t1\t1\t2024-01-01\t2024-01-02\n\\.\n";
    let audit = "COPY wl.audit_log (entity_type, entity_id, action, op_id) FROM STDIN;\ntime_entry\t1\tentry.edit\tx\n\\.\n";
    scene.attack(&[
        ("copy", ALL, copy, &[NO_RIGHT, "0A000"]),
        ("copy", ALL, audit, &[NO_RIGHT, "0A000"]),
    ]);
}

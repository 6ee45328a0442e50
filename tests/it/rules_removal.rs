//! R7: nothing is deleted; removing hides, restoring brings back, both audited.

use worklock::db::local::SUPERUSER;

use crate::support::{Db, NO_RIGHT, PEOPLE, audited};

const ALL_TABLES: [&str; 14] = [
    "users",
    "work_orders",
    "line_items",
    "time_entries",
    "settings",
    "audit_log",
    "audit_chains",
    "schema_version",
    "bills",
    "bill_lines",
    "bill_numbers",
    "letterheads",
    "logos",
    "documents",
];

/// These only repeat what the other tables have: nobody has a right to them, and
/// `wl audit verify` recomputes them.
const DERIVED_TABLES: [&str; 2] = ["bill_orders", "unbilled"];

#[test]
fn r7_delete_and_truncate_are_refused_on_every_table_for_everybody() {
    let db = Db::new();
    db.locked_entry("tom", 5);
    db.bill("acc", &["WO-1"]);
    assert_eq!(
        db.query(
            "SELECT count(*) FROM pg_class WHERE relnamespace = 'wl'::regnamespace AND relkind IN ('r', 'p')
             AND relname <> '__diesel_schema_migrations'"
        ),
        (ALL_TABLES.len() + DERIVED_TABLES.len()).to_string(),
        "a table is missing from this test"
    );
    for table in ALL_TABLES {
        for sql in [
            format!("DELETE FROM wl.{table}"),
            format!("DELETE FROM wl.{table} WHERE false"),
            format!("TRUNCATE wl.{table}"),
            format!("TRUNCATE wl.{table} RESTART IDENTITY CASCADE"),
        ] {
            for (login, _) in PEOPLE {
                db.sql_refused(login, &sql, &[NO_RIGHT]);
            }
            for owner in ["", "SET ROLE wl_owner;"] {
                let sql = format!("{owner} {sql}");
                // a plain TRUNCATE fails on the foreign keys before any trigger runs
                db.sql_refused(SUPERUSER, &sql, &["nothing_is_deleted", "0A000"]);
            }
        }
    }
    for (login, _) in PEOPLE {
        for table in DERIVED_TABLES {
            db.sql_refused(login, &format!("DELETE FROM wl.{table}"), &[NO_RIGHT]);
            db.sql_refused(login, &format!("TRUNCATE wl.{table}"), &[NO_RIGHT]);
        }
        db.sql_refused(
            login,
            "DELETE FROM wl.__diesel_schema_migrations",
            &[NO_RIGHT],
        );
        db.sql_refused(login, "TRUNCATE wl.__diesel_schema_migrations", &[NO_RIGHT]);
    }
}

#[test]
fn r7_removed_entries_come_back_as_they_were() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    let text = id.to_string();
    let live = db.entry_column(id, "concat_ws(' ', start_ts, end_ts, line_item_id, status)");
    db.wl_refused("ada", &["entry", "remove", &text], 2, "reason_required");
    db.ok(
        "ada",
        &["entry", "remove", &text, "--reason", "twice there"],
    );
    assert_eq!(
        db.last_record("time_entry", id),
        "entry.remove ada twice there"
    );
    assert_eq!(db.json("tom", &["entry", "list"]), serde_json::json!([]));
    db.wl_refused("tom", &["entry", "remove", &text], 1, "entry_removed");
    db.wl_refused(
        "tom",
        &["entry", "edit", &text, "--note", "x"],
        1,
        "entry_removed",
    );
    db.sql_refused(
        "tom",
        &format!("UPDATE wl.time_entries SET note = 'x' WHERE id = {id}"),
        &["entry_removed"],
    );
    db.ok("tom", &["entry", "restore", &text]);
    assert_eq!(db.last_record("time_entry", id), "entry.restore tom");
    assert_eq!(
        db.entry_column(id, "concat_ws(' ', start_ts, end_ts, line_item_id, status)"),
        live
    );
    db.wl_refused("tom", &["entry", "restore", &text], 1, "entry_live");
    // the time of a removal is the database's
    let past = format!("UPDATE wl.time_entries SET deleted_at = '2001-01-01' WHERE id = {id}");
    db.sql("tom", &audited(&past, "time_entry", id, "entry.remove"))
        .expect("a removal");
    assert_eq!(db.entry_column(id, "deleted_at > created_at"), "t");
    db.assert_whole();
}

#[test]
fn r7_an_order_with_live_rows_under_it_is_not_removed() {
    let db = Db::new();
    let hide = "UPDATE wl.work_orders SET deleted_at = now() WHERE number = 'WO-2'";
    db.order("WO-2");
    db.wl_refused("ada", &["order", "remove", "WO-2"], 1, "order_in_use");
    db.sql_refused("ada", hide, &["order_in_use"]);
    db.ok("ada", &["line", "remove", "WO-2/1"]);
    db.ok(
        "ada",
        &["order", "remove", "WO-2", "--reason", "sent in error"],
    );
    let id: i64 = db
        .query("SELECT id FROM wl.work_orders WHERE number = 'WO-2'")
        .parse()
        .expect("an id");
    assert_eq!(
        db.last_record("work_order", id),
        "order.remove ada sent in error"
    );
    // nothing happens to a removed order, and nothing goes on it
    for args in [
        &["order", "remove", "WO-2"][..],
        &["order", "edit", "WO-2", "--title", "X"],
        &["order", "status", "WO-2", "cancelled"],
        &["line", "add", "WO-2", "--description", "X"],
        &["line", "restore", "WO-2/1"],
    ] {
        db.wl_refused("ada", args, 1, "order_removed");
    }
    db.wl_refused("tom", &["timer", "start", "WO-2/1"], 1, "order_removed");
    for sql in [
        "UPDATE wl.work_orders SET title = 'X' WHERE number = 'WO-2'",
        "UPDATE wl.work_orders SET status = 'cancelled' WHERE number = 'WO-2'",
        "INSERT INTO wl.line_items (work_order_id, description) SELECT id, 'X' FROM wl.work_orders WHERE number = 'WO-2'",
        "UPDATE wl.line_items SET deleted_at = NULL WHERE deleted_at IS NOT NULL",
    ] {
        db.sql_refused("ada", sql, &["order_removed"]);
    }
    db.ok("ada", &["order", "restore", "WO-2"]);
    assert_eq!(db.last_record("work_order", id), "order.restore ada");
    db.wl_refused("ada", &["order", "restore", "WO-2"], 1, "order_live");
    db.assert_whole();
}

#[test]
fn r7_a_line_item_with_live_time_is_not_removed() {
    let db = Db::new();
    let entry = db.entry("tom", 5).to_string();
    db.wl_refused("ada", &["line", "remove", "WO-1/1"], 1, "line_in_use");
    db.sql_refused(
        "ada",
        "UPDATE wl.line_items SET deleted_at = now() WHERE position = 1",
        &["line_in_use"],
    );
    db.ok("tom", &["entry", "remove", &entry]);
    db.ok(
        "ada",
        &["line", "remove", "WO-1/1", "--reason", "not asked for"],
    );
    let id: i64 = db
        .query("SELECT id FROM wl.line_items WHERE position = 1")
        .parse()
        .expect("an id");
    assert_eq!(
        db.last_record("line_item", id),
        "line.remove ada not asked for"
    );
    db.wl_refused("tom", &["timer", "start", "WO-1/1"], 1, "line_removed");
    db.wl_refused("tom", &["entry", "restore", &entry], 1, "line_removed");
    db.sql_refused(
        "tom",
        &format!("UPDATE wl.time_entries SET deleted_at = NULL WHERE id = {entry}"),
        &["line_removed"],
    );
    for args in [
        &["line", "remove", "WO-1/1"][..],
        &["line", "edit", "WO-1/1", "--description", "X"],
        &["line", "status", "WO-1/1", "done"],
    ] {
        db.wl_refused("ada", args, 1, "line_removed");
    }
    db.sql_refused(
        "ada",
        "UPDATE wl.line_items SET description = 'X' WHERE position = 1",
        &["line_removed"],
    );
    db.ok("ada", &["line", "restore", "WO-1/1"]);
    assert_eq!(db.last_record("line_item", id), "line.restore ada");
    db.ok("tom", &["entry", "restore", &entry]);
    db.assert_whole();
}

#[test]
fn r7_a_user_with_open_time_is_not_removed_and_keeps_the_locked() {
    let db = Db::new();
    let name = db.person("technician");
    let id = db.entry(&name, 5);
    let hide = format!("UPDATE wl.users SET deleted_at = now() WHERE db_role = '{name}'");
    db.wl_refused("ada", &["user", "remove", &name], 1, "user_open_time");
    db.sql_refused("ada", &hide, &["user_open_time"]);
    db.approve_entry("ada", id);
    let hidden = db.entry(&name, 9);
    db.ok(&name, &["entry", "remove", &hidden.to_string()]);
    db.ok(
        "ada",
        &["user", "remove", &name, "--reason", "left the company"],
    );
    let user: i64 = db
        .query(&format!("SELECT id FROM wl.users WHERE db_role = '{name}'"))
        .parse()
        .expect("an id");
    assert_eq!(
        db.last_record("user", user),
        "user.remove ada left the company"
    );
    db.wl_refused("ada", &["user", "remove", &name], 1, "user_removed");
    db.wl_refused("ada", &["user", "role", &name, "ops"], 1, "user_removed");
    db.wl_refused(
        "ada",
        &[
            "entry",
            "add",
            "WO-1/1",
            "--start",
            "2h ago",
            "--end",
            "1h ago",
            "--user",
            &name,
            "--reason",
            "came late",
        ],
        1,
        "user_removed",
    );
    db.sql_refused(
        "ada",
        &crate::support::insert_time(&name, "WO-1", 1, "now()", "NULL"),
        &["user_removed"],
    );
    let hidden = hidden.to_string();
    let restore = ["entry", "restore", &hidden, "--reason", "came back"];
    db.wl_refused("ada", &restore, 1, "user_removed");
    db.sql_refused(
        "ada",
        &format!("UPDATE wl.time_entries SET deleted_at = NULL WHERE id = {hidden}"),
        &["user_removed"],
    );
    db.sql_refused(
        "ada",
        &format!("UPDATE wl.users SET role = 'ops' WHERE db_role = '{name}'"),
        &["user_removed"],
    );
    db.ok("ada", &["user", "restore", &name]);
    assert_eq!(db.last_record("user", user), "user.restore ada");
    db.wl_refused("ada", &["user", "restore", &name], 1, "user_live");
    db.ok(&name, &["timer", "status"]);
    db.assert_whole();
}

#[test]
fn r7_the_last_admin_stays() {
    let db = Db::new();
    let [first, last] = [db.person("admin"), db.person("admin")];
    for change in ["role = 'ops'", "deleted_at = now()"] {
        // the logins of ada and abe are every test's: nothing here is committed
        let sql = format!(
            "BEGIN;
             UPDATE wl.users SET deleted_at = now() WHERE db_role = 'ada';
             UPDATE wl.users SET deleted_at = now() WHERE db_role = 'abe';
             UPDATE wl.users SET {change} WHERE db_role = '{first}';
             UPDATE wl.users SET {change} WHERE db_role = '{last}';"
        );
        db.sql_refused(&last, &sql, &["last_admin"]);
    }
}

/// Whoever loses the role can't record that.
#[test]
fn r7_no_admin_leaves_by_themselves() {
    let db = Db::new();
    let admin = db.person("admin");
    for (command, change) in [
        (&["remove", &admin][..], "deleted_at = now()"),
        (&["role", &admin, "ops"], "role = 'ops'"),
    ] {
        db.wl_refused(&admin, &[&["user"], command].concat(), 1, "user_self");
        let sql = format!("UPDATE wl.users SET {change} WHERE db_role = '{admin}'");
        db.sql_refused(&admin, &sql, &["user_self"]);
    }
    db.ok(
        &admin,
        &["user", "rename", &admin, "--full-name", "Another Name"],
    );
    db.ok("ada", &["user", "role", &admin, "ops"]);
    db.remove_user(&admin);
    db.assert_whole();
}

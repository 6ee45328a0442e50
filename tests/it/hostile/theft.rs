//! Somebody else's time, and columns that are the database's.

use super::{ADMINS, ALL, Attack, HARMLESS, NO_RIGHT, Scene, TECHNICIANS, change_entry};

#[test]
fn somebody_elses_time_is_out_of_reach() {
    let scene = Scene::new();
    let insert = |user: u8| {
        format!(
            "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts)
             VALUES ({user}, 1, 1, now() - interval '9 hours', now() - interval '8 hours')"
        )
    };
    let book = insert(4);
    let refused = &["entry_right", NO_RIGHT];
    scene.attack(&[("book", &["tom", "acc", "olga"], &book, refused)]);
    scene.attack(&[("book for an admin", &["tom", "tess"], &insert(1), refused)]);
    let own = ["acc", "olga"];
    for user in [5, 6] {
        scene.attack(&[("book their own", &own, &insert(user), refused)]);
    }
    // the update finds no row, so that there is nothing to record
    let nothing = &[NO_RIGHT, "audit_without_change", "entry_right"];
    for name in ["tess_open", "tess_running", "tess_locked", "tess_removed"] {
        for (set, action) in [
            ("end_ts = end_ts + interval '1 minute'", "entry.edit"),
            ("start_ts = start_ts - interval '1 minute'", "entry.edit"),
            ("end_ts = now()", "timer.stop"),
            ("line_item_id = 2", "entry.edit"),
            ("note = 'mine'", "entry.edit"),
            ("deleted_at = now()", "entry.remove"),
            ("deleted_at = NULL", "entry.restore"),
        ] {
            let bare = format!("UPDATE wl.time_entries SET {set} WHERE id = {{{name}}}");
            scene.attack(&[
                (name, &["tom"], &bare, &[HARMLESS]),
                (name, &["acc", "olga"], &bare, &[NO_RIGHT]),
                (
                    name,
                    &["tom", "acc", "olga"],
                    &change_entry(name, set, action),
                    nothing,
                ),
            ]);
        }
    }
    scene.attack(&[
        // which row is the first one is the server's choice
        ("all time", &["tom"], "UPDATE wl.time_entries SET end_ts = end_ts - interval '1 s'", &["entry_locked", "entry_billed", "entry_removed"]),
        ("lock a person", &["tess", "tom", "acc"], "SELECT * FROM wl.lock_user(1)", &["entry_right"]),
        ("lock a person", &["olga"], "SELECT * FROM wl.lock_user(1)", &[NO_RIGHT]),
        ("lock a timer", TECHNICIANS, "SELECT * FROM wl.lock_timer(1, 'WO-1', 1)", &["entry_right"]),
        ("lock a timer", &["acc", "olga"], "SELECT * FROM wl.lock_timer(NULL, NULL, NULL)", &[NO_RIGHT]),
        ("lock a line item", &["acc", "olga"], "SELECT * FROM wl.share_target('WO-1', 1)", &[NO_RIGHT]),
        ("lock rows of others", &["tom"], "SELECT id FROM wl.time_entries WHERE user_id <> 3 FOR UPDATE", &[HARMLESS]),
        ("lock users", TECHNICIANS, "SELECT id FROM wl.users FOR SHARE", &[NO_RIGHT]),
        ("upsert", &["tom"], "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts)
            SELECT user_id, work_order_id, line_item_id, start_ts, end_ts FROM wl.time_entries WHERE id = {tom_open}
            ON CONFLICT DO NOTHING", &[HARMLESS]),
        ("upsert of an id", &["tom", "ada"], "INSERT INTO wl.time_entries (id, user_id, work_order_id, line_item_id, start_ts)
            OVERRIDING SYSTEM VALUE VALUES ({tess_open}, 3, 1, 1, now()) ON CONFLICT (id) DO UPDATE SET note = 'x'", &[NO_RIGHT]),
        ("insert from select", &["tom"], "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts)
            SELECT 4, 1, 1, s, s + interval '1 s' FROM generate_series(now() - interval '9 hours', now() - interval '8 hours', '1 h') s",
            &["entry_right", NO_RIGHT]),
        ("update from", &["tom"], "UPDATE wl.time_entries e SET end_ts = now() FROM wl.users u WHERE u.id = e.user_id AND u.db_role = 'tess'", &[HARMLESS]),
        ("merge", &["tom"], "MERGE INTO wl.time_entries e USING wl.users u ON u.id = e.user_id AND u.db_role = 'tess'
            WHEN MATCHED THEN UPDATE SET note = 'x'", &[HARMLESS]),
    ]);
}

#[test]
fn columns_of_the_database_are_supplied_by_nobody() {
    let scene = Scene::new();
    for (column, value) in [
        ("duration_seconds", "1"),
        ("approved_by", "3"),
        ("approved_at", "now()"),
        ("approvals", "0"),
        ("touched_by", "'{}'"),
        ("edited_at", "NULL"),
        ("edited_by", "NULL"),
        ("created_at", "'2020-01-01'"),
        ("created_by", "3"),
        ("row_version", "1"),
        ("user_id", "4"),
        ("id", "7777"),
        ("note_salt", "gen_random_uuid()"),
    ] {
        let update =
            format!("UPDATE wl.time_entries SET {column} = {value} WHERE id = {{tom_open}}");
        let expected = &[NO_RIGHT, "428C9"];
        scene.attack(&[(column, ALL, &update, expected)]);
        if column == "user_id" {
            continue;
        }
        let insert = format!(
            "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts, {column})
             OVERRIDING SYSTEM VALUE VALUES (3, 1, 1, now() - interval '9 h', now() - interval '8 h', {value})"
        );
        scene.attack(&[(column, ALL, &insert, expected)]);
    }
    for (table, column, value) in [
        ("work_orders", "created_by", "1"),
        ("work_orders", "created_at", "now()"),
        ("work_orders", "row_version", "1"),
        ("work_orders", "id", "99"),
        ("line_items", "position", "9"),
        ("line_items", "work_order_id", "1"),
        ("line_items", "created_by", "1"),
        ("line_items", "row_version", "1"),
        ("users", "db_role", "'tom2'"),
        ("users", "created_by", "1"),
        ("users", "row_version", "1"),
        ("users", "id", "99"),
        ("settings", "name", "'zone'"),
        ("settings", "row_version", "9"),
        ("audit_chains", "db_role", "'x'"),
    ] {
        let sql = format!("UPDATE wl.{table} SET {column} = {value}");
        scene.attack(&[(column, ALL, &sql, &[NO_RIGHT, "428C9"])]);
    }
    for (column, value) in [
        ("edited_reason", "'x'"),
        ("deleted_at", "now()"),
        ("long_accepted", "true"),
    ] {
        let insert = format!(
            "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts, {column})
             VALUES (3, 1, 1, now() - interval '9 h', now() - interval '8 h', {value})"
        );
        scene.attack(&[(column, ALL, &insert, &[NO_RIGHT])]);
    }
    let status: Attack<'_> = (
        "status and acceptance",
        TECHNICIANS,
        "UPDATE wl.time_entries SET status = 'LOCKED'; UPDATE wl.time_entries SET long_accepted = true",
        &[NO_RIGHT],
    );
    scene.attack(&[
        status,
        (
            "acceptance",
            TECHNICIANS,
            "UPDATE wl.time_entries SET long_accepted = true",
            &[NO_RIGHT],
        ),
        (
            "insert locked",
            ALL,
            "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, status)
            VALUES (3, 1, 1, now(), 'LOCKED')",
            &[NO_RIGHT],
        ),
        (
            "odd times",
            &["tom", "ada"],
            &change_entry("tom_open", "end_ts = 'infinity'", "entry.edit"),
            &["future_time", "time_entries_range_check"],
        ),
        (
            "odd times",
            &["tom", "ada"],
            &change_entry("tom_open", "start_ts = '-infinity'", "entry.edit"),
            &["time_entries_range_check", "22008", "0A000"],
        ),
        (
            "odd times",
            &["tom", "ada"],
            &change_entry("tom_open", "start_ts = '0044-03-15 BC'", "entry.edit"),
            &["time_entries_range_check", "time_entries_no_overlap"],
        ),
        (
            "odd times",
            &["tom", "ada"],
            &change_entry(
                "tom_open",
                "end_ts = start_ts - interval '1 s'",
                "entry.edit",
            ),
            &["time_entries_end_check", "22000"],
        ),
        (
            "odd times",
            &["tom", "ada"],
            &change_entry("tom_open", "end_ts = now() + interval '1 h'", "entry.edit"),
            &["future_time"],
        ),
        (
            "run again",
            &["tom", "ada"],
            &change_entry("tom_open", "end_ts = NULL", "entry.edit"),
            &["entry_reopened"],
        ),
        (
            "no start",
            &["tom", "ada"],
            &change_entry("tom_open", "start_ts = NULL", "entry.edit"),
            &["23502"],
        ),
        (
            "overlap",
            &["tom", "ada"],
            &change_entry(
                "tom_open",
                "start_ts = start_ts - interval '3 hours'",
                "entry.edit",
            ),
            &["time_entries_no_overlap"],
        ),
        (
            "no line",
            &["tom", "ada"],
            &change_entry("tom_open", "line_item_id = NULL", "entry.edit"),
            &["23502"],
        ),
        (
            "line of another order",
            &["tom", "ada"],
            &change_entry("tom_open", "line_item_id = {READY_1}", "entry.edit"),
            &["time_entries_line_item_fkey"],
        ),
        (
            "two timers",
            &["tom"],
            "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts)
            VALUES (3, 1, 1, now() - interval '90 hours')",
            &[
                "time_entries_one_active_timer_per_user",
                "time_entries_no_overlap",
            ],
        ),
        (
            "two at once",
            ADMINS,
            &change_entry("tom_open", "status = 'LOCKED', note = 'x'", "entry.approve"),
            &["one_change"],
        ),
    ]);
}

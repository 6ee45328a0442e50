//! Approved time, and approvals.

use super::{ADMINS, ALL, HARMLESS, NO_RIGHT, Scene, TECHNICIANS, change_entry};

#[test]
fn nothing_of_a_locked_entry_changes() {
    let scene = Scene::new();
    let refused = &["entry_locked", NO_RIGHT];
    for (set, action) in [
        ("start_ts = start_ts - interval '1 s'", "entry.edit"),
        ("end_ts = end_ts + interval '1 s'", "entry.edit"),
        ("end_ts = NULL", "entry.edit"),
        ("note = 'x'", "entry.edit"),
        ("note = NULL", "entry.edit"),
        ("work_order_id = 2, line_item_id = 2", "entry.edit"),
        ("line_item_id = 2", "entry.edit"),
        ("deleted_at = now()", "entry.remove"),
        ("deleted_at = 'infinity'", "entry.remove"),
        ("note = note", "entry.edit"),
    ] {
        let sql = change_entry("tom_locked", set, action);
        scene.attack(&[(set, &["tom", "ada", "abe", "acc", "olga"], &sql, refused)]);
    }
    let columns = scene.db.query(
        "SELECT attname FROM pg_attribute WHERE attrelid = 'wl.time_entries'::regclass AND attnum > 0 AND NOT attisdropped",
    );
    for column in columns.lines() {
        let sql =
            format!("UPDATE wl.time_entries SET {column} = {column} WHERE id = {{tom_locked}}");
        scene.attack(&[(
            column,
            &["tom", "ada", "acc", "olga"],
            &sql,
            &["entry_locked", NO_RIGHT, "428C9"],
        )]);
    }
    let mut attacks: Vec<(&str, &[&str], String, &[&str])> = Vec::new();
    for set in [
        "status = 'OPEN', note = 'x'",
        "status = 'OPEN', end_ts = end_ts + interval '1 s'",
        "status = 'OPEN', deleted_at = now()",
        "status = 'OPEN', line_item_id = 2",
        "long_accepted = true",
        "status = 'LOCKED'",
    ] {
        attacks.push((
            set,
            ADMINS,
            change_entry("tom_locked", set, "entry.unlock"),
            refused,
        ));
    }
    for set in [
        "status = 'OPEN', start_ts = NULL",
        "status = NULL",
        "status = 'open'",
    ] {
        let expected = &[
            "entry_locked",
            "23502",
            "time_entries_status_check",
            "reason_required",
        ];
        attacks.push((
            set,
            ADMINS,
            change_entry("tom_locked", set, "entry.unlock"),
            expected,
        ));
    }
    for reason in [
        "NULL",
        "''",
        "'  '",
        "E'\\u00a0\\u200b\\u3164'",
        "'---'",
        "'..!'",
        "'ab'",
    ] {
        for settings in [
            "",
            "SET standard_conforming_strings = off; SET escape_string_warning = off;",
        ] {
            let sql = format!(
                "{settings} BEGIN; UPDATE wl.time_entries SET status = 'OPEN', edited_reason = {reason} WHERE id = {{tom_locked}};
                 INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
                 VALUES ('time_entry', {{tom_locked}}, 'entry.unlock', {reason}, 'x'); COMMIT;"
            );
            attacks.push(("no reason", ADMINS, sql, &["reason_required"]));
        }
    }
    let all = "WHERE id = {tom_locked}";
    for (name, sql) in [
        ("merge", "MERGE INTO wl.time_entries e USING (SELECT 1) s ON e.id = {tom_locked} WHEN MATCHED THEN UPDATE SET note = 'x'".to_owned()),
        ("cte", format!("WITH c AS (UPDATE wl.time_entries SET note = 'x' {all} RETURNING id)
            INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) SELECT 'time_entry', id, 'entry.edit', 'x' FROM c")),
        ("update from", "UPDATE wl.time_entries e SET note = 'x' FROM wl.users u WHERE e.user_id = u.id AND e.id = {tom_locked}".to_owned()),
        ("cursor", format!("BEGIN; DECLARE c CURSOR FOR SELECT * FROM wl.time_entries {all} FOR UPDATE; FETCH c;
            UPDATE wl.time_entries SET note = 'x' WHERE CURRENT OF c; COMMIT;")),
        ("a function", format!("CREATE FUNCTION pg_temp.f() RETURNS void LANGUAGE sql SECURITY DEFINER AS
            $$UPDATE wl.time_entries SET note = 'x' {all}$$; SELECT pg_temp.f();")),
        ("a view", format!("CREATE TEMP VIEW v AS SELECT * FROM wl.time_entries; UPDATE v SET note = 'x' {all}")),
        ("prepared", format!("PREPARE p AS UPDATE wl.time_entries SET note = 'x' {all}; EXECUTE p;")),
        ("caught", format!("DO $$ BEGIN UPDATE wl.time_entries SET note = 'x' {all}; END $$")),
    ] {
        attacks.push((name, &["tom", "ada"], sql, refused));
    }
    for (name, logins, sql, expected) in &attacks {
        scene.attack(&[(*name, *logins, sql.as_str(), *expected)]);
    }
    let unlock = change_entry("tom_locked", "status = 'OPEN'", "entry.unlock");
    scene.attack(&[
        (
            "unlock",
            &["tom", "tess", "acc", "olga"],
            &unlock,
            &[NO_RIGHT],
        ),
        (
            "caught",
            &["tom"],
            "DO $$ BEGIN UPDATE wl.time_entries SET note = 'x' WHERE id = {tom_locked};
            EXCEPTION WHEN OTHERS THEN NULL; END $$",
            &[HARMLESS],
        ),
    ]);
}

#[test]
fn nobody_approves_what_is_theirs() {
    let scene = Scene::new();
    let approve = |name| {
        change_entry(
            name,
            "status = 'LOCKED', long_accepted = true",
            "entry.approve",
        )
    };
    let own = &["approve_own"];
    for name in ["ada_open", "entered_by_ada", "stretched_by_ada"] {
        scene.attack(&[
            (name, &["ada"], &approve(name), own),
            (
                name,
                &["tom", "tess", "acc", "olga"],
                &approve(name),
                &[NO_RIGHT],
            ),
        ]);
    }
    let stretch_and_approve = "BEGIN;
        UPDATE wl.time_entries SET end_ts = end_ts + interval '1 min', edited_reason = 'because' WHERE id = {tess_open};
        INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id) VALUES ('time_entry', {tess_open}, 'entry.edit', 'because', 'x');
        UPDATE wl.time_entries SET status = 'LOCKED' WHERE id = {tess_open};
        INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('time_entry', {tess_open}, 'entry.approve', 'x'); COMMIT;";
    let long = "UPDATE wl.time_entries SET end_ts = start_ts + interval '9 hours', edited_reason = 'x' WHERE id = {tom_open}";
    scene.attack(&[
        ("stretch, then approve", ADMINS, stretch_and_approve, own),
        ("remove, restore, approve", ADMINS, "BEGIN;
            UPDATE wl.time_entries SET deleted_at = now() WHERE id = {tess_open};
            INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id) VALUES ('time_entry', {tess_open}, 'entry.remove', 'because', 'x');
            UPDATE wl.time_entries SET deleted_at = NULL WHERE id = {tess_open};
            INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id) VALUES ('time_entry', {tess_open}, 'entry.restore', 'because', 'x');
            UPDATE wl.time_entries SET status = 'LOCKED' WHERE id = {tess_open}; COMMIT;", own),
        ("running", &["ada"], &approve("tom_running"), &["approve_running"]),
        ("removed", &["ada"], &approve("tom_removed"), &["entry_removed", "one_change", "time_entries_locked_check"]),
        ("stop and approve", ADMINS, &change_entry("tom_running", "status = 'LOCKED', end_ts = now()", "entry.approve"), &["one_change", "approve_running"]),
        // which row is the first one is the server's choice
        ("all at once", ADMINS, "UPDATE wl.time_entries SET status = 'LOCKED'", &["approve_own", "approve_running", "entry_locked", "entry_billed", "entry_removed"]),
        ("approve as a group", ADMINS, "SET ROLE wl_admin; UPDATE wl.time_entries SET status = 'LOCKED' WHERE id = {ada_open}", &["approve_own", "audit_missing"]),
        ("turn the setting off without a record", ALL, "BEGIN; UPDATE wl.settings SET value = 'off' WHERE name = 'two_pairs_of_eyes';
            UPDATE wl.time_entries SET status = 'LOCKED' WHERE id = {ada_open};
            INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('time_entry', {ada_open}, 'entry.approve', 'x'); COMMIT;",
            &["audit_missing", NO_RIGHT]),
        ("no time", TECHNICIANS, long, &[NO_RIGHT, HARMLESS, "audit_missing", "time_entries_no_overlap"]),
    ]);
}

//! The trail: records forged, back-dated, doubled, left out, undone.

use super::{ALL, NO_RIGHT, Scene, TECHNICIANS};

const CHANGE: &str = "UPDATE wl.time_entries SET note = 'changed' WHERE id = {tom_open};";
const AGAIN: &str = "UPDATE wl.time_entries SET note = 'again' WHERE id = {tom_open};";
const RECORD: &str = "INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
    VALUES ('time_entry', {tom_open}, 'entry.edit', 'x');";

#[test]
fn every_change_has_its_one_record() {
    let scene = Scene::new();
    let missing = &["audit_missing"][..];
    for (name, order, rules) in [
        ("left out", "C", missing),
        ("left out, in a block", "DO $$ BEGIN C END $$;", missing),
        ("record first", "R C", &["audit_action", "audit_log_entity_key"]),
        ("record twice", "C R R", &["audit_log_entity_key"]),
        ("change, record, change", "C R A", missing),
        ("two changes, one record", "C A R", &["audit_action"]),
        ("back and forth", "C R UPDATE wl.time_entries SET note = 'tom-secret 20' WHERE id = {tom_open};", missing),
        ("immediate", "SET CONSTRAINTS ALL IMMEDIATE; C R", missing),
        ("immediate later", "C SET CONSTRAINTS ALL IMMEDIATE; R", missing),
        ("deferred again", "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; C", missing),
        ("one by name", "SET CONSTRAINTS wl.demand_audit DEFERRED; C", missing),
        ("rolled back to a savepoint", "C SAVEPOINT s; R ROLLBACK TO s;", missing),
        ("released, rolled back", "C SAVEPOINT s; SAVEPOINT t; R RELEASE t; ROLLBACK TO s;", missing),
        ("undone by an error", "C DO $$ BEGIN R RAISE 'x'; EXCEPTION WHEN OTHERS THEN NULL; END $$;", missing),
        ("the change undone, the record kept", "SAVEPOINT s; C ROLLBACK TO s; R", &["audit_action", "audit_log_entity_key"]),
        ("change in a savepoint", "SAVEPOINT s; C RELEASE s;", missing),
        ("prepared", "C PREPARE TRANSACTION 'x';", &["audit_missing", "55000"]),
        ("prepared with its record", "C R PREPARE TRANSACTION 'x';", &["55000"]),
        ("chained", "C COMMIT AND CHAIN;", missing),
        ("another row's record", "C INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
            VALUES ('time_entry', {tom_running}, 'entry.edit', 'x');", &["audit_action", "audit_log_entity_key"]),
        ("another table's record", "C INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
            VALUES ('work_order', {tom_open}, 'order.edit', 'x');", &["audit_action", "audit_log_entity_key", "audit_without_change"]),
        ("two rows, one record", "UPDATE wl.time_entries SET note = 'both' WHERE id IN ({tom_open}, {ready_open}); R", missing),
        ("in one statement, one record too few", "WITH c AS (UPDATE wl.time_entries SET note = 'both' WHERE id IN ({tom_open}, {ready_open}) RETURNING id)
            INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) SELECT 'time_entry', min(id), 'entry.edit', 'x' FROM c;", missing),
        ("doubled in one statement", "WITH c AS (UPDATE wl.time_entries SET note = 'x' WHERE id = {tom_open} RETURNING id)
            INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) SELECT 'time_entry', id, 'entry.edit', 'x' FROM c, generate_series(1, 2);", &["audit_log_entity_key"]),
        ("on conflict do nothing", "C INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
            VALUES ('time_entry', {tess_open}, 'entry.add', 'x') ON CONFLICT DO NOTHING;", &["audit_missing", NO_RIGHT, "reason_required"]),
        ("on conflict do update", "C INSERT INTO wl.audit_log AS a (entity_type, entity_id, action, op_id)
            VALUES ('time_entry', {tom_open}, 'entry.edit', 'x') ON CONFLICT (entity_type, entity_id, entity_version) DO UPDATE SET reason = 'x';", &[NO_RIGHT]),
        ("reasons that differ", "C INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
            VALUES ('time_entry', {tom_open}, 'entry.edit', 'another', 'x');", &["audit_reason"]),
        ("no operation", "C INSERT INTO wl.audit_log (entity_type, entity_id, action) VALUES ('time_entry', {tom_open}, 'entry.edit');", &["23502"]),
        ("an empty operation", "C INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('time_entry', {tom_open}, 'entry.edit', '');", &["audit_log_op_id_check"]),
        ("another type", "C INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('Time_entry', {tom_open}, 'entry.edit', 'x');", &["audit_log_entity_type_check"]),
        ("nothing named", "C INSERT INTO wl.audit_log DEFAULT VALUES;", &[NO_RIGHT, "audit_without_change"]),
    ] {
        let words = order.split(' ').map(|word| match word {
            "C" => CHANGE,
            "A" => AGAIN,
            "R" => RECORD,
            other => other,
        });
        let sql = format!("BEGIN; {} COMMIT;", words.collect::<Vec<_>>().join(" "));
        scene.attack(&[(name, &["tom"], &sql, rules)]);
    }
}

#[test]
fn a_record_says_what_was_done() {
    let scene = Scene::new();
    let record = |action: &str| {
        RECORD
            .replace("entry.edit", action)
            .replace("NULL", "'because'")
    };
    let stop = "UPDATE wl.time_entries SET end_ts = now() WHERE id = {tom_open};";
    let stop = stop.replace("tom_open", "tom_running");
    let stop_theirs = stop.replace("tom_running", "tess_running");
    let remove = "UPDATE wl.time_entries SET deleted_at = now() WHERE id = {tom_open};";
    let approve = "UPDATE wl.time_entries SET status = 'LOCKED' WHERE id = {tom_open};";
    for (login, change, row, right) in [
        ("tom", CHANGE, "tom_open", &["entry.edit"][..]),
        // no other timer starts at that instant
        ("tom", &stop, "tom_running", &["timer.stop"]),
        ("ada", &stop_theirs, "tess_running", &["timer.stop"]),
        ("tom", remove, "tom_open", &["entry.remove"]),
        ("ada", approve, "tom_open", &["entry.approve"]),
    ] {
        for action in [
            "timer.start",
            "timer.stop",
            "timer.auto_stop",
            "entry.add",
            "entry.edit",
            "entry.approve",
            "entry.unlock",
            "entry.remove",
            "entry.restore",
            "order.edit",
            "user.add",
            "settings.change",
            "entry.forget",
            "",
        ] {
            if right.contains(&action) {
                continue;
            }
            let record = record(action).replace("tom_open", row);
            let sql = format!("BEGIN; {change} {record} COMMIT;");
            let rule = match action {
                "entry.forget" | "" => "audit_log_action_check",
                _ => "audit_action",
            };
            scene.attack(&[(action, &[login], &sql, &[rule])]);
        }
    }
}

#[test]
fn records_are_not_made_of_nothing_nor_stamped_by_hand() {
    let scene = Scene::new();
    for (entity, id) in [
        ("time_entry", "{tess_open}"),
        ("work_order", "1"),
        ("line_item", "1"),
        ("user", "3"),
        ("setting", "1"),
        ("time_entry", "-1"),
    ] {
        for action in [
            "entry.edit",
            "entry.approve",
            "order.status",
            "line.edit",
            "user.add",
            "user.role",
            "settings.change",
            "order.add",
            "line.add",
        ] {
            let sql = format!(
                "INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
                VALUES ('{entity}', {id}, '{action}', 'because', 'x')"
            );
            let rules = &[
                "audit_action",
                "audit_log_entity_key",
                "audit_without_change",
                "audit_reason",
                "reason_required",
                NO_RIGHT,
            ];
            scene.attack(&[(entity, ALL, &sql, rules)]);
        }
    }
    for (column, value) in [
        ("id", "1"),
        ("at", "'2020-01-01'"),
        ("actor_id", "1"),
        ("actor_login", "'ada'"),
        ("actor_role", "'admin'"),
        ("entity_version", "2"),
        ("txid", "1"),
        ("after", "'{}'"),
        ("note", "'x'"),
        ("chain_seq", "1"),
        ("hash", "''"),
    ] {
        let sql = format!("BEGIN; {CHANGE} INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id, {column})
            OVERRIDING SYSTEM VALUE VALUES ('time_entry', {{tom_open}}, 'entry.edit', 'x', {value}); COMMIT;");
        scene.attack(&[(column, &["tom"], &sql, &[NO_RIGHT])]);
        let update = format!("UPDATE wl.audit_log SET {column} = {value}");
        scene.attack(&[(column, ALL, &update, &[NO_RIGHT, "428C9"])]);
    }
    for column in ["reason", "action", "op_id", "entity_type", "entity_id"] {
        let sql = format!("UPDATE wl.audit_log SET {column} = {column}");
        scene.attack(&[(column, ALL, &sql, &[NO_RIGHT])]);
        let superuser = &[worklock::db::local::SUPERUSER][..];
        scene.attack(&[(column, superuser, &sql, &["nothing_is_deleted"])]);
    }
    for level in ["REPEATABLE READ", "SERIALIZABLE"] {
        let begin = format!("BEGIN ISOLATION LEVEL {level}; {CHANGE} {RECORD} COMMIT;");
        let session = format!("SET default_transaction_isolation = '{level}'; {CHANGE}");
        let set =
            format!("BEGIN; SET TRANSACTION ISOLATION LEVEL {level}; {CHANGE} {RECORD} COMMIT;");
        for sql in [begin, session, set] {
            scene.attack(&[(level, &["tom"], &sql, &["isolation_level"])]);
        }
    }
    let lock = "SELECT * FROM wl.audit_chains FOR UPDATE";
    scene.attack(&[
        ("chain heads", ALL, lock, &[NO_RIGHT]),
        (
            "chain heads",
            ALL,
            "INSERT INTO wl.audit_chains VALUES (99)",
            &[NO_RIGHT],
        ),
        (
            "lock the log",
            TECHNICIANS,
            "SELECT id FROM wl.audit_log FOR UPDATE",
            &[NO_RIGHT],
        ),
    ]);
}

//! The trail: records forged, back-dated, doubled, left out, undone.

use worklock::models::Action;

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
        ("one by name", "SET CONSTRAINTS wl.require_audit_record DEFERRED; C", missing),
        ("rolled back to a savepoint", "C SAVEPOINT s; R ROLLBACK TO s;", missing),
        ("released, rolled back", "C SAVEPOINT s; SAVEPOINT t; R RELEASE t; ROLLBACK TO s;", missing),
        ("undone by an error", "C DO $$ BEGIN R RAISE 'x'; EXCEPTION WHEN OTHERS THEN NULL; END $$;", missing),
        ("the change undone, the record kept", "SAVEPOINT s; C ROLLBACK TO s; R", &["audit_action", "audit_log_entity_key"]),
        ("change in a savepoint", "SAVEPOINT s; C RELEASE s;", missing),
        ("prepared", "C PREPARE TRANSACTION 'x';", missing),
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
            VALUES ('time_entry', {tess_open}, 'entry.add', 'x') ON CONFLICT DO NOTHING;", &["audit_without_change"]),
        ("on conflict do update", "C INSERT INTO wl.audit_log AS a (entity_type, entity_id, action, op_id)
            VALUES ('time_entry', {tom_open}, 'entry.edit', 'x') ON CONFLICT (entity_type, entity_id, entity_version) DO UPDATE SET reason = 'x';", &[NO_RIGHT]),
        ("reasons that differ", "C INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
            VALUES ('time_entry', {tom_open}, 'entry.edit', 'another', 'x');", &["audit_reason"]),
        ("no operation", "C INSERT INTO wl.audit_log (entity_type, entity_id, action) VALUES ('time_entry', {tom_open}, 'entry.edit');", &["23502"]),
        ("an empty operation", "C INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('time_entry', {tom_open}, 'entry.edit', '');", &["op_id_check"]),
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

/// Each change once, by whom, of which kind of row and which row; every action
/// that it is not is tried on it, in one transaction that is rolled back.
#[test]
fn a_record_says_what_was_done() {
    let scene = Scene::new();
    scene.db.ok(
        "ada",
        &["order", "add", "EMPTY", "--title", "T", "--customer", "C"],
    );
    let away = scene.db.person("ops");
    scene.db.remove_user(&away);
    let newest = |table: &str| format!("(SELECT max(id) FROM wl.{table})");
    let empty = "(SELECT id FROM wl.work_orders WHERE number = 'EMPTY')".to_owned();
    let away = format!("(SELECT id FROM wl.users WHERE db_role = '{away}')");
    let entry = |set: &str, name: &str| {
        let row = format!("{{{name}}}");
        (
            format!("UPDATE wl.time_entries SET {set}, edited_reason = 'because' WHERE id = {row}"),
            "time_entry",
            row,
        )
    };
    let of = |entity: &'static str, set: &str, row: &str| {
        (
            format!("UPDATE wl.{entity}s SET {set} WHERE id = {row}"),
            entity,
            row.to_owned(),
        )
    };
    let insert = |entity: &'static str, table: &str, into: &str| {
        (
            format!("INSERT INTO wl.{table} {into}"),
            entity,
            newest(table),
        )
    };
    let time = "(user_id, work_order_id, line_item_id, start_ts, end_ts) VALUES (1, 1, 1, now() - interval '9 h',";
    let changes = [
        (
            "timer.start",
            "ada",
            insert("time_entry", "time_entries", &format!("{time} NULL)")),
        ),
        (
            "entry.add",
            "ada",
            insert(
                "time_entry",
                "time_entries",
                &format!("{time} now() - interval '8 h')"),
            ),
        ),
        // no other timer starts at that instant
        ("timer.stop", "tom", entry("end_ts = now()", "tom_running")),
        ("timer.stop", "ada", entry("end_ts = now()", "tess_running")),
        ("entry.edit", "tom", entry("note = 'changed'", "tom_open")),
        (
            "entry.approve",
            "ada",
            entry("status = 'LOCKED'", "tom_open"),
        ),
        (
            "entry.unlock",
            "ada",
            entry("status = 'OPEN'", "tom_locked"),
        ),
        (
            "entry.remove",
            "tom",
            entry("deleted_at = now()", "tom_open"),
        ),
        (
            "entry.restore",
            "tom",
            entry("deleted_at = NULL", "tom_removed"),
        ),
        (
            "order.add",
            "ada",
            insert(
                "work_order",
                "work_orders",
                "(number, title, customer) VALUES ('N', 'T', 'C')",
            ),
        ),
        ("order.edit", "ada", of("work_order", "title = 'U'", "1")),
        (
            "order.status",
            "ada",
            of("work_order", "status = 'in_progress'", "1"),
        ),
        (
            "order.remove",
            "ada",
            of("work_order", "deleted_at = now()", &empty),
        ),
        (
            "order.restore",
            "ada",
            of("work_order", "deleted_at = NULL", "{GONE}"),
        ),
        (
            "line.add",
            "ada",
            insert(
                "line_item",
                "line_items",
                "(work_order_id, description) VALUES (1, 'D')",
            ),
        ),
        (
            "line.edit",
            "ada",
            of("line_item", "description = 'E'", "1"),
        ),
        (
            "line.status",
            "ada",
            of("line_item", "status = 'in_progress'", "1"),
        ),
        (
            "line.remove",
            "ada",
            of("line_item", "deleted_at = now()", "{OFF}"),
        ),
        (
            "line.restore",
            "ada",
            of("line_item", "deleted_at = NULL", "{AWAY}"),
        ),
        (
            "user.add",
            "ada",
            insert(
                "user",
                "users",
                "(db_role, full_name, role) VALUES ('wrongly_named', 'X', 'ops')",
            ),
        ),
        ("user.edit", "ada", of("user", "full_name = 'X'", "5")),
        (
            "user.restore",
            "ada",
            of("user", "deleted_at = NULL", &away),
        ),
        ("settings.change", "ada", of("setting", "value = 'X'", "1")),
    ];
    let actions = Action::ALL.map(Action::as_str).join(",");
    for (right, login, (change, entity, row)) in changes {
        let sql = format!(
            "DO $$ DECLARE named text; rule text; actions text[] := '{{{actions},entry.forget,\"\"}}';
            BEGIN
                {change};
                FOREACH named IN ARRAY actions LOOP
                    CONTINUE WHEN named = '{right}';
                    BEGIN
                        INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
                        VALUES ('{entity}', {row}, named, 'because', 'x');
                        RAISE '% is recorded as %', '{right}', named;
                    EXCEPTION WHEN check_violation OR SQLSTATE 'WL001' THEN
                        GET STACKED DIAGNOSTICS rule = CONSTRAINT_NAME;
                        IF rule NOT IN ('audit_action', 'audit_log_action_check') THEN
                            RAISE '% as % is refused by %', '{right}', named, rule;
                        END IF;
                    END;
                END LOOP;
                INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
                VALUES ('{entity}', {row}, '{right}', 'because', 'x');
                RAISE 'all were refused' USING CONSTRAINT = 'all_were_refused';
            END $$"
        );
        scene.attack(&[(right, &[login], &sql, &["all_were_refused"])]);
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
                "audit_right",
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
            "INSERT INTO wl.audit_chains VALUES ('nobody')",
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

//! R8: every change has exactly one record, written by the database; and the
//! trail proves itself.

use diesel::Connection;
use diesel::connection::SimpleConnection;
use serde_json::Value;
use worklock::models::{Action, Entity};

use crate::support::{Db, Folder};

/// An update of tom's own entry, without its record.
fn change(id: i64) -> String {
    format!("UPDATE wl.time_entries SET note = 'changed', edited_reason = NULL WHERE id = {id};")
}

fn record(id: i64, action: &str) -> String {
    format!(
        "INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('time_entry', {id}, '{action}', 'x');"
    )
}

#[test]
fn r8_a_change_with_its_record_is_saved() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    db.sql(
        "tom",
        &format!("BEGIN; {} {} COMMIT;", change(id), record(id, "entry.edit")),
    )
    .expect("it is right");
    assert_eq!(
        db.query(&format!(
            "SELECT note, row_version FROM wl.time_entries WHERE id = {id}"
        )),
        "changed|2"
    );
    db.ok("olga", &["audit", "verify"]);
}

#[test]
fn r8_a_change_without_its_record_fails() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    let (change, record) = (change(id), record(id, "entry.edit"));
    let twice = format!("UPDATE wl.time_entries SET note = 'twice' WHERE id = {id};");
    for sql in [
        change.clone(),
        format!("BEGIN; {change} COMMIT;"),
        format!("BEGIN; SET CONSTRAINTS ALL IMMEDIATE; {change} {record} COMMIT;"),
        format!("BEGIN; SET CONSTRAINTS ALL DEFERRED; {change} COMMIT;"),
        format!("BEGIN; {change} SAVEPOINT s; {record} ROLLBACK TO s; COMMIT;"),
        // two changes, one record: the first version has none
        format!("BEGIN; {change} {twice} {record} COMMIT;"),
        format!(
            "BEGIN; {change} {twice} {} COMMIT;",
            self::record(id, "entry.add")
        ),
    ] {
        db.sql_refused("tom", &sql, &["audit_missing", "audit_action"]);
    }
}

#[test]
fn r8_a_record_without_a_change_or_a_second_one_fails() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    let (change, record) = (change(id), record(id, "entry.edit"));
    for (sql, rules) in [
        (record.clone(), ["audit_action", "audit_log_entity_key"]),
        (self::record(id, "entry.add"), ["audit_log_entity_key", ""]),
        (
            self::record(999_999, "entry.add"),
            ["audit_without_change", ""],
        ),
        (
            format!("BEGIN; {change} {record} {record} COMMIT;"),
            ["audit_log_entity_key", ""],
        ),
    ] {
        db.sql_refused(
            "tom",
            &sql,
            &rules[..if rules[1].is_empty() { 1 } else { 2 }],
        );
    }
}

#[test]
fn records_under_way_when_a_seal_was_made_are_counted() {
    let (db, folder) = (Db::new(), Folder::new());
    let id = db.entry("tom", 5);
    // of whom the seal has no record at all
    let person = db.person("admin");
    db.order("WO-2");
    let title = "UPDATE wl.work_orders SET title = 'changed' WHERE number = 'WO-2';
        INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
        SELECT 'work_order', o.id, 'order.edit', 'x' FROM wl.work_orders o WHERE o.number = 'WO-2'";
    let note = change(id) + &record(id, "entry.edit");
    let open = [("tom", note.as_str()), (person.as_str(), title)].map(|(login, sql)| {
        let url = format!("{}&user={login}", db.url());
        let mut open = diesel::PgConnection::establish(&url).expect("a connection");
        open.batch_execute(&format!("BEGIN; {sql}"))
            .expect("a change that is not committed yet");
        open
    });
    db.entry("tess", 4);
    let seal = folder.path("seal.json");
    db.ok("olga", &["audit", "seal", "--output", &seal]);
    let verify = |option: &str| db.json("olga", &["audit", "verify", option, &seal]);
    assert_eq!(verify("--seal")["under_way"], 0);
    for mut open in open {
        open.batch_execute("COMMIT").expect("it is committed");
    }
    // later ones are not meant
    db.entry("tess", 3);
    for option in ["--seal", "--since"] {
        let report = verify(option);
        assert_eq!(
            (&report["under_way"], &report["problem_count"]),
            (&2.into(), &0.into())
        );
        let told = db.ok("olga", &["audit", "verify", option, &seal]);
        assert!(
            told.stderr.contains("under way when the seal was made"),
            "{told:?}"
        );
    }
    let whole = db.json("olga", &["audit", "verify"]);
    assert_eq!(whole["under_way"], Value::Null);
}

#[test]
fn r8_a_record_names_the_change_that_was_made() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    let of_entries = Action::ALL
        .into_iter()
        .filter(|action| action.entity() == Entity::TimeEntry);
    for action in of_entries.filter(|action| *action != Action::EntryEdit) {
        let record = record(id, action.as_str());
        db.sql_refused(
            "tom",
            &format!("BEGIN; {} {record} COMMIT;", change(id)),
            &["audit_action"],
        );
    }
    let approve = format!("UPDATE wl.time_entries SET status = 'LOCKED' WHERE id = {id};");
    for action in ["entry.edit", "entry.unlock"] {
        db.sql_refused(
            "ada",
            &format!("BEGIN; {approve} {} COMMIT;", record(id, action)),
            &["audit_action"],
        );
    }
    let unknown = record(id, "entry.forget");
    db.sql_refused(
        "tom",
        &format!("BEGIN; {} {unknown} COMMIT;", change(id)),
        &["audit_action", "audit_log_action_check"],
    );
}

#[test]
fn r8_what_the_database_stamps_cannot_be_supplied_or_changed() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    for (column, value) in [
        ("at", "'2020-01-01'"),
        ("actor_id", "1"),
        ("actor_login", "'ada'"),
        ("actor_role", "'admin'"),
        ("entity_version", "2"),
        ("txid", "1"),
        ("after", "'{}'"),
        ("note", "'x'"),
        ("chain_seq", "1"),
        ("hash", "'x'"),
        ("id", "1"),
    ] {
        let forged = format!(
            "BEGIN; {} INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id, {column})
             VALUES ('time_entry', {id}, 'entry.edit', 'x', {value}); COMMIT;",
            change(id)
        );
        db.sql_refused("tom", &forged, &["42501", "428C9"]);
        for login in ["tom", "ada", "acc", "olga"] {
            db.sql_refused(
                login,
                &format!("UPDATE wl.audit_log SET {column} = {value}"),
                &["42501", "428C9"],
            );
        }
    }
    for login in ["tom", "ada", "acc", "olga"] {
        db.sql_refused(login, "DELETE FROM wl.audit_log", &["42501"]);
        db.sql_refused(login, "TRUNCATE wl.audit_log", &["42501"]);
    }
    for sql in [
        "UPDATE wl.audit_log SET reason = 'x'",
        "DELETE FROM wl.audit_log",
        "TRUNCATE wl.audit_log",
    ] {
        db.sql_refused(worklock::db::local::SUPERUSER, sql, &["nothing_is_deleted"]);
    }
}

#[test]
fn r8_other_isolation_levels_do_not_write() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    for level in ["REPEATABLE READ", "SERIALIZABLE"] {
        let sql = format!(
            "BEGIN ISOLATION LEVEL {level}; {} {} COMMIT;",
            change(id),
            record(id, "entry.edit")
        );
        db.sql_refused("tom", &sql, &["isolation_level"]);
    }
}

/// Every command that changes data, once, in an order that works.
fn every_change(
    db: &Db,
    folder: &Folder,
    person: &str,
) -> Vec<(&'static str, Vec<String>, &'static str)> {
    let words = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<_>>();
    let entry = db.entry("tom", 30).to_string();
    let gone = db.entry("tom", 40).to_string();
    let orders = folder.file("orders.csv", "number,title,customer\nWO-7,T,C\n");
    let time =
        "number,line,user,start_ts,end_ts\nWO-1,1,tom,2024-06-03T08:00:00Z,2024-06-03T09:00:00Z\n";
    let time = folder.file("time.csv", time);
    vec![
        (
            "order import",
            vec!["order".into(), "import".into(), orders],
            "ada",
        ),
        (
            "entry import",
            vec!["entry".into(), "import".into(), time],
            "tom",
        ),
        (
            "order add",
            words("order|add|WO-2|--title|T|--customer|C"),
            "ada",
        ),
        ("order edit", words("order|edit|WO-2|--title|U"), "ada"),
        (
            "order status",
            words("order|status|WO-2|in_progress"),
            "ada",
        ),
        ("line add", words("line|add|WO-2|--description|D"), "ada"),
        (
            "line edit",
            words("line|edit|WO-2/1|--description|E"),
            "ada",
        ),
        ("line status", words("line|status|WO-2/1|done"), "ada"),
        ("line remove", words("line|remove|WO-2/1"), "ada"),
        ("order remove", words("order|remove|WO-2"), "ada"),
        ("order restore", words("order|restore|WO-2"), "ada"),
        ("line restore", words("line|restore|WO-2/1"), "ada"),
        (
            "user add",
            vec![
                "user".into(),
                "add".into(),
                format!("{person}_new"),
                "--full-name".into(),
                "New".into(),
                "--role".into(),
                "ops".into(),
            ],
            "ada",
        ),
        (
            "user rename",
            vec![
                "user".into(),
                "rename".into(),
                person.into(),
                "--full-name".into(),
                "N. N.".into(),
            ],
            "ada",
        ),
        (
            "user role",
            vec![
                "user".into(),
                "role".into(),
                person.into(),
                "accountant".into(),
            ],
            "ada",
        ),
        (
            "user remove",
            vec!["user".into(), "remove".into(), person.into()],
            "ada",
        ),
        (
            "user restore",
            vec!["user".into(), "restore".into(), person.into()],
            "ada",
        ),
        (
            "settings set",
            words("settings|set|organisation|ACME"),
            "ada",
        ),
        ("timer start", words("timer|start|WO-1/1"), "tom"),
        ("timer stop", words("timer|stop"), "tom"),
        ("undo", words("undo|--yes"), "tom"),
        ("note", words("note|bearing"), "tom"),
        ("timer cancel", words("timer|cancel"), "tom"),
        ("start", words("start|WO-1/2"), "tom"),
        ("stop", words("stop"), "tom"),
        ("start", words("start|WO-1/2"), "tom"),
        ("cancel", words("cancel"), "tom"),
        (
            "entry add",
            words("entry|add|WO-1/1|--start|20h ago|--end|19h ago"),
            "tom",
        ),
        (
            "entry edit",
            vec![
                "entry".into(),
                "edit".into(),
                entry.clone(),
                "--note".into(),
                "n".into(),
            ],
            "tom",
        ),
        ("entry split", words("entry|split|@3|--at|1170m ago"), "tom"),
        (
            "entry remove",
            vec!["entry".into(), "remove".into(), gone.clone()],
            "tom",
        ),
        (
            "entry restore",
            vec!["entry".into(), "restore".into(), gone],
            "tom",
        ),
        (
            "approve",
            vec![
                "approve".into(),
                "--entry".into(),
                entry.clone(),
                "--yes".into(),
            ],
            "ada",
        ),
        (
            "bill add",
            words("bill|add|WO-1|--skip-unapproved|--yes"),
            "acc",
        ),
        (
            "export … --bill",
            vec![
                "export".into(),
                "csv".into(),
                "--bill".into(),
                "1".into(),
                "--output".into(),
                folder.path("bill.csv"),
            ],
            "acc",
        ),
        (
            "bill cancel",
            words("bill|cancel|1|--reason|wrong end"),
            "acc",
        ),
        (
            "unlock",
            vec![
                "unlock".into(),
                entry,
                "--reason".into(),
                "wrong end".into(),
            ],
            "ada",
        ),
    ]
}

#[test]
fn r8_every_changing_command_writes_one_record_for_each_version() {
    // what only reads, or changes no row of business
    const OTHERS: &[&str] = &[
        "init",
        "today",
        "week",
        "review",
        "status",
        "config show",
        "config path",
        "timer status",
        "entry list",
        "entry show",
        "bill list",
        "bill show",
        "bill verify",
        "exceptions",
        "export csv",
        "export xlsx",
        "export pdf",
        "report hours",
        "order list",
        "order show",
        "line list",
        "user list",
        "user password",
        "settings show",
        "audit log",
        "audit show",
        "audit verify",
        "audit seal",
        "migrate up",
        "migrate down",
        "migrate status",
        "db start",
        "db stop",
        "db status",
        "db psql",
        "db backup",
        "db restore",
        "db upgrade",
        "doctor",
        "completions",
        "help",
    ];
    let db = Db::new();
    let person = db.person("ops");
    let folder = Folder::new();
    let changes = every_change(&db, &folder, &person);
    for (name, args, login) in &changes {
        let count = || {
            db.query("SELECT count(*) FROM wl.audit_log")
                .parse::<i64>()
                .expect("a count")
        };
        let before = count();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        db.ok(login, &args);
        // the first bill adds its letterhead; a split corrects one entry and adds another
        let records = match *name {
            "bill add" | "entry split" => 2,
            _ => 1,
        };
        assert_eq!(count(), before + records, "wl {name}");
    }
    db.ok("olga", &["audit", "verify"]);

    let cli = <worklock::commands::Cli as clap::CommandFactory>::command();
    for command in cli.get_subcommands() {
        let mut names: Vec<String> = command
            .get_subcommands()
            .map(|leaf| format!("{} {}", command.get_name(), leaf.get_name()))
            .collect();
        if names.is_empty() {
            names.push(command.get_name().to_owned());
        }
        for name in names {
            let known = changes.iter().any(|(change, ..)| *change == name)
                || OTHERS.contains(&name.as_str());
            assert!(
                known,
                "wl {name} is new: add it to the changes or to the others"
            );
        }
    }
}

/// Tampers as a superuser can, with every trigger off.
fn tamper(db: &Db, sql: &str) {
    db.query(&format!("SET session_replication_role = replica; {sql}"));
}

#[test]
fn verify_finds_what_a_superuser_changed() {
    for sql in [
        "UPDATE wl.time_entries SET end_ts = end_ts + interval '1 hour'",
        "UPDATE wl.time_entries SET note = 'other'",
        "UPDATE wl.time_entries SET note = 'other', note_salt = gen_random_uuid()",
        "UPDATE wl.time_entries SET note_salt = gen_random_uuid()",
        "UPDATE wl.time_entries SET note = NULL, note_salt = NULL",
        "UPDATE wl.audit_log SET note_salt = gen_random_uuid() WHERE entity_type = 'time_entry'",
        "UPDATE wl.audit_log SET note = NULL WHERE note IS NOT NULL; UPDATE wl.time_entries SET note = NULL",
        "UPDATE wl.audit_log SET note = 'other' WHERE note IS NOT NULL; UPDATE wl.time_entries SET note = 'other'",
        "UPDATE wl.audit_log SET note = NULL, note_salt = NULL; UPDATE wl.time_entries SET note = NULL, note_salt = NULL",
        "UPDATE wl.audit_log SET note_salt = gen_random_uuid() WHERE entity_type = 'work_order'",
        "UPDATE wl.audit_log SET request = gen_random_uuid() WHERE id = 4",
        "UPDATE wl.audit_log SET after = (after::text || ' ')::json WHERE id = 4",
        "UPDATE wl.work_orders SET customer = 'Somebody else'",
        "UPDATE wl.users SET full_name = 'X' WHERE db_role = 'tom'",
        "UPDATE wl.settings SET value = 'off', row_version = 1 WHERE name = 'two_pairs_of_eyes'",
        "UPDATE wl.settings SET value = 'off' WHERE name = 'two_pairs_of_eyes'",
        "DELETE FROM wl.settings WHERE name = 'two_pairs_of_eyes'",
        "UPDATE wl.audit_log SET reason = 'never said' WHERE id = 3",
        "UPDATE wl.audit_log SET at = at - interval '1 day' WHERE id = 4",
        "UPDATE wl.audit_log SET note = 'x' WHERE entity_type = 'time_entry'",
        "UPDATE wl.audit_log SET actor_login = 'abe' WHERE id = 5",
        "UPDATE wl.audit_log SET after = after::jsonb || '{\"title\": \"x\"}' WHERE entity_type = 'work_order'",
        "DELETE FROM wl.audit_log WHERE id = 4",
        "UPDATE wl.audit_log SET id = DEFAULT WHERE id = 4",
        "DELETE FROM wl.audit_chains",
        "INSERT INTO wl.audit_chains VALUES ('nobody')",
        "UPDATE wl.settings SET value = 'Nowhere/Land' WHERE name = 'zone'",
        "UPDATE wl.line_items SET idle_since = now() WHERE id = 1",
        "UPDATE wl.line_items SET status = 'done' WHERE id = 2",
        "SELECT setval('wl.time_entries_id_seq', 1, false)",
        "ALTER TABLE wl.time_entries DISABLE TRIGGER ALL",
        "ALTER VIEW wl.audit_proof SET (security_barrier)",
        "DO $$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW wl.audit_proof AS ' ||
            replace(pg_get_viewdef('wl.audit_proof'::regclass), 'AS current_user_id) IS NOT NULL);', 'AS current_user_id) IS NOT NULL AND r.id > 0);'); END $$",
        "ALTER FUNCTION wl.has_substance(text) STRICT",
        "UPDATE wl.time_entries SET created_at = '-infinity'",
        "UPDATE wl.users SET row_version = 2 WHERE db_role = 'tom'",
        "ALTER TABLE wl.time_entries DISABLE TRIGGER guard_time_entry",
        "CREATE OR REPLACE FUNCTION wl.has_substance(words text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
        "DELETE FROM wl.time_entries",
        "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts, touched_by, created_at, created_by, row_version)
         SELECT 3, 1, 1, now() - interval '3 days', now() - interval '2 days', ARRAY[3], now(), 3, 1",
        "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts, touched_by, created_at, created_by, row_version)
         SELECT 3, 1, 1, now() - interval '3 days', now() - interval '2 days', ARRAY[3], now(), 3, 0",
    ] {
        let db = Db::new();
        let entry = db.entry("tom", 5).to_string();
        db.ok("tom", &["entry", "edit", &entry, "--note", "a word"]);
        db.ok("olga", &["audit", "verify"]);
        tamper(&db, sql);
        let outcome = db.wl("olga", &["--format", "json", "audit", "verify"]);
        assert_eq!(outcome.code, 3, "{sql}: {outcome:?}");
        let report: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
        assert_ne!(report["problems"][0]["problem"], serde_json::Value::Null, "{sql}");
    }
}

#[test]
fn a_chain_of_nobody_is_named() {
    let db = Db::new();
    tamper(&db, "INSERT INTO wl.audit_chains VALUES ('ghost')");
    let outcome = db.wl("olga", &["audit", "verify"]);
    let named = outcome.stdout.contains("a row for ghost, who is no user");
    assert!(outcome.code == 3 && named, "{outcome:?}");
}

/// SQL: makes every hash of ada's chain fit again.
const REHASH: &str =
    "DO $$ DECLARE r wl.audit_log; last bytea := decode(repeat('00', 32), 'hex'); BEGIN
    FOR r IN SELECT * FROM wl.audit_log WHERE actor_login = 'ada' ORDER BY chain_seq LOOP
        last := sha256(last || wl.audit_payload(r));
        UPDATE wl.audit_log SET hash = last WHERE id = r.id;
    END LOOP; END $$;";

#[test]
fn a_chain_that_was_hashed_anew_must_still_be_in_order() {
    let last = "WHERE id = (SELECT max(id) FROM wl.audit_log WHERE actor_login = 'ada')";
    for (change, words) in [
        (
            "at = at - interval '1 day'",
            "its time is before that of the previous record",
        ),
        ("chain_seq = chain_seq + 1", "is expected here"),
    ] {
        let db = Db::new();
        tamper(
            &db,
            &format!("UPDATE wl.audit_log SET {change} {last}; {REHASH}"),
        );
        let outcome = db.wl("olga", &["audit", "verify"]);
        let named = outcome.stdout.contains(words) && outcome.stderr.contains("1 problem");
        assert!(outcome.code == 3 && named, "{change}: {outcome:?}");
    }
}

#[test]
fn a_seal_finds_a_cut_tail_and_a_rehashed_chain() {
    for sql in [
        "DELETE FROM wl.time_entries; DELETE FROM wl.audit_log WHERE entity_type = 'time_entry'"
            .to_owned(),
        format!("UPDATE wl.audit_log SET op_id = 'forged' WHERE id = 2; {REHASH}"),
    ] {
        let db = Db::new();
        db.entry("tom", 5);
        let seal = db.json("olga", &["audit", "seal"])["seal"]
            .as_str()
            .expect("a seal")
            .to_owned();
        db.time("tom", "WO-1/1", "20h ago", "19h ago");
        db.ok("olga", &["audit", "verify", "--seal", &seal]);
        tamper(&db, &sql);
        assert_eq!(
            db.wl("olga", &["audit", "verify"]).code,
            0,
            "the chain alone can't tell: {sql}"
        );
        assert_eq!(
            db.wl("olga", &["audit", "verify", "--seal", &seal]).code,
            3,
            "{sql}"
        );
    }
}

#[test]
fn what_wl_audit_seal_printed_is_a_seal() {
    let db = Db::new();
    db.entry("tom", 5);
    let folder = Folder::new();
    for options in [
        &[][..],
        &["-q"],
        &["--format", "csv"],
        &["--format", "json"],
    ] {
        let printed = db
            .ok("olga", &[&["audit", "seal"], options].concat())
            .stdout;
        let file = folder.path("seal");
        std::fs::write(&file, printed).expect("a file");
        db.ok("olga", &["audit", "verify", "--seal", &file]);
        db.ok("olga", &["audit", "verify", "--since", &file]);
        db.ok("acc", &["export", "--changed-since", &file]);
    }
}

#[test]
fn verify_does_with_one_connection() {
    let db = Db::new();
    let person = db.person("ops");
    db.query(&format!("ALTER ROLE {person} CONNECTION LIMIT 1"));
    let alone = db.json(&person, &["audit", "verify"]);
    assert_eq!(
        alone["records"],
        db.json("olga", &["audit", "verify"])["records"]
    );
}

#[test]
fn every_seal_that_was_ever_made_is_found_by_its_digits() {
    let db = Db::new();
    let seal = || {
        let seal = db.json("olga", &["audit", "seal"])["seal"].to_string();
        seal.trim_matches('"').to_owned()
    };
    let mut seals = vec![seal()];
    for (login, args) in [
        ("tom", &["timer", "start", "WO-1/1"][..]),
        // two records in one transaction
        ("tom", &["timer", "start", "WO-1/2"]),
        ("ada", &["settings", "set", "organisation", "ACME"]),
        ("tess", &["timer", "start", "WO-1/1"]),
        ("tom", &["timer", "stop"]),
    ] {
        db.ok(login, args);
        seals.push(seal());
    }
    for seal in &seals {
        db.ok("olga", &["audit", "verify", "--seal", seal]);
    }
    let never = "0".repeat(64);
    let outcome = db.wl("olga", &["audit", "verify", "--seal", &never]);
    assert_eq!(outcome.code, 3, "{outcome:?}");
    // a record taken away: no seal that held it fits any more, earlier ones do
    tamper(
        &db,
        "DELETE FROM wl.audit_log WHERE action = 'settings.change'",
    );
    for (place, seal) in seals.iter().enumerate() {
        let outcome = db.wl("olga", &["audit", "verify", "--seal", seal]);
        let gone = outcome
            .stdout
            .contains("the audit trail never had the seal");
        assert_eq!(gone, place >= 3, "{place}: {outcome:?}");
    }
}

#[test]
fn what_came_after_a_seal_is_verified_alone() {
    let db = Db::new();
    let old = db.entry("tom", 5);
    let seal = db.json("olga", &["audit", "seal"])["seal"].to_string();
    let seal = seal.trim_matches('"');
    let since = |code| {
        let outcome = db.wl(
            "olga",
            &["--format", "json", "audit", "verify", "--since", seal],
        );
        assert_eq!(outcome.code, code, "{outcome:?}");
        serde_json::from_str::<serde_json::Value>(&outcome.stdout).expect("JSON")
    };
    assert_eq!(since(0)["records"], 0);
    let new = db.query(
        "SELECT 1 + max(id) FROM wl.time_entries", // ids count up
    );
    db.ok(
        "tom",
        &[
            "entry", "add", "WO-1/1", "--start", "20h ago", "--end", "19h ago", "--note", "x",
        ],
    );
    let whole = db.json("olga", &["audit", "verify"]);
    let part = since(0);
    assert_eq!(part["records"], 1);
    assert_eq!(part["seal"], whole["seal"]);
    assert_eq!(part["chains"], whole["chains"]);

    // what lies under the seal is not read; what came after it is
    let change = |id: &str| format!("UPDATE wl.time_entries SET note = 'y' WHERE id = {id}");
    tamper(&db, &change(&old.to_string()));
    assert_eq!(since(0)["problem_count"], 0);
    tamper(&db, &change(&new));
    assert_eq!(since(3)["problem_count"], 1);
    // a seal that the trail never had: everything is read
    tamper(
        &db,
        "UPDATE wl.audit_log SET hash = sha256('x') WHERE actor_login = 'tom' AND chain_seq = 1",
    );
    assert_eq!(since(3)["records"], whole["records"]);
}

#[test]
fn images_are_compared_to_the_letter() {
    let db = Db::new();
    let odd = "\"quoted\" \\ tab\there line\nbreak ünïcödé 漢字";
    db.ok("ada", &["order", "edit", "WO-1", "--customer", odd]);
    db.set("organisation", odd);
    db.query(
        "SET SESSION AUTHORIZATION ada; BEGIN;
         UPDATE wl.work_orders SET title = E'\\b\\f\\x01\\x1f\\x7f/' WHERE id = 1;
         INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('work_order', 1, 'order.edit', 'odd');
         COMMIT;",
    );
    let id = db.locked_entry("tom", 5);
    db.unlock("ada", id, odd);
    db.ok("olga", &["audit", "verify"]);
}

#[test]
fn another_program_recomputes_the_trail_and_its_seal() {
    let db = Db::new();
    let odd = "\"quoted\" \\ tab\there line\nbreak ünïcödé 漢字 null";
    db.ok("ada", &["order", "edit", "WO-1", "--customer", odd]);
    let id = db.locked_entry("tom", 5).to_string();
    db.ok("ada", &["unlock", &id, "--reason", odd]);
    db.ok(
        "tom",
        &["entry", "edit", &id, "--note", odd, "--reason", odd],
    );
    db.approve("ada", "WO-1");
    db.locked_entry("tess", 7);
    db.bill("acc", &["WO-1"]);
    let recompute = |db: &Db| {
        let path = std::env::var("PATH").unwrap_or_default();
        let programs = crate::support::server().program("");
        let output = std::process::Command::new("bash")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/script/recompute"))
            .arg(format!("{}&user=olga", db.url()))
            .env_clear()
            .env("PATH", format!("{}:{path}", programs.display()))
            .output();
        crate::support::Outcome::of(output.expect("bash"))
    };
    let seal = &db.json("olga", &["audit", "seal"])["seal"];
    let outcome = recompute(&db);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!(outcome.stdout.trim_end(), seal, "{outcome:?}");

    for sql in [
        "UPDATE wl.bill_lines SET note = 'x' WHERE position = 1",
        "DELETE FROM wl.bill_lines",
    ] {
        let changed = db.copy();
        tamper(&changed, sql);
        let outcome = recompute(&changed);
        assert_eq!(outcome.code, 3, "{sql}: {outcome:?}");
        assert!(
            outcome
                .stderr
                .starts_with("the lines of bill 1 are not those that were recorded"),
            "{sql}: {outcome:?}"
        );
    }
    for (sql, record) in [
        (
            "UPDATE wl.audit_log SET at = at + interval '1 us' WHERE id = 6",
            "record 6,",
        ),
        (
            "UPDATE wl.audit_log SET reason = '' WHERE id = 4",
            "record 4,",
        ),
        ("DELETE FROM wl.audit_log WHERE id = 2", "record 3,"),
    ] {
        tamper(&db, sql);
        let outcome = recompute(&db);
        assert_eq!(outcome.code, 3, "{sql}: {outcome:?}");
        assert!(outcome.stderr.starts_with(record), "{sql}: {outcome:?}");
    }
}

#[test]
fn a_list_that_no_record_has_is_a_row_that_was_changed() {
    for list in ["{2,NULL}", "{{2},{2}}"] {
        let db = Db::new();
        db.entry("tom", 5);
        tamper(
            &db,
            &format!("UPDATE wl.time_entries SET touched_by = '{list}'"),
        );
        let outcome = db.wl("olga", &["audit", "verify"]);
        assert_eq!(outcome.code, 3, "{list}: {outcome:?}");
    }
}

#[test]
fn what_a_login_has_set_for_itself_is_no_problem_of_the_schema() {
    let db = Db::new();
    let login = db.person("ops");
    for setting in [
        "search_path = wl",
        "datestyle = 'SQL, DMY'",
        "quote_all_identifiers = on",
    ] {
        db.query(&format!("ALTER ROLE {login} SET {setting}"));
        for command in [&["audit", "verify"][..], &["doctor"]] {
            let outcome = db.wl(&login, command);
            assert!(
                !outcome.stdout.contains("schema:") && !outcome.stdout.contains("objects  PROBLEM"),
                "{setting}: {outcome:?}"
            );
        }
        db.ok(&login, &["audit", "verify"]);
    }
}

/// Technicians see what others did to their time. Who sees only a part of a row's life
/// is not told that they did the rest themselves.
#[test]
fn the_life_of_a_row_has_no_false_names() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    let text = id.to_string();
    let reason = "the log says so";
    db.ok("ada", &["unlock", &text, "--reason", reason]);
    let longer = [
        "entry", "edit", &text, "--end", "1h ago", "--reason", reason,
    ];
    db.ok("abe", &longer);
    let own = ["entry", "edit", &text, "--note", "b", "--reason", reason];
    db.ok("tom", &own);
    let whole = db.json("ada", &["audit", "show", &text]);
    assert_eq!(db.json("tom", &["audit", "show", &text]), whole);
    let whole = whole.as_array().expect("a list");
    assert!(
        whole.iter().all(|change| change["unseen"] == 0),
        "{whole:?}"
    );
    assert_eq!(whole[whole.len() - 1]["changes"][0]["field"], "note");

    // who was an admin once still sees their own records of an order
    let former = db.person("admin");
    db.ok("abe", &["order", "edit", "WO-1", "--title", "Pump"]);
    db.ok(&former, &["order", "edit", "WO-1", "--title", "Pumps"]);
    db.ok("ada", &["user", "role", &former, "technician"]);
    let seen = db.json(&former, &["audit", "show", "WO-1"]);
    assert_eq!(
        (&seen[0]["actor"], &seen[0]["unseen"]),
        (&former.as_str().into(), &2.into()),
        "{seen}"
    );
    assert_eq!(seen[0]["changes"], serde_json::json!([]), "{seen}");
    let table = db.ok(&former, &["audit", "show", "WO-1"]).stdout;
    assert!(
        table.contains("not shown: it follows 2 changes that you may not see"),
        "{table}"
    );

    let first = ["settings", "set", "stale_after", "9h"];
    db.ok("ada", &first);
    let table = db
        .ok("ada", &["audit", "show", "setting:stale_after"])
        .stdout;
    assert!(table.contains("value: 28800 -> 32400"), "{table}");

    let outcome = db.wl("ada", &["audit", "show", "999"]);
    outcome.assert_refused(66, "there is no time entry 999");
    let other = db.entry("tess", 9).to_string();
    let outcome = db.wl("tom", &["audit", "show", &other]);
    outcome.assert_refused(66, "there is no time entry");
}

#[test]
fn a_removed_entry_says_so() {
    let db = Db::new();
    let id = db.entry("tom", 5).to_string();
    db.ok("tom", &["entry", "remove", &id]);
    for args in [
        &["entry", "show", &id][..],
        &["entry", "show", &id, "--as-of", "now"],
    ] {
        let entry = db.json("ada", args);
        assert_eq!(
            (&entry["status"], &entry["removed"]),
            (&"OPEN".into(), &true.into()),
            "{entry}"
        );
        assert!(db.ok("ada", args).stdout.contains("removed"));
    }
    let list = db.json("ada", &["entry", "list", "--removed"]);
    assert_eq!(list[0]["removed"], true, "{list}");
    let future = ["entry", "show", &id, "--as-of", "9999-01-01 00:00"];
    db.wl("ada", &future).assert_refused(65, "is in the future");
}

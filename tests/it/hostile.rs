//! Attacks by plain SQL: each is tried by every login named, is refused by the
//! rule expected of it, and leaves every row, right and trigger as it was.

mod bills;
mod closed;
mod forged;
mod leaks;
mod locked;
mod powers;
mod sessions;
mod shadows;
mod theft;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::support::{Db, NO_RIGHT};

/// The attack may succeed, for it changes nothing: no row is found, or
/// PostgreSQL ignores it with a warning.
const HARMLESS: &str = "harmless";

const ALL: &[&str] = &["tom", "tess", "ada", "abe", "acc", "olga"];
const ADMINS: &[&str] = &["ada", "abe"];
const TECHNICIANS: &[&str] = &["tom", "tess"];

/// Name, who tries it, the statements, the rules or SQLSTATEs that may refuse.
type Attack<'a> = (&'a str, &'a [&'a str], &'a str, &'a [&'a str]);

/// A database in the middle of things, with the ids of its rows by name.
struct Scene {
    db: Db,
    ids: HashMap<&'static str, i64>,
}

/// Made once: every test gets a copy.
static SCENE: LazyLock<Scene> = LazyLock::new(Scene::made);

impl Scene {
    fn new() -> Self {
        Self {
            db: SCENE.db.copy(),
            ids: SCENE.ids.clone(),
        }
    }

    fn made() -> Self {
        let db = Db::new();
        let run = |login: &str, line: &str| {
            let args: Vec<&str> = line.split('|').collect();
            db.ok(login, &args);
        };
        for number in ["READY", "BILLED", "CANCELLED", "GONE"] {
            db.order(number);
        }
        for description in ["done", "cancelled", "gone"] {
            let words = ["line", "add", "WO-1", "--description", description];
            db.ok("ada", &words);
        }
        let mut ids = HashMap::new();
        let mut time = |name: &'static str, login: &str, line: &str, hours: i64, extra: &str| {
            let (start, end) = (format!("{hours}h ago"), format!("{}h ago", hours - 1));
            let mut args = vec!["entry", "add", line, "--start", &start, "--end", &end];
            let note = format!("{}-secret {hours}", login);
            args.extend(["--note", &note]);
            args.extend(extra.split('|').filter(|word| !word.is_empty()));
            let entry = db.json(login, &args);
            ids.insert(name, entry["id"].as_i64().expect("an id"));
        };
        for (login, names) in [
            ("tom", ["tom_open", "tom_locked", "tom_removed"]),
            ("tess", ["tess_open", "tess_locked", "tess_removed"]),
        ] {
            for (name, hours) in names.into_iter().zip([20, 22, 24]) {
                time(name, login, "WO-1/1", hours, "");
            }
        }
        time("ready_open", "tom", "READY/1", 30, "");
        time("ready_locked", "tom", "READY/1", 32, "");
        time("ready_removed", "tom", "READY/1", 34, "");
        time("billed_locked", "tom", "BILLED/1", 36, "");
        time("billed_removed", "tom", "BILLED/1", 38, "");
        time("cancelled_removed", "tom", "CANCELLED/1", 40, "");
        time("done_removed", "tom", "WO-1/3", 42, "");
        time("gone_removed", "tom", "WO-1/5", 44, "");
        time("ada_open", "ada", "WO-1/1", 20, "");
        time(
            "entered_by_ada",
            "ada",
            "WO-1/1",
            50,
            "--user|tess|--reason|she forgot",
        );
        time("stretched_by_ada", "tess", "WO-1/1", 60, "");
        for (name, id) in &ids {
            let id = id.to_string();
            if name.ends_with("_removed") {
                let login = if name.starts_with("tess") {
                    "tess"
                } else {
                    "tom"
                };
                db.ok(login, &["entry", "remove", &id]);
            } else if name.ends_with("_locked") {
                db.ok("abe", &["approve", "--entry", &id, "--yes"]);
            } else if *name == "stretched_by_ada" {
                let words = [
                    "entry", "edit", &id, "--end", "58h ago", "--reason", "forgot",
                ];
                db.ok("ada", &words);
            }
        }
        run("tom", "timer|start|WO-1/2|--note|tom-secret running");
        run("tess", "timer|start|WO-1/2|--note|tess-secret running");
        for (name, user) in [("tom_running", "tom"), ("tess_running", "tess")] {
            let sql = format!(
                "SELECT e.id FROM wl.time_entries e JOIN wl.users u ON u.id = e.user_id
                 WHERE u.db_role = '{user}' AND e.end_ts IS NULL"
            );
            ids.insert(name, db.count(&sql));
        }
        run("ada", "line|status|WO-1/3|done");
        run("ada", "line|status|WO-1/4|cancelled");
        run("ada", "line|remove|WO-1/5");
        run("ada", "line|remove|GONE/1");
        run("ada", "order|remove|GONE");
        for status in [
            "READY ready_to_bill",
            "BILLED billed",
            "CANCELLED cancelled",
        ] {
            let (number, status) = status.split_once(' ').expect("two words");
            db.move_order(number, status);
        }
        for name in ["READY", "BILLED", "CANCELLED", "GONE"] {
            let id = format!("SELECT id FROM wl.work_orders WHERE number = '{name}'");
            ids.insert(name, db.count(&id));
        }
        for (name, number, position) in [
            ("READY_1", "READY", 1),
            ("BILLED_1", "BILLED", 1),
            ("CANCELLED_1", "CANCELLED", 1),
            ("GONE_1", "GONE", 1),
            ("DONE", "WO-1", 3),
            ("OFF", "WO-1", 4),
            ("AWAY", "WO-1", 5),
        ] {
            let id = format!(
                "SELECT l.id FROM wl.line_items l JOIN wl.work_orders o ON o.id = l.work_order_id
                 WHERE o.number = '{number}' AND l.position = {position}"
            );
            ids.insert(name, db.count(&id));
        }
        Self { db, ids }
    }

    /// `{name}` becomes the id of that row.
    fn fill(&self, sql: &str) -> String {
        let mut sql = sql.to_owned();
        for (name, id) in &self.ids {
            sql = sql.replace(&format!("{{{name}}}"), &id.to_string());
        }
        sql
    }

    /// All rows, rights, triggers and functions.
    fn state(&self) -> String {
        self.db.checksum()
            + &self.db.query(
                "SELECT md5(string_agg(line, E'\\n' ORDER BY line)) FROM (
                   SELECT oid || coalesce(relacl::text, '') || relowner || relrowsecurity || relforcerowsecurity AS line
                   FROM pg_class WHERE relnamespace IN ('wl'::regnamespace, 'public'::regnamespace)
                   UNION ALL SELECT oid || prosrc || coalesce(proacl::text, '') || proowner FROM pg_proc
                   WHERE pronamespace IN ('wl'::regnamespace, 'public'::regnamespace)
                   UNION ALL SELECT attrelid::text || attnum || attacl::text FROM pg_attribute WHERE attacl IS NOT NULL
                   UNION ALL SELECT concat(oid, tgname, tgenabled) FROM pg_trigger WHERE tgrelid::regclass::text ~ '^wl'
                   UNION ALL SELECT nspname || coalesce(nspacl::text, '') FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp'
                   UNION ALL SELECT tablename || policyname || coalesce(qual, '') FROM pg_policies
                   UNION ALL SELECT rolname || rolsuper || rolcreaterole || rolbypassrls || coalesce(rolconfig::text, '')
                   -- other tests make the groups of their databases
                   FROM pg_roles WHERE rolname !~ '^wl_people_' AND rolname ~ '^(wl_|tom$|tess$|ada$|abe$|acc$|olga$)'
                   UNION ALL SELECT roleid || ' ' || member FROM pg_auth_members
                   WHERE roleid::regrole::text !~ '^wl_people_' AND member::regrole::text ~ '^(wl_|tom$|tess$|ada$|abe$|acc$|olga$)'
                     -- from PostgreSQL 16 on the owner is a member of every login that it makes, also for other tests
                     AND NOT (member::regrole::text = 'wl_owner' AND roleid::regrole::text !~ '^(wl_|pg_)')) t",
            )
    }

    /// Tries them all, then tells of every one that went otherwise.
    #[track_caller]
    fn attack(&self, attacks: &[Attack<'_>]) {
        let before = self.state();
        let mut surprises = Vec::new();
        for (name, logins, sql, expected) in attacks {
            let sql = self.fill(sql);
            for login in *logins {
                match self.db.ask(login, &sql) {
                    Ok(rows) if !expected.contains(&HARMLESS) => {
                        surprises.push(format!("{name}: {login} got through: {sql}\n{rows}"));
                    }
                    Err(refusal)
                        if !expected.contains(&refusal.rule.as_str())
                            && !expected.contains(&refusal.state.as_str()) =>
                    {
                        let text = refusal.text;
                        surprises.push(format!("{name}: {login} is refused otherwise: {text}"));
                    }
                    _ => (),
                }
            }
            assert_eq!(self.state(), before, "{name}: something changed: {sql}");
        }
        assert!(surprises.is_empty(), "{}", surprises.join("\n\n"));
    }
}

/// The change and its record in one transaction.
fn recorded(change: &str, entity: &str, row: &str, action: &str) -> String {
    crate::support::audited_because(change, entity, row, action, "'because of it'")
}

/// A change of the entry `{name}`, with its record.
fn change_entry(name: &str, set: &str, action: &str) -> String {
    let change = format!(
        "UPDATE wl.time_entries SET {set}, edited_reason = 'because of it' WHERE id = {{{name}}}"
    );
    recorded(&change, "time_entry", &format!("{{{name}}}"), action)
}

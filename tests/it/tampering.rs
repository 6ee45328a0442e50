//! What a superuser can do behind the back of every rule, and what finds it:
//! one hundred attacks, drawn by seeded dice, each on a copy of one busy
//! database. `wl audit verify` alone finds all but a tail that was cut together
//! with its rows, a forgery with every hash made anew, and an old backup; with
//! an earlier seal it finds all.
//!
//! A superuser can also connect as somebody and act as that person, within the
//! rules: that is no tampering with what is on record, and nothing shows it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::support::{Db, Dice, Folder};

const SEED: u64 = 20_261_125;

type Draw = fn(&Busy, &mut Dice) -> Attack;

/// How many of each kind; together one hundred.
const DECK: &[(usize, Draw)] = &[
    (44, flip),
    (8, insert),
    (8, delete),
    (3, delete_with_records),
    (6, reorder),
    (4, cut_records),
    (6, cut_with_rows),
    (7, forge_everything),
    (2, hash_one),
    (3, swap_approvals),
    (5, weaken),
    (2, old_backup),
    (2, set_sequence_back),
];

/// Every trigger off, and what the attacks share.
const TOOLS: &str = r"
SET session_replication_role = replica;
SET TimeZone = 'UTC';
-- makes the derived tables fit what the others say now
CREATE FUNCTION pg_temp.derive() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM wl.bill_lines l WHERE NOT EXISTS (SELECT FROM wl.bills b WHERE b.id = l.bill_id);
    DELETE FROM wl.bill_orders o WHERE NOT EXISTS (SELECT FROM wl.bills b WHERE b.id = o.bill_id);
    DELETE FROM wl.unbilled;
    INSERT INTO wl.unbilled SELECT e.id, e.work_order_id, e.start_ts FROM wl.time_entries e
    WHERE e.status = 'LOCKED'
        AND NOT EXISTS (SELECT FROM wl.bill_lines l WHERE l.time_entry_id = e.id AND NOT l.cancelled);
END
$$;
CREATE FUNCTION pg_temp.hash_anew() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    r wl.audit_log;
    actor bigint := 0;
    last bytea;
BEGIN
    FOR r IN SELECT * FROM wl.audit_log ORDER BY actor_id, chain_seq LOOP
        IF r.actor_id <> actor THEN
            actor := r.actor_id;
            last := decode(repeat('00', 32), 'hex');
        END IF;
        last := sha256(last || wl.audit_payload(r));
        UPDATE wl.audit_log SET hash = last WHERE id = r.id AND hash <> last;
    END LOOP;
    PERFORM pg_temp.derive();
END
$$;
-- takes a record away and makes its row what it was before
CREATE FUNCTION pg_temp.undo(record bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    r wl.audit_log;
    before wl.audit_log;
    entity text;
    columns text;
BEGIN
    DELETE FROM wl.audit_log WHERE id = record RETURNING * INTO STRICT r;
    entity := CASE r.entity_type WHEN 'time_entry' THEN 'time_entries' ELSE r.entity_type || 's' END;
    SELECT * INTO before FROM wl.audit_log p WHERE p.entity_type = r.entity_type AND p.entity_id = r.entity_id
        AND p.entity_version = r.entity_version - 1;
    IF before.id IS NOT NULL THEN
        SELECT string_agg(format('%1$I = p.%1$I', a.attname), ', ') INTO columns FROM pg_attribute a
        WHERE a.attrelid = ('wl.' || entity)::regclass AND a.attnum > 0 AND NOT a.attisdropped
            AND a.attgenerated = '' AND a.attname NOT IN ('id', 'row_version', 'idle_since');
        EXECUTE format('UPDATE wl.%1$s x SET %2$s, row_version = $2
            FROM jsonb_populate_record(NULL::wl.%1$s, $1) p WHERE x.id = p.id', entity, columns)
        USING before.after::jsonb || jsonb_build_object('note', before.note, 'note_salt', before.note_salt),
            before.entity_version;
    ELSIF entity = 'settings' THEN
        UPDATE wl.settings SET row_version = 0,
            value = CASE name WHEN 'stale_after' THEN '28800' WHEN 'two_pairs_of_eyes' THEN 'on' END
        WHERE id = r.entity_id;
    ELSE
        EXECUTE format('DELETE FROM wl.%s WHERE id = $1', entity) USING r.entity_id;
    END IF;
    UPDATE wl.line_items l SET idle_since = CASE WHEN l.status = 'done' AND NOT EXISTS (SELECT FROM wl.time_entries e
        WHERE e.line_item_id = l.id AND e.deleted_at IS NULL AND e.duration_seconds > 0) THEN now() END
    WHERE l.status <> 'done' OR l.idle_since IS NULL;
    RETURN 'hit';
END
$$;
";

/// Objects that hold a rule, each weakened, and the words by which verify
/// names it.
const WEAKENED: &[(&str, &str)] = &[
    ("DROP TRIGGER guard_time_entry ON wl.time_entries", "trigger wl.time_entries.guard_time_entry"),
    ("DROP TRIGGER guard_work_order ON wl.work_orders; CREATE TRIGGER guard_work_order BEFORE INSERT OR UPDATE
        ON wl.work_orders FOR EACH ROW WHEN (NEW.id < 0) EXECUTE FUNCTION wl.guard_work_order()", "trigger wl.work_orders.guard_work_order"),
    ("DROP TRIGGER guard_setting ON wl.settings; CREATE TRIGGER guard_setting BEFORE INSERT OR UPDATE OF name
        ON wl.settings FOR EACH ROW EXECUTE FUNCTION wl.guard_setting()", "trigger wl.settings.guard_setting"),
    ("ALTER TABLE wl.users DISABLE TRIGGER require_audit_record", "trigger wl.users.require_audit_record"),
    ("ALTER TABLE wl.line_items DISABLE TRIGGER ALL", "constraint line_items_work_order_id_fkey enabled D"),
    ("DO $$ BEGIN EXECUTE replace(pg_get_functiondef('wl.guard_user()'::regprocedure), 'last_admin', 'first_admin'); END $$",
        "function wl.guard_user()"),
    ("ALTER FUNCTION wl.has_substance(text) STRICT", "function wl.has_substance(words text)"),
    ("ALTER FUNCTION wl.stamp_audit() RESET search_path", "function wl.stamp_audit()"),
    ("ALTER TABLE wl.audit_log DISABLE ROW LEVEL SECURITY", "relation wl.audit_log"),
    ("ALTER POLICY time_entries_read_own ON wl.time_entries USING (true)", "policy wl.time_entries.time_entries_read_own"),
    ("GRANT UPDATE (approved_by) ON wl.time_entries TO wl_admin", "grant UPDATE on wl.time_entries.approved_by"),
    ("GRANT SELECT ON wl.settings TO wl_ops WITH GRANT OPTION", "grant SELECT with grant option on wl.settings"),
    ("ALTER TABLE wl.time_entries DROP CONSTRAINT time_entries_no_overlap", "constraint wl.time_entries.time_entries_no_overlap"),
    ("DROP INDEX wl.time_entries_one_active_timer_per_user", "index CREATE UNIQUE INDEX time_entries_one_active"),
    ("ALTER DOMAIN wl.audit_action DROP CONSTRAINT audit_log_action_check", "domain wl.audit_action"),
    ("ALTER DOMAIN wl.note SET DEFAULT 'x'", "domain wl.note"),
    ("CREATE RULE quiet AS ON UPDATE TO wl.audit_chains DO INSTEAD NOTHING", "rule wl.audit_chains.quiet"),
    ("ALTER TABLE wl.time_entries ALTER approvals SET DEFAULT 1", "column wl.time_entries.approvals"),
    // the same once more, under a name with an OID in it
    ("ALTER TABLE wl.line_items ADD FOREIGN KEY (created_by) REFERENCES wl.users", "constraint wl.line_items.line_items_created_by_fkey1"),
    ("CREATE TABLE public.more_time () INHERITS (wl.audit_chains)", "child public.more_time of wl.audit_chains"),
    ("ALTER TABLE wl.audit_log SET UNLOGGED", "row security f f persistence u"),
    ("GRANT INSERT ON wl.__diesel_schema_migrations TO wl_technician",
        "grant INSERT on wl.__diesel_schema_migrations to wl_technician"),
    ("ALTER TABLE wl.time_entries ALTER note SET STATISTICS 100", "statistics 100"),
    ("ALTER TABLE wl.work_orders ALTER title TYPE text COLLATE \"C\"", r#"collation \"C\""#),
    ("UPDATE pg_index SET indisready = false WHERE indexrelid = 'wl.work_orders_number_key'::regclass", "(wl.name_key(number) text_pattern_ops) valid t ready t"),
    ("CREATE FUNCTION public.quiet() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER quiet BEFORE UPDATE ON wl.settings FOR EACH ROW EXECUTE FUNCTION public.quiet();
        UPDATE pg_trigger SET tgisinternal = true WHERE tgname = 'quiet'", "trigger of wl.settings for constraint enabled O type 19"),
    ("DELETE FROM pg_trigger t USING pg_constraint c WHERE c.oid = t.tgconstraint AND c.conname = 'time_entries_user_id_fkey'",
        "trigger of wl.time_entries for constraint time_entries_user_id_fkey enabled O type 5"),
    ("CREATE TEMP TABLE stored AS SELECT p.oid, p.prosrc FROM pg_proc p WHERE p.oid = 'wl.next_order_statuses(text)'::regprocedure;
        CREATE OR REPLACE FUNCTION wl.next_order_statuses(status text) RETURNS text[]
            LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT ARRAY['billed']; END;
        UPDATE pg_proc p SET prosrc = s.prosrc FROM stored s WHERE s.oid = p.oid", "parsed body t"),
    ("UPDATE pg_policy SET polroles = '{0}'::oid[] || polroles WHERE polname = 'users_read'", "to PUBLIC wl_accountant"),
    ("ALTER SEQUENCE wl.users_id_seq INCREMENT 7", "sequence wl.users_id_seq of bigint start 1 increment 7"),
    ("CREATE STATISTICS wl.guess ON user_id, start_ts FROM wl.time_entries", "statistics guess on wl.time_entries"),
    ("ALTER DEFAULT PRIVILEGES FOR ROLE wl_owner IN SCHEMA wl GRANT SELECT ON TABLES TO PUBLIC",
        "default privileges of wl_owner in schema wl on r"),
    ("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET session_replication_role = replica', current_database()); END $$",
        "setting session_replication_role replica"),
    ("UPDATE pg_class SET relhastriggers = false WHERE oid = 'wl.audit_chains'::regclass", "has index t triggers f"),
];

/// One attack, drawn and not yet done.
struct Attack {
    name: String,
    sql: String,
    /// `verify` finds it without a seal.
    alone: bool,
    /// Restored instead of the busy database.
    backup: Option<usize>,
}

impl Attack {
    fn found(name: impl Into<String>, sql: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            sql: sql.into(),
            alone: true,
            backup: None,
        }
    }

    fn needs_seal(name: impl Into<String>, sql: impl Into<String>) -> Self {
        Self {
            alone: false,
            ..Self::found(name, sql)
        }
    }
}

/// A record as the attacks choose among them.
#[derive(PartialEq)]
struct Record {
    id: i64,
    actor: i64,
    entity: String,
    entity_id: i64,
    version: i64,
}

/// A column that can be changed, and its type.
struct Column {
    table: String,
    name: String,
    kind: String,
}

/// The database that every attack gets a copy of, and two copies of before.
struct Busy {
    db: Db,
    backups: [Db; 2],
    folder: Folder,
    seal: String,
    /// By actor and place in the chain.
    records: Vec<Record>,
    columns: Vec<Column>,
    /// Those that were not flipped yet, so that one hundred attacks meet many.
    unflipped: Mutex<Vec<usize>>,
}

impl Busy {
    fn new() -> Self {
        let db = Db::new();
        let run = |line: &str| {
            let (login, words) = line.split_once('|').expect("a login");
            db.ok(login, &words.split('|').collect::<Vec<_>>());
        };
        let leaver = db.person("technician");
        for line in [
            "ada|order|add|WO-2|--title|Boiler|--customer|Hansen",
            "ada|line|add|WO-2|--description|Drain",
            "abe|line|add|WO-2|--description|Weld",
            "abe|order|add|WO-3|--title|Lift|--customer|Petersen",
            "abe|line|add|WO-3|--description|Ropes",
            "tom|timer|start|WO-1/1|--at|60h ago|--note|no pressure",
            "tom|timer|start|WO-2/1|--at|58h ago",
            "tom|timer|stop|--at|57h ago|--note|drained",
            "tess|entry|add|WO-1/2|--start|60h ago|--end|59h ago|--note|new seal",
            "tess|entry|add|WO-2/2|--start|50h ago|--end|48h ago",
            "tess|entry|add|WO-3/1|--start|40h ago|--end|39h ago",
            "ada|settings|set|organisation|ACME Service",
            "ada|settings|set|zone|Europe/Berlin",
        ] {
            run(line);
        }
        let early = db.copy();
        for line in [
            "abe|approve|WO-1|WO-2|WO-3|--yes",
            "ada|unlock|1|--reason|the log says otherwise",
            "tom|entry|edit|1|--end|59h ago|--reason|the log says otherwise",
            "ada|approve|--entry|1|--yes",
            "abe|order|status|WO-3|ready_to_bill",
        ] {
            run(line);
        }
        db.bill("acc", &["WO-3"]);
        run("acc|order|status|WO-3|billed");
        let late = db.copy();
        for line in [
            "ada|line|add|WO-1|--description|Test run",
            "ada|line|status|WO-1/3|done",
            "tom|entry|add|WO-1/1|--start|30h ago|--end|29h ago|--note|wrong day",
            "tom|entry|remove|6",
            "tom|entry|restore|6",
            "tom|entry|remove|6",
            "tess|timer|start|WO-1/1|--note|running",
            "ada|order|add|WO-4|--title|Never mind|--customer|Nobody",
            "ada|order|remove|WO-4",
            "abe|order|edit|WO-2|--customer|Hansen Fisk AS",
            "abe|settings|set|stale_after|9h",
            "abe|settings|set|two_pairs_of_eyes|off",
            "acc|order|status|WO-3|ready_to_bill|--reason|wrong address",
            "acc|order|status|WO-3|billed",
            "tom|timer|start|WO-2/1|--note|weld",
            "tom|timer|start|WO-2/2",
            "ada|line|edit|WO-1/3|--description|Test run of a day",
        ] {
            run(line);
        }
        db.remove_user(&leaver);
        let folder = Folder::new();
        db.ok(
            "olga",
            &["audit", "seal", "--output", &folder.path("seal.json")],
        );
        let seal = db.json("olga", &["audit", "seal"])["seal"].to_string();
        let rows = |sql: &str| -> Vec<Vec<String>> {
            let answer = db.query(sql);
            let fields = |line: &str| line.split('|').map(str::to_owned).collect();
            answer.lines().map(fields).collect()
        };
        let number = |text: &String| text.parse().expect("a number");
        let records = rows(
            "SELECT id, actor_id, entity_type, entity_id, entity_version FROM wl.audit_log ORDER BY actor_id, chain_seq",
        );
        // when a migration ran is on no record, and nobody bills by it; the scene has
        // no logo, and its checks hold for a superuser, as does that of schema_version's only
        // id; bills have tests of their own
        let columns = rows(
            "SELECT c.relname, a.attname, format_type(a.atttypid, NULL)
             FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
             WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
                AND a.attname <> 'run_on' AND c.relname <> 'logos'
                AND (c.relname, a.attname) <> ('schema_version', 'id')
                AND c.relname !~ '^bill' AND c.relname NOT IN ('unbilled', 'letterheads', 'documents')
             ORDER BY c.relname, a.attnum",
        );
        let of_record = |row: &Vec<String>| Record {
            id: number(&row[0]),
            actor: number(&row[1]),
            entity: row[2].clone(),
            entity_id: number(&row[3]),
            version: number(&row[4]),
        };
        let of_column = |row: &Vec<String>| Column {
            table: row[0].clone(),
            name: row[1].clone(),
            kind: row[2].clone(),
        };
        Self {
            records: records.iter().map(of_record).collect(),
            unflipped: Mutex::new((0..columns.len()).collect()),
            columns: columns.iter().map(of_column).collect(),
            seal: seal.trim_matches('"').to_owned(),
            backups: [early, late],
            folder,
            db,
        }
    }

    fn chain(&self, actor: i64) -> Vec<&Record> {
        self.records
            .iter()
            .filter(|record| record.actor == actor)
            .collect()
    }

    /// The actors with at least so many records.
    fn actors(&self, records: usize) -> Vec<i64> {
        let mut actors: Vec<i64> = self.records.iter().map(|record| record.actor).collect();
        actors.dedup();
        actors.retain(|actor| self.chain(*actor).len() >= records);
        actors
    }

    /// How many records the end of a chain has that nothing came after, so
    /// that they can be undone one after the other.
    fn loose_end(&self, actor: i64) -> usize {
        let chain = self.chain(actor);
        let end = chain
            .iter()
            .rev()
            .enumerate()
            .take_while(|(place, record)| {
                let later = |other: &&Record| {
                    other.entity == record.entity
                        && other.entity_id == record.entity_id
                        && other.version > record.version
                };
                let undone = &chain[chain.len() - place..];
                let all_later = self.records.iter().filter(later);
                record.entity != "user" && all_later.clone().all(|later| undone.contains(&later))
            });
        end.count()
    }
}

/// One row among those that fit, by a throw: a WHERE that hits it.
fn one_row(table: &str, which: &str, dice: &mut Dice) -> String {
    let throw = dice.throw() >> 2;
    format!(
        "ctid = (SELECT ctid FROM wl.{table} WHERE {which} ORDER BY {table}::text
            OFFSET (SELECT {throw} % count(*) FROM wl.{table} WHERE {which}) LIMIT 1)"
    )
}

/// Lets a statement write an identity or a generated column for once.
fn unbound(table: &str, column: &str, statement: &str) -> String {
    let attribute = |generated: &str| {
        format!(
            "UPDATE pg_attribute SET attgenerated = '{generated}' WHERE attrelid = 'wl.{table}'::regclass AND attname = '{column}';"
        )
    };
    match column {
        "duration_seconds" => format!("{} {statement}; {}", attribute(""), attribute("s")),
        "id" => format!(
            "ALTER TABLE wl.{table} ALTER id SET GENERATED BY DEFAULT; {statement};
             ALTER TABLE wl.{table} ALTER id SET GENERATED ALWAYS"
        ),
        _ => statement.to_owned(),
    }
}

/// Another value in one column of one row, one that the column takes.
fn flip(busy: &Busy, dice: &mut Dice) -> Attack {
    let column = {
        let mut left = busy.unflipped.lock().expect("one at a time");
        let place = dice.below(left.len());
        &busy.columns[left.swap_remove(place)]
    };
    let (table, name) = (column.table.as_str(), column.name.as_str());
    let much = 1_000_000 * (1 + dice.below(1000));
    let by_kind = match column.kind.as_str() {
        "bigint" | "integer" | "wl.duration" => format!("coalesce({name}, 0) + {much}"),
        "boolean" => format!("NOT {name}"),
        "timestamp with time zone" => {
            format!("coalesce({name} + interval '1 us', clock_timestamp())")
        }
        "bytea" => format!("sha256(coalesce({name}, ''))"),
        "uuid" => "gen_random_uuid()".to_owned(),
        "json" => format!("{name}::jsonb || '{{\"id\": {much}}}'"),
        "bigint[]" => format!("{name} || {much}::bigint"),
        _ => format!("coalesce({name}::text, '') || 'x'"),
    };
    let locked = "status = 'LOCKED'";
    let (which, set) = match (table, name) {
        ("users", "role") | ("audit_log", "actor_role") => {
            ("true", format!("{name} = CASE {name} WHEN 'ops' THEN 'admin' ELSE 'ops' END"))
        }
        ("work_orders", "status") => {
            ("true", "status = CASE status WHEN 'open' THEN 'billed' ELSE 'open' END".to_owned())
        }
        ("line_items", "status") => {
            ("true", "status = CASE status WHEN 'open' THEN 'done' ELSE 'open' END".to_owned())
        }
        ("line_items", "idle_since") => (
            "(status = 'done') = (idle_since IS NOT NULL)",
            "idle_since = CASE WHEN idle_since IS NULL THEN now() END".to_owned(),
        ),
        ("time_entries", "status") => (
            "end_ts IS NOT NULL AND deleted_at IS NULL",
            "status = CASE status WHEN 'OPEN' THEN 'LOCKED' ELSE 'OPEN' END, approvals = 9, long_accepted = false,
             edited_reason = 'x', edited_at = now(), edited_by = 1, approved_by = CASE status WHEN 'OPEN' THEN 1 END, approved_at = CASE status WHEN 'OPEN' THEN now() END"
                .to_owned(),
        ),
        ("time_entries", "approved_by" | "approved_at" | "long_accepted") => {
            (locked, format!("{name} = {by_kind}"))
        }
        ("time_entries", "approvals") => (
            "status = 'LOCKED' OR edited_at IS NOT NULL",
            format!("{name} = {by_kind}"),
        ),
        ("time_entries", "deleted_at") => ("status = 'OPEN'", format!("{name} = {by_kind}")),
        ("time_entries", "end_ts") => {
            ("end_ts > start_ts", "end_ts = end_ts - interval '1 us'".to_owned())
        }
        ("time_entries", "start_ts") => (
            "end_ts IS NULL OR end_ts > start_ts",
            "start_ts = start_ts + interval '1 us'".to_owned(),
        ),
        ("audit_log", "entity_type") => (
            "entity_type = 'time_entry' AND entity_id > 4",
            "entity_type = 'setting'".to_owned(),
        ),
        ("audit_log", "action") => (
            "true",
            "action = CASE action WHEN 'entry.edit' THEN 'entry.add' ELSE 'entry.edit' END".to_owned(),
        ),
        ("settings", "value") => (
            "true",
            "value = CASE name WHEN 'stale_after' THEN (value::int + 60)::text
                WHEN 'two_pairs_of_eyes' THEN CASE value WHEN 'on' THEN 'off' ELSE 'on' END ELSE 'other' END"
                .to_owned(),
        ),
        _ => ("true", format!("{name} = {by_kind}")),
    };
    let sql = if (table, name) == ("settings", "name") {
        // only these names are allowed, each once
        "DELETE FROM wl.settings WHERE id < 3;
         INSERT INTO wl.settings (id, name, value, row_version) OVERRIDING SYSTEM VALUE
         VALUES (1, 'zone', 'ACME Service', 1), (2, 'organisation', 'Europe/Berlin', 1) RETURNING 'hit'"
            .to_owned()
    } else {
        let row = one_row(table, which, dice);
        let update = format!("UPDATE wl.{table} SET {set} WHERE {row} RETURNING 'hit'");
        unbound(table, name, &update)
    };
    Attack::found(format!("flip {table}.{name}"), sql)
}

const TABLES: [&str; 6] = [
    "users",
    "work_orders",
    "line_items",
    "time_entries",
    "audit_log",
    "audit_chains",
];

/// A row more, made after one that is there.
fn insert(busy: &Busy, dice: &mut Dice) -> Attack {
    let table = *dice.of(&TABLES);
    let much = 1_000_000 * (1 + dice.below(1000));
    let version = dice.of(&["row_version", "1", "0"]);
    let columns = busy
        .columns
        .iter()
        .filter(|column| column.table == table && column.name != "duration_seconds");
    let (names, values): (Vec<&str>, Vec<String>) = columns
        .map(|column| {
            let name = column.name.as_str();
            let value = match name {
                "id" | "position" | "entity_version" | "chain_seq" => format!("{name} + {much}"),
                "db_role" | "number" => format!("{name}::text || 'x'"),
                "row_version" => (*version).to_owned(),
                "start_ts" => "start_ts - interval '30 years'".to_owned(),
                "end_ts" => "coalesce(end_ts, start_ts) - interval '30 years'".to_owned(),
                _ => name.to_owned(),
            };
            (name, value)
        })
        .unzip();
    let mut sql = format!(
        "INSERT INTO wl.{table} ({}) OVERRIDING SYSTEM VALUE SELECT {} FROM wl.{table} WHERE {} RETURNING 'hit'",
        names.join(", "),
        values.join(", "),
        one_row(table, "true", dice)
    );
    if table != "audit_chains" {
        sql += &format!("; SELECT setval('wl.{table}_id_seq', max(id)) FROM wl.{table}");
    }
    Attack::found(format!("insert into {table}, version {version}"), sql)
}

fn delete(_: &Busy, dice: &mut Dice) -> Attack {
    let table = *dice.of(&[&TABLES[..], &["settings"]].concat());
    let row = one_row(table, "true", dice);
    Attack::found(
        format!("delete from {table}"),
        format!("DELETE FROM wl.{table} WHERE {row} RETURNING 'hit'"),
    )
}

/// A row and all its records, of which one has another behind it in its chain.
fn delete_with_records(busy: &Busy, dice: &mut Dice) -> Attack {
    let inner = busy.records.iter().filter(|record| {
        record.entity != "setting"
            && busy.chain(record.actor).last().is_some_and(|last| {
                (&last.entity, last.entity_id) != (&record.entity, record.entity_id)
            })
    });
    let record = *dice.of(&inner.collect::<Vec<_>>());
    let (entity, id) = (record.entity.as_str(), record.entity_id);
    let table = match entity {
        "time_entry" => "time_entries".to_owned(),
        _ => format!("{entity}s"),
    };
    Attack::found(
        format!("delete {entity} {id} with its records"),
        format!(
            "DELETE FROM wl.audit_log WHERE entity_type = '{entity}' AND entity_id = {id};
             DELETE FROM wl.{table} WHERE id = {id} RETURNING 'hit'"
        ),
    )
}

/// Two records of a chain change places, in one way or another.
fn reorder(busy: &Busy, dice: &mut Dice) -> Attack {
    let chain = busy.chain(*dice.of(&busy.actors(2)));
    let places: Vec<usize> = (1..=chain.len()).collect();
    let [place_a, place_b] = dice.two_of(&places);
    let (a, b) = (chain[place_a - 1].id, chain[place_b - 1].id);
    let column = *dice.of(&["chain_seq", "at", "hash", "id", "after"]);
    let sql = match column {
        "chain_seq" => format!(
            "UPDATE wl.audit_log SET chain_seq = -1 WHERE id = {a};
             UPDATE wl.audit_log SET chain_seq = {place_a} WHERE id = {b};
             UPDATE wl.audit_log SET chain_seq = {place_b} WHERE id = {a} RETURNING 'hit'"
        ),
        "id" => unbound(
            "audit_log",
            "id",
            &format!(
                "UPDATE wl.audit_log SET id = -1 WHERE id = {a};
                 UPDATE wl.audit_log SET id = {a} WHERE id = {b};
                 UPDATE wl.audit_log SET id = {b} WHERE id = -1 RETURNING 'hit'"
            ),
        ),
        _ => format!(
            "UPDATE wl.audit_log r SET {column} = o.{column} FROM wl.audit_log o
             WHERE (r.id, o.id) IN (({a}, {b}), ({b}, {a})) AND r.{column}::text <> o.{column}::text RETURNING 'hit'"
        ),
    };
    Attack::found(format!("swap {column} of records {a} and {b}"), sql)
}

/// The end of a chain without its rows, or the ends of all.
fn cut_records(busy: &Busy, dice: &mut Dice) -> Attack {
    let newest = busy.records.iter().map(|record| record.id).max();
    let first = newest.expect("records") - i64::try_from(dice.below(12)).expect("small");
    let (whose, which) = match dice.below(2) {
        0 => ("all chains".to_owned(), format!("id >= {first}")),
        _ => {
            let actor = *dice.of(&busy.actors(3));
            let chain = busy.chain(actor);
            let cut = 1 + dice.below(chain.len() - 1);
            (
                format!("the chain of {actor}"),
                format!("actor_id = {actor} AND chain_seq > {}", chain.len() - cut),
            )
        }
    };
    Attack::found(
        format!("cut the records of {whose}: {which}"),
        format!("DELETE FROM wl.audit_log WHERE {which} RETURNING 'hit'"),
    )
}

/// The same, each row made what it was before.
fn cut_with_rows(busy: &Busy, dice: &mut Dice) -> Attack {
    let mut cut: Vec<i64> = match dice.below(2) {
        0 => {
            let mut all: Vec<i64> = busy.records.iter().map(|record| record.id).collect();
            all.sort_unstable();
            all.split_off(all.len() - 1 - dice.below(12))
        }
        _ => {
            let actors = busy.actors(1);
            let loose: Vec<i64> = actors
                .into_iter()
                .filter(|actor| busy.loose_end(*actor) > 0)
                .collect();
            let actor = *dice.of(&loose);
            let chain = busy.chain(actor);
            let records = 1 + dice.below(busy.loose_end(actor));
            chain[chain.len() - records..]
                .iter()
                .map(|record| record.id)
                .collect()
        }
    };
    cut.sort_unstable();
    cut.reverse();
    let undo = cut.iter().map(|id| format!("SELECT pg_temp.undo({id});"));
    Attack::needs_seal(
        format!("cut records {cut:?} with their rows"),
        undo.collect::<String>() + "SELECT pg_temp.derive();",
    )
}

/// Rows and records forged to fit each other, and every hash made anew.
fn forge_everything(busy: &Busy, dice: &mut Dice) -> Attack {
    let last = |entity: &str| {
        format!(
            "r.entity_type = '{entity}' AND r.entity_id = x.id AND r.entity_version = x.row_version"
        )
    };
    let record = dice.of(&busy.records).id;
    let (name, sql) = match dice.below(6) {
        0 => {
            let row = one_row("time_entries", "status = 'LOCKED'", dice);
            ("approved time".to_owned(), format!(
                "UPDATE wl.time_entries SET end_ts = end_ts - interval '1 minute' WHERE {row} RETURNING 'hit';
                 UPDATE wl.audit_log r SET after = wl.entry_image(x) FROM wl.time_entries x WHERE {}", last("time_entry")
            ))
        }
        1 => {
            let row = one_row("work_orders", "true", dice);
            ("a customer".to_owned(), format!(
                "UPDATE wl.work_orders SET customer = 'Somebody else' WHERE {row} RETURNING 'hit';
                 UPDATE wl.audit_log r SET after = wl.order_image(x) FROM wl.work_orders x WHERE {}", last("work_order")
            ))
        }
        2 => ("a reason".to_owned(), format!(
            "UPDATE wl.audit_log SET reason = concat(reason, ' and so on') WHERE id = {record} RETURNING 'hit'"
        )),
        3 => ("an operation".to_owned(), format!(
            "UPDATE wl.audit_log SET op_id = 'forged' WHERE id = {record} RETURNING 'hit'"
        )),
        4 => ("who approved".to_owned(), format!(
            "UPDATE wl.time_entries SET approved_by = approved_by % 2 + 1 WHERE status = 'LOCKED';
             UPDATE wl.audit_log r SET after = wl.entry_image(x) FROM wl.time_entries x WHERE {} RETURNING 'hit'", last("time_entry")
        )),
        _ => {
            let entry = 1 + dice.below(6);
            (format!("entry {entry} never was"), format!(
                "DELETE FROM wl.audit_log WHERE entity_type = 'time_entry' AND entity_id = {entry};
                 DELETE FROM wl.time_entries WHERE id = {entry} RETURNING 'hit';
                 UPDATE wl.line_items l SET idle_since = now() WHERE l.status = 'done' AND NOT EXISTS
                    (SELECT FROM wl.time_entries e WHERE e.line_item_id = l.id AND e.deleted_at IS NULL AND e.duration_seconds > 0);
                 UPDATE wl.audit_log SET chain_seq = -chain_seq;
                 UPDATE wl.audit_log r SET chain_seq = n.seq FROM (SELECT id, row_number() OVER (PARTITION BY actor_id
                    ORDER BY -chain_seq) AS seq FROM wl.audit_log) n WHERE n.id = r.id"
            ))
        }
    };
    Attack::needs_seal(
        format!("forge and hash anew: {name}"),
        format!("{sql}; SELECT pg_temp.hash_anew()"),
    )
}

/// Only the forged record is hashed anew, and another follows it.
fn hash_one(busy: &Busy, dice: &mut Dice) -> Attack {
    let actor = *dice.of(&busy.actors(3));
    let chain = busy.chain(actor);
    let record = chain[1 + dice.below(chain.len() - 2)].id;
    Attack::found(
        format!("forge record {record}, hash only it anew"),
        format!(
            "UPDATE wl.audit_log SET op_id = 'forged' WHERE id = {record};
             UPDATE wl.audit_log r SET hash = sha256(p.hash || wl.audit_payload(r)) FROM wl.audit_log p
             WHERE r.id = {record} AND p.actor_id = r.actor_id AND p.chain_seq = r.chain_seq - 1 RETURNING 'hit'"
        ),
    )
}

/// Two approvals change places: of the rows, or of the records as well.
fn swap_approvals(_: &Busy, dice: &mut Dice) -> Attack {
    let (a, b) = *dice.of(&[(1, 2), (1, 3), (2, 3), (3, 4), (1, 5)]);
    let of_rows = format!(
        "UPDATE wl.time_entries e SET approved_by = o.approved_by, approved_at = o.approved_at FROM wl.time_entries o
         WHERE (e.id, o.id) IN (({a}, {b}), ({b}, {a})) AND e.approved_at <> o.approved_at RETURNING 'hit'"
    );
    let of_records = format!(
        "UPDATE wl.audit_log r SET after = o.after FROM wl.audit_log o
         WHERE r.action = 'entry.approve' AND o.action = 'entry.approve'
            AND (r.entity_id, o.entity_id) IN (({a}, {b}), ({b}, {a})) RETURNING 'hit'"
    );
    let (what, sql) = match dice.below(3) {
        0 => ("rows", of_rows),
        1 => ("records", of_records),
        _ => (
            "records, hashed anew",
            format!("{of_records}; SELECT pg_temp.hash_anew()"),
        ),
    };
    Attack::found(format!("swap the approvals of {a} and {b}: {what}"), sql)
}

/// An object is weakened; or a trigger is dropped, used, and made again as it was.
fn weaken(_: &Busy, dice: &mut Dice) -> Attack {
    let place = dice.below(WEAKENED.len() + 4);
    let sql = WEAKENED.get(place).map_or(
        "DROP TRIGGER guard_time_entry ON wl.time_entries; SET session_replication_role = origin;
         ALTER TABLE wl.time_entries DISABLE TRIGGER require_audit_record;
         UPDATE wl.time_entries SET note_salt = NULL, note = NULL WHERE note IS NOT NULL;
         ALTER TABLE wl.time_entries ENABLE TRIGGER require_audit_record;
         CREATE TRIGGER guard_time_entry BEFORE INSERT OR UPDATE ON wl.time_entries
            FOR EACH ROW EXECUTE FUNCTION wl.guard_time_entry()",
        |(sql, _)| *sql,
    );
    Attack::found(sql, format!("{sql}; SELECT 'hit'"))
}

fn old_backup(_: &Busy, dice: &mut Dice) -> Attack {
    let which = dice.below(2);
    Attack {
        backup: Some(which),
        ..Attack::needs_seal(format!("restore old backup {which}"), "SELECT 'hit'")
    }
}

fn set_sequence_back(_: &Busy, dice: &mut Dice) -> Attack {
    let table = *dice.of(&[&TABLES[..5], &["settings"]].concat());
    Attack::found(
        format!("set the sequence of {table} back"),
        format!("SELECT setval('wl.{table}_id_seq', 1), 'hit'"),
    )
}

/// Whether verify finds something: exit 3, or 76 where the list of migrations
/// is what was tampered with. A verifier whose own row is gone can't verify;
/// then another one does.
fn finds(db: &Db, extra: &[&str]) -> bool {
    let args = [&["audit", "verify"], extra].concat();
    for login in ["olga", "abe", "acc"] {
        let outcome = db.wl(login, &args);
        match outcome.code {
            0 => return false,
            3 | 76 => return true,
            77 => (),
            _ => panic!("verify fails: {outcome:?}"),
        }
    }
    panic!("nobody can verify")
}

/// Does the attack; what went otherwise than it should.
fn try_one(busy: &Busy, attack: &Attack, digits: bool) -> Result<(), String> {
    let db = attack.backup.map_or(&busy.db, |which| &busy.backups[which]);
    let db = db.copy();
    match db.sql(
        worklock::db::local::SUPERUSER,
        &format!("{TOOLS} {};", attack.sql),
    ) {
        Ok(rows) if rows.contains("hit") => (),
        Ok(rows) => return Err(format!("changes nothing: {}\n{rows}", attack.sql)),
        Err(refusal) => return Err(format!("can't be done: {refusal:?}")),
    }
    let seal = if digits {
        busy.seal.clone()
    } else {
        busy.folder.path("seal.json")
    };
    if finds(&db, &[]) != attack.alone {
        return Err(format!(
            "found without a seal: should be {}: {}",
            attack.alone, attack.sql
        ));
    }
    if !finds(&db, &["--seal", &seal]) {
        return Err(format!("not found with a seal: {}", attack.sql));
    }
    Ok(())
}

#[test]
fn one_hundred_attacks_of_a_superuser_are_found() {
    let busy = Busy::new();
    for seal in [&busy.seal, &busy.folder.path("seal.json")] {
        busy.db.ok("olga", &["audit", "verify", "--seal", seal]);
    }
    for backup in &busy.backups {
        backup.ok("olga", &["audit", "verify"]);
    }
    let mut dice = Dice(SEED);
    let attacks: Vec<Attack> = DECK
        .iter()
        .flat_map(|(count, draw)| std::iter::repeat_n(draw, *count))
        .map(|draw| draw(&busy, &mut dice))
        .collect();
    assert_eq!(attacks.len(), 100);

    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((number, attack)) = {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    attacks.get(number).map(|attack| (number, attack))
                } {
                    if let Err(what) = try_one(&busy, attack, number % 2 == 0) {
                        let name = &attack.name;
                        let failure = format!("seed {SEED}, attack {number}, {name}: {what}");
                        failures.lock().expect("a list").push(failure);
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().expect("a list");
    assert!(
        failures.is_empty(),
        "{} of 100:\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

#[test]
fn every_object_that_was_weakened_is_named() {
    let db = Db::new();
    for (sql, _) in WEAKENED {
        db.query(sql);
    }
    let outcome = db.wl("olga", &["--format", "json", "audit", "verify"]);
    assert_eq!(outcome.code, 3, "{outcome:?}");
    for (sql, words) in WEAKENED {
        assert!(outcome.stdout.contains(words), "{sql}: {}", outcome.stdout);
    }
}

/// So much changed that the trail can't be read: still a finding that names
/// what is not as it should be, and no fault of the program.
#[test]
fn a_schema_that_can_not_be_read_is_named() {
    for (sql, words) in [
        (
            "ALTER TABLE wl.settings DROP CONSTRAINT settings_name_key; SET session_replication_role = replica;
             INSERT INTO wl.settings (name, value) VALUES ('zone', 'Asia/Tokyo')",
            "constraint wl.settings.settings_name_key",
        ),
        ("ALTER TABLE wl.time_entries RENAME COLUMN end_ts TO ended", "column wl.time_entries.end_ts"),
        ("ALTER TABLE wl.audit_log RENAME COLUMN after TO later", "column wl.audit_log.after"),
        ("ALTER TABLE wl.users RENAME COLUMN full_name TO name", "column wl.users.full_name"),
        ("ALTER TABLE wl.line_items RENAME TO items", "column wl.line_items.created_at"),
        ("ALTER FUNCTION wl.current_user_id() RENAME TO i", "function wl.current_user_id()"),
        ("ALTER FUNCTION wl.audit_mismatches(boolean) RENAME TO fine", "function wl.audit_mismatches"),
        (
            "CREATE OR REPLACE FUNCTION wl.audit_mismatches(whole boolean)
             RETURNS TABLE (entity_type text, entity_id bigint, entity_version bigint, problem text)
             LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN RETURN QUERY SELECT 1; END $$",
            "function wl.audit_mismatches",
        ),
        (
            "DROP VIEW wl.audit_proof; ALTER TABLE wl.audit_log ALTER txid TYPE text",
            "column wl.audit_log.txid",
        ),
        (
            "ALTER TABLE wl.audit_log RENAME TO log; CREATE VIEW wl.audit_log AS SELECT * FROM wl.log WHERE false",
            "column wl.audit_log.action",
        ),
        (
            "ALTER TABLE wl.__diesel_schema_migrations RENAME TO applied;
             CREATE VIEW wl.__diesel_schema_migrations AS SELECT * FROM wl.applied;
             GRANT SELECT ON wl.__diesel_schema_migrations TO wl_ops",
            "column wl.__diesel_schema_migrations.run_on",
        ),
    ] {
        let db = Db::new();
        db.query(sql);
        for args in [&["audit", "verify"][..], &["doctor"]] {
            let outcome = db.wl("olga", &[&["--format", "json"], args].concat());
            assert_eq!(outcome.code, 3, "{args:?} {sql}: {outcome:?}");
            assert!(outcome.stdout.contains(words), "{args:?} {sql}: {outcome:?}");
        }
        let text = db.wl("olga", &["audit", "verify"]);
        assert_eq!(text.code, 3, "{sql}: {text:?}");
        let status = db.wl("tom", &["timer", "status"]);
        assert_ne!(status.code, 70, "{sql}: {status:?}");
    }
}

#[test]
fn a_value_that_can_not_be_read_is_a_finding() {
    for sql in [
        "UPDATE wl.work_orders SET row_version = 9223372036854775807; UPDATE wl.line_items SET row_version = 9223372036854775807",
        "UPDATE wl.users SET row_version = -9223372036854775808",
        "ALTER TABLE wl.audit_log ALTER after DROP NOT NULL; UPDATE wl.audit_log SET after = NULL WHERE id = 2;
         SET allow_system_table_mods = on;
         UPDATE pg_attribute SET attnotnull = true WHERE attrelid = 'wl.audit_log'::regclass AND attname = 'after'",
    ] {
        let db = Db::new();
        db.query(&format!("SET session_replication_role = replica; {sql}"));
        let outcome = db.wl("olga", &["audit", "verify"]);
        assert_eq!(outcome.code, 3, "{sql}: {outcome:?}");
        assert!(!outcome.stdout.is_empty(), "{sql}: {outcome:?}");
    }
}

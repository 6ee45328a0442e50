//! What `--format json` writes is what `packaging/json-schema/wl.schema.json`
//! says: every command, the error object, and the JSON files.
//!
//! A new command needs a line in `properties` of the schema and a run in
//! `RUNS`; a new field its line in the schema, or the test of it fails.

use std::collections::BTreeSet;
use std::path::Path;

use boon::{Compiler, Draft, Schemas};
use clap::CommandFactory;
use serde_json::Value;
use worklock::commands::Cli;

use crate::completions::offered;
use crate::support::{Db, Folder, Outcome, bare_command};

const ID: &str = "urn:worklock:wl";

/// Who types what, one after the other on one database. OWNER is the owner of
/// the database; FOLDER is a folder of the test's own, UNA a login of its own.
const RUNS: &[(&str, &str)] = &[
    ("OWNER", "init --admin ada"),
    ("OWNER", "migrate up"),
    ("OWNER", "migrate status"),
    ("OWNER", "migrate down --yes"), // refused: there are people
    ("ada", "user add UNA --full-name Una --role technician"),
    ("ada", "user rename UNA --full-name Una-Maria"),
    ("ada", "user password"), // nothing is on standard input
    ("ada", "user role UNA ops"),
    ("ada", "user remove UNA"),
    ("ada", "user restore UNA"),
    ("ada", "user list"),
    ("ada", "settings set organisation Worklock"),
    ("ada", "settings"),
    ("ada", "settings show"),
    ("ada", "config"),
    ("ada", "config show"),
    ("ada", "config path"),
    ("ada", "order add WO-7 --title T --customer C"),
    ("ada", "order edit WO-7 --title New"),
    ("ada", "order remove WO-7"),
    ("ada", "order restore WO-7"),
    ("ada", "order status WO-7 in_progress"),
    ("ada", "order list"),
    ("ada", "order import FOLDER/orders.csv"),
    ("ada", "order import FOLDER/orders.csv --dry-run"),
    ("ada", "line add WO-7 --description One"),
    ("ada", "line edit WO-7/1 --description Two"),
    ("ada", "line status WO-7/1 in_progress"),
    ("ada", "line remove WO-7/1"),
    ("ada", "line restore WO-7/1"),
    ("ada", "line list WO-7"),
    ("ada", "order show WO-7"),
    ("tom", "timer status"),
    ("tom", "timer start WO-7/1 --at 9h_ago"),
    ("tom", "timer start WO-1/1 --at 7h_ago --note pump"),
    ("tom", "timer status"),
    ("tom", "today"),
    ("tom", "week month"),
    ("olga", "week --user tom"),
    ("tom", "timer stop --at 6h_ago"),
    ("tom", "timer stop"), // nothing runs
    ("tom", "timer start WO-1/1 --at 2h_ago"),
    ("tom", "entry add WO-1/1 --start 5h_ago --end 4h_ago"),
    ("tom", "entry edit 3 --note better"),
    ("tom", "entry edit 4 --note better"),
    ("tom", "undo --yes"),
    ("tom", "entry edit 4 --note better"),
    ("tom", "entry split 4 --at 4h30m_ago --gap 5m"),
    ("tom", "entry remove 4"),
    ("tom", "entry restore 4"),
    ("tom", "entry show 4"),
    ("tom", "entry show 999"), // there is none
    ("tess", "start WO-1/1 --at 5h_ago"),
    ("tess", "start WO-1/2 --at 4h_ago"),
    ("tess", "start WO-1/2"), // runs already
    ("tess", "note pump"),
    ("tess", "status"),
    ("tess", "cancel"),
    ("tess", "timer cancel"),
    ("tess", "start -"),
    ("tess", "stop"),
    ("ada", "entry list"),
    (
        "ada",
        "entry import FOLDER/entries.csv --zone UTC --rejects FOLDER/rejects.csv",
    ),
    ("ada", "approve WO-1 --dry-run"),
    ("ada", "approve WO-1 WO-7 --yes --accept-long"),
    ("ada", "approve --user tom -p today --dry-run"),
    ("acc", "review --period 2d"),
    ("ada", "review --period 2d"),
    ("ada", "unlock 4 --reason correction"),
    (
        "olga",
        "report hours --by technician --from 2020-01-01 --to 2099-12-31",
    ),
    (
        "olga",
        "report hours --by line --across week --split -p today",
    ),
    ("olga", "audit seal --output FOLDER/seal.json"),
    ("tom", "entry edit 4 --note again --reason correction"),
    ("ada", "line status WO-1/2 done"),
    ("ada", "order status WO-1 WO-7 ready_to_bill"),
    ("acc", "bill add WO-1 --skip-unapproved --dry-run"),
    ("acc", "bill add WO-1 --skip-unapproved --yes"),
    ("acc", "bill add WO-1 --yes"), // unapproved time
    ("acc", "bill cancel 1 --reason correction"),
    ("acc", "bill add WO-1 --skip-unapproved --yes"),
    ("olga", "bill show 1"),
    ("olga", "bill show 2"),
    ("olga", "bill list --cancelled"),
    ("acc", "export csv --bill 2 --output FOLDER/bill.csv"),
    ("olga", "bill verify FOLDER/bill.csv"),
    ("acc", "order show WO-1"),
    ("olga", "audit show bill:1"),
    ("olga", "exceptions --stale-after 1h"),
    ("olga", "exceptions --since 1h_ago"),
    ("olga", "exceptions --counts"),
    ("acc", "export csv WO-7 --output FOLDER/out.csv"),
    ("acc", "export xlsx WO-7 --output FOLDER/out.xlsx"),
    ("acc", "export pdf WO-7 --output FOLDER/out.pdf"),
    ("acc", "export csv WO-7 --dir FOLDER"),
    ("acc", "export csv WO-1 --output FOLDER/no.csv"), // unapproved time
    ("acc", "export --changed-since FOLDER/seal.json"),
    ("ada", "export --changed-since FOLDER/out.csv.seal.json"),
    ("olga", "audit log"),
    ("ada", "audit log"),
    ("olga", "audit show WO-1"),
    ("olga", "audit verify"),
    ("olga", "doctor"),
    ("tom", "order add WO-8 --title T --customer C"), // no right
    ("tom", "timer start --nonsense"),
    ("OWNER", "db backup FOLDER/whole.dump"),
    ("OWNER", "db restore FOLDER/whole.dump"), // the database is not empty
    ("HOME", "db status"),
    ("HOME", "db stop"),
    ("HOME", "db upgrade"), // there is none yet
    ("tom", "db start"),    // a server of one's own is not for wl to start
    ("tom", "db psql"),
    ("tom", "completions bash"),
    ("tom", "help times"),
];

#[test]
fn every_command_writes_what_the_schema_says() {
    run_all(&Db::new());
}

/// Functions and operators by the names and types of PostgreSQL's own, found
/// first: whoever may create one in a schema of everybody's path would have it
/// run with the rights of whoever types the command.
const SHADOWS: &str = "
    CREATE SCHEMA evil;
    DO $$
    DECLARE
        f record;
        made integer := 0;
    BEGIN
        FOR f IN SELECT p.oid, p.proname, p.prorettype::regtype AS result, pg_get_function_identity_arguments(p.oid) AS arguments
            FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f' AND p.proargmodes IS NULL LOOP
            BEGIN
                EXECUTE format('CREATE FUNCTION evil.%I(%s) RETURNS %s LANGUAGE plpgsql AS $f$ BEGIN RAISE EXCEPTION %L; END $f$',
                    f.proname, f.arguments, CASE WHEN (SELECT proretset FROM pg_proc WHERE oid = f.oid) THEN 'SETOF ' ELSE '' END || f.result,
                    'a shadow of ' || f.proname);
                made := made + 1;
            EXCEPTION WHEN OTHERS THEN
                NULL; -- of types that no function of a user may have
            END;
        END LOOP;
        FOR f IN SELECT o.oprname, o.oprleft::regtype AS l, o.oprright::regtype AS r, p.proname
            FROM pg_operator o JOIN pg_proc p ON p.oid = o.oprcode WHERE o.oprnamespace = 'pg_catalog'::regnamespace AND o.oprleft <> 0 LOOP
            BEGIN
                EXECUTE format('CREATE OPERATOR evil.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = evil.%I)', f.oprname, f.l, f.r, f.proname);
                made := made + 1;
            EXCEPTION WHEN OTHERS THEN
                NULL;
            END;
        END LOOP;
        IF made < 3000 THEN
            RAISE EXCEPTION 'only % shadows', made;
        END IF;
    END
    $$;
    CREATE FUNCTION evil.step(state bigint) RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a shadow'; END $$;
    CREATE FUNCTION evil.step(state bigint, value bigint) RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a shadow'; END $$;
    CREATE FUNCTION evil.step(state text, value text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a shadow'; END $$;
    CREATE AGGREGATE evil.count(*) (SFUNC = evil.step, STYPE = bigint);
    CREATE AGGREGATE evil.sum(bigint) (SFUNC = evil.step, STYPE = bigint);
    CREATE AGGREGATE evil.max(bigint) (SFUNC = evil.step, STYPE = bigint);
    CREATE AGGREGATE evil.max(text) (SFUNC = evil.step, STYPE = text);
    -- of what takes any number of arguments, more exactly
    CREATE FUNCTION evil.format(text, text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a shadow'; END $$;
    CREATE FUNCTION evil.format(text, text, integer) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a shadow'; END $$;
    GRANT USAGE ON SCHEMA evil TO PUBLIC;
    DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = evil, pg_catalog, public', current_database()); END $$;";

#[test]
fn no_command_calls_a_function_of_somebody_elses() {
    let db = Db::new();
    db.query(SHADOWS);
    let shadowed = db.sql("tom", "SELECT count(*) FROM wl.settings");
    assert!(shadowed.is_err(), "{shadowed:?}");
    run_all(&db);
    // a completion gives up after half a second, which a busy machine may take
    let mut tries = (0..20).map(|_| offered(&db.url(), "ada", &["order", "show", ""]));
    assert!(tries.any(|offered| offered.stdout.contains("WO-7")));
}

fn run_all(db: &Db) {
    let folder = Folder::new();
    folder.file("orders.csv", "number,title,customer,line\nI-1,T,C,D\n");
    folder.file(
        "entries.csv",
        "number,line,user,start_ts,end_ts,note\nI-1,1,tom,2026-01-05 08:00,2026-01-05 09:00,x\n\
         I-1,1,nobody,2026-01-05 08:00,2026-01-05 09:00,x\n",
    );
    let mut judge = Judge::new();
    let mut ran = BTreeSet::new();
    for (login, line) in RUNS {
        let outcome = run(db, &folder, login, line);
        let all = format!("{outcome:?}");
        assert!(!all.contains("panicked"), "{line}: {all}");
        assert!(!all.contains("a shadow"), "{line}: {all}");
        let leaf = leaf(line);
        let found = !outcome.stdout.is_empty();
        if outcome.code != 0 && !found {
            let error = serde_json::from_str(&outcome.stderr);
            judge.valid(
                "/$defs/error",
                &error.unwrap_or_else(|e| panic!("{line}: {e}: {outcome:?}")),
                line,
            );
            // what refuses here answers nothing where it works
            if !line.contains("db ") && !["migrate down", "user password"].contains(&&*leaf) {
                continue;
            }
        }
        ran.insert(leaf.clone());
        let value = match (found, leaf.as_str()) {
            (false, _) | (true, "completions" | "help") => Value::Null,
            (true, _) => serde_json::from_str(&outcome.stdout)
                .unwrap_or_else(|e| panic!("{line}: {e}: {outcome:?}")),
        };
        if value.is_null() || !judge.is_nothing(&leaf) {
            judge.valid(
                &format!("/properties/{}", leaf.replace(' ', "%20")),
                &value,
                line,
            );
        }
    }
    let all = leaves();
    let missing: Vec<_> = all.difference(&ran).collect();
    assert!(missing.is_empty(), "never run with success: {missing:?}");
    let described: BTreeSet<String> = judge.commands();
    assert_eq!(described, all, "the schema's commands");

    for (file, name) in [
        ("seal.json", "seal"),
        ("whole.dump.seal.json", "seal"),
        ("out.csv.seal.json", "file-export"),
        ("manifest.json", "file-manifest"),
    ] {
        let text = std::fs::read_to_string(folder.path(file)).expect(file);
        let value = serde_json::from_str(&text).expect(file);
        judge.valid(&format!("/$defs/{name}"), &value, file);
    }
}

#[test]
fn a_field_too_many_or_too_few_is_noticed() {
    let mut judge = Judge::new();
    let good = serde_json::json!({"name": "tom", "full_name": "Tom", "role": "technician", "removed": false});
    assert!(judge.judge("/$defs/user", &good).is_ok());
    for (field, value) in [
        ("more", Value::from(1)),
        ("removed", Value::Null),
        ("role", Value::from("king")),
    ] {
        let mut bad = good.clone();
        bad[field] = value;
        assert!(judge.judge("/$defs/user", &bad).is_err(), "{field}");
    }
    let bad = serde_json::json!({"name": "tom"});
    assert!(judge.judge("/$defs/user", &bad).is_err());
}

fn run(db: &Db, folder: &Folder, login: &str, line: &str) -> Outcome {
    let words: Vec<String> = line
        .split(' ')
        .map(|word| {
            word.replace("_ago", " ago")
                .replace("UNA", &format!("{}_una", db.name))
                .replace("FOLDER", folder.path("").trim_end_matches('/'))
        })
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let args = [&["--format", "json"], &words[..]].concat();
    let mut command = match login {
        "HOME" => bare_command(&args),
        _ => db.command(login, &args),
    };
    match login {
        "OWNER" => command
            .env("DATABASE_URL", db.superuser_url())
            .env_remove("WL_USER"),
        "HOME" => command.env("WL_HOME", folder.path("home")),
        _ => &mut command,
    };
    Outcome::of(command.output().expect("wl runs"))
}

/// `order list` of `order list --removed`; the command that a bare one means.
pub fn leaf(line: &str) -> String {
    let mut command = Cli::command();
    let mut names = Vec::new();
    for word in line.split(' ') {
        let Some(next) = command.find_subcommand(word).cloned() else {
            break;
        };
        names.push(word.to_owned());
        command = next;
    }
    if names == ["settings"] || names == ["config"] {
        names.push("show".to_owned());
    }
    names.join(" ")
}

/// Every command that does something: those without subcommands, and those
/// that take options of their own all the same.
pub fn leaves() -> BTreeSet<String> {
    fn walk(command: &clap::Command, path: &str, found: &mut BTreeSet<String>) {
        for sub in command.get_subcommands() {
            let path = format!("{path} {}", sub.get_name());
            if !sub.has_subcommands() || sub.get_arguments().next().is_some() {
                found.insert(path.trim_start().to_owned());
            }
            walk(sub, &path, found);
        }
    }
    let mut found = BTreeSet::new();
    walk(&Cli::command(), "", &mut found);
    found
}

struct Judge {
    document: Value,
    compiler: Compiler,
    schemas: Schemas,
}

impl Judge {
    fn new() -> Self {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/json-schema/wl.schema.json");
        let text = std::fs::read_to_string(path).expect("the schema");
        let document: Value = serde_json::from_str(&text).expect("JSON");
        let mut compiler = Compiler::new();
        compiler.set_default_draft(Draft::V2020_12);
        compiler.enable_format_assertions();
        compiler
            .add_resource(ID, document.clone())
            .expect("the schema");
        Self {
            document,
            compiler,
            schemas: Schemas::new(),
        }
    }

    fn judge(&mut self, pointer: &str, value: &Value) -> Result<(), String> {
        let url = format!("{ID}#{pointer}");
        let index = self
            .compiler
            .compile(&url, &mut self.schemas)
            .unwrap_or_else(|error| panic!("{pointer}: {error}"));
        self.schemas
            .validate(value, index)
            .map_err(|error| format!("{error:#}"))
    }

    fn valid(&mut self, pointer: &str, value: &Value, what: &str) {
        if let Err(error) = self.judge(pointer, value) {
            panic!("{what}: {error}\n{value:#}");
        }
    }

    /// The command is described as one that writes no JSON.
    fn is_nothing(&self, leaf: &str) -> bool {
        self.document["properties"][leaf]["$ref"] == "#/$defs/nothing"
    }

    fn commands(&self) -> BTreeSet<String> {
        let commands = self.document["properties"].as_object().expect("commands");
        commands.keys().cloned().collect()
    }
}

//! What `wl doctor` finds while people work, and about the seal; what was
//! tampered with in the schema is in `catalog.rs`.

use std::time::{Duration, Instant, SystemTime};

use serde_json::Value;
use worklock::db::local::SUPERUSER;

use crate::support::{Cluster, Db, Folder, Outcome, is_managed};

/// One check of `wl doctor`, and that every finding has a fix.
fn check(db: &Db, login: &str, args: &[&str], name: &str) -> Value {
    let outcome = db.wl(login, &[&["--format", "json", "doctor"], args].concat());
    named(&outcome, name)
}

fn named(outcome: &Outcome, name: &str) -> Value {
    let checks = all(outcome);
    let check = checks.iter().find(|check| check["check"] == name);
    check
        .unwrap_or_else(|| panic!("{name}: {outcome:?}"))
        .clone()
}

fn all(outcome: &Outcome) -> Vec<Value> {
    let checks: Vec<Value> = serde_json::from_str(&outcome.stdout).expect("JSON");
    for check in &checks {
        for field in ["fix", "risk"] {
            assert_eq!(check["state"] != "ok", check[field] != "", "{check}");
        }
    }
    let found = checks.iter().any(|check| check["state"] == "problem");
    assert_eq!(outcome.code, if found { 3 } else { 0 }, "{outcome:?}");
    checks
}

/// The statements that a finding has a superuser type.
fn statements(check: &Value) -> Vec<String> {
    let fix = check["fix"].as_str().expect("text");
    let (_, typed) = fix.split_once("as a superuser: ").expect("statements");
    // a block has statements of its own
    let typed = typed.replace("; END$$", ";END$$");
    typed.split("; ").map(str::to_owned).collect()
}

#[track_caller]
fn assert_finds(check: &Value, words: &str) {
    let detail = check["detail"].as_str().expect("text");
    // what a managed owner can't change is advice
    let wanted = check["state"] == "problem" || is_managed() && check["state"] == "advice";
    assert!(wanted && detail.contains(words), "{check}");
}

/// What only a superuser sees is no fault of the database.
#[track_caller]
pub fn assert_well(check: &Value, why: &str) {
    let state = check["state"].as_str().expect("text");
    let name = check["check"].as_str().expect("text");
    let hidden = ["libraries", "sign-in", "passwords", "backup"].contains(&name);
    // attacks of the tests need temporary tables, and some start fifty sessions at once
    let wanted = name == "limits" && state == "advice";
    assert!(
        state == "ok" || hidden && state == "not_looked_at" || wanted,
        "{why}: {check}"
    );
}

#[test]
fn open_transactions_are_found() {
    let db = Db::new();
    let ops = db.person("ops");
    db.query(&format!("GRANT pg_read_all_stats TO {ops}"));
    let look = ["--idle-after", "0s"];
    assert_eq!(check(&db, &ops, &look, "idle sessions")["state"], "ok");
    let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let idle = check(&db, &ops, &look, "idle sessions");
    assert_finds(&idle, "is idle in a transaction for");
    assert!(statements(&idle)[0].starts_with("SELECT pg_terminate_backend("));
    assert_eq!(check(&db, &ops, &[], "idle sessions")["state"], "ok");
    // whoever may not see it says so
    let hidden = check(&db, "olga", &look, "idle sessions");
    assert!(
        hidden["detail"]
            .as_str()
            .expect("text")
            .starts_with("1 session holds locks"),
        "{hidden}"
    );

    let waiting = db.start("ada", &["order", "edit", "WO-1", "--title", "x"]);
    db.wait_for_waiting(1);
    assert_finds(
        &check(&db, "olga", &[], "sessions"),
        ") blocks 1 session, for ",
    );
    held.commit();
    assert_eq!(waiting.finish().code, 0);
}

#[test]
fn what_weakens_the_rules_is_found() {
    let db = Db::new();
    let set = "ALTER DATABASE {} SET default_transaction_isolation = 'serializable'";
    db.query(&set.replace("{}", &db.name));
    let parameters = check(&db, "olga", &[], "parameters");
    assert_finds(
        &parameters,
        "default_transaction_isolation=serializable is set for",
    );
    db.query(
        "ALTER TABLE wl.settings DISABLE TRIGGER USER;
         UPDATE wl.settings SET value = 'Nowhere/Land' WHERE name = 'zone'",
    );
    assert_finds(&check(&db, "olga", &[], "time zone"), "Nowhere/Land");
}

#[test]
fn the_trail_is_compared_with_a_seal() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.path("seal.json");
    db.ok("olga", &["audit", "seal", "--output", &file]);
    let sealed = ["--seal", file.as_str()];
    assert_eq!(check(&db, "olga", &sealed, "seal")["state"], "ok");
    let digits = db.json("olga", &["audit", "seal"])["seal"].clone();
    let by_digits = ["--seal", digits.as_str().expect("text")];
    assert_eq!(check(&db, "olga", &by_digits, "seal")["state"], "ok");
    let never = "0".repeat(64);
    assert_finds(
        &check(&db, "olga", &["--seal", &never], "seal"),
        "never had this seal",
    );
    assert_finds(
        &check(&db, "olga", &["--seal", "/nonexistent"], "seal"),
        "can't be read",
    );

    // new records may wait for a seal, old ones not
    db.entry("tom", 5);
    assert_eq!(check(&db, "olga", &sealed, "seal")["state"], "ok");
    db.query(
        "ALTER TABLE wl.audit_log DISABLE TRIGGER USER;
         UPDATE wl.audit_log SET at = at - interval '8 days'",
    );
    assert_finds(&check(&db, "olga", &sealed, "seal"), "are not sealed");
    db.query("DELETE FROM wl.audit_log WHERE actor_login = 'ada'");
    assert_finds(&check(&db, "olga", &sealed, "seal"), "no longer contains");
}

/// What a superuser did by hand, what finds it, and that its fix mends it. `P`
/// is a technician of its own, `D` the database.
const BY_HAND: &[(&str, &str, &str)] = &[
    ("GRANT pg_signal_backend TO P", "people", "P (pg_signal_backend)"),
    ("GRANT pg_monitor TO P", "people", "P (pg_monitor)"),
    ("DROP ROLE P; CREATE ROLE P LOGIN; GRANT wl_technician TO P GRANTED BY wl_owner; GRANT wl_owner TO P", "people", "P (wl_owner)"),
    ("ALTER ROLE P CREATEROLE BYPASSRLS", "people", "P (createrole bypassrls)"),
    ("ALTER DATABASE D OWNER TO P", "people", "P (owner of the database D)"),
    ("CREATE ROLE P_g CREATEDB; GRANT P_g TO P", "people", "P (createdb as P_g)"),
    ("REVOKE wl_technician FROM P GRANTED BY wl_owner", "memberships", "P (technician, not a member of wl_technician)"),
    ("GRANT wl_admin TO P", "memberships", "P (technician, member of wl_admin)"),
    ("CREATE ROLE P_g; GRANT wl_ops TO P_g; GRANT P_g TO P", "memberships", "P (technician, member of wl_ops)"),
    ("GRANT wl_technician TO P WITH ADMIN OPTION", "memberships", "P (may grant wl_technician)"),
    ("DROP ROLE P", "memberships", "P (technician, there is no such login)"),
    ("GRANT SET ON PARAMETER archive_command TO P", "rights", "SET on archive_command by P"),
    ("GRANT ALTER SYSTEM ON PARAMETER session_preload_libraries TO P", "rights", "ALTER SYSTEM on session_preload_libraries by P"),
    ("CREATE ROLE P_g; GRANT P_g TO P; GRANT SET ON PARAMETER plpgsql.extra_errors TO P_g", "rights", "SET on plpgsql.extra_errors by P_g"),
    ("GRANT EXECUTE ON FUNCTION pg_read_binary_file(text) TO P", "rights", "EXECUTE on pg_read_binary_file(text) by P"),
    ("GRANT EXECUTE ON FUNCTION pg_reload_conf() TO PUBLIC", "rights", "EXECUTE on pg_reload_conf() by PUBLIC"),
    ("GRANT UPDATE ON pg_proc TO wl_technician", "rights", "UPDATE on pg_proc by wl_technician"),
    ("GRANT UPDATE (proowner) ON pg_proc TO P", "rights", "UPDATE (proowner) on pg_proc by P"),
    ("CREATE FUNCTION pg_catalog.format(text, bigint) RETURNS text LANGUAGE sql AS 'SELECT $1'", "other objects",
        "format(text,bigint) was added to pg_catalog"),
    ("CREATE FUNCTION public.all_time() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM wl.time_entries'",
        "other objects", "public.all_time() runs as its owner for PUBLIC"),
    ("CREATE FUNCTION public.all_time() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM wl.time_entries';
        ALTER FUNCTION public.all_time() OWNER TO wl_owner; GRANT EXECUTE ON FUNCTION public.all_time() TO P;
        REVOKE EXECUTE ON FUNCTION public.all_time() FROM PUBLIC",
        "other objects", "public.all_time() runs as its owner for P"),
    ("CREATE VIEW public.everything AS SELECT * FROM wl.time_entries; GRANT SELECT ON public.everything TO PUBLIC",
        "other objects", "public.everything shows the tables of Worklock to PUBLIC"),
    ("CREATE VIEW public.everything AS SELECT * FROM wl.time_entries; CREATE VIEW public.more AS SELECT * FROM public.everything;
        GRANT SELECT (id) ON public.more TO P", "other objects", "public.more shows the tables of Worklock to P"),
    ("GRANT CREATE ON SCHEMA public TO PUBLIC", "creation", "PUBLIC may create objects in schema public"),
    ("CREATE SCHEMA theirs; GRANT CREATE ON SCHEMA theirs TO P", "creation", "P may create objects in schema theirs"),
    ("GRANT CREATE ON DATABASE D TO wl_technician", "creation", "wl_technician may create schemas in this database"),
    ("CREATE FOREIGN DATA WRAPPER far; CREATE SERVER away FOREIGN DATA WRAPPER far; CREATE USER MAPPING FOR P SERVER away",
        "foreign servers", "P may use the foreign server away"),
    ("CREATE FOREIGN DATA WRAPPER far; CREATE SERVER away FOREIGN DATA WRAPPER far; CREATE USER MAPPING FOR PUBLIC SERVER away",
        "foreign servers", "PUBLIC may use the foreign server away"),
    ("CREATE FUNCTION public.look() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER watcher ON ddl_command_end EXECUTE FUNCTION public.look()", "event triggers", "watcher calls public.look()"),
    ("CREATE CAST (integer AS oidvector) WITH INOUT AS ASSIGNMENT", "casts", "integer to oidvector"),
    ("CREATE SUBSCRIPTION copy CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false, slot_name = NONE)",
        "replication", "the subscription copy writes into this database"),
    ("ALTER ROLE P NOLOGIN", "logins", "P is no login"),
    ("ALTER ROLE P VALID UNTIL '2020-01-01'", "logins", "the password of P has expired"),
    ("ALTER ROLE P CONNECTION LIMIT 0", "logins", "P has 0 of 0 sessions"),
    ("REVOKE CONNECT ON DATABASE D FROM PUBLIC; GRANT CONNECT ON DATABASE D TO wl_admin", "logins", "P may not connect to this database"),
    ("ALTER DATABASE D SET session_preload_libraries = 'auto_explain'", "libraries", "session_preload_libraries=auto_explain is set for all roles"),
    ("ALTER DATABASE D SET synchronous_commit = off", "parameters", "synchronous_commit=off is set for all roles"),
    ("ALTER DATABASE D SET row_security = off", "parameters", "row_security=off is set for all roles"),
    ("ALTER ROLE P IN DATABASE D SET session_replication_role = replica", "parameters", "session_replication_role=replica is set for P"),
];

#[test]
fn what_was_done_by_hand_is_found_and_mended() {
    for (sql, name, words) in BY_HAND {
        let db = Db::new();
        let person = db.person("technician");
        let own = |text: &str| {
            let words = text.split_inclusive(|c: char| !c.is_alphanumeric());
            let put = |word: &str| match word.trim_end_matches(|c: char| !c.is_alphanumeric()) {
                "P" => word.replacen('P', &person, 1),
                "D" => word.replacen('D', &db.name, 1),
                _ => word.to_owned(),
            };
            words.map(put).collect::<String>()
        };
        assert_well(&check(&db, "abe", &[], name), sql);
        db.query(&own(sql));
        let found = check(&db, "abe", &[], name);
        assert_finds(&found, &own(words));
        for statement in statements(&found) {
            db.query(&statement);
        }
        let outcome = db.wl(&person, &["--format", "json", "doctor"]);
        for check in all(&outcome) {
            assert_well(&check, sql);
        }
        // roles are the server's
        if sql.contains("CREATE ROLE P_g") {
            db.query(&own("DROP OWNED BY P_g; DROP ROLE P_g"));
        }
    }
}

#[test]
fn what_only_a_superuser_sees() {
    let db = Db::new();
    let person = db.person("technician");
    db.query(&format!(
        "SET password_encryption = 'md5'; ALTER ROLE {person} PASSWORD 'x'"
    ));
    let passwords = check(&db, SUPERUSER, &[], "passwords");
    assert_finds(&passwords, &format!("passwords stored as MD5: {person}"));
    for name in ["passwords", "sign-in", "libraries"] {
        let hidden = check(&db, "ada", &[], name);
        assert_eq!(hidden["state"], "not_looked_at", "{hidden}");
        let typed = format!("as a superuser: wl --as {SUPERUSER} doctor");
        assert_eq!(hidden["fix"], typed.as_str());
    }
    // the tests' server trusts everybody on this machine; a company's must not
    assert_finds(
        &check(&db, SUPERUSER, &[], "sign-in"),
        "asks for no proof (local trust)",
    );
}

#[test]
fn a_collation_of_another_version_is_found() {
    // plain ones, as the other tests' databases have, have no versions
    let Some(db) = Db::turkish() else { return };
    let look = || {
        named(
            &db.wl(SUPERUSER, &["--format", "json", "doctor"]),
            "collation",
        )
    };
    assert_eq!(look()["state"], "ok");
    db.query(&format!(
        "UPDATE pg_database SET datcollversion = '1.0' WHERE datname = '{}'",
        db.name
    ));
    let found = look();
    assert_finds(
        &found,
        "made with collation version 1.0, and the system has ",
    );
    for statement in statements(&found) {
        db.query(&statement);
    }
    assert_eq!(look()["state"], "ok");
}

#[test]
fn what_one_login_can_use_up_is_advice() {
    let db = Db::new();
    let found = check(&db, "abe", &[], "limits");
    assert_eq!(found["state"], "advice", "{found}");
    for what in [
        "PUBLIC may make temporary tables",
        "PUBLIC may take advisory locks and make large objects",
        "abe may have any number of sessions",
    ] {
        assert!(
            found["detail"].as_str().expect("text").contains(what),
            "{found}"
        );
    }
    for statement in statements(&found) {
        assert!(statement.len() < 300, "too long to type: {statement}");
        // those people are every test's
        if ["REVOKE", "DO"]
            .iter()
            .any(|begin| statement.starts_with(begin))
        {
            db.query(&statement);
        }
    }
    let found = check(&db, "abe", &[], "limits");
    let detail = found["detail"].as_str().expect("text");
    assert!(!detail.contains("PUBLIC"), "{found}");
}

#[test]
fn an_old_backup_is_found() {
    let (db, folder) = (Db::new(), Folder::new());
    let look = |file: &str| {
        let mut command = db.command("olga", &["--format", "json", "doctor"]);
        let output = command.env("WL_BACKUP_FILE", file).output().expect("wl");
        named(&Outcome::of(output), "backup")
    };
    assert_eq!(check(&db, "olga", &[], "backup")["state"], "not_looked_at");
    let file = folder.file("all.dump", "");
    for empty in [&*file, "/dev/null"] {
        assert_finds(&look(empty), "is empty or no file");
    }
    folder.file("all.dump", "PGDMP");
    assert_eq!(look(&file)["state"], "ok");
    let old = SystemTime::now() - Duration::from_secs(7 * 86_400 + 60);
    let opened = std::fs::File::options().write(true).open(&file);
    let opened = opened.expect("the file");
    opened.set_modified(old).expect("another time");
    assert_finds(&look(&file), "all.dump, is of ");
    assert_finds(&look(&folder.path("gone")), "can't be read");
}

#[test]
fn a_publication_is_the_owners_choice() {
    let db = Db::new();
    db.query("CREATE PUBLICATION reports FOR TABLE wl.work_orders");
    let found = check(&db, "olga", &[], "replication");
    assert_eq!(found["state"], "advice", "{found}");
    assert_eq!(
        found["detail"],
        "the publication reports sends tables of Worklock"
    );
    let written = db.wl("olga", &["doctor"]).stdout;
    assert!(written.contains("advice"));
    // commands are never broken
    let is_command = |line: &&str| line.contains(": DROP ") || line.contains(": REVOKE ");
    let prose = written.lines().filter(|line| !is_command(line));
    for line in prose {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn what_the_owner_can_not_change_is_advice() {
    let db = Db::new();
    let owner = format!("{}_owner", db.name);
    db.query(&format!(
        "CREATE ROLE {owner}; ALTER DATABASE {} OWNER TO {owner};
         CREATE FUNCTION public.look() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
         CREATE EVENT TRIGGER watcher ON ddl_command_end EXECUTE FUNCTION public.look()",
        db.name
    ));
    let found = check(&db, "olga", &[], "event triggers");
    assert_eq!(found["state"], "advice", "{found}");
    db.query(&format!(
        "ALTER DATABASE {} OWNER TO {SUPERUSER}; DROP ROLE {owner}",
        db.name
    ));
    assert_finds(&check(&db, "olga", &[], "event triggers"), "watcher calls");
}

#[test]
fn a_view_that_asks_as_its_reader_is_no_finding() {
    let db = Db::new();
    db.query(
        "CREATE VIEW public.mine WITH (security_invoker) AS SELECT * FROM wl.time_entries;
         GRANT SELECT ON public.mine TO PUBLIC;
         CREATE FUNCTION public.mine() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT 1::bigint';
         REVOKE EXECUTE ON FUNCTION public.mine() FROM PUBLIC",
    );
    assert_eq!(check(&db, "tom", &[], "other objects")["state"], "ok");
}

#[test]
fn what_reaches_the_whole_server_is_found() {
    let mut server = Cluster::new("fsync = on");
    server.start();
    server.fill();
    let doctor = |login: &str| server.wl(login, &["--format", "json", "doctor"]);
    for check in all(&doctor("ada")) {
        assert_well(&check, "");
    }
    for (sql, name, words) in [
        ("ALTER ROLE wl_owner LOGIN", "roles", "wl_owner is LOGIN"),
        (
            "ALTER ROLE wl_owner SUPERUSER NOCREATEROLE",
            "roles",
            "wl_owner is SUPERUSER NOCREATEROLE",
        ),
        (
            "ALTER ROLE wl_admin CREATEDB",
            "roles",
            "wl_admin is CREATEDB",
        ),
        (
            "GRANT pg_read_all_data TO wl_technician",
            "roles",
            "wl_technician is a member of pg_read_all_data",
        ),
        (
            "GRANT wl_admin TO wl_technician",
            "roles",
            "wl_technician is a member of wl_admin",
        ),
        (
            "GRANT pg_write_server_files TO wl_owner",
            "roles",
            "wl_owner is a member of pg_write_server_files",
        ),
        (
            "CREATE ROLE boss SUPERUSER; GRANT boss TO wl_owner",
            "roles",
            "wl_owner is a member of boss",
        ),
        (
            "GRANT SET ON PARAMETER jit_provider TO PUBLIC",
            "rights",
            "SET on jit_provider by PUBLIC",
        ),
        (
            "GRANT SET ON PARAMETER log_statement TO wl_ops",
            "rights",
            "SET on log_statement by wl_ops",
        ),
        (
            "ALTER ROLE tom SET row_security = off",
            "parameters",
            "row_security=off is set for tom",
        ),
        (
            "ALTER ROLE ALL SET synchronous_commit = off",
            "parameters",
            "synchronous_commit=off is set for all roles",
        ),
    ] {
        server.sql("worklock", sql);
        let found = named(&doctor("olga"), name);
        assert_finds(&found, words);
        for statement in statements(&found) {
            server.sql("worklock", &statement);
        }
        for check in all(&doctor("olga")) {
            assert_well(&check, sql);
        }
    }
    for (parameter, value, words) in [
        (
            "session_replication_role",
            "replica",
            "session_replication_role is replica",
        ),
        ("synchronous_commit", "off", "synchronous_commit is off"),
        ("full_page_writes", "off", "full_page_writes is off"),
        ("row_security", "off", "row_security is off"),
    ] {
        let good = server.sql("worklock", &format!("SHOW {parameter}"));
        let set = format!("ALTER SYSTEM SET {parameter} = {value}");
        in_force(
            &server,
            &[set, "SELECT pg_reload_conf()".to_owned()],
            parameter,
            value,
        );
        let outcome = doctor("tom");
        let found = named(&outcome, "server parameters");
        assert_finds(&found, words);
        in_force(&server, &statements(&found), parameter, &good);
        assert_eq!(named(&doctor("tom"), "server parameters")["state"], "ok");
    }
}

/// Types the statements, and waits until new sessions are so.
fn in_force(server: &Cluster, statements: &[String], parameter: &str, value: &str) {
    for statement in statements {
        server.sql("worklock", statement);
    }
    let patience = Instant::now() + Duration::from_secs(60);
    while server.sql("worklock", &format!("SHOW {parameter}")) != value {
        assert!(Instant::now() < patience, "{parameter} is never {value}");
    }
}

#[test]
fn a_locked_table_is_one_finding() {
    let db = Db::new();
    let name = format!("{}_lock", db.name);
    let lock = "LOCK TABLE wl.users IN ACCESS EXCLUSIVE MODE";
    let held = db.hold(lock);
    let holder = format!("wl.users is locked by {SUPERUSER} (server process ");
    assert_finds(&check(&db, "olga", &[], "tables"), &holder);
    drop(held);
    db.query(&format!("BEGIN; {lock}; PREPARE TRANSACTION '{name}'"));
    let found = check(&db, "olga", &[], "tables");
    assert_finds(
        &found,
        &format!("{SUPERUSER} (prepared transaction '{name}')"),
    );
    assert_eq!(statements(&found), [format!("ROLLBACK PREPARED '{name}'")]);
    db.query(&statements(&found)[0]);
    db.ok("olga", &["doctor"]);
}

#[test]
fn a_prepared_transaction_that_is_in_the_way_is_named() {
    let db = Db::new();
    let name = format!("{}_row", db.name);
    db.query(&format!(
        "BEGIN; SELECT FROM wl.work_orders FOR UPDATE; PREPARE TRANSACTION '{name}'"
    ));
    let idle = check(&db, "olga", &["--idle-after", "0s"], "idle sessions");
    let who = format!("{SUPERUSER} (prepared transaction '{name}')");
    assert_finds(
        &idle,
        &format!("{who} is neither committed nor rolled back for "),
    );
    let edit = ["order", "edit", "WO-1", "--title", "x"];
    let waiting = db.start("ada", &edit);
    db.wait_for_waiting(1);
    let found = check(&db, "olga", &[], "sessions");
    assert_finds(&found, &format!("{who} blocks 1 session, for "));
    let told = waiting.finish();
    told.assert_refused(75, &format!("open transactions: {who}"));
    db.query(&statements(&found)[0]);
    db.ok("ada", &edit);
}

#[test]
fn whoever_has_no_right_is_told_once() {
    let db = Db::new();
    let stranger = format!("{}_stranger", db.name);
    db.query(&format!("CREATE ROLE {stranger} LOGIN"));
    let outcome = db.wl(&stranger, &["--format", "json", "doctor"]);
    let checks = all(&outcome);
    let bad: Vec<_> = checks
        .iter()
        .filter(|check| check["state"] == "problem")
        .collect();
    assert_eq!(bad.len(), 1, "{bad:?}");
    assert_finds(
        bad[0],
        &format!("the login {stranger} has no rights in Worklock"),
    );
    let fix = bad[0]["fix"].as_str().expect("text");
    assert!(fix.contains(&format!("user add {stranger} ")), "{fix}");
    db.query(&format!("DROP ROLE {stranger}"));

    let empty = Db::empty();
    let outcome = empty.wl("ada", &["--format", "json", "doctor"]);
    let checks = all(&outcome);
    let bad: Vec<_> = checks
        .iter()
        .filter(|check| check["state"] == "problem")
        .collect();
    assert_eq!(bad.len(), 1, "{bad:?}");
    assert_finds(bad[0], "no schema wl");

    let folder = Folder::new();
    let file = folder.path("seal.json");
    db.ok("olga", &["audit", "seal", "--output", &file]);
    for (login, args) in [("tom", &["--seal", file.as_str()][..]), (SUPERUSER, &[])] {
        let seal = check(&db, login, args, "seal");
        assert_eq!(seal["state"], "not_looked_at", "{seal}");
        let fix = "wl --as NAME doctor, as an admin, accountant or ops";
        assert_eq!(seal["fix"], fix, "{seal}");
    }
}

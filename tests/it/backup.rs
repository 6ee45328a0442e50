//! A backup is whole or not there, and what is restored from it is what was
//! backed up: rules, rights, people and trail. Nothing else in the file has an effect.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use worklock::db::local::SUPERUSER;

use crate::doctor::assert_well;
use crate::support::{Db, Folder, Outcome, bare_command, server};

/// `wl` as the owner of a database.
fn owner(db: &Db, args: &[&str]) -> Outcome {
    let mut command = bare_command(args);
    command.env("DATABASE_URL", db.owner_url());
    Outcome::of(command.output().expect("wl runs"))
}

#[test]
fn a_backup_is_restored_with_everything() {
    let (db, folder) = (Db::new(), Folder::new());
    let person = db.person("technician");
    let gone = db.person("ops");
    db.remove_user(&gone);
    let id = db.locked_entry("tom", 5);
    db.ok("tom", &["timer", "start", "WO-1/2", "--note", "käse"]);
    let file = folder.path("all.dump");
    let backup = owner(&db, &["db", "backup", &file]);
    assert_eq!(backup.code, 0, "{backup:?}");
    let mode = fs::metadata(&file).expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(folder.names(), ["all.dump", "all.dump.seal.json"]);

    let new = Db::empty();
    let restore = owner(&new, &["db", "restore", &file]);
    assert_eq!(restore.code, 0, "{restore:?}");
    assert!(
        restore.stderr.contains("The seal matches the backup's."),
        "{restore:?}"
    );
    assert_eq!(new.checksum(), db.checksum());
    new.assert_whole();
    let seal = folder.path("all.dump.seal.json");
    new.ok("olga", &["audit", "verify", "--seal", &seal]);
    let doctor = new.json("olga", &["doctor"]);
    let checks = doctor.as_array().expect("a list");
    for check in checks {
        assert_well(check, "a restored database");
    }
    // the rules hold, and work goes on
    new.sql_refused(
        SUPERUSER,
        &format!("DELETE FROM wl.time_entries WHERE id = {id}"),
        &["nothing_is_deleted"],
    );
    new.ok("tom", &["timer", "stop"]);
    new.ok(&person, &["timer", "start", "WO-1/1"]);
    new.assert_whole();

    // never over what is there, and never over an old file
    let again = owner(&new, &["db", "restore", &file]);
    again.assert_refused(1, "this database is not empty");
    let old = fs::read(&file).expect("the file");
    owner(&db, &["db", "backup", &file]).assert_refused(73, "it already exists");
    assert!(fs::read(&file).expect("the file") == old);
    assert_eq!(owner(&db, &["db", "backup", &file, "--force"]).code, 0);
}

#[test]
fn a_backup_that_fails_leaves_nothing() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.path("all.dump");
    for login in ["olga", "tom"] {
        let mut person = db.command("ada", &["db", "backup", &file]);
        // the owner is whom the URL names
        person.env("DATABASE_URL", format!("{}&user={login}", db.url()));
        let refused = Outcome::of(person.output().expect("wl runs"));
        refused.assert_refused(77, "the backup was not made");
        let named = format!("it was {login} on the server that DATABASE_URL names");
        assert!(refused.stderr.contains(&named), "{refused:?}");
    }
    assert_eq!(folder.names(), [""; 0]);

    let new = Db::empty();
    owner(&new, &["db", "restore", &file]).assert_refused(66, "can't be read");
    let other = folder.file("text", "no backup");
    owner(&new, &["db", "restore", &other]).assert_refused(65, "valid archive");
    // nothing waits for a pipe
    let pipe = folder.path("pipe");
    nix::unistd::mkfifo(pipe.as_str(), nix::sys::stat::Mode::S_IRWXU).expect("a pipe");
    owner(&new, &["db", "restore", &pipe]).assert_refused(66, "it is not a regular file");
    owner(&new, &["db", "restore", &folder.path("")]).assert_refused(66, "it is a directory");
    assert_eq!(owner(&db, &["db", "backup", &file]).code, 0);
    let mut bytes = fs::read(&file).expect("the file");
    bytes.truncate(bytes.len() * 2 / 3);
    let cut = folder.file("cut", bytes);
    let outcome = owner(&new, &["db", "restore", &cut]);
    assert_ne!(outcome.code, 0, "{outcome:?}");
    outcome.assert_clear();
    // still empty: the whole one goes in
    assert_eq!(owner(&new, &["db", "restore", &file]).code, 0);
    new.assert_whole();
}

#[test]
fn a_backup_needs_a_file() {
    let (db, folder) = (Db::new(), Folder::new());
    let mut command = bare_command(&["db", "backup", "-"]);
    command
        .env("DATABASE_URL", db.superuser_url())
        .current_dir(folder.path(""));
    let outcome = Outcome::of(command.output().expect("wl runs"));
    outcome.assert_refused(2, "a backup is written to a file");
    assert!(folder.names().is_empty(), "{:?}", folder.names());
}

/// `wl db backup`, then `wl db restore` of what `change` makes of the file, into a new
/// database.
fn restored(db: &Db, change: impl FnOnce(&mut Vec<u8>)) -> (Db, Outcome) {
    let folder = Folder::new();
    let file = folder.path("all.dump");
    let backup = owner(db, &["db", "backup", &file]);
    assert_eq!(backup.code, 0, "{backup:?}");
    let mut bytes = fs::read(&file).expect("the file");
    change(&mut bytes);
    fs::write(&file, bytes).expect("the file");
    let new = Db::empty();
    let outcome = owner(&new, &["db", "restore", &file]);
    (new, outcome)
}

/// Writes another text of the same length over one in the file: the list of contents, with
/// the COPY statements, is not compressed.
fn replace(bytes: &mut [u8], old: &str, new: &str) {
    let new = format!("{new:width$}", width = old.len());
    assert_eq!(new.len(), old.len(), "{new}");
    let at = bytes
        .windows(old.len())
        .position(|window| window == old.as_bytes())
        .unwrap_or_else(|| panic!("the file has no {old:?}"));
    bytes[at..at + old.len()].copy_from_slice(new.as_bytes());
}

fn assert_still_empty(new: &Db) {
    assert_eq!(new.query("SELECT to_regnamespace('wl') IS NULL"), "t");
}

/// A folder in which the server can write.
fn server_folder() -> (Folder, String) {
    let folder = Folder::new();
    let path = folder.path("");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o777)).expect("a mode");
    let mark = folder.path("x");
    (folder, mark)
}

#[test]
fn a_function_in_a_backup_is_not_run() {
    let db = Db::new();
    db.locked_entry("tom", 5);
    let (folder, mark) = server_folder();
    // what a check and a trigger call
    db.query(&format!(
        "CREATE FUNCTION wl.evil(integer) RETURNS integer LANGUAGE plpgsql AS $f$
         BEGIN
            IF pg_catalog.current_database() <> '{}' THEN
                COPY (SELECT 1) TO PROGRAM 'touch {mark}';
            END IF;
            RETURN 1;
         END $f$;
         CREATE FUNCTION wl.evil() RETURNS trigger LANGUAGE plpgsql AS $f$
         BEGIN PERFORM wl.evil(1); RETURN new; END $f$;
         ALTER TABLE wl.bill_numbers ADD CONSTRAINT evil CHECK (wl.evil(id) = 1);
         CREATE TRIGGER evil BEFORE INSERT ON wl.bill_numbers FOR EACH ROW EXECUTE FUNCTION wl.evil()",
        db.query("SELECT current_database()"),
    ));
    let (new, outcome) = restored(&db, |_| ());
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!(folder.names(), [""; 0]);
    new.assert_whole();
    assert_eq!(
        new.query("SELECT count(*) FROM pg_proc WHERE proname = 'evil'"),
        "0"
    );
    assert_eq!(
        db.count("SELECT count(*) FROM wl.audit_log"),
        new.count("SELECT count(*) FROM wl.audit_log")
    );
}

#[test]
fn a_backup_has_only_rows_of_its_tables() {
    let db = Db::new();
    db.locked_entry("tom", 5);
    let (folder, mark) = server_folder();
    let copy = "COPY wl.settings (id, name, value, row_version) FROM stdin;";
    for (statement, words) in [
        (
            format!("COPY wl.settings FROM PROGRAM 'touch {mark}';"),
            "has another statement",
        ),
        (
            "DROP TABLE IF EXISTS wl.users;".to_owned(),
            "has another statement",
        ),
        (
            "COPY wl.settings (id, name, value, row_versioN) FROM stdin;".to_owned(),
            "has other columns",
        ),
        (
            "COPY wl.settings (id, value, name, row_version) FROM stdin;".to_owned(),
            "has other columns",
        ),
        (
            "COPY public.settings (id, value) FROM stdin;".to_owned(),
            "has another statement",
        ),
        // its rows begin with a line of their own
        (
            "COPY wl.settings (id) FROM stdin;\n1\n\\.\nSELECT 1;".to_owned(),
            "has other columns",
        ),
    ] {
        let (new, outcome) = restored(&db, |bytes| replace(bytes, copy, &statement));
        outcome.assert_refused(65, words);
        assert!(
            outcome.stderr.contains("settings"),
            "{statement}: {outcome:?}"
        );
        assert_still_empty(&new);
    }
    assert_eq!(folder.names(), [""; 0]);
}

/// `wl db restore` with a `pg_restore` whose list and whose data go through commands of a
/// shell. Its output is all that `wl` takes from the file, which may come from anyone.
fn restored_through(file: &str, list: &str, data: &str, new: &Db) -> Outcome {
    let folder = Folder::new();
    let real = server().program("pg_restore");
    let script = format!(
        "#!/bin/sh\ncase \"$*\" in\n*--list*) '{real}' \"$@\" | {list} ;;\n*) '{real}' \"$@\" | {data} ;;\nesac\n",
        real = real.display()
    );
    let program = folder.file("pg_restore", script);
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("a mode");
    let mut command = bare_command(&["db", "restore", file]);
    command
        .env("DATABASE_URL", new.owner_url())
        .env("WL_PG_BIN", folder.path(""))
        .env("PATH", "/usr/bin:/bin");
    Outcome::of(command.output().expect("wl runs"))
}

#[test]
fn whatever_else_is_in_a_backup_is_refused() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.path("all.dump");
    assert_eq!(owner(&db, &["db", "backup", &file]).code, 0);
    let new = Db::empty();
    for (list, data, words) in [
        // the list of contents
        (
            "sed '$a 1; 2613 1 BLOB - 1 somebody'",
            "cat",
            "it also contains \"BLOB",
        ),
        (
            "sed '/TABLE DATA wl logos /p'",
            "cat",
            "it has data of logos twice",
        ),
        (
            "sed 's/TABLE DATA wl logos /TABLE DATA public logos /'",
            "cat",
            "it has data of \"public logos ",
        ),
        (
            "sed '/TABLE DATA wl logos /d'",
            "cat",
            "it has no data of logos",
        ),
        (
            "sed '/TABLE DATA wl schema_version /d'",
            "cat",
            "it has no data of schema_version",
        ),
        // what comes before the rows, and after them
        (
            "cat",
            "sed \"s/^SET client_encoding = 'UTF8'/SET client_encoding = 'LATIN1'/\"",
            "is not in UTF-8",
        ),
        (
            "cat",
            "sed '/^COPY wl.settings/i DROP TABLE wl.users;'",
            "has another statement in place of its COPY line",
        ),
        (
            "cat",
            "sed 's/^COPY wl.settings /COPY wl.users /'",
            "its table settings has another statement in place of its COPY line",
        ),
        (
            "cat",
            "sed '/^COPY wl.settings/,$d'",
            "its table settings has no data",
        ),
        (
            "cat",
            r"sed '/^\\\.$/,$d'",
            "its table schema_version is cut off",
        ),
        (
            "cat",
            r"sed '/^\\\.$/a DROP TABLE wl.users;'",
            "has something after its rows",
        ),
        (
            "cat",
            "sed '/^COPY wl.__diesel_schema_migrations/{n;d}'",
            "the backup's list of migrations is not whole",
        ),
        (
            "cat",
            "sed '/^COPY wl.settings/{n;s/$/\tmore/}'",
            "its data of settings can't be read",
        ),
    ] {
        let outcome = restored_through(&file, list, data, &new);
        outcome.assert_refused(65, words);
        assert_still_empty(&new);
    }
    // a program that fails has not said everything
    let failed = restored_through(&file, "cat", "cat; exit 1", &new);
    failed.assert_refused(
        69,
        "the backup was not restored: the program of PostgreSQL ended",
    );
    assert_still_empty(&new);
    assert_eq!(restored_through(&file, "cat", "cat", &new).code, 0);
    new.assert_whole();
}

/// A limit that is set for people's statements does not end the loading of a large table.
#[test]
fn a_limit_on_statements_does_not_hold_for_a_restore() {
    let (db, folder) = (Db::new(), Folder::new());
    let file = folder.path("all.dump");
    assert_eq!(owner(&db, &["db", "backup", &file]).code, 0);
    let new = Db::empty();
    new.query(&format!(
        "ALTER DATABASE {} SET statement_timeout = '2s'",
        new.name
    ));
    let slow = "{ while IFS= read -r line; do printf '%s\\n' \"$line\"; case $line in 'COPY wl.settings '*) sleep 3; esac; done; }";
    let outcome = restored_through(&file, "cat", slow, &new);
    assert_eq!(outcome.code, 0, "{outcome:?}");
}

#[test]
fn a_backup_with_other_tables_or_rows_is_refused() {
    for (change, words) in [
        ("CREATE TABLE wl.extra (id integer); ALTER TABLE wl.extra OWNER TO wl_owner", "also has data of extra"),
        ("ALTER TABLE wl.logos ADD extra integer", "has other columns"),
        (
            "ALTER TABLE wl.settings DROP CONSTRAINT settings_value_check;
             ALTER TABLE wl.settings DISABLE TRIGGER USER; UPDATE wl.settings SET value = 'x' WHERE name = 'language'",
            "settings",
        ),
        (
            "ALTER TABLE wl.audit_chains DISABLE TRIGGER ALL; ALTER TABLE wl.audit_chains DROP CONSTRAINT audit_chains_db_role_fkey;
             INSERT INTO wl.audit_chains VALUES ('nobody')",
            "audit_chains breaks audit_chains_db_role_fkey",
        ),
    ] {
        let db = Db::new();
        db.query(change);
        let (new, outcome) = restored(&db, |_| ());
        outcome.assert_refused(65, words);
        assert_still_empty(&new);
    }
}

#[test]
fn a_backup_of_a_newer_program_is_refused_before_anything_is_made() {
    for change in [
        "INSERT INTO wl.__diesel_schema_migrations (version) VALUES ('29991231000000')",
        "UPDATE wl.schema_version SET number = 1000",
    ] {
        let (db, folder) = (Db::new(), Folder::new());
        db.query(change);
        let file = folder.path("all.dump");
        assert_eq!(owner(&db, &["db", "backup", &file]).code, 0);
        // not even a private database
        let home = folder.path("home");
        let mut command = bare_command(&["db", "restore", &file]);
        command.env_remove("DATABASE_URL").env("WL_HOME", &home);
        let outcome = Outcome::of(command.output().expect("wl runs"));
        outcome.assert_refused(76, "the backup has schema");
        assert!(!fs::exists(&home).expect("a folder"), "{outcome:?}");
    }
}

#[test]
fn a_backup_of_an_older_program_is_brought_up_to_date() {
    let old = Db::empty();
    assert_eq!(owner(&old, &["migrate"]).code, 0);
    assert_eq!(owner(&old, &["migrate", "down", "--yes"]).code, 0);
    let (new, outcome) = restored(&old, |_| ());
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let status = owner(&new, &["migrate"]);
    assert!(
        status.stdout.contains("up to date") || status.stderr.contains("up to date"),
        "{status:?}"
    );
    assert_eq!(new.query("SELECT count(*) FROM wl.settings"), "8");
}

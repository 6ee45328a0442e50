//! A backup is whole or not there, and what is restored from it is what was
//! backed up: rules, rights, people and trail.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use worklock::db::local::SUPERUSER;

use crate::support::{Db, Folder, Outcome, bare_command};

/// `wl` as the owner of a database.
fn owner(db: &Db, args: &[&str]) -> Outcome {
    let mut command = bare_command(args);
    command.env("DATABASE_URL", db.superuser_url());
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
    assert!(
        checks.iter().all(|check| check["state"] == "ok"),
        "{doctor}"
    );
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
    let mut person = db.command("olga", &["db", "backup", &file]);
    // the owner is whom the URL names
    person.env("DATABASE_URL", db.url() + "&user=olga");
    let refused = Outcome::of(person.output().expect("wl runs"));
    refused.assert_refused(77, "the backup was not made");
    assert_eq!(folder.names(), [""; 0]);

    let new = Db::empty();
    owner(&new, &["db", "restore", &file]).assert_refused(66, "can't be read");
    let other = folder.file("text", "no backup");
    owner(&new, &["db", "restore", &other]).assert_refused(65, "valid archive");
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

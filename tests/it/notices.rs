//! What the server and libpq have to say never reaches the terminal as it is: it may hold
//! escape codes, and it is not JSON.

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;

use worklock::db::local::SUPERUSER;

use crate::support::{Db, Folder, Outcome};

/// One JSON object and nothing else, without a control character.
fn assert_only_json(outcome: &Outcome, what: &str) {
    let parsed: Result<serde_json::Value, _> = serde_json::from_str(&outcome.stderr);
    assert!(parsed.is_ok(), "{what}: {outcome:?}");
    assert!(!outcome.stderr.contains('\u{1b}'), "{what}: {outcome:?}");
}

#[test]
fn notices_of_every_level_are_dropped() {
    let db = Db::new();
    let login = db.person("technician");
    let role = format!("\u{1b}[31m{login}\u{1b}[2J");
    db.query(&format!("CREATE ROLE \"{role}\""));
    // the login may not take this role on, and is warned at each connection
    db.query(&format!("ALTER ROLE {login} SET role = '{role}'"));
    db.query(
        "CREATE FUNCTION public.talk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            RAISE DEBUG E'\\033[31mdebug'; RAISE NOTICE E'\\033[31mnotice';
            RAISE WARNING E'\\033[31mwarning'; RAISE INFO E'\\033[31minfo'; RETURN NEW; END $$",
    );
    db.query(
        "CREATE TRIGGER a BEFORE INSERT ON wl.time_entries FOR EACH ROW EXECUTE FUNCTION public.talk()",
    );
    for level in ["error", "notice", "debug1", "debug5"] {
        db.query(&format!(
            "ALTER ROLE {login} SET client_min_messages = {level}"
        ));
        let started = db.ok(&login, &["timer", "start", "WO-1/1"]);
        let echoed = started.stderr.starts_with("Started entry");
        assert!(
            echoed && started.stderr.lines().count() == 2,
            "{level}: {started:?}"
        );
        let status = db.ok(&login, &["--format", "json", "status"]);
        assert_eq!(status.stderr, "", "{level}");
        let refused = db.wl(&login, &["--format", "json", "order", "show", "WO-9"]);
        assert_eq!(refused.code, 66, "{refused:?}");
        assert_only_json(&refused, level);
        db.ok(&login, &["timer", "cancel"]);
    }
    let mut tab = db.command(&login, &["--", "wl", "order", "show", "WO"]);
    tab.env("COMPLETE", "fish").env("WL_TAB_WAIT", "60000");
    let completed = Outcome::of(tab.output().expect("wl runs"));
    assert!(completed.stdout.contains("WO-1"), "{completed:?}");
    assert_eq!(completed.stderr, "");
    // with -vv they are in the log, made safe
    let logged = db.ok(&login, &["-vv", "status"]);
    assert!(logged.stderr.contains("DEBUG:"), "{logged:?}");
    assert!(!logged.stderr.contains('\u{1b}'), "{logged:?}");
    db.query(&format!(
        "ALTER ROLE {login} RESET ALL; DROP ROLE \"{role}\""
    ));
}

#[test]
fn libpqs_warning_about_a_password_file_becomes_a_hint() {
    let db = Db::new();
    let folder = Folder::new();
    let file = folder.file("pgpass", "*:*:*:*:secret\n");
    set_permissions(&file, Permissions::from_mode(0o644)).expect("a mode");
    let mut command = db.command("tom", &["--format", "json", "order", "show", "WO-9"]);
    let outcome = Outcome::of(command.env("PGPASSFILE", &file).output().expect("wl runs"));
    assert_eq!(outcome.code, 66, "{outcome:?}");
    assert_only_json(&outcome, "a password file");
    // a login that the server refuses
    let nobody = db.unused_name("nobody");
    db.sql(SUPERUSER, &format!("CREATE ROLE {nobody} NOLOGIN"))
        .expect("a role");
    let mut command = db.command(&nobody, &["status"]);
    let outcome = Outcome::of(command.env("PGPASSFILE", &file).output().expect("wl runs"));
    outcome.assert_refused(77, "is not permitted to log in");
    let warned =
        outcome.stderr.contains("hint: ") && outcome.stderr.contains("group or world access");
    assert!(warned, "{outcome:?}");
    db.sql(SUPERUSER, &format!("DROP ROLE {nobody}"))
        .expect("dropped");
}

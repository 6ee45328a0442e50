//! The one time zone: `wl init` chooses it, and nothing else asks the machine.

use worklock::db::local::SUPERUSER;

use crate::support::{Db, Outcome, bare_command};

/// A rule without a name, as some systems set it.
const POSIX: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

fn init(db: &Db, tz: &str, args: &[&str]) -> Outcome {
    let url = format!("{}&user={SUPERUSER}", db.url());
    let mut command = bare_command(&[&["init", "--admin", "ada"], args].concat());
    command.env("DATABASE_URL", url).env("TZ", tz);
    Outcome::of(command.output().expect("wl runs"))
}

fn zone(db: &Db) -> String {
    db.query("SELECT value FROM wl.settings WHERE name = 'zone'")
}

#[test]
fn init_takes_the_zone_of_the_machine_and_records_it() {
    for (tz, zone_name) in [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
        ("UTC", "UTC"),
        ("Etc/UTC", "UTC"),
    ] {
        let db = Db::empty();
        let made = init(&db, tz, &[]);
        assert_eq!(made.code, 0, "{tz}: {made:?}");
        let said = format!("ada is the first admin, and the time zone is {zone_name}.");
        assert!(made.stderr.contains(&said), "{made:?}");
        assert_eq!(zone(&db), zone_name);
        // UTC is what the migration wrote
        let records = db.query(
            "SELECT string_agg(action || ' ' || actor_login, ', ' ORDER BY id) FROM wl.audit_log",
        );
        let change = if zone_name == "UTC" {
            ""
        } else {
            ", settings.change ada"
        };
        assert_eq!(records, format!("user.add ada{change}"));
        db.ok("ada", &["audit", "verify"]);
    }
}

#[test]
fn an_uncertain_zone_stops_init_before_anything_is_made() {
    let db = Db::empty();
    for tz in [POSIX, "Mars/Olympus", "UTC0"] {
        let refused = init(&db, tz, &[]);
        refused.assert_refused(78, "the time zone is not certain");
        assert!(
            refused.stderr.contains("wl init --zone Europe/Berlin"),
            "{refused:?}"
        );
        assert_eq!(db.query("SELECT to_regnamespace('wl') IS NULL"), "t");
    }
    init(&db, "UTC", &["--zone", "Mars/Olympus"]).assert_refused(65, "Mars/Olympus");
    assert_eq!(db.query("SELECT to_regnamespace('wl') IS NULL"), "t");
    assert_eq!(init(&db, POSIX, &["--zone", "europe/berlin"]).code, 0);
    assert_eq!(zone(&db), "Europe/Berlin");
    // a database that has its zone needs none
    let again = init(&db, POSIX, &[]);
    assert_eq!(again.code, 0, "{again:?}");
    assert!(again.stderr.contains("already set up"), "{again:?}");
    assert_eq!(zone(&db), "Europe/Berlin");
}

#[test]
fn a_migrated_database_gets_its_zone_from_init() {
    let db = Db::empty();
    let url = format!("{}&user={SUPERUSER}", db.url());
    let mut migrate = bare_command(&["migrate"]);
    assert!(
        migrate
            .env("DATABASE_URL", url)
            .status()
            .expect("wl runs")
            .success()
    );
    assert_eq!(init(&db, "Asia/Tokyo", &[]).code, 0);
    assert_eq!(zone(&db), "Asia/Tokyo");
}

#[test]
fn no_command_asks_the_machine_for_its_zone() {
    let db = Db::new();
    db.set("zone", "Europe/Berlin");
    let run = |tz: &str, login: &str, args: &[&str]| {
        let outcome = Outcome::of(
            db.command(login, args)
                .env("TZ", tz)
                .output()
                .expect("wl runs"),
        );
        assert_eq!(outcome.code, 0, "{tz} {args:?}: {outcome:?}");
        outcome.stdout
    };
    run(
        POSIX,
        "tom",
        &["timer", "start", "WO-1/1", "--at", "2m ago"],
    );
    run(POSIX, "tom", &["timer", "status"]);
    run(POSIX, "tom", &["timer", "stop"]);
    // 22:00 in Berlin, and still that day where it is 5 in the morning of the next
    let add = [
        "entry",
        "add",
        "WO-1/2",
        "--start",
        "2024-06-30 22:00",
        "--end",
        "2024-06-30 23:30",
    ];
    run("Asia/Tokyo", "tom", &add);
    let may_list = ["--format", "json", "entry", "list", "-p", "2024-06"];
    let by_day = [
        "--format", "json", "report", "hours", "--by", "day", "--to", "2024-06",
    ];
    for args in [&may_list[..], &by_day] {
        let here = run("UTC", "tom", args);
        assert!(here.contains("5400"), "{here}");
        for tz in [POSIX, "Asia/Tokyo", "Mars/Olympus", ""] {
            assert_eq!(run(tz, "tom", args), here, "{tz} {args:?}");
        }
    }
    run(POSIX, "ada", &["settings", "set", "zone", "Asia/Tokyo"]);
    assert_eq!(zone(&db), "Asia/Tokyo");
}

#[test]
fn the_zone_cannot_be_cleared() {
    let db = Db::new();
    db.set("zone", "Europe/Berlin");
    let error = db.refused("ada", &["settings", "set", "zone", ""]);
    assert_eq!(error["code"], 65);
    let clear = "UPDATE wl.settings SET value = NULL WHERE name = 'zone'";
    db.sql_refused("ada", clear, &["settings_value_check"]);
    let unguarded = format!("SET session_replication_role = replica; {clear}");
    db.sql_refused(SUPERUSER, &unguarded, &["settings_value_check"]);
    assert_eq!(zone(&db), "Europe/Berlin");
}

#[test]
fn the_owner_sets_the_zone_only_together_with_the_first_admin() {
    let db = Db::new();
    let change = "UPDATE wl.settings SET value = 'Asia/Tokyo' WHERE name = 'zone';
        INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
            SELECT 'setting', id, 'settings.change', 'x' FROM wl.settings WHERE name = 'zone'";
    db.sql_refused(
        SUPERUSER,
        &format!("BEGIN; {change}; COMMIT"),
        &["not_a_user"],
    );
    assert_eq!(zone(&db), "UTC");
}

#[test]
fn an_unknown_zone_refuses_typed_times_only() {
    let db = Db::new();
    db.query("SET session_replication_role = replica; UPDATE wl.settings SET value = 'Mars/Olympus' WHERE name = 'zone'");
    for args in [
        &["timer", "start", "WO-1/1", "--at", "2m ago"][..],
        &["entry", "list", "-p", "today"],
    ] {
        let error = db.refused("tom", args);
        assert_eq!(
            (&error["code"], &error["kind"]),
            (&78.into(), &"configuration".into())
        );
        let message = error["message"].as_str().expect("text");
        assert!(
            message.contains("does not know the time zone Mars/Olympus"),
            "{message}"
        );
    }
    db.ok("tom", &["timer", "start", "WO-1/1"]);
    db.ok("tom", &["timer", "stop"]);
}

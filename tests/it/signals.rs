//! Ctrl-C, SIGTERM and SIGHUP during a change: what `wl` says of it is what is in the
//! database.

use std::fs::File;
use std::io::{Write, pipe};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::fcntl::{FcntlArg, OFlag, fcntl};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::support::{Cluster, Db, Fault, Folder, Outcome, Proxy, Running, bare_command, by_shell};

const SIGNALS: [Signal; 3] = [Signal::SIGINT, Signal::SIGTERM, Signal::SIGHUP];
const EDIT: [&str; 5] = ["order", "edit", "WO-1", "--title", "new"];

fn title(db: &Db) -> String {
    db.query("SELECT title FROM wl.work_orders WHERE number = 'WO-1'")
}

/// Lets a commit wait until the test's lock is gone.
fn with_slow_commits(db: &Db) {
    db.query(
        "CREATE FUNCTION public.slow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
            $$BEGIN PERFORM pg_catalog.pg_advisory_xact_lock(7); RETURN NULL; END$$;
         CREATE CONSTRAINT TRIGGER slow AFTER UPDATE ON wl.work_orders
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.slow()",
    );
}

#[test]
fn before_the_commit_nothing_is_saved() {
    let db = Db::new();
    for signal in SIGNALS {
        let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
        let running = db.start("ada", &EDIT);
        db.wait_for_waiting(1);
        running.signal(signal);
        let outcome = running.finish();
        outcome.assert_refused(130, "interrupted");
        held.commit();
        db.wait_for_silence();
        assert_eq!(title(&db), "Fix the pump", "{signal}");
    }
    let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let running = db.start("ada", &[&["--format", "json"], &EDIT[..]].concat());
    db.wait_for_waiting(1);
    running.signal(Signal::SIGTERM);
    let outcome = running.finish();
    held.commit();
    let error: serde_json::Value = serde_json::from_str(&outcome.stderr).expect("JSON");
    assert_eq!(error["code"], 130, "{error}");
    assert_eq!(error["kind"], "interrupted", "{error}");
    assert_eq!(error["saved"], "nothing", "{error}");
}

#[test]
fn during_the_commit_its_outcome_is_reported() {
    for signal in SIGNALS {
        let db = Db::new();
        with_slow_commits(&db);
        let held = db.hold("SELECT pg_advisory_xact_lock(7)");
        let mut running = db.start("ada", &EDIT);
        db.wait_for_waiting(1);
        running.signal(signal);
        running.wait_for("The commit is under way");
        held.commit();
        let outcome = running.finish();
        assert_eq!(outcome.code, 0, "{signal}: {outcome:?}");
        assert!(outcome.stderr.contains("Changed"), "{outcome:?}");
        assert_eq!(title(&db), "new");
    }
}

/// Whoever can't wait for the outcome is told how to see it.
#[test]
fn a_second_signal_during_the_commit_leaves_the_outcome_open() {
    let db = Db::new();
    with_slow_commits(&db);
    let held = db.hold("SELECT pg_advisory_xact_lock(7)");
    let mut running = db.start("ada", &[&["--op-id", "job-9"], &EDIT[..]].concat());
    db.wait_for_waiting(1);
    running.signal(Signal::SIGINT);
    running.wait_for("The commit is under way");
    running.signal(Signal::SIGINT);
    let outcome = running.finish();
    assert_eq!(outcome.code, 79, "{outcome:?}");
    assert!(
        outcome.stderr.contains("wl audit log --operation job-9"),
        "{outcome:?}"
    );
    held.commit();
    db.wait_for_silence();
    let records = db.json("ada", &["audit", "log", "--operation", "job-9"]);
    assert_eq!(records.as_array().map(Vec::len), Some(1), "{records}");
}

/// The answer to the commit is lost as well: it is looked up.
#[test]
fn an_interrupted_commit_whose_answer_is_lost_is_looked_up() {
    let db = Db::new();
    with_slow_commits(&db);
    let held = db.hold("SELECT pg_advisory_xact_lock(7)");
    let proxy = Proxy::new("COMMIT\0", Fault::CutAfter, true);
    let mut command = db.command("ada", &EDIT);
    command.env("DATABASE_URL", proxy.url(&db.name));
    let mut running = Running::of(command);
    db.wait_for_waiting(1);
    running.signal(Signal::SIGTERM);
    running.wait_for("The commit is under way");
    held.commit();
    let outcome: Outcome = running.finish();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!(title(&db), "new");
}

/// `wl` as the owner of a database.
fn owner(url: &str, args: &[&str]) -> Command {
    let mut command = bare_command(args);
    command.env("DATABASE_URL", url);
    command
}

/// The commands that set up a database.
fn set_ups(backup: &str) -> [Vec<&str>; 3] {
    [
        vec!["migrate"],
        vec!["init", "--admin", "ada"],
        vec!["db", "restore", backup],
    ]
}

/// A backup of a database with a user.
fn backup(folder: &Folder) -> String {
    let file = folder.path("all.dump");
    let made = owner(&Db::new().owner_url(), &["db", "backup", &file]).output();
    assert_eq!(Outcome::of(made.expect("wl runs")).code, 0);
    file
}

#[test]
fn a_set_up_that_is_interrupted_before_its_commit_leaves_nothing() {
    let folder = Folder::new();
    let backup = backup(&folder);
    for signal in SIGNALS {
        for args in set_ups(&backup) {
            let db = Db::empty();
            // nothing is set up while the schema is not there, and its list of migrations
            // can't be made while another transaction has made it
            let held = db.hold("CREATE SCHEMA wl");
            let running = Running::of(owner(&db.owner_url(), &args));
            db.wait_for_waiting(1);
            running.signal(signal);
            let outcome = running.finish();
            outcome.assert_refused(130, "interrupted");
            drop(held);
            db.wait_for_silence();
            assert_eq!(db.query("SELECT to_regnamespace('wl') IS NULL"), "t");
        }
    }
}

/// A commit that waits for a standby which there is not.
fn wait_for_commit(cluster: &Cluster) {
    let waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
    let patience = Instant::now() + Duration::from_secs(60);
    while cluster.sql("postgres", waits) != "1" {
        assert!(Instant::now() < patience, "no commit waits");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn the_commit_of_a_set_up_is_waited_for() {
    let folder = Folder::new();
    let backup = backup(&folder);
    let mut cluster = Cluster::new("");
    cluster.start();
    let standby = |names: &str| {
        for sql in [
            &*format!("ALTER SYSTEM SET synchronous_standby_names = '{names}'"),
            "SELECT pg_reload_conf()",
        ] {
            cluster.sql("postgres", sql);
        }
    };
    for args in set_ups(&backup) {
        cluster.sql("postgres", "CREATE DATABASE worklock");
        let url = format!("{}&user=wl_superuser", cluster.url("worklock"));
        standby("nobody");
        let mut running = Running::of(owner(&url, &args));
        wait_for_commit(&cluster);
        running.signal(Signal::SIGTERM);
        running.wait_for("The commit is under way");
        standby("");
        let outcome = running.finish();
        assert_eq!(outcome.code, 0, "{args:?}: {outcome:?}");
        cluster.sql("postgres", "DROP DATABASE worklock WITH (FORCE)");

        // a second one leaves it open
        cluster.sql("postgres", "CREATE DATABASE worklock");
        standby("nobody");
        let mut running = Running::of(owner(&url, &args));
        wait_for_commit(&cluster);
        running.signal(Signal::SIGHUP);
        running.wait_for("The commit is under way");
        running.signal(Signal::SIGHUP);
        let outcome = running.finish();
        assert_eq!(outcome.code, 79, "{args:?}: {outcome:?}");
        assert!(
            outcome.stderr.contains("wl migrate status"),
            "{args:?}: {outcome:?}"
        );
        standby("");
        cluster.sql("postgres", "DROP DATABASE worklock WITH (FORCE)");
    }
}

/// What cleans up doesn't wait for the server before.
#[test]
fn work_on_files_that_waits_for_the_database_ends_at_once() {
    let (db, folder) = (Db::new(), Folder::new());
    db.entry("tom", 3);
    let file = folder.path("out");
    let export = ["export", "csv", "-o", &file, "--include-unapproved", "WO-1"];
    for signal in SIGNALS {
        for command in [
            db.command("ada", &export),
            owner(&db.owner_url(), &["db", "backup", &file]),
        ] {
            // the seal of a backup needs no documents, and pg_dump does
            let held = db.hold("LOCK TABLE wl.users, wl.documents IN ACCESS EXCLUSIVE MODE");
            let running = Running::of(command);
            db.wait_for_waiting(1);
            let began = Instant::now();
            running.signal(signal);
            let outcome = running.finish();
            outcome.assert_refused(130, "interrupted");
            assert!(began.elapsed() < Duration::from_secs(5), "{outcome:?}");
            assert_eq!(folder.names(), [""; 0]);
            held.commit();
            db.wait_for_silence();
        }
    }
}

/// What `nohup` and a shell's background job ignore ends nothing.
#[test]
fn a_signal_that_is_ignored_stays_so() {
    let db = Db::new();
    let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let wl = db.command("ada", &EDIT);
    let running = Running::of(by_shell("trap '' INT TERM HUP", &wl));
    db.wait_for_waiting(1);
    for signal in SIGNALS {
        running.signal(signal);
    }
    held.commit();
    let outcome = running.finish();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!(title(&db), "new");
}

/// The change is saved, and nobody takes its result: the pipe is full.
#[test]
fn an_end_before_the_result_is_shown_says_that_it_is_saved() {
    let db = Db::new();
    let (reader, mut writer) = pipe().expect("a pipe");
    fcntl(&writer, FcntlArg::F_SETFL(OFlag::O_NONBLOCK)).expect("a mode");
    while writer.write(&[b'x'; 512]).is_ok() {}
    fcntl(&writer, FcntlArg::F_SETFL(OFlag::empty())).expect("a mode");
    let mut command = db.command("ada", &[&["--format", "json"], &EDIT[..]].concat());
    let child = command.stdout(writer).stderr(Stdio::piped()).spawn();
    let child = child.expect("wl runs");
    while title(&db) != "new" {
        std::thread::yield_now();
    }
    // after the answer to the commit, the connection ends
    db.wait_for_silence();
    let process = i32::try_from(child.id()).expect("a process id");
    kill(Pid::from_raw(process), Signal::SIGTERM).expect("a signal");
    let outcome = Outcome::of(child.wait_with_output().expect("wl ends"));
    drop(reader);
    let error: serde_json::Value = serde_json::from_str(&outcome.stderr).expect("JSON");
    assert_eq!((outcome.code, &error["saved"]), (74, &"everything".into()));
    let message = error["message"].as_str().expect("a message");
    assert!(message.starts_with("interrupted before"), "{error}");
}

/// A command that is ended at once leaves a file beside its target, which the next one
/// removes.
#[test]
fn what_a_second_signal_leaves_goes_with_the_next_command() {
    let db = Db::new();
    db.entry("tom", 2);
    let folder = Folder::new();
    let alive = folder.file(".wl-export-alive0", "half");
    let writer = File::open(alive).expect("a file");
    writer.lock().expect("a lock");
    let page = folder.path("page.html");
    let table = folder.path("time.csv");
    let mut backup = bare_command(&["db", "backup", &folder.path("all.dump")]);
    backup.env("DATABASE_URL", db.owner_url());
    let export = [
        "export",
        "csv",
        "WO-1",
        "--include-unapproved",
        "--output",
        &table,
    ];
    for mut command in [
        backup,
        db.command("acc", &export),
        db.command(
            "acc",
            &["exceptions", "--format", "html", "--output", &page],
        ),
    ] {
        folder.file(".wl-export-dead00", "half");
        let outcome = Outcome::of(command.output().expect("wl runs"));
        assert!([0, 3].contains(&outcome.code), "{outcome:?}");
        let mut left = folder.names();
        left.retain(|name| name.starts_with('.'));
        assert_eq!(left, [".wl-export-alive0"], "{outcome:?}");
    }
}

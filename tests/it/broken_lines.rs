//! The connection breaks, before, at and after the commit: what `wl` says of it
//! is what is in the database.

use std::time::{Duration, Instant};

use nix::sys::signal::Signal;

use crate::support::{Db, Fault, Garbled, Outcome, Proxy, Running, Sender, Spoil};

const ADD: [&str; 8] = [
    "--op-id",
    "night-7",
    "entry",
    "add",
    "WO-1/1",
    "--start",
    "5h ago",
    "--end=4h ago",
];

/// `wl` as tom, by a line that breaks.
fn by(proxy: &Proxy, db: &Db, args: &[&str]) -> Outcome {
    let mut command = db.command("tom", args);
    command.env("DATABASE_URL", proxy.url(&db.name));
    Outcome::of(command.output().expect("wl runs"))
}

fn entries(db: &Db) -> i64 {
    db.count("SELECT count(*) FROM wl.time_entries")
}

#[test]
fn a_commit_that_did_not_arrive_saved_nothing() {
    for fault in [Fault::CutBefore, Fault::CutCable] {
        let db = Db::new();
        let proxy = Proxy::new("COMMIT\0", fault, true);
        let outcome = by(&proxy, &db, &ADD);
        outcome.assert_refused(75, "the connection broke during the commit");
        assert_eq!(entries(&db), 0);
        // the rest of it holds no lock: it is not waited for
        let again = db.ok("tom", &ADD);
        assert!(again.stderr.contains("Added entry"), "{again:?}");
        assert_eq!(entries(&db), 1);
        db.assert_whole();
    }
}

#[test]
fn a_commit_whose_answer_is_lost_is_looked_up() {
    let db = Db::new();
    let proxy = Proxy::new("COMMIT\0", Fault::CutAfter, true);
    let outcome = by(&proxy, &db, &ADD);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert!(outcome.stderr.contains("Added entry"), "{outcome:?}");
    assert_eq!(entries(&db), 1);
}

#[test]
fn an_outcome_that_cannot_be_looked_up_is_unknown() {
    for (fault, saved) in [(Fault::CutAfter, 1), (Fault::CutBefore, 0)] {
        let db = Db::new();
        let proxy = Proxy::new("COMMIT\0", fault, false);
        let outcome = by(&proxy, &db, &ADD);
        assert_eq!(outcome.code, 79, "{outcome:?}");
        let told = "it is not known whether the change was saved";
        assert!(outcome.stderr.contains(told), "{outcome:?}");
        let look = "wl audit log --operation night-7";
        assert!(outcome.stderr.contains(look), "{outcome:?}");
        let records = db.json("tom", &["audit", "log", "--operation", "night-7"]);
        assert_eq!(records.as_array().map(Vec::len), Some(saved), "{records}");
        // the same id again does the work once
        db.ok("tom", &ADD);
        db.ok("tom", &ADD);
        assert_eq!(entries(&db), 1);
    }
}

/// An undo is recorded under an ID of its own, and the command has another.
#[test]
fn an_undo_of_unknown_outcome_is_found_under_the_id_that_is_named() {
    let db = Db::new();
    db.ok("tom", &ADD);
    let proxy = Proxy::new("COMMIT\0", Fault::CutAfter, false);
    let outcome = by(&proxy, &db, &["undo", "--yes"]);
    assert_eq!(outcome.code, 79, "{outcome:?}");
    let (_, rest) = outcome
        .stderr
        .split_once("wl audit log --operation ")
        .expect("a command");
    let id = rest.split(';').next().expect("an ID");
    let records = db.json("tom", &["audit", "log", "--operation", id]);
    assert_eq!(records.as_array().map(Vec::len), Some(1), "{outcome:?}");
}

#[test]
fn a_line_that_breaks_before_the_commit_saved_nothing() {
    for words in ["BEGIN ISOLATION", "INSERT INTO"] {
        let db = Db::new();
        let proxy = Proxy::new(words, Fault::CutBefore, true);
        let outcome = by(&proxy, &db, &ADD);
        outcome.assert_refused(75, "the connection to the database broke");
        assert_eq!(entries(&db), 0);
    }
    let db = Db::new();
    let proxy = Proxy::new("wl.current_user_id()", Fault::CutAfter, true);
    let outcome = by(&proxy, &db, &["timer", "status"]);
    outcome.assert_refused(75, "the connection to the database broke");
}

#[test]
fn a_killed_server_process_saved_nothing() {
    let db = Db::new();
    let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let waiting = db.start("ada", &["order", "edit", "WO-1", "--title", "x"]);
    db.wait_for_waiting(1);
    db.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'wl' AND datname = current_database()");
    waiting
        .finish()
        .assert_refused(75, "the connection to the database broke");
    held.commit();
    assert_eq!(db.query("SELECT title FROM wl.work_orders"), "Fix the pump");
}

/// Nothing is closed and nothing is answered: `wl` ends all the same.
#[test]
fn a_frozen_server_ends_in_an_error() {
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let db = Db::new();
            let proxy = Proxy::new("INSERT INTO", Fault::Freeze, true);
            let outcome = by(&proxy, &db, &ADD);
            outcome.assert_refused(75, "the connection to the database broke");
            assert_eq!(entries(&db), 0);
        });
        scope.spawn(|| {
            let db = Db::new();
            let proxy = Proxy::new("COMMIT\0", Fault::Freeze, true);
            let outcome = by(&proxy, &db, &ADD);
            assert_eq!(outcome.code, 79, "{outcome:?}");
        });
        scope.spawn(|| {
            let db = Db::new();
            let proxy = Proxy::new("user", Fault::Freeze, true);
            let mut command = db.command("tom", &["timer", "status"]);
            command.env("DATABASE_URL", proxy.url(&db.name) + "&connect_timeout=2");
            let outcome = Outcome::of(command.output().expect("wl runs"));
            outcome.assert_refused(69, "can't be reached");
        });
    });
}

/// As in front of frozen servers: a new connection gets its login, and then nothing.
#[test]
fn a_pooler_whose_servers_are_frozen_ends_in_an_error() {
    std::thread::scope(|scope| {
        for words in ["SET TIME ZONE", "INSERT INTO"] {
            scope.spawn(move || {
                let db = Db::new();
                let proxy = Proxy::new(words, Fault::OnlyLogins, true);
                let began = Instant::now();
                let outcome = by(&proxy, &db, &ADD);
                outcome.assert_refused(75, "the connection to the database broke");
                assert!(began.elapsed() < Duration::from_secs(110), "{outcome:?}");
                assert_eq!(entries(&db), 0);
            });
        }
    });
}

/// Ctrl-Z while the connection is made, for longer than that may take without an answer:
/// the time is not the server's fault.
#[test]
fn a_command_that_was_stopped_while_it_connected_goes_on() {
    let db = Db::new();
    let proxy = Proxy::new("SET TIME ZONE", Fault::Hold, true);
    let mut command = db.command("tom", &ADD);
    command.env("DATABASE_URL", proxy.url(&db.name));
    let running = Running::of(command);
    proxy.wait_until_it_holds();
    running.signal(Signal::SIGSTOP);
    std::thread::sleep(Duration::from_secs(32));
    running.signal(Signal::SIGCONT);
    // time to see how late it is
    std::thread::sleep(Duration::from_secs(1));
    proxy.let_go();
    let outcome = running.finish();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!(entries(&db), 1);
}

/// What only this connection sends is accepted and dropped, or what it should get: `wl`
/// ends, and says what was saved.
#[test]
fn a_silent_connection_ends_in_an_error() {
    let silent = |words, fault, login, args: &[&str]| {
        let db = Db::new();
        let proxy = Proxy::new(words, fault, true);
        let mut command = db.command(login, args);
        let user = match args {
            ["migrate"] => format!("&user={}", worklock::db::local::SUPERUSER),
            _ => String::new(),
        };
        command.env("DATABASE_URL", proxy.url(&db.name) + &user);
        let outcome = Outcome::of(command.output().expect("wl runs"));
        (db, outcome)
    };
    let broke = "the connection to the database broke: it had fallen silent";
    std::thread::scope(|scope| {
        for words in ["BEGIN ISOLATION", "wl.current_user_id()", "INSERT INTO"] {
            for fault in [Fault::Silence, Fault::SilenceAfter] {
                scope.spawn(move || {
                    let (db, outcome) = silent(words, fault, "tom", &ADD);
                    outcome.assert_refused(75, broke);
                    assert_eq!(entries(&db), 0);
                    db.ok("tom", &ADD);
                });
            }
        }
        scope.spawn(|| {
            let (db, outcome) = silent("COMMIT\0", Fault::Silence, "tom", &ADD);
            outcome.assert_refused(75, "the connection broke during the commit");
            assert_eq!(entries(&db), 0);
        });
        scope.spawn(|| {
            let (db, outcome) = silent("COMMIT\0", Fault::SilenceAfter, "tom", &ADD);
            assert_eq!(outcome.code, 0, "{outcome:?}");
            assert_eq!(entries(&db), 1);
        });
        for (words, args) in [
            // while the connection is made
            ("SET TIME ZONE", &["timer", "status"][..]),
            ("wl.current_user_id()", &["timer", "status"]),
            ("wl.work_orders", &["order", "list"]),
            ("COPY ", &["audit", "verify"]),
            ("pg_catalog.pg_backend_pid()", &["migrate"]),
        ] {
            for fault in [Fault::Silence, Fault::SilenceAfter] {
                scope.spawn(move || {
                    let (_, outcome) = silent(words, fault, "ada", args);
                    outcome.assert_refused(75, broke);
                });
            }
        }
        // a person who reads slowly is not a silent server
        scope.spawn(|| {
            let db = Db::new();
            let note = "n".repeat(9_900);
            for hour in 1..20 {
                let day = |hour| format!("2024-06-04 {hour:02}:00");
                let (start, end) = (day(hour), day(hour + 1));
                db.ok(
                    "tom",
                    &[
                        "entry", "add", "WO-1/1", "--start", &start, "--end", &end, "--note", &note,
                    ],
                );
            }
            let slow = db.start(
                "ada",
                &["export", "csv", "-o", "-", "--include-unapproved", "WO-1"],
            );
            std::thread::sleep(std::time::Duration::from_secs(18));
            let outcome = slow.finish();
            assert_eq!(outcome.code, 0, "{}", outcome.stderr);
            assert_eq!(outcome.stdout.lines().count(), 20);
        });
    });
}

/// Messages after those that begin a connection. With some of them, libpq waits for the
/// rest until the watchdog ends that, so all are tried at once.
fn numbers() -> impl Iterator<Item = usize> {
    (18..42).step_by(3)
}

/// A message that is spoilt or cut off: never a bug, and what `wl` says
/// is what is in the database.
#[test]
fn bytes_that_break_the_protocol_are_a_broken_connection() {
    let db = Db::new();
    let one = |from, spoil, number| {
        let proxy = Garbled::new(from, number, spoil);
        let title = format!("{from:?} {spoil:?} {number}");
        let add = ["order", "add", &title, "--title=t", "--customer=c"];
        let mut command = db.command("ada", &add);
        command.env("DATABASE_URL", proxy.url(&db.name));
        let outcome = Outcome::of(command.output().expect("wl runs"));
        let saved = db.count(&format!(
            "SELECT count(*) FROM wl.work_orders WHERE number = '{title}'"
        ));
        let said = match outcome.code {
            0 => 1,
            69 | 75 => 0,
            79 => saved,
            _ => panic!("{title}: {outcome:?}"),
        };
        assert_eq!(saved, said, "{title}: {outcome:?}");
        proxy.spoilt()
    };
    let one = &one;
    std::thread::scope(|scope| {
        for spoil in [Spoil::Type, Spoil::Length, Spoil::Short, Spoil::Cut] {
            for number in numbers() {
                scope.spawn(move || one(Sender::Server, spoil, number));
            }
        }
        for spoil in [Spoil::Type, Spoil::Length, Spoil::Cut] {
            scope.spawn(move || {
                let sent = (0..).take_while(|number| one(Sender::Client, spoil, *number));
                assert!(sent.count() > 15, "{spoil:?}");
            });
        }
    });
}

/// The rows of a COPY, and its end.
#[test]
fn a_copy_that_is_cut_off_is_a_broken_connection() {
    let db = Db::new();
    let export = ["export", "csv", "-o", "-", "--include-unapproved", "WO-1"];
    let one = |spoil, number| {
        let proxy = Garbled::new(Sender::Server, number, spoil);
        let mut command = db.command("ada", &export);
        command.env("DATABASE_URL", proxy.url(&db.name));
        let outcome = Outcome::of(command.output().expect("wl runs"));
        if outcome.code != 0 {
            assert_eq!(outcome.code, 75, "{spoil:?} {number}: {outcome:?}");
            outcome.assert_clear();
        }
        outcome.code
    };
    let one = &one;
    std::thread::scope(|scope| {
        for spoil in [Spoil::Length, Spoil::Short, Spoil::Cut] {
            let all: Vec<_> = numbers()
                .map(|number| scope.spawn(move || one(spoil, number)))
                .collect();
            scope.spawn(move || {
                let codes: Vec<i32> = all
                    .into_iter()
                    .map(|one| one.join().expect("a code"))
                    .collect();
                assert!(codes.contains(&75), "{spoil:?}: {codes:?}");
            });
        }
    });
}

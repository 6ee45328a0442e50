//! The short form of `script/torture`: connections cut, clients killed and files that may
//! not grow, at points chosen by a seed, and colliding commands. `WL_TORTURE_SEED` gives
//! another seed.

use std::collections::BTreeMap;
use std::io::Write;
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;
use worklock::exit;

use crate::support::{Db, Dice, Outcome, by_shell, next_message, server};

/// The dice of one test.
#[expect(clippy::print_stdout, reason = "says how to repeat a failure")]
fn dice(test: u64) -> Dice {
    let seed = std::env::var("WL_TORTURE_SEED").map_or(1, |seed| seed.parse().expect("a number"));
    println!("WL_TORTURE_SEED={seed}");
    Dice(seed ^ test)
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Client,
    Server,
}

#[derive(Clone, Copy, Debug)]
enum Fault {
    /// Both ends see the end of the connection, perhaps in the middle of the message.
    Cut { half: bool },
    /// The client is killed, and its message arrives or not.
    Kill { arrives: bool },
}

/// Where the one fault happens: at which message of which side.
#[derive(Clone, Copy, Debug)]
struct Point {
    side: Side,
    message: usize,
    fault: Fault,
}

#[derive(Default)]
struct State {
    point: Option<Point>,
    seen: usize,
    client: Option<i32>,
}

/// Stands between `wl` and the server.
struct Line {
    dir: TempDir,
    state: Arc<(Mutex<State>, Condvar)>,
}

impl Line {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let listener = UnixListener::bind(dir.path().join(".s.PGSQL.5432")).expect("a socket");
        let state: Arc<(Mutex<State>, Condvar)> = Arc::default();
        let shared = Arc::clone(&state);
        let target = server().socket();
        thread::spawn(move || {
            for client in listener.incoming() {
                serve(&client.expect("a client"), &target, &shared);
            }
        });
        Self { dir, state }
    }

    /// Runs a command as `login` with one fault, under an operation ID.
    fn run(&self, db: &Db, login: &str, args: &[&str], point: Point) -> Outcome {
        let (state, known) = &*self.state;
        *state.lock().expect("no panic") = State {
            point: Some(point),
            ..State::default()
        };
        let host = self.dir.path().display();
        let name = &db.name;
        let mut command = db.command(login, args);
        command.env(
            "DATABASE_URL",
            format!("postgresql:///{name}?host={host}&port=5432"),
        );
        let child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let child = child.expect("wl runs");
        state.lock().expect("no panic").client = i32::try_from(child.id()).ok();
        known.notify_all();
        Outcome::of(child.wait_with_output().expect("wl ends"))
    }
}

fn serve(client: &UnixStream, target: &PathBuf, state: &Arc<(Mutex<State>, Condvar)>) {
    let server = UnixStream::connect(target).expect("the server");
    for (side, from, to) in [
        (Side::Client, client, &server),
        (Side::Server, &server, client),
    ] {
        let from = from.try_clone().expect("a socket");
        let to = to.try_clone().expect("a socket");
        let state = Arc::clone(state);
        thread::spawn(move || {
            pass_on(side, &from, &to, &state);
            let _ = from.shutdown(Shutdown::Both);
            let _ = to.shutdown(Shutdown::Both);
        });
    }
}

fn pass_on(side: Side, from: &UnixStream, mut to: &UnixStream, state: &(Mutex<State>, Condvar)) {
    // the first message of a client has no type
    let mut typed = side == Side::Server;
    while let Some(message) = next_message(from, typed) {
        typed = true;
        let passes = match fault_at(side, state) {
            None => &message[..],
            Some(Fault::Cut { half: true }) => &message[..message.len() / 2],
            Some(Fault::Cut { half: false } | Fault::Kill { arrives: false }) => &[],
            Some(Fault::Kill { arrives: true }) => &message[..],
        };
        if to.write_all(passes).is_err() || passes.len() < message.len() {
            return;
        }
    }
}

/// The fault, if this message is the one; a client is killed before it goes on.
fn fault_at(side: Side, (state, known): &(Mutex<State>, Condvar)) -> Option<Fault> {
    let mut now = state.lock().expect("no panic");
    let point = now.point.filter(|point| point.side == side)?;
    now.seen += 1;
    if now.seen < point.message {
        return None;
    }
    now.point = None;
    if let Fault::Kill { .. } = point.fault {
        let now = known
            .wait_while(now, |now| now.client.is_none())
            .expect("no panic");
        let client = now.client.expect("a process");
        kill(Pid::from_raw(client), Signal::SIGKILL).expect("a signal");
    }
    Some(point.fault)
}

/// Commands that write, each with what comes before it; `{}` is another hour each time.
const COMMANDS: [(&str, &[&str]); 7] = [
    ("tom", &["start", "WO-1/1"]),
    ("tom", &["start", "WO-1/2"]),
    ("tom", &["stop", "-n", "a seal"]),
    (
        "tom",
        &["entry", "add", "WO-1/1", "--start", "{}", "--for", "30m"],
    ),
    ("tom", &["entry", "edit", "1", "--note", "{}"]),
    ("ada", &["order", "edit", "WO-1", "--title", "{}"]),
    ("ada", &["settings", "set", "organisation", "{}"]),
];

/// Gives each command once with a fault, then again under the same ID: in the end it is
/// done once, and the first answer was true.
fn all_is_done_once(test: u64, faults: usize, fault: impl Fn(&mut Dice) -> Fault) {
    let db = Db::new();
    let line = Line::new();
    let mut dice = dice(test);
    db.time("tom", "WO-1/1", "2024-01-01 00:00", "2024-01-01 00:10");
    let (mut saved_at_first, mut unharmed) = (0, 0);
    for number in 0..faults {
        let (login, words) = COMMANDS[number % COMMANDS.len()];
        let hour = format!("2024-02-{:02} {:02}:00", 1 + number / 24, number % 24);
        let id = format!("op-{number}");
        let mut args = vec!["--op-id", id.as_str()];
        args.extend(
            words
                .iter()
                .map(|word| if *word == "{}" { hour.as_str() } else { *word }),
        );
        let side = [Side::Client, Side::Server][dice.below(2)];
        // of the server, the first fourteen messages are the greeting
        let message = 1 + dice.below(if side == Side::Client { 12 } else { 40 });
        let point = Point {
            side,
            message,
            fault: fault(&mut dice),
        };
        let first = line.run(&db, login, &args, point);
        db.wait_for_silence();
        let saved = done(&db, &id);
        let truthful = match first.code {
            0 => saved == 1,
            -1 | 79 => true,
            _ => saved == 0,
        };
        assert!(
            truthful && first.code != i32::from(exit::BUG),
            "{point:?} {args:?}: {saved} {first:?}"
        );
        unharmed += usize::from(first.code == 0);
        saved_at_first += saved;
        let again = db.ok(login, &args);
        assert_eq!(done(&db, &id), 1, "{point:?} {args:?}: {first:?} {again:?}");
    }
    assert!(
        unharmed < faults,
        "no fault did harm, {saved_at_first} saved at first"
    );
    db.assert_whole();
}

/// How often an operation was done: its transactions.
fn done(db: &Db, id: &str) -> i64 {
    db.count(&format!(
        "SELECT count(DISTINCT txid) FROM wl.audit_log WHERE op_id = '{id}'"
    ))
}

#[test]
fn cut_at_a_message_nothing_is_lost_or_done_twice() {
    all_is_done_once(1, 28, |dice| Fault::Cut {
        half: dice.below(2) == 0,
    });
}

#[test]
fn killed_at_a_message_nothing_is_lost_or_done_twice() {
    all_is_done_once(2, 28, |dice| Fault::Kill {
        arrives: dice.below(2) == 0,
    });
}

/// What may be in a folder after an export that was not allowed to write so much: nothing.
#[test]
fn a_file_that_may_not_grow_is_not_there() {
    let db = Db::new();
    for day in 1..=9 {
        db.time(
            "tom",
            "WO-1/1",
            &format!("2024-01-0{day} 08:00"),
            &format!("2024-01-0{day} 09:00"),
        );
    }
    let dir = tempfile::tempdir().expect("a folder");
    let mut dice = dice(3);
    for format in ["csv", "pdf", "xlsx"] {
        let whole = dir.path().join(format!("whole.{format}"));
        let whole = whole.to_str().expect("UTF-8");
        let export = |file: &str| {
            [
                "export",
                format,
                "WO-1",
                "--include-unapproved",
                "--output",
                file,
            ]
            .map(str::to_owned)
        };
        let args = export(whole);
        db.ok("tom", &args.iter().map(String::as_str).collect::<Vec<_>>());
        let length = std::fs::metadata(whole).expect("a file").len();
        for _ in 0..3 {
            let empty = tempfile::tempdir().expect("a folder");
            let file = empty.path().join(format!("file.{format}"));
            // blocks of 512 bytes; the side file is small
            let blocks = dice.below(usize::try_from(length / 512).expect("small").max(1));
            let args = export(file.to_str().expect("UTF-8"));
            let wl = db.command("tom", &args.iter().map(String::as_str).collect::<Vec<_>>());
            let mut limited = by_shell(&format!("ulimit -f {blocks}; trap '' XFSZ"), &wl);
            let outcome = Outcome::of(limited.output().expect("sh runs"));
            outcome.assert_refused(exit::IO, "");
            let left: Vec<_> = std::fs::read_dir(empty.path()).expect("a folder").collect();
            assert!(left.is_empty(), "{format} {blocks}: {left:?}");
        }
    }
}

/// Forty commands of four people at once on the same two line items: each is done once or
/// not at all, as it said, and the rules hold.
#[test]
fn colliding_commands_say_what_they_did() {
    let db = Db::new();
    let mut dice = dice(4);
    let mut running = BTreeMap::new();
    for number in 0..40 {
        let id = format!("op-{number}");
        let day = format!("2024-03-{:02} 08:00", 1 + dice.below(9));
        let who = ["tom", "tess"][dice.below(2)];
        let line = ["WO-1/1", "WO-1/2"][dice.below(2)];
        let (login, words): (&str, Vec<&str>) = match dice.below(8) {
            0 | 1 => (who, vec!["start", line]),
            2 => (who, vec!["stop"]),
            3 | 4 => (
                who,
                vec!["entry", "add", line, "--start", &day, "--for", "1h"],
            ),
            5 => ("ada", vec!["approve", "WO-1", "--yes"]),
            6 => (
                "abe",
                vec!["line", "status", line, ["open", "done"][dice.below(2)]],
            ),
            _ => (
                "acc",
                vec!["bill", "add", "WO-1", "--yes", "--skip-unapproved"],
            ),
        };
        let args: Vec<&str> = ["--op-id", &id].into_iter().chain(words).collect();
        running.insert(id.clone(), db.start(login, &args));
        if dice.below(10) == 0 {
            running.insert(format!("{id} again"), db.start(login, &args));
        }
    }
    let all: Vec<_> = running
        .into_iter()
        .map(|(id, one)| (id, one.finish()))
        .collect();
    for (name, outcome) in &all {
        let id = name.trim_end_matches(" again");
        let either = all
            .iter()
            .any(|(other, one)| other.trim_end_matches(" again") == id && one.code == 0);
        let nothing = ["has been running since", "Nothing changed", "othing to"];
        let said_nothing = nothing.iter().any(|words| outcome.stderr.contains(words));
        match done(&db, id) {
            1 => assert!(either, "{name} is saved: {outcome:?}"),
            0 => assert!(
                outcome.code != 0 || said_nothing,
                "{name} is lost: {outcome:?}"
            ),
            more => panic!("{name} was done {more} times"),
        }
        assert_ne!(outcome.code, i32::from(exit::BUG), "{name}: {outcome:?}");
    }
    let wrong = "SELECT (SELECT count(*) FROM (SELECT FROM wl.time_entries WHERE end_ts IS NULL AND deleted_at IS NULL
            GROUP BY user_id HAVING count(*) > 1) x)
        + (SELECT count(*) FROM wl.time_entries a JOIN wl.time_entries b ON a.id < b.id AND a.user_id = b.user_id
            AND tstzrange(a.start_ts, a.end_ts) && tstzrange(b.start_ts, b.end_ts))
        + (SELECT count(*) FROM wl.bill_lines l JOIN wl.time_entries e ON e.id = l.time_entry_id WHERE e.status <> 'LOCKED')
        + (SELECT count(*) FROM wl.time_entries WHERE status = 'LOCKED' AND approved_by = user_id)";
    assert_eq!(db.count(wrong), 0);
    db.assert_whole();
}

//! Everybody at once on the same rows: nobody waits in a circle, nothing raw
//! shows, and the rules hold afterwards.

use std::process::Command;
use std::thread;

use worklock::db::connect::{Session, Target};
use worklock::db::remote::Ambient;

use crate::bills::assert_all_billed_or_waiting;
use crate::support::{Db, Outcome};

/// What one person types, again and again.
fn day(login: &str, round: usize) -> Vec<String> {
    let line = ["WO-1/1", "WO-1/2"][round % 2];
    let entry = (round % 5 + 1).to_string();
    let text = match (login, round % 4) {
        ("tom" | "tess", 0 | 2) => format!("timer start {line}"),
        ("tom" | "tess", 1) => "timer stop".to_owned(),
        ("tom" | "tess", _) => {
            format!("entry edit {entry} --note round-{round} --reason corrected")
        }
        ("ada" | "abe", 0 | 2) => "approve WO-1 --yes".to_owned(),
        ("ada" | "abe", 1) => format!("unlock {entry} --reason corrected"),
        ("ada", _) => "order status WO-1 ready_to_bill".to_owned(),
        ("abe", _) => "order status WO-1 in_progress".to_owned(),
        ("acc", 0) => "bill add WO-1 --skip-unapproved --yes".to_owned(),
        ("acc", 1) => "order status WO-1 billed".to_owned(),
        ("acc", 2) => format!("bill cancel {} --reason again", round / 4 + 1),
        ("acc", _) => "order status WO-1 ready_to_bill --reason reopened".to_owned(),
        _ => format!("order list --search {line}"),
    };
    text.split(' ').map(str::to_owned).collect()
}

#[test]
fn a_busy_day_ends_with_every_rule_kept() {
    let db = Db::new();
    let people = ["tom", "tess", "ada", "abe", "acc", "olga"];
    let outcomes: Vec<Outcome> = std::thread::scope(|scope| {
        let work = |login: &'static str| {
            let db = &db;
            move || {
                let one = |round| {
                    let words = day(login, round);
                    let args: Vec<&str> = words.iter().map(String::as_str).collect();
                    db.wl(login, &args)
                };
                (0..12).map(one).collect::<Vec<_>>()
            }
        };
        let threads: Vec<_> = people.map(|login| scope.spawn(work(login))).into();
        let joined = threads
            .into_iter()
            .map(|thread| thread.join().expect("no panic"));
        joined.flatten().collect()
    });
    for outcome in &outcomes {
        assert!([0, 1, 2, 66, 77].contains(&outcome.code), "{outcome:?}");
        if outcome.code != 0 {
            outcome.assert_clear();
        }
    }
    assert!(outcomes.iter().filter(|outcome| outcome.code == 0).count() > people.len());
    assert_all_billed_or_waiting(&db);
    let broken = "SELECT count(*) FROM wl.time_entries a JOIN wl.time_entries b ON a.id < b.id
        AND a.user_id = b.user_id AND tstzrange(a.start_ts, a.end_ts) && tstzrange(b.start_ts, b.end_ts)";
    assert_eq!(db.count(broken), 0);
    let timers = "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM wl.time_entries
        WHERE end_ts IS NULL GROUP BY user_id) t";
    assert!(db.count(timers) <= 1);
    let verify = db.ok("olga", &["audit", "verify"]);
    assert!(
        verify.stderr.contains("The audit trail is intact."),
        "{verify:?}"
    );
}

/// Where the process of a test finds its database.
const URL_OF_CHILD: &str = "WL_TEST_URL";

/// Whatever is cut or watched is the connection's own, also where a command makes several
/// at once. In a process of its own, since other tests open sockets, too.
#[test]
fn connections_that_are_made_at_once_know_their_sockets() {
    let db = Db::new();
    let child = Command::new(std::env::current_exe().expect("a path"))
        .args(["--exact", "busy::child_connects_at_once", "--ignored"])
        .env(URL_OF_CHILD, db.url())
        .output()
        .expect("a process");
    assert!(child.status.success(), "{child:?}");
}

#[test]
#[ignore = "a process of connections_that_are_made_at_once_know_their_sockets"]
fn child_connects_at_once() {
    let url = std::env::var(URL_OF_CHILD).expect("a URL");
    let ambient = Ambient {
        parameters: Vec::new(),
        service_files: Vec::new(),
    };
    let login = Some("ada".to_owned());
    let target = Target::url(url, URL_OF_CHILD.to_owned(), login, &ambient).expect("a target");
    let connect = || target.connect().expect("a connection");
    let sessions: Vec<Session> = thread::scope(|scope| {
        let all: Vec<_> = (0..16).map(|_| scope.spawn(connect)).collect();
        all.into_iter()
            .map(|one| one.join().expect("a session"))
            .collect()
    });
    let mut sockets: Vec<_> = sessions.iter().flat_map(Session::sockets).collect();
    assert!(sessions.iter().all(|one| one.sockets().len() == 1));
    sockets.sort();
    sockets.dedup();
    assert_eq!(sockets.len(), sessions.len());
}

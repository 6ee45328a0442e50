//! Nobody is blocked for long: the waits of a command are added up, and who holds the
//! locks is named.

use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, RunQueryDsl};
use worklock::db::local::SUPERUSER;

use crate::support::{Cluster, Db, Home, Outcome, Terminal};

const EDIT: [&str; 5] = ["order", "edit", "WO-1", "--title", "x"];

/// Two sessions that take the lock in turn, each before the other lets it go: the server's
/// lock_timeout begins anew with each of them.
#[test]
fn waits_are_added_up() {
    let db = Db::new();
    let share = "SELECT FROM wl.work_orders FOR SHARE";
    let (over, began) = (AtomicBool::new(false), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut held = db.hold(share);
            began.store(true, Ordering::SeqCst);
            // without the sum, the command would wait for as long as this goes on
            for _ in 0..60 {
                thread::sleep(Duration::from_millis(700));
                let next = db.hold(share);
                held.commit();
                held = next;
                if over.load(Ordering::SeqCst) {
                    break;
                }
            }
            held.commit();
        });
        while !began.load(Ordering::SeqCst) {
            thread::yield_now();
        }
        let outcome = db.wl("ada", &["order", "edit", "WO-1", "--title", "x"]);
        over.store(true, Ordering::SeqCst);
        outcome.assert_refused(75, "open transactions: wl_superuser (server process ");
    });
    assert_eq!(db.query("SELECT title FROM wl.work_orders"), "Fix the pump");
}

/// Whoever waits in front is not to blame; the statement of the hint ends the session
/// that is.
#[test]
fn the_holder_is_named_and_how_to_end_it() {
    let db = Db::new();
    let holder = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let edit = ["order", "edit", "WO-1", "--title", "x"];
    let first = db.start("ada", &edit);
    db.wait_for_waiting(1);
    let second = db.start("abe", &edit);
    let mut ends = String::new();
    for outcome in [first.finish(), second.finish()] {
        outcome.assert_refused(75, "open transactions: wl_superuser (server process ");
        assert!(!outcome.stderr.contains("ada ("), "{outcome:?}");
        let (_, statement) = outcome
            .stderr
            .rsplit_once("an administrator ends what is open: ")
            .expect("a statement");
        ends = statement.trim().to_owned();
        let pid = ends
            .strip_prefix("SELECT pg_terminate_backend(")
            .and_then(|rest| rest.strip_suffix(')'))
            .expect("a statement");
        assert_eq!(
            db.query(&format!(
                "SELECT state FROM pg_stat_activity WHERE pid = {pid}"
            )),
            "idle in transaction"
        );
    }
    assert_eq!(db.query(&ends), "t");
    drop(holder);
    db.ok("ada", &edit);
}

/// A command that doesn't know its own session must not take the question of another
/// command for it.
#[test]
fn whoever_asks_has_a_name_of_its_own() {
    let db = Db::new();
    let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let edit = db.start("ada", &EDIT);
    db.wait_for_waiting(1);
    db.query(
        "CREATE TABLE public.seen (name text);
         DO $$
         DECLARE deadline timestamptz := clock_timestamp() + interval '3 s';
         BEGIN
            WHILE clock_timestamp() < deadline LOOP
                PERFORM pg_stat_clear_snapshot();
                INSERT INTO public.seen SELECT application_name FROM pg_stat_activity
                WHERE datname = current_database() AND usename = 'ada' AND state = 'active'
                    AND query LIKE 'WITH holders%';
            END LOOP;
         END $$",
    );
    held.commit();
    assert_eq!(edit.finish().code, 0);
    assert_eq!(
        db.query("SELECT DISTINCT name FROM public.seen"),
        "wl watch"
    );
}

/// What a command does itself is no wait, however long it takes.
#[test]
fn own_work_is_no_wait() {
    let db = Db::new();
    db.query(
        "CREATE FUNCTION public.works() RETURNS trigger LANGUAGE plpgsql AS
            $$BEGIN PERFORM pg_catalog.pg_sleep(8); RETURN NEW; END$$;
         CREATE TRIGGER works BEFORE UPDATE ON wl.work_orders FOR EACH ROW EXECUTE FUNCTION public.works()",
    );
    // it waits first, and both together are longer than a command may wait
    let held = db.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let edit = db.start("ada", &EDIT);
    db.wait_for_waiting(1);
    thread::sleep(Duration::from_secs(4));
    held.commit();
    let outcome = edit.finish();
    assert_eq!(outcome.code, 0, "{outcome:?}");
}

/// A private database with an order, and a session that keeps it locked.
fn locked_home() -> (Home, PgConnection) {
    let home = Home::new();
    let add = [
        "--as",
        "ada",
        "order",
        "add",
        "WO-1",
        "--title=t",
        "--customer=c",
    ];
    home.ok(&add);
    let holder = locking(&home);
    (home, holder)
}

fn locking(home: &Home) -> PgConnection {
    let mut holder = home.session(SUPERUSER);
    holder
        .batch_execute("BEGIN; SELECT FROM wl.work_orders FOR UPDATE")
        .expect("a lock");
    holder
}

fn is_alive(session: &mut PgConnection) -> bool {
    diesel::sql_query("SELECT").execute(session).is_ok()
}

fn edit_at_a_terminal(home: &Home) -> Terminal {
    let folder = home.dir.path().join("h").display().to_string();
    let edit = EDIT.join(" ");
    let wl = env!("CARGO_BIN_EXE_wl");
    let mut terminal = Terminal::alone(&format!("WL_HOME={folder} {wl} --as ada {edit}"));
    terminal.wait_for("[y/N]");
    terminal
}

/// Types the command that a hint gives.
fn type_hint(home: &Home, outcome: &Outcome) {
    let (_, line) = outcome
        .stderr
        .rsplit_once("if it lasts, end what is open: ")
        .expect("a command");
    let line = line.trim().replacen("wl ", "\"$WL\" ", 1);
    let mut shell = Command::new("sh");
    let ended = shell
        .args(["-c", &line])
        .env("WL", env!("CARGO_BIN_EXE_wl"))
        .env("WL_CONFIG", "")
        .env("WL_HOME", home.dir.path().join("h"))
        .status();
    assert!(ended.is_ok_and(|status| status.success()), "{line}");
}

/// There, whoever waits is the owner of the server, too.
#[test]
fn on_the_private_server_the_holder_can_be_ended() {
    let (home, mut holder) = locked_home();
    let edit = [&["--as", "ada"], &EDIT[..]].concat();

    // without a terminal there is a command
    let outcome = home.wl(&edit);
    outcome.assert_refused(75, "open transactions: wl_superuser (server process ");
    type_hint(&home, &outcome);
    assert!(!is_alive(&mut holder));
    home.ok(&edit);

    // at a terminal, a question
    for (keys, lives) in [("n\r", true), ("\u{3}", true), ("y\r", false)] {
        let mut holder = locking(&home);
        let mut terminal = edit_at_a_terminal(&home);
        terminal.press(keys);
        let (code, printed) = terminal.finish();
        let interrupted = keys == "\u{3}";
        assert_eq!(code, Some(if interrupted { 130 } else { 75 }), "{printed}");
        assert!(
            printed.contains("End the session of wl_superuser (server process "),
            "{printed}"
        );
        assert!(printed.contains("nothing was saved"), "{printed}");
        assert_eq!(
            printed.contains("type the command again"),
            !lives,
            "{printed}"
        );
        assert_eq!(is_alive(&mut holder), lives, "{printed}");
    }
    home.ok(&edit);

    // what it works on meanwhile is in nobody's way
    let mut holder = locking(&home);
    let mut terminal = edit_at_a_terminal(&home);
    let next = holder.batch_execute("ROLLBACK; BEGIN; SELECT pg_current_xact_id()");
    next.expect("another transaction");
    terminal.press("y\r");
    let (code, printed) = terminal.finish();
    assert_eq!(code, Some(75), "{printed}");
    assert!(is_alive(&mut holder), "{printed}");
}

/// A prepared transaction has no session.
#[test]
fn on_the_private_server_a_prepared_transaction_can_be_rolled_back() {
    let (home, mut holder) = locked_home();
    for sql in ["ROLLBACK", "ALTER SYSTEM SET max_prepared_transactions = 2"] {
        holder.batch_execute(sql).expect(sql);
    }
    home.ok(&["db", "stop"]);
    home.ok(&["db", "start"]);
    let edit = [&["--as", "ada"], &EDIT[..]].concat();
    let prepare = || {
        let prepared = locking(&home).batch_execute("PREPARE TRANSACTION 'it''s'");
        prepared.expect("a prepared transaction");
    };
    prepare();
    let outcome = home.wl(&edit);
    outcome.assert_refused(75, "wl_superuser (prepared transaction 'it''s')");
    type_hint(&home, &outcome);
    home.ok(&edit);

    prepare();
    let mut terminal = edit_at_a_terminal(&home);
    terminal.press("y\r");
    let (code, printed) = terminal.finish();
    assert_eq!(code, Some(75), "{printed}");
    assert!(
        printed.contains("Roll back wl_superuser (prepared transaction 'it''s')?"),
        "{printed}"
    );
    home.ok(&edit);
}

/// The table of locks is full; each of its places that becomes free lets a command come
/// further.
#[test]
fn whoever_fills_the_table_of_locks_is_named() {
    // each session has places of its own, which are more where a transaction may take more
    let mut cluster = Cluster::new("max_locks_per_transaction = 10\nmax_connections = 200");
    cluster.start();
    cluster.fill();
    cluster.sql("worklock", "ALTER ROLE tom CONNECTION LIMIT -1");
    let url = format!("{}&user=tom", cluster.url("worklock"));
    let mut hoarder = PgConnection::establish(&url).expect("a connection");
    let fill = "SELECT count(pg_advisory_lock(i)) FROM generate_series(1, 1000000) i";
    hoarder.batch_execute(fill).expect_err("the table is full");
    let mut named = 0;
    for place in 1.. {
        hoarder
            .batch_execute(&format!("SELECT pg_advisory_unlock({place})"))
            .expect("a place");
        let outcome = cluster.wl("ada", &EDIT);
        if outcome.code == 0 {
            break;
        }
        outcome.assert_refused(75, "out of shared memory");
        if outcome.stderr.contains("tom (server process ") {
            assert!(
                outcome.stderr.contains("SELECT pg_terminate_backend("),
                "{outcome:?}"
            );
            named += 1;
        }
    }
    assert!(named > 0);
}

/// The last connections are the superuser's.
#[test]
fn on_the_private_server_whoever_has_the_connections_is_named() {
    let home = Home::new();
    let free = home
        .session(SUPERUSER)
        .batch_execute("ALTER ROLE ada CONNECTION LIMIT -1");
    free.expect("a login");
    let mut others: Vec<PgConnection> = Vec::new();
    while let Ok(conn) = PgConnection::establish(&home.url("ada")) {
        others.push(conn);
    }
    let outcome = home.wl(&["--as", "ada", "order", "list"]);
    let most = format!(
        "ada has {} of the {} connections",
        others.len(),
        others.len()
    );
    outcome.assert_refused(75, &most);
    type_hint(&home, &outcome);
    home.ok(&["--as", "ada", "order", "list"]);
}

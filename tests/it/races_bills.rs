//! Bills that meet other changes, and each other: two transactions of plain SQL, of which
//! the second is seen waiting for the first.

use std::thread;

use diesel::connection::SimpleConnection;
use diesel::result::Error::DatabaseError;
use diesel::{Connection, PgConnection};

use crate::support::{Cluster, Db};

fn connect(db: &Db, login: &str) -> PgConnection {
    let url = format!("{}&user={login}&application_name=racer", db.url());
    PgConnection::establish(&url).expect("a connection")
}

/// The rule that refuses these statements, or `ok`.
fn rule(conn: &mut PgConnection, sql: &str) -> String {
    match conn.batch_execute(sql) {
        Ok(()) => "ok".to_owned(),
        Err(DatabaseError(_, info)) => info
            .constraint_name()
            .map_or_else(|| info.message().to_owned(), str::to_owned),
        Err(error) => error.to_string(),
    }
}

const RECORD: &str =
    "INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id) VALUES";

/// A bill of these entries in the versions given, and its record.
fn bill(entries: &[i64], version: i64) -> String {
    let ids: Vec<String> = entries.iter().map(i64::to_string).collect();
    let versions = vec![version.to_string(); ids.len()];
    format!(
        "INSERT INTO wl.bills (until, entry_ids, entry_versions)
         VALUES (current_date, '{{{}}}', '{{{}}}');
         {RECORD} ('bill', (SELECT max(id) FROM wl.bills), 'bill.add', NULL, 'race')",
        ids.join(","),
        versions.join(",")
    )
}

fn cancel(number: i64) -> String {
    format!(
        "UPDATE wl.bills SET cancel_reason = 'wrong day' WHERE id = {number};
         {RECORD} ('bill', {number}, 'bill.cancel', 'wrong day', 'race')"
    )
}

fn unlock(id: i64) -> String {
    format!(
        "UPDATE wl.time_entries SET status = 'OPEN', edited_reason = 'wrong day' WHERE id = {id};
         {RECORD} ('time_entry', {id}, 'entry.unlock', 'wrong day', 'race')"
    )
}

fn approve(id: i64) -> String {
    format!(
        "UPDATE wl.time_entries SET status = 'LOCKED' WHERE id = {id};
         {RECORD} ('time_entry', {id}, 'entry.approve', NULL, 'race')"
    )
}

fn status(status: &str) -> String {
    format!(
        "UPDATE wl.work_orders SET status = '{status}' WHERE number = 'WO-1';
         {RECORD} ('work_order', (SELECT id FROM wl.work_orders WHERE number = 'WO-1'), 'order.status', 'race it', 'race')"
    )
}

/// A database with a letterhead.
fn ready() -> Db {
    let db = Db::new();
    let sql = format!(
        "BEGIN; INSERT INTO wl.letterheads DEFAULT VALUES; {RECORD} ('letterhead', 1, 'letterhead.add', NULL, 'race'); COMMIT"
    );
    db.sql("acc", &sql).expect("a letterhead");
    db
}

/// The first transaction does its work and stays open; the second starts and is seen
/// waiting; then the first ends. Returns the rule that refuses the second, or `ok`.
#[track_caller]
fn race(db: &Db, first: (&str, &str), end: &str, second: (&str, &str)) -> String {
    let mut one = connect(db, first.0);
    assert_eq!(rule(&mut one, &format!("BEGIN; {}", first.1)), "ok");
    let mut other = connect(db, second.0);
    thread::scope(|scope| {
        let sql = format!("BEGIN; {}; COMMIT", second.1);
        let waiting = scope.spawn(move || rule(&mut other, &sql));
        db.wait_until("application_name = 'racer' AND wait_event_type = 'Lock'", 1);
        assert_eq!(rule(&mut one, end), "ok");
        waiting.join().expect("the second ends")
    })
}

#[test]
fn of_two_bills_of_one_entry_one_is_made() {
    let db = ready();
    let (id, other) = (db.locked_entry("tom", 5), db.locked_entry("tess", 5));
    let (one, both) = (bill(&[id], 2), bill(&[other, id], 2));
    assert_eq!(race(&db, ("acc", &one), "ROLLBACK", ("ada", &both)), "ok");
    assert_eq!(db.query("SELECT id, entries FROM wl.bills"), "1|2");
    let db = ready();
    let (id, other) = (db.locked_entry("tom", 5), db.locked_entry("tess", 5));
    let (one, both) = (bill(&[id], 2), bill(&[other, id], 2));
    assert_eq!(
        race(&db, ("acc", &one), "COMMIT", ("ada", &both)),
        "entry_billed"
    );
    assert_eq!(db.query("SELECT id, entries FROM wl.bills"), "1|1");
    db.assert_whole();
}

#[test]
fn an_unlock_and_a_bill_exclude_each_other() {
    let db = ready();
    let id = db.locked_entry("tom", 5);
    let (unlock, bill) = (unlock(id), bill(&[id], 2));
    let copy = db.copy();
    assert_eq!(
        race(&copy, ("acc", &bill), "COMMIT", ("ada", &unlock)),
        "entry_billed"
    );
    copy.assert_whole();
    assert_eq!(
        race(&db, ("ada", &unlock), "COMMIT", ("acc", &bill)),
        "bill_changed"
    );
    assert_eq!(db.count("SELECT count(*) FROM wl.bills"), 0);
    db.assert_whole();
}

#[test]
fn a_cancellation_and_a_bill_wait_for_each_other() {
    let db = ready();
    let id = db.locked_entry("tom", 5);
    assert_eq!(db.bill("acc", &["WO-1"]), 1);
    let other = db.locked_entry("tess", 5);
    let copy = db.copy();
    let outcome = race(
        &db,
        ("acc", &cancel(1)),
        "COMMIT",
        ("ada", &bill(&[id, other], 2)),
    );
    assert_eq!(outcome, "ok");
    assert_eq!(
        db.query("SELECT id, cancelled, entries, replaces FROM wl.bills ORDER BY id"),
        "1|t|1|{}\n2|f|2|{1}"
    );
    db.assert_whole();
    // the bill first: its time is not free yet
    let outcome = race(
        &copy,
        ("acc", &bill(&[other], 2)),
        "COMMIT",
        ("ada", &cancel(1)),
    );
    assert_eq!(outcome, "ok");
    assert_eq!(
        copy.query("SELECT id, cancelled FROM wl.bills ORDER BY id"),
        "1|t\n2|f"
    );
    copy.assert_whole();
}

#[test]
fn of_two_cancellations_the_second_is_refused() {
    let db = ready();
    db.locked_entry("tom", 5);
    db.bill("acc", &["WO-1"]);
    let outcome = race(&db, ("acc", &cancel(1)), "COMMIT", ("ada", &cancel(1)));
    assert_eq!(outcome, "bill_cancelled");
    db.assert_whole();
}

#[test]
fn an_order_is_billed_before_or_after_a_cancellation() {
    let db = ready();
    db.locked_entry("tom", 5);
    db.bill("acc", &["WO-1"]);
    db.move_order("WO-1", "ready_to_bill");
    let copy = db.copy();
    let outcome = race(
        &db,
        ("acc", &cancel(1)),
        "COMMIT",
        ("ada", &status("billed")),
    );
    assert_eq!(outcome, "order_unbilled");
    db.assert_whole();
    let outcome = race(
        &copy,
        ("acc", &status("billed")),
        "COMMIT",
        ("ada", &cancel(1)),
    );
    assert_eq!(outcome, "bill_order_billed");
    copy.assert_whole();
}

#[test]
fn an_order_is_billed_before_or_after_a_bill() {
    let db = ready();
    let id = db.locked_entry("tom", 5);
    db.move_order("WO-1", "ready_to_bill");
    let outcome = race(
        &db,
        ("acc", &bill(&[id], 2)),
        "ROLLBACK",
        ("ada", &status("billed")),
    );
    assert_eq!(outcome, "order_unbilled");
    let outcome = race(
        &db,
        ("acc", &bill(&[id], 2)),
        "COMMIT",
        ("ada", &status("billed")),
    );
    assert_eq!(outcome, "ok");
    db.assert_whole();
}

/// Approvals and timers wait while a bill is made, and go on then.
#[test]
fn other_time_of_the_order_waits_for_the_bill() {
    let db = ready();
    let id = db.locked_entry("tom", 5);
    let open = db.entry("tess", 5);
    let outcome = race(
        &db,
        ("acc", &bill(&[id], 2)),
        "COMMIT",
        ("ada", &approve(open)),
    );
    assert_eq!(outcome, "ok");
    assert_eq!(
        db.query("SELECT time_entry_id FROM wl.unbilled"),
        open.to_string()
    );
    let timer = format!(
        "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts)
            SELECT u.id, l.work_order_id, l.id, now() FROM wl.users u, wl.line_items l
            WHERE u.db_role = session_user AND l.position = 1;
         {RECORD} ('time_entry', (SELECT max(id) FROM wl.time_entries), 'timer.start', NULL, 'race')"
    );
    let outcome = race(&db, ("acc", &bill(&[open], 2)), "COMMIT", ("tom", &timer));
    assert_eq!(outcome, "ok");
    db.assert_whole();
}

/// A document names a bill that stays as it was when the document was registered.
#[test]
fn a_document_waits_for_a_cancellation() {
    let db = ready();
    db.locked_entry("tom", 5);
    db.bill("acc", &["WO-1"]);
    let document = format!(
        "INSERT INTO wl.documents (sha256, bill_id, kind) VALUES (sha256('a'), 1, 'pdf');
         {RECORD} ('document', 1, 'document.add', NULL, 'race')"
    );
    let outcome = race(&db, ("acc", &cancel(1)), "COMMIT", ("ada", &document));
    assert_eq!(outcome, "ok");
    db.assert_whole();
}

/// The same settings make one letterhead, whoever is first.
#[test]
fn two_letterheads_at_once_are_one() {
    let db = Db::new();
    let add = format!(
        "WITH new AS (INSERT INTO wl.letterheads DEFAULT VALUES ON CONFLICT (sha256) DO NOTHING RETURNING id)
         SELECT id INTO TEMP added FROM new;
         {} SELECT 'letterhead', id, 'letterhead.add', NULL, 'race' FROM added",
        RECORD.trim_end_matches(" VALUES")
    );
    assert_eq!(race(&db, ("acc", &add), "COMMIT", ("ada", &add)), "ok");
    assert_eq!(db.count("SELECT count(*) FROM wl.letterheads"), 1);
    db.assert_whole();
}

/// So many sessions bill the same orders at once, one bill for each order in one
/// transaction; some of them are rolled back, and some are killed.
fn crowd(db: &Db, sessions: usize, orders: usize) {
    let logins = ["acc", "ada", "abe"];
    thread::scope(|scope| {
        for session in 0..sessions {
            let mut conn = connect(db, logins[session % 3]);
            scope.spawn(move || {
                // each takes the orders in another order of its own, and asks until nothing is left
                for round in 0.. {
                    let part = (session + round) % 7;
                    let sql = format!(
                        "BEGIN; SET LOCAL lock_timeout = '60s';
                         SELECT FROM wl.work_orders WHERE id IN (SELECT work_order_id FROM wl.unbilled) ORDER BY id FOR NO KEY UPDATE;
                         CREATE TEMP TABLE made ON COMMIT DROP AS SELECT 0::bigint AS id WHERE false;
                         WITH new AS (INSERT INTO wl.bills (until, entry_ids, entry_versions)
                            SELECT current_date, array_agg(e.id), array_agg(e.row_version)
                            FROM (SELECT u.work_order_id, u.time_entry_id FROM wl.unbilled u
                                WHERE u.work_order_id % 7 = {part} OR {round} > 7) u
                            JOIN wl.time_entries e ON e.id = u.time_entry_id
                            GROUP BY u.work_order_id ORDER BY u.work_order_id RETURNING id)
                         INSERT INTO made SELECT id FROM new;
                         {} SELECT 'bill', id, 'bill.add', NULL, 'race' FROM made ORDER BY id;
                         {}",
                        RECORD.trim_end_matches(" VALUES"),
                        match (session + round) % 5 {
                            1 if round < 7 => "ROLLBACK",
                            2 if round < 7 => "SELECT pg_terminate_backend(pg_backend_pid())",
                            _ => "COMMIT",
                        }
                    );
                    let done = rule(&mut conn, &sql);
                    if done != "ok" {
                        assert!(done.contains("connection"), "{done}");
                        conn = connect(db, logins[session % 3]);
                    } else if round > 8 {
                        break;
                    }
                }
            });
        }
    });
    let all = orders.to_string();
    assert_eq!(
        db.query(
            "SELECT count(*), max(number), count(DISTINCT l.time_entry_id), count(l.time_entry_id)
             FROM wl.bills b JOIN wl.bill_lines l ON l.bill_id = b.id"
        ),
        format!("{all}|{all}|{all}|{all}")
    );
    assert_eq!(db.count("SELECT count(*) FROM wl.unbilled"), 0);
    db.assert_whole();
}

/// So many orders with an approved hour each.
fn orders(db: &Db, count: usize) {
    for number in 1..=count {
        let order = format!("B-{number}");
        db.order(&order);
        let (start, end) = (
            format!("{}h ago", 2 * number + 2),
            format!("{}h ago", 2 * number + 1),
        );
        db.time("tom", &format!("{order}/1"), &start, &end);
        db.approve("ada", &order);
    }
}

#[test]
fn twenty_at_once_bill_each_entry_once_and_leave_no_gap() {
    let db = ready();
    orders(&db, 60);
    crowd(&db, 20, 60);
}

/// A crash in the middle: what was committed stays, and the numbers go on from there.
#[test]
fn a_crash_of_the_server_leaves_no_gap() {
    let mut server = Cluster::new("fsync = on");
    server.start();
    server.fill();
    let time = "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts)
        SELECT u.id, 1, 1, '2025-01-01'::timestamptz + n * interval '1 h', '2025-01-01'::timestamptz + (n + 1) * interval '1 h'
        FROM wl.users u, generate_series(1, 200) n WHERE u.db_role = session_user;
        INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
        SELECT 'time_entry', id, 'entry.add', 'race' FROM wl.time_entries";
    let run = |login: &str, sql: &str| {
        let url = format!("{}&user={login}", server.url("worklock"));
        let mut conn = PgConnection::establish(&url).expect("a connection");
        conn.batch_execute(&format!("BEGIN; {sql}; COMMIT"))
            .expect(sql);
    };
    run("tom", time);
    server.ok("ada", &["approve", "WO-1", "--yes"]);
    run(
        "acc",
        &format!(
            "INSERT INTO wl.letterheads DEFAULT VALUES; {RECORD} ('letterhead', 1, 'letterhead.add', NULL, 'race')"
        ),
    );
    let one = format!(
        "BEGIN; INSERT INTO wl.bills (until, entry_ids, entry_versions)
            SELECT current_date, ARRAY[e.id], ARRAY[e.row_version] FROM wl.time_entries e
            WHERE e.id = (SELECT min(time_entry_id) FROM wl.unbilled);
         {RECORD} ('bill', (SELECT max(id) FROM wl.bills), 'bill.add', NULL, 'race'); COMMIT"
    );
    let urls: Vec<String> = ["acc", "ada"]
        .map(|login| format!("{}&user={login}", server.url("worklock")))
        .to_vec();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..6)
            .map(|worker| {
                let mut conn = PgConnection::establish(&urls[worker % 2]).expect("a connection");
                let sql = one.clone();
                scope.spawn(move || {
                    // refused where another took the entry first, until the server is gone
                    while !rule(&mut conn, &sql).contains("connection") {
                        let _ = conn.batch_execute("ROLLBACK");
                    }
                })
            })
            .collect();
        while server.sql("worklock", "SELECT count(*) < 20 FROM wl.bills") == "t" {}
        server.kill();
        for worker in workers {
            worker.join().expect("it ends");
        }
    });
    server.start();
    let told = server.sql(
        "worklock",
        "SELECT count(*) >= 20, count(*) < 200, count(*) = max(id) FROM wl.bills",
    );
    assert_eq!(told, "t|t|t");
    let url = format!("{}&user=acc", server.url("worklock"));
    let mut conn = PgConnection::establish(&url).expect("a connection");
    assert_eq!(rule(&mut conn, &one), "ok");
    server.ok("olga", &["audit", "verify"]);
}

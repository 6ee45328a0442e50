//! Sessions that outlive their right, logins without one, rights handed on,
//! and locks held against others.

use diesel::connection::SimpleConnection;
use diesel::result::Error::DatabaseError;
use diesel::{Connection, PgConnection};

use super::{NO_RIGHT, Scene};
use crate::support::Db;

fn session(db: &Db, login: &str) -> PgConnection {
    let url = format!("{}&user={login}", db.url());
    PgConnection::establish(&url).expect("a connection")
}

const ATTEMPTS: [&str; 8] = [
    "SELECT 1 / (count(*) - count(*)) FROM wl.work_orders HAVING count(*) > 0",
    "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts) SELECT id, 1, 1, now() FROM wl.users WHERE db_role = session_user",
    "INSERT INTO wl.work_orders (number, title, customer) VALUES ('x', 'y', 'z')",
    "UPDATE wl.work_orders SET title = 'x'; INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('work_order', 1, 'order.edit', 'x')",
    "SELECT wl.lock_user(1)",
    "SELECT wl.lock_timer(NULL, 'WO-1', 1)",
    "SELECT wl.share_target('WO-1', 1)",
    "SELECT wl.audit_mismatches(false)",
];

#[test]
fn a_removed_users_open_session_can_do_nothing() {
    let db = Db::new();
    for role in ["technician", "admin", "accountant", "ops"] {
        let person = db.person(role);
        let (mut idle, mut busy) = (session(&db, &person), session(&db, &person));
        idle.batch_execute("SELECT count(*) FROM wl.work_orders")
            .expect("still a user");
        busy.batch_execute("BEGIN; SELECT count(*) FROM wl.work_orders")
            .expect("still a user");
        db.remove_user(&person);
        let before = db.checksum();
        let sql = "INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('user', 1, 'user.edit', 'x')";
        assert!(busy.batch_execute(sql).is_err(), "{role}");
        for sql in ATTEMPTS.iter().skip(1) {
            let done = idle.batch_execute(&format!("BEGIN; {sql}; COMMIT"));
            assert!(
                done.is_err() || sql.contains("SELECT id, 1, 1"),
                "{role}: {sql}"
            );
            let _ = idle.batch_execute("ROLLBACK");
        }
        // no row is seen: a division by zero would tell
        match idle.batch_execute(ATTEMPTS[0]) {
            Err(DatabaseError(_, info)) => {
                assert!(info.message().starts_with("permission denied"), "{info:?}");
            }
            other => panic!("{role}: {other:?}"),
        }
        assert_eq!(db.checksum(), before, "{role}");
        let refused = db.sql(&person, "SELECT count(*) FROM wl.work_orders");
        assert!(
            refused.is_err_and(|refusal| refusal.state == NO_RIGHT),
            "{role} kept the group's right"
        );
        // RLS hides even what a group right that was left behind would show
        db.query(&format!("GRANT wl_{role} TO {person}"));
        let seen = db
            .sql(&person, "SELECT count(*) FROM wl.work_orders")
            .expect("a count");
        assert_eq!(seen, "0", "{role}");
        if role != "technician" {
            let spy =
                "CREATE FUNCTION pg_temp.tell(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS
                    $$BEGIN RAISE '%', $1; END$$;
                SELECT count(*) FROM wl.audit_proof WHERE pg_temp.tell(after::text)";
            let seen = db.sql(&person, spy).expect("the function meets no row");
            assert_eq!(seen, "0", "{role}");
        }
        idle.batch_execute(ATTEMPTS[0]).expect("no row is seen");
        for sql in &ATTEMPTS[1..] {
            let refused = db.sql(&person, &format!("BEGIN; {sql}; COMMIT;"));
            assert!(
                refused.is_err() || sql.contains("SELECT id, 1, 1"),
                "{role}: {sql}"
            );
        }
        assert_eq!(db.checksum(), before, "{role}");
        // and the session that was open all the time hears the rule's name
        let (sql, rule) = match role {
            "ops" => ("SELECT wl.audit_mismatches(true)", "audit_verify_right"),
            "accountant" => (sql, "not_a_user"),
            "admin" => (ATTEMPTS[2], "not_a_user"),
            _ => (
                "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts) VALUES (1, 1, 1, now())",
                "not_a_user",
            ),
        };
        match idle.batch_execute(sql) {
            Err(DatabaseError(_, info)) => assert_eq!(info.constraint_name(), Some(rule), "{role}"),
            other => panic!("{role}: {other:?}"),
        }
        db.query(&format!("REVOKE wl_{role} FROM {person}"));
    }
}

const TITLE: &str = "BEGIN; UPDATE wl.work_orders SET title = title || '!' WHERE id = 1;
    INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('work_order', 1, 'order.edit', 'x');";

/// So nothing of a person is saved after the removal.
#[test]
fn a_removal_waits_for_what_is_under_way() {
    let db = Db::new();
    for (command, role) in [("remove", ""), ("role", "ops")] {
        let person = db.person("admin");
        let mut open = session(&db, &person);
        open.batch_execute(TITLE).expect("a right");
        let mut args = vec!["user", command, &person];
        args.extend(Some(role).filter(|role| !role.is_empty()));
        let removal = db.start("ada", &args);
        db.wait_for_waiting(1);
        open.batch_execute("COMMIT").expect("still a user");
        let outcome = removal.finish();
        assert_eq!(outcome.code, 0, "{outcome:?}");
    }
    db.assert_whole();
}

/// The other way round: what began before the removal and comes after it.
#[test]
fn whoever_waits_for_their_own_removal_does_nothing_after_it() {
    let db = Db::new();
    let person = db.person("admin");
    let mut removal = session(&db, "ada");
    removal
        .batch_execute(&format!(
            "BEGIN; UPDATE wl.users SET deleted_at = now() WHERE db_role = '{person}';
             INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
             SELECT 'user', id, 'user.remove', 'x' FROM wl.users WHERE db_role = '{person}';"
        ))
        .expect("a right");
    let mut late = session(&db, &person);
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| late.batch_execute(TITLE));
        db.wait_until(
            &format!("usename = '{person}' AND wait_event_type = 'Lock'"),
            1,
        );
        removal.batch_execute("COMMIT").expect("a removal");
        match waiting.join().expect("no panic") {
            Err(DatabaseError(_, info)) => {
                assert_eq!(info.constraint_name(), Some("not_a_user"), "{info:?}");
            }
            other => panic!("{other:?}"),
        }
    });
    db.assert_whole();
}

/// The guard judged an approval by a role that its maker has no more.
#[test]
fn whoever_lost_the_role_meanwhile_records_nothing_that_takes_it() {
    let db = Db::new();
    db.entry("tom", 5);
    for (change, of, action) in [
        (
            "UPDATE wl.time_entries SET status = 'LOCKED'",
            "'time_entry', id, 'entry.approve', 'x' FROM wl.time_entries",
            "entry.approve",
        ),
        // of the status of orders an accountant records two changes only
        (
            "UPDATE wl.work_orders SET status = 'cancelled'",
            "'work_order', id, 'order.status', 'x' FROM wl.work_orders",
            "order.status",
        ),
    ] {
        let person = db.person("admin");
        let mut open = session(&db, &person);
        open.batch_execute(&format!("BEGIN; {change}"))
            .expect("a right");
        db.ok("ada", &["user", "role", &person, "accountant"]);
        let record =
            format!("INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) SELECT {of}");
        match open.batch_execute(&record) {
            Err(DatabaseError(_, info)) => {
                assert_eq!(
                    info.constraint_name(),
                    Some("audit_right"),
                    "{action}: {info:?}"
                );
            }
            other => panic!("{action}: {other:?}"),
        }
    }
    db.assert_whole();
}

#[test]
fn a_prepared_transaction_weakens_no_rule() {
    let db = Db::new();
    let person = db.person("admin");
    let name = format!("{}_kept", db.name);
    db.sql(&person, &format!("{TITLE} PREPARE TRANSACTION '{name}'"))
        .expect("a right");
    // it holds its locks, over the end of its session; nobody waits for ever
    let edit = db.start("ada", &["order", "edit", "WO-1", "--title", "ours"]);
    let removal = db.start("abe", &["user", "remove", &person]);
    for outcome in [edit.finish(), removal.finish()] {
        assert_eq!(outcome.code, 75, "{outcome:?}");
    }
    for end in ["COMMIT", "ROLLBACK"] {
        db.sql_refused("abe", &format!("{end} PREPARED '{name}'"), &[NO_RIGHT]);
    }
    db.sql(&person, &format!("COMMIT PREPARED '{name}'"))
        .expect("it is theirs");
    db.ok("abe", &["user", "remove", &person]);
    assert_eq!(
        db.last_record("work_order", 1),
        format!("order.edit {person}")
    );
    db.assert_whole();
}

#[test]
fn a_removal_in_the_middle_of_a_transaction_counts() {
    let db = Db::new();
    let person = db.person("admin");
    let mut open = session(&db, &person);
    open.batch_execute("BEGIN; UPDATE wl.work_orders SET title = 'theirs' WHERE id = 1")
        .expect("a right");
    db.remove_user(&person);
    let before = db.checksum();
    let record = "INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('work_order', 1, 'order.edit', 'x'); COMMIT";
    assert!(open.batch_execute(record).is_err());
    let _ = open.batch_execute("ROLLBACK");
    assert_eq!(db.checksum(), before);
}

#[test]
fn logins_without_a_role_of_their_own_can_do_nothing() {
    let db = Db::new();
    let (twofold, other) = (db.person("technician"), db.person("ops"));
    let stranger = format!("{}_nobody", db.name);
    db.query(&format!(
        "CREATE ROLE {stranger} LOGIN IN ROLE wl_admin; GRANT wl_admin TO {twofold};
         REVOKE wl_ops FROM {other}; GRANT wl_admin TO {other}"
    ));
    let before = db.checksum();
    for login in [&stranger, &twofold, &other] {
        let seen = db
            .sql(login, "SELECT count(*) FROM wl.work_orders")
            .expect("a count");
        assert_eq!(seen, "0", "{login}");
        for sql in &ATTEMPTS[1..] {
            let done = db.sql(login, &format!("BEGIN; {sql}; COMMIT;"));
            assert!(
                done.is_err() || sql.contains("SELECT id, 1, 1"),
                "{login}: {sql}"
            );
        }
    }
    assert_eq!(db.checksum(), before);
    db.query(&format!(
        "REVOKE wl_admin FROM {stranger}; DROP ROLE {stranger}"
    ));
}

/// Before PostgreSQL 15 a login could grant itself to others, and so make
/// anybody a holder of two roles.
#[test]
fn nobody_hands_on_their_own_right() {
    let db = Db::new();
    let (technician, admin) = (db.person("technician"), db.person("admin"));
    for (from, to) in [(&technician, &admin), (&admin, &technician)] {
        for role in [from.as_str(), "wl_technician", "wl_admin"] {
            db.sql_refused(from, &format!("GRANT {role} TO {to}"), &[NO_RIGHT]);
            db.sql_refused(from, &format!("GRANT {to} TO {role}"), &[NO_RIGHT]);
        }
        let _ = db.sql(
            from,
            &format!("ALTER ROLE {from} SET search_path = pg_temp"),
        );
        let _ = db.sql(from, &format!("DROP OWNED BY {from}"));
        db.ok(from, &["order", "list"]);
        db.ok(to, &["order", "list"]);
    }
}

/// An operation id that somebody else has used says nothing about mine.
#[test]
fn an_operation_id_is_its_actors() {
    let db = Db::new();
    let note = [
        "--op-id",
        "nightly-7",
        "entry",
        "add",
        "WO-1/1",
        "--start",
        "9h ago",
        "--end",
        "8h ago",
    ];
    db.ok("tom", &note);
    db.ok(
        "ada",
        &[
            "--op-id",
            "nightly-7",
            "order",
            "edit",
            "WO-1",
            "--title",
            "by the night job",
        ],
    );
    assert_eq!(
        db.query("SELECT title FROM wl.work_orders"),
        "by the night job"
    );
    let again = db.wl(
        "ada",
        &[
            "--op-id",
            "nightly-7",
            "order",
            "edit",
            "WO-1",
            "--title",
            "by the night job",
        ],
    );
    assert!(again.stderr.contains("has already been done"), "{again:?}");
    assert_eq!(
        db.query("SELECT title FROM wl.work_orders"),
        "by the night job"
    );
}

#[test]
fn whoever_holds_a_lock_is_named() {
    let scene = Scene::new();
    let db = &scene.db;
    let (mut order, mut person) = (session(db, "tom"), session(db, "abe"));
    order
        .batch_execute("BEGIN; SELECT wl.share_order(1)")
        .expect("a lock");
    person
        .batch_execute("BEGIN; SELECT wl.lock_user(NULL)")
        .expect("a lock");
    let edit = db.start("ada", &["order", "edit", "WO-1", "--title", "x"]);
    let repeated = db.start(
        "abe",
        &[
            "--op-id", "nightly", "order", "edit", "READY", "--title", "x",
        ],
    );
    for (outcome, name, other) in [
        (edit.finish(), "tom", "abe ("),
        (repeated.finish(), "abe", "tom ("),
    ] {
        outcome.assert_refused(75, &format!("{name} (server process "));
        assert!(!outcome.stderr.contains(other), "{outcome:?}");
    }
}

/// Any login may take an advisory lock, and guess the number that somebody waits for.
#[test]
fn an_advisory_lock_holds_up_no_command() {
    let scene = Scene::new();
    let db = &scene.db;
    let mut tess = session(db, "tess");
    tess.batch_execute("SELECT pg_advisory_lock(hashtextextended('nightly', 0))")
        .expect("a lock");
    for (login, args) in [
        ("abe", &["order", "edit", "READY", "--title", "x"][..]),
        ("acc", &["bill", "add", "READY", "--yes"]),
    ] {
        let outcome = db.wl(login, &[&["--op-id", "nightly"], args].concat());
        assert_ne!(outcome.code, 75, "{outcome:?}");
        assert!(!outcome.stderr.contains("right"), "{outcome:?}");
    }
    let ops = db.wl("olga", &["--op-id", "nightly", "start", "WO-1/1"]);
    ops.assert_refused(77, "olga has the role ops");
}

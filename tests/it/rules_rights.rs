//! R9: a user does only what the role allows, through `wl` or psql alike.

use worklock::db::local::SUPERUSER;

use crate::support::{Db, NO_RIGHT};

#[test]
fn r9_technicians_see_and_touch_only_their_own_time() {
    let db = Db::new();
    let (own, other) = (db.entry("tom", 5), db.entry("tess", 5));
    assert_eq!(
        db.sql("tom", "SELECT id FROM wl.time_entries")
            .expect("rows"),
        own.to_string()
    );
    assert_eq!(
        db.sql("tom", "SELECT DISTINCT actor_login FROM wl.audit_log")
            .expect("rows"),
        "tom"
    );
    // rows that are not seen can't be changed: nothing is found
    let before = db.checksum();
    db.sql(
        "tom",
        &format!("UPDATE wl.time_entries SET note = 'x' WHERE id = {other}"),
    )
    .expect("no row");
    assert_eq!(db.checksum(), before);
    db.sql_refused(
        "tom",
        "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts)
         SELECT id, 1, 1, now() - interval '9 hours', now() - interval '8 hours' FROM wl.users WHERE db_role = 'tess'",
        &["entry_right", "42501"],
    );
    let other = other.to_string();
    db.wl_refused(
        "tom",
        &["entry", "edit", &other, "--note", "x"],
        66,
        "not_found",
    );
    db.sql_refused("tom", "SELECT * FROM wl.lock_user(1)", &["entry_right"]);
}

#[test]
fn r9_grants_give_no_column_more() {
    let db = Db::new();
    db.locked_entry("tom", 5);
    for (login, sql) in [
        ("tom", "UPDATE wl.time_entries SET status = 'LOCKED'"),
        ("tom", "UPDATE wl.time_entries SET long_accepted = true"),
        ("tom", "UPDATE wl.work_orders SET status = 'billed'"),
        ("tom", "UPDATE wl.line_items SET status = 'done'"),
        ("tom", "UPDATE wl.users SET role = 'admin'"),
        ("tom", "UPDATE wl.settings SET value = 'off'"),
        (
            "tom",
            "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, duration_seconds) VALUES (1, 1, 1, now(), 1)",
        ),
        ("ada", "UPDATE wl.time_entries SET approved_by = 1"),
        ("ada", "UPDATE wl.time_entries SET approvals = 0"),
        ("ada", "UPDATE wl.time_entries SET touched_by = '{}'"),
        ("ada", "UPDATE wl.time_entries SET row_version = 1"),
        ("ada", "UPDATE wl.time_entries SET created_by = 1"),
        ("ada", "UPDATE wl.time_entries SET edited_at = now()"),
        ("ada", "UPDATE wl.time_entries SET user_id = 1"),
        ("ada", "UPDATE wl.users SET db_role = 'x'"),
        (
            "ada",
            "INSERT INTO wl.settings (name, value) VALUES ('zone', 'UTC')",
        ),
        ("ada", "INSERT INTO wl.audit_chains VALUES ('nobody')"),
        ("ada", "SELECT wl.add_first_admin('x', 'X', 'UTC', 'x')"),
        ("ada", "SELECT nextval('wl.time_entries_id_seq')"),
        ("ada", "ALTER TABLE wl.time_entries DISABLE TRIGGER ALL"),
        ("ada", "SET session_replication_role = replica"),
        ("ada", "SET ROLE wl_owner"),
        ("ada", "SET SESSION AUTHORIZATION abe"),
        ("ada", "CREATE TABLE wl.mine (a int)"),
        ("ada", "COPY wl.time_entries TO PROGRAM 'true'"),
        ("acc", "UPDATE wl.work_orders SET title = 'x'"),
        ("acc", "UPDATE wl.time_entries SET note = 'x'"),
        (
            "acc",
            "INSERT INTO wl.work_orders (number, title, customer) VALUES ('a', 'b', 'c')",
        ),
        ("olga", "SELECT note FROM wl.time_entries"),
        ("olga", "SELECT note FROM wl.audit_log"),
        ("olga", "SELECT e FROM wl.time_entries e"),
        ("olga", "SELECT to_jsonb(e) FROM wl.time_entries e"),
        ("olga", "COPY wl.time_entries TO STDOUT"),
        (
            "olga",
            "INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('user', 1, 'user.add', 'x')",
        ),
    ] {
        // 428C9: a generated column takes no value from anybody
        db.sql_refused(login, sql, &["42501", "428C9"]);
    }
    db.sql_refused(
        "acc",
        "UPDATE wl.work_orders SET status = 'cancelled'",
        &["order_right"],
    );
    // no rights come from the group either: session_user stays who it is
    db.sql_refused(
        "tom",
        "SET ROLE wl_technician; UPDATE wl.time_entries SET status = 'OPEN'",
        &["42501"],
    );
}

#[test]
fn r9_names_that_shadow_ours_change_nothing() {
    let db = Db::new();
    db.locked_entry("tom", 5);
    let shadow = "CREATE TEMP TABLE users (id bigint, db_role name, deleted_at timestamptz, role text);
        CREATE FUNCTION pg_temp.has_substance(text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
        CREATE FUNCTION pg_temp.pg_has_role(name, name, text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
        SET search_path = pg_temp, wl, pg_catalog;";
    db.sql_refused(
        "ada",
        &format!("{shadow} UPDATE wl.time_entries SET status = 'OPEN', edited_reason = '  '"),
        &["reason_required"],
    );
    db.sql_refused(
        "tom",
        &format!("{shadow} UPDATE wl.time_entries SET note = 'x'"),
        &["entry_locked"],
    );
}

#[test]
fn r9_removed_or_unknown_or_twofold_logins_have_no_right() {
    let db = Db::new();
    let (removed, twofold, other) = (
        db.person("technician"),
        db.person("technician"),
        db.person("accountant"),
    );
    let stranger = format!("{}_stranger", db.name);
    db.remove_user(&removed);
    db.query(&format!(
        "GRANT wl_admin TO {twofold};
         REVOKE wl_accountant FROM {other}; GRANT wl_admin TO {other};
         CREATE ROLE {stranger} LOGIN IN ROLE wl_admin"
    ));
    for login in [&removed, &twofold, &other, &stranger] {
        let outcome = db.wl(login, &["order", "list"]);
        assert_eq!(outcome.code, 77, "{login}: {outcome:?}");
        let seen = db.sql(login, "SELECT count(*) FROM wl.work_orders");
        assert!(
            seen.is_err() || seen.is_ok_and(|rows| rows == "0"),
            "{login} sees orders"
        );
        db.sql_refused(
            login,
            "INSERT INTO wl.work_orders (number, title, customer) VALUES ('x', 'y', 'z')",
            &["42501", "not_a_user"],
        );
    }
    db.ok("ada", &["user", "restore", &removed]);
    db.ok(&removed, &["order", "list"]);
    db.query(&format!("DROP ROLE {stranger}"));
}

#[test]
fn r9_a_login_that_may_become_a_powerful_role_is_no_person() {
    let db = Db::new();
    let (login, boss) = (format!("{}_dba", db.name), format!("{}_boss", db.name));
    db.query(&format!(
        "CREATE ROLE {boss} SUPERUSER; CREATE ROLE {login} LOGIN IN ROLE {boss}"
    ));
    let add = [
        "user",
        "add",
        &login,
        "--full-name",
        "A Dba",
        "--role",
        "ops",
    ];
    db.wl_refused("ada", &add, 1, "user_login_powerful");
    db.query(&format!("REVOKE {boss} FROM {login}"));
    db.ok("ada", &add);
    db.query(&format!("GRANT {boss} TO {login}"));
    let outcome = db.wl("ada", &["doctor"]);
    assert_eq!(outcome.code, 3, "{outcome:?}");
    assert!(
        outcome
            .stdout
            .contains(&format!("{login} (superuser as {boss})")),
        "{outcome:?}"
    );
    db.query(&format!("DROP ROLE {login}; DROP ROLE {boss}"));
}

#[test]
fn r9_who_may_end_sessions_or_owns_the_database_is_no_person() {
    let db = Db::new();
    let name = |kind: &str| format!("{}_{kind}", db.name);
    let (killer, watcher, owner) = (name("killer"), name("watcher"), name("owner"));
    db.query(&format!(
        "CREATE ROLE {killer} LOGIN IN ROLE pg_signal_backend; CREATE ROLE {watcher} LOGIN IN ROLE pg_monitor;
         CREATE ROLE {owner} LOGIN; ALTER DATABASE {} OWNER TO {owner}",
        db.name
    ));
    for login in [&killer, &watcher, &owner] {
        let add = ["user", "add", login, "--full-name", "N", "--role", "ops"];
        db.wl_refused("ada", &add, 1, "user_login_powerful");
    }
    db.query(&format!(
        "ALTER DATABASE {} OWNER TO {SUPERUSER}; DROP ROLE {killer}, {watcher}, {owner}",
        db.name
    ));
}

/// The groups are the server's: a second role here would end the first there.
#[test]
fn r9_a_login_has_one_role_in_all_databases_of_a_server() {
    let (db, other) = (Db::new(), Db::new());
    let person = db.person("admin");
    let add = |role| ["user", "add", &person, "--full-name", "N", "--role", role];
    other.wl_refused("ada", &add("technician"), 1, "user_other_role");
    db.ok(&person, &["order", "list"]);
    other.query(&format!("SELECT wl.allow_login('{person}')"));
    other.ok("ada", &add("admin"));
    for db in [&db, &other] {
        db.ok(&person, &["order", "list"]);
    }
}

#[test]
fn a_user_whose_login_was_dropped_is_removed_and_brought_back() {
    let db = Db::new();
    let person = db.person("ops");
    db.query(&format!("DROP ROLE {person}"));
    db.remove_user(&person);
    db.ok("ada", &["user", "restore", &person]);
    db.ok(&person, &["exceptions"]);
    db.query(&format!("DROP ROLE {person}"));
    db.ok("ada", &["user", "role", &person, "accountant"]);
    db.ok(&person, &["exceptions"]);
    db.assert_whole();
}

#[test]
fn r9_marks_without_letters_are_no_reason() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    for blank in [
        "\u{61c}\u{61c}\u{61c}",
        "\u{301}\u{301}\u{301}",
        "\u{e0020}\u{e0021}\u{e0022}",
        "\u{1d173}\u{1bca0}\u{13430}",
        "\u{e000}\u{f0000}\u{10fffd}",
        "\u{600}\u{6dd}\u{378}",
        "😀😀😀",
    ] {
        let sql = format!(
            "UPDATE wl.time_entries SET status = 'OPEN', edited_reason = '{blank}' WHERE id = {id}"
        );
        db.sql_refused("ada", &sql, &["reason_required"]);
    }
}

/// Names that mean the server's own zone, or nothing.
#[test]
fn the_zone_is_one_that_everybody_knows() {
    let db = Db::new();
    for zone in [
        "posixrules",
        "localtime",
        "Factory",
        "posix/Europe/Berlin",
        "right/UTC",
        "Mars/Olympus",
    ] {
        let sql = format!("UPDATE wl.settings SET value = '{zone}' WHERE name = 'zone'");
        db.sql_refused("ada", &sql, &["setting_zone"]);
    }
    // one that the server knows and wl does not: nobody is locked out
    db.query("SET session_replication_role = replica; UPDATE wl.settings SET value = 'Mars/Olympus' WHERE name = 'zone'");
    let started = db.ok("tom", &["timer", "start", "WO-1/1"]);
    assert!(
        started
            .stderr
            .contains("does not know the time zone Mars/Olympus"),
        "{started:?}"
    );
    db.ok("tom", &["timer", "stop"]);
    db.ok("ada", &["settings", "set", "zone", "Europe/Berlin"]);
}

/// An analysis of one's own, of what one may read.
#[test]
fn people_copy_what_they_read_into_temporary_tables() {
    let db = Db::new();
    db.entry("tom", 5);
    for login in ["tom", "ada", "acc"] {
        let count = db.sql(
            login,
            "CREATE TEMP TABLE mine AS SELECT * FROM wl.time_entries;
             CREATE TEMP TABLE why AS SELECT reason, op_id, action FROM wl.audit_log;
             SELECT count(*) FROM mine",
        );
        assert_eq!(count.expect("a copy").trim_end(), "1", "{login}");
    }
}

#[test]
fn r9_only_an_admin_renames_people() {
    let db = Db::new();
    let tina = db.person("technician");
    let rename = ["user", "rename", &tina, "--full-name", "Tina Stone"];
    let sql = format!("UPDATE wl.users SET full_name = 'Tina Stone' WHERE db_role = '{tina}'");
    for login in ["tom", &tina, "acc", "olga"] {
        db.wl_refused(login, &rename, 77, "no_permission");
        db.sql_refused(login, &sql, &[NO_RIGHT]);
    }
    db.ok("ada", &rename);
    assert_eq!(
        db.query(
            "SELECT action || (after ->> 'full_name') FROM wl.audit_log ORDER BY id DESC LIMIT 1"
        ),
        "user.editTina Stone"
    );
    // the present name does as well, and the same name is no change
    let before = db.checksum();
    let view = db.json(
        "ada",
        &[
            "user",
            "rename",
            "tina stone",
            "--full-name",
            " Tina Stone ",
        ],
    );
    assert_eq!(view["full_name"], "Tina Stone", "{view}");
    assert_eq!(db.checksum(), before);
    db.wl_refused(
        "ada",
        &["user", "rename", &tina, "--full-name", " "],
        65,
        "users_full_name_check",
    );
    db.remove_user(&tina);
    db.wl_refused(
        "ada",
        &["user", "rename", &tina, "--full-name", "Other"],
        1,
        "user_removed",
    );
}

//! Two databases on one server share its logins: no admin of one rules over the people of
//! the other. A new person has a login of their own in each of these databases.

use crate::support::{Db, server};

fn add<'a>(person: &'a str, role: &'a str) -> [&'a str; 7] {
    ["user", "add", person, "--full-name", "N", "--role", role]
}

/// The groups of a login, without those of the databases.
fn groups(db: &Db, login: &str) -> String {
    db.query(&format!(
        "SELECT string_agg(g.rolname, ' ' ORDER BY g.rolname) FROM pg_auth_members m
         JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles p ON p.oid = m.member
         WHERE p.rolname = '{login}' AND g.rolname NOT LIKE 'wl_people_%'"
    ))
}

/// The owner of the database lets its admins add the login.
fn allow(db: &Db, login: &str) {
    db.query(&format!("SELECT wl.allow_login('{login}')"));
}

#[test]
fn an_admin_takes_over_no_login_of_another_database() {
    let (db, other) = (Db::new(), Db::new());
    let insert = |login: &str| {
        format!("INSERT INTO wl.users (db_role, full_name, role) VALUES ('{login}', 'N', 'admin')")
    };
    let (has, had) = (db.person("admin"), db.person("admin"));
    db.remove_user(&had);
    for login in [&has, &had] {
        let error = other.wl_refused("ada", &add(login, "admin"), 1, "user_login_taken");
        let hint = error["hint"].as_str().expect("a hint");
        assert!(
            hint.contains(&format!("wl.allow_login('{login}')")),
            "{hint}"
        );
        other.sql_refused("ada", &insert(login), &["user_login_taken"]);
    }
    // nobody but the owner allows it
    let allow_it = format!("SELECT wl.allow_login('{has}')");
    for login in ["ada", "acc", "tom"] {
        other.sql_refused(login, &allow_it, &["42501"]);
    }
    db.ok(&has, &["order", "list"]);
    // a login that was never a user's is free
    let free = other.unused_name("free");
    other.query(&format!("CREATE ROLE {free} LOGIN"));
    other.ok("ada", &add(&free, "ops"));
}

#[test]
fn who_serves_two_databases_keeps_the_role_in_one_when_the_other_ends_it() {
    let (db, other) = (Db::new(), Db::new());
    let person = db.person("admin");
    allow(&other, &person);
    other.ok("ada", &add(&person, "admin"));
    let list = ["order", "list"];
    let works = |db: &Db| db.wl(&person, &list).code;
    assert_eq!((works(&db), works(&other)), (0, 0));
    // removed in one, then in the other, and back
    let removed = other.ok("ada", &["user", "remove", &person, "--reason", "they left"]);
    assert!(
        removed
            .stderr
            .contains("has no rights in this database any more; it keeps its role in another one"),
        "{removed:?}"
    );
    for table in ["users", "work_orders", "time_entries", "audit_log", "bills"] {
        let seen = other.sql(&person, &format!("SELECT count(*) FROM wl.{table}"));
        assert!(
            seen.as_ref().is_ok_and(|rows| rows == "0") || seen.is_err(),
            "{table}: {seen:?}"
        );
    }
    assert_eq!((works(&db), works(&other)), (0, 77));
    let removed = other.json("ada", &["doctor"]);
    assert!(
        removed
            .to_string()
            .contains("every login has exactly the role"),
        "{removed}"
    );
    other.ok("ada", &["user", "restore", &person]);
    db.remove_user(&person);
    assert_eq!((works(&db), works(&other)), (77, 0));
    other.remove_user(&person);
    assert_eq!(groups(&db, &person), "wl_person");
}

/// Two roles are none: a person whose role changed here would be without one there.
#[test]
fn a_role_changes_in_no_other_database() {
    let (db, other) = (Db::new(), Db::new());
    let person = db.person("technician");
    allow(&other, &person);
    other.ok("ada", &add(&person, "technician"));
    let promote = ["user", "role", &person, "admin"];
    db.wl_refused("ada", &promote, 1, "user_other_role");
    let sql = format!("UPDATE wl.users SET role = 'admin' WHERE db_role = '{person}'");
    db.sql_refused("ada", &sql, &["user_other_role"]);
    // removed there, the role is this database's alone; then nobody brings it back there
    other.remove_user(&person);
    db.ok("ada", &promote);
    other.wl_refused("ada", &["user", "restore", &person], 1, "user_other_role");
    let sql = format!("UPDATE wl.users SET deleted_at = NULL WHERE db_role = '{person}'");
    other.sql_refused("ada", &sql, &["user_other_role"]);
    db.ok(&person, &["order", "list"]);
    assert_eq!(groups(&db, &person), "wl_admin wl_person");
}

#[test]
fn restored_people_keep_the_role_that_they_have_elsewhere() {
    let db = Db::new();
    let (person, same) = (db.person("technician"), db.person("ops"));
    let copy = db.copy();
    db.ok("ada", &["user", "role", &person, "accountant"]);
    let left = copy.query("SET ROLE wl_owner; SELECT wl.make_logins()");
    assert_eq!(left, person);
    assert_eq!(groups(&db, &person), "wl_accountant wl_person");
    db.ok(&person, &["exceptions"]);
    copy.ok(&same, &["exceptions"]);
    let found = copy.wl("ada", &["doctor"]);
    assert!(
        found.stdout.contains(&format!("{person} (technician")),
        "{found:?}"
    );
}

/// Roles that were moved from another server may have left a group with this number.
#[test]
fn a_new_database_has_no_people_of_an_older_one() {
    let (db, new) = (Db::new(), Db::new());
    let person = db.person("admin");
    // its rules are made, and it had no user yet
    new.query("SET session_replication_role = replica; TRUNCATE wl.users CASCADE");
    allow(&new, &person);
    let url = format!("{}&user={}", new.url(), worklock::db::local::SUPERUSER);
    new.ok(
        "nobody",
        &["--database-url", &url, "init", "--admin", "ada"],
    );
    new.wl_refused("ada", &add(&person, "admin"), 1, "user_login_taken");
}

#[test]
fn a_new_login_has_a_limit_that_stays_as_an_administrator_sets_it() {
    let db = Db::new();
    let person = db.person("technician");
    let limit = || {
        db.query(&format!(
            "SELECT rolconnlimit FROM pg_roles WHERE rolname = '{person}'"
        ))
    };
    assert_eq!(limit(), "20");
    db.query(&format!("ALTER ROLE {person} CONNECTION LIMIT 3"));
    db.ok("ada", &["user", "role", &person, "ops"]);
    db.remove_user(&person);
    db.ok("ada", &["user", "restore", &person]);
    assert_eq!(limit(), "3");
    // one that others made is used as it is
    let other = db.unused_name("other");
    db.query(&format!("CREATE ROLE {other} LOGIN"));
    db.ok("ada", &add(&other, "ops"));
    let unlimited = format!("SELECT rolconnlimit FROM pg_roles WHERE rolname = '{other}'");
    assert_eq!(
        server().sql(&db.name, "ada", &unlimited).expect("a limit"),
        "-1"
    );
}

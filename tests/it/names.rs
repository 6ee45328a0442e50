//! Names that look the same are the same: in either case, and in either of Unicode's
//! forms, whatever the locale of the database.

use worklock::text::name;

use crate::support::{Db, Folder, bare_command};

/// Typed on a Mac, and elsewhere.
const APART: &str = "Mu\u{308}ller-1";
const COMPOSED: &str = "M\u{fc}ller-1";

const NFC: [&str; 4] = [
    "users_nfc_check",
    "work_orders_nfc_check",
    "settings_nfc_check",
    "bills_nfc_check",
];

fn add_order(db: &Db, number: &str, customer: &str) {
    let args = [
        "order",
        "add",
        number,
        "--title",
        "T",
        "--customer",
        customer,
    ];
    db.ok("ada", &args);
}

#[test]
fn an_order_has_one_number_however_it_is_typed() {
    let db = Db::new();
    add_order(&db, APART, "Bu\u{308}ro A");
    assert_eq!(
        db.query("SELECT number || customer FROM wl.work_orders WHERE number <> 'WO-1'"),
        format!("{COMPOSED}B\u{fc}ro A")
    );
    for typed in [APART, COMPOSED, "mu\u{308}ller-1", "M\u{dc}LLER-1"] {
        db.wl_refused(
            "ada",
            &["order", "add", typed, "--title", "T", "--customer", "C"],
            1,
            "work_orders_number_key",
        );
        let shown = db.json("ada", &["order", "show", typed]);
        assert_eq!(shown["number"], COMPOSED);
    }
    db.line(COMPOSED, "Pump");
    db.start_timer("tom", COMPOSED, "10m ago");
    db.ok("tom", &["entry", "list", APART]);
    db.ok("tom", &["timer", "stop"]);
    db.ok("tom", &["timer", "start", APART]);
    for part in ["bu\u{308}ro", "B\u{dc}RO"] {
        for filter in ["--customer", "--search"] {
            let found = db.json("ada", &["order", "list", filter, part]);
            assert_eq!(found[0]["number"], COMPOSED, "{filter} {part}");
        }
    }
    // another order gets the number in the other form
    db.ok(
        "ada",
        &["order", "edit", "WO-1", "--number", "Mu\u{308}ller-2"],
    );
    assert_eq!(
        db.query("SELECT count(*) FROM wl.work_orders WHERE number = 'M\u{fc}ller-2'"),
        "1"
    );
}

fn import(db: &Db, login: &str, what: &str, path: &str) -> serde_json::Value {
    let file = std::fs::read_to_string(path).expect("the file");
    let header = file.lines().next().expect("a header");
    let maps: Vec<String> = header
        .split(',')
        .map(|name| format!("{name}={name}"))
        .collect();
    let mut args = vec![what, "import", path];
    for map in &maps {
        args.extend(["--map", map]);
    }
    db.json(login, &args)
}

#[test]
fn imports_find_names_in_either_form() {
    let db = Db::new();
    add_order(&db, COMPOSED, "C");
    let folder = Folder::new();
    let orders = folder.file(
        "orders.csv",
        format!("number,title,customer,line\n{APART},T,C,Ventilgeh\u{e4}use\n{COMPOSED},T,C,Ventilgeha\u{308}use\n"),
    );
    let imported = import(&db, "ada", "order", &orders);
    assert_eq!(imported["lines_added"], 1, "{imported}");
    let entries = folder.file(
        "time.csv",
        format!("number,line,start_ts,end_ts\n{APART},Ventilgeha\u{308}use,2026-07-01T08:00:00Z,2026-07-01T09:00:00Z\n"),
    );
    let imported = import(&db, "tom", "entry", &entries);
    assert_eq!(imported["added"], 1, "{imported}");
}

#[test]
fn other_names_are_composed_too() {
    let db = Db::new();
    db.ok("ada", &["settings", "set", "organisation", "Mu\u{308}ller"]);
    assert_eq!(
        db.query("SELECT value FROM wl.settings WHERE name = 'organisation'"),
        "M\u{fc}ller"
    );
    let login = db.unused_name("tech");
    db.ok(
        "ada",
        &[
            "user",
            "add",
            &login,
            "--full-name",
            "Jo\u{308}rg",
            "--role",
            "technician",
        ],
    );
    for typed in ["J\u{f6}rg", "jo\u{308}rg", "J\u{d6}RG"] {
        db.ok("ada", &["entry", "list", "--user", typed]);
    }
    db.entry("tom", 3);
    db.approve("ada", "WO-1");
    db.ok(
        "acc",
        &["bill", "add", "WO-1", "--reference", "Ma\u{308}rz", "--yes"],
    );
    assert_eq!(db.query("SELECT reference FROM wl.bills"), "M\u{e4}rz");
}

#[test]
fn plain_sql_stores_no_name_apart() {
    let db = Db::new();
    for sql in [
        format!(
            "INSERT INTO wl.work_orders (number, title, customer) VALUES ('{APART}', 'T', 'C')"
        ),
        "INSERT INTO wl.work_orders (number, title, customer) VALUES ('X', 'T', 'u\u{308}')"
            .to_owned(),
        "UPDATE wl.work_orders SET number = 'u\u{308}'".to_owned(),
        "UPDATE wl.settings SET value = 'u\u{308}' WHERE name = 'organisation'".to_owned(),
        "UPDATE wl.users SET full_name = 'u\u{308}' WHERE db_role = 'tom'".to_owned(),
    ] {
        db.sql_refused("ada", &sql, &NFC);
    }
    db.entry("tom", 3);
    db.approve("ada", "WO-1");
    // a letterhead stays, and the time is free again
    let bill = db.bill("acc", &["WO-1"]);
    db.cancel_bill("acc", bill, "wrong reference");
    db.sql_refused(
        "acc",
        "INSERT INTO wl.bills (until, reference, entry_ids, entry_versions)
         SELECT current_date, 'u\u{308}', array_agg(e.id), array_agg(e.row_version) FROM wl.time_entries e",
        &NFC,
    );
    // the index refuses the same number in capitals
    add_order(&db, COMPOSED, "C");
    db.sql_refused(
        "ada",
        "INSERT INTO wl.work_orders (number, title, customer) VALUES ('M\u{dc}LLER-1', 'T', 'C')",
        &["work_orders_number_key"],
    );
}

#[test]
fn logins_that_look_alike_are_refused() {
    let db = Db::new();
    let login = db.person("technician");
    let capitals = login.to_uppercase();
    let add = |name: &str, kind: &str| {
        let args = ["user", "add", name, "--full-name", "N", "--role", "ops"];
        db.wl_refused("ada", &args, 1, kind);
        let insert = format!(
            "INSERT INTO wl.users (db_role, full_name, role) VALUES ('{name}', 'N', 'ops') RETURNING id"
        );
        db.sql_refused("ada", &insert, &[kind]);
    };
    add(&capitals, "user_login_case");
    add("Tom", "user_login_case");
    // a role of the server that is nobody here
    let role = db.unused_name("ops");
    db.query(&format!("CREATE ROLE {role}"));
    add(&role.to_uppercase(), "user_login_case");
    db.query(&format!("DROP ROLE {role}"));
    for word in [
        "all",
        "sameuser",
        "samerole",
        "samegroup",
        "replication",
        "public",
        "none",
        "user",
        "current_user",
        "current_role",
        "session_user",
        "ALL",
        "Replication",
    ] {
        add(word, "user_login_reserved");
    }
    for name in ["pg_x", "PG_x", "wl_x", "+ops", "@ops", "-ops"] {
        let insert = format!(
            "INSERT INTO wl.users (db_role, full_name, role) VALUES ('{name}', 'N', 'ops')"
        );
        db.sql_refused("ada", &insert, &["users_db_role_check"]);
    }
}

/// Even where the guard's look at the others is too early for two at once.
#[test]
fn the_index_keeps_logins_apart() {
    let db = Db::new();
    let login = db.person("technician");
    let insert = |login: &str| {
        format!(
            "SET session_replication_role = replica;
             INSERT INTO wl.users (db_role, full_name, role, created_at, created_by, row_version)
             VALUES ('{login}', 'N', 'ops', now(), 1, 1)"
        )
    };
    db.sql_refused(
        worklock::db::local::SUPERUSER,
        &insert(&login.to_uppercase()),
        &["users_name_key"],
    );
}

#[test]
fn the_first_admin_needs_a_login_of_their_own() {
    let db = Db::empty();
    let outcome = bare_command(&[
        "init",
        "--admin",
        "replication",
        "--full-name",
        "R",
        "--zone",
        "UTC",
    ])
    .env("DATABASE_URL", db.superuser_url())
    .output()
    .expect("wl runs");
    let stderr = String::from_utf8_lossy(&outcome.stderr);
    assert_eq!(outcome.status.code(), Some(1), "{stderr}");
    assert!(stderr.contains("replication"), "{stderr}");
}

#[test]
fn the_migration_has_the_rule_of_the_program() {
    let path = "migrations/2026-11-22-000001_create_tables/up.sql";
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let migration = std::fs::read_to_string(file).expect("the migration");
    let body = name::function_body();
    assert!(migration.contains(&body), "{path} lacks:\n{body}");
}

/// Every character that PostgreSQL can store.
#[test]
fn the_database_makes_the_same_keys() {
    let db = Db::new();
    let keys = db.query(
        "SELECT code || ' ' || (SELECT string_agg(ascii(c)::text, ',') FROM string_to_table(wl.name_key(chr(code)), NULL) c)
         FROM generate_series(1, 1114111) code
         WHERE code NOT BETWEEN 55296 AND 57343 AND wl.name_key(chr(code)) <> chr(code) ORDER BY code",
    );
    let expected: Vec<String> = ('\u{1}'..=char::MAX)
        .map(|c| (c, name::name_key(&c.to_string())))
        .filter(|(c, key)| *key != c.to_string())
        .map(|(c, key)| {
            let codes: Vec<String> = key.chars().map(|c| u32::from(c).to_string()).collect();
            format!("{} {}", u32::from(c), codes.join(","))
        })
        .collect();
    assert!(expected.len() > 1000, "{}", expected.len());
    // a server knows fewer characters than this program, or more
    let known = |line: &&str| {
        let code = line.split(' ').next().and_then(|code| code.parse().ok());
        code.is_some_and(|code: u32| code < 0x10000)
    };
    let found: Vec<&str> = keys.lines().filter(known).collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).filter(known).collect();
    assert_eq!(found, expected);
    assert_eq!(
        db.query(&format!(
            "SELECT wl.name_key('{APART}') = wl.name_key('{}')",
            COMPOSED.to_uppercase()
        )),
        "t"
    );
}

fn init(db: &Db) {
    let mut command = bare_command(&[
        "init",
        "--admin",
        "ada",
        "--full-name",
        "Ada",
        "--zone",
        "UTC",
    ]);
    let made = command.env("DATABASE_URL", db.superuser_url()).output();
    assert!(made.expect("wl runs").status.success());
}

/// A database whose own lower() makes another letter of I.
#[test]
fn numbers_with_an_i_are_found_in_a_turkish_database() {
    let Some(db) = Db::turkish() else { return };
    assert_eq!(db.query("SELECT lower('I')"), "ı");
    init(&db);
    add_order(&db, "IS-1", "INDIGO");
    for number in ["IS-1", "is-1"] {
        assert_eq!(db.json("ada", &["order", "show", number])["number"], "IS-1");
    }
    db.ok("ada", &["line", "add", "is-1", "--description", "Pump"]);
    db.ok("ada", &["timer", "start", "is-1"]);
    let found = db.json("ada", &["order", "list", "--customer", "indigo"]);
    assert_eq!(found[0]["number"], "IS-1");
}

/// A letter of another script can look like one of these.
#[test]
fn logins_are_of_ascii_letters_in_any_locale() {
    let turkish = Db::turkish();
    if let Some(db) = &turkish {
        init(db);
    }
    for db in [Some(Db::new()), turkish].into_iter().flatten() {
        // Cyrillic, an accent, a dotless i, an Arabic digit, a wide letter
        for name in [
            "\u{430}da",
            "t\u{f2}m",
            "\u{131}",
            "tom\u{663}",
            "\u{ff54}om",
        ] {
            let add = ["user", "add", name, "--full-name", "N", "--role", "ops"];
            let error = db.wl_refused("ada", &add, 65, "users_db_role_check");
            let message = error["message"].as_str().expect("a message");
            assert!(message.contains("ASCII letters"), "{error}");
            let insert = format!(
                "INSERT INTO wl.users (db_role, full_name, role) VALUES ('{name}', 'N', 'ops')"
            );
            db.sql_refused("ada", &insert, &["users_db_role_check"]);
        }
    }
}

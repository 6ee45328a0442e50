//! Everything that can be typed wrong: one clear sentence, its exit code, and
//! the database as it was.

use crate::support::{Db, Folder, Outcome, bare_command};

/// Entries of tom: 1 approved, 2 open, 3 removed; tess runs a timer; WO-2 is
/// closed and WO-1/3 is done.
fn scene() -> Db {
    let db = Db::new();
    db.order("WO-2");
    db.line("WO-1", "Third");
    for day in 1..=3 {
        let at = |hour| format!("2024-06-0{day} {hour}:00");
        db.time("tom", "WO-1/1", &at(8), &at(9));
    }
    db.approve_entry("ada", 1);
    db.remove_entry("tom", 3, None);
    db.start_timer("tess", "WO-2/1", "now");
    db.order_status("ada", "WO-2", "ready_to_bill");
    db.line_status("WO-1/3", "done");
    db
}

/// Refusals after which there is nothing to type: it is as it should be.
const NOTHING_TO_TYPE: [&str; 2] = ["entry_live", "no_input"];

type Case<'a> = (&'a str, &'a [&'a str], u8, &'a str, &'a str);

/// Each as JSON and as lines: the code, the kind, words of the sentence.
fn assert_all_refused(db: &Db, cases: &[Case<'_>]) {
    let before = db.checksum();
    for (login, args, code, kind, words) in cases {
        let error = db.refused(login, args);
        let message = error["message"].as_str().expect("a message");
        let args_shown = worklock::text::short(&args.join(" "), 200);
        assert_eq!(
            (&error["code"], &error["kind"]),
            (&(*code).into(), &(*kind).into()),
            "{args_shown}: {error}"
        );
        assert!(message.contains(words), "{args_shown}: {error}");
        assert!(
            !message.ends_with('.') && message.len() < 600,
            "{args_shown}: {error}"
        );
        assert!(
            error["hint"].is_string()
                || *code == 65
                || *code == 77
                || NOTHING_TO_TYPE.contains(kind),
            "{args_shown}: {error}"
        );
        db.wl(login, args).assert_refused(*code, "");
    }
    assert_eq!(db.checksum(), before);
}

#[test]
#[rustfmt::skip]
fn what_is_not_there_is_named() {
    assert_all_refused(&scene(), &[
        ("tom", &["timer", "start", "WO-9"], 66, "not_found", "there is no work order WO-9"),
        ("tom", &["timer", "start", "WO-1/9"], 66, "not_found", "WO-1 has no line item 9"),
        ("tom", &["entry", "show", "999"], 66, "not_found", "no time entry 999"),
        ("tess", &["entry", "show", "2"], 66, "not_found", "no time entry 2"),
        ("tess", &["entry", "edit", "2", "--note", "x"], 66, "not_found", "no time entry 2"),
        ("ada", &["approve", "WO-9", "--yes"], 66, "not_found", "WO-9"),
        ("ada", &["approve", "--entry", "999", "--yes"], 66, "not_found", "999"),
        ("ada", &["approve", "WO-1", "--user", "nobody", "--yes"], 66, "not_found", "no user nobody"),
        ("ada", &["unlock", "999", "--reason", "because"], 66, "not_found", "999"),
        ("ada", &["user", "role", "nobody", "ops"], 66, "not_found", "no user nobody"),
        ("ada", &["line", "list", "WO-9"], 66, "not_found", "WO-9"),
        ("ada", &["line", "status", "WO-1/9", "done"], 66, "not_found", "no line item 9"),
        ("ada", &["order", "show", "WO-9"], 66, "not_found", "WO-9"),
        ("ada", &["order", "status", "WO-9", "billed"], 66, "not_found", "WO-9"),
        ("acc", &["export", "csv", "WO-9"], 66, "not_found", "WO-9"),
        ("acc", &["export", "pdf", "WO-1", "WO-9"], 66, "not_found", "WO-9"),
        ("ada", &["timer", "stop", "--user", "nobody", "--reason", "because"], 66, "not_found", "nobody"),
    ]);
}

#[test]
#[rustfmt::skip]
fn times_that_cannot_be_are_refused() {
    let add = |start, end| ["entry", "add", "WO-1/1", "--start", start, "--end", end];
    assert_all_refused(&scene(), &[
        ("tom", &add("2024-06-05 10:00", "2024-06-05 09:00"), 1, "time_entries_end_check", "before the start"),
        ("tom", &add("2999-01-01", "2999-01-02"), 65, "bad_time", "2999-01-01"),
        ("tom", &add("2999-01-01 10:00", "2999-01-02 10:00"), 1, "future_time", "in the future"),
        ("tom", &add("2024-06-05 10:00", "2999-01-02 10:00"), 1, "future_time", "in the future"),
        ("tom", &add("2024-06-02 08:59", "2024-06-02 09:30"), 1, "time_entries_no_overlap", "overlaps entry 2"),
        ("tom", &add("2024-06-01 08:30", "2024-06-01 08:40"), 1, "time_entries_no_overlap", "overlaps entry 1"),
        ("tom", &add("1969-12-31 08:30", "2024-01-01 08:40"), 65, "time_entries_range_check", "1970"),
        ("tom", &add("25:00", "26:00"), 65, "bad_time", "25:00"),
        ("tom", &add("", "26:00"), 65, "bad_time", "\"\""),
        ("tom", &add("9999999999999999999h ago", "1h ago"), 65, "bad_time", "9999"),
        ("tom", &add("+262143-01-01T00:00:00Z", "1h ago"), 65, "bad_time", "262143"),
        ("tom", &["timer", "start", "WO-1/1", "--at", "2999-01-01 10:00"], 1, "future_time", "in the future"),
        ("tom", &["timer", "start", "WO-1/1", "--at", "2024-06-01 08:30"], 1, "time_entries_no_overlap", "overlaps"),
        ("tess", &["timer", "stop", "--at", "2024-06-01 08:30"], 1, "time_entries_end_check", "can't stop at"),
        ("tom", &["entry", "edit", "2", "--end", "2024-06-02 07:00"], 1, "time_entries_end_check", "before"),
        ("tom", &["entry", "edit", "2", "--start", "2024-06-01 08:30"], 1, "time_entries_no_overlap", "entry 1"),
        ("tom", &["entry", "list", "--from", "yesterdayish"], 65, "bad_date", "yesterdayish"),
        ("ada", &["settings", "set", "zone", "Mars/Olympus"], 65, "setting_zone", "Mars/Olympus"),
        ("ada", &["settings", "set", "stale_after", "0s"], 65, "settings_value_check", "this value"),
    ]);
}

#[test]
#[rustfmt::skip]
fn rows_in_the_wrong_state_are_refused() {
    assert_all_refused(&scene(), &[
        ("tom", &["timer", "stop"], 1, "no_timer", "tom has no running timer"),
        ("tom", &["entry", "edit", "1", "--note", "x"], 1, "entry_locked", "entry 1 is LOCKED"),
        ("tom", &["entry", "remove", "1"], 1, "entry_locked", "entry 1 is LOCKED"),
        ("tom", &["entry", "restore", "2"], 1, "entry_live", "not removed"),
        ("tom", &["entry", "edit", "3", "--note", "x"], 1, "entry_removed", "entry 3 is removed"),
        ("ada", &["unlock", "2", "--reason", "because"], 1, "entry_open", "entry 2 is not LOCKED"),
        ("ada", &["unlock", "1", "--reason", " . "], 1, "reason_required", "needs a reason"),
        ("ada", &["unlock", "1", "--reason", ""], 1, "reason_required", "needs a reason"),
        ("ada", &["order", "edit", "WO-1", "--title", "T", "--reason", ""], 1, "reason_required", "a reason has at least three letters"),
        ("ada", &["settings", "set", "organisation", "O", "--reason", " - "], 1, "reason_required", "a reason has at least three letters"),
        ("tom", &["entry", "add", "WO-1/1", "--start", "2024-06-04 9:00", "--for", "1h", "--reason", "\u{3164}\u{3164}\u{3164}"], 1, "reason_required", "a reason has at least three letters"),
        ("ada", &["entry", "edit", "2", "--note", "x"], 2, "reason_required", "entry 2 is another user's time; changing it needs a reason"),
        ("ada", &["entry", "edit", "2", "--note", "x", "--reason", "\u{3164}\u{3164}\u{3164}"], 1, "reason_required", "entry 2 is another user's time"),
        ("tess", &["timer", "start", "WO-1/1", "--no-switch"], 1, "timer_running", "a timer has been running on WO-2/1"),
        ("tess", &["entry", "edit", "4", "--end", "1m ago"], 1, "entry_running", "still running"),
        ("tom", &["timer", "start", "WO-2/1"], 1, "order_closed", "WO-2 is ready_to_bill"),
        ("tom", &["timer", "start", "WO-1/3"], 1, "line_closed", "WO-1/3 is done"),
        ("tom", &["timer", "start", "WO-1"], 2, "choose_line", "2 open line items"),
        ("acc", &["order", "status", "WO-2", "billed"], 1, "order_unapproved", "unapproved time: 1 entry, 1 running"),
        ("ada", &["order", "status", "WO-1", "billed"], 1, "order_status", "can't become billed"),
        ("ada", &["approve", "WO-2", "--yes"], 1, "approve_running", "is a running timer"),
        ("ada", &["line", "remove", "WO-1/1"], 1, "line_in_use", "line item WO-1/1 still has"),
        ("ada", &["order", "remove", "WO-1"], 1, "order_in_use", "work order WO-1 still has 3 line items"),
        ("ada", &["user", "remove", "tom"], 1, "user_open_time", "user tom has unapproved time: "),
        ("ada", &["order", "add", "wo-1", "--title", "T", "--customer", "C"], 1, "work_orders_number_key", "already"),
        ("ada", &["user", "add", "tom", "--full-name", "T", "--role", "ops"], 1, "users_db_role_key", "already"),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_missing_right_is_named() {
    let reason = "because of it";
    assert_all_refused(&scene(), &[
        ("tom", &["approve", "WO-1", "--yes"], 77, "no_permission", "technician"),
        ("tom", &["unlock", "1", "--reason", reason], 77, "no_permission", "only the role admin may"),
        ("tom", &["order", "add", "X", "--title", "T", "--customer", "C"], 77, "no_permission", "admin"),
        ("tom", &["line", "add", "WO-1", "--description", "D"], 77, "no_permission", "admin"),
        ("tom", &["user", "add", "x", "--full-name", "X", "--role", "admin"], 77, "no_permission", "admin"),
        ("tom", &["settings", "set", "stale_after", "9h"], 77, "no_permission", "admin"),
        ("tom", &["timer", "stop", "--user", "tess", "--reason", reason], 77, "no_permission", "change another user's time"),
        ("acc", &["timer", "start", "WO-1/1"], 77, "no_permission", "record time"),
        ("acc", &["order", "status", "WO-1", "ready_to_bill"], 77, "order_right", "admin"),
        ("olga", &["entry", "remove", "2", "--reason", reason], 77, "no_permission", "admin"),
        ("olga", &["export", "csv", "WO-1"], 77, "no_permission", "export time"),
        ("nobody_here", &["timer", "status"], 77, "no_permission", "has no login nobody_here"),
    ]);
}

#[test]
#[rustfmt::skip]
fn texts_out_of_bounds_are_refused() {
    let huge = "x".repeat(100_000);
    let long = "x".repeat(70);
    let order = |number| ["order", "add", number, "--title", "T", "--customer", "C"];
    assert_all_refused(&scene(), &[
        ("ada", &order(""), 65, "work_orders_number_check", "order number"),
        ("ada", &order("A/1"), 65, "work_orders_number_check", "order number"),
        ("ada", &order("A\n1"), 65, "work_orders_number_check", "order number"),
        ("ada", &order("A\u{1b}[2J"), 65, "work_orders_number_check", "order number"),
        ("ada", &order(&long), 65, "work_orders_number_check", "order number"),
        ("ada", &order(&huge), 65, "work_orders_number_check", "order number"),
        ("ada", &["order", "add", "A", "--title", " ", "--customer", "C"], 65, "work_orders_title_check", "title"),
        ("ada", &["order", "add", "A", "--title", &huge, "--customer", "C"], 65, "work_orders_title_check", "title"),
        ("ada", &["order", "add", "A", "--title", "T", "--customer", &huge], 65, "work_orders_customer_check", "customer"),
        ("ada", &["line", "add", "WO-1", "--description", &huge], 65, "line_items_description_check", "description"),
        ("ada", &["user", "add", &huge, "--full-name", "N", "--role", "ops"], 65, "users_db_role_check", "63 bytes"),
        ("ada", &["user", "add", "a b", "--full-name", "N", "--role", "ops"], 65, "users_db_role_check", "login name"),
        ("ada", &["user", "add", "wl_x", "--full-name", "N", "--role", "ops"], 65, "users_db_role_check", "login name"),
        ("ada", &["user", "add", "public", "--full-name", "N", "--role", "ops"], 1, "user_login_reserved", "login name"),
        ("ada", &["user", "add", "none", "--full-name", "N", "--role", "ops"], 1, "user_login_reserved", "login name"),
        ("ada", &["user", "add",worklock::db::local::SUPERUSER, "--full-name", "N", "--role", "ops"], 1, "user_login_powerful",worklock::db::local::SUPERUSER),
        ("ada", &["user", "add", "x9", "--full-name", &huge, "--role", "ops"], 65, "users_full_name_check", "full name"),
        ("tom", &["entry", "edit", "2", "--note", &huge], 65, "note_check", "note"),
        ("ada", &["unlock", "1", "--reason", &huge], 65, "reason_check", "reason"),
        ("tom", &["timer", "start", &huge], 66, "not_found", "there is no work order xxx"),
        ("tom", &["timer", "start", &format!("{huge}/1")], 66, "not_found", "there is no work order xxx"),
        ("ada", &["user", "remove", &huge], 66, "not_found", "there is no user xxx"),
        ("tom", &["timer", "start", "WO-1/1", "--at", &huge], 65, "bad_time", "xxx"),
        ("tom", &["--op-id", "", "timer", "start", "WO-1/1"], 65, "op_id_check", "operation id"),
        ("tom", &["--op-id", &huge, "timer", "start", "WO-1/1"], 65, "op_id_check", "operation id"),
    ]);
}

#[test]
fn a_wrong_command_line_is_usage() {
    let cases: &[&[&str]] = &[
        &["start"],
        &["note"],
        &["timer", "start"],
        &["timer", "start", "WO-1/x"],
        &["timer", "start", "WO-1/0"],
        &["timer", "start", "WO-1/99999999999"],
        &["entry", "show", "abc"],
        &["entry", "show", "99999999999999999999"],
        &["entry", "edit", "2"],
        &["entry", "list", "--limit", "0"],
        &["order", "status", "WO-1", "finished"],
        &["approve"],
        &["approve", "WO-1"],
        &["unlock", "1"],
        &["export", "csv"],
        &["export", "doc", "WO-1"],
        &["--format", "xml", "order", "list"],
        &["order", "edit", "WO-1"],
        &["nonsense"],
    ];
    let db = Db::new();
    let before = db.checksum();
    for args in cases {
        let outcome = db.wl("ada", args);
        assert_eq!(
            (outcome.code, outcome.stdout.as_str()),
            (2, ""),
            "{args:?}: {outcome:?}"
        );
        assert!(!outcome.stderr.contains("panicked"), "{outcome:?}");
    }
    assert_eq!(db.checksum(), before);
}

#[test]
fn a_database_that_is_not_there_is_unreachable() {
    let db = Db::new();
    for (url, code, words) in [
        ("postgresql://127.0.0.1:1/x", 69, "can't be reached"),
        ("postgresql:///x?host=/nonexistent", 69, "can't be reached"),
        ("host=no-such-host.invalid dbname=x", 69, "can't be reached"),
        (
            &db.url().replace(&db.name, "no_such_database"),
            69,
            "does not exist",
        ),
        (
            "postgresql://tom:p@secret@localhost:1/db",
            78,
            "write %40 for @",
        ),
        ("postgresql://tom:1/secret@h/db", 78, "%2F for /"),
        ("postgresql://h/db?password=1&secret", 78, "%26 for &"),
        (
            "host=h password=1 secret",
            78,
            "neither a URL nor a list of settings",
        ),
        (
            "postgresql://[",
            78,
            "looking for matching ] in IPv6 host address",
        ),
        (
            "postgresql://tom:secret@[::1",
            78,
            "looking for matching ] in IPv6 host address",
        ),
        (
            "postgresql://tom:secret@h/%zz",
            78,
            "invalid percent-encoded token",
        ),
        (
            "postgresql://tom:secret@h:1/x?colour=blue",
            78,
            "invalid URI query parameter",
        ),
        (
            "postgresql://tom:secret@h:1/x?sslmode",
            78,
            "one of its parameters is not in the form key=value",
        ),
        (
            "host='unterminated password=secret",
            78,
            "missing = after …",
        ),
        (
            "nonsense",
            78,
            "neither a URL nor a list of settings in the form key=value",
        ),
        ("colour=blue", 78, "invalid connection option"),
        (
            "postgresql://h:notaport/x",
            78,
            "invalid integer value … for connection option \"port\"",
        ),
        (
            "service=nowhere password=secret",
            78,
            "definition of service … not found",
        ),
    ] {
        let mut command = bare_command(&["timer", "start", "WO-1"]);
        command.env("DATABASE_URL", url).env("WL_USER", "tom");
        let outcome = Outcome::of(command.output().expect("wl runs"));
        outcome.assert_refused(code, words);
        assert!(!outcome.stderr.contains("secret"), "{outcome:?}");
    }
}

#[test]
fn letters_of_every_script_go_in_and_come_out_and_none_acts_on_the_terminal() {
    let db = Db::new();
    for (n, text) in [
        "שלום עולם",
        "مرحبا",
        "日本語",
        "👩\u{200d}🔧",
        "e\u{301}",
        "a\u{202e}b\u{1b}[2J\u{7}",
    ]
    .into_iter()
    .enumerate()
    {
        let number = format!("X-{n}");
        let add = ["order", "add", &number, "--title", text, "--customer", text];
        assert_eq!(db.json("ada", &add)["title"], text);
        for format in ["table", "json"] {
            let shown = db.ok("ada", &["--format", format, "order", "show", &number]);
            let acts = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
            assert!(!shown.stdout.contains(acts), "{shown:?}");
        }
    }
}

#[test]
fn nul_and_invalid_utf_8_cannot_be_typed_past_us() {
    use std::os::unix::ffi::OsStrExt;
    let db = Db::new();
    let before = db.checksum();
    let mut command = db.command(
        "ada",
        &["order", "add", "X-1", "--customer", "C", "--title"],
    );
    command.arg(std::ffi::OsStr::from_bytes(b"a\xff\xfe"));
    let outcome = Outcome::of(command.output().expect("wl runs"));
    assert_eq!(outcome.code, 2, "{outcome:?}");
    assert!(!outcome.stderr.contains("panicked"), "{outcome:?}");
    assert_eq!(db.checksum(), before);
    let folder = Folder::new();
    let file = folder.file("nul.csv", "number,title\nX-1,a\0b\n");
    let error = db.refused("ada", &["order", "import", &file]);
    assert_eq!(error["code"], 65);
    assert!(
        error["message"].as_str().expect("text").contains("NUL"),
        "{error}"
    );
    assert_eq!(db.checksum(), before);
}

/// Whoever copies the command of a hint runs that command and nothing else.
#[test]
fn a_command_in_a_message_is_quoted() {
    let db = Db::new();
    let number = "x;id `id`";
    db.order(number);
    let line = format!("{number}/1");
    let started = ["--start", "3h ago", "--end", "2h ago"];
    let status = |status| db.ok("ada", &["order", "status", number, status]);
    let said = |login: &str, args: &[&str], command: &str| {
        let outcome = db.wl(login, args);
        assert!(outcome.stderr.contains(command), "{command}: {outcome:?}");
    };
    let start = ["timer", "start", &*line];
    let nowhere = format!("{number}/9");
    let quoted = "'x;id `id`'";
    let is = |command: &str| format!("{command} {quoted}");
    said("tom", &["timer", "start", &nowhere], &is("wl line list"));
    let edit = ["line", "edit", number, "--description", "D"];
    said("ada", &edit, "such as 'x;id `id`/1'");
    db.line(number, "E");
    said(
        "tom",
        &["timer", "start", number],
        "name one: 'x;id `id`/1' D · ",
    );
    db.ok("ada", &["line", "remove", &format!("{number}/2")]);

    db.line_status(&line, "done");
    said("tom", &start, "wl line status 'x;id `id`/1' open");
    db.ok("ada", &["line", "remove", &line]);
    said("tom", &start, "wl line restore 'x;id `id`/1'");
    let edit = ["line", "edit", &line, "--description", "D"];
    said("ada", &edit, "wl line restore 'x;id `id`/1'");
    said("tom", &["timer", "start", number], &is("wl line add"));
    said("ada", &["order", "remove", number], &is("wl order restore"));
    said("tom", &start, &is("wl order restore"));
    db.ok("ada", &["order", "restore", number]);
    db.ok("ada", &["line", "restore", &line]);
    db.line_status(&line, "open");

    status("cancelled");
    said("tom", &start, &(is("wl order status") + " open"));
    status("open");
    db.ok("tom", &[&["entry", "add", &line][..], &started].concat());
    status("ready_to_bill");
    said("tom", &start, &(is("wl order status") + " in_progress"));
    let bill = ["order", "status", number, "billed"];
    said("acc", &bill, &is("approve it with: wl approve"));
    db.approve("ada", number);
    said("acc", &bill, &is("bill it with: wl bill add"));
    db.bill("acc", &[number]);
    db.ok("acc", &bill);
    said("tom", &start, &(is("wl order status") + " ready_to_bill"));
    let edit = ["order", "edit", number, "--title", "U"];
    said("ada", &edit, &(is("wl order status") + " ready_to_bill"));
}

#[test]
fn a_database_set_to_be_read_only_says_so() {
    let db = Db::new();
    db.query(&format!(
        "ALTER DATABASE {} SET default_transaction_read_only = on",
        db.name
    ));
    let outcome = db.wl("tom", &["timer", "start", "WO-1/1"]);
    outcome.assert_refused(78, "default_transaction_read_only is on");
    db.ok("tom", &["timer", "status"]);
}

/// What clap repeats of the command line changes nothing at a terminal.
#[test]
fn the_command_line_is_repeated_harmlessly() {
    for args in [
        &["exceptions", "--kind=\u{202e}stale"][..],
        &["ent\u{1b}[2Jry"],
        &["entry", "list", "--us\u{9b}er"],
        &["entry", "list", "--limit", "\u{202e}"],
        &["timer", "x\nerror: fake"],
        &["timer", "start", "--note", "--at=\u{1b}[2J"],
    ] {
        let plain = Outcome::of(bare_command(args).output().expect("wl runs"));
        assert_eq!(plain.code, 2, "{plain:?}");
        let acts = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!plain.stderr.contains(acts), "{plain:?}");
        assert!(!plain.stderr.contains("\nerror: fake"), "{plain:?}");
        let colored = bare_command(&[&["--color", "always"], args].concat()).output();
        let colored = Outcome::of(colored.expect("wl runs"));
        assert!(colored.stderr.contains("\u{1b}["), "{colored:?}");
        for raw in ["\u{202e}", "\u{1b}[2J", "\u{9b}", "\nerror: fake"] {
            assert!(!colored.stderr.contains(raw), "{colored:?}");
        }
    }
}

/// Opening a pipe would wait until somebody writes to it.
#[test]
fn a_pipe_is_not_waited_for() {
    let (db, folder) = (Db::new(), Folder::new());
    let pipe = folder.path("pipe");
    nix::unistd::mkfifo(pipe.as_str(), nix::sys::stat::Mode::S_IRWXU).expect("a pipe");
    for args in [
        ["audit", "verify", "--seal", &pipe],
        ["audit", "verify", "--since", &pipe],
        ["settings", "set", "logo", &pipe],
        ["export", "--changed-since", &pipe, "--exit-code"],
        ["bill", "verify", &pipe, &pipe],
    ] {
        let error = db.wl_refused("ada", &args, 66, "no_input");
        let message = error["message"].as_str().expect("a message");
        assert!(message.ends_with("it is not a regular file"), "{error}");
    }
}

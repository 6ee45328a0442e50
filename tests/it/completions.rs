//! What Tab offers.

use std::net::TcpListener;
use std::process::Command;

use clap_complete::Shell;
use clap_complete::engine::ArgValueCompleter;
use worklock::commands::complete;
use worklock::commands::completions::script;

use crate::support::{Db, Fault, Outcome, Proxy, assert_current, bare_command};

/// After the command line changed:
/// `WL_WRITE_COMPLETIONS=1 cargo test --test it completions`.
#[test]
fn the_scripts_in_the_project_are_current() {
    for (shell, file) in [
        (Shell::Bash, "wl.bash"),
        (Shell::Zsh, "_wl"),
        (Shell::Fish, "wl.fish"),
        (Shell::Elvish, "wl.elv"),
        (Shell::PowerShell, "_wl.ps1"),
    ] {
        let path = format!("completions/{file}");
        assert_current(&path, &script(shell), "WL_WRITE_COMPLETIONS", "completions");
        let printed = bare_command(&["completions", &shell.to_string()]).output();
        assert_eq!(printed.expect("wl runs").stdout, script(shell));
    }
}

/// In a test, no time decides.
pub const PATIENT: &str = "60000";

/// What bash would offer for the last of the words.
pub fn offered(database: &str, login: &str, words: &[&str]) -> Outcome {
    let mut command = bare_command(&[&["--", "wl"], words].concat());
    command.env("DATABASE_URL", database).env("WL_USER", login);
    offered_by(command, words.len())
}

/// The same of a command with an environment of its own.
pub fn offered_by(mut command: Command, words: usize) -> Outcome {
    command
        .env("COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", words.to_string())
        .env("_CLAP_COMPLETE_COMP_TYPE", "9")
        .env("_CLAP_COMPLETE_SPACE", "true")
        .env("_CLAP_IFS", "\n")
        .env("WL_TAB_WAIT", PATIENT);
    let outcome = Outcome::of(command.output().expect("wl runs"));
    assert_eq!(
        (outcome.code, outcome.stderr.as_str()),
        (0, ""),
        "{outcome:?}"
    );
    outcome
}

fn words(outcome: &Outcome) -> Vec<&str> {
    outcome.stdout.lines().map(str::trim_end).collect()
}

#[test]
fn orders_lines_users_and_entries_are_offered() {
    let db = Db::new();
    db.ok(
        "ada",
        &["order", "add", "WO-2", "--title", "T", "--customer", "C"],
    );
    let id = db.entry("tom", 3).to_string();
    db.approve("ada", "WO-1");
    db.bill("acc", &["WO-1"]);
    let free = db
        .time("tom", "WO-1/1", "2026-07-01 08:00", "2026-07-01 09:00")
        .to_string();
    let open = db
        .time("tom", "WO-1/1", "2026-07-02 08:00", "2026-07-02 09:00")
        .to_string();
    db.approve_entry("ada", free.parse().expect("an ID"));
    for (login, typed, expected) in [
        ("ada", &["order", "show", "W"][..], &["WO-2", "WO-1"][..]),
        ("ada", &["order", "show", "wo-2"], &["WO-2"]),
        ("tom", &["timer", "start", "WO-1"], &["WO-1/1", "WO-1/2"]),
        ("tom", &["timer", "start", "WO-9"], &[]),
        ("ada", &["entry", "list", "--user", "t"], &["tess", "tom"]),
        // what is on a bill can't be unlocked
        ("ada", &["unlock", ""], &[free.as_str()]),
        ("ada", &["approve", "--entry", ""], &[open.as_str()]),
        ("tom", &["entry", "edit", ""], &[open.as_str()]),
        ("tom", &["entry", "show", &id], &[id.as_str()]),
        ("tess", &["entry", "show", &id], &[]),
        ("tom", &["entry", "list", "WO-1/"], &["WO-1/1", "WO-1/2"]),
        ("ada", &["line", "status", "wo-1/2"], &["WO-1/2"]),
        (
            "ada",
            &["audit", "log", "--action", "order.re"],
            &["order.remove", "order.restore"],
        ),
        ("ada", &["audit", "show", "user:tes"], &["user:tess"]),
        ("ada", &["audit", "show", "setting:z"], &["setting:zone"]),
        ("ada", &["settings", "set", "sta"], &["stale_after"]),
        (
            "ada",
            &["settings", "set", "zone", "europe/ber"],
            &["Europe/Berlin"],
        ),
        ("ada", &["settings", "set", "language", "d"], &["de"]),
        (
            "ada",
            &["settings", "set", "two_pairs_of_eyes", ""],
            &["on", "off"],
        ),
        (
            "tom",
            &["entry", "import", "x.csv", "--zone", "Pacific/Auck"],
            &["Pacific/Auckland"],
        ),
        ("ada", &["order", "list", "--customer", "c"], &["C"]),
        ("ada", &["--as", "te"], &["tess"]),
        ("tom", &["timer", "sto"], &["stop"]),
        (
            "tom",
            &["entry", "list", "-p", "last"],
            &["last-week", "last-month"],
        ),
        ("acc", &["export", "csv", "--to", "y"], &["yesterday"]),
        ("acc", &["bill", "show", ""], &["1"]),
        ("acc", &["bill", "cancel", "2"], &[]),
        ("tom", &["bill", "show", ""], &[]),
        ("acc", &["bill", "add", "--status", "r"], &["ready_to_bill"]),
        (
            "acc",
            &["bill", "add", "--until", "last-m"],
            &["last-month"],
        ),
    ] {
        let outcome = offered(&db.url(), login, typed);
        let found: Vec<_> = words(&outcome)
            .into_iter()
            .filter(|word| !word.starts_with('-'))
            .collect();
        assert_eq!(found, expected, "{typed:?}");
    }
    db.ok("ada", &["line", "status", "WO-1/1", "done"]);
    let outcome = offered(&db.url(), "tom", &["timer", "start", "WO-1"]);
    assert_eq!(words(&outcome), ["WO-1/2"]);
}

#[test]
fn what_a_shell_would_act_on_is_not_offered() {
    let db = Db::new();
    for number in [
        "X-`id`",
        "X-;id",
        "X-$(id)",
        "X-a b",
        "X-\u{202e}a",
        "X-'a",
        "X-a,b",
        "X-1",
        "X-Ä:7",
    ] {
        db.order(number);
    }
    let orders = offered(&db.url(), "ada", &["order", "show", "X"]);
    // the script for bash puts a backslash before a blank
    assert_eq!(words(&orders), ["X-Ä:7", "X-1", "X-a b"]);
    let lines = offered(&db.url(), "tom", &["timer", "start", "X"]);
    assert_eq!(words(&lines), ["X-Ä:7/1", "X-1/1", "X-a b/1"]);
}

#[test]
fn what_was_removed_is_offered_where_it_can_come_back() {
    let db = Db::new();
    db.order("WO-2");
    let id = db.entry("tom", 1);
    db.remove_entry("tom", id, None);
    db.ok("ada", &["line", "remove", "WO-2/1"]);
    db.ok("ada", &["line", "add", "WO-2", "--description", "Valve"]);
    db.order("WO-3");
    db.ok("ada", &["line", "remove", "WO-3/1"]);
    db.ok("ada", &["order", "remove", "WO-3"]);
    // a login of this test alone: other databases have the same
    let gone = db.person("technician");
    db.remove_user(&gone);
    let id = id.to_string();
    for (login, typed, expected) in [
        ("tom", &["entry", "restore", ""][..], &[id.as_str()][..]),
        ("tom", &["entry", "remove", ""], &[]),
        ("ada", &["order", "restore", "W"], &["WO-3"]),
        ("ada", &["order", "remove", "W"], &["WO-2", "WO-1"]),
        ("ada", &["line", "restore", "WO-2"], &["WO-2/1"]),
        ("ada", &["line", "remove", "WO-2"], &["WO-2/2"]),
        ("ada", &["user", "restore", &gone], &[gone.as_str()]),
        ("ada", &["user", "remove", &gone], &[]),
    ] {
        let outcome = offered(&db.url(), login, typed);
        let found: Vec<_> = words(&outcome)
            .into_iter()
            .filter(|word| !word.starts_with('-'))
            .collect();
        assert_eq!(found, expected, "{typed:?}");
    }
}

#[test]
fn lines_of_the_newest_own_time_come_first() {
    let db = Db::new();
    for number in ["WO-2", "WO-3", "WO-4"] {
        db.order(number);
    }
    db.time("tom", "WO-2/1", "2026-07-01 08:00", "2026-07-01 09:00");
    db.time("tom", "WO-1/2", "2026-07-02 08:00", "2026-07-02 09:00");
    db.time("tess", "WO-3/1", "2026-07-03 08:00", "2026-07-03 09:00");
    let outcome = offered(&db.url(), "tom", &["timer", "start", "W"]);
    assert_eq!(
        words(&outcome),
        ["WO-1/2", "WO-2/1", "WO-4/1", "WO-3/1", "WO-1/1"]
    );
}

/// What fish would show beside each candidate.
fn helps(db: &Db, login: &str, typed: &[&str]) -> Vec<(String, String)> {
    let outcome = bare_command(&[&["--", "wl"], typed].concat())
        .env("DATABASE_URL", db.url())
        .env("WL_USER", login)
        .env("COMPLETE", "fish")
        .env("WL_TAB_WAIT", PATIENT)
        .output();
    let outcome = Outcome::of(outcome.expect("wl runs"));
    let pairs = outcome
        .stdout
        .lines()
        .filter_map(|line| line.split_once('\t'));
    pairs
        .map(|(word, help)| (word.to_owned(), help.to_owned()))
        .collect()
}

#[test]
fn candidates_say_what_they_are() {
    let db = Db::new();
    db.set("zone", "Europe/Berlin");
    db.ok(
        "ada",
        &[
            "order",
            "add",
            "WO-7",
            "--title",
            "Cold store",
            "--customer",
            "Müller GmbH",
        ],
    );
    db.line("WO-7", "Compressor");
    let id = db
        .time("tom", "WO-7/1", "2026-07-01 08:00", "2026-07-01 09:30")
        .to_string();
    let pair = |word: &str, help: &str| vec![(word.to_owned(), help.to_owned())];
    assert_eq!(
        helps(&db, "tom", &["order", "show", "WO-7"]),
        pair("WO-7", "Cold store · Müller GmbH")
    );
    assert_eq!(
        helps(&db, "tom", &["timer", "start", "WO-7"]),
        pair("WO-7/1", "Compressor · Cold store")
    );
    assert_eq!(
        helps(&db, "tom", &["entry", "edit", &id]),
        pair(&id, "Wed 2026-07-01 10:00 1:30 WO-7/1 · Cold store")
    );
    assert_eq!(
        helps(&db, "ada", &["entry", "edit", &id]),
        pair(&id, "Wed 2026-07-01 10:00 1:30 WO-7/1 tom · Cold store")
    );
}

/// The options before the cursor decide who asks, and where.
#[test]
fn options_before_the_cursor_count() {
    let db = Db::new();
    let id = db.entry("tom", 1).to_string();
    for (words_typed, expected) in [
        (
            &["--as", "tom", "entry", "show", ""][..],
            &[id.as_str()][..],
        ),
        (&["--as=tom", "entry", "show", ""], &[id.as_str()]),
        (&["--as", "tess", "entry", "show", ""], &[]),
    ] {
        let outcome = offered(&db.url(), "tess", words_typed);
        let found: Vec<_> = words(&outcome)
            .into_iter()
            .filter(|word| !word.starts_with('-'))
            .collect();
        assert_eq!(found, expected, "{words_typed:?}");
    }
    let url = db.url();
    let outcome = offered(
        "postgresql://127.0.0.1:1/x",
        "tom",
        &["--database-url", &url, "order", "show", "WO"],
    );
    assert_eq!(words(&outcome), ["WO-1"]);
}

/// Shells that quote a word get names with blanks; others would make two words of them.
#[test]
fn customers_are_offered_to_shells_that_quote() {
    let db = Db::new();
    for (number, customer) in [
        ("A-1", "Müller GmbH"),
        ("A-2", "MÜLLER GMBH"),
        ("A-3", "Mast & Co"),
        ("A-4", "Mehr"),
    ] {
        db.ok(
            "ada",
            &[
                "order",
                "add",
                number,
                "--title",
                "T",
                "--customer",
                customer,
            ],
        );
    }
    let typed = ["order", "list", "--customer", "m"];
    let outcome = offered(&db.url(), "ada", &typed);
    assert_eq!(words(&outcome), ["Mehr", "Müller GmbH"]);
    let elvish = bare_command(&[&["--", "wl"], &typed[..]].concat())
        .env("DATABASE_URL", db.url())
        .env("WL_USER", "ada")
        .env("COMPLETE", "elvish")
        .env("WL_TAB_WAIT", PATIENT)
        .env("_CLAP_COMPLETE_INDEX", "4")
        .output();
    let elvish = Outcome::of(elvish.expect("wl runs"));
    assert!(
        elvish.stdout.contains("Mehr") && !elvish.stdout.contains("GmbH"),
        "{elvish:?}"
    );
}

#[test]
fn every_argument_that_names_something_is_completed() {
    let mut bare = Vec::new();
    let mut command = complete::command();
    command.build();
    walk(&command, &mut bare);
    // the names of new orders and people, and the text of a line item
    let new = [
        "wl order add NUMBER",
        "wl order edit NUMBER",
        "wl user add NAME",
        "wl user add FULL_NAME",
        "wl entry import LINE",
        "wl order import LINE",
    ];
    bare.retain(|argument| !new.contains(&argument.as_str()));
    assert_eq!(bare, Vec::<String>::new());
}

/// Arguments by what they take; those that complete nothing are collected.
fn walk(command: &clap::Command, bare: &mut Vec<String>) {
    const NAMED: [&str; 17] = [
        "order", "orders", "target", "targets", "line", "what", "entry", "entries", "user",
        "login", "customer", "zone", "period", "from", "to", "until", "action",
    ];
    for argument in command.get_arguments() {
        let id = argument.get_id().as_str();
        let takes = argument.get_value_names().unwrap_or_default();
        let takes_name = takes.iter().any(|name| {
            [
                "ORDER",
                "ORDER/LINE",
                "ORDER[/LINE]",
                "WHAT",
                "ENTRY",
                "PERIOD",
                "ZONE",
            ]
            .contains(&name.as_str())
        });
        if (takes_name || NAMED.contains(&id))
            && argument.get_action().takes_values()
            && argument.get_possible_values().is_empty()
            && argument.get::<ArgValueCompleter>().is_none()
        {
            bare.push(format!(
                "{} {}",
                command.get_bin_name().unwrap_or_default(),
                id.to_uppercase()
            ));
        }
    }
    for below in command.get_subcommands() {
        walk(below, bare);
    }
}

/// A server that never says anything more, behind TCP and behind a socket. The program
/// ends, so it gave up.
#[test]
fn a_frozen_server_has_nothing_to_offer() {
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = silent.local_addr().expect("a port");
    let db = Db::new();
    let frozen = Proxy::new("work_orders", Fault::Freeze, false);
    let name = db.query("SELECT current_database()");
    for url in [
        format!("postgresql://{address}/x?connect_timeout=0"),
        format!("{}&connect_timeout=0", frozen.url(&name)),
    ] {
        let outcome = bare_command(&["--", "wl", "timer", "start", "WO"])
            .env("DATABASE_URL", &url)
            .env("WL_USER", "tom")
            .env("COMPLETE", "bash")
            .env("_CLAP_COMPLETE_INDEX", "3")
            .output();
        let outcome = Outcome::of(outcome.expect("wl runs"));
        assert_eq!(
            (
                outcome.code,
                outcome.stdout.as_str(),
                outcome.stderr.as_str()
            ),
            (0, "", ""),
            "{url}"
        );
    }
}

#[test]
fn without_a_database_there_is_nothing_to_offer_and_no_word() {
    // one that refuses, one that is no URL
    for url in ["postgresql://127.0.0.1:1/x", "host=/nonexistent", "???"] {
        let outcome = offered(url, "tom", &["timer", "start", "WO"]);
        assert_eq!(outcome.stdout, "", "{url}");
    }
    let stranger = Db::new();
    let outcome = offered(&stranger.url(), "nobody_at_all", &["timer", "start", "WO"]);
    assert_eq!(outcome.stdout, "");
}

//! What Tab offers.

use std::net::TcpListener;
use std::process::Command;

use clap_complete::Shell;
use worklock::commands::completions::script;

use crate::support::{Db, Outcome, assert_current, bare_command};

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
        .env("_CLAP_IFS", "\n");
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
    for (login, typed, expected) in [
        ("ada", &["order", "show", "W"][..], &["WO-2", "WO-1"][..]),
        ("ada", &["order", "show", "wo-2"], &["WO-2"]),
        ("tom", &["timer", "start", "WO-1"], &["WO-1/1", "WO-1/2"]),
        ("tom", &["timer", "start", "WO-9"], &[]),
        ("ada", &["entry", "list", "--user", "t"], &["tess", "tom"]),
        ("ada", &["unlock", ""], &[id.as_str()]),
        ("tom", &["entry", "show", &id], &[id.as_str()]),
        ("tess", &["entry", "show", &id], &[]),
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
    assert_eq!(words(&orders), ["X-Ä:7", "X-1"]);
    let lines = offered(&db.url(), "tom", &["timer", "start", "X"]);
    assert_eq!(words(&lines), ["X-Ä:7/1", "X-1/1"]);
}

#[test]
fn without_a_database_there_is_nothing_to_offer_and_no_word() {
    // one that refuses, one that never answers, one that is no URL
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let silent = format!("postgresql://{}/x", silent.local_addr().expect("a port"));
    for url in [
        "postgresql://127.0.0.1:1/x",
        &silent,
        "host=/nonexistent",
        "???",
    ] {
        let outcome = offered(url, "tom", &["timer", "start", "WO"]);
        assert_eq!(outcome.stdout, "", "{url}");
    }
    let stranger = Db::new();
    let outcome = offered(&stranger.url(), "nobody_at_all", &["timer", "start", "WO"]);
    assert_eq!(outcome.stdout, "");
}

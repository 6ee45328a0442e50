//! The help: what it shows, how long it is, and that its examples are right.

use std::collections::BTreeSet;
use std::fs;

use clap::{Command, CommandFactory, Parser};
use worklock::commands::Cli;
use worklock::commands::help::topics::{PERIODS, TIMES, Table};
use worklock::commands::help::{GROUPS, examples, global_options};
use worklock::time::{Period, When, parse_duration};

use crate::completions::offered;
use crate::json_schema::leaves;
use crate::support::{Db, Folder, Outcome, bare_command};

/// A screen of 80 columns and 24 rows, which also has the command line and the next prompt.
const ROWS: usize = 22;
const COLUMNS: usize = 80;

/// `wl` and every command below it, with its name.
fn commands() -> Vec<(String, Command)> {
    fn collect(command: &Command, name: &str, all: &mut Vec<(String, Command)>) {
        all.push((name.to_owned(), command.clone()));
        for inner in command.get_subcommands() {
            collect(inner, &format!("{name} {}", inner.get_name()), all);
        }
    }
    let mut root = Cli::for_screen(Some(80));
    root.build();
    let mut all = Vec::new();
    collect(&root, "wl", &mut all);
    all
}

#[test]
fn every_command_is_in_one_group() {
    let grouped = || GROUPS.iter().flat_map(|(_, names)| *names);
    for command in Cli::command().get_subcommands() {
        let name = command.get_name();
        let groups = grouped().filter(|grouped| **grouped == name).count();
        assert_eq!(
            groups, 1,
            "{name} belongs into one of GROUPS in commands/help"
        );
    }
}

#[test]
fn the_short_help_of_every_command_fits_on_a_screen() {
    for (name, mut command) in commands() {
        let help = command.render_help().to_string();
        let widest = help.lines().map(|line| line.chars().count()).max();
        assert!(
            help.lines().count() <= ROWS,
            "{name} -h has too many lines:\n{help}"
        );
        assert!(
            widest <= Some(COLUMNS),
            "{name} -h has a line that is too long:\n{help}"
        );
        let long = command.render_long_help().to_string();
        for global in ["--database-url", "--op-id"] {
            assert!(!long.contains(global), "{name} --help repeats {global}");
        }
        if name != "wl" {
            for help in [&help, &long] {
                let last = help.trim_end().lines().last().expect("a line");
                assert!(last.starts_with("Global options: "), "{name}: {last}");
            }
        }
    }
}

/// The help of `wl` on a screen of this width.
fn help_of_wl(option: &str, columns: &str) -> Vec<String> {
    let mut command = bare_command(&[option]);
    let outcome = Outcome::of(command.env("COLUMNS", columns).output().expect("wl runs"));
    assert_eq!(outcome.code, 0, "{outcome:?}");
    outcome.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn the_help_of_wl_fits_every_width() {
    for option in ["-h", "--help"] {
        for columns in ["40", "60", "70", "79", "80", "81", "200"] {
            let shown = help_of_wl(option, columns);
            let text = shown.join("\n");
            let widest = shown.iter().map(String::len).max();
            assert!(
                widest <= columns.parse().ok(),
                "{option} {columns}:\n{text}"
            );
            // each name begins its line or the second column, and its text follows
            for (name, about) in [
                ("note", "Add to the note of the timer"),
                ("timer", "Start and stop a timer"),
            ] {
                let pair = regex::Regex::new(&format!("(?m)(^  |  ){name} +{about}( |$)"));
                let narrow = columns == "40" && about.len() > 25;
                assert!(
                    narrow || pair.expect("a pattern").is_match(&text),
                    "{option} {columns}: {name}\n{text}"
                );
            }
            assert!(shown.contains(&"Audit and database:".to_owned()), "{text}");
        }
    }
    assert!(help_of_wl("-h", "80").len() <= ROWS);
    assert_eq!(
        help_of_wl("-h", "40")[..5],
        [
            "Usage: wl [OPTIONS] [COMMAND]; without a",
            "  command: your day",
            "",
            "Your time:",
            "  start        Start a timer"
        ]
    );
}

#[test]
fn the_long_help_begins_with_what_wl_is() {
    for args in [&["--help"][..], &["help"]] {
        let outcome = Outcome::of(bare_command(args).output().expect("wl runs"));
        let first: Vec<&str> = outcome.stdout.lines().take(3).collect();
        assert_eq!(
            first,
            [
                "Work orders and technician time that accounting can trust",
                "",
                "Usage: wl [OPTIONS] [COMMAND]; without a command: your day"
            ],
            "{args:?}"
        );
    }
}

#[test]
fn the_help_is_shown_wherever_it_is_asked_for() {
    for args in [
        &["note", "hello", "-h"][..],
        &["note", "-h"],
        &["entry", "edit", "7", "-n", "--help"],
        &["entry", "edit", "-n", "-h"],
        &["order", "edit", "WO-1", "--title", "-h"],
        &["order", "add", "-h", "--title"],
        &["--format", "json", "start", "cold", "-h"],
    ] {
        let outcome = Outcome::of(bare_command(args).output().expect("wl runs"));
        assert_eq!(outcome.code, 0, "{args:?} {outcome:?}");
        let mut words = args
            .iter()
            .filter(|word| !["--format", "json"].contains(word));
        let usage = format!("Usage: wl {}", words.next().expect("a command"));
        assert!(outcome.stdout.contains(&usage), "{outcome:?}");
    }
    // after -- it is a text
    let outcome = Outcome::of(
        bare_command(&["today", "--", "-h"])
            .output()
            .expect("wl runs"),
    );
    assert_eq!(outcome.code, 2, "{outcome:?}");
}

#[test]
fn comments_of_examples_are_below_one_another() {
    for name in examples::commands() {
        let places: BTreeSet<_> = examples::of(name)
            .iter()
            .filter_map(|line| line.find(" # "))
            .collect();
        assert!(places.len() <= 1, "{name}: {places:?}");
    }
}

#[test]
fn the_global_options_are_a_topic() {
    let shown = global_options().to_string();
    let root = Cli::command();
    for option in root.get_arguments().filter(|arg| arg.is_global_set()) {
        let name = format!("--{}", option.get_long().expect("a name"));
        assert!(shown.contains(&name), "{name}");
    }
    let outcome = Outcome::of(
        bare_command(&["help", "options"])
            .output()
            .expect("wl runs"),
    );
    assert_eq!(
        (outcome.code, outcome.stdout.trim_end()),
        (0, shown.trim_end())
    );
}

#[test]
fn wl_help_explains_commands_and_topics() {
    let run = |words: &[&str]| {
        let args = [&["help"], words].concat();
        Outcome::of(bare_command(&args).output().expect("wl runs"))
    };
    let whole = Outcome::of(bare_command(&["--help"]).output().expect("wl runs"));
    assert_eq!(run(&[]).stdout, whole.stdout);
    assert!(
        run(&["entry", "add"])
            .stdout
            .contains("Usage: wl entry add ")
    );
    for topic in ["times", "periods", "exit-codes"] {
        let outcome = run(&[topic]);
        assert_eq!(outcome.code, 0, "{outcome:?}");
        let widest = outcome
            .stdout
            .lines()
            .map(|line| line.chars().count())
            .max();
        assert!(widest <= Some(COLUMNS), "{outcome:?}");
        assert!(outcome.stdout.lines().count() <= ROWS, "{outcome:?}");
    }
    let outcome = run(&["entry", "ad"]);
    outcome.assert_refused(2, "there is no command or topic entry ad");
    assert!(
        outcome.stderr.contains("the topics are times, periods, "),
        "{outcome:?}"
    );
}

/// What stands in backquotes in the first column.
fn forms(table: &Table) -> impl Iterator<Item = &str> {
    let quoted = table
        .rows
        .iter()
        .flat_map(|(form, _)| form.split('`').skip(1).step_by(2));
    quoted.filter(|form| !form.contains("A..B"))
}

#[test]
fn every_form_of_a_time_and_a_period_is_one() {
    for form in forms(&TIMES) {
        let is_one = form.parse::<When>().is_ok() || parse_duration(form).is_ok();
        assert!(is_one, "{form}");
    }
    for form in forms(&PERIODS) {
        assert!(form.parse::<Period>().is_ok(), "{form}");
    }
}

/// The words of an example without its comment and what only a shell needs.
fn words(line: &str) -> Vec<String> {
    let line = line.split("  #").next().expect("a part");
    let line = line.split(" > ").next().expect("a part");
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    let words = words
        .skip_while(|word| word.contains('='))
        .collect::<Vec<_>>();
    assert_eq!(words[0], "wl", "{line}");
    words
}

#[test]
fn every_command_has_examples_that_parse() {
    let found: BTreeSet<String> = examples::commands().map(str::to_owned).collect();
    let missing: Vec<_> = leaves().difference(&found).cloned().collect();
    assert!(
        missing.is_empty(),
        "without examples in commands/help/examples.rs: {missing:?}"
    );
    for (name, command) in commands() {
        let path = name.trim_start_matches("wl").trim_start();
        for line in examples::of(path) {
            assert!(line.len() <= COLUMNS - 2, "too long: {line}");
            let words = words(line);
            if let Err(error) = Cli::try_parse_from(&words) {
                panic!("{line}: {error}");
            }
            let group = path.split(' ').next().expect("a word");
            assert!(
                words.iter().any(|word| word == group),
                "{line} is no example of {path}"
            );
        }
        let long = command.clone().render_long_help().to_string();
        assert_eq!(
            long.contains("Examples:"),
            !examples::of(path).is_empty(),
            "{name}"
        );
    }
    assert_eq!(
        found.len(),
        examples::commands().count(),
        "a command is listed twice"
    );
}

/// What an example would change outside of the database. All tests share the logins: if
/// tom had another role, or none, the others would fail.
const NOT_RUN: [&str; 6] = [
    "init",
    "db ",
    "migrate ",
    "completions",
    "user role",
    "user remove",
];

#[test]
fn every_example_is_understood() {
    let (db, folder) = (Db::new(), Folder::new());
    for number in ["WO-1042", "WO-1043"] {
        db.order(number);
    }
    db.ok("ada", &["line", "add", "WO-1042", "--description", "Two"]);
    db.ok("ada", &["line", "add", "WO-1042", "--description", "Three"]);
    for hours in (20..36).step_by(2) {
        db.entry("tom", hours);
    }
    folder.file(
        "orders.csv",
        "number,case_id,title,subject,customer\nWO-7,WO-7,T,T,C\n",
    );
    folder.file(
        "time.csv",
        "number,line,user,start_ts,end_ts\nWO-1,1,tom,2024-06-03 08:00,2024-06-03 09:00\n",
    );
    let config = folder.file("config.toml", "[profile.test]\nuser = 'ada'\n");
    fs::create_dir(folder.path("bills")).expect("a folder");
    for name in examples::commands() {
        if NOT_RUN.iter().any(|other| name.starts_with(other)) {
            continue;
        }
        for line in examples::of(name) {
            let words = words(line);
            let args: Vec<&str> = words[1..].iter().map(String::as_str).collect();
            let run = |login: &&str| {
                let mut command = db.command(login, &args);
                command
                    .current_dir(folder.path(""))
                    .env("WL_CONFIG", &config);
                Outcome::of(command.output().expect("wl runs"))
            };
            // some are a technician's, some an admin's; what one names need not be there
            let fine = |outcome: &Outcome| {
                [0, 1, 3, 66].contains(&outcome.code) || outcome.stderr.contains("no terminal")
            };
            let outcomes = ["tom", "ada"].iter().map(run).collect::<Vec<_>>();
            assert!(outcomes.iter().any(fine), "{line}: {outcomes:?}");
        }
    }
}

#[test]
fn formats_are_offered_where_they_work() {
    let db = Db::new();
    let formats = |words: &[&str]| {
        let outcome = offered(&db.url(), "ada", words);
        outcome
            .stdout
            .lines()
            .map(|word| word.trim_end().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        formats(&["order", "list", "--format", ""]),
        ["table", "json", "csv"]
    );
    assert_eq!(
        formats(&["exceptions", "--format", ""]),
        ["table", "json", "csv", "html", "prometheus"]
    );
    for args in [
        &["exceptions", "--format", "html"][..],
        &["--format", "html", "exceptions"],
        &["--format", "json", "exceptions"],
        &["exceptions", "--format", "prometheus"],
    ] {
        assert!(!db.ok("ada", args).stdout.is_empty(), "{args:?}");
    }
    db.wl("ada", &["order", "list", "--format", "html"])
        .assert_refused(2, "only wl exceptions supports the format html");
    let wrong = db.wl("ada", &["order", "list", "--format", "xml"]);
    assert!(
        wrong.stderr.contains("[possible values: table, json, csv]"),
        "{wrong:?}"
    );
}

#[test]
fn variables_are_not_shown_as_required() {
    let db = Db::new();
    let mut command = db.command("tom", &["doctor", "--nonsense"]);
    command.env("WL_SEAL_FILE", "seal.json");
    let outcome = Outcome::of(command.output().expect("wl runs"));
    assert_eq!(outcome.code, 2, "{outcome:?}");
    for option in ["--as", "--database-url", "--seal"] {
        assert!(!outcome.stderr.contains(option), "{outcome:?}");
    }
}

//! The reference for users, made from the command line's own help:
//! `docs/cli.md` and the manual pages in `man/`.
//!
//! After the command line changed:
//! `WL_WRITE_REFERENCE=1 cargo test --test it reference`.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command as Process;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use worklock::commands::Cli;
use worklock::commands::help::topics::{EXIT_CODES, TOPICS, Table};
use worklock::commands::help::{examples, global_options};

use crate::support::assert_current;

/// The date of the release that the manual pages belong to. It changes with
/// the version in `Cargo.toml`.
const RELEASED: &str = "2026-11-29";

const WRITE: &str = "WL_WRITE_REFERENCE";

const ENVIRONMENT: [(&str, &str); 11] = [
    (
        "DATABASE_URL",
        "The database to use; without one, the private database. --database-url and --profile have priority.",
    ),
    (
        "WL_USER",
        "The login to connect with. --as and --profile have priority.",
    ),
    (
        "WL_HOME",
        "The folder of the private database. It selects that database even if a configuration file names a server.",
    ),
    (
        "PGSERVICE",
        "The service of libpq's service file to use, where nothing of the above and no file names a database.",
    ),
    (
        "WL_CONFIG",
        "The configuration file to read in place of ~/.config/wl/config.toml and /etc/worklock/config.toml; empty: none.",
    ),
    (
        "WL_PG_BIN",
        "The folder of the PostgreSQL programs to use, such as those of another version.",
    ),
    (
        "WL_SEAL_FILE",
        "The seal that wl doctor compares the audit trail with. --seal has priority. The metrics of wl exceptions say when this file was written.",
    ),
    (
        "WL_VERIFY_FILE",
        "What wl audit verify --format json printed last. The metrics of wl exceptions have its time and its number of problems.",
    ),
    (
        "WL_BACKUP_FILE",
        "The latest backup. wl doctor says how old it is, and the metrics of wl exceptions when it was written.",
    ),
    (
        "WL_TAB_WAIT",
        "How many milliseconds Tab completion waits for the database; 300 without it.",
    ),
    (
        "WL_LOG",
        "With the value debug, prints the same lines as -vv.",
    ),
];

/// `wl` and every command below it, each after the one that holds it.
fn commands() -> Vec<Command> {
    fn collect(command: &Command, all: &mut Vec<Command>) {
        all.push(command.clone());
        for inner in command.get_subcommands() {
            collect(inner, all);
        }
    }
    let mut root = Cli::command().term_width(100);
    root.build();
    let mut all = Vec::new();
    collect(&root, &mut all);
    // what every command takes is listed once, under `wl`
    for command in &mut all[1..] {
        *command = command.clone().mut_args(|arg| {
            let everywhere = matches!(arg.get_id().as_str(), "help" | "version");
            match everywhere {
                true => arg.hide(true),
                false => arg,
            }
        });
    }
    all
}

/// `wl timer start`
fn name(command: &Command) -> &str {
    command.get_bin_name().unwrap_or_else(|| command.get_name())
}

#[test]
fn the_list_of_commands_is_current() {
    let mut text = "# Commands\n\n\
        The help of every command, as `--help` prints it in a terminal of at least 100 columns.\n\
        The options that every command takes are listed once, at the end. A test generates this\n\
        page.\n"
        .to_owned();
    let mut section = |name: &str, shown: &str| {
        text += &format!("\n## {name}\n\n```text\n");
        for line in shown.trim_end().lines() {
            text += line.trim_end();
            text += "\n";
        }
        text += "```\n";
    };
    for mut command in commands() {
        let help = command.render_long_help().to_string();
        section(name(&command), &help);
    }
    for topic in &TOPICS {
        section(&format!("wl help {}", topic.name), &topic.text());
    }
    section("wl help options", &global_options().to_string());
    assert_current("docs/cli.md", text.as_bytes(), WRITE, "reference");
}

/// `wl-timer-start`
fn page_name(command: &Command) -> String {
    name(command).replace(' ', "-")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("man")
}

fn page(command: &Command, names: &BTreeSet<String>) -> io::Result<String> {
    let usage = command.clone().render_usage().to_string();
    let shown = command
        .clone()
        // clap_mangen's own synopsis lists all options, without their values
        .override_usage(usage.trim_start_matches("Usage: ").to_owned())
        // it leaves out the text of an option that only `--help` shows
        .mut_args(|arg| {
            let arg = arg.hide_short_help(false);
            match arg.is_global_set() && name(command) == "wl" {
                true => arg.hide(false),
                false => arg,
            }
        });
    let examples = examples::of(name(command).trim_start_matches("wl").trim_start());
    let man = Man::new(shown)
        .date(RELEASED)
        .source(concat!("Worklock ", env!("CARGO_PKG_VERSION")))
        .manual("Worklock Manual");
    let mut text = Vec::new();
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    man.render_description_section(&mut text)?;
    man.render_options_section(&mut text)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut text)?;
    }
    if !examples.is_empty() {
        let mut section = Roff::new();
        section.control("SH", ["EXAMPLES"]).control("nf", []);
        for line in examples {
            section.text([roman(*line)]);
        }
        section.control("fi", []).to_writer(&mut text)?;
    }
    if page_name(command) == "wl" {
        exit_status().to_writer(&mut text)?;
        environment().to_writer(&mut text)?;
    } else {
        elsewhere(command, names).to_writer(&mut text)?;
    }
    // each section brings the same definition; one is enough
    let definition = Roff::new().render();
    let text = String::from_utf8(text).expect("roff is UTF-8");
    Ok(definition.clone() + &text.replace(&definition, ""))
}

/// The page with the table of the topic, if it has one.
fn with_table(page: &str, table: &Table) -> Option<String> {
    let head = format!("| {} | meaning |\n| --- | --- |\n", table.title);
    let (before, rest) = page.split_once(&head)?;
    let old: usize = rest
        .split_inclusive('\n')
        .take_while(|line| line.starts_with("| "))
        .map(str::len)
        .sum();
    let rows = table
        .rows
        .iter()
        .map(|(form, meaning)| format!("| {form} | {meaning} |\n"));
    Some([before, &head, &rows.collect::<String>(), &rest[old..]].concat())
}

#[test]
fn the_pages_have_the_tables_of_the_topics() {
    let pages = ["docs/technician.md", "docs/ops.md"];
    let mut missing: BTreeSet<_> = TOPICS.iter().map(|topic| topic.name).collect();
    for page in pages {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let mut text = fs::read_to_string(path).expect("a page");
        for topic in &TOPICS {
            if let Some(with_table) = with_table(&text, topic.table) {
                missing.remove(topic.name);
                text = with_table;
            }
        }
        assert_current(page, text.as_bytes(), WRITE, "reference");
    }
    assert!(missing.is_empty(), "no page has the table of {missing:?}");
}

fn exit_status() -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["EXIT STATUS"]);
    for (code, meaning) in EXIT_CODES.rows {
        section
            .control("TP", [])
            .text([bold(*code)])
            .text([roman(meaning.replace('`', ""))]);
    }
    section
}

fn environment() -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["ENVIRONMENT"]);
    for (name, meaning) in ENVIRONMENT {
        section
            .control("TP", [])
            .text([bold(name)])
            .text([roman(meaning)]);
    }
    section
}

/// Points to the page of `wl`, to that of the command's group, and to the
/// others in the group.
fn elsewhere(command: &Command, names: &BTreeSet<String>) -> Roff {
    let own = page_name(command);
    let group = own.split('-').take(2).collect::<Vec<_>>().join("-");
    let near = |name: &&String| {
        **name == "wl" || **name == group || name.starts_with(&format!("{group}-"))
    };
    let mut related = Vec::new();
    for name in names.iter().filter(near).filter(|name| **name != own) {
        let comma = if related.is_empty() { "" } else { ", " };
        related.extend([roman(comma), bold(name.as_str()), roman("(1)")]);
    }
    let mut sections = Roff::new();
    sections
        .control("SH", ["GLOBAL OPTIONS"])
        .text([
            bold("wl"),
            roman("(1) lists the options that every command takes."),
        ])
        .control("SH", ["SEE ALSO"])
        .text(related);
    sections
}

#[test]
fn the_manual_pages_are_current() {
    let commands = commands();
    let names: BTreeSet<_> = commands.iter().map(page_name).collect();
    for command in &commands {
        let text = page(command, &names).expect("a vector takes every byte");
        let path = format!("man/{}.1", page_name(command));
        assert_current(&path, text.as_bytes(), WRITE, "reference");
    }
    let files = fs::read_dir(folder()).expect("a folder");
    let found: BTreeSet<_> = files
        .map(|file| file.expect("a file").file_name())
        .filter_map(|file| file.to_str()?.strip_suffix(".1").map(str::to_owned))
        .collect();
    assert_eq!(found, names, "a page without a command");
    formats_without_a_warning(names.iter().map(|name| folder().join(format!("{name}.1"))));
}

/// As `man` formats them, where groff is installed.
fn formats_without_a_warning(pages: impl Iterator<Item = PathBuf>) {
    let formatted = Process::new("groff")
        .args(["-z", "-ww", "-man", "-K", "utf8", "-T", "utf8"])
        .args(pages)
        .output();
    match formatted {
        Ok(output) => assert_eq!(String::from_utf8_lossy(&output.stderr), ""),
        Err(error) => assert_eq!(error.kind(), io::ErrorKind::NotFound),
    }
}

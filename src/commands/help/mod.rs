//! The help: commands in groups, examples, and topics.
//!
//! clap has no groups of commands, so the help of `wl` is a text of ours, made of the
//! command tree. The options that every command takes are one line in each help.

pub mod examples;
pub mod topics;

use clap::builder::{PossibleValue, PossibleValuesParser, StyledStr, TypedValueParser};
use clap::{Arg, Args, Command, CommandFactory, ValueEnum};

use self::topics::{OPTIONS, TOPICS};
use super::Cli;
use crate::cli::Format;
use crate::cli::app::App;
use crate::error::{Error, Result};

/// Every command is in one of these groups; in this order it is listed.
pub const GROUPS: [(&str, &[&str]); 3] = [
    (
        "Your time",
        &[
            "start", "stop", "status", "cancel", "note", "undo", "today", "week", "entry", "timer",
        ],
    ),
    (
        "Office",
        &[
            "review",
            "approve",
            "unlock",
            "exceptions",
            "bill",
            "export",
            "report",
            "order",
            "line",
            "user",
            "settings",
        ],
    ),
    (
        "Audit and database",
        &[
            "audit",
            "init",
            "migrate",
            "db",
            "doctor",
            "config",
            "completions",
            "help",
        ],
    ),
];

const GLOBAL: &str =
    "Global options: --as --profile --format --color -q -v ..., see wl help options";

const USAGE: &str = "Usage: wl [OPTIONS] [COMMAND]; without a command: your day";

#[derive(Debug, Args)]
pub struct Help {
    /// Command, such as entry add, or topic: times, periods, options, exit-codes
    #[arg(value_name = "COMMAND|TOPIC")]
    words: Vec<String>,
}

pub fn run(app: &App, args: &Help) -> Result<()> {
    let text = text_on(&args.words)?;
    match app.style.color {
        true => app.text(&text.ansi().to_string()),
        false => app.text(&text.to_string()),
    }
}

fn text_on(words: &[String]) -> Result<StyledStr> {
    if let [word] = words {
        if word == OPTIONS {
            return Ok(global_options());
        }
        if let Some(topic) = TOPICS.iter().find(|topic| topic.name == word) {
            return Ok(topic.text().into());
        }
    }
    let mut command = Cli::command();
    command.build();
    for word in words {
        let Some(inner) = command.find_subcommand(word) else {
            return Err(
                Error::usage(format!("there is no command or topic {}", words.join(" "))).hint(
                    format!(
                        "see all commands with: wl help; the topics are {}",
                        topics::names().collect::<Vec<_>>().join(", ")
                    ),
                ),
            );
        };
        command = inner.clone();
    }
    Ok(command.render_long_help())
}

/// The options that every command takes.
pub fn global_options() -> StyledStr {
    let root = Cli::command();
    let options = root.get_arguments().filter(|arg| arg.is_global_set());
    let mut shown = Command::new("wl")
        .disable_help_flag(true)
        .max_term_width(WIDEST)
        .help_template("{options}")
        .args(options.map(|option| option.clone().hide(false).help_heading(None)));
    let mut text = shown.render_long_help().ansi().to_string();
    text.push('\n');
    text.into()
}

/// Lines of a help are not longer.
pub const WIDEST: usize = 100;

/// The command tree with groups, examples and one line for the global options.
pub fn decorated(root: Command) -> Command {
    let root = root
        .mut_args(|arg| match arg.is_global_set() {
            true => arg.hide(true),
            false => arg,
        })
        .disable_help_subcommand(true)
        .mut_subcommands(|command| with_examples(command, ""));
    let (short, long) = (grid(&root), list(&root));
    root.help_template("{before-help}")
        .before_help(short)
        .before_long_help(long)
}

fn with_examples(command: Command, above: &str) -> Command {
    let path = format!("{above} {}", command.get_name());
    let path = path.trim_start();
    let command = match path {
        "exceptions" => command.arg(every_format()),
        _ => command,
    };
    let command = match LONG.contains(&path) {
        true => command.mut_args(values_apart),
        false => command,
    };
    let mut long = String::new();
    let examples = examples::of(path);
    if !examples.is_empty() {
        let heading = command.get_styles().get_header();
        long += &format!("{heading}Examples:{heading:#}\n");
        for line in examples {
            long += &format!("  {line}\n");
        }
        long += "\n";
    }
    long += GLOBAL;
    command
        .disable_help_subcommand(true)
        .mut_subcommands(|inner| with_examples(inner, path))
        .after_help(GLOBAL)
        .after_long_help(long)
}

/// Commands with so many options that the values of each are only in `--help`, or their `-h`
/// would not fit on a screen.
const LONG: [&str; 7] = [
    "bill add",
    "entry import",
    "exceptions",
    "export csv",
    "export pdf",
    "export xlsx",
    "report hours",
];

fn values_apart(arg: Arg) -> Arg {
    let values = arg.get_possible_values();
    let values: Vec<&str> = values
        .iter()
        .filter(|value| !value.is_hide_set())
        .map(PossibleValue::get_name)
        .collect();
    if values.is_empty() || !arg.get_action().takes_values() {
        return arg;
    }
    let help = arg.get_long_help().or(arg.get_help());
    let help = help.map(ToString::to_string).unwrap_or_default();
    let long = format!("{help}\n\nPossible values: {}", values.join(", "));
    arg.hide_possible_values(true).long_help(long)
}

/// `--format` of the command that supports all of them; elsewhere two are not offered.
fn every_format() -> Arg {
    let values = Format::value_variants().iter();
    let values = values.filter_map(|format| Some(format.to_possible_value()?.hide(false)));
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .help("table, json, csv, html or prometheus")
        .default_value("table")
        .value_parser(
            PossibleValuesParser::new(values).try_map(|word| Format::from_str(&word, false)),
        )
}

/// The commands of a group that there are, with their texts.
fn members<'c>(root: &'c Command, names: &[&str]) -> Vec<(&'c str, String)> {
    let commands = names.iter().filter_map(|name| {
        root.get_subcommands()
            .find(|command| command.get_name() == *name)
    });
    let text = |command: &Command| command.get_about().map(ToString::to_string);
    commands
        .map(|command| (command.get_name(), text(command).unwrap_or_default()))
        .collect()
}

/// All commands on one screen of 80 columns, in two columns.
fn grid(root: &Command) -> String {
    let (heading, literal) = (
        root.get_styles().get_header(),
        root.get_styles().get_literal(),
    );
    let mut text = format!("{USAGE}\n\n");
    for (title, names) in GROUPS {
        text += &format!("{heading}{title}:{heading:#}\n");
        let members = members(root, names);
        let width = members
            .iter()
            .map(|(name, _)| name.len())
            .max()
            .unwrap_or(0);
        let half = members.len().div_ceil(2);
        let left_text = (SCREEN - 2 * width - 8) / 2;
        for row in 0..half {
            let (name, about) = &members[row];
            text += &format!("  {literal}{name:width$}{literal:#}  ");
            match members.get(half + row) {
                Some((other, other_about)) => {
                    text += &format!(
                        "{about:left_text$}  {literal}{other:width$}{literal:#}  {other_about}\n"
                    );
                }
                None => text += &format!("{about}\n"),
            }
        }
    }
    text += "\nEach command: wl COMMAND -h; with examples: wl COMMAND --help\n";
    text += &format!("Topics: {}", topics_line());
    text
}

const SCREEN: usize = 80;

fn topics_line() -> String {
    let names = topics::names().map(|name| format!("wl help {name}"));
    names.collect::<Vec<_>>().join(", ")
}

/// One command in a line.
fn list(root: &Command) -> String {
    let (heading, literal) = (
        root.get_styles().get_header(),
        root.get_styles().get_literal(),
    );
    let about = root.get_about().map(ToString::to_string);
    let mut text = format!("{}\n\n{USAGE}\n", about.unwrap_or_default());
    let every = GROUPS.iter().flat_map(|(_, names)| names.iter());
    let width = every.map(|name| name.len()).max().unwrap_or(0);
    for (title, names) in GROUPS {
        text += &format!("\n{heading}{title}:{heading:#}\n");
        for (name, about) in members(root, names) {
            text += &format!("  {literal}{name:width$}{literal:#}  {about}\n");
        }
    }
    text += "\nEach command: wl COMMAND -h; with examples: wl COMMAND --help; version: wl -V\n";
    text += &format!("Topics: {}", topics_line());
    text
}

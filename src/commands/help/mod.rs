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
use crate::cli::app::App;
use crate::cli::{Format, wrapped};
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
    let text = text_on(&args.words, app.width())?;
    match app.style.color {
        true => app.page(&text.ansi().to_string()),
        false => app.page(&text.to_string()),
    }
}

fn text_on(words: &[String], width: Option<u16>) -> Result<StyledStr> {
    if let [word] = words {
        if word == OPTIONS {
            return Ok(global_options());
        }
        if let Some(topic) = TOPICS.iter().find(|topic| topic.name == word) {
            return Ok(topic.text().into());
        }
    }
    let mut command = Cli::for_screen(width);
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

const SCREEN: usize = 80;

/// The command tree with groups, examples and one line for the global options, for a screen
/// of this width; None: for a pipe or a file.
pub fn decorated(root: Command, width: Option<u16>) -> Command {
    let width = width.map(usize::from);
    let root = root
        .term_width(width.map_or(WIDEST, |width| width.min(WIDEST)))
        .mut_args(|arg| match arg.is_global_set() {
            true => arg.hide(true),
            false => arg,
        })
        .mut_subcommands(|command| with_examples(command, ""));
    let columns = width.unwrap_or(SCREEN);
    let (short, long) = (grid(&root, columns), list(&root, columns));
    root.help_template("{before-help}")
        .before_help(short)
        .before_long_help(long)
}

fn with_examples(command: Command, above: &str) -> Command {
    let path = format!("{above} {}", command.get_name());
    let path = path.trim_start();
    let command = match path {
        "exceptions" => with_every_format(command),
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

/// The command that supports every `--format`; elsewhere two are not offered.
pub fn with_every_format(command: Command) -> Command {
    let values = Format::value_variants().iter();
    let values = values.filter_map(|format| Some(format.to_possible_value()?.hide(false)));
    let format = Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .help("table, json, csv, html or prometheus")
        .default_value("table")
        .value_parser(
            PossibleValuesParser::new(values).try_map(|word| Format::from_str(&word, false)),
        );
    command.arg(format)
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

/// All commands on one screen of 80 columns, in two columns; in one where they don't fit.
fn grid(root: &Command, columns: usize) -> String {
    let mut text = format!("{}\n", lines(USAGE, columns));
    let groups = GROUPS.map(|(title, names)| (title, members(root, names)));
    let two = groups
        .iter()
        .all(|(_, members)| Widths::of(members).both() <= columns);
    for (title, members) in &groups {
        text += &titled(root, title);
        text += &match two {
            true => two_columns(root, members),
            false => one_column(root, members, columns),
        };
    }
    let topics = topics::names().collect::<Vec<_>>().join(", ");
    let more = format!("More: wl COMMAND -h; also wl help {topics}");
    text += &format!("\n\n{}", lines(&more, columns));
    text
}

type Members<'c> = [(&'c str, String)];

/// How wide names and texts are when a group stands in two columns.
struct Widths {
    name: usize,
    left: usize,
    right: usize,
}

impl Widths {
    fn of(members: &Members<'_>) -> Self {
        let half = members.len().div_ceil(2);
        let widest = |part: &Members<'_>| part.iter().map(|(_, about)| about.len()).max();
        Self {
            name: widest_name(members),
            left: widest(&members[..half]).unwrap_or(0),
            right: widest(&members[half..]).unwrap_or(0),
        }
    }

    fn both(&self) -> usize {
        2 * (self.name + 4) + self.left + self.right
    }
}

fn widest_name(members: &Members<'_>) -> usize {
    let names = members.iter().map(|(name, _)| name.len());
    names.max().unwrap_or(0)
}

/// A title on a new line: clap counts the columns of a line from the last line break that is
/// not the end of a part of one look.
fn titled(root: &Command, title: &str) -> String {
    let heading = root.get_styles().get_header();
    format!("{heading}\n{title}:{heading:#}")
}

fn two_columns(root: &Command, members: &Members<'_>) -> String {
    let literal = root.get_styles().get_literal();
    let Widths {
        name: width, left, ..
    } = Widths::of(members);
    let half = members.len().div_ceil(2);
    let mut text = String::new();
    for (row, (name, about)) in members[..half].iter().enumerate() {
        text += &format!("\n  {literal}{name:width$}{literal:#}  ");
        text += &match members.get(half + row) {
            Some((other, right)) => {
                format!("{about:left$}  {literal}{other:width$}{literal:#}  {right}")
            }
            None => about.clone(),
        };
    }
    text
}

fn one_column(root: &Command, members: &Members<'_>, columns: usize) -> String {
    let literal = root.get_styles().get_literal();
    let every = GROUPS.iter().flat_map(|(_, names)| names.iter());
    let width = every.map(|name| name.len()).max().unwrap_or(0);
    let indent = width + 4;
    let mut text = String::new();
    for (name, about) in members {
        let about = lines(about, columns.saturating_sub(indent));
        let about = about.replace('\n', &format!("\n{:indent$}", ""));
        text += &format!("\n  {literal}{name:width$}{literal:#}  {about}");
    }
    text
}

/// One command in a line.
fn list(root: &Command, columns: usize) -> String {
    let about = root.get_about().map(ToString::to_string);
    let mut text = format!(
        "{}\n\n{}",
        lines(&about.unwrap_or_default(), columns),
        lines(USAGE, columns)
    );
    for (title, names) in GROUPS {
        text += &format!("\n{}", titled(root, title));
        text += &one_column(root, &members(root, names), columns);
    }
    let topics = topics::names().map(|name| format!("wl help {name}"));
    let topics = topics.collect::<Vec<_>>().join(", ");
    text.push('\n');
    for last in [EACH, &format!("Topics: {topics}")] {
        text += &format!("\n{}", lines(last, columns));
    }
    text
}

const EACH: &str = "Each command: wl COMMAND -h; with examples: wl COMMAND --help; version: wl -V";

/// A text of ours in lines of this many columns, so that clap need not break them.
fn lines(text: &str, columns: usize) -> String {
    wrapped(text, u16::try_from(columns).ok())
}

//! The commands: each parses, calls one function of the library, and renders.

pub mod approve;
pub mod audit;
pub mod bill;
mod choose;
pub mod complete;
pub mod completions;
pub mod config;
mod confirm;
mod day;
pub mod db;
pub mod doctor;
mod documents;
mod echo;
pub mod entry;
pub mod exceptions;
pub mod export;
mod free_text;
pub mod help;
mod holders;
pub mod import;
pub mod line;
pub mod migrate;
pub mod my_day;
pub mod near;
pub mod order;
mod password;
mod period;
pub mod report;
mod request;
pub mod review;
pub mod settings;
pub mod timer;
pub mod undo;
pub mod user;

use std::ffi::OsString;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::cli::app::{App, Global};
use crate::cli::{CLAP, Color, Format, Style};
use crate::error::{Error, Result};

#[derive(Debug, Args)]
pub struct Cli {
    /// None: my day.
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub global: Global,
}

impl Cli {
    /// The command line with its help for a screen of this width; None: for a pipe or a file.
    pub fn for_screen(width: Option<u16>) -> clap::Command {
        let root = Self::without_help();
        let root = root.mut_arg("profile", |arg| arg.add(complete::profiles()));
        help::decorated(root, width)
    }

    fn without_help() -> clap::Command {
        // the texts of arguments would take the place of ours
        Self::augment_args(clap::Command::new("wl"))
            .version(env!("CARGO_PKG_VERSION"))
            .about("Work orders and technician time that accounting can trust")
            .long_about(None)
            .disable_help_subcommand(true)
            .styles(CLAP)
    }
}

impl CommandFactory for Cli {
    fn command() -> clap::Command {
        Self::for_screen(None)
    }

    fn command_for_update() -> clap::Command {
        Self::command()
    }
}

impl Parser for Cli {}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Set up a database
    ///
    /// And its first admin.
    Init(migrate::Init),
    /// Start a timer
    ///
    /// A running one stops at the same instant.
    Start(timer::Start),
    /// Stop the running timer
    Stop(timer::Stop),
    /// Show the running timer
    Status(timer::Status),
    /// Remove the running timer
    ///
    /// The one that it had stopped goes on.
    Cancel,
    /// Add to the note of the timer
    Note(timer::Note),
    /// Start and stop a timer
    ///
    /// The same as wl start, stop, status and cancel.
    Timer {
        #[command(subcommand)]
        command: Option<timer::Command>,
    },
    /// Show your time of today
    Today(my_day::Today),
    /// Show your time of a week
    ///
    /// By day: of this week or of another period.
    Week(my_day::Week),
    /// Take back your last change
    ///
    /// Of your own time: it reverses a start, stop, cancel or note, and an entry's addition, edit, split, removal
    /// or restoration. It writes ordinary changes, which the audit trail records; the next
    /// undo goes one step further back. Time that has ended never runs again: the undo of a
    /// stop starts a new timer at the end. Nothing is undone that somebody has changed or
    /// approved since.
    Undo(undo::Undo),
    /// List and correct time entries
    #[command(subcommand)]
    Entry(entry::Command),
    /// Show everyone's week
    ///
    /// Time by person and day, and the commands that approve it.
    Review(review::Review),
    /// Approve finished time
    ///
    /// Approved time is locked.
    Approve(approve::Approve),
    /// Reopen locked entries
    ///
    /// For a correction; they are exceptions until they are approved again.
    Unlock(approve::Unlock),
    /// Bill approved time
    #[command(subcommand)]
    Bill(bill::Command),
    /// List what needs attention
    ///
    /// Before billing.
    Exceptions(exceptions::Exceptions),
    /// Export approved time
    ///
    /// Or list what has changed since an export.
    Export(export::Export),
    /// Add up time
    #[command(subcommand)]
    Report(report::Command),
    /// Manage work orders
    #[command(subcommand)]
    Order(order::Command),
    /// Manage line items
    ///
    /// A line item is a task of a work order; time is recorded on it.
    #[command(subcommand)]
    Line(line::Command),
    /// Manage people and roles
    #[command(subcommand)]
    User(user::Command),
    /// Show and change settings
    Settings {
        #[command(subcommand)]
        command: Option<settings::Command>,
    },
    /// Show the configuration
    ///
    /// Each value, and the option, variable or file that it comes from.
    Config {
        #[command(subcommand)]
        command: Option<config::Command>,
    },
    /// Show and verify the trail
    #[command(subcommand)]
    Audit(audit::Command),
    /// Update the schema
    Migrate {
        #[command(subcommand)]
        command: Option<migrate::Command>,
    },
    /// Run, back up a database
    ///
    /// Start, stop, back up and restore the private database.
    #[command(subcommand)]
    Db(db::Command),
    /// Check the installation
    ///
    /// With findings, the exit code is 3.
    Doctor(doctor::Doctor),
    /// Print shell completion
    Completions(completions::Completions),
    /// Help on commands, topics
    Help(help::Help),
}

/// The error of a `--delimiter` that is not one.
const DELIMITER: &str = "--delimiter takes one character, or the word tab";

/// What a change says that left everything as it was.
const NOTHING_CHANGED: &str = "Nothing changed.";

/// What `wl` takes, as it is read and completed.
pub fn grammar() -> clap::Command {
    free_text::allow_dashes(Cli::for_screen(Style::detect(Color::Never).width))
}

/// The same without any help: enough for a command line that has no mistake and asks for
/// none. Making the help of all commands takes longer than many a command.
fn plain_grammar() -> clap::Command {
    let root = Cli::without_help();
    free_text::allow_dashes(root.mut_subcommand("exceptions", help::with_every_format))
}

/// Reads a command line; its first word is the program. `-h` shows the help wherever it
/// stands, also after free text, which would take it.
pub fn read_command_line(words: impl Iterator<Item = OsString>) -> Result<Cli, clap::Error> {
    let words: Vec<OsString> = words.collect();
    if let Ok(cli) = read(&mut plain_grammar(), &words) {
        return Ok(cli);
    }
    match read(&mut grammar(), &words) {
        Err(error) if error.use_stderr() => Err(help_asked(&words).unwrap_or(error)),
        read => read,
    }
}

fn read(grammar: &mut clap::Command, words: &[OsString]) -> Result<Cli, clap::Error> {
    let matches = grammar.try_get_matches_from_mut(words)?;
    free_text::check(grammar, &matches)?;
    let mut cli = Cli::from_arg_matches(&matches).map_err(|error| error.format(grammar))?;
    cli.global.request = request::request(grammar, &matches);
    Ok(cli)
}

/// The help that a command line asks for which can't be read otherwise.
fn help_asked(words: &[OsString]) -> Option<clap::Error> {
    let mut options = words.iter().take_while(|word| *word != "--");
    let help = options.find(|word| *word == "-h" || *word == "--help")?;
    let root = grammar();
    let (_, path) = near::command_of(&root, words, None);
    let asked = path.split(' ').map(OsString::from).chain([help.clone()]);
    grammar().try_get_matches_from(asked).err()
}

/// Runs one command line.
pub fn run(cli: Cli) -> Result<()> {
    let mut app = App::new(cli.global);
    let app = &mut app;
    let format = app.global.format;
    if matches!(format, Format::Html | Format::Prometheus)
        && !matches!(cli.command, Some(Command::Exceptions(_)))
    {
        return Err(format.not_here());
    }
    if format == Format::Json && app.global.verbose > 1 {
        return Err(Error::usage(
            "-vv writes lines to standard error, where they would mix with the JSON of an error",
        )
        .hint("leave one of them out; -v adds the causes to the JSON of an error"));
    }
    let given = app.global.op_id.as_deref();
    if given.is_some_and(crate::domain::undo::is_undoing) {
        return Err(Error::usage(
            "--op-id can't begin with undo:, as the IDs of what wl undo does",
        )
        .hint("choose another ID"));
    }
    let done = match cli.command {
        None => my_day::mine(app),
        Some(command) => run_command(app, command),
    };
    done.map_err(|error| holders::offer_to_end(app, error))
}

fn run_command(app: &mut App, command: Command) -> Result<()> {
    match command {
        Command::Init(args) => migrate::init(app, &args),
        Command::Start(args) => timer::run(app, Some(timer::Command::Start(args))),
        Command::Stop(args) => timer::run(app, Some(timer::Command::Stop(args))),
        Command::Status(args) => timer::run(app, Some(timer::Command::Status(args))),
        Command::Cancel => timer::run(app, Some(timer::Command::Cancel)),
        Command::Note(args) => timer::note(app, &args),
        Command::Timer { command } => timer::run(app, command),
        Command::Today(args) => my_day::today(app, &args),
        Command::Week(args) => my_day::week(app, &args),
        Command::Undo(args) => undo::undo(app, &args),
        Command::Entry(command) => entry::run(app, command),
        Command::Review(args) => review::run(app, &args),
        Command::Approve(args) => approve::approve(app, args),
        Command::Unlock(args) => approve::unlock(app, args),
        Command::Bill(command) => bill::run(app, command),
        Command::Exceptions(args) => exceptions::run(app, args),
        Command::Export(args) => export::run(app, args),
        Command::Report(command) => report::run(app, command),
        Command::Order(command) => order::run(app, command),
        Command::Line(command) => line::run(app, command),
        Command::User(command) => user::run(app, command),
        Command::Settings { command } => settings::run(app, command),
        Command::Config { command } => config::run(app, command),
        Command::Audit(command) => audit::run(app, command),
        Command::Migrate { command } => migrate::run(app, command),
        Command::Db(command) => db::run(app, command),
        Command::Doctor(args) => doctor::run(app, &args),
        Command::Completions(args) => completions::run(&args),
        Command::Help(args) => help::run(app, &args),
    }
}

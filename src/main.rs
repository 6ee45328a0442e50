//! The process: reads the command line, runs one command, exits with its code.

use std::ffi::OsString;
use std::io::Write;

use clap::ValueEnum;
use clap::builder::StyledStr;
use clap::error::ErrorKind;
use signal_hook::low_level;
use worklock::cli::app::Global;
use worklock::cli::{Format, Messages, Style};
use worklock::commands::{self, complete, near};
use worklock::error::{Error, Result};
use worklock::stderr::Stderr;
use worklock::{exit, text};

fn main() {
    let code = run();
    // everything is written already, and a failure was reported
    let _ = worklock::cli::stdout().flush();
    // without the exit handlers: there OpenSSL frees what a thread that is left behind, such
    // as the watchdog's, may be using, and a signal would end the process
    low_level::exit(code.into());
}

/// The exit code.
fn run() -> u8 {
    match complete::answered(words()) {
        Ok(true) => return exit::OK,
        Ok(false) => {}
        Err(error) => {
            let _ = error.print();
            return exit::USAGE;
        }
    }
    let cli = match commands::read_command_line(words().into_iter()) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let global = &cli.global;
    let messages = Messages::new(global.format, global.quiet, global.color);
    let verbose = global.verbose;
    if global.format != Format::Json {
        init_log(verbose);
    }
    if cli.command.is_none() && !commands::my_day::has_reader() {
        return no_command(messages, &cli.global);
    }
    ended(commands::run(cli), messages, verbose > 0)
}

fn ended(result: Result<()>, messages: Messages, with_causes: bool) -> u8 {
    match result {
        Ok(()) => exit::OK,
        Err(error) => {
            messages.error(&error, with_causes);
            error.code()
        }
    }
}

/// Bare `wl` without a terminal: a script that lost its command.
fn no_command(messages: Messages, global: &Global) -> u8 {
    if global.format == Format::Json {
        let error = Error::usage("no command was given").hint("see all commands with: wl --help");
        messages.error(&error, false);
    } else {
        let help = commands::grammar().render_help();
        print_error(&shown(&help, Style::of_errors(global.color)));
    }
    exit::USAGE
}

/// A command line that can't be read; `--help` and `--version` come here too.
fn usage(error: &clap::Error) -> u8 {
    let color = asked("--color").unwrap_or_default();
    let format = asked("--format").unwrap_or_default();
    if !error.use_stderr() {
        let text = shown(&error.render(), Style::detect(color));
        let written = worklock::cli::write_text(&mut worklock::cli::stdout(), &text);
        return ended(written, Messages::new(format, false, color), false);
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand && format != Format::Json
    {
        print_error(&shown(&error.render(), Style::of_errors(color)));
        return exit::USAGE;
    }
    let source = std::error::Error::source(error).and_then(|source| source.downcast_ref::<Error>());
    let messages = Messages::new(format, false, color);
    match source {
        Some(own) => {
            messages.error(own, false);
            own.code()
        }
        None => {
            messages.error(&near::explained(error, &words()), false);
            exit::USAGE
        }
    }
}

fn shown(text: &StyledStr, style: Style) -> String {
    match style.color {
        true => text.ansi().to_string(),
        false => text.to_string(),
    }
}

/// A closed standard error is not an error.
fn print_error(text: &str) {
    let _ = Stderr.write_all(text.as_bytes());
}

/// What the command line that can't be read says of an option all the same.
fn asked<T: ValueEnum>(option: &str) -> Option<T> {
    let words: Vec<String> = words()
        .into_iter()
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let joined = |word: &String| Some(word.strip_prefix(option)?.strip_prefix('=')?.to_owned());
    let apart = words.windows(2).find(|pair| pair[0] == option);
    let value = words
        .iter()
        .find_map(joined)
        .or(apart.map(|pair| pair[1].clone()))?;
    T::from_str(&value, false).ok()
}

#[expect(clippy::disallowed_methods, reason = "main reads the command line")]
fn words() -> Vec<OsString> {
    std::env::args_os().collect()
}

/// Prints log lines to standard error. With `--format json` they would mix with
/// the JSON of an error, so there is no log then.
fn init_log(verbose: u8) {
    let mut log = env_logger::Builder::new();
    log.filter_level(log::LevelFilter::Warn);
    if verbose > 1 {
        log.filter_module("worklock", log::LevelFilter::Debug);
    }
    log.parse_env("WL_LOG")
        .format(|line, record| {
            let level = record.level().as_str().to_ascii_lowercase();
            writeln!(line, "{level}: {}", text::safe(&record.args().to_string()))
        })
        .target(env_logger::Target::Pipe(Box::new(Stderr)))
        .init();
}

//! The process: reads the command line, runs one command, exits with its code.

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use worklock::cli::show_error;
use worklock::commands::{self, Cli};
use worklock::error::Error;
use worklock::{exit, text};

fn main() -> ExitCode {
    clap_complete::CompleteEnv::with_factory(Cli::command).complete();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let json = cli.global.format == worklock::cli::Format::Json;
    let verbose = cli.global.verbose;
    if !json {
        init_log(verbose);
    }
    if cli.command.is_none() && !commands::my_day::has_reader() {
        return no_command(json);
    }
    match commands::run(cli) {
        Ok(()) => ExitCode::from(exit::OK),
        Err(error) => {
            show_error(&error, json, verbose > 0);
            ExitCode::from(error.code())
        }
    }
}

/// Bare `wl` without a terminal: a script that lost its command.
fn no_command(json: bool) -> ExitCode {
    if json {
        let error = Error::usage("no command was given").hint("see all commands with: wl --help");
        show_error(&error, true, false);
    } else {
        let help = Cli::command().render_help().to_string();
        // a closed standard error is not an error
        let _ = std::io::stderr().write_all(help.as_bytes());
    }
    ExitCode::from(exit::USAGE)
}

/// A command line that can't be read; `--help` and `--version` come here too.
fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        // a closed pipe is not an error: the reader of the help is gone
        let _ = error.print();
        return ExitCode::from(exit::OK);
    }
    let json = wants_json();
    let source = std::error::Error::source(error).and_then(|source| source.downcast_ref::<Error>());
    match source {
        Some(own) => {
            show_error(own, json, false);
            ExitCode::from(own.code())
        }
        None if json => {
            // the first paragraph says what is wrong, with the names in lines of their own
            let text = error.to_string();
            let lines = text
                .lines()
                .map(str::trim)
                .take_while(|line| !line.is_empty());
            let message = lines.collect::<Vec<_>>().join(" ");
            show_error(
                &Error::usage(message.trim_start_matches("error: ")),
                true,
                false,
            );
            ExitCode::from(exit::USAGE)
        }
        None => {
            let _ = error.print();
            ExitCode::from(exit::USAGE)
        }
    }
}

/// Whether the command line that can't be read asks for JSON all the same.
fn wants_json() -> bool {
    #[expect(clippy::disallowed_methods, reason = "main reads the command line")]
    let words: Vec<_> = std::env::args_os().collect();
    words.iter().any(|word| word == "--format=json")
        || words
            .windows(2)
            .any(|pair| pair[0] == "--format" && pair[1] == "json")
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
        .init();
}

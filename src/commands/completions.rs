//! `wl completions`: what the shell sources for Tab.

use std::io::Write;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::cli::{output, stdout};
use crate::error::Result;

#[derive(Debug, Args)]
pub struct Completions {
    /// Shell to complete for
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

pub fn run(args: &Completions) -> Result<()> {
    stdout()
        .write_all(&script(args.shell))
        .map_err(output::write_error)
}

/// The static script for a shell; those in `completions/` are the same bytes.
pub fn script(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut super::Cli::command(), "wl", &mut script);
    match shell {
        Shell::Bash => with_files_of_bash(&script),
        _ => script,
    }
}

/// clap's script puts names of files into the line as they are, and bash would run what
/// one like `$(id).csv` contains. Without candidates bash finds and quotes them itself
/// (`complete -o default`).
fn with_files_of_bash(script: &[u8]) -> Vec<u8> {
    let script = String::from_utf8_lossy(script);
    script.replace(r#"$(compgen -f "${cur}")"#, "").into_bytes()
}

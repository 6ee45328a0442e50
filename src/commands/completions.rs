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
    script
}

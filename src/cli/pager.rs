//! A long list on a terminal goes through a pager, as git's lists do.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::SIGINT;
use signal_hook::flag;

use super::environment::{text, variable};

/// What a shell answers if it can't run a command or doesn't find it.
const NOT_RUN: [i32; 2] = [126, 127];

/// Shows `text` in the pager that `PAGER` names, else in less. False: there is none, and
/// nothing was shown.
pub fn show(page: &str) -> bool {
    let pager = match variable("PAGER") {
        None => "less".to_owned(),
        Some(_) => text("PAGER").unwrap_or_default(),
    };
    if ["", "cat"].contains(&pager.trim()) {
        return false;
    }
    let mut command = Command::new("/bin/sh");
    command.args(["-c", &pager]).stdin(Stdio::piped());
    if variable("LESS").is_none() {
        // it ends at the end of a short text, shows colours, and leaves the text there
        command.env("LESS", "FRX");
    }
    let Ok(mut process) = command.spawn() else {
        return false;
    };
    // Ctrl-C is for the pager, which would otherwise be left behind
    let _ = flag::register(SIGINT, Arc::new(AtomicBool::new(false)));
    if let Some(mut input) = process.stdin.take() {
        // who leaves the pager early has seen enough
        let _ = input.write_all(page.as_bytes());
    }
    match process.wait() {
        Ok(status) => !status.code().is_some_and(|code| NOT_RUN.contains(&code)),
        Err(_) => true,
    }
}

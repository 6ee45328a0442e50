//! Questions at a terminal.
//!
//! What is typed before a question appears never answers it: it is dropped. Ctrl-C that
//! is typed early is still a signal, and ends the program.

use std::io::{self, IsTerminal};

use nix::sys::signal::{SigSet, Signal};
use nix::sys::termios::{LocalFlags, SetArg, tcgetattr, tcsetattr};

use crate::error::{Error, ErrorKind, Result};
use crate::text;

pub use super::pick::pick;

/// Whether a person can answer: a prompt needs both standard input and error.
pub fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// The refusal of a change that must be confirmed, where [`can_ask`] is false.
pub fn unconfirmed(change: &str) -> Error {
    Error::usage(format!(
        "{change}, and there is no terminal to confirm it at"
    ))
}

/// Asks for a yes: the line `y` or `yes`. Any other answer is a no.
pub fn confirm(question: &str) -> Result<bool> {
    let answer = line(&format!("{question} [y/N]"))?;
    Ok(["y", "yes"].contains(&answer.to_lowercase().as_str()))
}

/// Asks for a line; it comes without blanks at its ends. Fails as
/// [`ErrorKind::Interrupted`] at Ctrl-C.
pub fn line(question: &str) -> Result<String> {
    let prompt = dialoguer::Input::<String>::new()
        .with_prompt(text::safe(question))
        .allow_empty(true);
    Ok(ask(|| prompt.interact())?.trim().to_owned())
}

/// Ctrl-C at a prompt would end the process and leave the cursor hidden. So the prompt
/// gets it as a key, and it becomes an error.
fn ask<R>(prompt: impl FnOnce() -> dialoguer::Result<R>) -> Result<R> {
    // the prompt answers Ctrl-C with the signal as well, and takes an interruption by
    // another signal, such as that of a resized terminal, for Ctrl-C
    let signals = SigSet::from_iter([Signal::SIGINT, Signal::SIGWINCH]);
    let held = signals.thread_block().is_ok();
    match on_fresh_input(prompt) {
        Ok(answer) => {
            if held {
                let _ = signals.thread_unblock();
            }
            Ok(answer)
        }
        Err(dialoguer::Error::IO(error)) => {
            let _ = dialoguer::console::Term::stderr().show_cursor();
            Err(match error.kind() {
                io::ErrorKind::Interrupted => interrupted(),
                _ => Error::io("the prompt failed", error),
            })
        }
    }
}

/// Runs a prompt on a terminal that gives it every key, Ctrl-C too. The step that makes
/// it so drops what was typed so far.
pub(super) fn on_fresh_input<R>(prompt: impl FnOnce() -> R) -> R {
    let before = tcgetattr(io::stdin()).ok();
    if let Some(mut keys) = before.clone() {
        keys.local_flags
            .remove(LocalFlags::ISIG | LocalFlags::ICANON | LocalFlags::ECHO);
        let _ = tcsetattr(io::stdin(), SetArg::TCSAFLUSH, &keys);
    }
    let answered = prompt();
    if let Some(before) = before {
        let _ = tcsetattr(io::stdin(), SetArg::TCSANOW, &before);
    }
    answered
}

pub(super) fn interrupted() -> Error {
    Error::new(ErrorKind::Interrupted, "interrupted")
}

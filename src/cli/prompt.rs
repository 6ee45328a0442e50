//! Questions at a terminal.
//!
//! What is typed before a question appears never answers it: it is dropped. Ctrl-C that
//! is typed early is still a signal, and ends the program.

use std::io::{self, IsTerminal};

use nix::sys::signal::{SigSet, Signal};
use nix::sys::termios::{LocalFlags, SetArg, tcgetattr, tcsetattr};

use crate::error::{Error, ErrorKind, Result};
use crate::text;

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

/// Lets a person pick one of several items; None if they cancel.
pub fn pick(question: &str, items: &[String]) -> Result<Option<usize>> {
    let items: Vec<_> = items.iter().map(|item| text::safe(item)).collect();
    let prompt = dialoguer::Select::new()
        .with_prompt(question)
        .items(&items)
        .default(0);
    ask(|| prompt.interact_opt())
}

/// Ctrl-C at a prompt would end the process and leave the cursor hidden. So the prompt
/// gets it as a key, and it becomes an error. The step that makes it a key drops what
/// was typed so far.
fn ask<R>(prompt: impl FnOnce() -> dialoguer::Result<R>) -> Result<R> {
    let before = tcgetattr(io::stdin()).ok();
    if let Some(mut keys) = before.clone() {
        keys.local_flags
            .remove(LocalFlags::ISIG | LocalFlags::ICANON | LocalFlags::ECHO);
        let _ = tcsetattr(io::stdin(), SetArg::TCSAFLUSH, &keys);
    }
    // the prompt answers the key with the signal as well
    let interrupt = SigSet::from_iter([Signal::SIGINT]);
    let held = interrupt.thread_block().is_ok();
    let answered = prompt();
    if let Some(before) = before {
        let _ = tcsetattr(io::stdin(), SetArg::TCSANOW, &before);
    }
    match answered {
        Ok(answer) => {
            if held {
                let _ = interrupt.thread_unblock();
            }
            Ok(answer)
        }
        Err(error) => {
            let _ = dialoguer::console::Term::stderr().show_cursor();
            Err(prompt_error(error))
        }
    }
}

fn prompt_error(error: dialoguer::Error) -> Error {
    let dialoguer::Error::IO(error) = error;
    match error.kind() {
        io::ErrorKind::Interrupted => Error::new(ErrorKind::Interrupted, "interrupted"),
        _ => Error::io("the prompt failed", error),
    }
}

//! Questions at a terminal.
//!
//! What is typed before a question appears never answers it: it is dropped. Ctrl-C that
//! is typed early is still a signal, and ends the program.

use std::io::{self, IsTerminal};

use inquire::InquireError;
use inquire::ui::RenderConfig;
use nix::sys::signal::{SigSet, Signal};
use nix::sys::termios::{LocalFlags, SetArg, tcgetattr, tcsetattr};

use crate::error::{Error, ErrorKind, Result};
use crate::{stderr, text};

pub use super::pick::pick;
use super::wrap::wrapped;

/// Whether a person can answer: a prompt needs both standard input and error.
pub fn can_ask() -> bool {
    io::stdin().is_terminal() && stderr::is_terminal()
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
    stderr::wait_for_silence_to_end();
    let terminal = dialoguer::console::Term::stderr();
    let columns = terminal.size().1;
    let question = text::safe(question);
    let (before, prompt) = divided(&question, columns.into());
    if !before.is_empty() {
        terminal
            .write_line(&wrapped(before, Some(columns)))
            .map_err(|error| Error::io("the prompt failed", error))?;
    }
    let prompt = dialoguer::Input::<String>::new()
        .with_prompt(prompt)
        .allow_empty(true);
    Ok(ask(|| prompt.interact())?.trim().to_owned())
}

/// Asks twice for a password, which is not shown. Fails as [`ErrorKind::Interrupted`] at
/// Ctrl-C and Esc.
pub fn password(question: &str) -> Result<String> {
    let question = text::safe(question);
    let prompt = inquire::Password::new(&question)
        .with_custom_confirmation_message("Once more:")
        .with_custom_confirmation_error_message("The two differ.")
        .with_formatter(&|_| String::new())
        .with_render_config(RenderConfig::empty());
    match on_fresh_input(|| prompt.prompt()) {
        Ok(typed) => Ok(typed),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => {
            Err(interrupted())
        }
        Err(InquireError::IO(error)) => Err(Error::io("the prompt failed", error)),
        Err(error) => Err(Error::bug(format!("the prompt failed: {error}"))),
    }
}

/// What goes above a prompt, and the prompt. One that is longer than a line would be drawn
/// twice; so only the last sentence of a long question is the prompt, or only the answers in
/// brackets.
fn divided(question: &str, columns: usize) -> (&str, &str) {
    /// A colon and a blank, and a short answer.
    const ROOM: usize = 8;
    let fits = |prompt: &str| text::columns(prompt) + ROOM <= columns;
    if fits(question) {
        return ("", question);
    }
    let divided = |at: Option<usize>, mark: usize| {
        at.map(|at| (&question[..at + mark], question[at + mark..].trim_start()))
    };
    let sentence = divided(question.rfind(". "), 1);
    let answers = divided(question.rfind(" ["), 0);
    match (sentence, answers) {
        (Some(sentence), _) if fits(sentence.1) => sentence,
        (_, Some(answers)) => answers,
        (Some(sentence), None) => sentence,
        (None, None) => ("", question),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_question_leaves_a_short_prompt() {
        let timer = "WO-1/1 runs since 9:00. When did it end? [time; empty: leave it]";
        let bill = "Make 1 bill of 3.5 hours? [y/N]";
        for (question, columns, before, prompt) in [
            (bill, 40, "", bill),
            (bill, 38, "Make 1 bill of 3.5 hours?", "[y/N]"),
            (timer, 80, "", timer),
            (
                timer,
                60,
                "WO-1/1 runs since 9:00.",
                "When did it end? [time; empty: leave it]",
            ),
            (
                timer,
                40,
                "WO-1/1 runs since 9:00. When did it end?",
                "[time; empty: leave it]",
            ),
            ("Really?", 5, "", "Really?"),
        ] {
            assert_eq!(divided(question, columns), (before, prompt), "{columns}");
        }
    }
}

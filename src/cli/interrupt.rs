//! Signals that ask the process to end: Ctrl-C, SIGTERM, and SIGHUP of a closed terminal.
//!
//! During a change, a thread takes them and says what became of it. Work on files holds
//! them until a piece is complete.

use std::fs;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::message::Messages;
use crate::db::watch;
use crate::error::{Error, ErrorKind, Result, Saved};
use crate::exit;

/// How long the result of a change that was saved may take to be shown.
const SHOWN: Duration = Duration::from_secs(2);

static STATE: Mutex<State> = Mutex::new(State {
    phase: Phase::Free,
    asked: false,
});
static LISTENS: Once = Once::new();

struct State {
    phase: Phase,
    /// A signal came during the commit.
    asked: bool,
}

/// What a signal would interrupt.
enum Phase {
    /// Nothing that must be reported.
    Free,
    /// Work on files: [`Interrupt`] has the signals.
    Held,
    /// A change before its commit, which the server takes back.
    Writing(Messages),
    /// The outcome is not known before the answer; the command shows it later.
    Committing(Messages, String),
    /// The change is saved, and its result not yet shown.
    Saved(Messages, String),
}

/// A change that a signal does not end silently.
pub struct Writing {
    messages: Messages,
    look: String,
}

impl Writing {
    /// `look` is the command that shows what was saved.
    pub fn begin(messages: Messages, look: String) -> Self {
        LISTENS.call_once(listen);
        let writing = Self { messages, look };
        writing.enter(Phase::Writing(messages));
        writing
    }

    /// From now on, a signal waits for the outcome.
    pub fn commits(&self) {
        self.enter(Phase::Committing(self.messages, self.look.clone()));
    }

    pub fn saved(self) {
        self.enter(Phase::Saved(self.messages, self.look.clone()));
    }

    fn enter(&self, phase: Phase) {
        let mut state = state();
        if !matches!(state.phase, Phase::Held) {
            *state = State {
                phase,
                asked: false,
            };
        }
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        // without saved(), nothing was
        if !matches!(state().phase, Phase::Saved(..)) {
            self.enter(Phase::Free);
        }
    }
}

/// The last change turned out to be none: a signal ends the process as usual.
pub fn nothing_is_saved() {
    let mut state = state();
    if matches!(state.phase, Phase::Saved(..)) {
        state.phase = Phase::Free;
    }
}

fn listen() {
    // without the thread, signals end the process as they do by themselves
    if let Ok(mut signals) = Signals::new(wanted()) {
        thread::spawn(move || signals.forever().for_each(take));
    }
}

/// The signals that ask the process to end. A handler would make a signal of what `nohup`
/// or a shell's background job ignores.
fn wanted() -> impl Iterator<Item = i32> {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mut lines = status.lines();
    let mask = lines.find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    let ignored = mask.unwrap_or_default();
    [SIGINT, SIGTERM, SIGHUP]
        .into_iter()
        .filter(move |signal| ignored & 1 << (signal - 1) == 0)
}

fn take(signal: i32) {
    // while this is locked, a commit does not begin
    let mut state = state();
    match &state.phase {
        Phase::Free => {
            let _ = low_level::emulate_default_handler(signal);
        }
        Phase::Held => {}
        Phase::Writing(messages) => end(*messages, &interrupted()),
        Phase::Committing(messages, _) if !state.asked => {
            messages.say("The commit is under way; its outcome follows. Ctrl-C again gives up.");
            state.asked = true;
        }
        Phase::Committing(messages, look) => end(
            *messages,
            &Error::new(
                ErrorKind::OutcomeUnknown,
                "interrupted during the commit, before the server answered",
            )
            .saved(Saved::Unknown)
            .hint(format!(
                "{}; what it doesn't show was not saved",
                shown_by(look)
            )),
        ),
        Phase::Saved(..) => {
            drop(state);
            thread::sleep(SHOWN);
            end_unshown();
        }
    }
}

/// Ends a process that has saved its change and does not come to an end.
fn end_unshown() {
    if let Phase::Saved(messages, look) = &state().phase {
        end(
            *messages,
            &Error::new(ErrorKind::Io, "interrupted before the result was shown")
                .saved(Saved::Everything)
                .hint(shown_by(look)),
        );
    }
}

fn shown_by(look: &str) -> String {
    format!("see what was saved with: {look}")
}

/// Ends at once: other threads may be at work in libraries that clean up at an orderly end.
fn end(messages: Messages, error: &Error) {
    messages.error(error, false);
    low_level::exit(error.code().into());
}

fn interrupted() -> Error {
    Error::new(ErrorKind::Interrupted, "interrupted")
}

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether Ctrl-C was pressed.
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// From now on, the first signal only sets a flag, which also ends the wait for an answer
    /// of the database; the second one ends the process at once.
    pub fn hold() -> Result<Self> {
        let asked = watch::given_up();
        for signal in wanted() {
            let code = i32::from(exit::INTERRUPTED);
            flag::register_conditional_shutdown(signal, code, Arc::clone(&asked))
                .and_then(|_| flag::register(signal, Arc::clone(&asked)))
                .map_err(|error| Error::io("cannot watch for Ctrl-C", error))?;
        }
        state().phase = Phase::Held;
        Ok(Self(asked))
    }

    /// Fails if Ctrl-C was pressed.
    pub fn check(&self) -> Result<()> {
        match self.0.load(Ordering::Relaxed) {
            true => Err(interrupted()),
            false => Ok(()),
        }
    }
}

/// Stops after Ctrl-C: the unfinished file is removed, which a process that ends at
/// once can't do.
pub struct Stoppable<'i, W>(pub W, pub &'i Interrupt);

impl<W: Write> Write for Stoppable<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.check().map_err(io::Error::other)?;
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.1.check().map_err(io::Error::other)?;
        self.0.flush()
    }
}

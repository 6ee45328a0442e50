//! Standard error, and how libpq is kept from it.
//!
//! libpq writes what a server says, as it is, to the file descriptor 2, until diesel
//! replaces its notice processor after the connection is made. Such a message may hold
//! escape codes, and it is never JSON. So while a connection is made, the descriptor 2
//! leads to a pipe; what `wl` has to say goes through [`Stderr`], which the pipe does not
//! concern.

use std::fs::File;
use std::io::{self, IsTerminal, PipeReader, Read, Write};
use std::os::fd::AsFd;
use std::sync::{Condvar, LazyLock, Mutex, MutexGuard, PoisonError};

use nix::fcntl::{FcntlArg, OFlag, fcntl};
use nix::unistd::dup2_stderr;

/// Standard error as the process was given it; none if there are no descriptors left.
static ORIGINAL: LazyLock<Option<File>> = LazyLock::new(|| {
    let own = io::stderr().as_fd().try_clone_to_owned();
    own.ok().map(File::from)
});

struct Silence {
    /// The pieces of work during which libpq may write.
    works: usize,
    /// Where it writes to meanwhile.
    heard: Option<PipeReader>,
}

static SILENCE: Mutex<Silence> = Mutex::new(Silence {
    works: 0,
    heard: None,
});
static ENDED: Condvar = Condvar::new();

/// Writes to standard error.
pub struct Stderr;

impl Write for Stderr {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match ORIGINAL.as_ref() {
            Some(mut file) => file.write(bytes),
            None => io::stderr().write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub fn is_terminal() -> bool {
    match ORIGINAL.as_ref() {
        Some(file) => file.is_terminal(),
        None => io::stderr().is_terminal(),
    }
}

/// Waits until libraries that write to the descriptor 2, such as a prompt, reach the
/// person. A connection takes milliseconds, and at most its timeout.
pub fn wait_for_silence_to_end() {
    let mut silence = locked();
    while silence.works > 0 {
        silence = ENDED.wait(silence).unwrap_or_else(PoisonError::into_inner);
    }
}

/// Runs `work`; what it writes to the descriptor 2 is returned instead. Of several at once
/// the last one to end gets it.
pub fn silenced<R>(work: impl FnOnce() -> R) -> (R, String) {
    enter();
    let result = work();
    (result, leave())
}

fn enter() {
    let mut silence = locked();
    if silence.works == 0 && ORIGINAL.is_some() {
        silence.heard = redirect().ok();
    }
    silence.works += 1;
}

fn leave() -> String {
    let mut silence = locked();
    silence.works -= 1;
    let mut text = Vec::new();
    if silence.works == 0
        && let (Some(mut heard), Some(original)) = (silence.heard.take(), ORIGINAL.as_ref())
    {
        let _ = dup2_stderr(original);
        // ends where nothing more has come: a child process may hold the other end open
        let _ = heard.read_to_end(&mut text);
    }
    ENDED.notify_all();
    String::from_utf8_lossy(&text).into_owned()
}

/// Whoever writes more than a pipe holds loses the rest, but never waits.
fn redirect() -> io::Result<PipeReader> {
    let (reader, writer) = io::pipe()?;
    fcntl(&reader, FcntlArg::F_SETFL(OFlag::O_NONBLOCK))?;
    fcntl(&writer, FcntlArg::F_SETFL(OFlag::O_NONBLOCK))?;
    dup2_stderr(&writer)?;
    Ok(reader)
}

fn locked() -> MutexGuard<'static, Silence> {
    SILENCE.lock().unwrap_or_else(PoisonError::into_inner)
}

//! Ctrl-C, delayed until a piece of work is complete.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::error::{Error, ErrorKind, Result};
use crate::exit;

/// Whether Ctrl-C was pressed.
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// From now on, the first Ctrl-C only sets a flag; the second one ends the
    /// process at once.
    pub fn hold() -> Result<Self> {
        let asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            let code = i32::from(exit::INTERRUPTED);
            flag::register_conditional_shutdown(signal, code, Arc::clone(&asked))
                .and_then(|_| flag::register(signal, Arc::clone(&asked)))
                .map_err(|error| Error::io("cannot watch for Ctrl-C", error))?;
        }
        Ok(Self(asked))
    }

    /// Fails if Ctrl-C was pressed.
    pub fn check(&self) -> Result<()> {
        match self.0.load(Ordering::Relaxed) {
            true => Err(Error::new(ErrorKind::Interrupted, "interrupted")),
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

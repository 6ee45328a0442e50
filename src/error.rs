//! The one error type: what happened, whether something was saved, what to type next.

use std::fmt;

use crate::exit;

/// A failure as its reader meets it.
///
/// The library never prints one; `cli::show_error` does, as three lines or as a
/// JSON object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The process's exit code, one of [`crate::exit`].
    pub code: u8,
    /// A word for machines, stable across versions: the name of the rule or
    /// constraint that refused, or the kind of failure.
    pub kind: String,
    /// What happened, to what. No full stop at the end.
    pub message: String,
    /// What is in the database now.
    pub saved: Saved,
    /// What to type next.
    pub hint: Option<String>,
}

/// What a failed command left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was saved.
    Nothing,
    /// A part of the files, each of them whole.
    Some,
    /// The change is in the database; only showing it failed.
    Everything,
    /// The connection broke at the commit.
    Unknown,
}

/// The kind of the error that ends a command quietly with [`exit::OK`]: the
/// reader of its output went away, as `head` does.
pub const BROKEN_PIPE: &str = "broken_pipe";

/// The kind of the error that only carries [`exit::FINDINGS`]: the findings
/// themselves were shown.
pub const FINDINGS: &str = "findings";

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub fn new(code: u8, kind: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code,
            kind: kind.into(),
            message: message.into(),
            saved: Saved::Nothing,
            hint: None,
        }
    }

    /// A rule refuses; `kind` is the name of the rule.
    pub fn refused(kind: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(exit::REFUSED, kind, message)
    }

    /// The command line is incomplete or contradicts itself.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(exit::USAGE, "usage", message)
    }

    /// Input data is bad.
    pub fn data(message: impl Into<String>) -> Self {
        Self::new(exit::DATA, "bad_input", message)
    }

    /// What was named does not exist.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(exit::NO_INPUT, "not_found", message)
    }

    /// The right is missing.
    pub fn no_permission(message: impl Into<String>) -> Self {
        Self::new(exit::NO_PERMISSION, "no_permission", message)
    }

    /// The configuration or the machine is not as it must be.
    pub fn config(message: impl Into<String>) -> Self {
        Self::new(exit::CONFIG, "configuration", message)
    }

    /// Should never happen; a defect of `wl`.
    pub fn bug(message: impl Into<String>) -> Self {
        Self::new(exit::BUG, "bug", message).hint("please report this with the command you typed")
    }

    /// Reading or writing `what` failed.
    pub fn io(what: impl fmt::Display, error: &std::io::Error) -> Self {
        Self::new(exit::IO, "io", format!("{what}: {}", io_reason(error)))
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn saved(mut self, saved: Saved) -> Self {
        self.saved = saved;
        self
    }
}

/// The system's words for an I/O error, without Rust's `(os error N)`.
pub fn io_reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(at) => text[..at].to_owned(),
        None => text,
    }
}

impl Saved {
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Nothing => "nothing was saved",
            Self::Some => "the finished files are kept",
            Self::Everything => "the change was saved",
            Self::Unknown => "it is not known whether the change was saved",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn io_reason_drops_the_number() {
        let error = std::io::Error::from_raw_os_error(28);
        assert_eq!(io_reason(&error), "No space left on device");
    }
}

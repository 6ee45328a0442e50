//! The one error type: what happened, whether something was saved, what to type next.

mod kind;

use std::fmt;

pub use self::kind::ErrorKind;

/// A failure, as the user sees it.
///
/// The library never prints one; `cli::Messages` prints it as three lines or as a
/// JSON object.
#[derive(Debug)]
pub struct Error {
    /// A word for machines; it decides the process's exit code.
    pub kind: ErrorKind,
    /// What happened, to what. No full stop at the end.
    pub message: String,
    /// What is in the database now.
    pub saved: Saved,
    /// What to type next.
    pub hint: Option<String>,
    /// What went wrong below; `-v` shows it. It never holds a secret.
    pub cause: Option<anyhow::Error>,
    /// Who has what was needed; the message names them.
    pub holders: Vec<Holder>,
}

/// Who holds locks that others need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// `login (server process N)` or `login (prepared transaction 'ID')`.
    pub name: String,
    /// The server process; 0 for a prepared transaction.
    pub process: i32,
    /// The statement that ends it.
    pub fix: String,
}

/// What a failed command left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was saved.
    Nothing,
    /// Some of the files were written, each completely.
    Some,
    /// The change was saved; only the output failed.
    Everything,
    /// The connection broke at the commit.
    Unknown,
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            saved: Saved::Nothing,
            hint: None,
            cause: None,
            holders: Vec::new(),
        }
    }

    /// The process's exit code, one of [`crate::exit`].
    pub fn code(&self) -> u8 {
        self.kind.code()
    }

    /// The command line is incomplete or contradicts itself.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Usage, message)
    }

    /// The input is invalid.
    pub fn data(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::BadInput, message)
    }

    /// Something that was named does not exist.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::NotFound, message)
    }

    /// Permission denied.
    pub fn no_permission(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::NoPermission, message)
    }

    /// The configuration or the setup of the machine is wrong.
    pub fn config(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    /// Should never happen; a defect of `wl`.
    pub fn bug(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Bug, message).hint("please report this with the command you typed")
    }

    /// Reading or writing `what` failed.
    pub fn io(what: impl fmt::Display, error: std::io::Error) -> Self {
        Self::new(ErrorKind::Io, format!("{what}: {}", io_reason(&error))).cause(error)
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn cause(mut self, cause: impl Into<anyhow::Error>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// The chain of causes, the nearest first.
    pub fn causes(&self) -> impl Iterator<Item = String> {
        let chain = self.cause.iter().flat_map(anyhow::Error::chain);
        chain.map(ToString::to_string)
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

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn io_reason_drops_the_number() {
        let error = std::io::Error::from_raw_os_error(28);
        assert_eq!(io_reason(&error), "No space left on device");
    }
}

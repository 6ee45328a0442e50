//! Standard output, for what a command answers.

use std::io;

#[expect(
    clippy::disallowed_methods,
    reason = "all other code writes through here"
)]
pub fn stdout() -> io::StdoutLock<'static> {
    io::stdout().lock()
}

//! The exit codes of `wl`, all of them, and nothing else.
//!
//! Scripts rely on these numbers: they follow BSD's `sysexits.h` where it has
//! a fitting one, and they never change their meaning.

/// Done, or there was nothing to do.
pub const OK: u8 = 0;
/// A rule refused; nothing was changed.
pub const REFUSED: u8 = 1;
/// The command line is wrong or incomplete.
pub const USAGE: u8 = 2;
/// The command worked and found something (`exceptions --exit-code`, `audit verify`).
pub const FINDINGS: u8 = 3;
/// The input is invalid: a cell of a file, or text that can't be read as a time.
pub const DATA: u8 = 65;
/// Something that the command names does not exist: a file, an order, an entry.
pub const NO_INPUT: u8 = 66;
/// The server can't be reached.
pub const UNREACHABLE: u8 = 69;
/// A bug in `wl`.
pub const BUG: u8 = 70;
/// The output can't be created.
pub const CANNOT_CREATE: u8 = 73;
/// Writing failed: the disk is full, the device broke.
pub const IO: u8 = 74;
/// Another session interfered, and nothing was saved; try again.
pub const TRY_AGAIN: u8 = 75;
/// The schema of the database and this program don't match.
pub const VERSION: u8 = 76;
/// Permission denied.
pub const NO_PERMISSION: u8 = 77;
/// The configuration is wrong.
pub const CONFIG: u8 = 78;
/// The connection broke at the commit, and it is not known whether it saved the change.
pub const UNKNOWN: u8 = 79;
/// Interrupted by Ctrl-C.
pub const INTERRUPTED: u8 = 130;

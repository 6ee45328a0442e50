//! Turns the output of PostgreSQL's failed programs into one sentence.

use std::path::Path;

use crate::error::{Error, ErrorKind};

/// The start of the line that matters in a program's output.
const MARKS: [&str; 4] = ["FATAL:  ", "PANIC:  ", "error: ", "ERROR:  "];

/// Errors that a retry can't fix, only a person.
const OF_THE_CONFIGURATION: [&str; 6] = [
    "has wrong ownership",
    "has invalid permissions",
    "incompatible with server",
    "contains errors",
    "could not create any Unix-domain sockets",
    "could not access directory",
];

/// `what` failed, and this is what the program wrote about it.
pub fn explain(what: &str, output: &str, folder: &Path) -> Error {
    if output.contains("No space left on device") || output.contains("Disk quota exceeded") {
        return disk_full(folder);
    }
    if is_full(folder) {
        return disk_full(folder);
    }
    let Some(complaint) = complaint(output) else {
        return unreachable(format!("{what}, and its output gives no reason"));
    };
    let message = format!("{what}: {complaint}");
    if OF_THE_CONFIGURATION
        .iter()
        .any(|known| complaint.contains(known))
    {
        return Error::config(message);
    }
    unreachable(message)
}

/// The disk that holds `path` is full.
pub fn disk_full(path: &Path) -> Error {
    Error::new(
        ErrorKind::DiskFull,
        format!("the disk that holds {} is full", path.display()),
    )
    .hint("free some space and run the command again")
}

/// Whether the server refused to start because the previous one is not quite gone.
pub fn passes_by_itself(output: &str) -> bool {
    let complaint = complaint(output).unwrap_or_default();
    complaint.contains("pre-existing shared memory block")
        || (complaint.contains("lock file") && complaint.contains("already exists"))
}

pub fn unreachable(message: String) -> Error {
    Error::new(ErrorKind::ServerUnreachable, message)
}

/// The last line that says what was wrong, or else the last line.
fn complaint(output: &str) -> Option<&str> {
    let marked = |line: &'_ str| {
        MARKS
            .iter()
            .find_map(|mark| line.find(mark).map(|at| at + mark.len()))
    };
    let lines = || output.lines().rev().filter(|line| !line.trim().is_empty());
    lines()
        .find_map(|line| marked(line).and_then(|at| line.get(at..)))
        .or_else(|| lines().next())
        .map(str::trim)
}

/// The server can't work with less: its write-ahead log grows in files of this size.
const ROOM: u64 = 16 << 20;

/// Whether the disk has no room for the server. The complaint may not say it, as a full
/// disk has no room for the complaint in the log either.
pub fn is_full(path: &Path) -> bool {
    nix::sys::statvfs::statvfs(path)
        .is_ok_and(|disk| disk.blocks_available() * disk.fragment_size() < ROOM)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit;

    fn code_and_message(output: &str) -> (u8, String) {
        let error = explain("it failed", output, Path::new("/"));
        (error.code(), error.message)
    }

    #[test]
    fn the_last_fatal_line_is_the_reason() {
        let output = "2026-01-01 00:00:00.000 UTC [7] LOG:  starting\n\
             2026-01-01 00:00:00.000 UTC [7] FATAL:  data directory \"/d\" has wrong ownership\n\
             2026-01-01 00:00:00.000 UTC [7] HINT:  The server must be started by the owner.\n";
        assert_eq!(
            code_and_message(output),
            (
                exit::CONFIG,
                "it failed: data directory \"/d\" has wrong ownership".to_owned()
            )
        );
    }

    #[test]
    fn without_a_mark_the_last_line_is_the_reason() {
        assert_eq!(
            code_and_message("postgres: a\npostgres: no such library\n\n"),
            (
                exit::UNREACHABLE,
                "it failed: postgres: no such library".to_owned()
            )
        );
    }

    #[test]
    fn a_full_disk_is_named() {
        let output =
            "FATAL:  could not write lock file \"postmaster.pid\": No space left on device";
        assert_eq!(
            code_and_message(output),
            (exit::IO, "the disk that holds / is full".to_owned())
        );
    }

    #[test]
    fn a_disk_without_room_is_full_whatever_the_program_says() {
        // no file fits on it
        let full = Path::new("/proc");
        if full.join("self").exists() {
            let error = explain("it failed", "FATAL:  could not write init file", full);
            assert_eq!(error.code(), exit::IO);
            assert_eq!(error.message, "the disk that holds /proc is full");
        }
    }

    #[test]
    fn rests_of_the_server_before_pass() {
        assert!(passes_by_itself(
            "FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use"
        ));
        assert!(passes_by_itself(
            "FATAL:  lock file \"postmaster.pid\" already exists"
        ));
        assert!(!passes_by_itself("FATAL:  out of memory"));
    }
}

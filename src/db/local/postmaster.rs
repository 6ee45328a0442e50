//! Whether the server's process is alive, according to its file `postmaster.pid`.
//!
//! The note survives a killed server, and its number may since belong to another
//! process. PostgreSQL decides alone when the note is void; here it is only read.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::{Account, io_error};
use crate::error::Result;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Postmaster {
    /// No process that would hinder a new server.
    Absent,
    /// Lives; `ready` when it says that it takes connections.
    Running { pid: Pid, ready: bool },
    /// Killed, but not yet collected by its parent: PostgreSQL takes it for alive.
    Defunct { pid: Pid },
    /// Another program of the same user has the number now: PostgreSQL takes it
    /// for the server.
    Stranger { pid: Pid },
}

/// The process that `data/postmaster.pid` names. `data` is without links.
pub fn observe(data: &Path, server: &Account) -> Result<Postmaster> {
    let file = data.join("postmaster.pid");
    let note = match fs::read_to_string(&file) {
        Ok(note) => note,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Postmaster::Absent),
        Err(error) => return Err(io_error("read", &file, error)),
    };
    let Some((pid, ready)) = parse(&note) else {
        return Ok(Postmaster::Absent);
    };
    let process = Path::new("/proc").join(pid.to_string());
    if !is_alive(pid) || is_of_another_user(&process, server) {
        return Ok(Postmaster::Absent);
    }
    Ok(if is_defunct(pid) {
        Postmaster::Defunct { pid }
    } else if works_in(&process, data) {
        Postmaster::Running { pid, ready }
    } else if is_alive(pid) {
        Postmaster::Stranger { pid }
    } else {
        Postmaster::Absent
    })
}

/// Whether the process has ended, collected by its parent or not.
pub fn is_gone(pid: Pid) -> bool {
    !is_alive(pid) || is_defunct(pid)
}

/// Whether the note says that the server takes connections, and it was not
/// killed since. Quicker than `observe`, and enough together with a connection.
pub fn says_ready(data: &Path) -> bool {
    fs::read_to_string(data.join("postmaster.pid"))
        .ok()
        .and_then(|note| parse(&note))
        .is_some_and(|(pid, ready)| ready && !is_gone(pid))
}

/// The pid is the first line, the state the eighth; a new server's note has
/// only some of the lines.
fn parse(note: &str) -> Option<(Pid, bool)> {
    let pid: i32 = note.lines().next()?.trim().parse().ok()?;
    let ready = note
        .lines()
        .nth(7)
        .is_some_and(|state| state.trim() == "ready");
    // A single-user server has a negative number.
    (pid != 0).then(|| (Pid::from_raw(pid.abs()), ready))
}

fn is_alive(pid: Pid) -> bool {
    !matches!(kill(pid, None), Err(Errno::ESRCH))
}

/// PostgreSQL cannot signal such a process either, and takes the note for void.
fn is_of_another_user(process: &Path, server: &Account) -> bool {
    process
        .metadata()
        .is_ok_and(|found| found.uid() != server.uid)
}

/// Dead, or killed and not yet dead: for some milliseconds such a process still
/// holds its socket, and takes connections that it never answers.
fn is_defunct(pid: Pid) -> bool {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_default().trim()
    };
    let kill_bit = 1 << (Signal::SIGKILL as u32 - 1);
    let pending = u64::from_str_radix(field("ShdPnd:"), 16).unwrap_or(0);
    field("State:").starts_with(['Z', 'X']) || pending & kill_bit != 0
}

/// A server works in its data folder. Where there is no /proc, any process is
/// taken for the server.
fn works_in(process: &Path, data: &Path) -> bool {
    match fs::read_link(process.join("cwd")) {
        Ok(cwd) => cwd == data,
        // Root in a container may not look; the command line is open to all.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            fs::read(process.join("cmdline")).is_ok_and(|line| {
                let data = data.as_os_str().as_bytes();
                line.split(|byte| *byte == 0)
                    .any(|argument| argument == data)
            })
        }
        Err(_) => !Path::new("/proc/self").exists(),
    }
}

fn was_given(process: &Path, data: &Path) -> bool {
    fs::read(process.join("cmdline")).is_ok_and(|line| {
        let mut arguments = line.split(|byte| *byte == 0);
        let is_server = arguments
            .next()
            .is_some_and(|name| name.ends_with(b"/postgres"));
        is_server && arguments.any(|argument| argument == data.as_os_str().as_bytes())
    })
}

/// The servers that were started on `data`, with or without a note; none where
/// there is no /proc.
pub fn started_on(data: &Path, server: &Account) -> Vec<Pid> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes
        .filter_map(|process| {
            let pid = process.file_name().to_str()?.parse().ok()?;
            let process = process.path();
            let found = !is_of_another_user(&process, server) && was_given(&process, data);
            found.then(|| Pid::from_raw(pid))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_read_while_it_grows() {
        let starting = "4711\n/d\n1700000000\n5432\n/d/run\n";
        assert_eq!(parse(starting), Some((Pid::from_raw(4711), false)));
        let full = format!("{starting}\n  123   4\nready   \n");
        assert_eq!(parse(&full), Some((Pid::from_raw(4711), true)));
        assert_eq!(parse(""), None);
        assert_eq!(parse("-4711\n"), Some((Pid::from_raw(4711), false)));
    }

    #[test]
    fn the_number_of_another_program_is_a_stranger() -> Result<()> {
        let server = Account {
            uid: nix::unistd::geteuid().as_raw(),
            gid: nix::unistd::getegid().as_raw(),
            name: String::new(),
            other: false,
        };
        let pid = Pid::this();
        let dir = tempfile::tempdir().map_err(|error| io_error("create", Path::new("/"), error))?;
        let note = dir.path().join("postmaster.pid");
        fs::write(&note, format!("{pid}\n")).map_err(|error| io_error("write", &note, error))?;
        let expected = if Path::new("/proc/self").exists() {
            Postmaster::Stranger { pid }
        } else {
            Postmaster::Running { pid, ready: false }
        };
        assert_eq!(observe(dir.path(), &server)?, expected);
        assert!(note.exists());
        Ok(())
    }
}

//! Starting and stopping the server. The caller holds the lock.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::postmaster::{self, Postmaster, observe};
use super::{Account, Binaries, Local, PORT, account, failure, io_error, paths};
use crate::error::{Error, ErrorKind, Result};
use crate::text;

const POLL: Duration = Duration::from_millis(3);
/// Recovery after a crash may take its time; it goes on when nobody waits any more.
const START: Duration = Duration::from_secs(30);
/// For a server to recover and stop; then it ends at once.
const STOP: Duration = Duration::from_secs(30);
/// For a server to end at once: it kills what is left of it after five seconds.
const QUIT: Duration = Duration::from_secs(15);
/// For the processes of a killed server to be gone.
const REST: Duration = Duration::from_secs(10);
/// Between two attempts while they are not; each one writes to the log.
const RETRY: Duration = Duration::from_millis(100);
/// For the socket of a server that says it is ready.
const SOCKET: Duration = Duration::from_secs(2);

/// The log is put aside at a start when it is larger than this.
const LOG_BYTES: u64 = 4 << 20;
/// As much of the log as holds what a failed start wrote.
const LOG_TAIL: u64 = 64 << 10;

/// Returns when the server accepts connections, no matter who started it.
pub fn start(local: &Local) -> Result<()> {
    let server = Account::of_server()?;
    let data = paths::real(&local.data());
    let begun = Instant::now();
    let mut launched: Option<Launch> = None;
    let mut seen = Postmaster::Absent;
    let mut since = begun;
    loop {
        if let Some(launch) = &mut launched
            && launch.has_ended(local)?
        {
            let written = launch.written(local);
            if begun.elapsed() > REST || !failure::passes_by_itself(&written) {
                return Err(did_not_start(local, &data, &written));
            }
            launched = None;
            sleep(RETRY);
        }
        let now = observe(&data, &server)?;
        if now != seen {
            (seen, since) = (now, Instant::now());
        }
        match now {
            Postmaster::Running { ready: true, .. } if local.accepts() => {
                if let Some(launch) = launched {
                    launch.leave();
                }
                return Ok(());
            }
            Postmaster::Absent if launched.is_none() => {
                launched = Some(Launch::new(local, &data, &server)?);
            }
            _ if since.elapsed() > patience(now) => {
                return Err(waited_in_vain(local, &data, now));
            }
            _ => {}
        }
        sleep(POLL);
    }
}

/// How long a state may last before waiting is pointless.
fn patience(state: Postmaster) -> Duration {
    match state {
        // One that is just ending looks like another program for a moment.
        Postmaster::Stranger { .. } => RETRY,
        Postmaster::Running { ready: true, .. } => SOCKET,
        Postmaster::Defunct { .. } => REST,
        Postmaster::Running { .. } | Postmaster::Absent => START,
    }
}

/// Stops the server the fast way: transactions are rolled back, nothing that was
/// committed is lost. False when it did not run.
///
/// A server that is told to stop while it recovers from a crash may hang forever, so
/// the recovery comes first. One that has not stopped after half a minute ends at once,
/// which loses nothing either: it recovers at the next start.
pub fn stop(local: &Local) -> Result<bool> {
    let server = Account::of_server()?;
    let data = paths::real(&local.data());
    let Postmaster::Running { pid, .. } = observe(&data, &server)? else {
        return Ok(false);
    };
    let deadline = Instant::now() + STOP;
    while local.is_between() && Instant::now() < deadline && !postmaster::is_gone(pid) {
        sleep(RETRY);
    }
    if Instant::now() < deadline {
        send(pid, Signal::SIGINT, &data)?;
    }
    if !goes_by(pid, deadline) {
        end(pid, &data)?;
    }
    Ok(true)
}

/// Ends servers whose `data` was deleted under them. They would go by
/// themselves in a minute, but until then write into what takes its place:
/// PostgreSQL knows its control file by the full path. At once, without the
/// last checkpoint, which is such a write.
pub fn end_orphans(data: &Path, server: &Account) -> Result<()> {
    for pid in postmaster::started_on(data, server) {
        end(pid, data)?;
    }
    Ok(())
}

/// At once: sessions are cut, and nothing more is written.
fn end(pid: Pid, data: &Path) -> Result<()> {
    send(pid, Signal::SIGQUIT, data)?;
    match goes_by(pid, Instant::now() + QUIT) {
        true => Ok(()),
        false => Err(failure::unreachable(format!(
            "the database server (process {pid}) does not end, although it was told to"
        ))
        .hint(format!("end it with: kill -CONT {pid}; kill -QUIT {pid}"))),
    }
}

fn send(pid: Pid, signal: Signal, data: &Path) -> Result<()> {
    match kill(pid, signal) {
        Ok(()) | Err(Errno::ESRCH) => Ok(()),
        Err(errno) => Err(io_error("stop the server of", data, errno.into())),
    }
}

fn goes_by(pid: Pid, deadline: Instant) -> bool {
    while !postmaster::is_gone(pid) {
        if Instant::now() > deadline {
            return false;
        }
        sleep(POLL);
    }
    true
}

/// A server that this process has started.
struct Launch {
    child: Child,
    /// Where its part of the log begins.
    log_start: u64,
}

impl Launch {
    fn new(local: &Local, data: &Path, server: &Account) -> Result<Self> {
        check_owner(data, server)?;
        check_access(data, server)?;
        let program = Binaries::of_cluster(data)?.postgres();
        let socket_dir = server_socket_dir(local, server)?;
        let log = open_log(&local.log())?;
        let log_start = log.metadata().map_or(0, |found| found.len());
        let error_log = log
            .try_clone()
            .map_err(|error| Error::io("the log", error))?;
        let child = server
            .command(&program)
            .arg("-D")
            .arg(data)
            // Given here and not in the file, as the home may be moved.
            .arg("-c")
            .arg(paths::socket_setting(&socket_dir))
            .args(["-c", "listen_addresses=", "-p"])
            .arg(PORT.to_string())
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(error_log)
            // Ctrl-C is for the command, not for the server.
            .process_group(0)
            .spawn()
            .map_err(|error| io_error("run", &program, error))?;
        Ok(Self { child, log_start })
    }

    fn has_ended(&mut self, local: &Local) -> Result<bool> {
        let ended = self.child.try_wait();
        Ok(ended
            .map_err(|error| Error::io(local.log().display(), error))?
            .is_some())
    }

    /// What the server wrote to the log.
    fn written(&self, local: &Local) -> String {
        let read = || {
            let mut log = File::open(local.log())?;
            let length = log.metadata()?.len();
            log.seek(SeekFrom::Start(
                self.log_start.max(length.saturating_sub(LOG_TAIL)),
            ))?;
            let mut bytes = Vec::new();
            log.read_to_end(&mut bytes)?;
            Ok::<_, std::io::Error>(String::from_utf8_lossy(&bytes).into_owned())
        };
        read().unwrap_or_default()
    }

    /// The server goes on without this process. A process that lives longer
    /// must collect it when it ends, or it would be taken for alive.
    fn leave(mut self) {
        std::thread::spawn(move || self.child.wait());
    }
}

/// Whether the server's user owns the data; nobody else may have made it.
pub fn check_owner(data: &Path, server: &Account) -> Result<()> {
    let found = data
        .metadata()
        .map_err(|error| io_error("use", data, error))?;
    if found.uid() == server.uid {
        return Ok(());
    }
    Err(Error::config(format!(
        "the database in {} belongs to {}, but its server would run as {}",
        data.display(),
        account::owner_of(data),
        server.name
    ))
    .hint(format!(
        "run wl as its owner, or chown -R {} {}",
        server.name,
        text::shell_word(&data.to_string_lossy())
    )))
}

fn check_access(data: &Path, server: &Account) -> Result<()> {
    if server.can_enter(data) {
        return Ok(());
    }
    Err(Error::config(format!(
        "the database server runs as {}, who has no access to the folders above {}",
        server.name,
        data.display()
    )))
}

/// The folder of the socket as the server names it, made ready.
pub fn server_socket_dir(local: &Local, server: &Account) -> Result<PathBuf> {
    let outside = paths::outside(&local.home).join("run");
    // A link was made when the home could not be reached; it stays good.
    let dir = if server.can_enter(&local.home) && !local.socket_dir.is_symlink() {
        &local.socket_dir
    } else {
        &outside
    };
    if *dir == outside {
        paths::make_outside(&local.home)?;
    }
    paths::make_private_dir(dir, server)?;
    if *dir != local.socket_dir {
        paths::make_link(&local.socket_dir, dir)?;
    }
    Ok(dir.clone())
}

fn open_log(path: &Path) -> Result<File> {
    if path.metadata().is_ok_and(|found| found.len() > LOG_BYTES) {
        let aside = path.with_extension("log.1");
        fs::rename(path, &aside).map_err(|error| io_error("rename", path, error))?;
    }
    OpenOptions::new()
        .create(true)
        .append(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| io_error("write", path, error))
}

fn did_not_start(local: &Local, data: &Path, written: &str) -> Error {
    let error = failure::explain("the database server did not start", written, data);
    if error.hint.is_some() {
        return error;
    }
    error.hint(format!("see {}", local.log().display()))
}

fn waited_in_vain(local: &Local, data: &Path, found: Postmaster) -> Error {
    match found {
        Postmaster::Stranger { pid } => stranger(data, pid),
        Postmaster::Defunct { pid } => failure::unreachable(format!(
            "the killed database server (process {pid}) has not been collected by its parent process yet"
        ))
        .hint("run the command again in a moment"),
        Postmaster::Running { pid, ready: true } => failure::unreachable(format!(
            "the database server (process {pid}) runs, but its socket is not in {}",
            local.socket_dir.display()
        ))
        .hint("wl db stop"),
        Postmaster::Running { .. } | Postmaster::Absent if failure::is_full(data) => {
            failure::disk_full(data)
        }
        Postmaster::Running { .. } | Postmaster::Absent => Error::new(
            ErrorKind::ServerStarting,
            format!(
                "the database server is still starting or recovering after {} s",
                START.as_secs()
            ),
        )
        .hint(format!(
            "it goes on by itself; try again in a moment, or see {}",
            local.log().display()
        )),
    }
}

fn stranger(data: &Path, pid: Pid) -> Error {
    let note = data.join("postmaster.pid");
    failure::unreachable(format!(
        "{} names process {pid} as the database server, but that is another program",
        note.display()
    ))
    .hint(format!(
        "if no server of this database runs, remove {} and run the command again",
        note.display()
    ))
}

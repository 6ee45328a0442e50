//! Stands between `wl` and the server and breaks the line where a test says.

use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::server;

/// What happens once, when a message of the client holds the words.
#[derive(Clone, Copy, PartialEq)]
pub enum Fault {
    /// The message doesn't arrive, and both ends see it.
    CutBefore,
    /// The message doesn't arrive, and the server does not notice.
    CutCable,
    /// The message arrives, the answer does not.
    CutAfter,
    /// Nothing moves any more, and nothing is closed.
    Freeze,
    /// From this message on, what this connection sends is accepted and dropped; other
    /// connections work.
    Silence,
    /// The message arrives; from its answer on, everything is dropped.
    SilenceAfter,
    /// The message waits until the server has ended the session.
    Outlast,
    /// From this message on, nothing but the first message of each connection arrives, as
    /// where a pooler takes logins by itself and all its servers are frozen.
    OnlyLogins,
    /// The message waits until [`Proxy::let_go`].
    Hold,
}

pub struct Proxy {
    dir: TempDir,
    line: Arc<Line>,
}

struct Line {
    target: PathBuf,
    fault: Mutex<Option<(&'static str, Fault)>>,
    /// The login of every connection, as a pooler may have one.
    login: Option<&'static str>,
    /// Whether the server can be reached again after the fault.
    comes_back: bool,
    broken: AtomicBool,
    frozen: AtomicBool,
    only_logins: AtomicBool,
    holds: AtomicBool,
}

impl Proxy {
    pub fn new(words: &'static str, fault: Fault, comes_back: bool) -> Self {
        Self::start(server().socket(), Some((words, fault)), comes_back, None)
    }

    /// The same before another server, whose socket it is.
    pub fn before(target: PathBuf, words: &'static str, fault: Fault) -> Self {
        Self::start(target, Some((words, fault)), true, None)
    }

    /// Connects everybody as `login`.
    pub fn fixed_login(login: &'static str) -> Self {
        Self::start(server().socket(), None, true, Some(login))
    }

    fn start(
        target: PathBuf,
        fault: Option<(&'static str, Fault)>,
        comes_back: bool,
        login: Option<&'static str>,
    ) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let listener = UnixListener::bind(dir.path().join(".s.PGSQL.5432")).expect("a socket");
        let line = Arc::new(Line {
            target,
            fault: Mutex::new(fault),
            login,
            comes_back,
            broken: AtomicBool::new(false),
            frozen: AtomicBool::new(false),
            only_logins: AtomicBool::new(false),
            holds: AtomicBool::new(false),
        });
        let own = Arc::clone(&line);
        thread::spawn(move || {
            for client in listener.incoming() {
                let (client, line) = (client.expect("a client"), Arc::clone(&line));
                thread::spawn(move || line.serve(client));
            }
        });
        Self { dir, line: own }
    }

    /// Waits until the message of [`Fault::Hold`] has come.
    pub fn wait_until_it_holds(&self) {
        let patience = Instant::now() + Duration::from_secs(60);
        while !self.line.holds.load(Ordering::SeqCst) {
            assert!(Instant::now() < patience, "the message never comes");
            thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn let_go(&self) {
        self.line.holds.store(false, Ordering::SeqCst);
    }

    /// Dozens of commands may connect at once, on a busy machine: that takes its time.
    pub fn url(&self, database: &str) -> String {
        let host = self.dir.path().display();
        format!("postgresql:///{database}?host={host}&port=5432&connect_timeout=25")
    }
}

impl Line {
    fn serve(self: Arc<Self>, mut client: UnixStream) {
        self.stop_if_frozen();
        if self.broken.load(Ordering::SeqCst) {
            return;
        }
        let mut to_server = UnixStream::connect(&self.target).expect("the server");
        let mut from_server = to_server.try_clone().expect("a socket");
        let mut to_client = client.try_clone().expect("a socket");
        let swallow = Arc::new(AtomicBool::new(false));
        let silent = Arc::new(AtomicBool::new(false));
        let (line, swallowed) = (Arc::clone(&self), Arc::clone(&swallow));
        let dropped = Arc::clone(&silent);
        let answers = thread::spawn(move || {
            let mut bytes = [0; 1 << 16];
            while let Ok(length @ 1..) = from_server.read(&mut bytes) {
                line.stop_if_frozen();
                if dropped.load(Ordering::SeqCst) {
                    continue;
                }
                if swallowed.load(Ordering::SeqCst)
                    || to_client.write_all(&bytes[..length]).is_err()
                {
                    break;
                }
            }
            let _ = to_client.shutdown(Shutdown::Both);
            let _ = from_server.shutdown(Shutdown::Both);
        });
        let mut bytes = [0; 1 << 16];
        if let Some(login) = self.login {
            let length = client.read(&mut bytes).expect("a first message");
            let renamed = with_login(&bytes[..length], login);
            to_server.write_all(&renamed).expect("the server");
        }
        let mut is_login = self.login.is_none();
        while let Ok(length @ 1..) = client.read(&mut bytes) {
            self.stop_if_frozen();
            let fault = self.fault_of(&bytes[..length]);
            if fault.is_some() {
                self.broken.store(!self.comes_back, Ordering::SeqCst);
            }
            match fault {
                None => {}
                Some(Fault::CutBefore) => break,
                Some(Fault::CutCable) => {
                    let _ = client.shutdown(Shutdown::Both);
                    // the server's end stays open as long as the test
                    std::mem::forget(to_server);
                    return;
                }
                Some(Fault::CutAfter) => swallow.store(true, Ordering::SeqCst),
                Some(Fault::Freeze) => {
                    self.frozen.store(true, Ordering::SeqCst);
                    self.stop_if_frozen();
                }
                Some(Fault::Outlast) => {
                    let _ = answers.join();
                    return;
                }
                Some(Fault::Silence | Fault::SilenceAfter) => silent.store(true, Ordering::SeqCst),
                Some(Fault::OnlyLogins) => self.only_logins.store(true, Ordering::SeqCst),
                Some(Fault::Hold) => {
                    self.holds.store(true, Ordering::SeqCst);
                    while self.holds.load(Ordering::SeqCst) {
                        thread::sleep(Duration::from_millis(10));
                    }
                }
            }
            if self.only_logins.load(Ordering::SeqCst) && !is_login {
                continue;
            }
            is_login = false;
            if silent.load(Ordering::SeqCst) && fault != Some(Fault::SilenceAfter) {
                continue;
            }
            if to_server.write_all(&bytes[..length]).is_err() {
                break;
            }
        }
        let _ = client.shutdown(Shutdown::Both);
        let _ = to_server.shutdown(Shutdown::Both);
    }

    fn fault_of(&self, bytes: &[u8]) -> Option<Fault> {
        let mut fault = self.fault.lock().expect("no panic");
        let (words, _) = (*fault)?;
        let found = bytes
            .windows(words.len())
            .any(|part| part == words.as_bytes());
        if found {
            fault.take().map(|(_, fault)| fault)
        } else {
            None
        }
    }

    fn stop_if_frozen(&self) {
        while self.frozen.load(Ordering::SeqCst) {
            thread::park();
        }
    }
}

/// The first message of a connection with another login: its length, the version of the
/// protocol, names and values that each end with a zero, and a zero.
fn with_login(message: &[u8], login: &str) -> Vec<u8> {
    let (_, rest) = message.split_at(4);
    let (version, parameters) = rest.split_at(4);
    let mut words = parameters.split(|byte| *byte == 0);
    let mut renamed = version.to_vec();
    while let (Some(name @ [_, ..]), Some(value)) = (words.next(), words.next()) {
        let value = match name {
            b"user" => login.as_bytes(),
            _ => value,
        };
        renamed.extend([name, b"\0", value, b"\0"].concat());
    }
    renamed.push(0);
    let length = u32::try_from(renamed.len() + 4).expect("a short message");
    [&length.to_be_bytes()[..], &renamed].concat()
}

//! Stands between `wl` and the server and breaks the line where a test says.

use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

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
}

pub struct Proxy {
    dir: TempDir,
}

struct Line {
    target: PathBuf,
    fault: Mutex<Option<(&'static str, Fault)>>,
    /// Whether the server can be reached again after the fault.
    comes_back: bool,
    broken: AtomicBool,
    frozen: AtomicBool,
}

impl Proxy {
    pub fn new(words: &'static str, fault: Fault, comes_back: bool) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let listener = UnixListener::bind(dir.path().join(".s.PGSQL.5432")).expect("a socket");
        let line = Arc::new(Line {
            target: server().socket(),
            fault: Mutex::new(Some((words, fault))),
            comes_back,
            broken: AtomicBool::new(false),
            frozen: AtomicBool::new(false),
        });
        thread::spawn(move || {
            for client in listener.incoming() {
                let (client, line) = (client.expect("a client"), Arc::clone(&line));
                thread::spawn(move || line.serve(client));
            }
        });
        Self { dir }
    }

    pub fn url(&self, database: &str) -> String {
        let host = self.dir.path().display();
        format!("postgresql:///{database}?host={host}&port=5432")
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
        thread::spawn(move || {
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
                Some(Fault::Silence | Fault::SilenceAfter) => silent.store(true, Ordering::SeqCst),
            }
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

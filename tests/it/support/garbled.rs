//! Stands between `wl` and the server and spoils one message, byte by byte as the protocol
//! frames them: <https://www.postgresql.org/docs/current/protocol-message-formats.html>.

use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use tempfile::TempDir;

use super::server;

/// Who sends the message that is spoilt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum From {
    Server,
    Client,
}

/// What is done to it.
#[derive(Debug, Clone, Copy)]
pub enum Spoil {
    /// Its type is one that the protocol doesn't have.
    Type,
    /// Its length is negative.
    Length,
    /// Its length is short of one byte.
    Short,
    /// It doesn't arrive, and the connection ends.
    Cut,
}

/// Spoils one message of the first connection; further connections are sound.
pub struct Garbled {
    dir: TempDir,
    spoilt: Arc<AtomicBool>,
}

impl Garbled {
    /// The message with this number, from 0.
    pub fn new(from: From, number: usize, spoil: Spoil) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let listener = UnixListener::bind(dir.path().join(".s.PGSQL.5432")).expect("a socket");
        let spoilt = Arc::new(AtomicBool::new(false));
        let done = Arc::clone(&spoilt);
        let connections = AtomicUsize::new(0);
        thread::spawn(move || {
            for client in listener.incoming() {
                let client = client.expect("a client");
                let server = UnixStream::connect(server().socket()).expect("the server");
                let first = connections.fetch_add(1, Ordering::SeqCst) == 0;
                for sender in [From::Server, From::Client] {
                    let mut stream = Stream {
                        number: (first && sender == from).then_some(number),
                        spoil,
                        spoilt: Arc::clone(&done),
                        // the first message of a client has no type
                        typed: sender == From::Server,
                    };
                    let (client, server) = (
                        client.try_clone().expect("a socket"),
                        server.try_clone().expect("a socket"),
                    );
                    thread::spawn(move || {
                        match sender {
                            From::Server => stream.pass(&server, &client),
                            From::Client => stream.pass(&client, &server),
                        };
                        let _ = client.shutdown(Shutdown::Both);
                        let _ = server.shutdown(Shutdown::Both);
                    });
                }
            }
        });
        Self { dir, spoilt }
    }

    pub fn url(&self, database: &str) -> String {
        let host = self.dir.path().display();
        format!("postgresql:///{database}?host={host}&port=5432")
    }

    /// Whether there was such a message.
    pub fn spoilt(&self) -> bool {
        self.spoilt.load(Ordering::SeqCst)
    }
}

struct Stream {
    /// How many messages come before the one to spoil.
    number: Option<usize>,
    spoil: Spoil,
    spoilt: Arc<AtomicBool>,
    typed: bool,
}

impl Stream {
    fn pass(&mut self, from: &UnixStream, mut to: &UnixStream) -> Option<()> {
        loop {
            let mut message = next_message(from, self.typed)?;
            if self.typed {
                match self.number {
                    Some(0) => {
                        self.number = None;
                        self.spoilt.store(true, Ordering::SeqCst);
                        match self.spoil {
                            Spoil::Type => message[0] = b'?',
                            Spoil::Length => message[1] = 0xff,
                            Spoil::Short => {
                                let length = u32::try_from(message.len() - 2).ok()?;
                                message[1..5].copy_from_slice(&length.to_be_bytes());
                            }
                            Spoil::Cut => return None,
                        }
                    }
                    Some(number) => self.number = Some(number - 1),
                    None => {}
                }
            }
            self.typed = true;
            to.write_all(&message).ok()?;
        }
    }
}

/// One message, all of it. The first one of a client has no type.
pub fn next_message(mut from: &UnixStream, typed: bool) -> Option<Vec<u8>> {
    let mut message = vec![0; if typed { 5 } else { 4 }];
    from.read_exact(&mut message).ok()?;
    let length = message.last_chunk::<4>().copied().map(u32::from_be_bytes)?;
    let body = usize::try_from(length).ok()?.checked_sub(4)?;
    let head = message.len();
    message.resize(head + body, 0);
    from.read_exact(&mut message[head..]).ok()?;
    Some(message)
}

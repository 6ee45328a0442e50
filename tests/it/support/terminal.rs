//! `wl` at a terminal of a size, as a person sees it.

use std::io::{Read, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

use super::{Db, bare_command};

/// A command on a terminal of its own, which script(1) makes.
pub struct Terminal {
    child: Child,
    screen: ChildStdout,
    seen: String,
    /// Bytes of a letter that was not printed to its end yet.
    torn: Vec<u8>,
}

impl Terminal {
    /// `wl` with these arguments, 80 columns wide.
    pub fn new(db: &Db, login: &str, line: &str) -> Self {
        Self::wide(db, login, 80, line)
    }

    /// The same, so many columns wide.
    pub fn wide(db: &Db, login: &str, columns: u16, line: &str) -> Self {
        let wl = env!("CARGO_BIN_EXE_wl");
        Self::of(
            db,
            login,
            &format!("stty cols {columns} rows 24; {wl} {line}"),
        )
    }

    /// A command of the shell.
    pub fn of(db: &Db, login: &str, typed: &str) -> Self {
        Self::started(&db.command(login, &[]), typed)
    }

    /// A command of the shell, which says itself which database is meant.
    pub fn alone(typed: &str) -> Self {
        Self::started(&bare_command(&[]), typed)
    }

    fn started(wl: &Command, typed: &str) -> Self {
        // a prompt that gets no answer would wait for ever
        let mut child = Command::new("timeout")
            .args(["100", "script", "-qec", typed, "/dev/null"])
            .env_clear()
            .envs(
                wl.get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            )
            .env("TERM", "xterm")
            // a pager would wait for a key
            .env("PAGER", "")
            .env("SHELL", "/bin/sh")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("script, of util-linux");
        let screen = child.stdout.take().expect("a pipe");
        Self {
            child,
            screen,
            seen: String::new(),
            torn: Vec::new(),
        }
    }

    /// Everything that was on the screen so far.
    pub fn seen(&self) -> &str {
        &self.seen
    }

    /// Reads until these words are on the screen.
    pub fn wait_for(&mut self, words: &str) {
        self.wait_for_many(words, 1);
    }

    /// Reads until these words were printed so many times.
    pub fn wait_for_many(&mut self, words: &str, times: usize) {
        let mut bytes = [0; 4096];
        while self.seen.matches(words).count() < times {
            let read = self.screen.read(&mut bytes).expect("the screen");
            assert!(read > 0, "no {words} in {}", self.seen);
            self.take(&bytes[..read]);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.torn.extend(bytes);
        let whole = match std::str::from_utf8(&self.torn) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => self.torn.len(),
        };
        let text: Vec<u8> = self.torn.drain(..whole).collect();
        self.seen.push_str(&String::from_utf8_lossy(&text));
    }

    pub fn press(&mut self, keys: &str) {
        let stdin = self.child.stdin.as_mut().expect("a pipe");
        stdin.write_all(keys.as_bytes()).expect("a key");
    }

    /// The exit code and all that was on the screen.
    pub fn finish(mut self) -> (Option<i32>, String) {
        let mut rest = Vec::new();
        let _ = self.screen.read_to_end(&mut rest);
        self.take(&rest);
        (self.child.wait().expect("wl ends").code(), self.seen)
    }
}

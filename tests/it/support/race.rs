//! Interleavings that happen for sure: somebody holds a lock, `wl` is started
//! and seen waiting for it, then the lock goes.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use worklock::db::local::SUPERUSER;

use super::{Db, Outcome, server};

/// A transaction that stays open and keeps its locks.
pub struct Held(PgConnection);

/// A `wl` that was started and not yet waited for.
pub struct Running(Child);

impl Db {
    /// Opens a transaction as the superuser, whom no rule of ours concerns,
    /// and runs `sql` in it.
    pub fn hold(&self, sql: &str) -> Held {
        let url = format!("{}&user={SUPERUSER}", server().url(&self.name));
        Held::at(&url, sql)
    }

    /// Starts `wl` and comes back at once.
    pub fn start(&self, login: &str, args: &[&str]) -> Running {
        Running::of(self.command(login, args))
    }

    /// Waits until exactly so many sessions of `wl` here wait for a lock.
    pub fn wait_for_waiting(&self, sessions: usize) {
        self.wait_until(
            "application_name = 'wl' AND wait_event_type = 'Lock'",
            sessions,
        );
    }

    /// Waits until no session of `wl` is left.
    pub fn wait_for_silence(&self) {
        self.wait_until("application_name = 'wl'", 0);
    }

    /// Waits until exactly so many sessions here are so.
    pub fn wait_until(&self, which: &str, sessions: usize) {
        let sql = format!(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = '{}' AND {which}",
            self.name
        );
        let patience = Instant::now() + Duration::from_secs(60);
        while self.query(&sql) != sessions.to_string() {
            assert!(Instant::now() < patience, "never {sessions} of {which}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Lets `first` and then `second` wait behind the lock that `sql` takes,
    /// releases it, and returns how both ended: the first always goes first.
    #[must_use = "look at the outcome"]
    pub fn race(&self, sql: &str, first: (&str, &[&str]), second: (&str, &[&str])) -> [Outcome; 2] {
        let held = self.hold(sql);
        let first = self.start(first.0, first.1);
        self.wait_for_waiting(1);
        let second = self.start(second.0, second.1);
        self.wait_for_waiting(2);
        held.commit();
        [first.finish(), second.finish()]
    }
}

impl Held {
    pub fn at(url: &str, sql: &str) -> Self {
        let mut conn = PgConnection::establish(url).expect("a connection");
        conn.batch_execute(&format!("BEGIN; {sql}"))
            .expect("the statements that take the lock");
        Self(conn)
    }

    pub fn commit(mut self) {
        self.0.batch_execute("COMMIT").expect("a commit");
    }
}

impl Running {
    #[must_use = "look at the outcome"]
    pub fn finish(self) -> Outcome {
        Outcome::of(self.0.wait_with_output().expect("wl ends"))
    }

    /// Starts what a test has prepared.
    pub fn of(mut command: Command) -> Self {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        Self(command.spawn().expect("wl runs"))
    }

    /// Ctrl-C.
    pub fn interrupt(&self) {
        self.signal(Signal::SIGINT);
    }

    pub fn signal(&self, signal: Signal) {
        let pid = i32::try_from(self.0.id()).expect("a process id");
        kill(Pid::from_raw(pid), signal).expect("a signal");
    }

    /// Waits until `wl` writes to standard error that it has taken the signal; what it has
    /// written is left out of the outcome.
    pub fn wait_for(&mut self, words: &str) {
        let stderr = self.0.stderr.as_mut().expect("a pipe");
        let (mut seen, mut byte) = (Vec::new(), [0]);
        while !String::from_utf8_lossy(&seen).contains(words) {
            let read = stderr.read(&mut byte).expect("a pipe");
            assert_eq!(read, 1, "{}", String::from_utf8_lossy(&seen));
            seen.push(byte[0]);
        }
    }

    /// SIGKILL: no chance to clean up.
    pub fn kill(mut self) {
        self.0.kill().expect("a signal");
        self.0.wait().expect("wl ends");
    }
}

impl Outcome {
    /// Refused with this exit code, in a sentence with these words, and
    /// nothing of the machinery shows.
    pub fn assert_refused(&self, code: u8, words: &str) {
        assert_eq!(self.code, i32::from(code), "{self:?}");
        assert!(self.stderr.contains(words), "{words}: {self:?}");
        self.assert_clear();
    }

    /// One sentence, what was saved, nothing raw.
    pub fn assert_clear(&self) {
        let lines: Vec<&str> = self.stderr.lines().collect();
        let errors = lines.iter().filter(|line| line.starts_with("error: "));
        assert_eq!(errors.count(), 1, "{self:?}");
        if self.code != i32::from(worklock::exit::USAGE) {
            assert!(lines.contains(&"nothing was saved"), "{self:?}");
        }
        // what an administrator types is not raw
        let stderr = self.stderr.replace("SELECT pg_terminate_backend(", "");
        for raw in [
            "panicked",
            "SELECT ",
            "INSERT ",
            "UPDATE ",
            "SQLSTATE",
            "RAISE",
            "os error",
            "Error(",
            "wl does not know",
        ] {
            assert!(!stderr.contains(raw), "{raw}: {self:?}");
        }
    }
}

//! One throw-away server a run, one cloned database a test, the real binary.
//!
//! Every database begins with the same people: `ada` and `abe` (admins), `tom`
//! and `tess` (technicians), `acc` (accountant), `olga` (ops), and with the
//! order `WO-1` with the line items 1 and 2. Logins belong to the server and
//! all tests share it: a test that removes somebody or changes a role adds a
//! person of its own with [`Db::person`].

mod cluster;
mod current;
mod dice;
mod files;
mod garbled;
mod home;
mod proxy;
mod psql;
mod race;
mod rules;
mod scene;
mod server;
mod set_up;
mod state;
mod terminal;

use std::collections::HashMap;
use std::fmt;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, Once};

use serde_json::Value;
use signal_hook::consts::{SIGHUP, SIGINT};
use signal_hook::flag::register_conditional_default;

use psql::Psql;
use worklock::db::connect::Session;

pub use cluster::Cluster;
pub use current::assert_current;
pub use dice::Dice;
pub use files::{Folder, Sheet, folder_of, pdf_text, sheet, table};
pub use garbled::{From as Sender, Garbled, Spoil, next_message};
pub use home::{Home, home_folder};
pub use proxy::{Fault, Proxy};
pub use race::Running;
pub use rules::*;
pub use scene::{Scene, without_waiting};
pub use server::{is_managed, server};
pub use terminal::Terminal;

/// A database of a test's own; dropped with it.
pub struct Db {
    pub name: String,
    /// By login, for [`Db::ask`].
    sessions: Mutex<HashMap<String, Psql>>,
    /// By login, for [`Db::set_up`].
    connections: Mutex<HashMap<String, Session>>,
}

/// What a run of `wl` left.
#[derive(Debug)]
pub struct Outcome {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// What psql answered: the rows, or the refusal with the name of its rule.
#[derive(Debug)]
pub struct Refusal {
    /// `CONSTRAINT NAME`, where there is one.
    pub rule: String,
    /// Five characters of SQLSTATE.
    pub state: String,
    pub text: String,
}

static NUMBER: AtomicU32 = AtomicU32::new(1);

impl Db {
    pub fn new() -> Self {
        Self::made_by(|name| server().clone_template(name))
    }

    /// A copy of this database as it is now; no `wl` may be connected to it.
    pub fn copy(&self) -> Self {
        self.sessions.lock().expect("no test panicked here").clear();
        self.connections
            .lock()
            .expect("no test panicked here")
            .clear();
        Self::made_by(|name| server().clone_database(&self.name, name))
    }

    /// A database without the schema.
    pub fn empty() -> Self {
        Self::made_by(|name| server().create_empty(name))
    }

    /// The same, not in UTF-8.
    pub fn latin1() -> Self {
        Self::made_by(|name| server().create_latin1(name))
    }

    /// The same in a Turkish database, where this build of PostgreSQL can have one.
    #[expect(clippy::print_stderr, reason = "says what this build can't try")]
    pub fn turkish() -> Option<Self> {
        if !server().has_icu() {
            eprintln!("this build of PostgreSQL has no ICU: no Turkish database is tried");
            return None;
        }
        Some(Self::made_by(|name| server().create_turkish(name)))
    }

    fn made_by(make: impl FnOnce(&str)) -> Self {
        let name = format!("t{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        make(&name);
        Self {
            name,
            sessions: Mutex::default(),
            connections: Mutex::default(),
        }
    }

    pub fn url(&self) -> String {
        server().url(&self.name)
    }

    /// For a connection of the test's own.
    pub fn superuser_url(&self) -> String {
        format!("{}&user={}", self.url(), worklock::db::local::SUPERUSER)
    }

    /// For the commands of the owner of the database.
    pub fn owner_url(&self) -> String {
        format!("{}&user={}", self.url(), server::owner())
    }

    /// `wl` as a login, in a cleared environment, not yet started.
    pub fn command(&self, login: &str, args: &[&str]) -> Command {
        let mut command = bare_command(args);
        command
            .env("DATABASE_URL", self.url())
            .env("WL_USER", login);
        command
    }

    #[must_use = "look at the outcome, or use ok() or refused()"]
    pub fn wl(&self, login: &str, args: &[&str]) -> Outcome {
        Outcome::of(self.command(login, args).output().expect("wl runs"))
    }

    /// Runs `wl`, which must succeed.
    pub fn ok(&self, login: &str, args: &[&str]) -> Outcome {
        let outcome = self.wl(login, args);
        assert_eq!(outcome.code, 0, "wl {args:?} as {login}: {outcome:?}");
        outcome
    }

    /// Runs `wl --format json`, which must succeed.
    pub fn json(&self, login: &str, args: &[&str]) -> Value {
        let outcome = self.ok(login, &[&["--format", "json"], args].concat());
        serde_json::from_str(&outcome.stdout).unwrap_or_else(|error| panic!("{error}: {outcome:?}"))
    }

    /// Runs `wl --format json`, which must fail; returns the error object.
    pub fn refused(&self, login: &str, args: &[&str]) -> Value {
        let outcome = self.wl(login, &[&["--format", "json"], args].concat());
        assert_ne!(
            outcome.code, 0,
            "wl {args:?} as {login} should be refused: {outcome:?}"
        );
        assert!(!outcome.stderr.contains("panicked"), "{outcome:?}");
        let error: Value = serde_json::from_str(&outcome.stderr)
            .unwrap_or_else(|error| panic!("{error}: {outcome:?}"));
        assert_eq!(error["code"], outcome.code, "{outcome:?}");
        error
    }

    /// A login name that no other test has.
    pub fn unused_name(&self, role: &str) -> String {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        format!("{}_{role}{number}", self.name)
    }

    /// psql as a login: unaligned rows, or the refusal. Several statements run
    /// one after the other and stop at the first refusal.
    pub fn sql(&self, login: &str, sql: &str) -> Result<String, Refusal> {
        server().sql(&self.name, login, sql)
    }

    /// The same with options of the connection.
    pub fn sql_with(&self, options: &str, login: &str, sql: &str) -> Result<String, Refusal> {
        server().sql_with(options, &self.name, login, sql)
    }

    /// The same on a session that stays and is reset after each call. What fails
    /// doesn't keep psql from the statements after it.
    pub fn ask(&self, login: &str, sql: &str) -> Result<String, Refusal> {
        // some versions of psql take what follows a refused COPY for its data
        if sql.contains("FROM STDIN") {
            return self.sql(login, sql);
        }
        let mut sessions = self.sessions.lock().expect("no test panicked here");
        let start = || server().psql(&self.name, login);
        let session = sessions.entry(login.to_owned()).or_insert_with(start);
        if session.has_ended() {
            *session = start();
        }
        session.ask(sql).map_err(Refusal::of)
    }

    /// Asks as the superuser, which must succeed.
    pub fn query(&self, sql: &str) -> String {
        self.ask(worklock::db::local::SUPERUSER, sql)
            .unwrap_or_else(|refusal| panic!("{sql}: {refusal:?}"))
    }
}

impl Refusal {
    /// What psql says, with VERBOSITY=verbose.
    fn of(text: String) -> Self {
        let after = |mark: &str| {
            let rest = text.split(mark).nth(1).unwrap_or_default();
            rest.lines().next().unwrap_or_default().trim().to_owned()
        };
        Self {
            rule: after("CONSTRAINT NAME:"),
            state: after("ERROR:").chars().take(5).collect(),
            text,
        }
    }
}

impl Drop for Db {
    fn drop(&mut self) {
        server().drop_database(&self.name);
    }
}

/// A command of `wl` that a shell starts by `exec "$@"`, after what `script` begins with.
pub fn by_shell(script: &str, wl: &Command) -> Command {
    let set = wl.get_envs();
    let set = set.filter_map(|(name, value)| Some((name, value?)));
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &format!("{script}; exec \"$@\""), "sh"])
        .arg(wl.get_program())
        .args(wl.get_args())
        .env_clear()
        .envs(set)
        .stdin(Stdio::null());
    shell
}

/// A shell starts a command in the background with SIGINT ignored, and `nohup` with SIGHUP;
/// children inherit that, and `wl` respects it. A signal that is handled here is not
/// ignored there.
fn let_children_have_signals() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for signal in [SIGINT, SIGHUP] {
            let always = Arc::new(AtomicBool::new(true));
            register_conditional_default(signal, always).expect("a handler");
        }
    });
}

/// `wl` in a cleared environment without any database or configuration file.
pub fn bare_command(args: &[&str]) -> Command {
    let_children_have_signals();
    let mut command = Command::new(env!("CARGO_BIN_EXE_wl"));
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env(
            "WL_PG_BIN",
            std::env::var_os("WL_PG_BIN").unwrap_or_default(),
        )
        .env("HOME", "/nonexistent")
        .env("WL_CONFIG", "")
        .env("TZ", "UTC")
        .args(args)
        .stdin(Stdio::null());
    command
}

/// The exit code, then what was printed, by stream.
impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "exit code {}", self.code)?;
        for (name, text) in [("output", &self.stdout), ("error", &self.stderr)] {
            if !text.is_empty() {
                write!(f, "-- standard {name}\n{text}")?;
            }
        }
        Ok(())
    }
}

impl Outcome {
    pub fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("wl writes UTF-8");
        Self {
            code: output.status.code().unwrap_or(-1),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

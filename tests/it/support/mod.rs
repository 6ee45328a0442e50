//! One throw-away server a run, one cloned database a test, the real binary.
//!
//! Every database begins with the same people: `ada` and `abe` (admins), `tom`
//! and `tess` (technicians), `acc` (accountant), `olga` (ops), and with the
//! order `WO-1` with the line items 1 and 2. Logins belong to the server and
//! all tests share it: a test that removes somebody or changes a role adds a
//! person of its own with [`Db::person`].

mod cluster;
mod current;
mod files;
mod proxy;
mod race;
mod rules;
mod server;
mod state;

use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

pub use cluster::Cluster;
pub use current::assert_current;
pub use files::{Folder, folder_of, pdf_text, table};
pub use proxy::{Fault, Proxy};
pub use rules::*;
pub use server::server;

/// A database of a test's own; dropped with it.
pub struct Db {
    pub name: String,
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
        let name = format!("t{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        server().clone_template(&name);
        Self { name }
    }

    /// A copy of this database as it is now; nobody may be connected to it.
    pub fn copy(&self) -> Self {
        let name = format!("t{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        server().clone_database(&self.name, &name);
        Self { name }
    }

    /// A database without the schema.
    pub fn empty() -> Self {
        let name = format!("t{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        server().create_empty(&name);
        Self { name }
    }

    pub fn url(&self) -> String {
        server().url(&self.name)
    }

    /// For a connection of the test's own.
    pub fn superuser_url(&self) -> String {
        format!("{}&user={}", self.url(), worklock::db::local::SUPERUSER)
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

    /// A person of this test alone, with a login of its own.
    pub fn person(&self, role: &str) -> String {
        let name = format!(
            "{}_{role}{}",
            self.name,
            NUMBER.fetch_add(1, Ordering::Relaxed)
        );
        self.ok(
            "ada",
            &[
                "user",
                "add",
                &name,
                "--full-name",
                &format!("Person {name}"),
                "--role",
                role,
            ],
        );
        name
    }

    /// A finished entry of `login` on `WO-1/1`, `hours` hours ago and one hour long.
    pub fn entry(&self, login: &str, hours: u32) -> i64 {
        let start = format!("{hours}h ago");
        let end = format!("{}h ago", hours - 1);
        let entry = self.json(
            login,
            &["entry", "add", "WO-1/1", "--start", &start, "--end", &end],
        );
        entry["id"].as_i64().expect("an id")
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

    /// psql as the superuser, which must succeed.
    pub fn query(&self, sql: &str) -> String {
        self.sql(worklock::db::local::SUPERUSER, sql)
            .unwrap_or_else(|refusal| panic!("{sql}: {refusal:?}"))
    }
}

impl Drop for Db {
    fn drop(&mut self) {
        server().drop_database(&self.name);
    }
}

/// `wl` in a cleared environment without any database.
pub fn bare_command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wl"));
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env(
            "WL_PG_BIN",
            std::env::var_os("WL_PG_BIN").unwrap_or_default(),
        )
        .env("HOME", "/nonexistent")
        .env("TZ", "UTC")
        .args(args)
        .stdin(Stdio::null());
    command
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

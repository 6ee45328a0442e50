//! A private database of a test's own.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use diesel::{Connection, PgConnection};
use tempfile::TempDir;
use worklock::db::local::{DATABASE, Local};

use super::{Outcome, bare_command};

/// A private database that ends with the test.
pub struct Home {
    pub dir: TempDir,
}

/// A folder for homes, which the server's user may pass through.
pub fn home_folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let dir = match memory.is_dir() {
        true => TempDir::new_in(memory),
        false => TempDir::new(),
    };
    let dir = dir.expect("a folder");
    fs::set_permissions(dir.path(), Permissions::from_mode(0o755)).expect("a mode");
    dir
}

impl Home {
    pub fn new() -> Self {
        let home = Self { dir: home_folder() };
        let init = home.wl(&["init", "--admin", "ada", "--zone", "UTC"]);
        assert_eq!(init.code, 0, "{init:?}");
        home
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = bare_command(args);
        command.env("WL_HOME", self.dir.path().join("h"));
        command
    }

    pub fn wl(&self, args: &[&str]) -> Outcome {
        Outcome::of(self.command(args).output().expect("wl runs"))
    }

    pub fn ok(&self, args: &[&str]) -> Outcome {
        let outcome = self.wl(args);
        assert_eq!(outcome.code, 0, "wl {args:?}: {outcome:?}");
        outcome
    }

    /// Where the tools of PostgreSQL reach it.
    pub fn url(&self, login: &str) -> String {
        let local = Local::at(Some(self.dir.path().join("h"))).expect("a home");
        local.url(Some(login), DATABASE)
    }

    /// A session of a login.
    pub fn session(&self, login: &str) -> PgConnection {
        PgConnection::establish(&self.url(login)).expect("a connection")
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = self.wl(&["db", "stop"]);
    }
}

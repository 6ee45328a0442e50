//! The operating system's user that the server runs as.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use nix::unistd::{Uid, User, getegid, geteuid};

use super::version::install_command;
use crate::error::{Error, Result};

/// PostgreSQL refuses to run as root; its packages create this user.
const USER_OF_ROOTS_SERVER: &str = "postgres";

/// The user that the server runs as: the one who runs `wl`, or `postgres` for root.
pub struct Account {
    pub uid: u32,
    pub gid: u32,
    pub name: String,
    /// Not the user who runs `wl`.
    pub other: bool,
}

impl Account {
    pub fn of_server() -> Result<Self> {
        let euid = geteuid();
        if !euid.is_root() {
            return Ok(Self {
                uid: euid.as_raw(),
                gid: getegid().as_raw(),
                name: name_of(euid.as_raw()),
                other: false,
            });
        }
        let user = User::from_name(USER_OF_ROOTS_SERVER).ok().flatten();
        let user = user.ok_or_else(|| {
            Error::config(format!(
                "root's database server runs as the user {USER_OF_ROOTS_SERVER}, and this machine has no such user"
            ))
            .hint(install_command())
        })?;
        Ok(Self {
            uid: user.uid.as_raw(),
            gid: user.gid.as_raw(),
            name: user.name,
            other: true,
        })
    }

    /// The name in the system's list of users.
    pub fn user_name(&self) -> Option<String> {
        let user = User::from_uid(Uid::from_raw(self.uid)).ok().flatten();
        user.map(|user| user.name)
    }

    /// A program of the server: run as its user, from a folder that surely
    /// exists, with nothing of the caller's environment that could change it.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("LC_ALL", "C")
            .env("TZ", "UTC")
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .current_dir("/");
        if self.other {
            command.uid(self.uid).gid(self.gid);
        }
        command
    }

    /// Whether the server can reach what is in `dir`; parts that don't exist
    /// yet don't count.
    pub fn can_enter(&self, dir: &Path) -> bool {
        let passable = |dir: &Path| {
            fs::metadata(dir).map_or(true, |found| {
                may_pass(
                    found.mode(),
                    found.uid() == self.uid,
                    found.gid() == self.gid,
                )
            })
        };
        !self.other || dir.ancestors().all(passable)
    }
}

fn may_pass(mode: u32, owner: bool, group: bool) -> bool {
    let bit = match (owner, group) {
        (true, _) => 0o100,
        (false, true) => 0o010,
        (false, false) => 0o001,
    };
    mode & bit != 0
}

/// The owner's name for a message.
pub fn owner_of(path: &Path) -> String {
    path.metadata()
        .map_or_else(|_| "another user".to_owned(), |found| name_of(found.uid()))
}

fn name_of(uid: u32) -> String {
    match User::from_uid(Uid::from_raw(uid)) {
        Ok(Some(user)) => user.name,
        _ => format!("the user {uid}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_class_that_fits_decides() {
        assert!(may_pass(0o755, false, false));
        assert!(may_pass(0o711, false, false));
        assert!(!may_pass(0o700, false, false));
        assert!(may_pass(0o710, false, true));
        assert!(!may_pass(0o701, false, true));
        assert!(!may_pass(0o077, true, true));
    }
}

//! Where things are: the home, the socket's folder, the place outside the home.
//!
//! Two things may keep the server out of the home. The address of a Unix socket
//! has room for few bytes; and the server of root runs as another user, who may
//! not be able to reach the home. Every command finds the same place from the
//! home's path alone.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, Permissions};
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Component, Path, PathBuf};

use nix::unistd::{User, geteuid};
use sha2::{Digest, Sha256};

use super::{Account, account, io_error};
use crate::error::{Error, Result};

/// What the address of a Unix socket leaves for the folder on Linux: 108 bytes
/// less the file's name, a slash and the final zero; macOS has 104.
const LONGEST_SOCKET_DIR: usize = if cfg!(target_os = "linux") { 93 } else { 89 };

/// Holds what root's server cannot have in an unreachable or long home.
const OUTSIDE: &str = "/var/lib/wl-homes";

/// The platform's data folder.
pub fn default_home() -> Result<PathBuf> {
    if geteuid().is_root() {
        return Ok(PathBuf::from("/var/lib/wl"));
    }
    let folder = user_folder("XDG_DATA_HOME", ".local/share");
    folder.map(|folder| folder.join("wl")).ok_or_else(|| {
        Error::config("there is no home folder for the private database")
            .hint("set WL_HOME to a folder")
    })
}

/// The folder that `variable` names, else the one at `below_home`; on a Mac the one that
/// programs have for all that is the user's.
#[expect(
    clippy::disallowed_methods,
    reason = "folders are found by the environment"
)]
pub fn user_folder(variable: &str, below_home: &str) -> Option<PathBuf> {
    let absolute = |name| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let user_home = || {
        absolute("HOME").or_else(|| {
            let user = User::from_uid(geteuid()).ok().flatten()?;
            Some(user.dir)
        })
    };
    if cfg!(target_os = "macos") {
        user_home().map(|home| home.join("Library/Application Support"))
    } else {
        absolute(variable).or_else(|| user_home().map(|home| home.join(below_home)))
    }
}

/// `path` without links, whether or not its last parts exist yet.
pub fn canonical(path: &Path) -> Result<PathBuf> {
    let path = std::path::absolute(path).map_err(|error| io_error("use", path, error))?;
    let mut missing = Vec::new();
    let mut rest = path.as_path();
    loop {
        match fs::canonicalize(rest) {
            Ok(mut found) => {
                found.extend(missing.iter().rev());
                return Ok(found);
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(io_error("use", &path, error)),
        }
        match (rest.components().next_back(), rest.parent()) {
            (Some(Component::Normal(name)), Some(parent)) => {
                missing.push(name);
                rest = parent;
            }
            _ => {
                return Err(Error::config(format!(
                    "a folder in the path {} does not exist",
                    path.display()
                )));
            }
        }
    }
}

/// The path without links, or as it is when it leads nowhere.
pub fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// The folder where clients find the socket.
pub fn client_socket_dir(home: &Path) -> Result<PathBuf> {
    let inside = home.join("run");
    if fits_a_socket(&inside) {
        return Ok(inside);
    }
    let euid = geteuid();
    if euid.is_root() {
        return Ok(outside(home).join("run"));
    }
    // Not TMPDIR and not XDG_RUNTIME_DIR: a job of cron, which has neither, must
    // find the same place, and the latter vanishes when the user logs out.
    let dir = PathBuf::from(format!("/tmp/wl-{euid}-{}", short_hash(home)));
    // Anyone can create a folder there and wait for connections in it.
    match dir.symlink_metadata() {
        Ok(found) if !found.is_dir() || found.uid() != euid.as_raw() => Err(Error::config(
            format!("{} should be a folder that belongs to you", dir.display()),
        )
        .hint("set WL_HOME to a shorter path")),
        _ => Ok(dir),
    }
}

/// libpq takes a comma in a host for the end of the first of several hosts.
fn fits_a_socket(dir: &Path) -> bool {
    let bytes = dir.as_os_str().as_bytes();
    bytes.len() <= LONGEST_SOCKET_DIR && !bytes.contains(&b',')
}

/// The folder outside the home that belongs to it.
pub fn outside(home: &Path) -> PathBuf {
    Path::new(OUTSIDE).join(short_hash(home))
}

fn short_hash(home: &Path) -> String {
    let digest = Sha256::digest(home.as_os_str().as_bytes());
    hex::encode(&digest[..8])
}

/// Creates the home. Root's can be passed through by the server's user.
pub fn make_home(home: &Path) -> Result<()> {
    if home.is_dir() {
        return Ok(());
    }
    if let Some(parent) = home.parent() {
        fs::create_dir_all(parent).map_err(|error| io_error("create", parent, error))?;
    }
    let mode = if geteuid().is_root() { 0o711 } else { 0o700 };
    make_dir(home, mode)
}

/// Creates the folder outside the home. It stays root's, so that the server's
/// user cannot put links in root's way.
pub fn make_outside(home: &Path) -> Result<()> {
    let dir = outside(home);
    let root = Path::new(OUTSIDE);
    if let Some(parent) = root.parent() {
        fs::create_dir_all(parent).map_err(|error| io_error("create", parent, error))?;
    }
    make_dir(root, 0o755)?;
    make_dir(&dir, 0o711)
}

/// A new folder of exactly this mode, whatever the umask; an existing one stays.
fn make_dir(dir: &Path, mode: u32) -> Result<()> {
    match DirBuilder::new().mode(0o700).create(dir) {
        Ok(()) => fs::set_permissions(dir, Permissions::from_mode(mode)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists && dir.is_dir() => Ok(()),
        Err(error) => Err(error),
    }
    .map_err(|error| io_error("create", dir, error))
}

/// A folder that only the server's user can enter. One that exists must be the
/// user's and no link.
pub fn make_private_dir(dir: &Path, server: &Account) -> Result<()> {
    match DirBuilder::new().mode(0o700).create(dir) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            return Err(io_error("create", dir, error));
        }
        _ => {}
    }
    let found = dir
        .symlink_metadata()
        .map_err(|error| io_error("use", dir, error))?;
    // Root's own is one that was created a moment ago.
    let ours = found.uid() == server.uid || found.uid() == geteuid().as_raw();
    if !found.is_dir() || !ours {
        return Err(Error::config(format!(
            "{} should be a folder that belongs to {}, but its owner is {}",
            dir.display(),
            server.name,
            account::owner_of(dir)
        )));
    }
    let finish = || {
        if found.mode() & 0o777 != 0o700 {
            fs::set_permissions(dir, Permissions::from_mode(0o700))?;
        }
        if found.uid() != server.uid {
            std::os::unix::fs::lchown(dir, Some(server.uid), Some(server.gid))?;
        }
        Ok(())
    };
    finish().map_err(|error| io_error("use", dir, error))
}

/// Makes `link` lead to `target`. Replaces only a link.
pub fn make_link(link: &Path, target: &Path) -> Result<()> {
    let in_the_way = match fs::read_link(link) {
        Ok(now) if now == target => return Ok(()),
        Ok(_) => fs::remove_file(link),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(_) => {
            return Err(Error::config(format!(
                "{} is in the way: it should be a link to {}",
                link.display(),
                target.display()
            )));
        }
    };
    in_the_way
        .and_then(|()| std::os::unix::fs::symlink(target, link))
        .map_err(|error| io_error("create", link, error))
}

/// The folder as the setting `unix_socket_directories` wants it, which is a list.
pub fn socket_setting(dir: &Path) -> std::ffi::OsString {
    let mut setting = b"unix_socket_directories=\"".to_vec();
    for &byte in dir.as_os_str().as_bytes() {
        if byte == b'"' {
            setting.push(byte);
        }
        setting.push(byte);
    }
    setting.push(b'"');
    OsStr::from_bytes(&setting).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_socket_needs_a_short_folder_without_comma() {
        assert!(fits_a_socket(Path::new(&"x".repeat(LONGEST_SOCKET_DIR))));
        assert!(!fits_a_socket(Path::new(
            &"x".repeat(LONGEST_SOCKET_DIR + 1)
        )));
        assert!(!fits_a_socket(Path::new("/srv/a,b/run")));
    }

    #[test]
    fn quotes_in_the_socket_setting_are_doubled() {
        assert_eq!(
            socket_setting(Path::new("/a \"b\"")),
            "unix_socket_directories=\"/a \"\"b\"\"\""
        );
    }

    #[test]
    fn the_place_outside_depends_on_the_home_alone() {
        let one = outside(Path::new("/root/one"));
        assert_eq!(one, outside(Path::new("/root/one")));
        assert_ne!(one, outside(Path::new("/root/two")));
        assert!(fits_a_socket(&one.join("run")));
    }

    #[test]
    fn canonical_resolves_links_before_the_missing_part() -> Result<()> {
        assert_eq!(
            canonical(Path::new("/dev/../dev/none/x"))?,
            Path::new("/dev/none/x")
        );
        assert!(canonical(Path::new("/dev/none/../x")).is_err());
        Ok(())
    }
}

//! Moving the data to a newer major version of PostgreSQL, as far as the machine has to
//! do with it.
//!
//! Two homes of their own serve the old data and the new meanwhile, in the folder
//! `upgrade` of the home, and nobody but the upgrade connects to them. The home's lock
//! keeps all other commands out. The old data is only read; it is put aside at the end.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::{Account, Binaries, Local, PORT, SUPERUSER, cluster, failure, io_error, paths};
use super::{server, version};
use crate::error::{Error, Result};

/// The folder in a home.
const PLACE: &str = "upgrade";
/// Homes in this folder.
const OLD: &str = "old";
const NEW: &str = "new";

/// An upgrade that has begun. Unless it is finished, nothing has changed.
pub struct Upgrade {
    /// Of the home.
    lock: File,
    /// The major version that made the data.
    pub from: u32,
    /// The newest one whose programs are installed.
    pub to: u32,
    /// Serves the old data.
    pub old: Local,
    /// Serves the new data.
    pub new: Local,
    data: PathBuf,
    aside: PathBuf,
    home: PathBuf,
}

impl Local {
    /// Stops the server and makes an empty cluster of the newest version; `None` if the
    /// data has that version already.
    pub fn begin_upgrade(&self) -> Result<Option<Upgrade>> {
        self.refuse_foreign()?;
        if !self.has_cluster()? {
            return Err(self.not_initialised());
        }
        let lock = self.lock()?;
        let Some((from, to)) = self.newer_version()? else {
            return Ok(None);
        };
        Binaries::of_cluster(&self.data())?;
        let data = paths::real(&self.data());
        let aside = data.with_file_name(format!("data-{from}"));
        if aside.exists() {
            return Err(Error::config(format!(
                "{} is in the way: the old data goes there",
                aside.display()
            ))
            .hint("it is from an earlier upgrade; move it away"));
        }
        server::stop(self)?;
        let place = self.home.join(PLACE);
        let upgrade = Upgrade {
            lock,
            from,
            to,
            old: Local::at(Some(place.join(OLD)))?,
            new: Local::at(Some(place.join(NEW)))?,
            data,
            aside,
            home: self.home.clone(),
        };
        paths::make_home(&upgrade.old.home)?;
        paths::make_link(&upgrade.old.data(), &upgrade.data)?;
        paths::make_home(&upgrade.new.home)?;
        cluster::create(&upgrade.new, &upgrade.lock, &Binaries::newest_of_all()?)?;
        Ok(Some(upgrade))
    }

    /// The major version that made the data, and the newest that is installed, if that
    /// one is newer.
    pub fn newer_version(&self) -> Result<Option<(u32, u32)>> {
        let from = version::of_cluster(&self.data())?;
        let to = Binaries::newest_of_all()?.major().unwrap_or(from);
        Ok((to > from).then_some((from, to)))
    }
}

impl Upgrade {
    /// PostgreSQL's own program for this, which some systems have in a package of its own.
    pub fn pg_upgrade(&self) -> Option<PathBuf> {
        let binaries = Binaries::of_cluster(&self.new.data()).ok()?;
        binaries.client("pg_upgrade").ok()
    }

    /// Copies the old data into the new cluster. Neither server runs.
    pub fn run(&self, pg_upgrade: &Path) -> Result<()> {
        let server = Account::of_server()?;
        let old = Binaries::of_cluster(&self.data)?;
        let new = Binaries::of_cluster(&self.new.data())?;
        let data = paths::real(&self.new.data());
        let work = data.with_extension("work");
        paths::make_private_dir(&work, &server)?;
        let sockets = server::server_socket_dir(&self.new, &server)?;
        let port = PORT.to_string();
        // as an initdb, one that outlives a killed `wl` keeps the next one out
        let lock = self.lock.try_clone();
        let lock = lock.map_err(|error| Error::io("the lock file", error))?;
        let output = server
            .command(pg_upgrade)
            .current_dir(&work)
            .arg("-b")
            .arg(old.dir())
            .arg("-B")
            .arg(new.dir())
            .arg("-d")
            .arg(&self.data)
            .arg("-D")
            .arg(&data)
            .args(["-U", SUPERUSER, "-p", &port, "-P", &port, "-s"])
            .arg(sockets)
            .stdin(lock)
            .output()
            .map_err(|error| io_error("run", pg_upgrade, error))?;
        // its reports, and a script that would delete the old data
        let _ = fs::remove_dir_all(&work);
        if output.status.success() {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&output.stdout);
        let error = failure::explain("pg_upgrade failed", &reason(&text), &data);
        Err(error.hint("the data is unchanged and still needs the older programs"))
    }

    /// Puts the new data in the place of the old; returns where the old is now.
    pub fn finish(self) -> Result<PathBuf> {
        self.old.stop()?;
        self.new.stop()?;
        let new = paths::real(&self.new.data());
        exchange(&new, &self.data, &self.aside)
            .and_then(|()| {
                let parents = [self.data.parent(), new.parent()];
                let mut parents = parents.into_iter().flatten();
                parents.try_for_each(|dir| File::open(dir)?.sync_all())
            })
            .map_err(|error| io_error("replace", &self.data, error))?;
        Ok(self.aside.clone())
    }
}

impl Drop for Upgrade {
    fn drop(&mut self) {
        clear(&self.home);
    }
}

/// Ends the servers of an upgrade and removes what it made; the old data is never there. The
/// caller holds the home's lock.
pub fn clear(home: &Path) {
    let place = home.join(PLACE);
    // without the exchange, the new data may be the only one that is not aside
    if !is_ours(&place) || !home.join("data").exists() {
        return;
    }
    for part in [OLD, NEW] {
        let Ok(part) = Local::at(Some(place.join(part))) else {
            continue;
        };
        if part.stop().is_err() {
            return;
        }
        let sockets = paths::real(&part.socket_dir);
        let _ = fs::remove_dir_all(sockets);
        let _ = fs::remove_dir_all(paths::outside(&part.home));
    }
    let _ = fs::remove_dir_all(&place);
}

/// Whether it is a folder with nothing but the homes of an upgrade.
fn is_ours(place: &Path) -> bool {
    let is_folder = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_dir());
    let is_home = |entry: fs::DirEntry| {
        let name = entry.file_name();
        (name == OLD || name == NEW) && is_folder(&entry.path())
    };
    is_folder(place)
        && fs::read_dir(place)
            .is_ok_and(|mut entries| entries.all(|entry| entry.is_ok_and(is_home)))
}

/// In one step, so that there is a database at any moment. The new data goes to where the
/// old shall be, and then they change places.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn exchange(new: &Path, data: &Path, aside: &Path) -> std::io::Result<()> {
    use nix::fcntl::{AT_FDCWD, RenameFlags, renameat2};
    fs::rename(new, aside)?;
    renameat2(
        AT_FDCWD,
        aside,
        AT_FDCWD,
        data,
        RenameFlags::RENAME_EXCHANGE,
    )
    .map_err(|error| {
        let _ = fs::rename(aside, new);
        error.into()
    })
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn exchange(new: &Path, data: &Path, aside: &Path) -> std::io::Result<()> {
    fs::rename(data, aside)?;
    fs::rename(new, data)
}

/// From where its output tells of a failure, in one line.
fn reason(output: &str) -> String {
    let lines: Vec<&str> = output.lines().map(str::trim).collect();
    let marks = ["fatal", "*failure*", "could not", "error"];
    let first = lines
        .iter()
        .position(|line| marks.iter().any(|mark| line.contains(mark)));
    let told = lines.get(first.unwrap_or_default()..).unwrap_or_default();
    let told: Vec<&str> = told
        .iter()
        .copied()
        .filter(|line| !line.is_empty())
        .take(5)
        .collect();
    told.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At any moment the old data is complete where it was, or aside.
    #[test]
    fn the_old_data_goes_aside() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let [new, data, aside] = ["new", "data", "data-15"].map(|name| folder.path().join(name));
        let has = |path: &Path| fs::read_to_string(path.join("PG_VERSION")).ok();
        for (path, version) in [(&new, "18"), (&data, "15"), (&aside, "14")] {
            fs::create_dir(path)?;
            fs::write(path.join("PG_VERSION"), version)?;
        }
        assert!(exchange(&new, &data, &aside).is_err());
        assert_eq!(has(&new).as_deref(), Some("18"));
        assert_eq!(has(&data).as_deref(), Some("15"));
        assert_eq!(has(&aside).as_deref(), Some("14"));
        fs::remove_dir_all(&aside)?;
        exchange(&new, &data, &aside)?;
        assert_eq!(has(&new), None);
        assert_eq!(has(&data).as_deref(), Some("18"));
        assert_eq!(has(&aside).as_deref(), Some("15"));
        Ok(())
    }

    #[test]
    fn a_failure_is_told_from_its_first_line() {
        let output = "Checking cluster versions          ok\n\
             Checking for presence of required libraries     fatal\n\n\
             Your installation references loadable libraries that are missing\n\
             Failure, exiting\n";
        assert_eq!(
            reason(output),
            "Checking for presence of required libraries     fatal \
             Your installation references loadable libraries that are missing Failure, exiting"
        );
    }
}

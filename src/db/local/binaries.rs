//! Finding PostgreSQL's programs on the machine.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use nix::unistd::geteuid;

use super::account;
use super::version::{self, OLDEST, install_command, install_command_of, major_of};
use crate::error::{Error, Result};

/// The places to look in, the surest and fastest first. The last ones cost a process
/// each, so they are used only if the others have nothing suitable.
const PLACES: [Place; 5] = [debian, red_hat, homebrew, search_path, pg_config];
/// The same after the folders that the user named.
const ALL: [Place; 6] = [chosen, debian, red_hat, homebrew, search_path, pg_config];

type Place = fn() -> Vec<PathBuf>;

/// The folder with the programs of one version.
#[derive(Debug)]
pub struct Binaries {
    dir: PathBuf,
}

impl Binaries {
    /// For a new cluster.
    pub fn newest() -> Result<Self> {
        match chosen().is_empty() {
            // these are sorted, and the first will do
            true => find(&PLACES, |major| major >= OLDEST).map_err(FailedSearch::into_error),
            false => Self::newest_in(&[chosen]),
        }
    }

    /// The newest of the entire machine, for an upgrade.
    pub fn newest_of_all() -> Result<Self> {
        Self::newest_in(&ALL)
    }

    fn newest_in(places: &[Place]) -> Result<Self> {
        let mut newest = find(places, |major| major >= OLDEST).map_err(FailedSearch::into_error)?;
        while let Some(major) = newest.major()
            && let Ok(newer) = find(places, |other| other > major)
        {
            newest = newer;
        }
        Ok(newest)
    }

    /// For an existing cluster: its format belongs to one major version.
    pub fn of_cluster(data: &Path) -> Result<Self> {
        let wanted = version::of_cluster(data)?;
        find(&ALL, |major| major == wanted).map_err(|found| found.into_mismatch(data, wanted))
    }

    /// Its folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub fn postgres(&self) -> PathBuf {
        self.dir.join("postgres")
    }

    pub fn initdb(&self) -> PathBuf {
        self.dir.join("initdb")
    }

    /// One of the client programs that belong to the server.
    pub fn client(&self, name: &str) -> Result<PathBuf> {
        let program = self.dir.join(name);
        if program.is_file() {
            return Ok(program);
        }
        Err(
            Error::config(format!("there is no {name} in {}", self.dir.display()))
                .hint(install_command()),
        )
    }

    /// The full version, such as `15.18`.
    pub fn version(&self) -> Option<String> {
        let output = Command::new(self.postgres())
            .arg("--version")
            .output()
            .ok()?;
        let text = String::from_utf8_lossy(&output.stdout);
        // postgres (PostgreSQL) 15.18 (Debian 15.18-1)
        text.split_whitespace().nth(2).map(str::to_owned)
    }

    pub fn major(&self) -> Option<u32> {
        let folder = self.dir.parent()?.file_name()?.to_str()?;
        let number = folder
            .strip_prefix("pgsql-")
            .or_else(|| folder.strip_prefix("postgresql@"))
            .unwrap_or(folder);
        number.parse().ok().or_else(|| major_of(&self.version()?))
    }
}

/// A client program such as `psql` for a database that is not ours to run: a
/// native one, else the one on the search path.
pub fn find_client(name: &str) -> Result<PathBuf> {
    [chosen, debian, red_hat, homebrew, search_path]
        .iter()
        .flat_map(|place| place())
        .map(|dir| dir.join(name))
        .find(|program| program.is_file() && objection(program).is_none())
        .ok_or_else(|| {
            Error::config(format!("{name} was not found on this machine")).hint(install_command())
        })
}

/// What a failed search found but couldn't use.
#[derive(Default)]
struct FailedSearch {
    majors: BTreeSet<u32>,
    /// Why an installation was passed over.
    objection: Option<String>,
}

impl FailedSearch {
    fn into_error(self) -> Error {
        let message = match (self.majors.last(), self.objection) {
            (Some(major), _) => {
                format!("PostgreSQL {OLDEST} or later is needed, but only {major} is installed")
            }
            (None, Some(objection)) => objection,
            (None, None) => "PostgreSQL was not found on this machine".to_owned(),
        };
        Error::config(message).hint(install_command())
    }

    fn into_mismatch(self, data: &Path, wanted: u32) -> Error {
        if self.majors.is_empty() {
            return self.into_error();
        }
        let majors: Vec<String> = self.majors.iter().map(u32::to_string).collect();
        let then = match self.majors.last() {
            Some(newest) if *newest > wanted => {
                "; then move the data to the newer version with wl db upgrade"
            }
            _ => "",
        };
        Error::config(format!(
            "the database in {} needs PostgreSQL {wanted}, but this machine has only {}",
            data.display(),
            majors.join(", ")
        ))
        .hint(format!(
            "get its programs: {}; if they are elsewhere, name their folder in WL_PG_BIN{then}",
            install_command_of(wanted)
        ))
    }
}

fn find(places: &[Place], fits: impl Fn(u32) -> bool) -> Result<Binaries, FailedSearch> {
    let mut found = FailedSearch::default();
    for dir in places.iter().flat_map(|place| place()) {
        let binaries = Binaries { dir };
        if !binaries.postgres().is_file() || !binaries.initdb().is_file() {
            continue;
        }
        if let Some(objection) = objection(&binaries.postgres()) {
            found.objection = Some(objection);
            continue;
        }
        match binaries.major() {
            Some(major) if fits(major) => return Ok(binaries),
            Some(major) => {
                found.majors.insert(major);
            }
            None => {}
        }
    }
    Err(found)
}

/// Why a program must not be run: another user could have put it there.
fn objection(program: &Path) -> Option<String> {
    let program = fs::canonicalize(program).ok()?;
    [program.as_path(), program.parent()?]
        .iter()
        .find_map(|path| {
            let found = path.metadata().ok()?;
            if found.uid() != 0 && found.uid() != geteuid().as_raw() {
                let owner = account::owner_of(path);
                return Some(format!(
                    "{} is not trusted: it belongs to {owner}",
                    path.display()
                ));
            }
            let open = found.mode() & 0o002 != 0;
            open.then(|| format!("{} is not trusted: any user can change it", path.display()))
        })
}

/// The folders that the user named, such as that of another version. A new cluster is
/// made with these alone.
#[expect(
    clippy::disallowed_methods,
    reason = "programs are found by the environment"
)]
fn chosen() -> Vec<PathBuf> {
    let dir = std::env::var_os("WL_PG_BIN").filter(|dir| !dir.is_empty());
    dir.iter().flat_map(std::env::split_paths).collect()
}

fn debian() -> Vec<PathBuf> {
    numbered("/usr/lib/postgresql", "")
}

fn red_hat() -> Vec<PathBuf> {
    let mut dirs = numbered("/usr", "pgsql-");
    dirs.push(PathBuf::from("/usr/bin"));
    dirs
}

fn homebrew() -> Vec<PathBuf> {
    ["/opt/homebrew/opt", "/usr/local/opt"]
        .iter()
        .flat_map(|opt| {
            let mut dirs = numbered(opt, "postgresql@");
            dirs.push(Path::new(opt).join("postgresql/bin"));
            dirs
        })
        .collect()
}

/// The folders `PARENT/PREFIXnumber/bin`, the highest number first.
fn numbered(parent: &str, prefix: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(parent) else {
        return Vec::new();
    };
    let mut found: Vec<(u32, PathBuf)> = entries
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let number = entry
                .file_name()
                .to_str()?
                .strip_prefix(prefix)?
                .parse()
                .ok()?;
            Some((number, entry.path().join("bin")))
        })
        .collect();
    found.sort_unstable_by(|one, other| other.cmp(one));
    found.into_iter().map(|(_, dir)| dir).collect()
}

/// The folders of PATH, and where their `postgres` really is when that is a link.
#[expect(
    clippy::disallowed_methods,
    reason = "programs are found by the environment"
)]
fn search_path() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .filter(|dir| dir.is_absolute())
        .flat_map(|dir| {
            let linked = fs::canonicalize(dir.join("postgres")).ok();
            let linked = linked.and_then(|program| program.parent().map(Path::to_owned));
            [Some(dir), linked]
        })
        .flatten()
        .collect()
}

fn pg_config() -> Vec<PathBuf> {
    let Some(program) = search_path()
        .into_iter()
        .map(|dir| dir.join("pg_config"))
        .find(|program| program.is_file() && objection(program).is_none())
    else {
        return Vec::new();
    };
    let Ok(output) = Command::new(program).arg("--bindir").output() else {
        return Vec::new();
    };
    let dir = String::from_utf8_lossy(&output.stdout);
    vec![PathBuf::from(dir.trim())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_version_names_both() {
        let found = FailedSearch {
            majors: BTreeSet::from([15, 17]),
            objection: None,
        };
        assert_eq!(
            found.into_mismatch(Path::new("/h/data"), 16).message,
            "the database in /h/data needs PostgreSQL 16, but this machine has only 15, 17"
        );
    }

    #[test]
    fn an_old_version_is_refused() {
        let found = FailedSearch {
            majors: BTreeSet::from([13, 14]),
            objection: None,
        };
        assert_eq!(
            found.into_error().message,
            "PostgreSQL 15 or later is needed, but only 14 is installed"
        );
    }

    #[test]
    fn a_program_that_anybody_can_change_is_not_trusted() -> std::io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir()?;
        let program = dir.path().join("postgres");
        fs::write(&program, "")?;
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755))?;
        assert_eq!(objection(&program), None);
        fs::set_permissions(&program, fs::Permissions::from_mode(0o777))?;
        assert!(objection(&program).is_some_and(|text| text.ends_with("any user can change it")));
        Ok(())
    }
}

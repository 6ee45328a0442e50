//! Which database, and as whom: flags before the environment, the environment before the
//! person's file, that before the company's.
//!
//! A profile is chosen by a flag, so its keys come before the environment, too.

mod file;

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use self::file::{Keys, Parsed};
use super::environment::{self, ambient};
use crate::db::connect::Target;
use crate::db::local::{Local, SUPERUSER, user_folder};
use crate::db::uri;
use crate::error::{Error, Result};

/// The company's file.
const SYSTEM: &str = "/etc/worklock/config.toml";

/// The options that have a say.
#[derive(Debug, Default, Clone, Copy)]
pub struct Flags<'a> {
    pub database_url: Option<&'a str>,
    pub login: Option<&'a str>,
    pub profile: Option<&'a str>,
}

/// A value, and who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub value: String,
    pub source: Source,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Flag(&'static str),
    Variable(&'static str),
    File {
        path: PathBuf,
        line: usize,
        profile: Option<String>,
    },
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) | Self::Variable(name) => f.write_str(name),
            Self::File { path, line, .. } => write!(f, "{}, line {line}", path.display()),
        }
    }
}

/// One place where values come from, in the order in which they count.
const PLACES: usize = 6;
/// The first place that is a file and not chosen by a flag.
const FILES: usize = 4;

/// All that was given.
#[derive(Debug)]
pub struct Config {
    /// Of a flag, the profile in either file, the environment, the two files.
    places: [Keys; PLACES],
    /// The service that libpq's variable names: a server where nothing else names one.
    service: Option<Given>,
    home: Option<PathBuf>,
    /// The files, and whether each was there.
    pub files: Vec<(PathBuf, bool)>,
    profiles: Vec<String>,
}

/// What is not a flag.
#[derive(Debug, Default)]
struct Surroundings {
    database_url: Option<String>,
    user: Option<String>,
    service: Option<String>,
    home: Option<PathBuf>,
    /// The person's file, then the company's; or the one that `WL_CONFIG` names.
    files: Vec<PathBuf>,
    /// The files must be there.
    named: bool,
}

impl Surroundings {
    fn here() -> Result<Self> {
        let (files, named) = match environment::variable("WL_CONFIG") {
            None => (
                own_file().into_iter().chain([SYSTEM.into()]).collect(),
                false,
            ),
            Some(path) if path.is_empty() => (Vec::new(), true),
            Some(path) => (vec![path.into()], true),
        };
        Ok(Self {
            database_url: text("DATABASE_URL")?,
            user: text("WL_USER")?,
            service: text("PGSERVICE")?,
            home: environment::file("WL_HOME"),
            files,
            named,
        })
    }
}

/// The person's own file, whether or not it is there.
fn own_file() -> Option<PathBuf> {
    let folder = user_folder("XDG_CONFIG_HOME", ".config")?;
    Some(folder.join("wl/config.toml"))
}

/// The file that a person edits: the one that `WL_CONFIG` names, or their own.
pub fn path() -> Option<PathBuf> {
    match environment::variable("WL_CONFIG") {
        None => own_file(),
        Some(path) => Some(PathBuf::from(path)).filter(|path| !path.as_os_str().is_empty()),
    }
}

/// The private database, whether or not it is the target.
pub fn local() -> Result<Local> {
    Local::at(environment::file("WL_HOME"))
}

/// A variable; an empty one says nothing.
fn text(name: &str) -> Result<Option<String>> {
    let value = environment::variable(name).filter(|value| !value.is_empty());
    let text = value.map(OsString::into_string).transpose();
    text.map_err(|_| Error::config(format!("{name} is not text in UTF-8")))
}

impl Config {
    pub fn load(flags: Flags<'_>) -> Result<Self> {
        Self::of(flags, Surroundings::here()?)
    }

    fn of(flags: Flags<'_>, around: Surroundings) -> Result<Self> {
        let given = |value: Option<&str>, source| {
            let value = value.filter(|value| !value.is_empty())?.to_owned();
            Some(Given { value, source })
        };
        let flagged = Keys {
            database_url: given(flags.database_url, Source::Flag("--database-url")),
            user: given(flags.login, Source::Flag("--as")),
        };
        if let Some(url) = &flagged.database_url {
            refuse_open_password(&url.value)?;
        }
        let variables = Keys {
            database_url: given(
                around.database_url.as_deref(),
                Source::Variable("DATABASE_URL"),
            ),
            user: given(around.user.as_deref(), Source::Variable("WL_USER")),
        };
        let quoted = |name: String| name.replace('\\', r"\\").replace('\'', r"\'");
        let service = around.service.map(|name| Given {
            value: format!("service='{}'", quoted(name)),
            source: Source::Variable("PGSERVICE"),
        });
        let mut files = Vec::new();
        let mut read = Vec::new();
        for path in around.files {
            let found = file::read(&path)?;
            if found.is_none() && around.named {
                return Err(Error::config(format!(
                    "WL_CONFIG names {}, which is not there",
                    path.display()
                ))
                .hint("with WL_CONFIG= in front of the command, wl reads no configuration file"));
            }
            files.push((path, found.is_some()));
            read.push(found.unwrap_or_default());
        }
        let profiles = read
            .iter()
            .flat_map(|file| file.profiles.keys().cloned())
            .collect();
        let chosen = chosen(flags.profile, &mut read, &files)?;
        let mut own = read.into_iter().map(|file| file.keys);
        let [first, second] = chosen;
        Ok(Self {
            places: [
                flagged,
                first,
                second,
                variables,
                own.next().unwrap_or_default(),
                own.next().unwrap_or_default(),
            ],
            service,
            home: around.home,
            files,
            profiles,
        })
    }

    /// The server's URL; without one, the private database is meant.
    pub fn url(&self) -> Option<&Given> {
        Some(self.url_and_place()?.0)
    }

    fn url_and_place(&self) -> Option<(&Given, usize)> {
        let counts = match self.home {
            // in the environment, so it comes before the files
            Some(_) => FILES,
            None => PLACES,
        };
        let mut places = self.places.iter().take(counts).enumerate();
        let named = places.find_map(|(place, keys)| Some((keys.database_url.as_ref()?, place)));
        let service = || match self.home {
            Some(_) => None,
            None => Some((self.service.as_ref()?, PLACES)),
        };
        named.or_else(service)
    }

    fn user_and_place(&self) -> Option<(&Given, usize)> {
        let mut places = self.places.iter().enumerate();
        places.find_map(|(place, keys)| Some((keys.user.as_ref()?, place)))
    }

    /// Who was named, even if the URL names another login.
    pub fn user(&self) -> Option<&Given> {
        Some(self.user_and_place()?.0)
    }

    /// The login to connect with, if it is not the URL's own or libpq's default: a URL that
    /// names a login counts before a user from further down.
    pub fn login(&self) -> Option<&Given> {
        let (user, place) = self.user_and_place()?;
        match self.url_and_place() {
            Some((url, above)) if above < place && uri::login(&url.value).is_some() => None,
            _ => Some(user),
        }
    }

    pub fn target(&self) -> Result<Target> {
        let login = self.login().map(|given| given.value.clone());
        match self.url() {
            Some(url) => self.at(url, login),
            None => {
                let login = login.map_or_else(super::app::system_user, Ok)?;
                Ok(Target::private(local()?, login))
            }
        }
    }

    /// The target with its owner's login: on the private database the superuser,
    /// elsewhere the login of the URL.
    pub fn owner_target(&self) -> Result<Target> {
        match self.url() {
            Some(url) => self.at(url, None),
            None => Ok(Target::private(local()?, SUPERUSER.to_owned())),
        }
    }

    fn at(&self, url: &Given, login: Option<String>) -> Result<Target> {
        let origin = match &url.source {
            Source::Flag(name) | Source::Variable(name) => (*name).to_owned(),
            Source::File { path, .. } => format!("database_url in {}", path.display()),
        };
        Target::url(url.value.clone(), origin, login, &ambient())
    }

    /// The names of all profiles.
    pub fn profiles(&self) -> &[String] {
        &self.profiles
    }

    /// Whether `WL_HOME` has selected the private database.
    pub fn home_selects(&self) -> bool {
        self.home.is_some()
    }
}

/// The keys of the profile in each of the two files.
fn chosen(name: Option<&str>, read: &mut [Parsed], files: &[(PathBuf, bool)]) -> Result<[Keys; 2]> {
    let Some(name) = name.filter(|name| !name.is_empty()) else {
        return Ok(Default::default());
    };
    let found: Vec<Option<Keys>> = read
        .iter_mut()
        .map(|file| file.profiles.remove(name))
        .collect();
    if found.iter().all(Option::is_none) {
        return Err(no_profile(name, read, files));
    }
    let mut found = found.into_iter().map(Option::unwrap_or_default);
    Ok([
        found.next().unwrap_or_default(),
        found.next().unwrap_or_default(),
    ])
}

fn no_profile(name: &str, read: &[Parsed], files: &[(PathBuf, bool)]) -> Error {
    let mut names: Vec<&str> = read
        .iter()
        .flat_map(|file| file.profiles.keys().map(String::as_str))
        .collect();
    names.sort_unstable();
    names.dedup();
    let places: Vec<String> = files
        .iter()
        .map(|(path, _)| path.display().to_string())
        .collect();
    let error = match places.is_empty() {
        true => Error::config(format!(
            "there is no profile {name}: WL_CONFIG is empty, so no configuration file is read"
        )),
        false => Error::config(format!(
            "there is no profile {name} in {}",
            places.join(" or ")
        )),
    };
    match names.is_empty() {
        true => error.hint(format!(
            "a profile is a section [profile.{name}] with the keys database_url and user"
        )),
        false => error.hint(format!("the profiles are: {}", names.join(", "))),
    }
}

/// Everyone on the machine can read a command line.
fn refuse_open_password(url: &str) -> Result<()> {
    match uri::without_secrets(url).had_secrets {
        true => Err(Error::usage(
            "other users of this machine can read a password on the command line",
        )
        .hint("put the URL into DATABASE_URL, or the password into ~/.pgpass or PGPASSWORD")),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests;

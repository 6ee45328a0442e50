//! One configuration file, which is TOML. No error shows a line of it: a URL may hold a
//! password.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::io::{ErrorKind, Read};
use std::ops::Range;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::{Given, Source};
use crate::db::uri;
use crate::error::{Error, Result, io_reason};
use crate::file;

/// More than any file that a person writes.
const LONGEST: u64 = 1 << 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    database_url: Option<Spanned<String>>,
    user: Option<Spanned<String>>,
    #[serde(default)]
    profile: BTreeMap<String, ProfileContents>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileContents {
    database_url: Option<Spanned<String>>,
    user: Option<Spanned<String>>,
}

/// The keys of a file, or of one of its profiles.
#[derive(Debug, Default, Clone)]
pub struct Keys {
    pub database_url: Option<Given>,
    pub user: Option<Given>,
}

/// What a file says.
#[derive(Debug, Default)]
pub struct Parsed {
    pub keys: Keys,
    pub profiles: BTreeMap<String, Keys>,
}

/// Reads a file; `None` if it is not there.
pub fn read(path: &Path) -> Result<Option<Parsed>> {
    let unreadable = |error: std::io::Error| {
        let what = format!("{} can't be read: {}", path.display(), io_reason(&error));
        Error::config(what)
            .hint(
                "it is one of wl's configuration files; without it, wl might use another database",
            )
            .cause(error)
    };
    let file = match file::open_regular(path) {
        // a link that leads nowhere was meant to lead somewhere
        Err(error) if is_missing(&error) && path.symlink_metadata().is_err() => return Ok(None),
        opened => opened.map_err(unreadable)?,
    };
    let found = file.metadata().map_err(unreadable)?;
    let mut text = String::new();
    file.take(LONGEST)
        .read_to_string(&mut text)
        .map_err(unreadable)?;
    let parsed = parse(path, &text)?;
    check_mode(path, &found, &parsed)?;
    Ok(Some(parsed))
}

fn is_missing(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn parse(path: &Path, text: &str) -> Result<Parsed> {
    let place = |span: Range<usize>, profile: Option<&String>| Source::File {
        path: path.to_owned(),
        line: line_at(text, span.start),
        profile: profile.cloned(),
    };
    let contents: Contents = toml::from_str(text).map_err(|error| {
        let at = place(error.span().unwrap_or_default(), None);
        Error::config(format!("{at}: {}", explained(error.message())))
            .hint("the keys are database_url and user, also in sections [profile.NAME]; their values are in quotes")
    })?;
    let keys =
        |url: Option<Spanned<String>>, user: Option<Spanned<String>>, profile: Option<&String>| {
            let given = |value: Spanned<String>| Given {
                source: place(value.span(), profile),
                value: value.into_inner(),
            };
            let keys = Keys {
                database_url: url.map(given),
                user: user.map(given),
            };
            keys.check()
        };
    let mut profiles = BTreeMap::new();
    for (name, profile) in contents.profile {
        let keys = keys(profile.database_url, profile.user, Some(&name))?;
        profiles.insert(name, keys);
    }
    Ok(Parsed {
        keys: keys(contents.database_url, contents.user, None)?,
        profiles,
    })
}

impl Keys {
    fn check(self) -> Result<Self> {
        for (key, given) in [("database_url", &self.database_url), ("user", &self.user)] {
            let Some(given) = given else { continue };
            let refused = |why: &str| Err(Error::config(format!("{}: {key} {why}", given.source)));
            if given.value.trim().is_empty() {
                return refused("is empty").map_err(|error: Error| {
                    error.hint("leave the line out; WL_HOME selects a private database")
                });
            }
            if given.value.contains(char::is_control) {
                return refused("has a control character in it");
            }
        }
        if let Some(url) = &self.database_url {
            uri::check(&url.value).map_err(|mut error| {
                error.message = format!("{}: {}", url.source, error.message);
                error
            })?;
        }
        Ok(self)
    }
}

impl Parsed {
    fn urls(&self) -> impl Iterator<Item = &Given> {
        let all = std::iter::once(&self.keys).chain(self.profiles.values());
        all.filter_map(|keys| keys.database_url.as_ref())
    }
}

/// A file that others could change would send people to another server. One with a
/// password is for its owner, or, if that is root, for a group, as libpq wants it of keys.
fn check_mode(path: &Path, found: &Metadata, parsed: &Parsed) -> Result<()> {
    let (mode, path) = (found.mode(), path.display());
    if mode & 0o002 != 0 {
        return Err(
            Error::config(format!("everyone can change {path}")).hint(format!("chmod o-w {path}"))
        );
    }
    if nix::unistd::geteuid().is_root() && found.uid() != 0 {
        return Err(Error::config(format!(
            "{path} belongs to another user, who can change it, and you are root"
        ))
        .hint(format!("chown root {path}")));
    }
    let readers = if found.uid() == 0 { 0o007 } else { 0o077 };
    let secret = parsed
        .urls()
        .find(|url| uri::without_secrets(&url.value).had_secrets);
    match secret {
        Some(url) if mode & readers != 0 => {
            Err(
                Error::config(format!("{}: a password, which others can read", url.source)).hint(
                    format!("chmod 600 {path}; or move the password to ~/.pgpass"),
                ),
            )
        }
        _ => Ok(()),
    }
}

/// The parser's words, without any that repeat a value.
fn explained(message: &str) -> String {
    let message = message.lines().next().unwrap_or_default();
    let key = message.strip_prefix("unknown field `");
    match key.and_then(|rest| rest.split('`').next()) {
        Some(key) if key.len() <= 30 && key.chars().all(is_bare) => format!("unknown key {key}"),
        Some(_) => "unknown key".to_owned(),
        None if message.starts_with("invalid type") => "a value of the wrong kind".to_owned(),
        None => message.to_owned(),
    }
}

fn is_bare(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_".contains(c)
}

fn line_at(text: &str, byte: usize) -> usize {
    let before = text.get(..byte).unwrap_or(text);
    1 + before.matches('\n').count()
}

//! `wl config`: which database, and as whom, and who says so.

use std::path::PathBuf;

use clap::Subcommand;
use serde::Serialize;

use crate::cli::app::{App, system_user};
use crate::cli::config::{self, Config, Given, Source};
use crate::cli::environment::ambient;
use crate::cli::{Column, Row, Style};
use crate::db::remote::Settings;
use crate::db::uri::{self, without_secrets};
use crate::error::Result;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show each value and where it comes from; passwords are not shown
    Show,
    /// Print the path of your configuration file, whether or not it exists
    Path,
}

/// One value, and who gave it.
#[derive(Serialize)]
struct ValueView {
    name: &'static str,
    value: Option<String>,
    /// A password was left out.
    masked: bool,
    source: &'static str,
    from: Option<String>,
}

impl Row for ValueView {
    const FIELDS: &'static [&'static str] = &["name", "value", "masked", "source", "from"];
    const COLUMNS: &'static [Column] = &[
        Column::left("name", "Name"),
        Column::left("from", "From"),
        // last: it may be long
        Column::below("value", "Value"),
    ];

    fn cell(&self, field: &str, _style: &Style) -> Option<String> {
        match (field, &self.value) {
            ("value", None) if self.name == URL => Some("(the private database)".to_owned()),
            ("value", Some(value)) if self.masked => Some(format!("{value} (password not shown)")),
            ("from", _) if self.from.is_none() => Some(self.source.to_owned()),
            _ => None,
        }
    }
}

const URL: &str = "database_url";

#[derive(Serialize)]
struct PathView {
    path: Option<PathBuf>,
    exists: bool,
}

impl Row for PathView {
    const FIELDS: &'static [&'static str] = &["path", "exists"];
    const COLUMNS: &'static [Column] = &[Column::left("path", "Path")];
}

pub fn run(app: &mut App, command: Option<Command>) -> Result<()> {
    match command.unwrap_or(Command::Show) {
        Command::Show => show(app),
        Command::Path => path(app),
    }
}

fn show(app: &App) -> Result<()> {
    let config = app.config()?;
    app.rows(&[database(config), user(config)?, home(config)?], "")?;
    for (path, read) in &config.files {
        let read = if *read { "read" } else { "not there" };
        app.say(format!("{}: {read}", path.display()));
    }
    if config.files.is_empty() {
        app.say(NO_FILE);
    }
    Ok(())
}

const NO_FILE: &str = "No configuration file is read, because WL_CONFIG is empty.";

/// A value of which nothing is known yet but the default.
fn default(name: &'static str) -> ValueView {
    ValueView {
        name,
        value: None,
        masked: false,
        source: "default",
        from: None,
    }
}

fn given(name: &'static str, given: &Given) -> ValueView {
    let (source, from) = match &given.source {
        Source::Flag(_) => ("flag", given.source.to_string()),
        Source::Variable(_) => ("variable", given.source.to_string()),
        Source::File { profile: None, .. } => ("file", given.source.to_string()),
        Source::File {
            profile: Some(profile),
            ..
        } => ("profile", format!("{}, profile {profile}", given.source)),
    };
    ValueView {
        value: Some(given.value.clone()),
        source,
        from: Some(from),
        ..default(name)
    }
}

fn database(config: &Config) -> ValueView {
    match config.url() {
        Some(url) => {
            let public = without_secrets(&url.value);
            ValueView {
                value: Some(public.conninfo),
                masked: public.had_secrets,
                ..given(URL, url)
            }
        }
        None if config.home_selects() => ValueView {
            source: "variable",
            from: Some("WL_HOME".to_owned()),
            ..default(URL)
        },
        None => default(URL),
    }
}

fn user(config: &Config) -> Result<ValueView> {
    let name = "user";
    if let Some(user) = config.login() {
        return Ok(given(name, user));
    }
    let url = config.url();
    if let Some((url, login)) = url.and_then(|url| Some((url, uri::login(&url.value)?))) {
        return Ok(ValueView {
            value: Some(login),
            source: "url",
            ..given(name, url)
        });
    }
    // PGUSER, a service file
    let by_libpq = url.and_then(|url| {
        let settings = Settings::of(&url.value, &ambient());
        settings.value("user").map(str::to_owned)
    });
    Ok(match by_libpq {
        Some(login) => ValueView {
            value: Some(login),
            source: "libpq",
            ..default(name)
        },
        None => ValueView {
            value: Some(system_user()?),
            ..default(name)
        },
    })
}

fn home(config: &Config) -> Result<ValueView> {
    let home = config::local()?.home().display().to_string();
    let view = ValueView {
        value: Some(home),
        ..default("home")
    };
    Ok(match config.home_selects() {
        true => ValueView {
            source: "variable",
            from: Some("WL_HOME".to_owned()),
            ..view
        },
        false => view,
    })
}

fn path(app: &App) -> Result<()> {
    let path = config::path();
    let exists = path.as_ref().is_some_and(|path| path.exists());
    if !app.is_table() {
        return app.one(&PathView { path, exists });
    }
    match path {
        Some(path) => app.text(&format!("{}\n", path.display())),
        None => {
            app.say(NO_FILE);
            Ok(())
        }
    }
}

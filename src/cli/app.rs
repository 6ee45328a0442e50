//! What every command needs: the global options, the connection, the output.

use std::cell::{Cell, OnceCell};
use std::io::Write;
use std::time::Duration;

use chrono_tz::Tz;
use clap::Args;
use serde::Serialize;

use super::config::{self, Config, Flags};
use super::interrupt::{self, Writing};
use super::message::Messages;
use super::output::{self, Format};
use super::pager;
use super::progress::Progress;
use super::prompt;
use super::row::Row;
use super::stdout::stdout;
use super::style::{Color, Style};
use crate::db::connect::{Session, Target};
use crate::db::local::SUPERUSER;
use crate::db::tell::Tell;
use crate::db::watch::{self, Watched};
use crate::error::{Error, ErrorKind, Holder, Result, Saved};
use crate::ledger::{self, CommitLost, Operation, Settings, Tx};
use crate::stderr::Stderr;
use crate::text;

/// Options that every command takes.
#[derive(Debug, Args)]
pub struct Global {
    /// Database to use, before DATABASE_URL and files [default: the private database]
    #[arg(long, global = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// Login to connect with, before WL_USER and files [default: the URL's, or your system user]
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub login: Option<String>,
    /// Section [profile.NAME] of the configuration files that names database and login
    #[arg(long, global = true, value_name = "NAME")]
    pub profile: Option<String>,
    /// Output format
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        value_name = "FORMAT"
    )]
    pub format: Format,
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
    /// Print long lists directly, without a pager
    #[arg(long, global = true, hide_short_help = true)]
    pub no_pager: bool,
    /// Print only results, warnings and errors
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Print the causes of an error; -vv also prints each SQL statement and its duration
    ///
    /// Values bound to a statement are not printed. WL_LOG=debug in the environment
    /// prints the same lines as -vv. --format json takes -v but not -vv.
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub verbose: u8,
    /// ID of this operation; repeated with the same ID, the work is done only once
    ///
    /// An ID belongs to one command with its arguments, as they were typed: another
    /// command under the same ID is refused.
    #[arg(long, global = true, value_name = "ID", hide_short_help = true)]
    pub op_id: Option<String>,
    /// The command and its arguments, for which the ID stands.
    #[arg(skip)]
    pub request: String,
}

pub struct App {
    pub global: Global,
    pub style: Style,
    config: OnceCell<Config>,
    messages: Messages,
    operation: Operation,
    /// The login that the last transaction worked as; known once connected.
    actor: String,
    /// A change was committed; an error in the output does not undo it.
    saved: bool,
    any_zone: bool,
}

impl App {
    pub fn new(global: Global) -> Self {
        let operation = match &global.op_id {
            Some(id) => Operation {
                id: text::composed(id),
                given: true,
                request: Some(global.request.clone()),
            },
            None => Operation::new(),
        };
        Self {
            style: Style::detect(global.color),
            messages: Messages::new(global.format, global.quiet, global.color),
            global,
            config: OnceCell::new(),
            operation,
            actor: String::new(),
            saved: false,
            any_zone: false,
        }
    }

    /// What flags, environment and files say; the files are read once, and only if a command
    /// needs them.
    pub fn config(&self) -> Result<&Config> {
        if let Some(config) = self.config.get() {
            return Ok(config);
        }
        let config = Config::load(Flags {
            database_url: self.global.database_url.as_deref(),
            login: self.global.login.as_deref(),
            profile: self.global.profile.as_deref(),
        })?;
        Ok(self.config.get_or_init(|| config))
    }

    /// Whether no server is configured.
    pub fn is_private(&self) -> Result<bool> {
        Ok(self.config()?.url().is_none())
    }

    /// The person at the keyboard, even if the URL names another login.
    pub fn login(&self) -> Result<String> {
        match self.config()?.user() {
            Some(user) => Ok(user.value.clone()),
            None => system_user(),
        }
    }

    pub fn target(&self) -> Result<Target> {
        Ok(self.config()?.target()?.telling(self.tell()))
    }

    /// The target with its owner's login: on the private database the superuser,
    /// elsewhere the login of the URL.
    pub fn owner_target(&self) -> Result<Target> {
        self.refuse_as()?;
        Ok(self.config()?.owner_target()?.telling(self.tell()))
    }

    /// The owner's login is not chosen with `--as`, which must not be ignored in silence.
    fn refuse_as(&self) -> Result<()> {
        match self.global.login.as_deref().filter(|login| !login.is_empty()) {
            None => Ok(()),
            Some(_) => Err(Error::usage(
                "--as has no effect here: this command works with the login of the database's owner",
            )
            .hint("leave it out; the owner's login is in the URL (postgresql://LOGIN@host/database), and on the private database it needs no name; wl init takes the first admin from --admin")),
        }
    }

    /// The private database with its owner's login, whatever the configuration names.
    pub fn private_target(&self) -> Result<Target> {
        self.refuse_as()?;
        self.private_owner()
    }

    /// The same for a part of a command that itself works with another login.
    pub fn private_owner(&self) -> Result<Target> {
        let target = Target::private(config::local()?, SUPERUSER.to_owned());
        Ok(target.telling(self.tell()))
    }

    /// Says why a command waits.
    fn tell(&self) -> Tell {
        let messages = self.messages;
        Tell::new(move |sentence| messages.say(sentence))
    }

    /// Lets the command run in a zone that this program does not know: it reads no times,
    /// and shows them in UTC.
    pub fn in_any_zone(&mut self) {
        self.any_zone = true;
    }

    /// The time zone for input and output, which the settings name.
    pub fn zone(&self, settings: &Settings) -> Result<Tz> {
        match settings.time_zone() {
            Err(error) if self.any_zone => {
                let hint = error.hint.as_deref().unwrap_or_default();
                self.warn(format!("{}; times are in UTC; {hint}", error.message));
                Ok(Tz::UTC)
            }
            zone => zone,
        }
    }

    /// Runs one transaction that changes data. If the connection breaks at the
    /// commit, the audit trail shows whether it was saved.
    pub fn write<R>(&mut self, work: impl FnOnce(&mut Tx<'_>, Tz) -> Result<R>) -> Result<R> {
        let operation = self.operation.clone();
        self.write_as(&operation, work).inspect_err(|error| {
            if error.kind == ErrorKind::DoneBefore {
                self.say(format!("Nothing to do: {}.", error.message));
                self.say(error.hint.as_deref().unwrap_or_default());
            }
        })
    }

    /// The same under this operation ID; [`ErrorKind::DoneBefore`] if there is such an
    /// operation of this person.
    pub fn write_once<R>(
        &mut self,
        id: String,
        work: impl FnOnce(&mut Tx<'_>, Tz) -> Result<R>,
    ) -> Result<R> {
        let operation = Operation {
            id,
            given: true,
            request: None,
        };
        self.write_as(&operation, work)
    }

    /// Does the same and takes it back: what `work` returns is what would happen.
    pub fn rehearse<R>(&mut self, work: impl FnOnce(&mut Tx<'_>, Tz) -> Result<R>) -> Result<R> {
        let mut rehearsed = None;
        let taken_back = self.write_as(&Operation::new(), |tx, zone| {
            rehearsed = Some((work(tx, zone)?, zone, tx.actor.login.clone()));
            Err::<(), _>(Error::new(
                ErrorKind::DryRun,
                "nothing is saved in a dry run",
            ))
        });
        match (taken_back, rehearsed) {
            (Err(error), Some((result, zone, actor))) if error.kind == ErrorKind::DryRun => {
                self.style.zone = zone;
                self.actor = actor;
                Ok(result)
            }
            (Err(error), _) => Err(error),
            (Ok(()), _) => Err(Error::bug("a rehearsal was saved")),
        }
    }

    /// The same under an operation ID of its own: the command's may have done its work
    /// already, and what comes after that is to be done nevertheless.
    pub fn write_apart<R>(&mut self, work: impl FnOnce(&mut Tx<'_>, Tz) -> Result<R>) -> Result<R> {
        self.write_as(&Operation::new(), work)
    }

    /// A connection that never waits for ever. Whoever waits for others' locks is told for
    /// whom.
    pub fn watched(&self, target: &Target) -> Result<Watched> {
        self.watched_for(target, watch::LOCKS)
    }

    fn watched_for(&self, target: &Target, limit: Duration) -> Result<Watched> {
        let messages = self.messages;
        Watched::connect(target, limit, move |holders| {
            messages.say(&waiting(holders));
        })
    }

    /// The same with the owner's login, for changes of the schema.
    pub fn owner_connection(&self) -> Result<Watched> {
        let mut conn = self.watched_for(&self.owner_target()?, watch::SCHEMA_LOCKS)?;
        conn.identify().map_err(|error| conn.explain(error))?;
        Ok(conn)
    }

    fn write_as<R>(
        &mut self,
        operation: &Operation,
        work: impl FnOnce(&mut Tx<'_>, Tz) -> Result<R>,
    ) -> Result<R> {
        let target = self.target()?;
        let mut conn = self.watched(&target)?;
        let mut zone = Tz::UTC;
        let mut actor = String::new();
        let look = format!(
            "wl audit log --operation {}",
            text::shell_word(&operation.id)
        );
        let writing = Writing::begin(self.messages, look);
        let outcome = ledger::write(&mut conn, operation, |tx| {
            zone = self.zone(&tx.settings)?;
            actor.clone_from(&tx.actor.login);
            let result = work(tx, zone)?;
            writing.commits();
            Ok(result)
        })?;
        self.style.zone = zone;
        self.actor = actor;
        let result = match outcome {
            Ok(result) => result,
            Err(CommitLost(result)) => {
                let process = conn.server_process();
                self.resolve_lost_commit(&target, operation, process, result)?
            }
        };
        self.saved = true;
        writing.saved();
        Ok(result)
    }

    /// Sets up a database or changes its schema, and reports the outcome at a signal and
    /// after a commit whose answer is lost. `work` calls its argument right before the first
    /// commit.
    pub fn set_up<R>(&self, work: impl FnOnce(&dyn Fn()) -> Result<R>) -> Result<R> {
        const LOOK: &str = "wl migrate status";
        let writing = Writing::begin(self.messages, LOOK.to_owned());
        let commits = Cell::new(false);
        let result = work(&|| {
            commits.set(true);
            writing.commits();
        });
        match result {
            Ok(result) => {
                writing.saved();
                Ok(result)
            }
            Err(error) if commits.get() && error.kind == ErrorKind::ConnectionLost => {
                Err(Error::new(
                    ErrorKind::OutcomeUnknown,
                    "the connection broke during the commit",
                )
                .saved(Saved::Unknown)
                .hint(format!("see what was saved with: {LOOK}"))
                .cause(error))
            }
            Err(error) => Err(error),
        }
    }

    /// The last change turned out to be none.
    pub fn nothing_is_saved(&mut self) {
        self.saved = false;
        interrupt::nothing_is_saved();
    }

    /// Marks an error in the output with what was saved.
    fn shown(&self, result: Result<()>) -> Result<()> {
        result.map_err(|error| match self.saved {
            true => error.saved(Saved::Everything),
            false => error,
        })
    }

    fn resolve_lost_commit<R>(
        &self,
        target: &Target,
        operation: &Operation,
        server_process: i32,
        result: R,
    ) -> Result<R> {
        match self
            .watched(&target.with_short_timeout())
            .and_then(|mut conn| ledger::was_done(&mut conn, operation, server_process))
        {
            Ok(true) => Ok(result),
            Ok(false) => Err(Error::new(
                ErrorKind::ConnectionLost,
                "the connection broke during the commit",
            )
            .hint("the audit trail shows that nothing was saved; try again")),
            Err(_) => Err(Error::new(
                ErrorKind::OutcomeUnknown,
                "the connection broke during the commit, and the server can't be reached to check the outcome",
            )
            .saved(Saved::Unknown)
            .hint(format!(
                "when it can be reached again: wl audit log --operation {}; no record means that nothing was saved",
                text::shell_word(&operation.id)
            ))),
        }
    }

    /// One snapshot to read from.
    pub fn read<R>(&mut self, work: impl FnOnce(&mut Tx<'_>, Tz) -> Result<R>) -> Result<R> {
        let mut conn = self.watched(&self.target()?)?;
        let mut zone = Tz::UTC;
        let result = self
            .read_on(&mut conn, |tx, read_zone| {
                zone = read_zone;
                work(tx, read_zone)
            })
            .map_err(|error| conn.explain(error))?;
        self.style.zone = zone;
        Ok(result)
    }

    fn read_on<R>(
        &self,
        conn: &mut Session,
        work: impl FnOnce(&mut Tx<'_>, Tz) -> Result<R>,
    ) -> Result<R> {
        ledger::read(conn, |tx| {
            let zone = self.zone(&tx.settings)?;
            work(tx, zone)
        })
    }

    /// A sentence for a person; nothing with `-q` or JSON.
    pub fn say(&self, sentence: impl AsRef<str>) {
        self.messages.say(sentence.as_ref());
    }

    /// A line cut to the width of the terminal (80 columns without one) that shows what is
    /// said; a cut shows as `…`.
    pub fn fit(&self, line: &str) -> String {
        text::fit(line, self.messages.columns())
    }

    /// The same, with an end that is never cut.
    pub fn fit_before(&self, line: &str, end: &str) -> String {
        let width = self.messages.columns();
        text::fit(line, width.saturating_sub(text::columns(end))) + end
    }

    /// The login that the last write worked as.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// Shows the progress of a long command to a waiting person.
    pub fn progress(&self, unit: &str) -> Progress {
        Progress::new(self.messages.is_silent() || self.global.verbose > 1, unit)
    }

    /// A warning; also with `-q`.
    pub fn warn(&self, sentence: impl AsRef<str>) {
        self.messages.warn(sentence.as_ref());
    }

    /// Rows as the format asks; an empty table says so on standard error.
    pub fn rows<T: Row>(&self, rows: &[T], none: &str) -> Result<()> {
        if rows.is_empty() && self.global.format == Format::Table {
            self.say(none);
        }
        if self.is_table() {
            return self.page(&output::table(rows, &self.style)?);
        }
        self.shown(output::rows(
            &mut stdout(),
            self.global.format,
            rows,
            &self.style,
        ))
    }

    /// A list for people: through the pager if it is longer than the screen.
    pub fn page(&self, text: &str) -> Result<()> {
        let lines = text.lines().count();
        let is_long = self.style.terminal
            && self
                .style
                .height
                .is_some_and(|height| lines >= usize::from(height));
        match is_long && !self.global.no_pager && pager::show(text) {
            true => Ok(()),
            false => self.text(text),
        }
    }

    /// Whether a person can answer a question: never with JSON, which has standard error
    /// for itself.
    pub fn can_ask(&self) -> bool {
        !self.is_json() && prompt::can_ask()
    }

    /// The ID of what a command created: with `-q` it is all that standard output gets.
    pub fn created(&self, id: impl std::fmt::Display) -> Result<()> {
        match self.global.quiet && self.is_table() {
            true => self.text(&format!("{id}\n")),
            false => Ok(()),
        }
    }

    /// The list that a question is about: a table in every format. It is beside the
    /// document that standard output is for, and where the person looks.
    pub fn preview<T: Row>(&self, rows: &[T]) -> Result<()> {
        output::rows(&mut self.beside(), Format::Table, rows, &self.style)
    }

    /// The same of a text.
    pub fn preview_text(&self, text: &str) -> Result<()> {
        output::write_text(&mut self.beside(), text)
    }

    fn beside(&self) -> Box<dyn Write> {
        match self.is_table() {
            true if self.style.terminal => Box::new(stdout()),
            _ => Box::new(Stderr),
        }
    }

    /// One row as the format asks.
    pub fn one<T: Row>(&self, row: &T) -> Result<()> {
        self.shown(output::one(
            &mut stdout(),
            self.global.format,
            row,
            &self.style,
        ))
    }

    /// A table with columns that are known only now.
    pub fn grid(&self, header: &[String], lines: &[Vec<String>]) -> Result<()> {
        self.shown(output::grid(&mut stdout(), header, lines, &self.style))
    }

    /// An empty line between two tables.
    pub fn gap(&self) -> Result<()> {
        match self.global.format {
            Format::Table => writeln!(stdout()).map_err(output::write_error),
            _ => Ok(()),
        }
    }

    /// A JSON document of any shape.
    pub fn json<T: Serialize>(&self, value: &T) -> Result<()> {
        self.shown(output::document(&mut stdout(), value))
    }

    /// A text as it is: a page, metrics.
    pub fn text(&self, text: &str) -> Result<()> {
        self.shown(output::write_text(&mut stdout(), text))
    }

    pub fn is_json(&self) -> bool {
        self.global.format == Format::Json
    }

    /// The width of the terminal in columns, if there is one.
    pub fn width(&self) -> Option<u16> {
        self.style.width
    }

    pub fn is_table(&self) -> bool {
        self.global.format == Format::Table
    }
}

/// Such as `Waiting for ada (server process 4711) …`.
fn waiting(holders: &[Holder]) -> String {
    let (whose, has) = match holders {
        [_] => ("open transaction", "has"),
        _ => ("open transactions", "have"),
    };
    let names: Vec<&str> = holders.iter().map(|holder| &*holder.name).collect();
    format!(
        "Waiting for {}, whose {whose} {has} locked what this command needs; Ctrl-C gives up.",
        names.join(", ")
    )
}

/// The name of the user who runs this process.
pub fn system_user() -> Result<String> {
    match nix::unistd::User::from_uid(nix::unistd::geteuid()) {
        Ok(Some(user)) => Ok(user.name),
        _ => {
            Err(Error::config("your system user has no name")
                .hint("give your login with --as NAME"))
        }
    }
}

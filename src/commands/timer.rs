//! `wl start`, `stop`, `status`, `cancel` and `note`, and the same as `wl timer`.

mod start;
mod status;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::complete;
use super::echo::{self, Subject};
use crate::cli::app::App;
use crate::domain::timer::{self, Timer};
use crate::error::{Error, Result};
use crate::hours;
use crate::rows::{self, EntryRow};
use crate::text;
use crate::time::{self, When};

pub use self::start::Start;
pub use self::status::Status;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a timer; a running one stops at the same instant
    Start(Start),
    /// Stop the running timer
    Stop(Stop),
    /// Show the running timer
    Status(Status),
    /// Remove the running timer; the one that it had stopped goes on
    Cancel,
}

#[derive(Debug, Args)]
pub struct Stop {
    /// End time, such as 14:30 or "20m ago"
    #[arg(long, value_name = "TIME")]
    at: Option<When>,
    /// What you did; added after the note from the start
    #[arg(short, long, value_name = "TEXT")]
    note: Option<String>,
    /// Stop this user's timer, as an admin
    #[arg(long, value_name = "NAME", add = complete::users())]
    user: Option<String>,
    /// Reason; required for another user's timer
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct Note {
    /// What you are doing; added after the note so far
    #[arg(value_name = "TEXT", required = true)]
    text: Vec<String>,
}

pub fn run(app: &mut App, command: Option<Command>) -> Result<()> {
    let command = command.unwrap_or(Command::Status(Status::default()));
    let typed = match &command {
        Command::Start(args) => args.at.is_some(),
        Command::Stop(args) => args.at.is_some(),
        Command::Status(_) | Command::Cancel => false,
    };
    if !typed {
        app.in_any_zone();
    }
    match command {
        Command::Start(args) => start::run(app, &args),
        Command::Stop(args) => stop(app, &args),
        Command::Status(args) => status::run(app, &args),
        Command::Cancel => cancel(app),
    }
}

fn stop(app: &mut App, args: &Stop) -> Result<()> {
    let wants_rows = !app.is_table();
    let (stopped, limit, view) = app.write(|tx, zone| {
        let stop = timer::Stop {
            user: args.user.as_deref(),
            note: args.note.as_deref(),
            at: args.at.as_ref(),
            reason: args.reason.as_deref(),
        };
        let stopped = timer::stop(tx, &stop, zone)?;
        let view = wants_rows.then(|| rows::view(tx, stopped.id)).transpose()?;
        Ok((stopped, tx.settings.stale_after, view))
    })?;
    say_stopped(app, &stopped, limit);
    match view {
        Some(view) => app.one(&view),
        None => Ok(()),
    }
}

/// What a stop says, and a start that stops another timer.
fn say_stopped(app: &App, stopped: &Timer, limit: i64) {
    echo::wrote(app, "Stopped", stopped);
    echo::warn_if_long(app, stopped, limit);
}

impl<'a> From<&'a Timer> for Subject<'a> {
    fn from(timer: &'a Timer) -> Self {
        Self {
            id: timer.id,
            work_order: &timer.work_order,
            line_item: timer.line_item,
            line_description: &timer.line_description,
            title: &timer.title,
            user: &timer.user,
            start: timer.start_ts,
            end: timer.end_ts,
            seconds: timer.duration_seconds,
            note: timer.note.as_deref(),
        }
    }
}

/// The line item with its names, below a sentence.
fn say_place(app: &App, timer: &Timer) {
    let names = format!("{} · {}", timer.line_description, timer.title);
    echo::detail(app, &format!("{} {names}", timer.line()));
}

#[derive(Serialize)]
struct CancelledView {
    cancelled: EntryRow,
    started: Option<EntryRow>,
}

fn cancel(app: &mut App) -> Result<()> {
    let wants_rows = !app.is_table();
    let (outcome, now, limit, view) = app.write(|tx, zone| {
        let outcome = timer::cancel(tx, zone)?;
        let view = match wants_rows {
            true => Some(CancelledView {
                cancelled: rows::removed_view(tx, outcome.timer.id)?,
                started: outcome
                    .restarted
                    .as_ref()
                    .map(|timer| rows::view(tx, timer.id))
                    .transpose()?,
            }),
            false => None,
        };
        Ok((outcome, tx.now, tx.settings.stale_after, view))
    })?;
    let ran = match outcome.timer.duration_seconds.unwrap_or(0) {
        ..60 => "under a minute".to_owned(),
        seconds @ 60..3600 => format!("{} min", seconds / 60),
        seconds => format!("{} h", hours::minutes(seconds)),
    };
    let cancelled = format!("Cancelled {} ({ran}).", outcome.timer.line());
    match &outcome.restarted {
        None => {
            app.say(cancelled);
            say_place(app, &outcome.timer);
        }
        Some(timer) => {
            let since = time::show_since(timer.start_ts, now, app.style.zone);
            let line = timer.line();
            app.say(format!("{cancelled} {line} running since {since}."));
            say_place(app, timer);
            if (now - timer.start_ts).num_seconds() > limit {
                app.warn(format!(
                    "entry {} has been running longer than {}; if that is wrong, stop it with: wl stop --at TIME",
                    timer.id,
                    time::show_duration(limit)
                ));
            }
            app.created(timer.id)?;
        }
    }
    if let Some(refused) = &outcome.refused {
        app.warn(format!("no timer goes on: {}", refused.message));
    }
    match view {
        None => Ok(()),
        Some(view) if app.is_json() => app.json(&view),
        Some(view) => {
            let both: Vec<EntryRow> = [view.cancelled].into_iter().chain(view.started).collect();
            app.rows(&both, "")
        }
    }
}

pub fn note(app: &mut App, args: &Note) -> Result<()> {
    app.in_any_zone();
    let text = args.text.join(" ");
    let Some(text) = text::filled(Some(&text)) else {
        return Err(Error::usage("the text of the note is missing")
            .hint("write what you are doing: wl note TEXT"));
    };
    let wants_rows = !app.is_table();
    let (timer, view) = app.write(|tx, _| {
        let timer = timer::note(tx, text)?;
        let view = wants_rows.then(|| rows::view(tx, timer.id)).transpose()?;
        Ok((timer, view))
    })?;
    say_note(app, &timer);
    match view {
        Some(view) => app.one(&view),
        None => Ok(()),
    }
}

fn say_note(app: &App, timer: &Timer) {
    echo::wrote(app, "Changed", timer);
    let note = timer.note.as_deref().unwrap_or_default();
    echo::detail(app, &format!("note: \"{note}\""));
}

//! `wl start`: also the question when a forgotten timer ended.

use chrono::{DateTime, TimeDelta, Utc};
use clap::Args;
use serde::Serialize;

use super::{say_note, say_place, say_stopped};
use crate::cli::app::App;
use crate::cli::prompt;
use crate::commands::{choose, complete, echo};
use crate::domain::timer::{self, Forgotten, Outcome, Timer};
use crate::domain::what::What;
use crate::error::{Error, ErrorKind, Result};
use crate::rows::{self, EntryRow};
use crate::text;
use crate::time::{self, When};

#[derive(Debug, Args)]
pub struct Start {
    /// Line item such as WO-1042/2, an order with one open line item, the end of its number,
    /// words of its number, title, customer or text, or - for your last one
    #[arg(value_name = "WHAT", add = complete::lines())]
    what: Vec<String>,
    /// What you are doing
    #[arg(short, long, value_name = "TEXT")]
    note: Option<String>,
    /// Start time, such as 14:30, "yesterday 16:00", "20m ago" or 2026-03-01T14:30:00Z
    #[arg(long, value_name = "TIME")]
    pub(super) at: Option<When>,
    /// Refuse if another timer is running, instead of stopping it
    #[arg(long)]
    no_switch: bool,
}

#[derive(Serialize)]
struct StartedView {
    started: EntryRow,
    stopped: Option<EntryRow>,
    already_running: bool,
}

/// One transaction of a start: what it came to, at which time, with which limit for a
/// forgotten timer, and the rows for programs.
struct Attempt {
    outcome: Outcome,
    now: DateTime<Utc>,
    limit: i64,
    view: Option<StartedView>,
}

pub fn run(app: &mut App, args: &Start) -> Result<()> {
    let missing = || {
        Error::usage("no line item was named, and there is no terminal to pick one at").hint(
            "name one: wl start ORDER/LINE, words of its names, or - for your last one; \
             your own time is in: wl entry list",
        )
    };
    let declined = "Nothing was started.";
    choose::with_line(app, What::of(&args.what), missing, declined, |app, what| {
        let forgotten = match app.can_ask() {
            true => Forgotten::Ask,
            false => Forgotten::Stop,
        };
        let attempt = attempt(app, args, what, forgotten)?;
        match &attempt.outcome {
            Outcome::Stale(timer, what) => ask_end(app, args, what, timer, attempt.now),
            _ => report(app, args, attempt),
        }
    })
}

fn attempt(app: &mut App, args: &Start, what: &What, forgotten: Forgotten<'_>) -> Result<Attempt> {
    let wants_rows = !app.is_table();
    app.write(|tx, zone| {
        let start = timer::Start {
            what,
            note: args.note.as_deref(),
            at: args.at.as_ref(),
            no_switch: args.no_switch,
            forgotten,
        };
        let outcome = timer::start(tx, &start, zone)?;
        let view = match &outcome {
            Outcome::Started { timer, stopped, .. } if wants_rows => Some(StartedView {
                started: rows::view(tx, timer.id)?,
                stopped: stopped
                    .as_ref()
                    .map(|timer| rows::view(tx, timer.id))
                    .transpose()?,
                already_running: false,
            }),
            Outcome::Running(timer) if wants_rows => Some(StartedView {
                started: rows::view(tx, timer.id)?,
                stopped: None,
                already_running: true,
            }),
            _ => None,
        };
        Ok(Attempt {
            outcome,
            now: tx.now,
            limit: tx.settings.stale_after,
            view,
        })
    })
}

/// Asks when the work on a forgotten timer ended, until the answer is possible.
fn ask_end(
    app: &mut App,
    args: &Start,
    what: &What,
    timer: &Timer,
    now: DateTime<Utc>,
) -> Result<()> {
    app.nothing_is_saved();
    let since = time::show_since(timer.start_ts, now, app.style.zone);
    let question = format!(
        "{} has been running since {since}. When did it end? \
         [time, length or now; empty: leave it running]",
        timer.line()
    );
    loop {
        let answer = prompt::line(&question)?;
        if answer.is_empty() {
            app.say(format!(
                "Nothing was started; {} keeps running.",
                timer.line()
            ));
            return Ok(());
        }
        let ended = end(&answer, timer)
            .and_then(|at| attempt(app, args, what, Forgotten::Ended { timer, at: &at }));
        match ended {
            Ok(attempt) => return report(app, args, attempt),
            Err(error) if is_impossible(error.kind) => app.warn(error.message),
            Err(error) => return Err(error),
        }
    }
}

/// A time, or how long the work took.
fn end(answer: &str, timer: &Timer) -> Result<When> {
    answer.parse().or_else(|not_a_time: Error| {
        let length = time::parse_duration(answer).ok();
        let length = length.and_then(TimeDelta::try_seconds);
        let end = length.and_then(|length| timer.start_ts.checked_add_signed(length));
        end.map(When::exact).ok_or(not_a_time)
    })
}

/// What another answer may cure.
fn is_impossible(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::BadTime
            | ErrorKind::AmbiguousTime
            | ErrorKind::SkippedTime
            | ErrorKind::FutureTime
            | ErrorKind::TimeEntriesEndCheck
            | ErrorKind::TimeEntriesNoOverlap
            | ErrorKind::TimeEntriesRangeCheck
    )
}

fn report(app: &App, args: &Start, attempt: Attempt) -> Result<()> {
    let zone = app.style.zone;
    match &attempt.outcome {
        Outcome::Started {
            timer,
            stopped,
            snaps,
        } => {
            if let Some(stopped) = stopped {
                say_stopped(app, stopped, attempt.limit);
            }
            echo::made(app, "Started", timer);
            echo::snaps(app, snaps);
            app.created(timer.id)?;
        }
        Outcome::Running(timer) => {
            let since = time::show_since(timer.start_ts, attempt.now, zone);
            app.say(format!(
                "{} has been running since {since} (entry {}).",
                timer.line(),
                timer.id
            ));
            match text::filled(args.note.as_deref()).is_some() {
                true => say_note(app, timer),
                false => say_place(app, timer),
            }
            if args.at.is_some() {
                app.say(format!(
                    "Its start stays; change it with: wl entry edit {} --start TIME",
                    timer.id
                ));
            }
        }
        Outcome::Stale(..) => {}
    }
    match attempt.view {
        None => Ok(()),
        Some(view) if app.is_json() => app.json(&view),
        Some(view) => {
            let both: Vec<EntryRow> = view.stopped.into_iter().chain([view.started]).collect();
            app.rows(&both, "")
        }
    }
}

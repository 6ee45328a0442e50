//! `wl undo`: takes back what a person did last to their own time.

use chrono::{DateTime, Utc};
use clap::Args;
use serde::Serialize;

use super::confirm::confirmed;
use super::day::job;
use super::echo::{self, Subject};
use crate::cli::app::App;
use crate::cli::prompt;
use crate::domain::undo::{self, Step, Undone};
use crate::error::{Error, ErrorKind, Result};
use crate::models::Action;
use crate::rows::EntryRow;
use crate::time;

/// How often `--yes` looks for the newest operation while others of the same person come
/// and go.
const TRIES: usize = 5;

#[derive(Debug, Args)]
pub struct Undo {
    /// Undo without asking for confirmation
    #[arg(short, long)]
    yes: bool,
}

/// The same for scripts.
#[derive(Serialize)]
struct UndoneView<'u> {
    /// The operation that was undone; `undo:` and this ID is the one that undid it.
    operation: &'u str,
    what: &'u str,
    at: DateTime<Utc>,
    steps: Vec<StepView<'u>>,
}

#[derive(Serialize)]
struct StepView<'u> {
    action: Action,
    entry: &'u EntryRow,
}

pub fn undo(app: &mut App, args: &Undo) -> Result<()> {
    if app.global.op_id.is_some() {
        return Err(Error::usage(
            "an undo has the ID of the operation that it takes back, so --op-id can't give it another one",
        )
        .hint("leave out --op-id"));
    }
    let done = confirmed(
        app,
        args.yes,
        || {
            prompt::unconfirmed("an undo changes your time").hint(
                "see what you did with: wl audit log --limit 5; then undo it with: wl undo --yes",
            )
        },
        |app| {
            let seen = app.rehearse(|tx, zone| undo::undo(tx, None, zone))?;
            let question = seen.as_ref().map(|seen| preview(app, seen));
            Ok((seen, question))
        },
        |app, seen| match seen {
            Some(Some(seen)) => settled(app, &seen.operation).map_err(not_newest),
            Some(None) => Ok(None),
            None => newest(app),
        },
    )?;
    match done {
        None => {
            app.say("Nothing was undone.");
            Ok(())
        }
        Some(None) => {
            app.say("There is nothing to undo.");
            match app.is_json() {
                true => app.json(&None::<UndoneView<'_>>),
                false => Ok(()),
            }
        }
        Some(Some(done)) => report(app, &done),
    }
}

/// What was undone, when, and the setting `stale_after`.
type Done = (Undone, DateTime<Utc>, i64);

/// Undoes exactly this operation, or nothing.
fn settled(app: &mut App, operation: &str) -> Result<Option<Done>> {
    app.write_once(undo::undoing(operation), |tx, zone| {
        let undone = undo::undo(tx, Some(operation), zone)?;
        Ok(undone.map(|undone| (undone, tx.now, tx.settings.stale_after)))
    })
}

/// To a person who confirmed this very undo, it matters that somebody else made it.
fn not_newest(error: Error) -> Error {
    match error.kind {
        ErrorKind::DoneBefore => Error::new(
            ErrorKind::UndoNotNewest,
            "that operation has been undone meanwhile",
        )
        .hint("look again with: wl undo"),
        _ => error,
    }
}

/// Undoes what is newest. Another undo at the same time may take it first.
fn newest(app: &mut App) -> Result<Option<Done>> {
    for _ in 0..TRIES {
        let Some(operation) = app.read(|tx, _| undo::newest(tx))? else {
            return Ok(None);
        };
        match settled(app, &operation) {
            Err(error)
                if [ErrorKind::DoneBefore, ErrorKind::UndoNotNewest].contains(&error.kind) => {}
            other => return other,
        }
    }
    Err(Error::new(
        ErrorKind::Busy,
        "your newest operation changes all the time",
    )
    .hint("try again"))
}

/// Says what the undo would do, and asks.
fn preview(app: &App, seen: &Undone) -> String {
    app.say(format!(
        "Your last operation, at {}: {}. To undo it:",
        time::show_day_clock(seen.at, app.style.zone),
        seen.what
    ));
    for step in &seen.steps {
        match step.before {
            Some(_) => show(app, step, verbs(step.action).0),
            // it gets its ID when it is made
            None => {
                let timer = &step.after;
                let since = time::show_day_clock(timer.start_ts, app.style.zone);
                app.say(format!("Start a timer at {since}"));
                echo::detail(
                    app,
                    &format!("{}/{} {}", timer.work_order, timer.line_item, job(timer)),
                );
            }
        }
    }
    format!("Undo this {}?", seen.what)
}

/// What a step is going to do, and what it has done.
fn verbs(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::TimerStart => ("Start", "Started"),
        Action::EntryRemove => ("Remove", "Removed"),
        Action::EntryRestore => ("Restore", "Restored"),
        _ => ("Change", "Changed"),
    }
}

fn show(app: &App, step: &Step, verb: &str) {
    let entry = Subject {
        // an undo is about one's own time only
        user: app.actor(),
        ..Subject::from(&step.after)
    };
    match (&step.before, step.action) {
        (Some(before), Action::EntryEdit) => echo::changed(app, verb, before, &step.after),
        _ => echo::wrote(app, verb, entry),
    }
}

fn report(app: &App, (undone, now, stale_after): &Done) -> Result<()> {
    app.say(format!(
        "Undone your operation at {}: {}.",
        time::show_day_clock(undone.at, app.style.zone),
        undone.what
    ));
    for step in &undone.steps {
        show(app, step, verbs(step.action).1);
    }
    for step in undone.steps.iter().filter(|step| !step.after.removed) {
        echo::warn_if_long(app, &step.after, *stale_after);
        let running = (*now - step.after.start_ts).num_seconds();
        if step.after.end_ts.is_none() && running > *stale_after {
            app.warn(format!(
                "the timer on {}/{} has been running since {}; when the work has ended, stop it with: wl stop --at TIME",
                step.after.work_order,
                step.after.line_item,
                time::show_day_clock(step.after.start_ts, app.style.zone)
            ));
        }
    }
    let steps = undone.steps.iter();
    match app.is_table() {
        true => Ok(()),
        false if app.is_json() => app.json(&UndoneView {
            operation: &undone.operation,
            what: undone.what,
            at: undone.at,
            steps: steps
                .map(|step| StepView {
                    action: step.action,
                    entry: &step.after,
                })
                .collect(),
        }),
        false => {
            let rows: Vec<EntryRow> = steps.map(|step| step.after.clone()).collect();
            app.rows(&rows, "")
        }
    }
}

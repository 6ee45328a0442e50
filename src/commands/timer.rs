//! `wl timer`: starts, stops and shows the timer.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::complete;
use crate::cli::app::App;
use crate::cli::prompt;
use crate::cli::{Column, Row};
use crate::domain::{line, timer};
use crate::error::{ErrorKind, Result};
use crate::models::OrderOrLine;
use crate::rows::{self, EntryRow};
use crate::text;
use crate::time::{self, When};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a timer; a running one stops at the same instant
    Start(Start),
    /// Stop the running timer
    Stop(Stop),
    /// Show the running timer
    Status,
}

#[derive(Debug, Args)]
pub struct Start {
    /// Line item such as WO-1042/2, or an order that has only one open line item
    #[arg(value_name = "ORDER[/LINE]", add = complete::lines())]
    target: OrderOrLine,
    /// What you are doing
    #[arg(short, long, value_name = "TEXT")]
    note: Option<String>,
    /// Start time, such as 14:30, "yesterday 16:00", "20m ago" or 2026-03-01T14:30:00Z
    #[arg(long, value_name = "TIME")]
    at: Option<When>,
    /// Refuse if a timer is running, instead of stopping it
    #[arg(long)]
    no_switch: bool,
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

pub fn run(app: &mut App, command: Command) -> Result<()> {
    let typed = match &command {
        Command::Start(args) => args.at.is_some(),
        Command::Stop(args) => args.at.is_some(),
        Command::Status => false,
    };
    if !typed {
        app.in_any_zone();
    }
    match command {
        Command::Start(args) => start(app, args),
        Command::Stop(args) => stop(app, args),
        Command::Status => status(app),
    }
}

#[derive(Serialize)]
struct StartedView {
    started: EntryRow,
    stopped: Option<EntryRow>,
}

fn start(app: &mut App, mut args: Start) -> Result<()> {
    let outcome = match try_start(app, &args) {
        Err(error) if error.kind == ErrorKind::ChooseLine && app.can_ask() => {
            let Some(position) = choose_line(app, &args.target.order)? else {
                return Err(error);
            };
            args.target.position = Some(position);
            try_start(app, &args)
        }
        other => other,
    };
    let (started, view) = outcome?;
    let zone = app.style.zone;
    if let Some(stopped) = &started.stopped {
        app.say(stopped_sentence(stopped, "Stopped"));
    }
    app.say(format!(
        "Started {} at {} (entry {}).",
        started.timer.line,
        time::show(started.timer.start_ts, zone),
        started.timer.id
    ));
    show(app, view)
}

fn show(app: &App, view: Option<StartedView>) -> Result<()> {
    match view {
        None => Ok(()),
        Some(view) if app.is_json() => app.json(&view),
        Some(view) => {
            let both: Vec<EntryRow> = view.stopped.into_iter().chain([view.started]).collect();
            app.rows(&both, "")
        }
    }
}

fn try_start(app: &mut App, args: &Start) -> Result<(timer::Started, Option<StartedView>)> {
    let wants_rows = !app.is_table();
    app.write(|tx, zone| {
        let start = timer::Start {
            order: &args.target.order,
            position: args.target.position,
            note: args.note.as_deref(),
            at: args.at.as_ref(),
            no_switch: args.no_switch,
        };
        let started = timer::start(tx, &start, zone)?;
        let view = if wants_rows {
            Some(StartedView {
                started: rows::view(tx, started.timer.id)?,
                stopped: started
                    .stopped
                    .as_ref()
                    .map(|timer| rows::view(tx, timer.id))
                    .transpose()?,
            })
        } else {
            None
        };
        Ok((started, view))
    })
}

fn choose_line(app: &mut App, order: &str) -> Result<Option<i32>> {
    let lines = app.read(|tx, _| line::list(tx, order, false))?;
    let open: Vec<_> = lines
        .iter()
        .filter(|line| line.status.takes_time())
        .collect();
    let items: Vec<String> = open
        .iter()
        .map(|line| {
            format!(
                "{}/{}  {}",
                line.work_order,
                line.position,
                text::short(&line.description, 60)
            )
        })
        .collect();
    Ok(prompt::pick("Line item", &items)?
        .and_then(|index| open.get(index))
        .map(|line| line.position))
}

fn stop(app: &mut App, args: Stop) -> Result<()> {
    let wants_rows = !app.is_table();
    let (stopped, limit, view) = app.write(|tx, zone| {
        let stop = timer::Stop {
            user: args.user.as_deref(),
            note: args.note.as_deref(),
            at: args.at.as_ref(),
            reason: args.reason.as_deref(),
        };
        let stopped = timer::stop(tx, &stop, zone)?;
        let view = if wants_rows {
            Some(rows::view(tx, stopped.id)?)
        } else {
            None
        };
        Ok((stopped, tx.settings.stale_after, view))
    })?;
    app.say(stopped_sentence(&stopped, "Stopped"));
    if stopped.duration_seconds > Some(limit) {
        app.warn(format!(
            "entry {} is longer than {}: wl approve skips it without --accept-long; correct it with: wl entry edit {} --end TIME",
            stopped.id,
            time::show_duration(limit),
            stopped.id
        ));
    }
    match view {
        Some(view) => app.one(&view),
        None => Ok(()),
    }
}

fn stopped_sentence(timer: &timer::Timer, verb: &str) -> String {
    format!(
        "{verb} {} after {} (entry {}).",
        timer.line,
        crate::hours::clock(timer.duration_seconds.unwrap_or(0)),
        timer.id
    )
}

/// The running timer, as `wl timer status` shows it.
#[derive(Serialize)]
struct StatusView {
    running: bool,
    entry_id: Option<i64>,
    line: Option<String>,
    start_ts: Option<chrono::DateTime<chrono::Utc>>,
    elapsed_seconds: Option<i64>,
    note: Option<String>,
}

impl Row for StatusView {
    const FIELDS: &'static [&'static str] = &[
        "running",
        "entry_id",
        "line",
        "start_ts",
        "elapsed_seconds",
        "note",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::left("line", "Running"),
        Column::left("start_ts", "Since"),
        Column::right("elapsed_seconds", "Time"),
        Column::right("entry_id", "Entry"),
        Column::text("note", "Note"),
    ];

    fn cell(&self, field: &str, style: &crate::cli::Style) -> Option<String> {
        match field {
            "start_ts" => self.start_ts.map(|ts| time::show(ts, style.zone)),
            "elapsed_seconds" => self.elapsed_seconds.map(crate::hours::clock),
            _ => None,
        }
    }
}

fn status(app: &mut App) -> Result<()> {
    let status = timer_status(app)?;
    if app.is_table() && !status.running {
        app.say("No timer is running.");
        return Ok(());
    }
    if app.is_table() {
        return app.rows(&[status], "");
    }
    app.one(&status)
}

fn timer_status(app: &mut App) -> Result<StatusView> {
    let (settings, now, found) = timer::status(&mut app.target()?.connect()?)?;
    app.style.zone = app.zone(&settings)?;
    Ok(StatusView {
        running: found.entry_id.is_some(),
        entry_id: found.entry_id,
        line: found.line,
        elapsed_seconds: found
            .start_ts
            .map(|start| (now - start).num_seconds().max(0)),
        start_ts: found.start_ts,
        note: found.note,
    })
}

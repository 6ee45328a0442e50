//! `wl status`: the running timer, in full or in a few words for a prompt.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use clap::Args;
use serde::Serialize;

use crate::cli::app::App;
use crate::cli::{Column, Row};
use crate::db::connect::Target;
use crate::domain::timer;
use crate::error::Result;
use crate::{hours, time};

#[derive(Debug, Default, Args)]
pub struct Status {
    /// Print only the line item and the time, or nothing, for a shell's prompt
    ///
    /// It always exits with 0, never starts the private server, and prints nothing if the
    /// server does not answer within 300 ms.
    #[arg(long)]
    short: bool,
}

/// Leaves the process time to start and to end within 300 ms.
const PATIENCE: Duration = Duration::from_millis(270);

pub fn run(app: &mut App, args: &Status) -> Result<()> {
    match args.short {
        true => short(app),
        false => status(app),
    }
}

/// The running timer, as `wl status` shows it.
#[derive(Serialize)]
struct StatusView {
    running: bool,
    entry_id: Option<i64>,
    line: Option<String>,
    title: Option<String>,
    line_description: Option<String>,
    customer: Option<String>,
    start_ts: Option<chrono::DateTime<chrono::Utc>>,
    elapsed_seconds: Option<i64>,
    note: Option<String>,
}

impl Row for StatusView {
    const FIELDS: &'static [&'static str] = &[
        "running",
        "entry_id",
        "line",
        "title",
        "line_description",
        "customer",
        "start_ts",
        "elapsed_seconds",
        "note",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::text("line", "Running"),
        Column::text("title", "Order"),
        Column::text("customer", "Customer"),
        Column::left("start_ts", "Since"),
        Column::left("elapsed_seconds", "Time"),
        Column::left("entry_id", "Entry"),
        Column::text("note", "Note"),
    ];

    fn cell(&self, field: &str, style: &crate::cli::Style) -> Option<String> {
        match field {
            "line" => {
                let (line, text) = (self.line.as_ref()?, self.line_description.as_ref()?);
                Some(format!("{line} {text}"))
            }
            "start_ts" => self.start_ts.map(|ts| time::show_day_clock(ts, style.zone)),
            "elapsed_seconds" => self.elapsed_seconds.map(hours::minutes),
            _ => None,
        }
    }
}

fn status(app: &mut App) -> Result<()> {
    let mut conn = app.watched(&app.target()?)?;
    let (settings, now, found) = timer::status(&mut conn).map_err(|error| conn.explain(error))?;
    app.style.zone = app.zone(&settings)?;
    let running = found.running;
    let status = StatusView {
        running: running.entry_id.is_some(),
        entry_id: running.entry_id,
        line: running.line,
        title: running.order_title,
        line_description: running.line_description,
        customer: found.customer,
        elapsed_seconds: running
            .start_ts
            .map(|start| (now - start).num_seconds().max(0)),
        start_ts: running.start_ts,
        note: running.note,
    };
    if app.is_table() && !status.running {
        app.say("No timer is running.");
        return Ok(());
    }
    app.one(&status)
}

/// Whatever is wrong is left to the other commands. A server that is frozen keeps the
/// thread waiting; it ends with the process.
fn short(app: &App) -> Result<()> {
    let Ok(target) = app.target() else {
        return Ok(());
    };
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        // nobody waits any longer if it fails
        let _ = send.send(short_line(&target));
    });
    if let Ok(Some(line)) = receive.recv_timeout(PATIENCE) {
        // nor does anybody want to know that the prompt could not be written
        let _ = app.text(&line);
    }
    Ok(())
}

/// `WO-1042/1 1:25`
fn short_line(target: &Target) -> Option<String> {
    let (_, now, found) = timer::status(&mut target.try_connect().ok()?).ok()?;
    let start = found.running.start_ts?;
    let elapsed = hours::minutes((now - start).num_seconds().max(0));
    Some(format!("{} {elapsed}\n", found.running.line?))
}

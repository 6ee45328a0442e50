//! `wl line`: line items.

use clap::{Args, Subcommand};

use super::complete;
use crate::cli::app::App;
use crate::cli::{Column, Row};
use crate::domain::line::{self, LineView};
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::models::{LineRef, LineStatus};
use crate::text;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add a line item at the end of a work order
    Add(Add),
    /// List the line items of a work order
    List(List),
    /// Change a line item's description
    Edit(Edit),
    /// Change a line item's status
    Status(SetStatus),
    /// Hide a line item that has no time
    Remove(LineReason),
    /// Bring a removed line item back
    Restore(Removed),
}

#[derive(Debug, Args)]
pub struct Add {
    /// Work order
    #[arg(value_name = "ORDER", add = complete::orders())]
    order: String,
    /// Work to be done
    #[arg(short, long, value_name = "TEXT")]
    description: String,
}

#[derive(Debug, Args)]
pub struct List {
    /// Work order
    #[arg(value_name = "ORDER", add = complete::orders())]
    order: String,
    /// Also list removed line items
    #[arg(long)]
    removed: bool,
}

#[derive(Debug, Args)]
pub struct Edit {
    /// Line item, such as WO-1042/2
    #[arg(value_name = "ORDER/LINE", add = complete::all_lines())]
    line: LineRef,
    /// New description
    #[arg(short, long, value_name = "TEXT")]
    description: String,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct SetStatus {
    /// Line item, such as WO-1042/2
    #[arg(value_name = "ORDER/LINE", add = complete::all_lines())]
    line: LineRef,
    /// New status
    #[arg(value_enum, value_name = "STATUS")]
    status: LineStatus,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct LineReason {
    /// Line item, such as WO-1042/2
    #[arg(value_name = "ORDER/LINE", add = complete::all_lines())]
    line: LineRef,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct Removed {
    /// Line item, such as WO-1042/2
    #[arg(value_name = "ORDER/LINE", add = complete::removed_lines())]
    line: LineRef,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

impl Row for LineView {
    const FIELDS: &'static [&'static str] = &[
        "work_order",
        "title",
        "position",
        "description",
        "status",
        "entries",
        "open_entries",
        "duration_seconds",
        "hours",
        "removed",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::left("line", "Line item"),
        Column::text("description", "Description"),
        Column::left("status", "Status"),
        Column::right("entries", "Entries").spare(1),
        Column::right("open_entries", "Open"),
        Column::right("hours", "Hours"),
    ];

    fn cell(&self, field: &str, _style: &crate::cli::Style) -> Option<String> {
        match field {
            "line" => Some(format!("{}/{}", self.work_order, self.position)),
            "status" if self.removed => Some(format!("{} (removed)", self.status)),
            _ => None,
        }
    }
}

/// What an order without line items says.
pub fn none(order: &str) -> String {
    format!(
        "No line items yet. An admin adds them with: wl line add {} --description TEXT",
        text::shell_word(order)
    )
}

pub fn run(app: &mut App, command: Command) -> Result<()> {
    match command {
        Command::Add(args) => {
            let view = app.write(|tx, _| {
                let (order, position) = line::add(tx, &args.order, &args.description)?;
                view(
                    tx,
                    &LineRef {
                        order: order.number,
                        position,
                    },
                )
            })?;
            done(app, &format!("Added line item {}.", named(&view)), &view)?;
            app.created(format_args!("{}/{}", view.work_order, view.position))
        }
        Command::List(args) => {
            let lines = app.read(|tx, _| line::list(tx, &args.order, args.removed))?;
            let none = match args.removed {
                true => "No removed line items.".to_owned(),
                false => none(&args.order),
            };
            app.rows(&lines, &none)
        }
        Command::Edit(args) => change(app, &args.line, "description changed", |tx| {
            line::edit(tx, &args.line, &args.description, args.reason.as_deref())
        }),
        Command::Status(args) => change(app, &args.line, args.status.as_str(), |tx| {
            line::status(tx, &args.line, args.status, args.reason.as_deref())
        }),
        Command::Remove(args) => change(app, &args.line, "removed", |tx| {
            line::remove(tx, &args.line, args.reason.as_deref()).map(|()| true)
        }),
        Command::Restore(args) => change(app, &args.line, "restored", |tx| {
            line::restore(tx, &args.line, args.reason.as_deref()).map(|()| true)
        }),
    }
}

fn change(
    app: &mut App,
    wanted: &LineRef,
    what: &str,
    work: impl FnOnce(&mut Tx<'_>) -> Result<bool>,
) -> Result<()> {
    let (changed, view) = app.write(|tx, _| {
        let changed = work(tx)?;
        Ok((changed, view(tx, wanted)?))
    })?;
    let sentence = if changed {
        format!("Line item {}: {what}.", named(&view))
    } else {
        super::NOTHING_CHANGED.to_owned()
    };
    done(app, &sentence, &view)
}

fn view(tx: &mut Tx<'_>, wanted: &LineRef) -> Result<LineView> {
    let found = line::list(tx, &wanted.order, true)?
        .into_iter()
        .find(|line| line.position == wanted.position);
    found.ok_or_else(|| Error::bug(format!("line item {wanted} can't be read back")))
}

/// `WO-1042/1 (Check the compressor)`
fn named(line: &LineView) -> String {
    format!(
        "{}/{} ({})",
        line.work_order, line.position, line.description
    )
}

fn done(app: &App, sentence: &str, view: &LineView) -> Result<()> {
    app.say(sentence);
    if app.is_table() {
        Ok(())
    } else {
        app.one(view)
    }
}

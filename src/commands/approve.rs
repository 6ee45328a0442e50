//! `wl approve` and `wl unlock`.

use clap::Args;

use super::confirm::confirmed;
use super::entry::show_row;
use super::{complete, echo};
use crate::cli::app::App;
use crate::cli::prompt;
use crate::cli::{Column, Row, Style};
use crate::domain::approval::{self, Candidate, Plan, Selection};
use crate::domain::entry;
use crate::error::Result;
use crate::hours;
use crate::ledger::guards;
use crate::models::EntryRef;
use crate::rows;
use crate::{text, time};

#[derive(Debug, Args)]
pub struct Approve {
    /// Work orders to approve
    #[arg(value_name = "ORDER", add = complete::orders(), required_unless_present = "entries")]
    orders: Vec<String>,
    /// Approve this entry (ID, @ or @2); can be repeated
    #[arg(long = "entry", value_name = "ID", add = complete::entries())]
    entries: Vec<EntryRef>,
    /// Only this user's time
    #[arg(long, value_name = "NAME", add = complete::users())]
    user: Option<String>,
    /// Show what would be approved without changing anything
    #[arg(short = 'n', long)]
    dry_run: bool,
    /// Approve without asking for confirmation
    #[arg(short, long)]
    yes: bool,
    /// Also approve entries longer than the setting stale_after
    #[arg(long)]
    accept_long: bool,
}

#[derive(Debug, Args)]
pub struct Unlock {
    /// Entry ID; @ is your running or last entry, @2 the one before
    #[arg(value_name = "ENTRY", add = complete::entries())]
    entry: EntryRef,
    /// Reason for the correction
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

impl Row for Candidate {
    const FIELDS: &'static [&'static str] = &[
        "id",
        "work_order",
        "line_item",
        "user",
        "start_ts",
        "end_ts",
        "duration_seconds",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::right("id", "Entry"),
        Column::left("line", "Line item"),
        Column::left("user", "User"),
        Column::left("start_ts", "Start"),
        Column::left("end_ts", "End"),
        Column::right("duration_seconds", "Time"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            "line" => Some(format!("{}/{}", self.work_order, self.line_item)),
            "start_ts" => Some(time::show(self.start_ts, style.zone)),
            "end_ts" => self.end_ts.map(|ts| time::show(ts, style.zone)),
            "duration_seconds" => self.duration_seconds.map(hours::clock),
            _ => None,
        }
    }
}

pub fn approve(app: &mut App, args: Approve) -> Result<()> {
    let selection = Selection {
        orders: args.orders,
        entries: entry_ids(app, &args.entries)?,
        user: args.user,
        accept_long: args.accept_long,
    };
    if args.dry_run {
        let plan = app.read(|tx, _| approval::plan(tx, &selection, false))?;
        app.say(format!("Would approve {}.", summary(&plan)));
        return show(app, &plan);
    }
    let done = confirmed(
        app,
        args.yes,
        || {
            prompt::unconfirmed("approving locks time")
                .hint("check the list with --dry-run, then approve with --yes")
        },
        |app| {
            let plan = app.read(|tx, _| approval::plan(tx, &selection, false))?;
            if plan.approved.is_empty() {
                return Ok(None);
            }
            app.preview(&plan.approved)?;
            skipped(app, &plan)?;
            let question = format!("Approve {}?", summary(&plan));
            Ok(Some((plan, question)))
        },
        |app, plan| app.write(|tx, _| approval::approve(tx, &selection, plan)),
    )?;
    match done {
        Some(plan) => approved(app, &plan),
        None => {
            app.say("Nothing was approved.");
            Ok(())
        }
    }
}

fn summary(plan: &Plan) -> String {
    format!(
        "{}, {} h ({})",
        text::counted(plan.count, "entry", "entries"),
        plan.hours,
        hours::clock(plan.duration_seconds)
    )
}

fn approved(app: &App, plan: &Plan) -> Result<()> {
    if plan.approved.is_empty() {
        app.say("Nothing to approve.");
    } else {
        app.say(format!("Approved and locked {}.", summary(plan)));
    }
    if app.is_table() {
        skipped(app, plan)
    } else {
        show(app, plan)
    }
}

fn show(app: &App, plan: &Plan) -> Result<()> {
    if app.is_json() {
        return app.json(plan);
    }
    app.rows(&plan.approved, "Nothing to approve.")?;
    skipped(app, plan)
}

/// Names the entries that are left out, so that they are not taken for approved.
fn skipped(app: &App, plan: &Plan) -> Result<()> {
    for entry in &plan.skipped {
        app.warn(format!("skipped: {}", entry.sentence()));
    }
    Ok(())
}

/// The IDs of entries; only names such as `@` must be looked up.
fn entry_ids(app: &mut App, entries: &[EntryRef]) -> Result<Vec<i64>> {
    let known: Option<Vec<i64>> = entries
        .iter()
        .map(|entry| match entry {
            EntryRef::Id(id) => Some(*id),
            EntryRef::Recent(_) => None,
        })
        .collect();
    match known {
        Some(ids) => Ok(ids),
        None => app.read(|tx, _| {
            let ids = entries.iter().map(|entry| guards::entry_id(tx, *entry));
            ids.collect()
        }),
    }
}

pub fn unlock(app: &mut App, args: Unlock) -> Result<()> {
    let view = app.write(|tx, _| {
        let id = guards::entry_id(tx, args.entry)?;
        entry::unlock(tx, id, &args.reason)?;
        rows::view(tx, id)
    })?;
    echo::wrote(app, "Unlocked", &view);
    echo::detail(
        app,
        &format!("correct it with: wl entry edit {} --reason TEXT", view.id),
    );
    show_row(app, &view)
}

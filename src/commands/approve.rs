//! `wl approve` and `wl unlock`.

mod list;

use chrono_tz::Tz;
use clap::Args;

use super::confirm::confirmed;
use super::period::PeriodArgs;
use super::{complete, echo};
use crate::cli::app::App;
use crate::cli::prompt;
use crate::cli::{Column, Row};
use crate::domain::approval::{self, Candidate, Plan, Selection};
use crate::domain::entry;
use crate::error::{Error, Result};
use crate::hours;
use crate::ledger::{Tx, guards};
use crate::models::EntryRef;
use crate::rows;
use crate::text;

#[derive(Debug, Args)]
pub struct Approve {
    /// Approve the time on these work orders
    #[arg(value_name = "ORDER", add = complete::orders())]
    orders: Vec<String>,
    /// Approve this entry (ID, @ or @2), beside the orders; can be repeated
    #[arg(long = "entry", value_name = "ID", add = complete::finished_entries())]
    entries: Vec<EntryRef>,
    /// Only this user's time; can be repeated
    #[arg(long = "user", value_name = "NAME", add = complete::users())]
    users: Vec<String>,
    #[command(flatten)]
    period: PeriodArgs,
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
    #[arg(value_name = "ENTRY", required = true, help = super::entry::ID_HELP, add = complete::locked_entries())]
    entries: Vec<EntryRef>,
    /// Reason for the correction
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

/// For CSV: a person gets a list, a program the plan.
impl Row for Candidate {
    const FIELDS: &'static [&'static str] = &[
        "id",
        "work_order",
        "title",
        "line_item",
        "line_description",
        "user",
        "user_name",
        "start_ts",
        "end_ts",
        "duration_seconds",
        "note",
    ];
    const COLUMNS: &'static [Column] = &[];
}

pub fn approve(app: &mut App, args: Approve) -> Result<()> {
    let named = !args.orders.is_empty() || !args.users.is_empty() || !args.entries.is_empty();
    if !named && !args.period.is_given() {
        return Err(Error::usage("nothing says which time to approve")
            .hint("name work orders, entries with --entry ID, a person with --user NAME, or a period with -p PERIOD; see what there is with: wl review"));
    }
    let selection = Selection {
        orders: args.orders,
        entries: entry_ids(app, &args.entries)?,
        users: args.users,
        accept_long: args.accept_long,
        ..Selection::default()
    };
    // the period begins and ends where it did when the list was shown
    let period = &args.period;
    let at_this_moment = |tx: &Tx<'_>, zone: Tz| -> Result<Selection> {
        let days = period.days(tx.now, zone)?;
        Ok(Selection {
            from: days.start(zone),
            to: days.end(zone),
            ..selection.clone()
        })
    };
    if args.dry_run {
        let plan = app.read(|tx, zone| approval::plan(tx, &at_this_moment(tx, zone)?))?;
        match plan.approved.is_empty() {
            true => app.say("Nothing to approve."),
            false => app.say(format!("Would approve {}.", summary(&plan))),
        }
        warn_of_skipped(app, &plan);
        return match app.is_table() {
            true => app.page(&list::text(app, &plan)),
            false => show(app, &plan),
        };
    }
    let done = confirmed(
        app,
        args.yes,
        || {
            prompt::unconfirmed("approving locks time")
                .hint("check the list with --dry-run, then approve with --yes")
        },
        |app| {
            let seen = app.read(|tx, zone| {
                let selection = at_this_moment(tx, zone)?;
                Ok((approval::plan(tx, &selection)?, selection))
            })?;
            let plan = &seen.0;
            if plan.approved.is_empty() {
                return Ok((seen, None));
            }
            app.preview_text(&list::text(app, plan))?;
            warn_of_skipped(app, plan);
            let question = format!("Approve {}?", summary(plan));
            Ok((seen, Some(question)))
        },
        |app, seen| {
            app.write(|tx, zone| match seen {
                Some((plan, selection)) => approval::approve(tx, selection, Some(plan)),
                None => approval::approve(tx, &at_this_moment(tx, zone)?, None),
            })
        },
    )?;
    match done {
        Some(plan) => approved(app, &plan, args.yes),
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

fn approved(app: &App, plan: &Plan, unseen: bool) -> Result<()> {
    if plan.approved.is_empty() {
        app.say("Nothing to approve.");
    } else {
        app.say(format!("Approved and locked {}.", summary(plan)));
    }
    if unseen {
        warn_of_skipped(app, plan);
    }
    match app.is_table() {
        true => Ok(()),
        false => show(app, plan),
    }
}

fn show(app: &App, plan: &Plan) -> Result<()> {
    match app.is_json() {
        true => app.json(plan),
        false => app.rows(&plan.approved, ""),
    }
}

fn warn_of_skipped(app: &App, plan: &Plan) {
    if let Some(sentence) = list::skipped(&plan.skipped) {
        app.warn(sentence);
    }
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
    let unlocked = app.write(|tx, _| {
        let ids = args
            .entries
            .iter()
            .map(|entry| guards::entry_id(tx, *entry));
        let mut ids = ids.collect::<Result<Vec<i64>>>()?;
        ids.sort_unstable();
        ids.dedup();
        entry::unlock(tx, &ids, &args.reason)?;
        ids.iter()
            .map(|id| rows::view(tx, *id))
            .collect::<Result<Vec<_>>>()
    })?;
    for view in &unlocked {
        echo::wrote(app, "Unlocked", view);
        echo::detail(
            app,
            &format!("correct it with: wl entry edit {} --reason TEXT", view.id),
        );
    }
    match app.is_table() {
        true => Ok(()),
        false => app.rows(&unlocked, ""),
    }
}

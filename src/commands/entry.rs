//! `wl entry`: lists and corrections of time.

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use serde::Serialize;

use super::day::Days;
use super::period::{PeriodArgs, say_crossing};
use super::{choose, complete, echo, my_day};
use crate::cli::app::App;
use crate::cli::{Column, LAST_RESORT, Row, Style};
use crate::commands::import;
use crate::domain::entry;
use crate::domain::what::What;
use crate::error::{Error, Result};
use crate::hours::minutes;
use crate::ledger::guards;
use crate::models::{EntryRef, EntryStatus, OrderOrLine, Role};
use crate::rows::{self, EntryFilter, EntryRow, Sorting};
use crate::time::{self, TypedSpan, When};

/// What every command says of an entry that it takes.
pub const ID_HELP: &str =
    "Entry ID; @ is your running entry, or else the one that started last, @2 the one before";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// List time entries, oldest first
    List(List),
    /// Show one entry
    Show(Show),
    /// Add a finished entry
    Add(Add),
    /// Correct an entry
    Edit(Edit),
    /// Split an entry in two, perhaps with a break between them; the first part keeps the ID
    Split(Split),
    /// Hide an entry; it stays in the audit trail
    Remove(Remove),
    /// Bring a removed entry back
    Restore(Restore),
    /// Import entries from a CSV file
    Import(import::Entries),
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "ID", help = ID_HELP, add = complete::entries())]
    id: EntryRef,
    /// Show the entry as it was at this time, rebuilt from the audit trail. It goes by the time
    /// at which changes were recorded, not by the times that an entry says
    #[arg(long, value_name = "TIME")]
    as_of: Option<When>,
}

#[derive(Debug, Args)]
pub struct Remove {
    #[arg(value_name = "ID", help = ID_HELP, add = complete::open_entries())]
    id: EntryRef,
    /// Reason; required for another user's time and for time that was approved before
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct Restore {
    /// Entry ID; @ is the entry of yours that was removed last, @2 the one before
    #[arg(value_name = "ID", add = complete::removed_entries())]
    id: EntryRef,
    /// Reason; required for another user's time and for time that was approved before
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct List {
    /// Only these orders or line items
    #[arg(value_name = "ORDER[/LINE]", add = complete::orders_or_lines())]
    targets: Vec<OrderOrLine>,
    /// Only this user's time
    #[arg(long, value_name = "NAME", add = complete::users())]
    user: Option<String>,
    /// Only OPEN or LOCKED entries
    #[arg(long, value_name = "STATUS", value_enum, ignore_case = true)]
    status: Option<EntryStatus>,
    #[command(flatten)]
    period: PeriodArgs,
    /// Show removed entries instead
    #[arg(long)]
    removed: bool,
    /// Show only this many, the newest
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..))]
    limit: Option<i64>,
}

impl List {
    fn selects(&self) -> bool {
        !self.targets.is_empty()
            || self.user.is_some()
            || self.status.is_some()
            || self.removed
            || self.period.is_given()
    }
}

#[derive(Debug, Args)]
pub struct Add {
    /// Line item such as WO-1042/2, an order with one open line item, the end of its number,
    /// words of its number, title, customer or text, or - for your last one
    #[arg(value_name = "WHAT", add = complete::lines())]
    what: Vec<String>,
    /// Start time, such as "yesterday 16:00" or "24 nov 9:00"
    #[arg(long, value_name = "TIME")]
    start: Option<When>,
    /// End time; 14:30 alone is on the day of the start, or on the day after if it would be
    /// earlier than the start
    #[arg(long, value_name = "TIME")]
    end: Option<When>,
    /// Length, such as 1.5h or 1h30m, instead of --start or --end; alone, it ends now
    #[arg(long = "for", value_name = "DURATION", value_parser = time::parse_duration)]
    length: Option<i64>,
    /// What was done
    #[arg(short, long, value_name = "TEXT")]
    note: Option<String>,
    /// User whose time it is; only admins add time for others
    #[arg(long, value_name = "NAME", add = complete::users())]
    user: Option<String>,
    /// Reason; required for another user's time
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct Edit {
    #[arg(value_name = "ID", help = ID_HELP, add = complete::open_entries())]
    id: EntryRef,
    /// New start; 14:30 alone is on the day of the entry
    #[arg(long, value_name = "TIME")]
    start: Option<When>,
    /// New end; 14:30 alone is on the day of the start, or on the day after if it would be
    /// earlier than the start
    #[arg(long, value_name = "TIME")]
    end: Option<When>,
    /// New length, such as 1.5h or 1h30m; it moves the end, or the start if --end is given
    #[arg(long = "for", value_name = "DURATION", value_parser = time::parse_duration)]
    length: Option<i64>,
    /// Move to this line item: WHAT as in wl entry add
    #[arg(long, value_name = "WHAT", add = complete::lines())]
    line: Option<What>,
    /// New note; an empty one removes it
    #[arg(short, long, value_name = "TEXT")]
    note: Option<String>,
    /// Reason; required for another user's time and for time that was approved before
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct Split {
    #[arg(value_name = "ID", help = ID_HELP, add = complete::entries())]
    id: EntryRef,
    /// Where the first part ends; 14:30 alone is on the day of the entry
    #[arg(long, value_name = "TIME")]
    at: When,
    /// Break between the parts, such as 30m
    #[arg(long, value_name = "DURATION", default_value = "0m", hide_default_value = true, value_parser = time::parse_duration)]
    gap: i64,
    /// Line item of the second part: WHAT as in wl entry add
    #[arg(long, value_name = "WHAT", add = complete::lines())]
    line: Option<What>,
    /// Note of the second part [default: the same, unless --line is given]
    #[arg(short, long, value_name = "TEXT")]
    note: Option<String>,
    /// Reason; required for another user's time and for time that was approved before
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

impl Row for EntryRow {
    const FIELDS: &'static [&'static str] = &rows::LISTED;
    const COLUMNS: &'static [Column] = &[
        Column::right("id", "Entry"),
        Column::left("line", "Line item"),
        Column::text("line_description", "Work"),
        Column::text("title", "Title").spare(LAST_RESORT + 1),
        Column::left("user", "User").common(),
        Column::left("start_ts", "Start"),
        Column::left("end_ts", "End"),
        Column::right("clock", "Time"),
        Column::right("hours", "Hours").spare(1),
        Column::left("status", "Status").common(),
        Column::right("bill", "Bill").spare(LAST_RESORT),
        Column::line("note", "Note"),
    ];

    fn is_dim(&self) -> bool {
        self.status == EntryStatus::Locked
    }

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        let show = |ts: DateTime<Utc>| time::show(ts, style.zone);
        match field {
            "line" => Some(format!("{}/{}", self.work_order, self.line_item)),
            "start_ts" => Some(show(self.start_ts)),
            "status" if self.removed => Some("removed".to_owned()),
            "end_ts" => Some(match self.end_ts {
                None => "running".to_owned(),
                Some(end) => end_beside(self.start_ts, end, style),
            }),
            "clock" => Some(self.duration_seconds.map(minutes).unwrap_or_default()),
            _ => None,
        }
    }
}

/// The end of a span in a table that shows its start: on a terminal without the day, if
/// that is the same.
pub fn end_beside(start: DateTime<Utc>, end: DateTime<Utc>, style: &Style) -> String {
    match style.width.is_some() && time::same_day(start, end, style.zone) {
        true => time::show_clock(end, style.zone),
        false => time::show(end, style.zone),
    }
}

pub fn run(app: &mut App, command: Command) -> Result<()> {
    match command {
        Command::List(args) => list(app, &args),
        Command::Show(args) => show(app, &args),
        Command::Add(args) => add(app, &args),
        Command::Edit(args) => edit(app, &args),
        Command::Split(args) => split(app, &args),
        Command::Remove(args) => remove(app, &args),
        Command::Restore(args) => restore(app, &args),
        Command::Import(args) => import::entries(app, &args),
    }
}

/// The row that was written, for programs; people have read what was done.
pub fn show_row(app: &App, view: &EntryRow) -> Result<()> {
    match app.is_table() {
        true => Ok(()),
        false => app.one(view),
    }
}

fn list(app: &mut App, args: &List) -> Result<()> {
    let (mut found, crossing, from, own) = app.read(|tx, zone| {
        let days = args.period.days(tx.now, zone)?;
        let mut filter = EntryFilter {
            from: days.start(zone),
            to: days.end(zone),
            status: args.status,
            removed: args.removed,
            limit: args.limit,
            ..EntryFilter::default()
        };
        if let Some(name) = &args.user {
            filter.user = Some(guards::find_user(tx, name)?.id);
        }
        // targets may be of different kinds: one list after the other
        let (mut found, mut crossing) = (Vec::new(), Vec::new());
        for target in &args.targets {
            let order = guards::find_order(tx, &target.order)?;
            if let Some(position) = target.position {
                guards::find_line(tx, &order, position)?;
            }
            filter.orders = Some(vec![order.id]);
            filter.line = target.position;
            found.extend(rows::load(tx, &filter, Sorting::ByTime)?);
            crossing.extend(rows::crossing(tx, &filter)?);
        }
        if args.targets.is_empty() {
            found = rows::load(tx, &filter, Sorting::ByTime)?;
            crossing = rows::crossing(tx, &filter)?;
        }
        let own = filter.user == Some(tx.actor.id) || tx.actor.role == Role::Technician;
        Ok((found, crossing, filter.from, own))
    })?;
    let none = match args.selects() {
        true => "No such time entries. See all of them with: wl entry list",
        false => my_day::EMPTY,
    };
    if own && !args.removed && app.is_table() && app.style.terminal && !found.is_empty() {
        found.sort_by_key(|row| (row.start_ts, row.id));
        let list = Days {
            rows: &found,
            counts_until: None,
            total: "Total".to_owned(),
        };
        app.page(&list.shown(&app.style))?;
    } else {
        app.rows(&found, none)?;
    }
    say_crossing(app, &crossing, from);
    Ok(())
}

fn show(app: &mut App, args: &Show) -> Result<()> {
    let view = app.read(|tx, zone| {
        let id = guards::entry_id(tx, args.id)?;
        if let Some(when) = &args.as_of {
            return rows::as_of(tx, id, when.resolve(tx.now, zone)?);
        }
        let entry = guards::find_entry(tx, id)?;
        if entry.deleted_at.is_some() {
            rows::removed_view(tx, id)
        } else {
            rows::view(tx, id)
        }
    })?;
    app.one(&view)
}

fn add(app: &mut App, args: &Add) -> Result<()> {
    let missing = || {
        Error::usage("no line item was named")
            .hint("name one: wl entry add ORDER/LINE, words of its names, or - for your last one")
    };
    let declined = "Nothing was added.";
    choose::with_line(app, What::of(&args.what), missing, declined, |app, what| {
        add_on(app, args, what)
    })
}

fn add_on(app: &mut App, args: &Add, line: &What) -> Result<()> {
    let (view, snaps, limit) = app.write(|tx, zone| {
        let add = entry::Add {
            line,
            span: TypedSpan {
                start: args.start.as_ref(),
                end: args.end.as_ref(),
                length: args.length,
            },
            note: args.note.as_deref(),
            user: args.user.as_deref(),
            reason: args.reason.as_deref(),
        };
        let (id, snaps) = entry::add(tx, &add, zone)?;
        Ok((rows::view(tx, id)?, snaps, tx.settings.stale_after))
    })?;
    echo::made(app, "Added", &view);
    echo::snaps(app, &snaps);
    echo::warn_if_long(app, &view, limit);
    echo::warn_if_short(app, &view);
    app.created(view.id)?;
    show_row(app, &view)
}

fn edit(app: &mut App, args: &Edit) -> Result<()> {
    let span = TypedSpan {
        start: args.start.as_ref(),
        end: args.end.as_ref(),
        length: args.length,
    };
    if span.is_empty() && args.line.is_none() && args.note.is_none() {
        return Err(Error::usage("no change was given")
            .hint("give --start, --end, --for, --line or --note"));
    }
    on_line(app, args.line.as_ref(), |app, line| {
        edit_on(app, args, span, line)
    })
}

/// Runs a correction with the line item that it names, if it names one. If several fit, a
/// person picks one.
fn on_line(
    app: &mut App,
    typed: Option<&What>,
    mut work: impl FnMut(&mut App, Option<&What>) -> Result<()>,
) -> Result<()> {
    let Some(what) = typed else {
        return work(app, None);
    };
    let missing = || Error::usage("no line item was named");
    let declined = "Nothing was changed.";
    choose::with_line(app, Some(what.clone()), missing, declined, |app, what| {
        work(app, Some(what))
    })
}

fn edit_on(app: &mut App, args: &Edit, span: TypedSpan<'_>, line: Option<&What>) -> Result<()> {
    let (edited, view, limit) = app.write(|tx, zone| {
        let id = guards::entry_id(tx, args.id)?;
        let edit = entry::Edit {
            span,
            line,
            note: args.note.as_deref(),
            reason: args.reason.as_deref(),
        };
        let edited = entry::edit(tx, id, &edit, zone)?;
        Ok((edited, rows::view(tx, id)?, tx.settings.stale_after))
    })?;
    match edited {
        Some(edited) => {
            echo::changed(app, "Changed", &edited.before, &view);
            echo::snaps(app, &edited.snaps);
            echo::warn_if_long(app, &view, limit);
            let times = |row: &EntryRow| (row.start_ts, row.end_ts);
            if times(&edited.before) != times(&view) {
                echo::warn_if_short(app, &view);
            }
        }
        None => app.say(super::NOTHING_CHANGED),
    }
    show_row(app, &view)
}

/// The two parts of an entry that was split.
#[derive(Serialize)]
struct SplitView {
    first: EntryRow,
    second: EntryRow,
}

fn split(app: &mut App, args: &Split) -> Result<()> {
    on_line(app, args.line.as_ref(), |app, line| {
        split_on(app, args, line)
    })
}

fn split_on(app: &mut App, args: &Split, line: Option<&What>) -> Result<()> {
    let (before, view, limit) = app.write(|tx, zone| {
        let id = guards::entry_id(tx, args.id)?;
        let split = entry::Split {
            at: &args.at,
            gap: args.gap,
            line,
            note: args.note.as_deref(),
            reason: args.reason.as_deref(),
        };
        let parted = entry::split(tx, id, &split, zone)?;
        let view = SplitView {
            first: rows::view(tx, id)?,
            second: rows::view(tx, parted.second)?,
        };
        Ok((parted.before, view, tx.settings.stale_after))
    })?;
    echo::changed(app, "Split", &before, &view.first);
    echo::made(app, "Added", &view.second);
    for part in [&view.first, &view.second] {
        echo::warn_if_long(app, part, limit);
    }
    app.created(view.second.id)?;
    match (app.is_table(), app.is_json()) {
        (true, _) => Ok(()),
        (_, true) => app.json(&view),
        _ => app.rows(&[view.first, view.second], ""),
    }
}

fn remove(app: &mut App, args: &Remove) -> Result<()> {
    let view = app.write(|tx, _| {
        let id = guards::entry_id(tx, args.id)?;
        entry::remove(tx, id, args.reason.as_deref())?;
        rows::removed_view(tx, id)
    })?;
    echo::wrote(app, "Removed", &view);
    echo::detail(
        app,
        &format!("restore it with: wl entry restore {}", view.id),
    );
    show_row(app, &view)
}

fn restore(app: &mut App, args: &Restore) -> Result<()> {
    let (view, limit) = app.write(|tx, zone| {
        let id = guards::removed_entry_id(tx, args.id)?;
        entry::restore(tx, id, args.reason.as_deref(), zone)?;
        Ok((rows::view(tx, id)?, tx.settings.stale_after))
    })?;
    echo::wrote(app, "Restored", &view);
    echo::warn_if_long(app, &view, limit);
    show_row(app, &view)
}

//! `wl order import` and `wl entry import`: reading files.

mod maps;
mod source;
mod summary;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use self::source::Source;
use super::complete;
use crate::cli::app::App;
use crate::domain::import::{self, EntryOptions, Maps, OrderOptions, Outcome, Rejected, Skipped};
use crate::error::{Error, ErrorKind, Result, Saved};
use crate::file::Output;
use crate::intake::{self, Clock, Reason, Sheet, Tracker};
use crate::ledger::Tx;
use crate::time;

#[derive(Debug, Args)]
pub struct Orders {
    #[command(flatten)]
    source: Source,
    /// Prefix of each order number
    ///
    /// If no column holds numbers, rows are numbered from 1.
    #[arg(long, value_name = "TEXT")]
    number_prefix: Option<String>,
    /// Customer of all orders
    #[arg(long, value_name = "NAME", add = complete::customers())]
    customer: Option<String>,
}

#[derive(Debug, Args)]
pub struct Entries {
    #[command(flatten)]
    source: Source,
    /// Tracker that wrote the file, if that is unclear
    ///
    /// By default the one that its content shows.
    #[arg(long, value_enum, value_name = "TRACKER")]
    tracker: Option<Tracker>,
    /// Person whose time the file contains
    ///
    /// An admin gives it if no column does.
    #[arg(long, value_name = "NAME", add = complete::users())]
    user: Option<String>,
    /// Time zone of times without an offset
    ///
    /// Such as Europe/Berlin; by default the setting zone.
    #[arg(long, value_name = "ZONE", add = complete::zones())]
    zone: Option<String>,
    /// Where dates such as 03/04/2026 have their day; a date of the file may show it
    #[arg(long, value_enum, value_name = "ORDER", hide_short_help = true)]
    date_order: Option<DateOrder>,
    /// Leave out rows without an end, which are still running
    #[arg(long, hide_short_help = true)]
    skip_running: bool,
    /// CSV file: people of the file, their logins here
    ///
    /// Two columns, theirs and ours; people by login, full name or mail address.
    #[arg(long, value_name = "FILE")]
    map_users: Option<PathBuf>,
    /// The same for projects and orders
    ///
    /// Projects, or PROJECT/TASK, and order numbers here, or ORDER/LINE.
    #[arg(long, value_name = "FILE")]
    map_orders: Option<PathBuf>,
    /// With --dry-run: write these files
    ///
    /// Those of --map-users and --map-orders, with what was found; what is missing stays to be
    /// filled in.
    #[arg(long, requires = "dry_run")]
    write_maps: bool,
    /// Make the orders that the projects need
    ///
    /// With a line item for each task.
    #[arg(long)]
    create_orders: bool,
    /// Reason for the audit trail
    ///
    /// By default: import of FILE.
    #[arg(long, value_name = "TEXT", hide_short_help = true)]
    reason: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum DateOrder {
    Dmy,
    Mdy,
    Ymd,
}

const ORDER_TARGETS: [&str; 4] = ["number", "title", "customer", "line"];
const ENTRY_TARGETS: [&str; 9] = [
    "number", "line", "user", "start_ts", "end_ts", "duration", "note", "tags", "customer",
];
/// Those that a column with their name holds.
const NAMED_TARGETS: [&str; 6] = ["number", "line", "user", "start_ts", "end_ts", "note"];

pub fn orders(app: &mut App, args: &Orders) -> Result<()> {
    let source = &args.source;
    let customer = ("customer", args.customer.as_deref());
    let wanted = source.wanted(&ORDER_TARGETS, &ORDER_TARGETS, customer)?;
    let (file, input) = source::open(&source.file)?;
    let sheet = intake::read(&file, input, &source.options()?, |header| {
        let columns = wanted.columns(header, None)?;
        match columns.has("number") || args.number_prefix.is_some() {
            true => Ok(columns),
            false => Err(Error::usage("no column contains the order numbers").hint(
                "name it with --map number=COLUMN, or generate numbers with --number-prefix TEXT",
            )),
        }
    })?;
    let options = OrderOptions {
        number_prefix: args.number_prefix.as_deref(),
    };
    let noun = ["work order", "work orders"];
    let work = |tx: &mut Tx<'_>, partial| import::orders(tx, &sheet, &options, partial);
    let outcome = run(app, source, &sheet, work, |_, _| ())?;
    show(app, source, &sheet, noun, &outcome)
}

pub fn entries(app: &mut App, args: &Entries) -> Result<()> {
    let source = &args.source;
    if args.write_maps && args.map_users.is_none() && args.map_orders.is_none() {
        return Err(Error::usage("--write-maps has no file to write")
            .hint("name files with --map-users FILE and --map-orders FILE"));
    }
    let sheet = read_time(args)?;
    let order = args.date_order.map(|order| match order {
        DateOrder::Dmy => time::DateOrder::Dmy,
        DateOrder::Mdy => time::DateOrder::Mdy,
        DateOrder::Ymd => time::DateOrder::Ymd,
    });
    let (date_order, said) = intake::date_order(&sheet, order)?;
    let maps = Maps {
        users: maps::read(args.map_users.as_deref(), args.write_maps)?,
        orders: maps::read(args.map_orders.as_deref(), args.write_maps)?,
    };
    let reason = args
        .reason
        .clone()
        .unwrap_or_else(|| format!("import of {}", sheet.file));
    let zone = match &args.zone {
        Some(name) => Some(time::zone_by_name(name)?),
        None => None,
    };
    let progress = app.progress("rows");
    let work = |tx: &mut Tx<'_>, partial| {
        let zone = zone.map_or_else(|| tx.settings.time_zone(), Ok)?;
        let options = EntryOptions {
            clock: Clock { zone, date_order },
            reason: &reason,
            maps: &maps,
            create: args.create_orders,
            progress: &|done, total| progress.step(done, total),
        };
        let outcome = import::entries(tx, &sheet, &options, partial);
        progress.end();
        let skipped = sheet.skipped.iter();
        Ok(Outcome {
            tracker: sheet.tracker().map(Tracker::word),
            zone: Some(zone.name().to_owned()),
            skipped: skipped.map(|&(why, rows)| Skipped { why, rows }).collect(),
            ..outcome?
        })
    };
    let outcome = run(app, source, &sheet, work, |app, outcome| {
        summary::reading(app, &sheet, outcome, said.as_deref());
    })?;
    if args.write_maps {
        maps::write(app, args.map_users.as_deref(), &maps.users, &outcome.users)?;
        maps::write(
            app,
            args.map_orders.as_deref(),
            &maps.orders,
            &outcome.orders,
        )?;
    }
    show(app, source, &sheet, ["entry", "entries"], &outcome)
}

/// Reads the entire file; an error in an encoding or a row names its line.
fn read_time(args: &Entries) -> Result<Sheet> {
    let source = &args.source;
    let user = ("user", args.user.as_deref());
    let wanted = source.wanted(&ENTRY_TARGETS, &NAMED_TARGETS, user)?;
    let (file, input) = source::open(&source.file)?;
    let options = source.options()?;
    let mut sheet = intake::read_time(
        &file,
        input,
        &options,
        args.tracker,
        wanted,
        |columns, header| {
            let one_of = |targets: &[&str]| targets.iter().any(|target| columns.has(target));
            let tags = columns.layout.is_some() && one_of(&["tags", "words", "order_number"]);
            let missing = if !columns.has("number") && !tags {
                "number"
            } else if !columns.has("start_ts") {
                "start_ts"
            } else if !one_of(&["end_ts", "duration", "duration_seconds"]) {
                "end_ts"
            } else {
                return Ok(());
            };
            let columns = intake::listed(header);
            Err(
                Error::usage(format!("no column is mapped to {missing}")).hint(format!(
                    "add --map {missing}=COLUMN; the columns are: {columns}"
                )),
            )
        },
    )?;
    if args.skip_running {
        sheet.leave_out("running", Sheet::is_running);
    }
    Ok(sheet)
}

/// Runs an import in one transaction: all rows, or with `--rejects` the valid ones.
fn run(
    app: &mut App,
    source: &Source,
    sheet: &Sheet,
    work: impl FnOnce(&mut Tx<'_>, bool) -> Result<Outcome>,
    say: impl FnOnce(&App, &Outcome),
) -> Result<Outcome> {
    source.check_rejects()?;
    let partial = source.rejects.is_some();
    // a file that can't be written stops everything before the data is changed; it is made
    // after that, so that an interrupted import leaves none
    let rejects = || match &source.rejects {
        Some(path) => Output::create(path, source.force).map(Some),
        None => Ok(None),
    };
    drop(rejects()?);
    // what was found, also where nothing is saved
    let mut found = None;
    let result = app.write(|tx, _| {
        let outcome = work(tx, partial || source.dry_run)?;
        let error = import::first_error(sheet, &outcome);
        found = Some(outcome);
        match error {
            _ if source.dry_run => Err(Error::new(
                ErrorKind::DryRun,
                "nothing is saved in a dry run",
            )),
            Some(error) if !partial => Err(error),
            _ => Ok(()),
        }
    });
    if let Some(outcome) = &found {
        say(app, outcome);
    }
    let outcome = match (result, found) {
        (Ok(()), Some(outcome)) => outcome,
        (Err(error), Some(outcome)) if error.kind == ErrorKind::DryRun => outcome,
        (Err(error), _) => return Err(error),
        (Ok(()), None) => return Err(Error::bug("an import was saved without its outcome")),
    };
    if !source.dry_run && !outcome.rejected.is_empty() {
        let written = rejects().and_then(|output| match output {
            Some(output) => write_rejects(sheet, &outcome.rejected, output),
            None => Ok(()),
        });
        written.map_err(|error| error.saved(Saved::Everything))?;
    }
    Ok(outcome)
}

/// Shows what an import did. A dry run ends as the real run would.
fn show(
    app: &App,
    source: &Source,
    sheet: &Sheet,
    noun: [&str; 2],
    outcome: &Outcome,
) -> Result<()> {
    match app.is_json() {
        true => app.json(outcome)?,
        false => summary::summarise(app, source, sheet, noun, outcome),
    }
    match import::first_error(sheet, outcome) {
        Some(error) if source.dry_run && source.rejects.is_none() => Err(error),
        _ => Ok(()),
    }
}

/// The rejected rows, unchanged, followed by the rule and the reason.
fn write_rejects(sheet: &Sheet, rejected: &[Rejected], mut output: Output) -> Result<()> {
    let reasons = rejected.iter().map(|rejected| Reason {
        row: &sheet.rows[rejected.row],
        rule: rejected.rule.as_str(),
        reason: &rejected.reason,
    });
    intake::write_rejects(sheet, reasons, &mut output)?;
    output.commit()
}

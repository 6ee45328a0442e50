//! `wl order import` and `wl entry import`: reading files.

mod source;
mod summary;

use clap::Args;

use self::source::Source;
use crate::cli::app::App;
use crate::domain::import::{self, EntryOptions, OrderOptions, Outcome, Rejected};
use crate::error::{Error, ErrorKind, Result, Saved};
use crate::file::Output;
use crate::intake::{self, Reason, Sheet};
use crate::ledger::Tx;
use crate::time;

#[derive(Debug, Args)]
pub struct Orders {
    #[command(flatten)]
    source: Source,
    /// Prefix of each order number; if no column holds numbers, rows are numbered from 1
    #[arg(long, value_name = "TEXT")]
    number_prefix: Option<String>,
    /// Customer of all orders
    #[arg(long, value_name = "NAME")]
    customer: Option<String>,
}

#[derive(Debug, Args)]
pub struct Entries {
    #[command(flatten)]
    source: Source,
    /// Person whose time the file contains; an admin gives it if no column does
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// Time zone of times without an offset, such as Europe/Berlin [default: the setting zone]
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// Reason for the audit trail [default: import of FILE]
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

const ORDER_TARGETS: [&str; 4] = ["number", "title", "customer", "line"];
const ENTRY_TARGETS: [&str; 6] = ["number", "line", "user", "start_ts", "end_ts", "note"];

pub fn orders(app: &mut App, args: &Orders) -> Result<()> {
    let constants = [("customer", args.customer.as_deref())];
    let sheet = args.source.read(&ORDER_TARGETS, &constants, |columns, _| {
        match columns.has("number") || args.number_prefix.is_some() {
            true => Ok(()),
            false => Err(Error::usage("no column contains the order numbers").hint(
                "name it with --map number=COLUMN, or generate numbers with --number-prefix TEXT",
            )),
        }
    })?;
    let options = OrderOptions {
        number_prefix: args.number_prefix.as_deref(),
    };
    let noun = ["work order", "work orders"];
    run(app, &args.source, &sheet, noun, |tx, partial| {
        import::orders(tx, &sheet, &options, partial)
    })
}

pub fn entries(app: &mut App, args: &Entries) -> Result<()> {
    let constants = [("user", args.user.as_deref())];
    let sheet =
        args.source
            .read(&ENTRY_TARGETS, &constants, |columns, header| {
                let missing = ["number", "start_ts", "end_ts"]
                    .into_iter()
                    .find(|target| !columns.has(target));
                match missing {
                    None => Ok(()),
                    Some(target) => Err(Error::usage(format!("no column is mapped to {target}"))
                        .hint(format!(
                            "add --map {target}=COLUMN; the columns are: {}",
                            header.join(", ")
                        ))),
                }
            })?;
    let reason = args
        .reason
        .clone()
        .unwrap_or_else(|| format!("import of {}", sheet.file));
    let zone = match &args.zone {
        Some(name) => Some(time::zone_by_name(name)?),
        None => None,
    };
    let noun = ["entry", "entries"];
    run(app, &args.source, &sheet, noun, |tx, partial| {
        let zone = zone.map_or_else(|| tx.settings.time_zone(), Ok)?;
        let reason = &reason;
        import::entries(tx, &sheet, &EntryOptions { zone, reason }, partial)
    })
}

/// Runs an import in one transaction: all rows, or with `--rejects` the valid ones.
fn run(
    app: &mut App,
    source: &Source,
    sheet: &Sheet,
    noun: [&str; 2],
    work: impl FnOnce(&mut Tx<'_>, bool) -> Result<Outcome>,
) -> Result<()> {
    let partial = source.rejects.is_some();
    // a file that can't be written stops everything before the data is changed; it is made
    // after that, so that an interrupted import leaves none
    let rejects = || match &source.rejects {
        Some(path) => Output::create(path, source.force).map(Some),
        None => Ok(None),
    };
    drop(rejects()?);
    let mut rehearsed = None;
    let result = app.write(|tx, _| {
        let outcome = work(tx, partial || source.dry_run)?;
        if source.dry_run {
            rehearsed = Some(outcome);
            return Err(Error::new(
                ErrorKind::DryRun,
                "nothing is saved in a dry run",
            ));
        }
        match import::first_error(sheet, &outcome) {
            Some(error) if !partial => Err(error),
            _ => Ok(outcome),
        }
    });
    let outcome = match (result, rehearsed) {
        (Err(error), Some(outcome)) if error.kind == ErrorKind::DryRun => outcome,
        (result, _) => result?,
    };
    if !source.dry_run && !outcome.rejected.is_empty() {
        let written = rejects().and_then(|output| match output {
            Some(output) => write_rejects(sheet, &outcome.rejected, output),
            None => Ok(()),
        });
        written.map_err(|error| error.saved(Saved::Everything))?;
    }
    match app.is_json() {
        true => app.json(&outcome)?,
        false => summary::summarise(app, source, sheet, noun, &outcome),
    }
    match import::first_error(sheet, &outcome) {
        Some(error) if source.dry_run && !partial => Err(error),
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

//! `wl order import` and `wl entry import`: reading files.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::app::App;
use crate::domain::import::{self, EntryOptions, OrderOptions, Outcome, Sheet, SheetRow};
use crate::error::{Error, ErrorKind, Result};
use crate::file::Output;
use crate::ledger::Tx;
use crate::text;
use crate::{hours, time};

#[derive(Debug, Args)]
pub struct Source {
    /// CSV file with a header; - reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Column that holds a target, such as number=case_id; can be repeated. A column with the
    /// target's name needs none
    #[arg(long = "map", value_name = "TARGET=COLUMN")]
    map: Vec<String>,
    /// Character between columns
    #[arg(long, value_name = "CHAR", default_value = ",")]
    delimiter: String,
    /// Import the valid rows, and write the others to this file, each with the rule that refused it
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// Replace the file of rejects if it exists
    #[arg(long)]
    force: bool,
    /// Show what would be imported without changing anything
    #[arg(short = 'n', long)]
    dry_run: bool,
}

#[derive(Debug, Args)]
pub struct Orders {
    #[command(flatten)]
    source: Source,
    /// Prefix of each order number; if no column holds numbers, rows are numbered from 1
    #[arg(long, value_name = "TEXT")]
    number_prefix: Option<String>,
    /// Customer of all orders, if no column holds it
    #[arg(long, value_name = "NAME")]
    customer: Option<String>,
}

#[derive(Debug, Args)]
pub struct Entries {
    #[command(flatten)]
    source: Source,
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
    let sheet = read(&args.source, &ORDER_TARGETS)?;
    if !sheet.map.contains_key("number") && args.number_prefix.is_none() {
        return Err(Error::usage("no column contains the order numbers").hint(
            "name it with --map number=COLUMN, or generate numbers with --number-prefix TEXT",
        ));
    }
    let options = OrderOptions {
        number_prefix: args.number_prefix.as_deref(),
        customer: args.customer.as_deref(),
    };
    let noun = ["work order", "work orders"];
    run(app, &args.source, &sheet, noun, |tx, partial| {
        import::orders(tx, &sheet, &options, partial)
    })
}

pub fn entries(app: &mut App, args: &Entries) -> Result<()> {
    let sheet = read(&args.source, &ENTRY_TARGETS)?;
    for target in ["number", "start_ts", "end_ts"] {
        if !sheet.map.contains_key(target) {
            return Err(
                Error::usage(format!("no column is mapped to {target}")).hint(format!(
                    "add --map {target}=COLUMN; the columns are: {}",
                    sheet.header.join(", ")
                )),
            );
        }
    }
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
        import::entries(
            tx,
            &sheet,
            &EntryOptions {
                zone,
                reason: &reason,
            },
            partial,
        )
    })
}

fn run(
    app: &mut App,
    source: &Source,
    sheet: &Sheet,
    noun: [&str; 2],
    work: impl FnOnce(&mut Tx<'_>, bool) -> Result<Outcome>,
) -> Result<()> {
    let partial = source.rejects.is_some();
    // created before the data is changed: a file that can't be written stops everything
    let rejects = match &source.rejects {
        Some(path) if !source.dry_run => Some(Output::create(path, source.force)?),
        _ => None,
    };
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
    if let (Some(output), false) = (rejects, outcome.rejected.is_empty()) {
        write_rejects(sheet, &outcome, output)
            .map_err(|error| error.saved(crate::error::Saved::Everything))?;
    }
    summarise(app, source, sheet, noun, &outcome);
    if app.is_json() {
        app.json(&outcome)
    } else {
        Ok(())
    }
}

fn summarise(app: &App, source: &Source, sheet: &Sheet, [one, many]: [&str; 2], outcome: &Outcome) {
    let verb = match source.dry_run {
        true => "Would import",
        false => "Imported",
    };
    let mut sentence = format!("{verb} {}", text::counted(outcome.added, one, many));
    if outcome.lines_added > 0 {
        let lines = text::counted(outcome.lines_added, "line item", "line items");
        sentence.push_str(&format!(" and {lines}"));
    }
    if outcome.duration_seconds > 0 {
        sentence.push_str(&format!(
            " with {} ({} h)",
            text::counted(outcome.duration_seconds, "second", "seconds"),
            hours::decimal(outcome.duration_seconds)
        ));
    }
    sentence.push_str(&format!(
        " from {}; {} already imported, {} rejected.",
        text::counted(outcome.rows, "row", "rows"),
        outcome.unchanged,
        outcome.rejected.len()
    ));
    app.say(sentence);
    if let (Some(path), false, false) =
        (&source.rejects, outcome.rejected.is_empty(), source.dry_run)
    {
        app.say(format!("The rejected rows are in {}.", path.display()));
    }
    if source.dry_run && !app.is_json() {
        for rejected in outcome.rejected.iter().take(20) {
            app.say(format!(
                "{} ({})",
                sheet.place_and_reason(rejected),
                rejected.rule
            ));
        }
    }
}

/// Reads the entire file; an error in an encoding or a row names its line.
fn read(source: &Source, targets: &[&'static str]) -> Result<Sheet> {
    let (file, reader) = open(&source.file)?;
    let delimiter = match source.delimiter.as_bytes() {
        [one] => *one,
        _ if source.delimiter == "\\t" || source.delimiter == "tab" => b'\t',
        _ => return Err(Error::usage(super::DELIMITER)),
    };
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(reader);
    let header: Vec<String> = csv
        .headers()
        .map_err(|error| csv_error(&file, error))?
        .iter()
        .map(|name| name.trim_start_matches('\u{feff}').trim().to_owned())
        .collect();
    if header.iter().all(String::is_empty) {
        return Err(Error::data(format!(
            "{file} is empty: its first line must name the columns"
        )));
    }
    let map = column_map(&source.map, targets, &header)?;
    let mut rows = Vec::new();
    for record in csv.records() {
        let record = record.map_err(|error| csv_error(&file, error))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() != header.len() {
            return Err(Error::data(format!(
                "{file}, line {line}: the row has {}, the header has {}",
                text::counted(record.len(), "column", "columns"),
                header.len()
            )));
        }
        rows.push(SheetRow {
            line,
            cells: record.iter().map(str::to_owned).collect(),
        });
    }
    Ok(Sheet {
        file,
        header,
        rows,
        map,
    })
}

fn open(path: &Path) -> Result<(String, Box<dyn Read>)> {
    if path.as_os_str() == "-" {
        return Ok(("standard input".to_owned(), Box::new(std::io::stdin())));
    }
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned();
    let missing = |error: std::io::Error| {
        Error::new(
            ErrorKind::NoInput,
            format!(
                "{} can't be read: {}",
                path.display(),
                crate::error::io_reason(&error)
            ),
        )
        .cause(error)
    };
    let file = File::open(path).map_err(missing)?;
    if file.metadata().map_err(missing)?.is_dir() {
        return Err(Error::new(
            ErrorKind::NoInput,
            format!("{} is a directory", path.display()),
        ));
    }
    Ok((name, Box::new(file)))
}

fn csv_error(file: &str, error: csv::Error) -> Error {
    let at = |position: &Option<csv::Position>| {
        position.as_ref().map_or_else(String::new, |position| {
            format!(", line {}", position.line())
        })
    };
    match error.into_kind() {
        csv::ErrorKind::Io(error) => Error::io(format!("{file} can't be read"), error),
        csv::ErrorKind::Utf8 { pos, err } => Error::data(format!(
            "{file}{}: column {} is not valid UTF-8",
            at(&pos),
            err.field() + 1
        ))
        .cause(err),
        csv::ErrorKind::UnequalLengths { pos, .. } => Error::data(format!(
            "{file}{}: the row and the header have different numbers of columns",
            at(&pos)
        )),
        _ => Error::data(format!("{file} is not a CSV file")),
    }
}

/// Maps targets to columns: those given with --map, and columns with a target's name.
fn column_map(
    given: &[String],
    targets: &[&'static str],
    header: &[String],
) -> Result<HashMap<&'static str, usize>> {
    let mut map: HashMap<&'static str, usize> = HashMap::new();
    let column = |name: &str| {
        header
            .iter()
            .position(|column| column.eq_ignore_ascii_case(name))
    };
    for target in targets {
        if let Some(at) = column(target) {
            map.insert(target, at);
        }
    }
    for entry in given {
        let (target, name) = entry
            .split_once('=')
            .ok_or_else(|| Error::usage(format!("--map {entry} is not TARGET=COLUMN")))?;
        let target = targets
            .iter()
            .find(|known| **known == target.trim())
            .ok_or_else(|| {
                Error::usage(format!(
                    "--map {entry}: there is no such target; the targets are {}",
                    targets.join(", ")
                ))
            })?;
        let at = column(name.trim()).ok_or_else(|| {
            Error::usage(format!(
                "--map {entry}: there is no such column; the columns are {}",
                header.join(", ")
            ))
        })?;
        map.insert(target, at);
    }
    Ok(map)
}

/// The rejected rows, unchanged, followed by the rule and the reason.
fn write_rejects(sheet: &Sheet, outcome: &Outcome, output: Output) -> Result<()> {
    let mut csv = csv::Writer::from_writer(output);
    let failed = |error: csv::Error| match error.into_kind() {
        csv::ErrorKind::Io(error) => Error::io("the rejects file can't be written", error),
        other => Error::bug(format!("the rejects file can't be written: {other:?}")),
    };
    let extra = ["rejected_line", "rejected_rule", "rejected_reason"];
    csv.write_record(sheet.header.iter().map(String::as_str).chain(extra))
        .map_err(failed)?;
    for rejected in &outcome.rejected {
        let line = rejected.line.to_string();
        let cells = sheet.rows[rejected.row].cells.iter().map(String::as_str);
        csv.write_record(cells.chain([line.as_str(), rejected.rule.as_str(), &rejected.reason]))
            .map_err(failed)?;
    }
    csv.into_inner()
        .map_err(|error| Error::io("the rejects file can't be written", error.into_error()))?
        .commit()
}

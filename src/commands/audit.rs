//! `wl audit`: the audit trail and its verification.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use clap::{Args, Subcommand};
use serde_json::Value;

use super::complete;
use crate::cli::app::App;
use crate::cli::{Column, LAST_RESORT, Row, Style};
use crate::db::watch::{LOCKS, Watched};
use crate::domain::bill;
use crate::error::{Error, ErrorKind, Result, io_reason};
use crate::file::{self, Output};
use crate::ledger::seal::{self, Seal};
use crate::ledger::trail::{self, Change, FieldChange, RecordView};
use crate::ledger::verify::{self, Earlier, Problem, Report, Scope};
use crate::ledger::{self, guards};
use crate::models::Entity;
use crate::text;
use crate::time::{self, When};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show who did what, when and why, newest last
    Log(Log),
    /// Show the history of one row: who changed what, when and why, with old and new values
    Show(Show),
    /// Recompute all chains and compare each row with its last record; exit with 3 if anything is wrong
    Verify(Verify),
    /// Print the current seal of the audit trail
    Seal(MakeSeal),
}

#[derive(Debug, Args)]
pub struct Log {
    /// Only actions of this user
    #[arg(long, value_name = "NAME", add = complete::users())]
    user: Option<String>,
    /// Only this action or group of actions, such as entry.unlock or timer
    #[arg(long, value_name = "ACTION", add = complete::actions())]
    action: Option<String>,
    /// Only records about this entry
    #[arg(long, value_name = "ID", add = complete::entries())]
    entry: Option<i64>,
    /// Only records of this operation
    #[arg(long = "operation", alias = "op", value_name = "ID")]
    operation: Option<String>,
    /// Only records since this time
    #[arg(long, value_name = "TIME")]
    since: Option<When>,
    /// Show only this many, the newest
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(i64).range(1..))]
    limit: i64,
}

#[derive(Debug, Args)]
pub struct Show {
    /// Entry ID, ORDER, ORDER/LINE, order:NUMBER, user:NAME, bill:N or setting:NAME
    #[arg(value_name = "ENTITY", add = complete::entities())]
    entity: String,
}

#[derive(Debug, Args)]
pub struct Verify {
    /// Also check that every record under this earlier seal still exists; takes a seal file or
    /// the 64 digits from a document
    #[arg(long, value_name = "FILE|SEAL")]
    seal: Option<PathBuf>,
    /// Verify only the records after this earlier seal; those under it were verified before.
    /// Only a full verification detects that a later record was removed
    #[arg(long, value_name = "FILE|SEAL", conflicts_with = "seal")]
    since: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct MakeSeal {
    /// Write the seal to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
}

impl Row for RecordView {
    const FIELDS: &'static [&'static str] = &[
        "at",
        "actor",
        "actor_role",
        "action",
        "entity_type",
        "entity_id",
        "entity_version",
        "reason",
        "op_id",
        "chain_seq",
        "after",
        "note",
        "hash",
        "place",
        "title",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::left("at", "When"),
        Column::left("actor", "Who"),
        Column::left("action", "What"),
        Column::left("row", "Row"),
        Column::left("place", "Where").spare(LAST_RESORT + 1),
        Column::text("title", "Title").spare(LAST_RESORT),
        Column::text("reason", "Why"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            // so that there is room for the names
            "at" if style.width.is_some() => Some(time::show(self.at, style.zone)),
            "at" => Some(time::show_second(self.at, style.zone)),
            "row" => {
                let words = self.entity_type.words();
                let last = words.rsplit(' ').next().filter(|_| style.width.is_some());
                let words = last.unwrap_or(&words);
                Some(row(self.entity_type, words, self.entity_id))
            }
            "place" => Some(place(self.entity_type, self.place.as_deref()?)),
            _ => None,
        }
    }
}

/// What a row is, with the ID if people may type it somewhere.
pub fn row(entity: Entity, words: &str, id: i64) -> String {
    match has_name(entity) {
        true => words.to_owned(),
        false => format!("{words} {id}"),
    }
}

/// Where it is, as `wl audit show` takes it.
pub fn place(entity: Entity, place: &str) -> String {
    match has_name(entity) {
        true => format!("{entity}:{place}"),
        false => place.to_owned(),
    }
}

/// Whether `wl audit show` takes its kind and its name.
fn has_name(entity: Entity) -> bool {
    matches!(entity, Entity::Setting | Entity::User)
}

impl Row for Problem {
    const FIELDS: &'static [&'static str] =
        &["entity_type", "entity_id", "entity_version", "problem"];
    const COLUMNS: &'static [Column] = &[
        Column::left("entity_type", "Row"),
        Column::right("entity_id", "Id"),
        Column::right("entity_version", "Version"),
        Column::below("problem", "Problem"),
    ];
}

pub fn run(app: &mut App, command: Command) -> Result<()> {
    app.in_any_zone();
    match command {
        Command::Log(args) => log(app, args),
        Command::Show(args) => show(app, &args),
        Command::Verify(args) => verify(app, &args),
        Command::Seal(args) => make_seal(app, &args),
    }
}

fn log(app: &mut App, args: Log) -> Result<()> {
    let records = app.read(|tx, zone| {
        let filter = trail::Filter {
            actor: args.user,
            action: args.action,
            entity: args.entry.map(|id| (Entity::TimeEntry, id)),
            op_id: args.operation,
            since: args
                .since
                .map(|when| when.resolve(tx.now, zone))
                .transpose()?,
            limit: Some(args.limit),
            ..trail::Filter::default()
        };
        trail::log(tx, &filter)
    })?;
    app.rows(&records, "No audit records.")
}

impl Row for Change {
    const FIELDS: &'static [&'static str] =
        &["at", "actor", "action", "reason", "unseen", "changes"];
    const COLUMNS: &'static [Column] = &[
        Column::left("at", "When"),
        Column::left("actor", "Who"),
        Column::left("action", "What"),
        Column::below("changes", "Changed"),
        Column::text("reason", "Why"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            "at" => Some(time::show_second(self.at, style.zone)),
            "changes" if self.unseen > 0 => Some(format!(
                "not shown: it follows {} that you may not see",
                text::counted(self.unseen, "change", "changes")
            )),
            "changes" => Some(
                self.changes
                    .iter()
                    .map(|change| change_text(change, style))
                    .collect::<Vec<_>>()
                    .join("; "),
            ),
            _ => None,
        }
    }
}

/// `end_ts: 2026-03-01 16:00:00 -> 2026-03-01 16:30:00`
pub fn change_text(change: &FieldChange, style: &Style) -> String {
    let value = |value: &Value| match value {
        Value::Null => "none".to_owned(),
        Value::String(text) if change.field.ends_with("_ts") || change.field.ends_with("_at") => {
            DateTime::parse_from_rfc3339(text).map_or_else(
                |_| text.clone(),
                |ts| time::show_second(ts.to_utc(), style.zone),
            )
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match &change.from {
        Value::Null => format!("{}: {}", change.field, value(&change.to)),
        from => format!("{}: {} -> {}", change.field, value(from), value(&change.to)),
    }
}

fn show(app: &mut App, args: &Show) -> Result<()> {
    let changes = app.read(|tx, _| {
        let (entity, id) = guards::find_entity(tx, &args.entity)?;
        let changes = trail::history(tx, entity, id)?;
        match entity {
            Entity::TimeEntry if changes.is_empty() => drop(guards::find_entry(tx, id)?),
            Entity::Bill if changes.is_empty() => drop(bill::find(tx, id)?),
            _ => {}
        }
        Ok(changes)
    })?;
    app.rows(&changes, "No audit records that you may see.")
}

/// What an entire verification without findings says.
pub const INTACT: &str = "The audit trail is intact.";

fn verify(app: &mut App, args: &Verify) -> Result<()> {
    let given = args.seal.as_deref().or(args.since.as_deref());
    let scope = Scope {
        earlier: given.map(earlier).transpose()?,
        only_after: args.since.is_some(),
    };
    let progress = app.progress("records");
    let target = app.target()?;
    let mut conn = app.watched(&target)?;
    // does not use the setting zone, which may itself be damaged
    let report: Report = ledger::read(&mut conn, |tx| {
        verify::verify(
            tx,
            &scope,
            || Watched::connect(&target, LOCKS, |_| ()),
            |done, total| progress.show(done, total),
        )
    })
    .map_err(|error| conn.explain(error))
    .or_else(|error| {
        let mut again = app.watched(&target)?;
        verify::unreadable(&mut again, error)
    })?;
    progress.end();
    if app.is_json() {
        app.json(&report)?;
    } else {
        if !report.problems.is_empty() {
            app.rows(&report.problems, "")?;
        }
    }
    if let Some(seal) = &report.seal {
        app.say(format!(
            "{} in {}, seal {seal}.",
            text::counted(report.records, "record", "records"),
            text::counted(report.chains, "chain", "chains")
        ));
    }
    if let Some(under_way @ 1..) = report.under_way {
        app.say(format!(
            "Not under the earlier seal, although older than its newest record: {}. The \
             transactions were under way when the seal was made.",
            text::counted(under_way, "record", "records")
        ));
    }
    if report.problem_count == 0 {
        app.say(match args.since {
            None => INTACT,
            Some(_) => "The audit trail is intact since that seal; the records under the seal were not read.",
        });
        return Ok(());
    }
    let what = text::counted(report.problem_count, "problem", "problems");
    app.say(format!("The audit trail is damaged: {what}."));
    Err(Error::new(ErrorKind::Findings, what))
}

/// A seal file, what `wl audit seal` printed, or the digits of a seal; no file is named by
/// 64 such digits.
pub fn earlier(given: &Path) -> Result<Earlier> {
    if let Some(digits) = given.to_str().and_then(seal::printed) {
        return Ok(Earlier::Digits(digits));
    }
    let text = read_text(given)?;
    match seal::printed(&text) {
        Some(digits) => Ok(Earlier::Digits(digits)),
        None => Seal::parse(&text).map(Earlier::Heads),
    }
}

/// A seal file, as `wl audit seal` and the exports write it.
pub fn read_seal(path: &Path) -> Result<Seal> {
    Seal::parse(&read_text(path)?)
}

/// The text of a seal file.
pub fn read_text(path: &Path) -> Result<String> {
    let text = file::open_regular(path).and_then(std::io::read_to_string);
    text.map_err(|error| {
        Error::new(
            ErrorKind::NoInput,
            format!("{} can't be read: {}", path.display(), io_reason(&error)),
        )
        .hint("name a file that wl audit seal --output wrote, or the side file of an export")
        .cause(error)
    })
}

/// Writes a seal file.
pub fn write_seal(seal: &impl serde::Serialize, output: &mut Output) -> Result<()> {
    let text = serde_json::to_string_pretty(seal)
        .map_err(|error| Error::bug(format!("the seal: {error}")))?;
    writeln!(output, "{text}").map_err(|error| Error::io("the seal can't be written", error))
}

fn make_seal(app: &mut App, args: &MakeSeal) -> Result<()> {
    let output = args
        .output
        .as_deref()
        .map(|path| Output::create(path, args.force))
        .transpose()?;
    let seal = app.read(|tx, _| {
        use crate::models::Role;
        tx.require(
            &[Role::Admin, Role::Accountant, Role::Ops],
            "seal the audit trail",
        )?;
        seal::current(tx)
    })?;
    if let Some(mut output) = output {
        write_seal(&seal, &mut output)?;
        output.commit()?;
    }
    if app.is_json() {
        app.json(&seal)
    } else {
        app.one(&SealView { seal: seal.seal })
    }
}

#[derive(serde::Serialize)]
struct SealView {
    seal: String,
}

impl Row for SealView {
    const FIELDS: &'static [&'static str] = &["seal"];
    const COLUMNS: &'static [Column] = &[Column::left("seal", "seal")];
}

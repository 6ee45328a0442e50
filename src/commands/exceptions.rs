//! `wl exceptions`: what needs attention before billing.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::cli::app::App;
use crate::cli::environment;
use crate::cli::{Column, Format, LAST_RESORT, Row, Style, rows};
use crate::error::{Error, ErrorKind, Result};
use crate::exceptions::prometheus::{self, Night};
use crate::exceptions::{self, Count, Finding, Kind, Question, Report, html};
use crate::file::Output;
use crate::hours;
use crate::ledger::{Tx, seal};
use crate::text;
use crate::time::{self, When};

#[derive(Debug, Args)]
pub struct Exceptions {
    /// Only this kind; can be repeated
    #[arg(long = "kind", value_enum, value_name = "KIND")]
    kinds: Vec<Kind>,
    /// How long time may be, such as 8h
    ///
    /// A running timer and an entry; by default the setting stale_after.
    #[arg(long, value_name = "DURATION")]
    stale_after: Option<String>,
    /// Also list what was resolved since then
    ///
    /// Entries that were edited and approved again since this time.
    #[arg(long, value_name = "TIME")]
    since: Option<When>,
    /// At most so many of each kind; 0: all
    ///
    /// The oldest come first.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(i64).range(0..))]
    limit: i64,
    /// Only the number of each kind and the oldest
    ///
    /// Of the oldest, its time.
    #[arg(long, conflicts_with = "limit")]
    counts: bool,
    /// Write to this file, completely or not at all
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,
    /// Exit with 3 if there are any exceptions
    #[arg(long)]
    exit_code: bool,
}

impl Row for Finding {
    const FIELDS: &'static [&'static str] = &[
        "kind",
        "work_order",
        "title",
        "line_item",
        "line_description",
        "entry_id",
        "user",
        "since",
        "entries",
        "duration_seconds",
        "detail",
        "resolved",
        "fix",
        "kind_total",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::left("kind", "Kind"),
        Column::left("where", "Where"),
        Column::text("work", "Work"),
        Column::right("entry_id", "Entry"),
        Column::left("user", "User"),
        Column::left("since", "Since").spare(LAST_RESORT),
        Column::right("duration_seconds", "Time"),
        Column::below("detail", "What"),
        Column::command("fix", "To fix it"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            "where" => Some(self.place()),
            "work" => Some(self.work().to_owned()),
            "since" => self.since.map(|ts| time::show(ts, style.zone)),
            "duration_seconds" => Some(hours::minutes(self.duration_seconds)),
            "fix" if self.resolved => Some("resolved".to_owned()),
            _ => None,
        }
    }
}

impl Row for Count {
    const FIELDS: &'static [&'static str] = &["kind", "findings", "resolved", "oldest"];
    const COLUMNS: &'static [Column] = &[
        Column::left("kind", "Kind"),
        Column::right("findings", "Findings"),
        Column::left("oldest", "Oldest since"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        (field == "oldest")
            .then(|| self.oldest.map(|ts| time::show(ts, style.zone)))
            .flatten()
    }
}

pub fn run(app: &mut App, args: Exceptions) -> Result<()> {
    let format = app.global.format;
    if args.counts && format == Format::Html {
        return Err(
            Error::usage("an HTML page always has both counts and findings")
                .hint("leave --counts out, or use --format table, json or csv"),
        );
    }
    let stale_after = args
        .stale_after
        .as_deref()
        .map(time::parse_duration)
        .transpose()?;
    // before anything is read, so that a file that can't be made is reported at once
    let output = match args
        .output
        .as_deref()
        .filter(|path| path.as_os_str() != "-")
    {
        Some(path) => Some((Output::for_others(path, args.force)?, path)),
        None => None,
    };
    let (report, database) = app.read(|tx, zone| {
        let question = Question {
            kinds: args.kinds.clone(),
            stale_after,
            resolved_since: args
                .since
                .as_ref()
                .map(|when| when.resolve(tx.now, zone))
                .transpose()?,
            limit: match args.counts || format == Format::Prometheus {
                true => Some(1),
                false => Some(args.limit).filter(|limit| *limit > 0),
            },
        };
        Ok((
            exceptions::find(tx, &question, zone)?,
            metrics_of(format, tx)?,
        ))
    })?;
    let style = match output {
        Some(_) => Style {
            zone: report.zone,
            ..Style::PLAIN
        },
        None => app.style,
    };
    let text = match &database {
        Some(database) => prometheus::metrics(&report, database, &night())?,
        None => rendered(&report, format, args.counts, &style)?,
    };
    match output {
        Some((output, path)) => write_file(app, output, path, &text)?,
        None if format == Format::Table => app.page(&text)?,
        None => app.text(&text)?,
    }
    if format == Format::Table {
        summarise(app, &report, args.counts);
    }
    match report.total() {
        total if total > 0 && args.exit_code => {
            Err(Error::new(ErrorKind::Findings, counted(total)))
        }
        _ => Ok(()),
    }
}

/// For metrics, the name of the database that they are about.
fn metrics_of(format: Format, tx: &mut Tx<'_>) -> Result<Option<String>> {
    if format != Format::Prometheus {
        return Ok(None);
    }
    let name = diesel::dsl::sql::<Text>("current_database()::text");
    Ok(Some(diesel::select(name).get_result(tx.conn)?))
}

/// The files that the nightly jobs write.
fn night() -> Night {
    Night {
        // the digits of a seal have no age
        seal: environment::file("WL_SEAL_FILE")
            .filter(|file| file.to_str().and_then(seal::printed).is_none()),
        verification: environment::file("WL_VERIFY_FILE"),
        backup: environment::file("WL_BACKUP_FILE"),
    }
}

fn write_file(app: &App, mut output: Output, path: &Path, text: &str) -> Result<()> {
    output
        .write_all(text.as_bytes())
        .map_err(|error| Error::io(format!("{} can't be written", path.display()), error))?;
    output.commit()?;
    app.say(format!("Wrote {}.", path.display()));
    Ok(())
}

fn rendered(report: &Report, format: Format, counts: bool, style: &Style) -> Result<String> {
    let mut out = Vec::new();
    match format {
        Format::Html => return Ok(html::page(report)),
        _ if counts => {
            let counts = report.found.iter().map(|found| found.count.clone());
            rows(&mut out, format, &counts.collect::<Vec<_>>(), style)?;
        }
        _ => {
            let findings = report.found.iter().flat_map(|found| found.findings.clone());
            rows(&mut out, format, &findings.collect::<Vec<_>>(), style)?;
        }
    }
    String::from_utf8(out).map_err(|error| Error::bug(format!("the exceptions: {error}")))
}

/// For people: how many there are, and how many are not shown.
fn summarise(app: &App, report: &Report, counts: bool) {
    let kinds: Vec<String> = report
        .found
        .iter()
        .filter(|found| found.count.findings > 0)
        .map(|found| format!("{} {}", found.count.findings, found.count.kind.as_str()))
        .collect();
    let resolved: i64 = report.found.iter().map(|found| found.count.resolved).sum();
    app.say(match (kinds.is_empty(), resolved) {
        (true, 0) => "No exceptions.".to_owned(),
        (true, _) => "No unresolved exceptions.".to_owned(),
        (false, _) => format!("{}: {}.", counted(report.total()), kinds.join(", ")),
    });
    for found in report.found.iter().filter(|_| !counts) {
        if let Some(total) = found.total_if_cut() {
            app.say(format!(
                "{}: only the oldest {} of {total} are shown; --limit 0 shows all.",
                found.count.kind.as_str(),
                found.findings.len(),
            ));
        }
    }
}

fn counted(total: i64) -> String {
    text::counted(total, "exception", "exceptions")
}

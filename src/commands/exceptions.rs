//! `wl exceptions`: what ops look at every night.

use clap::Args;

use crate::cli::app::App;
use crate::cli::{Column, Row, Style};
use crate::error::{Error, FINDINGS, Result};
use crate::exceptions::{self, Count, Finding, Found, Kind, Question};
use crate::time::{self, When};
use crate::{exit, hours};

#[derive(Debug, Args)]
pub struct Exceptions {
    /// Only this kind (can be repeated)
    #[arg(long = "kind", value_enum, value_name = "KIND")]
    kinds: Vec<Kind>,
    /// How long a timer may run, such as 8h [default: the setting stale_after]
    #[arg(long, value_name = "DURATION")]
    stale_after: Option<String>,
    /// Also list, as resolved, what was changed and approved again since then
    #[arg(long, value_name = "TIME")]
    since: Option<When>,
    /// Show so many of each kind, the oldest first; 0: all
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(i64).range(0..))]
    limit: i64,
    /// Show how many there are of each kind, and since when
    #[arg(long, conflicts_with = "limit")]
    counts: bool,
    /// Exit with 3 if there is any finding
    #[arg(long)]
    exit_code: bool,
}

impl Row for Finding {
    const FIELDS: &'static [&'static str] = &[
        "kind",
        "work_order",
        "line_item",
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
        Column::right("entry_id", "Entry"),
        Column::left("user", "User"),
        Column::left("since", "Since"),
        Column::right("duration_seconds", "Time"),
        Column::left("detail", "What"),
        Column::left("fix", "To fix it"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            "where" => Some(match self.line_item {
                Some(position) => format!("{}/{position}", self.work_order),
                None => self.work_order.clone(),
            }),
            "since" => self.since.map(|ts| time::show(ts, style.zone)),
            "duration_seconds" => Some(hours::clock(self.duration_seconds)),
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
    let stale_after = args
        .stale_after
        .as_deref()
        .map(time::parse_duration)
        .transpose()?;
    let limit = match args.counts {
        true => Some(1),
        false => Some(args.limit).filter(|limit| *limit > 0),
    };
    let found = app.read(|tx, zone| {
        let question = Question {
            kinds: args.kinds.clone(),
            stale_after: stale_after.unwrap_or(tx.settings.stale_after),
            resolved_since: args
                .since
                .as_ref()
                .map(|when| when.resolve(tx.now, zone))
                .transpose()?,
            limit,
        };
        exceptions::find(tx, &question)
    })?;
    let total: i64 = found.iter().map(|kind| kind.count.findings).sum();
    if args.counts {
        let counts: Vec<Count> = found.into_iter().map(|kind| kind.count).collect();
        app.rows(&counts, "")?;
    } else {
        list(app, found, total)?;
    }
    if args.exit_code && total > 0 {
        return Err(Error::new(exit::FINDINGS, FINDINGS, counted(total)));
    }
    Ok(())
}

/// All findings, and for a person how many there are and which are not shown.
fn list(app: &App, found: Vec<Found>, total: i64) -> Result<()> {
    let counts: Vec<(Count, usize)> = found
        .iter()
        .map(|kind| (kind.count.clone(), kind.findings.len()))
        .collect();
    let findings: Vec<Finding> = found.into_iter().flat_map(|kind| kind.findings).collect();
    app.rows(&findings, "No exceptions.")?;
    if !app.is_table() || findings.is_empty() {
        return Ok(());
    }
    let kinds: Vec<String> = counts
        .iter()
        .filter(|(count, _)| count.findings > 0)
        .map(|(count, _)| format!("{} {}", count.findings, count.kind.as_str()))
        .collect();
    app.say(match kinds.is_empty() {
        true => "No exceptions but resolved ones.".to_owned(),
        false => format!("{}: {}.", counted(total), kinds.join(", ")),
    });
    for (count, shown) in counts {
        let all = count.findings + count.resolved;
        if i64::try_from(shown).is_ok_and(|shown| shown < all) {
            app.say(format!(
                "Of {} {all} are there and the oldest {shown} shown; --limit 0 shows all.",
                count.kind.as_str()
            ));
        }
    }
    Ok(())
}

fn counted(total: i64) -> String {
    match total {
        1 => "1 exception".to_owned(),
        total => format!("{total} exceptions"),
    }
}

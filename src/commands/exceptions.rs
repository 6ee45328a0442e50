//! `wl exceptions`: what ops look at every night.

use clap::Args;

use crate::cli::app::App;
use crate::cli::{Column, Row, Style};
use crate::error::{Error, FINDINGS, Result};
use crate::exceptions::{self, Finding, Kind, Question};
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

pub fn run(app: &mut App, args: Exceptions) -> Result<()> {
    let stale_after = args
        .stale_after
        .as_deref()
        .map(time::parse_duration)
        .transpose()?;
    let findings = app.read(|tx, zone| {
        let question = Question {
            kinds: args.kinds.clone(),
            stale_after: stale_after.unwrap_or(tx.settings.stale_after),
            resolved_since: args
                .since
                .as_ref()
                .map(|when| when.resolve(tx.now, zone))
                .transpose()?,
        };
        exceptions::find(tx, &question)
    })?;
    app.rows(&findings, "No exceptions.")?;
    let open = findings.iter().filter(|finding| !finding.resolved).count();
    if args.exit_code && open > 0 {
        return Err(Error::new(
            exit::FINDINGS,
            FINDINGS,
            format!("{open} exceptions"),
        ));
    }
    Ok(())
}

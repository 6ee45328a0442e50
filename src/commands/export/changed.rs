//! `wl export --changed-since`: what changed since an export.

use std::path::Path;

use chrono_tz::Tz;

use crate::cli::app::App;
use crate::cli::{Column, Row, Style};
use crate::commands::audit;
use crate::error::Result;
use crate::hours;
use crate::ledger::Tx;
use crate::ledger::changed::{self, Baseline, Difference};
use crate::ledger::seal;
use crate::ledger::verify::Earlier;
use crate::text;
use crate::time::{self, Period, When};

impl Row for Difference {
    const FIELDS: &'static [&'static str] = &[
        "kind",
        "entity_type",
        "entity_id",
        "place",
        "user",
        "seconds",
        "changes",
        "actors",
        "reasons",
        "at",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::left("kind", "What"),
        Column::left("row", "Row"),
        Column::left("place", "Where"),
        Column::left("user", "User"),
        Column::right("seconds", "Time"),
        Column::left("changes", "Changed"),
        Column::left("actors", "By"),
        Column::left("reasons", "Why"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            "row" => Some(format!("{} {}", self.entity_type.words(), self.entity_id)),
            "seconds" if self.seconds == 0 => Some(String::new()),
            "seconds" => Some(signed_clock(self.seconds)),
            "changes" => Some(
                self.changes
                    .iter()
                    .map(|change| audit::change_text(change, style))
                    .collect::<Vec<_>>()
                    .join("; "),
            ),
            "actors" => Some(self.actors.join(", ")),
            "reasons" => Some(self.reasons.join("; ")),
            _ => None,
        }
    }
}

/// `+1:30:00`, `-0:00:12`
fn signed_clock(seconds: i64) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    format!("{sign}{}", hours::clock(seconds.abs()))
}

pub fn run(app: &mut App, given: &str) -> Result<()> {
    let differences = app.read(|tx, zone| {
        let since = since(tx, given, zone)?;
        changed::since(tx, &since)
    })?;
    app.rows(&differences, "No exported data has changed.")?;
    if !differences.is_empty() {
        let seconds: i64 = differences
            .iter()
            .map(|difference| difference.seconds)
            .sum();
        app.say(format!(
            "{}; approved time {} ({}).",
            text::counted(differences.len(), "difference", "differences"),
            signed_clock(seconds),
            text::counted(seconds, "second", "seconds"),
        ));
    }
    Ok(())
}

/// A seal, a time or the beginning of a day, else a seal file.
fn since(tx: &mut Tx<'_>, given: &str, zone: Tz) -> Result<Baseline> {
    if !seal::is_seal(given) {
        if let Ok(period) = given.parse::<Period>() {
            let (day, _) = period.resolve(tx.now, zone)?;
            return Ok(Baseline::Time(time::day_start(day, zone)));
        }
        if let Ok(when) = given.parse::<When>() {
            return Ok(Baseline::Time(when.resolve(tx.now, zone)?));
        }
    }
    match audit::earlier(Path::new(given)) {
        Ok(Earlier::Heads(seal)) => Ok(Baseline::Seal(seal)),
        Ok(Earlier::Digits(digits)) => {
            let found = seal::find(tx, &digits)?;
            found.map(Baseline::Seal).ok_or_else(seal::never_had)
        }
        Err(error) => Err(error.hint("give a seal file, the 64 digits of a seal, or a time")),
    }
}

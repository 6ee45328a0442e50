//! `wl export --changed-since`: what changed since an export.

use std::path::Path;

use serde::Deserialize;

use crate::cli::app::App;
use crate::cli::{Column, LAST_RESORT, Row, Style};
use crate::commands::audit;
use crate::error::{Error, ErrorKind, Result};
use crate::file;
use crate::hours;
use crate::ledger::Tx;
use crate::ledger::changed::{self, Difference, HandedOver, Scope};
use crate::ledger::seal;
use crate::text;
use crate::time::{Period, When};

impl Row for Difference {
    const FIELDS: &'static [&'static str] = &[
        "kind",
        "entity_type",
        "entity_id",
        "place",
        "title",
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
        Column::text("title", "Title"),
        Column::left("user", "User").spare(LAST_RESORT),
        Column::right("seconds", "Time"),
        Column::below("changes", "Changed"),
        Column::left("actors", "By"),
        Column::text("reasons", "Why"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            "row" => Some(audit::row(
                self.entity_type,
                &self.entity_type.words(),
                self.entity_id,
            )),
            "place" => Some(audit::place(self.entity_type, &self.place)),
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

pub fn run(app: &mut App, given: &str, exit_code: bool) -> Result<()> {
    let differences = app.read(|tx, _| {
        changed::require_right(tx)?;
        let handed_over = handed_over(tx, given)?;
        changed::since(tx, &handed_over)
    })?;
    app.rows(&differences, "No exported data has changed.")?;
    if differences.is_empty() {
        return Ok(());
    }
    let seconds: i64 = differences
        .iter()
        .map(|difference| difference.seconds)
        .sum();
    let count = text::counted(differences.len(), "difference", "differences");
    app.say(format!(
        "{count}; approved time {} ({}).",
        signed_clock(seconds),
        text::counted(seconds, "second", "seconds"),
    ));
    match exit_code {
        true => Err(Error::new(ErrorKind::Findings, count)),
        false => Ok(()),
    }
}

const GIVE: &str = "give the side file or the manifest of what was handed over, or a seal";

/// The digits of a seal, else what `wl audit seal` printed, a seal file, a side file or a
/// manifest. A time is refused.
fn handed_over(tx: &mut Tx<'_>, given: &str) -> Result<HandedOver> {
    if let Some(digits) = seal::printed(given) {
        return sealed_by(tx, &digits);
    }
    let path = Path::new(given);
    let is_time = given.parse::<Period>().is_ok() || given.parse::<When>().is_ok();
    if is_time && !path.exists() {
        return Err(Error::usage(format!(
            "{} is a time: what a transaction was still writing then would be missed",
            text::short(given, 60)
        ))
        .hint(GIVE));
    }
    let text = audit::read_text(path).map_err(|error| error.hint(GIVE))?;
    if let Some(digits) = seal::printed(&text) {
        return sealed_by(tx, &digits);
    }
    let handed_over = HandedOver::parse(&text).map_err(|error| error.hint(GIVE))?;
    check_file(path, &text)?;
    Ok(handed_over)
}

/// What a side file says of the file beside it.
#[derive(Deserialize)]
struct Described {
    name: String,
    sha256: String,
}

/// Refuses a side file beside another file than the one that it was made for: it would say
/// nothing of that file. The file itself may be elsewhere.
fn check_file(side_file: &Path, text: &str) -> Result<()> {
    let Ok(described) = serde_json::from_str::<Described>(text) else {
        return Ok(());
    };
    let path = file::folder_of(side_file).join(&described.name);
    if file::name_of(&path) != described.name
        || file::has_bytes(&path, &described.sha256)? != Some(false)
    {
        return Ok(());
    }
    Err(Error::data(format!(
        "{} is not the file that {} was made for: its SHA-256 is another",
        path.display(),
        side_file.display()
    ))
    .hint("name the side file of what was handed over, or export the file again with --force"))
}

/// All time under a seal that only its digits name.
fn sealed_by(tx: &mut Tx<'_>, digits: &str) -> Result<HandedOver> {
    let seal = seal::find(tx, digits)?.ok_or_else(seal::never_had)?;
    let scope = Scope::default();
    Ok(HandedOver { seal, scope })
}

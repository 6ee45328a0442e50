//! What an import says it did.

use super::Source;
use crate::cli::app::App;
use crate::domain::import::{self, Outcome, Person};
use crate::intake::Sheet;
use crate::{hours, text, time};

/// Rejected rows, and people, that are named one by one.
const ROWS: usize = 20;
const PEOPLE: usize = 10;

/// How the file was read.
pub fn reading(app: &App, sheet: &Sheet, outcome: &Outcome, said: Option<&str>) {
    if app.is_json() {
        return;
    }
    if let Some(tracker) = sheet.tracker() {
        let zone = outcome.zone.as_deref().unwrap_or_default();
        let name = tracker.name();
        app.say(format!(
            "The file is from {name}; times without an offset are in {zone}."
        ));
    }
    if let Some(said) = said {
        app.say(said);
    }
    for skipped in &outcome.skipped {
        let rows = text::counted(skipped.rows, "row", "rows");
        app.say(match skipped.why {
            "running" => format!("Left out {rows} without an end."),
            _ => format!("Left out {rows} of breaks."),
        });
    }
}

pub fn summarise(
    app: &App,
    source: &Source,
    sheet: &Sheet,
    [one, many]: [&str; 2],
    outcome: &Outcome,
) {
    let verb = match source.dry_run {
        true => "Would import",
        false => "Imported",
    };
    let mut sentence = format!("{verb} {}", text::counted(outcome.added, one, many));
    if outcome.orders_added > 0 {
        let orders = text::counted(outcome.orders_added, "work order", "work orders");
        sentence.push_str(&format!(", {orders}"));
    }
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
    if outcome.long > 0 {
        app.warn(format!(
            "{} longer than {}: wl approve skips such time without --accept-long; list it with: wl exceptions --kind long_entry",
            text::counted(outcome.long, "entry is", "entries are"),
            time::show_duration(outcome.stale_after)
        ));
    }
    people(app, &outcome.people);
    if outcome.rejected.is_empty() {
        return;
    }
    match &source.rejects {
        Some(path) if !source.dry_run => {
            app.say(format!("The rejected rows are in {}.", path.display()));
        }
        // the error that ends a dry run names the only one
        None if outcome.rejected.len() == 1 => {}
        _ => rejected(app, sheet, outcome),
    }
}

fn people(app: &App, people: &[Person]) {
    for person in people.iter().take(PEOPLE) {
        app.say(format!(
            "Time of {} ({}): {}, {} h.",
            person.full_name,
            person.name,
            text::counted(person.added, "entry", "entries"),
            hours::decimal(person.duration_seconds)
        ));
    }
    let more = people.get(PEOPLE..).unwrap_or_default();
    if !more.is_empty() {
        let entries: usize = more.iter().map(|person| person.added).sum();
        let seconds: i64 = more.iter().map(|person| person.duration_seconds).sum();
        app.say(format!(
            "Time of {}: {}, {} h.",
            text::counted(more.len(), "more person", "more people"),
            text::counted(entries, "entry", "entries"),
            hours::decimal(seconds)
        ));
    }
}

fn rejected(app: &App, sheet: &Sheet, outcome: &Outcome) {
    for rejected in outcome.rejected.iter().take(ROWS) {
        let what = import::place_and_reason(sheet, rejected);
        app.say(format!("{what} ({})", rejected.rule));
    }
    let more = outcome.rejected.len().saturating_sub(ROWS);
    if more > 0 {
        let rows = text::counted(more, "more row", "more rows");
        app.say(format!("{rows} would be rejected."));
    }
}

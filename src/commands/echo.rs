//! What a write to time tells a person: how it understood the input, and what it affects.
//!
//! Two lines, both on standard error: the entry with its span, then its line item with its
//! text and the title of the order. Nothing is said with `-q` or with JSON.

use chrono::{DateTime, Utc};

use crate::cli::app::App;
use crate::hours;
use crate::ledger::guards::{Edge, Snap};
use crate::rows::EntryRow;
use crate::text;
use crate::time::{self, show_duration};

/// An entry as a sentence names it.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub id: i64,
    pub work_order: &'a str,
    pub line_item: i32,
    pub line_description: &'a str,
    pub title: &'a str,
    /// The login of the person whose time it is; named if it is another one's.
    pub user: &'a str,
    pub start: DateTime<Utc>,
    pub end: Option<DateTime<Utc>>,
    pub seconds: Option<i64>,
    pub note: Option<&'a str>,
}

impl<'a> From<&'a EntryRow> for Subject<'a> {
    fn from(row: &'a EntryRow) -> Self {
        Self {
            id: row.id,
            work_order: &row.work_order,
            line_item: row.line_item,
            line_description: &row.line_description,
            title: &row.title,
            user: &row.user,
            start: row.start_ts,
            end: row.end_ts,
            seconds: row.duration_seconds,
            note: row.note.as_deref(),
        }
    }
}

/// `Added entry 7: Tue 2026-11-24 08:00–10:00, 2:00 h`, and the line item below.
pub fn wrote<'a>(app: &App, verb: &str, entry: impl Into<Subject<'a>>) {
    let entry = entry.into();
    let whose = match entry.user == app.actor() {
        true => String::new(),
        false => format!(" of {}", entry.user),
    };
    let length = entry.seconds.map_or_else(String::new, |seconds| {
        format!(", {} h", hours::minutes(seconds))
    });
    // a start says so by itself
    let running = match entry.end.is_none() && !verb.starts_with("Start") {
        true => ", running",
        false => "",
    };
    app.say(format!(
        "{verb} entry {}{whose}: {}{length}{running}",
        entry.id,
        time::show_span(entry.start, entry.end, app.style.zone)
    ));
    let place = format!(
        "{}/{} {} · {}",
        entry.work_order, entry.line_item, entry.line_description, entry.title
    );
    detail(app, &place);
}

/// The same of an entry that is new, with its note.
pub fn made<'a>(app: &App, verb: &str, entry: impl Into<Subject<'a>>) {
    let entry = entry.into();
    wrote(app, verb, entry);
    if let Some(note) = entry.note {
        detail(app, &format!("note: \"{note}\""));
    }
}

/// The same of a correction, and a line for each field that changed: `end: 10:00 -> 11:00`.
pub fn changed(app: &App, verb: &str, before: &EntryRow, after: &EntryRow) {
    wrote(app, verb, after);
    for change in changes(app, before, after) {
        detail(app, &change);
    }
}

/// Each start or end that was taken as the edge of another entry in the same minute.
pub fn snaps(app: &App, snaps: &[Snap]) {
    let zone = app.style.zone;
    for snap in snaps {
        let (edge, other) = match snap.edge {
            Edge::Start => ("start", "ends"),
            Edge::End => ("end", "starts"),
        };
        let typed = time::show_clock(snap.typed, zone);
        let at = time::show_clock_second(snap.at, zone);
        let entry = snap.entry;
        detail(
            app,
            &format!("{edge}: {typed} is taken as {at}, when entry {entry} {other}"),
        );
    }
}

/// An indented line, cut to the width of the terminal.
pub fn detail(app: &App, line: &str) {
    app.say(app.fit(&format!("  {}", text::one_line(line))));
}

fn changes(app: &App, before: &EntryRow, after: &EntryRow) -> Vec<String> {
    let zone = app.style.zone;
    let moment = |name: &str, old: DateTime<Utc>, new: DateTime<Utc>| {
        let show = match time::same_day(old, new, zone) {
            // a change of seconds alone
            true if time::show_clock(old, zone) == time::show_clock(new, zone) => {
                time::show_clock_second
            }
            true => time::show_clock,
            false => time::show_day_clock,
        };
        (old != new).then(|| format!("{name}: {} -> {}", show(old, zone), show(new, zone)))
    };
    let words = |name: &str, old: Option<String>, new: Option<String>| {
        let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
        (old != new).then(|| format!("{name}: {} -> {}", shown(&old), shown(&new)))
    };
    let line = |row: &EntryRow| Some(format!("{}/{}", row.work_order, row.line_item));
    let quoted = |row: &EntryRow| row.note.as_ref().map(|note| format!("\"{note}\""));
    let end = match (before.end_ts, after.end_ts) {
        (Some(old), Some(new)) => moment("end", old, new),
        _ => None,
    };
    [
        moment("start", before.start_ts, after.start_ts),
        end,
        words("line item", line(before), line(after)),
        words("note", quoted(before), quoted(after)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Warns of time that is longer than the setting `stale_after`, which approval leaves out.
pub fn warn_if_long<'a>(app: &App, entry: impl Into<Subject<'a>>, stale_after: i64) {
    let entry = entry.into();
    if entry.seconds <= Some(stale_after) {
        return;
    }
    app.warn(format!(
        "entry {} is longer than {}: wl approve skips it without --accept-long; correct it with: wl entry edit {} --end TIME",
        entry.id,
        show_duration(stale_after),
        entry.id
    ));
}

/// Warns of time that a person entered and that is shown as 0:00 h.
pub fn warn_if_short<'a>(app: &App, entry: impl Into<Subject<'a>>) {
    let entry = entry.into();
    if let Some(seconds) = entry.seconds.filter(|seconds| *seconds < 60) {
        app.warn(format!(
            "entry {} is {} long; correct it with: wl entry edit {} --end TIME",
            entry.id,
            text::counted(seconds, "second", "seconds"),
            entry.id
        ));
    }
}

//! The files of other trackers, as they are downloaded: which one a file is, and where it
//! has what. CSV files have a layout; text and JSON become rows with the columns of
//! [`RECORD`].

mod bartib;
mod json;
mod klog;
mod klog_text;
mod layouts;
pub mod organisation;
#[cfg(test)]
mod tests;
mod timeclock;
mod timewarrior;
mod watson;

pub use layouts::{Layout, layout, records};

use clap::ValueEnum;

use super::SheetRow;
use crate::error::{Error, Result};
use crate::text;

/// A program that records time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tracker {
    Toggl,
    Clockify,
    Harvest,
    Kimai,
    Watson,
    Timewarrior,
    Klog,
    Timeclock,
    Bartib,
    Timetrap,
    Solidtime,
}

impl Tracker {
    /// Its word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Toggl => "toggl",
            Self::Clockify => "clockify",
            Self::Harvest => "harvest",
            Self::Kimai => "kimai",
            Self::Watson => "watson",
            Self::Timewarrior => "timewarrior",
            Self::Klog => "klog",
            Self::Timeclock => "timeclock",
            Self::Bartib => "bartib",
            Self::Timetrap => "timetrap",
            Self::Solidtime => "solidtime",
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Toggl => "Toggl Track",
            Self::Clockify => "Clockify",
            Self::Harvest => "Harvest",
            Self::Kimai => "Kimai",
            Self::Watson => "Watson",
            Self::Timewarrior => "Timewarrior",
            Self::Klog => "klog",
            Self::Timeclock => "timeclock",
            Self::Bartib => "bartib",
            Self::Timetrap => "timetrap",
            Self::Solidtime => "solidtime",
        }
    }
}

/// A text or JSON file's entry; an empty text is none.
#[derive(Debug, Default)]
pub struct Entry {
    pub line: u64,
    pub start: String,
    pub end: String,
    /// A length without clock times.
    pub duration: String,
    pub project: String,
    pub note: String,
    pub tags: Vec<String>,
    /// Text in which a word may name the order and the line item.
    pub words: String,
}

/// The columns of such entries, which are targets.
pub const RECORD: [&str; 7] = [
    "start_ts", "end_ts", "duration", "number", "note", "tags", "words",
];

/// What a message calls the column of a text or JSON entry.
pub fn field(target: &str) -> &'static str {
    match target {
        "start_ts" => "start",
        "end_ts" => "end",
        "duration" => "length",
        "number" => "project",
        "line" => "line item",
        "tags" => "tags",
        "user" => "person",
        _ => "note",
    }
}

impl Entry {
    fn row(&self) -> SheetRow {
        let tags = self.tags.join("\n");
        let cells = [
            &self.start,
            &self.end,
            &self.duration,
            &self.project,
            &self.note,
            &tags,
            &self.words,
        ];
        SheetRow::new(self.line, cells.map(String::as_str))
    }
}

/// The tracker whose text or JSON a file begins with; None of CSV.
pub fn recognise(head: &[u8]) -> Option<Tracker> {
    let head = String::from_utf8_lossy(head);
    let start = head.trim_start();
    match start.chars().next()? {
        '[' | '{' => return json::recognise(start),
        _ => {}
    }
    let first = start.lines().next()?.trim_end();
    if timewarrior::begins(first) {
        Some(Tracker::Timewarrior)
    } else if timeclock::begins(start) {
        Some(Tracker::Timeclock)
    } else if bartib::begins(first) {
        Some(Tracker::Bartib)
    } else if klog_text::begins(first) {
        Some(Tracker::Klog)
    } else {
        None
    }
}

/// The entries of a text or JSON file.
pub fn entries(file: &str, tracker: Tracker, text: &str) -> Result<Vec<SheetRow>> {
    let is_json = text.trim_start().starts_with(['[', '{']);
    let entries = match (tracker, is_json) {
        (Tracker::Watson, true) => watson::json(file, text),
        (Tracker::Timewarrior, true) => timewarrior::json(file, text),
        (Tracker::Timewarrior, false) => timewarrior::text(file, text),
        (Tracker::Timetrap, true) => json::timetrap(file, text),
        (Tracker::Klog, true) => klog::json(file, text),
        (Tracker::Klog, false) => klog_text::text(file, text),
        (Tracker::Timeclock, false) => timeclock::text(file, text),
        (Tracker::Bartib, false) => bartib::text(file, text),
        _ => Err(Error::data(format!(
            "{file} is no file that {} writes",
            tracker.name()
        ))),
    }?;
    Ok(entries.iter().map(Entry::row).collect())
}

/// A line of a text that its format does not allow.
fn bad_line(file: &str, line: u64, content: &str, why: &str) -> Error {
    Error::data(format!(
        "{file}, line {line}: \"{}\": {why}",
        text::short(content, 60)
    ))
}

/// The lines of a text with their numbers.
fn numbered(text: &str) -> impl Iterator<Item = (u64, &str)> {
    (1..).zip(text.lines())
}

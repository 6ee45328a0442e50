//! Watson's frames and `watson log --json`. Its CSV has a layout.

use chrono::{DateTime, SecondsFormat};
use serde_json::Value;

use super::{Entry, bad_line, json};
use crate::error::Result;

pub fn json(file: &str, text: &str) -> Result<Vec<Entry>> {
    let entry = |(line, value): (u64, Value)| match value.as_array() {
        Some(frame) => frame_entry(frame, line)
            .ok_or_else(|| bad_line(file, line, &value.to_string(), "no frame of Watson")),
        None => Ok(Entry {
            line,
            start: json::text(&value, "start"),
            end: json::text(&value, "stop"),
            project: json::text(&value, "project"),
            tags: json::texts(value.get("tags")),
            ..Entry::default()
        }),
    };
    json::elements(file, text)?.into_iter().map(entry).collect()
}

/// `[start, stop, project, id, [tags], updated_at]`, in seconds since 1970.
fn frame_entry(frame: &[Value], line: u64) -> Option<Entry> {
    let instant = |at: usize| {
        let seconds = frame.get(at)?.as_i64()?;
        let ts = DateTime::from_timestamp(seconds, 0)?;
        Some(ts.to_rfc3339_opts(SecondsFormat::Secs, true))
    };
    Some(Entry {
        line,
        start: instant(0)?,
        end: instant(1)?,
        project: frame.get(2)?.as_str()?.to_owned(),
        tags: json::texts(frame.get(4)),
        ..Entry::default()
    })
}

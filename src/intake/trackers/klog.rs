//! `klog json`.

use chrono::{NaiveDate, TimeDelta};
use serde_json::Value;

use super::{Entry, bad_line, json};
use crate::error::{Error, Result};

/// A time as the minutes since the midnight that begins the record's date, which may be
/// negative or more than a day.
pub fn local_time(date: NaiveDate, minutes: i64) -> Option<String> {
    let midnight = date.and_hms_opt(0, 0, 0)?;
    let time = midnight.checked_add_signed(TimeDelta::try_minutes(minutes)?)?;
    Some(time.format("%Y-%m-%d %H:%M").to_string())
}

/// The text whose words may name the order: of the entry, then of its record.
pub fn words(entry: &str, record: &str) -> String {
    format!("{entry}\n{record}").trim().to_owned()
}

pub fn json(file: &str, text: &str) -> Result<Vec<Entry>> {
    let all: Value = serde_json::from_str(text)
        .map_err(|error| Error::data(format!("{file} is not JSON: {error}")))?;
    if all.get("errors").is_some_and(|errors| !errors.is_null()) {
        return Err(Error::data(format!(
            "klog found errors in the file that {file} is made of"
        ))
        .hint("see them with: klog json --pretty"));
    }
    let mut entries = Vec::new();
    let records = all.get("records").and_then(Value::as_array);
    for record in records.into_iter().flatten() {
        let date = json::text(record, "date").replace('/', "-");
        let day = date
            .parse()
            .map_err(|_| bad_line(file, 1, &date, "no date"))?;
        let summary = json::text(record, "summary");
        let list = record.get("entries").and_then(Value::as_array);
        for value in list.into_iter().flatten() {
            entries.push(
                entry(value, day, &summary)
                    .ok_or_else(|| bad_line(file, 1, &value.to_string(), "no entry of klog"))?,
            );
        }
    }
    Ok(entries)
}

fn entry(value: &Value, day: NaiveDate, record: &str) -> Option<Entry> {
    let summary = json::text(value, "summary");
    let at = |key: &str| local_time(day, value.get(key)?.as_i64()?);
    let entry = Entry {
        // klog writes all on one line
        line: 1,
        words: words(&summary, record),
        note: summary,
        ..Entry::default()
    };
    Some(match json::text(value, "type").as_str() {
        "range" => Entry {
            start: at("start_mins")?,
            end: at("end_mins")?,
            ..entry
        },
        "open_range" => Entry {
            start: at("start_mins")?,
            ..entry
        },
        "duration" => Entry {
            duration: format!("{}m on {day}", value.get("total_mins")?.as_i64()?),
            ..entry
        },
        _ => return None,
    })
}

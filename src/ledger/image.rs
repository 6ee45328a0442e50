//! The image of a row, as the trail keeps it, made from the row as it is now:
//! the same text that PostgreSQL makes in `wl.*_image`, but no function of ours
//! in the database needs to be trusted. That of a time entry is made here, which
//! is ten times as fast.

use chrono::{DateTime, Datelike, Timelike};
use serde::Serialize;

use crate::db::copy::Field;
use crate::error::{Error, Result};
use crate::models::Entity;

/// What the image of a row of this kind holds beside `v`, in its order; of a time
/// entry [`ENTRY`] is the list.
const fn fields(entity: Entity) -> &'static str {
    match entity {
        Entity::User => "id, db_role, full_name, role, created_at, created_by, deleted_at",
        Entity::WorkOrder => {
            "id, number, title, customer, status, created_at, created_by, deleted_at"
        }
        Entity::LineItem => {
            "id, work_order_id, position, description, status, created_at, created_by, deleted_at"
        }
        Entity::TimeEntry => "",
        Entity::Setting => "id, name, value",
        Entity::Bill => {
            "id, number, customer, until, until_ts, zone, reference, replaces, entries, duration_seconds, \
             late_seconds, lines_sha256, letterhead_id, made_at, made_by, cancelled_at, cancelled_by, cancel_reason"
        }
        Entity::Document => "id, sha256, bill_id, kind, options, fonts, made_at, made_by",
        Entity::Letterhead => {
            "id, sha256, organisation, address, logo_sha256, footer, language, zone, made_at, made_by"
        }
    }
}

/// How a column is written.
#[derive(Clone, Copy)]
enum ValueType {
    Integer,
    Text,
    Time,
    Bool,
    Integers,
}

/// The columns of a time entry after `v` and `id`, as in `wl.entry_v1`.
const ENTRY: [(&str, ValueType); 18] = [
    ("user_id", ValueType::Integer),
    ("work_order_id", ValueType::Integer),
    ("line_item_id", ValueType::Integer),
    ("start_ts", ValueType::Time),
    ("end_ts", ValueType::Time),
    ("duration_seconds", ValueType::Integer),
    ("status", ValueType::Text),
    ("approved_by", ValueType::Integer),
    ("approved_at", ValueType::Time),
    ("long_accepted", ValueType::Bool),
    ("approvals", ValueType::Integer),
    ("touched_by", ValueType::Integers),
    ("edited_reason", ValueType::Text),
    ("edited_at", ValueType::Time),
    ("edited_by", ValueType::Integer),
    ("created_at", ValueType::Time),
    ("created_by", ValueType::Integer),
    ("deleted_at", ValueType::Time),
];

/// How many columns [`columns_sql`] makes.
pub const COLUMNS: usize = 2 + ENTRY.len();

/// SQL: of a record `r` of `wl.audit_proof` the row. One of the small kinds as
/// JSON, null if it is gone; then version and columns of a time entry, nulls if
/// it is gone.
pub fn columns_sql() -> String {
    let small: Vec<String> = Entity::ALL
        .into_iter()
        .filter(|entity| *entity != Entity::TimeEntry)
        .map(row_sql)
        .collect();
    let entry = ENTRY.map(|(name, _)| format!("r.{name}"));
    format!(
        "CASE r.entity_type WHEN '{}' THEN NULL {} END, r.row_version, {}",
        Entity::TimeEntry,
        small.join(" "),
        entry.join(", ")
    )
}

/// SQL: of a record `r` of this kind the row. There are few, so that
/// PostgreSQL itself may write them, with its own function alone.
/// A second row of the same id does not end the query: it is counted.
fn row_sql(entity: Entity) -> String {
    let columns: Vec<String> = fields(entity).split(", ").map(column_sql).collect();
    format!(
        "WHEN '{entity}' THEN (SELECT pg_catalog.row_to_json(x)
         FROM (SELECT row_version, 1 AS v, {} FROM wl.{}) x WHERE x.id = r.entity_id LIMIT 1)",
        columns.join(", "),
        entity.table()
    )
}

/// SQL: a column. An image has hashes in hexadecimal, whatever bytea_output says.
fn column_sql(name: &str) -> String {
    match name.ends_with("sha256") {
        true => format!("pg_catalog.encode({name}, 'hex') AS {name}"),
        false => name.to_owned(),
    }
}

/// Version and image out of a row of [`row_sql`]. Quotes within a string are
/// escaped there, so that what looks like a null field is one.
pub fn small_image(entity: Entity, row: &[u8]) -> Option<(i64, String)> {
    let row = std::str::from_utf8(row).ok()?;
    let (version, rest) = row.strip_prefix("{\"row_version\":")?.split_once(',')?;
    let mut image = format!("{{{rest}");
    for field in fields(entity).split(", ") {
        let null = format!(",\"{field}\":null");
        if image.contains(&null) {
            image = image.replace(&null, "");
        }
    }
    Some((version.parse().ok()?, image))
}

/// Writes the image of the time entry with this id and these columns.
pub fn write_entry(id: i64, columns: &[Field<'_>], image: &mut Vec<u8>) -> Result<()> {
    image.clear();
    image.extend_from_slice(b"{\"v\":1,\"id\":");
    json(&id, image)?;
    for ((name, form), value) in ENTRY.iter().zip(columns) {
        if value.is_null() {
            continue;
        }
        image.extend_from_slice(b",\"");
        image.extend_from_slice(name.as_bytes());
        image.extend_from_slice(b"\":");
        form.write(*value, image)?;
    }
    image.push(b'}');
    Ok(())
}

impl ValueType {
    fn write(self, value: Field<'_>, image: &mut Vec<u8>) -> Result<()> {
        match self {
            Self::Integer => json(&value.i64()?, image)?,
            Self::Bool => json(&value.bool(), image)?,
            // escaped as PostgreSQL does
            Self::Text => json(value.text()?, image)?,
            Self::Time => time(value.micros()?, image),
            Self::Integers => match value.integers() {
                Ok(list) => integers(&list, image)?,
                // nulls or several dimensions, which no record has
                Err(_) => image.push(b'?'),
            },
        }
        Ok(())
    }
}

fn integers(list: &[i64], image: &mut Vec<u8>) -> Result<()> {
    image.push(b'[');
    for (place, number) in list.iter().enumerate() {
        if place > 0 {
            image.push(b',');
        }
        json(number, image)?;
    }
    image.push(b']');
    Ok(())
}

/// A value as PostgreSQL writes it in JSON.
pub fn json<T: Serialize + ?Sized>(value: &T, image: &mut Vec<u8>) -> Result<()> {
    serde_json::to_writer(image, value).map_err(|error| Error::bug(error.to_string()))
}

/// A point in time in UTC, such as `"2026-11-22T10:00:00.25+00:00"`.
fn time(micros: i64, image: &mut Vec<u8>) {
    let Some(ts) = DateTime::from_timestamp_micros(micros).map(|ts| ts.naive_utc()) else {
        let word: &[u8] = if micros > 0 {
            b"\"infinity\""
        } else {
            b"\"-infinity\""
        };
        return image.extend_from_slice(word);
    };
    image.push(b'"');
    match u32::try_from(ts.year()) {
        Ok(year @ ..=9999) => digits(year, 4, image),
        // no record has one: it must only differ from all that records have
        _ => image.extend_from_slice(ts.year().to_string().as_bytes()),
    }
    for (mark, number) in [
        (b'-', ts.month()),
        (b'-', ts.day()),
        (b'T', ts.hour()),
        (b':', ts.minute()),
        (b':', ts.second()),
    ] {
        image.push(mark);
        digits(number, 2, image);
    }
    let fraction = ts.nanosecond() / 1000;
    if fraction != 0 {
        image.push(b'.');
        digits(fraction, 6, image);
        while image.last() == Some(&b'0') {
            image.pop();
        }
    }
    image.extend_from_slice(b"+00:00\"");
}

/// A number with zeros in front of it.
fn digits(number: u32, width: u32, image: &mut Vec<u8>) {
    for place in (0..width).rev() {
        let digit = number / 10_u32.pow(place) % 10;
        image.extend(b"0123456789".get(digit as usize));
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    #[test]
    fn times_are_those_of_json() {
        for (given, text) in [
            (
                "2026-11-22T10:00:00.250000Z",
                "2026-11-22T10:00:00.25+00:00",
            ),
            (
                "1970-01-01T00:00:00.000001Z",
                "1970-01-01T00:00:00.000001+00:00",
            ),
            ("0999-01-02T03:04:50Z", "0999-01-02T03:04:50+00:00"),
            ("+12026-11-22T10:00:00Z", "12026-11-22T10:00:00+00:00"),
            // PostgreSQL writes BC: what matters is that it's no year of ours
            ("-2025-11-22T10:00:00Z", "-2025-11-22T10:00:00+00:00"),
        ] {
            let time: DateTime<chrono::Utc> = given.parse().unwrap();
            let mut image = Vec::new();
            super::time(time.timestamp_micros(), &mut image);
            assert_eq!(String::from_utf8(image).unwrap(), format!("\"{text}\""));
        }
        for (micros, text) in [(i64::MAX, "\"infinity\""), (i64::MIN, "\"-infinity\"")] {
            let mut image = Vec::new();
            super::time(micros, &mut image);
            assert_eq!(String::from_utf8(image).unwrap(), text);
        }
    }
}

//! The image of a row, as the trail keeps it, made from the row as it is now:
//! the same text that PostgreSQL makes of the jsonb of `wl.*_image`, but no
//! function of ours in the database needs to be trusted. That of a time entry
//! is made here, which is ten times as fast.

use chrono::{DateTime, Datelike, Timelike};
use serde::Serialize;

use crate::db::copy::Field;
use crate::error::{Error, Result};

use super::seal::hex_digits;

/// One kind of row.
pub struct Kind {
    /// As `entity_type` has it.
    pub name: &'static str,
    pub table: &'static str,
    /// What its image holds beside `v`; of a time entry [`ENTRY`] says it.
    fields: &'static str,
}

pub const KINDS: [Kind; 5] = [
    Kind {
        name: "user",
        table: "users",
        fields: "id, db_role, full_name, role, created_at, created_by, deleted_at",
    },
    Kind {
        name: "work_order",
        table: "work_orders",
        fields: "id, number, title, customer, status, created_at, created_by, deleted_at",
    },
    Kind {
        name: "line_item",
        table: "line_items",
        fields: "id, work_order_id, position, description, status, created_at, created_by, deleted_at",
    },
    Kind {
        name: TIME_ENTRY,
        table: "time_entries",
        fields: "",
    },
    Kind {
        name: "setting",
        table: "settings",
        fields: "id, name, value",
    },
];

const TIME_ENTRY: &str = "time_entry";

/// How a column is written.
#[derive(Clone, Copy)]
enum As {
    Integer,
    Text,
    Time,
    Bool,
    Hex,
    Integers,
}

/// The columns of a time entry in the order of jsonb: by length, then by bytes.
/// `v` and `id` come before them, and the id is the record's.
const ENTRY: [(&str, As); 19] = [
    ("end_ts", As::Time),
    ("status", As::Text),
    ("user_id", As::Integer),
    ("start_ts", As::Time),
    ("approvals", As::Integer),
    ("edited_at", As::Time),
    ("edited_by", As::Integer),
    ("created_at", As::Time),
    ("created_by", As::Integer),
    ("deleted_at", As::Time),
    ("touched_by", As::Integers),
    ("approved_at", As::Time),
    ("approved_by", As::Integer),
    ("note_sha256", As::Hex),
    ("line_item_id", As::Integer),
    ("edited_reason", As::Text),
    ("long_accepted", As::Bool),
    ("work_order_id", As::Integer),
    ("duration_seconds", As::Integer),
];

/// How many columns [`columns_sql`] makes.
pub const COLUMNS: usize = 2 + ENTRY.len();

/// SQL, after [`JOIN`]: a row of the small kinds as `[version, image]`, null if
/// it is gone; then version and columns of a time entry, nulls if it is gone.
pub fn columns_sql() -> String {
    let small: Vec<String> = KINDS
        .iter()
        .filter(|kind| kind.name != TIME_ENTRY)
        .map(Kind::image_sql)
        .collect();
    let entry = ENTRY.map(|(name, _)| format!("e.{name}"));
    format!(
        "CASE r.entity_type WHEN '{TIME_ENTRY}' THEN NULL {} END, e.row_version, {}",
        small.join(" "),
        entry.join(", ")
    )
}

/// SQL: the time entry that a record `r` is about. No other record costs a
/// look into the index, for nothing equals null.
pub const JOIN: &str = "LEFT JOIN wl.time_entries e
    ON e.id = CASE r.entity_type WHEN 'time_entry' THEN r.entity_id END";

impl Kind {
    /// SQL: of a record `r` of this kind the row. There are few, so that
    /// PostgreSQL itself may make their images, with its own functions alone.
    /// A second row of the same id does not end the query: it is counted.
    fn image_sql(&self) -> String {
        let pairs: Vec<String> = self
            .fields
            .split(", ")
            .map(|field| format!("'{field}', x.{field}"))
            .collect();
        format!(
            "WHEN '{}' THEN (SELECT pg_catalog.jsonb_build_array(x.row_version,
                pg_catalog.jsonb_strip_nulls(pg_catalog.jsonb_build_object('v', 1, {})))
             FROM wl.{} x WHERE x.id = r.entity_id LIMIT 1)",
            self.name,
            pairs.join(", "),
            self.table
        )
    }
}

/// Version and image out of `[version, image]`.
pub fn split(row: &[u8]) -> Option<(i64, &[u8])> {
    let row = row.strip_prefix(b"[")?.strip_suffix(b"]")?;
    let comma = row.iter().position(|byte| *byte == b',')?;
    let (version, image) = row.split_at(comma);
    let version = std::str::from_utf8(version).ok()?.parse().ok()?;
    Some((version, image.strip_prefix(b", ")?))
}

/// Writes the image of the time entry with this id and these columns.
pub fn write_entry(id: i64, columns: &[Field<'_>], image: &mut Vec<u8>) -> Result<()> {
    image.clear();
    image.extend_from_slice(b"{\"v\": 1, \"id\": ");
    json(&id, image)?;
    for ((name, form), value) in ENTRY.iter().zip(columns) {
        if value.is_null() {
            continue;
        }
        image.extend_from_slice(b", \"");
        image.extend_from_slice(name.as_bytes());
        image.extend_from_slice(b"\": ");
        form.write(*value, image)?;
    }
    image.push(b'}');
    Ok(())
}

impl As {
    fn write(self, value: Field<'_>, image: &mut Vec<u8>) -> Result<()> {
        match self {
            Self::Integer => json(&value.i64()?, image)?,
            Self::Bool => json(&value.bool(), image)?,
            // escaped as PostgreSQL does
            Self::Text => json(value.text()?, image)?,
            Self::Hex => {
                image.push(b'"');
                image.extend(hex_digits(value.bytes()));
                image.push(b'"');
            }
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
            image.extend_from_slice(b", ");
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
    fn times_are_those_of_jsonb() {
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

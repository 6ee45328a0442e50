//! One description of a row makes its table, its JSON and its CSV.

use serde::Serialize;
use serde_json::{Map, Value};

use super::Style;
use crate::error::{Error, Result};

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The field of the row, or a name that [`Row::cell`] knows.
    pub field: &'static str,
    pub title: &'static str,
    /// Aligned right, as numbers are.
    pub right: bool,
}

impl Column {
    pub const fn left(field: &'static str, title: &'static str) -> Self {
        Self {
            field,
            title,
            right: false,
        }
    }

    pub const fn right(field: &'static str, title: &'static str) -> Self {
        Self {
            field,
            title,
            right: true,
        }
    }
}

/// Something that can be shown in every format.
pub trait Row: Serialize {
    /// Every field that serde writes, in the same order: the header of the CSV,
    /// even without rows. A list that differs from serde's is a bug, which is
    /// reported when a row is written as a table or CSV.
    const FIELDS: &'static [&'static str];

    /// What the table shows, from left to right.
    const COLUMNS: &'static [Column];

    /// What the table shows for the column `field` where that is not the
    /// field's own value, such as `1h 30m` for seconds.
    fn cell(&self, _field: &str, _style: &Style) -> Option<String> {
        None
    }
}

/// The fields of a row as serde writes them: those of [`Row::FIELDS`].
pub(super) fn fields<T: Row>(row: &T) -> Result<Map<String, Value>> {
    match serde_json::to_value(row) {
        Ok(Value::Object(fields)) if fields.keys().eq(T::FIELDS) => Ok(fields),
        _ => Err(Error::bug(format!(
            "a row does not have the fields {}",
            T::FIELDS.join(", ")
        ))),
    }
}

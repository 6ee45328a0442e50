//! One description of a row makes its table, its JSON and its CSV.

use serde::Serialize;
use serde_json::{Map, Value};

use super::Style;
use crate::error::{Error, Result};

/// How a column fits into a narrow screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// As wide as it is: IDs, dates, numbers.
    Fixed,
    /// Shortened with `…`: titles, notes.
    Text,
    /// The same, but if need be in a line of its own below the row.
    Line,
    /// In full, if need be in lines of its own below the row.
    Below,
    /// The same of a command to type, which is never broken.
    Command,
}

/// See [`Column::spare`].
pub const LAST_RESORT: u8 = 5;

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The field of the row, or a name that [`Row::cell`] knows.
    pub field: &'static str,
    pub title: &'static str,
    /// Aligned right, as numbers are.
    pub right: bool,
    pub fit: Fit,
    /// A table that is too wide goes without it; the lowest number goes first. Those from
    /// [`LAST_RESORT`] on only go if the table can't be shown otherwise, the others also to
    /// leave more room for texts.
    pub spare: Option<u8>,
    /// A table that is too wide says once above it what is the same in all rows.
    pub common: bool,
}

impl Column {
    pub const fn left(field: &'static str, title: &'static str) -> Self {
        Self {
            field,
            title,
            right: false,
            fit: Fit::Fixed,
            spare: None,
            common: false,
        }
    }

    pub const fn right(field: &'static str, title: &'static str) -> Self {
        Self {
            right: true,
            ..Self::left(field, title)
        }
    }

    pub const fn text(field: &'static str, title: &'static str) -> Self {
        Self {
            fit: Fit::Text,
            ..Self::left(field, title)
        }
    }

    pub const fn line(field: &'static str, title: &'static str) -> Self {
        Self {
            fit: Fit::Line,
            ..Self::left(field, title)
        }
    }

    pub const fn below(field: &'static str, title: &'static str) -> Self {
        Self {
            fit: Fit::Below,
            ..Self::left(field, title)
        }
    }

    pub const fn command(field: &'static str, title: &'static str) -> Self {
        Self {
            fit: Fit::Command,
            ..Self::left(field, title)
        }
    }

    pub const fn spare(self, order: u8) -> Self {
        Self {
            spare: Some(order),
            ..self
        }
    }

    pub const fn common(self) -> Self {
        Self {
            common: true,
            ..self
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

    /// Shown dim: it doesn't change any more.
    fn is_dim(&self) -> bool {
        false
    }

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

//! The rows of the tables that commands need for decisions.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamptz};

mod enums;

pub(crate) use enums::text_enum;
pub use enums::{
    Action, BillState, DocumentKind, Entity, EntryStatus, Language, LineStatus, OrderStatus, Role,
};

use crate::schema::wl::{line_items, time_entries, users, work_orders};

#[derive(Debug, Clone, Queryable, Selectable, QueryableByName)]
#[diesel(table_name = users, check_for_backend(diesel::pg::Pg))]
pub struct User {
    pub id: i64,
    pub db_role: String,
    pub full_name: String,
    pub role: Role,
    pub deleted_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, Queryable, Selectable, QueryableByName)]
#[diesel(table_name = work_orders, check_for_backend(diesel::pg::Pg))]
pub struct WorkOrder {
    pub id: i64,
    pub number: String,
    pub title: String,
    pub customer: String,
    pub status: OrderStatus,
    pub deleted_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, Queryable, Selectable, QueryableByName)]
#[diesel(table_name = line_items, check_for_backend(diesel::pg::Pg))]
pub struct LineItem {
    pub id: i64,
    pub work_order_id: i64,
    pub position: i32,
    pub description: String,
    pub status: LineStatus,
    pub deleted_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, Queryable, Selectable, QueryableByName)]
#[diesel(table_name = time_entries, check_for_backend(diesel::pg::Pg))]
pub struct TimeEntry {
    pub id: i64,
    pub user_id: i64,
    pub work_order_id: i64,
    pub line_item_id: i64,
    pub start_ts: DateTime<Utc>,
    pub end_ts: Option<DateTime<Utc>>,
    pub duration_seconds: Option<i64>,
    pub status: EntryStatus,
    pub note: Option<String>,
    pub approvals: i32,
    pub deleted_at: Option<DateTime<Utc>>,
}

/// A user's running timer, on `ORDER/LINE`; or nulls.
#[derive(Debug, Clone, QueryableByName)]
pub struct Running {
    #[diesel(sql_type = Nullable<BigInt>)]
    pub entry_id: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub version: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    pub line: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub order_title: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub line_description: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub start_ts: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Text>)]
    pub note: Option<String>,
}

/// An entry as a person names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryRef {
    Id(i64),
    /// `@`: my running entry, or else the one that started last; `@2` the one before.
    Recent(u16),
}

impl std::str::FromStr for EntryRef {
    type Err = crate::error::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        let found = match text.strip_prefix('@') {
            Some("") => Some(Self::Recent(1)),
            Some(place) => place.parse().ok().filter(|n| *n > 0).map(Self::Recent),
            None if digits => text.parse().ok().map(Self::Id),
            None => None,
        };
        found.ok_or_else(|| {
            crate::error::Error::usage(format!(
                "{} is not the ID of an entry",
                crate::text::short(text, 60)
            ))
            .hint("write a number such as 7, @ for your running or last entry, or @2 for the one before")
        })
    }
}

impl std::fmt::Display for EntryRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Id(id) => write!(f, "{id}"),
            Self::Recent(1) => write!(f, "@"),
            Self::Recent(place) => write!(f, "@{place}"),
        }
    }
}

/// `WO-1042/2`: a line item by its order's number and its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRef {
    pub order: String,
    pub position: i32,
}

/// `WO-1042` or `WO-1042/2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderOrLine {
    pub order: String,
    pub position: Option<i32>,
}

impl std::str::FromStr for OrderOrLine {
    type Err = crate::error::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let (order, position) = match text.rsplit_once('/') {
            None => (text, None),
            Some((order, position)) => {
                let position = position
                    .parse()
                    .ok()
                    .filter(|position| *position >= 1)
                    .ok_or_else(|| {
                        crate::error::Error::usage(format!(
                            "{} is not a line item",
                            crate::text::short(text, 60)
                        ))
                        .hint("a line item is written ORDER/POSITION, such as WO-1042/2")
                    })?;
                (order, Some(position))
            }
        };
        Ok(Self {
            order: order.to_owned(),
            position,
        })
    }
}

impl std::str::FromStr for LineRef {
    type Err = crate::error::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let OrderOrLine { order, position } = text.parse()?;
        let position = position.ok_or_else(|| {
            crate::error::Error::usage(format!(
                "{} does not name a line item",
                crate::text::short(&order, 60)
            ))
            .hint(format!(
                "a line item is written ORDER/POSITION, such as {}",
                crate::text::shell_word(&format!("{}/1", crate::text::short(&order, 60)))
            ))
        })?;
        Ok(Self { order, position })
    }
}

impl std::fmt::Display for LineRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.order, self.position)
    }
}

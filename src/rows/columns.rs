//! The columns of a time entry as people see it, each in one line: the row in
//! Rust, what lists and JSON show, the CSV export and the query are made from them.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::db::copy::Field;
use crate::error::{Error, Result};
use crate::hours;
use crate::models::{EntryStatus, OrderStatus};

/// How the CSV export writes a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellFormat {
    Integer,
    Text,
    Time,
    /// Seconds as hours.
    Hours,
}

/// The properties of a column.
#[derive(Debug, Clone, Copy)]
pub struct ColumnInfo {
    pub column: EntryColumn,
    pub name: &'static str,
    pub sql: &'static str,
    pub listed: bool,
    pub exported: Option<CellFormat>,
}

macro_rules! entry_columns {
    ($(
        $(#[$meta:meta])*
        $column:ident $field:ident: $type:ty, $listed:literal, $exported:expr, $sql:literal, $read:expr;
    )+) => {
        /// One time entry.
        #[derive(Debug, Clone)]
        pub struct EntryRow {
            $($(#[$meta])* pub $field: $type,)+
        }

        /// A column, by its place in [`Fields`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum EntryColumn {
            $($column,)+
        }

        pub const COLUMNS: [ColumnInfo; [$($listed),+].len()] = [$(
            ColumnInfo {
                column: EntryColumn::$column,
                name: stringify!($field),
                sql: $sql,
                listed: $listed,
                exported: $exported,
            },
        )+];

        const LISTED_COUNT: usize = $($listed as usize +)+ 0;

        impl EntryRow {
            pub(super) fn of(fields: &Fields<'_>) -> Result<Self> {
                Ok(Self {
                    $($field: $read(fields[EntryColumn::$column as usize])?,)+
                })
            }
        }

        impl Serialize for EntryRow {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut row = serializer.serialize_struct("EntryRow", LISTED_COUNT)?;
                $(if $listed {
                    row.serialize_field(stringify!($field), &self.$field)?;
                })+
                row.end()
            }
        }
    };
}

use CellFormat::{Hours, Integer, Text, Time};

// The export's order never changes: a new column of it stands at the end.
entry_columns! {
    // column, field: type                        listed exported       SQL, how it is read
    Id id: i64,                                    true,  Some(Integer), "e.id", Field::i64;
    WorkOrderId work_order_id: i64,                false, None,          "e.work_order_id", Field::i64;
    WorkOrder work_order: String,                  true,  Some(Text),    "o.number", Field::string;
    Title title: String,                           false, Some(Text),    "o.title", Field::string;
    Customer customer: String,                     false, Some(Text),    "o.customer", Field::string;
    OrderStatus order_status: OrderStatus,         false, None,          "o.status", name_of;
    LineItem line_item: i32,                       true,  Some(Integer), "l.position", Field::i32;
    LineDescription line_description: String,      false, Some(Text),    "l.description", Field::string;
    User user: String,                             true,  Some(Text),    "u.db_role", Field::string;
    UserName user_name: String,                    false, Some(Text),    "u.full_name", Field::string;
    StartTs start_ts: DateTime<Utc>,               true,  Some(Time),    "e.start_ts", Field::time;
    EndTs end_ts: Option<DateTime<Utc>>,           true,  Some(Time),    "e.end_ts", time;
    DurationSeconds duration_seconds: Option<i64>, true,  Some(Integer), "e.duration_seconds", seconds;
    Hours hours: Option<String>,                   true,  Some(Hours),   "e.duration_seconds", hours;
    Status status: EntryStatus,                    true,  Some(Text),    "e.status", name_of;
    Removed removed: bool,                         true,  None,          "e.deleted_at IS NOT NULL", flag;
    Note note: Option<String>,                     true,  Some(Text),    "e.note", text;
    ApprovedBy approved_by: Option<String>,        true,  Some(Text),    "a.db_role", text;
    ApproverName approver_name: Option<String>,    false, None,          "a.full_name", text;
    ApprovedAt approved_at: Option<DateTime<Utc>>, true,  Some(Time),    "e.approved_at", time;
    /// Approved by a person who worked, entered or changed it.
    OwnApproval own_approval: bool,                false, None,
        "e.approved_by = e.user_id OR e.approved_by = ANY (e.touched_by)", flag;
    EditedReason edited_reason: Option<String>,    true,  Some(Text),    "e.edited_reason", text;
    EditedAt edited_at: Option<DateTime<Utc>>,     true,  Some(Time),    "e.edited_at", time;
}

/// A row as the server sent it; [`EntryColumn`] is the place of a column in it.
pub type Fields<'a> = [Field<'a>; COLUMNS.len()];

// `fields[column as usize]`, here and in the export, is the column of that name
const _: () = {
    let mut place = 0;
    while place < COLUMNS.len() {
        assert!(COLUMNS[place].column as usize == place);
        place += 1;
    }
};

/// The names of the columns that lists and JSON show.
pub const LISTED: [&str; LISTED_COUNT] = {
    let mut names = [""; LISTED_COUNT];
    let (mut place, mut next) = (0, 0);
    while place < COLUMNS.len() {
        if COLUMNS[place].listed {
            names[next] = COLUMNS[place].name;
            next += 1;
        }
        place += 1;
    }
    names
};

fn name_of<T: FromStr<Err = Error>>(field: Field<'_>) -> Result<T> {
    field.text()?.parse()
}

fn text(field: Field<'_>) -> Result<Option<String>> {
    field.optional(Field::string)
}

fn time(field: Field<'_>) -> Result<Option<DateTime<Utc>>> {
    field.optional(Field::time)
}

fn seconds(field: Field<'_>) -> Result<Option<i64>> {
    field.optional(Field::i64)
}

fn hours(field: Field<'_>) -> Result<Option<String>> {
    Ok(seconds(field)?.map(hours::decimal))
}

fn flag(field: Field<'_>) -> Result<bool> {
    Ok(field.bool())
}

//! The columns of a time entry as people see it, each in one line: the row in
//! Rust, what lists and JSON show, the CSV export and the query are made from them.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::db::copy::Field;
use crate::error::{Error, Result};
use crate::hours;
use crate::models::{EntryStatus, OrderStatus};

/// What an export makes of a column; `export/cell.rs` shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellFormat {
    Integer,
    Text,
    /// A point in time.
    Time,
    /// Its date.
    Date,
    /// Its time of day.
    Clock,
    /// How far local time is ahead of UTC at that point.
    Offset,
    /// Seconds as hours and minutes.
    Duration,
    /// Seconds as hours with two decimals.
    Hours,
}

/// The properties of a column.
#[derive(Debug, Clone, Copy)]
pub struct ColumnInfo {
    pub column: EntryColumn,
    pub name: &'static str,
    /// Of a time entry.
    pub sql: &'static str,
    /// The same of the line of a bill, a frozen copy.
    pub billed: &'static str,
    pub listed: bool,
}

/// A column of exports: its name, the column that it shows, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportColumn {
    pub name: &'static str,
    pub column: EntryColumn,
    pub format: CellFormat,
}

macro_rules! entry_columns {
    ($(
        $(#[$meta:meta])*
        $column:ident $field:ident: $type:ty, $listed:literal, $sql:literal, $billed:literal, $read:expr;
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
                billed: $billed,
                listed: $listed,
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

entry_columns! {
    // column, field: type, listed,
    //     SQL of an entry, SQL of the line of a bill, how it is read
    Id id: i64, true,
        "e.id", "e.time_entry_id", Field::i64;
    WorkOrderId work_order_id: i64, false,
        "e.work_order_id", "e.work_order_id", Field::i64;
    WorkOrder work_order: String, true,
        "o.number", "e.work_order", Field::string;
    Title title: String, true,
        "o.title", "e.title", Field::string;
    Customer customer: String, false,
        "o.customer", "b.customer", Field::string;
    OrderStatus order_status: OrderStatus, false,
        "o.status", "e.order_status", name_of;
    LineItem line_item: i32, true,
        "l.position", "e.line_item", Field::i32;
    LineDescription line_description: String, true,
        "l.description", "e.line_description", Field::string;
    User user: String, true,
        "u.db_role", "e.user_login", Field::string;
    UserName user_name: String, false,
        "u.full_name", "e.user_name", Field::string;
    StartTs start_ts: DateTime<Utc>, true,
        "e.start_ts", "e.start_ts", Field::time;
    EndTs end_ts: Option<DateTime<Utc>>, true,
        "e.end_ts", "e.end_ts", time;
    DurationSeconds duration_seconds: Option<i64>, true,
        "e.duration_seconds", "e.duration_seconds", integer;
    Hours hours: Option<String>, true,
        "e.duration_seconds", "e.duration_seconds", hours;
    Status status: EntryStatus, true,
        "e.status", "'LOCKED'", name_of;
    Removed removed: bool, true,
        "e.deleted_at IS NOT NULL", "false", flag;
    Note note: Option<String>, true,
        "e.note", "e.note", text;
    ApprovedBy approved_by: Option<String>, true,
        "a.db_role", "e.approver_login", text;
    ApproverName approver_name: Option<String>, false,
        "a.full_name", "e.approver_name", text;
    ApprovedAt approved_at: Option<DateTime<Utc>>, true,
        "e.approved_at", "e.approved_at", time;
    /// Approved by a person who worked, entered or changed it.
    OwnApproval own_approval: bool, false,
        "e.approved_by = e.user_id OR e.approved_by = ANY (e.touched_by)", "e.own_approval", flag;
    EditedReason edited_reason: Option<String>, true,
        "e.edited_reason", "e.edited_reason", text;
    EditedAt edited_at: Option<DateTime<Utc>>, true,
        "e.edited_at", "e.edited_at", time;
    /// The number of the active bill that it is on.
    Bill bill: Option<i64>, true,
        "b.bill_id", "e.bill_id", integer;
    /// The reference of that bill.
    Reference reference: Option<String>, false,
        "r.reference", "b.reference", text;
    /// On a bill: it belongs to the time of an earlier one.
    Late late: bool, false,
        "false", "e.late", flag;
}

/// The columns of exports. Their order never changes: a new one stands at the end.
pub const EXPORTED: [ExportColumn; 26] = {
    use CellFormat as Format;
    use EntryColumn as Column;
    [
        same_name(Column::Id, Format::Integer),
        same_name(Column::WorkOrder, Format::Text),
        same_name(Column::Title, Format::Text),
        same_name(Column::Customer, Format::Text),
        same_name(Column::LineItem, Format::Integer),
        same_name(Column::LineDescription, Format::Text),
        same_name(Column::User, Format::Text),
        same_name(Column::UserName, Format::Text),
        same_name(Column::StartTs, Format::Time),
        same_name(Column::EndTs, Format::Time),
        same_name(Column::DurationSeconds, Format::Integer),
        named("hours", Column::DurationSeconds, Format::Hours),
        same_name(Column::Status, Format::Text),
        same_name(Column::Note, Format::Text),
        same_name(Column::ApprovedBy, Format::Text),
        same_name(Column::ApprovedAt, Format::Time),
        same_name(Column::EditedReason, Format::Text),
        same_name(Column::EditedAt, Format::Time),
        named("date", Column::StartTs, Format::Date),
        named("start_time", Column::StartTs, Format::Clock),
        named("end_time", Column::EndTs, Format::Clock),
        named("utc_offset", Column::StartTs, Format::Offset),
        named("duration_hm", Column::DurationSeconds, Format::Duration),
        same_name(Column::OrderStatus, Format::Text),
        same_name(Column::Bill, Format::Integer),
        same_name(Column::Reference, Format::Text),
    ]
};

const fn same_name(column: EntryColumn, format: CellFormat) -> ExportColumn {
    named(COLUMNS[column as usize].name, column, format)
}

const fn named(name: &'static str, column: EntryColumn, format: CellFormat) -> ExportColumn {
    ExportColumn {
        name,
        column,
        format,
    }
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

fn integer(field: Field<'_>) -> Result<Option<i64>> {
    field.optional(Field::i64)
}

fn hours(field: Field<'_>) -> Result<Option<String>> {
    Ok(integer(field)?.map(hours::decimal))
}

fn flag(field: Field<'_>) -> Result<bool> {
    Ok(field.bool())
}

//! Time entries as people see them: joined with their order, line item and names.

mod period;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;

use crate::db::copy::{self, Field};
use crate::error::{Error, Result};
use crate::hours;
use crate::ledger::{Tx, trail};
use crate::models::{Entity, EntryStatus, OrderStatus, Role};

pub use period::{Period, period};

/// Everything that lists and exports show of an entry.
#[derive(Debug, Clone)]
pub struct EntryRow {
    pub id: i64,
    pub work_order_id: i64,
    pub work_order: String,
    pub title: String,
    pub customer: String,
    pub order_status: OrderStatus,
    pub line_item: i32,
    pub line_description: String,
    pub user: String,
    pub user_name: String,
    pub start_ts: DateTime<Utc>,
    pub end_ts: Option<DateTime<Utc>>,
    pub duration_seconds: Option<i64>,
    pub status: EntryStatus,
    pub note: Option<String>,
    pub approved_by: Option<String>,
    pub approver_name: Option<String>,
    pub approved_at: Option<DateTime<Utc>>,
    /// Approved by somebody who worked, entered or changed it.
    pub own_approval: bool,
    pub edited_reason: Option<String>,
    pub edited_at: Option<DateTime<Utc>>,
}

/// The fields of `wl entry list`, by which scripts know them.
#[derive(Debug, Clone, Serialize)]
pub struct EntryView {
    pub id: i64,
    pub work_order: String,
    pub line_item: i32,
    pub user: String,
    pub start_ts: DateTime<Utc>,
    pub end_ts: Option<DateTime<Utc>>,
    pub duration_seconds: Option<i64>,
    pub hours: Option<String>,
    pub status: EntryStatus,
    pub removed: bool,
    pub note: Option<String>,
    pub approved_by: Option<String>,
    pub approved_at: Option<DateTime<Utc>>,
    pub edited_reason: Option<String>,
    pub edited_at: Option<DateTime<Utc>>,
}

impl EntryView {
    #[must_use]
    pub fn removed(mut self, removed: bool) -> Self {
        self.removed = removed;
        self
    }
}

impl From<EntryRow> for EntryView {
    fn from(row: EntryRow) -> Self {
        Self {
            id: row.id,
            work_order: row.work_order,
            line_item: row.line_item,
            user: row.user,
            start_ts: row.start_ts,
            end_ts: row.end_ts,
            duration_seconds: row.duration_seconds,
            hours: row.duration_seconds.map(hours::decimal),
            status: row.status,
            removed: false,
            note: row.note,
            approved_by: row.approved_by,
            approved_at: row.approved_at,
            edited_reason: row.edited_reason,
            edited_at: row.edited_at,
        }
    }
}

/// Which entries; every field that is None leaves all.
#[derive(Debug, Clone, Default)]
pub struct EntryFilter {
    pub ids: Option<Vec<i64>>,
    pub orders: Option<Vec<i64>>,
    pub line: Option<i32>,
    pub user: Option<i64>,
    /// Entries that start at this instant or later: each entry is in one period only.
    pub from: Option<DateTime<Utc>>,
    /// Entries that start before this instant.
    pub to: Option<DateTime<Utc>>,
    pub status: Option<EntryStatus>,
    /// Only entries of orders in this status.
    pub order_status: Option<OrderStatus>,
    /// Removed ones instead of live ones.
    pub removed: bool,
    /// The newest of them, at most so many.
    pub limit: Option<i64>,
}

/// In which order rows come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorting {
    /// Oldest first, as a day went by.
    ByTime,
    /// By order, line item and time, as documents show them.
    ByOrder,
}

/// A column of [`each_raw`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryColumn {
    Id,
    WorkOrderId,
    WorkOrder,
    Title,
    Customer,
    OrderStatus,
    LineItem,
    LineDescription,
    User,
    UserName,
    StartTs,
    EndTs,
    DurationSeconds,
    Status,
    Note,
    ApprovedBy,
    ApproverName,
    ApprovedAt,
    OwnApproval,
    EditedReason,
    EditedAt,
}

const COLUMNS: [(EntryColumn, &str); 21] = [
    (EntryColumn::Id, "e.id"),
    (EntryColumn::WorkOrderId, "e.work_order_id"),
    (EntryColumn::WorkOrder, "o.number"),
    (EntryColumn::Title, "o.title"),
    (EntryColumn::Customer, "o.customer"),
    (EntryColumn::OrderStatus, "o.status"),
    (EntryColumn::LineItem, "l.position"),
    (EntryColumn::LineDescription, "l.description"),
    (EntryColumn::User, "u.db_role"),
    (EntryColumn::UserName, "u.full_name"),
    (EntryColumn::StartTs, "e.start_ts"),
    (EntryColumn::EndTs, "e.end_ts"),
    (EntryColumn::DurationSeconds, "e.duration_seconds"),
    (EntryColumn::Status, "e.status"),
    (EntryColumn::Note, "e.note"),
    (EntryColumn::ApprovedBy, "a.db_role"),
    (EntryColumn::ApproverName, "a.full_name"),
    (EntryColumn::ApprovedAt, "e.approved_at"),
    (
        EntryColumn::OwnApproval,
        "e.approved_by = e.user_id OR e.approved_by = ANY (e.touched_by)",
    ),
    (EntryColumn::EditedReason, "e.edited_reason"),
    (EntryColumn::EditedAt, "e.edited_at"),
];
const TABLES: &str = "wl.time_entries e
    JOIN wl.work_orders o ON o.id = e.work_order_id
    JOIN wl.line_items l ON l.id = e.line_item_id
    JOIN wl.users u ON u.id = e.user_id
    LEFT JOIN wl.users a ON a.id = e.approved_by";

pub type Fields<'a> = [Field<'a>; COLUMNS.len()];

/// The entries, all in memory.
pub fn load(tx: &mut Tx<'_>, filter: &EntryFilter, sorting: Sorting) -> Result<Vec<EntryRow>> {
    let mut rows = Vec::new();
    each(tx, filter, sorting, |row| {
        rows.push(row);
        Ok(())
    })?;
    Ok(rows)
}

/// One entry as lists show it.
pub fn view(tx: &mut Tx<'_>, id: i64) -> Result<EntryView> {
    view_of(tx, id, false)
}

/// The same of an entry that was removed.
pub fn removed_view(tx: &mut Tx<'_>, id: i64) -> Result<EntryView> {
    view_of(tx, id, true)
}

fn view_of(tx: &mut Tx<'_>, id: i64, removed: bool) -> Result<EntryView> {
    let filter = EntryFilter {
        ids: Some(vec![id]),
        removed,
        ..EntryFilter::default()
    };
    let found = load(tx, &filter, Sorting::ByTime)?;
    found
        .into_iter()
        .next()
        .map(|row| EntryView::from(row).removed(removed))
        .ok_or_else(|| Error::bug(format!("entry {id} can't be read back")))
}

/// The entries one by one: memory stays flat however many there are.
pub fn each(
    tx: &mut Tx<'_>,
    filter: &EntryFilter,
    sorting: Sorting,
    mut take: impl FnMut(EntryRow) -> Result<()>,
) -> Result<()> {
    each_raw(
        tx,
        filter,
        sorting,
        |_| true,
        |fields| take(EntryRow::of(fields)?),
    )
}

/// The same as the server sent them, field by field as [`EntryColumn`] says: nothing is
/// copied, and what is not wanted is null.
pub fn each_raw(
    tx: &mut Tx<'_>,
    filter: &EntryFilter,
    sorting: Sorting,
    wanted: impl Fn(EntryColumn) -> bool,
    take: impl FnMut(&Fields<'_>) -> Result<()>,
) -> Result<()> {
    // ops have no right to notes at all
    let ops = tx.actor.role == Role::Ops;
    let columns = COLUMNS.map(|(at, sql)| match at {
        EntryColumn::Note if ops => "NULL",
        _ if wanted(at) => sql,
        _ => "NULL",
    });
    let columns = columns.join(", ");
    let sorting = match sorting {
        Sorting::ByTime => "e.start_ts, e.id",
        Sorting::ByOrder => "e.work_order_id, l.position, e.start_ts, e.id",
    };
    let mut conditions = filter.conditions(tx)?;
    if let Some(limit) = filter.limit {
        conditions = format!(
            "e.id IN (SELECT e.id FROM {TABLES} WHERE {conditions}
                ORDER BY e.start_ts DESC, e.id DESC LIMIT {limit})"
        );
    }
    let sql = format!("SELECT {columns} FROM {TABLES} WHERE {conditions} ORDER BY {sorting}");
    copy::each(tx.conn, &sql, take)
}

/// The orders that the entries belong to, by rising id.
pub fn orders(tx: &mut Tx<'_>, filter: &EntryFilter) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT DISTINCT e.work_order_id
         FROM wl.time_entries e
         JOIN wl.work_orders o ON o.id = e.work_order_id
         JOIN wl.line_items l ON l.id = e.line_item_id
         WHERE {} ORDER BY e.work_order_id",
        filter.conditions(tx)?
    );
    let mut orders = Vec::new();
    copy::each(tx.conn, &sql, |[id]: &[Field<'_>; 1]| {
        orders.push(id.i64()?);
        Ok(())
    })?;
    Ok(orders)
}

impl EntryFilter {
    /// Only what is given, so that the planner finds the index for it.
    fn conditions(&self, tx: &mut Tx<'_>) -> Result<String> {
        let list = |ids: &Vec<i64>| {
            let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
            format!("{{{}}}", ids.join(","))
        };
        let mut conditions = match self.removed {
            true => "e.deleted_at IS NOT NULL".to_owned(),
            false => "e.deleted_at IS NULL".to_owned(),
        };
        // spelled out: only so the planner takes the index of open time
        if let Some(status) = self.status {
            conditions.push_str(&format!(" AND e.status = '{status}'"));
        }
        for (value, name, condition) in [
            (
                self.ids.as_ref().map(list),
                "wl.ids",
                "e.id = ANY ($::bigint[])",
            ),
            (
                self.orders.as_ref().map(list),
                "wl.orders",
                "e.work_order_id = ANY ($::bigint[])",
            ),
            (
                self.line.map(|line| line.to_string()),
                "wl.line",
                "l.position = $::int",
            ),
            (
                self.user.map(|user| user.to_string()),
                "wl.user",
                "e.user_id = $::bigint",
            ),
            (
                self.from.map(|ts| ts.to_rfc3339()),
                "wl.from",
                "e.start_ts >= $::timestamptz",
            ),
            (
                self.to.map(|ts| ts.to_rfc3339()),
                "wl.to",
                "e.start_ts < $::timestamptz",
            ),
            (
                self.order_status.map(|status| status.to_string()),
                "wl.order_status",
                "o.status = $",
            ),
        ] {
            if let Some(value) = value {
                copy::set(tx.conn, name, &value)?;
                conditions.push_str(" AND ");
                conditions.push_str(&condition.replace('$', &format!("current_setting('{name}')")));
            }
        }
        Ok(conditions)
    }
}

impl EntryRow {
    fn of(fields: &Fields<'_>) -> Result<Self> {
        let [
            id,
            work_order_id,
            work_order,
            title,
            customer,
            order_status,
            line_item,
            line_description,
            user,
            user_name,
            start_ts,
            end_ts,
            duration_seconds,
            status,
            note,
            approved_by,
            approver_name,
            approved_at,
            own_approval,
            edited_reason,
            edited_at,
        ] = fields;
        Ok(Self {
            id: id.i64()?,
            work_order_id: work_order_id.i64()?,
            work_order: work_order.string()?,
            title: title.string()?,
            customer: customer.string()?,
            order_status: order_status.text()?.parse()?,
            line_item: line_item.i32()?,
            line_description: line_description.string()?,
            user: user.string()?,
            user_name: user_name.string()?,
            start_ts: start_ts.time()?,
            end_ts: end_ts.optional(Field::time)?,
            duration_seconds: duration_seconds.optional(Field::i64)?,
            status: status.text()?.parse()?,
            note: note.optional(Field::string)?,
            approved_by: approved_by.optional(Field::string)?,
            approver_name: approver_name.optional(Field::string)?,
            approved_at: approved_at.optional(Field::time)?,
            own_approval: own_approval.bool(),
            edited_reason: edited_reason.optional(Field::string)?,
            edited_at: edited_at.optional(Field::time)?,
        })
    }
}

/// An entry as it was at an instant, from the audit trail alone.
pub fn as_of(tx: &mut Tx<'_>, id: i64, at: DateTime<Utc>) -> Result<EntryView> {
    tx.require(
        &[Role::Admin, Role::Accountant, Role::Ops],
        "read somebody else's records of an entry",
    )?;
    if at > tx.now {
        return Err(Error::data(
            "that time is still to come: no record tells of it",
        ));
    }
    let entry = trail::as_of(tx, Entity::TimeEntry, id, at)?;
    let text = |name: &str| entry.get(name).and_then(Value::as_str).map(str::to_owned);
    let number = |name: &str| entry.get(name).and_then(Value::as_i64);
    let instant = |name: &str| {
        text(name)
            .and_then(|text| DateTime::parse_from_rfc3339(&text).ok())
            .map(|ts| ts.to_utc())
    };
    let mut field_of = |entity: Entity, id: Option<i64>, field: &str| -> Result<Value> {
        let Some(id) = id else { return Ok(Value::Null) };
        Ok(trail::as_of(tx, entity, id, at)?
            .remove(field)
            .unwrap_or_default())
    };
    let name = |value: Value| value.as_str().map(str::to_owned);
    let position = field_of(Entity::LineItem, number("line_item_id"), "position")?;
    Ok(EntryView {
        id,
        work_order: name(field_of(
            Entity::WorkOrder,
            number("work_order_id"),
            "number",
        )?)
        .unwrap_or_default(),
        line_item: position
            .as_i64()
            .and_then(|position| i32::try_from(position).ok())
            .unwrap_or_default(),
        user: name(field_of(Entity::User, number("user_id"), "db_role")?).unwrap_or_default(),
        approved_by: name(field_of(Entity::User, number("approved_by"), "db_role")?),
        start_ts: instant("start_ts")
            .ok_or_else(|| Error::bug(format!("the record of entry {id} has no start")))?,
        end_ts: instant("end_ts"),
        duration_seconds: number("duration_seconds"),
        hours: number("duration_seconds").map(hours::decimal),
        status: text("status").unwrap_or_default().parse()?,
        removed: entry.contains_key("deleted_at"),
        note: text("note"),
        approved_at: instant("approved_at"),
        edited_reason: text("edited_reason"),
        edited_at: instant("edited_at"),
    })
}

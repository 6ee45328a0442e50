//! Time entries as people see them: joined with their order, line item and names.

mod as_of;
mod columns;

use chrono::{DateTime, Utc};

use crate::db::copy::{self, Field};
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::models::{EntryStatus, OrderStatus, Role};

pub use as_of::as_of;
pub use columns::{
    COLUMNS, CellFormat, EXPORTED, EntryColumn, EntryRow, ExportColumn, Fields, LISTED,
};

/// Selects entries; a field that is None selects all.
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
    /// Oldest first.
    ByTime,
    /// By order, line item and time, as documents show them.
    ByOrder,
}

const TABLES: &str = "wl.time_entries e
    JOIN wl.work_orders o ON o.id = e.work_order_id
    JOIN wl.line_items l ON l.id = e.line_item_id
    JOIN wl.users u ON u.id = e.user_id
    LEFT JOIN wl.users a ON a.id = e.approved_by";

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
pub fn view(tx: &mut Tx<'_>, id: i64) -> Result<EntryRow> {
    view_of(tx, id, false)
}

/// The same of an entry that was removed.
pub fn removed_view(tx: &mut Tx<'_>, id: i64) -> Result<EntryRow> {
    view_of(tx, id, true)
}

fn view_of(tx: &mut Tx<'_>, id: i64, removed: bool) -> Result<EntryRow> {
    let filter = EntryFilter {
        ids: Some(vec![id]),
        removed,
        ..EntryFilter::default()
    };
    let found = load(tx, &filter, Sorting::ByTime)?;
    found
        .into_iter()
        .next()
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
    let columns = COLUMNS.map(|info| match info.column {
        EntryColumn::Note if ops => "NULL",
        column if wanted(column) => info.sql,
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

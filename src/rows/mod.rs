//! Time entries as people see them: joined with their order, line item and names.

mod as_of;
mod columns;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::db::copy::{self, Field};
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::models::{EntryStatus, Role};
use crate::schema::wl::time_entries;

pub use as_of::as_of;
pub use columns::{
    COLUMNS, CellFormat, EXPORTED, EntryColumn, EntryRow, ExportColumn, Fields, LISTED,
};

/// Selects entries; a field that is None selects all.
#[derive(Debug, Clone, Default)]
pub struct EntryFilter {
    /// The lines of this bill, as they were frozen, and not entries; nothing else of the
    /// filter applies.
    pub bill: Option<i64>,
    pub ids: Option<Vec<i64>>,
    pub orders: Option<Vec<i64>>,
    pub line: Option<i32>,
    pub user: Option<i64>,
    /// Entries that start at this instant or later: each entry is in one period only.
    pub from: Option<DateTime<Utc>>,
    /// Entries that start before this instant.
    pub to: Option<DateTime<Utc>>,
    pub status: Option<EntryStatus>,
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

/// What conditions refer to.
const FILTERED: &str = "wl.time_entries e
    JOIN wl.work_orders o ON o.id = e.work_order_id
    JOIN wl.line_items l ON l.id = e.line_item_id";

const TABLES: &str = "wl.time_entries e
    JOIN wl.work_orders o ON o.id = e.work_order_id
    JOIN wl.line_items l ON l.id = e.line_item_id
    JOIN wl.users u ON u.id = e.user_id
    LEFT JOIN wl.users a ON a.id = e.approved_by
    LEFT JOIN wl.bill_lines b ON b.time_entry_id = e.id AND NOT b.cancelled";

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

/// The timer that a user has running.
pub fn running(tx: &mut Tx<'_>, user: i64) -> Result<Option<EntryRow>> {
    let found = time_entries::table
        .filter(time_entries::user_id.eq(user))
        .filter(time_entries::end_ts.is_null())
        .filter(time_entries::deleted_at.is_null())
        .select(time_entries::id);
    let id: Option<i64> = found.get_result(tx.conn).optional()?;
    id.map(|id| view(tx, id)).transpose()
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
    // ops have no right to notes at all, and technicians none to bills
    let role = tx.actor.role;
    let wanted = |column| match column {
        EntryColumn::Note if role == Role::Ops => false,
        EntryColumn::Reference if role == Role::Technician => false,
        column => wanted(column),
    };
    let select = COLUMNS.map(|info| match (wanted(info.column), filter.bill) {
        (false, _) => "NULL",
        (true, None) => info.sql,
        (true, Some(_)) => info.billed,
    });
    let select = select.join(", ");
    if let Some(bill) = filter.bill {
        let sql = format!(
            "SELECT {select} FROM wl.bill_lines e JOIN wl.bills b ON b.id = e.bill_id
             WHERE e.bill_id = {bill} ORDER BY e.position"
        );
        return copy::each(tx.conn, &sql, take);
    }
    let bills = match wanted(EntryColumn::Reference) {
        true => "LEFT JOIN wl.bills r ON r.id = b.bill_id",
        false => "",
    };
    let sorting = match sorting {
        Sorting::ByTime => "e.start_ts, e.id",
        Sorting::ByOrder => "e.work_order_id, l.position, e.start_ts, e.id",
    };
    let mut conditions = filter.conditions();
    if let Some(limit) = filter.limit {
        // OPEN time is little, and has indexes of its own: without the fence, the planner
        // looked for it from the newest entry of all back to the oldest
        let fence = match filter.status {
            Some(EntryStatus::Open) => "OFFSET 0",
            _ => "",
        };
        // no more tables than the conditions need: they would be joined before the limit
        let filtered = match filter.line {
            Some(_) => FILTERED,
            None => "wl.time_entries e",
        };
        conditions = format!(
            "e.id IN (SELECT f.id FROM (SELECT e.id, e.start_ts FROM {filtered} WHERE {conditions} {fence}) f
                ORDER BY f.start_ts DESC, f.id DESC LIMIT {limit})"
        );
    }
    let sql =
        format!("SELECT {select} FROM {TABLES} {bills} WHERE {conditions} ORDER BY {sorting}");
    copy::each(tx.conn, &sql, take)
}

/// Live entries that cross an edge of the filter's period, by time: they belong to the
/// period that they started in.
pub fn crossing(tx: &mut Tx<'_>, filter: &EntryFilter) -> Result<Vec<EntryRow>> {
    let edges: Vec<String> = [filter.from, filter.to]
        .into_iter()
        .flatten()
        .map(|edge| edge.to_rfc3339())
        .collect();
    if edges.is_empty() {
        return Ok(Vec::new());
    }
    // a user's entries don't overlap, so it is the last before
    let sql = format!(
        "SELECT e.id FROM unnest('{{{}}}'::timestamptz[]) AS edges (edge)
         CROSS JOIN wl.users u
         CROSS JOIN LATERAL (SELECT e.id, e.end_ts FROM wl.time_entries e
            WHERE e.user_id = u.id AND e.deleted_at IS NULL AND e.start_ts < edge
              AND e.end_ts IS DISTINCT FROM e.start_ts
            ORDER BY e.start_ts DESC LIMIT 1) e
         WHERE e.end_ts > edge",
        edges.join(",")
    );
    let mut ids = Vec::new();
    copy::each(tx.conn, &sql, |[id]: &[Field<'_>; 1]| {
        ids.push(id.i64()?);
        Ok(())
    })?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let filter = EntryFilter {
        ids: Some(ids),
        from: None,
        to: None,
        limit: None,
        ..filter.clone()
    };
    load(tx, &filter, Sorting::ByTime)
}

/// The orders that the entries belong to, by rising id.
pub fn orders(tx: &mut Tx<'_>, filter: &EntryFilter) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT DISTINCT e.work_order_id FROM {FILTERED} WHERE {} ORDER BY e.work_order_id",
        filter.conditions()
    );
    let mut orders = Vec::new();
    copy::each(tx.conn, &sql, |[id]: &[Field<'_>; 1]| {
        orders.push(id.i64()?);
        Ok(())
    })?;
    Ok(orders)
}

impl EntryFilter {
    /// Only what is given. COPY takes no parameters, and the planner must know the values:
    /// without them, it looked for the open time of 19,400 orders entry by entry. So they are
    /// spelled out; each is a number, an instant or a status, never a text.
    fn conditions(&self) -> String {
        let list = |ids: &Vec<i64>| {
            let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
            format!("'{{{}}}'::bigint[]", ids.join(","))
        };
        let instant = |ts: DateTime<Utc>| format!("timestamptz '{}'", ts.to_rfc3339());
        let removed = match self.removed {
            true => "e.deleted_at IS NOT NULL",
            false => "e.deleted_at IS NULL",
        };
        let conditions = [
            Some(removed.to_owned()),
            self.status.map(|status| format!("e.status = '{status}'")),
            self.ids
                .as_ref()
                .map(|ids| format!("e.id = ANY ({})", list(ids))),
            self.orders
                .as_ref()
                .map(|ids| format!("e.work_order_id = ANY ({})", list(ids))),
            self.line.map(|line| format!("l.position = {line}")),
            self.user.map(|user| format!("e.user_id = {user}")),
            self.from
                .map(|from| format!("e.start_ts >= {}", instant(from))),
            self.to.map(|to| format!("e.start_ts < {}", instant(to))),
        ];
        let given: Vec<String> = conditions.into_iter().flatten().collect();
        given.join(" AND ")
    }
}

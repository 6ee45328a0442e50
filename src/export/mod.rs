//! Exports of approved time for accounting.
//!
//! Only locked time, from one snapshot, with the seal of the audit trail.

pub mod batch;
mod changes;
pub mod csv;
pub mod model;
pub mod pdf;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;

use crate::error::{Error, ErrorKind, Result};
use crate::ledger::seal::{self, Seal};
use crate::ledger::{Tx, guards};
use crate::models::{EntryStatus, LineItem, OrderStatus, Role, WorkOrder};
use crate::rows::{self, EntryFilter, EntryRow, Sorting};
use crate::schema::wl::{line_items, work_orders};
use crate::time;

use model::{Document, EntrySheet, LineSheet, OrderSheet};

/// What to export; all given conditions apply together.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    pub orders: Vec<String>,
    pub order_status: Option<OrderStatus>,
    /// Orders of this customer: the full name, ignoring case.
    pub customer: Option<String>,
    pub from: Option<DateTime<Utc>>,
    pub to: Option<DateTime<Utc>>,
    /// As people wrote it, for the document.
    pub period: Option<String>,
    pub include_unapproved: bool,
}

/// A checked selection: it may be exported.
pub struct CheckedSelection {
    pub filter: EntryFilter,
    /// The orders that were named or that are in the status; None: those with time.
    pub orders: Option<Vec<i64>>,
    pub zone: Tz,
    pub draft: bool,
    pub seal: Seal,
    /// The seal was given and is not that of the present data.
    pub earlier: bool,
    pub period: Option<String>,
}

/// The zone of an export: the setting, or UTC. Never the user's, because the same data
/// must give the same bytes on every machine.
pub fn zone(tx: &Tx<'_>) -> Result<Tz> {
    tx.settings
        .zone
        .as_deref()
        .map_or(Ok(Tz::UTC), time::zone_by_name)
}

/// How many unapproved entries a refusal lists.
const LISTED: i64 = 10;

/// Resolves a selection and refuses it if it has unapproved time.
pub fn check(
    tx: &mut Tx<'_>,
    selection: &Selection,
    earlier: Option<Seal>,
) -> Result<CheckedSelection> {
    tx.require(&[Role::Admin, Role::Accountant], "export time")?;
    let orders = selected_orders(tx, selection)?;
    let named = !selection.orders.is_empty()
        || selection.order_status.is_some()
        || selection.customer.is_some();
    let filter = EntryFilter {
        orders: named.then(|| orders.clone()),
        from: selection.from,
        to: selection.to,
        order_status: selection.order_status,
        ..EntryFilter::default()
    };
    let open = EntryFilter {
        status: Some(EntryStatus::Open),
        limit: Some(LISTED + 1),
        ..filter.clone()
    };
    let open = rows::load(tx, &open, Sorting::ByTime)?;
    if !open.is_empty() && !selection.include_unapproved {
        return Err(unapproved(&open));
    }
    let checked = CheckedSelection {
        zone: zone(tx)?,
        draft: !open.is_empty(),
        earlier: earlier.is_some(),
        seal: earlier.map_or_else(|| seal::current(tx), Ok)?,
        orders: (named && selection.from.is_none() && selection.to.is_none()).then_some(orders),
        period: selection.period.clone(),
        filter,
    };
    if checked.earlier {
        refuse_outdated(tx, &checked)?;
    }
    Ok(checked)
}

define_sql_function! {
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// The orders that are named, in the status and of the customer; without names, all of these.
fn selected_orders(tx: &mut Tx<'_>, selection: &Selection) -> Result<Vec<i64>> {
    let customer = selection.customer.as_deref();
    let customer = customer.map(|name| guards::find_customer(tx, name));
    let customer = customer.transpose()?;
    let mut orders = Vec::new();
    for number in &selection.orders {
        let order = guards::find_order(tx, number)?;
        guards::not_removed(tx, &order)?;
        let selected = selection
            .order_status
            .is_none_or(|status| status == order.status)
            && customer
                .as_ref()
                .is_none_or(|name| name.to_lowercase() == order.customer.to_lowercase());
        if selected && !orders.contains(&order.id) {
            orders.push(order.id);
        }
    }
    if selection.orders.is_empty() && (selection.order_status.is_some() || customer.is_some()) {
        let mut all = work_orders::table
            .filter(work_orders::deleted_at.is_null())
            .order(work_orders::id)
            .select(work_orders::id)
            .into_boxed();
        if let Some(status) = selection.order_status {
            all = all.filter(work_orders::status.eq(status));
        }
        if let Some(name) = customer {
            all = all.filter(lower(work_orders::customer).eq(lower(name)));
        }
        orders = all.load(tx.conn)?;
    }
    Ok(orders)
}

/// Refuses to print an earlier seal on what has changed since.
fn refuse_outdated(tx: &mut Tx<'_>, checked: &CheckedSelection) -> Result<()> {
    let ids: Vec<i64> = orders(tx, checked)?.into_iter().map(|(id, _)| id).collect();
    if changes::since(tx, &checked.seal, checked, &ids)? {
        return Err(Error::new(
            ErrorKind::SealOutdated,
            "the exported data has changed since that seal, or the seal is from another database",
        )
        .hint("leave --seal out; wl export --changed-since FILE lists what changed"));
    }
    Ok(())
}

fn unapproved(open: &[EntryRow]) -> Error {
    let mut list: Vec<String> = open
        .iter()
        .take(usize::try_from(LISTED).unwrap_or(0))
        .map(|row| {
            let state = if row.end_ts.is_none() {
                "running"
            } else {
                row.status.as_str()
            };
            format!(
                "entry {} of {} on {}/{} is {state}",
                row.id, row.user, row.work_order, row.line_item
            )
        })
        .collect();
    if open.len() > list.len() {
        list.push("and more".to_owned());
    }
    Error::new(
        ErrorKind::UnapprovedTime,
        format!(
            "the selection contains unapproved time: {}",
            list.join("; ")
        ),
    )
    .hint("approve it with wl approve, or export a draft with --include-unapproved")
}

/// The entire document, for the PDF.
pub fn document(tx: &mut Tx<'_>, checked: &CheckedSelection) -> Result<Document> {
    let entries = rows::load(tx, &checked.filter, Sorting::ByOrder)?;
    // the rule may have been off only when these were approved
    let own_approval = entries.iter().any(|row| row.own_approval);
    let order_ids = match &checked.orders {
        Some(ids) => ids.clone(),
        None => {
            let mut ids: Vec<i64> = entries.iter().map(|row| row.work_order_id).collect();
            ids.dedup();
            ids
        }
    };
    let mut orders = Vec::new();
    let mut entries = entries.into_iter().peekable();
    for (order, lines) in orders_with_lines(tx, order_ids)? {
        let mut sheet = OrderSheet {
            number: order.number,
            title: order.title,
            customer: order.customer,
            lines: Vec::new(),
        };
        for line in lines {
            let mut of_line = Vec::new();
            while let Some(row) = entries
                .next_if(|row| row.work_order_id == order.id && row.line_item == line.position)
            {
                of_line.push(entry_sheet(row));
            }
            // a period shows only what has time in it; an order shows all
            if !of_line.is_empty() || (checked.orders.is_some() && line.deleted_at.is_none()) {
                sheet.lines.push(LineSheet {
                    position: line.position,
                    description: line.description,
                    entries: of_line,
                });
            }
        }
        orders.push(sheet);
    }
    Ok(Document {
        organisation: tx.settings.organisation.clone(),
        zone: checked.zone,
        period: checked.period.clone(),
        seal: checked.seal.seal.clone(),
        draft: checked.draft,
        own_approval_allowed: own_approval || !tx.settings.two_pairs_of_eyes,
        orders,
    })
}

/// The orders of a checked selection with their numbers: those named, else
/// those with time in it.
pub fn orders(tx: &mut Tx<'_>, checked: &CheckedSelection) -> Result<Vec<(i64, String)>> {
    let ids = match &checked.orders {
        Some(ids) => ids.clone(),
        None => rows::orders(tx, &checked.filter)?,
    };
    Ok(work_orders::table
        .filter(work_orders::id.eq_any(&ids))
        .order(work_orders::id)
        .select((work_orders::id, work_orders::number))
        .load(tx.conn)?)
}

impl CheckedSelection {
    /// The same, narrowed to one of its orders.
    pub fn of_order(&self, tx: &mut Tx<'_>, id: i64) -> Result<Self> {
        let filter = EntryFilter {
            orders: Some(vec![id]),
            ..self.filter.clone()
        };
        let open = EntryFilter {
            status: Some(EntryStatus::Open),
            limit: Some(1),
            ..filter.clone()
        };
        Ok(Self {
            draft: self.draft && !rows::load(tx, &open, Sorting::ByTime)?.is_empty(),
            filter,
            orders: self.orders.as_ref().map(|_| vec![id]),
            zone: self.zone,
            seal: self.seal.clone(),
            earlier: self.earlier,
            period: self.period.clone(),
        })
    }
}

/// Rows come by order and line item, so the sheets are asked for that way too.
fn orders_with_lines(
    tx: &mut Tx<'_>,
    mut ids: Vec<i64>,
) -> Result<Vec<(WorkOrder, Vec<LineItem>)>> {
    ids.sort_unstable();
    let orders: Vec<WorkOrder> = work_orders::table
        .filter(work_orders::id.eq_any(&ids))
        .order(work_orders::id)
        .select(WorkOrder::as_select())
        .load(tx.conn)?;
    let lines: Vec<LineItem> = line_items::table
        .filter(line_items::work_order_id.eq_any(&ids))
        .order((line_items::work_order_id, line_items::position))
        .select(LineItem::as_select())
        .load(tx.conn)?;
    let mut lines = lines.into_iter().peekable();
    Ok(orders
        .into_iter()
        .map(|order| {
            let mut own = Vec::new();
            while let Some(line) = lines.next_if(|line| line.work_order_id == order.id) {
                own.push(line);
            }
            (order, own)
        })
        .collect())
}

fn entry_sheet(row: EntryRow) -> EntrySheet {
    EntrySheet {
        id: row.id,
        user: row.user,
        user_name: row.user_name,
        start_ts: row.start_ts,
        end_ts: row.end_ts,
        duration_seconds: row.duration_seconds,
        note: row.note,
        locked: row.status == EntryStatus::Locked,
        // two people may have one name
        approved_by: row
            .approver_name
            .zip(row.approved_by)
            .map(|(name, login)| format!("{name} ({login})")),
        approved_at: row.approved_at,
    }
}

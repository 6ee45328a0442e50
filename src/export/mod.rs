//! Exports of approved time for accounting.
//!
//! Only locked time, from one snapshot, with the seal of the audit trail.

pub mod batch;
pub mod bill;
mod cell;
pub mod csv;
pub mod format;
mod letterhead;
pub mod model;
pub mod pdf;
pub mod side_file;
pub mod table;
pub mod xlsx;

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{Array, Text};
use serde::Serialize;

use crate::error::{Error, ErrorKind, Result};
use crate::ledger::seal::{self, Seal};
use crate::ledger::{Tx, guards};
use crate::models::{EntryStatus, LineItem, OrderStatus, Role, WorkOrder};
use crate::rows::{self, EntryFilter, EntryRow, Sorting};
use crate::schema::wl::{line_items, work_orders};
use crate::text;
use crate::time::DayRange;

use bill::FrozenBill;
use model::{Document, DocumentOptions, EntrySheet, LineSheet, OrderSheet, Source};

/// What to export; all given conditions apply together.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Selection {
    pub orders: Vec<String>,
    #[serde(rename = "status")]
    pub order_status: Option<OrderStatus>,
    /// Orders of this customer: the full name, ignoring case.
    pub customer: Option<String>,
    pub from: Option<DateTime<Utc>>,
    pub to: Option<DateTime<Utc>>,
    /// As people wrote it, for the document.
    #[serde(skip)]
    pub period: Option<String>,
    /// The same.
    #[serde(skip)]
    pub days: DayRange,
    pub include_unapproved: bool,
}

/// A checked selection: it may be exported.
pub struct CheckedSelection {
    pub filter: EntryFilter,
    /// The orders whose every line item is shown, with time or without; None: the orders
    /// and line items with time.
    pub orders: Option<Vec<i64>>,
    pub zone: Tz,
    pub draft: bool,
    pub basis: Basis,
    pub selection: Selection,
    /// The orders that the selection named; None: any.
    pub order_ids: Option<Vec<i64>>,
}

/// What the time is taken from.
#[derive(Debug, Clone)]
pub enum Basis {
    /// The data as it is, under this seal.
    Sealed(Seal),
    /// A technician's own time. They may not read the trail of others.
    OwnRecord,
    Bill(Box<FrozenBill>),
}

impl CheckedSelection {
    pub fn seal(&self) -> Option<&Seal> {
        match &self.basis {
            Basis::Sealed(seal) => Some(seal),
            Basis::OwnRecord | Basis::Bill(_) => None,
        }
    }

    pub fn is_own_record(&self) -> bool {
        matches!(self.basis, Basis::OwnRecord)
    }

    pub fn is_cancelled(&self) -> bool {
        matches!(&self.basis, Basis::Bill(bill) if bill.head.cancelled)
    }

    /// What every sheet of a spreadsheet says of it.
    pub fn mark(&self) -> Option<&'static str> {
        match &self.basis {
            Basis::OwnRecord => Some("OWN RECORD"),
            Basis::Sealed(_) => self.draft.then_some("DRAFT"),
            Basis::Bill(bill) => bill.head.cancelled.then_some(CANCELLED),
        }
    }
}

/// What documents of a cancelled bill say.
pub const CANCELLED: &str = "CANCELLED";

/// How many unapproved entries a refusal lists.
const LISTED: i64 = 10;

/// Resolves a selection and refuses it if it has unapproved time. Of a technician it is
/// their own record, approved or not.
pub fn check(tx: &mut Tx<'_>, mut selection: Selection) -> Result<CheckedSelection> {
    tx.require(
        &[Role::Technician, Role::Admin, Role::Accountant],
        "export time",
    )?;
    let own = tx.actor.role == Role::Technician;
    selection.include_unapproved |= own;
    let orders = selected_orders(tx, &selection)?;
    let filter = EntryFilter {
        user: own.then_some(tx.actor.id),
        orders: orders.clone(),
        from: selection.from,
        to: selection.to,
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
    let whole = selection.from.is_none() && selection.to.is_none();
    Ok(CheckedSelection {
        zone: tx.settings.time_zone()?,
        draft: !open.is_empty(),
        basis: match own {
            true => Basis::OwnRecord,
            false => Basis::Sealed(seal::current(tx)?),
        },
        orders: orders.clone().filter(|_| whole && !own),
        order_ids: orders,
        selection,
        filter,
    })
}

define_sql_function! {
    #[sql_name = "wl.name_key"]
    fn name_key(name: Text) -> Text;
}

/// The orders that are named, in the status and of the customer, as far as each is given;
/// None if none is.
fn selected_orders(tx: &mut Tx<'_>, selection: &Selection) -> Result<Option<Vec<i64>>> {
    let customer = selection.customer.as_deref();
    let customer = customer.map(|name| guards::find_customer(tx, name));
    let customer = customer.transpose()?;
    let mut orders = work_orders::table
        .order(work_orders::id)
        .select(work_orders::id)
        .filter(work_orders::deleted_at.is_null())
        .into_boxed();
    if !selection.orders.is_empty() {
        orders = orders.filter(work_orders::id.eq_any(named_orders(tx, &selection.orders)?));
    }
    if let Some(status) = selection.order_status {
        orders = orders.filter(work_orders::status.eq(status));
    }
    if let Some(name) = &customer {
        orders = orders.filter(name_key(work_orders::customer).eq(text::name_key(name)));
    }
    let any = selection.orders.is_empty() && selection.order_status.is_none() && customer.is_none();
    (!any).then(|| Ok(orders.load(tx.conn)?)).transpose()
}

/// The orders with these numbers, all in one query.
fn named_orders(tx: &mut Tx<'_>, numbers: &[String]) -> Result<Vec<i64>> {
    let key = |number: &String| text::name_key(number.trim());
    let wanted: Vec<String> = numbers.iter().map(key).collect();
    let mut found: Vec<WorkOrder> = diesel::sql_query(
        "SELECT o.* FROM wl.work_orders o WHERE o.id = ANY (ARRAY(SELECT wl.order_ids($1)))",
    )
    .bind::<Array<Text>, _>(&wanted)
    .load(tx.conn)?;
    let known: HashSet<String> = found
        .iter()
        .map(|order| text::name_key(&order.number))
        .collect();
    for number in numbers {
        if !known.contains(&key(number)) {
            found.push(guards::find_order(tx, number)?);
        }
    }
    for order in &found {
        guards::not_removed(tx, order)?;
    }
    Ok(found.into_iter().map(|order| order.id).collect())
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
pub fn document(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    options: &DocumentOptions,
) -> Result<Document> {
    let mut all = empty_document(tx, checked, options)?;
    if let Basis::Bill(_) = checked.basis {
        (all.orders, all.own_approval_allowed) = bill::order_sheets(tx, checked)?;
        return Ok(all);
    }
    let ids: Vec<i64> = orders(tx, checked)?.into_iter().map(|(id, _)| id).collect();
    each_order(tx, checked, &ids, |order, own_approval| {
        all.own_approval_allowed |= own_approval;
        all.orders.push(order);
        Ok(())
    })?;
    Ok(all)
}

/// A document for each of some orders of a checked selection, by rising id.
pub fn each_document(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    ids: &[i64],
    options: &DocumentOptions,
    mut take: impl FnMut(Document) -> Result<()>,
) -> Result<()> {
    let empty = empty_document(tx, checked, options)?;
    each_order(tx, checked, ids, |order, own_approval| {
        let draft = order.time_entries().any(|entry| !entry.locked);
        take(Document {
            draft,
            own_approval_allowed: empty.own_approval_allowed || own_approval,
            orders: vec![order],
            ..empty.clone()
        })
    })
}

fn empty_document(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    options: &DocumentOptions,
) -> Result<Document> {
    let (letterhead, source) = match &checked.basis {
        Basis::Sealed(seal) => (
            letterhead::of_settings(tx, checked.zone)?,
            Source::Export {
                seal: seal.seal.clone(),
            },
        ),
        Basis::OwnRecord => (
            letterhead::of_settings(tx, checked.zone)?,
            Source::OwnRecord,
        ),
        Basis::Bill(bill) => (bill.full_letterhead(tx)?, Source::Bill(bill.head.clone())),
    };
    Ok(Document {
        letterhead,
        source,
        options: options.clone(),
        period: checked.selection.days,
        draft: checked.draft,
        own_approval_allowed: own_approval_allowed(tx, checked),
        orders: Vec::new(),
    })
}

/// Whether the rule of two pairs of eyes is off now, which an export says. A bill keeps
/// what was true of each of its lines.
fn own_approval_allowed(tx: &Tx<'_>, checked: &CheckedSelection) -> bool {
    !matches!(checked.basis, Basis::Bill(_)) && !tx.settings.two_pairs_of_eyes
}

/// Calls `take` with each of some orders, and with whether some of its time was approved by
/// a person who worked, entered or changed it: the rule may have been off only then. Only
/// one order's entries are in memory.
fn each_order(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    ids: &[i64],
    mut take: impl FnMut(OrderSheet, bool) -> Result<()>,
) -> Result<()> {
    let mut sheets = order_sheets(tx, ids)?.into_iter().peekable();
    let mut own_approval = false;
    let whole = checked.orders.is_some();
    let mut finish = |mut sheet: Sheet, own_approval: &mut bool| {
        // a period shows only what has time in it; an order shows all
        sheet
            .lines
            .retain(|(line, removed)| !line.entries.is_empty() || (whole && !removed));
        let lines = sheet.lines.into_iter().map(|(line, _)| line).collect();
        let order = OrderSheet {
            lines,
            ..sheet.order
        };
        take(order, std::mem::take(own_approval))
    };
    let filter = EntryFilter {
        orders: Some(ids.to_vec()),
        ..checked.filter.clone()
    };
    rows::each(tx, &filter, Sorting::ByOrder, |row| {
        while let Some(before) = sheets.next_if(|sheet| sheet.id < row.work_order_id) {
            finish(before, &mut own_approval)?;
        }
        own_approval |= row.own_approval;
        let lines = sheets.peek_mut().map(|sheet| &mut sheet.lines);
        let line = lines.and_then(|lines| {
            lines
                .iter_mut()
                .find(|(line, _)| line.position == row.line_item)
        });
        let (line, _) = line.ok_or_else(|| Error::bug("an entry without its line item"))?;
        line.entries.push(entry_sheet(row));
        Ok(())
    })?;
    for sheet in sheets {
        finish(sheet, &mut own_approval)?;
    }
    Ok(())
}

/// An order on its way into a document: each line item with whether it was removed.
struct Sheet {
    id: i64,
    order: OrderSheet,
    lines: Vec<(LineSheet, bool)>,
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
            basis: self.basis.clone(),
            selection: self.selection.clone(),
            order_ids: Some(vec![id]),
        })
    }
}

/// The orders, by rising id, with all their line items and without time.
fn order_sheets(tx: &mut Tx<'_>, ids: &[i64]) -> Result<Vec<Sheet>> {
    let orders: Vec<WorkOrder> = work_orders::table
        .filter(work_orders::id.eq_any(ids))
        .order(work_orders::id)
        .select(WorkOrder::as_select())
        .load(tx.conn)?;
    let lines: Vec<LineItem> = line_items::table
        .filter(line_items::work_order_id.eq_any(ids))
        .order((line_items::work_order_id, line_items::position))
        .select(LineItem::as_select())
        .load(tx.conn)?;
    let mut lines = lines.into_iter().peekable();
    let sheet = |order: WorkOrder| Sheet {
        lines: std::iter::from_fn(|| lines.next_if(|line| line.work_order_id == order.id))
            .map(|line| {
                let empty = LineSheet {
                    position: line.position,
                    description: line.description,
                    entries: Vec::new(),
                };
                (empty, line.deleted_at.is_some())
            })
            .collect(),
        id: order.id,
        order: OrderSheet {
            number: order.number,
            title: order.title,
            customer: order.customer,
            lines: Vec::new(),
        },
    };
    Ok(orders.into_iter().map(sheet).collect())
}

fn entry_sheet(row: EntryRow) -> EntrySheet {
    EntrySheet {
        user: row.user,
        user_name: row.user_name,
        start_ts: row.start_ts,
        end_ts: row.end_ts,
        duration_seconds: row.duration_seconds,
        note: row.note,
        locked: row.status == EntryStatus::Locked,
        late: row.late,
        bill: row.bill,
        // two people may have one name
        approved_by: row
            .approver_name
            .zip(row.approved_by)
            .map(|(name, login)| format!("{name} ({login})")),
        approved_at: row.approved_at,
    }
}

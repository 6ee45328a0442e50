//! Imports work orders and their line items from a sheet.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use diesel::sql_types::{Array, Text};

use super::{Outcome, check_text, rejected};
use crate::error::{Error, ErrorKind, Result};
use crate::intake::{Sheet, SheetRow};
use crate::ledger::audit;
use crate::ledger::{Tx, guards};
use crate::models::{Action, Role, WorkOrder};
use crate::schema::wl::{line_items, work_orders};
use crate::text;

pub struct OrderOptions<'a> {
    /// Put before each number; numbers are made up where none is mapped.
    pub number_prefix: Option<&'a str>,
}

pub(super) struct NewOrder {
    pub number: String,
    pub title: String,
    pub customer: String,
    pub lines: Vec<String>,
    /// The row it came from.
    pub row: usize,
}

impl NewOrder {
    /// Adds line items that it lacks.
    pub fn add_lines(&mut self, lines: Vec<String>) {
        for line in lines {
            let same = |known: &String| text::name_key(known) == text::name_key(&line);
            if !self.lines.iter().any(same) {
                self.lines.push(line);
            }
        }
    }
}

/// Whether a text can't be an order's number.
pub(super) fn number_fault(number: &str) -> bool {
    number.contains('/') || number.starts_with('-') || number.chars().any(char::is_control)
}

/// Adds the orders of a sheet and their line items, in file order. Rows of one
/// number are one order; each new text in the column `line` is a line item.
pub fn orders(
    tx: &mut Tx<'_>,
    sheet: &Sheet,
    options: &OrderOptions<'_>,
    partial: bool,
) -> Result<Outcome> {
    tx.require(&[Role::Admin], "import work orders")?;
    let made_up = !sheet.has("number");
    let mut outcome = Outcome {
        rows: sheet.rows.len(),
        ..Outcome::default()
    };
    let new = orders_of_sheet(sheet, options, made_up, &mut outcome);
    let existing = existing_orders(tx, &new)?;
    let there = existing_lines(tx, &existing)?;
    let mut kept = Vec::new();
    for order in new {
        let refusal = match existing.get(&text::name_key(&order.number)) {
            Some(known) => fits(tx, &order, known, made_up, &there).err(),
            None => None,
        };
        match refusal {
            Some(error) => {
                let row = &sheet.rows[order.row];
                outcome.rejected.push(rejected(order.row, row, error));
            }
            None => kept.push(order),
        }
    }
    outcome.rejected.sort_by_key(|rejected| rejected.row);
    if !partial && !outcome.rejected.is_empty() {
        return Ok(outcome);
    }
    write_orders(tx, &kept, &existing, &there, &mut outcome)?;
    outcome.unchanged = kept.len() - outcome.added;
    Ok(outcome)
}

/// The orders of a sheet; rows that can't be one are rejected.
fn orders_of_sheet(
    sheet: &Sheet,
    options: &OrderOptions<'_>,
    made_up: bool,
    outcome: &mut Outcome,
) -> Vec<NewOrder> {
    let mut new: Vec<NewOrder> = Vec::new();
    let mut by_number: HashMap<String, usize> = HashMap::new();
    for (index, row) in sheet.rows.iter().enumerate() {
        let added = order_of_row(sheet, options, index, row, made_up).and_then(|order| {
            match by_number.get(&text::name_key(&order.number)) {
                Some(at) => merge(sheet, row, &mut new[*at], order),
                None => {
                    by_number.insert(text::name_key(&order.number), new.len());
                    new.push(order);
                    Ok(())
                }
            }
        });
        if let Err(error) = added {
            outcome.rejected.push(rejected(index, row, error));
        }
    }
    new
}

/// Adds the line items of a later row to the first order of its number.
fn merge(sheet: &Sheet, row: &SheetRow, first: &mut NewOrder, order: NewOrder) -> Result<()> {
    let differs = sheet.has("title") && first.title != order.title
        || sheet.has("customer") && first.customer != order.customer;
    if differs {
        return Err(sheet.bad(
            row,
            "number",
            &order.number,
            "an earlier row with this number has a different title or customer",
        ));
    }
    first.add_lines(order.lines);
    Ok(())
}

/// Refuses an order that is there already and differs, or that takes no more
/// line items.
fn fits(
    tx: &mut Tx<'_>,
    order: &NewOrder,
    known: &WorkOrder,
    made_up: bool,
    there: &HashSet<(i64, String)>,
) -> Result<()> {
    if made_up && (known.title != order.title || known.customer != order.customer) {
        return Err(Error::new(
            ErrorKind::WorkOrdersNumberKey,
            format!(
                "work order {} already exists with a different title or customer",
                order.number
            ),
        ));
    }
    let is_new = |line: &String| !there.contains(&(known.id, text::name_key(line)));
    if order.lines.iter().any(is_new) {
        guards::not_removed(tx, known)?;
        guards::not_billed(tx, known)?;
    }
    Ok(())
}

fn order_of_row(
    sheet: &Sheet,
    options: &OrderOptions<'_>,
    index: usize,
    row: &SheetRow,
    made_up: bool,
) -> Result<NewOrder> {
    let prefix = options.number_prefix.unwrap_or_default();
    let number = if made_up {
        format!("{prefix}{}", index + 1)
    } else {
        format!(
            "{prefix}{}",
            sheet.columns.replaced(&sheet.needed(row, "number")?)
        )
    };
    let number = text::composed(&number);
    check_text(sheet, row, "number", &number, 64)?;
    if number_fault(&number) {
        return Err(sheet.bad(
            row,
            "number",
            &number,
            "an order number can't contain a slash or a line break, or begin with a dash",
        ));
    }
    let title = if sheet.has("title") {
        sheet.needed(row, "title")?
    } else {
        number.clone()
    };
    check_text(sheet, row, "title", &title, 1000)?;
    let customer = if sheet.has("customer") {
        sheet.needed(row, "customer")?
    } else {
        "(none)".to_owned()
    };
    let customer = text::composed(&customer);
    check_text(sheet, row, "customer", &customer, 200)?;
    let mut order = NewOrder {
        number,
        title,
        customer,
        lines: Vec::new(),
        row: index,
    };
    let cell = sheet.cell(row, "line").unwrap_or_default();
    for line in cell.split(['\n', '\r']).map(str::trim) {
        check_text(sheet, row, "line", line, 2000)?;
        if !line.is_empty() {
            order.add_lines(vec![line.to_owned()]);
        }
    }
    Ok(order)
}

pub(super) fn existing_orders(
    tx: &mut Tx<'_>,
    new: &[NewOrder],
) -> Result<HashMap<String, WorkOrder>> {
    let numbers: Vec<String> = new
        .iter()
        .map(|order| text::name_key(&order.number))
        .collect();
    let found: Vec<WorkOrder> = diesel::sql_query(
        "SELECT o.* FROM wl.work_orders o WHERE o.id = ANY (ARRAY(SELECT wl.order_ids($1))) ORDER BY o.id FOR NO KEY UPDATE",
    )
    .bind::<Array<Text>, _>(&numbers)
    .load(tx.conn)?;
    Ok(found
        .into_iter()
        .map(|order| (text::name_key(&order.number), order))
        .collect())
}

/// The line items of those orders: order and description, as keys.
pub(super) fn existing_lines(
    tx: &mut Tx<'_>,
    existing: &HashMap<String, WorkOrder>,
) -> Result<HashSet<(i64, String)>> {
    let order_ids: Vec<i64> = existing.values().map(|order| order.id).collect();
    Ok(line_items::table
        .filter(line_items::work_order_id.eq_any(&order_ids))
        .select((line_items::work_order_id, line_items::description))
        .load::<(i64, String)>(tx.conn)?
        .into_iter()
        .map(|(id, description)| (id, text::name_key(&description)))
        .collect())
}

pub(super) fn write_orders(
    tx: &mut Tx<'_>,
    orders: &[NewOrder],
    existing: &HashMap<String, WorkOrder>,
    there: &HashSet<(i64, String)>,
    outcome: &mut Outcome,
) -> Result<()> {
    let mut ids: HashMap<String, i64> = existing
        .iter()
        .map(|(number, order)| (number.clone(), order.id))
        .collect();
    let added: Vec<&NewOrder> = orders
        .iter()
        .filter(|order| !ids.contains_key(&text::name_key(&order.number)))
        .collect();
    let new_ids: Vec<(i64, String)> = diesel::insert_into(work_orders::table)
        .values(
            added
                .iter()
                .map(|order| {
                    (
                        work_orders::number.eq(&order.number),
                        work_orders::title.eq(&order.title),
                        work_orders::customer.eq(&order.customer),
                    )
                })
                .collect::<Vec<_>>(),
        )
        .returning((work_orders::id, work_orders::number))
        .get_results(tx.conn)?;
    audit::record_all(
        tx,
        Action::OrderAdd,
        &new_ids.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
        None,
    )?;
    outcome.added = new_ids.len();
    ids.extend(
        new_ids
            .into_iter()
            .map(|(id, number)| (text::name_key(&number), id)),
    );

    write_lines(tx, orders, &ids, there, outcome)
}

fn write_lines(
    tx: &mut Tx<'_>,
    orders: &[NewOrder],
    ids: &HashMap<String, i64>,
    there: &HashSet<(i64, String)>,
    outcome: &mut Outcome,
) -> Result<()> {
    let mut lines = Vec::new();
    for order in orders {
        let Some(id) = ids.get(&text::name_key(&order.number)) else {
            continue;
        };
        for line in &order.lines {
            if !there.contains(&(*id, text::name_key(line))) {
                lines.push((
                    line_items::work_order_id.eq(*id),
                    line_items::description.eq(line),
                ));
            }
        }
    }
    let line_ids: Vec<i64> = diesel::insert_into(line_items::table)
        .values(&lines)
        .returning(line_items::id)
        .get_results(tx.conn)?;
    audit::record_all(tx, Action::LineAdd, &line_ids, None)?;
    outcome.lines_added = line_ids.len();
    Ok(())
}

//! Makes the orders and line items that the rows of a file need.

use std::collections::HashMap;

use super::names::Names;
use super::orders::{NewOrder, existing_lines, existing_orders, number_fault, write_orders};
use super::{Outcome, check_text};
use crate::error::Result;
use crate::intake::{Sheet, SheetRow};
use crate::ledger::{Tx, guards};
use crate::models::{Role, WorkOrder};
use crate::text::{composed, name_key};

/// Adds an order for each project that none has, and a line item for each task that its
/// order lacks. An order without any task gets one line item with its title.
pub(super) fn missing(
    tx: &mut Tx<'_>,
    sheet: &Sheet,
    names: &Names<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    tx.require(&[Role::Admin], "add work orders")?;
    let mut needed: Vec<NewOrder> = Vec::new();
    let mut by_number: HashMap<String, usize> = HashMap::new();
    for (index, row) in sheet.rows.iter().enumerate() {
        // what can't be an order stays unknown and is refused by name
        let Some(order) = needed_by(sheet, row, index, names) else {
            continue;
        };
        let at = *by_number
            .entry(name_key(&order.number))
            .or_insert(needed.len());
        match needed.get_mut(at) {
            Some(first) => first.add_lines(order.lines),
            None => needed.push(order),
        }
    }
    let existing = existing_orders(tx, &needed)?;
    let there = existing_lines(tx, &existing)?;
    for order in &mut needed {
        match existing.get(&name_key(&order.number)) {
            None if order.lines.is_empty() => order.lines.push(order.title.clone()),
            // its rows are refused, because they name no line item
            Some(known) if fits(tx, known).is_err() => order.lines.clear(),
            _ => {}
        }
    }
    let mut made = Outcome::default();
    write_orders(tx, &needed, &existing, &there, &mut made)?;
    (outcome.orders_added, outcome.lines_added) = (made.added, made.lines_added);
    Ok(())
}

/// Whether an order takes new line items and time.
fn fits(tx: &mut Tx<'_>, order: &WorkOrder) -> Result<()> {
    guards::takes_time(tx, order)?;
    guards::not_billed(tx, order)
}

fn needed_by(sheet: &Sheet, row: &SheetRow, index: usize, names: &Names<'_>) -> Option<NewOrder> {
    let title = sheet.cell(row, "number");
    let task = sheet.cell(row, "task").or_else(|| sheet.cell(row, "line"));
    let task = task.filter(|task| check_text(sheet, row, "line", task, 2000).is_ok());
    let (number, lines) = match names.order(sheet, row) {
        Some(named) => {
            let task = task.filter(|task| !names.has_line(named.id(), task));
            let task = task.filter(|_| !named.has_line());
            (named.number().to_owned(), task?)
        }
        None => {
            let number = names.number(sheet, row)?;
            check_text(sheet, row, "number", &number, 64).ok()?;
            if number_fault(&number) {
                return None;
            }
            (number, task.unwrap_or_default())
        }
    };
    let customer = sheet.cell(row, "customer");
    let customer = customer.filter(|name| check_text(sheet, row, "customer", name, 200).is_ok());
    Some(NewOrder {
        title: title.unwrap_or_else(|| number.clone()),
        number: composed(&number),
        customer: composed(&customer.unwrap_or_else(|| "(none)".to_owned())),
        lines: [lines]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect(),
        row: index,
    })
}

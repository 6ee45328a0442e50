//! `wl order`: work orders.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::complete;
use crate::cli::app::App;
use crate::cli::{Column, Row, Style};
use crate::commands::import;
use crate::domain::line;
use crate::domain::line::LineView;
use crate::domain::order::{self, Filter, OrderView};
use crate::error::{Error, Result};
use crate::ledger::{Tx, guards};
use crate::models::OrderStatus;
use crate::text;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add a work order
    Add(Add),
    /// List work orders
    List(List),
    /// Show a work order and its line items
    Show(Number),
    /// Change a work order's number, title or customer
    Edit(Edit),
    /// Change a work order's status
    Status(SetStatus),
    /// Hide a work order that has no time
    Remove(NumberReason),
    /// Bring a removed work order back
    Restore(Removed),
    /// Import work orders from a CSV file
    Import(import::Orders),
}

#[derive(Debug, Args)]
pub struct Add {
    /// Order number, such as WO-1042
    #[arg(value_name = "NUMBER")]
    number: String,
    /// Work to be done
    #[arg(long, value_name = "TEXT")]
    title: String,
    /// Customer
    #[arg(long, value_name = "NAME", add = complete::customers())]
    customer: String,
}

#[derive(Debug, Args)]
pub struct List {
    /// Only orders with this status
    #[arg(long, value_enum, value_name = "STATUS")]
    status: Option<OrderStatus>,
    /// Only orders whose customer contains this text
    #[arg(long, value_name = "NAME", add = complete::customers())]
    customer: Option<String>,
    /// Only orders whose number, title or customer contains this text
    #[arg(short, long, value_name = "TEXT")]
    search: Option<String>,
    /// Also list removed orders
    #[arg(long)]
    removed: bool,
    /// Show at most this many
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..))]
    limit: Option<i64>,
}

#[derive(Debug, Args)]
pub struct Number {
    /// Work order
    #[arg(value_name = "ORDER", add = complete::orders())]
    order: String,
}

#[derive(Debug, Args)]
pub struct NumberReason {
    /// Work order
    #[arg(value_name = "ORDER", add = complete::orders())]
    order: String,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct Removed {
    /// Work order
    #[arg(value_name = "ORDER", add = complete::removed_orders())]
    order: String,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct Edit {
    /// Work order
    #[arg(value_name = "ORDER", add = complete::orders())]
    order: String,
    /// New number
    #[arg(long, value_name = "NUMBER")]
    number: Option<String>,
    /// New title
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// New customer
    #[arg(long, value_name = "NAME", add = complete::customers())]
    customer: Option<String>,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct SetStatus {
    /// Work orders; all of them change, or none
    #[arg(value_name = "ORDER", required = true, add = complete::orders_and_statuses())]
    orders: Vec<String>,
    /// New status
    #[arg(value_enum, value_name = "STATUS")]
    status: OrderStatus,
    /// Reason; required to move a billed order back
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

impl Row for OrderView {
    const FIELDS: &'static [&'static str] = &[
        "number",
        "title",
        "customer",
        "status",
        "line_items",
        "entries",
        "open_entries",
        "duration_seconds",
        "hours",
        "removed",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::left("number", "Order"),
        Column::text("title", "Title"),
        Column::text("customer", "Customer"),
        Column::left("status", "Status"),
        Column::right("line_items", "Lines").spare(1),
        Column::right("entries", "Entries").spare(2),
        Column::right("open_entries", "Open"),
        Column::right("hours", "Hours"),
    ];

    fn cell(&self, field: &str, _style: &Style) -> Option<String> {
        (field == "status" && self.removed).then(|| format!("{} (removed)", self.status))
    }
}

pub fn run(app: &mut App, command: Command) -> Result<()> {
    match command {
        Command::Add(args) => {
            let view = app.write(|tx, _| {
                order::add(tx, &args.number, &args.title, &args.customer)?;
                view(tx, &args.number)
            })?;
            done(app, &format!("Added work order {}.", named(&view)), &view)?;
            app.created(&view.number)
        }
        Command::List(args) => {
            let filter = Filter {
                status: args.status,
                customer: args.customer,
                search: args.search,
                removed: args.removed,
                limit: args.limit,
                ..Filter::default()
            };
            let orders = app.read(|tx, _| order::list(tx, &filter))?;
            let none = match filter == Filter::default() {
                true => {
                    "No work orders yet. An admin adds them with: wl order add NUMBER --title TEXT --customer NAME"
                }
                false => "No such work orders. All are listed by: wl order list",
            };
            app.rows(&orders, none)
        }
        Command::Show(args) => show(app, &args.order),
        Command::Edit(args) => edit(app, &args),
        Command::Status(args) => set_status(app, &args),
        Command::Remove(args) => {
            let view = app.write(|tx, _| {
                order::remove(tx, &args.order, args.reason.as_deref())?;
                view(tx, &args.order)
            })?;
            done(
                app,
                &format!(
                    "Removed work order {}; wl order restore {} restores it.",
                    named(&view),
                    text::shell_word(&view.number)
                ),
                &view,
            )
        }
        Command::Restore(args) => {
            let view = app.write(|tx, _| {
                order::restore(tx, &args.order, args.reason.as_deref())?;
                view(tx, &args.order)
            })?;
            done(
                app,
                &format!("Restored work order {}.", named(&view)),
                &view,
            )
        }
        Command::Import(args) => import::orders(app, &args),
    }
}

fn set_status(app: &mut App, args: &SetStatus) -> Result<()> {
    let (before, views) = app.write(|tx, _| {
        let before = order::status(tx, &args.orders, args.status, args.reason.as_deref())?;
        Ok((before, views(tx, args.orders.clone())?))
    })?;
    for order in before {
        app.say(match order.status == args.status {
            true => format!(
                "Work order {} ({}) already is {}.",
                order.number, order.title, args.status
            ),
            false => format!(
                "Work order {} ({}): {} -> {}.",
                order.number, order.title, order.status, args.status
            ),
        });
    }
    match app.is_table() {
        true => Ok(()),
        false => app.rows(&views, ""),
    }
}

fn views(tx: &mut Tx<'_>, numbers: Vec<String>) -> Result<Vec<OrderView>> {
    let filter = Filter {
        numbers: Some(numbers),
        removed: true,
        ..Filter::default()
    };
    order::list(tx, &filter)
}

fn view(tx: &mut Tx<'_>, number: &str) -> Result<OrderView> {
    let found = views(tx, vec![number.to_owned()])?.into_iter().next();
    // the list is empty only for an order that does not exist
    found.map_or_else(
        || {
            Err(guards::find_order(tx, number)
                .err()
                .unwrap_or_else(|| Error::bug("an order vanished")))
        },
        Ok,
    )
}

/// `WO-1042 (Cold store)`
fn named(order: &OrderView) -> String {
    format!("{} ({})", order.number, order.title)
}

fn done(app: &App, sentence: &str, view: &OrderView) -> Result<()> {
    app.say(sentence);
    if app.is_table() {
        Ok(())
    } else {
        app.one(view)
    }
}

#[derive(Serialize)]
struct OrderWithLines {
    #[serde(flatten)]
    order: OrderWithBills,
    lines: Vec<LineView>,
}

#[derive(Serialize)]
struct OrderWithBills {
    #[serde(flatten)]
    order: OrderView,
    bills: Vec<i64>,
}

impl Row for OrderWithBills {
    const FIELDS: &'static [&'static str] = &[
        "number",
        "title",
        "customer",
        "status",
        "line_items",
        "entries",
        "open_entries",
        "duration_seconds",
        "hours",
        "removed",
        "bills",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::left("number", "Order"),
        Column::text("title", "Title"),
        Column::text("customer", "Customer"),
        Column::left("status", "Status"),
        Column::right("line_items", "Lines").spare(1),
        Column::right("entries", "Entries").spare(2),
        Column::right("open_entries", "Open"),
        Column::right("hours", "Hours"),
        Column::right("bills", "Bills"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            "bills" => Some(text::numbers(&self.bills)),
            _ => self.order.cell(field, style),
        }
    }
}

fn show(app: &mut App, number: &str) -> Result<()> {
    let shown = app.read(|tx, _| {
        Ok(OrderWithLines {
            order: OrderWithBills {
                order: view(tx, number)?,
                bills: order::bills(tx, number)?,
            },
            lines: line::list(tx, number, false)?,
        })
    })?;
    if app.is_json() {
        return app.json(&shown);
    }
    app.one(&shown.order)?;
    app.gap()?;
    if app.is_table() {
        app.rows(&shown.lines, &super::line::none(number))
    } else {
        Ok(())
    }
}

fn edit(app: &mut App, args: &Edit) -> Result<()> {
    if args.number.is_none() && args.title.is_none() && args.customer.is_none() {
        return Err(
            Error::usage("no change was given").hint("give --number, --title or --customer")
        );
    }
    let (changed, view) = app.write(|tx, _| {
        let edit = order::Edit {
            number: args.number.as_deref(),
            title: args.title.as_deref(),
            customer: args.customer.as_deref(),
        };
        let changed = order::edit(tx, &args.order, &edit, args.reason.as_deref())?;
        Ok((
            changed,
            view(tx, args.number.as_deref().unwrap_or(&args.order))?,
        ))
    })?;
    let sentence = if changed {
        format!("Changed work order {}.", named(&view))
    } else {
        super::NOTHING_CHANGED.to_owned()
    };
    done(app, &sentence, &view)
}

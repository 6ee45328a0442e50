//! `wl bill`: bills, the documents that take approved time to accounting.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::complete;
use crate::cli::app::App;
use crate::domain::bill::{self, Bill, BillLine, Filter};
use crate::error::Result;
use crate::text;
use crate::time::{DayRange, Period};

mod add;
mod rows;
mod verify;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Bill approved time that is on no active bill
    Add(add::Add),
    /// List bills
    List(List),
    /// Show a bill and its lines
    Show(Show),
    /// Cancel a bill, so that its time can be corrected and billed again
    Cancel(Cancel),
    /// Say which bill a file is a document of; exit with 3 if a file is unknown
    Verify(verify::Verify),
}

#[derive(Debug, Args)]
pub struct List {
    /// Only bills whose customer contains this text
    #[arg(long, value_name = "NAME", add = complete::customers())]
    customer: Option<String>,
    /// Only bills made in this period, such as today, last-month, 2026-07 or 7d
    #[arg(short, long, value_name = "PERIOD", add = complete::periods())]
    period: Option<Period>,
    /// Also list cancelled bills
    #[arg(long)]
    cancelled: bool,
    /// Show only this many, the newest
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..))]
    limit: Option<i64>,
}

#[derive(Debug, Args)]
pub struct Show {
    /// Bill
    #[arg(value_name = "N", add = complete::bills())]
    number: i64,
}

#[derive(Debug, Args)]
pub struct Cancel {
    /// Bill
    #[arg(value_name = "N", add = complete::bills())]
    number: i64,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

pub fn run(app: &mut App, command: Command) -> Result<()> {
    match command {
        Command::Add(args) => add::add(app, args),
        Command::List(args) => list(app, args),
        Command::Show(args) => show(app, args.number),
        Command::Cancel(args) => cancel(app, &args),
        Command::Verify(args) => verify::run(app, &args),
    }
}

fn list(app: &mut App, args: List) -> Result<()> {
    let bills = app.read(|tx, zone| {
        let days = DayRange::resolve(args.period.as_ref(), None, None, tx.now, zone)?;
        let filter = Filter {
            customer: args.customer,
            from: days.start(zone),
            to: days.end(zone),
            cancelled: args.cancelled,
            limit: args.limit,
            ..Filter::default()
        };
        bill::list(tx, &filter)
    })?;
    app.rows(&bills, "No bills. One is made with: wl bill add ORDER")
}

#[derive(Serialize)]
struct BillWithLines {
    #[serde(flatten)]
    bill: Bill,
    lines: Vec<BillLine>,
}

fn show(app: &mut App, number: i64) -> Result<()> {
    let shown = app.read(|tx, _| {
        Ok(BillWithLines {
            bill: bill::find(tx, number)?,
            lines: bill::lines(tx, number)?,
        })
    })?;
    if app.is_json() {
        return app.json(&shown);
    }
    if app.is_table() {
        app.one(&rows::Details(shown.bill))?;
        app.gap()?;
    }
    app.rows(&shown.lines, "")
}

fn cancel(app: &mut App, args: &Cancel) -> Result<()> {
    let (bill, reopened) = app.write(|tx, _| bill::cancel(tx, args.number, &args.reason))?;
    let orders = match reopened.as_slice() {
        [] => String::new(),
        orders => format!(" Ready to bill again: {}.", orders.join(", ")),
    };
    app.say(format!(
        "Cancelled bill {}: {}, {} h can be billed again.{orders}",
        args.number,
        text::counted(bill.entries, "entry", "entries"),
        bill.hours
    ));
    match app.is_table() {
        true => Ok(()),
        false => app.one(&bill),
    }
}

//! `wl bill add`: the list of what is due, a question, then exactly those bills.

use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};
use serde::Serialize;

use crate::cli::app::App;
use crate::cli::prompt;
use crate::cli::{Column, Interrupt, Row};
use crate::commands::complete;
use crate::commands::confirm::confirmed;
use crate::commands::documents::{self, AfterBilling, Bills};
use crate::domain::bill::{self, Added, Bill, Orders, Per, Plan, Selection};
use crate::error::Result;
use crate::export::csv;
use crate::export::format::Format;
use crate::export::model::DocumentOptions;
use crate::export::table::Table;
use crate::hours;
use crate::models::DocumentKind;
use crate::text;
use crate::time::Period;

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("selection").required(true).args(["orders", "customer", "status"])))]
pub struct Add {
    /// Work orders to bill
    #[arg(value_name = "ORDER", add = complete::orders())]
    orders: Vec<String>,
    /// All work orders of this customer
    ///
    /// The full name, ignoring case.
    #[arg(long, value_name = "NAME", add = complete::customers())]
    customer: Option<String>,
    /// All work orders with this status: ready_to_bill
    #[arg(long, value_name = "STATUS", value_parser = ["ready_to_bill"])]
    status: Option<String>,
    /// Only time up to this day [default: today]
    ///
    /// That started on this day or earlier.
    #[arg(long, value_name = "DAY", add = complete::periods())]
    until: Option<Period>,
    /// One bill for each order, or for each customer
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = Per::Order)]
    per: Per,
    /// Accounting's own number, if there is one bill
    #[arg(long, value_name = "TEXT")]
    reference: Option<String>,
    /// Leave unapproved time for the next bill
    #[arg(long)]
    skip_unapproved: bool,
    /// Then write the bills' documents into this folder
    ///
    /// Such as bill-00017.pdf.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
    /// Which documents: pdf, csv, xlsx
    #[arg(
        long,
        value_enum,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "pdf",
        requires = "dir"
    )]
    documents: Vec<DocumentKind>,
    /// Show what would be billed, change nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
    /// Bill without asking for confirmation
    #[arg(short, long)]
    yes: bool,
}

pub fn add(app: &mut App, args: Add) -> Result<()> {
    let selection = Selection {
        orders: match (args.customer, args.status) {
            (Some(name), _) => Orders::Customer(name),
            (None, Some(_)) => Orders::ReadyToBill,
            (None, None) => Orders::Named(args.orders),
        },
        until: args.until,
        per: args.per,
        reference: args.reference.map(|text| text.trim().to_owned()),
        skip_unapproved: args.skip_unapproved,
    };
    if args.dry_run {
        let plan = app.read(|tx, zone| bill::plan(tx, &selection, zone))?;
        return would_bill(app, &selection, &plan);
    }
    let mut interrupt = None;
    let done = confirmed(
        app,
        args.yes,
        || {
            prompt::unconfirmed("a bill can't be deleted")
                .hint("check the list with --dry-run, then bill with --yes")
        },
        |app| {
            let plan = app.read(|tx, zone| bill::plan(tx, &selection, zone))?;
            if plan.bills.is_empty() {
                return Ok((plan, None));
            }
            app.preview(&due(&plan))?;
            left_out(app, &plan);
            let question = format!("Make {}?", summary(&plan));
            Ok((plan, Some(question)))
        },
        |app, plan| {
            let progress = app.progress("bills");
            let added = app.write(|tx, zone| {
                let added = bill::add(tx, &selection, plan, zone, |done, all| {
                    progress.step(done, all)
                })?;
                if let Some(dir) = args.dir.as_deref().filter(|_| !added.bills.is_empty()) {
                    documents::check_folder(dir)?;
                    // from the commit on, Ctrl-C says how to write the documents
                    interrupt = Some(Interrupt::hold()?);
                }
                Ok(added)
            });
            progress.end();
            added
        },
    )?;
    match done {
        Some(added) => {
            billed(app, &added)?;
            match (&args.dir, interrupt) {
                (Some(dir), Some(interrupt)) => {
                    write_documents(app, &added, dir, &args.documents, &interrupt)
                }
                _ => Ok(()),
            }
        }
        None => {
            app.say("Nothing was billed.");
            Ok(())
        }
    }
}

/// The bills are made; their numbers follow one another.
fn write_documents(
    app: &mut App,
    added: &Added,
    dir: &Path,
    kinds: &[DocumentKind],
    interrupt: &Interrupt,
) -> Result<()> {
    let kinds = DocumentKind::ALL
        .into_iter()
        .filter(|kind| kinds.contains(kind));
    let numbers = || added.bills.iter().filter_map(|bill| bill.number);
    let (Some(first), Some(last)) = (numbers().min(), numbers().max()) else {
        return Ok(());
    };
    let (table, options) = (Table::new(None, None, true)?, DocumentOptions::default());
    let format = |kind| match kind {
        DocumentKind::Pdf => Format::Pdf(&options),
        DocumentKind::Csv => Format::Csv(&table, csv::Options::default()),
        DocumentKind::Xlsx => Format::Xlsx(&table),
    };
    let after = AfterBilling {
        bills: Bills { first, last },
        dir,
        formats: kinds.map(format).collect(),
    };
    let done = after.write(app, interrupt)?;
    app.say(format!(
        "Wrote {} to {}.",
        text::counted(done.files, "document", "documents"),
        dir.display()
    ));
    Ok(())
}

/// Of a dry run: to a person by order, to a program the bills as they would be.
fn would_bill(app: &App, selection: &Selection, plan: &Plan) -> Result<()> {
    match plan.bills.is_empty() {
        true => nothing(app, plan),
        false => app.say(format!("Would make {}.", summary(plan))),
    }
    left_out(app, plan);
    if app.is_table() {
        return match plan.bills.is_empty() {
            true => Ok(()),
            false => app.rows(&due(plan), ""),
        };
    }
    app.rows(&planned(selection, plan), "")
}

fn billed(app: &App, added: &Added) -> Result<()> {
    if added.bills.is_empty() {
        nothing(app, &added.plan);
    } else {
        let billed = match added.billed_orders {
            0 => String::new(),
            number => format!(" {} billed now.", counted_is(number)),
        };
        app.say(format!("Made {}.{billed}", summary(&added.plan)));
    }
    left_out(app, &added.plan);
    if added.bills.is_empty() && app.is_table() {
        return Ok(());
    }
    app.rows(&added.bills, "")
}

fn counted_is(orders: usize) -> String {
    match orders {
        1 => "1 work order is".to_owned(),
        many => format!("{many} work orders are"),
    }
}

fn nothing(app: &App, plan: &Plan) {
    app.say(format!("Nothing to bill up to {}.", plan.until));
}

/// What the selection leaves where it is.
fn left_out(app: &App, plan: &Plan) {
    if !plan.skipped.is_empty() {
        app.warn(format!(
            "left for the next bill, because it is not approved: {}",
            bill::listed(&plan.skipped)
        ));
    }
    if !plan.without_time.is_empty() {
        let names: Vec<_> = plan
            .without_time
            .iter()
            .take(20)
            .map(|n| text::shell_word(n))
            .collect();
        app.say(format!(
            "{} ready to bill, with nothing to bill up to {}; if that is all: wl order status {} billed",
            counted_is(plan.without_time.len()),
            plan.until,
            names.join(" ")
        ));
    }
}

/// Such as `2 bills up to 2026-10-31: 5 entries, 12.50 h, of which 1.00 h late`.
fn summary(plan: &Plan) -> String {
    let sum = |of: fn(&bill::PlannedBill) -> i64| plan.bills.iter().map(of).sum();
    let late = match sum(bill::PlannedBill::late_seconds) {
        0 => String::new(),
        seconds => format!(", of which {} h late", hours::decimal(seconds)),
    };
    let mut former: Vec<i64> = plan.bills.iter().flat_map(|bill| bill.replaces()).collect();
    former.sort_unstable();
    former.dedup();
    let replacing = match former.as_slice() {
        [] => String::new(),
        former => format!(", replacing bill {}", text::numbers(former)),
    };
    let entries: usize = plan.bills.iter().map(|bill| bill.entries()).sum();
    format!(
        "{} up to {}: {}, {} h{late}{replacing}",
        text::counted(plan.bills.len(), "bill", "bills"),
        plan.until,
        text::counted(entries, "entry", "entries"),
        hours::decimal(sum(bill::PlannedBill::duration_seconds)),
    )
}

/// The time of one work order, before it is billed.
#[derive(Serialize)]
struct DueRow {
    work_order: String,
    title: String,
    customer: String,
    entries: usize,
    hours: String,
    late_hours: String,
}

impl Row for DueRow {
    const FIELDS: &'static [&'static str] = &[
        "work_order",
        "title",
        "customer",
        "entries",
        "hours",
        "late_hours",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::left("work_order", "Order"),
        Column::text("title", "Title"),
        Column::text("customer", "Customer").common(),
        Column::right("entries", "Entries"),
        Column::right("hours", "Hours"),
        Column::right("late_hours", "Late"),
    ];
}

fn due(plan: &Plan) -> Vec<DueRow> {
    let orders = plan.bills.iter().flat_map(|bill| &bill.orders);
    orders
        .map(|due| DueRow {
            work_order: due.work_order.clone(),
            title: due.title.clone(),
            customer: due.customer.clone(),
            entries: due.entry_ids.len(),
            hours: hours::decimal(due.duration_seconds),
            late_hours: hours::decimal(due.late_seconds),
        })
        .collect()
}

/// The bills as they would be: without a number, a time and a maker.
fn planned(selection: &Selection, plan: &Plan) -> Vec<Bill> {
    plan.bills
        .iter()
        .map(|bill| Bill {
            number: None,
            customer: bill.orders[0].customer.clone(),
            until: plan.until,
            reference: selection.reference.clone(),
            replaces: bill.replaces(),
            replaced_by: None,
            entries: i64::try_from(bill.entries()).unwrap_or(i64::MAX),
            duration_seconds: bill.duration_seconds(),
            hours: hours::decimal(bill.duration_seconds()),
            late_seconds: bill.late_seconds(),
            made_at: None,
            made_by: None,
            cancelled_at: None,
            cancelled_by: None,
            cancel_reason: None,
            orders: bill
                .orders
                .iter()
                .map(|due| due.work_order.clone())
                .collect(),
            order_titles: bill.orders.iter().map(|due| due.title.clone()).collect(),
        })
        .collect()
}

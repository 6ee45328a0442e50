//! Bills and their lines in every format.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::cli::{Column, Row, Style};
use crate::commands::entry::end_beside;
use crate::domain::bill::{Bill, BillLine};
use crate::hours;
use crate::text;
use crate::time;

impl Row for Bill {
    const FIELDS: &'static [&'static str] = &[
        "number",
        "customer",
        "until",
        "reference",
        "replaces",
        "replaced_by",
        "entries",
        "duration_seconds",
        "hours",
        "late_seconds",
        "made_at",
        "made_by",
        "cancelled_at",
        "cancelled_by",
        "cancel_reason",
        "orders",
        "order_titles",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::right("number", "Bill"),
        Column::left("made", "Made"),
        Column::text("customer", "Customer").common(),
        Column::text("orders", "Orders"),
        Column::right("hours", "Hours"),
        Column::right("late", "Late"),
        Column::left("state", "State"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            "made" => Some(self.made_at.map(|ts| day(ts, style)).unwrap_or_default()),
            "orders" => Some(match self.orders.as_slice() {
                [_] => orders(self),
                [first, second, more @ ..] if !more.is_empty() => {
                    format!("{first}, {second}, +{}", more.len())
                }
                few => few.join(", "),
            }),
            "late" => Some(hours::decimal(self.late_seconds)),
            "state" => Some(state(self)),
            _ => None,
        }
    }
}

fn day(ts: DateTime<Utc>, style: &Style) -> String {
    ts.with_timezone(&style.zone).date_naive().to_string()
}

/// `WO-1042 (Cold store), WO-1051 (Pump)`
fn orders(bill: &Bill) -> String {
    let titles = bill.orders.iter().zip(&bill.order_titles);
    let named: Vec<String> = titles
        .map(|(number, title)| format!("{number} ({title})"))
        .collect();
    named.join(", ")
}

fn state(bill: &Bill) -> String {
    match (bill.cancelled_at, bill.replaced_by) {
        (None, _) => "active".to_owned(),
        (Some(_), None) => "cancelled".to_owned(),
        (Some(_), Some(by)) => format!("replaced by {by}"),
    }
}

/// A bill, a line for each of its columns.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Details(pub Bill);

impl Row for Details {
    const FIELDS: &'static [&'static str] = Bill::FIELDS;
    const COLUMNS: &'static [Column] = &[
        Column::left("number", "Bill"),
        Column::below("customer", "Customer"),
        Column::below("reference", "Reference"),
        Column::left("until", "Until"),
        Column::left("made", "Made"),
        Column::left("state", "State"),
        Column::below("cancelled", "Cancelled"),
        Column::left("replaces", "Replaces"),
        Column::below("orders", "Orders"),
        Column::left("entries", "Entries"),
        Column::left("hours", "Hours"),
        Column::left("late", "Late"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        let bill = &self.0;
        let by = |ts: Option<DateTime<Utc>>, who: &Option<String>| {
            let when = ts.map(|ts| time::show(ts, style.zone));
            when.zip(who.as_deref())
                .map(|(when, who)| format!("{when} by {who}"))
        };
        match field {
            "made" => Some(by(bill.made_at, &bill.made_by).unwrap_or_default()),
            "cancelled" => Some(match by(bill.cancelled_at, &bill.cancelled_by) {
                None => String::new(),
                Some(cancelled) => {
                    let reason = bill.cancel_reason.as_deref().unwrap_or_default();
                    format!("{cancelled}: {reason}")
                }
            }),
            "replaces" => Some(text::numbers(&bill.replaces)),
            "orders" => Some(orders(bill)),
            "late" | "state" => bill.cell(field, style),
            _ => None,
        }
    }
}

impl Row for BillLine {
    const FIELDS: &'static [&'static str] = &[
        "time_entry_id",
        "work_order",
        "title",
        "line_item",
        "line_description",
        "user",
        "user_name",
        "start_ts",
        "end_ts",
        "duration_seconds",
        "hours",
        "late",
        "note",
        "approved_by",
        "approved_at",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::right("time_entry_id", "Entry"),
        Column::left("line", "Line item"),
        Column::text("line_description", "Work"),
        Column::left("user", "User").common(),
        Column::left("start_ts", "Start"),
        Column::left("end_ts", "End"),
        Column::right("clock", "Time").spare(1),
        Column::right("hours", "Hours"),
        Column::left("late", "Late"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            "line" => Some(format!("{}/{}", self.work_order, self.line_item)),
            "start_ts" => Some(time::show(self.start_ts, style.zone)),
            "end_ts" => Some(end_beside(self.start_ts, self.end_ts, style)),
            "clock" => Some(hours::short_clock(self.duration_seconds)),
            "late" if !self.late => Some(String::new()),
            _ => None,
        }
    }
}

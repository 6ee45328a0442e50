//! What the document says, from top to bottom.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::approvals::approvals;
use super::chart::charts;
use super::fonts::{Fonts, Weight};
use super::page::{Furniture, Ink, LEFT, RIGHT, Sheet, Style};
use super::table::{BODY, Cell, Column, MARK, NOTE, STRONG, Table};
use super::text::{TextLine, clean_line, clean_note, shorten};
use crate::export::model::{Document, EntrySheet, LineSheet, OrderSheet};
use crate::hours;
use crate::text;

const ORGANISATION: Style = Style::new(Weight::Regular, 9.0, 13.0, Ink::Grey);
const TITLE: Style = Style::new(Weight::Bold, 18.0, 25.0, Ink::Black);
const SUBTITLE: Style = Style::new(Weight::Regular, 11.0, 15.0, Ink::Black);
const ORDER: Style = Style::new(Weight::Bold, 11.0, 15.0, Ink::Black);
const LABEL: Style = Style::new(Weight::Regular, 8.0, 12.0, Ink::Grey);
const VALUE: Style = Style::new(Weight::Regular, 8.0, 12.0, Ink::Black);
const SMALL: Style = Style::new(Weight::Regular, 7.0, 10.0, Ink::Grey);
const COMMAND: Style = Style::new(Weight::Regular, 7.0, 10.0, Ink::Black);
const LINE: Style = Style::new(Weight::Bold, 8.5, 12.0, Ink::Black);
const REMARK: Style = Style::new(Weight::Regular, 8.0, 11.5, Ink::Black);
const WARNING: Style = Style::new(Weight::Bold, 8.0, 11.5, Ink::Red);

const BANNER: (&str, &str) = ("DRAFT", "contains unapproved time");
const OWN_APPROVAL: &str = "The rule of two pairs of eyes was switched off: \
                            users could approve their own time.";

/// Labels of the facts on top end here.
const VALUES: f32 = LEFT + 66.0;
/// Titles in footers and bookmarks are cut, in characters; the full one is on
/// the page.
const SHORT: usize = 60;

const ENTRIES: &[Column] = &[
    Column::text("Entry", LEFT, 88.0),
    Column::text("Date", 92.0, 142.0),
    Column::text("Start", 146.0, 216.0),
    Column::text("End", 220.0, 290.0),
    Column::text("Technician", 296.0, 440.0),
    Column::number("h:mm:ss", 444.0, 500.0),
    Column::number("Hours", 504.0, RIGHT),
];
/// Height of a rounding row and a sum, which stay with the row before.
const TOTALS: f32 = 36.0;

/// Columns of [`ENTRIES`].
const DATE: usize = 1;
const TECHNICIAN: usize = 4;
const CLOCK: usize = 5;
const HOURS: usize = 6;

const SUMMARY: &[Column] = &[
    Column::text("Order", LEFT, 118.0),
    Column::text("Title", 124.0, 296.0),
    Column::text("Customer", 302.0, 440.0),
    Column::number("h:mm:ss", 444.0, 500.0),
    Column::number("Hours", 504.0, RIGHT),
];

/// Whole seconds and the hundredths of hours printed for the parts of a sum.
#[derive(Default)]
struct Sum {
    seconds: i64,
    printed: i64,
}

impl Sum {
    fn add(&mut self, seconds: i64) {
        self.seconds += seconds;
        self.printed += hours::cents(seconds);
    }

    /// What the printed parts lack to the printed sum.
    fn rounding(&self) -> Option<String> {
        let cents = hours::rounding([self.printed], hours::cents(self.seconds));
        (cents != 0).then(|| hours::from_cents(cents))
    }
}

pub fn title(document: &Document) -> String {
    match document.orders.as_slice() {
        [order] => format!("Work order {}", shorten(&clean_line(&order.number), SHORT)),
        _ => "Work order time".to_owned(),
    }
}

pub fn write<'a>(document: &Document, fonts: Fonts<'a>) -> Sheet<'a> {
    let seal = document.seal.as_ref().map_or_else(
        || "own record, no seal".to_owned(),
        |seal| format!("seal {}…", seal.chars().take(16).collect::<String>()),
    );
    let mut footer = title(document);
    if let Some(period) = &document.period {
        footer = format!("{footer}, {}", shorten(&clean_line(period), SHORT));
    }
    let furniture = Furniture {
        banner: document.draft.then_some(BANNER),
        footer,
        seal,
        remark: document.own_approval_allowed.then_some(OWN_APPROVAL),
    };
    let mut sheet = Sheet::new(fonts, furniture);
    if let [order] = document.orders.as_slice() {
        bookmark(&mut sheet, &order_title(order));
    }
    head(&mut sheet, document);
    let alone = document.orders.len() == 1;
    if !alone {
        summary(&mut sheet, document);
    }
    charts(&mut sheet, document);
    for order in &document.orders {
        if !alone {
            order_head(&mut sheet, order);
        }
        for line in &order.lines {
            line_item(&mut sheet, document, order, line);
        }
        order_foot(&mut sheet, document.zone, order);
    }
    sheet
}

fn bookmark(sheet: &mut Sheet<'_>, name: &str) {
    sheet.bookmark(shorten(name, SHORT));
}

fn head(sheet: &mut Sheet<'_>, document: &Document) {
    if let Some(organisation) = &document.organisation {
        sheet.paragraph(LEFT, RIGHT, ORGANISATION, &clean_line(organisation));
        sheet.skip(4.0);
    }
    let order = match document.orders.as_slice() {
        [order] => Some(order),
        _ => None,
    };
    match order {
        Some(order) => {
            let heading = format!("Work order {}", clean_line(&order.number));
            sheet.paragraph(LEFT, RIGHT, TITLE, &heading);
            sheet.paragraph(LEFT, RIGHT, SUBTITLE, &clean_line(&order.title));
        }
        None => sheet.paragraph(LEFT, RIGHT, TITLE, "Work order time"),
    }
    sheet.skip(8.0);
    if let Some(order) = order {
        fact(sheet, "Customer", &clean_line(&order.customer));
    }
    match &document.period {
        Some(period) => fact(sheet, "Period", &clean_line(period)),
        None => {
            if let Some(days) = days(document) {
                fact(sheet, "Worked", &days);
            }
        }
    }
    fact(sheet, "Time zone", document.zone.name());
    let seconds = document.orders.iter().map(order_seconds).sum();
    let total = format!("{} h  ({})", hours::decimal(seconds), hours::clock(seconds));
    fact(sheet, "Total time", &total);
    fact(sheet, "Entries", &document.entries().to_string());
    match &document.seal {
        Some(seal) => {
            fact(sheet, "Seal", seal);
            sheet.paragraph(
                VALUES,
                RIGHT,
                SMALL,
                "The seal identifies the audit trail at the time of this document. \
                 To check that no record was changed or removed since then:",
            );
            let check = format!("wl audit verify --seal {seal}");
            sheet.paragraph(VALUES, RIGHT, COMMAND, &check);
        }
        None => fact(
            sheet,
            "Record",
            "The technician's own record, not registered and without a seal",
        ),
    }
    if document.own_approval_allowed {
        sheet.skip(4.0);
        sheet.paragraph(LEFT, RIGHT, WARNING, OWN_APPROVAL);
    }
    sheet.skip(16.0);
}

/// The first and the last day on which work began.
fn days(document: &Document) -> Option<String> {
    let day = |start: DateTime<Utc>| start.with_timezone(&document.zone).format("%F");
    let starts = || document.time_entries().map(|entry| entry.start_ts);
    let first = day(starts().min()?).to_string();
    let last = day(starts().max()?).to_string();
    Some(match first == last {
        true => first,
        false => format!("{first} to {last}"),
    })
}

/// A name and its value, which may need several lines.
fn fact(sheet: &mut Sheet<'_>, label: &str, value: &str) {
    sheet.room(VALUE.leading);
    sheet.show(LEFT, LABEL, TextLine::from(label));
    sheet.paragraph(VALUES, RIGHT, VALUE, value);
}

/// All orders with their totals, and the grand total.
fn summary(sheet: &mut Sheet<'_>, document: &Document) {
    if document.orders.is_empty() {
        sheet.paragraph(LEFT, RIGHT, REMARK, "No work orders.");
        return;
    }
    let table = Table {
        columns: SUMMARY,
        caption: "All work orders",
    };
    sheet.paragraph(LEFT, RIGHT, LINE, table.caption);
    sheet.skip(3.0);
    table.head(sheet);
    let mut sum = Sum::default();
    let last = document.orders.len() - 1;
    for (at, order) in document.orders.iter().enumerate() {
        let seconds = order_seconds(order);
        sum.add(seconds);
        let cells = [
            Cell::new(0, clean_line(&order.number), BODY),
            Cell::new(1, clean_line(&order.title), BODY),
            Cell::new(2, clean_line(&order.customer), BODY),
            Cell::new(3, hours::clock(seconds), BODY),
            Cell::new(4, hours::decimal(seconds), BODY),
        ];
        table.row(sheet, &cells, &[], if at == last { TOTALS } else { 0.0 });
        table.rule(sheet);
    }
    let count = format!(
        "Grand total of {}",
        text::counted(document.orders.len(), "work order", "work orders")
    );
    totals(sheet, &table, &sum, Cell::new(1, count, STRONG).to(2));
    sheet.skip(18.0);
}

/// The difference that rounding makes, if any, and the sum.
fn totals(sheet: &mut Sheet<'_>, table: &Table<'_>, sum: &Sum, label: Cell<'_>) {
    let column = table.columns.len() - 2;
    if let Some(rounding) = sum.rounding() {
        let cells = [
            Cell {
                column: label.column,
                to: label.to,
                text: "rounding".into(),
                style: NOTE,
            },
            Cell::new(column + 1, rounding, NOTE),
        ];
        table.row(sheet, &cells, &[], STRONG.leading + 6.0);
    }
    let (clock, decimal) = (hours::clock(sum.seconds), hours::decimal(sum.seconds));
    let style = label.style;
    let cells = [
        label,
        Cell::new(column, clock, style),
        Cell::new(column + 1, decimal, style),
    ];
    table.row(sheet, &cells, &[], 0.0);
}

fn order_head(sheet: &mut Sheet<'_>, order: &OrderSheet) {
    // With the first table's header and row, or else on the next page.
    sheet.room(110.0);
    let heading = order_title(order);
    bookmark(sheet, &heading);
    sheet.rule(LEFT, 1.0, Ink::Black);
    sheet.skip(7.0);
    sheet.paragraph(LEFT, RIGHT, ORDER, &heading);
    sheet.skip(2.0);
    fact(sheet, "Customer", &clean_line(&order.customer));
    sheet.skip(8.0);
}

fn order_title(order: &OrderSheet) -> String {
    format!(
        "{}  {}",
        clean_line(&order.number),
        clean_line(&order.title)
    )
}

/// Such as `WO-1042/2 Replace the boom cylinder`.
fn caption(order: &OrderSheet, line: &LineSheet) -> String {
    let number = clean_line(&order.number);
    let description = clean_line(&line.description);
    format!("{number}/{} {description}", line.position)
}

fn line_item(sheet: &mut Sheet<'_>, document: &Document, order: &OrderSheet, line: &LineSheet) {
    let number = clean_line(&order.number);
    let caption = caption(order, line);
    sheet.room(LINE.leading * 2.0 + Table::HEAD + BODY.leading * 3.0);
    if document.orders.len() == 1 {
        bookmark(sheet, &caption);
    }
    if line.entries.is_empty() {
        sheet.paragraph(LEFT, RIGHT, LINE, &caption);
        sheet.paragraph(LEFT, RIGHT, NOTE, "no time");
        sheet.skip(10.0);
        return;
    }
    sheet.paragraph(LEFT, RIGHT, LINE, &caption);
    sheet.skip(3.0);
    let table = Table {
        columns: ENTRIES,
        caption: &caption,
    };
    sheet.room(Table::HEAD + BODY.leading * 2.0);
    table.head(sheet);
    let mut sum = Sum::default();
    let last = line.entries.len() - 1;
    for (at, entry) in line.entries.iter().enumerate() {
        sum.add(entry.duration_seconds.unwrap_or(0));
        // The last row stays with the subtotal.
        entry_row(
            sheet,
            &table,
            document.zone,
            entry,
            if at == last { TOTALS } else { 0.0 },
        );
        table.rule(sheet);
    }
    let label = format!("Subtotal {}/{}", shorten(&number, SHORT), line.position);
    let label = Cell::new(TECHNICIAN, label, STRONG);
    totals(sheet, &table, &sum, label);
    sheet.skip(10.0);
}

fn entry_row(sheet: &mut Sheet<'_>, table: &Table<'_>, zone: Tz, entry: &EntrySheet, more: f32) {
    let start = entry.start_ts.with_timezone(&zone);
    let end = entry.end_ts.map(|end| end.with_timezone(&zone));
    let end = match end {
        None => "running".to_owned(),
        Some(end) if end.date_naive() == start.date_naive() => of_day(&end),
        Some(end) => format!("{}\non {}", of_day(&end), end.format("%F")),
    };
    let (clock, decimal) = match entry.duration_seconds {
        Some(seconds) => (hours::clock(seconds), hours::decimal(seconds)),
        None => ("–".to_owned(), "–".to_owned()),
    };
    let cells = [
        Cell::new(0, entry.id.to_string(), BODY),
        Cell::new(DATE, start.format("%F").to_string(), BODY),
        Cell::new(DATE + 1, of_day(&start), BODY),
        Cell::new(DATE + 2, end, BODY),
        Cell::new(TECHNICIAN, clean_line(&entry.user_name), BODY),
        Cell::new(CLOCK, clock, BODY),
        Cell::new(HOURS, decimal, BODY),
    ];
    let note = entry.note.as_deref().map(str::trim).unwrap_or_default();
    let note = clean_note(note);
    let mark = match (entry.locked, entry.duration_seconds) {
        (true, _) => None,
        (false, Some(_)) => Some("not approved"),
        (false, None) => Some("not approved: the timer is still running and is not counted"),
    };
    let mark = mark.map(|mark| Cell::new(DATE, mark, MARK).to(TECHNICIAN));
    let note = (!note.is_empty()).then(|| Cell::new(DATE, note, NOTE).to(TECHNICIAN));
    let below: Vec<Cell<'_>> = mark.into_iter().chain(note).collect();
    table.row(sheet, &cells, &below, more);
}

/// Such as `16:04:30 +01:00`: the offset tells the two hours of a night apart
/// in which the clock goes back.
fn of_day(time: &DateTime<Tz>) -> String {
    time.format("%H:%M:%S %:z").to_string()
}

/// The order's total and who approved it.
fn order_foot(sheet: &mut Sheet<'_>, zone: Tz, order: &OrderSheet) {
    let mut sum = Sum::default();
    for line in &order.lines {
        sum.add(line_seconds(line));
    }
    if order.lines.is_empty() {
        sheet.paragraph(LEFT, RIGHT, NOTE, "no line items");
    }
    let statements = approvals(zone, order);
    let lines = statements.len().min(6) as f32;
    sheet.room(TOTALS + 16.0 + LINE.leading + REMARK.leading * lines);
    sheet.rule(LEFT, 0.8, Ink::Black);
    sheet.skip(4.0);
    let number = clean_line(&order.number);
    let table = Table {
        columns: ENTRIES,
        caption: &number,
    };
    let label = format!("Total {}", shorten(&number, SHORT));
    let label = Cell::new(TECHNICIAN, label, STRONG);
    totals(sheet, &table, &sum, label);
    if !statements.is_empty() {
        sheet.skip(8.0);
        sheet.paragraph(LEFT, RIGHT, LINE, "Approval");
    }
    for (approved, statement) in statements {
        let style = if approved { REMARK } else { WARNING };
        sheet.paragraph(LEFT, RIGHT, style, &statement);
    }
    sheet.skip(22.0);
}

fn order_seconds(order: &OrderSheet) -> i64 {
    order.lines.iter().map(line_seconds).sum()
}

fn line_seconds(line: &LineSheet) -> i64 {
    let seconds = line.entries.iter().map(|entry| entry.duration_seconds);
    seconds.flatten().sum()
}

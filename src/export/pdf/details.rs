//! The entries: a table for each line item, and the end of the document, which stays
//! with the last of them.

use super::fonts::Weight;
use super::foot;
use super::head::only_customer;
use super::layout::SHORT;
use super::operators::{Ink, Style};
use super::page::{LEFT, Sheet};
use super::people::People;
use super::sums::{self, Sum};
use super::table::{BODY, Cell, Column, HEADING, MARK, NOTE, Table};
use super::text::{clean_line, clean_note, shorten};
use super::words::Word;
use crate::export::model::{Document, EntrySheet, LineSheet, OrderSheet, Source};

const ORDER: Style = Style::new(Weight::Bold, 9.5, 13.5, Ink::Black);
const LINE: Style = Style::new(Weight::Bold, 8.5, 12.0, Ink::Black);
/// A header and a row, in points.
const BEGINNING: f32 = 34.0;
/// So many entries at least stand on the page of the total.
const WITH_TOTAL: usize = 2;

/// Which columns there are.
struct Details<'d> {
    document: &'d Document,
    people: People<'d>,
    /// Entries are on different bills, so each says on which.
    bills: bool,
}

pub fn details(sheet: &mut Sheet<'_>, document: &Document) {
    let details = Details {
        document,
        people: People::of(document),
        bills: many_bills(document),
    };
    let foot = sheet.measure(|sheet| foot::foot(sheet, document));
    if document.time_entries().next().is_some() {
        sheet.room(HEADING.leading * 3.0 + BEGINNING + sums::HEIGHT);
        let heading = sheet.locale.word(Word::Details);
        sheet.paragraph(LEFT, sheet.right, HEADING, heading);
        sheet.skip(4.0);
    }
    for (at, order) in document.orders.iter().enumerate() {
        let last = at + 1 == document.orders.len();
        details.order(sheet, order, if last { foot } else { 0.0 });
    }
    foot::foot(sheet, document);
}

fn many_bills(document: &Document) -> bool {
    let mut bills = document.time_entries().map(|entry| entry.bill);
    let first = bills.next();
    !matches!(document.source, Source::Bill(_)) && bills.any(|bill| Some(bill) != first)
}

impl Details<'_> {
    /// `more` points have to fit under the last entry.
    fn order(&self, sheet: &mut Sheet<'_>, order: &OrderSheet, more: f32) {
        let alone = self.document.orders.len() == 1;
        if !alone {
            self.order_head(sheet, order);
        }
        if order.lines.is_empty() {
            let none = sheet.locale.word(Word::NoLines);
            sheet.paragraph(LEFT, sheet.right, NOTE, none);
            sheet.skip(8.0);
        }
        let after = if alone { more } else { more + sums::HEIGHT };
        for (at, line) in order.lines.iter().enumerate() {
            let last = at + 1 == order.lines.len();
            self.line(sheet, order, line, if last { after } else { 0.0 });
        }
        if !alone {
            self.order_total(sheet, order);
        }
    }

    fn order_head(&self, sheet: &mut Sheet<'_>, order: &OrderSheet) {
        sheet.room(ORDER.leading * 2.0 + LINE.leading + BEGINNING + sums::HEIGHT);
        let heading = format!(
            "{}  {}",
            clean_line(&order.number),
            clean_line(&order.title)
        );
        sheet.bookmark(&heading);
        sheet.rule(0.8, Ink::Black);
        sheet.skip(6.0);
        sheet.paragraph(LEFT, sheet.right, ORDER, &heading);
        if only_customer(self.document).is_none() {
            sheet.paragraph(LEFT, sheet.right, NOTE, &clean_line(&order.customer));
        }
        sheet.skip(4.0);
    }

    fn order_total(&self, sheet: &mut Sheet<'_>, order: &OrderSheet) {
        let mut sum = Sum::default();
        for line in &order.lines {
            sum.add(line.seconds());
        }
        let number = shorten(&clean_line(&order.number), SHORT);
        let label = format!("{} {number}", sheet.locale.word(Word::Total));
        sheet.room(sums::HEIGHT);
        sum.rows(sheet, &foot::table(sheet, &number), &label);
        sheet.skip(12.0);
    }

    fn line(&self, sheet: &mut Sheet<'_>, order: &OrderSheet, line: &LineSheet, more: f32) {
        let number = clean_line(&order.number);
        let caption = format!(
            "{number}/{}  {}",
            line.position,
            clean_line(&line.description)
        );
        // one entry is its own sum
        let with_sum = line.entries.len() > 1;
        let after = more + if with_sum { sums::HEIGHT } else { 0.0 };
        let first = match line.entries.len() {
            0 => BODY.leading + more,
            1..=WITH_TOTAL => BEGINNING + BODY.leading + after,
            _ => BEGINNING + BODY.leading,
        };
        sheet.room(LINE.leading + 4.0 + first);
        if self.document.orders.len() == 1 {
            sheet.bookmark(&caption);
        }
        sheet.paragraph(LEFT, sheet.right, LINE, &caption);
        if line.entries.is_empty() {
            let none = sheet.locale.word(Word::NoTime);
            sheet.paragraph(LEFT, sheet.right, NOTE, none);
            sheet.skip(10.0);
            return;
        }
        sheet.skip(3.0);
        let table = Table {
            columns: self.columns(sheet),
            caption: &caption,
        };
        table.head(sheet);
        let mut sum = Sum::default();
        // the last entries stay with what follows
        let mut below = after;
        let mut keep = vec![0.0; line.entries.len()];
        for (at, entry) in line.entries.iter().enumerate().rev().take(WITH_TOTAL) {
            keep[at] = below;
            below += sheet.measure(|sheet| self.entry(sheet, &table, entry, 0.0));
        }
        for (entry, more) in line.entries.iter().zip(keep) {
            sum.add(entry.duration_seconds.unwrap_or(0));
            self.entry(sheet, &table, entry, more);
        }
        if with_sum {
            let word = sheet.locale.word(Word::Subtotal);
            let label = format!("{word} {}/{}", shorten(&number, SHORT), line.position);
            sum.rows(sheet, &table, &label);
        }
        sheet.skip(10.0);
    }

    /// Date, time, person, note and hours, less those that are hidden.
    fn columns(&self, sheet: &Sheet<'_>) -> Vec<Column<'static>> {
        let (locale, options) = (sheet.locale, &self.document.options);
        let numbers = sheet.right - 48.0;
        let mut columns = vec![Column::text(locale.word(Word::Date), LEFT, LEFT + 84.0)];
        let mut left = LEFT + 90.0;
        if !options.hide_times {
            columns.push(Column::text(locale.word(Word::Time), left, left + 72.0));
            left += 80.0;
        }
        if !options.hide_names {
            let right = match options.hide_notes {
                true => numbers - 6.0,
                false => left + 108.0,
            };
            columns.push(Column::text(locale.word(Word::Person), left, right));
            left = right + 8.0;
        }
        if !options.hide_notes {
            columns.push(Column::text(locale.word(Word::Note), left, numbers - 6.0));
        }
        columns.push(Column::number(
            locale.word(Word::Hours),
            numbers,
            sheet.right,
        ));
        columns
    }

    fn entry(&self, sheet: &mut Sheet<'_>, table: &Table<'_>, entry: &EntrySheet, more: f32) {
        let (locale, options) = (sheet.locale, &self.document.options);
        let number = table.columns.len() - 1;
        let mut texts = vec![locale.weekday(self.document.day(entry.start_ts)).into()];
        if !options.hide_times {
            texts.push(locale.span(entry.start_ts, entry.end_ts).into());
        }
        if !options.hide_names {
            texts.push(self.people.name(entry).into());
        }
        if !options.hide_notes {
            texts.push(clean_note(entry.note.as_deref().unwrap_or_default().trim()));
        }
        texts.push(match entry.duration_seconds {
            Some(seconds) => locale.hours(seconds).into(),
            None => "–".into(),
        });
        let cells: Vec<Cell<'_>> = texts
            .into_iter()
            .enumerate()
            .map(|(column, text)| Cell::new(column, text, BODY))
            .collect();
        let remarks = self.remarks(sheet, entry);
        let below: Vec<Cell<'_>> = remarks
            .into_iter()
            .map(|(text, style)| Cell::new(number - 1, text, style))
            .collect();
        table.row(sheet, &cells, &below, more);
        table.rule(sheet);
    }

    /// What is to be known of an entry besides its cells.
    fn remarks(&self, sheet: &Sheet<'_>, entry: &EntrySheet) -> Vec<(String, Style)> {
        let word = |word| sheet.locale.word(word).to_owned();
        let mut remarks = Vec::new();
        match (entry.locked, entry.duration_seconds) {
            (true, _) => {}
            (false, Some(_)) => remarks.push((word(Word::NotApproved), MARK)),
            (false, None) => remarks.push((word(Word::NotCounted), MARK)),
        }
        if entry.late {
            remarks.push((word(Word::Late), NOTE));
        }
        if let Some(bill) = entry.bill.filter(|_| self.bills) {
            remarks.push((format!("{} {bill}", word(Word::Bill)), NOTE));
        }
        remarks
    }
}

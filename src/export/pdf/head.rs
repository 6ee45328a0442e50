//! The top of the first page: who sends it, to whom, and what it is.

use std::collections::BTreeSet;

use super::fonts::Weight;
use super::locale::Locale;
use super::operators::{Ink, Style};
use super::page::{LEFT, Sheet};
use super::text::clean_line;
use super::words::Word;
use crate::export::model::{Document, Source};

const SENDER: Style = Style::new(Weight::Bold, 10.0, 14.0, Ink::Black);
const ADDRESS: Style = Style::new(Weight::Regular, 8.5, 12.0, Ink::Grey);
const TITLE: Style = Style::new(Weight::Bold, 19.0, 26.0, Ink::Black);
const SUBTITLE: Style = Style::new(Weight::Regular, 11.0, 15.5, Ink::Black);
const LABEL: Style = Style::new(Weight::Regular, 8.0, 12.5, Ink::Grey);
const VALUE: Style = Style::new(Weight::Regular, 8.5, 12.5, Ink::Black);
const CUSTOMER: Style = Style::new(Weight::Bold, 10.5, 14.5, Ink::Black);
const TOTAL: Style = Style::new(Weight::Bold, 8.5, 12.5, Ink::Black);

/// The logo is made to fit, in points; a pixel is at most the 96th part of an inch.
const LOGO: (f32, f32) = (190.0, 62.0);
const PIXEL: f32 = 0.75;

/// Of the facts, from the right side: where labels begin, and where values do.
const LABELS: f32 = 245.0;
const VALUES: f32 = 128.0;

pub fn head(sheet: &mut Sheet<'_>, document: &Document, logo: Option<(u32, u32)>) {
    sender(sheet, document, logo);
    sheet.paragraph(LEFT, sheet.right, TITLE, sheet.locale.word(Word::TimeSheet));
    if let [order] = document.orders.as_slice() {
        let title = format!(
            "{}  {}",
            clean_line(&order.number),
            clean_line(&order.title)
        );
        sheet.bookmark(&title);
        sheet.paragraph(LEFT, sheet.right, SUBTITLE, &title);
    }
    sheet.skip(12.0);
    sheet.beside(
        |sheet| customer(sheet, document),
        |sheet| facts(sheet, document),
    );
    sheet.skip(20.0);
}

fn sender(sheet: &mut Sheet<'_>, document: &Document, logo: Option<(u32, u32)>) {
    let letterhead = &document.letterhead;
    if logo.is_none() && letterhead.organisation.is_none() && letterhead.address.is_none() {
        return;
    }
    let print_logo = |sheet: &mut Sheet<'_>| {
        if let Some((width, height)) = logo {
            let [width, height] = [width, height].map(|pixels| pixels as f32);
            let scale = (LOGO.0 / width).min(LOGO.1 / height).min(PIXEL);
            sheet.skip(height * scale);
            sheet.logo(width * scale, height * scale);
        }
    };
    sheet.beside(print_logo, |sheet| {
        let left = sheet.right - LABELS;
        let address = letterhead.address.iter().flat_map(|text| text.lines());
        let lines = letterhead
            .organisation
            .iter()
            .map(|name| (SENDER, name.as_str()));
        for (style, line) in lines.chain(address.map(|line| (ADDRESS, line))) {
            sheet.paragraph_right(left, sheet.right, style, &clean_line(line));
        }
    });
    sheet.skip(14.0);
    sheet.rule(0.4, Ink::Pale);
    sheet.skip(16.0);
}

/// The only customer of a document.
pub fn only_customer(document: &Document) -> Option<&str> {
    let (first, more) = document.orders.split_first()?;
    let same = more.iter().all(|order| order.customer == first.customer);
    same.then_some(first.customer.as_str())
}

fn customer(sheet: &mut Sheet<'_>, document: &Document) {
    if let Some(customer) = only_customer(document) {
        let right = sheet.right - LABELS - 16.0;
        sheet.paragraph(LEFT, right, LABEL, sheet.locale.word(Word::Customer));
        sheet.paragraph(LEFT, right, CUSTOMER, &clean_line(customer));
    }
}

fn facts(sheet: &mut Sheet<'_>, document: &Document) {
    let locale = sheet.locale;
    if let Source::Bill(bill) = &document.source {
        fact(sheet, Word::Bill, VALUE, &bill.number.to_string());
        fact(
            sheet,
            Word::Date,
            VALUE,
            &locale.date(document.day(bill.made_at)),
        );
        if let Some(reference) = &bill.reference {
            fact(sheet, Word::Reference, VALUE, &clean_line(reference));
        }
        if !bill.replaces.is_empty() {
            fact(sheet, Word::Replaces, VALUE, &numbers(&bill.replaces));
        }
    } else if let Some(bills) = bills(document) {
        fact(sheet, Word::Bills, VALUE, &bills);
    }
    if let Some(period) = period(document, locale) {
        fact(sheet, Word::Period, VALUE, &period);
    }
    let total = format!("{} h", locale.hours(document.seconds()));
    fact(sheet, Word::Total, TOTAL, &total);
}

fn numbers<'n>(numbers: impl IntoIterator<Item = &'n i64>) -> String {
    let numbers: Vec<String> = numbers.into_iter().map(i64::to_string).collect();
    numbers.join(", ")
}

/// The bills that the exported time is on.
fn bills(document: &Document) -> Option<String> {
    let bills: BTreeSet<i64> = document
        .time_entries()
        .filter_map(|entry| entry.bill)
        .collect();
    (!bills.is_empty()).then(|| numbers(&bills))
}

/// A name and its value, which may need several lines.
fn fact(sheet: &mut Sheet<'_>, label: Word, style: Style, value: &str) {
    let [left, values] = [LABELS, VALUES].map(|from| sheet.right - from);
    let label = sheet.locale.word(label);
    sheet.beside(
        |sheet| sheet.paragraph(left, values - 6.0, LABEL, label),
        |sheet| sheet.paragraph(values, sheet.right, style, value),
    );
}

/// The days that were selected, or else those on which work began.
pub fn period(document: &Document, locale: Locale) -> Option<String> {
    let range = document.period;
    match (range.first, range.last) {
        (Some(first), Some(last)) => Some(locale.days(first, last)),
        (Some(first), None) => Some(locale.sentence(Word::From, &[&locale.date(first)])),
        (None, Some(last)) => Some(locale.sentence(Word::Until, &[&locale.date(last)])),
        (None, None) => {
            let starts = || {
                document
                    .time_entries()
                    .map(|entry| document.day(entry.start_ts))
            };
            Some(locale.days(starts().min()?, starts().max()?))
        }
    }
}

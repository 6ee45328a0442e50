//! Hours by person and line item, before the entries.

use std::collections::BTreeMap;

use super::matrix::{BESIDE, Matrix};
use super::page::{LEFT, Sheet};
use super::people::People;
use super::sums::{HEIGHT, Sum};
use super::table::{BODY, Cell, Column, Table};
use super::text::{clean_line, shorten};
use super::words::Word;
use crate::export::model::{Document, LineSheet};

/// Descriptions are cut, in characters: they are whole in the details.
const LABEL: usize = 120;
/// With more people and more line items than this, most of a matrix would be empty.
const MOST: usize = 2 * BESIDE;

/// A line item that has time.
pub struct Line<'d> {
    /// Its position, with its order if there are several, and its description.
    pub label: String,
    pub sheet: &'d LineSheet,
}

pub fn summary(sheet: &mut Sheet<'_>, document: &Document) {
    let lines = lines(document);
    if lines.is_empty() {
        return;
    }
    let people = People::of(document);
    let (heading, logins) = match document.options.hide_names {
        true => (Word::ByLine, Vec::new()),
        false => (Word::ByPerson, people.logins()),
    };
    let heading = sheet.locale.word(heading);
    match logins.len().min(lines.len()) > MOST {
        true => list(sheet, heading, &people, &lines),
        false => Matrix::new(sheet.locale, &people, &logins, &lines).print(sheet, heading),
    }
    sheet.skip(8.0);
}

fn lines(document: &Document) -> Vec<Line<'_>> {
    let alone = document.orders.len() == 1;
    let mut lines = Vec::new();
    for order in &document.orders {
        for sheet in order.lines.iter().filter(|line| !line.entries.is_empty()) {
            let position = sheet.position;
            let place = match alone {
                true => position.to_string(),
                false => format!("{}/{position}", clean_line(&order.number)),
            };
            let description = shorten(&clean_line(&sheet.description), LABEL);
            let label = format!("{place}  {description}");
            lines.push(Line { label, sheet });
        }
    }
    lines
}

/// A row for each person on each line item.
fn list(sheet: &mut Sheet<'_>, heading: &str, people: &People<'_>, lines: &[Line<'_>]) {
    let locale = sheet.locale;
    let [names, numbers] = [sheet.right - 200.0, sheet.right - 60.0];
    let columns = vec![
        Column::text(locale.word(Word::LineItem), LEFT, names - 8.0),
        Column::text(locale.word(Word::Person), names, numbers - 8.0),
        Column::number(locale.word(Word::Hours), numbers, sheet.right),
    ];
    let table = Table {
        columns,
        caption: heading,
    };
    table.begin(sheet);
    let mut sum = Sum::default();
    for (at, line) in lines.iter().enumerate() {
        let mut seconds = BTreeMap::new();
        for entry in &line.sheet.entries {
            *seconds.entry(people.name(entry)).or_insert(0) += entry.duration_seconds.unwrap_or(0);
        }
        let mut label = line.label.as_str();
        for (name, seconds) in seconds {
            sum.add(seconds);
            let cells = [
                Cell::new(0, std::mem::take(&mut label), BODY),
                Cell::new(1, name, BODY),
                Cell::new(2, locale.hours(seconds), BODY),
            ];
            // the sum stays with the last line item
            let more = if at + 1 == lines.len() { HEIGHT } else { 0.0 };
            table.row(sheet, &cells, &[], more);
        }
        table.rule(sheet);
    }
    sum.rows(sheet, &table, locale.word(Word::Total));
    sheet.skip(12.0);
}

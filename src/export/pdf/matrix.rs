//! Hours by person and line item, each in a direction of its own.

use std::collections::BTreeMap;

use super::fonts::Weight;
use super::layout::SHORT;
use super::locale::Locale;
use super::page::{LEFT, Sheet};
use super::people::People;
use super::summary::Line;
use super::sums::HEIGHT;
use super::table::{BODY, Cell, Column, NOTE, STRONG, Table};
use super::text::shorten;
use super::words::Word;
use crate::hours;

/// The columns of numbers that are beside each other; more follow below.
pub const BESIDE: usize = 5;
const WIDTH: f32 = 64.0;

/// Numbers under titles, each row with its label; the people beside each other, or the
/// line items if there are fewer of them. The last row has the sums of the
/// columns, the last column those of the rows.
pub struct Matrix {
    /// Of the labels.
    title: Word,
    titles: Vec<String>,
    labels: Vec<String>,
    /// Hundredths of hours, by row.
    cells: Vec<Vec<i64>>,
    /// How many of the rows are no sum.
    parts: usize,
}

impl Matrix {
    /// `logins`: whose hours have a column.
    pub fn new(locale: Locale, people: &People<'_>, logins: &[&str], lines: &[Line<'_>]) -> Self {
        let mut titles: Vec<String> = match logins {
            [only] => vec![shorten(people.name_of(only), SHORT)],
            [] => vec![locale.word(Word::Hours).to_owned()],
            all => {
                let names = all
                    .iter()
                    .map(|login| shorten(people.name_of(login), SHORT));
                names.chain([locale.word(Word::Total).to_owned()]).collect()
            }
        };
        // one column is all there is for one person, or without names
        let of_people = if titles.len() == 1 { &[] } else { logins };
        let mut cells: Vec<Vec<i64>> = lines.chunks(1).map(|line| row(line, of_people)).collect();
        cells.push(row(lines, of_people));
        let mut labels: Vec<String> = lines.iter().map(|line| line.label.clone()).collect();
        labels.push(locale.word(Word::Total).to_owned());
        let mut title = Word::LineItem;
        if titles.len() > BESIDE && labels.len() < titles.len() {
            title = Word::Person;
            std::mem::swap(&mut titles, &mut labels);
            let row = |at| cells.iter().map(|row| row[at]).collect();
            cells = (0..labels.len()).map(row).collect();
            // the sum of one line item is that line item
            if lines.len() == 1 {
                titles = vec![locale.word(Word::Hours).to_owned()];
                cells.iter_mut().for_each(|row| row.truncate(1));
            }
        }
        let parts = labels.len() - 1;
        if titles.len() > 1 && add_rounding_column(&mut cells) {
            titles.insert(titles.len() - 1, locale.word(Word::Rounding).to_owned());
        }
        if add_rounding_row(&mut cells) {
            labels.insert(labels.len() - 1, locale.word(Word::Rounding).to_owned());
        }
        Self {
            titles,
            labels,
            cells,
            title,
            parts,
        }
    }

    pub fn print(&self, sheet: &mut Sheet<'_>, heading: &str) {
        for from in (0..self.titles.len()).step_by(BESIDE) {
            self.print_from(sheet, heading, from);
            sheet.skip(12.0);
        }
    }

    /// The columns from one on, as many as have room.
    fn print_from(&self, sheet: &mut Sheet<'_>, heading: &str, from: usize) {
        let until = self.titles.len().min(from + BESIDE);
        let label = sheet.right - WIDTH * (until - from) as f32;
        let mut columns = vec![Column::text(
            sheet.locale.word(self.title),
            LEFT,
            label - 4.0,
        )];
        for (at, title) in self.titles[from..until].iter().enumerate() {
            let left = label + WIDTH * at as f32;
            columns.push(Column::number(title.as_str(), left + 4.0, left + WIDTH));
        }
        let table = Table {
            columns,
            caption: heading,
        };
        table.begin(sheet);
        // a sum of one row says nothing
        let rows = if self.parts == 1 {
            1
        } else {
            self.labels.len()
        };
        for at in 0..rows {
            let style = match at {
                _ if at < self.parts => BODY,
                _ if at + 1 < self.labels.len() => NOTE,
                _ => STRONG,
            };
            let mut cells = vec![Cell::new(0, self.labels[at].as_str(), style)];
            for (column, number) in self.cells[at][from..until].iter().enumerate() {
                if *number != 0 || style.weight == Weight::Bold {
                    cells.push(Cell::new(column + 1, sheet.locale.cents(*number), style));
                }
            }
            // the sum stays with the last line item
            let more = if at + 1 == self.parts { HEIGHT } else { 0.0 };
            table.row(sheet, &cells, &[], more);
            if at < self.parts {
                table.rule(sheet);
            }
        }
    }
}

/// The hundredths of each person on some line items, and of all.
fn row(lines: &[Line<'_>], logins: &[&str]) -> Vec<i64> {
    let mut seconds = BTreeMap::new();
    for entry in lines.iter().flat_map(|line| &line.sheet.entries) {
        let of_person = seconds.entry(entry.user.as_str()).or_insert(0);
        *of_person += entry.duration_seconds.unwrap_or(0);
    }
    let total = hours::cents(seconds.values().sum());
    let people = logins
        .iter()
        .map(|login| hours::cents(seconds.get(login).copied().unwrap_or(0)));
    people.chain([total]).collect()
}

/// What the printed numbers of each row lack to the sum at its end; true if any does.
fn add_rounding_column(cells: &mut [Vec<i64>]) -> bool {
    let lack = |row: &Vec<i64>| {
        let (sum, parts) = row.split_last().unwrap_or((&0, &[]));
        hours::rounding(parts.iter().copied(), *sum)
    };
    let lacks: Vec<i64> = cells.iter().map(lack).collect();
    let any = lacks.iter().any(|lack| *lack != 0);
    if any {
        for (row, lack) in cells.iter_mut().zip(lacks) {
            row.insert(row.len() - 1, lack);
        }
    }
    any
}

/// The same for columns.
fn add_rounding_row(cells: &mut Vec<Vec<i64>>) -> bool {
    let Some((sums, rows)) = cells.split_last() else {
        return false;
    };
    let lack = |(at, sum): (usize, &i64)| hours::rounding(rows.iter().map(|row| row[at]), *sum);
    let lacks: Vec<i64> = sums.iter().enumerate().map(lack).collect();
    let any = lacks.iter().any(|lack| *lack != 0);
    if any {
        cells.insert(cells.len() - 1, lacks);
    }
    any
}

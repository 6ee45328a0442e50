//! Hours by person and line item.

use super::fonts::Weight;
use super::layout::SHORT;
use super::page::{Ink, LEFT, Sheet, Style};
use super::people::People;
use super::sums::HEIGHT;
use super::table::{BODY, Cell, Column, NOTE, STRONG, Table};
use super::text::{clean_line, shorten};
use super::words::Word;
use crate::export::model::{Document, LineSheet};
use crate::hours;

pub const HEADING: Style = Style::new(Weight::Bold, 10.0, 14.0, Ink::Black);

/// The columns of numbers that are beside each other; more follow below.
const BESIDE: usize = 5;
const WIDTH: f32 = 64.0;
/// Descriptions are cut, in characters: they are whole in the details.
const LABEL: usize = 120;

/// Numbers under titles, each row with its label; the people beside each other, or the
/// line items if there are fewer of them. The last row has the sums of the
/// columns, the last column those of the rows.
struct Matrix {
    /// Of the labels.
    title: Word,
    titles: Vec<String>,
    labels: Vec<String>,
    /// Hundredths of hours, by row.
    cells: Vec<Vec<i64>>,
    /// How many of the rows are no sum.
    parts: usize,
}

pub fn hours(sheet: &mut Sheet<'_>, document: &Document) {
    let lines = lines(document);
    if lines.is_empty() {
        return;
    }
    let heading = sheet.locale.word(match document.options.hide_names {
        true => Word::ByLine,
        false => Word::ByPerson,
    });
    let matrix = Matrix::new(sheet, document, &lines);
    for from in (0..matrix.titles.len()).step_by(BESIDE) {
        matrix.print(sheet, heading, from);
        sheet.skip(12.0);
    }
    sheet.skip(8.0);
}

/// The line items that have time, each with its label.
fn lines(document: &Document) -> Vec<(String, &LineSheet)> {
    let alone = document.orders.len() == 1;
    let mut lines = Vec::new();
    for order in &document.orders {
        for line in order.lines.iter().filter(|line| !line.entries.is_empty()) {
            let description = shorten(&clean_line(&line.description), LABEL);
            let label = match alone {
                true => format!("{}  {description}", line.position),
                false => format!(
                    "{}/{}  {description}",
                    clean_line(&order.number),
                    line.position
                ),
            };
            lines.push((label, line));
        }
    }
    lines
}

impl Matrix {
    fn new(sheet: &Sheet<'_>, document: &Document, lines: &[(String, &LineSheet)]) -> Self {
        let locale = sheet.locale;
        let people = People::of(document);
        let logins = match document.options.hide_names {
            true => Vec::new(),
            false => people.logins(),
        };
        let mut titles: Vec<String> = match logins.as_slice() {
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
        let of_people = if titles.len() == 1 { &[][..] } else { &logins };
        let mut cells: Vec<Vec<i64>> = lines.chunks(1).map(|line| row(line, of_people)).collect();
        cells.push(row(lines, of_people));
        let mut labels: Vec<String> = lines.iter().map(|(label, _)| label.clone()).collect();
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

    /// The columns from one on, as many as have room.
    fn print(&self, sheet: &mut Sheet<'_>, heading: &str, from: usize) {
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
        sheet.room(HEADING.leading * 2.0 + BODY.leading * 4.0);
        sheet.paragraph(LEFT, sheet.right, HEADING, heading);
        sheet.skip(4.0);
        table.head(sheet);
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
fn row(lines: &[(String, &LineSheet)], logins: &[&str]) -> Vec<i64> {
    let of = |login: Option<&str>| {
        let entries = lines.iter().flat_map(|(_, line)| &line.entries);
        let entries = entries.filter(|entry| login.is_none_or(|login| entry.user == login));
        hours::cents(entries.filter_map(|entry| entry.duration_seconds).sum())
    };
    let people = logins.iter().map(|login| of(Some(login)));
    people.chain([of(None)]).collect()
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

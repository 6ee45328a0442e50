//! Rows as a table for people.

use comfy_table::{Attribute, Cell, CellAlignment, ContentArrangement, Table, presets};
use serde_json::Value;

use super::Style;
use super::row::{Column, Row, fields};
use crate::error::{Error, Result};
use crate::text;

/// A table cuts wider cells; JSON and CSV never do.
const MAX_CELL_CHARS: usize = 2000;

/// A header and a line for each row.
pub(super) fn table<T: Row>(rows: &[T], style: &Style) -> Result<String> {
    let mut table = new_table(style);
    table.set_header(T::COLUMNS.iter().map(|column| {
        let title = Cell::new(column.title).add_attribute(Attribute::Bold);
        aligned(title, column.right)
    }));
    for row in rows {
        let cells = cells(row, style)?.into_iter().zip(T::COLUMNS);
        table.add_row(cells.map(|(text, column)| aligned(Cell::new(text), column.right)));
    }
    Ok(printed(table))
}

/// `title  value`, a line for each column.
pub(super) fn list<T: Row>(row: &T, style: &Style) -> Result<String> {
    let mut table = new_table(style);
    for (text, column) in cells(row, style)?.into_iter().zip(T::COLUMNS) {
        let title = Cell::new(column.title).add_attribute(Attribute::Bold);
        table.add_row([title, Cell::new(text)]);
    }
    Ok(printed(table))
}

/// A header and lines of texts, as wide as they are: all but the first column on the right.
pub(super) fn grid(header: &[String], lines: &[Vec<String>], style: &Style) -> String {
    let mut table = new_table(&Style {
        width: None,
        ..*style
    });
    let cell = |place: usize, text: &String| {
        let text = text::short(text, MAX_CELL_CHARS);
        aligned(Cell::new(text), place > 0)
    };
    let titles = header.iter().enumerate();
    table.set_header(titles.map(|(place, text)| cell(place, text).add_attribute(Attribute::Bold)));
    for line in lines {
        let cells = line.iter().enumerate();
        table.add_row(cells.map(|(place, text)| cell(place, text)));
    }
    printed(table)
}

/// Columns without lines between them, so that any terminal can show them and
/// `awk` can read them.
fn new_table(style: &Style) -> Table {
    let mut table = Table::new();
    // What the terminal can do is known already, and without this the table
    // leaves bare escapes behind where colours are off.
    table.load_style(presets::NOTHING).force_no_tty();
    if style.color {
        table.enforce_styling();
        table.style_text_only();
    }
    if let Some(width) = style.width {
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width);
    }
    table
}

fn printed(mut table: Table) -> String {
    let columns = table.column_count();
    for (index, column) in table.column_iter_mut().enumerate() {
        let gap = if index + 1 < columns { 2 } else { 0 };
        column.set_padding((0, gap));
    }
    let mut text = table.trim_fmt();
    text.push('\n');
    text
}

fn aligned(cell: Cell, right: bool) -> Cell {
    if right {
        cell.set_alignment(CellAlignment::Right)
    } else {
        cell
    }
}

/// The harmless text of every column of the table.
fn cells<T: Row>(row: &T, style: &Style) -> Result<Vec<String>> {
    let fields = fields(row)?;
    let text = |column: &Column| {
        let text = match (row.cell(column.field, style), fields.get(column.field)) {
            (Some(text), _) => text,
            (None, Some(Value::Null)) => String::new(),
            (None, Some(Value::Bool(true))) => "yes".to_owned(),
            (None, Some(Value::Bool(false))) => "no".to_owned(),
            (None, Some(Value::String(text))) => text.clone(),
            (None, Some(other)) => other.to_string(),
            (None, None) => {
                return Err(Error::bug(format!("no such column: {}", column.field)));
            }
        };
        Ok(text::short(&text, MAX_CELL_CHARS))
    };
    T::COLUMNS.iter().map(text).collect()
}

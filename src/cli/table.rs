//! Rows as a table for people.

use comfy_table::{
    Attribute, Cell, CellAlignment, ColumnConstraint, Row as TableRow, Table, Width, presets,
};
use serde_json::Value;

use super::Style;
use super::layout::{Content, GAP, Layout, layout};
use super::row::{Column, Fit, Row, fields};
use super::wrap::{block, wrapped};
use crate::error::{Error, Result};
use crate::text;

/// A table cuts wider cells; JSON and CSV never do.
const MAX_CELL_CHARS: usize = 2000;

/// Lines that belong to the row above begin with so many blanks.
const INDENT: usize = 4;

/// The texts of a row, one for each column.
struct Line {
    cells: Vec<String>,
    dim: bool,
}

/// A header and a line for each row. On a terminal it fits the width: texts are shortened,
/// and what has no room is above, below, or left out. A narrow one gets rows without
/// columns.
pub(super) fn table<T: Row>(rows: &[T], style: &Style) -> Result<String> {
    let line = |row: &T| {
        Ok(Line {
            cells: cells(row, style)?,
            dim: row.is_dim(),
        })
    };
    let lines: Vec<Line> = rows.iter().map(line).collect::<Result<_>>()?;
    let columns = T::COLUMNS;
    let contents: Vec<Content> = (0..columns.len())
        .map(|place| content(columns[place].title, &lines, place))
        .collect();
    let Some(width) = style.width.map(usize::from) else {
        let row = contents.iter().map(|content| content.width).enumerate();
        let all = Layout {
            row: row.collect(),
            ..Layout::default()
        };
        return Ok(aligned(columns, &lines, &all, style));
    };
    Ok(match layout(columns, &contents, width) {
        Some(layout) => aligned(columns, &lines, &layout, style),
        None => flowing(columns, &lines, style),
    })
}

fn content(title: &str, lines: &[Line], place: usize) -> Content {
    let mut cells = lines.iter().map(|line| &line.cells[place]);
    let widest = cells.clone().map(|cell| text::columns(cell)).max();
    Content {
        width: widest.unwrap_or(0).max(text::columns(title)),
        empty: cells.clone().all(String::is_empty),
        same: match cells.next() {
            Some(first) => lines.len() > 1 && cells.all(|cell| cell == first),
            None => false,
        },
    }
}

/// Columns side by side.
fn aligned(columns: &[Column], lines: &[Line], layout: &Layout, style: &Style) -> String {
    let mut table = new_table(style);
    let places = || layout.row.iter().map(|(place, _)| *place);
    table.set_header(places().map(|place| {
        let title = Cell::new(columns[place].title).add_attribute(Attribute::Bold);
        align(title, columns[place].right)
    }));
    for line in lines {
        let cells = layout.row.iter().map(|(place, width)| {
            let text = text::fit(&line.cells[*place], *width);
            let cell = align(Cell::new(text), columns[*place].right);
            match line.dim {
                true => cell.add_attribute(Attribute::Dim),
                false => cell,
            }
        });
        let mut row = TableRow::from(cells.collect::<Vec<_>>());
        row.max_height(1);
        table.add_row(row);
    }
    let last = layout.row.len().saturating_sub(1);
    let widths = layout.row.iter().map(|(_, width)| *width).enumerate();
    for (column, (number, width)) in table.column_iter_mut().zip(widths) {
        let gap = if number < last { GAP } else { 0 };
        let width = u16::try_from(width + gap).unwrap_or(u16::MAX);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
    }
    let mut text = String::new();
    let above = layout.above.iter().map(|place| {
        let common = lines.first().map_or("", |line| &line.cells[*place]);
        format!("{}: {common}", columns[*place].title)
    });
    if !layout.above.is_empty() {
        let above: Vec<String> = above.collect();
        text.push_str(&wrapped(&above.join(" · "), style.width));
        text.push('\n');
    }
    let mut printed = padded(table);
    for line in printed.by_ref().take(1) {
        text.push_str(&line);
    }
    for (line, row) in lines.iter().zip(printed) {
        text.push_str(&row);
        for place in &layout.below {
            below(&mut text, columns[*place], line, *place, style);
        }
    }
    text
}

/// A cell in lines of its own, below the row.
fn below(text: &mut String, column: Column, line: &Line, place: usize, style: &Style) {
    let cell = &line.cells[place];
    if cell.is_empty() {
        return;
    }
    let indented = format!("{}{cell}", " ".repeat(INDENT));
    let shown = match (column.fit, style.width) {
        (Fit::Command, _) => indented,
        (Fit::Line, Some(width)) => text::fit(&indented, usize::from(width)),
        _ => wrapped(&indented, style.width),
    };
    text.push_str(&match line.dim {
        true => style.dim(&shown),
        false => shown,
    });
    text.push('\n');
}

/// Rows without columns: as many cells side by side as fit, numbers with their titles.
fn flowing(columns: &[Column], lines: &[Line], style: &Style) -> String {
    const CONTINUED: &str = "  ";
    let width = style.width.map_or(usize::MAX, usize::from);
    let mut text = String::new();
    for line in lines {
        let mut parts: Vec<String> = Vec::new();
        let mut used = 0;
        for (column, cell) in columns.iter().zip(&line.cells) {
            let Some(cell) = in_words(column, cell) else {
                continue;
            };
            let cell = match column.fit {
                Fit::Text | Fit::Line => text::fit(&cell, width.saturating_sub(GAP)),
                Fit::Below => wrapped(&format!("{CONTINUED}{cell}"), style.width),
                Fit::Fixed | Fit::Command => cell,
            };
            let needed = text::columns(&cell);
            match parts.last_mut() {
                // the first one stands out, as there is no header
                None if !line.dim => parts.push(style.bold(&cell)),
                None => parts.push(cell),
                _ if column.fit == Fit::Below => parts.push(cell),
                Some(part) if used + GAP + needed <= width => {
                    part.push_str("  ");
                    part.push_str(&cell);
                    used += GAP + needed;
                    continue;
                }
                _ => parts.push(format!("{CONTINUED}{cell}")),
            }
            used = match column.fit {
                Fit::Below | Fit::Command => width,
                _ if parts.len() > 1 => GAP + needed,
                _ => needed,
            };
        }
        for part in parts {
            text.push_str(&match line.dim {
                true => style.dim(&part),
                false => part,
            });
            text.push('\n');
        }
    }
    text
}

/// `Lines 2`, `removed`; None: nothing to say.
fn in_words(column: &Column, cell: &str) -> Option<String> {
    match cell {
        "" | "no" => None,
        "yes" => Some(column.title.to_lowercase()),
        cell if column.right && !column.title.is_empty() => {
            Some(format!("{} {cell}", column.title))
        }
        cell => Some(cell.to_owned()),
    }
}

/// `title  value`, a line for each column; a long text goes on below itself.
pub(super) fn list<T: Row>(row: &T, style: &Style) -> Result<String> {
    let titles = T::COLUMNS.iter().map(|column| text::columns(column.title));
    let titles = titles.max().unwrap_or(0) + GAP;
    let width = style.width.map(|width| {
        let titles = u16::try_from(titles).unwrap_or(u16::MAX);
        width.saturating_sub(titles).max(10)
    });
    // there is room for all of a value
    let roomy = Style {
        width: None,
        ..*style
    };
    let mut table = new_table(style);
    for (text, column) in cells(row, &roomy)?.into_iter().zip(T::COLUMNS) {
        let title = Cell::new(column.title).add_attribute(Attribute::Bold);
        let text = match column.fit {
            Fit::Fixed | Fit::Command => text,
            Fit::Text | Fit::Line | Fit::Below => block(&text, width),
        };
        table.add_row([title, Cell::new(text)]);
    }
    Ok(padded(table).collect())
}

/// A header and lines of texts, as wide as they are: all but the first column on the right.
pub(super) fn grid(header: &[String], lines: &[Vec<String>], style: &Style) -> String {
    let mut table = new_table(style);
    let cell = |place: usize, text: &String| {
        let text = text::short(text, MAX_CELL_CHARS);
        align(Cell::new(text), place > 0)
    };
    let titles = header.iter().enumerate();
    table.set_header(titles.map(|(place, text)| cell(place, text).add_attribute(Attribute::Bold)));
    for line in lines {
        let cells = line.iter().enumerate();
        table.add_row(cells.map(|(place, text)| cell(place, text)));
    }
    padded(table).collect()
}

/// Columns without lines between them, so that any terminal can show them and
/// `awk` can read them.
fn new_table(style: &Style) -> Table {
    let mut table = Table::new();
    // What the terminal can do is known already, and without this the table
    // leaves bare escapes behind where colours are off.
    table
        .load_style(presets::NOTHING)
        .force_no_tty()
        .set_truncation_indicator("…");
    if style.color {
        table.enforce_styling();
        table.style_text_only();
    }
    table
}

/// The lines of a table, each with its end.
fn padded(mut table: Table) -> impl Iterator<Item = String> {
    let columns = table.column_count();
    for (index, column) in table.column_iter_mut().enumerate() {
        let gap = if index + 1 < columns { GAP as u16 } else { 0 };
        column.set_padding((0, gap));
    }
    let lines: Vec<String> = table.lines().collect();
    lines
        .into_iter()
        .map(|line| format!("{}\n", line.trim_end()))
}

fn align(cell: Cell, right: bool) -> Cell {
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

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 5] = [
        Column::right("id", "Entry"),
        Column::text("work", "Work"),
        Column::left("late", "Late"),
        Column::below("why", "Why"),
        Column::command("fix", "To fix it"),
    ];

    #[test]
    fn a_narrow_screen_has_rows_without_columns() {
        let cells = [
            "7",
            "Find out why",
            "yes",
            "it was changed twice",
            "wl entry show 7 --as-of now",
        ];
        let line = Line {
            cells: cells.map(str::to_owned).to_vec(),
            dim: false,
        };
        let style = Style {
            width: Some(16),
            ..Style::PLAIN
        };
        assert_eq!(
            flowing(&COLUMNS, &[line], &style),
            "Entry 7\n  Find out why\n  late\n  it was changed\n    twice\n  wl entry show 7 --as-of now\n"
        );
    }
}

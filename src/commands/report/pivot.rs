//! The table with a column for each day or week, in as many parts as the screen needs.

use super::columns_of;
use crate::cli::app::App;
use crate::error::Result;
use crate::hours;
use crate::text;
use crate::totals::{Hours, Sum};

/// Where there is no terminal.
const WIDTH: u16 = 80;

/// Longer names of groups are cut.
const NAME_WIDTH: usize = 24;

/// The gap after a column.
const GAP: usize = 2;

/// A line of the table in hundredths of an hour; None: no time.
struct Line {
    name: String,
    cells: Vec<Option<i64>>,
    total: i64,
    /// Which cells, and at last whether the total, have time that is not approved.
    open: Vec<bool>,
}

/// A column of the table, all as texts.
struct TextColumn {
    title: String,
    cells: Vec<String>,
}

pub fn show(app: &App, found: &Hours) -> Result<()> {
    let lines = table_lines(found);
    let names: Vec<String> = lines.iter().map(|line| line.name.clone()).collect();
    let columns = text_columns(found, &lines);
    let width = usize::from(app.width().unwrap_or(WIDTH));
    let name_width = names.iter().map(|name| columns_of(name)).max().unwrap_or(0);
    let parts = parts(&columns, width.saturating_sub(name_width));
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            app.gap()?;
        }
        let titles = part.iter().map(|column| column.title.clone());
        let header: Vec<String> = std::iter::once(String::new()).chain(titles).collect();
        let rows = names.iter().enumerate().map(|(row, name)| {
            let cells = part.iter().map(|column| column.cells[row].clone());
            std::iter::once(name.clone()).chain(cells).collect()
        });
        app.grid(&header, &rows.collect::<Vec<Vec<String>>>())?;
    }
    if parts.len() > 1 {
        app.say(format!(
            "{} do not fit into a width of {width}, so the table has {} parts; --format csv has a row for each cell.",
            text::counted(found.columns.len(), "column", "columns"),
            parts.len()
        ));
    }
    if found.total().open > 0 {
        app.say("* contains time that is not approved.");
    }
    Ok(())
}

/// A line per group, one for the rounding differences if there are any, and the sums.
fn table_lines(found: &Hours) -> Vec<Line> {
    let cents = |sum: Sum| (sum != Sum::default()).then(|| hours::cents(sum.seconds()));
    let line = |name: &str, cells: &[Sum], total: Sum| Line {
        name: text::short(name, NAME_WIDTH),
        cells: cells.iter().map(|cell| cents(*cell)).collect(),
        total: hours::cents(total.seconds()),
        open: cells
            .iter()
            .chain([&total])
            .map(|sum| sum.open > 0)
            .collect(),
    };
    let mut lines: Vec<Line> = found
        .groups
        .iter()
        .map(|group| line(&group.name, &group.cells, group.sum))
        .collect();
    let columns = 0..found.columns.len();
    let sums: Vec<Sum> = columns
        .clone()
        .map(|place| found.column_sum(place))
        .collect();
    let total = line("total", &sums, found.total());
    let printed = |place: usize| lines.iter().filter_map(move |line| line.cells[place]);
    let rounding: Vec<i64> = columns
        .map(|place| hours::rounding(printed(place), total.cells[place].unwrap_or(0)))
        .collect();
    let of_total = hours::rounding(lines.iter().map(|line| line.total), total.total);
    if of_total != 0 || rounding.iter().any(|cents| *cents != 0) {
        lines.push(Line {
            name: "rounding".to_owned(),
            open: vec![false; rounding.len() + 1],
            cells: rounding
                .into_iter()
                .map(|cents| Some(cents).filter(|c| *c != 0))
                .collect(),
            total: of_total,
        });
    }
    lines.push(total);
    lines
}

/// The days or weeks, the rounding differences of the lines if there are any, and the
/// totals.
fn text_columns(found: &Hours, lines: &[Line]) -> Vec<TextColumn> {
    let marked = lines.iter().any(|line| line.open.contains(&true));
    let cell = |cents: Option<i64>, open: bool| {
        let mark = match (marked, open) {
            (false, _) => "",
            (true, true) => "*",
            (true, false) => " ",
        };
        cents.map_or_else(String::new, |cents| hours::from_cents(cents) + mark)
    };
    let titles = short_titles(&found.columns);
    let mut columns: Vec<TextColumn> = titles
        .into_iter()
        .enumerate()
        .map(|(place, title)| TextColumn {
            title,
            cells: lines
                .iter()
                .map(|line| cell(line.cells[place], line.open[place]))
                .collect(),
        })
        .collect();
    let rounding = lines
        .iter()
        .map(|line| hours::rounding(line.cells.iter().flatten().copied(), line.total))
        .map(|cents| Some(cents).filter(|cents| *cents != 0));
    let rounding: Vec<Option<i64>> = rounding.collect();
    if rounding.iter().any(Option::is_some) {
        columns.push(TextColumn {
            title: "rounding".to_owned(),
            cells: rounding
                .into_iter()
                .map(|cents| cell(cents, false))
                .collect(),
        });
    }
    columns.push(TextColumn {
        title: "total".to_owned(),
        cells: lines
            .iter()
            .map(|line| cell(Some(line.total), line.open.last() == Some(&true)))
            .collect(),
    });
    if marked {
        for column in &mut columns {
            column.title.push(' ');
        }
    }
    columns
}

/// Without the year, if all have the same: `11-23`, `W48`.
fn short_titles(names: &[String]) -> Vec<String> {
    let year = |name: &str| name.split_once('-').map(|(year, _)| year.to_owned());
    let first = names.first().and_then(|name| year(name));
    let same = names.iter().all(|name| year(name) == first);
    let short = |name: &String| match name.split_once('-') {
        Some((_, rest)) if same => rest.to_owned(),
        _ => name.clone(),
    };
    names.iter().map(short).collect()
}

/// As many columns side by side as fit, but at least one.
fn parts(columns: &[TextColumn], width: usize) -> Vec<Vec<&TextColumn>> {
    let mut parts: Vec<Vec<&TextColumn>> = Vec::new();
    let mut left = 0;
    for column in columns {
        let texts = std::iter::once(&column.title).chain(&column.cells);
        let needed = GAP + texts.map(|text| columns_of(text)).max().unwrap_or(0);
        match parts.last_mut() {
            Some(part) if needed <= left => {
                part.push(column);
                left -= needed;
            }
            _ => {
                parts.push(vec![column]);
                left = width.saturating_sub(needed);
            }
        }
    }
    parts
}

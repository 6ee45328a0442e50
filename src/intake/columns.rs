//! Which column of a file holds what.

use std::collections::{BTreeSet, HashMap};

use super::SheetRow;
use super::trackers::Layout;
use crate::error::{Error, Result};
use crate::text;

/// Of the name of a column in a message, so many characters.
const NAME: usize = 60;

/// So many columns are named in a message.
const LISTED: usize = 40;

/// Where the value of each target comes from.
#[derive(Debug, Default)]
pub struct Columns {
    sources: HashMap<&'static str, Source>,
    replace: Vec<Replace>,
    /// The column of people that a constant stands before.
    unused_user: Option<usize>,
    /// Of a tracker's file.
    pub layout: Option<&'static Layout>,
}

#[derive(Debug)]
enum Source {
    /// The cells of these columns, with a blank between them.
    Columns(Vec<usize>),
    /// The same for all rows.
    Constant(String),
}

/// What stands in order numbers of the file, and what stands here instead.
#[derive(Debug, Clone)]
pub struct Replace {
    pub from: String,
    pub to: String,
}

/// What a person says of the columns.
#[derive(Debug)]
pub struct Wanted<'a> {
    /// `TARGET=COLUMN` or `TARGET=COLUMN+COLUMN`.
    pub maps: &'a [String],
    pub constants: Vec<(&'static str, Option<&'a str>)>,
    /// What can be mapped.
    pub targets: &'static [&'static str],
    /// Targets that a column with their name holds.
    pub named: &'static [&'static str],
    pub replace: Vec<Replace>,
}

/// Other targets of a layout that say the same, and have no say if a person names one.
const SAME: [(&str, &[&str]); 4] = [
    ("number", &["order_number", "project_number", "words"]),
    ("user", &["person", "email"]),
    ("line", &["task"]),
    ("duration", &["duration_seconds"]),
];

impl Wanted<'_> {
    /// The columns of a file: those that a person names, then those of the tracker, then
    /// those that have a target's name.
    pub fn columns(self, header: &[String], layout: Option<&'static Layout>) -> Result<Columns> {
        let mut sources = self.given(header)?;
        let given: Vec<&str> = sources.keys().copied().collect();
        let mut unused_user = None;
        for (target, places) in layout.map_or(&[][..], |layout| layout.columns) {
            let Some(columns) = first_place(places, header)? else {
                continue;
            };
            let unwanted = SAME
                .iter()
                .any(|(main, same)| given.contains(main) && same.contains(target));
            if *target == "user" && given.contains(&"user") {
                unused_user = columns.first().copied();
            } else if !unwanted && !given.contains(target) {
                sources.insert(target, Source::Columns(columns));
            }
        }
        for &target in self.named.iter().filter(|_| layout.is_none()) {
            if target == "user" && sources.contains_key("user") {
                unused_user = column(target, header).unwrap_or(None);
            } else if !sources.contains_key(target)
                && let Some(at) = column(target, header)?
            {
                sources.insert(target, Source::Columns(vec![at]));
            }
        }
        Ok(Columns {
            sources,
            replace: self.replace,
            unused_user,
            layout,
        })
    }

    fn given(&self, header: &[String]) -> Result<HashMap<&'static str, Source>> {
        let mut sources: HashMap<&'static str, Source> = HashMap::new();
        for entry in self.maps {
            let (target, source) = given_columns(entry, self.targets, header)?;
            if sources.insert(target, Source::Columns(source)).is_some() {
                return Err(Error::usage(format!("--map gives {target} two columns"))
                    .hint("columns to be joined stand in one --map, such as start_ts=DATE+TIME"));
            }
        }
        for (target, value) in &self.constants {
            let Some(value) = value else { continue };
            if sources.contains_key(target) {
                return Err(Error::usage(format!(
                    "--{target} and --map {target}=… both say what {target} is"
                ))
                .hint("leave one of them out"));
            }
            sources.insert(target, Source::Constant((*value).to_owned()));
        }
        Ok(sources)
    }

    /// Whether a person says by maps alone where the time and its order are.
    pub fn maps_all(&self) -> bool {
        let mapped = |target: &str| {
            let maps = self.maps.iter().filter_map(|map| map.split_once('='));
            let constants = self.constants.iter().filter(|(_, value)| value.is_some());
            maps.map(|(name, _)| name.trim())
                .chain(constants.map(|(name, _)| *name))
                .any(|name| name == target)
        };
        mapped("number") && mapped("start_ts") && (mapped("end_ts") || mapped("duration"))
    }
}

impl Columns {
    pub fn has(&self, target: &str) -> bool {
        self.sources.contains_key(target)
    }

    /// The same value for all rows, where it is one.
    pub fn constant(&self, target: &str) -> Option<&str> {
        match self.sources.get(target)? {
            Source::Constant(value) => Some(value),
            Source::Columns(_) => None,
        }
    }

    /// Whether two targets begin with the same column, such as that of the date.
    pub(super) fn share_first(&self, one: &str, other: &str) -> bool {
        let first = |target: &str| match self.sources.get(target) {
            Some(Source::Columns(columns)) => columns.first(),
            _ => None,
        };
        first(one).is_some() && first(one) == first(other)
    }

    /// Refuses one person for the rows of several.
    pub(super) fn one_person(&self, file: &str, rows: &[SheetRow]) -> Result<()> {
        let (Some(at), Some(name)) = (self.unused_user, self.constant("user")) else {
            return Ok(());
        };
        let names = rows.iter().map(|row| row.cell(at).trim());
        let names: BTreeSet<&str> = names.filter(|name| !name.is_empty()).collect();
        match names.len() {
            0 | 1 => Ok(()),
            several => Err(Error::usage(format!(
                "{file} names {several} people, and --user {name} would give the time of all to one"
            ))
            .hint("leave out --user, or import the rows of each person apart")),
        }
    }

    pub(super) fn value(&self, row: &SheetRow, target: &str) -> Option<String> {
        let value = match self.sources.get(target)? {
            Source::Constant(value) => value.trim().to_owned(),
            Source::Columns(columns) => {
                let mut value = String::new();
                for cell in columns.iter().filter_map(|at| self.cell(row, *at)) {
                    if !value.is_empty() {
                        value.push(' ');
                    }
                    value.push_str(cell);
                }
                value
            }
        };
        (!value.is_empty()).then_some(value)
    }

    /// Adds the cells of a target, in short.
    pub(super) fn push_cells(&self, text: &mut String, row: &SheetRow, target: &str) {
        if let Some(Source::Columns(columns)) = self.sources.get(target) {
            for at in columns {
                text.push_str(row.cell(*at));
                text.push('\0');
            }
        }
    }

    /// A cell that is not empty, as the layout writes it.
    fn cell<'r>(&self, row: &'r SheetRow, at: usize) -> Option<&'r str> {
        let cell = row.cell(at).trim();
        let empty = self.layout.map_or("", |layout| layout.empty);
        let cell = match self.layout.is_some_and(|layout| layout.apostrophes) {
            true => without_apostrophe(cell),
            false => cell,
        };
        (!cell.is_empty() && cell != empty).then_some(cell)
    }

    /// An order number as it is here.
    pub fn replaced(&self, number: &str) -> String {
        let mut number = number.to_owned();
        for Replace { from, to } in &self.replace {
            number = number.replace(from, to);
        }
        number
    }

    /// What a message calls the source of a target.
    pub(super) fn name(&self, target: &str, header: &[String]) -> String {
        match self.sources.get(target) {
            Some(Source::Columns(columns)) => {
                let names = columns.iter().filter_map(|at| header.get(*at));
                let names: Vec<String> = names.map(|name| text::short(name, NAME)).collect();
                names.join("+")
            }
            _ => target.to_owned(),
        }
    }
}

/// A text before which an apostrophe keeps spreadsheets from running it.
fn without_apostrophe(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}

/// The first of several places whose columns all exist.
fn first_place(places: &[&str], header: &[String]) -> Result<Option<Vec<usize>>> {
    for place in places {
        let mut columns = Vec::new();
        for name in place.split('+') {
            let exact = |column: &String| column == name;
            let found = header.iter().filter(|column| exact(column)).count();
            match (found, header.iter().position(exact)) {
                (1, Some(at)) => columns.push(at),
                (0, _) => break,
                _ => return Err(several(found, name)),
            }
        }
        if columns.len() == place.split('+').count() {
            return Ok(Some(columns));
        }
    }
    Ok(None)
}

/// The target and the columns of `TARGET=COLUMN+COLUMN`.
fn given_columns(
    entry: &str,
    targets: &[&'static str],
    header: &[String],
) -> Result<(&'static str, Vec<usize>)> {
    let (target, names) = entry
        .split_once('=')
        .ok_or_else(|| Error::usage(format!("--map {entry} is not TARGET=COLUMN")))?;
    let target = targets
        .iter()
        .find(|known| **known == target.trim())
        .ok_or_else(|| {
            Error::usage(format!(
                "--map {entry}: there is no such target; the targets are {}",
                targets.join(", ")
            ))
        })?;
    // a name may contain a plus
    if let Some(at) = column(names, header)? {
        return Ok((target, vec![at]));
    }
    let mut columns = Vec::new();
    for name in names.split('+') {
        let at = column(name, header)?.ok_or_else(|| {
            Error::usage(format!(
                "--map {entry}: there is no such column; the columns are {}",
                listed(header)
            ))
        })?;
        columns.push(at);
    }
    Ok((target, columns))
}

/// The column with a name, whatever the case; a name that several columns have is refused.
fn column(name: &str, header: &[String]) -> Result<Option<usize>> {
    let name = name.trim();
    let quoted = name
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    let name = quoted.unwrap_or(name);
    let places = |same: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let columns = header.iter().enumerate();
        let found = columns.filter(|(_, column)| same(column));
        found.map(|(at, _)| at).collect()
    };
    let exact = places(&|column| column == name);
    let found = match exact.is_empty() {
        true => places(&|column| text::name_key(column) == text::name_key(name)),
        false => exact,
    };
    match found.as_slice() {
        [] => Ok(None),
        [at] => Ok(Some(*at)),
        _ => Err(several(found.len(), name)),
    }
}

/// Names of columns in a message: a file may have thousands, or one of megabytes.
pub fn listed(header: &[String]) -> String {
    let first = header.iter().take(LISTED);
    let mut names: Vec<String> = first.map(|name| text::short(name, NAME)).collect();
    let more = header.len().saturating_sub(LISTED);
    if more > 0 {
        names.push(format!("{more} more"));
    }
    names.join(", ")
}

fn several(number: usize, name: &str) -> Error {
    Error::usage(format!(
        "{number} columns have the name {}",
        text::short(name, NAME)
    ))
    .hint("rename all but one in the first line of the file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_columns_in_short() {
        let long = "x".repeat(100_000);
        let short = format!("{}…", "x".repeat(59));
        assert_eq!(listed(&["a".to_owned(), long]), format!("a, {short}"));
        let many: Vec<String> = (1..=1000).map(|at| at.to_string()).collect();
        assert!(listed(&many).ends_with(", 39, 40, 960 more"));
    }
}

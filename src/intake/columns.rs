//! Which column of a file holds what.

use std::collections::{BTreeSet, HashMap};

use super::SheetRow;
use crate::error::{Error, Result};
use crate::text;

/// Where the value of each target comes from.
#[derive(Debug, Default)]
pub struct Columns {
    sources: HashMap<&'static str, Source>,
    replace: Vec<Replace>,
    /// The column of people that a constant stands before.
    unused_user: Option<usize>,
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

impl Columns {
    /// Columns given as `TARGET=COLUMN` or `TARGET=COLUMN+COLUMN`, constants, and columns
    /// that have a target's name.
    pub fn new(
        given: &[String],
        constants: &[(&'static str, Option<&str>)],
        targets: &[&'static str],
        header: &[String],
    ) -> Result<Self> {
        let mut sources: HashMap<&'static str, Source> = HashMap::new();
        for entry in given {
            let (target, source) = given_columns(entry, targets, header)?;
            if sources.insert(target, Source::Columns(source)).is_some() {
                return Err(Error::usage(format!("--map gives {target} two columns"))
                    .hint("columns to be joined stand in one --map, such as start_ts=DATE+TIME"));
            }
        }
        for (target, value) in constants {
            let Some(value) = value else { continue };
            if sources.contains_key(target) {
                return Err(Error::usage(format!(
                    "--{target} and --map {target}=… both say what {target} is"
                ))
                .hint("leave one of them out"));
            }
            sources.insert(target, Source::Constant((*value).to_owned()));
        }
        let mut unused_user = None;
        for &target in targets {
            match sources.get(target) {
                None => {
                    if let Some(at) = column(target, header)? {
                        sources.insert(target, Source::Columns(vec![at]));
                    }
                }
                Some(Source::Constant(_)) if target == "user" => {
                    unused_user = column(target, header)?;
                }
                Some(_) => {}
            }
        }
        Ok(Self {
            sources,
            replace: Vec::new(),
            unused_user,
        })
    }

    /// Replaces text in order numbers, in this order.
    #[must_use]
    pub fn replacing(mut self, replace: Vec<Replace>) -> Self {
        self.replace = replace;
        self
    }

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
        let mut value = match self.sources.get(target)? {
            Source::Constant(value) => value.trim().to_owned(),
            Source::Columns(columns) => {
                let cells = columns.iter().map(|at| row.cell(*at).trim());
                let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
                cells.join(" ")
            }
        };
        if target == "number" {
            for Replace { from, to } in &self.replace {
                value = value.replace(from, to);
            }
        }
        (!value.is_empty()).then_some(value)
    }

    /// What a message calls the source of a target.
    pub(super) fn name(&self, target: &str, header: &[String]) -> String {
        match self.sources.get(target) {
            Some(Source::Columns(columns)) => {
                let names = columns.iter().filter_map(|at| header.get(*at));
                let names: Vec<&str> = names.map(String::as_str).collect();
                names.join("+")
            }
            _ => target.to_owned(),
        }
    }
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
                header.join(", ")
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
        true => places(&|column| column.to_lowercase() == name.to_lowercase()),
        false => exact,
    };
    match found.as_slice() {
        [] => Ok(None),
        [at] => Ok(Some(*at)),
        _ => Err(Error::usage(format!(
            "{} have the name {}",
            text::counted(found.len(), "column", "columns"),
            text::short(name, 60)
        ))
        .hint("rename all but one in the first line of the file")),
    }
}

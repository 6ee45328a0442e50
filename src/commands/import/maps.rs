//! Files of two columns, theirs and ours: what names of an imported file mean here.

use std::collections::HashMap;
use std::io::Cursor;
use std::path::Path;

use super::source;
use crate::cli::app::App;
use crate::domain::import::Matches;
use crate::error::{Error, Result};
use crate::file::Output;
use crate::intake::{self, ReadOptions, Wanted};
use crate::text::{self, name_key};

const COLUMNS: [&str; 2] = ["theirs", "ours"];

/// Reads a map: by key. A file that is to be written may be missing.
pub fn read(path: Option<&Path>, may_be_missing: bool) -> Result<HashMap<String, String>> {
    let mut map = HashMap::new();
    for (theirs, ours, line) in rows(path, may_be_missing)? {
        let key = name_key(&theirs);
        if map.get(&key).is_some_and(|known| *known != ours) {
            let theirs = text::short(&theirs, 60);
            let file = path.unwrap_or(Path::new("")).display();
            return Err(Error::data(format!(
                "{file}, line {line}: \"{theirs}\" stands in an earlier line with another value"
            )));
        }
        map.insert(key, ours);
    }
    Ok(map)
}

/// Writes a map: its rows as they are, with what was found for those that lack it, and
/// then the new ones.
pub fn write(
    app: &App,
    path: Option<&Path>,
    known: &HashMap<String, String>,
    found: &Matches,
) -> Result<()> {
    let Some(path) = path else { return Ok(()) };
    let mut rows = rows(Some(path), true)?;
    for (theirs, ours, _) in &mut rows {
        if ours.is_empty() {
            *ours = found.get(theirs).cloned().flatten().unwrap_or_default();
        }
    }
    for (theirs, ours) in found {
        if !known.contains_key(&name_key(theirs)) {
            rows.push((theirs.clone(), ours.clone().unwrap_or_default(), 0));
        }
    }
    let mut output = csv::Writer::from_writer(Output::create(path, true)?);
    let failed =
        |error: csv::Error| Error::data(format!("{} can't be written: {error}", path.display()));
    output.write_record(COLUMNS).map_err(failed)?;
    for (theirs, ours, _) in &rows {
        output.write_record([theirs, ours]).map_err(failed)?;
    }
    let output = output.into_inner();
    let output = output.map_err(|error| {
        Error::io(
            format!("{} can't be written", path.display()),
            error.into_error(),
        )
    })?;
    output.commit()?;
    let missing = rows.iter().filter(|(_, ours, _)| ours.is_empty()).count();
    app.say(format!(
        "Wrote {} with {}, {missing} to fill in.",
        path.display(),
        text::counted(rows.len(), "row", "rows")
    ));
    Ok(())
}

/// Theirs, ours and the line of each row.
fn rows(path: Option<&Path>, may_be_missing: bool) -> Result<Vec<(String, String, u64)>> {
    let Some(path) = path else {
        return Ok(Vec::new());
    };
    if may_be_missing && !path.exists() {
        return Ok(Vec::new());
    }
    let (file, mut input) = source::open(path)?;
    let mut bytes = Vec::new();
    input
        .read_to_end(&mut bytes)
        .map_err(|error| Error::io(format!("{file} can't be read"), error))?;
    // a spreadsheet may have written it again
    let first = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let options = ReadOptions {
        delimiter: [b',', b';', b'\t']
            .into_iter()
            .find(|byte| first.contains(byte)),
        quotes: true,
        encoding: None,
    };
    let wanted = Wanted {
        maps: &[],
        constants: Vec::new(),
        targets: &COLUMNS,
        named: &COLUMNS,
        replace: Vec::new(),
    };
    let sheet = intake::read(&file, Box::new(Cursor::new(bytes)), &options, |header| {
        let columns = wanted.columns(header, None)?;
        match columns.has("theirs") && columns.has("ours") {
            true => Ok(columns),
            false => Err(
                Error::usage(format!("{file} has no columns theirs and ours"))
                    .hint("write it with --dry-run --write-maps"),
            ),
        }
    })?;
    let rows = sheet.rows.iter().filter_map(|row| {
        let theirs = sheet.cell(row, "theirs")?;
        Some((
            theirs,
            sheet.cell(row, "ours").unwrap_or_default(),
            row.line,
        ))
    });
    Ok(rows.collect())
}

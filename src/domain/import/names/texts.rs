//! The texts of a row that may name things.

use super::Maps;
use crate::intake::{Sheet, SheetRow};
use crate::text::name_key;

/// What the file calls the order of a row, for messages and maps.
pub(super) fn theirs(sheet: &Sheet, row: &SheetRow) -> Option<String> {
    let project = sheet.cell(row, "number");
    project.or_else(|| {
        let tags = sheet.tags(row);
        (!tags.is_empty()).then(|| tags.join(", "))
    })
}

/// The texts that may name the order, the surest first.
pub(super) fn candidates(sheet: &Sheet, row: &SheetRow) -> Vec<String> {
    let mut texts = projects(sheet, row);
    if sheet.columns.layout.is_some() {
        texts.extend(sheet.tags(row));
        texts.extend(words(sheet, row));
    }
    texts
}

/// The cells that name the order, the surest first.
pub(super) fn projects(sheet: &Sheet, row: &SheetRow) -> Vec<String> {
    let cells = ["order_number", "project_number", "number"].map(|target| sheet.cell(row, target));
    cells.into_iter().flatten().collect()
}

/// The words of a text that may name things, such as `#WO-1042` or `order=WO-1042`.
pub(super) fn words(sheet: &Sheet, row: &SheetRow) -> Vec<String> {
    let text = sheet.cell(row, "words").unwrap_or_default();
    let clean = |word: &str| {
        let value = word.rsplit_once('=').map_or(word, |(_, value)| value);
        let outside = |c: char| !c.is_alphanumeric() && c != '-' && c != '_';
        let clean = value.trim_matches(outside);
        // a number in a sentence counts something
        let counts = clean.bytes().all(|b| b.is_ascii_digit()) && !word.contains(['#', '=']);
        (!counts).then(|| clean.to_owned())
    };
    text.split_whitespace().filter_map(clean).collect()
}

/// What the map says of a project with its task, else of the project.
pub(super) fn mapped(maps: &Maps, sheet: &Sheet, row: &SheetRow, text: &str) -> Option<String> {
    if maps.orders.is_empty() {
        return None;
    }
    let task = sheet.cell(row, "task");
    let both = task.and_then(|task| maps.orders.get(&name_key(&format!("{text}/{task}"))));
    let ours = both
        .filter(|ours| !ours.is_empty())
        .or_else(|| maps.orders.get(&name_key(text)))?;
    (!ours.is_empty()).then(|| ours.clone())
}

/// `WO-1042/2` as an order and its line item; trackers have other signs, too.
pub(super) fn halves<'t>(sheet: &Sheet, text: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let signs = match sheet.columns.layout {
        Some(_) => &['/', ':', '|'][..],
        None => &['/'][..],
    };
    signs.iter().filter_map(move |sign| {
        let (order, line) = text.rsplit_once(*sign)?;
        Some((order.trim(), line.trim()))
    })
}

/// The note of a row, then the tags that name nothing, in brackets.
pub(super) fn note(sheet: &Sheet, row: &SheetRow, used: &[String]) -> Option<String> {
    let mut note = sheet.cell(row, "note").unwrap_or_default();
    if !sheet.has("tags") && !sheet.has("words") {
        return (!note.is_empty()).then_some(note);
    }
    // a summary that begins with its order's number
    if sheet.cell(row, "words").is_some()
        && let Some((first, rest)) = note.split_once(char::is_whitespace)
        && used
            .iter()
            .any(|used| first.trim_start_matches('#') == used)
    {
        note = rest.trim().to_owned();
    }
    let tags = sheet.tags(row).into_iter();
    let tags: Vec<String> = tags.filter(|tag| !used.contains(tag)).collect();
    if !tags.is_empty() {
        let blank = if note.is_empty() { "" } else { " " };
        note = format!("{note}{blank}[{}]", tags.join(", "));
    }
    (!note.is_empty()).then_some(note)
}

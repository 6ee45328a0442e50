//! The line item that a row means.

use super::Named;
use super::texts::words;
use crate::error::{Error, Result};
use crate::intake::{Sheet, SheetRow};
use crate::models::{LineItem, WorkOrder};
use crate::text::{self, name_key};

/// A line item by its description, else by its position.
pub(super) fn find_line<'l>(lines: &'l [LineItem], text: &str) -> Option<&'l LineItem> {
    let wanted = name_key(text);
    lines
        .iter()
        .filter(|line| name_key(&line.description) == wanted)
        .min_by_key(|line| line.deleted_at.is_some())
        .or_else(|| lines.iter().find(|line| line.position.to_string() == text))
}

pub(super) enum Line<'l> {
    Of(&'l LineItem),
    /// Nothing names one.
    Only(Result<&'l LineItem>),
    /// The value of this target is none.
    Unknown(&'static str, String),
}

/// The line item of a row: what its order's text, its column, a tag or a word names, else
/// the only one that takes time.
pub(super) fn line<'l>(
    sheet: &Sheet,
    row: &SheetRow,
    named: &Named<'_>,
    lines: &'l [LineItem],
    used: &mut Vec<String>,
) -> Line<'l> {
    if let Some(line) = named
        .line
        .as_deref()
        .and_then(|line| find_line(lines, line))
    {
        return Line::Of(line);
    }
    for target in ["line", "task"] {
        if let Some(value) = sheet.cell(row, target) {
            return match find_line(lines, &value) {
                Some(line) => Line::Of(line),
                None => Line::Unknown(target, value),
            };
        }
    }
    if sheet.columns.layout.is_some() {
        let by_text = |text: &str| {
            let wanted = name_key(text);
            let same = |line: &&LineItem| name_key(&line.description) == wanted;
            lines.iter().find(same)
        };
        let tags = sheet.tags(row);
        if let Some((tag, line)) = tags.iter().find_map(|tag| Some((tag, by_text(tag)?))) {
            used.push(tag.clone());
            return Line::Of(line);
        }
        let mut found: Vec<&LineItem> = words(sheet, row)
            .iter()
            .filter_map(|word| by_text(word))
            .collect();
        found.dedup_by_key(|line| line.id);
        if let [line] = found.as_slice() {
            return Line::Of(line);
        }
    }
    Line::Only(only(named.order, lines))
}

/// The only line item that takes time. One that is alone is taken in any state, so that
/// its own refusal is said.
fn only<'l>(order: &WorkOrder, lines: &'l [LineItem]) -> Result<&'l LineItem> {
    let takes_time = |line: &&LineItem| line.deleted_at.is_none() && line.status.takes_time();
    let open: Vec<&LineItem> = lines.iter().filter(takes_time).collect();
    match (open.as_slice(), lines) {
        ([line], _) => Ok(line),
        ([], [line]) => Ok(line),
        (open, _) => Err(Error::data(format!(
            "work order {} has {}: the row must name one",
            order.number,
            text::counted(open.len(), "open line item", "open line items")
        ))),
    }
}

//! Who approved the time of an order, and when.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::text::clean_line;
use crate::export::model::OrderSheet;
use crate::text;

/// Time that one person approved.
struct Approval<'d> {
    by: &'d str,
    first: DateTime<Utc>,
    last: DateTime<Utc>,
    entries: usize,
}

/// A sentence for each person who approved, in the order of their first approval, then
/// one for unapproved time (false).
pub fn approvals(zone: Tz, order: &OrderSheet) -> Vec<(bool, String)> {
    let mut found: Vec<Approval<'_>> = Vec::new();
    let mut open = 0;
    let mut all = 0;
    for entry in order.lines.iter().flat_map(|line| &line.entries) {
        all += 1;
        let (Some(by), Some(at), true) = (&entry.approved_by, entry.approved_at, entry.locked)
        else {
            open += 1;
            continue;
        };
        match found.iter_mut().find(|approval| approval.by == by) {
            Some(approval) => {
                approval.first = approval.first.min(at);
                approval.last = approval.last.max(at);
                approval.entries += 1;
            }
            None => found.push(Approval {
                by,
                first: at,
                last: at,
                entries: 1,
            }),
        }
    }
    found.sort_by_key(|approval| (approval.first, approval.by));
    let mut sentences: Vec<_> = found
        .into_iter()
        .map(|approval| (true, approval.sentence(zone, all)))
        .collect();
    if open > 0 {
        sentences.push((false, format!("Not approved: {}", entries(open, all))));
    }
    sentences
}

impl Approval<'_> {
    fn sentence(&self, zone: Tz, all: usize) -> String {
        let minute = |at: DateTime<Utc>| {
            let at = at.with_timezone(&zone);
            at.format("%F %H:%M %:z").to_string()
        };
        let (first, last) = (minute(self.first), minute(self.last));
        let when = if first == last {
            first
        } else {
            format!("{first} to {last}")
        };
        format!(
            "Approved: the time above was reviewed and locked by {}, {when} ({})",
            clean_line(self.by),
            entries(self.entries, all)
        )
    }
}

/// `3 entries`, or `2 of 3 entries`.
fn entries(some: usize, all: usize) -> String {
    let all_entries = text::counted(all, "entry", "entries");
    match some == all {
        true => all_entries,
        false => format!("{some} of {all_entries}"),
    }
}

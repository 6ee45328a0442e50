//! Who approved the time of a document, and on which days.

use chrono::NaiveDate;

use super::locale::Locale;
use super::text::clean_line;
use super::words::Word;
use crate::export::model::Document;

/// Time that one person approved.
struct Approval<'d> {
    /// None: names are hidden.
    by: Option<&'d str>,
    first: NaiveDate,
    last: NaiveDate,
    entries: usize,
}

/// A sentence for each person who approved, in the order of their first approval, then
/// one for unapproved time (false).
pub fn approvals(locale: Locale, document: &Document) -> Vec<(bool, String)> {
    let mut found: Vec<Approval<'_>> = Vec::new();
    let (mut open, mut all) = (0, 0);
    for entry in document.time_entries() {
        all += 1;
        let (Some(by), Some(at), true) = (&entry.approved_by, entry.approved_at, entry.locked)
        else {
            open += 1;
            continue;
        };
        let by = Some(by.as_str()).filter(|_| !document.options.hide_names);
        let day = document.day(at);
        match found.iter_mut().find(|approval| approval.by == by) {
            Some(approval) => {
                approval.first = approval.first.min(day);
                approval.last = approval.last.max(day);
                approval.entries += 1;
            }
            None => found.push(Approval {
                by,
                first: day,
                last: day,
                entries: 1,
            }),
        }
    }
    found.sort_by_key(|approval| (approval.first, approval.by));
    let approved = found.iter().map(|one| (true, one.sentence(locale, all)));
    let open = (open > 0).then(|| {
        let some = locale.sentence(Word::SomeOf, &[&open, &all]);
        (false, locale.sentence(Word::NotApprovedSome, &[&some]))
    });
    approved.chain(open).collect()
}

impl Approval<'_> {
    fn sentence(&self, locale: Locale, all: usize) -> String {
        let days = locale.days(self.first, self.last);
        let sentence = match self.by {
            Some(by) => locale.sentence(Word::ApprovedBy, &[&clean_line(by), &days]),
            None => locale.sentence(Word::Approved, &[&days]),
        };
        match self.entries == all {
            true => sentence,
            false => {
                let some = locale.sentence(Word::SomeOf, &[&self.entries, &all]);
                format!("{sentence} ({some})")
            }
        }
    }
}

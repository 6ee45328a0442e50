//! What an exported document holds, whatever its format.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::models::Language;
use crate::time::DayRange;

/// An entire document: one or several work orders at one instant.
#[derive(Debug, Clone)]
pub struct Document {
    pub letterhead: Letterhead,
    pub source: Source,
    pub options: DocumentOptions,
    /// The days that were selected.
    pub period: DayRange,
    /// Contains unapproved time: every page says so.
    pub draft: bool,
    /// The rule of two pairs of eyes is switched off: the document says so.
    pub own_approval_allowed: bool,
    pub orders: Vec<OrderSheet>,
}

/// Who sends a document, and how it is written: from the settings, or frozen with a bill.
#[derive(Debug, Clone)]
pub struct Letterhead {
    pub organisation: Option<String>,
    /// One or several lines.
    pub address: Option<String>,
    /// The bytes of a PNG file.
    pub logo: Option<Arc<[u8]>>,
    /// One or several lines at the foot of every page.
    pub footer: Option<String>,
    pub language: Language,
    /// The zone every printed time is in.
    pub zone: Tz,
}

/// What the time of a document was taken from, and how a reader verifies it.
#[derive(Debug, Clone)]
pub enum Source {
    /// The data as it is, with the seal of the audit trail: 64 hexadecimal digits.
    Export {
        seal: String,
    },
    /// Time that its own technician exports.
    OwnRecord,
    Bill(BillHead),
}

#[derive(Debug, Clone)]
pub struct BillHead {
    pub number: i64,
    pub reference: Option<String>,
    /// The numbers of the cancelled bills that it stands for.
    pub replaces: Vec<i64>,
    pub made_at: DateTime<Utc>,
    /// Every page says so.
    pub cancelled: bool,
    /// Of its lines, 64 hexadecimal digits.
    pub lines_sha256: String,
}

/// What the person who exports chooses about a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentOptions {
    pub paper: Paper,
    pub hide_notes: bool,
    pub hide_names: bool,
    pub hide_times: bool,
    /// What stands under the lines to sign on.
    pub signatures: Vec<String>,
}

impl DocumentOptions {
    /// What differs from the defaults.
    pub fn given(&self) -> Vec<String> {
        let hidden = [
            (self.hide_notes, "notes"),
            (self.hide_names, "names"),
            (self.hide_times, "times"),
        ];
        let hidden: Vec<&str> = hidden
            .into_iter()
            .filter_map(|(hide, what)| hide.then_some(what))
            .collect();
        let paper = (self.paper == Paper::Letter).then(|| "paper=letter".to_owned());
        let hide = (!hidden.is_empty()).then(|| format!("hide={}", hidden.join(",")));
        let signatures = self
            .signatures
            .iter()
            .map(|label| format!("signature={label}"));
        paper.into_iter().chain(hide).chain(signatures).collect()
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Paper {
    #[default]
    A4,
    Letter,
}

/// An order without its status: once it is billed, its document is still the
/// one that was handed over.
#[derive(Debug, Clone)]
pub struct OrderSheet {
    pub number: String,
    pub title: String,
    pub customer: String,
    pub lines: Vec<LineSheet>,
}

#[derive(Debug, Clone)]
pub struct LineSheet {
    pub position: i32,
    pub description: String,
    pub entries: Vec<EntrySheet>,
}

#[derive(Debug, Clone)]
pub struct EntrySheet {
    /// The login of the person who worked; names may be the same.
    pub user: String,
    /// The full name of the person who worked.
    pub user_name: String,
    pub start_ts: DateTime<Utc>,
    /// None: the timer runs (only in a draft).
    pub end_ts: Option<DateTime<Utc>>,
    /// None: the timer runs (only in a draft).
    pub duration_seconds: Option<i64>,
    pub note: Option<String>,
    /// Locked by an approval; false only in a draft.
    pub locked: bool,
    /// Belongs to the time of an earlier bill.
    pub late: bool,
    /// The number of the active bill that it is on.
    pub bill: Option<i64>,
    /// The full name of the person who approved, with the login.
    pub approved_by: Option<String>,
    pub approved_at: Option<DateTime<Utc>>,
}

impl Document {
    /// How many entries it lists.
    pub fn entries(&self) -> i64 {
        i64::try_from(self.time_entries().count()).unwrap_or(i64::MAX)
    }

    /// The seconds that its entries add up to.
    pub fn seconds(&self) -> i64 {
        seconds(self.time_entries())
    }

    /// All entries, in the order of the pages.
    pub fn time_entries(&self) -> impl Iterator<Item = &EntrySheet> {
        self.orders.iter().flat_map(OrderSheet::time_entries)
    }

    /// The day of a point in time, where the sender is.
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.letterhead.zone).date_naive()
    }
}

impl OrderSheet {
    pub fn time_entries(&self) -> impl Iterator<Item = &EntrySheet> {
        self.lines.iter().flat_map(|line| &line.entries)
    }

    pub fn seconds(&self) -> i64 {
        seconds(self.time_entries())
    }
}

impl LineSheet {
    pub fn seconds(&self) -> i64 {
        seconds(&self.entries)
    }
}

fn seconds<'e>(entries: impl IntoIterator<Item = &'e EntrySheet>) -> i64 {
    let entries = entries.into_iter();
    entries.filter_map(|entry| entry.duration_seconds).sum()
}

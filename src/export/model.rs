//! What an exported document holds, whatever its format.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// An entire document: one or several work orders at one instant.
#[derive(Debug, Clone)]
pub struct Document {
    /// From the settings; printed at the top if set.
    pub organisation: Option<String>,
    /// The zone every printed time is in.
    pub zone: Tz,
    /// Such as `2026-03-01 to 2026-03-31`, where the export was of a period.
    pub period: Option<String>,
    /// The seal of the audit trail, 64 hexadecimal digits; None: a technician's own record.
    pub seal: Option<String>,
    /// Contains unapproved time: every page says so.
    pub draft: bool,
    /// The rule of two pairs of eyes is switched off: the document says so.
    pub own_approval_allowed: bool,
    pub orders: Vec<OrderSheet>,
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
    pub id: i64,
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
        self.time_entries()
            .filter_map(|entry| entry.duration_seconds)
            .sum()
    }

    /// All entries, in the order of the pages.
    pub fn time_entries(&self) -> impl Iterator<Item = &EntrySheet> {
        self.orders
            .iter()
            .flat_map(|order| &order.lines)
            .flat_map(|line| &line.entries)
    }
}

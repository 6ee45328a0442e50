//! States of the data that need attention before billing.
//!
//! Each kind is one query, and all run on one snapshot. Their cost grows with the
//! findings, not the tables: each starts from an index that holds little else.

pub mod html;
pub mod prometheus;
mod queries;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::connection::SimpleConnection;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text, Timestamptz};
use serde::Serialize;

use crate::error::Result;
use crate::ledger::Tx;
use crate::models::{Role, text_enum};
use crate::text;

text_enum! {
    /// The kinds of exceptions.
    pub enum Kind {
        /// Timers that run longer than the limit
        StaleTimer = "stale_timer",
        /// Finished entries that are longer than the limit and not approved
        LongEntry = "long_entry",
        /// Orders that are ready to bill and have unapproved time
        UnapprovedReadyToBill = "unapproved_ready_to_bill",
        /// Entries that were unlocked and not approved again
        EditedAfterApproval = "edited_after_approval",
        /// Line items that are done and have no time
        DoneWithoutTime = "done_without_time",
        /// Approved time that is due but on no bill, or on a cancelled order
        UnbilledTime = "unbilled_time",
        /// Rows that still exist under removed ones
        Orphaned = "orphaned",
    }
}

impl Kind {
    /// Its SQL; `$1` is the limit.
    pub fn query(self) -> &'static str {
        match self {
            Self::StaleTimer => queries::STALE_TIMER,
            Self::LongEntry => queries::LONG_ENTRY,
            Self::UnapprovedReadyToBill => queries::UNAPPROVED_READY_TO_BILL,
            Self::EditedAfterApproval => queries::EDITED_AFTER_APPROVAL,
            Self::DoneWithoutTime => queries::DONE_WITHOUT_TIME,
            Self::UnbilledTime => queries::UNBILLED_TIME,
            Self::Orphaned => queries::ORPHANED,
        }
    }
}

/// One finding: where, the values that prove it, and what to type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, QueryableByName)]
pub struct Finding {
    #[diesel(sql_type = Text)]
    pub kind: Kind,
    #[diesel(sql_type = Text)]
    pub work_order: String,
    #[diesel(sql_type = Text)]
    pub title: String,
    #[diesel(sql_type = Nullable<Integer>)]
    pub line_item: Option<i32>,
    #[diesel(sql_type = Nullable<Text>)]
    pub line_description: Option<String>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub entry_id: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    pub user: Option<String>,
    /// When it began: the timer, the entry, the unlock, the removal.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub since: Option<DateTime<Utc>>,
    /// Live entries that the finding is about.
    #[diesel(sql_type = BigInt)]
    pub entries: i64,
    /// Seconds that the finding is about; of a timer, so far.
    #[diesel(sql_type = BigInt)]
    pub duration_seconds: i64,
    #[diesel(sql_type = Text)]
    pub detail: String,
    /// Approved again since: listed, no longer an exception.
    #[diesel(sql_type = Bool)]
    pub resolved: bool,
    #[diesel(sql_type = Text)]
    pub fix: String,
    /// Findings of this kind, resolved ones too, shown or not.
    #[diesel(sql_type = BigInt)]
    pub kind_total: i64,
}

/// The findings of one kind.
#[derive(Debug, Clone)]
pub struct KindFindings {
    pub count: Count,
    /// The worst, at most as many as were asked for.
    pub findings: Vec<Finding>,
}

impl KindFindings {
    /// How many there are, if not all are shown.
    pub fn total_if_cut(&self) -> Option<i64> {
        let shown = i64::try_from(self.findings.len()).unwrap_or(i64::MAX);
        Some(self.count.findings + self.count.resolved).filter(|total| *total > shown)
    }
}

/// What was found, and of what.
#[derive(Debug, Clone)]
pub struct Report {
    pub found: Vec<KindFindings>,
    pub organisation: Option<String>,
    /// The server's clock when all of it was read.
    pub now: DateTime<Utc>,
    pub zone: Tz,
    /// Seconds.
    pub stale_after: i64,
}

impl Report {
    /// Findings that are not resolved, shown or not.
    pub fn total(&self) -> i64 {
        self.found.iter().map(|found| found.count.findings).sum()
    }
}

/// How much there is of one kind, shown or not.
#[derive(Debug, Clone, Serialize)]
pub struct Count {
    pub kind: Kind,
    /// Not resolved.
    pub findings: i64,
    pub resolved: i64,
    /// When the oldest unresolved one began.
    pub oldest: Option<DateTime<Utc>>,
}

impl Finding {
    /// The order or the line item.
    pub fn place(&self) -> String {
        match self.line_item {
            Some(position) => format!("{}/{position}", self.work_order),
            None => self.work_order.clone(),
        }
    }

    /// The text of the line item, or the title of the order.
    pub fn work(&self) -> &str {
        self.line_description.as_deref().unwrap_or(&self.title)
    }
}

pub struct Question {
    /// Empty: all kinds.
    pub kinds: Vec<Kind>,
    /// Seconds; None: the setting.
    pub stale_after: Option<i64>,
    /// Also what was approved again since then.
    pub resolved_since: Option<DateTime<Utc>>,
    /// At most this many of each kind; None: all.
    pub limit: Option<i64>,
}

/// A row of a query: a finding and the counts of its kind.
#[derive(QueryableByName)]
struct FindingRow {
    #[diesel(embed)]
    finding: Finding,
    #[diesel(sql_type = BigInt)]
    findings: i64,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    oldest: Option<DateTime<Utc>>,
}

/// All kinds asked for, in their order; of each the oldest findings first.
pub fn find(tx: &mut Tx<'_>, question: &Question, zone: Tz) -> Result<Report> {
    tx.require(
        &[Role::Admin, Role::Accountant, Role::Ops],
        "see the exceptions",
    )?;
    let stale_after = question.stale_after.unwrap_or(tx.settings.stale_after);
    let limit = tx.settings.stale_after;
    // compiling a query takes longer than all of them together
    tx.conn.batch_execute("SET LOCAL jit = off")?;
    let wanted = |kind: &Kind| question.kinds.is_empty() || question.kinds.contains(kind);
    let found = Kind::ALL.into_iter().filter(wanted).map(|kind| {
        let query = diesel::sql_query(kind.query())
            .into_boxed::<Pg>()
            .bind::<Nullable<BigInt>, _>(question.limit);
        let query = match kind {
            Kind::StaleTimer | Kind::LongEntry => query.bind::<BigInt, _>(stale_after),
            Kind::EditedAfterApproval => {
                query.bind::<Nullable<Timestamptz>, _>(question.resolved_since)
            }
            Kind::UnapprovedReadyToBill
            | Kind::DoneWithoutTime
            | Kind::UnbilledTime
            | Kind::Orphaned => query,
        };
        let rows: Vec<FindingRow> = query.load(tx.conn)?;
        let first = rows.first();
        let findings = first.map_or(0, |row| row.findings);
        let count = Count {
            kind,
            findings,
            resolved: first.map_or(0, |row| row.finding.kind_total) - findings,
            oldest: first.and_then(|row| row.oldest),
        };
        let findings = rows.into_iter().map(|row| filled_in(row.finding, limit));
        Ok(KindFindings {
            count,
            findings: findings.collect(),
        })
    });
    Ok(Report {
        found: found.collect::<Result<_>>()?,
        organisation: tx.settings.organisation.clone(),
        now: tx.now,
        zone,
        stale_after,
    })
}

/// Puts the subject of the finding into its command, quoted for a shell. Time that is longer
/// than `limit` is approved only with a word more.
fn filled_in(mut finding: Finding, limit: i64) -> Finding {
    let order = &finding.work_order;
    let words: Vec<String> = finding
        .fix
        .split(' ')
        .map(|word| match (word, finding.line_item, finding.entry_id) {
            ("ORDER", _, _) => text::shell_word(order),
            ("LINE", Some(position), _) => text::shell_word(&format!("{order}/{position}")),
            ("ENTRY", _, Some(id)) => id.to_string(),
            ("USER", _, _) => text::shell_word(finding.user.as_deref().unwrap_or_default()),
            _ => word.to_owned(),
        })
        .collect();
    finding.fix = words.join(" ");
    if finding.fix.starts_with("wl approve --entry ") && finding.duration_seconds > limit {
        finding.fix += " --accept-long";
    }
    finding
}

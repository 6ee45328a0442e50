//! States of the data that somebody must look at before billing.
//!
//! Five kinds, each one query, all on one snapshot. Each query starts from a
//! partial index that holds little but findings.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text, Timestamptz};
use serde::Serialize;

use crate::error::Result;
use crate::ledger::Tx;
use crate::models::Role;

/// The kinds of exceptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum Kind {
    /// Timers running longer than the limit
    StaleTimer,
    /// Orders ready to bill with time that is not approved
    UnapprovedReadyToBill,
    /// Entries unlocked after an approval and not approved again
    EditedAfterApproval,
    /// Line items that are done with zero seconds
    DoneWithoutTime,
    /// Live rows under removed ones
    Orphaned,
}

impl Kind {
    pub const ALL: [Self; 5] = [
        Self::StaleTimer,
        Self::UnapprovedReadyToBill,
        Self::EditedAfterApproval,
        Self::DoneWithoutTime,
        Self::Orphaned,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::StaleTimer => "stale_timer",
            Self::UnapprovedReadyToBill => "unapproved_ready_to_bill",
            Self::EditedAfterApproval => "edited_after_approval",
            Self::DoneWithoutTime => "done_without_time",
            Self::Orphaned => "orphaned",
        }
    }
}

/// One finding: where, the values that prove it, and what to type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, QueryableByName)]
pub struct Finding {
    #[diesel(sql_type = Text)]
    pub kind: String,
    #[diesel(sql_type = Text)]
    pub work_order: String,
    #[diesel(sql_type = Nullable<Integer>)]
    pub line_item: Option<i32>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub entry_id: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    pub user: Option<String>,
    /// When it began: the timer, the unlock, the removal.
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
}

pub struct Question {
    /// Empty: all kinds.
    pub kinds: Vec<Kind>,
    /// Seconds.
    pub stale_after: i64,
    /// Also what was approved again since then.
    pub resolved_since: Option<DateTime<Utc>>,
}

/// All findings, kind by kind, the oldest first.
pub fn find(tx: &mut Tx<'_>, question: &Question) -> Result<Vec<Finding>> {
    tx.require(
        &[Role::Admin, Role::Accountant, Role::Ops],
        "see the exceptions",
    )?;
    let mut findings = Vec::new();
    for kind in Kind::ALL {
        if !question.kinds.is_empty() && !question.kinds.contains(&kind) {
            continue;
        }
        findings.extend(match kind {
            Kind::StaleTimer => diesel::sql_query(STALE_TIMER)
                .bind::<BigInt, _>(question.stale_after)
                .load::<Finding>(tx.conn)?,
            Kind::UnapprovedReadyToBill => {
                diesel::sql_query(UNAPPROVED_READY_TO_BILL).load(tx.conn)?
            }
            Kind::EditedAfterApproval => diesel::sql_query(EDITED_AFTER_APPROVAL)
                .bind::<Nullable<Timestamptz>, _>(question.resolved_since)
                .load(tx.conn)?,
            Kind::DoneWithoutTime => diesel::sql_query(DONE_WITHOUT_TIME).load(tx.conn)?,
            Kind::Orphaned => diesel::sql_query(ORPHANED).load(tx.conn)?,
        });
    }
    Ok(findings)
}

const STALE_TIMER: &str = "
    SELECT 'stale_timer' AS kind, o.number AS work_order, l.position AS line_item, e.id AS entry_id,
        u.db_role::text AS \"user\", e.start_ts AS since, 1::bigint AS entries,
        floor(extract(epoch FROM (now() - e.start_ts)))::bigint AS duration_seconds,
        'the timer was never stopped' AS detail, false AS resolved,
        format('wl timer stop --user %s --at TIME --reason TEXT', u.db_role) AS fix
    FROM wl.time_entries e
    JOIN wl.work_orders o ON o.id = e.work_order_id
    JOIN wl.line_items l ON l.id = e.line_item_id
    JOIN wl.users u ON u.id = e.user_id
    WHERE e.end_ts IS NULL AND e.deleted_at IS NULL AND e.start_ts < now() - make_interval(secs => $1)
    ORDER BY e.start_ts, e.id";

const UNAPPROVED_READY_TO_BILL: &str = "
    SELECT 'unapproved_ready_to_bill' AS kind, o.number AS work_order, NULL::int AS line_item,
        NULL::bigint AS entry_id, NULL AS \"user\", min(e.start_ts) AS since, count(*) AS entries,
        coalesce(sum(e.duration_seconds), 0)::bigint AS duration_seconds,
        CASE count(*) WHEN 1 THEN '1 entry' ELSE count(*) || ' entries' END || ' not approved'
            || CASE WHEN bool_or(e.end_ts IS NULL) THEN ', a timer runs' ELSE '' END AS detail,
        false AS resolved, format('wl approve %s', o.number) AS fix
    FROM wl.work_orders o
    JOIN wl.time_entries e ON e.work_order_id = o.id AND e.status = 'OPEN' AND e.deleted_at IS NULL
    WHERE o.status = 'ready_to_bill' AND o.deleted_at IS NULL
    GROUP BY o.id
    ORDER BY min(e.start_ts), o.id";

const EDITED_AFTER_APPROVAL: &str = "
    SELECT 'edited_after_approval' AS kind, o.number AS work_order, l.position AS line_item, e.id AS entry_id,
        u.db_role::text AS \"user\", e.edited_at AS since, 1::bigint AS entries,
        coalesce(e.duration_seconds, 0) AS duration_seconds,
        format('%s by %s: %s', CASE WHEN e.status = 'OPEN' THEN 'unlocked or changed' ELSE 'approved again after a change' END,
            b.db_role, e.edited_reason) AS detail,
        e.status = 'LOCKED' AS resolved,
        CASE WHEN e.status = 'OPEN' THEN format('wl approve --entry %s', e.id) ELSE '' END AS fix
    FROM (
        SELECT e.id, e.work_order_id, e.line_item_id, e.user_id, e.status, e.duration_seconds, 
            e.edited_at, e.edited_by, e.edited_reason
        FROM wl.time_entries e
        WHERE e.approvals > 0 AND e.status = 'OPEN' AND e.deleted_at IS NULL
        UNION ALL
        SELECT e.id, e.work_order_id, e.line_item_id, e.user_id, e.status, e.duration_seconds, 
            e.edited_at, e.edited_by, e.edited_reason
        FROM wl.time_entries e
        WHERE e.approvals > 1 AND e.status = 'LOCKED' AND e.approved_at >= $1
    ) e
    JOIN wl.work_orders o ON o.id = e.work_order_id
    JOIN wl.line_items l ON l.id = e.line_item_id
    JOIN wl.users u ON u.id = e.user_id
    LEFT JOIN wl.users b ON b.id = e.edited_by
    ORDER BY resolved, e.edited_at, e.id";

const DONE_WITHOUT_TIME: &str = "
    SELECT 'done_without_time' AS kind, o.number AS work_order, l.position AS line_item, NULL::bigint AS entry_id,
        NULL AS \"user\", NULL::timestamptz AS since,
        (SELECT count(*) FROM wl.time_entries e WHERE e.line_item_id = l.id AND e.deleted_at IS NULL) AS entries,
        0::bigint AS duration_seconds, 'the line item is done with zero seconds' AS detail, false AS resolved,
        format('wl line status %s/%s open', o.number, l.position) AS fix
    FROM wl.line_items l
    JOIN wl.work_orders o ON o.id = l.work_order_id AND o.deleted_at IS NULL
    WHERE l.status = 'done' AND l.deleted_at IS NULL AND NOT EXISTS (SELECT FROM wl.time_entries e
        WHERE e.line_item_id = l.id AND e.deleted_at IS NULL AND e.duration_seconds > 0)
    ORDER BY o.id, l.position";

const ORPHANED: &str = "
    SELECT 'orphaned' AS kind, o.number AS work_order, l.position AS line_item, e.id AS entry_id,
        u.db_role::text AS \"user\", d.since, (e.id IS NOT NULL)::int::bigint AS entries,
        coalesce(e.duration_seconds, 0) AS duration_seconds, d.detail, false AS resolved, d.fix
    FROM (
        SELECT l.id AS line_id, NULL::bigint AS entry_id, o.deleted_at AS since,
            'the work order of this line item is removed' AS detail,
            format('wl order restore %s', o.number) AS fix
        FROM wl.work_orders o
        JOIN wl.line_items l ON l.work_order_id = o.id AND l.deleted_at IS NULL
        WHERE o.deleted_at IS NOT NULL
        UNION ALL
        SELECT e.line_item_id, e.id, o.deleted_at, 'the work order of this time is removed',
            format('wl order restore %s', o.number)
        FROM wl.work_orders o
        JOIN wl.time_entries e ON e.work_order_id = o.id AND e.deleted_at IS NULL
        WHERE o.deleted_at IS NOT NULL
        UNION ALL
        SELECT e.line_item_id, e.id, l.deleted_at, 'the line item of this time is removed',
            format('wl line restore %s/%s', o.number, l.position)
        FROM wl.line_items l
        JOIN wl.work_orders o ON o.id = l.work_order_id
        JOIN wl.time_entries e ON e.line_item_id = l.id AND e.deleted_at IS NULL
        WHERE l.deleted_at IS NOT NULL
        UNION ALL
        SELECT e.line_item_id, e.id, u.deleted_at, CASE WHEN e.end_ts IS NULL THEN 'a removed user has this timer'
            ELSE 'the user of this unapproved time is removed' END,
            CASE WHEN e.end_ts IS NULL THEN format('wl timer stop --user %s --reason TEXT', u.db_role)
            ELSE format('wl approve --entry %s', e.id) END
        FROM wl.users u
        JOIN wl.time_entries e ON e.user_id = u.id AND e.status = 'OPEN' AND e.deleted_at IS NULL
        WHERE u.deleted_at IS NOT NULL
    ) d
    JOIN wl.line_items l ON l.id = d.line_id
    JOIN wl.work_orders o ON o.id = l.work_order_id
    LEFT JOIN wl.time_entries e ON e.id = d.entry_id
    LEFT JOIN wl.users u ON u.id = e.user_id
    ORDER BY d.since, o.id, l.position, e.id";

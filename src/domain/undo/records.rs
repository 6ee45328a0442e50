//! What the trail says of an operation and of the entries that it changed.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Nullable, Text, Timestamptz};

use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::models::{Action, Entity, Role};

/// Begins the ID of an operation that undoes another one.
pub(super) const PREFIX: &str = "undo:";

/// Of the ID of an operation, so that there is room for the prefix.
pub(super) const LONGEST: usize = 95;

pub(super) fn is_undo(operation: &str) -> bool {
    operation.starts_with(PREFIX)
}

/// A record of an operation.
#[derive(Debug, QueryableByName)]
pub(super) struct Record {
    #[diesel(sql_type = Text)]
    pub action: Action,
    #[diesel(sql_type = Text)]
    pub entity_type: Entity,
    #[diesel(sql_type = BigInt)]
    pub entity_id: i64,
    #[diesel(sql_type = BigInt)]
    pub entity_version: i64,
    #[diesel(sql_type = Timestamptz)]
    pub at: DateTime<Utc>,
}

/// A version of an entry, and who made it.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub(super) struct Version {
    #[diesel(sql_type = BigInt)]
    pub entry: i64,
    #[diesel(sql_type = BigInt)]
    pub version: i64,
    #[diesel(sql_type = Text)]
    pub op_id: String,
    #[diesel(sql_type = Text)]
    pub action: Action,
    #[diesel(sql_type = BigInt)]
    pub actor_id: i64,
    #[diesel(sql_type = Text)]
    pub actor: String,
    #[diesel(sql_type = Timestamptz)]
    pub at: DateTime<Utc>,
    #[diesel(sql_type = BigInt)]
    pub user_id: i64,
    #[diesel(sql_type = BigInt)]
    pub work_order_id: i64,
    #[diesel(sql_type = BigInt)]
    pub line_item_id: i64,
    #[diesel(sql_type = Timestamptz)]
    pub start_ts: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub end_ts: Option<DateTime<Utc>>,
    #[diesel(sql_type = Bool)]
    pub locked: bool,
    #[diesel(sql_type = Bool)]
    pub removed: bool,
    #[diesel(sql_type = Nullable<Text>)]
    pub note: Option<String>,
    /// The number of the entry's newest version.
    #[diesel(sql_type = BigInt)]
    pub newest: i64,
}

/// The versions of some entries, oldest first.
pub(super) type History = HashMap<i64, Vec<Version>>;

impl Record {
    pub fn is_time(&self) -> bool {
        self.entity_type == Entity::TimeEntry
    }

    /// The entry as this record left it.
    pub fn after<'h>(&self, history: &'h History) -> Option<&'h Version> {
        self.version(history, self.entity_version)
    }

    pub fn before<'h>(&self, history: &'h History) -> Option<&'h Version> {
        self.version(history, self.entity_version - 1)
    }

    fn version<'h>(&self, history: &'h History, number: i64) -> Option<&'h Version> {
        let mut versions = history.get(&self.entity_id)?.iter();
        versions.find(|version| version.version == number)
    }
}

impl Version {
    /// The same time on the same line item, whoever wrote it.
    pub fn is_same(&self, other: &Self) -> bool {
        let content = |version: &Self| {
            (
                version.work_order_id,
                version.line_item_id,
                version.start_ts,
                version.end_ts,
                version.locked,
                version.removed,
                version.note.clone(),
            )
        };
        content(self) == content(other)
    }
}

/// The actor's newest operation that neither undoes another one nor is undone.
pub fn newest(tx: &mut Tx<'_>) -> Result<Option<String>> {
    tx.require(&[Role::Technician, Role::Admin], "undo time")?;
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = Text)]
        op_id: String,
    }
    let found: Option<Found> = diesel::sql_query(
        "SELECT r.op_id FROM wl.audit_log r
         WHERE r.actor_id = $1 AND NOT starts_with(r.op_id, $2)
           AND NOT EXISTS (SELECT FROM wl.audit_log u WHERE u.op_id = $2 || r.op_id AND u.actor_id = r.actor_id)
         ORDER BY r.chain_seq DESC LIMIT 1",
    )
    .bind::<BigInt, _>(tx.actor.id)
    .bind::<Text, _>(PREFIX)
    .get_result(tx.conn)
    .optional()?;
    Ok(found.map(|found| found.op_id))
}

/// The actor's records of an operation, in their order.
pub(super) fn of(tx: &mut Tx<'_>, operation: &str) -> Result<Vec<Record>> {
    Ok(diesel::sql_query(
        "SELECT r.action, r.entity_type, r.entity_id, r.entity_version, r.at FROM wl.audit_log r
         WHERE r.op_id = $1 AND r.actor_id = $2 ORDER BY r.chain_seq",
    )
    .bind::<Text, _>(operation)
    .bind::<BigInt, _>(tx.actor.id)
    .load(tx.conn)?)
}

/// These entries, and the timers that went on where an undo could not let them run again.
pub(super) fn with_continuations(tx: &mut Tx<'_>, entries: &[i64]) -> Result<Vec<i64>> {
    #[derive(QueryableByName)]
    struct Entry {
        #[diesel(sql_type = BigInt)]
        id: i64,
    }
    let found: Vec<Entry> = diesel::sql_query(
        "WITH RECURSIVE family (id) AS (
            SELECT unnest($1)
            UNION
            SELECT c.entity_id FROM family f
            JOIN wl.audit_log s ON s.entity_type = 'time_entry' AND s.entity_id = f.id AND s.actor_id = $2
                AND s.action IN ('timer.stop', 'timer.auto_stop')
            JOIN wl.audit_log c ON c.op_id = $3 || s.op_id AND c.actor_id = $2 AND c.action = 'timer.start')
         SELECT f.id FROM family f ORDER BY f.id",
    )
    .bind::<Array<BigInt>, _>(entries)
    .bind::<BigInt, _>(tx.actor.id)
    .bind::<Text, _>(PREFIX)
    .load(tx.conn)?;
    Ok(found.into_iter().map(|entry| entry.id).collect())
}

/// The timer that went on from the end of this one, as it began. None of time that had
/// ended in this version.
pub(super) fn continuation<'h>(history: &'h History, timer: &Version) -> Option<&'h Version> {
    if timer.end_ts.is_some() {
        return None;
    }
    let ended = history.get(&timer.entry)?.iter().find(|version| {
        version.version > timer.version
            && [Action::TimerStop, Action::TimerAutoStop].contains(&version.action)
    })?;
    let undoing = format!("{PREFIX}{}", ended.op_id);
    let firsts = history.values().filter_map(|versions| versions.first());
    firsts
        .filter(|first| first.op_id == undoing && first.action == Action::TimerStart)
        .find(|first| Some(first.start_ts) == ended.end_ts)
}

pub(super) fn history(tx: &mut Tx<'_>, entries: &[i64]) -> Result<History> {
    let versions: Vec<Version> = diesel::sql_query(
        "SELECT r.entity_id AS entry, r.entity_version AS version, r.op_id, r.action, r.actor_id,
            r.actor_login AS actor, r.at, r.note,
            (r.after ->> 'user_id')::bigint AS user_id,
            (r.after ->> 'work_order_id')::bigint AS work_order_id,
            (r.after ->> 'line_item_id')::bigint AS line_item_id,
            (r.after ->> 'start_ts')::timestamptz AS start_ts,
            (r.after ->> 'end_ts')::timestamptz AS end_ts,
            r.after ->> 'status' = 'LOCKED' AS locked,
            r.after ->> 'deleted_at' IS NOT NULL AS removed, e.row_version AS newest
         FROM wl.audit_log r JOIN wl.time_entries e ON e.id = r.entity_id
         WHERE r.entity_type = 'time_entry' AND r.entity_id = ANY ($1)
         ORDER BY r.entity_id, r.entity_version",
    )
    .bind::<Array<BigInt>, _>(entries)
    .load(tx.conn)?;
    let mut history = History::new();
    for version in versions {
        history.entry(version.entry).or_default().push(version);
    }
    // what can't be read might be what must not be undone
    match history.iter().find(|(_, versions)| !is_whole(versions)) {
        None => Ok(history),
        Some((entry, _)) => Err(Error::bug(format!(
            "the records of entry {entry} can't all be read"
        ))),
    }
}

fn is_whole(versions: &[Version]) -> bool {
    let numbers = versions.iter().map(|version| version.version);
    versions
        .last()
        .is_some_and(|last| last.version == last.newest)
        && numbers.eq(1..=i64::try_from(versions.len()).unwrap_or(0))
}

/// Who changed a row last, and when, if the actor may see that.
pub(super) fn last_change(
    tx: &mut Tx<'_>,
    entity: Entity,
    id: i64,
) -> Result<Option<(String, DateTime<Utc>)>> {
    #[derive(QueryableByName)]
    struct Change {
        #[diesel(sql_type = Text)]
        actor: String,
        #[diesel(sql_type = Timestamptz)]
        at: DateTime<Utc>,
    }
    let found: Option<Change> = diesel::sql_query(
        "SELECT r.actor_login AS actor, r.at FROM wl.audit_log r
         WHERE r.entity_type = $1 AND r.entity_id = $2 ORDER BY r.entity_version DESC LIMIT 1",
    )
    .bind::<Text, _>(entity)
    .bind::<BigInt, _>(id)
    .get_result(tx.conn)
    .optional()?;
    Ok(found.map(|change| (change.actor, change.at)))
}

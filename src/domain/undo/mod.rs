//! Reversing what a person did last to their own time.
//!
//! An undo is an operation like any other: it writes what the person could write by hand,
//! with the ordinary actions. Its ID is that of the operation that it reverses, after
//! `undo:`, so the trail says what was undone, and nothing is undone twice.
//!
//! All that a person did after the operation that is undone next has been undone before,
//! so its entries are as it left them. There is one exception: time that has ended never
//! runs again. A timer whose end was undone is in several parts from then on, the ended
//! entry and the timers that go on from there, and what is undone next is undone in all of
//! its parts: they are removed and restored together, move to the same line item, and none
//! begins or ends before the start that comes back. Its note is that of the first part.

mod other;
mod records;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt};

pub use self::records::newest;
use self::records::{History, Record, Version};
use super::{entry, timer};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::{Tx, audit, guards};
use crate::models::{Action, Entity, Role};
use crate::rows::{self, EntryRow};
use crate::{text, time};

/// An operation that was undone.
pub struct Undone {
    pub operation: String,
    /// Such as `start` or `entry edit`.
    pub what: &'static str,
    /// When it was done.
    pub at: DateTime<Utc>,
    pub steps: Vec<Step>,
}

/// One change that an undo makes.
pub struct Step {
    pub action: Action,
    /// None: the entry is new.
    pub before: Option<EntryRow>,
    pub after: EntryRow,
}

/// What brings an entry back to where it was.
#[derive(Debug)]
enum Inverse {
    Remove {
        entry: i64,
    },
    Change {
        entry: i64,
        to: Version,
    },
    Restore {
        entry: i64,
    },
    /// Time that has ended never runs again, so a new timer goes on from its end.
    Start {
        order: i64,
        line: i64,
        at: DateTime<Utc>,
    },
}

impl Inverse {
    /// Its place among others: there must be room for the time that comes back.
    fn place(&self) -> u8 {
        match self {
            Self::Remove { .. } => 1,
            Self::Change { .. } => 2,
            Self::Restore { .. } => 3,
            Self::Start { .. } => 4,
        }
    }
}

/// Whether an operation has the ID of one that undoes another; such a one is never undone.
pub fn is_undoing(operation: &str) -> bool {
    records::is_undo(operation)
}

/// The ID of the operation that undoes this one.
pub fn undoing(operation: &str) -> String {
    format!("{}{operation}", records::PREFIX)
}

/// Undoes the newest operation of the actor that is not undone yet. It must be the
/// `expected` one, if a person or an operation ID has settled that. None: there is none.
pub fn undo(tx: &mut Tx<'_>, expected: Option<&str>, zone: Tz) -> Result<Option<Undone>> {
    let actor = tx.actor.id;
    tx.require(&[Role::Technician, Role::Admin], "undo time")?;
    guards::user(tx, actor)?;
    let newest = newest(tx)?;
    if let Some(expected) = expected
        && newest.as_deref() != Some(expected)
    {
        return Err(Error::new(
            ErrorKind::UndoNotNewest,
            "that is no longer your newest operation",
        )
        .hint("look again with: wl undo"));
    }
    let Some(operation) = newest else {
        return Ok(None);
    };
    let done = records::of(tx, &operation)?;
    let ids = entries_of(tx, &operation, &done)?;
    let history = records::history(tx, &ids)?;
    let Some(what) = what_was_done(actor, &done, &history) else {
        return Err(other::refusal(tx, &operation, &done, zone));
    };
    let plan = Plan {
        what,
        at: time::show_day_clock(done[0].at, zone),
        operation: &operation,
        history: &history,
        zone,
    };
    let inverses = plan.inverses(tx, &done)?;
    lock(tx, &ids, &history, &inverses, zone).map_err(|error| plan.blocked(error))?;
    let reason = format!("undo of {operation}");
    let mut steps = Vec::new();
    for inverse in &inverses {
        steps.push(apply(tx, inverse, &reason, zone).map_err(|error| plan.blocked(error))?);
    }
    Ok(Some(Undone {
        at: done[0].at,
        operation,
        what,
        steps,
    }))
}

/// The entries of the operation, and those that go on where it had them end.
fn entries_of(tx: &mut Tx<'_>, operation: &str, done: &[Record]) -> Result<Vec<i64>> {
    if operation.chars().count() > records::LONGEST {
        return Err(Error::new(
            ErrorKind::UndoOther,
            format!(
                "the ID of your newest operation is longer than {} characters, so it can't be undone",
                records::LONGEST
            ),
        )
        .hint(format!(
            "see it with: wl audit log --operation {}",
            text::shell_word(operation)
        )));
    }
    let entries = done.iter().filter(|record| record.is_time());
    let ids: Vec<i64> = entries.map(|record| record.entity_id).collect();
    records::with_continuations(tx, &ids)
}

/// What the records of an operation are, if it is one that can be undone: of the actor's
/// own time, and each entry once.
fn what_was_done(actor: i64, done: &[Record], history: &History) -> Option<&'static str> {
    let own = |record: &Record| {
        let versions = record.is_time().then(|| history.get(&record.entity_id))?;
        versions?.first().map(|version| version.user_id == actor)
    };
    let entries: BTreeSet<i64> = done.iter().map(|record| record.entity_id).collect();
    if !done.iter().all(|record| own(record) == Some(true)) || entries.len() != done.len() {
        return None;
    }
    let count = |action: Action| done.iter().filter(|record| record.action == action).count();
    let all = |action: Action| count(action) == done.len();
    let note_only = || {
        done.iter().all(|record| {
            let before = record.before(history).cloned();
            let after = record.after(history);
            before.zip(after).is_some_and(|(before, after)| {
                let note = after.note.clone();
                Version { note, ..before }.is_same(after)
            })
        })
    };
    match done.len() {
        _ if count(Action::TimerCancel) > 0 => Some("cancel"),
        _ if count(Action::TimerStart) > 0 => Some("start"),
        1 if all(Action::TimerStop) => Some("stop"),
        // more than one of them were imported
        1 if all(Action::EntryAdd) => Some("entry add"),
        2 if count(Action::EntryAdd) == 1 && count(Action::EntryEdit) == 1 => Some("entry split"),
        _ if all(Action::EntryEdit) && note_only() => Some("note"),
        _ if all(Action::EntryEdit) => Some("entry edit"),
        _ if all(Action::EntryRemove) => Some("entry remove"),
        _ if all(Action::EntryRestore) => Some("entry restore"),
        _ => None,
    }
}

/// Finds what brings everything back, and refuses if something has changed since.
struct Plan<'p> {
    what: &'static str,
    /// When it was done, as sentences say it.
    at: String,
    operation: &'p str,
    history: &'p History,
    zone: Tz,
}

impl Plan<'_> {
    /// Such as `this cancel of Mon 12:40 can't be undone`.
    fn refused(&self) -> String {
        format!("this {} of {} can't be undone", self.what, self.at)
    }

    /// Adds to a refusal of the rules which operation it keeps from being undone.
    fn blocked(&self, error: Error) -> Error {
        match error.kind {
            ErrorKind::OrderClosed
            | ErrorKind::OrderRemoved
            | ErrorKind::LineClosed
            | ErrorKind::LineRemoved
            | ErrorKind::OrderBilled
            | ErrorKind::EntryLocked
            | ErrorKind::TimeEntriesNoOverlap => Error {
                message: format!("{}: {}", self.refused(), error.message),
                ..error
            },
            _ => error,
        }
    }

    fn inverses(&self, tx: &mut Tx<'_>, done: &[Record]) -> Result<Vec<Inverse>> {
        let mut inverses = Vec::new();
        for record in done {
            let (before, after) = (record.before(self.history), record.after(self.history));
            let after = after.ok_or_else(|| missing(record.entity_id))?;
            let parts = self.parts(tx, after)?;
            inverses.extend(inverse(before, after, &parts));
        }
        inverses.sort_by_key(Inverse::place);
        Ok(inverses)
    }

    /// What the operation left, as it is now: the entry and, if it was a timer whose end
    /// was undone since, the timers that went on from there.
    fn parts(&self, tx: &mut Tx<'_>, left: &Version) -> Result<Vec<&Version>> {
        let mut parts = Vec::new();
        let mut part = left.clone();
        loop {
            let now = self.latest(part.entry)?;
            let next = records::continuation(self.history, &part);
            if next.is_some() {
                part.end_ts = now.end_ts;
            }
            self.unchanged(tx, &part)?;
            parts.push(now);
            let Some(next) = next else { return Ok(parts) };
            part = Version {
                work_order_id: left.work_order_id,
                line_item_id: left.line_item_id,
                removed: left.removed,
                start_ts: now.end_ts.unwrap_or(next.start_ts),
                ..next.clone()
            };
        }
    }

    fn latest(&self, entry: i64) -> Result<&Version> {
        let versions = self.history.get(&entry);
        let latest = versions.and_then(|versions| versions.last());
        latest.ok_or_else(|| missing(entry))
    }

    /// The entry is still as the operation left it, and no one else has touched it since.
    fn unchanged(&self, tx: &mut Tx<'_>, left: &Version) -> Result<()> {
        let versions = self.history.get(&left.entry);
        let versions = versions.map(Vec::as_slice).unwrap_or_default();
        let later = versions.iter().filter(|one| one.version > left.version);
        let actor = tx.actor.id;
        let now = versions.last().ok_or_else(|| missing(left.entry))?.clone();
        let by = match later.clone().rfind(|one| one.actor_id != actor) {
            Some(other) => other,
            None if now.is_same(left) => return Ok(()),
            // an undo brings back what it can; so the operation before it is to blame
            None => later
                .clone()
                .rfind(|one| !records::is_undo(&one.op_id))
                .unwrap_or(&now),
        };
        let who = match by.actor_id == actor {
            true => "you",
            false => &by.actor,
        };
        let message = format!(
            "{}: {who} {} entry {} after it, on {}",
            self.refused(),
            did(by.action),
            left.entry,
            time::show_day_clock(by.at, self.zone)
        );
        let id = left.entry.to_string();
        Err(match now.locked {
            true => Error {
                message,
                ..guards::refusal(tx, ErrorKind::EntryLocked, &[&id])
            },
            false => Error::new(ErrorKind::UndoChanged, message).hint(format!(
                "see it with: wl audit show {id}; correct it with: wl entry edit {id}; \
                 what you did is in: wl audit log --operation {}",
                text::shell_word(self.operation)
            )),
        })
    }
}

fn missing(entry: i64) -> Error {
    Error::bug(format!("entry {entry} has no such record"))
}

/// The past tense of an action on an entry.
fn did(action: Action) -> &'static str {
    match action {
        Action::TimerStart => "started",
        Action::TimerStop | Action::TimerAutoStop => "stopped",
        Action::EntryAdd => "added",
        Action::EntryApprove => "approved",
        Action::EntryUnlock => "unlocked",
        Action::TimerCancel => "cancelled",
        Action::EntryRemove => "removed",
        Action::EntryRestore => "restored",
        _ => "changed",
    }
}

/// What brings an entry, now in these parts, back to where it was before the operation.
fn inverse(before: Option<&Version>, after: &Version, parts: &[&Version]) -> Vec<Inverse> {
    let entries = parts.iter().map(|part| part.entry);
    match before {
        None => entries.map(|entry| Inverse::Remove { entry }).collect(),
        Some(before) => match (before.removed, after.removed) {
            (true, false) => entries.map(|entry| Inverse::Remove { entry }).collect(),
            (false, true) => entries.map(|entry| Inverse::Restore { entry }).collect(),
            _ if before.end_ts.is_none() && after.end_ts.is_some() => go_on(before, after),
            _ => put_parts_back(before, parts),
        },
    }
}

/// The time of a timer that was stopped goes on, with the note that it had.
fn go_on(before: &Version, after: &Version) -> Vec<Inverse> {
    let mut inverses = Vec::new();
    if before.note != after.note {
        let to = Version {
            note: before.note.clone(),
            ..after.clone()
        };
        let entry = after.entry;
        inverses.push(Inverse::Change { entry, to });
    }
    inverses.extend(after.end_ts.map(|at| Inverse::Start {
        order: after.work_order_id,
        line: after.line_item_id,
        at,
    }));
    inverses
}

/// The parts of an entry cover again what it covered before.
fn put_parts_back(before: &Version, parts: &[&Version]) -> Vec<Inverse> {
    let start = before.start_ts;
    let mut inverses = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let ended = part.end_ts.map(|end| end.max(start));
        let to = match place {
            0 => Version {
                end_ts: before.end_ts.or(ended),
                ..before.clone()
            },
            _ => Version {
                work_order_id: before.work_order_id,
                line_item_id: before.line_item_id,
                start_ts: part.start_ts.max(start),
                end_ts: ended,
                ..(*part).clone()
            },
        };
        if place == 0 || !to.is_same(part) {
            let entry = part.entry;
            inverses.push(Inverse::Change { entry, to });
        }
    }
    inverses
}

/// Locks all that is changed, in the order that every command keeps: orders, line items,
/// entries. Refuses where new time would go on what takes none.
fn lock(
    tx: &mut Tx<'_>,
    entries: &[i64],
    seen: &History,
    inverses: &[Inverse],
    zone: Tz,
) -> Result<()> {
    let latest = |entry: &i64| seen.get(entry).and_then(|versions| versions.last());
    let mut orders: BTreeSet<i64> = entries
        .iter()
        .filter_map(latest)
        .map(|version| version.work_order_id)
        .collect();
    // by line item, the order that it is of
    let mut targets = BTreeMap::new();
    for inverse in inverses {
        match inverse {
            Inverse::Remove { .. } => {}
            Inverse::Change { entry, to } => {
                if latest(entry).is_some_and(|now| now.line_item_id != to.line_item_id) {
                    targets.insert(to.line_item_id, to.work_order_id);
                }
            }
            Inverse::Restore { entry } => {
                targets.extend(latest(entry).map(|now| (now.line_item_id, now.work_order_id)));
            }
            Inverse::Start { order, line, .. } => {
                targets.insert(*line, *order);
            }
        }
    }
    orders.extend(targets.values());
    let mut locked = BTreeMap::new();
    for order in orders {
        locked.insert(order, guards::shared_order_by_id(tx, order)?);
    }
    for (line, order) in targets {
        if let Some(found) = locked.get(&order) {
            guards::target_line(tx, found, line)
                .map_err(|error| who_closed(tx, error, order, line, zone))?;
        }
    }
    diesel::sql_query(
        "SELECT e.id FROM wl.time_entries e WHERE e.id = ANY ($1) ORDER BY e.id FOR NO KEY UPDATE",
    )
    .bind::<Array<BigInt>, _>(entries)
    .execute(tx.conn)?;
    match records::history(tx, entries)? == *seen {
        true => Ok(()),
        false => {
            Err(Error::new(ErrorKind::Busy, "your time has just been changed").hint("try again"))
        }
    }
}

/// Adds to a refusal who closed the order or the line item, if the actor may see that.
fn who_closed(tx: &mut Tx<'_>, error: Error, order: i64, line: i64, zone: Tz) -> Error {
    let (entity, id) = match error.kind {
        ErrorKind::OrderClosed | ErrorKind::OrderRemoved => (Entity::WorkOrder, order),
        ErrorKind::LineClosed | ErrorKind::LineRemoved => (Entity::LineItem, line),
        _ => return error,
    };
    match records::last_change(tx, entity, id) {
        Ok(Some((who, at))) => Error {
            message: format!(
                "{}; {who} did that on {}",
                error.message,
                time::show_day_clock(at, zone)
            ),
            ..error
        },
        _ => error,
    }
}

fn apply(tx: &mut Tx<'_>, inverse: &Inverse, reason: &str, zone: Tz) -> Result<Step> {
    let (action, id, before) = match inverse {
        Inverse::Remove { entry } => {
            let before = rows::view(tx, *entry)?;
            entry::remove(tx, *entry, Some(reason))?;
            (Action::EntryRemove, *entry, Some(before))
        }
        Inverse::Change { entry, to } => {
            let before = rows::view(tx, *entry)?;
            put_back(tx, *entry, to, reason, zone)?;
            (Action::EntryEdit, *entry, Some(before))
        }
        Inverse::Restore { entry } => {
            let before = rows::removed_view(tx, *entry)?;
            entry::restore(tx, *entry, Some(reason), zone)?;
            (Action::EntryRestore, *entry, Some(before))
        }
        Inverse::Start { order, line, at } => {
            let id = start(tx, (*order, *line), *at, reason, zone)?;
            (Action::TimerStart, id, None)
        }
    };
    let after = match inverse {
        Inverse::Remove { .. } => rows::removed_view(tx, id)?,
        _ => rows::view(tx, id)?,
    };
    Ok(Step {
        action,
        before,
        after,
    })
}

/// Gives an entry its former times, line item and note again.
fn put_back(tx: &mut Tx<'_>, id: i64, to: &Version, reason: &str, zone: Tz) -> Result<()> {
    let (entry, _order) = guards::entry(tx, id)?;
    guards::changeable(tx, &entry)?;
    guards::no_overlap(tx, entry.user_id, Some(id), to.start_ts, to.end_ts, zone)?;
    let content = entry::Content {
        order_id: to.work_order_id,
        line_id: to.line_item_id,
        start: to.start_ts,
        end: to.end_ts,
        note: to.note.as_deref(),
    };
    entry::correct(tx, id, &content, Some(reason))
}

/// Starts a timer on a line item that [`lock`] has found to take time.
fn start(
    tx: &mut Tx<'_>,
    target: (i64, i64),
    at: DateTime<Utc>,
    reason: &str,
    zone: Tz,
) -> Result<i64> {
    guards::no_overlap(tx, tx.actor.id, None, at, None, zone)?;
    let id = timer::insert(tx, target, at, None)?;
    audit::record(tx, Action::TimerStart, id, Some(reason))?;
    Ok(id)
}

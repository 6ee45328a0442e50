//! Adding and correcting time entries.

use chrono_tz::Tz;
use diesel::prelude::*;

use crate::error::{Error, ErrorKind, Result};
use crate::ledger::audit;
use crate::ledger::{Tx, guards};
use crate::models::{Action, EntryStatus, LineRef, TimeEntry};
use crate::rows::{self, EntryRow};
use crate::schema::wl::time_entries;
use crate::time::When;

pub struct Add<'a> {
    pub line: &'a LineRef,
    pub start: &'a When,
    pub end: &'a When,
    pub note: Option<&'a str>,
    /// The user whose time it is; None: the actor.
    pub user: Option<&'a str>,
    pub reason: Option<&'a str>,
}

/// Adds a finished entry and returns its id.
pub fn add(tx: &mut Tx<'_>, add: &Add<'_>, zone: Tz) -> Result<i64> {
    let user_id = match add.user {
        Some(name) => guards::find_user(tx, name)?.id,
        None => tx.actor.id,
    };
    let locked = guards::user(tx, user_id)?;
    if locked.user.deleted_at.is_some() {
        let name = [locked.user.db_role.as_str()];
        return Err(guards::refusal(tx, ErrorKind::UserRemoved, &name));
    }
    if user_id != tx.actor.id {
        guards::require_reason(tx, add.reason, "add", &locked.user.db_role)?;
    }
    let (order, line) = guards::target(tx, &add.line.order, Some(add.line.position))?;
    let start = add.start.resolve(tx.now, zone)?;
    let end = add.end.resolve(tx.now, zone)?;
    guards::end_after_start(start, end, zone)?;
    guards::not_future(tx, start, zone)?;
    guards::not_future(tx, end, zone)?;
    guards::no_overlap(tx, user_id, None, start, Some(end), zone)?;
    let id: i64 = diesel::insert_into(time_entries::table)
        .values((
            time_entries::user_id.eq(user_id),
            time_entries::work_order_id.eq(order.id),
            time_entries::line_item_id.eq(line.id),
            time_entries::start_ts.eq(start),
            time_entries::end_ts.eq(end),
            time_entries::note.eq(add.note),
        ))
        .returning(time_entries::id)
        .get_result(tx.conn)?;
    audit::record(tx, Action::EntryAdd, id, add.reason)?;
    Ok(id)
}

#[derive(Default)]
pub struct Edit<'a> {
    pub start: Option<&'a When>,
    pub end: Option<&'a When>,
    pub line: Option<&'a LineRef>,
    /// An empty note removes the note.
    pub note: Option<&'a str>,
    pub reason: Option<&'a str>,
}

/// Corrects an entry, and returns it as it was before; None: nothing changed.
pub fn edit(tx: &mut Tx<'_>, id: i64, edit: &Edit<'_>, zone: Tz) -> Result<Option<EntryRow>> {
    // the order that time moves to is locked after the user and with the other order
    let (entry, _order) = guards::entry(tx, id)?;
    guards::changeable(tx, &entry)?;
    if entry.end_ts.is_none() && edit.end.is_some() {
        return Err(Error::new(
            ErrorKind::EntryRunning,
            format!("entry {id} is still running"),
        )
        .hint("end it with: wl timer stop --at TIME"));
    }
    let start = edit
        .start
        .map_or(Ok(entry.start_ts), |when| when.resolve(tx.now, zone))?;
    let end = match edit.end {
        Some(when) => Some(when.resolve(tx.now, zone)?),
        None => entry.end_ts,
    };
    let note = match edit.note {
        Some("") => None,
        Some(note) => Some(note.to_owned()),
        None => entry.note.clone(),
    };
    let (order_id, line_id) = match edit.line {
        None => (entry.work_order_id, entry.line_item_id),
        Some(wanted) => line_for(tx, &entry, wanted)?,
    };
    if (start, end, &note, line_id)
        == (
            entry.start_ts,
            entry.end_ts,
            &entry.note,
            entry.line_item_id,
        )
    {
        return Ok(None);
    }
    guards::reasoned(tx, &entry, edit.reason)?;
    guards::end_after_start(start, end.unwrap_or(start), zone)?;
    guards::not_future(tx, start, zone)?;
    guards::not_future(tx, end.unwrap_or(start), zone)?;
    guards::no_overlap(tx, entry.user_id, Some(id), start, end, zone)?;
    let before = rows::view(tx, id)?;
    diesel::update(time_entries::table.find(id))
        .set((
            time_entries::start_ts.eq(start),
            time_entries::end_ts.eq(end),
            time_entries::note.eq(&note),
            time_entries::work_order_id.eq(order_id),
            time_entries::line_item_id.eq(line_id),
            time_entries::edited_reason.eq(edit.reason),
        ))
        .execute(tx.conn)?;
    audit::record(tx, Action::EntryEdit, id, edit.reason)?;
    Ok(Some(before))
}

/// The line item that an entry moves to. Staying where it is needs no open line.
fn line_for(tx: &mut Tx<'_>, entry: &TimeEntry, wanted: &LineRef) -> Result<(i64, i64)> {
    use crate::schema::wl::line_items;
    let order = guards::find_order(tx, &wanted.order)?;
    let here: i32 = line_items::table
        .find(entry.line_item_id)
        .select(line_items::position)
        .get_result(tx.conn)?;
    if order.id == entry.work_order_id && here == wanted.position {
        return Ok((entry.work_order_id, entry.line_item_id));
    }
    let (order, line) = guards::target(tx, &wanted.order, Some(wanted.position))?;
    Ok((order.id, line.id))
}

/// Hides an entry; it stays in the trail and can be restored.
pub fn remove(tx: &mut Tx<'_>, id: i64, reason: Option<&str>) -> Result<()> {
    let (entry, _order) = guards::entry(tx, id)?;
    guards::changeable(tx, &entry)?;
    guards::reasoned(tx, &entry, reason)?;
    diesel::update(time_entries::table.find(id))
        .set(time_entries::deleted_at.eq(tx.now))
        .execute(tx.conn)?;
    audit::record(tx, Action::EntryRemove, id, reason)
}

/// Brings a removed entry back, where new time may go.
pub fn restore(tx: &mut Tx<'_>, id: i64, reason: Option<&str>, zone: Tz) -> Result<()> {
    let (entry, order) = guards::entry(tx, id)?;
    if entry.deleted_at.is_none() {
        return Err(guards::refusal(
            tx,
            ErrorKind::EntryLive,
            &[&id.to_string()],
        ));
    }
    guards::reasoned(tx, &entry, reason)?;
    guards::target_line(tx, &order, entry.line_item_id)?;
    guards::no_overlap(
        tx,
        entry.user_id,
        Some(id),
        entry.start_ts,
        entry.end_ts,
        zone,
    )?;
    diesel::update(time_entries::table.find(id))
        .set(time_entries::deleted_at.eq(None::<chrono::DateTime<chrono::Utc>>))
        .execute(tx.conn)?;
    audit::record(tx, Action::EntryRestore, id, reason)
}

/// Reopens locked entries for a correction (R4): all of them, or none.
pub fn unlock(tx: &mut Tx<'_>, ids: &[i64], reason: &str) -> Result<()> {
    tx.require(&[crate::models::Role::Admin], "unlock an entry")?;
    let first = ids.first().copied().unwrap_or_default();
    guards::require_reason(tx, Some(reason), "unlock", &first.to_string())?;
    for (entry, _order) in guards::entries(tx, ids)? {
        if entry.status != EntryStatus::Locked {
            let id = entry.id.to_string();
            return Err(guards::refusal(tx, ErrorKind::EntryOpen, &[&id]));
        }
    }
    diesel::update(time_entries::table.filter(time_entries::id.eq_any(ids)))
        .set((
            time_entries::status.eq(EntryStatus::Open),
            time_entries::edited_reason.eq(reason),
        ))
        .execute(tx.conn)?;
    audit::record_all(tx, Action::EntryUnlock, ids, Some(reason))
}

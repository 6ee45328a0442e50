//! Adding and correcting time entries.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;

use crate::domain::what::{self, What};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::audit;
use crate::ledger::guards::Snap;
use crate::ledger::{Tx, guards};
use crate::models::{Action, EntryStatus, TimeEntry};
use crate::rows::{self, EntryRow};
use crate::schema::wl::time_entries;
use crate::text;
use crate::time::{self, TypedSpan, When};

pub struct Add<'a> {
    pub line: &'a What,
    pub span: TypedSpan<'a>,
    pub note: Option<&'a str>,
    /// The user whose time it is; None: the actor.
    pub user: Option<&'a str>,
    pub reason: Option<&'a str>,
}

/// Adds a finished entry and returns its id, and how its times differ from those typed.
pub fn add(tx: &mut Tx<'_>, add: &Add<'_>, zone: Tz) -> Result<(i64, Vec<Snap>)> {
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
    let (order, line) = what::target(tx, add.line)?;
    let (start, end) = add.span.resolve(tx.now, zone)?;
    let snapped = guards::snap(tx, user_id, None, Some(start), Some(end))?;
    let start = snapped.start.unwrap_or(start.at);
    let end = snapped.end.unwrap_or(end.at);
    // first: an end on the next day is not considered where that is in the future
    guards::not_future(tx, start, zone)?;
    guards::end_after_start(start, end, zone)?;
    guards::has_length(start, end, zone)?;
    guards::not_future(tx, end, zone)?;
    guards::no_overlap(tx, user_id, None, start, Some(end), zone)?;
    let new = New {
        user_id,
        order_id: order.id,
        line_id: line.id,
        start,
        end,
        note: text::filled(add.note),
    };
    let id = insert(tx, &new, add.reason)?;
    Ok((id, snapped.snaps))
}

/// A finished entry that is about to be written.
struct New<'a> {
    user_id: i64,
    order_id: i64,
    line_id: i64,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    note: Option<&'a str>,
}

fn insert(tx: &mut Tx<'_>, new: &New<'_>, reason: Option<&str>) -> Result<i64> {
    let id: i64 = diesel::insert_into(time_entries::table)
        .values((
            time_entries::user_id.eq(new.user_id),
            time_entries::work_order_id.eq(new.order_id),
            time_entries::line_item_id.eq(new.line_id),
            time_entries::start_ts.eq(new.start),
            time_entries::end_ts.eq(new.end),
            time_entries::note.eq(new.note),
        ))
        .returning(time_entries::id)
        .get_result(tx.conn)?;
    audit::record(tx, Action::EntryAdd, id, reason)?;
    Ok(id)
}

#[derive(Default)]
pub struct Edit<'a> {
    pub span: TypedSpan<'a>,
    pub line: Option<&'a What>,
    /// A blank note removes the note.
    pub note: Option<&'a str>,
    pub reason: Option<&'a str>,
}

/// A correction that was made.
pub struct Edited {
    /// The entry as it was.
    pub before: EntryRow,
    /// How its times differ from those typed.
    pub snaps: Vec<Snap>,
}

/// Corrects an entry; None: nothing changed.
pub fn edit(tx: &mut Tx<'_>, id: i64, edit: &Edit<'_>, zone: Tz) -> Result<Option<Edited>> {
    // the order that time moves to is locked after the user and with the other order
    let (entry, _order) = guards::entry(tx, id)?;
    guards::changeable(tx, &entry)?;
    let ends = edit.span.end.is_some() || edit.span.length.is_some();
    if entry.end_ts.is_none() && ends {
        return Err(running(id).hint("end it with: wl stop --at TIME"));
    }
    let old = (entry.start_ts, entry.end_ts);
    let (start, end) = edit.span.correct(old, tx.now, zone)?;
    let snapped = guards::snap(tx, entry.user_id, Some(id), start, end)?;
    let start = snapped.start.unwrap_or(entry.start_ts);
    let end = snapped.end.or(entry.end_ts);
    let note = match edit.note {
        Some(note) => text::filled(Some(note)).map(str::to_owned),
        None => entry.note.clone(),
    };
    let (order_id, line_id) = match edit.line {
        None => (entry.work_order_id, entry.line_item_id),
        Some(wanted) => line_for(tx, &entry, wanted)?,
    };
    if (start, end) == old && (&note, line_id) == (&entry.note, entry.line_item_id) {
        return Ok(None);
    }
    guards::reasoned(tx, &entry, edit.reason)?;
    // times that stay may be in the future since the server's clock was set back
    let changes = (start, end) != old;
    if changes {
        guards::not_future(tx, start, zone)?;
    }
    guards::end_after_start(start, end.unwrap_or(start), zone)?;
    if let Some(end) = end.filter(|_| changes) {
        guards::has_length(start, end, zone)?;
        guards::not_future(tx, end, zone)?;
    }
    guards::no_overlap(tx, entry.user_id, Some(id), start, end, zone)?;
    let before = rows::view(tx, id)?;
    let content = Content {
        order_id,
        line_id,
        start,
        end,
        note: note.as_deref(),
    };
    correct(tx, id, &content, edit.reason)?;
    Ok(Some(Edited {
        before,
        snaps: snapped.snaps,
    }))
}

/// What a correction may change of an entry.
pub(super) struct Content<'a> {
    pub order_id: i64,
    pub line_id: i64,
    pub start: DateTime<Utc>,
    pub end: Option<DateTime<Utc>>,
    pub note: Option<&'a str>,
}

/// Gives an entry, which is locked, this content, and records that.
pub(super) fn correct(
    tx: &mut Tx<'_>,
    id: i64,
    content: &Content<'_>,
    reason: Option<&str>,
) -> Result<()> {
    diesel::update(time_entries::table.find(id))
        .set((
            time_entries::start_ts.eq(content.start),
            time_entries::end_ts.eq(content.end),
            time_entries::note.eq(content.note),
            time_entries::work_order_id.eq(content.order_id),
            time_entries::line_item_id.eq(content.line_id),
            time_entries::edited_reason.eq(reason),
        ))
        .execute(tx.conn)?;
    audit::record(tx, Action::EntryEdit, id, reason)
}

fn running(id: i64) -> Error {
    Error::new(
        ErrorKind::EntryRunning,
        format!("entry {id} is still running"),
    )
}

/// The line item that an entry moves to. Staying where it is needs no open line.
fn line_for(tx: &mut Tx<'_>, entry: &TimeEntry, wanted: &What) -> Result<(i64, i64)> {
    use crate::schema::wl::line_items;
    let wanted = what::find(tx, wanted)?;
    let order = guards::find_order(tx, &wanted.order)?;
    let here: i32 = line_items::table
        .find(entry.line_item_id)
        .select(line_items::position)
        .get_result(tx.conn)?;
    if order.id == entry.work_order_id && wanted.position == Some(here) {
        return Ok((entry.work_order_id, entry.line_item_id));
    }
    let (order, line) = guards::target(tx, &wanted.order, wanted.position)?;
    Ok((order.id, line.id))
}

pub struct Split<'a> {
    /// The end of the first part; a bare time of day is on the day of the entry.
    pub at: &'a When,
    /// Seconds from there to the start of the second part.
    pub gap: i64,
    /// The line item of the second part; None: the same.
    pub line: Option<&'a What>,
    /// The note of the second part. None: the same, unless it is on another line item.
    pub note: Option<&'a str>,
    pub reason: Option<&'a str>,
}

/// An entry that was split.
pub struct Parted {
    /// The entry as it was; the first part keeps its id.
    pub before: EntryRow,
    /// The id of the second part.
    pub second: i64,
}

/// Splits a finished entry in two: a correction and new time, in one operation.
pub fn split(tx: &mut Tx<'_>, id: i64, split: &Split<'_>, zone: Tz) -> Result<Parted> {
    let (entry, order) = guards::entry(tx, id)?;
    guards::changeable(tx, &entry)?;
    let Some(end) = entry.end_ts else {
        return Err(running(id).hint("stop it with: wl stop --at TIME; then start again"));
    };
    guards::reasoned(tx, &entry, split.reason)?;
    let before = rows::view(tx, id)?;
    let (order_id, line_id) = match split.line {
        Some(wanted) => {
            let (order, line) = what::target(tx, wanted)?;
            (order.id, line.id)
        }
        None => {
            guards::target_line(tx, &order, entry.line_item_id)?;
            (entry.work_order_id, entry.line_item_id)
        }
    };
    let at = split.at.typed_as_end(entry.start_ts, tx.now, zone)?.at;
    let again = TimeDelta::try_seconds(split.gap).and_then(|gap| at.checked_add_signed(gap));
    let again = again.filter(|again| at > entry.start_ts && *again < end);
    let again = again.ok_or_else(|| outside(&entry, at, split.gap, zone))?;
    long_enough(id, "first", (entry.start_ts, at), zone)?;
    long_enough(id, "second", (again, end), zone)?;
    let same_line = line_id == entry.line_item_id;
    let new = New {
        user_id: entry.user_id,
        order_id,
        line_id,
        start: again,
        end,
        note: match split.note {
            None => before.note.as_deref().filter(|_| same_line),
            Some(note) => text::filled(Some(note)),
        },
    };
    diesel::update(time_entries::table.find(id))
        .set((
            time_entries::end_ts.eq(at),
            time_entries::edited_reason.eq(split.reason),
        ))
        .execute(tx.conn)?;
    audit::record(tx, Action::EntryEdit, id, split.reason)?;
    let second = insert(tx, &new, split.reason)?;
    Ok(Parted { before, second })
}

/// A part of a split has at least a minute: what is shorter is left over by mistake.
fn long_enough(
    id: i64,
    part: &str,
    (start, end): (DateTime<Utc>, DateTime<Utc>),
    zone: Tz,
) -> Result<()> {
    if end - start >= TimeDelta::minutes(1) {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::SplitOutside,
        format!(
            "the {part} part of entry {id} would be {} long, from {} to {}",
            text::counted((end - start).num_seconds(), "second", "seconds"),
            time::show_clock_second(start, zone),
            time::show_clock_second(end, zone)
        ),
    )
    .hint(format!(
        "give a time that leaves a minute or more of both parts, or another end with: wl entry edit {id} --end TIME"
    )))
}

/// The refusal of a split that would leave a part without length.
fn outside(entry: &TimeEntry, at: DateTime<Utc>, gap: i64, zone: Tz) -> Error {
    let span = time::show_span(entry.start_ts, entry.end_ts, zone);
    let at = time::show_day_clock(at, zone);
    let gap = match gap {
        0 => String::new(),
        gap => format!(" with a gap of {}", time::show_duration(gap)),
    };
    Error::new(
        ErrorKind::SplitOutside,
        format!(
            "entry {} is {span}: a split at {at}{gap} leaves nothing of one part",
            entry.id
        ),
    )
    .hint("give a time inside of the entry, and a gap that ends inside of it")
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
        .set(time_entries::deleted_at.eq(None::<DateTime<Utc>>))
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

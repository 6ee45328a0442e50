//! Lock guards: each locks the rows that it checks, reads them under the lock, and
//! refuses with a message that names the row, its state and the solution. The triggers
//! of the database check the same again, for every client.
//!
//! Locks are taken in one order: user, work order, line item, time entry.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Integer, Nullable, Text, Timestamptz};

pub use self::customer::{find_customer, orders_of_customer};
pub use self::entries::{entries, entry, find_entry};
pub use self::entry_ref::{entry_id, removed_entry_id};
pub use self::nearest::{Names, did_you_mean, not_found};
use self::nearest::{line_with_hyphen, no_line};
pub use self::new_time::{
    TargetRow, TimeTarget, line_takes_time, takes_time, target, target_line, target_row,
};
pub use self::refusal::{refusal, refusal_in_case};
pub use self::snap::{Edge, Snap, Snapped, snap};
use super::Tx;
use super::settings::Setting;
use crate::error::{Error, ErrorKind, Result};
use crate::models::{
    Entity, EntryStatus, LineItem, LineRef, OrderOrLine, OrderStatus, Role, Running, TimeEntry,
    User, WorkOrder,
};
use crate::schema::wl::users;
use crate::{text, time};

mod customer;
mod entries;
mod entry_ref;
mod nearest;
mod new_time;
mod refusal;
mod snap;

/// A user under an exclusive lock, and the server's clock once it was held: a session
/// that waited for the lock must not use the time from before the wait.
#[derive(QueryableByName)]
pub struct LockedUser {
    #[diesel(embed)]
    pub user: User,
    #[diesel(sql_type = Timestamptz)]
    pub now: DateTime<Utc>,
}

/// Locks a user's time: no other session starts, stops or adds time of this user.
pub fn user(tx: &mut Tx<'_>, id: i64) -> Result<LockedUser> {
    records_time(tx, id)?;
    Ok(
        diesel::sql_query("SELECT u.*, clock_timestamp() AS now FROM wl.lock_user($1) u")
            .bind::<BigInt, _>(id)
            .get_result(tx.conn)?,
    )
}

/// The same, with the timer that the user has running; None is the actor.
pub fn timer(tx: &mut Tx<'_>, id: Option<i64>) -> Result<(LockedUser, Running)> {
    #[derive(QueryableByName)]
    struct UserAndTimer {
        #[diesel(embed)]
        user: LockedUser,
        #[diesel(embed)]
        running: Running,
    }
    records_time(tx, id.unwrap_or(tx.actor.id))?;
    let locked: UserAndTimer = diesel::sql_query(format!(
        "SELECT {TIMER} FROM wl.lock_timer($1, NULL, NULL) t"
    ))
    .bind::<Nullable<BigInt>, _>(id)
    .get_result(tx.conn)?;
    Ok((locked.user, locked.running))
}

/// The same of the actor, with where the next timer is to run, in a single
/// round trip. Whether time may go there is still to be checked.
pub fn timer_and_target(
    tx: &mut Tx<'_>,
    number: &str,
    position: Option<i32>,
) -> Result<(LockedUser, Running, TargetRow)> {
    #[derive(QueryableByName)]
    struct TimerAndTarget {
        #[diesel(embed)]
        user: LockedUser,
        #[diesel(embed)]
        running: Running,
        #[diesel(embed)]
        found: TargetRow,
    }
    records_time(tx, tx.actor.id)?;
    let locked: TimerAndTarget = diesel::sql_query(format!(
        "SELECT {TIMER}, (t.target).* FROM wl.lock_timer(NULL, $1, $2) t"
    ))
    .bind::<Text, _>(number.trim())
    .bind::<Nullable<Integer>, _>(position)
    .get_result(tx.conn)?;
    Ok((locked.user, locked.running, locked.found))
}

const TIMER: &str = "t.id, t.db_role, t.full_name, t.role, t.deleted_at, clock_timestamp() AS now,
     t.entry_id, t.version, t.line, t.title AS order_title, t.line_description, t.start_ts, t.note";

fn records_time(tx: &Tx<'_>, id: i64) -> Result<()> {
    if tx.actor.id != id {
        tx.require(&[Role::Admin], "change another user's time")
    } else {
        tx.require(&[Role::Technician, Role::Admin], "record time")
    }
}

/// The user that `--user NAME` means: by login, else by full name, whatever the case.
pub fn find_user(tx: &mut Tx<'_>, name: &str) -> Result<User> {
    let found: Vec<User> = users::table
        .select(User::as_select())
        .order(users::id)
        .load(tx.conn)?;
    pick_user(&found, name).cloned()
}

/// The same, among users that were read already. A login wins over a name, a
/// live user over a removed one.
pub fn pick_user<'u>(all: &'u [User], name: &str) -> Result<&'u User> {
    let wanted = text::name_key(name.trim());
    let rank = |user: &User| {
        let by_login = user.db_role == name.trim();
        (
            !by_login,
            text::name_key(&user.db_role) != wanted,
            user.deleted_at.is_some(),
        )
    };
    let mut found: Vec<&User> = all
        .iter()
        .filter(|user| {
            text::name_key(&user.db_role) == wanted || text::name_key(&user.full_name) == wanted
        })
        .collect();
    found.sort_by_key(|user| rank(user));
    match found.as_slice() {
        [] => {
            let live = || all.iter().filter(|user| user.deleted_at.is_none());
            let near = text::nearest(name, live().map(|user| user.db_role.as_str()))
                .or_else(|| text::nearest(name, live().map(|user| user.full_name.as_str())));
            Err(
                Error::not_found(format!("there is no user {}", text::short(name, 60)))
                    .hint(did_you_mean(near.as_deref(), "wl user list")),
            )
        }
        [first, second, ..] if rank(first) == rank(second) => Err(Error::usage(format!(
            "several users have the name {}",
            text::short(name, 60)
        ))
        .hint("use the login; see it with: wl user list")),
        [first, ..] => Ok(first),
    }
}

/// A work order by its number, unlocked: to resolve what a person typed.
pub fn find_order(tx: &mut Tx<'_>, number: &str) -> Result<WorkOrder> {
    order_if_any(tx, number)?.ok_or_else(|| no_order(tx, number))
}

fn order_if_any(tx: &mut Tx<'_>, number: &str) -> Result<Option<WorkOrder>> {
    Ok(diesel::sql_query(
        "SELECT o.* FROM wl.work_orders o WHERE o.id = ANY (ARRAY(SELECT wl.order_ids(ARRAY[$1])))",
    )
    .bind::<Text, _>(text::name_key(number.trim()))
    .get_result(tx.conn)
    .optional()?)
}

/// "There is no work order …", with the nearest one.
pub fn no_order(tx: &mut Tx<'_>, number: &str) -> Error {
    let error = not_found(tx, "work order", number, Names::Orders);
    match line_with_hyphen(tx, number) {
        Some(hint) => error.hint(hint),
        None => error,
    }
}

/// A work order, share-locked: it can't be billed or closed until we commit.
pub fn shared_order(tx: &mut Tx<'_>, number: &str) -> Result<WorkOrder> {
    let found: Option<WorkOrder> =
        diesel::sql_query("SELECT o.* FROM wl.share_order_by_number($1) o WHERE o.id IS NOT NULL")
            .bind::<Text, _>(number.trim())
            .get_result(tx.conn)
            .optional()?;
    found.ok_or_else(|| no_order(tx, number))
}

/// A work order for a change of the order itself.
pub fn order(tx: &mut Tx<'_>, number: &str) -> Result<WorkOrder> {
    let found: Option<WorkOrder> = diesel::sql_query(
        "SELECT o.* FROM wl.work_orders o WHERE o.id = ANY (ARRAY(SELECT wl.order_ids(ARRAY[$1]))) FOR NO KEY UPDATE",
    )
    .bind::<Text, _>(text::name_key(number.trim()))
    .get_result(tx.conn)
    .optional()?;
    found.ok_or_else(|| no_order(tx, number))
}

/// The same of several, each once and by rising id: the order in which all lock them.
pub fn orders(tx: &mut Tx<'_>, numbers: &[String]) -> Result<Vec<WorkOrder>> {
    several_orders(tx, numbers, "FOR NO KEY UPDATE")
}

/// The same, unlocked.
pub fn find_orders(tx: &mut Tx<'_>, numbers: &[String]) -> Result<Vec<WorkOrder>> {
    several_orders(tx, numbers, "")
}

fn several_orders(tx: &mut Tx<'_>, numbers: &[String], lock: &str) -> Result<Vec<WorkOrder>> {
    let wanted: Vec<String> = numbers
        .iter()
        .map(|number| text::name_key(number.trim()))
        .collect();
    let found: Vec<WorkOrder> = diesel::sql_query(format!(
        "SELECT o.* FROM wl.work_orders o WHERE o.id = ANY (ARRAY(SELECT wl.order_ids($1))) ORDER BY o.id {lock}"
    ))
    .bind::<Array<Text>, _>(&wanted)
    .load(tx.conn)?;
    if found.len() < wanted.len() {
        // one is missing, or was named twice
        for number in numbers {
            find_order(tx, number)?;
        }
    }
    Ok(found)
}

/// A line item for a change of the line itself, under its share-locked order.
pub fn line(tx: &mut Tx<'_>, wanted: &LineRef) -> Result<(WorkOrder, LineItem)> {
    let order = shared_order(tx, &wanted.order)?;
    not_removed(tx, &order)?;
    not_billed(tx, &order)?;
    let found: Option<LineItem> = diesel::sql_query(
        "SELECT l.* FROM wl.line_items l WHERE l.work_order_id = $1 AND l.position = $2 FOR NO KEY UPDATE",
    )
    .bind::<BigInt, _>(order.id)
    .bind::<Integer, _>(wanted.position)
    .get_result(tx.conn)
    .optional()?;
    let line = found.ok_or_else(|| no_line(tx, order.id, &order.number, wanted.position))?;
    Ok((order, line))
}

/// A line item, as a person types it.
pub fn place(order: &WorkOrder, line: &LineItem) -> String {
    text::shell_word(&format!("{}/{}", order.number, line.position))
}

pub fn not_removed(tx: &mut Tx<'_>, order: &WorkOrder) -> Result<()> {
    match order.deleted_at {
        None => Ok(()),
        Some(_) => Err(refusal(tx, ErrorKind::OrderRemoved, &[&order.number])),
    }
}

pub fn not_billed(tx: &mut Tx<'_>, order: &WorkOrder) -> Result<()> {
    if order.status != OrderStatus::Billed {
        return Ok(());
    }
    Err(refusal(tx, ErrorKind::OrderBilled, &[&order.number]))
}

/// A work order by id, share-locked.
pub fn shared_order_by_id(tx: &mut Tx<'_>, id: i64) -> Result<WorkOrder> {
    Ok(diesel::sql_query("SELECT o.* FROM wl.share_order($1) o")
        .bind::<BigInt, _>(id)
        .get_result(tx.conn)?)
}

/// The entry may be corrected or removed: OPEN and not removed.
pub fn changeable(tx: &mut Tx<'_>, entry: &TimeEntry) -> Result<()> {
    let id = entry.id.to_string();
    if entry.status == EntryStatus::Locked {
        return Err(refusal(tx, ErrorKind::EntryLocked, &[&id]));
    }
    if entry.deleted_at.is_some() {
        return Err(refusal(tx, ErrorKind::EntryRemoved, &[&id]));
    }
    Ok(())
}

/// A change of another user's time, or of time that was ever approved, needs a reason.
pub fn reasoned(tx: &mut Tx<'_>, entry: &TimeEntry, reason: Option<&str>) -> Result<()> {
    if tx.actor.id == entry.user_id && entry.approvals == 0 {
        return Ok(());
    }
    let case = match entry.approvals {
        0 => "other",
        _ => "approved",
    };
    require_reason(tx, reason, case, &entry.id.to_string())
}

/// A reason has at least three letters or digits. A missing one is a usage error; one
/// that is too short is refused.
pub fn require_reason(
    tx: &mut Tx<'_>,
    reason: Option<&str>,
    case: &str,
    subject: &str,
) -> Result<()> {
    if reason.is_some_and(text::has_substance) {
        return Ok(());
    }
    let error = refusal_in_case(tx, ErrorKind::ReasonRequired, case, &[subject]);
    Err(match (error.kind, reason) {
        (ErrorKind::ReasonRequired, None) => Error {
            kind: ErrorKind::ReasonMissing,
            ..error
        },
        _ => error,
    })
}

/// No time in the future, by the server's clock, with a minute of grace (R3).
pub fn not_future(tx: &mut Tx<'_>, at: DateTime<Utc>, zone: Tz) -> Result<()> {
    if at <= tx.now + TimeDelta::minutes(1) {
        return Ok(());
    }
    let (at, now) = (time::show(at, zone), time::show(tx.now, zone));
    Err(refusal(tx, ErrorKind::FutureTime, &[&at, &now]))
}

/// The server's clock is behind time that is recorded already, of which nobody typed
/// anything now: it was set back, or that time used the minute of grace.
pub fn clock_behind(now: DateTime<Utc>, recorded: &str, zone: Tz) -> Error {
    Error::new(
        ErrorKind::ClockBehind,
        format!(
            "the server's clock says {}, and {recorded}",
            time::show_second(now, zone)
        ),
    )
}

/// An end is not before its start (R3).
pub fn end_after_start(start: DateTime<Utc>, end: DateTime<Utc>, zone: Tz) -> Result<()> {
    if end >= start {
        return Ok(());
    }
    // within a minute, only the seconds tell them apart
    let show = match time::same_minute(start, end, zone) {
        true => time::show_second,
        false => time::show_day_clock,
    };
    Err(Error::new(
        ErrorKind::TimeEntriesEndCheck,
        format!(
            "the end {} is before the start {}",
            show(end, zone),
            show(start, zone)
        ),
    )
    .hint("check both times and their dates"))
}

/// Time that a person enters has a length; timers and imports may have none.
pub fn has_length(start: DateTime<Utc>, end: DateTime<Utc>, zone: Tz) -> Result<()> {
    if end - start >= TimeDelta::seconds(1) {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::ZeroLength,
        format!(
            "the entry would start and end at {}, so it would have no length",
            time::show(start, zone)
        ),
    )
    .hint("give another end, or a length: --for 30m"))
}

/// A user's entries never overlap (R2). `except` is the entry being changed;
/// no end is a running timer. Call it under the user's lock.
pub fn no_overlap(
    tx: &mut Tx<'_>,
    user_id: i64,
    except: Option<i64>,
    start: DateTime<Utc>,
    end: Option<DateTime<Utc>>,
    zone: Tz,
) -> Result<()> {
    #[derive(QueryableByName)]
    struct OverlappingEntry {
        #[diesel(sql_type = BigInt)]
        id: i64,
        #[diesel(sql_type = Text)]
        line: String,
        #[diesel(sql_type = Timestamptz)]
        start_ts: DateTime<Utc>,
        #[diesel(sql_type = Nullable<Timestamptz>)]
        end_ts: Option<DateTime<Utc>>,
    }
    let other: Option<OverlappingEntry> = diesel::sql_query(
        "SELECT e.id, o.number || '/' || l.position AS line, e.start_ts, e.end_ts
         FROM wl.time_entries e
         JOIN wl.work_orders o ON o.id = e.work_order_id
         JOIN wl.line_items l ON l.id = e.line_item_id
         WHERE e.user_id = $1 AND e.deleted_at IS NULL AND e.id IS DISTINCT FROM $2
           AND tstzrange(e.start_ts, e.end_ts) && tstzrange($3, $4)
         ORDER BY e.start_ts LIMIT 1",
    )
    .bind::<BigInt, _>(user_id)
    .bind::<Nullable<BigInt>, _>(except)
    .bind::<Timestamptz, _>(start)
    .bind::<Nullable<Timestamptz>, _>(end)
    .get_result(tx.conn)
    .optional()?;
    let Some(other) = other else { return Ok(()) };
    // where minutes would show no overlap, seconds do
    let within_a_minute =
        |one: DateTime<Utc>, other: DateTime<Utc>| (one - other).abs() < TimeDelta::minutes(1);
    let narrow = other.end_ts.is_some_and(|end| within_a_minute(end, start))
        || end.is_some_and(|end| within_a_minute(end, other.start_ts));
    let show = match narrow {
        true => time::show_second,
        false => time::show,
    };
    let span = match other.end_ts {
        Some(until) => format!(
            "from {} to {}",
            show(other.start_ts, zone),
            show(until, zone)
        ),
        None => format!("running since {}", time::show(other.start_ts, zone)),
    };
    Err(Error::new(
        ErrorKind::TimeEntriesNoOverlap,
        format!(
            "this time overlaps entry {} on {}, {span}",
            other.id, other.line
        ),
    )
    .hint(match (end, other.end_ts) {
        (None, Some(_)) if other.start_ts > start => {
            "a timer runs until now; add time that is over with: wl entry add WHAT --start TIME --end TIME"
                .to_owned()
        }
        (Some(_), None) if user_id == tx.actor.id => format!(
            "change the times, or end entry {} before with: wl stop --at TIME",
            other.id
        ),
        _ => format!(
            "change the times, or look at it with: wl entry show {}",
            other.id
        ),
    }))
}

/// The row that a person names to the audit trail, removed ones too: an entry
/// by its id, `WO-1042`, `WO-1042/2`, `order:1042` where a number looks like an
/// id, `user:anna`, `bill:17` or `setting:zone`.
pub fn find_entity(tx: &mut Tx<'_>, name: &str) -> Result<(Entity, i64)> {
    use crate::schema::wl::settings;
    if let Ok(id) = name.parse() {
        return Ok((Entity::TimeEntry, id));
    }
    match name.split_once(':') {
        Some(("user", user)) => return Ok((Entity::User, find_user(tx, user)?.id)),
        Some(("bill", number)) => {
            let id = number.parse().map_err(|_| {
                let number = text::short(number, 60);
                Error::usage(format!("{number} is not the number of a bill"))
                    .hint("see the numbers with: wl bill list --cancelled")
            })?;
            return Ok((Entity::Bill, id));
        }
        Some(("setting", setting)) => {
            let found = settings::table
                .filter(settings::name.eq(setting))
                .select(settings::id);
            let id = found.get_result(tx.conn).optional()?;
            return Ok((
                Entity::Setting,
                id.ok_or_else(|| {
                    let near = text::nearest(setting, Setting::ALL.map(Setting::as_str));
                    Error::not_found(format!("there is no setting {}", text::short(setting, 60)))
                        .hint(did_you_mean(near.as_deref(), "wl settings"))
                })?,
            ));
        }
        _ => {}
    }
    let OrderOrLine { order, position } = name.strip_prefix("order:").unwrap_or(name).parse()?;
    let order = find_order(tx, &order)?;
    let Some(position) = position else {
        return Ok((Entity::WorkOrder, order.id));
    };
    let id = find_line(tx, &order, position)?;
    Ok((Entity::LineItem, id))
}

/// The line item at this position, removed or not.
pub fn find_line(tx: &mut Tx<'_>, order: &WorkOrder, position: i32) -> Result<i64> {
    use crate::schema::wl::line_items;
    let found = line_items::table
        .filter(line_items::work_order_id.eq(order.id))
        .filter(line_items::position.eq(position))
        .select(line_items::id);
    let id: Option<i64> = found.get_result(tx.conn).optional()?;
    id.ok_or_else(|| no_line(tx, order.id, &order.number, position))
}

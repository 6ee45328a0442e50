//! Starting, stopping and cancelling the one timer that a user has.

mod cancel;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};

pub use self::cancel::{Cancelled, cancel};
use super::what::{self, What};
use crate::db::connect::Session;
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::audit;
use crate::ledger::guards::{LockedUser, Snap, TargetRow};
use crate::ledger::{self, Settings, Tx, guards};
use crate::models::{Action, LineItem, OrderOrLine, Role, Running, WorkOrder};
use crate::schema::wl::time_entries;
use crate::text;
use crate::time::{self, When};

/// A timer, as commands show it.
#[derive(Debug, Clone)]
pub struct Timer {
    pub id: i64,
    pub version: i64,
    pub work_order: String,
    pub line_item: i32,
    /// The login of the person whose time it is.
    pub user: String,
    pub title: String,
    pub line_description: String,
    pub start_ts: DateTime<Utc>,
    pub end_ts: Option<DateTime<Utc>>,
    pub duration_seconds: Option<i64>,
    pub note: Option<String>,
}

impl Timer {
    fn running(locked: &LockedUser, found: Running) -> Option<Self> {
        let line = found.line?;
        let (work_order, line_item) = line.rsplit_once('/')?;
        Some(Self {
            id: found.entry_id?,
            version: found.version?,
            work_order: work_order.to_owned(),
            line_item: line_item.parse().ok()?,
            user: locked.user.db_role.clone(),
            title: found.order_title?,
            line_description: found.line_description?,
            start_ts: found.start_ts?,
            end_ts: None,
            duration_seconds: None,
            note: found.note,
        })
    }

    /// One that has just been inserted.
    fn new(tx: &Tx<'_>, id: i64, order: WorkOrder, line: LineItem, at: DateTime<Utc>) -> Self {
        Self {
            id,
            version: 1,
            work_order: order.number,
            line_item: line.position,
            user: tx.actor.login.clone(),
            title: order.title,
            line_description: line.description,
            start_ts: at,
            end_ts: None,
            duration_seconds: None,
            note: None,
        }
    }

    /// `WO-1042/2`
    pub fn line(&self) -> String {
        format!("{}/{}", self.work_order, self.line_item)
    }
}

/// What a start came to.
pub enum Outcome {
    /// The new timer, and the one that it stopped.
    Started {
        timer: Timer,
        stopped: Option<Timer>,
        snaps: Vec<Snap>,
    },
    /// It was running on that line item already; a note was added if one was given.
    Running(Timer),
    /// Nothing was started: a person is to say when this one ended. Also the line item
    /// that was asked for.
    Stale(Timer, What),
}

pub struct Start<'a> {
    pub what: &'a What,
    pub note: Option<&'a str>,
    pub at: Option<&'a When>,
    /// Refuse instead of stopping a running timer.
    pub no_switch: bool,
    pub forgotten: Forgotten<'a>,
}

/// What is to be done with a timer that would be longer than `stale_after` when the next
/// one starts.
pub enum Forgotten<'a> {
    /// Stop it like any other.
    Stop,
    /// Leave it alone, and ask a person.
    Ask,
    /// Stop it when the person says, if it is still this version of this entry.
    Ended { timer: &'a Timer, at: &'a When },
}

/// Starts a timer; a running one stops at the same instant (R1).
pub fn start(tx: &mut Tx<'_>, start: &Start<'_>, zone: Tz) -> Result<Outcome> {
    let note = text::filled(start.note);
    let (locked, running, row, named) = lock(tx, start.what)?;
    let running = Timer::running(&locked, running);
    if let Forgotten::Ended { timer, .. } = start.forgotten {
        unchanged(timer, running.as_ref())?;
    }
    let running = match running {
        Some(running) if row.place() == Some(running.line()) => {
            return match note {
                Some(note) => add_note(tx, &locked, running, note).map(Outcome::Running),
                None => Ok(Outcome::Running(running)),
            };
        }
        other => other,
    };
    let (order, line) = row.target(tx, &named.order, named.position)?;
    let (at, snaps) = match start.at {
        Some(when) => typed_start(tx, when, zone)?,
        None => (locked.now, Vec::new()),
    };
    guards::not_future(tx, at, zone)?;
    let mut end = at;
    if let Some(running) = &running {
        if start.no_switch {
            return Err(timer_runs(running, zone));
        }
        stops_after_start(tx, running, at, zone)?;
    }
    if start.at.is_some() {
        guards::no_overlap(
            tx,
            tx.actor.id,
            running.as_ref().map(|timer| timer.id),
            at,
            None,
            zone,
        )?;
    }
    if let Some(running) = &running {
        match start.forgotten {
            Forgotten::Ask if is_long(tx, running.start_ts, at) => {
                let asked_for = What::line(&order.number, line.position);
                return Ok(Outcome::Stale(running.clone(), asked_for));
            }
            // until now means until the next one starts
            Forgotten::Ended { at: typed, .. } if !typed.is_now() => {
                end = forgotten_end(tx, running, typed, at, zone)?;
            }
            Forgotten::Ended { .. } | Forgotten::Ask | Forgotten::Stop => {}
        }
    }
    let stopped = match running {
        Some(timer) => Some(stop_at(tx, &timer, end, None)?.ok_or_else(|| gone(&timer, None))?),
        None => None,
    };
    if let Some(stopped) = stopped.as_ref().filter(|_| end != at) {
        audit::record(tx, Action::TimerStop, stopped.id, None)?;
    }
    let id = insert(tx, (order.id, line.id), at, note).map_err(|error| match error.kind {
        ErrorKind::TimeEntriesNoOverlap if start.at.is_none() => {
            guards::clock_behind(tx.now, "you have time that ends later", zone)
                .hint("if that clock was set back, wait until it is past that time; see your time with: wl week")
        }
        _ => error,
    })?;
    // the stop is on record as automatic only once the other timer runs
    if let Some(stopped) = stopped.as_ref().filter(|_| end == at) {
        audit::record(tx, Action::TimerAutoStop, stopped.id, None)?;
    }
    audit::record(tx, Action::TimerStart, id, None)?;
    let timer = Timer {
        note: note.map(str::to_owned),
        ..Timer::new(tx, id, order, line, at)
    };
    Ok(Outcome::Started {
        timer,
        stopped,
        snaps,
    })
}

/// A start as typed; to the minute, it may be the end of the entry before.
fn typed_start(tx: &mut Tx<'_>, when: &When, zone: Tz) -> Result<(DateTime<Utc>, Vec<Snap>)> {
    let typed = when.typed(tx.now, zone)?;
    let actor = tx.actor.id;
    let snapped = guards::snap(tx, actor, None, Some(typed), None)?;
    Ok((snapped.start.unwrap_or(typed.at), snapped.snaps))
}

/// Locks the user, then the line item that is meant. An order named in full costs a
/// single round trip.
fn lock(tx: &mut Tx<'_>, what: &What) -> Result<(LockedUser, Running, TargetRow, OrderOrLine)> {
    let (locked, running) = match what.in_full() {
        Some(typed) => {
            let (locked, running, row) =
                guards::timer_and_target(tx, &typed.order, typed.position)?;
            if row.has_order() {
                return Ok((locked, running, row, typed));
            }
            (locked, running)
        }
        None => guards::timer(tx, None)?,
    };
    let found = what::search(tx, what)?;
    let row = guards::target_row(tx, &found.order, found.position)?;
    Ok((locked, running, row, found))
}

/// Writes a timer on a line item that is locked and takes time; the record is the caller's.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    (order, line): (i64, i64),
    at: DateTime<Utc>,
    note: Option<&str>,
) -> Result<i64> {
    Ok(diesel::insert_into(time_entries::table)
        .values((
            time_entries::user_id.eq(tx.actor.id),
            time_entries::work_order_id.eq(order),
            time_entries::line_item_id.eq(line),
            time_entries::start_ts.eq(at),
            time_entries::note.eq(note),
        ))
        .returning(time_entries::id)
        .get_result(tx.conn)?)
}

fn is_long(tx: &Tx<'_>, start: DateTime<Utc>, end: DateTime<Utc>) -> bool {
    (end - start).num_seconds() > tx.settings.stale_after
}

/// The timer that a person was asked about is the one that runs now.
fn unchanged(asked: &Timer, now: Option<&Timer>) -> Result<()> {
    let what = match now {
        Some(now) if (now.id, now.version) == (asked.id, asked.version) => return Ok(()),
        Some(now) if now.id == asked.id => {
            format!("the timer on {} was changed meanwhile", asked.line())
        }
        Some(now) => format!(
            "the timer on {} was stopped meanwhile, and one runs on {}",
            asked.line(),
            now.line()
        ),
        None => format!("the timer on {} was stopped meanwhile", asked.line()),
    };
    Err(Error::new(ErrorKind::TimerChanged, what).hint(format!(
        "look at it with: wl entry show {}; then start again",
        asked.id
    )))
}

/// When a forgotten timer ended, before the next one starts at `at`.
fn forgotten_end(
    tx: &mut Tx<'_>,
    running: &Timer,
    typed: &When,
    at: DateTime<Utc>,
    zone: Tz,
) -> Result<DateTime<Utc>> {
    let end = typed.typed_as_end(running.start_ts, tx.now, zone)?.at;
    stops_after_start(tx, running, end, zone)?;
    guards::not_future(tx, end, zone)?;
    if end <= at {
        return Ok(end);
    }
    Err(Error::new(
        ErrorKind::TimeEntriesNoOverlap,
        format!(
            "the next timer starts at {}, before {}",
            time::show(at, zone),
            time::show(end, zone)
        ),
    )
    .hint("give an earlier end, or start the next timer later"))
}

/// A timer does not stop before it started (R3).
fn stops_after_start(tx: &Tx<'_>, timer: &Timer, at: DateTime<Utc>, zone: Tz) -> Result<()> {
    let start = timer.start_ts;
    if at >= start {
        return Ok(());
    }
    if start > tx.now {
        return Err(guards::clock_behind(
            tx.now,
            &format!(
                "the running timer on {} started later, at {}",
                timer.line(),
                time::show_second(start, zone)
            ),
            zone,
        )
        .hint("if that clock was set back, wait until it is past that time, or remove the timer with: wl cancel"));
    }
    let today = time::same_day(start, at, zone) && time::same_day(start, tx.now, zone);
    // within a minute, only the seconds tell them apart
    let show = match (today, time::same_minute(start, at, zone)) {
        (true, true) => time::show_clock_second,
        (true, false) => time::show_clock,
        (false, true) => time::show_second,
        (false, false) => time::show_day_clock,
    };
    Err(Error::new(
        ErrorKind::TimeEntriesEndCheck,
        format!(
            "the running timer on {} started at {}, so it can't stop at {}",
            timer.line(),
            show(start, zone),
            show(at, zone)
        ),
    )
    .hint("give a later --at, or remove that timer with: wl cancel"))
}

fn timer_runs(running: &Timer, zone: Tz) -> Error {
    let since = time::show(running.start_ts, zone);
    Error::new(
        ErrorKind::TimerRunning,
        format!(
            "a timer has been running on {} since {since}",
            running.line()
        ),
    )
    .hint("stop it with: wl stop; or leave out --no-switch to switch")
}

pub struct Stop<'a> {
    /// Whose timer; None: the actor's. For another user's, an admin gives a reason.
    pub user: Option<&'a str>,
    pub note: Option<&'a str>,
    pub at: Option<&'a When>,
    pub reason: Option<&'a str>,
}

/// Stops the running timer, no matter how long it ran.
pub fn stop(tx: &mut Tx<'_>, stop: &Stop<'_>, zone: Tz) -> Result<Timer> {
    let user_id = match stop.user {
        Some(name) => Some(guards::find_user(tx, name)?.id),
        None => None,
    };
    let (locked, running) = guards::timer(tx, user_id)?;
    if locked.user.id != tx.actor.id {
        guards::require_reason(tx, stop.reason, "stop", &locked.user.db_role)?;
    }
    let timer = Timer::running(&locked, running).ok_or_else(|| no_timer(tx, &locked))?;
    let at = match stop.at {
        Some(when) => when.typed_as_end(timer.start_ts, tx.now, zone)?.at,
        None => locked.now,
    };
    guards::not_future(tx, at, zone)?;
    stops_after_start(tx, &timer, at, zone)?;
    let stopped = stop_at(tx, &timer, at, stop.note)?;
    let timer = match stopped {
        Some(timer) => timer,
        None => return Err(not_the_same(tx, &locked, &timer)),
    };
    audit::record(tx, Action::TimerStop, timer.id, stop.reason)?;
    Ok(timer)
}

fn no_timer(tx: &Tx<'_>, locked: &LockedUser) -> Error {
    let login = &locked.user.db_role;
    let error = Error::new(ErrorKind::NoTimer, format!("{login} has no running timer"));
    error.hint(match locked.user.id == tx.actor.id {
        true => "start one with: wl start ORDER".to_owned(),
        false => format!(
            "see their time with: wl entry list --user {}",
            text::shell_word(login)
        ),
    })
}

/// The entry, if it is still this running timer. The lock of the user keeps other sessions
/// of `wl` away, but not one that changes the entry through SQL: a change that waited for
/// that one looks again.
#[diesel::dsl::auto_type(no_type_alias)]
fn still_runs(id: i64, version: i64) -> _ {
    time_entries::table
        .find(id)
        .filter(time_entries::row_version.eq(version))
        .filter(time_entries::end_ts.is_null())
        .filter(time_entries::deleted_at.is_null())
}

/// Why a running timer could not be changed: it is not what was read before.
fn not_the_same(tx: &mut Tx<'_>, locked: &LockedUser, timer: &Timer) -> Error {
    match guards::timer(tx, Some(locked.user.id)) {
        Ok((locked, running)) => match Timer::running(&locked, running) {
            None => no_timer(tx, &locked),
            now => gone(timer, now.as_ref()),
        },
        Err(error) => error,
    }
}

fn gone(timer: &Timer, now: Option<&Timer>) -> Error {
    match unchanged(timer, now) {
        Err(error) => error.hint("try again"),
        Ok(()) => Error::new(ErrorKind::Busy, "your timer has just been changed").hint("try again"),
    }
}

/// Ends a timer; a note given at the stop follows the one given at the start. None: it no
/// longer runs, or was changed.
fn stop_at(
    tx: &mut Tx<'_>,
    timer: &Timer,
    at: DateTime<Utc>,
    note: Option<&str>,
) -> Result<Option<Timer>> {
    let note = longer_note(timer, note);
    let ended: Option<Option<i64>> = diesel::update(still_runs(timer.id, timer.version))
        .set((time_entries::end_ts.eq(at), time_entries::note.eq(&note)))
        .returning(time_entries::duration_seconds)
        .get_result(tx.conn)
        .optional()?;
    Ok(ended.map(|duration_seconds| Timer {
        end_ts: Some(at),
        duration_seconds,
        note,
        ..timer.clone()
    }))
}

fn longer_note(timer: &Timer, note: Option<&str>) -> Option<String> {
    match (&timer.note, text::filled(note)) {
        (Some(first), Some(second)) => Some(format!("{first}; {second}")),
        (first, second) => first.clone().or(second.map(str::to_owned)),
    }
}

/// Adds to the note of the actor's running timer.
pub fn note(tx: &mut Tx<'_>, note: &str) -> Result<Timer> {
    let (locked, running) = guards::timer(tx, None)?;
    let timer = Timer::running(&locked, running).ok_or_else(|| no_timer(tx, &locked))?;
    add_note(tx, &locked, timer, note)
}

fn add_note(tx: &mut Tx<'_>, locked: &LockedUser, timer: Timer, note: &str) -> Result<Timer> {
    let note = longer_note(&timer, Some(note));
    let changed = diesel::update(still_runs(timer.id, timer.version))
        .set((
            time_entries::note.eq(&note),
            time_entries::edited_reason.eq(None::<&str>),
        ))
        .execute(tx.conn)?;
    if changed == 0 {
        return Err(not_the_same(tx, locked, &timer));
    }
    audit::record(tx, Action::EntryEdit, timer.id, None)?;
    Ok(Timer { note, ..timer })
}

/// The actor's running timer with its order's customer, as one row.
#[derive(QueryableByName)]
pub struct Status {
    #[diesel(embed)]
    pub running: Running,
    #[diesel(sql_type = Nullable<Text>)]
    pub customer: Option<String>,
}

/// The actor's running timer, in a single round trip. An accountant has none
/// and ops may not read notes, so only those who record time have the columns.
pub fn status(conn: &mut Session) -> Result<(Settings, DateTime<Utc>, Status)> {
    ledger::read_one(
        conn,
        "t.id AS entry_id, t.row_version AS version, o.number || '/' || l.position AS line,
         o.title AS order_title, l.description AS line_description, o.customer, t.start_ts, t.note",
        "LEFT JOIN wl.time_entries t ON t.user_id = u.id AND t.end_ts IS NULL AND t.deleted_at IS NULL
         LEFT JOIN wl.work_orders o ON o.id = t.work_order_id
         LEFT JOIN wl.line_items l ON l.id = t.line_item_id",
    )
    .or_else(|error| match error.kind {
        ErrorKind::NoPermission => Err(has_no_timer(conn, error)?),
        _ => Err(error),
    })
}

/// Why the actor may not read a timer: their role says so, or else `error`.
fn has_no_timer(conn: &mut Session, error: Error) -> Result<Error> {
    Ok(match ledger::role_after_failure(conn)? {
        Role::Ops => {
            Error::no_permission("your login has no timer: technicians and admins record time")
                .hint("see the time of all with: wl entry list -p today")
        }
        Role::Technician | Role::Admin | Role::Accountant => error,
    })
}

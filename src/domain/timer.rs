//! Starting and stopping the one timer that a user has.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;

use crate::error::{Error, ErrorKind, Result};
use crate::ledger::audit;
use crate::ledger::{self, Settings, Tx, guards};
use crate::models::{Action, Role, Running};
use crate::schema::wl::time_entries;
use crate::time::{self, When};

/// A timer, as commands show it.
#[derive(Debug, Clone)]
pub struct Timer {
    pub id: i64,
    /// `WO-1042/2`
    pub line: String,
    pub start_ts: DateTime<Utc>,
    pub end_ts: Option<DateTime<Utc>>,
    pub duration_seconds: Option<i64>,
    pub note: Option<String>,
}

impl Timer {
    fn running(found: Running) -> Option<Self> {
        Some(Self {
            id: found.entry_id?,
            line: found.line?,
            start_ts: found.start_ts?,
            end_ts: None,
            duration_seconds: None,
            note: found.note,
        })
    }
}

pub struct Started {
    pub timer: Timer,
    pub stopped: Option<Timer>,
}

pub struct Start<'a> {
    pub order: &'a str,
    pub position: Option<i32>,
    pub note: Option<&'a str>,
    pub at: Option<&'a When>,
    /// Refuse instead of stopping a running timer.
    pub no_switch: bool,
}

/// Starts a timer; a running one stops at the same instant (R1).
pub fn start(tx: &mut Tx<'_>, start: &Start<'_>, zone: Tz) -> Result<Started> {
    let actor = tx.actor.id;
    let (locked, running, (order, line)) =
        guards::timer_and_target(tx, start.order, start.position)?;
    let running = Timer::running(running);
    let at = match start.at {
        Some(when) => when.resolve(tx.now, zone)?,
        None => locked.now,
    };
    guards::not_future(tx, at, zone)?;
    if let Some(running) = &running {
        if start.no_switch {
            return Err(timer_runs(running, zone));
        }
        guards::end_after_start(running.start_ts, at, zone)?;
    }
    if start.at.is_some() {
        guards::no_overlap(
            tx,
            actor,
            running.as_ref().map(|timer| timer.id),
            at,
            None,
            zone,
        )?;
    }
    let stopped = running.map(|timer| end(tx, timer, at, None)).transpose()?;
    let id: i64 = diesel::insert_into(time_entries::table)
        .values((
            time_entries::user_id.eq(actor),
            time_entries::work_order_id.eq(order.id),
            time_entries::line_item_id.eq(line.id),
            time_entries::start_ts.eq(at),
            time_entries::note.eq(start.note),
        ))
        .returning(time_entries::id)
        .get_result(tx.conn)?;
    // the stop is on record as automatic only once the other timer runs
    if let Some(stopped) = &stopped {
        audit::record(tx, Action::TimerAutoStop, stopped.id, None)?;
    }
    audit::record(tx, Action::TimerStart, id, None)?;
    let line = format!("{}/{}", order.number, line.position);
    let note = start.note.map(str::to_owned);
    Ok(Started {
        timer: Timer {
            id,
            line,
            start_ts: at,
            end_ts: None,
            duration_seconds: None,
            note,
        },
        stopped,
    })
}

fn timer_runs(running: &Timer, zone: Tz) -> Error {
    let since = time::show(running.start_ts, zone);
    Error::new(
        ErrorKind::TimerRunning,
        format!("a timer has been running on {} since {since}", running.line),
    )
    .hint("stop it with: wl timer stop; or leave out --no-switch to switch")
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
    let Some(timer) = Timer::running(running) else {
        return Err(Error::new(
            ErrorKind::NoTimer,
            format!("{} has no running timer", locked.user.db_role),
        )
        .hint("start one with: wl timer start ORDER"));
    };
    let at = match stop.at {
        Some(when) => when.resolve(tx.now, zone)?,
        None => locked.now,
    };
    guards::not_future(tx, at, zone)?;
    guards::end_after_start(timer.start_ts, at, zone)?;
    let timer = end(tx, timer, at, stop.note)?;
    audit::record(tx, Action::TimerStop, timer.id, stop.reason)?;
    Ok(timer)
}

/// Ends a timer; a note given at the stop follows the one given at the start.
fn end(tx: &mut Tx<'_>, timer: Timer, at: DateTime<Utc>, note: Option<&str>) -> Result<Timer> {
    let note = match (&timer.note, note) {
        (Some(first), Some(second)) => Some(format!("{first}; {second}")),
        (first, second) => first.clone().or(second.map(str::to_owned)),
    };
    let duration_seconds = diesel::update(time_entries::table.find(timer.id))
        .set((time_entries::end_ts.eq(at), time_entries::note.eq(&note)))
        .returning(time_entries::duration_seconds)
        .get_result(tx.conn)?;
    Ok(Timer {
        end_ts: Some(at),
        duration_seconds,
        note,
        ..timer
    })
}

/// The actor's running timer, in a single round trip. An accountant has none
/// and ops may not read notes, so only those who record time have the columns.
pub fn status(conn: &mut PgConnection) -> Result<(Settings, DateTime<Utc>, Running)> {
    ledger::read_one(
        conn,
        "t.id AS entry_id, o.number || '/' || l.position AS line, t.start_ts, t.note",
        "LEFT JOIN wl.time_entries t ON t.user_id = u.id AND t.end_ts IS NULL AND t.deleted_at IS NULL
         LEFT JOIN wl.work_orders o ON o.id = t.work_order_id
         LEFT JOIN wl.line_items l ON l.id = t.line_item_id",
    )
    .or_else(|error| match error.kind {
        ErrorKind::NoPermission => Err(no_timer(conn, error)?),
        _ => Err(error),
    })
}

/// Why the actor may not read a timer: their role says so, or else `error`.
fn no_timer(conn: &mut PgConnection, error: Error) -> Result<Error> {
    Ok(match ledger::role_after_failure(conn)? {
        Role::Ops => {
            Error::no_permission("your login has no timer: technicians and admins record time")
        }
        Role::Technician | Role::Admin | Role::Accountant => error,
    })
}

//! Cancelling a timer: it never ran, and the one that it stopped goes on.

use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};

use super::{Timer, insert, no_timer, not_the_same, still_runs};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::guards::TimeTarget;
use crate::ledger::{Tx, audit, guards};
use crate::models::Action;
use crate::schema::wl::time_entries;

/// What a cancel came to.
pub struct Cancelled {
    /// The removed timer, as long as it had run.
    pub timer: Timer,
    /// The timer that goes on where the removed one began.
    pub restarted: Option<Timer>,
    /// Why there is none, although the removed one had stopped another.
    pub refused: Option<Error>,
}

/// Removes the actor's running timer. If its start had stopped another timer of theirs, a
/// new one starts on that line item from the same instant, if time may still go there.
pub fn cancel(tx: &mut Tx<'_>, zone: Tz) -> Result<Cancelled> {
    let (locked, running) = guards::timer(tx, None)?;
    let timer = Timer::running(&locked, running).ok_or_else(|| no_timer(tx, &locked))?;
    // line items are locked before entries
    let (target, refused) = match stopped_by(tx, timer.id)? {
        None => (None, None),
        Some(before) => {
            let target = guards::target(tx, &before.number, Some(before.position));
            // the clock may have been set back since
            match target.and_then(|target| {
                guards::not_future(tx, timer.start_ts, zone)?;
                Ok(target)
            }) {
                Ok(target) => (Some(target), None),
                Err(error) if takes_no_time(error.kind) => (None, Some(error)),
                Err(error) => return Err(error),
            }
        }
    };
    let removed = diesel::update(still_runs(timer.id, timer.version))
        .set(time_entries::deleted_at.eq(tx.now))
        .execute(tx.conn)?;
    if removed == 0 {
        return Err(not_the_same(tx, &locked, &timer));
    }
    audit::record(tx, Action::TimerCancel, timer.id, None)?;
    let restarted = match target {
        None => None,
        Some((order, line)) => Some(restart(tx, &timer, (order, line))?),
    };
    Ok(Cancelled {
        timer: Timer {
            duration_seconds: Some((locked.now - timer.start_ts).num_seconds().max(0)),
            ..timer
        },
        restarted,
        refused,
    })
}

fn restart(tx: &mut Tx<'_>, cancelled: &Timer, (order, line): TimeTarget) -> Result<Timer> {
    let id = insert(tx, (order.id, line.id), cancelled.start_ts, None)?;
    audit::record(tx, Action::TimerStart, id, None)?;
    Ok(Timer::new(tx, id, order, line, cancelled.start_ts))
}

fn takes_no_time(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::OrderClosed
            | ErrorKind::OrderRemoved
            | ErrorKind::LineClosed
            | ErrorKind::LineRemoved
            | ErrorKind::FutureTime
    )
}

#[derive(QueryableByName)]
struct Before {
    #[diesel(sql_type = Text)]
    number: String,
    #[diesel(sql_type = Integer)]
    position: i32,
}

/// Where the timer was that the start of this one stopped. It may have been corrected
/// since; one that was removed is not to go on.
fn stopped_by(tx: &mut Tx<'_>, id: i64) -> Result<Option<Before>> {
    Ok(diesel::sql_query(
        "SELECT o.number, l.position
         FROM wl.audit_log a
         JOIN wl.audit_log s ON s.op_id = a.op_id AND s.txid = a.txid AND s.actor_id = a.actor_id
            AND s.entity_type = a.entity_type AND s.action = 'timer.auto_stop'
         JOIN wl.time_entries e ON e.id = s.entity_id AND e.user_id = $2 AND e.deleted_at IS NULL
         JOIN wl.work_orders o ON o.id = e.work_order_id
         JOIN wl.line_items l ON l.id = e.line_item_id
         WHERE a.entity_type = 'time_entry' AND a.entity_id = $1 AND a.entity_version = 1
           AND a.action = 'timer.start'",
    )
    .bind::<BigInt, _>(id)
    .bind::<BigInt, _>(tx.actor.id)
    .get_result(tx.conn)
    .optional()?)
}

//! Which entry a person means: an ID, or one of their own newest.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};

use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::models::EntryRef;

/// The actor's entries by their start, the running one first: an entry without length may
/// begin after it.
const LIVE: &str = "SELECT r.id FROM (
        SELECT e.id, e.start_ts, e.end_ts FROM wl.time_entries e
        WHERE e.user_id = $1 AND e.end_ts IS NULL AND e.deleted_at IS NULL
        UNION ALL
        (SELECT e.id, e.start_ts, e.end_ts FROM wl.time_entries e
         WHERE e.user_id = $1 AND e.end_ts IS NOT NULL AND e.deleted_at IS NULL
         ORDER BY e.start_ts DESC, e.id DESC LIMIT $2)) r
    ORDER BY r.end_ts IS NULL DESC, r.start_ts DESC, r.id DESC OFFSET $2 - 1 LIMIT 1";

/// The actor's removed entries, the one that was removed last first.
const REMOVED: &str = "SELECT e.id FROM wl.time_entries e
    WHERE e.user_id = $1 AND e.deleted_at IS NOT NULL
    ORDER BY e.deleted_at DESC, e.id DESC OFFSET $2 - 1 LIMIT 1";

/// The ID of a live entry. `@` is the actor's running entry, or else the one that started
/// last; `@2` is the one before.
pub fn entry_id(tx: &mut Tx<'_>, wanted: EntryRef) -> Result<i64> {
    find(tx, wanted, LIVE, "time entry")
}

/// The same among removed entries: `@` is the one that was removed last.
pub fn removed_entry_id(tx: &mut Tx<'_>, wanted: EntryRef) -> Result<i64> {
    find(tx, wanted, REMOVED, "removed time entry")
}

fn find(tx: &mut Tx<'_>, wanted: EntryRef, sql: &str, what: &str) -> Result<i64> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = BigInt)]
        id: i64,
    }
    let place = match wanted {
        EntryRef::Id(id) => return Ok(id),
        EntryRef::Recent(place) => place,
    };
    let actor = tx.actor.id;
    if tx.writes() {
        // no other session of this user starts a timer between here and the change
        super::user(tx, actor)?;
    }
    let found: Option<Found> = diesel::sql_query(sql)
        .bind::<BigInt, _>(actor)
        .bind::<Integer, _>(i32::from(place))
        .get_result(tx.conn)
        .optional()?;
    found.map(|found| found.id).ok_or_else(|| {
        let login = &tx.actor.login;
        Error::not_found(match place {
            1 => format!("{login} has no {what}"),
            _ => format!("{login} has no {what} {wanted}: there are fewer"),
        })
        .hint("see them with: wl entry list; add --removed for removed ones")
    })
}

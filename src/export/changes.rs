//! Whether exported data has changed since an earlier seal, for a batch that is
//! continued. `ledger::changed` lists the differences.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Nullable, Timestamptz};

use super::CheckedSelection;
use crate::error::Result;
use crate::ledger::Tx;
use crate::ledger::seal::{self, Seal};

/// From the records after the heads of the seal: an entry counts where it
/// belongs to the orders and the period, or did before the change; the status of
/// line items is not shown.
const CHANGED: &str = "
    WITH head AS (
        SELECT * FROM unnest($1, $2) AS h (actor_id, chain_seq)
    ), later AS (
        SELECT a.entity_type, a.entity_id, a.entity_version, a.action, a.after
        FROM wl.users u
        LEFT JOIN head h ON h.actor_id = u.id
        CROSS JOIN LATERAL (SELECT * FROM wl.audit_log a
            WHERE a.actor_id = u.id AND a.chain_seq > coalesce(h.chain_seq, 0) OFFSET 0) a
    )
    SELECT EXISTS (
        SELECT FROM later a WHERE CASE a.entity_type
            WHEN 'setting' THEN a.after ->> 'name' IN ('organisation', 'zone', 'two_pairs_of_eyes')
            WHEN 'user' THEN EXISTS (SELECT FROM wl.time_entries e
                WHERE e.work_order_id = ANY ($3) AND a.entity_id IN (e.user_id, e.approved_by))
            WHEN 'work_order' THEN a.entity_id = ANY ($3)
            WHEN 'line_item' THEN (a.after ->> 'work_order_id')::bigint = ANY ($3) AND a.action <> 'line.status'
            ELSE EXISTS (SELECT FROM wl.audit_log v
                WHERE v.entity_type = a.entity_type AND v.entity_id = a.entity_id
                    AND v.entity_version IN (a.entity_version, a.entity_version - 1)
                    AND ($6 OR (v.after ->> 'work_order_id')::bigint = ANY ($3))
                    AND ($4 IS NULL OR (v.after ->> 'start_ts')::timestamptz >= $4)
                    AND ($5 IS NULL OR (v.after ->> 'start_ts')::timestamptz < $5))
            END
    ) AS changed";

/// Also true if the trail is not the one that was sealed.
///
/// `orders` are those that the export shows; one of a period shows whatever
/// time is in it, so there every order's entries count.
pub fn since(
    tx: &mut Tx<'_>,
    seal: &Seal,
    checked: &CheckedSelection,
    orders: &[i64],
) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Answer {
        #[diesel(sql_type = Bool)]
        changed: bool,
    }
    if !seal::is_in_trail(tx.conn, seal)? {
        return Ok(true);
    }
    let heads = seal.heads.iter();
    let actors: Vec<i64> = heads.clone().map(|head| head.actor_id).collect();
    let lengths: Vec<i64> = heads.map(|head| head.chain_seq).collect();
    // how many records are newer can't be estimated, and a wrong guess would
    // read the entire trail
    tx.conn.batch_execute("SET LOCAL enable_seqscan = off")?;
    let answer: Answer = diesel::sql_query(CHANGED)
        .bind::<Array<BigInt>, _>(actors)
        .bind::<Array<BigInt>, _>(lengths)
        .bind::<Array<BigInt>, _>(orders)
        .bind::<Nullable<Timestamptz>, _>(checked.filter.from)
        .bind::<Nullable<Timestamptz>, _>(checked.filter.to)
        .bind::<Bool, _>(checked.filter.orders.is_none())
        .get_result(tx.conn)?;
    tx.conn
        .batch_execute("SET LOCAL enable_seqscan TO DEFAULT")?;
    Ok(answer.changed)
}

//! What the record of a bill covers beside its own row: its lines. Then what only repeats
//! other tables.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};

use super::lines::verify_lines;
use super::problems::Report;
use crate::error::Result;
use crate::ledger::Tx;

/// SQL: a bill has lines.
const WITHOUT_LINES: &str = "
    SELECT 'bill' AS entity_type, b.id AS entity_id, b.row_version AS entity_version,
        'the lines are gone' AS problem
    FROM wl.bills b
    WHERE NOT EXISTS (SELECT FROM wl.bill_lines l WHERE l.bill_id = b.id) ORDER BY 2";

/// SQL: the greatest number is the count.
const NUMBERS: &str = "
    SELECT 'bill' AS entity_type, max(b.id) AS entity_id, 0::bigint AS entity_version,
        format('there are %s bills with numbers up to %s', count(*), max(b.id)) AS problem
    FROM wl.bills b HAVING max(b.id) <> count(*)";

/// SQL: the time on an active bill is still what was billed, and `unbilled` is the
/// approved time on no active bill.
const APPROVED_TIME: &str = "
    SELECT 'time_entry' AS entity_type, coalesce(e.id, l.time_entry_id, u.time_entry_id) AS entity_id,
        coalesce(e.row_version, 0) AS entity_version,
        CASE WHEN l.bill_id IS NOT NULL AND e.row_version IS DISTINCT FROM l.entry_version
            THEN format('the entry is on bill %s, but not in the version that was billed', l.bill_id)
            ELSE 'wl.unbilled is not as the entries and the bills say' END AS problem
    FROM (SELECT e.id, e.row_version, e.work_order_id, e.start_ts FROM wl.time_entries e WHERE e.status = 'LOCKED') e
    FULL JOIN (SELECT l.time_entry_id, l.bill_id, l.entry_version FROM wl.bill_lines l WHERE NOT l.cancelled) l
        ON l.time_entry_id = e.id
    FULL JOIN wl.unbilled u ON u.time_entry_id = e.id
    WHERE CASE WHEN l.bill_id IS NOT NULL
        THEN e.row_version IS DISTINCT FROM l.entry_version OR u.time_entry_id IS NOT NULL
        ELSE (e.id, e.work_order_id, e.start_ts::timestamptz) IS DISTINCT FROM (u.time_entry_id, u.work_order_id, u.start_ts)
        END
    ORDER BY 2";

/// SQL: `bill_orders` has the orders of each bill.
const BILL_ORDERS: &str = "
    SELECT 'bill' AS entity_type, coalesce(l.bill_id, o.bill_id) AS entity_id, 0::bigint AS entity_version,
        'wl.bill_orders is not as the lines and the bill say' AS problem
    FROM (SELECT DISTINCT l.bill_id, l.work_order_id, b.cancelled, b.until_ts
        FROM wl.bill_lines l JOIN wl.bills b ON b.id = l.bill_id) l
    FULL JOIN wl.bill_orders o ON (o.bill_id, o.work_order_id) = (l.bill_id, l.work_order_id)
    WHERE (l.bill_id, l.cancelled, l.until_ts) IS DISTINCT FROM (o.bill_id, o.cancelled, o.until_ts)
    ORDER BY 2";

/// SQL: a letterhead has the hash of what it says, by the recipe `wl-letterhead-1`.
const LETTERHEADS: &str = "
    SELECT 'letterhead' AS entity_type, l.id AS entity_id, l.row_version AS entity_version,
        'the hash is not that of the letterhead' AS problem
    FROM wl.letterheads l
    WHERE l.sha256 <> sha256(convert_to(json_build_array('wl-letterhead-1', l.organisation, l.address,
        encode(l.logo_sha256, 'hex'), l.footer, l.language, l.zone)::text, 'UTF8'))
    ORDER BY 2";

/// Whether the lines of one bill are those that its record covers, and its letterhead says
/// what its hash says.
pub fn lines_hold(tx: &mut Tx<'_>, bill: i64) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Held {
        #[diesel(sql_type = Bool)]
        held: bool,
    }
    let held: Held = diesel::sql_query(
        "SELECT coalesce((SELECT
                sha256(convert_to(string_agg(p.text, chr(10) ORDER BY p.position), 'UTF8')) = b.lines_sha256
                AND bool_and(p.cancelled = b.cancelled)
            FROM wl.bills b JOIN wl.bill_proof p ON p.bill_id = b.id WHERE b.id = $1 GROUP BY b.id), false)
          AND coalesce((SELECT l.sha256 = sha256(convert_to(json_build_array('wl-letterhead-1', l.organisation,
                l.address, encode(l.logo_sha256, 'hex'), l.footer, l.language, l.zone)::text, 'UTF8'))
            FROM wl.bills b JOIN wl.letterheads l ON l.id = b.letterhead_id WHERE b.id = $1), false) AS held",
    )
    .bind::<BigInt, _>(bill)
    .get_result(tx.conn)?;
    Ok(held.held)
}

/// Compares all lines with their bills, and what is derived with what it is derived from.
pub fn verify_bills(tx: &mut Tx<'_>, report: &mut Report) -> Result<()> {
    verify_lines(tx.conn, report)?;
    for sql in [
        WITHOUT_LINES,
        NUMBERS,
        APPROVED_TIME,
        BILL_ORDERS,
        LETTERHEADS,
    ] {
        report.add_all(tx, diesel::sql_query(sql))?;
    }
    Ok(())
}

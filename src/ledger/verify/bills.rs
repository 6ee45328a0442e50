//! What the record of a bill covers beside its own row: its lines. Then what only repeats
//! other tables.

use diesel::sql_types::{BigInt, Nullable};

use super::lines::verify_lines;
use super::problems::Report;
use crate::error::Result;
use crate::ledger::Tx;

/// SQL: a bill has lines; `$1`: only this bill.
const WITHOUT_LINES: &str = "
    SELECT 'bill' AS entity_type, b.id AS entity_id, b.row_version AS entity_version,
        'the lines are gone' AS problem
    FROM wl.bills b
    WHERE b.id = coalesce($1, b.id) AND NOT EXISTS (SELECT FROM wl.bill_lines l WHERE l.bill_id = b.id)
    ORDER BY 2";

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

/// SQL: a letterhead has the hash of what it says, by the recipe `wl-letterhead-1`; `$1`:
/// only that of this bill.
const LETTERHEADS: &str = "
    SELECT 'letterhead' AS entity_type, l.id AS entity_id, l.row_version AS entity_version,
        'the hash is not that of the letterhead' AS problem
    FROM wl.letterheads l
    WHERE l.sha256 <> sha256(convert_to(json_build_array('wl-letterhead-1', l.organisation, l.address,
        encode(l.logo_sha256, 'hex'), l.footer, l.language, l.zone)::text, 'UTF8'))
      AND ($1 IS NULL OR l.id = (SELECT b.letterhead_id FROM wl.bills b WHERE b.id = $1))
    ORDER BY 2";

/// Whether the lines of one bill are those that its record covers, and its letterhead says
/// what its hash says.
pub fn lines_hold(tx: &mut Tx<'_>, bill: i64) -> Result<bool> {
    let mut report = Report::default();
    verify_frozen(tx, Some(bill), &mut report)?;
    Ok(report.problem_count == 0)
}

/// Compares the lines and the letterheads of one bill, or all, with their hashes.
fn verify_frozen(tx: &mut Tx<'_>, bill: Option<i64>, report: &mut Report) -> Result<()> {
    verify_lines(tx.conn, bill, report)?;
    for sql in [WITHOUT_LINES, LETTERHEADS] {
        let query = diesel::sql_query(sql).bind::<Nullable<BigInt>, _>(bill);
        report.add_all(tx, query)?;
    }
    Ok(())
}

/// Compares all lines with their bills, and what is derived with what it is derived from.
pub fn verify_bills(tx: &mut Tx<'_>, report: &mut Report) -> Result<()> {
    verify_frozen(tx, None, report)?;
    for sql in [NUMBERS, APPROVED_TIME, BILL_ORDERS] {
        report.add_all(tx, diesel::sql_query(sql))?;
    }
    Ok(())
}

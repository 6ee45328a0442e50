//! What the exceptions cost follows the findings: no plan reads a table whole,
//! and the pages read don't grow with the rows that are in order.

use worklock::exceptions::Kind;

use crate::support::Db;

/// 20,000 entries, of which all but a handful are as they should be; also
/// hundreds of removed orders, line items and people.
const ROWS: &str = "
    SET session_replication_role = replica;
    INSERT INTO wl.users (db_role, full_name, role, created_at, created_by, row_version, deleted_at)
    SELECT 'u' || n, 'U', 'technician', now(), 1, 1, CASE WHEN n % 5 = 0 THEN now() END FROM generate_series(1, 200) n;
    INSERT INTO wl.work_orders (number, title, customer, status, created_at, created_by, row_version, deleted_at)
    SELECT 'B-' || n, 'T', 'C', CASE WHEN n <= 20 THEN 'ready_to_bill' WHEN n <= 2100 THEN 'billed' ELSE 'open' END,
        now(), 1, 1, CASE WHEN n > 2100 AND n % 2 = 0 THEN now() END FROM generate_series(1, 2200) n;
    INSERT INTO wl.line_items (work_order_id, position, description, status, created_at, created_by, row_version, deleted_at)
    SELECT o.id, p, 'D', CASE WHEN o.status = 'open' THEN 'open' ELSE 'done' END, now(), 1, 1,
        coalesce(o.deleted_at, CASE WHEN o.id % 40 = 0 AND p = 4 THEN now() END)
    FROM wl.work_orders o, generate_series(1, 4) p WHERE o.number LIKE 'B-%';
    INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts, status, approved_by, approved_at,
        approvals, touched_by, created_at, created_by, row_version)
    SELECT 7 + row_number() OVER () % 200, l.work_order_id, l.id, '2020-01-01'::timestamptz + row_number() OVER () * interval '1 hour',
        '2020-01-01'::timestamptz + row_number() OVER () * interval '1 hour' + interval '30 minutes',
        CASE WHEN l.status = 'open' THEN 'OPEN' ELSE 'LOCKED' END, CASE WHEN l.status = 'done' THEN 1 END,
        CASE WHEN l.status = 'done' THEN now() END, CASE WHEN l.status = 'done' THEN 1 ELSE 0 END, '{1}', now(), 1, 1
    FROM wl.line_items l, generate_series(1, 3) WHERE l.deleted_at IS NULL AND l.description = 'D';
    UPDATE wl.time_entries e SET user_id = 8 WHERE e.status = 'OPEN'; -- nobody who was removed
    SET session_replication_role = origin;
    ANALYZE wl.users, wl.work_orders, wl.line_items, wl.time_entries";

#[test]
fn no_plan_reads_a_table_whole() {
    let db = Db::new();
    db.query(ROWS);
    db.line_status("WO-1/2", "done");
    let rows: u32 = db
        .query("SELECT count(*) FROM wl.time_entries")
        .parse()
        .expect("a number");
    assert!(rows > 20_000, "{rows}");
    for kind in Kind::ALL {
        let sql = kind.query().replace("$1", "100").replace(
            "$2",
            match kind {
                Kind::StaleTimer | Kind::LongEntry => "28800",
                _ => "now() - interval '1 day'",
            },
        );
        let plan = db
            .sql(
                "olga",
                &format!("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) {sql}"),
            )
            .expect("a plan");
        for table in ["time_entries", "line_items", "work_orders"] {
            let whole = format!("Seq Scan on {table} ");
            assert!(!plan.contains(&whole), "{}: {plan}", kind.as_str());
        }
        // open time is mostly short, and there may be much of it
        let by_length = plan.contains("time_entries_long_idx");
        assert!(by_length || kind != Kind::LongEntry, "{plan}");
        // pages read: a few a removed row, and not one for each of 20,000 entries
        let pages: u32 = plan
            .lines()
            .find_map(|line| {
                let (_, hit) = line.split_once("Buffers: shared hit=")?;
                hit.split(' ').next()?.parse().ok()
            })
            .expect("pages");
        assert!(pages < 2_000, "{}: {pages} pages\n{plan}", kind.as_str());
    }
}

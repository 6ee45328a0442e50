//! One query per kind. Each first finds and counts the rows, through an index that holds
//! little but findings, and then looks up the details of the few that are shown.
//!
//! `$1` is how many to show, null for all. `fix` is a command with words that
//! [`super::find`] fills in. `LATERAL (... OFFSET 0)` keeps a look into an
//! index from becoming a scan of a table.

pub const STALE_TIMER: &str = "
    SELECT 'stale_timer' AS kind, o.number AS work_order, o.title, l.position AS line_item, l.description AS line_description, f.id AS entry_id,
        u.db_role::text AS \"user\", f.start_ts AS since, 1::bigint AS entries,
        floor(extract(epoch FROM (now() - f.start_ts)))::bigint AS duration_seconds,
        'the timer was never stopped' AS detail, false AS resolved,
        'wl stop --user USER --at TIME --reason TEXT' AS fix,
        f.kind_total, f.kind_total AS findings, f.oldest
    FROM (
        SELECT e.id, e.user_id, e.work_order_id, e.line_item_id, e.start_ts,
            count(*) OVER () AS kind_total, min(e.start_ts) OVER () AS oldest
        FROM wl.time_entries e
        WHERE e.end_ts IS NULL AND e.deleted_at IS NULL AND e.start_ts < now() - make_interval(secs => $2)
        ORDER BY e.start_ts, e.id LIMIT $1
    ) f
    CROSS JOIN LATERAL (SELECT o.number, o.title FROM wl.work_orders o WHERE o.id = f.work_order_id OFFSET 0) o
    CROSS JOIN LATERAL (SELECT l.position, l.description FROM wl.line_items l WHERE l.id = f.line_item_id OFFSET 0) l
    JOIN wl.users u ON u.id = f.user_id
    ORDER BY f.start_ts, f.id";

pub const LONG_ENTRY: &str = "
    SELECT 'long_entry' AS kind, o.number AS work_order, o.title, l.position AS line_item, l.description AS line_description, f.id AS entry_id,
        u.db_role::text AS \"user\", f.start_ts AS since, 1::bigint AS entries, f.duration_seconds,
        format('longer than the limit of %s:%s:%s', $2 / 3600, lpad(($2 / 60 % 60)::text, 2, '0'),
            lpad(($2 % 60)::text, 2, '0')) AS detail,
        false AS resolved, 'wl entry edit ENTRY --end TIME --reason TEXT' AS fix,
        f.kind_total, f.kind_total AS findings, f.oldest
    FROM (
        SELECT e.id, e.user_id, e.work_order_id, e.line_item_id, e.start_ts, e.duration_seconds::bigint,
            count(*) OVER () AS kind_total, min(e.start_ts) OVER () AS oldest
        FROM wl.time_entries e
        WHERE e.duration_seconds > $2 AND e.status = 'OPEN' AND e.deleted_at IS NULL
        ORDER BY e.start_ts, e.id LIMIT $1
    ) f
    CROSS JOIN LATERAL (SELECT o.number, o.title FROM wl.work_orders o WHERE o.id = f.work_order_id OFFSET 0) o
    CROSS JOIN LATERAL (SELECT l.position, l.description FROM wl.line_items l WHERE l.id = f.line_item_id OFFSET 0) l
    JOIN wl.users u ON u.id = f.user_id
    ORDER BY f.start_ts, f.id";

pub const UNAPPROVED_READY_TO_BILL: &str = "
    SELECT 'unapproved_ready_to_bill' AS kind, f.number AS work_order, f.title, NULL::int AS line_item, NULL AS line_description,
        NULL::bigint AS entry_id, NULL AS \"user\", f.since, t.entries, t.duration_seconds,
        CASE t.entries WHEN 1 THEN '1 entry' ELSE t.entries || ' entries' END || ' not approved'
            || CASE WHEN t.running THEN ', a timer is running' ELSE '' END AS detail,
        false AS resolved, 'wl approve ORDER' AS fix, f.kind_total, f.kind_total AS findings, f.oldest
    FROM (
        SELECT o.id, o.number, o.title, first.start_ts AS since,
            count(*) OVER () AS kind_total, min(first.start_ts) OVER () AS oldest
        FROM wl.work_orders o
        CROSS JOIN LATERAL (SELECT e.start_ts FROM wl.time_entries e
            WHERE e.work_order_id = o.id AND e.status = 'OPEN' AND e.deleted_at IS NULL
            ORDER BY e.start_ts LIMIT 1) first
        WHERE o.status = 'ready_to_bill' AND o.deleted_at IS NULL
        ORDER BY first.start_ts, o.id LIMIT $1
    ) f
    CROSS JOIN LATERAL (
        SELECT count(*) AS entries, coalesce(sum(e.duration_seconds), 0)::bigint AS duration_seconds,
            bool_or(e.end_ts IS NULL) AS running
        FROM wl.time_entries e WHERE e.work_order_id = f.id AND e.status = 'OPEN' AND e.deleted_at IS NULL
    ) t
    ORDER BY f.since, f.id";

/// `$2`: also what was approved again since then.
pub const EDITED_AFTER_APPROVAL: &str = "
    SELECT 'edited_after_approval' AS kind, o.number AS work_order, o.title, l.position AS line_item, l.description AS line_description, f.id AS entry_id,
        u.db_role::text AS \"user\", f.edited_at AS since, 1::bigint AS entries,
        coalesce(f.duration_seconds, 0) AS duration_seconds,
        format('%s by %s: %s', CASE WHEN f.resolved THEN 'approved again after a change' ELSE 'unlocked or changed' END,
            b.db_role, f.edited_reason) AS detail,
        f.resolved, CASE WHEN f.resolved THEN '' ELSE 'wl approve --entry ENTRY' END AS fix,
        f.kind_total, f.findings, f.oldest
    FROM (
        SELECT a.*, count(*) OVER () AS kind_total, count(*) FILTER (WHERE NOT a.resolved) OVER () AS findings,
            min(a.edited_at) FILTER (WHERE NOT a.resolved) OVER () AS oldest
        FROM (
            SELECT e.id, e.work_order_id, e.line_item_id, e.user_id, e.duration_seconds,
                e.edited_at, e.edited_by, e.edited_reason, false AS resolved
            FROM wl.time_entries e
            WHERE e.approvals > 0 AND e.status = 'OPEN' AND e.deleted_at IS NULL AND e.edited_at IS NOT NULL
            UNION ALL
            SELECT e.id, e.work_order_id, e.line_item_id, e.user_id, e.duration_seconds,
                e.edited_at, e.edited_by, e.edited_reason, true
            FROM wl.time_entries e
            WHERE e.approvals > 1 AND e.status = 'LOCKED' AND e.approved_at >= $2
        ) a
        ORDER BY a.resolved, a.edited_at, a.id LIMIT $1
    ) f
    CROSS JOIN LATERAL (SELECT o.number, o.title FROM wl.work_orders o WHERE o.id = f.work_order_id OFFSET 0) o
    CROSS JOIN LATERAL (SELECT l.position, l.description FROM wl.line_items l WHERE l.id = f.line_item_id OFFSET 0) l
    JOIN wl.users u ON u.id = f.user_id
    LEFT JOIN wl.users b ON b.id = f.edited_by
    ORDER BY f.resolved, f.edited_at, f.id";

/// `idle_since` may still be set although time was added later: the time decides.
pub const DONE_WITHOUT_TIME: &str = "
    SELECT 'done_without_time' AS kind, f.number AS work_order, f.title, f.position AS line_item, f.description AS line_description, NULL::bigint AS entry_id,
        NULL AS \"user\", f.idle_since AS since,
        (SELECT count(*) FROM wl.time_entries e WHERE e.line_item_id = f.id AND e.deleted_at IS NULL) AS entries,
        0::bigint AS duration_seconds, 'the line item is done but has zero seconds of time' AS detail, false AS resolved,
        CASE f.status WHEN 'billed' THEN 'wl order status ORDER ready_to_bill --reason TEXT'
            ELSE 'wl line status LINE open' END AS fix,
        f.kind_total, f.kind_total AS findings, f.oldest
    FROM (
        SELECT l.id, l.position, l.description, l.idle_since, o.number, o.title, o.status,
            count(*) OVER () AS kind_total, min(l.idle_since) OVER () AS oldest
        FROM wl.line_items l
        CROSS JOIN LATERAL (SELECT o.number, o.title, o.status FROM wl.work_orders o
            WHERE o.id = l.work_order_id AND o.deleted_at IS NULL OFFSET 0) o
        LEFT JOIN LATERAL (SELECT e.id FROM wl.time_entries e
            WHERE e.line_item_id = l.id AND e.deleted_at IS NULL AND e.duration_seconds > 0 LIMIT 1) e ON true
        WHERE l.idle_since IS NOT NULL AND l.deleted_at IS NULL AND l.status = 'done' AND e.id IS NULL
        ORDER BY l.idle_since, l.id LIMIT $1
    ) f
    ORDER BY f.idle_since, f.id";

/// Time of an order that can still be billed is due up to the end of its last bill, also
/// if a cancelled bill released it. The query starts from these orders, which are few, and
/// doesn't look at later time.
pub const UNBILLED_TIME: &str = "
    SELECT 'unbilled_time' AS kind, f.number AS work_order, f.title, NULL::int AS line_item, NULL AS line_description, NULL::bigint AS entry_id,
        NULL AS \"user\", f.since, t.entries, t.duration_seconds,
        CASE WHEN f.bill_id IS NULL THEN 'approved time on a cancelled work order is on no bill'
            ELSE format('approved time from before the end of bill %s (%s) is on no bill', f.bill_id,
                (SELECT to_char(b.until, 'YYYY-MM-DD') FROM wl.bills b WHERE b.id = f.bill_id)) END AS detail,
        false AS resolved, 'wl bill add ORDER' AS fix, f.kind_total, f.kind_total AS findings, f.oldest
    FROM (
        SELECT a.*, count(*) OVER () AS kind_total, min(a.since) OVER () AS oldest
        FROM (
            SELECT o.id, o.number, o.title, first.start_ts AS since, 'infinity'::timestamptz AS end_ts, NULL::bigint AS bill_id
            FROM wl.work_orders o
            CROSS JOIN LATERAL (SELECT u.start_ts FROM wl.unbilled u
                WHERE u.work_order_id = o.id ORDER BY u.start_ts LIMIT 1) first
            WHERE o.status = 'cancelled' AND o.deleted_at IS NULL
            UNION ALL
            SELECT o.id, o.number, o.title, first.start_ts, last.until_ts, last.bill_id
            FROM wl.work_orders o
            CROSS JOIN LATERAL (SELECT b.until_ts, b.bill_id FROM wl.bill_orders b
                WHERE b.work_order_id = o.id AND NOT b.cancelled ORDER BY b.until_ts DESC LIMIT 1) last
            CROSS JOIN LATERAL (SELECT u.start_ts FROM wl.unbilled u
                WHERE u.work_order_id = o.id AND u.start_ts < last.until_ts ORDER BY u.start_ts LIMIT 1) first
            WHERE o.status IN ('open', 'in_progress', 'ready_to_bill') AND o.deleted_at IS NULL
        ) a
        ORDER BY a.since, a.id LIMIT $1
    ) f
    CROSS JOIN LATERAL (
        SELECT count(*) AS entries, sum(e.duration_seconds)::bigint AS duration_seconds
        FROM wl.unbilled u JOIN wl.time_entries e ON e.id = u.time_entry_id
        WHERE u.work_order_id = f.id AND u.start_ts < f.end_ts
    ) t
    ORDER BY f.since, f.id";

/// The guards allow none of this; only a superuser can cause it. So all queries start
/// from removed rows, which are few.
pub const ORPHANED: &str = "
    SELECT 'orphaned' AS kind, o.number AS work_order, o.title, l.position AS line_item, l.description AS line_description, e.id AS entry_id,
        u.db_role::text AS \"user\", f.since, (e.id IS NOT NULL)::int::bigint AS entries,
        coalesce(e.duration_seconds, 0) AS duration_seconds,
        CASE f.what
            WHEN 'line_of_order' THEN 'the work order of this line item is removed'
            WHEN 'time_of_order' THEN 'the work order of this time is removed'
            WHEN 'time_of_line' THEN 'the line item of this time is removed'
            ELSE CASE WHEN e.end_ts IS NULL THEN 'the user of this timer is removed'
                ELSE 'the user of this unapproved time is removed' END
        END AS detail,
        false AS resolved,
        CASE WHEN f.what IN ('line_of_order', 'time_of_order') THEN 'wl order restore ORDER'
            WHEN f.what = 'time_of_line' THEN 'wl line restore LINE'
            WHEN e.end_ts IS NULL THEN 'wl stop --user USER --reason TEXT'
            ELSE 'wl approve --entry ENTRY'
        END AS fix,
        f.kind_total, f.kind_total AS findings, f.oldest
    FROM (
        SELECT a.*, count(*) OVER () AS kind_total, min(a.since) OVER () AS oldest
        FROM (
            SELECT 'line_of_order' AS what, l.id AS line_id, NULL::bigint AS entry_id, o.deleted_at AS since
            FROM wl.work_orders o
            CROSS JOIN LATERAL (SELECT l.id FROM wl.line_items l
                WHERE l.work_order_id = o.id AND l.deleted_at IS NULL OFFSET 0) l
            WHERE o.deleted_at IS NOT NULL
            UNION ALL
            SELECT 'time_of_order', e.line_item_id, e.id, o.deleted_at
            FROM wl.work_orders o
            CROSS JOIN LATERAL (SELECT e.id, e.line_item_id FROM wl.time_entries e
                WHERE e.work_order_id = o.id AND e.deleted_at IS NULL OFFSET 0) e
            WHERE o.deleted_at IS NOT NULL
            UNION ALL
            SELECT 'time_of_line', l.id, e.id, l.deleted_at
            FROM wl.line_items l
            CROSS JOIN LATERAL (SELECT e.id FROM wl.time_entries e
                WHERE e.line_item_id = l.id AND e.deleted_at IS NULL OFFSET 0) e
            WHERE l.deleted_at IS NOT NULL
            UNION ALL
            SELECT 'time_of_user', e.line_item_id, e.id, u.deleted_at
            FROM wl.users u
            CROSS JOIN LATERAL (SELECT e.id, e.line_item_id FROM wl.time_entries e
                WHERE e.user_id = u.id AND e.status = 'OPEN' AND e.deleted_at IS NULL OFFSET 0) e
            WHERE u.deleted_at IS NOT NULL
        ) a
        ORDER BY a.since, a.line_id, a.entry_id NULLS FIRST LIMIT $1
    ) f
    CROSS JOIN LATERAL (SELECT l.work_order_id, l.position, l.description FROM wl.line_items l WHERE l.id = f.line_id OFFSET 0) l
    CROSS JOIN LATERAL (SELECT o.number, o.title FROM wl.work_orders o WHERE o.id = l.work_order_id OFFSET 0) o
    LEFT JOIN LATERAL (SELECT e.id, e.user_id, e.end_ts, e.duration_seconds FROM wl.time_entries e
        WHERE e.id = f.entry_id OFFSET 0) e ON true
    LEFT JOIN wl.users u ON u.id = e.user_id
    ORDER BY f.since, f.line_id, f.entry_id NULLS FIRST";

-- A bill for each billed order, made by the accountant "biller" in 2026 with their
-- records; and one for some orders that are ready to bill, without every tenth entry,
-- which is then late.
\ir tools.sql
SELECT id AS biller FROM wl.users WHERE db_role = 'biller' \gset
SELECT 1 + max(id) AS first_record FROM wl.audit_log \gset

BEGIN;
INSERT INTO wl.letterheads (sha256, organisation, address, logo_sha256, footer, language, zone, made_at, made_by, row_version)
SELECT l.sha256, l.organisation, l.address, l.logo_sha256, l.footer, l.language, l.zone, '2026-01-01Z', :biller, 1
FROM wl.current_letterhead() l;

CREATE TEMP TABLE billed AS
SELECT row_number() OVER (ORDER BY o.id) AS bill_id, o.id AS work_order_id, o.customer,
    (max(e.start_ts) AT TIME ZONE h.zone)::date AS until, h.zone, h.id AS letterhead_id
FROM wl.work_orders o
JOIN wl.time_entries e ON e.work_order_id = o.id AND e.status = 'LOCKED'
CROSS JOIN wl.letterheads h
WHERE o.status = 'billed' OR (o.status = 'ready_to_bill' AND o.id % 50 = 7)
GROUP BY o.id, h.id;

INSERT INTO wl.bill_lines (bill_id, position, time_entry_id, entry_version, late, work_order_id, work_order, title,
    order_status, line_item, line_description, user_id, user_login, user_name, start_ts, end_ts, duration_seconds,
    note, note_salt, approver_login, approver_name, approved_at, own_approval, edited_reason, edited_at)
SELECT b.bill_id, row_number() OVER (PARTITION BY b.bill_id ORDER BY l.position, e.start_ts, e.id),
    e.id, e.row_version, false, o.id, o.number, o.title, 'ready_to_bill', l.position, l.description, u.id, u.db_role, u.full_name,
    e.start_ts, e.end_ts, e.duration_seconds, e.note, e.note_salt, a.db_role, a.full_name, e.approved_at, false,
    e.edited_reason, e.edited_at
FROM billed b
JOIN wl.work_orders o ON o.id = b.work_order_id
JOIN wl.time_entries e ON e.work_order_id = o.id AND e.status = 'LOCKED'
JOIN wl.line_items l ON l.id = e.line_item_id
JOIN wl.users u ON u.id = e.user_id
JOIN wl.users a ON a.id = e.approved_by
WHERE o.status = 'billed' OR e.id % 10 <> 0;
INSERT INTO wl.bill_orders (bill_id, work_order_id, until_ts)
SELECT bill_id, work_order_id, (until + 1)::timestamp AT TIME ZONE zone FROM billed;
INSERT INTO wl.unbilled (time_entry_id, work_order_id, start_ts)
SELECT e.id, e.work_order_id, e.start_ts FROM wl.time_entries e
WHERE e.status = 'LOCKED' AND NOT EXISTS (SELECT FROM wl.bill_lines l WHERE l.time_entry_id = e.id);

-- the view answers only to people
SET LOCAL SESSION AUTHORIZATION biller;
CREATE TEMP TABLE sums AS
SELECT p.bill_id, count(*) AS entries, sum(p.duration_seconds) AS seconds,
    sha256(convert_to(string_agg(p.text, chr(10) ORDER BY p.position), 'UTF8')) AS sha256
FROM wl.bill_proof p GROUP BY p.bill_id;
RESET SESSION AUTHORIZATION;

INSERT INTO wl.bills (id, customer, until, until_ts, zone, replaces, entries, duration_seconds, late_seconds, lines_sha256,
    letterhead_id, made_at, made_by, row_version)
SELECT b.bill_id, b.customer, b.until, (b.until + 1)::timestamp AT TIME ZONE b.zone, b.zone, '{}', s.entries, s.seconds, 0, s.sha256,
    b.letterhead_id, '2026-01-01Z'::timestamptz + make_interval(secs => b.bill_id), :biller, 1
FROM billed b JOIN pg_temp.sums s USING (bill_id);

INSERT INTO wl.audit_log OVERRIDING SYSTEM VALUE
SELECT (r).id, (r).at, (r).actor_id, (r).actor_login, (r).actor_role, (r).entity_type, (r).entity_id, (r).entity_version,
    (r).action, (r).reason, (r).op_id, (r).txid, (r).after, (r).note, (r).note_salt, (r).chain_seq,
    pg_temp.chain(wl.audit_payload(r)) OVER (ORDER BY (r).chain_seq)
FROM (
    SELECT ROW(:first_record - 1 + n, at, :biller, 'biller', 'accountant', entity_type, id, 1, action, NULL, 'generate',
        pg_current_xact_id()::text::bigint, after, NULL, NULL, n, ''::bytea, NULL)::wl.audit_log AS r
    FROM (
        SELECT row_number() OVER (ORDER BY at, id) AS n, * FROM (
            SELECT 'letterhead' AS entity_type, l.id, l.made_at AS at, 'letterhead.add' AS action, wl.letterhead_image(l) AS after
            FROM wl.letterheads l
            UNION ALL
            SELECT 'bill', b.id, b.made_at, 'bill.add', wl.bill_image(b) FROM wl.bills b
        ) changes
    ) numbered
) records;
COMMIT;

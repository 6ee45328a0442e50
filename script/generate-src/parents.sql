-- Technicians, work orders and line items with their records, made by the admin
-- "planner" in 2015. Variables: technicians, orders, approved
-- (most or none).
\ir tools.sql
SELECT id AS planner, 1 + (SELECT max(id) FROM wl.users) AS first_user,
    1 + (SELECT max(id) FROM wl.audit_log) AS first_record
FROM wl.users WHERE db_role = 'planner' \gset

BEGIN;
-- leavers: their time is all approved, and they are removed
INSERT INTO wl.users (id, db_role, full_name, role, created_at, created_by, row_version, deleted_at) OVERRIDING SYSTEM VALUE
SELECT :first_user + u, 'tech' || u, 'Technician ' || u, 'technician', '2015-12-01Z', :planner, 1,
    CASE WHEN u % 100 = 50 THEN '2025-12-31Z'::timestamptz END
FROM generate_series(0, :technicians - 1) u;
INSERT INTO wl.audit_chains SELECT db_role FROM wl.users WHERE id >= :first_user;

-- in the order of time: billed ones, then 1 % ready to bill, then 2 % in progress
INSERT INTO wl.work_orders (id, number, title, customer, status, created_at, created_by, row_version) OVERRIDING SYSTEM VALUE
SELECT 1 + o, 'WO-' || 100000 + o,
    (ARRAY['Pump', 'Cold store', 'Conveyor', 'Excavator', 'Boiler', 'Lift', 'Press', 'Gate'])[1 + pg_temp.dice(o, 8)] || ': '
        || (ARRAY['inspect', 'repair', 'replace seals', 'does not start', 'noise', 'leak'])[1 + pg_temp.dice(-1 - o, 6)],
    'Customer ' || pg_temp.dice(o, 500),
    CASE WHEN :'approved' = 'none' THEN 'in_progress' WHEN o * 1000 / :orders < 970 THEN 'billed' WHEN o * 1000 / :orders < 980 THEN 'ready_to_bill' ELSE 'in_progress' END,
    '2015-12-02Z', :planner, 1
FROM generate_series(0::bigint, :orders - 1) o;

-- three each; of closed orders they are done, and a few were removed in spite of their time
INSERT INTO wl.line_items (id, work_order_id, position, description, status, created_at, created_by, row_version, deleted_at) OVERRIDING SYSTEM VALUE
SELECT (o.id - 1) * 3 + p, o.id, p, (ARRAY['Find the fault', 'Repair', 'Test and hand over'])[p],
    CASE WHEN o.status <> 'in_progress' THEN 'done' WHEN p = 1 THEN 'in_progress' ELSE 'open' END, '2015-12-03Z', :planner, 1,
    CASE WHEN ((o.id - 1) * 3 + p) % 20000 = 17 THEN '2025-12-31Z'::timestamptz END
FROM wl.work_orders o CROSS JOIN generate_series(1, 3) p;

INSERT INTO wl.audit_log OVERRIDING SYSTEM VALUE
SELECT (r).id, (r).at, (r).actor_id, (r).actor_login, (r).actor_role, (r).entity_type, (r).entity_id, (r).entity_version,
    (r).action, (r).reason, (r).op_id, (r).txid, (r).after, (r).note, (r).note_salt, (r).chain_seq,
    pg_temp.chain(wl.audit_payload(r)) OVER (ORDER BY (r).chain_seq)
FROM (
    SELECT ROW(:first_record - 1 + n, at, :planner, 'planner', 'admin', entity_type, id, 1, action, NULL, 'generate',
        pg_current_xact_id()::text::bigint, after, NULL, NULL, n, ''::bytea, NULL)::wl.audit_log AS r
    FROM (
        SELECT row_number() OVER (ORDER BY at, id) AS n, * FROM (
            SELECT 'user' AS entity_type, u.id, u.created_at AS at, 'user.add' AS action, wl.user_image(u) AS after
            FROM wl.users u WHERE u.id >= :first_user
            UNION ALL
            SELECT 'work_order', o.id, o.created_at, 'order.add', wl.order_image(o) FROM wl.work_orders o
            UNION ALL
            SELECT 'line_item', l.id, l.created_at, 'line.add', wl.line_image(l) FROM wl.line_items l
        ) changes
    ) numbered
) records;
COMMIT;

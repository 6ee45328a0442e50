-- pgbench: the same work on the same tables without any rule, in as many round trips.
SET SESSION AUTHORIZATION bench:client_id;
BEGIN;
SELECT u.id AS me, clock_timestamp() AS at,
    coalesce((SELECT e.id FROM plain.time_entries e WHERE e.user_id = u.id AND e.end_ts IS NULL AND e.deleted_at IS NULL), 0) AS old,
    (SELECT o.id FROM plain.work_orders o WHERE lower(o.number) = 'bench-:client_id') AS order_id,
    (SELECT l.id FROM plain.line_items l WHERE l.work_order_id = (SELECT o.id FROM plain.work_orders o WHERE lower(o.number) = 'bench-:client_id')
        AND l.position = 1) AS line_id
    FROM plain.users u WHERE u.db_role = session_user FOR NO KEY UPDATE \gset
\if :old
UPDATE plain.time_entries SET end_ts = ':at', row_version = row_version + 1 WHERE id = :old;
INSERT INTO plain.audit_log (at, actor_id, actor_login, actor_role, entity_type, entity_id, entity_version, action, op_id, txid, after, chain_seq, hash)
    SELECT clock_timestamp(), :me, session_user, 'technician', 'time_entry', :old, e.row_version, 'timer.auto_stop', 'bench', 0, json_strip_nulls(row_to_json(e)), 2 * e.id, ''
    FROM plain.time_entries e WHERE e.id = :old;
\endif
INSERT INTO plain.time_entries (user_id, work_order_id, line_item_id, start_ts, touched_by, created_at, created_by, row_version)
    VALUES (:me, :order_id, :line_id, ':at', ARRAY[:me], clock_timestamp(), :me, 1) RETURNING id AS new \gset
INSERT INTO plain.audit_log (at, actor_id, actor_login, actor_role, entity_type, entity_id, entity_version, action, op_id, txid, after, chain_seq, hash)
    SELECT clock_timestamp(), :me, session_user, 'technician', 'time_entry', e.id, 1, 'timer.start', 'bench', 0, json_strip_nulls(row_to_json(e)), 2 * e.id + 1, ''
    FROM plain.time_entries e WHERE e.id = :new;
COMMIT;

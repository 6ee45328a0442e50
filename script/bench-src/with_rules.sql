-- pgbench: one `wl timer start` while another timer runs, all rules held.
SET SESSION AUTHORIZATION bench:client_id;
BEGIN;
SELECT t.id AS me, clock_timestamp() AS at, coalesce(t.entry_id, 0) AS old,
    (t.target).order_id AS order_id, (t.target).line_item_id AS line_id
    FROM wl.lock_timer(NULL, 'bench-:client_id', 1) t \gset
\if :old
UPDATE wl.time_entries SET end_ts = ':at' WHERE id = :old;
\endif
INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts) VALUES (:me, :order_id, :line_id, ':at') RETURNING id AS new \gset
\if :old
INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('time_entry', :old, 'timer.auto_stop', 'bench');
\endif
INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('time_entry', :new, 'timer.start', 'bench');
COMMIT;

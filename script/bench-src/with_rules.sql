-- pgbench: one `wl timer start` while another timer runs, all rules held.
SET SESSION AUTHORIZATION bench:client_id;
BEGIN;
SELECT u.id AS me, clock_timestamp() AS at FROM wl.lock_user(wl.me()) u \gset
SELECT o.id AS order_id FROM wl.share_order_by_number('bench-:client_id') o \gset
SELECT l.id AS line_id FROM wl.share_line_by_position(:order_id, 1) l \gset
SELECT coalesce((SELECT id FROM wl.time_entries WHERE user_id = :me AND end_ts IS NULL AND deleted_at IS NULL), 0) AS old \gset
\if :old
UPDATE wl.time_entries SET end_ts = ':at' WHERE id = :old;
\endif
INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts) VALUES (:me, :order_id, :line_id, ':at') RETURNING id AS new \gset
\if :old
INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('time_entry', :old, 'timer.auto_stop', 'bench');
\endif
INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('time_entry', :new, 'timer.start', 'bench');
COMMIT;

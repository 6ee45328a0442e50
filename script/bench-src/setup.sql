-- 2,000 technicians, 32 orders for those who are measured, and the same tables once
-- more without any rule: same columns and indexes, no trigger, no constraint
-- but the keys, no row-level security.
SET SESSION AUTHORIZATION ada;
BEGIN;
INSERT INTO wl.users (db_role, full_name, role) SELECT 'bench' || n, 'Bench ' || n, 'technician' FROM generate_series(0, 1999) n;
INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
    SELECT 'user', id, 'user.add', 'bench' FROM wl.users WHERE starts_with(db_role::text, 'bench');
INSERT INTO wl.work_orders (number, title, customer) SELECT 'BENCH-' || n, 'Bench', 'Bench' FROM generate_series(0, 31) n;
INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
    SELECT 'work_order', id, 'order.add', 'bench' FROM wl.work_orders WHERE starts_with(number, 'BENCH-');
INSERT INTO wl.line_items (work_order_id, description)
    SELECT id, 'Line' FROM wl.work_orders WHERE starts_with(number, 'BENCH-') ORDER BY id;
INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
    SELECT 'line_item', l.id, 'line.add', 'bench' FROM wl.line_items l JOIN wl.work_orders o ON o.id = l.work_order_id
    WHERE starts_with(o.number, 'BENCH-');
COMMIT;
RESET SESSION AUTHORIZATION;

CREATE SCHEMA plain;
CREATE TABLE plain.users (LIKE wl.users INCLUDING INDEXES);
INSERT INTO plain.users SELECT * FROM wl.users;
CREATE TABLE plain.work_orders (LIKE wl.work_orders INCLUDING INDEXES);
INSERT INTO plain.work_orders SELECT * FROM wl.work_orders;
CREATE TABLE plain.line_items (LIKE wl.line_items INCLUDING INDEXES);
INSERT INTO plain.line_items SELECT * FROM wl.line_items;
CREATE TABLE plain.time_entries (LIKE wl.time_entries INCLUDING INDEXES INCLUDING IDENTITY INCLUDING GENERATED INCLUDING DEFAULTS);
ALTER TABLE plain.time_entries DROP CONSTRAINT time_entries_user_id_tstzrange_excl;
CREATE TABLE plain.audit_log (LIKE wl.audit_log INCLUDING INDEXES INCLUDING IDENTITY);
GRANT USAGE ON SCHEMA plain TO wl_technician;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA plain TO wl_technician;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA plain TO wl_technician;
ANALYZE;

DROP POLICY audit_log_add ON wl.audit_log;
DROP POLICY audit_log_read ON wl.audit_log;
DROP POLICY audit_log_read_own ON wl.audit_log;
DROP POLICY settings_change ON wl.settings;
DROP POLICY settings_read ON wl.settings;
DROP POLICY time_entries_change ON wl.time_entries;
DROP POLICY time_entries_add ON wl.time_entries;
DROP POLICY time_entries_read ON wl.time_entries;
DROP POLICY time_entries_change_own ON wl.time_entries;
DROP POLICY time_entries_add_own ON wl.time_entries;
DROP POLICY time_entries_read_own ON wl.time_entries;
DROP POLICY line_items_change ON wl.line_items;
DROP POLICY line_items_add ON wl.line_items;
DROP POLICY line_items_read ON wl.line_items;
DROP POLICY work_orders_change ON wl.work_orders;
DROP POLICY work_orders_add ON wl.work_orders;
DROP POLICY work_orders_read ON wl.work_orders;
DROP POLICY users_change ON wl.users;
DROP POLICY users_add ON wl.users;
DROP POLICY users_read ON wl.users;

ALTER TABLE wl.audit_chains DISABLE ROW LEVEL SECURITY;
ALTER TABLE wl.audit_log DISABLE ROW LEVEL SECURITY;
ALTER TABLE wl.settings DISABLE ROW LEVEL SECURITY;
ALTER TABLE wl.time_entries DISABLE ROW LEVEL SECURITY;
ALTER TABLE wl.line_items DISABLE ROW LEVEL SECURITY;
ALTER TABLE wl.work_orders DISABLE ROW LEVEL SECURITY;
ALTER TABLE wl.users DISABLE ROW LEVEL SECURITY;

REVOKE ALL ON ALL TABLES IN SCHEMA wl FROM wl_technician, wl_admin, wl_accountant, wl_ops;
-- revoking a whole table's rights takes its columns' rights along
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA wl FROM wl_technician, wl_admin, wl_accountant, wl_ops;
REVOKE USAGE ON SCHEMA wl FROM wl_technician, wl_admin, wl_accountant, wl_ops;

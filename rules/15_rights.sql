-- The rights of each role. Grants name columns, row-level security decides rows, and
-- PUBLIC has no rights. A login without an active row in users can neither see nor
-- change any row, whatever its groups.

REVOKE ALL ON ALL TABLES IN SCHEMA wl FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA wl FROM PUBLIC;
REVOKE ALL ON DOMAIN wl.entry_status, wl.instant, wl.duration, wl.note, wl.reason, wl.op_id, wl.audit_entity,
    wl.audit_action FROM PUBLIC;
REVOKE ALL ON TYPE wl.entry_v1, wl.target, wl.timer FROM PUBLIC;
REVOKE ALL ON SCHEMA wl FROM PUBLIC;

GRANT USAGE ON SCHEMA wl TO wl_technician, wl_admin, wl_accountant, wl_ops;
-- for temporary tables and views over the columns that they may read
GRANT USAGE ON DOMAIN wl.entry_status, wl.instant, wl.duration, wl.note, wl.reason, wl.op_id, wl.audit_entity,
    wl.audit_action TO wl_technician, wl_admin, wl_accountant, wl_ops;
GRANT SELECT ON wl.__diesel_schema_migrations, wl.schema_version TO wl_technician, wl_admin, wl_accountant, wl_ops;
GRANT EXECUTE ON FUNCTION wl.current_user_id(), wl.refusal(text, text[]), wl.name_key(text),
    wl.order_ids(text[]), wl.orders_beginning(text, boolean), wl.customers_beginning(text)
    TO wl_technician, wl_admin, wl_accountant, wl_ops;
GRANT EXECUTE ON FUNCTION wl.lock_user(bigint), wl.lock_timer(bigint, text, integer), wl.share_order(bigint),
    wl.share_order_by_number(text), wl.share_line(bigint), wl.share_target(text, integer) TO wl_technician, wl_admin;
-- their own row, so that two commands with one operation id wait for each other
GRANT EXECUTE ON FUNCTION wl.lock_user(bigint) TO wl_accountant;
GRANT EXECUTE ON FUNCTION wl.audit_mismatches(boolean) TO wl_admin, wl_accountant, wl_ops;

-- reading: all roles read orders, line items, users and settings
GRANT SELECT ON wl.users, wl.work_orders, wl.line_items, wl.settings
    TO wl_technician, wl_admin, wl_accountant, wl_ops;
GRANT SELECT ON wl.time_entries, wl.audit_log TO wl_technician, wl_admin, wl_accountant;
-- ops: all columns except notes with their salts, and requests
GRANT SELECT (id, user_id, work_order_id, line_item_id, start_ts, end_ts, duration_seconds, status,
    approved_by, approved_at, long_accepted, approvals, touched_by, edited_reason, edited_at, edited_by,
    created_at, created_by, row_version, deleted_at) ON wl.time_entries TO wl_ops;
GRANT SELECT (id, at, actor_id, actor_login, actor_role, entity_type, entity_id, entity_version, action,
    reason, op_id, txid, after, chain_seq, hash) ON wl.audit_log TO wl_ops;
-- whoever may export
GRANT SELECT ON wl.logos TO wl_technician, wl_admin, wl_accountant;
GRANT SELECT ON wl.audit_proof, wl.bill_proof TO wl_admin, wl_accountant, wl_ops;
-- bills: technicians see which of their own entries is on which bill
GRANT SELECT (bill_id, time_entry_id, late, cancelled) ON wl.bill_lines TO wl_technician;
GRANT SELECT ON wl.bill_lines TO wl_admin, wl_accountant;
GRANT SELECT (bill_id, position, cancelled, time_entry_id, entry_version, late, work_order_id, work_order, title,
    order_status, line_item, line_description, user_id, user_login, user_name, start_ts, end_ts, duration_seconds,
    approver_login, approver_name, approved_at, own_approval, edited_reason, edited_at) ON wl.bill_lines TO wl_ops;
GRANT SELECT ON wl.bills, wl.bill_orders, wl.unbilled, wl.unbilled_time, wl.letterheads, wl.documents
    TO wl_admin, wl_accountant, wl_ops;

-- writing
GRANT INSERT (user_id, work_order_id, line_item_id, start_ts, end_ts, note) ON wl.time_entries
    TO wl_technician, wl_admin;
GRANT UPDATE (work_order_id, line_item_id, start_ts, end_ts, note, edited_reason, deleted_at) ON wl.time_entries
    TO wl_technician, wl_admin;
GRANT UPDATE (status, long_accepted) ON wl.time_entries TO wl_admin;
GRANT INSERT (number, title, customer) ON wl.work_orders TO wl_admin;
GRANT UPDATE (number, title, customer, status, deleted_at) ON wl.work_orders TO wl_admin;
GRANT UPDATE (status) ON wl.work_orders TO wl_accountant;
GRANT INSERT (work_order_id, description) ON wl.line_items TO wl_admin;
GRANT UPDATE (description, status, deleted_at) ON wl.line_items TO wl_admin;
GRANT INSERT (db_role, full_name, role) ON wl.users TO wl_admin;
GRANT UPDATE (full_name, role, deleted_at) ON wl.users TO wl_admin;
GRANT UPDATE (value) ON wl.settings TO wl_admin;
GRANT INSERT (sha256, png) ON wl.logos TO wl_admin;
GRANT INSERT (until, reference, entry_ids, entry_versions) ON wl.bills TO wl_admin, wl_accountant;
GRANT UPDATE (cancel_reason) ON wl.bills TO wl_admin, wl_accountant;
-- the guard fills in all columns, but a row can be added only with a right to one
GRANT INSERT (sha256) ON wl.letterheads TO wl_admin, wl_accountant;
GRANT INSERT (sha256, bill_id, kind, options, fonts) ON wl.documents TO wl_admin, wl_accountant;
GRANT INSERT (entity_type, entity_id, action, reason, op_id, request) ON wl.audit_log
    TO wl_technician, wl_admin, wl_accountant;

-- rows
ALTER TABLE wl.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.work_orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.line_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.time_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.logos ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.audit_chains ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.bills ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.bill_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.bill_orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.bill_numbers ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.unbilled ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.letterheads ENABLE ROW LEVEL SECURITY;
ALTER TABLE wl.documents ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS users_read ON wl.users;
CREATE POLICY users_read ON wl.users FOR SELECT
    TO wl_technician, wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS users_add ON wl.users;
CREATE POLICY users_add ON wl.users FOR INSERT TO wl_admin WITH CHECK ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS users_change ON wl.users;
CREATE POLICY users_change ON wl.users FOR UPDATE TO wl_admin USING ((SELECT wl.current_user_id()) IS NOT NULL);

DROP POLICY IF EXISTS work_orders_read ON wl.work_orders;
CREATE POLICY work_orders_read ON wl.work_orders FOR SELECT
    TO wl_technician, wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS work_orders_add ON wl.work_orders;
CREATE POLICY work_orders_add ON wl.work_orders FOR INSERT TO wl_admin WITH CHECK ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS work_orders_change ON wl.work_orders;
CREATE POLICY work_orders_change ON wl.work_orders FOR UPDATE
    TO wl_admin, wl_accountant USING ((SELECT wl.current_user_id()) IS NOT NULL);

DROP POLICY IF EXISTS line_items_read ON wl.line_items;
CREATE POLICY line_items_read ON wl.line_items FOR SELECT
    TO wl_technician, wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS line_items_add ON wl.line_items;
CREATE POLICY line_items_add ON wl.line_items FOR INSERT TO wl_admin WITH CHECK ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS line_items_change ON wl.line_items;
CREATE POLICY line_items_change ON wl.line_items FOR UPDATE TO wl_admin USING ((SELECT wl.current_user_id()) IS NOT NULL);

-- one policy per role: with an OR in one policy the index on user_id would not be used
DROP POLICY IF EXISTS time_entries_read_own ON wl.time_entries;
CREATE POLICY time_entries_read_own ON wl.time_entries FOR SELECT
    TO wl_technician USING (user_id = (SELECT wl.current_user_id()));
DROP POLICY IF EXISTS time_entries_add_own ON wl.time_entries;
CREATE POLICY time_entries_add_own ON wl.time_entries FOR INSERT
    TO wl_technician WITH CHECK (user_id = (SELECT wl.current_user_id()));
DROP POLICY IF EXISTS time_entries_change_own ON wl.time_entries;
CREATE POLICY time_entries_change_own ON wl.time_entries FOR UPDATE
    TO wl_technician USING (user_id = (SELECT wl.current_user_id()));
DROP POLICY IF EXISTS time_entries_read ON wl.time_entries;
CREATE POLICY time_entries_read ON wl.time_entries FOR SELECT
    TO wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS time_entries_add ON wl.time_entries;
CREATE POLICY time_entries_add ON wl.time_entries FOR INSERT TO wl_admin WITH CHECK ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS time_entries_change ON wl.time_entries;
CREATE POLICY time_entries_change ON wl.time_entries FOR UPDATE TO wl_admin USING ((SELECT wl.current_user_id()) IS NOT NULL);

DROP POLICY IF EXISTS settings_read ON wl.settings;
CREATE POLICY settings_read ON wl.settings FOR SELECT
    TO wl_technician, wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS settings_change ON wl.settings;
CREATE POLICY settings_change ON wl.settings FOR UPDATE TO wl_admin USING ((SELECT wl.current_user_id()) IS NOT NULL);

DROP POLICY IF EXISTS logos_read ON wl.logos;
CREATE POLICY logos_read ON wl.logos FOR SELECT
    TO wl_technician, wl_admin, wl_accountant USING ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS logos_add ON wl.logos;
CREATE POLICY logos_add ON wl.logos FOR INSERT TO wl_admin WITH CHECK ((SELECT wl.current_user_id()) IS NOT NULL);

DROP POLICY IF EXISTS audit_log_read_own ON wl.audit_log;
CREATE POLICY audit_log_read_own ON wl.audit_log FOR SELECT
    TO wl_technician USING (actor_id = (SELECT wl.current_user_id()));
-- what others did to their time, with its notes: an entry never changes its user. As a list
-- of IDs, the index on the entity can be used beside the one on the actor
DROP POLICY IF EXISTS audit_log_read_own_time ON wl.audit_log;
CREATE POLICY audit_log_read_own_time ON wl.audit_log FOR SELECT
    TO wl_technician USING (entity_type = 'time_entry' AND entity_id = ANY (ARRAY(
        SELECT e.id FROM wl.time_entries e WHERE e.user_id = (SELECT wl.current_user_id()))));
DROP POLICY IF EXISTS audit_log_read ON wl.audit_log;
CREATE POLICY audit_log_read ON wl.audit_log FOR SELECT
    TO wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);
-- stamp_audit has just checked that this user is active
DROP POLICY IF EXISTS audit_log_add ON wl.audit_log;
CREATE POLICY audit_log_add ON wl.audit_log FOR INSERT
    TO wl_technician, wl_admin, wl_accountant WITH CHECK (actor_login = session_user::text);

DROP POLICY IF EXISTS bills_read ON wl.bills;
CREATE POLICY bills_read ON wl.bills FOR SELECT
    TO wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS bills_add ON wl.bills;
CREATE POLICY bills_add ON wl.bills FOR INSERT
    TO wl_admin, wl_accountant WITH CHECK ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS bills_change ON wl.bills;
CREATE POLICY bills_change ON wl.bills FOR UPDATE
    TO wl_admin, wl_accountant USING ((SELECT wl.current_user_id()) IS NOT NULL);

DROP POLICY IF EXISTS bill_lines_read_own ON wl.bill_lines;
CREATE POLICY bill_lines_read_own ON wl.bill_lines FOR SELECT
    TO wl_technician USING (user_id = (SELECT wl.current_user_id()));
DROP POLICY IF EXISTS bill_lines_read ON wl.bill_lines;
CREATE POLICY bill_lines_read ON wl.bill_lines FOR SELECT
    TO wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS bill_orders_read ON wl.bill_orders;
CREATE POLICY bill_orders_read ON wl.bill_orders FOR SELECT
    TO wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS unbilled_read ON wl.unbilled;
CREATE POLICY unbilled_read ON wl.unbilled FOR SELECT
    TO wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);

DROP POLICY IF EXISTS letterheads_read ON wl.letterheads;
CREATE POLICY letterheads_read ON wl.letterheads FOR SELECT
    TO wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS letterheads_add ON wl.letterheads;
CREATE POLICY letterheads_add ON wl.letterheads FOR INSERT
    TO wl_admin, wl_accountant WITH CHECK ((SELECT wl.current_user_id()) IS NOT NULL);

DROP POLICY IF EXISTS documents_read ON wl.documents;
CREATE POLICY documents_read ON wl.documents FOR SELECT
    TO wl_admin, wl_accountant, wl_ops USING ((SELECT wl.current_user_id()) IS NOT NULL);
DROP POLICY IF EXISTS documents_add ON wl.documents;
CREATE POLICY documents_add ON wl.documents FOR INSERT
    TO wl_admin, wl_accountant WITH CHECK ((SELECT wl.current_user_id()) IS NOT NULL);

-- Technicians read the records of any row that has the number of an entry of theirs.
-- test: hostile::leaks
ALTER POLICY audit_log_read_own_time ON wl.audit_log USING (entity_id = ANY (ARRAY(
    SELECT e.id FROM wl.time_entries e WHERE e.user_id = (SELECT wl.current_user_id()))));

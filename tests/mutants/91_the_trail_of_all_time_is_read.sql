-- Technicians read the records of everybody's time.
-- test: hostile::leaks
ALTER POLICY audit_log_read_own_time ON wl.audit_log USING (entity_type = 'time_entry');

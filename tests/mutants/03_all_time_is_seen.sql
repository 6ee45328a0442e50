-- Technicians see everybody's time.
-- test: hostile::leaks
ALTER POLICY time_entries_read_own ON wl.time_entries USING (true);

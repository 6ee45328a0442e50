-- Time entries have no guard trigger.
-- test: hostile::locked::nothing
DROP TRIGGER guard_time_entry ON wl.time_entries;

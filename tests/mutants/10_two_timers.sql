-- A user may have two timers; the overlap rule is gone too, for it refuses them as well.
-- test: hostile::theft::columns
ALTER TABLE wl.time_entries DROP CONSTRAINT time_entries_no_overlap;
DROP INDEX wl.time_entries_one_active_timer_per_user;

-- Time may overlap.
-- test: hostile::theft::columns
ALTER TABLE wl.time_entries DROP CONSTRAINT time_entries_no_overlap;

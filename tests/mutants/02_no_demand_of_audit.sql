-- Nothing demands a record of a changed entry.
-- test: hostile::forged::every
DROP TRIGGER demand_audit ON wl.time_entries;

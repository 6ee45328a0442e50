-- Nothing demands a record of a changed entry.
-- test: hostile::forged::every
DROP TRIGGER require_audit_record ON wl.time_entries;

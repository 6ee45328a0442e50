-- Entries can be deleted by whoever may.
-- test: rules_removal::r7_delete
DROP TRIGGER refuse_delete ON wl.time_entries;

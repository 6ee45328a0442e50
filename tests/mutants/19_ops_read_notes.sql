-- Ops may read notes.
-- test: hostile::leaks
GRANT SELECT (note) ON wl.time_entries TO wl_ops;

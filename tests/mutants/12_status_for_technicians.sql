-- Technicians may name the status.
-- test: hostile::theft::columns
GRANT UPDATE (status) ON wl.time_entries TO wl_technician;

-- The planner's estimates tell what notes there are.
-- test: hostile::leaks::estimates
ALTER TABLE wl.time_entries ALTER note SET STATISTICS -1;

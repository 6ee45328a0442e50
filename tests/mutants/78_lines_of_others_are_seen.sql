-- Technicians see which bill the time of others is on.
-- test: rules_bills::r9
CREATE POLICY everything ON wl.bill_lines FOR SELECT TO wl_technician USING (true);

-- The list of unbilled time does not follow approvals and unlocks.
-- test: rules_bills::r11_late
DROP TRIGGER queue_for_bill ON wl.time_entries;

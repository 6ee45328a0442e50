-- A bill is made without an audit record.
-- test: rules_bills::r8
DROP TRIGGER require_audit_record ON wl.bills;

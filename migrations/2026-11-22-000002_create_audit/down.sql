DROP TYPE wl.entry_v1;
DROP TABLE wl.audit_chains;
DROP TABLE wl.audit_log;
DROP DOMAIN wl.op_id;
DROP DOMAIN wl.audit_action;
DROP DOMAIN wl.audit_entity;

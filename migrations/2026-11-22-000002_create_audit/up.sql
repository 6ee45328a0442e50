-- The audit trail, with domains for the checks of one column as in the tables before.

CREATE DOMAIN wl.audit_entity AS text CONSTRAINT audit_log_entity_type_check
    CHECK (VALUE IN ('user', 'work_order', 'line_item', 'time_entry', 'setting',
        'bill', 'document', 'letterhead'));
CREATE DOMAIN wl.audit_action AS text CONSTRAINT audit_log_action_check CHECK (VALUE IN (
    'timer.start', 'timer.stop', 'timer.auto_stop', 'timer.cancel',
    'entry.add', 'entry.edit', 'entry.approve', 'entry.unlock', 'entry.remove', 'entry.restore',
    'order.add', 'order.edit', 'order.status', 'order.remove', 'order.restore',
    'line.add', 'line.edit', 'line.status', 'line.remove', 'line.restore',
    'user.add', 'user.edit', 'user.role', 'user.remove', 'user.restore',
    'settings.change',
    'bill.add', 'bill.cancel', 'document.add', 'letterhead.add'));

CREATE DOMAIN wl.op_id AS text CONSTRAINT op_id_check CHECK (length(VALUE) BETWEEN 1 AND 100);

CREATE TABLE wl.audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT audit_log_pkey PRIMARY KEY,
    at timestamptz NOT NULL,
    actor_id bigint NOT NULL CONSTRAINT audit_log_actor_id_fkey REFERENCES wl.users,
    actor_login text NOT NULL,
    actor_role text NOT NULL,
    entity_type wl.audit_entity NOT NULL,
    entity_id bigint NOT NULL,
    entity_version bigint NOT NULL,
    action wl.audit_action NOT NULL,
    reason wl.reason,
    op_id wl.op_id NOT NULL,
    txid bigint NOT NULL,
    after json NOT NULL,
    note wl.note,
    note_salt uuid,
    chain_seq bigint NOT NULL,
    hash bytea NOT NULL,
    request uuid,
    CONSTRAINT audit_log_entity_key UNIQUE (entity_type, entity_id, entity_version),
    CONSTRAINT audit_log_chain_key UNIQUE (actor_id, chain_seq)
);
CREATE INDEX audit_log_op_id_idx ON wl.audit_log (op_id);
CREATE INDEX audit_log_at_idx ON wl.audit_log USING brin (at);
ALTER TABLE wl.audit_log ALTER note SET STATISTICS 0, ALTER reason SET STATISTICS 0, ALTER after SET STATISTICS 0;
COMMENT ON TABLE wl.audit_log IS 'One record for each version of each row; a chain of hashes for each actor.';
COMMENT ON COLUMN wl.audit_log.after IS 'The row after the change, in the columns of wl.*_image: the very text that is hashed.';
COMMENT ON COLUMN wl.audit_log.request IS 'Of an operation whose ID was given: 8 random bytes, and the first 8 of the SHA-256 of these and the command line. Ops may not read it, because a command line can contain a note.';
COMMENT ON COLUMN wl.audit_log.note IS 'The note of a time entry and below its salt, apart from the image, so that ops can verify without reading it.';

-- One row for each actor, which only serves as a lock: two transactions of one
-- actor append to the chain one after the other, and no actor waits for another.
CREATE TABLE wl.audit_chains (
    db_role name NOT NULL CONSTRAINT audit_chains_pkey PRIMARY KEY
        CONSTRAINT audit_chains_db_role_fkey REFERENCES wl.users (db_role)
);

-- The image of a time entry. The other images take names and types from their
-- arguments, which would make a timer slower.
CREATE TYPE wl.entry_v1 AS (
    v integer, id bigint, user_id bigint, work_order_id bigint, line_item_id bigint,
    start_ts timestamptz, end_ts timestamptz, duration_seconds bigint, status text,
    approved_by bigint, approved_at timestamptz, long_accepted boolean, approvals integer, touched_by bigint[],
    edited_reason text, edited_at timestamptz, edited_by bigint,
    created_at timestamptz, created_by bigint, deleted_at timestamptz);

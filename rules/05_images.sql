-- An image is the part of a row that an audit record keeps. Its columns are written
-- out and have a version, so that a column added later doesn't break a chain. Images
-- need TimeZone = UTC. They and wl.audit_payload have no search_path of their own,
-- because PostgreSQL could not inline them then, at ten times the cost. They name
-- everything with its schema, and only functions with a pinned search_path call them.
CREATE OR REPLACE FUNCTION wl.user_image(u wl.users) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('v', 1, 'id', u.id, 'db_role', u.db_role,
        'full_name', u.full_name, 'role', u.role, 'created_at', u.created_at,
        'created_by', u.created_by, 'deleted_at', u.deleted_at))
$$;

CREATE OR REPLACE FUNCTION wl.order_image(o wl.work_orders) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('v', 1, 'id', o.id, 'number', o.number,
        'title', o.title, 'customer', o.customer, 'status', o.status, 'created_at', o.created_at,
        'created_by', o.created_by, 'deleted_at', o.deleted_at))
$$;

CREATE OR REPLACE FUNCTION wl.line_image(l wl.line_items) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('v', 1, 'id', l.id, 'work_order_id', l.work_order_id,
        'position', l.position, 'description', l.description, 'status', l.status,
        'created_at', l.created_at, 'created_by', l.created_by, 'deleted_at', l.deleted_at))
$$;

CREATE OR REPLACE FUNCTION wl.entry_image(e wl.time_entries) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.row_to_json(ROW(
        1, e.id, e.user_id, e.work_order_id, e.line_item_id,
        e.start_ts, e.end_ts, e.duration_seconds, e.status,
        e.approved_by, e.approved_at, e.long_accepted, e.approvals, e.touched_by,
        e.edited_reason, e.edited_at, e.edited_by,
        e.created_at, e.created_by, e.deleted_at)::wl.entry_v1))
$$;

CREATE OR REPLACE FUNCTION wl.setting_image(s wl.settings) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('v', 1, 'id', s.id, 'name', s.name, 'value', s.value))
$$;

CREATE OR REPLACE FUNCTION wl.bill_image(b wl.bills) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('v', 1, 'id', b.id, 'number', b.number,
        'customer', b.customer, 'until', b.until, 'until_ts', b.until_ts, 'zone', b.zone, 'reference', b.reference,
        'replaces', b.replaces, 'entries', b.entries, 'duration_seconds', b.duration_seconds,
        'late_seconds', b.late_seconds, 'lines_sha256', pg_catalog.encode(b.lines_sha256, 'hex'),
        'letterhead_id', b.letterhead_id, 'made_at', b.made_at, 'made_by', b.made_by,
        'cancelled_at', b.cancelled_at, 'cancelled_by', b.cancelled_by, 'cancel_reason', b.cancel_reason))
$$;

CREATE OR REPLACE FUNCTION wl.document_image(d wl.documents) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('v', 1, 'id', d.id,
        'sha256', pg_catalog.encode(d.sha256, 'hex'), 'bill_id', d.bill_id, 'kind', d.kind,
        'options', d.options, 'fonts', d.fonts, 'made_at', d.made_at, 'made_by', d.made_by))
$$;

CREATE OR REPLACE FUNCTION wl.letterhead_image(l wl.letterheads) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('v', 1, 'id', l.id,
        'sha256', pg_catalog.encode(l.sha256, 'hex'), 'organisation', l.organisation, 'address', l.address,
        'logo_sha256', pg_catalog.encode(l.logo_sha256, 'hex'), 'footer', l.footer, 'language', l.language,
        'zone', l.zone, 'made_at', l.made_at, 'made_by', l.made_by))
$$;

-- What identifies a letterhead, recipe "wl-letterhead-1".
CREATE OR REPLACE FUNCTION wl.letterhead_sha256(l wl.letterheads) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.json_build_array('wl-letterhead-1', l.organisation,
        l.address, pg_catalog.encode(l.logo_sha256, 'hex'), l.footer, l.language, l.zone)::text, 'UTF8'))
$$;

-- The bytes that a record's hash covers, recipe "wl-audit-1": its fields as a JSON
-- array in UTF-8, the time as microseconds since 1970, the request and the note as hashes of their own. A
-- note without a salt, or a salt without a note, results only from tampering and
-- gives an empty hash. wl.audit_proof repeats this formula: its readers would need a
-- right to the function, which would then need a search_path and not be inlined.
CREATE OR REPLACE FUNCTION wl.audit_payload(r wl.audit_log) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.convert_to(pg_catalog.json_build_array('wl-audit-1', r.id, r.actor_id, r.chain_seq,
        (extract(epoch FROM r.at) * 1000000)::bigint, r.txid, r.actor_login, r.actor_role,
        r.entity_type, r.entity_id, r.entity_version, r.action, r.reason, r.op_id,
        pg_catalog.encode(pg_catalog.sha256(pg_catalog.uuid_send(r.request)), 'hex'),
        CASE WHEN r.note_salt IS NOT NULL AND r.note IS NOT NULL THEN pg_catalog.encode(pg_catalog.sha256(
                pg_catalog.uuid_send(r.note_salt) || pg_catalog.convert_to(r.note, 'UTF8')), 'hex')
            WHEN r.note_salt IS NOT NULL OR r.note IS NOT NULL THEN '' END,
        r.after)::text, 'UTF8')
$$;

-- The rows that `wl audit verify` reads: everything that a record's hash covers, with
-- the request and the note as hashes for readers who may not see them, and the time entry that the
-- record is about as it is now, or nulls if it is gone. For other records the join
-- looks for null, which needs no index.
-- The view has no security_barrier, which would prevent the use of an index's order.
-- A role that may read the view may read all of it, and the check for an active user
-- runs before any row is read.
CREATE OR REPLACE VIEW wl.audit_proof AS
SELECT r.id, r.actor_id, r.chain_seq, r.at, r.txid, r.actor_login, r.actor_role, r.entity_type, r.entity_id,
    r.entity_version, r.action, r.reason, r.op_id, sha256(uuid_send(r.request)) AS request_sha256,
    CASE WHEN r.note_salt IS NOT NULL AND r.note IS NOT NULL
            THEN sha256(uuid_send(r.note_salt) || convert_to(r.note, 'UTF8'))
        WHEN r.note_salt IS NOT NULL OR r.note IS NOT NULL THEN '' END AS note_sha256,
    r.after, r.hash,
    e.row_version, e.user_id, e.work_order_id, e.line_item_id, e.start_ts, e.end_ts, e.duration_seconds, e.status,
    CASE WHEN e.note_salt IS DISTINCT FROM r.note_salt OR e.note IS DISTINCT FROM r.note THEN true END AS other_note,
    e.approved_by, e.approved_at, e.long_accepted, e.approvals, e.touched_by,
    e.edited_reason, e.edited_at, e.edited_by, e.created_at, e.created_by, e.deleted_at
FROM wl.audit_log r
LEFT JOIN wl.time_entries e ON e.id = CASE r.entity_type WHEN 'time_entry' THEN r.entity_id END
WHERE (SELECT wl.current_user_id()) IS NOT NULL;

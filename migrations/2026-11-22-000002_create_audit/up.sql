-- Who acts, and the audit trail that the database writes itself.
--
-- Every function that a client's statement reaches has a pinned search_path,
-- and runs as wl_owner where it reads or locks. Those that only these call, and
-- nobody else may, run as they do: to pin the path once more would cost more
-- than their work. All name what is ours by its schema. None asks current_user
-- or a setting who acts: that can be faked; session_user can't.

-- As domains, as in the tables before.
CREATE DOMAIN wl.audit_entity AS text CONSTRAINT audit_log_entity_type_check
    CHECK (VALUE IN ('user', 'work_order', 'line_item', 'time_entry', 'setting'));
CREATE DOMAIN wl.audit_action AS text CONSTRAINT audit_log_action_check CHECK (VALUE IN (
    'timer.start', 'timer.stop', 'timer.auto_stop',
    'entry.add', 'entry.edit', 'entry.approve', 'entry.unlock', 'entry.remove', 'entry.restore',
    'order.add', 'order.edit', 'order.status', 'order.remove', 'order.restore',
    'line.add', 'line.edit', 'line.status', 'line.remove', 'line.restore',
    'user.add', 'user.edit', 'user.role', 'user.remove', 'user.restore',
    'settings.change'));

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
    CONSTRAINT audit_log_entity_key UNIQUE (entity_type, entity_id, entity_version),
    CONSTRAINT audit_log_chain_key UNIQUE (actor_id, chain_seq)
);
CREATE INDEX audit_log_op_id_idx ON wl.audit_log (op_id);
CREATE INDEX audit_log_at_idx ON wl.audit_log USING brin (at);
ALTER TABLE wl.audit_log ALTER note SET STATISTICS 0, ALTER reason SET STATISTICS 0, ALTER after SET STATISTICS 0;
COMMENT ON TABLE wl.audit_log IS 'One record for each version of each row; a chain of hashes for each actor.';
COMMENT ON COLUMN wl.audit_log.after IS 'The row after the change, in the columns of wl.*_image: the very text that is hashed.';
COMMENT ON COLUMN wl.audit_log.note IS 'The note of a time entry and below its salt, apart from the image, so that ops can verify without reading it.';

-- One row an actor, only to be locked: two transactions of one actor append
-- to the chain one after the other, and no actor waits for another.
CREATE TABLE wl.audit_chains (
    db_role name NOT NULL CONSTRAINT audit_chains_pkey PRIMARY KEY
        CONSTRAINT audit_chains_db_role_fkey REFERENCES wl.users (db_role)
);

-- Refuses by the name of a rule.
CREATE FUNCTION wl.refuse(rule text, sentence text) RETURNS void
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'WL001', CONSTRAINT = rule, MESSAGE = sentence;
END
$$;

-- The one duty of this session's login: null for none, for several, and for
-- whoever may become the owner. Inlined where it is used, so that it costs no
-- call; hence no search_path of its own.
CREATE FUNCTION wl.duty() RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN NOT pg_catalog.pg_has_role(session_user, 'wl_owner', 'MEMBER') THEN
        CASE pg_catalog.concat(
                pg_catalog.pg_has_role(session_user, 'wl_technician', 'MEMBER'),
                pg_catalog.pg_has_role(session_user, 'wl_admin', 'MEMBER'),
                pg_catalog.pg_has_role(session_user, 'wl_accountant', 'MEMBER'),
                pg_catalog.pg_has_role(session_user, 'wl_ops', 'MEMBER'))
            WHEN 'tfff' THEN 'technician' WHEN 'ftff' THEN 'admin' WHEN 'fftf' THEN 'accountant' WHEN 'ffft' THEN 'ops'
        END
    END
$$;

-- The user behind this session's login, if not removed, whatever the duty: no row
-- or one. Inlined, as wl.duty().
CREATE FUNCTION wl.login() RETURNS SETOF wl.users
LANGUAGE sql STABLE AS $$
    SELECT u.* FROM wl.users u WHERE u.db_role = session_user AND u.deleted_at IS NULL
$$;

-- This user's id, or null: no row, removed, or another duty than the row says.
-- Here and below the duty is an expression of its own, which is made ready once
-- a transaction; in the query it would be each time.
CREATE FUNCTION wl.me() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT u.id, u.role INTO who FROM wl.login() u;
    RETURN CASE WHEN who.role = wl.duty() THEN who.id END;
END
$$;

-- Whether a user of this role may write, inlined too. Decisions are made on rows
-- read after their lock was granted; under a snapshot that is older than the lock
-- that would not hold, so other isolation levels do not write.
CREATE FUNCTION wl.may_write(role text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT (role = wl.duty() AND pg_catalog.current_setting('transaction_isolation') = 'read committed') IS TRUE
$$;

-- Says why not.
CREATE FUNCTION wl.refuse_actor() RETURNS void
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM wl.refuse('isolation_level', 'changes are made at the isolation level READ COMMITTED only');
    END IF;
    PERFORM wl.refuse('not_a_user', format('the login %s is no active user of Worklock', session_user));
END
$$;

-- The user who is about to write. What each timer runs has these lines instead of
-- the call, which would cost it more than they do.
CREATE FUNCTION wl.actor() RETURNS wl.users
LANGUAGE plpgsql STABLE AS $$
DECLARE
    who wl.users;
BEGIN
    SELECT u.* INTO who FROM wl.login() u;
    IF NOT wl.may_write(who.role) THEN
        PERFORM wl.refuse_actor();
    END IF;
    RETURN who;
END
$$;

-- Three letters or digits at least. Blanks of every script are no letters, nor
-- what has no shape of its own or is for private use;
-- the ranges don't depend on the database's locale,
-- nor the E'' on the session's standard_conforming_strings.
CREATE FUNCTION wl.has_substance(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(length(regexp_replace(words,
        E'[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u0300-\\u036f\\u0378\\u0379\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u206f\\u20d0-\\u20ff\\u2190-\\u2bff\\u3000\\u3164\\ue000-\\uf8ff\\ufdd0-\\ufdef\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\uffff\\U000110bd\\U000110cd\\U00013430-\\U0001345f\\U0001bca0-\\U0001bcaf\\U0001d000-\\U0001d2ff\\U0001f000-\\U0001faff\\U000e0000-\\U0010ffff]',
        '', 'g')) >= 3, false)
$$;

-- The images: what a record keeps of a row. The list of columns is written
-- out and carries a version, so that a column added later breaks no chain.
-- They must run under TimeZone = UTC. These and the function of the recipe
-- below have no search_path of their own, for then they could not be inlined,
-- at ten times the cost; they name everything by its schema, and only
-- functions with a pinned search_path call them.
CREATE FUNCTION wl.user_image(u wl.users) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('v', 1, 'id', u.id, 'db_role', u.db_role,
        'full_name', u.full_name, 'role', u.role, 'created_at', u.created_at,
        'created_by', u.created_by, 'deleted_at', u.deleted_at))
$$;

CREATE FUNCTION wl.order_image(o wl.work_orders) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('v', 1, 'id', o.id, 'number', o.number,
        'title', o.title, 'customer', o.customer, 'status', o.status, 'created_at', o.created_at,
        'created_by', o.created_by, 'deleted_at', o.deleted_at))
$$;

CREATE FUNCTION wl.line_image(l wl.line_items) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('v', 1, 'id', l.id, 'work_order_id', l.work_order_id,
        'position', l.position, 'description', l.description, 'status', l.status,
        'created_at', l.created_at, 'created_by', l.created_by, 'deleted_at', l.deleted_at))
$$;

-- Of a time entry by a type: to take names and types from arguments, as for
-- the others, costs a timer more.
CREATE TYPE wl.entry_v1 AS (
    v integer, id bigint, user_id bigint, work_order_id bigint, line_item_id bigint,
    start_ts timestamptz, end_ts timestamptz, duration_seconds bigint, status text,
    approved_by bigint, approved_at timestamptz, long_accepted boolean, approvals integer, touched_by bigint[],
    edited_reason text, edited_at timestamptz, edited_by bigint,
    created_at timestamptz, created_by bigint, deleted_at timestamptz);

CREATE FUNCTION wl.entry_image(e wl.time_entries) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.row_to_json(ROW(
        1, e.id, e.user_id, e.work_order_id, e.line_item_id,
        e.start_ts, e.end_ts, e.duration_seconds, e.status,
        e.approved_by, e.approved_at, e.long_accepted, e.approvals, e.touched_by,
        e.edited_reason, e.edited_at, e.edited_by,
        e.created_at, e.created_by, e.deleted_at)::wl.entry_v1))
$$;

CREATE FUNCTION wl.setting_image(s wl.settings) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('v', 1, 'id', s.id, 'name', s.name, 'value', s.value))
$$;

-- What a record's hash covers, recipe "wl-audit-1": its fields as a JSON array
-- in UTF-8, the time as microseconds since 1970, the note as its own hash. A note
-- without its salt, or a salt alone, which only tampering makes, is like no other.
-- wl.audit_proof has the same formula written out: its readers would need a right to
-- a function, which then would need a search_path of its own and not be inlined.
CREATE FUNCTION wl.audit_payload(r wl.audit_log) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.convert_to(pg_catalog.json_build_array('wl-audit-1', r.id, r.actor_id, r.chain_seq,
        (extract(epoch FROM r.at) * 1000000)::bigint, r.txid, r.actor_login, r.actor_role,
        r.entity_type, r.entity_id, r.entity_version, r.action, r.reason, r.op_id,
        CASE WHEN r.note_salt IS NOT NULL AND r.note IS NOT NULL THEN pg_catalog.encode(pg_catalog.sha256(
                pg_catalog.uuid_send(r.note_salt) || pg_catalog.convert_to(r.note, 'UTF8')), 'hex')
            WHEN r.note_salt IS NOT NULL OR r.note IS NOT NULL THEN '' END,
        r.after)::text, 'UTF8')
$$;

-- The action that a change of a row is, told from the row before and after.
-- That time begins or ends is told apart where it is recorded.
CREATE FUNCTION wl.action_of(entity_type text, before json, after json) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    noun text;
BEGIN
    IF entity_type = 'time_entry' THEN
        noun := 'entry';
    ELSIF entity_type = 'setting' THEN
        RETURN 'settings.change';
    ELSE
        noun := CASE entity_type WHEN 'work_order' THEN 'order' WHEN 'line_item' THEN 'line' ELSE entity_type END;
        IF before IS NULL THEN
            RETURN noun || '.add';
        END IF;
    END IF;
    IF (before ->> 'deleted_at' IS NULL) <> (after ->> 'deleted_at' IS NULL) THEN
        RETURN noun || CASE WHEN after ->> 'deleted_at' IS NULL THEN '.restore' ELSE '.remove' END;
    ELSIF noun = 'user' AND before ->> 'role' <> after ->> 'role' THEN
        RETURN 'user.role';
    ELSIF noun <> 'user' AND before ->> 'status' <> after ->> 'status' THEN
        RETURN CASE WHEN noun <> 'entry' THEN noun || '.status'
            WHEN after ->> 'status' = 'LOCKED' THEN 'entry.approve' ELSE 'entry.unlock' END;
    END IF;
    RETURN noun || '.edit';
END
$$;

-- BEFORE INSERT: the client names the row, the action, the reason and the
-- operation; everything else of a record is written here.
CREATE FUNCTION wl.stamp_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' AS $$
DECLARE
    who wl.users;
    head record;
    owner bigint;
    ended timestamptz;
    approvals integer;
    before json;
    fitting text;
    first boolean := false;
BEGIN
    IF NEW.entity_type = 'user' AND NEW.action = 'user.add' THEN
        first := NOT EXISTS (SELECT FROM wl.audit_log);
    END IF;
    IF first THEN
        -- the first admin records himself: nobody else is there
        SELECT u.* INTO who FROM wl.users u WHERE u.id = NEW.entity_id;
    ELSE
        -- who removes a person or changes a role holds that person's chain: asked who acts once it is ours
        PERFORM 1 FROM wl.audit_chains c WHERE c.db_role = session_user FOR UPDATE;
        SELECT u.* INTO who FROM wl.login() u;
        IF NOT wl.may_write(who.role) THEN
            PERFORM wl.refuse_actor();
        END IF;
    END IF;

    CASE NEW.entity_type
        WHEN 'time_entry' THEN
            SELECT e.row_version, wl.entry_image(e), e.note, e.note_salt, e.user_id, e.end_ts, e.approvals
            INTO NEW.entity_version, NEW.after, NEW.note, NEW.note_salt, owner, ended, approvals
            FROM wl.time_entries e WHERE e.id = NEW.entity_id;
        WHEN 'work_order' THEN
            SELECT o.row_version, wl.order_image(o) INTO NEW.entity_version, NEW.after
            FROM wl.work_orders o WHERE o.id = NEW.entity_id;
        WHEN 'line_item' THEN
            SELECT l.row_version, wl.line_image(l) INTO NEW.entity_version, NEW.after
            FROM wl.line_items l WHERE l.id = NEW.entity_id;
        WHEN 'user' THEN
            SELECT u.row_version, wl.user_image(u) INTO NEW.entity_version, NEW.after
            FROM wl.users u WHERE u.id = NEW.entity_id;
        WHEN 'setting' THEN
            SELECT s.row_version, wl.setting_image(s) INTO NEW.entity_version, NEW.after
            FROM wl.settings s WHERE s.id = NEW.entity_id;
        ELSE
            NULL; -- no type, no row
    END CASE;
    IF NEW.after IS NULL OR NEW.entity_version = 0
        -- a technician hears the same of what is not theirs as of what is not there
        OR who.role = 'technician' AND owner IS DISTINCT FROM who.id THEN
        PERFORM wl.refuse('audit_without_change', 'there is no change to record');
    END IF;

    IF NEW.entity_version > 1 THEN
        SELECT r.after INTO before FROM wl.audit_log r
        WHERE r.entity_type = NEW.entity_type AND r.entity_id = NEW.entity_id
          AND r.entity_version = NEW.entity_version - 1;
    END IF;
    fitting := CASE
        -- timers without the call, for most changes are theirs; nothing but time has an owner or ends
        WHEN owner IS NOT NULL AND before IS NULL THEN CASE WHEN ended IS NULL THEN 'timer.start' ELSE 'entry.add' END
        WHEN ended IS NOT NULL AND before ->> 'end_ts' IS NULL THEN 'timer.stop'
        ELSE wl.action_of(NEW.entity_type, before, NEW.after)
    END;
    IF fitting = 'timer.stop' AND NEW.action = 'timer.auto_stop' THEN
        PERFORM FROM wl.time_entries e WHERE e.user_id = owner
            AND e.end_ts IS NULL AND e.deleted_at IS NULL AND e.start_ts = ended;
        IF NOT FOUND THEN
            PERFORM wl.refuse('audit_action', 'the change is timer.stop: no other timer started at that instant');
        END IF;
    ELSIF NEW.action IS DISTINCT FROM fitting THEN
        PERFORM wl.refuse('audit_action', format('the change is %s, not %s', fitting, NEW.action));
    END IF;

    -- the guard judged by the role of that moment
    IF who.role <> 'admin'
        AND NOT (who.role = 'technician' AND NEW.entity_type = 'time_entry' AND NEW.action NOT IN ('entry.approve', 'entry.unlock'))
        AND NOT (who.role = 'accountant' AND NEW.action = 'order.status'
            AND (before ->> 'status', NEW.after ->> 'status') IN (('ready_to_bill', 'billed'), ('billed', 'ready_to_bill'))) THEN
        PERFORM wl.refuse('audit_right', format('%s is not for the role %s', NEW.action, who.role));
    END IF;
    IF NEW.entity_type = 'time_entry' THEN
        IF NEW.action IN ('entry.edit', 'entry.unlock')
            AND NEW.reason IS DISTINCT FROM NEW.after ->> 'edited_reason' THEN
            PERFORM wl.refuse('audit_reason', 'the record and the entry must give the same reason');
        END IF;
        IF NEW.action <> 'entry.approve'
            AND (owner <> who.id OR approvals > 0)
            AND NOT wl.has_substance(NEW.reason) THEN
            PERFORM wl.refuse('reason_required',
                'changing somebody else''s time, or time that was approved before, needs a reason');
        END IF;
    ELSIF NEW.action = 'order.status' AND before ->> 'status' = 'billed' AND NOT wl.has_substance(NEW.reason) THEN
        PERFORM wl.refuse('reason_required', 'moving a billed order back needs a reason');
    END IF;

    SELECT r.chain_seq, r.hash, r.at INTO head FROM wl.audit_log r
    WHERE r.actor_id = who.id ORDER BY r.chain_seq DESC LIMIT 1;
    NEW.actor_id := who.id;
    NEW.actor_login := who.db_role;
    NEW.actor_role := who.role;
    NEW.at := greatest(clock_timestamp(), head.at);
    NEW.txid := pg_current_xact_id()::text::bigint;
    NEW.chain_seq := coalesce(head.chain_seq, 0) + 1;
    NEW.hash := sha256(coalesce(head.hash, decode(repeat('00', 32), 'hex')) || wl.audit_payload(NEW));
    RETURN NEW;
END
$$;
CREATE TRIGGER stamp_audit BEFORE INSERT ON wl.audit_log
    FOR EACH ROW EXECUTE FUNCTION wl.stamp_audit();

-- AFTER every change, at commit: this version of the row has its record.
CREATE FUNCTION wl.demand_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM wl.audit_log r
    WHERE r.entity_type = TG_ARGV[0] AND r.entity_id = NEW.id AND r.entity_version = NEW.row_version;
    IF NOT FOUND THEN
        PERFORM wl.refuse('audit_missing', format('the change of %s %s has no audit record', TG_ARGV[0], NEW.id));
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER demand_audit AFTER INSERT OR UPDATE ON wl.users
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.demand_audit('user');
CREATE CONSTRAINT TRIGGER demand_audit AFTER INSERT OR UPDATE ON wl.work_orders
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.demand_audit('work_order');
-- of all columns but idle_since, as guard_line_item
CREATE CONSTRAINT TRIGGER demand_audit AFTER INSERT
    OR UPDATE OF id, work_order_id, position, description, status, created_at, created_by, row_version, deleted_at
    ON wl.line_items
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.demand_audit('line_item');
CREATE CONSTRAINT TRIGGER demand_audit AFTER INSERT OR UPDATE ON wl.time_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.demand_audit('time_entry');
CREATE CONSTRAINT TRIGGER demand_audit AFTER INSERT OR UPDATE ON wl.settings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.demand_audit('setting');

-- Nothing is deleted, and the log is not changed.
CREATE FUNCTION wl.refuse_delete() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM wl.refuse('nothing_is_deleted', format('%s on %s: rows are hidden with deleted_at, never deleted; '
        'audit records are never changed', TG_OP, TG_TABLE_NAME));
    RETURN NULL;
END
$$;
CREATE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.users
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.work_orders
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.line_items
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.time_entries
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.settings
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE OR UPDATE ON wl.audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE OR UPDATE ON wl.audit_chains
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();

-- What `wl audit verify` reads: all that a record's hash covers, the note as its
-- own hash for those who may not read it; and the time entry that it is about as
-- it is now, with nulls if it is gone. No other record costs a look into the
-- index, for nothing equals null.
-- Without security_barrier, which would keep the order of an index from being
-- used: whoever may read the view may read all of it, and that its reader is
-- nobody any more is found out before any row is read.
CREATE VIEW wl.audit_proof AS
SELECT r.id, r.actor_id, r.chain_seq, r.at, r.txid, r.actor_login, r.actor_role, r.entity_type, r.entity_id,
    r.entity_version, r.action, r.reason, r.op_id,
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
WHERE (SELECT wl.me()) IS NOT NULL;

-- Users whose chain can't be locked; marks and sequences that were set by hand;
-- settings that were changed unrecorded. Unless the trail is verified as a whole,
-- marks are left out, for they cost a look at every line item.
-- Runs as the owner, for what not everybody may read.
CREATE FUNCTION wl.audit_mismatches(whole boolean)
RETURNS TABLE (entity_type text, entity_id bigint, entity_version bigint, problem text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM wl.users u WHERE u.id = wl.me() AND u.role <> 'technician') THEN
        PERFORM wl.refuse('audit_verify_right', 'technicians do not verify the audit trail');
    END IF;
    RETURN QUERY
    -- without the row that a chain is locked by, two records could follow the same one
    SELECT 'user', coalesce(u.id, 0), coalesce(u.row_version, 0), CASE WHEN u.id IS NULL
        THEN format('audit_chains has a row for %s, who is no user', c.db_role)
        ELSE 'the chain of this user can''t be locked: its row in audit_chains is gone' END
    FROM wl.users u FULL JOIN wl.audit_chains c ON c.db_role = u.db_role
    WHERE u.id IS NULL OR c.db_role IS NULL;
    RETURN QUERY
    -- the mark of done line items without time; what guard_line_item and take_time_away keep
    SELECT 'line_item', l.id, l.row_version, 'idle_since is not as the status and the time of the line item say'
    FROM wl.line_items l
    WHERE whole AND CASE WHEN l.idle_since IS NOT NULL THEN l.status <> 'done'
        ELSE l.status = 'done' AND l.deleted_at IS NULL AND NOT EXISTS (SELECT FROM wl.time_entries e
            WHERE e.line_item_id = l.id AND e.deleted_at IS NULL AND e.duration_seconds > 0) END;
    RETURN QUERY
    -- no id is ever given out twice
    SELECT k.kind, k.newest, 0::bigint, format('the sequence of %s was set back: this id would be given out again', k.name)
    FROM (VALUES ('user', 'users', (SELECT max(u.id) FROM wl.users u)),
        ('work_order', 'work_orders', (SELECT max(o.id) FROM wl.work_orders o)),
        ('line_item', 'line_items', (SELECT max(l.id) FROM wl.line_items l)),
        ('time_entry', 'time_entries', (SELECT max(e.id) FROM wl.time_entries e)),
        ('setting', 'settings', (SELECT max(s.id) FROM wl.settings s)),
        ('trail', 'audit_log', (SELECT max(r.id) FROM wl.audit_log r))) k (kind, name, newest)
    WHERE k.newest > coalesce(pg_sequence_last_value(format('wl.%s_id_seq', k.name)::regclass), 0);
    RETURN QUERY
    -- settings that nobody changed have no record: they are as the migration wrote them
    SELECT 'setting', d.id, 0::bigint, format('the setting %s is not the default, and nobody changed it', d.name)
    FROM (VALUES (1::bigint, 'organisation', NULL), (2, 'zone', NULL), (3, 'stale_after', '28800'),
        (4, 'two_pairs_of_eyes', 'on')) d (id, name, value)
    LEFT JOIN wl.settings s ON s.name = d.name
    WHERE s.id IS DISTINCT FROM d.id OR s.row_version = 0 AND s.value IS DISTINCT FROM d.value
    ORDER BY d.id;
END
$$;

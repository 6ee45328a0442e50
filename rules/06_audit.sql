-- The action that a change is, derived from the row before and after it. stamp_audit
-- itself recognises the start and the end of time.
CREATE OR REPLACE FUNCTION wl.action_of(entity_type text, before json, after json) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    noun text;
BEGIN
    IF entity_type = 'time_entry' THEN
        noun := 'entry';
    ELSIF entity_type = 'setting' THEN
        RETURN 'settings.change';
    ELSIF entity_type = 'bill' AND before IS NOT NULL THEN
        RETURN 'bill.cancel';
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

-- BEFORE INSERT: the client names the row, the action, the reason and the operation.
-- This trigger fills in everything else.
CREATE OR REPLACE FUNCTION wl.stamp_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' AS $$
DECLARE
    who wl.users;
    head record;
    owner bigint;
    ended wl.instant;
    approvals integer;
    before json;
    fitting text;
BEGIN
    IF NEW.entity_type IN ('user', 'setting') THEN
        who := wl.founder();
    END IF;
    IF who.id IS NULL THEN
        -- an admin who removes a user or changes a role holds that user's chain, so the user is read under this lock
        PERFORM 1 FROM wl.audit_chains c WHERE c.db_role = session_user FOR UPDATE;
        SELECT u.* INTO who FROM wl.current_user_row() u;
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
        WHEN 'bill' THEN
            SELECT b.row_version, wl.bill_image(b) INTO NEW.entity_version, NEW.after
            FROM wl.bills b WHERE b.id = NEW.entity_id;
        WHEN 'document' THEN
            SELECT d.row_version, wl.document_image(d) INTO NEW.entity_version, NEW.after
            FROM wl.documents d WHERE d.id = NEW.entity_id;
        WHEN 'letterhead' THEN
            SELECT l.row_version, wl.letterhead_image(l) INTO NEW.entity_version, NEW.after
            FROM wl.letterheads l WHERE l.id = NEW.entity_id;
        ELSE
            NULL; -- no type, no row
    END CASE;
    IF NEW.after IS NULL OR NEW.entity_version = 0
        -- a technician gets the same answer for another user's row as for a missing one
        OR who.role = 'technician' AND owner IS DISTINCT FROM who.id THEN
        PERFORM wl.refuse('audit_without_change');
    END IF;

    IF NEW.entity_version > 1 THEN
        SELECT r.after INTO before FROM wl.audit_log r
        WHERE r.entity_type = NEW.entity_type AND r.entity_id = NEW.entity_id
          AND r.entity_version = NEW.entity_version - 1;
    END IF;
    fitting := CASE
        -- most changes come from timers, so these avoid the call; only time entries have an owner and an end
        WHEN owner IS NOT NULL AND before IS NULL THEN CASE WHEN ended IS NULL THEN 'timer.start' ELSE 'entry.add' END
        WHEN ended IS NOT NULL AND before ->> 'end_ts' IS NULL THEN 'timer.stop'
        ELSE wl.action_of(NEW.entity_type, before, NEW.after)
    END;
    IF fitting = 'timer.stop' AND NEW.action = 'timer.auto_stop' THEN
        PERFORM FROM wl.time_entries e WHERE e.user_id = owner
            AND e.end_ts IS NULL AND e.deleted_at IS NULL AND e.start_ts = ended;
        IF NOT FOUND THEN
            PERFORM wl.refuse('audit_action:auto_stop');
        END IF;
    ELSIF NEW.action = 'timer.cancel' THEN
        -- the removal of one's own running timer is either this or entry.remove
        IF fitting <> 'entry.remove' OR ended IS NOT NULL OR owner <> who.id THEN
            PERFORM wl.refuse('audit_action:cancel', fitting);
        END IF;
    ELSIF NEW.action IS DISTINCT FROM fitting THEN
        PERFORM wl.refuse('audit_action', fitting, NEW.action::text);
    END IF;

    IF starts_with(NEW.op_id, 'undo:') AND (NEW.entity_type <> 'time_entry'
        OR NEW.reason IS DISTINCT FROM 'undo of ' || substr(NEW.op_id, 6) OR starts_with(NEW.op_id, 'undo:undo:')
        OR NOT EXISTS (SELECT FROM wl.audit_log r WHERE r.op_id = substr(NEW.op_id, 6) AND r.actor_id = who.id)
        -- nothing is undone twice
        OR EXISTS (SELECT FROM wl.audit_log r WHERE r.op_id = NEW.op_id AND r.actor_id = who.id
            AND r.txid <> pg_current_xact_id()::text::bigint)) THEN
        PERFORM wl.refuse('audit_undo', NEW.action::text, NEW.op_id::text);
    END IF;

    -- the role may have changed since the guard checked it
    IF who.role <> 'admin'
        AND NOT (who.role = 'technician' AND NEW.entity_type = 'time_entry' AND NEW.action NOT IN ('entry.approve', 'entry.unlock'))
        AND NOT (who.role = 'accountant' AND (NEW.entity_type IN ('bill', 'document', 'letterhead')
            OR NEW.action = 'order.status'
            AND (before ->> 'status', NEW.after ->> 'status') IN (('ready_to_bill', 'billed'), ('billed', 'ready_to_bill')))) THEN
        PERFORM wl.refuse('audit_right', NEW.action::text, who.role);
    END IF;
    IF NEW.entity_type = 'time_entry' THEN
        IF NEW.action IN ('entry.edit', 'entry.unlock')
            AND NEW.reason IS DISTINCT FROM NEW.after ->> 'edited_reason' THEN
            PERFORM wl.refuse('audit_reason');
        END IF;
        IF NEW.action <> 'entry.approve'
            AND (owner <> who.id OR approvals > 0)
            AND NOT wl.has_substance(NEW.reason) THEN
            PERFORM wl.refuse('reason_required:' || CASE
                WHEN NEW.action = 'entry.add' THEN 'add' WHEN approvals > 0 THEN 'approved'
                WHEN NEW.action = 'timer.stop' THEN 'stop' ELSE 'other' END, NEW.entity_id::text);
        END IF;
    ELSIF NEW.action = 'order.status' AND before ->> 'status' = 'billed' AND NOT wl.has_substance(NEW.reason) THEN
        PERFORM wl.refuse('reason_required:billed', NEW.after ->> 'number');
    ELSIF NEW.action = 'bill.cancel' AND NEW.reason IS DISTINCT FROM NEW.after ->> 'cancel_reason' THEN
        PERFORM wl.refuse('audit_reason');
    END IF;
    IF NEW.reason IS NOT NULL AND NOT wl.has_substance(NEW.reason) THEN
        PERFORM wl.refuse('reason_required:given');
    END IF;

    SELECT r.chain_seq, r.hash, r.at INTO head FROM wl.audit_log r
    WHERE r.actor_id = who.id ORDER BY r.chain_seq DESC LIMIT 1;
    NEW.actor_id := who.id;
    NEW.actor_login := who.db_role::text;
    NEW.actor_role := who.role;
    NEW.at := greatest(clock_timestamp(), head.at);
    NEW.txid := pg_current_xact_id()::text::bigint;
    NEW.chain_seq := coalesce(head.chain_seq, 0) + 1;
    NEW.hash := sha256(coalesce(head.hash, decode(repeat('00', 32), 'hex')) || wl.audit_payload(NEW));
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER stamp_audit BEFORE INSERT ON wl.audit_log
    FOR EACH ROW EXECUTE FUNCTION wl.stamp_audit();

-- AFTER every change, at commit: requires the audit record of this version of the row.
CREATE OR REPLACE FUNCTION wl.require_audit_record() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM wl.audit_log r
    WHERE r.entity_type = TG_ARGV[0] AND r.entity_id = NEW.id AND r.entity_version = NEW.row_version;
    IF NOT FOUND THEN
        PERFORM wl.refuse('audit_missing', TG_ARGV[0], NEW.id::text);
    END IF;
    RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS require_audit_record ON wl.users;
CREATE CONSTRAINT TRIGGER require_audit_record AFTER INSERT OR UPDATE ON wl.users
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.require_audit_record('user');
DROP TRIGGER IF EXISTS require_audit_record ON wl.work_orders;
CREATE CONSTRAINT TRIGGER require_audit_record AFTER INSERT OR UPDATE ON wl.work_orders
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.require_audit_record('work_order');
DROP TRIGGER IF EXISTS require_audit_record ON wl.line_items;
-- on all columns except idle_since, like guard_line_item
CREATE CONSTRAINT TRIGGER require_audit_record AFTER INSERT
    OR UPDATE OF id, work_order_id, position, description, status, created_at, created_by, row_version, deleted_at
    ON wl.line_items
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.require_audit_record('line_item');
DROP TRIGGER IF EXISTS require_audit_record ON wl.time_entries;
CREATE CONSTRAINT TRIGGER require_audit_record AFTER INSERT OR UPDATE ON wl.time_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.require_audit_record('time_entry');
DROP TRIGGER IF EXISTS require_audit_record ON wl.settings;
CREATE CONSTRAINT TRIGGER require_audit_record AFTER INSERT OR UPDATE ON wl.settings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.require_audit_record('setting');
DROP TRIGGER IF EXISTS require_audit_record ON wl.bills;
CREATE CONSTRAINT TRIGGER require_audit_record AFTER INSERT OR UPDATE ON wl.bills
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.require_audit_record('bill');
DROP TRIGGER IF EXISTS require_audit_record ON wl.documents;
CREATE CONSTRAINT TRIGGER require_audit_record AFTER INSERT OR UPDATE ON wl.documents
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.require_audit_record('document');
DROP TRIGGER IF EXISTS require_audit_record ON wl.letterheads;
CREATE CONSTRAINT TRIGGER require_audit_record AFTER INSERT OR UPDATE ON wl.letterheads
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.require_audit_record('letterhead');

-- Refuses DELETE and TRUNCATE, and any UPDATE of the log.
CREATE OR REPLACE FUNCTION wl.refuse_delete() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM wl.refuse('nothing_is_deleted', TG_OP, TG_TABLE_NAME::text);
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.users
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.work_orders
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.line_items
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.time_entries
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.settings
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE OR UPDATE ON wl.logos
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.bills
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.bill_lines
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE OR UPDATE ON wl.bill_numbers
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.documents
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.letterheads
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON wl.schema_version
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE OR UPDATE ON wl.audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();
CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE OR UPDATE ON wl.audit_chains
    FOR EACH STATEMENT EXECUTE FUNCTION wl.refuse_delete();

-- Finds users whose chain can't be locked, and marks and sequences that somebody set
-- by hand. Marks are checked only with the whole trail, because that reads every line
-- item. Runs as the owner, because not every reader may see all of this.
CREATE OR REPLACE FUNCTION wl.audit_mismatches(whole boolean)
RETURNS TABLE (entity_type text, entity_id bigint, entity_version bigint, problem text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM wl.users u WHERE u.id = wl.current_user_id() AND u.role <> 'technician') THEN
        PERFORM wl.refuse('audit_verify_right');
    END IF;
    RETURN QUERY
    -- without its lock row, two records of a chain could follow the same record
    SELECT 'user', coalesce(u.id, 0), coalesce(u.row_version, 0), CASE WHEN u.id IS NULL
        THEN format('audit_chains has a row for %s, who is no user', c.db_role)
        ELSE 'the chain of this user can''t be locked: its row in audit_chains is gone' END
    FROM wl.users u FULL JOIN wl.audit_chains c ON c.db_role = u.db_role
    WHERE u.id IS NULL OR c.db_role IS NULL;
    RETURN QUERY
    -- without it, two bills could take one number
    SELECT 'bill', 0::bigint, 0::bigint, 'the numbers of bills can''t be locked: the row of bill_numbers is gone'
    WHERE NOT EXISTS (SELECT FROM wl.bill_numbers n);
    RETURN QUERY
    -- idle_since of line items, which guard_line_item and mark_idle_before_removal maintain
    SELECT 'line_item', l.id, l.row_version, 'idle_since is not as the status and the time of the line item say'
    FROM wl.line_items l
    WHERE whole AND CASE WHEN l.idle_since IS NOT NULL THEN l.status <> 'done'
        ELSE l.status = 'done' AND l.deleted_at IS NULL AND NOT EXISTS (SELECT FROM wl.time_entries e
            WHERE e.line_item_id = l.id AND e.deleted_at IS NULL AND e.duration_seconds > 0) END;
    RETURN QUERY
    -- the trail has the hash of each logo; documents print its bytes
    SELECT 'setting', s.id, s.row_version, format('the logo %s is not in logos with these bytes', s.value)
    FROM wl.settings s
    WHERE s.name = 'logo' AND s.value IS NOT NULL AND NOT EXISTS (SELECT FROM wl.logos l
        WHERE encode(l.sha256, 'hex') = s.value AND l.sha256 = sha256(l.png));
    RETURN QUERY
    SELECT 'letterhead', h.id, h.row_version, 'the logo is not in logos with these bytes'
    FROM wl.letterheads h
    WHERE h.logo_sha256 IS NOT NULL AND NOT EXISTS (SELECT FROM wl.logos l
        WHERE l.sha256 = h.logo_sha256 AND l.sha256 = sha256(l.png));
    RETURN QUERY
    -- no id is ever used twice
    SELECT k.kind, k.newest, 0::bigint, format('the sequence of %s was set back: this id would be given out again', k.name)
    FROM (VALUES ('user', 'users', (SELECT max(u.id) FROM wl.users u)),
        ('work_order', 'work_orders', (SELECT max(o.id) FROM wl.work_orders o)),
        ('line_item', 'line_items', (SELECT max(l.id) FROM wl.line_items l)),
        ('time_entry', 'time_entries', (SELECT max(e.id) FROM wl.time_entries e)),
        ('setting', 'settings', (SELECT max(s.id) FROM wl.settings s)),
        ('document', 'documents', (SELECT max(d.id) FROM wl.documents d)),
        ('letterhead', 'letterheads', (SELECT max(l.id) FROM wl.letterheads l)),
        ('trail', 'audit_log', (SELECT max(r.id) FROM wl.audit_log r))) k (kind, name, newest)
    WHERE k.newest > coalesce(pg_sequence_last_value(format('wl.%s_id_seq', k.name)::regclass), 0);
END
$$;

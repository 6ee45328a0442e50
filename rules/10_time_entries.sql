-- Share-locks the order and the line item that get new time, and refuses if they
-- don't accept any. Otherwise returns true. Callers use IF, because PERFORM would turn
-- the call into a query.
CREATE OR REPLACE FUNCTION wl.check_target(order_id bigint, line_id bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    target record;
BEGIN
    -- locks the rows in the order of these two tables
    SELECT o.number, o.status AS order_status, o.deleted_at AS order_removed,
        l.position, l.status AS line_status, l.deleted_at AS line_removed INTO target
    FROM wl.work_orders o CROSS JOIN wl.line_items l WHERE o.id = order_id AND l.id = line_id FOR SHARE;
    IF target.order_removed IS NOT NULL THEN
        PERFORM wl.refuse('order_removed', target.number);
    ELSIF target.order_status NOT IN ('open', 'in_progress') THEN
        PERFORM wl.refuse('order_closed:' || target.order_status, target.number);
    ELSIF target.line_removed IS NOT NULL THEN
        PERFORM wl.refuse('line_removed', target.number || '/' || target.position);
    ELSIF target.line_status NOT IN ('open', 'in_progress') THEN
        PERFORM wl.refuse('line_closed', target.number || '/' || target.position, target.line_status);
    END IF;
    RETURN true;
END
$$;

-- Share-locks a user's row and refuses if the user is removed. Otherwise returns true.
CREATE OR REPLACE FUNCTION wl.check_user(user_id bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    owner record;
BEGIN
    SELECT u.db_role, u.deleted_at INTO owner FROM wl.users u WHERE u.id = user_id FOR SHARE;
    IF owner.deleted_at IS NOT NULL THEN
        PERFORM wl.refuse('user_removed', owner.db_role::text);
    END IF;
    RETURN true;
END
$$;

-- Seconds as hours and minutes, such as 8:05 h.
CREATE OR REPLACE FUNCTION wl.clock(seconds bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT seconds / 3600 || ':' || pg_catalog.lpad((seconds / 60 % 60)::text, 2, '0') || ' h'
$$;

CREATE OR REPLACE FUNCTION wl.refuse_future(start_ts timestamptz, end_ts timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    shape CONSTANT text := 'YYYY-MM-DD HH24:MI:SS"Z"';
BEGIN
    PERFORM wl.refuse('future_time', to_char(greatest(start_ts, end_ts) AT TIME ZONE 'UTC', shape),
        to_char(clock_timestamp() AT TIME ZONE 'UTC', shape));
END
$$;

-- Refuses if the entry is on an active bill.
CREATE OR REPLACE FUNCTION wl.refuse_billed(entry_id bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    bill bigint;
BEGIN
    SELECT l.bill_id INTO bill FROM wl.bill_lines l WHERE l.time_entry_id = entry_id AND NOT l.cancelled;
    IF FOUND THEN
        PERFORM wl.refuse('entry_billed', bill::text, entry_id::text);
    END IF;
END
$$;

-- Approves an entry (R5).
CREATE OR REPLACE FUNCTION wl.guard_approval(before wl.time_entries, after wl.time_entries, who wl.users)
RETURNS wl.time_entries
LANGUAGE plpgsql AS $$
DECLARE
    stale_after bigint;
BEGIN
    IF before.end_ts IS NULL THEN
        PERFORM wl.refuse('approve_running', before.id::text);
    END IF;
    IF who.id = ANY (before.touched_by || before.user_id)
        AND (SELECT s.value FROM wl.settings s WHERE s.name = 'two_pairs_of_eyes') = 'on' THEN
        PERFORM wl.refuse('approve_own', before.id::text);
    END IF;
    SELECT s.value::bigint INTO stale_after FROM wl.settings s WHERE s.name = 'stale_after';
    IF NOT after.long_accepted AND before.duration_seconds > stale_after THEN
        PERFORM wl.refuse('approve_long', before.id::text, wl.clock(before.duration_seconds), wl.clock(stale_after));
    END IF;
    after.approved_by := who.id;
    after.approved_at := clock_timestamp();
    after.approvals := before.approvals + 1;
    -- the line item has time now, and a LOCKED entry stays
    UPDATE wl.line_items l SET idle_since = NULL
    WHERE l.id = before.line_item_id AND l.idle_since IS NOT NULL AND before.duration_seconds > 0;
    RETURN after;
END
$$;

-- Unlocks an entry (R4).
CREATE OR REPLACE FUNCTION wl.guard_unlock(before wl.time_entries, after wl.time_entries, who wl.users)
RETURNS wl.time_entries
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT wl.has_substance(after.edited_reason) THEN
        PERFORM wl.refuse('reason_required:unlock', before.id::text);
    END IF;
    after.approved_by := NULL;
    after.approved_at := NULL;
    after.edited_at := clock_timestamp();
    after.edited_by := who.id;
    RETURN after;
END
$$;

-- Removes or restores an entry (R6, R7).
CREATE OR REPLACE FUNCTION wl.guard_removal(before wl.time_entries, after wl.time_entries) RETURNS wl.time_entries
LANGUAGE plpgsql AS $$
BEGIN
    IF after.deleted_at IS NULL THEN
        IF NOT (wl.check_user(before.user_id) AND wl.check_target(before.work_order_id, before.line_item_id)) THEN
            RETURN NULL;
        END IF;
    ELSE
        after.deleted_at := clock_timestamp();
        IF before.duration_seconds > 0 THEN
            PERFORM wl.mark_idle_before_removal(before.line_item_id, before.id);
        END IF;
    END IF;
    RETURN after;
END
$$;

-- Corrects the times, line item or note of an entry. A note added with a stop is part
-- of the stop.
CREATE OR REPLACE FUNCTION wl.guard_edit(before wl.time_entries, after wl.time_entries, who wl.users)
RETURNS wl.time_entries
LANGUAGE plpgsql AS $$
DECLARE
    moved CONSTANT boolean :=
        (after.work_order_id, after.line_item_id) <> (before.work_order_id, before.line_item_id);
BEGIN
    IF before.end_ts IS NOT NULL AND after.end_ts IS NULL THEN
        PERFORM wl.refuse('entry_reopened', before.id::text);
    END IF;
    IF moved AND NOT wl.check_target(after.work_order_id, after.line_item_id) THEN
        RETURN NULL;
    END IF;
    -- times that stay may be in the future since the clock was set back
    IF (after.start_ts, after.end_ts) IS DISTINCT FROM (before.start_ts, before.end_ts)
        AND greatest(after.start_ts, after.end_ts) > clock_timestamp() + interval '1 minute' THEN
        PERFORM wl.refuse_future(after.start_ts, after.end_ts);
    END IF;
    IF (who.id <> before.user_id OR before.approvals > 0) AND NOT wl.has_substance(after.edited_reason) THEN
        PERFORM wl.refuse('reason_required:' || CASE WHEN before.approvals > 0 THEN 'approved' ELSE 'other' END,
            before.id::text);
    END IF;
    after.edited_at := clock_timestamp();
    after.edited_by := who.id;
    IF before.duration_seconds > 0 AND (moved OR after.end_ts - after.start_ts < interval '1 second') THEN
        PERFORM wl.mark_idle_before_removal(before.line_item_id, before.id);
    END IF;
    RETURN after;
END
$$;

-- The paths that every timer takes are written out here; the functions above handle
-- the others.
CREATE OR REPLACE FUNCTION wl.guard_time_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    parent record;
    ended boolean;
    content boolean;
    flipped boolean;
    hidden boolean;
BEGIN
    SELECT u.* INTO who FROM wl.current_user_row() u;
    IF NOT wl.may_write(who.role) THEN
        PERFORM wl.refuse_actor();
    END IF;
    IF who.role NOT IN ('technician', 'admin') OR (who.role = 'technician' AND NEW.user_id <> who.id) THEN
        PERFORM wl.refuse('entry_right');
    END IF;

    IF TG_OP = 'INSERT' THEN
        -- one session at a time writes a user's time: overlaps wait here, not in the index
        SELECT u.db_role, u.deleted_at INTO parent FROM wl.users u WHERE u.id = NEW.user_id FOR NO KEY UPDATE;
        IF parent.deleted_at IS NOT NULL THEN
            PERFORM wl.refuse('user_removed', parent.db_role::text);
        END IF;
        IF NOT wl.check_target(NEW.work_order_id, NEW.line_item_id) THEN
            RETURN NULL;
        END IF;
        -- server time, one minute of grace
        IF greatest(NEW.start_ts, NEW.end_ts) > clock_timestamp() + interval '1 minute' THEN
            PERFORM wl.refuse_future(NEW.start_ts, NEW.end_ts);
        END IF;
        NEW.status := 'OPEN';
        NEW.approved_by := NULL;
        NEW.approved_at := NULL;
        NEW.long_accepted := false;
        NEW.approvals := 0;
        NEW.touched_by := ARRAY[who.id];
        NEW.edited_reason := NULL;
        NEW.edited_at := NULL;
        NEW.edited_by := NULL;
        NEW.created_at := clock_timestamp();
        NEW.created_by := who.id;
        NEW.row_version := 1;
        NEW.deleted_at := NULL;
        NEW.note_salt := CASE WHEN NEW.note IS NOT NULL THEN gen_random_uuid() END;
        RETURN NEW;
    END IF;

    ended := OLD.end_ts IS NULL AND NEW.end_ts IS NOT NULL;
    content := (NEW.work_order_id, NEW.line_item_id, NEW.start_ts) <> (OLD.work_order_id, OLD.line_item_id, OLD.start_ts)
        OR (NOT ended AND (NEW.end_ts, NEW.note) IS DISTINCT FROM (OLD.end_ts, OLD.note));
    flipped := NEW.status <> OLD.status;
    hidden := (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL);

    -- R4: the only change of a locked entry is its unlock
    IF OLD.status = 'LOCKED' AND (content OR ended OR hidden OR NOT flipped
        OR NEW.user_id <> OLD.user_id OR NEW.id <> OLD.id) THEN
        PERFORM wl.refuse_billed(OLD.id);
        PERFORM wl.refuse('entry_locked', OLD.id::text);
    END IF;
    IF NEW.id <> OLD.id OR NEW.user_id <> OLD.user_id THEN
        PERFORM wl.refuse('entry_fixed', OLD.id::text);
    END IF;
    IF content::int + ended::int + flipped::int + hidden::int = 0 THEN
        IF NEW.edited_reason IS DISTINCT FROM OLD.edited_reason OR NEW.long_accepted <> OLD.long_accepted THEN
            PERFORM wl.refuse('one_change:reason');
        END IF;
        RETURN NULL;
    ELSIF content::int + ended::int + flipped::int + hidden::int > 1 THEN
        PERFORM wl.refuse('one_change:entry');
    END IF;
    IF OLD.deleted_at IS NOT NULL AND NOT hidden THEN
        PERFORM wl.refuse('entry_removed', OLD.id::text);
    END IF;

    -- a bill of this order holds a stronger lock
    SELECT o.number, o.status INTO parent FROM wl.work_orders o WHERE o.id = OLD.work_order_id FOR SHARE;
    IF OLD.status = 'LOCKED' THEN
        PERFORM wl.refuse_billed(OLD.id);
    END IF;
    IF parent.status = 'billed' THEN
        PERFORM wl.refuse('order_billed', parent.number);
    END IF;

    NEW.row_version := OLD.row_version + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
    NEW.approved_by := OLD.approved_by;
    NEW.approved_at := OLD.approved_at;
    NEW.approvals := OLD.approvals;
    NEW.touched_by := OLD.touched_by;
    NEW.note_salt := OLD.note_salt;
    IF NEW.note IS DISTINCT FROM OLD.note THEN
        NEW.note_salt := CASE WHEN NEW.note IS NOT NULL THEN gen_random_uuid() END;
    END IF;
    NEW.edited_at := OLD.edited_at;
    NEW.edited_by := OLD.edited_by;
    IF NOT (flipped AND NEW.status = 'LOCKED') THEN
        NEW.long_accepted := false;
    END IF;
    IF NOT content AND NOT (flipped AND NEW.status = 'OPEN') THEN
        NEW.edited_reason := OLD.edited_reason;
    END IF;

    IF flipped THEN
        IF who.role <> 'admin' THEN
            PERFORM wl.refuse('approve_right');
        END IF;
        RETURN CASE NEW.status WHEN 'LOCKED' THEN wl.guard_approval(OLD, NEW, who) ELSE wl.guard_unlock(OLD, NEW, who) END;
    END IF;

    IF NOT who.id = ANY (OLD.touched_by) THEN
        NEW.touched_by := OLD.touched_by || who.id;
    END IF;
    IF hidden THEN
        RETURN wl.guard_removal(OLD, NEW);
    ELSIF content THEN
        RETURN wl.guard_edit(OLD, NEW, who);
    END IF;
    IF NEW.end_ts > clock_timestamp() + interval '1 minute' THEN
        PERFORM wl.refuse_future(NEW.start_ts, NEW.end_ts);
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER guard_time_entry BEFORE INSERT OR UPDATE ON wl.time_entries
    FOR EACH ROW EXECUTE FUNCTION wl.guard_time_entry();

-- Share-locks the order and the line item that time is about to be put on,
-- and refuses where no new time may go. True, to be assigned: PERFORM would make
-- a query of the call.
CREATE OR REPLACE FUNCTION wl.check_target(order_id bigint, line_id bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    target record;
BEGIN
    -- locked in the order of the two tables here
    SELECT o.number, o.status AS order_status, o.deleted_at AS order_removed,
        l.position, l.status AS line_status, l.deleted_at AS line_removed INTO target
    FROM wl.work_orders o CROSS JOIN wl.line_items l WHERE o.id = order_id AND l.id = line_id FOR SHARE;
    IF target.order_removed IS NOT NULL THEN
        PERFORM wl.refuse('order_removed', format('work order %s is removed', target.number));
    ELSIF target.order_status IN ('ready_to_bill', 'billed', 'cancelled') THEN
        PERFORM wl.refuse('order_closed', format('work order %s is %s: no new time goes on it',
            target.number, target.order_status));
    ELSIF target.line_removed IS NOT NULL THEN
        PERFORM wl.refuse('line_removed', format('line item %s/%s is removed', target.number, target.position));
    ELSIF target.line_status IN ('done', 'cancelled') THEN
        PERFORM wl.refuse('line_closed', format('line item %s/%s is %s: no new time goes on it',
            target.number, target.position, target.line_status));
    END IF;
    RETURN true;
END
$$;

CREATE OR REPLACE FUNCTION wl.guard_time_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    parent record;
    fits boolean;
    moved boolean;
    ended boolean;
    content boolean;
    flipped boolean;
    hidden boolean;
    -- server time, one minute of grace
    future boolean := greatest(NEW.start_ts, NEW.end_ts) > clock_timestamp() + interval '1 minute';
BEGIN
    SELECT u.* INTO who FROM wl.current_user_row() u;
    IF NOT wl.may_write(who.role) THEN
        PERFORM wl.refuse_actor();
    END IF;
    IF who.role NOT IN ('technician', 'admin') OR (who.role = 'technician' AND NEW.user_id <> who.id) THEN
        PERFORM wl.refuse('entry_right', 'technicians change their own time, admins anybody''s, others none');
    END IF;

    IF TG_OP = 'INSERT' THEN
        -- one writer of a user's time at a time: overlaps wait here instead of in the index
        SELECT u.db_role, u.deleted_at INTO parent FROM wl.users u WHERE u.id = NEW.user_id FOR NO KEY UPDATE;
        IF parent.deleted_at IS NOT NULL THEN
            PERFORM wl.refuse('user_removed', format('user %s is removed', parent.db_role));
        END IF;
        fits := wl.check_target(NEW.work_order_id, NEW.line_item_id);
        IF future THEN
            PERFORM wl.refuse('future_time', 'time in the future can''t be recorded');
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

    moved := (NEW.work_order_id, NEW.line_item_id) <> (OLD.work_order_id, OLD.line_item_id);
    ended := OLD.end_ts IS NULL AND NEW.end_ts IS NOT NULL;
    -- a note that comes with the stop belongs to the stop
    content := moved OR NEW.start_ts <> OLD.start_ts
        OR (NOT ended AND (NEW.end_ts, NEW.note) IS DISTINCT FROM (OLD.end_ts, OLD.note));
    flipped := NEW.status <> OLD.status;
    hidden := (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL);

    -- R4: a locked entry is unlocked, and nothing else ever happens to it
    IF OLD.status = 'LOCKED' AND (content OR ended OR hidden OR NOT flipped
        OR NEW.user_id <> OLD.user_id OR NEW.id <> OLD.id) THEN
        PERFORM wl.refuse('entry_locked', format('entry %s is LOCKED', OLD.id));
    END IF;
    IF NEW.id <> OLD.id OR NEW.user_id <> OLD.user_id THEN
        PERFORM wl.refuse('entry_fixed', 'the id and the user of an entry never change');
    END IF;
    IF content::int + ended::int + flipped::int + hidden::int = 0 THEN
        IF NEW.edited_reason IS DISTINCT FROM OLD.edited_reason OR NEW.long_accepted <> OLD.long_accepted THEN
            PERFORM wl.refuse('one_change', 'a reason alone changes nothing');
        END IF;
        RETURN NULL;
    ELSIF content::int + ended::int + flipped::int + hidden::int > 1 THEN
        PERFORM wl.refuse('one_change', 'stop, correction, approval and removal of an entry happen one at a time');
    END IF;
    IF OLD.deleted_at IS NOT NULL AND NOT hidden THEN
        PERFORM wl.refuse('entry_removed', format('entry %s is removed', OLD.id));
    END IF;

    SELECT o.number, o.status INTO parent FROM wl.work_orders o WHERE o.id = OLD.work_order_id FOR SHARE;
    IF parent.status = 'billed' THEN
        PERFORM wl.refuse('order_billed', format('work order %s is billed', parent.number));
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
            PERFORM wl.refuse('approve_right', 'only an admin approves and unlocks');
        END IF;
        IF NEW.status = 'LOCKED' THEN
            IF OLD.end_ts IS NULL THEN
                PERFORM wl.refuse('approve_running', format('entry %s is still running', OLD.id));
            END IF;
            IF who.id = ANY (OLD.touched_by || OLD.user_id)
                AND (SELECT s.value FROM wl.settings s WHERE s.name = 'two_pairs_of_eyes') = 'on' THEN
                PERFORM wl.refuse('approve_own', format('entry %s was worked, entered or changed by you: '
                    'another admin approves it', OLD.id));
            END IF;
            IF NOT NEW.long_accepted AND OLD.duration_seconds
                > (SELECT s.value::bigint FROM wl.settings s WHERE s.name = 'stale_after') THEN
                PERFORM wl.refuse('approve_long', format('entry %s is longer than the limit', OLD.id));
            END IF;
            NEW.approved_by := who.id;
            NEW.approved_at := clock_timestamp();
            NEW.approvals := OLD.approvals + 1;
            -- time had arrived since: this row keeps it there
            UPDATE wl.line_items l SET idle_since = NULL
            WHERE l.id = OLD.line_item_id AND l.idle_since IS NOT NULL AND OLD.duration_seconds > 0;
        ELSE
            IF NOT wl.has_substance(NEW.edited_reason) THEN
                PERFORM wl.refuse('reason_required', 'an unlock needs a reason');
            END IF;
            NEW.approved_by := NULL;
            NEW.approved_at := NULL;
            NEW.edited_at := clock_timestamp();
            NEW.edited_by := who.id;
        END IF;
        RETURN NEW;
    END IF;

    IF NOT who.id = ANY (OLD.touched_by) THEN
        NEW.touched_by := OLD.touched_by || who.id;
    END IF;
    IF hidden THEN
        IF NEW.deleted_at IS NULL THEN
            SELECT u.db_role, u.deleted_at INTO parent FROM wl.users u WHERE u.id = OLD.user_id FOR SHARE;
            IF parent.deleted_at IS NOT NULL THEN
                PERFORM wl.refuse('user_removed', format('user %s is removed', parent.db_role));
            END IF;
            fits := wl.check_target(OLD.work_order_id, OLD.line_item_id);
        ELSE
            NEW.deleted_at := clock_timestamp();
            IF OLD.duration_seconds > 0 THEN
                PERFORM wl.mark_idle_before_removal(OLD.line_item_id, OLD.id);
            END IF;
        END IF;
        RETURN NEW;
    END IF;

    IF OLD.end_ts IS NOT NULL AND NEW.end_ts IS NULL THEN
        PERFORM wl.refuse('entry_reopened', format('entry %s has ended; it can''t run again', OLD.id));
    END IF;
    IF moved THEN
        fits := wl.check_target(NEW.work_order_id, NEW.line_item_id);
    END IF;
    IF future THEN
        PERFORM wl.refuse('future_time', 'time in the future can''t be recorded');
    END IF;
    IF content THEN
        IF (who.id <> OLD.user_id OR OLD.approvals > 0) AND NOT wl.has_substance(NEW.edited_reason) THEN
            PERFORM wl.refuse('reason_required',
                'changing somebody else''s time, or time that was approved before, needs a reason');
        END IF;
        NEW.edited_at := clock_timestamp();
        NEW.edited_by := who.id;
        IF OLD.duration_seconds > 0 AND (moved OR NEW.end_ts - NEW.start_ts < interval '1 second') THEN
            PERFORM wl.mark_idle_before_removal(OLD.line_item_id, OLD.id);
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER guard_time_entry BEFORE INSERT OR UPDATE ON wl.time_entries
    FOR EACH ROW EXECUTE FUNCTION wl.guard_time_entry();

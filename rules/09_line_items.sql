CREATE OR REPLACE FUNCTION wl.guard_line_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    parent record;
    changes integer;
    entries bigint;
BEGIN
    who := wl.actor();
    IF who.role <> 'admin' THEN
        PERFORM wl.refuse('line_right');
    END IF;
    IF TG_OP = 'INSERT' THEN
        -- the stronger lock gives two line items, added at once, two positions
        SELECT o.number, o.status, o.deleted_at INTO parent
        FROM wl.work_orders o WHERE o.id = NEW.work_order_id FOR NO KEY UPDATE;
    ELSE
        SELECT o.number, o.status, o.deleted_at INTO parent
        FROM wl.work_orders o WHERE o.id = OLD.work_order_id FOR SHARE;
    END IF;
    IF parent.status = 'billed' THEN
        PERFORM wl.refuse('order_billed', parent.number);
    ELSIF parent.deleted_at IS NOT NULL THEN
        PERFORM wl.refuse('order_removed', parent.number);
    END IF;

    IF TG_OP = 'INSERT' THEN
        SELECT coalesce(max(l.position), 0) + 1 INTO NEW.position
        FROM wl.line_items l WHERE l.work_order_id = NEW.work_order_id;
        NEW.status := 'open';
        NEW.created_at := clock_timestamp();
        NEW.created_by := who.id;
        NEW.row_version := 1;
        NEW.deleted_at := NULL;
        RETURN NEW;
    END IF;

    NEW.created_by := OLD.created_by;
    NEW.created_at := OLD.created_at;
    NEW.row_version := OLD.row_version + 1;
    IF (NEW.id, NEW.work_order_id, NEW.position) <> (OLD.id, OLD.work_order_id, OLD.position) THEN
        PERFORM wl.refuse('line_fixed');
    END IF;
    changes := (NEW.description <> OLD.description)::int + (NEW.status <> OLD.status)::int
        + ((NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL))::int;
    IF changes = 0 THEN
        RETURN NULL;
    ELSIF changes > 1 THEN
        PERFORM wl.refuse('one_change:line');
    END IF;
    IF OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NOT NULL THEN
        PERFORM wl.refuse('line_removed', parent.number || '/' || OLD.position);
    END IF;
    IF OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL THEN
        NEW.deleted_at := clock_timestamp();
        SELECT count(*) INTO entries FROM wl.time_entries e WHERE e.line_item_id = OLD.id AND e.deleted_at IS NULL;
        IF entries > 0 THEN
            PERFORM wl.refuse('line_in_use', parent.number || '/' || OLD.position, wl.counted(entries, 'entry', 'entries'));
        END IF;
    END IF;
    -- this row is locked; mark_idle_before_removal waits for the same lock
    NEW.idle_since := NULL;
    IF NEW.status = 'done' AND NOT EXISTS (SELECT FROM wl.time_entries e
        WHERE e.line_item_id = OLD.id AND e.deleted_at IS NULL AND e.duration_seconds > 0) THEN
        NEW.idle_since := coalesce(OLD.idle_since, clock_timestamp());
    END IF;
    RETURN NEW;
END
$$;
-- on all columns except idle_since, which follows the time and doesn't count as a change
CREATE OR REPLACE TRIGGER guard_line_item BEFORE INSERT
    OR UPDATE OF id, work_order_id, position, description, status, created_at, created_by, row_version, deleted_at
    ON wl.line_items FOR EACH ROW EXECUTE FUNCTION wl.guard_line_item();

-- Runs before an entry leaves a line item, because it is removed, moved or cut to
-- zero. A done line item without other time then becomes an exception. The lock is
-- the one that a change of status takes: either that change waits and then finds the
-- time gone, or this function waits and then finds the line item done. Two sessions
-- that remove the last two entries wait for each other, too.
-- New time takes no such lock, so that timers don't wait. idle_since may then stay
-- set for a while, and readers check the time as well. It is always set on a done
-- line item without time.
CREATE OR REPLACE FUNCTION wl.mark_idle_before_removal(line_id bigint, entry_id bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM wl.line_items l WHERE l.id = line_id FOR NO KEY UPDATE;
    UPDATE wl.line_items l SET idle_since = clock_timestamp()
    WHERE l.id = line_id AND l.status = 'done' AND NOT EXISTS (SELECT FROM wl.time_entries e
        WHERE e.line_item_id = line_id AND e.id <> entry_id AND e.deleted_at IS NULL AND e.duration_seconds > 0);
END
$$;

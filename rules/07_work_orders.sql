CREATE OR REPLACE FUNCTION wl.order_may_become(old_status text, new_status text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT (old_status, new_status) IN (
        ('open', 'in_progress'), ('open', 'ready_to_bill'), ('open', 'cancelled'),
        ('in_progress', 'open'), ('in_progress', 'ready_to_bill'), ('in_progress', 'cancelled'),
        ('ready_to_bill', 'in_progress'), ('ready_to_bill', 'billed'),
        ('billed', 'ready_to_bill'),
        ('cancelled', 'open'))
$$;

CREATE OR REPLACE FUNCTION wl.guard_work_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    changes integer;
BEGIN
    who := wl.actor();
    IF TG_OP = 'INSERT' THEN
        IF who.role <> 'admin' THEN
            PERFORM wl.refuse('order_right', 'only an admin adds work orders');
        END IF;
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
    IF NEW.id <> OLD.id THEN
        PERFORM wl.refuse('order_fixed', 'the id of a work order never changes');
    END IF;
    changes := ((NEW.number, NEW.title, NEW.customer) IS DISTINCT FROM (OLD.number, OLD.title, OLD.customer))::int
        + (NEW.status <> OLD.status)::int + ((NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL))::int;
    IF changes = 0 THEN
        RETURN NULL;
    ELSIF changes > 1 THEN
        PERFORM wl.refuse('one_change', 'text, status and removal of a work order change one at a time');
    END IF;
    IF OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NOT NULL THEN
        PERFORM wl.refuse('order_removed', format('work order %s is removed', OLD.number));
    END IF;
    IF who.role NOT IN ('admin', 'accountant') OR (who.role = 'accountant'
        AND (OLD.status, NEW.status) NOT IN (('ready_to_bill', 'billed'), ('billed', 'ready_to_bill'))) THEN
        PERFORM wl.refuse('order_right', 'an accountant moves orders between ready_to_bill and billed; all else is an admin''s');
    END IF;

    IF NEW.status <> OLD.status THEN
        IF NOT wl.order_may_become(OLD.status, NEW.status) THEN
            PERFORM wl.refuse('order_status', format('work order %s is %s; it can''t become %s from there',
                OLD.number, OLD.status, NEW.status));
        END IF;
        IF NEW.status = 'billed' AND EXISTS (SELECT FROM wl.time_entries e
            WHERE e.work_order_id = OLD.id AND e.status = 'OPEN' AND e.deleted_at IS NULL) THEN
            PERFORM wl.refuse('order_unapproved', format('work order %s has time that is not approved', OLD.number));
        END IF;
    ELSIF OLD.status = 'billed' THEN
        PERFORM wl.refuse('order_billed', format('work order %s is billed', OLD.number));
    ELSIF NEW.deleted_at IS NOT NULL THEN
        NEW.deleted_at := clock_timestamp();
        IF EXISTS (SELECT FROM wl.line_items l WHERE l.work_order_id = OLD.id AND l.deleted_at IS NULL)
            OR EXISTS (SELECT FROM wl.time_entries e WHERE e.work_order_id = OLD.id AND e.deleted_at IS NULL) THEN
            PERFORM wl.refuse('order_in_use', format('work order %s has line items or time under it', OLD.number));
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER guard_work_order BEFORE INSERT OR UPDATE ON wl.work_orders
    FOR EACH ROW EXECUTE FUNCTION wl.guard_work_order();

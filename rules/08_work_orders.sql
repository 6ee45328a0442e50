-- The statuses that an order may change to.
CREATE OR REPLACE FUNCTION wl.next_order_statuses(status text) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE status
        WHEN 'open' THEN ARRAY['in_progress', 'ready_to_bill', 'cancelled']
        WHEN 'in_progress' THEN ARRAY['open', 'ready_to_bill', 'cancelled']
        WHEN 'ready_to_bill' THEN ARRAY['in_progress', 'billed']
        WHEN 'billed' THEN ARRAY['ready_to_bill']
        WHEN 'cancelled' THEN ARRAY['open']
    END
$$;

CREATE OR REPLACE FUNCTION wl.guard_work_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    changes integer;
    unapproved bigint;
    running bigint;
    lines bigint;
    entries bigint;
BEGIN
    who := wl.actor();
    IF TG_OP = 'INSERT' THEN
        IF who.role <> 'admin' THEN
            PERFORM wl.refuse('order_right:add');
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
        PERFORM wl.refuse('order_fixed', OLD.number);
    END IF;
    changes := ((NEW.number, NEW.title, NEW.customer) IS DISTINCT FROM (OLD.number, OLD.title, OLD.customer))::int
        + (NEW.status <> OLD.status)::int + ((NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL))::int;
    IF changes = 0 THEN
        RETURN NULL;
    ELSIF changes > 1 THEN
        PERFORM wl.refuse('one_change:order');
    END IF;
    IF OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NOT NULL THEN
        PERFORM wl.refuse('order_removed', OLD.number);
    END IF;
    IF NEW.status <> OLD.status AND NOT NEW.status = ANY (wl.next_order_statuses(OLD.status)) THEN
        PERFORM wl.refuse('order_status', OLD.number, OLD.status, NEW.status,
            array_to_string(wl.next_order_statuses(OLD.status), ', '));
    END IF;
    IF who.role NOT IN ('admin', 'accountant') OR (who.role = 'accountant'
        AND (OLD.status, NEW.status) NOT IN (('ready_to_bill', 'billed'), ('billed', 'ready_to_bill'))) THEN
        PERFORM wl.refuse('order_right:change');
    END IF;

    IF NEW.status <> OLD.status THEN
        IF NEW.status = 'billed' THEN
            SELECT count(*), count(*) FILTER (WHERE e.end_ts IS NULL) INTO unapproved, running FROM wl.time_entries e
            WHERE e.work_order_id = OLD.id AND e.status = 'OPEN' AND e.deleted_at IS NULL;
            IF unapproved > 0 THEN
                PERFORM wl.refuse('order_unapproved', OLD.number, wl.counted(unapproved, 'entry', 'entries'), running::text);
            END IF;
            SELECT count(*) INTO entries FROM wl.unbilled u WHERE u.work_order_id = OLD.id;
            IF entries > 0 THEN
                PERFORM wl.refuse('order_unbilled', OLD.number, wl.counted(entries, 'entry', 'entries'));
            END IF;
        END IF;
    ELSIF OLD.status = 'billed' THEN
        PERFORM wl.refuse('order_billed', OLD.number);
    ELSIF NEW.deleted_at IS NOT NULL THEN
        NEW.deleted_at := clock_timestamp();
        SELECT count(*) INTO lines FROM wl.line_items l WHERE l.work_order_id = OLD.id AND l.deleted_at IS NULL;
        SELECT count(*) INTO entries FROM wl.time_entries e WHERE e.work_order_id = OLD.id AND e.deleted_at IS NULL;
        IF lines + entries > 0 THEN
            PERFORM wl.refuse('order_in_use', OLD.number, wl.counted(lines, 'line item', 'line items'),
                wl.counted(entries, 'entry', 'entries'));
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER guard_work_order BEFORE INSERT OR UPDATE ON wl.work_orders
    FOR EACH ROW EXECUTE FUNCTION wl.guard_work_order();

-- A user's own conditions can't use an index under row-level security, unless PostgreSQL
-- trusts their functions. All roles may read all orders, so these look for them.

-- The orders with these keys.
CREATE OR REPLACE FUNCTION wl.order_ids(keys text[]) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF wl.current_user_id() IS NOT NULL THEN
        RETURN QUERY SELECT o.id FROM wl.work_orders o WHERE wl.name_key(o.number) = ANY (keys);
    END IF;
END
$$;

-- Some orders whose key begins so: the newest of them if they are many, and the first by
-- number. Of a million that match, a thousand are looked at.
CREATE OR REPLACE FUNCTION wl.orders_beginning(key text, removed boolean) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF wl.current_user_id() IS NOT NULL THEN
        RETURN QUERY
            (SELECT n.id FROM (SELECT o.id, o.number FROM wl.work_orders o
                    WHERE (o.deleted_at IS NOT NULL) = removed ORDER BY o.id DESC LIMIT 1000) n
                WHERE starts_with(wl.name_key(n.number), key) ORDER BY n.id DESC LIMIT 50)
            UNION
            (SELECT o.id FROM wl.work_orders o
                WHERE wl.name_key(o.number) ~>=~ key AND wl.name_key(o.number) ~<~ (key || chr(1114111))
                    AND (o.deleted_at IS NOT NULL) = removed
                ORDER BY wl.name_key(o.number) USING ~<~ LIMIT 50);
    END IF;
END
$$;

-- The first customers whose key begins so, one spelling of each.
CREATE OR REPLACE FUNCTION wl.customers_beginning(key text) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    hit record;
    low text := key;
BEGIN
    IF wl.current_user_id() IS NULL THEN
        RETURN;
    END IF;
    FOR n IN 1..50 LOOP
        SELECT o.customer, wl.name_key(o.customer) AS key INTO hit FROM wl.work_orders o
        WHERE wl.name_key(o.customer) ~>=~ low AND wl.name_key(o.customer) ~<~ (customers_beginning.key || chr(1114111))
            AND o.deleted_at IS NULL
        ORDER BY wl.name_key(o.customer) USING ~<~ LIMIT 1;
        EXIT WHEN NOT FOUND;
        RETURN NEXT hit.customer;
        -- the next key after this one
        low := hit.key || chr(1);
    END LOOP;
END
$$;

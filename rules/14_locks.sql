-- A row lock needs the right to update. These functions give it to users who may only
-- read a row, and return the row as it is once the lock is held. All locks are taken
-- in this order: user, work order, line item, time entry. wl.actor() is called in an
-- IF, because PERFORM would turn the call into a query.

-- Locks a user's row; null means the current user.
CREATE OR REPLACE FUNCTION wl.lock_user(user_id bigint) RETURNS wl.users
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    locked wl.users;
BEGIN
    who := wl.actor();
    IF who.role <> 'admin' AND who.id <> lock_user.user_id THEN
        PERFORM wl.refuse('entry_right');
    END IF;
    SELECT u.* INTO locked FROM wl.users u WHERE u.id = coalesce(lock_user.user_id, who.id) FOR NO KEY UPDATE;
    RETURN locked;
END
$$;

CREATE OR REPLACE FUNCTION wl.share_order(order_id bigint) RETURNS wl.work_orders
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    locked wl.work_orders;
BEGIN
    IF (wl.actor()).id IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT o.* INTO locked FROM wl.work_orders o WHERE o.id = share_order.order_id FOR SHARE;
    RETURN locked;
END
$$;

CREATE OR REPLACE FUNCTION wl.share_order_by_number(number text) RETURNS wl.work_orders
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    locked wl.work_orders;
BEGIN
    IF (wl.actor()).id IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT o.* INTO locked FROM wl.work_orders o WHERE wl.name_key(o.number) = wl.name_key(share_order_by_number.number) FOR SHARE;
    RETURN locked;
END
$$;

CREATE OR REPLACE FUNCTION wl.share_line(line_id bigint) RETURNS wl.line_items
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    locked wl.line_items;
BEGIN
    IF (wl.actor()).id IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT l.* INTO locked FROM wl.line_items l WHERE l.id = share_line.line_id FOR SHARE;
    RETURN locked;
END
$$;

DROP TYPE IF EXISTS wl.target CASCADE;
CREATE TYPE wl.target AS (
    order_id bigint, number text, title text, customer text, order_status text, order_deleted_at timestamptz,
    line_item_id bigint, "position" integer, description text, line_status text, line_deleted_at timestamptz);

-- The order of this number and its line item at this position, or else its only open
-- line item; nulls for a row that doesn't exist.
CREATE OR REPLACE FUNCTION wl.find_target(number text, "position" integer) RETURNS wl.target
LANGUAGE plpgsql AS $$
DECLARE
    target wl.target;
    -- an expression outside the query is prepared once
    wanted text := wl.name_key(find_target.number);
BEGIN
    SELECT o.id, o.number, o.title, o.customer, o.status, o.deleted_at
    INTO target.order_id, target.number, target.title, target.customer, target.order_status, target.order_deleted_at
    FROM wl.work_orders o WHERE wl.name_key(o.number) = wanted FOR SHARE;
    IF find_target.position IS NOT NULL THEN
        SELECT l.id, l.position, l.description, l.status, l.deleted_at
        INTO target.line_item_id, target.position, target.description, target.line_status, target.line_deleted_at
        FROM wl.line_items l
        WHERE l.work_order_id = target.order_id AND l.position = find_target.position FOR SHARE;
    ELSE
        SELECT l.id, l.position, l.description, l.status, l.deleted_at
        INTO target.line_item_id, target.position, target.description, target.line_status, target.line_deleted_at
        FROM wl.line_items l
        WHERE l.work_order_id = target.order_id AND l.status IN ('open', 'in_progress') AND l.deleted_at IS NULL
            AND NOT EXISTS (SELECT FROM wl.line_items other WHERE other.work_order_id = target.order_id
                AND other.id <> l.id AND other.status IN ('open', 'in_progress') AND other.deleted_at IS NULL)
        FOR SHARE OF l;
    END IF;
    RETURN target;
END
$$;

CREATE OR REPLACE FUNCTION wl.share_target(number text, "position" integer) RETURNS wl.target
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (wl.actor()).id IS NULL THEN
        RETURN NULL;
    END IF;
    RETURN wl.find_target(share_target.number, share_target.position);
END
$$;

DROP TYPE IF EXISTS wl.timer CASCADE;
CREATE TYPE wl.timer AS (
    id bigint, db_role name, full_name text, role text, deleted_at timestamptz,
    entry_id bigint, version bigint, line text, title text, line_description text,
    start_ts timestamptz, note text, target wl.target);

-- Everything that starting or stopping a timer needs: the user, as from lock_user; the
-- running entry with its line item as ORDER/LINE, their names, start and note, or nulls;
-- and the target, if a number is given. It repeats lock_user and has no joins, because the
-- call and the joins would make a timer slower.
CREATE OR REPLACE FUNCTION wl.lock_timer(user_id bigint, number text, "position" integer) RETURNS wl.timer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    timer wl.timer;
    running record;
BEGIN
    SELECT u.* INTO who FROM wl.current_user_row() u;
    IF NOT wl.may_write(who.role) THEN
        PERFORM wl.refuse_actor();
    END IF;
    IF who.role <> 'admin' AND who.id <> lock_timer.user_id THEN
        PERFORM wl.refuse('entry_right');
    END IF;
    SELECT u.id, u.db_role, u.full_name, u.role, u.deleted_at
    INTO timer.id, timer.db_role, timer.full_name, timer.role, timer.deleted_at
    FROM wl.users u WHERE u.id = coalesce(lock_timer.user_id, who.id) FOR NO KEY UPDATE;
    -- read after the lock is held
    SELECT e.id, e.row_version, e.work_order_id, e.line_item_id, e.start_ts, e.note INTO running
    FROM wl.time_entries e
    WHERE e.user_id = timer.id AND e.end_ts IS NULL AND e.deleted_at IS NULL;
    IF FOUND THEN
        timer.entry_id := running.id;
        timer.version := running.row_version;
        timer.start_ts := running.start_ts;
        timer.note := running.note;
        SELECT o.number, o.title INTO timer.line, timer.title
        FROM wl.work_orders o WHERE o.id = running.work_order_id;
        SELECT timer.line || '/' || l.position, l.description INTO timer.line, timer.line_description
        FROM wl.line_items l WHERE l.id = running.line_item_id;
    END IF;
    IF lock_timer.number IS NOT NULL THEN
        timer.target := wl.find_target(lock_timer.number, lock_timer.position);
    END IF;
    RETURN timer;
END
$$;

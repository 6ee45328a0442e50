-- The rules, as triggers. Each runs as wl_owner whoever writes, takes the
-- actor from the login, locks the parent rows that it judges by before it
-- reads them, and refuses by the name of its rule. What the database stamps
-- (versions, times, actors) overwrites whatever a client sent.

-- Users ---------------------------------------------------------------------

CREATE FUNCTION wl.guard_user() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
BEGIN
    IF TG_OP = 'INSERT' AND NEW.role = 'admin' AND NOT EXISTS (SELECT FROM wl.users) THEN
        -- the first admin has nobody to be added by; only the owner's wl.add_first_admin gets here
        NEW.created_by := NEW.id;
    ELSE
        who := wl.actor();
        IF who.role <> 'admin' THEN
            PERFORM wl.refuse('user_right', 'only an admin changes users');
        END IF;
        NEW.created_by := who.id;
    END IF;

    IF TG_OP = 'INSERT' THEN
        NEW.created_at := clock_timestamp();
        NEW.row_version := 1;
        NEW.deleted_at := NULL;
        -- powers of its own, or of any role that it may become, among them to end or read other sessions
        IF EXISTS (SELECT FROM pg_roles r WHERE r.rolname = NEW.db_role AND (NOT r.rolcanlogin
                   OR EXISTS (SELECT FROM pg_roles p WHERE pg_has_role(r.oid, p.oid, 'MEMBER')
                       AND (p.rolsuper OR p.rolcreaterole OR p.rolcreatedb OR p.rolreplication OR p.rolbypassrls
                            OR p.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files',
                                'pg_read_all_data', 'pg_write_all_data', 'pg_signal_backend', 'pg_read_all_stats',
                                'pg_monitor', 'pg_maintain', 'pg_create_subscription')
                            OR EXISTS (SELECT FROM pg_database d WHERE d.datname = current_database() AND d.datdba = p.oid))))) THEN
            PERFORM wl.refuse('user_login_powerful',
                format('the login %s has powers of its own in this server and can''t be a person of Worklock', NEW.db_role));
        END IF;
        -- the groups are those of all databases of this server: another duty here would end the one there
        IF NOT EXISTS (SELECT FROM wl.users u WHERE u.db_role = NEW.db_role)
            AND EXISTS (SELECT FROM pg_roles r JOIN pg_roles g ON g.rolname IN ('wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops')
                   WHERE r.rolname = NEW.db_role AND g.rolname <> ('wl_' || NEW.role)::name AND pg_has_role(r.oid, g.oid, 'MEMBER')) THEN
            PERFORM wl.refuse('user_other_duty', format('the login %s has another role already, in this database or another '
                'of this server: a login has one role everywhere', NEW.db_role));
        END IF;
        RETURN NEW;
    END IF;

    NEW.created_by := OLD.created_by;
    NEW.created_at := OLD.created_at;
    NEW.row_version := OLD.row_version + 1;
    IF NEW.id <> OLD.id OR NEW.db_role <> OLD.db_role THEN
        PERFORM wl.refuse('user_fixed', 'the login of a user never changes');
    END IF;
    IF (NEW.full_name <> OLD.full_name)::int + (NEW.role <> OLD.role)::int
        + ((NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL))::int <> 1 THEN
        IF NEW.full_name = OLD.full_name AND NEW.role = OLD.role THEN
            RETURN NULL; -- nothing changes
        END IF;
        PERFORM wl.refuse('one_change', 'name, role and removal of a user change one at a time');
    END IF;
    IF OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NOT NULL THEN
        PERFORM wl.refuse('user_removed', format('user %s is removed', OLD.db_role));
    END IF;
    IF OLD.role = 'admin' AND OLD.deleted_at IS NULL AND (NEW.role <> 'admin' OR NEW.deleted_at IS NOT NULL) THEN
        -- all admins are locked, so that two can't each leave because the other stays
        PERFORM 1 FROM wl.users u WHERE u.role = 'admin' AND u.deleted_at IS NULL ORDER BY u.id FOR NO KEY UPDATE;
        IF NOT EXISTS (SELECT FROM wl.users u WHERE u.role = 'admin' AND u.deleted_at IS NULL AND u.id <> OLD.id) THEN
            PERFORM wl.refuse('last_admin', format('%s is the only admin', OLD.db_role));
        END IF;
    END IF;
    -- what this person has on record and not yet committed, or prepared, comes first or not at all
    PERFORM 1 FROM wl.audit_chains c WHERE c.db_role = OLD.db_role FOR UPDATE;
    IF OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL THEN
        NEW.deleted_at := clock_timestamp();
        IF EXISTS (SELECT FROM wl.time_entries e
                   WHERE e.user_id = OLD.id AND e.status = 'OPEN' AND e.deleted_at IS NULL) THEN
            PERFORM wl.refuse('user_open_time', format('user %s has time that is not approved', OLD.db_role));
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard_user BEFORE INSERT OR UPDATE ON wl.users
    FOR EACH ROW EXECUTE FUNCTION wl.guard_user();

-- The one place that makes logins and hands out duties: membership follows
-- the row, so the two can't differ. A login that exists is taken over as it
-- is; none is ever dropped, for it may serve another database too.
CREATE FUNCTION wl.follow_user() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    duty text;
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO wl.audit_chains (db_role) VALUES (NEW.db_role);
    END IF;
    -- also where somebody dropped the login
    IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = NEW.db_role) THEN
        IF NEW.deleted_at IS NOT NULL THEN
            RETURN NULL;
        END IF;
        EXECUTE format('CREATE ROLE %I LOGIN', NEW.db_role);
    END IF;
    FOREACH duty IN ARRAY ARRAY['technician', 'admin', 'accountant', 'ops'] LOOP
        IF duty = NEW.role AND NEW.deleted_at IS NULL THEN
            IF NOT pg_has_role(NEW.db_role, ('wl_' || duty)::name, 'MEMBER') THEN
                EXECUTE format('GRANT %I TO %I', 'wl_' || duty, NEW.db_role);
            END IF;
        ELSIF pg_has_role(NEW.db_role, ('wl_' || duty)::name, 'MEMBER') THEN
            EXECUTE format('REVOKE %I FROM %I', 'wl_' || duty, NEW.db_role);
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
CREATE TRIGGER follow_user AFTER INSERT OR UPDATE ON wl.users
    FOR EACH ROW EXECUTE FUNCTION wl.follow_user();

-- For the owner alone, and only while there is nobody: adds the first admin.
CREATE FUNCTION wl.add_first_admin(login name, full_name text, op_id text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    added bigint;
BEGIN
    LOCK TABLE wl.users IN SHARE ROW EXCLUSIVE MODE;
    IF EXISTS (SELECT FROM wl.users) THEN
        PERFORM wl.refuse('users_exist', 'there is an admin already');
    END IF;
    INSERT INTO wl.users (db_role, full_name, role) VALUES (login, full_name, 'admin') RETURNING id INTO added;
    INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('user', added, 'user.add', op_id);
END
$$;

-- Work orders ---------------------------------------------------------------

CREATE FUNCTION wl.order_may_become(old_status text, new_status text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT (old_status, new_status) IN (
        ('open', 'in_progress'), ('open', 'ready_to_bill'), ('open', 'cancelled'),
        ('in_progress', 'open'), ('in_progress', 'ready_to_bill'), ('in_progress', 'cancelled'),
        ('ready_to_bill', 'in_progress'), ('ready_to_bill', 'billed'),
        ('billed', 'ready_to_bill'),
        ('cancelled', 'open'))
$$;

CREATE FUNCTION wl.guard_work_order() RETURNS trigger
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
CREATE TRIGGER guard_work_order BEFORE INSERT OR UPDATE ON wl.work_orders
    FOR EACH ROW EXECUTE FUNCTION wl.guard_work_order();

-- Line items ----------------------------------------------------------------

CREATE FUNCTION wl.guard_line_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    parent record;
    changes integer;
BEGIN
    who := wl.actor();
    IF who.role <> 'admin' THEN
        PERFORM wl.refuse('line_right', 'only an admin changes line items');
    END IF;
    IF TG_OP = 'INSERT' THEN
        -- the stronger lock: two lines added at once get two positions
        SELECT o.number, o.status, o.deleted_at INTO parent
        FROM wl.work_orders o WHERE o.id = NEW.work_order_id FOR NO KEY UPDATE;
    ELSE
        SELECT o.number, o.status, o.deleted_at INTO parent
        FROM wl.work_orders o WHERE o.id = OLD.work_order_id FOR SHARE;
    END IF;
    IF parent.status = 'billed' THEN
        PERFORM wl.refuse('order_billed', format('work order %s is billed', parent.number));
    ELSIF parent.deleted_at IS NOT NULL THEN
        PERFORM wl.refuse('order_removed', format('work order %s is removed', parent.number));
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
        PERFORM wl.refuse('line_fixed', 'the order and position of a line item never change');
    END IF;
    changes := (NEW.description <> OLD.description)::int + (NEW.status <> OLD.status)::int
        + ((NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL))::int;
    IF changes = 0 THEN
        RETURN NULL;
    ELSIF changes > 1 THEN
        PERFORM wl.refuse('one_change', 'text, status and removal of a line item change one at a time');
    END IF;
    IF OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NOT NULL THEN
        PERFORM wl.refuse('line_removed', format('line item %s/%s is removed', parent.number, OLD.position));
    END IF;
    IF OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL THEN
        NEW.deleted_at := clock_timestamp();
        IF EXISTS (SELECT FROM wl.time_entries e WHERE e.line_item_id = OLD.id AND e.deleted_at IS NULL) THEN
            PERFORM wl.refuse('line_in_use', format('line item %s/%s has time under it', parent.number, OLD.position));
        END IF;
    END IF;
    -- under the lock of this row, for which whoever takes time away waits (below)
    NEW.idle_since := NULL;
    IF NEW.status = 'done' AND NOT EXISTS (SELECT FROM wl.time_entries e
        WHERE e.line_item_id = OLD.id AND e.deleted_at IS NULL AND e.duration_seconds > 0) THEN
        NEW.idle_since := coalesce(OLD.idle_since, clock_timestamp());
    END IF;
    RETURN NEW;
END
$$;
-- of all columns but idle_since, which follows the time and is no change of the line item
CREATE TRIGGER guard_line_item BEFORE INSERT
    OR UPDATE OF id, work_order_id, position, description, status, created_at, created_by, row_version, deleted_at
    ON wl.line_items FOR EACH ROW EXECUTE FUNCTION wl.guard_line_item();

-- Time is about to leave a line item: an entry is removed, moved away or made
-- zero. If the line item is done and has no other time, that is an exception.
-- The lock is the one that a change of status takes: either that change waits
-- and then finds the time gone, or we wait and then find the line item done;
-- two who take away the last two entries wait for each other as well.
-- Time that arrives takes no such lock, so that timers don't wait: idle_since
-- then stays for a while, and who reads it looks at the time too. It is never
-- missing where the line item is done and has none.
CREATE FUNCTION wl.take_time_away(line_id bigint, entry_id bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM wl.line_items l WHERE l.id = line_id FOR NO KEY UPDATE;
    UPDATE wl.line_items l SET idle_since = clock_timestamp()
    WHERE l.id = line_id AND l.status = 'done' AND NOT EXISTS (SELECT FROM wl.time_entries e
        WHERE e.line_item_id = line_id AND e.id <> entry_id AND e.deleted_at IS NULL AND e.duration_seconds > 0);
END
$$;

-- Time entries --------------------------------------------------------------

-- Share-locks the order and the line item that time is about to be put on,
-- and refuses where no new time may go. True, to be assigned: PERFORM would make
-- a query of the call.
CREATE FUNCTION wl.check_target(order_id bigint, line_id bigint) RETURNS boolean
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

CREATE FUNCTION wl.guard_time_entry() RETURNS trigger
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
    SELECT u.* INTO who FROM wl.login() u;
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
                PERFORM wl.take_time_away(OLD.line_item_id, OLD.id);
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
            PERFORM wl.take_time_away(OLD.line_item_id, OLD.id);
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard_time_entry BEFORE INSERT OR UPDATE ON wl.time_entries
    FOR EACH ROW EXECUTE FUNCTION wl.guard_time_entry();

-- Settings ------------------------------------------------------------------

CREATE FUNCTION wl.guard_setting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
BEGIN
    who := wl.actor();
    IF who.role <> 'admin' THEN
        PERFORM wl.refuse('setting_right', 'only an admin changes settings');
    END IF;
    IF TG_OP = 'INSERT' OR (NEW.id, NEW.name) <> (OLD.id, OLD.name) THEN
        PERFORM wl.refuse('setting_fixed', 'settings are changed, not added or renamed');
    END IF;
    IF NEW.value IS NOT DISTINCT FROM OLD.value THEN
        RETURN NULL;
    END IF;
    IF NEW.name = 'zone' AND NEW.value IS NOT NULL
        -- names for the server's own use, or for one zone twice, mean nothing elsewhere
        AND (NEW.value ~ '^(posix|right)/' OR NEW.value IN ('Factory', 'localtime', 'posixrules')
            OR NOT EXISTS (SELECT FROM pg_timezone_names z WHERE z.name = NEW.value)) THEN
        PERFORM wl.refuse('setting_zone', format('%s is no time zone that the server knows', NEW.value));
    END IF;
    NEW.row_version := OLD.row_version + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard_setting BEFORE INSERT OR UPDATE ON wl.settings
    FOR EACH ROW EXECUTE FUNCTION wl.guard_setting();

-- Locks ---------------------------------------------------------------------
-- A row lock needs the right to update; these lend it to those who only read
-- a row, and return the row as it is once the lock is held. The order of all
-- locks is: user, work order, line item, time entry. Who acts is assigned even
-- where nobody looks at it, for PERFORM would make a query of the call.

-- Null is oneself.
CREATE FUNCTION wl.lock_user(user_id bigint) RETURNS wl.users
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    locked wl.users;
BEGIN
    who := wl.actor();
    IF who.role <> 'admin' AND who.id <> lock_user.user_id THEN
        PERFORM wl.refuse('entry_right', 'technicians change their own time, admins anybody''s, others none');
    END IF;
    SELECT u.* INTO locked FROM wl.users u WHERE u.id = coalesce(lock_user.user_id, who.id) FOR NO KEY UPDATE;
    RETURN locked;
END
$$;

CREATE FUNCTION wl.share_order(order_id bigint) RETURNS wl.work_orders
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    locked wl.work_orders;
BEGIN
    who := wl.actor();
    SELECT o.* INTO locked FROM wl.work_orders o WHERE o.id = share_order.order_id FOR SHARE;
    RETURN locked;
END
$$;

CREATE FUNCTION wl.share_order_by_number(number text) RETURNS wl.work_orders
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    locked wl.work_orders;
BEGIN
    who := wl.actor();
    SELECT o.* INTO locked FROM wl.work_orders o WHERE lower(o.number) = lower(share_order_by_number.number) FOR SHARE;
    RETURN locked;
END
$$;

CREATE FUNCTION wl.share_line(line_id bigint) RETURNS wl.line_items
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    locked wl.line_items;
BEGIN
    who := wl.actor();
    SELECT l.* INTO locked FROM wl.line_items l WHERE l.id = share_line.line_id FOR SHARE;
    RETURN locked;
END
$$;

CREATE TYPE wl.target AS (
    order_id bigint, number text, title text, customer text, order_status text, order_deleted_at timestamptz,
    line_item_id bigint, "position" integer, description text, line_status text, line_deleted_at timestamptz);

-- The order of this number and of its line items that at this position, or the
-- only one that is open; nulls for what is not there.
CREATE FUNCTION wl.find_target(number text, "position" integer) RETURNS wl.target
LANGUAGE plpgsql AS $$
DECLARE
    target wl.target;
BEGIN
    SELECT o.id, o.number, o.title, o.customer, o.status, o.deleted_at
    INTO target.order_id, target.number, target.title, target.customer, target.order_status, target.order_deleted_at
    FROM wl.work_orders o WHERE lower(o.number) = lower(find_target.number) FOR SHARE;
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

CREATE FUNCTION wl.share_target(number text, "position" integer) RETURNS wl.target
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
BEGIN
    who := wl.actor();
    RETURN wl.find_target(share_target.number, share_target.position);
END
$$;

CREATE TYPE wl.timer AS (
    id bigint, db_role name, full_name text, role text, deleted_at timestamptz,
    entry_id bigint, line text, start_ts timestamptz, note text, target wl.target);

-- All that a timer is started or stopped by: the user, as from lock_user; what
-- this user has running, entry, line item as ORDER/LINE, start and note, or
-- nulls; and the target, if there is a number. Repeats lock_user, with the same
-- refusal, and has no joins: a call and joins would cost a timer more.
CREATE FUNCTION wl.lock_timer(user_id bigint, number text, "position" integer) RETURNS wl.timer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    timer wl.timer;
BEGIN
    SELECT u.* INTO who FROM wl.login() u;
    IF NOT wl.may_write(who.role) THEN
        PERFORM wl.refuse_actor();
    END IF;
    IF who.role <> 'admin' AND who.id <> lock_timer.user_id THEN
        PERFORM wl.refuse('entry_right', 'technicians change their own time, admins anybody''s, others none');
    END IF;
    SELECT u.id, u.db_role, u.full_name, u.role, u.deleted_at
    INTO timer.id, timer.db_role, timer.full_name, timer.role, timer.deleted_at
    FROM wl.users u WHERE u.id = coalesce(lock_timer.user_id, who.id) FOR NO KEY UPDATE;
    -- seen as it is now that the lock is held
    SELECT e.id, (SELECT o.number FROM wl.work_orders o WHERE o.id = e.work_order_id) || '/'
        || (SELECT l.position FROM wl.line_items l WHERE l.id = e.line_item_id), e.start_ts, e.note
    INTO timer.entry_id, timer.line, timer.start_ts, timer.note
    FROM wl.time_entries e
    WHERE e.user_id = timer.id AND e.end_ts IS NULL AND e.deleted_at IS NULL;
    IF lock_timer.number IS NOT NULL THEN
        timer.target := wl.find_target(lock_timer.number, lock_timer.position);
    END IF;
    RETURN timer;
END
$$;

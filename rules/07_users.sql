CREATE OR REPLACE FUNCTION wl.guard_user() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    other name;
    unapproved bigint;
BEGIN
    IF TG_OP = 'INSERT' AND NEW.role = 'admin' AND NOT EXISTS (SELECT FROM wl.users) THEN
        -- nobody can add the first admin; only wl.add_first_admin, which is the owner's, gets here
        NEW.created_by := NEW.id;
    ELSE
        who := wl.actor();
        IF who.role <> 'admin' THEN
            PERFORM wl.refuse('user_right');
        END IF;
        NEW.created_by := who.id;
    END IF;

    IF TG_OP = 'INSERT' THEN
        NEW.created_at := clock_timestamp();
        NEW.row_version := 1;
        NEW.deleted_at := NULL;
        -- words of SQL and of pg_hba.conf: there, a line for such a login would mean something else
        IF lower(NEW.db_role::text COLLATE "C") IN ('all', 'sameuser', 'samerole', 'samegroup', 'replication', 'public', 'none',
            'user', 'current_user', 'current_role', 'session_user') THEN
            PERFORM wl.refuse('user_login_reserved', NEW.db_role::text);
        END IF;
        SELECT names.name INTO other FROM (
            SELECT r.rolname FROM pg_roles r UNION ALL SELECT u.db_role FROM wl.users u) names (name)
        WHERE lower(names.name::text COLLATE "C") = lower(NEW.db_role::text COLLATE "C") AND names.name <> NEW.db_role
        ORDER BY names.name LIMIT 1;
        IF FOUND THEN
            PERFORM wl.refuse('user_login_case', NEW.db_role::text, other::text);
        END IF;
        -- powers of this login, or of a role that it can become; ending or reading other sessions counts too
        IF EXISTS (SELECT FROM pg_roles r WHERE r.rolname = NEW.db_role AND (NOT r.rolcanlogin
                   OR EXISTS (SELECT FROM pg_roles p WHERE pg_has_role(r.oid, p.oid, 'MEMBER')
                       AND (p.rolsuper OR p.rolcreaterole OR p.rolcreatedb OR p.rolreplication OR p.rolbypassrls
                            OR p.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files',
                                'pg_read_all_data', 'pg_write_all_data', 'pg_signal_backend', 'pg_read_all_stats',
                                'pg_monitor', 'pg_maintain', 'pg_create_subscription')
                            OR EXISTS (SELECT FROM pg_database d WHERE d.datname = current_database() AND d.datdba = p.oid))))) THEN
            PERFORM wl.refuse('user_login_powerful', NEW.db_role::text);
        END IF;
        -- the groups serve all databases of this server: another role here would end the role there
        IF NOT EXISTS (SELECT FROM wl.users u WHERE u.db_role = NEW.db_role)
            AND EXISTS (SELECT FROM pg_roles r JOIN pg_roles g ON g.rolname IN ('wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops')
                   WHERE r.rolname = NEW.db_role AND g.rolname <> ('wl_' || NEW.role)::name AND pg_has_role(r.oid, g.oid, 'MEMBER')) THEN
            PERFORM wl.refuse('user_other_role', NEW.db_role::text);
        END IF;
        RETURN NEW;
    END IF;

    NEW.created_by := OLD.created_by;
    NEW.created_at := OLD.created_at;
    NEW.row_version := OLD.row_version + 1;
    IF NEW.id <> OLD.id OR NEW.db_role <> OLD.db_role THEN
        PERFORM wl.refuse('user_fixed');
    END IF;
    IF (NEW.full_name <> OLD.full_name)::int + (NEW.role <> OLD.role)::int
        + ((NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL))::int <> 1 THEN
        IF NEW.full_name = OLD.full_name AND NEW.role = OLD.role THEN
            RETURN NULL; -- nothing changes
        END IF;
        PERFORM wl.refuse('one_change:user');
    END IF;
    IF OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NOT NULL THEN
        PERFORM wl.refuse('user_removed', OLD.db_role::text);
    END IF;
    IF OLD.role = 'admin' AND OLD.deleted_at IS NULL AND (NEW.role <> 'admin' OR NEW.deleted_at IS NOT NULL) THEN
        -- locks all admins, so that two of them can't both leave because each sees the other
        PERFORM 1 FROM wl.users u WHERE u.role = 'admin' AND u.deleted_at IS NULL ORDER BY u.id FOR NO KEY UPDATE;
        IF NOT EXISTS (SELECT FROM wl.users u WHERE u.role = 'admin' AND u.deleted_at IS NULL AND u.id <> OLD.id) THEN
            PERFORM wl.refuse('last_admin', OLD.db_role::text);
        END IF;
    END IF;
    -- waits for this user's uncommitted and prepared records
    PERFORM 1 FROM wl.audit_chains c WHERE c.db_role = OLD.db_role FOR UPDATE;
    IF OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL THEN
        NEW.deleted_at := clock_timestamp();
        SELECT count(*) INTO unapproved FROM wl.time_entries e
        WHERE e.user_id = OLD.id AND e.status = 'OPEN' AND e.deleted_at IS NULL;
        IF unapproved > 0 THEN
            PERFORM wl.refuse('user_open_time', OLD.db_role::text, wl.counted(unapproved, 'entry', 'entries'));
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER guard_user BEFORE INSERT OR UPDATE ON wl.users
    FOR EACH ROW EXECUTE FUNCTION wl.guard_user();

-- The only place that creates logins and grants roles. Membership follows the row, so
-- the two can't differ. An existing login is used as it is. No login is ever dropped,
-- because it may serve another database.
CREATE OR REPLACE FUNCTION wl.sync_login() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    role_name text;
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO wl.audit_chains (db_role) VALUES (NEW.db_role);
    END IF;
    -- also creates a login that somebody dropped
    IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = NEW.db_role) THEN
        IF NEW.deleted_at IS NOT NULL THEN
            RETURN NULL;
        END IF;
        EXECUTE format('CREATE ROLE %I LOGIN', NEW.db_role);
    END IF;
    FOREACH role_name IN ARRAY ARRAY['technician', 'admin', 'accountant', 'ops'] LOOP
        IF role_name = NEW.role AND NEW.deleted_at IS NULL THEN
            IF NOT pg_has_role(NEW.db_role, ('wl_' || role_name)::name, 'MEMBER') THEN
                EXECUTE format('GRANT %I TO %I', 'wl_' || role_name, NEW.db_role);
            END IF;
        ELSIF pg_has_role(NEW.db_role, ('wl_' || role_name)::name, 'MEMBER') THEN
            EXECUTE format('REVOKE %I FROM %I', 'wl_' || role_name, NEW.db_role);
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER sync_login AFTER INSERT OR UPDATE ON wl.users
    FOR EACH ROW EXECUTE FUNCTION wl.sync_login();

-- Adds the first admin and sets the zone. Only the owner may call it, and only while there
-- is no user: so wherever somebody can work, the zone was chosen.
CREATE OR REPLACE FUNCTION wl.add_first_admin(login name, full_name text, zone text, op_id text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    added bigint;
    changed bigint;
BEGIN
    LOCK TABLE wl.users IN SHARE ROW EXCLUSIVE MODE;
    IF EXISTS (SELECT FROM wl.users) THEN
        PERFORM wl.refuse('users_exist');
    END IF;
    INSERT INTO wl.users (db_role, full_name, role) VALUES (login, full_name, 'admin') RETURNING id INTO added;
    INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('user', added, 'user.add', op_id);
    UPDATE wl.settings SET value = zone WHERE name = 'zone' RETURNING id INTO changed;
    IF FOUND THEN
        INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('setting', changed, 'settings.change', op_id);
    END IF;
END
$$;

-- Logins belong to the server, and so do the groups that give them a role. A person may
-- be a user in several databases; these groups without rights say so, because no database
-- sees the rows of another: wl_person, whose members are or were users anywhere, and one
-- group for each database, whose members are its users.

-- The group of this database's users.
CREATE OR REPLACE FUNCTION wl.people_group() RETURNS name
LANGUAGE sql STABLE AS $$
    SELECT ('wl_people_' || d.oid)::name FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()
$$;

CREATE OR REPLACE FUNCTION wl.make_people_group() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = wl.people_group()) THEN
        EXECUTE pg_catalog.format('CREATE ROLE %I NOLOGIN', wl.people_group());
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session was a moment faster
END
$$;

-- Empties the group of this database's users, before the first: roles that were moved from
-- another server may have left a group with this number.
CREATE OR REPLACE FUNCTION wl.clear_people() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    login name;
BEGIN
    FOR login IN SELECT p.rolname FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles p ON p.oid = m.member
        JOIN pg_catalog.pg_roles g ON g.oid = m.roleid AND g.rolname = wl.people_group()
    LOOP
        EXECUTE pg_catalog.format('REVOKE %I FROM %I', wl.people_group(), login);
    END LOOP;
END
$$;

-- Whether the login is an active user of another database on this server.
CREATE OR REPLACE FUNCTION wl.serves_elsewhere(login name) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM pg_catalog.pg_auth_members m
        JOIN pg_catalog.pg_roles p ON p.oid = m.member AND p.rolname = serves_elsewhere.login
        JOIN pg_catalog.pg_roles g ON g.oid = m.roleid
        JOIN pg_catalog.pg_database d ON g.rolname = 'wl_people_' || d.oid AND d.datname <> pg_catalog.current_database())
$$;

-- The groups of which the login is a member itself, as an owner grants them.
CREATE OR REPLACE FUNCTION wl.groups_of(login name) RETURNS SETOF name
LANGUAGE sql STABLE AS $$
    SELECT g.rolname FROM pg_catalog.pg_auth_members m
    JOIN pg_catalog.pg_roles p ON p.oid = m.member AND p.rolname = groups_of.login
    JOIN pg_catalog.pg_roles g ON g.oid = m.roleid AND pg_catalog.starts_with(g.rolname::text, 'wl_')
$$;

-- The owner lets an admin of this database add a login that has or had a role in another.
CREATE OR REPLACE FUNCTION wl.allow_login(login name) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM wl.make_people_group();
    EXECUTE format('GRANT %I TO %I', wl.people_group(), login);
END
$$;

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
        -- an admin here must not become the master of a login that serves others; who.id is null for the first admin
        IF who.id IS NOT NULL AND EXISTS (SELECT FROM wl.groups_of(NEW.db_role))
            AND NOT EXISTS (SELECT FROM wl.users u WHERE u.db_role = NEW.db_role)
            AND NOT EXISTS (SELECT FROM wl.groups_of(NEW.db_role) g WHERE g = wl.people_group()) THEN
            PERFORM wl.refuse('user_login_taken', NEW.db_role::text, format('SELECT wl.allow_login(%L)', NEW.db_role));
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
        -- they would have no right to record it
        IF OLD.id = who.id THEN
            PERFORM wl.refuse('user_self');
        END IF;
    END IF;
    IF NEW.deleted_at IS NULL AND wl.serves_elsewhere(OLD.db_role) AND EXISTS (SELECT FROM wl.groups_of(OLD.db_role) g
        WHERE g IN ('wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops') AND g <> ('wl_' || NEW.role)::name) THEN
        PERFORM wl.refuse('user_other_role:elsewhere', OLD.db_role::text, NEW.role);
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

-- Makes the login where it is missing, and grants it a role in this database. An existing
-- login is used as it is; the limit of a new one is an administrator's to change.
CREATE OR REPLACE FUNCTION wl.grant_role(login name, role text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    group_role name;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = login) THEN
        EXECUTE pg_catalog.format('CREATE ROLE %I LOGIN CONNECTION LIMIT 20', login);
    END IF;
    PERFORM wl.make_people_group();
    FOREACH group_role IN ARRAY ARRAY['wl_person', wl.people_group(), 'wl_' || role] LOOP
        IF NOT pg_catalog.pg_has_role(login, group_role, 'MEMBER') THEN
            EXECUTE pg_catalog.format('GRANT %I TO %I', group_role, login);
        END IF;
    END LOOP;
END
$$;

-- With wl.make_logins the only place that grants roles. Membership follows the row, so
-- the two can't differ, but a role stays with who is a user of another database as well.
-- No login is ever dropped, because it may serve another database.
CREATE OR REPLACE FUNCTION wl.sync_login() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kept name[] := ARRAY['wl_person']::name[];
    group_role name;
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO wl.audit_chains (db_role) VALUES (NEW.db_role);
    END IF;
    IF NEW.deleted_at IS NULL THEN
        PERFORM wl.grant_role(NEW.db_role, NEW.role);
        kept := kept || ('wl_' || NEW.role)::name || wl.people_group();
    END IF;
    FOR group_role IN SELECT g FROM wl.groups_of(NEW.db_role) g
        WHERE g <> ALL (kept) AND (g = wl.people_group() OR g NOT LIKE 'wl\_people\_%' AND NOT wl.serves_elsewhere(NEW.db_role))
    LOOP
        EXECUTE format('REVOKE %I FROM %I', group_role, NEW.db_role);
    END LOOP;
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER sync_login AFTER INSERT OR UPDATE ON wl.users
    FOR EACH ROW EXECUTE FUNCTION wl.sync_login();

-- Makes the logins of restored users. It leaves alone and returns those that have another
-- role in another database: a second one would take their rights in both.
CREATE OR REPLACE FUNCTION wl.make_logins() RETURNS SETOF name
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    person record;
BEGIN
    PERFORM wl.clear_people();
    FOR person IN SELECT u.db_role, u.role FROM wl.users u WHERE u.deleted_at IS NULL ORDER BY u.id LOOP
        IF EXISTS (SELECT FROM wl.groups_of(person.db_role) g
            WHERE g IN ('wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops') AND g <> ('wl_' || person.role)::name) THEN
            RETURN NEXT person.db_role;
        ELSE
            PERFORM wl.grant_role(person.db_role, person.role);
        END IF;
    END LOOP;
END
$$;

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
    PERFORM wl.clear_people();
    INSERT INTO wl.users (db_role, full_name, role) VALUES (login, full_name, 'admin') RETURNING id INTO added;
    INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('user', added, 'user.add', op_id);
    UPDATE wl.settings SET value = zone WHERE name = 'zone' RETURNING id INTO changed;
    IF FOUND THEN
        INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('setting', changed, 'settings.change', op_id);
    END IF;
END
$$;

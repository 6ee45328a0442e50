-- The one duty of this session's login: null for none, for several, and for
-- whoever may become the owner. Inlined where it is used, so that it costs no
-- call; hence no search_path of its own.
CREATE OR REPLACE FUNCTION wl.current_role() RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN NOT pg_catalog.pg_has_role(session_user, 'wl_owner', 'MEMBER') THEN
        CASE pg_catalog.concat(
                pg_catalog.pg_has_role(session_user, 'wl_technician', 'MEMBER'),
                pg_catalog.pg_has_role(session_user, 'wl_admin', 'MEMBER'),
                pg_catalog.pg_has_role(session_user, 'wl_accountant', 'MEMBER'),
                pg_catalog.pg_has_role(session_user, 'wl_ops', 'MEMBER'))
            WHEN 'tfff' THEN 'technician' WHEN 'ftff' THEN 'admin' WHEN 'fftf' THEN 'accountant' WHEN 'ffft' THEN 'ops'
        END
    END
$$;

-- The user behind this session's login, if not removed, whatever the duty: no row
-- or one. Inlined, as wl.current_role().
CREATE OR REPLACE FUNCTION wl.current_user_row() RETURNS SETOF wl.users
LANGUAGE sql STABLE AS $$
    SELECT u.* FROM wl.users u WHERE u.db_role = session_user AND u.deleted_at IS NULL
$$;

-- This user's id, or null: no row, removed, or another duty than the row says.
-- Here and below the duty is an expression of its own, which is made ready once
-- a transaction; in the query it would be each time.
CREATE OR REPLACE FUNCTION wl.current_user_id() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT u.id, u.role INTO who FROM wl.current_user_row() u;
    RETURN CASE WHEN who.role = wl.current_role() THEN who.id END;
END
$$;

-- Whether a user of this role may write, inlined too. Decisions are made on rows
-- read after their lock was granted; under a snapshot that is older than the lock
-- that would not hold, so other isolation levels do not write.
CREATE OR REPLACE FUNCTION wl.may_write(role text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT (role = wl.current_role() AND pg_catalog.current_setting('transaction_isolation') = 'read committed') IS TRUE
$$;

-- Refuses whoever may not write, by the rule that says why.
CREATE OR REPLACE FUNCTION wl.refuse_actor() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM wl.refuse('isolation_level', upper(current_setting('transaction_isolation')));
    END IF;
    PERFORM wl.refuse('not_a_user', session_user::text);
END
$$;

-- The user who is about to write. What each timer runs has these lines instead of
-- the call, which would cost it more than they do.
CREATE OR REPLACE FUNCTION wl.actor() RETURNS wl.users
LANGUAGE plpgsql STABLE AS $$
DECLARE
    who wl.users;
BEGIN
    SELECT u.* INTO who FROM wl.current_user_row() u;
    IF NOT wl.may_write(who.role) THEN
        PERFORM wl.refuse_actor();
    END IF;
    RETURN who;
END
$$;

-- The role of this session's login. It is null for a login without a role, with
-- several roles, or with the right to become the owner. PostgreSQL inlines this
-- function, which saves a call; a search_path of its own would prevent that.
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

-- The active user of this session's login, whatever the role: one row or none.
-- Inlined like wl.current_role().
CREATE OR REPLACE FUNCTION wl.current_user_row() RETURNS SETOF wl.users
LANGUAGE sql STABLE AS $$
    SELECT u.* FROM wl.users u WHERE u.db_role = session_user AND u.deleted_at IS NULL
$$;

-- The id of the current user. It is null if there is no row, if the user is removed,
-- or if the login's role differs from the row's. Here and below, the role is an
-- expression outside the query: PL/pgSQL prepares it once per transaction, not once
-- per call.
CREATE OR REPLACE FUNCTION wl.current_user_id() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT u.id, u.role INTO who FROM wl.current_user_row() u;
    RETURN CASE WHEN who.role = wl.current_role() THEN who.id END;
END
$$;

-- Whether a user of this role may write; also inlined. Guards decide on rows that
-- they read after the lock was granted. Other isolation levels than READ COMMITTED
-- read from a snapshot that may be older than the lock, so they may not write.
CREATE OR REPLACE FUNCTION wl.may_write(role text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT (role = wl.current_role() AND pg_catalog.current_setting('transaction_isolation') = 'read committed') IS TRUE
$$;

-- Refuses a session that may not write, by the rule that it breaks.
CREATE OR REPLACE FUNCTION wl.refuse_actor() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM wl.refuse('isolation_level', upper(current_setting('transaction_isolation')));
    END IF;
    PERFORM wl.refuse('not_a_user', session_user::text);
END
$$;

-- The first admin, during the transaction of wl.add_first_admin: their own row and the
-- zone are recorded as theirs, because there is no other user. Later it is null.
CREATE OR REPLACE FUNCTION wl.founder() RETURNS wl.users
LANGUAGE plpgsql STABLE AS $$
DECLARE
    first wl.users;
BEGIN
    IF NOT EXISTS (SELECT FROM wl.audit_log r WHERE r.txid <> pg_current_xact_id()::text::bigint) THEN
        SELECT u.* INTO first FROM wl.users u;
    END IF;
    RETURN first;
END
$$;

-- The user who is about to write. Functions that every timer runs repeat these
-- lines, because the call would cost more than the lines do.
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

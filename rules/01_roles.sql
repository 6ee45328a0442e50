-- What the cluster must hold before the migrations of one database run: the
-- group roles, the extension and the schema. Roles belong to the cluster and
-- may serve several databases, so this is no migration: `wl migrate` runs it
-- every time, and every statement of it may find its work done.
--
-- Run by a superuser, or by a role with CREATEROLE that may create schemas in
-- this database. No person ever is such a role.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'wl_owner') THEN
        CREATE ROLE wl_owner NOLOGIN CREATEROLE;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database of this cluster was a moment faster
END
$$;

DO $$
BEGIN
    IF NOT pg_catalog.pg_has_role(current_user, 'wl_owner', 'MEMBER') THEN
        EXECUTE pg_catalog.format('GRANT wl_owner TO %I', current_user);
    END IF;
END
$$;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE SCHEMA IF NOT EXISTS wl AUTHORIZATION wl_owner;

-- From PostgreSQL 16 on, only a role that created a group may grant it: so
-- wl_owner creates the groups that it hands out.
SET LOCAL ROLE wl_owner;

DO $$
DECLARE
    duty text;
BEGIN
    FOREACH duty IN ARRAY ARRAY['wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = duty) THEN
                EXECUTE pg_catalog.format('CREATE ROLE %I NOLOGIN', duty);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
END
$$;

ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
SET LOCAL search_path = wl;

-- Everything that must exist before the first migration: the group roles, the
-- extension and the schema. Roles belong to the server and may serve several
-- databases, so this file is not a migration: `wl migrate` runs it every time, and
-- each statement may find its work done.
--
-- It runs as a superuser, or as a role with CREATEROLE that owns this database. No user
-- of Worklock has such a role.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'wl_owner') THEN
        CREATE ROLE wl_owner NOLOGIN CREATEROLE;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database of this cluster was a moment faster
END
$$;

-- From PostgreSQL 16 on, who creates a role may grant it, but neither becomes it nor
-- has its rights. A superuser needs no membership.
DO $$
DECLARE
    modern CONSTANT boolean := pg_catalog.current_setting('server_version_num')::integer >= 160000;
    admins text;
BEGIN
    IF pg_catalog.pg_has_role(current_user, 'wl_owner', 'USAGE')
        AND pg_catalog.pg_has_role(current_user, 'wl_owner', CASE WHEN modern THEN 'SET' ELSE 'MEMBER' END) THEN
        RETURN;
    END IF;
    EXECUTE pg_catalog.format('GRANT wl_owner TO %I', current_user)
        || CASE WHEN modern THEN ' WITH SET TRUE, INHERIT TRUE' ELSE '' END;
EXCEPTION WHEN insufficient_privilege THEN
    SELECT pg_catalog.string_agg(r.rolname, ' or ' ORDER BY r.rolname) INTO admins
    FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles r ON r.oid = m.member
    WHERE m.roleid = 'wl_owner'::regrole AND m.admin_option;
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'owner_grant',
        MESSAGE = pg_catalog.format('another database on this server has Worklock, and %s may not use its role wl_owner', current_user),
        HINT = pg_catalog.format('%s runs: GRANT wl_owner TO %I%s', coalesce(admins || ' or a superuser', 'a superuser'), current_user,
            CASE WHEN modern THEN ' WITH SET TRUE, INHERIT TRUE' ELSE '' END);
END
$$;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE SCHEMA IF NOT EXISTS wl AUTHORIZATION wl_owner;

-- From PostgreSQL 16 on, only the role that created a group may grant it. So
-- wl_owner creates the groups that it grants. The group wl_person has no rights: who is
-- or ever was a user, in any database of this server, is a member.
SET LOCAL ROLE wl_owner;

DO $$
DECLARE
    group_role text;
BEGIN
    FOREACH group_role IN ARRAY ARRAY['wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops', 'wl_person'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = group_role) THEN
                EXECUTE pg_catalog.format('CREATE ROLE %I NOLOGIN', group_role);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
END
$$;

-- only where it is missing: several migrations at once would change one catalog row
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_default_acl d
        WHERE d.defaclrole = 'wl_owner'::regrole AND d.defaclnamespace = 0 AND d.defaclobjtype = 'f'
            AND NOT EXISTS (SELECT FROM pg_catalog.aclexplode(d.defaclacl) a WHERE a.grantee = 0)) THEN
        ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
    END IF;
END
$$;
SET LOCAL search_path = wl;

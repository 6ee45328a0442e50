-- Run before the rule files, as wl_owner. Several objects of one kind go in one
-- statement, because they may depend on each other. Temporary objects that depend on them
-- go with them: any login can make one, and must not hold up a migration.
DO $$
DECLARE
    statement text;
    -- empty, so that a lasting object stops the migration
    temporary_too text;
BEGIN
    -- every command waits behind these locks, for ten seconds at most: better to give up before
    SET LOCAL lock_timeout = '5s';
    IF pg_catalog.to_regclass('wl.schema_version') IS NOT NULL THEN
        LOCK TABLE wl.schema_version IN ACCESS EXCLUSIVE MODE;
    END IF;
    FOR statement IN
        SELECT pg_catalog.format('DROP POLICY %I ON wl.%I', p.polname, c.relname)
        FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
        WHERE c.relnamespace = 'wl'::regnamespace
        UNION ALL
        SELECT pg_catalog.format('DROP TRIGGER %I ON wl.%I', t.tgname, c.relname)
        FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'wl'::regnamespace AND NOT t.tgisinternal
        UNION ALL
        SELECT pg_catalog.format('DROP RULE %I ON wl.%I', w.rulename, c.relname)
        FROM pg_catalog.pg_rewrite w JOIN pg_catalog.pg_class c ON c.oid = w.ev_class
        WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind IN ('r', 'p')
        UNION ALL
        SELECT pg_catalog.format('ALTER TABLE wl.%I NO FORCE ROW LEVEL SECURITY', c.relname)
        FROM pg_catalog.pg_class c
        WHERE c.relnamespace = 'wl'::regnamespace AND c.relforcerowsecurity
    LOOP
        EXECUTE statement;
    END LOOP;

    WITH RECURSIVE doomed (classid, objid, objsubid) AS (
        SELECT 'pg_proc'::regclass::oid, p.oid, 0 FROM pg_catalog.pg_proc p
        WHERE p.pronamespace = 'wl'::regnamespace AND p.proname <> 'name_key'
        UNION
        SELECT 'pg_class'::regclass, c.oid, 0 FROM pg_catalog.pg_class c
        WHERE c.relnamespace = 'wl'::regnamespace AND (c.relkind IN ('v', 'm') OR c.relkind = 'c' AND c.relname <> 'entry_v1')
        UNION
        SELECT d.classid, d.objid, d.objsubid FROM doomed
        JOIN pg_catalog.pg_depend d ON d.refclassid = doomed.classid AND d.refobjid = doomed.objid
            AND (doomed.objsubid = 0 OR d.refobjsubid = doomed.objsubid)
    )
    SELECT CASE WHEN pg_catalog.bool_and(i.space ~ '^pg_(toast_)?temp(_|$)' OR i.space = 'wl'
            AND (doomed.classid IN ('pg_proc'::regclass, 'pg_type'::regclass, 'pg_rewrite'::regclass) OR EXISTS (SELECT FROM pg_catalog.pg_class c
                WHERE doomed.classid = 'pg_class'::regclass AND c.oid = doomed.objid AND c.relkind IN ('v', 'm', 'c'))))
        THEN ' CASCADE' ELSE '' END INTO temporary_too
    FROM doomed CROSS JOIN LATERAL (SELECT coalesce(
        (pg_catalog.pg_identify_object(doomed.classid, doomed.objid, doomed.objsubid)).schema,
        -- of what belongs to a table
        (pg_catalog.pg_identify_object_as_address(doomed.classid, doomed.objid, doomed.objsubid)).object_names[1])) i (space);

    FOR statement IN
        SELECT 'DROP ' || CASE c.relkind WHEN 'v' THEN 'VIEW ' ELSE 'MATERIALIZED VIEW ' END
            || pg_catalog.string_agg(pg_catalog.format('wl.%I', c.relname), ', ')
        FROM pg_catalog.pg_class c
        WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind IN ('v', 'm')
        GROUP BY c.relkind
    LOOP
        EXECUTE statement || temporary_too;
    END LOOP;

    -- indexes need name_key, which belongs to the migrations
    SELECT 'DROP ROUTINE ' || pg_catalog.string_agg(p.oid::regprocedure::text, ', ') INTO statement
    FROM pg_catalog.pg_proc p WHERE p.pronamespace = 'wl'::regnamespace AND p.proname <> 'name_key';
    IF statement IS NOT NULL THEN
        EXECUTE statement || temporary_too;
    END IF;

    -- types that only functions use; entry_v1 belongs to the migrations
    SELECT 'DROP TYPE ' || pg_catalog.string_agg(pg_catalog.format('wl.%I', c.relname), ', ') INTO statement
    FROM pg_catalog.pg_class c
    WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind = 'c' AND c.relname <> 'entry_v1';
    IF statement IS NOT NULL THEN
        EXECUTE statement || temporary_too;
    END IF;

    -- every role that has a right on the schema, a table or a column
    FOR statement IN
        SELECT pg_catalog.format('REVOKE ALL ON %s SCHEMA wl FROM %s CASCADE', kind, grantee)
        FROM (SELECT DISTINCT CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
            FROM (SELECT n.nspacl FROM pg_catalog.pg_namespace n WHERE n.oid = 'wl'::regnamespace
                UNION ALL
                SELECT c.relacl FROM pg_catalog.pg_class c WHERE c.relnamespace = 'wl'::regnamespace
                UNION ALL
                SELECT f.attacl FROM pg_catalog.pg_attribute f JOIN pg_catalog.pg_class c ON c.oid = f.attrelid
                WHERE c.relnamespace = 'wl'::regnamespace) acls (acl)
            CROSS JOIN LATERAL pg_catalog.aclexplode(acls.acl) a
            WHERE a.grantee <> (SELECT n.nspowner FROM pg_catalog.pg_namespace n WHERE n.oid = 'wl'::regnamespace)) grantees
        CROSS JOIN (VALUES ('ALL TABLES IN'), ('ALL SEQUENCES IN'), ('')) kinds (kind)
    LOOP
        EXECUTE statement;
    END LOOP;
END
$$;

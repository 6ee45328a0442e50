-- What the migrations make of schema wl, a line for each object: compared by
-- `wl doctor` with the list that this program was built with. Texts are taken
-- as stored where the servers' versions would print them differently.
WITH relations AS (
    SELECT c.oid, c.relname, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity
    FROM pg_catalog.pg_class c
    WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind NOT IN ('i', 'I', 't', 'c')
        AND c.relname <> '__diesel_schema_migrations'
), functions AS (
    SELECT p.*, 'wl.' || p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' AS signature
    FROM pg_catalog.pg_proc p WHERE p.pronamespace = 'wl'::regnamespace
), grants (object, acl) AS (
    SELECT 'schema wl', n.nspacl FROM pg_catalog.pg_namespace n WHERE n.nspname = 'wl'
    UNION ALL
    SELECT 'wl.' || r.relname, r.relacl FROM relations r
    UNION ALL
    SELECT 'wl.' || r.relname || '.' || a.attname, a.attacl
    FROM relations r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attacl IS NOT NULL
    UNION ALL
    SELECT f.signature, coalesce(f.proacl, pg_catalog.acldefault('f', f.proowner)) FROM functions f
)
SELECT format('relation wl.%s kind %s owner %s row security %s %s', r.relname, r.relkind, r.relowner::regrole,
    r.relrowsecurity, r.relforcerowsecurity) AS line
FROM relations r
UNION ALL
SELECT format('column wl.%s.%s %s not null %s generated "%s" identity "%s" default %s', r.relname, a.attname,
    pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated, a.attidentity,
    (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d
        WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum))
FROM relations r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    AND r.relkind <> 'S'
UNION ALL
SELECT format('constraint wl.%s.%s %s', r.relname, c.conname, pg_catalog.pg_get_constraintdef(c.oid))
FROM relations r JOIN pg_catalog.pg_constraint c ON c.conrelid = r.oid AND c.contype NOT IN ('n', 't')
UNION ALL
SELECT format('domain wl.%s over %s owner %s not null %s default "%s" check %s', t.typname,
    pg_catalog.format_type(t.typbasetype, t.typtypmod), t.typowner::regrole, t.typnotnull, t.typdefault,
    (SELECT string_agg(c.conname || ' ' || pg_catalog.pg_get_constraintdef(c.oid), ' ' ORDER BY c.conname)
        FROM pg_catalog.pg_constraint c WHERE c.contypid = t.oid))
FROM pg_catalog.pg_type t WHERE t.typnamespace = 'wl'::regnamespace AND t.typtype = 'd'
UNION ALL
SELECT format('index %s', pg_catalog.pg_get_indexdef(i.indexrelid))
FROM relations r JOIN pg_catalog.pg_index i ON i.indrelid = r.oid
UNION ALL
SELECT format('trigger wl.%s.%s type %s enabled %s function %s deferrable %s %s arguments %s columns %s when %s',
    r.relname, t.tgname, t.tgtype, t.tgenabled, t.tgfoid::regproc, t.tgdeferrable, t.tginitdeferred,
    encode(t.tgargs, 'escape'), t.tgattr,
    substring(pg_catalog.pg_get_triggerdef(t.oid) FROM ' WHEN (.*) EXECUTE'))
FROM relations r JOIN pg_catalog.pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
UNION ALL
-- those of the foreign keys have no names of their own
SELECT format('trigger of wl.%s for constraint %s enabled %s', r.relname, c.conname, t.tgenabled)
FROM relations r JOIN pg_catalog.pg_trigger t ON t.tgrelid = r.oid AND t.tgisinternal AND t.tgenabled <> 'O'
JOIN pg_catalog.pg_constraint c ON c.oid = t.tgconstraint
UNION ALL
SELECT format('rule wl.%s.%s event %s', r.relname, w.rulename, w.ev_type)
FROM relations r JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid
UNION ALL
SELECT format('child %s of wl.%s', i.inhrelid::regclass, r.relname)
FROM relations r JOIN pg_catalog.pg_inherits i ON i.inhparent = r.oid
UNION ALL
SELECT format('schema wl owner %s', n.nspowner::regrole) FROM pg_catalog.pg_namespace n WHERE n.nspname = 'wl'
UNION ALL
SELECT format('migration %s', m.version) FROM wl.__diesel_schema_migrations m
UNION ALL
SELECT format('policy wl.%s.%s command %s permissive %s to %s using %s check %s', r.relname, p.polname, p.polcmd, p.polpermissive,
    (SELECT string_agg(o.rolname, ' ' ORDER BY o.rolname) FROM pg_catalog.pg_roles o WHERE o.oid = ANY (p.polroles)),
    pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
FROM relations r JOIN pg_catalog.pg_policy p ON p.polrelid = r.oid
UNION ALL
SELECT format('function %s returns %s language %s owner %s definer %s strict %s leakproof %s volatility %s settings %s source %s',
    f.signature, pg_catalog.format_type(f.prorettype, NULL), (SELECT l.lanname FROM pg_catalog.pg_language l WHERE l.oid = f.prolang),
    f.proowner::regrole, f.prosecdef, f.proisstrict, f.proleakproof, f.provolatile, f.proconfig, encode(sha256(convert_to(f.prosrc, 'UTF8')), 'hex'))
FROM functions f
UNION ALL
SELECT format('grant %s%s on %s to %s', a.privilege_type, CASE WHEN a.is_grantable THEN ' with grant option' END, g.object,
    CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END)
FROM grants g CROSS JOIN LATERAL pg_catalog.aclexplode(g.acl) a
WHERE a.grantee <> (SELECT o.oid FROM pg_catalog.pg_roles o WHERE o.rolname = 'wl_owner')
ORDER BY 1

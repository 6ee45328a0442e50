-- One line for each object of the schema wl, as migrations and rules make it. `wl
-- doctor` compares them with the list that this program was built with. Texts that
-- versions of PostgreSQL print differently are taken as stored.
WITH relations AS (
    SELECT c.oid, c.relname, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.relpersistence,
        -- these flags stay set when the last object is dropped, and count only while there is one
        c.relhasindex AND EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid) AS relhasindex,
        c.relhastriggers AND EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid) AS relhastriggers,
        c.relhasrules AND EXISTS (SELECT FROM pg_catalog.pg_rewrite w WHERE w.ev_class = c.oid) AS relhasrules,
        c.relchecks, c.reloptions
    FROM pg_catalog.pg_class c
    WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind NOT IN ('i', 'I', 't')
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
SELECT pg_catalog.format('relation wl.%s kind %s owner %s row security %s %s persistence %s has index %s triggers %s rules %s checks %s',
    r.relname, r.relkind, r.relowner::regrole, r.relrowsecurity, r.relforcerowsecurity, r.relpersistence,
    r.relhasindex, r.relhastriggers, r.relhasrules, r.relchecks) AS line
FROM relations r
UNION ALL
SELECT pg_catalog.format('column wl.%s.%s %s not null %s generated "%s" identity "%s" collation %s statistics %s default %s', r.relname, a.attname,
    pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated, a.attidentity, a.attcollation::regcollation,
    -- unset is -1 before PostgreSQL 17, and null since then
    coalesce(nullif(a.attstattarget, -1)::text, 'unset'),
    (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d
        WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum))
FROM relations r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    AND r.relkind <> 'S'
UNION ALL
SELECT pg_catalog.format('sequence wl.%s of %s start %s increment %s from %s to %s cache %s cycle %s', r.relname,
    pg_catalog.format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle)
FROM relations r JOIN pg_catalog.pg_sequence s ON s.seqrelid = r.oid
UNION ALL
SELECT pg_catalog.format('constraint wl.%s.%s %s', r.relname, c.conname, pg_catalog.pg_get_constraintdef(c.oid))
FROM relations r JOIN pg_catalog.pg_constraint c ON c.conrelid = r.oid AND c.contype NOT IN ('n', 't')
UNION ALL
SELECT pg_catalog.format('domain wl.%s over %s owner %s not null %s collation %s default "%s" check %s', t.typname,
    pg_catalog.format_type(t.typbasetype, t.typtypmod), t.typowner::regrole, t.typnotnull, t.typcollation::regcollation, t.typdefault,
    (SELECT pg_catalog.string_agg(c.conname || ' ' || pg_catalog.pg_get_constraintdef(c.oid), ' ' ORDER BY c.conname)
        FROM pg_catalog.pg_constraint c WHERE c.contypid = t.oid))
FROM pg_catalog.pg_type t WHERE t.typnamespace = 'wl'::regnamespace AND t.typtype = 'd'
UNION ALL
SELECT pg_catalog.format('index %s valid %s ready %s live %s', pg_catalog.pg_get_indexdef(i.indexrelid),
    i.indisvalid, i.indisready, i.indislive)
FROM relations r JOIN pg_catalog.pg_index i ON i.indrelid = r.oid
UNION ALL
SELECT pg_catalog.format('statistics %s on wl.%s', s.stxname, r.relname)
FROM relations r JOIN pg_catalog.pg_statistic_ext s ON s.stxrelid = r.oid
UNION ALL
SELECT pg_catalog.format('trigger wl.%s.%s type %s enabled %s function %s deferrable %s %s arguments %s columns %s when %s',
    r.relname, t.tgname, t.tgtype, t.tgenabled, t.tgfoid::regproc, t.tgdeferrable, t.tginitdeferred,
    pg_catalog.encode(t.tgargs, 'escape'), t.tgattr,
    substring(pg_catalog.pg_get_triggerdef(t.oid) FROM ' WHEN (.*) EXECUTE'))
FROM relations r JOIN pg_catalog.pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
UNION ALL
-- triggers of foreign keys have numbers as names
SELECT pg_catalog.format('trigger of wl.%s for constraint %s enabled %s type %s function %s deferrable %s %s', r.relname,
    c.conname, t.tgenabled, t.tgtype, t.tgfoid::regproc, t.tgdeferrable, t.tginitdeferred)
FROM relations r JOIN pg_catalog.pg_trigger t ON t.tgrelid = r.oid AND t.tgisinternal
LEFT JOIN pg_catalog.pg_constraint c ON c.oid = t.tgconstraint
UNION ALL
SELECT pg_catalog.format('rule wl.%s.%s event %s', r.relname, w.rulename, w.ev_type)
FROM relations r JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid
UNION ALL
-- the hash of the text, because people read this line
SELECT pg_catalog.format('view wl.%s options %s definition %s', r.relname, r.reloptions, pg_catalog.encode(pg_catalog.sha256(
    pg_catalog.convert_to(pg_catalog.regexp_replace(pg_catalog.pg_get_viewdef(r.oid), '\s+', ' ', 'g'), 'UTF8')), 'hex'))
FROM relations r WHERE r.relkind = 'v'
UNION ALL
SELECT pg_catalog.format('child %s of wl.%s', i.inhrelid::regclass, r.relname)
FROM relations r JOIN pg_catalog.pg_inherits i ON i.inhparent = r.oid
UNION ALL
SELECT pg_catalog.format('schema wl owner %s', n.nspowner::regrole) FROM pg_catalog.pg_namespace n WHERE n.nspname = 'wl'
UNION ALL
SELECT pg_catalog.format('default privileges of %s in schema %s on %s: %s', d.defaclrole::regrole, d.defaclnamespace::regnamespace,
    d.defaclobjtype, d.defaclacl)
FROM pg_catalog.pg_default_acl d
WHERE d.defaclnamespace = 'wl'::regnamespace
    OR d.defaclrole = (SELECT o.oid FROM pg_catalog.pg_roles o WHERE o.rolname = 'wl_owner')
UNION ALL
SELECT pg_catalog.format('migration %s', m.version) FROM wl.__diesel_schema_migrations m
UNION ALL
SELECT pg_catalog.format('schema version %s number %s oldest program %s', v.id, v.number, v.oldest_program) FROM wl.schema_version v
UNION ALL
SELECT pg_catalog.format('policy wl.%s.%s command %s permissive %s to %s using %s check %s', r.relname, p.polname, p.polcmd, p.polpermissive,
    (SELECT pg_catalog.string_agg(m.name, ' ' ORDER BY m.name) FROM (
        SELECT CASE WHEN o = 0 THEN 'PUBLIC' ELSE o::regrole::text END COLLATE "C" AS name
        FROM pg_catalog.unnest(p.polroles) o) m),
    pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
FROM relations r JOIN pg_catalog.pg_policy p ON p.polrelid = r.oid
UNION ALL
SELECT pg_catalog.format('function %s returns %s language %s owner %s definer %s strict %s leakproof %s volatility %s settings %s source %s parsed body %s support %s',
    f.signature, pg_catalog.format_type(f.prorettype, NULL), (SELECT l.lanname FROM pg_catalog.pg_language l WHERE l.oid = f.prolang),
    f.proowner::regrole, f.prosecdef, f.proisstrict, f.proleakproof, f.provolatile, f.proconfig,
    pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(f.prosrc, 'UTF8')), 'hex'), f.prosqlbody IS NOT NULL, f.prosupport)
FROM functions f
UNION ALL
SELECT pg_catalog.format('grant %s%s on %s to %s', a.privilege_type, CASE WHEN a.is_grantable THEN ' with grant option' END, g.object,
    CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END)
FROM grants g CROSS JOIN LATERAL pg_catalog.aclexplode(g.acl) a
WHERE a.grantee <> (SELECT o.oid FROM pg_catalog.pg_roles o WHERE o.rolname = 'wl_owner')
UNION ALL
-- as a replica, PostgreSQL runs neither guards nor foreign keys
SELECT pg_catalog.format('setting session_replication_role %s', pg_catalog.current_setting('session_replication_role'))
ORDER BY 1

-- What both other files use. Variables of psql: seed.
SET TimeZone = 'UTC';
SET synchronous_commit = off;
-- the rules and the records they demand are for people; this makes both at once
SET session_replication_role = replica;
SELECT set_config('generate.seed', :'seed', false) \g /dev/null

-- The same number for the same n and seed, from 0 to faces - 1.
CREATE FUNCTION pg_temp.dice(n bigint, faces bigint) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT (pg_catalog.hashint8extended(n, pg_catalog.current_setting('generate.seed')::bigint)
        & 9223372036854775807) % faces
$$;

-- The hashes of a chain, recipe wl-audit-1: chain(payload) OVER (ORDER BY chain_seq).
CREATE FUNCTION pg_temp.link(previous bytea, payload bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$ SELECT pg_catalog.sha256(previous || payload) $$;
CREATE AGGREGATE pg_temp.chain(bytea) (SFUNC = pg_temp.link, STYPE = bytea,
    INITCOND = '\x0000000000000000000000000000000000000000000000000000000000000000');

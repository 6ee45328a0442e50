-- Only letters of ASCII are the same in capitals.
-- test: names::the_database_makes_the_same_keys
CREATE OR REPLACE FUNCTION wl.name_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT pg_catalog.lower(pg_catalog.normalize(name, 'NFC') COLLATE pg_catalog."C")
$$;

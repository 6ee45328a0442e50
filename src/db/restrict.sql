-- Takes from everyone what fills the server's table of locks, after which nobody can connect:
-- temporary tables, advisory locks and large objects. Worklock uses none of them. Run by
-- the owner of the private server, which has nothing but Worklock.
DO $$
DECLARE
    function regprocedure;
BEGIN
    EXECUTE pg_catalog.format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', pg_catalog.current_database());
    FOR function IN SELECT p.oid FROM pg_catalog.pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
            AND (p.proname ~ '^pg_(try_)?advisory_' OR p.proname IN ('lo_creat', 'lo_create', 'lo_unlink', 'lo_from_bytea'))
    LOOP
        EXECUTE pg_catalog.format('REVOKE EXECUTE ON FUNCTION pg_catalog.%s FROM PUBLIC', function);
    END LOOP;
END
$$;

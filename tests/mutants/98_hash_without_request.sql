-- The hash leaves the request out.
-- test: timers_at_once::an_operation_id_is
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.audit_payload(wl.audit_log)'::regprocedure);
    new text := replace(old, $x$pg_catalog.encode(pg_catalog.sha256(pg_catalog.uuid_send(r.request)), 'hex')$x$, 'NULL');
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

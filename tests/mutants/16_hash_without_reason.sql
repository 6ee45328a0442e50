-- The hash leaves the reason out.
-- test: hostile::shadows::a_lawful
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.audit_payload(wl.audit_log)'::regprocedure);
    new text := replace(old, $x$r.action, r.reason,$x$, $x$r.action, NULL,$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- The hash leaves the row out.
-- test: hostile::shadows::a_lawful
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.audit_payload(wl.audit_log)'::regprocedure);
    new text := replace(old, $x$r.after)::text, 'UTF8')$x$, $x$NULL)::text, 'UTF8')$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

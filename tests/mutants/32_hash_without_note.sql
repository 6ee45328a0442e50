-- The hash leaves the note out.
-- test: hostile::shadows::a_lawful
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.audit_payload(wl.audit_log)'::regprocedure);
    new text := replace(old, $x$CASE WHEN r.note_salt IS NOT NULL AND r.note IS NOT NULL THEN$x$, $x$CASE WHEN false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

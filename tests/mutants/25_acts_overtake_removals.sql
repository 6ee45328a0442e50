-- Whoever waits for their own removal acts all the same after it.
-- test: hostile::sessions::whoever_waits
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.stamp_audit()'::regprocedure);
    asked text := replace(old, $x$SELECT u.* INTO who FROM wl.current_user_row() u;$x$, $x$$x$);
    new text := replace(asked, $x$PERFORM 1 FROM wl.audit_chains$x$, $x$SELECT u.* INTO who FROM wl.current_user_row() u; PERFORM 1 FROM wl.audit_chains$x$);
BEGIN
    ASSERT old <> asked AND asked <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

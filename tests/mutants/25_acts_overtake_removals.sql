-- Whoever waits for their own removal acts all the same after it.
-- test: hostile::sessions::whoever_waits
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.stamp_audit()'::regprocedure);
    new text := replace(old, $x$IF NOT first THEN$x$, $x$IF false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

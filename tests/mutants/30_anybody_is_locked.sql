-- A technician locks other people.
-- test: hostile::theft::
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.lock_user(bigint)'::regprocedure);
    new text := replace(old, $x$who.role <> 'admin' AND$x$, $x$false AND$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

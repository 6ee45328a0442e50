-- The content of locked time changes.
-- test: hostile::locked::nothing
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_time_entry()'::regprocedure);
    new text := replace(old, $x$OLD.status = 'LOCKED' AND$x$, $x$false AND$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

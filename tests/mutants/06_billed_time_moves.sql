-- Time of a billed order changes.
-- test: hostile::closed::what
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_time_entry()'::regprocedure);
    new text := replace(old, $x$parent.status = 'billed'$x$, $x$false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

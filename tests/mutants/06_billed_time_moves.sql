-- Time of a billed order changes.
-- test: hostile::closed::closed_orders_and_lines_take_no_time
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_time_entry()'::regprocedure);
    new text := replace(old, $x$parent.status = 'billed'$x$, $x$false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

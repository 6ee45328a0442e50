-- Closed orders take new time.
-- test: hostile::closed::closed
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.check_target(bigint, bigint)'::regprocedure);
    new text := replace(old, $x$target.order_status NOT IN ('open', 'in_progress')$x$, $x$false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

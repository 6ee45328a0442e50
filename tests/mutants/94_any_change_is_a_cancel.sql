-- Any change is recorded as a cancel.
-- test: timer_day::only_the_removal
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.stamp_audit()'::regprocedure);
    new text := replace(old, $x$fitting <> 'entry.remove' OR$x$, $x$$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

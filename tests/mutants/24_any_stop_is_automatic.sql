-- A plain stop is recorded as one by another timer.
-- test: hostile::forged::a_record
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.stamp_audit()'::regprocedure);
    new text := replace(old, $x$AND e.start_ts = ended$x$, $x$OR true$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

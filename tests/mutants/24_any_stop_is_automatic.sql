-- A plain stop is recorded as one by another timer.
-- test: hostile::forged::a_record
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.stamp_audit()'::regprocedure);
    new text := replace(old, $x$IF NOT EXISTS (SELECT FROM wl.time_entries e WHERE e.user_id = (NEW$x$, $x$IF false AND NOT EXISTS (SELECT FROM wl.time_entries e WHERE e.user_id = (NEW$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

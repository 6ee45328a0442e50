-- A refused record tells a technician what others' rows are like.
-- test: hostile::leaks::a_technician_hears
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.stamp_audit()'::regprocedure);
    new text := replace(old, $x$OR who.role = 'technician'$x$, $x$OR false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

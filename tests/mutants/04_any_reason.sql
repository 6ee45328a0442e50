-- Every reason has substance.
-- test: hostile::locked::nothing
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.has_substance(text)'::regprocedure);
    new text := replace(old, $x$>= 3$x$, $x$>= 0$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- A record does not ask for the role of who writes it.
-- test: hostile::sessions::whoever_lost
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.stamp_audit()'::regprocedure);
    new text := replace(old, $x$IF who.role <> 'admin'$x$, $x$IF false AND who.role <> 'admin'$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

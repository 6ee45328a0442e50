-- Time on an active bill is unlocked.
-- test: rules_bills::r6_an_order
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.refuse_billed(bigint)'::regprocedure);
    new text := replace(old, $x$IF FOUND THEN$x$, $x$IF false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

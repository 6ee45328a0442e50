-- A bill changes with its cancellation.
-- test: rules_bills::r11_a_bill_is
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_bill()'::regprocedure);
    new text := replace(old, $x$IF frozen IS DISTINCT FROM OLD THEN$x$, $x$IF false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

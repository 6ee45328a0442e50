-- An order is billed with approved time on no bill.
-- test: rules_bills::r6_an_order
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_work_order()'::regprocedure);
    new text := replace(old, $x$IF entries > 0 THEN$x$, $x$IF false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- A bill is cancelled twice.
-- test: rules_bills::r11_a_bill_is
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.cancel_bill(wl.bills, wl.bills, wl.users)'::regprocedure);
    new text := replace(old, $x$IF before.cancelled THEN$x$, $x$IF false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

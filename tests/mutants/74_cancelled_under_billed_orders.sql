-- A bill is cancelled while its order is billed.
-- test: rules_bills::r11_a_bill_is
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.cancel_bill(wl.bills, wl.bills, wl.users)'::regprocedure);
    new text := replace(old, $x$WHERE o.status = 'billed'$x$, $x$WHERE false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- A bill is cancelled without a reason.
-- test: rules_bills::r11_a_bill_is
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.cancel_bill(wl.bills, wl.bills, wl.users)'::regprocedure);
    new text := replace(old, $x$NOT wl.has_substance(after.cancel_reason)$x$, $x$false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

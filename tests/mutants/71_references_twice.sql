-- Two active bills have one reference.
-- test: rules_bills::r11_a_bill_has
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.make_bill(wl.bills, wl.users)'::regprocedure);
    new text := replace(old, $x$wl.name_key(b.reference) = wl.name_key(bill.reference)$x$, $x$false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

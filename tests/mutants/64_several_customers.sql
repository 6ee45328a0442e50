-- A bill has orders of several customers.
-- test: rules_bills::r11_a_bill_has
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.check_bill_entries(wl.bills, bigint[])'::regprocedure);
    new text := replace(old, $x$wl.name_key(o.customer) <> wl.name_key(first.customer)$x$, $x$false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

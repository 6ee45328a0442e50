-- An entry that is named twice or doesn't exist is ignored.
-- test: rules_bills::r11_a_bill_has
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.check_bill_entries(wl.bills, bigint[])'::regprocedure);
    new text := replace(old, $x$named.entries <> count OR$x$, $x$false OR$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

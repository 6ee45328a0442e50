-- A bill goes until a day in the future.
-- test: rules_bills::r11_the_last_day
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.make_bill(wl.bills, wl.users)'::regprocedure);
    new text := replace(old, $x$OR bill.until > today$x$, $x$OR false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

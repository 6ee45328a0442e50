-- An entry is billed in another version than the client saw.
-- test: rules_bills::r11_a_bill_has
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.check_bill_entries(wl.bills, bigint[])'::regprocedure);
    new text := replace(old, $x$ELSIF named.changed IS NOT NULL THEN$x$, $x$ELSIF false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

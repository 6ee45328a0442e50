-- A day begins with the second of two midnights, where the clocks go back over it.
-- test: bills::a_day_begins_with_the_first_of_two_midnights
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.make_bill(wl.bills, wl.users)'::regprocedure);
    new text := replace(old, $x$::date > bill.until THEN$x$, $x$::date > bill.until AND false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

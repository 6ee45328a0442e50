-- Today is the day of the session's time zone.
-- test: rules_bills::r11_the_last_day
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.make_bill(wl.bills, wl.users)'::regprocedure);
    new text := replace(old, $x$(clock_timestamp() AT TIME ZONE bill.zone)::date$x$, $x$clock_timestamp()::date$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- A bill has any letterhead.
-- test: rules_bills::r11_a_letterhead
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.make_bill(wl.bills, wl.users)'::regprocedure);
    new text := replace(old, $x$WHERE l.sha256 = (wl.current_letterhead()).sha256$x$, $x$ORDER BY l.id LIMIT 1$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

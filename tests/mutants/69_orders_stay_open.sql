-- A bill doesn't lock its orders.
-- test: races_bills::an_unlock
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.make_bill(wl.bills, wl.users)'::regprocedure);
    new text := replace(old, $x$ORDER BY o.id FOR NO KEY UPDATE$x$, $x$ORDER BY o.id$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

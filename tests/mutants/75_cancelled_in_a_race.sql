-- A cancellation doesn't lock the orders of the bill.
-- test: races_bills::an_order_is_billed_before_or_after_a_c
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.cancel_bill(wl.bills, wl.bills, wl.users)'::regprocedure);
    new text := replace(old, $x$ORDER BY o.id FOR NO KEY UPDATE$x$, $x$ORDER BY o.id$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

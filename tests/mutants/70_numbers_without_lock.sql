-- Two bills take the next number at the same time.
-- test: races_bills::twenty
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.next_bill_number()'::regprocedure);
    new text := replace(old, $x$PERFORM FROM wl.bill_numbers n FOR UPDATE;$x$, $x$$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

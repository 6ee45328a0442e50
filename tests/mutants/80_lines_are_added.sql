-- The owner adds a line to a bill.
-- test: rules_bills::r11_lines
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_new_bill_lines()'::regprocedure);
    new text := replace(old, $x$IF FOUND THEN$x$, $x$IF false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

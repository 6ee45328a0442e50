-- The lines of a cancelled bill stay active.
-- test: rules_bills::r11_a_bill_is
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_bill_line()'::regprocedure);
    new text := replace(old, $x$RETURN NEW;$x$, $x$RETURN NULL;$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

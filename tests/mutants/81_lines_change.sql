-- A line changes.
-- test: rules_bills::r11_lines
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_bill_line()'::regprocedure);
    new text := replace(old, $x$IF NEW IS DISTINCT FROM OLD OR NOT NEW.cancelled THEN$x$, $x$IF false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- An order is billed with open time.
-- test: hostile::closed::what
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_work_order()'::regprocedure);
    new text := replace(old, $x$IF NEW.status = 'billed' THEN$x$, $x$IF false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

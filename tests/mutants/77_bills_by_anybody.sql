-- Ops make bills if a grant allows it.
-- test: rules_bills::r11_only
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_bill()'::regprocedure);
    new text := replace(old, $x$IF who.role NOT IN ('admin', 'accountant') THEN$x$, $x$IF false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

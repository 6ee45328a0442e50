-- A registered document changes.
-- test: rules_bills::r11_a_document
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_document()'::regprocedure);
    new text := replace(old, $x$ELSIF TG_OP = 'UPDATE' THEN$x$, $x$ELSIF false THEN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

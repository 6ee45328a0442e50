-- Any isolation level writes.
-- test: hostile::forged::records
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.may_write(text)'::regprocedure);
    new text := replace(old, $x$ AND pg_catalog.current_setting('transaction_isolation') = 'read committed'$x$, $x$$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

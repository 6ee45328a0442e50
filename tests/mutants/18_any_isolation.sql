-- Any isolation level writes.
-- test: hostile::forged::records
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.actor()'::regprocedure);
    new text := replace(old, $x$current_setting('transaction_isolation') <> 'read committed'$x$, $x$false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

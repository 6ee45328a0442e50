-- A removed user keeps the membership.
-- test: hostile::sessions::a_removed
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.sync_login()'::regprocedure);
    new text := replace(old, $x$EXECUTE format('REVOKE %I FROM %I', group_role, NEW.db_role)$x$, $x$NULL$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- A removal takes the role of another database.
-- test: two_databases::who_serves_two_databases
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.sync_login()'::regprocedure);
    new text := replace(old, $x$AND NOT wl.serves_elsewhere(NEW.db_role)$x$, '');
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

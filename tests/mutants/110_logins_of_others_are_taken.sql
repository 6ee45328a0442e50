-- A login that serves another database is added by any admin.
-- test: two_databases::an_admin_takes_over_no_login
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_user()'::regprocedure);
    new text := replace(old, $x$IF who.id IS NOT NULL AND EXISTS (SELECT FROM wl.groups_of(NEW.db_role))$x$, $x$IF false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

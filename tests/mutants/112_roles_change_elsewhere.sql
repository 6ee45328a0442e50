-- A change of the role takes the role of another database.
-- test: two_databases::a_role_changes_in_no_other
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_user()'::regprocedure);
    new text := replace(old, $x$NEW.deleted_at IS NULL AND wl.serves_elsewhere(OLD.db_role)$x$, $x$false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- A removal does not wait for what the person has under way.
-- test: hostile::sessions::a_removal_waits
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_user()'::regprocedure);
    new text := replace(old, $x$WHERE c.db_role = OLD.db_role FOR UPDATE$x$, $x$WHERE c.db_role = OLD.db_role$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

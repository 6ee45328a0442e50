-- A removed user is still somebody.
-- test: hostile::sessions::a_removed
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.current_user_row()'::regprocedure);
    new text := replace(old, $x$AND u.deleted_at IS NULL$x$, $x$$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- An admin gives up their own role.
-- test: rules_removal::r7_no_admin_leaves
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_user()'::regprocedure);
    new text := replace(old, 'OLD.id = who.id', 'false');
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- An entry of a removed user is restored.
-- test: rules_removal::r7
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_removal(wl.time_entries, wl.time_entries)'::regprocedure);
    new text := replace(old, $x$wl.check_user(before.user_id) AND$x$, $x$$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

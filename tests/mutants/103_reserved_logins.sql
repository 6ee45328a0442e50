-- A word of pg_hba.conf is taken for a login.
-- test: names::logins_that_look_alike_are_refused
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_user()'::regprocedure);
    new text := replace(old, '''replication'', ', '');
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

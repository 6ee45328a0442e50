-- A new login may open any number of sessions.
-- test: two_databases::a_new_login_has_a_limit
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.grant_role(name, text)'::regprocedure);
    new text := replace(old, ' CONNECTION LIMIT 20', '');
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- A new database begins with the people of an older one.
-- test: two_databases::a_new_database_has_no_people
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.add_first_admin(name, text, text, text)'::regprocedure);
    new text := replace(old, 'PERFORM wl.clear_people();', '');
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

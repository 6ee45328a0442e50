-- A login in capitals is added beside the same in small letters.
-- test: names::logins_that_look_alike_are_refused
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_user()'::regprocedure);
    new text := replace(old, 'AND names.name <> NEW.db_role', 'AND names.name IS NULL');
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- A restored user gets a second role.
-- test: two_databases::restored_people_keep
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.make_logins()'::regprocedure);
    new text := replace(old, $x$g <> ('wl_' || person.role)::name$x$, $x$g IS NULL$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- A login that has another role already is added anyway.
-- test: rules_rights::r9_a_login_has_one_role
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_user()'::regprocedure);
    new text := replace(old, $x$AND g.rolname <> ('wl_' || NEW.role)::name$x$, $x$AND g.rolname IS NULL$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

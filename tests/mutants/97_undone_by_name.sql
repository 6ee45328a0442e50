-- Any record may have the ID of an undo.
-- test: undo::plain_sql_can_name
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.stamp_audit()'::regprocedure);
    new text := replace(old, $x$IF starts_with(NEW.op_id, 'undo:') AND$x$, $x$IF false AND$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

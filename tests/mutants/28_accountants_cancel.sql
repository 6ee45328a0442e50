-- An accountant records any change of an order's status.
-- test: hostile::sessions::whoever_lost
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.stamp_audit()'::regprocedure);
    new text := replace(old, $x$AND (before ->> 'status', NEW.after ->> 'status') IN$x$,
        $x$AND (before ->> 'status', 'ready_to_bill') NOT IN$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

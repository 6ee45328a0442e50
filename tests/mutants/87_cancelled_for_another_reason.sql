-- The record of a cancellation gives another reason.
-- test: rules_bills::r8
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.stamp_audit()'::regprocedure);
    new text := replace(old, $x$NEW.reason IS DISTINCT FROM NEW.after ->> 'cancel_reason'$x$, $x$false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

-- An admin approves time of their own.
-- test: hostile::locked::nobody
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_time_entry()'::regprocedure);
    new text := replace(old, $x$who.id = ANY (OLD.touched_by || OLD.user_id)$x$, $x$false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

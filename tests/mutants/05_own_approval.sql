-- An admin approves time of their own.
-- test: hostile::locked::nobody
DO $mutant$
DECLARE
    old text := pg_get_functiondef('wl.guard_approval(wl.time_entries, wl.time_entries, wl.users)'::regprocedure);
    new text := replace(old, $x$who.id = ANY (before.touched_by || before.user_id)$x$, $x$false$x$);
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE new;
END
$mutant$;

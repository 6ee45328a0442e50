-- Time that a cancelled bill released is late because another bill is active.
-- test: rules_bills::r11_late
DO $mutant$
DECLARE
    old text := pg_get_viewdef('wl.unbilled_time'::regclass);
    new text := replace(old, 'l.cancelled', 'false');
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE 'CREATE OR REPLACE VIEW wl.unbilled_time WITH (security_invoker = true) AS ' || new;
END
$mutant$;

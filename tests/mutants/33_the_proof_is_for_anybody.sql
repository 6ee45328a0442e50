-- Whoever kept a group's right reads what verify reads, user or not.
-- test: hostile::sessions::a_removed
DO $mutant$
DECLARE
    old text := pg_get_viewdef('wl.audit_proof'::regclass);
    new text := replace(old, 'wl.current_user_id() AS current_user_id) IS NOT NULL', 'true) IS NOT NULL');
BEGIN
    ASSERT old <> new, 'nothing was replaced';
    EXECUTE 'CREATE OR REPLACE VIEW wl.audit_proof AS ' || new;
END
$mutant$;

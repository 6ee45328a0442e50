CREATE OR REPLACE FUNCTION wl.guard_setting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
BEGIN
    who := wl.founder();
    IF who.id IS NULL THEN
        who := wl.actor();
    END IF;
    IF who.role <> 'admin' THEN
        PERFORM wl.refuse('setting_right');
    END IF;
    IF TG_OP = 'INSERT' OR (NEW.id, NEW.name) <> (OLD.id, OLD.name) THEN
        PERFORM wl.refuse('setting_fixed');
    END IF;
    IF NEW.value IS NOT DISTINCT FROM OLD.value THEN
        RETURN NULL;
    END IF;
    IF NEW.name = 'zone' AND NEW.value IS NOT NULL
        -- these names are for the server's own use, or name a zone twice
        AND (NEW.value ~ '^(posix|right)/' OR NEW.value IN ('Factory', 'localtime', 'posixrules')
            OR NOT EXISTS (SELECT FROM pg_timezone_names z WHERE z.name = NEW.value)) THEN
        PERFORM wl.refuse('setting_zone', NEW.value);
    END IF;
    IF NEW.name = 'logo' AND NEW.value IS NOT NULL
        AND NOT EXISTS (SELECT FROM wl.logos l WHERE encode(l.sha256, 'hex') = NEW.value) THEN
        PERFORM wl.refuse('setting_logo', NEW.value);
    END IF;
    NEW.row_version := OLD.row_version + 1;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER guard_setting BEFORE INSERT OR UPDATE ON wl.settings
    FOR EACH ROW EXECUTE FUNCTION wl.guard_setting();

-- AFTER a logo is added, at commit: requires the audit record of a setting that names it.
CREATE OR REPLACE FUNCTION wl.require_logo_setting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM wl.audit_log r
    WHERE r.entity_type = 'setting' AND r.entity_id = (SELECT s.id FROM wl.settings s WHERE s.name = 'logo')
      AND r.after ->> 'value' = encode(NEW.sha256, 'hex');
    IF NOT FOUND THEN
        PERFORM wl.refuse('logo_unused', encode(NEW.sha256, 'hex'));
    END IF;
    RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS require_logo_setting ON wl.logos;
CREATE CONSTRAINT TRIGGER require_logo_setting AFTER INSERT ON wl.logos
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wl.require_logo_setting();

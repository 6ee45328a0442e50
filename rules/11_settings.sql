CREATE OR REPLACE FUNCTION wl.guard_setting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
BEGIN
    who := wl.actor();
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
    NEW.row_version := OLD.row_version + 1;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER guard_setting BEFORE INSERT OR UPDATE ON wl.settings
    FOR EACH ROW EXECUTE FUNCTION wl.guard_setting();

-- What documents of bills print besides the lines, and the documents themselves. Both
-- only grow.

-- The letterhead that the settings make, without an id.
CREATE OR REPLACE FUNCTION wl.current_letterhead() RETURNS wl.letterheads
LANGUAGE plpgsql STABLE AS $$
DECLARE
    made wl.letterheads;
BEGIN
    SELECT max(s.value) FILTER (WHERE s.name = 'organisation'), max(s.value) FILTER (WHERE s.name = 'address'),
        decode(max(s.value) FILTER (WHERE s.name = 'logo'), 'hex'), max(s.value) FILTER (WHERE s.name = 'footer'),
        max(s.value) FILTER (WHERE s.name = 'language'), max(s.value) FILTER (WHERE s.name = 'zone')
    INTO made.organisation, made.address, made.logo_sha256, made.footer, made.language, made.zone
    FROM wl.settings s;
    made.sha256 := wl.letterhead_sha256(made);
    RETURN made;
END
$$;

CREATE OR REPLACE FUNCTION wl.guard_letterhead() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    id CONSTANT bigint := NEW.id;
BEGIN
    who := wl.actor();
    IF who.role NOT IN ('admin', 'accountant') THEN
        PERFORM wl.refuse('bill_right');
    ELSIF TG_OP = 'UPDATE' THEN
        PERFORM wl.refuse('letterhead_fixed');
    END IF;
    NEW := wl.current_letterhead();
    NEW.id := id;
    NEW.made_at := clock_timestamp();
    NEW.made_by := who.id;
    NEW.row_version := 1;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER guard_letterhead BEFORE INSERT OR UPDATE ON wl.letterheads
    FOR EACH ROW EXECUTE FUNCTION wl.guard_letterhead();

CREATE OR REPLACE FUNCTION wl.guard_document() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
BEGIN
    who := wl.actor();
    IF who.role NOT IN ('admin', 'accountant') THEN
        PERFORM wl.refuse('bill_right');
    ELSIF TG_OP = 'UPDATE' THEN
        PERFORM wl.refuse('document_fixed', OLD.bill_id::text);
    END IF;
    NEW.made_at := clock_timestamp();
    NEW.made_by := who.id;
    NEW.row_version := 1;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER guard_document BEFORE INSERT OR UPDATE ON wl.documents
    FOR EACH ROW EXECUTE FUNCTION wl.guard_document();

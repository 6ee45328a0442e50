-- Time that leaves a done line item is not noticed.
-- test: exceptions_idle::time_that
CREATE OR REPLACE FUNCTION wl.mark_idle_before_removal(line_id bigint, entry_id bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT NULL::void $$;

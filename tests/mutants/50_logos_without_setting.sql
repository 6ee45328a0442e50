-- An admin stores logos without a record of the trail.
-- test: letterhead_settings::the_database_keeps
DROP TRIGGER require_logo_setting ON wl.logos;

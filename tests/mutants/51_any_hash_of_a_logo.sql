-- A letterhead's hash names other bytes.
-- test: letterhead_settings::the_database_keeps
ALTER TABLE wl.logos DROP CONSTRAINT logos_sha256_check;

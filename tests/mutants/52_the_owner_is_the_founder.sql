-- The owner goes on to act as the first admin after the transaction that adds them.
-- test: zone::the_owner_sets
CREATE OR REPLACE FUNCTION wl.founder() RETURNS wl.users
LANGUAGE sql STABLE AS $$
    SELECT u.* FROM wl.users u WHERE u.db_role = 'ada' AND session_user = 'wl_superuser'
$$;

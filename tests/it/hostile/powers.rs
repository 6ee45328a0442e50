//! Powers that no person has: other identities, switches of the server, DDL.

use super::{ALL, HARMLESS, NO_RIGHT, Scene};

#[test]
fn nobody_becomes_somebody_else() {
    let scene = Scene::new();
    let lock = "UPDATE wl.time_entries SET status = 'LOCKED' WHERE id = {tom_open};";
    for role in [
        "wl_owner",
        "postgres",
        "wl_admin",
        "wl_technician",
        "wl_accountant",
        "wl_ops",
        "ada",
        "tess",
        "pg_read_all_data",
        "pg_execute_server_program",
    ] {
        for sql in [
            format!("SET ROLE {role}; {lock}"),
            format!("SET LOCAL ROLE {role}; {lock}"),
            format!("SELECT set_config('role', '{role}', false); {lock}"),
            format!("SET SESSION AUTHORIZATION {role}; {lock}"),
            format!("SELECT set_config('session_authorization', '{role}', false); {lock}"),
            format!("BEGIN; SET LOCAL SESSION AUTHORIZATION {role}; {lock}"),
        ] {
            let sql = sql.replace("postgres", worklock::db::local::SUPERUSER);
            scene.attack(&[(
                role,
                &["tom", "acc", "olga"],
                &sql,
                &[NO_RIGHT, "22023", "42704"],
            )]);
        }
        let role = role.replace("postgres", worklock::db::local::SUPERUSER);
        let sql = format!("GRANT {role} TO tom");
        let expected: &[&str] = if role == "ada" || role == "tess" {
            &[NO_RIGHT]
        } else {
            &[NO_RIGHT, "0LP01"]
        };
        let who: &[&str] = if role == "ada" {
            &["tom", "tess", "acc", "olga", "abe"]
        } else {
            &["tom", "ada", "acc", "olga"]
        };
        scene.attack(&[(&role, who, &sql, expected)]);
    }
    for set in [
        "SUPERUSER",
        "CREATEROLE",
        "BYPASSRLS",
        "REPLICATION",
        "CREATEDB",
    ] {
        let own =
            format!("DO $$ BEGIN EXECUTE format('ALTER ROLE %I {set}', session_user); END $$");
        scene.attack(&[(set, ALL, &own, &[NO_RIGHT])]);
        scene.attack(&[(set, ALL, &format!("CREATE ROLE x {set}"), &[NO_RIGHT])]);
    }
    let (admin, me) = (worklock::db::local::SUPERUSER, "session_user");
    for sql in [
        "ALTER ROLE wl_owner LOGIN",
        "ALTER ROLE wl_admin LOGIN",
        "ALTER ROLE abe PASSWORD 'x'",
        "ALTER ROLE abe SET search_path = x",
        "ALTER ROLE ALL SET search_path = x",
        "ALTER ROLE abe RENAME TO x",
        "DROP ROLE abe",
        "DROP ROLE wl_ops",
        "CREATE ROLE x",
        "REVOKE wl_admin FROM abe",
        "REASSIGN OWNED BY wl_owner TO tom",
        "DROP OWNED BY wl_owner",
        "ALTER DEFAULT PRIVILEGES FOR ROLE wl_owner GRANT ALL ON TABLES TO PUBLIC",
    ] {
        let logins = if sql.contains("abe") {
            &["tom", "ada", "acc", "olga"][..]
        } else {
            ALL
        };
        scene.attack(&[(sql, logins, sql, &[NO_RIGHT])]);
    }
    for name in [
        "postgres",
        "wl_owner",
        "pg_monitor",
        "public",
        "wl_admin",
        "none",
    ] {
        let name = name.replace("postgres", admin);
        let sql = format!(
            "INSERT INTO wl.users (db_role, full_name, role) VALUES ('{name}', 'X', 'admin')"
        );
        scene.attack(&[(
            &name,
            ALL,
            &sql,
            &[
                NO_RIGHT,
                "user_login_powerful",
                "user_login_reserved",
                "users_db_role_check",
                "42939",
            ],
        )]);
    }
    let own = format!("UPDATE wl.users SET role = 'admin' WHERE db_role = {me}");
    scene.attack(&[
        (
            "promotion",
            &["tom", "tess", "acc", "olga"],
            &own,
            &[NO_RIGHT],
        ),
        (
            "first admin",
            ALL,
            "SELECT wl.add_first_admin('mallory', 'Mallory', 'UTC', 'x')",
            &[NO_RIGHT],
        ),
    ]);
}

#[test]
fn the_servers_switches_are_out_of_reach() {
    let scene = Scene::new();
    for sql in [
        "SET session_replication_role = replica",
        "SET LOCAL session_replication_role = replica",
        "SELECT set_config('session_replication_role', 'replica', false)",
        "ALTER ROLE tom SET session_replication_role = replica",
        "ALTER SYSTEM SET session_replication_role = replica",
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET session_replication_role = replica', current_database()); END $$",
        "DO $$ BEGIN EXECUTE format('ALTER ROLE %I SET session_replication_role = replica', session_user); END $$",
        "SET row_security = off; SELECT * FROM wl.audit_chains",
        "SET allow_system_table_mods = on",
        "SET zero_damaged_pages = on",
        "SET ignore_system_indexes = on; UPDATE pg_class SET relrowsecurity = false",
        "UPDATE pg_trigger SET tgenabled = 'D'",
        "DELETE FROM pg_policy",
        "UPDATE pg_authid SET rolsuper = true",
        "SELECT rolpassword FROM pg_authid",
        "SELECT * FROM pg_statistic",
        "SELECT pg_read_file('PG_VERSION')",
        "SELECT pg_ls_dir('.')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT pg_reload_conf()",
        "SELECT pg_switch_wal()",
        "SELECT pg_stat_reset()",
        "CHECKPOINT",
        "LOAD 'x'",
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "COPY (SELECT 1) TO '/tmp/wl-x'",
        "CREATE TEMP TABLE t (a text); COPY t FROM '/etc/passwd'",
        "CREATE TEMP TABLE t (a text); COPY t FROM PROGRAM 'id'",
        "CREATE EXTENSION pgcrypto",
        "CREATE EXTENSION dblink",
        "CREATE SCHEMA x",
        "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE c AS 'x', 'y'",
        "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE internal AS 'int4pl'",
        "CREATE EVENT TRIGGER x ON ddl_command_start EXECUTE FUNCTION wl.refuse_delete()",
        "CREATE PUBLICATION x FOR ALL TABLES",
        "SELECT pg_create_logical_replication_slot('x', 'pgoutput')",
        "CREATE CAST (text AS bigint) WITH INOUT AS IMPLICIT",
    ] {
        let expected = &[NO_RIGHT, "58P01", "0A000", "42P17", "55P02"];
        scene.attack(&[(sql, ALL, sql, expected)]);
    }
}

#[test]
fn the_schema_is_the_owners() {
    let scene = Scene::new();
    for table in ["time_entries", "audit_log", "users", "audit_chains"] {
        for sql in [
            "ALTER TABLE {} DISABLE TRIGGER ALL",
            "ALTER TABLE {} DISABLE TRIGGER USER",
            "ALTER TABLE {} DISABLE ROW LEVEL SECURITY",
            "ALTER TABLE {} OWNER TO tom",
            "ALTER TABLE {} ADD COLUMN x int",
            "ALTER TABLE {} SET SCHEMA public",
            "ALTER TABLE {} RENAME TO x",
            "CREATE INDEX ON {} ((1))",
            "CREATE RULE r AS ON UPDATE TO {} DO INSTEAD NOTHING",
            "CREATE STATISTICS s ON id, row_version FROM {}",
            "CREATE TRIGGER t BEFORE UPDATE ON {} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "DROP POLICY time_entries_read ON {}",
            "CREATE POLICY x ON {} USING (true)",
            "CREATE TEMP TABLE x () INHERITS ({})",
            "CREATE TEMP TABLE x (a bigint REFERENCES {})",
            "COMMENT ON TABLE {} IS 'x'",
            "REINDEX TABLE {}",
            "CLUSTER {}",
            "BEGIN; LOCK TABLE {} IN ACCESS EXCLUSIVE MODE",
            "BEGIN; LOCK TABLE {} IN SHARE MODE",
            "BEGIN; LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE",
        ] {
            let sql = sql.replace("{}", &format!("wl.{table}"));
            let refused = &[NO_RIGHT, "42P16", "42704"];
            scene.attack(&[(table, ALL, &sql, refused)]);
        }
        for sql in [
            "GRANT ALL ON wl.T TO PUBLIC",
            "GRANT SELECT ON wl.T TO tess",
            "REVOKE ALL ON wl.T FROM wl_admin",
            "ANALYZE wl.T",
            "VACUUM wl.T",
        ] {
            let sql = sql.replace("wl.T", &format!("wl.{table}"));
            scene.attack(&[(table, ALL, &sql, &[NO_RIGHT, HARMLESS])]);
        }
    }
    for sql in [
        "CREATE TABLE wl.x (a int)", "CREATE VIEW wl.x AS SELECT 1", "CREATE FUNCTION wl.x() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE TABLE public.x (a int)", "CREATE VIEW public.x AS SELECT 1", "CREATE FUNCTION public.x() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OPERATOR public.= (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = int8ne)", "CREATE TYPE public.x AS (a int)",
        "CREATE OR REPLACE FUNCTION wl.current_user_id() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'", "DROP FUNCTION wl.current_user_id()",
        "ALTER FUNCTION wl.current_user_id() SET search_path = public", "ALTER FUNCTION wl.current_user_id() SECURITY INVOKER", "DROP SCHEMA wl CASCADE",
        "ALTER SCHEMA wl OWNER TO tom", "ALTER SCHEMA wl RENAME TO x", "DROP EXTENSION btree_gist CASCADE",
        "ALTER SEQUENCE wl.time_entries_id_seq RESTART", "SELECT nextval('wl.time_entries_id_seq')", "SELECT setval('wl.audit_log_id_seq', 1)",
        "SELECT last_value FROM wl.audit_log_id_seq", "SELECT currval('wl.time_entries_id_seq')",
        "SELECT wl.refuse('x', 'y')", "SELECT * FROM wl.actor()", "SELECT * FROM wl.current_user_row()", "SELECT wl.may_write('admin')", "SELECT wl.refuse_actor()",
        "SELECT wl.has_substance('x')", "SELECT wl.check_target(1, 1)", "SELECT wl.find_target('WO-1', 1)",
        "SELECT wl.next_order_statuses('billed')", "SELECT wl.check_user(1)", "SELECT wl.refuse_future(now(), now())",
        "SELECT wl.shell_word('x')", "SELECT wl.counted(1, 'x', 'y')", "SELECT wl.clock(1)",
        "SELECT wl.guard_approval(NULL, NULL, NULL)", "SELECT wl.guard_unlock(NULL, NULL, NULL)",
        "SELECT wl.guard_removal(NULL, NULL)", "SELECT wl.guard_edit(NULL, NULL, NULL)", "SELECT wl.action_of('user', '{}', '{}')",
        "SELECT wl.audit_payload(NULL)", "SELECT wl.entry_image(NULL)", "SELECT wl.user_image(NULL)",
        "SELECT wl.guard_time_entry()", "SELECT wl.stamp_audit()", "SELECT wl.require_audit_record()", "SELECT wl.sync_login()", "SELECT wl.refuse_delete()",
        "CREATE TEMP TABLE t (id bigint, row_version bigint); CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION wl.require_audit_record('user')",
        "CREATE TEMP TABLE users (id bigint, db_role name, role text, deleted_at timestamptz); CREATE TRIGGER x AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION wl.sync_login();
         INSERT INTO users VALUES (3, 'tom', 'admin')",
        "CREATE TEMP TABLE x (LIKE wl.audit_log); CREATE TRIGGER x BEFORE INSERT ON x FOR EACH ROW EXECUTE FUNCTION wl.stamp_audit()",
    ] {
        scene.attack(&[(sql, ALL, sql, &[NO_RIGHT, "0A000"])]);
    }
}

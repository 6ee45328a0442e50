//! Names of ours that an attacker makes in a place where they are found first.

use super::{HARMLESS, NO_RIGHT, Scene, change_entry, recorded};
use crate::support::Db;

const SHADOWS: &str = "
    CREATE TEMP TABLE users AS SELECT 3::bigint AS id, session_user AS db_role, 'admin'::text AS role, NULL::timestamptz AS deleted_at;
    CREATE TEMP TABLE settings AS SELECT 'two_pairs_of_eyes'::text AS name, 'off'::text AS value;
    CREATE TEMP TABLE time_entries AS SELECT 1 AS id;
    CREATE TEMP TABLE pg_roles AS SELECT session_user AS rolname;
    CREATE DOMAIN pg_temp.bigint AS text;
    CREATE DOMAIN pg_temp.jsonb AS text;
    CREATE FUNCTION pg_temp.has_substance(text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
    CREATE FUNCTION pg_temp.me() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
    CREATE FUNCTION pg_temp.refuse(text, text) RETURNS void LANGUAGE sql AS '';
    CREATE FUNCTION pg_temp.pg_has_role(name, name, text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
    CREATE FUNCTION pg_temp.current_setting(text) RETURNS text LANGUAGE sql AS $$SELECT 'read committed'$$;
    CREATE FUNCTION pg_temp.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS $$SELECT '2999-01-01'::timestamptz$$;
    CREATE FUNCTION pg_temp.length(text) RETURNS int LANGUAGE sql AS 'SELECT 9';
    CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$SELECT ''::bytea$$;
    CREATE FUNCTION pg_temp.no(bigint, bigint) RETURNS boolean LANGUAGE sql AS 'SELECT false';
    CREATE FUNCTION pg_temp.yes(name, name) RETURNS boolean LANGUAGE sql AS 'SELECT true';
    CREATE FUNCTION pg_temp.differ(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT false';
    CREATE OPERATOR pg_temp.<> (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = pg_temp.no);
    CREATE OPERATOR pg_temp.= (LEFTARG = name, RIGHTARG = name, FUNCTION = pg_temp.yes);
    CREATE OPERATOR pg_temp.<> (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_temp.differ);
    CREATE OPERATOR pg_temp.= (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_temp.differ);";

#[test]
fn names_in_front_of_ours_change_nothing() {
    let scene = Scene::new();
    let update = |set: &str, name: &str| {
        format!("UPDATE wl.time_entries SET {set} WHERE id OPERATOR(pg_catalog.=) {{{name}}}")
    };
    let bill = |entry: &str, version: &str| {
        format!(
            "INSERT INTO wl.bills (until, entry_ids, entry_versions) VALUES (current_date, ARRAY[{entry}], {version})"
        )
    };
    for path in [
        "pg_temp, pg_catalog, wl",
        "pg_temp, wl, public",
        "pg_catalog, pg_temp",
    ] {
        let with = |sql: &str| format!("{SHADOWS} SET search_path = {path}; {sql}");
        for (login, sql, rule) in [
            ("ada", update("status = 'OPEN', edited_reason = ' '", "tom_locked"), "reason_required"),
            ("ada", update("status = 'LOCKED'", "ada_open"), "approve_own"),
            ("tom", update("note = 'x'", "tom_locked"), "entry_locked"),
            ("tom", update("note = 'x'", "tom_open"), "audit_missing"),
            ("tom", update("end_ts = pg_catalog.now() + '1 day'", "tom_open"), "future_time"),
            ("tom", update("deleted_at = NULL", "billed_removed"), "order_billed"),
            ("tom", update("status = 'LOCKED'", "tom_open"), NO_RIGHT),
            ("tom", update("note = 'x'", "tess_open"), HARMLESS),
            ("acc", update("note = 'x'", "tess_open"), NO_RIGHT),
            (
                "ada",
                "UPDATE wl.work_orders SET title = 'x' WHERE number OPERATOR(pg_catalog.=) 'BILLED'".to_owned(),
                "order_billed",
            ),
            ("acc", bill("{tom_open}", "ARRAY[1]"), "entry_open"),
            ("acc", bill("{tom_locked}", "ARRAY[9]"), "bill_changed"),
            ("acc", bill("{billed_locked}", "ARRAY[2]"), "entry_billed"),
            ("acc", bill("{tom_locked}", "ARRAY[2]"), "audit_missing"),
            (
                "acc",
                "UPDATE wl.bills SET cancel_reason = ' '".to_owned(),
                "reason_required",
            ),
        ] {
            scene.attack(&[(path, &[login], &with(&sql), &[rule])]);
        }
        let wrong = with(&change_entry("tom_open", "note = 'x'", "entry.remove"));
        scene.attack(&[(path, &["tom"], &wrong, &["audit_action"])]);
        let own =
            with("SELECT count(*) FROM wl.time_entries WHERE user_id OPERATOR(pg_catalog.=) 4");
        let seen = scene.db.sql("tom", &scene.fill(&own)).expect("rows");
        assert_eq!(seen.lines().last(), Some("0"), "{path}");
    }
}

#[test]
fn a_lawful_change_under_shadows_is_stamped_truly() {
    let scene = Scene::new();
    let sql = format!(
        "{SHADOWS} SET search_path = pg_temp, pg_catalog, wl; SET standard_conforming_strings = off;
         SET \"TimeZone\" = 'Asia/Kathmandu'; SET DateStyle = 'SQL, DMY'; SET bytea_output = 'escape';
         SET extra_float_digits = -15; SET IntervalStyle = 'sql_standard'; SET plpgsql.extra_errors = 'none'; {}",
        change_entry("tom_open", "note = 'lawful'", "entry.edit")
    );
    scene.db.sql("tom", &scene.fill(&sql)).expect("lawful");
    let last = "SELECT actor_login || ' ' || action FROM wl.audit_log ORDER BY id DESC LIMIT 1";
    assert_eq!(scene.db.query(last), "tom entry.edit");
    scene.db.assert_whole();
}

/// The hash of the lines depends on no setting of the session.
#[test]
fn a_lawful_bill_under_shadows_is_hashed_truly() {
    let scene = Scene::new();
    let sql = format!(
        "{SHADOWS} SET search_path = pg_temp, pg_catalog, wl; SET standard_conforming_strings = off;
         SET \"TimeZone\" = 'Asia/Kathmandu'; SET DateStyle = 'SQL, DMY'; SET bytea_output = 'escape';
         SET extra_float_digits = -15; SET IntervalStyle = 'sql_standard'; SET plpgsql.extra_errors = 'none'; {}",
        recorded(
            "INSERT INTO wl.bills (until, entry_ids, entry_versions)
             VALUES ((now() AT TIME ZONE 'UTC')::date, ARRAY[{tom_locked}, {tess_locked}], ARRAY[2, 2])",
            "bill",
            "2",
            "bill.add"
        )
    );
    scene.db.sql("acc", &scene.fill(&sql)).expect("lawful");
    let last = "SELECT actor_login || ' ' || action FROM wl.audit_log ORDER BY id DESC LIMIT 1";
    assert_eq!(scene.db.query(last), "acc bill.add");
    scene.db.assert_whole();
}

#[test]
fn change_and_record_in_one_statement_are_one_change() {
    let scene = Scene::new();
    let sql = "WITH c AS (UPDATE wl.time_entries SET note = 'both' WHERE id IN ({tom_open}, {ready_open}) RETURNING id)
        INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) SELECT 'time_entry', id, 'entry.edit', 'x' FROM c";
    scene.db.sql("tom", &scene.fill(sql)).expect("lawful");
    scene.db.assert_whole();
}

#[test]
fn options_of_the_connection_give_nothing() {
    let scene = Scene::new();
    let connect = |db: &Db, options: &str, sql: &str| db.sql_with(options, "tom", &scene.fill(sql));
    for options in [
        "-crole=wl_admin",
        "-csession_authorization=ada",
        "-csession_replication_role=replica",
        "-cis_superuser=on",
        "-clocal_preload_libraries=x",
    ] {
        let refused = connect(&scene.db, options, "SELECT 1").expect_err("refused");
        assert!(refused.text.contains("FATAL"), "{options}: {refused:?}");
    }
    for options in [
        "-csearch_path=pg_temp,public,wl",
        "-crow_security=off",
        "-cdefault_transaction_isolation=serializable",
    ] {
        let before = scene.state();
        let change = "UPDATE wl.time_entries SET note = 'x' WHERE id = {tom_locked}";
        let refused = connect(&scene.db, options, change).expect_err("refused");
        let rules = ["entry_locked", "isolation_level"];
        assert!(
            rules.contains(&refused.rule.as_str()) || refused.state == NO_RIGHT,
            "{refused:?}"
        );
        assert_eq!(scene.state(), before);
    }
}

//! Other people's rows, and notes that ops may not read, by any path.

use crate::support::Db;

use super::Scene;

const LEAKY: &str =
    "CREATE FUNCTION pg_temp.tell(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS
    $$BEGIN RAISE EXCEPTION 'told: %', $1; END$$;";

#[test]
fn nobody_reads_what_is_not_theirs() {
    let scene = Scene::new();
    // as a table with many rows would have them
    scene.db.query("ANALYZE");
    let before = scene.state();
    for sql in [
        "SELECT * FROM wl.time_entries",
        "SELECT note FROM wl.time_entries",
        "SELECT e FROM wl.time_entries e",
        "SELECT e.* FROM wl.time_entries e",
        "SELECT to_jsonb(e) FROM wl.time_entries e",
        "SELECT row_to_json(e) FROM wl.time_entries e",
        "SELECT e::text FROM wl.time_entries e",
        "SELECT count(e) FROM wl.time_entries e WHERE e::text ~ 'secret'",
        "SELECT max(note) FROM wl.time_entries",
        "SELECT id FROM wl.time_entries ORDER BY note",
        "SELECT id FROM wl.time_entries WHERE note > 'a'",
        "SELECT id FROM wl.time_entries GROUP BY id, note",
        "SELECT id FROM wl.time_entries WHERE note::int > 1",
        "SELECT note::int FROM wl.time_entries",
        "SELECT (note || 'x')::date FROM wl.time_entries",
        "SELECT 1 / length(note) FROM wl.time_entries",
        "SELECT pg_temp.tell(note) FROM wl.time_entries",
        "SELECT id FROM wl.time_entries WHERE pg_temp.tell(note)",
        "SELECT id FROM wl.time_entries e WHERE pg_temp.tell(e::text)",
        "EXPLAIN (ANALYZE, VERBOSE) SELECT note FROM wl.time_entries WHERE pg_temp.tell(note)",
        "SELECT note FROM wl.audit_log",
        "SELECT a FROM wl.audit_log a",
        "SELECT to_jsonb(a) FROM wl.audit_log a",
        "SELECT id FROM wl.audit_log WHERE pg_temp.tell(note)",
        "COPY wl.time_entries TO STDOUT",
        "COPY wl.time_entries (note) TO STDOUT",
        "COPY (SELECT note FROM wl.time_entries) TO STDOUT",
        "COPY wl.audit_log TO STDOUT",
        "TABLE wl.audit_log",
        "CREATE TEMP VIEW v AS SELECT * FROM wl.time_entries; SELECT * FROM v WHERE pg_temp.tell(note)",
        "CREATE TEMP VIEW v WITH (security_barrier = off) AS SELECT note FROM wl.time_entries; SELECT * FROM v",
        "CREATE TEMP TABLE t AS SELECT * FROM wl.time_entries; SELECT * FROM t",
        "CREATE FUNCTION pg_temp.f() RETURNS SETOF wl.time_entries LANGUAGE sql SECURITY DEFINER AS 'SELECT * FROM wl.time_entries'; SELECT * FROM pg_temp.f()",
        "SELECT e.note FROM wl.users u JOIN wl.time_entries e USING (id) FULL JOIN wl.line_items l USING (id)",
        "SELECT (SELECT e.note FROM wl.time_entries e WHERE e.user_id = u.id LIMIT 1) FROM wl.users u",
        "SELECT * FROM pg_stats WHERE schemaname = 'wl' AND tablename = 'time_entries' AND attname = 'note'",
        "SELECT most_common_vals, histogram_bounds FROM pg_stats WHERE schemaname = 'wl'",
        "EXPLAIN SELECT note FROM wl.time_entries WHERE note > 'a'",
        "EXPLAIN (ANALYZE, VERBOSE, BUFFERS) SELECT * FROM wl.time_entries WHERE note ~ 'secret' ORDER BY note",
        "EXPLAIN (ANALYZE, FORMAT JSON) SELECT * FROM wl.audit_log WHERE note > 'a' AND reason > 'a'",
        "SELECT * FROM pg_stats_ext",
        "LISTEN wl; NOTIFY wl, 'x'; SELECT * FROM pg_notification_queue_usage()",
        "SELECT query FROM pg_stat_activity",
        "SELECT stavalues1 FROM pg_statistic",
        "SELECT wl.entry_image(e) FROM wl.time_entries e",
        "SELECT e.entry_image FROM wl.time_entries e",
        "SELECT * FROM wl.audit_mismatches(false)",
        "SELECT * FROM wl.audit_proof",
        "SELECT p.note FROM wl.audit_proof p",
        "SELECT id FROM wl.audit_proof p WHERE pg_temp.tell(p::text)",
        "SELECT id FROM wl.audit_proof p WHERE pg_temp.tell(encode(note_sha256, 'escape')) AND pg_temp.tell(other_note::text)",
        "EXPLAIN (ANALYZE, VERBOSE) SELECT note_sha256, other_note FROM wl.audit_proof",
        "SELECT reason, after FROM wl.audit_log",
        "SELECT wl.lock_user(4)",
        "SELECT wl.lock_timer(4, 'WO-1', 1)",
        "SELECT wl.lock_timer(NULL, NULL, NULL)",
        "SELECT query_to_xml('SELECT * FROM wl.time_entries', true, false, '')",
        "SELECT table_to_xml('wl.time_entries', true, false, '')",
        "SELECT schema_to_xml('wl', true, false, '')",
        "SELECT ts_stat('SELECT to_tsvector(note) FROM wl.time_entries')",
        "SELECT * FROM wl.time_entries TABLESAMPLE SYSTEM (100)",
        "DECLARE c CURSOR WITH HOLD FOR SELECT note FROM wl.time_entries; FETCH ALL c",
        "UPDATE wl.time_entries SET note = note RETURNING note",
        "SELECT note FROM ONLY wl.time_entries FOR UPDATE",
        "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts)
            SELECT 4, 1, 1, start_ts, end_ts FROM wl.time_entries RETURNING note",
        "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts)
            VALUES (4, 1, 1, now() - interval '70 h', now() - interval '1 h') RETURNING note",
    ] {
        for (login, hidden) in [
            ("tom", "tess-secret"),
            ("tess", "tom-secret"),
            ("olga", "-secret"),
        ] {
            let answer = match scene.db.sql(login, &format!("{LEAKY} {sql}")) {
                Ok(rows) => rows,
                Err(refusal) => refusal.text,
            };
            // the statement itself may be quoted, but it names no secret
            assert!(!answer.contains(hidden), "{login}: {sql}\n{answer}");
        }
    }
    assert_eq!(scene.state(), before);
    for (login, sql, expected) in [
        ("tom", "SELECT DISTINCT user_id FROM wl.time_entries", "3"),
        // of the trail: what they did, and what was done to their time
        (
            "tom",
            "SELECT count(*) FROM wl.audit_log a WHERE a.actor_id <> 3
               AND (a.entity_type <> 'time_entry' OR (a.after ->> 'user_id')::bigint <> 3)",
            "0",
        ),
        (
            "tess",
            "SELECT count(*) FROM wl.audit_log a WHERE a.actor_id <> 4
               AND (a.entity_type <> 'time_entry' OR (a.after ->> 'user_id')::bigint <> 4)",
            "0",
        ),
        (
            "tess",
            "SELECT string_agg(DISTINCT a.action, ' ') FROM wl.audit_log a WHERE a.actor_id <> 4",
            "entry.add entry.approve entry.edit",
        ),
        ("tess", "SELECT DISTINCT user_id FROM wl.time_entries", "4"),
        ("olga", "SELECT count(*) FROM wl.audit_chains", ""),
    ] {
        let rows = scene.db.sql(login, sql).unwrap_or_default();
        assert_eq!(rows, expected, "{login}: {sql}");
    }
}

#[test]
fn leaky_functions_see_only_rows_that_may_be_read() {
    let scene = Scene::new();
    let spy = "CREATE TEMP TABLE told (words text);
        CREATE FUNCTION pg_temp.tell(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS
        $$BEGIN INSERT INTO told VALUES ($1); RETURN true; END$$;
        SELECT count(*) FROM wl.time_entries WHERE pg_temp.tell(note) AND user_id <> 0;
        SELECT count(*) FROM wl.audit_log WHERE pg_temp.tell(note) AND actor_id <> 0;
        SELECT 'told: ' || coalesce(words, '') FROM told";
    let told = scene.db.sql("tom", spy).expect("rows");
    assert!(
        told.contains("tom-secret") && !told.contains("tess-secret"),
        "{told}"
    );
}

/// The planner may use statistics of rows that the reader must not see: there
/// are none of words, so that its estimates tell nothing about them.
#[test]
fn estimates_and_statistics_tell_no_words() {
    let scene = Scene::new();
    scene.db.query(
        "SET session_replication_role = replica; UPDATE wl.time_entries SET note = 'tess-secret', edited_reason = 'tess-secret'
            WHERE user_id = 4; UPDATE wl.audit_log SET note = 'tess-secret', reason = 'tess-secret' WHERE actor_id = 4; ANALYZE",
    );
    let estimate = |login: &str, table: &str, column: &str, word: &str| {
        let sql =
            format!("EXPLAIN (FORMAT JSON) SELECT 1 FROM wl.{table} WHERE {column} = '{word}'");
        let plan = scene.db.sql(login, &sql).unwrap_or_default();
        plan.replace(word, "")
    };
    for (table, columns) in [
        ("time_entries", ["note", "edited_reason"]),
        ("audit_log", ["note", "reason"]),
    ] {
        for column in columns {
            let [common, never] =
                ["tess-secret", "never said"].map(|word| estimate("tom", table, column, word));
            assert!(common.contains("Plan Rows"), "{common}");
            assert_eq!(common, never, "{table}.{column}");
        }
    }
    // everybody may know which schema this is
    let shown = "SELECT count(*) FROM pg_stats WHERE schemaname = 'wl' AND tablename !~ '^__|^schema_version$'";
    for login in super::ALL {
        let rows = scene.db.sql(login, shown).expect("a count");
        assert_eq!(rows, "0", "{login}");
    }
}

/// The trail's guard reads every row: it must not tell what it read.
#[test]
fn a_technician_hears_nothing_of_others_rows_from_the_trail() {
    let db = Db::new();
    let (other, order) = (db.locked_entry("tess", 9), 1);
    let nowhere = 999_999;
    for action in [
        "timer.start",
        "entry.add",
        "entry.edit",
        "entry.approve",
        "entry.unlock",
    ] {
        for id in [other, nowhere] {
            let sql = format!(
                "INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id) VALUES ('time_entry', {id}, '{action}', 'a guess', 'x')"
            );
            let heard = db.sql("tom", &sql).expect_err("not theirs");
            assert_eq!(heard.rule, "audit_without_change", "{action} {id}");
        }
    }
    let sql = format!(
        "INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES ('work_order', {order}, 'order.add', 'x')"
    );
    let heard = db.sql("tom", &sql).expect_err("not theirs");
    assert_eq!(heard.rule, "audit_without_change");
}

//! R4: a LOCKED entry does not change, save by an unlock with a reason.

use crate::support::{Db, NO_RIGHT, audited_because};

/// What no eye can read and no reason is.
const BLANKS: [&str; 6] = [
    "",
    " \t\n ",
    "\u{a0}\u{a0}\u{a0}\u{a0}",
    "\u{200b}\u{200b}\u{200d}\u{feff}",
    "\u{3164}\u{3164}\u{3164}\u{ffa0}",
    "...---!!!",
];

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[test]
fn r4_wl_changes_nothing_of_a_locked_entry() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5).to_string();
    for login in ["tom", "ada"] {
        for change in [
            &["edit", &id, "--start", "6h ago", "--reason", "because"][..],
            &["edit", &id, "--end", "1h ago", "--reason", "because"],
            &["edit", &id, "--note", "other", "--reason", "because"],
            &["edit", &id, "--line", "WO-1/2", "--reason", "because"],
            &["remove", &id, "--reason", "because"],
        ] {
            db.wl_refused(login, &[&["entry"], change].concat(), 1, "entry_locked");
        }
        db.wl_refused(
            login,
            &["entry", "restore", &id, "--reason", "because"],
            1,
            "entry_live",
        );
    }
}

#[test]
fn r4_sql_changes_no_column_of_a_locked_entry() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    let columns = db.query(
        "SELECT attname || ' ' || coalesce(nullif(typbasetype, 0), atttypid)::regtype
         FROM pg_attribute JOIN pg_type t ON t.oid = atttypid
         WHERE attrelid = 'wl.time_entries'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
    );
    assert!(columns.lines().count() >= 20, "{columns}");
    let writable = "work_order_id line_item_id start_ts end_ts note edited_reason deleted_at";
    for column in columns.lines() {
        let (column, kind) = column.split_once(' ').expect("a type");
        let value = match kind {
            "bigint" => "2",
            "integer" => "7",
            "boolean" => "true",
            "timestamp with time zone" => "now() - interval '1 minute'",
            "text" if column == "status" => "'OPEN'",
            "text" => "'changed'",
            "bigint[]" => "'{}'",
            "uuid" => "gen_random_uuid()",
            "bytea" => "'x'",
            other => panic!("a value for the type {other}"),
        };
        for login in ["tom", "ada"] {
            let rule = if column == "status" && login == "ada" {
                "reason_required"
            } else if writable.contains(column) || (column == "long_accepted" && login == "ada") {
                "entry_locked"
            } else {
                NO_RIGHT
            };
            db.sql_refused(
                login,
                &format!("UPDATE wl.time_entries SET {column} = {value} WHERE id = {id}"),
                &[rule, "428C9"],
            );
        }
        for login in ["acc", "olga"] {
            db.sql_refused(
                login,
                &format!("UPDATE wl.time_entries SET {column} = {value} WHERE id = {id}"),
                &[NO_RIGHT, "428C9"],
            );
        }
        // the superuser is nobody's user: no trigger lets it by
        db.sql_refused(
            worklock::db::local::SUPERUSER,
            &format!("UPDATE wl.time_entries SET {column} = {value} WHERE id = {id}"),
            &["not_a_user", "428C9"],
        );
    }
    // somebody else's time is not even seen
    let missed = format!("UPDATE wl.time_entries SET note = 'x' WHERE id = {id} RETURNING id");
    assert_eq!(db.sql("tess", &missed).expect("no row"), "");
}

#[test]
fn r4_no_other_statement_gets_around_it() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    let source = format!("USING (SELECT {id}::bigint AS id) s ON t.id = s.id WHEN MATCHED THEN");
    for login in ["tom", "ada"] {
        for (sql, rule) in [
            (format!("MERGE INTO wl.time_entries t {source} UPDATE SET note = 'x'"), "entry_locked"),
            (format!("MERGE INTO wl.time_entries t {source} UPDATE SET deleted_at = now()"), "entry_locked"),
            (format!("MERGE INTO wl.time_entries t {source} DELETE"), NO_RIGHT),
            (format!("WITH u AS (UPDATE wl.time_entries SET end_ts = now() WHERE id = {id} RETURNING *) SELECT * FROM u"), "entry_locked"),
            (
                format!("INSERT INTO wl.time_entries (id, user_id, work_order_id, line_item_id, start_ts)
                    OVERRIDING SYSTEM VALUE SELECT id, user_id, work_order_id, line_item_id, start_ts FROM wl.time_entries WHERE id = {id}
                    ON CONFLICT (id) DO UPDATE SET note = 'x'"),
                NO_RIGHT,
            ),
            (
                format!("INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts)
                    SELECT user_id, work_order_id, line_item_id, start_ts, end_ts FROM wl.time_entries WHERE id = {id}
                    ON CONFLICT ON CONSTRAINT time_entries_no_overlap DO UPDATE SET note = 'x'"),
                "42809",
            ),
            (format!("SELECT * FROM wl.time_entries WHERE id = {id} FOR UPDATE; DELETE FROM wl.time_entries WHERE id = {id}"), NO_RIGHT),
        ] {
            db.sql_refused(login, &sql, &[rule]);
        }
    }
    // nothing new can sit on its time either, nor hide behind DO NOTHING
    let again = format!(
        "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts)
         SELECT user_id, work_order_id, line_item_id, start_ts, end_ts FROM wl.time_entries WHERE id = {id}
         ON CONFLICT DO NOTHING RETURNING id"
    );
    let before = db.checksum();
    assert_eq!(db.sql("tom", &again).expect("nothing to do"), "");
    assert_eq!(db.checksum(), before);
}

#[test]
fn r4_an_unlock_takes_an_admin_and_a_reason() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    let text = id.to_string();
    db.wl_refused(
        "tom",
        &["unlock", &text, "--reason", "mine, really"],
        77,
        "no_permission",
    );
    for login in ["acc", "olga"] {
        db.wl_refused(
            login,
            &["unlock", &text, "--reason", "mine, really"],
            77,
            "no_permission",
        );
    }
    assert_eq!(db.wl("ada", &["unlock", &text]).code, 2);
    for blank in BLANKS {
        db.wl_refused(
            "ada",
            &["unlock", &text, "--reason", blank],
            1,
            "reason_required",
        );
        let reason = quoted(blank);
        db.sql_refused(
            "ada",
            &format!("UPDATE wl.time_entries SET status = 'OPEN', edited_reason = {reason} WHERE id = {id}"),
            &["reason_required"],
        );
    }
    let unlock = format!(
        "UPDATE wl.time_entries SET status = 'OPEN', edited_reason = 'typo' WHERE id = {id}"
    );
    db.sql_refused("tom", &unlock, &[NO_RIGHT]);
    // the entry's own reason does not do for the record's
    let silent = audited_because(&unlock, "time_entry", id, "entry.unlock", "NULL");
    db.sql_refused("ada", &silent, &["audit_reason"]);

    db.ok("ada", &["unlock", &text, "--reason", "wrong line item"]);
    assert_eq!(
        db.entry_column(
            id,
            "concat_ws(' ', status, edited_reason, approved_by, approved_at, approvals,
            edited_by = (SELECT id FROM wl.users WHERE db_role = 'ada'), edited_at > created_at)"
        ),
        "OPEN wrong line item 1 t t"
    );
    assert_eq!(
        db.last_record("time_entry", id),
        "entry.unlock ada wrong line item"
    );
    db.wl_refused(
        "ada",
        &["unlock", &text, "--reason", "once more"],
        1,
        "entry_open",
    );
    db.assert_whole();
}

#[test]
fn r4_an_unlock_changes_nothing_else() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    for more in [
        "end_ts = end_ts - interval '1 minute'",
        "start_ts = start_ts + interval '1 minute'",
        "note = 'x'",
        "deleted_at = now()",
        "line_item_id = line_item_id + 1",
    ] {
        db.sql_refused(
            "ada",
            &format!("UPDATE wl.time_entries SET status = 'OPEN', edited_reason = 'typo', {more} WHERE id = {id}"),
            &["entry_locked"],
        );
    }
    db.sql_refused(
        "ada",
        &format!(
            "UPDATE wl.time_entries SET status = 'FREE', edited_reason = 'typo' WHERE id = {id}"
        ),
        &["time_entries_status_check", "reason_required"],
    );
    // an unlock that claims a longer acceptance does not keep it
    let unlock = format!(
        "UPDATE wl.time_entries SET status = 'OPEN', long_accepted = true, edited_reason = 'typo' WHERE id = {id}"
    );
    db.sql(
        "ada",
        &audited_because(&unlock, "time_entry", id, "entry.unlock", "'typo'"),
    )
    .expect("an unlock");
    assert_eq!(db.entry_column(id, "long_accepted"), "f");
}

#[test]
fn r4_after_an_unlock_every_change_says_why() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    let text = id.to_string();
    db.ok("ada", &["unlock", &text, "--reason", "wrong end"]);
    db.wl_refused(
        "tom",
        &["entry", "edit", &text, "--end", "270m ago"],
        2,
        "reason_required",
    );
    db.wl_refused("tom", &["entry", "remove", &text], 2, "reason_required");
    let edit =
        format!("UPDATE wl.time_entries SET note = 'x', edited_reason = NULL WHERE id = {id}");
    db.sql_refused("tom", &edit, &["reason_required"]);
    let hide = format!("UPDATE wl.time_entries SET deleted_at = now() WHERE id = {id}");
    db.sql_refused(
        "tom",
        &audited_because(&hide, "time_entry", id, "entry.remove", "NULL"),
        &["reason_required"],
    );
    db.ok(
        "tom",
        &[
            "entry",
            "edit",
            &text,
            "--end",
            "270m ago",
            "--reason",
            "left early",
        ],
    );
    assert_eq!(
        db.last_record("time_entry", id),
        "entry.edit tom left early"
    );
    db.ok("ada", &["approve", "--entry", &text, "--yes"]);
    assert_eq!(db.entry_column(id, "status || approvals"), "LOCKED2");
    db.assert_whole();
}

#[test]
fn r4_several_entries_are_unlocked_together_or_not_at_all() {
    let db = Db::new();
    let (first, second) = (db.locked_entry("tom", 5), db.locked_entry("tess", 5));
    let open = db.entry("tom", 9);
    let ids = [first, second, open].map(|id| id.to_string());
    let [first_id, second_id, open_id] = ids.each_ref().map(String::as_str);
    fn unlock<'a>(ids: &[&'a str]) -> Vec<&'a str> {
        [&["unlock"], ids, &["--reason", "wrong customer"]].concat()
    }
    let before = db.checksum();
    // one of them is open, does not exist, or is on a bill
    db.wl_refused(
        "ada",
        &unlock(&[first_id, open_id, second_id]),
        1,
        "entry_open",
    );
    db.wl_refused("ada", &unlock(&[first_id, "999"]), 66, "not_found");
    db.wl_refused("ada", &unlock(&[]), 2, "usage");
    assert_eq!(db.checksum(), before);
    // each once, in one operation
    let outcome = db.ok("ada", &unlock(&[second_id, first_id, second_id]));
    for id in [first_id, second_id] {
        assert!(
            outcome.stderr.contains(&format!("Unlocked entry {id} ")),
            "{outcome:?}"
        );
    }
    assert_eq!(
        db.query(
            "SELECT count(*) || ' ' || count(DISTINCT op_id) || ' ' || string_agg(DISTINCT reason, '')
             FROM wl.audit_log WHERE action = 'entry.unlock'"
        ),
        "2 1 wrong customer"
    );
    db.approve_entry("ada", first);
    let bill = db.bill("acc", &["WO-1"]);
    db.approve_entry("ada", second);
    let before = db.checksum();
    let error = db.refused("ada", &unlock(&[second_id, first_id]));
    assert_eq!(error["kind"], "entry_billed", "{error}");
    assert!(
        error["message"]
            .as_str()
            .is_some_and(|text| text.contains(&format!("entry {first_id} is on bill {bill}"))),
        "{error}"
    );
    assert_eq!(db.checksum(), before);
}

//! R1 to R3: one timer, no overlap, no impossible times; through `wl` and
//! through plain SQL as everybody who may write time.

use crate::support::{Db, NO_RIGHT, audited, audited_because, insert_time};

const SECOND_TIMER: [&str; 2] = [
    "time_entries_one_active_timer_per_user",
    "time_entries_no_overlap",
];

/// Each statement is refused by the rule, as the user's own and as an admin's.
fn refused_for_writers(db: &Db, sql: &str, rules: &[&str]) {
    for login in ["tom", "ada"] {
        db.sql_refused(login, sql, rules);
    }
}

#[test]
fn r1_a_timer_that_runs_is_not_joined_by_another() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "now");
    db.wl_refused(
        "tom",
        &["timer", "start", "WO-1/2", "--no-switch"],
        1,
        "timer_running",
    );
    refused_for_writers(
        &db,
        &insert_time("tom", "WO-1", 2, "now()", "NULL"),
        &SECOND_TIMER,
    );
    // an end taken away again would make a second timer of an old entry
    db.stop_timer("tom");
    let id = db.entry("tom", 5);
    db.start_timer("tom", "WO-1/2", "now");
    refused_for_writers(
        &db,
        &format!(
            "UPDATE wl.time_entries SET end_ts = NULL, edited_reason = 'again' WHERE id = {id}"
        ),
        &["entry_reopened"],
    );
    for login in ["acc", "olga"] {
        db.sql_refused(
            login,
            &insert_time("tom", "WO-1", 2, "now()", "NULL"),
            &[NO_RIGHT],
        );
    }
}

#[test]
fn r1_the_index_is_the_one_that_was_ordered() {
    let db = Db::new();
    let index =
        db.query("SELECT pg_get_indexdef('wl.time_entries_one_active_timer_per_user'::regclass)");
    assert_eq!(
        index,
        "CREATE UNIQUE INDEX time_entries_one_active_timer_per_user ON wl.time_entries USING btree (user_id) \
         WHERE ((end_ts IS NULL) AND (deleted_at IS NULL))"
    );
}

#[test]
fn r1_a_removed_timer_is_not_restored_beside_a_running_one() {
    let db = Db::new();
    let started = db.json("tom", &["timer", "start", "WO-1/1"]);
    let id = started["started"]["id"].to_string();
    db.ok("tom", &["entry", "remove", &id]);
    db.start_timer("tom", "WO-1/2", "now");
    db.wl_refused(
        "tom",
        &["entry", "restore", &id],
        1,
        "time_entries_no_overlap",
    );
    refused_for_writers(
        &db,
        &format!("UPDATE wl.time_entries SET deleted_at = NULL WHERE id = {id}"),
        &SECOND_TIMER,
    );
}

#[test]
fn r2_time_of_one_user_never_overlaps() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    let add = |start: &str, end: &str| {
        db.wl_refused(
            "tom",
            &["entry", "add", "WO-1/2", "--start", start, "--end", end],
            1,
            "time_entries_no_overlap",
        );
    };
    add("280m ago", "270m ago");
    add("6h ago", "270m ago");
    add("6h ago", "1h ago");
    let (start, end) = (
        db.entry_column(id, "start_ts"),
        db.entry_column(id, "end_ts"),
    );
    for (start, end) in [
        (
            format!("'{start}'::timestamptz"),
            format!("'{end}'::timestamptz"),
        ),
        (
            format!("'{start}'::timestamptz - interval '1h'"),
            format!("'{start}'::timestamptz + interval '1us'"),
        ),
        (
            format!("'{end}'::timestamptz - interval '1us'"),
            "NULL".to_owned(),
        ),
    ] {
        refused_for_writers(
            &db,
            &insert_time("tom", "WO-1", 2, &start, &end),
            &["time_entries_no_overlap"],
        );
    }
    // an edit that stretches into another entry
    let earlier = db.entry("tom", 8);
    db.wl_refused(
        "tom",
        &["entry", "edit", &earlier.to_string(), "--end", "270m ago"],
        1,
        "time_entries_no_overlap",
    );
    refused_for_writers(
        &db,
        &format!(
            "UPDATE wl.time_entries SET end_ts = now(), edited_reason = 'longer' WHERE id = {earlier}"
        ),
        &["time_entries_no_overlap"],
    );
}

#[test]
fn r2_back_to_back_and_other_peoples_time_are_no_overlap() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    let end = db.entry_column(id, "end_ts");
    let start = format!("'{end}'::timestamptz");
    // the sequence is not for people: the row is the newest one
    let row = "(SELECT max(id) FROM wl.time_entries)";
    let follow = insert_time("tom", "WO-1", 2, &start, "now() - interval '1h'");
    db.sql("tom", &audited(&follow, "time_entry", row, "entry.add"))
        .expect("back to back is fine");
    let same = insert_time("tess", "WO-1", 2, &start, "now() - interval '1h'");
    db.sql("tess", &audited(&same, "time_entry", row, "entry.add"))
        .expect("another person's time");
    db.assert_whole();
}

#[test]
fn r3_an_end_is_not_before_its_start() {
    let db = Db::new();
    db.wl_refused(
        "tom",
        &[
            "entry", "add", "WO-1/1", "--start", "1h ago", "--end", "2h ago",
        ],
        1,
        "time_entries_end_check",
    );
    refused_for_writers(
        &db,
        &insert_time("tom", "WO-1", 1, "now()", "now() - interval '1us'"),
        &["time_entries_end_check", "22000"],
    );
    let id = db.entry("tom", 5);
    db.wl_refused(
        "tom",
        &["entry", "edit", &id.to_string(), "--end", "6h ago"],
        1,
        "time_entries_end_check",
    );
    refused_for_writers(
        &db,
        &format!(
            "UPDATE wl.time_entries SET end_ts = start_ts - interval '1s', edited_reason = 'why' WHERE id = {id}"
        ),
        &["time_entries_end_check", "22000"],
    );
}

#[test]
fn r3_there_is_no_time_in_the_future_nor_at_infinity() {
    let db = Db::new();
    let future = "2999-01-01T00:00:00Z";
    db.wl_refused(
        "tom",
        &["timer", "start", "WO-1/1", "--at", future],
        1,
        "future_time",
    );
    db.wl_refused(
        "tom",
        &[
            "entry", "add", "WO-1/1", "--start", "1h ago", "--end", future,
        ],
        1,
        "future_time",
    );
    // an infinite length of time: 22008 until PostgreSQL 16, 0A000 since
    for (start, end) in [
        ("now() + interval '61 seconds'", "NULL"),
        ("now()", "now() + interval '61 seconds'"),
        ("now()", "'infinity'"),
        ("'infinity'", "NULL"),
        ("'-infinity'", "now()"),
        ("'1969-12-31 23:59:59+00'", "now()"),
    ] {
        refused_for_writers(
            &db,
            &insert_time("tom", "WO-1", 1, start, end),
            &["future_time", "time_entries_range_check", "22008", "0A000"],
        );
    }
    db.start_timer("tom", "WO-1/1", "now");
    db.wl_refused("tom", &["timer", "stop", "--at", future], 1, "future_time");
    refused_for_writers(
        &db,
        "UPDATE wl.time_entries SET end_ts = now() + interval '2 minutes' WHERE end_ts IS NULL",
        &["future_time"],
    );
    refused_for_writers(
        &db,
        "UPDATE wl.time_entries SET start_ts = now() + interval '2 minutes', edited_reason = 'later' WHERE end_ts IS NULL",
        &["future_time"],
    );
}

#[test]
fn r3_the_database_counts_the_seconds_and_nobody_supplies_them() {
    let db = Db::new();
    let insert = insert_time(
        "tom",
        "WO-1",
        1,
        "'2020-01-01 00:00:00+00'",
        "'2020-01-01 00:00:09.999999+00'",
    );
    let row = "(SELECT max(id) FROM wl.time_entries)";
    db.sql("tom", &audited(&insert, "time_entry", row, "entry.add"))
        .expect("nearly ten seconds");
    assert_eq!(
        db.query("SELECT duration_seconds FROM wl.time_entries"),
        "9"
    );
    let supplied = insert
        .replace("start_ts, end_ts)", "start_ts, end_ts, duration_seconds)")
        .replace(".999999+00'", ".999999+00', 10");
    refused_for_writers(&db, &supplied, &[NO_RIGHT, "428C9"]);
    refused_for_writers(
        &db,
        "UPDATE wl.time_entries SET duration_seconds = 3600",
        &[NO_RIGHT, "428C9"],
    );
}

#[test]
fn what_the_database_stamps_is_nobodys_to_supply() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    for login in ["tom", "ada"] {
        for (column, value) in [
            ("id", "999"),
            ("user_id", "user_id"),
            ("approved_by", "1"),
            ("approved_at", "now()"),
            ("approvals", "1"),
            ("touched_by", "'{}'"),
            ("edited_at", "now()"),
            ("edited_by", "1"),
            ("created_at", "now()"),
            ("created_by", "1"),
            ("row_version", "9"),
        ] {
            let update = format!("UPDATE wl.time_entries SET {column} = {value} WHERE id = {id}");
            db.sql_refused(login, &update, &[NO_RIGHT, "428C9"]);
        }
        for (column, value) in [
            ("status", "'LOCKED'"),
            ("approved_by", "1"),
            ("touched_by", "'{}'"),
            ("created_by", "1"),
            ("deleted_at", "now()"),
            ("edited_reason", "'why'"),
        ] {
            let insert = insert_time("tom", "WO-1", 1, "now()", "NULL")
                .replace("end_ts)", &format!("end_ts, {column})"))
                .replace(", NULL\n", &format!(", NULL, {value}\n"));
            db.sql_refused(login, &insert, &[NO_RIGHT]);
        }
    }
}

#[test]
fn a_reason_of_the_trail_and_one_of_the_entry_agree() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    let edit = format!(
        "UPDATE wl.time_entries SET note = 'x', edited_reason = 'typed wrong' WHERE id = {id}"
    );
    let other = audited_because(&edit, "time_entry", id, "entry.edit", "'something else'");
    refused_for_writers(&db, &other, &["audit_reason"]);
}

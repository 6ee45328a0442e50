//! What a superuser changes in bills behind the back of the rules, `wl audit verify`
//! finds and names.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::Db;

/// A superuser whom no trigger stops.
const UNGUARDED: &str = "SET session_replication_role = replica;";

/// So many bills of one line each, numbered from 1.
fn bills(count: i64) -> Db {
    let db = Db::new();
    for number in 1..=count {
        let (start, end) = (
            format!("2026-03-01T{:02}:{:02}Z", number / 6, number % 6 * 10),
            format!("2026-03-01T{:02}:{:02}Z", number / 6, number % 6 * 10 + 5),
        );
        let id = db.time("tom", "WO-1/1", &start, &end);
        db.approve_entry("ada", id);
        assert_eq!(db.bill("acc", &["WO-1"]), number);
    }
    db
}

/// What `wl audit verify` finds: `bill 7: the lines are …`.
fn findings(db: &Db) -> Vec<String> {
    let verified = db.wl("olga", &["--format", "json", "audit", "verify"]);
    let report: Value = serde_json::from_str(&verified.stdout).expect("a report");
    let problems = report["problems"].as_array().expect("a list");
    assert_eq!(problems.is_empty(), verified.code == 0, "{verified:?}");
    let one = |problem: &Value| {
        let text = |name: &str| problem[name].as_str().expect("a text").to_owned();
        format!(
            "{} {}: {}",
            text("entity_type"),
            problem["entity_id"],
            text("problem")
        )
    };
    problems.iter().map(one).collect()
}

/// The columns of a table with their types and, of what nobody may write, the mark in the
/// catalog. Two are left out, because their checks hold for a superuser.
fn columns(db: &Db, table: &str) -> Vec<(String, String, String)> {
    let rows = db.query(&format!(
        "SELECT attname, format_type(atttypid, NULL),
            CASE WHEN attgenerated <> '' THEN 'attgenerated ' || attgenerated::text
                WHEN attidentity <> '' THEN 'attidentity ' || attidentity::text END
         FROM pg_attribute
         WHERE attrelid = 'wl.{table}'::regclass AND attnum > 0 AND NOT attisdropped
            AND attname NOT IN ('entry_ids', 'entry_versions') ORDER BY attnum"
    ));
    let of_row = |row: &str| {
        let mut fields = row.split('|').map(str::to_owned);
        let mut next = || fields.next().expect("a field");
        (next(), next(), next())
    };
    rows.lines().map(of_row).collect()
}

/// Another value that the column takes.
fn other_value(name: &str, kind: &str) -> String {
    match kind {
        _ if name == "kind" => "'csv'".to_owned(),
        "bigint" | "integer" => format!("coalesce({name}, 0) + 1000000"),
        "boolean" => format!("NOT {name}"),
        "timestamp with time zone" => format!("coalesce({name} + interval '1 us', now())"),
        "date" => format!("{name} - 1"),
        "bytea" => format!("sha256(coalesce({name}, ''))"),
        "uuid" => "gen_random_uuid()".to_owned(),
        "bigint[]" => format!("{name} || 7::bigint"),
        "text[]" => format!("{name} || 'x'::text"),
        _ => format!("coalesce({name}::text, '') || 'x'"),
    }
}

/// Gives the columns of a table another value each, every one in a row of its own: the
/// first in the row whose key is `key(1)`.
fn flip_each(db: &Db, table: &str, key: &str) -> Vec<String> {
    let columns = columns(db, table);
    for (row, (name, kind, mark)) in (1..).zip(&columns) {
        let marked = |mark: &str, value: &str| {
            format!(
                "UPDATE pg_attribute SET {mark} = '{value}'
                 WHERE attrelid = 'wl.{table}'::regclass AND attname = '{name}';"
            )
        };
        let [before, after] = match mark.split_once(' ') {
            Some((mark, value)) => [marked(mark, ""), marked(mark, value)],
            None => [String::new(), String::new()],
        };
        let hit = db.query(&format!(
            "{UNGUARDED} {before}
             UPDATE wl.{table} SET {name} = {} WHERE {key} = {row} RETURNING 'hit'; {after}",
            other_value(name, kind)
        ));
        assert_eq!(hit, "hit", "{table}.{name}");
    }
    columns.into_iter().map(|(name, ..)| name).collect()
}

/// Each column that was flipped is a finding about the row in which it was.
fn assert_each_is_found(db: &Db, entity: &str, columns: &[String]) {
    let found = findings(db);
    for (row, name) in (1..).zip(columns) {
        let start = format!("{entity} {row}: ");
        assert!(
            found.iter().any(|finding| finding.starts_with(&start)),
            "{name}: {found:#?}"
        );
    }
}

#[test]
fn every_column_of_a_line_is_covered() {
    let db = bills(30);
    assert_eq!(findings(&db), Vec::<String>::new());
    let columns = flip_each(&db, "bill_lines", "bill_id");
    assert!(columns.len() >= 26, "{columns:?}");
    assert_each_is_found(&db, "bill", &columns);
}

#[test]
fn every_column_of_a_bill_and_its_orders_is_covered() {
    let db = bills(20);
    let orders = db.copy();
    for number in 15..=20 {
        // their columns of the cancellation have values
        db.cancel_bill("acc", number, "wrong customer");
    }
    let columns = flip_each(&db, "bills", "id");
    assert!(columns.len() >= 20, "{columns:?}");
    assert_each_is_found(&db, "bill", &columns);
    let columns = flip_each(&orders, "bill_orders", "bill_id");
    assert_each_is_found(&orders, "bill", &columns);
}

#[test]
fn every_column_of_a_letterhead_and_of_a_document_is_covered() {
    let db = Db::new();
    db.locked_entry("tom", 5);
    db.bill("acc", &["WO-1"]);
    for (table, entity) in [("letterheads", "letterhead"), ("documents", "document")] {
        // the letterhead of the bill is the first
        let rows = columns(&db, table).len();
        for row in (usize::from(table == "letterheads")..rows).map(|row| row + 1) {
            let add = match table {
                "documents" => format!(
                    "INSERT INTO wl.documents (sha256, bill_id, kind, options, fonts)
                     VALUES (sha256('{row}'), 1, 'pdf', 'a', '{{b}}')"
                ),
                _ => {
                    db.set("footer", &format!("footer {row}"));
                    "INSERT INTO wl.letterheads DEFAULT VALUES".to_owned()
                }
            };
            let action = format!("{entity}.add");
            let sql = crate::support::audited(&add, entity, row, &action);
            db.sql("acc", &sql).expect("a row with its record");
        }
        db.assert_whole();
        let changed = db.copy();
        let columns = flip_each(&changed, table, "id");
        assert_each_is_found(&changed, entity, &columns);
    }
}

#[test]
fn what_is_added_and_what_is_missing_is_named() {
    let db = bills(4);
    let line = "INSERT INTO wl.bill_lines SELECT (jsonb_populate_record(l, '{\"position\": 2, \"time_entry_id\": 99}')).*
        FROM wl.bill_lines l WHERE l.bill_id = 2";
    for (what, sql, expected) in [
        ("a line more", line, &["bill 2: the lines are not those that were recorded"][..]),
        (
            "a line less",
            "DELETE FROM wl.bill_lines WHERE bill_id = 2",
            &["bill 2: the lines are gone"],
        ),
        (
            "a line released",
            "UPDATE wl.bill_lines SET cancelled = true WHERE bill_id = 2",
            &["bill 2: a line is not active or cancelled as the bill is"],
        ),
        (
            "a line late",
            "UPDATE wl.bill_lines SET late = NOT late WHERE bill_id = 2",
            &["bill 2: the lines are not those that were recorded"],
        ),
        (
            "a bill less",
            "DELETE FROM wl.bills WHERE id = 2",
            &[
                "bill 2: the lines are not those that were recorded, or the bill is gone",
                "bill 4: there are 3 bills with numbers up to 4",
                "bill 2: the row is gone",
            ],
        ),
        (
            "the last bill less, without a trace of its own",
            "DELETE FROM wl.bills WHERE id = 4; DELETE FROM wl.bill_lines WHERE bill_id = 4;
             DELETE FROM wl.bill_orders WHERE bill_id = 4; DELETE FROM wl.audit_log WHERE entity_type = 'bill' AND entity_id = 4",
            &["time_entry 4: wl.unbilled is not as the entries and the bills say"],
        ),
        (
            "unbilled time less",
            "DELETE FROM wl.unbilled",
            &["time_entry 5: wl.unbilled is not as the entries and the bills say"],
        ),
        (
            "unbilled time more",
            "INSERT INTO wl.unbilled SELECT id, work_order_id, start_ts FROM wl.time_entries WHERE id = 2",
            &["time_entry 2: wl.unbilled is not as the entries and the bills say"],
        ),
        (
            "unbilled time of another day",
            "UPDATE wl.unbilled SET start_ts = start_ts + interval '1 us'",
            &["time_entry 5: wl.unbilled is not as the entries and the bills say"],
        ),
        (
            "unbilled time of another order",
            "UPDATE wl.unbilled SET work_order_id = 7",
            &["time_entry 5: wl.unbilled is not as the entries and the bills say"],
        ),
        (
            "an order of a bill less",
            "DELETE FROM wl.bill_orders WHERE bill_id = 2",
            &["bill 2: wl.bill_orders is not as the lines and the bill say"],
        ),
        (
            "the lock of the numbers",
            "DELETE FROM wl.bill_numbers",
            &["bill 0: the numbers of bills can't be locked: the row of bill_numbers is gone"],
        ),
    ] {
        let changed = db.copy();
        let id = changed.time("tom", "WO-1/1", "2h ago", "1h ago");
        changed.approve_entry("ada", id);
        changed.query(&format!("{UNGUARDED} {sql}"));
        let found: BTreeSet<String> = findings(&changed).into_iter().collect();
        for finding in expected {
            assert!(found.contains(*finding), "{what}: {found:#?}");
        }
    }
}

/// The copies on the bill stay, but the entry is another one.
#[test]
fn billed_time_that_was_unlocked_is_named() {
    let db = bills(2);
    db.query(&format!(
        "{UNGUARDED} UPDATE wl.time_entries SET row_version = row_version + 1, status = 'OPEN', approved_by = NULL,
            approved_at = NULL, edited_at = now() WHERE id = 2"
    ));
    let found = findings(&db);
    let finding =
        "time_entry 2: the entry is on bill 2, but not in the version that was billed".to_owned();
    assert!(found.contains(&finding), "{found:#?}");
}

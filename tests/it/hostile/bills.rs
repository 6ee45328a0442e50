//! Bills of what may not be billed, lines that nobody may write, and what the other
//! statements of a transaction could change about a bill.

use super::{ADMINS, ALL, HARMLESS, NO_RIGHT, Scene, change_entry, recorded};

const BILLERS: &[&str] = &["ada", "acc"];
const OTHERS: &[&str] = &["tom", "tess", "olga"];

/// An INSERT of a bill of these entries, in the versions that they have.
fn insert(entries: &str) -> String {
    format!(
        "INSERT INTO wl.bills (until, entry_ids, entry_versions)
         SELECT current_date, ARRAY[{entries}]::bigint[], ARRAY(SELECT e.row_version
            FROM unnest(ARRAY[{entries}]::bigint[]) WITH ORDINALITY n (id, place)
            JOIN wl.time_entries e ON e.id = n.id ORDER BY place)"
    )
}

fn bill(entries: &str) -> String {
    recorded(
        &insert(entries),
        "bill",
        "(SELECT max(id) FROM wl.bills)",
        "bill.add",
    )
}

#[test]
fn only_approved_time_is_billed_and_once() {
    let scene = Scene::new();
    for (name, entries, rule) in [
        ("open time", "{tom_open}", "entry_open"),
        ("a running timer", "{tom_running}", "entry_open"),
        ("removed time", "{tom_removed}", "entry_removed"),
        (
            "open time among others",
            "{tom_locked}, {ready_open}",
            "entry_open",
        ),
        ("billed time", "{billed_locked}", "entry_billed"),
        (
            "billed time among others",
            "{tom_locked}, {billed_locked}",
            "entry_billed",
        ),
        (
            "time named twice",
            "{tom_locked}, {tom_locked}",
            "bill_entries",
        ),
        ("no time", "NULL", "bill_entries"),
    ] {
        let sql = bill(entries);
        scene.attack(&[
            (name, BILLERS, &sql, &[rule]),
            (name, OTHERS, &sql, &[NO_RIGHT]),
        ]);
    }
    // an unlock of what the same transaction has billed
    let unlock = "UPDATE wl.time_entries SET status = 'OPEN', edited_reason = 'because of it' WHERE id = {tom_locked}";
    let both = format!("BEGIN; {}; {unlock}; COMMIT", insert("{tom_locked}"));
    let twice = format!(
        "BEGIN; {}; {}; COMMIT",
        insert("{tom_locked}"),
        insert("{tom_locked}, {tess_locked}")
    );
    let early = format!(
        "BEGIN; SET CONSTRAINTS ALL IMMEDIATE; {}; COMMIT",
        insert("{tom_locked}")
    );
    scene.attack(&[
        ("unlock after the bill", ADMINS, &both, &["entry_billed"]),
        (
            "twice in one transaction",
            BILLERS,
            &twice,
            &["entry_billed"],
        ),
        (
            "constraints before their time",
            BILLERS,
            &early,
            &["bill_lines_bill_id_fkey"],
        ),
        (
            "unlock billed time",
            ADMINS,
            &change_entry("billed_locked", "status = 'OPEN'", "entry.unlock"),
            &["entry_billed"],
        ),
        (
            "unlock billed time as another role",
            &["acc", "olga"],
            &change_entry("billed_locked", "status = 'OPEN'", "entry.unlock"),
            &[NO_RIGHT],
        ),
    ]);
}

#[test]
fn a_bill_without_its_record_is_lost() {
    let scene = Scene::new();
    let copy =
        "COPY wl.bills (until, entry_ids, entry_versions) FROM STDIN;\n2026-01-01\t{1}\t{2}\n\\.\n";
    let merge = "MERGE INTO wl.bills b USING (SELECT 1) x ON false
        WHEN NOT MATCHED THEN INSERT (until, entry_ids, entry_versions) VALUES (current_date, ARRAY[{tom_locked}]::bigint[], ARRAY[2])";
    let nothing = insert("{tom_locked}") + " ON CONFLICT DO NOTHING";
    let update =
        insert("{tom_locked}") + " ON CONFLICT (id) DO UPDATE SET cancel_reason = 'because of it'";
    let prepared = format!("BEGIN; {}; PREPARE TRANSACTION 'x'", insert("{tom_locked}"));
    scene.attack(&[
        (
            "alone",
            BILLERS,
            &insert("{tom_locked}"),
            &["audit_missing"],
        ),
        (
            "by MERGE",
            BILLERS,
            merge,
            // from PostgreSQL 17 on
            &["audit_missing", "0A000"],
        ),
        ("ON CONFLICT", BILLERS, &nothing, &["audit_missing"]),
        ("upsert", BILLERS, &update, &["audit_missing"]),
        ("prepared", BILLERS, &prepared, &["audit_missing", "55000"]),
        (
            "by COPY",
            BILLERS,
            copy,
            // row-level security
            &["0A000"],
        ),
        ("by COPY as another role", OTHERS, copy, &[NO_RIGHT]),
    ]);
}

#[test]
fn what_was_billed_stays_so() {
    let scene = Scene::new();
    let change = |set: &str, action: &str| {
        recorded(
            &format!("UPDATE wl.bills SET {set} WHERE id = 1"),
            "bill",
            "1",
            action,
        )
    };
    let cancel = change("cancel_reason = 'because of it'", "bill.cancel");
    // BILLED is billed
    scene.attack(&[
        (
            "cancel under a billed order",
            BILLERS,
            &cancel,
            &["bill_order_billed"],
        ),
        ("cancel as another role", OTHERS, &cancel, &[NO_RIGHT]),
        (
            "without a reason",
            BILLERS,
            &change("cancel_reason = ' '", "bill.cancel"),
            &["reason_required"],
        ),
    ]);
    for set in [
        "reference = 'X'",
        "customer = 'X'",
        "until = until - 1",
        "zone = 'UTC'",
        "replaces = '{1}'",
        "entry_ids = '{1}'",
        "duration_seconds = 0",
        "lines_sha256 = sha256('')",
        "letterhead_id = 1",
        "made_by = 1",
        "cancelled_at = now()",
        "row_version = 9",
    ] {
        scene.attack(&[(set, ALL, &change(set, "bill.cancel"), &[NO_RIGHT])]);
    }
    scene.attack(&[
        (
            "number",
            ALL,
            &change("number = 9", "bill.cancel"),
            &[NO_RIGHT, "428C9"],
        ),
        ("a line less", ALL, "DELETE FROM wl.bill_lines", &[NO_RIGHT]),
        ("a bill less", ALL, "DELETE FROM wl.bills", &[NO_RIGHT]),
        ("all bills", ALL, "TRUNCATE wl.bills CASCADE", &[NO_RIGHT]),
        (
            "the numbers locked",
            ALL,
            "BEGIN; SELECT FROM wl.bill_numbers FOR UPDATE",
            &[NO_RIGHT],
        ),
        (
            "a line locked",
            ALL,
            "BEGIN; SELECT bill_id FROM wl.bill_lines FOR UPDATE",
            &[NO_RIGHT],
        ),
        (
            "an upsert of a line",
            ALL,
            "INSERT INTO wl.bill_lines (bill_id, position) VALUES (1, 1) ON CONFLICT (bill_id, position) DO UPDATE SET note = 'x'",
            &[NO_RIGHT],
        ),
        (
            "a function of the guards",
            ALL,
            "SELECT wl.next_bill_number()",
            &[NO_RIGHT],
        ),
        (
            "the guard itself",
            ALL,
            "SELECT wl.guard_bill()",
            &[NO_RIGHT, "0A000"],
        ),
        (
            "copies by a function",
            ALL,
            "SELECT wl.copy_bill_lines(NULL::wl.bills)",
            &[NO_RIGHT],
        ),
    ]);
    // moving the order back and forth in one statement each leaves it billed and recorded
    let around = "BEGIN; UPDATE wl.work_orders SET status = 'ready_to_bill' WHERE id = {BILLED};
        UPDATE wl.bills SET cancel_reason = 'because of it' WHERE id = 1;
        UPDATE wl.work_orders SET status = 'billed' WHERE id = {BILLED}; COMMIT";
    scene.attack(&[
        (
            "cancelled under an order that is billed again",
            BILLERS,
            around,
            &["order_unbilled"],
        ),
        (
            "nothing",
            BILLERS,
            "UPDATE wl.bills SET cancel_reason = 'because of it' WHERE id = 0",
            &[HARMLESS],
        ),
    ]);
}

#[test]
fn technicians_learn_nothing_of_the_bills_of_others() {
    let scene = Scene::new();
    // the bill of BILLED has time of tom alone
    let rows = scene
        .db
        .sql("tess", "SELECT count(*) FROM wl.bill_lines")
        .expect("a right");
    assert_eq!(rows, "0");
    for column in [
        "work_order",
        "title",
        "line_description",
        "user_login",
        "user_name",
        "start_ts",
        "duration_seconds",
        "note",
        "approver_login",
        "work_order_id",
        "user_id",
        "order_status",
        "edited_reason",
    ] {
        let sql = format!("SELECT {column} FROM wl.bill_lines");
        scene.attack(&[(column, &["tom", "tess"], &sql, &[NO_RIGHT])]);
    }
    for table in [
        "bills",
        "bill_orders",
        "unbilled",
        "unbilled_time",
        "bill_proof",
        "letterheads",
        "documents",
        "bill_numbers",
    ] {
        let sql = format!("SELECT FROM wl.{table}");
        scene.attack(&[(table, &["tom", "tess"], &sql, &[NO_RIGHT])]);
    }
}

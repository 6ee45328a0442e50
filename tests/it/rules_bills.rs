//! R11 through plain SQL: who makes bills, of what, and that they stay as they are. What
//! `wl` says is tested with its commands.

use worklock::db::local::SUPERUSER;

use crate::support::{Db, NO_RIGHT, PEOPLE, audited, audited_because};

const TODAY: &str = "(now() AT TIME ZONE 'UTC')::date";

/// The number of the newest bill.
const NEWEST: &str = "(SELECT max(id) FROM wl.bills)";

/// A database with a letterhead, which each bill needs.
fn ready() -> Db {
    let db = Db::new();
    db.sql("acc", &add_letterhead()).expect("a letterhead");
    db
}

fn add_letterhead() -> String {
    audited(
        "INSERT INTO wl.letterheads DEFAULT VALUES",
        "letterhead",
        "(SELECT max(id) FROM wl.letterheads)",
        "letterhead.add",
    )
}

/// A bill of these entries, in the versions that they have now.
fn add(until: &str, entries: &[i64]) -> String {
    add_with(until, "NULL", entries)
}

fn add_with(until: &str, reference: &str, entries: &[i64]) -> String {
    let ids: Vec<String> = entries.iter().map(i64::to_string).collect();
    let ids = ids.join(", ");
    insert(&format!(
        "SELECT {until}, {reference}, ARRAY[{ids}]::bigint[],
            ARRAY(SELECT e.row_version FROM unnest(ARRAY[{ids}]::bigint[]) WITH ORDINALITY n (id, place)
                LEFT JOIN wl.time_entries e ON e.id = n.id ORDER BY place)"
    ))
}

/// A bill of what this query gives, with its record.
fn insert(values: &str) -> String {
    audited(
        &format!("INSERT INTO wl.bills (until, reference, entry_ids, entry_versions) {values}"),
        "bill",
        NEWEST,
        "bill.add",
    )
}

fn cancel(number: i64) -> String {
    audited_because(
        &format!("UPDATE wl.bills SET cancel_reason = 'wrong customer' WHERE id = {number}"),
        "bill",
        number,
        "bill.cancel",
        "'wrong customer'",
    )
}

#[test]
fn r11_a_bill_copies_all_that_documents_print() {
    let db = ready();
    let worker = db.person("technician");
    db.line("WO-1", "Third");
    let first = db.time("tom", "WO-1/3", "2026-03-02T08:00Z", "2026-03-02T09:30Z");
    let second = db.time(&worker, "WO-1/1", "2026-03-03T08:00Z", "2026-03-03T10:00Z");
    db.ok(
        &worker,
        &["entry", "edit", &second.to_string(), "--note", "new seal"],
    );
    db.approve("ada", "WO-1");
    db.sql("acc", &add_with("'2026-03-31'", "'R-7'", &[first, second]))
        .expect("a bill");
    let frozen = || {
        let bill = db.query(
            "SELECT number, customer, until, until_ts AT TIME ZONE 'UTC', zone, reference, replaces, entry_ids, entry_versions,
                entries, duration_seconds, late_seconds, row_version, cancelled FROM wl.bills",
        );
        let lines = db.query(
            "SELECT position, time_entry_id, entry_version, late, work_order, title, order_status, line_item, line_description,
                user_login, user_name, start_ts AT TIME ZONE 'UTC', end_ts AT TIME ZONE 'UTC', duration_seconds, note,
                approver_login, approver_name, own_approval FROM wl.bill_lines ORDER BY position",
        );
        (bill, lines)
    };
    let customer = db.query("SELECT customer FROM wl.work_orders WHERE number = 'WO-1'");
    let title = db.query("SELECT title FROM wl.work_orders WHERE number = 'WO-1'");
    let line = db.query("SELECT description FROM wl.line_items WHERE position = 1");
    let name = |login: &str| {
        db.query(&format!(
            "SELECT full_name FROM wl.users WHERE db_role = '{login}'"
        ))
    };
    // 1.5 h and 2 h: 5,400 s and 7,200 s
    let made = (
        format!("1|{customer}|2026-03-31|2026-04-01 00:00:00|UTC|R-7|{{}}|||2|12600|0|1|f"),
        format!(
            "1|{second}|3|f|WO-1|{title}|open|1|{line}|{worker}|{}|2026-03-03 08:00:00|2026-03-03 10:00:00|7200|new seal|ada|{}|f\n\
             2|{first}|2|f|WO-1|{title}|open|3|Third|tom|{}|2026-03-02 08:00:00|2026-03-02 09:30:00|5400||ada|{}|f",
            name(&worker),
            name("ada"),
            name("tom"),
            name("ada")
        ),
    );
    assert_eq!(frozen(), made);
    for args in [
        &["order", "edit", "WO-1", "--title", "Other"][..],
        &["order", "edit", "WO-1", "--customer", "Other"],
        &["order", "edit", "WO-1", "--number", "WO-2"],
        &["line", "edit", "WO-2/1", "--description", "Other"],
        &["user", "remove", &worker],
        &["settings", "set", "zone", "Europe/Berlin"],
    ] {
        db.ok("ada", args);
    }
    assert_eq!(frozen(), made);
    assert_eq!(db.query("SELECT count(*) FROM wl.unbilled"), "0");
    db.assert_whole();
}

#[test]
fn r11_own_approval_is_marked_on_the_line() {
    let db = ready();
    db.set("two_pairs_of_eyes", "off");
    let id = db.entry("ada", 5);
    db.approve_entry("ada", id);
    db.sql("acc", &add(TODAY, &[id])).expect("a bill");
    assert_eq!(db.query("SELECT own_approval FROM wl.bill_lines"), "t");
}

#[test]
fn r11_only_accountants_and_admins_write_bills_and_nobody_their_lines() {
    let db = ready();
    let (first, second) = (db.locked_entry("tom", 5), db.locked_entry("tess", 7));
    let document = audited(
        "INSERT INTO wl.documents (sha256, bill_id, kind) VALUES (sha256('a'), 1, 'pdf')",
        "document",
        1,
        "document.add",
    );
    for (login, _) in PEOPLE {
        for sql in [
            "INSERT INTO wl.bill_lines SELECT * FROM wl.bill_lines",
            "INSERT INTO wl.bill_lines (bill_id, position) VALUES (1, 9)",
            "UPDATE wl.bill_lines SET cancelled = true",
            "UPDATE wl.bill_lines SET late = true",
            "INSERT INTO wl.bill_orders (bill_id, work_order_id, until_ts) VALUES (1, 1, now())",
            "UPDATE wl.bill_orders SET until_ts = now()",
            "INSERT INTO wl.unbilled (time_entry_id, work_order_id, start_ts) VALUES (1, 1, now())",
            "UPDATE wl.unbilled SET start_ts = now()",
            "SELECT FROM wl.bill_numbers FOR UPDATE",
            "SELECT count(*) FROM wl.bill_numbers",
            "INSERT INTO wl.bills (id, until, entry_ids, entry_versions) VALUES (9, current_date, '{1}', '{2}')",
            "INSERT INTO wl.bills (until, zone) VALUES (current_date, '<+24>-24')",
            "INSERT INTO wl.bills (until, until_ts) VALUES (current_date, 'infinity')",
            "INSERT INTO wl.bills (until, customer) VALUES (current_date, 'X')",
            "INSERT INTO wl.bills (until, replaces) VALUES (current_date, '{9}')",
            "INSERT INTO wl.bills (until, made_by) VALUES (current_date, 1)",
            "INSERT INTO wl.bills (until, cancelled_at) VALUES (current_date, now())",
            "UPDATE wl.bills SET reference = 'X'",
            "UPDATE wl.bills SET cancelled_at = now()",
            "UPDATE wl.bills SET cancelled = DEFAULT",
            "INSERT INTO wl.letterheads (organisation) VALUES ('X')",
            "UPDATE wl.letterheads SET footer = 'X'",
            "INSERT INTO wl.documents (made_by) VALUES (1)",
            "UPDATE wl.documents SET kind = 'csv'",
        ] {
            db.sql_refused(login, sql, &[NO_RIGHT]);
        }
    }
    for login in ["tom", "olga"] {
        for sql in [
            "INSERT INTO wl.letterheads DEFAULT VALUES".to_owned(),
            "INSERT INTO wl.bills (until, entry_ids, entry_versions) VALUES (current_date, '{1}', '{2}')".to_owned(),
            "UPDATE wl.bills SET cancel_reason = 'no right'".to_owned(),
            document.clone(),
        ] {
            db.sql_refused(login, &sql, &[NO_RIGHT]);
        }
    }
    db.sql("acc", &add(TODAY, &[first])).expect("a bill");
    db.sql("ada", &add(TODAY, &[second])).expect("a bill");
    db.sql("acc", &document).expect("a document");
    db.sql("acc", &cancel(2)).expect("a cancellation");
    db.sql("ada", &cancel(1)).expect("a cancellation");
    // whoever has the grants by mistake still meets the guard
    db.query(
        "GRANT INSERT (until), UPDATE (cancel_reason) ON wl.bills TO wl_ops;
         GRANT INSERT (sha256) ON wl.letterheads TO wl_ops; GRANT INSERT (sha256) ON wl.documents TO wl_ops;
         ALTER TABLE wl.bills DISABLE ROW LEVEL SECURITY",
    );
    for sql in [
        "INSERT INTO wl.bills (until) VALUES (current_date)",
        "UPDATE wl.bills SET cancel_reason = 'because of it'",
        "INSERT INTO wl.letterheads DEFAULT VALUES",
        "INSERT INTO wl.documents (sha256) VALUES (sha256('b'))",
    ] {
        db.sql_refused("olga", sql, &["bill_right"]);
    }
}

#[test]
fn r9_technicians_see_the_number_of_their_own_time_and_ops_no_note() {
    let db = ready();
    let (own, other) = (db.locked_entry("tom", 5), db.locked_entry("tess", 7));
    db.bill("acc", &["WO-1"]);
    let seen = "SELECT bill_id, time_entry_id, late, cancelled FROM wl.bill_lines";
    assert_eq!(db.sql("tom", seen).expect("own"), format!("1|{own}|f|f"));
    assert_eq!(db.sql("tess", seen).expect("own"), format!("1|{other}|f|f"));
    for table in [
        "bills",
        "bill_orders",
        "unbilled",
        "unbilled_time",
        "bill_proof",
        "letterheads",
        "documents",
    ] {
        let sql = format!("SELECT count(*) FROM wl.{table}");
        db.sql_refused("tom", &sql, &[NO_RIGHT]);
        for login in ["ada", "acc", "olga"] {
            db.sql(login, &sql).expect("they read everything");
        }
    }
    for column in ["note", "note_salt"] {
        let sql = format!("SELECT {column} FROM wl.bill_lines");
        db.sql_refused("olga", &sql, &[NO_RIGHT]);
        db.sql_refused("tom", &sql, &[NO_RIGHT]);
        db.sql("acc", &sql).expect("accountants read notes");
    }
    db.sql_refused("tom", "SELECT user_name FROM wl.bill_lines", &[NO_RIGHT]);
    // a login whose user is removed sees nothing
    let gone = db.person("accountant");
    db.remove_user(&gone);
    db.query(&format!("GRANT wl_accountant TO {gone}"));
    for table in ["bills", "bill_lines", "unbilled", "bill_proof", "documents"] {
        let rows = db.sql(&gone, &format!("SELECT count(*) FROM wl.{table}"));
        assert_eq!(rows.expect("a right, but no row"), "0", "{table}");
    }
}

#[test]
fn r11_a_bill_has_only_approved_entries_of_one_customer_once_and_in_time() {
    let db = ready();
    let locked = db.time("tom", "WO-1/1", "2026-03-02T08:00Z", "2026-03-02T09:00Z");
    let billed = db.time("tom", "WO-1/1", "2026-03-03T08:00Z", "2026-03-03T09:00Z");
    db.approve("ada", "WO-1");
    db.sql("acc", &add("'2026-03-31'", &[billed]))
        .expect("a bill");
    let open = db.time("tom", "WO-1/1", "2026-03-04T08:00Z", "2026-03-04T09:00Z");
    let removed = db.time("tom", "WO-1/1", "2026-03-05T08:00Z", "2026-03-05T09:00Z");
    db.remove_entry("tom", removed, None);
    let running = db.start_timer("tess", "WO-1/1", "now");
    db.order("WO-2");
    let other = db.time("tess", "WO-2/1", "2026-03-02T08:00Z", "2026-03-02T09:00Z");
    db.approve("ada", "WO-2");
    let march = "'2026-03-31'";
    let versions = |ids: &str, versions: &str| {
        insert(&format!("VALUES ('2026-03-31', NULL, {ids}, {versions})"))
    };
    for (sql, rule) in [
        (add("NULL", &[locked]), "bill_until"),
        (add(&format!("{TODAY} + 1"), &[locked]), "bill_until"),
        (add("'infinity'", &[locked]), "bill_until"),
        (add(march, &[]), "bill_empty"),
        (versions("NULL", "NULL"), "bill_empty"),
        (versions("'{}'", "'{1}'"), "bill_empty"),
        (add(march, &[locked, locked]), "bill_entries"),
        (add(march, &[locked, 4711]), "bill_entries"),
        (
            versions(&format!("'{{{locked},NULL}}'"), "'{2,2}'"),
            "bill_entries",
        ),
        (versions(&format!("'{{{locked}}}'"), "NULL"), "bill_entries"),
        (
            versions(&format!("'{{{locked}}}'"), "'{2,2}'"),
            "bill_entries",
        ),
        (
            versions(&format!("'{{{{{locked}}},{{{locked}}}}}'"), "'{2,2}'"),
            "bill_entries",
        ),
        (
            versions(&format!("'{{{locked}}}'"), "'{1}'"),
            "bill_changed",
        ),
        (
            versions(&format!("'{{{locked}}}'"), "'{NULL}'"),
            "bill_changed",
        ),
        (
            versions(&format!("'{{{locked}}}'"), "'{3}'"),
            "bill_changed",
        ),
        (add(march, &[locked, open]), "entry_open"),
        (add(march, &[running]), "entry_open"),
        (add(march, &[removed]), "entry_removed"),
        (add(march, &[locked, billed]), "entry_billed"),
        (add("'2026-03-01'", &[locked]), "bill_after_until"),
        (add("'-infinity'", &[locked]), "bill_after_until"),
        (add(march, &[locked, other]), "bill_customer"),
        (add_with(march, "' '", &[locked]), "bills_reference_check"),
        (
            add_with(march, "' R-1'", &[locked]),
            "bills_reference_check",
        ),
        (
            add_with(march, "'R-1 '", &[locked]),
            "bills_reference_check",
        ),
        (
            add_with(march, "repeat('x', 201)", &[locked]),
            "bills_reference_check",
        ),
    ] {
        for login in ["acc", "ada"] {
            db.sql_refused(login, &sql, &[rule]);
        }
    }
    for level in ["REPEATABLE READ", "SERIALIZABLE"] {
        let sql =
            add(march, &[locked]).replacen("BEGIN", &format!("BEGIN ISOLATION LEVEL {level}"), 1);
        db.sql_refused("acc", &sql, &["isolation_level"]);
    }
    db.sql("acc", &add_with(march, "'R-1'", &[locked]))
        .expect("a bill");
    for reference in ["'R-1'", "'r-1'"] {
        db.sql_refused(
            "acc",
            &add_with(march, reference, &[other]),
            &["bill_reference"],
        );
    }
    db.sql("acc", &cancel(2)).expect("a cancellation");
    db.sql("acc", &add_with(march, "'R-1'", &[other]))
        .expect("a reference that only a cancelled bill has");
    // the same customer, written otherwise
    let same = ["order", "edit", "WO-2", "--customer"];
    let customer = db.query("SELECT upper(customer) FROM wl.work_orders WHERE number = 'WO-1'");
    db.ok("ada", &[&same[..], &[&customer]].concat());
    db.sql("acc", &cancel(3)).expect("a cancellation");
    db.sql("acc", &add(march, &[other, locked]))
        .expect("one customer");
    assert_eq!(
        db.query("SELECT b.customer = o.customer FROM wl.bills b, wl.work_orders o WHERE b.id = 4 AND o.number = 'WO-1'"),
        "t"
    );
    db.assert_whole();
}

#[test]
fn r11_the_last_day_ends_in_the_zone_of_the_setting() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    // it is always a day later in one of them than in the other
    for (zone, session) in [("Etc/GMT-14", "Etc/GMT+12"), ("Etc/GMT+12", "Etc/GMT-14")] {
        db.set("zone", zone);
        db.sql("acc", &add_letterhead()).expect("a letterhead");
        let day = |days: i64| format!("(now() AT TIME ZONE '{zone}')::date + {days}");
        let with = |sql: String| format!("SET TimeZone = '{session}'; {sql}");
        db.sql_refused("acc", &with(add(&day(1), &[id])), &["bill_until"]);
        db.sql("acc", &with(add(&day(0), &[id])))
            .expect("a bill until today");
        let number = db.count("SELECT max(id) FROM wl.bills");
        assert_eq!(
            db.query(&format!(
                "SELECT zone, until_ts = (until + 1)::timestamp AT TIME ZONE '{zone}' FROM wl.bills WHERE id = {number}"
            )),
            format!("{zone}|t")
        );
        db.sql("acc", &cancel(number)).expect("a cancellation");
    }
}

#[test]
fn r11_numbers_have_no_gap() {
    let db = ready();
    let ids: Vec<i64> = (1..=4).map(|n| db.locked_entry("tom", 3 * n)).collect();
    db.sql("acc", &add(TODAY, &[ids[0]])).expect("a bill");
    let lost = add(TODAY, &[ids[1]]).replace("COMMIT", "ROLLBACK");
    db.sql("acc", &lost).expect("a bill that is rolled back");
    db.sql_refused("acc", &add(TODAY, &[ids[1], ids[0]]), &["entry_billed"]);
    let several = format!(
        "BEGIN; SAVEPOINT s; {} ROLLBACK TO s; {} COMMIT",
        inside(&add(TODAY, &[ids[1]])),
        inside(&add(TODAY, &[ids[2]])),
    );
    db.sql("ada", &several).expect("a bill after a savepoint");
    // two by one statement
    let sql = format!(
        "BEGIN; WITH made AS (INSERT INTO wl.bills (until, entry_ids, entry_versions)
            SELECT {TODAY}, ARRAY[e.id], ARRAY[e.row_version] FROM wl.time_entries e
            WHERE e.id IN ({}, {}) ORDER BY e.id RETURNING id)
         SELECT * FROM made;
         INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id) VALUES
            ('bill', 3, 'bill.add', 'x'), ('bill', 4, 'bill.add', 'x'); COMMIT",
        ids[1], ids[3]
    );
    db.sql("acc", &sql).expect("two bills");
    assert_eq!(
        db.query(
            "SELECT b.number, l.time_entry_id FROM wl.bills b JOIN wl.bill_lines l ON l.bill_id = b.id ORDER BY 1"
        ),
        format!("1|{}\n2|{}\n3|{}\n4|{}", ids[0], ids[2], ids[1], ids[3])
    );
    db.assert_whole();
}

/// The statements of a transaction without its BEGIN and COMMIT.
fn inside(sql: &str) -> String {
    sql.replace("BEGIN;", "").replace("COMMIT;", "")
}

#[test]
fn r11_a_bill_is_cancelled_once_with_a_reason_and_never_changes_otherwise() {
    let db = ready();
    let id = db.locked_entry("tom", 5);
    db.move_order("WO-1", "billed");
    for login in ["acc", "ada"] {
        db.sql_refused(login, &cancel(1), &["bill_order_billed"]);
    }
    let back = [
        "order",
        "status",
        "WO-1",
        "ready_to_bill",
        "--reason",
        "one is missing",
    ];
    db.ok("acc", &back);
    for reason in ["NULL", "''", "' \u{3164} '", "'ab'"] {
        let sql = format!("UPDATE wl.bills SET cancel_reason = {reason} WHERE id = 1");
        let sql = audited_because(&sql, "bill", 1, "bill.cancel", reason);
        db.sql_refused("acc", &sql, &["reason_required"]);
    }
    // nobody, not even the owner
    for change in [
        "reference = 'X'",
        "until = until - 1",
        "customer = 'X'",
        "duration_seconds = 1",
        "made_by = 1",
        "cancelled_at = now()",
        "cancelled_by = 1, cancelled_at = now(), cancel_reason = 'because of it'",
        "lines_sha256 = sha256('')",
        "id = 2",
    ] {
        let sql = format!("UPDATE wl.bills SET {change}");
        db.sql_refused(SUPERUSER, &sql, &["not_a_user"]);
        db.query("GRANT UPDATE ON wl.bills TO wl_accountant");
        db.sql_refused("acc", &sql, &["bill_fixed"]);
        db.query("REVOKE UPDATE ON wl.bills FROM wl_accountant; GRANT UPDATE (cancel_reason) ON wl.bills TO wl_accountant");
    }
    db.sql("acc", &cancel(1)).expect("a cancellation");
    assert_eq!(
        db.query(
            "SELECT b.cancelled, b.cancelled_at = b.made_at, u.db_role, b.cancel_reason, b.row_version, l.cancelled, o.cancelled,
                b.duration_seconds FROM wl.bills b JOIN wl.users u ON u.id = b.cancelled_by
             JOIN wl.bill_lines l ON l.bill_id = b.id JOIN wl.bill_orders o ON o.bill_id = b.id"
        ),
        "t|f|acc|wrong customer|2|t|t|3600"
    );
    assert_eq!(db.last_record("bill", 1), "bill.cancel acc wrong customer");
    for login in ["acc", "ada"] {
        db.sql_refused(login, &cancel(1), &["bill_cancelled"]);
        db.sql_refused(
            login,
            "UPDATE wl.bills SET cancel_reason = NULL",
            &["bill_cancelled"],
        );
    }
    // free again
    db.unlock("ada", id, "wrong day");
    db.assert_whole();
}

#[test]
fn r11_lines_never_change_and_come_only_with_their_bill() {
    let db = ready();
    db.locked_entry("tom", 5);
    db.bill("acc", &["WO-1"]);
    let more = "INSERT INTO wl.bill_lines SELECT (jsonb_populate_record(l, '{\"position\": 2, \"cancelled\": true}')).* FROM wl.bill_lines l";
    for owner in ["", "SET ROLE wl_owner;"] {
        for (sql, rules) in [
            (more, &["bill_fixed"][..]),
            ("UPDATE wl.bill_lines SET note = 'x'", &["bill_fixed"]),
            ("UPDATE wl.bill_lines SET note = note", &["bill_fixed"]),
            (
                "UPDATE wl.bill_lines SET cancelled = true, late = NOT late",
                &["bill_fixed"],
            ),
            // the bill is not cancelled
            (
                "UPDATE wl.bill_lines SET cancelled = true",
                &["bill_lines_bill_id_fkey"],
            ),
            (
                "UPDATE wl.bill_orders SET cancelled = true",
                &["bill_orders_bill_id_fkey"],
            ),
            ("UPDATE wl.bill_lines SET bill_id = 2", &["bill_fixed"]),
        ] {
            db.sql_refused(SUPERUSER, &format!("{owner} {sql}"), rules);
        }
    }
    db.cancel_bill("acc", 1, "wrong day");
    for sql in [
        "UPDATE wl.bill_lines SET cancelled = false",
        "UPDATE wl.bill_lines SET cancelled = true",
    ] {
        db.sql_refused(SUPERUSER, sql, &["bill_fixed"]);
    }
    // lines of a bill that never comes
    let orphan = "INSERT INTO wl.bill_lines SELECT (jsonb_populate_record(l, '{\"bill_id\": 2, \"cancelled\": false}')).* FROM wl.bill_lines l";
    db.sql_refused(SUPERUSER, orphan, &["bill_lines_bill_id_fkey"]);
}

#[test]
fn r8_bills_letterheads_and_documents_have_their_records() {
    let db = ready();
    let id = db.locked_entry("tom", 5);
    let alone = |sql: String| {
        let start = sql.find("INSERT INTO wl.audit_log").expect("a record");
        sql[..start].to_owned() + "COMMIT;"
    };
    db.sql_refused("acc", &alone(add(TODAY, &[id])), &["audit_missing"]);
    let other = add(TODAY, &[id]).replace("'bill.add'", "'bill.cancel'");
    db.sql_refused("acc", &other, &["audit_action"]);
    db.sql("acc", &add(TODAY, &[id])).expect("a bill");
    db.sql_refused("acc", &alone(cancel(1)), &["audit_missing"]);
    db.sql_refused(
        "acc",
        &cancel(1).replace(
            "'bill.cancel', 'wrong customer'",
            "'bill.cancel', 'other words'",
        ),
        &["audit_reason"],
    );
    db.sql_refused(
        "acc",
        &cancel(1).replace("'bill.cancel'", "'bill.add'"),
        &["audit_action"],
    );
    for entity in ["bill", "letterhead", "document"] {
        let record = |number: i64| {
            format!(
                "INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
                 VALUES ('{entity}', {number}, '{entity}.add', 'x')"
            )
        };
        db.sql_refused("acc", &record(99), &["audit_without_change"]);
        if entity != "document" {
            db.sql_refused("acc", &record(1), &["audit_log_entity_key"]);
        }
        db.sql_refused("tom", &record(1), &["audit_without_change"]);
    }
    db.set("footer", "Thank you");
    db.sql_refused("acc", &alone(add_letterhead()), &["audit_missing"]);
    db.sql("acc", &cancel(1)).expect("a cancellation");
    db.assert_whole();
}

#[test]
fn r11_a_letterhead_is_what_the_settings_say_once() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    db.sql_refused("acc", &add(TODAY, &[id]), &["letterhead_missing"]);
    db.set("organisation", "ACME Service");
    db.set("address", "Main Street 1");
    db.sql("acc", &add_letterhead()).expect("a letterhead");
    assert_eq!(
        db.query(
            "SELECT organisation, address, logo_sha256, footer, language, zone FROM wl.letterheads"
        ),
        "ACME Service|Main Street 1|||en|UTC"
    );
    // the text that ARCHITECTURE.md describes, written out by hand
    assert_eq!(
        db.query(
            "SELECT sha256 = sha256(convert_to('[\"wl-letterhead-1\", \"ACME Service\", \"Main Street 1\", null, null, \"en\", \"UTC\"]', 'UTF8'))
             FROM wl.letterheads"
        ),
        "t"
    );
    // whatever the client says, it is the same again
    let again = "INSERT INTO wl.letterheads (sha256) VALUES (sha256('x'))";
    db.sql_refused("acc", again, &["letterheads_sha256_key"]);
    db.sql("acc", &format!("{again} ON CONFLICT (sha256) DO NOTHING"))
        .expect("nothing to do");
    assert_eq!(db.count("SELECT count(*) FROM wl.letterheads"), 1);
    db.sql("acc", &add(TODAY, &[id])).expect("a bill");
    db.set("organisation", "ACME Services");
    db.sql("acc", &cancel(1)).expect("a cancellation");
    db.sql_refused("acc", &add(TODAY, &[id]), &["letterhead_missing"]);
    db.sql("acc", &add_letterhead()).expect("another one");
    db.sql("acc", &add(TODAY, &[id])).expect("a bill");
    assert_eq!(
        db.query("SELECT b.id, l.organisation FROM wl.bills b JOIN wl.letterheads l ON l.id = b.letterhead_id ORDER BY 1"),
        "1|ACME Service\n2|ACME Services"
    );
    db.query("GRANT UPDATE ON wl.letterheads TO wl_accountant; ALTER TABLE wl.letterheads DISABLE ROW LEVEL SECURITY");
    db.sql_refused(
        "acc",
        "UPDATE wl.letterheads SET footer = 'X'",
        &["letterhead_fixed"],
    );
    db.sql_refused(
        SUPERUSER,
        "UPDATE wl.letterheads SET footer = 'X'",
        &["not_a_user"],
    );
}

#[test]
fn r11_a_document_is_registered_once_and_never_changes() {
    let db = ready();
    db.locked_entry("tom", 5);
    db.bill("acc", &["WO-1"]);
    let document = |values: &str| {
        audited(
            &format!(
                "INSERT INTO wl.documents (sha256, bill_id, kind, options, fonts) VALUES ({values})"
            ),
            "document",
            "(SELECT max(id) FROM wl.documents)",
            "document.add",
        )
    };
    db.sql(
        "acc",
        &document("sha256('a'), 1, 'pdf', '--hide notes', '{Noto 00}'"),
    )
    .expect("a document");
    for (values, rule) in [
        ("sha256('a'), 1, 'csv', NULL, '{}'", "documents_sha256_key"),
        (
            "sha256('b'), 2, 'csv', NULL, '{}'",
            "documents_bill_id_fkey",
        ),
        ("sha256('b'), 1, 'odt', NULL, '{}'", "documents_kind_check"),
        ("'abc', 1, 'csv', NULL, '{}'", "documents_sha256_check"),
        (
            "sha256('b'), 1, 'csv', NULL, '{NULL}'",
            "documents_fonts_check",
        ),
        (
            "sha256('b'), 1, 'csv', NULL, '{{a,b},{c,d}}'",
            "documents_fonts_check",
        ),
        (
            "sha256('b'), 1, 'csv', repeat('x', 2001), '{}'",
            "documents_options_check",
        ),
    ] {
        db.sql_refused("acc", &document(values), &[rule]);
    }
    db.query("GRANT UPDATE ON wl.documents TO wl_accountant; ALTER TABLE wl.documents DISABLE ROW LEVEL SECURITY");
    db.sql_refused(
        "acc",
        "UPDATE wl.documents SET kind = 'csv'",
        &["document_fixed"],
    );
    db.sql_refused(
        SUPERUSER,
        "UPDATE wl.documents SET kind = 'csv'",
        &["not_a_user"],
    );
}

/// October, an hour entered late, November, a correction of October: worked out by hand.
#[test]
fn r11_late_time_and_replaced_bills() {
    let db = ready();
    let october = db.time("tom", "WO-1/1", "2025-10-06T08:00Z", "2025-10-06T18:00Z");
    let november = db.time("tom", "WO-1/1", "2025-11-03T08:00Z", "2025-11-03T12:00Z");
    let approve = |id: i64| {
        let words = [
            "approve",
            "--entry",
            &id.to_string(),
            "--yes",
            "--accept-long",
        ];
        db.ok("ada", &words);
    };
    approve(october);
    approve(november);
    let late = || {
        db.query("SELECT string_agg(time_entry_id || ' ' || late, ', ' ORDER BY time_entry_id) FROM wl.unbilled_time")
    };
    assert_eq!(late(), format!("{october} false, {november} false"));
    db.sql("acc", &add("'2025-10-31'", &[october]))
        .expect("October");
    // an hour of October that comes too late
    let forgotten = db.time("tom", "WO-1/1", "2025-10-07T08:00Z", "2025-10-07T09:00Z");
    approve(forgotten);
    assert_eq!(late(), format!("{november} false, {forgotten} true"));
    db.sql("acc", &add("'2025-11-30'", &[november, forgotten]))
        .expect("November");
    assert_eq!(
        db.query(
            "SELECT entries, duration_seconds, late_seconds, replaces FROM wl.bills WHERE id = 2"
        ),
        "2|18000|3600|{}"
    );
    // the corrected October is not late, although November's bill is active
    db.sql("acc", &cancel(1)).expect("a cancellation");
    assert_eq!(late(), format!("{october} false"));
    db.unlock("ada", october, "nine hours");
    let words = [
        "entry",
        "edit",
        &october.to_string(),
        "--end",
        "2025-10-06T17:00Z",
        "--reason",
        "nine hours",
    ];
    db.ok("tom", &words);
    approve(october);
    assert_eq!(late(), format!("{october} false"));
    db.sql("acc", &add("'2025-10-31'", &[october]))
        .expect("October again");
    // late time stays late when its bill is cancelled, because October's is active
    db.sql("acc", &cancel(2)).expect("a cancellation");
    assert_eq!(late(), format!("{november} false, {forgotten} true"));
    db.sql("acc", &cancel(3)).expect("a cancellation");
    assert_eq!(
        late(),
        format!("{october} false, {november} false, {forgotten} false")
    );
    // entries of two cancelled bills on one; not the first one, which was replaced
    db.sql("acc", &add("'2025-11-30'", &[november, forgotten, october]))
        .expect("all");
    assert_eq!(
        db.query(
            "SELECT string_agg(number || ' ' || replaces::text, ', ' ORDER BY number) FROM wl.bills"
        ),
        "1 {}, 2 {}, 3 {1}, 4 {2,3}"
    );
    assert_eq!(
        db.query("SELECT late_seconds, duration_seconds FROM wl.bills WHERE id = 4"),
        "0|50400"
    );
    assert_eq!(db.count("SELECT count(*) FROM wl.unbilled"), 0);
    db.assert_whole();
}

/// R6: with approved time on no bill an order can be cancelled, but not billed.
#[test]
fn r6_an_order_with_unbilled_time_is_cancelled_but_not_billed() {
    let db = ready();
    let id = db.locked_entry("tom", 5);
    db.move_order("WO-1", "cancelled");
    db.sql("acc", &add(TODAY, &[id]))
        .expect("a bill of a cancelled order");
    db.order_status("ada", "WO-1", "open");
    let late = db.locked_entry("tom", 7);
    db.order_status("ada", "WO-1", "ready_to_bill");
    let billed = audited(
        "UPDATE wl.work_orders SET status = 'billed' WHERE number = 'WO-1'",
        "work_order",
        "(SELECT id FROM wl.work_orders WHERE number = 'WO-1')",
        "order.status",
    );
    for login in ["acc", "ada"] {
        db.sql_refused(login, &billed, &["order_unbilled"]);
    }
    db.sql("acc", &add(TODAY, &[late])).expect("a bill");
    db.sql("acc", &billed).expect("nothing is left to bill");
    // R4
    for id in [id, late] {
        let unlock = format!(
            "UPDATE wl.time_entries SET status = 'OPEN', edited_reason = 'wrong day' WHERE id = {id}"
        );
        db.sql_refused("ada", &unlock, &["entry_billed"]);
    }
}

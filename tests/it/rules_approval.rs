//! R5: two pairs of eyes, finished time only, and what was confirmed is what
//! gets locked.

use worklock::db::connect::Target;
use worklock::db::remote::Ambient;
use worklock::db::watch::{LOCKS, Watched};
use worklock::domain::approval::{self, Plan, Selection};
use worklock::ledger::{self, Operation};

use crate::support::{Db, NO_RIGHT, audited, insert_time};

fn lock(id: i64) -> String {
    format!("UPDATE wl.time_entries SET status = 'LOCKED' WHERE id = {id}")
}

/// Neither `wl` nor SQL lets `login` approve this entry.
#[track_caller]
fn approve_refused(db: &Db, login: &str, id: i64, rule: &str) {
    db.wl_refused(
        login,
        &["approve", "--entry", &id.to_string(), "--yes"],
        1,
        rule,
    );
    db.sql_refused(login, &lock(id), &[rule]);
}

#[test]
fn r5_only_an_admin_approves() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    for login in ["tom", "tess", "acc", "olga"] {
        db.wl_refused(login, &["approve", "WO-1", "--yes"], 77, "no_permission");
        db.sql_refused(login, &lock(id), &[NO_RIGHT]);
    }
    db.ok("ada", &["approve", "WO-1", "--yes"]);
    assert_eq!(
        db.entry_column(id, "status || (approved_by = (SELECT id FROM wl.users WHERE db_role = 'ada')) || (approved_at > created_at)"),
        "LOCKEDtruetrue"
    );
    assert_eq!(db.last_record("time_entry", id), "entry.approve ada");
    // a second time there is nothing to do, and nothing is written
    let before = db.checksum();
    db.ok("abe", &["approve", "WO-1", "--yes"]);
    assert_eq!(db.checksum(), before);
}

#[test]
fn r5_without_a_yes_nothing_is_locked() {
    let db = Db::new();
    db.entry("tom", 5);
    db.wl_refused("ada", &["approve", "WO-1"], 2, "usage");
    let before = db.checksum();
    let plan = db.json("ada", &["approve", "WO-1", "--dry-run"]);
    assert_eq!(plan["count"], 1, "{plan}");
    assert_eq!(db.checksum(), before);
}

#[test]
fn r5_nobody_approves_time_of_their_own() {
    let db = Db::new();
    approve_refused(&db, "ada", db.entry("ada", 5), "approve_own");
    let id = db.entry("ada", 9);
    db.ok("abe", &["approve", "--entry", &id.to_string(), "--yes"]);
}

#[test]
fn r5_nobody_approves_time_that_they_entered_for_another() {
    let db = Db::new();
    let added = db.json(
        "ada",
        &[
            "entry",
            "add",
            "WO-1/1",
            "--start",
            "5h ago",
            "--end",
            "4h ago",
            "--user",
            "tom",
            "--reason",
            "forgot it",
        ],
    );
    approve_refused(
        &db,
        "ada",
        added["id"].as_i64().expect("an id"),
        "approve_own",
    );

    let file = std::env::temp_dir().join(format!("wl-import-{}.csv", db.name));
    std::fs::write(
        &file,
        "number,line,user,start_ts,end_ts\nWO-1,1,tom,2020-01-01T08:00:00Z,2020-01-01T09:00:00Z\n",
    )
    .expect("a file");
    db.ok("ada", &["entry", "import", file.to_str().expect("a path")]);
    std::fs::remove_file(&file).expect("removed");
    let imported = db
        .query("SELECT max(id) FROM wl.time_entries")
        .parse()
        .expect("an id");
    assert_eq!(
        db.entry_column(imported, "start_ts = '2020-01-01 08:00Z'"),
        "t"
    );
    approve_refused(&db, "ada", imported, "approve_own");

    // through SQL too
    let insert = insert_time(
        "tess",
        "WO-1",
        1,
        "now() - interval '2h'",
        "now() - interval '1h'",
    );
    let row = "(SELECT max(id) FROM wl.time_entries)";
    let sql = audited(&insert, "time_entry", row, "entry.add");
    db.sql_refused("ada", &sql, &["reason_required"]);
    let sql = sql.replace("NULL, 'by hand'", "'she forgot', 'by hand'");
    db.sql("ada", &sql).expect("an entry for tess");
    let id = db
        .query("SELECT max(id) FROM wl.time_entries")
        .parse()
        .expect("an id");
    approve_refused(&db, "ada", id, "approve_own");
    db.ok("abe", &["approve", "WO-1", "--yes"]);
}

#[test]
fn r5_nobody_approves_time_that_they_changed() {
    let db = Db::new();
    let changes: [&[&str]; 4] = [
        &[
            "edit",
            "ID",
            "--note",
            "by ada",
            "--reason",
            "the note was empty",
        ],
        &[
            "edit",
            "ID",
            "--line",
            "WO-1/2",
            "--reason",
            "wrong line item",
        ],
        &[
            "edit",
            "ID",
            "--start",
            "309m ago",
            "--reason",
            "began late",
        ],
        &["remove", "ID", "--reason", "counted twice"],
    ];
    for change in changes {
        let id = db.entry("tom", 6);
        let text = id.to_string();
        let args: Vec<&str> = ["entry"]
            .iter()
            .chain(change)
            .map(|arg| if *arg == "ID" { &text } else { *arg })
            .collect();
        db.ok("ada", &args);
        if change[0] == "remove" {
            db.ok("tom", &["entry", "restore", &text]);
        }
        approve_refused(&db, "ada", id, "approve_own");
        // the owner's own change does not wash it off
        db.ok("tom", &["entry", "edit", &text, "--note", "mine again"]);
        approve_refused(&db, "ada", id, "approve_own");
        db.ok("tom", &["entry", "remove", &text]);
    }
    // a stop for somebody else is a change of the time as well
    db.start_timer("tom", "WO-1/1", "10m ago");
    let stopped = db.json(
        "ada",
        &["timer", "stop", "--user", "tom", "--reason", "went home"],
    );
    approve_refused(
        &db,
        "ada",
        stopped["id"].as_i64().expect("an id"),
        "approve_own",
    );
}

#[test]
fn r5_an_unlock_alone_is_no_change_of_the_time() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5).to_string();
    db.ok("ada", &["unlock", &id, "--reason", "look again"]);
    db.ok("ada", &["approve", "--entry", &id, "--yes"]);
}

#[test]
fn r5_the_setting_lets_one_pair_of_eyes_do_and_is_audited() {
    let db = Db::new();
    let id = db.entry("ada", 5);
    let turn = |value: &str| ["settings", "set", "two_pairs_of_eyes", value].map(str::to_owned);
    let off = turn("off");
    let off: Vec<&str> = off.iter().map(String::as_str).collect();
    for login in ["tom", "acc", "olga"] {
        db.wl_refused(login, &off, 77, "no_permission");
    }
    db.ok(
        "ada",
        &[&off[..], &["--reason", "alone in the shop"]].concat(),
    );
    assert_eq!(
        db.query("SELECT action || actor_login || reason || (after ->> 'value') FROM wl.audit_log ORDER BY id DESC LIMIT 1"),
        "settings.changeadaalone in the shopoff"
    );
    db.ok("ada", &["approve", "--entry", &id.to_string(), "--yes"]);
    db.set("two_pairs_of_eyes", "on");
    approve_refused(&db, "ada", db.entry("ada", 9), "approve_own");
}

#[test]
fn r5_no_value_of_the_setting_but_off_turns_it_off() {
    let db = Db::new();
    for (name, values) in [
        ("two_pairs_of_eyes", ["NULL", "''", "'no'", "'OFF'"]),
        ("stale_after", ["NULL", "''", "'0'", "'9999999999'"]),
    ] {
        for value in values {
            let change = format!("UPDATE wl.settings SET value = {value} WHERE name = '{name}'");
            let row = format!("(SELECT id FROM wl.settings WHERE name = '{name}')");
            db.sql_refused(
                "ada",
                &audited(&change, "setting", row, "settings.change"),
                &["settings_value_check"],
            );
        }
    }
}

#[test]
fn r5_long_time_is_not_approved_by_routine() {
    let db = Db::new();
    let night = db.json(
        "tom",
        &[
            "entry", "add", "WO-1/1", "--start", "30h ago", "--end", "20h ago",
        ],
    );
    let night = night["id"].as_i64().expect("an id");
    approve_refused(&db, "ada", night, "approve_long");
    // beside other time it is skipped and named
    let short = db.entry("tom", 5);
    let plan = db.json("ada", &["approve", "WO-1", "--yes"]);
    assert_eq!(plan["approved"][0]["id"], short, "{plan}");
    assert_eq!(plan["skipped"][0]["id"], night, "{plan}");
    assert!(
        plan["skipped"][0]["reason"]
            .as_str()
            .is_some_and(|why| why.contains("10:00")),
        "{plan}"
    );
    assert_eq!(db.entry_column(night, "status"), "OPEN");
    db.ok("ada", &["approve", "WO-1", "--yes", "--accept-long"]);
    assert_eq!(
        db.entry_column(night, "status || long_accepted"),
        "LOCKEDtrue"
    );
    assert_eq!(db.entry_column(short, "long_accepted"), "f");
}

#[test]
fn r5_a_running_timer_is_skipped_and_named() {
    let db = Db::new();
    let started = db.json("tom", &["timer", "start", "WO-1/1"]);
    let id = started["started"]["id"].as_i64().expect("an id");
    approve_refused(&db, "ada", id, "approve_running");
    let done = db.entry("tess", 5);
    let outcome = db.ok("ada", &["approve", "WO-1", "--yes"]);
    assert!(
        outcome.stderr.contains(&format!(
            "skipped: entry {id} of tom on WO-1/1 is a running timer"
        )),
        "{outcome:?}"
    );
    assert_eq!(db.entry_column(done, "status"), "LOCKED");
    assert_eq!(db.entry_column(id, "status"), "OPEN");
    // what is locked at once with an end that was never there
    db.sql_refused(
        "ada",
        &format!("UPDATE wl.time_entries SET status = 'LOCKED', end_ts = now() WHERE id = {id}"),
        &["one_change"],
    );
}

#[test]
fn r5_removed_time_is_not_approved() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    db.remove_entry("tom", id, None);
    approve_refused(&db, "ada", id, "entry_removed");
    db.sql_refused(
        "ada",
        &format!("UPDATE wl.time_entries SET status = 'LOCKED', deleted_at = NULL WHERE id = {id}"),
        &["one_change"],
    );
}

/// What `wl approve` does between the list and the yes.
fn confirmed(db: &Db, selection: &Selection, plan: Option<&Plan>) -> Result<Plan, String> {
    let mut conn = Target::url(
        db.url(),
        "DATABASE_URL".to_owned(),
        Some("ada".to_owned()),
        &Ambient::default(),
    )
    .and_then(|target| Watched::connect(&target, LOCKS, |_| ()))
    .expect("a connection");
    let Some(plan) = plan else {
        return ledger::read(&mut conn, |tx| approval::plan(tx, selection))
            .map_err(|error| error.kind.to_string());
    };
    let operation = Operation {
        id: "confirmed".to_owned(),
        given: false,
        request: None,
    };
    ledger::write(&mut conn, &operation, |tx| {
        approval::approve(tx, selection, Some(plan))
    })
    .map_err(|error| error.kind.to_string())?
    .map_err(|_| "lost".to_owned())
}

#[test]
fn r5_what_a_person_confirmed_is_what_gets_locked() {
    let db = Db::new();
    let id = db.entry("tom", 5);
    let selection = Selection {
        orders: vec!["WO-1".to_owned()],
        ..Selection::default()
    };
    let look = || confirmed(&db, &selection, None).expect("a list");
    let refused = |plan: &Plan, change: &dyn Fn()| {
        change();
        let before = db.checksum();
        let answer = confirmed(&db, &selection, Some(plan)).map(|plan| plan.count);
        assert_eq!(answer, Err("approve_changed".to_owned()));
        assert_eq!(db.checksum(), before);
    };
    let text = id.to_string();
    // the job has another name
    refused(&look(), &|| {
        drop(db.ok(
            "ada",
            &["order", "edit", "WO-1", "--title", "Swap the pump"],
        ))
    });
    refused(&look(), &|| {
        drop(db.ok("ada", &["line", "edit", "WO-1/1", "--description", "Test"]))
    });
    // longer, one more, one less, another one of the same length
    refused(&look(), &|| {
        drop(db.ok("tom", &["entry", "edit", &text, "--end", "270m ago"]))
    });
    refused(&look(), &|| {
        db.entry("tess", 5);
    });
    refused(&look(), &|| drop(db.ok("tom", &["entry", "remove", &text])));
    let plan = look();
    db.ok("tom", &["entry", "restore", &text]);
    refused(&plan, &|| {
        db.ok("ada", &["approve", "WO-1", "--user", "tess", "--yes"]);
    });
    // nothing in between: exactly the list
    let plan = look();
    let locked = confirmed(&db, &selection, Some(&plan)).expect("approved");
    assert_eq!(
        (locked.count, locked.duration_seconds),
        (plan.count, plan.duration_seconds)
    );
    assert_eq!(db.entry_column(id, "status"), "LOCKED");
}

/// The IDs that `wl approve` would lock.
fn selected(db: &Db, args: &[&str]) -> Vec<i64> {
    let plan = db.json("ada", &[&["approve", "--dry-run"], args].concat());
    let ids = plan["approved"].as_array().expect("a list").iter();
    let mut ids: Vec<i64> = ids.filter_map(|entry| entry["id"].as_i64()).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn r5_any_selector_is_enough_and_several_narrow_the_selection() {
    let db = Db::new();
    db.order("WO-2");
    let add = |login: &str, line: &str, day: &str| {
        let at = |hour: u32| format!("{day} {hour:02}:00");
        db.time(login, line, &at(8), &at(9))
    };
    // Monday of week 23 of 2024 is June 3
    let tom = [
        add("tom", "WO-1/1", "2024-06-03"),
        add("tom", "WO-2/1", "2024-06-09"),
        add("tom", "WO-1/2", "2024-06-10"),
    ];
    let tess = [
        add("tess", "WO-1/1", "2024-06-04"),
        add("tess", "WO-2/1", "2024-06-11"),
    ];
    // it started in the week before
    let over_night = db.time("abe", "WO-2/1", "2024-06-02 23:00", "2024-06-03 01:00");
    let entry = tess[1].to_string();
    for (args, mut expected) in [
        (&["WO-1"][..], vec![tom[0], tom[2], tess[0]]),
        (&["--user", "tom"], tom.to_vec()),
        (
            &["--user", "tom", "--user", "tess"],
            [&tom[..], &tess].concat(),
        ),
        (&["-p", "2024-W23"], vec![tom[0], tom[1], tess[0]]),
        (
            &["--from", "2024-W23", "--to", "2024-06-04"],
            vec![tom[0], tess[0]],
        ),
        (&["--to", "2024-06-02"], vec![over_night]),
        (&["--entry", &entry], vec![tess[1]]),
        // orders or entries, and of them the person's time in the period
        (
            &["WO-1", "--entry", &entry],
            vec![tom[0], tom[2], tess[0], tess[1]],
        ),
        (
            &["WO-1", "--entry", &entry, "--user", "tess"],
            tess.to_vec(),
        ),
        (&["WO-1", "-p", "2024-W23", "--user", "tom"], vec![tom[0]]),
        (&["WO-2", "-p", "2024-W23", "--user", "tess"], vec![]),
    ] {
        expected.sort_unstable();
        assert_eq!(selected(&db, args), expected, "{args:?}");
    }
    db.wl_refused("ada", &["approve", "--yes"], 2, "usage");
    db.wl_refused(
        "ada",
        &["approve", "-p", "week", "--from", "week"],
        2,
        "usage",
    );
    db.wl_refused(
        "ada",
        &["approve", "--user", "nobody", "--yes"],
        66,
        "not_found",
    );
    // what was selected is locked, and nothing else
    db.ok(
        "ada",
        &["approve", "--user", "tom", "-p", "2024-W23", "--yes"],
    );
    assert_eq!(
        db.query("SELECT string_agg(id::text, ',' ORDER BY id) FROM wl.time_entries WHERE status = 'LOCKED'"),
        format!("{},{}", tom[0], tom[1])
    );
}

#[test]
fn r5_an_approval_waits_only_for_what_it_locks() {
    let db = Db::new();
    let tom = db.entry("tom", 5);
    let tess = db.entry("tess", 5);
    // tom changes his time and has not committed yet
    let held = db.hold(&format!(
        "SELECT FROM wl.users WHERE db_role = 'tom' FOR NO KEY UPDATE;
         SELECT FROM wl.work_orders WHERE number = 'WO-1' FOR SHARE;
         SELECT FROM wl.time_entries WHERE id = {tom} FOR NO KEY UPDATE"
    ));
    db.ok("ada", &["approve", "--user", "tess", "--yes"]);
    assert_eq!(db.entry_column(tess, "status"), "LOCKED");
    held.commit();
}

#[test]
fn r5_an_empty_list_is_a_list_too() {
    let db = Db::new();
    let selection = Selection {
        users: vec!["tom".to_owned()],
        ..Selection::default()
    };
    let plan = confirmed(&db, &selection, None).expect("a list");
    assert_eq!(plan.count, 0);
    // what came after the list was shown was not seen
    db.entry("tom", 5);
    let before = db.checksum();
    let answer = confirmed(&db, &selection, Some(&plan)).map(|plan| plan.count);
    assert_eq!(answer, Err("approve_changed".to_owned()));
    assert_eq!(db.checksum(), before);
}

#[test]
fn r5_the_list_has_subtotals_notes_and_names() {
    let db = Db::new();
    let id = db.time("tom", "WO-1/2", "2024-06-04 08:00", "2024-06-04 09:30");
    let id = id.to_string();
    db.ok(
        "tom",
        &["entry", "edit", &id, "--note", "the seal\nwas dry"],
    );
    db.time("tom", "WO-1/2", "2024-06-04 10:00", "2024-06-04 10:20");
    db.time("tess", "WO-1/1", "2024-06-05 08:00", "2024-06-05 09:00");
    let list = db.ok("ada", &["approve", "WO-1", "--dry-run"]).stdout;
    assert_eq!(
        list,
        "\
tess (Tess Tech): 1 entry, 1.00 h
  WO-1 Fix the pump: 1.00 h
    /1 Diagnose
      3 Wed 2024-06-05 08:00–09:00  1:00
tom (Tom Tech): 2 entries, 1.83 h
  WO-1 Fix the pump: 1.83 h
    /2 Repair
      1 Tue 2024-06-04 08:00–09:30  1:30  the seal / was dry
      2 Tue 2024-06-04 10:00–10:20  0:20
"
    );
    let plan = db.json("ada", &["approve", "WO-1", "--dry-run"]);
    assert_eq!(
        plan["subtotals"],
        serde_json::json!([
            {"user": "tess", "work_order": "WO-1", "title": "Fix the pump", "count": 1,
             "duration_seconds": 3600, "hours": "1.00"},
            {"user": "tom", "work_order": "WO-1", "title": "Fix the pump", "count": 2,
             "duration_seconds": 6600, "hours": "1.83"},
        ])
    );
    assert_eq!(plan["approved"][1]["note"], "the seal\nwas dry");
}

#[test]
fn r5_many_skipped_entries_are_one_line() {
    let db = Db::new();
    for minute in 0..12 {
        let at = |minute| format!("2024-06-04 08:{minute:02}");
        db.time("ada", "WO-1/1", &at(minute), &at(minute + 1));
    }
    db.time("tess", "WO-1/1", "2024-06-04 08:00", "2024-06-04 20:00");
    db.entry("tom", 3);
    let outcome = db.ok("ada", &["approve", "WO-1", "--yes"]);
    assert_eq!(
        outcome.stderr,
        "Approved and locked 1 entry, 1.00 h (1:00:00).\n\
         warning: skipped 13 entries: 1 too long without --accept-long (13); \
         12 worked, entered or changed by you, for another admin to approve (1, 2, 3, 4, 5, …)\n"
    );
}

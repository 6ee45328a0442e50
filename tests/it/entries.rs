//! Entries at the keyboard: what a write says, and how an entry is named.

use crate::support::{Db, Folder};

/// 2024-05-07 was a Tuesday.
const START: &str = "2024-05-07 08:00";

fn berlin() -> Db {
    let db = Db::new();
    db.set("zone", "Europe/Berlin");
    db
}

fn added(db: &Db, start: &str, end: &str) -> String {
    let args = [
        "-q", "entry", "add", "WO-1/1", "--start", start, "--end", end,
    ];
    db.ok("tom", &args).stdout.trim().to_owned()
}

#[test]
fn a_write_says_how_it_was_understood() {
    let db = berlin();
    let title = db.query("SELECT title FROM wl.work_orders WHERE number = 'WO-1'");
    let text = db.query("SELECT description FROM wl.line_items WHERE position = 1");
    let place = format!("  WO-1/1 {text} · {title}\n");
    let add = ["entry", "add", "WO-1/1", "--start", START, "--end"];
    let outcome = db.ok("tom", &[&add[..], &["2024-05-07 10:00"]].concat());
    let id = db.query("SELECT max(id) FROM wl.time_entries");
    let span = "Tue 2024-05-07 08:00–10:00, 2:00 h";
    assert_eq!(outcome.stdout, "");
    assert_eq!(outcome.stderr, format!("Added entry {id}: {span}\n{place}"));

    let edit = ["entry", "edit", &id, "--end", "2024-05-07 11:00", "-n", "x"];
    assert_eq!(
        db.ok("tom", &edit).stderr,
        format!(
            "Changed entry {id}: Tue 2024-05-07 08:00–11:00, 3:00 h\n{place}  end: 10:00 -> 11:00\n  note: none -> \"x\"\n"
        )
    );
    let edit = ["entry", "edit", &id, "--start", "2024-05-06 23:30"];
    let moved = "Mon 2024-05-06 23:30 – Tue 2024-05-07 11:00, 11:30 h";
    let said = db.ok("tom", &edit).stderr;
    assert!(
        said.contains(&format!(
            "Changed entry {id}: {moved}\n{place}  start: Tue 2024-05-07 08:00 -> Mon 2024-05-06 23:30\n"
        )),
        "{said}"
    );
    let removed = db.ok("tom", &["entry", "remove", &id]).stderr;
    assert_eq!(
        removed,
        format!("Removed entry {id}: {moved}\n{place}  restore it with: wl entry restore {id}\n")
    );
    let restored = db.ok("tom", &["entry", "restore", &id]).stderr;
    let first = format!("Restored entry {id}: {moved}\n{place}warning: entry {id} is longer");
    assert!(restored.starts_with(&first), "{restored}");

    // an admin reads whose time it is
    let reason = ["--reason", "wrong line"];
    let edit = ["entry", "edit", &id, "--line", "WO-1/2"];
    let said = db.ok("ada", &[&edit[..], &reason].concat()).stderr;
    assert!(
        said.starts_with(&format!("Changed entry {id} of tom: {moved}\n  WO-1/2 ")),
        "{said}"
    );
    assert!(said.contains("\n  line item: WO-1/1 -> WO-1/2\n"), "{said}");
}

#[test]
fn an_unlock_says_what_it_reopened() {
    let db = berlin();
    let id = db.time("tom", "WO-1/1", "2024-05-07 06:00", "2024-05-07 08:00");
    db.approve_entry("ada", id);
    let unlock = ["unlock", &id.to_string(), "--reason", "wrong end"];
    let said = db.ok("ada", &unlock).stderr;
    let first =
        format!("Unlocked entry {id} of tom: Tue 2024-05-07 08:00–10:00, 2:00 h\n  WO-1/1 ");
    assert!(said.starts_with(&first), "{said}");
    let last = format!("\n  correct it with: wl entry edit {id} --reason TEXT\n");
    assert!(said.ends_with(&last), "{said}");
}

#[test]
fn entries_have_short_names() {
    let db = berlin();
    let first = added(&db, START, "2024-05-07 09:00");
    let last = added(&db, "2024-05-08 08:00", "2024-05-08 09:00");
    // added later, but it started between them
    let between = added(&db, "2024-05-07 10:00", "2024-05-07 11:00");
    // of another person
    db.time("tess", "WO-1/1", "2024-06-01 08:00", "2024-06-01 09:00");
    let shown = |name: &str| db.json("tom", &["entry", "show", name])["id"].to_string();
    assert_eq!(shown("@"), last);
    assert_eq!(shown("@1"), last);
    assert_eq!(shown("@2"), between);
    assert_eq!(shown("@3"), first);
    let none = db.refused("tom", &["entry", "show", "@4"]);
    assert_eq!(none["kind"], "not_found", "{none}");

    db.ok("tom", &["entry", "edit", "@3", "-n", "first"]);
    assert_eq!(db.json("tom", &["entry", "show", &first])["note"], "first");
    db.ok("tom", &["entry", "remove", "@2"]);
    db.ok("tom", &["entry", "remove", "@"]);
    // the entry that was removed last comes back first
    let restored = db.json("tom", &["entry", "restore", "@"]);
    assert_eq!(restored["id"].to_string(), last);
    let restored = db.json("tom", &["entry", "restore", "@"]);
    assert_eq!(restored["id"].to_string(), between);

    // the running entry is the newest, also before one without length that began later
    let moment = db.query("SELECT (now() - interval '1 h')::text");
    db.start_timer("tom", "WO-1/1", &moment);
    db.ok("tom", &["timer", "stop", "--at", &moment]);
    let running = db.start_timer("tom", "WO-1/2", "3h ago");
    assert_eq!(shown("@"), running.to_string());
    assert_eq!(shown("@3"), last);
    for bad in ["@0", "@x", "7x", "@ 2", "@-1", "@70000", "-"] {
        let outcome = db.wl("tom", &["entry", "show", "--", bad]);
        assert_eq!(outcome.code, 2, "{bad}: {outcome:?}");
    }
}

#[test]
fn an_admin_approves_and_unlocks_by_short_names() {
    let db = berlin();
    db.set("two_pairs_of_eyes", "off");
    let id = db.time("ada", "WO-1/1", "2024-05-07 06:00", "2024-05-07 08:00");
    db.ok("ada", &["approve", "--entry", "@", "--yes"]);
    let status = || {
        db.query(&format!(
            "SELECT status FROM wl.time_entries WHERE id = {id}"
        ))
    };
    assert_eq!(status(), "LOCKED");
    db.ok("ada", &["unlock", "@", "--reason", "wrong end"]);
    assert_eq!(status(), "OPEN");
}

#[test]
fn quiet_prints_the_id_of_what_was_created() {
    let db = Db::new();
    let add = |args: &[&str]| {
        let outcome = db.ok("ada", &[&["-q"], args].concat());
        assert_eq!(outcome.stderr, "", "{args:?}");
        outcome.stdout
    };
    let order = ["order", "add", "WO-7", "--title", "T", "--customer", "C"];
    assert_eq!(add(&order), "WO-7\n");
    assert_eq!(
        add(&["line", "add", "WO-7", "--description", "D"]),
        "WO-7/1\n"
    );
    let name = db.unused_name("technician");
    let user = [
        "user",
        "add",
        &name,
        "--full-name",
        "N",
        "--role",
        "technician",
    ];
    assert_eq!(add(&user), format!("{name}\n"));
    let entry = [
        "entry",
        "add",
        "WO-7/1",
        "--start",
        START,
        "--end",
        "2024-05-07 09:00",
    ];
    let id = db.query("SELECT coalesce(max(id), 0) + 1 FROM wl.time_entries");
    assert_eq!(add(&entry), format!("{id}\n"));
    // with JSON the row itself is the answer
    let other = [
        "entry",
        "add",
        "WO-7/1",
        "--start",
        "2024-05-07 09:00",
        "--end",
        "2024-05-07 10:00",
    ];
    assert!(db.json("ada", &[&["-q"], &other[..]].concat())["id"].is_i64());
}

#[test]
fn a_time_in_a_repeated_hour_shows_its_offset() {
    let db = berlin();
    let (start, end) = ("2023-10-29T02:30:00+02:00", "2023-10-29T02:45:00+01:00");
    let id = added(&db, start, end);
    let shown = db.ok("tom", &["entry", "show", &id]).stdout;
    assert!(shown.contains("2023-10-29 02:30+02:00"), "{shown}");
    assert!(shown.contains("2023-10-29 02:45+01:00"), "{shown}");
    let said = db.ok("tom", &["entry", "remove", &id]).stderr;
    assert!(
        said.contains("Sun 2023-10-29 02:30+02:00–02:45+01:00, 1:15 h"),
        "{said}"
    );
    // what is shown can be typed
    db.ok("tom", &["entry", "restore", &id]);
    let edit = ["entry", "edit", &id, "--end", "2023-10-29 02:40+01:00"];
    assert!(
        db.ok("tom", &edit)
            .stderr
            .contains("  end: 02:45+01:00 -> 02:40+01:00\n")
    );
}

#[test]
fn a_long_entry_is_warned_of() {
    let db = Db::new();
    let add = ["-q", "entry", "add", "WO-1/1", "--start", START, "--end"];
    let warned = |end: &str| db.ok("tom", &[&add[..], &[end]].concat()).stderr;
    let said = warned("2024-05-07 16:01");
    assert!(said.contains("is longer than 8h"), "{said}");
    assert!(said.contains("wl entry edit"), "{said}");
    db.ok("tom", &["entry", "remove", "@"]);
    assert_eq!(warned("2024-05-07 16:00"), "");
    let edit = ["-q", "entry", "edit", "@", "--end", "2024-05-07 17:00"];
    assert!(db.ok("tom", &edit).stderr.contains("is longer than 8h"));
    db.ok("tom", &["entry", "remove", "@"]);
    let restored = db.ok("tom", &["-q", "entry", "restore", "@"]).stderr;
    assert!(restored.contains("is longer than 8h"), "{restored}");

    let row = |day: u32, hours: u32| {
        format!(
            "WO-1,1,tom,2024-06-0{day}T08:00:00Z,2024-06-0{day}T{:02}:00:00Z,\n",
            8 + hours
        )
    };
    let rows = [row(1, 9), row(2, 8), row(3, 10)].concat();
    let folder = Folder::new();
    let file = folder.file(
        "time.csv",
        format!("number,line,user,start_ts,end_ts,note\n{rows}"),
    );
    let said = db.ok("ada", &["-q", "entry", "import", &file]).stderr;
    let warning = "2 entries are longer than 8h: wl approve skips such time";
    assert!(said.contains(warning), "{said}");
}

/// A morning of tom's on `WO-1/1`, Tuesday 2024-05-07 08:00 to 12:00.
fn morning(db: &Db) -> String {
    let id = added(db, START, "2024-05-07 12:00");
    db.ok("tom", &["-q", "entry", "edit", &id, "-n", "pump"]);
    id
}

fn split<'a>(id: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    [&["entry", "split", id], rest].concat()
}

#[test]
fn an_entry_is_split_in_one_operation() {
    let db = berlin();
    let id = morning(&db);
    let args = split(&id, &["--at", "10:00", "--gap", "30m"]);
    let said = db.ok("tom", &args).stderr;
    let second = db.query("SELECT max(id) FROM wl.time_entries");
    for line in [
        format!("Split entry {id}: Tue 2024-05-07 08:00–10:00, 2:00 h\n  WO-1/1 "),
        "\n  end: 12:00 -> 10:00\n".to_owned(),
        format!("\nAdded entry {second}: Tue 2024-05-07 10:30–12:00, 1:30 h\n  WO-1/1 "),
    ] {
        assert!(said.contains(&line), "{line}: {said}");
    }
    let note = |id: &str| db.json("tom", &["entry", "show", id])["note"].clone();
    assert_eq!((note(&id), note(&second)), ("pump".into(), "pump".into()));
    let records = db.query(
        "SELECT string_agg(action, ' ' ORDER BY id) FROM wl.audit_log
         WHERE op_id = (SELECT op_id FROM wl.audit_log ORDER BY id DESC LIMIT 1)",
    );
    assert_eq!(records, "entry.edit entry.add");

    // the rest to another line item, with a note of its own
    let args = split("@", &["--at", "11:15", "--line", "WO-1/2", "-n", "- valve"]);
    let both = db.json("tom", &args);
    assert_eq!(both["first"]["duration_seconds"], 45 * 60);
    assert_eq!(both["second"]["line_item"], 2);
    assert_eq!(both["second"]["note"], "- valve");
    // there, the note of the first part says nothing
    db.order("WO-7");
    let rest = [
        "-q", "entry", "split", "@", "--at", "11:30", "--line", "WO-7",
    ];
    let third = db.ok("tom", &rest).stdout.trim().to_owned();
    assert_eq!(note(&third), serde_json::Value::Null);
    let rows = db.ok(
        "tom",
        &["--format", "csv", "entry", "split", "@", "--at", "11:45"],
    );
    assert_eq!(rows.stdout.lines().count(), 3);
}

#[test]
fn a_split_leaves_no_part_without_length() {
    let db = berlin();
    let id = morning(&db);
    for rest in [
        &["--at", "8:00"][..],
        &["--at", "7:00"],
        &["--at", "12:00"],
        &["--at", "2024-05-08 10:00"],
        &["--at", "11:30", "--gap", "30m"],
        &["--at", "11:30", "--gap", "9999999999999d"],
    ] {
        let before = db.checksum();
        let error = db.refused("tom", &split(&id, rest));
        assert_eq!(
            (&error["kind"], &error["code"]),
            (&"split_outside".into(), &1.into()),
            "{rest:?}: {error}"
        );
        assert_eq!(db.checksum(), before);
    }
    // over midnight, a bare time is on the day on which it is inside
    let night = added(&db, "2024-05-07 22:00", "2024-05-08 06:00");
    let both = db.json("tom", &split(&night, &["--at", "2:00"]));
    assert_eq!(both["first"]["duration_seconds"], 4 * 3600);
    // a running timer has no end
    db.start_timer("tom", "WO-1/2", "2h ago");
    let error = db.refused("tom", &split("@", &["--at", "1h ago"]));
    assert_eq!(error["kind"], "entry_running", "{error}");
    assert!(
        error["hint"]
            .as_str()
            .is_some_and(|hint| hint.contains("wl stop --at")),
        "{error}"
    );
}

#[test]
fn a_split_follows_the_rules_of_edit_and_add() {
    let db = berlin();
    let id = morning(&db);
    let at = ["--at", "10:00"];
    // of another user, and of time that was approved once
    assert_eq!(
        db.refused("ada", &split(&id, &at))["kind"],
        "reason_required"
    );
    assert_eq!(db.refused("tess", &split(&id, &at))["kind"], "not_found");
    let number: i64 = id.parse().expect("a number");
    db.approve_entry("ada", number);
    assert_eq!(db.refused("tom", &split(&id, &at))["kind"], "entry_locked");
    db.unlock("ada", number, "two jobs");
    assert_eq!(
        db.refused("tom", &split(&id, &at))["kind"],
        "reason_required"
    );
    // the second part is new time
    db.line_status("WO-1/1", "done");
    let reason = ["--at", "10:00", "--reason", "two jobs"];
    let before = db.checksum();
    assert_eq!(
        db.refused("tom", &split(&id, &reason))["kind"],
        "line_closed"
    );
    assert_eq!(db.checksum(), before);
    let elsewhere = [&reason[..], &["--line", "WO-1"]].concat();
    let both = db.json("tom", &split(&id, &elsewhere));
    assert_eq!(both["second"]["line_item"], 2);
    assert_eq!(both["first"]["edited_reason"], "two jobs");
    let other = ["--at", "9:00", "--reason", "two jobs", "--line", "WO-1/2"];
    let both = db.json("ada", &split(&id, &other));
    assert_eq!(both["second"]["user"], "tom");
}

#[test]
fn a_line_item_may_be_an_order_with_one_open_line() {
    let db = berlin();
    db.order("WO-7");
    let add = ["entry", "add", "WO-7", "--start", START, "--for", "1h"];
    assert_eq!(db.json("tom", &add)["line_item"], 1);
    let edit = ["entry", "edit", "@", "--line", "WO-1"];
    let error = db.refused("tom", &edit);
    assert_eq!(error["kind"], "choose_line", "{error}");
    db.line_status("WO-1/1", "done");
    assert_eq!(db.json("tom", &edit)["line_item"], 2);
}

#[test]
fn technicians_read_past_versions_of_their_own_time() {
    let db = berlin();
    let id = morning(&db);
    let noted = db.query("SELECT clock_timestamp()::text");
    let reason = ["--reason", "the log says so"];
    let edit = ["entry", "edit", &id, "--end", "13:00", "-n", "pump, valve"];
    db.ok("ada", &[&edit[..], &reason].concat());
    let number: i64 = id.parse().expect("a number");
    db.approve_entry("abe", number);
    let as_of = |login: &str, at: &str| db.json(login, &["entry", "show", &id, "--as-of", at]);
    let then = as_of("tom", &noted);
    assert_eq!(
        (&then["note"], &then["duration_seconds"]),
        (&"pump".into(), &(4 * 3600).into())
    );
    let now = as_of("tom", "now");
    assert_eq!(
        (&now["note"], &now["status"]),
        (&"pump, valve".into(), &"LOCKED".into())
    );
    assert_eq!(now["approved_by"], "abe");
    assert_eq!(now, as_of("ada", "now"));
    db.set("stale_after", "9h");
    // order and line item have their present texts: their records are not a technician's
    db.ok("ada", &["order", "edit", "WO-1", "--title", "Renamed"]);
    assert_eq!(as_of("tom", &noted)["title"], "Renamed");
    assert_ne!(as_of("ada", &noted)["title"], "Renamed");
    // of others they read nothing
    let error = db.refused("tess", &["entry", "show", &id, "--as-of", "now"]);
    assert_eq!(error["kind"], "not_found", "{error}");
    let error = db.refused("tess", &["entry", "show", "999999", "--as-of", "now"]);
    assert_eq!(error["kind"], "not_found", "{error}");
}

#[test]
fn free_text_may_begin_with_a_dash() {
    let db = berlin();
    let order = [
        "order",
        "add",
        "WO-7",
        "--title",
        "- pump",
        "--customer",
        "-- & Co",
    ];
    db.ok("ada", &order);
    let line = ["line", "add", "WO-7", "--description", "-1 valve"];
    db.ok("ada", &line);
    let add = [
        "entry", "add", "WO-7", "--start", START, "--for", "1h", "--note",
    ];
    for note in ["- pump", "-1+2", "-", "--", "-n1", "--nothing of ours"] {
        let entry = db.json("tom", &[&add[..], &[note]].concat());
        assert_eq!(entry["note"], note);
        db.ok("tom", &["entry", "remove", "@"]);
    }
    let reason = ["entry", "restore", "@", "--reason", "-- by mistake"];
    db.ok("tom", &reason);
    db.ok("ada", &["settings", "set", "footer", "- thank you -"]);
    // the name of an option is no text
    for note in ["--as", "--as=ada", "--start", "-n", "-q"] {
        let outcome = db.wl("tom", &[&add[..], &[note]].concat());
        assert_eq!(outcome.code, 2, "{note}: {outcome:?}");
        let missing = format!("the text of '--note <TEXT>' is missing: '{note}' is an option");
        assert!(outcome.stderr.contains(&missing), "{outcome:?}");
    }
    let json = [&["--format", "json"], &add[..], &["--reason"]].concat();
    let error = db.refused("tom", &json);
    assert_eq!(error["kind"], "usage", "{error}");
}

/// Every argument that takes what people write, wherever it is.
#[test]
fn every_free_text_may_begin_with_a_dash() {
    const FREE: [&str; 9] = [
        "note",
        "reason",
        "title",
        "description",
        "customer",
        "full_name",
        "search",
        "reference",
        "value",
    ];
    fn walk(command: &clap::Command, found: &mut Vec<String>) {
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str();
            if FREE.contains(&id) && arg.get_action().takes_values() {
                let path = format!("{} {id}", command.get_name());
                assert!(arg.is_allow_hyphen_values_set(), "{path}");
                found.push(path);
            }
        }
        command
            .get_subcommands()
            .for_each(|inner| walk(inner, found));
    }
    let mut found = Vec::new();
    walk(&worklock::commands::grammar(), &mut found);
    for id in FREE {
        assert!(
            found.iter().any(|path| path.ends_with(&format!(" {id}"))),
            "{id}: {found:?}"
        );
    }
}

#[test]
fn time_is_added_by_words_and_by_the_end_of_a_number() {
    let db = berlin();
    db.order("HV-2077");
    let place = |args: &[&str]| {
        let entry = db.json("tom", args);
        format!(
            "{}/{}",
            entry["work_order"].as_str().unwrap_or_default(),
            entry["line_item"]
        )
    };
    let add = ["entry", "add", "2077", "--start", START, "--for", "2h"];
    assert_eq!(place(&add), "HV-2077/1");
    let edit = ["entry", "edit", "@", "--line", "diagnose pump"];
    assert_eq!(place(&edit), "WO-1/1");
    let both = db.json("tom", &split("@", &["--at", "9:00", "--line", "2077"]));
    assert_eq!(both["second"]["work_order"], "HV-2077");
    // without a terminal, nobody is asked
    let outcome = db.wl("tom", &["entry", "add", "--for", "1h"]);
    assert_eq!(outcome.code, 2, "{outcome:?}");
    assert!(
        outcome.stderr.contains("no line item was named"),
        "{outcome:?}"
    );
}

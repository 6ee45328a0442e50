//! Entries at the keyboard: what a write says, and how an entry is named.

use crate::support::Db;

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
    assert_eq!(restored, format!("Restored entry {id}: {moved}\n{place}"));

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
    let running = db.start_timer("tom", "WO-1/2", "3h ago");
    db.time("tom", "WO-1/1", "1h ago", "1h ago");
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
}

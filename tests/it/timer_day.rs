//! A technician's day at the timer: start, switch, note, cancel, a forgotten night.

use chrono::{Timelike, Utc};

use crate::support::{Db, Fault, Folder, Outcome, Proxy, Terminal, bare_command};

const TOM: &str = "SELECT FROM wl.users WHERE db_role = 'tom' FOR UPDATE";

fn actions(db: &Db) -> String {
    db.query(
        "SELECT string_agg(action, ' ' ORDER BY id) FROM wl.audit_log
         WHERE actor_login = 'tom' AND entity_type = 'time_entry'",
    )
}

/// The live entries of tom as `WO-1/2 30-10`, in minutes before now.
fn entries(db: &Db) -> String {
    db.query(
        "SELECT string_agg(format('%s/%s %s-%s', o.number, l.position, round(extract(epoch FROM now() - e.start_ts) / 60),
            coalesce(round(extract(epoch FROM now() - e.end_ts) / 60)::text, '')), ' ' ORDER BY e.start_ts)
         FROM wl.time_entries e JOIN wl.work_orders o ON o.id = e.work_order_id
         JOIN wl.line_items l ON l.id = e.line_item_id
         WHERE e.deleted_at IS NULL AND e.user_id = (SELECT id FROM wl.users WHERE db_role = 'tom')",
    )
}

fn note_of(db: &Db, id: i64) -> String {
    db.query(&format!("SELECT note FROM wl.time_entries WHERE id = {id}"))
}

#[test]
fn what_runs_already_is_not_started_again() {
    let db = Db::new();
    let id = db.start_timer("tom", "WO-1/1", "20m ago");
    let before = db.checksum();
    for args in [
        &["start", "WO-1/1"][..],
        &["timer", "start", "diagnose"],
        &["start", "WO-1/1", "--no-switch"],
        &["start", "WO-1/1", "--at", "5m ago"],
    ] {
        let outcome = db.ok("tom", args);
        assert!(outcome.stderr.contains("running since "), "{outcome:?}");
        assert!(!outcome.stderr.contains("Started"), "{outcome:?}");
        assert_eq!(db.checksum(), before, "{args:?}");
    }
    // not even where the line item takes no more time
    db.line_status("WO-1/1", "done");
    let view = db.json("tom", &["start", "WO-1/1", "-n", "pump"]);
    assert_eq!(view["already_running"], true);
    assert_eq!(
        (&view["started"]["id"], &view["stopped"]),
        (&id.into(), &serde_json::Value::Null)
    );
    db.ok("tom", &["start", "WO-1/1", "-n", "seal"]);
    assert_eq!(note_of(&db, id), "pump; seal");
    assert_eq!(actions(&db), "timer.start entry.edit entry.edit");
    assert_eq!(entries(&db), "WO-1/1 20-");
}

#[test]
fn a_blank_note_is_none() {
    let db = Db::new();
    let view = db.json("tom", &["start", "WO-1/1", "--at", "2h ago", "-n", " "]);
    let null = serde_json::Value::Null;
    assert_eq!(view["started"]["note"], null);
    let before = db.checksum();
    db.ok("tom", &["start", "WO-1/1", "-n", "\u{200b} "]);
    assert_eq!(db.checksum(), before);
    for text in ["", "   ", "\u{200b}"] {
        db.wl("tom", &["note", text])
            .assert_refused(2, "the text of the note is missing");
    }
    db.ok("tom", &["note", "pump"]);
    let view = db.json("tom", &["stop", "--at", "1h ago", "-n", ""]);
    assert_eq!(view["note"], "pump");
    let view = db.json(
        "tom",
        &["entry", "add", "WO-1/1", "--for", "30m", "-n", " "],
    );
    assert_eq!(view["note"], null);
    let split = ["entry", "split", "@2", "--at", "90m ago", "-n", " "];
    let both = db.json("tom", &split);
    assert_eq!(
        (&both["first"]["note"], &both["second"]["note"]),
        (&"pump".into(), &null)
    );
    let view = db.json("tom", &["entry", "edit", "@3", "-n", " "]);
    assert_eq!(view["note"], null);
}

#[test]
fn an_option_after_the_text_of_a_note_is_refused() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "20m ago");
    let before = db.checksum();
    for (words, quoted) in [
        (&["-n", "hello"][..], "wl note -- '-n hello'"),
        (&["--at", "12:30", "hello"], "wl note -- '--at 12:30 hello'"),
        (
            &["hello", "--reason=why"],
            "wl note -- 'hello --reason=why'",
        ),
        (&["hello", "-q"], "options go before the text"),
        (&["--full-name=X"], "wl note -- '--full-name=X …'"),
    ] {
        let args = [&["note"], words].concat();
        db.wl("tom", &args).assert_refused(2, quoted);
    }
    let set = ["settings", "set", "footer", "--title"];
    db.wl("ada", &set)
        .assert_refused(2, "wl settings set -- <NAME> '--title …'");
    assert_eq!(db.checksum(), before);
    db.ok("tom", &["note", "--", "-n hello"]);
    db.ok("tom", &["note", "- pump"]);
    db.ok("tom", &["note", "-", "seal"]);
    let view = db.json("tom", &["stop"]);
    assert_eq!(view["note"], "-n hello; - pump; - seal");
}

#[test]
fn two_starts_of_the_same_at_once_leave_one_timer() {
    let db = Db::new();
    let start = ("tom", &["start", "WO-1/1"][..]);
    let [first, second] = db.race(TOM, start, start);
    assert_eq!((first.code, second.code), (0, 0), "{first:?} {second:?}");
    assert!(second.stderr.contains("running since "), "{second:?}");
    assert_eq!(actions(&db), "timer.start");
}

#[test]
fn a_note_is_added_also_after_an_admins_correction() {
    let db = Db::new();
    let id = db.start_timer("tom", "WO-1/1", "20m ago");
    let text = id.to_string();
    db.ok(
        "ada",
        &[
            "entry",
            "edit",
            &text,
            "--start",
            "30m ago",
            "--reason",
            "he said so",
        ],
    );
    db.ok("tom", &["note", "new", "seal"]);
    let outcome = db.ok("tom", &["note", "and oil"]);
    assert!(outcome.stderr.contains("new seal; and oil"), "{outcome:?}");
    assert_eq!(note_of(&db, id), "new seal; and oil");
    db.stop_timer("tom");
    db.wl("tom", &["note", "late"])
        .assert_refused(1, "tom has no running timer");
}

#[test]
fn a_start_says_of_the_time_that_it_stops_what_a_stop_says() {
    let db = Db::new();
    let said = |login: &str, args: &[&str]| -> String {
        let id = db.start_timer(login, "WO-1/1", "2024-06-10T08:00:00Z");
        let outcome = db.ok(login, &[args, &["--at", "2024-06-10T17:00:00Z"]].concat());
        let kept = |line: &&str| !line.contains("Started") && !line.contains("WO-1/2");
        let lines: Vec<&str> = outcome.stderr.lines().filter(kept).collect();
        let text = lines.join("\n");
        text.replace(&format!("entry {id}"), "entry N")
            .replace(&format!("edit {id}"), "edit N")
    };
    let switched = said("tom", &["start", "WO-1/2"]);
    assert_eq!(switched, said("tess", &["stop"]));
    for words in [
        "Stopped entry N: Mon 2024-06-10 08:00–17:00, 9:00 h",
        "WO-1/1 Diagnose · Fix the pump",
        "warning: entry N is longer than 8h",
        "wl entry edit N --end TIME",
    ] {
        assert!(switched.contains(words), "{switched}");
    }
}

#[test]
fn a_bare_time_of_a_stop_is_on_the_day_of_the_start() {
    let db = Db::new();
    for (start, at, end) in [
        ("2024-06-10T08:00:00Z", "17:00", "2024-06-10T17:00:00Z"),
        ("2024-06-11T22:00:00Z", "6:00", "2024-06-12T06:00:00Z"),
    ] {
        db.start_timer("tom", "WO-1/1", start);
        assert_eq!(db.json("tom", &["stop", "--at", at])["end_ts"], end);
    }
}

#[test]
fn a_start_to_the_minute_follows_the_entry_that_ends_in_it() {
    let db = Db::new();
    db.time(
        "tom",
        "WO-1/1",
        "2024-06-10T08:00:00Z",
        "2024-06-10T09:00:53Z",
    );
    let outcome = db.ok("tom", &["start", "WO-1/2", "--at", "2024-06-10 09:00"]);
    assert!(
        outcome.stderr.contains("09:00 is taken as 09:00:53"),
        "{outcome:?}"
    );
    let start = "SELECT start_ts FROM wl.time_entries WHERE end_ts IS NULL";
    assert_eq!(db.query(start), "2024-06-10 09:00:53+00");
}

#[test]
fn a_timer_does_not_stop_before_it_started() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "2024-06-10T12:30:30Z");
    let before = db.checksum();
    for command in [&["stop"][..], &["start", "WO-1/2"]] {
        for (at, sentence) in [
            (
                "2024-06-10 12:25",
                "the running timer on WO-1/1 started at Mon 2024-06-10 12:30, \
                 so it can't stop at Mon 2024-06-10 12:25",
            ),
            (
                "2024-06-10 12:30",
                "the running timer on WO-1/1 started at 2024-06-10 12:30:30, \
                 so it can't stop at 2024-06-10 12:30:00",
            ),
        ] {
            let error = db.refused("tom", &[command, &["--at", at]].concat());
            assert_eq!(error["message"], sentence);
            assert_eq!(error["kind"], "time_entries_end_check");
            let hint = "give a later --at, or remove that timer with: wl cancel";
            assert_eq!(error["hint"], hint);
        }
    }
    assert_eq!(db.checksum(), before);
    // of today, the clock alone
    let minute = Utc::now().hour() * 60 + Utc::now().minute();
    if !(1..23 * 60).contains(&minute) {
        return; // the day may change meanwhile
    }
    db.ok("tom", &["cancel"]);
    db.start_timer("tom", "WO-1/1", "0m ago");
    let error = db.refused("tom", &["stop", "--at", "0:00:01"]);
    let message = error["message"].to_string();
    assert!(
        message.ends_with("so it can't stop at 00:00\""),
        "{message}"
    );
}

/// What a removal and a restoration say of a timer, and new time of its note.
#[test]
fn an_echo_tells_a_timer_and_the_note_of_new_time() {
    let db = Db::new();
    let start = ["start", "WO-1/1", "--at", "10m ago", "-n", "pump"];
    let said = db.ok("tom", &start).stderr;
    assert!(said.contains("\n  note: \"pump\"\n"), "{said}");
    for (command, begins) in [
        ("remove", "Removed entry 1: "),
        ("restore", "Restored entry 1: "),
    ] {
        let said = db.ok("tom", &["entry", command, "@"]).stderr;
        let first = said.lines().next().unwrap_or_default();
        assert!(first.starts_with(begins), "{said}");
        assert!(first.ends_with(", running"), "{said}");
    }
    db.stop_timer("tom");
    let add = [
        "entry", "add", "WO-1/1", "--start", "3h ago", "--for", "1h", "-n", "seal",
    ];
    let said = db.ok("tom", &add).stderr;
    assert!(said.contains("\n  note: \"seal\"\n"), "{said}");
}

#[test]
fn whose_timer_does_not_run_is_told_apart() {
    let db = Db::new();
    db.wl("tom", &["stop"])
        .assert_refused(1, "start one with: wl start ORDER");
    let stop = ["stop", "--user", "tom", "--reason", "went home"];
    db.wl("ada", &stop)
        .assert_refused(1, "see their time with: wl entry list --user tom");
}

#[test]
fn an_overlap_says_how_to_record_what_was_meant() {
    let db = Db::new();
    db.entry("tom", 3);
    db.wl("tom", &["start", "WO-1/1", "--at", "5h ago"])
        .assert_refused(1, "add time that is over with: wl entry add WHAT");
    db.start_timer("tom", "WO-1/1", "1h ago");
    let add = ["entry", "add", "WO-1/1", "--start", "30m ago", "--for=10m"];
    db.wl("tom", &add)
        .assert_refused(1, "end entry 2 before with: wl stop --at TIME");
}

/// A bare end is on the day of the start where the day after is in the future: then the
/// start is what is wrong.
#[test]
fn a_start_in_the_future_is_what_is_refused() {
    let db = Db::new();
    let start = ["--start", "2999-01-01 23:00", "--end", "0:30"];
    db.wl("tom", &[&["entry", "add", "WO-1/1"][..], &start].concat())
        .assert_refused(1, "2999-01-01 23:00 is in the future");
    db.entry("tom", 3);
    db.wl("tom", &[&["entry", "edit", "1"][..], &start].concat())
        .assert_refused(1, "2999-01-01 23:00 is in the future");
}

/// A terminal that asks when tom's forgotten timer, of nine hours, ended.
fn asked(db: &Db) -> Terminal {
    db.start_timer("tom", "WO-1/1", "9h ago");
    let mut terminal = Terminal::wide(db, "tom", 200, "start WO-1/2");
    terminal.wait_for("When did it end? [time, length or now; empty: leave it running]");
    assert!(
        terminal.seen().contains("WO-1/1 has been running since "),
        "{}",
        terminal.seen()
    );
    terminal
}

#[test]
fn a_forgotten_timer_ends_when_the_person_says() {
    let db = Db::new();
    let mut terminal = asked(&db);
    for (answer, reason) in [
        ("soon", "\"soon\" is not a time"),
        ("2999-01-01 10:00", "is in the future"),
        ("10h ago", "so it can't stop at"),
    ] {
        let asked = terminal.seen().matches("leave it running]").count();
        terminal.press(&format!("{answer}\r"));
        terminal.wait_for(reason);
        // the answer is written once more, and then the question
        terminal.wait_for_many("leave it running]", asked + 2);
    }
    assert_eq!(entries(&db), "WO-1/1 540-");
    terminal.press("2h ago\r");
    let (code, screen) = terminal.finish();
    assert_eq!(code, Some(0), "{screen}");
    assert_eq!(screen.matches("warning:").count(), 3, "{screen}");
    assert_eq!(entries(&db), "WO-1/1 540-120 WO-1/2 0-");
    assert_eq!(actions(&db), "timer.start timer.stop timer.start");
    // nothing goes on when the new one is cancelled: it stopped nothing
    db.ok("tom", &["cancel"]);
    assert_eq!(entries(&db), "WO-1/1 540-120");
}

#[test]
fn a_forgotten_timer_that_really_ran_stops_as_any_other() {
    let db = Db::new();
    let mut terminal = asked(&db);
    terminal.press("now\r");
    let (code, screen) = terminal.finish();
    assert_eq!(code, Some(0), "{screen}");
    assert!(screen.contains("wl entry edit 1 --end TIME"), "{screen}");
    assert_eq!(entries(&db), "WO-1/1 540-0 WO-1/2 0-");
    assert_eq!(actions(&db), "timer.start timer.auto_stop timer.start");
}

#[test]
fn a_length_is_how_long_the_work_on_a_forgotten_timer_took() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "2024-06-10T07:55:20Z");
    let mut terminal = Terminal::wide(&db, "tom", 200, "start WO-1/2");
    terminal.wait_for("[time, length or now; empty: leave it running]");
    terminal.press("7.5h\r");
    let (code, screen) = terminal.finish();
    assert_eq!(code, Some(0), "{screen}");
    let length = "SELECT duration_seconds FROM wl.time_entries WHERE id = 1";
    assert_eq!(db.query(length), "27000");
}

#[test]
fn an_answer_without_a_day_is_on_the_day_of_the_start() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "2024-06-10T07:55:00Z");
    let mut terminal = Terminal::wide(&db, "tom", 200, "start WO-1/2");
    terminal.wait_for("running since Mon 2024-06-10 07:55. When did it end?");
    terminal.press("16:30\r");
    let (code, screen) = terminal.finish();
    assert_eq!(code, Some(0), "{screen}");
    assert!(
        screen.contains("Stopped entry 1: Mon 2024-06-10 07:55–16:30, 8:35 h"),
        "{screen}"
    );
    assert!(screen.contains("wl entry edit 1 --end TIME"), "{screen}");
}

#[test]
fn no_answer_leaves_a_forgotten_timer_running() {
    for (keys, code) in [("\r", 0), ("\u{3}", 130)] {
        let db = Db::new();
        let mut terminal = asked(&db);
        let before = db.checksum();
        terminal.press(keys);
        let (found, screen) = terminal.finish();
        assert_eq!(found, Some(code), "{screen}");
        assert_eq!(db.checksum(), before);
    }
}

#[test]
fn a_timer_that_changed_while_somebody_was_asked_is_left_alone() {
    for (args, words) in [
        (&["stop"][..], "the timer on WO-1/1 was stopped meanwhile"),
        (
            &["note", "pump"],
            "the timer on WO-1/1 was changed meanwhile",
        ),
        (
            &["start", "WO-1/2"],
            "the timer on WO-1/1 was stopped meanwhile, and one runs on WO-1/2",
        ),
    ] {
        let db = Db::new();
        let mut terminal = asked(&db);
        db.ok("tom", args);
        let before = db.checksum();
        terminal.press("2h ago\r");
        let (code, screen) = terminal.finish();
        assert_eq!(code, Some(1), "{screen}");
        assert!(screen.contains(words), "{screen}");
        assert_eq!(db.checksum(), before, "{args:?}");
    }
}

#[test]
fn nobody_is_asked_about_a_timer_that_ends_in_time() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "9h ago");
    let (code, screen) = Terminal::new(&db, "tom", "start WO-1/2 --at '8h ago'").finish();
    assert_eq!(code, Some(0), "{screen}");
    assert_eq!(entries(&db), "WO-1/1 540-480 WO-1/2 480-");
}

#[test]
fn a_cancelled_timer_never_ran_and_the_one_before_goes_on() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "30m ago");
    db.start_timer("tom", "WO-1/2", "12m ago");
    let outcome = db.ok("tom", &["cancel"]);
    let said = "Cancelled WO-1/2 (12 min). WO-1/1 running since ";
    assert!(outcome.stderr.contains(said), "{outcome:?}");
    assert_eq!(entries(&db), "WO-1/1 30-12 WO-1/1 12-");
    assert_eq!(
        actions(&db),
        "timer.start timer.auto_stop timer.start timer.cancel timer.start"
    );
    // the restarted one had stopped nothing
    let view = db.json("tom", &["timer", "cancel"]);
    assert_eq!(view["cancelled"]["removed"], true);
    assert!(view["started"].is_null());
    assert_eq!(entries(&db), "WO-1/1 30-12");
    db.wl("tom", &["cancel"])
        .assert_refused(1, "tom has no running timer");
    let verified = db.ok("ada", &["audit", "verify"]);
    assert!(!verified.stdout.contains("problem"), "{verified:?}");
}

#[test]
fn a_cancel_works_where_nothing_can_go_on() {
    for (close, words) in [
        (
            &["line", "status", "WO-1/1", "done"][..],
            "line item WO-1/1 is done",
        ),
        (
            &["order", "status", "WO-1", "ready_to_bill"],
            "work order WO-1 is ready_to_bill",
        ),
    ] {
        let db = Db::new();
        db.order("WO-2");
        db.start_timer("tom", "WO-1/1", "30m ago");
        db.start_timer("tom", "WO-2/1", "12m ago");
        db.ok("ada", close);
        let outcome = db.ok("tom", &["cancel"]);
        assert!(
            outcome.stderr.contains("Cancelled WO-2/1 (12 min)."),
            "{outcome:?}"
        );
        assert!(outcome.stderr.contains(words), "{outcome:?}");
        assert_eq!(entries(&db), "WO-1/1 30-12");
    }
}

#[test]
fn time_that_was_removed_does_not_go_on() {
    let db = Db::new();
    let first = db.start_timer("tom", "WO-1/1", "30m ago").to_string();
    db.start_timer("tom", "WO-1/2", "12m ago");
    db.ok("tom", &["entry", "remove", &first]);
    db.ok("tom", &["cancel"]);
    assert_eq!(entries(&db), "");
}

#[test]
fn a_restart_that_is_long_already_warns() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "10h ago");
    db.start_timer("tom", "WO-1/2", "9h ago");
    let outcome = db.ok("tom", &["cancel"]);
    assert!(
        outcome.stderr.contains("Cancelled WO-1/2 (9:00 h)."),
        "{outcome:?}"
    );
    assert!(
        outcome
            .stderr
            .contains("warning: entry 3 has been running longer than 8h"),
        "{outcome:?}"
    );
}

/// A removal of one's own running timer is `timer.cancel` or `entry.remove`, and nothing
/// else is the first.
#[test]
fn only_the_removal_of_ones_own_running_timer_is_a_cancel() {
    let db = Db::new();
    let finished = db.entry("tom", 3);
    let running = db.start_timer("tom", "WO-1/1", "20m ago");
    let change = |set: &str, id: i64, action: &str| {
        format!(
            "BEGIN; UPDATE wl.time_entries SET {set}, edited_reason = 'because' WHERE id = {id};
             INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
             VALUES ('time_entry', {id}, '{action}', 'because', 'x'); ROLLBACK;"
        )
    };
    let remove = "deleted_at = now()";
    for (login, set, id, action, rule) in [
        ("tom", remove, running, "timer.cancel", ""),
        ("tom", remove, running, "entry.remove", ""),
        ("tom", remove, finished, "timer.cancel", "audit_action"),
        ("tom", "note = 'x'", running, "timer.cancel", "audit_action"),
        (
            "tom",
            "end_ts = now()",
            running,
            "timer.cancel",
            "audit_action",
        ),
        ("ada", remove, running, "timer.cancel", "audit_action"),
        ("ada", remove, running, "entry.remove", ""),
    ] {
        let found = db.sql(login, &change(set, id, action));
        let found = found.err().map_or(String::new(), |refusal| refusal.rule);
        assert_eq!(found, rule, "{login} {set} {action}");
    }
    for login in ["tess", "acc", "olga"] {
        let refused = db.sql(login, &change(remove, running, "timer.cancel"));
        assert!(refused.is_err(), "{login}");
    }
}

#[test]
fn a_prompt_gets_a_line_or_nothing() {
    let db = Db::new();
    let short = |db: &Db| db.ok("tom", &["status", "--short"]);
    let nothing = short(&db);
    assert_eq!(
        (nothing.stdout, nothing.stderr),
        (String::new(), String::new())
    );
    db.start_timer("tom", "WO-1/1", "85m ago");
    // a busy machine may take more than it waits
    let mut tries = (0..50).map(|_| short(&db).stdout);
    assert!(tries.any(|line| line == "WO-1/1 1:25\n"));
    let mut tries = (0..50).map(|_| db.ok("tom", &["timer", "status", "--short"]).stdout);
    assert!(tries.any(|line| line == "WO-1/1 1:25\n"));
}

#[test]
fn a_prompt_never_fails_nor_waits_nor_starts_a_server() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "85m ago");
    let silent = |url: Option<&str>, home: &str, login: &str| {
        let mut command = bare_command(&["status", "--short"]);
        command.env("WL_USER", login).env("WL_HOME", home);
        if let Some(url) = url {
            command.env("DATABASE_URL", url);
        }
        let outcome = Outcome::of(command.output().expect("wl runs"));
        assert_eq!(
            (
                outcome.code,
                outcome.stdout.as_str(),
                outcome.stderr.as_str()
            ),
            (0, "", ""),
            "{url:?}"
        );
    };
    let folder = Folder::new();
    let home = folder.path("home");
    silent(None, &home, "tom");
    assert!(!std::path::Path::new(&home).exists());
    silent(Some("postgresql:///x?host=/nonexistent"), &home, "tom");
    silent(Some("nonsense"), &home, "tom");
    silent(Some(&db.url()), &home, "nobody_at_all");
    silent(Some(&db.url()), &home, "olga");
    // a server that takes the connection and never answers, at the first word or later
    for words in ["tom", "BEGIN"] {
        let frozen = Proxy::new(words, Fault::Freeze, false);
        silent(Some(&frozen.url(&db.name)), &home, "tom");
    }
}

#[test]
fn the_status_has_names_and_fits_80_columns() {
    let db = Db::new();
    let title = "A long title ".repeat(10);
    db.ok("ada", &["order", "edit", "WO-1", "--title", &title]);
    db.start_timer("tom", "WO-1/1", "85m ago");
    let status = db.json("tom", &["status"]);
    for (field, value) in [
        ("line", "WO-1/1"),
        ("line_description", "Diagnose"),
        ("customer", "ACME"),
    ] {
        assert_eq!(status[field], value);
    }
    for line in ["status", "timer", "timer status"] {
        let line = format!("--color never {line}");
        let (code, screen) = Terminal::new(&db, "tom", &line).finish();
        assert_eq!(code, Some(0), "{screen}");
        assert!(
            screen.contains("WO-1/1 Diagnose") && screen.contains("1:25"),
            "{screen}"
        );
        assert!(
            screen
                .lines()
                .all(|line| line.trim_end().chars().count() <= 80),
            "{screen}"
        );
    }
}

//! The server's clock is set back: time that is recorded lies in the future then. Nobody
//! typed it, so the message names the clock. The tests move the time, not the clock.

use crate::support::Db;

/// All of tom's time was recorded by a clock that was ahead by so much.
fn set_back(db: &Db, by: &str) {
    let later = format!("start_ts = start_ts + interval '{by}', end_ts = end_ts + interval '{by}'");
    db.query(&format!(
        "SET session_replication_role = replica;
         UPDATE wl.time_entries SET {later} WHERE end_ts IS NULL;
         UPDATE wl.time_entries SET {later} WHERE end_ts IS NOT NULL"
    ));
}

#[track_caller]
fn names_the_clock(db: &Db, args: &[&str]) {
    let error = db.wl_refused("tom", args, 1, "clock_behind");
    let message = error["message"].as_str().expect("a message");
    assert!(message.starts_with("the server's clock says "), "{message}");
    let hint = error["hint"].as_str().expect("a hint");
    assert!(
        hint.starts_with("if that clock was set back, wait "),
        "{hint}"
    );
}

#[test]
fn a_timer_that_started_later_than_now_neither_stops_nor_switches() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "now");
    set_back(&db, "2 hours");
    names_the_clock(&db, &["timer", "stop"]);
    names_the_clock(&db, &["timer", "stop", "--at", "1m ago"]);
    names_the_clock(&db, &["timer", "start", "WO-1/2"]);
    // as the hint says
    db.ok("tom", &["timer", "cancel"]);
    db.ok("tom", &["timer", "start", "WO-1/2"]);
}

#[test]
fn no_timer_starts_before_time_that_has_ended() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "10m ago");
    db.stop_timer("tom");
    set_back(&db, "5 minutes");
    names_the_clock(&db, &["timer", "start", "WO-1/2"]);
    let typed = db.refused("tom", &["timer", "start", "WO-1/2", "--at", "1m ago"]);
    assert_eq!(typed["kind"], "time_entries_no_overlap", "{typed}");
}

#[test]
fn what_a_cancelled_timer_had_stopped_does_not_go_on_in_the_future() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "10m ago");
    db.start_timer("tom", "WO-1/2", "now");
    set_back(&db, "2 hours");
    let cancelled = db.ok("tom", &["timer", "cancel"]);
    assert!(
        cancelled.stderr.contains("no timer goes on: "),
        "{cancelled:?}"
    );
    assert!(
        cancelled
            .stderr
            .contains(" is in the future: the server's clock says "),
        "{cancelled:?}"
    );
}

/// Whatever changes no time is possible as ever.
#[test]
fn notes_line_items_and_approval_do_not_need_the_clock() {
    let db = Db::new();
    db.time("tom", "WO-1/1", "2024-03-05 08:00", "2024-03-05 09:00");
    db.start_timer("tom", "WO-1/1", "10m ago");
    set_back(&db, "10 years");
    db.ok("tom", &["note", "a seal"]);
    db.ok("tom", &["entry", "edit", "@", "--line", "WO-1/2"]);
    db.ok("tom", &["entry", "edit", "1", "--note", "two seals"]);
    db.ok("ada", &["approve", "--entry", "1", "--yes"]);
    db.ok("ada", &["unlock", "1", "--reason", "looked again"]);
    let why = ["--reason", "as agreed"];
    db.ok("tom", &[&["entry", "remove", "1"][..], &why].concat());
    db.ok("tom", &[&["entry", "restore", "1"][..], &why].concat());
    let moved = [&["entry", "edit", "1", "--for", "90m"][..], &why].concat();
    let error = db.wl_refused("tom", &moved, 1, "future_time");
    let message = error["message"].as_str().expect("a message");
    assert!(message.contains(": the server's clock says "), "{message}");
}

/// R3 holds against SQL as before: times that change are not in the future.
#[test]
fn plain_sql_moves_no_time_into_the_future() {
    let db = Db::new();
    db.start_timer("tom", "WO-1/1", "10m ago");
    for change in [
        "start_ts = now() + interval '2 minutes'",
        "end_ts = now() + interval '2 minutes'",
    ] {
        db.sql_refused(
            "tom",
            &format!("UPDATE wl.time_entries SET {change}"),
            &["future_time"],
        );
    }
    set_back(&db, "2 hours");
    for change in [
        "start_ts = start_ts + interval '1 minute'",
        "start_ts = start_ts - interval '1 minute'",
    ] {
        db.sql_refused(
            "tom",
            &format!("UPDATE wl.time_entries SET {change}"),
            &["future_time"],
        );
    }
}

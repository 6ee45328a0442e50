//! Nights on which clocks jump: durations are the seconds that really passed,
//! and a local time that is no instant, or two, is refused.

use crate::support::Db;

/// Adds time as people type it in that zone and returns its seconds.
fn seconds(db: &Db, start: &str, end: &str) -> i64 {
    let add = ["entry", "add", "WO-1/1", "--start", start, "--end", end];
    db.json("tom", &add)["duration_seconds"]
        .as_i64()
        .expect("seconds")
}

fn in_zone(zone: &str) -> Db {
    let db = Db::new();
    db.set("zone", zone);
    db
}

fn assert_no_instant(db: &Db, local: &str, kind: &str, readings: [&str; 2]) {
    for (start, end) in [(local, "2024-12-24 12:00"), ("2024-01-02 12:00", local)] {
        let before = db.checksum();
        let add = ["entry", "add", "WO-1/2", "--start", start, "--end", end];
        let error = db.refused("tom", &add);
        assert_eq!(
            (&error["code"], &error["kind"]),
            (&65.into(), &kind.into()),
            "{error}"
        );
        let hint = error["hint"].as_str().expect("a hint");
        assert_eq!(hint, format!("write {} or {}", readings[0], readings[1]));
        assert_eq!(db.checksum(), before);
    }
}

#[test]
fn new_york() {
    let db = in_zone("America/New_York");
    assert_eq!(seconds(&db, "2024-03-10 01:30", "2024-03-10 03:30"), 3600);
    assert_eq!(
        seconds(&db, "2024-11-03 00:30", "2024-11-03 02:30"),
        3 * 3600
    );
    assert_no_instant(
        &db,
        "2024-03-10 02:30",
        "skipped_time",
        ["2024-03-10T02:30:00-05:00", "2024-03-10T02:30:00-04:00"],
    );
    assert_no_instant(
        &db,
        "2024-11-03 01:30",
        "ambiguous_time",
        ["2024-11-03T01:30:00-04:00", "2024-11-03T01:30:00-05:00"],
    );
}

#[test]
fn berlin() {
    let db = in_zone("Europe/Berlin");
    assert_eq!(
        seconds(&db, "2024-03-30 22:00", "2024-03-31 06:00"),
        7 * 3600
    );
    assert_eq!(
        seconds(&db, "2024-10-26 22:00", "2024-10-27 06:00"),
        9 * 3600
    );
    // both readings of the doubled hour can be typed: an hour lies between them
    let doubled = ["2024-10-27T02:30:00+02:00", "2024-10-27T02:30:00+01:00"];
    let skipped = ["2024-03-31T02:30:00+01:00", "2024-03-31T02:30:00+02:00"];
    assert_no_instant(&db, "2024-03-31 02:30", "skipped_time", skipped);
    assert_no_instant(&db, "2024-10-27 02:30", "ambiguous_time", doubled);
}

#[test]
fn both_readings_of_a_doubled_hour_can_be_typed() {
    let db = in_zone("Europe/Berlin");
    assert_eq!(
        seconds(
            &db,
            "2024-10-27T02:30:00+02:00",
            "2024-10-27T02:30:00+01:00"
        ),
        3600
    );
    db.approve("ada", "WO-1");
    let csv = db.ok("acc", &["export", "csv", "WO-1"]).stdout;
    assert!(
        csv.contains(",2024-10-27T02:30:00+02:00,2024-10-27T02:30:00+01:00,3600,1.00,"),
        "{csv}"
    );
}

#[test]
fn lord_howe_moves_by_half_an_hour() {
    let db = in_zone("Australia/Lord_Howe");
    assert_eq!(seconds(&db, "2024-10-06 01:00", "2024-10-06 03:00"), 5400);
    assert_eq!(seconds(&db, "2024-04-07 01:00", "2024-04-07 03:00"), 9000);
    assert_no_instant(
        &db,
        "2024-10-06 02:15",
        "skipped_time",
        ["2024-10-06T02:15:00+10:30", "2024-10-06T02:15:00+11:00"],
    );
    assert_no_instant(
        &db,
        "2024-04-07 01:45",
        "ambiguous_time",
        ["2024-04-07T01:45:00+11:00", "2024-04-07T01:45:00+10:30"],
    );
}

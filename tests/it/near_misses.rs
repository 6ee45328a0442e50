//! A name that is not there: the nearest one that is.

use crate::support::{Db, bare_command};

fn hint(db: &Db, login: &str, args: &[&str]) -> String {
    let error = db.refused(login, args);
    error["hint"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_nearest_order_and_person_are_suggested() {
    let db = Db::new();
    for number in ["WO-1042", "WO-1051", "M\u{fc}ller-1"] {
        db.order(number);
    }
    for (typed, near) in [
        ("WO-1024", "WO-1042"),
        ("wo1051", "WO-1051"),
        ("Mu\u{308}ler-1", "M\u{fc}ller-1"),
    ] {
        assert_eq!(
            hint(&db, "ada", &["order", "show", typed]),
            format!("did you mean {near}? See all with: wl order list")
        );
    }
    assert_eq!(
        hint(&db, "ada", &["order", "show", "xyz"]),
        "see all with: wl order list"
    );
    for (typed, near) in [("tmo", "tom"), ("tes", "tess"), ("olag", "olga")] {
        assert_eq!(
            hint(&db, "ada", &["entry", "list", "--user", typed]),
            format!("did you mean {near}? See all with: wl user list")
        );
    }
    // a removed user is not suggested
    let gone = db.person("technician");
    db.remove_user(&gone);
    let rest = hint(
        &db,
        "ada",
        &["entry", "list", "--user", &format!("{gone}x")],
    );
    assert!(!rest.contains(&gone), "{rest}");
}

#[test]
fn the_line_items_that_exist_are_named() {
    let db = Db::new();
    let none = "work order WO-1 has no line item 9";
    for (there, words) in [
        (2, "it has 1 and 2; see them with: wl line list WO-1"),
        (3, "it has 1 to 3; see them with: wl line list WO-1"),
    ] {
        if there > 2 {
            db.line("WO-1", "Valve");
        }
        for args in [
            &["timer", "start", "WO-1/9"][..],
            &["entry", "list", "WO-1/9"],
        ] {
            let error = db.refused("tom", args);
            assert_eq!(error["message"], none, "{args:?}");
            assert_eq!(error["hint"], words, "{args:?}");
        }
    }
    let error = db.refused("ada", &["line", "status", "WO-1/9", "done"]);
    assert_eq!(error["message"], none);
    db.order("WO-2");
    let lone = hint(
        &db,
        "ada",
        &["line", "edit", "WO-2/9", "--description", "X"],
    );
    assert!(lone.contains("wl line"), "{lone}");
}

fn usage(args: &[&str]) -> String {
    let output = bare_command(args).output().expect("wl runs");
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn one_command_or_value_is_suggested() {
    for (args, near) in [
        (&["timer", "stat"][..], "status"),
        (&["timer", "strat"], "start"),
        (&["timer", "stpo"], "stop"),
        (&["order", "lst"], "list"),
        (&["ordr", "list"], "order"),
        (&["settings", "shw"], "show"),
        (&["order", "status", "WO-1", "ready"], "ready_to_bill"),
        (&["order", "status", "WO-1", "in-progres"], "in_progress"),
        (&["line", "status", "WO-1/1", "don"], "done"),
        (&["user", "role", "tom", "tech"], "technician"),
    ] {
        let text = usage(args);
        let tips: Vec<&str> = text.lines().filter(|line| line.contains("tip:")).collect();
        assert_eq!(tips.len(), 1, "{text}");
        assert!(tips[0].contains(&format!("'{near}'")), "{text}");
        // the other similar words are not suggested
        assert_eq!(tips[0].matches('\'').count(), 2, "{text}");
        let json = usage(&[&["--format", "json"], args].concat());
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["hint"], format!("did you mean {near}?"), "{json}");
    }
    let text = usage(&["timer", "frobnicate"]);
    assert!(!text.contains("tip:"), "{text}");
}

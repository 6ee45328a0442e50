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
        assert!(
            text.starts_with("error: ") && !text.contains("tip:"),
            "{text}"
        );
        let suggested = format!("\nhint: did you mean {near}? See all with: wl ");
        assert!(text.contains(&suggested), "{text}");
        let json = usage(&[&["--format", "json"], args].concat());
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let hint = json["hint"].as_str().expect("a hint");
        assert!(text.ends_with(&format!("hint: {hint}\n")), "{json}");
    }
    assert_eq!(
        usage(&["timer", "frobnicate"]),
        "error: unrecognized subcommand 'frobnicate'\nhint: see all with: wl timer -h\n"
    );
}

#[test]
fn words_of_other_programs_lead_to_the_command_here() {
    for (args, hint) in [
        (&["list"][..], "use: wl entry list"),
        (&["log"], "use: wl entry list"),
        (&["pause"], "use: wl stop"),
        (&["continue"], "use: wl start -"),
        (&["resume"], "use: wl start -"),
        (&["add"], "use: wl entry add"),
        (&["edit"], "use: wl entry edit @"),
        (&["delete"], "use: wl entry remove @"),
        (&["rm", "7"], "use: wl entry remove 7"),
        (&["switch", "WO-1/2"], "use: wl start WO-1/2"),
        (&["begin", "cold room"], "use: wl start 'cold room'"),
        (&["switch"], "use: wl start"),
        (
            &["add", "WO-1", "--for", "1h"],
            "use: wl entry add WO-1 --for 1h",
        ),
        (
            &["order", "delete", "WO-1"],
            "did you mean remove? See all with: wl order -h",
        ),
        (
            &["user", "ls"],
            "did you mean list? See all with: wl user -h",
        ),
        // far from all
        (&["frob"], "see all with: wl -h"),
        (&["timer", "pause"], "see all with: wl timer -h"),
    ] {
        let text = usage(args);
        assert!(text.ends_with(&format!("\nhint: {hint}\n")), "{text}");
    }
}

#[test]
fn an_option_of_another_program_leads_to_the_one_here() {
    for (args, near) in [
        (&["entry", "add", "WO-1", "--date", "today"][..], "--start"),
        (&["entry", "list", "--date", "today"], "--period"),
        (&["start", "WO-1", "--date", "today"], "--at"),
        (&["entry", "add", "WO-1", "--duration", "1h"], "--for"),
        (&["stop", "--message", "x"], "--note"),
        (&["entry", "list", "--perod", "week"], "--period"),
        (&["entry", "list", "--databas-url", "x"], "--database-url"),
    ] {
        let text = usage(args);
        let suggested = format!("\nhint: did you mean {near}? See all with: wl ");
        assert!(text.contains(&suggested), "{text}");
    }
    for args in [
        &["order", "list", "--date", "today"][..],
        &["status", "--date"],
    ] {
        assert!(!usage(args).contains("did you mean"), "{args:?}");
    }
    for (args, typed) in [
        (&["-c", "select 1"][..], "-c 'select 1'"),
        (&["--command", "x"], "--command x"),
        (&["-cx"], "-cx"),
    ] {
        let text = usage(&[&["db", "psql"], args].concat());
        let hint = format!("\nhint: options of psql come after --: wl db psql -- {typed}\n");
        assert!(text.ends_with(&hint), "{text}");
    }
}

#[test]
fn a_value_without_its_option_is_told_which() {
    for (args, near) in [
        (&["stop", "5m"][..], "--at '5m ago'"),
        (&["stop", "now"], "--at now"),
        (&["timer", "stop", "16:30"], "--at 16:30"),
        (
            &["line", "add", "WO-1", "Find the fault"],
            "--description 'Find the fault'",
        ),
        (
            &["order", "add", "A-1", "Pump", "--customer", "C"],
            "--title Pump",
        ),
        (
            &["order", "add", "A-1", "--title", "Pump", "C"],
            "--customer C",
        ),
    ] {
        let text = usage(args);
        let suggested = format!("\nhint: did you mean {near}? See all with: wl ");
        assert!(text.contains(&suggested), "{text}");
    }
    assert!(!usage(&["entry", "show", "1", "2"]).contains("did you mean"));
}

#[test]
fn an_unknown_option_is_not_said_to_be_a_value() {
    for args in [
        &["order", "add", "WO-7", "--line", "2"][..],
        &["export", "csv", "--user", "tom"],
        &["today", "-p", "week"],
        &["start", "-x"],
    ] {
        let text = usage(args);
        assert!(
            text.starts_with("error: ") && text.contains("\nhint: ") && !text.contains("-- -"),
            "{text}"
        );
        assert!(
            !text.contains("nothing was saved") && !text.contains("tip"),
            "{text}"
        );
    }
    let db = Db::new();
    let period = |args: &[&str]| db.json("tom", args)["first"].clone();
    assert_eq!(
        period(&["week", "-p", "last-week"]),
        period(&["week", "last-week"])
    );
    assert_eq!(usage(&["week", "mon", "-p", "7d"]).lines().count(), 2);
}

#[test]
fn errors_of_the_command_line_fit_the_terminal() {
    let args = ["order", "add", "WO-7", "--description-of-the-work", "x"];
    let mut command = bare_command(&args);
    let output = command.env("COLUMNS", "40").output().expect("wl runs");
    let text = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(
        text.lines().next(),
        Some("error: unexpected argument"),
        "{text}"
    );
    assert!(text.lines().all(|line| line.len() <= 40), "{text}");
}

#[test]
fn approve_without_a_selector_names_all_of_them() {
    let db = Db::new();
    let error = db.refused("ada", &["approve"]);
    assert_eq!(error["code"], 2);
    assert_eq!(error["message"], "nothing says which time to approve");
    for selector in ["--entry", "--user", "-p ", "wl review"] {
        assert!(error["hint"].to_string().contains(selector), "{error}");
    }
}

#[test]
fn a_hyphen_in_place_of_the_slash_is_seen() {
    let db = Db::new();
    for args in [&["start", "wo-1-2"][..], &["entry", "list", "WO-1-2"]] {
        assert_eq!(
            hint(&db, "tom", args),
            "did you mean WO-1/2? See all with: wl line list WO-1"
        );
    }
    let none = hint(&db, "tom", &["start", "WO-1-9"]);
    assert!(!none.contains("WO-1/9"), "{none}");
}

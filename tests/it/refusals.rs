//! The words of refusals: each has one home in the database, names a rule that
//! the program knows, and says what to do next.

use std::collections::BTreeSet;

use worklock::db::rules;
use worklock::error::ErrorKind;
use worklock::models::OrderStatus;

use crate::support::Db;

/// The keys of the table in `rules/02_refusals.sql`.
fn keys() -> BTreeSet<String> {
    let (_, text) = rules::FILES[0];
    let table = text.split("FROM (VALUES").nth(1).expect("the table");
    table
        .lines()
        .filter_map(|line| line.trim().strip_prefix("('"))
        .map(|line| line.split('\'').next().expect("a key").to_owned())
        .collect()
}

#[test]
fn every_refusal_of_a_guard_has_its_words() {
    let keys = keys();
    assert!(keys.len() > 50, "{}", keys.len());
    let mut used = 0;
    for (name, text) in &rules::FILES[1..] {
        for call in text.split("wl.refuse('").skip(1) {
            let key = call.split('\'').next().expect("a key");
            // the case is put behind the colon
            let found = match key.ends_with(':') {
                true => keys.iter().any(|known| known.starts_with(key)),
                false => keys.contains(key),
            };
            assert!(found, "{name}: {key}");
            used += 1;
        }
    }
    assert!(used > 50, "{used}");
    for closed in OrderStatus::ALL.map(|status| (status, status.takes_time())) {
        let key = format!("order_closed:{}", closed.0);
        assert_eq!(keys.contains(&key), !closed.1, "{key}");
    }
}

#[test]
fn every_key_names_a_rule_and_has_a_sentence_and_a_remedy() {
    let db = Db::new();
    for key in keys() {
        let rule = key.split(':').next().expect("a rule");
        assert!(rule.parse::<ErrorKind>().is_ok(), "{key}");
        let words = db.query(&format!(
            "SELECT sentence || '|' || remedy FROM wl.refusal('{key}', 'a b', 'two', 'three', 'four')"
        ));
        let (sentence, remedy) = words.split_once('|').expect("two texts");
        assert!(!sentence.is_empty() && !remedy.is_empty(), "{key}");
        assert!(!sentence.ends_with('.') && !remedy.ends_with('.'), "{key}");
        // what a command names is one word to a shell
        assert!(!remedy.replace("'a b'", "").contains("a b"), "{words}");
    }
}

#[test]
fn psql_hears_what_wl_says() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    let said = db.wl("tom", &["entry", "edit", &id.to_string(), "--note", "x"]);
    let told = db
        .sql(
            "tom",
            &format!("UPDATE wl.time_entries SET note = 'x' WHERE id = {id}"),
        )
        .expect_err("it is locked");
    let sentence = format!("entry {id} is LOCKED: approved time does not change");
    let remedy = format!("an admin reopens it with: wl unlock {id} --reason TEXT");
    assert_eq!(
        said.stderr,
        format!("error: {sentence}\nnothing was saved\nhint: {remedy}\n")
    );
    assert!(told.text.contains(&sentence), "{told:?}");
    assert!(told.text.contains(&format!("HINT:  {remedy}")), "{told:?}");
}

/// An unlock would be refused while the bill is active.
#[test]
fn a_billed_entry_names_its_bill_and_all_steps() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5);
    db.move_order("WO-1", "billed");
    let refused = db
        .sql(
            "ada",
            &format!("UPDATE wl.time_entries SET note = 'x' WHERE id = {id}"),
        )
        .expect_err("it is locked");
    assert_eq!(refused.rule, "entry_billed");
    let sentence = format!("entry {id} is on bill 1");
    assert!(refused.text.contains(&sentence), "{refused:?}");
    assert!(
        refused.text.contains(
            "HINT:  cancel the bill with: wl bill cancel 1 --reason TEXT; \
             then unlock, edit and approve the entry, and bill it again"
        ),
        "{refused:?}"
    );
    let reason = ["--reason", "wrong day"];
    let back = ["order", "status", "WO-1", "ready_to_bill"];
    db.ok("acc", &[&back[..], &reason].concat());
    db.cancel_bill("acc", 1, "wrong day");
    let unlock = ["unlock", &id.to_string()];
    db.ok("ada", &[&unlock[..], &reason].concat());
}

/// The status decides what to type, and what is told to type works.
#[test]
fn a_closed_order_says_how_it_opens() {
    let db = Db::new();
    for (number, status, command) in [
        ("WO 7", "cancelled", "wl order status 'WO 7' open"),
        ("WO-8", "ready_to_bill", "wl order status WO-8 in_progress"),
        (
            "WO-9",
            "billed",
            "wl order status WO-9 ready_to_bill --reason TEXT",
        ),
    ] {
        db.order(number);
        db.move_order(number, status);
        let outcome = db.wl("tom", &["timer", "start", &format!("{number}/1")]);
        let sentence = format!("work order {number} is {status} and takes no new time");
        outcome.assert_refused(1, &sentence);
        assert!(outcome.stderr.contains(command), "{outcome:?}");
    }
}

#[test]
fn the_checker_of_plpgsql_has_nothing_to_say() {
    let db = Db::new();
    let available = "SELECT count(*) FROM pg_available_extensions WHERE name = 'plpgsql_check'";
    if db.count(available) == 0 {
        // script/bootstrap installs it where there is a package; other servers than
        // the installed one don't have it
        assert!(
            std::env::var_os("WL_PG_BIN").is_some()
                || !std::path::Path::new("/usr/bin/apt-get").exists(),
            "plpgsql_check is not installed; script/bootstrap does it"
        );
        return;
    }
    let found = db.query(
        "CREATE EXTENSION plpgsql_check;
         SELECT p.oid::regprocedure, t.relname, c.*
         FROM pg_proc p
         LEFT JOIN LATERAL (SELECT DISTINCT ON (g.tgfoid) g.tgrelid, r.relname FROM pg_trigger g
            JOIN pg_class r ON r.oid = g.tgrelid WHERE g.tgfoid = p.oid) t ON true
         CROSS JOIN LATERAL plpgsql_check_function(p.oid, coalesce(t.tgrelid, 0),
            newtable => CASE p.proname WHEN 'guard_new_bill_lines' THEN 'added'::name END,
            performance_warnings => true, extra_warnings => true, security_warnings => true) c
         WHERE p.pronamespace = 'wl'::regnamespace
           AND p.prolang = (SELECT oid FROM pg_language WHERE lanname = 'plpgsql')",
    );
    assert_eq!(found, "");
}

//! A reason has at least three letters or digits: in Rust and in SQL the same
//! characters count, for both come from one list.

use worklock::text::{has_substance, substance};

use crate::support::{Db, assert_current};

#[test]
fn the_rule_file_is_current() {
    assert_current(
        "rules/04_substance.sql",
        substance::rule_file().as_bytes(),
        "WL_WRITE_SUBSTANCE",
        "substance",
    );
}

/// Every character that PostgreSQL can store.
#[test]
fn the_database_counts_the_same_characters() {
    let ranges = Db::new().query(
        "SELECT min(code), max(code) FROM (
            SELECT code, code - row_number() OVER (ORDER BY code) AS run
            FROM generate_series(1, 1114111) code
            WHERE code NOT BETWEEN 55296 AND 57343 AND wl.has_substance(repeat(chr(code), 3))) counted
         GROUP BY run ORDER BY run",
    );
    let mut counted = Vec::new();
    for range in ranges.lines() {
        let (first, last) = range.split_once('|').expect("two numbers");
        let number = |text: &str| text.parse::<u32>().expect("a number");
        counted.extend(number(first)..=number(last));
    }
    let expected: Vec<u32> = ('\u{1}'..=char::MAX)
        .filter(|c| has_substance(&c.to_string().repeat(3)))
        .map(u32::from)
        .collect();
    assert!(expected.len() > 900_000, "{}", expected.len());
    let differs = counted
        .iter()
        .zip(&expected)
        .find(|(sql, rust)| sql != rust);
    assert_eq!(differs, None);
    assert_eq!(counted.len(), expected.len());
}

#[test]
fn both_need_three() {
    let db = Db::new();
    for (text, enough) in [
        ("", false),
        ("   ", false),
        ("ab", false),
        ("a.b", false),
        ("²³¹", false),
        ("×××", false),
        ("👍👍👍", false),
        ("\u{3164}\u{3164}\u{3164}", false),
        ("\u{200b}\u{200b}\u{200b}", false),
        ("abc", true),
        ("1 2 3", true),
        ("修正済", true),
    ] {
        assert_eq!(has_substance(text), enough, "{text:?}");
        let sql = db.query(&format!("SELECT wl.has_substance('{text}')"));
        assert_eq!(sql == "t", enough, "{text:?}");
    }
    assert_eq!(db.query("SELECT wl.has_substance(NULL)"), "f");
}

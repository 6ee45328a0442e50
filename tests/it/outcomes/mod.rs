//! What each command answers: the exit code and all that it prints, as snapshots.
//!
//! After an answer changed: `SNAPSHOTS=overwrite cargo test --test it outcomes`.
//! A new command needs a line here, or the test below fails.

mod bills;
mod export;
mod installation;
mod orders;
mod people;
mod refusals;
mod time;

use std::collections::BTreeSet;
use std::path::Path;

use regex::Regex;

use crate::json_schema::{leaf, leaves};

/// The sources of this module.
fn sources() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/outcomes");
    let files = std::fs::read_dir(folder).expect("a folder");
    files
        .map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("UTF-8"))
        .collect()
}

/// The command lines that end with `code`, as they stand in the sources.
fn typed(code: &str) -> Vec<String> {
    let outcome = r##"\.outcome\(\s*"\w+",\s*"([^"]+)",\s*str!\[\[r#"\s*exit code (\d+)\n"##;
    let outcome = Regex::new(outcome).expect("a pattern");
    outcome
        .captures_iter(&sources())
        .filter(|found| &found[2] == code)
        .map(|found| found[1].to_owned())
        .collect()
}

/// What the first two print are files, which tests/it/completions.rs and reference.rs
/// compare. The last reads standard input, which passwords.rs gives it.
const ELSEWHERE: [&str; 3] = ["completions", "help", "user password"];

#[test]
fn every_command_has_a_snapshot_of_its_ordinary_answer() {
    let mut answered: BTreeSet<String> = typed("0").iter().map(|line| leaf(line)).collect();
    answered.extend(ELSEWHERE.map(str::to_owned));
    let missing: Vec<String> = leaves().difference(&answered).cloned().collect();
    assert!(missing.is_empty(), "no snapshot of: {missing:?}");
}

/// Messages that say all that there is to say: which texts are allowed, and what the
/// system says of a path.
const COMPLETE: [&str; 3] = [" has 1 to ", " can't be read: ", " can't be written: "];

#[test]
fn every_refusal_says_what_to_do_next() {
    let snapshot = Regex::new(r##"(?s)str!\[\[r#"(.*?)"#\]\]"##).expect("a pattern");
    let sources = sources();
    let bare: Vec<&str> = snapshot
        .captures_iter(&sources)
        .map(|found| found.extract::<1>().1[0])
        .filter(|printed| printed.contains("\nerror: ") && !printed.contains("\nhint: "))
        .filter(|printed| !COMPLETE.iter().any(|words| printed.contains(words)))
        .collect();
    assert!(bare.is_empty(), "without a hint:\n{}", bare.join("\n"));
}

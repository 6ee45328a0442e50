//! The kinds of errors are one closed list, `src/error/kind.rs`: the table in
//! `docs/errors.md` and the JSON Schema are rendered from it, and the rules of
//! the database are among them.

use worklock::error::ErrorKind;

use crate::support::{Db, assert_current};

const WRITE: &str = "WL_WRITE_ERRORS";

const HEAD: &str = "\
# Errors

A command that fails reports what happened and whether anything was saved. If possible,
it adds a hint: the next command to type. With `--format json`, it writes one object to
standard error:

| field | value |
| --- | --- |
| `code` | the exit code of the process |
| `kind` | the kind of failure, a word from the table below |
| `message` | what happened, for people |
| `saved` | `nothing`, `some` (the finished files of a batch), `everything` (only the output failed) or `unknown` |
| `hint` | what to type next, or null |
| `causes` | with `-v`: the causes, the nearest first |

The words and their exit codes never change, so scripts can rely on them. For a rule of
the database, the word is the constraint name that PostgreSQL reports to every client;
psql shows it after `\\set VERBOSITY verbose`.

`reason_required` has two exit codes: 2 if `--reason` is missing on the command line, and
1 if the reason is too short, needed or not.

| kind | exit code | meaning |
| --- | --- | --- |
";

/// Those that a user can meet, by exit code and word.
fn kinds() -> Vec<ErrorKind> {
    let all = ErrorKind::ALL.iter().copied();
    let mut kinds: Vec<_> = all.filter(|kind| !kind.is_quiet()).collect();
    kinds.sort_by_key(|kind| (kind.code(), kind.as_str()));
    kinds
}

#[test]
fn the_documentation_has_every_kind() {
    let lines: String = kinds()
        .iter()
        .map(|kind| format!("| `{kind}` | {} | {} |\n", kind.code(), kind.meaning()))
        .collect();
    assert_current(
        "docs/errors.md",
        format!("{HEAD}{lines}").as_bytes(),
        WRITE,
        "error_kinds",
    );
}

#[test]
fn the_json_schema_has_every_kind() {
    let path = "packaging/json-schema/wl.schema.json";
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let schema = std::fs::read_to_string(file).expect("the schema");
    let (before, rest) = schema.split_once("\"error-kind\": {").expect("error-kind");
    let (head, rest) = rest.split_once("\"enum\": [\n").expect("an enum");
    let (_, after) = rest.split_once("\n      ]").expect("the end of the enum");
    let mut words: Vec<_> = kinds().iter().map(|kind| kind.as_str()).collect();
    words.sort_unstable();
    words.dedup();
    let lines: Vec<String> = words
        .iter()
        .map(|word| format!("        \"{word}\""))
        .collect();
    let rendered = format!(
        "{before}\"error-kind\": {{{head}\"enum\": [\n{}\n      ]{after}",
        lines.join(",\n")
    );
    assert_current(path, rendered.as_bytes(), WRITE, "error_kinds");
}

#[test]
fn every_rule_of_the_database_is_a_kind() {
    let rules = Db::new().query(
        "SELECT DISTINCT m[1] FROM pg_proc p, regexp_matches(p.prosrc, 'wl\\.refuse\\(''(\\w+)''', 'g') m
         WHERE p.pronamespace = 'wl'::regnamespace ORDER BY 1",
    );
    assert!(rules.lines().count() > 40, "{rules}");
    for rule in rules.lines() {
        assert!(rule.parse::<ErrorKind>().is_ok(), "{rule}");
    }
}

//! Files of the project that are generated: kept current by the tests.

use std::path::Path;

/// The file at `path` in the project has exactly these bytes; with the
/// environment variable `write` it gets them. `filter` names the tests that write it.
pub fn assert_current(path: &str, expected: &[u8], write: &str, filter: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os(write).is_some_and(|value| value == "1") {
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(&file, expected).expect("the file is written");
    }
    let found = std::fs::read(&file).unwrap_or_default();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (found, expected) = (text(&found), text(expected));
    let differs = found
        .lines()
        .zip(expected.lines())
        .position(|(found, expected)| found != expected);
    assert!(
        found == expected,
        "{path} is not current (line {}); write it with {write}=1 cargo test --test it {filter}",
        differs.map_or_else(|| "?".to_owned(), |at| (at + 1).to_string())
    );
}

//! Every module uses only what stands below it, in the order of ARCHITECTURE.md.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the top, as the table of layers names them.
fn layers() -> Vec<&'static str> {
    let document = include_str!("../../ARCHITECTURE.md");
    let (_, table) = document.split_once("## Layers").expect("the section");
    let rows = table.lines().take_while(|line| !line.starts_with("## "));
    rows.filter_map(|line| line.strip_prefix("| `")?.split(" |").next())
        .flat_map(|names| names.split(", "))
        .map(|name| name.trim_matches('`').trim_end_matches('/'))
        .map(|name| name.trim_end_matches(".rs"))
        .collect()
}

/// The first name of a path, or of each path in braces.
fn first_names(path: &str) -> Vec<String> {
    let (mut names, mut depth, mut reading) = (vec![String::new()], 0, true);
    for c in path.chars() {
        let name = names.last_mut().expect("a name");
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => (reading, names) = (true, [names, vec![String::new()]].concat()),
            '_' | 'a'..='z' | 'A'..='Z' | '0'..='9' if reading => name.push(c),
            _ => reading &= c.is_whitespace() && name.is_empty(),
        }
        if depth == 0 && (c == '}' || !reading) {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The uses in `code` of modules that don't stand below `module`.
fn upward(layers: &[&str], module: &str, code: &str) -> Vec<String> {
    let level = |module: &str| layers.iter().position(|layer| *layer == module);
    let own = level(module).unwrap_or_else(|| panic!("{module} is in no layer"));
    let code: Vec<&str> = code
        .lines()
        .map(|line| line.split("//").next().unwrap())
        .collect();
    let mut names: Vec<String> = code
        .join("\n")
        .split("crate::")
        .skip(1)
        .flat_map(first_names)
        .collect();
    names.retain(|name| name != module && level(name).is_none_or(|used| used < own));
    names
}

/// The source files of a folder, and of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

#[test]
fn every_module_uses_only_layers_below_its_own() {
    let (layers, src) = (layers(), Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    for path in files(&src) {
        let within = path
            .strip_prefix(&src)
            .expect("below src")
            .to_str()
            .expect("a name");
        let module = within.split('/').next().unwrap().trim_end_matches(".rs");
        let code = fs::read_to_string(&path).expect("a source file");
        if module != "lib" {
            assert_eq!(upward(&layers, module, &code), [""; 0], "{within} uses");
        }
    }
}

#[test]
fn a_use_of_a_layer_above_is_found() {
    let layers = ["cli", "db", "error"];
    let code = "use crate::{error::{self, cli}, db::x,\n cli::{Row}, new};\n// crate::cli\ncrate::cli::y()";
    assert_eq!(upward(&layers, "db", code), ["cli", "new", "cli"]);
    assert_eq!(upward(&layers, "error", "use crate::db;"), ["db"]);
}

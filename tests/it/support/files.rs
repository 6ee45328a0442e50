//! Reading what was exported, and files to import.

use std::collections::HashMap;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

/// The rows of a CSV text by the names of its header.
pub fn table(text: &str) -> Vec<HashMap<String, String>> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .expect("a table")
}

/// The text of a PDF as it lies on the pages; the file must be without fault.
pub fn pdf_text(path: &str) -> String {
    let checked = Command::new("qpdf")
        .args(["--check", path])
        .output()
        .expect("qpdf");
    assert!(checked.status.success(), "{checked:?}");
    let output = Command::new("pdftotext")
        .args(["-layout", path, "-"])
        .output()
        .expect("pdftotext, of poppler-utils");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The folder that a file is in.
pub fn folder_of(file: &str) -> String {
    file.rsplit_once('/').expect("a path").0.to_owned()
}

/// A folder of a test's own.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    pub fn path(&self, name: &str) -> String {
        let path: PathBuf = self.0.path().join(name);
        path.to_str().expect("UTF-8").to_owned()
    }

    /// Makes a file and returns its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("the file is written");
        path
    }

    pub fn read(&self, name: &str) -> String {
        let bytes = std::fs::read(self.path(name)).expect("the file is there");
        String::from_utf8(bytes).expect("UTF-8")
    }

    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.0.path())
            .expect("a folder")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .into_string()
                    .expect("UTF-8")
            })
            .collect();
        names.sort();
        names
    }
}

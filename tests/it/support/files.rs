//! Reading what was exported, and files to import.

use std::collections::HashMap;
use std::io::Read;
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

/// A cell of a spreadsheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetCell {
    /// `inlineStr` for a text, nothing for a number.
    pub kind: String,
    /// How a number is shown.
    pub format: String,
    pub content: String,
}

/// A sheet of a spreadsheet as it lies in the file.
pub struct Sheet {
    pub name: String,
    /// By the names of the header.
    pub rows: Vec<HashMap<String, SheetCell>>,
    pub xml: String,
}

impl Sheet {
    /// The contents of some columns, row by row, with commas between.
    pub fn shows(&self, columns: &[&str]) -> Vec<String> {
        let content = |row: &HashMap<String, SheetCell>, column: &&str| {
            row.get(*column).cloned().unwrap_or_default().content
        };
        let row = |row| columns.iter().map(|column| content(row, column)).collect();
        let rows = self.rows.iter().map(row);
        rows.map(|cells: Vec<String>| cells.join(",")).collect()
    }
}

/// A sheet of an XLSX file, counted from 1.
pub fn sheet(path: &str, number: usize) -> Sheet {
    let file = std::fs::File::open(path).expect("the file");
    let mut book = zip::ZipArchive::new(file).expect("an XLSX file");
    let mut part = |name: &str| {
        let mut xml = String::new();
        let mut part = book.by_name(name).expect(name);
        part.read_to_string(&mut xml).expect("XML");
        xml
    };
    let xml = part(&format!("xl/worksheets/sheet{number}.xml"));
    let formats = number_formats(&part("xl/styles.xml"));
    let names = found(r#"<sheet name="([^"]*)""#, &part("xl/workbook.xml"));
    let mut rows = found("(?s)<row [^>]*>(.*?)</row>", &xml).into_iter();
    let rows = rows.by_ref().map(|row| cells(&row[0], &formats));
    let mut rows = rows.collect::<Vec<_>>().into_iter();
    let header = rows.next().expect("a header");
    let named = |row: HashMap<String, SheetCell>| {
        row.into_iter()
            .map(|(column, cell)| (header[&column].content.clone(), cell))
            .collect()
    };
    Sheet {
        name: names[number - 1][0].clone(),
        rows: rows.map(named).collect(),
        xml,
    }
}

/// The cells of a row by column: `A`, `B`, ….
fn cells(row: &str, formats: &[String]) -> HashMap<String, SheetCell> {
    let pattern = r#"(?s)<c r="([A-Z]+)\d+"(?: s="(\d+)")?(?: t="(\w+)")?>(.*?)</c>"#;
    let cell = |found: Vec<String>| {
        let [column, style, kind, content] = found.try_into().expect("four groups");
        let format = formats[style.parse().unwrap_or(0_usize)].clone();
        let tag = regex::Regex::new("<[^>]*>").expect("a pattern");
        let content = unescaped(&tag.replace_all(&content, ""));
        let cell = SheetCell {
            kind,
            format,
            content,
        };
        (column, cell)
    };
    found(pattern, row).into_iter().map(cell).collect()
}

/// The number formats by style; none is `General`.
fn number_formats(styles: &str) -> Vec<String> {
    let codes = found(r#"<numFmt numFmtId="(\d+)" formatCode="([^"]*)""#, styles);
    let cells = found("(?s)<cellXfs(.*?)</cellXfs>", styles);
    let code = |found: Vec<String>| match &*found[0] {
        "0" => "General".to_owned(),
        "1" => "0".to_owned(),
        "2" => "0.00".to_owned(),
        "46" => "[h]:mm:ss".to_owned(),
        id => {
            let code = codes.iter().find(|code| code[0] == id);
            code.expect("the format is there")[1].replace("\\", "")
        }
    };
    found(r#"<xf numFmtId="(\d+)""#, &cells[0][0])
        .into_iter()
        .map(code)
        .collect()
}

/// The groups of each match.
fn found(pattern: &str, text: &str) -> Vec<Vec<String>> {
    let pattern = regex::Regex::new(pattern).expect("a pattern");
    let groups = |found: regex::Captures<'_>| {
        let groups = found.iter().skip(1);
        let text = groups.map(|group| group.map_or("", |found| found.as_str()).to_owned());
        text.collect()
    };
    pattern.captures_iter(text).map(groups).collect()
}

/// A text without the escapes of XML and of spreadsheets, such as `&lt;` and `_x001B_`.
fn unescaped(text: &str) -> String {
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    let code = regex::Regex::new("_x([0-9A-F]{4})_").expect("a pattern");
    let character = |found: &regex::Captures<'_>| {
        let code = u32::from_str_radix(&found[1], 16).expect("digits");
        char::from_u32(code).expect("a character").to_string()
    };
    code.replace_all(&text, character).into_owned()
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

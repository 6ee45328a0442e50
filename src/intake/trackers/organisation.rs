//! solidtime's export of an organisation: a ZIP archive of tables that name each other's
//! rows by keys.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::SheetRow;
use crate::error::{Error, Result};
use crate::intake::scan::{Dialect, Record, Scanner};

/// The columns of solidtime's generic import, which the rows get.
pub const COLUMNS: [&str; 9] = [
    "description",
    "client",
    "project",
    "tags",
    "start",
    "end",
    "task",
    "user_name",
    "user_email",
];

/// No table is read further: an archive may hold far more than its own size.
const MAX_TABLE: u64 = 1 << 28;

type Archive = ZipArchive<Cursor<Vec<u8>>>;
type Row = HashMap<String, String>;

/// The entries of an archive with the names of what they refer to.
pub fn entries(file: &str, bytes: Vec<u8>) -> Result<Vec<SheetRow>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| other(file))?;
    if archive.index_for_name("time_entries.csv").is_none() {
        return Err(other(file));
    }
    let mut names = |table: &str, column: &'static str| -> Result<Row> {
        let rows = rows(file, &mut archive, table)?.into_iter();
        let named = rows.map(|(_, mut row)| {
            let mut take = |name: &str| row.remove(name).unwrap_or_default();
            (take("id"), take(column))
        });
        Ok(named.collect())
    };
    let clients = names("clients.csv", "name")?;
    let projects = names("projects.csv", "name")?;
    let clients_of = names("projects.csv", "client_id")?;
    let tasks = names("tasks.csv", "name")?;
    let tags = names("tags.csv", "name")?;
    let people = names("members.csv", "name")?;
    let addresses = names("members.csv", "email")?;
    let entries = rows(file, &mut archive, "time_entries.csv")?.into_iter();
    let entry = |(line, row): (u64, Row)| {
        let of = |names: &Row, key: &str| {
            let key = row.get(key).map_or("", String::as_str);
            names.get(key).cloned().unwrap_or_default()
        };
        let cell = |name: &str| row.get(name).cloned().unwrap_or_default();
        let client = row.get("project_id").and_then(|key| clients_of.get(key));
        let keys: Vec<String> = serde_json::from_str(&cell("tags")).unwrap_or_default();
        let tags: Vec<&str> = keys
            .iter()
            .map(|key| tags.get(key).map_or(key.as_str(), String::as_str))
            .collect();
        let cells = [
            cell("description"),
            client
                .and_then(|key| clients.get(key))
                .cloned()
                .unwrap_or_default(),
            of(&projects, "project_id"),
            tags.join(", "),
            cell("start"),
            cell("end"),
            of(&tasks, "task_id"),
            of(&people, "member_id"),
            of(&addresses, "member_id"),
        ];
        SheetRow::new(line, cells.iter().map(String::as_str))
    };
    Ok(entries.map(entry).collect())
}

/// The error of another archive.
pub fn other(file: &str) -> Error {
    Error::data(format!("{file} is a spreadsheet or a ZIP archive"))
        .hint("save the table as CSV, and import that")
}

/// The rows of a table by the names of its columns, with their lines.
fn rows(file: &str, archive: &mut Archive, table: &str) -> Result<Vec<(u64, Row)>> {
    let name = format!("{file}, {table}");
    let damaged = || Error::data(format!("{name} is missing or damaged"));
    let mut bytes = Vec::new();
    let part = archive.by_name(table).map_err(|_| damaged())?;
    let read = part.take(MAX_TABLE).read_to_end(&mut bytes);
    read.map_err(|_| damaged())?;
    let dialect = Dialect {
        delimiter: b',',
        quotes: true,
    };
    let mut scanner = Scanner::new(&name, bytes.as_slice(), dialect, 1);
    let (mut record, mut header, mut rows) = (Record::default(), None, Vec::new());
    while scanner.read(&mut record)? {
        let cells = record.cells(&name)?;
        match &header {
            None => header = Some(cells.into_iter().map(str::to_owned).collect::<Vec<_>>()),
            Some(header) => {
                let named = header
                    .iter()
                    .cloned()
                    .zip(cells.into_iter().map(str::to_owned));
                rows.push((record.line, named.collect()));
            }
        }
    }
    Ok(rows)
}

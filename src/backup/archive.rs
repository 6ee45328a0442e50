//! Reading a backup file. It may come from anyone, so nothing in it is trusted:
//! `pg_restore` only turns it into text and never connects, and of this text only the rows
//! of tables are taken.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use super::{complaint, failed, program};
use crate::db::local;
use crate::error::{Error, ErrorKind, Result, io_reason};
use crate::file;

/// No row of a backup is longer: a logo, the longest value, takes half a mebibyte.
const LONGEST_ROW: u64 = 64 << 20;

const HINT: &str = "name a file that wl db backup wrote";

/// A file that `pg_dump` wrote, in its custom format.
pub struct Archive {
    path: PathBuf,
}

/// The rows of one table, in the text format of COPY.
pub struct TableData {
    table: String,
    pub columns: Vec<String>,
    line: Vec<u8>,
    out: BufReader<ChildStdout>,
    /// Ends with this value.
    child: Running,
    stderr: File,
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // of a process that was waited for, nothing is left to end
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The file has something that no backup has.
pub fn foreign(what: impl std::fmt::Display) -> Error {
    Error::data(format!("the file is no backup of Worklock: {what}")).hint(HINT)
}

impl Archive {
    pub fn open(path: &Path) -> Result<Self> {
        let unreadable = |error: io::Error| {
            let what = format!("{} can't be read: {}", path.display(), io_reason(&error));
            Error::new(ErrorKind::NoInput, what).cause(error)
        };
        let found = file::open_regular(path).and_then(|file| file.metadata());
        if found.map_err(unreadable)?.is_dir() {
            return Err(unreadable(io::Error::other("it is a directory")));
        }
        Ok(Self {
            // so that no name looks like an option
            path: std::path::absolute(path).map_err(unreadable)?,
        })
    }

    /// The newest one on this machine: it reads the files of all earlier versions.
    fn pg_restore() -> Result<Command> {
        Ok(program(&local::find_client("pg_restore")?))
    }

    /// The tables that it has data of. Definitions are left out: this program has its own.
    pub fn tables(&self) -> Result<BTreeSet<String>> {
        let output = Self::pg_restore()?.arg("--list").arg(&self.path).output();
        let output = output.map_err(|error| Error::io("pg_restore can't be run", error))?;
        if !output.status.success() {
            let complaint = String::from_utf8_lossy(&output.stderr);
            return Err(failed("the backup was not restored", &complaint));
        }
        let mut tables = BTreeSet::new();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            if line.starts_with(';') || line.is_empty() {
                continue;
            }
            // 4021; 0 16390 TABLE DATA wl users wl_owner
            let entry = line.splitn(4, ' ').last().unwrap_or_default();
            let Some(data) = entry.strip_prefix("TABLE DATA ") else {
                let has_data = ["MATERIALIZED VIEW DATA", "BLOB", "LARGE OBJECT"]
                    .iter()
                    .any(|kind| entry.starts_with(kind));
                match has_data {
                    true => return Err(foreign(format!("it also contains {entry:?}"))),
                    false => continue,
                }
            };
            let table = data.strip_prefix("wl ").and_then(|it| it.split(' ').next());
            let table = table.ok_or_else(|| foreign(format!("it has data of {data:?}")))?;
            if !tables.insert(table.to_owned()) {
                return Err(foreign(format!("it has data of {table} twice")));
            }
        }
        Ok(tables)
    }

    /// Begins to read the rows of a table.
    pub fn data(&self, table: &str) -> Result<TableData> {
        let cannot = |error| Error::io("pg_restore can't be run", error);
        let stderr = tempfile::tempfile().map_err(cannot)?;
        let mut child = Self::pg_restore()?
            .args(["--data-only", "--schema=wl", "--file=-"])
            .arg(format!("--table={table}"))
            .arg(&self.path)
            .stdout(Stdio::piped())
            // a file, because a full pipe would stop the program
            .stderr(stderr.try_clone().map_err(cannot)?)
            .spawn()
            .map_err(cannot)?;
        let out = child.stdout.take();
        let child = Running(child);
        let out = out.ok_or_else(|| Error::bug("pg_restore has no output"))?;
        let mut data = TableData {
            table: table.to_owned(),
            columns: Vec::new(),
            line: Vec::new(),
            out: BufReader::with_capacity(1 << 16, out),
            child,
            stderr,
        };
        data.columns = data.find_copy()?;
        Ok(data)
    }
}

impl TableData {
    /// Reads the next line into `self.line`, without its end; false: there is none.
    fn read_line(&mut self) -> Result<bool> {
        self.line.clear();
        let read = (&mut self.out)
            .take(LONGEST_ROW)
            .read_until(b'\n', &mut self.line)
            .map_err(|error| Error::io("the backup can't be read", error))?;
        match self.line.pop_if(|last| *last == b'\n') {
            Some(_) => Ok(true),
            None if read == 0 => Ok(false),
            None => Err(self.foreign("has a row that is too long, or cut off")),
        }
    }

    pub fn foreign(&self, what: &str) -> Error {
        foreign(format!("its table {} {what}", self.table))
    }

    /// The columns of the COPY line, the first one that is neither a comment nor a setting.
    fn find_copy(&mut self) -> Result<Vec<String>> {
        while self.read_line()? {
            let line = String::from_utf8_lossy(&self.line);
            let is_setting = ["SET ", "SELECT pg_catalog.set_config(", "\\restrict "]
                .iter()
                .any(|start| line.starts_with(start));
            if line.starts_with("SET client_encoding = ") && !line.ends_with(" 'UTF8';") {
                return Err(self.foreign("is not in UTF-8"));
            }
            if is_setting || is_blank(&line) {
                continue;
            }
            let columns = line
                .strip_prefix(&format!("COPY wl.{} (", self.table))
                .and_then(|rest| rest.strip_suffix(") FROM stdin;"))
                .ok_or_else(|| self.foreign("has another statement in place of its COPY line"))?;
            let unquoted = |name: &str| name.trim_matches('"').to_owned();
            return Ok(columns.split(", ").map(unquoted).collect());
        }
        self.complete()?;
        Err(self.foreign("has no data"))
    }

    /// The next row.
    pub fn next_row(&mut self) -> Result<Option<&[u8]>> {
        if !self.read_line()? {
            self.complete()?;
            return Err(self.foreign("is cut off"));
        }
        if self.line == b"\\." {
            self.end()?;
            return Ok(None);
        }
        self.line.push(b'\n');
        Ok(Some(&self.line))
    }

    /// After the rows come only comments.
    fn end(&mut self) -> Result<()> {
        while self.read_line()? {
            let line = String::from_utf8_lossy(&self.line);
            if !is_blank(&line) && !line.starts_with("\\unrestrict ") {
                return Err(self.foreign("has something after its rows"));
            }
        }
        self.complete()
    }

    /// Waits for the program, and fails if it did.
    fn complete(&mut self) -> Result<()> {
        let unreadable = |error| Error::io("the backup can't be read", error);
        let status = self.child.0.wait().map_err(unreadable)?;
        if status.success() {
            return Ok(());
        }
        let text = complaint(&mut self.stderr).map_err(unreadable)?;
        Err(failed("the backup was not restored", &text))
    }
}

fn is_blank(line: &str) -> bool {
    line.is_empty() || line.starts_with("--")
}

//! What a file of an export can't say itself: its hash, what was selected, and the seal.
//!
//! `time.csv` has it in `time.csv.seal.json`, a batch in its manifest. Both are seal
//! files, and both tell `--changed-since` what to compare.

use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::table::ExportTotals;
use super::{CheckedSelection, Selection};
use crate::error::{Error, Result};
use crate::file::{self, Output};
use crate::hours;
use crate::ledger::seal::{self, Seal};

/// What a side file's name has after the name of a technician's own record.
const OWN_RECORD: &str = ".json";

/// What a file of an export and the manifest of a batch say alike.
#[derive(Serialize)]
pub struct Origin<'a> {
    #[serde(flatten)]
    seal: Option<&'a Seal>,
    selection: Selected<'a>,
    period: Option<&'a str>,
    zone: &'a str,
    /// None: a document, which has none.
    columns: Option<Vec<&'static str>>,
}

#[derive(Serialize)]
struct Selected<'a> {
    #[serde(flatten)]
    selection: &'a Selection,
    /// As numbers may change; None: any order.
    order_ids: Option<&'a [i64]>,
}

/// A font of this machine that a document needed: on a machine without it, the same data
/// gives other bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FontOfMachine {
    pub name: String,
    /// Of the font's file, in hexadecimal.
    pub sha256: String,
}

/// What a written file contains.
#[derive(Debug, Default, Clone)]
pub struct Written {
    pub totals: ExportTotals,
    pub fonts: Vec<FontOfMachine>,
    /// Sentences for the person who exports.
    pub warnings: Vec<String>,
}

#[derive(Serialize)]
struct SideFile<'a> {
    name: &'a str,
    sha256: &'a str,
    #[serde(flatten)]
    origin: Origin<'a>,
    entries: i64,
    duration_seconds: i64,
    hours: String,
    /// A technician's own record, without a seal.
    own_record: bool,
    /// Contains unapproved time.
    draft: bool,
    /// Contains time approved by a person who worked, entered or changed it, or the rule
    /// against that is off.
    own_approval: bool,
    fonts: &'a [FontOfMachine],
}

impl<'a> Origin<'a> {
    pub fn of(checked: &'a CheckedSelection, columns: Option<Vec<&'static str>>) -> Self {
        Self {
            seal: checked.seal(),
            selection: Selected {
                selection: &checked.selection,
                order_ids: checked.order_ids.as_deref(),
            },
            period: checked.selection.period.as_deref(),
            zone: checked.zone.name(),
            columns,
        }
    }
}

/// Writes the file beside `path`, under no name yet; a device has none.
pub fn prepare(
    path: &Path,
    sha256: &str,
    checked: &CheckedSelection,
    columns: Option<Vec<&'static str>>,
    written: &Written,
    force: bool,
) -> Result<Option<Output>> {
    if path.parent() == Some(Path::new("/dev")) {
        return Ok(None);
    }
    let side = SideFile {
        name: &file::name_of(path),
        sha256,
        origin: Origin::of(checked, columns),
        entries: written.totals.entries,
        duration_seconds: written.totals.seconds,
        hours: hours::decimal(written.totals.seconds),
        own_record: checked.is_own_record(),
        draft: checked.draft,
        own_approval: written.totals.own_approval,
        fonts: &written.fonts,
    };
    let ending = match checked.seal() {
        Some(_) => seal::ENDING,
        None => OWN_RECORD,
    };
    let mut output = Output::create(&file::beside(path, ending), force)?;
    fill_json(&side, &mut output)?;
    output.sync()?;
    Ok(Some(output))
}

/// Writes a value as a document of its own.
pub fn write_json(value: &impl Serialize, mut output: Output) -> Result<()> {
    fill_json(value, &mut output)?;
    output.commit()
}

fn fill_json(value: &impl Serialize, output: &mut Output) -> Result<()> {
    serde_json::to_writer_pretty(&mut *output, value)
        .map_err(io::Error::from)
        .and_then(|()| output.write_all(b"\n"))
        .map_err(|error| {
            Error::io(
                format!("{} can't be written", output.path().display()),
                error,
            )
        })
}

/// The bytes on their way into a file, and their hash.
pub struct HashedOutput {
    output: Output,
    hash: Sha256,
}

impl HashedOutput {
    pub fn create(path: &Path, force: bool) -> Result<Self> {
        Ok(Self {
            output: Output::create(path, force)?,
            hash: Sha256::new(),
        })
    }

    pub fn is_device(&self) -> bool {
        self.output.is_device()
    }

    /// The file, on the disk but not under its name yet, and the hash of its bytes.
    pub fn synced(mut self) -> Result<(Output, String)> {
        self.output.sync()?;
        Ok((self.output, hex::encode(self.hash.finalize())))
    }
}

impl Write for HashedOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.output.write(bytes)?;
        self.hash.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

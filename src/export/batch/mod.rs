//! Batches: one file for each order of a selection, all from one snapshot, and a
//! manifest that lists them.
//!
//! While a batch is written, `manifest.json.part` describes it and lists each file, with
//! its hash, just before the file appears. So an interrupted run can be continued, and
//! its files can be distinguished from other files.

mod unfinished;

use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::changes;
use super::csv::ExportTotals;
use super::{CheckedSelection, orders};
use crate::error::{Error, ErrorKind, Result, Saved, io_reason};
use crate::file::{self, Output};
use crate::hours;
use crate::ledger::Tx;
use crate::ledger::seal::Seal;
use crate::text;

use unfinished::{BatchHeader, EarlierFile, PartManifest, UnfinishedRun};

const MANIFEST: &str = "manifest.json";

/// The folder and the contents of a batch.
pub struct Batch<'b> {
    pub dir: &'b Path,
    /// Of the files: `csv` or `pdf`.
    pub extension: &'static str,
    /// A second file beside each, by the end of its name.
    pub beside: Option<&'static str>,
    /// All options; only a run with the same options may continue the batch.
    pub request: String,
    pub force: bool,
}

/// The result of a batch.
#[derive(Default)]
pub struct BatchTotals {
    pub files: usize,
    /// How many of them an earlier run had finished.
    pub kept: usize,
    pub entries: i64,
    pub seconds: i64,
    pub manifest: PathBuf,
    /// An earlier run was not continued, because the data has changed.
    pub began_again: bool,
}

/// A line of the manifest.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct ManifestFile {
    name: String,
    order: String,
    entries: i64,
    duration_seconds: i64,
    /// Of the file's bytes, in hexadecimal.
    sha256: String,
}

#[derive(Serialize)]
struct Manifest<'m> {
    #[serde(flatten)]
    seal: &'m Seal,
    zone: &'m str,
    period: Option<&'m str>,
    draft: bool,
    entries: i64,
    duration_seconds: i64,
    hours: String,
    files: &'m [ManifestFile],
}

/// A file that the batch is to have.
struct BatchFile {
    id: i64,
    order: String,
    path: PathBuf,
    /// An earlier run began with it.
    may_replace: bool,
    /// An earlier run completed it.
    complete: Option<ManifestFile>,
}

/// The bytes on their way into a file, and their hash.
pub struct HashedOutput {
    output: Output,
    hash: Sha256,
}

/// Writes the batch. `write` writes one order, and `side` the file beside it. `step` gets
/// the numbers of finished and of all files, and its error stops the batch.
pub fn run(
    tx: &mut Tx<'_>,
    checked: &mut CheckedSelection,
    batch: &Batch<'_>,
    mut write: impl FnMut(&mut Tx<'_>, &CheckedSelection, &mut HashedOutput) -> Result<ExportTotals>,
    side: impl Fn(&CheckedSelection, &Path, ExportTotals, bool) -> Result<()>,
    mut step: impl FnMut(usize, usize) -> Result<()>,
) -> Result<BatchTotals> {
    refuse_finished(batch)?;
    let orders = orders(tx, checked)?;
    if orders.is_empty() {
        return Ok(BatchTotals::default());
    }
    let ids: Vec<i64> = orders.iter().map(|(id, _)| *id).collect();
    let unfinished = UnfinishedRun::find(batch)?;
    let carry_on = match &unfinished {
        Some(run) => can_carry_on(tx, run, batch, checked, &ids)?,
        None => false,
    };
    let began_again = unfinished.is_some() && !carry_on;
    let files = plan(batch, orders, unfinished.as_ref(), carry_on)?;
    let mut part = match unfinished {
        Some(run) if carry_on => {
            checked.seal = run.header.seal;
            run.part
        }
        unfinished => {
            let header = BatchHeader::new(batch, ids, checked.seal.clone());
            PartManifest::begin(batch, unfinished, &header)?
        }
    };
    let count = files.len();
    let mut listed = Vec::with_capacity(count);
    let mut kept = 0;
    for file in files {
        if let Some(complete) = file.complete {
            kept += 1;
            listed.push(complete);
            continue;
        }
        let written = write_file(tx, checked, batch, file, &mut part, &mut write, &side)
            .map_err(|error| stopped(error, listed.len(), count))?;
        listed.push(written);
        step(listed.len(), count).map_err(|error| stopped(error, listed.len(), count))?;
    }
    let totals = BatchTotals {
        files: count,
        kept,
        entries: listed.iter().map(|file| file.entries).sum(),
        seconds: listed.iter().map(|file| file.duration_seconds).sum(),
        manifest: batch.dir.join(MANIFEST),
        began_again,
    };
    write_manifest(checked, &totals, &listed)?;
    remove(&part.path)?;
    Ok(totals)
}

fn refuse_finished(batch: &Batch<'_>) -> Result<()> {
    let manifest = batch.dir.join(MANIFEST);
    match fs::symlink_metadata(&manifest) {
        Ok(found) if found.is_symlink() => Err(cannot(&manifest, "it is a link")),
        Ok(_) if !batch.force => Err(cannot(&manifest, "a batch in this folder is finished")
            .hint("name another folder; --force replaces the files and the manifest")),
        _ => Ok(()),
    }
}

/// Whether an unfinished run is of the same program, request and data.
fn can_carry_on(
    tx: &mut Tx<'_>,
    unfinished: &UnfinishedRun,
    batch: &Batch<'_>,
    checked: &CheckedSelection,
    orders: &[i64],
) -> Result<bool> {
    let header = &unfinished.header;
    Ok(header.version == env!("CARGO_PKG_VERSION")
        && header.request == batch.request
        && header.orders == orders
        && (!checked.earlier || header.seal == checked.seal)
        && !changes::since(tx, &header.seal, checked, orders)?)
}

/// Writes one file. It is listed when it is complete, before it appears.
fn write_file(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    batch: &Batch<'_>,
    file: BatchFile,
    part: &mut PartManifest,
    write: &mut impl FnMut(&mut Tx<'_>, &CheckedSelection, &mut HashedOutput) -> Result<ExportTotals>,
    side: &impl Fn(&CheckedSelection, &Path, ExportTotals, bool) -> Result<()>,
) -> Result<ManifestFile> {
    let checked = checked.of_order(tx, file.id)?;
    let replace = batch.force || file.may_replace;
    let mut hashed = HashedOutput {
        output: Output::create(&file.path, replace)?,
        hash: Sha256::new(),
    };
    let written = write(tx, &checked, &mut hashed)?;
    let listed = ManifestFile {
        name: name_of(&file.path),
        order: file.order,
        entries: written.entries,
        duration_seconds: written.seconds,
        sha256: hex::encode(hashed.hash.finalize()),
    };
    hashed.output.sync()?;
    part.add(&listed)?;
    side(&checked, &file.path, written, replace)?;
    hashed.output.commit()?;
    Ok(listed)
}

fn stopped(error: Error, files: usize, count: usize) -> Error {
    if files == 0 {
        return error;
    }
    Error {
        message: format!(
            "{}: {files} of {} complete",
            error.message,
            text::counted(count, "file", "files")
        ),
        saved: Saved::Some,
        hint: error
            .hint
            .or_else(|| Some("to continue, run the same command again".to_owned())),
        ..error
    }
}

/// All files; checks that each can be written before the first one is.
fn plan(
    batch: &Batch<'_>,
    orders: Vec<(i64, String)>,
    unfinished: Option<&UnfinishedRun>,
    carry_on: bool,
) -> Result<Vec<BatchFile>> {
    let mut numbers: HashMap<PathBuf, String> = HashMap::new();
    let mut files = Vec::with_capacity(orders.len());
    for (id, order) in orders {
        let path = batch.dir.join(file::name_for(&order, batch.extension));
        if let Some(other) = numbers.insert(path.clone(), order.clone()) {
            return Err(Error::new(
                ErrorKind::CannotCreate,
                format!(
                    "the orders {other} and {order} would both be written to {}",
                    path.display()
                ),
            )
            .hint("export one of them with --output FILE"));
        }
        let earlier = unfinished.and_then(|run| run.files.get(&name_of(&path)));
        let complete = match earlier {
            Some(EarlierFile::Complete(listed)) if carry_on => Some(listed.clone()),
            _ => None,
        };
        if complete.is_none() {
            let replace = batch.force || earlier.is_some();
            drop(Output::create(&path, replace)?);
            if let Some(end) = batch.beside {
                drop(Output::create(&file::beside(&path, end), replace)?);
            }
        }
        files.push(BatchFile {
            id,
            order,
            path,
            may_replace: earlier.is_some(),
            complete,
        });
    }
    Ok(files)
}

/// Makes the folder of a batch; a link to one is not followed.
pub fn make_folder(dir: &Path) -> Result<()> {
    // a slash at its end would name the folder that a link leads to
    let itself: PathBuf = dir.components().collect();
    if fs::symlink_metadata(&itself).is_ok_and(|found| found.is_symlink()) {
        return Err(cannot(&itself, "it is a link").hint("name the folder itself"));
    }
    fs::create_dir_all(dir).map_err(|error| {
        Error::new(
            ErrorKind::CannotCreate,
            format!("{} can't be created: {}", dir.display(), io_reason(&error)),
        )
        .cause(error)
    })
}

fn write_manifest(
    checked: &CheckedSelection,
    totals: &BatchTotals,
    files: &[ManifestFile],
) -> Result<()> {
    let manifest = Manifest {
        seal: &checked.seal,
        zone: checked.zone.name(),
        period: checked.period.as_deref(),
        draft: checked.draft,
        entries: totals.entries,
        duration_seconds: totals.seconds,
        hours: hours::decimal(totals.seconds),
        files,
    };
    // that there is none was looked at first
    let mut output = Output::create(&totals.manifest, true)?;
    serde_json::to_writer_pretty(&mut output, &manifest)
        .map_err(io::Error::from)
        .and_then(|()| output.write_all(b"\n"))
        .map_err(|error| Error::io(format!("{}", totals.manifest.display()), error))?;
    output.commit()
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::io(
            format!("{} can't be removed", path.display()),
            error,
        )),
        _ => Ok(()),
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

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn cannot(path: &Path, why: &str) -> Error {
    Error::new(
        ErrorKind::CannotCreate,
        format!("{} can't be written: {why}", path.display()),
    )
}

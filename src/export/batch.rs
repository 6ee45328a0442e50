//! Batches: one file for each order of a selection, all from one snapshot, and a
//! manifest that lists them.
//!
//! While a batch is written, `manifest.json.part` describes it and lists each file, with
//! its hash, just before the file appears. So an interrupted run can be continued, and
//! its files can be told from other files.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
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
use crate::ledger::seal::{self, Seal};

const MANIFEST: &str = "manifest.json";
const PART: &str = "manifest.json.part";

/// The folder and the contents of a batch.
pub struct Batch<'b> {
    pub dir: &'b Path,
    /// Of the files: `csv` or `pdf`.
    pub extension: &'static str,
    /// A second file beside each, by the end of its name.
    pub beside: Option<&'static str>,
    /// All options; a run with the same options may continue the batch.
    pub what: String,
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

/// The first line of the part manifest.
#[derive(Serialize, Deserialize)]
struct BatchHeader {
    version: String,
    what: String,
    /// By id.
    orders: Vec<i64>,
    seal: Seal,
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

/// A file of the batch.
struct BatchFile {
    id: i64,
    order: String,
    path: PathBuf,
    /// An earlier run began with it: it may be replaced.
    ours: bool,
    /// It was finished by an earlier run.
    done: Option<ManifestFile>,
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
    let manifest = batch.dir.join(MANIFEST);
    match fs::symlink_metadata(&manifest) {
        Ok(found) if found.is_symlink() => return Err(cannot(&manifest, "it is a link")),
        Ok(_) if !batch.force => {
            return Err(cannot(&manifest, "a batch in this folder is finished")
                .hint("name another folder; --force replaces the files and the manifest"));
        }
        _ => {}
    }
    let orders = orders(tx, checked)?;
    if orders.is_empty() {
        return Ok(BatchTotals::default());
    }
    let ids: Vec<i64> = orders.iter().map(|(id, _)| *id).collect();
    let mut earlier = UnfinishedRun::find(batch)?;
    let mut carry_on = false;
    if let Some(earlier) = &mut earlier {
        let begun = &earlier.begun;
        carry_on = begun.version == env!("CARGO_PKG_VERSION")
            && begun.what == batch.what
            && begun.orders == ids
            && (!checked.earlier || begun.seal == checked.seal)
            && !changes::since(tx, &begun.seal, checked, &ids)?;
        earlier.look(batch.dir)?;
    }
    let began_again = earlier.is_some() && !carry_on;
    let targets = targets(batch, orders, earlier.as_ref(), carry_on)?;
    let mut part = match earlier {
        Some(earlier) if carry_on => {
            checked.seal = earlier.begun.seal;
            earlier.part
        }
        earlier => {
            let begun = BatchHeader {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                what: batch.what.clone(),
                orders: ids,
                seal: checked.seal.clone(),
            };
            PartManifest::begin(batch, earlier, &begun)?
        }
    };
    let count = targets.len();
    let mut files = Vec::with_capacity(count);
    let mut kept = 0;
    for target in targets {
        if let Some(done) = target.done {
            kept += 1;
            files.push(done);
            continue;
        }
        let listed = one(tx, checked, batch, target, &mut part, &mut write, &side)
            .map_err(|error| stopped(error, files.len(), count))?;
        files.push(listed);
        step(files.len(), count).map_err(|error| stopped(error, files.len(), count))?;
    }
    let done = BatchTotals {
        files: count,
        kept,
        entries: files.iter().map(|file| file.entries).sum(),
        seconds: files.iter().map(|file| file.duration_seconds).sum(),
        manifest,
        began_again,
    };
    finish(checked, &done, &files)?;
    remove(&part.path)?;
    Ok(done)
}

/// Writes one file. It is listed when it is complete, before it appears.
fn one(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    batch: &Batch<'_>,
    target: BatchFile,
    part: &mut PartManifest,
    write: &mut impl FnMut(&mut Tx<'_>, &CheckedSelection, &mut HashedOutput) -> Result<ExportTotals>,
    side: &impl Fn(&CheckedSelection, &Path, ExportTotals, bool) -> Result<()>,
) -> Result<ManifestFile> {
    let checked = checked.of_order(tx, target.id)?;
    let replace = batch.force || target.ours;
    let mut hashed = HashedOutput {
        output: Output::create(&target.path, replace)?,
        hash: Sha256::new(),
    };
    let written = write(tx, &checked, &mut hashed)?;
    let listed = ManifestFile {
        name: name_of(&target.path),
        order: target.order,
        entries: written.entries,
        duration_seconds: written.seconds,
        sha256: seal::hex(&hashed.hash.finalize()),
    };
    hashed.output.sync()?;
    part.line(&listed)?;
    side(&checked, &target.path, written, replace)?;
    hashed.output.commit()?;
    Ok(listed)
}

fn stopped(error: Error, files: usize, count: usize) -> Error {
    if files == 0 {
        return error;
    }
    Error {
        message: format!(
            "{}: {files} of {count} files are finished and whole",
            error.message
        ),
        saved: Saved::Some,
        hint: error
            .hint
            .or_else(|| Some("the same command carries on".to_owned())),
        ..error
    }
}

/// All files; checks that each can be written before the first one is.
fn targets(
    batch: &Batch<'_>,
    orders: Vec<(i64, String)>,
    earlier: Option<&UnfinishedRun>,
    carry_on: bool,
) -> Result<Vec<BatchFile>> {
    let mut numbers: HashMap<PathBuf, String> = HashMap::new();
    let mut targets = Vec::with_capacity(orders.len());
    for (id, order) in orders {
        let path = batch.dir.join(file::name_for(&order, batch.extension));
        if let Some(other) = numbers.insert(path.clone(), order.clone()) {
            return Err(Error::new(
                ErrorKind::CannotCreate,
                format!(
                    "the orders {other} and {order} would both be {}",
                    path.display()
                ),
            )
            .hint("export one of them with --output FILE"));
        }
        let ours = earlier.and_then(|earlier| earlier.ours.get(&name_of(&path)));
        let done = match ours {
            Some(EarlierFile::Whole(listed)) if carry_on => Some(listed.clone()),
            _ => None,
        };
        if done.is_none() {
            let replace = batch.force || ours.is_some();
            drop(Output::create(&path, replace)?);
            if let Some(end) = batch.beside {
                drop(Output::create(&file::beside(&path, end), replace)?);
            }
        }
        targets.push(BatchFile {
            id,
            order,
            path,
            ours: ours.is_some(),
            done,
        });
    }
    Ok(targets)
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
            format!("{} can't be made: {}", dir.display(), io_reason(&error)),
        )
    })
}

fn finish(checked: &CheckedSelection, done: &BatchTotals, files: &[ManifestFile]) -> Result<()> {
    let manifest = Manifest {
        seal: &checked.seal,
        zone: checked.zone.name(),
        period: checked.period.as_deref(),
        draft: checked.draft,
        entries: done.entries,
        duration_seconds: done.seconds,
        hours: hours::decimal(done.seconds),
        files,
    };
    // that there is none was looked at first
    let mut output = Output::create(&done.manifest, true)?;
    serde_json::to_writer_pretty(&mut output, &manifest)
        .map_err(io::Error::from)
        .and_then(|()| output.write_all(b"\n"))
        .map_err(|error| Error::io(format!("{}", done.manifest.display()), &error))?;
    output.commit()
}

/// The open part manifest, locked: two runs into one folder would mix.
struct PartManifest {
    path: PathBuf,
    file: File,
}

/// What an unfinished run left.
struct UnfinishedRun {
    part: PartManifest,
    begun: BatchHeader,
    listed: Vec<ManifestFile>,
    /// By the file's name; a file with other bytes no longer belongs to the batch.
    ours: HashMap<String, EarlierFile>,
}

enum EarlierFile {
    /// It was listed but never appeared, or was removed since.
    Missing,
    Whole(ManifestFile),
}

impl UnfinishedRun {
    fn find(batch: &Batch<'_>) -> Result<Option<Self>> {
        let path = batch.dir.join(PART);
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Ok(found) if found.is_file() => {}
            _ => return Err(cannot(&path, "it is no regular file")),
        }
        let mut file = File::options()
            .read(true)
            .write(true)
            .open(&path)
            .map_err(|error| cannot(&path, &io_reason(&error)))?;
        lock(&file, batch)?;
        let mut text = String::new();
        let not_ours = || cannot(&path, "it is no list of ours");
        file.read_to_string(&mut text).map_err(|_| not_ours())?;
        // a truncated line lists a file that never appeared
        let whole = text.rfind('\n').map_or(0, |at| at + 1);
        let mut lines = text[..whole].lines();
        let begun: BatchHeader = lines
            .next()
            .and_then(|line| serde_json::from_str(line).ok())
            .filter(|begun: &BatchHeader| Seal::of(begun.seal.heads.clone()) == begun.seal)
            .ok_or_else(not_ours)?;
        if begun.what != batch.what && !batch.force {
            return Err(cannot(
                &path,
                "another batch is unfinished in this folder",
            )
            .hint("carry that on with the command that began it, name another folder, or replace it with --force"));
        }
        let listed = lines
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()
            .map_err(|_| not_ours())?;
        file.set_len(whole as u64)
            .and_then(|()| file.seek(SeekFrom::End(0)))
            .map_err(|error| cannot(&path, &io_reason(&error)))?;
        Ok(Some(Self {
            part: PartManifest { path, file },
            begun,
            listed,
            ours: HashMap::new(),
        }))
    }

    /// Finds out which of the listed files are still what they were.
    fn look(&mut self, dir: &Path) -> Result<()> {
        for listed in std::mem::take(&mut self.listed) {
            let path = dir.join(&listed.name);
            let ours = match hash_of(&path)? {
                // the list is only a file: it may not point elsewhere
                _ if name_of(&path) != listed.name => continue,
                None => EarlierFile::Missing,
                Some(hash) if hash == listed.sha256 => EarlierFile::Whole(listed.clone()),
                Some(_) => continue,
            };
            self.ours.insert(listed.name, ours);
        }
        Ok(())
    }
}

impl PartManifest {
    /// Starts again; removes what an earlier run finished from other data.
    fn begin(
        batch: &Batch<'_>,
        earlier: Option<UnfinishedRun>,
        begun: &BatchHeader,
    ) -> Result<Self> {
        let path = batch.dir.join(PART);
        let failed = |error: io::Error| cannot(&path, &io_reason(&error));
        let mut part = match earlier {
            Some(earlier) => {
                for name in earlier.ours.keys() {
                    let path = batch.dir.join(name);
                    remove(&path)?;
                    if let Some(end) = batch.beside {
                        remove(&file::beside(&path, end))?;
                    }
                }
                let mut part = earlier.part;
                part.file
                    .rewind()
                    .and_then(|()| part.file.set_len(0))
                    .map_err(failed)?;
                part
            }
            None => {
                let file = File::options().write(true).create_new(true).open(&path);
                let file = file.map_err(failed)?;
                lock(&file, batch)?;
                Self { path, file }
            }
        };
        part.line(begun)?;
        // the listed files are no longer valid
        remove(&batch.dir.join(MANIFEST))?;
        Ok(part)
    }

    fn line(&mut self, line: &impl Serialize) -> Result<()> {
        serde_json::to_string(line)
            .map_err(io::Error::from)
            .and_then(|line| self.file.write_all(format!("{line}\n").as_bytes()))
            .map_err(|error| Error::io(format!("{} can't be written", self.path.display()), &error))
    }
}

fn lock(file: &File, batch: &Batch<'_>) -> Result<()> {
    file.try_lock().map_err(|_| {
        Error::new(
            ErrorKind::BatchRunning,
            format!("another export writes into {}", batch.dir.display()),
        )
        .hint("wait for it, or name another folder")
    })
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::io(
            format!("{} can't be removed", path.display()),
            &error,
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

/// None if there is no file; links are not followed.
fn hash_of(path: &Path) -> Result<Option<String>> {
    let file = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Ok(found) if found.is_symlink() => return Err(cannot(path, "it is a link")),
        _ => File::open(path),
    };
    let mut hash = Sha256::new();
    file.and_then(|file| io::copy(&mut BufReader::with_capacity(1 << 16, file), &mut hash))
        .map_err(|error| cannot(path, &io_reason(&error)))?;
    Ok(Some(seal::hex(&hash.finalize())))
}

fn cannot(path: &Path, why: &str) -> Error {
    Error::new(
        ErrorKind::CannotCreate,
        format!("{} can't be written: {why}", path.display()),
    )
}

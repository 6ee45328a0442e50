//! Batches: one file for each order of a selection, all from one snapshot, and a
//! manifest that lists them.
//!
//! While a batch is written, `manifest.json.part` describes it and lists each file, with
//! its hash, just before the file appears. So an interrupted run can be continued, and
//! its files can be distinguished from other files.

mod unfinished;
mod writers;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::format::Format;
use super::side_file::{self, FontOfMachine, HashedOutput, Origin};
use super::{Basis, CheckedSelection, each_document, orders};
use crate::error::{Error, ErrorKind, Result, Saved, io_reason};
use crate::file::{self, Output};
use crate::hours;
use crate::ledger::Tx;
use crate::ledger::changed::{self, HandedOver, Scope};
use crate::ledger::seal::Seal;
use crate::text;

use unfinished::{BatchHeader, EarlierFile, PartManifest, UnfinishedRun};
use writers::Contents;

const MANIFEST: &str = "manifest.json";

/// For so many orders, their documents are read in one pass.
const AT_ONCE: usize = 500;

/// The folder and the contents of a batch.
pub struct Batch<'b> {
    pub dir: &'b Path,
    pub format: Format<'b>,
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
    /// Of the file's bytes, in hexadecimal.
    sha256: String,
    order: String,
    entries: i64,
    duration_seconds: i64,
    draft: bool,
    own_approval: bool,
    fonts: Vec<FontOfMachine>,
}

#[derive(Serialize)]
struct Manifest<'m> {
    #[serde(flatten)]
    origin: Origin<'m>,
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
    /// An earlier run began with it, or everything may be replaced.
    may_replace: bool,
    /// An earlier run completed it.
    complete: Option<ManifestFile>,
}

/// Writes the batch. `warnings` gets sentences for the person who exports, even if it
/// fails. `check` fails if the batch is to stop while it reads what is there. `step` gets the numbers of finished and of all files, and its error stops the
/// batch.
pub fn run(
    tx: &mut Tx<'_>,
    checked: &mut CheckedSelection,
    batch: &Batch<'_>,
    warnings: &mut Vec<String>,
    check: &dyn Fn() -> Result<()>,
    step: impl Fn(usize, usize) -> Result<()> + Sync,
) -> Result<BatchTotals> {
    refuse_finished(batch)?;
    let orders = orders(tx, checked)?;
    if orders.is_empty() {
        return Ok(BatchTotals::default());
    }
    let ids: Vec<i64> = orders.iter().map(|(id, _)| *id).collect();
    let unfinished = UnfinishedRun::find(batch, check)?;
    let carry_on = match &unfinished {
        Some(run) => can_carry_on(tx, run, batch, checked, &ids)?,
        None => false,
    };
    let began_again = unfinished.is_some() && !carry_on;
    let files = plan(batch, orders, unfinished.as_ref(), carry_on)?;
    let part = match unfinished {
        Some(run) if carry_on => {
            checked.basis = Basis::Sealed(run.header.seal);
            run.part
        }
        unfinished => {
            let header = BatchHeader::new(batch, ids, sealed(checked)?.clone());
            PartManifest::begin(batch, unfinished, &header)?
        }
    };
    let part_path = part.path.clone();
    let count = files.len();
    let kept = files.iter().filter(|file| file.complete.is_some()).count();
    let listed = writers::write_all(&files, part, warnings, &step, |take| {
        make_files(tx, checked, batch, &files, take)
    })
    .map_err(|(error, finished)| stopped(error, finished, count))?;
    let totals = BatchTotals {
        files: count,
        kept,
        entries: listed.iter().map(|file| file.entries).sum(),
        seconds: listed.iter().map(|file| file.duration_seconds).sum(),
        manifest: batch.dir.join(MANIFEST),
        began_again,
    };
    write_manifest(checked, batch, &totals, &listed)?;
    remove(&part_path)?;
    Ok(totals)
}

/// Reads what each file is to contain, and gives it to `take` with the file's place. The
/// documents of many orders are read in one pass.
fn make_files(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    batch: &Batch<'_>,
    files: &[BatchFile],
    take: &mut dyn FnMut(usize, Contents) -> Result<()>,
) -> Result<()> {
    let wanted = files.iter().enumerate();
    let wanted: Vec<(usize, &BatchFile)> =
        wanted.filter(|(_, file)| file.complete.is_none()).collect();
    let Format::Pdf(options) = batch.format else {
        for (place, file) in wanted {
            let of_order = checked.of_order(tx, file.id)?;
            let mut out = HashedOutput::create(&file.path, file.may_replace)?;
            let written = batch.format.write(tx, &of_order, batch.dir, &mut out)?;
            take(place, Contents::Rows(out, written, of_order.draft))?;
        }
        return Ok(());
    };
    for some in wanted.chunks(AT_ONCE) {
        let ids: Vec<i64> = some.iter().map(|(_, file)| file.id).collect();
        let mut places = some.iter().map(|(place, _)| *place);
        each_document(tx, checked, &ids, options, |document| {
            let place = places.next();
            let place = place.ok_or_else(|| Error::bug("more documents than orders"))?;
            take(place, Contents::Document(document))
        })?;
    }
    Ok(())
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
    let same = header.version == env!("CARGO_PKG_VERSION")
        && header.request == batch.request
        && header.orders == orders;
    let began = HandedOver {
        seal: header.seal.clone(),
        scope: Scope {
            order_ids: Some(orders.to_vec()),
            from: checked.selection.from,
            to: checked.selection.to,
            include_unapproved: checked.selection.include_unapproved,
        },
    };
    Ok(same && !changed::any(tx, &began)?)
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
        let path = batch
            .dir
            .join(file::name_for(&order, batch.format.extension()));
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
        let earlier = unfinished.and_then(|run| run.files.get(&file::name_of(&path)));
        let complete = match earlier {
            Some(EarlierFile::Complete(listed)) if carry_on => Some(listed.clone()),
            _ => None,
        };
        if complete.is_none() {
            let replace = batch.force || earlier.is_some();
            drop(Output::create(&path, replace)?);
        }
        files.push(BatchFile {
            id,
            order,
            path,
            may_replace: batch.force || earlier.is_some(),
            complete,
        });
    }
    Ok(files)
}

/// Refuses what is one file.
pub fn sealed(checked: &CheckedSelection) -> Result<&Seal> {
    checked.seal().ok_or_else(|| {
        Error::usage("a technician's own record is one file")
            .hint("name it with --output instead of --dir")
    })
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
    batch: &Batch<'_>,
    totals: &BatchTotals,
    files: &[ManifestFile],
) -> Result<()> {
    let manifest = Manifest {
        origin: Origin::of(checked, batch.format.columns()),
        draft: checked.draft,
        entries: totals.entries,
        duration_seconds: totals.seconds,
        hours: hours::decimal(totals.seconds),
        files,
    };
    // that there is none was looked at first
    side_file::write_json(&manifest, Output::create(&totals.manifest, true)?)
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

fn cannot(path: &Path, why: &str) -> Error {
    Error::new(
        ErrorKind::CannotCreate,
        format!("{} can't be written: {why}", path.display()),
    )
}

//! The manifest of a batch that is being written, and what an interrupted run left.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Batch, MANIFEST, ManifestFile, cannot, remove};
use crate::error::{Error, ErrorKind, Result, io_reason};
use crate::file;
use crate::ledger::seal::Seal;

const PART: &str = "manifest.json.part";

/// The first line of the part manifest.
#[derive(Serialize, Deserialize)]
pub struct BatchHeader {
    pub version: String,
    pub request: String,
    /// By id.
    pub orders: Vec<i64>,
    pub seal: Seal,
}

/// The open part manifest, locked: two runs into one folder would mix.
pub struct PartManifest {
    pub path: PathBuf,
    file: File,
}

/// What an unfinished run left.
pub struct UnfinishedRun {
    pub part: PartManifest,
    pub header: BatchHeader,
    /// By the file's name; a file with other bytes no longer belongs to the batch.
    pub files: HashMap<String, EarlierFile>,
}

/// A file that the part manifest lists.
pub enum EarlierFile {
    /// It never appeared, or was removed since.
    Missing,
    Complete(ManifestFile),
}

impl BatchHeader {
    pub fn new(batch: &Batch<'_>, orders: Vec<i64>, seal: Seal) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            request: batch.request.clone(),
            orders,
            seal,
        }
    }
}

impl UnfinishedRun {
    pub fn find(batch: &Batch<'_>, check: &dyn Fn() -> Result<()>) -> Result<Option<Self>> {
        let path = batch.dir.join(PART);
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Ok(found) if found.is_file() => {}
            _ => return Err(cannot(&path, "it is not a regular file")),
        }
        let mut file = file::open_regular_with(File::options().read(true).write(true), &path)
            .map_err(|error| cannot(&path, &io_reason(&error)).cause(error))?;
        lock(&file, batch)?;
        let mut text = String::new();
        let not_ours = || cannot(&path, "it is not a list that wl wrote");
        file.read_to_string(&mut text)
            .map_err(|error| not_ours().cause(error))?;
        // a truncated line lists a file that never appeared
        let complete = text.rfind('\n').map_or(0, |at| at + 1);
        let mut lines = text[..complete].lines();
        let header: BatchHeader = lines
            .next()
            .and_then(|line| serde_json::from_str(line).ok())
            .filter(|header: &BatchHeader| Seal::of(header.seal.heads.clone()) == header.seal)
            .ok_or_else(not_ours)?;
        if header.request != batch.request && !batch.force {
            return Err(cannot(
                &path,
                "this folder has another, unfinished batch",
            )
            .hint("finish it with the command that began it, name another folder, or replace it with --force"));
        }
        let listed: Vec<ManifestFile> = lines
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()
            .map_err(|error| not_ours().cause(error))?;
        file.set_len(complete as u64)
            .and_then(|()| file.seek(SeekFrom::End(0)))
            .map_err(|error| cannot(&path, &io_reason(&error)).cause(error))?;
        Ok(Some(Self {
            part: PartManifest { path, file },
            header,
            files: still_there(batch.dir, listed, check)?,
        }))
    }
}

/// Those of the listed files that are missing, or hold what they held then.
fn still_there(
    dir: &Path,
    listed: Vec<ManifestFile>,
    check: &dyn Fn() -> Result<()>,
) -> Result<HashMap<String, EarlierFile>> {
    let mut files = HashMap::new();
    for listed in listed {
        let path = dir.join(&listed.name);
        // the list is only a file: it may not point elsewhere
        if file::name_of(&path) != listed.name {
            continue;
        }
        match hash_of(&path, check)? {
            None => files.insert(listed.name, EarlierFile::Missing),
            Some(hash) if hash == listed.sha256 => {
                files.insert(listed.name.clone(), EarlierFile::Complete(listed))
            }
            Some(_) => continue,
        };
    }
    Ok(files)
}

impl PartManifest {
    /// Starts again; removes what an earlier run finished from other data.
    pub fn begin(
        batch: &Batch<'_>,
        unfinished: Option<UnfinishedRun>,
        header: &BatchHeader,
    ) -> Result<Self> {
        let path = batch.dir.join(PART);
        let failed = |error: io::Error| cannot(&path, &io_reason(&error)).cause(error);
        let mut part = match unfinished {
            Some(run) => {
                for name in run.files.keys() {
                    remove(&batch.dir.join(name))?;
                }
                let mut part = run.part;
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
        part.add(header)?;
        // the listed files are no longer valid
        remove(&batch.dir.join(MANIFEST))?;
        Ok(part)
    }

    /// Adds a line.
    pub fn add(&mut self, line: &impl Serialize) -> Result<()> {
        serde_json::to_string(line)
            .map_err(io::Error::from)
            .and_then(|line| self.file.write_all(format!("{line}\n").as_bytes()))
            .map_err(|error| Error::io(format!("{} can't be written", self.path.display()), error))
    }
}

fn lock(file: &File, batch: &Batch<'_>) -> Result<()> {
    file.try_lock().map_err(|_| {
        Error::new(
            ErrorKind::BatchRunning,
            format!("another export is writing into {}", batch.dir.display()),
        )
        .hint("wait for it, or name another folder")
    })
}

/// None if there is no file; links are not followed.
fn hash_of(path: &Path, check: &dyn Fn() -> Result<()>) -> Result<Option<String>> {
    let file = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Ok(found) if found.is_symlink() => return Err(cannot(path, "it is a link")),
        _ => file::open_regular(path),
    };
    let hashed = file.and_then(|file| file::hash(&mut Checked(file, check)));
    let (hash, _) = hashed.map_err(|error| {
        let stopped = check().err();
        stopped.unwrap_or_else(|| cannot(path, &io_reason(&error)).cause(error))
    })?;
    Ok(Some(hash))
}

/// A file that may take long to read; it ends with an error when the batch is to stop.
struct Checked<'c>(File, &'c dyn Fn() -> Result<()>);

impl Read for Checked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        (self.1)().map_err(io::Error::other)?;
        self.0.read(buffer)
    }
}

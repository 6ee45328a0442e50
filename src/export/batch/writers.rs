//! The threads that finish the files of a batch: most of a small file's time is spent
//! waiting for the disk, and rendering a document needs no database.

use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use super::unfinished::PartManifest;
use super::{BatchFile, ManifestFile};
use crate::error::{Error, ErrorKind, Result};
use crate::export::format;
use crate::export::model::Document;
use crate::export::pdf::Renderer;
use crate::export::side_file::{HashedOutput, Written};
use crate::file;

/// For each so many files there is one thread, up to [`MOST`].
const FILES_PER_THREAD: usize = 16;
const MOST: usize = 8;

/// What a file is to contain.
pub enum Contents {
    Document(Document),
    /// Already written, and whether that has unapproved time.
    Rows(HashedOutput, Written, bool),
}

/// The place of a file in the batch, and its contents.
type Job = (usize, Contents);

/// What the threads share. The first error stops them all.
struct Progress<'p> {
    part: PartManifest,
    listed: Vec<Option<ManifestFile>>,
    warnings: &'p mut Vec<String>,
    finished: usize,
    error: Option<Error>,
}

/// Writes all files that no earlier run completed, and returns all as the manifest lists
/// them. `make` gives the contents of each to the function that it gets. On failure, says
/// how many files are complete.
pub fn write_all(
    files: &[BatchFile],
    part: PartManifest,
    warnings: &mut Vec<String>,
    step: &(impl Fn(usize, usize) -> Result<()> + Sync),
    make: impl FnOnce(&mut dyn FnMut(usize, Contents) -> Result<()>) -> Result<()>,
) -> Result<Vec<ManifestFile>, (Error, usize)> {
    let listed: Vec<_> = files.iter().map(|file| file.complete.clone()).collect();
    let kept = listed.iter().flatten().count();
    let progress = Mutex::new(Progress {
        part,
        listed,
        warnings,
        finished: kept,
        error: None,
    });
    let threads = ((files.len() - kept) / FILES_PER_THREAD).clamp(1, MOST);
    let (jobs, waiting) = sync_channel(threads);
    let waiting = Mutex::new(waiting);
    let made = thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| finish_files(files, &waiting, &progress, step));
        }
        let made = make(&mut |place, contents| {
            let stopped = || Error::new(ErrorKind::Interrupted, "the files can't be written");
            if lock(&progress).error.is_some() {
                return Err(stopped());
            }
            jobs.send((place, contents)).map_err(|_| stopped())
        });
        drop(jobs);
        made
    });
    let progress = progress
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    match progress.error.or(made.err()) {
        Some(error) => Err((error, progress.finished)),
        None => Ok(progress.listed.into_iter().flatten().collect()),
    }
}

/// One thread: takes what waits until no more comes.
fn finish_files(
    files: &[BatchFile],
    waiting: &Mutex<Receiver<Job>>,
    progress: &Mutex<Progress<'_>>,
    step: &(impl Fn(usize, usize) -> Result<()> + Sync),
) {
    // made by the first document
    let mut renderer = None;
    loop {
        let Ok((place, contents)) = lock(waiting).recv() else {
            return;
        };
        // after an error, what waits is only taken away, so that no one waits for room
        if lock(progress).error.is_some() {
            continue;
        }
        if let Err(error) = finish(&files[place], place, contents, &mut renderer, progress)
            .and_then(|finished| step(finished, files.len()))
        {
            lock(progress).error.get_or_insert(error);
        }
    }
}

/// Writes one file. It is listed when it is complete, before it appears.
fn finish(
    file: &BatchFile,
    place: usize,
    contents: Contents,
    renderer: &mut Option<Renderer>,
    progress: &Mutex<Progress<'_>>,
) -> Result<usize> {
    let (out, written, draft) = match contents {
        Contents::Rows(out, written, draft) => (out, written, draft),
        Contents::Document(document) => {
            let mut out = HashedOutput::create(&file.path, file.may_replace)?;
            let renderer = match renderer {
                Some(renderer) => renderer,
                None => renderer.insert(Renderer::new()?),
            };
            let written = format::write_document(renderer, &document, &mut out)?;
            (out, written, document.draft)
        }
    };
    let (output, sha256) = out.synced()?;
    let listed = ManifestFile {
        name: file::name_of(&file.path),
        sha256,
        order: file.order.clone(),
        entries: written.totals.entries,
        duration_seconds: written.totals.seconds,
        draft,
        own_approval: written.totals.own_approval,
        fonts: written.fonts,
    };
    lock(progress).part.add(&listed)?;
    output.place()?;
    let mut progress = lock(progress);
    progress.listed[place] = Some(listed);
    for warning in written.warnings {
        // often the same of many files
        if !progress.warnings.contains(&warning) {
            progress.warnings.push(warning);
        }
    }
    progress.finished += 1;
    Ok(progress.finished)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

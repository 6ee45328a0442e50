//! Files that appear complete or not at all: written beside the target, synced,
//! then renamed.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use nix::fcntl::OFlag;
use nix::unistd::geteuid;
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use crate::error::{Error, ErrorKind, Result, io_reason};
use crate::text;

/// What the names of temporary files begin with.
const TEMPORARY: &str = ".wl-export-";

/// File systems take names of 255 bytes; a side file's name adds `.xlsx.seal.json`.
const LONGEST_STEM: usize = 240;

/// A file that is being written. Dropped without [`Output::commit`], it leaves nothing.
pub struct Output {
    path: PathBuf,
    force: bool,
    to: Destination,
}

enum Destination {
    Temporary(BufWriter<NamedTempFile>),
    /// A device such as `/dev/null` can't be replaced, only written to.
    Device(File),
}

impl Output {
    /// Begins a file at `path`. An existing one is only replaced with `force`;
    /// a link or a directory never is.
    pub fn create(path: &Path, force: bool) -> Result<Self> {
        Self::with_mode(path, force, 0o600)
    }

    /// The same for a file that others may read, such as a monitoring agent, if
    /// the umask allows it.
    pub fn for_others(path: &Path, force: bool) -> Result<Self> {
        Self::with_mode(path, force, 0o666)
    }

    fn with_mode(path: &Path, force: bool, mode: u32) -> Result<Self> {
        let cannot = |why: &str| {
            Error::new(
                ErrorKind::CannotCreate,
                format!("{} can't be written: {why}", path.display()),
            )
        };
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_symlink() => {
                return Err(cannot("it is a link").hint("name the file itself"));
            }
            Ok(found) if found.is_dir() => {
                return Err(cannot("it is a directory").hint("name a file in it, or use --dir"));
            }
            Ok(found) if found.file_type().is_char_device() => {
                let device = File::options()
                    .write(true)
                    .open(path)
                    .map_err(|error| cannot(&io_reason(&error)).cause(error))?;
                return Ok(Self {
                    path: path.to_owned(),
                    force,
                    to: Destination::Device(device),
                });
            }
            Ok(found) if !found.is_file() => return Err(cannot("it is not a regular file")),
            Ok(_) if !force => return Err(cannot("it already exists").hint("--force replaces it")),
            _ => {}
        }
        if path.file_name().is_some_and(is_temporary) {
            return Err(cannot("a temporary file may have this name").hint("name it otherwise"));
        }
        let folder = folder_of(path);
        remove_abandoned(folder);
        let temporary =
            temporary(folder, mode).map_err(|error| cannot(&io_reason(&error)).cause(error))?;
        let to = Destination::Temporary(BufWriter::with_capacity(1 << 16, temporary));
        Ok(Self {
            path: path.to_owned(),
            force,
            to,
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it is a device, which has no folder for other files.
    pub fn is_device(&self) -> bool {
        matches!(self.to, Destination::Device(_))
    }

    /// Writes the bytes to disk, so that a full disk is noticed before the file
    /// appears.
    pub fn sync(&mut self) -> Result<()> {
        if let Destination::Temporary(file) = &mut self.to {
            file.flush()
                .and_then(|()| file.get_ref().as_file().sync_all())
                .map_err(|error| {
                    Error::io(format!("{} can't be written", self.path.display()), error)
                })?;
        }
        Ok(())
    }

    /// Makes the file appear under its name, and stay there if the machine stops.
    pub fn commit(self) -> Result<()> {
        let (path, is_device) = (self.path.clone(), self.is_device());
        self.place()?;
        match is_device {
            true => Ok(()),
            false => sync_folder(folder_of(&path))
                .map_err(|error| Error::io(format!("{} can't be written", path.display()), error)),
        }
    }

    /// Makes the file appear under its name, with its bytes on the disk. The name is on the
    /// disk only once another file of the folder is committed.
    pub fn place(mut self) -> Result<()> {
        self.sync()?;
        let path = self.path;
        let failed =
            |error: io::Error| Error::io(format!("{} can't be written", path.display()), error);
        match self.to {
            Destination::Device(mut device) => device.flush().map_err(failed),
            Destination::Temporary(buffer) => {
                let temporary = buffer
                    .into_inner()
                    .map_err(|error| failed(error.into_error()))?;
                if self.force {
                    temporary.persist(&path)
                } else {
                    // another process may have created the file in the meantime
                    temporary.persist_noclobber(&path)
                }
                .map_err(|error| {
                    Error::new(
                        ErrorKind::CannotCreate,
                        format!(
                            "{} can't be written: {}",
                            path.display(),
                            io_reason(&error.error)
                        ),
                    )
                    .cause(error.error)
                })?;
                Ok(())
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.to {
            Destination::Temporary(file) => file.write(bytes),
            Destination::Device(device) => device.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            Destination::Temporary(file) => file.flush(),
            Destination::Device(device) => device.flush(),
        }
    }
}

/// A file that nobody takes for abandoned, because it is locked.
fn temporary(folder: &Path, mode: u32) -> io::Result<NamedTempFile> {
    loop {
        let file = tempfile::Builder::new()
            .prefix(TEMPORARY)
            .permissions(Permissions::from_mode(mode))
            .tempfile_in(folder)?;
        // some network file systems have no locks; there, nothing is abandoned
        let is_taken = matches!(file.as_file().try_lock(), Err(TryLockError::WouldBlock));
        // another process may have found it before it was locked
        if !is_taken && file.as_file().metadata()?.nlink() > 0 {
            return Ok(file);
        }
    }
}

/// Removes the temporary files that killed processes left in a folder: those that no
/// process has locked. Once for each folder, which may be large; a file that can't be
/// removed is no reason not to write another.
fn remove_abandoned(folder: &Path) {
    static DONE: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let mut done = DONE.lock().unwrap_or_else(PoisonError::into_inner);
    if !done.insert(folder.to_owned()) {
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_own = |found: fs::Metadata| found.is_file() && found.uid() == geteuid().as_raw();
        if !is_temporary(&entry.file_name()) || !entry.metadata().is_ok_and(is_own) {
            continue;
        }
        // it stays locked until it is gone
        if let Ok(file) = open_regular(&entry.path())
            && file.try_lock().is_ok()
        {
            // another run may have removed it meanwhile
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether it is a name that `tempfile` makes for us.
fn is_temporary(name: &OsStr) -> bool {
    let random = name.as_encoded_bytes().strip_prefix(TEMPORARY.as_bytes());
    random.is_some_and(|random| random.len() == 6 && random.iter().all(u8::is_ascii_alphanumeric))
}

/// Writes the names of a folder to disk, where the file system can do that alone.
fn sync_folder(folder: &Path) -> io::Result<()> {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    match synced {
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        other => other,
    }
}

/// The file name for an order: its number, with characters replaced that a file
/// system can't store. If it is too long, a hash of the number follows its beginning.
pub fn name_for(order: &str, extension: &str) -> String {
    let mut name: String = order
        .chars()
        .map(|c| {
            if text::is_hidden(c)
                || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
            {
                '_'
            } else {
                c
            }
        })
        .collect();
    if name.len() > LONGEST_STEM {
        let hash = hex::encode(&Sha256::digest(order)[..8]);
        name.truncate(name.floor_char_boundary(LONGEST_STEM - hash.len() - 1));
        name = format!("{name}-{hash}");
    }
    format!("{}.{extension}", name.trim_start_matches('.'))
}

/// The SHA-256 of all that a reader gives, in hexadecimal, and its length.
pub fn hash(input: &mut impl Read) -> io::Result<(String, u64)> {
    let mut hash = Sha256::new();
    let length = io::copy(&mut BufReader::with_capacity(1 << 16, input), &mut hash)?;
    Ok((hex::encode(hash.finalize()), length))
}

/// Whether a file has the bytes with this hash; None if there is no regular file.
pub fn has_bytes(path: &Path, sha256: &str) -> Result<Option<bool>> {
    if !fs::symlink_metadata(path).is_ok_and(|found| found.is_file()) {
        return Ok(None);
    }
    let found = open_regular(path).and_then(|mut file| hash(&mut file));
    let (found, _) =
        found.map_err(|error| Error::io(format!("{} can't be read", path.display()), error))?;
    Ok(Some(found == sha256))
}

/// Opens a file that is read in full. A pipe or a device is refused: it may have no end, and
/// opening a pipe may wait for a writer.
pub fn open_regular(path: &Path) -> io::Result<File> {
    open_regular_with(File::options().read(true), path)
}

/// The same, to read and to write.
pub fn open_regular_with(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let file = options.custom_flags(OFlag::O_NONBLOCK.bits()).open(path)?;
    let found = file.metadata()?;
    match found.is_file() || found.is_dir() {
        true => Ok(file),
        false => Err(io::Error::other("it is not a regular file")),
    }
}

/// Whether two paths lead to one file that is there.
pub fn is_same(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| {
        let found = fs::metadata(path).ok()?;
        Some((found.dev(), found.ino()))
    };
    place(one).is_some_and(|place_of_one| place(other) == Some(place_of_one))
}

/// The last part of a path.
pub fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The folder that a file is in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The file beside another: `time.csv` has `time.csv.seal.json`.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The error for output that can't be written: [`ErrorKind::BrokenPipe`], a quiet end,
/// where the reader is gone, else [`ErrorKind::Io`] with `message`.
///
/// It says that nothing was saved; a command that has committed corrects that.
pub fn write_error(message: &str, error: io::Error) -> Error {
    if error.kind() == io::ErrorKind::BrokenPipe {
        Error::new(ErrorKind::BrokenPipe, "the output is no longer being read")
    } else {
        Error::io(message, error)
    }
}

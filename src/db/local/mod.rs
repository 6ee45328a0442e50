//! The private local database: a PostgreSQL server of `wl`'s own.
//!
//! It listens on a Unix socket only, in a folder that only its owner can enter;
//! that is why it needs no password. Nothing here prints.
//!
//! A home folder holds `data` (the cluster), `run` (the socket), `server.log`
//! and `lock`. Where the server cannot live there, `data` and `run` are links;
//! see `paths.rs`.

mod account;
mod binaries;
mod cluster;
mod failure;
mod paths;
mod postmaster;
mod server;
mod upgrade;
mod version;

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};

use nix::unistd::geteuid;
use serde::Serialize;

use crate::db::connect::Target;
use crate::db::uri::percent_encoded;
use crate::error::{Error, ErrorKind, Result, io_reason};

use account::Account;
use binaries::Binaries;
pub use binaries::find_client;
pub use paths::user_folder;
pub use upgrade::Upgrade;

/// The cluster's bootstrap superuser; no user has this login.
pub const SUPERUSER: &str = "wl_superuser";
/// The database that [`Local::init`] creates.
pub const DATABASE: &str = "worklock";

/// Holds the path of the last backup.
const LAST_BACKUP: &str = "last-backup";

/// Names the socket file only: the server does not listen on TCP.
const PORT: u16 = 5432;

/// Where one private database lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Local {
    home: PathBuf,
    /// The folder of the socket as clients name it; the server may know it by
    /// another name when `run` is a link.
    socket_dir: PathBuf,
}

/// What `wl db status` shows.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    pub url: String,
    pub data_dir: String,
    pub socket_dir: String,
    pub port: u16,
    pub server_version: Option<String>,
    pub running: bool,
    pub superuser: &'static str,
    pub database: &'static str,
}

impl Local {
    /// The private database of the folder `home`, or of the platform's data
    /// folder. Starts nothing and connects to nothing.
    pub fn at(home: Option<PathBuf>) -> Result<Self> {
        let home = match home.filter(|home| !home.as_os_str().is_empty()) {
            Some(home) => paths::canonical(&home)?,
            None => paths::canonical(&paths::default_home()?)?,
        };
        let socket_dir = paths::client_socket_dir(&home)?;
        Ok(Self { home, socket_dir })
    }

    /// Its folder.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// Whether `init` has made the cluster. One that may not be looked at
    /// counts: the commands that need it then say what is not permitted.
    pub fn initialised(&self) -> bool {
        !matches!(self.has_cluster(), Ok(false))
    }

    /// Makes the cluster, starts the server and creates the database: whatever
    /// of it is missing. Several at once wait for each other.
    pub fn init(&self) -> Result<()> {
        self.refuse_foreign()?;
        paths::make_home(&self.home)?;
        let lock = self.lock()?;
        if !self.has_cluster()? {
            cluster::create(self, &lock, &Binaries::newest()?)?;
        }
        server::start(self)?;
        cluster::create_database(self)
    }

    /// Starts the server unless it runs. Several at once start it once.
    pub fn ensure_running(&self) -> Result<()> {
        self.refuse_foreign()?;
        if self.is_ready() {
            return Ok(());
        }
        if !self.has_cluster()? {
            return Err(self.not_initialised());
        }
        let _lock = self.lock()?;
        server::start(self)
    }

    /// Stops the server; false when it didn't run.
    pub fn stop(&self) -> Result<bool> {
        self.refuse_foreign()?;
        if !self.has_cluster()? {
            return Ok(false);
        }
        let _lock = self.lock()?;
        server::stop(self)
    }

    /// Another user who owns the folder could have put a server there that collects
    /// what it is sent.
    pub fn refuse_foreign(&self) -> Result<()> {
        match self.home.metadata() {
            Ok(found) if found.uid() == geteuid().as_raw() => {}
            Ok(_) => return Err(self.forbidden()),
            // nothing there, or nothing that can be reached
            Err(_) => return Ok(()),
        }
        let data = paths::real(&self.data());
        match data.exists() {
            true => server::check_owner(&data, &Account::of_server()?),
            false => Ok(()),
        }
    }

    /// Whether the server runs and takes no connections for now.
    fn is_between(&self) -> bool {
        let owner = Target::private(self.clone(), SUPERUSER.to_owned());
        let answer = owner.with_short_timeout().try_connect();
        answer.is_err_and(|error| error.kind == ErrorKind::ServerStarting)
    }

    /// The user that the server runs as, for libpq; empty if the user has no name.
    pub fn peer(&self) -> String {
        let server = Account::of_server().ok();
        server
            .and_then(|server| server.user_name())
            .unwrap_or_default()
    }

    /// A full disk shows in many ways, so it is looked for whenever something fails.
    pub fn check_disk(&self) -> Result<()> {
        let data = self.data();
        match [data.join("pg_wal"), data]
            .iter()
            .find(|dir| failure::is_full(dir))
        {
            Some(full) => Err(failure::disk_full(&paths::real(full))),
            None => Ok(()),
        }
    }

    /// The present state. Never starts the server.
    pub fn status(&self) -> Result<Status> {
        self.refuse_foreign()?;
        let initialised = self.has_cluster()?;
        Ok(Status {
            url: self.url(None, DATABASE),
            data_dir: cluster::data_dir(self).to_string_lossy().into_owned(),
            socket_dir: paths::real(&self.socket_dir).to_string_lossy().into_owned(),
            port: PORT,
            server_version: self.server_version(initialised),
            running: self.accepts(),
            superuser: SUPERUSER,
            database: DATABASE,
        })
    }

    /// The URI of a database for libpq; `None` is libpq's default login, the
    /// name of the operating system's user.
    pub fn url(&self, login: Option<&str>, database: &str) -> String {
        let login = login.map_or(String::new(), |login| {
            percent_encoded(login.as_bytes(), b"") + "@"
        });
        let database = percent_encoded(database.as_bytes(), b"");
        let host = percent_encoded(self.socket_dir.as_os_str().as_bytes(), b"/");
        format!("postgresql://{login}/{database}?host={host}&port={PORT}")
    }

    /// The file that the last backup was written to.
    pub fn last_backup(&self) -> Option<PathBuf> {
        let path = fs::read(self.home.join(LAST_BACKUP)).ok()?;
        Some(PathBuf::from(OsString::from_vec(path)))
    }

    /// Remembers it.
    pub fn remember_backup(&self, file: &Path) -> Result<()> {
        let note = self.home.join(LAST_BACKUP);
        fs::write(&note, file.as_os_str().as_bytes())
            .map_err(|error| io_error("write", &note, error))
    }

    /// A client program that belongs to the server, such as `psql`: not a
    /// distribution's wrapper.
    pub fn client(&self, name: &str) -> Result<PathBuf> {
        if !self.has_cluster()? {
            return Err(self.not_initialised());
        }
        Binaries::of_cluster(&self.data())?.client(name)
    }

    /// The cluster as the home knows it; may be a link.
    fn data(&self) -> PathBuf {
        self.home.join("data")
    }

    /// What the server writes about itself.
    pub fn log(&self) -> PathBuf {
        self.home.join("server.log")
    }

    fn has_cluster(&self) -> Result<bool> {
        match self.data().join("PG_VERSION").metadata() {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Err(self.forbidden()),
            Err(_) => Ok(false),
        }
    }

    /// Whether the server takes connections now. The socket alone would not
    /// tell: a server that starts or stops takes a connection to refuse it.
    fn is_ready(&self) -> bool {
        postmaster::says_ready(&self.data()) && self.accepts()
    }

    fn accepts(&self) -> bool {
        let socket = self.socket_dir.join(format!(".s.PGSQL.{PORT}"));
        UnixStream::connect(socket).is_ok()
    }

    /// Held around everything that creates, starts or stops; ends with the
    /// file, also when the process is killed. What a killed upgrade left is removed.
    fn lock(&self) -> Result<File> {
        let path = self.home.join("lock");
        let open = || {
            let file = OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .mode(0o600)
                .open(&path)?;
            file.lock()?;
            Ok(file)
        };
        let lock = open().map_err(|error: io::Error| match error.kind() {
            io::ErrorKind::PermissionDenied => self.forbidden().cause(error),
            _ => io_error("lock", &path, error),
        })?;
        upgrade::clear(&self.home);
        Ok(lock)
    }

    fn server_version(&self, initialised: bool) -> Option<String> {
        if !initialised {
            return Binaries::newest().ok()?.version();
        }
        Binaries::of_cluster(&self.data())
            .ok()
            .and_then(|binaries| binaries.version())
            .or_else(|| {
                version::of_cluster(&self.data())
                    .ok()
                    .map(|major| major.to_string())
            })
    }

    fn not_initialised(&self) -> Error {
        Error::new(
            ErrorKind::NotInitialised,
            format!("there is no database in {} yet", self.home.display()),
        )
        .hint("if your company has a server, name it in DATABASE_URL or in a configuration file (wl config says which are read); only for a private database of your own: wl init")
    }

    fn forbidden(&self) -> Error {
        Error::no_permission(format!(
            "the private database in {} belongs to {}",
            self.home.display(),
            account::owner_of(&self.home)
        ))
        .hint("set WL_HOME to a folder of your own, or run wl as that user")
    }
}

/// What failed on which path, if the machine's setup is wrong.
fn io_error(doing: &str, path: &Path, error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            failure::disk_full(path).cause(error)
        }
        io::ErrorKind::PermissionDenied => Error::no_permission(format!(
            "cannot {doing} {}: {}",
            path.display(),
            io_reason(&error)
        ))
        .cause(error),
        _ => Error::io(format!("cannot {doing} {}", path.display()), error),
    }
}

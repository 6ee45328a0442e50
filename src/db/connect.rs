//! One connection per command.

mod unconnected;

use std::fs;
use std::ops::{Deref, DerefMut};
use std::os::fd::RawFd;
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use diesel::connection::CacheSize;
use diesel::prelude::*;

use super::error_map::lost;
use super::local::{DATABASE, Local, SUPERUSER};
use super::remote::{self, Ambient, Security, Settings};
use super::sql_log;
use super::tell::Tell;
use super::{transaction, uri, watch};
use crate::error::{Error, ErrorKind, Result};
use crate::stderr;

/// Where to connect, and with which login.
#[derive(Debug, Clone)]
pub struct Target {
    server: Server,
    login: Option<String>,
    /// Gives up sooner, because a late answer is useless.
    short_timeout: bool,
    tell: Tell,
}

#[derive(Debug, Clone)]
enum Server {
    /// In any form that libpq takes, with our defaults.
    Url {
        conninfo: String,
        /// Where it is written, for hints.
        origin: String,
        security: Security,
        hosts: usize,
        /// The login that counts where none is named.
        own_login: Option<String>,
    },
    Private(Local),
}

/// A connection, and the login that was asked for.
pub struct Session {
    conn: PgConnection,
    login: Option<String>,
    sockets: Vec<RawFd>,
}

impl Session {
    /// `login` is none where it is not known.
    pub fn new(conn: PgConnection, login: Option<String>) -> Self {
        Self {
            conn,
            login,
            sockets: Vec::new(),
        }
    }

    /// The sockets of a connection that [`Target::connect`] made.
    pub fn sockets(&self) -> &[RawFd] {
        &self.sockets
    }

    /// Who the server must take us for.
    pub fn login(&self) -> Option<&str> {
        self.login.as_deref()
    }

    /// Refuses a session that the server takes for somebody else's: a pooler with a fixed
    /// login would act as that person.
    pub fn check(&self, actual: &str) -> Result<()> {
        match &self.login {
            Some(login) if login != actual => Err(Error::config(format!(
                "the connection was asked for as {login}, but the server has it as {actual}"
            ))
            .hint(
                "a pooler between wl and the server connects with a login of its own: let it pass on each person's login, or connect to the server itself (docs/servers.md)",
            )),
            _ => Ok(()),
        }
    }
}

impl Deref for Session {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        &self.conn
    }
}

impl DerefMut for Session {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.conn
    }
}

/// Settings for a connection, unless they are set elsewhere: a cut cable ends in an
/// error within 15 seconds, and the server's views show who we are.
const DEFAULTS: [(&str, &str); 5] = [
    ("application_name", "wl"),
    ("keepalives_idle", "5"),
    ("keepalives_interval", "3"),
    ("keepalives_count", "3"),
    ("tcp_user_timeout", "14000"),
];

/// Seconds to wait for a connection.
const TIMEOUT: usize = 10;
const SHORT_TIMEOUT: usize = 5;

/// How long the private server may start, recover or stop before a command gives up.
const PRIVATE_PATIENCE: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(20);
/// How long nothing may come while a connection is made. libpq limits the login, but nothing
/// limits the first statements, which diesel sends before anybody else has the connection.
const LONGEST: Duration = Duration::from_secs(30);
const LOOK: Duration = Duration::from_millis(500);
const WAITING: &str = "Waiting for the private database server, which is starting or recovering …";

/// Keeps the environment and service files, which are for other servers, away from the
/// private one: `hostaddr` would send us, and a password, to another machine. libpq
/// ignores a variable if the string has its parameter, even an empty one. On a socket
/// nothing is encrypted, whatever `sslmode` is; this mode fits every other TLS setting.
const PRIVATE: [(&str, &str); 10] = [
    ("hostaddr", ""),
    ("target_session_attrs", "any"),
    ("options", ""),
    ("client_encoding", "UTF8"),
    ("sslmode", "verify-full"),
    ("gssencmode", "disable"),
    ("channel_binding", "disable"),
    ("replication", ""),
    // its socket's folder is what protects it: it gets no password
    ("password", ""),
    ("passfile", "/nonexistent"),
];

/// One connection is made at a time: libpq doesn't say which socket is whose, so those that
/// appear meanwhile are taken for its own.
static CONNECTING: Mutex<()> = Mutex::new(());

/// The open sockets of this process. A number may be given to another socket at once, so
/// each comes with what tells it from all others.
fn open_sockets() -> Vec<(RawFd, u64)> {
    let Ok(entries) = fs::read_dir("/dev/fd") else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| {
            let number = entry.ok()?.file_name().to_str()?.parse().ok()?;
            let found = fs::metadata(format!("/dev/fd/{number}")).ok()?;
            found
                .file_type()
                .is_socket()
                .then_some((number, found.ino()))
        })
        .collect()
}

/// None: no answer came. libpq can't be told to give up, so the thread is left behind.
fn establish(conninfo: String) -> Option<ConnectionResult<PgConnection>> {
    let own = uri::parameters(&conninfo);
    let own = uri::last(&own, "connect_timeout").and_then(|seconds| seconds.parse().ok());
    // an attempt that ends wakes the thread
    let limit = LONGEST.max(Duration::from_secs(own.unwrap_or(0) + 5));
    let (tell, number) = mpsc::channel();
    let (sender, made) = mpsc::channel();
    thread::spawn(move || {
        let _ = tell.send(watch::thread_number());
        sender.send(PgConnection::establish(&conninfo))
    });
    let thread = number.recv().ok()?;
    // counted, not measured: the process may be stopped meanwhile
    let (mut quiet, mut seen) = (Duration::ZERO, None);
    loop {
        match made.recv_timeout(LOOK) {
            Err(RecvTimeoutError::Timeout) if quiet < limit => quiet += LOOK,
            answer => return answer.ok(),
        }
        let wakes = thread.and_then(watch::wakes);
        if wakes != seen {
            (quiet, seen) = (Duration::ZERO, wakes);
        }
    }
}

impl Target {
    /// `origin` is where the URL is written, such as `DATABASE_URL`.
    pub fn url(
        url: String,
        origin: String,
        login: Option<String>,
        ambient: &Ambient,
    ) -> Result<Self> {
        uri::check(&url)?;
        let settings = Settings::of(&url, ambient);
        let (security, hosts) = (Security::of(&settings), settings.hosts());
        let own_login = uri::login(&url)
            .or_else(|| settings.value("user").map(str::to_owned))
            .or_else(system_user);
        let mut conninfo = url;
        for (key, value) in DEFAULTS {
            if settings.value(key).is_none() {
                uri::add(&mut conninfo, key, value);
            }
        }
        if settings.value("connect_timeout").is_none() {
            uri::add(&mut conninfo, "connect_timeout", &shared(TIMEOUT, hosts));
        }
        if security.given.is_none() && security.remote {
            uri::add(&mut conninfo, "sslmode", "verify-full");
        }
        if let Some(folder) = remote::socket_folder(&settings, Path::exists) {
            uri::add(&mut conninfo, "host", folder);
        }
        if let Some(file) = remote::of_the_system(&settings, remote::bundle) {
            uri::add(&mut conninfo, "sslrootcert", &file);
            uri::add(&mut conninfo, "sslmode", "verify-full");
        }
        Ok(Self {
            server: Server::Url {
                conninfo,
                origin,
                security,
                hosts,
                own_login,
            },
            login,
            short_timeout: false,
            tell: Tell::default(),
        })
    }

    pub fn private(local: Local, login: String) -> Self {
        Self {
            server: Server::Private(local),
            login: Some(login),
            short_timeout: false,
            tell: Tell::default(),
        }
    }

    /// The private database, if that is the target.
    pub fn local(&self) -> Option<&Local> {
        match &self.server {
            Server::Private(local) => Some(local),
            Server::Url { .. } => None,
        }
    }

    /// How the connection checks the server's identity, if the server is not our own.
    pub fn security(&self) -> Option<&Security> {
        match &self.server {
            Server::Private(_) => None,
            Server::Url { security, .. } => Some(security),
        }
    }

    /// The same server with another login.
    #[must_use]
    pub fn as_login(&self, login: &str) -> Self {
        Self {
            login: Some(login.to_owned()),
            ..self.clone()
        }
    }

    /// What libpq and psql connect with; it may hold a password.
    pub fn conninfo(&self) -> String {
        let (mut conninfo, hosts) = match &self.server {
            Server::Url {
                conninfo, hosts, ..
            } => (conninfo.clone(), *hosts),
            Server::Private(local) => {
                let mut conninfo = local.url(None, DATABASE);
                for (key, value) in DEFAULTS.iter().chain(&PRIVATE) {
                    uri::add(&mut conninfo, key, value);
                }
                // libpq looks who serves the socket before it sends the first byte
                uri::add(&mut conninfo, "requirepeer", &local.peer());
                uri::add(&mut conninfo, "connect_timeout", &shared(TIMEOUT, 1));
                (conninfo, 1)
            }
        };
        if let Some(login) = &self.login {
            uri::add(&mut conninfo, "user", login);
        }
        if self.short_timeout {
            uri::add(
                &mut conninfo,
                "connect_timeout",
                &shared(SHORT_TIMEOUT, hosts),
            );
        }
        conninfo
    }

    /// Names the target to one of PostgreSQL's programs, without secrets on its
    /// command line.
    pub fn configure_command(&self, program: &mut Command) {
        let public = uri::without_secrets(&self.conninfo());
        program.arg("--dbname").arg(public.conninfo);
        if let Some(password) = public.password {
            program.env("PGPASSWORD", password);
        }
    }

    /// The same target, for a question whose late answer would be useless.
    #[must_use]
    pub fn with_short_timeout(&self) -> Self {
        Self {
            short_timeout: true,
            ..self.clone()
        }
    }

    /// The same target; `tell` says why a connection takes long.
    #[must_use]
    pub fn telling(self, tell: Tell) -> Self {
        Self { tell, ..self }
    }

    /// Connects; starts the private server if it isn't running, and waits while it
    /// starts, recovers or stops.
    pub fn connect(&self) -> Result<Session> {
        match (&self.server, self.try_connect()) {
            (Server::Private(local), Err(error)) if is_worth_waiting(&error) => {
                let wait = || self.wait_for(local, error);
                self.tell.if_slow(WAITING, wait)
            }
            (Server::Private(local), Err(error)) => {
                local.check_disk()?;
                let has = |part| error.message.contains(part);
                Err(match has("too many") || has("connection slots") {
                    true => name_who_has_most(local, error),
                    false => error,
                })
            }
            (_, result) => result,
        }
    }

    fn wait_for(&self, local: &Local, mut error: Error) -> Result<Session> {
        let begun = Instant::now();
        let mut answered = false;
        while begun.elapsed() < PRIVATE_PATIENCE {
            local.check_disk()?;
            if error.kind == ErrorKind::Unreachable {
                // a server that says no when it is ready says no again
                if answered {
                    break;
                }
                answered = error.message.contains("FATAL:");
                local.ensure_running()?;
            } else {
                sleep(POLL);
            }
            match self.try_connect() {
                Err(next) if is_worth_waiting(&next) => error = next,
                result => return result,
            }
        }
        local.check_disk()?;
        Err(error)
    }

    /// Connects to a running server; for completions, which start nothing.
    pub fn try_connect(&self) -> Result<Session> {
        let began = Instant::now();
        let mut conninfo = self.conninfo();
        if let Server::Private(local) = &self.server {
            local.refuse_foreign()?;
            if knows_require_auth() {
                uri::add(&mut conninfo, "require_auth", "none");
            }
        }
        let connecting = CONNECTING.lock().unwrap_or_else(PoisonError::into_inner);
        let before = open_sockets();
        // until diesel has set its own, libpq prints what the server says meanwhile
        let (established, said) = stderr::silenced(|| establish(conninfo));
        let established = established.ok_or_else(|| watch::silent(lost()))?;
        let mut conn = established.map_err(|error| self.explain(error, &said))?;
        let mut sockets = open_sockets();
        sockets.retain(|socket| !before.contains(socket));
        drop(connecting);
        for line in said.lines() {
            log::debug!("said during the connection: {line}");
        }
        // each statement is sent once: preparing it would cost a round trip, and a pooler in
        // transaction mode would lose it
        conn.set_prepared_statement_cache_size(CacheSize::Disabled);
        sql_log::watch(&mut conn, began);
        Ok(Session {
            conn,
            login: self.session_login().map(str::to_owned),
            sockets: sockets.into_iter().map(|(number, _)| number).collect(),
        })
    }

    /// Who the server must take us for, as libpq decides it.
    pub fn session_login(&self) -> Option<&str> {
        let own = match &self.server {
            Server::Url { own_login, .. } => own_login.as_deref(),
            Server::Private(_) => None,
        };
        self.login.as_deref().or(own)
    }

    /// The server in a sentence.
    pub fn name(&self) -> String {
        match &self.server {
            Server::Url { origin, .. } => format!("the server that {origin} names"),
            Server::Private(local) => {
                format!("the private database in {}", local.home().display())
            }
        }
    }

    /// Where a person names the server.
    pub fn origin(&self) -> &str {
        match &self.server {
            Server::Url { origin, .. } => origin,
            Server::Private(_) => "the environment",
        }
    }
}

/// A private server without a free connection: the owner has reserved ones.
fn name_who_has_most(local: &Local, error: Error) -> Error {
    let owner = Target::private(local.clone(), SUPERUSER.to_owned());
    let found = owner
        .try_connect()
        .and_then(|mut conn| transaction::run(&mut conn, |conn| Ok(watch::who_has_most(conn)?)));
    match found {
        Ok((who, fix)) => Error {
            message: format!("{}; {who}", error.message),
            hint: Some(format!(
                "try again in a moment; if it lasts, end what is open: {}",
                watch::psql(&[&fix])
            )),
            ..error
        },
        Err(_) => error,
    }
}

/// libpq's own default.
fn system_user() -> Option<String> {
    let user = nix::unistd::User::from_uid(nix::unistd::geteuid());
    Some(user.ok()??.name)
}

/// Whether the private server may be ready soon, or can be started.
fn is_worth_waiting(error: &Error) -> bool {
    matches!(
        error.kind,
        ErrorKind::Unreachable | ErrorKind::ServerStarting
    )
}

/// libpq has this parameter from version 16 on. The bundled one is newer; another one is
/// asked, once: it refuses what it does not know before it connects.
fn knows_require_auth() -> bool {
    static KNOWS: LazyLock<bool> = LazyLock::new(|| {
        cfg!(feature = "bundled-libpq")
            || PgConnection::establish("host=/nonexistent require_auth=none")
                .is_err_and(|error| !error.to_string().contains("require_auth"))
    });
    *KNOWS
}

/// The timeout applies to each host of a list; libpq's minimum is two seconds.
fn shared(seconds: usize, hosts: usize) -> String {
    (seconds / hosts).max(2).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::db::uri::{last, parameters};

    #[test]
    fn defaults_are_added_where_nobody_sets_them() -> std::io::Result<()> {
        let dir = tempfile::tempdir()?;
        let file = dir.path().join("services");
        std::fs::write(
            &file,
            "[far]\nhost=a,b,c\nconnect_timeout=30\n[three]\nhost=a,b,c\n",
        )?;
        for (url, variable, seconds, short) in [
            ("postgresql://a/x", None, Some("10"), "5"),
            ("postgresql:///x?host=/run/pg", None, Some("10"), "5"),
            ("postgresql://a,b,c/x", None, Some("3"), "2"),
            ("host=a,b,c,d,e,f,g", None, Some("2"), "2"),
            ("host=a hostaddr=10.0.0.1,10.0.0.2", None, Some("5"), "2"),
            ("postgresql:///x", Some(("host", "a,b")), Some("5"), "2"),
            ("postgresql://a/x?connect_timeout=7", None, Some("7"), "5"),
            ("dbname=x", Some(("connect_timeout", "8")), None, "5"),
            ("service=far", None, None, "2"),
            ("service=three", None, Some("3"), "2"),
        ] {
            let ambient = Ambient {
                parameters: variable
                    .map(|(key, value): (&str, &str)| (key.to_owned(), value.to_owned()))
                    .into_iter()
                    .collect(),
                service_files: vec![file.clone()],
            };
            let target = Target::url(url.to_owned(), "DATABASE_URL".to_owned(), None, &ambient);
            let target = target.map_err(std::io::Error::other)?;
            let given = parameters(&target.conninfo());
            assert_eq!(last(&given, "connect_timeout"), seconds, "{url}");
            assert_eq!(last(&given, "tcp_user_timeout"), Some("14000"), "{url}");
            let given = parameters(&target.with_short_timeout().conninfo());
            assert_eq!(last(&given, "connect_timeout"), Some(short), "{url}");
        }
        Ok(())
    }
}

//! One connection per command.

use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::process::Command;
use std::sync::{LazyLock, mpsc};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use diesel::connection::CacheSize;
use diesel::prelude::*;

use super::error_map::{lost, not_now};
use super::local::{DATABASE, Local, SUPERUSER};
use super::remote::{self, Ambient, Security, Settings};
use super::sql_log;
use super::tell::Tell;
use super::{transaction, uri, watch};
use crate::error::{Error, ErrorKind, Result};
use crate::{stderr, text};

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
}

impl Session {
    /// `login` is none where it is not known.
    pub fn new(conn: PgConnection, login: Option<String>) -> Self {
        Self { conn, login }
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
/// How long a connection may take. libpq limits the login, but nothing limits the first
/// statements, which diesel sends before anybody else has the connection.
const LONGEST: Duration = Duration::from_secs(30);
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

/// None: no answer came. libpq can't be told to give up, so the thread is left behind.
fn establish(conninfo: String) -> Option<ConnectionResult<PgConnection>> {
    let (sender, made) = mpsc::channel();
    thread::spawn(move || sender.send(PgConnection::establish(&conninfo)));
    made.recv_timeout(LONGEST).ok()
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
        // until diesel has set its own, libpq prints what the server says meanwhile
        let (established, said) = stderr::silenced(|| establish(conninfo));
        let established = established.ok_or_else(|| watch::silent(lost()))?;
        let mut conn = established.map_err(|error| self.explain(error, &said))?;
        for line in said.lines() {
            log::debug!("said during the connection: {line}");
        }
        // each statement is sent once: preparing it would cost a round trip, and a pooler in
        // transaction mode would lose it
        conn.set_prepared_statement_cache_size(CacheSize::Disabled);
        sql_log::watch(&mut conn, began);
        Ok(Session::new(conn, self.session_login().map(str::to_owned)))
    }

    /// Who the server must take us for, as libpq decides it.
    pub fn session_login(&self) -> Option<&str> {
        let own = match &self.server {
            Server::Url { own_login, .. } => own_login.as_deref(),
            Server::Private(_) => None,
        };
        self.login.as_deref().or(own)
    }

    /// `said` is what libpq and the server printed before the error.
    fn explain(&self, error: ConnectionError, said: &str) -> Error {
        let text = match error {
            ConnectionError::BadConnection(text) => text,
            ConnectionError::CouldntSetupConfiguration(error) => return error.into(),
            other => return self.unusable(&other.to_string()),
        };
        let text = text.replace("\n\t", " ").replace('\n', "; ");
        let text = text.trim_end_matches("; ");
        // an error before the first host is our own
        let reached_out = text.starts_with("connection to server")
            || text.starts_with("could not translate host name");
        match text.rsplit_once(" failed: ") {
            Some((_, rest)) if rest.starts_with("invalid integer value") => {
                return self.unusable(rest);
            }
            _ if !reached_out => return self.unusable(text),
            _ => {}
        }
        let mut error = self
            .unconnected(text)
            .cause(anyhow::Error::msg(text.to_owned()));
        // such as a password file that others may read, which libpq ignores
        if let Some(warning) = said.lines().find(|line| line.contains("password file"))
            && let Some(hint) = &mut error.hint
        {
            hint.push_str(&format!("; {}", warning.trim_start_matches("WARNING: ")));
        }
        error
    }

    /// What a server that was reached out to, or libpq, says about it.
    fn unconnected(&self, text: &str) -> Error {
        let has = |part: &str| text.contains(part);
        let login = self.login.as_deref().unwrap_or("of the URL");
        if let Some(error) = untrusted(text, self.origin()) {
            error
        } else if let (Server::Private(local), true) = (&self.server, has("requirepeer specifies"))
        {
            Error::config(format!(
                "another user's program answers in place of the server in {}: {text}",
                local.home().display()
            ))
            .hint("nothing was sent to it; end that program, or set WL_HOME to another folder")
        } else if let (Server::Private(local), true) = (
            &self.server,
            // before libpq 16, it is only found that there is none
            has("authentication method requirement") || has("no password supplied"),
        ) {
            Error::config(format!(
                "the private database in {} asks for a password, and never gets one: {text}",
                local.home().display()
            ))
            .hint("its pg_hba.conf must have only this line: local all all trust")
        } else if UNWANTED.iter().any(|part| has(part)) {
            Error::config(format!(
                "the server does not accept the connection settings: {text}"
            ))
            .hint(self.settings())
        } else if has("role \"") && has("does not exist") {
            self.unknown_login(text)
        } else if has("password authentication failed")
            || has("no password supplied")
            || has("is not permitted to log in")
            || has("no pg_hba.conf entry")
            || has("authentication failed")
            || has(POOLER_KNOWS_NOBODY)
        {
            Error::no_permission(format!("the server refuses the login {login}: {text}"))
                .hint("passwords come from ~/.pgpass, PGPASSWORD or a service file")
        } else if has("database \"") && has("does not exist") || has(POOLER_HAS_NO_DATABASE) {
            Error::new(
                ErrorKind::NoDatabase,
                format!("the database does not exist: {text}"),
            )
            .hint(match &self.server {
                Server::Private(_) => "wl init",
                Server::Url { .. } => "create it with createdb, then: wl init",
            })
        } else if not_now(text) {
            Error::new(
                ErrorKind::ServerStarting,
                format!("the server is starting, recovering or stopping: {text}"),
            )
            .hint(match &self.server {
                Server::Private(local) => format!(
                    "try again in a moment; if it stays so: wl db stop, which ends the server without losing anything; its log is {}",
                    local.log().display()
                ),
                Server::Url { .. } => "try again in a moment".to_owned(),
            })
        } else if has("too many clients")
            || has("too many connections for")
            || has("remaining connection slots")
            || has("out of memory")
            || has("out of shared memory")
            || answer(text).is_some_and(is_about_the_server)
        {
            Error::new(
                ErrorKind::ServerBusy,
                format!("the server accepts no connections now: {text}"),
            )
            .hint("try again in a moment")
        } else if has("could not access file") || has("could not load library") || has(LIBRARIES) {
            let parameter = match has(PLUGINS) {
                true => "local_preload_libraries",
                false => "session_preload_libraries",
            };
            Error::config(format!(
                "the server can't load a library for the login {login}: {text}"
            ))
            .hint(format!(
                "an administrator resets the parameter: ALTER ROLE ... or ALTER DATABASE ... RESET {parameter}",
            ))
        } else if answer(text).is_some() {
            Error::no_permission(format!("the server refuses the login {login}: {text}"))
                .hint("these are the server's own words; a wrong password, an unknown database and a connection limit can't be told apart in its language")
        } else {
            Error::new(
                ErrorKind::Unreachable,
                format!("the database server can't be reached: {text}"),
            )
            .hint(match &self.server {
                Server::Private(local) => format!(
                    "look into its log, {}; to start it again: wl db stop, then wl db start",
                    local.log().display()
                ),
                Server::Url { origin, .. } => format!(
                    "check {origin}; if it is right, try again later, or ask whoever runs the server"
                ),
            })
        }
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

    fn settings(&self) -> String {
        match &self.server {
            Server::Url { origin, .. } => format!(
                "connection settings come from {origin} (postgresql://host/database), a service file, and variables such as PGSSLMODE and PGOPTIONS"
            ),
            Server::Private(_) => "wl sets what the private server needs; unset libpq's variables, such as PGSSLMODE and PGOPTIONS".to_owned(),
        }
    }

    /// Settings with which libpq doesn't even try to connect.
    fn unusable(&self, text: &str) -> Error {
        // it may quote a password, or the entire URL
        let text = text.replace("\"=\"", "=").replace("\"]\"", "]");
        let option = text.rfind(" for connection option ");
        let (text, option) = text.split_at(option.unwrap_or(text.len()));
        let text = match (text.find('"'), text.rfind('"')) {
            (Some(first), Some(last)) => format!("{}…{}", &text[..first], &text[last + 1..]),
            _ => text.to_owned(),
        };
        let selects = match self.origin() {
            "PGSERVICE" => "PGSERVICE selects one".to_owned(),
            origin => format!("{origin} or PGSERVICE selects one"),
        };
        let hint = match text.contains("service") {
            true => format!(
                "services are defined in ~/.pg_service.conf or the file that PGSERVICEFILE names; {selects}"
            ),
            false => self.settings(),
        };
        Error::config(format!(
            "the connection settings can't be used: {text}{option}"
        ))
        .hint(hint)
    }

    fn unknown_login(&self, text: &str) -> Error {
        let named = text.split_once("role \"").map_or("", |(_, rest)| rest);
        let named = named.split('"').next().unwrap_or_default();
        let hint = match &self.login {
            Some(login) => format!(
                "name a user with --as NAME or WL_USER, or an admin adds this one: \
                 wl user add {} --full-name NAME --role technician",
                text::shell_word(login)
            ),
            None => {
                "name an existing login in the URL: postgresql://LOGIN@host/database".to_owned()
            }
        };
        Error::no_permission(format!("the database has no login {named}")).hint(hint)
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

/// What the server itself answered, in its own language: libpq quotes that as a severity,
/// a colon and two blanks, and puts its own words after one.
fn answer(text: &str) -> Option<&str> {
    let mut answers = text.split(" failed: ").skip(1);
    answers.find_map(|part| {
        let (severity, words) = part.split_once(':')?;
        let words = words.strip_prefix("  ")?;
        let is_word = !severity.is_empty() && !severity.contains(['"', '/']);
        is_word.then(|| words.split("; ").next().unwrap_or(words))
    })
}

/// Whether an answer names neither a login nor a database nor a file: then it is about the
/// server's state, such as too many connections. Two words are the same in every language;
/// they stand where the last connections are kept for administrators.
fn is_about_the_server(words: &str) -> bool {
    // a server whose locale is C writes << and >>
    const QUOTES: [char; 13] = [
        '"', '<', '>', '«', '»', '„', '“', '”', '‹', '›', '「', '」', '『',
    ];
    let kept = ["SUPERUSER", "pg_use_reserved_connections"];
    kept.iter().any(|word| words.contains(word))
        || !words.contains(QUOTES) && !words.contains(|c: char| c.is_ascii_digit())
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

/// PgBouncer's words, which are English everywhere.
const POOLER_KNOWS_NOBODY: &str = "FATAL:  no such user";
const POOLER_HAS_NO_DATABASE: &str = "FATAL:  no such database";

/// What the server calls the folders of its libraries, in every language. Only those for
/// everybody are in the second.
const LIBRARIES: &str = "$libdir/";
const PLUGINS: &str = "$libdir/plugins/";

/// Messages of the server, or of libpq about it, if the connection's settings are wrong.
const UNWANTED: [&str; 11] = [
    "command-line argument",
    "invalid value for parameter",
    "unrecognized configuration parameter",
    "unsupported startup parameter",
    "permission denied to set parameter",
    "requires a",
    "min_protocol_version",
    "requirepeer specifies",
    "authentication method requirement",
    "channel binding required",
    "did not request an SSL certificate",
];

/// The server or the client can't prove its identity.
fn untrusted(text: &str, origin: &str) -> Option<Error> {
    let has = |part: &str| text.contains(part);
    let error = |what: &str, hint: String| {
        Some(Error::new(ErrorKind::Certificate, format!("{what}: {text}")).hint(hint))
    };
    if has("root certificate file") || has("could not read root certificate") {
        error(
            "the server's identity can't be verified, because no certificate authority is named",
            format!(
                "add sslrootcert=FILE with your authority's certificate to {origin}, or sslrootcert=system for a public one"
            ),
        )
    } else if has("certificate verify failed") {
        error(
            "the server's certificate has expired, or its authority is not trusted here",
            "ask the server's administrator for the authority's certificate, and name it with sslrootcert=FILE; don't turn the check off".to_owned(),
        )
    } else if has("does not match host name") {
        error(
            "the server's certificate is for another name",
            format!(
                "use the certificate's name as the host in {origin}, and give its address with hostaddr=ADDRESS"
            ),
        )
    } else if has("server does not support SSL") {
        error(
            "the server does not support encryption, and it is not on this machine",
            format!(
                "turn ssl on at the server, or, in a network that you trust, set sslmode=prefer in {origin}"
            ),
        )
    } else if has("valid client certificate") || has("certificate authentication failed") {
        error(
            "the server requires a client certificate with the login's name",
            format!("name yours with sslcert=FILE and sslkey=FILE in {origin}"),
        )
    } else if has("private key file") || has("could not read certificate file") {
        error(
            "your client certificate can't be used",
            "sslcert=FILE and sslkey=FILE must be readable, the key by you alone (chmod 600)"
                .to_owned(),
        )
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of PostgreSQL 15 and 16, as libpq quotes them.
    #[test]
    fn an_answer_of_the_server_is_told_from_libpqs_own_words() {
        let of = |words: &str| {
            format!("connection to server at \"db\" (10.0.0.1), port 5432 failed: {words}")
        };
        for words in [
            "FATAL:  Passwort-Authentifizierung für Benutzer »tom« fehlgeschlagen",
            "FATAL:  Passwort-Authentifizierung f?r Benutzer >>tom<< fehlgeschlagen",
            "FATAL:  ユーザー\"tom\"のパスワード認証に失敗しました",
            "ВАЖНО:  пользователь \"tom\" не прошёл проверку подлинности (по паролю)",
            "ÖLÜMCÜL (FATAL):  \"tom\" kullanıcısı için şifre doğrulaması başarısız oldu",
            "致命错误:  用户 \"tom\" Password 认证失败",
            "FATAL:  zu viele Verbindungen von Rolle »tom«",
            "FATAL:  konnte nicht auf Datei »xyz« zugreifen: Datei oder Verzeichnis nicht gefunden",
        ] {
            let text = of(words);
            assert!(
                answer(&text).is_some_and(|words| !is_about_the_server(words)),
                "{text}"
            );
        }
        for words in [
            "FATAL:  tut mir leid, schon zu viele Verbindungen",
            "FATAL:  現在クライアント数が多すぎます",
            "FATAL:  désolé, trop de clients sont déjà connectés",
            "ВАЖНО:  извините, уже слишком много клиентов",
            "FATAL:  das Datenbanksystem startet",
            "FATAL:  remaining connection slots are reserved for roles with the SUPERUSER attribute",
            "FATAL:  verbleibende Verbindungs-Slots sind für Rollen mit den Rechten der Rolle »pg_use_reserved_connections« reserviert",
            "FATAL:  Speicher aufgebraucht; DETAIL:  Fehler bei Anfrage mit Größe 8 in Speicherkontext »x«.",
        ] {
            let text = of(words);
            assert!(answer(&text).is_some_and(is_about_the_server), "{text}");
        }
        for words in [
            "Connection refused; \tIs the server running on that host and accepting TCP/IP connections?",
            "server closed the connection unexpectedly",
            "fe_sendauth: no password supplied",
            "SSL error: certificate verify failed",
            "timeout expired",
        ] {
            assert_eq!(answer(&of(words)), None, "{words}");
        }
        // of several servers one answered
        let both = format!(
            "{}; {}",
            of("timeout expired"),
            of("FATAL:  Passwort für »tom«")
        );
        assert_eq!(answer(&both), Some("Passwort für »tom«"));
    }

    /// As PgBouncer 1.18 says it.
    #[test]
    fn what_a_pooler_refuses_is_no_busy_server() -> Result<()> {
        let ambient = Ambient {
            parameters: Vec::new(),
            service_files: Vec::new(),
        };
        let origin = "DATABASE_URL".to_owned();
        let target = Target::url(
            "postgresql://db/worklock".to_owned(),
            origin,
            None,
            &ambient,
        )?;
        for (words, kind) in [
            ("no such user", ErrorKind::NoPermission),
            ("SASL authentication failed", ErrorKind::NoPermission),
            ("no such database: worklock", ErrorKind::NoDatabase),
            (
                "no more connections allowed (max_client_conn)",
                ErrorKind::ServerBusy,
            ),
        ] {
            let text = format!(
                "connection to server at \"db\" (10.0.0.1), port 6432 failed: FATAL:  {words}"
            );
            assert_eq!(target.unconnected(&text).kind, kind, "{words}");
        }
        Ok(())
    }

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

//! One connection a command.

use diesel::connection::CacheSize;
use diesel::prelude::*;

use super::local::{DATABASE, Local};
use super::remote::{Ambient, Security};
use super::uri;
use super::watch::Watched;
use crate::error::{Error, Result};
use crate::exit;

/// The kind of the error where no server answered.
pub const UNREACHABLE: &str = "unreachable";

/// Where to connect, and as whom.
#[derive(Debug, Clone)]
pub struct Target {
    server: Server,
    login: Option<String>,
    /// Seconds for a connection to come about, instead of what the URL has.
    patience: Option<&'static str>,
}

#[derive(Debug, Clone)]
enum Server {
    /// `DATABASE_URL` or `--database-url`, in any form that libpq takes.
    Url {
        url: String,
        security: Security,
    },
    Private(Local),
}

/// Settings that a URL gets where it sets none: a cut cable ends in an error
/// within 15 seconds, and the server's views tell who we are.
const DEFAULTS: [(&str, &str); 6] = [
    ("application_name", "wl"),
    ("connect_timeout", "10"),
    ("keepalives_idle", "5"),
    ("keepalives_interval", "3"),
    ("keepalives_count", "3"),
    ("tcp_user_timeout", "14000"),
];

const HASTE: &str = "5";

impl Target {
    pub fn url(url: String, login: Option<String>, ambient: &Ambient) -> Self {
        let security = Security::of(&url, ambient);
        Self {
            server: Server::Url { url, security },
            login,
            patience: None,
        }
    }

    pub fn private(local: Local, login: String) -> Self {
        Self {
            server: Server::Private(local),
            login: Some(login),
            patience: None,
        }
    }

    /// The private database, where that is the target.
    pub fn local(&self) -> Option<&Local> {
        match &self.server {
            Server::Private(local) => Some(local),
            Server::Url { .. } => None,
        }
    }

    /// How sure the connection is of its server, where that is not our own.
    pub fn security(&self) -> Option<&Security> {
        match &self.server {
            Server::Private(_) => None,
            Server::Url { security, .. } => Some(security),
        }
    }

    /// The same server as another login.
    #[must_use]
    pub fn as_login(&self, login: &str) -> Self {
        Self {
            login: Some(login.to_owned()),
            ..self.clone()
        }
    }

    /// What libpq and psql connect with; it may hold a password.
    pub fn conninfo(&self) -> String {
        let mut conninfo = match &self.server {
            Server::Url { url, .. } => uri::with_parameters(url, &DEFAULTS, self.login.as_deref()),
            Server::Private(local) => {
                uri::with_parameters(&local.url(self.login.as_deref(), DATABASE), &DEFAULTS, None)
            }
        };
        if let Some(Security {
            given: None,
            remote: true,
        }) = self.security()
        {
            uri::add(&mut conninfo, "sslmode", "verify-full");
        }
        if let Some(seconds) = self.patience {
            uri::add(&mut conninfo, "connect_timeout", seconds);
        }
        conninfo
    }

    /// The same, for a question that must be answered soon or not at all.
    #[must_use]
    pub fn in_haste(&self) -> Self {
        Self {
            patience: Some(HASTE),
            ..self.clone()
        }
    }

    /// Connects; starts the private server where it does not run.
    pub fn connect(&self) -> Result<PgConnection> {
        match self.try_connect() {
            Err(error) if error.code == exit::UNREACHABLE => match &self.server {
                Server::Private(local) => {
                    local.ensure_running()?;
                    self.try_connect()
                }
                Server::Url { .. } => Err(error),
            },
            other => other,
        }
    }

    /// Connects for a command that changes data: others may hold it up, and it
    /// must not wait for ever to learn what became of it.
    pub fn connect_watched(&self) -> Result<Watched> {
        Watched::by(self, || self.connect())
    }

    /// Connects to a server that runs; for completions, which start nothing.
    pub fn try_connect(&self) -> Result<PgConnection> {
        let mut conn =
            PgConnection::establish(&self.conninfo()).map_err(|error| self.explain(error))?;
        // each statement is sent once: preparing it would be a round trip more,
        // and a pooler in transaction mode would lose it
        conn.set_prepared_statement_cache_size(CacheSize::Disabled);
        Ok(conn)
    }

    fn explain(&self, error: ConnectionError) -> Error {
        let text = match error {
            ConnectionError::BadConnection(text) => text,
            ConnectionError::CouldntSetupConfiguration(error) => return error.into(),
            other => return Error::config(format!("the database URL can't be used: {other}")),
        };
        let text = text.replace("\n\t", " ").replace('\n', "; ");
        let text = text.trim_end_matches("; ");
        let has = |part: &str| text.contains(part);
        let login = self.login.as_deref().unwrap_or("of the URL");
        if let Some(error) = untrusted(text) {
            error
        } else if has("role \"") && has("does not exist") {
            Error::no_permission(format!("there is no login {login} in the database")).hint(
                format!("an admin adds it: wl user add {login} --full-name NAME --role technician"),
            )
        } else if has("password authentication failed")
            || has("no password supplied")
            || has("is not permitted to log in")
            || has("no pg_hba.conf entry")
            || has("authentication failed")
        {
            Error::no_permission(format!(
                "the server does not let the login {login} in: {text}"
            ))
            .hint("passwords are taken from ~/.pgpass, PGPASSWORD or a service file")
        } else if has("database \"") && has("does not exist") {
            Error::new(
                exit::UNREACHABLE,
                "no_database",
                format!("the database does not exist: {text}"),
            )
            .hint("create it with createdb, then: wl init")
        } else if has("too many clients")
            || has("too many connections for")
            || has("remaining connection slots")
            || has("starting up")
            || has("shutting down")
        {
            Error::new(
                exit::TRY_AGAIN,
                "server_busy",
                format!("the server takes no connection now: {text}"),
            )
            .hint("try again in a moment")
        } else if has("URI")
            || has("percent-encoded")
            || has("invalid connection option")
            || has("missing \"=\"")
            || has("unterminated quoted string")
            || has("invalid port")
            || has("invalid integer value")
            || has("definition of service")
        {
            // libpq quotes the whole URL, with the password in it
            let text = text.split('"').next().unwrap_or_default();
            let text = text.trim_end_matches([':', ' ']);
            Error::config(format!("the database URL can't be used: {text}"))
                .hint("it looks like postgresql://host/database")
        } else {
            Error::new(
                exit::UNREACHABLE,
                UNREACHABLE,
                format!("the database server can't be reached: {text}"),
            )
            .hint("check DATABASE_URL, or unset it to use the private local database")
        }
    }
}

/// Where one of the two does not prove who it is.
fn untrusted(text: &str) -> Option<Error> {
    let has = |part: &str| text.contains(part);
    let error = |what: &str, hint: &str| {
        Some(Error::new(exit::CONFIG, "certificate", format!("{what}: {text}")).hint(hint))
    };
    if has("root certificate file") || has("could not read root certificate") {
        error(
            "the server can't prove who it is, because no authority is named",
            "add sslrootcert=FILE with your authority's certificate to DATABASE_URL, or sslrootcert=system for a public one",
        )
    } else if has("certificate verify failed") {
        error(
            "the server's certificate is of no authority that is trusted here, or no longer valid",
            "ask the server's administrator which authority's certificate sslrootcert must name; don't switch the check off",
        )
    } else if has("does not match host name") {
        error(
            "the server's certificate is for another name",
            "use the name in the certificate as host in DATABASE_URL; hostaddr=ADDRESS says where that is",
        )
    } else if has("server does not support SSL") {
        error(
            "the server does not encrypt, and it is not on this machine",
            "switch ssl on at the server; in a network that you trust: sslmode=prefer in DATABASE_URL",
        )
    } else if has("valid client certificate") || has("certificate authentication failed") {
        error(
            "the server takes nobody without a certificate of the login's name",
            "sslcert=FILE and sslkey=FILE in DATABASE_URL name yours",
        )
    } else if has("private key file") || has("could not read certificate file") {
        error(
            "your own certificate can't be used",
            "sslcert=FILE and sslkey=FILE must be readable, the key by you alone (chmod 600)",
        )
    } else {
        None
    }
}

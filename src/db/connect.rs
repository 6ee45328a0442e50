//! One connection a command.

use diesel::connection::CacheSize;
use diesel::prelude::*;

use super::local::{DATABASE, Local};
use crate::error::{Error, Result};
use crate::exit;

/// Where to connect, and as whom.
#[derive(Debug, Clone)]
pub struct Target {
    server: Server,
    login: Option<String>,
}

#[derive(Debug, Clone)]
enum Server {
    /// `DATABASE_URL` or `--database-url`, in any form that libpq takes.
    Url(String),
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

impl Target {
    pub fn url(url: String, login: Option<String>) -> Self {
        Self {
            server: Server::Url(url),
            login,
        }
    }

    pub fn private(local: Local, login: String) -> Self {
        Self {
            server: Server::Private(local),
            login: Some(login),
        }
    }

    /// The private database, where that is the target.
    pub fn local(&self) -> Option<&Local> {
        match &self.server {
            Server::Private(local) => Some(local),
            Server::Url(_) => None,
        }
    }

    /// The same server as another login.
    #[must_use]
    pub fn as_login(&self, login: &str) -> Self {
        Self {
            server: self.server.clone(),
            login: Some(login.to_owned()),
        }
    }

    /// What libpq and psql connect with; it may hold a password.
    pub fn conninfo(&self) -> String {
        match &self.server {
            Server::Url(url) => with_parameters(url, self.login.as_deref()),
            Server::Private(local) => {
                with_parameters(&local.url(self.login.as_deref(), DATABASE), None)
            }
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
                Server::Url(_) => Err(error),
            },
            other => other,
        }
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
        if has("role \"") && has("does not exist") {
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
            let text = text.split(": \"").next().unwrap_or_default();
            Error::config(format!("the database URL can't be used: {text}"))
                .hint("it looks like postgresql://host/database")
        } else {
            Error::new(
                exit::UNREACHABLE,
                "unreachable",
                format!("the database server can't be reached: {text}"),
            )
            .hint("check DATABASE_URL, or unset it to use the private local database")
        }
    }
}

/// Takes the password out of a URL or a `key=value` string: a command line can
/// be read by everybody on the machine, the environment of a process can't.
pub fn without_password(conninfo: &str) -> (String, Option<String>) {
    let authority = |text: &str| -> Option<(usize, usize)> {
        let start = text.find("://")? + 3;
        let end = text[start..]
            .find(['/', '?'])
            .map_or(text.len(), |at| start + at);
        let at = start + text[start..end].rfind('@')?;
        let colon = start + text[start..at].find(':')?;
        Some((colon, at))
    };
    let mut text = conninfo.to_owned();
    let mut password = None;
    if let Some((colon, at)) = authority(conninfo) {
        password = Some(percent_decoded(&conninfo[colon + 1..at]));
        text.replace_range(colon..at, "");
    }
    let is_url = conninfo.contains("://");
    let mut kept = Vec::new();
    let separator = if is_url { '&' } else { ' ' };
    let (head, parameters) = match (is_url, text.split_once('?')) {
        (true, Some((head, parameters))) => (format!("{head}?"), parameters.to_owned()),
        (true, None) => (text.clone(), String::new()),
        (false, _) => (String::new(), text.clone()),
    };
    for parameter in parameters.split(separator) {
        match parameter.strip_prefix("password=") {
            Some(value) if is_url => password = Some(percent_decoded(value)),
            Some(value) => {
                password = Some(
                    value
                        .trim_matches('\'')
                        .replace("\\'", "'")
                        .replace("\\\\", "\\"),
                )
            }
            None => kept.push(parameter),
        }
    }
    (
        format!("{head}{}", kept.join(&separator.to_string())),
        password,
    )
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digits = text
            .get(at + 1..at + 3)
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match (bytes[at], digits) {
            (b'%', Some(byte)) => {
                decoded.push(byte);
                at += 3;
            }
            (byte, _) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Adds the login and our defaults to a URL or a `key=value` string. Of two
/// settings of one name libpq takes the later, so the login wins.
fn with_parameters(conninfo: &str, login: Option<&str>) -> String {
    let is_url = conninfo.starts_with("postgresql://") || conninfo.starts_with("postgres://");
    let mut text = conninfo.to_owned();
    let mut add = |key: &str, value: &str| {
        if is_url {
            let separator = match text.split_once('?') {
                None => "?",
                Some((_, "")) => "",
                Some(_) => "&",
            };
            text.push_str(&format!("{separator}{key}={}", percent_encoded(value)));
        } else {
            text.push_str(&format!(
                " {key}='{}'",
                value.replace('\\', "\\\\").replace('\'', "\\'")
            ));
        }
    };
    for (key, value) in DEFAULTS {
        if !conninfo.contains(&format!("{key}=")) {
            add(key, value);
        }
    }
    if let Some(login) = login {
        add("user", login);
    }
    text
}

fn percent_encoded(value: &str) -> String {
    let mut text = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_login_wins_and_defaults_do_not_override() {
        let url = with_parameters("postgresql://a@h/db?connect_timeout=3", Some("an na&x"));
        assert!(url.starts_with("postgresql://a@h/db?connect_timeout=3&application_name=wl&"));
        assert!(url.ends_with("&user=an%20na%26x"));
        assert_eq!(url.matches("connect_timeout").count(), 1);
    }

    #[test]
    fn passwords_leave_the_command_line() {
        let taken = |conninfo: &str| without_password(conninfo);
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            taken("postgresql://ann:p%40ss@host/db?x=1"),
            ("postgresql://ann@host/db?x=1".to_owned(), some("p@ss"))
        );
        assert_eq!(
            taken("postgresql:///db?password=s%20p&host=h"),
            ("postgresql:///db?host=h".to_owned(), some("s p"))
        );
        assert_eq!(
            taken("host=h password=secret dbname=d"),
            ("host=h dbname=d".to_owned(), some("secret"))
        );
        assert_eq!(
            taken("postgresql://host:5432/db"),
            ("postgresql://host:5432/db".to_owned(), None)
        );
    }

    #[test]
    fn key_value_strings_are_quoted() {
        let text = with_parameters("dbname=x", Some(r"o'b\c"));
        assert!(text.ends_with(r" user='o\'b\\c'"), "{text}");
    }
}

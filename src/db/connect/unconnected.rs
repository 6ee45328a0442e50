//! Why a connection could not be made, from the words of libpq and the server: there are no
//! codes for it.

use diesel::prelude::*;

use super::{Server, Target};
use crate::db::error_map::not_now;
use crate::error::{Error, ErrorKind};
use crate::text;

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

impl Target {
    /// `said` is what libpq and the server printed before the error.
    pub(super) fn explain(&self, error: ConnectionError, said: &str) -> Error {
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
    use crate::db::remote::Ambient;
    use crate::error::Result;

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
}

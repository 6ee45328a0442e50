//! Connection strings, in both forms that libpq takes: a URI, or `key=value`
//! words. Nothing here connects.

use crate::error::{Error, Result};

/// libpq's secret parameters, up to those of version 18.
const SECRETS: [&str; 5] = [
    "password",
    "sslpassword",
    "scram_client_key",
    "scram_server_key",
    "oauth_client_secret",
];

/// Refuses a URL that libpq would split elsewhere than its writer meant: a part of a
/// password would become a host, a database or a parameter, and errors show those.
pub fn check(conninfo: &str) -> Result<()> {
    let why = match is_uri(conninfo) {
        true => doubt_of_uri(conninfo),
        false => doubt_of_words(conninfo),
    };
    why.map_or(Ok(()), |why| {
        Err(Error::config(format!("the database URL can't be used: {why}")).hint(
            "write it as postgresql://host/database; in a user name or a password, write %40 for @, %2F for /, %3F for ?, %26 for &, %3D for =, %25 for %",
        ))
    })
}

fn doubt_of_uri(uri: &str) -> Option<&'static str> {
    let (_, rest) = uri.split_once("://")?;
    if let Some((front, _)) = rest.rsplit_once('@')
        && front.contains(['@', '/', '?'])
    {
        return Some(
            "a character in it could be taken for the end of a user name, a password or a host",
        );
    }
    let (_, query) = rest.split_once('?')?;
    let doubtful = query.split('&').any(|parameter| {
        let parts: Vec<&str> = parameter.split('=').collect();
        !parameter.is_empty() && (parts.len() != 2 || !is_key(&percent_decoded(parts[0])))
    });
    doubtful.then_some("one of its parameters is not in the form key=value")
}

fn doubt_of_words(text: &str) -> Option<&'static str> {
    let doubtful = |word: Word<'_>| word.parameter.is_none_or(|(key, _)| !is_key(&key));
    words(text)
        .into_iter()
        .any(doubtful)
        .then_some("it is neither a URL nor a list of settings in the form key=value")
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// Adds one parameter to a connection string; if a name occurs twice, libpq takes
/// the later one.
pub fn add(conninfo: &mut String, key: &str, value: &str) {
    if is_uri(conninfo) {
        let separator = match conninfo.split_once('?') {
            None => "?",
            Some((_, "")) => "",
            Some(_) => "&",
        };
        let value = percent_encoded(value.as_bytes(), b"");
        conninfo.push_str(&format!("{separator}{key}={value}"));
    } else {
        let value = value.replace('\\', "\\\\").replace('\'', "\\'");
        conninfo.push_str(&format!(" {key}='{value}'"));
    }
}

/// The parameters of a connection string, without user and password of a URI's
/// front part. Of two of one name libpq takes the later; a list of hosts is one
/// value.
pub fn parameters(conninfo: &str) -> Vec<(String, String)> {
    if !is_uri(conninfo) {
        return words(conninfo)
            .into_iter()
            .filter_map(|word| word.parameter)
            .collect();
    }
    let (authority, tail) = split_uri(conninfo);
    let hosts = authority.rsplit_once('@').map_or(authority, |(_, it)| it);
    let mut found = Vec::new();
    if !hosts.is_empty() {
        let hosts: Vec<String> = hosts.split(',').map(host_without_port).collect();
        found.push(("host".to_owned(), hosts.join(",")));
    }
    let query = tail.split_once('?').map_or("", |(_, query)| query);
    found.extend(query.split('&').filter_map(|parameter| {
        let (key, value) = parameter.split_once('=')?;
        Some((percent_decoded(key), percent_decoded(value)))
    }));
    found
}

/// The login that a connection string names.
pub fn login(conninfo: &str) -> Option<String> {
    let parameters = parameters(conninfo);
    let user = match last(&parameters, "user") {
        Some(user) => user.to_owned(),
        None if is_uri(conninfo) => {
            let (authority, _) = split_uri(conninfo);
            let (user, _) = authority.rsplit_once('@')?;
            percent_decoded(user.split(':').next().unwrap_or_default())
        }
        None => return None,
    };
    Some(user).filter(|user| !user.is_empty())
}

/// The value that counts.
pub fn last<'p>(parameters: &'p [(String, String)], key: &str) -> Option<&'p str> {
    let found = parameters.iter().rev().find(|(name, _)| name == key)?;
    Some(&found.1)
}

fn host_without_port(host: &str) -> String {
    let name = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, _)) => address,
        None => host.split(':').next().unwrap_or_default(),
    };
    percent_decoded(name)
}

/// What is between `://` and the path, and the rest.
fn split_uri(uri: &str) -> (&str, &str) {
    let rest = uri.split_once("://").map_or(uri, |(_, rest)| rest);
    rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()))
}

/// A connection string that everyone may read, and the secrets taken out of it.
pub struct WithoutSecrets {
    pub conninfo: String,
    /// Goes into the environment of a program, which others can't read.
    pub password: Option<String>,
    /// Whether there was any secret.
    pub had_secrets: bool,
}

/// Takes the secrets out, because everyone on the machine can read a command line.
/// The others have no variable; libpq asks for the passphrase of a key at the
/// terminal.
pub fn without_secrets(conninfo: &str) -> WithoutSecrets {
    let mut public = WithoutSecrets {
        conninfo: String::new(),
        password: None,
        had_secrets: false,
    };
    public.conninfo = match is_uri(conninfo) {
        true => uri_without_secrets(conninfo, &mut public),
        false => words_without_secrets(conninfo, &mut public),
    };
    public
}

impl WithoutSecrets {
    /// Whether a parameter is a secret, which is then kept here.
    fn takes(&mut self, key: &str, value: String) -> bool {
        let secret = SECRETS.contains(&key);
        if key == "password" {
            self.password = Some(value);
        }
        self.had_secrets |= secret;
        secret
    }
}

fn is_uri(conninfo: &str) -> bool {
    conninfo.starts_with("postgresql://") || conninfo.starts_with("postgres://")
}

fn uri_without_secrets(uri: &str, public: &mut WithoutSecrets) -> String {
    let scheme = uri.split_once("://").map_or("", |(scheme, _)| scheme);
    let (authority, tail) = split_uri(uri);
    let authority = match authority.rsplit_once('@') {
        Some((user, hosts)) => {
            let (user, password) = user
                .split_once(':')
                .map_or((user, None), |(user, password)| (user, Some(password)));
            if let Some(password) = password {
                public.takes("password", percent_decoded(password));
            }
            format!("{user}@{hosts}")
        }
        None => authority.to_owned(),
    };
    let (path, parameters) = tail
        .split_once('?')
        .map_or((tail, None), |(path, rest)| (path, Some(rest)));
    let parameters = parameters.unwrap_or_default().split('&');
    let kept: Vec<&str> = parameters
        .filter(|parameter| !parameter.is_empty())
        .filter(|parameter| {
            let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            !public.takes(&percent_decoded(key), percent_decoded(value))
        })
        .collect();
    let query = if kept.is_empty() {
        String::new()
    } else {
        format!("?{}", kept.join("&"))
    };
    format!("{scheme}://{authority}{path}{query}")
}

fn words_without_secrets(text: &str, public: &mut WithoutSecrets) -> String {
    let mut kept = Vec::new();
    for word in words(text) {
        match word.parameter {
            Some((key, value)) if public.takes(&key, value.clone()) => {}
            _ => kept.push(word.text),
        }
    }
    kept.join(" ")
}

/// One `key=value` as it stands, and as it is meant.
struct Word<'t> {
    text: &'t str,
    parameter: Option<(String, String)>,
}

/// Spaces separate words. A value in quotes may have spaces, and a backslash makes
/// the next character an ordinary one.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (parameter, length) = match rest.find('=') {
            Some(at) => {
                let (value, length) = word_value(&rest[at + 1..]);
                let key = rest[..at].trim().to_owned();
                (Some((key, value)), at + 1 + length)
            }
            None => (None, rest.len()),
        };
        words.push(Word {
            text: rest[..length].trim_end(),
            parameter,
        });
        rest = rest[length..].trim_start();
    }
    words
}

/// The value at the beginning of `text`, and how many bytes it takes.
fn word_value(text: &str) -> (String, usize) {
    let start = text.len() - text.trim_start().len();
    let quoted = text[start..].starts_with('\'');
    let mut value = String::new();
    let mut characters = text[start + usize::from(quoted)..].char_indices();
    let offset = start + usize::from(quoted);
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => value.extend(characters.next().map(|(_, c)| c)),
            '\'' if quoted => return (value, offset + at + 1),
            c if c.is_whitespace() && !quoted => return (value, offset + at),
            c => value.push(c),
        }
    }
    (value, text.len())
}

/// For a part of a URI; the bytes of `keep` stay readable.
pub fn percent_encoded(bytes: &[u8], keep: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for &byte in bytes {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || keep.contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let mut escaped = [0];
        let digits = bytes.get(at + 1..at + 3).unwrap_or_default();
        match (bytes[at], hex::decode_to_slice(digits, &mut escaped)) {
            (b'%', Ok(())) => {
                decoded.extend(escaped);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn with(conninfo: &str, key: &str, value: &str) -> String {
        let mut text = conninfo.to_owned();
        add(&mut text, key, value);
        text
    }

    #[test]
    fn an_addition_is_a_parameter_of_its_own() {
        for (conninfo, with_user) in [
            (
                "postgresql://a@h/db?connect_timeout=3",
                "postgresql://a@h/db?connect_timeout=3&user=an%20na%26x",
            ),
            ("postgres://h", "postgres://h?user=an%20na%26x"),
            ("postgres://h/?", "postgres://h/?user=an%20na%26x"),
            ("dbname='a b'", "dbname='a b' user='an na&x'"),
        ] {
            assert_eq!(with(conninfo, "user", "an na&x"), with_user);
        }
        assert_eq!(
            with("dbname=x", "user", r"o'b\c"),
            r"dbname=x user='o\'b\\c'"
        );
    }

    #[test]
    fn a_uri_is_read_in_one_way_only() {
        for clear in [
            "postgresql://h/db?x=1",
            "postgresql://ann:a:b#c%40@h1,h2:5433/db",
            "postgresql:///db?host=/run/pg",
            "postgresql:///db?p%61ssword=c%40d&sslmode=require&",
            "host=h user=a@b password=c@d/e=f",
            "host = h password = 'a b=c'",
            "",
        ] {
            assert!(check(clear).is_ok(), "{clear}");
        }
        for doubtful in [
            "postgresql://ann:a@b@h/db",
            "postgresql://ann:12/b@h/db",
            "postgres://ann:a?b@h/db",
            "postgresql://h/a@b",
            "postgresql://h?user=a@b",
            "postgresql://h/db?password=a&b",
            "postgresql://h/db?password=a=b",
            "postgresql://h/db?password=a&B9=c",
            "host=h password=a b",
            "password=a b host=h",
            "password=a B=c host=h",
            "postgresql:/ann:a=b@h/db",
            "x",
        ] {
            assert!(check(doubtful).is_err(), "{doubtful}");
        }
    }

    #[test]
    fn hosts_are_found_in_every_form() {
        for (conninfo, host) in [
            ("postgresql:///db", None),
            ("postgresql://db.example/x", Some("db.example")),
            (
                "postgresql://u:p@a.example:1,[::1]:2/x?y=1",
                Some("a.example,::1"),
            ),
            ("postgresql://a.example/x?host=%2Frun%2Fpg", Some("/run/pg")),
            ("postgresql://%2Frun%2Fpg/x", Some("/run/pg")),
            ("dbname=x host = 'a.example'", Some("a.example")),
            ("dbname=x", None),
        ] {
            assert_eq!(last(&parameters(conninfo), "host"), host, "{conninfo}");
        }
    }

    #[test]
    fn a_login_is_found_in_every_form() {
        for (conninfo, user) in [
            ("postgresql://h/db", None),
            ("postgresql://@h/db", None),
            ("postgresql://an%20na:secret@h/db", Some("an na")),
            ("postgresql://anna@h/db?user=tom", Some("tom")),
            ("postgresql:///db?user=tom", Some("tom")),
            ("host=h user='to m'", Some("to m")),
            ("host=h", None),
        ] {
            assert_eq!(login(conninfo).as_deref(), user, "{conninfo}");
        }
    }

    #[test]
    fn secrets_leave_the_command_line() {
        for (conninfo, kept, password) in [
            (
                "postgresql://ann:p%40ss@host/db?x=1",
                "postgresql://ann@host/db?x=1",
                Some("p@ss"),
            ),
            (
                "postgresql:///db?password=s%20p&host=h",
                "postgresql:///db?host=h",
                Some("s p"),
            ),
            (
                "postgresql:///db?host=h&p%61ssword=secret&sslpassword=phrase",
                "postgresql:///db?host=h",
                Some("secret"),
            ),
            (
                "host=h password=secret dbname=d",
                "host=h dbname=d",
                Some("secret"),
            ),
            (
                r"password = 'a \'b\' c' host='x y' sslpassword='p q'",
                "host='x y'",
                Some("a 'b' c"),
            ),
            ("sslpassword=phrase host=h", "host=h", None),
        ] {
            let public = without_secrets(conninfo);
            assert_eq!(public.conninfo, kept, "{conninfo}");
            assert_eq!(public.password.as_deref(), password, "{conninfo}");
            assert!(public.had_secrets, "{conninfo}");
        }
        let plain = "postgres://host:5432,other:5433/db?passfile=x";
        let public = without_secrets(plain);
        assert_eq!(public.conninfo, plain);
        assert!(!public.had_secrets && public.password.is_none());
    }

    #[test]
    fn percent_encoding_leaves_only_what_is_safe() {
        assert_eq!(
            percent_encoded(b"/a b/%c,\xc3\xa9", b"/"),
            "/a%20b/%25c%2C%C3%A9"
        );
        assert_eq!(percent_encoded(b"a/b@c", b""), "a%2Fb%40c");
    }
}

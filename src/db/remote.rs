//! The parameters of libpq's connection, and whether it leaves this machine. If it
//! does, the server must prove its identity, unless the user chose another mode.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use super::uri;
use crate::file;

/// What libpq takes from the process if the connection string doesn't set it.
#[derive(Debug, Clone, Default)]
pub struct Ambient {
    /// From variables such as `PGHOST`, by the names of the parameters.
    pub parameters: Vec<(String, String)>,
    /// The files that may describe services; the first that has the service counts.
    pub service_files: Vec<PathBuf>,
}

/// The parameters of a connection, wherever they come from.
pub struct Settings {
    /// If a name occurs twice, the later one counts.
    parameters: Vec<(String, String)>,
    /// A service that is not found here may be on another machine.
    unknown_service: bool,
}

impl Settings {
    pub fn of(conninfo: &str, ambient: &Ambient) -> Self {
        let own = uri::parameters(conninfo);
        let service = uri::last(&own, "service").or(uri::last(&ambient.parameters, "service"));
        let described = service.map(|name| {
            let mut files = ambient.service_files.iter();
            files.find_map(|file| described(file, name))
        });
        let unknown_service = described == Some(None);
        let described = described.flatten().unwrap_or_default();
        Self {
            parameters: [ambient.parameters.clone(), described, own].concat(),
            unknown_service,
        }
    }

    pub fn value(&self, key: &str) -> Option<&str> {
        uri::last(&self.parameters, key)
    }

    /// How many servers are tried.
    pub fn hosts(&self) -> usize {
        let named = |key| self.value(key).filter(|hosts| !hosts.is_empty());
        let hosts = named("hostaddr").or(named("host"));
        hosts.map_or(1, |hosts| hosts.split(',').count())
    }
}

/// How a connection checks the server's identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Security {
    /// As the connection string, a service file or `PGSSLMODE` has it.
    pub given: Option<String>,
    /// A host is neither a socket nor this machine.
    pub remote: bool,
}

impl Security {
    pub fn of(settings: &Settings) -> Self {
        let hosts = ["host", "hostaddr"].map(|key| settings.value(key).unwrap_or_default());
        let remote = hosts
            .iter()
            .flat_map(|hosts| hosts.split(','))
            .any(is_remote);
        Self {
            given: settings
                .value("sslmode")
                .or(settings.value("ssl").map(|_| "require"))
                .map(str::to_owned),
            remote: settings.unknown_service || remote,
        }
    }

    /// The mode that counts; libpq's own default is `prefer`.
    pub fn mode(&self) -> &str {
        match &self.given {
            Some(mode) => mode,
            None if self.remote => "verify-full",
            None => "prefer",
        }
    }
}

/// Where distributions have the socket of their server.
const SOCKETS: &str = "/var/run/postgresql";

/// The folder of this machine's server, for a connection that names no host. The libpq that
/// is linked in would look in `/tmp`, where PostgreSQL itself has the socket.
pub fn socket_folder(
    settings: &Settings,
    exists: impl FnOnce(&Path) -> bool,
) -> Option<&'static str> {
    let named = settings.unknown_service
        || ["host", "hostaddr"]
            .iter()
            .any(|key| settings.value(key).is_some());
    if named || !cfg!(feature = "bundled-libpq") {
        return None;
    }
    let port = settings.value("port").unwrap_or("5432");
    let socket = Path::new(SOCKETS).join(format!(".s.PGSQL.{port}"));
    exists(&socket).then_some(SOCKETS)
}

/// What stands for `sslrootcert=system`: the file of this system's certificate authorities.
/// libpq allows `system` only with verify-full, and refuses other modes itself.
pub fn of_the_system(
    settings: &Settings,
    bundle: impl FnOnce() -> Option<PathBuf>,
) -> Option<String> {
    let mode = Security::of(settings).given;
    let wanted = settings.value("sslrootcert") == Some("system")
        && mode.is_none_or(|mode| mode == "verify-full");
    let file = wanted.then(bundle).flatten()?;
    file.into_os_string().into_string().ok()
}

/// Where this system has its certificate authorities. An OpenSSL that is linked in only
/// knows the folder for which it was built; `SSL_CERT_FILE` it reads itself.
pub fn bundle() -> Option<PathBuf> {
    #[cfg(feature = "vendored-tls")]
    if !openssl_probe::has_ssl_cert_env_vars() {
        return openssl_probe::probe().cert_file;
    }
    None
}

/// The host and its address must both be local.
fn is_remote(host: &str) -> bool {
    let here = host.is_empty()
        || host.starts_with(['/', '@'])
        || host.eq_ignore_ascii_case("localhost")
        || host
            .parse()
            .is_ok_and(|address: IpAddr| address.is_loopback());
    !here
}

/// The parameters of a service, where the file has it.
fn described(path: &Path, service: &str) -> Option<Vec<(String, String)>> {
    let text = file::open_regular(path).and_then(std::io::read_to_string);
    let text = text.ok()?;
    let title = format!("[{service}]");
    let lines = text.lines().map(str::trim);
    let mut section = lines.skip_while(|line| *line != title);
    section.next()?;
    let own = section.take_while(|line| !line.starts_with('['));
    let parameters = own.filter(|line| !line.starts_with('#'));
    let mut found: Vec<_> = parameters
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    // here libpq takes the first of two
    found.reverse();
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ambient(parameters: &[(&str, &str)]) -> Ambient {
        let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        Ambient {
            parameters: parameters.iter().map(owned).collect(),
            service_files: Vec::new(),
        }
    }

    #[test]
    fn only_what_leaves_the_machine_must_be_verified() {
        for (conninfo, around, mode) in [
            ("postgresql:///db", &[][..], "prefer"),
            ("postgresql:///db?host=/run/pg", &[], "prefer"),
            (
                "postgresql://localhost,127.0.0.1,[::1]:5433/db",
                &[],
                "prefer",
            ),
            ("postgresql://db.example/db", &[], "verify-full"),
            ("postgresql://localhost,db.example/db", &[], "verify-full"),
            ("postgresql://db.example/db?sslmode=require", &[], "require"),
            ("postgresql://db.example/db?ssl=true", &[], "require"),
            (
                "postgresql://db.example/db?application_name=sslmode",
                &[],
                "verify-full",
            ),
            ("dbname=x host=db.example", &[], "verify-full"),
            (
                "dbname=x host=db.example sslmode = 'disable'",
                &[],
                "disable",
            ),
            ("dbname=x hostaddr=10.0.0.5", &[], "verify-full"),
            (
                "dbname=x host=localhost hostaddr=10.0.0.5",
                &[],
                "verify-full",
            ),
            (
                "dbname=x host=db.example hostaddr=127.0.0.1",
                &[],
                "verify-full",
            ),
            ("dbname=x", &[("host", "db.example")], "verify-full"),
            ("dbname=x host=/run/pg", &[("host", "db.example")], "prefer"),
            ("dbname=x", &[("hostaddr", "10.0.0.5")], "verify-full"),
            (
                "postgresql://db.example/x",
                &[("sslmode", "require")],
                "require",
            ),
            ("service=far", &[], "verify-full"),
        ] {
            let security = Security::of(&Settings::of(conninfo, &ambient(around)));
            assert_eq!(security.mode(), mode, "{conninfo} {around:?}");
        }
    }

    #[cfg(feature = "bundled-libpq")]
    #[test]
    fn the_socket_of_a_distribution_s_server_is_found() {
        for (conninfo, around, socket) in [
            ("postgresql:///db", &[][..], Some("5432")),
            ("dbname=x", &[], Some("5432")),
            ("dbname=x port=5433", &[], Some("5433")),
            ("postgresql:///db", &[("port", "5434")], Some("5434")),
            // a host is named, or a port in front of the path
            ("postgresql://db.example/db", &[], None),
            ("postgresql://:5433/db", &[], None),
            ("postgresql:///db?host=/tmp", &[], None),
            ("dbname=x hostaddr=127.0.0.1", &[], None),
            ("dbname=x", &[("host", "db.example")], None),
            // which may name one
            ("service=unknown", &[], None),
        ] {
            let settings = Settings::of(conninfo, &ambient(around));
            let mut asked = None;
            let folder = socket_folder(&settings, |path| {
                asked = Some(path.to_owned());
                true
            });
            let expected = socket.map(|port| Path::new(SOCKETS).join(format!(".s.PGSQL.{port}")));
            assert_eq!(asked, expected, "{conninfo} {around:?}");
            assert_eq!(folder, socket.map(|_| SOCKETS), "{conninfo} {around:?}");
            assert_eq!(socket_folder(&settings, |_| false), None, "{conninfo}");
        }
    }

    #[test]
    fn the_system_s_authorities_are_a_file() {
        let file = "/etc/ssl/certs/ca-certificates.crt";
        for (conninfo, around, expected) in [
            ("postgresql://db/x?sslrootcert=system", &[][..], Some(file)),
            (
                "postgresql://db/x?sslrootcert=system&sslmode=verify-full",
                &[],
                Some(file),
            ),
            ("dbname=x", &[("sslrootcert", "system")], Some(file)),
            // libpq refuses these
            (
                "postgresql://db/x?sslrootcert=system&sslmode=require",
                &[],
                None,
            ),
            ("postgresql://db/x?sslrootcert=system&ssl=true", &[], None),
            (
                "dbname=x sslrootcert=system",
                &[("sslmode", "prefer")],
                None,
            ),
            // another authority
            ("postgresql://db/x?sslrootcert=/etc/ca.pem", &[], None),
            ("postgresql://db/x", &[], None),
        ] {
            let settings = Settings::of(conninfo, &ambient(around));
            let found = of_the_system(&settings, || Some(file.into()));
            assert_eq!(found.as_deref(), expected, "{conninfo} {around:?}");
            assert_eq!(of_the_system(&settings, || None), None, "{conninfo}");
        }
    }

    #[test]
    fn a_service_file_is_asked() -> std::io::Result<()> {
        let dir = tempfile::tempdir()?;
        let file = dir.path().join("services");
        std::fs::write(
            &file,
            "[near]\nhost=/run/pg\n[far]\n# a comment\nhost=db.example\n[loose]\nhost=db.example\nsslmode=require\n[twice]\nhost=db.example\nhost=/run/pg\n",
        )?;
        for (service, mode) in [
            ("near", "prefer"),
            ("far", "verify-full"),
            ("loose", "require"),
            ("twice", "verify-full"),
            ("nowhere", "verify-full"),
        ] {
            let by_name = Ambient {
                service_files: vec![dir.path().join("none"), file.clone()],
                ..ambient(&[("service", service), ("host", "other.example")])
            };
            let security = Security::of(&Settings::of("dbname=x", &by_name));
            assert_eq!(security.mode(), mode, "{service}");
        }
        Ok(())
    }
}

//! What libpq reads besides the URL: variables and service files.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::{Arc, Mutex};

use crate::support::{Db, Folder, Outcome, bare_command};

const SECRET: &str = "cOrrect-h0rse";

/// A private database in a home of the test's own.
struct Private(Folder);

impl Private {
    fn command(&self, args: &[&str]) -> Command {
        let mut command = bare_command(args);
        command
            .env("WL_HOME", self.0.path("home"))
            .env("WL_USER", "ada");
        command
    }

    fn ok(&self, args: &[&str], variables: &[(&str, &str)]) {
        let mut command = self.command(args);
        let output = command.envs(variables.iter().copied()).output();
        let outcome = Outcome::of(output.expect("wl runs"));
        assert_eq!(outcome.code, 0, "{args:?} {variables:?}: {outcome:?}");
    }
}

impl Drop for Private {
    fn drop(&mut self) {
        let _ = self.command(&["db", "stop"]).output();
    }
}

/// Takes whatever comes for a PostgreSQL and asks it for a password in clear.
fn thief(listener: TcpListener) -> Arc<Mutex<Vec<u8>>> {
    let stolen = Arc::new(Mutex::new(Vec::new()));
    let pocket = Arc::clone(&stolen);
    std::thread::spawn(move || {
        for client in listener.incoming() {
            let _ = rob(client.expect("a client"), &pocket);
        }
    });
    stolen
}

fn rob(mut client: TcpStream, pocket: &Mutex<Vec<u8>>) -> std::io::Result<()> {
    loop {
        let mut bytes = [0; 4096];
        let length = client.read(&mut bytes)?;
        let asks_to_encrypt = bytes[4..6] == [0x04, 0xd2];
        pocket.lock().expect("no panic").extend(&bytes[..length]);
        match length {
            0 => return Ok(()),
            _ if asks_to_encrypt => client.write_all(b"N")?,
            _ => client.write_all(b"R\0\0\0\x08\0\0\0\x03")?,
        }
    }
}

/// The private server's port at an address that no other run of the tests has.
fn here() -> (TcpListener, String) {
    let [.., high, low] = std::process::id().to_be_bytes();
    let address = format!("127.77.{high}.{low}");
    let listener = TcpListener::bind((address.as_str(), 5432)).expect("a port");
    (listener, address)
}

#[test]
fn nothing_leads_away_from_the_private_database() {
    let folder = Folder::new();
    let (listener, address) = here();
    let stolen = thief(listener);
    let services = folder.file(
        "services",
        format!(
            "[away]\nhost={address}\nhostaddr={address}\noptions=-cnonsense\nreplication=true\n"
        ),
    );
    let by_variable = [
        ("PGHOSTADDR", address.as_str()),
        ("PGPASSWORD", SECRET),
        ("PGTARGETSESSIONATTRS", "standby"),
        ("PGOPTIONS", "nonsense"),
        ("PGCLIENTENCODING", "nonsense"),
        ("PGSSLMODE", "require"),
        ("PGSSLROOTCERT", "system"),
        ("PGGSSENCMODE", "require"),
        ("PGCHANNELBINDING", "require"),
        ("PGREQUIREPEER", "nobody"),
        ("PGCONNECT_TIMEOUT", "nonsense"),
    ];
    let by_service = [
        ("PGSERVICE", "away"),
        ("PGSERVICEFILE", services.as_str()),
        ("PGPASSWORD", SECRET),
    ];
    let private = Private(folder);
    for (n, variables) in [&by_variable[..], &by_service].into_iter().enumerate() {
        let file = private.0.path(&format!("{n}.dump"));
        private.ok(&["init", "--admin", "ada"], variables);
        private.ok(&["timer", "status"], variables);
        private.ok(&["doctor"], variables);
        private.ok(&["db", "backup", &file], variables);
        private.ok(&["db", "psql", "--", "-c", "SELECT 1"], variables);
    }
    let stolen = stolen.lock().expect("no panic");
    assert!(stolen.is_empty(), "{:?}", String::from_utf8_lossy(&stolen));
}

#[test]
fn a_bad_setting_is_named() {
    let (db, folder) = (Db::new(), Folder::new());
    let url = db.url();
    let broken = folder.file("broken", "[far]\nhost=db.example\nnonsense\n");
    let nested = folder.file("nested", "[far]\nservice=near\n");
    for (url, variables, words) in [
        (
            &*url,
            &[("PGSSLMODE", "nonsense")][..],
            "invalid sslmode value",
        ),
        (
            &url,
            &[("PGTARGETSESSIONATTRS", "nonsense")],
            "invalid target_session_attrs value",
        ),
        (&url, &[("PGOPTIONS", "nonsense")], "command-line argument"),
        (
            &url,
            &[("PGOPTIONS", "-c nonsense=1")],
            "configuration parameter",
        ),
        (&url, &[("PGTZ", "nonsense")], "TimeZone"),
        (&url, &[("PGREQUIREPEER", "nobody")], "requirepeer"),
        (&url, &[("PGCHANNELBINDING", "require")], "channel binding"),
        (
            &url,
            &[("PGCONNECT_TIMEOUT", "nonsense")],
            "for connection option \"connect_timeout\"",
        ),
        (
            &url,
            &[("PGHOSTADDR", "127.0.0.1,127.0.0.1")],
            "could not match 1 host names",
        ),
        (
            &url,
            &[("PGSERVICE", "far"), ("PGSERVICEFILE", &broken)],
            "syntax error in service file",
        ),
        ("service=far", &[("PGSERVICEFILE", &broken)], "line 3"),
        (
            "service=far",
            &[("PGSERVICEFILE", &nested)],
            "nested service specifications",
        ),
        (
            "service=far",
            &[("PGSERVICEFILE", "/nonexistent")],
            "service file … not found",
        ),
        ("service=nope", &[], "definition of service … not found"),
        (
            "x",
            &[],
            "neither a URL nor a list of settings in the form key=value",
        ),
    ] {
        let mut command = bare_command(&["timer", "status"]);
        command
            .env("DATABASE_URL", url)
            .env("WL_USER", "tom")
            .envs(variables.iter().copied());
        let outcome = Outcome::of(command.output().expect("wl runs"));
        outcome.assert_refused(78, words);
        assert!(outcome.stderr.contains("hint: "), "{outcome:?}");
    }
}

#[test]
fn a_login_that_is_not_there_is_named() {
    let db = Db::new();
    let url = db.url();
    let by = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = bare_command(args);
        command
            .env("DATABASE_URL", &url)
            .envs(variables.iter().copied());
        Outcome::of(command.output().expect("wl runs"))
    };
    let outcome = by(&["init"], &[("PGUSER", "nobody_here")]);
    outcome.assert_refused(77, "the database has no login nobody_here");
    assert!(
        outcome.stderr.contains("postgresql://LOGIN@host/database"),
        "{outcome:?}"
    );
    let outcome = by(&["timer", "status"], &[("WL_USER", "x;id")]);
    outcome.assert_refused(77, "the database has no login x;id");
    assert!(
        outcome.stderr.contains("wl user add 'x;id' "),
        "{outcome:?}"
    );
}

#[test]
fn a_service_file_names_the_server() {
    let (db, folder) = (Db::new(), Folder::new());
    let url = db.url();
    // postgresql:///NAME?host=FOLDER&port=PORT
    let (name, parameters) = url
        .trim_start_matches("postgresql:///")
        .split_once('?')
        .expect("parameters");
    let services = folder.file(
        "services",
        format!(
            "[it's ours]\ndbname={name}\n{}\nuser=tess\n[other]\nhost=/nowhere\n",
            parameters.replace('&', "\n")
        ),
    );
    let config = folder.file("config.toml", "user = 'tom'\n");
    let file = ("PGSERVICEFILE", services.as_str());
    let home = folder.path("home");
    for (variables, login) in [
        // the variable alone, as with psql
        (&[("PGSERVICE", "it's ours")][..], "tess"),
        (&[("PGSERVICE", "it's ours"), ("WL_USER", "ada")], "ada"),
        (&[("PGSERVICE", "it's ours"), ("WL_CONFIG", &config)], "tom"),
        (&[("DATABASE_URL", "service='it\\'s ours'")], "tess"),
        (
            &[("DATABASE_URL", "postgresql:///?service=it's%20ours")],
            "tess",
        ),
        // what names a server counts first
        (
            &[
                ("PGSERVICE", "other"),
                ("DATABASE_URL", &url),
                ("WL_USER", "tom"),
            ],
            "tom",
        ),
    ] {
        let mut command = bare_command(&["doctor", "--format", "json"]);
        let output = command.env(file.0, file.1).envs(variables.iter().copied());
        let outcome = Outcome::of(output.output().expect("wl runs"));
        assert!(
            outcome.stdout.contains(&format!("as {login}\"")),
            "{variables:?}: {outcome:?}"
        );
    }
    let mut command = bare_command(&["status"]);
    command.env(file.0, file.1).env("PGSERVICE", "nobody's");
    Outcome::of(command.output().expect("wl runs"))
        .assert_refused(78, "PGSERVICEFILE names; PGSERVICE selects one");
    // and WL_HOME selects the private database, which is not there
    let mut command = bare_command(&["db", "status"]);
    command
        .env(file.0, file.1)
        .env("PGSERVICE", "it's ours")
        .env("WL_HOME", &home);
    let outcome = Outcome::of(command.output().expect("wl runs"));
    assert!(outcome.stdout.contains(&home), "{outcome:?}");
}

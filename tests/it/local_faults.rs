//! The private database on a machine that fails, and in folders that others prepared.

use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, User, geteuid};
use tempfile::TempDir;
use worklock::db::local::SUPERUSER;

use crate::support::{Home, Outcome, bare_command, home_folder as folder};

const SECRET: &str = "cOrrect-h0rse";

impl Home {
    fn log(&self) -> String {
        fs::read_to_string(self.dir.path().join("h/server.log")).expect("a log")
    }

    fn postmaster(&self) -> u32 {
        let note = fs::read_to_string(self.dir.path().join("h/data/postmaster.pid"));
        let note = note.expect("it runs");
        note.lines()
            .next()
            .and_then(|pid| pid.parse().ok())
            .expect("a pid")
    }

    /// The server's process with this title.
    fn process(&self, title: &str) -> Pid {
        let server = self.postmaster().to_string();
        let patience = Instant::now() + Duration::from_secs(60);
        loop {
            let output = Command::new("ps")
                .args(["-ww", "-o", "pid=,args=", "--ppid", &server])
                .output()
                .expect("ps runs");
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            let line = text.lines().find(|line| line.contains(title));
            if let Some(pid) = line.and_then(|line| line.split_whitespace().next()) {
                return Pid::from_raw(pid.parse().expect("a pid"));
            }
            assert!(Instant::now() < patience, "no {title}: {text}");
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Lets the server crash. Its recovery waits for the file `gate`: it is one from an
    /// archive, which asks this command for each part.
    fn crash(&self) {
        let data = self.dir.path().join("h/data");
        assert_eq!(self.wl(&["db", "stop"]).code, 0);
        let gate = self.gate().display().to_string();
        let wait = format!("while [ ! -e {gate} ]; do sleep 0.02; done; false");
        let mut settings = fs::OpenOptions::new()
            .append(true)
            .open(data.join("postgresql.conf"))
            .expect("the settings");
        writeln!(settings, "restore_command = '{wait}'").expect("the settings");
        assert_eq!(self.wl(&["db", "start"]).code, 0);
        let signal = data.join("recovery.signal");
        fs::write(&signal, "").expect("a file");
        of_server(&signal);
        kill(self.process("walwriter"), Signal::SIGKILL).expect("a signal");
        let patience = Instant::now() + Duration::from_secs(60);
        while !self.log().contains("reinitializing") {
            assert!(Instant::now() < patience, "{}", self.log());
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn gate(&self) -> PathBuf {
        self.dir.path().join("gate")
    }

    /// Lets the recovery end.
    fn recover(&self) {
        fs::write(self.gate(), "").expect("a file");
    }
}

#[test]
fn a_command_waits_for_a_server_that_recovers() {
    let home = Home::new();
    home.crash();
    let mut waiting = home
        .command(&["--as", "ada", "order", "list"])
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("wl runs");
    let mut said = String::new();
    let mut stderr = BufReader::new(waiting.stderr.take().expect("a pipe"));
    stderr.read_line(&mut said).expect("a line");
    assert!(
        said.starts_with("Waiting for the private database server"),
        "{said}"
    );
    home.recover();
    let mut rest = String::new();
    stderr.read_to_string(&mut rest).expect("text");
    assert!(waiting.wait().expect("it ends").success(), "{rest}");
    assert!(rest.contains("No work orders yet"), "{rest}");
}

/// Told to stop in the middle of its recovery, PostgreSQL may hang for ever.
#[test]
fn a_server_that_recovers_is_stopped_after_that() {
    let home = Home::new();
    home.crash();
    let log = home.log();
    let mut stopping = home.command(&["db", "stop"]).spawn().expect("wl runs");
    // it has asked, and waits
    let refused = "FATAL:  the database system is ";
    let times = |log: &str| log.matches(refused).count();
    let patience = Instant::now() + Duration::from_secs(20);
    while times(&home.log()) == times(&log) && Instant::now() < patience {
        thread::sleep(Duration::from_millis(5));
    }
    home.recover();
    assert!(stopping.wait().expect("it ends").success());
    let log = home.log();
    let log = log.lines().rev().take(20).collect::<Vec<_>>().join("\n");
    assert!(log.contains("database system is shut down"), "{log}");
    assert!(!log.contains("immediate shutdown"), "{log}");
    let list = home.wl(&["--as", "ada", "order", "list"]);
    assert_eq!(list.code, 0, "{list:?}");
}

/// The user that a private server runs as.
fn of_server(path: &Path) {
    if geteuid().is_root() {
        let user = User::from_name("postgres").ok().flatten();
        let user = user.expect("the user postgres");
        chown(path, Some(user.uid.as_raw()), Some(user.gid.as_raw())).expect("an owner");
    }
}

/// A home that looks like one of a private database.
fn prepared(dir: &TempDir) -> PathBuf {
    let home = dir.path().join("h");
    fs::create_dir_all(home.join("data")).expect("a folder");
    fs::create_dir(home.join("run")).expect("a folder");
    fs::write(home.join("data/PG_VERSION"), "15\n").expect("a file");
    of_server(&home.join("data"));
    home
}

/// Whatever a server answers when it has no room, the disk is the reason.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_named() {
    let dir = folder();
    let home = prepared(&dir);
    // no file fits on it
    symlink("/proc", home.join("data/pg_wal")).expect("a link");
    for args in [
        &["status"][..],
        &["order", "list"],
        &["db", "start"],
        &["migrate"],
    ] {
        let mut command = bare_command(args);
        command.env("WL_HOME", &home);
        if args != ["db", "start"] && args != ["migrate"] {
            command.env("WL_USER", "ada");
        }
        let outcome = Outcome::of(command.output().expect("wl runs"));
        outcome.assert_refused(74, "the disk that holds /proc is full");
    }
}

/// Says what it is told to each client, and keeps what they send.
fn impostor(socket: &Path, answer: &'static [u8]) -> Arc<Mutex<Vec<u8>>> {
    let sent = Arc::new(Mutex::new(Vec::new()));
    let pocket = Arc::clone(&sent);
    let listener = UnixListener::bind(socket).expect("a socket");
    fs::set_permissions(socket, Permissions::from_mode(0o777)).expect("a mode");
    let serve = move |mut client: UnixStream| {
        let mut bytes = [0; 4096];
        while let Ok(length @ 1..) = client.read(&mut bytes) {
            pocket.lock().expect("no panic").extend(&bytes[..length]);
            if client.write_all(answer).is_err() {
                return;
            }
        }
    };
    thread::spawn(move || listener.incoming().flatten().for_each(serve));
    sent
}

/// `AuthenticationCleartextPassword`
const ASKS_FOR_PASSWORD: &[u8] = b"R\0\0\0\x08\0\0\0\x03";

fn with_password(home: &Path, args: &[&str]) -> Outcome {
    let mut command = bare_command(args);
    command
        .env("WL_HOME", home)
        .env("WL_USER", "ada")
        .env("PGPASSWORD", SECRET);
    Outcome::of(command.output().expect("wl runs"))
}

const CALLS: [&[&str]; 7] = [
    &["status"],
    &["timer", "start", "WO-1"],
    &["db", "start"],
    &["db", "stop"],
    &["db", "psql"],
    &["doctor"],
    &["init", "--zone", "UTC"],
];

/// Another user could have put a server there that collects passwords.
#[test]
fn the_home_of_another_user_is_not_connected_to() {
    let dir = folder();
    let home = match geteuid().is_root() {
        true => {
            let home = prepared(&dir);
            chown(&home, Some(65534), Some(65534)).expect("an owner");
            home
        }
        // root's, like everything in it
        false => PathBuf::from("/usr"),
    };
    let sent = geteuid()
        .is_root()
        .then(|| impostor(&home.join("run/.s.PGSQL.5432"), ASKS_FOR_PASSWORD));
    for args in CALLS {
        let outcome = with_password(&home, args);
        let whole = outcome.to_string();
        match args {
            ["doctor"] => assert_eq!(outcome.code, 3, "{whole}"),
            _ => assert_eq!(outcome.code, 77, "{args:?}: {whole}"),
        }
        assert!(whole.contains("belongs to"), "{args:?}: {whole}");
    }
    let sent = sent.map(|sent| sent.lock().expect("no panic").len());
    assert_eq!(sent.unwrap_or_default(), 0);
}

/// The socket's folder is the person's own, and yet somebody else serves it; or it is
/// the person's own server, but it asks for a password.
#[test]
fn no_server_of_a_private_home_gets_a_password() {
    let dir = folder();
    let home = prepared(&dir);
    let sent = impostor(&home.join("run/.s.PGSQL.5432"), ASKS_FOR_PASSWORD);
    for args in CALLS {
        let outcome = with_password(&home, args);
        // there is nothing to stop
        assert!(outcome.code != 0 || args == ["db", "stop"], "{outcome:?}");
        assert!(!outcome.stderr.contains("DATABASE_URL"), "{outcome:?}");
        assert!(!outcome.to_string().contains(SECRET), "{outcome:?}");
    }
    let sent = sent.lock().expect("no panic");
    if geteuid().is_root() {
        // its server would be postgres, and this is root's
        assert_eq!(String::from_utf8_lossy(&sent), "");
    }
    assert!(!String::from_utf8_lossy(&sent).contains(SECRET));
}

/// Nor does the server itself, if somebody has changed whom it trusts.
#[test]
fn a_private_server_that_asks_for_a_password_gets_none() {
    let home = Home::new();
    let set = format!("ALTER ROLE ada PASSWORD '{SECRET}'");
    let psql = home.wl(&["--as", SUPERUSER, "db", "psql", "--", "-c", &set]);
    assert_eq!(psql.code, 0, "{psql:?}");
    assert_eq!(home.wl(&["db", "stop"]).code, 0);
    let place = home.dir.path().join("h");
    let trusted = format!("local all {SUPERUSER} trust\nlocal all all password\n");
    fs::write(place.join("data/pg_hba.conf"), trusted).expect("a file");
    let refused = with_password(&place, &["status"]);
    refused.assert_refused(78, "asks for a password, and never gets one");
    assert!(
        refused.stderr.contains("local all all trust"),
        "{refused:?}"
    );
}

/// The home is the person's own, but not what is in it.
#[test]
fn the_data_of_another_user_is_not_used() {
    if !geteuid().is_root() {
        return;
    }
    let dir = folder();
    let home = prepared(&dir);
    chown(home.join("data"), Some(65534), Some(65534)).expect("an owner");
    let sent = impostor(&home.join("run/.s.PGSQL.5432"), ASKS_FOR_PASSWORD);
    for args in CALLS {
        let whole = with_password(&home, args).to_string();
        assert!(whole.contains("belongs to"), "{args:?}: {whole}");
    }
    assert_eq!(sent.lock().expect("no panic").len(), 0);
}

/// Whether `wl` changed nothing and said what `--as` does not do.
#[test]
fn as_is_refused_where_the_owner_works() {
    let dir = folder();
    let home = dir.path().join("h");
    let names = |path: &Path| path.exists();
    for args in [
        &["init", "--zone", "UTC"][..],
        &["migrate"],
        &["migrate", "status"],
        &["migrate", "down", "--yes"],
        &["db", "start"],
        &["db", "stop"],
        &["db", "status"],
        &["db", "backup", "/nonexistent/x"],
        &["db", "restore", "/nonexistent/x"],
    ] {
        let mut command = bare_command(&[&["--as", "tom"], args].concat());
        let outcome = Outcome::of(command.env("WL_HOME", &home).output().expect("wl runs"));
        outcome.assert_refused(2, "--as has no effect here");
        assert!(!names(&home), "{args:?}");
    }
}

/// The company's server needs no private database beside it, and no hint asks for one.
#[test]
fn a_command_of_the_private_server_says_which_server_others_use() {
    let dir = folder();
    let config = dir.path().join("config.toml");
    fs::write(&config, "database_url = 'host=/nonexistent dbname=x'\n").expect("a file");
    let wl = |args: &[&str]| {
        let mut command = bare_command(args);
        command.env("WL_CONFIG", &config).env("HOME", dir.path());
        command.env("XDG_DATA_HOME", dir.path());
        Outcome::of(command.output().expect("wl runs"))
    };
    let file = config.display().to_string();
    let other = format!("the server that database_url in {file} names");
    let stop = wl(&["db", "stop"]);
    assert_eq!(stop.code, 0, "{stop:?}");
    let lines: Vec<&str> = stop.stderr.lines().collect();
    assert!(
        lines[0].starts_with("The private database in /"),
        "{stop:?}"
    );
    assert_eq!(lines[1], format!("Other commands use {other}."));
    let start = wl(&["db", "start"]);
    start.assert_refused(69, "there is no database in");
    assert!(
        start.stderr.contains(&format!(
            "hint: other commands use {other}, which needs no private database"
        )),
        "{start:?}"
    );
    assert!(!start.stderr.contains("wl init"), "{start:?}");
    let folder = wl(&["db", "backup", &dir.path().join("x").display().to_string()]);
    assert!(
        folder.stderr.starts_with(&format!("Backing up {other}.")),
        "{folder:?}"
    );
}

/// With an empty WL_CONFIG there is no file to write into.
#[test]
fn no_hint_names_a_file_that_is_not_read() {
    let dir = folder();
    let mut command = bare_command(&["--as", "ada", "status"]);
    command.env("WL_HOME", dir.path().join("h"));
    let outcome = Outcome::of(command.output().expect("wl runs"));
    outcome.assert_refused(69, "there is no database in");
    assert!(!outcome.stderr.contains("wl config path"), "{outcome:?}");
}

/// A server elsewhere may be ready soon, too: no reason to doubt its URL.
#[test]
fn a_server_that_is_not_ready_is_worth_another_try() {
    for (text, answer) in [
        ("in recovery mode", &b"E\0\0\0\x43SFATAL\0VFATAL\0C57P03\0Mthe database system is in recovery mode\0\0"[..]),
        ("not yet accepting", &b"E\0\0\0\x50SFATAL\0VFATAL\0C57P03\0Mthe database system is not yet accepting connections\0\0"[..]),
    ] {
        assert_eq!(usize::from(answer[4]), answer.len() - 1, "{text}");
        let dir = folder();
        impostor(&dir.path().join(".s.PGSQL.5432"), answer);
        let mut command = bare_command(&["--as", "ada", "status"]);
        let url = format!("postgresql:///x?host={}&port=5432", dir.path().display());
        let outcome = Outcome::of(command.env("DATABASE_URL", url).output().expect("wl runs"));
        outcome.assert_refused(75, text);
        assert!(outcome.stderr.contains("hint: try again in a moment"), "{outcome:?}");
    }
}

//! The private local database with a real PostgreSQL, as root or any other user.

use std::error::Error as StdError;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;

use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, geteuid};
use tempfile::TempDir;
use worklock::db::local::{DATABASE, Local, SUPERUSER, find_client};
use worklock::exit;

type Test = Result<(), Box<dyn StdError>>;

/// Tells the processes of a test which home to use.
const HOME_OF_CHILD: &str = "WL_TEST_LOCAL_HOME";

/// A home that ends with the test: server, files and what lies outside.
struct Home {
    local: Local,
    dir: TempDir,
}

impl Home {
    /// Below a folder that everybody may pass through.
    fn new(name: &str) -> Result<Self, Box<dyn StdError>> {
        Self::below(0o755, name)
    }

    /// Below a folder that only its owner may pass through.
    fn private(name: &str) -> Result<Self, Box<dyn StdError>> {
        Self::below(0o700, name)
    }

    fn below(mode: u32, name: &str) -> Result<Self, Box<dyn StdError>> {
        let memory = Path::new("/dev/shm");
        let dir = if memory.is_dir() {
            TempDir::new_in(memory)?
        } else {
            TempDir::new()?
        };
        fs::set_permissions(dir.path(), Permissions::from_mode(mode))?;
        let local = Local::at(Some(dir.path().join(name)))?;
        Ok(Self { local, dir })
    }

    fn data(&self) -> Result<PathBuf, Box<dyn StdError>> {
        Ok(PathBuf::from(self.local.status()?.data_dir))
    }

    fn postmaster(&self) -> Result<Pid, Box<dyn StdError>> {
        let note = fs::read_to_string(self.data()?.join("postmaster.pid"))?;
        let pid = note.lines().next().unwrap_or_default().parse()?;
        Ok(Pid::from_raw(pid))
    }

    fn query(&self, sql: &str) -> Result<String, Box<dyn StdError>> {
        let output = Command::new(self.local.client("psql")?)
            .args(["-XAtq", "-c", sql, "-d"])
            .arg(self.local.url(Some(SUPERUSER), DATABASE))
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }

    /// How many servers were started in this home.
    fn starts(&self, name: &str) -> Result<usize, Box<dyn StdError>> {
        let log = fs::read_to_string(self.dir.path().join(name).join("server.log"))?;
        Ok(log.matches("starting PostgreSQL").count())
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = self.local.stop();
        let Ok(status) = self.local.status() else {
            return;
        };
        for dir in [&status.data_dir, &status.socket_dir].map(Path::new) {
            if dir.starts_with(self.dir.path()) {
                continue;
            }
            let _ = fs::remove_dir_all(dir);
            // Not empty until the last of the two, and never if it is /tmp.
            let _ = dir.parent().map(fs::remove_dir);
        }
    }
}

/// A child that ends with the test.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_database_is_made_started_and_stopped() -> Test {
    let home = Home::new("h")?;
    let local = &home.local;
    assert!(!local.initialised());
    let error = local.ensure_running().err().ok_or("started from nothing")?;
    assert_eq!(
        (error.code(), error.kind.as_str()),
        (exit::UNREACHABLE, "not_initialised")
    );
    let hint = error.hint.unwrap_or_default();
    assert!(
        hint.ends_with("private database of your own: wl init"),
        "{hint}"
    );
    assert!(!local.status()?.running);
    assert!(!local.stop()?);

    local.init()?;
    local.init()?;
    assert!(local.initialised());
    let status = local.status()?;
    assert!(status.running);
    assert_eq!(
        status.data_dir,
        home.dir.path().join("h/data").to_string_lossy()
    );
    assert!(
        status
            .server_version
            .is_some_and(|version| version.contains('.'))
    );
    assert_eq!(home.starts("h")?, 1);

    assert!(local.stop()?);
    assert!(!local.status()?.running);
    assert!(!local.stop()?);
    let log = home.dir.path().join("h/server.log");
    fs::OpenOptions::new()
        .append(true)
        .open(&log)?
        .set_len(5 << 20)?;
    local.ensure_running()?;
    assert_eq!(home.query("select current_database()")?, DATABASE);
    assert!(fs::metadata(&log)?.len() < 4096);
    assert_eq!(fs::metadata(log.with_extension("log.1"))?.len(), 5 << 20);
    Ok(())
}

#[test]
fn the_cluster_is_durable_checked_and_closed() -> Test {
    let home = Home::new("h")?;
    home.local.init()?;
    let setting = |name: &str| home.query(&format!("show {name}"));
    for (name, value) in [
        ("fsync", "on"),
        ("full_page_writes", "on"),
        ("data_checksums", "on"),
        ("listen_addresses", ""),
        ("unix_socket_permissions", "0700"),
        ("server_encoding", "UTF8"),
        ("lc_messages", "C"),
        ("timezone", "UTC"),
        ("password_encryption", "scram-sha-256"),
        ("max_connections", "200"),
        ("max_prepared_transactions", "0"),
    ] {
        assert_eq!(setting(name)?, value, "{name}");
    }
    let status = home.local.status()?;
    for dir in [status.data_dir, status.socket_dir] {
        assert_eq!(fs::metadata(&dir)?.mode() & 0o777, 0o700, "{dir}");
    }
    assert_eq!(
        home.query("select rolname from pg_roles where rolsuper")?,
        SUPERUSER
    );
    Ok(())
}

#[test]
fn eight_at_once_make_one_database() -> Test {
    let home = Home::new("h")?;
    let local = &home.local;
    thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| local.init())).collect();
        threads
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .map_err(|_| "a thread panicked")?
                    .map_err(Into::into)
            })
            .collect::<Result<Vec<()>, Box<dyn StdError>>>()
    })?;
    assert_eq!(home.starts("h")?, 1);
    assert_eq!(
        home.query("select count(*) from pg_database where datname = 'worklock'")?,
        "1"
    );
    Ok(())
}

#[test]
fn eight_processes_start_one_server() -> Test {
    let home = Home::new("h")?;
    home.local.init()?;
    home.local.stop()?;
    let children = (0..8)
        .map(|_| {
            Command::new(std::env::current_exe()?)
                .args([
                    "--exact",
                    "local_server::child_ensures_running",
                    "--ignored",
                    "--quiet",
                ])
                .env(HOME_OF_CHILD, home.dir.path().join("h"))
                .stdout(std::process::Stdio::null())
                .spawn()
        })
        .collect::<Result<Vec<_>, _>>()?;
    for mut child in children {
        assert!(child.wait()?.success());
    }
    assert_eq!(home.starts("h")?, 2);
    Ok(())
}

#[test]
#[ignore = "a process of eight_processes_start_one_server"]
fn child_ensures_running() -> Test {
    let local = Local::at(std::env::var_os(HOME_OF_CHILD).map(PathBuf::from))?;
    local.ensure_running()?;
    let output = Command::new(local.client("psql")?)
        .args(["-XAtqc", "select 1", "-d"])
        .arg(local.url(Some(SUPERUSER), DATABASE))
        .output()?;
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

#[test]
fn a_killed_server_comes_back_with_what_was_committed() -> Test {
    let home = Home::new("h")?;
    home.local.init()?;
    home.query("create table kept as select 42 as n")?;
    for _ in 0..3 {
        kill(home.postmaster()?, Signal::SIGKILL)?;
        home.local.ensure_running()?;
        assert_eq!(home.query("select n from kept")?, "42");
    }
    Ok(())
}

#[test]
fn a_server_with_a_hanging_session_still_stops() -> Test {
    let home = Home::new("h")?;
    home.local.init()?;
    let mut session = Command::new(home.local.client("psql")?)
        .args(["-XAtqc", "select pg_sleep(60)", "-d"])
        .arg(home.local.url(Some(SUPERUSER), DATABASE))
        .stderr(std::process::Stdio::null())
        .spawn()
        .map(Killed)?;
    while home.query("select count(*) from pg_stat_activity where query like '%sleep(60)'")? == "0"
    {
        thread::yield_now();
    }
    assert!(home.local.stop()?);
    assert!(!session.0.wait()?.success());
    Ok(())
}

#[test]
fn the_server_lives_elsewhere_when_it_cannot_reach_the_home() -> Test {
    let home = Home::private("h")?;
    home.local.init()?;
    assert_eq!(home.query("select 1")?, "1");
    let is_inside = home.data()?.starts_with(home.dir.path());
    assert_eq!(is_inside, !geteuid().is_root());

    home.local.stop()?;
    home.local.ensure_running()?;
    home.local.init()?;
    assert_eq!(home.query("select 1")?, "1");
    Ok(())
}

#[test]
fn a_database_outside_is_not_taken_over_in_silence() -> Test {
    if !geteuid().is_root() {
        return Ok(());
    }
    let home = Home::private("h")?;
    home.local.init()?;
    home.local.stop()?;
    let link = home.dir.path().join("h/data");
    let data = fs::read_link(&link)?;
    fs::remove_file(&link)?;
    let error = home.local.init().err().ok_or("it was taken over")?;
    assert_eq!(error.code(), exit::CONFIG);
    assert!(error.message.contains(&*data.to_string_lossy()), "{error}");
    std::os::unix::fs::symlink(&data, &link)?;
    home.local.init()?;
    Ok(())
}

#[test]
fn a_long_home_works() -> Test {
    let name = ["a-folder-with-a-rather-long-name"; 5].join("/");
    for home in [Home::new(&name)?, Home::private(&name)?] {
        home.local.init()?;
        home.local.stop()?;
        home.local.ensure_running()?;
        assert_eq!(home.query("select 1")?, "1");
        assert!(home.local.status()?.socket_dir.len() <= 93);
    }
    Ok(())
}

#[test]
fn odd_characters_in_the_home_work() -> Test {
    for name in ["a b\"c'd%41é", "with, a comma"] {
        let home = Home::new(name)?;
        home.local.init()?;
        assert_eq!(home.query("select 1")?, "1");
    }
    Ok(())
}

#[test]
fn a_moved_home_is_found() -> Test {
    let mut home = Home::new("before")?;
    home.local.init()?;
    home.local.stop()?;
    let after = home.dir.path().join("after");
    fs::rename(home.dir.path().join("before"), &after)?;
    home.local = Local::at(Some(after))?;
    home.local.ensure_running()?;
    assert_eq!(home.query("select 1")?, "1");
    Ok(())
}

#[test]
fn an_interrupted_init_is_done_again() -> Test {
    let home = Home::new("h")?;
    let rest = home.dir.path().join("h/data.new/base");
    fs::create_dir_all(&rest)?;
    fs::set_permissions(home.dir.path().join("h"), Permissions::from_mode(0o755))?;
    fs::write(rest.join("1"), "half")?;
    assert!(!home.local.initialised());
    home.local.init()?;
    assert!(!home.dir.path().join("h/data.new").exists());
    Ok(())
}

/// It serves the old data elsewhere, so nobody would find the server.
#[test]
fn what_a_killed_upgrade_left_goes_with_the_next_command() -> Test {
    let home = Home::new("h")?;
    home.local.init()?;
    home.local.stop()?;
    let rest = home.dir.path().join("h/upgrade");
    let part = rest.join("old");
    fs::create_dir_all(&part)?;
    symlink(home.data()?, part.join("data"))?;
    Local::at(Some(part))?.ensure_running()?;
    let left = home.postmaster()?;
    home.local.ensure_running()?;
    assert_ne!(home.postmaster()?, left);
    assert_eq!(home.query("select 1")?, "1");
    assert!(!rest.exists());
    Ok(())
}

#[test]
fn only_what_an_upgrade_made_is_removed() -> Test {
    let home = Home::new("h")?;
    home.local.init()?;
    home.local.stop()?;
    let place = home.dir.path().join("h/upgrade");
    let kept = |folder: &Path| -> Test {
        home.local.ensure_running()?;
        home.local.stop()?;
        assert_eq!(fs::read_to_string(folder.join("a.txt"))?, "precious");
        Ok(())
    };
    let photos = place.join("photos");
    fs::create_dir_all(&photos)?;
    fs::write(photos.join("a.txt"), "precious")?;
    kept(&photos)?;
    // a link leads to what somebody else has
    let elsewhere = home.dir.path().join("elsewhere");
    let old = elsewhere.join("old");
    fs::create_dir_all(&old)?;
    fs::write(old.join("a.txt"), "precious")?;
    fs::remove_dir_all(&place)?;
    symlink(&elsewhere, &place)?;
    kept(&old)?;
    fs::remove_file(&place)?;
    fs::create_dir(&place)?;
    symlink(&old, place.join("old"))?;
    kept(&old)
}

#[test]
fn a_server_whose_home_was_deleted_spoils_nothing() -> Test {
    let home = Home::new("h")?;
    home.local.init()?;
    let old = home.postmaster()?;
    // The server may add a file while its folder is being emptied.
    while fs::remove_dir_all(home.dir.path().join("h")).is_err() {}
    home.local.init()?;
    // Where it was found it is gone; elsewhere it goes in a minute.
    assert!(!Path::new("/proc/self").exists() || kill(old, None).is_err());
    home.local.stop()?;
    home.local.ensure_running()?;
    assert_eq!(home.query("select 1")?, "1");
    Ok(())
}

#[test]
fn another_major_version_is_named() -> Test {
    let home = Home::new("h")?;
    home.local.init()?;
    home.local.stop()?;
    fs::write(home.data()?.join("PG_VERSION"), "9\n")?;
    let error = home.local.ensure_running().err().ok_or("it started")?;
    assert_eq!(error.code(), exit::CONFIG);
    assert!(
        error
            .message
            .contains("needs PostgreSQL 9, but this machine has only 1"),
        "{error}"
    );
    // where to get the programs, and how to go on
    let hint = error.hint.unwrap_or_default();
    assert!(hint.contains("https://"), "{hint}");
    assert!(
        hint.contains("name their folder in WL_PG_BIN; then move"),
        "{hint}"
    );
    assert!(hint.ends_with("wl db upgrade"), "{hint}");
    let error = home.local.begin_upgrade().err().ok_or("it began")?;
    assert!(error.message.contains("needs PostgreSQL 9"), "{error}");
    assert!(!home.dir.path().join("h/upgrade").exists());
    Ok(())
}

/// script/test-upgrades tries it with several versions.
#[test]
fn data_of_the_newest_version_stays_where_it_is() -> Test {
    let home = Home::new("h")?;
    home.local.init()?;
    let server = home.postmaster()?;
    let mut command = crate::support::bare_command(&["db", "upgrade"]);
    let output = command.env("WL_HOME", home.dir.path().join("h")).output()?;
    let outcome = crate::support::Outcome::of(output);
    // another version may be installed beside the one of the tests
    if home.local.newer_version()?.is_none() {
        assert_eq!(outcome.code, 0, "{outcome:?}");
        assert!(
            outcome.stderr.contains("already has the newest version"),
            "{outcome:?}"
        );
        assert_eq!(home.postmaster()?, server);
    }
    assert_eq!(home.query("select 1")?, "1");
    Ok(())
}

#[test]
fn data_of_another_owner_is_refused() -> Test {
    if !geteuid().is_root() {
        return Ok(());
    }
    let home = Home::new("h")?;
    home.local.init()?;
    home.local.stop()?;
    chown(home.data()?, Some(65534), Some(65534))?;
    let error = home.local.ensure_running().err().ok_or("it started")?;
    assert_eq!(error.code(), exit::CONFIG);
    assert!(
        error
            .message
            .contains("but its server would run as postgres"),
        "{error}"
    );
    Ok(())
}

#[test]
fn a_fault_in_the_settings_is_one_sentence() -> Test {
    let home = Home::new("h")?;
    home.local.init()?;
    home.local.stop()?;
    let settings = home.data()?.join("postgresql.conf");
    let text = fs::read_to_string(&settings)?;
    fs::write(&settings, text + "\nno_such_setting = 1\n")?;
    let error = home.local.ensure_running().err().ok_or("it started")?;
    assert_eq!(error.code(), exit::CONFIG);
    assert!(error.message.ends_with("contains errors"), "{error}");
    assert!(!error.message.contains('\n'));
    Ok(())
}

#[test]
fn the_note_of_the_server_is_never_deleted() -> Test {
    let home = Home::new("h")?;
    home.local.init()?;
    home.local.stop()?;
    let data = home.data()?;
    let owner = fs::metadata(&data)?;
    let mut other = Command::new("sleep");
    other.arg("60");
    if geteuid().is_root() {
        other.uid(owner.uid()).gid(owner.gid());
    }
    let other = other.spawn().map(Killed)?;
    let pid = other.0.id();
    let note = data.join("postmaster.pid");
    fs::write(&note, format!("{pid}\n{}\n1\n5432\n", data.display()))?;

    if Path::new("/proc/self").exists() {
        let error = home.local.ensure_running().err().ok_or("it started")?;
        assert_eq!(error.code(), exit::UNREACHABLE);
        assert!(error.message.contains(&format!("process {pid}")), "{error}");
        assert!(error.message.contains(&*note.to_string_lossy()), "{error}");
        assert!(!home.local.stop()?);
        assert!(note.exists());
    }
    drop(other);
    home.local.ensure_running()?;
    Ok(())
}

#[test]
fn a_file_in_place_of_the_data_is_left_alone() -> Test {
    let home = Home::new("h")?;
    let data = home.dir.path().join("h/data");
    fs::create_dir_all(&data)?;
    fs::set_permissions(home.dir.path().join("h"), Permissions::from_mode(0o755))?;
    fs::write(data.join("mine"), "text")?;
    let error = home.local.init().err().ok_or("it was replaced")?;
    assert_eq!(error.code(), exit::CONFIG);
    assert!(data.join("mine").exists());
    Ok(())
}

#[test]
fn psql_is_found() -> Test {
    let output = Command::new(find_client("psql")?)
        .arg("--version")
        .output()?;
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("psql (PostgreSQL)"));
    Ok(())
}

/// What any login could use to fill the server's table of locks, after which nobody connects.
const OPEN_TO_ALL: &str = "
    SELECT string_agg(what, ' ') FROM (
        SELECT 'temporary tables' FROM pg_database WHERE datname = current_database() AND has_database_privilege('ada', oid, 'TEMP')
        UNION ALL
        SELECT oid::regprocedure::text FROM pg_proc
        WHERE (proname LIKE '%advisory%lock%' OR proname IN ('lo_creat', 'lo_create', 'lo_unlink', 'lo_from_bytea'))
            AND has_function_privilege('ada', oid, 'EXECUTE')) open (what)";

#[test]
fn a_backup_goes_into_a_new_home_and_is_verified() -> Test {
    let (old, new) = (Home::new("old")?, Home::new("new")?);
    let wl = |home: &str, args: &[&str]| {
        let mut command = crate::support::bare_command(args);
        crate::support::Outcome::of(command.env("WL_HOME", home).output().expect("wl runs"))
    };
    let path = |home: &Home, name: &str| home.dir.path().join(name).display().to_string();
    let (from, into, file) = (path(&old, "old"), path(&new, "new"), path(&old, "all.dump"));
    assert_eq!(wl(&from, &["init", "--admin", "ada"]).code, 0);
    assert_eq!(old.query(OPEN_TO_ALL)?, "");
    let first = wl(&from, &["db", "backup", &file]);
    assert_eq!(first.code, 0, "{first:?}");
    assert!(!first.stderr.contains("The backup before it"), "{first:?}");
    let second = wl(&from, &["db", "backup", &path(&old, "second.dump")]);
    let before = second
        .stderr
        .lines()
        .find(|line| line.starts_with("The backup before it is of 2"));
    assert!(
        before.is_some_and(|line| line.ends_with(&format!(" UTC: {file}."))),
        "{second:?}"
    );
    let restored = wl(&into, &["db", "restore", &file]);
    assert_eq!(restored.code, 0, "{restored:?}");
    assert!(
        restored.stderr.contains("The audit trail is intact."),
        "{restored:?}"
    );
    assert_eq!(new.query(OPEN_TO_ALL)?, "");
    assert_eq!(wl(&into, &["--as", "ada", "order", "list"]).code, 0);
    Ok(())
}

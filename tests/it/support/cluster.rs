//! A PostgreSQL of a test's own, for what the shared one can't be: a server
//! that encrypts, a standby, one that is frozen. Ends with the test.

use std::fs::{self, File, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, User, geteuid};
use tempfile::TempDir;
use worklock::db::local::SUPERUSER;

use super::race::Held;
use super::{Outcome, bare_command, server};

pub struct Cluster {
    dir: TempDir,
    pub port: u16,
    child: Option<Child>,
}

impl Cluster {
    /// A new cluster that trusts its socket; `settings` are lines of
    /// postgresql.conf. It does not run yet.
    pub fn new(settings: &str) -> Self {
        let cluster = Self::unborn();
        cluster.run(
            "initdb",
            &[
                "-N",
                "-A",
                "trust",
                "-U",
                SUPERUSER,
                "-E",
                "UTF8",
                "--locale=C",
                "-D",
            ],
            &[&cluster.data()],
        );
        let conf = cluster.data().join("postgresql.conf");
        let socket = cluster.dir.path().display();
        let own = format!(
            "port = {}\nunix_socket_directories = '{socket}'\nlisten_addresses = '127.0.0.1'\nfsync = off\n\
             shared_buffers = 16MB\nmax_connections = 30\nlc_messages = 'C'\nlog_statement = 'all'\n{settings}\n",
            cluster.port
        );
        let was = fs::read_to_string(&conf).expect("postgresql.conf");
        fs::write(&conf, was + &own).expect("postgresql.conf");
        cluster
    }

    /// A standby of this cluster, which must be stopped. It does not run yet.
    pub fn standby(&self) -> Self {
        let other = Self::unborn();
        let copied = Command::new("cp")
            .arg("-a")
            .args([self.data(), other.data()])
            .status();
        assert!(copied.expect("cp runs").success());
        other.file("standby.signal", "");
        let conf = other.data().join("postgresql.conf");
        let was = fs::read_to_string(&conf).expect("postgresql.conf");
        let own = format!(
            "port = {}\nunix_socket_directories = '{}'\nprimary_conninfo = '{} application_name=standby'\n",
            other.port,
            other.dir.path().display(),
            self.words("postgres")
        );
        fs::write(&conf, was + &own).expect("postgresql.conf");
        other
    }

    fn unborn() -> Self {
        let memory = Path::new("/dev/shm");
        let dir = if memory.is_dir() {
            TempDir::new_in(memory)
        } else {
            TempDir::new()
        };
        let dir = dir.expect("a folder");
        fs::set_permissions(dir.path(), Permissions::from_mode(0o755)).expect("a mode");
        give_to_server(dir.path());
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        Self {
            dir,
            port: free.local_addr().expect("an address").port(),
            child: None,
        }
    }

    pub fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// A file that the server may read, and only it.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.data().join(name);
        fs::write(&path, bytes).expect("the file is written");
        fs::set_permissions(&path, Permissions::from_mode(0o600)).expect("a mode");
        give_to_server(&path);
        path
    }

    fn locales(&self) -> PathBuf {
        self.dir.path().join("locales")
    }

    /// Makes a locale for this server alone, such as `de_DE`: the machine needn't have it.
    /// `script/bootstrap` installs what that takes.
    #[expect(clippy::print_stderr, reason = "says what this machine can't try")]
    pub fn make_locale(&self, language: &str) {
        fs::create_dir_all(self.locales()).expect("a folder");
        let made = Command::new("localedef")
            .args(["-i", language, "-f", "UTF-8"])
            .arg(self.locales().join(format!("{language}.UTF-8")))
            .status();
        if !made.is_ok_and(|status| status.success()) {
            eprintln!("localedef can't make the locale {language}");
        }
    }

    pub fn has_locale(&self, language: &str) -> bool {
        self.locales().join(format!("{language}.UTF-8")).is_dir()
    }

    pub fn start(&mut self) {
        let log = File::options()
            .create(true)
            .append(true)
            .open(self.dir.path().join("log"))
            .expect("a log");
        let mut command = as_server("postgres");
        command
            .env("LOCPATH", self.locales())
            .arg("-D")
            .arg(self.data())
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a log"))
            .stderr(log);
        self.child = Some(command.spawn().expect("postgres runs"));
        let patience = Instant::now() + Duration::from_secs(120);
        while self.try_sql("postgres", "SELECT 1").is_err() {
            assert!(Instant::now() < patience, "{}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// In order, with a last checkpoint.
    pub fn stop(&mut self) {
        self.end(Signal::SIGINT);
    }

    /// At once, as a crash would.
    pub fn kill(&mut self) {
        self.end(Signal::SIGQUIT);
    }

    fn end(&mut self, signal: Signal) {
        if let Some(mut child) = self.child.take() {
            let pid = Pid::from_raw(i32::try_from(child.id()).expect("a pid"));
            let _ = kill(pid, signal);
            let _ = kill(pid, Signal::SIGCONT);
            let _ = child.wait();
        }
    }

    pub fn signal(&self, signal: Signal) {
        let child = self.child.as_ref().expect("it runs");
        let pid = Pid::from_raw(i32::try_from(child.id()).expect("a pid"));
        kill(pid, signal).expect("a signal");
    }

    /// To the server and all its processes.
    pub fn signal_all(&self, signal: Signal) {
        let server = self.child.as_ref().expect("it runs").id().to_string();
        let children = Command::new("ps")
            .args(["-o", "pid=", "--ppid", &server])
            .output()
            .expect("ps runs");
        self.signal(signal);
        for pid in String::from_utf8_lossy(&children.stdout).split_whitespace() {
            // one that has ended meanwhile
            let _ = kill(Pid::from_raw(pid.parse().expect("a pid")), signal);
        }
    }

    /// A transaction that stays open, as the superuser.
    pub fn hold(&self, sql: &str) -> Held {
        let url = format!("{}&user={SUPERUSER}", self.url("worklock"));
        Held::at(&url, sql)
    }

    /// Waits until one session of `wl` is so, and returns its server process.
    pub fn wait_for(&self, which: &str) -> Pid {
        let sql =
            format!("SELECT pid FROM pg_stat_activity WHERE application_name = 'wl' AND {which}");
        let patience = Instant::now() + Duration::from_secs(60);
        loop {
            if let Ok(pid) = self.sql("postgres", &sql).parse() {
                return Pid::from_raw(pid);
            }
            assert!(Instant::now() < patience, "never {which}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn log(&self) -> String {
        fs::read_to_string(self.dir.path().join("log")).expect("a log")
    }

    pub fn socket_dir(&self) -> String {
        self.dir.path().display().to_string()
    }

    /// For libpq, by the socket.
    pub fn url(&self, database: &str) -> String {
        format!(
            "postgresql:///{database}?host={}&port={}",
            self.dir.path().display(),
            self.port
        )
    }

    fn words(&self, database: &str) -> String {
        format!(
            "host={} port={} user={SUPERUSER} dbname={database}",
            self.dir.path().display(),
            self.port
        )
    }

    pub fn sql(&self, database: &str, sql: &str) -> String {
        self.try_sql(database, sql)
            .unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    pub fn try_sql(&self, database: &str, sql: &str) -> Result<String, String> {
        let output = Command::new(server().program("psql"))
            .args(["-XAtqw", "-v", "ON_ERROR_STOP=1", "-c", sql, "-d"])
            .arg(self.words(database))
            .env_clear()
            .stdin(Stdio::null())
            .output()
            .expect("psql runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        match output.status.success() {
            true => Ok(text(&output.stdout)),
            false => Err(text(&output.stderr)),
        }
    }

    /// `wl` as a login on the database `worklock`, by the socket.
    #[must_use = "look at the outcome, or use ok()"]
    pub fn wl(&self, login: &str, args: &[&str]) -> Outcome {
        let mut command = bare_command(args);
        command
            .env("DATABASE_URL", self.url("worklock"))
            .env("WL_USER", login);
        Outcome::of(command.output().expect("wl runs"))
    }

    /// Makes the database `worklock` with `ada`, `tom`, `tess`, `acc`, `olga` and `WO-1/1`.
    pub fn fill(&self) {
        self.sql("postgres", "CREATE DATABASE worklock");
        let url = format!("{}&user={SUPERUSER}", self.url("worklock"));
        let mut init = bare_command(&["init", "--admin", "ada"]);
        let outcome = Outcome::of(init.env("DATABASE_URL", url).output().expect("wl runs"));
        assert_eq!(outcome.code, 0, "{outcome:?}");
        for (name, role) in [
            ("tom", "technician"),
            ("tess", "technician"),
            ("acc", "accountant"),
            ("olga", "ops"),
        ] {
            self.ok(
                "ada",
                &["user", "add", name, "--full-name", name, "--role", role],
            );
        }
        self.ok(
            "ada",
            &["order", "add", "WO-1", "--title", "T", "--customer", "C"],
        );
        self.ok("ada", &["line", "add", "WO-1", "--description", "D"]);
    }

    pub fn ok(&self, login: &str, args: &[&str]) -> Outcome {
        let outcome = self.wl(login, args);
        assert_eq!(outcome.code, 0, "wl {args:?} as {login}: {outcome:?}");
        outcome
    }

    fn run(&self, program: &str, args: &[&str], paths: &[&Path]) {
        let output = as_server(program)
            .args(args)
            .args(paths)
            .stdin(Stdio::null())
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{program}: {output:?}");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.kill();
    }
}

/// PostgreSQL refuses to run as root.
fn server_user() -> Option<User> {
    let user = || User::from_name("postgres").ok().flatten();
    geteuid()
        .is_root()
        .then(|| user().expect("the user postgres"))
}

fn as_server(program: &str) -> Command {
    let mut command = Command::new(server().program(program));
    command.env_clear().env("LC_ALL", "C").current_dir("/");
    if let Some(user) = server_user() {
        command.uid(user.uid.as_raw()).gid(user.gid.as_raw());
    }
    command
}

fn give_to_server(path: &Path) {
    if let Some(user) = server_user() {
        chown(path, Some(user.uid.as_raw()), Some(user.gid.as_raw())).expect("an owner");
    }
}

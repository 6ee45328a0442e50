//! The server that all tests of a run share, in memory where there is room.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, OnceLock};

use worklock::db::local::{Local, SUPERUSER};

use super::psql::Psql;
use super::{Outcome, Refusal, bare_command};

pub struct Server {
    local: Local,
    psql: PathBuf,
    /// Makes and drops databases, one after the other: cloning a template
    /// allows no other session on it.
    admin: Mutex<Psql>,
}

const TEMPLATE: &str = "wl_template";

/// Who owns the tests' databases and the schema in them: the superuser, or with
/// `WL_TEST_OWNER=managed` a login as managed servers give it, which can't do everything.
pub fn owner() -> &'static str {
    match std::env::var_os("WL_TEST_OWNER") {
        Some(name) if name == "managed" => "managed_owner",
        Some(name) => panic!("WL_TEST_OWNER is managed or unset, not {name:?}"),
        None => SUPERUSER,
    }
}

/// Whether the owner of the tests' databases is no superuser.
pub fn is_managed() -> bool {
    owner() != SUPERUSER
}

pub fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(Server::start)
}

impl Server {
    fn start() -> Self {
        let memory = Path::new("/dev/shm");
        let base = if memory.is_dir() {
            memory.to_owned()
        } else {
            std::env::temp_dir()
        };
        let home = base.join(format!("wl-test-{}", std::process::id()));
        let local = Local::at(Some(home.clone())).expect("a home");
        local.init().expect("the private server starts");
        let psql = local.client("psql").expect("psql");
        // so that PREPARE TRANSACTION is really tried; it takes a restart
        let prepare = "ALTER SYSTEM SET max_prepared_transactions = 8";
        let set = Command::new(&psql)
            .args(["-Xqc", prepare, &local.url(Some(SUPERUSER), "postgres")])
            .status();
        assert!(set.is_ok_and(|status| status.success()), "{prepare}");
        local.stop().expect("it stops");
        local.ensure_running().expect("it starts again");
        end_with_this_process(&local, &home);
        let admin = Psql::start(&psql, &local.url(Some(SUPERUSER), "postgres"));
        let server = Self {
            psql,
            local,
            admin: Mutex::new(admin),
        };
        if is_managed() {
            let make = format!("CREATE ROLE {} LOGIN CREATEROLE CREATEDB", owner());
            server.admin(&make).expect("an owner");
        }
        server.create(&format!("CREATE DATABASE {TEMPLATE}"));
        server.fill_template();
        server
    }

    fn fill_template(&self) {
        let run = |login: &str, args: &[&str]| {
            let mut command = bare_command(args);
            command
                .env("DATABASE_URL", self.url(TEMPLATE))
                .env("WL_USER", login);
            let outcome = Outcome::of(command.output().expect("wl runs"));
            assert_eq!(outcome.code, 0, "wl {args:?}: {outcome:?}");
        };
        let url = format!("{}&user={}", self.url(TEMPLATE), owner());
        let mut init = bare_command(&["init", "--admin", "ada", "--full-name", "Ada Admin"]);
        let outcome = Outcome::of(init.env("DATABASE_URL", url).output().expect("wl runs"));
        assert_eq!(outcome.code, 0, "wl init: {outcome:?}");
        if let Some(path) = std::env::var_os("WL_MUTANT") {
            // a deliberate fault, for script/mutants
            let fault = std::fs::read_to_string(path).expect("the file of WL_MUTANT");
            let done = self.sql(TEMPLATE, SUPERUSER, &fault);
            done.unwrap_or_else(|refusal| panic!("the fault can't be put in: {refusal:?}"));
        }
        for (name, full_name, role) in [
            ("abe", "Abe Admin", "admin"),
            ("tom", "Tom Tech", "technician"),
            ("tess", "Tess Tech", "technician"),
            ("acc", "Acc Countant", "accountant"),
            ("olga", "Olga Ops", "ops"),
        ] {
            run(
                "ada",
                &[
                    "user",
                    "add",
                    name,
                    "--full-name",
                    full_name,
                    "--role",
                    role,
                ],
            );
        }
        run(
            "ada",
            &[
                "order",
                "add",
                "WO-1",
                "--title",
                "Fix the pump",
                "--customer",
                "ACME",
            ],
        );
        // all tests share these people, and some start fifty commands at once
        for login in ["ada", "abe", "tom", "tess", "acc", "olga"] {
            let free = format!("ALTER ROLE {login} CONNECTION LIMIT -1");
            self.admin(&free).expect("a login");
        }
        run("ada", &["line", "add", "WO-1", "--description", "Diagnose"]);
        run("ada", &["line", "add", "WO-1", "--description", "Repair"]);
    }

    /// One of PostgreSQL's programs.
    pub fn program(&self, name: &str) -> PathBuf {
        self.psql.with_file_name(name)
    }

    /// Where it listens.
    pub fn socket(&self) -> PathBuf {
        let status = self.local.status().expect("a status");
        Path::new(&status.socket_dir).join(format!(".s.PGSQL.{}", status.port))
    }

    pub fn url(&self, database: &str) -> String {
        self.local.url(None, database)
    }

    pub fn clone_template(&self, name: &str) {
        self.clone_database(TEMPLATE, name);
    }

    pub fn clone_database(&self, source: &str, name: &str) {
        // copies files, where the other strategy writes all of them to the log as well
        self.create(&format!(
            "CREATE DATABASE {name} TEMPLATE {source} STRATEGY file_copy"
        ));
    }

    pub fn create_empty(&self, name: &str) {
        self.create(&format!("CREATE DATABASE {name} STRATEGY file_copy"));
    }

    pub fn create_latin1(&self, name: &str) {
        self.create(&format!(
            "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C' STRATEGY file_copy"
        ));
    }

    pub fn create_turkish(&self, name: &str) {
        self.create(&format!(
            "CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'tr' STRATEGY file_copy"
        ));
    }

    /// Whether PostgreSQL was built with ICU, as that of each distribution is.
    pub fn has_icu(&self) -> bool {
        let count = self.admin("SELECT count(*) FROM pg_collation WHERE collname = 'tr-x-icu'");
        count.expect("a count") != "0"
    }

    fn create(&self, sql: &str) {
        let made = self.admin(&format!("{sql} OWNER {}", owner()));
        made.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    pub fn drop_database(&self, name: &str) {
        // a failed test must not fail twice
        let _ = self.admin(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }

    fn admin(&self, sql: &str) -> Result<String, String> {
        let mut admin = self.admin.lock().expect("no test panics here");
        admin.ask(sql)
    }

    /// A session that stays.
    pub fn psql(&self, database: &str, login: &str) -> Psql {
        Psql::start(&self.psql, &self.local.url(Some(login), database))
    }

    pub fn sql(&self, database: &str, login: &str, sql: &str) -> Result<String, Refusal> {
        self.sql_with("", database, login, sql)
    }

    /// psql with PGOPTIONS.
    pub fn sql_with(
        &self,
        options: &str,
        database: &str,
        login: &str,
        sql: &str,
    ) -> Result<String, Refusal> {
        let output = Command::new(&self.psql)
            .args([
                "-XAtq",
                "-v",
                "ON_ERROR_STOP=1",
                "-v",
                "VERBOSITY=verbose",
                "-f",
                "-",
                "-d",
            ])
            .arg(self.local.url(Some(login), database))
            .env_clear()
            .env("PGTZ", "UTC")
            .env("PGOPTIONS", options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .and_then(|mut child| {
                use std::io::Write;
                child
                    .stdin
                    .take()
                    .expect("a pipe")
                    .write_all(sql.as_bytes())?;
                child.wait_with_output()
            })
            .expect("psql runs");
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout)
                .trim_end()
                .to_owned());
        }
        Err(Refusal::of(stderr))
    }
}

/// The harness of cargo has no end of its own: a small process waits for this
/// one, then stops the server and removes its files.
#[expect(clippy::zombie_processes, reason = "it outlives this process")]
fn end_with_this_process(local: &Local, home: &Path) {
    let status = local.status().expect("a status");
    let script = "while kill -0 \"$1\" 2>/dev/null; do sleep 0.5; done
        kill -QUIT \"$(head -n 1 \"$2/postmaster.pid\")\"; sleep 1; rm -rf \"$3\" \"$2\"";
    Command::new("setsid")
        .args([
            "sh",
            "-c",
            script,
            "sh",
            &std::process::id().to_string(),
            &status.data_dir,
        ])
        .arg(home)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("sh runs");
}

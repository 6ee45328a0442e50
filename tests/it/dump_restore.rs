//! pg_dump and pg_restore, into a cluster that never saw Worklock: every rule
//! holds there, the trail is whole, and its seal is the same.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use worklock::db::local::{Local, SUPERUSER};

use crate::support::{Db, Folder, Outcome, bare_command, server};

/// A second server, gone with the test.
struct Fresh {
    local: Local,
    home: PathBuf,
}

impl Fresh {
    fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let base = if memory.is_dir() {
            memory.to_owned()
        } else {
            std::env::temp_dir()
        };
        let home = base.join(format!("wl-fresh-{}", std::process::id()));
        let local = Local::at(Some(home.clone())).expect("a home");
        local.init().expect("another server starts");
        Self { local, home }
    }

    fn sql(&self, login: &str, sql: &str) -> Output {
        program(
            "psql",
            &[
                "-XAtq",
                "-v",
                "VERBOSITY=verbose",
                "-v",
                "ON_ERROR_STOP=1",
                "-c",
                sql,
                &self.local.url(Some(login), "restored"),
            ],
        )
    }

    fn wl(&self, login: &str, args: &[&str]) -> Outcome {
        let mut command = bare_command(args);
        command
            .env("DATABASE_URL", self.local.url(None, "restored"))
            .env("WL_USER", login);
        Outcome::of(command.output().expect("wl runs"))
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        let _ = self.local.stop();
        let data = self.local.status().map(|status| status.data_dir);
        for folder in data
            .into_iter()
            .map(PathBuf::from)
            .chain([self.home.clone()])
        {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

fn program(name: &str, args: &[&str]) -> Output {
    let output = Command::new(server().program(name)).args(args).output();
    output.unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn done(name: &str, args: &[&str]) {
    let output = program(name, args);
    assert!(output.status.success(), "{name} {args:?}: {output:?}");
}

#[test]
fn a_dump_restored_elsewhere_keeps_every_rule_and_the_seal() {
    let (db, folder) = (Db::new(), Folder::new());
    let id = db.locked_entry("tom", 5);
    let open = db.entry("tom", 9);
    db.set("organisation", "ACME");
    db.order("WO-2");
    let billed = db.time("tom", "WO-2/1", "13h ago", "12h ago");
    db.approve("ada", "WO-2");
    db.bill("acc", &["WO-2"]);
    let gone = db.person("ops");
    db.remove_user(&gone);
    let seal_now = ["--format", "json", "audit", "seal"];
    let sealed = db.ok("olga", &seal_now).stdout;
    let digits = db.json("olga", &["audit", "seal"])["seal"].to_string();

    let (dump, roles) = (folder.path("worklock.dump"), folder.path("roles.sql"));
    done("pg_dump", &["-Fc", "-f", &dump, "-d", &db.superuser_url()]);
    done(
        "pg_dumpall",
        &["--roles-only", "-f", &roles, "-d", &db.superuser_url()],
    );

    let fresh = Fresh::new();
    let admin = |database: &str| fresh.local.url(Some(SUPERUSER), database);
    // the administrator of both servers has one name: that role is there already
    let _ = program("psql", &["-Xq", "-f", &roles, &admin("postgres")]);
    done(
        "psql",
        &["-Xqc", "CREATE DATABASE restored", &admin("postgres")],
    );
    done(
        "pg_restore",
        &[
            "--exit-on-error",
            "-j",
            "2",
            "-d",
            &admin("restored"),
            &dump,
        ],
    );

    assert_eq!(fresh.wl("olga", &seal_now).stdout, sealed);
    let verify = ["audit", "verify", "--seal", digits.trim_matches('"')];
    let outcome = fresh.wl("olga", &verify);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let outcome = fresh.wl("ada", &["doctor"]);
    assert_eq!(outcome.code, 0, "{outcome:?}");

    for (login, sql, rule) in [
        (
            "tom",
            format!("UPDATE wl.time_entries SET note = 'x' WHERE id = {id}"),
            "entry_locked",
        ),
        (
            "tom",
            format!("UPDATE wl.time_entries SET note = 'x' WHERE id = {open}"),
            "audit_missing",
        ),
        (
            "ada",
            format!(
                "UPDATE wl.time_entries SET status = 'OPEN', edited_reason = 'wrong day' WHERE id = {billed}"
            ),
            "entry_billed",
        ),
        (
            "acc",
            "UPDATE wl.bills SET cancel_reason = 'wrong day'".to_owned(),
            "audit_missing",
        ),
        (
            SUPERUSER,
            "UPDATE wl.bill_lines SET note = 'x'".to_owned(),
            "bill_fixed",
        ),
        ("tom", "DELETE FROM wl.time_entries".to_owned(), "42501"),
        (
            SUPERUSER,
            "DELETE FROM wl.time_entries".to_owned(),
            "nothing_is_deleted",
        ),
        (
            "tom",
            "UPDATE wl.work_orders SET title = 'x'".to_owned(),
            "42501",
        ),
        (
            "tess",
            "SELECT 1 / count(*) FROM wl.time_entries".to_owned(),
            "22012",
        ),
        (
            &gone,
            "SELECT count(*) FROM wl.work_orders".to_owned(),
            "42501",
        ),
    ] {
        let output = fresh.sql(login, &sql);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            !output.status.success() && text.contains(rule),
            "{login}: {sql}: {text}"
        );
    }
    // work goes on there, logins are made, and the trail follows on
    for (login, line) in [
        ("tom", "timer|start|WO-1/1"),
        (
            "ada",
            "user|add|newcomer_elsewhere|--full-name|New|--role|technician",
        ),
        ("newcomer_elsewhere", "timer|start|WO-1/2"),
        ("ada", "unlock|1|--reason|wrong end"),
        ("olga", "audit|verify"),
    ] {
        let outcome = fresh.wl(login, &line.split('|').collect::<Vec<_>>());
        assert_eq!(outcome.code, 0, "{login}: {line}: {outcome:?}");
    }
}

//! A server that is not on this machine must prove who it is, and passwords
//! are seen by nobody but the two ends.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use nix::sys::signal::Signal;

use crate::support::{Cluster, Db, Folder, Outcome, bare_command, folder_of};

const SECRET: &str = "cOrrect-h0rse";

/// A server at 127.0.0.1 whose certificate is for `db.example`.
struct Remote {
    server: Cluster,
    certificates: Folder,
}

impl Remote {
    fn new() -> Self {
        let certificates = Folder::new();
        for ca in ["ca", "other"] {
            certificate(&certificates, ca, &[]);
        }
        for name in ["db.example", "tess"] {
            let names = format!("subjectAltName=DNS:{name}");
            let (cert, key) = (certificates.path("ca.crt"), certificates.path("ca.key"));
            let signed = ["-addext", &names, "-CA", &cert, "-CAkey", &key];
            certificate(&certificates, name, &signed);
        }
        let mut server = Cluster::new(
            "ssl = on\nssl_ca_file = 'ca.crt'\nssl_cert_file = 'server.crt'\nssl_key_file = 'server.key'\nlog_connections = on",
        );
        server.file("ca.crt", certificates.read("ca.crt"));
        server.file("server.crt", certificates.read("db.example.crt"));
        server.file("server.key", certificates.read("db.example.key"));
        server.file(
            "pg_hba.conf",
            "local all all trust\nhostssl all tess 127.0.0.1/32 cert\nhostssl all all 127.0.0.1/32 scram-sha-256\n",
        );
        server.start();
        server.fill();
        // this one statement would be in the log, whoever sends it
        server.sql(
            "postgres",
            "ALTER DATABASE worklock SET log_statement = 'none'",
        );
        server.sql("worklock", &format!("ALTER ROLE tom PASSWORD '{SECRET}'"));
        server.sql("postgres", "ALTER DATABASE worklock RESET log_statement");
        Self {
            server,
            certificates,
        }
    }

    /// A URL with these parameters added; HOST is `db.example` unless they say so.
    fn url(&self, parameters: &str) -> String {
        let port = self.server.port;
        format!("postgresql://db.example:{port}/worklock?hostaddr=127.0.0.1{parameters}")
    }

    fn trusted(&self) -> String {
        self.url(&format!(
            "&sslrootcert={}",
            self.certificates.path("ca.crt")
        ))
    }

    /// `wl timer status` by this URL and with these variables.
    fn status(&self, login: &str, url: &str, variables: &[(&str, &str)]) -> Outcome {
        let mut command = bare_command(&["timer", "status"]);
        command
            .env("WL_USER", login)
            .env("DATABASE_URL", url)
            .envs(variables.iter().copied());
        Outcome::of(command.output().expect("wl runs"))
    }
}

/// NAME.crt and NAME.key, signed by themselves unless the arguments say otherwise.
fn certificate(folder: &Folder, name: &str, args: &[&str]) {
    let output = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt"])
        .args(["ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"])
        .args(["-subj", &format!("/CN={name}")])
        .args(["-keyout", &folder.path(&format!("{name}.key"))])
        .args(["-out", &folder.path(&format!("{name}.crt"))])
        .args(args)
        .output()
        .expect("openssl");
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn a_remote_server_must_prove_who_it_is() {
    let remote = Remote::new();
    let secret = ("PGPASSWORD", SECRET);
    let certificates = &remote.certificates;
    let refused = |url: &str, variables: &[(&str, &str)], words: &str| {
        let outcome = remote.status("tom", url, &[&[secret], variables].concat());
        outcome.assert_refused(78, words);
        assert!(outcome.stderr.contains("hint: "), "{outcome:?}");
    };
    let works = |login: &str, url: &str, variables: &[(&str, &str)]| {
        let outcome = remote.status(login, url, variables);
        assert_eq!(outcome.code, 0, "{url} {variables:?}: {outcome:?}");
    };

    works("tom", &remote.trusted(), &[secret]);
    refused(&remote.url(""), &[], "sslrootcert=FILE");
    let other = format!("&sslrootcert={}", certificates.path("other.crt"));
    refused(
        &remote.url(&other),
        &[],
        "its authority is not trusted here",
    );
    let renamed = remote.trusted().replace("db.example", "db2.example");
    refused(&renamed, &[], "certificate is for another name");

    // somebody decided otherwise
    works("tom", &remote.url("&sslmode=require"), &[secret]);
    works("tom", &remote.url(""), &[secret, ("PGSSLMODE", "require")]);
    let here = format!("postgresql://127.0.0.1:{}/worklock", remote.server.port);
    works("tom", &here, &[secret]);
    let open = remote.status("tom", &remote.url("&sslmode=disable"), &[secret]);
    open.assert_refused(77, "refuses the login tom");

    // every form in which a host is named
    let port = remote.server.port.to_string();
    let ca = certificates.path("ca.crt");
    let words = format!("host=db.example hostaddr=127.0.0.1 port={port} dbname=worklock");
    refused(&words, &[], "sslrootcert=FILE");
    works("tom", &format!("{words} sslrootcert={ca}"), &[secret]);
    let around = [
        ("PGHOST", "db.example"),
        ("PGHOSTADDR", "127.0.0.1"),
        ("PGPORT", port.as_str()),
    ];
    refused("dbname=worklock", &around, "sslrootcert=FILE");
    let named = [&[secret, ("PGSSLROOTCERT", ca.as_str())], &around[..]].concat();
    works("tom", "dbname=worklock", &named);
    let two = format!(
        "postgresql://db.example:1,db.example:{port}/worklock?hostaddr=127.0.0.1,127.0.0.1"
    );
    refused(&two, &[], "sslrootcert=FILE");
    works("tom", &format!("{two}&sslrootcert={ca}"), &[secret]);

    // the authorities of the system; SSL_CERT_FILE changes OpenSSL's
    let public = remote.url("&sslrootcert=system");
    refused(&public, &[], "its authority is not trusted here");
    let trusting = [secret, ("SSL_CERT_FILE", ca.as_str())];
    works("tom", &public, &trusting);
    let ambient = ("PGSSLROOTCERT", "system");
    works("tom", &remote.url(""), &[trusting[0], trusting[1], ambient]);
    let weak = remote.url("&sslrootcert=system&sslmode=require");
    refused(&weak, &trusting[1..], "weak sslmode");

    // a service file
    let service = |more: &str| {
        let host = format!("host=db.example\nhostaddr=127.0.0.1\nport={port}\ndbname=worklock\n");
        certificates.file("services", format!("[far]\n{host}{more}"))
    };
    let file = service("");
    refused(
        "service=far",
        &[("PGSERVICEFILE", &file)],
        "sslrootcert=FILE",
    );
    let file = service("sslmode=require\n");
    works("tom", "service=far", &[secret, ("PGSERVICEFILE", &file)]);
    let file = service(&format!("sslrootcert={ca}\npassword={SECRET}\nuser=tom\n"));
    works("tom", "service=far", &[("PGSERVICEFILE", &file)]);

    // a password file, and certificates of people
    let line = format!("db.example:{port}:*:tom:{SECRET}\n");
    let file = certificates.file(".pgpass", line);
    fs::set_permissions(&file, Permissions::from_mode(0o600)).expect("a mode");
    works("tom", &remote.trusted(), &[("HOME", &folder_of(&file))]);
    let own = format!(
        "{}&sslcert={}&sslkey={}",
        remote.trusted(),
        certificates.path("tess.crt"),
        certificates.path("tess.key")
    );
    works("tess", &own, &[]);
    let encryption = |url: &str| {
        let mut doctor = bare_command(&["--format", "json", "doctor"]);
        doctor.env("WL_USER", "tess").env("DATABASE_URL", url);
        let outcome = Outcome::of(doctor.output().expect("wl runs"));
        let checks: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
        let checks = checks.as_array().expect("a list").clone();
        let mut found = checks
            .into_iter()
            .filter(|check| check["check"] == "encryption");
        found.next().expect("the check")
    };
    assert_eq!(encryption(&own)["state"], "ok");
    for weaker in ["require", "verify-ca"] {
        let check = encryption(&format!("{own}&sslmode={weaker}"));
        assert!(check["state"] == "problem" && check["fix"] != "", "{check}");
    }
    let without = remote.status("tess", &remote.trusted(), &[]);
    without.assert_refused(78, "the server requires a client certificate");
    let else_one = remote.status("tom", &own, &[]);
    else_one.assert_refused(77, "refuses the login tom");
}

#[test]
fn nobody_sees_a_password() {
    let remote = Remote::new();
    let mut seen = String::new();
    let with_password = remote.trusted().replace("//", &format!("//tom:{SECRET}@"));
    let with_password = format!("{with_password}&sslpassword={SECRET}");
    let mut see = |args: &[&str], url: &str, variables: &[(&str, &str)]| {
        let mut command = bare_command(args);
        command
            .env("DATABASE_URL", url)
            .env("PGPASSWORD", SECRET)
            .envs(variables.iter().copied());
        let outcome = Outcome::of(command.output().expect("wl runs"));
        seen.push_str(&format!("{args:?}: {outcome:?}\n"));
        outcome.code
    };
    let at = ["-vv", "timer", "start", "WO-1/1", "--op-id", "monday"];
    assert_eq!(see(&at, &with_password, &[]), 0);
    assert_eq!(see(&at, &with_password, &[]), 0);
    let json = ["-v", "--format", "json"];
    assert_eq!(
        see(
            &[&json[..], &["entry", "list"]].concat(),
            &with_password,
            &[]
        ),
        0
    );
    assert_eq!(
        see(
            &[&json[..], &["audit", "log"]].concat(),
            &with_password,
            &[]
        ),
        0
    );
    see(&["-vv", "doctor"], &with_password, &[]);
    let refused = [&json[..], &["unlock", "1", "--reason", "because"]].concat();
    assert_ne!(see(&refused, &with_password, &[]), 0);

    // failures of each kind, as text and as JSON
    let hostile = [
        with_password.replace("//tom:", "//acc:"),
        with_password.replace("db.example", "db2.example"),
        with_password.replace(&format!(":{}/", remote.server.port), ":1/"),
        with_password.replace(&format!(":{}/", remote.server.port), ":port/"),
        with_password.replace("hostaddr", "nonsense"),
        with_password.replace("hostaddr", "%zz"),
        with_password.replace("/worklock", "/nowhere"),
        format!("host=db.example password='{SECRET}"),
        format!("password={SECRET} nonsense"),
        format!("service={SECRET}x password={SECRET}"),
    ];
    // a sign of a password that nobody wrote as the URL wants it; `port` is a part of it
    let port = remote.server.port.to_string();
    let signs = [
        "@", "/", "?", "#", "%", "%4", ":", "[", "]", "&", "=", " ", "'", "\"", "\\", ",",
    ];
    let unescaped = signs.iter().flat_map(|sign| {
        let here = format!("@127.0.0.1:{port}/worklock");
        [
            format!("postgresql://tom:p{sign}{SECRET}{here}"),
            format!("postgresql://tom:{SECRET}{sign}p{here}"),
            format!("postgresql://tom:{port}{sign}{SECRET}{here}"),
            format!("postgresql://tom:p{sign}{SECRET}{sign}p{here}?x=1"),
            format!("postgresql://localhost:{port}{sign}{SECRET}{here}"),
            format!("postgresql://127.0.0.1:{port}/x?password=p{sign}{SECRET}"),
            format!("postgresql:/tom:p{sign}{SECRET}{here}"),
            format!("host=127.0.0.1 port={port} password=p{sign}{SECRET}"),
            format!("password='p{sign}{SECRET}'{sign}"),
        ]
    });
    let hostile: Vec<String> = hostile.into_iter().chain(unescaped).collect();
    for url in &hostile {
        let service = [("PGSERVICEFILE", "/nonexistent")];
        for args in [
            &["-vv", "timer", "status"][..],
            &["db", "psql", "--", "-wc", "SELECT 1"],
            &["-v", "--format", "json", "timer", "status"],
        ] {
            assert_ne!(see(args, url, &service), 0, "{url}");
        }
    }
    let passphrase = remote.url(&format!("&sslpassword={SECRET}"));
    for url in [&with_password, &passphrase] {
        let argument = ["--database-url", url, "timer", "status"];
        let outcome = Outcome::of(bare_command(&argument).output().expect("wl runs"));
        assert_eq!(outcome.code, 2, "{outcome:?}");
        seen.push_str(&outcome.stderr);
    }

    // the command lines of wl and of the psql that it becomes
    remote.server.signal(Signal::SIGSTOP);
    let mut waiting = bare_command(&["timer", "status"]);
    let mut waiting = waiting
        .env("DATABASE_URL", &with_password)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("wl runs");
    let command_line = format!("/proc/{}/cmdline", waiting.id());
    let line = loop {
        // empty until the program has begun
        let line = fs::read_to_string(&command_line).expect("/proc");
        if line.contains("timer") {
            break line;
        }
        std::thread::yield_now();
    };
    seen.push_str(&line);
    remote.server.signal(Signal::SIGCONT);
    assert!(waiting.wait().expect("wl ends").success());
    let mut psql = bare_command(&[
        "db",
        "psql",
        "--",
        "-c",
        r"\! tr '\0' ' ' </proc/$PPID/cmdline",
    ]);
    psql.env("DATABASE_URL", &with_password);
    let outcome = Outcome::of(psql.output().expect("wl runs"));
    assert!(outcome.stdout.contains("psql --dbname"), "{outcome:?}");
    seen.push_str(&outcome.stdout);

    let kept = remote
        .server
        .sql("worklock", "SELECT a FROM wl.audit_log a");
    assert!(kept.contains("monday"), "{kept}");
    seen.push_str(&kept);
    let log = remote.server.log();
    assert!(log.contains("INSERT INTO"), "log_statement is on: {log}");
    seen.push_str(&log);
    let stored = "SELECT rolpassword FROM pg_authid WHERE rolname = 'tom'";
    let stored = remote.server.sql("postgres", stored);
    assert!(stored.starts_with("SCRAM-SHA-256$"), "{stored}");
    let at = seen
        .find(SECRET)
        .map(|at| &seen[at.saturating_sub(200)..at]);
    assert_eq!(at, None, "a password is seen");
    // -vv says how the connection is secured
    assert!(seen.contains(&format!(
        "connected to 127.0.0.1 port {port}, TLSv1.3, as tom"
    )));
}

/// OpenSSL's exit handler frees what a thread that is left behind may be using: of 500
/// commands that ended while a second connection was made with TLS, one crashed. The
/// dynamic linker tells whether exit handlers run.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[test]
fn the_process_ends_without_exit_handlers() {
    let db = Db::new();
    for (args, code) in [
        (&["timer", "status"][..], 0),
        (&["order", "show", "NOWHERE"], 66),
        (&["no-such-command"], 2),
        (&["--help"], 0),
    ] {
        let mut command = db.command("tom", args);
        command.env("LD_DEBUG", "files");
        let outcome = Outcome::of(command.output().expect("wl runs"));
        assert_eq!(outcome.code, code, "{args:?}");
        assert!(outcome.stderr.contains("calling init"), "{args:?}");
        assert!(!outcome.stderr.contains("calling fini"), "{args:?}");
    }
}

//! The configuration as the program finds it: which file, which value, which refusal.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::completions::offered_by;
use crate::support::{Db, Folder, Outcome, bare_command};

/// `wl` as somebody whose files are in the folder.
fn command(folder: &Folder, args: &[&str]) -> Command {
    let mut command = bare_command(args);
    command
        .env("HOME", folder.path("home"))
        .env("WL_CONFIG", folder.path("config.toml"));
    command
}

fn run(mut command: Command) -> Outcome {
    Outcome::of(command.output().expect("wl runs"))
}

fn config(folder: &Folder, text: String) {
    let path = folder.file("config.toml", text);
    std::fs::set_permissions(path, Permissions::from_mode(0o600)).expect("a mode");
}

/// The value of `name`, where it comes from, and the kind of source.
fn shown(command: Command, name: &str) -> [Value; 3] {
    let outcome = run(command);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let rows: Vec<Value> = serde_json::from_str(&outcome.stdout).expect("JSON");
    let row = rows.iter().find(|row| row["name"] == name).expect("a row");
    ["value", "from", "source"].map(|field| row[field].clone())
}

const SHOW: [&str; 4] = ["--format", "json", "config", "show"];

#[test]
fn the_server_of_a_file_is_used() {
    let (db, folder) = (Db::new(), Folder::new());
    let (there, elsewhere) = (db.url(), Db::new().url());
    config(
        &folder,
        format!(
            "database_url = '{there}'\nuser = 'tom'\n[profile.ada]\nuser = 'ada'\n[profile.away]\ndatabase_url = '{elsewhere}'\n"
        ),
    );
    let user = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = command(&folder, args);
        run({
            command.envs(variables.iter().copied());
            command
        })
    };
    let start = user(&["timer", "start", "WO-1/1"], &[]);
    assert_eq!(start.code, 0, "{start:?}");
    assert!(!db.json("tom", &["entry", "list"])[0].is_null());
    // what comes before the file
    for (args, variables, code) in [
        (&["user", "add", "tom"][..], &[][..], 2),
        (&["settings", "set", "organisation", "A"], &[], 77),
        (
            &["--as", "ada", "settings", "set", "organisation", "A"],
            &[],
            0,
        ),
        (
            &["settings", "set", "organisation", "B"],
            &[("WL_USER", "ada")],
            0,
        ),
        (
            &["--profile", "ada", "settings", "set", "organisation", "C"],
            &[("WL_USER", "tom")],
            0,
        ),
        (
            &["--profile", "away", "settings"],
            &[("DATABASE_URL", &*there)],
            69,
        ),
        (&["settings"], &[("DATABASE_URL", &*elsewhere)], 69),
        (&["--profile", "ad", "settings"], &[], 78),
    ] {
        let outcome = user(args, variables);
        assert_eq!(outcome.code, code, "{args:?} {variables:?}: {outcome:?}");
    }
}

#[test]
fn show_says_where_each_value_comes_from() {
    let folder = Folder::new();
    let file = folder.path("config.toml");
    config(
        &folder,
        "user = 'ada'\ndatabase_url = 'postgresql://db.example/worklock'\n[profile.test]\nuser = 'tess'\ndatabase_url = 'postgresql://tess:s3cret@test.example/worklock'\n".to_owned(),
    );
    let place = |line: usize| json!(format!("{file}, line {line}"));
    let show = || command(&folder, &SHOW);
    let company = json!("postgresql://db.example/worklock");
    assert_eq!(
        shown(show(), "database_url"),
        [company.clone(), place(2), json!("file")]
    );
    assert_eq!(
        shown(show(), "user"),
        [json!("ada"), place(1), json!("file")]
    );

    let by_profile = || command(&folder, &[&["--profile", "test"], &SHOW[..]].concat());
    let [value, from, source] = shown(by_profile(), "database_url");
    assert_eq!(
        value, "postgresql://tess@test.example/worklock",
        "no password"
    );
    assert_eq!(
        (from, source),
        (
            json!(format!("{file}, line 5, profile test")),
            json!("profile")
        )
    );
    let outcome = run(command(&folder, &["--profile", "test", "config"]));
    assert!(
        outcome.stdout.contains("worklock (password not shown)\n"),
        "{outcome:?}"
    );
    assert!(
        outcome.stderr.contains(&format!("{file}: read")),
        "{outcome:?}"
    );
    assert!(!outcome.to_string().contains("s3cret"), "{outcome:?}");

    let mut by_variable = show();
    by_variable
        .env("WL_USER", "tom")
        .env("DATABASE_URL", "host=other.example");
    assert_eq!(
        shown(by_variable, "user"),
        [json!("tom"), json!("WL_USER"), json!("variable")]
    );
    let by_flag = command(&folder, &[&["--as", "abe"], &SHOW[..]].concat());
    assert_eq!(
        shown(by_flag, "user"),
        [json!("abe"), json!("--as"), json!("flag")]
    );
    let mut by_url = show();
    by_url.env("DATABASE_URL", "postgresql://owner@other.example/x");
    assert_eq!(
        shown(by_url, "user"),
        [json!("owner"), json!("DATABASE_URL"), json!("url")]
    );

    let home = folder.path("private");
    let mut at_home = show();
    at_home.env("WL_HOME", &home);
    assert_eq!(
        shown(at_home, "database_url"),
        [Value::Null, json!("WL_HOME"), json!("variable")]
    );
    let mut at_home = show();
    at_home.env("WL_HOME", &home);
    assert_eq!(
        shown(at_home, "home"),
        [json!(home), json!("WL_HOME"), json!("variable")]
    );

    let mut none = show();
    none.env("WL_CONFIG", "");
    assert_eq!(
        shown(none, "database_url"),
        [Value::Null, Value::Null, json!("default")]
    );
}

#[test]
fn a_person_has_a_file_of_their_own() {
    let folder = Folder::new();
    let mac = cfg!(target_os = "macos");
    let below = if mac {
        "home/Library/Application Support"
    } else {
        "home/.config"
    };
    let own = folder.path(&format!("{below}/wl/config.toml"));
    let at_home = |args: &[&str]| {
        let mut command = command(&folder, args);
        command.env_remove("WL_CONFIG");
        command
    };
    let printed = |command| run(command).stdout.trim_end().to_owned();
    assert_eq!(printed(at_home(&["config", "path"])), own);
    std::fs::create_dir_all(folder.path(&format!("{below}/wl"))).expect("a folder");
    std::fs::write(&own, "user = 'ada'").expect("a file");
    let [value, from, _] = shown(at_home(&SHOW), "user");
    assert_eq!(
        (value, from),
        (json!("ada"), json!(format!("{own}, line 1")))
    );
    if !mac {
        let mut elsewhere = at_home(&["config", "path"]);
        elsewhere.env("XDG_CONFIG_HOME", folder.path("xdg"));
        assert_eq!(printed(elsewhere), folder.path("xdg/wl/config.toml"));
        let mut relative = at_home(&["config", "path"]);
        relative.env("XDG_CONFIG_HOME", "xdg");
        assert_eq!(printed(relative), own, "as the specification wants it");
    }
    let named = command(&folder, &["config", "path"]);
    assert_eq!(printed(named), folder.path("config.toml"));
}

#[test]
fn a_broken_file_stops_what_needs_it_and_nothing_else() {
    let (folder, home) = (Folder::new(), Folder::new());
    let wl = |args: &[&str]| run(command(&folder, args));
    let missing = wl(&["timer", "status"]);
    missing.assert_refused(78, "config.toml, which is not there");
    config(&folder, "user = 'ada'\ndatabase_url = s3cret\n".to_owned());
    for args in [
        &["timer", "status"][..],
        &["init"],
        &["config"],
        &["doctor"],
    ] {
        let outcome = wl(args);
        outcome.assert_refused(78, "config.toml, line 2: string values must be quoted");
        assert!(!outcome.to_string().contains("s3cret"), "{outcome:?}");
    }
    for args in [
        &["config", "path"][..],
        &["--help"],
        &["completions", "bash"],
    ] {
        assert_eq!(wl(args).code, 0, "{args:?}");
    }
    // WL_HOME is no reason to overlook it: the file may name the user
    let mut at_home = command(&folder, &["timer", "status"]);
    at_home.env("WL_HOME", home.path("wl"));
    run(at_home).assert_refused(78, "line 2");
    let mut stop = command(&folder, &["db", "stop"]);
    stop.env("WL_HOME", home.path("wl"));
    assert_eq!(
        run(stop).code,
        0,
        "no file has a say in where the private server is"
    );
}

#[test]
fn a_configured_server_never_gets_a_private_database_beside_it() {
    let folder = Folder::new();
    config(
        &folder,
        "database_url = 'host=/nonexistent dbname=x'\n".to_owned(),
    );
    let dump = folder.file("x.dump", "");
    // root's would not be in HOME
    let of_root = Path::new("/var/lib/wl");
    let (before, had_one) = (folder.names(), of_root.exists());
    for args in [
        &["init", "--admin", "ada", "--zone", "UTC"][..],
        &["timer", "status"],
        &["migrate"],
        &["db", "restore", &dump],
        &["db", "psql"],
        &["doctor"],
    ] {
        let outcome = run(command(&folder, args));
        assert_ne!(outcome.code, 0, "{args:?}: {outcome:?}");
        assert_eq!(folder.names(), before, "{args:?}: {outcome:?}");
        assert_eq!(of_root.exists(), had_one, "{args:?}: {outcome:?}");
    }
    let refused = run(command(&folder, &["timer", "status"]));
    refused.assert_refused(69, "can't be reached");
    let hint = format!("hint: check database_url in {}", folder.path("config.toml"));
    assert!(refused.stderr.contains(&hint), "{refused:?}");
    assert!(!refused.stderr.contains("private"), "{refused:?}");
}

#[test]
fn completion_uses_the_same_configuration() {
    let (db, folder) = (Db::new(), Folder::new());
    config(
        &folder,
        format!(
            "database_url = '{}'\nuser = 'tom'\n[profile.test]\nuser = 'tess'\n",
            db.url()
        ),
    );
    let offered = |words: &[&str]| {
        let outcome = offered_by(
            command(&folder, &[&["--", "wl"], words].concat()),
            words.len(),
        );
        let words = outcome
            .stdout
            .lines()
            .map(|word| word.trim_end().to_owned());
        words.collect::<Vec<_>>()
    };
    assert_eq!(offered(&["order", "show", "WO"]), ["WO-1"]);
    assert_eq!(offered(&["--profile", ""]), ["test"]);
}

/// Opening a pipe would wait until somebody writes to it.
#[test]
fn a_pipe_is_no_configuration() {
    let folder = Folder::new();
    let pipe = folder.path("config.toml");
    nix::unistd::mkfifo(pipe.as_str(), nix::sys::stat::Mode::S_IRWXU).expect("a pipe");
    let outcome = run(command(&folder, &["config", "show"]));
    assert_eq!(outcome.code, 78, "{outcome:?}");
    assert!(
        outcome.stderr.contains("it is not a regular file"),
        "{outcome:?}"
    );
}

/// Its owner could send root to another server.
#[test]
fn root_trusts_no_configuration_of_others() {
    if !nix::unistd::geteuid().is_root() {
        return;
    }
    let folder = Folder::new();
    config(&folder, "user = 'tom'".to_owned());
    let path = folder.path("config.toml");
    assert_eq!(run(command(&folder, &SHOW)).code, 0);
    std::os::unix::fs::chown(&path, Some(12_345), None).expect("another owner");
    let outcome = run(command(&folder, &["config", "show"]));
    assert_eq!(outcome.code, 78, "{outcome:?}");
    assert!(
        outcome.stderr.contains("belongs to another user"),
        "{outcome:?}"
    );
}

//! What is installed: the files that the packages name, the times of the nightly units, and
//! the metrics that alerts and the dashboard ask for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::TZ_VARIANTS;
use regex::Regex;
use toml::{Table, Value};

use crate::support::{Db, Folder, Outcome, bare_command};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).expect(path)
}

/// The files of a folder whose names match a pattern with at most one `*`, below the root.
fn matching(pattern: &str) -> BTreeSet<String> {
    let (folder, name) = pattern.rsplit_once('/').unwrap_or((".", pattern));
    let (front, end) = name.split_once('*').unwrap_or((name, ""));
    let entries = std::fs::read_dir(root().join(folder)).expect(folder);
    entries
        .map(|entry| entry.expect("an entry").file_name().into_string())
        .map(|name| name.expect("UTF-8"))
        .filter(|file| match name.contains('*') {
            true => file.starts_with(front) && file.ends_with(end),
            false => file == name,
        })
        .map(|file| format!("{folder}/{file}"))
        .collect()
}

/// Source and place of each file of a package, as patterns.
fn assets(package: &Table) -> Vec<(String, String)> {
    let field = |asset: &Value, index: usize, name: &str| {
        let value = asset.get(index).or(asset.get(name)).expect("a field");
        let place = value.as_str().expect("a text");
        place.trim_start_matches('/').to_owned()
    };
    let assets = package["assets"].as_array().expect("a list").iter();
    assets
        .map(|asset| (field(asset, 0, "source"), field(asset, 1, "dest")))
        .collect()
}

fn packages() -> [Table; 2] {
    let manifest: Table = text("Cargo.toml").parse().expect("TOML");
    ["deb", "generate-rpm"].map(|name| {
        let package = &manifest["package"]["metadata"][name];
        package.as_table().expect("a table").clone()
    })
}

#[test]
fn packages_name_files_that_exist() {
    for package in packages() {
        let mut scripts: Vec<String> = ["postinst", "prerm", "postrm"]
            .map(|name| format!("packaging/scripts/{name}"))
            .into();
        for key in ["post_install_script", "pre_uninstall_script"] {
            let script = package.get(key).and_then(Value::as_str);
            scripts.extend(script.map(str::to_owned));
        }
        let sources = assets(&package).into_iter().map(|(source, _)| source);
        for source in sources.chain(scripts) {
            // the build makes this one
            if source != "target/release/wl" {
                assert!(!matching(&source).is_empty(), "{source}");
            }
        }
    }
}

#[test]
fn both_packages_have_everything() {
    let contents = packages().map(|package| {
        let assets = assets(&package);
        let files = assets
            .iter()
            .filter(|(source, _)| !source.starts_with("target/"));
        files
            .flat_map(|(source, _)| matching(source))
            .collect::<BTreeSet<_>>()
    });
    // Debian's has its own way to state the licence
    let mut deb = contents[0].clone();
    deb.insert("./LICENSE".to_owned());
    assert_eq!(deb, contents[1]);
    let installed = &contents[1];
    for (folder, needless) in [
        ("man/*", &[][..]),
        // for shells that no distribution has a folder for
        (
            "completions/*",
            &["completions/_wl.ps1", "completions/wl.elv"],
        ),
        ("packaging/systemd/*", &[]),
        ("packaging/etc/*", &[]),
        ("packaging/witness/*", &[]),
    ] {
        for file in matching(folder) {
            let named = installed.contains(&file) || needless.contains(&file.as_str());
            assert!(named, "{file} is in no package");
        }
    }
}

#[test]
fn an_admin_s_changes_outlive_an_update() {
    let [deb, rpm] = packages();
    let places = |package: &Table| -> BTreeSet<String> {
        let files = assets(package).into_iter();
        let kept = files.filter(|(_, place)| place.starts_with("etc/"));
        kept.map(|(source, place)| {
            let name = source.rsplit('/').next().expect("a name").to_owned();
            format!("/{place}{name}")
        })
        .collect()
    };
    let kept = deb["conf-files"].as_array().expect("a list").iter();
    let kept: BTreeSet<String> = kept
        .map(|file| file.as_str().expect("a path").to_owned())
        .collect();
    assert_eq!(kept, places(&deb));
    for asset in rpm["assets"].as_array().expect("a list") {
        let place = asset["dest"].as_str().expect("a path");
        let config = asset.get("config").and_then(Value::as_str);
        assert_eq!(
            config,
            place.starts_with("/etc/").then_some("noreplace"),
            "{place}"
        );
    }
}

#[test]
fn the_sample_configuration_changes_nothing_until_it_is_edited() {
    let sample = text("packaging/etc/config.toml");
    let folder = Folder::new();
    let show = |contents: &str| {
        let file = folder.file("config.toml", contents);
        let mut command = bare_command(&["config", "show", "--format", "json"]);
        let outcome = Outcome::of(command.env("WL_CONFIG", file).output().expect("wl runs"));
        assert_eq!(outcome.code, 0, "{outcome:?}");
        outcome.stdout
    };
    assert_eq!(show(&sample), show(""));
    // each line that a person would uncomment is right
    let edited = Regex::new("(?m)^#([a-z_]+ = |\\[)").expect("a pattern");
    let edited = edited.replace_all(&sample, "$1");
    assert!(show(&edited).contains("db.example.com"), "{edited}");
}

/// The time of day of `OnCalendar=*-*-* HH:MM`.
fn time_of(timer: &str) -> NaiveTime {
    let text = text(timer);
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("OnCalendar=*-*-* "));
    NaiveTime::parse_from_str(line.expect("a time of every day"), "%H:%M").expect("a time")
}

#[test]
fn the_nightly_units_run_every_night_in_every_zone() {
    let timers = matching("packaging/systemd/*.timer");
    assert_eq!(timers.len(), 3);
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date");
    for timer in timers {
        let time = time_of(&timer);
        for day in (0..366 * 4).map(|days| (first + Days::new(days)).and_time(time)) {
            for zone in TZ_VARIANTS {
                let there = zone.from_local_datetime(&day).earliest().is_some();
                assert!(there, "{timer}: in {zone}, there is no {day}");
            }
        }
    }
}

#[test]
fn alerts_and_dashboard_ask_for_metrics_that_exist() {
    let (db, folder) = (Db::new(), Folder::new());
    let verification = db.ok("olga", &["audit", "verify", "--format", "json"]);
    let file = folder.file("verification.json", &verification.stdout);
    let mut command = db.command("olga", &["exceptions", "--format", "prometheus"]);
    for variable in ["WL_SEAL_FILE", "WL_VERIFY_FILE", "WL_BACKUP_FILE"] {
        command.env(variable, &file);
    }
    let outcome = Outcome::of(command.output().expect("wl runs"));
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let types = outcome.stdout.lines();
    let metrics: BTreeSet<String> = types
        .filter_map(|line| line.strip_prefix("# TYPE ")?.strip_suffix(" gauge"))
        .map(str::to_owned)
        .collect();
    let name = Regex::new(r"\bworklock_[a-z_]+").expect("a pattern");
    let asked = |path: &str| -> BTreeSet<String> {
        let text = text(path);
        name.find_iter(&text)
            .map(|found| found.as_str().to_owned())
            .collect()
    };
    assert_eq!(
        asked("packaging/monitoring/worklock-dashboard.json"),
        metrics
    );
    for file in ["worklock.rules.yml", "worklock.rules.test.yml"] {
        let asked = asked(&format!("packaging/monitoring/{file}"));
        assert!(asked.len() > 4 && asked.is_subset(&metrics), "{asked:?}");
    }
    let dashboard = text("packaging/monitoring/worklock-dashboard.json");
    serde_json::from_str::<serde_json::Value>(&dashboard).expect("JSON");
}

#[test]
fn units_call_programs_that_are_installed() {
    let [deb, _] = packages();
    let programs: BTreeSet<PathBuf> = assets(&deb)
        .into_iter()
        .filter(|(_, place)| place == "usr/bin/")
        .map(|(source, _)| PathBuf::from(source.rsplit('/').next().expect("a name")))
        .collect();
    for unit in matching("packaging/systemd/*.service") {
        let text = text(&unit);
        for line in text
            .lines()
            .filter_map(|line| line.strip_prefix("ExecStart="))
        {
            let program = Path::new(line.split(' ').next().expect("a program"));
            assert!(programs.contains(program), "{unit}: {line}");
        }
        let names_the_database = [
            "EnvironmentFile=/etc/worklock/night.env",
            "Environment=DATABASE_URL=",
        ]
        .iter()
        .any(|line| text.contains(line));
        assert!(names_the_database, "{unit}");
    }
}

//! What runs at night: the seals, the backups, and the command lines of the units.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Db, Folder, Outcome};

fn packaging(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("packaging")
        .join(name)
}

fn seal(db: &Db, folder: &Folder, full: &str) -> Outcome {
    let mut command = Command::new("sh");
    command
        .arg(packaging("worklock-seal"))
        .arg(folder.path("."))
        .env("WL", env!("CARGO_BIN_EXE_wl"))
        .env("WORKLOCK_FULL", full)
        .env("DATABASE_URL", db.url())
        .env("WL_USER", "olga");
    Outcome::of(command.output().expect("sh runs"))
}

#[test]
fn seals_of_the_night_follow_each_other() {
    let (db, folder) = (Db::new(), Folder::new());
    let first = seal(&db, &folder, "no");
    assert_eq!(first.code, 0, "{first:?}");
    assert_eq!(first.stderr, "", "{first:?}");
    let name = folder.names().remove(0);
    assert_eq!(name.len(), "2026-03-01T023412Z.json".len(), "{name}");
    assert_eq!(
        folder.names(),
        [name.as_str(), "latest.json", "verification.json"]
    );
    let latest = std::fs::read_link(folder.path("latest.json")).expect("a link");
    assert_eq!(latest.to_str(), Some(name.as_str()));
    // an earlier night's
    let earlier = "2020-01-01T023000Z.json";
    std::fs::rename(folder.path(&name), folder.path(earlier)).expect("a rename");
    std::fs::remove_file(folder.path("latest.json")).expect("a link");
    symlink(earlier, folder.path("latest.json")).expect("a link");
    // one of a night with a wrong clock, which covers nothing
    std::fs::write(folder.path("2099-01-01T023000Z.json"), "{}").expect("a file");

    db.entry("tom", 5);
    let second = seal(&db, &folder, "yes");
    assert_eq!(second.code, 0, "{second:?}");
    assert_eq!(folder.names().len(), 5);
    assert!(
        std::fs::exists(folder.path("latest.json")).expect("a link"),
        "to the newest seal"
    );
    let problems = || -> serde_json::Value {
        let text = folder.read("verification.json");
        serde_json::from_str::<serde_json::Value>(&text).expect("JSON")["problem_count"].clone()
    };
    assert_eq!(problems(), 0);

    // somebody forges time that a seal covers
    db.query(
        "SET session_replication_role = replica; UPDATE wl.time_entries SET end_ts = end_ts - interval '1 minute'",
    );
    let third = seal(&db, &folder, "yes");
    assert_eq!(third.code, 3, "{third:?}");
    assert_eq!(folder.names().len(), 5, "no new seal, nothing left behind");
    assert_ne!(problems(), 0);
    assert!(third.stderr.contains("\"problem_count\""), "{third:?}");

    // what was found once is not forgotten the next night
    let fourth = seal(&db, &folder, "no");
    assert_eq!(fourth.code, 3, "{fourth:?}");
    assert_ne!(problems(), 0);

    // no verdict: what was found last stays
    let found = folder.read("verification.json");
    let mut command = Command::new("sh");
    command
        .arg(packaging("worklock-seal"))
        .arg(folder.path("."))
        .env("WL", env!("CARGO_BIN_EXE_wl"))
        .env("DATABASE_URL", db.url())
        .env("WL_USER", "tom");
    let refused = Outcome::of(command.output().expect("sh runs"));
    assert_eq!(refused.code, 77, "{refused:?}");
    assert_eq!(folder.read("verification.json"), found);
}

#[test]
fn backups_of_the_night_follow_each_other() {
    let (db, folder) = (Db::new(), Folder::new());
    let backup = |keep: &str, url: &str| {
        let mut command = Command::new("sh");
        command
            .arg(packaging("worklock-backup"))
            .arg(folder.path("."))
            .env("WL", env!("CARGO_BIN_EXE_wl"))
            .env("WORKLOCK_KEEP", keep)
            .env("DATABASE_URL", url)
            .env("WL_CONFIG", "");
        Outcome::of(command.output().expect("sh runs"))
    };
    for night in 1..=3 {
        let outcome = backup("2", &db.owner_url());
        assert_eq!(outcome.code, 0, "{outcome:?}");
        assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str()), ("", ""));
        let latest = std::fs::read_link(folder.path("latest.dump")).expect("a link");
        let newest = latest.to_str().expect("UTF-8");
        assert_eq!(newest.len(), "2026-03-01T034512Z.dump".len(), "{newest}");
        for ending in ["", ".seal.json"] {
            let made = folder.path(&format!("{newest}{ending}"));
            let earlier = folder.path(&format!("2020-01-0{night}T034500Z.dump{ending}"));
            std::fs::rename(made, earlier).expect("an earlier night's");
        }
    }
    let kept = [
        "2020-01-02T034500Z.dump",
        "2020-01-02T034500Z.dump.seal.json",
        "2020-01-03T034500Z.dump",
        "2020-01-03T034500Z.dump.seal.json",
        "latest.dump",
    ];
    assert_eq!(folder.names(), kept);

    // whatever fails, the old ones stay
    let refused = backup("1", &format!("{}&user=olga", db.url()));
    assert_eq!(refused.code, 77, "{refused:?}");
    assert_eq!(backup("0", &db.owner_url()).code, 78);
    assert_eq!(backup("all", &db.owner_url()).code, 78);
    assert_eq!(folder.names(), kept);

    // a night with a wrong clock left the last names
    for name in ["2099-01-01T034500Z.dump", "2099-01-02T034500Z.dump"] {
        std::fs::write(folder.path(name), "").expect("a file");
    }
    let outcome = backup("2", &db.owner_url());
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let newest = std::fs::read_link(folder.path("latest.dump")).expect("a link");
    let newest = newest.to_str().expect("UTF-8");
    assert_eq!(
        folder.names(),
        [
            newest,
            &format!("{newest}.seal.json"),
            "2099-01-02T034500Z.dump",
            "latest.dump"
        ]
    );
}

#[test]
fn the_units_call_what_there_is() {
    let (db, folder) = (Db::new(), Folder::new());
    let unit =
        std::fs::read_to_string(packaging("systemd/worklock-exceptions.service")).expect("a unit");
    let mut lines = 0;
    for line in unit.lines() {
        let Some(call) = line.strip_prefix("ExecStart=wl ") else {
            continue;
        };
        let (options, path) = call.rsplit_once(' ').expect("a path at the end");
        let name = path.rsplit('/').next().expect("a name");
        let path = folder.path(name);
        let args: Vec<&str> = options.split(' ').chain([path.as_str()]).collect();
        for _ in 0..2 {
            let outcome = db.ok("olga", &args);
            assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str()), ("", ""));
        }
        lines += 1;
    }
    assert_eq!((lines, folder.names().len()), (2, 2));
}

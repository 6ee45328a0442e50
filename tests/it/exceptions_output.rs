//! The forms of the exceptions: cut lists that say so, the page, the metrics,
//! files that are whole or not there.

use std::os::unix::fs::PermissionsExt;

use serde_json::Value;
use worklock::exceptions::Kind;

use crate::support::{Db, Folder, Outcome};

/// Three line items that are done without time, and a timer of tom's.
fn with_findings() -> Db {
    let db = Db::new();
    db.order("WO-2");
    db.start_timer("tom", "WO-1/1", "9h ago");
    for line in ["WO-1/2", "WO-2/1", "WO-1/1"] {
        db.line_status(line, "done");
    }
    db
}

#[test]
fn a_cut_list_says_so_everywhere() {
    let db = with_findings();
    let all = db.json("olga", &["exceptions"]);
    let cut = db.json("olga", &["exceptions", "--limit", "2"]);
    let (all, cut) = (
        all.as_array().expect("a list"),
        cut.as_array().expect("a list"),
    );
    assert_eq!((all.len(), cut.len()), (4, 3));
    assert_eq!(cut[1]["kind_total"], 3);
    // the oldest first
    let places: Vec<&Value> = cut[1..]
        .iter()
        .map(|finding| &finding["work_order"])
        .collect();
    assert_eq!(places, ["WO-1", "WO-2"]);
    let unlimited = db.json("olga", &["exceptions", "--limit", "0"]);
    let unlimited = unlimited.as_array().expect("a list");
    // a timer that still runs is a second older by now
    let still = |list: &[Value]| -> Vec<Value> {
        let mut list = list.to_vec();
        for finding in list.iter_mut().filter(|f| f["kind"] == "stale_timer") {
            finding["duration_seconds"].take();
        }
        list
    };
    assert_eq!(still(unlimited), still(all));
    let table = db.ok("olga", &["exceptions", "--limit", "2"]);
    assert_eq!(
        table.stderr,
        "4 exceptions: 1 stale_timer, 3 done_without_time.\n\
         done_without_time: only the oldest 2 of 3 are shown; --limit 0 shows all.\n"
    );
    let page = db.ok("olga", &["exceptions", "--limit", "2", "--format", "html"]);
    assert!(page.stdout.contains("Only the oldest 2 of 3 are shown."));
}

#[test]
fn counts_have_a_row_a_kind() {
    let db = with_findings();
    let counts = db.json("olga", &["exceptions", "--counts"]);
    let numbers: Vec<(&str, i64, bool)> = counts
        .as_array()
        .expect("a list")
        .iter()
        .map(|count| {
            (
                count["kind"].as_str().expect("a kind"),
                count["findings"].as_i64().expect("a number"),
                count["oldest"].is_string(),
            )
        })
        .collect();
    assert_eq!(
        numbers,
        Kind::ALL.map(|kind| match kind {
            Kind::StaleTimer => (kind.as_str(), 1, true),
            Kind::DoneWithoutTime => (kind.as_str(), 3, true),
            _ => (kind.as_str(), 0, false),
        })
    );
    assert_eq!(
        db.wl("olga", &["exceptions", "--counts", "--exit-code"])
            .code,
        3
    );
}

#[test]
fn what_is_resolved_is_counted_apart() {
    let db = Db::new();
    let id = db.locked_entry("tom", 5).to_string();
    db.ok("ada", &["unlock", &id, "--reason", "wrong end"]);
    db.approve("ada", "WO-1");
    let since = ["exceptions", "--since", "1h ago"];
    let counts = db.json("olga", &[&since[..], &["--counts"]].concat());
    let mut counts = counts.as_array().expect("a list").iter();
    let edited = counts.find(|count| count["kind"] == "edited_after_approval");
    let edited = edited.expect("a row");
    assert_eq!(
        (&edited["findings"], &edited["resolved"]),
        (&0.into(), &1.into())
    );
    let table = db.ok("olga", &[&since[..], &["--exit-code"]].concat());
    assert_eq!(table.stderr, "No unresolved exceptions.\n");
}

#[test]
fn the_page_shows_hostile_texts_as_texts() {
    let db = Db::new();
    let order = "WO-<img src=x onerror=alert(1)> & 'x' $(reboot)";
    db.order(order);
    let line = format!("{order}/1");
    let start = ["timer", "start", &line, "--at", "9h ago"];
    db.ok("tom", &start);
    db.set("organisation", "<b>\u{202e}Evil</b>");
    let page = db.ok("olga", &["exceptions", "--format", "html"]).stdout;
    assert!(!page.contains("<img") && !page.contains("<b>\u{202e}") && !page.contains('\u{202e}'));
    assert!(page.contains("WO-&lt;img src=x onerror=alert(1)&gt; &amp; 'x' $(reboot)/1"));
    assert!(page.contains("&lt;b&gt;\\u{202e}Evil&lt;/b&gt;"));
    // nothing is fetched from anywhere
    for outside in ["http:", "https:", "src=\"", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    db.line_status(&line, "done");
    let found = db.json("olga", &["exceptions", "--kind", "done_without_time"]);
    assert_eq!(
        found[0]["fix"],
        "wl line status 'WO-<img src=x onerror=alert(1)> & '\\''x'\\'' $(reboot)/1' open"
    );
}

/// The value of a metric, named with all of its labels but the database.
fn metric(text: &str, database: &str, name: &str, label: &str) -> Option<i64> {
    let series = format!("{name}{{database=\"{database}\"{label}}} ");
    let value = text.lines().find_map(|line| line.strip_prefix(&series))?;
    Some(value.parse().expect("a whole number"))
}

#[test]
fn metrics_have_every_kind() {
    let db = with_findings();
    let text = db
        .ok("olga", &["exceptions", "--format", "prometheus"])
        .stdout;
    let database = db.query("SELECT current_database()");
    let value = |name: &str, label: &str| metric(&text, &database, name, label).expect(name);
    let of_kind = |name, kind: &str| value(name, format!(",kind=\"{kind}\"").as_str());
    assert_eq!(of_kind("worklock_exceptions", "done_without_time"), 3);
    assert_eq!(of_kind("worklock_exceptions", "orphaned"), 0);
    let age = of_kind("worklock_exceptions_oldest_age_seconds", "stale_timer");
    assert!(age >= 9 * 3600, "{age}");
    assert_eq!(
        of_kind("worklock_exceptions_oldest_age_seconds", "orphaned"),
        0
    );
    assert!(value("worklock_exceptions_timestamp_seconds", "") > 1_700_000_000);
    let described = text.lines().filter(|line| line.starts_with("# ")).count();
    assert_eq!(
        (described, text.lines().count()),
        (6, 6 + 2 * Kind::ALL.len() + 1)
    );
}

#[test]
fn metrics_say_how_old_the_seal_its_verification_and_the_backup_are() {
    let (db, folder) = (Db::new(), Folder::new());
    let database = db.query("SELECT current_database()");
    let files = [
        ("WL_SEAL_FILE", "seal.json"),
        ("WL_VERIFY_FILE", "verification.json"),
        ("WL_BACKUP_FILE", "backup"),
    ];
    let metrics = || {
        let mut command = db.command("olga", &["exceptions", "--format", "prometheus"]);
        command.envs(files.map(|(variable, name)| (variable, folder.path(name))));
        Outcome::of(command.output().expect("wl runs"))
    };
    let names = [
        "worklock_seal_timestamp_seconds",
        "worklock_verify_timestamp_seconds",
        "worklock_backup_timestamp_seconds",
    ];
    let found = |text: &str, name| metric(text, &database, name, "");

    // an alert notices that a file is not there
    let text = metrics().stdout;
    assert_eq!(names.map(|name| found(&text, name)), [Some(0); 3]);
    assert_eq!(found(&text, "worklock_verify_problems"), None);

    let verification = db.ok("olga", &["audit", "verify", "--format", "json"]);
    for (_, name) in files {
        folder.file(name, &verification.stdout);
    }
    let written = |name: &str, seconds: u64| {
        let file = std::fs::File::options().write(true).open(folder.path(name));
        let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        file.expect("a file").set_modified(time).expect("a time");
    };
    written("seal.json", 1_700_000_001);
    written("verification.json", 1_700_000_002);
    written("backup", 1_700_000_003);
    let text = metrics().stdout;
    assert_eq!(
        names.map(|name| found(&text, name)),
        [1_700_000_001, 1_700_000_002, 1_700_000_003].map(Some)
    );
    assert_eq!(found(&text, "worklock_verify_problems"), Some(0));

    folder.file("verification.json", r#"{"problem_count": 2}"#);
    let text = metrics().stdout;
    assert_eq!(found(&text, "worklock_verify_problems"), Some(2));
    folder.file("verification.json", "The audit trail is intact.");
    metrics().assert_refused(65, "is not the report of a verification");
}

#[test]
fn a_seal_that_is_given_by_its_digits_has_no_age() {
    let db = Db::new();
    let mut command = db.command("olga", &["exceptions", "--format", "prometheus"]);
    command.env("WL_SEAL_FILE", "0".repeat(64));
    let outcome = Outcome::of(command.output().expect("wl runs"));
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert!(!outcome.stdout.contains("worklock_seal"), "{outcome:?}");
}

#[test]
fn a_file_is_replaced_whole_and_others_may_read_it() {
    let db = with_findings();
    let folder = Folder::new();
    let path = folder.path("report.prom");
    let path = path.as_str();
    let write = ["exceptions", "--format", "prometheus", "--output", path];
    let written = db.ok("olga", &write);
    assert_eq!(
        (written.stdout.as_str(), written.stderr),
        ("", format!("Wrote {path}.\n"))
    );
    let mode = std::fs::metadata(path)
        .expect("a file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o600, 0o600);
    let under = Outcome::of(
        std::process::Command::new("sh")
            .args([
                "-c",
                "umask 022; exec \"$@\"",
                "sh",
                env!("CARGO_BIN_EXE_wl"),
            ])
            .args(write)
            .arg("--force")
            .env("DATABASE_URL", db.url())
            .env("WL_USER", "olga")
            .output()
            .expect("sh runs"),
    );
    assert_eq!(under.code, 0, "{under:?}");
    let mode = std::fs::metadata(path)
        .expect("a file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o644);

    let before = std::fs::read_to_string(path).expect("metrics");
    assert_eq!(
        db.refused("olga", &["exceptions", "--output", path])["code"],
        73
    );
    // refused after the file was begun
    assert_eq!(db.wl("tom", &[&write[..], &["--force"]].concat()).code, 77);
    assert_eq!(std::fs::read_to_string(path).expect("metrics"), before);
    let exit = db.wl("olga", &[&write[..], &["--force", "--exit-code"]].concat());
    assert_eq!(exit.code, 3, "written, and found: {exit:?}");
    assert_eq!(
        std::fs::read_dir(folder.path("."))
            .expect("a folder")
            .count(),
        1
    );
}

#[test]
fn other_commands_have_no_page_and_no_metrics() {
    let db = Db::new();
    for format in ["html", "prometheus"] {
        let outcome = db.wl("tom", &["timer", "start", "WO-1/1", "--format", format]);
        outcome.assert_refused(
            2,
            &format!("only wl exceptions supports the format {format}"),
        );
    }
    assert_eq!(db.query("SELECT count(*) FROM wl.time_entries"), "0");
    let page = db.wl("olga", &["exceptions", "--counts", "--format", "html"]);
    page.assert_refused(2, "an HTML page always has both counts and findings");
}

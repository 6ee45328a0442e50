//! A primary and its standby behind one URL: reading goes to the standby,
//! writing to the primary, and after a promotion work goes on.

use std::time::{Duration, Instant};

use worklock::db::local::SUPERUSER;

use crate::support::{Cluster, Folder, Outcome, bare_command};

struct Pair {
    primary: Cluster,
    standby: Cluster,
}

impl Pair {
    fn new() -> Self {
        let mut primary = Cluster::new("");
        primary.start();
        primary.fill();
        primary.stop();
        let mut standby = primary.standby();
        primary.start();
        standby.start();
        Self { primary, standby }
    }

    /// `wl` with both hosts in the URL.
    fn wl(&self, which: &str, login: &str, args: &[&str]) -> Outcome {
        let (one, two) = (&self.primary, &self.standby);
        let url = format!(
            "postgresql:///worklock?host={},{}&port={},{}&target_session_attrs={which}",
            one.socket_dir(),
            two.socket_dir(),
            one.port,
            two.port
        );
        let mut command = bare_command(args);
        command.env("DATABASE_URL", url).env("WL_USER", login);
        Outcome::of(command.output().expect("wl runs"))
    }

    #[track_caller]
    fn ok(&self, which: &str, login: &str, args: &[&str]) -> Outcome {
        let outcome = self.wl(which, login, args);
        assert_eq!(outcome.code, 0, "{args:?} as {login}: {outcome:?}");
        outcome
    }

    /// Until the standby has everything that the primary has now.
    fn catch_up(&self) {
        let now = self.primary.sql("postgres", "SELECT pg_current_wal_lsn()");
        let reached = format!("SELECT pg_last_wal_replay_lsn() >= '{now}'");
        let patience = Instant::now() + Duration::from_secs(60);
        while self.standby.sql("postgres", &reached) != "t" {
            assert!(Instant::now() < patience, "{}", self.standby.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

#[test]
fn a_standby_is_read_while_the_primary_writes_and_takes_over() {
    let mut pair = Pair::new();
    let folder = Folder::new();
    let add = [
        "entry", "add", "WO-1/1", "--start", "5h ago", "--end", "4h ago",
    ];
    pair.ok("read-write", "tom", &add);
    pair.ok("read-write", "ada", &["approve", "WO-1", "--yes"]);
    pair.ok("read-write", "acc", &["bill", "add", "WO-1", "--yes"]);
    let start = ["timer", "start", "WO-1/1", "--at", "1h ago"];
    pair.ok("read-write", "tom", &start);
    pair.catch_up();

    // somebody is at work on the primary all the time
    std::thread::scope(|scope| {
        let pair = &pair;
        let writer = scope.spawn(|| {
            for _ in 0..4 {
                pair.ok("read-write", "tess", &["timer", "start", "WO-1/1"]);
                pair.ok("read-write", "tess", &["timer", "stop"]);
            }
        });
        let seen = |login: &str, args: &[&str], words: &str| {
            let outcome = pair.ok("standby", login, args);
            assert!(outcome.stdout.contains(words), "{args:?}: {outcome:?}");
        };
        let csv = ["--include-unapproved", "--output", "-"];
        seen("tom", &["timer", "status"], "WO-1/1");
        seen("tom", &["entry", "list"], "LOCKED");
        seen("tom", &["entry", "show", "1"], "LOCKED");
        seen(
            "acc",
            &[&["export", "csv", "WO-1"], &csv[..]].concat(),
            "tom",
        );
        seen(
            "olga",
            &["exceptions", "--stale-after", "30m"],
            "stale_timer",
        );
        seen("olga", &["report", "hours", "--by", "technician"], "tom");
        seen("olga", &["order", "list"], "WO-1");
        seen("olga", &["line", "list", "WO-1"], "WO-1/1");
        seen("olga", &["user", "list"], "tess");
        seen("olga", &["settings"], "zone");
        seen("olga", &["audit", "log"], "entry.approve");
        seen("olga", &["audit", "show", "1"], "entry.approve");
        seen("olga", &["audit", "seal"], "");
        seen("ada", &["approve", "WO-1", "--dry-run"], "");
        seen("acc", &["bill", "list"], "WO-1");
        seen("olga", &["bill", "show", "1"], "WO-1/1");
        let preview = ["bill", "add", "WO-1", "--skip-unapproved", "--dry-run"];
        seen("acc", &preview, "");
        let verify = pair.ok("standby", "olga", &["audit", "verify"]);
        assert!(
            verify.stderr.contains("The audit trail is intact."),
            "{verify:?}"
        );
        let doctor = pair.wl("standby", "olga", &["doctor"]);
        assert!(doctor.stdout.contains("standby, read only"), "{doctor:?}");
        writer.join().expect("the writer");
    });

    for args in [
        &["bill", "add", "WO-1", "--skip-unapproved", "--yes"][..],
        &["bill", "cancel", "1", "--reason", "the wrong customer"],
    ] {
        let refused = pair.wl("standby", "acc", args);
        refused.assert_refused(69, "it is a standby");
    }
    let refused = pair.wl("standby", "tom", &["timer", "stop"]);
    refused.assert_refused(69, "it is a standby");
    assert!(
        refused.stderr.contains("target_session_attrs=read-write"),
        "{refused:?}"
    );
    // a document is written, but only the primary can register it
    let document = folder.path("bill.pdf");
    let export = ["export", "pdf", "--bill", "1", "--output", &document];
    let written = pair.ok("standby", "acc", &export);
    assert!(
        written.stderr.contains("warning: unregistered")
            && written.stderr.contains("bill 1, unregistered"),
        "{written:?}"
    );
    let verify = ["bill", "verify", &document];
    assert_eq!(pair.wl("standby", "olga", &verify).code, 3);
    let registered = pair.ok("read-write", "acc", &export);
    assert!(
        !registered.stderr.contains("unregistered"),
        "{registered:?}"
    );
    pair.catch_up();
    pair.ok("standby", "olga", &verify);
    let again = pair.ok("standby", "acc", &export);
    assert!(again.stderr.contains("registered before"), "{again:?}");

    let seal = folder.path("seal.json");
    pair.ok("read-write", "olga", &["audit", "seal", "--output", &seal]);

    let mut backup = bare_command(&["db", "backup", &folder.path("all.dump")]);
    let owner = format!("{}&user={SUPERUSER}", pair.standby.url("worklock"));
    let outcome = Outcome::of(backup.env("DATABASE_URL", owner).output().expect("wl runs"));
    assert_eq!(outcome.code, 0, "{outcome:?}");

    pair.catch_up();
    pair.primary.kill();
    assert_eq!(pair.standby.sql("postgres", "SELECT pg_promote()"), "t");
    pair.ok("read-write", "tom", &["timer", "stop"]);
    pair.ok("read-write", "tom", &["timer", "start", "WO-1/1"]);
    pair.ok("read-write", "olga", &["audit", "verify", "--seal", &seal]);
    let status = pair.ok("prefer-standby", "tom", &["timer", "status"]);
    assert!(status.stdout.contains("WO-1/1"), "{status:?}");
}

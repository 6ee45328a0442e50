//! A pooler that connects everybody with one login: `wl` acts as nobody else than who was
//! asked for.

use crate::support::{Db, Outcome, Proxy};

#[test]
fn nobody_acts_as_the_login_of_a_pooler() {
    let db = Db::new();
    let before = db.checksum();
    let pooler = Proxy::fixed_login("ada");
    let wl = |login: &str, args: &[&str]| {
        let mut command = db.command(login, args);
        command.env("DATABASE_URL", pooler.url(&db.name));
        Outcome::of(command.output().expect("wl runs"))
    };
    for args in [
        &["timer", "start", "WO-1/1"][..],
        &["--op-id", "one", "timer", "start", "WO-1/1"],
        &["status"],
        &["entry", "list"],
        &[
            "user",
            "add",
            "eve",
            "--full-name",
            "Eve",
            "--role",
            "admin",
        ],
        &["exceptions"],
        &["audit", "verify"],
    ] {
        let refused = wl("tom", args);
        refused.assert_refused(78, "asked for as tom, but the server has it as ada");
        assert_eq!(refused.stdout, "");
    }
    let doctor = wl("tom", &["doctor", "--format", "csv"]);
    assert_eq!(doctor.code, 3, "{doctor:?}");
    let found = "connection,problem,\"the connection was asked for as tom";
    assert!(doctor.stdout.contains(found), "{doctor:?}");
    assert_eq!(db.checksum(), before);
    // no name but the one in the URL, which has two places for it
    let named = |base: String| {
        [
            format!("{base}&user=tess"),
            base.replace(":///", "://tess@/"),
        ]
        .map(|url| {
            let mut command = db.command("tom", &["status"]);
            command.env("DATABASE_URL", url).env_remove("WL_USER");
            Outcome::of(command.output().expect("wl runs"))
        })
    };
    for refused in named(pooler.url(&db.name)) {
        refused.assert_refused(78, "asked for as tess, but");
    }
    for direct in named(db.url()) {
        assert_eq!(direct.code, 0, "{direct:?}");
    }
    let mut tab = db.command("tom", &["--", "wl", "order", "show", "WO"]);
    tab.env("DATABASE_URL", pooler.url(&db.name))
        .env("COMPLETE", "fish")
        .env("WL_TAB_WAIT", "60000");
    let completed = Outcome::of(tab.output().expect("wl runs"));
    assert!(!completed.stdout.contains("WO-1"), "{completed:?}");
    // who the pooler connects as may work through it
    assert_eq!(wl("ada", &["timer", "start", "WO-1/1"]).code, 0);
}

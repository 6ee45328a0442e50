//! A server as managed ones are: the owner of the database has CREATEROLE and CREATEDB,
//! and is no superuser.

use crate::support::{Cluster, Folder, Outcome, bare_command};

/// `wl` as the owner that is named.
fn owner(cluster: &Cluster, name: &str, database: &str, args: &[&str]) -> Outcome {
    let mut command = bare_command(args);
    let url = format!("{}&user={name}", cluster.url(database));
    Outcome::of(command.env("DATABASE_URL", url).output().expect("wl runs"))
}

#[track_caller]
fn ok(outcome: &Outcome) {
    assert_eq!(outcome.code, 0, "{outcome:?}");
}

fn managed() -> Cluster {
    let mut cluster = Cluster::new("fsync = on");
    cluster.start();
    for name in ["first", "second"] {
        cluster.sql(
            "postgres",
            &format!("CREATE ROLE {name} LOGIN CREATEROLE CREATEDB"),
        );
    }
    cluster.sql("postgres", "CREATE DATABASE worklock OWNER first");
    cluster.sql("postgres", "CREATE DATABASE other OWNER second");
    cluster
}

#[test]
fn an_owner_without_superuser_does_all_that_an_owner_does() {
    let (cluster, folder) = (managed(), Folder::new());
    let first = |database: &str, args: &[&str]| owner(&cluster, "first", database, args);
    ok(&first("worklock", &["init", "--admin", "ada"]));
    ok(&first("worklock", &["init", "--admin", "ada"]));
    for line in [
        "ada|user|add|tom|--full-name|Tom|--role|technician",
        "ada|user|add|acc|--full-name|Acc|--role|accountant",
        "ada|user|add|olga|--full-name|Olga|--role|ops",
        "ada|order|add|WO-1|--title|T|--customer|C",
        "ada|line|add|WO-1|--description|D",
        "tom|start|WO-1",
        "tom|stop",
        "ada|approve|WO-1|--yes",
        "ada|order|status|WO-1|ready_to_bill",
        "acc|bill|add|WO-1|--yes",
        "acc|bill|cancel|1|--reason|wrong day",
        "ada|unlock|1|--reason|wrong day",
        "ada|user|role|acc|admin",
        "ada|user|remove|acc",
        "ada|user|restore|acc",
        "ada|user|role|acc|accountant",
        "olga|audit|verify",
        "olga|exceptions",
        "ada|doctor",
    ] {
        let (login, args) = line.split_once('|').expect("a login");
        cluster.ok(login, &args.split('|').collect::<Vec<_>>());
    }
    // the rules again, then the schema from nothing
    cluster.sql(
        "worklock",
        "UPDATE wl.schema_version SET rules_sha256 = 'older'",
    );
    let migrated = first("worklock", &["migrate"]);
    assert_eq!(migrated.stderr, "Applied rules.\n", "{migrated:?}");
    ok(&first("worklock", &["migrate", "status"]));
    cluster.sql("postgres", "CREATE DATABASE empty OWNER first");
    ok(&first("empty", &["migrate"]));
    ok(&first("empty", &["migrate", "down", "--all", "--yes"]));

    let file = folder.path("all.dump");
    ok(&first("worklock", &["db", "backup", &file]));
    cluster.ok("ada", &["user", "role", "tom", "ops"]);
    cluster.sql("postgres", "CREATE DATABASE restored OWNER first");
    let restored = first("restored", &["db", "restore", &file]);
    ok(&restored);
    assert!(
        restored
            .stderr
            .contains("another role in another database on this server, which have none here: tom"),
        "{restored:?}"
    );
    let mut verify = bare_command(&["audit", "verify"]);
    verify
        .env("DATABASE_URL", cluster.url("restored"))
        .env("WL_USER", "olga");
    ok(&Outcome::of(verify.output().expect("wl runs")));
}

/// From PostgreSQL 16 on, only who may grant wl_owner can let another owner have it.
#[test]
fn a_second_owner_is_told_what_the_first_one_must_grant() {
    let cluster = managed();
    ok(&owner(
        &cluster,
        "first",
        "worklock",
        &["init", "--admin", "ada"],
    ));
    let init = |name: &str| owner(&cluster, name, "other", &["init", "--admin", "bob"]);
    let version = cluster.sql("postgres", "SHOW server_version_num");
    if version.as_str() >= "160000" {
        let refused = init("second");
        refused.assert_refused(77, "second may not use its role wl_owner");
        let (_, hint) = refused
            .stderr
            .split_once("first or a superuser runs: ")
            .expect("a hint");
        let grant = hint.lines().next().unwrap_or_default();
        assert_eq!(
            grant,
            "GRANT wl_owner TO second WITH SET TRUE, INHERIT TRUE"
        );
        cluster.sql(
            "postgres",
            &format!("SET SESSION AUTHORIZATION first; {grant}"),
        );
    }
    ok(&init("second"));
    // who may not make roles is told who can
    cluster.sql("postgres", "CREATE ROLE third LOGIN");
    cluster.sql("postgres", "CREATE DATABASE poor OWNER third");
    let refused = owner(&cluster, "third", "poor", &["init", "--admin", "bob"]);
    assert_eq!(refused.code, 77, "{refused:?}");
}

//! The database itself: set-up, schema, backup, checks.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

use snapbox::str;
use worklock::error::ErrorKind;

use crate::support::{Db, Scene};

#[test]
fn set_up() {
    let scene = Scene::on(Db::empty());
    scene.outcome(
        "OWNER",
        "migrate status",
        str![[r#"
exit code 0
-- standard output
Migration                        Applied
2026-11-22-000001_create_tables  no
2026-11-22-000002_create_audit   no
2026-11-22-000003_create_bills   no
rules                            no

"#]],
    );
    scene.outcome(
        "OWNER",
        "init --admin ada --full-name 'Ada Admin'",
        str![[r#"
exit code 0
-- standard error
Ready: ada is the first admin, and the time zone is UTC.
To act as ada: export WL_USER=ada.
Then add people with: wl user add NAME --full-name NAME --role technician

"#]],
    );
    scene.outcome(
        "OWNER",
        "init --admin ada --full-name 'Ada Admin'",
        str![[r#"
exit code 0
-- standard error
Ready: the database was already set up; its users are unchanged.

"#]],
    );
    scene.outcome(
        "OWNER",
        "migrate",
        str![[r#"
exit code 0
-- standard error
The schema is up to date.

"#]],
    );
    scene.outcome(
        "OWNER",
        "migrate up",
        str![[r#"
exit code 0
-- standard error
The schema is up to date.

"#]],
    );
    scene.outcome(
        "OWNER",
        "migrate status",
        str![[r#"
exit code 0
-- standard output
Migration                        Applied
2026-11-22-000001_create_tables  yes
2026-11-22-000002_create_audit   yes
2026-11-22-000003_create_bills   yes
rules                            yes

"#]],
    );
}

#[test]
fn the_schema_goes_while_nobody_uses_it() {
    let scene = Scene::on(Db::empty());
    scene.outcome(
        "OWNER",
        "migrate up",
        str![[r#"
exit code 0
-- standard error
Applied 2026-11-22-000001_create_tables.
Applied 2026-11-22-000002_create_audit.
Applied 2026-11-22-000003_create_bills.
Applied rules.

"#]],
    );
    scene.outcome(
        "OWNER",
        "migrate down --yes",
        str![[r#"
exit code 0
-- standard error
Reverted 2026-11-22-000003_create_bills.

"#]],
    );
}

#[test]
fn backups() {
    let scene = Scene::on(Db::new());
    scene.outcome(
        "OWNER",
        "db backup FOLDER/whole.dump",
        str![[r#"
exit code 0
-- standard error
Backing up the server that DATABASE_URL names.
Wrote FOLDER/whole.dump, seal [HASH].

"#]],
    );
    let restored = Scene {
        db: Db::empty(),
        folder: scene.folder,
    };
    restored.outcome(
        "OWNER",
        "db restore FOLDER/whole.dump",
        str![[r#"
exit code 0
-- standard error
Restoring into the server that DATABASE_URL names.
Restored FOLDER/whole.dump, seal [HASH].
The seal matches the backup's.
Logins that are new on this server have no passwords yet. Verify the audit trail as an admin, an accountant or ops: wl --as NAME audit verify

"#]],
    );
    restored.refusal(
        "OWNER",
        ErrorKind::DatabaseNotEmpty,
        "db restore FOLDER/whole.dump",
        str![[r#"
exit code 1
-- standard error
Restoring into the server that DATABASE_URL names.
error: this database is not empty; a backup can only be restored into a new one
nothing was saved
hint: create a database with createdb and name it in DATABASE_URL

"#]],
    );
}

#[test]
fn the_private_server() {
    let scene = Scene::on(Db::empty());
    // a server of root's runs as another user
    let mode = Permissions::from_mode(0o755);
    std::fs::set_permissions(scene.folder.path(""), mode).expect("a mode");
    scene.refusal(
        "HOME",
        ErrorKind::NotInitialised,
        "db start",
        str![[r#"
exit code 69
-- standard error
error: there is no database in FOLDER/home yet
nothing was saved
hint: if your company has a server, name it in DATABASE_URL or in a configuration file (wl config says which are read); only for a private database of your own: wl init

"#]],
    );
    scene.outcome(
        "HOME",
        "init --admin ada --full-name 'Ada Admin'",
        str![[r#"
exit code 0
-- standard error
Ready: ada is the first admin, and the time zone is UTC.
Then add people with: wl user add NAME --full-name NAME --role technician

"#]],
    );
    scene.outcome(
        "HOME",
        "doctor",
        str![[r#"
exit code 0
-- standard output
Check              State
connection         ok
    as ada
server             ok
    PostgreSQL [VERSION], primary
clock              ok
    the server's clock agrees with this machine's
language           ok
    the server's messages are in English
parameters         ok
    no role and no database switches off the rules
server parameters  ok
    triggers and row security are in force; the server writes durably
libraries          not looked at
    only a superuser, or a member of pg_read_all_settings, sees
      session_preload_libraries
    code outside Worklock runs in every session, with its rights
    as a superuser: wl --as wl_superuser doctor
encoding           ok
    the database stores UTF-8
collation          ok
    indexes are in the order that the system's collations have
event triggers     ok
    no code runs at a change of the schema
casts              ok
    the casts are PostgreSQL's
replication        ok
    no publication or subscription has tables of Worklock
sessions           ok
    no session is waiting for a lock
sign-in            not looked at
    only a superuser sees how the server asks for proof
    whoever reaches the server can work as anybody
    as a superuser: wl --as wl_superuser doctor
idle sessions      ok
    no session has left a transaction open for 1m
encryption         ok
    not needed: the connection stays on this machine
schema             ok
    current, schema 1
roles              ok
    wl_owner and the groups are as wl migrate creates them
people             ok
    no user has privileges on the server
memberships        ok
    every login has exactly the role of its user
rights             ok
    rights on the server are PostgreSQL's defaults
objects            ok
    tables, triggers, functions and rights match the migrations and rules
other objects      ok
    no object outside schema wl bypasses its rules
creation           ok
    no user may create objects that others find
foreign servers    ok
    no user has a mapping to another server
logins             ok
    every user can sign in
limits             ok
    no login can take more than its share of the server
passwords          not looked at
    only a superuser sees how passwords are stored
    a stolen password file lets somebody sign in as another person
    as a superuser: wl --as wl_superuser doctor
exceptions         ok
    every line item that is done without time is listed
time zone          ok
    UTC, the same here and on the server
seal               ok
    [HASH] over 1
      chain; no earlier seal was given to compare with (--seal or WL_SEAL_FILE)
backup             advice
    the private database was never backed up
    time since the last backup is lost with the disk
    wl db backup FILE
disk               ok
    [SIZE] MiB free on the disk of the private database

"#]],
    );
    scene.outcome(
        "HOME",
        "config show",
        str![[r#"
exit code 0
-- standard output
Name          From     Value
database_url  WL_HOME  (the private database)
user          WL_USER  ada
home          WL_HOME  FOLDER/home
-- standard error
No configuration file is read, because WL_CONFIG is empty.

"#]],
    );
    scene.outcome(
        "HOME",
        "config path",
        str![[r#"
exit code 0
-- standard error
No configuration file is read, because WL_CONFIG is empty.

"#]],
    );
    scene.outcome(
        "HOME",
        "db psql",
        str![[r#"
exit code 0

"#]],
    );
    scene.outcome(
        "HOME",
        "db upgrade",
        str![[r#"
exit code 0
-- standard error
The private database in FOLDER/home already has the newest version that is installed here.

"#]],
    );
    scene.outcome(
        "HOME",
        "db stop",
        str![[r#"
exit code 0
-- standard error
Stopped the private database in FOLDER/home.

"#]],
    );
    scene.outcome(
        "HOME",
        "db status",
        str![[r#"
exit code 0
-- standard output
running         no
url             postgresql:///worklock?host=FOLDER/home/run&port=5432
data_dir        FOLDER/home/data
socket_dir      FOLDER/home/run
port            5432
server_version  [VERSION]
superuser       wl_superuser
database        worklock

"#]],
    );
    scene.outcome(
        "HOME",
        "db start",
        str![[r#"
exit code 0
-- standard error
The private database in FOLDER/home is running.

"#]],
    );
    scene.outcome(
        "HOME",
        "db stop",
        str![[r#"
exit code 0
-- standard error
Stopped the private database in FOLDER/home.

"#]],
    );
    scene.outcome(
        "HOME",
        "db stop",
        str![[r#"
exit code 0
-- standard error
The private database in FOLDER/home was not running.

"#]],
    );
}

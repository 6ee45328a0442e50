//! Processes of the server that stop in the middle of a command, as on a machine that hangs:
//! each command ends in time.

use std::process::Command;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use worklock::db::local::SUPERUSER;

use crate::support::{Cluster, Folder, Running, bare_command};

const EDIT: [&str; 5] = ["order", "edit", "WO-1", "--title", "x"];
const WAITS: &str = "wait_event_type = 'Lock'";
const LOCK: &str = "LOCK TABLE wl.documents IN ACCESS EXCLUSIVE MODE";

fn cluster() -> Cluster {
    let mut cluster = Cluster::new("");
    cluster.start();
    cluster.fill();
    cluster
}

fn command(cluster: &Cluster, login: &str, args: &[&str]) -> Command {
    let mut command = bare_command(args);
    let url = format!("{}&user={login}", cluster.url("worklock"));
    command.env("DATABASE_URL", url);
    command
}

/// It ends with this exit code and these words in so many seconds.
fn ends(running: Running, code: u8, words: &str, seconds: u64) {
    let began = Instant::now();
    let outcome = running.finish();
    outcome.assert_refused(code, words);
    assert!(
        began.elapsed() < Duration::from_secs(seconds),
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn a_backup_of_a_frozen_server_ends_and_leaves_no_file() {
    let (cluster, folder) = (cluster(), Folder::new());
    let backup = ["db", "backup", &*folder.path("all.dump")];
    let held = cluster.hold(LOCK);
    let running = Running::of(command(&cluster, SUPERUSER, &backup));
    cluster.wait_for(WAITS);
    cluster.signal_all(Signal::SIGSTOP);
    ends(running, 75, "the server had stopped to answer", 60);
    assert_eq!(folder.names(), [""; 0]);
    cluster.signal_all(Signal::SIGCONT);
    drop(held);
}

#[test]
fn a_backup_whose_server_process_is_frozen_ends_and_leaves_no_file() {
    let (cluster, folder) = (cluster(), Folder::new());
    let backup = ["db", "backup", &*folder.path("all.dump")];
    let held = cluster.hold(LOCK);
    let running = Running::of(command(&cluster, SUPERUSER, &backup));
    let process = cluster.wait_for(WAITS);
    kill(process, Signal::SIGSTOP).expect("a signal");
    held.commit();
    ends(running, 75, "the server had stopped to answer", 90);
    assert_eq!(folder.names(), [""; 0]);
    kill(process, Signal::SIGCONT).expect("a signal");
}

/// pg_dump waits for locks no longer than a command does.
#[test]
fn a_backup_behind_a_lock_ends() {
    let (cluster, folder) = (cluster(), Folder::new());
    let backup = ["db", "backup", &*folder.path("all.dump")];
    let held = cluster.hold(LOCK);
    let running = Running::of(command(&cluster, SUPERUSER, &backup));
    let named = "another session holds a lock on the same rows; open transactions: wl_superuser (";
    ends(running, 75, named, 30);
    assert_eq!(folder.names(), [""; 0]);
    drop(held);
}

#[test]
fn a_restore_into_a_frozen_server_ends() {
    let (cluster, folder) = (cluster(), Folder::new());
    let file = folder.path("all.dump");
    let backup = Running::of(command(&cluster, SUPERUSER, &["db", "backup", &file])).finish();
    assert_eq!(backup.code, 0, "{backup:?}");
    cluster.sql("postgres", "DROP DATABASE worklock");
    cluster.sql("postgres", "CREATE DATABASE worklock");
    let held = cluster.hold("CREATE SCHEMA wl");
    let running = Running::of(command(&cluster, SUPERUSER, &["db", "restore", &file]));
    cluster.wait_for(WAITS);
    cluster.signal_all(Signal::SIGSTOP);
    ends(running, 75, "the server had stopped to answer", 60);
    cluster.signal_all(Signal::SIGCONT);
    drop(held);
    let running = Running::of(command(&cluster, SUPERUSER, &["db", "restore", &file]));
    assert_eq!(running.finish().code, 0);
}

/// The server reports that the process waits for the command, as before it was stopped.
#[test]
fn a_command_whose_idle_server_process_is_frozen_ends() {
    let cluster = cluster();
    let list = ["order", "list"];
    for (args, lock) in [
        (&EDIT[..], "SELECT FROM wl.work_orders FOR UPDATE"),
        (&list, "LOCK TABLE wl.users IN ACCESS EXCLUSIVE MODE"),
    ] {
        let held = cluster.hold(lock);
        let running = Running::of(command(&cluster, "ada", args));
        let process = cluster.wait_for(WAITS);
        // while the command can't ask for more, the process has nothing to do
        running.signal(Signal::SIGSTOP);
        held.commit();
        cluster.wait_for("state = 'idle in transaction'");
        kill(process, Signal::SIGSTOP).expect("a signal");
        running.signal(Signal::SIGCONT);
        ends(running, 75, "it had fallen silent", 40);
        kill(process, Signal::SIGCONT).expect("a signal");
    }
    assert_eq!(
        cluster.sql("worklock", "SELECT title FROM wl.work_orders"),
        "T"
    );
}

/// It is named for whom it waits, although it can't be cancelled.
#[test]
fn a_command_whose_waiting_server_process_is_frozen_ends() {
    let cluster = cluster();
    let held = cluster.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let running = Running::of(command(&cluster, "ada", &EDIT));
    let process = cluster.wait_for(WAITS);
    kill(process, Signal::SIGSTOP).expect("a signal");
    ends(
        running,
        75,
        "open transactions: wl_superuser (server process ",
        30,
    );
    kill(process, Signal::SIGCONT).expect("a signal");
    drop(held);
}

/// One that was at work can't be told from one that works: the person decides.
#[test]
fn a_command_whose_working_server_process_is_frozen_can_be_ended() {
    let cluster = cluster();
    let held = cluster.hold("SELECT FROM wl.work_orders FOR UPDATE");
    let running = Running::of(command(&cluster, "ada", &EDIT));
    let process = cluster.wait_for(WAITS);
    kill(process, Signal::SIGSTOP).expect("a signal");
    held.commit();
    running.interrupt();
    ends(running, 130, "interrupted", 5);
    kill(process, Signal::SIGCONT).expect("a signal");
    cluster.sql("worklock", "SELECT FROM wl.work_orders FOR UPDATE");
    assert_eq!(
        cluster.sql("worklock", "SELECT title FROM wl.work_orders"),
        "T"
    );
}

//! Watches the connection of a command that changes data. If the command takes longer
//! than a second, a second connection, made then and every two seconds, checks whether
//! the server still answers and which session blocks the first connection.
//!
//! A frozen peer keeps its sockets open, and libpq would wait for it forever. TCP's
//! timeouts detect only a cut cable, and a Unix socket has none at all.

use std::fs;
use std::ops::{Deref, DerefMut};
use std::os::fd::RawFd;
use std::os::unix::fs::FileTypeExt;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use nix::sys::socket::{Shutdown, shutdown};

use super::connect::Target;
use super::transaction::begin;
use crate::error::{ErrorKind, Result};

/// How long a command works before anybody looks why.
const FIRST: Duration = Duration::from_secs(1);
const EVERY: Duration = Duration::from_secs(2);
/// A server that doesn't answer a new connection for this long is gone. A shorter
/// time would end healthy commands: a pooler lets new connections wait while all its
/// servers work.
const PATIENCE: Duration = Duration::from_secs(30);

/// A query: sessions, by their process, and prepared transactions, which have
/// none, by the name that is on their locks; since when they are in that state,
/// and what an administrator types to end them.
pub const HOLDERS: &str = "
    SELECT a.pid, NULL AS virtualtransaction, a.state, a.state_change AS since,
        pg_catalog.format('%s (server process %s)', coalesce(a.usename::text, '?'), a.pid) AS name,
        pg_catalog.format('SELECT pg_terminate_backend(%s)', a.pid) AS fix
    FROM pg_catalog.pg_stat_activity a
    UNION ALL
    SELECT NULL, t.virtualtransaction, 'prepared', x.prepared,
        pg_catalog.format('%s (prepared transaction %L)', x.owner, x.gid), pg_catalog.format('ROLLBACK PREPARED %L', x.gid)
    FROM pg_catalog.pg_prepared_xacts x
    JOIN pg_catalog.pg_locks t ON t.transactionid = x.transaction AND t.pid IS NULL";

/// A query: who waits since when for whom, and what an administrator types to
/// end that.
pub fn blockers() -> String {
    format!(
        "SELECT w.pid AS waiting, w.waitstart AS since, s.pid, s.name, s.fix
         FROM pg_catalog.pg_locks w
         CROSS JOIN LATERAL pg_catalog.unnest(pg_catalog.pg_blocking_pids(w.pid)) b (pid)
         JOIN ({HOLDERS}) s ON s.pid = b.pid
         WHERE NOT w.granted
         UNION ALL
         SELECT w.pid, w.waitstart, 0, s.name, s.fix
         FROM pg_catalog.pg_locks w
         JOIN pg_catalog.pg_locks h ON h.granted AND h.pid IS NULL AND h.locktype = w.locktype
            AND (h.database, h.relation, h.page, h.tuple, h.transactionid, h.classid, h.objid, h.objsubid)
                IS NOT DISTINCT FROM (w.database, w.relation, w.page, w.tuple, w.transactionid, w.classid, w.objid, w.objsubid)
         JOIN ({HOLDERS}) s ON s.virtualtransaction = h.virtualtransaction
         WHERE NOT w.granted AND 0 = ANY (pg_catalog.pg_blocking_pids(w.pid))"
    )
}

/// A connection that ends in an error when its server freezes.
pub struct Watched {
    conn: PgConnection,
    watch: Arc<Watch>,
}

#[derive(Default)]
struct Watch {
    /// The sockets of the connection, while it is in use.
    sockets: Mutex<Vec<RawFd>>,
    /// The server process of the open transaction.
    pid: AtomicI32,
    blockers: Mutex<Vec<String>>,
}

impl Watched {
    /// Connects for a command that changes data: others may block it, and it must not
    /// wait forever for its result. `waits` is told who blocks it, when that changes.
    pub fn connect(target: &Target, waits: impl Fn(&[String]) + Send + 'static) -> Result<Self> {
        let before = sockets();
        let conn = target.connect()?;
        let mut own = sockets();
        own.retain(|socket| !before.contains(socket));
        let watch = Arc::new(Watch {
            sockets: Mutex::new(own),
            ..Watch::default()
        });
        let (target, company) = (target.clone(), Arc::clone(&watch));
        thread::spawn(move || company.keep(&target, &waits));
        Ok(Self { conn, watch })
    }

    /// Looks up the server process that works for us, for work that doesn't say it.
    pub fn identify(&mut self) -> Result<()> {
        let pid = diesel::select(diesel::dsl::sql::<Integer>("pg_catalog.pg_backend_pid()"))
            .get_result(&mut self.conn)?;
        self.works_as()(pid);
        Ok(())
    }

    /// Sets the server process that works for us, so that its blockers can be found.
    pub fn works_as(&self) -> impl Fn(i32) + use<> {
        let watch = Arc::clone(&self.watch);
        move |pid| watch.pid.store(pid, Ordering::Relaxed)
    }

    /// The server process that worked for us last; 0 where it is not known.
    pub fn server_process(&self) -> i32 {
        self.watch.pid.load(Ordering::Relaxed)
    }

    /// Who blocked us at the last check, as `login (server process N)` or
    /// `login (prepared transaction 'ID')`.
    pub fn blockers(&self) -> Vec<String> {
        locked(&self.watch.blockers).clone()
    }
}

impl Watch {
    fn keep(&self, target: &Target, waits: &dyn Fn(&[String])) {
        let mut silent = false;
        let mut pause = FIRST;
        loop {
            thread::sleep(pause);
            pause = EVERY;
            if locked(&self.sockets).is_empty() {
                return;
            }
            let asked = Instant::now();
            let (answer, answered) = mpsc::channel();
            let (target, pid) = (target.clone(), self.pid.load(Ordering::Relaxed));
            thread::spawn(move || answer.send(ask(&target, pid)));
            match answered.recv_timeout(PATIENCE) {
                Ok(Ok(blockers)) => {
                    let told = std::mem::replace(&mut *locked(&self.blockers), blockers.clone());
                    // the command may have ended meanwhile
                    let works = !locked(&self.sockets).is_empty();
                    if works && !blockers.is_empty() && blockers != told {
                        waits(&blockers);
                    }
                    silent = false;
                }
                // a refusal is an answer, too; a timeout is not
                Ok(Err(error))
                    if error.kind != ErrorKind::Unreachable || asked.elapsed() < EVERY =>
                {
                    silent = false;
                }
                // once can be a slow DNS lookup
                _ if !silent => silent = true,
                _ => {
                    for socket in locked(&self.sockets).iter() {
                        let _ = shutdown(*socket, Shutdown::Both);
                    }
                    return;
                }
            }
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // from now on, the numbers may belong to other files
        locked(&self.watch.sockets).clear();
    }
}

impl Deref for Watched {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        &self.conn
    }
}

impl DerefMut for Watched {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.conn
    }
}

fn ask(target: &Target, pid: i32) -> Result<Vec<String>> {
    let mut conn = target.try_connect()?;
    begin(&mut conn, "READ ONLY")?;
    #[derive(QueryableByName)]
    struct Blocker {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let found: Vec<Blocker> = diesel::sql_query(format!(
        "SELECT DISTINCT b.name FROM ({}) b WHERE b.waiting = $1 ORDER BY b.name LIMIT 5",
        blockers()
    ))
    .bind::<Integer, _>(pid)
    .load(&mut conn)?;
    Ok(found.into_iter().map(|blocker| blocker.name).collect())
}

/// The numbers of this process's open sockets.
fn sockets() -> Vec<RawFd> {
    let Ok(entries) = fs::read_dir("/dev/fd") else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter(|number| {
            fs::metadata(format!("/dev/fd/{number}"))
                .is_ok_and(|found| found.file_type().is_socket())
        })
        .collect()
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

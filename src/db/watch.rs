//! Watches the connection of a command. If the command takes longer than a second, a
//! second connection asks the server every half second, and ends the command that would
//! never end by itself:
//!
//! - The server doesn't answer: it is frozen, and its sockets stay open. TCP's timeouts
//!   detect only a cut cable, and a Unix socket has none at all.
//! - Only the first connection has fallen silent (`silence.rs`).
//! - The command has waited too long for others' locks, over all its waits: the server's
//!   `lock_timeout` starts anew for each of them.
//! - The person gave up, and the command, which must clean up, awaits an answer.

mod asker;
mod holders;
mod silence;
mod watchdog;

use std::cell::RefCell;
use std::ops::{Deref, DerefMut};
use std::os::fd::RawFd;
use std::process::Child;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::{Connection, Instrumentation, InstrumentationEvent};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};
use nix::sys::signal::{Signal, kill};
use nix::sys::socket::{Shutdown, shutdown};
use nix::unistd::Pid;

pub use self::holders::{
    END_ALL, HOLDERS, blockers, end, held, psql, roll_back_prepared, who_has_most,
};
pub use self::silence::{Turn, thread_number, wakes};

use self::holders::{hoarders, of_tables};
use self::silence::{Sight, has_unread};
use self::watchdog::Watchdog;
use super::connect::{Session, Target};
use super::error_map;
use super::sql_log::{self, Statements};
use crate::error::{Error, ErrorKind, Holder, Result};

/// How long a command waits for others' locks, over all its waits.
pub const LOCKS: Duration = Duration::from_secs(10);
/// The same for a change of the schema.
pub const SCHEMA_LOCKS: Duration = Duration::from_secs(60);

/// A limit that ends a statement so soon after a check that found it waiting has ended the wait.
const STILL: Duration = Duration::from_secs(2);

/// Set by a signal that does not end the process.
static GIVEN_UP: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// What a signal sets so that no connection awaits an answer any longer.
pub fn given_up() -> Arc<AtomicBool> {
    Arc::clone(&GIVEN_UP)
}

thread_local! {
    /// The connection that this thread made last: a reader of a COPY, and a query for the
    /// server process, have only diesel's connection.
    static LAST: RefCell<Weak<Watch>> = const { RefCell::new(Weak::new()) };
}

/// Whether this thread awaits an answer, for work that diesel doesn't report.
pub fn turn() -> Arc<Turn> {
    let last = LAST.with_borrow(Weak::upgrade);
    last.map_or_else(Arc::default, |watch| Arc::clone(&watch.turn))
}

/// The server process that works for this thread.
pub fn works_as(pid: i32) {
    if let Some(watch) = LAST.with_borrow(Weak::upgrade) {
        watch.pid.store(pid, Ordering::Relaxed);
    }
}

/// Whether the connection that this thread made last was seen to wait for others' locks.
pub fn is_blocked() -> bool {
    let last = LAST.with_borrow(Weak::upgrade);
    last.is_some_and(|watch| !locked(&watch.holders).is_empty())
}

/// A connection that ends in an error rather than never.
pub struct Watched {
    conn: Session,
    target: Target,
    began: Instant,
    watch: Arc<Watch>,
    /// To the private server.
    is_private: bool,
}

/// Why the watchdog ended a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Locks,
    Silence,
    Frozen,
    GivenUp,
}

struct Watch {
    /// The sockets of the connection, while it is in use.
    sockets: Mutex<Vec<RawFd>>,
    turn: Arc<Turn>,
    /// The thread that uses the connection.
    thread: Option<i32>,
    /// The server process of the open transaction; 0 where it is not known.
    pid: AtomicI32,
    /// How long it may wait for locks.
    limit: Duration,
    holders: Mutex<Vec<Holder>>,
    /// When a check last found us waiting for a lock.
    waiting: Mutex<Option<Instant>>,
    /// A program that works for us and ends with the connection.
    program: Mutex<Option<Pid>>,
    end: Mutex<Option<End>>,
}

impl Watched {
    /// Connects. `waits` is told who holds the locks that the command waits for, when
    /// that changes.
    pub fn connect(
        target: &Target,
        limit: Duration,
        waits: impl Fn(&[Holder]) + Send + 'static,
    ) -> Result<Self> {
        let mut conn = target.connect()?;
        let watch = Arc::new(Watch {
            sockets: Mutex::new(conn.sockets().to_vec()),
            turn: Arc::default(),
            thread: thread_number(),
            pid: AtomicI32::new(0),
            limit,
            holders: Mutex::default(),
            waiting: Mutex::default(),
            program: Mutex::default(),
            end: Mutex::default(),
        });
        let is_private = target.local().is_some();
        conn.set_instrumentation(Turns {
            turn: Arc::clone(&watch.turn),
            log: sql_log::statements(),
        });
        LAST.set(Arc::downgrade(&watch));
        let (company, server) = (Arc::clone(&watch), target.clone());
        thread::spawn(move || Watchdog::of(&company, &server, &waits).keep());
        Ok(Self {
            conn,
            target: target.clone(),
            began: Instant::now(),
            watch,
            is_private,
        })
    }

    /// From now on, [`turn`] tells whether the output of this program is awaited. It is
    /// killed where the connection would be cut.
    pub fn works_by(&self, program: &Child) {
        let pid = i32::try_from(program.id()).map(Pid::from_raw);
        *locked(&self.watch.program) = pid.ok();
    }

    /// The program of [`Self::works_by`] has written all; false: because it was killed.
    pub fn program_ended(&self) -> bool {
        *locked(&self.watch.program) = None;
        locked(&self.watch.end).is_none()
    }

    /// Looks up the server process that works for us, for work that doesn't say it.
    pub fn identify(&mut self) -> Result<()> {
        let pid = diesel::select(diesel::dsl::sql::<Integer>("pg_catalog.pg_backend_pid()"))
            .get_result(&mut *self.conn)?;
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

    /// Who held the locks that we waited for at the last check.
    pub fn holders(&self) -> Vec<Holder> {
        locked(&self.watch.holders).clone()
    }

    /// Says of a failure of this connection what the watchdog knows: that it ended the
    /// command and why, and for whose locks it waited. Of a server without room, it asks
    /// who has filled it.
    pub fn explain(&mut self, error: Error) -> Error {
        let end = *locked(&self.watch.end);
        match (end, error.kind) {
            // whatever the server calls it, in whatever language
            (
                Some(End::Locks),
                ErrorKind::Busy
                | ErrorKind::Bug
                | ErrorKind::ConnectionLost
                | ErrorKind::LockTimeout,
            ) => self.name(
                "open transactions",
                self.holders(),
                lock_timeout().cause(error),
            ),
            (_, ErrorKind::LockTimeout) => {
                let mut found = self.holders();
                if found.is_empty() {
                    // a program of ours waited
                    found = of_tables(&mut self.conn).unwrap_or_default();
                }
                self.name("open transactions", found, error)
            }
            (Some(End::GivenUp), _) => {
                Error::new(ErrorKind::Interrupted, "interrupted").cause(error)
            }
            (_, ErrorKind::ServerBusy) => {
                let found = hoarders(&mut self.conn).unwrap_or_default();
                self.name("most locks", found, error)
            }
            (Some(End::Silence), ErrorKind::ConnectionLost) => silent(error),
            (Some(End::Frozen), ErrorKind::ConnectionLost) => Error {
                message: format!("{}: the server had stopped to answer", error.message),
                ..error
            },
            (None, ErrorKind::ConnectionLost) => match self.exceeded(&error) {
                Some(limit) => self.limited(error_map::session_limit(&limit).cause(error)),
                None => error,
            },
            (None, ErrorKind::Configuration) if error_map::is_time_limit(&error) => {
                self.limited(error)
            }
            _ => error,
        }
    }

    /// A limit of the login can end a wait before we do.
    fn limited(&self, error: Error) -> Error {
        let waiting = *locked(&self.watch.waiting);
        match waiting.is_some_and(|at| at.elapsed() < STILL) {
            true => self.name("open transactions", self.holders(), error),
            false => error,
        }
    }

    /// The limit with which the server ended our session, where its words are lost or not
    /// English: a new session has the same one, and may end of it as well.
    fn exceeded(&self, error: &Error) -> Option<String> {
        let words = error.causes().next()?;
        let known = words.contains("terminating connection")
            || error_map::is_of_libpq(&words) && !words.contains("server closed the connection");
        if known {
            return None;
        }
        let lasted = i64::try_from(self.began.elapsed().as_millis()).ok()?;
        for _ in 0..3 {
            let mut conn = self.target.with_short_timeout().try_connect().ok()?;
            let found = diesel::sql_query(TOO_SMALL)
                .bind::<BigInt, _>(lasted)
                .get_result::<Setting>(&mut *conn);
            if let Ok(found) = found.optional() {
                return found.map(|setting| setting.name);
            }
        }
        None
    }

    fn name(&self, what: &str, holders: Vec<Holder>, error: Error) -> Error {
        if holders.is_empty() {
            return error;
        }
        let names: Vec<&str> = holders.iter().map(|holder| &*holder.name).collect();
        let fixes: Vec<&str> = holders.iter().map(|holder| &*holder.fix).collect();
        let fix = match self.is_private {
            true => format!("end what is open: {}", psql(&fixes)),
            false => format!("an administrator ends what is open: {}", fixes.join("; ")),
        };
        let hint = error.hint.as_deref().unwrap_or("try again in a moment");
        Error {
            message: format!("{}; {what}: {}", error.message, names.join(", ")),
            hint: Some(format!("{hint}; if it lasts, {fix}")),
            holders,
            ..error
        }
    }
}

/// Says of a broken connection that its packets were accepted and dropped.
pub fn silent(lost: Error) -> Error {
    Error {
        message: format!("{}: it had fallen silent", lost.message),
        ..lost
    }
}

/// Another session has what this one needs.
pub fn lock_timeout() -> Error {
    Error::new(
        ErrorKind::LockTimeout,
        "another session holds a lock on the same rows",
    )
    .hint("try again in a moment")
}

impl Watch {
    fn is_used(&self) -> bool {
        !locked(&self.sockets).is_empty()
    }

    /// Ends the connection: libpq gets an error.
    fn cut(&self, end: End) {
        *locked(&self.end) = Some(end);
        for socket in locked(&self.sockets).iter() {
            let _ = shutdown(*socket, Shutdown::Both);
        }
        if let Some(program) = *locked(&self.program) {
            let _ = kill(program, Signal::SIGKILL);
        }
    }

    /// Whether a person gave up who would have to wait for an answer.
    fn is_given_up(&self) -> bool {
        GIVEN_UP.load(Ordering::Relaxed) && self.turn.open().is_some()
    }

    fn see(&self, waits_for_us: bool) -> Sight {
        Sight {
            at: Instant::now(),
            // a program has a session of its own
            open: self.turn.open().filter(|_| locked(&self.program).is_none()),
            waits_for_us,
            unread: locked(&self.sockets)
                .iter()
                .any(|socket| has_unread(*socket)),
            wakes: self.thread.and_then(wakes),
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
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.conn
    }
}

impl DerefMut for Watched {
    fn deref_mut(&mut self) -> &mut Session {
        &mut self.conn
    }
}

/// Keeps the turn of a connection, and passes its statements to the log.
struct Turns {
    turn: Arc<Turn>,
    log: Option<Statements>,
}

impl Instrumentation for Turns {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartQuery { .. } => self.turn.asks(),
            InstrumentationEvent::FinishQuery { .. } => self.turn.is_answered(),
            _ => {}
        }
        if let Some(log) = &mut self.log {
            log.on_connection_event(event);
        }
    }
}

/// Limits that a session can have exceeded that lasted about `$1` milliseconds, the smallest
/// first. Only small ones keep commands from working.
const TOO_SMALL: &str = "
    SELECT name FROM pg_catalog.pg_settings
    WHERE name IN ('idle_in_transaction_session_timeout', 'transaction_timeout', 'idle_session_timeout')
        AND setting::bigint BETWEEN 1 AND least($1 + 1000, 4999)
    ORDER BY setting::bigint LIMIT 1";

#[derive(QueryableByName)]
struct Setting {
    #[diesel(sql_type = Text)]
    name: String,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

//! The second connection of a command, which asks the server about the first.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Integer, Text};

use super::holders::holders;
use crate::db::connect::{Session, Target};
use crate::db::transaction::{begin, roll_back};
use crate::error::{Holder, Result};

/// Between two questions.
pub const EVERY: Duration = Duration::from_millis(500);

/// What the server's views call a second connection while it asks.
const NAME: &str = "wl watch";

/// What the server says of our session.
#[derive(QueryableByName)]
pub struct Report {
    /// For a lock.
    #[diesel(sql_type = Bool)]
    pub waits: bool,
    /// It is idle, reads from us or writes to us, or is gone.
    #[diesel(sql_type = Bool)]
    pub waits_for_us: bool,
    #[diesel(sql_type = Bool)]
    pub cancelled: bool,
    #[diesel(sql_type = Array<Text>)]
    names: Vec<String>,
    #[diesel(sql_type = Array<Integer>)]
    processes: Vec<i32>,
    #[diesel(sql_type = Array<Text>)]
    fixes: Vec<String>,
}

impl Report {
    pub fn holders(&self) -> Vec<Holder> {
        let all = self.names.iter().zip(&self.processes).zip(&self.fixes);
        all.map(|((name, process), fix)| Holder {
            name: name.clone(),
            process: *process,
            fix: fix.clone(),
        })
        .collect()
    }
}

/// A thread with the second connection. libpq can't be told to give up, so the thread of
/// an unanswered question is left behind.
pub struct Asker {
    questions: mpsc::Sender<(i32, bool)>,
    answers: mpsc::Receiver<Result<Report>>,
}

impl Asker {
    pub fn of(target: &Target) -> Self {
        let (questions, asked) = mpsc::channel();
        let (answer, answers) = mpsc::channel();
        let target = target.clone();
        thread::spawn(move || {
            let mut conn = None;
            for (pid, cancel) in asked {
                if answer
                    .send(report(&mut conn, &target, pid, cancel))
                    .is_err()
                {
                    return;
                }
            }
        });
        Self { questions, answers }
    }

    pub fn ask(
        &self,
        pid: i32,
        cancel: bool,
        patience: Duration,
        gives_up: impl Fn() -> bool,
    ) -> Option<Result<Report>> {
        self.questions.send((pid, cancel)).ok()?;
        let deadline = Instant::now() + patience;
        loop {
            match self.answers.recv_timeout(EVERY) {
                Err(RecvTimeoutError::Timeout) if Instant::now() < deadline && !gives_up() => {}
                answer => return answer.ok(),
            }
        }
    }
}

/// Asks about the server process, or, where it is not known, about all sessions of the
/// login, of which one is ours: the connection is dead only if none of them works. While
/// a second connection asks, it has a name of its own, so that no command takes it for its
/// own session.
fn report(conn: &mut Option<Session>, target: &Target, pid: i32, cancel: bool) -> Result<Report> {
    let conn = match conn {
        Some(conn) => conn,
        None => conn.insert(target.try_connect()?),
    };
    begin(conn, "READ ONLY")?;
    conn.batch_execute(&format!("SET LOCAL application_name = '{NAME}'"))?;
    let report = diesel::sql_query(format!(
        "WITH holders AS ({})
         SELECT cardinality(pg_blocking_pids($1)) > 0 AS waits,
            NOT EXISTS (
                SELECT FROM pg_stat_activity a
                WHERE (a.pid = $1 OR $1 = 0 AND a.datname = current_database()
                        AND a.usename = session_user AND a.application_name <> '{NAME}')
                    AND (a.state LIKE 'idle%' OR a.wait_event IN ('ClientRead', 'ClientWrite')) IS NOT TRUE
            ) AS waits_for_us,
            CASE WHEN $2 AND cardinality(pg_blocking_pids($1)) > 0 THEN pg_cancel_backend($1) ELSE false END AS cancelled,
            ARRAY(SELECT h.name FROM holders h ORDER BY h.name) AS names,
            ARRAY(SELECT h.pid FROM holders h ORDER BY h.name) AS processes,
            ARRAY(SELECT h.fix FROM holders h ORDER BY h.name) AS fixes",
        holders()
    ))
    .bind::<Integer, _>(pid)
    .bind::<Bool, _>(cancel)
    .get_result(&mut **conn)?;
    roll_back(conn)?;
    Ok(report)
}

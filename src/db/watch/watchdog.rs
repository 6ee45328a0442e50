//! The thread that looks after a command, and ends it.

use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use super::asker::{Asker, EVERY, Report};
use super::silence::{Sight, Silence};
use super::{End, Watch, locked};
use crate::db::connect::Target;
use crate::error::{Error, ErrorKind, Holder, Result};

/// How long a command works before anybody looks why.
const FIRST: Duration = Duration::from_secs(1);
/// Between two sentences to the person who waits.
const TELL: Duration = Duration::from_secs(2);
/// A server that doesn't answer for this long, and then not to a new connection
/// either, is gone. A shorter time would end healthy commands: a pooler lets
/// connections wait while all its servers work.
const PATIENCE: Duration = Duration::from_secs(15);
const PATIENCE_TO_CONNECT: Duration = Duration::from_secs(30);
/// A cancelled server process that goes on for this long hangs.
const CANCEL: Duration = Duration::from_secs(5);
/// One of PostgreSQL's programs that writes nothing for this long hangs: it waits for no
/// lock so long, and sends each row as soon as it has it.
const PROGRAM: Duration = Duration::from_secs(60);

pub struct Watchdog<'a> {
    watch: &'a Watch,
    target: &'a Target,
    waits: &'a dyn Fn(&[Holder]),
    asker: Option<Asker>,
    silence: Silence,
    /// In all, at checks that found us waiting for a lock.
    waited: Duration,
    cancelled: Option<(Instant, Option<u64>)>,
    /// The output that is awaited, and since when.
    output: (Instant, Option<u64>),
    told: Option<Instant>,
}

impl<'a> Watchdog<'a> {
    pub fn of(watch: &'a Watch, target: &'a Target, waits: &'a dyn Fn(&[Holder])) -> Self {
        Self {
            watch,
            target,
            waits,
            asker: None,
            silence: Silence::default(),
            waited: Duration::ZERO,
            cancelled: None,
            output: (Instant::now(), None),
            told: None,
        }
    }

    pub fn keep(mut self) {
        let mut unanswered: Option<Sight> = None;
        let mut pause = FIRST;
        let mut last = Instant::now();
        loop {
            thread::sleep(pause);
            pause = EVERY;
            if !self.watch.is_used() {
                return;
            }
            let asked = Instant::now();
            // a check that came late says nothing of the time before
            let since = asked.duration_since(last).min(FIRST);
            last = asked;
            let answer = self.ask(false);
            if !self.watch.is_used() {
                return;
            }
            if self.watch.is_given_up() {
                return self.watch.cut(End::GivenUp);
            }
            match answer {
                Some(Ok(report)) => {
                    unanswered = None;
                    self.count(&report, since);
                    let sight = self.watch.see(report.waits_for_us);
                    if self.silence.is_death(sight) {
                        return self.watch.cut(End::Silence);
                    }
                    if self.hangs() {
                        return self.watch.cut(End::Locks);
                    }
                    if self.program_hangs() {
                        return self.watch.cut(End::Frozen);
                    }
                    self.tell(report.holders());
                }
                // a refusal is an answer, too; a timeout is not
                Some(Err(error)) if is_answer(&error, asked) => {
                    unanswered = None;
                    self.silence.breaks();
                }
                // once can be a slow DNS lookup, and a pooler whose servers all work lets
                // the watchdog wait while the command gets its rows
                _ => {
                    self.silence.breaks();
                    let now = Sight {
                        // a program of ours waits for the same server
                        open: self.watch.turn.open(),
                        ..self.watch.see(true)
                    };
                    if unanswered.is_some_and(|before| before.is_same(&now)) {
                        return self.watch.cut(End::Frozen);
                    }
                    unanswered = Some(now);
                }
            }
        }
    }

    /// None: no answer came.
    fn ask(&mut self, cancel: bool) -> Option<Result<Report>> {
        let patience = match self.asker {
            Some(_) => PATIENCE,
            None => PATIENCE_TO_CONNECT,
        };
        let pid = self.watch.pid.load(Ordering::Relaxed);
        let asker = self.asker.get_or_insert_with(|| Asker::of(self.target));
        let answer = asker.ask(pid, cancel, patience, || self.watch.is_given_up());
        if !matches!(answer, Some(Ok(_))) {
            self.asker = None;
        }
        answer
    }

    /// Adds up how long we have waited, and cancels when that is enough.
    fn count(&mut self, report: &Report, since: Duration) {
        if !report.waits {
            return;
        }
        *locked(&self.watch.waiting) = Some(Instant::now());
        self.waited += since;
        if self.waited < self.watch.limit || self.cancelled.is_some() {
            return;
        }
        let holders = report.holders();
        if !holders.is_empty() {
            *locked(&self.watch.holders) = holders;
        }
        let before = locked(&self.watch.end).replace(End::Locks);
        match self.ask(true) {
            Some(Ok(report)) if report.cancelled => {
                self.cancelled = Some((Instant::now(), self.watch.turn.open()));
            }
            // it does not wait any more
            _ => *locked(&self.watch.end) = before,
        }
    }

    /// Whether a server process goes on although it was cancelled.
    fn hangs(&self) -> bool {
        self.cancelled.is_some_and(|(at, open)| {
            at.elapsed() >= CANCEL && open.is_some() && self.watch.turn.open() == open
        })
    }

    fn program_hangs(&mut self) -> bool {
        let open = self.watch.turn.open();
        if locked(&self.watch.program).is_none() || open.is_none() || open != self.output.1 {
            self.output = (Instant::now(), open);
        }
        self.output.0.elapsed() >= PROGRAM
    }

    fn tell(&mut self, holders: Vec<Holder>) {
        if holders.is_empty() || *locked(&self.watch.holders) == holders && self.told.is_some() {
            return;
        }
        if self.told.is_none_or(|told| told.elapsed() >= TELL) {
            (self.waits)(&holders);
            self.told = Some(Instant::now());
        }
        *locked(&self.watch.holders) = holders;
    }
}

/// Whether an attempt to ask that was made at this time ended with a word of the server.
fn is_answer(error: &Error, asked: Instant) -> bool {
    match error.kind {
        ErrorKind::Unreachable => asked.elapsed() < TELL,
        ErrorKind::ConnectionLost => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::error_map::lost;

    /// A pooler may let the watchdog log in, and then have no server for it.
    #[test]
    fn a_login_without_an_answer_is_none() {
        let began = Instant::now();
        assert!(!is_answer(&lost(), began));
        assert!(is_answer(&Error::no_permission("no"), began));
    }
}

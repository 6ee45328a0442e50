//! Whether a connection is dead although its sockets are open: its packets are accepted
//! and dropped.
//!
//! Only both ends together show it. This end awaits an answer, and no byte of it arrives;
//! the server reports that our session waits for us, or can't send. A server process that
//! works is never taken for dead, however long its answer takes.

use std::fs;
use std::os::fd::RawFd;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use nix::sys::socket::{MsgFlags, recv};

/// After so long without a break, the connection is dead.
const PATIENCE: Duration = Duration::from_secs(15);

/// Whether the thread of a connection awaits an answer: an odd number then, and another
/// one for each answer.
#[derive(Debug, Default)]
pub struct Turn(AtomicU64);

impl Turn {
    pub fn asks(&self) {
        let number = self.0.load(Ordering::Relaxed);
        self.0.store((number + 1) | 1, Ordering::Relaxed);
    }

    pub fn is_answered(&self) {
        let number = self.0.load(Ordering::Relaxed);
        self.0.store(number + number % 2, Ordering::Relaxed);
    }

    /// The number of the question that is not answered yet.
    pub fn open(&self) -> Option<u64> {
        let number = self.0.load(Ordering::Relaxed);
        (number % 2 == 1).then_some(number)
    }
}

/// What one check saw.
#[derive(Debug, Clone, Copy)]
pub struct Sight {
    pub at: Instant,
    /// The question that is not answered yet.
    pub open: Option<u64>,
    /// As the server reports it: our session waits for us, or can't send.
    pub waits_for_us: bool,
    /// Bytes that nobody has read yet.
    pub unread: bool,
    /// How often the thread that awaits the answer has woken up, where that is known.
    pub wakes: Option<u64>,
}

impl Sight {
    /// Whether the same answer is awaited, and nothing of it has come meanwhile.
    pub fn is_same(&self, later: &Self) -> bool {
        self.open.is_some() && !later.unread && (self.open, self.wakes) == (later.open, later.wakes)
    }
}

/// How long nothing has moved.
#[derive(Debug, Default)]
pub struct Silence(Option<Sight>);

impl Silence {
    /// Takes in what was seen; whether the connection is dead now.
    pub fn is_death(&mut self, now: Sight) -> bool {
        if now.open.is_none() || !now.waits_for_us || now.unread {
            self.0 = None;
            return false;
        }
        match &self.0 {
            Some(first) if first.is_same(&now) => now.at.duration_since(first.at) >= PATIENCE,
            _ => {
                self.0 = Some(now);
                false
            }
        }
    }

    /// Without a report of the server there is a break.
    pub fn breaks(&mut self) {
        self.0 = None;
    }
}

/// Whether bytes have come that libpq has not read, or the end of them.
pub fn has_unread(socket: RawFd) -> bool {
    let flags = MsgFlags::MSG_PEEK | MsgFlags::MSG_DONTWAIT;
    recv(socket, &mut [0], flags).is_ok()
}

/// The number of a thread of this process, for [`wakes`].
pub fn thread_number() -> Option<i32> {
    #[cfg(target_os = "linux")]
    return Some(nix::unistd::gettid().as_raw());
    #[cfg(not(target_os = "linux"))]
    None
}

/// How often a thread has gone to sleep. The one that awaits bytes wakes with each of
/// them, so an unchanged number means that none came. Only Linux has it.
pub fn wakes(thread: i32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/self/task/{thread}/status")).ok()?;
    let mut lines = status.lines();
    let number = lines.find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
    number.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unbroken_silence_is_death() {
        let began = Instant::now();
        let quiet = |seconds| Sight {
            at: began + Duration::from_secs(seconds),
            open: Some(7),
            waits_for_us: true,
            unread: false,
            wakes: Some(3),
        };
        let ends = |broken: Sight| {
            let mut silence = Silence::default();
            [quiet(0), quiet(8), broken, quiet(15)].map(|sight| silence.is_death(sight))
        };
        assert_eq!(ends(quiet(9)), [false, false, false, true]);
        for broken in [
            Sight {
                open: None,
                ..quiet(9)
            },
            Sight {
                open: Some(9),
                ..quiet(9)
            },
            Sight {
                waits_for_us: false,
                ..quiet(9)
            },
            Sight {
                unread: true,
                ..quiet(9)
            },
            Sight {
                wakes: Some(4),
                ..quiet(9)
            },
        ] {
            assert_eq!(ends(broken), [false; 4], "{broken:?}");
        }
        let mut silence = Silence::default();
        assert!(!silence.is_death(quiet(0)));
        silence.breaks();
        assert!(!silence.is_death(quiet(20)));
        assert!(silence.is_death(quiet(35)));
    }

    #[test]
    fn a_turn_is_open_until_it_is_answered() {
        let turn = Turn::default();
        assert_eq!(turn.open(), None);
        turn.asks();
        let first = turn.open();
        assert!(first.is_some());
        turn.asks();
        assert!(turn.open().is_some() && turn.open() != first);
        turn.is_answered();
        turn.is_answered();
        assert_eq!(turn.open(), None);
    }

    #[test]
    fn a_thread_that_wakes_is_seen() {
        let Some(thread) = thread_number() else {
            return;
        };
        let before = wakes(thread);
        std::thread::sleep(Duration::from_millis(5));
        assert!(wakes(thread) > before, "{before:?}");
    }
}

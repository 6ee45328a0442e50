//! Tells a person why a command waits; the terminal belongs to the layers above.

use std::fmt;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Nobody notices a shorter wait.
const SLOW: Duration = Duration::from_secs(1);

/// Where sentences go; at first nowhere.
#[derive(Clone)]
pub struct Tell(Arc<dyn Fn(&str) + Send + Sync>);

impl Tell {
    pub fn new(say: impl Fn(&str) + Send + Sync + 'static) -> Self {
        Self(Arc::new(say))
    }

    /// Does the work, and says the sentence if it takes longer than a second.
    pub fn if_slow<R>(&self, sentence: &'static str, work: impl FnOnce() -> R) -> R {
        let (done, wait) = mpsc::channel::<()>();
        let say = Arc::clone(&self.0);
        let clock = thread::spawn(move || {
            if wait.recv_timeout(SLOW) == Err(RecvTimeoutError::Timeout) {
                say(sentence);
            }
        });
        let result = work();
        drop(done);
        // so that nothing is said after the result
        let _ = clock.join();
        result
    }
}

impl Default for Tell {
    fn default() -> Self {
        Self::new(|_| ())
    }
}

impl fmt::Debug for Tell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tell")
    }
}

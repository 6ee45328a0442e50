//! A psql that stays: to start one for each question, and a session of the server
//! with it, took most of the tests' time.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Comes after the last line of each answer.
const END: &str = "-- that is all --";

/// Each question finds the session as a new one would be.
const LIKE_NEW: &str = "ROLLBACK;\nDISCARD ALL;";

pub struct Psql {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Psql {
    pub fn start(program: &Path, url: &str) -> Self {
        let mut child = Command::new(program)
            .args(["-XAtq", "-v", "ON_ERROR_STOP=1", "-f", "-", "-d", url])
            .env_clear()
            .env("PGTZ", "UTC")
            .env("PGAPPNAME", "tests")
            // notices would fill the pipe that nobody reads
            .env("PGOPTIONS", "-c client_min_messages=error")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("psql runs");
        Self {
            questions: child.stdin.take().expect("a pipe"),
            answers: BufReader::new(child.stdout.take().expect("a pipe")),
            child,
        }
    }

    /// Unaligned rows, or what psql says of the first statement that fails.
    /// After a failure it has ended.
    pub fn ask(&mut self, sql: &str) -> Result<String, String> {
        let question = format!("{sql}\n;\n{LIKE_NEW}\n\\echo '{END}'\n");
        // when it has ended, there is no answer either
        let _ = self.questions.write_all(question.as_bytes());
        let mut rows = String::new();
        loop {
            let start = rows.len();
            match self.answers.read_line(&mut rows).expect("UTF-8") {
                0 => return Err(self.last_words()),
                _ if rows[start..].trim_end() == END => {
                    rows.truncate(start);
                    return Ok(rows.trim_end().to_owned());
                }
                _ => {}
            }
        }
    }

    fn last_words(&mut self) -> String {
        let mut text = String::new();
        let mut stderr = self.child.stderr.take().expect("it failed only once");
        stderr.read_to_string(&mut text).expect("UTF-8");
        text
    }
}

impl Drop for Psql {
    fn drop(&mut self) {
        // it may have ended already
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

//! A psql that stays: to start one for each question, and a session of the server
//! with it, took most of the tests' time.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};

/// Comes after the last line of each answer, on both streams.
const END: &str = "-- that is all --";

/// Each question finds the session as a new one would be.
const LIKE_NEW: &str = "ROLLBACK;\nDISCARD ALL;";

pub struct Psql {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
    complaints: BufReader<ChildStderr>,
}

impl Psql {
    pub fn start(program: &Path, url: &str) -> Self {
        let mut child = Command::new(program)
            .args(["-XAtq", "-v", "VERBOSITY=verbose", "-f", "-", "-d", url])
            .env_clear()
            .env("PGTZ", "UTC")
            .env("PGAPPNAME", "tests")
            // notices would fill a pipe that is read last
            .env("PGOPTIONS", "-c client_min_messages=error")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("psql runs");
        Self {
            questions: child.stdin.take().expect("a pipe"),
            answers: BufReader::new(child.stdout.take().expect("a pipe")),
            complaints: BufReader::new(child.stderr.take().expect("a pipe")),
            child,
        }
    }

    /// Unaligned rows, or what psql says of statements that fail. One that fails
    /// does not keep psql from the next.
    pub fn ask(&mut self, sql: &str) -> Result<String, String> {
        let question = format!("{sql}\n;\n{LIKE_NEW}\n\\echo '{END}'\n\\warn '{END}'\n");
        // when it has ended, there is no answer either
        let _ = self.questions.write_all(question.as_bytes());
        let (rows, ended) = until_end(&mut self.answers);
        let (complaint, _) = until_end(&mut self.complaints);
        match ended && complaint.is_empty() {
            true => Ok(rows.trim_end().to_owned()),
            false => Err(complaint),
        }
    }

    /// Whether its session was ended.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}

/// The lines before the last, and whether there was a last.
fn until_end(stream: &mut impl BufRead) -> (String, bool) {
    let mut text = String::new();
    loop {
        let start = text.len();
        match stream.read_line(&mut text).expect("UTF-8") {
            0 => return (text, false),
            _ if text[start..].trim_end() == END => {
                text.truncate(start);
                return (text, true);
            }
            _ => {}
        }
    }
}

impl Drop for Psql {
    fn drop(&mut self) {
        // it may have ended already
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

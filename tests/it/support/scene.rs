//! The complete outcome of a command: its exit code and all that it prints.

use std::sync::LazyLock;

use chrono::{TimeDelta, Utc};
use regex::Regex;
use serde_json::Value;
use snapbox::{Assert, IntoData, Redactions};
use worklock::error::ErrorKind;

use super::{Db, Folder, Outcome, bare_command};

/// A database and a folder, on which one command after the other is typed.
pub struct Scene {
    pub db: Db,
    pub folder: Folder,
}

impl Scene {
    pub fn on(db: Db) -> Self {
        Self {
            db,
            folder: Folder::new(),
        }
    }

    /// Types `wl LINE` as `login` and compares the whole outcome with a snapshot,
    /// which `SNAPSHOTS=overwrite cargo test --test it outcomes` writes.
    ///
    /// Words with blanks stand in quotes, and FOLDER is the scene's folder. The
    /// login OWNER owns the database; HOME has a private server of its own.
    #[track_caller]
    pub fn outcome(&self, login: &str, line: &str, expected: impl IntoData) {
        self.compare(&self.run(login, line), expected);
    }

    /// The same for a command that is refused, and for the kind of its error.
    #[track_caller]
    pub fn refusal(&self, login: &str, kind: ErrorKind, line: &str, expected: impl IntoData) {
        let object = self.run(login, &format!("--format json {line}")).stderr;
        let error: Value =
            serde_json::from_str(&object).unwrap_or_else(|error| panic!("{error}: {object}"));
        assert_eq!(error["kind"], kind.as_str(), "{error}");
        let outcome = self.run(login, line);
        assert_eq!(outcome.code, i32::from(kind.code()), "{outcome}");
        self.compare(&outcome, expected);
    }

    #[track_caller]
    fn compare(&self, outcome: &Outcome, expected: impl IntoData) {
        let text = outcome.to_string().replace(&self.folder_path(), "FOLDER");
        let text = text.replace(&self.db.name, "DATABASE");
        Assert::new()
            .action_env("SNAPSHOTS")
            .eq(MASKS.redact(&text), expected.raw());
    }

    fn run(&self, login: &str, line: &str) -> Outcome {
        let words = words(line);
        let words: Vec<String> = words
            .iter()
            .map(|word| word.replace("FOLDER", &self.folder_path()))
            .collect();
        let args: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut command = self.db.command(login, &args);
        match login {
            "OWNER" => command
                .env("DATABASE_URL", self.db.superuser_url())
                .env_remove("WL_USER"),
            "HOME" => {
                command = bare_command(&args);
                command
                    .env("WL_HOME", self.folder.path("home"))
                    .env("WL_USER", "ada")
            }
            _ => &mut command,
        };
        let outcome = Outcome::of(command.output().expect("wl runs"));
        Outcome {
            stderr: without_waiting(&outcome.stderr),
            ..outcome
        }
    }

    fn folder_path(&self) -> String {
        self.folder.path("").trim_end_matches('/').to_owned()
    }
}

/// A slow machine's `wl` says that it waits for the server; a timing decides no test.
pub fn without_waiting(text: &str) -> String {
    let waits = "Waiting for the private database server";
    let lines = text.split_inclusive('\n');
    lines.filter(|line| !line.starts_with(waits)).collect()
}

/// Words apart by blanks; what stands in quotes is one word.
fn words(line: &str) -> Vec<&str> {
    let parts = line.split('\'').enumerate();
    parts
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().collect(),
            _ => vec![part],
        })
        .collect()
}

/// What differs from run to run. Times that a test gives stay, for they are of other days.
static MASKS: LazyLock<Redactions> = LazyLock::new(|| {
    let today = Utc::now().date_naive();
    let days = [-1, 0, 1].map(|days| (today + TimeDelta::days(days)).to_string());
    let days = days.join("|");
    let mut masks = Redactions::new();
    for (mask, pattern) in [
        (
            "[TIME]",
            format!(
                r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?:{days})[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\+00:00)?(?:–\d\d:\d\d)?"
            ),
        ),
        (
            "[DATE]",
            format!("(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?:{days})"),
        ),
        ("[SECONDS]", r"\b0:00:(?<redacted>\d\d)\b".to_owned()),
        (
            "[SECONDS]",
            "\"elapsed_seconds\": (?<redacted>\\d+)".to_owned(),
        ),
        (
            "[VERSION]",
            r"PostgreSQL (?<redacted>\d[\w.]*(?: \([^)]+\))?)".to_owned(),
        ),
        (
            "[VERSION]",
            r"server_version +(?<redacted>\d[\w.]*)".to_owned(),
        ),
        ("[SIZE]", r"(?<redacted>\d+) MiB free".to_owned()),
        ("[HASH]", "[0-9a-f]{64}".to_owned()),
        (
            "[ID]",
            "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}".to_owned(),
        ),
    ] {
        let pattern = Regex::new(&pattern).expect("a pattern");
        masks.insert(mask, pattern).expect("a mask");
    }
    masks
});

//! The counts for node_exporter's textfile collector, and how old the seal, its
//! verification and the backup are.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Report;
use crate::error::{Error, ErrorKind, Result, io_reason};
use crate::file;

/// What the nightly jobs left behind. None: no file is named, so there is no metric.
#[derive(Debug, Default)]
pub struct Night {
    pub seal: Option<PathBuf>,
    /// The JSON that `wl audit verify` wrote.
    pub verification: Option<PathBuf>,
    pub backup: Option<PathBuf>,
}

/// The part of a verification's report that counts here.
#[derive(Deserialize)]
struct Verification {
    problem_count: i64,
}

/// A metric of one file.
struct Dated<'n> {
    name: &'static str,
    help: &'static str,
    file: &'n Option<PathBuf>,
}

impl Night {
    fn dated(&self) -> [Dated<'_>; 3] {
        [
            Dated {
                name: "worklock_seal_timestamp_seconds",
                help: "Time at which the latest seal was written, 0 if there is none.",
                file: &self.seal,
            },
            Dated {
                name: "worklock_verify_timestamp_seconds",
                help: "Time of the latest verification of the audit trail, 0 if there is none.",
                file: &self.verification,
            },
            Dated {
                name: "worklock_backup_timestamp_seconds",
                help: "Time at which the latest backup was written, 0 if there is none.",
                file: &self.backup,
            },
        ]
    }
}

/// Every series names its database, so that one machine can have the metrics of several.
pub fn metrics(report: &Report, database: &str, night: &Night) -> Result<String> {
    let mut text = String::new();
    let database = format!("database=\"{}\"", escaped(database));
    let mut gauge = |name: &str, help: &str, values: &mut dyn Iterator<Item = (String, i64)>| {
        text.push_str(&format!("# HELP {name} {help}\n# TYPE {name} gauge\n"));
        for (label, value) in values {
            text.push_str(&format!("{name}{{{database}{label}}} {value}\n"));
        }
    };
    let label = |kind: super::Kind| format!(",kind=\"{}\"", kind.as_str());
    let alone = |value: i64| std::iter::once((String::new(), value));
    let counts = || report.found.iter().map(|found| &found.count);
    gauge(
        "worklock_exceptions",
        "Exceptions to correct before billing.",
        &mut counts().map(|count| (label(count.kind), count.findings)),
    );
    gauge(
        "worklock_exceptions_oldest_age_seconds",
        "Age of the oldest exception of each kind, 0 if there is none.",
        &mut counts().map(|count| {
            let age = count
                .oldest
                .map_or(0, |oldest| (report.now - oldest).num_seconds());
            (label(count.kind), age)
        }),
    );
    gauge(
        "worklock_exceptions_timestamp_seconds",
        "Time at which the exceptions were read, by the database's clock.",
        &mut alone(report.now.timestamp()),
    );
    for Dated { name, help, file } in night.dated() {
        if let Some(file) = file {
            gauge(name, help, &mut alone(written(file)?.unwrap_or(0)));
        }
    }
    if let Some(problems) = problems(night.verification.as_deref())? {
        gauge(
            "worklock_verify_problems",
            "Problems that the latest verification of the audit trail found.",
            &mut alone(problems),
        );
    }
    Ok(text)
}

/// When a file was written, in seconds since 1970; None if it is not there.
fn written(path: &Path) -> Result<Option<i64>> {
    match path.metadata().and_then(|found| found.modified()) {
        Ok(time) => Ok(Some(
            chrono::DateTime::<chrono::Utc>::from(time).timestamp(),
        )),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(path, error)),
    }
}

fn problems(verification: Option<&Path>) -> Result<Option<i64>> {
    let Some(path) = verification.filter(|path| path.exists()) else {
        return Ok(None);
    };
    let text = file::open_regular(path)
        .and_then(std::io::read_to_string)
        .map_err(|error| unreadable(path, error))?;
    let report: Verification = serde_json::from_str(&text).map_err(|_| {
        let what = format!("{} is not the report of a verification", path.display());
        Error::data(what).hint("wl audit verify --format json writes one")
    })?;
    Ok(Some(report.problem_count))
}

fn unreadable(path: &Path, error: std::io::Error) -> Error {
    let what = format!("{} can't be read: {}", path.display(), io_reason(&error));
    Error::new(ErrorKind::NoInput, what).cause(error)
}

/// The value of a label:
/// <https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details>
fn escaped(value: &str) -> String {
    value
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_name_ends_no_label() {
        assert_eq!(escaped("a\"b\\c\nd"), "a\\\"b\\\\c\\nd");
    }
}

//! `wl bill verify`: which bill a file is a document of.

use std::io::{self, Read};
use std::path::Path;

use chrono::{DateTime, Utc};
use clap::Args;
use serde::Serialize;

use crate::cli::app::App;
use crate::cli::{Column, LAST_RESORT, Row, Style};
use crate::domain::document::{self, Registered};
use crate::error::{Error, ErrorKind, Result, io_reason};
use crate::file;
use crate::models::{BillState, DocumentKind, Role};
use crate::{text, time};

#[derive(Debug, Args)]
pub struct Verify {
    /// Files; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
}

/// What is known of a file; nothing but its hash, if it is no document that was registered.
#[derive(Serialize)]
struct VerifiedFile {
    file: String,
    sha256: String,
    bill: Option<i64>,
    kind: Option<DocumentKind>,
    made_at: Option<DateTime<Utc>>,
    made_by: Option<String>,
    bill_state: Option<BillState>,
    replaced_by: Option<i64>,
    /// Fonts of the machine that it was made on.
    fonts: Vec<String>,
    /// Whether the audit records of the document and its bill are in order.
    audit_verified: Option<bool>,
    #[serde(skip)]
    problems: Vec<String>,
}

impl Row for VerifiedFile {
    const FIELDS: &'static [&'static str] = &[
        "file",
        "sha256",
        "bill",
        "kind",
        "made_at",
        "made_by",
        "bill_state",
        "replaced_by",
        "fonts",
        "audit_verified",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::text("file", "File"),
        Column::left("document", "Document"),
        Column::left("made_at", "Made"),
        Column::left("made_by", "By").common().spare(LAST_RESORT),
        Column::left("state", "Bill"),
        Column::left("audit", "Audit trail"),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            "document" => Some(match (self.bill, self.kind) {
                (Some(bill), Some(kind)) => format!("{kind} of bill {bill}"),
                _ => "unknown".to_owned(),
            }),
            "made_at" => Some(
                self.made_at
                    .map_or_else(String::new, |at| time::show_second(at, style.zone)),
            ),
            "state" => Some(match (self.bill_state, self.replaced_by) {
                (Some(BillState::Replaced), Some(by)) => format!("replaced by bill {by}"),
                (Some(state), _) => state.to_string(),
                (None, _) => String::new(),
            }),
            "audit" => Some(match self.audit_verified {
                Some(true) => "verified".to_owned(),
                Some(false) => "damaged".to_owned(),
                None => String::new(),
            }),
            "fonts" => Some(self.fonts.join("; ")),
            _ => None,
        }
    }
}

pub fn run(app: &mut App, args: &Verify) -> Result<()> {
    let (mut names, mut hashes, mut unreadable) = (Vec::new(), Vec::new(), Vec::new());
    for name in &args.files {
        match hash_of(name) {
            Ok(hash) => {
                names.push(name);
                hashes.push(hash);
            }
            Err(error) => unreadable.push(error),
        }
    }
    if hashes.is_empty() {
        return failed(unreadable);
    }
    let files = app.read(|tx, _| {
        tx.require(
            &[Role::Admin, Role::Accountant, Role::Ops],
            "verify documents of bills",
        )?;
        let known = document::find(tx, &hashes)?;
        let mut files = Vec::new();
        for (file, sha256) in names.into_iter().zip(hashes) {
            let found = known.iter().find(|document| document.sha256 == sha256);
            let problems = found
                .map(|document| document::audit_problems(tx, document))
                .transpose()?;
            files.push(VerifiedFile::of(file.clone(), sha256, found, problems));
        }
        Ok(files)
    })?;
    app.rows(&files, "")?;
    let found = report(app, &files);
    failed(unreadable).and(found)
}

/// The files that can't be read are one error, after what is known of the others.
fn failed(mut unreadable: Vec<Error>) -> Result<()> {
    if unreadable.is_empty() {
        return Ok(());
    }
    let first = unreadable.remove(0);
    let others = unreadable.iter().map(|error| error.message.as_str());
    let messages: Vec<&str> = std::iter::once(first.message.as_str())
        .chain(others)
        .collect();
    let message = messages.join("; ");
    Err(Error { message, ..first })
}

/// Says what the table has no place for. It is a finding if a file is unknown.
fn report(app: &App, files: &[VerifiedFile]) -> Result<()> {
    for file in files {
        for problem in &file.problems {
            app.warn(format!("{}: {problem}", file.file));
        }
        if !file.fonts.is_empty() {
            app.say(format!(
                "{} has fonts of the machine that made it: {}.",
                file.file,
                file.fonts.join(", ")
            ));
        }
    }
    let unknown = files.iter().filter(|file| file.bill.is_none()).count();
    if unknown > 0 {
        app.say("Unknown: no bill has a document with exactly these bytes; a single changed byte is enough.");
    }
    if unknown < files.len() {
        app.say(
            "Of the audit trail, the records of each document and its bill were verified; \
             wl audit verify verifies all of it.",
        );
    }
    let damaged = files
        .iter()
        .filter(|file| file.audit_verified == Some(false))
        .count();
    match (unknown, damaged) {
        (0, 0) => Ok(()),
        (0, damaged) => Err(Error::new(
            ErrorKind::Findings,
            format!(
                "{}, with damaged audit records",
                text::counted(damaged, "document", "documents")
            ),
        )),
        (unknown, _) => Err(Error::new(
            ErrorKind::Findings,
            format!("{} unknown", text::counted(unknown, "file", "files")),
        )),
    }
}

impl VerifiedFile {
    fn of(
        file: String,
        sha256: String,
        found: Option<&Registered>,
        problems: Option<Vec<String>>,
    ) -> Self {
        Self {
            file,
            sha256,
            bill: found.map(|document| document.bill),
            kind: found.map(|document| document.kind),
            made_at: found.map(|document| document.made_at),
            made_by: found.map(|document| document.made_by.clone()),
            bill_state: found.map(|document| document.bill_state),
            replaced_by: found.and_then(|document| document.replaced_by),
            fonts: found.map_or_else(Vec::new, |document| document.fonts.clone()),
            audit_verified: problems.as_ref().map(Vec::is_empty),
            problems: problems.unwrap_or_default(),
        }
    }
}

/// The hash of a file of any size, read once from its beginning to its end.
fn hash_of(name: &str) -> Result<String> {
    let cannot = |error: io::Error| {
        Error::new(
            ErrorKind::NoInput,
            format!("{name} can't be read: {}", io_reason(&error)),
        )
        .cause(error)
    };
    let mut input: Box<dyn Read> = match name {
        "-" => Box::new(io::stdin()),
        name => {
            let path = Path::new(name);
            let file = file::open_regular(path).map_err(cannot)?;
            if file.metadata().map_err(cannot)?.is_dir() {
                return Err(
                    Error::new(ErrorKind::NoInput, format!("{name} is a folder")).hint(format!(
                        "name the files in it, such as {}/*",
                        text::shell_word(name)
                    )),
                );
            }
            Box::new(file)
        }
    };
    let (hash, length) = file::hash(&mut input).map_err(cannot)?;
    if length == 0 {
        return Err(Error::data(format!("{name} is empty"))
            .hint("it was cut off when it was copied; name the file that wl wrote"));
    }
    Ok(hash)
}

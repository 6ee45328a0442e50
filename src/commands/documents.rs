//! Writes documents of bills. Each is registered by its hash before its file appears, or
//! before its first byte goes to standard output.

use std::fs::File;
use std::io::{self, Seek, Write};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use crate::cli::app::App;
use crate::cli::{Interrupt, Stoppable, stdout};
use crate::domain::{
    self,
    document::{self, NewDocument},
};
use crate::error::{Error, ErrorKind, Result, Saved, io_reason};
use crate::export::csv::write_error;
use crate::export::format::{self, Format};
use crate::export::pdf::Renderer;
use crate::export::side_file::{HashedOutput, Written};
use crate::export::{self, CheckedSelection, batch, bill};
use crate::file::{self, Output};
use crate::ledger::Tx;
use crate::text;

/// So many documents are made from one snapshot and registered in one transaction.
const AT_ONCE: usize = 50;

/// Bills by their numbers: `17`, or `17..20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bills {
    pub first: i64,
    pub last: i64,
}

/// Where documents go.
#[derive(Debug, Clone, Copy)]
pub enum Destination<'a> {
    Folder(&'a Path),
    File(&'a Path),
    StandardOutput,
}

/// What was written.
#[derive(Debug, Default)]
pub struct WrittenDocuments {
    pub files: usize,
    pub entries: i64,
    pub seconds: i64,
    /// How many of them were not registered before.
    pub new: usize,
    /// How many of these could not be registered.
    pub unregistered: usize,
    warnings: Vec<String>,
}

/// A document that is made, and waits for its registration.
struct Made {
    document: NewDocument,
    written: Written,
    target: Target,
    is_known: bool,
}

enum Target {
    /// The file is there already, with the same bytes.
    Same,
    File(Output),
    StandardOutput(File),
}

impl std::str::FromStr for Bills {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let bills = first.parse().ok().zip(last.parse().ok());
        match bills {
            Some((first, last)) if 1 <= first && first <= last => Ok(Self { first, last }),
            _ => Err(Error::usage(format!(
                "\"{}\" is no number of a bill",
                text::short(text, 40)
            ))
            .hint("give a number such as 17, or several such as 17..20")),
        }
    }
}

impl std::fmt::Display for Bills {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.first == self.last {
            true => write!(f, "{}", self.first),
            false => write!(f, "{}..{}", self.first, self.last),
        }
    }
}

impl Bills {
    fn numbers(self) -> RangeInclusive<i64> {
        self.first..=self.last
    }

    /// `bill 17`, or `bills 17 to 20`
    pub fn words(self) -> String {
        match self.first == self.last {
            true => format!("bill {}", self.first),
            false => format!("bills {} to {}", self.first, self.last),
        }
    }
}

/// The name of a document: `bill-00017.pdf`.
pub fn name(bill: i64, extension: &str) -> String {
    format!("bill-{bill:05}.{extension}")
}

/// Refuses a folder in which no file can be written.
pub fn check_folder(dir: &Path) -> Result<()> {
    batch::make_folder(dir)?;
    tempfile::tempfile_in(dir).map(drop).map_err(|error| {
        Error::new(
            ErrorKind::CannotCreate,
            format!(
                "{} can't be written to: {}",
                dir.display(),
                io_reason(&error)
            ),
        )
        .cause(error)
    })
}

/// Writes the documents of bills in one format. A file that has other bytes is replaced
/// only with `force`.
pub fn write(
    app: &mut App,
    bills: Bills,
    format: Format<'_>,
    to: Destination<'_>,
    force: bool,
    interrupt: &Interrupt,
) -> Result<WrittenDocuments> {
    let mut maker = Maker {
        format,
        to,
        force,
        interrupt,
        renderer: None,
    };
    if bills.first != bills.last {
        // all of them, before the first document is written
        app.read(|tx, _| domain::bill::find(tx, bills.last).map(drop))?;
    }
    let progress = app.progress("documents");
    let numbers: Vec<i64> = bills.numbers().collect();
    let mut done = WrittenDocuments::default();
    for some in numbers.chunks(AT_ONCE) {
        let made = app.read(|tx, _| {
            let make = |bill: &i64| {
                let made = maker.make(tx, *bill);
                made.map_err(|error| interrupt.check().err().unwrap_or(error))
            };
            let mut made: Vec<Made> = some.iter().map(make).collect::<Result<_>>()?;
            find_known(tx, &mut made)?;
            Ok((made, document::is_standby(tx)?))
        });
        let (made, is_standby) = made.map_err(|error| done.after_some(error))?;
        register(app, &made, is_standby).map_err(|error| done.after_some(error))?;
        // what failed then is only the output
        let is_registered = !is_standby && made.iter().any(|one| !one.is_known);
        for one in made {
            let before = done.files;
            let placed = interrupt.check().and_then(|()| {
                done.add(app, &one, is_standby);
                one.place()
            });
            placed.map_err(|error| match (is_registered, before) {
                (true, _) => error.saved(Saved::Everything),
                (false, 0) => error,
                (false, _) => error.saved(Saved::Some),
            })?;
            progress.step(done.files, numbers.len());
        }
    }
    progress.end();
    Ok(done)
}

/// Makes documents, under no name yet.
struct Maker<'a> {
    format: Format<'a>,
    to: Destination<'a>,
    force: bool,
    interrupt: &'a Interrupt,
    /// Made by the first PDF.
    renderer: Option<Renderer>,
}

impl Maker<'_> {
    fn make(&mut self, tx: &mut Tx<'_>, number: i64) -> Result<Made> {
        self.interrupt.check()?;
        let Some(checked) = bill::lines(tx, number)? else {
            return Err(no_bill(tx, number));
        };
        let (written, sha256, target) = match self.to {
            Destination::StandardOutput => self.write_spool(tx, &checked)?,
            Destination::File(path) => self.write_file(tx, &checked, path)?,
            Destination::Folder(dir) => {
                let path = dir.join(name(number, self.format.extension()));
                self.write_file(tx, &checked, &path)?
            }
        };
        let fonts = written.fonts.iter();
        let document = NewDocument {
            sha256,
            bill_id: number,
            kind: self.format.kind(),
            options: self.format.options(),
            fonts: fonts
                .map(|font| format!("{} {}", font.name, font.sha256))
                .collect(),
        };
        Ok(Made {
            document,
            written,
            target,
            is_known: false,
        })
    }

    fn contents(
        &mut self,
        tx: &mut Tx<'_>,
        checked: &CheckedSelection,
        spool: &Path,
        out: impl Write,
    ) -> Result<Written> {
        let out = Stoppable(out, self.interrupt);
        let Format::Pdf(options) = self.format else {
            return self.format.write(tx, checked, spool, out);
        };
        let document = export::document(tx, checked, options)?;
        let renderer = match &mut self.renderer {
            Some(renderer) => renderer,
            none => none.insert(Renderer::new()?),
        };
        format::write_document(renderer, &document, out)
    }

    fn write_file(
        &mut self,
        tx: &mut Tx<'_>,
        checked: &CheckedSelection,
        path: &Path,
    ) -> Result<(Written, String, Target)> {
        // whether a file that is there may be replaced depends on its bytes
        let is_there = path.symlink_metadata().is_ok();
        let mut output = HashedOutput::create(path, is_there)?;
        let spool = match output.is_device() {
            true => std::env::temp_dir(),
            false => file::folder_of(path).to_owned(),
        };
        let written = self.contents(tx, checked, &spool, &mut output)?;
        let (output, sha256) = output.synced()?;
        let target = match file::has_bytes(path, &sha256)? {
            Some(true) => Target::Same,
            Some(false) if !self.force => {
                return Err(Error::new(
                    ErrorKind::CannotCreate,
                    format!(
                        "{} can't be written: it already exists, with other bytes",
                        path.display()
                    ),
                )
                .hint("--force replaces it"));
            }
            _ => Target::File(output),
        };
        Ok((written, sha256, target))
    }

    /// Standard output has to wait until the document is registered.
    fn write_spool(
        &mut self,
        tx: &mut Tx<'_>,
        checked: &CheckedSelection,
    ) -> Result<(Written, String, Target)> {
        let folder = std::env::temp_dir();
        let mut spool = tempfile::tempfile_in(&folder).map_err(write_error)?;
        let written = self.contents(tx, checked, &folder, &mut spool)?;
        let sha256 = spool
            .rewind()
            .and_then(|()| file::hash(&mut spool))
            .and_then(|(hash, _)| spool.rewind().map(|()| hash))
            .map_err(write_error)?;
        Ok((written, sha256, Target::StandardOutput(spool)))
    }
}

/// That there is none, with the nearest number.
fn no_bill(tx: &mut Tx<'_>, number: i64) -> Error {
    let found = domain::bill::find(tx, number);
    found
        .err()
        .unwrap_or_else(|| Error::bug("a bill can't be read"))
}

fn find_known(tx: &mut Tx<'_>, made: &mut [Made]) -> Result<()> {
    let hashes: Vec<String> = made.iter().map(|one| one.document.sha256.clone()).collect();
    let known = document::find(tx, &hashes)?;
    for one in made {
        let new = &one.document;
        let Some(found) = known.iter().find(|found| found.sha256 == new.sha256) else {
            continue;
        };
        if (found.bill, found.kind) != (new.bill_id, new.kind) {
            return Err(document::taken(tx, found));
        }
        one.is_known = true;
    }
    Ok(())
}

fn register(app: &mut App, made: &[Made], is_standby: bool) -> Result<()> {
    let new = made.iter().filter(|one| !one.is_known);
    let new: Vec<NewDocument> = new.map(|one| one.document.clone()).collect();
    if new.is_empty() {
        return Ok(());
    }
    if is_standby {
        app.warn(
            "unregistered: this server is a standby, so wl bill verify will not know the document; \
             export it from the primary server",
        );
        return Ok(());
    }
    app.write_apart(|tx, _| document::register(tx, &new))
}

impl Made {
    /// Gives the document its name, or sends it.
    fn place(self) -> Result<()> {
        match self.target {
            Target::Same => Ok(()),
            Target::File(output) => {
                let path = output.path().to_owned();
                output.commit().or_else(|error| {
                    // another process may have written the same document meanwhile
                    match file::has_bytes(&path, &self.document.sha256) {
                        Ok(Some(true)) => Ok(()),
                        _ => Err(error),
                    }
                })
            }
            Target::StandardOutput(mut spool) => {
                let mut out = stdout();
                io::copy(&mut spool, &mut out)
                    .and_then(|_| out.flush())
                    .map_err(write_error)
            }
        }
    }
}

impl WrittenDocuments {
    /// An error that leaves the documents before it.
    fn after_some(&self, error: Error) -> Error {
        match self.files {
            0 => error,
            _ => error.saved(Saved::Some),
        }
    }

    fn add(&mut self, app: &App, made: &Made, is_standby: bool) {
        for warning in &made.written.warnings {
            // often the same of many documents
            if !self.warnings.contains(warning) {
                app.warn(warning);
                self.warnings.push(warning.clone());
            }
        }
        self.files += 1;
        self.entries += made.written.totals.entries;
        self.seconds += made.written.totals.seconds;
        self.new += usize::from(!made.is_known);
        self.unregistered += usize::from(!made.is_known && is_standby);
    }
}

/// Documents that follow a commit of their bills.
pub struct AfterBilling<'a> {
    pub bills: Bills,
    pub dir: &'a Path,
    pub formats: Vec<Format<'a>>,
}

impl AfterBilling<'_> {
    /// Writes all of them. An error says that the bills are made, and how to write their
    /// documents again.
    pub fn write(&self, app: &mut App, interrupt: &Interrupt) -> Result<WrittenDocuments> {
        let mut all = WrittenDocuments::default();
        for format in &self.formats {
            let to = Destination::Folder(self.dir);
            let written = write(app, self.bills, *format, to, false, interrupt)
                .map_err(|error| self.after_commit(error))?;
            all.files += written.files;
            all.new += written.new;
        }
        Ok(all)
    }

    fn after_commit(&self, error: Error) -> Error {
        let dir = self.dir.to_string_lossy();
        let command = |format: &Format<'_>| {
            format!(
                "wl export {} --bill {} --dir {}",
                format.extension(),
                self.bills,
                text::shell_word(&dir)
            )
        };
        let commands: Vec<String> = self.formats.iter().map(command).collect();
        let force = match error.kind {
            ErrorKind::CannotCreate => " (--force replaces a file)",
            _ => "",
        };
        Error {
            message: format!(
                "{}, before all documents of {} were written",
                error.message,
                self.bills.words()
            ),
            saved: Saved::Everything,
            hint: Some(format!(
                "write them again with: {}{force}",
                commands.join("; ")
            )),
            ..error
        }
    }
}

/// The default path of a document of one bill.
pub fn default_path(bill: i64, format: Format<'_>) -> PathBuf {
    match format {
        Format::Csv(..) => PathBuf::from("-"),
        _ => PathBuf::from(name(bill, format.extension())),
    }
}

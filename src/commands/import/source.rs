//! The file to import, and how it is read: options that both imports have.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::commands::DELIMITER;
use crate::error::{Error, ErrorKind, Result, io_reason};
use crate::file;
use crate::intake::{self, ReadOptions, Replace, Wanted};

#[derive(Debug, Args)]
pub struct Source {
    /// CSV file with a header; - reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Column of a target, such as number=case_id
    ///
    /// Can be repeated. A column with the target's name needs none. start_ts=DATE+TIME joins two
    /// columns.
    #[arg(long = "map", value_name = "TARGET=COLUMN")]
    map: Vec<String>,
    /// Order number of all rows
    #[arg(long, value_name = "NUMBER", hide_short_help = true)]
    number: Option<String>,
    /// Replace text in order numbers, such as /=- for each slash; can be repeated
    #[arg(long, value_name = "OLD=NEW", hide_short_help = true)]
    number_replace: Vec<String>,
    /// Line item of all rows
    #[arg(long, value_name = "LINE", hide_short_help = true)]
    line: Option<String>,
    /// Character between columns, or the word tab
    ///
    /// By default a comma, or that of a first line such as sep=;
    #[arg(long, value_name = "CHAR", hide_short_help = true)]
    delimiter: Option<String>,
    /// Whether quotes enclose cells; none reads them as ordinary characters
    #[arg(long, value_enum, default_value_t = Quote::Double, value_name = "QUOTE", hide_short_help = true)]
    quote: Quote,
    /// Encoding of a file that is not UTF-8
    ///
    /// And has no byte order mark.
    #[arg(long, value_enum, value_name = "NAME", hide_short_help = true)]
    encoding: Option<Encoding>,
    /// Import the valid rows, write the others here
    ///
    /// Each with the rule that refused it. The same command imports that file when it is
    /// corrected.
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// Replace the file of rejects if it exists
    #[arg(long)]
    pub force: bool,
    /// Show what would be imported, change nothing
    #[arg(short = 'n', long)]
    pub dry_run: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Quote {
    Double,
    None,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Encoding {
    #[value(name = "utf-8")]
    Utf8,
    #[value(name = "windows-1252", alias = "latin1")]
    Windows1252,
    #[value(name = "utf-16le")]
    Utf16le,
    #[value(name = "utf-16be")]
    Utf16be,
}

impl Source {
    /// What the options say of the columns.
    pub fn wanted<'a>(
        &'a self,
        targets: &'static [&'static str],
        named: &'static [&'static str],
        more: (&'static str, Option<&'a str>),
    ) -> Result<Wanted<'a>> {
        let number = ("number", self.number.as_deref());
        let line = ("line", self.line.as_deref());
        Ok(Wanted {
            maps: &self.map,
            constants: vec![number, line, more],
            targets,
            named,
            replace: self.replacements()?,
        })
    }

    pub fn options(&self) -> Result<ReadOptions> {
        let delimiter = match self.delimiter.as_deref() {
            None => None,
            Some("\\t" | "tab") => Some(b'\t'),
            Some(given) => match given.as_bytes() {
                [one] if !matches!(one, b'"' | b'\n' | b'\r') => Some(*one),
                _ => return Err(Error::usage(DELIMITER)),
            },
        };
        Ok(ReadOptions {
            delimiter,
            quotes: self.quote == Quote::Double,
            encoding: self.encoding.map(|encoding| match encoding {
                Encoding::Utf8 => intake::Encoding::Utf8,
                Encoding::Windows1252 => intake::Encoding::Windows1252,
                Encoding::Utf16le => intake::Encoding::Utf16le,
                Encoding::Utf16be => intake::Encoding::Utf16be,
            }),
        })
    }

    /// The rejected rows must not take the place of the others.
    pub fn check_rejects(&self) -> Result<()> {
        let from = match self.file.as_os_str() == "-" {
            true => Path::new("/dev/stdin"),
            false => &self.file,
        };
        match &self.rejects {
            Some(path) if file::is_same(path, from) => Err(Error::new(
                ErrorKind::CannotCreate,
                format!(
                    "{} can't be written: it is the file to import",
                    path.display()
                ),
            )
            .hint("name another file for the rejected rows")),
            _ => Ok(()),
        }
    }

    /// The old text ends at the first equals sign that is not its first character.
    fn replacements(&self) -> Result<Vec<Replace>> {
        let replacement = |given: &String| {
            let after_first = given.chars().next().map_or(0, char::len_utf8);
            let (from, to) = given[after_first..].split_once('=').ok_or_else(|| {
                Error::usage(format!("--number-replace {given} is not OLD=NEW"))
                    .hint("such as --number-replace /=- for each slash")
            })?;
            Ok(Replace {
                from: format!("{}{from}", &given[..after_first]),
                to: to.to_owned(),
            })
        };
        self.number_replace.iter().map(replacement).collect()
    }
}

/// A file with its name for messages.
pub fn open(path: &Path) -> Result<(String, Box<dyn Read>)> {
    if path.as_os_str() == "-" {
        return Ok(("standard input".to_owned(), Box::new(std::io::stdin())));
    }
    let missing = |error: std::io::Error| {
        let why = io_reason(&error);
        let message = format!("{} can't be read: {why}", path.display());
        Error::new(ErrorKind::NoInput, message).cause(error)
    };
    // also a pipe, such as <(unzip -p export.zip times.csv)
    let file = File::open(path).map_err(missing)?;
    if file.metadata().map_err(missing)?.is_dir() {
        return Err(Error::new(
            ErrorKind::NoInput,
            format!("{} is a directory", path.display()),
        ));
    }
    let name = match path.file_name() {
        Some(_) => file::name_of(path),
        None => path.display().to_string(),
    };
    Ok((name, Box::new(file)))
}

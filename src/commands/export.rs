//! `wl export`: approved time for accounting.

mod changed;

use std::env;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::complete;
use super::documents::{self, Bills, Destination};
use super::period::{PeriodArgs, say_crossing};
use crate::cli::app::App;
use crate::cli::{Interrupt, Stoppable, stdout};
use crate::error::{Error, Result, Saved};
use crate::export::batch::{self, Batch, BatchTotals};
use crate::export::csv::Options;
use crate::export::format::Format;
use crate::export::model::{DocumentOptions, Paper};
use crate::export::side_file::{self, HashedOutput, Written};
use crate::export::table::{RowsBy, Table};
use crate::export::{self, CheckedSelection, Selection};
use crate::file::{self, Output};
use crate::hours;
use crate::ledger::Tx;
use crate::models::OrderStatus;
use crate::rows;
use crate::text;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub struct Export {
    #[command(subcommand)]
    command: Option<Command>,
    /// List what has changed in what was handed over: a side file or a manifest, or for
    /// everything a seal file or the 64 digits of a seal
    #[arg(long, value_name = "FILE|SEAL")]
    changed_since: Option<String>,
    /// Exit with 3 if anything has changed
    #[arg(long, requires = "changed_since")]
    exit_code: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Export a table as text, for accounting systems and scripts
    Csv(Csv),
    /// Export a spreadsheet: the rows on one sheet, totals on another
    Xlsx(Xlsx),
    /// Export a document to file or send
    Pdf(Pdf),
}

#[derive(Debug, Args)]
pub struct SelectionArgs {
    /// Work orders
    #[arg(value_name = "ORDER", add = complete::orders())]
    orders: Vec<String>,
    /// All orders with this status
    #[arg(long, value_enum, value_name = "STATUS")]
    status: Option<OrderStatus>,
    /// All orders of this customer
    ///
    /// The full name, ignoring case.
    #[arg(long, value_name = "NAME", add = complete::customers())]
    customer: Option<String>,
    #[command(flatten)]
    period: PeriodArgs,
    /// Document of this bill, or with --dir of 17..20
    ///
    /// Made of the lines as they were billed, and registered for wl bill verify.
    #[arg(long, value_name = "N", conflicts_with_all = BILLED)]
    bill: Option<Bills>,
    /// File to write; - is standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Write a file for each order, and a manifest
    ///
    /// Into this folder; after an interruption, the same command continues.
    #[arg(long, value_name = "DIR", conflicts_with = "output")]
    dir: Option<PathBuf>,
    /// Export a draft that also has unapproved time
    ///
    /// It is marked as such.
    #[arg(long)]
    include_unapproved: bool,
    /// Replace existing files
    #[arg(long)]
    force: bool,
}

/// What selects other time than that of a bill.
const BILLED: [&str; 7] = [
    "orders",
    "status",
    "customer",
    "period",
    "from",
    "to",
    "include_unapproved",
];

/// What the rows and columns of a table are.
#[derive(Debug, Args)]
pub struct TableArgs {
    /// A row for each line, technician or day
    ///
    /// Instead of each entry; approved and open time have rows of their own.
    #[arg(long, value_enum, value_name = "GROUP")]
    by: Option<RowsBy>,
    /// Only these, such as work_order,user,hours
    ///
    /// In this order.
    #[arg(long, value_name = "LIST")]
    columns: Option<String>,
}

#[derive(Debug, Args)]
pub struct Csv {
    #[command(flatten)]
    selection: SelectionArgs,
    #[command(flatten)]
    table: TableArgs,
    /// Character between columns [default: , or with --decimal , ;]
    #[arg(long, value_name = "CHAR", hide_short_help = true)]
    delimiter: Option<String>,
    /// Before the decimals of hours: . or ,
    #[arg(long, value_name = "CHAR", default_value = ".")]
    decimal: String,
    /// Write line breaks in notes and other texts as " / "
    #[arg(long, hide_short_help = true)]
    one_line_notes: bool,
    /// Add a last line with the sums
    ///
    /// And one for the rounding difference if there is any.
    #[arg(long, hide_short_help = true)]
    totals: bool,
}

#[derive(Debug, Args)]
pub struct Xlsx {
    #[command(flatten)]
    selection: SelectionArgs,
    #[command(flatten)]
    table: TableArgs,
}

#[derive(Debug, Args)]
pub struct Pdf {
    #[command(flatten)]
    selection: SelectionArgs,
    /// Leave out notes, names or times
    #[arg(long, value_enum, value_name = "LIST", value_delimiter = ',')]
    hide: Vec<Hidden>,
    /// A line to sign on, with this text under it
    ///
    /// Can be repeated.
    #[arg(long = "signature", value_name = "TEXT")]
    signatures: Vec<String>,
    /// Size of the paper: a4 or letter
    #[arg(long, value_enum, value_name = "SIZE", default_value = "a4")]
    paper: Paper,
}

/// What a document can leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Hidden {
    /// Notes of the entries
    Notes,
    /// Names of the people who worked and approved
    Names,
    /// Times of day
    Times,
}

impl Pdf {
    fn options(&self) -> Result<DocumentOptions> {
        let fits = |text: &String| !text.trim().is_empty() && text.chars().count() <= LABEL;
        if self.signatures.len() > SIGNATURES || !self.signatures.iter().all(fits) {
            return Err(Error::usage(format!(
                "a document has at most {SIGNATURES} lines to sign on, each with a text of 1 to {LABEL} characters"
            )));
        }
        Ok(DocumentOptions {
            paper: self.paper,
            hide_notes: self.hide.contains(&Hidden::Notes),
            hide_names: self.hide.contains(&Hidden::Names),
            hide_times: self.hide.contains(&Hidden::Times),
            signatures: self.signatures.clone(),
        })
    }
}

/// So many lines to sign on have room side by side, with texts of so many characters.
const SIGNATURES: usize = 4;
const LABEL: usize = 60;

pub fn run(app: &mut App, args: Export) -> Result<()> {
    match (args.command, args.changed_since) {
        (Some(command), _) => export(app, command),
        (None, Some(since)) => changed::run(app, &since, args.exit_code),
        (None, None) => Err(Error::usage("nothing is selected for export")
            .hint("wl export csv ORDER, or xlsx or pdf, or wl export --changed-since SEAL")),
    }
}

fn export(app: &mut App, command: Command) -> Result<()> {
    let (table, options);
    let (args, format) = match command {
        Command::Csv(csv) => {
            table = csv.table.checked(&csv.selection)?;
            let options = csv_options(&csv)?;
            (csv.selection, Format::Csv(&table, options))
        }
        Command::Xlsx(xlsx) => {
            table = xlsx.table.checked(&xlsx.selection)?;
            (xlsx.selection, Format::Xlsx(&table))
        }
        Command::Pdf(pdf) => {
            options = pdf.options()?;
            (pdf.selection, Format::Pdf(&options))
        }
    };
    if let Some(bills) = args.bill {
        return documents_of(app, bills, format, &args);
    }
    let selected = !args.orders.is_empty()
        || args.status.is_some()
        || args.customer.is_some()
        || args.period.is_given();
    if !selected {
        return Err(Error::usage("nothing is selected for export")
            .hint("give order numbers, --bill N, --status ready_to_bill, --customer NAME or -p last-month"));
    }
    match &args.dir {
        Some(dir) => batch(app, format, &args, dir),
        None => single(app, format, &args),
    }
}

/// Documents of bills.
fn documents_of(
    app: &mut App,
    bills: Bills,
    format: Format<'_>,
    args: &SelectionArgs,
) -> Result<()> {
    let path = match &args.output {
        Some(path) => path.clone(),
        None => documents::default_path(bills.first, format),
    };
    let (to, place) = match &args.dir {
        Some(dir) => (Destination::Folder(dir), dir.display().to_string()),
        None if bills.first != bills.last => {
            return Err(
                Error::usage("several documents need a folder").hint(format!(
                    "wl export {} --bill {bills} --dir DIR",
                    format.extension()
                )),
            );
        }
        None if path.as_os_str() == "-" => {
            (Destination::StandardOutput, "standard output".to_owned())
        }
        None => (Destination::File(&path), path.display().to_string()),
    };
    let interrupt = Interrupt::hold()?;
    if let Destination::Folder(dir) = to {
        batch::make_folder(dir)?;
    }
    let done = documents::write(app, bills, format, to, args.force, &interrupt)?;
    app.say(format!(
        "Exported {} to {place}: {} of {}{}.",
        amount(done.entries, done.seconds),
        text::counted(done.files, "document", "documents"),
        bills.words(),
        match (done.new, done.unregistered) {
            (0, _) => ", registered before",
            (_, 0) => "",
            _ => ", unregistered",
        }
    ));
    Ok(())
}

impl TableArgs {
    fn checked(&self, selection: &SelectionArgs) -> Result<Table> {
        Table::new(self.columns.as_deref(), self.by, selection.bill.is_some())
    }
}

fn csv_options(args: &Csv) -> Result<Options> {
    let decimal = match &*args.decimal {
        "." => '.',
        "," => ',',
        _ => return Err(Error::usage("--decimal is . or ,")),
    };
    let delimiter = match args.delimiter.as_deref().map(str::as_bytes) {
        None if decimal == ',' => b';',
        None => b',',
        Some(b"tab") => b'\t',
        Some([one]) if one.is_ascii() && !matches!(one, b'"' | b'\n' | b'\r') => *one,
        Some(_) => return Err(Error::usage(super::DELIMITER)),
    };
    Ok(Options {
        delimiter,
        decimal,
        one_line: args.one_line_notes,
        totals: args.totals,
    })
}

/// Checks the options.
fn select(tx: &mut Tx<'_>, args: &SelectionArgs) -> Result<CheckedSelection> {
    let zone = tx.settings.time_zone()?;
    let days = args.period.days(tx.now, zone)?;
    let selection = Selection {
        orders: args.orders.clone(),
        order_status: args.status,
        customer: args.customer.clone(),
        from: days.start(zone),
        to: days.end(zone),
        // the days themselves: "yesterday" is another day tomorrow
        period: (!days.is_all()).then(|| days.to_string()),
        days,
        include_unapproved: args.include_unapproved,
    };
    export::check(tx, selection)
}

fn single(app: &mut App, format: Format<'_>, args: &SelectionArgs) -> Result<()> {
    let path = match &args.output {
        Some(path) => path.clone(),
        None => default_output(format, args),
    };
    let (mut crossing, mut from) = (Vec::new(), None);
    let mut select = |tx: &mut Tx<'_>| -> Result<CheckedSelection> {
        let checked = select(tx, args)?;
        (crossing, from) = (rows::crossing(tx, &checked.filter)?, checked.filter.from);
        Ok(checked)
    };
    let done = if path.as_os_str() == "-" {
        app.read(|tx, _| {
            let checked = select(tx)?;
            to_standard_output(tx, &checked, format)
        })
    } else {
        let interrupt = Interrupt::hold()?;
        app.read(|tx, _| {
            let checked = select(tx)?;
            to_file(tx, &checked, format, &path, args.force, &interrupt)
        })
    }?;
    say_crossing(app, &crossing, from);
    for warning in &done.written.warnings {
        app.warn(warning);
    }
    let draft = match done.draft && !done.own_record {
        true => ", a DRAFT with unapproved time",
        false => "",
    };
    let seal = match &done.seal {
        Some(seal) => format!(", seal {seal}"),
        None if done.own_record => ", your own record: not registered, without a seal".to_owned(),
        None => String::new(),
    };
    app.say(format!(
        "Exported {} to {}{draft}{seal}.",
        amount(done.written.totals.entries, done.written.totals.seconds),
        done.name,
    ));
    Ok(())
}

fn batch(app: &mut App, format: Format<'_>, args: &SelectionArgs, dir: &Path) -> Result<()> {
    let interrupt = Interrupt::hold()?;
    let progress = app.progress("files");
    let mut warnings = Vec::new();
    let mut draft = false;
    let (mut crossing, mut from) = (Vec::new(), None);
    let done = app.read(|tx, _| {
        let mut checked = select(tx, args)?;
        batch::sealed(&checked)?;
        batch::make_folder(dir)?;
        (crossing, from) = (rows::crossing(tx, &checked.filter)?, checked.filter.from);
        draft = checked.draft;
        let batch = Batch {
            dir,
            format,
            request: format!("{format:?} {:?}", checked.selection),
            force: args.force,
        };
        let check = || interrupt.check();
        batch::run(
            tx,
            &mut checked,
            &batch,
            &mut warnings,
            &check,
            |files, count| {
                progress.step(files, count);
                match files < count {
                    true => interrupt.check(),
                    false => Ok(()),
                }
            },
        )
    });
    progress.end();
    for warning in &warnings {
        app.warn(warning);
    }
    let done = done?;
    say_crossing(app, &crossing, from);
    if done.files == 0 {
        app.say("Nothing to export.");
        return Ok(());
    }
    say_batch(app, &done, draft);
    Ok(())
}

fn say_batch(app: &App, done: &BatchTotals, draft: bool) {
    if done.began_again {
        app.say("The data has changed since the earlier run, so all files were written again.");
    }
    let kept = match done.kept {
        0 => String::new(),
        kept => format!(" ({kept} from an earlier run)"),
    };
    let draft = match draft {
        true => ", including DRAFTS with unapproved time",
        false => "",
    };
    app.say(format!(
        "Exported {} to {}{kept}{draft}, listed in {}.",
        amount(done.entries, done.seconds),
        text::counted(done.files, "file", "files"),
        done.manifest.display(),
    ));
}

fn amount(entries: i64, seconds: i64) -> String {
    format!(
        "{}, {} h ({})",
        text::counted(entries, "entry", "entries"),
        hours::decimal(seconds),
        text::counted(seconds, "second", "seconds")
    )
}

/// A file that was written.
struct WrittenExport {
    name: String,
    /// The seal, where no side file has it.
    seal: Option<String>,
    own_record: bool,
    written: Written,
    draft: bool,
}

/// The default name of a single file.
fn default_output(format: Format<'_>, args: &SelectionArgs) -> PathBuf {
    match (format, args.orders.as_slice()) {
        (Format::Csv(..), _) => PathBuf::from("-"),
        (_, [order]) => PathBuf::from(file::name_for(order, format.extension())),
        _ => PathBuf::from(format!("worklock.{}", format.extension())),
    }
}

fn to_standard_output(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    format: Format<'_>,
) -> Result<WrittenExport> {
    let out = BufWriter::with_capacity(1 << 16, stdout());
    let written = format.write(tx, checked, &env::temp_dir(), out)?;
    Ok(WrittenExport {
        name: "standard output".to_owned(),
        seal: checked.seal().map(|seal| seal.seal.clone()),
        own_record: checked.is_own_record(),
        written,
        draft: checked.draft,
    })
}

fn to_file(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
    format: Format<'_>,
    path: &Path,
    force: bool,
    interrupt: &Interrupt,
) -> Result<WrittenExport> {
    let mut output = HashedOutput::create(path, force)?;
    let spool = match output.is_device() {
        true => env::temp_dir(),
        false => file::folder_of(path).to_owned(),
    };
    let written = format
        .write(tx, checked, &spool, Stoppable(&mut output, interrupt))
        .map_err(|error| interrupt.check().err().unwrap_or(error))?;
    let (output, sha256) = output.synced()?;
    let side = side_file::prepare(path, &sha256, checked, format.columns(), &written, force)?;
    // the side file has the hash of the file: if the second step fails, the two differ
    output.commit()?;
    side.map_or(Ok(()), Output::commit)
        .map_err(|error| error.saved(Saved::Some))?;
    Ok(WrittenExport {
        name: path.display().to_string(),
        seal: None,
        own_record: checked.is_own_record(),
        written,
        draft: checked.draft,
    })
}

//! Rows for people and for machines.

use std::io::{self, Write};
use std::slice;

use clap::ValueEnum;
use serde::Serialize;
use serde_json::Value;

use super::row::{Row, fields};
use super::{Style, table};
use crate::error::{Error, Result};
use crate::{file, text};

/// The form of what is written to standard output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// Aligned columns for people
    #[default]
    Table,
    /// One JSON document with all fields
    Json,
    /// CSV with a header and all fields
    Csv,
    /// Page for a browser
    #[value(hide = true)]
    Html,
    /// Counts for node_exporter's textfile collector
    #[value(hide = true)]
    Prometheus,
}

impl Format {
    /// The error of a command that doesn't support this format.
    pub fn not_here(self) -> Error {
        let name = self.to_possible_value();
        Error::usage(format!(
            "only wl exceptions supports the format {}",
            name.as_ref().map_or("", |name| name.get_name())
        ))
        .hint("use --format table, json or csv")
    }
}

/// Writes `rows`: a JSON array, CSV with a header, or a table.
///
/// An empty table is nothing at all; saying so is the command's part. Fails
/// as [`write_error`] says.
pub fn rows<T: Row>(out: &mut dyn Write, format: Format, rows: &[T], style: &Style) -> Result<()> {
    match format {
        Format::Json => write_text(out, &json(rows)?),
        Format::Csv => write_csv(out, rows, style),
        Format::Table => write_text(out, &table(rows, style)?),
        Format::Html | Format::Prometheus => Err(format.not_here()),
    }
}

/// Rows as a table; nothing without rows.
pub(super) fn table<T: Row>(rows: &[T], style: &Style) -> Result<String> {
    match rows.is_empty() {
        true => Ok(String::new()),
        false => table::table(rows, style),
    }
}

/// Writes one row: a JSON object, CSV with a header, or a line for each column.
pub fn one<T: Row>(out: &mut dyn Write, format: Format, row: &T, style: &Style) -> Result<()> {
    match format {
        Format::Json => write_text(out, &json(row)?),
        Format::Csv => write_csv(out, slice::from_ref(row), style),
        Format::Table => write_text(out, &table::list(row, style)?),
        Format::Html | Format::Prometheus => Err(format.not_here()),
    }
}

/// Writes a table with columns that are known only now.
pub fn grid(
    out: &mut dyn Write,
    header: &[String],
    lines: &[Vec<String>],
    style: &Style,
) -> Result<()> {
    write_text(out, &table::grid(header, lines, style))
}

/// The error for standard output that can't be written.
pub fn write_error(error: io::Error) -> Error {
    file::write_error("cannot write to standard output", error)
}

/// Writes a JSON document of any shape.
pub fn document<T: Serialize>(out: &mut dyn Write, value: &T) -> Result<()> {
    write_text(out, &json(value)?)
}

/// Writes a text as it is.
pub fn write_text(out: &mut dyn Write, text: &str) -> Result<()> {
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(write_error)
}

/// A JSON document with a newline at its end. Characters that a terminal acts
/// on are written as `\u` escapes: the same value, but harmless when shown.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| Error::bug(format!("cannot write JSON: {error}")))?;
    let mut text = inert(&text);
    text.push('\n');
    Ok(text)
}

fn inert(document: &str) -> String {
    let mut inert = String::with_capacity(document.len() + 1);
    for c in document.chars() {
        // Outside of strings a document has no hidden character but newlines.
        if c != '\n' && text::is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                inert.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            inert.push(c);
        }
    }
    inert
}

/// The same in a single line.
pub(super) fn json_line(value: &Value) -> String {
    let mut line = inert(&value.to_string());
    line.push('\n');
    line
}

fn write_csv<T: Row>(out: &mut dyn Write, rows: &[T], style: &Style) -> Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(T::FIELDS).map_err(csv_error)?;
    for row in rows {
        for value in fields(row)?.values() {
            writer
                .write_field(csv_field(value, style))
                .map_err(csv_error)?;
        }
        writer.write_record(None::<&[u8]>).map_err(csv_error)?;
    }
    writer.flush().map_err(write_error)
}

fn csv_error(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => write_error(error),
        other => Error::bug(format!("cannot write CSV: {other:?}")),
    }
}

/// A program gets the text itself, a person at a terminal its safe form. Hours are a
/// number, also below zero: only other text could be a formula.
fn csv_field(value: &Value, style: &Style) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if is_number(text) => text.clone(),
        Value::String(text) if style.terminal => {
            text::safe(&text::formula_inert(text)).into_owned()
        }
        Value::String(text) => text::formula_inert(text).into_owned(),
        other => other.to_string(),
    }
}

/// `-0.02`, `12`
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let size = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = size.split_once('.').unwrap_or((size, "0"));
    digits(whole) && digits(decimals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Column;
    use crate::exit;

    #[derive(Serialize)]
    struct Entry {
        id: i64,
        user: &'static str,
        note: Option<String>,
        seconds: i64,
        locked: bool,
    }

    impl Row for Entry {
        const FIELDS: &'static [&'static str] = &["id", "user", "note", "seconds", "locked"];
        const COLUMNS: &'static [Column] = &[
            Column::right("id", "Id"),
            Column::left("user", "User"),
            Column::right("seconds", "Time"),
            Column::left("locked", "Locked"),
            Column::text("note", "Note"),
        ];

        fn cell(&self, field: &str, _style: &Style) -> Option<String> {
            (field == "seconds").then(|| crate::time::show_duration(self.seconds))
        }
    }

    fn entry(id: i64, user: &'static str, note: Option<&str>) -> Entry {
        Entry {
            id,
            user,
            note: note.map(str::to_owned),
            seconds: 5400,
            locked: id == 1,
        }
    }

    const TERMINAL: Style = Style {
        color: false,
        width: Some(40),
        height: None,
        terminal: true,
        zone: chrono_tz::Tz::UTC,
    };

    fn written(format: Format, entries: &[Entry], style: &Style) -> String {
        let mut out = Vec::new();
        rows(&mut out, format, entries, style).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn written_one(format: Format, entry: &Entry) -> String {
        let mut out = Vec::new();
        one(&mut out, format, entry, &Style::PLAIN).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn table_in_a_pipe() {
        let entries = [entry(1, "ann", Some("Pump")), entry(10, "bo", None)];
        assert_eq!(
            written(Format::Table, &entries, &Style::PLAIN),
            "Id  User    Time  Locked  Note\n\
             \x201  ann   1h 30m  yes     Pump\n\
             10  bo    1h 30m  no\n"
        );
    }

    #[test]
    fn table_columns_line_up_in_every_script() {
        // With the columns that a terminal gives each.
        let users = [
            ("日本語", 6),
            ("e\u{301}ric", 4),
            ("مرحبا", 5),
            ("👩\u{200d}🔧", 2),
            ("한국어", 6),
            ("ann", 3),
        ];
        let entries = users.map(|(user, _)| entry(1, user, None));
        let text = written(Format::Table, &entries, &Style::PLAIN);
        for (line, (user, width)) in text.lines().skip(1).zip(users) {
            let gap = " ".repeat(8 - width);
            assert_eq!(line, format!(" 1  {user}{gap}1h 30m  yes"));
        }
    }

    #[test]
    fn table_cells_are_harmless() {
        let entries = [entry(1, "\u{1b}[31m", Some("a\nb\t\u{202e}c"))];
        let text = written(Format::Table, &entries, &Style::PLAIN);
        assert_eq!(text.lines().count(), 2);
        assert!(text.contains(r"\u{1b}[31m") && text.contains(r"a\nb\t\u{202e}c"));
        let long = [entry(1, "ann", Some(&"語".repeat(100_000)))];
        let text = written(Format::Table, &long, &Style::PLAIN);
        assert!(text.ends_with("…\n"));
        assert!(text.chars().count() < 2100);
    }

    #[test]
    fn table_in_a_terminal_fits_its_width() {
        let entries = [
            entry(1, "ann", Some("the pump was leaking again and again")),
            entry(2, "日本語", Some(&"語".repeat(60))),
        ];
        let text = written(Format::Table, &entries, &TERMINAL);
        assert_eq!(text.lines().count(), 3, "{text}");
        assert!(text.lines().all(|line| text::columns(line) <= 40), "{text}");
        assert!(!text.contains('\u{1b}'));
    }

    #[test]
    fn a_tiny_terminal_is_no_reason_to_fail() {
        let entries = [entry(1, "ann", Some("the pump was leaking"))];
        for width in [1, 2, 5, 10, 20] {
            let style = Style {
                width: Some(width),
                ..TERMINAL
            };
            assert!(written(Format::Table, &entries, &style).contains("h"));
        }
    }

    #[test]
    fn colour_only_where_wanted() {
        let style = Style {
            color: true,
            ..Style::PLAIN
        };
        let entries = [entry(1, "ann", None)];
        let text = written(Format::Table, &entries, &style);
        assert!(text.contains("\u{1b}[1mUser\u{1b}[0m"), "{text:?}");
    }

    #[test]
    fn json_is_one_document() {
        assert_eq!(written(Format::Json, &[], &Style::PLAIN), "[]\n");
        let note = "a\n\u{9b}2J\u{202e}\u{e0041}\u{7f}日";
        let text = written(Format::Json, &[entry(1, "ann", Some(note))], &TERMINAL);
        assert!(text.starts_with("[\n  {\n    \"id\": 1,\n    \"user\": \"ann\",\n"));
        assert!(text.contains(r#""note": "a\n\u009b2J\u202e\udb40\udc41\u007f日""#));
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value[0]["note"], note);
    }

    #[test]
    fn csv_has_all_fields_and_always_a_header() {
        let header = "id,user,note,seconds,locked\n";
        assert_eq!(written(Format::Csv, &[], &Style::PLAIN), header);
        let entries = [
            entry(1, "ann", Some("=cmd, \"x\"\nend")),
            entry(-2, "+49", None),
        ];
        assert_eq!(
            written(Format::Csv, &entries, &Style::PLAIN),
            format!("{header}1,ann,\"'=cmd, \"\"x\"\"\nend\",5400,true\n-2,'+49,,5400,false\n")
        );
    }

    #[test]
    fn csv_keeps_numbers_as_they_are() {
        for number in ["-0.02", "0.00", "-12", "7"] {
            assert!(is_number(number), "{number}");
        }
        for text in ["-", "", "-1.", ".5", "--1", "-1-1", "1e5", "-0.02;", "-٣"] {
            assert!(!is_number(text), "{text}");
        }
        let below_zero = [
            entry(1, "ann", Some("-0.02")),
            entry(2, "ann", Some("-1-1")),
        ];
        let text = written(Format::Csv, &below_zero, &Style::PLAIN);
        assert!(
            text.contains(",-0.02,") && text.contains(",'-1-1,"),
            "{text}"
        );
    }

    #[test]
    fn csv_in_a_terminal_is_harmless() {
        let entries = [entry(1, "ann", Some("\u{1b}[31m"))];
        let text = written(Format::Csv, &entries, &TERMINAL);
        assert!(text.contains(r"\u{1b}[31m"));
        let text = written(Format::Csv, &entries, &Style::PLAIN);
        assert!(text.contains("\u{1b}[31m"));
    }

    #[test]
    fn no_rows_are_no_table() {
        assert_eq!(written(Format::Table, &[], &TERMINAL), "");
    }

    #[test]
    fn one_row() {
        let entry = entry(1, "ann", Some("Pump"));
        assert_eq!(
            written_one(Format::Table, &entry),
            "Id      1\nUser    ann\nTime    1h 30m\nLocked  yes\nNote    Pump\n"
        );
        assert!(written_one(Format::Json, &entry).starts_with("{\n  \"id\": 1,"));
        assert_eq!(
            written_one(Format::Csv, &entry),
            "id,user,note,seconds,locked\n1,ann,Pump,5400,true\n"
        );
    }

    #[test]
    fn a_wrong_list_of_fields_is_a_bug() {
        #[derive(Serialize)]
        struct Wrong {
            id: i64,
        }
        impl Row for Wrong {
            const FIELDS: &'static [&'static str] = &["number"];
            const COLUMNS: &'static [Column] = &[Column::left("id", "Id")];
        }
        for format in [Format::Csv, Format::Table] {
            let error = rows(&mut Vec::new(), format, &[Wrong { id: 1 }], &Style::PLAIN);
            assert_eq!(error.unwrap_err().code(), exit::BUG);
        }
    }

    /// Fails every write with this error number.
    struct Broken(i32);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::from_raw_os_error(self.0))
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn failed_writes() {
        const EPIPE: i32 = 32;
        const ENOSPC: i32 = 28;
        let entries = [entry(1, "ann", None)];
        for format in [Format::Table, Format::Json, Format::Csv] {
            let error = rows(&mut Broken(EPIPE), format, &entries, &Style::PLAIN).unwrap_err();
            assert_eq!(
                (error.code(), error.kind.as_str()),
                (exit::OK, "broken_pipe")
            );
            let error = rows(&mut Broken(ENOSPC), format, &entries, &Style::PLAIN).unwrap_err();
            assert_eq!(error.code(), exit::IO);
            assert_eq!(
                error.message,
                "cannot write to standard output: No space left on device"
            );
        }
    }
}

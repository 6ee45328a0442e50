//! CSV, read strictly by RFC 4180.
//!
//! The csv crate takes what the RFC does not allow: it reads to the end of a file for a
//! quote that is never closed, and so turns rows into text. Its numbers of lines differ
//! from an editor's. So this reads records by itself.

use std::io::{BufRead, BufReader, Read};

use super::decode;
use crate::error::{Error, Result};

/// No longer record is read: a file without line breaks must not fill the memory.
pub const MAX_RECORD: usize = 1 << 20;

/// How cells are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    pub delimiter: u8,
    /// Whether quotes enclose cells; without, they are ordinary characters.
    pub quotes: bool,
}

/// The cells of a record, one after the other.
#[derive(Debug, Default)]
pub struct Record {
    /// Line of the file that it begins on, from 1.
    pub line: u64,
    pub text: Vec<u8>,
    /// Where each cell ends.
    pub ends: Vec<usize>,
}

pub struct Scanner<'f, R> {
    file: &'f str,
    input: BufReader<R>,
    dialect: Dialect,
    lines: LineCount,
}

/// The line of the next byte, as an editor shows it: LF, CRLF and CR each end one.
#[derive(Debug, Clone, Copy)]
pub struct LineCount {
    pub line: u64,
    after_return: bool,
}

impl LineCount {
    pub fn from(line: u64) -> Self {
        Self {
            line,
            after_return: false,
        }
    }

    pub fn pass(&mut self, byte: u8) {
        if byte == b'\r' || byte == b'\n' && !self.after_return {
            self.line += 1;
        }
        self.after_return = byte == b'\r';
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    CellStart,
    Bare,
    Quoted,
    /// Behind a quote in a quoted cell, which is its last or the first of two.
    Closed,
}

impl<'f, R: Read> Scanner<'f, R> {
    /// Reads from the beginning of the line `line`.
    pub fn new(file: &'f str, input: R, dialect: Dialect, line: u64) -> Self {
        Self {
            file,
            input: BufReader::with_capacity(1 << 16, input),
            dialect,
            lines: LineCount::from(line),
        }
    }

    /// Reads the next record; false at the end. Empty lines are none.
    pub fn read(&mut self, record: &mut Record) -> Result<bool> {
        record.text.clear();
        record.ends.clear();
        let mut place = Place::CellStart;
        let mut cell_line = self.lines.line;
        loop {
            let bytes = match self.input.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) => return Err(decode::failed(self.file, error)),
            };
            if bytes.is_empty() {
                return self.end(record, place, cell_line);
            }
            let mut used = 0;
            let mut ended = false;
            for &byte in bytes {
                used += 1;
                if place == Place::CellStart {
                    cell_line = self.lines.line;
                    if record.ends.is_empty() {
                        record.line = self.lines.line;
                    }
                }
                let breaks = matches!(byte, b'\n' | b'\r');
                self.lines.pass(byte);
                place = match place {
                    Place::Quoted if byte == b'"' => Place::Closed,
                    Place::Quoted => {
                        record.text.push(byte);
                        Place::Quoted
                    }
                    Place::Closed if byte == b'"' => {
                        record.text.push(byte);
                        Place::Quoted
                    }
                    _ if byte == self.dialect.delimiter => {
                        record.ends.push(record.text.len());
                        Place::CellStart
                    }
                    Place::CellStart if breaks && record.ends.is_empty() => Place::CellStart,
                    _ if breaks => {
                        record.ends.push(record.text.len());
                        ended = true;
                        Place::CellStart
                    }
                    Place::CellStart if byte == b'"' && self.dialect.quotes => Place::Quoted,
                    Place::Closed => {
                        let column = record.ends.len() + 1;
                        return Err(bad_quotes(
                            self.file,
                            cell_line,
                            column,
                            "there is text behind the closing quote of this cell",
                        ));
                    }
                    Place::Bare if byte == b'"' && self.dialect.quotes => {
                        let column = record.ends.len() + 1;
                        return Err(bad_quotes(
                            self.file,
                            cell_line,
                            column,
                            "there is a quote inside this cell, which does not begin with one",
                        ));
                    }
                    Place::CellStart | Place::Bare => {
                        record.text.push(byte);
                        Place::Bare
                    }
                };
                if ended || record.text.len() + record.ends.len() > MAX_RECORD {
                    break;
                }
            }
            self.input.consume(used);
            if ended {
                return Ok(true);
            }
            if record.text.len() + record.ends.len() > MAX_RECORD {
                return Err(self.too_long(record, place, cell_line));
            }
        }
    }

    fn end(&self, record: &mut Record, place: Place, cell_line: u64) -> Result<bool> {
        match place {
            Place::Quoted => Err(bad_quotes(
                self.file,
                cell_line,
                record.ends.len() + 1,
                "the quote that begins this cell is never closed",
            )),
            Place::CellStart if record.ends.is_empty() => Ok(false),
            _ => {
                record.ends.push(record.text.len());
                Ok(true)
            }
        }
    }

    fn too_long(&self, record: &Record, place: Place, cell_line: u64) -> Error {
        match place {
            Place::Quoted => bad_quotes(
                self.file,
                cell_line,
                record.ends.len() + 1,
                "the quote that begins this cell is not closed within 1 MiB",
            ),
            _ => Error::data(format!(
                "{}, line {}: the row is longer than 1 MiB",
                self.file, record.line
            )),
        }
    }
}

fn bad_quotes(file: &str, line: u64, column: usize, why: &str) -> Error {
    Error::data(format!("{file}, line {line}, column {column}: {why}")).hint(
        "a quote inside a quoted cell is written twice; if quotes are ordinary characters in \
         this file, such as inch marks, add --quote none",
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const COMMAS: Dialect = Dialect {
        delimiter: b',',
        quotes: true,
    };

    fn scan(text: &[u8], dialect: Dialect) -> Result<Vec<(u64, Vec<String>)>> {
        let mut scanner = Scanner::new("x", text, dialect, 1);
        let (mut record, mut all) = (Record::default(), Vec::new());
        while scanner.read(&mut record)? {
            let mut from = 0;
            let cells = record.ends.iter().map(|end| {
                let cell = String::from_utf8_lossy(&record.text[from..*end]).into_owned();
                from = *end;
                cell
            });
            all.push((record.line, cells.collect()));
        }
        Ok(all)
    }

    fn lines(text: &str) -> Vec<(u64, String)> {
        let records = scan(text.as_bytes(), COMMAS).unwrap();
        let joined = records
            .into_iter()
            .map(|(line, cells)| (line, cells.join("|")));
        joined.collect()
    }

    #[test]
    fn lines_are_those_of_an_editor() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "\"c", "c\",d", "", "", "e,", ",", "f", "\"\""].join(end) + end;
            let cell = format!("c{end}c|d");
            let expected = [
                (1, "a|b"),
                (3, &cell),
                (7, "e|"),
                (8, "|"),
                (9, "f"),
                (10, ""),
            ];
            let expected = expected.map(|(line, text)| (line, text.to_owned()));
            assert_eq!(lines(&text), expected, "{text:?}");
            assert_eq!(lines(text.trim_end()), expected, "{text:?}");
        }
        assert_eq!(lines("\n\n"), []);
        assert_eq!(lines(""), []);
    }

    #[test]
    fn quotes_that_the_rfc_refuses_are_named_by_the_line_of_their_cell() {
        for (text, line, column, why) in [
            ("a,b\nc,\"d\ne,f\n", 2, 2, "is never closed"),
            ("a\n\"b\n\n\"\"", 2, 1, "is never closed"),
            ("a\r\n\"b\r\nc\"d\r\n", 2, 1, "behind the closing quote"),
            ("a\n\"b\" ,c\n", 2, 1, "behind the closing quote"),
            ("a\nb,12\" pipe\n", 2, 2, "a quote inside this cell"),
            ("a\nb, \"c\"\n", 2, 2, "a quote inside this cell"),
        ] {
            let message = scan(text.as_bytes(), COMMAS).unwrap_err().message;
            let place = format!("x, line {line}, column {column}: ");
            assert!(message.starts_with(&place), "{text:?}: {message}");
            assert!(message.contains(why), "{text:?}: {message}");
        }
        let none = Dialect {
            quotes: false,
            ..COMMAS
        };
        assert_eq!(
            scan(b"\"a,12\" pipe\n", none).unwrap(),
            [(1, vec!["\"a".to_owned(), "12\" pipe".to_owned()])]
        );
    }

    #[test]
    fn a_record_has_a_limit() {
        let full = "x".repeat(MAX_RECORD - 1);
        assert_eq!(lines(&format!("a\n{full}\n"))[1].1.len(), MAX_RECORD - 1);
        let error = |text: String| scan(text.as_bytes(), COMMAS).unwrap_err().message;
        assert_eq!(
            error(format!("a\n{full}xx\n")),
            "x, line 2: the row is longer than 1 MiB"
        );
        assert_eq!(
            error(format!("a\n{}", ",".repeat(MAX_RECORD + 1))),
            "x, line 2: the row is longer than 1 MiB"
        );
        assert_eq!(
            error(format!("a\n\"{full}xx\n")),
            "x, line 2, column 1: the quote that begins this cell is not closed within 1 MiB"
        );
    }

    proptest! {
        #[test]
        fn what_the_csv_crate_writes_is_read_back(
            rows in proptest::collection::vec(
                proptest::collection::vec("[a\"\r\n,; é]{0,6}", 2), 1..8),
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let bytes = writer.into_inner().unwrap();
            let read = scan(&bytes, COMMAS).unwrap();
            let cells: Vec<_> = read.into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(cells, rows);
        }
    }
}

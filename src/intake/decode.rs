//! The bytes of a file as UTF-8.

use std::io::{self, Cursor, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding as Codec, UTF_8, UTF_16BE, UTF_16LE};

use super::scan::LineCount;
use crate::error::{Error, Result};

/// How a file without a byte order mark writes its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Windows1252,
    Utf16le,
    Utf16be,
}

/// Enough for a header, to see what a file is.
pub const HEAD: usize = 1 << 16;

/// A file whose beginning was looked at; it still begins there.
pub struct Text {
    pub head: Vec<u8>,
    rest: Box<dyn Read>,
}

impl Text {
    /// The text of a file, in UTF-8 and without its byte order mark, which decides the
    /// encoding if there is one. UTF-8 itself is checked where it is read.
    pub fn open(file: &str, mut input: Box<dyn Read>, encoding: Encoding) -> Result<Self> {
        let start = begin(&mut *input, 3).map_err(|error| failed(file, error))?;
        let (codec, mark) = match Codec::for_bom(&start) {
            Some((codec, mark)) => (codec, mark),
            None => (encoding.codec(), 0),
        };
        let input = Cursor::new(start[mark..].to_vec()).chain(input);
        let mut rest: Box<dyn Read> = match codec == UTF_8 {
            true => Box::new(input),
            false => Box::new(Transcoded::new(codec, Box::new(input))),
        };
        let head = begin(&mut *rest, HEAD).map_err(|error| failed(file, error))?;
        Ok(Self { head, rest })
    }

    /// All of it, after the first `skip` bytes.
    pub fn reader(self, skip: usize) -> impl Read {
        let mut head = Cursor::new(self.head);
        head.set_position(skip as u64);
        head.chain(self.rest)
    }
}

impl Encoding {
    fn codec(self) -> &'static Codec {
        match self {
            Self::Utf8 => UTF_8,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
            Self::Utf16le => UTF_16LE,
            Self::Utf16be => UTF_16BE,
        }
    }
}

/// The error of a file that can't be read to its end.
pub fn failed(file: &str, error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::InvalidData => Error::data(format!("{file}, {error}")),
        _ => Error::io(format!("{file} can't be read"), error),
    }
}

/// The first bytes: as many as asked for, unless the input has fewer.
fn begin(input: &mut dyn Read, bytes: usize) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    input.take(bytes as u64).read_to_end(&mut start)?;
    Ok(start)
}

/// Another encoding, read as UTF-8.
struct Transcoded {
    input: Box<dyn Read>,
    decoder: Decoder,
    chunk: Vec<u8>,
    text: Vec<u8>,
    given: usize,
    /// Of the text before `text`.
    lines: LineCount,
    ended: bool,
}

impl Transcoded {
    fn new(codec: &'static Codec, input: Box<dyn Read>) -> Self {
        Self {
            input,
            decoder: codec.new_decoder_without_bom_handling(),
            chunk: vec![0; 1 << 14],
            text: Vec::new(),
            given: 0,
            lines: LineCount::from(1),
            ended: false,
        }
    }

    fn decode(&mut self) -> io::Result<()> {
        self.text.iter().for_each(|byte| self.lines.pass(*byte));
        let length = self.input.read(&mut self.chunk)?;
        self.ended = length == 0;
        let most = self
            .decoder
            .max_utf8_buffer_length_without_replacement(length);
        self.text.resize(most.unwrap_or(4 * length + 16), 0);
        let (result, _, written) = self.decoder.decode_to_utf8_without_replacement(
            &self.chunk[..length],
            &mut self.text,
            self.ended,
        );
        self.text.truncate(written);
        self.given = 0;
        let name = self.decoder.encoding().name();
        if let DecoderResult::Malformed(..) = result {
            let why = format!("the bytes are not valid {name}");
            return Err(self.bad_at(self.text.len(), &why));
        }
        // Windows-1252 leaves five bytes without a character, and the decoder lets them pass
        let control = |pair: &[u8]| pair[0] == 0xc2 && (0x80..0xa0).contains(&pair[1]);
        match self.text.windows(2).position(control) {
            Some(at) if !name.starts_with("UTF") => {
                let why = format!(
                    "the byte 0x{:02X} is no character of {name}",
                    self.text[at + 1]
                );
                Err(self.bad_at(at, &why))
            }
            _ => Ok(()),
        }
    }

    fn bad_at(&self, at: usize, why: &str) -> io::Error {
        let mut lines = self.lines;
        self.text[..at].iter().for_each(|byte| lines.pass(*byte));
        let why = format!("line {}: {why}", lines.line);
        io::Error::new(io::ErrorKind::InvalidData, why)
    }
}

impl Read for Transcoded {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.ended {
            self.decode()?;
        }
        let length = bytes.len().min(self.text.len() - self.given);
        bytes[..length].copy_from_slice(&self.text[self.given..self.given + length]);
        self.given += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], encoding: Encoding) -> Result<String> {
        let text = Text::open("x", Box::new(Cursor::new(bytes.to_vec())), encoding)?;
        let mut all = String::new();
        let mut reader = text.reader(0);
        reader.read_to_string(&mut all).expect("UTF-8");
        Ok(all)
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let units = text.encode_utf16();
        units.flat_map(order).collect()
    }

    #[test]
    fn a_byte_order_mark_decides() {
        let long = "\u{feff}Größe €\n".to_owned() + &"x😀".repeat(50_000);
        for bytes in [
            long.clone().into_bytes(),
            utf16(&long, u16::to_le_bytes),
            utf16(&long, u16::to_be_bytes),
        ] {
            let read = text(&bytes, Encoding::Windows1252).unwrap();
            assert_eq!(read, long[3..]);
        }
        assert_eq!(text(b"\xef\xbb\xbf", Encoding::Utf8).unwrap(), "");
        assert_eq!(text(b"", Encoding::Utf8).unwrap(), "");
        assert_eq!(text(b"a", Encoding::Utf8).unwrap(), "a");
    }

    #[test]
    fn windows_1252_has_all_but_five_characters() {
        let read = text(b"M\xfcller \x80 \x96\n", Encoding::Windows1252);
        assert_eq!(read.unwrap(), "Müller € –\n");
        let error = text(b"a\nb\x81", Encoding::Windows1252).unwrap_err();
        assert_eq!(
            error.message,
            "x, line 2: the byte 0x81 is no character of windows-1252"
        );
    }

    #[test]
    fn half_a_character_is_refused_by_line() {
        let error = text(b"\xff\xfea\0\n\0b", Encoding::Utf8).unwrap_err();
        assert_eq!(error.message, "x, line 2: the bytes are not valid UTF-16LE");
        let error = text(b"\xfe\xff\xd8\x3d\0a", Encoding::Utf8).unwrap_err();
        assert_eq!(error.message, "x, line 1: the bytes are not valid UTF-16BE");
    }
}

//! A line of text as glyphs in the order of their places: joined, reordered,
//! right to left where the script wants it.

use rustybuzz::{BufferClusterLevel, Direction, Script, ShapePlan, UnicodeBuffer};
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_normalization::char::is_combining_mark;

use super::fonts::{Face, Fonts, Weight};

/// One line, ready to be placed. Widths are thousandths of the font size.
#[derive(Debug, Default)]
pub struct ShapedLine {
    pub runs: Vec<Run>,
    pub width: i32,
}

/// Glyphs of one face on one height.
#[derive(Debug)]
pub struct Run {
    pub face: usize,
    /// Above the baseline, in thousandths of the font size.
    pub rise: i32,
    /// What stands between the brackets of the operator TJ: codes of glyphs in
    /// hexadecimal, `<00010002>`, and steps back. The last `<` may be open.
    codes: Vec<u8>,
    open: bool,
    /// Steps back since the last glyph, written as one number: two in a row would run
    /// together.
    pub(super) back: i32,
    pub width: i32,
    /// Glyphs whose order differs from that of their letters begin here: their text,
    /// for readers that copy it.
    pub says: Option<String>,
    /// What began with `says` ends here.
    pub ends: bool,
}

/// Plans are costly to make; a document needs few.
#[derive(Default)]
pub struct Plans(Vec<(Script, Direction, ShapePlan)>);

/// Lays out one line. `rtl`: its paragraph runs from right to left.
pub fn shape(fonts: &mut Fonts<'_>, weight: Weight, text: &str, rtl: bool) -> ShapedLine {
    let mut line = ShapedLine::default();
    if text.is_empty() {
        return line;
    }
    if !rtl && !text.chars().any(is_complex) {
        simple(fonts, weight, text, &mut line);
        return line;
    }
    let level = if rtl { Level::rtl() } else { Level::ltr() };
    let bidi = ParagraphBidiInfo::new(text, Some(level));
    let (levels, ranges) = bidi.visual_runs(0..text.len());
    for range in ranges {
        let rtl = levels.get(range.start).is_some_and(Level::is_rtl);
        let text = &text[range];
        let mut pieces = split(fonts, weight, text, rtl);
        if rtl {
            pieces.reverse();
        }
        let first = line.runs.len();
        for piece in &pieces {
            match piece.shaped {
                Some(face) => complex(&mut fonts.faces[face], face, piece.text, rtl, &mut line),
                None => simple(fonts, weight, piece.text, &mut line),
            }
        }
        // Readers turn what runs from right to left around by themselves.
        let shaped = pieces.iter().any(|piece| piece.shaped.is_some());
        if let [first, ..] = &mut line.runs[first..]
            && shaped
            && !rtl
        {
            first.says = Some(text.to_owned());
            if let Some(last) = line.runs.last_mut() {
                last.ends = true;
            }
        }
    }
    line
}

/// Scripts whose letters change with their neighbours, and marks that have to
/// be put onto their letter.
pub fn is_complex(c: char) -> bool {
    let c = c as u32;
    c >= 0x300
        && (matches!(c,
            0x590..=0x109F | 0x1100..=0x11FF | 0x1700..=0x1CFF | 0x200C..=0x200D
            | 0xA800..=0xABFF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC | 0x10800..=0x11FFF
            | 0x16A00..=0x16FFF | 0x1E000..=0x1EFFF)
            || char::from_u32(c).is_some_and(is_combining_mark))
}

struct Piece<'t> {
    text: &'t str,
    /// The face to shape with; `None`: letters stand one after the other.
    shaped: Option<usize>,
}

/// Cuts a stretch of one direction where the face or the way to lay it out
/// changes.
fn split<'t>(fonts: &mut Fonts<'_>, weight: Weight, text: &'t str, rtl: bool) -> Vec<Piece<'t>> {
    let mut pieces: Vec<Piece<'t>> = Vec::new();
    let mut start = 0;
    let mut last: Option<usize> = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let marked = characters
            .peek()
            .is_some_and(|(_, c)| is_combining_mark(*c));
        let complex = rtl || is_complex(c) || marked;
        // A mark in another face than its letter would stand alone; a space
        // does not part two words of one script.
        let stays = last.filter(|_| complex || c == ' ');
        let same = stays.and_then(|face| fonts.spot_in(face, c));
        let spot = same.unwrap_or_else(|| fonts.spot(weight, c));
        let shaped = (!spot.missing && (complex || same.is_some())).then_some(spot.face);
        if at > 0 && shaped != last {
            pieces.push(Piece {
                text: &text[start..at],
                shaped: last,
            });
            start = at;
        }
        last = shaped;
    }
    pieces.push(Piece {
        text: &text[start..],
        shaped: last,
    });
    pieces
}

/// Letters one after the other, as most scripts are written.
fn simple(fonts: &mut Fonts<'_>, weight: Weight, text: &str, line: &mut ShapedLine) {
    let mut last = None;
    for c in text.chars() {
        let spot = fonts.spot(weight, c);
        line.width += spot.width;
        let run = match line.runs.last_mut() {
            Some(run) if last == Some(spot.face) => run,
            _ => new_run(line, spot.face, 0, 4 * text.len() + 2),
        };
        last = Some(spot.face);
        run.width += spot.width;
        run.glyph(spot.glyph);
    }
}

fn new_run(line: &mut ShapedLine, face: usize, rise: i32, capacity: usize) -> &mut Run {
    line.runs.push(Run {
        face,
        rise,
        codes: Vec::with_capacity(capacity),
        open: false,
        back: 0,
        width: 0,
        says: None,
        ends: false,
    });
    let last = line.runs.len() - 1;
    &mut line.runs[last]
}

impl Run {
    fn glyph(&mut self, glyph: u16) {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        let back = std::mem::take(&mut self.back);
        if back != 0 {
            self.close();
            self.codes.extend_from_slice(back.to_string().as_bytes());
        }
        if !self.open {
            self.open = true;
            self.codes.push(b'<');
        }
        let digit = |shift: u16| DIGITS[usize::from(glyph >> shift & 15)];
        self.codes
            .extend_from_slice(&[digit(12), digit(8), digit(4), digit(0)]);
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.open) {
            self.codes.push(b'>');
        }
    }

    /// Its glyphs for the operator TJ. The next run says where it begins, so steps
    /// after the last glyph are left out.
    pub fn shown(&mut self) -> &[u8] {
        self.close();
        &self.codes
    }
}

fn complex(face: &mut Face<'_>, index: usize, text: &str, rtl: bool, line: &mut ShapedLine) {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_cluster_level(BufferClusterLevel::Characters);
    buffer.set_direction(if rtl {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    });
    buffer.guess_segment_properties();
    let plan = face.plans.plan(&face.font, &buffer);
    let shaped = rustybuzz::shape_with_plan(&face.font, plan, buffer);
    let mut clusters: Vec<usize> = shaped
        .glyph_infos()
        .iter()
        .map(|info| info.cluster as usize)
        .collect();
    clusters.sort_unstable();
    clusters.dedup();
    let first = line.runs.len();
    let mut previous = None;
    for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
        let (number, width) = face.glyph(u16::try_from(info.glyph_id).unwrap_or(0));
        let advance = face.scale(place.x_advance);
        let shift = face.scale(place.x_offset);
        // Of the glyphs of one letter the first carries the letter when text
        // is copied out of the file.
        let start = info.cluster as usize;
        let letter = if previous == Some(start) {
            ""
        } else {
            let next = clusters.partition_point(|&other| other <= start);
            let end = clusters.get(next).copied().unwrap_or(text.len());
            text.get(start..end).unwrap_or_default()
        };
        previous = Some(start);
        face.reads(number, letter);
        let rise = face.scale(place.y_offset);
        line.width += advance;
        let run = match line.runs[first..].last() {
            Some(run) if run.rise == rise => {
                let last = line.runs.len() - 1;
                &mut line.runs[last]
            }
            _ => new_run(line, index, rise, 4 * text.len()),
        };
        run.width += advance;
        // its own width may exceed its advance
        run.back -= shift;
        run.glyph(number);
        run.back += width - advance + shift;
    }
}

impl Plans {
    fn plan(&mut self, font: &rustybuzz::Face<'_>, buffer: &UnicodeBuffer) -> &ShapePlan {
        let (script, direction) = (buffer.script(), buffer.direction());
        let known = self
            .0
            .iter()
            .position(|(s, d, _)| *s == script && *d == direction);
        let at = known.unwrap_or_else(|| {
            let plan = ShapePlan::new(
                font,
                direction,
                Some(script),
                buffer.language().as_ref(),
                &[],
            );
            self.0.push((script, direction, plan));
            self.0.len() - 1
        });
        &self.0[at].2
    }
}

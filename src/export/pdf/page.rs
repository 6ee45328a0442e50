//! Pages: where text and rules go, when a new page begins, what stands at the
//! top and the bottom of each.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::fonts::{Fonts, Weight, font_id};
use super::shaping::{Run, ShapedLine, shape};
use super::text::{TextLine, wrap};
use crate::error::{Error, Result};

/// A4, in points.
const HEIGHT: f32 = 841.89;
const WIDTH: f32 = 595.28;
pub const LEFT: f32 = 48.0;
pub const RIGHT: f32 = WIDTH - LEFT;
const TOP: f32 = HEIGHT - 48.0;
const BOTTOM: f32 = 64.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Black,
    Grey,
    /// Thin rules.
    Pale,
    /// The colour of warnings.
    Red,
    /// The bars of charts.
    Blue,
}

/// How a text looks; sizes in points.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub weight: Weight,
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    pub ink: Ink,
}

impl Style {
    pub const fn new(weight: Weight, size: f32, leading: f32, ink: Ink) -> Self {
        Self {
            weight,
            size,
            leading,
            ink,
        }
    }
}

const FOOTER: Style = Style::new(Weight::Regular, 6.5, 9.0, Ink::Grey);
const BANNER: Style = Style::new(Weight::Regular, 8.5, 11.0, Ink::Red);
const BANNER_BOLD: Style = Style::new(Weight::Bold, 8.5, 11.0, Ink::Red);

/// What every page repeats.
pub struct Furniture {
    /// Printed at the top of every page: a word in bold, then a sentence.
    pub banner: Option<(&'static str, &'static str)>,
    pub footer: String,
    /// In the footer, left of the page number.
    pub seal: String,
    /// A second line of the footer.
    pub remark: Option<&'static str>,
}

/// The pages so far and the place where the next line goes.
pub struct Sheet<'a> {
    pub fonts: Fonts<'a>,
    furniture: Furniture,
    done: Vec<Page>,
    page: Page,
    y: f32,
    bookmarks: Vec<Bookmark>,
}

/// Where a reader finds what.
pub struct Bookmark {
    pub name: String,
    /// From 1.
    pub page: usize,
    /// Points from the bottom of the page.
    pub top: f32,
}

/// The entire document, ready to be written to a file.
pub struct Finished<'a> {
    /// Compressed.
    pub pages: Vec<Vec<u8>>,
    pub bookmarks: Vec<Bookmark>,
    pub fonts: Fonts<'a>,
}

/// The operators of one page as they stand in the file: filled rectangles,
/// then the text above them. Kept as bytes, for a large document has
/// thousands of pages until their number can be printed on them.
#[derive(Default)]
struct Page {
    shapes: Vec<u8>,
    shape_ink: Option<Ink>,
    text: Vec<u8>,
    pen: Option<Pen>,
}

/// What the last text was written with.
#[derive(Clone, Copy, PartialEq)]
struct Pen {
    face: usize,
    size: f32,
    rise: i32,
    ink: Ink,
}

impl<'a> Sheet<'a> {
    pub fn new(fonts: Fonts<'a>, furniture: Furniture) -> Self {
        let mut sheet = Self {
            fonts,
            furniture,
            done: Vec::new(),
            page: Page::default(),
            y: TOP,
            bookmarks: Vec::new(),
        };
        sheet.begin();
        sheet
    }

    /// Puts the current place into the outline.
    pub fn bookmark(&mut self, name: String) {
        self.bookmarks.push(Bookmark {
            name,
            page: self.done.len() + 1,
            top: self.y + 6.0,
        });
    }

    /// Starts a new page unless `height` is left on this one; true if it did.
    pub fn room(&mut self, height: f32) -> bool {
        let tall = height > TOP - BOTTOM - 40.0;
        if self.y - height >= BOTTOM || tall {
            return false;
        }
        self.finish_page();
        self.begin();
        true
    }

    /// Moves down.
    pub fn skip(&mut self, height: f32) {
        self.y -= height;
    }

    /// A rule over the full width of the text, `above` points over the next
    /// line's top.
    pub fn rule(&mut self, left: f32, thickness: f32, ink: Ink) {
        self.bar(left, RIGHT - left, thickness, ink);
    }

    /// A filled rectangle that stands on the current height.
    pub fn bar(&mut self, left: f32, width: f32, height: f32, ink: Ink) {
        let y = self.y;
        self.page.fill(left, y, width, height, ink);
    }

    /// Text with its baseline in the current line; returns its width.
    pub fn show(&mut self, x: f32, style: Style, cut: TextLine<'_>) -> f32 {
        let line = self.lay_out(style, cut);
        let width = points(line.width, style.size);
        let y = self.baseline(style);
        self.page.show(x, y, style, line);
        width
    }

    /// As [`Sheet::show`], ending at `right`.
    pub fn show_right(&mut self, right: f32, style: Style, cut: TextLine<'_>) {
        let line = self.lay_out(style, cut);
        let y = self.baseline(style);
        let x = right - points(line.width, style.size);
        self.page.show(x, y, style, line);
    }

    /// Text at the side of a column where its script begins.
    pub fn show_between(&mut self, left: f32, right: f32, style: Style, cut: TextLine<'_>) {
        match cut.rtl {
            true => self.show_right(right, style, cut),
            false => {
                self.show(left, style, cut);
            }
        }
    }

    /// Lines of `text`, over as many pages as it takes.
    pub fn paragraph(&mut self, left: f32, right: f32, style: Style, text: &str) {
        for cut in self.wrap(style, text, right - left) {
            self.room(style.leading);
            self.show_between(left, right, style, cut);
            self.skip(style.leading);
        }
    }

    /// `text` cut into lines that are at most `width` points wide.
    pub fn wrap<'t>(&mut self, style: Style, text: &'t str, width: f32) -> Vec<TextLine<'t>> {
        let width = (width * 1000.0 / style.size) as i32;
        wrap(&mut self.fonts, style.weight, text, width)
    }

    pub fn finish(mut self) -> Result<Finished<'a>> {
        self.finish_page();
        let done = std::mem::take(&mut self.done);
        let total = done.len();
        let mut pages = Vec::with_capacity(total);
        for (at, page) in done.into_iter().enumerate() {
            self.page = page;
            self.footer(at + 1, total);
            pages.push(std::mem::take(&mut self.page).finish()?);
        }
        Ok(Finished {
            pages,
            bookmarks: self.bookmarks,
            fonts: self.fonts,
        })
    }

    fn lay_out(&mut self, style: Style, cut: TextLine<'_>) -> ShapedLine {
        shape(&mut self.fonts, style.weight, cut.text, cut.rtl)
    }

    /// The current line's baseline: its leading is mostly above it.
    fn baseline(&self, style: Style) -> f32 {
        self.y - style.leading * 0.78
    }

    fn begin(&mut self) {
        self.y = TOP;
        if let Some((word, sentence)) = self.furniture.banner {
            self.y = TOP + 18.0;
            let width = self.show(LEFT, BANNER_BOLD, TextLine::from(word));
            self.show(LEFT + width + 6.0, BANNER, TextLine::from(sentence));
            self.skip(BANNER.leading + 4.0);
            self.rule(LEFT, 0.8, Ink::Red);
            self.y = TOP - 8.0;
        }
    }

    fn finish_page(&mut self) {
        let mut page = std::mem::take(&mut self.page);
        page.shapes.shrink_to_fit();
        page.text.shrink_to_fit();
        self.done.push(page);
    }

    /// Written last: only then the number of pages is known.
    fn footer(&mut self, number: usize, total: usize) {
        self.y = BOTTOM - 14.0;
        self.rule(LEFT, 0.4, Ink::Pale);
        self.skip(4.0);
        let count = format!("page {number} of {total}");
        self.show_right(RIGHT, FOOTER, TextLine::from(count.as_str()));
        let seal = self.furniture.seal.clone();
        self.show_right(RIGHT - 70.0, FOOTER, TextLine::from(seal.as_str()));
        let text = self.furniture.footer.clone();
        for cut in self.wrap(FOOTER, &text, 290.0).into_iter().take(1) {
            self.show(LEFT, FOOTER, cut);
        }
        if let Some(remark) = self.furniture.remark {
            self.skip(FOOTER.leading);
            self.show(LEFT, FOOTER, TextLine::from(remark));
        }
    }
}

impl Page {
    fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        if self.shape_ink != Some(ink) {
            self.shape_ink = Some(ink);
            put(&mut self.shapes, format_args!("{}\n", ink.operator()));
        }
        put(
            &mut self.shapes,
            format_args!("{x:.2} {y:.2} {width:.2} {height:.2} re f\n"),
        );
    }

    fn show(&mut self, x: f32, y: f32, style: Style, line: ShapedLine) {
        let mut x = x;
        for run in line.runs {
            let width = points(run.width, style.size);
            self.run(x, y, style, run);
            x += width;
        }
    }

    fn run(&mut self, x: f32, y: f32, style: Style, mut run: Run) {
        let out = &mut self.text;
        let next = Pen {
            face: run.face,
            size: style.size,
            rise: run.rise,
            ink: style.ink,
        };
        let last = self.pen.replace(next);
        let changed = |what: fn(&Pen, &Pen) -> bool| last.is_none_or(|pen| what(&pen, &next));
        if changed(|a, b| a.face != b.face || a.size != b.size) {
            let name = font_id(run.face).0;
            put(out, format_args!("/{name} {:.2} Tf\n", style.size));
        }
        if changed(|a, b| a.ink != b.ink) {
            put(out, format_args!("{}\n", style.ink.operator()));
        }
        if last.map_or(0, |pen| pen.rise) != run.rise {
            put(
                out,
                format_args!("{:.2} Ts\n", points(run.rise, style.size)),
            );
        }
        if let Some(text) = &run.says {
            put(out, format_args!("/Span<</ActualText<FEFF"));
            for unit in text.encode_utf16() {
                put(out, format_args!("{unit:04X}"));
            }
            put(out, format_args!(">>>BDC\n"));
        }
        put(out, format_args!("1 0 0 1 {x:.2} {y:.2} Tm["));
        out.extend_from_slice(run.shown());
        out.extend_from_slice(b"]TJ\n");
        if run.ends {
            put(out, format_args!("EMC\n"));
        }
    }

    /// The operators, compressed.
    fn finish(self) -> Result<Vec<u8>> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder
            .write_all(&self.shapes)
            .and_then(|()| encoder.write_all(b"BT\n"))
            .and_then(|()| encoder.write_all(&self.text))
            .and_then(|()| encoder.write_all(b"ET\n"))
            .and_then(|()| encoder.finish())
            .map_err(|error| Error::bug(format!("cannot compress a page: {error}")))
    }
}

impl Ink {
    /// The operator that makes it the colour to fill with.
    fn operator(self) -> &'static str {
        match self {
            Self::Black => "0 g",
            Self::Grey => "0.35 g",
            Self::Pale => "0.75 g",
            Self::Red => "0.65 0.08 0.08 rg",
            Self::Blue => "0.33 0.47 0.63 rg",
        }
    }
}

fn put(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    // a Vec takes all
    let _ = out.write_fmt(text);
}

/// Thousandths of the font size in points.
fn points(thousandths: i32, size: f32) -> f32 {
    thousandths as f32 * size / 1000.0
}

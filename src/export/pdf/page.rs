//! Pages: where text and rules go, when a new page begins, what stands at the
//! top and the bottom of each.

use super::fonts::{Fonts, Weight};
use super::layout::SHORT;
use super::locale::Locale;
use super::operators::{Ink, Page, Style, points};
use super::shaping::{ShapedLine, shape};
use super::text::{TextLine, shorten, wrap};
use super::words::Word;
use crate::error::Result;
use crate::export::model::Paper;

/// Margins, in points.
pub const LEFT: f32 = 48.0;
const TOP: f32 = 48.0;
/// Below the footer.
const FOOT: f32 = 28.0;

const FOOTER: Style = Style::new(Weight::Regular, 6.5, 9.0, Ink::Grey);
const BANNER: Style = Style::new(Weight::Regular, 8.5, 11.0, Ink::Red);
const BANNER_BOLD: Style = Style::new(Weight::Bold, 8.5, 11.0, Ink::Red);

/// What every page repeats.
pub struct Furniture {
    /// Printed at the top of every page: a word in bold, then a sentence.
    pub banner: Option<(String, String)>,
    /// In the footer, left of the page number.
    pub title: String,
    /// Further lines of the footer.
    pub lines: Vec<String>,
}

/// The pages so far and the place where the next line goes.
pub struct Sheet<'a> {
    pub fonts: Fonts<'a>,
    pub locale: Locale,
    /// Where the text ends on the right, in points.
    pub right: f32,
    top: f32,
    bottom: f32,
    /// Nothing is printed, and no page begins.
    measuring: bool,
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

impl<'a> Sheet<'a> {
    pub fn new(fonts: Fonts<'a>, locale: Locale, paper: Paper, furniture: Furniture) -> Self {
        let (width, height) = paper.points();
        let mut sheet = Self {
            fonts,
            locale,
            right: width - LEFT,
            top: height - TOP,
            bottom: FOOT,
            measuring: false,
            furniture,
            done: Vec::new(),
            page: Page::default(),
            y: height - TOP,
            bookmarks: Vec::new(),
        };
        sheet.bottom += sheet.measure(Self::footer_lines) + FOOTER.leading + 20.0;
        sheet.begin();
        sheet
    }

    /// Puts the current place into the outline.
    pub fn bookmark(&mut self, name: &str) {
        self.bookmarks.push(Bookmark {
            name: shorten(name, SHORT),
            page: self.done.len() + 1,
            top: self.y + 6.0,
        });
    }

    /// Starts a new page unless `height` is left on this one; true if it did.
    pub fn room(&mut self, height: f32) -> bool {
        let tall = height > self.top - self.bottom - 40.0;
        if self.y - height >= self.bottom || tall || self.measuring {
            return false;
        }
        self.finish_page();
        self.begin();
        true
    }

    /// How high what `print` prints would be on one page.
    pub fn measure(&mut self, print: impl FnOnce(&mut Self)) -> f32 {
        let before = (self.y, self.measuring);
        let page = std::mem::take(&mut self.page);
        self.measuring = true;
        print(self);
        let height = before.0 - self.y;
        (self.y, self.measuring) = before;
        self.page = page;
        height
    }

    /// Moves down.
    pub fn skip(&mut self, height: f32) {
        self.y -= height;
    }

    /// A rule over the full width of the text, `above` points over the next
    /// line's top.
    pub fn rule(&mut self, thickness: f32, ink: Ink) {
        self.rule_between(LEFT, self.right, thickness, ink);
    }

    pub fn rule_between(&mut self, left: f32, right: f32, thickness: f32, ink: Ink) {
        let y = self.y;
        self.page.fill(left, y, right - left, thickness, ink);
    }

    /// The logo, with its lower left corner on the current height.
    pub fn logo(&mut self, width: f32, height: f32) {
        self.page.logo(LEFT, self.y, width, height);
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

    /// The same, each line ending at `right`.
    pub fn paragraph_right(&mut self, left: f32, right: f32, style: Style, text: &str) {
        for cut in self.wrap(style, text, right - left) {
            self.show_right(right, style, cut);
            self.skip(style.leading);
        }
    }

    /// Two parts of a page side by side, and what follows below both.
    pub fn beside(&mut self, left: impl FnOnce(&mut Self), right: impl FnOnce(&mut Self)) {
        let top = self.y;
        left(self);
        let bottom = std::mem::replace(&mut self.y, top);
        right(self);
        self.y = self.y.min(bottom);
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
        self.y = self.top;
        if let Some((word, sentence)) = self.furniture.banner.clone() {
            self.y = self.top + 18.0;
            let width = self.show(LEFT, BANNER_BOLD, TextLine::from(word.as_str()));
            self.show(
                LEFT + width + 6.0,
                BANNER,
                TextLine::from(sentence.as_str()),
            );
            self.skip(BANNER.leading + 4.0);
            self.rule(0.8, Ink::Red);
            self.y = self.top - 12.0;
        }
    }

    fn finish_page(&mut self) {
        let mut page = std::mem::take(&mut self.page);
        page.shrink();
        self.done.push(page);
    }

    /// Written last: only then the number of pages is known.
    fn footer(&mut self, number: usize, total: usize) {
        self.y = self.bottom - 12.0;
        self.rule(0.4, Ink::Pale);
        self.skip(4.0);
        let count = self.locale.sentence(Word::Page, &[&number, &total]);
        self.show_right(self.right, FOOTER, TextLine::from(count.as_str()));
        let title = self.furniture.title.clone();
        let width = self.right - LEFT - 90.0;
        for cut in self.wrap(FOOTER, &title, width).into_iter().take(1) {
            self.show(LEFT, FOOTER, cut);
        }
        self.skip(FOOTER.leading);
        self.footer_lines();
    }

    fn footer_lines(&mut self) {
        let lines = std::mem::take(&mut self.furniture.lines);
        for line in &lines {
            for cut in self.wrap(FOOTER, line, self.right - LEFT) {
                self.show_between(LEFT, self.right, FOOTER, cut);
                self.skip(FOOTER.leading);
            }
        }
        self.furniture.lines = lines;
    }
}

impl Paper {
    /// Its width and height.
    pub fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

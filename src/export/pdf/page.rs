//! Pages: where text and rules go, when a new page begins, what stands at the
//! top and the bottom of each.

use printpdf::{
    Color, DictItem, Greyscale, Mm, Op, PaintMode, PdfFontHandle, PdfPage, Pt, Rect, Rgb, TextItem,
    TextMatrix,
};

use super::fonts::{Fonts, Weight, font_id};
use super::shaping::{Line, Run, shape};
use super::text::{Cut, wrap};

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
    /// What must not be overlooked.
    Red,
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
/// Room for the operations of a footer, which comes last.
const FOOTER_OPS: usize = 16;
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
    done: Vec<PdfPage>,
    page: Page,
    y: f32,
}

/// Rules and text of one page, and where the text ended.
#[derive(Default)]
struct Page {
    rules: Vec<Op>,
    rule_ink: Option<Ink>,
    text: Vec<Op>,
    pen: Option<Pen>,
}

#[derive(Clone, Copy, PartialEq)]
struct Pen {
    x: f32,
    y: f32,
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
        };
        sheet.begin();
        sheet
    }

    /// The number of the page being written, from 1.
    pub fn page_number(&self) -> usize {
        self.done.len() + 1
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

    /// A rule over the text's whole width, `above` points over the next
    /// line's top.
    pub fn rule(&mut self, left: f32, thickness: f32, ink: Ink) {
        let y = self.y;
        self.page.rule(left, RIGHT, y, thickness, ink);
    }

    /// Text with its baseline in the current line; returns its width.
    pub fn show(&mut self, x: f32, style: Style, cut: Cut<'_>) -> f32 {
        let line = self.lay_out(style, cut);
        let width = points(line.width, style.size);
        let y = self.baseline(style);
        self.page.show(x, y, style, line);
        width
    }

    /// As [`Sheet::show`], ending at `right`.
    pub fn show_right(&mut self, right: f32, style: Style, cut: Cut<'_>) {
        let line = self.lay_out(style, cut);
        let y = self.baseline(style);
        let x = right - points(line.width, style.size);
        self.page.show(x, y, style, line);
    }

    /// Lines of `text`, over as many pages as it takes.
    pub fn paragraph(&mut self, left: f32, right: f32, style: Style, text: &str) {
        for cut in self.wrap(style, text, right - left) {
            self.room(style.leading);
            self.show(left, style, cut);
            self.skip(style.leading);
        }
    }

    /// `text` cut into lines that are at most `width` points wide.
    pub fn wrap<'t>(&mut self, style: Style, text: &'t str, width: f32) -> Vec<Cut<'t>> {
        let width = (width * 1000.0 / style.size) as i32;
        wrap(&mut self.fonts, style.weight, text, width)
    }

    /// The finished pages and the fonts they use.
    pub fn finish(mut self) -> (Vec<PdfPage>, Fonts<'a>) {
        self.finish_page();
        let total = self.done.len();
        let pages = std::mem::take(&mut self.done);
        let pages = pages.into_iter().enumerate().map(|(at, mut page)| {
            self.footer(&mut page, at + 1, total);
            page
        });
        (pages.collect(), self.fonts)
    }

    fn lay_out(&mut self, style: Style, cut: Cut<'_>) -> Line {
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
            let width = self.show(LEFT, BANNER_BOLD, Cut::from(word));
            self.show(LEFT + width + 6.0, BANNER, Cut::from(sentence));
            self.skip(BANNER.leading + 4.0);
            self.rule(LEFT, 0.8, Ink::Red);
            self.y = TOP - 8.0;
        }
    }

    fn finish_page(&mut self) {
        let page = std::mem::take(&mut self.page);
        self.done.push(page.finish());
    }

    /// Written last: only then the number of pages is known.
    fn footer(&mut self, page: &mut PdfPage, number: usize, total: usize) {
        self.y = BOTTOM - 14.0;
        self.rule(LEFT, 0.4, Ink::Pale);
        self.skip(4.0);
        let count = format!("page {number} of {total}");
        self.show_right(RIGHT, FOOTER, Cut::from(count.as_str()));
        let seal = self.furniture.seal.clone();
        self.show_right(RIGHT - 70.0, FOOTER, Cut::from(seal.as_str()));
        let text = self.furniture.footer.clone();
        for cut in self.wrap(FOOTER, &text, 290.0).into_iter().take(1) {
            self.show(LEFT, FOOTER, cut);
        }
        if let Some(remark) = self.furniture.remark {
            self.skip(FOOTER.leading);
            self.show(LEFT, FOOTER, Cut::from(remark));
        }
        let footer = std::mem::take(&mut self.page).finish();
        page.ops.extend(footer.ops);
    }
}

impl Page {
    fn rule(&mut self, left: f32, right: f32, y: f32, thickness: f32, ink: Ink) {
        if self.rule_ink != Some(ink) {
            self.rule_ink = Some(ink);
            self.rules.push(Op::SetFillColor { col: ink.color() });
        }
        self.rules.push(Op::DrawRectangle {
            rectangle: Rect {
                x: Pt(left),
                y: Pt(y),
                width: Pt(right - left),
                height: Pt(thickness),
                mode: Some(PaintMode::Fill),
                winding_order: None,
            },
        });
    }

    fn show(&mut self, x: f32, y: f32, style: Style, line: Line) {
        let mut x = x;
        for run in line.runs {
            let width = points(run.width, style.size);
            self.run(x, y, style, run);
            x += width;
        }
    }

    /// What stands on one line in one style becomes one operation, with gaps
    /// inside: operations are what a large document's memory goes to.
    fn run(&mut self, x: f32, y: f32, style: Style, run: Run) {
        let next = Pen {
            x,
            y,
            face: run.face,
            size: style.size,
            rise: run.rise,
            ink: style.ink,
        };
        let last = self.pen;
        let same_line = last.is_some_and(|pen| pen.y == y);
        if !same_line {
            let matrix = TextMatrix::Translate(Pt(x), Pt(y));
            self.text.push(Op::SetTextMatrix { matrix });
        }
        let changed = |what: fn(&Pen, &Pen) -> bool| last.is_none_or(|pen| what(&pen, &next));
        if changed(|a, b| a.face != b.face || a.size != b.size) {
            self.text.push(Op::SetFont {
                font: PdfFontHandle::External(font_id(run.face)),
                size: Pt(style.size),
            });
        }
        if changed(|a, b| a.ink != b.ink) {
            let col = style.ink.color();
            self.text.push(Op::SetFillColor { col });
        }
        if last.map_or(0, |pen| pen.rise) != run.rise {
            let multiplier = points(run.rise, style.size);
            self.text.push(Op::SetLineOffset { multiplier });
        }
        let gap = last.filter(|_| same_line).map_or(0.0, |pen| x - pen.x);
        let offset = TextItem::Offset(-gap * 1000.0 / style.size);
        let offset = (gap.abs() > 0.001).then_some(offset);
        if let Some(text) = &run.says {
            self.text.push(says(text));
        }
        match self.text.last_mut() {
            Some(Op::ShowText { items }) => items.extend(offset.into_iter().chain(run.items)),
            _ => self.text.push(Op::ShowText {
                items: offset.into_iter().chain(run.items).collect(),
            }),
        }
        if run.ends {
            self.text.push(Op::EndMarkedContent);
        }
        self.pen = Some(Pen {
            x: x + points(run.width, style.size),
            ..next
        });
    }

    fn finish(self) -> PdfPage {
        let mut ops = self.rules;
        ops.reserve_exact(self.text.len() + 2 + FOOTER_OPS);
        ops.push(Op::StartTextSection);
        // All pages are kept until the file is written: no spare room.
        ops.extend(self.text.into_iter().map(|mut op| {
            if let Op::ShowText { items } = &mut op {
                items.shrink_to_fit();
            }
            op
        }));
        ops.push(Op::EndTextSection);
        PdfPage::new(Mm(210.0), Mm(297.0), ops)
    }
}

impl Ink {
    fn color(self) -> Color {
        let grey = |percent| {
            Color::Greyscale(Greyscale {
                percent,
                icc_profile: None,
            })
        };
        match self {
            Self::Black => grey(0.0),
            Self::Grey => grey(0.35),
            Self::Pale => grey(0.75),
            Self::Red => Color::Rgb(Rgb::new(0.65, 0.08, 0.08, None)),
        }
    }
}

/// Opens a stretch whose glyphs are not in the order of its letters.
fn says(text: &str) -> Op {
    let utf16 = std::iter::once(0xfeff).chain(text.encode_utf16());
    let data = utf16.flat_map(u16::to_be_bytes).collect();
    let text = ("ActualText".to_owned(), DictItem::Bytes(data));
    Op::BeginMarkedContentWithProperties {
        tag: "Span".to_owned(),
        properties: DictItem::Dict { map: [text].into() },
    }
}

/// Thousandths of the font size in points.
fn points(thousandths: i32, size: f32) -> f32 {
    thousandths as f32 * size / 1000.0
}

//! The operators of a page, as they stand in the file.

use std::io::Write;

use super::file::deflated;
use super::fonts::{Weight, font_id};
use super::shaping::{Run, ShapedLine};
use crate::error::Result;

/// The logo's name among the resources of a page.
pub const LOGO: &str = "Logo";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Black,
    Grey,
    /// Thin rules.
    Pale,
    /// The colour of warnings.
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

/// The operators of one page as they stand in the file: filled rectangles,
/// then the text above them. Kept as bytes, for a large document has
/// thousands of pages until their number can be printed on them.
#[derive(Default)]
pub struct Page {
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

impl Page {
    pub fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        if self.shape_ink != Some(ink) {
            self.shape_ink = Some(ink);
            put(&mut self.shapes, format_args!("{}\n", ink.operator()));
        }
        put(
            &mut self.shapes,
            format_args!("{x:.2} {y:.2} {width:.2} {height:.2} re f\n"),
        );
    }

    /// The logo, by its lower left corner.
    pub fn logo(&mut self, x: f32, y: f32, width: f32, height: f32) {
        put(
            &mut self.shapes,
            format_args!("q {width:.2} 0 0 {height:.2} {x:.2} {y:.2} cm /{LOGO} Do Q\n"),
        );
    }

    /// No more comes.
    pub fn shrink(&mut self) {
        self.shapes.shrink_to_fit();
        self.text.shrink_to_fit();
    }

    pub fn show(&mut self, x: f32, y: f32, style: Style, line: ShapedLine) {
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
    pub fn finish(self) -> Result<Vec<u8>> {
        deflated(&[&self.shapes, b"BT\n", &self.text, b"ET\n"])
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
        }
    }
}

fn put(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    // a Vec takes all
    let _ = out.write_fmt(text);
}

/// Thousandths of the font size in points.
pub fn points(thousandths: i32, size: f32) -> f32 {
    thousandths as f32 * size / 1000.0
}

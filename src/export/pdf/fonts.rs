//! The faces of a document: which one prints a character, how wide, and the
//! subset of each that goes into the file.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Op, ParsedFont, PdfFont, PdfFontHandle, PdfFontMap,
    PdfFontMetricsStub, Pt, TextItem,
};
use rustybuzz::ttf_parser::{self, GlyphId};
use subsetter::GlyphRemapper;

use super::search::FontFile;
use super::shaping::Plans;
use crate::error::{Error, Result};
use crate::export::side_file::FontOfMachine;

const REGULAR: &[u8] = include_bytes!("fonts/DejaVuSans.ttf");
const BOLD: &[u8] = include_bytes!("fonts/DejaVuSans-Bold.ttf");

/// What stands for a character that no font has.
pub const SUBSTITUTE: char = '\u{fffd}';

/// Characters below are found in a table, all others in a map.
const COMMON: usize = 0x500;

/// Besides ASCII, what is in every document, so that most have the same fonts.
const USUAL: &str = "ÄÀÇÉÈÑÖÓÜßàáâäçèéêëíïñòóôöùúüŒœ–—’„“”…€";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    Regular,
    Bold,
}

/// Where a character is printed from.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// Index of the face.
    pub face: usize,
    /// Its number in the subset.
    pub glyph: u16,
    /// In thousandths of the font size.
    pub width: i32,
    /// No face has it: [`SUBSTITUTE`] is printed.
    pub missing: bool,
}

pub struct Fonts<'a> {
    /// The regular and the bold embedded one, then those of the machine.
    pub(super) faces: Vec<Face<'a>>,
    common: [Vec<Option<Spot>>; 2],
    rare: HashMap<(Weight, char), Spot>,
}

pub(super) struct Face<'a> {
    bytes: &'a [u8],
    /// Of a font of this machine.
    sha256: Option<&'a str>,
    pub(super) font: rustybuzz::Face<'a>,
    pub(super) plans: Plans,
    /// Gives the glyphs that are used new, consecutive numbers.
    used: GlyphRemapper,
    /// New glyph numbers.
    characters: BTreeMap<u32, u16>,
    /// New glyph number to thousandths of the font size.
    widths: BTreeMap<u16, u16>,
    /// New glyph number to the text that readers copy out of the file.
    texts: BTreeMap<u16, String>,
}

impl Fonts<'static> {
    pub fn embedded() -> Result<Self> {
        let mut faces = Vec::new();
        for bytes in [REGULAR, BOLD] {
            let face = Face::new(bytes, None);
            faces.push(face.ok_or_else(|| Error::bug("the built-in font does not parse"))?);
        }
        Ok(Self {
            faces,
            common: [vec![None; COMMON], vec![None; COMMON]],
            rare: HashMap::new(),
        })
    }

    /// Puts characters into the document that nearly every one has.
    pub fn add_common(&mut self) {
        for weight in [Weight::Regular, Weight::Bold] {
            for c in (' '..='~').chain(USUAL.chars()) {
                self.spot(weight, c);
            }
        }
    }

    /// The same for another document.
    pub fn copy<'a>(&self) -> Fonts<'a> {
        Fonts {
            faces: self.faces.iter().map(Face::copy).collect(),
            common: self.common.clone(),
            rare: self.rare.clone(),
        }
    }
}

impl<'a> Fonts<'a> {
    /// Further fonts, asked in this order.
    pub fn add(&mut self, more: &'a [Rc<FontFile>]) {
        let faces = more
            .iter()
            .filter_map(|file| Face::new(&file.bytes, Some(&file.sha256)));
        self.faces.extend(faces);
    }

    /// Whether a face has the character.
    pub fn have(&self, c: char) -> bool {
        let has = |face: &Face<'_>| face.font.glyph_index(c).is_some_and(|glyph| glyph.0 != 0);
        self.faces.iter().any(has)
    }

    /// How many glyphs the document has of each face.
    pub fn glyphs(&self) -> Vec<usize> {
        let used = self.faces.iter().map(|face| face.widths.len());
        used.filter(|count| *count > 0).collect()
    }

    /// The fonts of this machine that the document has glyphs of.
    pub fn of_machine(&self) -> Vec<FontOfMachine> {
        let used = self.faces.iter().filter(|face| !face.widths.is_empty());
        used.filter_map(|face| {
            Some(FontOfMachine {
                name: face.name(),
                sha256: face.sha256?.to_owned(),
            })
        })
        .collect()
    }

    /// The face that prints `c`, which is then part of the document.
    pub fn spot(&mut self, weight: Weight, c: char) -> Spot {
        let common = self.common[weight as usize].get(c as usize);
        let known = match common {
            Some(spot) => *spot,
            None => self.rare.get(&(weight, c)).copied(),
        };
        if let Some(spot) = known {
            return spot;
        }
        let spot = self.look_up(weight, c);
        match self.common[weight as usize].get_mut(c as usize) {
            Some(slot) => *slot = Some(spot),
            None => {
                self.rare.insert((weight, c), spot);
            }
        }
        spot
    }

    fn look_up(&mut self, weight: Weight, c: char) -> Spot {
        let first = weight as usize;
        for face in std::iter::once(first).chain(0..self.faces.len()) {
            if let Some(spot) = self.spot_in(face, c) {
                return spot;
            }
        }
        let substitute = self.spot_in(0, SUBSTITUTE);
        Spot {
            face: 0,
            glyph: substitute.map_or(0, |spot| spot.glyph),
            width: substitute.map_or(0, |spot| spot.width),
            missing: true,
        }
    }

    /// `c` printed from one certain face, if that has it.
    pub fn spot_in(&mut self, face: usize, c: char) -> Option<Spot> {
        let (glyph, width) = self.faces.get_mut(face)?.character(c)?;
        Some(Spot {
            face,
            glyph,
            width,
            missing: false,
        })
    }

    /// Of a glyph by its number in the subset, in thousandths of the font size.
    #[cfg(test)]
    pub fn width(&self, face: usize, glyph: u16) -> i32 {
        self.faces[face].widths[&glyph].into()
    }

    /// Operations that show every glyph of the document once. printpdf embeds the
    /// glyphs that operations show, with their text.
    pub fn specimen(&self) -> Vec<Op> {
        let mut operations = vec![Op::StartTextSection];
        for (at, face) in self.faces.iter().enumerate() {
            operations.push(Op::SetFont {
                font: PdfFontHandle::External(font_id(at)),
                size: Pt(1.0),
            });
            let glyphs = face.texts.iter();
            let glyphs = glyphs.map(|(&glyph, text)| Codepoint::with_cid(glyph, 0.0, text.clone()));
            operations.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(glyphs.collect())],
            });
        }
        operations.push(Op::EndTextSection);
        operations
    }

    /// The subsets, by the names that [`font_id`] gives.
    pub fn subsets(&self) -> Result<PdfFontMap> {
        let mut fonts = PdfFontMap::default();
        for (at, face) in self.faces.iter().enumerate() {
            if !face.widths.is_empty() {
                fonts
                    .map
                    .insert(font_id(at), PdfFont::new(face.subset(at)?));
            }
        }
        Ok(fonts)
    }
}

/// The name of a face inside the file.
pub fn font_id(face: usize) -> FontId {
    FontId(format!("wl{face}"))
}

impl<'a> Face<'a> {
    fn new(bytes: &'a [u8], sha256: Option<&'a str>) -> Option<Self> {
        Some(Self {
            bytes,
            sha256,
            font: rustybuzz::Face::from_slice(bytes, 0)?,
            plans: Plans::default(),
            used: GlyphRemapper::new(),
            characters: BTreeMap::new(),
            widths: BTreeMap::new(),
            texts: BTreeMap::new(),
        })
    }

    fn copy(&self) -> Self {
        Self {
            font: self.font.clone(),
            plans: Plans::default(),
            used: self.used.clone(),
            characters: self.characters.clone(),
            widths: self.widths.clone(),
            texts: self.texts.clone(),
            ..*self
        }
    }

    /// The new number of a character's glyph, and its width.
    fn character(&mut self, c: char) -> Option<(u16, i32)> {
        if let Some(glyph) = self.characters.get(&c.into())
            && let Some(width) = self.widths.get(glyph)
        {
            return Some((*glyph, i32::from(*width)));
        }
        let glyph = self.font.glyph_index(c).filter(|glyph| glyph.0 != 0)?;
        let (number, width) = self.glyph(glyph.0);
        self.characters.insert(c.into(), number);
        self.texts.insert(number, c.into());
        Some((number, width))
    }

    /// What a glyph that was shaped says; empty where another says it all.
    pub(super) fn reads(&mut self, number: u16, text: &str) {
        let known = self.texts.entry(number).or_default();
        if known.is_empty() {
            known.push_str(text);
        }
    }

    /// Puts a glyph into the document: its new number and its width.
    pub(super) fn glyph(&mut self, glyph: u16) -> (u16, i32) {
        let number = self.used.remap(glyph);
        let advance = self.font.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
        let width = u16::try_from(self.scale(advance.into())).unwrap_or(u16::MAX);
        self.widths.insert(number, width);
        (number, width.into())
    }

    /// Font units to thousandths of the font size.
    pub(super) fn scale(&self, units: i32) -> i32 {
        let per_em = i64::from(self.font.units_per_em()).max(1);
        i32::try_from(i64::from(units) * 1000 / per_em).unwrap_or(0)
    }

    fn subset(&self, at: usize) -> Result<ParsedFont> {
        let bytes = subsetter::subset(self.bytes, 0, &self.used)
            .map_err(|error| Error::bug(format!("cannot subset a font: {error}")))?;
        let small = |units: i16| i16::try_from(self.scale(units.into())).unwrap_or(0);
        let bounds = self.font.global_bounding_box();
        Ok(ParsedFont {
            font_index: 0,
            font_name: Some(format!("{}+{}", tag(at), self.name())),
            codepoint_to_glyph: self.characters.clone(),
            glyph_widths: self.widths.clone(),
            // Widths and bounds are thousandths already.
            units_per_em: 1000,
            font_metrics: FontMetrics {
                ascent: small(self.font.ascender()),
                descent: small(self.font.descender()),
            },
            font_type: if bytes.starts_with(b"OTTO") {
                FontType::OpenTypeCFF(())
            } else {
                FontType::TrueType
            },
            original_bytes: bytes,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: 1000,
                x_min: small(bounds.x_min),
                y_min: small(bounds.y_min),
                x_max: small(bounds.x_max),
                y_max: small(bounds.y_max),
                us_weight_class: self.font.weight().to_number(),
                ..PdfFontMetricsStub::default()
            },
        })
    }

    fn name(&self) -> String {
        let names = self.font.names();
        let name = names
            .into_iter()
            .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
            .find_map(|name| name.to_string())
            .unwrap_or_default();
        name.chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect()
    }
}

/// Six capitals that mark a subset, another for each face.
fn tag(at: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    format!("WLSU{}{}", letter(at / 26), letter(at))
}

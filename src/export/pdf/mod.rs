//! Work orders as a PDF that an accountant can file and a customer can read: PDF/A-2b.
//!
//! `layout` says what is on the pages, with `head`, `summary`, `matrix`, `details` and
//! `foot`; `words` and `locale` how each language says it; `table`, `page` and
//! `operators` where it goes; `text` and `shaping` turn strings into lines of glyphs;
//! `fonts` and `search` know where the glyphs come from. `file` writes the document
//! around the pages, with `archive` what archives want of it.

mod approvals;
mod archive;
mod details;
mod file;
mod fonts;
mod foot;
mod head;
mod layout;
mod locale;
mod matrix;
mod operators;
mod page;
mod people;
mod search;
mod shaping;
mod summary;
mod sums;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod words;

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::model::{Document, Source};
use super::side_file::FontOfMachine;
use crate::error::Result;
use crate::logo;

use archive::Info;
use file::{Contents, FontObjects, Picture};
use fonts::{Fonts, Weight};
use search::MachineFonts;
use text::clean_line;

/// A finished file.
#[derive(Debug)]
pub struct Rendered {
    pub bytes: Vec<u8>,
    /// The fonts of this machine that are in the file: with others, its bytes differ.
    pub fonts: Vec<FontOfMachine>,
    /// Sentences for the person who exports, such as what no font prints.
    pub warnings: Vec<String>,
}

/// Makes PDFs; what many documents share is made once.
pub struct Renderer {
    fonts: Fonts<'static>,
    /// Of `fonts` as they are here, which is enough for most documents.
    objects: FontObjects,
    machine: MachineFonts,
    logo: Option<(Arc<[u8]>, Picture)>,
}

impl Renderer {
    pub fn new() -> Result<Self> {
        let mut fonts = Fonts::embedded()?;
        fonts.add_common();
        Ok(Self {
            objects: FontObjects::of(&fonts)?,
            fonts,
            machine: MachineFonts::default(),
            logo: None,
        })
    }

    /// The document as a PDF. Same document, same fonts on the machine, same
    /// bytes; no fonts of the machine are needed for Latin, Greek and Cyrillic.
    pub fn render(&mut self, document: &Document) -> Result<Rendered> {
        let (logo, without_logo) = match self.logo(document) {
            Ok(logo) => (logo, None),
            // a client other than wl may have stored it; the time sheet is worth more
            Err(error) => (
                None,
                Some(format!("the document has no logo, because it {error}")),
            ),
        };
        let mut missing = text::foreign(document, &self.fonts);
        let files = self.machine.find(&missing);
        let mut fonts = self.fonts.copy();
        fonts.add(&files);
        missing.retain(|&c| fonts.spot(Weight::Regular, c).missing);
        let warnings = text::warning(document, &missing);
        let size = logo.as_ref().map(|logo| (logo.width, logo.height));
        let finished = layout::write(document, fonts, size).finish()?;
        let objects = match finished.fonts.glyphs() == self.fonts.glyphs() {
            true => self.objects.clone(),
            false => FontObjects::of(&finished.fonts)?,
        };
        let used = finished.fonts.of_machine();
        let bytes = file::write(Contents {
            fonts: objects,
            logo,
            info: info(document),
            language: document.letterhead.language.as_str(),
            paper: document.options.paper.points(),
            pages: finished.pages,
            bookmarks: finished.bookmarks,
        })?;
        Ok(Rendered {
            bytes,
            fonts: used,
            warnings: without_logo.into_iter().chain(warnings).collect(),
        })
    }

    fn logo(&mut self, document: &Document) -> Result<Option<Picture>> {
        let Some(png) = &document.letterhead.logo else {
            return Ok(None);
        };
        if let Some((known, picture)) = &self.logo
            && known == png
        {
            return Ok(Some(picture.clone()));
        }
        let decoded = logo::decode(png)?;
        let picture = Picture::new(&decoded)?;
        self.logo = Some((Arc::clone(png), picture.clone()));
        Ok(Some(picture))
    }
}

/// The date is that of the data: the same data gives the same file tomorrow.
fn info(document: &Document) -> Info {
    let organisation = document.letterhead.organisation.as_deref();
    let approved = document
        .time_entries()
        .filter_map(|entry| entry.approved_at);
    let (date, subject) = match &document.source {
        Source::Bill(bill) => (Some(bill.made_at), format!("SHA-256 {}", bill.lines_sha256)),
        Source::Export { seal } => (approved.max(), format!("audit seal {seal}")),
        Source::OwnRecord => (approved.max(), String::new()),
    };
    Info {
        title: layout::title(document),
        author: text::shorten(&clean_line(organisation.unwrap_or_default()), 200),
        subject,
        date: date.unwrap_or(DateTime::<Utc>::UNIX_EPOCH),
    }
}

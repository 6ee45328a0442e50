//! Work orders as a PDF: something an accountant files and a customer reads.
//!
//! `layout` says what is on the pages, `table` and `page` where it goes,
//! `text` and `shaping` turn strings into lines of glyphs, `fonts` and
//! `search` know where the glyphs come from. The file itself is written by
//! printpdf.

mod approvals;
mod fonts;
mod layout;
mod page;
mod search;
mod shaping;
mod table;
#[cfg(test)]
mod tests;
mod text;

use printpdf::{OffsetDateTime, PdfDocument, PdfSaveOptions};
use sha2::{Digest, Sha256};

use super::model::Document;
use crate::error::{Error, Result};

/// A finished file.
#[derive(Debug)]
pub struct Rendered {
    pub bytes: Vec<u8>,
    /// Sentences for the person who exports, such as what no font prints.
    pub warnings: Vec<String>,
}

/// The document as a PDF. Same document, same fonts on the machine, same
/// bytes; no fonts of the machine are needed for Latin, Greek and Cyrillic.
pub fn render(document: &Document) -> Result<Rendered> {
    let mut missing = text::foreign(document);
    let files = if missing.is_empty() {
        Vec::new()
    } else {
        search::find(&missing)
    };
    let mut fonts = fonts::Fonts::new(&files)?;
    missing.retain(|&c| fonts.spot(fonts::Weight::Regular, c).missing);
    let warnings = if missing.is_empty() {
        None
    } else {
        text::warning(document, &missing)
    };
    let (sheet, bookmarks) = layout::write(document, fonts);
    let (pages, fonts) = sheet.finish();
    let mut pdf = PdfDocument::new(&layout::title(document));
    pdf.pages = pages;
    pdf.resources.fonts = fonts.into_subsets()?;
    for (name, page) in &bookmarks {
        pdf.add_bookmark(name, *page);
    }
    describe(&mut pdf, document)?;
    Ok(Rendered {
        bytes: save(pdf, !bookmarks.is_empty())?,
        warnings: warnings.into_iter().collect(),
    })
}

/// Title, author and dates. The dates are those of the data: the same data
/// gives the same file tomorrow.
fn describe(pdf: &mut PdfDocument, document: &Document) -> Result<()> {
    let orders = document.orders.iter();
    let entries = orders
        .flat_map(|order| &order.lines)
        .flat_map(|line| &line.entries);
    let latest = entries.filter_map(|entry| entry.approved_at).max();
    let date = OffsetDateTime::from_unix_timestamp(latest.map_or(0, |at| at.timestamp()))
        .map_err(|error| Error::bug(format!("a date of approval is out of range: {error}")))?;
    let info = &mut pdf.metadata.info;
    info.creation_date = date;
    info.modification_date = date;
    info.metadata_date = date;
    info.author = document
        .organisation
        .as_deref()
        .map(|name| text::shorten(&text::clean_line(name), 200))
        .unwrap_or_default();
    info.creator = "wl".to_owned();
    info.producer = "printpdf".to_owned();
    info.subject = format!("audit seal {}", document.seal);
    Ok(())
}

fn save(pdf: PdfDocument, bookmarks: bool) -> Result<Vec<u8>> {
    let bug = |what: &str| Error::bug(format!("cannot write the PDF: {what}"));
    let mut notes = Vec::new();
    let mut file = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut notes);
    drop(pdf);
    if let Some(note) = notes.first() {
        return Err(bug(&format!("{note:?}")));
    }
    // printpdf writes 1.3 and, as the page mode, a string, which viewers
    // ignore.
    file.version = "1.7".to_owned();
    // An empty conformance makes readers announce a standard it does not keep.
    let info = file
        .trailer
        .get(b"Info")
        .and_then(|info| info.as_reference());
    let info = info.and_then(|id| file.get_dictionary_mut(id));
    info.map_err(|e| bug(&e.to_string()))?
        .remove(b"GTS_PDFXVersion");
    if bookmarks {
        let catalog = file.catalog_mut().map_err(|e| bug(&e.to_string()))?;
        catalog.set("PageMode", "UseOutlines");
    }
    file.compress();
    // printpdf numbers the documents of a process; the identifier becomes
    // that of the content: the second pass has the hash of the first.
    let mut id = vec![0; 16];
    let mut bytes = Vec::new();
    for _ in 0..2 {
        let ids = file.trailer.get_mut(b"ID");
        let ids = ids.and_then(|ids| ids.as_array_mut());
        for one in ids.map_err(|e| bug(&e.to_string()))? {
            *one.as_str_mut().map_err(|e| bug(&e.to_string()))? = id.clone();
        }
        bytes.clear();
        file.save_to(&mut bytes).map_err(|e| bug(&e.to_string()))?;
        id = Sha256::digest(&bytes)[..16].to_vec();
    }
    Ok(bytes)
}

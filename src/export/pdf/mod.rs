//! Work orders as a PDF that an accountant can file and a customer can read.
//!
//! `layout` says what is on the pages, with `approvals` and `chart`; `table`
//! and `page` where it goes; `text` and `shaping` turn strings into lines of
//! glyphs; `fonts` and `search` know where the glyphs come from. The pages are
//! written by `page`, the document around them by printpdf.

mod approvals;
mod chart;
mod fonts;
mod layout;
mod page;
mod search;
mod shaping;
mod table;
#[cfg(test)]
mod tests;
mod text;

use printpdf::{Mm, OffsetDateTime, PdfDocument, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

use page::Bookmark;

use super::model::Document;
use super::side_file::FontOfMachine;
use crate::error::{Error, Result};

/// A finished file.
#[derive(Debug)]
pub struct Rendered {
    pub bytes: Vec<u8>,
    /// Sentences for the person who exports, such as what no font prints.
    pub warnings: Vec<String>,
    /// The fonts of this machine that are in the file.
    pub fonts: Vec<FontOfMachine>,
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
    let finished = layout::write(document, fonts).finish()?;
    let mut pdf = PdfDocument::new(&layout::title(document));
    let blank = PdfPage::new(Mm(210.0), Mm(297.0), Vec::new());
    pdf.pages = vec![blank; finished.pages.len()];
    if let Some(first) = pdf.pages.first_mut() {
        first.ops = finished.fonts.specimen();
    }
    let of_machine = finished.fonts.of_machine();
    pdf.resources.fonts = finished.fonts.into_subsets()?;
    for bookmark in &finished.bookmarks {
        pdf.add_bookmark(&bookmark.name, bookmark.page);
    }
    describe(&mut pdf, document)?;
    Ok(Rendered {
        bytes: save(pdf, finished.pages, &finished.bookmarks)?,
        warnings: warnings.into_iter().collect(),
        fonts: of_machine,
    })
}

/// Title, author and dates. The dates are those of the data: the same data
/// gives the same file tomorrow.
fn describe(pdf: &mut PdfDocument, document: &Document) -> Result<()> {
    let entries = document.time_entries();
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
    info.subject = document
        .seal
        .as_ref()
        .map_or_else(String::new, |seal| format!("audit seal {seal}"));
    Ok(())
}

/// The file: printpdf's document around our pages, which it would keep as
/// millions of operations otherwise.
fn save(pdf: PdfDocument, pages: Vec<Vec<u8>>, bookmarks: &[Bookmark]) -> Result<Vec<u8>> {
    let bug = |what: String| Error::bug(format!("cannot write the PDF: {what}"));
    let mut notes = Vec::new();
    let mut file = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut notes);
    drop(pdf);
    if let Some(note) = notes.first() {
        return Err(bug(format!("{note:?}")));
    }
    let numbered = file.get_pages();
    for (content, page) in pages.into_iter().zip(numbered.into_values()) {
        let stream = file.get_page_contents(page).first().copied();
        let stream = stream.ok_or_else(|| bug("a page has no content".to_owned()))?;
        let stream = file
            .get_object_mut(stream)
            .and_then(|object| object.as_stream_mut())
            .map_err(|e| bug(e.to_string()))?;
        stream.set_content(content);
        stream.dict.set("Filter", "FlateDecode");
    }
    // printpdf writes 1.3.
    file.version = "1.7".to_owned();
    // An empty conformance makes readers announce a standard it does not keep.
    let info = file
        .trailer
        .get(b"Info")
        .and_then(|info| info.as_reference());
    let info = info.and_then(|id| file.get_dictionary_mut(id));
    info.map_err(|e| bug(e.to_string()))?
        .remove(b"GTS_PDFXVersion");
    if !bookmarks.is_empty() {
        // printpdf writes the page mode as a string, which viewers ignore.
        let catalog = file.catalog_mut().map_err(|e| bug(e.to_string()))?;
        catalog.set("PageMode", "UseOutlines");
        let outlines = catalog.get(b"Outlines").and_then(|all| all.as_reference());
        let outlines = outlines.and_then(|all| file.get_dictionary(all));
        let mut item = outlines.and_then(|all| all.get(b"First")?.as_reference());
        // It sorts those of one page by name, and knows no place on a page.
        for bookmark in bookmarks {
            let found = item.and_then(|id| file.get_dictionary_mut(id));
            let found = found.map_err(|e| bug(e.to_string()))?;
            let title = found.get_mut(b"Title").and_then(|title| title.as_str_mut());
            let utf16 = std::iter::once(0xfeff).chain(bookmark.name.encode_utf16());
            *title.map_err(|e| bug(e.to_string()))? = utf16.flat_map(u16::to_be_bytes).collect();
            let place = found
                .get_mut(b"Dest")
                .and_then(|place| place.as_array_mut());
            if let [_, _, left, top, _] = place.map_err(|e| bug(e.to_string()))?.as_mut_slice() {
                *left = 0.into();
                *top = bookmark.top.into();
            }
            item = found.get(b"Next").and_then(|next| next.as_reference());
        }
    }
    file.compress();
    // printpdf numbers the documents of a process; the identifier becomes
    // that of the content: the second pass has the hash of the first.
    let mut id = vec![0; 16];
    let mut bytes = Vec::new();
    for _ in 0..2 {
        let ids = file.trailer.get_mut(b"ID");
        let ids = ids.and_then(|ids| ids.as_array_mut());
        for one in ids.map_err(|e| bug(e.to_string()))? {
            *one.as_str_mut().map_err(|e| bug(e.to_string()))? = id.clone();
        }
        bytes.clear();
        file.save_to(&mut bytes).map_err(|e| bug(e.to_string()))?;
        id = Sha256::digest(&bytes)[..16].to_vec();
    }
    Ok(bytes)
}

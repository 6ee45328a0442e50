//! The file around the pages. printpdf makes the objects of fonts; all others are
//! written here.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

use super::archive::{Info, output_intent};
use super::fonts::Fonts;
use super::operators::LOGO;
use super::page::Bookmark;
use crate::error::{Error, Result};
use crate::logo::Logo;

/// The objects of fonts; the root is the dictionary of all of them.
#[derive(Clone)]
pub struct FontObjects(Document);

impl FontObjects {
    pub fn of(fonts: &Fonts<'_>) -> Result<Self> {
        let mut pdf = PdfDocument::new("");
        let page = PdfPage::new(Mm(1.0), Mm(1.0), fonts.specimen());
        pdf.pages = vec![page];
        pdf.resources.fonts = fonts.subsets()?;
        let mut notes = Vec::new();
        let mut file = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut notes);
        if let Some(note) = notes.first() {
            return Err(Error::bug(format!("cannot embed a font: {note:?}")));
        }
        let dictionary = font_dictionary(&file).map_err(bug)?;
        file.trailer.set("Root", dictionary);
        file.trailer.remove(b"Info");
        file.trailer.remove(b"ID");
        file.prune_objects();
        file.renumber_objects();
        file.compress();
        Ok(Self(file))
    }
}

fn font_dictionary(file: &Document) -> lopdf::Result<ObjectId> {
    let page = file
        .page_iter()
        .next()
        .ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let resources = file
        .get_dictionary(page)?
        .get(b"Resources")?
        .as_reference()?;
    file.get_dictionary(resources)?.get(b"Font")?.as_reference()
}

/// The picture of a logo, compressed.
#[derive(Clone)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    object: Stream,
}

impl Picture {
    pub fn new(logo: &Logo) -> Result<Self> {
        let content = deflated(&[&logo.rgb])?;
        let (width, height) = (logo.width, logo.height);
        let kind = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "ColorSpace" => "DeviceRGB",
            "Width" => width, "Height" => height, "BitsPerComponent" => 8,
            "Filter" => "FlateDecode",
        };
        Ok(Self {
            width,
            height,
            object: Stream::new(kind, content),
        })
    }
}

/// What stands in the file.
pub struct Contents {
    pub fonts: FontObjects,
    pub logo: Option<Picture>,
    pub info: Info,
    /// The code of the language.
    pub language: &'static str,
    /// Points.
    pub paper: (f32, f32),
    /// Compressed.
    pub pages: Vec<Vec<u8>>,
    pub bookmarks: Vec<Bookmark>,
}

pub fn write(contents: Contents) -> Result<Vec<u8>> {
    let FontObjects(mut file) = contents.fonts;
    file.version = "1.7".to_owned();
    let fonts = file.trailer.get(b"Root").cloned().map_err(bug)?;
    let mut pictures = lopdf::Dictionary::new();
    if let Some(logo) = contents.logo {
        pictures.set(LOGO, file.add_object(logo.object));
    }
    let resources = file.add_object(dictionary! { "Font" => fonts, "XObject" => pictures });
    let pages = file.new_object_id();
    let (width, height) = contents.paper;
    let kids: Vec<ObjectId> = contents
        .pages
        .into_iter()
        .map(|content| {
            let content = Stream::new(dictionary! { "Filter" => "FlateDecode" }, content);
            let content = file.add_object(content);
            file.add_object(dictionary! {
                "Type" => "Page", "Parent" => pages, "Resources" => resources, "Contents" => content,
                "MediaBox" => vec![0.into(), 0.into(), width.into(), height.into()],
            })
        })
        .collect();
    let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
    let references: Vec<Object> = kids.iter().map(|id| Object::Reference(*id)).collect();
    file.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Kids" => references, "Count" => count },
    );
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Lang" => Object::string_literal(contents.language),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "Metadata" => file.add_object(contents.info.metadata()),
        "OutputIntents" => vec![output_intent(&mut file).into()],
    };
    if let Some(outlines) = outlines(&mut file, &contents.bookmarks, &kids) {
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", "UseOutlines");
    }
    let catalog = file.add_object(catalog);
    let info = file.add_object(contents.info.dictionary());
    file.trailer.set("Root", catalog);
    file.trailer.set("Info", info);
    file.compress();
    with_identifier(file)
}

/// The entries of the outline, all of one level.
fn outlines(file: &mut Document, bookmarks: &[Bookmark], pages: &[ObjectId]) -> Option<ObjectId> {
    let all = file.new_object_id();
    let items: Vec<ObjectId> = bookmarks.iter().map(|_| file.new_object_id()).collect();
    for (at, (bookmark, id)) in bookmarks.iter().zip(&items).enumerate() {
        let page = *pages.get(bookmark.page - 1)?;
        let mut item = dictionary! {
            "Parent" => all,
            "Title" => lopdf::text_string(&bookmark.name),
            "Dest" => vec![page.into(), "XYZ".into(), 0.into(), bookmark.top.into(), Object::Null],
        };
        if let Some(next) = items.get(at + 1) {
            item.set("Next", *next);
        }
        if let Some(previous) = at.checked_sub(1).and_then(|at| items.get(at)) {
            item.set("Prev", *previous);
        }
        file.set_object(*id, item);
    }
    let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
    file.set_object(all, dictionary! {
        "Type" => "Outlines", "First" => *items.first()?, "Last" => *items.last()?, "Count" => count,
    });
    Some(all)
}

/// The bytes of the file, with an identifier that is the hash of them without it.
fn with_identifier(mut file: Document) -> Result<Vec<u8>> {
    let id = Object::String(vec![0; 16], StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)
        .map_err(|error| bug(error.into()))?;
    let digits = hex::encode_upper(&Sha256::digest(&bytes)[..16]);
    let zeros = "0".repeat(digits.len());
    // the trailer is the end of the file
    let mut end = bytes.len();
    for _ in 0..2 {
        let found = bytes[..end]
            .windows(zeros.len())
            .rposition(|part| part == zeros.as_bytes());
        end = found.ok_or_else(|| Error::bug("a PDF without identifier"))?;
        bytes[end..end + digits.len()].copy_from_slice(digits.as_bytes());
    }
    Ok(bytes)
}

/// The parts, one after the other, compressed.
pub fn deflated(parts: &[&[u8]]) -> Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    parts
        .iter()
        .try_for_each(|part| encoder.write_all(part))
        .and_then(|()| encoder.finish())
        .map_err(|error| Error::bug(format!("cannot compress a page: {error}")))
}

fn bug(error: lopdf::Error) -> Error {
    Error::bug(format!("cannot write the PDF: {error}"))
}

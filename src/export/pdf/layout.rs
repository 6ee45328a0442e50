//! A document from top to bottom.

use super::fonts::Fonts;
use super::locale::Locale;
use super::page::{Furniture, LEFT, Sheet};
use super::table::BODY;
use super::text::{clean_line, shorten};
use super::words::Word;
use super::{details, head, summary};
use crate::export::model::{Document, Source};

/// Titles in footers and bookmarks are cut, in characters; the full one is on
/// the page.
pub const SHORT: usize = 60;

pub fn locale(document: &Document) -> Locale {
    Locale {
        language: document.letterhead.language,
        zone: document.letterhead.zone,
    }
}

/// What it is called, such as `Bill 17` or `Work order WO-1042`.
pub fn title(document: &Document) -> String {
    let locale = locale(document);
    match (&document.source, document.orders.as_slice()) {
        (Source::Bill(bill), _) => format!("{} {}", locale.word(Word::Bill), bill.number),
        (_, [order]) => {
            let number = shorten(&clean_line(&order.number), SHORT);
            format!("{} {number}", locale.word(Word::Order))
        }
        _ => locale.word(Word::TimeSheet).to_owned(),
    }
}

/// `logo`: its width and height in pixels.
pub fn write<'a>(document: &Document, fonts: Fonts<'a>, logo: Option<(u32, u32)>) -> Sheet<'a> {
    let locale = locale(document);
    let paper = document.options.paper;
    let mut sheet = Sheet::new(fonts, locale, paper, furniture(document, locale));
    head::head(&mut sheet, document, logo);
    if document.orders.is_empty() {
        let none = locale.word(Word::NoOrders);
        sheet.paragraph(LEFT, sheet.right, BODY, none);
    }
    summary::summary(&mut sheet, document);
    details::details(&mut sheet, document);
    sheet
}

fn furniture(document: &Document, locale: Locale) -> Furniture {
    let mut title = title(document);
    if let Some(period) = head::period(document, locale) {
        title = format!("{title}, {period}");
    }
    let footer = document.letterhead.footer.iter();
    let mut lines: Vec<String> = footer
        .flat_map(|text| text.lines())
        .map(|line| clean_line(line).into_owned())
        .collect();
    if document.own_approval_allowed {
        lines.insert(0, locale.word(Word::OwnApproval).to_owned());
    }
    Furniture {
        banner: banner(document, locale),
        title,
        lines,
    }
}

/// What is to be known of every page: words, then the reasons.
fn banner(document: &Document, locale: Locale) -> Option<(String, String)> {
    let cancelled = matches!(&document.source, Source::Bill(bill) if bill.cancelled);
    let own = matches!(document.source, Source::OwnRecord);
    let parts = [
        (cancelled, Word::Cancelled, Word::CancelledWhy),
        (own, Word::OwnRecord, Word::OwnRecordWhy),
        (document.draft, Word::Draft, Word::DraftWhy),
    ];
    let parts = parts.into_iter().filter(|(applies, ..)| *applies);
    let (words, reasons): (Vec<&str>, Vec<&str>) = parts
        .map(|(_, word, why)| (locale.word(word), locale.word(why)))
        .unzip();
    (!words.is_empty()).then(|| (words.join(", "), reasons.join("; ")))
}

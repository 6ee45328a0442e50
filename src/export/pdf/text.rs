//! Text before it is laid out: cleaned of what cannot be printed, cut into
//! lines.

use std::borrow::Cow;
use std::collections::BTreeSet;

use unicode_bidi::Direction;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fonts::{Fonts, SUBSTITUTE, Weight};
use super::shaping::{is_complex, shape};
use crate::export::model::{Document, Source};
use crate::text;

/// A letter with more marks than this is cut: no honest text has it.
const LONGEST_CLUSTER: usize = 1000;

/// Longer words, in bytes, are no words and are cut as their letters come.
const LONGEST_WORD: usize = 1000;

/// Lines of a note that are kept as they are.
const LONGEST_NOTE: usize = 100;

/// A line of a wrapped text.
#[derive(Debug, Clone, Copy)]
pub struct TextLine<'t> {
    pub text: &'t str,
    /// Its paragraph runs from right to left.
    pub rtl: bool,
}

/// Composed (NFC), without control characters; line breaks are `\n`.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (b' '..=b'~').contains(&b)) {
        return Cow::Borrowed(text);
    }
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text)
    };
    text.chars().filter_map(printable).nfc().collect()
}

/// A note keeps its line breaks, unless it would be pages of nearly nothing.
pub fn clean_note(text: &str) -> Cow<'_, str> {
    if text.lines().nth(LONGEST_NOTE).is_some() {
        clean_line(text)
    } else {
        clean(text)
    }
}

/// [`clean`], with line breaks as spaces.
pub fn clean_line(text: &str) -> Cow<'_, str> {
    let text = clean(text);
    if text.contains('\n') {
        Cow::Owned(text.replace('\n', " "))
    } else {
        text
    }
}

fn printable(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        // Fixed spaces would be breaking ones otherwise.
        '\u{a0}' | '\u{202f}' => Some('\u{a0}'),
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => None,
        // Invisible: the layout decides on direction and breaks by itself.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'
        | '\u{200e}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => None,
        c => Some(c),
    }
}

/// Cuts `text` into lines of at most `width` thousandths of the font size, at
/// spaces where there are any; takes time linear in its length.
pub fn wrap<'t>(
    fonts: &mut Fonts<'_>,
    weight: Weight,
    text: &'t str,
    width: i32,
) -> Vec<TextLine<'t>> {
    let mut cuts = Vec::new();
    for paragraph in text.split('\n') {
        let rtl = TextLine::from(paragraph).rtl;
        let mut rest = paragraph;
        loop {
            let (end, next) = first_line(fonts, weight, rest, width);
            let text = rest[..end].trim_end_matches(' ');
            rest = rest[next..].trim_start_matches(' ');
            // only spaces stood before a word that needs a line of its own
            if !text.is_empty() || rest.is_empty() {
                cuts.push(TextLine { text, rtl });
            }
            if rest.is_empty() {
                break;
            }
        }
    }
    cuts
}

/// Where the first line of `text` ends and where the next may begin.
fn first_line(fonts: &mut Fonts<'_>, weight: Weight, text: &str, width: i32) -> (usize, usize) {
    let (mut used, mut at) = (0_i32, 0);
    while at < text.len() {
        let word = first_word(&text[at..]);
        used = used.saturating_add(word_width(fonts, weight, word));
        let fits = word == " " || used <= width && word.len() <= LONGEST_WORD;
        if !fits {
            let end = match at {
                0 => part_that_fits(fonts, weight, word, width),
                before => before,
            };
            return (end, end);
        }
        at += word.len();
    }
    (at, at)
}

/// The beginning of `text` that no line divides if it fits on one: a space, or what
/// stands before the next one.
fn first_word(text: &str) -> &str {
    let mut before = None;
    for (at, c) in text.char_indices() {
        match before {
            Some(' ') => return &text[..at],
            Some(before) if c == ' ' || breaks_between(before, c) => return &text[..at],
            _ => before = Some(c),
        }
    }
    text
}

/// Joined letters are narrower than each alone.
fn word_width(fonts: &mut Fonts<'_>, weight: Weight, word: &str) -> i32 {
    if word.len() <= LONGEST_WORD && word.chars().any(is_complex) {
        return shape(fonts, weight, word, false).width;
    }
    let widths = word.chars().map(|c| fonts.spot(weight, c).width);
    widths.fold(0, i32::saturating_add)
}

/// Where a word that is wider than a line is cut, with at least one letter before.
fn part_that_fits(fonts: &mut Fonts<'_>, weight: Weight, word: &str, width: i32) -> usize {
    let (mut used, mut cluster) = (0_i32, 0);
    for (at, c) in word.char_indices() {
        used = fonts.spot(weight, c).width.saturating_add(used);
        cluster = if is_combining_mark(c) { cluster + 1 } else { 0 };
        let whole = cluster == 0 || cluster > LONGEST_CLUSTER;
        if (used > width || cluster > LONGEST_CLUSTER) && at > 0 && whole {
            return at;
        }
    }
    word.len()
}

/// Chinese and Japanese may break between any two characters, save before
/// closing punctuation.
fn breaks_between(before: char, after: char) -> bool {
    let ideograph = |c: char| matches!(c as u32, 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF);
    (ideograph(before) || ideograph(after))
        && !"、。，．：；？！」』）】》〉・ー".contains(after)
        && !"「『（【《〈".contains(before)
}

/// The characters of a document that the embedded fonts lack.
pub fn foreign(document: &Document, fonts: &Fonts<'_>) -> BTreeSet<char> {
    let mut seen = BTreeSet::new();
    for text in texts(document) {
        if !text.is_ascii() {
            seen.extend(clean(text).chars().filter(|c| !c.is_ascii()));
        }
    }
    seen.retain(|&c| c != '\n' && !fonts.have(c));
    seen
}

/// The sentence about what no font on this machine prints: the first text
/// that has such characters, and how many others.
pub fn warning(document: &Document, missing: &BTreeSet<char>) -> Option<String> {
    if missing.is_empty() {
        return None;
    }
    let mut first = None;
    let mut affected = BTreeSet::new();
    for text in texts(document).filter(|text| !text.is_ascii()) {
        let shown = clean_line(text);
        if shown.chars().any(|c| missing.contains(&c)) {
            affected.insert(text);
            first.get_or_insert(shown);
        }
    }
    let text = first?;
    let characters: BTreeSet<char> = text.chars().filter(|c| missing.contains(c)).collect();
    let characters: String = characters.into_iter().take(20).collect();
    let more = match affected.len() - 1 {
        0 => String::new(),
        n => format!(" and {}", text::counted(n, "more text", "more texts")),
    };
    Some(format!(
        "no font on this machine can print \"{characters}\" in \"{}\"{more}; printed as {SUBSTITUTE}",
        shorten(&text, 60)
    ))
}

/// At most `limit` characters, the last an ellipsis if some are left out.
pub fn shorten(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some(_) => text.chars().take(limit - 1).chain(['…']).collect(),
    }
}

/// Everything that is printed and not ours.
fn texts(document: &Document) -> impl Iterator<Item = &str> {
    let (letterhead, options) = (&document.letterhead, &document.options);
    let reference = match &document.source {
        Source::Bill(bill) => bill.reference.as_deref(),
        Source::Export { .. } | Source::OwnRecord => None,
    };
    let sender = [
        &letterhead.organisation,
        &letterhead.address,
        &letterhead.footer,
    ];
    let sender = sender.into_iter().filter_map(|text| text.as_deref());
    let lines = document.orders.iter().flat_map(|order| &order.lines);
    let orders = document.orders.iter();
    sender
        .chain(reference)
        .chain(options.signatures.iter().map(String::as_str))
        .chain(orders.flat_map(|order| [order.number.as_str(), &order.title, &order.customer]))
        .chain(lines.map(|line| line.description.as_str()))
        .chain(document.time_entries().flat_map(|entry| {
            let names = [Some(entry.user_name.as_str()), entry.approved_by.as_deref()];
            let names = names.map(|name| name.filter(|_| !options.hide_names));
            let note = entry.note.as_deref().filter(|_| !options.hide_notes);
            names.into_iter().chain([note]).flatten()
        }))
}

impl<'t> From<&'t str> for TextLine<'t> {
    /// One line that is known to fit.
    fn from(text: &'t str) -> Self {
        let rtl = !text.is_ascii() && unicode_bidi::get_base_direction(text) == Direction::Rtl;
        Self { text, rtl }
    }
}

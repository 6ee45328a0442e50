//! Which characters count in a reason. The list is here; the database's function
//! `wl.has_substance` is written from it, so both always agree.

/// Ranges of characters that don't count, each with what they are: everything
/// that is not a letter or digit, has no shape of its own, or is for private
/// use. Rare punctuation and marks of single scripts are left in.
const WITHOUT: [(char, char, &str); 39] = [
    (
        '\u{1}',
        '/',
        "control characters, space and ASCII punctuation",
    ),
    (':', '@', "ASCII punctuation"),
    ('[', '`', "ASCII punctuation"),
    (
        '{',
        '\u{a9}',
        "ASCII punctuation, C1 controls, Latin-1 signs up to ©",
    ),
    ('\u{ab}', '\u{b4}', "Latin-1 signs, superscript 2 and 3"),
    ('\u{b6}', '\u{b9}', "Latin-1 signs, superscript 1"),
    (
        '\u{bb}',
        '\u{bf}',
        "quotation mark, fractions, question mark",
    ),
    ('\u{d7}', '\u{d7}', "multiplication sign"),
    ('\u{f7}', '\u{f7}', "division sign"),
    ('\u{300}', '\u{36f}', "combining marks"),
    ('\u{378}', '\u{379}', "unassigned in Greek"),
    (
        '\u{600}',
        '\u{605}',
        "Arabic number signs, which are invisible",
    ),
    ('\u{61c}', '\u{61c}', "Arabic letter mark"),
    ('\u{6dd}', '\u{6dd}', "Arabic end of ayah"),
    ('\u{70f}', '\u{70f}', "Syriac abbreviation mark"),
    ('\u{890}', '\u{891}', "Arabic pound and piastre marks"),
    ('\u{8e2}', '\u{8e2}', "Arabic disputed end of ayah"),
    ('\u{115f}', '\u{1160}', "Hangul fillers"),
    ('\u{1680}', '\u{1680}', "Ogham space"),
    (
        '\u{17b4}',
        '\u{17b5}',
        "Khmer inherent vowels, which are invisible",
    ),
    ('\u{180b}', '\u{180f}', "Mongolian selectors"),
    (
        '\u{2000}',
        '\u{206f}',
        "general punctuation, spaces and invisible characters",
    ),
    ('\u{20d0}', '\u{20ff}', "combining marks for symbols"),
    (
        '\u{2190}',
        '\u{2bff}',
        "arrows, mathematical and technical symbols, shapes",
    ),
    ('\u{3000}', '\u{3000}', "ideographic space"),
    ('\u{3164}', '\u{3164}', "Hangul filler"),
    ('\u{e000}', '\u{f8ff}', "private use"),
    ('\u{fdd0}', '\u{fdef}', "noncharacters"),
    ('\u{fe00}', '\u{fe0f}', "variation selectors"),
    ('\u{feff}', '\u{feff}', "byte order mark"),
    ('\u{ffa0}', '\u{ffa0}', "halfwidth Hangul filler"),
    ('\u{fff0}', '\u{ffff}', "specials"),
    ('\u{110bd}', '\u{110bd}', "Kaithi number sign"),
    ('\u{110cd}', '\u{110cd}', "Kaithi number sign above"),
    ('\u{13430}', '\u{1345f}', "Egyptian format controls"),
    ('\u{1bca0}', '\u{1bcaf}', "shorthand format controls"),
    ('\u{1d000}', '\u{1d2ff}', "musical symbols"),
    (
        '\u{1f000}',
        '\u{1faff}',
        "emoji, playing cards and other pictographs",
    ),
    (
        '\u{e0000}',
        '\u{10ffff}',
        "tags, variation selectors and private use",
    ),
];

/// Whether a text has at least three letters or digits of any script.
pub fn has_substance(text: &str) -> bool {
    let counts = |c: &char| {
        let mut ranges = WITHOUT.iter();
        !ranges.any(|(first, last, _)| (first..=last).contains(&c))
    };
    text.chars().filter(counts).nth(2).is_some()
}

/// The file `rules/04_substance.sql`.
pub fn rule_file() -> String {
    let escape = |c: char| match u32::from(c) {
        code @ ..=0xffff => format!("\\\\u{code:04x}"),
        code => format!("\\\\U{code:08x}"),
    };
    let mut ranges = String::new();
    for (first, last, what) in WITHOUT {
        let range = match first == last {
            true => escape(first),
            false => format!("{}-{}", escape(first), escape(last)),
        };
        ranges.push_str(&format!("        '{range}' -- {what}\n"));
    }
    format!(
        "-- Written from src/text/substance.rs: WL_WRITE_SUBSTANCE=1 cargo test --test it substance
--
-- Whether a text has at least three letters or digits. The ranges don't depend
-- on the database's locale, nor the E'' on standard_conforming_strings.
CREATE OR REPLACE FUNCTION wl.has_substance(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(length(regexp_replace(words, E'['
{ranges}        ']', '', 'g')) >= 3, false)
$$;
"
    )
}

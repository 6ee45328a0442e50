//! When two names are the same: letters in either case, and in either of Unicode's
//! forms. The rule is here; the database's function `wl.name_key` is written from it,
//! so both always agree, whatever the locale of the database.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The composed form (NFC) of a text: a Mac types `ü` as two characters, others as one.
pub fn composed(text: &str) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_owned(),
        _ => text.nfc().collect(),
    }
}

/// Two names are the same if their keys are equal.
pub fn name_key(name: &str) -> String {
    composed(name).chars().map(small).collect()
}

/// Both letters of a pair as one. A pair without a single small letter stays apart, and
/// so do rare scripts: the database compares with a list, which is long already.
fn small(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        // at the end of a word
        'ς' => 'σ',
        // Latin, Greek, Cyrillic and Armenian
        '\u{c0}'..='\u{587}' | '\u{1e00}'..='\u{1fff}' => {
            let mut letters = c.to_lowercase();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => c,
            }
        }
        _ => c,
    }
}

/// The body of the database's function, in `migrations/`. Whatever a session sets, each
/// name in it is PostgreSQL's own. ASCII needs no list, and is nearly all.
pub fn function_body() -> String {
    let pairs = || ('\u{80}'..='\u{1fff}').filter(|c| small(*c) != *c);
    let (large, small): (String, String) = pairs().map(|c| (c, small(c))).unzip();
    format!(
        "    SELECT pg_catalog.lower(CASE WHEN pg_catalog.octet_length(name) OPERATOR(pg_catalog.=) pg_catalog.length(name) THEN name
        ELSE pg_catalog.translate(pg_catalog.normalize(name, 'NFC'),
            '{large}',
            '{small}')
        END COLLATE pg_catalog.\"C\")
"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_name_has_one_key() {
        for (one, other) in [
            ("M\u{fc}ller-1", "Mu\u{308}ller-1"),
            ("M\u{fc}ller-1", "M\u{dc}LLER-1"),
            ("MU\u{308}LLER-1", "m\u{fc}ller-1"),
            ("WO-1", "wo-1"),
            ("I-1", "i-1"),
            ("ΟΔΟΣ", "οδος"),
            ("ЗАКАЗ", "заказ"),
            ("NGU\u{1ec4}N", "ngu\u{1ec5}n"),
            ("K-\u{212a}", "k-k"),
        ] {
            assert_eq!(name_key(one), name_key(other), "{one} {other}");
        }
        for (one, other) in [
            ("WO-1", "WO-2"),
            ("Muller", "Müller"),
            ("I", "ı"),
            ("ß", "ss"),
        ] {
            assert_ne!(name_key(one), name_key(other), "{one} {other}");
        }
    }

    #[test]
    fn composed_is_the_short_form() {
        assert_eq!(composed("Mu\u{308}ller"), "M\u{fc}ller");
        assert_eq!(composed("M\u{fc}ller"), "M\u{fc}ller");
        assert_eq!(composed("日本"), "日本");
    }

    proptest! {
        #[test]
        fn the_form_makes_no_difference(name in any::<String>()) {
            let apart: String = name.nfd().collect();
            prop_assert_eq!(name_key(&apart), name_key(&name));
        }
    }
}

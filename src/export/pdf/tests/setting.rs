//! Text becomes lines of glyphs.

use std::collections::HashMap;

use super::{EntrySheet, entry, extract, one, pages, render};
use crate::export::pdf::fonts::{Fonts, Weight};
use crate::export::pdf::search::MachineFonts;
use crate::export::pdf::shaping::{Run, shape};
use crate::export::pdf::text::{clean, wrap};

fn fonts() -> Fonts<'static> {
    Fonts::embedded().unwrap()
}

#[test]
fn long_texts_are_complete() {
    let text: Vec<String> = (0..3000).map(|n| format!("word{n}")).collect();
    let word = "x".repeat(500);
    let mut document = one(vec![entry(1, 60)]);
    let line = &mut document.orders[0].lines[0];
    line.description = text.join(" ");
    line.entries[0].note = Some(format!("{}\n{word}", text.join(" ")));
    line.entries[0].user_name = "Überlang ".repeat(20);
    let found = pages(&document).concat();
    let mut counts = HashMap::new();
    for word in found.split_whitespace() {
        *counts.entry(word).or_insert(0) += 1;
    }
    for word in &text {
        // The first ones are also in the captions of pages further on.
        assert!(counts[word.as_str()] >= 2, "{word}");
    }
    assert!(found.matches('x').count() >= 500);
    assert!(found.matches("Überlang").count() >= 20);
}

#[test]
fn huge_texts_neither_hang_nor_panic() {
    for text in ["lorem ipsum ", "x", "\u{301}", " ", "\n", "a\n", "\0", "مر"] {
        let mut document = one(vec![entry(1, 60)]);
        let long = text.repeat(40_000 / text.len());
        document.orders[0].lines[0].entries[0].note = Some(long.clone());
        document.orders[0].lines[0].entries[0].user_name = long;
        render(&document).unwrap();
    }
}

#[test]
fn names_of_three_alphabets_come_back() {
    let names = [
        "Željko Őrsi",
        "Παύλος Ελληνικάς",
        "Кирилл Кириллица",
        "Nguyễn Ánh",
        "Zoe\u{301}",
    ];
    let entries = names.iter().zip(0..).map(|(name, id)| EntrySheet {
        user: name.to_lowercase(),
        user_name: (*name).to_owned(),
        note: Some("tab\there\r\nnul\0 \u{202e}turned".to_owned()),
        ..entry(id, 60)
    });
    let text = pages(&one(entries.collect())).concat();
    for name in names {
        assert!(text.contains(clean(name).as_ref()), "{name}\n{text}");
    }
    assert!(text.contains("Zoé"));
    assert!(text.contains("tab here") && text.contains("nul turned"));
}

#[test]
fn names_from_right_to_left_come_back() {
    let names = ["עומרי עבדאללה", "مريم گلپایگانی"];
    let entries = names.iter().zip(0..).map(|(name, id)| EntrySheet {
        user: id.to_string(),
        user_name: (*name).to_owned(),
        ..entry(id, 60)
    });
    let text = pages(&one(entries.collect())).concat();
    for name in names {
        assert!(text.contains(name), "{name}");
    }
}

#[test]
fn what_no_font_prints_is_substituted_and_named_once() {
    let mut document = one(vec![entry(1, 60), entry(2, 60)]);
    document.orders[0].customer = "A\u{fdd0}B".to_owned();
    document.orders[0].lines[0].entries[1].note = Some("\u{fdd1}".to_owned());
    let rendered = render(&document).unwrap();
    assert_eq!(
        rendered.warnings,
        [
            "no font on this machine can print \"\u{fdd0}\" in \"A\u{fdd0}B\" and 1 more text; \
          printed as \u{fffd}"
        ]
    );
    assert!(extract(&rendered.bytes).concat().contains("A\u{fffd}B"));
}

#[test]
fn fonts_are_searched_only_for_what_is_asked() {
    assert_eq!(
        MachineFonts::default()
            .find(&std::iter::once('\u{fdd0}').collect())
            .len(),
        0
    );
}

#[test]
fn letters_join_and_run_from_right_to_left() {
    let mut fonts = fonts();
    let joined = shape(&mut fonts, Weight::Regular, "\u{628}\u{628}\u{628}", true);
    let alone = shape(&mut fonts, Weight::Regular, "\u{628}", true);
    assert!(joined.width < 3 * alone.width);
    // A mark that no composed letter has is shaped together with its letter.
    let marked = shape(&mut fonts, Weight::Regular, "x\u{302}y", false);
    assert_eq!(marked.runs[0].says.as_deref(), Some("x\u{302}y"));
    // Visual order: the Latin word stands left of the Hebrew one.
    let mut mixed = shape(&mut fonts, Weight::Regular, "\u{5d0}\u{5d1} ab", true);
    let mut latin = shape(&mut fonts, Weight::Regular, "ab", false);
    assert_eq!(mixed.runs[0].shown(), latin.runs[0].shown());
}

#[test]
fn lines_fit_and_lose_nothing() {
    let mut fonts = fonts();
    let text = "One  two three-four. Donaudampfschifffahrtsgesellschaft é";
    for width in [500, 3000, 9000] {
        let cuts = wrap(&mut fonts, Weight::Regular, text, width);
        for cut in &cuts {
            let line = shape(&mut fonts, Weight::Regular, cut.text, cut.rtl);
            assert!(line.width <= width || cut.text.chars().count() == 1);
        }
        let back: String = cuts.iter().map(|cut| cut.text).collect();
        assert_eq!(back.replace(' ', ""), text.replace(' ', ""));
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_laid_out_whole(text: String, width in 0..20_000) {
        let mut fonts = fonts();
        let text = clean(&text);
        let cuts = wrap(&mut fonts, Weight::Bold, &text, width);
        for cut in &cuts {
            shape(&mut fonts, Weight::Bold, cut.text, cut.rtl);
        }
        let back: String = cuts.iter().map(|cut| cut.text).collect();
        let gaps = [' ', '\n'];
        proptest::prop_assert_eq!(back.replace(gaps, ""), text.replace(gaps, ""));
        fonts.subsets().unwrap();
    }
}

/// The sum of what TJ moves the pen by, in thousandths of the font size: the widths of
/// the glyphs less the steps back, read as a PDF reader reads them.
fn moved(fonts: &Fonts<'_>, run: &mut Run) -> i32 {
    let face = run.face;
    let shown = String::from_utf8(run.shown().to_vec()).unwrap();
    let mut pen = 0;
    for part in shown.split_inclusive(['<', '>']) {
        let inside = part.trim_end_matches(['<', '>']);
        if part.ends_with('>') {
            let codes = inside.as_bytes().chunks(4);
            pen += codes
                .map(|code| u16::from_str_radix(std::str::from_utf8(code).unwrap(), 16).unwrap())
                .map(|glyph| fonts.width(face, glyph))
                .sum::<i32>();
        } else if !inside.is_empty() {
            pen -= inside
                .parse::<i32>()
                .expect("one number between two glyphs");
        }
    }
    pen
}

#[test]
fn marks_stand_on_their_letters_and_move_nothing() {
    let mut fonts = fonts();
    for text in ["שָׁלוֹם", "בְּרֵאשִׁית", "مَرْحَبًا", "x\u{302}\u{331}y"]
    {
        let rtl = !text.starts_with('x');
        let mut line = shape(&mut fonts, Weight::Regular, text, rtl);
        let mut letters = 0;
        for run in &mut line.runs {
            // the steps after the last glyph are left out
            let width = moved(&fonts, run) - run.back;
            assert_eq!(width, run.width, "{text}");
            letters += width;
        }
        assert_eq!(letters, line.width, "{text}");
    }
}

#[test]
fn spaces_before_a_word_are_no_line() {
    let mut fonts = fonts();
    let width = shape(&mut fonts, Weight::Regular, "\u{5d0}\u{5d1}", true).width;
    let cuts = wrap(&mut fonts, Weight::Regular, "  \u{5d0}\u{5d1}", width);
    let cuts: Vec<&str> = cuts.iter().map(|cut| cut.text).collect();
    assert_eq!(cuts, ["\u{5d0}\u{5d1}"]);
    let none = shape(&mut fonts, Weight::Regular, "", true);
    assert!(none.runs.is_empty());
}

#[test]
fn joined_words_wrap_at_their_own_width() {
    let mut fonts = fonts();
    let text = "بببببببب بببببببب";
    let joined = shape(&mut fonts, Weight::Regular, text, true).width;
    let cuts = wrap(&mut fonts, Weight::Regular, text, joined);
    assert_eq!(cuts.len(), 1);
    let cuts = wrap(&mut fonts, Weight::Regular, text, joined - 1);
    assert_eq!(cuts.len(), 2);
    for cut in cuts {
        let line = shape(&mut fonts, Weight::Regular, cut.text, cut.rtl);
        assert!(cut.rtl && line.width < joined);
    }
}

//! Hostile text made harmless: for terminals, for spreadsheets, for reasons; and names
//! compared.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

pub mod name;
mod nearest;
pub mod substance;

pub use name::{composed, name_key};
pub use nearest::{Nearest, near_word, nearest};
pub use substance::has_substance;

/// Text that can be written to a terminal: characters that act instead of
/// being seen come out as escapes, `\n`, `\t`, `\r` or `\u{1b}`.
///
/// Letters of every script stay as they are, right-to-left ones too; a
/// backslash is not doubled, so the result is for people and not for parsing.
pub fn safe(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        push_safe(&mut shown, c);
    }
    Cow::Owned(shown)
}

/// Like [`safe`], cut to at most `max_chars` characters; a cut shows as `…`.
///
/// Reads no further than it writes, so megabytes of junk cost nothing.
pub fn short(text: &str, max_chars: usize) -> String {
    let mut shown = String::new();
    let mut length = 0;
    // Where to cut so that the ellipsis fits and no escape is torn apart.
    let mut cut = 0;
    for c in text.chars() {
        let start = shown.len();
        push_safe(&mut shown, c);
        length += shown[start..].chars().count();
        if length > max_chars {
            shown.truncate(cut);
            shown.push('…');
            break;
        }
        if length < max_chars {
            cut = shown.len();
        }
    }
    shown
}

/// A text as it was typed; None if nothing of it can be seen.
pub fn filled(text: Option<&str>) -> Option<&str> {
    let seen = |c: char| !c.is_whitespace() && !is_hidden(c);
    text.filter(|text| text.contains(seen))
}

/// How many columns of a terminal a text takes.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// Like [`safe`], cut to at most so many columns of a terminal; a cut shows as `…`.
pub fn fit(text: &str, most: usize) -> String {
    let text = safe(text);
    if columns(&text) <= most {
        return text.into_owned();
    }
    let mut shown = String::new();
    let mut left = most.saturating_sub(1);
    for c in text.chars() {
        let width = c.width().unwrap_or(0);
        if width > left {
            break;
        }
        left -= width;
        shown.push(c);
    }
    shown.push('…');
    shown
}

fn push_safe(shown: &mut String, c: char) {
    if is_hidden(c) {
        shown.extend(c.escape_default());
    } else {
        shown.push(c);
    }
}

/// A character that does something to a terminal or a reader without being
/// seen: control characters, line separators, bidirectional controls,
/// invisible format characters and tags.
///
/// The joiners U+200C and U+200D stay: Persian, Indic scripts and emoji are
/// misspelt without them. So do variation selectors, which only pick a glyph.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e007f}')
        || is_filler(c)
}

/// Unicode calls the Hangul fillers letters, but they are blank.
fn is_filler(c: char) -> bool {
    matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// `admin`, `admin or ops`, `admin, accountant or ops`.
pub fn alternatives(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// A number with its noun: `1 entry`, `2 entries`.
pub fn counted<N>(number: N, one: &str, many: &str) -> String
where
    N: Copy + std::fmt::Display + TryInto<i64>,
{
    let is_one = matches!(number.try_into(), Ok(1));
    format!("{number} {}", if is_one { one } else { many })
}

/// Such as `3, 17, 18`.
pub fn numbers(numbers: &[i64]) -> String {
    let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
    numbers.join(", ")
}

/// Rising numbers in words, such as `1 to 3 and 7`.
pub fn ranges(numbers: &[i64]) -> String {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let mut words: Vec<String> = Vec::new();
    for (first, last) in runs {
        match last - first {
            0 => words.push(first.to_string()),
            1 => words.extend([first.to_string(), last.to_string()]),
            _ => words.push(format!("{first} to {last}")),
        }
    }
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// A text for a CSV cell that no spreadsheet runs as a formula: where one could begin,
/// it gets an apostrophe.
///
/// That is at the start, and after each separator or line break, because a program with
/// another list separator would begin a cell there. Spaces, quotes and invisible
/// characters before the sign don't hide it, because some importers drop them. Where an
/// apostrophe already stands, another one is added: taking one apostrophe away in each of
/// these places always gives the original back.
pub fn formula_inert(text: &str) -> Cow<'_, str> {
    let inside = text.contains(CELL_SEPARATORS);
    // nearly every text, and exports have millions
    if !inside && text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return Cow::Borrowed(text);
    }
    let begins_badly = text.starts_with(['\'', '\t', '\r'])
        || text
            .trim_start_matches(|c: char| c.is_whitespace() || is_hidden(c))
            .starts_with(is_formula_sign);
    if !inside {
        return match begins_badly {
            true => Cow::Owned(format!("'{text}")),
            false => Cow::Borrowed(text),
        };
    }
    let mut inert = String::with_capacity(text.len() + 4);
    if begins_badly {
        inert.push('\'');
    }
    for (place, part) in text.split_inclusive(CELL_SEPARATORS).enumerate() {
        if place > 0 && is_formula_part(part) {
            inert.push('\'');
        }
        inert.push_str(part);
    }
    Cow::Owned(inert)
}

/// Where a program that reads a CSV file may begin another cell.
const CELL_SEPARATORS: [char; 6] = [',', ';', '|', '\t', '\r', '\n'];

fn is_formula_part(part: &str) -> bool {
    part.starts_with('\'')
        || part
            .trim_start_matches(|c: char| c == '"' || c.is_whitespace() || is_hidden(c))
            .starts_with(is_formula_sign)
}

/// Line breaks become ` / `, several in a row a single one.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(LINE_BREAKS) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text
        .split(LINE_BREAKS)
        .filter(|line| !line.is_empty())
        .collect();
    Cow::Owned(lines.join(" / "))
}

const LINE_BREAKS: [char; 7] = [
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// `=`, `+`, `-` and `@`, each also in its full-width and its small form.
fn is_formula_sign(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫'
    )
}

/// A single word for every shell: no shell runs, expands or splits it, and it has
/// no invisible characters.
///
/// Some characters are special at the start of a word, such as `=` in zsh and `@` in
/// PowerShell, which also splits at commas.
pub fn is_plain_word(word: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() && !is_filler(c);
    word.starts_with(|c| letter(c) || matches!(c, '.' | '_' | '/'))
        && word
            .chars()
            .all(|c| letter(c) || matches!(c, '.' | '_' | '-' | '+' | ':' | '@' | '/' | '%' | '='))
}

/// A word of a command to copy into a shell, quoted if the shell would split or
/// interpret it.
pub fn shell_word(word: &str) -> String {
    if is_plain_word(word) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_is_cut_to_columns() {
        assert_eq!(fit("pump", 4), "pump");
        assert_eq!(fit("pumps", 4), "pum…");
        // a wide letter is never torn apart
        assert_eq!(fit("語語語", 6), "語語語");
        assert_eq!(fit("語語語", 5), "語語…");
        assert_eq!(fit("語語語", 4), "語…");
        assert_eq!(fit("a\u{1b}", 8), r"a\u{1b}");
        assert_eq!(fit("pump", 0), "…");
    }

    /// As `docs/accountant.md` describes it.
    fn formula_restore(cell: &str) -> String {
        regex::Regex::new(r"(^|[,;|\t\r\n])'")
            .expect("a pattern")
            .replace_all(cell, "$1")
            .into_owned()
    }

    #[test]
    fn control_characters_become_visible() {
        assert_eq!(safe("a\nb\tc\rd"), r"a\nb\tc\rd");
        assert_eq!(safe("\u{1b}[31mred"), r"\u{1b}[31mred");
        assert_eq!(safe("\u{9b}2J\u{7f}\0"), r"\u{9b}2J\u{7f}\u{0}");
    }

    #[test]
    fn invisible_characters_become_visible() {
        for hidden in [
            '\u{ad}',
            '\u{61c}',
            '\u{180e}',
            '\u{200b}',
            '\u{200e}',
            '\u{200f}',
            '\u{2028}',
            '\u{2029}',
            '\u{202a}',
            '\u{202e}',
            '\u{2060}',
            '\u{2064}',
            '\u{2066}',
            '\u{2069}',
            '\u{feff}',
            '\u{3164}',
            '\u{e0001}',
            '\u{e007f}',
        ] {
            let text = format!("a{hidden}b");
            let expected = format!("a\\u{{{:x}}}b", u32::from(hidden));
            assert_eq!(safe(&text), expected);
        }
    }

    #[test]
    fn ordinary_text_is_untouched() {
        for text in [
            "",
            "Müller",
            "שלום עולם",
            "مرحبا",
            "می\u{200c}خواهم",
            "日本語",
            "क्\u{200d}ष",
            "👩\u{200d}🔧",
            "❤\u{fe0f}",
            "e\u{301}",
            r"C:\temp",
            "한국어",
            "\u{a0}",
        ] {
            assert!(matches!(safe(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn short_cuts_whole_characters_and_whole_escapes() {
        assert_eq!(short("abcd", 4), "abcd");
        assert_eq!(short("abcde", 4), "abc…");
        assert_eq!(short("日本語日本語", 4), "日本語…");
        assert_eq!(short("ab\u{1b}cd", 8), "ab…");
        assert_eq!(short("ab\u{1b}cd", 9), r"ab\u{1b}…");
        assert_eq!(short("ab\u{1b}cd", 10), r"ab\u{1b}cd");
        assert_eq!(short("abc", 0), "…");
        assert_eq!(short("", 0), "");
        assert_eq!(short(&"x".repeat(1 << 20), 60).chars().count(), 60);
    }

    #[test]
    fn one_is_singular_and_all_others_are_plural() {
        assert_eq!(counted(0_usize, "entry", "entries"), "0 entries");
        assert_eq!(counted(1_usize, "entry", "entries"), "1 entry");
        assert_eq!(counted(1_i64, "entry", "entries"), "1 entry");
        assert_eq!(counted(2_i64, "entry", "entries"), "2 entries");
        assert_eq!(counted(-1_i64, "second", "seconds"), "-1 seconds");
        assert_eq!(
            counted(u64::MAX, "byte", "bytes"),
            format!("{} bytes", u64::MAX)
        );
    }

    #[test]
    fn numbers_in_a_row_are_a_range() {
        for (numbers, words) in [
            (&[][..], ""),
            (&[7], "7"),
            (&[1, 2], "1 and 2"),
            (&[1, 2, 3], "1 to 3"),
            (&[1, 2, 3, 7], "1 to 3 and 7"),
            (&[1, 3, 4, 6], "1, 3, 4 and 6"),
        ] {
            assert_eq!(ranges(numbers), words);
        }
    }

    #[test]
    fn formulas_are_inert() {
        for text in [
            "=1+1",
            "+49 30",
            "-1",
            "@sum",
            "\tx",
            "\rx",
            "＝1",
            "＋1",
            "－1",
            "＠a",
            "﹦1",
            " =1",
            "\u{a0}=1",
            "\u{feff}=1",
            "'quoted",
            "'=1",
        ] {
            assert_eq!(formula_inert(text), format!("'{text}"));
        }
        for text in ["", "a=1", "1-2", "Pump", " pump", "日本", "\"=1\""] {
            assert_eq!(formula_inert(text), text);
        }
    }

    #[test]
    fn formulas_inside_a_text_are_inert() {
        for (text, inert) in [
            ("x;=cmd|'!A0", "x;'=cmd|''!A0"),
            ("x; =1", "x;' =1"),
            ("x,\"=1\"", "x,'\"=1\""),
            ("x\t\u{feff}+1", "x\t'\u{feff}+1"),
            ("x|@a", "x|'@a"),
            ("- a\r\n- b", "'- a\r\n'- b"),
            ("\n=1", "'\n'=1"),
            ("\r=1", "'\r'=1"),
            ("x;'=1", "x;''=1"),
            ("=1;=2,=3", "'=1;'=2,'=3"),
        ] {
            assert_eq!(formula_inert(text), inert);
        }
        for text in ["a, b; c", "3-4; 5+6", "x=1\ny", "it's, well"] {
            assert_eq!(formula_inert(text), text);
        }
    }

    #[test]
    fn lines_are_joined() {
        for (text, line) in [
            ("a\nb", "a / b"),
            ("a\r\n\r\nb\n", "a / b"),
            ("\u{2028}a\u{85}b\u{b}\u{c}c", "a / b / c"),
            ("a / b", "a / b"),
            ("\n", ""),
        ] {
            assert_eq!(one_line(text), line);
        }
    }

    #[test]
    fn shell_words_are_one_word() {
        for (word, quoted) in [
            ("WO-1042/2", "WO-1042/2"),
            ("Auftrag-Ä7", "Auftrag-Ä7"),
            ("WO 7", "'WO 7'"),
            ("$(reboot)", "'$(reboot)'"),
            ("it's;ls", r"'it'\''s;ls'"),
            ("", "''"),
        ] {
            assert_eq!(shell_word(word), quoted);
        }
    }

    #[test]
    fn plain_words_are_one_word_in_every_shell() {
        for word in [
            "WO-1042/2",
            "Ä7",
            "作業1",
            "a.b_c+d:e@f%g=h",
            "7",
            "/a/b",
            "./-",
        ] {
            assert!(is_plain_word(word), "{word}");
        }
        for word in [
            "",
            "`id`",
            "x;id",
            "$(id)",
            "a b",
            "a\tb",
            "a'b",
            "a\"b",
            "a\\b",
            "~a",
            "~",
            "a*",
            "a?",
            "a[b]",
            "{a,b}",
            "a,b",
            "a|b",
            "a&b",
            "a>b",
            "a<b",
            "a!b",
            "a#b",
            "a^b",
            "#a",
            "=ls",
            "@a",
            "%1",
            "-a",
            "--a",
            "+a",
            "a(b)",
            "\u{2018}a",
            "a\u{2019}b",
            "\u{2014}a",
            "a\u{202e}b",
            "a\u{200b}b",
            "a\u{a0}b",
            "a\u{3164}",
            "a\u{1b}b",
            "a\nb",
        ] {
            assert!(!is_plain_word(word), "{word:?}");
        }
    }

    #[test]
    fn substance() {
        for text in ["wrong day", "abc", "1 2 3", "修正済", "ab1"] {
            assert!(has_substance(text), "{text}");
        }
        for text in [
            "",
            "   ",
            "...",
            "ab",
            "a.b",
            "\u{3164}\u{3164}\u{3164}",
            "\u{200b}\u{200b}\u{200b}",
            "\u{ffa0}\u{115f}\u{1160}",
            "👍👍👍",
        ] {
            assert!(!has_substance(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn safe_hides_nothing(text in any::<String>()) {
            prop_assert!(!safe(&text).chars().any(is_hidden));
        }

        #[test]
        fn short_is_short(text in any::<String>(), max in 1..40_usize) {
            prop_assert!(short(&text, max).chars().count() <= max);
        }

        #[test]
        fn inert_text_is_recoverable(text in "([ '\"=+@\t\r\n,;|-]{0,3}\\PC{0,3}){0,4}") {
            let cell = formula_inert(&text);
            prop_assert_eq!(formula_restore(&cell), text);
        }

        #[test]
        fn no_cell_of_inert_text_is_a_formula(
            text in "([ '\"=+@\t\r\n,;|-]{0,3}[a1]{0,2}){0,4}",
            separator in "[,;|\t]",
        ) {
            let cell = formula_inert(&text);
            let parts = cell.split(['\r', '\n']).flat_map(|line| line.split(&separator));
            for (place, part) in parts.enumerate() {
                // at the start of a text, a quote is doubled and quoted itself
                let part = part.trim_start_matches(|c| " \t".contains(c) || place > 0 && c == '"');
                prop_assert!(!part.starts_with(is_formula_sign), "{part:?} of {cell:?}");
            }
        }
    }
}

//! Lines that fit into the terminal. They are broken at blanks only, and a command to
//! type is never broken: what doesn't fit gets a line of its own.

use crate::text;

/// What a command to type begins with, after a colon or at the start of a text.
const PROGRAMS: [&str; 8] = [
    "wl", "ln", "rm", "chown", "chmod", "createdb", "SELECT", "ROLLBACK",
];

/// Lines after the first one begin with so many more blanks.
const INDENT: usize = 2;

/// A word, or several that belong together.
struct Piece<'t> {
    text: &'t str,
    is_command: bool,
}

/// `text`, which is a single line, in lines of at most `width` columns; as it is without
/// a width.
pub fn wrapped(text: &str, width: Option<u16>) -> String {
    hanging(text, width, INDENT)
}

/// The same with all lines below one another, as in a column of a table.
pub fn block(text: &str, width: Option<u16>) -> String {
    hanging(text, width, 0)
}

fn hanging(text: &str, width: Option<u16>, indent: usize) -> String {
    let Some(width) = width.map(usize::from) else {
        return text.to_owned();
    };
    if text::columns(text) <= width {
        return text.to_owned();
    }
    let body = text.trim_start_matches(' ');
    let leading = text.len() - body.len();
    let mut lines = Vec::new();
    let mut line = " ".repeat(leading);
    let mut used = leading;
    // nothing else goes into the line of a command that didn't fit
    let mut alone = false;
    let mut empty = true;
    for piece in pieces(body) {
        let needed = text::columns(piece.text);
        let fits = used + usize::from(!empty) + needed <= width && !alone;
        if !fits && !empty {
            lines.push(std::mem::replace(&mut line, " ".repeat(leading + indent)));
            (used, empty) = (leading + indent, true);
        }
        alone = !fits && piece.is_command;
        if !empty {
            line.push(' ');
            used += 1;
        }
        line.push_str(piece.text);
        (used, empty) = (used + needed, false);
    }
    lines.push(line);
    lines.join("\n")
}

/// The words of a text; a command is one piece, up to a semicolon outside of quotes.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut after_colon = true;
    while !rest.is_empty() {
        let word = rest.split(' ').next().unwrap_or(rest);
        let is_command = after_colon && PROGRAMS.contains(&word);
        let length = match (is_command, word) {
            (true, _) => end_of_command(rest),
            // `wl approve` is no command to type here, but reads as one
            (false, "wl") => end_of_second_word(rest),
            (false, word) => word.len(),
        };
        let (piece, after) = rest.split_at(length);
        pieces.push(Piece {
            text: piece,
            is_command,
        });
        after_colon = piece.ends_with(':');
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    pieces
}

fn end_of_command(text: &str) -> usize {
    let mut quoted = false;
    for (place, c) in text.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            ';' if !quoted => return place + 1,
            _ => {}
        }
    }
    text.len()
}

fn end_of_second_word(text: &str) -> usize {
    let mut blanks = text.match_indices(' ').map(|(place, _)| place);
    blanks.nth(1).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_width_nothing_changes() {
        let text = "a long sentence ".repeat(20);
        assert_eq!(wrapped(&text, None), text);
    }

    #[test]
    fn lines_break_at_blanks_and_wide_letters_count_twice() {
        assert_eq!(wrapped("one two three", Some(9)), "one two\n  three");
        assert_eq!(wrapped("  one two three", Some(9)), "  one two\n    three");
        assert_eq!(wrapped("語語 語語 語", Some(9)), "語語 語語\n  語");
        assert_eq!(wrapped("a-b-c-d-e-f", Some(4)), "a-b-c-d-e-f");
    }

    #[test]
    fn a_block_has_no_indent() {
        assert_eq!(block("one two three", Some(9)), "one two\nthree");
    }

    #[test]
    fn a_command_is_never_broken() {
        let hint = "see it with: wl entry show 7; or wait";
        assert_eq!(
            wrapped(hint, Some(20)),
            "see it with:\n  wl entry show 7;\n  or wait"
        );
        assert_eq!(
            wrapped(hint, Some(10)),
            "see it\n  with:\n  wl entry show 7;\n  or wait"
        );
        assert_eq!(wrapped(hint, Some(40)), hint);
        let quoted = "then: wl line add 'a; b' --description TEXT; done";
        assert_eq!(
            wrapped(quoted, Some(43)),
            "then:\n  wl line add 'a; b' --description TEXT;\n  done"
        );
        assert_eq!(
            wrapped("so wl approve skips it", Some(12)),
            "so\n  wl approve\n  skips it"
        );
    }
}

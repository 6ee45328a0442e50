//! `timew export`, and the lines of Timewarrior's data files.

use serde_json::Value;

use super::{Entry, bad_line, json, numbered};
use crate::error::Result;

pub fn json(file: &str, text: &str) -> Result<Vec<Entry>> {
    let entry = |(line, value): (u64, Value)| Entry {
        line,
        start: json::text(&value, "start"),
        end: json::text(&value, "end"),
        note: json::text(&value, "annotation"),
        tags: json::texts(value.get("tags")),
        ..Entry::default()
    };
    let elements = json::elements(file, text)?;
    Ok(elements.into_iter().map(entry).collect())
}

pub fn begins(line: &str) -> bool {
    line.strip_prefix("inc ")
        .and_then(|rest| rest.as_bytes().first())
        .is_some_and(u8::is_ascii_digit)
}

/// `inc 20260301T090000Z - 20260301T103000Z # WO-1042 "cold store" # "annotation"`.
pub fn text(file: &str, text: &str) -> Result<Vec<Entry>> {
    let lines = numbered(text).filter(|(_, line)| !line.trim().is_empty());
    let entry = |(number, line): (u64, &str)| {
        entry(line, number)
            .ok_or_else(|| bad_line(file, number, line, "no interval of Timewarrior"))
    };
    lines.map(entry).collect()
}

fn entry(line: &str, number: u64) -> Option<Entry> {
    let mut words = words(line.strip_prefix("inc ")?)?.into_iter().peekable();
    let mut entry = Entry {
        line: number,
        start: words.next()?.0,
        ..Entry::default()
    };
    if words.next_if(|word| word == &plain("-")).is_some() {
        entry.end = words.next()?.0;
    }
    let mut part = 0;
    for (word, quoted) in words {
        match part {
            _ if word == "#" && !quoted => part += 1,
            1 => entry.tags.push(word),
            2 => entry.note = word,
            _ => return None,
        }
    }
    Some(entry)
}

fn plain(word: &str) -> (String, bool) {
    (word.to_owned(), false)
}

/// The words of a line, and whether quotes enclose them; None if a quote is open.
fn words(line: &str) -> Option<Vec<(String, bool)>> {
    let mut words = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let word = match rest.strip_prefix('"') {
            None => {
                let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
                rest = after.trim_start();
                plain(word)
            }
            Some(inside) => {
                let (mut word, mut end, mut escaped) = (String::new(), None, false);
                for (at, c) in inside.char_indices() {
                    match c {
                        '\\' if !escaped => escaped = true,
                        '"' if !escaped => {
                            end = Some(at);
                            break;
                        }
                        c => {
                            // other letters that are escaped, such as \n, stay so
                            if escaped && c != '"' && c != '\\' {
                                word.push('\\');
                            }
                            word.push(c);
                            escaped = false;
                        }
                    }
                }
                rest = inside[end? + 1..].trim_start();
                (word, true)
            }
        };
        words.push(word);
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_data_files() {
        let lines = "inc 20260301T090000Z - 20260301T103000Z # WO-1042 \"cold store\" # \"he said \\\"ok\\\"\"\n\
            inc 20260302T044823Z\n\
            inc 20260302T044823Z - 20260302T044824Z # \"#\" a-b\n";
        let read = text("x", lines).unwrap();
        let shown: Vec<String> = read
            .iter()
            .map(|e| {
                format!(
                    "{} {}|{}|{}|{}",
                    e.line,
                    e.start,
                    e.end,
                    e.tags.join(";"),
                    e.note
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                "1 20260301T090000Z|20260301T103000Z|WO-1042;cold store|he said \"ok\"",
                "2 20260302T044823Z|||",
                "3 20260302T044823Z|20260302T044824Z|#;a-b|",
            ]
        );
        for bad in ["exc monday", "inc 1 - 2 # \"open", "inc 1 2"] {
            assert!(text("x", bad).is_err(), "{bad}");
        }
    }
}

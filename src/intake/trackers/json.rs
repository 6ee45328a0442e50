//! JSON of trackers.

use serde_json::Value;

use super::{Entry, Tracker, bad_line};
use crate::error::{Error, Result};
use crate::intake::scan::LineCount;

/// The tracker that writes such JSON.
pub fn recognise(start: &str) -> Option<Tracker> {
    let has = |key: &str| start.contains(&format!("\"{key}\""));
    let plain: String = start
        .chars()
        .take(64)
        .filter(|c| !c.is_whitespace())
        .collect();
    if plain.starts_with('{') {
        return has("records").then_some(Tracker::Klog);
    }
    let number = |c: char| c.is_ascii_digit();
    if plain.starts_with("[[") && plain[2..].starts_with(number) || has("stop") {
        Some(Tracker::Watson)
    } else if has("sheet") {
        Some(Tracker::Timetrap)
    } else {
        has("start").then_some(Tracker::Timewarrior)
    }
}

/// The elements of an array, each with the line that it begins on.
pub fn elements(file: &str, text: &str) -> Result<Vec<(u64, Value)>> {
    let mut lines = LineCount::from(1);
    let mut found = Vec::new();
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let mut begin: Option<(usize, u64)> = None;
    for (at, byte) in text.bytes().enumerate() {
        let line = lines.line;
        lines.pass(byte);
        if quoted {
            (quoted, escaped) = (escaped || byte != b'"', !escaped && byte == b'\\');
            continue;
        }
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => quoted = true,
            _ => {}
        }
        let ends = match byte {
            b',' => depth == 1,
            b']' => depth == 0,
            _ => false,
        };
        let opens = byte == b'[' && depth == 1;
        match begin {
            Some((from, line)) if ends => {
                found.push((line, element(file, line, &text[from..at])?));
                begin = None;
            }
            None if depth > 0 && !(ends || opens || byte.is_ascii_whitespace()) => {
                begin = Some((at, line));
            }
            _ => {}
        }
    }
    match depth == 0 && !quoted && begin.is_none() {
        true => Ok(found),
        false => Err(Error::data(format!("{file} ends before its JSON does"))),
    }
}

fn element(file: &str, line: u64, text: &str) -> Result<Value> {
    serde_json::from_str(text.trim())
        .map_err(|error| bad_line(file, line, text.trim(), &format!("not JSON: {error}")))
}

/// A text of an object; an absent one is empty.
pub fn text(value: &Value, key: &str) -> String {
    match value.get(key) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

pub fn texts(value: Option<&Value>) -> Vec<String> {
    let list = value.and_then(Value::as_array);
    let texts = list.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// `t display --format json`.
pub fn timetrap(file: &str, content: &str) -> Result<Vec<Entry>> {
    let entry = |(line, value): (u64, Value)| Entry {
        line,
        start: text(&value, "start"),
        end: text(&value, "end"),
        project: text(&value, "sheet"),
        note: text(&value, "note"),
        ..Entry::default()
    };
    Ok(elements(file, content)?.into_iter().map(entry).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_have_their_lines() {
        let text = "[\n{\"a\":\"x]\\\"\\\\\"},\n\n{\"a\":[1,2]}, [3,\n4] , 5]\n";
        let found = elements("x", text).unwrap();
        let shown: Vec<String> = found
            .into_iter()
            .map(|(line, value)| format!("{line} {value}"))
            .collect();
        assert_eq!(
            shown,
            [r#"2 {"a":"x]\"\\"}"#, r#"4 {"a":[1,2]}"#, "4 [3,4]", "5 5"]
        );
        assert!(elements("x", "[]").unwrap().is_empty());
        for bad in ["[{\"a\":1}", "[{\"a", "[{a}]", "[1,"] {
            assert!(elements("x", bad).is_err(), "{bad}");
        }
    }
}

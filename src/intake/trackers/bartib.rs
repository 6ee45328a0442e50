//! bartib's file: a line for each activity, with ` | ` between its parts.

use super::{Entry, bad_line, numbered};
use crate::error::Result;

pub fn begins(line: &str) -> bool {
    let (time, rest) = line.split_once(" | ").unwrap_or((line, ""));
    let shape = |text: &str| {
        text.get(..16).is_some_and(|start| {
            start.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                10 => byte == b' ',
                13 => byte == b':',
                _ => byte.is_ascii_digit(),
            })
        })
    };
    shape(time) && !rest.is_empty()
}

/// `START - END | PROJECT | DESCRIPTION`; a running activity has no end.
pub fn text(file: &str, text: &str) -> Result<Vec<Entry>> {
    let lines = numbered(text).filter(|(_, line)| !line.trim().is_empty());
    let entry = |(number, line): (u64, &str)| {
        entry(line, number).ok_or_else(|| bad_line(file, number, line, "no activity of bartib"))
    };
    lines.map(entry).collect()
}

fn entry(line: &str, number: u64) -> Option<Entry> {
    let mut parts = parts(line).into_iter();
    let time = parts.next()?;
    let (start, end) = time.split_once(" - ").unwrap_or((&time, ""));
    if !begins(&format!("{} | x", start.trim())) {
        return None;
    }
    Some(Entry {
        line: number,
        start: start.trim().to_owned(),
        end: end.trim().to_owned(),
        project: parts.next()?.trim().to_owned(),
        note: parts.next().unwrap_or_default().trim().to_owned(),
        ..Entry::default()
    })
}

/// The parts between bars; `\|` and `\\` are ordinary characters of a part.
fn parts(line: &str) -> Vec<String> {
    let (mut parts, mut escaped) = (vec![String::new()], false);
    for c in line.chars() {
        let Some(part) = parts.last_mut() else { break };
        match c {
            '\\' if !escaped => escaped = true,
            '|' if !escaped => parts.push(String::new()),
            c => {
                part.push(c);
                escaped = false;
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn activities() {
        let lines = "2026-03-02 08:02 - 2026-03-02 09:40 | WO-1042\\|1 | compressor \\\\ check\n\
            2026-03-02 09:41:30 | WO-1042 | \n\n2026-03-02 09:42 | WO-1042 |\n";
        assert!(begins(lines.lines().next().unwrap()));
        let shown: Vec<String> = text("x", lines)
            .unwrap()
            .iter()
            .map(|e| format!("{} {}|{}|{}|{}", e.line, e.start, e.end, e.project, e.note))
            .collect();
        assert_eq!(
            shown,
            [
                "1 2026-03-02 08:02|2026-03-02 09:40|WO-1042|1|compressor \\ check",
                "2 2026-03-02 09:41:30||WO-1042|",
                "4 2026-03-02 09:42||WO-1042|",
            ]
        );
        for bad in ["x", "2026-03-02 08:02", "noon | x"] {
            assert!(text("x", bad).is_err(), "{bad}");
        }
    }
}

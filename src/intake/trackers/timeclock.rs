//! timeclock files of hledger, ledger and Emacs: a line for each clock-in and clock-out.

use super::{Entry, bad_line, numbered};
use crate::error::Result;

/// Whether the first line that is no comment clocks in.
pub fn begins(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !is_ignored(line));
    lines.next().is_some_and(|line| {
        line.starts_with("i ")
            && line[2..]
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Empty lines, comments, and the codes that hledger ignores.
fn is_ignored(line: &str) -> bool {
    let code = line.chars().next();
    line.trim().is_empty()
        || code.is_some_and(|c| ";#*".contains(c))
        || line.starts_with(['b', 'h'])
}

/// `i DATE TIME ACCOUNT  DESCRIPTION;COMMENT`, then `o DATE TIME [ACCOUNT]`.
pub fn text(file: &str, text: &str) -> Result<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (number, line) in numbered(text).filter(|(_, line)| !is_ignored(line)) {
        let bad = |why: &str| bad_line(file, number, line, why);
        let (code, rest) = line.split_once(' ').unwrap_or((line, ""));
        let (time, rest) = stamp(rest).ok_or_else(|| bad("no line of a timeclock file"))?;
        match code {
            "i" => {
                let (text, comment) = rest.split_once(';').unwrap_or((rest, ""));
                let (account, description) = text.split_once("  ").unwrap_or((text, ""));
                open.push(entries.len());
                entries.push(Entry {
                    line: number,
                    start: time,
                    project: account.trim().to_owned(),
                    note: description.trim().to_owned(),
                    tags: match comment.trim() {
                        "" => Vec::new(),
                        comment => vec![comment.to_owned()],
                    },
                    ..Entry::default()
                });
            }
            "o" | "O" => {
                let account = rest.split(';').next().unwrap_or_default().trim();
                let same = |at: &usize| entries[*at].project == account;
                // Emacs writes a reason there: without a session of that name, the newest ends
                let place = open.iter().rposition(same).or(open.len().checked_sub(1));
                let place = place.ok_or_else(|| bad("nothing is clocked in"))?;
                entries[open.remove(place)].end = time;
            }
            _ => return Err(bad("no line of a timeclock file")),
        }
    }
    Ok(entries)
}

/// A date and a time, and what follows. A zone is ignored, as hledger ignores it.
fn stamp(text: &str) -> Option<(String, &str)> {
    let (date, rest) = text.trim_start().split_once(' ')?;
    let rest = rest.trim_start();
    let (time, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let time = time.split(['+', '-']).next()?;
    let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let date = date.replace(['/', '.'], "-");
    (digits(&date) && digits(time)).then(|| (format!("{date} {time}"), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions() {
        let lines = "; a comment\n\
            i 2026-03-02 08:02:00 WO-1042:1  find the fault  ; tag:\n\
            i 2026/03/02 08:30 cold store\n\
            o 2026-03-02 09:40:00+0100 WO-1042:1\n\
            b 2026-03-02 09:40:00\n\
            O 2026-03-02 10:00\n\
            i 2026-03-02 11:00:00 WO-1042\n";
        assert!(begins(lines));
        let shown: Vec<String> = text("x", lines)
            .unwrap()
            .iter()
            .map(|e| {
                format!(
                    "{} {}|{}|{}|{}|{}",
                    e.line,
                    e.start,
                    e.end,
                    e.project,
                    e.note,
                    e.tags.join(";")
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                "2 2026-03-02 08:02:00|2026-03-02 09:40:00|WO-1042:1|find the fault|tag:",
                "3 2026-03-02 08:30|2026-03-02 10:00|cold store||",
                "7 2026-03-02 11:00:00||WO-1042||",
            ]
        );
        for bad in ["o 2026-03-02 09:40:00", "x 2026-03-02 09:40:00", "i noon"] {
            assert!(text("x", bad).is_err(), "{bad}");
        }
    }
}

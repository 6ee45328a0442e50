//! klog's own files, by its specification 1.4.

use chrono::NaiveDate;

use super::klog::{local_time, words};
use super::{Entry, bad_line, numbered};
use crate::error::Result;

/// Whether a line begins a record: a date, perhaps with the time that should be worked.
pub fn begins(line: &str) -> bool {
    date(line).is_some()
}

fn date(line: &str) -> Option<NaiveDate> {
    let (date, rest) = line.split_at_checked(10)?;
    let rest = rest.trim();
    let should = rest.is_empty() || rest.starts_with('(') && rest.ends_with("!)");
    let bytes = date.as_bytes();
    let form = matches!(bytes[4], b'-' | b'/') && bytes[4] == bytes[7];
    (should && form).then(|| date.replace('/', "-").parse().ok())?
}

/// The parts of a record as they come.
struct Record {
    date: NaiveDate,
    summary: String,
    /// Blanks before its entries; none was read yet.
    indent: Option<String>,
    first_entry: usize,
}

pub fn text(file: &str, text: &str) -> Result<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut record: Option<Record> = None;
    for (number, line) in numbered(text) {
        let bad = |why: &str| bad_line(file, number, line, why);
        if line.trim().is_empty() {
            finish(record.take(), &mut entries);
            continue;
        }
        let Some(current) = &mut record else {
            record = Some(Record {
                date: date(line).ok_or_else(|| bad("a record of klog begins with its date"))?,
                summary: String::new(),
                indent: None,
                first_entry: entries.len(),
            });
            continue;
        };
        let blanks = &line[..line.len() - line.trim_start().len()];
        if blanks.is_empty() {
            if current.indent.is_some() {
                return Err(bad("text behind the entries of a record"));
            }
            push_line(&mut current.summary, line);
            continue;
        }
        let indent = match &current.indent {
            Some(indent) => indent.clone(),
            None if matches!(blanks, "    " | "   " | "  " | "\t") => {
                current.indent = Some(blanks.to_owned());
                blanks.to_owned()
            }
            None => return Err(bad("entries are indented by 2 to 4 blanks or a tab")),
        };
        if blanks == indent {
            let entry = entry(line.trim(), number, current.date);
            entries.push(entry.ok_or_else(|| bad("no entry of klog"))?);
        } else if blanks.starts_with(&indent.repeat(2)) {
            match entries[current.first_entry..].last_mut() {
                Some(entry) => push_line(&mut entry.note, line.trim()),
                None => return Err(bad("no entry of klog")),
            }
        } else {
            return Err(bad("the entries of a record have the same indentation"));
        }
    }
    finish(record, &mut entries);
    Ok(entries)
}

fn push_line(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}

/// Gives the entries of a record the words of its summary.
fn finish(record: Option<Record>, entries: &mut [Entry]) {
    let Some(record) = record else { return };
    for entry in &mut entries[record.first_entry..] {
        entry.words = words(&entry.note, &record.summary);
    }
}

/// `8:02 - 9:40 summary`, `15:00 - ? summary`, `1h15m summary`.
fn entry(text: &str, number: u64, date: NaiveDate) -> Option<Entry> {
    let mut entry = Entry {
        line: number,
        ..Entry::default()
    };
    if let Some((start, rest)) = time(text) {
        let rest = rest.trim_start().strip_prefix('-')?.trim_start();
        entry.start = local_time(date, start)?;
        let rest = match rest.starts_with('?') {
            true => rest.trim_start_matches('?'),
            false => {
                let (end, rest) = time(rest)?;
                entry.end = local_time(date, end)?;
                rest
            }
        };
        entry.note = summary(rest)?;
        return Some(entry);
    }
    let (length, rest) = text.split_once(' ').unwrap_or((text, ""));
    let digits = length.trim_start_matches(['-', '+']);
    let units = digits
        .bytes()
        .all(|b| b.is_ascii_digit() || b == b'h' || b == b'm');
    if digits.is_empty() || !units || !digits.ends_with(['h', 'm']) {
        return None;
    }
    entry.duration = format!("{length} on {date}");
    entry.note = rest.trim().to_owned();
    Some(entry)
}

/// What follows a time must be apart from it.
fn summary(rest: &str) -> Option<String> {
    let apart = rest.is_empty() || rest.starts_with([' ', '\t']);
    apart.then(|| rest.trim().to_owned())
}

/// Minutes since midnight of a time such as `8:02`, `9:40am`, `0:30>`, `<23:30`.
fn time(text: &str) -> Option<(i64, &str)> {
    let (text, before) = match text.strip_prefix('<') {
        Some(text) => (text, true),
        None => (text, false),
    };
    let (hour, rest) = text.split_once(':')?;
    let short = (1..=2).contains(&hour.len()) && hour.bytes().all(|b| b.is_ascii_digit());
    let (minute, rest) = rest.split_at_checked(2)?;
    let hour: i64 = hour.parse().ok().filter(|_| short)?;
    let minute: i64 = match minute.bytes().all(|b| b.is_ascii_digit()) {
        true => minute.parse().ok().filter(|minute| *minute < 60)?,
        false => return None,
    };
    let (hour, rest) = match (rest.strip_prefix("am"), rest.strip_prefix("pm")) {
        (Some(rest), _) if (1..=12).contains(&hour) => (hour % 12, rest),
        (_, Some(rest)) if (1..=12).contains(&hour) => (hour % 12 + 12, rest),
        (None, None) if hour < 24 || hour == 24 && minute == 0 => (hour, rest),
        _ => return None,
    };
    let (days, rest) = match rest.strip_prefix('>') {
        Some(rest) if !before => (1, rest),
        _ => (-i64::from(before), rest),
    };
    Some((days * 1440 + hour * 60 + minute, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records() {
        let lines = "2026-03-02 (8h!)\n#customer=\"Hansen Fisk\" cold store\n    \
            8:02 - 9:40 WO-1042/1 find the fault\n    9:40am-12:15pm WO-1042/2\n        second line\n    \
            -30m Lunch break\n    22:00 - 0:30> late\n    <23:30 - 1:10 early\n    15:00 - ???\n\n\n\
            2026/03/03\n\t1h15m\n\t20:00 - 24:00\n";
        assert!(begins(lines.lines().next().unwrap()));
        let read = text("x", lines).unwrap();
        let shown: Vec<String> = read
            .iter()
            .map(|e| {
                format!(
                    "{} {}|{}|{}|{}",
                    e.line,
                    e.start,
                    e.end,
                    e.duration,
                    e.note.replace('\n', "/")
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                "3 2026-03-02 08:02|2026-03-02 09:40||WO-1042/1 find the fault",
                "4 2026-03-02 09:40|2026-03-02 12:15||WO-1042/2/second line",
                "6 ||-30m on 2026-03-02|Lunch break",
                "7 2026-03-02 22:00|2026-03-03 00:30||late",
                "8 2026-03-01 23:30|2026-03-02 01:10||early",
                "9 2026-03-02 15:00|||",
                "13 ||1h15m on 2026-03-03|",
                "14 2026-03-03 20:00|2026-03-04 00:00||",
            ]
        );
        assert_eq!(read[3].words, "late\n#customer=\"Hansen Fisk\" cold store");
        for bad in [
            "x",
            "2026-03-02\n 8:00 - 9:00",
            "2026-03-02\n    8:00 - 9:00\n  9:00 - 10:00",
            "2026-03-02\n    8:00",
            "2026-03-02\n    8:00 - 9:000",
            "2026-03-02\n    8:60 - 9:00",
            "2026-03-02\n    8:00 - 9:00\nsummary",
            "2026-02-30\n    8:00 - 9:00",
        ] {
            assert!(text("x", bad).is_err(), "{bad}");
        }
    }
}

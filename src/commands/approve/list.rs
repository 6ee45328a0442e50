//! The list that an admin reads before time is locked: by person, order and line item,
//! with subtotals and notes.

use super::Plan;
use crate::cli::app::App;
use crate::domain::approval::{self, Candidate, Skipped};
use crate::error::ErrorKind;
use crate::hours;
use crate::text;
use crate::time;

/// How many IDs of skipped entries a line names.
const NAMED: usize = 5;

/// The list as text, no line of it wider than the terminal.
pub fn text(app: &App, plan: &Plan) -> String {
    let digits = plan.approved.iter().map(|entry| entry.id.to_string().len());
    let digits = digits.max().unwrap_or(0);
    let [order_indent, line_indent, entry_indent] = match app.width() {
        Some(0..60) => [" ", "  ", "  "],
        _ => ["  ", "    ", "      "],
    };
    let mut lines = Vec::new();
    for person in plan.approved.chunk_by(|a, b| a.user == b.user) {
        lines.push(app.fit(&format!(
            "{} ({}): {}, {} h",
            person[0].user,
            person[0].user_name,
            text::counted(person.len(), "entry", "entries"),
            hours::decimal(approval::seconds(person))
        )));
        for order in person.chunk_by(|a, b| a.work_order == b.work_order) {
            let hours = format!(": {} h", hours::decimal(approval::seconds(order)));
            let place = format!("{order_indent}{} {}", order[0].work_order, order[0].title);
            lines.push(app.fit_before(&place, &hours));
            for line in order.chunk_by(|a, b| a.line_item == b.line_item) {
                let (position, task) = (line[0].line_item, &line[0].line_description);
                lines.push(app.fit(&format!(
                    "{line_indent}/{position} {}",
                    text::one_line(task)
                )));
                for entry in line {
                    let id = format!("{entry_indent}{:>digits$}", entry.id);
                    lines.extend(one_entry(app, &id, entry));
                }
            }
        }
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// `7 Tue 2026-11-24 08:00–10:00  2:00  the note`; what is too long for that is below.
fn one_entry(app: &App, id: &str, entry: &Candidate) -> Vec<String> {
    let zone = app.style.zone;
    let span = time::show_span(entry.start_ts, entry.end_ts, zone);
    let length = hours::minutes(entry.duration_seconds.unwrap_or(0));
    let indent = " ".repeat(id.len() + 1);
    let fits = |line: &str| app.fit(line) == text::safe(line);
    let times = format!("{id} {span}  {length}");
    let mut lines = match entry.end_ts {
        Some(end) if !fits(&times) => vec![
            format!("{id} {}", time::show_day_clock(entry.start_ts, zone)),
            format!("{indent}– {}  {length}", time::show_day_clock(end, zone)),
        ],
        _ => vec![times],
    };
    if let (Some(note), Some(times)) = (&entry.note, lines.last_mut()) {
        let note = text::one_line(note);
        let line = format!("{times}  {note}");
        match fits(&line) {
            true => *times = line,
            false => lines.push(app.fit(&format!("{indent}{note}"))),
        }
    }
    lines
}

/// Why entries are left out, in one line, so that no one takes them for approved.
pub fn skipped(skipped: &[Skipped]) -> Option<String> {
    match skipped {
        [] => None,
        [one] => Some(format!("skipped: {}", one.sentence())),
        all => {
            let reasons = REASONS.iter().filter_map(|(rule, what)| {
                let of_rule = all.iter().filter(|entry| entry.rule == *rule);
                let ids: Vec<i64> = of_rule.map(|entry| entry.id).collect();
                (!ids.is_empty()).then(|| format!("{} {what} ({})", ids.len(), first(&ids)))
            });
            let reasons: Vec<String> = reasons.collect();
            Some(format!(
                "skipped {} entries: {}",
                all.len(),
                reasons.join("; ")
            ))
        }
    }
}

const REASONS: [(ErrorKind, &str); 4] = [
    (ErrorKind::ApproveRunning, "still running"),
    (ErrorKind::ApproveLong, "too long without --accept-long"),
    (
        ErrorKind::ApproveOwn,
        "worked, entered or changed by you, for another admin to approve",
    ),
    (ErrorKind::OrderBilled, "on a billed order"),
];

fn first(ids: &[i64]) -> String {
    let named = text::numbers(&ids[..ids.len().min(NAMED)]);
    match ids.len() > NAMED {
        true => format!("{named}, …"),
        false => named,
    }
}

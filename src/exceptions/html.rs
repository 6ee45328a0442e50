//! The findings as one page that needs nothing else: no network, no fonts, no
//! scripts but a few lines of its own that add buttons to copy a command.

use chrono_tz::Tz;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Finding, Kind, KindFindings, Report};
use crate::{hours, text, time};

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// Longer texts are cut here, but never in JSON and CSV.
const MAX_CHARS: usize = 2000;

pub fn page(report: &Report) -> String {
    let total = report.total();
    let organisation = shown(report.organisation.as_deref().unwrap_or("Worklock"));
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";
                title { (text::counted(total, "exception", "exceptions")) " · " (organisation) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    p.of { (organisation) }
                    h1 { (heading(total)) }
                    p.at {
                        "As of " (time::show(report.now, report.zone))
                        ", times in " (report.zone.name())
                    }
                }
                main {
                    ul.cards {
                        @for found in &report.found { (card(report, found)) }
                    }
                    @if total == 0 {
                        p.whole { "There is nothing to correct before billing." }
                    }
                    @for found in report.found.iter().filter(|found| !found.findings.is_empty()) {
                        (section(report, found))
                    }
                }
                footer {
                    "Findings of " code { "wl exceptions" }
                    ", oldest first, from one snapshot of the database. \
                     Replace the words in capitals in a command with your own values."
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
    .into_string()
}

fn heading(total: i64) -> String {
    match total {
        0 => "No exceptions".to_owned(),
        _ => text::counted(
            total,
            "exception before billing",
            "exceptions before billing",
        ),
    }
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::StaleTimer => "Stale timers",
        Kind::LongEntry => "Long entries",
        Kind::UnapprovedReadyToBill => "Ready, not approved",
        Kind::EditedAfterApproval => "Edited after approval",
        Kind::DoneWithoutTime => "Done without time",
        Kind::UnbilledTime => "Not billed",
        Kind::Orphaned => "Orphaned",
    }
}

fn meaning(kind: Kind, report: &Report) -> String {
    match kind {
        Kind::StaleTimer => format!(
            "Timers that have been running for more than {}.",
            time::show_duration(report.stale_after)
        ),
        Kind::LongEntry => format!(
            "Finished entries that are longer than {} and not approved.",
            time::show_duration(report.stale_after)
        ),
        Kind::UnapprovedReadyToBill => {
            "Work orders that are ready to bill but have unapproved time.".to_owned()
        }
        Kind::EditedAfterApproval => {
            "Approved time that was unlocked or changed later, and has not been approved again."
                .to_owned()
        }
        Kind::DoneWithoutTime => "Line items that are done but have zero seconds of time.".to_owned(),
        Kind::UnbilledTime => {
            "Approved time that is on no bill, although it is from before the end of its order's last bill, or its order is cancelled."
                .to_owned()
        }
        Kind::Orphaned => {
            "Rows that are not removed although their parent is. The rules prevent this, so a write bypassed them."
                .to_owned()
        }
    }
}

fn card(report: &Report, found: &KindFindings) -> Markup {
    let count = &found.count;
    let name = title(count.kind);
    match count.oldest.filter(|_| count.findings > 0) {
        Some(oldest) => html! {
            li {
                a.card.found href={ "#" (count.kind.as_str()) } {
                    b { (count.findings) }
                    span { (name) }
                    small { "oldest: " (age((report.now - oldest).num_seconds())) }
                }
            }
        },
        None => html! {
            li {
                div.card {
                    b { (count.findings) }
                    span { (name) }
                    small { (if count.resolved > 0 { "only resolved ones" } else { "none" }) }
                }
            }
        },
    }
}

fn section(report: &Report, found: &KindFindings) -> Markup {
    let count = &found.count;
    html! {
        section id=(count.kind.as_str()) {
            h2 { (title(count.kind)) " " b { (count.findings) } }
            p { (meaning(count.kind, report)) }
            div.sheet {
                table {
                    thead {
                        tr {
                            th.where { "Where" }
                            th.who { "Who" }
                            th.since { "Since" }
                            th.time { "Time" }
                            th { "What" }
                            th.fix { "To fix it" }
                        }
                    }
                    tbody {
                        @for finding in &found.findings {
                            (row(finding, report.zone, report.now.timestamp()))
                        }
                    }
                }
            }
            @if let Some(total) = found.total_if_cut() {
                p.more {
                    "Only the oldest " (found.findings.len()) " of " (total)
                    " are shown."
                }
            }
        }
    }
}

fn row(finding: &Finding, zone: Tz, now: i64) -> Markup {
    html! {
        tr class=[finding.resolved.then_some("resolved")] {
            td.where {
                bdi { (shown(&finding.place())) }
                small { bdi { (shown(finding.work())) } }
                @if let Some(id) = finding.entry_id { small { "entry " (id) } }
            }
            td.who data-name=[finding.user.as_ref().map(|_| "Who")] {
                @if let Some(user) = &finding.user { bdi { (shown(user)) } }
            }
            td.since data-name="Since" {
                @if let Some(since) = finding.since {
                    (time::show(since, zone))
                    small { (age(now - since.timestamp())) }
                }
            }
            td.time data-name="Time" { (hours::clock(finding.duration_seconds)) }
            td.what { (shown(&finding.detail)) }
            td.fix {
                @if finding.fix.is_empty() {
                    "resolved"
                } @else {
                    div.do { code { (command(&finding.fix)) } }
                }
            }
        }
    }
}

/// A command whose options are not torn apart at the end of a line.
fn command(fix: &str) -> Markup {
    html! {
        @for (at, word) in fix.split(' ').enumerate() {
            @if at > 0 { " " }
            @if word.starts_with("--") { i { (shown(word)) } } @else { (shown(word)) }
        }
    }
}

/// How long ago, as exact as a person needs it.
fn age(seconds: i64) -> String {
    match seconds.max(0) {
        0..60 => "just now".to_owned(),
        s if s < 3600 => format!("{} min", s / 60),
        s if s < 48 * 3600 => format!("{} h", s / 3600),
        s => format!("{} days", s / 86400),
    }
}

/// Text that a user entered: not too long, and harmless in a terminal too.
fn shown(words: &str) -> String {
    text::short(words, MAX_CHARS)
}

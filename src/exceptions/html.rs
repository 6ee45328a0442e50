//! The findings as one page that needs nothing else: no network, no fonts, no
//! scripts but a few lines of its own that add buttons to copy a command.

use chrono_tz::Tz;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Finding, Kind, KindFindings, Report};
use crate::{hours, text, time};

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// Longer texts are cut; JSON and CSV are always whole.
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
                title { (total) " exceptions · " (organisation) }
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
                        p.whole { "Nothing to look at: all time is as billing needs it." }
                    }
                    @for found in report.found.iter().filter(|found| !found.findings.is_empty()) {
                        (section(report, found))
                    }
                }
                footer {
                    "The findings of " code { "wl exceptions" }
                    ", the oldest first, all read at one instant of the database. \
                     Words in capitals in a command are yours to fill in."
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
        1 => "1 exception before billing".to_owned(),
        _ => format!("{total} exceptions before billing"),
    }
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::StaleTimer => "Stale timers",
        Kind::UnapprovedReadyToBill => "Ready, not approved",
        Kind::EditedAfterApproval => "Edited after approval",
        Kind::DoneWithoutTime => "Done without time",
        Kind::Orphaned => "Orphaned",
    }
}

fn meaning(kind: Kind, report: &Report) -> String {
    match kind {
        Kind::StaleTimer => format!(
            "Timers that have been running for more than {}.",
            time::show_duration(report.stale_after)
        ),
        Kind::UnapprovedReadyToBill => {
            "Work orders that are ready to bill and have time that nobody approved.".to_owned()
        }
        Kind::EditedAfterApproval => {
            "Time that was approved, then unlocked or changed, and is not approved again."
                .to_owned()
        }
        Kind::DoneWithoutTime => "Line items that are done with zero seconds of time.".to_owned(),
        Kind::Orphaned => {
            "Live rows under removed ones. The rules don't allow them: somebody wrote past them."
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
                    small { "the oldest: " (age((report.now - oldest).num_seconds())) }
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
            @if let Some(hidden) = found.hidden() {
                p.more {
                    "The oldest " (found.findings.len()) " of " (count.findings + count.resolved)
                    " are shown; " (hidden) " more are not."
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

/// Somebody else's text: not too long, and harmless in a terminal too.
fn shown(words: &str) -> String {
    text::short(words, MAX_CHARS)
}

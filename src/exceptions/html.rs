//! The findings as one page that needs nothing else: no network, no fonts, no
//! scripts but a few lines of its own that add buttons to copy a command.

use std::fmt::Write;

use chrono_tz::Tz;

use super::{Finding, Found, Kind, Report};
use crate::{hours, text, time};

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// Longer texts are cut; JSON and CSV are always whole.
const MAX_CHARS: usize = 2000;

pub fn page(report: &Report) -> String {
    let mut page = String::with_capacity(1 << 16);
    let total = report.total();
    let organisation = report.organisation.as_deref().unwrap_or("Worklock");
    let at = time::show(report.now, report.zone);
    push(
        &mut page,
        format_args!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n\
             <title>{total} exceptions · {organisation}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
             <header>\n<p class=\"of\">{organisation}</p>\n<h1>{title}</h1>\n\
             <p class=\"at\">As of {at}, times in {zone}</p>\n</header>\n<main>\n<ul class=\"cards\">\n",
            title = match total {
                0 => "No exceptions".to_owned(),
                1 => "1 exception before billing".to_owned(),
                _ => format!("{total} exceptions before billing"),
            },
            organisation = escaped(organisation),
            zone = escaped(report.zone.name()),
        ),
    );
    for found in &report.found {
        card(&mut page, report, found);
    }
    page.push_str("</ul>\n");
    if total == 0 {
        page.push_str(
            "<p class=\"whole\">Nothing to look at: all time is as billing needs it.</p>\n",
        );
    }
    for found in &report.found {
        if !found.findings.is_empty() {
            section(&mut page, report, found);
        }
    }
    push(
        &mut page,
        format_args!(
            "</main>\n<footer>The findings of <code>wl exceptions</code>, the oldest first, all read at one instant \
             of the database. Words in capitals in a command are yours to fill in.</footer>\n\
             <script>\n{SCRIPT}</script>\n</body>\n</html>\n",
        ),
    );
    page
}

/// Writing into a text can't fail.
fn push(page: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = page.write_fmt(words);
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

fn card(page: &mut String, report: &Report, found: &Found) {
    let count = &found.count;
    let name = title(count.kind);
    match count.oldest.filter(|_| count.findings > 0) {
        Some(oldest) => push(
            page,
            format_args!(
                "<li><a class=\"card found\" href=\"#{id}\"><b>{number}</b><span>{name}</span>\
                 <small>the oldest: {age}</small></a></li>\n",
                id = count.kind.as_str(),
                number = count.findings,
                age = age((report.now - oldest).num_seconds()),
            ),
        ),
        None => push(
            page,
            format_args!(
                "<li><div class=\"card\"><b>{}</b><span>{name}</span><small>{}</small></div></li>\n",
                count.findings,
                if count.resolved > 0 {
                    "only resolved ones"
                } else {
                    "none"
                }
            ),
        ),
    }
}

fn section(page: &mut String, report: &Report, found: &Found) {
    let count = &found.count;
    push(
        page,
        format_args!(
            "<section id=\"{id}\">\n<h2>{name} <b>{number}</b></h2>\n<p>{meaning}</p>\n<div class=\"sheet\"><table>\n\
             <thead><tr><th class=\"where\">Where</th><th class=\"who\">Who</th><th class=\"since\">Since</th>\
             <th class=\"time\">Time</th><th>What</th><th class=\"fix\">To fix it</th></tr></thead>\n<tbody>\n",
            id = count.kind.as_str(),
            name = title(count.kind),
            number = count.findings,
            meaning = meaning(count.kind, report),
        ),
    );
    for finding in &found.findings {
        row(page, finding, report.zone, report.now.timestamp());
    }
    page.push_str("</tbody>\n</table></div>\n");
    if let Some(hidden) = found.hidden() {
        push(
            page,
            format_args!(
                "<p class=\"more\">The oldest {shown} of {all} are shown; {hidden} more are not.</p>\n",
                shown = found.findings.len(),
                all = count.findings + count.resolved,
            ),
        );
    }
    page.push_str("</section>\n");
}

fn row(page: &mut String, finding: &Finding, zone: Tz, now: i64) {
    push(
        page,
        format_args!(
            "<tr{class}><td class=\"where\"><bdi>{place}</bdi>{entry}</td>\
             <td class=\"who\"{who_name}>{who}</td>\
             <td class=\"since\" data-name=\"Since\">{since}</td>\
             <td class=\"time\" data-name=\"Time\">{clock}</td>\
             <td class=\"what\">{detail}</td><td class=\"fix\">{fix}</td></tr>\n",
            class = if finding.resolved {
                " class=\"resolved\""
            } else {
                ""
            },
            place = escaped(&finding.place()),
            entry = match finding.entry_id {
                Some(id) => format!("<small>entry {id}</small>"),
                None => String::new(),
            },
            who_name = if finding.user.is_some() {
                " data-name=\"Who\""
            } else {
                ""
            },
            who = match &finding.user {
                Some(user) => format!("<bdi>{}</bdi>", escaped(user)),
                None => String::new(),
            },
            since = match finding.since {
                Some(since) => format!(
                    "{}<small>{}</small>",
                    time::show(since, zone),
                    age(now - since.timestamp())
                ),
                None => String::new(),
            },
            clock = hours::clock(finding.duration_seconds),
            detail = escaped(&finding.detail),
            fix = match finding.fix.as_str() {
                "" => "resolved".to_owned(),
                fix => format!("<div class=\"do\"><code>{}</code></div>", command(fix)),
            },
        ),
    );
}

/// A command whose options are not torn apart at the end of a line.
fn command(fix: &str) -> String {
    let words: Vec<String> = fix
        .split(' ')
        .map(|word| match word.starts_with("--") {
            true => format!("<i>{}</i>", escaped(word)),
            false => escaped(word),
        })
        .collect();
    words.join(" ")
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

/// Text of somebody else's, as text: harmless for the reader and the browser.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in text::short(words, MAX_CHARS).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

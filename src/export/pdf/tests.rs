#![allow(clippy::unwrap_used, clippy::expect_used)]
//! What a reader finds on the pages, taken back out of them by `pdftotext`.

mod files;
mod languages;
mod setting;

use std::process::Command;

use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};

use super::words::Word;
use super::{Rendered, Renderer};
use crate::error::Result;
use crate::export::model::{
    BillHead, Document, DocumentOptions, EntrySheet, Letterhead, LineSheet, OrderSheet, Source,
};
use crate::models::Language;
use crate::time::DayRange;

fn entry(id: i64, seconds: i64) -> EntrySheet {
    let start = at(2026, 3, 2, 7) + Duration::hours(id);
    EntrySheet {
        user: "grace".to_owned(),
        user_name: "Grace Hopper".to_owned(),
        start_ts: start,
        end_ts: Some(start + Duration::seconds(seconds)),
        duration_seconds: Some(seconds),
        note: None,
        locked: true,
        late: false,
        bill: None,
        approved_by: Some("Ada Admin".to_owned()),
        approved_at: Some(at(2026, 3, 31, 15)),
    }
}

fn at(year: i32, month: u32, day: u32, hour: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, month, day, hour, 4, 0).unwrap()
}

fn line(position: i32, entries: Vec<EntrySheet>) -> LineSheet {
    LineSheet {
        position,
        description: "Replace the boom cylinder".to_owned(),
        entries,
    }
}

fn order(number: &str, lines: Vec<LineSheet>) -> OrderSheet {
    OrderSheet {
        number: number.to_owned(),
        title: "Excavator overhaul".to_owned(),
        customer: "Čapek & Søn".to_owned(),
        lines,
    }
}

fn document(orders: Vec<OrderSheet>) -> Document {
    Document {
        letterhead: Letterhead {
            organisation: Some("Muster GmbH".to_owned()),
            address: Some("Hafenstraße 3\n20457 Hamburg".to_owned()),
            logo: None,
            footer: Some("Muster GmbH, Amtsgericht Hamburg".to_owned()),
            language: Language::En,
            zone: chrono_tz::Europe::Berlin,
        },
        source: Source::Export {
            seal: "0123456789abcdef".repeat(4),
        },
        options: DocumentOptions::default(),
        period: DayRange {
            first: NaiveDate::from_ymd_opt(2026, 3, 1),
            last: NaiveDate::from_ymd_opt(2026, 3, 31),
        },
        draft: false,
        own_approval_allowed: false,
        orders,
    }
}

fn one(entries: Vec<EntrySheet>) -> Document {
    document(vec![order("WO-1042", vec![line(1, entries)])])
}

fn bill(document: Document, cancelled: bool) -> Document {
    Document {
        source: Source::Bill(BillHead {
            number: 17,
            reference: Some("R-2026-118".to_owned()),
            replaces: vec![12, 14],
            made_at: at(2026, 4, 1, 8),
            cancelled,
            lines_sha256: "fedcba9876543210".repeat(4),
        }),
        ..document
    }
}

fn render(document: &Document) -> Result<Rendered> {
    Renderer::new()?.render(document)
}

/// The text of each page.
fn pages(document: &Document) -> Vec<String> {
    let rendered = render(document).unwrap();
    assert_eq!(rendered.warnings, Vec::<String>::new());
    extract(&rendered.bytes)
}

fn extract(pdf: &[u8]) -> Vec<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let output = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(file.path())
        .arg("-")
        .output()
        .expect("pdftotext, of poppler-utils");
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).unwrap();
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    assert_eq!(pages.pop().as_deref(), Some(""));
    pages
}

/// The lines of entries: they begin with the day of the week.
fn rows(text: &str) -> Vec<&str> {
    let days = Word::Weekdays.in_language(Language::En);
    let is_row = |line: &&str| days.split(' ').any(|day| line.starts_with(day));
    text.lines().filter(is_row).collect()
}

/// What stands below the hours by person.
fn details(text: &str) -> &str {
    &text[text.find("Details").unwrap()..]
}

/// The last word of each line that contains `label`, as hundredths.
fn hundredths(text: &str, label: &str) -> Vec<i64> {
    text.lines()
        .filter(|line| line.contains(label))
        .map(|line| {
            let number = line.split_whitespace().last().unwrap();
            number.replace(['.', ','], "").parse().unwrap()
        })
        .collect()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn one_order_says_who_what_when_and_how_long() {
    let mut document = one(vec![entry(7, 29_530), entry(19, 3600)]);
    document.orders[0].lines[0].entries[1].note = Some("New seals, tested at 300 bar".to_owned());
    let text = pages(&document).concat();
    let text = words(&text);
    let seal = "0123456789abcdef".repeat(4);
    for expected in [
        "Muster GmbH Hafenstraße 3 20457 Hamburg Time sheet WO-1042 Excavator overhaul",
        "Customer Period 1 Mar 2026 – 31 Mar 2026 Čapek & Søn Total 9.20 h",
        "Hours by person and line item Line item Grace Hopper 1 Replace the boom cylinder 9.20",
        "Details WO-1042/1 Replace the boom cylinder Date Time Person Note Hours",
        "Mon 2 Mar 2026 15:04–23:16 Grace Hopper 8.20",
        "Tue 3 Mar 2026 03:04–04:04 Grace Hopper New seals, tested at 300 bar 1.00",
        "Subtotal WO-1042/1 9.20 Total 9.20",
        "Reviewed and approved by Ada Admin: 31 Mar 2026",
        "Verification – entries: 2, hours: 9.20, seconds: 33130, time zone: Europe/Berlin",
        &format!(
            "Seal of the audit trail: {seal} The sender checks this with: wl audit verify --seal {seal}"
        ),
        "Work order WO-1042, 1 Mar 2026 – 31 Mar 2026 page 1 of 1 Muster GmbH, Amtsgericht Hamburg",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert!(!text.contains("DRAFT") && !text.contains("rounding"));
}

#[test]
fn a_bill_says_its_number_and_what_it_replaces() {
    let document = bill(one(vec![entry(7, 3600)]), false);
    let text = words(&pages(&document).concat());
    let hash = "fedcba9876543210".repeat(4);
    for expected in [
        "Bill 17",
        "Date 1 Apr 2026",
        "Reference R-2026-118",
        "Replaces bill 12, 14",
        &format!(
            "SHA-256 of the lines: {hash} The sender checks this with: wl audit show bill:17, wl bill verify FILE"
        ),
        "Bill 17, 1 Mar 2026 – 31 Mar 2026 page 1 of 1",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert!(!text.contains("CANCELLED") && !text.contains("eal of"));
    let mut entries: Vec<_> = (0..120).map(|id| entry(id, 3600)).collect();
    entries[0].late = true;
    let cancelled = pages(&bill(one(entries), true));
    assert!(cancelled.len() > 1);
    for page in &cancelled {
        assert!(words(page).starts_with("CANCELLED this bill is no longer valid"));
    }
    let late = "late addition to an earlier bill";
    assert_eq!(cancelled.concat().matches(late).count(), 1);
}

#[test]
fn what_is_hidden_is_nowhere() {
    let mut document = one(vec![entry(7, 3600), entry(19, 3600)]);
    let entries = &mut document.orders[0].lines[0].entries;
    entries[0].note = Some("secret\u{fdd0}".to_owned());
    entries[1].user = "alan".to_owned();
    entries[1].user_name = "Alan Turing".to_owned();
    document.options = DocumentOptions {
        hide_notes: true,
        hide_names: true,
        hide_times: true,
        ..DocumentOptions::default()
    };
    let rendered = render(&document).unwrap();
    assert_eq!(rendered.warnings, Vec::<String>::new());
    let text = words(&extract(&rendered.bytes).concat());
    for hidden in ["secret", "Grace", "Alan", "Ada", "15:04"] {
        assert!(!text.contains(hidden), "{hidden}\n{text}");
    }
    for shown in [
        "Hours by line item Line item Hours 1 Replace the boom cylinder 2.00",
        "Date Hours Mon 2 Mar 2026 1.00 Tue 3 Mar 2026 1.00",
        "Reviewed and approved: 31 Mar 2026",
    ] {
        assert!(text.contains(shown), "{shown}\n{text}");
    }
}

#[test]
fn hours_by_person_add_up_in_both_directions() {
    // 20 s are printed as 0.01 h each, 40 s as 0.01 h, 60 s as 0.02 h, 120 s as 0.03 h
    let small = |position| {
        let people = ["alan", "grace", "hopper"].into_iter().zip(0..);
        let entries = people.map(|(user, id)| EntrySheet {
            user: user.to_owned(),
            user_name: match user {
                "alan" => "Alan Turing".to_owned(),
                _ => "Grace Hopper".to_owned(),
            },
            ..entry(id, 20)
        });
        line(position, entries.collect())
    };
    let document = document(vec![order("WO-1042", vec![small(1), small(2)])]);
    let text = pages(&document).concat();
    let matrix = &text[text.find("Hours by person").unwrap()..text.find("Details").unwrap()];
    assert_eq!(
        words(matrix),
        "Hours by person and line item \
         Grace Hopper Grace Hopper Line item Alan Turing (grace) (hopper) rounding Total \
         1 Replace the boom cylinder 0.01 0.01 0.01 -0.01 0.02 \
         2 Replace the boom cylinder 0.01 0.01 0.01 -0.01 0.02 \
         rounding -0.01 -0.01 -0.01 0.02 -0.01 \
         Total 0.01 0.01 0.01 0.00 0.03"
    );
}

#[test]
fn many_people_stand_below_each_other() {
    let entries = (0..7).map(|id| EntrySheet {
        user: format!("user{id}"),
        user_name: format!("Person {id}"),
        ..entry(id, 3600 * (id + 1))
    });
    let text = pages(&one(entries.collect())).concat();
    let hours = &text[text.find("Hours by person").unwrap()..text.find("Details").unwrap()];
    let hours = words(hours);
    let begin = "Hours by person and line item Person Hours Person 0 1.00 Person 1 2.00";
    assert!(hours.starts_with(begin), "{hours}");
    assert!(hours.ends_with("Person 6 7.00 Total 28.00"), "{hours}");
}

#[test]
fn many_people_on_many_line_items_are_a_list() {
    // each line item has two people: 22 rows, where a matrix had 121 cells
    let lines = (1..=11).map(|at| {
        let people = [at, at % 11 + 1].into_iter().map(|n: i32| EntrySheet {
            user: format!("user{n:02}"),
            user_name: format!("Person {n:02}"),
            ..entry(i64::from(at * 2 + n), 20)
        });
        line(at, people.collect())
    });
    let text = pages(&document(vec![order("WO-1042", lines.collect())])).concat();
    let hours = words(&text[text.find("Hours by person").unwrap()..text.find("Details").unwrap()]);
    let begin = "Hours by person and line item Line item Person Hours \
        1 Replace the boom cylinder Person 01 0.01 Person 02 0.01 2 Replace the boom cylinder Person 02 0.01";
    assert!(hours.starts_with(begin), "{hours}");
    // 440 s are 0.12 h, printed as 22 × 0.01
    assert!(hours.contains("rounding -0.10 Total 0.12"), "{hours}");
}

#[test]
fn the_total_is_never_alone_on_a_page() {
    for count in 1..90 {
        let mut document = one((0..count).map(|id| entry(id, 3600)).collect());
        document.options.signatures = vec!["Customer".to_owned(), "Technician".to_owned()];
        let pages = pages(&document);
        let last = pages.last().unwrap();
        assert!(rows(last).len() >= 2.min(count as usize), "{count}: {last}");
        for kept in ["Total", "Reviewed", "Technician", "Verification"] {
            assert!(last.contains(kept), "{count}: {kept}\n{last}");
        }
    }
}

#[test]
fn printed_hours_reconcile_with_a_rounding_row() {
    // 20 s are printed as 0.01 h each, 60 s as 0.02 h.
    let small = |position| line(position, (0..3).map(|id| entry(id, 20)).collect());
    let orders = ["WO-1", "WO-2", "WO-3"].map(|number| order(number, vec![small(1), small(2)]));
    let text = pages(&document(orders.to_vec())).concat();
    let details = details(&text);
    assert_eq!(hundredths(&rows(details).join("\n"), ""), [1; 18]);
    assert_eq!(hundredths(details, "Subtotal"), [2; 6]);
    // 120 s are 0.03 h, 360 s are 0.10 h.
    for number in ["WO-1", "WO-2", "WO-3"] {
        assert_eq!(hundredths(details, &format!("Total {number}")), [3]);
    }
    assert_eq!(hundredths(details, "Total   "), [10]);
    let [line, order] = [[-1, -1, -1].as_slice(), &[1]];
    assert_eq!(
        hundredths(details, "rounding"),
        [line, line, line, order].concat()
    );
}

#[test]
fn every_page_repeats_the_table_header_and_counts() {
    let pages = pages(&one((0..300).map(|id| entry(id, 3600)).collect()));
    assert!(pages.len() > 3);
    for (at, page) in pages.iter().enumerate() {
        let count = format!("page {} of {}", at + 1, pages.len());
        assert!(page.contains(&count), "{page}");
        assert!(words(page).contains("Date Time Person Note Hours"));
        assert!(page.contains("Muster GmbH, Amtsgericht Hamburg"));
        assert_eq!(page.contains("(continued)"), at > 0);
        assert!(!page.contains("two pairs of eyes"));
    }
    let text = pages.concat();
    assert!(rows(&text).iter().all(|row| row.ends_with("1.00")));
    assert_eq!(rows(&text).len(), 300);
    assert_eq!(hundredths(details(&text), "Total  "), [30_000]);
}

#[test]
fn a_draft_says_so_on_every_page_and_row() {
    let mut entries: Vec<_> = (0..120).map(|id| entry(id, 3600)).collect();
    for entry in &mut entries[100..] {
        entry.locked = false;
        entry.approved_by = None;
        entry.approved_at = None;
    }
    entries[119].end_ts = None;
    entries[119].duration_seconds = None;
    let mut document = one(entries);
    document.draft = true;
    document.own_approval_allowed = true;
    let pages = pages(&document);
    assert!(pages.len() > 1);
    for page in &pages {
        assert!(words(page).contains("DRAFT contains unapproved time"));
        assert!(page.contains("rule of two pairs of eyes was switched off"));
    }
    let text = pages.concat();
    assert_eq!(text.matches("not approved").count(), 20);
    assert!(words(&text).contains("running"));
    assert!(text.contains("(100 of 120 entries)"));
    assert!(text.contains("Not approved: 20 of 120 entries"));
    assert_eq!(hundredths(details(&text), "Total  "), [11_900]);
}

#[test]
fn orders_flow_on_and_empty_parts_are_named() {
    let empty = order("WO-1", vec![line(1, Vec::new())]);
    let bare = order("WO-2", Vec::new());
    let found = pages(&document(vec![empty, bare]));
    assert_eq!(found.len(), 1);
    assert!(words(&found[0]).contains("WO-1/1 Replace the boom cylinder no time"));
    assert!(words(&found[0]).contains("no line items"));
    assert!(words(&found[0]).contains("Total 0.00"));
    assert!(pages(&document(Vec::new()))[0].contains("No work orders."));
}

#[test]
fn approvals_are_one_sentence_for_each_person() {
    let mut entries: Vec<_> = (0..3).map(|id| entry(id, 3600)).collect();
    entries[1].approved_at = Some(at(2026, 3, 30, 15));
    entries[2].approved_by = Some("Bertha Boss".to_owned());
    let text = words(&pages(&one(entries)).concat());
    assert!(text.contains("by Ada Admin: 30 Mar 2026 – 31 Mar 2026 (2 of 3 entries)"));
    assert!(text.contains("by Bertha Boss: 31 Mar 2026 (1 of 3 entries)"));
}

#[test]
fn large_sums_stay_on_one_line() {
    let found = pages(&one(vec![entry(1, 40_000_000), entry(2, 40_000_000)]));
    assert!(words(&found.concat()).contains("Total 22,222.22"));
}

#[test]
fn without_a_period_the_days_of_work_are_said() {
    let mut document = one(vec![entry(1, 60), entry(2, 60)]);
    document.period = DayRange::default();
    assert!(words(&pages(&document)[0]).contains("Period 2 Mar 2026 "));
    // 23:30 UTC is the next day in Berlin
    document.orders[0].lines[0].entries[1].start_ts = at(2026, 3, 4, 23);
    assert!(words(&pages(&document)[0]).contains("Period 2 Mar 2026 – 5 Mar 2026"));
    document.period.first = NaiveDate::from_ymd_opt(2026, 3, 1);
    assert!(words(&pages(&document)[0]).contains("Period from 1 Mar 2026"));
}

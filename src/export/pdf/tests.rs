#![allow(clippy::unwrap_used, clippy::expect_used)]
//! What a reader finds on the pages, taken back out of them by `pdftotext`.

use std::collections::HashMap;
use std::process::Command;

use chrono::{DateTime, Duration, TimeZone, Utc};

use super::fonts::{Fonts, Weight};
use super::shaping::{Run, shape};
use super::text::{clean, wrap};
use super::{render, search};
use crate::export::model::{Document, EntrySheet, LineSheet, OrderSheet};

fn entry(id: i64, seconds: i64) -> EntrySheet {
    let start = at(2026, 3, 2, 7) + Duration::hours(id);
    EntrySheet {
        id,
        user: "grace".to_owned(),
        user_name: "Grace Hopper".to_owned(),
        start_ts: start,
        end_ts: Some(start + Duration::seconds(seconds)),
        duration_seconds: Some(seconds),
        note: None,
        locked: true,
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
        organisation: Some("Muster GmbH".to_owned()),
        zone: chrono_tz::Europe::Berlin,
        period: Some("2026-03-01 to 2026-03-31".to_owned()),
        seal: Some("0123456789abcdef".repeat(4)),
        draft: false,
        own_approval_allowed: false,
        orders,
    }
}

fn one(entries: Vec<EntrySheet>) -> Document {
    document(vec![order("WO-1042", vec![line(1, entries)])])
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

/// The last word of each line that contains `label`, as hundredths.
fn hundredths(text: &str, label: &str) -> Vec<i64> {
    text.lines()
        .filter(|line| line.contains(label))
        .map(|line| {
            let number = line.split_whitespace().last().unwrap();
            number.replace('.', "").parse().unwrap()
        })
        .collect()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn one_order_says_who_what_when_and_how_long() {
    let text = pages(&one(vec![entry(7, 29_530), entry(19, 3600)])).concat();
    let text = words(&text);
    for expected in [
        "Muster GmbH Work order WO-1042 Excavator overhaul",
        "Customer Čapek & Søn",
        "Period 2026-03-01 to 2026-03-31",
        "Time zone Europe/Berlin",
        "Total time 9.20 h (9:12:10)",
        "WO-1042/1 Replace the boom cylinder",
        "7 2026-03-02 15:04:00 +01:00 23:16:10 +01:00 Grace Hopper 8:12:10 8.20",
        "Subtotal WO-1042/1 9:12:10 9.20",
        "Total WO-1042 9:12:10 9.20",
        "Approved: the time above was reviewed and locked by Ada Admin, \
         2026-03-31 17:04 +02:00 (2 entries)",
        "Work order WO-1042, 2026-03-01 to 2026-03-31 seal 0123456789abcdef… page 1 of 1",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert!(text.contains(&"0123456789abcdef".repeat(4)));
    assert!(!text.contains("DRAFT") && !text.contains("rounding"));
}

#[test]
fn printed_hours_reconcile_with_a_rounding_row() {
    // 20 s are printed as 0.01 h each, 60 s as 0.02 h.
    let small = |position| line(position, (0..3).map(|id| entry(id, 20)).collect());
    let orders = ["WO-1", "WO-2", "WO-3"].map(|number| order(number, vec![small(1), small(2)]));
    let text = pages(&document(orders.to_vec())).concat();
    let rows = hundredths(&text, "Grace Hopper");
    let roundings = hundredths(&text, "rounding");
    let subtotals = hundredths(&text, "Subtotal");
    let totals: Vec<i64> = ["Total WO-1", "Total WO-2", "Total WO-3"]
        .iter()
        .flat_map(|label| hundredths(&text, label))
        .collect();
    assert_eq!(rows, [1; 18]);
    assert_eq!(subtotals, [2; 6]);
    // 120 s are 0.03 h, 360 s are 0.10 h.
    assert_eq!(totals, [3; 3]);
    assert_eq!(hundredths(&text, "Grand total"), [10]);
    // The summary of all orders stands first.
    assert_eq!(roundings, [1, -1, -1, -1, -1, -1, -1, -1, -1, -1]);
}

#[test]
fn every_page_repeats_the_table_header_and_counts() {
    let pages = pages(&one((0..300).map(|id| entry(id, 3600)).collect()));
    assert!(pages.len() > 3);
    for (at, page) in pages.iter().enumerate() {
        let count = format!("page {} of {}", at + 1, pages.len());
        assert!(page.contains(&count), "{page}");
        assert!(words(page).contains("Entry Date Start End Technician h:mm:ss Hours"));
        assert!(page.contains("seal 0123456789abcdef…"));
        assert_eq!(page.contains("(continued)"), at > 0);
        assert!(!page.contains("two pairs of eyes"));
    }
    let ids = pages.iter().flat_map(|page| page.lines());
    let ids = ids.filter(|line| line.contains("Grace Hopper") && line.contains(":00:00"));
    let ids: Vec<String> = ids
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .collect();
    assert_eq!(ids, (0..300).map(|id| id.to_string()).collect::<Vec<_>>());
    assert_eq!(hundredths(&pages.concat(), "Total WO-1042"), [30_000]);
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
    assert!(words(&text).contains("running Grace Hopper – –"));
    assert!(text.contains("(100 of 120 entries)"));
    assert!(text.contains("Not approved: 20 of 120 entries"));
    assert_eq!(hundredths(&text, "Total WO-1042"), [11_900]);
}

#[test]
fn orders_flow_on_and_empty_parts_are_named() {
    let empty = order("WO-1", vec![line(1, Vec::new())]);
    let bare = order("WO-2", Vec::new());
    let found = pages(&document(vec![empty, bare]));
    assert_eq!(found.len(), 1);
    assert!(words(&found[0]).contains("WO-1/1 Replace the boom cylinder no time"));
    assert!(words(&found[0]).contains("no line items"));
    assert!(words(&found[0]).contains("Grand total of 2 work orders 0:00:00 0.00"));
    assert!(pages(&document(Vec::new()))[0].contains("No work orders."));
}

#[test]
fn nights_and_clock_changes_are_unambiguous() {
    let mut night = entry(1, 7200);
    // The clock goes back from 03:00 to 02:00 at 01:00 UTC.
    night.start_ts = at(2026, 10, 24, 21);
    night.end_ts = Some(at(2026, 10, 25, 1));
    let text = words(&pages(&one(vec![night])).concat());
    assert!(text.contains("2026-10-24 23:04:00 +02:00 02:04:00 +01:00"));
    assert!(text.contains("on 2026-10-25"));
}

#[test]
fn approvals_are_one_sentence_for_each_person() {
    let mut entries: Vec<_> = (0..3).map(|id| entry(id, 3600)).collect();
    entries[1].approved_at = Some(at(2026, 3, 30, 15));
    entries[2].approved_by = Some("Bertha Boss".to_owned());
    let text = words(&pages(&one(entries)).concat());
    assert!(text.contains(
        "locked by Ada Admin, 2026-03-30 17:04 +02:00 to 2026-03-31 17:04 +02:00 \
         (2 of 3 entries)"
    ));
    assert!(text.contains("locked by Bertha Boss, 2026-03-31 17:04 +02:00 (1 of 3 entries)"));
}

#[test]
fn long_texts_are_complete() {
    let text: Vec<String> = (0..3000).map(|n| format!("word{n}")).collect();
    let word = "x".repeat(500);
    let mut document = one(vec![entry(1, 60)]);
    let line = &mut document.orders[0].lines[0];
    line.description = text.join(" ");
    line.entries[0].note = Some(format!("{}\n{word}", text.join(" ")));
    line.entries[0].user_name = "Überlang ".repeat(40);
    let found = pages(&document).concat();
    let mut counts = HashMap::new();
    for word in found.split_whitespace() {
        *counts.entry(word).or_insert(0) += 1;
    }
    for word in &text {
        // The first ones are also in the captions of pages further on.
        assert!(counts[word.as_str()] >= 2, "{word}");
    }
    assert!(found.matches('x').count() >= 500);
    assert_eq!(found.matches("Überlang").count(), 40);
}

#[test]
fn huge_texts_neither_hang_nor_panic() {
    for text in ["lorem ipsum ", "x", "\u{301}", " ", "\n", "a\n", "\0", "مر"] {
        let mut document = one(vec![entry(1, 60)]);
        let long = text.repeat(40_000 / text.len());
        document.orders[0].lines[0].entries[0].note = Some(long.clone());
        document.orders[0].lines[0].entries[0].user_name = long;
        render(&document).unwrap();
    }
}

#[test]
fn names_of_three_alphabets_come_back() {
    let names = [
        "Željko Őrsi",
        "Παύλος Ελληνικάς",
        "Кирилл Кириллица",
        "Nguyễn Ánh",
        "Zoe\u{301}",
    ];
    let entries = names.iter().zip(0..).map(|(name, id)| EntrySheet {
        user_name: (*name).to_owned(),
        note: Some("tab\there\r\nnul\0 \u{202e}turned".to_owned()),
        ..entry(id, 60)
    });
    let text = pages(&one(entries.collect())).concat();
    for name in names {
        assert!(text.contains(clean(name).as_ref()), "{name}");
    }
    assert!(text.contains("Zoé"));
    assert!(words(&text).contains("tab here nul turned"));
}

#[test]
fn names_from_right_to_left_come_back() {
    let names = ["עומרי עבדאללה", "مريم گلپایگانی"];
    let entries = names.iter().zip(0..).map(|(name, id)| EntrySheet {
        user_name: (*name).to_owned(),
        ..entry(id, 60)
    });
    let text = pages(&one(entries.collect())).concat();
    for name in names {
        assert!(text.contains(name), "{name}");
    }
}

#[test]
fn what_no_font_prints_is_substituted_and_named_once() {
    let mut document = one(vec![entry(1, 60), entry(2, 60)]);
    document.orders[0].customer = "A\u{fdd0}B".to_owned();
    document.orders[0].lines[0].entries[1].note = Some("\u{fdd1}".to_owned());
    let rendered = render(&document).unwrap();
    assert_eq!(
        rendered.warnings,
        [
            "no font on this machine can print \"\u{fdd0}\" in \"A\u{fdd0}B\" and 1 more text; \
          printed as \u{fffd}"
        ]
    );
    assert!(extract(&rendered.bytes).concat().contains("A\u{fffd}B"));
}

#[test]
fn fonts_are_searched_only_for_what_is_asked() {
    assert_eq!(
        search::find(&std::iter::once('\u{fdd0}').collect()).len(),
        0
    );
}

#[test]
fn letters_join_and_run_from_right_to_left() {
    let mut fonts = Fonts::new(&[]).unwrap();
    let joined = shape(&mut fonts, Weight::Regular, "\u{628}\u{628}\u{628}", true);
    let alone = shape(&mut fonts, Weight::Regular, "\u{628}", true);
    assert!(joined.width < 3 * alone.width);
    // A mark that no composed letter has is shaped together with its letter.
    let marked = shape(&mut fonts, Weight::Regular, "x\u{302}y", false);
    assert_eq!(marked.runs[0].says.as_deref(), Some("x\u{302}y"));
    // Visual order: the Latin word stands left of the Hebrew one.
    let mut mixed = shape(&mut fonts, Weight::Regular, "\u{5d0}\u{5d1} ab", true);
    let mut latin = shape(&mut fonts, Weight::Regular, "ab", false);
    assert_eq!(mixed.runs[0].shown(), latin.runs[0].shown());
}

#[test]
fn lines_fit_and_lose_nothing() {
    let mut fonts = Fonts::new(&[]).unwrap();
    let text = "One  two three-four. Donaudampfschifffahrtsgesellschaft é";
    for width in [500, 3000, 9000] {
        let cuts = wrap(&mut fonts, Weight::Regular, text, width);
        for cut in &cuts {
            let line = shape(&mut fonts, Weight::Regular, cut.text, cut.rtl);
            assert!(line.width <= width || cut.text.chars().count() == 1);
        }
        let back: String = cuts.iter().map(|cut| cut.text).collect();
        assert_eq!(back.replace(' ', ""), text.replace(' ', ""));
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_laid_out_whole(text: String, width in 0..20_000) {
        let mut fonts = Fonts::new(&[]).unwrap();
        let text = clean(&text);
        let cuts = wrap(&mut fonts, Weight::Bold, &text, width);
        for cut in &cuts {
            shape(&mut fonts, Weight::Bold, cut.text, cut.rtl);
        }
        let back: String = cuts.iter().map(|cut| cut.text).collect();
        let gaps = [' ', '\n'];
        proptest::prop_assert_eq!(back.replace(gaps, ""), text.replace(gaps, ""));
        fonts.into_subsets().unwrap();
    }
}

#[test]
fn large_sums_stay_on_one_line() {
    let found = pages(&one(vec![entry(1, 40_000_000), entry(2, 40_000_000)]));
    assert!(words(&found.concat()).contains("Total WO-1042 22222:13:20 22222.22"));
}

#[test]
fn orders_and_line_items_are_in_the_outline_in_their_order() {
    let lines = (1..=11).map(|position| line(position, Vec::new()));
    let pdf = render(&document(vec![order("WO-1", lines.collect())])).unwrap();
    let text = String::from_utf8_lossy(&pdf.bytes);
    assert!(text.contains("/PageMode/UseOutlines"));
    assert!(!text.contains("GTS_PDFX"));
    // as printpdf writes a title: UTF-16 in hexadecimal
    let hex = |text: &str| {
        let units = text.encode_utf16();
        units.map(|unit| format!("{unit:04X}")).collect::<String>()
    };
    let at = |title: &str| text.find(&hex(title)).unwrap_or_else(|| panic!("{title}"));
    assert!(at("WO-1  Excavator overhaul") < at("WO-1/1 Replace"));
    assert!(at("WO-1/2 Replace") < at("WO-1/10 Replace"));
}

/// The lines of the charts: what stands above the first line item.
fn charts(document: &Document) -> String {
    let text = pages(document).concat();
    let from = text.find("Hours by technician").expect("charts");
    let to = text[from..].find("WO-1042/1").expect("a line item");
    words(&text[from..from + to])
}

#[test]
fn charts_add_up_and_tell_people_of_one_name_apart() {
    // 20 s are printed as 0.01 h each, 60 s as 0.02 h.
    let mut entries: Vec<_> = (0..3).map(|id| entry(id, 20)).collect();
    entries[1].user = "hopper".to_owned();
    entries[2].user = "alan".to_owned();
    entries[2].user_name = "Alan T. of the long name that does not fit".to_owned();
    entries[2].start_ts += Duration::days(1);
    assert_eq!(
        charts(&one(entries)),
        "Hours by technician Hours by day of the start \
         Alan T. of the long… 0.01 2026-03-02 Mon 0.01 \
         Grace Hopper 0.01 2026-03-03 Tue 0.01 \
         Grace Hopper 0.01 \
         rounding -0.01"
    );
}

#[test]
fn many_people_and_days_become_few_bars() {
    let entries = (0..40).map(|id| EntrySheet {
        user: format!("user{id}"),
        user_name: format!("Person {id}"),
        start_ts: at(2026, 3, 2, 9) + Duration::days(id),
        ..entry(id, 3600 * (id + 1))
    });
    let text = charts(&one(entries.collect()));
    assert!(text.starts_with("Hours by technician Hours by week of the start Person 39 40.00"));
    assert!(text.contains("2026, week 10 28.00"), "{text}");
    assert!(text.ends_with("26 others 351.00"), "{text}");
}

#[test]
fn without_a_period_the_days_of_work_are_said() {
    let mut document = one(vec![entry(1, 60), entry(2, 60)]);
    document.period = None;
    assert!(words(&pages(&document)[0]).contains("Worked 2026-03-02 Time zone"));
    // 23:30 UTC is the next day in Berlin
    document.orders[0].lines[0].entries[1].start_ts = at(2026, 3, 4, 23);
    assert!(words(&pages(&document)[0]).contains("Worked 2026-03-02 to 2026-03-05 Time"));
}

#[test]
fn one_person_on_one_day_needs_no_chart() {
    assert!(!pages(&one(vec![entry(1, 60)]))[0].contains("Hours by"));
}

const OUTPUT: &str = "WL_TEST_PDF_OUTPUT";

#[expect(
    clippy::disallowed_methods,
    reason = "a test tells its own process where to write"
)]
#[test]
fn the_same_data_gives_the_same_bytes_in_any_process() {
    let here = render(&one(vec![entry(1, 60)])).unwrap().bytes;
    if let Some(path) = std::env::var_os(OUTPUT) {
        std::fs::write(path, &here).unwrap();
        return;
    }
    assert_eq!(here, render(&one(vec![entry(1, 60)])).unwrap().bytes);
    assert_ne!(here, render(&one(vec![entry(1, 61)])).unwrap().bytes);
    let output = tempfile::NamedTempFile::new().unwrap();
    let name = "export::pdf::tests::the_same_data_gives_the_same_bytes_in_any_process";
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name])
        .env(OUTPUT, output.path())
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    assert_eq!(here, std::fs::read(output.path()).unwrap());
}

/// The sum of what TJ moves the pen by, in thousandths of the font size: the widths of
/// the glyphs less the steps back, read as a PDF reader reads them.
fn moved(fonts: &Fonts<'_>, run: &mut Run) -> i32 {
    let face = run.face;
    let shown = String::from_utf8(run.shown().to_vec()).unwrap();
    let mut pen = 0;
    for part in shown.split_inclusive(['<', '>']) {
        let inside = part.trim_end_matches(['<', '>']);
        if part.ends_with('>') {
            let codes = inside.as_bytes().chunks(4);
            pen += codes
                .map(|code| u16::from_str_radix(std::str::from_utf8(code).unwrap(), 16).unwrap())
                .map(|glyph| fonts.width(face, glyph))
                .sum::<i32>();
        } else if !inside.is_empty() {
            pen -= inside
                .parse::<i32>()
                .expect("one number between two glyphs");
        }
    }
    pen
}

#[test]
fn marks_stand_on_their_letters_and_move_nothing() {
    let mut fonts = Fonts::new(&[]).unwrap();
    for text in ["שָׁלוֹם", "בְּרֵאשִׁית", "مَرْحَبًا", "x\u{302}\u{331}y"]
    {
        let rtl = !text.starts_with('x');
        let mut line = shape(&mut fonts, Weight::Regular, text, rtl);
        let mut letters = 0;
        for run in &mut line.runs {
            // the steps after the last glyph are left out
            let width = moved(&fonts, run) - run.back;
            assert_eq!(width, run.width, "{text}");
            letters += width;
        }
        assert_eq!(letters, line.width, "{text}");
    }
}

#[test]
fn joined_words_wrap_at_their_own_width() {
    let mut fonts = Fonts::new(&[]).unwrap();
    let text = "بببببببب بببببببب";
    let joined = shape(&mut fonts, Weight::Regular, text, true).width;
    let cuts = wrap(&mut fonts, Weight::Regular, text, joined);
    assert_eq!(cuts.len(), 1);
    let cuts = wrap(&mut fonts, Weight::Regular, text, joined - 1);
    assert_eq!(cuts.len(), 2);
    for cut in cuts {
        let line = shape(&mut fonts, Weight::Regular, cut.text, cut.rtl);
        assert!(cut.rtl && line.width < joined);
    }
}

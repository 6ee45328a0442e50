//! The end of a document: its total, who approved the time, lines to sign on, and how a
//! reader of the paper verifies it.

use super::approvals::approvals;
use super::fonts::Weight;
use super::operators::{Ink, Style};
use super::page::{LEFT, Sheet};
use super::sums::Sum;
use super::table::{Column, Table};
use super::text::clean_line;
use super::words::Word;
use crate::export::model::{Document, Source};

const HEADING: Style = Style::new(Weight::Bold, 8.5, 12.0, Ink::Black);
const REMARK: Style = Style::new(Weight::Regular, 8.0, 11.5, Ink::Black);
const WARNING: Style = Style::new(Weight::Bold, 8.0, 11.5, Ink::Red);
const LABEL: Style = Style::new(Weight::Regular, 7.5, 10.5, Ink::Grey);
const SMALL: Style = Style::new(Weight::Regular, 6.5, 9.0, Ink::Grey);

/// Space to sign in, and between two signatures.
const SIGN: f32 = 46.0;
const GAP: f32 = 24.0;
/// A line to sign on is at most so long.
const WIDEST: f32 = 220.0;

pub fn foot(sheet: &mut Sheet<'_>, document: &Document) {
    sheet.rule(0.8, Ink::Black);
    sheet.skip(5.0);
    let mut sum = Sum::default();
    for order in &document.orders {
        match document.orders.len() {
            1 => order.lines.iter().for_each(|line| sum.add(line.seconds())),
            _ => sum.add(order.seconds()),
        }
    }
    let total = sheet.locale.word(Word::Total);
    sum.rows(sheet, &table(sheet, total), total);
    let statements = approvals(sheet.locale, document);
    if !statements.is_empty() {
        sheet.skip(8.0);
        sheet.paragraph(
            LEFT,
            sheet.right,
            HEADING,
            sheet.locale.word(Word::Approval),
        );
    }
    for (approved, statement) in statements {
        let style = if approved { REMARK } else { WARNING };
        sheet.paragraph(LEFT, sheet.right, style, &statement);
    }
    if document.own_approval_allowed {
        let warning = sheet.locale.word(Word::OwnApproval);
        sheet.paragraph(LEFT, sheet.right, WARNING, warning);
    }
    signatures(sheet, &document.options.signatures);
    verification(sheet, document);
}

/// Labels, with numbers at the right side.
pub fn table<'t>(sheet: &Sheet<'_>, caption: &'t str) -> Table<'t> {
    let numbers = sheet.right - 80.0;
    let columns = vec![
        Column::text("", LEFT, numbers - 6.0),
        Column::number("", numbers, sheet.right),
    ];
    Table { columns, caption }
}

/// Side by side, with room above to sign.
fn signatures(sheet: &mut Sheet<'_>, labels: &[String]) {
    if labels.is_empty() {
        return;
    }
    let count = labels.len() as f32;
    let width = ((sheet.right - LEFT - GAP * (count - 1.0)) / count).min(WIDEST);
    let place = |at: usize| {
        let left = LEFT + (width + GAP) * at as f32;
        (left, left + width)
    };
    sheet.skip(SIGN);
    let labels: Vec<_> = labels.iter().map(|label| clean_line(label)).collect();
    let mut height = 0;
    let mut cuts = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let (left, right) = place(at);
        sheet.rule_between(left, right, 0.5, Ink::Black);
        let lines = sheet.wrap(LABEL, label, width);
        height = height.max(lines.len());
        cuts.push(lines);
    }
    sheet.skip(3.0);
    for line in 0..height {
        for (at, lines) in cuts.iter().enumerate() {
            let (left, right) = place(at);
            if let Some(cut) = lines.get(line) {
                sheet.show_between(left, right, LABEL, *cut);
            }
        }
        sheet.skip(LABEL.leading);
    }
}

/// Three lines: what there is, its hash, and the command that compares both.
fn verification(sheet: &mut Sheet<'_>, document: &Document) {
    let locale = sheet.locale;
    let seconds = document.seconds();
    let hours = locale.hours(seconds);
    let zone = locale.zone.name();
    let amount = locale.sentence(
        Word::Amount,
        &[&document.entries(), &hours, &seconds, &zone],
    );
    let check = match &document.source {
        Source::Export { seal } => Some((
            locale.sentence(Word::SealIs, &[seal]),
            format!("wl audit verify --seal {seal}"),
        )),
        Source::Bill(bill) => Some((
            locale.sentence(Word::LinesHash, &[&bill.lines_sha256]),
            format!("wl audit show bill:{}, wl bill verify FILE", bill.number),
        )),
        Source::OwnRecord => None,
    };
    sheet.skip(16.0);
    sheet.rule(0.3, Ink::Pale);
    sheet.skip(4.0);
    sheet.paragraph(LEFT, sheet.right, SMALL, &amount);
    if let Some((hash, command)) = check {
        sheet.paragraph(LEFT, sheet.right, SMALL, &hash);
        let command = locale.sentence(Word::CheckWith, &[&command]);
        sheet.paragraph(LEFT, sheet.right, SMALL, &command);
    }
}

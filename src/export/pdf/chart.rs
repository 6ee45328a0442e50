//! Hours as bars: by technician and by day, each with its name and number.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::fonts::Weight;
use super::page::{Ink, LEFT, RIGHT, Sheet, Style};
use super::text::{TextLine, clean_line};
use crate::export::model::Document;
use crate::hours;

const TITLE: Style = Style::new(Weight::Bold, 8.5, 12.0, Ink::Black);
const LABEL: Style = Style::new(Weight::Regular, 7.5, ROW, Ink::Black);
const REST: Style = Style::new(Weight::Regular, 7.5, ROW, Ink::Grey);
const ROW: f32 = 11.0;
const BAR: f32 = 6.5;

/// Names and bars share a side of the page; numbers end at its right.
const SIDE: f32 = 238.0;
const BARS: f32 = 104.0;
const NUMBERS: f32 = 46.0;

/// More bars than this say less: days become weeks, the least hours one bar.
const MOST: usize = 14;

/// A name and its seconds, in the order of the bars.
type Bars = Vec<(String, i64)>;

/// One chart: bars, then lines without one.
struct Chart {
    left: f32,
    title: String,
    bars: Bars,
    rest: Vec<(String, String)>,
}

/// Both charts side by side, unless there is nothing to compare.
pub fn charts(sheet: &mut Sheet<'_>, document: &Document) {
    let (people, others) = by_technician(document);
    let (unit, days) = by_day(document);
    if people.len() < 2 && days.len() < 2 {
        return;
    }
    let charts = [
        Chart::new(LEFT, "Hours by technician".to_owned(), people, others),
        Chart::new(
            RIGHT - SIDE,
            format!("Hours by {unit} of the start"),
            days,
            None,
        ),
    ];
    let rows = charts.iter().map(Chart::rows).max().unwrap_or(0);
    sheet.room(TITLE.leading + 4.0 + ROW * rows as f32);
    for chart in &charts {
        sheet.show(chart.left, TITLE, TextLine::from(chart.title.as_str()));
    }
    sheet.skip(TITLE.leading + 4.0);
    for row in 0..rows {
        for chart in &charts {
            chart.text(sheet, row);
        }
        // the bars stand a little below the baseline
        sheet.skip(ROW - 1.5);
        for chart in &charts {
            chart.bar(sheet, row);
        }
        sheet.skip(1.5);
    }
    sheet.skip(14.0);
}

impl Chart {
    fn new(left: f32, title: String, bars: Bars, others: Option<(String, i64)>) -> Self {
        let parts = bars.iter().chain(&others).map(|(_, seconds)| *seconds);
        let total = hours::cents(parts.clone().sum());
        let rounding = hours::rounding(parts.map(hours::cents), total);
        let others = others.map(|(name, seconds)| (name, hours::decimal(seconds)));
        let rounding =
            (rounding != 0).then(|| ("rounding".to_owned(), hours::from_cents(rounding)));
        Self {
            left,
            title,
            bars,
            rest: others.into_iter().chain(rounding).collect(),
        }
    }

    fn rows(&self) -> usize {
        self.bars.len() + self.rest.len()
    }

    fn text(&self, sheet: &mut Sheet<'_>, row: usize) {
        if let Some((name, seconds)) = self.bars.get(row) {
            name_and_number(sheet, self.left, LABEL, name, &hours::decimal(*seconds));
        } else if let Some((name, number)) = self.rest.get(row - self.bars.len()) {
            name_and_number(sheet, self.left, REST, name, number);
        }
    }

    fn bar(&self, sheet: &mut Sheet<'_>, row: usize) {
        let longest = self.bars.iter().map(|(_, seconds)| *seconds).max();
        // a running timer doesn't count yet
        if let Some((_, seconds @ 1..)) = self.bars.get(row)
            && let Some(longest) = longest
        {
            let width = (SIDE - BARS - NUMBERS) * *seconds as f32 / longest as f32;
            sheet.bar(self.left + BARS, width.max(0.4), BAR, Ink::Blue);
        }
    }
}

fn name_and_number(sheet: &mut Sheet<'_>, left: f32, style: Style, name: &str, number: &str) {
    let width = BARS - 6.0;
    let cuts = sheet.wrap(style, name, width);
    match cuts.as_slice() {
        [whole] => {
            sheet.show(left, style, *whole);
        }
        _ => {
            let first = sheet.wrap(style, name, width - style.size).swap_remove(0);
            let shortened = format!("{}…", first.text);
            sheet.show(left, style, TextLine::from(shortened.as_str()));
        }
    }
    sheet.show_right(left + SIDE, style, TextLine::from(number));
}

/// Largest first, then the sum of all other people. Two people with the same name get
/// two bars.
fn by_technician(document: &Document) -> (Bars, Option<(String, i64)>) {
    let mut found: BTreeMap<&str, (&str, i64)> = BTreeMap::new();
    for entry in document.time_entries() {
        let known = found.entry(&entry.user).or_insert((&entry.user_name, 0));
        known.1 += entry.duration_seconds.unwrap_or(0);
    }
    let mut bars: Bars = found
        .into_values()
        .map(|(name, seconds)| (clean_line(name).into_owned(), seconds))
        .collect();
    bars.sort_by_key(|(_, seconds)| -seconds);
    let others = bars.split_off(bars.len().min(MOST));
    let seconds = others.iter().map(|(_, seconds)| seconds).sum();
    let others = match others.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        _ => Some((format!("{} others", others.len()), seconds)),
    };
    (bars, others)
}

/// The day an entry begins in the document's zone, as in its row of the table;
/// by week, month or year where the days would be too many.
fn by_day(document: &Document) -> (&'static str, Bars) {
    let mut days: BTreeMap<NaiveDate, i64> = BTreeMap::new();
    for entry in document.time_entries() {
        let day = entry.start_ts.with_timezone(&document.zone).date_naive();
        *days.entry(day).or_default() += entry.duration_seconds.unwrap_or(0);
    }
    let units = [
        ("day", "%F %a"),
        ("week", "%G, week %V"),
        ("month", "%Y-%m"),
        ("year", "%Y"),
    ];
    let mut shown = ("day", Bars::new());
    for (unit, form) in units {
        let mut bars = Bars::new();
        for (day, seconds) in &days {
            let name = day.format(form).to_string();
            match bars.last_mut() {
                Some(last) if last.0 == name => last.1 += seconds,
                _ => bars.push((name, *seconds)),
            }
        }
        shown = (unit, bars);
        if shown.1.len() <= MOST {
            break;
        }
    }
    shown
}

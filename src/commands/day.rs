//! The entries of one person by day, as `wl`, `wl today`, `wl week` and `wl entry list`
//! show a person's own time.
//!
//! A line never wraps: what doesn't fit is cut with `…`. On a narrow screen, the words
//! have a line of their own. Sums come from seconds, and everything shows minutes.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::cli::Style;
use crate::hours;
use crate::models::EntryStatus;
use crate::rows::EntryRow;
use crate::text;
use crate::time;

/// Without a terminal.
const USUAL_WIDTH: usize = 80;

/// With less room than this, the words of an entry move to a line of their own.
const LEAST_WORDS: usize = 24;

const GAP: usize = 2;

/// Seconds of finished entries, and of a running timer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Sum {
    pub duration_seconds: i64,
    pub running_seconds: i64,
}

/// The sum of one day, for scripts.
#[derive(Debug, Serialize)]
pub struct DaySum {
    pub date: NaiveDate,
    #[serde(flatten)]
    pub sum: Sum,
}

/// Entries of one person, oldest first.
pub struct Days<'r> {
    pub rows: &'r [EntryRow],
    /// The time of a running timer counts up to this instant; None: it doesn't count.
    pub counts_until: Option<DateTime<Utc>>,
    /// What the sum of several days is called.
    pub total: String,
}

impl Sum {
    pub fn of(row: &EntryRow, counts_until: Option<DateTime<Utc>>) -> Self {
        let so_far = |until: DateTime<Utc>| (until - row.start_ts).num_seconds().max(0);
        match row.end_ts {
            Some(_) => Self {
                duration_seconds: row.duration_seconds.unwrap_or(0),
                running_seconds: 0,
            },
            None => Self {
                duration_seconds: 0,
                running_seconds: counts_until.map_or(0, so_far),
            },
        }
    }

    pub fn seconds(self) -> i64 {
        self.duration_seconds + self.running_seconds
    }

    /// What of it is a running timer, if any.
    pub fn mark(self) -> String {
        match self.running_seconds {
            0 => String::new(),
            running => format!("({} running)", hours::minutes(running)),
        }
    }
}

impl std::ops::Add for Sum {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            duration_seconds: self.duration_seconds + other.duration_seconds,
            running_seconds: self.running_seconds + other.running_seconds,
        }
    }
}

impl Days<'_> {
    pub fn sum(&self) -> Sum {
        self.sum_of(self.rows)
    }

    fn sum_of(&self, rows: &[EntryRow]) -> Sum {
        rows.iter().fold(Sum::default(), |sum, row| {
            sum + Sum::of(row, self.counts_until)
        })
    }

    /// The days that have entries.
    pub fn sums(&self, style: &Style) -> Vec<DaySum> {
        self.by_day(style)
            .map(|rows| DaySum {
                date: day_of(&rows[0], style),
                sum: self.sum_of(rows),
            })
            .collect()
    }

    fn by_day(&self, style: &Style) -> impl Iterator<Item = &[EntryRow]> {
        self.rows
            .chunk_by(|one, next| day_of(one, style) == day_of(next, style))
    }

    /// A heading for each day with its sum, its entries below; then the sum of all, if
    /// there are several days.
    pub fn shown(&self, style: &Style) -> String {
        let days: Vec<&[EntryRow]> = self.by_day(style).collect();
        let layout = Layout::of(self, &days, style);
        let mut shown = String::new();
        for (place, rows) in days.iter().enumerate() {
            if place > 0 {
                shown.push('\n');
            }
            let day = time::show_day(day_of(&rows[0], style));
            shown += &layout.heading(&day, self.sum_of(rows), style);
            for row in *rows {
                shown += &layout.entry(row, self.counts_until, style);
            }
        }
        if days.len() > 1 {
            shown.push('\n');
            shown += &layout.heading(&self.total, self.sum(), style);
        }
        shown
    }
}

fn day_of(row: &EntryRow, style: &Style) -> NaiveDate {
    row.start_ts.with_timezone(&style.zone).date_naive()
}

/// The widths of the columns, which are the same on all days.
struct Layout {
    id: usize,
    span: usize,
    clock: usize,
    /// 0: all entries are in the same state.
    state: usize,
    place: usize,
    job: usize,
    /// 0: there are no notes, or the words have a line of their own.
    note: usize,
    width: usize,
    narrow: bool,
}

impl Layout {
    fn of(list: &Days<'_>, days: &[&[EntryRow]], style: &Style) -> Self {
        let widest = |of: &dyn Fn(&EntryRow) -> String| {
            let widths = list.rows.iter().map(|row| text::columns(&of(row)));
            widths.max().unwrap_or(0)
        };
        let id = widest(&|row| row.id.to_string());
        let headings = days
            .iter()
            .map(|rows| text::columns(&time::show_day(day_of(&rows[0], style))))
            .chain((days.len() > 1).then(|| text::columns(&list.total)));
        let heading = headings.max().unwrap_or(0).saturating_sub(id + GAP);
        let span = widest(&|row| span(row, style)).max(heading);
        let sums = days.iter().map(|rows| list.sum_of(rows));
        let clock = sums
            .chain([list.sum()])
            .map(|sum| hours::minutes(sum.seconds()).len())
            .max()
            .unwrap_or(0);
        let mut states = list.rows.iter().filter_map(state);
        let first = states.next();
        let state = match states.all(|state| Some(state) == first) {
            true => 0,
            false => widest(&|row| state(row).unwrap_or_default()),
        };
        let width = style.width.map_or(USUAL_WIDTH, usize::from);
        let place_width = widest(&place);
        let column = |width: usize| if width > 0 { width + GAP } else { 0 };
        let numbers =
            column(id) + column(span) + column(clock) + column(state) + column(place_width);
        let room = width.saturating_sub(numbers);
        let (job_width, note_width) = shares(room, widest(&job), widest(&note));
        Self {
            id,
            span,
            clock,
            state,
            place: place_width,
            job: job_width,
            note: note_width,
            width,
            narrow: room < LEAST_WORDS,
        }
    }

    fn heading(&self, name: &str, sum: Sum, style: &Style) -> String {
        let clock = hours::minutes(sum.seconds());
        let (name_width, clock_width) = (self.id + GAP + self.span, self.clock);
        let line = format!("{}  {clock:>clock_width$}", padded(name, name_width));
        let room = self.width.saturating_sub(text::columns(&line) + GAP);
        let mark = match sum.mark() {
            none if none.is_empty() => none,
            mark => format!("  {}", text::fit(&mark, room)),
        };
        format!("{}{mark}\n", style.bold(&line))
    }

    fn entry(&self, row: &EntryRow, until: Option<DateTime<Utc>>, style: &Style) -> String {
        let clock = match (row.end_ts, until) {
            (None, None) => String::new(),
            _ => hours::minutes(Sum::of(row, until).seconds()),
        };
        let (id_width, clock_width) = (self.id, self.clock);
        let numbers = format!(
            "{:>id_width$}  {}  {clock:>clock_width$}",
            row.id,
            padded(&span(row, style), self.span),
        );
        let state = match self.state {
            0 => String::new(),
            width => padded(&state(row).unwrap_or_default(), width) + "  ",
        };
        let entry = match self.narrow {
            true => self.two_lines(&numbers, &state, row),
            false => self.one_line(&numbers, &state, row),
        };
        match row.status {
            EntryStatus::Locked => style.dim(&entry),
            EntryStatus::Open => entry,
        }
    }

    fn one_line(&self, numbers: &str, state: &str, row: &EntryRow) -> String {
        let line = format!(
            "{numbers}  {state}{}  {}  {}",
            padded(&place(row), self.place),
            padded(&text::fit(&job(row), self.job), self.job),
            match self.note {
                0 => String::new(),
                width => text::fit(&note(row), width),
            }
        );
        format!("{}\n", line.trim_end())
    }

    fn two_lines(&self, numbers: &str, state: &str, row: &EntryRow) -> String {
        let indent = " ".repeat(self.id + GAP);
        let note = match note(row) {
            none if none.is_empty() => none,
            note => format!(" · {note}"),
        };
        let words = format!("{indent}{state}{} {}{note}", place(row), job(row));
        format!("{numbers}\n{}\n", text::fit(&words, self.width))
    }
}

/// How wide the columns of the job and of the note are: as wide as they want to be, or
/// else the note has two fifths of the room.
fn shares(room: usize, job: usize, note: usize) -> (usize, usize) {
    if note == 0 {
        return (job.min(room), 0);
    }
    let room = room.saturating_sub(GAP);
    let note = note.min(room.saturating_sub(job).max(room * 2 / 5));
    (job.min(room - note), note)
}

fn padded(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(text::columns(text));
    format!("{text}{}", " ".repeat(missing))
}

/// `08:00–10:00`; an end on a later day has the days between, as in `22:00–06:00+1d`.
fn span(row: &EntryRow, style: &Style) -> String {
    let start = time::show_clock(row.start_ts, style.zone);
    let Some(end) = row.end_ts else {
        return format!("{start}–now");
    };
    let later = end.with_timezone(&style.zone).date_naive() - day_of(row, style);
    let days = match later.num_days() {
        0 => String::new(),
        days => format!(" +{days}d"),
    };
    format!("{start}–{}{days}", time::show_clock(end, style.zone))
}

/// What became of finished time. A running timer shows it by its span.
fn state(row: &EntryRow) -> Option<String> {
    match (row.end_ts, row.status, row.bill) {
        (None, ..) => None,
        (Some(_), EntryStatus::Open, _) => Some("open".to_owned()),
        (Some(_), EntryStatus::Locked, None) => Some("approved".to_owned()),
        (Some(_), EntryStatus::Locked, Some(bill)) => Some(format!("bill {bill}")),
    }
}

fn place(row: &EntryRow) -> String {
    text::safe(&format!("{}/{}", row.work_order, row.line_item)).into_owned()
}

/// The text of the line item, then the title of the order.
pub fn job(row: &EntryRow) -> String {
    let job = format!("{} · {}", row.line_description, row.title);
    text::safe(&text::one_line(&job)).into_owned()
}

fn note(row: &EntryRow) -> String {
    let note = row.note.as_deref().unwrap_or_default();
    text::safe(&text::one_line(note)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::OrderStatus;

    const BERLIN: chrono_tz::Tz = chrono_tz::Tz::Europe__Berlin;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn entry(id: i64, start: &str, end: Option<&str>) -> EntryRow {
        let (start_ts, end_ts) = (utc(start), end.map(utc));
        let seconds = end_ts.map(|end| (end - start_ts).num_seconds());
        EntryRow {
            id,
            work_order_id: 1,
            work_order: "WO-7".to_owned(),
            title: "Cold store does not hold its temperature".to_owned(),
            customer: "Hansen".to_owned(),
            order_status: OrderStatus::Open,
            line_item: 1,
            line_description: "Find the fault".to_owned(),
            user: "tom".to_owned(),
            user_name: "Tom".to_owned(),
            start_ts,
            end_ts,
            duration_seconds: seconds,
            hours: seconds.map(hours::decimal),
            status: EntryStatus::Open,
            removed: false,
            note: None,
            approved_by: None,
            approver_name: None,
            approved_at: None,
            own_approval: false,
            edited_reason: None,
            edited_at: None,
            bill: None,
            reference: None,
            late: false,
        }
    }

    fn style(width: Option<u16>) -> Style {
        Style {
            width,
            zone: BERLIN,
            ..Style::PLAIN
        }
    }

    fn shown(rows: &[EntryRow], until: Option<&str>, width: Option<u16>) -> String {
        let list = Days {
            rows,
            counts_until: until.map(utc),
            total: "Total".to_owned(),
        };
        list.shown(&style(width))
    }

    /// A Tuesday and a Wednesday, with a running timer.
    fn two_days() -> Vec<EntryRow> {
        let mut first = entry(7, "2026-11-24T07:00:00Z", Some("2026-11-24T09:00:50Z"));
        first.note = Some("no pressure on the high side\nvalve stuck".to_owned());
        let second = entry(8, "2026-11-24T09:01:00Z", Some("2026-11-24T09:02:10Z"));
        let third = entry(10, "2026-11-25T08:00:00Z", None);
        vec![first, second, third]
    }

    #[test]
    fn days_have_sums_of_seconds() {
        // 2:00:50 and 0:01:10 are 2:02; the timer has run for 1:25:30
        assert_eq!(
            shown(&two_days(), Some("2026-11-25T09:25:30Z"), None),
            "\
Tue 2026-11-24   2:02
 7  08:00–10:00  2:00  WO-7/1  Find the fault · Cold store …  no pressure on th…
 8  10:01–10:02  0:01  WO-7/1  Find the fault · Cold store …

Wed 2026-11-25   1:25  (1:25 running)
10  09:00–now    1:25  WO-7/1  Find the fault · Cold store …

Total            3:27  (1:25 running)
"
        );
    }

    #[test]
    fn a_timer_that_does_not_count_adds_nothing() {
        let text = shown(&two_days(), None, None);
        assert!(
            text.contains("Wed 2026-11-25   0:00\n10  09:00–now          WO-7/1"),
            "{text}"
        );
        assert!(text.ends_with("Total            2:02\n"), "{text}");
    }

    #[test]
    fn forty_columns_have_the_words_below() {
        let text = shown(&two_days()[..1], None, Some(40));
        assert_eq!(
            text,
            "\
Tue 2026-11-24  2:00
7  08:00–10:00  2:00
   WO-7/1 Find the fault · Cold store d…
"
        );
    }

    #[test]
    fn two_hundred_columns_cut_nothing() {
        let text = shown(&two_days(), None, Some(200));
        let line = " 7  08:00–10:00  2:00  WO-7/1  Find the fault · Cold store does not hold its temperature  \
                    no pressure on the high side / valve stuck\n";
        assert!(text.contains(line), "{text}");
    }

    #[test]
    fn no_line_is_wider_than_the_screen() {
        let mut rows = two_days();
        rows[0].work_order = "ORDER-OF-A-LONG-NAME-2026-000001042".to_owned();
        rows[1].note = Some("漏れ".repeat(100));
        rows[1].status = EntryStatus::Locked;
        rows[1].bill = Some(12);
        for width in [40, 50, 60, 80, 120, 200, 300] {
            let text = shown(&rows, Some("2026-11-25T09:25:30Z"), Some(width));
            for line in text.lines() {
                assert!(text::columns(line) <= usize::from(width), "{width}: {line}");
            }
        }
    }

    #[test]
    fn the_state_is_shown_only_if_it_differs() {
        let mut rows = two_days();
        assert!(!shown(&rows, None, None).contains("open"));
        rows[0].status = EntryStatus::Locked;
        let text = shown(&rows, None, None);
        assert!(text.contains("2:00  approved  WO-7/1"), "{text}");
        assert!(text.contains("0:01  open      WO-7/1"), "{text}");
        rows[0].bill = Some(3);
        let text = shown(&rows, None, None);
        assert!(text.contains("2:00  bill 3  WO-7/1"), "{text}");
    }

    #[test]
    fn nights_and_repeated_hours_are_clear() {
        let night = entry(1, "2026-11-24T21:00:00Z", Some("2026-11-25T05:00:00Z"));
        let text = shown(&[night], None, None);
        assert!(text.contains("1  22:00–06:00 +1d  8:00  WO-7/1"), "{text}");
        let doubled = entry(1, "2026-10-25T00:30:00Z", Some("2026-10-25T01:30:00Z"));
        let text = shown(&[doubled], None, None);
        assert!(text.contains("1  02:30+02:00–02:30+01:00  1:00"), "{text}");
    }

    #[test]
    fn the_room_is_shared() {
        assert_eq!(shares(50, 20, 0), (20, 0));
        assert_eq!(shares(50, 70, 0), (50, 0));
        assert_eq!(shares(50, 20, 28), (20, 28));
        assert_eq!(shares(52, 70, 28), (30, 20));
        assert_eq!(shares(52, 70, 5), (45, 5));
        assert_eq!(shares(52, 30, 70), (30, 20));
        assert_eq!(shares(1, 9, 9), (0, 0));
    }
}

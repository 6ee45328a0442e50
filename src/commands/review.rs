//! `wl review`: each person's time by day, and the command that approves it.

use chrono::{Datelike, NaiveDate, Weekday};
use clap::Args;
use serde::Serialize;

use super::{complete, period};
use crate::cli::app::App;
use crate::cli::{Column, Row};
use crate::error::Result;
use crate::hours;
use crate::models::Role;
use crate::text;
use crate::time::{self, DayRange, Period};
use crate::totals::review::{self, Counts, PersonDay};

/// The period, unless another one is given.
const WEEK: &str = "week";

#[derive(Debug, Args)]
pub struct Review {
    /// Time that started in this period, such as last-week, month or 2026-W48; longer ones
    /// have a table for each week
    #[arg(short, long, value_name = "PERIOD", default_value = WEEK, add = complete::periods())]
    period: Period,
}

/// A person's day, for programs.
#[derive(Debug, Serialize)]
struct DayRow {
    user: String,
    user_name: String,
    week: String,
    day: NaiveDate,
    entries: i64,
    duration_seconds: i64,
    hours: String,
    open: i64,
    open_seconds: i64,
    long: i64,
    zero: i64,
    unlocked: i64,
    running: i64,
    /// Approves the person's open time of the week.
    approve: Option<String>,
}

impl Row for DayRow {
    const FIELDS: &'static [&'static str] = &[
        "user",
        "user_name",
        "week",
        "day",
        "entries",
        "duration_seconds",
        "hours",
        "open",
        "open_seconds",
        "long",
        "zero",
        "unlocked",
        "running",
        "approve",
    ];
    const COLUMNS: &'static [Column] = &[];
}

/// One week of the period, and who reads it.
struct Week<'r> {
    first: NaiveDate,
    last: NaiveDate,
    /// By person and day.
    days: &'r [PersonDay],
    /// Who approves, and can't approve time of their own.
    reader: Reader,
}

#[derive(Debug, Clone, Copy)]
struct Reader {
    id: i64,
    approves: bool,
    approves_own: bool,
}

pub fn run(app: &mut App, args: &Review) -> Result<()> {
    let (found, (first, last), reader, stale_after) = app.read(|tx, zone| {
        let (first, last) = args.period.resolve(tx.now, zone)?;
        let reader = Reader {
            id: tx.actor.id,
            approves: tx.actor.role == Role::Admin,
            approves_own: !tx.settings.two_pairs_of_eyes,
        };
        let found = review::review(tx, &range(first, last), zone)?;
        Ok((found, (first, last), reader, tx.settings.stale_after))
    })?;
    let weeks: Vec<Week<'_>> = found
        .days
        .chunk_by(|a, b| a.day.iso_week() == b.day.iso_week())
        .map(|days| {
            let week = days[0].day.week(Weekday::Mon);
            Week {
                first: week.first_day().max(first),
                last: week.last_day().min(last),
                days,
                reader,
            }
        })
        .collect();
    if !app.is_table() {
        let rows: Vec<DayRow> = weeks.iter().flat_map(Week::rows).collect();
        return app.rows(&rows, "");
    }
    let width = app.width().map_or(80, usize::from);
    let tables: Vec<String> = weeks.iter().map(|week| week.table(width)).collect();
    app.page(&tables.join("\n"))?;
    if weeks.is_empty() {
        app.say(period::no_time("", &range(first, last)));
    }
    legend(app, &found.days, reader, stale_after);
    if weeks.iter().any(Week::is_rounded) {
        app.say("Hours are rounded, so the days of a person may not add up to the total.");
    }
    without_time(app, &found.without_time);
    if WEEK.parse().is_ok_and(|week: Period| week == args.period) {
        app.say("For the week before: wl review -p last-week");
    }
    Ok(())
}

fn range(first: NaiveDate, last: NaiveDate) -> DayRange {
    DayRange {
        first: Some(first),
        last: Some(last),
    }
}

impl Week<'_> {
    fn name(&self) -> String {
        self.first.format("%G-W%V").to_string()
    }

    /// As `-p` takes it.
    fn period(&self) -> String {
        let (first, last) = (self.first, self.last);
        match (last - first).num_days() {
            0 => first.to_string(),
            6 => self.name(),
            _ => format!("{first}..{last}"),
        }
    }

    fn rows(&self) -> Vec<DayRow> {
        let days = self.days.chunk_by(|a, b| a.user_id == b.user_id);
        let rows = days.flat_map(|person| {
            let approve = self.command(person, &sum(person));
            person.iter().map(move |day| DayRow {
                user: day.user.clone(),
                user_name: day.user_name.clone(),
                week: self.name(),
                day: day.day,
                entries: day.counts.entries,
                duration_seconds: day.counts.duration_seconds,
                hours: hours::decimal(day.counts.duration_seconds),
                open: day.counts.open,
                open_seconds: day.counts.open_seconds,
                long: day.counts.long,
                zero: day.counts.zero,
                unlocked: day.counts.unlocked,
                running: day.counts.running,
                approve: approve.clone(),
            })
        });
        rows.collect()
    }

    /// Whether somebody's printed hours don't add up to the printed total.
    fn is_rounded(&self) -> bool {
        let mut people = self.days.chunk_by(|a, b| a.user_id == b.user_id);
        people.any(|days| {
            let printed = days
                .iter()
                .map(|day| hours::cents(day.counts.duration_seconds));
            hours::rounding(printed, hours::cents(sum(days).duration_seconds)) != 0
        })
    }

    /// The command that approves a person's time of the week, if this reader can run it.
    fn command(&self, person: &[PersonDay], sum: &Counts) -> Option<String> {
        let own = person[0].user_id == self.reader.id && !self.reader.approves_own;
        let user = text::shell_word(&person[0].user);
        (sum.open > 0 && self.reader.approves && !own)
            .then(|| format!("wl approve --user {user} -p {}", self.period()))
    }

    /// A line for each person, their marks below, then the command; in several parts
    /// where the screen is narrow.
    fn table(&self, width: usize) -> String {
        let people: Vec<Person> = self
            .days
            .chunk_by(|a, b| a.user_id == b.user_id)
            .map(|days| self.person(days))
            .collect();
        let name_width = people
            .iter()
            .map(|person| text::columns(&person.name))
            .max();
        let name_width = name_width.unwrap_or(0);
        let mut titles: Vec<String> = self
            .dates()
            .map(|day| day.format("%a %d").to_string())
            .collect();
        titles.push("Total".to_owned());
        let cells = people.iter().flat_map(|person| &person.hours);
        let cell_width = cells.map(String::len).chain([6]).max().unwrap_or(6);
        let at_once = (width.saturating_sub(name_width) / (cell_width + 2)).max(1);
        let mut lines = vec![format!("{}: {} to {}", self.name(), self.first, self.last)];
        let line = |name: &str, cells: &[String]| {
            let cells: String = cells
                .iter()
                .map(|cell| format!("  {cell:>cell_width$}"))
                .collect();
            let padding = " ".repeat(name_width - text::columns(name));
            format!("{name}{padding}{cells}").trim_end().to_owned()
        };
        let places: Vec<usize> = (0..titles.len()).collect();
        for (number, part) in places.chunks(at_once).enumerate() {
            let range = part[0]..part[part.len() - 1] + 1;
            lines.push(line("", &titles[range.clone()]));
            for person in &people {
                lines.push(line(&person.name, &person.hours[range.clone()]));
                for marks in &person.marks {
                    lines.extend(
                        Some(line("", &marks[range.clone()])).filter(|line| !line.is_empty()),
                    );
                }
                if (number + 1) * at_once >= titles.len() {
                    lines.extend(person.action.as_ref().map(|action| format!("  {action}")));
                }
            }
        }
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        self.first.iter_days().take_while(|day| *day <= self.last)
    }

    fn person(&self, days: &[PersonDay]) -> Person {
        let of = |date: NaiveDate| days.iter().find(|day| day.day == date);
        let counts: Vec<Option<&Counts>> = self
            .dates()
            .map(|date| of(date).map(|day| &day.counts))
            .collect();
        let sum = sum(days);
        let mark = |counts: &Counts| if counts.open > 0 { "*" } else { " " };
        let shown = |counts: &Counts| match counts.entries {
            0 => String::new(),
            _ => hours::decimal(counts.duration_seconds) + mark(counts),
        };
        let mut hours: Vec<String> = counts
            .iter()
            .map(|counts| counts.map_or_else(String::new, shown))
            .collect();
        hours.push(shown(&sum));
        let words = |counts: &Counts| {
            let marked = MARKS.iter().filter(|(_, count)| count(counts) > 0);
            marked.map(|(word, _)| *word).collect()
        };
        let words: Vec<Vec<&str>> = counts
            .iter()
            .map(|counts| counts.map_or_else(Vec::new, words))
            .collect();
        let deepest = words.iter().map(Vec::len).max().unwrap_or(0);
        let marks = (0..deepest).map(|depth| {
            let cells = words.iter().map(|words| words.get(depth).copied());
            let cells = cells.chain([None]).map(Option::unwrap_or_default);
            cells.map(str::to_owned).collect()
        });
        let own = days[0].user_id == self.reader.id;
        Person {
            name: text::fit(&days[0].user, NAME_WIDTH),
            hours,
            marks: marks.collect(),
            action: self.command(days, &sum).or_else(|| {
                (own && sum.open > 0).then(|| "another admin approves your time".to_owned())
            }),
        }
    }
}

/// What a table shows of one person.
struct Person {
    name: String,
    hours: Vec<String>,
    marks: Vec<Vec<String>>,
    action: Option<String>,
}

/// Longer logins are cut.
const NAME_WIDTH: usize = 16;

type Count = fn(&Counts) -> i64;

/// The words below hours, and what they count.
const MARKS: [(&str, Count); 4] = [
    ("long", |counts| counts.long),
    ("zero", |counts| counts.zero),
    ("edited", |counts| counts.unlocked),
    ("runs", |counts| counts.running),
];

fn sum(days: &[PersonDay]) -> Counts {
    let mut sum = Counts::default();
    for day in days {
        sum += &day.counts;
    }
    sum
}

/// How many technicians without time are named.
const NAMED: usize = 10;

fn without_time(app: &App, logins: &[String]) {
    let named = &logins[..logins.len().min(NAMED)];
    let names = named.join(", ");
    match logins.len() - named.len() {
        0 if named.is_empty() => {}
        0 => app.say(format!("Technicians without time: {names}.")),
        more => app.say(format!(
            "Technicians without time: {names}, and {more} more."
        )),
    }
}

/// Says what the marks mean that the tables have.
fn legend(app: &App, days: &[PersonDay], reader: Reader, stale_after: i64) {
    let sum = sum(days);
    let limit = time::show_duration(stale_after);
    let meanings = [
        (sum.open, "* contains time that is not approved".to_owned()),
        (
            sum.long,
            format!("long: an entry over {limit}, which wl approve skips without --accept-long"),
        ),
        (sum.zero, "zero: an entry of no length".to_owned()),
        (
            sum.unlocked,
            "edited: an entry that was unlocked after its approval".to_owned(),
        ),
        (
            sum.running,
            "runs: a running timer, which doesn't count".to_owned(),
        ),
    ];
    for (count, meaning) in meanings {
        if count > 0 {
            app.say(format!("{meaning}."));
        }
    }
    if sum.open > 0 && !reader.approves {
        app.say("An admin approves with: wl approve --user NAME -p PERIOD");
    }
}

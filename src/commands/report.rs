//! `wl report`: totals for people who plan and bill.

mod pivot;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::complete;
use super::period::{PeriodArgs, no_time, say_crossing};
use crate::cli::app::App;
use crate::cli::{Column, LAST_RESORT, Row, Style};
use crate::error::{Error, Result};
use crate::hours;
use crate::ledger::guards;
use crate::text;
use crate::totals::{self, Group, GroupBy, Hours, Question, Sum, Unit};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add up time by people, orders, customers or days; the total is always the same
    Hours(HoursArgs),
}

#[derive(Debug, Args)]
pub struct HoursArgs {
    /// What to group the time by, such as order
    #[arg(long, value_enum, value_name = "GROUP")]
    by: GroupBy,
    /// Each day or week in a column of its own
    #[arg(long, value_enum, value_name = "UNIT")]
    across: Option<Unit>,
    #[command(flatten)]
    period: PeriodArgs,
    /// Only this user's time
    #[arg(long, value_name = "NAME", add = complete::users())]
    user: Option<String>,
    /// Only time on orders of this customer
    ///
    /// The full name, ignoring case.
    #[arg(long, value_name = "NAME", add = complete::customers())]
    customer: Option<String>,
    /// Split work at midnight and the period's edges
    ///
    /// Instead of counting it where it started.
    #[arg(long)]
    split: bool,
}

/// A line of the report, for scripts.
#[derive(Debug, Serialize)]
pub struct HoursLine {
    /// `cell`, `group`, `column`, `rounding`, `total` or `difference`.
    kind: &'static str,
    group: Option<String>,
    title: Option<String>,
    approved_seconds: i64,
    approved_hours: String,
    open_seconds: i64,
    open_hours: String,
    /// The day or week of a `cell` or a `column`.
    across: Option<String>,
    #[serde(skip)]
    bar: Option<Bar>,
}

/// The seconds of this line and of the longest one, and the longest one's width.
#[derive(Debug)]
struct Bar {
    sum: Sum,
    longest: i64,
    columns: i64,
}

impl Row for HoursLine {
    const FIELDS: &'static [&'static str] = &[
        "kind",
        "group",
        "title",
        "approved_seconds",
        "approved_hours",
        "open_seconds",
        "open_hours",
        "across",
    ];
    const COLUMNS: &'static [Column] = &[
        Column::text("group", "Group"),
        Column::text("title", "Title"),
        Column::right("approved_seconds", "Approved"),
        Column::right("approved_hours", "Hours").spare(LAST_RESORT),
        Column::right("open_seconds", "Open"),
        Column::right("open_hours", "Hours").spare(LAST_RESORT),
        Column::left("bar", "").spare(1),
    ];

    fn cell(&self, field: &str, style: &Style) -> Option<String> {
        match field {
            "group" => self.group.is_none().then(|| self.kind.to_owned()),
            "approved_seconds" | "open_seconds" if self.kind == "rounding" => Some(String::new()),
            "approved_seconds" => Some(hours::clock(self.approved_seconds)),
            "open_seconds" => Some(hours::clock(self.open_seconds)),
            "bar" => Some(
                self.bar
                    .as_ref()
                    .map_or_else(String::new, |bar| bar.drawn(style)),
            ),
            _ => None,
        }
    }
}

impl Bar {
    /// Approved time solid, open time light; plain characters in a pipe.
    fn drawn(&self, style: &Style) -> String {
        let (full, light) = match style.terminal {
            true => ("█", "░"),
            false => ("#", "-"),
        };
        let columns = |seconds: i64| {
            let columns = (seconds * self.columns + self.longest / 2) / self.longest.max(1);
            usize::try_from(columns).unwrap_or(0)
        };
        let all = columns(self.sum.approved + self.sum.open);
        let approved = columns(self.sum.approved);
        format!("{}{}", full.repeat(approved), light.repeat(all - approved))
    }
}

pub fn run(app: &mut App, command: Command) -> Result<()> {
    let Command::Hours(args) = command;
    if args.across.is_some() && args.by.unit().is_some() {
        return Err(Error::usage("--by and --across both group by time")
            .hint("give --by technician, order, line or customer with --across"));
    }
    let (found, days, question, zone) = app.read(|tx, zone| {
        let days = args.period.days(tx.now, zone)?;
        let user = args.user.as_deref().map(|name| guards::find_user(tx, name));
        let customer = args.customer.as_deref();
        let orders = customer.map(|name| guards::orders_of_customer(tx, name));
        let question = Question {
            by: args.by,
            across: args.across,
            from: days.start(zone),
            to: days.end(zone),
            user: user.transpose()?.map(|user| user.id),
            orders: orders.transpose()?,
            split: args.split,
        };
        Ok((totals::hours(tx, &question, zone)?, days, question, zone))
    })?;
    if app.is_table() && question.across.is_some() && !found.groups.is_empty() {
        pivot::show(app, &found)?;
    } else {
        app.rows(&lines(&found, app.width()), &no_time("", &days))?;
    }
    notes(app, &found, &question, zone.name());
    Ok(())
}

impl HoursLine {
    fn new(kind: &'static str, group: Option<&Group>, sum: Sum) -> Self {
        Self {
            kind,
            group: group.map(|group| group.name.clone()),
            title: group.and_then(|group| group.title.clone()),
            approved_seconds: sum.approved,
            approved_hours: hours::decimal(sum.approved),
            open_seconds: sum.open,
            open_hours: hours::decimal(sum.open),
            across: None,
            bar: None,
        }
    }

    fn across(self, column: &str) -> Self {
        Self {
            across: Some(column.to_owned()),
            ..self
        }
    }
}

/// A line per group, after its cells; then the sums of the columns, the rounding
/// difference if there is one, and the total.
fn lines(found: &Hours, width: Option<u16>) -> Vec<HoursLine> {
    let groups = &found.groups;
    if groups.is_empty() && found.difference == Sum::default() {
        return Vec::new();
    }
    let longest = groups.iter().map(|group| group.sum.seconds()).max();
    let columns = bar_columns(groups, width);
    let mut lines = Vec::new();
    for group in groups {
        for (column, cell) in found.columns.iter().zip(&group.cells) {
            if *cell != Sum::default() {
                lines.push(HoursLine::new("cell", Some(group), *cell).across(column));
            }
        }
        lines.push(HoursLine {
            bar: Some(Bar {
                sum: group.sum,
                longest: longest.unwrap_or(0),
                columns,
            }),
            ..HoursLine::new("group", Some(group), group.sum)
        });
    }
    for (place, column) in found.columns.iter().enumerate() {
        lines.push(HoursLine::new("column", None, found.column_sum(place)).across(column));
    }
    let total = found.total();
    let rounding = |of: fn(Sum) -> i64| {
        let printed = groups.iter().map(|group| hours::cents(of(group.sum)));
        hours::rounding(printed, hours::cents(of(total)))
    };
    let (approved, open) = (rounding(|sum| sum.approved), rounding(|sum| sum.open));
    if (approved, open) != (0, 0) {
        lines.push(HoursLine {
            approved_hours: hours::from_cents(approved),
            open_hours: hours::from_cents(open),
            ..HoursLine::new("rounding", None, Sum::default())
        });
    }
    lines.push(HoursLine::new("total", None, total));
    if found.difference != Sum::default() {
        // so that the printed hours make those of the total by start
        let hours = |total: i64, difference: i64| {
            hours::from_cents(hours::cents(total + difference) - hours::cents(total))
        };
        let difference = found.difference;
        lines.push(HoursLine {
            approved_seconds: difference.approved,
            approved_hours: hours(total.approved, difference.approved),
            open_seconds: difference.open,
            open_hours: hours(total.open, difference.open),
            ..HoursLine::new("difference", None, Sum::default())
        });
    }
    lines
}

/// How wide a text is, at most: a character of another script may take two columns.
fn columns_of(text: &str) -> usize {
    text.chars().map(|c| 1 + usize::from(!c.is_ascii())).sum()
}

/// The terminal's width minus the other columns; 40 in a pipe.
fn bar_columns(groups: &[Group], width: Option<u16>) -> i64 {
    let widest = |of: fn(&Group) -> &str| {
        let widths = groups.iter().map(|group| columns_of(of(group)));
        widths.max().unwrap_or(0)
    };
    let names = widest(|group| &group.name) + widest(|group| group.title.as_deref().unwrap_or(""));
    // four columns of numbers and the gaps between all
    let numbers = 4 * 10 + 6 * 2;
    match width {
        None => 40,
        Some(width) => i64::from(width)
            .saturating_sub(i64::try_from(names + numbers).unwrap_or(i64::MAX))
            .clamp(5, 60),
    }
}

fn notes(app: &App, found: &Hours, question: &Question, zone: &str) {
    let entries = |count| text::counted(count, "entry", "entries");
    if found.split > 0 {
        let unit = match question.across.or(question.by.unit()) {
            Some(Unit::Week) => "week",
            Some(Unit::Month) => "month",
            Some(Unit::Day) | None => "day",
        };
        app.say(format!(
            "Work across midnight is split at the end of each {unit} in {zone}: {}.",
            entries(found.split)
        ));
    }
    if found.cut > 0 {
        app.say(format!(
            "Of {}, only the part inside the period is counted.",
            entries(found.cut)
        ));
    }
    if found.difference != Sum::default() {
        app.say("The line difference leads from this total to the one without --split.");
    }
    say_crossing(app, &found.crossing, question.from);
    for timer in &found.running {
        app.say(format!(
            "Not counted: entry {} of {} is still running.",
            timer.entry, timer.user
        ));
    }
}

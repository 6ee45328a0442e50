//! `wl report`: totals for people who plan and bill.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::complete;
use super::period::PeriodArgs;
use crate::cli::app::App;
use crate::cli::{Column, Row, Style};
use crate::error::Result;
use crate::hours;
use crate::ledger::guards;
use crate::text;
use crate::totals::{self, Group, GroupBy, Hours, Period, Sum};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add up time by technician, order, day or week; the total is always the same
    Hours(HoursArgs),
}

#[derive(Debug, Args)]
pub struct HoursArgs {
    /// What to group the time by
    #[arg(long, value_enum, value_name = "GROUP")]
    by: GroupBy,
    #[command(flatten)]
    period: PeriodArgs,
    /// Only this user's time
    #[arg(long, value_name = "NAME", add = complete::users())]
    user: Option<String>,
}

/// The kind of a line of the report, for scripts.
#[derive(Debug, Serialize)]
pub struct HoursLine {
    /// `group`, `rounding` or `total`.
    kind: &'static str,
    group: Option<String>,
    title: Option<String>,
    approved_seconds: i64,
    approved_hours: String,
    open_seconds: i64,
    open_hours: String,
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
    ];
    const COLUMNS: &'static [Column] = &[
        Column::left("group", "Group"),
        Column::left("title", "Title"),
        Column::right("approved_seconds", "Approved"),
        Column::right("approved_hours", "Hours"),
        Column::right("open_seconds", "Open"),
        Column::right("open_hours", "Hours"),
        Column::left("bar", ""),
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
    let (found, zone) = app.read(|tx, zone| {
        let days = args.period.days(tx.now, zone)?;
        let user = args.user.as_deref().map(|name| guards::find_user(tx, name));
        let user = user.transpose()?.map(|user| user.id);
        let period = Period {
            from: days.start(zone),
            to: days.end(zone),
            user,
        };
        Ok((totals::hours(tx, args.by, &period, zone)?, zone))
    })?;
    let lines = lines(&found.groups, app.width());
    app.rows(&lines, "No time in that period.")?;
    notes(app, &found, args.by, zone.name());
    Ok(())
}

/// One line per group, then the rounding difference if there is one, then the total.
fn lines(groups: &[Group], width: Option<u16>) -> Vec<HoursLine> {
    if groups.is_empty() {
        return Vec::new();
    }
    let longest = groups
        .iter()
        .map(|group| group.sum.approved + group.sum.open);
    let longest = longest.max().unwrap_or(0);
    let columns = bar_columns(groups, width);
    let cents = |of: fn(&Group) -> i64| -> (i64, i64, i64) {
        let seconds = groups.iter().map(of).sum();
        let total = hours::cents(seconds);
        let rounding = hours::rounding(groups.iter().map(|group| hours::cents(of(group))), total);
        (seconds, total, rounding)
    };
    let (approved, approved_cents, approved_rounding) = cents(|group| group.sum.approved);
    let (open, open_cents, open_rounding) = cents(|group| group.sum.open);
    let mut lines: Vec<HoursLine> = groups
        .iter()
        .map(|group| HoursLine {
            kind: "group",
            group: Some(group.name.clone()),
            title: group.title.clone(),
            approved_seconds: group.sum.approved,
            approved_hours: hours::decimal(group.sum.approved),
            open_seconds: group.sum.open,
            open_hours: hours::decimal(group.sum.open),
            bar: Some(Bar {
                sum: group.sum,
                longest,
                columns,
            }),
        })
        .collect();
    let mut sums = |kind, approved_seconds, approved_cents, open_seconds, open_cents| {
        lines.push(HoursLine {
            kind,
            group: None,
            title: None,
            approved_seconds,
            approved_hours: hours::from_cents(approved_cents),
            open_seconds,
            open_hours: hours::from_cents(open_cents),
            bar: None,
        });
    };
    if (approved_rounding, open_rounding) != (0, 0) {
        sums("rounding", 0, approved_rounding, 0, open_rounding);
    }
    sums("total", approved, approved_cents, open, open_cents);
    lines
}

/// The terminal's width minus the other columns; 40 in a pipe.
fn bar_columns(groups: &[Group], width: Option<u16>) -> i64 {
    let widest = |of: fn(&Group) -> &str| {
        // a character of another script may take two columns
        let width =
            |text: &str| -> usize { text.chars().map(|c| 1 + usize::from(!c.is_ascii())).sum() };
        groups
            .iter()
            .map(|group| width(of(group)))
            .max()
            .unwrap_or(0)
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

fn notes(app: &App, found: &Hours, by: GroupBy, zone: &str) {
    let entries = |count| text::counted(count, "entry", "entries");
    let unit = if by == GroupBy::Week { "week" } else { "day" };
    if found.split > 0 {
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
    for timer in &found.running {
        app.say(format!(
            "Not counted: entry {} of {} is still running.",
            timer.entry, timer.user
        ));
    }
}

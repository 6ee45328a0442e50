//! `wl`, `wl today` and `wl week`: the time of one person, by day.

use std::io::IsTerminal;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use clap::Args;
use serde::Serialize;

use super::day::{DaySum, Days, Sum, job};
use super::period::{no_time, say_crossing};
use super::{Cli, complete};
use crate::cli::app::App;
use crate::cli::stdout;
use crate::error::Result;
use crate::hours;
use crate::ledger::{Tx, guards};
use crate::models::Role;
use crate::rows::{self, EntryFilter, EntryRow, Sorting};
use crate::text;
use crate::time::{self, DayRange, Period};

/// What to type where there is no time.
const NEXT: &str = "Start a timer with: wl start ORDER; add finished time with: wl entry add";

/// The same, said by a list of all time.
pub const EMPTY: &str =
    "No time entries yet. Start a timer with: wl start ORDER; add finished time with: wl entry add";

#[derive(Debug, Args)]
pub struct Today {
    /// Show this person's time; for admins, accountants and ops
    #[arg(long, value_name = "NAME", add = complete::users())]
    user: Option<String>,
}

#[derive(Debug, Args)]
pub struct Week {
    /// Another period, such as last-week, month, mon, 2026-W48 or 7d
    #[arg(value_name = "PERIOD", default_value = "week", add = complete::periods())]
    period: Period,
    /// The same as PERIOD
    #[arg(short = 'p', long = "period", value_name = "PERIOD", conflicts_with = "period",
        add = complete::periods())]
    other: Option<Period>,
    /// Show this person's time; for admins, accountants and ops
    #[arg(long, value_name = "NAME", add = complete::users())]
    user: Option<String>,
}

/// The time of one person, read in one snapshot.
struct Found {
    user: String,
    days: DayRange,
    now: DateTime<Utc>,
    entries: Vec<EntryRow>,
    /// The running timer, also if it began before these days.
    running: Option<EntryRow>,
    /// Entries that cross an edge of these days.
    crossing: Vec<EntryRow>,
    from: Option<DateTime<Utc>>,
}

/// The same for scripts.
#[derive(Serialize)]
struct FoundView<'f> {
    user: &'f str,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    entries: &'f [EntryRow],
    days: Vec<DaySum>,
    #[serde(flatten)]
    sum: Sum,
}

/// Whether bare `wl` has somebody to show the day to; otherwise it is a command line
/// without a command.
pub fn has_reader() -> bool {
    stdout().is_terminal()
}

/// Bare `wl`. Who has no time of their own gets the help.
pub fn mine(app: &mut App) -> Result<()> {
    if !app.is_table() {
        return today(app, &Today { user: None });
    }
    let found = app.read(|tx, zone| match tx.actor.role {
        Role::Technician | Role::Admin => find(tx, None, &"week".parse()?, zone).map(Some),
        Role::Accountant | Role::Ops => Ok(None),
    })?;
    let Some(found) = found else {
        let help = Cli::for_screen(app.width()).render_help();
        return app.text(&match app.style.color {
            true => help.ansi().to_string(),
            false => help.to_string(),
        });
    };
    app.text(&found.page(app))?;
    if found.today(app).is_empty() && found.running.is_none() {
        app.say(NEXT);
    }
    Ok(())
}

pub fn today(app: &mut App, args: &Today) -> Result<()> {
    list(app, args.user.as_deref(), &"today".parse()?)
}

pub fn week(app: &mut App, args: &Week) -> Result<()> {
    let period = args.other.as_ref().unwrap_or(&args.period);
    list(app, args.user.as_deref(), period)
}

fn list(app: &mut App, user: Option<&str>, period: &Period) -> Result<()> {
    let found = app.read(|tx, zone| find(tx, user, period, zone))?;
    let days = found.days(&found.entries);
    if app.is_json() {
        return app.json(&FoundView {
            user: &found.user,
            first: found.days.first,
            last: found.days.last,
            entries: &found.entries,
            days: days.sums(&app.style),
            sum: days.sum(),
        });
    }
    if !app.is_table() {
        return app.rows(&found.entries, "");
    }
    app.page(&days.shown(&app.style))?;
    if found.entries.is_empty() {
        let whose = user.map_or_else(String::new, |_| format!(" of {}", found.user));
        app.say(no_time(&whose, &found.days));
        if user.is_none() {
            app.say(NEXT);
        }
    }
    say_crossing(app, &found.crossing, found.from);
    if let Some(running) = found.running.as_ref().filter(|row| !found.holds(row)) {
        app.say(format!(
            "Not in the period: entry {} on {}/{}, which has been running since {}.",
            running.id,
            running.work_order,
            running.line_item,
            time::show_day_clock(running.start_ts, app.style.zone)
        ));
    }
    Ok(())
}

fn find(tx: &mut Tx<'_>, user: Option<&str>, period: &Period, zone: Tz) -> Result<Found> {
    let (user_id, user) = whose(tx, user)?;
    let days = DayRange::resolve(Some(period), None, None, tx.now, zone)?;
    let filter = EntryFilter {
        user: Some(user_id),
        from: days.start(zone),
        to: days.end(zone),
        ..EntryFilter::default()
    };
    let entries = rows::load(tx, &filter, Sorting::ByTime)?;
    let running = match entries.iter().find(|row| row.end_ts.is_none()) {
        Some(row) => Some(row.clone()),
        None => rows::running(tx, user_id)?,
    };
    Ok(Found {
        user,
        days,
        now: tx.now,
        entries,
        running,
        crossing: rows::crossing(tx, &filter)?,
        from: filter.from,
    })
}

/// The person whose time it is: the actor, or another one for those who may see it.
fn whose(tx: &mut Tx<'_>, name: Option<&str>) -> Result<(i64, String)> {
    let Some(name) = name else {
        tx.require(&[Role::Technician, Role::Admin], "record time")
            .map_err(|error| error.hint("name the person whose time to show: --user NAME"))?;
        return Ok((tx.actor.id, tx.actor.login.clone()));
    };
    let user = guards::find_user(tx, name)?;
    if user.id != tx.actor.id {
        let readers = [Role::Admin, Role::Accountant, Role::Ops];
        tx.require(&readers, "see another user's time")?;
    }
    Ok((user.id, user.db_role))
}

impl Found {
    fn days<'r>(&self, rows: &'r [EntryRow]) -> Days<'r> {
        Days {
            rows,
            counts_until: Some(self.now),
            total: "Total".to_owned(),
        }
    }

    fn holds(&self, row: &EntryRow) -> bool {
        self.entries.iter().any(|entry| entry.id == row.id)
    }

    /// Of a week, the entries that began today.
    fn today(&self, app: &App) -> &[EntryRow] {
        let zone = app.style.zone;
        let today = self.now.with_timezone(&zone).date_naive();
        let before = self
            .entries
            .partition_point(|row| row.start_ts.with_timezone(&zone).date_naive() < today);
        &self.entries[before..]
    }

    /// The running timer, the entries of today, and the sum of the week.
    fn page(&self, app: &App) -> String {
        let style = &app.style;
        let timer = match &self.running {
            None => "No timer is running.\n".to_owned(),
            Some(row) => self.timer(row, app),
        };
        let today = self.today(app);
        let shown = match today {
            [] => {
                let day = time::show_day(self.now.with_timezone(&style.zone).date_naive());
                format!("{day}  0:00\n")
            }
            rows => self.days(rows).shown(style),
        };
        let week = self.days(&self.entries).sum();
        let first = self.days.first.unwrap_or_default();
        format!(
            "{timer}\n{shown}\n{}\n",
            format!(
                "Week {}  {} {}",
                first.format("%G-W%V"),
                hours::minutes(week.seconds()),
                week.mark()
            )
            .trim_end()
        )
    }

    /// `WO-7/1 running since 09:40, 1:25 h`, and what it is below.
    fn timer(&self, row: &EntryRow, app: &App) -> String {
        let zone = app.style.zone;
        let since = match time::same_day(row.start_ts, self.now, zone) {
            true => time::show_clock(row.start_ts, zone),
            false => time::show_day_clock(row.start_ts, zone),
        };
        let width = app.width().map_or(80, usize::from);
        let first = format!(
            "{}/{} running since {since}, {} h",
            row.work_order,
            row.line_item,
            hours::minutes(Sum::of(row, Some(self.now)).seconds())
        );
        let second = text::fit(&format!("  {}", job(row)), width);
        format!("{}\n{second}\n", app.style.bold(&text::safe(&first)))
    }
}

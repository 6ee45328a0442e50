//! Imports time entries from a sheet.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Timestamptz};

use super::names::{Maps, Names};
use super::timeline::{self, Known, Timeline};
use super::{Outcome, Person, check_text, create, rejected};
use crate::error::{Error, ErrorKind, Result};
use crate::intake::{self, Clock, Sheet, SheetRow};
use crate::ledger::audit;
use crate::ledger::{Tx, guards};
use crate::models::{Action, LineItem, Role, User, WorkOrder};
use crate::schema::wl::{line_items, users, work_orders};
use crate::time;

pub struct EntryOptions<'a> {
    pub clock: Clock,
    pub reason: &'a str,
    pub maps: &'a Maps,
    /// Orders and line items that are missing are made.
    pub create: bool,
    /// Told how many rows of all are done.
    pub progress: &'a dyn Fn(usize, usize),
}

/// The time of a row, with its place.
pub(super) struct RowTime {
    pub user: i64,
    pub order: i64,
    /// The line item, or why none can be chosen.
    pub line: Result<i64>,
    /// Nothing names the line item.
    pub any_line: bool,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub note: Option<String>,
}

/// A row that becomes an entry.
struct NewEntry {
    line: i64,
    time: RowTime,
}

/// Rows that one statement adds.
const AT_ONCE: usize = 4096;

/// Adds the entries of a sheet, in file order.
pub fn entries(
    tx: &mut Tx<'_>,
    sheet: &Sheet,
    options: &EntryOptions<'_>,
    partial: bool,
) -> Result<Outcome> {
    tx.require(&[Role::Technician, Role::Admin], "import time entries")?;
    if tx.actor.role == Role::Admin && !sheet.has("user") && !sheet.has("email") {
        return Err(whose(sheet));
    }
    let mut outcome = Outcome {
        rows: sheet.rows.len(),
        ..Outcome::default()
    };
    let mut names = Names::load(tx, sheet, options.maps)?;
    if options.create {
        // people are locked before orders, here as everywhere
        let rows = sheet.rows.iter();
        let people = rows.filter_map(|row| names.user(tx, sheet, row).ok());
        let people = sorted(people.collect());
        lock_all(tx, "lock_user", &people)?;
        create::missing(tx, sheet, &names, &mut outcome)?;
        names = Names::load(tx, sheet, options.maps)?;
    }
    if let Some(name) = sheet.columns.constant("user") {
        // a name that is wrong for all rows is no fault of theirs
        guards::pick_user(&names.users, name)?;
    }
    let mut rows = Vec::new();
    for (index, row) in sheet.rows.iter().enumerate() {
        match time_of_row(tx, sheet, row, &mut names, &options.clock) {
            Ok(time) => rows.push((index, time)),
            Err(error) => outcome.rejected.push(rejected(index, row, error)),
        }
    }
    let seen = names.seen.take();
    (outcome.unknown, outcome.users, outcome.orders) = (seen.unknowns, seen.users, seen.orders);
    lock(tx, &rows)?;
    let closed = closed(tx, &rows)?;
    let there = timeline::existing(tx, &rows)?;
    let new = take(
        sheet,
        rows,
        &closed,
        there,
        options.clock.zone,
        &mut outcome,
    );
    outcome.rejected.sort_by_key(|rejected| rejected.row);
    if !partial && !outcome.rejected.is_empty() {
        return Ok(outcome);
    }
    let total = new.len();
    for (done, some) in new.chunks(AT_ONCE).enumerate() {
        (options.progress)(done * AT_ONCE, total);
        write_entries(tx, some, options.reason, &mut outcome)?;
    }
    (options.progress)(total, total);
    outcome.people = people(&names.users, &new);
    Ok(outcome)
}

/// The rows that become entries; the others are there already or are rejected.
fn take(
    sheet: &Sheet,
    rows: Vec<(usize, RowTime)>,
    closed: &Closed,
    (mut timelines, known): (HashMap<i64, Timeline>, Known),
    zone: Tz,
    outcome: &mut Outcome,
) -> Vec<NewEntry> {
    let mut new = Vec::new();
    for (index, mut time) in rows {
        if known.has(&time) {
            outcome.unchanged += 1;
            continue;
        }
        let line = std::mem::replace(&mut time.line, Ok(0));
        // time that is there already may stay
        let taken = line.and_then(|line| {
            closed.check(time.user, line)?;
            let timeline = timelines.entry(time.user).or_default();
            match timeline.overlap(time.start, time.end) {
                Some((start, end)) => return Err(overlap_error(start, end, zone)),
                None => timeline.add(time.start, time.end),
            }
            Ok(line)
        });
        match taken {
            Ok(line) => new.push(NewEntry { line, time }),
            Err(error) => {
                let row = &sheet.rows[index];
                outcome.rejected.push(rejected(index, row, error));
            }
        }
    }
    new
}

/// An admin imports anybody's time, so a file without people could be anybody's.
fn whose(sheet: &Sheet) -> Error {
    let hint = match sheet.tracker() {
        Some(_) => "name the person with --user NAME".to_owned(),
        None => format!(
            "name the column with --map user=COLUMN, or the person with --user NAME; the columns are: {}",
            intake::listed(&sheet.header)
        ),
    };
    Error::usage("nothing says whose time the file contains").hint(hint)
}

/// Whose time was added, in the order of their IDs.
fn people(users: &[User], new: &[NewEntry]) -> Vec<Person> {
    let mut sums: BTreeMap<i64, (usize, i64)> = BTreeMap::new();
    for NewEntry { time, .. } in new {
        let (entries, seconds) = sums.entry(time.user).or_default();
        *entries += 1;
        *seconds += (time.end - time.start).num_seconds();
    }
    let person = |user: &User| {
        let (added, duration_seconds) = *sums.get(&user.id)?;
        Some(Person {
            name: user.db_role.clone(),
            full_name: user.full_name.clone(),
            added,
            duration_seconds,
        })
    };
    users.iter().filter_map(person).collect()
}

fn overlap_error(start: DateTime<Utc>, end: DateTime<Utc>, zone: Tz) -> Error {
    let start = time::rfc3339(start, zone);
    let span = match end == DateTime::<Utc>::MAX_UTC {
        true => format!("running since {start}"),
        false => format!("{start} to {}", time::rfc3339(end, zone)),
    };
    Error::new(
        ErrorKind::TimeEntriesNoOverlap,
        format!("this time overlaps the user's {span}"),
    )
}

fn time_of_row(
    tx: &mut Tx<'_>,
    sheet: &Sheet,
    row: &SheetRow,
    names: &mut Names<'_>,
    clock: &Clock,
) -> Result<RowTime> {
    // all three are looked at, so that every unknown name is counted
    let (user, place) = (names.user(tx, sheet, row), names.place(sheet, row));
    let (start, end) = sheet.span(row, clock)?;
    let (user, place) = (user?, place?);
    guards::end_after_start(start, end, clock.zone)?;
    guards::not_future(tx, end, clock.zone)?;
    if let Some(note) = &place.note {
        check_text(sheet, row, "note", note, 10_000)?;
    }
    Ok(RowTime {
        user,
        order: place.order,
        line: place.line,
        any_line: place.any_line,
        start,
        end,
        note: place.note,
    })
}

/// Users, then orders, then line items, each by rising id.
fn lock(tx: &mut Tx<'_>, rows: &[(usize, RowTime)]) -> Result<()> {
    let ids = |key: fn(&RowTime) -> Option<i64>| {
        let ids = rows.iter().filter_map(|(_, row)| key(row));
        sorted(ids.collect())
    };
    lock_all(tx, "lock_user", &ids(|row| Some(row.user)))?;
    lock_all(tx, "share_order", &ids(|row| Some(row.order)))?;
    lock_all(
        tx,
        "share_line",
        &ids(|row| row.line.as_ref().ok().copied()),
    )
}

fn sorted(mut ids: Vec<i64>) -> Vec<i64> {
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn lock_all(tx: &mut Tx<'_>, function: &str, ids: &[i64]) -> Result<()> {
    diesel::sql_query(format!(
        "SELECT r.id FROM unnest($1) WITH ORDINALITY AS wanted (id, place) CROSS JOIN LATERAL wl.{function}(wanted.id) r"
    ))
    .bind::<Array<BigInt>, _>(ids)
    .execute(tx.conn)?;
    Ok(())
}

/// Why no new time goes to a user or a line item.
struct Closed {
    users: HashMap<i64, (ErrorKind, String)>,
    lines: HashMap<i64, (ErrorKind, String)>,
}

impl Closed {
    fn check(&self, user: i64, line: i64) -> Result<()> {
        let found = self.users.get(&user).or_else(|| self.lines.get(&line));
        match found {
            Some((kind, sentence)) => Err(Error::new(*kind, sentence)),
            None => Ok(()),
        }
    }
}

/// Read under the locks, so that an order closed a moment ago is seen as closed.
fn closed(tx: &mut Tx<'_>, rows: &[(usize, RowTime)]) -> Result<Closed> {
    let users: HashSet<i64> = rows.iter().map(|(_, row)| row.user).collect();
    let lines = rows.iter().filter_map(|(_, row)| row.line.as_ref().ok());
    let lines: HashSet<i64> = lines.copied().collect();
    let removed: Vec<User> = users::table
        .filter(users::id.eq_any(users).and(users::deleted_at.is_not_null()))
        .select(User::as_select())
        .load(tx.conn)?;
    let targets: Vec<(WorkOrder, LineItem)> = line_items::table
        .inner_join(work_orders::table.on(work_orders::id.eq(line_items::work_order_id)))
        .filter(line_items::id.eq_any(lines))
        .select((WorkOrder::as_select(), LineItem::as_select()))
        .load(tx.conn)?;
    let mut closed = Closed {
        users: HashMap::new(),
        lines: HashMap::new(),
    };
    for user in removed {
        let error = guards::refusal(tx, ErrorKind::UserRemoved, &[&user.db_role]);
        closed.users.insert(user.id, (error.kind, error.message));
    }
    for (order, line) in targets {
        let open = guards::takes_time(tx, &order)
            .and_then(|()| guards::line_takes_time(tx, &order, &line));
        if let Err(error) = open {
            closed.lines.insert(line.id, (error.kind, error.message));
        }
    }
    Ok(closed)
}

fn write_entries(
    tx: &mut Tx<'_>,
    new: &[NewEntry],
    reason: &str,
    outcome: &mut Outcome,
) -> Result<()> {
    #[derive(QueryableByName)]
    struct Added {
        #[diesel(sql_type = BigInt)]
        id: i64,
        #[diesel(sql_type = BigInt)]
        duration_seconds: i64,
    }
    let column = |key: fn(&NewEntry) -> i64| new.iter().map(key).collect::<Vec<i64>>();
    let instants = |key: fn(&RowTime) -> DateTime<Utc>| {
        let times = new.iter().map(|entry| key(&entry.time));
        times.collect::<Vec<DateTime<Utc>>>()
    };
    let added: Vec<Added> = diesel::sql_query(
        "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts, note)
         SELECT user_id, work_order_id, line_item_id, start_ts, end_ts, note
         FROM unnest($1, $2, $3, $4, $5, $6) WITH ORDINALITY
            AS new (user_id, work_order_id, line_item_id, start_ts, end_ts, note, place)
         ORDER BY place
         RETURNING id, duration_seconds",
    )
    .bind::<Array<BigInt>, _>(column(|entry| entry.time.user))
    .bind::<Array<BigInt>, _>(column(|entry| entry.time.order))
    .bind::<Array<BigInt>, _>(column(|entry| entry.line))
    .bind::<Array<Timestamptz>, _>(instants(|time| time.start))
    .bind::<Array<Timestamptz>, _>(instants(|time| time.end))
    .bind::<Array<Nullable<Text>>, _>(
        new.iter()
            .map(|entry| entry.time.note.as_deref())
            .collect::<Vec<_>>(),
    )
    .load(tx.conn)?;
    let ids: Vec<i64> = added.iter().map(|entry| entry.id).collect();
    audit::record_all(tx, Action::EntryAdd, &ids, Some(reason))?;
    outcome.added += added.len();
    outcome.stale_after = tx.settings.stale_after;
    outcome.long += added
        .iter()
        .filter(|entry| entry.duration_seconds > outcome.stale_after)
        .count();
    outcome.duration_seconds += added
        .iter()
        .map(|entry| entry.duration_seconds)
        .sum::<i64>();
    Ok(())
}

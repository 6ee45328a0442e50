//! Imports time entries from a sheet.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Timestamptz};

use super::{Outcome, Person, check_text, rejected};
use crate::error::{Error, ErrorKind, Result};
use crate::intake::{Sheet, SheetRow};
use crate::ledger::audit;
use crate::ledger::{Tx, guards};
use crate::models::{Action, LineItem, Role, User, WorkOrder};
use crate::schema::wl::{line_items, users, work_orders};
use crate::{text, time};

pub struct EntryOptions<'a> {
    /// Of times without an offset.
    pub zone: Tz,
    pub reason: &'a str,
}

struct NewEntry {
    user: i64,
    order: i64,
    line: i64,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    note: Option<String>,
}

/// A user's time while rows are taken: start to end of every span that is not
/// empty. A span of no length overlaps nothing, as in the database.
#[derive(Default)]
struct Timeline(BTreeMap<DateTime<Utc>, DateTime<Utc>>);

impl Timeline {
    /// The span that overlaps, if one does.
    fn overlap(
        &self,
        start: DateTime<Utc>,
        end: DateTime<Utc>,
    ) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        if start == end {
            return None;
        }
        // spans don't overlap each other, so only the last one that begins before our end can
        let (before, until) = self.0.range(..end).next_back()?;
        (*until > start).then_some((*before, *until))
    }

    fn add(&mut self, start: DateTime<Utc>, end: DateTime<Utc>) {
        if start < end {
            self.0.insert(start, end);
        }
    }
}

/// What rows name, looked up once.
struct Lookup {
    users: Vec<User>,
    user_by_name: HashMap<String, Result<i64, String>>,
    orders: HashMap<String, WorkOrder>,
    lines: HashMap<i64, Vec<LineItem>>,
}

/// Adds the entries of a sheet, in file order.
pub fn entries(
    tx: &mut Tx<'_>,
    sheet: &Sheet,
    options: &EntryOptions<'_>,
    partial: bool,
) -> Result<Outcome> {
    tx.require(&[Role::Technician, Role::Admin], "import time entries")?;
    if tx.actor.role == Role::Admin && !sheet.has("user") {
        return Err(whose(&sheet.header));
    }
    let mut lookup = lookup(tx, sheet)?;
    if let Some(name) = sheet.columns.constant("user") {
        // a name that is wrong for all rows is no fault of theirs
        guards::pick_user(&lookup.users, name)?;
    }
    let mut outcome = Outcome {
        rows: sheet.rows.len(),
        ..Outcome::default()
    };
    let mut parsed = Vec::new();
    for (index, row) in sheet.rows.iter().enumerate() {
        match entry_of_row(tx, sheet, row, &mut lookup, options) {
            Ok(entry) => parsed.push((index, entry)),
            Err(error) => outcome.rejected.push(rejected(index, row, error)),
        }
    }
    lock(tx, &parsed)?;
    let closed = closed(tx, &parsed)?;
    let (mut timelines, known) = existing_time(tx, &parsed)?;
    let mut new = Vec::new();
    for (index, entry) in parsed {
        if known.contains(&(entry.user, entry.line, entry.start, entry.end)) {
            outcome.unchanged += 1;
            continue;
        }
        // time that is there already may stay
        if let Some((kind, sentence)) = closed.why(&entry) {
            let row = &sheet.rows[index];
            let error = Error::new(*kind, sentence);
            outcome.rejected.push(rejected(index, row, error));
            continue;
        }
        let timeline = timelines.entry(entry.user).or_default();
        match timeline.overlap(entry.start, entry.end) {
            Some((start, end)) => {
                let error = overlap_error(start, end, options.zone);
                let row = &sheet.rows[index];
                outcome.rejected.push(rejected(index, row, error));
            }
            None => {
                timeline.add(entry.start, entry.end);
                new.push(entry);
            }
        }
    }
    outcome.rejected.sort_by_key(|rejected| rejected.row);
    if !partial && !outcome.rejected.is_empty() {
        return Ok(outcome);
    }
    write_entries(tx, &new, options.reason, &mut outcome)?;
    outcome.people = people(&lookup.users, &new);
    Ok(outcome)
}

/// An admin imports anybody's time, so a file without people could be anybody's.
fn whose(header: &[String]) -> Error {
    Error::usage("nothing says whose time the file contains").hint(format!(
        "name the column with --map user=COLUMN, or the person with --user NAME; the columns are: {}",
        header.join(", ")
    ))
}

/// Whose time was added, in the order of their IDs.
fn people(users: &[User], new: &[NewEntry]) -> Vec<Person> {
    let mut sums: BTreeMap<i64, (usize, i64)> = BTreeMap::new();
    for entry in new {
        let (entries, seconds) = sums.entry(entry.user).or_default();
        *entries += 1;
        *seconds += (entry.end - entry.start).num_seconds();
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

fn lookup(tx: &mut Tx<'_>, sheet: &Sheet) -> Result<Lookup> {
    let numbers: HashSet<String> = sheet
        .rows
        .iter()
        .filter_map(|row| sheet.cell(row, "number"))
        .map(|number| text::name_key(&number))
        .collect();
    let numbers: Vec<String> = numbers.into_iter().collect();
    let found: Vec<WorkOrder> = diesel::sql_query(
        "SELECT o.* FROM wl.work_orders o WHERE wl.name_key(o.number) = ANY ($1)",
    )
    .bind::<Array<Text>, _>(&numbers)
    .load(tx.conn)?;
    let ids: Vec<i64> = found.iter().map(|order| order.id).collect();
    let mut lines: HashMap<i64, Vec<LineItem>> = HashMap::new();
    for line in line_items::table
        .filter(line_items::work_order_id.eq_any(&ids))
        .order(line_items::position)
        .select(LineItem::as_select())
        .load(tx.conn)?
    {
        lines.entry(line.work_order_id).or_default().push(line);
    }
    Ok(Lookup {
        users: users::table
            .select(User::as_select())
            .order(users::id)
            .load(tx.conn)?,
        user_by_name: HashMap::new(),
        orders: found
            .into_iter()
            .map(|order| (text::name_key(&order.number), order))
            .collect(),
        lines,
    })
}

fn entry_of_row(
    tx: &mut Tx<'_>,
    sheet: &Sheet,
    row: &SheetRow,
    lookup: &mut Lookup,
    options: &EntryOptions<'_>,
) -> Result<NewEntry> {
    let user = user_of_row(tx, sheet, row, lookup)?;
    let number = sheet.needed(row, "number")?;
    let order = lookup.orders.get(&text::name_key(&number)).ok_or_else(|| {
        sheet.bad(
            row,
            "number",
            &number,
            "there is no such work order; add it with wl order add or wl order import",
        )
    })?;
    let line = line_of_row(
        sheet,
        row,
        order,
        lookup.lines.get(&order.id).map_or(&[][..], Vec::as_slice),
    )?;
    let instant = |target: &'static str| -> Result<DateTime<Utc>> {
        let cell = sheet.needed(row, target)?;
        time::parse_cell(&cell, options.zone)
            .map_err(|error| sheet.bad(row, target, &cell, &error.message))
    };
    let (start, end) = (instant("start_ts")?, instant("end_ts")?);
    guards::end_after_start(start, end, options.zone)?;
    guards::not_future(tx, end, options.zone)?;
    let note = sheet.cell(row, "note");
    if let Some(note) = &note {
        check_text(sheet, row, "note", note, 10_000)?;
    }
    Ok(NewEntry {
        user,
        order: order.id,
        line: line.id,
        start,
        end,
        note,
    })
}

/// The user that a row names; the actor where no column is mapped.
fn user_of_row(tx: &Tx<'_>, sheet: &Sheet, row: &SheetRow, lookup: &mut Lookup) -> Result<i64> {
    let user =
        match sheet.cell(row, "user") {
            None if sheet.has("user") => {
                return Err(sheet.bad(row, "user", "", "the cell is empty"));
            }
            None => tx.actor.id,
            Some(name) => {
                let users = &lookup.users;
                let found = lookup.user_by_name.entry(name.clone()).or_insert_with(|| {
                    match guards::pick_user(users, &name) {
                        Ok(user) => Ok(user.id),
                        Err(error) => Err(error.message),
                    }
                });
                found
                    .clone()
                    .map_err(|why| sheet.bad(row, "user", &name, &why))?
            }
        };
    if user != tx.actor.id {
        tx.require(&[Role::Admin], "import another user's time")?;
    }
    Ok(user)
}

/// A line item by its description, else by its position; the only one where
/// no column is mapped.
fn line_of_row<'l>(
    sheet: &Sheet,
    row: &SheetRow,
    order: &WorkOrder,
    lines: &'l [LineItem],
) -> Result<&'l LineItem> {
    let Some(cell) = sheet.cell(row, "line") else {
        return match lines {
            [line] => Ok(line),
            _ => Err(sheet.bad(
                row,
                "line",
                "",
                &format!(
                    "work order {} has {}: the row must name one",
                    order.number,
                    text::counted(lines.len(), "line item", "line items")
                ),
            )),
        };
    };
    let wanted = text::name_key(&cell);
    lines
        .iter()
        .filter(|line| text::name_key(&line.description) == wanted)
        .min_by_key(|line| line.deleted_at.is_some())
        .or_else(|| lines.iter().find(|line| line.position.to_string() == cell))
        .ok_or_else(|| {
            sheet.bad(
                row,
                "line",
                &cell,
                &format!("work order {} has no such line item", order.number),
            )
        })
}

/// Users, then orders, then line items, each by rising id.
fn lock(tx: &mut Tx<'_>, parsed: &[(usize, NewEntry)]) -> Result<()> {
    let sorted = |key: fn(&NewEntry) -> i64| -> Vec<i64> {
        let mut ids: Vec<i64> = parsed.iter().map(|(_, entry)| key(entry)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    for (function, ids) in [
        ("lock_user", sorted(|entry| entry.user)),
        ("share_order", sorted(|entry| entry.order)),
        ("share_line", sorted(|entry| entry.line)),
    ] {
        diesel::sql_query(format!(
            "SELECT r.id FROM unnest($1) WITH ORDINALITY AS wanted (id, place) CROSS JOIN LATERAL wl.{function}(wanted.id) r"
        ))
        .bind::<Array<BigInt>, _>(&ids)
        .execute(tx.conn)?;
    }
    Ok(())
}

/// Why no new time goes to a user or a line item.
struct Closed {
    users: HashMap<i64, (ErrorKind, String)>,
    lines: HashMap<i64, (ErrorKind, String)>,
}

impl Closed {
    fn why(&self, entry: &NewEntry) -> Option<&(ErrorKind, String)> {
        let user = self.users.get(&entry.user);
        user.or_else(|| self.lines.get(&entry.line))
    }
}

/// Read under the locks, so that an order closed a moment ago is seen as closed.
fn closed(tx: &mut Tx<'_>, parsed: &[(usize, NewEntry)]) -> Result<Closed> {
    let users: HashSet<i64> = parsed.iter().map(|(_, entry)| entry.user).collect();
    let lines: HashSet<i64> = parsed.iter().map(|(_, entry)| entry.line).collect();
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

type Known = HashSet<(i64, i64, DateTime<Utc>, DateTime<Utc>)>;

#[derive(QueryableByName)]
struct Existing {
    #[diesel(sql_type = BigInt)]
    user_id: i64,
    #[diesel(sql_type = BigInt)]
    line_item_id: i64,
    #[diesel(sql_type = Timestamptz)]
    start_ts: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    end_ts: Option<DateTime<Utc>>,
}

fn existing_time(
    tx: &mut Tx<'_>,
    parsed: &[(usize, NewEntry)],
) -> Result<(HashMap<i64, Timeline>, Known)> {
    let users: HashSet<i64> = parsed.iter().map(|(_, entry)| entry.user).collect();
    let users: Vec<i64> = users.into_iter().collect();
    let from = parsed
        .iter()
        .map(|(_, entry)| entry.start)
        .min()
        .unwrap_or_default();
    let to = parsed
        .iter()
        .map(|(_, entry)| entry.end)
        .max()
        .unwrap_or_default();
    let found: Vec<Existing> = diesel::sql_query(
        "SELECT e.user_id, e.line_item_id, e.start_ts, e.end_ts FROM wl.time_entries e
         WHERE e.user_id = ANY ($1) AND e.deleted_at IS NULL AND e.start_ts <= $3
           AND (e.end_ts IS NULL OR e.end_ts >= $2)",
    )
    .bind::<Array<BigInt>, _>(&users)
    .bind::<Timestamptz, _>(from)
    .bind::<Timestamptz, _>(to)
    .load(tx.conn)?;
    let mut timelines: HashMap<i64, Timeline> = HashMap::new();
    let mut known = Known::new();
    for entry in found {
        let end = entry.end_ts.unwrap_or(DateTime::<Utc>::MAX_UTC);
        timelines
            .entry(entry.user_id)
            .or_default()
            .add(entry.start_ts, end);
        known.insert((entry.user_id, entry.line_item_id, entry.start_ts, end));
    }
    Ok((timelines, known))
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
    let added: Vec<Added> = diesel::sql_query(
        "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts, note)
         SELECT user_id, work_order_id, line_item_id, start_ts, end_ts, note
         FROM unnest($1, $2, $3, $4, $5, $6) WITH ORDINALITY
            AS new (user_id, work_order_id, line_item_id, start_ts, end_ts, note, place)
         ORDER BY place
         RETURNING id, duration_seconds",
    )
    .bind::<Array<BigInt>, _>(column(|entry| entry.user))
    .bind::<Array<BigInt>, _>(column(|entry| entry.order))
    .bind::<Array<BigInt>, _>(column(|entry| entry.line))
    .bind::<Array<Timestamptz>, _>(new.iter().map(|entry| entry.start).collect::<Vec<_>>())
    .bind::<Array<Timestamptz>, _>(new.iter().map(|entry| entry.end).collect::<Vec<_>>())
    .bind::<Array<Nullable<Text>>, _>(
        new.iter()
            .map(|entry| entry.note.as_deref())
            .collect::<Vec<_>>(),
    )
    .load(tx.conn)?;
    let ids: Vec<i64> = added.iter().map(|entry| entry.id).collect();
    audit::record_all(tx, Action::EntryAdd, &ids, Some(reason))?;
    outcome.added = added.len();
    outcome.duration_seconds = added.iter().map(|entry| entry.duration_seconds).sum();
    Ok(())
}

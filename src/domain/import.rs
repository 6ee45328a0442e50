//! Taking work orders and time entries from tables of text.
//!
//! A row passes or is rejected by a named rule; the caller decides whether one
//! rejected row stops everything. The rows that pass are written by set.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Timestamptz};
use serde::Serialize;

use crate::error::{Error, Result};
use crate::ledger::audit::{self, Action};
use crate::ledger::{Tx, guards};
use crate::models::{LineItem, Role, User, WorkOrder};
use crate::schema::wl::{line_items, users, work_orders};
use crate::{exit, text, time};

/// A file that was read: every cell a text, rows in file order.
pub struct Sheet {
    /// For messages.
    pub file: String,
    pub header: Vec<String>,
    pub rows: Vec<SheetRow>,
    /// Target word to column of the file.
    pub map: HashMap<&'static str, usize>,
}

pub struct SheetRow {
    /// Line of the file that the row begins on, from 1.
    pub line: u64,
    pub cells: Vec<String>,
}

/// A row that is not taken, and the rule that says so.
#[derive(Debug, Clone, Serialize)]
pub struct Rejected {
    #[serde(skip)]
    pub row: usize,
    pub line: u64,
    pub rule: String,
    pub reason: String,
    #[serde(skip)]
    pub code: u8,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Outcome {
    pub rows: usize,
    pub added: usize,
    /// Line items added along with orders.
    pub lines_added: usize,
    /// Seconds of the entries added.
    pub duration_seconds: i64,
    /// Orders or entries that the database holds already.
    pub unchanged: usize,
    pub rejected: Vec<Rejected>,
}

impl Sheet {
    /// The cell of a row for a target; None where the target is not mapped or
    /// the cell is blank.
    fn cell(&self, row: &SheetRow, target: &str) -> Option<String> {
        let cell = row.cells.get(*self.map.get(target)?)?.trim();
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    fn needed(&self, row: &SheetRow, target: &'static str) -> Result<String> {
        self.cell(row, target)
            .ok_or_else(|| self.bad(row, target, "", "the cell is empty"))
    }

    /// A bad cell: file, line, column and value.
    fn bad(&self, row: &SheetRow, target: &str, value: &str, why: &str) -> Error {
        let column = self
            .map
            .get(target)
            .and_then(|at| self.header.get(*at))
            .map_or(target, |name| name.as_str());
        Error::data(format!(
            "{}, line {}, column {column}: \"{}\": {why}",
            self.file,
            row.line,
            text::short(value, 60)
        ))
    }
}

fn rejected(index: usize, row: &SheetRow, error: Error) -> Rejected {
    Rejected {
        row: index,
        line: row.line,
        rule: error.kind,
        reason: error.message,
        code: error.code,
    }
}

/// The first rejected row as the error that stops an import of all or nothing.
pub fn first_error(sheet: &Sheet, outcome: &Outcome) -> Option<Error> {
    let first = outcome.rejected.first()?;
    let message = if first.code == exit::DATA {
        first.reason.clone()
    } else {
        format!("{}, line {}: {}", sheet.file, first.line, first.reason)
    };
    let hint = match outcome.rejected.len() {
        1 => "correct the row, or take the others with --rejects FILE".to_owned(),
        n => format!("{n} rows are refused; correct them, or take the others with --rejects FILE"),
    };
    Some(Error::new(first.code, &first.rule, message).hint(hint))
}

// Work orders ----------------------------------------------------------------

pub struct OrderOptions<'a> {
    /// Put before each number; numbers are made up where none is mapped.
    pub number_prefix: Option<&'a str>,
    /// Where no column is mapped.
    pub customer: Option<&'a str>,
}

struct NewOrder {
    number: String,
    title: String,
    customer: String,
    lines: Vec<String>,
    /// The row it came from.
    row: usize,
}

/// Adds the orders of a sheet and their line items, in file order. Rows of one
/// number are one order; each new text in the column `line` is a line item.
pub fn orders(
    tx: &mut Tx<'_>,
    sheet: &Sheet,
    options: &OrderOptions<'_>,
    partial: bool,
) -> Result<Outcome> {
    tx.require(&[Role::Admin], "import work orders")?;
    let made_up = !sheet.map.contains_key("number");
    let mut outcome = Outcome {
        rows: sheet.rows.len(),
        ..Outcome::default()
    };
    let mut new: Vec<NewOrder> = Vec::new();
    let mut by_number: HashMap<String, usize> = HashMap::new();
    for (index, row) in sheet.rows.iter().enumerate() {
        match order_of_row(sheet, options, index, row, made_up) {
            Err(error) => outcome.rejected.push(rejected(index, row, error)),
            Ok(order) => match by_number.get(&order.number.to_lowercase()) {
                None => {
                    by_number.insert(order.number.to_lowercase(), new.len());
                    new.push(order);
                }
                Some(at) => {
                    let first = &mut new[*at];
                    let differs = sheet.map.contains_key("title") && first.title != order.title
                        || sheet.map.contains_key("customer") && first.customer != order.customer;
                    if differs {
                        let error = sheet.bad(
                            row,
                            "number",
                            &order.number,
                            "an earlier row of this number has another title or customer",
                        );
                        outcome.rejected.push(rejected(index, row, error));
                    } else {
                        for line in order.lines {
                            let same = |known: &String| known.to_lowercase() == line.to_lowercase();
                            if !first.lines.iter().any(same) {
                                first.lines.push(line);
                            }
                        }
                    }
                }
            },
        }
    }
    let existing = existing_orders(tx, &new)?;
    let there = existing_lines(tx, &existing)?;
    let mut kept = Vec::new();
    for order in new {
        match existing.get(&order.number.to_lowercase()) {
            Some(there)
                if made_up && (there.title != order.title || there.customer != order.customer) =>
            {
                let row = &sheet.rows[order.row];
                let error = Error::refused(
                    "work_orders_number_key",
                    format!(
                        "work order {} is there already, with another title or customer",
                        order.number
                    ),
                );
                outcome.rejected.push(rejected(order.row, row, error));
            }
            Some(known)
                if order
                    .lines
                    .iter()
                    .any(|line| !there.contains(&(known.id, line.to_lowercase()))) =>
            {
                match guards::not_removed(known).and_then(|()| guards::not_billed(known)) {
                    Ok(()) => kept.push(order),
                    Err(error) => {
                        let row = &sheet.rows[order.row];
                        outcome.rejected.push(rejected(order.row, row, error));
                    }
                }
            }
            _ => kept.push(order),
        }
    }
    outcome.rejected.sort_by_key(|rejected| rejected.row);
    if !partial && !outcome.rejected.is_empty() {
        return Ok(outcome);
    }
    write_orders(tx, &kept, &existing, &there, &mut outcome)?;
    outcome.unchanged = kept.len() - outcome.added;
    Ok(outcome)
}

fn order_of_row(
    sheet: &Sheet,
    options: &OrderOptions<'_>,
    index: usize,
    row: &SheetRow,
    made_up: bool,
) -> Result<NewOrder> {
    let prefix = options.number_prefix.unwrap_or_default();
    let number = if made_up {
        format!("{prefix}{}", index + 1)
    } else {
        format!("{prefix}{}", sheet.needed(row, "number")?)
    };
    check_text(sheet, row, "number", &number, 64)?;
    if number.contains('/') || number.starts_with('-') || number.chars().any(char::is_control) {
        return Err(sheet.bad(
            row,
            "number",
            &number,
            "an order number has no slash, line break or leading dash",
        ));
    }
    let title = if sheet.map.contains_key("title") {
        sheet.needed(row, "title")?
    } else {
        number.clone()
    };
    check_text(sheet, row, "title", &title, 1000)?;
    let customer = if sheet.map.contains_key("customer") {
        sheet.needed(row, "customer")?
    } else {
        options.customer.unwrap_or("(none)").to_owned()
    };
    check_text(sheet, row, "customer", &customer, 200)?;
    let line = sheet.cell(row, "line");
    if let Some(line) = &line {
        check_text(sheet, row, "line", line, 2000)?;
    }
    Ok(NewOrder {
        number,
        title,
        customer,
        lines: line.into_iter().collect(),
        row: index,
    })
}

fn check_text(
    sheet: &Sheet,
    row: &SheetRow,
    target: &str,
    value: &str,
    max_chars: usize,
) -> Result<()> {
    if value.contains('\0') {
        return Err(sheet.bad(row, target, value, "the cell holds a NUL character"));
    }
    if value.chars().nth(max_chars).is_some() {
        return Err(sheet.bad(
            row,
            target,
            value,
            &format!("the text is longer than {max_chars} characters"),
        ));
    }
    Ok(())
}

fn existing_orders(tx: &mut Tx<'_>, new: &[NewOrder]) -> Result<HashMap<String, WorkOrder>> {
    let numbers: Vec<String> = new
        .iter()
        .map(|order| order.number.to_lowercase())
        .collect();
    let found: Vec<WorkOrder> = diesel::sql_query(
        "SELECT o.* FROM wl.work_orders o WHERE lower(o.number) = ANY ($1) ORDER BY o.id FOR NO KEY UPDATE",
    )
    .bind::<Array<Text>, _>(&numbers)
    .load(tx.conn)?;
    Ok(found
        .into_iter()
        .map(|order| (order.number.to_lowercase(), order))
        .collect())
}

/// The line items of those orders: order and description, in small letters.
fn existing_lines(
    tx: &mut Tx<'_>,
    existing: &HashMap<String, WorkOrder>,
) -> Result<HashSet<(i64, String)>> {
    let order_ids: Vec<i64> = existing.values().map(|order| order.id).collect();
    Ok(line_items::table
        .filter(line_items::work_order_id.eq_any(&order_ids))
        .select((line_items::work_order_id, line_items::description))
        .load::<(i64, String)>(tx.conn)?
        .into_iter()
        .map(|(id, description)| (id, description.to_lowercase()))
        .collect())
}

fn write_orders(
    tx: &mut Tx<'_>,
    orders: &[NewOrder],
    existing: &HashMap<String, WorkOrder>,
    there: &HashSet<(i64, String)>,
    outcome: &mut Outcome,
) -> Result<()> {
    let mut ids: HashMap<String, i64> = existing
        .iter()
        .map(|(number, order)| (number.clone(), order.id))
        .collect();
    let added: Vec<&NewOrder> = orders
        .iter()
        .filter(|order| !ids.contains_key(&order.number.to_lowercase()))
        .collect();
    let new_ids: Vec<(i64, String)> = diesel::insert_into(work_orders::table)
        .values(
            added
                .iter()
                .map(|order| {
                    (
                        work_orders::number.eq(&order.number),
                        work_orders::title.eq(&order.title),
                        work_orders::customer.eq(&order.customer),
                    )
                })
                .collect::<Vec<_>>(),
        )
        .returning((work_orders::id, work_orders::number))
        .get_results(tx.conn)?;
    audit::record_all(
        tx,
        Action::OrderAdd,
        &new_ids.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
        None,
    )?;
    outcome.added = new_ids.len();
    ids.extend(
        new_ids
            .into_iter()
            .map(|(id, number)| (number.to_lowercase(), id)),
    );

    let mut lines = Vec::new();
    for order in orders {
        let Some(id) = ids.get(&order.number.to_lowercase()) else {
            continue;
        };
        for line in &order.lines {
            if !there.contains(&(*id, line.to_lowercase())) {
                lines.push((
                    line_items::work_order_id.eq(*id),
                    line_items::description.eq(line),
                ));
            }
        }
    }
    let line_ids: Vec<i64> = diesel::insert_into(line_items::table)
        .values(&lines)
        .returning(line_items::id)
        .get_results(tx.conn)?;
    audit::record_all(tx, Action::LineAdd, &line_ids, None)?;
    outcome.lines_added = line_ids.len();
    Ok(())
}

// Time entries ---------------------------------------------------------------

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
    /// Why no new time goes there; time that is there already may stay.
    closed: Option<Error>,
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
    user_by_name: HashMap<String, std::result::Result<i64, Error>>,
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
    let mut lookup = lookup(tx, sheet)?;
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
    let (mut timelines, known) = existing_time(tx, &parsed)?;
    let mut new = Vec::new();
    for (index, mut entry) in parsed {
        if known.contains(&(entry.user, entry.line, entry.start, entry.end)) {
            outcome.unchanged += 1;
            continue;
        }
        if let Some(error) = entry.closed.take() {
            let row = &sheet.rows[index];
            outcome.rejected.push(rejected(index, row, error));
            continue;
        }
        let timeline = timelines.entry(entry.user).or_default();
        match timeline.overlap(entry.start, entry.end) {
            Some((start, end)) => {
                let span = if end == DateTime::<Utc>::MAX_UTC {
                    format!("running since {}", time::rfc3339(start, options.zone))
                } else {
                    format!(
                        "{} to {}",
                        time::rfc3339(start, options.zone),
                        time::rfc3339(end, options.zone)
                    )
                };
                let error = Error::refused(
                    "time_entries_no_overlap",
                    format!("this time overlaps the user's {span}"),
                );
                outcome
                    .rejected
                    .push(rejected(index, &sheet.rows[index], error));
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
    Ok(outcome)
}

fn lookup(tx: &mut Tx<'_>, sheet: &Sheet) -> Result<Lookup> {
    let numbers: HashSet<String> = sheet
        .rows
        .iter()
        .filter_map(|row| sheet.cell(row, "number"))
        .map(|number| number.to_lowercase())
        .collect();
    let numbers: Vec<String> = numbers.into_iter().collect();
    let found: Vec<WorkOrder> =
        diesel::sql_query("SELECT o.* FROM wl.work_orders o WHERE lower(o.number) = ANY ($1)")
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
            .map(|order| (order.number.to_lowercase(), order))
            .collect(),
        lines,
    })
}

fn entry_of_row(
    tx: &Tx<'_>,
    sheet: &Sheet,
    row: &SheetRow,
    lookup: &mut Lookup,
    options: &EntryOptions<'_>,
) -> Result<NewEntry> {
    let user = match sheet.cell(row, "user") {
        None if sheet.map.contains_key("user") => {
            return Err(sheet.bad(row, "user", "", "the cell is empty"));
        }
        None => tx.actor.id,
        Some(name) => {
            let users = &lookup.users;
            let found = lookup
                .user_by_name
                .entry(name.clone())
                .or_insert_with(|| guards::pick_user(users, &name).map(|user| user.id));
            found
                .clone()
                .map_err(|error| sheet.bad(row, "user", &name, &error.message))?
        }
    };
    if user != tx.actor.id {
        tx.require(&[Role::Admin], "import somebody else's time")?;
    }
    if let Some(removed) = lookup
        .users
        .iter()
        .find(|candidate| candidate.id == user && candidate.deleted_at.is_some())
    {
        return Err(Error::refused(
            "user_removed",
            format!("user {} is removed", removed.db_role),
        ));
    }
    let number = sheet.needed(row, "number")?;
    let order = lookup.orders.get(&number.to_lowercase()).ok_or_else(|| {
        sheet.bad(
            row,
            "number",
            &number,
            "there is no such work order; wl order import adds them",
        )
    })?;
    let line = line_of_row(
        sheet,
        row,
        order,
        lookup.lines.get(&order.id).map_or(&[][..], Vec::as_slice),
    )?;
    let closed = guards::takes_time(order).and_then(|()| guards::line_takes_time(order, line));
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
        closed: closed.err(),
    })
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
                    "work order {} has {} line items: say which",
                    order.number,
                    lines.len()
                ),
            )),
        };
    };
    let wanted = cell.to_lowercase();
    lines
        .iter()
        .filter(|line| line.description.to_lowercase() == wanted)
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

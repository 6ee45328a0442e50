//! What the rows of a file name: people, orders and line items, looked up once.

mod line;
mod texts;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use diesel::prelude::*;
use diesel::sql_types::{Array, Text};

use self::line::{Line, find_line, line};
use self::texts::{candidates, halves, mapped, note, projects, theirs};
use super::Unknown;
use crate::error::{ErrorKind, Result};
use crate::intake::{Sheet, SheetRow};
use crate::ledger::{Tx, guards};
use crate::models::{LineItem, Role, User, WorkOrder};
use crate::schema::wl::{line_items, users};
use crate::text::{self, name_key};

/// Names of a file, and what they mean here; by key.
#[derive(Debug, Default)]
pub struct Maps {
    pub users: HashMap<String, String>,
    pub orders: HashMap<String, String>,
}

/// What was found for a name of the file; nothing, if it is to be completed.
pub type Matches = BTreeMap<String, Option<String>>;

pub(super) struct Names<'m> {
    pub users: Vec<User>,
    user_by_name: HashMap<Vec<String>, Option<Result<i64, String>>>,
    orders: HashMap<String, WorkOrder>,
    lines: HashMap<i64, Vec<LineItem>>,
    maps: &'m Maps,
    /// By what names them, with their line items.
    spots: HashMap<String, (Spot, i64)>,
    pub seen: RefCell<Seen>,
}

/// What the rows named, for messages and maps.
#[derive(Debug, Default)]
pub(super) struct Seen {
    unknown: HashMap<(&'static str, String), usize>,
    pub unknowns: Vec<Unknown>,
    pub users: Matches,
    pub orders: Matches,
}

/// Where a row's time goes.
pub(super) struct Place {
    pub order: i64,
    /// The line item, or why none can be chosen.
    pub line: Result<i64>,
    /// Nothing names the line item: time that is on any of the order is the row's.
    pub any_line: bool,
    pub note: Option<String>,
}

/// Where rows with the same names go.
#[derive(Debug, Clone)]
struct Spot {
    order: i64,
    any_line: bool,
    /// Texts that named it, which the note leaves out.
    used: Vec<String>,
}

/// What decides where a row's time goes.
const NAMING: [&str; 7] = [
    "order_number",
    "project_number",
    "number",
    "line",
    "task",
    "tags",
    "words",
];

/// An order that a text of a row names, perhaps with a line item.
pub(super) struct Named<'n> {
    order: &'n WorkOrder,
    line: Option<String>,
    /// The text, if a tag or a word named it.
    text: String,
}

impl<'m> Names<'m> {
    pub fn load(tx: &mut Tx<'_>, sheet: &Sheet, maps: &'m Maps) -> Result<Self> {
        let mut keys: HashSet<String> = HashSet::new();
        let mut named: HashSet<String> = HashSet::new();
        for row in &sheet.rows {
            if !named.insert(sheet.joined(row, &NAMING)) {
                continue;
            }
            for text in candidates(sheet, row) {
                let mapped = mapped(maps, sheet, row, &text);
                let number = sheet.columns.replaced(&text);
                for text in [Some(number), mapped].into_iter().flatten() {
                    keys.extend(halves(sheet, &text).map(|(order, _)| name_key(order)));
                    keys.insert(name_key(&text));
                }
            }
        }
        // no order's number has a NUL character, and no query takes one
        let keys = keys.into_iter().filter(|key| !key.contains('\0'));
        let keys: Vec<String> = keys.collect();
        let found: Vec<WorkOrder> = diesel::sql_query(
            "SELECT o.* FROM wl.work_orders o WHERE o.id = ANY (ARRAY(SELECT wl.order_ids($1)))",
        )
        .bind::<Array<Text>, _>(&keys)
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
        let orders = found.into_iter();
        Ok(Self {
            users: users::table
                .select(User::as_select())
                .order(users::id)
                .load(tx.conn)?,
            user_by_name: HashMap::new(),
            orders: orders
                .map(|order| (name_key(&order.number), order))
                .collect(),
            lines,
            maps,
            spots: HashMap::new(),
            seen: RefCell::default(),
        })
    }

    /// The user that a row names; the actor where nothing does.
    pub fn user(&mut self, tx: &Tx<'_>, sheet: &Sheet, row: &SheetRow) -> Result<i64> {
        let cells = ["user", "person", "email"].map(|target| sheet.cell(row, target));
        let names: Vec<String> = cells.into_iter().flatten().collect();
        let Some(name) = names.first().cloned() else {
            return match sheet.has("user") || sheet.has("email") {
                true => Err(sheet.bad(row, "user", "", "the cell is empty")),
                false => Ok(tx.actor.id),
            };
        };
        let (users, maps) = (&self.users, self.maps);
        let matches = &mut self.seen.get_mut().users;
        let found = self.user_by_name.entry(names).or_insert_with_key(|names| {
            let found = find_user(users, maps, names);
            // an address stays the same when a name changes
            let key = names.last().cloned().unwrap_or_default();
            let login = |id: &i64| {
                let user = users.iter().find(|user| user.id == *id);
                user.map(|user| user.db_role.clone())
            };
            let ours = found.as_ref().and_then(|found| found.as_ref().ok());
            matches.insert(key, ours.and_then(login));
            found
        });
        let user = match found.clone() {
            Some(Ok(id)) => id,
            Some(Err(why)) => {
                self.seen.get_mut().unknown("user", &name, row.line);
                return Err(sheet.bad(row, "user", &name, &why));
            }
            None => {
                self.seen.get_mut().unknown("user", &name, row.line);
                let why = format!("there is no user {}", text::short(&name, 60));
                return Err(sheet.bad(row, "user", &name, &why));
            }
        };
        if user != tx.actor.id {
            tx.require(&[Role::Admin], "import another user's time")?;
        }
        Ok(user)
    }

    /// The order and the line item of a row, and its note without what named them.
    pub fn place(&mut self, sheet: &Sheet, row: &SheetRow) -> Result<Place> {
        let key = sheet.joined(row, &NAMING);
        let known = self.spots.get(&key).cloned();
        let (spot, line) = match known {
            Some((spot, line)) => (spot, Ok(line)),
            None => self.spot(sheet, row)?,
        };
        let note = note(sheet, row, &spot.used);
        let place = Place {
            order: spot.order,
            any_line: spot.any_line,
            note,
            line,
        };
        if let Ok(line) = place.line {
            self.spots.entry(key).or_insert((spot, line));
        }
        Ok(place)
    }

    /// The order and the line item of a row, or why none can be chosen.
    fn spot(&self, sheet: &Sheet, row: &SheetRow) -> Result<(Spot, Result<i64>)> {
        let theirs = theirs(sheet, row);
        let named = self.order(sheet, row);
        if let Some(theirs) = &theirs {
            let mut seen = self.seen.borrow_mut();
            if !seen.orders.contains_key(theirs) {
                seen.orders.insert(theirs.clone(), named.as_ref().map(ours));
            }
        }
        if let Some(several) = self.several(sheet, row) {
            let why = format!("the tags name several work orders: {several}");
            return Err(sheet.bad(row, "tags", &sheet.tags(row).join(", "), &why));
        }
        let Some(named) = named else {
            let value = theirs.unwrap_or_default();
            if let Some((order, line)) = self.without_line(sheet, &value) {
                let line = text::short(line, 60);
                let why = format!("work order {} has no line item {line}", order.number);
                let mut seen = self.seen.borrow_mut();
                seen.unknown("line item", &value, row.line);
                return Err(sheet.bad(row, "number", &value, &why));
            }
            let why = match (value.is_empty(), sheet.tracker().is_some()) {
                (true, false) => return Err(sheet.bad(row, "number", "", "the cell is empty")),
                (true, true) => "nothing in the row names a work order",
                (false, false) => {
                    "there is no such work order; add it with wl order add or wl order import"
                }
                (false, true) => {
                    "there is no such work order; add it, or name yours in a file for --map-orders"
                }
            };
            if !value.is_empty() {
                let mut seen = self.seen.borrow_mut();
                seen.unknown("work order", &value, row.line);
            }
            return Err(sheet.bad(row, "number", &value, why));
        };
        let lines = self
            .lines
            .get(&named.order.id)
            .map_or(&[][..], Vec::as_slice);
        let mut used = vec![named.text.clone()];
        let (line, any_line) = match line(sheet, row, &named, lines, &mut used) {
            Line::Of(line) => (Ok(line.id), false),
            Line::Only(line) => (line.map(|line| line.id), true),
            Line::Unknown(target, value) => {
                let why = format!("work order {} has no such line item", named.order.number);
                let error = sheet.bad(row, target, &value, &why);
                let mut seen = self.seen.borrow_mut();
                if let Some(theirs) = theirs.filter(|_| target == "task") {
                    seen.orders.insert(format!("{theirs}/{value}"), None);
                }
                let value = format!("{}/{value}", named.order.number);
                seen.unknown("line item", &value, row.line);
                return Err(error);
            }
        };
        let order = named.order.id;
        let line = line.map_err(|why| sheet.bad(row, "line", "", &why.message));
        let spot = Spot {
            order,
            any_line,
            used,
        };
        Ok((spot, line))
    }

    /// The order that a row names: by the project, else by the tag or word that is the
    /// number of one.
    pub fn order(&self, sheet: &Sheet, row: &SheetRow) -> Option<Named<'_>> {
        let texts = candidates(sheet, row).into_iter();
        texts
            .filter_map(|text| self.named_by(sheet, row, &text))
            .next()
    }

    /// The order that a text of a row names, by the map or by its number.
    fn named_by(&self, sheet: &Sheet, row: &SheetRow, text: &str) -> Option<Named<'_>> {
        let mapped = mapped(self.maps, sheet, row, text);
        mapped
            .and_then(|ours| self.named(sheet, &ours, text))
            .or_else(|| self.named(sheet, &sheet.columns.replaced(text), text))
    }

    /// The orders that tags name, where nothing else does and there are several.
    fn several(&self, sheet: &Sheet, row: &SheetRow) -> Option<String> {
        let by = |text: &String| self.named_by(sheet, row, text);
        if sheet.columns.layout.is_none() || projects(sheet, row).iter().find_map(by).is_some() {
            return None;
        }
        let tags = sheet.tags(row);
        let orders = tags.iter().filter_map(by);
        let numbers: BTreeSet<&str> = orders.map(|named| named.order.number.as_str()).collect();
        let numbers: Vec<&str> = numbers.into_iter().collect();
        (numbers.len() > 1).then(|| text::short(&numbers.join(", "), 200))
    }

    fn named(&self, sheet: &Sheet, number: &str, text: &str) -> Option<Named<'_>> {
        let text = text.to_owned();
        if let Some(order) = self.orders.get(&name_key(number)) {
            let line = None;
            return Some(Named { order, line, text });
        }
        let (order, line) = halves(sheet, number).find_map(|(number, line)| {
            let order = self.orders.get(&name_key(number))?;
            let lines = self.lines.get(&order.id)?;
            find_line(lines, line).map(|_| (order, line.to_owned()))
        })?;
        let line = Some(line);
        Some(Named { order, line, text })
    }

    /// The order in a text such as `WO-1042/9`, if it has no such line item.
    fn without_line<'t>(&self, sheet: &Sheet, text: &'t str) -> Option<(&WorkOrder, &'t str)> {
        let order = |number: &str| self.orders.get(&name_key(number));
        halves(sheet, text).find_map(|(number, line)| Some((order(number)?, line)))
    }

    /// The number that a row's order would have.
    pub fn number(&self, sheet: &Sheet, row: &SheetRow) -> Option<String> {
        let number = candidates(sheet, row).into_iter().next()?;
        let mapped = mapped(self.maps, sheet, row, &number);
        Some(mapped.unwrap_or_else(|| sheet.columns.replaced(&number)))
    }

    /// Whether an order has a line item of this text or position.
    pub fn has_line(&self, order: i64, text: &str) -> bool {
        let lines = self.lines.get(&order).map_or(&[][..], Vec::as_slice);
        find_line(lines, text).is_some()
    }
}

impl Seen {
    fn unknown(&mut self, what: &'static str, value: &str, line: u64) {
        let new = self.unknowns.len();
        let at = *self.unknown.entry((what, name_key(value))).or_insert(new);
        match self.unknowns.get_mut(at) {
            Some(unknown) => unknown.rows += 1,
            None => self.unknowns.push(Unknown {
                what,
                value: value.to_owned(),
                rows: 1,
                line,
            }),
        }
    }
}

impl Named<'_> {
    pub fn id(&self) -> i64 {
        self.order.id
    }

    pub fn number(&self) -> &str {
        &self.order.number
    }

    /// Whether its text names a line item as well.
    pub fn has_line(&self) -> bool {
        self.line.is_some()
    }
}

fn ours(named: &Named<'_>) -> String {
    match &named.line {
        Some(line) => format!("{}/{line}", named.order.number),
        None => named.order.number.clone(),
    }
}

/// The first name that is somebody's, in the map or here; None if there is nobody.
fn find_user(users: &[User], maps: &Maps, names: &[String]) -> Option<Result<i64, String>> {
    let mapped = names
        .iter()
        .find_map(|name| maps.users.get(&name_key(name)));
    let mapped = mapped.filter(|ours| !ours.is_empty());
    let wanted = mapped
        .into_iter()
        .chain(names.iter().filter(|_| mapped.is_none()));
    let mut ambiguous = None;
    for name in wanted {
        match guards::pick_user(users, name) {
            Ok(user) => return Some(Ok(user.id)),
            Err(error) if error.kind == ErrorKind::NotFound => {}
            Err(error) => ambiguous = ambiguous.or(Some(Err(error.message))),
        }
    }
    ambiguous.or_else(|| {
        let ours = mapped?;
        let ours = text::short(ours, 60);
        Some(Err(format!(
            "the map says {ours}, and there is no such user"
        )))
    })
}

//! Differences between exports: what was handed over under an earlier seal, compared
//! with what the same export would show now.
//!
//! Uses only the records since then, so the cost grows with the changes and not with the
//! trail. Rows are compared, not records: what was changed and changed back is no
//! difference.

use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Json, Jsonb, Nullable, Text, Timestamptz};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::seal::{self, Seal};
use super::trail::{self, FieldChange, Name, Names};
use super::{Setting, Tx};
use crate::error::{Error, ErrorKind, Result};
use crate::models::{Entity, EntryStatus, OrderStatus, Role};

/// What was handed over, and under which seal.
#[derive(Debug, Clone)]
pub struct HandedOver {
    pub seal: Seal,
    pub scope: Scope,
}

/// The orders and the period of an export; the default is everything that is approved.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Scope {
    /// By rising id; None: any.
    pub order_ids: Option<Vec<i64>>,
    pub from: Option<DateTime<Utc>>,
    pub to: Option<DateTime<Utc>>,
    pub include_unapproved: bool,
}

impl HandedOver {
    /// Reads a seal file; side files and manifests also say what was selected.
    pub fn parse(text: &str) -> Result<Self> {
        #[derive(Deserialize)]
        struct Selected {
            selection: Option<Scope>,
        }
        let seal = Seal::parse(text)?;
        let selected: Selected = serde_json::from_str(text)
            .map_err(|error| Error::data(format!("the selection of this file: {error}")))?;
        let mut scope = selected.selection.unwrap_or_default();
        if let Some(ids) = &mut scope.order_ids {
            ids.sort_unstable();
        }
        Ok(Self { seal, scope })
    }
}

impl Scope {
    fn is_everything(&self) -> bool {
        self.order_ids.is_none() && self.from.is_none() && self.to.is_none()
    }

    /// Whether it shows an entry with this image.
    fn shows(&self, entry: &Value) -> bool {
        let is =
            |field: &str, wanted: &dyn Fn(&Value) -> bool| entry.get(field).is_some_and(wanted);
        let start = entry.get("start_ts").and_then(Value::as_str);
        let start = start.and_then(|text| DateTime::parse_from_rfc3339(text).ok());
        let is_locked = is("status", &|status| status == EntryStatus::Locked.as_str());
        entry.get("deleted_at").is_none()
            && (self.include_unapproved || is_locked)
            && self.order_ids.as_ref().is_none_or(|ids| {
                is("work_order_id", &|id| {
                    id.as_i64().is_some_and(|id| ids.binary_search(&id).is_ok())
                })
            })
            && self
                .from
                .is_none_or(|from| start.is_some_and(|start| start >= from))
            && self
                .to
                .is_none_or(|to| start.is_some_and(|start| start < to))
    }
}

/// How an export differs in one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// It is still exported, but says something else.
    Changed,
    /// It was exported and is no longer approved.
    Unlocked,
    /// It was there and was removed.
    Removed,
    /// It was not exported then and is now.
    New,
}

/// One row that exports now show differently.
#[derive(Debug, Clone, Serialize)]
pub struct Difference {
    pub kind: DifferenceKind,
    pub entity_type: Entity,
    pub entity_id: i64,
    /// `ORDER/LINE` of an entry or a line item, the number of an order, the
    /// login of a user; as of now.
    pub place: String,
    /// The description of the line item, the title of the order, the name of the person.
    pub title: Option<String>,
    /// Whose time it is.
    pub user: Option<String>,
    /// Approved seconds now, minus those exported then.
    pub seconds: i64,
    pub changes: Vec<FieldChange>,
    /// Who changed it since, and why.
    pub actors: Vec<String>,
    pub reasons: Vec<String>,
    /// The last change.
    pub at: DateTime<Utc>,
}

/// What exports show of a row.
const SHOWN: [(Entity, &[&str]); 6] = [
    (Entity::Setting, &["value"]),
    (Entity::Bill, &["cancelled_at"]),
    (
        Entity::WorkOrder,
        &["number", "title", "customer", "status"],
    ),
    (Entity::LineItem, &["description"]),
    (Entity::User, &["full_name"]),
    (
        Entity::TimeEntry,
        &[
            "line_item",
            "user",
            "start_ts",
            "end_ts",
            "duration_seconds",
            "status",
            "note",
            "approved_by",
            "approved_at",
        ],
    ),
];

/// A row that changed since: its last image of then, if it was, and its image now.
#[derive(QueryableByName)]
struct ChangedRow {
    #[diesel(sql_type = Text)]
    entity_type: Entity,
    #[diesel(sql_type = BigInt)]
    entity_id: i64,
    #[diesel(sql_type = Nullable<Json>)]
    before: Option<Value>,
    #[diesel(sql_type = Nullable<Text>)]
    note_before: Option<String>,
    #[diesel(sql_type = Json)]
    after: Value,
    #[diesel(sql_type = Nullable<Text>)]
    note: Option<String>,
    #[diesel(sql_type = Array<Text>)]
    actors: Vec<String>,
    #[diesel(sql_type = Array<Text>)]
    reasons: Vec<String>,
    #[diesel(sql_type = Timestamptz)]
    at: DateTime<Utc>,
}

/// Refuses an actor who may not read all that exports show.
pub fn require_right(tx: &Tx<'_>) -> Result<()> {
    tx.require(&[Role::Admin, Role::Accountant], "compare exports")
}

/// All differences: settings, bills, orders, line items, users, then time, by rising id.
pub fn since(tx: &mut Tx<'_>, handed_over: &HandedOver) -> Result<Vec<Difference>> {
    require_heads(tx, &handed_over.seal)?;
    let mut differences = differences(tx, handed_over)?;
    // a new bill is accounting's own step, too
    differences.retain(|difference| !difference.is_mere_billing() && !difference.is_new_parent());
    Ok(differences)
}

/// Whether anything differs, even what [`since`] leaves out. Also true if the trail is not
/// the one that was sealed.
pub fn any(tx: &mut Tx<'_>, handed_over: &HandedOver) -> Result<bool> {
    Ok(
        !seal::is_in_trail(tx.conn, &handed_over.seal)?
            || !differences(tx, handed_over)?.is_empty(),
    )
}

fn differences(tx: &mut Tx<'_>, handed_over: &HandedOver) -> Result<Vec<Difference>> {
    let scope = &handed_over.scope;
    let found = found(tx, handed_over)?;
    let images = found
        .iter()
        .flat_map(|row| [Some(&row.after), row.before.as_ref()]);
    let names = Names::load(tx, images.flatten())?;
    let mut differences = Vec::new();
    for (entity_type, shown) in SHOWN {
        let rows = found.iter().filter(|row| row.entity_type == entity_type);
        differences.extend(rows.filter_map(|row| difference(row, shown, scope, &names)));
    }
    if !scope.is_everything() {
        let shown = shown_parents(tx, scope, &differences)?;
        differences.retain(|difference| {
            let parent = (difference.entity_type, difference.entity_id);
            matches!(difference.entity_type, Entity::TimeEntry | Entity::Setting)
                || shown.contains(&parent)
        });
    }
    Ok(differences)
}

/// The condition on entries `e` that exports of the scope show, which is bound to $1 to $4.
const ENTRY_IN_SCOPE: &str = "e.deleted_at IS NULL AND ($4 OR e.status = 'LOCKED')
    AND ($1 IS NULL OR e.work_order_id = ANY ($1)) AND ($2 IS NULL OR e.start_ts >= $2) AND ($3 IS NULL OR e.start_ts < $3)";

/// Which of the bills, orders, line items and users that differ are shown with some time.
/// An export of whole orders also shows line items without time.
fn shown_parents(
    tx: &mut Tx<'_>,
    scope: &Scope,
    differences: &[Difference],
) -> Result<Vec<(Entity, i64)>> {
    #[derive(QueryableByName)]
    struct Parent {
        #[diesel(sql_type = Text)]
        entity_type: Entity,
        #[diesel(sql_type = BigInt)]
        entity_id: i64,
    }
    let parents = differences.iter().filter(|difference| {
        !matches!(difference.entity_type, Entity::TimeEntry | Entity::Setting)
    });
    let parents: Vec<Value> = parents
        .map(|parent| {
            serde_json::json!({"entity_type": parent.entity_type, "entity_id": parent.entity_id})
        })
        .collect();
    if parents.is_empty() {
        return Ok(Vec::new());
    }
    let has = |condition: &str| {
        format!("EXISTS (SELECT FROM wl.time_entries e WHERE {condition} AND {ENTRY_IN_SCOPE})")
    };
    let whole = scope.from.is_none() && scope.to.is_none();
    let found: Vec<Parent> = diesel::sql_query(format!(
        "SELECT p.entity_type, p.entity_id FROM jsonb_to_recordset($5) AS p (entity_type text, entity_id bigint)
         WHERE CASE p.entity_type
            WHEN 'user' THEN {} OR {}
            WHEN 'work_order' THEN {whole} OR {}
            WHEN 'line_item' THEN {whole} OR {}
            ELSE EXISTS (SELECT FROM wl.bill_lines l WHERE l.bill_id = p.entity_id
                AND ($1 IS NULL OR l.work_order_id = ANY ($1))
                AND ($2 IS NULL OR l.start_ts >= $2) AND ($3 IS NULL OR l.start_ts < $3)) END",
        has("e.user_id = p.entity_id"),
        has("e.approved_by = p.entity_id"),
        has("e.work_order_id = p.entity_id"),
        has("e.line_item_id = p.entity_id"),
    ))
    .bind::<Nullable<Array<BigInt>>, _>(&scope.order_ids)
    .bind::<Nullable<Timestamptz>, _>(scope.from)
    .bind::<Nullable<Timestamptz>, _>(scope.to)
    .bind::<Bool, _>(scope.include_unapproved)
    .bind::<Jsonb, _>(Value::from(parents))
    .load(tx.conn)?;
    Ok(found
        .into_iter()
        .map(|parent| (parent.entity_type, parent.entity_id))
        .collect())
}

/// The rows of the scope that have records since then.
fn found(tx: &mut Tx<'_>, handed_over: &HandedOver) -> Result<Vec<ChangedRow>> {
    let scope = &handed_over.scope;
    // how many records are newer can't be estimated: a wrong guess would read
    // the entire trail, or compile a query that is over in milliseconds
    tx.conn
        .batch_execute("SET LOCAL enable_seqscan = off; SET LOCAL jit = off")?;
    let in_scope = |image: &str| {
        format!(
            "(($2 IS NULL OR ({image} ->> 'work_order_id')::bigint = ANY ($2))
              AND ($3 IS NULL OR ({image} ->> 'start_ts')::timestamptz >= $3)
              AND ($4 IS NULL OR ({image} ->> 'start_ts')::timestamptz < $4))"
        )
    };
    // a row's versions have no gaps, so the version before the first new one is what was
    // exported
    let rows = diesel::sql_query(format!(
        "SELECT c.entity_type, c.entity_id, b.after AS before, b.note AS note_before, l.after, l.note,
            c.actors, c.reasons, l.at
         FROM (SELECT r.entity_type, r.entity_id, min(r.entity_version) AS first, max(r.entity_version) AS last,
                array_agg(r.actor_login ORDER BY r.entity_version) AS actors,
                coalesce(array_agg(r.reason ORDER BY r.entity_version) FILTER (WHERE r.reason IS NOT NULL), '{{}}')
                    AS reasons
            FROM wl.users u
            LEFT JOIN jsonb_to_recordset($1) AS h (actor_id bigint, chain_seq bigint) ON h.actor_id = u.id
            CROSS JOIN LATERAL (SELECT * FROM wl.audit_log a
                WHERE a.actor_id = u.id AND a.chain_seq > coalesce(h.chain_seq, 0) OFFSET 0) r
            WHERE r.entity_type IN ('work_order', 'line_item', 'user', 'time_entry', 'setting', 'bill')
            GROUP BY r.entity_type, r.entity_id) c
         CROSS JOIN LATERAL (SELECT a.after, a.note, a.at FROM wl.audit_log a
            WHERE a.entity_type = c.entity_type AND a.entity_id = c.entity_id AND a.entity_version = c.last
            OFFSET 0) l
         LEFT JOIN LATERAL (SELECT a.after, a.note FROM wl.audit_log a
            WHERE a.entity_type = c.entity_type AND a.entity_id = c.entity_id AND a.entity_version = c.first - 1
            OFFSET 0) b ON true
         WHERE CASE c.entity_type
            WHEN 'time_entry' THEN {} OR {}
            WHEN 'work_order' THEN $2 IS NULL OR c.entity_id = ANY ($2)
            WHEN 'line_item' THEN $2 IS NULL OR (l.after ->> 'work_order_id')::bigint = ANY ($2)
            ELSE true END
         ORDER BY c.entity_id",
        in_scope("l.after"),
        in_scope("b.after"),
    ))
    .bind::<Jsonb, _>(serde_json::json!(handed_over.seal.heads))
    .bind::<Nullable<Array<BigInt>>, _>(&scope.order_ids)
    .bind::<Nullable<Timestamptz>, _>(scope.from)
    .bind::<Nullable<Timestamptz>, _>(scope.to)
    .load(tx.conn)?;
    tx.conn
        .batch_execute("SET LOCAL enable_seqscan TO DEFAULT; SET LOCAL jit TO DEFAULT")?;
    Ok(rows)
}

/// With a trail that lacks the sealed records, changes would go unnoticed.
fn require_heads(tx: &mut Tx<'_>, seal: &Seal) -> Result<()> {
    if seal::is_in_trail(tx.conn, seal)? {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::SealNotInTrail,
        "the audit trail doesn't contain the records of that seal",
    )
    .hint("wl audit verify --seal FILE shows what is missing"))
}

fn difference(
    row: &ChangedRow,
    shown: &[&str],
    scope: &Scope,
    names: &Names,
) -> Option<Difference> {
    let is_entry = row.entity_type == Entity::TimeEntry;
    let exported = |image: &Value| match row.entity_type {
        Entity::TimeEntry => scope.shows(image),
        Entity::Setting => is_printed(image),
        _ => image.get("deleted_at").is_none(),
    };
    let resolved =
        |image: &Value, note: &Option<String>| names.resolve(with_note(image, note.as_deref()));
    let after = resolved(&row.after, &row.note);
    let then = match &row.before {
        Some(before) => exported(before).then(|| resolved(before, &row.note_before)),
        None if row.entity_type == Entity::Setting && exported(&row.after) => {
            Some(trail::default_setting(&after))
        }
        None => None,
    };
    let kind = match (&then, exported(&row.after)) {
        (Some(_), true) => DifferenceKind::Changed,
        (Some(_), false) if is_entry && row.after.get("deleted_at").is_none() => {
            // else it has left the orders or the period
            match row.after.get("status") == Some(&Value::from(EntryStatus::Open.as_str())) {
                true => DifferenceKind::Unlocked,
                false => DifferenceKind::Removed,
            }
        }
        (Some(_), false) => DifferenceKind::Removed,
        (None, true) => DifferenceKind::New,
        (None, false) => return None,
    };
    let then = then.unwrap_or_default();
    let mut changes = trail::differences(&then, &after);
    changes.retain(|change| shown.contains(&change.field.as_str()));
    if kind == DifferenceKind::Changed && changes.is_empty() {
        return None;
    }
    let seconds = |image: &Map<String, Value>| {
        let seconds = image.get("duration_seconds").and_then(Value::as_i64);
        seconds.filter(|_| is_entry).unwrap_or(0)
    };
    let now = match exported(&row.after) {
        true => seconds(&after),
        false => 0,
    };
    let text = |field: &str| after.get(field).and_then(Value::as_str).map(str::to_owned);
    let image = row.after.as_object().cloned().unwrap_or_default();
    let Name { place, title } = names.of(row.entity_type, row.entity_id, &image);
    Some(Difference {
        kind,
        entity_type: row.entity_type,
        entity_id: row.entity_id,
        place: place.unwrap_or_default(),
        title,
        user: if is_entry { text("user") } else { None },
        seconds: now - seconds(&then),
        changes,
        actors: distinct(&row.actors),
        reasons: distinct(&row.reasons),
        at: row.at,
    })
}

/// Whether exports depend on a setting.
fn is_printed(image: &Value) -> bool {
    image.get("name") != Some(&Value::from(Setting::StaleAfter.as_str()))
}

impl Difference {
    /// Only accounting's own step with what was handed over.
    fn is_mere_billing(&self) -> bool {
        let billed = Value::from(OrderStatus::Billed.as_str());
        self.entity_type == Entity::WorkOrder
            && self.kind == DifferenceKind::Changed
            && self
                .changes
                .iter()
                .all(|change| change.field == "status" && change.to == billed)
    }

    /// Orders, line items, people and bills come with their first approved time; only a
    /// document of whole orders shows a line item before that.
    fn is_new_parent(&self) -> bool {
        self.entity_type != Entity::TimeEntry && self.kind == DifferenceKind::New
    }
}

/// The trail keeps a note beside the image.
fn with_note(image: &Value, note: Option<&str>) -> Map<String, Value> {
    let mut image = image.as_object().cloned().unwrap_or_default();
    if let Some(note) = note {
        image.insert("note".to_owned(), Value::from(note));
    }
    image
}

/// Each once, in the order of its first time.
fn distinct(texts: &[String]) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for text in texts {
        if !seen.contains(text) {
            seen.push(text.clone());
        }
    }
    seen
}

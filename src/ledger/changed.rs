//! Differences between exports: those of an earlier seal or time, compared with those
//! of now.
//!
//! Uses only the records since then, so the cost grows with the changes and not with the
//! trail.

use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Json, Jsonb, Nullable, Text, Timestamptz};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Tx;
use super::seal::{self, Seal};
use super::trail::{self, FieldChange, Names};
use crate::error::{Error, ErrorKind, Result};
use crate::models::{Entity, EntryStatus, Role};

/// What an export is compared with.
pub enum Baseline {
    Seal(Seal),
    Time(DateTime<Utc>),
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
const SHOWN: [(Entity, &[&str]); 4] = [
    (
        Entity::WorkOrder,
        &["number", "title", "customer", "status"],
    ),
    (Entity::LineItem, &["description", "status"]),
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

/// All differences: orders, line items, users, then time, by rising id.
pub fn since(tx: &mut Tx<'_>, since: &Baseline) -> Result<Vec<Difference>> {
    tx.require(&[Role::Admin, Role::Accountant], "compare exports")?;
    let found = found(tx, since)?;
    let images = found
        .iter()
        .flat_map(|row| [Some(&row.after), row.before.as_ref()]);
    let names = Names::load(tx, images.flatten())?;
    let mut differences = Vec::new();
    for (entity_type, shown) in SHOWN {
        let rows = found.iter().filter(|row| row.entity_type == entity_type);
        differences.extend(rows.filter_map(|row| difference(row, shown, &names)));
    }
    Ok(differences)
}

fn found(tx: &mut Tx<'_>, since: &Baseline) -> Result<Vec<ChangedRow>> {
    let (heads, time) = match since {
        Baseline::Seal(seal) => {
            require_heads(tx, seal)?;
            (Some(serde_json::json!(seal.heads)), None)
        }
        Baseline::Time(time) => (None, Some(*time)),
    };
    // how many records are newer can't be estimated: a wrong guess would read
    // the entire trail, or compile a query that is over in milliseconds
    tx.conn
        .batch_execute("SET LOCAL enable_seqscan = off; SET LOCAL jit = off")?;
    let newer = match since {
        Baseline::Seal(_) => {
            "SELECT r.* FROM wl.users u
             LEFT JOIN jsonb_to_recordset($1) AS h (actor_id bigint, chain_seq bigint) ON h.actor_id = u.id
             CROSS JOIN LATERAL (SELECT * FROM wl.audit_log a
                WHERE a.actor_id = u.id AND a.chain_seq > coalesce(h.chain_seq, 0) OFFSET 0) r"
        }
        Baseline::Time(_) => "SELECT * FROM wl.audit_log r WHERE r.at > $2",
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
            FROM ({newer}) r
            WHERE r.entity_type IN ('work_order', 'line_item', 'user', 'time_entry')
              AND ($1 IS NOT NULL OR $2 IS NOT NULL)
            GROUP BY r.entity_type, r.entity_id) c
         CROSS JOIN LATERAL (SELECT a.after, a.note, a.at FROM wl.audit_log a
            WHERE a.entity_type = c.entity_type AND a.entity_id = c.entity_id AND a.entity_version = c.last
            OFFSET 0) l
         LEFT JOIN LATERAL (SELECT a.after, a.note FROM wl.audit_log a
            WHERE a.entity_type = c.entity_type AND a.entity_id = c.entity_id AND a.entity_version = c.first - 1
            OFFSET 0) b ON true
         ORDER BY c.entity_id"
    ))
    .bind::<Nullable<Jsonb>, _>(heads)
    .bind::<Nullable<Timestamptz>, _>(time)
    .load(tx.conn)?;
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

fn difference(row: &ChangedRow, shown: &[&str], names: &Names) -> Option<Difference> {
    let resolved =
        |image: &Value, note: &Option<String>| names.resolve(with_note(image, note.as_deref()));
    let before = row
        .before
        .as_ref()
        .map(|image| resolved(image, &row.note_before));
    let after = resolved(&row.after, &row.note);
    let is_entry = row.entity_type == Entity::TimeEntry;
    let exported = |image: &Map<String, Value>| match is_entry {
        true => image
            .get("status")
            .is_some_and(|status| status == EntryStatus::Locked.as_str()),
        false => !image.contains_key("deleted_at"),
    };
    let then = before.filter(exported);
    let kind = match (&then, exported(&after)) {
        (Some(_), true) => DifferenceKind::Changed,
        (Some(_), false) if after.contains_key("deleted_at") => DifferenceKind::Removed,
        (Some(_), false) => DifferenceKind::Unlocked,
        // orders, line items and people come with their first approved time
        (None, true) if is_entry => DifferenceKind::New,
        (None, _) => return None,
    };
    let then = then.unwrap_or_default();
    let mut changes = trail::differences(&then, &after);
    changes.retain(|change| shown.contains(&change.field.as_str()));
    if kind == DifferenceKind::Changed && changes.is_empty() {
        return None;
    }
    let seconds = |image: &Map<String, Value>| match is_entry && exported(image) {
        true => image
            .get("duration_seconds")
            .and_then(Value::as_i64)
            .unwrap_or(0),
        false => 0,
    };
    let text = |field: &str| after.get(field).and_then(Value::as_str).map(str::to_owned);
    let place = match row.entity_type {
        Entity::TimeEntry => text("line_item"),
        Entity::WorkOrder => text("number"),
        Entity::LineItem => names.line(row.entity_id),
        Entity::User => text("db_role"),
        Entity::Setting => text("name"),
    };
    Some(Difference {
        kind,
        entity_type: row.entity_type,
        entity_id: row.entity_id,
        place: place.unwrap_or_default(),
        user: if is_entry { text("user") } else { None },
        seconds: seconds(&after) - seconds(&then),
        changes,
        actors: distinct(&row.actors),
        reasons: distinct(&row.reasons),
        at: row.at,
    })
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

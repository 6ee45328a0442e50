//! Reads the audit trail: the newest records, the history of one row, and a row as it
//! was at some time.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Json, Nullable, Text, Timestamptz};
use serde::Serialize;
use serde_json::{Map, Value};

use super::{Setting, Tx};
use crate::error::{Error, Result};
use crate::models::{Action, Entity, Role};
use crate::schema::wl::{line_items, users, work_orders};
use crate::text;

/// A record as `wl audit log` shows it.
#[derive(Debug, Clone, Serialize, QueryableByName)]
pub struct RecordView {
    #[diesel(sql_type = Timestamptz)]
    pub at: DateTime<Utc>,
    #[diesel(sql_type = Text)]
    pub actor: String,
    #[diesel(sql_type = Text)]
    pub actor_role: Role,
    #[diesel(sql_type = Text)]
    pub action: Action,
    #[diesel(sql_type = Text)]
    pub entity_type: Entity,
    #[diesel(sql_type = BigInt)]
    pub entity_id: i64,
    #[diesel(sql_type = BigInt)]
    pub entity_version: i64,
    #[diesel(sql_type = Nullable<Text>)]
    pub reason: Option<String>,
    #[diesel(sql_type = Text)]
    pub op_id: String,
    #[diesel(sql_type = BigInt)]
    pub chain_seq: i64,
    #[diesel(sql_type = Json)]
    pub after: Value,
    /// The note of an entry, which is not in the image; none for ops.
    #[diesel(sql_type = Nullable<Text>)]
    pub note: Option<String>,
    /// 64 hexadecimal digits.
    #[diesel(sql_type = Text)]
    pub hash: String,
    /// What the row is called now; from other tables, after the records are read.
    #[diesel(sql_type = Nullable<Text>)]
    pub place: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub title: Option<String>,
}

#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub actor: Option<String>,
    pub action: Option<String>,
    pub entity: Option<(Entity, i64)>,
    pub op_id: Option<String>,
    pub since: Option<DateTime<Utc>>,
    /// Records up to this instant.
    pub until: Option<DateTime<Utc>>,
    /// Only this many, the newest.
    pub limit: Option<i64>,
}

/// The newest records that the reader may see, oldest first, with the names of their rows.
pub fn log(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<RecordView>> {
    let mut records = records(tx, filter)?;
    let names = Names::load(tx, records.iter().map(|record| &record.after))?;
    for record in &mut records {
        let image = record.after.as_object().cloned().unwrap_or_default();
        let Name { place, title } = names.of(record.entity_type, record.entity_id, &image);
        (record.place, record.title) = (place, title);
    }
    Ok(records)
}

fn records(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<RecordView>> {
    // ops have no right to the column at all
    let note = if tx.actor.role == Role::Ops {
        "NULL::text"
    } else {
        "r.note"
    };
    let actor = filter.actor.as_deref().map(text::name_key);
    // by their IDs, which have an index
    let actors = actor.as_deref().map(|key| people(tx, key)).transpose()?;
    Ok(diesel::sql_query(format!(
        "SELECT * FROM (
            SELECT r.id, r.at, r.actor_login AS actor, r.actor_role, r.action, r.entity_type, r.entity_id,
                r.entity_version, r.reason, r.op_id, r.chain_seq, r.after, {note} AS note,
                encode(r.hash, 'hex') AS hash, NULL::text AS place, NULL::text AS title
            FROM wl.audit_log r
            WHERE ($1 IS NULL OR r.actor_id = ANY ($1))
              AND ($2 IS NULL OR starts_with(r.action, $2))
              AND ($3 IS NULL OR r.entity_type = $3)
              AND ($4 IS NULL OR r.entity_id = $4)
              AND ($5 IS NULL OR r.op_id = $5)
              AND ($6 IS NULL OR r.at >= $6)
              AND ($7 IS NULL OR r.at <= $7)
            ORDER BY r.id DESC LIMIT $8) newest
         ORDER BY id"
    ))
    .bind::<Nullable<Array<BigInt>>, _>(actors)
    .bind::<Nullable<Text>, _>(&filter.action)
    .bind::<Nullable<Text>, _>(filter.entity.map(|(kind, _)| kind))
    .bind::<Nullable<BigInt>, _>(filter.entity.map(|(_, id)| id))
    .bind::<Nullable<Text>, _>(filter.op_id.as_deref().map(text::composed))
    .bind::<Nullable<Timestamptz>, _>(filter.since)
    .bind::<Nullable<Timestamptz>, _>(filter.until)
    .bind::<Nullable<BigInt>, _>(filter.limit)
    .load(tx.conn)?)
}

/// Who has this login, which never changes.
fn people(tx: &mut Tx<'_>, key: &str) -> Result<Vec<i64>> {
    let has_key = sql::<Bool>("wl.name_key(db_role::text) = ").bind::<Text, _>(key);
    Ok(users::table
        .filter(has_key)
        .select(users::id)
        .load(tx.conn)?)
}

/// One change of one row, as `wl audit show` shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    pub at: DateTime<Utc>,
    pub actor: String,
    pub action: Action,
    pub reason: Option<String>,
    /// Changes since the one before that the reader may not see. Which of them
    /// changed what can't be shown then, and `changes` is empty.
    pub unseen: i64,
    pub changes: Vec<FieldChange>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    pub field: String,
    pub from: Value,
    pub to: Value,
}

/// Fields that only restate who and when, which every record says anyway.
const SILENT: [&str; 14] = [
    "v",
    "id",
    "created_at",
    "created_by",
    "touched_by",
    "approvals",
    "edited_at",
    "edited_by",
    "edited_reason",
    "made_at",
    "made_by",
    "cancelled_by",
    "cancel_reason",
    // the day `until` ends then
    "until_ts",
];

/// The history of one row: what each change changed, with old and new values. People
/// and line items are shown by name.
pub fn history(tx: &mut Tx<'_>, entity: Entity, id: i64) -> Result<Vec<Change>> {
    let filter = Filter {
        entity: Some((entity, id)),
        ..Filter::default()
    };
    let records = records(tx, &filter)?;
    let names = Names::load(tx, records.iter().map(|record| &record.after))?;
    let (mut version, mut before) = (0, Map::new());
    let mut history = Vec::new();
    for record in records {
        let after = names.resolve(fields(&record));
        if entity == Entity::Setting && version == 0 {
            before = default_setting(&after);
        }
        let unseen = record.entity_version - version - 1;
        history.push(Change {
            at: record.at,
            actor: record.actor,
            action: record.action,
            reason: record.reason,
            unseen,
            changes: match unseen {
                0 => differences(&before, &after),
                _ => Vec::new(),
            },
        });
        (version, before) = (record.entity_version, after);
    }
    Ok(history)
}

/// The value of a setting before its first change: the migration wrote it, and there is
/// no record of that.
pub(super) fn default_setting(changed: &Map<String, Value>) -> Map<String, Value> {
    let name = changed.get("name").and_then(Value::as_str);
    let setting = name.and_then(|name| name.parse::<Setting>().ok());
    let value = setting.and_then(|setting| setting.definition().default);
    let mut before = changed.clone();
    before.remove("value");
    before.extend(value.map(|value| ("value".to_owned(), Value::from(value))));
    before
}

/// What a row is called now.
#[derive(Debug, Clone, Default)]
pub(super) struct Name {
    /// `ORDER/LINE` of an entry or a line item, the number of an order or a bill, the login
    /// of a user, the name of a setting.
    pub place: Option<String>,
    /// The description of the line item, the title of the order, the name of the person.
    pub title: Option<String>,
}

/// Logins, line items and orders behind the ids in images.
pub(super) struct Names {
    users: HashMap<i64, String>,
    /// `ORDER/LINE` and the description.
    lines: HashMap<i64, (String, String)>,
}

impl Names {
    pub(super) fn load<'i>(
        tx: &mut Tx<'_>,
        images: impl Iterator<Item = &'i Value>,
    ) -> Result<Self> {
        let lines: Vec<i64> = images
            .filter_map(|image| {
                let of_entry = image.get("line_item_id");
                // a line item's own image has its position
                let own = || image.get("position").and_then(|_| image.get("id"));
                of_entry.or_else(own)?.as_i64()
            })
            .collect();
        let lines: Vec<(i64, i32, String, String)> = line_items::table
            .inner_join(work_orders::table.on(work_orders::id.eq(line_items::work_order_id)))
            .filter(line_items::id.eq_any(lines))
            .select((
                line_items::id,
                line_items::position,
                line_items::description,
                work_orders::number,
            ))
            .load(tx.conn)?;
        Ok(Self {
            users: users::table
                .select((users::id, users::db_role))
                .load(tx.conn)?
                .into_iter()
                .collect(),
            lines: lines
                .into_iter()
                .map(|(id, position, text, number)| (id, (format!("{number}/{position}"), text)))
                .collect(),
        })
    }

    /// What a row with this image is called.
    pub(super) fn of(&self, entity: Entity, id: i64, image: &Map<String, Value>) -> Name {
        let text = |field: &str| image.get(field).and_then(Value::as_str).map(str::to_owned);
        let line = |id: i64| match self.lines.get(&id).cloned() {
            Some((place, title)) => (Some(place), Some(title)),
            None => (None, None),
        };
        let of_entry = image.get("line_item_id").and_then(Value::as_i64);
        let (place, title) = match entity {
            Entity::TimeEntry => of_entry.map_or((None, None), line),
            Entity::LineItem => line(id),
            Entity::WorkOrder => (text("number"), text("title")),
            Entity::User => (text("db_role"), text("full_name")),
            Entity::Setting => (text("name"), None),
            Entity::Bill => (Some(id.to_string()), text("customer")),
            Entity::Document => (text("sha256"), None),
            Entity::Letterhead => (text("organisation"), None),
        };
        Name { place, title }
    }

    /// The image with logins and line items in place of their ids.
    pub(super) fn resolve(&self, image: Map<String, Value>) -> Map<String, Value> {
        let named = |value: &Value, name: &dyn Fn(i64) -> Option<String>| {
            let name = value.as_i64().and_then(name);
            name.map_or_else(|| value.clone(), Value::from)
        };
        let login = |id| self.users.get(&id).cloned();
        let line = |id| Some(self.lines.get(&id)?.0.clone());
        image
            .into_iter()
            .filter(|(field, _)| field != "work_order_id")
            .map(|(field, value)| match field.as_str() {
                "user_id" => ("user".to_owned(), named(&value, &login)),
                "approved_by" => (field, named(&value, &login)),
                "line_item_id" => ("line_item".to_owned(), named(&value, &line)),
                _ => (field, value),
            })
            .collect()
    }
}

/// A row at some instant, according to the trail alone.
pub fn as_of(
    tx: &mut Tx<'_>,
    entity: Entity,
    id: i64,
    at: DateTime<Utc>,
) -> Result<Map<String, Value>> {
    let filter = Filter {
        entity: Some((entity, id)),
        until: Some(at),
        limit: Some(1),
        ..Filter::default()
    };
    let found = records(tx, &filter)?;
    found.first().map(fields).ok_or_else(|| {
        Error::not_found(format!(
            "the audit records that you may see don't show {} {id} at that time",
            entity.words()
        ))
        .hint("give a later time; see the records with: wl audit log")
    })
}

/// A record's image, with the note itself.
fn fields(record: &RecordView) -> Map<String, Value> {
    let mut fields = record.after.as_object().cloned().unwrap_or_default();
    if let Some(note) = &record.note {
        fields.insert("note".to_owned(), Value::from(note.as_str()));
    }
    fields
}

pub(super) fn differences(
    before: &Map<String, Value>,
    after: &Map<String, Value>,
) -> Vec<FieldChange> {
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let of = |map: &Map<String, Value>, name: &str| map.get(name).cloned().unwrap_or(Value::Null);
    names
        .into_iter()
        .filter(|name| !SILENT.contains(&name.as_str()))
        .map(|name| FieldChange {
            field: name.clone(),
            from: of(before, name),
            to: of(after, name),
        })
        .filter(|change| change.from != change.to)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_names_what_came_and_what_went() {
        let map = |text: &str| serde_json::from_str::<Map<String, Value>>(text).unwrap();
        let changes = differences(
            &map(r#"{"v": 1, "status": "OPEN", "note": "x"}"#),
            &map(r#"{"v": 1, "status": "LOCKED", "approved_by": 2}"#),
        );
        let told: Vec<_> = changes
            .iter()
            .map(|c| format!("{} {} {}", c.field, c.from, c.to))
            .collect();
        assert_eq!(
            told,
            [
                "approved_by null 2",
                "note \"x\" null",
                r#"status "OPEN" "LOCKED""#
            ]
        );
    }
}

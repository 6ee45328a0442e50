//! Operations that `wl undo` doesn't reverse: what each was, and the command for it.

use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::records::Record;
use crate::error::{Error, ErrorKind};
use crate::ledger::Tx;
use crate::models::{Action, Entity};
use crate::{text, time};

/// Says what the operation was and which command corrects it.
pub(super) fn refusal(tx: &mut Tx<'_>, operation: &str, done: &[Record], zone: Tz) -> Error {
    if let Some(error) = import(operation, done, zone) {
        return error;
    }
    let Some(main) = main_record(done) else {
        return Error::bug(format!("operation {operation} has no records"));
    };
    let name = match name(tx, main) {
        Ok(name) => name,
        Err(error) => return error,
    };
    let more = match done.len() - 1 {
        0 => String::new(),
        more => format!(", and {}", text::counted(more, "more row", "more rows")),
    };
    let error = Error::new(
        ErrorKind::UndoOther,
        format!(
            "your newest operation is {} of {} {name}{more}, on {}; wl undo reverses only what you did to your own time",
            main.action,
            main.entity_type.words(),
            time::show_day_clock(main.at, zone)
        ),
    );
    let see = format!(
        "see it with: wl audit log --operation {}",
        text::shell_word(operation)
    );
    error.hint(match correction(main.action, &text::shell_word(&name)) {
        Some(command) => format!("correct it with: {command}; {see}"),
        None => see,
    })
}

/// Of an import of time, which nobody wants to undo row by row.
fn import(operation: &str, done: &[Record], zone: Tz) -> Option<Error> {
    let entries = done.iter().filter(|record| record.is_time());
    let (first, count) = (done.first()?, entries.clone().count());
    let added = entries
        .clone()
        .all(|entry| entry.action == Action::EntryAdd);
    // an import may add the orders and line items of its time
    if !added || count == 0 || done.len() < 2 {
        return None;
    }
    let error = Error::new(
        ErrorKind::UndoOther,
        format!(
            "your newest operation was an import of {}, on {}; wl undo doesn't reverse an import",
            text::counted(count, "entry", "entries"),
            time::show_day_clock(first.at, zone)
        ),
    );
    Some(error.hint(format!(
        "list the entries with: wl audit log --operation {}; remove one with: wl entry remove ID",
        text::shell_word(operation)
    )))
}

/// The record that the operation was for: a bill brings others with it.
fn main_record(done: &[Record]) -> Option<&Record> {
    let bill = done
        .iter()
        .find(|record| record.entity_type == Entity::Bill);
    bill.or_else(|| done.first())
}

/// What people call the row.
fn name(tx: &mut Tx<'_>, record: &Record) -> crate::error::Result<String> {
    #[derive(QueryableByName)]
    struct Name {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let sql = match record.entity_type {
        Entity::WorkOrder => "SELECT o.number AS name FROM wl.work_orders o WHERE o.id = $1",
        Entity::LineItem => {
            "SELECT o.number || '/' || l.position AS name FROM wl.line_items l
             JOIN wl.work_orders o ON o.id = l.work_order_id WHERE l.id = $1"
        }
        Entity::User => "SELECT u.db_role::text AS name FROM wl.users u WHERE u.id = $1",
        Entity::Setting => "SELECT s.name FROM wl.settings s WHERE s.id = $1",
        Entity::TimeEntry | Entity::Bill | Entity::Document | Entity::Letterhead => {
            return Ok(record.entity_id.to_string());
        }
    };
    let found: Name = diesel::sql_query(sql)
        .bind::<BigInt, _>(record.entity_id)
        .get_result(tx.conn)?;
    Ok(found.name)
}

/// The command that takes such a change back.
fn correction(action: Action, name: &str) -> Option<String> {
    Some(match action {
        Action::TimerStart | Action::EntryAdd | Action::EntryRestore => {
            format!("wl entry remove {name} --reason TEXT")
        }
        Action::TimerStop | Action::TimerAutoStop | Action::EntryEdit => {
            format!("wl entry edit {name} --reason TEXT")
        }
        Action::TimerCancel | Action::EntryRemove => {
            format!("wl entry restore {name} --reason TEXT")
        }
        Action::EntryApprove => format!("wl unlock {name} --reason TEXT"),
        Action::EntryUnlock => format!("wl approve --entry {name}"),
        Action::OrderAdd | Action::OrderRestore => format!("wl order remove {name}"),
        Action::OrderEdit => format!("wl order edit {name}"),
        Action::OrderStatus => format!("wl order status {name} STATUS"),
        Action::OrderRemove => format!("wl order restore {name}"),
        Action::LineAdd | Action::LineRestore => format!("wl line remove {name}"),
        Action::LineEdit => format!("wl line edit {name}"),
        Action::LineStatus => format!("wl line status {name} STATUS"),
        Action::LineRemove => format!("wl line restore {name}"),
        Action::UserAdd | Action::UserRestore => format!("wl user remove {name}"),
        Action::UserEdit => format!("wl user rename {name} --full-name NAME"),
        Action::UserRole => format!("wl user role {name} ROLE"),
        Action::UserRemove => format!("wl user restore {name}"),
        Action::SettingsChange => format!("wl settings set {name} VALUE"),
        Action::BillAdd => format!("wl bill cancel {name} --reason TEXT"),
        Action::BillCancel => "wl bill add".to_owned(),
        // what was handed over stays registered
        Action::DocumentAdd | Action::LetterheadAdd => return None,
    })
}

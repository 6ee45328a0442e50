//! Writing audit records. The client names the row, the action, the reason
//! and the operation; the database stamps everything else and refuses what
//! does not match the change.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text};

use super::Tx;
use crate::error::Result;

/// The closed list of actions, and the entity each is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    TimerStart,
    TimerStop,
    TimerAutoStop,
    EntryAdd,
    EntryEdit,
    EntryApprove,
    EntryUnlock,
    EntryRemove,
    EntryRestore,
    OrderAdd,
    OrderEdit,
    OrderStatus,
    OrderRemove,
    OrderRestore,
    LineAdd,
    LineEdit,
    LineStatus,
    LineRemove,
    LineRestore,
    UserAdd,
    UserEdit,
    UserRole,
    UserRemove,
    UserRestore,
    SettingsChange,
}

impl Action {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TimerStart => "timer.start",
            Self::TimerStop => "timer.stop",
            Self::TimerAutoStop => "timer.auto_stop",
            Self::EntryAdd => "entry.add",
            Self::EntryEdit => "entry.edit",
            Self::EntryApprove => "entry.approve",
            Self::EntryUnlock => "entry.unlock",
            Self::EntryRemove => "entry.remove",
            Self::EntryRestore => "entry.restore",
            Self::OrderAdd => "order.add",
            Self::OrderEdit => "order.edit",
            Self::OrderStatus => "order.status",
            Self::OrderRemove => "order.remove",
            Self::OrderRestore => "order.restore",
            Self::LineAdd => "line.add",
            Self::LineEdit => "line.edit",
            Self::LineStatus => "line.status",
            Self::LineRemove => "line.remove",
            Self::LineRestore => "line.restore",
            Self::UserAdd => "user.add",
            Self::UserEdit => "user.edit",
            Self::UserRole => "user.role",
            Self::UserRemove => "user.remove",
            Self::UserRestore => "user.restore",
            Self::SettingsChange => "settings.change",
        }
    }

    fn entity_type(self) -> &'static str {
        match self.as_str().split_once('.') {
            Some(("order", _)) => "work_order",
            Some(("line", _)) => "line_item",
            Some(("user", _)) => "user",
            Some(("settings", _)) => "setting",
            _ => "time_entry",
        }
    }
}

/// Records the change just made to the row `id`.
pub fn record(tx: &mut Tx<'_>, action: Action, id: i64, reason: Option<&str>) -> Result<()> {
    record_all(tx, action, &[id], reason)
}

/// Records the same change of many rows, in one statement.
pub fn record_all(
    tx: &mut Tx<'_>,
    action: Action,
    ids: &[i64],
    reason: Option<&str>,
) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
         SELECT $1, id, $2, $3, $4 FROM unnest($5) WITH ORDINALITY AS changed (id, place) ORDER BY place",
    )
    .bind::<Text, _>(action.entity_type())
    .bind::<Text, _>(action.as_str())
    .bind::<Nullable<Text>, _>(reason)
    .bind::<Text, _>(tx.operation)
    .bind::<Array<BigInt>, _>(ids)
    .execute(tx.conn)?;
    Ok(())
}

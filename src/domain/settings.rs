//! Reads and changes the settings of the database; changes are audited.

use diesel::prelude::*;

use crate::error::Result;
use crate::ledger::audit;
use crate::ledger::{Setting, Tx};
use crate::models::{Action, Role};
use crate::schema::wl::settings;

/// All settings with their values, as people write them.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<(String, Option<String>)>> {
    let rows: Vec<(String, Option<String>)> = settings::table
        .order(settings::id)
        .select((settings::name, settings::value))
        .load(tx.conn)?;
    Ok(rows
        .into_iter()
        .map(|(name, value)| {
            // a newer schema may have settings that this program does not know
            let shown = match name.parse::<Setting>() {
                Ok(setting) => value.as_deref().map(setting.definition().show),
                Err(_) => value,
            };
            (name, shown)
        })
        .collect())
}

/// Sets one; an empty value removes it. False: nothing changed.
pub fn set(tx: &mut Tx<'_>, name: Setting, value: &str, reason: Option<&str>) -> Result<bool> {
    tx.require(&[Role::Admin], "change a setting")?;
    let value = (name.definition().parse)(value)?;
    let (id, old): (i64, Option<String>) = settings::table
        .filter(settings::name.eq(name))
        .select((settings::id, settings::value))
        .for_no_key_update()
        .get_result(tx.conn)?;
    if old == value {
        return Ok(false);
    }
    diesel::update(settings::table.find(id))
        .set(settings::value.eq(&value))
        .execute(tx.conn)?;
    audit::record(tx, Action::SettingsChange, id, reason)?;
    Ok(true)
}

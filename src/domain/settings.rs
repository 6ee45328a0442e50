//! Reads and changes the settings of the database; changes are audited.

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::ledger::audit;
use crate::ledger::{Setting, Tx};
use crate::models::{Action, Role};
use crate::schema::wl::{logos, settings};
use crate::text;

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

/// Stores a logo and makes it the one of documents. None: nothing changed.
pub fn set_logo(tx: &mut Tx<'_>, png: &[u8], reason: Option<&str>) -> Result<Option<Changed>> {
    tx.require(&[Role::Admin], "change a setting")?;
    let hash = Sha256::digest(png);
    diesel::insert_into(logos::table)
        .values((logos::sha256.eq(hash.as_slice()), logos::png.eq(png)))
        .on_conflict_do_nothing()
        .execute(tx.conn)?;
    set(tx, Setting::Logo, &hex::encode(hash), reason)
}

/// A setting's value before and after, as it is shown; None: it has none.
pub struct Changed {
    pub old: Option<String>,
    pub new: Option<String>,
}

/// Sets one; an empty value removes it. None: nothing changed.
pub fn set(
    tx: &mut Tx<'_>,
    name: Setting,
    value: &str,
    reason: Option<&str>,
) -> Result<Option<Changed>> {
    tx.require(&[Role::Admin], "change a setting")?;
    let value = (name.definition().parse)(&text::composed(value))?;
    let (id, old): (i64, Option<String>) = settings::table
        .filter(settings::name.eq(name))
        .select((settings::id, settings::value))
        .for_no_key_update()
        .get_result(tx.conn)?;
    if old == value {
        return Ok(None);
    }
    diesel::update(settings::table.find(id))
        .set(settings::value.eq(&value))
        .execute(tx.conn)?;
    audit::record(tx, Action::SettingsChange, id, reason)?;
    let show = name.definition().show;
    Ok(Some(Changed {
        old: old.as_deref().map(show),
        new: value.as_deref().map(show),
    }))
}

//! Settings that were never changed.

use diesel::prelude::*;

use super::problems::{Problem, Report};
use crate::error::Result;
use crate::ledger::Tx;
use crate::ledger::settings::Setting;
use crate::models::Entity;
use crate::schema::wl::settings;

/// A setting that was never changed has no record, so it must be as the migration
/// wrote it: version 0 with its default.
pub fn verify_settings(tx: &mut Tx<'_>, report: &mut Report) -> Result<()> {
    let stored: Vec<(i64, String, Option<String>, i64)> = settings::table
        .select((
            settings::id,
            settings::name,
            settings::value,
            settings::row_version,
        ))
        .load(tx.conn)?;
    for (id, setting) in (1..).zip(Setting::ALL) {
        let default = setting.definition().default;
        let holds = stored.iter().any(|(stored_id, name, value, version)| {
            (*stored_id, name.as_str()) == (id, setting.as_str())
                && (*version > 0 || value.as_deref() == default)
        });
        if !holds {
            report.add(Problem {
                entity_type: Entity::Setting.as_str().to_owned(),
                entity_id: id,
                entity_version: 0,
                problem: format!(
                    "the setting {setting} is not the default, but no record changes it"
                ),
            });
        }
    }
    Ok(())
}

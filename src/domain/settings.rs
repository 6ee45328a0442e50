//! The settings of the whole database: few, audited.

use diesel::prelude::*;

use crate::error::Result;
use crate::ledger::Tx;
use crate::ledger::audit;
use crate::models::{Action, Role};
use crate::schema::wl::settings;
use crate::time;

/// The settings there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Name {
    /// Printed on top of exports
    Organisation,
    /// Time zone, such as Europe/Berlin
    Zone,
    /// How long a timer may run, such as 8h
    StaleAfter,
    /// on: nobody approves time of their own
    TwoPairsOfEyes,
}

impl Name {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Zone => "zone",
            Self::StaleAfter => "stale_after",
            Self::TwoPairsOfEyes => "two_pairs_of_eyes",
        }
    }
}

/// All settings with their values, as people write them.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<(String, Option<String>)>> {
    let rows: Vec<(String, Option<String>)> = settings::table
        .order(settings::id)
        .select((settings::name, settings::value))
        .load(tx.conn)?;
    Ok(rows
        .into_iter()
        .map(|(name, value)| {
            let shown = match (
                name.as_str(),
                value.as_deref().and_then(|value| value.parse().ok()),
            ) {
                ("stale_after", Some(seconds)) => Some(time::show_duration(seconds)),
                _ => value,
            };
            (name, shown)
        })
        .collect())
}

/// Sets one; an empty value goes back to none. False: it was so already.
pub fn set(tx: &mut Tx<'_>, name: Name, value: &str, reason: Option<&str>) -> Result<bool> {
    tx.require(&[Role::Admin], "change a setting")?;
    let value = match name {
        Name::StaleAfter => Some(time::parse_duration(value)?.to_string()),
        Name::Zone if !value.is_empty() => Some(time::zone_by_name(value)?.name().to_owned()),
        Name::TwoPairsOfEyes => Some(value.to_lowercase()),
        _ => Some(value.to_owned()).filter(|value| !value.is_empty()),
    };
    let (id, old): (i64, Option<String>) = settings::table
        .filter(settings::name.eq(name.as_str()))
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

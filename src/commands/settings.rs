//! `wl settings`.

use std::path::Path;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::complete;
use crate::cli::app::App;
use crate::cli::{Column, Row};
use crate::domain::settings;
use crate::error::Result;
use crate::ledger::Setting;
use crate::logo;
use crate::text;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show all settings
    Show,
    /// Change a setting; an empty value removes it
    Set(Set),
}

#[derive(Debug, Args)]
pub struct Set {
    /// Name of the setting
    #[arg(value_enum, value_name = "NAME")]
    name: Setting,
    /// New value; for logo, the name of a PNG file
    #[arg(value_name = "VALUE", add = complete::setting_values())]
    value: String,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Serialize)]
struct SettingView {
    name: String,
    value: Option<String>,
}

impl Row for SettingView {
    const FIELDS: &'static [&'static str] = &["name", "value"];
    const COLUMNS: &'static [Column] = &[
        Column::left("name", "Setting"),
        Column::below("value", "Value"),
    ];
}

pub fn run(app: &mut App, command: Option<Command>) -> Result<()> {
    app.in_any_zone();
    match command.unwrap_or(Command::Show) {
        Command::Show => {
            let all = app.read(|tx, _| settings::list(tx))?;
            let views: Vec<_> = all
                .into_iter()
                .map(|(name, value)| SettingView { name, value })
                .collect();
            app.rows(&views, "")
        }
        Command::Set(args) => {
            let reason = args.reason.as_deref();
            let changed = if args.name == Setting::Logo && !args.value.is_empty() {
                let png = logo::read(Path::new(&args.value))?;
                app.write(|tx, _| settings::set_logo(tx, &png, reason))?
            } else {
                app.write(|tx, _| settings::set(tx, args.name, &args.value, reason))?
            };
            app.say(match changed {
                Some(changed) => sentence(args.name, &changed),
                None => super::NOTHING_CHANGED.to_owned(),
            });
            Ok(())
        }
    }
}

/// `Set zone: UTC -> Europe/Berlin.`
fn sentence(name: Setting, changed: &settings::Changed) -> String {
    if name == Setting::Logo {
        // its value is a hash
        return format!("Set {name}.");
    }
    let shown = |value: &Option<String>| match value {
        Some(value) => text::short(value, 60),
        None => "(none)".to_owned(),
    };
    format!(
        "Set {name}: {} -> {}.",
        shown(&changed.old),
        shown(&changed.new)
    )
}

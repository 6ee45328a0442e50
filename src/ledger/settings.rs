//! The settings of the database. Each has its only definition in the program here.
//! `tests/it/enums.rs` compares the definitions with the database: names, order,
//! defaults and checks.

use chrono_tz::Tz;
use serde_json::{Map, Value};

use crate::error::{Error, ErrorKind, Result};
use crate::models::{Language, text_enum};
use crate::{text, time};

text_enum! {
    /// All settings, in the order of their IDs.
    pub enum Setting {
        /// Printed at the top of PDFs
        Organisation = "organisation",
        /// Time zone, such as Europe/Berlin
        Zone = "zone",
        /// How long a timer may run and an entry may be, such as 8h
        StaleAfter = "stale_after",
        /// If on, admins can't approve time that they worked, entered or changed
        TwoPairsOfEyes = "two_pairs_of_eyes",
        /// Printed below the organisation; may have several lines
        Address = "address",
        /// Printed at the foot of every page of a PDF; may have several lines
        Footer = "footer",
        /// Language of PDFs: en, de, fr, es, it or nl
        Language = "language",
        /// Printed on PDFs: the name of a PNG file of at most 256 KiB
        Logo = "logo",
    }
}

/// The zone until `wl init` sets it, in the transaction that adds the first user.
const UTC: &str = "UTC";

/// Everything about a setting except its name and its help.
pub struct Definition {
    /// The value that the migration wrote; None: no value.
    pub default: Option<&'static str>,
    /// The database's check of the value, in SQL.
    pub check: &'static str,
    /// Turns typed text into the stored value; None: no value.
    pub parse: fn(&str) -> Result<Option<String>>,
    /// Shows a stored value to a person.
    pub show: fn(&str) -> String,
}

impl Setting {
    pub fn definition(self) -> Definition {
        match self {
            Self::Organisation => Definition {
                default: None,
                check: "length(value) <= 200",
                parse: |typed| Ok(Some(typed.to_owned()).filter(|value| !value.is_empty())),
                show: str::to_owned,
            },
            Self::Zone => Definition {
                default: Some(UTC),
                check: "value IS NOT NULL AND length(value) <= 64",
                parse: |typed| Ok(Some(time::zone_by_name(typed)?.name().to_owned())),
                show: str::to_owned,
            },
            // seconds, from a minute to a year
            Self::StaleAfter => Definition {
                default: Some("28800"),
                check: "value IS NOT NULL AND value ~ '^[1-9][0-9]{1,7}$'
                    AND value::bigint BETWEEN 60 AND 31536000",
                parse: |typed| Ok(Some(time::parse_duration(typed)?.to_string())),
                show: |stored| {
                    seconds(stored).map_or_else(|| stored.to_owned(), time::show_duration)
                },
            },
            Self::TwoPairsOfEyes => Definition {
                default: Some("on"),
                check: "value IS NOT NULL AND value IN ('on', 'off')",
                parse: |typed| switch("two_pairs_of_eyes", typed).map(Some),
                show: str::to_owned,
            },
            Self::Address => Definition {
                default: None,
                check: "length(value) <= 500 AND cardinality(string_to_array(value, chr(10))) <= 8",
                parse: |typed| block("an address", typed, 8),
                show: str::to_owned,
            },
            Self::Footer => Definition {
                default: None,
                check: "length(value) <= 500 AND cardinality(string_to_array(value, chr(10))) <= 4",
                parse: |typed| block("a footer", typed, 4),
                show: str::to_owned,
            },
            Self::Language => Definition {
                default: Some(Language::En.as_str()),
                check: "value IS NOT NULL AND value IN ('en', 'de', 'fr', 'es', 'it', 'nl')",
                parse: |typed| language(typed).map(Some),
                show: str::to_owned,
            },
            // the command stores the file and gives its hash
            Self::Logo => Definition {
                default: None,
                check: "value ~ '^[0-9a-f]{64}$'",
                parse: |typed| Ok(Some(typed.to_owned()).filter(|hash| !hash.is_empty())),
                show: str::to_owned,
            },
        }
    }
}

/// The values that commands need.
#[derive(Debug, Clone)]
pub struct Settings {
    pub organisation: Option<String>,
    /// A name; [`Settings::time_zone`] is the zone.
    pub zone: String,
    /// Seconds; longer timers are stale, longer entries need `--accept-long`.
    pub stale_after: i64,
    pub two_pairs_of_eyes: bool,
    pub address: Option<String>,
    pub footer: Option<String>,
    pub language: Language,
    /// The SHA-256 of a row of `wl.logos`, in hexadecimal.
    pub logo: Option<String>,
}

impl Settings {
    /// Reads the stored values by name. A missing or unreadable value is the default.
    pub(super) fn of(stored: Option<&Map<String, Value>>) -> Result<Self> {
        let value = |setting: Setting| stored?.get(setting.as_str())?.as_str();
        let default = |setting: Setting| setting.definition().default;
        let stale_after = value(Setting::StaleAfter).and_then(seconds);
        let two_pairs_of_eyes = value(Setting::TwoPairsOfEyes);
        Ok(Self {
            organisation: value(Setting::Organisation).map(str::to_owned),
            zone: value(Setting::Zone).unwrap_or(UTC).to_owned(),
            stale_after: stale_after
                .or_else(|| default(Setting::StaleAfter).and_then(seconds))
                .ok_or_else(|| Error::bug("stale_after has no default"))?,
            two_pairs_of_eyes: two_pairs_of_eyes.or(default(Setting::TwoPairsOfEyes))
                != Some("off"),
            address: value(Setting::Address).map(str::to_owned),
            footer: value(Setting::Footer).map(str::to_owned),
            language: value(Setting::Language)
                .and_then(Language::named)
                .unwrap_or(Language::En),
            logo: value(Setting::Logo).map(str::to_owned),
        })
    }
}

impl Settings {
    /// The zone of all days, periods and typed times.
    ///
    /// The server may know newer zones than this program: then it is an
    /// [`crate::exit::CONFIG`] error.
    pub fn time_zone(&self) -> Result<Tz> {
        let zone = time::stored_zone(&self.zone, "the settings");
        zone.map_err(|error| {
            error.hint("install a newer wl, or change it with: wl settings set zone NAME")
        })
    }
}

fn seconds(stored: &str) -> Option<i64> {
    stored.parse().ok()
}

fn switch(what: &str, typed: &str) -> Result<String> {
    let value = typed.to_lowercase();
    match value.as_str() {
        "on" | "off" => Ok(value),
        _ => Err(Error::new(
            ErrorKind::SettingsValueCheck,
            format!("{what} is on or off, not {typed}"),
        )
        .hint(format!("type: wl settings set {what} on"))),
    }
}

/// A text of several lines, without blank space at its end.
fn block(what: &str, typed: &str, lines: usize) -> Result<Option<String>> {
    let text = typed.replace("\r\n", "\n").trim_end().to_owned();
    if text.chars().count() > 500 || text.split('\n').count() > lines {
        return Err(Error::data(format!(
            "{what} has at most 500 characters and {lines} lines; this one has {} and {}",
            text.chars().count(),
            text.split('\n').count()
        )));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

fn language(typed: &str) -> Result<String> {
    let known = Language::named(&typed.to_lowercase());
    known.map(|language| language.to_string()).ok_or_else(|| {
        let names = Language::ALL.map(Language::as_str).join(", ");
        Error::usage(format!("unknown language {}", text::short(typed, 60)))
            .hint(format!("languages: {names}"))
    })
}

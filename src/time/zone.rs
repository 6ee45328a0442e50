//! Which time zone local times are read and shown in.

use chrono_tz::{TZ_VARIANTS, Tz};

use crate::error::{Error, ErrorKind, Result};
use crate::text;

/// A zone by its IANA name in any case: `europe/berlin`.
///
/// An unknown name is an [`crate::exit::DATA`] error.
pub fn zone_by_name(name: &str) -> Result<Tz> {
    let name = name.trim();
    find(|known| known.eq_ignore_ascii_case(name)).ok_or_else(|| {
        let hint = match find(|known| city(known).eq_ignore_ascii_case(city(name))) {
            Some(similar) => format!("did you mean {}?", similar.name()),
            None => "write it as Europe/Berlin, America/New_York or UTC".to_owned(),
        };
        let shown = text::short(name, 60);
        Error::new(
            ErrorKind::SettingZone,
            format!("\"{shown}\" is not the name of a time zone"),
        )
        .hint(hint)
    })
}

/// The zone that the database names for `owner`. The server may know newer zones than this
/// program: then it is an [`crate::exit::CONFIG`] error.
pub fn stored_zone(name: &str, owner: &str) -> Result<Tz> {
    zone_by_name(name).map_err(|_| {
        let shown = text::short(name, 60);
        Error::config(format!(
            "this wl does not know the time zone {shown} of {owner}"
        ))
        .hint("install a newer wl")
    })
}

/// The IANA names of all zones.
pub fn zone_names() -> impl Iterator<Item = &'static str> {
    TZ_VARIANTS.into_iter().map(Tz::name)
}

fn find(matches: impl Fn(&str) -> bool) -> Option<Tz> {
    TZ_VARIANTS.into_iter().find(|zone| matches(zone.name()))
}

/// `Berlin` of `Europe/Berlin`.
fn city(name: &str) -> &str {
    name.rsplit_once('/').map_or(name, |(_, city)| city)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit;

    #[test]
    fn names() {
        assert_eq!(zone_by_name("europe/BERLIN ").unwrap(), Tz::Europe__Berlin);
        assert_eq!(zone_by_name("UTC").unwrap(), Tz::UTC);
        let error = zone_by_name("berlin").unwrap_err();
        assert_eq!(error.message, "\"berlin\" is not the name of a time zone");
        assert_eq!(error.hint.as_deref(), Some("did you mean Europe/Berlin?"));
        for name in ["", "Mars/Olympus", "+02:00", "\u{202e}CTU", "🕒"] {
            let error = zone_by_name(name).unwrap_err();
            assert_eq!(error.code(), exit::DATA, "{name}");
            assert!(error.hint.is_some());
        }
        assert!(
            zone_by_name(&"x".repeat(1 << 20))
                .unwrap_err()
                .message
                .len()
                < 120
        );
    }
}

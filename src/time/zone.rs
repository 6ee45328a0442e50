//! Which time zone local times are read and shown in.

use chrono_tz::{TZ_VARIANTS, Tz};

use crate::error::{Error, Result};
use crate::text;

/// A zone by its IANA name in any case: `europe/berlin`.
///
/// An unknown name is an [`crate::exit::CONFIG`] error.
pub fn zone_by_name(name: &str) -> Result<Tz> {
    let name = name.trim();
    find(|known| known.eq_ignore_ascii_case(name)).ok_or_else(|| {
        let hint = match find(|known| city(known).eq_ignore_ascii_case(city(name))) {
            Some(similar) => format!("did you mean {}?", similar.name()),
            None => "write it as Europe/Berlin, America/New_York or UTC".to_owned(),
        };
        let shown = text::short(name, 60);
        Error::config(format!("\"{shown}\" is not the name of a time zone")).hint(hint)
    })
}

/// The zone of this command: the setting, else the value of `TZ`, else the
/// machine's, else UTC.
///
/// Of `TZ` a leading colon and the zone folder are dropped; an empty value,
/// and one that points at the machine's own zone, count as unset. POSIX rules
/// such as `EST5EDT4` have no name and no history and are an
/// [`crate::exit::CONFIG`] error.
pub fn local_zone(setting: Option<&str>, tz_env: Option<&str>) -> Result<Tz> {
    if let Some(name) = setting {
        return zone_by_name(name);
    }
    let name = tz_env.unwrap_or_default().trim();
    let name = name.strip_prefix(':').unwrap_or(name);
    let name = name.strip_prefix("/usr/share/zoneinfo/").unwrap_or(name);
    if !name.is_empty() && name != "/etc/localtime" {
        return zone_by_name(name).map_err(|error| Error {
            message: format!("the environment variable TZ: {}", error.message),
            ..error
        });
    }
    // Containers often have no zone, and then their clocks show UTC.
    let system = iana_time_zone::get_timezone().ok();
    Ok(system
        .and_then(|name| zone_by_name(&name).ok())
        .unwrap_or(Tz::UTC))
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
            assert_eq!(error.code(), exit::CONFIG, "{name}");
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

    #[test]
    fn setting_before_tz_before_system() {
        let zone = local_zone(Some("Asia/Tokyo"), Some("Europe/Berlin"));
        assert_eq!(zone.unwrap(), Tz::Asia__Tokyo);
        for tz in [
            ":Europe/Berlin",
            "Europe/Berlin",
            "/usr/share/zoneinfo/Europe/Berlin",
        ] {
            assert_eq!(local_zone(None, Some(tz)).unwrap(), Tz::Europe__Berlin);
        }
        let system = local_zone(None, None).unwrap();
        for unset in ["", ":", " ", ":/etc/localtime"] {
            assert_eq!(local_zone(None, Some(unset)).unwrap(), system);
        }
    }

    #[test]
    fn posix_rules_are_refused_by_name() {
        for tz in ["UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "/etc/passwd"] {
            let error = local_zone(None, Some(tz)).unwrap_err();
            assert_eq!(error.code(), exit::CONFIG);
            assert!(error.message.contains("TZ") && error.message.contains(tz));
        }
    }
}

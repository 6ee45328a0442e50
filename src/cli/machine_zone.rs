//! The time zone of this machine, which only `wl init` asks for: a certain one, or an
//! error. A wrong guess would book hours for minutes.
//!
//! `TZ` and the files in `/etc` name a zone. It is certain if nothing names another one and
//! if it has the offsets that the machine's clocks show.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::environment;
use crate::error::{Error, Result};
use crate::text;
use crate::time::zone_by_name;

/// Where machines keep a file for each zone.
const ZONE_FOLDERS: [&str; 2] = ["usr/share/zoneinfo", "etc/zoneinfo"];

/// What a machine says about its zone.
struct Machine<'m> {
    /// The variable `TZ`.
    tz: Option<String>,
    /// `/`
    root: &'m Path,
    now: DateTime<Utc>,
    /// Seconds that its clocks are ahead of UTC at an instant.
    clocks: &'m dyn Fn(DateTime<Utc>) -> i32,
}

pub fn machine_zone() -> Result<Tz> {
    let machine = Machine {
        tz: environment::variable("TZ").map(|tz| tz.to_string_lossy().into_owned()),
        root: Path::new("/"),
        now: Utc::now(),
        clocks: &|ts| offset(Local, ts),
    };
    machine.zone()
}

fn offset(zone: impl TimeZone, ts: DateTime<Utc>) -> i32 {
    let offset = zone.offset_from_utc_datetime(&ts.naive_utc());
    offset.fix().local_minus_utc()
}

fn uncertain(why: &str) -> Error {
    Error::config(format!("the time zone is not certain: {why}"))
        .hint("name the zone of your company: wl init --zone Europe/Berlin")
}

impl Machine<'_> {
    fn zone(&self) -> Result<Tz> {
        let tz = self
            .tz
            .as_deref()
            .map(|tz| tz.strip_prefix(':').unwrap_or(tz));
        let (source, zone) = match tz {
            Some(tz) if tz != "/etc/localtime" => ("TZ", named_by_tz(tz)?),
            _ => ("/etc/localtime", self.by_files()?),
        };
        if let Some(ts) = self
            .instants()
            .find(|ts| offset(zone, *ts) != (self.clocks)(*ts))
        {
            return Err(uncertain(&format!(
                "{source} says {zone}, but the clocks of this machine show another time on {}",
                ts.date_naive()
            )));
        }
        Ok(zone)
    }

    /// Every day of the last year and the next two, with their clock changes.
    fn instants(&self) -> impl Iterator<Item = DateTime<Utc>> {
        let now = self.now;
        (-366..732).map(move |days| now + TimeDelta::days(days))
    }

    fn same_offsets(&self, one: Tz, other: Tz) -> bool {
        self.instants()
            .all(|ts| offset(one, ts) == offset(other, ts))
    }

    /// The zone of `/etc/localtime`, which `/etc/timezone` must not contradict.
    fn by_files(&self) -> Result<Tz> {
        let written = self.etc_timezone()?;
        let path = self.root.join("etc/localtime");
        let zone = match fs::symlink_metadata(&path) {
            // the C library then uses UTC
            Err(error) if error.kind() == io::ErrorKind::NotFound => Tz::UTC,
            Err(error) => return Err(unreadable(&error)),
            Ok(data) if data.is_symlink() => linked(&path)?,
            Ok(data) if data.is_file() => self.copied(&path, written)?,
            Ok(_) => return Err(uncertain("/etc/localtime is not a file")),
        };
        match written {
            Some(written) if !self.same_offsets(zone, written) => Err(uncertain(&format!(
                "/etc/localtime says {zone}, and /etc/timezone says {written}"
            ))),
            _ => Ok(zone),
        }
    }

    /// The name in `/etc/timezone`, where that exists.
    fn etc_timezone(&self) -> Result<Option<Tz>> {
        let text = fs::read_to_string(self.root.join("etc/timezone")).unwrap_or_default();
        let name = text.lines().next().unwrap_or_default().trim();
        if name.is_empty() {
            return Ok(None);
        }
        let unknown = || {
            let name = text::short(name, 60);
            uncertain(&format!("/etc/timezone names no zone: {name}"))
        };
        known(name).map(Some).ok_or_else(unknown)
    }

    /// The zone whose file has the same bytes. Of several names for the same rules, the one
    /// in `/etc/timezone`, else the one that the list of zones has.
    fn copied(&self, path: &Path, written: Option<Tz>) -> Result<Tz> {
        let bytes = fs::read(path).map_err(|error| unreadable(&error))?;
        let same: Vec<Tz> = TZ_VARIANTS
            .into_iter()
            .filter(|zone| {
                self.zone_files(zone.name())
                    .any(|file| fs::read(file).is_ok_and(|of_zone| of_zone == bytes))
            })
            .collect();
        if let Some(written) = written
            && (same.is_empty() || same.contains(&written))
        {
            return Ok(written);
        }
        if same.contains(&Tz::UTC) {
            return Ok(Tz::UTC);
        }
        let listed = self.listed_zones();
        let is_listed =
            |zone: &&Tz| same.len() == 1 || listed.iter().any(|name| name == zone.name());
        let found: Vec<&Tz> = same.iter().filter(is_listed).collect();
        match (found.as_slice(), same.as_slice()) {
            ([zone], _) => Ok(**zone),
            (_, []) => Err(uncertain(
                "/etc/localtime is a copy of no file in /usr/share/zoneinfo",
            )),
            (_, several) => {
                let names: Vec<&str> = several.iter().map(|zone| zone.name()).collect();
                Err(uncertain(&format!(
                    "/etc/localtime is the file of each of {}",
                    names.join(", ")
                )))
            }
        }
    }

    fn zone_files(&self, name: &str) -> impl Iterator<Item = PathBuf> {
        ZONE_FOLDERS
            .map(|folder| self.root.join(folder).join(name))
            .into_iter()
    }

    /// The names in `zone1970.tab`: one for all places whose clocks agree since 1970.
    fn listed_zones(&self) -> Vec<String> {
        let table = self
            .zone_files("zone1970.tab")
            .find_map(|file| fs::read_to_string(file).ok());
        let lines = table.iter().flat_map(|table| table.lines());
        lines
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split('\t').nth(2).map(str::to_owned))
            .collect()
    }
}

/// The zone of `TZ` without its colon: a name, or the path of a zone's file. Empty, the C
/// library uses UTC.
fn named_by_tz(tz: &str) -> Result<Tz> {
    if tz.is_empty() {
        return Ok(Tz::UTC);
    }
    let name = in_zone_folder(Path::new(tz)).unwrap_or_else(|| tz.to_owned());
    known(&name).ok_or_else(|| {
        let tz = text::short(tz, 60);
        uncertain(&format!("the variable TZ names no zone: {tz}"))
    })
}

/// The zone that the link `/etc/localtime` leads to.
fn linked(path: &Path) -> Result<Tz> {
    let target = fs::read_link(path).map_err(|error| unreadable(&error))?;
    let of = |path: &Path| in_zone_folder(path).and_then(|name| known(&name));
    of(&target)
        .or_else(|| of(&fs::canonicalize(path).ok()?))
        .ok_or_else(|| {
            let target = text::short(&target.to_string_lossy(), 60);
            uncertain(&format!(
                "/etc/localtime leads to {target}, which is no zone"
            ))
        })
}

/// `Europe/Berlin` of `/usr/share/zoneinfo/posix/Europe/Berlin`.
fn in_zone_folder(path: &Path) -> Option<String> {
    let text = path.to_str()?;
    let (_, name) = text.split_once("/zoneinfo/")?;
    Some(name.strip_prefix("posix/").unwrap_or(name).to_owned())
}

fn known(name: &str) -> Option<Tz> {
    match zone_by_name(name).ok()? {
        Tz::Etc__UTC => Some(Tz::UTC),
        zone => Some(zone),
    }
}

fn unreadable(error: &io::Error) -> Error {
    uncertain(&format!("/etc/localtime can't be read: {error}"))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::exit;

    /// A machine's files; a zone's file holds the name of its rules.
    struct Files(tempfile::TempDir);

    impl Files {
        fn new() -> Self {
            let files = Self(tempfile::tempdir().unwrap());
            for (name, rules) in [
                ("Europe/Berlin", "berlin"),
                ("Europe/Stockholm", "berlin"),
                ("posix/Europe/Berlin", "berlin"),
                ("America/New_York", "new york"),
                ("US/Eastern", "new york"),
                ("Asia/Tokyo", "tokyo"),
                ("Etc/UTC", "utc"),
                ("UTC", "utc"),
            ] {
                files.write(&format!("usr/share/zoneinfo/{name}"), rules);
            }
            files.write(
                "usr/share/zoneinfo/zone1970.tab",
                "# codes\nDE,SE\t+5230+01322\tEurope/Berlin\tmost\nUS\t+404251-0740023\tAmerica/New_York\n",
            );
            files
        }

        fn write(&self, path: &str, text: &str) {
            let path = self.0.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }

        fn link(&self, target: &str) {
            let etc = self.0.path().join("etc");
            fs::create_dir_all(&etc).unwrap();
            symlink(target, etc.join("localtime")).unwrap();
        }

        /// The zone, or why it is not certain, where the clocks show `clocks`.
        fn found(&self, tz: Option<&str>, clocks: Tz) -> std::result::Result<Tz, String> {
            let machine = Machine {
                tz: tz.map(str::to_owned),
                root: self.0.path(),
                now: "2026-11-29T12:00:00Z".parse().unwrap(),
                clocks: &|ts| offset(clocks, ts),
            };
            machine.zone().map_err(|error| {
                assert_eq!(error.code(), exit::CONFIG);
                assert!(error.hint.unwrap().contains("wl init --zone"));
                let why = error.message.split_once(": ").unwrap().1;
                why.to_owned()
            })
        }
    }

    const BERLIN: Tz = Tz::Europe__Berlin;

    #[test]
    fn links() {
        for target in [
            "/usr/share/zoneinfo/Europe/Berlin",
            "../usr/share/zoneinfo/Europe/Berlin",
            "/usr/share/zoneinfo/posix/Europe/Berlin",
            "/var/db/timezone/zoneinfo/Europe/Berlin",
        ] {
            let files = Files::new();
            files.link(target);
            assert_eq!(files.found(None, BERLIN), Ok(BERLIN), "{target}");
            assert_eq!(files.found(Some(":/etc/localtime"), BERLIN), Ok(BERLIN));
        }
        // by another link
        let files = Files::new();
        files.write("usr/share/zoneinfo/Asia/Tokyo", "tokyo");
        let to = files.0.path().join("usr/share/zoneinfo/Asia/Tokyo");
        let between = files.0.path().join("etc/clock");
        fs::create_dir_all(between.parent().unwrap()).unwrap();
        symlink(to, &between).unwrap();
        files.link("clock");
        assert_eq!(files.found(None, Tz::Asia__Tokyo), Ok(Tz::Asia__Tokyo));
        let files = Files::new();
        files.link("/usr/share/zoneinfo/Etc/UTC");
        assert_eq!(files.found(None, Tz::UTC), Ok(Tz::UTC));
    }

    #[test]
    fn copies_and_bind_mounts() {
        let files = Files::new();
        files.write("etc/localtime", "tokyo");
        assert_eq!(files.found(None, Tz::Asia__Tokyo), Ok(Tz::Asia__Tokyo));
        // of two names with the same rules, the one in the list of zones
        files.write("etc/localtime", "new york");
        let new_york = Tz::America__New_York;
        assert_eq!(files.found(None, new_york), Ok(new_york));
        files.write("etc/localtime", "berlin");
        assert_eq!(files.found(None, BERLIN), Ok(BERLIN));
        // or the one that is written down
        files.write("etc/timezone", "Europe/Stockholm\n");
        assert_eq!(files.found(None, BERLIN), Ok(Tz::Europe__Stockholm));
        files.write("etc/localtime", "utc");
        files.write("etc/timezone", "Etc/UTC");
        assert_eq!(files.found(None, Tz::UTC), Ok(Tz::UTC));
        // of a file from elsewhere
        files.write("etc/localtime", "older rules");
        files.write("etc/timezone", "");
        assert_eq!(
            files.found(None, BERLIN).unwrap_err(),
            "/etc/localtime is a copy of no file in /usr/share/zoneinfo"
        );
        files.write("etc/timezone", "Europe/Berlin");
        assert_eq!(files.found(None, BERLIN), Ok(BERLIN));
    }

    #[test]
    fn several_names_without_a_list() {
        let files = Files::new();
        files.write("usr/share/zoneinfo/zone1970.tab", "");
        files.write("etc/localtime", "berlin");
        assert_eq!(
            files.found(None, BERLIN).unwrap_err(),
            "/etc/localtime is the file of each of Europe/Berlin, Europe/Stockholm"
        );
    }

    #[test]
    fn without_the_file_the_clocks_show_utc() {
        let files = Files(tempfile::tempdir().unwrap());
        assert_eq!(files.found(None, Tz::UTC), Ok(Tz::UTC));
        assert_eq!(files.found(Some(""), Tz::UTC), Ok(Tz::UTC));
        files.write("etc/timezone", "Europe/Berlin");
        assert_eq!(
            files.found(None, Tz::UTC).unwrap_err(),
            "/etc/localtime says UTC, and /etc/timezone says Europe/Berlin"
        );
    }

    #[test]
    fn the_variable_decides() {
        let files = Files::new();
        files.link("/usr/share/zoneinfo/Asia/Tokyo");
        for tz in [
            "Europe/Berlin",
            ":Europe/Berlin",
            "/usr/share/zoneinfo/Europe/Berlin",
            ":/usr/share/zoneinfo/posix/Europe/Berlin",
        ] {
            assert_eq!(files.found(Some(tz), BERLIN), Ok(BERLIN), "{tz}");
        }
        assert_eq!(files.found(Some("UTC"), Tz::UTC), Ok(Tz::UTC));
        for tz in [
            "CET-1CEST,M3.5.0,M10.5.0/3",
            "UTC0",
            "Mars/Olympus",
            "/etc/passwd",
        ] {
            assert_eq!(
                files.found(Some(tz), BERLIN).unwrap_err(),
                format!("the variable TZ names no zone: {tz}")
            );
        }
    }

    #[test]
    fn what_contradicts_is_not_certain() {
        let files = Files::new();
        files.link("/usr/share/zoneinfo/Europe/Berlin");
        // the link leads nowhere, so the C library uses UTC
        assert_eq!(
            files.found(None, Tz::UTC).unwrap_err(),
            "/etc/localtime says Europe/Berlin, but the clocks of this machine show another time on 2025-11-28"
        );
        // the same until the clocks change
        let error = files.found(None, Tz::Africa__Algiers).unwrap_err();
        assert!(error.contains("Europe/Berlin"), "{error}");
        assert_eq!(
            files.found(Some("Europe/Berlin"), Tz::UTC).unwrap_err(),
            "TZ says Europe/Berlin, but the clocks of this machine show another time on 2025-11-28"
        );
        files.write("etc/timezone", "Asia/Tokyo\n");
        assert_eq!(
            files.found(None, BERLIN).unwrap_err(),
            "/etc/localtime says Europe/Berlin, and /etc/timezone says Asia/Tokyo"
        );
        files.write("etc/timezone", "nonsense\n");
        let error = files.found(None, BERLIN).unwrap_err();
        assert_eq!(error, "/etc/timezone names no zone: nonsense");
        files.write("etc/timezone", "Europe/Berlin\n");
        assert_eq!(files.found(None, BERLIN), Ok(BERLIN));
    }

    #[test]
    fn no_zone_at_all() {
        let files = Files::new();
        files.link("/usr/share/zoneinfo/Mars/Olympus");
        assert_eq!(
            files.found(None, Tz::UTC).unwrap_err(),
            "/etc/localtime leads to /usr/share/zoneinfo/Mars/Olympus, which is no zone"
        );
        let files = Files::new();
        fs::create_dir_all(files.0.path().join("etc/localtime")).unwrap();
        let error = files.found(None, Tz::UTC).unwrap_err();
        assert_eq!(error, "/etc/localtime is not a file");
    }
}

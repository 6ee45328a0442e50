//! Moves the private database to a newer major version of PostgreSQL. The old data is
//! put aside only when the new has the same seal and no more problems.

use std::path::PathBuf;

use diesel::connection::SimpleConnection;

use crate::backup;
use crate::db::connect::Target;
use crate::db::local::{Local, SUPERUSER};
use crate::db::watch::{LOCKS, Watched};
use crate::db::{migrate, transaction};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::verify::{self, Scope};
use crate::ledger::{self, seal};
use crate::text;

/// What an upgrade did.
pub struct Done {
    pub from: u32,
    pub to: u32,
    /// Where the old data is now.
    pub aside: PathBuf,
    pub seal: String,
    /// In the audit trail; `None` without a login that may verify it.
    pub problems: Option<usize>,
}

/// What must be the same before and after.
#[derive(PartialEq, Eq)]
struct State {
    seal: String,
    problems: Option<usize>,
}

/// `None` if no newer version is installed. `tell` is told each step, and ends the upgrade
/// with a failure.
pub fn run(local: &Local, tell: impl Fn(&str) -> Result<()>) -> Result<Option<Done>> {
    let Some(upgrade) = local.begin_upgrade()? else {
        return Ok(None);
    };
    let owner = |part: &Local| Target::private(part.clone(), SUPERUSER.to_owned());
    let (old, new) = (owner(&upgrade.old), owner(&upgrade.new));
    let (from, to) = (upgrade.from, upgrade.to);
    tell(&format!("Verifying the audit trail on PostgreSQL {from} …"))?;
    let before = state(&old)?;
    tell(&format!("Copying the data to PostgreSQL {to} …"))?;
    match upgrade.pg_upgrade() {
        Some(program) => {
            upgrade.old.stop()?;
            upgrade.run(&program)?;
        }
        None => {
            let mut file = tempfile::NamedTempFile::new_in(upgrade.old.home())
                .map_err(|error| Error::io("a temporary backup can't be written", error))?;
            backup::dump(&old, &mut file)?;
            upgrade.old.stop()?;
            backup::restore(&new, file.path(), || ())?;
        }
    }
    tell(&format!("Verifying the audit trail on PostgreSQL {to} …"))?;
    // no version takes the statistics of all others along
    new.connect()?.batch_execute("ANALYZE")?;
    let after = state(&new)?;
    if after != before {
        return Err(Error::new(
            ErrorKind::BackupDamaged,
            format!(
                "the data changed on its way to PostgreSQL {to}: {}",
                difference(&before, &after)
            ),
        )
        .hint("the database is as it was; please report this"));
    }
    tell("Taking the new data …")?;
    let aside = upgrade.finish()?;
    local.ensure_running()?;
    Ok(Some(Done {
        from,
        to,
        aside,
        seal: after.seal,
        problems: after.problems,
    }))
}

fn state(owner: &Target) -> Result<State> {
    let mut conn = Watched::connect(owner, LOCKS, |_| ())?;
    if !migrate::is_set_up(&mut conn)? {
        return Ok(State {
            seal: String::new(),
            problems: None,
        });
    }
    let seal = transaction::run(&mut conn, seal::of_trail);
    let seal = seal.map_err(|error| conn.explain(error))?.seal;
    let Some(admin) = backup::first_admin(owner)? else {
        return Ok(State {
            seal,
            problems: None,
        });
    };
    let admin = owner.as_login(&admin);
    let connect = || Watched::connect(&admin, LOCKS, |_| ());
    let mut conn = connect()?;
    let report = ledger::read(&mut conn, |tx| {
        verify::verify(tx, &Scope::default(), connect, |_, _| ())
    });
    let report = report.map_err(|error| conn.explain(error))?;
    Ok(State {
        seal,
        problems: Some(report.problem_count),
    })
}

fn difference(before: &State, after: &State) -> String {
    match before.seal == after.seal {
        false => format!("its seal was {}, and is {}", before.seal, after.seal),
        true => {
            let count = |problems: Option<usize>| {
                text::counted(problems.unwrap_or_default(), "problem", "problems")
            };
            format!(
                "its audit trail had {}, and has {}",
                count(before.problems),
                count(after.problems)
            )
        }
    }
}
